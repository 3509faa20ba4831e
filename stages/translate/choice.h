/*
 * choice.h - dictionaries/senses.model: which of a word's rows fits its surroundings, as learned from translations.
 *
 * A feature is a hash: something of the row (its Hindi, or that it is a loan) with something of the surroundings (the
 * object's lemma). Rows are known by their Hindi, so that the dictionary can change and the model stays; of a row it
 * has not seen it knows only what rows of its kind are worth. All numbers are little-endian.
 */
#ifndef CHOICE_H
#define CHOICE_H

#include "lexicon.h"

enum { CHOICE_VERSION = 1, CHOICE_ROWS = 24, CHOICE_AROUND = 64, CHOICE_OWN = 16 };

struct part;

struct choice_header { char magic[8]; uint32_t version, slots; };

/* A node with several rows: what is around it, and of each row its key and what speaks for it alone. */
struct choice_rows {
	size_t n, today;	/* today: the row that stands first or whose cue holds */
	uint32_t word;		/* stands for lemma and part of speech */
	size_t n_around, n_own[CHOICE_ROWS];
	uint32_t around[CHOICE_AROUND], key[CHOICE_ROWS], own[CHOICE_ROWS][CHOICE_OWN];
};

/* `watch`, if there is one, sees every node that has several rows: from these the trainer learns. */
struct choice {
	struct view file;
	uint32_t slots;		/* 0: nothing has been learned */
	const uint16_t *check;
	const int8_t *weight;
	void (*watch)(void *ctx, const struct part *, int i, const struct sense *rows, const struct choice_rows *);
	void *ctx;
};

/* A model that is not there is one that has learned nothing. */
enum status choice_open(struct choice *, const char *data, struct report *);
void choice_close(struct choice *);

/*
 * Sets *best, which is the row that stands first or whose cue holds, to what was learned; false where nothing was.
 * `cue` tells how well each row's cue holds, 0 for not.
 */
bool choose(const struct choice *, const struct part *, int i, struct senses, const int *cue, size_t *best);

/*
 * The same of what may stand behind a noun: the rows are what its preposition, or its being an object (preposition -1), may become.
 * The watcher is told of the noun. `head` is what the phrase depends on, or -1.
 */
struct phrase { int head, noun, preposition; };
bool choose_marker(const struct choice *, const struct part *, struct phrase, struct senses, const int *cue, size_t *best);

/*
 * Those who translate have styles, which are learned apart. Ours counts, from 0 to CHOICE_STYLE_MOST, as far as the
 * English is such as we write; for an encyclopaedia or a manual all translators count alike.
 */
#define CHOICE_STYLE "own"
enum { CHOICE_STYLE_MOST = 10, CHOICE_WORDS = 512 };

/* So much must another row be better, in our style, than the one the editor put first or gave a cue that holds. */
enum { CHOICE_STAYS = 2, CHOICE_MARKER_STAYS = 1 };

/* Features of a text by which that is told; returns how many. */
size_t choice_words(struct view text, uint32_t out[CHOICE_WORDS]);

/* Adds up what they weigh, for each text of a document; and what the sum says. */
int choice_likeness(const struct choice *, struct view text);
int choice_style(int likeness);

/* All features of a row; those from `styled` on are of the style. */
struct choice_features { uint32_t at[CHOICE_AROUND + 2 * CHOICE_OWN + 1]; size_t n, styled; };
void choice_features(const struct choice_rows *, size_t row, struct view style, struct choice_features *);

/* Where a feature is looked for, and what stands for it there; a check of 0 is a free place. */
uint32_t choice_place(uint32_t feature, uint32_t slots, uint16_t *check);

#endif
