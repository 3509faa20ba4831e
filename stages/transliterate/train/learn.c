/*
 * learn.c - the network's weights: cross-entropy of the right label among a letter's candidates, dropout (Srivastava and
 * others 2014), Adam (Kingma and Ba 2015) with a rate that falls to nothing. Each batch is cut in LANES parts whose
 * gradients are added in a fixed order, so that a machine of any number of cores learns the same.
 */
#include "train.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>

enum { BATCH = 96, LANES = 2 };
static const float RATE = 2e-3f, KEEP = 0.8f, SOUND_KEEP = 0.9f, BETA1 = 0.9f, BETA2 = 0.999f, DECAY = 1e-6f;

struct lane {
	const struct network *net;
	struct network gradient;
	const struct lesson *lesson;
	const uint32_t *order;
	size_t n;
	uint64_t random;
	double loss;
	size_t steps;
};

/* Vigna's splitmix64 (public domain): a number in [0, 1). */
static float uniform(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return (float)((z ^ z >> 31) >> 40) / 16777216.0f;
}

/* Runs LANES parts of some work side by side; one for which there is no thread runs here. */
static void run_parts(void *(*run)(void *), void *const part[LANES])
{
	pthread_t thread[LANES];
	bool started[LANES] = { false };

	for (size_t k = 0; k < LANES; k++) {
		started[k] = k + 1 < LANES && !pthread_create(&thread[k], NULL, run, part[k]);
		if (!started[k])
			run(part[k]);
	}
	for (size_t k = 0; k < LANES; k++)
		if (started[k])
			pthread_join(thread[k], NULL);
}

static void drop(float *v, size_t n, uint64_t *random)
{
	for (size_t i = 0; i < n; i++)
		v[i] = v[i] > 0 && uniform(random) < KEEP ? v[i] / KEEP : 0;
}

struct pass { uint32_t row[NET_INPUTS]; size_t rows; float hidden[NET_HIDDEN], top[NET_TOP]; };

static void forward(struct lane *l, struct pass *p)
{
	const struct network *net = l->net;

	memcpy(p->hidden, net->hidden_bias, sizeof p->hidden);
	for (size_t k = 0; k < p->rows; k++)
		for (size_t j = 0; j < NET_HIDDEN; j++)
			p->hidden[j] += net->in[(size_t)p->row[k] * NET_HIDDEN + j];
	drop(p->hidden, NET_HIDDEN, &l->random);
	memcpy(p->top, net->top_bias, sizeof p->top);
	for (size_t j = 0; j < NET_HIDDEN; j++)
		for (size_t t = 0; p->hidden[j] > 0 && t < NET_TOP; t++)
			p->top[t] += p->hidden[j] * net->top[j * NET_TOP + t];
	drop(p->top, NET_TOP, &l->random);
}

static void backward(struct lane *l, const struct pass *p, float *d_top)
{
	struct network *g = &l->gradient;
	float d_hidden[NET_HIDDEN] = { 0 };

	for (size_t t = 0; t < NET_TOP; t++) {
		d_top[t] = p->top[t] > 0 ? d_top[t] / KEEP : 0;
		g->top_bias[t] += d_top[t];
	}
	for (size_t j = 0; j < NET_HIDDEN; j++) {
		const float *from = l->net->top + j * NET_TOP;
		float *to = g->top + j * NET_TOP, lane[8] = { 0 }, h = p->hidden[j];

		if (h <= 0)
			continue;
		for (size_t t = 0; t < NET_TOP; t += 8)
			for (size_t k = 0; k < 8; k++) {
				to[t + k] += h * d_top[t + k];
				lane[k] += from[t + k] * d_top[t + k];
			}
		for (size_t k = 0; k < 8; k++)
			d_hidden[j] += lane[k] / KEEP;
		g->hidden_bias[j] += d_hidden[j];
	}
	for (size_t k = 0; k < p->rows; k++)
		for (size_t j = 0; j < NET_HIDDEN; j++)
			g->in[(size_t)p->row[k] * NET_HIDDEN + j] += d_hidden[j];
}

