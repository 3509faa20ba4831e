/* edit.c - changing a text and taking along all that points into it. */
#include "edit.h"

#include <stdlib.h>

void edits_add(struct edits *e, size_t begin, size_t end, struct view text)
{
	e->at = memory_grow(e->at, &e->cap, e->n + 1, sizeof *e->at);
	e->at[e->n++] = (struct edit){ (uint32_t)begin, (uint32_t)end, text };
}

void edits_release(struct edits *e)
{
	free(e->at);
	*e = (struct edits){ 0 };
}

void edits_apply(const struct edits *e, struct view text, struct buf *out)
{
	size_t at = 0;

	for (size_t i = 0; i < e->n; i++) {
		buf_add(out, view_cut(text, at, e->at[i].begin));
		buf_add(out, e->at[i].text);
		at = e->at[i].end;
	}
	buf_add(out, view_cut(text, at, text.n));
}

/* For each edit, how far the text after it has moved. */
struct moves { const struct edits *edits; ptrdiff_t *after; };

static struct moves moves_of(const struct edits *e)
{
	struct moves m = { e, memory_get((e->n + 1) * sizeof *m.after) };
	ptrdiff_t shift = 0;

	for (size_t i = 0; i < e->n; i++)
		m.after[i] = shift += (ptrdiff_t)e->at[i].text.n - (ptrdiff_t)(e->at[i].end - e->at[i].begin);
	return m;
}

/* Where an offset is now; inside an edit, the edit's new end (`late`) or begin. */
static uint32_t moved(const struct moves *m, uint32_t at, bool late)
{
	size_t lo = 0, hi = m->edits->n;

	while (lo < hi) {	/* the first edit that ends after the offset */
		size_t mid = lo + (hi - lo) / 2;

		if (m->edits->at[mid].end <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo < m->edits->n && m->edits->at[lo].begin < at)
		at = late ? m->edits->at[lo].end : m->edits->at[lo].begin;
	else
		late = false;
	lo += late;
	return (uint32_t)((ptrdiff_t)at + (lo ? m->after[lo - 1] : 0));
}

static void move_span(const struct moves *m, struct span *s, struct arena *arena)
{
	struct mark_place *places;

	s->begin = moved(m, s->begin, false);
	s->end = moved(m, s->end, true);
	if (!s->n_places)
		return;
	places = arena_get(arena, s->n_places * sizeof *places);
	for (size_t i = 0; i < s->n_places; i++) {
		places[i] = s->places[i];
		places[i].begin = moved(m, places[i].begin, false);
		places[i].end = moved(m, places[i].end, true);
	}
	s->places = places;
}

/* Two spans may begin at one place now that did not before: sorted again, which costs little when it was so. */
static void move_layer(const struct moves *m, struct document *d, enum layer l)
{
	struct spans moved_spans = { .arena = &d->arena };
	unsigned layers = d->layers;

	for (size_t i = 0; i < d->layer[l].n; i++)
		move_span(m, &d->layer[l].at[i], &d->arena);
	moved_spans.layer[l] = d->layer[l];
	d->layer[l] = (struct layer_spans){ 0 };
	document_set_layer(d, l, &moved_spans);
	d->layers = layers;
}

void document_rewrite(struct document *d, const struct edits *e, struct report *r)
{
	struct buf text = { 0 };
	struct moves m;

	if (!e->n)
		return;
	m = moves_of(e);
	edits_apply(e, d->text, &text);
	d->text = arena_copy(&d->arena, buf_view(&text));
	buf_release(&text);
	for (int l = 0; l < LAYER_COUNT; l++)
		move_layer(&m, d, (enum layer)l);
	for (size_t i = 0; i < d->foreign.n; i++)
		move_span(&m, &d->foreign.at[i], &d->arena);
	for (size_t i = 0; i < r->n; i++)
		if (r->at[i].at != NOWHERE)
			r->at[i].at = moved(&m, r->at[i].at, false);
	free(m.after);
}
