/* attach.c - clauses that hang elsewhere than the parser said: relative clauses, questions, infinitives, concessions. */
#include "plan.h"

/* What the tree calls a copula is an auxiliary beside a verb: "were involved", "is growing". */
void repair_copulas(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (p->word[i].relation != REL_cop || h < i || by_form(p, h, POS_ADJ).n)
			continue;
		if (p->word[h].tag == TAG_VBN)
			p->word[i].relation = REL_aux_pass;
		else if (p->word[h].tag == TAG_VBG && !by_form(p, h, POS_N).n)
			p->word[i].relation = REL_aux;
	}
}

/* The noun right before a relative word, a comma or preposition between them apart; -1: none. */
int antecedent(const struct part *p, int word)
{
	int k = word - 1;

	if (k > 1 && has_lemma(p, k, "of") && p->word[k - 2].tag == TAG_COMMA)
		k -= 2;			/* "a group, most of whose members" */
	else if (k >= 0 && p->word[k].tag == TAG_IN)
		k--;
	if (k >= 0 && p->word[k].tag == TAG_COMMA)
		k--;
	return k >= 0 && is_noun(p, k) && p->word[k].tag != TAG_PRP ? k : -1;
}

/* "a diary in which she wrote": a clause with a relative word hangs on the noun before it, whatever the tree says. */
void repair_relatives(struct part *p)
{
	static const uint8_t loose[] = { REL_parataxis, REL_advcl, REL_amod, REL_ccomp, REL_conj, REL_dep, REL_appos, REL_advcl_relcl,
					 REL_xcomp, REL_acl };

	for (int i = 1; i < p->n; i++) {
		uint8_t t = p->word[i].tag;
		int noun, h = p->word[i].head;

		if ((t != TAG_WDT && t != TAG_WP && t != TAG_WP_POSS) || has_lemma(p, i, "what") || (noun = antecedent(p, i)) < 0)
			continue;
		while (h >= 0 && h > i && !is_verb(p, h) && child_of(p, h, REL_cop) < 0 && p->word[h].head > i)
			h = p->word[h].head;
		if (h <= i || p->word[h].head > i || p->word[h].head < 0 || is_under(p, noun, h))
			continue;
		for (size_t k = 0; k < sizeof loose; k++)
			if (p->word[h].relation == loose[k]) {
				p->word[h].head = noun;
				p->word[h].relation = REL_acl_relcl;
				break;
			}
	}
	link_children(p);
}

/* "The farmers for whom it was built get water": the first verb is the one within, when its noun is its subject too. */
void repair_main(struct part *p)
{
	for (int i = 1; i < p->n; i++) {
		uint8_t t = p->word[i].tag;
		int noun = antecedent(p, i), inner = p->word[i].head, main;

		if ((t != TAG_WDT && t != TAG_WP) || noun < 0 || inner != p->root || inner < i || p->word[noun].head != inner
		    || (p->word[noun].relation != REL_nsubj && p->word[noun].relation != REL_nsubj_pass)
		    || child_of(p, i, REL_case) < 0)
			continue;
		for (main = inner + 1; main < p->n; main++)
			if (p->word[main].head == inner && is_verb(p, main) && p->word[main].tag != TAG_VBG
			    && p->word[main].tag != TAG_VBN && child_of(p, main, REL_mark) < 0 && child_of(p, main, REL_cc) < 0)
				break;
		if (main == p->n)
			continue;
		p->word[main].head = -1;
		p->word[main].relation = REL_root;
		p->word[main].tag = p->word[main].tag == TAG_VB ? TAG_VBP : p->word[main].tag;
		p->word[inner].head = noun;
		p->word[inner].relation = REL_acl_relcl;
		p->word[noun].head = main;
		p->word[noun].relation = REL_nsubj;
		p->root = main;
	}
	link_children(p);
}

/* "a lock whose key you tried": the clause hangs on the lock, the key and who tried it within the clause. */
void repair_whose(struct part *p)
{
	for (int i = 1; i < p->n; i++) {
		int noun = antecedent(p, i), own = p->word[i].head, verb, by;

		if (p->word[i].tag != TAG_WP_POSS || noun < 0 || own <= i || p->word[own].head != noun
		    || p->word[own].relation == REL_acl_relcl)
			continue;
		for (verb = own + 1; verb < p->n; verb++)
			if (is_verb(p, verb) && p->word[verb].head >= own && p->word[verb].head < verb
			    && (p->word[verb].relation == REL_acl_relcl || p->word[verb].relation == REL_acl))
				break;
		if (verb == p->n)
			continue;
		by = p->word[verb].head;
		if (by != own) {
			p->word[by].head = verb;
			p->word[by].relation = REL_nsubj;
			p->word[verb].tag = p->word[verb].tag == TAG_VBN ? TAG_VBD : p->word[verb].tag;
		}
		p->word[own].relation = by != own || child_of(p, verb, REL_nsubj) >= 0 ? REL_obj : REL_nsubj;
		p->word[own].head = verb;
		p->word[verb].head = noun;
		p->word[verb].relation = REL_acl_relcl;
	}
	link_children(p);
}

