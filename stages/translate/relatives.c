/* relatives.c - relative clauses and words that ask: what the noun is in its clause, and where the clause is said. */
#include "clause.h"

#include <stdio.h>
#include <string.h>

/* --- words --- */

static bool is_relative_word(const struct part *p, int i)
{
	return p->word[i].tag == TAG_WDT || p->word[i].tag == TAG_WP || p->word[i].tag == TAG_WRB || p->word[i].tag == TAG_WP_POSS
		|| (has_lemma(p, i, "that") && p->word[i].tag != TAG_DT);
}

bool is_wh(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_WP || t == TAG_WDT || t == TAG_WRB || t == TAG_WP_POSS;
}

/* "how long", "how many times" */
bool is_wh_phrase(const struct part *p, int i)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].tag == TAG_WRB && p->word[k].relation != REL_mark)
			return true;
	return false;
}

bool has_wh(const struct part *p, int i, int depth)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if (is_wh(p, k) && !p->node[k].gone && child_of(p, k, REL_acl_relcl) < 0)
			return true;
		if (depth < 3 && r != REL_advcl && r != REL_acl_relcl && r != REL_ccomp && (r != REL_conj || !is_finite(p, k)) && has_wh(p, k, depth + 1))
			return true;
	}
	return is_wh(p, i);
}

int find_relative(const struct part *p, int i, int depth)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;
		int below;

		if (is_relative_word(p, k) && r != REL_mark)
			return k;
		if (depth < 2 && (r == REL_obl || r == REL_nmod || r == REL_nsubj || r == REL_obj || r == REL_nsubj_pass)) {
			below = find_relative(p, k, depth + 1);
			if (below >= 0)
				return below;
		}
	}
	return -1;
}

/* A clause that stands before the other members of a phrase tells of the first alone. */
struct agreement gap_agreement(const struct part *p, int noun, int clause)
{
	int other = child_of(p, noun, REL_conj);

	return other > clause ? member_agreement(p, noun) : noun_agreement(p, noun);
}

static void make_relative(struct part *p, int word, int noun, struct agreement a)
{
	struct node *n = &p->node[word];

	if (child_of(p, word, REL_fixed) >= 0)
		return;			/* after which: जिसके बाद */
	if (p->word[word].tag == TAG_WRB) {
		n->hi = has_lemma(p, word, "where") ? V("जहां") : has_lemma(p, word, "when") ? V("जब") : has_lemma(p, word, "why") ? V("जिससे") : V("जैसे");
		n->fixed = true;
		return;
	}
	n->hi = p->word[word].tag == TAG_WP_POSS && a.plural ? V("जिन") : V("जो");
	if (!n->pronoun || view_is(n->pronoun->column[PRONOUN_KIND], "determiner"))
		n->pronoun = p->g->pronouns.at;	/* which is a determiner elsewhere: जिसमें, not जो में */
	n->plural = a.plural;
	n->feminine = a.feminine;
	n->human = p->node[noun].human;
	n->person = 3;
}

/* A clause behind a comma or with "and" that has no relative word is none on the noun, whatever the tree says. */
static bool tells_more(const struct part *p, int clause, int noun)
{
	return find_relative(p, clause, 0) < 0 && child_of(p, clause, REL_mark) < 0 && p->word[noun].tag != TAG_WP
		&& (child_of(p, clause, REL_cc) > noun || !is_restrictive(p, noun, clause))
		&& (child_of(p, clause, REL_nsubj) >= 0 || child_of(p, clause, REL_nsubj_pass) >= 0);
}

/* "The lake, which freezes, is deep": what is told by the way stands where it does in English, between commas. */
int aside_of(const struct part *p, const struct clause *c, int noun)
{
	int r = noun < 0 ? -1 : child_of(p, noun, REL_acl_relcl);

	if (r < 0 || c->forced || p->node[r].said || p->node[r].gone || p->node[r].busy || !is_finite(p, r)
	    || is_restrictive(p, noun, r) || tells_more(p, r, noun) || child_of(p, noun, REL_conj) >= 0)
		return -1;
	return r;
}

/* "What matters is that ...": जो मायने रखता है, वह यह है कि ... */
bool say_outer_relative(struct part *p, int outer)
{
	int r = child_of(p, outer, REL_acl_relcl);
	struct clause inner = clause_at(r);

	if (r < 0 || p->node[r].said || p->node[r].gone || !is_finite(p, r) || !is_restrictive(p, outer, r))
		return false;
	inner.gap = outer;
	inner.correlative = true;
	p->node[r].busy = true;
	say_hindi_clause(p, &inner);
	say_back(p, &inner);
	say_sign(p, ",");
	gone(p, outer, "taken up by the relative pronoun");
	say(p, noun_agreement(p, outer).plural ? V("वे") : V("वह"), -1);
	return true;
}

