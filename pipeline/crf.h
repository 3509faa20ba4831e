/*
 * crf.h - a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features: the best
 * labels of a sentence and how probable each is. Weights are bytes in a mapped file; train/crf.h makes them.
 */
#ifndef CRF_H
#define CRF_H

#include "base.h"

enum { CRF_LABELS_MAX = 32, CRF_START = CRF_LABELS_MAX };

/* A label's bit in a set of labels. */
#define CRF_LABEL(y) (UINT32_C(1) << (y))

/* What follows what: step[p][y] is a weight, gain[p][y] its exponential, 0 where y never follows p. */
struct crf_steps { float step[CRF_LABELS_MAX + 1][CRF_LABELS_MAX], gain[CRF_LABELS_MAX + 1][CRF_LABELS_MAX]; };

/*
 * Rows of `width` bytes, one a bucket, `labels` of them in use; a weight is the square of a byte, with the byte's sign, times
 * `scale`: most weights are small, and many small ones make a score. The number of buckets is a power of two, the width a
 * multiple of 8.
 */
struct crf { unsigned labels, width; uint32_t buckets; float scale; const int8_t *weight; struct crf_steps steps; };

/* Makes `gain` of `step`; `after[p]` are the labels that may follow p, CRF_START: that may come first; NULL: all. */
void crf_steps_make(struct crf_steps *, unsigned labels, const uint32_t *after);

/* A weight that was written as a byte. */
float crf_weight(int8_t byte, float scale);

/* The width of rows for so many labels. */
unsigned crf_width(unsigned labels);

/*
 * A sentence at work: of token i and label y, at [i * CRF_LABELS_MAX + y], the score, and what crf_sum_up() found: the
 * sums over all ways there and from there, each token's scaled to 1. Memory is kept from sentence to sentence.
 */
struct crf_chain {
	float *score, *forward, *backward, *best;
	uint8_t *from;
	uint32_t *allowed;		/* sets of labels, by token */
	float *factor;			/* logarithms of what tokens were scaled by */
	size_t n, cap;
};

/* Room for n tokens, all labels allowed. */
void crf_chain_begin(struct crf_chain *, size_t n);
void crf_chain_release(struct crf_chain *);

/* The scores of one token, from hashes of its features. */
void crf_score(const struct crf *, const uint32_t *feature, size_t n, float *score);

/* Sums over all ways, among the labels allowed; returns the logarithm of their total. */
float crf_sum_up(struct crf_chain *, const struct crf_steps *, unsigned labels);

/* After crf_sum_up(): how probable label y is of token i. */
float crf_probability(const struct crf_chain *, unsigned labels, size_t i, unsigned y);

/* The best labels among those allowed. */
void crf_best(struct crf_chain *, const struct crf_steps *, unsigned labels, uint8_t *label);

#endif
