/*
 * train.h - makes dictionaries/identify.model. The rooms:
 *
 *	main.c		the recipe: which texts, in which order, how much of each
 *	lists.c		word lists and counts, from dictionaries and texts
 *	sentences.c	training sentences: labelled, half labelled, and romanised from Hindi
 *	spell.c		how English is spelled in Devanagari
 *	labels.c	the sentences as the CRF of pipeline/train learns from them
 */
#ifndef TRAIN_H
#define TRAIN_H

#include "../identify.h"
#include "index.h"
#include "train/crf.h"

#include <stdio.h>

/* --- lists.c --- */

enum origin { ORIGIN_UNKNOWN, ORIGIN_HINDI, ORIGIN_ENGLISH };

struct tally { uint32_t english, hindi; float roman; uint8_t lists, origin; bool usual; };

/* One word in two spellings: Devanagari and one of its romanisations, or a loan and its English. */
struct spelling { struct view text; uint32_t count; struct spelling *next; };

struct lists {
	struct arena arena;
	struct index word;			/* number: into `tally` */
	struct tally *tally;
	size_t n, cap;
	struct index roman, english;		/* Devanagari word: number into `first` */
	struct spelling **first;
	size_t n_first, cap_first;
	struct index hash;			/* view_hash() of Latin words: number into `tally` */
	struct speller speller;
};

struct tally *lists_get(struct lists *, struct view key);
struct spelling *lists_spellings(const struct lists *, const struct index *, struct view word);
void lists_read(struct lists *, const char *top, const char *data, const char *lexicon, const char *phones, const char *words);
enum origin lists_origin(const struct lists *, struct view word);	/* of a Devanagari word in running text */
find_counts lists_counts;		/* `lists` is a struct lists */
void lists_look_up(const struct lists *, struct word *);
bool lists_is_english(const struct lists *, struct view word);	/* says the set of loans */
struct view lists_top(const struct lists *, struct view word);	/* its most usual romanisation */
void lists_write(const struct lists *, FILE *, struct model_header *);

/* Calls `use` for every line's columns; a missing file ends the program. */
void read_table(const char *folder, const char *name, void (*use)(void *ctx, const struct view *column, size_t n), void *ctx);

/* English in messages. */
enum { CHAT_WORDS = 117 };
extern const char *const chat_words[CHAT_WORDS];

/* Cuts a text into words and signs. */
void cut_text(struct view text, void (*use)(void *ctx, struct view token), void *ctx);

/* --- spell.c --- */

void speller_learn(struct speller *, const struct lists *);

/* --- sentences.c --- */

/* The labels it may have, and of which these are a choice: bits that its form lacks do not count. */
struct example { struct view text; uint8_t allowed, choice; };

/* Sentences, one after the other: begin[i] to begin[i + 1]. */
struct examples { struct example *at; size_t n, cap; size_t *begin; size_t n_sentences, cap_begin; struct arena arena; };

void examples_read(struct examples *, const struct lists *, const char *top, const char *data);

/* --- labels.c --- */

void learn_labels(const struct examples *, const struct lists *, unsigned epochs, FILE *model);

#endif
