/* backward_say.h - what the rooms that say English share. */
#ifndef BACKWARD_SAY_H
#define BACKWARD_SAY_H

#include "backward.h"

struct agreement_en { bool plural, first, second, orders, asks; };

struct view verb_lemma(const struct backward_part *, const struct verbs *);
void make_group(const struct backward_part *, const struct verbs *, const struct agreement_en *, struct buf *first, struct buf *rest);
void make_plain(const struct backward_part *, const struct verbs *, enum english_form, struct buf *out);

void say_english(struct backward_part *, struct view, int token);	/* token NONE: stands for none */
void say_clause(struct backward_part *, struct chunk *);
void say_taken(struct backward_part *, struct chunk *);		/* what a verb that is not finite has taken */

enum noun_place { AS_SUBJECT, AS_OBJECT, AS_PREDICATE, AS_GOVERNED };

void account(struct backward_part *, int first, int last, const char *why);
void say_noun_phrase(struct backward_part *, struct chunk *, enum noun_place, bool feminine);
void say_with_preposition(struct backward_part *, struct chunk *, struct view preposition);

#endif
