/*
 * crf.c - a linear-chain conditional random field (Lafferty et al. 2001) with tokens that may have several labels: the
 * gradient is what the features are expected to be among the labels allowed, less what they are among all that the
 * token's form allows. AdaGrad (Duchi et al. 2011).
 */
#include "train.h"

#include <math.h>
#include <stdlib.h>

enum { BUCKETS = 1 << 18, SENTENCE_MAX = 256, FORGET_ONE_IN = 3, LOOK_FROM = 2, LOOKS = 8 };
static const float RATE = 0.15f, DECAY = 2e-6f, LARGEST = 6;

/* A weight, the sum of its squared gradients, the sum of what it was when it was looked at. */
struct parameter { float w, g, sum; };

struct crf { struct parameter (*weight)[LABELS]; struct parameter step[LABELS + 1][LABELS]; unsigned looks; };

/* One sentence, made ready. */
struct ready { struct word word[SENTENCE_MAX]; uint32_t feature[SENTENCE_MAX][FEATURES_MAX]; size_t n_features[SENTENCE_MAX];
	unsigned allowed[SENTENCE_MAX], form[SENTENCE_MAX]; float score[SENTENCE_MAX][LABELS]; size_t n; };

struct sums { float forward[SENTENCE_MAX][LABELS], backward[SENTENCE_MAX][LABELS], total; };

/*
 * Many words that will be met are in no list and no example: so every third word is learned from as if it were
 * such a one, and a word that stands alone always.
 */
static void forget(struct word *w, size_t n, uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	w->unseen = n == 1 || (*seed >> 33) % FORGET_ONE_IN == 0;
	if (w->unseen && n > 1) {
		w->counts = (struct counts){ .lists = w->counts.lists & (LIST_NAME | LIST_NAME_PART) };
		w->spelled = w->roman = 0;
		if (*seed >> 40 & 1)
			w->folded = w->thin = (struct counts){ 0 };
	}
}

static void make_ready(struct ready *s, const struct crf *c, const struct example *at, size_t n, const struct lists *l,
		       uint64_t *seed)
{
	s->n = n < SENTENCE_MAX ? n : SENTENCE_MAX;
	for (size_t i = 0; i < s->n; i++) {
		s->form[i] = word_make(&s->word[i], at[i].text, V("")) & at[i].choice;
		lists_look_up(l, &s->word[i]);
		s->word[i].first = i == 0;
		forget(&s->word[i], s->n, seed);
		s->allowed[i] = at[i].allowed & s->form[i];
		if (!s->allowed[i])
			s->form[i] = s->allowed[i] = at[i].allowed;
	}
	for (size_t i = 0; i < s->n; i++) {
		s->n_features[i] = features(s->word, s->n, i, s->feature[i]);
		for (int y = 0; y < LABELS; y++) {
			s->score[i][y] = 0;
			for (size_t f = 0; f < s->n_features[i]; f++)
				s->score[i][y] += c->weight[s->feature[i][f] & (BUCKETS - 1)][y].w;
		}
	}
}

static float log_sum(const float *v, unsigned allowed)
{
	float top = -INFINITY, sum = 0;

	for (int y = 0; y < LABELS; y++)
		if (allowed & 1u << y && v[y] > top)
			top = v[y];
	for (int y = 0; y < LABELS; y++)
		if (allowed & 1u << y)
			sum += expf(v[y] - top);
	return top + logf(sum);
}

static void sum_up(const struct crf *c, const struct ready *s, const unsigned *allowed, struct sums *out)
{
	float way[LABELS];

	for (size_t i = 0; i < s->n; i++)
		for (int y = 0; y < LABELS; y++) {
			for (int p = 0; p < LABELS; p++)
				way[p] = i ? out->forward[i - 1][p] + c->step[p][y].w : 0;
			out->forward[i][y] = s->score[i][y] + (i ? log_sum(way, allowed[i - 1]) : c->step[LABELS][y].w);
		}
	for (size_t i = s->n; i-- > 0;)
		for (int y = 0; y < LABELS; y++) {
			for (int q = 0; q < LABELS; q++)
				way[q] = i + 1 < s->n ? c->step[y][q].w + s->score[i + 1][q] + out->backward[i + 1][q] : 0;
			out->backward[i][y] = i + 1 < s->n ? log_sum(way, allowed[i + 1]) : 0;
		}
	out->total = log_sum(out->forward[s->n - 1], allowed[s->n - 1]);
}

static float probability(const struct sums *u, const unsigned *allowed, size_t i, int y)
{
	return allowed[i] & 1u << y ? expf(u->forward[i][y] + u->backward[i][y] - u->total) : 0;
}

static void move(struct parameter *p, float gradient)
{
	p->g += gradient * gradient;
	p->w += RATE * gradient / sqrtf(p->g + 1e-6f);
}

