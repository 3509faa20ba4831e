/* document.c - spans, layers and searches in them. */
#include "document.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

const char *const layer_name[LAYER_COUNT] = {
#define LAYER(name, help) #name,
#include "layers.def"
#undef LAYER
};

const char *const role_name[ROLE_COUNT] = { "", "prose", "open", "close" };

struct span *spans_add(struct spans *s, enum layer layer, size_t begin, size_t end, const char *label)
{
	struct layer_spans *l = &s->layer[layer];
	struct span *sp;

	l->at = memory_grow(l->at, &l->cap, l->n + 1, sizeof *l->at);
	sp = &l->at[l->n++];
	memset(sp, 0, sizeof *sp);
	sp->begin = (uint32_t)begin;
	sp->end = (uint32_t)end;
	sp->layer = (uint8_t)layer;
	sp->label = view_of(label);
	return sp;
}

void spans_release(struct spans *s)
{
	for (int l = 0; l < LAYER_COUNT; l++)
		free(s->layer[l].at);
	memset(s->layer, 0, sizeof s->layer);
}

void document_release(struct document *d)
{
	for (int l = 0; l < LAYER_COUNT; l++)
		free(d->layer[l].at);
	free(d->foreign.at);
	arena_release(&d->arena);
	memset(d, 0, sizeof *d);
}

void document_fail(struct document *d, const char *stage, const struct report *r)
{
	const struct message *m = NULL;

	for (size_t i = 0; i < r->n; i++)
		if (!r->at[i].warning)
			m = &r->at[i];
	if (!m)
		return;
	d->failure = arena_get(&d->arena, sizeof *d->failure);
	*d->failure = (struct failure){ view_of(stage), view_of(m->code), arena_copy(&d->arena, m->text), 0, 0 };
	if (m->at != NOWHERE)
		document_position(d->text, m->at, &d->failure->line, &d->failure->column);
}

static bool before(const struct span *a, const struct span *b)
{
	return a->begin != b->begin ? a->begin < b->begin : a->end > b->end;
}

/* Spans come nearly sorted; false, with the array still whole, if they do not after all. */
static bool insertion_sort(struct span *at, size_t n)
{
	size_t moves = 8 * n;

	for (size_t i = 1; i < n; i++) {
		struct span s = at[i];
		size_t k = i;

		for (; k && moves && before(&s, &at[k - 1]); k--, moves--)
			at[k] = at[k - 1];
		at[k] = s;
	}
	return moves > 0;
}

static void merge(struct span *to, const struct span *a, size_t na, const struct span *b, size_t nb)
{
	while (na && nb) {
		if (before(b, a))
			*to++ = *b++, nb--;
		else
			*to++ = *a++, na--;
	}
	memcpy(to, a, na * sizeof *a);
	memcpy(to + na, b, nb * sizeof *b);
}

/* Bottom-up merge sort: qsort() is not stable, and equal spans nest in the order they were added. */
static struct span *sort_spans(struct span *at, size_t n)
{
	struct span *from = at, *to, *spare;

	if (insertion_sort(at, n))
		return at;
	spare = to = memory_get(n * sizeof *at);
	for (size_t run = 1; run < n; run *= 2) {
		struct span *t;

		for (size_t i = 0; i < n; i += 2 * run) {
			size_t na = n - i < run ? n - i : run;
			size_t nb = n - i - na < run ? n - i - na : run;

			merge(to + i, from + i, na, from + i + na, nb);
		}
		t = from, from = to, to = t;
	}
	free(from == at ? spare : at);
	return from;
}

void document_set_layer(struct document *d, enum layer layer, struct spans *in)
{
	struct layer_spans *l = &d->layer[layer];

	free(l->at);
	*l = in->layer[layer];
	in->layer[layer] = (struct layer_spans){ 0 };
	l->at = sort_spans(l->at, l->n);
	d->layers |= 1u << layer;
}

struct view span_text(const struct document *d, const struct span *s)
{
	return view_cut(d->text, s->begin, s->end);
}

size_t layer_from(const struct document *d, enum layer layer, size_t begin)
{
	const struct layer_spans *l = &d->layer[layer];
	size_t lo = 0, hi = l->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (l->at[mid].begin < begin)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

struct own own_begin(const struct document *d, enum layer layer, size_t sentence)
{
	const struct layer_spans *sentences = &d->layer[LAYER_sentence];

	return (struct own){ &d->layer[layer], sentences, sentence, sentence + 1,
			     layer_from(d, layer, sentences->at[sentence].begin), 0 };
}

const struct span *own_next(struct own *o)
{
	uint32_t end = o->sentences->at[o->sentence].end;

	for (; o->next < o->spans->n && o->spans->at[o->next].begin < end; o->next++) {
		const struct span *s = &o->spans->at[o->next];

		while (o->inner < o->sentences->n && o->sentences->at[o->inner].end <= s->begin)
			o->inner++;
		if (s->begin < o->from || s->end > end
		    || (o->inner < o->sentences->n && o->sentences->at[o->inner].begin <= s->begin
			&& o->sentences->at[o->inner].end >= s->end))
			continue;
		o->from = s->end;
		o->next++;
		return s;
	}
	return NULL;
}

void document_position(struct view text, size_t at, uint32_t *line, uint32_t *column)
{
	const char *p = text.p, *end = text.p + (at < text.n ? at : text.n), *nl;

	*line = 1;
	while (p < end && (nl = memchr(p, '\n', (size_t)(end - p)))) {
		++*line;
		p = nl + 1;
	}
	*column = 1 + (uint32_t)utf8_count((struct view){ p, (size_t)(end - p) });
}
