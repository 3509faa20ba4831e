/* turns.c - clauses that Hindi turns: let, make and have somebody do, it is X that, I wish, that is why. */
#include "reshape.h"

/* "Let's look at it": आइए इसे देखें. The verb below is what is asked. */
void take_let(struct part *p, int i)
{
	int verb = has_lemma(p, i, "let") && i + 1 < p->n && has_lemma(p, i + 1, "we") ? child_of(p, i, REL_xcomp) : -1;

	if (verb < 0 || child_of(p, i, REL_nsubj) >= 0 || !is_verb(p, verb) || verb < i)
		return;
	take_place(p, verb, i, REL_discourse);
	p->word[verb].tag = TAG_VB;
	p->node[i].hi = V("आइए");
	p->node[i].fixed = true;
	gone(p, i + 1, "said with let");
}

/* Verb i takes the place of the one above it, which is said with it. */
static void absorb_verb(struct part *p, int i, int above)
{
	p->word[i].tag = p->word[above].tag;
	take_place(p, i, above, REL_fixed);
	gone(p, above, "said by the verb");
}

/* Someone who can force others, as far as the word tells. */
static bool is_somebody(const struct part *p, int i)
{
	static const char *const classes[] = { "person", "people", "kin", "name-person", "name-org", NULL };
	static const char *const pronouns[] = { "i", "I", "you", "he", "she", "we", "they", "who", NULL };

	return view_is_any(p->word[i].lemma, pronouns) || view_is_any(bilingual_class(&p->g->words, p->word[i].lemma), classes)
		|| p->items->at[p->item[i]].kind == ITEM_NAME;
}

/* "Salt makes ice melt": नमक से बर्फ पिघलती है. Who makes others do it forces them: उसने मुझे रुकने पर मजबूर किया. */
void take_made(struct part *p, int i)
{
	int make = p->word[i].head, subject, object;
	bool below = make >= 0 && (p->word[i].relation == REL_xcomp || p->word[i].relation == REL_ccomp);

	if (!below || make > i || !has_lemma(p, make, "make") || !is_verb(p, make) || p->word[i].tag != TAG_VB || child_of(p, i, REL_mark) >= 0
	    || child_of(p, make, REL_aux_pass) >= 0)
		return;
	subject = child_of(p, make, REL_nsubj);
	object = child_of(p, make, REL_obj) >= 0 ? child_of(p, make, REL_obj) : child_of(p, i, REL_nsubj);
	if (object < make || object > i)
		return;
	if (subject < 0 || is_somebody(p, subject)) {
		p->word[make].lemma = V("force");
		p->word[object].head = make;
		p->word[object].relation = REL_obj;
		p->word[i].relation = REL_xcomp;
		return;
	}
	if (has_lemma(p, subject, "nothing") || has_lemma(p, child_of(p, subject, REL_det), "no"))
		return;
	absorb_verb(p, i, make);
	p->word[object].head = i;
	p->word[object].relation = REL_nsubj;
	p->word[subject].relation = REL_obl;
	p->node[subject].cause = true;
}

/* Of "had the roof repaired" the verb that has it done, or -1. A participle that only tells more of the object says so with a possessive. */
static int causer_of(const struct part *p, int i)
{
	int above = p->word[i].head, have = above, object;

	if ((p->word[i].tag != TAG_VBN && p->word[i].tag != TAG_VBD) || above < 0 || above > i)
		return -1;
	if (p->word[i].relation == REL_acl && p->word[above].relation == REL_obj)
		have = p->word[above].head;
	else if (p->word[i].relation != REL_xcomp && p->word[i].relation != REL_ccomp)
		return -1;
	object = have >= 0 ? child_of(p, have, REL_obj) : -1;
	if (have < 0 || object < have || object > i || !(has_lemma(p, have, "have") || has_lemma(p, have, "get")) || child_of(p, have, REL_aux_pass) >= 0
	    || child_of(p, i, REL_nsubj) >= 0 || child_of(p, i, REL_mark) >= 0 || child_of(p, i, REL_aux) >= 0)
		return -1;
	if (p->word[i].relation == REL_acl && child_of(p, object, REL_nmod_poss) < 0 && p->word[object].tag != TAG_PRP)
		return -1;
	return have;
}

