/* members.c - coordinated noun phrases: which members take the postposition, what denies them, what joins them. */
#include "noun.h"

#include <string.h>

bool is_conjunct(const struct part *p, int i)
{
	return p->word[i].relation == REL_conj;
}

int coordinator(const struct part *p, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		int cc = is_conjunct(p, c) ? child_of(p, c, REL_cc) : -1;

		if (cc >= 0)
			return cc;
	}
	return -1;
}

/* Of a coordinated phrase: the negation of one of its members ("for X, not for Y"), or -1. The clause says its own. */
static int own_negation(const struct part *p, int i)
{
	for (int c = p->node[i].busy ? -1 : p->node[i].first; c >= 0; c = p->node[c].next)
		if (has_lemma(p, c, "not") && p->word[c].relation == REL_advmod && !p->node[c].said && !p->node[c].gone)
			return c;
	return -1;
}

bool is_member(const struct part *p, int c)
{
	return is_conjunct(p, c) && !is_clause(p, c) && !p->node[c].said && !p->node[c].gone;
}

static bool is_negative(const struct row *pronoun)
{
	return pronoun && (view_is(pronoun->column[PRONOUN_MORE], "negative") || view_is(pronoun->column[PRONOUN_KIND], "negative"));
}

/* The determiner that says that there is none: "no budget"; or the word itself: "nothing"; -1: there is some. */
static int none_of(const struct part *p, int i)
{
	if (is_negative(p->node[i].pronoun))
		return i;
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == REL_det && is_negative(p->node[c].pronoun))
			return c;
	return -1;
}

/* A member of a phrase; where no verb says that there is none, it says so itself: कोई बजट नहीं. */
void say_member(struct part *p, int top, int i, struct marking m)
{
	bool none = p->fragment && top == p->root && none_of(p, i) >= 0;

	say_one(p, i, m);
	if (none)
		say(p, V("नहीं"), -1);
}

/* Do members take a postposition each? Pronouns do, and what has a preposition of its own: मुझे और उसे, घर में और दफ्तर में. */
static bool marked_each(const struct part *p, int i, struct marking m)
{
	bool each = p->word[i].tag == TAG_PRP && m.post.n && !view_is(m.post, "का");

	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (is_member(p, c))
			each = each || child_of(p, c, REL_case) >= 0 || own_negation(p, c) >= 0 || p->node[c].pos == POS_ADV
				|| (p->word[c].tag == TAG_PRP && m.post.n && !view_is(m.post, "का"));
	return each || own_negation(p, i) >= 0;
}

static void say_coordinator(struct part *p, int c, bool contrast)
{
	int cc = child_of(p, c, REL_cc);

	if (has_lemma(p, cc, "nor"))
		say_sign(p, ",");
	if (cc < 0 && has_lemma(p, child_of(p, c, REL_case), "to"))
		return;			/* दिल्ली से आगरा तक */
	if (cc < 0)
		say_sign(p, ",");
	else if (contrast && has_lemma(p, cc, "but"))
		say(p, V("बल्कि"), cc);
	else
		say(p, p->node[cc].hi, cc);
}

/* "We sell tea but not coffee": हम चाय बेचते हैं, लेकिन कॉफी नहीं। And "tea and no coffee": और कोई कॉफी नहीं। */
static bool waits_behind(const struct part *p, int c, int negation)
{
	int cc = child_of(p, c, REL_cc), above = p->word[p->word[c].head].head;

	if (negation >= 0 && cc >= 0 && !has_lemma(p, cc, "but"))
		return false;
	if (negation >= 0 && !p->contrast && child_of(p, p->word[c].head, REL_cop) >= 0 && is_finite(p, p->word[c].head))
		return negation < c && negation > p->word[c].head;	/* यह औज़ार है, खिलौना नहीं */
	if (negation >= 0 && !p->contrast && above >= 0 && child_of(p, above, REL_cop) >= 0 && is_finite(p, above))
		return true;		/* यह ड्राइवर की गलती है, सड़क की नहीं */
	if (above >= 0 && is_noun(p, above))
		above = p->word[above].head;	/* of what the parser hangs on a noun before it */
	if (negation < 0)
		return !p->contrast && cc >= 0 && none_of(p, c) >= 0 && none_of(p, c) != c
			&& p->word[p->word[c].head].relation != REL_nsubj && none_of(p, p->word[c].head) < 0 && above >= 0 && is_verb(p, above)
			&& is_finite(p, above);
	return !p->contrast && above >= 0 && is_verb(p, above) && (is_finite(p, above) || (p->word[above].tag == TAG_VB && above == p->root));
}

