/*
 * labels.c - the sentences as the CRF's trainer takes them: tokens may have several labels, and some words are learned from
 * as if nobody had met them.
 */
#include "train.h"

#include <stdlib.h>

enum { BUCKETS = 1 << 18, SENTENCE_MAX = 256, FORGET_ONE_IN = 3, LOOK_FROM = 2, LOOKS = 8 };
static const struct crf_habits habits = { .rate = 0.15f, .decay = 2e-6f, .largest = 6 };

/* One sentence, made ready. */
struct ready { struct word word[SENTENCE_MAX]; uint32_t feature[SENTENCE_MAX * FEATURES_MAX], first[SENTENCE_MAX + 1],
	allowed[SENTENCE_MAX], form[SENTENCE_MAX]; size_t n; };

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

static void make_ready(struct ready *s, const struct example *at, size_t n, const struct lists *l, uint64_t *seed)
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
	for (size_t i = 0; i < s->n; i++)
		s->first[i + 1] = s->first[i] + (uint32_t)features(s->word, s->n, i, s->feature + s->first[i]);
}

static void write_model(const struct crf_learner *c, const struct lists *l, FILE *f)
{
	struct model_header h = { .magic = { 'p', 'r', 'a', 'v', 'a', 'h', 'i', 'd' }, .version = MODEL_VERSION, .buckets = BUCKETS,
				  .scale = crf_scale(c) };

	crf_write_steps(c, &h.transition[0][0]);
	lists_write(l, NULL, &h);
	fwrite(&h, sizeof h, 1, f);
	fwrite(&l->speller, sizeof l->speller, 1, f);
	lists_write(l, f, &h);
	crf_write_weights(c, f);
}

void learn_labels(const struct examples *e, const struct lists *l, unsigned epochs, FILE *model)
{
	static struct ready s;
	struct crf_learner c;
	uint64_t seed = 1;
	size_t n = e->n_sentences - 1, *order = memory_get(n * sizeof *order);

	crf_learner_init(&c, LABELS, BUCKETS, NULL, habits);
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (unsigned epoch = 0; epoch < epochs; epoch++) {
		double loss = 0;

		crf_shuffle(order, n, epoch + 1);
		for (size_t i = 0; i < n; i++) {
			size_t from = e->begin[order[i]], to = e->begin[order[i] + 1];

			if (to == from)
				continue;
			make_ready(&s, e->at + from, to - from, l, &seed);
			loss += crf_learn(&c, &(struct crf_example){ s.n, s.feature, s.first, s.allowed, s.form });
			if (epoch >= LOOK_FROM && i % (n / LOOKS) == n / LOOKS - 1)
				crf_learner_look(&c);
		}
		fprintf(stderr, "train: epoch %u, loss %.4f a token\n", epoch + 1, loss / (double)e->n);
	}
	write_model(&c, l, model);
	crf_learner_release(&c);
	free(order);
}
