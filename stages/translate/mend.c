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

static int child_with(const struct part *p, int i, enum relation relation)
{
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && p->word[k].relation == relation)
			return k;
	return -1;
}

static bool same_pronoun(const struct part *p, int a, int b)
{
	return a >= 0 && b >= 0 && p->word[a].tag == TAG_PRP && p->word[b].tag == TAG_PRP && view_eq(p->word[a].lemma, p->word[b].lemma);
}

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

static void name_links(struct part *p)
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

/* --- comparison --- */

static bool is_degree_word(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_JJ || t == TAG_RB || has_lemma(p, i, "many") || has_lemma(p, i, "much");
}

/* What "than" or the second "as" compares with: of "than I do" only I. */
static int compared_with(struct part *p, int link)
{
	static const char *const empty[] = { "do", "be", "have", "can", "could", "will", "would", NULL };
	int y = p->word[link].head, subject = y > link ? child_with(p, y, REL_nsubj) : -1;

	if (y <= link || subject != y - 1 || subject != link + 1 || !view_is_any(p->word[y].lemma, empty))
		return y;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == y)
			p->word[k].head = subject;
	p->word[subject].head = p->word[y].head;
	p->word[y].head = subject;
	p->word[y].relation = REL_aux;
	gone(p, y, "said by the comparison");
	return subject;
}

static int clause_above(const struct part *p, int i)
{
	for (int steps = 0; steps < p->n && p->word[i].head >= 0 && !heads_clause(p, i); steps++)
		i = p->word[i].head;
	return i;
}

/* Hangs what is compared with on `on`, or the clause that is compared with on the clause about it. */
static void hang_compared(struct part *p, int link, int y, int on, struct view key)
{
	bool clause = heads_clause(p, y) && p->word[link].relation != REL_case;

	if (y <= link || is_below(p, on, y))
		return;
	p->word[y].head = clause ? clause_above(p, on) : on;
	p->word[y].relation = clause ? REL_advcl : is_noun(p, on) ? REL_nmod : REL_obl;
	p->word[link].head = y;
	p->word[link].relation = clause ? REL_mark : REL_case;
	if (key.n)
		p->node[link].link = key;
}

static int second_as(const struct part *p, int i)
{
	for (int k = i + 2; k < p->n && k < i + 12 && p->word[k].tag != TAG_COMMA; k++)
		if (has_lemma(p, k, "as"))
			return k;
	return -1;
}

/* "as big as that one", "twice as big as that one", "not as hard as it looks". */
static void mend_equal(struct part *p, int i)
{
	static const char *const links[] = { "soon", "long", "well", "far", NULL };
	int adj = i + 1, second = second_as(p, i), y, on = adj;
	bool times = i > 0 && (has_lemma(p, i - 1, "twice") || has_lemma(p, i - 1, "time"));

	if (!is_degree_word(p, adj) || view_is_any(p->word[adj].lemma, links) || is_below(p, adj, i)
	    || (second < 0 && !times) || (second >= 0 && second + 1 < p->n && p->word[second + 1].tag == TAG_CD))
		return;
	p->word[i].head = adj;
	p->word[i].relation = REL_advmod;
	if (times)
		gone(p, i, "said with the number");
	if (second < 0)
		return;
	y = compared_with(p, second);
	if (y <= second)
		return;
	if (times && p->word[adj].relation != REL_amod && (has_lemma(p, adj, "much") || has_lemma(p, adj, "often"))) {
		p->node[adj].hi = has_lemma(p, adj, "much") ? V("ज़्यादा") : V("ज़्यादा बार");
		p->node[adj].fixed = true;
		p->node[adj].pos = POS_ADV;
		p->word[adj].relation = REL_advmod;
	}
	if (has_lemma(p, adj, "many") && p->word[adj].relation == REL_amod && p->word[adj].head < second) {
		on = p->word[adj].head;
		gone(p, adj, "said with the second as");
	}
	if (!heads_clause(p, y) || p->word[second].relation == REL_case)
		gone(p, i, "said with the second as");
	hang_compared(p, second, y, on, times ? V("than") : V("as ... as"));
}

