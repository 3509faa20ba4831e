/* questions.c - mends trees of questions, and of clauses that are asked, told or known. */
#include "mend.h"

/* Words after which when or if opens what is asked or known. */
static const char *const asking[] = { "know", "ask", "tell", "see", "wonder", "check", "decide", "find", "say", "show", "explain", "learn",
				      "understand", "remember", "determine", "guess", "test", "matter", "doubt", "care", NULL };

/* "Ask before you install it", "it failed because nobody tested it": such a clause is no object. */
void mend_adverbial_clauses(struct part *p)
{
	static const char *const asked[] = { "if", "when", "as", "since", "once", NULL };

	for (int i = 0; i < p->n; i++) {
		uint8_t r = p->word[i].relation;
		bool object = is_verb(p, i) && (r == REL_obj || r == REL_obl || r == REL_acl);
		int opener = object || r == REL_ccomp || r == REL_xcomp || r == REL_parataxis || r == REL_dep || r == REL_appos || r == REL_advcl
			? opener_of(p, i) : -1;
		int head = p->word[i].head;

		if (opener < 0 || head < 0 || head > i || !heads_clause(p, i) || !heads_clause(p, head))
			continue;
		if (view_is_any(p->word[opener].lemma, asked) && r != REL_parataxis && view_is_any(p->word[head].lemma, asking))
			continue;
		p->word[i].relation = REL_advcl;
	}
}

/* "knows which customer reads it", "no idea why it failed", "told whether it was accepted": what is asked is no adverbial clause. */
void mend_questions(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head, noun = i + 1;

		if (h <= noun || !is_verb(p, h) || p->word[h].relation == REL_acl_relcl || p->word[i].relation != REL_obj
		    || (!has_lemma(p, i, "which") && !has_lemma(p, i, "what")))
			continue;
		if (is_noun(p, noun) && p->word[noun].head == h && p->word[noun].tag != TAG_PRP
		    && p->word[noun].relation == REL_nsubj) {
			p->word[i].head = noun;
			p->word[i].relation = REL_det;
		}
	}
	for (int i = 1; i < p->n; i++) {
		int clause = p->word[i].head, h = clause > i ? p->word[clause].head : -1;
		bool asked = has_lemma(p, i, "why") || has_lemma(p, i, "whether") || has_lemma(p, i, "how");

		if (asked && h >= 0 && h < i && p->word[clause].relation == REL_advcl && is_verb(p, h) && child_with(p, h, REL_ccomp) < 0
		    && first_below(p, clause) == i && !has_comma(p, h, i))
			p->word[clause].relation = REL_ccomp;
	}
}

/* "See what they say", where the parser makes "what" a noun with a relative clause: it is asked in that clause. */
void mend_asked(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int clause = child_with(p, i, REL_acl_relcl), verb = p->word[i].head;
		uint8_t r = p->word[i].relation;

		if (!has_lemma(p, i, "what") || p->word[i].tag != TAG_WP || clause < i || verb < 0 || verb > i
		    || child_with(p, clause, REL_obj) >= 0 || child_with(p, clause, REL_nsubj) < 0
		    || (!view_is_any(p->word[verb].lemma, asking) && !has_lemma(p, verb, "look")) || (r != REL_obj && r != REL_obl))
			continue;
		for (int k = 0; k < p->n; k++)
			if (p->word[k].head == i && k != clause)
				p->word[k].head = verb;
		p->word[clause].head = verb;
		p->word[clause].relation = REL_ccomp;
		p->word[i].head = clause;
		p->word[i].relation = REL_obj;
	}
}

/* "People whom they have met", where the parser makes "whom" the clause: it is the object in that clause. */
void mend_whom(struct part *p)
{
	for (int i = 1; i < p->n; i++) {
		int clause = p->word[i].relation == REL_acl_relcl ? child_with(p, i, REL_acl_relcl) : -1;

		if ((p->word[i].tag != TAG_WP && p->word[i].tag != TAG_WDT) || clause < i || child_with(p, clause, REL_nsubj) < 0
		    || child_with(p, clause, REL_obj) >= 0)
			continue;
		p->word[clause].head = p->word[i].head;
		p->word[i].head = clause;
		p->word[i].relation = REL_obj;
	}
}

