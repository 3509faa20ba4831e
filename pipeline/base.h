/*
 * base.h - the three ways to hold bytes: a view borrows, a buffer owns and
 * grows, an arena owns many things that die together.
 *
 * Running out of memory ends the program, in base.c and nowhere else: sizes
 * that come from outside are capped before memory is asked for.
 */
#ifndef BASE_H
#define BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Borrowed bytes, not NUL-terminated, never freed; valid while their source is. */
struct view { const char *p; size_t n; };

#define V(s) ((struct view){ (s), sizeof(s) - 1 })
#define VIEW_ARG(v) (int)(v).n, (v).p		/* for "%.*s"; short texts only */

struct view view_cut(struct view v, size_t begin, size_t end);

/* These are asked so often that callers have them inline: the length of a literal is then known. */
static inline struct view view_of(const char *s)	/* a C string */
{
	return (struct view){ s, strlen(s) };
}

static inline bool view_eq(struct view a, struct view b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool view_is(struct view v, const char *s)
{
	return view_eq(v, view_of(s));
}

bool view_is_any(struct view v, const char *const *list);	/* the list ends in NULL */
bool view_starts(struct view v, const char *s);
bool view_ends(struct view v, const char *s);
int view_compare(struct view a, struct view b);		/* as strcmp() does */

/* Cuts the first piece off a list; false if the list is empty. */
bool view_next(struct view *list, char separator, struct view *piece);
size_t view_pieces(struct view list, char separator);

struct view view_trim(struct view v);			/* ASCII blanks off both ends */
uint64_t view_hash(struct view v);			/* FNV-1a, 64 bits */

/* Is a byte one of a set's? Never for NUL, which strchr() finds at the end of every set. */
static inline bool byte_in(char c, const char *set)
{
	return c && strchr(set, c);
}

/* Memory that cannot fail. memory_grow returns room for at least `need` items, doubling. */
void *memory_get(size_t n);
void *memory_grow(void *p, size_t *cap, size_t need, size_t item);

/*
 * Growing bytes, always followed by a NUL that is not counted. `limit` (0: none)
 * bounds n; the first write beyond it sets `full` and every later write is
 * dropped, so a caller tests once, at the end.
 */
struct buf { char *p; size_t n, cap, limit; bool full; };

void buf_add(struct buf *, struct view);
void buf_byte(struct buf *, char);
void buf_str(struct buf *, const char *);
void buf_addf(struct buf *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_addv(struct buf *, const char *fmt, va_list);
void buf_clear(struct buf *);			/* empty, keep the memory */
void buf_release(struct buf *);
struct view buf_view(const struct buf *);

/* Many allocations, one release. Zero-initialise; aligned for anything. */
struct arena { struct arena_block *head; size_t used; };

void *arena_get(struct arena *, size_t n);
struct view arena_copy(struct arena *, struct view);	/* NUL-terminated copy */
void arena_release(struct arena *);

#endif
