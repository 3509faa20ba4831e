/* analysis.c - an English sentence, word by word through the tagger, the parser and the lemmas. */
#include "analyser.h"

#include <stdlib.h>

const char *const tag_name[TAG_COUNT] = {
	[TAG_NONE] = "",
#define TAG(name, text) [TAG_##name] = text,
#include "tags.def"
#undef TAG
};

const char *const relation_name[REL_COUNT] = {
	[REL_none] = "",
#define RELATION(name, text) [REL_##name] = text,
#include "relations.def"
#undef RELATION
};

struct analyser { struct weights_file weights; struct lemmas *lemmas; };

enum status analyser_open(struct analyser **out, const char *data, struct report *r)
{
	struct analyser *a = *out = memory_get(sizeof *a);
	struct buf path = { 0 };
	enum status rc;

	buf_addf(&path, "%s/dictionaries/translate.model", data);
	rc = weights_open(&a->weights, path.p, r);
	buf_release(&path);
	return rc == OK ? lemmas_open(&a->lemmas, data, r) : rc;
}

void analyser_close(struct analyser *a)
{
	if (!a)
		return;
	weights_close(&a->weights);
	lemmas_close(a->lemmas);
	free(a);
}

void analysis_run(const struct weights_file *w, struct facts *facts, struct word *word, size_t n)
{
	uint8_t given[WORDS_MAX];

	for (size_t i = 0; i < n; i++)
		given[i] = word[i].tag != TAG_NONE;
	tagger_run(w, facts, word, n);
	repair_tags(facts, word, n, given);
	parser_run(w, facts, word, n);
	repair_relations(word, n);
}

void analyse(const struct analyser *a, struct word *word, size_t n, struct arena *arena)
{
	struct arena scratch = { 0 };
	struct facts *facts;

	if (!n)
		return;
	facts = facts_make(&a->weights, word, n, &scratch);
	analysis_run(&a->weights, facts, word, n);
	for (size_t i = 0; i < n; i++)
		word[i].lemma = lemma_of(a->lemmas, word[i].form, word[i].tag, arena);
	arena_release(&scratch);
}
