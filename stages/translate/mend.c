/*
 * mend.c - mends trees where the words say more than the parser saw: to which noun a preposition belongs, which word is the verb,
 * what is there. Each mend has the sentence it is for. Clauses are in subordination.c, the others where mend.h says.
 */
#include "mend.h"

bool heads_clause(const struct part *p, int i)
{
	if (is_verb(p, i))
		return true;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && (p->word[k].relation == REL_cop || p->word[k].relation == REL_nsubj))
			return true;
	return false;
}

int first_below(const struct part *p, int top)
{
	for (int i = 0; i < p->n; i++)
		if (is_under(p, i, top))
			return i;
	return top;
}

int child_with(const struct part *p, int i, enum relation relation)
{
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && p->word[k].relation == relation)
			return k;
	return -1;
}

/* "for six weeks": a preposition before a number, adjective or determiner belongs to the noun. */
static void mend_prepositions(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head, noun = h >= 0 ? p->word[h].head : -1;
		uint8_t r = h >= 0 ? p->word[h].relation : REL_none;

		if (p->word[i].relation != REL_case || h < i || noun < h || !is_noun(p, noun)
		    || (r != REL_nummod && r != REL_amod && r != REL_det && r != REL_compound))
			continue;
		for (int k = 0; k < p->n; k++)
			if (p->word[k].head == noun && p->word[k].relation == REL_case)
				h = -1;
		if (h < 0)
			continue;
		p->word[i].head = noun;
		if (p->word[noun].relation == REL_obj)
			p->word[noun].relation = REL_obl;
	}
}

/* "The more you read, the more you know", "when it freezes, pipes burst": beside a present, what looks like both is present. */
static void mend_tense(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head, past = p->word[i].tag == TAG_VBD ? i : h, other = past == i ? h : i, s;
		uint8_t t;

		if (p->word[i].relation != REL_advcl || h < 0 || p->word[past].tag != TAG_VBD || !view_eq(p->word[past].form, p->word[past].lemma)
		    || (p->word[other].tag != TAG_VBP && p->word[other].tag != TAG_VBZ))
			continue;
		s = child_with(p, past, REL_nsubj);
		t = s >= 0 ? p->word[s].tag : TAG_NONE;
		if (t == TAG_NNS || t == TAG_NNPS || has_lemma(p, s, "I") || has_lemma(p, s, "you") || has_lemma(p, s, "we") || has_lemma(p, s, "they"))
			p->word[past].tag = TAG_VBP;
	}
}

/* "It is vital that she comes": the clause that it stands for, not one that tells why. */
static void mend_it_that(struct part *p)
{
	for (int i = 3; i < p->n; i++) {
		int clause = p->word[i].head, x = clause >= 0 ? p->word[clause].head : -1, it, how;

		if (!view_is(p->word[i].form, "that") || p->word[i].relation != REL_mark || clause < i || p->word[clause].relation != REL_advcl
		    || x < 0 || x > i || child_with(p, x, REL_cop) < 0 || p->word[i - 1].tag == TAG_COMMA || child_with(p, clause, REL_mark) != i)
			continue;
		it = child_with(p, x, REL_expl) >= 0 ? child_with(p, x, REL_expl) : child_with(p, x, REL_nsubj);
		how = child_with(p, x, REL_advmod);
		if (it < 0 || it > x || !has_lemma(p, it, "it") || has_lemma(p, how, "so") || has_lemma(p, how, "too") || has_lemma(p, i - 1, "so")
		    || child_with(p, x, REL_csubj) >= 0)
			continue;
		p->word[it].relation = REL_expl;
		p->word[clause].relation = REL_csubj;
	}
}

/* "The first month is the hardest": what stands before is and has no preposition is its subject. */
static void mend_missing_subjects(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (p->word[i].relation != REL_obl_unmarked || h < i || !is_noun(p, i) || child_with(p, i, REL_case) >= 0
		    || child_with(p, h, REL_cop) != i + 1 || child_with(p, h, REL_nsubj) >= 0 || child_with(p, h, REL_nsubj_outer) >= 0
		    || child_with(p, h, REL_csubj) >= 0 || child_with(p, h, REL_expl) >= 0)
			continue;
		p->word[i].relation = REL_nsubj;
	}
}