/* Cross-entropy among the candidates: fills in the gradient of the top layer, returns the loss. */
static float teach_label(struct lane *l, const struct pass *p, size_t letter, uint16_t label, float weight, float *d_top)
{
	const uint16_t *candidate = l->net->candidate + l->net->first[letter];
	size_t n = l->net->first[letter + 1] - l->net->first[letter];
	float score[NET_CANDIDATES], most = -INFINITY, sum = 0, loss = 0;

	n = n < NET_CANDIDATES ? n : NET_CANDIDATES;
	for (size_t c = 0; c < n; c++) {
		score[c] = l->net->out_bias[candidate[c]];
		for (size_t t = 0; t < NET_TOP; t++)
			score[c] += p->top[t] * l->net->out[candidate[c] * (size_t)NET_TOP + t];
		most = score[c] > most ? score[c] : most;
	}
	for (size_t c = 0; c < n; c++)
		sum += expf(score[c] - most);
	for (size_t c = 0; c < n; c++) {
		float q = expf(score[c] - most) / sum, d = weight * (q - (candidate[c] == label));
		const float *from = l->net->out + candidate[c] * (size_t)NET_TOP;
		float *to = l->gradient.out + candidate[c] * (size_t)NET_TOP;

		loss -= candidate[c] == label ? logf(q + 1e-20f) : 0;
		l->gradient.out_bias[candidate[c]] += d;
		for (size_t t = 0; t < NET_TOP; t++) {
			to[t] += d * p->top[t];
			d_top[t] += d * from[t];
		}
	}
	return loss;
}

static void teach_word(struct lane *l, const struct lesson *lesson)
{
	struct net_word w = lesson->word;
	struct net_past past = { 0 };

	if (uniform(&l->random) > SOUND_KEEP)
		memset(w.sound, 0, sizeof w.sound);
	for (size_t i = 0; i < w.n; i++) {
		struct pass p;
		float d_top[NET_TOP] = { 0 };

		p.rows = net_rows_around(&l->net->size, &w, i, p.row);
		p.rows += net_rows_past(&l->net->size, &past, p.row + p.rows);
		forward(l, &p);
		l->loss += (double)teach_label(l, &p, w.letter[i], lesson->label[i], lesson->weight, d_top);
		l->steps++;
		backward(l, &p, d_top);
		net_past_add(&past, lesson->label[i], &l->net->label[lesson->label[i]]);
	}
}

static void *run_lane(void *arg)
{
	struct lane *l = arg;

	for (size_t i = 0; i < l->n; i++)
		teach_word(l, &l->lesson[l->order[i]]);
	return NULL;
}

struct adam { float *m, *v; size_t n, step; };

/* One lane's share of the weights. */
struct share { struct adam *adam; float *weight, *gradient[LANES], rate; size_t begin, end; };

static void *update_share(void *arg)
{
	struct share *s = arg;
	float correct1 = 1 / (1 - powf(BETA1, (float)s->adam->step)), correct2 = 1 / (1 - powf(BETA2, (float)s->adam->step));
	float *m = s->adam->m, *v = s->adam->v;

	for (size_t i = s->begin; i < s->end; i++) {
		float g = 0;

		for (size_t k = 0; k < LANES; k++) {
			g += s->gradient[k][i];
			s->gradient[k][i] = 0;
		}
		g /= BATCH;
		m[i] = BETA1 * m[i] + (1 - BETA1) * g;
		v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
		s->weight[i] -= s->rate * (m[i] * correct1 / (sqrtf(v[i] * correct2) + 1e-8f) + DECAY * s->weight[i]);
	}
	return NULL;
}

