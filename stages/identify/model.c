/* model.c - the model's file, mapped: word lists, and the weights of the CRF. */
#include "identify.h"
#include "file.h"

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
	m->crf = (struct crf){ .labels = LABELS, .width = LABELS, .buckets = h->buckets, .scale = h->scale,
			       .weight = (const int8_t *)(m->word + h->words) };
	for (unsigned p = 0; p <= LABELS; p++)
		for (unsigned y = 0; y < LABELS; y++)
			m->crf.steps.step[p < LABELS ? p : CRF_START][y] = crf_weight(h->transition[p][y], h->scale);
	crf_steps_make(&m->crf.steps, LABELS, NULL);
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

void model_label(const struct model *m, const struct word *w, const unsigned *allowed, size_t n, uint8_t *label,
		 float *probability)
{
	struct crf_chain c = { 0 };

	crf_chain_begin(&c, n);
	for (size_t i = 0; i < n; i++) {
		uint32_t feature[FEATURES_MAX];
		size_t k = features(w, n, i, feature);

		c.allowed[i] = allowed[i];
		crf_score(&m->crf, feature, k, c.score + i * CRF_LABELS_MAX);
	}
	crf_best(&c, &m->crf.steps, LABELS, label);
	crf_sum_up(&c, &m->crf.steps, LABELS);
	for (size_t i = 0; i < n; i++)
		probability[i] = crf_probability(&c, LABELS, i, label[i]);
	crf_chain_release(&c);
}
