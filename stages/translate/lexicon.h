/*
 * lexicon.h - English words and phrases with their Hindi: dictionaries/en-hi.tsv, en-hi.phrases.tsv, loans.tsv and classes.en.tsv.
 *
 * All views borrow from the files, which stay mapped until lexicon_close().
 */
#ifndef BILINGUAL_LEXICON_H
#define BILINGUAL_LEXICON_H

#include "image.h"

enum pos { POS_NONE, POS_N, POS_V, POS_ADJ, POS_ADV, POS_PREP, POS_CONJ, POS_DET, POS_PRON, POS_NUM, POS_AUX, POS_INT,
	   POS_PART, POS_PREFIX, POS_PHR, POS_COUNT };
extern const char *const pos_name[POS_COUNT];

/* One row: what a word means when `when` holds. */
struct sense {
	struct view en, hi;	/* hi is empty where English has a word and Hindi none */
	struct view frame;	/* "obj=का; with=से" or empty */
	struct view when;	/* "obj: photo, picture" or empty */
	uint8_t pos;
	bool feminine, gendered;	/* of nouns */
	char form;		/* of a noun: s, h, 0; of an adjective: i, 0 */
	bool transitive, ergative;	/* of verbs */
	bool loan;
};

struct senses { const struct sense *at; size_t n; };

struct bilingual {
	struct sense *sense;
	size_t n_senses, cap_senses;
	struct index word;	/* lemma: number of its first sense; its rows follow each other */
	struct index phrase;	/* the same of phrases */
	struct index begins;	/* first word of a phrase: the most words a phrase of it has */
	struct index loan;	/* English: number of its sense, a noun */
	struct index gender;	/* Hindi noun: 1 feminine, 0 masculine */
	struct index class;	/* English noun: value its class */
	struct image image;	/* of what stands above */
	struct image glossaries;
	struct sense *own;	/* the user's */
	size_t n_own, cap_own;
	struct index own_word, own_begins;	/* words and phrases as they are written: number of the sense */
};

enum { PHRASE_WORDS_MAX = 8 };

/* Under the settings' --data; files of --glossary come first. */
enum status bilingual_open(struct bilingual *, const struct settings *, struct report *);
void bilingual_close(struct bilingual *);

/* The user's word for a lemma, or NULL. */
const struct sense *bilingual_glossary(const struct bilingual *, struct view lemma);

/* Senses of a lemma (small letters) for one part of speech, the default first; n 0: none. */
struct senses bilingual_word(const struct bilingual *, struct view lemma, enum pos);
struct senses bilingual_phrase(const struct bilingual *, struct view lemmas, enum pos);	/* POS_NONE: any */

/* The word as a loan noun, or NULL. */
const struct sense *bilingual_loan(const struct bilingual *, struct view lemma);

/* Words of the longest phrase that begins with a word; 0: none does. */
size_t bilingual_phrase_words(const struct bilingual *, struct view lemma);

/* Is a Hindi noun known, and feminine? */
bool bilingual_noun(const struct bilingual *, struct view hindi, bool *feminine);

/* "person", "time", ..., or empty. */
struct view bilingual_class(const struct bilingual *, struct view lemma);

/* What a frame says of an argument ("obj", "inf", "on"), and whether it says anything. */
bool frame_find(struct view frame, const char *argument, struct view *marking);

#endif
