/* noun.h - what the rooms share that say noun phrases. */
#ifndef NOUN_H
#define NOUN_H

#include "transfer.h"

/* Before the noun, in Hindi's order: genitives and other phrases, determiners, numbers, participles, adjectives, compounds. */
enum slot { SLOT_NONE, SLOT_FIRST, SLOT_PHRASE, SLOT_DETERMINER, SLOT_NUMBER, SLOT_ADJECTIVE, SLOT_COMPOUND, SLOT_COUNT };

/* --- noun.c --- */

bool is_clause(const struct part *, int i);	/* has a subject or tense of its own */
struct agreement own_agreement(const struct part *, int i);	/* of the word, whatever it measures */
void say_post(struct part *, struct marking m);	/* the postposition */
bool is_possessive(const struct part *, int i);	/* my, mine */
void say_pronoun(struct part *, int i, struct marking m);	/* in its case, with its postposition */
void say_announcement(struct part *, int i, bool oblique);	/* ऐसा, वह: a clause behind the verb tells more */
void say_one(struct part *, int i, struct marking m);	/* a noun without those joined to it */

/* --- modifiers.c --- */

bool stands_behind(const struct part *, int i);	/* भी, ही: behind what they stress */
enum slot slot_of(const struct part *, int c);	/* where before the noun */
void say_modifier(struct part *, int i, int c, enum slot slot, struct agreement a, bool oblique);

/* --- members.c --- */

bool is_conjunct(const struct part *, int i);
int coordinator(const struct part *, int i);	/* the first word that joins, or -1 */
bool is_member(const struct part *, int c);	/* a conjunct that is no clause */
void say_member(struct part *, int top, int i, struct marking m);	/* one of several */
void say_members(struct part *, int i, int last, struct marking m, int both);	/* all of them */

#endif
