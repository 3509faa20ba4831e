/*
 * transfer.h - from an English tree to Hindi: what the rooms of the rules engine share.
 *
 * A part is a stretch of a sentence that is analysed alone (signs like ; and : end one). Every word of it is a node. The rooms, in order:
 *
 *   mend.c          trees where the words say more than the parser saw; subordination.c, comparison.c, questions.c, lists.c
 *   reshape.c       what English and Hindi build differently; dates.c, amounts.c, quantities.c, turns.c, and behind the senses articles.c
 *   plan.c          what nodes mean: phrases.c, attach.c, senses.c, nodes.c; respect.c: who is spoken of with respect
 *   part.c          says a part, and at its end, in the order of the source, what nothing else has said
 *   clause.c        a clause: constituents.c, mood.c, case.c, links.c, order.c, relatives.c, arguments.c, predicate.c
 *   noun.c          a noun phrase: modifiers.c, members.c; postposition.c
 *   verb.c          a verb group
 *   say.c           pieces, each of which knows the item it stands for; compose.c makes text of them
 *
 * Every item is said or has a reason why it is not (`gone`). What the rooms of a line share with each other alone is in clause.h,
 * plan.h, mend.h, reshape.h, noun.h.
 */
#ifndef TRANSFER_H
#define TRANSFER_H

#include "analysis.h"
#include "choice.h"
#include "hindi.h"
#include "items.h"
#include "lexicon.h"
#include "rows.h"

/* What the engine knows, read-only. */
struct grammar {
	struct bilingual words;
	struct choice choice;
	struct hindi *hindi;
	struct analyser *analyser;
	struct rows vectors, causatives, patterns, clauses, prepositions, pronouns, given_names;
	struct backward *backward;	/* into English; then nothing else is there */
};

enum { PATTERN_NAME, PATTERN_FORMS, PATTERN_SUBJECT, PATTERN_NEGATION, PATTERN_COLUMNS };
enum { LINK_EN, LINK_FORM, LINK_PLACE, LINK_OPEN, LINK_GROUP, LINK_CLOSE, LINK_ANSWER, LINK_COLUMNS };
enum { PREP_EN, PREP_ROLE, PREP_WHEN, PREP_HI, PREP_COLUMNS };
enum { PRONOUN_EN, PRONOUN_KIND, PRONOUN_HI, PRONOUN_PERSON, PRONOUN_NUMBER, PRONOUN_GENDER, PRONOUN_MORE, PRONOUN_COLUMNS };

enum { VECTOR_VERB, VECTOR_HI, VECTOR_ELSEWHERE, VECTOR_COLUMNS };
enum { NAME_LATIN, NAME_HINDI, NAME_GENDER, NAME_COLUMNS };

struct node {
	int first, next, last;		/* children in order; -1: none */
	const struct sense *sense;	/* NULL: not in the dictionaries */
	const struct row *pronoun;	/* of a pronoun or determiner */
	struct view hi;			/* to inflect, or as it is if `fixed` */
	struct view class;		/* of a noun: person, place, ... or empty */
	uint8_t pos;
	bool fixed, feminine, plural, human;
	bool respected;			/* one person, spoken of in the plural */
	bool negates;			/* wants नहीं at the verb */
	struct view link;		/* of a mark of several words: what links the clause */
	struct view bound;		/* of what is measured: से ज़्यादा behind it */
	bool caused;			/* of a verb: had done by others */
	bool cause;			/* of a noun: what makes another do it, से */
	int antecedent;			/* of "it" and "they": 1 + what they stand for, or 0 */
	int shares;			/* of a verb: 1 + the object that it shares with the verb it is joined to, or 0 */
	int stands_for;			/* of a relative word: 1 + the noun that is said in its place, or 0 */
	uint8_t person;
	char habit;			/* of a noun: its plural */
	const char *gone;		/* why it is not said; NULL: it is said or still to be */
	bool said, busy, told;		/* of a clause's head: it is being said, it was */
	const char *rule;		/* for --explain: what chose it */
};

struct piece { struct view text; int item; bool tight, tight_after; };
struct pieces { struct piece *at; size_t n, cap; };

/* What "it" and "they" of the next part may stand for; and whether a person was named: then he and she are वे. */
struct topic { bool thing, feminine_thing, things, feminine_things; bool honour; };

enum { DEPTH_MAX = 24 };

