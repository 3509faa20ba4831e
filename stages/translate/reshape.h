/* reshape.h - what the rooms share that put trees right for Hindi. */
#ifndef RESHAPE_H
#define RESHAPE_H

#include "transfer.h"

/* --- reshape.c --- */

/* Words [begin, end) are one, said as `hindi`. */
int join(struct part *, int begin, int end, struct view hindi, const char *class);

struct view text_of(const struct part *, int i);	/* Hindi of a word that is to be joined */

/* --- dates.c --- */

bool is_month(const struct part *, int i);
void join_date(struct part *, int i);	/* 7 July 1968, behind its month i */
void join_clock(struct part *, int i);	/* 6 p.m., 10:30 */
void join_hour(struct part *, int i);	/* at eleven */
void join_half(struct part *, int i);	/* half past six */
void name_decade(struct part *, int i);	/* the 1940s */
void name_ordinal(struct part *, int i);	/* the 18th century */
void name_later(struct part *, int i);	/* four days later */
void name_weekday(struct part *, int i);	/* on Mondays */

/* --- amounts.c --- */

bool is_number(const struct part *, int i);
void join_range(struct part *, int i);	/* 3 to 5 years */
void join_between(struct part *, int i);	/* between 50 and 60 people */
void join_bound(struct part *, int i);	/* more than thirty */
void link_up_to(struct part *, int i);	/* up to 3 users */
void link_level(struct part *, int i);	/* fell to $31 */
void link_span(struct part *, int i);	/* from Delhi to Agra */
void keep_behind(struct part *, int i);	/* Version 2.0.1 */
void name_numbered(struct part *);	/* Rule one: */
void name_rate(struct part *, int i);	/* 50 rupees a day */
void take_distance(struct part *, int i);	/* 300 km away */

/* --- quantities.c --- */

void take_quantity(struct part *, int i);	/* some of the houses */
void take_none(struct part *, int i);	/* none of the doors */

/* "How much of the money is left?": पैसे का कितना हिस्सा. "How many of the guests came?": कितने मेहमान. */
void take_share(struct part *, int i);

void name_times(struct part *, int i);	/* twice the price */
void name_as_many(struct part *, int i);	/* as many as 60 people */
void name_measure(struct part *, int i);	/* a 12-hour flight */
void float_quantity(struct part *, int i);	/* her brothers are both doctors */

/* "two sons, one of whom is a doctor": जिनमें से एक. The clause is one on the noun before the comma, and what is counted hangs on the number. */
void take_partitive(struct part *, int i);

/* --- turns.c --- */

void take_let(struct part *, int i);	/* let's look */
void take_made(struct part *, int i);	/* makes ice melt */
void take_caused(struct part *, int i);	/* had the roof repaired */
void open_reason(struct part *, int i);	/* that is why it failed */
void take_let_know(struct part *, int i);	/* let me know */
void take_cleft(struct part *, int i);	/* it was Meera who found it */

/* "It was in 1998 that they moved": 1998 में ही. Where, when or how it was belongs to the verb behind that. */
void take_cleft_of_place(struct part *, int i);

void part_sentence_relative(struct part *, int i);	/* ..., which makes it fast */
void take_wish(struct part *, int i);	/* I wish I knew */
void take_thanks(struct part *, int i);	/* thank you for your help */
void tag_question(struct part *);	/* haven't you? */

#endif
