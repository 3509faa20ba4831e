/* word.h - one word in the other script: what is known of it, else its parts, else a guess. */
#ifndef WORD_H
#define WORD_H

#include "guess.h"
#include "lexicon.h"

#include <unicode/utrans.h>

enum target { TO_HINDI, TO_ENGLISH, TO_TYPED, TO_ISO, TO_ASCII, TARGETS };
extern const char *const target_name[TARGETS];

/* What a word is taken for. */
enum reading { AS_ENGLISH, AS_NAME, AS_HINDI };

/* Where a plural stands: behind a numeral Hindi has the singular; before a postposition the oblique. */
enum place { ALONE, DIRECT, OBLIQUE, COUNTED, PLACES };

/*
 * Where a word stands: `before` and `after` are the Hindi words or signs beside it, "^" at a sentence's beginning, empty where
 * they are not known.
 */
struct context { enum place place; struct view before, after; };

/* Where an answer came from, as the labels of `translit` say. */
enum origin { FROM_GLOSSARY, FROM_LEXICON, FROM_SAID, FROM_NAME, FROM_LETTERS, FROM_ENDING, FROM_DOCUMENT, FROM_RULES, FROM_MODEL, ORIGINS };
extern const char *const origin_name[ORIGINS];

struct answer { struct view text; enum origin origin; float score; };
struct answers { struct answer at[GUESSES_MAX]; size_t n; };

/* Answers that have been given; zero-initialise and give it an arena. */
struct memo { struct index seen; struct answers **answers; size_t n, cap; struct arena *arena; };

/* The place for the answers to a word that is asked for in some way; `found`: they are there already. */
struct answers *memo_slot(struct memo *, unsigned how, struct view word, bool *found);
void memo_release(struct memo *);

/* All that answers; read-only while it is used. */
struct writer {
	struct lexicon lexicon;
	struct script_model model;
	UTransliterator *iso, *ascii;
	enum target target;
	bool spells_acronyms, knows_all_names;
	size_t best;			/* answers wanted */
	bool fills;			/* guesses, too, where there are known answers, but fewer */
};

/*
 * A word of one script in the target's, up to `best` answers, best first, texts in the arena; none if the word is already
 * in the target's script, or is nothing that can be read.
 */
void write_word(const struct writer *, struct view word, enum reading, const struct context *, struct arena *, struct answers *);

/* Does it depend on the words beside it what this one, typed, stands for? */
bool depends_on_context(const struct writer *, struct view word);

/* The Hindi word that people say for an English one even among Hindi words: a noun, its plural too, or an adverb. */
bool said_in_hindi(const struct writer *, struct view word, enum place, struct arena *, struct answer *);

/*
 * The one spelling of a loan in Devanagari: the lexicon's, if the word is a loan of the lexicon in this or another spelling,
 * a plural's ending kept. False if it does not know the word.
 */
bool house_spelling(const struct writer *, struct view word, struct arena *, struct answer *);

/* The loan of whose plural a word in Devanagari has the form, with its English as the value; NULL if it has none's. */
const struct entry *find_plural(const struct writer *, struct view word);

/* All capitals, two letters or more: AI, IPO; also with a small s behind. */
bool is_acronym(struct view word);

bool is_latin_word(struct view word);		/* ASCII letters only */
bool has_devanagari(struct view word);

#endif
