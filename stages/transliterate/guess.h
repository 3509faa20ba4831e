/*
 * guess.h - words that no dictionary has, in the other script: the networks propose, and how frequent a proposal is as a
 * word, and how likely it is to be read back as what was given, decides between them.
 */
#ifndef GUESS_H
#define GUESS_H

#include "model.h"

enum { GUESSES_MAX = 16 };

struct guess { char text[NET_TEXT]; float score; };	/* the scores of all proposals add up to 1 */

/* A word of Latin letters, in Devanagari. Best first; returns how many, 0 if it cannot be read. */
size_t guess_devanagari(const struct script_model *, struct view word, enum domain, struct guess *, size_t n);

/* A word of Devanagari, in Latin letters: English spelling, or as people type Hindi (DOMAIN_NATIVE). */
size_t guess_latin(const struct script_model *, struct view word, enum domain, struct guess *, size_t n);

/* Letters and signs of Devanagari, and nothing else. */
bool is_devanagari_word(struct view word);

/* What the guesses need of the model, bits 1 << PART_... */
unsigned guess_parts(bool devanagari, bool latin);

#endif