/* "Teams that wait lose": जो टीमें इंतज़ार करती हैं, वे हारती हैं. The subject then is a pronoun. */
void say_correlative(struct part *p, struct clause *c)
{
	int s = c->subject, r = s >= 0 ? child_of(p, s, REL_acl_relcl) : -1;
	struct clause inner = clause_at(r);
	struct agreement a;

	if (r < 0 || c->forced || c->gap >= 0 || c->expletive >= 0 || negative_argument(p, s) || (p->node[s].pronoun && p->node[s].person != 3)
	    || p->node[s].said || p->node[r].said || p->node[r].gone
	    || !is_restrictive(p, s, r) || child_of(p, s, REL_conj) >= 0 || !is_finite(p, r))
		return;
	say_at(p, c, PLACE_FRONT);	/* इसलिए जो टीमें ..., वे */
	inner.gap = s;
	inner.correlative = true;
	p->node[r].busy = true;
	say_hindi_clause(p, &inner);
	say_back(p, &inner);
	say_sign(p, ",");
	gone(p, s, "taken up by the relative pronoun");
	a = noun_agreement(p, s);
	c->subject_said = a.plural ? V("वे") : V("वह");
}

/* "For those who wait, it is late": जो इंतज़ार करते हैं, उनके लिए. The phrase in front is taken up as a subject is. */
bool say_front_relative(struct part *p, struct clause *c, int i)
{
	int r = child_of(p, i, REL_acl_relcl), prep = child_of(p, i, REL_case);
	struct clause inner = clause_at(r);
	struct agreement a;
	struct view post;
	struct buf b = { 0 };
	bool oblique;

	if (r < 0 || prep < 0 || c->forced || c->gap >= 0 || i > c->head || i > c->subject || p->node[i].pronoun || p->node[i].stands_for
	    || p->node[r].said || p->node[r].gone || !is_finite(p, r) || !is_restrictive(p, i, r) || child_of(p, i, REL_conj) >= 0)
		return false;
	a = noun_agreement(p, i);
	post = postposition(p, c->head, i, prep, &oblique);
	if (!hindi_pronoun(p->g->hindi, a.plural ? V("वे") : V("वह"), post, a, &b))
		return false;
	inner.gap = i;
	inner.correlative = true;
	p->node[r].busy = true;
	say_hindi_clause(p, &inner);
	say_back(p, &inner);
	say_sign(p, ",");
	gone(p, i, "taken up by the relative pronoun");
	say(p, buf_view(&b), prep);
	buf_release(&b);
	return true;
}

/* --- the gap --- */

/* The preposition that a clause leaves behind, or -1: "the bus we waited for", "what you pay for". */
static int stranded(const struct part *p, int i)
{
	static const char *const any_tag[] = { "about", "for", "from", "with", "of", "to", "at", "into", "against", "without", NULL };
	size_t n;

	for (int k = p->node[i].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;
		int below = r == REL_xcomp && is_verb(p, k) ? stranded(p, k) : -1;

		if (below >= 0)
			return below;
		if (k > i && (r == REL_case || r == REL_advmod || r == REL_obl || r == REL_nmod || r == REL_mark) && p->node[k].first < 0
		    && (p->word[k].tag == TAG_IN || p->word[k].tag == TAG_TO || view_is_any(p->word[k].lemma, any_tag))
		    && !p->node[k].gone && !p->node[k].said && rows_find(&p->g->prepositions, p->word[k].lemma, &n))
			return k;
	}
	return -1;
}

/* How a noun that tells when, where, how or why stands in its relative clause: with the noun जिस घर में, alone जहां. */
static const struct { const char *lemma, *class, *word, *post, *alone; } circumstances[] = {
	{ "way", "", "", "से", "जिस तरह" }, { "reason", "", "", "से", "जिस वजह से" }, { "", "time", "", "", "जब" },
	{ "", "month", "", "में", "जब" }, { "", "weekday", "", "को", "जब" }, { "", "", "when", "में", "जब" },
	{ "", "place", "", "में", "जहां" }, { "", "", "where", "में", "जहां" }, { "", "", "why", "से", "जिससे" }, { "", "", "how", "से", "जैसे" },
};

static int circumstance(const struct part *p, int noun, int word)
{
	int n = sizeof circumstances / sizeof *circumstances;

	for (int k = 0; k < n; k++) {
		if (circumstances[k].word[0] ? has_lemma(p, word, circumstances[k].word) : circumstances[k].lemma[0]
		    ? has_lemma(p, noun, circumstances[k].lemma) : view_is(p->node[noun].class, circumstances[k].class))
			return k;
	}
	return -1;
}

