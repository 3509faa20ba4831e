/*
 * align.c - expectation maximisation over all ways to cut the one spelling into pieces, one piece a letter of the other,
 * a piece being nothing or up to LABEL_UNITS units; then the best way of each pair, and the labels that are in use.
 */
#include "train.h"
#include "utf8.h"

#include <math.h>
#include <stdlib.h>

enum { ROUNDS = 12, TO_MAX = 64, LENGTHS = LABEL_UNITS + 1 };

/* A pair cut into units; piece[j][k]: the number of the piece of k units from unit j on. */
struct cut { uint8_t letter[NET_UNITS]; size_t n, m; uint32_t (*piece)[LENGTHS]; struct view to; uint8_t begin[TO_MAX + 1]; };

struct aligner {
	struct network *net;
	struct index piece;
	struct view *text;		/* of each piece */
	size_t n_pieces, cap_pieces;
	float *p, *seen;		/* [symbols][pieces] */
	struct cut *cut;
	size_t n;
};

static uint8_t number_of(uint8_t *table, unsigned unit, uint32_t *n)
{
	if (!table[unit])
		table[unit] = (uint8_t)(*n)++;
	return table[unit];
}

static uint32_t piece_number(struct aligner *a, struct view text)
{
	struct entry *e = index_find(&a->piece, text);

	if (!e) {
		e = index_add(&a->piece, text);
		e->number = a->n_pieces;
		a->text = memory_grow(a->text, &a->cap_pieces, a->n_pieces + 1, sizeof *a->text);
		a->text[a->n_pieces++] = text;
	}
	return (uint32_t)e->number;
}

static bool cut_pair(struct aligner *a, const struct pair *p, struct cut *c)
{
	size_t bytes;

	*c = (struct cut){ .to = p->to };
	for (size_t i = 0; i < p->from.n; i += bytes) {
		unsigned unit = unit_number(p->from.p + i, p->from.n - i, &bytes);

		if (c->n == NET_UNITS || !unit)
			return false;
		c->letter[c->n++] = number_of(a->net->symbol, unit, &a->net->size.symbols);
	}
	for (size_t i = 0; i < p->to.n; i += bytes) {
		unsigned unit = unit_number(p->to.p + i, p->to.n - i, &bytes);

		if (c->m + 1 == TO_MAX || !unit)
			return false;
		number_of(a->net->unit, unit, &a->net->size.units);
		c->begin[c->m++] = (uint8_t)i;
	}
	c->begin[c->m] = (uint8_t)p->to.n;
	c->piece = memory_get((c->m + 1) * sizeof *c->piece);
	for (size_t j = 0; j <= c->m; j++)
		for (size_t k = 0; k < LENGTHS && j + k <= c->m; k++)
			c->piece[j][k] = piece_number(a, view_cut(p->to, c->begin[j], c->begin[j + k]));
	return c->n && c->m;
}

/* Before anything is known, one unit a letter is likeliest. */
static float prior(size_t k)
{
	static const float by_length[LENGTHS] = { 0.15f, 0.6f, 0.1f, 0.02f, 0.004f };

	return by_length[k];
}

static float probability(const struct aligner *a, const struct cut *c, size_t i, size_t j, size_t k)
{
	return a->p ? a->p[c->letter[i] * a->n_pieces + c->piece[j][k]] : prior(k);
}

/* All ways, each as often as it is likely. */
static void see(struct aligner *a, const struct cut *c, double weight)
{
	static double forward[NET_UNITS + 1][TO_MAX + 1], backward[NET_UNITS + 1][TO_MAX + 1];

	memset(forward, 0, sizeof forward);
	memset(backward, 0, sizeof backward);
	forward[0][0] = backward[c->n][c->m] = 1;
	for (size_t i = 0; i < c->n; i++)
		for (size_t j = 0; j <= c->m; j++)
			for (size_t k = 0; forward[i][j] > 0 && k < LENGTHS && j + k <= c->m; k++)
				forward[i + 1][j + k] += forward[i][j] * (double)probability(a, c, i, j, k);
	for (size_t i = c->n; i-- > 0;)
		for (size_t j = 0; j <= c->m; j++)
			for (size_t k = 0; k < LENGTHS && j + k <= c->m; k++)
				backward[i][j] += backward[i + 1][j + k] * (double)probability(a, c, i, j, k);
	for (size_t i = 0; i < c->n && forward[c->n][c->m] > 0; i++)
		for (size_t j = 0; j <= c->m; j++)
			for (size_t k = 0; k < LENGTHS && j + k <= c->m; k++)
				a->seen[c->letter[i] * a->n_pieces + c->piece[j][k]] += (float)(weight * forward[i][j]
					* (double)probability(a, c, i, j, k) * backward[i + 1][j + k] / forward[c->n][c->m]);
}

static void maximise(struct aligner *a, bool first)
{
	size_t size = a->net->size.symbols * a->n_pieces;

	if (first)
		a->p = memory_get(size * sizeof *a->p);
	for (size_t s = 0; s < a->net->size.symbols; s++) {
		float all = 0;

		for (size_t x = 0; x < a->n_pieces; x++)
			all += a->seen[s * a->n_pieces + x];
		for (size_t x = 0; x < a->n_pieces; x++)
			a->p[s * a->n_pieces + x] = all > 0 ? a->seen[s * a->n_pieces + x] / all : 0;
	}
	memset(a->seen, 0, size * sizeof *a->seen);
}

