/* unit.c - between a sentence in a document and the text an engine works on. */
#include "unit.h"
#include "prose.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

static void add_mark(struct unit *u, struct mark m)
{
	u->at = memory_grow(u->at, &u->cap, u->n + 1, sizeof *u->at);
	u->at[u->n] = m;
	utf8_add(&u->text, UNIT_MARK + (uint32_t)u->n++);
}

/* A character of our private plane in the note itself becomes a mark, so it can't be taken for one. */
static void add_prose(struct unit *u, const struct document *d, size_t begin, size_t end)
{
	const char *p;

	while (begin < end && (p = memchr(d->text.p + begin, 0xf4, end - begin))) {
		size_t at = (size_t)(p - d->text.p);

		buf_add(&u->text, view_cut(d->text, begin, at));
		begin = at + 4;
		add_mark(u, (struct mark){ (uint32_t)at, (uint32_t)begin, ROLE_NONE, -1, V("character"), V("") });
	}
	buf_add(&u->text, view_cut(d->text, begin, end));
}

static void add_blank(struct unit *u)
{
	if (u->text.n && u->text.p[u->text.n - 1] != ' ')
		buf_byte(&u->text, ' ');
}

/* Index in the stack of the open mark that this end closes, or depth. Only a few levels: it is a sentence. */
static size_t find_open(const struct unit *u, const int *open, size_t depth, struct view label)
{
	enum { LEVELS = 32 };

	for (size_t k = depth; k-- > 0 && depth - k <= LEVELS;)
		if (view_eq(u->at[open[k]].label, label))
			return k;
	return depth;
}

/* Pairs nest; an end without a beginning, and what is still open where its surroundings close, stands alone. */
static void pair_marks(struct unit *u)
{
	int *open = memory_get((u->n + 1) * sizeof *open);
	size_t depth = 0;

	for (size_t i = 0; i < u->n; i++) {
		struct mark *m = &u->at[i];
		size_t k = m->role == ROLE_CLOSE ? find_open(u, open, depth, m->label) : depth;

		if (m->role == ROLE_OPEN) {
			open[depth++] = (int)i;
		} else if (k < depth) {
			depth = k;
			m->pair = open[k];
			u->at[m->pair].pair = (int)i;
		}
	}
	for (size_t i = 0; i < u->n; i++)
		if (u->at[i].pair < 0)
			u->at[i].role = ROLE_NONE;
	free(open);
}

/* A span that hangs out of the mark before it is one mark with it: nothing of it may be taken for prose. */
static void extend_mark(struct unit *u, const struct piece *p)
{
	if (u->n && u->at[u->n - 1].end == p->begin)
		u->at[u->n - 1].end = p->end;
	else
		add_mark(u, (struct mark){ p->begin, p->end, ROLE_NONE, -1, V("other"), V("") });
}

static void add_piece(struct unit *u, const struct document *d, const struct piece *p)
{
	const struct span *s = p->mark;

	if (!s)
		add_prose(u, d, p->begin, p->end);
	else if (s->begin < p->begin)
		extend_mark(u, p);
	else if (view_is(s->label, "break"))
		add_blank(u);
	else if (view_is(s->label, "quote") && s->end - s->begin == 2)
		buf_add(&u->text, view_cut(d->text, s->begin + 1, s->end));
	else if (view_is(s->label, "attribute") && u->n && u->at[u->n - 1].end == s->begin)
		u->at[u->n - 1].end = s->end;	/* it says something of the mark before */
	else
		add_mark(u, (struct mark){ s->begin, s->end, (enum role)s->role, -1, s->label, s->value });
}

void unit_build(struct unit *u, const struct document *d, size_t begin, size_t end)
{
	struct prose prose;
	struct piece p;

	buf_clear(&u->text);
	u->n = 0;
	prose_begin(&prose, d, begin, end);
	while (prose_next(&prose, &p))
		add_piece(u, d, &p);
	pair_marks(u);
}

void unit_release(struct unit *u)
{
	buf_release(&u->text);
	free(u->at);
	*u = (struct unit){ 0 };
}

int unit_mark_at(const struct unit *u, const char *p)
{
	uint32_t c;

	if ((unsigned char)*p != 0xf4)
		return -1;
	c = utf8_code(p) - UNIT_MARK;
	return c < u->n ? (int)c : -1;
}

bool unit_has_letter(const struct unit *u)
{
	struct view v = buf_view(&u->text);

	for (size_t i = 0; i < v.n; i += utf8_length(v.p[i]))
		if (u_isalpha((UChar32)utf8_code(v.p + i)))
			return true;
	return false;
}

/* Marks must come once each, and pairs must nest as a stack does. */
struct order { bool *seen; int *open; size_t depth, count; };

static bool order_take(struct order *o, const struct unit *u, int i)
{
	if (o->seen[i])
		return false;
	o->seen[i] = true;
	o->count++;
	if (u->at[i].role == ROLE_OPEN)
		o->open[o->depth++] = i;
	else if (u->at[i].role == ROLE_CLOSE && (!o->depth || o->open[--o->depth] != u->at[i].pair))
		return false;
	return true;
}

static struct order order_new(const struct unit *u)
{
	return (struct order){ .seen = memory_get(u->n * sizeof(bool)), .open = memory_get(u->n * sizeof(int)) };
}

static bool order_done(struct order *o, const struct unit *u, bool ok)
{
	ok = ok && o->count == u->n && o->depth == 0;
	free(o->seen);
	free(o->open);
	return ok;
}

static void add_target_char(struct buf *b, const char *p, size_t n)
{
	if (*p == '\n' || *p == '\r')
		buf_byte(b, ' ');
	else
		buf_add(b, (struct view){ p, n });
}

bool unit_target(const struct unit *u, const struct document *d, struct view target, struct arena *a, struct span *s)
{
	struct mark_place *places = arena_get(a, (u->n + 1) * sizeof *places);
	struct order o = order_new(u);
	struct buf b = { 0 };
	bool ok = u->n <= UNIT_MARKS_MAX && utf8_check(target) == target.n;

	s->places = places;
	s->n_places = 0;
	for (size_t i = 0, n; ok && i < target.n; i += n) {
		int m = unit_mark_at(u, target.p + i);

		n = utf8_length(target.p[i]);
		if (m < 0) {
			add_target_char(&b, target.p + i, n);
			continue;
		}
		ok = order_take(&o, u, m);
		places[s->n_places++] = (struct mark_place){ (uint32_t)b.n, u->at[m].end - u->at[m].begin,
							     u->at[m].begin, u->at[m].end };
		buf_add(&b, view_cut(d->text, u->at[m].begin, u->at[m].end));
		if (s->n_places > u->n)
			ok = false;
	}
	ok = order_done(&o, u, ok);
	s->value = arena_copy(a, buf_view(&b));
	buf_release(&b);
	return ok;
}

static int mark_of(const struct unit *u, const struct mark_place *p)
{
	size_t lo = 0, hi = u->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (u->at[mid].begin < p->begin)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < u->n && u->at[lo].begin == p->begin && u->at[lo].end == p->end ? (int)lo : -1;
}

bool unit_fits(const struct unit *u, const struct span *t)
{
	struct order o = order_new(u);
	bool ok = t->n_places == u->n;

	for (size_t i = 0; ok && i < t->n_places; i++) {
		int m = mark_of(u, &t->places[i]);

		ok = m >= 0 && t->places[i].at + t->places[i].n <= t->value.n && order_take(&o, u, m);
	}
	return order_done(&o, u, ok);
}
