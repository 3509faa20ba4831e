/* subordination.c - mends trees of clauses: which is the main one, and what one that begins with before or because is. */
#include "mend.h"

/* --- which clause is the main one --- */

static const char *const subordinators[] = { "if", "when", "while", "since", "as", "although", "though", "because", "unless", "until",
					     "once", "after", "before", "whenever", "whereas", "till", NULL };

/* The word that subordinates a clause and stands before all else of it; -1: none. */
int opener_of(const struct part *p, int clause)
{
	for (int i = 0; i < clause; i++) {
		uint8_t r = p->word[i].relation;

		if (p->word[i].head != clause || r == REL_cc || r == REL_punct)
			continue;
		if (!view_is_any(p->word[i].lemma, subordinators))
			return (r == REL_advmod || r == REL_mark) && i + 1 < clause && view_is_any(p->word[i + 1].lemma, subordinators) ? i + 1 : -1;
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
void raise_main_clause(struct part *p)
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

static bool same_pronoun(const struct part *p, int a, int b)
{
	return a >= 0 && b >= 0 && p->word[a].tag == TAG_PRP && p->word[b].tag == TAG_PRP && view_eq(p->word[a].lemma, p->word[b].lemma);
}

/* --- what a clause tells --- */

static const char *const gradual[] = { "grow", "rise", "fall", "increase", "decrease", "change", "move", "get", "become", "expand", "shrink",
				       "improve", "age", "scale", "approach", "spread", "shift", "mature", "climb", "drop", "decline",
				       "develop", "evolve", "go", "progress", NULL };

static const char *const telling[] = { "say", "know", "expect", "show", "see", "mention", "describe", "note", "believe", "think", "explain",
				       "put", "write", "suggest", "predict", "claim", NULL };

/* Is a clause in the past, by its verb or a verb of form? */
static bool is_past(const struct part *p, int clause)
{
	for (int k = 0; k < p->n; k++) {
		uint8_t r = p->word[k].relation;

		if (p->word[k].head == clause && p->word[k].tag == TAG_VBD && (r == REL_aux || r == REL_aux_pass || r == REL_cop))
			return true;
	}
	return p->word[clause].tag == TAG_VBD;
}

/* "while it was raining", "while it is still warm": time, where no comma sets one thing against another. */
static bool lasts(const struct part *p, int clause)
{
	int aux = child_with(p, clause, REL_aux), still = child_with(p, clause, REL_advmod);

	return (p->word[clause].tag == TAG_VBG && aux >= 0 && has_lemma(p, aux, "be"))
		|| (still >= 0 && still < clause && has_lemma(p, still, "still"));
}

/* Which of its meanings a word that opens a clause has, as a row of clauses.tsv; empty: the common one. */
static struct view meaning_of(const struct part *p, int opener, int clause, int main)
{
	bool perfect = has_lemma(p, child_with(p, main, REL_aux), "have");

	if (has_lemma(p, opener, "because"))
		return main > clause ? V("since") : V("");	/* चूंकि before the main clause, क्योंकि behind it */
	if (has_lemma(p, opener, "since"))
		return perfect && is_past(p, clause) ? V("ever since") : main < clause ? V("because") : V("");
	if (has_lemma(p, opener, "although") || has_lemma(p, opener, "though"))
		return main < clause ? V("although ...") : V("");
	if (has_lemma(p, opener, "while") && same_pronoun(p, child_with(p, clause, REL_nsubj), child_with(p, main, REL_nsubj)))
		return V("while ...");
	if (has_lemma(p, opener, "while") && (opener == 0 || p->word[opener - 1].tag != TAG_COMMA) && lasts(p, clause))
		return V("while ... be");
	if (has_lemma(p, opener, "while"))
		return main < clause ? V("whereas") : V("");
	if (!has_lemma(p, opener, "as") || view_is_any(p->word[clause].lemma, gradual))
		return V("");
	if (view_is_any(p->word[clause].lemma, telling))
		return V("as told");
	return main < clause && p->word[opener - 1].tag == TAG_COMMA ? V("because") : V("when");	/* "..., as parking is impossible" */
}

/* "just as the bus came": the very moment, where the clauses tell what happened. */
static bool name_moment(struct part *p, int i, int opener)
{
	int just = opener - 1, main = p->word[i].head;

	if (just < 0 || !has_lemma(p, opener, "as") || !has_lemma(p, just, "just") || p->word[just].head != i || !is_past(p, i)
	    || main < 0 || !is_past(p, main))
		return false;
	p->word[just].relation = REL_fixed;
	p->word[just].head = opener;
	gone(p, just, "part of what links the clause");
	p->node[opener].link = V("just as ...");
	return true;
}

void name_links(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int opener = p->word[i].relation == REL_advcl && p->word[i].head >= 0 ? opener_of(p, i) : -1;
		bool longer = opener >= 0 && (child_with(p, opener, REL_fixed) >= 0 || has_lemma(p, opener + 1, "if")
					      || has_lemma(p, opener + 1, "though") || (opener > 0 && p->word[opener - 1].tag == TAG_RB
						      && p->word[opener - 1].head != p->word[i].head));

		if (opener >= 0 && !p->node[opener].link.n && name_moment(p, i, opener))
			continue;
		if (opener >= 0 && !longer && !p->node[opener].link.n && p->word[opener].relation == REL_mark
		    && ((p->word[i].tag != TAG_VBG && p->word[i].tag != TAG_VBN) || child_with(p, i, REL_aux) >= 0 || child_with(p, i, REL_aux_pass) >= 0))
			p->node[opener].link = meaning_of(p, opener, i, p->word[i].head);
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
void mend_time_links(struct part *p)
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

/* --- clauses side by side --- */

static bool shows_tense(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_VBD || t == TAG_VBP || t == TAG_VBZ || t == TAG_MD;
}

/* Has a clause a subject and, behind it, a tense of its own, and no word that subordinates it? */
static bool stands_alone(const struct part *p, int i)
{
	int s = child_with(p, i, REL_nsubj) >= 0 ? child_with(p, i, REL_nsubj) : child_with(p, i, REL_nsubj_pass);
	bool finite = shows_tense(p, i);

	if (s < 0 || s > i || opener_of(p, i) >= 0)
		return false;
	for (int k = 0; k < p->n; k++) {
		uint8_t r = p->word[k].relation, t = p->word[k].tag;

		if (p->word[k].head != i)
			continue;
		if (r == REL_mark || t == TAG_WRB || t == TAG_WP || t == TAG_WDT || (k < s && shows_tense(p, k)))
			return false;
		finite = finite || ((r == REL_aux || r == REL_aux_pass || r == REL_cop) && shows_tense(p, k));
	}
	return finite && p->word[s].tag != TAG_WP && p->word[s].tag != TAG_WDT;
}

bool has_comma(const struct part *p, int begin, int end)
{
	for (int i = begin; i < end; i++)
		if (p->word[i].tag == TAG_COMMA)
			return true;
	return false;
}

/* The first of several clauses carries the others. */
static void raise_first(struct part *p, int clause, int root)
{
	int first = first_below(p, clause);

	for (int i = 0; i < first; i++)
		if (p->word[i].head == root)
			p->word[i].head = clause;
	p->word[clause].head = -1;
	p->word[clause].relation = REL_root;
	p->word[root].head = clause;
	p->word[root].relation = REL_conj;
	p->root = clause;
}

/* "The phone was ringing, the milk was boiling over": neither clause depends on the other. */
void mend_coordinate(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (h < 0 || p->word[i].relation != REL_advcl || !heads_clause(p, h) || !stands_alone(p, i))
			continue;
		if (i > h && has_comma(p, h, i))
			p->word[i].relation = REL_conj;
		else if (i < h && h == p->root && has_comma(p, i, h) && stands_alone(p, h))
			raise_first(p, i, h);
	}
}

/* "Even when it rains, we play": what stands alone behind a clause with a link is no relative clause of it. */
void mend_main_relatives(struct part *p)
{
	if (opener_of(p, p->root) < 0)
		return;
	for (int i = p->root + 1; i < p->n; i++)
		if (p->word[i].head == p->root && p->word[i].relation == REL_acl_relcl && has_comma(p, p->root, i) && stands_alone(p, i))
			p->word[i].relation = REL_parataxis;
}