static bool is_comparative(const struct part *p, int i)
{
	return p->word[i].tag == TAG_JJR || p->word[i].tag == TAG_RBR;
}

/* "a file larger than 2 GB", where the parser hangs the comparative on what it is compared with. */
static void turn_comparative(struct part *p, int on, int link)
{
	int y = p->word[on].head, up = y > link ? p->word[y].head : -1;

	if (y <= link || up < 0 || up > on || !is_noun(p, y) || has_lemma(p, on, "many") || has_lemma(p, on, "more")
	    || has_lemma(p, on, "few") || has_lemma(p, on, "less"))
		return;
	p->word[on].head = up;
	p->word[on].relation = is_noun(p, up) ? REL_amod : p->word[y].relation;
	p->word[y].head = on;
	p->word[y].relation = REL_obl;
	p->word[link].head = y;
	p->word[link].relation = REL_case;
}

/* "more than ten people": it is the number that the words compare. */
static void take_bound(struct part *p, int on)
{
	int number = on + 2;

	if (number < p->n && p->word[number].relation == REL_nummod && p->word[number].head == p->word[on].head && p->word[on].head > number)
		p->word[on].head = number;
}

/* "reads faster than he does": what is compared with belongs to the comparative. */
static void mend_than(struct part *p, int link)
{
	int y, on = -1;

	for (int k = link - 1; k >= 0 && k > link - 10 && on < 0 && p->word[k].tag != TAG_COMMA; k--)
		if (is_comparative(p, k))
			on = k;
	if (on < 0)
		return;
	if (on == link - 1 && p->word[on].relation == REL_case)
		take_bound(p, on);
	else if (on == link - 1)
		turn_comparative(p, on, link);
	if (p->word[on].relation == REL_case || p->word[link].relation == REL_fixed
	    || (link + 1 < p->n && p->word[link + 1].tag == TAG_CD && (has_lemma(p, on, "many") || has_lemma(p, on, "more")
								       || has_lemma(p, on, "few") || has_lemma(p, on, "less"))))
		return;
	y = compared_with(p, link);
	if (has_lemma(p, on, "more") && p->word[on].relation == REL_advmod && p->word[on].head > on && p->word[on].head < link)
		on = p->word[on].head;
	hang_compared(p, link, y, on, V(""));
}

static void mend_comparisons(struct part *p)
{
	for (int i = 0; i + 1 < p->n; i++) {
		if (has_lemma(p, i, "as") && !p->node[i].gone)
			mend_equal(p, i);
		else if (has_lemma(p, i, "than"))
			mend_than(p, i);
	}
}

/* The head of the clause within [begin, end): its verb with a subject, else the comparative. */
static int head_within(const struct part *p, int begin, int end)
{
	for (int i = begin; i < end; i++)
		if (is_verb(p, i) && i > begin && !has_lemma(p, i, "be"))
			return i;
	return begin;
}