/* "What he said was true", where the parser makes "said" the main verb: it tells what was true. */
void mend_what(struct part *p)
{
	int first = p->root, second = child_with(p, first, REL_ccomp);
	int copula = second >= 0 ? child_with(p, second, REL_cop) : -1;

	if (p->n < 4 || !has_lemma(p, 0, "what") || p->word[0].head != first || p->word[0].relation != REL_obj || second < first
	    || copula < first || child_with(p, second, REL_nsubj) >= 0 || child_with(p, second, REL_mark) >= 0
	    || child_with(p, first, REL_nsubj) < 0 || p->word[1].relation == REL_aux)
		return;
	p->word[second].head = -1;
	p->word[second].relation = REL_root;
	p->word[0].head = second;
	p->word[0].relation = REL_nsubj;
	p->word[first].head = 0;
	p->word[first].relation = REL_acl_relcl;
	p->root = second;
}

/* "What if the cable breaks?": अगर केबल टूटे, तो क्या होगा? */
void mend_what_if(struct part *p)
{
	int clause = p->n > 3 && has_lemma(p, 0, "what") && has_lemma(p, 1, "if") ? p->word[1].head : -1;

	if (clause < 2 || !heads_clause(p, clause))
		return;
	for (int i = 1; i < p->n; i++)
		if (i != clause && (p->word[i].head <= 0))
			p->word[i].head = clause;
	p->word[clause].head = 0;
	p->word[clause].relation = REL_advcl;
	p->word[1].relation = REL_mark;
	p->word[0].head = -1;
	p->word[0].relation = REL_root;
	p->root = 0;
	p->node[0].hi = V("क्या होगा");
	p->node[0].fixed = true;
}

/* "Who has the keys?": of a question that is no relative clause. */
void mend_who(struct part *p)
{
	int who = 0, verb, end = p->n;

	if (p->n < 2 || p->word[who].tag != TAG_WP || p->word[who].head >= 0 || has_lemma(p, who, "whoever")
	    || (size_t)p->item[end - 1] + 1 >= p->items->n || !view_is(p->items->at[p->item[end - 1] + 1].text, "?"))
		return;
	verb = child_with(p, who, REL_acl_relcl);
	if (verb < 0 || child_with(p, verb, REL_nsubj) >= 0 || child_with(p, who, REL_cop) >= 0)
		return;
	p->word[verb].head = -1;
	p->word[verb].relation = REL_root;
	p->word[who].head = verb;
	p->word[who].relation = REL_nsubj;
	p->root = verb;
}

/* "Where is the office?": the place is the predicate, what is looked for its subject. */
void mend_where(struct part *p)
{
	for (int i = 0; i + 2 < p->n; i++) {
		int be = i + 1, noun = p->word[i].head;

		if (!has_lemma(p, i, "where") || p->word[be].relation != REL_cop || !has_lemma(p, be, "be"))
			continue;
		if (p->word[be].head == i) {
			for (int k = be + 1; k < p->n; k++)
				if (p->word[k].head == be && p->word[k].relation == REL_nsubj)
					p->word[k].head = i;
			continue;
		}
		if (noun < be || p->word[be].head != noun || !is_noun(p, noun) || p->word[i].relation != REL_advmod
		    || child_with(p, noun, REL_nsubj) >= 0 || child_with(p, noun, REL_case) >= 0)
			continue;
		for (int k = 0; k < p->n; k++) {
			uint8_t r = p->word[k].relation;

			if (p->word[k].head == noun && (k < i || k == be || r == REL_punct || r == REL_advcl || r == REL_advmod || r == REL_parataxis))
				p->word[k].head = i;
		}
		p->word[i].head = p->word[noun].head;
		p->word[i].relation = p->word[noun].relation;
		p->word[noun].head = i;
		p->word[noun].relation = REL_nsubj;
		if (p->root == noun)
			p->root = i;
	}
}

