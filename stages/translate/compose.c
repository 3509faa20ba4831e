/*
 * compose.c - makes text of pieces: blanks, and the marks of the sentence round the words that they stood round.
 *
 * A pair goes round the longest run of pieces that stand for its words; one inside another stays inside. A mark that
 * stands alone follows the word it followed.
 */
#include "transfer.h"

#include <stdlib.h>

struct range { size_t begin, end; };	/* pieces */

struct placing {
	const struct items *items;
	const struct pieces *pieces;
	struct range *range;		/* of each opening anchor; of one that stands alone, its end */
};

static bool stands_for(const struct piece *piece, int begin, int end)
{
	return piece->item >= begin && piece->item < end;
}

/* The run within `in` that has most pieces of items [begin, end); pieces of no item may be inside it. */
static struct range longest_run(const struct pieces *pieces, struct range in, int begin, int end)
{
	struct range best = { in.end, in.end }, run = { in.end, in.end };
	size_t most = 0, now = 0;

	for (size_t i = in.begin; i < in.end; i++) {
		if (stands_for(&pieces->at[i], begin, end)) {
			if (!now++)
				run.begin = i;
			run.end = i + 1;
		} else if (pieces->at[i].item >= 0) {
			now = 0;
		} else if (now && run.end == i && !pieces->at[i].tight) {
			run.end = i + 1;	/* what stands for no word belongs to the one before it: हो रहा है */
			best = most == now ? run : best;
		}
		if (now > most) {
			most = now;
			best = run;
		}
	}
	return best;
}

/* A pair without words of its own goes round the piece nearest to where it stood; an empty one would be no mark. */
static struct range nearest_piece(const struct pieces *pieces, struct range in, int item)
{
	size_t best = in.begin;
	int distance = -1;

	for (size_t i = in.begin; i < in.end; i++) {
		int d = pieces->at[i].item < 0 ? 1 << 20 : abs(pieces->at[i].item - item);

		if (pieces->at[i].tight)
			continue;
		if (distance < 0 || d < distance) {
			distance = d;
			best = i;
		}
	}
	return (struct range){ best, best < in.end ? best + 1 : best };
}

/* The ranges of the anchors, outer ones first, because they stand first. */
static void place_pairs(struct placing *p)
{
	struct range all = { 0, p->pieces->n };

	for (size_t k = 0; k < p->items->n_anchors; k++) {
		const struct anchor *a = &p->items->anchor[k];
		struct range in = all;

		if (a->pair < 0 || !a->opens)
			continue;
		for (size_t o = 0; o < k; o++)
			if (p->items->anchor[o].opens && p->items->anchor[o].pair > (int)k)
				in = p->range[o];
		p->range[k] = longest_run(p->pieces, in, a->before, p->items->anchor[a->pair].before);
		if (p->range[k].begin == p->range[k].end)
			p->range[k] = nearest_piece(p->pieces, in, a->before);
	}
	/* Neighbours that nest nowhere must not cross: what begins inside an earlier pair ends with it. */
	for (size_t k = 0; k < p->items->n_anchors; k++)
		for (size_t o = 0; o < k; o++) {
			struct range *a = &p->range[o], *b = &p->range[k];

			if (!p->items->anchor[k].opens || !p->items->anchor[o].opens || p->items->anchor[o].pair < 0
			    || p->items->anchor[o].pair > (int)k)
				continue;
			if (b->begin < a->end && b->begin >= a->begin && b->end > a->end)
				b->begin = a->end;
			else if (a->begin < b->end && a->begin >= b->begin && a->end > b->end)
				a->begin = b->end;
		}
}

static void place_alone(struct placing *p)
{
	for (size_t k = 0; k < p->items->n_anchors; k++) {
		const struct anchor *a = &p->items->anchor[k];
		size_t at = 0;

		if (a->pair >= 0)
			continue;
		for (int item = a->before - 1; item >= 0 && !at; item--)
			for (size_t i = 0; i < p->pieces->n; i++)
				if (p->pieces->at[i].item == item)
					at = i + 1;
		p->range[k] = (struct range){ at, at };
	}
}

static void add_blank(struct buf *out, bool *wants)
{
	if (*wants)
		buf_byte(out, ' ');
	*wants = false;
}

static void add_opening(const struct placing *p, size_t i, bool tight, struct buf *out, bool *blank)
{
	for (size_t k = 0; k < p->items->n_anchors; k++) {
		const struct anchor *a = &p->items->anchor[k];

		if (!a->opens || a->pair < 0 || p->range[k].begin != i)
			continue;
		if (!tight)
			add_blank(out, blank);
		buf_add(out, a->text);
	}
}

/* The pair to be closed at i after `last` (an opening anchor; n_anchors: the first): what was opened last is closed first. */
static size_t next_to_close(const struct placing *p, size_t i, size_t last)
{
	size_t n = p->items->n_anchors, best = n;

	for (size_t k = 0; k < n; k++) {
		const struct anchor *a = &p->items->anchor[k];
		size_t begin = p->range[k].begin;

		if (!a->opens || a->pair < 0 || p->range[k].end != i || begin >= i)
			continue;
		if (last < n && (begin > p->range[last].begin || (begin == p->range[last].begin && k >= last)))
			continue;
		if (best == n || begin >= p->range[best].begin)
			best = k;
	}
	return best;
}

static void add_closing(const struct placing *p, size_t i, struct buf *out)
{
	size_t n = p->items->n_anchors;

	for (size_t k = next_to_close(p, i, n); k < n; k = next_to_close(p, i, k))
		buf_add(out, p->items->anchor[p->items->anchor[k].pair].text);
}

static void add_alone(const struct placing *p, size_t i, struct buf *out, bool *blank)
{
	for (size_t k = 0; k < p->items->n_anchors; k++) {
		const struct anchor *a = &p->items->anchor[k];

		if (a->pair >= 0 || p->range[k].end != i)
			continue;
		if (a->blank)
			add_blank(out, blank);
		buf_add(out, a->text);
		*blank = i == 0 ? false : *blank;
	}
}

void compose(const struct items *items, const struct pieces *pieces, struct buf *out)
{
	struct placing p = { items, pieces, memory_get((items->n_anchors + 1) * sizeof(struct range)) };
	bool blank = false;

	place_pairs(&p);
	place_alone(&p);
	add_alone(&p, 0, out, &blank);
	blank = blank || (out->n && items->n && items->at[0].blank);
	for (size_t i = 0; i < pieces->n; i++) {
		const struct piece *piece = &pieces->at[i];

		add_opening(&p, i, piece->tight, out, &blank);
		if (!piece->tight)
			add_blank(out, &blank);
		buf_add(out, piece->text);
		add_closing(&p, i + 1, out);
		blank = !piece->tight_after;
		add_alone(&p, i + 1, out, &blank);
	}
	free(p.range);
}
