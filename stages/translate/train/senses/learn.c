/*
 * learn.c - a row is as likely as the exponential of what its features weigh, among a word's rows; weights are moved
 * towards the rows that were chosen, word by word in an order of its own each round, and drawn towards zero.
 */
#include "senses.h"

#include <math.h>
#include <stdlib.h>

enum { ROUNDS = 8, STYLE_ROUNDS = 3, TABLE_BITS = 23, LEAST_TIMES = 2, SHRINK_EVERY = 1000, LEAST_EXAMPLES = 3 };
static const float RATE = 0.15f, STYLE_RATE = 0.05f, SLOWER = 150000, DECAY = 4e-6f, UNIT = 1.0f / 32;

/* By the first bits of a feature; two features that share a place are taken for one. */
struct weighed { uint32_t feature; float w; uint16_t times; bool kept; };

struct learned { struct weighed *at; size_t *order, n; bool all; };

static bool is_own(const struct lesson *l, const struct pair *p)
{
	return !strcmp(l->domain[p->domain].name, CHOICE_STYLE);
}

static struct weighed *place(const struct learned *m, uint32_t feature)
{
	return &m->at[feature >> (32 - TABLE_BITS)];
}

static void see(struct learned *m, uint32_t feature)
{
	struct weighed *w = place(m, feature);

	w->feature = feature;
	w->times = (uint16_t)(w->times + (w->times < UINT16_MAX));
}

static float weigh(const struct learned *m, const struct choice_rows *r, size_t k, struct view style)
{
	struct choice_features f;
	float sum = 0;

	choice_features(r, k, style, &f);
	for (size_t i = 0; i < f.n; i++)
		sum += place(m, f.at[i])->w;
	return sum;
}

static void move(struct learned *m, const struct choice_rows *r, size_t k, struct view style, float by)
{
	struct choice_features f;

	choice_features(r, k, style, &f);
	for (size_t i = 0; i < f.n; i++)
		if (place(m, f.at[i])->times >= LEAST_TIMES)
			place(m, f.at[i])->w += by;
}

static struct view style_of(const struct lesson *l, const struct example *e)
{
	return view_of(l->domain[l->pair[e->pair].domain].name);
}

static void chances(const struct learned *m, const struct choice_rows *r, struct view style, float *chance)
{
	float most = -1e9f, all = 0;

	for (size_t k = 0; k < r->n; k++) {
		chance[k] = weigh(m, r, k, style);
		most = chance[k] > most ? chance[k] : most;
	}
	for (size_t k = 0; k < r->n; k++)
		all += chance[k] = expf(chance[k] - most);
	for (size_t k = 0; k < r->n; k++)
		chance[k] /= all;
}

static void learn_example(struct learned *m, const struct example *e, struct view style, float rate)
{
	float chance[CHOICE_ROWS];

	chances(m, e->rows, style, chance);
	for (size_t k = 0; k < e->rows->n; k++) {
		float g = (float)(e->row == (int)k) - chance[k];

		if (fabsf(g) > 1e-3f)
			move(m, e->rows, k, style, rate * e->weight * g);
	}
}

static void shrink(struct learned *m, float rate)
{
	for (size_t i = 0; i < (size_t)1 << TABLE_BITS; i++)
		m->at[i].w *= 1 - rate * DECAY * SHRINK_EVERY;
}

static void shuffle(size_t *order, size_t n, uint64_t seed)
{
	for (size_t i = n; i > 1; i--) {
		size_t k, t = order[i - 1];

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		k = (size_t)(seed >> 33) % i;
		order[i - 1] = order[k];
		order[k] = t;
	}
}

/* --- style --- */

static float likeness(const struct learned *m, const struct pair *p)
{
	float sum = 0;

	for (size_t i = 0; i < p->n_words; i++)
		sum += place(m, p->words[i])->w;
	return sum;
}

/* Our pairs count as much as all others together. */
static void learn_style(struct learned *m, const struct lesson *l)
{
	size_t *order = memory_get(l->n_pairs * sizeof *order), n = 0, seen = 0, own = 0;

	for (size_t i = 0; i < l->n_pairs; i++)
		if (!l->pair[i].held || m->all) {
			order[n++] = i;
			own += is_own(l, &l->pair[i]);
			for (size_t k = 0; k < l->pair[i].n_words; k++)
				see(m, l->pair[i].words[k]);
		}
	for (unsigned round = 0; round < STYLE_ROUNDS; round++) {
		shuffle(order, n, round + 1);
		for (size_t i = 0; i < n; i++) {
			const struct pair *p = &l->pair[order[i]];
			float share = (float)n / 2 / (float)(is_own(l, p) ? own : n - own);
			float g = (is_own(l, p) ? 1 : 0) - 1 / (1 + expf(-likeness(m, p)));

			for (size_t k = 0; k < p->n_words; k++)
				if (place(m, p->words[k])->times >= LEAST_TIMES)
					place(m, p->words[k])->w += STYLE_RATE / (1 + (float)seen / SLOWER) * share * g;
			seen++;
		}
	}
	free(order);
}

/* --- rows --- */

/* The examples to learn from; how often each word is among them. */
static void collect(struct learned *m, const struct lesson *l)
{
	m->order = memory_get(l->n_examples * sizeof *m->order);
	for (size_t i = 0; i < l->n_examples; i++) {
		const struct example *e = &l->example[i];

		if (e->row == UNKNOWN_ROW || (l->pair[e->pair].held && !m->all))
			continue;
		m->order[m->n++] = i;
		see(m, e->rows->word);
		for (size_t k = 0; k < e->rows->n; k++) {
			struct choice_features f;

			choice_features(e->rows, k, style_of(l, e), &f);
			for (size_t j = 0; j < f.n; j++)
				see(m, f.at[j]);
		}
	}
}