/* "shows what it did": a question, not a relative clause on what. */
void repair_questions(struct part *p)
{
	static const char *const asking[] = { "know", "ask", "tell", "show", "say", "see", "explain", "understand", "decide", "learn", "guess",
					      "wonder", "remember", "describe", "forget", "check", "discover", "find", "reveal", NULL };

	for (int i = 1; i < p->n; i++) {
		int r = child_of(p, i, REL_acl_relcl), verb = p->word[i].head;

		if (!has_lemma(p, i, "what") || r < 0 || verb < 0 || !view_is_any(p->word[verb].lemma, asking) || p->word[i].relation != REL_obj)
			continue;
		p->word[r].head = verb;
		p->word[r].relation = REL_ccomp;
		p->word[i].head = r;
		p->word[i].relation = child_of(p, r, REL_nsubj) < 0 ? REL_nsubj : REL_obj;
	}
	link_children(p);
}

/* "What the Auditor Found", alone in its line: a question, क्या. */
void repair_heading(struct part *p)
{
	int r = p->n > 2 && view_is(p->word[0].form, "What") && p->root == 0 ? child_of(p, 0, REL_acl_relcl) : -1;

	if (r < 0)
		return;
	for (int i = 1; i < p->n; i++)
		if (p->word[i].head == 0 && i != r)
			return;
	p->word[r].head = -1;
	p->word[r].relation = REL_root;
	p->word[0].head = r;
	p->word[0].relation = child_of(p, r, REL_nsubj) < 0 ? REL_nsubj : REL_obj;
	p->root = r;
	link_children(p);
}

/* "What he says is true", where the clause is the subject itself: the word that asks is, and the clause tells of it. */
void repair_free_subjects(struct part *p)
{
	static const char *const free[] = { "what", "whatever", "whoever", NULL };

	for (int i = 0; i < p->n; i++) {
		int r = p->word[i].head;

		if (p->word[i].tag != TAG_WP || !view_is_any(p->word[i].lemma, free) || r < i
		    || (p->word[r].relation != REL_csubj && p->word[r].relation != REL_csubj_pass)
		    || (p->word[i].relation != REL_obj && p->word[i].relation != REL_nsubj && p->word[i].relation != REL_nsubj_pass))
			continue;
		p->word[i].head = p->word[r].head;
		p->word[i].relation = p->word[r].relation == REL_csubj ? REL_nsubj : REL_nsubj_pass;
		p->word[r].head = i;
		p->word[r].relation = REL_acl_relcl;
	}
	link_children(p);
}

/* Has a verb a row whose frame names this? */
static bool has_frame(const struct part *p, int verb, const char *name, const char *value)
{
	struct senses s = bilingual_word(&p->g->words, p->word[verb].lemma, POS_V);
	struct view found;

	for (size_t k = 0; k < s.n; k++)
		if (frame_find(s.at[k].frame, name, &found) && (!value || view_is(found, value)))
			return true;
	return false;
}

/* "encourage children to read", "heard the dog barking": what the object does hangs on the verb, not on the object. */
void repair_infinitives(struct part *p)
{
	for (int i = 2; i < p->n; i++) {
		int object = p->word[i].head, verb = object >= 0 ? p->word[object].head : -1;
		bool to = has_lemma(p, child_of(p, i, REL_mark), "to"), acts;

		if (p->word[i].relation != REL_acl || verb < 0 || object > i || verb > object || p->word[object].relation != REL_obj
		    || !is_verb(p, verb) || !(p->word[i].tag == TAG_VBG || (to && is_verb(p, i))))
			continue;
		acts = listed_word(p, V("person,people,kin,animal,name-person,name-org"), object);
		if (to ? (acts && (has_frame(p, verb, "inf", NULL) || has_frame(p, verb, "obj-inf", NULL)))
		    || has_frame(p, verb, "obj-inf", "कि V-गा") : acts && has_frame(p, verb, "inf", "V-ते हुए")) {
			p->word[i].head = verb;
			p->word[i].relation = REL_xcomp;
		}
	}
	for (int i = 2; i < p->n; i++) {
		static const char *const completed[] = { "get", "have", "keep", "want", "need", "like", "see", "find", "leave", "make", "hear",
							 "feel", "consider", "watch", "order", "hold", "set", "wish", NULL };
		int verb = p->word[i].head;

		/* "use a protocol based on it": what was done to the object tells which one it is. */
		if (p->word[i].tag == TAG_VBN && p->word[i].relation == REL_xcomp && verb >= 0 && is_noun(p, i - 1) && p->word[i - 1].head == verb
		    && p->word[i - 1].relation == REL_obj && p->node[i].first >= 0 && !view_is_any(p->word[verb].lemma, completed)) {
			p->word[i].head = i - 1;
			p->word[i].relation = REL_acl;
		}
	}
	link_children(p);
}

