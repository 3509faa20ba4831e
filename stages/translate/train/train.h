/*
 * train.h - makes dictionaries/translate.model. The rooms:
 *
 *	main.c		the recipe: tags, tags nobody learned from, moves, relations, and scores
 *	treebank.c	sentences of UD_English-EWT, their words joined as the program has them, and varied
 *	lists.c		what lists know of words
 *	learner.c	averaged perceptrons over hashed features, and how their weights are written
 *	parsing.c	learns the parser's moves and relations
 */
#ifndef TRANSLATE_TRAIN_H
#define TRANSLATE_TRAIN_H

#include "../analyser.h"

#include <stdio.h>

/* --- treebank.c --- */

/* Heads as in struct word. `given` are the tags that the parser learns from. */
struct sentence { struct word *word; size_t n; uint8_t *given; struct facts *facts; };
struct treebank { struct sentence *at; size_t n, cap; struct arena arena; };

/* `varied`: some sentences lose their last stop or change their capitals, as headings and list items do. */
void treebank_read(struct treebank *, const char *path, bool varied);

/* Hangs words higher until no arcs cross. */
void make_projective(struct word *, size_t n);

/* --- lists.c --- */

/* WORDS is words.tsv of `make tag-model`, POSLEX the word list of Festival. */
void lists_read(struct weights_file *, const char *top, const char *words, const char *poslex);

/* --- learner.c --- */

struct learner {
	uint32_t classes, rows, cap_rows, cap;
	unsigned least;		/* a feature that was to be changed less often has no weights */
	struct { uint32_t key, row; } *slot;
	int16_t *weight;
	float *late;		/* sums of changes times the time they were made at */
	uint8_t *changes;	/* by hash */
	double time;
};

void learner_init(struct learner *, uint32_t classes, unsigned least);
void learner_release(struct learner *);
void learner_sum(const struct learner *, const uint32_t *feature, size_t n, int32_t *sum);
void learner_change(struct learner *, const uint32_t *feature, size_t n, unsigned y, int by);

/* Adds another's weights: what both say is surer than what one says. */
void learner_add(struct learner *, const struct learner *other);

/* The weights that matter most, as the program reads them. */
struct weights learner_weights(const struct learner *, uint32_t buckets);
struct move_weights learner_move_weights(const struct learner *, uint32_t buckets);

/* --- parsing.c --- */

/* `way`: what is learned depends on the order of sentences, which has a way of its own for each number. */
struct parser_learner { struct learner moves, relations; };
void parser_learn(struct parser_learner *, const struct treebank *, unsigned epochs, unsigned way);

void shuffle(size_t *order, size_t n, uint64_t seed);

#endif
