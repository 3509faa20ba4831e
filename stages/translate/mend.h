/* mend.h - what the rooms share that mend the parser's trees. */
#ifndef MEND_H
#define MEND_H

#include "transfer.h"

/* --- mend.c --- */

bool heads_clause(const struct part *, int i);
int first_below(const struct part *, int top);	/* the first word at or below another */
int child_with(const struct part *, int i, enum relation relation);	/* the first child of this relation, or -1 */

/* --- subordination.c --- */

int opener_of(const struct part *, int clause);	/* the word that subordinates a clause, or -1 */
void raise_main_clause(struct part *);	/* if the light turns red, unplug it */
void name_links(struct part *);	/* as, since, while: which of their meanings */
void mend_time_links(struct part *);	/* every time I pay */
bool has_comma(const struct part *, int begin, int end);	/* between the words */
void mend_coordinate(struct part *);	/* the phone was ringing, the milk was boiling over */
void mend_main_relatives(struct part *);	/* even when it rains, we play */

/* --- comparison.c --- */

bool is_degree_word(const struct part *, int i);
void mend_comparisons(struct part *);	/* bigger than that one, as big as that one */
void mend_proportion(struct part *);	/* the more you read, the more you know */

/* --- questions.c --- */

void mend_adverbial_clauses(struct part *);	/* ask before you install it */
void mend_questions(struct part *);	/* knows which customer reads it */
void mend_asked(struct part *);	/* see what they say */
void mend_whom(struct part *);	/* people whom they have met */
void mend_what(struct part *);	/* what he said was true */
void mend_what_if(struct part *);
void mend_who(struct part *);	/* who has the keys? */
void mend_where(struct part *);	/* where is the office? */
void mend_whether(struct part *);	/* whether or not you agree */
void mend_however(struct part *);

/* --- lists.c --- */

void mend_lists(struct part *);	/* the name, the number and the address */
void mend_denied(struct part *);	/* for the screen, not for the software */

#endif
