/* plan.h - what the rooms share that decide what words mean. */
#ifndef PLAN_H
#define PLAN_H

#include "transfer.h"

/* --- plan.c --- */

void link_children(struct part *);	/* after every change of heads */
struct senses by_form(const struct part *, int i, enum pos pos);	/* senses of the word as it is written */

/* --- phrases.c --- */

void find_phrases(struct part *);

/* --- attach.c --- */

void repair_copulas(struct part *);	/* were involved: no copula */
int antecedent(const struct part *, int word);	/* the noun right before a relative word, or -1 */
void repair_relatives(struct part *);	/* a diary in which she wrote */
void repair_main(struct part *);	/* the farmers for whom it was built get water */
void repair_whose(struct part *);	/* a lock whose key you tried */
void repair_questions(struct part *);	/* shows what it did */
void repair_heading(struct part *);	/* What the Auditor Found */
void repair_free_subjects(struct part *);	/* what he says is true */
void repair_infinitives(struct part *);	/* encourage children to read */
void repair_concessions(struct part *);	/* whatever you choose, no matter what */

/* --- senses.c --- */

bool listed_word(const struct part *, struct view list, int i);	/* the word or its class */

/* "We washed and dried the plates": the object that hangs on a later verb of the same row, and no other word between them; -1: none. */
int shared_object(const struct part *, int i);

bool is_adjective(const struct part *, int i);
void find_sense(struct part *, int i);	/* of a single word */
void choose_phrase(struct part *, int i);	/* the sense of a phrase that has several */

/* --- nodes.c --- */

void take_causative(struct part *, int i);	/* मरम्मत करवाना */
void plan_node(struct part *, int i);	/* sense, gender, number, person */

#endif