/* "They had the roof repaired": उन्होंने छत की मरम्मत करवाई. What is had done is the verb of the clause. */
void take_caused(struct part *p, int i)
{
	int have = causer_of(p, i);

	if (have < 0)
		return;
	absorb_verb(p, i, have);
	p->node[i].caused = true;
}

/* The verb or predicate of the clause that begins behind word i; -1: none does. */
static int clause_behind(const struct part *p, int i, int from)
{
	for (int k = i + 1; k < p->n; k++)
		if (p->word[k].head < i + 1 && p->word[k].head >= from && (is_verb(p, k) || child_of(p, k, REL_cop) >= 0
									  || child_of(p, k, REL_nsubj) >= 0))
			return k;
	return is_under(p, p->word[from].head, p->word[i].head) && p->word[from].head > i ? p->word[from].head : -1;
}

/* Words [begin, end) that only open the clause of `verb`: they go in front of it, and it takes the place of what they were. */
static void open_with(struct part *p, int begin, int end, int verb, const char *hindi)
{
	int top = join(p, begin, end, view_of(hindi), "");

	if (top < 0)
		return;
	for (int k = 0; k < p->n; k++)
		if (k != verb && p->word[k].head == top && p->word[k].relation != REL_fixed)
			p->word[k].head = verb;
	if (!is_under(p, top, verb)) {
		p->word[verb].head = p->word[top].head;
		p->word[verb].relation = p->word[top].relation == REL_root ? REL_root : REL_parataxis;
	}
	if (p->root == top)
		p->root = verb;
	p->word[top].head = verb;
	p->word[top].relation = REL_discourse;
	p->node[top].rule = "reason";
}

/* "That is why it failed": इसीलिए यह फेल हुआ; "This is because it rained": ऐसा इसलिए है, क्योंकि बारिश हुई. */
void open_reason(struct part *p, int i)
{
	static const char *const pointing[] = { "this", "that", "which", "it", NULL };
	bool exact = has_lemma(p, i + 2, "exactly") || has_lemma(p, i + 2, "precisely"), why = has_lemma(p, i + 2 + exact, "why");
	int verb;

	if (i + 4 + exact >= p->n || !view_is_any(p->word[i].lemma, pointing) || !has_lemma(p, i + 1, "be") || p->word[i + 1].tag != TAG_VBZ
	    || (!why && (exact || !has_lemma(p, i + 2, "because") || has_lemma(p, i + 3, "of"))) || (why && has_lemma(p, i, "it"))
	    || (i > 0 && p->word[i - 1].tag != TAG_COMMA && p->word[i - 1].tag != TAG_CC))
		return;
	verb = clause_behind(p, i + 2 + exact, i);
	if (verb >= 0)
		open_with(p, i, i + 3 + exact, verb, why ? exact ? "ठीक इसीलिए" : "इसीलिए" : "ऐसा इसलिए है, क्योंकि");
}

/* "Let me know if it fails": मुझे बताएं. */
void take_let_know(struct part *p, int i)
{
	int know = has_lemma(p, i, "let") ? child_of(p, i, REL_xcomp) : -1, who;

	if (know < 0)
		know = has_lemma(p, i, "let") ? child_of(p, i, REL_ccomp) : -1;
	if (know != i + 2 || !has_lemma(p, know, "know") || p->word[know].tag != TAG_VB || p->word[i + 1].tag != TAG_PRP)
		return;
	who = i + 1;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == know)
			p->word[k].head = i;
	p->word[i].lemma = V("tell");
	p->word[who].head = i;
	p->word[who].relation = REL_iobj;
	p->word[know].head = i;
	p->word[know].relation = REL_fixed;
	gone(p, know, "said by the verb");
}