/* "The more you read, the more you know": जितना ज़्यादा ..., उतना ही ज़्यादा ... */
static void mend_proportion(struct part *p)
{
	int comma = -1, v[2], begin[2] = { 1, 0 };

	if (p->n < 5 || !has_lemma(p, 0, "the") || !is_comparative(p, 1))
		return;
	for (int i = 2; i + 2 < p->n && comma < 0; i++)
		if (p->word[i].tag == TAG_COMMA && has_lemma(p, i + 1, "the") && is_comparative(p, i + 2))
			comma = i;
	if (comma < 0)
		return;
	begin[1] = comma + 2;
	v[0] = head_within(p, begin[0], comma);
	v[1] = head_within(p, begin[1], p->n);
	for (int i = 0; i < p->n; i++) {
		int half = i > comma, h = p->word[i].head;
		bool crosses = h < 0 || (h > comma) != (half == 1) || i == begin[half];

		if (i == v[half] || (!crosses && !is_below(p, v[half], i)))
			continue;
		p->word[i].head = v[half];
		if (i == begin[half] || h < 0)
			p->word[i].relation = REL_advmod;
	}
	for (int half = 0; half < 2; half++)
		if (begin[half] < p->n && !view_starts(p->word[begin[half]].form, "more") && !view_starts(p->word[begin[half]].form, "less")
		    && !view_starts(p->word[begin[half]].form, "few"))
			p->word[begin[half]].tag = p->word[begin[half]].tag == TAG_JJR ? TAG_JJ : TAG_RB;	/* जितना जल्दी, not ज़्यादा */
	p->word[v[1]].head = -1;
	p->word[v[1]].relation = REL_root;
	p->word[v[0]].head = v[1];
	p->word[v[0]].relation = REL_advcl;
	p->word[0].head = v[0];
	p->word[0].relation = REL_mark;
	p->node[0].link = V("the ... the");
	p->word[comma + 1].head = v[1];
	gone(p, comma + 1, "said with the first half");
	p->root = v[1];
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

static bool has_comma(const struct part *p, int begin, int end)
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
static void mend_coordinate(struct part *p)
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
static void mend_main_relatives(struct part *p)
{
	if (opener_of(p, p->root) < 0)
		return;
	for (int i = p->root + 1; i < p->n; i++)
		if (p->word[i].head == p->root && p->word[i].relation == REL_acl_relcl && has_comma(p, p->root, i) && stands_alone(p, i))
			p->word[i].relation = REL_parataxis;
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
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i)
			p->word[k].head = verb;
	p->word[verb].head = -1;
	p->word[verb].relation = REL_root;
	p->word[i].head = verb;
	p->word[i].relation = REL_aux;
	p->root = verb;
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

/* "knows which customer reads it", "no idea why it failed", "told whether it was accepted": what is asked is no adverbial clause. */
static void mend_questions(struct part *p)
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

/* "See what they say", where the parser makes "what" a noun with a relative clause: it is asked in that clause. */
static void mend_asked(struct part *p)
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
static void mend_whom(struct part *p)
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
static void mend_what(struct part *p)
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
static void mend_what_if(struct part *p)
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

static bool is_plain_noun(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_NN || t == TAG_NNS || t == TAG_NNP || t == TAG_NNPS || t == TAG_CD;
}

/* The last member that the word has, with "and" or "or" before it; -1: none. */
static int joined_member(const struct part *p, int i)
{
	for (int k = p->n - 1; k > i; k--)
		if (p->word[k].head == i && p->word[k].relation == REL_conj && is_plain_noun(p, k) && child_with(p, k, REL_cc) >= 0)
			return k;
	return -1;
}

/* The noun whose phrase a comma ends: the member of a list that goes before the one behind it; -1: none. */
static int member_before(const struct part *p, int comma, int noun)
{
	int top = p->word[noun].head, i = comma - 1;

	for (int steps = 0; i >= 0 && steps < p->n; steps++) {
		int h = p->word[i].head;

		if (i == top || h > comma)
			return -1;
		if (h < 0 || is_below(p, top, h) || is_verb(p, h))
			break;
		i = h;
	}
	return i >= 0 && p->word[i].head >= 0 && is_plain_noun(p, i) && joined_member(p, i) < 0 ? i : -1;
}

/* "cover the name, the number and the address": what the tree hangs loosely behind a comma, with "and" behind it, is a list. */
static void mend_list(struct part *p, int i)
{
	uint8_t r = p->word[i].relation;
	int first, before;

	if (!is_plain_noun(p, i) || (r != REL_obl && r != REL_obj && r != REL_parataxis && r != REL_nmod && r != REL_dep) || child_with(p, i, REL_case) >= 0
	    || p->word[i].head > i || joined_member(p, i) < 0 || child_with(p, i, REL_nsubj) >= 0 || child_with(p, i, REL_cop) >= 0)
		return;
	first = first_below(p, i);
	if (p->word[first].tag != TAG_COMMA)
		first--;
	before = first > 0 && p->word[first].tag == TAG_COMMA ? member_before(p, first, i) : -1;
	if (before < 0)
		return;
	p->word[i].head = before;
	p->word[i].relation = REL_conj;
}

/* All members of a list hang on the first: that is how they are said. */
static void flatten_list(struct part *p, int i)
{
	int h = p->word[i].head, own = child_with(p, i, REL_advmod);

	if (p->word[i].relation == REL_conj && h >= 0 && p->word[h].relation == REL_conj && is_plain_noun(p, i) && is_plain_noun(p, h)
	    && h < i && !has_lemma(p, own, "not") && child_with(p, i, REL_case) < 0 && p->word[h].head >= 0 && is_plain_noun(p, p->word[h].head))
		p->word[i].head = p->word[h].head;
}

/* "few words, a named owner, a date": what stands between members that no "and" joins is a member, no apposition. */
static void mend_bare_list(struct part *p, int i)
{
	int h = p->word[i].head;

	if (p->word[i].relation != REL_appos || h < 0 || h > i || !is_plain_noun(p, i))
		return;
	for (int k = i + 1; k < p->n; k++)
		if (p->word[k].head == h && p->word[k].relation == REL_conj && child_with(p, k, REL_cc) < 0 && is_plain_noun(p, k)) {
			p->word[i].relation = REL_conj;
			return;
		}
}

static void mend_lists(struct part *p)
{
	for (int i = 0; i < p->n; i++)
		mend_bare_list(p, i);
	for (int i = 0; i < p->n; i++)
		mend_list(p, i);
	for (int i = 0; i < p->n; i++)
		flatten_list(p, i);
}

/* The word that a phrase not right before it hangs on: of "for the screen, not for the software" the screen. */
static int denied_beside(const struct part *p, int comma, int prep, int clause)
{
	int i = comma - 1;

	if (prep < 0) {
		while (i >= 0 && !is_noun(p, i))
			i--;
		while (i >= 0 && p->word[i].head >= 0 && p->word[i].head < comma && is_noun(p, p->word[i].head) && p->word[i].head != clause)
			i = p->word[i].head;
		return i;
	}
	for (; i >= 0; i--)
		if (view_eq(p->word[i].lemma, p->word[prep].lemma) && p->word[i].relation == REL_case && p->word[i].head > i
		    && p->word[i].head < comma)
			return p->word[i].head;
	return -1;
}

/* "Buy it for the screen, not for the software": what is denied stands beside what is said. */
static void mend_denied(struct part *p)
{
	for (int i = 2; i + 1 < p->n; i++) {
		int y = p->word[i].head, prep, x;
		uint8_t r;

		if (!has_lemma(p, i, "not") || p->word[i - 1].tag != TAG_COMMA || y <= i || !is_noun(p, y) || p->word[y].head < 0
		    || p->word[y].head > i)
			continue;
		r = p->word[y].relation;
		if (r != REL_obl && r != REL_nmod && r != REL_appos && r != REL_dep && r != REL_obj && r != REL_parataxis && r != REL_xcomp)
			continue;
		prep = child_with(p, y, REL_case);
		x = denied_beside(p, i - 1, prep, p->word[y].head);
		if (x < 0 || x == p->word[y].head || is_below(p, x, y))
			x = p->word[y].head;
		if (!is_noun(p, x))
			continue;
		p->word[y].head = x;
		p->word[y].relation = REL_conj;
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

/* "Who has the keys?": of a question that is no relative clause. */
static void mend_who(struct part *p)
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

/* "Where is the office?": the place is the predicate, what is looked for its subject. */
static void mend_where(struct part *p)
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

/* "We leave whether you like it or not": beside a verb that does not ask it tells what does not matter. */
static void mend_or_not(struct part *p, int whether)
{
	int clause = p->word[whether].head, main = p->word[clause].head;

	if (p->word[clause].relation == REL_ccomp && main >= 0 && main < whether && is_verb(p, main) && !view_is_any(p->word[main].lemma, asking)
	    && child_with(p, clause, REL_conj) >= 0 && has_lemma(p, child_with(p, clause, REL_conj), "not") && !has_lemma(p, whether - 1, "on"))
		p->word[clause].relation = REL_advcl;
}

/* "whether or not you agree": the clause and what is said against it, चाहे आप सहमत हों या नहीं. */
static void mend_whether(struct part *p)
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
static void mend_however(struct part *p)
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
