/*
 * crf.c - the gradient is what the features are expected to be among the labels that are wanted, less what they are
 * among all that are possible.
 */
#include "crf.h"

#include <math.h>
#include <stdlib.h>

enum { SHRINK_EVERY = 1000, ROW = CRF_LABELS_MAX };
static const float LEAST = 1e-3f, LEAST_STEP = 1e-4f, STEP_RATE = 0.1f;

void crf_learner_init(struct crf_learner *c, unsigned labels, uint32_t buckets, const uint32_t *after, struct crf_habits habits)
{
	*c = (struct crf_learner){ .labels = labels, .width = crf_width(labels), .buckets = buckets, .after = after, .habits = habits };
	c->weight = memory_get((size_t)buckets * c->width * sizeof *c->weight);
}

void crf_learner_release(struct crf_learner *c)
{
	crf_chain_release(&c->wanted);
	crf_chain_release(&c->given);
	free(c->weight);
}

static struct crf_parameter *row(const struct crf_learner *c, uint32_t feature)
{
	return c->weight + (size_t)(feature & (c->buckets - 1)) * c->width;
}

static void score(struct crf_learner *c, const struct crf_example *e)
{
	crf_chain_begin(&c->wanted, e->n);
	crf_chain_begin(&c->given, e->n);
	for (size_t i = 0; i < e->n; i++) {
		float *to = c->given.score + i * ROW;

		memset(to, 0, ROW * sizeof *to);
		for (size_t f = e->first[i]; f < e->first[i + 1]; f++) {
			const struct crf_parameter *w = row(c, e->feature[f]);

			for (unsigned y = 0; y < c->labels; y++)
				to[y] += w[y].w;
		}
		memcpy(c->wanted.score + i * ROW, to, ROW * sizeof *to);
		c->wanted.allowed[i] = e->wanted[i];
		c->given.allowed[i] = e->possible[i];
	}
}

static void move(const struct crf_learner *c, struct crf_parameter *p, float gradient)
{
	if (c->habits.steady) {
		p->w += c->rate * gradient;
		return;
	}
	p->g += gradient * gradient;
	p->w += c->rate * gradient / sqrtf(p->g + 1e-6f);
}

static void move_steps(struct crf_learner *c, const struct crf_chain *s, size_t i, float sign)
{
	float at[ROW][ROW], all = 0;

	for (unsigned p = 0; p < c->labels; p++)
		for (unsigned y = 0; y < c->labels; y++) {
			float there = s->allowed[i] & CRF_LABEL(y) ? expf(s->score[i * ROW + y] - s->factor[i]) : 0;

			at[p][y] = s->forward[(i - 1) * ROW + p] * c->steps.gain[p][y] * there * s->backward[i * ROW + y];
			all += at[p][y];
		}
	for (unsigned p = 0; p < c->labels && all > 0; p++)
		for (unsigned y = 0; y < c->labels; y++)
			if (at[p][y] / all > LEAST_STEP)
				move(c, &c->step[p][y], (c->habits.steady ? 1 : STEP_RATE) * sign * at[p][y] / all);
}

static void learn_token(struct crf_learner *c, const struct crf_example *e, size_t i)
{
	for (unsigned y = 0; y < c->labels; y++) {
		float g = crf_probability(&c->wanted, c->labels, i, y) - crf_probability(&c->given, c->labels, i, y);

		if (fabsf(g) < LEAST)
			continue;
		for (size_t f = e->first[i]; f < e->first[i + 1]; f++)
			move(c, &row(c, e->feature[f])[y], g);
		if (!i)
			move(c, &c->step[CRF_START][y], g);
	}
}

static void shrink(struct crf_learner *c)
{
	float by = 1 - c->habits.decay * SHRINK_EVERY * (c->habits.steady ? c->rate : 1);

	for (size_t i = 0; i < (size_t)c->buckets * c->width; i++)
		c->weight[i].w *= by;
}

float crf_learn(struct crf_learner *c, const struct crf_example *e)
{
	float wanted, given;

	c->rate = c->habits.rate;
	if (c->habits.steady)
		c->rate /= 1 + (float)c->sentences / (float)c->habits.steady;
	for (unsigned p = 0; p <= CRF_START; p++)
		for (unsigned y = 0; y < ROW; y++)
			c->steps.step[p][y] = c->step[p][y].w;
	crf_steps_make(&c->steps, c->labels, c->after);
	score(c, e);
	wanted = crf_sum_up(&c->wanted, &c->steps, c->labels);
	given = crf_sum_up(&c->given, &c->steps, c->labels);
	for (size_t i = 0; i < e->n; i++) {
		learn_token(c, e, i);
		if (i) {
			move_steps(c, &c->wanted, i, 1);
			move_steps(c, &c->given, i, -1);
		}
	}
	if (++c->sentences % SHRINK_EVERY == 0)
		shrink(c);
	return given - wanted;
}

void crf_learner_look(struct crf_learner *c)
{
	for (size_t i = 0; i < (size_t)c->buckets * c->width; i++)
		c->weight[i].sum += c->weight[i].w;
	for (unsigned p = 0; p <= CRF_START; p++)
		for (unsigned y = 0; y < ROW; y++)
			c->step[p][y].sum += c->step[p][y].w;
	c->looks++;
}

float crf_scale(const struct crf_learner *c)
{
	return c->habits.largest / (127 * 127);
}

static int8_t small(const struct crf_learner *c, const struct crf_parameter *p)
{
	float v = p->sum / (float)c->looks, root = roundf(sqrtf(fabsf(v) / crf_scale(c)));

	return (int8_t)copysignf(root > 127 ? 127 : root, v);
}

void crf_write_weights(const struct crf_learner *c, FILE *f)
{
	for (size_t i = 0; i < (size_t)c->buckets * c->width; i++)
		fputc(small(c, &c->weight[i]), f);
}

void crf_write_steps(const struct crf_learner *c, int8_t *out)
{
	for (unsigned p = 0; p <= c->labels; p++)
		for (unsigned y = 0; y < c->labels; y++)
			out[p * c->labels + y] = small(c, &c->step[p < c->labels ? p : CRF_START][y]);
}

void crf_shuffle(size_t *order, size_t n, uint64_t seed)
{
	for (size_t i = n; i > 1; i--) {
		size_t k, t = order[i - 1];

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		k = (seed >> 33) % i;
		order[i - 1] = order[k];
		order[k] = t;
	}
}