/* "The train was about to leave", where the parser makes the infinitive what it is. */
static void mend_about_to(struct part *p)
{
	for (int i = 1; i + 2 < p->n; i++) {
		int verb = p->word[i].head;

		if (!has_lemma(p, i, "about") || !has_lemma(p, i + 1, "to") || verb < i + 2 || p->word[verb].tag != TAG_VB || p->word[i + 1].head != verb
		    || p->word[i + 1].relation != REL_mark || child_with(p, verb, REL_cop) < 0 || child_with(p, verb, REL_cop) > i)
			continue;
		for (int k = 0; k < p->n; k++)
			if (p->word[k].head == verb && (k < i || p->word[k].relation == REL_conj || p->word[k].relation == REL_punct))
				p->word[k].head = i;
		for (int k = 0; k < i; k++)
			if (p->word[k].head == i && p->word[k].relation == REL_nsubj_outer)
				p->word[k].relation = REL_nsubj;
		p->word[i].head = p->word[verb].head;
		p->word[i].relation = p->word[verb].relation;
		p->word[i].tag = TAG_JJ;
		p->word[verb].head = i;
		p->word[verb].relation = REL_xcomp;
		if (p->root == verb)
			p->root = i;
	}
}

/* "Salt makes ice melt", where the parser takes the verb for a noun that ice is a part of: no noun, say the dictionaries. */
void mend_made(struct part *p)
{
	static const char *const makers[] = { "make", "let", "help", "see", "hear", "watch", "feel", NULL };

	for (int i = 2; i < p->n; i++) {
		int h = p->word[i].head, thing = i - 1;

		if (h < 0 || h > thing || !view_is_any(p->word[h].lemma, makers) || !is_verb(p, h))
			continue;
		if (p->word[i].relation == REL_xcomp && p->word[i].tag == TAG_VBP && child_with(p, i, REL_nsubj) < 0 && child_with(p, h, REL_obj) >= 0)
			p->word[i].tag = TAG_VB;
		if (p->word[i].relation != REL_obj || p->word[i].tag != TAG_NN || p->word[thing].head != i || p->word[thing].relation != REL_compound
		    || bilingual_word(&p->g->words, p->word[i].lemma, POS_N).n || !bilingual_word(&p->g->words, p->word[i].lemma, POS_V).n)
			continue;
		for (int k = h + 1; k < thing; k++)
			if (p->word[k].head == i)
				p->word[k].head = thing;
		p->word[thing].head = h;
		p->word[thing].relation = REL_obj;
		p->word[i].tag = TAG_VB;
		p->word[i].relation = REL_xcomp;
	}
}

/* "He came, but she will not": what has a subject and stands behind a conjunction is a clause beside the first. */
static void mend_gapped(struct part *p)
{
	for (int i = 2; i < p->n; i++)
		if (p->word[i].tag == TAG_MD && p->word[i].relation == REL_advmod && p->word[i].head >= 0 && p->word[i].head < i
		    && child_with(p, i, REL_nsubj) >= 0 && child_with(p, i, REL_cc) >= 0)
			p->word[i].relation = REL_conj;
}