/* "whatever you choose, keep it": the word is what is chosen, and the clause hangs on the main verb. */
static void turn_concession(struct part *p, int i)
{
	int r = child_of(p, i, REL_acl_relcl), main = p->word[i].head, comma = r;
	uint8_t rel = p->word[i].relation;
	bool asks;

	while (comma >= 0 && comma < p->n && p->word[comma].tag != TAG_COMMA)
		comma++;
	if (r < i || comma <= r || comma >= p->n || main <= comma || child_of(p, i, REL_case) >= 0)
		return;
	asks = p->word[main].tag == TAG_VB || (child_of(p, main, REL_cop) >= 0 && p->word[child_of(p, main, REL_cop)].tag == TAG_VB);
	if ((rel == REL_nsubj && (!asks || child_of(p, main, REL_aux) >= 0)) || rel == REL_nsubj_pass || rel == REL_obj)
		return;
	p->word[r].head = main;
	p->word[r].relation = REL_advcl;
	p->word[i].head = r;
	p->word[i].relation = child_of(p, r, REL_nsubj) >= 0 || child_of(p, r, REL_nsubj_pass) >= 0 ? REL_obj : REL_nsubj;
}

/* "no matter what they say": चाहे वे कुछ भी कहें. */
static void turn_no_matter(struct part *p, int i)
{
	static const struct { const char *word, *hindi; } any[] = {
		{ "what", "कुछ भी" }, { "who", "कोई भी" }, { "where", "कहीं भी" }, { "when", "कभी भी" }, { "which", "कोई भी" },
	};
	int wh = i + 2, clause = wh < p->n ? p->word[wh].head : -1, main = i + 1 < p->n ? p->word[i + 1].head : -1;

	if (wh >= p->n || !has_lemma(p, i, "no") || !has_lemma(p, i + 1, "matter") || main < 0 || main == i)
		return;
	while (clause > wh && !is_verb(p, clause) && child_of(p, clause, REL_cop) < 0 && p->word[clause].head > wh)
		clause = p->word[clause].head;
	if (clause <= wh || clause == main || !is_finite(p, clause) || is_under(p, main, i + 1))
		return;
	p->word[clause].head = main;
	p->word[clause].relation = REL_advcl;
	p->word[i].head = clause;
	p->word[i].relation = REL_mark;
	p->word[i + 1].head = i;
	p->word[i + 1].relation = REL_fixed;
	gone(p, i + 1, "part of a phrase");
	p->node[i].link = V("no matter");
	p->node[i].hi = V("चाहे");
	for (size_t k = 0; k < sizeof any / sizeof *any; k++)
		if (has_lemma(p, wh, any[k].word)) {
			p->node[wh].hi = view_of(any[k].hindi);
			p->node[wh].fixed = true;
		}
}

/* Clauses that say that something does not matter; and "know how to swim", which is तैरना जानना. */
void repair_concessions(struct part *p)
{
	static const char *const ever[] = { "whatever", "whoever", "whomever", NULL };

	for (int i = 0; i < p->n; i++) {
		int x = p->word[i].head;

		if (p->word[i].tag == TAG_WP && view_is_any(p->word[i].lemma, ever))
			turn_concession(p, i);
		turn_no_matter(p, i);
		if (!has_lemma(p, i, "how") || p->word[i].relation != REL_advmod || x != i + 2 || !has_lemma(p, i + 1, "to") || p->word[x].tag != TAG_VB
		    || p->word[x].head < 0 || p->word[x].head > i || !is_verb(p, p->word[x].head) || (!has_frame(p, p->word[x].head, "inf", "V-ना") && !has_frame(p, p->word[x].head, "how", "V-ना")))
			continue;
		p->word[x].relation = REL_xcomp;
		gone(p, i, "part of what is known or learned");
	}
	link_children(p);
}
