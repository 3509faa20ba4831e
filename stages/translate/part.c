/* part.c - a part of a sentence: its clause or phrase, and whatever that has left over. Nothing is left out. */
#include "clause.h"

#include <stdio.h>

/* A word that only joins others, and they are said already: alone it would say nothing. */
static bool is_hanging(const struct part *p, int i)
{
	int h = p->word[i].head;
	uint8_t r = p->word[i].relation, t = p->word[i].tag;

	if (h < 0 || !(p->node[h].said || p->node[h].gone))
		return false;
	return r == REL_case || r == REL_cc || r == REL_mark || r == REL_expl || t == TAG_IN || t == TAG_CC || t == TAG_EX
		|| (t == TAG_DT && p->word[i].relation == REL_det && has_lemma(p, i, "that"));
}

/* Words that have no place of their own in Hindi. */
static bool is_silent(const struct part *p, int i)
{
	uint8_t r = p->word[i].relation, t = p->word[i].tag;

	return p->items->at[p->item[i]].kind == ITEM_SIGN || p->node[i].pos == POS_AUX || t == TAG_TO || r == REL_cop || r == REL_aux
		|| r == REL_aux_pass || t == TAG_POS || has_lemma(p, i, "the") || has_lemma(p, i, "a") || has_lemma(p, i, "an") || is_hanging(p, i);
}

/* A clause or phrase that nothing else has said, whole; what is still left of it comes word by word. */
static void say_left_over(struct part *p, int i)
{
	int prep = child_of(p, i, REL_case);
	struct marking m = { .word = prep };

	p->fallbacks++;
	p->node[i].rule = "left over";
	if (!p->node[i].busy && (is_verb(p, i) || child_of(p, i, REL_cop) >= 0 || child_of(p, i, REL_nsubj) >= 0)) {
		struct clause c = clause_at(i);

		if (is_verb(p, i) && !is_finite(p, i)) {
			c.forced = "infinitive";
			snprintf(c.pattern, sizeof c.pattern, "infinitive");
		}
		say_hindi_clause(p, &c);
		say_back(p, &c);
	} else if (is_noun(p, i) && p->node[i].pos == POS_N) {
		if (prep >= 0)
			m.post = postposition(p, p->word[i].head, i, prep, &m.oblique);
		if (!view_starts(m.post, "<"))
			say_noun(p, i, m);
	}
	if (!p->node[i].said && !p->node[i].gone)
		say(p, p->node[i].hi, i);
}

/* What nothing else has said, in the order of the source: never silence. */
static void say_rest(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (p->node[i].said || p->node[i].gone)
			continue;
		if (is_silent(p, i))
			gone(p, i, "has no word in Hindi");
		else if (h < 0 || p->node[h].said || p->node[h].gone)
			say_left_over(p, i);
	}
	for (int i = 0; i < p->n; i++)
		if (!p->node[i].said && !p->node[i].gone) {
			if (is_silent(p, i)) {
				gone(p, i, "has no word in Hindi");
				continue;
			}
			p->fallbacks++;
			p->node[i].rule = "left over";
			say(p, p->node[i].hi, i);
		}
}

/* What is no clause: a phrase with all that belongs to it. */
void say_phrase(struct part *p, int i)
{
	struct clause c = clause_at(i);
	int prep = child_of(p, i, REL_case), not = -1;
	struct marking m = { .word = prep };

	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (is_negation(p, k) && (p->node[i].pos == POS_N || p->node[i].pos == POS_ADJ || p->node[i].pos == POS_ADV))
			not = k;
		else if (!is_nominal_slot(p, k) && p->word[k].relation != REL_conj && p->word[k].relation != REL_punct)
			take_other(&c, k);
	if (prep >= 0)
		m.post = postposition(p, -1, i, prep, &m.oblique);
	if (not >= 0)
		p->node[not].gone = "said behind it";
	say_at(p, &c, PLACE_FRONT);
	if (p->node[i].pos == POS_ADJ)
		say_adjective(p, i, (struct agreement){ 0 }, false);
	else if (p->node[i].pos == POS_ADV)
		say_adverb(p, i);
	else
		say_noun(p, i, m);
	if (not >= 0 && !p->node[not].said)
		say(p, V("नहीं"), not);
	say_back(p, &c);
}

/* "Employee-owned": a participle of no known verb that stands for a whole line. */
static bool is_bare_participle(const struct part *p, int i)
{
	return p->word[i].tag == TAG_VBN && (!p->node[i].sense || p->node[i].sense->pos != POS_V) && child_of(p, i, REL_nsubj) < 0
		&& child_of(p, i, REL_nsubj_pass) < 0 && child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_aux_pass) < 0
		&& child_of(p, i, REL_cop) < 0;
}

/* A gerund or participle that stands for a whole line is no clause: "Getting help", "Deprecated in 2.0". */
static void force_fragment(struct part *p, struct clause *c)
{
	uint8_t tag = p->word[c->head].tag;
	const char *pattern = tag == TAG_VBG ? "infinitive" : tag == TAG_VBN ? "passive participle" : NULL;

	for (int k = p->node[c->head].first; pattern && k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if (r == REL_nsubj || r == REL_nsubj_pass || r == REL_aux || r == REL_aux_pass || r == REL_cop || r == REL_expl || r == REL_csubj)
			pattern = NULL;
	}
	if (!pattern || (p->node[c->head].sense && p->node[c->head].sense->pos != POS_V))
		return;
	if (tag == TAG_VBN && p->node[c->head].sense && !p->node[c->head].sense->transitive)
		pattern = "participle";	/* बेहतर हुआ */
	c->forced = pattern;
	snprintf(c->pattern, sizeof c->pattern, "%s", pattern);
}

/* Does "isn't it?" end it? turns.c made है ना of that. */
static bool has_tag(const struct part *p)
{
	return p->n > 2 && view_is(p->node[p->n - 3].hi, "है ना");
}

void say_part(struct part *p)
{
	int r = p->root;

	if (is_bare_participle(p, r))
		p->node[r].pos = POS_ADJ;
	if (p->node[r].sense && p->node[r].sense->pos == POS_PHR) {
		say(p, p->node[r].hi, r);	/* आप कहां रहते हैं? */
	} else if ((is_verb(p, r) && p->node[r].pos != POS_ADJ) || child_of(p, r, REL_cop) >= 0 || child_of(p, r, REL_nsubj) >= 0) {
		struct clause c = clause_at(r);

		c.asks = asks(p) && !has_wh(p, r, 0) && !has_tag(p);
		force_fragment(p, &c);
		say_hindi_clause(p, &c);
		say_back(p, &c);
	} else {
		p->fragment = true;
		say_phrase(p, r);
	}
	say_rest(p);
}