struct learned *learn(const struct lesson *l, bool all)
{
	struct learned *m = memory_get(sizeof *m);
	size_t seen = 0;

	m->at = memory_get(sizeof *m->at << TABLE_BITS);
	m->all = all;
	learn_style(m, l);
	collect(m, l);
	for (unsigned round = 0; round < ROUNDS; round++) {
		shuffle(m->order, m->n, round + 1);
		for (size_t i = 0; i < m->n; i++) {
			float rate = RATE / (1 + (float)seen / SLOWER);

			learn_example(m, &l->example[m->order[i]], style_of(l, &l->example[m->order[i]]), rate);
			if (++seen % SHRINK_EVERY == 0)
				shrink(m, rate);
		}
	}
	return m;
}

void learned_release(struct learned *m)
{
	free(m->at);
	free(m->order);
	free(m);
}

/* --- figures --- */

struct figures { size_t n, first, today, learned, known; double style; };

/* As choose() does it. */
static size_t row_by(const struct learned *m, const struct example *e, float style)
{
	float most = 0, stays = e->behind ? CHOICE_MARKER_STAYS : CHOICE_STAYS;
	size_t best = 0;

	if (place(m, e->rows->word)->times < LEAST_EXAMPLES)
		return e->rows->today;
	for (size_t k = 0; k < e->rows->n; k++) {
		float all = weigh(m, e->rows, k, V("")), ours = weigh(m, e->rows, k, V(CHOICE_STYLE));
		float sum = all + style * (ours - all + (k == e->rows->today ? stays : 0));

		if (!k || sum > most) {
			most = sum;
			best = k;
		}
	}
	return best;
}

static void add_figures(const struct learned *m, const struct lesson *l, const struct example *e, struct figures *to)
{
	float style = (float)choice_style((int)(likeness(m, &l->pair[e->pair]) / UNIT)) / CHOICE_STYLE_MOST;

	to->n++;
	to->style += style;
	to->first += e->row == 0;
	to->today += e->row == (int)e->rows->today;
	to->learned += e->row == (int)row_by(m, e, style);
	to->known += place(m, e->rows->word)->times >= LEAST_EXAMPLES;
}

static void print_of(struct learned *m, const struct lesson *l, bool behind)
{
	struct figures f[DOMAINS_MAX] = { 0 };

	for (size_t i = 0; i < l->n_examples; i++) {
		const struct example *e = &l->example[i];

		if (l->pair[e->pair].held && e->row != UNKNOWN_ROW && e->behind == behind)
			add_figures(m, l, e, &f[l->pair[e->pair].domain]);
	}
	printf("%s\tnumber\tof known\town style\tfirst row\tcues\tlearned\n", behind ? "markers" : "words");
	for (size_t d = 0; d < l->n_domains; d++) {
		double n = (double)f[d].n / 100;

		printf("%s\t%zu\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\n", l->domain[d].name, f[d].n, (double)f[d].known / n, f[d].style / n,
		       (double)f[d].first / n, (double)f[d].today / n, (double)f[d].learned / n);
	}
}

void learned_print(struct learned *m, const struct lesson *l)
{
	print_of(m, l, false);
	print_of(m, l, true);
}

/* --- the file --- */

static int small(float w)
{
	float v = roundf(w / UNIT);

	return (int)(v > 127 ? 127 : v < -127 ? -127 : v);
}

struct maker { uint16_t *check; int8_t *weight; uint32_t slots; };

static void add_weight(struct maker *t, uint32_t feature, int weight)
{
	uint16_t check;
	uint32_t i = choice_place(feature, t->slots, &check);

	while (t->check[i])
		i = i + 1 < t->slots ? i + 1 : 0;
	t->check[i] = check;
	t->weight[i] = (int8_t)weight;
}

/* Words with examples have a weight, too: they are known. */
static void keep_known(struct learned *m, const struct lesson *l)
{
	for (size_t i = 0; i < m->n; i++) {
		struct weighed *w = place(m, l->example[m->order[i]].rows->word);

		if (w->times >= LEAST_EXAMPLES && !w->kept)
			w->w = 1;
		w->kept = true;
	}
}

bool learned_write(struct learned *m, const struct lesson *l, const char *path)
{
	struct choice_header h = { "pravahsn", CHOICE_VERSION, 0 };
	struct maker t;
	size_t n = 0;
	FILE *f = fopen(path, "wb");
	char padding[64 - sizeof h] = { 0 };

	keep_known(m, l);
	for (size_t i = 0; i < (size_t)1 << TABLE_BITS; i++)
		n += small(m->at[i].w) != 0;
	h.slots = t.slots = (uint32_t)(n + n / 3 + 64) & ~63u;
	t.check = memory_get(t.slots * sizeof *t.check);
	t.weight = memory_get(t.slots * sizeof *t.weight);
	for (size_t i = 0; i < (size_t)1 << TABLE_BITS; i++)
		if (small(m->at[i].w))
			add_weight(&t, m->at[i].feature, small(m->at[i].w));
	if (!f)
		return false;
	fwrite(&h, sizeof h, 1, f);
	fwrite(padding, sizeof padding, 1, f);
	fwrite(t.check, sizeof *t.check, t.slots, f);
	fwrite(t.weight, sizeof *t.weight, t.slots, f);
	free(t.check);
	free(t.weight);
	printf("%zu weights\n", n);
	return !fclose(f);
}
