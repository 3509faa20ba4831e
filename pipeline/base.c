/* base.c - views, buffers and arenas; the only place that asks for memory. */
#include "base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *must(void *p)
{
	if (p)
		return p;
	fputs("pravah: out of memory\n", stderr);
	abort();
}

struct view view_cut(struct view v, size_t begin, size_t end)
{
	return (struct view){ begin ? v.p + begin : v.p, end - begin };	/* p may be NULL where n is 0 */
}

bool view_is_any(struct view v, const char *const *list)
{
	for (; *list; list++)
		if (**list == (v.n ? *v.p : 0) && view_is(v, *list))
			return true;
	return false;
}

int view_compare(struct view a, struct view b)
{
	int c = memcmp(a.p, b.p, a.n < b.n ? a.n : b.n);

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool view_next(struct view *list, char separator, struct view *piece)
{
	const char *at = list->n ? memchr(list->p, separator, list->n) : NULL;

	if (!list->n)
		return false;
	*piece = view_cut(*list, 0, at ? (size_t)(at - list->p) : list->n);
	*list = view_cut(*list, piece->n + (at != NULL), list->n);
	return true;
}

size_t view_pieces(struct view list, char separator)
{
	struct view piece;
	size_t n = 0;

	while (view_next(&list, separator, &piece))
		n++;
	return n;
}

bool view_starts(struct view v, const char *s)
{
	size_t n = strlen(s);

	return v.n >= n && memcmp(v.p, s, n) == 0;
}

bool view_ends(struct view v, const char *s)
{
	size_t n = strlen(s);

	return v.n >= n && memcmp(v.p + v.n - n, s, n) == 0;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct view view_trim(struct view v)
{
	while (v.n && blank(v.p[0]))
		v.p++, v.n--;
	while (v.n && blank(v.p[v.n - 1]))
		v.n--;
	return v;
}

uint64_t view_hash(struct view v)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < v.n; i++)
		h = (h ^ (unsigned char)v.p[i]) * 0x100000001b3u;
	return h;
}

void *memory_get(size_t n)
{
	return must(calloc(1, n ? n : 1));
}

void *memory_grow(void *p, size_t *cap, size_t need, size_t item)
{
	size_t want = *cap ? *cap : 16;

	if (need <= *cap)
		return p;
	if (need > SIZE_MAX / 4 / item)
		must(NULL);
	while (want < need)
		want *= 2;
	*cap = want;
	return must(reallocarray(p, want, item));
}

static bool buf_room(struct buf *b, size_t n)
{
	if (b->full || (b->limit && (n > b->limit || b->n > b->limit - n))) {
		b->full = true;
		return false;
	}
	b->p = memory_grow(b->p, &b->cap, b->n + n + 1, 1);
	return true;
}

void buf_add(struct buf *b, struct view v)
{
	if (!buf_room(b, v.n))
		return;
	if (v.n)	/* v.p may be NULL otherwise */
		memcpy(b->p + b->n, v.p, v.n);
	b->n += v.n;
	b->p[b->n] = 0;
}

void buf_byte(struct buf *b, char c)
{
	buf_add(b, (struct view){ &c, 1 });
}

void buf_str(struct buf *b, const char *s)
{
	buf_add(b, view_of(s));
}

void buf_addv(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0 || !buf_room(b, (size_t)n))
		return;
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
	b->n += (size_t)n;
}

void buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_addv(b, fmt, ap);
	va_end(ap);
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	b->full = false;
	if (b->p)
		b->p[0] = 0;
}

void buf_release(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ .limit = b->limit };
}

struct view buf_view(const struct buf *b)
{
	return (struct view){ b->p ? b->p : "", b->n };
}

struct arena_block { struct arena_block *next; size_t cap; max_align_t mem[]; };

enum { ARENA_FIRST = 4096, ARENA_MOST = 1 << 20 };

/* Blocks double from a page to a megabyte: a one-line document stays small. */
static void arena_add_block(struct arena *a, size_t n)
{
	size_t cap = a->head ? a->head->cap * 2 : ARENA_FIRST;
	struct arena_block *b;

	cap = cap > ARENA_MOST ? ARENA_MOST : cap;
	cap = cap < n ? n : cap;
#ifdef ARENA_EXACT
	cap = n;	/* fuzzing: every allocation has its own bounds */
#endif
	b = must(malloc(sizeof *b + cap));
	b->next = a->head;
	b->cap = cap;
	a->head = b;
	a->used = 0;
}

void *arena_get(struct arena *a, size_t n)
{
	size_t align = _Alignof(max_align_t);

	n = (n + align - 1) & ~(align - 1);
	if (!a->head || a->head->cap - a->used < n)
		arena_add_block(a, n);
	a->used += n;
	return (char *)a->head->mem + a->used - n;
}

struct view arena_copy(struct arena *a, struct view v)
{
	char *p = arena_get(a, v.n + 1);

	if (v.n)
		memcpy(p, v.p, v.n);
	p[v.n] = 0;
	return (struct view){ p, v.n };
}

void arena_release(struct arena *a)
{
	while (a->head) {
		struct arena_block *next = a->head->next;

		free(a->head);
		a->head = next;
	}
	a->used = 0;
}
