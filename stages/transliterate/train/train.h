/*
 * train.h - makes dictionaries/transliterate.model. The rooms:
 *
 *	main.c		the recipe: which pairs, in which order
 *	align.c		which units of the one spelling stand for which letter of the other
 *	learn.c		the network's weights, by gradient descent
 *	pairs.c		words in two spellings, from the dictionaries and from texts
 *	save.c		a network in the model's form
 *	lists.c		the word lists in the model's form
 */
#ifndef TRAIN_H
#define TRAIN_H

#include "../model.h"
#include "index.h"

#include <stdio.h>

/* A word in two spellings. `sound`: labels of the network of sounds, one a letter, or NULL. */
struct pair { struct view from, to; float weight; int domain; const uint16_t *sound; };
struct pairs { struct pair *at; size_t n, cap; struct arena arena; };

struct pair *pairs_add(struct pairs *, struct view from, struct view to, int domain, float weight);

/* Latin to Devanagari, from the dictionaries and Dakshina's training half; and turned round. */
void pairs_read(struct pairs *, const char *top, const char *data);
void pairs_turn(struct pairs *);

/* English words and their sounds, one character a phone. */
void pairs_read_sounds(struct pairs *, const char *path);

/* A pair the network learns from: its letters and the label of each. */
struct lesson { struct net_word word; uint16_t label[NET_UNITS]; float weight; };

/* Fills in the network's symbols, labels and candidates; returns lessons, one for each pair that the labels can spell. */
struct lesson *align(const struct pairs *, size_t sounds, unsigned label_min, struct network *, size_t *n);

void save(const struct network *, FILE *);
void save_list(const char *path, FILE *);	/* of lines `word TAB count` */
void learn(struct network *, const struct lesson *, size_t n, unsigned epochs, const char *name);

#endif