/* The verb whose object a relative clause leaves out: its own or that of the infinitive below. */
static int verb_of_gap(const struct part *p, const struct clause *c)
{
	int i = c->head, x = c->xcomp;

	while (i >= 0 && x >= 0 && is_verb(p, x) && child_of(p, i, REL_obj) < 0) {
		i = x;
		x = child_of(p, i, REL_xcomp);
	}
	return i;
}

/* What the noun is in a relative clause that has no word for it: the tool (that) we use, what you need, the day he came. */
static void take_gap(struct part *p, struct clause *c)
{
	const struct sense *s = p->node[c->head].sense;
	int at = circumstance(p, c->gap, c->relative), verb;
	bool oblique;

	c->gap_prep = stranded(p, c->head);
	if (c->relative < 0 && c->subject < 0 && c->csubj < 0) {
		c->role = GAP_SUBJECT;
		c->subject = c->gap;
		c->gap_prep = -1;
		return;
	}
	verb = c->gap_prep >= 0 ? p->word[c->gap_prep].head : verb_of_gap(p, c);
	c->role = GAP_OBLIQUE;
	if (c->gap_prep >= 0) {
		c->gap_post = postposition(p, verb, c->gap, c->gap_prep, &oblique);
		gone(p, c->gap_prep, "said with the relative pronoun");
	} else if (at >= 0 && (c->relative >= 0 || c->object >= 0 || circumstances[at].lemma[0] || !s || !s->transitive)) {
		c->gap_post = view_of(c->correlative ? circumstances[at].post : circumstances[at].alone);
	} else if (verb == c->head && c->object < 0 && c->copula < 0) {
		c->role = GAP_OBJECT;
		c->object = c->gap;
	} else if (!p->node[verb].sense || !frame_find(p->node[verb].sense->frame, "obj", &c->gap_post)) {
		c->gap_post = c->correlative ? V("") : V("को");
	} else {
		c->gap_post = usable(c->gap_post);
	}
}

/* Does a relative word alone tell how the noun stands in the clause? Not when with its noun, nor one whose preposition is left behind. */
static bool tells_role(const struct part *p, const struct clause *c)
{
	if (c->relative < 0)
		return false;
	if (p->word[c->relative].tag == TAG_WRB)
		return !c->correlative || child_of(p, c->relative, REL_fixed) >= 0;
	return c->relative != c->object || stranded(p, c->head) < 0;
}

void say_gap(struct part *p, struct clause *c)
{
	struct agreement a = c->gap >= 0 ? gap_agreement(p, c->gap, c->top) : (struct agreement){ 0 };
	struct view post = c->role == GAP_SUBJECT ? c->subject_post : c->role == GAP_OBJECT ? c->object_post : c->gap_post;
	bool free = c->gap >= 0 && (p->word[c->gap].tag == TAG_WP || p->node[c->gap].pronoun), alone = view_starts(post, "ज");
	struct buf b = { 0 };

	if (c->role == GAP_NONE)
		return;
	if (c->correlative && !free) {
		p->node[c->gap].stands_for = c->gap + 1;
		say_noun(p, c->gap, (struct marking){ .post = post, .oblique = c->role == GAP_OBLIQUE, .word = -1 });
		return;
	}
	if (view_is(post, "का"))
		hindi_pronoun(p->g->hindi, a.plural ? V("जिन") : V("जो"), post, (struct agreement){ false, false, 3 }, &b);
	else if (!alone)
		hindi_pronoun(p->g->hindi, V("जो"), post, a, &b);
	say(p, alone ? post : buf_view(&b), c->correlative ? c->gap : -1);
	if (free && c->correlative && view_ends(p->word[c->gap].lemma, "ever"))
		say(p, V("भी"), -1);
	buf_release(&b);
}

/* "a lock whose key you tried": of two subjects the one right before the verb is, the relative one is what is done to. */
static void share_subjects(struct part *p, struct clause *c)
{
	int s = c->subject;

	if (c->relative < 0 || s < 0 || c->object >= 0 || c->copula >= 0 || !is_under(p, c->relative, s))
		return;
	for (int k = 0; k < c->n_other; k++)
		if (p->word[c->other[k]].relation == REL_nsubj && c->other[k] > s && c->other[k] < c->head) {
			c->object = s;
			c->subject = c->other[k];
			c->other[k] = c->other[--c->n_other];
			return;
		}
}

