/*
 * lexicon.h - words whose other spelling is known: loans, names, Hindi as people type it, letters, and what the user
 * gives in glossaries. Keys are views into the dictionaries' files or copies in small letters.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include "endings.h"
#include "image.h"
#include "model.h"
#include "sound.h"

enum { NAME_WORDS_MAX = 6, LETTERS = 26 };

/* What else is known of a word: variants, with bars between; gender m or f; plural s, h (Hindi's) or 0 (none); else -. */
struct word_facts { struct view variants; char gender, plural; };

/* A word that something typed may stand for, how unlikely it is, and the next one; `next` 0: no more. */
struct way { struct view word; float cost; size_t next; };

/* Of an entry: `value` the spelling, `number` into `facts`, the first of which says nothing. */
struct lexicon {
	struct word_facts *facts;
	size_t n_facts, cap_facts;
	struct endings endings;
	struct index loan, loan_back;		/* English to Devanagari; Devanagari, variants too, to English */
	/* Loans by what their spellings have in common but for nukta and nasals, and but for vowels, too: to the house's
	 * spelling; empty: of two loans. */
	struct index loan_tight, loan_loose;
	struct index name, name_back;		/* words of names */
	struct index whole;			/* names of companies and others as they are written in Hindi: Latin to what is written */
	struct index whole_small;		/* those of one word that stay Latin, by their small letters */
	struct index begins;			/* the first word of such a name: number of words of the longest */
	struct index said;			/* English that people say in Hindi even among Hindi words: to the Hindi word */
	struct index institution;		/* plain words for what a name names, University: to the Hindi word */
	struct index typed, typed_back;		/* Hindi as it is typed: number of the first way and one; Devanagari to all its ways */
	struct way *way;
	size_t n_ways, cap_ways;
	struct view letter[LETTERS];		/* names of the letters */
	struct image image;			/* holds all above; */
	struct image own;			/* and this what the user gives: */
	struct index glossary, glossary_back;	/* both ways, small letters */
};

/*
 * Reads the dictionaries under `data` and the settings' --glossary files. Of English words that are spelled alike in
 * Devanagari, the most frequent one is the one that is read.
 */
enum status lexicon_open(struct lexicon *, const struct settings *, const struct word_list *english, struct report *);
void lexicon_close(struct lexicon *);

/* The entry of a word, any case; NULL if there is none. */
const struct entry *lexicon_find(const struct index *, struct view word);

/* Of an entry of `loan` or `name`. */
const struct word_facts *lexicon_facts(const struct lexicon *, const struct entry *);

/* The entry of an index of English words of which the word is the plural; NULL if there is none. */
const struct entry *lexicon_find_plural(const struct lexicon *, const struct index *, struct view word);

/* Is it an English word, or the plural of one? */
bool is_common(const struct lexicon *, struct view word);

#endif
