/*
 * analysis.h - what we know of an English sentence: its words with part of speech and lemma, and the tree they make.
 *
 * Tags are those of the Penn Treebank, relations those of Universal Dependencies; both files, and the weights, follow
 * UD_English-EWT. A word here is what EWT calls one ("do", "n't"; "Rao", "'s"), but for these that stay whole: what
 * hyphens join, a sum with its sign ("$10.27B"), a number with its percent sign, and each masked part of the text.
 */
#ifndef ANALYSIS_H
#define ANALYSIS_H

#include "base.h"
#include "report.h"

enum tag {
	TAG_NONE,
#define TAG(name, text) TAG_##name,
#include "tags.def"
#undef TAG
	TAG_COUNT
};
extern const char *const tag_name[TAG_COUNT];		/* "" for TAG_NONE */

enum relation {
	REL_none,
#define RELATION(name, text) REL_##name,
#include "relations.def"
#undef RELATION
	REL_COUNT
};
extern const char *const relation_name[REL_COUNT];	/* "" for REL_none */

enum { WORDS_MAX = 512 };	/* a sentence; longer ones are analysed in pieces by the caller */

struct word {
	struct view form;	/* as written */
	struct view lemma;	/* out: small letters; borrowed from the form, the dictionary or the arena */
	uint8_t tag;		/* in: TAG_NONE, or the only tag it may get; out: its tag */
	uint8_t relation;	/* out */
	int head;		/* out: index of its head, -1 for the one root */
	float margin;		/* out: how sure the tree is of this arc: the score's distance to the next choice */
};

struct analyser;

/* Maps the weights and reads the dictionaries of English forms under `data`. */
enum status analyser_open(struct analyser **, const char *data, struct report *);
void analyser_close(struct analyser *);

/* Tags, lemmas and heads of n <= WORDS_MAX words. Linear in n. Deterministic; safe in many threads at once. */
void analyse(const struct analyser *, struct word *, size_t n, struct arena *);

#endif
