/*
 * english.h - forms of English words: what dictionaries/forms.en.tsv lists, and rules for the rest.
 *
 * Lemmas may be several words: of a verb the first one changes (take place: took place), of a noun the last one or, before
 * of, the one before it (point of view: points of view).
 */
#ifndef ENGLISH_H
#define ENGLISH_H

#include "index.h"
#include "table.h"

struct english { struct table forms; struct index by_lemma; struct buf keys; };

enum english_form { EN_BASE, EN_THIRD, EN_PAST, EN_PARTICIPLE, EN_GERUND };

enum status english_open(struct english *, const char *data, struct report *);
void english_close(struct english *);

/* Not of be, which english_be() knows. */
void english_verb(const struct english *, struct view lemma, enum english_form, struct buf *out);
const char *english_be(enum english_form, bool first, bool plural);	/* EN_BASE: am or are, as the subject is */
void english_plural(const struct english *, struct view lemma, struct buf *out);
/* big: bigger, biggest; beautiful: more beautiful. */
void english_compared(const struct english *, struct view adjective, bool superlative, struct buf *out);
/* Does `a` become an before it? */
bool english_wants_an(struct view word);

#endif
