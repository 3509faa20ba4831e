/* order.c - the order of a clause: at which place adverbs, phrases and clauses are said, and how. */
#include "clause.h"

#include <stdio.h>
#include <string.h>

/* --- where --- */

bool is_time(const struct part *p, int i)
{
	const struct node *n = &p->node[i];

	return view_is(n->class, "time") || view_is(n->class, "clock") || view_is(n->class, "weekday") || view_is(n->class, "date")
		|| view_is(n->class, "month") || view_is(p->items->at[p->item[i]].type, "DATE")
		|| view_is(p->items->at[p->item[i]].type, "TIME");
}

static bool is_governed(const struct part *p, const struct clause *c, int i)
{
	int prep = child_of(p, i, REL_case);
	struct view marking;
	char name[32];

	if (prep < 0 || p->word[prep].lemma.n >= sizeof name)
		return false;
	snprintf(name, sizeof name, "%.*s", VIEW_ARG(p->word[prep].lemma));
	return frame_find(c->frame, name, &marking);
}

static enum place place_of_clause(const struct part *p, int i)
{
	int mark;
	const struct row *row = find_link(p, i, &mark);

	if (!row || view_is(row->column[LINK_PLACE], "back") || view_is(row->column[LINK_PLACE], "behind"))
		return PLACE_BACK;
	return view_is(row->column[LINK_PLACE], "front") ? PLACE_FRONT : PLACE_INNER;
}

/* These follow what they stress, the last word before the verb. */
static const char *const late_adverbs[] = { "भी", "ही", "तक", "तो", "वापस", "ऊपर", "नीचे", "बाहर", "अंदर", "आगे", "दूर", "साथ", "अलग", "घर",
	NULL };

/* How it is done stands next to the verb, behind the object: दरवाज़ा धीरे से खोलें. Adverbs of time and of the whole clause do not. */
static bool is_manner(const struct part *p, const struct clause *c, int i)
{
	static const char *const manners[] = { "well", "fast", "hard", "together", "alone", "slowly", "quickly", "carefully", "quietly",
		"badly", "correctly", "properly", "gently", "safely", "easily", "clearly", "closely", "loudly", "calmly", "honestly", "politely",
		"automatically", "manually", "directly", "differently", "separately", "twice", NULL };

	return i > c->head && view_is_any(p->word[i].lemma, manners);
}

/* What a relative clause behind its noun begins with: जिसे मैंने देखा, जहां सर्दियां लंबी होती हैं. */
static bool opens_relative(const struct part *p, const struct clause *c, int i)
{
	return c->gap >= 0 && c->relative >= 0 && !c->correlative && i >= 0 && is_under(p, c->relative, i);
}

/* By how much something changes: "by 30%". */
static bool is_measured_by(const struct part *p, const struct clause *c, int i)
{
	const struct item *item = &p->items->at[p->item[i]];
	int prep = child_of(p, i, REL_case);

	return has_lemma(p, prep, "by") && i > c->head && item->kind == ITEM_NUMBER && c->object >= 0
		&& (view_is(item->token, "percent") || view_is(item->token, "amount"));
}

enum place place_of(const struct part *p, const struct clause *c, int i)
{
	if (opens_relative(p, c, i) && p->word[i].relation != REL_advcl && p->word[i].relation != REL_conj)
		return PLACE_FRONT;
	switch (p->word[i].relation) {
	case REL_advcl: case REL_advcl_relcl: return place_of_clause(p, i);
	case REL_acl_relcl: case REL_parataxis: case REL_conj: case REL_ccomp: case REL_list: return PLACE_BACK;
	case REL_discourse: return view_is(p->node[i].hi, "है ना") ? PLACE_BACK : PLACE_FRONT;
	case REL_cc_preconj:	/* तेज़ और सस्ता दोनों है; वह न अमीर है, न मशहूर */
		return c->copula < 0 ? PLACE_FRONT : has_lemma(p, i, "both") ? PLACE_STRESS : i > c->copula ? PLACE_ADVERB : PLACE_FRONT;
	case REL_cc: case REL_vocative: case REL_mark: return PLACE_FRONT;
	case REL_advmod:
		if (i > 0 && view_is(p->node[i - 1].link, "however ..."))
			return PLACE_ADVERB;
		if (is_wh(p, i))
			return p->node[i].first < 0 && !p->node[i].fixed ? PLACE_WH : PLACE_WH_PHRASE;
		if (is_wh_phrase(p, i))
			return PLACE_WH_PHRASE;
		if (c->subject < 0 && view_is(p->node[i].hi, "भी"))
			return PLACE_ADVERB;
		if (p->node[i].negates && c->subject < 0 && c->shared < 0 && c->copula < 0)
			return PLACE_ADVERB;	/* पहली मीटिंग में कभी न */
		if (i < c->head && (c->subject < 0 || i < c->subject))
			return PLACE_FRONT;
		if (((c->copula >= 0 && i > c->copula) || (c->xcomp >= 0 && is_verb(p, c->xcomp))) && view_is(p->node[i].hi, "भी"))
			return PLACE_STRESS;	/* वह डॉक्टर भी है */
		return view_is_any(p->node[i].hi, late_adverbs) || is_manner(p, c, i) ? PLACE_ADVERB : PLACE_TIME;
	case REL_obl: case REL_nmod: case REL_obl_unmarked: case REL_nmod_unmarked: case REL_dislocated:
		if (i == c->level)
			return PLACE_NONE;
		if (is_measured_by(p, c, i))
			return PLACE_ADVERB;	/* दर 30% बढ़ा दी */
		if (is_governed(p, c, i) && i > c->head)
			return PLACE_GOVERNED;
		if (i < c->head && (c->subject < 0 || i < c->subject))
			return PLACE_FRONT;
		if (view_is(p->node[i].class, "clock"))
			return PLACE_INNER;	/* शुक्रवार को शाम 6 बजे */
		return is_time(p, i) ? PLACE_TIME : PLACE_OBLIQUE;
	default: return PLACE_OBLIQUE;
	}
}

