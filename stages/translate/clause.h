/* clause.h - what the rooms that say clauses share: the clause, and where in it things are said. */
#ifndef CLAUSE_H
#define CLAUSE_H

#include "transfer.h"

enum { ARGUMENTS_MAX = 48, PATTERN_MAX = 64 };

enum gap_role { GAP_NONE, GAP_SUBJECT, GAP_OBJECT, GAP_OBLIQUE };

/* What a clause is made of; -1 where it has none. */
struct clause {
	int head;			/* the verb, or what stands beside the copula */
	int subject, object, indirect, copula, xcomp, ccomp, csubj, expletive, agent, negation, relative;
	int other[ARGUMENTS_MAX], n_other;
	bool passive, progressive, perfect, past, present, finite, negative, modal_only, does, already;
	char pattern[PATTERN_MAX];
	const char *forced;		/* a pattern that the caller wants, or NULL */
	struct view modal;
	struct agreement subject_agrees, object_agrees, outer_agrees;
	struct view subject_post, object_post;
	struct view frame;
	bool object_bare, stative, correlative, turned;
	bool joined;			/* goes on from the clause before, with its subject, */
	struct view said_as;		/* which that one marked so */
	struct view last_post;		/* how the last of those that go on from this one has marked it */
	struct view subject_said;	/* the pronoun that takes up a correlative subject */
	int gap;			/* the noun that a relative clause hangs on, or -1 */
	enum gap_role role;		/* what the noun is in it, where no relative word says so */
	int gap_prep;			/* and the preposition that it left behind (the bus we waited for), or -1 */
	struct view gap_post;
	struct view early;		/* what is said right behind the subject, for word `early_word`: अक्सर */
	int early_word;
	int top;			/* the word that the clause hangs by: "used" where `head` is "be" of "used to be" */
	int shared_object;		/* said bare in the clause before, or -1 */
	int shared;			/* subject of the clause before, for agreement, or -1 */
	bool asks;			/* a question without a question word: क्या */
	bool contrast;			/* beside the copula: not X but Y */
	bool outer_denied;		/* the trouble is not that X but that Y */
	bool condition, unreal, open;	/* अगर; of what is not so; of what would be so */
	bool lasting;			/* a verb of what lasts: want, know */
	bool reported, wished;		/* what was said, thought, known then: it keeps its own tense; what may or should be so */
	bool until, whether;		/* जब तक; चाहे, भले ही */
	int level;			/* what a figure has risen or fallen to: बढ़कर $3 अरब हो गया; or -1 */
	bool able;			/* V पाना, where the form of the verb is the caller's */
};

enum place { PLACE_FRONT, PLACE_TIME, PLACE_INNER, PLACE_OBLIQUE, PLACE_GOVERNED, PLACE_ADVERB, PLACE_WH, PLACE_WH_PHRASE, PLACE_STRESS, PLACE_BACK, PLACE_NONE };

/* --- clause.c --- */

struct clause clause_at(int head);	/* with nothing in it yet */
void say_hindi_clause(struct part *, struct clause *);	/* all but what comes behind the verb */

/* --- constituents.c --- */

void take_tense(struct part *, struct clause *, int i);	/* of a verb form of the clause */
bool is_negation(const struct part *, int i);	/* not */
void take_other(struct clause *, int i);	/* phrases and clauses without a role of their own */
void take_children(struct part *, struct clause *, int i);	/* gives everything on the word its role */
bool is_actor(const struct part *, int i);	/* one who does things: a person, people, an animal */
void take_level(const struct part *, struct clause *);	/* rose to $3 billion */
void turn_active(struct part *, struct clause *);	/* laid by the mayor: the mayor laid it */
void turn_necessity(struct part *, struct clause *);	/* must be submitted: करना होगा */
void take_contrast(const struct part *, struct clause *);	/* not the price but the wait */
void take_verb_within(struct part *, struct clause *);	/* is visible: दिखाई देता है */

/* "I want a room", "She needs a lawyer": मुझे कमरा चाहिए. Of a noun some verbs are said otherwise, as their frame's `noun` tells. */
void take_needed(struct part *, struct clause *);

/* --- mood.c --- */

void take_semi_modal(struct part *, struct clause *);	/* have to, used to, be able to */
int inverted(const struct part *, int i);	/* the verb of "Had I known", or -1 */
bool is_unreal(const struct part *, int i);	/* if I were rich */
bool is_subjunctive_were(const struct part *, int i);	/* if I were you */
bool asks(const struct part *);	/* a question mark ends the part */
const struct row *choose_pattern(struct part *, struct clause *);	/* the row for the clause's verb */
bool told_in_past(const struct part *, int i);	/* by what the clause hangs on */
bool wants_subjunctive(const struct part *, int i, bool past);	/* as what it hangs on wants it */

