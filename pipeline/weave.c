/* weave.c - original bytes and translations, one thread through the document. */
#include "weave.h"
#include "escape.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>

struct weaving {
	const struct document *d;
	const struct edits *edits;
	const struct span **block_of;		/* for each translation, the prose block it stands in */
	struct unit unit;
	unsigned depth;				/* of translations inside marks of translations */
	struct report *r;
};

/* An alt text stands in an image in a link in a sentence; deeper than that is no note. */
enum { WEAVE_DEPTH = 16 };

/* Both layers are sorted, so one sweep with a stack of open blocks finds every translation's block. */
static const struct span **find_blocks(const struct document *d)
{
	const struct layer_spans *t = &d->layer[LAYER_translation], *b = &d->layer[LAYER_block];
	const struct span **of = memory_get(t->n * sizeof *of), **open = NULL;
	size_t depth = 0, cap = 0, k = 0;

	for (size_t i = 0; i < t->n; i++) {
		for (; k < b->n && b->at[k].begin <= t->at[i].begin; k++) {
			if (b->at[k].role != ROLE_PROSE)
				continue;
			open = memory_grow(open, &cap, depth + 1, sizeof *open);
			while (depth && open[depth - 1]->end <= b->at[k].begin)
				depth--;
			open[depth++] = &b->at[k];
		}
		while (depth && open[depth - 1]->end < t->at[i].end)
			depth--;
		of[i] = depth ? open[depth - 1] : NULL;
	}
	free(open);
	return of;
}