struct part {
	const struct grammar *g;
	const struct items *items;
	const int *item;		/* of each word, its item */
	struct word *word;
	struct node *node;
	int n, root;
	int depth;			/* of clauses within clauses; beyond DEPTH_MAX words are said as they come */
	bool fragment;			/* a noun phrase, no clause */
	int contrast;			/* 1 + the member of a phrase that is said behind the verb ("but not Y"), or 0 */
	struct view contrast_post;	/* and its postposition */
	struct agreement contrast_head;	/* and what that agrees with: सड़क की नहीं */
	int style;			/* of the document: choice_style() */
	struct pieces *out;
	struct arena *arena;
	int later[16], n_later;		/* relative clauses that wait for the end of their clause, */
	struct view pronoun_said;	/* the bare pronoun that the clause before had as its subject, in English */
	struct topic topic;		/* of the parts before */
	unsigned fallbacks, unknown;	/* for the confidence */
};

/* --- plan.c --- */

/* Children, phrases, senses, gender and number of every node. */
void plan_part(struct part *);

enum { LOWER_MAX = 64 };

/* A word as it is written, in small ASCII letters; empty if it has LOWER_MAX bytes or more. */
struct view lower_form(const struct part *, int i, char room[LOWER_MAX]);

static inline bool has_lemma(const struct part *p, int i, const char *lemma)
{
	return i >= 0 && i < p->n && view_is(p->word[i].lemma, lemma);
}

int child_of(const struct part *, int i, enum relation);	/* the first, or -1 */
bool is_verb(const struct part *, int i);
bool is_noun(const struct part *, int i);
bool is_finite(const struct part *, int i);
bool is_under(const struct part *, int i, int above);		/* itself included */
void take_place(struct part *, int i, int other, enum relation below);	/* with all that hung on the other, which hangs on it */
void gone(struct part *, int i, const char *why);

/* --- reshape.c --- */

/* Before plan_part gives words their senses: what Hindi builds otherwise. */
void reshape(struct part *);

/* --- articles.c --- */

/* After plan_part: where "a" is एक. */
void name_articles(struct part *);

/* --- mend.c --- */

/* Mends what the parser is known to get wrong; before phrases and senses. */
void mend_tree(struct part *);

/* Before reshape, which turns such clauses: what the parser takes for a noun behind make, let, see. */
void mend_made(struct part *);

/* --- respect.c --- */

void pay_respect(struct part *);

/* --- say.c --- */

void say(struct part *, struct view hindi, int word);		/* word -1: stands for no word of the source */
void say_sign(struct part *, const char *sign);	/* directly behind what was said */

/* --- noun.c --- */

/* How a noun phrase with all it governs is marked: a postposition, or nothing with `oblique` or direct case. */
struct marking { struct view post; bool oblique; struct agreement head; /* of का */ int word; /* the preposition */ };

struct agreement noun_agreement(const struct part *, int i);	/* of the whole phrase, coordination too */
struct agreement member_agreement(const struct part *, int i);	/* of the noun alone */
void say_noun(struct part *, int i, struct marking);
bool is_restrictive(const struct part *, int noun, int clause);

/* --- modifiers.c --- */

void say_modifiers(struct part *, int i, bool oblique);
void say_adjective(struct part *, int i, struct agreement, bool oblique);

/* --- postposition.c --- */

bool is_span(const struct part *, int noun);
struct view postposition(const struct part *, int head, int noun, int preposition, bool *oblique);

/* को or nothing behind an object; `told` is what the rules say. */
struct view object_marker(const struct part *, int verb, int object, bool told);

/* --- verb.c --- */

struct group {
	const struct row *pattern;
	bool passive, negative;
	bool lasts;			/* of what is told with how long it was so: no vector verb, ग्यारह घंटे सोया */
	bool may_be;			/* of what may come to be: its vector verb is जाना or none */
	struct agreement agree;
	struct view verb;		/* Hindi infinitive */
	int negation;			/* the word that says not, or -1 */
	int also;			/* भी that stresses the verb, or -1 */
	int question[4], n_questions;	/* why, how, when, where */
};

void say_group(struct part *, int i, const struct group *);
bool has_end(const struct part *, struct view verb);		/* is it done when it is done: टूटना, not रहना */
const struct row *find_pattern(const struct part *, const char *name);

/* --- clause.c --- */

void say_clause_as(struct part *, int i, const char *pattern, struct agreement);	/* non-finite */

/* --- relatives.c --- */

void say_relative(struct part *, int clause, int noun);

/* --- part.c --- */

void say_part(struct part *);

/* --- compose.c --- */

/* Text of the pieces, with every mark of the sentence where its words went. */
void compose(const struct items *, const struct pieces *, struct buf *out);

#endif
