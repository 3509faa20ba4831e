/* model.c - dictionaries/tag.model, mapped: word lists, and weights for each convention of labels. */
#include "tag.h"

#include "file.h"

#include <stdlib.h>

enum { CONVENTIONS_MAX = 8 };

static const uint32_t LARGEST = 1u << 24;

static bool is_power(uint32_t n)
{
	return n && !(n & (n - 1)) && n <= LARGEST;
}

uint32_t tag_word_place(uint64_t hash, uint16_t *check)
{
	*check = (uint16_t)(hash >> 48);
	return (uint32_t)(hash ^ hash >> 29);
}

uint32_t tag_phrase_place(uint64_t hash, uint32_t *check)
{
	*check = (uint32_t)(hash >> 32) & ~0xffu;
	return (uint32_t)(hash ^ hash >> 29);
}

/* What comes first or after none begins; an entity goes on with its own type. */
void tag_label_order(unsigned types, uint32_t after[CRF_LABELS_MAX + 1])
{
	uint32_t begin = CRF_LABEL(0);

	for (unsigned t = 0; t < types; t++)
		begin |= CRF_LABEL(1 + 2 * t);
	for (unsigned y = 0; y <= CRF_START; y++)
		after[y] = y == 0 || y >= 1 + 2 * types ? begin : begin | CRF_LABEL(2 + 2 * ((y - 1) / 2));
}

/* Cuts a table off what is left of the file; NULL if it is shorter. */
static const void *take(struct view *rest, size_t n)
{
	const void *p = rest->p;

	if (rest->n < n)
		return NULL;
	*rest = view_cut(*rest, n, rest->n);
	return p;
}

static bool read_convention(struct tag_convention *c, struct view *rest)
{
	uint32_t after[CRF_LABELS_MAX + 1];
	const struct tag_convention_header *h = take(rest, sizeof *h);
	const int8_t *step;
	unsigned labels;

	if (!h || !h->types || h->types > TAG_TYPES_MAX || !is_power(h->buckets) || h->name[TAG_NAME_MAX - 1])
		return false;
	for (unsigned t = 0; t < h->types; t++)
		if (h->type[t][TAG_NAME_MAX - 1])
			return false;
	labels = 1 + 2 * h->types;
	step = take(rest, ((size_t)(labels + 1) * labels + 7) & ~(size_t)7);
	*c = (struct tag_convention){ h, { .labels = labels, .width = crf_width(labels), .buckets = h->buckets, .scale = h->scale } };
	c->crf.weight = step ? take(rest, (size_t)h->buckets * c->crf.width) : NULL;
	if (!c->crf.weight)
		return false;
	for (unsigned p = 0; p <= labels; p++)
		for (unsigned y = 0; y < labels; y++)
			c->crf.steps.step[p < labels ? p : CRF_START][y] = crf_weight(step[p * labels + y], h->scale);
	tag_label_order(h->types, after);
	crf_steps_make(&c->crf.steps, labels, after);
	return true;
}

static bool read_tables(struct tag_model *m)
{
	struct view rest = m->file;
	const struct tag_header *h = m->header = take(&rest, sizeof *h);

	if (!h || memcmp(h->magic, "pravahtg", 8) || h->version != TAG_MODEL_VERSION || !is_power(h->words) || !is_power(h->phrases)
	    || !h->conventions || h->conventions > CONVENTIONS_MAX)
		return false;
	if (h->words < 4)
		return false;	/* what follows would not lie at a multiple of four */
	m->word = take(&rest, (size_t)h->words * sizeof *m->word);
	m->phrase = take(&rest, (size_t)h->phrases * sizeof *m->phrase);
	if (!m->word || !m->phrase)
		return false;
	m->convention = memory_get(h->conventions * sizeof *m->convention);
	for (uint32_t i = 0; i < h->conventions; i++)
		if (!read_convention(&m->convention[i], &rest))
			return false;
	return !rest.n;
}

enum status tag_model_open(struct tag_model *m, const char *path, struct report *r)
{
	enum status rc = file_map(path, &m->file, r);

	if (rc == OK && !read_tables(m))
		return fatal(r, "model", "%s is not a model of this version, or damaged", path);
	return rc;
}

void tag_model_close(struct tag_model *m)
{
	free(m->convention);
	file_unmap(m->file);
}

bool tag_is_known(const struct tag_facts *f)
{
	for (int k = 0; k < TAG_CLUSTERS; k++)
		if (f->cluster[k])
			return true;
	return f->lists || f->opens || f->ends;
}

struct tag_facts tag_model_facts(const struct tag_model *m, struct view key)
{
	uint32_t mask = m->header->words - 1;
	uint16_t check;
	uint32_t i = tag_word_place(view_hash(key), &check) & mask;

	for (uint32_t k = 0; k <= mask; k++, i = (i + 1) & mask) {
		const struct tag_facts *f = &m->word[i].facts;

		if (!tag_is_known(f))
			break;
		if (m->word[i].check == check)
			return *f;
	}
	return (struct tag_facts){ 0 };
}

unsigned tag_model_phrase(const struct tag_model *m, struct view key)
{
	uint32_t mask = m->header->phrases - 1, check, i = tag_phrase_place(view_hash(key), &check) & mask;

	for (uint32_t k = 0; k <= mask && m->phrase[i].hash; k++, i = (i + 1) & mask)
		if ((m->phrase[i].hash & ~0xffu) == check)
			return m->phrase[i].hash & 0xff;
	return 0;
}

const struct tag_convention *tag_model_convention(const struct tag_model *m, struct view name)
{
	for (uint32_t i = 0; i < m->header->conventions; i++)
		if (view_is(name, m->convention[i].header->name))
			return &m->convention[i];
	return NULL;
}
