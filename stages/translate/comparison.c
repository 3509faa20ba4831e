/* comparison.c - mends trees of comparisons: than, as ... as, the more ... the more. */
#include "mend.h"

bool is_degree_word(const struct part *p, int i)
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

	if (y <= link || is_under(p, on, y))
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

	if (!is_degree_word(p, adj) || view_is_any(p->word[adj].lemma, links) || is_under(p, adj, i)
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

void mend_comparisons(struct part *p)
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
void mend_proportion(struct part *p)
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

		if (i == v[half] || (!crosses && !is_under(p, v[half], i)))
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