/* "It was Meera who found it": मीरा ने ही ढूंढा. */
void take_cleft(struct part *p, int i)
{
	static const char *const few[] = { "only", "first", "last", "same", "one", "next", "very", NULL };
	static const char *const vague[] = { "kind", "sort", "type", "thing", "way", "place", "part", "point", "one", "reason", "time", "day", "year", "moment",
		"person", "people", "man", "woman", "feature", "word", "answer", NULL };
	int x = p->word[i].head, verb, cop, who = -1;
	bool known;

	if (!has_lemma(p, i, "it") || x < i || (p->word[i].relation != REL_nsubj && p->word[i].relation != REL_expl) || !is_noun(p, x))
		return;
	verb = x + 1 < p->n ? p->word[x + 1].head : -1;
	cop = child_of(p, x, REL_cop);
	known = p->word[x].tag == TAG_NNP || p->word[x].tag == TAG_PRP || child_of(p, x, REL_nmod_poss) >= 0
		|| (has_lemma(p, child_of(p, x, REL_det), "the") && (i == 0 || p->word[i - 1].tag == TAG_CC) && !view_is_any(p->word[x].lemma, vague));
	if (verb < x || p->word[verb].head != x || cop < 0 || cop > x || !known || !is_verb(p, verb) || child_of(p, x, REL_case) >= 0
	    || (child_of(p, x, REL_conj) >= 0 && child_of(p, x, REL_conj) != verb))
		return;
	for (int k = p->node[x].first; k >= 0; k = p->node[k].next)
		if (k != i && k != cop && k != verb && p->word[k].relation != REL_punct
		    && (view_is_any(p->word[k].lemma, few) || p->word[k].tag == TAG_JJS || p->word[k].relation == REL_advmod
			|| p->word[k].relation == REL_aux || p->word[k].relation == REL_nsubj))
			return;
	for (int k = p->node[verb].first; k >= 0 && who < 0; k = p->node[k].next)
		if (k > x && k < verb && (has_lemma(p, k, "who") || has_lemma(p, k, "that"))
		    && (p->word[k].relation == REL_nsubj || p->word[k].relation == REL_obj || p->word[k].relation == REL_nsubj_pass))
			who = k;
	if (who != x + 1)
		return;
	p->word[verb].head = p->word[x].head;
	p->word[verb].relation = p->word[x].relation;
	if (p->root == x)
		p->root = verb;
	p->word[x].head = verb;
	p->word[x].relation = p->word[who].relation;
	p->word[who].relation = p->word[cop].relation = REL_dep;
	p->word[who].head = p->word[cop].head = verb;
	gone(p, who, "said by the stress");
	gone(p, cop, "said by the stress");
	p->word[i].head = x;
	p->word[i].relation = REL_advmod;
	p->node[i].hi = V("ही");
	p->node[i].fixed = true;
	p->node[i].pos = POS_ADV;
}

/* "It was in 1998 that they moved": 1998 में ही. Where, when or how it was belongs to the verb behind that. */
void take_cleft_of_place(struct part *p, int i)
{
	int x = p->word[i].head, cop = x > i ? child_of(p, x, REL_cop) : -1, verb = -1, that = -1;

	if (!has_lemma(p, i, "it") || cop < i || cop > x || (p->word[x].tag != TAG_RB && child_of(p, x, REL_case) < cop))
		return;
	for (int k = p->node[x].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if (r == REL_aux || (r == REL_advmod && k < x) || (r == REL_nsubj && k != i))
			return;
		if (k > x && (is_verb(p, k) || child_of(p, k, REL_cop) >= 0) && is_finite(p, k) && child_of(p, k, REL_nsubj) > x)
			verb = k;
	}
	for (int k = verb < 0 ? -1 : p->node[verb].first; k >= 0 && that < 0; k = p->node[k].next)
		if (k < verb && has_lemma(p, k, "that") && p->word[k].relation == REL_mark)
			that = k;
	if (that < 0)
		return;
	p->word[verb].head = p->word[x].head;
	p->word[verb].relation = p->word[x].relation;
	if (p->root == x)
		p->root = verb;
	for (int k = p->node[x].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_punct || p->word[k].relation == REL_cc)
			p->word[k].head = verb;
	p->word[x].head = p->word[that].head = p->word[cop].head = verb;
	p->word[x].relation = is_noun(p, x) ? REL_obl : REL_advmod;
	p->word[that].relation = p->word[cop].relation = REL_dep;
	gone(p, that, "said by the stress");
	gone(p, cop, "said by the stress");
	p->word[i].head = x;
	p->word[i].relation = REL_advmod;
	if (!is_noun(p, x)) {
		gone(p, i, "said by the order");
		return;
	}
	p->node[i].hi = V("ही");
	p->node[i].fixed = true;
	p->node[i].pos = POS_ADV;
}

