/*
 * spell.c - which Latin letters a Devanagari letter stands for in English words, learned from pairs of both spellings by
 * expectation maximisation over all ways to align them; and the filter of how English words begin.
 */
#include "train.h"

#include <math.h>
#include <stdlib.h>

enum { UNITS = SPELL_UNITS, CODES = 27 * 27 * 27, CHUNK = 3, ROUNDS = 8, LATIN_MAX = 32 };
static const float RAREST = 0.006f, PRIOR = 3;

/* `pair`, in the last round: how often before each next unit. */
struct table { float p[UNITS][CODES], seen[UNITS][CODES]; float *pair[UNITS][UNITS]; bool pairs; };

struct pair { uint8_t unit[KEY_MAX]; size_t n_units; const char *text; size_t n; };

/* Letters as digits to base 27. */
static uint32_t code_of(const char *text, size_t n)
{
	uint32_t code = 0;

	for (size_t i = 0; i < n; i++)
		code = code * 27 + (uint32_t)(text[i] - 'a') + 1;
	return code;
}

static bool make_pair(struct pair *p, struct view word, struct view latin)
{
	for (size_t i = 0; i < latin.n; i++)
		if (latin.p[i] < 'a' || latin.p[i] > 'z')
			return false;
	p->n_units = spell_units(word.p, word.n, p->unit);
	p->text = latin.p;
	p->n = latin.n;
	return p->n_units > 1 && p->n > 1 && p->n < LATIN_MAX;
}

static void see_before(struct table *t, uint8_t unit, uint8_t next, uint32_t code, float times)
{
	float **of = &t->pair[unit][next];

	if (!t->pairs)
		return;
	if (!*of)
		*of = memory_get(CODES * sizeof **of);
	(*of)[code] += times;
}

/* All ways to align one pair, each as often as it is likely. */
static void learn_pair(struct table *t, const struct pair *p)
{
	static double forward[KEY_MAX + 1][LATIN_MAX + 1], backward[KEY_MAX + 1][LATIN_MAX + 1];
	size_t n = p->n_units, m = p->n;

	memset(forward, 0, sizeof forward);
	memset(backward, 0, sizeof backward);
	forward[0][0] = backward[n][m] = 1;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j <= m; j++)
			for (size_t k = 0; k <= CHUNK && j + k <= m; k++)
				forward[i + 1][j + k] += forward[i][j] * (double)t->p[p->unit[i]][code_of(p->text + j, k)];
	for (size_t i = n; i-- > 0;)
		for (size_t j = 0; j <= m; j++)
			for (size_t k = 0; k <= CHUNK && j + k <= m; k++)
				backward[i][j] += backward[i + 1][j + k] * (double)t->p[p->unit[i]][code_of(p->text + j, k)];
	for (size_t i = 0; i < n && forward[n][m] > 0; i++)
		for (size_t j = 0; j <= m; j++)
			for (size_t k = 0; k <= CHUNK && j + k <= m; k++) {
				uint32_t c = code_of(p->text + j, k);
				double times = forward[i][j] * (double)t->p[p->unit[i]][c] * backward[i + 1][j + k] / forward[n][m];

				t->seen[p->unit[i]][c] += (float)times;
				if (times > 1e-3)
					see_before(t, p->unit[i], i + 1 < n ? p->unit[i + 1] : 0, c, (float)times);
			}
}

/* At first the longer the letters, the less likely. */
static void begin(struct table *t)
{
	for (size_t u = 0; u < UNITS; u++)
		for (uint32_t c = 0; c < CODES; c++)
			t->p[u][c] = c >= 27 * 27 ? 1e-4f : c >= 27 ? 1e-3f : c ? 0.03f : 0.1f;
}

static void maximise(struct table *t)
{
	for (size_t u = 0; u < UNITS; u++) {
		float all = 0;

		for (uint32_t c = 0; c < CODES; c++)
			all += t->seen[u][c];
		for (uint32_t c = 0; c < CODES; c++)
			t->p[u][c] = all > 0 ? t->seen[u][c] / all : 0;
	}
	memset(t->seen, 0, sizeof t->seen);
}

