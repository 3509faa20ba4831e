/* words.h - the word lists that normalize knows, and the questions rules ask of them. */
#ifndef WORDS_H
#define WORDS_H

#include "index.h"
#include "normalize.h"

/* What a row of the spelling dictionary is for: class 0 is a whole word, others carry endings. */
struct spelling { struct view to, rule; int class; };

enum { ENDING_CLASSES = 16, PHRASE_WORDS = 4 };

struct words {
	struct arena arena;
	struct index whole, stem, keep;		/* number: into `spelling` */
	struct index phrase;			/* key: the words with one blank between; number: into `spelling` */
	struct index phrase_start;		/* key: a phrase's first word; number: most words of such a phrase */
	struct index ending;			/* key: class, a blank, the ending */
	struct index visarga, abbreviation, letter;
	struct index rule;			/* names of the rules of spelling rows */
	struct spelling *spelling;
	size_t n, cap;
	struct view class_name[ENDING_CLASSES];
	int n_classes;
	size_t longest_ending;			/* bytes */
};

/* Reads the lists from the data folder; house spelling only if asked for. */
enum status words_open(struct words *, const char *data, const struct settings *, enum profile, struct report *);
void words_close(struct words *);

/* The spelling to write for a word or phrase, and the word's ending that stays; NULL: as it is. */
const struct spelling *words_find(const struct words *, struct view word, struct view *ending);
const struct spelling *words_find_phrase(const struct words *, struct view phrase);

/* Guards that rules name. */
guard_function guard_visarga_word, guard_not_visarga_word, guard_not_abbreviation, guard_not_kept,
	guard_not_right_to_left, guard_not_wide, guard_not_verse, guard_not_emoticon,
	guard_not_table;

#endif