/* The relative word of a clause that hangs on a noun. */
void take_relative(struct part *p, struct clause *c)
{
	if (c->gap < 0)
		return;
	c->relative = find_relative(p, c->head, 0);
	if (c->relative < 0)
		c->relative = find_relative(p, c->top, 0);
	share_subjects(p, c);
	if (!tells_role(p, c)) {
		gone(p, c->relative, "said with its noun");
		if (c->relative == c->object)
			c->object = -1;
		take_gap(p, c);
		c->relative = -1;
		return;
	}
	make_relative(p, c->relative, c->gap, gap_agreement(p, c->gap, c->top));
	if (c->relative >= 0 && c->correlative && p->word[c->relative].tag != TAG_WRB
	    && !p->node[c->gap].pronoun)
		p->node[c->relative].stands_for = c->gap + 1;
}

/* --- behind a noun --- */

/* "the reason that the deadline moved": nothing in the clause is left out, so it does not tell which noun is meant but what it says. */
static bool is_whole(const struct part *p, int clause, int noun)
{
	const struct sense *s = p->node[clause].sense;

	return find_relative(p, clause, 0) < 0 && stranded(p, clause) < 0 && circumstance(p, noun, -1) < 0
		&& (child_of(p, clause, REL_nsubj) >= 0 || child_of(p, clause, REL_nsubj_pass) >= 0) && child_of(p, clause, REL_xcomp) < 0
		&& child_of(p, clause, REL_ccomp) < 0
		&& (child_of(p, clause, REL_obj) >= 0 || child_of(p, clause, REL_cop) >= 0 || child_of(p, clause, REL_nsubj_pass) >= 0
		    || (s && !s->transitive));
}

/* The verb at the head of the clause that a noun stands in. */
static int verb_above(const struct part *p, int noun)
{
	int i = noun;

	for (int up = 0; up < 6 && i >= 0 && !(is_verb(p, i) && p->node[i].busy); up++)
		i = p->word[i].head;
	return i;
}

/* "Choose a bank that does not charge fees", "a designer who can write": one that is sought, not known, is told of in the subjunctive. */
static bool is_sought(const struct part *p, int clause, int noun)
{
	static const char *const seeking[] = { "want", "need", "look", "seek", "search", "prefer", "require", NULL };
	int above = verb_above(p, noun), aux = child_of(p, clause, REL_aux), cop = child_of(p, clause, REL_cop), det = child_of(p, noun, REL_det);
	bool can = aux >= 0 && (has_lemma(p, aux, "can") || has_lemma(p, aux, "could"));
	bool one = det >= 0 && (has_lemma(p, det, "a") || has_lemma(p, det, "an") || has_lemma(p, det, "any"));
	int tense = aux >= 0 ? aux : cop >= 0 ? cop : clause;

	if (above < 0 || (!one && (!can || det >= 0 || p->word[noun].tag != TAG_NNS)) || !is_restrictive(p, noun, clause)
	    || (!can && p->word[tense].tag != TAG_VBZ && p->word[tense].tag != TAG_VBP))
		return false;
	return view_is_any(p->word[above].lemma, seeking) || (p->word[above].tag == TAG_VB && child_of(p, above, REL_nsubj) < 0
		&& child_of(p, above, REL_aux) < 0 && child_of(p, above, REL_mark) < 0);
}

void say_relative(struct part *p, int clause, int noun)
{
	struct clause c = clause_at(clause);
	int mark;
	const struct row *row = find_link(p, clause, &mark);

	c.gap = noun;
	p->pronoun_said = V("");
	if (p->word[clause].relation == REL_acl_relcl && tells_more(p, clause, noun)) {
		struct clause plain = clause_at(clause);
		int cc = child_of(p, clause, REL_cc);

		if (cc < 1 || p->word[cc - 1].tag == TAG_COMMA)
			say_sign(p, ",");
		say_hindi_clause(p, &plain);
		say_back(p, &plain);
		return;
	}
	if (p->word[clause].relation == REL_acl || (mark >= 0 && has_lemma(p, mark, "that") && is_whole(p, clause, noun))) {
		c.gap = -1;
		c.reported = told_in_past(p, clause);
		say(p, V("कि"), mark);
	} else if (!is_restrictive(p, noun, clause)) {
		say_sign(p, ",");
	}
	if (c.gap >= 0 && mark >= 0 && row && !has_lemma(p, mark, "that") && find_relative(p, clause, 0) < 0) {
		say_linked(p, clause, row, mark, NULL);
		return;
	}
	if (c.gap >= 0 && is_sought(p, clause, noun)) {
		c.forced = "subjunctive";
		snprintf(c.pattern, sizeof c.pattern, "subjunctive");
	}
	say_hindi_clause(p, &c);
	say_back(p, &c);
}