/* "We leave whether you like it or not": beside a verb that does not ask it tells what does not matter. */
static void mend_or_not(struct part *p, int whether)
{
	int clause = p->word[whether].head, main = p->word[clause].head;

	if (p->word[clause].relation == REL_ccomp && main >= 0 && main < whether && is_verb(p, main) && !view_is_any(p->word[main].lemma, asking)
	    && child_with(p, clause, REL_conj) >= 0 && has_lemma(p, child_with(p, clause, REL_conj), "not") && !has_lemma(p, whether - 1, "on"))
		p->word[clause].relation = REL_advcl;
}

/* "whether or not you agree": the clause and what is said against it, चाहे आप सहमत हों या नहीं. */
void mend_whether(struct part *p)
{
	for (int i = 0; i + 3 < p->n; i++) {
		int clause = p->word[i].head;

		if (!has_lemma(p, i, "whether") || p->word[i].relation != REL_mark || clause < i)
			continue;
		if (!has_lemma(p, i + 1, "or") || !has_lemma(p, i + 2, "not") || clause < i + 3) {
			mend_or_not(p, i);
			continue;
		}
		p->word[i + 2].head = clause;
		p->word[i + 2].relation = REL_conj;
		p->word[i + 1].head = i + 2;
		p->word[i + 1].relation = REL_cc;
		for (int k = 0; k < i + 3; k++)
			if (p->word[k].head == i)
				p->word[k].head = clause;
		mend_or_not(p, i);
	}
}

/* The first word of a stretch that hangs on none of it; -1: none but signs. */
static int top_within(const struct part *p, int begin, int end)
{
	for (int i = begin; i < end; i++)
		if ((p->word[i].head < begin || p->word[i].head >= end) && p->word[i].relation != REL_punct)
			return i;
	return -1;
}

/*
 * "However expensive it is, buy it": the clause from the adjective to the comma tells what does not matter. What has
 * no verb of its own there stays as it is.
 */
void mend_however(struct part *p)
{
	for (int i = 0; i + 3 < p->n; i++) {
		int how = i + 1, comma = i + 2, end, clause = -1, main;

		if (!has_lemma(p, i, "however") || (i > 0 && p->word[i - 1].tag != TAG_COMMA) || !is_degree_word(p, how))
			continue;
		while (comma < p->n && p->word[comma].tag != TAG_COMMA)
			comma++;
		end = i > 0 && comma < p->n ? comma : i > 0 ? p->n : comma;
		if (i == 0 && comma >= p->n)
			continue;
		for (int k = how + 2; k < end && clause < 0; k++)
			if (p->word[k].tag == TAG_VBZ || p->word[k].tag == TAG_VBP || p->word[k].tag == TAG_VBD || p->word[k].tag == TAG_MD)
				clause = p->word[k].relation == REL_aux || p->word[k].relation == REL_aux_pass ? p->word[k].head
					: has_lemma(p, k, "be") ? how : k;
		main = i > 0 && (p->root < i || p->root >= end) ? p->root
			: i > 0 ? top_within(p, 0, i - 1) : top_within(p, comma + 1, p->n);
		if (clause < how || clause >= end || main < 0)
			continue;
		for (int k = 0; k < p->n; k++) {
			bool inside = k >= i && k < end;
			int h = p->word[k].head;

			if (k == clause || k == main || (h >= 0 && (h >= i && h < end) == inside && (!inside || clause == how || h != how)))
				continue;
			p->word[k].head = inside ? clause : main;
		}
		if (clause == how && p->word[how + 1].head == how && p->word[how + 1].relation == REL_obj)
			p->word[how + 1].relation = REL_nsubj;
		if (p->word[main].head >= i && p->word[main].head < end) {
			p->word[main].head = -1;
			p->word[main].relation = REL_root;
			p->root = main;
		}
		if (how != clause) {
			p->word[how].head = clause;
			p->word[how].relation = REL_advmod;
		}
		p->word[clause].head = main;
		p->word[clause].relation = REL_advcl;
		p->word[i].head = clause;
		p->word[i].relation = REL_mark;
		p->node[i].link = V("however ...");
	}
}
