/*
 * identify.h - the rooms of the identify stage:
 *
 *	identify.c	the stage: labels of tokens, languages of blocks and of the document
 *	features.c	what can be told of a token: its letters, the word lists it is in, its neighbours
 *	sound.c		what a Devanagari word sounds like, to find English in it
 *	model.c		word lists and weights (dictionaries/identify.model); the best labels of a sentence
 *	train/		the program that makes the model; no part of pravah
 */
#ifndef IDENTIFY_H
#define IDENTIFY_H

#include "stage.h"

enum language_label { LABEL_HI, LABEL_EN, LABEL_LOAN, LABEL_HI_LATN, LABEL_NAME, LABEL_NUMBER, LABEL_CODE, LABEL_OTHER, LABELS };
extern const char *const label_name[LABELS];

#define LABEL(name) (1u << LABEL_##name)

/* --- features.c --- */

enum form { FORM_LATIN, FORM_DEVANAGARI, FORM_FOREIGN, FORM_NUMBER, FORM_CODE, FORM_OTHER };

enum { KEY_MAX = 64, FEATURES_MAX = 96, LOG_MAX = 15 };

/* How often a word was seen, as logarithms to base 2, 0: never; and which lists it is in. */
struct counts { uint8_t english, roman, hindi, lists; };

/* Of Devanagari words the first two are loans and natives, of Latin ones what an English dictionary has in small letters and with capitals. */
enum { LIST_LOAN = 1, LIST_DICTIONARY = 1, LIST_NATIVE = 2, LIST_PROPER = 2, LIST_NAME = 4, LIST_NAME_PART = 8 };

/* A token as the model sees it. */
struct word {
	struct view text;
	char key[KEY_MAX];		/* small letters; of a hyphenated mix, the part that decides */
	size_t n;
	enum form form;
	struct counts counts;
	uint8_t said, bones, spelled, roman;	/* of Devanagari: how often English that is said, hardly said, spelled so; romanised */
	struct counts folded, thin;	/* of Latin: words spelled nearly so, and with these consonants */
	bool capital, capitals, digits, first;
	bool unseen;			/* in training: as if it had not been met */
};

/* `kind` is the label of a token span, or empty. Returns the labels it may have. */
unsigned word_make(struct word *, struct view text, struct view kind);

/* Fills in what word lists know of a word. */
typedef struct counts find_counts(const void *lists, const char *key, size_t n);
void word_look_up(struct word *, find_counts *, const void *lists);

/* Hashes of what is true of word i, to be taken modulo the size of the table of weights. */
size_t features(const struct word *, size_t n, size_t i, uint32_t out[FEATURES_MAX]);

/* --- sound.c --- */

enum { SOUND_MAX = 48 };

struct sound { char text[SOUND_MAX]; size_t n; };

/* Of a Devanagari word: as it sounds, its consonants only, and in Latin letters. The first two are keys of their own. */
void sound_full(const struct word *, struct sound *);
void sound_skeleton(const struct sound *full, struct sound *);
void sound_spelled(const struct word *, struct sound *);

/*
 * Of a Latin word, keys that are the same for the ways one Hindi word is romanised: with the vowels, and without.
 * Empty where nothing is left that tells words apart.
 */
void sound_folded(const struct word *, struct sound *);
void sound_thin(const struct sound *folded, struct sound *);

/* --- model.c --- */

/* The file: this header, the word lists, the weights. All numbers little-endian. */
enum { MODEL_VERSION = 2 };

struct model_header {
	char magic[8];			/* "pravahid" */
	uint32_t version, words, buckets;	/* both powers of two */
	float scale;			/* of a weight, and of a transition */
	int8_t transition[LABELS + 1][LABELS];	/* row LABELS: at the beginning */
};

/* `check`: the upper half of the hash, the lower one being the place. All four counts 0: free. */
struct model_word { uint16_t check, counts; };

struct model {
	struct view file;
	const struct model_header *header;
	const struct model_word *word;
	const int8_t (*weight)[LABELS];
};

enum status model_open(struct model *, const char *path, struct report *);
void model_close(struct model *);

/* Of a word's key. */
uint32_t model_hash(const char *key, size_t n);

find_counts model_counts;	/* `lists` is a model */

/* Four numbers of four bits. */
uint16_t counts_pack(struct counts);

/* The best labels of a sentence among those allowed, each with its probability. */
void model_label(const struct model *, const struct word *, const unsigned *allowed, size_t n, uint8_t *label,
		 float *probability);

#endif
