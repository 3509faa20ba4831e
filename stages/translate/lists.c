/* lists.c - mends trees of lists, and of what is denied beside something else. */
#include "mend.h"

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
		if (h < 0 || is_under(p, top, h) || is_verb(p, h))
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

void mend_lists(struct part *p)
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
void mend_denied(struct part *p)
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
		if (x < 0 || x == p->word[y].head || is_under(p, x, y))
			x = p->word[y].head;
		if (!is_noun(p, x))
			continue;
		p->word[y].head = x;
		p->word[y].relation = REL_conj;
	}
}