static void learn_all(struct table *t, const struct lists *l)
{
	struct pair p;

	for (size_t i = 0; i < l->english.cap; i++) {
		struct view key = l->english.slot[i].key;

		if (key.p && make_pair(&p, key, lists_spellings(l, &l->english, key)->text))
			learn_pair(t, &p);
	}
	for (size_t i = 0; i < l->roman.cap; i++) {
		struct view key = l->roman.slot[i].key;

		if (key.p && lists_is_english(l, key) && make_pair(&p, key, lists_top(l, key)))
			learn_pair(t, &p);
	}
}

static int by_probability(const void *a, const void *b)
{
	const struct spell_chunk *x = a, *y = b;

	return x->cost != y->cost ? x->cost - y->cost : memcmp(x->text, y->text, sizeof x->text);
}

/* What a unit stands for before another: as counted there, and as much as PRIOR counts say what it is before any. */
static struct spell_range put_chunks(const float *p, const float *before, struct speller *s, uint16_t n)
{
	struct spell_range r = { n, 0 };
	float all = PRIOR;

	for (uint32_t c = 0; before && c < CODES; c++)
		all += before[c];
	for (uint32_t c = 0; c < CODES && n < SPELL_CHUNKS; c++) {
		float q = before ? (before[c] + PRIOR * p[c]) / all : p[c];
		uint32_t digit[CHUNK] = { c / (27 * 27), c / 27 % 27, c % 27 };
		struct spell_chunk *k = &s->chunk[n];
		size_t at = 0;

		if (q < RAREST)
			continue;
		for (size_t i = 0; i < CHUNK; i++)
			if (digit[i])
				k->text[at++] = (char)('a' + digit[i] - 1);
		k->cost = (uint8_t)(-logf(q) * SPELL_SCALE);
		n++;
		r.n++;
	}
	qsort(s->chunk + r.first, r.n, sizeof *s->chunk, by_probability);
	return r;
}

static void put_all(const struct table *t, struct speller *s)
{
	struct spell_range last = { 0, 0 };

	for (size_t u = 0; u < UNITS; u++) {
		struct spell_range any = last = put_chunks(t->p[u], NULL, s, (uint16_t)(last.first + last.n));

		for (size_t v = 0; v < UNITS; v++)
			s->range[u][v] = t->pair[u][v] ? (last = put_chunks(t->p[u], t->pair[u][v], s, (uint16_t)(last.first + last.n))) : any;
	}
	fprintf(stderr, "train: %d ways to spell a letter\n", last.first + last.n);
}

static void put_word(struct speller *s, struct view word)
{
	uint64_t h = SPELL_START;

	for (size_t i = 0; i < word.n; i++) {
		uint32_t bit[2];

		spell_bits(h = spell_hash(h, word.p[i]), bit);
		s->filter[bit[0] >> 3] |= (uint8_t)(1 << (bit[0] & 7));
		s->filter[bit[1] >> 3] |= (uint8_t)(1 << (bit[1] & 7));
	}
}

void speller_learn(struct speller *s, const struct lists *l)
{
	struct table *t = memory_get(sizeof *t);

	begin(t);
	for (int round = 0; round < ROUNDS; round++) {
		t->pairs = round + 1 == ROUNDS;
		learn_all(t, l);
		maximise(t);
	}
	put_all(t, s);
	for (size_t i = 0; i < UNITS * UNITS; i++)
		free(t->pair[i / UNITS][i % UNITS]);
	free(t);
	for (size_t i = 0; i < l->word.cap; i++) {
		struct view key = l->word.slot[i].key;

		if (key.p && key.p[0] >= 'a' && key.p[0] <= 'z' && l->tally[l->word.slot[i].number].lists & LIST_DICTIONARY)
			put_word(s, key);
	}
}
