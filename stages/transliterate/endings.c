/* endings.c - see endings.h. */
#include "endings.h"

#include "utf8.h"

static const char *const kind_name[ENDING_KINDS] = { "english", "plural-s", "direct", "oblique", "oblique-singular" };

bool endings_read(struct endings *e, const struct row *row)
{
	int kind = 0;

	if (row->n < 4)
		return false;
	if (view_is(row->column[0], "postposition")) {
		e->postposition = memory_grow(e->postposition, &e->cap_postpositions, e->n_postpositions + 1, sizeof *e->postposition);
		e->postposition[e->n_postpositions++] = row->column[2];
		return true;
	}
	while (kind < ENDING_KINDS && !view_is(row->column[0], kind_name[kind]))
		kind++;
	if (kind == ENDING_KINDS)
		return false;
	e->at = memory_grow(e->at, &e->cap, e->n + 1, sizeof *e->at);
	e->at[e->n] = (struct ending){ (enum ending_kind)kind, view_is(row->column[1], "-") ? 0 : row->column[1].p[0],
				       view_is(row->column[2], "{consonant}"), column_text(row, 2), column_text(row, 3) };
	if (e->at[e->n].consonant)
		e->at[e->n].from = V("");
	e->n++;
	return true;
}

static bool ends_in_consonant(struct view word)
{
	size_t i = word.n;
	uint32_t c;

	while (i && utf8_is_tail(word.p[--i]))
		;
	c = word.n ? utf8_code(word.p + i) : 0;
	return (c >= 0x915 && c <= 0x939) || c == 0x93c;
}

static bool ends_with(struct view word, struct view end)
{
	return word.n > end.n && !memcmp(word.p + word.n - end.n, end.p, end.n);
}

void endings_add(const struct endings *e, enum ending_kind kind, char gender, struct view word, struct buf *out)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct ending *x = &e->at[i];

		if (x->kind != kind || (x->gender && x->gender != gender) || !ends_with(word, x->from)
		    || (x->consonant && !ends_in_consonant(word)))
			continue;
		buf_add(out, view_cut(word, 0, word.n - x->from.n));
		buf_add(out, x->to);
		return;
	}
	buf_add(out, word);
}

bool endings_undo(const struct endings *e, size_t i, struct view word, struct buf *out)
{
	const struct ending *x = &e->at[i];
	struct view stem = view_cut(word, 0, word.n - (ends_with(word, x->to) ? x->to.n : 0));

	buf_clear(out);
	if (!x->to.n || stem.n == word.n || (x->consonant && !ends_in_consonant(stem)))
		return false;
	buf_add(out, stem);
	buf_add(out, x->from);
	return true;
}

bool endings_redo(const struct endings *e, size_t i, struct view word, struct buf *out)
{
	const struct ending *x = &e->at[i];

	buf_clear(out);
	if (!ends_with(word, x->from) || (x->consonant && !ends_in_consonant(word)))
		return false;
	buf_add(out, view_cut(word, 0, word.n - x->from.n));
	buf_add(out, x->to);
	return true;
}

bool is_postposition(const struct endings *e, struct view word)
{
	for (size_t i = 0; i < e->n_postpositions; i++)
		if (view_eq(e->postposition[i], word))
			return true;
	return false;
}
