/*
 * align.c - the first model of Brown and others (1993): a Hindi word comes of one English word or of none, whichever it
 * stands beside most often. A row was chosen if its words stand in the translation and come of its word.
 */
#include "senses.h"

#include <stdlib.h>

enum { ROUNDS = 5, GAP = 2 };
static const float LEAST = 0.15f, CLEAR = 2;

/* How often an English word becomes a Hindi one: share, and the count for the next share. English 0 is no word. */
struct cell { uint64_t key; float share, count; };
struct becoming { struct cell *cell; size_t slots, n; float *total; };

static struct cell *cell_of(struct becoming *b, uint32_t en, uint32_t hi)
{
	uint64_t key = (uint64_t)en << 32 | hi, h = key * 0x9e3779b97f4a7c15u;
	size_t i = (size_t)(h >> 20) & (b->slots - 1);

	while (b->cell[i].key && b->cell[i].key != key)
		i = (i + 1) & (b->slots - 1);
	return &b->cell[i];
}

static void widen(struct becoming *b)
{
	struct becoming wide = { .slots = b->slots ? 2 * b->slots : 1 << 20 };

	wide.cell = memory_get(wide.slots * sizeof *wide.cell);
	for (size_t i = 0; i < b->slots; i++)
		if (b->cell[i].key)
			*cell_of(&wide, (uint32_t)(b->cell[i].key >> 32), (uint32_t)b->cell[i].key) = b->cell[i];
	free(b->cell);
	b->cell = wide.cell;
	b->slots = wide.slots;
}

static void add_cells(struct becoming *b, const struct pair *p)
{
	for (size_t j = 0; j < p->n_hi; j++)
		for (size_t i = 0; i <= p->n_en; i++) {
			struct cell *c;

			if (2 * b->n >= b->slots)
				widen(b);
			c = cell_of(b, i < p->n_en ? p->en[i] : 0, p->hi[j]);
			b->n += !c->key;
			c->key = (uint64_t)(i < p->n_en ? p->en[i] : 0) << 32 | p->hi[j];
			c->share = 1;
		}
}

/* The sum of shares of a Hindi word among all words of its sentence. */
static float sum_of(struct becoming *b, const struct pair *p, size_t j)
{
	float sum = cell_of(b, 0, p->hi[j])->share;

	for (size_t i = 0; i < p->n_en; i++)
		sum += cell_of(b, p->en[i], p->hi[j])->share;
	return sum;
}

static void count(struct becoming *b, const struct pair *p)
{
	for (size_t j = 0; j < p->n_hi; j++) {
		float sum = sum_of(b, p, j);

		for (size_t i = 0; i <= p->n_en; i++) {
			struct cell *c = cell_of(b, i < p->n_en ? p->en[i] : 0, p->hi[j]);

			c->count += c->share / sum;
			b->total[i < p->n_en ? p->en[i] : 0] += c->share / sum;
		}
	}
}

/* As if each word had become nothing a few times: a rare word would become all that nothing else explains. */
static void share_out(struct becoming *b)
{
	for (size_t i = 0; i < b->slots; i++) {
		struct cell *c = &b->cell[i];

		c->share = (c->count + 0.01f) / (b->total[c->key >> 32] + 3);
		c->count = 0;
	}
}

static void learn_becoming(struct becoming *b, const struct lesson *l)
{
	for (size_t i = 0; i < l->n_pairs; i++)
		add_cells(b, &l->pair[i]);
	b->total = memory_get((l->english.n + 1) * sizeof *b->total);
	for (int round = 0; round < ROUNDS; round++) {
		memset(b->total, 0, (l->english.n + 1) * sizeof *b->total);
		for (size_t i = 0; i < l->n_pairs; i++)
			count(b, &l->pair[i]);
		share_out(b);
	}
}

/* --- which row --- */

static bool same(const struct lesson *l, uint32_t wanted, uint32_t found)
{
	/* "की" is a form of का and of करना. */
	return wanted == found || (wanted == l->do_stem && found == l->of_stem);
}

/* How surely the stems stand at a place of the translation for the word; 0: they do not stand there. */
static float row_at(struct becoming *b, const struct lesson *l, const struct example *e, const struct stems *s, size_t j)
{
	const struct pair *p = &l->pair[e->pair];
	float sure = 0, carrying = 0;

	for (size_t k = 0; k < s->n; k++) {
		size_t end = j + (k ? GAP : 1);

		while (j < p->n_hi && j < end && !same(l, s->at[k], p->hi[j]))
			j++;
		if (j >= p->n_hi || j >= end)
			return 0;
		if (s->carries & 1u << k) {
			sure += cell_of(b, p->en[e->word], p->hi[j])->share / sum_of(b, p, j);
			carrying++;
		}
		j++;
	}
	return carrying > 0 ? sure / carrying : 0;
}