static void move_steps(struct crf *c, const struct ready *s, const struct sums *u, const unsigned *allowed, size_t i, float sign)
{
	for (int p = 0; p < LABELS; p++)
		for (int y = 0; y < LABELS; y++) {
			float g;

			if (!(allowed[i - 1] & 1u << p) || !(allowed[i] & 1u << y))
				continue;
			g = expf(u->forward[i - 1][p] + c->step[p][y].w + s->score[i][y] + u->backward[i][y] - u->total);
			if (g > 1e-4f)
				move(&c->step[p][y], 0.1f * sign * g);
		}
}

static void learn_token(struct crf *c, const struct ready *s, const struct sums *wanted, const struct sums *given, size_t i)
{
	for (int y = 0; y < LABELS; y++) {
		float g = probability(wanted, s->allowed, i, y) - probability(given, s->form, i, y);

		if (fabsf(g) < 1e-3f)
			continue;
		for (size_t f = 0; f < s->n_features[i]; f++)
			move(&c->weight[s->feature[i][f] & (BUCKETS - 1)][y], g);
		if (!i)
			move(&c->step[LABELS][y], g);
	}
}

static float learn_sentence(struct crf *c, const struct ready *s)
{
	static struct sums wanted, given;

	sum_up(c, s, s->allowed, &wanted);
	sum_up(c, s, s->form, &given);
	for (size_t i = 0; i < s->n; i++) {
		learn_token(c, s, &wanted, &given, i);
		if (i) {
			move_steps(c, s, &wanted, s->allowed, i, 1);
			move_steps(c, s, &given, s->form, i, -1);
		}
	}
	return given.total - wanted.total;
}

static void shrink(struct crf *c, float by)
{
	for (size_t b = 0; b < BUCKETS; b++)
		for (int y = 0; y < LABELS; y++)
			c->weight[b][y].w *= by;
}

/* What the last sentences taught counts too much: the model is the average of many looks (Polyak and Juditsky 1992). */
static void look(struct crf *c)
{
	for (size_t b = 0; b < BUCKETS; b++)
		for (int y = 0; y < LABELS; y++)
			c->weight[b][y].sum += c->weight[b][y].w;
	for (int p = 0; p <= LABELS; p++)
		for (int y = 0; y < LABELS; y++)
			c->step[p][y].sum += c->step[p][y].w;
	c->looks++;
}

static int8_t small(float w, float scale)
{
	float v = roundf(w / scale);

	return (int8_t)(v < -127 ? -127 : v > 127 ? 127 : v);
}

static void write_model(const struct crf *c, const struct lists *l, FILE *f)
{
	struct model_header h = { .magic = { 'p', 'r', 'a', 'v', 'a', 'h', 'i', 'd' }, .version = MODEL_VERSION, .buckets = BUCKETS,
				  .scale = LARGEST / 127 };

	for (int p = 0; p <= LABELS; p++)
		for (int y = 0; y < LABELS; y++)
			h.transition[p][y] = small(c->step[p][y].sum / (float)c->looks, h.scale);
	lists_write(l, NULL, &h);
	fwrite(&h, sizeof h, 1, f);
	fwrite(&l->speller, sizeof l->speller, 1, f);
	lists_write(l, f, &h);
	for (size_t b = 0; b < BUCKETS; b++)
		for (int y = 0; y < LABELS; y++) {
			int8_t w = small(c->weight[b][y].sum / (float)c->looks, h.scale);

			fwrite(&w, 1, 1, f);
		}
}

/* Another order every time, the same in every run. */
static void shuffle(size_t *order, size_t n, uint64_t seed)
{
	for (size_t i = n; i > 1; i--) {
		size_t k, t = order[i - 1];

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		k = (seed >> 33) % i;
		order[i - 1] = order[k];
		order[k] = t;
	}
}

void crf_train(const struct examples *e, const struct lists *l, unsigned epochs, FILE *model)
{
	static struct ready s;
	struct crf *c = memory_get(sizeof *c);
	uint64_t seed = 1;
	size_t n = e->n_sentences - 1, *order = memory_get(n * sizeof *order);

	c->weight = memory_get(BUCKETS * sizeof *c->weight);
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (unsigned epoch = 0; epoch < epochs; epoch++) {
		double loss = 0;

		shuffle(order, n, epoch + 1);
		for (size_t i = 0; i < n; i++) {
			size_t from = e->begin[order[i]], to = e->begin[order[i] + 1];

			if (to == from)
				continue;
			make_ready(&s, c, e->at + from, to - from, l, &seed);
			loss += learn_sentence(c, &s);
			if (i % 1000 == 0)
				shrink(c, 1 - DECAY * 1000);
			if (epoch >= LOOK_FROM && i % (n / LOOKS) == n / LOOKS - 1)
				look(c);
		}
		fprintf(stderr, "train: epoch %u, loss %.4f a token\n", epoch + 1, loss / (double)e->n);
	}
	write_model(c, l, model);
	free(c->weight);
	free(c);
	free(order);
}