static void update(struct adam *a, struct network *net, struct lane *lane, float rate)
{
	struct share share[LANES];
	void *part[LANES];

	a->step++;
	for (size_t k = 0; k < LANES; k++) {
		share[k] = (struct share){ .adam = a, .weight = net->weights, .rate = rate, .begin = a->n * k / LANES, .end = a->n * (k + 1) / LANES };
		for (size_t i = 0; i < LANES; i++)
			share[k].gradient[i] = lane[i].gradient.weights;
		part[k] = &share[k];
	}
	run_parts(update_share, part);
}

/* Small random weights, larger where fewer are added up (He and others 2015). */
static void start(struct network *net, uint64_t *random)
{
	size_t in = net_rows(&net->size) * NET_HIDDEN;

	net_place(net, memory_get(net_weights(&net->size) * sizeof(float)));
	for (size_t i = 0; i < in; i++)
		net->in[i] = (uniform(random) - 0.5f) * 2 * sqrtf(3.0f / NET_INPUTS) * 0.5f;
	for (size_t i = 0; i < NET_HIDDEN * NET_TOP; i++)
		net->top[i] = (uniform(random) - 0.5f) * 2 * sqrtf(6.0f / NET_HIDDEN);
	for (size_t i = 0; i < net->size.labels * (size_t)NET_TOP; i++)
		net->out[i] = (uniform(random) - 0.5f) * 2 * sqrtf(3.0f / NET_TOP);
}

static void shuffle(uint32_t *order, size_t n, uint64_t *random)
{
	for (size_t i = n; i > 1; i--) {
		size_t j = (size_t)(uniform(random) * (float)i) % i;
		uint32_t t = order[i - 1];

		order[i - 1] = order[j];
		order[j] = t;
	}
}

static void learn_batch(struct lane *lane, const uint32_t *order, size_t n)
{
	void *part[LANES];
	size_t from = 0;

	for (size_t k = 0; k < LANES; k++) {
		lane[k].order = order + from;
		lane[k].n = (n - from) / (LANES - k);
		from += lane[k].n;
		part[k] = &lane[k];
	}
	run_parts(run_lane, part);
}

void learn(struct network *net, const struct lesson *lesson, size_t n, unsigned epochs, const char *name)
{
	struct lane lane[LANES] = { 0 };
	struct adam adam = { 0 };
	uint64_t random = 1;
	uint32_t *order = memory_get(n * sizeof *order);
	size_t batches = (n + BATCH - 1) / BATCH;

	start(net, &random);
	adam = (struct adam){ .n = net_weights(&net->size) };
	adam.m = memory_get(adam.n * sizeof(float));
	adam.v = memory_get(adam.n * sizeof(float));
	for (size_t k = 0; k < LANES; k++) {
		lane[k] = (struct lane){ .net = net, .lesson = lesson, .random = 1000 + k, .gradient.size = net->size };
		net_place(&lane[k].gradient, memory_get(adam.n * sizeof(float)));
	}
	for (size_t i = 0; i < n; i++)
		order[i] = (uint32_t)i;
	for (unsigned e = 0; e < epochs; e++) {
		double loss = 0;
		size_t steps = 0;

		shuffle(order, n, &random);
		for (size_t b = 0; b < batches; b++) {
			float left = 1 - (float)(e * batches + b) / (float)(epochs * batches);

			learn_batch(lane, order + b * BATCH, n - b * BATCH < BATCH ? n - b * BATCH : BATCH);
			update(&adam, net, lane, RATE * left);
		}
		for (size_t k = 0; k < LANES; k++) {
			loss += lane[k].loss;
			steps += lane[k].steps;
			lane[k].loss = 0;
			lane[k].steps = 0;
		}
		fprintf(stderr, "train: %s, epoch %u of %u, loss %.4f a letter\n", name, e + 1, epochs, loss / (double)steps);
	}
	for (size_t k = 0; k < LANES; k++)
		free(lane[k].gradient.weights);
	free(adam.m);
	free(adam.v);
	free(order);
}