bool is_nominal_slot(const struct part *p, int i)
{
	switch (p->word[i].relation) {
	case REL_det: case REL_det_predet: case REL_amod: case REL_nmod: case REL_nmod_poss: case REL_nummod: case REL_compound: case REL_acl:
	case REL_acl_relcl: case REL_case: case REL_flat: case REL_appos: case REL_fixed: case REL_goeswith: return true;
	default: return false;
	}
}

/* "however carefully you pack" */
static bool is_however(const struct part *p, int i)
{
	return i > 0 && view_is(p->node[i - 1].link, "however ...");
}

/* --- what is said there --- */

void say_adverb(struct part *p, int i)
{
	static const char *const whole[] = { "more", "less", "later", "earlier", "sooner", NULL };

	for (int k = p->node[i].first; k >= 0; k = p->node[k].next) {
		int prep = child_of(p, k, REL_case);
		struct marking m = { .word = prep, .head.person = 9 };	/* प्रार्थना के बीच में */

		if (p->node[k].said || p->node[k].gone || p->word[k].relation == REL_punct)
			continue;
		if (p->word[k].relation == REL_obl || p->word[k].relation == REL_nmod || p->word[k].relation == REL_obl_unmarked) {
			if (prep >= 0)
				m.post = postposition(p, i, k, prep, &m.oblique);
			say_noun(p, k, m);
		}
	}
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_advmod && !p->node[k].said && !p->node[k].gone)
			say_adverb(p, k);	/* मुझसे कहीं ज़्यादा */
	if (p->word[i].tag == TAG_RBR && !view_is_any(p->word[i].lemma, whole) && !view_starts(p->node[i].hi, "ज़्यादा") && child_of(p, i, REL_fixed) < 0)
		say(p, V("ज़्यादा"), -1);
	if (is_however(p, i) && has_lemma(p, i, "much")) {
		say(p, V("कितना भी"), i);
		return;
	}
	if (is_however(p, i))
		say(p, view_ends(p->node[i].hi, "ी से") ? V("कितनी भी") : V("कितना भी"), -1);
	say(p, p->node[i].hi, i);
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_conj && !p->node[k].said && !p->node[k].gone) {
			int cc = child_of(p, k, REL_cc);

			if (cc >= 0)
				say(p, p->node[cc].hi, cc);
			say_adverb(p, k);
		}
}

void say_oblique(struct part *p, struct clause *c, int i)
{
	int prep = child_of(p, i, REL_case);
	struct marking m = { .word = prep };

	if (say_front_relative(p, c, i))
		return;

	if (prep >= 0) {
		m.post = postposition(p, c->head, i, prep, &m.oblique);
		if (view_is(m.post, "का"))
			m.head = c->subject_agrees;	/* ये जूते उसके हैं */
	} else if (p->node[i].cause) {
		m.post = V("से");
	} else if (is_time(p, i)) {
		m.oblique = true;
	}
	say_noun(p, i, m);
}

/* "problem, laminated": a participle told behind a comma of what is no clause. */
static bool is_told_participle(const struct part *p, int i)
{
	int h = p->word[i].head;

	return p->word[i].tag == TAG_VBN && h >= 0 && is_noun(p, h) && child_of(p, i, REL_nsubj) < 0 && child_of(p, i, REL_nsubj_pass) < 0
		&& child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_aux_pass) < 0 && !is_verb(p, h) && child_of(p, h, REL_cop) < 0;
}

