/*
 * senses.h - makes dictionaries/senses.model. The rooms:
 *
 *	main.c		runs the engine over the English of all pairs and collects every word that has several rows
 *	stems.c		Hindi words without their endings
 *	align.c		which English word a Hindi word stands for; by that, which row a translation chose
 *	learn.c		weights of features, and how they are written
 *	pairs.py	the sentences with their translations
 */
#ifndef SENSES_H
#define SENSES_H

#include "../../choice.h"
#include "index.h"

#include <stdio.h>

enum { DOMAINS_MAX = 16, STEMS_MAX = 6, UNKNOWN_ROW = -1 };

/* A sentence: words as numbers, English lemmas and Hindi stems; by `words` its style is told. `held`: to try the model on. */
struct pair { uint32_t *en, *hi, *words; size_t n_en, n_hi, n_words; uint8_t domain; bool held; };

/*
 * A word that has several rows. Stems of a row: those that carry its meaning have their bit in `carries`.
 * Of a marker (`behind`) the word is the noun that it stands behind, and `noun` the noun's own stems.
 */
struct stems { uint32_t at[STEMS_MAX]; uint8_t n, carries; };
struct example {
	size_t pair, word;
	bool behind;
	struct stems noun;
	int row;		/* which the translation chose, or UNKNOWN_ROW */
	float weight;
	struct choice_rows *rows;
	struct stems *stems;
};

struct lesson {
	struct pair *pair;
	struct example *example;
	size_t n_pairs, cap_pairs, n_examples, cap_examples;
	struct index english, hindi;	/* numbers of words */
	uint32_t do_stem, of_stem;	/* of करना and का */
	struct { char name[32]; float weight; } domain[DOMAINS_MAX];
	size_t n_domains;
	struct arena arena;
};

/* --- stems.c --- */

/* The stems of a Hindi text; `n` in: room, out: how many. */
void stems_of(struct lesson *, struct view text, uint32_t *out, size_t *n);
struct stems stems_of_row(struct lesson *, struct view hindi);
uint32_t stem_number(struct lesson *, struct view stem);

/* --- align.c --- */

/* Finds out which row each example's translation chose. */
void align(struct lesson *);

/* --- learn.c --- */

struct learned;

/* Learns from what is not held, or from all. */
struct learned *learn(const struct lesson *, bool all);
void learned_print(struct learned *, const struct lesson *);
bool learned_write(struct learned *, const struct lesson *, const char *path);
void learned_release(struct learned *);

#endif