/* "It rained", "it is going to rain": the weather has no subject. */
static void mend_weather(struct part *p)
{
	static const char *const weather[] = { "rain", "snow", "drizzle", "hail", NULL };

	for (int i = 3; i < p->n; i++)
		if (view_is_any(p->word[i].lemma, weather) && p->word[i].tag == TAG_NN && has_lemma(p, i - 1, "to") && p->word[i - 1].head == i
		    && view_is(p->word[i - 2].form, "going") && p->word[i].head == i - 2) {
			p->word[i].tag = TAG_VB;
			p->word[i].relation = REL_xcomp;
			p->word[i - 1].tag = TAG_TO;
			p->word[i - 1].relation = REL_mark;
		}
	for (int i = 0; i < p->n; i++) {
		int verb = p->word[i].head;

		if (!has_lemma(p, i, "it") || p->word[i].relation != REL_nsubj || verb < i)
			continue;
		if (view_is(p->word[verb].form, "going") && verb + 2 < p->n && p->word[verb + 2].head == verb && has_lemma(p, verb + 1, "to"))
			verb += 2;
		if (view_is_any(p->word[verb].lemma, weather) && is_verb(p, verb))
			p->word[i].relation = REL_expl;
	}
}

/* "Don't be late", where the parser makes "do" the verb: what is not to be done is. */
static void raise_from_do(struct part *p)
{
	int i = p->root, verb = -1;

	if (i < 0 || i + 2 >= p->n || !has_lemma(p, i, "do") || p->word[i].tag != TAG_VB || !has_lemma(p, i + 1, "not") || child_with(p, i, REL_obj) >= 0)
		return;
	for (int k = i + 2; k < p->n && verb < 0; k++) {
		int cop = child_with(p, k, REL_cop);

		if (p->word[k].head == i && (p->word[k].tag == TAG_VB || (cop >= 0 && p->word[cop].tag == TAG_VB)))
			verb = k;
	}
	if (verb < 0)
		return;
	take_place(p, verb, i, REL_aux);
}

/* "Does the bank charge a fee": behind do stands a verb, whatever the tagger says, and its subject before it. */
static void mend_do(struct part *p)
{
	raise_from_do(p);
	for (int i = 1; i < p->n; i++) {
		int aux = child_with(p, i, REL_aux), subject = child_with(p, i, REL_compound);
		uint8_t t = p->word[i].tag;

		if ((t != TAG_NN && t != TAG_JJ) || aux < 0 || aux > i || !has_lemma(p, aux, "do") || child_with(p, i, REL_cop) >= 0
		    || !bilingual_word(&p->g->words, p->word[i].lemma, POS_V).n)
			continue;
		p->word[i].tag = TAG_VB;
		if (subject < 0 || subject < aux || child_with(p, i, REL_nsubj) >= 0)
			continue;
		p->word[subject].relation = REL_nsubj;
		for (int k = aux + 1; k < subject; k++)
			if (p->word[k].head == i)
				p->word[k].head = subject;
		for (int k = i + 1; k < p->n; k++)
			if (p->word[k].head == i && p->word[k].relation == REL_nmod)
				p->word[k].relation = REL_obl;
	}
}

/* "is collected here, cleaned there, and stored": the participles behind commas go on from the first. */
static void mend_passive_list(struct part *p)
{
	for (int i = 2; i < p->n; i++) {
		int noun = p->word[i].head, verb = noun >= 0 ? p->word[noun].head : -1, last = -1;

		if (p->word[i].tag != TAG_VBN || p->word[i].relation != REL_acl || verb < 0 || verb > noun || noun > i
		    || p->word[i - 1].tag != TAG_COMMA || p->word[verb].tag != TAG_VBN || child_with(p, verb, REL_aux_pass) < 0)
			continue;
		for (int k = i + 1; k < p->n; k++)
			if (p->word[k].head == verb && p->word[k].relation == REL_conj && p->word[k].tag == TAG_VBN)
				last = k;
		if (last < 0)
			continue;
		p->word[i].head = verb;
		p->word[i].relation = REL_conj;
	}
}

/* "Not every engineer likes it": हर इंजीनियर को यह पसंद नहीं. */
static void mend_not_every(struct part *p)
{
	static const char *const all[] = { "every", "all", "everyone", "everybody", "everything", "many", "much", NULL };

	for (int i = 0; i + 1 < p->n; i++) {
		int noun = p->word[i + 1].head, verb;

		if (!has_lemma(p, i, "not") || !view_is_any(p->word[i + 1].lemma, all) || noun < 0)
			continue;
		if (p->word[i + 1].relation == REL_nsubj)
			noun = i + 1;
		verb = p->word[noun].head;
		if (verb <= noun || !heads_clause(p, verb)
		    || (p->word[noun].relation != REL_nsubj && p->word[noun].relation != REL_nsubj_pass))
			continue;
		p->word[i].head = verb;
		p->word[i].relation = REL_advmod;
	}
}