/* Has rewritten it, tested it. */
void continue_tense(struct part *, const struct clause *, const struct clause *inner);

/* --- case.c --- */

bool is_definite(const struct part *, int i);	/* the, this, my */
struct view usable(struct view marking);	/* nothing where the marking is none */
bool takes_passive(const struct sense *s);	/* has an object, whatever marks it */

/* Postpositions of subject and object. */
void mark_arguments(struct part *, struct clause *, const struct row *pattern, const struct sense *s);

struct agreement group_agreement(struct part *, struct clause *, struct view verb);	/* what the verb agrees with */
void find_subject_agreement(struct part *, struct clause *);	/* of a pronoun that is not said, too */

/* --- links.c --- */

/* The row of what links a clause, or NULL; and the word that does. */
const struct row *find_link(const struct part *, int i, int *mark_out);

void say_word_before(struct part *, const struct clause *);	/* तब before the verb, जब behind it */

/* With the words and the verb group of its row. */
void say_linked(struct part *, int i, const struct row *row, int mark, struct clause *main);

bool is_bare_link(const struct part *, int i);	/* जाने से पहले: no comma */
void say_answer(struct part *, struct clause *, int i);	/* अगर ..., तो */
void say_back(struct part *, struct clause *);	/* what comes behind the verb */

/* --- order.c --- */

bool is_time(const struct part *, int i);	/* by class or type of item */

/* Where in the clause a word and all below it is said. */
enum place place_of(const struct part *, const struct clause *, int i);

bool is_nominal_slot(const struct part *, int i);	/* is part of a noun phrase */
void say_adverb(struct part *, int i);	/* with what belongs to it */
void say_oblique(struct part *, struct clause *, int i);	/* a phrase with its postposition */
void say_argument(struct part *, struct clause *, int i);	/* whatever it is */
bool is_late_focus(const struct part *, const struct clause *, int i);	/* भी right before the verb */
void say_at(struct part *, struct clause *, enum place place);	/* all that has its place there */

/* --- relatives.c --- */

bool is_wh(const struct part *, int i);	/* who, which, when */
bool is_wh_phrase(const struct part *, int i);	/* how long */
bool has_wh(const struct part *, int i, int depth);	/* anywhere in the clause */
int find_relative(const struct part *, int i, int depth);	/* the relative word at or below i, or -1 */

/* Of the noun that the clause tells of. */
struct agreement gap_agreement(const struct part *, int noun, int clause);

int aside_of(const struct part *, const struct clause *, int noun);	/* the relative clause between commas, or -1 */
bool say_outer_relative(struct part *, int outer);	/* what matters is that ... */
void say_correlative(struct part *, struct clause *);	/* जो टीमें ..., वे */
bool say_front_relative(struct part *, struct clause *, int i);	/* जो ..., उनके लिए */
void say_gap(struct part *, struct clause *);	/* the noun or its pronoun, where no word of the clause stands for it */
void take_relative(struct part *, struct clause *);	/* and what the noun is in the clause */

/* --- arguments.c --- */

void say_subject(struct part *, struct clause *);
void say_object(struct part *, struct clause *);

/* Of what completes the verb: करने के लिए, करना. */
struct view infinitive_form(const struct part *, const struct clause *);

void say_complement(struct part *, struct clause *);	/* an infinitive, participle or word that completes the verb */
void say_agent(struct part *, struct clause *);	/* by whom */
void say_indirect(struct part *, struct clause *);	/* to whom */
void say_pronouns(struct part *, struct clause *);	/* those with a postposition, which stand early */
struct view post_of_infinitive(const struct part *, const struct clause *);	/* पहुंचने में, लगाने पर */
void say_infinitive_subject(struct part *, struct clause *);	/* यह सोचना ... */
void say_clause_subject(struct part *, struct clause *);	/* whether it opens, what he said */

/* --- predicate.c --- */

const struct sense *verb_sense(const struct part *, const struct clause *);	/* NULL: it is none of the dictionary */
bool means(const struct part *, const struct clause *);	/* X का मतलब Y है */
bool negative_argument(const struct part *, int i);	/* nothing, no letter */
void say_predicate(struct part *, struct clause *);	/* what stands beside a copula */
void say_verbs(struct part *, struct clause *, const struct row *pattern);	/* the verb group */

/* --- part.c --- */

void say_phrase(struct part *, int i);	/* what is no clause, with all that belongs to it */

#endif
