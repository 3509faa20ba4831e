/*
 * sound.h - what words sound like, coarsely, so that one word is found in two spellings or scripts. Words are in small
 * letters; of one with more than 64 the beginning counts.
 */
#ifndef SOUND_H
#define SOUND_H

#include "base.h"

enum { SOUND_MAX = 48 };

struct sound { char text[SOUND_MAX]; size_t n; };

/* Of a Devanagari word: as it sounds, its consonants only, and in Latin letters. The first two are keys of their own. */
void sound_full(struct view word, struct sound *);
void sound_skeleton(const struct sound *full, struct sound *);
void sound_spelled(struct view word, struct sound *);

/*
 * Of a Latin word, keys that are the same for the ways one Hindi word is romanised: with the vowels, and without.
 * Empty where nothing is left that tells words apart.
 */
void sound_folded(struct view word, struct sound *);
void sound_thin(const struct sound *folded, struct sound *);

/*
 * What the spellings of one Devanagari word have in common: no nukta but in ड़ and ढ़, one sign for nasals; if `vowels`,
 * one for short and long vowels and for open ones. Appended to `out`.
 */
void sound_loosen(struct view word, bool vowels, struct buf *out);

#endif
