/*
 * transliterate.h - words in the other script. The rooms:
 *
 *	transliterate.c	the stage: its options, and what it prints
 *	annotate.c	a document's words: which of them are written anew, and how, where they stand
 *	names.c		the names that `tag` found: which of their words are written
 *	policy.c	what stays in its script: acronyms, names of companies, words with digits
 *	learn.c		entries proposed from the spellings of an archive
 *	word.c		one word: what is known of it, else a guess
 *	spelling.c	the one spelling of a loan
 *	lexicon.c	the dictionaries
 *	endings.c	plurals of loans
 *	guess.c		the networks' proposals and which of them is best
 *	network.c	a network over windows of letters
 *	model.c		the model's file
 *	train/		makes the model; no part of pravah
 */
#ifndef TRANSLITERATE_H
#define TRANSLITERATE_H

#include "stage.h"
#include "word.h"

struct transliterate_state { struct writer writer; const char *from; bool words, scores, learns, literal; };

/* --- annotate.c --- */

/* Adds the layer `translit`. */
void annotate(const struct transliterate_state *, const struct document *, struct spans *out);

/* What the layer writes into the text: the first span of each place is the best. */
void translit_edits(const struct layer_spans *, struct edits *);

/* --- names.c --- */

/* How a token stands in a name: not; within it, but perhaps for 's; or with one side of a hyphen. */
enum standing { OUTSIDE, INSIDE, PARTLY };

/* Which capitalised words of a name are written: none; those that are no English words; all. */
enum name_words { NAME_NONE, NAME_UNKNOWN, NAME_ALL };

/*
 * The names of a document as its tokens come. `name`: the entity that the last token was in, or NULL; `first`: of the spans of
 * `translit`, its first one.
 */
struct names {
	const struct lexicon *lexicon;
	const struct document *d;
	const struct span *name;
	enum name_words words;
	size_t at, first;
};

/*
 * How a token stands in a name that Hindi writes in Devanagari: a person, a place, or what has a plain word for its kind, such
 * as University; `end`: where its part of the name ends, before 's. `written`: the spans of `translit` before it.
 */
enum standing names_standing(struct names *, const struct span *token, size_t written, uint32_t *end);

/* Is a token that stands in such a name written as a name? */
bool names_write(const struct names *, struct view token);

/* Behind a name's last token, which ends at `end`: a name of which every word is written has one span. */
void names_join(const struct names *, uint32_t end, bool literal, struct spans *);

/* --- policy.c --- */

/* What a token is to be read as. */
enum policy { POLICY_STAY, POLICY_ENGLISH, POLICY_NAME, POLICY_HINDI, POLICY_LOAN };

/* km, ms, plz: letters that are no syllable. */
bool has_no_vowel(struct view word);

/* By the token's language, or by --from; `first`: it begins a sentence, where a capital says nothing. */
enum policy policy_of(const struct transliterate_state *, struct view token, struct view language, bool first);

/*
 * The name, of one word or more, that begins at byte `begin` of the text and is known to be written in some way in
 * Hindi: sets where it ends; NULL if there is none.
 */
const struct entry *policy_name(const struct writer *, const struct document *, size_t begin, const struct span *next, size_t n,
				size_t *words);

/*
 * The token with each of its parts in the other script, parts being what hyphens, slashes and digits divide.
 * False if no part changes.
 */
bool policy_parts(const struct writer *, struct view token, enum reading, const struct context *, struct arena *, struct answers *);

/* --- learn.c --- */

/* A line for each loan of a document: English, spelling, how often. */
void learn_print(const struct writer *, const struct document *, struct buf *out);

/* All these lines, in any order: the entries proposed. */
void learn_gather(const struct writer *, struct view lines, struct buf *out);

/* The English for a loan, to tell the same word in two spellings; empty if it cannot be told. In the arena. */
struct view learn_english(const struct writer *, struct view loan, struct arena *);

#endif