/* "2 billion phones": the phones carry the number, not the other way round. */
static void mend_counts(struct part *p)
{
	static const char *const scales[] = { "hundred", "thousand", "lakh", "million", "crore", "billion", "trillion", NULL };

	for (int i = 0; i + 1 < p->n; i++) {
		if (p->word[i].tag != TAG_CD || !view_is_any(p->word[i].lemma, scales) || p->word[i + 1].head != i || !is_noun(p, i + 1)
		    || p->word[i + 1].relation != REL_nmod_unmarked)
			continue;
		for (int k = 0; k < p->n; k++)
			if (p->word[k].head == i && k != i + 1 && p->word[k].tag != TAG_CD && p->word[k].relation != REL_advmod)
				p->word[k].head = i + 1;
		p->word[i + 1].head = p->word[i].head;
		p->word[i + 1].relation = p->word[i].relation;
		p->word[i].head = i + 1;
		p->word[i].relation = REL_nummod;
		if (p->root == i)
			p->root = i + 1;
	}
}

/* "One of my friends lives in Goa", where the parser takes the number for the whole: it is the subject of the verb beside it. */
static void mend_one_of(struct part *p)
{
	int i = p->root, verb = -1;

	if (i < 0 || i + 2 >= p->n || p->word[i].tag != TAG_CD || !has_lemma(p, i + 1, "of") || p->word[i + 1].head <= i)
		return;
	for (int k = p->word[i + 1].head + 1; k < p->n && verb < 0; k++) {
		if (p->word[k].tag == TAG_COMMA)
			return;
		if (p->word[k].head == i)
			verb = k;
	}
	if (verb < 0 || (p->word[verb].tag != TAG_VBZ && p->word[verb].tag != TAG_VBD) || child_with(p, verb, REL_nsubj) >= 0)
		return;
	for (int k = verb + 1; k < p->n; k++)
		if (p->word[k].head == i)
			p->word[k].head = verb;
	p->word[verb].head = -1;
	p->word[verb].relation = REL_root;
	p->word[i].head = verb;
	p->word[i].relation = REL_nsubj;
	p->root = verb;
}

/* "because the Earth turns", where the parser takes the verb for a noun: these words are no prepositions. */
static void mend_false_prepositions(struct part *p)
{
	static const char *const links[] = { "because", "although", "whereas", "if", "though", "unless", NULL };

	for (int i = 0; i + 2 < p->n; i++) {
		int noun = p->word[i].head, subject = noun - 1;

		if (!view_is_any(p->word[i].lemma, links) || p->word[i].relation != REL_case || noun < i + 2 || has_lemma(p, i + 1, "of")
		    || p->word[noun].tag != TAG_NNS || !is_noun(p, subject) || p->word[subject].head != noun
		    || !bilingual_word(&p->g->words, p->word[noun].lemma, POS_V).n)
			continue;
		p->word[noun].tag = TAG_VBZ;
		p->word[noun].relation = REL_advcl;
		p->word[i].relation = REL_mark;
		p->word[subject].relation = REL_nsubj;
		for (int k = i + 1; k < subject; k++)
			if (p->word[k].head == noun)
				p->word[k].head = subject;
	}
}

/* "They seem to move because it turns": a clause with a link belongs to the finite verb, not to the infinitive. */
static void raise_from_infinitives(struct part *p)
{
	static const char *const links[] = { "because", "although", "whereas", "though", "unless", NULL };

	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head, up = h >= 0 ? p->word[h].head : -1, opener = -1;

		if (p->word[i].relation == REL_advcl && h >= 0 && h < i)
			opener = opener_of(p, i);
		if (opener >= 0 && up >= 0 && up < h && p->word[h].tag == TAG_VB && p->word[h].relation == REL_xcomp
		    && view_is_any(p->word[opener].lemma, links))
			p->word[i].head = up;
	}
}

