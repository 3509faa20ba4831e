/* model.c - the model's file, mapped; Viterbi for the best labels, forward and backward sums for their probability. */
#include "identify.h"
#include "file.h"

#include <math.h>
#include <stdlib.h>

uint32_t model_hash(uint64_t h)
{
	return (uint32_t)(h ^ h >> 32);
}

static size_t file_size(const struct model_header *h)
{
	return sizeof *h + sizeof(struct speller) + h->words * sizeof(struct model_word) + (size_t)h->buckets * LABELS;
}

static bool is_power(uint32_t n)
{
	return n && !(n & (n - 1)) && n <= 1u << 24;
}

enum status model_open(struct model *m, const char *path, struct report *r)
{
	enum status rc = file_map(path, &m->file, r);
	const struct model_header *h = (const void *)m->file.p;

	if (rc != OK)
		return rc;
	if (m->file.n < sizeof *h || memcmp(h->magic, "pravahid", 8) || h->version != MODEL_VERSION || !is_power(h->words)
	    || !is_power(h->buckets) || m->file.n != file_size(h))
		return fatal(r, "model", "%s is not a model of this version", path);
	m->header = h;
	m->speller = (const void *)(h + 1);
	if (!spell_is_sound(m->speller))
		return fatal(r, "model", "%s is damaged", path);
	m->word = (const void *)(m->speller + 1);
	m->weight = (const void *)(m->word + h->words);
	return OK;
}

void model_close(struct model *m)
{
	file_unmap(m->file);
}

uint16_t counts_pack(struct counts c)
{
	return (uint16_t)(c.english | c.roman << 4 | c.hindi << 8 | c.lists << 12);
}

static struct counts counts_unpack(uint16_t x)
{
	return (struct counts){ x & 15, x >> 4 & 15, x >> 8 & 15, (uint8_t)(x >> 12) };
}

struct counts model_counts_of(const void *lists, uint64_t full)
{
	const struct model *m = lists;
	uint32_t hash = model_hash(full), mask = m->header->words - 1;

	for (uint32_t i = hash & mask, k = 0; m->word[i].counts && k <= mask; i = (i + 1) & mask, k++)
		if (m->word[i].check == hash >> 16)
			return counts_unpack(m->word[i].counts);
	return (struct counts){ 0 };
}

struct counts model_counts(const void *lists, const char *key, size_t n)
{
	return model_counts_of(lists, view_hash((struct view){ key, n }));
}

/* --- labels --- */

static const float NEVER = -1e6f;

static void score_word(const struct model *m, const struct word *w, size_t n, size_t i, unsigned allowed, float *score)
{
	uint32_t feature[FEATURES_MAX];
	size_t k = features(w, n, i, feature);
	int sum[LABELS] = { 0 };

	for (size_t f = 0; f < k; f++) {
		const int8_t *weight = m->weight[feature[f] & (m->header->buckets - 1)];

		for (int y = 0; y < LABELS; y++)
			sum[y] += weight[y];
	}
	for (int y = 0; y < LABELS; y++)
		score[y] = allowed & 1u << y ? (float)sum[y] * m->header->scale : NEVER;
}

/* A sentence's scores, and per word and label the best and the sum over all ways there, forward and backward. */
struct lattice { float (*score)[LABELS], (*best)[LABELS], (*forward)[LABELS], (*backward)[LABELS]; uint8_t (*from)[LABELS]; };

static float step(const struct model *m, int from, int to)
{
	return (float)m->header->transition[from][to] * m->header->scale;
}

static float log_sum(const float *v)
{
	float top = v[0], sum = 0;

	for (int y = 1; y < LABELS; y++)
		top = v[y] > top ? v[y] : top;
	for (int y = 0; y < LABELS; y++)
		sum += expf(v[y] - top);
	return top + logf(sum);
}

static void go_forward(const struct model *m, struct lattice *l, size_t i)
{
	for (int y = 0; y < LABELS; y++) {
		float way[LABELS], best = -INFINITY;

		for (int p = 0; p < LABELS; p++) {
			float t = step(m, i ? p : LABELS, y);

			way[p] = i ? l->forward[i - 1][p] + t : p ? NEVER : t;
			if (i && l->best[i - 1][p] + t > best) {
				best = l->best[i - 1][p] + t;
				l->from[i][y] = (uint8_t)p;
			}
		}
		l->best[i][y] = l->score[i][y] + (i ? best : way[0]);
		l->forward[i][y] = l->score[i][y] + log_sum(way);
	}
}

static void go_backward(const struct model *m, struct lattice *l, size_t n, size_t i)
{
	for (int y = 0; y < LABELS; y++) {
		float way[LABELS];

		for (int q = 0; q < LABELS; q++)
			way[q] = i + 1 < n ? step(m, y, q) + l->score[i + 1][q] + l->backward[i + 1][q] : q ? NEVER : 0;
		l->backward[i][y] = log_sum(way);
	}
}

void model_label(const struct model *m, const struct word *w, const unsigned *allowed, size_t n, uint8_t *label,
		 float *probability)
{
	struct lattice l = { memory_get(n * sizeof *l.score), memory_get(n * sizeof *l.best), memory_get(n * sizeof *l.forward),
			     memory_get(n * sizeof *l.backward), memory_get(n * sizeof *l.from) };
	int best = 0;

	for (size_t i = 0; i < n; i++) {
		score_word(m, w, n, i, allowed[i], l.score[i]);
		go_forward(m, &l, i);
	}
	for (size_t i = n; i-- > 0;)
		go_backward(m, &l, n, i);
	for (int y = 1; n && y < LABELS; y++)
		best = l.best[n - 1][y] > l.best[n - 1][best] ? y : best;
	for (size_t i = n; i-- > 0; best = l.from[i][best]) {
		float all[LABELS];

		for (int y = 0; y < LABELS; y++)
			all[y] = l.forward[i][y] + l.backward[i][y];
		label[i] = (uint8_t)best;
		probability[i] = expf(all[best] - log_sum(all));
		if (!i)
			break;
	}
	free(l.score);
	free(l.best);
	free(l.forward);
	free(l.backward);
	free(l.from);
}
