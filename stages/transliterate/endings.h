/* endings.h - how loans take the plural, in English and in Hindi, by dictionaries/loan-endings.tsv; and which loan a plural is of. */
#ifndef ENDINGS_H
#define ENDINGS_H

#include "base.h"
#include "table.h"

enum ending_kind { ENDING_ENGLISH, ENDING_S, ENDING_DIRECT, ENDING_OBLIQUE, ENDING_OBLIQUE_ONE, ENDING_KINDS };

/* `gender` 0: any. `from` empty: any end; `consonant`: any consonant, which stays. */
struct ending { enum ending_kind kind; char gender; bool consonant; struct view from, to; };

struct endings { struct ending *at; size_t n, cap; struct view *postposition; size_t n_postpositions, cap_postpositions; };

/* Is it of a loan in Devanagari, as it stands in texts? */
static inline bool is_plural_kind(enum ending_kind kind)
{
	return kind != ENDING_ENGLISH && kind != ENDING_OBLIQUE_ONE;
}

/* False: no such kind, or too few columns. */
bool endings_read(struct endings *, const struct row *);

/* Appends the word with the ending of a kind. */
void endings_add(const struct endings *, enum ending_kind, char gender, struct view word, struct buf *out);

/* Sets `out` to the word without the i-th ending, if it has that: so all its possible bases are found. */
bool endings_undo(const struct endings *, size_t i, struct view word, struct buf *out);

/* Sets `out` to the word with the i-th ending, if that fits it. */
bool endings_redo(const struct endings *, size_t i, struct view word, struct buf *out);

bool is_postposition(const struct endings *, struct view word);

#endif