/* "with one cake and no speeches": एक केक के साथ और बिना भाषणों के. */
static bool says_without(struct part *p, int c, struct marking *own)
{
	int none = none_of(p, c);

	if (none < 0 || none == c || (!view_is(own->post, "के साथ") && !view_is(own->post, "वाला")))
		return false;
	gone(p, none, "said by the postposition");
	if (view_is(own->post, "वाला"))
		say(p, V("बिना"), -1);	/* नौ दिमागों और बिना हड्डियों वाला */
	else
		own->post = V("बिना ~ के");
	return true;
}

/* The member before another. */
static int member_before(const struct part *p, int i, int member)
{
	int before = i;

	for (int c = p->node[i].first; c >= 0 && c != member; c = p->node[c].next)
		if (is_member(p, c))
			before = c;
	return before;
}

/* A clause that tells of a member, where others follow: it stands right behind it, or it would seem to tell of the last. */
static int own_relative(const struct part *p, int i)
{
	int r = child_of(p, i, REL_acl_relcl);

	return r > i && is_finite(p, r) && !p->node[r].said && !p->node[r].busy && !p->node[r].gone ? r : -1;
}

static void say_told_member(struct part *p, int i, int member, struct marking m, bool more)
{
	int r = more ? own_relative(p, member) : -1, left = 0;

	for (int k = member + 1; k < r; k++)
		if (is_conjunct(p, k) && (p->word[k].head == i || p->word[k].head == member))
			r = -1;		/* it stands behind all members */
	say_member(p, i, member, m);
	for (int k = 0; k < p->n_later; k++)
		if (p->later[k] != r)
			p->later[left++] = p->later[k];
	p->n_later = left;
	if (r >= 0) {
		int waiting[sizeof p->later / sizeof *p->later];

		memcpy(waiting, p->later, sizeof waiting);
		p->n_later = 0;
		say_relative(p, r, member);
		say_sign(p, ",");
		memcpy(p->later, waiting, sizeof waiting);
		p->n_later = left;
	}
}

/* The members of a phrase, the last one (or each) with the marking. */
void say_members(struct part *p, int i, int last, struct marking m, int both)
{
	struct marking inner = { .oblique = m.oblique || m.post.n, .word = -1 };
	bool each = marked_each(p, i, m);
	int negation = own_negation(p, i), end = last;
	bool contrast = negation >= 0, told = own_relative(p, i) >= 0;

	if (none_of(p, last) >= 0 && !contrast && !view_is(m.post, "वाला") && (waits_behind(p, last, own_negation(p, last)) || view_is(m.post, "के साथ")))
		end = member_before(p, i, last);	/* the last one has none of what the others have */
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		contrast = contrast || (is_member(p, c) && own_negation(p, c) >= 0);
	say_told_member(p, i, i, each || end == i ? m : inner, !contrast);
	contrast = negation >= 0;
	if (negation >= 0) {
		say(p, V("नहीं"), negation);
		say_sign(p, ",");
	}
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		struct marking own = each || ((c == last || c == end) && both < 0) ? m : inner;
		int prep = child_of(p, c, REL_case);
		bool mine = own_relative(p, c) >= 0;

		if (!is_member(p, c))
			continue;
		negation = own_negation(p, c);
		if (c == last && !contrast && !view_is(m.post, "के साथ") && !view_is(m.post, "वाला") && waits_behind(p, c, negation)) {
			p->contrast = 1 + c;
			p->contrast_post = prep >= 0 ? postposition(p, p->word[i].head, c, prep, &own.oblique) : m.post;
			p->contrast_head = m.head;
			gone(p, prep, "said behind the verb");
			continue;
		}
		if (c == end && c != last && child_of(p, c, REL_cc) < 0 && child_of(p, last, REL_cc) >= 0)
			say(p, p->node[child_of(p, last, REL_cc)].hi, -1);
		else
			say_coordinator(p, c, contrast);
		if (has_lemma(p, prep, "to") && child_of(p, c, REL_cc) < 0)
			own = (struct marking){ .post = V("तक"), .oblique = true, .word = prep };
		else if (p->node[c].pos == POS_ADV)
			own = (struct marking){ .word = -1 };	/* कार्ड से या नकद */
		else if (prep >= 0)
			own = (struct marking){ .post = postposition(p, p->word[i].head, c, prep, &own.oblique), .oblique = own.oblique, .head = m.head,
						.word = prep };
		if (says_without(p, c, &own))
			say_noun(p, c, own);
		else
			say_told_member(p, i, c, own, !contrast && !p->contrast && (told || c != last));
		told = told || mine;
		if (negation >= 0) {
			say(p, V("नहीं"), negation);
			if (!p->fragment || c != last)
				say_sign(p, ",");
		}
		if (c == last && both >= 0) {
			say(p, p->node[both].hi, both);
			if (!each)
				say_post(p, m);
		}
	}
}