/* "It is small, which makes it fast": what tells of the whole clause follows it, जो उसे तेज़ बनाता है. */
void part_sentence_relative(struct part *p, int i)
{
	if (p->word[i].relation != REL_advcl_relcl || i < 2 || p->word[i].head > i)
		return;
	for (int k = p->node[i].first; k >= 0 && k < i; k = p->node[k].next)
		if (p->word[k].tag == TAG_WDT && p->word[k - 1].tag == TAG_COMMA
		    && (p->word[k].relation == REL_nsubj || p->word[k].relation == REL_obj || p->word[k].relation == REL_nsubj_pass))
			p->word[i].relation = REL_parataxis;
}

/* "I wish I knew", "I wish you had told me": काश मुझे पता होता. What is wished is the clause. */
void take_wish(struct part *p, int i)
{
	int clause = has_lemma(p, i, "wish") && p->word[i].tag == TAG_VBP ? child_of(p, i, REL_ccomp) : -1;
	int who = child_of(p, i, REL_nsubj), aux, mark;

	if (clause < i || who < 0 || p->word[i].relation == REL_acl_relcl || (!has_lemma(p, who, "I") && !has_lemma(p, who, "we")))
		return;
	aux = child_of(p, clause, REL_aux) >= 0 ? child_of(p, clause, REL_aux) : child_of(p, clause, REL_cop);
	if (aux >= 0 ? p->word[aux].tag != TAG_VBD && p->word[aux].tag != TAG_MD : p->word[clause].tag != TAG_VBD)
		return;
	mark = child_of(p, clause, REL_mark);
	take_place(p, clause, i, REL_discourse);
	p->node[i].hi = V("काश");
	p->node[i].fixed = true;
	gone(p, who, "said with the wish");
	gone(p, mark, "said with the wish");
}

/* "Thank you for your help": आपकी मदद के लिए धन्यवाद. */
void take_thanks(struct part *p, int i)
{
	static const struct sense thanks = { .pos = POS_N, .frame = { "inf=V-ने के लिए; for=के लिए", sizeof "inf=V-ने के लिए; for=के लिए" - 1 } };

	if (!has_lemma(p, i, "thank") || i + 1 >= p->n || !has_lemma(p, i + 1, "you") || child_of(p, i, REL_nsubj) >= 0
	    || child_of(p, i, REL_aux) >= 0 || child_of(p, i, REL_mark) >= 0 || p->word[i].tag == TAG_NN || p->word[i + 1].head != i)
		return;
	p->word[i].tag = TAG_NN;
	p->node[i].hi = V("धन्यवाद");
	p->node[i].sense = &thanks;
	p->node[i].fixed = true;
	p->node[i].pos = POS_N;
	gone(p, i + 1, "said with the thanks");
	for (int k = i + 2; k < p->n; k++)
		if (p->word[k].head == i && (p->word[k].relation == REL_obl || p->word[k].relation == REL_advcl))
			p->word[k].relation = p->word[k].relation == REL_obl ? REL_nmod : REL_acl;
}

/* "You have read it, haven't you?": आपने इसे पढ़ा है, है ना? Without the verb of form nothing is left to ask. */
void tag_question(struct part *p)
{
	int aux = p->n - 3, not = p->n - 2, who = p->n - 1;

	if (p->n < 6 || p->word[who].tag != TAG_PRP || !has_lemma(p, not, "not") || p->word[aux - 1].tag != TAG_COMMA
	    || p->word[aux].relation == REL_root)
		return;
	for (int i = 0; i < p->n; i++)
		if (p->word[i].head >= aux)
			p->word[i].head = i >= aux ? aux : p->root;
	p->word[aux].head = p->root;
	p->word[aux].relation = REL_discourse;
	p->node[aux].hi = V("है ना");
	p->node[aux].fixed = true;
	gone(p, not, "part of what asks");
	gone(p, who, "part of what asks");
}