/* The best way: how many units each letter stands for. */
static bool best_way(const struct aligner *a, const struct cut *c, uint32_t piece[NET_UNITS])
{
	static float best[NET_UNITS + 1][TO_MAX + 1];
	static uint8_t from[NET_UNITS + 1][TO_MAX + 1];

	for (size_t i = 0; i <= c->n; i++)
		for (size_t j = 0; j <= c->m; j++)
			best[i][j] = i || j ? -INFINITY : 0;
	for (size_t i = 0; i < c->n; i++)
		for (size_t j = 0; j <= c->m; j++)
			for (size_t k = 0; best[i][j] > -INFINITY && k < LENGTHS && j + k <= c->m; k++) {
				float s = best[i][j] + logf(probability(a, c, i, j, k));

				if (s > best[i + 1][j + k]) {
					best[i + 1][j + k] = s;
					from[i + 1][j + k] = (uint8_t)k;
				}
			}
	if (best[c->n][c->m] == -INFINITY)
		return false;
	for (size_t i = c->n, j = c->m; i-- > 0;) {
		size_t k = from[i + 1][j];

		j -= k;
		piece[i] = c->piece[j][k];
	}
	return true;
}

static void add_label(struct network *net, struct view text, size_t *cap)
{
	struct net_label *l;
	size_t bytes;

	net->label = memory_grow(net->label, cap, net->size.labels + 1, sizeof *net->label);
	l = &net->label[net->size.labels++];
	memset(l, 0, sizeof *l);
	memcpy(l->text, text.p, text.n);
	for (size_t i = 0; i < text.n; i += bytes)
		l->unit[l->n++] = net->unit[unit_number(text.p + i, text.n - i, &bytes)];
}

/* Pieces in use become labels; `label`: piece to label and one. */
static void make_labels(struct aligner *a, uint32_t *label, unsigned label_min)
{
	struct network *net = a->net;
	size_t cap = 0, cap_candidates = 0;

	net->first = memory_get((net->size.symbols + 1) * sizeof *net->first);
	for (size_t s = 0; s < net->size.symbols; s++) {
		net->first[s] = net->size.candidates;
		for (size_t x = 0; x < a->n_pieces; x++) {
			if (a->seen[s * a->n_pieces + x] < (float)label_min)
				continue;
			if (!label[x]) {
				add_label(net, a->text[x], &cap);
				label[x] = net->size.labels;
			}
			net->candidate = memory_grow(net->candidate, &cap_candidates, net->size.candidates + 1, sizeof *net->candidate);
			net->candidate[net->size.candidates++] = (uint16_t)(label[x] - 1);
		}
	}
	net->first[net->size.symbols] = net->size.candidates;
}

struct lesson *align(const struct pairs *pairs, size_t sounds, unsigned label_min, struct network *net, size_t *n)
{
	struct aligner a = { .net = net, .cut = memory_get(pairs->n * sizeof *a.cut) };
	uint32_t (*way)[NET_UNITS] = memory_get(pairs->n * sizeof *way), *label;
	bool *good = memory_get(pairs->n * sizeof *good);
	struct lesson *lesson = memory_get(pairs->n * sizeof *lesson);

	net->size = (struct net_sizes){ .symbols = 1, .units = 1, .sounds = (uint32_t)sounds };
	for (size_t i = 0; i < pairs->n; i++)
		good[i] = cut_pair(&a, &pairs->at[i], &a.cut[i]);
	a.seen = memory_get(net->size.symbols * a.n_pieces * sizeof *a.seen);
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < pairs->n; i++)
			if (good[i])
				see(&a, &a.cut[i], (double)pairs->at[i].weight);
		maximise(&a, !round);
	}
	for (size_t i = 0; i < pairs->n; i++)
		if (good[i] && (good[i] = best_way(&a, &a.cut[i], way[i])))
			for (size_t k = 0; k < a.cut[i].n; k++)
				a.seen[a.cut[i].letter[k] * a.n_pieces + way[i][k]] += 1;
	label = memory_get(a.n_pieces * sizeof *label);
	make_labels(&a, label, label_min);
	*n = 0;
	for (size_t i = 0; i < pairs->n; i++) {
		struct lesson *l = &lesson[*n];

		for (size_t k = 0; good[i] && k < a.cut[i].n; k++)
			good[i] = a.seen[a.cut[i].letter[k] * a.n_pieces + way[i][k]] >= (float)label_min;
		free(a.cut[i].piece);
		if (!good[i])
			continue;
		l->word = (struct net_word){ .n = a.cut[i].n, .domain = pairs->at[i].domain };
		memcpy(l->word.letter, a.cut[i].letter, sizeof l->word.letter);
		if (pairs->at[i].sound)
			memcpy(l->word.sound, pairs->at[i].sound, l->word.n * sizeof *l->word.sound);
		for (size_t k = 0; k < l->word.n; k++)
			l->label[k] = (uint16_t)(label[way[i][k]] - 1);
		l->weight = pairs->at[i].weight;
		++*n;
	}
	free(a.cut);
	free(a.text);
	free(a.p);
	free(a.seen);
	free(way);
	free(label);
	free(good);
	index_release(&a.piece);
	return lesson;
}
