/* crf.c - Viterbi for the best labels; forward and backward sums, scaled token by token, for their probability. */
#include "crf.h"

#include <math.h>
#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { ROW = CRF_LABELS_MAX };

static const float NEVER = -1e9f, LEAST = 1e-30f;

float crf_weight(int8_t byte, float scale)
{
	return (float)(byte * abs(byte)) * scale;
}

unsigned crf_width(unsigned labels)
{
	return (labels + 7) & ~7u;
}

void crf_steps_make(struct crf_steps *s, unsigned labels, const uint32_t *after)
{
	for (unsigned p = 0; p <= CRF_START; p++)
		for (unsigned y = 0; y < ROW; y++) {
			bool fits = y < labels && (p < labels || p == CRF_START) && (!after || after[p] & CRF_LABEL(y));

			s->gain[p][y] = fits ? expf(s->step[p][y]) : 0;
			s->step[p][y] = fits ? s->step[p][y] : NEVER;
		}
}

static void *resize(void *p, size_t n, size_t item)
{
	free(p);
	return memory_get(n * item);
}

void crf_chain_begin(struct crf_chain *c, size_t n)
{
	c->n = n;
	if (n > c->cap) {
		c->cap = n > 2 * c->cap ? n : 2 * c->cap;
		c->score = resize(c->score, c->cap * ROW, sizeof *c->score);
		c->forward = resize(c->forward, c->cap * ROW, sizeof *c->forward);
		c->backward = resize(c->backward, c->cap * ROW, sizeof *c->backward);
		c->best = resize(c->best, c->cap * ROW, sizeof *c->best);
		c->from = resize(c->from, c->cap * ROW, sizeof *c->from);
		c->allowed = resize(c->allowed, c->cap, sizeof *c->allowed);
		c->factor = resize(c->factor, c->cap, sizeof *c->factor);
	}
	for (size_t i = 0; i < n; i++)
		c->allowed[i] = UINT32_MAX;
}

void crf_chain_release(struct crf_chain *c)
{
	free(c->score);
	free(c->forward);
	free(c->backward);
	free(c->best);
	free(c->from);
	free(c->allowed);
	free(c->factor);
	*c = (struct crf_chain){ 0 };
}

/* Adds eight weights. */
static inline void add_eight(const int8_t *byte, int32_t *sum)
{
#ifdef __SSE2__
	__m128i *to = (void *)sum, b = _mm_loadl_epi64((const void *)byte), w = _mm_srai_epi16(_mm_unpacklo_epi8(b, b), 8);

	w = _mm_mullo_epi16(w, _mm_max_epi16(w, _mm_sub_epi16(_mm_setzero_si128(), w)));
	_mm_storeu_si128(to, _mm_add_epi32(_mm_loadu_si128(to), _mm_srai_epi32(_mm_unpacklo_epi16(w, w), 16)));
	_mm_storeu_si128(to + 1, _mm_add_epi32(_mm_loadu_si128(to + 1), _mm_srai_epi32(_mm_unpackhi_epi16(w, w), 16)));
#else
	for (unsigned y = 0; y < 8; y++)
		sum[y] += byte[y] * abs(byte[y]);
#endif
}

void crf_score(const struct crf *m, const uint32_t *feature, size_t n, float *score)
{
	int32_t sum[ROW] = { 0 };

	/* Rows lie far apart: all are asked for before the first is read. */
	for (size_t f = 0; f < n; f++)
		__builtin_prefetch(m->weight + (size_t)(feature[f] & (m->buckets - 1)) * m->width);
	for (unsigned from = 0; from < m->width; from += 8)
		for (size_t f = 0; f < n; f++)
			add_eight(m->weight + (size_t)(feature[f] & (m->buckets - 1)) * m->width + from, sum + from);
	for (unsigned y = 0; y < m->labels; y++)
		score[y] = (float)sum[y] * m->scale;
}

