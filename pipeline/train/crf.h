/* crf.h - learns the weights of a linear-chain CRF (../crf.h) by AdaGrad (Duchi, Hazan and Singer 2011). */
#ifndef TRAIN_CRF_H
#define TRAIN_CRF_H

#include "../crf.h"

#include <stdio.h>

/*
 * The rate of steps; how much of a weight is lost with each sentence; the largest weight that is kept. `steady`: sentences
 * after which the rate is half, the same for all weights (plain stochastic descent, as Bottou's, by which what is frequent
 * learns most: for many words that nobody met); 0: each weight's own by AdaGrad.
 */
struct crf_habits { float rate, decay, largest; size_t steady; };

/* A weight, the sum of its squared gradients, the sum of what it was when it was looked at. */
struct crf_parameter { float w, g, sum; };

struct crf_learner {
	unsigned labels, width;
	uint32_t buckets;
	struct crf_habits habits;
	const uint32_t *after;			/* as crf_steps_make() has it */
	struct crf_parameter *weight;		/* rows of `width` */
	struct crf_parameter step[CRF_LABELS_MAX + 1][CRF_LABELS_MAX];
	unsigned looks;
	size_t sentences;
	float rate;				/* now */
	struct crf_chain wanted, given;
	struct crf_steps steps;
};

/*
 * A sentence to learn from: the features of token i are feature[first[i]] up to feature[first[i + 1]]; `wanted` are the
 * labels that are right, `possible` those that could have been thought of; both may be several.
 */
struct crf_example { size_t n; const uint32_t *feature, *first, *wanted, *possible; };

void crf_learner_init(struct crf_learner *, unsigned labels, uint32_t buckets, const uint32_t *after, struct crf_habits);
void crf_learner_release(struct crf_learner *);

/* Learns from one sentence; returns how unlikely what is wanted was, as a negative logarithm. */
float crf_learn(struct crf_learner *, const struct crf_example *);

/* What the last sentences taught counts too much: the model is the average of many looks (Polyak and Juditsky 1992). */
void crf_learner_look(struct crf_learner *);

/* The weights as bytes, rows of `width`; and steps, (labels + 1) rows of `labels`, the last: at the beginning. */
void crf_write_weights(const struct crf_learner *, FILE *);
void crf_write_steps(const struct crf_learner *, int8_t *out);

/* What the square of a byte is to be multiplied by. */
float crf_scale(const struct crf_learner *);

/* Another order every time, the same in every run. */
void crf_shuffle(size_t *order, size_t n, uint64_t seed);

#endif
