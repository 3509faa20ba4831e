/*
 * lexicon.h - words whose other spelling is known: loans, names, Hindi as people type it, letters, and what the user
 * gives in glossaries. Keys are views into the dictionaries' files or copies in small letters.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include "index.h"
#include "option.h"
#include "table.h"

enum { NAME_WORDS_MAX = 6, LETTERS = 26 };

/* Of an entry: `value` the spelling, `number` into `others`: the variants, with bars between. */
struct lexicon {
	struct table *table;
	size_t n_tables, cap_tables;
	struct arena arena;
	struct view *others;
	size_t n_others, cap_others;
	struct index glossary, glossary_back;	/* both ways, small letters */
	struct index loan, loan_back;		/* English to Devanagari; Devanagari, variants too, to English */
	struct index name, name_back;		/* words of names */
	struct index whole;			/* names of companies and others as they are written in Hindi: Latin to what is written */
	struct index begins;			/* the first word of such a name: number of words of the longest */
	struct index typed, typed_back;		/* Hindi as it is typed to Devanagari; Devanagari to all its ways, the most usual first */
	struct view letter[LETTERS];		/* names of the letters */
};

/* Reads the dictionaries under `data` and the settings' --glossary files. */
enum status lexicon_open(struct lexicon *, const struct settings *, struct report *);
void lexicon_close(struct lexicon *);

/* The entry of a word, any case; NULL if there is none. */
const struct entry *lexicon_find(const struct index *, struct view word);

/* The variants of an entry of `loan` or `name`; each call cuts one off the list. */
struct view lexicon_others(const struct lexicon *, const struct entry *);
bool lexicon_next(struct view *list, char separator, struct view *one);

#endif