/* Exponentials of a token's scores less the greatest, 0 of labels that are not allowed; returns the greatest. */
static float weigh(const struct crf_chain *c, size_t i, unsigned labels, float *out)
{
	const float *score = c->score + i * ROW;
	float top = NEVER;

	for (unsigned y = 0; y < labels; y++)
		if (c->allowed[i] & CRF_LABEL(y) && score[y] > top)
			top = score[y];
	for (unsigned y = 0; y < labels; y++)
		out[y] = c->allowed[i] & CRF_LABEL(y) ? expf(score[y] - top) : 0;
	return top;
}

/* Makes the sum 1; returns the sum there was. Where nothing is left, all ways are too unlikely for a float: each counts the same. */
static float scale(float *v, const float *weight, unsigned labels)
{
	float sum = 0;

	for (unsigned y = 0; y < labels; y++)
		sum += v[y];
	if (sum < LEAST) {
		sum = 0;
		for (unsigned y = 0; y < labels; y++)
			sum += v[y] = weight[y] > 0 ? LEAST : 0;
	}
	for (unsigned y = 0; y < labels; y++)
		v[y] /= sum;
	return sum;
}

float crf_sum_up(struct crf_chain *c, const struct crf_steps *s, unsigned labels)
{
	float weight[ROW], total = 0;

	for (size_t i = 0; i < c->n; i++) {
		float *to = c->forward + i * ROW, top = weigh(c, i, labels, weight);

		for (unsigned y = 0; y < labels; y++)
			to[y] = i ? 0 : s->gain[CRF_START][y];
		for (unsigned p = 0; i && p < labels; p++)
			for (unsigned y = 0; y < labels; y++)
				to[y] += to[(int)p - ROW] * s->gain[p][y];
		for (unsigned y = 0; y < labels; y++)
			to[y] *= weight[y];
		c->factor[i] = logf(scale(to, weight, labels)) + top;
		total += c->factor[i];
	}
	for (size_t i = c->n; i-- > 0;) {
		float *to = c->backward + i * ROW, next[ROW];

		for (unsigned y = 0; y < labels; y++)
			to[y] = 1;
		if (i + 1 < c->n) {
			weigh(c, i + 1, labels, weight);
			for (unsigned q = 0; q < labels; q++)
				next[q] = weight[q] * to[ROW + q];
			for (unsigned y = 0; y < labels; y++) {
				to[y] = 0;
				for (unsigned q = 0; q < labels; q++)
					to[y] += s->gain[y][q] * next[q];
			}
		}
		for (unsigned y = 0; y < labels; y++)
			weight[y] = 1;
		scale(to, weight, labels);
	}
	return total;
}

float crf_probability(const struct crf_chain *c, unsigned labels, size_t i, unsigned y)
{
	const float *f = c->forward + i * ROW, *b = c->backward + i * ROW;
	float all = 0;

	for (unsigned k = 0; k < labels; k++)
		all += f[k] * b[k];
	return all > 0 ? f[y] * b[y] / all : c->allowed[i] & CRF_LABEL(y) ? 1 : 0;
}

void crf_best(struct crf_chain *c, const struct crf_steps *s, unsigned labels, uint8_t *label)
{
	unsigned last = 0;

	for (size_t i = 0; i < c->n; i++) {
		float *to = c->best + i * ROW;
		const float *score = c->score + i * ROW;

		for (unsigned y = 0; y < labels; y++) {
			float best = i ? 2 * NEVER : s->step[CRF_START][y];

			for (unsigned p = 0; i && p < labels; p++)
				if (to[(int)p - ROW] + s->step[p][y] > best) {
					best = to[(int)p - ROW] + s->step[p][y];
					c->from[i * ROW + y] = (uint8_t)p;
				}
			to[y] = best + (c->allowed[i] & CRF_LABEL(y) ? score[y] : NEVER);
		}
	}
	for (unsigned y = 1; c->n && y < labels; y++)
		last = c->best[(c->n - 1) * ROW + y] > c->best[(c->n - 1) * ROW + last] ? y : last;
	for (size_t i = c->n; i-- > 0; last = c->from[i * ROW + last])
		label[i] = (uint8_t)last;
}