/* "said that it works, and that prices fall": before a plural or another article "that" links a clause, and it goes on from the first. */
static void mend_that(struct part *p)
{
	for (int i = 1; i + 1 < p->n; i++) {
		int h = p->word[i].head, clause = h >= 0 ? p->word[h].head : -1, first;
		uint8_t next = p->word[i + 1].tag;

		if (!view_is(p->word[i].form, "that") || h < i)
			continue;
		if (p->word[i].relation == REL_det && clause > h && heads_clause(p, clause) && (p->word[h].relation == REL_nsubj
		    || p->word[h].relation == REL_nsubj_pass) && (p->word[h].tag == TAG_NNS || next == TAG_DT || next == TAG_PRP_POSS)) {
			p->word[i].head = clause;
			p->word[i].relation = REL_mark;
			p->word[i].tag = TAG_IN;
		}
		h = p->word[i].head;
		if (p->word[i].relation != REL_mark || p->word[h].relation != REL_conj)
			continue;
		first = child_with(p, p->word[h].head, REL_ccomp);
		if (first >= 0 && first < i && child_with(p, first, REL_mark) >= 0)
			p->word[h].head = first;
	}
}

/* "For people who are new, the first paper is hard": what has a preposition is no second subject. */
static void mend_second_subjects(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head, prep = child_with(p, i, REL_case);

		if (p->word[i].relation != REL_nsubj || prep < 0 || prep > i || h < 0)
			continue;
		for (int k = i + 1; k < h; k++)
			if (p->word[k].head == h && p->word[k].relation == REL_nsubj && child_with(p, k, REL_case) < 0)
				p->word[i].relation = REL_obl;
	}
}

/* "There has never been a better time": what is there hangs on been. */
static void mend_there(struct part *p)
{
	for (int been = 2; been < p->n; been++) {
		int noun = p->word[been].head, have = noun >= 0 ? p->word[noun].head : -1;

		if (!view_is(p->word[been].form, "been") || p->word[been].relation != REL_cop || have < 0 || !has_lemma(p, have, "have")
		    || p->word[noun].relation != REL_nsubj || child_with(p, have, REL_expl) < 0)
			continue;
		for (int k = 0; k < p->n; k++)
			if ((p->word[k].head == have && k != been) || (p->word[k].head == noun && k < been))
				p->word[k].head = been;
		p->word[been].head = p->word[have].head;
		p->word[been].relation = p->word[have].relation;
		if (p->root == have)
			p->root = been;
		p->word[have].head = been;
		p->word[have].relation = REL_aux;
	}
}

/* "What matters is that nobody was hurt": what stands before is and that is the outer subject. */
static void mend_outer(struct part *p)
{
	for (int i = 1; i < p->n; i++) {
		int h = p->word[i].head, outer = -1, cop = -1;
		bool inner = false;

		if (!has_lemma(p, i, "that") || p->word[i].relation != REL_mark || h < i || p->word[h].relation == REL_conj)
			continue;
		for (int k = 0; k < h; k++) {
			bool subject = p->word[k].relation == REL_nsubj || p->word[k].relation == REL_nsubj_pass;

			if (p->word[k].head != h)
				continue;
			if (subject && k < i)
				outer = k;
			else if (subject)
				inner = true;
			else if (p->word[k].relation == REL_cop && k < i)
				cop = k;
		}
		if (inner && outer >= 0 && cop > outer)
			p->word[outer].relation = REL_nsubj_outer;
	}
}

