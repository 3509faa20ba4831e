/*
 * mend.c - mends trees where the words say more than the parser saw: which clause is the main one, what a clause
 * that begins with before or because is, to which noun a preposition belongs. Each mend has the sentence it is for.
 */
#include "transfer.h"

static bool heads_clause(const struct part *p, int i)
{
	if (is_verb(p, i))
		return true;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && (p->word[k].relation == REL_cop || p->word[k].relation == REL_nsubj))
			return true;
	return false;
}

static bool is_below(const struct part *p, int i, int top)
{
	for (int steps = 0; i >= 0 && steps < p->n; steps++, i = p->word[i].head)
		if (i == top)
			return true;
	return false;
}

static int first_below(const struct part *p, int top)
{
	for (int i = 0; i < p->n; i++)
		if (is_below(p, i, top))
			return i;
	return top;
}

static const char *const subordinators[] = { "if", "when", "while", "since", "as", "although", "though", "because", "unless", "until",
					     "once", "after", "before", "whenever", "whereas", "till", NULL };

/* The word that subordinates a clause and stands before all else of it; -1: none. */
static int opener_of(const struct part *p, int clause)
{
	for (int i = 0; i < clause; i++) {
		uint8_t r = p->word[i].relation;

		if (p->word[i].head != clause || r == REL_cc || r == REL_punct)
			continue;
		if (!view_is_any(p->word[i].lemma, subordinators))
			return r == REL_advmod && i + 1 < clause && view_is_any(p->word[i + 1].lemma, subordinators) ? i + 1 : -1;
		return r == REL_mark || r == REL_advmod || r == REL_case ? i : -1;
	}
	return -1;
}

static bool is_loose(uint8_t r)
{
	return r == REL_ccomp || r == REL_xcomp || r == REL_parataxis || r == REL_appos || r == REL_conj || r == REL_advcl || r == REL_dep
		|| r == REL_acl;
}

/* Of a clause that depends on another: is it the main one, set off by a comma and without a word that links it? */
static bool is_main(const struct part *p, int clause, int above)
{
	int first = first_below(p, clause);

	if (clause < above || !is_loose(p->word[clause].relation) || !heads_clause(p, clause) || p->word[clause].tag == TAG_VBG)
		return false;
	if (p->word[first].tag == TAG_COMMA && first + 1 < p->n)
		first++;
	else if (!first || p->word[first - 1].tag != TAG_COMMA)
		return false;
	for (int i = first; i < clause; i++)
		if (p->word[i].head == clause && (p->word[i].relation == REL_mark || p->word[i].relation == REL_cc))
			return false;
	return p->word[first].tag != TAG_WRB && p->word[first].tag != TAG_CC && p->word[first].tag != TAG_TO;
}

/* "If the light turns red, unplug it": the clause without a link is the main one. */
static void raise_main_clause(struct part *p)
{
	int root = p->root, main = -1, first;

	if (opener_of(p, root) < 0)
		return;
	for (int i = root + 1; i < p->n && main < 0; i++)
		if (p->word[i].head == root && is_main(p, i, root))
			main = i;
	if (main < 0)
		return;
	first = first_below(p, main);
	p->word[main].head = -1;
	p->word[main].relation = REL_root;
	p->word[root].head = main;
	p->word[root].relation = REL_advcl;
	for (int i = first; i < p->n; i++)
		if (i != main && p->word[i].head == root)
			p->word[i].head = main;
	p->root = main;
}

/* Words after which when or if opens what is asked or known. */
static const char *const asking[] = { "know", "ask", "tell", "see", "wonder", "check", "decide", "find", "say", "show", "explain", "learn",
				      "understand", "remember", "determine", "guess", "test", "matter", "doubt", "care", NULL };

/* "Ask before you install it", "it failed because nobody tested it": such a clause is no object. */
static void mend_adverbial_clauses(struct part *p)
{
	static const char *const asked[] = { "if", "when", "as", "since", "once", NULL };

	for (int i = 0; i < p->n; i++) {
		uint8_t r = p->word[i].relation;
		int opener = r == REL_ccomp || r == REL_xcomp || r == REL_parataxis || r == REL_dep || r == REL_appos ? opener_of(p, i) : -1;
		int head = p->word[i].head;

		if (opener < 0 || head < 0 || head > i || !heads_clause(p, i) || !heads_clause(p, head))
			continue;
		if (view_is_any(p->word[opener].lemma, asked) && r != REL_parataxis && view_is_any(p->word[head].lemma, asking))
			continue;
		p->word[i].relation = REL_advcl;
	}
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

static const struct { const char *words; int n; } time_links[] = {
	{ "by the time", 3 }, { "every time", 2 }, { "each time", 2 }, { "the moment", 2 }, { "the day", 2 }, { "the first time", 3 },
};

static bool says(const struct part *p, int i, int n, const char *words)
{
	struct view rest = view_of(words), one;

	for (int k = 0; k < n; k++)
		if (!view_next(&rest, ' ', &one) || !view_eq(p->word[i + k].lemma, one))
			return false;
	return true;
}

/* "Every time I pay, it fails": the noun with its relative clause links that clause as whenever does. */
static void mend_time_links(struct part *p)
{
	for (int i = 0; i < p->n; i++)
		for (size_t t = 0; t < sizeof time_links / sizeof *time_links; t++) {
			int noun = i + time_links[t].n - 1, clause = -1;

			if (noun + 1 >= p->n || !says(p, i, time_links[t].n, time_links[t].words) || p->word[noun].head < 0)
				continue;
			for (int k = noun + 1; k < p->n && clause < 0; k++)
				if (p->word[k].head == noun && (p->word[k].relation == REL_acl_relcl || p->word[k].relation == REL_acl)
				    && p->word[k].tag != TAG_VBN && p->word[k].tag != TAG_VBG && p->word[noun + 1].tag != TAG_WRB)
					clause = k;
			if (clause < 0)
				continue;
			p->word[clause].head = p->word[noun].head;
			p->word[clause].relation = REL_advcl;
			p->word[noun].head = clause;
			p->word[noun].relation = REL_mark;
		}
}

void mend_tree(struct part *p)
{
	mend_prepositions(p);
	mend_time_links(p);
	raise_main_clause(p);
	mend_adverbial_clauses(p);
}
