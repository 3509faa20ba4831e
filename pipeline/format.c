/* format.c - see format.h. */
#include "format.h"

#include "escape.h"
#include "prose.h"

bool format_is_name(const struct document *d, const struct span *block)
{
	const char *p = d->text.p + block->end;

	return view_is(d->format, "markdown") && view_is(block->label, "alt") && block->end + 1 < d->text.n && *p == ']' && p[1] != '('
		&& !(p[1] == '[' && p[2] != ']');
}

bool format_found_by_text(const struct document *d, const struct span *open)
{
	const struct layer_spans *m = &d->layer[LAYER_markup];
	struct view end = V("");

	if (!view_is(d->format, "markdown"))
		return false;
	for (size_t i = layer_from(d, LAYER_markup, open->end); i < m->n && !end.n; i++)
		if (m->at[i].role == ROLE_CLOSE && view_is(m->at[i].label, "link"))
			end = span_text(d, &m->at[i]);
	return view_is(end, "]") || view_is(end, "][]");
}

bool format_breaks_value(const struct document *d, const struct span *block, const struct edits *e, size_t first)
{
	struct buf value = { 0 };
	size_t at = block->begin;
	bool breaks;

	if (!view_is(d->format, "markdown") || !view_is(block->label, "field"))
		return false;
	for (size_t i = first; i < e->n && e->at[i].begin < block->end; i++) {
		buf_add(&value, view_cut(d->text, at, e->at[i].begin));
		buf_add(&value, e->at[i].text);
		at = e->at[i].end;
	}
	buf_add(&value, view_cut(d->text, at, block->end));
	breaks = yaml_needs_quotes(buf_view(&value)) && !yaml_needs_quotes(span_text(d, block));
	buf_release(&value);
	return breaks;
}

static size_t first_edit(const struct edits *e, size_t from, uint32_t begin)
{
	while (from < e->n && e->at[from].begin < begin)
		from++;
	return from;
}

/* An edit whose end is before its beginning is one that has been taken out. */
static void take_out(struct edits *e, size_t from, uint32_t begin, uint32_t end)
{
	for (size_t i = first_edit(e, from, begin); i < e->n && e->at[i].begin < end; i++)
		e->at[i].end = 0;
}

static void keep_links(const struct document *d, const struct span *block, struct edits *e, size_t from)
{
	struct prose prose;
	struct piece p;
	bool in_text = false;

	prose_begin(&prose, d, block->begin, block->end);
	while (prose_next(&prose, &p))
		if (p.mark && view_is(p.mark->label, "link"))
			in_text = p.mark->role == ROLE_OPEN && format_found_by_text(d, p.mark);
		else if (in_text)
			take_out(e, from, p.begin, p.end);
}

void format_keep(const struct document *d, struct edits *e)
{
	const struct layer_spans *blocks = &d->layer[LAYER_block];
	size_t from = 0, n = 0;

	for (size_t i = 0; view_is(d->format, "markdown") && i < blocks->n; i++) {
		const struct span *b = &blocks->at[i];

		if (b->role != ROLE_PROSE)
			continue;
		from = first_edit(e, from, b->begin);
		if (format_is_name(d, b) || format_breaks_value(d, b, e, from))
			take_out(e, from, b->begin, b->end);
		keep_links(d, b, e, from);
	}
	for (size_t i = 0; i < e->n; i++)
		if (e->at[i].end > e->at[i].begin)
			e->at[n++] = e->at[i];
	e->n = n;
}