static size_t edit_from(const struct edits *e, size_t begin)
{
	size_t lo = 0, hi = e->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (e->at[mid].begin < begin)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Original bytes, edits applied, the first of two that overlap. An insertion at `end` belongs to what comes after. */
static void copy(const struct weaving *w, size_t begin, size_t end, struct buf *out)
{
	for (size_t i = w->edits ? edit_from(w->edits, begin) : 0; w->edits && i < w->edits->n; i++) {
		const struct edit *e = &w->edits->at[i];

		if (e->begin >= end || e->end > end)
			break;
		if (e->begin < begin)
			continue;	/* spans of a strange record overlap */
		buf_add(out, view_cut(w->d->text, begin, e->begin));
		buf_add(out, e->text);
		begin = e->end;
	}
	buf_add(out, view_cut(w->d->text, begin, end));
}

static enum escape escape_in(const struct weaving *w, const struct span *block)
{
	if (!block || !view_is(w->d->format, "markdown"))
		return ESCAPE_NONE;
	if (view_is(block->label, "alt"))
		return ESCAPE_ALT;
	if (view_is(block->label, "title"))
		return ESCAPE_TITLE;
	if (view_is(block->label, "text"))
		return ESCAPE_HTML;
	if (view_is(block->label, "single_quoted_field"))
		return ESCAPE_YAML_SINGLE;
	if (view_is(block->label, "double_quoted_field"))
		return ESCAPE_YAML_DOUBLE;
	return view_ends(block->label, "field") ? ESCAPE_NONE : ESCAPE_MARKDOWN;
}

static bool at_line_start(const struct buf *out)
{
	size_t n = out->n;

	while (n && byte_in(out->p[n - 1], " \t>"))
		n--;
	return !n || out->p[n - 1] == '\n';
}

static void weave_range(struct weaving *, size_t begin, size_t end, struct buf *out);
static void weave_from(struct weaving *, size_t first, size_t begin, size_t end, struct buf *out);

/* The translation with index `i`, and the marks of its sentence. */
struct target { size_t i; const struct span *t; const struct mark *marks; size_t n_marks; struct literals literals; };

static const struct mark *mark_at(const struct target *g, const struct mark_place *p)
{
	for (size_t lo = 0, hi = g->n_marks; lo < hi;) {
		size_t mid = lo + (hi - lo) / 2;

		if (g->marks[mid].begin == p->begin)
			return &g->marks[mid];
		if (g->marks[mid].begin < p->begin)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/* A mark's own bytes, with the translations inside it: those that come after the one it belongs to. */
static void weave_mark(struct weaving *w, const struct target *g, const struct mark *m, struct buf *out)
{
	size_t first = layer_from(w->d, LAYER_translation, m->begin);

	if (m->write.n)
		buf_add(out, m->write);
	else
		weave_from(w, first > g->i ? first : g->i + 1, m->begin, m->end, out);
}

static bool is_wide(struct view t, size_t i)
{
	return i < t.n && ((unsigned char)t.p[i] & 0x80);
}

/* A bare address would take a letter or danda right beside it for a part of itself. */
static bool is_bare_address(const struct mark *m, struct view text)
{
	return view_is(m->label, "autolink") && text.p[m->begin] != '<';
}

/* Writes a mark; a bare address is kept apart from what is not ASCII, unless it stood so in the source. */
static void weave_apart(struct weaving *w, const struct target *g, const struct mark *m, struct view after,
			struct buf *out)
{
	struct view t = w->d->text, before = buf_view(out);
	bool bare = is_bare_address(m, t);

	if (bare && before.n && is_wide(before, before.n - 1) && !(m->begin && is_wide(t, m->begin - 1)))
		buf_byte(out, ' ');
	weave_mark(w, g, m, out);
	if (bare && is_wide(after, 0) && !is_wide(t, m->end))
		buf_byte(out, ' ');
}

/* A line break in a translation, wherever that came from, would be structure: it reads as a blank. */
static void add_text(struct buf *out, struct view text, struct escape_place place)
{
	while (text.n) {
		size_t n = 0;

		while (n < text.n && text.p[n] != '\n' && text.p[n] != '\r')
			n++;
		escape_add(out, view_cut(text, 0, n), place);
		if (n < text.n)
			buf_byte(out, ' ');
		text = view_cut(text, n + (n < text.n), text.n);
		place.line_start = false;
	}
}

static void weave_target(struct weaving *w, const struct target *g, enum escape where, bool line_start,
			 struct buf *out)
{
	struct escape_place place = { .where = where, .line_start = line_start, .literals = &g->literals };
	size_t at = 0;

	for (size_t i = 0; i < g->t->n_places; i++) {
		const struct mark_place *p = &g->t->places[i];

		place.after = w->d->text.p[p->begin];
		add_text(out, view_cut(g->t->value, at, p->at), place);
		at = p->at + p->n;
		weave_apart(w, g, mark_at(g, p), view_cut(g->t->value, at, g->t->value.n), out);
		place.line_start = false;
	}
	place.after = 0;
	add_text(out, view_cut(g->t->value, at, g->t->value.n), place);
}

static void weave_sentence(struct weaving *w, size_t i, struct buf *out)
{
	const struct span *t = &w->d->layer[LAYER_translation].at[i], *block = w->block_of[i];
	struct target g = { .i = i, .t = t };	/* 1 KiB of literals: sentences do not nest deep */
	bool line_start = at_line_start(out) || (block && block->begin == t->begin);

	unit_build(&w->unit, w->d, t->begin, t->end);
	if (!unit_fits(&w->unit, t)) {
		warn(w->r, t->begin, "marks", "a translation does not keep the marks of its sentence; left as it was");
		weave_from(w, i + 1, t->begin, t->end, out);
		return;
	}
	/* Nested sentences (alt texts, titles) build units of their own: keep this one's marks aside. */
	literals_find(&g.literals, buf_view(&w->unit.text));
	g.n_marks = w->unit.n;
	g.marks = w->unit.at;
	w->unit.at = NULL;
	w->unit.cap = 0;
	weave_target(w, &g, escape_in(w, block), line_start, out);
	free((void *)(uintptr_t)g.marks);
}

/* A plain front-matter value may need quotes once it is translated; the whole value decides. */
static size_t weave_field(struct weaving *w, const struct span *field, struct buf *out)
{
	struct buf value = { 0 };

	weave_range(w, field->begin, field->end, &value);
	if (yaml_needs_quotes(buf_view(&value))) {
		buf_byte(out, '"');
		escape_add(out, buf_view(&value), (struct escape_place){ .where = ESCAPE_YAML_DOUBLE });
		buf_byte(out, '"');
	} else {
		buf_add(out, buf_view(&value));
	}
	buf_release(&value);
	return field->end;
}

/* A mark that must be written differently after a translated text, such as the end of [text][]. */
static size_t weave_tail(struct weaving *w, size_t at, size_t end, struct buf *out)
{
	const struct layer_spans *m = &w->d->layer[LAYER_markup];
	size_t i = layer_from(w->d, LAYER_markup, at);

	if (i == m->n || m->at[i].begin != at || m->at[i].end > end || !m->at[i].value.n)
		return at;
	buf_add(out, m->at[i].value);
	return m->at[i].end;
}

static bool is_plain_field(const struct span *block, size_t begin, size_t end)
{
	return block && view_is(block->label, "field") && block->begin >= begin && block->end <= end
		&& !(block->begin == begin && block->end == end);
}

/* Bytes [begin, end) with the translations from index `first` on. */
static void weave_from(struct weaving *w, size_t first, size_t begin, size_t end, struct buf *out)
{
	const struct layer_spans *t = &w->d->layer[LAYER_translation];

	for (size_t i = first; w->depth < WEAVE_DEPTH && i < t->n && t->at[i].begin < end; i++) {
		const struct span *s = &t->at[i];

		if (s->begin < begin || s->end > end)
			continue;
		w->depth++;
		if (is_plain_field(w->block_of[i], begin, end)) {
			copy(w, begin, w->block_of[i]->begin, out);
			begin = weave_field(w, w->block_of[i], out);
		} else {
			copy(w, begin, s->begin, out);
			weave_sentence(w, i, out);
			begin = weave_tail(w, s->end, end, out);
		}
		w->depth--;
	}
	copy(w, begin, end, out);
}

static void weave_range(struct weaving *w, size_t begin, size_t end, struct buf *out)
{
	weave_from(w, layer_from(w->d, LAYER_translation, begin), begin, end, out);
}

void weave(const struct document *d, size_t begin, size_t end, const struct edits *edits, struct buf *out,
	   struct report *r)
{
	struct weaving w = { .d = d, .edits = edits, .r = r };

	w.block_of = find_blocks(d);
	weave_range(&w, begin, end, out);
	unit_release(&w.unit);
	free(w.block_of);
}
