/*
 * analyser.h - the rooms of the analysis (analysis.h):
 *
 *	analysis.c	opens the dictionaries; a sentence through all rooms
 *	weights.c	the model's file
 *	facts.c		what features see of a word
 *	tagger.c	parts of speech, from left to right
 *	moves.c		the parser's states, its moves, their features
 *	parser.c	the best row of moves, by beam search
 *	repairs.c	what rules know better
 *	lemma.c		what a form is a form of
 *
 * The trainer (train/) shares them, so that it learns from the very features the program will meet.
 */
#ifndef ANALYSER_H
#define ANALYSER_H

#include "analysis.h"
#include "weights.h"

/* --- facts.c --- */

enum { SUFFIXES = 4, FACTS_BEYOND = 3 };	/* facts of no word that stand before and after a sentence */

/* `capital`: 1 small, 2 with a capital, 3 capitals only, 0 no letters; `style` is that of the sentence, 4 where words differ. */
struct facts {
	uint32_t form, shape, prefix, suffix[SUFFIXES];
	struct word_facts word;
	uint8_t tag, capital, style;
	uint16_t verbs, commas, stops;	/* how many there are before it */
};

/* What stands in the place of tags for the root and for no word. */
enum { TAG_ROOT = TAG_COUNT };

/* Room for n + 2 * FACTS_BEYOND; returns the sentence's own first. The word behind the last is the root. */
struct facts *facts_make(const struct weights_file *, const struct word *, size_t n, struct arena *);

/* Counts what stands before each word, when all are tagged. */
void facts_count(struct facts *, size_t n);

/* A feature from its kind and three values. */
static inline uint32_t feature_of(uint32_t kind, uint32_t a, uint32_t b, uint32_t c)
{
	uint64_t h = ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15u;

	h = (h ^ h >> 29) + ((uint64_t)c << 8 | kind);
	h *= 0xBF58476D1CE4E5B9u;
	return (uint32_t)(h >> 32);
}

/* The last steps to a Brown cluster tell what its words have in common with those of others. */
static inline uint32_t area(const struct word_facts *w)
{
	return w->brown & 63;
}

/* --- tagger.c --- */

enum { TAG_FEATURES_MAX = 80 };

/* Features of word i, words before it being tagged. */
size_t tagging_features(const struct facts *, size_t i, uint32_t *feature);

/* Tags of all words; a word whose tag is set keeps it. */
void tagger_run(const struct weights_file *, struct facts *, struct word *, size_t n);

/* --- moves.c --- */

enum move { SHIFT, LEFT, RIGHT, MOVES };
enum { MOVE_FEATURES_MAX = 160, RELATION_FEATURES_MAX = 80, CHILDREN = 2 };

/* The dependents that a word has so far on one side, outermost first. */
struct side { int16_t child[CHILDREN]; uint8_t relation[CHILDREN]; uint8_t n; uint64_t relations; };

/* A word on the stack. Nodes do not change, so that states share them. */
struct node { const struct node *below; int16_t word; struct side left, right; };

/* Where the parser stands: what is on the stack, and the next word with the dependents it has; n is the root. */
struct state {
	const struct state *before;
	const struct node *top;
	struct node front;
	int64_t score;
	int32_t margin;
	uint8_t move, relation;
	int16_t dependent, head;	/* of the last move, if it made an arc */
};

struct state state_begin(void);
bool state_allows(const struct state *, size_t n, enum move);

/* The state behind a move; its relation, if it makes an arc, is set by state_relate(). */
struct state state_move(const struct state *, enum move, struct arena *);
void state_relate(struct state *, enum relation, struct arena *);

size_t move_features(const struct facts *, const struct state *, uint32_t *feature);

/* Features of the arc that a move from this state makes. */
size_t relation_features(const struct facts *, const struct state *, enum move, uint32_t *feature);

/* --- parser.c --- */

void parser_run(const struct weights_file *, struct facts *, struct word *, size_t n);

/* --- repairs.c --- */

/* `given` tells of each word whether its tag came from outside. */
void repair_tags(struct facts *, struct word *, size_t n, const uint8_t *given);
void repair_relations(struct word *, size_t n);

/* --- analysis.c --- */

/* Tags and the tree of n > 0 words. */
void analysis_run(const struct weights_file *, struct facts *, struct word *, size_t n);

/* --- lemma.c --- */

struct lemmas;
enum status lemmas_open(struct lemmas **, const char *data, struct report *);
void lemmas_close(struct lemmas *);
struct view lemma_of(const struct lemmas *, struct view form, enum tag, struct arena *);

#endif
