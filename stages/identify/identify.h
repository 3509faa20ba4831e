/*
 * identify.h - the rooms of the identify stage:
 *
 *	identify.c	the stage: labels of tokens, languages of blocks and of the document
 *	features.c	what can be told of a token: its letters, the word lists it is in, its neighbours
 *	spell.c		which English word it may be spelled for
 *	model.c		word lists and weights (dictionaries/identify.model); the best labels of a sentence
 *	train/		the program that makes the model; no part of pravah
 */
#ifndef IDENTIFY_H
#define IDENTIFY_H

#include "crf.h"
#include "sound.h"
#include "stage.h"

enum language_label { LABEL_HI, LABEL_EN, LABEL_LOAN, LABEL_HI_LATN, LABEL_NAME, LABEL_NUMBER, LABEL_CODE, LABEL_OTHER, LABELS };
extern const char *const label_name[LABELS];

#define LABEL(name) (1u << LABEL_##name)

/* --- features.c --- */

enum form { FORM_LATIN, FORM_DEVANAGARI, FORM_FOREIGN, FORM_NUMBER, FORM_CODE, FORM_OTHER };

enum { KEY_MAX = 64, FEATURES_MAX = 96, LOG_MAX = 15 };

/* How often a word was seen, as logarithms to base 2, 0: never; and which lists it is in. */
struct counts { uint8_t english, roman, hindi, lists; };

/* The first two say of Devanagari words that they are loans or native, of Latin ones that an English dictionary has them, small or with a capital. */
enum { LIST_LOAN = 1, LIST_DICTIONARY = 1, LIST_NATIVE = 2, LIST_PROPER = 2, LIST_NAME = 4, LIST_NAME_PART = 8 };

/* A token as the model sees it. */
struct word {
	struct view text;
	char key[KEY_MAX];		/* small letters; of a hyphenated mix, the part that decides */
	size_t n;
	enum form form;
	struct counts counts;
	uint8_t said, bones, spelled, roman;	/* of Devanagari: how often English that is said, hardly said, spelled so; romanised */
	struct spelling_found { int cost; uint8_t english; } found;	/* of Devanagari: the English word it may stand for; NOT_SOUGHT */
	struct counts folded, thin;	/* of Latin: words spelled nearly so, and with these consonants */
	bool capital, capitals, digits, first;
	bool unseen;			/* in training: as if it had not been met */
};

/* `kind` is the label of a token span, or empty. Returns the labels it may have. */
unsigned word_make(struct word *, struct view text, struct view kind);

/* Word lists, at use and in training. The hash is that of spell.c. */
typedef struct counts find_counts(const void *lists, const char *key, size_t n);
typedef struct counts find_hash(const void *lists, uint64_t hash);
struct knowledge { const void *lists; find_counts *find; find_hash *find_hash; const struct speller *speller; };

struct view word_key(const struct word *);

/* Fills in what they know of a word. */
void word_look_up(struct word *, const struct knowledge *);

/* Hashes of what is true of word i, to be taken modulo the size of the table of weights. */
size_t features(const struct word *, size_t n, size_t i, uint32_t out[FEATURES_MAX]);

/* --- spell.c --- */

enum { NOT_FOUND = -1, NOT_SOUGHT = -2 };
enum { SPELL_INHERENT = 0x7d, SPELL_LAST = 0x7e, SPELL_END = 0x7f, SPELL_UNITS = 128, SPELL_CHUNKS = 16384, SPELL_BITS = 1 << 21, SPELL_SCALE = 16 };

static const uint64_t SPELL_START = 0xcbf29ce484222325u;

struct spell_chunk { char text[3]; uint8_t cost; };

/* The chunks that unit u may stand for before unit v: `n` from `first`. Where v was not met, what u stands for before any. */
struct spell_range { uint16_t first, n; };
struct speller { struct spell_range range[SPELL_UNITS][SPELL_UNITS]; struct spell_chunk chunk[SPELL_CHUNKS]; uint8_t filter[SPELL_BITS / 8]; };

/* A Devanagari word as units: letters, and the inherent vowel, said or last, and the end. */
size_t spell_units(const char *key, size_t n, uint8_t unit[KEY_MAX]);

/* Of one more letter; view_hash() of the word in the end. And its places in the filter. */
uint64_t spell_hash(uint64_t hash, char c);
void spell_bits(uint64_t hash, uint32_t bit[2]);

/* Does nothing in it point outside? */
bool spell_is_sound(const struct speller *);

/* The best English word with its cost a unit, or NOT_FOUND. */
struct spelling_found spell(const struct speller *, const struct word *, find_hash *, const void *lists);

/* --- model.c --- */

/* The file: this header, the speller, the word lists, the weights. All numbers little-endian. */
enum { MODEL_VERSION = 3 };

struct model_header {
	char magic[8];			/* "pravahid" */
	uint32_t version, words, buckets;	/* both powers of two */
	float scale;			/* of a weight, and of a transition (crf.h) */
	int8_t transition[LABELS + 1][LABELS];	/* row LABELS: at the beginning */
};

/* `check`: the upper half of the hash, the lower one being the place. All four counts 0: free. */
struct model_word { uint16_t check, counts; };

struct model {
	struct view file;
	const struct model_header *header;
	const struct speller *speller;
	const struct model_word *word;
	struct crf crf;
};

enum status model_open(struct model *, const char *path, struct report *);
void model_close(struct model *);

/* Of a word's view_hash(). */
uint32_t model_hash(uint64_t hash);

find_counts model_counts;	/* `lists` is a model */
find_hash model_counts_of;

/* Four numbers of four bits. */
uint16_t counts_pack(struct counts);

/* The best labels of a sentence among those allowed, each with its probability. */
void model_label(const struct model *, const struct word *, const unsigned *allowed, size_t n, uint8_t *label,
		 float *probability);

#endif