/* "There is not enough time": what is there not is denied, at the verb. */
static void mend_none_there(struct part *p)
{
	for (int i = 1; i + 1 < p->n; i++) {
		int noun = p->word[i].head, be = i - 1;

		if ((has_lemma(p, i, "not") || has_lemma(p, i, "n't")) && noun > i && has_lemma(p, be, "be") && p->word[noun].head == be
		    && p->word[noun].relation == REL_nsubj && child_with(p, be, REL_expl) >= 0)
			p->word[i].head = be;
	}
}

/* "fast enough to win", beside a verb: the infinitive belongs to what is done. */
static void mend_enough(struct part *p)
{
	for (int i = 1; i + 2 < p->n; i++) {
		int to = i + 1, does = p->word[to].head, verb = p->word[i - 1].head;

		if (has_lemma(p, i, "enough") && has_lemma(p, to, "to") && does > to && p->word[to].relation == REL_mark
		    && p->word[i - 1].relation == REL_advmod && verb >= 0 && verb < i && is_verb(p, verb)
		    && (p->word[does].head == i || p->word[does].head == i - 1)) {
			p->word[does].head = verb;
			p->word[does].relation = REL_advcl;
		}
	}
}

/* "I live there", where the verb is taken for an adjective without a copula. */
static void mend_live(struct part *p)
{
	for (int i = 1; i < p->n; i++) {
		int subject = child_with(p, i, REL_nsubj);

		if (p->word[i].tag == TAG_JJ && subject >= 0 && subject < i && (p->word[subject].tag == TAG_PRP || p->word[subject].tag == TAG_NNS)
		    && child_with(p, i, REL_cop) < 0 && child_with(p, i, REL_aux) < 0 && p->word[i].relation != REL_conj
		    && p->word[i].relation != REL_xcomp && bilingual_word(&p->g->words, p->word[i].lemma, POS_V).n)
			p->word[i].tag = TAG_VBP;
	}
}

/* Does a quotation end right before a word? */
static bool follows_quote(const struct part *p, int i)
{
	static const char *const quotes[] = { "\"", "\xe2\x80\x9d", "\xe2\x80\x99", NULL };

	for (size_t k = 0; k < p->items->n_anchors && p->items->anchor[k].before <= p->item[i]; k++)
		for (size_t q = 0; quotes[q]; q++)
			if (p->items->anchor[k].before > p->item[i - 1] && view_starts(p->items->anchor[k].text, quotes[q]))
				return true;
	return false;
}

/* ", explained the head of the school": the one who speaks stands behind the verb and is taken for its object. */
static void mend_speakers(struct part *p)
{
	for (int i = 1; i < p->n; i++) {
		int speaker = p->word[i].tag == TAG_VBD || p->word[i].tag == TAG_VBZ ? child_with(p, i, REL_obj) : -1;

		if (speaker > i && follows_quote(p, i) && child_with(p, i, REL_nsubj) < 0)
			p->word[speaker].relation = REL_nsubj;
	}
}

void mend_tree(struct part *p)
{
	mend_speakers(p);
	mend_about_to(p);
	mend_missing_subjects(p);
	mend_it_that(p);
	mend_gapped(p);
	mend_outer(p);
	mend_live(p);
	mend_there(p);
	mend_none_there(p);
	mend_where(p);
	mend_enough(p);
	mend_denied(p);
	mend_who(p);
	mend_that(p);
	mend_second_subjects(p);
	mend_lists(p);
	mend_what_if(p);
	mend_false_prepositions(p);
	mend_what(p);
	mend_whom(p);
	mend_asked(p);
	mend_prepositions(p);
	mend_counts(p);
	mend_one_of(p);
	mend_weather(p);
	mend_do(p);
	mend_questions(p);
	mend_whether(p);
	mend_however(p);
	mend_passive_list(p);
	mend_not_every(p);
	mend_coordinate(p);
	mend_main_relatives(p);
	mend_time_links(p);
	raise_main_clause(p);
	mend_adverbial_clauses(p);
	raise_from_infinitives(p);
	mend_comparisons(p);
	mend_proportion(p);
	mend_tense(p);
	name_links(p);
}
