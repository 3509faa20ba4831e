/* tagger.c - parts of speech, from left to right: what a word is by its letters, lists, neighbours, and the tags before it. */
#include "analyser.h"

/* Collects features, each kind with a number of its own in the order they are added. */
struct collector { uint32_t *to; uint32_t n; };

static inline void add(struct collector *c, uint32_t a, uint32_t b, uint32_t d)
{
	c->to[c->n] = feature_of(c->n, a, b, d);
	c->n++;
}

static uint32_t capitals(const struct facts *f)
{
	return (uint32_t)f->capital << 3 | f->style | (f[-1].form == 0) << 6;
}

static void add_own(struct collector *c, const struct facts *f)
{
	add(c, capitals(f), 0, 0);
	add(c, capitals(f), f->word.speech, 0);
	add(c, capitals(f), f->word.dictionary, f[1].word.speech);
	add(c, capitals(f), f->word.brown & 255, 0);
	add(c, capitals(f), f[-1].capital, f[1].capital);
	add(c, capitals(f), f[-1].capital, f[-1].form);
	add(c, capitals(f), f[1].capital, f[1].form);
	add(c, capitals(f), f->form, 0);
	add(c, capitals(f), f->suffix[2], 0);
	add(c, f->form, 0, 0);
	add(c, f->form, f->shape, 0);
	add(c, f->shape, f[-1].form == 0, 0);
	add(c, f->prefix, 0, 0);
	for (int k = 0; k < SUFFIXES; k++)
		add(c, f->suffix[k], k == 2 ? f->shape & 0x3f : 0, 0);
	add(c, f->suffix[2], f->word.speech, 0);
	add(c, f->word.brown, 0, 0);
	add(c, area(&f->word), f->suffix[1], 0);
	add(c, f->word.alike, f->suffix[0], 0);
	add(c, f->word.speech, f->shape, 0);
	add(c, f->word.dictionary, f->suffix[1], f->word.speech);
	add(c, f->word.may, f->word.dictionary, 0);
	add(c, f->word.may, f->suffix[1], 0);
	add(c, f->word.may, f[1].word.may, f[-1].word.may);
	add(c, f->word.may, f[1].word.may, f[2].word.may);
}

static void add_neighbours(struct collector *c, const struct facts *f)
{
	for (int k = -2; k <= 2; k++)
		if (k)
			add(c, f[k].form, 0, 0);
	for (int k = -1; k <= 2; k++)
		if (k) {
			add(c, f[k].word.brown, 0, 0);
			add(c, f[k].word.speech, f->word.speech, 0);
			add(c, f[k].suffix[1], f[k].shape, f->word.speech);
			add(c, f[k].word.alike, f->word.speech, 0);
		}
	add(c, f->form, f[-1].form, 0);
	add(c, f->form, f[1].form, 0);
	add(c, f[-1].form, f[1].form, f->word.speech);
	add(c, f[1].form, f[2].form, f->word.speech);
	add(c, f[1].word.speech, f[2].word.speech, f->word.speech);
	add(c, f->form, f[1].word.speech, 0);
	add(c, f->form, area(&f[1].word), area(&f[2].word));
	add(c, area(&f->word), area(&f[1].word), area(&f[-1].word));
}

static void add_history(struct collector *c, const struct facts *f)
{
	uint32_t t = f[-1].tag, tt = (uint32_t)f[-2].tag << 8 | t, ttt = (uint32_t)f[-3].tag << 16 | tt;

	add(c, t, 0, 0);
	add(c, tt, 0, 0);
	add(c, ttt, 0, 0);
	add(c, t, f->form, 0);
	add(c, tt, f->form, 0);
	add(c, t, f->word.speech, f[1].word.speech);
	add(c, t, capitals(f), f[1].capital);
	add(c, t, f->word.may, 0);
	add(c, tt, f->word.may, f[1].word.may);
	add(c, t, capitals(f), f->word.speech);
	add(c, tt, f->word.speech, 0);
	add(c, ttt, f->word.speech, f->suffix[1]);
	add(c, tt, f->suffix[2], 0);
	add(c, t, f->word.brown, 0);
	add(c, t, area(&f->word), area(&f[1].word));
	add(c, t, f->shape, f[1].shape);
	add(c, t, f[1].form, f->word.speech);
	add(c, t, f[-1].form, f->word.speech);
	add(c, tt, f[-2].form, f->word.speech);
	add(c, tt, f[1].word.speech, f->word.speech);
	add(c, tt, f[-1].form, 0);
	add(c, t, f->suffix[1], f[1].suffix[1]);
}

size_t tagging_features(const struct facts *f, size_t i, uint32_t *feature)
{
	struct collector c = { feature, 0 };

	add_own(&c, f + i);
	add_neighbours(&c, f + i);
	add_history(&c, f + i);
	return c.n;
}

static uint8_t best_tag(const int32_t *sum)
{
	unsigned best = 1;

	for (unsigned y = 2; y < TAG_COUNT; y++)
		best = sum[y] > sum[best] ? y : best;
	return (uint8_t)best;
}

void tagger_run(const struct weights_file *w, struct facts *f, struct word *word, size_t n)
{
	uint32_t feature[TAG_FEATURES_MAX];
	int32_t sum[CLASSES_MAX];

	for (size_t i = 0; i < n; i++) {
		if (word[i].tag == TAG_NONE || word[i].tag >= TAG_COUNT) {
			weights_sum(&w->tags, feature, tagging_features(f, i, feature), sum);
			word[i].tag = best_tag(sum);
		}
		f[i].tag = word[i].tag;
	}
}