static float row_in(struct becoming *b, const struct lesson *l, const struct example *e, const struct stems *s)
{
	float best = 0;

	for (size_t j = 0; s->n && j < l->pair[e->pair].n_hi; j++) {
		float sure = row_at(b, l, e, s, j);

		best = sure > best ? sure : best;
	}
	return best;
}

static int row_of(struct becoming *b, const struct lesson *l, const struct example *e)
{
	float best = 0, second = 0;
	int row = UNKNOWN_ROW;

	for (size_t k = 0; k < e->rows->n; k++) {
		float sure = row_in(b, l, e, &e->stems[k]);

		if (sure > best) {
			second = best;
			best = sure;
			row = (int)k;
		} else if (sure > second) {
			second = sure;
		}
	}
	return best >= LEAST && best >= CLEAR * second ? row : UNKNOWN_ROW;
}

/* --- which marker --- */

static bool has_stem(const struct stems *s, uint32_t stem)
{
	for (size_t k = 0; k < s->n; k++)
		if (s->at[k] == stem)
			return true;
	return false;
}

/* The place behind the noun in the translation; 0: it is not found. */
static size_t behind_noun(struct becoming *b, const struct lesson *l, const struct example *e)
{
	const struct pair *p = &l->pair[e->pair];
	size_t best = p->n_hi;
	float most = LEAST;

	for (size_t j = 0; j < p->n_hi; j++) {
		float sure = cell_of(b, p->en[e->word], p->hi[j])->share / sum_of(b, p, j) + (has_stem(&e->noun, p->hi[j]) ? 1 : 0);

		if (sure > most) {
			most = sure;
			best = j;
		}
	}
	if (best == p->n_hi)
		return 0;
	while (best + 1 < p->n_hi && has_stem(&e->noun, p->hi[best + 1]))
		best++;
	return best + 1;
}

static bool stands_at(const struct pair *p, const struct stems *s, size_t j)
{
	if (j + s->n > p->n_hi)
		return false;
	for (size_t k = 0; k < s->n; k++)
		if (p->hi[j + k] != s->at[k])
			return false;
	return true;
}

/* All stems that markers begin with, and those that stand second in one that begins with का. */
struct markers { struct index first, second; };

static void add_markers(struct markers *m, const struct lesson *l, const struct example *e)
{
	for (size_t k = 0; k < e->rows->n; k++) {
		const struct stems *s = &e->stems[k];

		if (s->n)
			index_add(&m->first, (struct view){ (const char *)&s->at[0], sizeof s->at[0] });
		if (s->n > 1 && s->at[0] == l->of_stem)
			index_add(&m->second, (struct view){ (const char *)&s->at[1], sizeof s->at[1] });
	}
}

static bool is_among(const struct index *set, const uint32_t *stem)
{
	return index_find(set, (struct view){ (const char *)stem, sizeof *stem });
}

/* The longest that stands there. The का of a longer one that nobody asks for is none; nothing, where no other marker stands. */
static int marker_of(struct becoming *b, const struct lesson *l, const struct example *e, const struct markers *m)
{
	const struct pair *p = &l->pair[e->pair];
	size_t j = behind_noun(b, l, e);
	int best = UNKNOWN_ROW, none = UNKNOWN_ROW;

	if (!j)
		return UNKNOWN_ROW;
	for (size_t k = 0; k < e->rows->n; k++) {
		const struct stems *s = &e->stems[k];

		if (!s->n)
			none = (int)k;
		else if (stands_at(p, s, j) && (best < 0 || s->n > e->stems[best].n))
			best = (int)k;
	}
	if (best >= 0 && e->stems[best].n == 1 && e->stems[best].at[0] == l->of_stem && j + 1 < p->n_hi && is_among(&m->second, &p->hi[j + 1]))
		return UNKNOWN_ROW;
	if (best < 0 && none >= 0 && (j == p->n_hi || !is_among(&m->first, &p->hi[j])))
		return none;
	return best;
}

void align(struct lesson *l)
{
	struct becoming b = { 0 };
	struct markers m = { 0 };

	learn_becoming(&b, l);
	for (size_t i = 0; i < l->n_examples; i++)
		if (l->example[i].behind)
			add_markers(&m, l, &l->example[i]);
	for (size_t i = 0; i < l->n_examples; i++)
		l->example[i].row = l->example[i].behind ? marker_of(&b, l, &l->example[i], &m) : row_of(&b, l, &l->example[i]);
	index_release(&m.first);
	index_release(&m.second);
	free(b.cell);
	free(b.total);
}