/* Neither a verb nor beside a copula, and without a subject. */
static bool is_phrase(const struct part *p, int i)
{
	return !(is_verb(p, i) && p->node[i].pos == POS_V) && child_of(p, i, REL_cop) < 0 && child_of(p, i, REL_nsubj) < 0
		&& child_of(p, i, REL_expl) < 0 && !p->node[i].busy;
}

/* "This is where it ends": यह वह जगह है, जहां ... */
static void say_link_of_question(struct part *p, int i)
{
	int h = p->word[i].head;

	if (p->word[i].relation == REL_advcl_relcl && h >= 0 && p->word[h].tag == TAG_WRB)
		say(p, has_lemma(p, h, "where") ? V("जहां") : has_lemma(p, h, "when") ? V("जब") : V("जिससे"), -1);
}

void say_argument(struct part *p, struct clause *c, int i)
{
	int mark;
	const struct row *row;

	if (p->node[i].said || p->node[i].gone)
		return;
	switch (p->word[i].relation) {
	case REL_advcl: case REL_advcl_relcl:
		row = find_link(p, i, &mark);
		if (row) {
			say_linked(p, i, row, mark, c);
			return;
		}
		break;
	case REL_advmod: say_adverb(p, i); return;
	case REL_mark:
		if (p->word[i].tag == TAG_TO) {
			gone(p, i, "shown by the verb's form");
			return;
		}
		/* fall through */
	case REL_cc: case REL_discourse: case REL_cc_preconj: say(p, p->node[i].hi, i); return;
	case REL_acl_relcl: say_relative(p, i, p->word[i].head); return;
	case REL_parataxis: case REL_ccomp: case REL_list: {
		struct clause inner = clause_at(i);

		if (is_told_participle(p, i) && p->word[i].relation != REL_ccomp) {
			say_clause_as(p, i, "passive participle", noun_agreement(p, p->word[i].head));
			return;
		}
		if (is_phrase(p, i)) {
			say_phrase(p, i);
			return;
		}
		say_hindi_clause(p, &inner);
		say_back(p, &inner);
		return;
	}
	default: break;
	}
	if (is_finite(p, i)) {
		struct clause inner = clause_at(i);

		say_link_of_question(p, i);
		say_hindi_clause(p, &inner);
		say_back(p, &inner);
	} else {
		say_oblique(p, c, i);
	}
}

/* भी of a clause that has nothing but its verb to stress: लिख भी सकता है. Behind the subject it would say that others do it too. */
bool is_late_focus(const struct part *p, const struct clause *c, int i)
{
	if (!view_is(p->node[i].hi, "भी") || p->word[i].relation != REL_advmod || p->word[i].head != c->head || c->copula >= 0 || c->object >= 0
	    || c->xcomp >= 0 || c->indirect >= 0 || (c->forced && strncmp(c->pattern, "subjunctive", strlen("subjunctive"))) || (c->subject >= 0 && i < c->subject) || i > c->head)
		return false;
	for (int k = 0; k < c->n_other; k++)
		if (c->other[k] != i && p->word[c->other[k]].relation != REL_advmod && !p->node[c->other[k]].gone
		    && place_of(p, c, c->other[k]) != PLACE_BACK && place_of(p, c, c->other[k]) != PLACE_FRONT)
			return false;
	return true;
}

void say_at(struct part *p, struct clause *c, enum place place)
{
	for (int k = 0; k < c->n_other; k++) {
		int i = c->other[k];
		size_t before = p->out->n;
		int aside;

		if (p->node[i].said || p->node[i].gone || place_of(p, c, i) != place || is_late_focus(p, c, i))
			continue;
		if (c->copula >= 0 && is_nominal_slot(p, i) && place != PLACE_BACK)
			continue;
		aside = place == PLACE_FRONT && is_noun(p, i) ? aside_of(p, c, i) : -1;
		if (aside >= 0)
			p->node[aside].busy = true;	/* then the noun does not have it wait */
		say_argument(p, c, i);
		if (aside >= 0) {
			say_relative(p, aside, i);
			say_sign(p, ",");	/* फिनलैंड में, जहां सर्दियां लंबी होती हैं, ... */
		}
		if (place != PLACE_FRONT || p->out->n == before)
			continue;
		if (p->word[i].relation == REL_advcl && !is_bare_link(p, i))
			say_answer(p, c, i);
		else if (i + 1 < p->n && p->word[i + 1].tag == TAG_COMMA && p->word[i].relation == REL_advmod)
			say_sign(p, ",");
	}
}
