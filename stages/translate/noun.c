/* noun.c - noun phrases: agreement, the noun itself, what stands behind it, postpositions. */
#include "noun.h"

#include <string.h>

/* Has a conjunct a subject or tense of its own? */
bool is_clause(const struct part *p, int i)
{
	return child_of(p, i, REL_nsubj) >= 0 || child_of(p, i, REL_cop) >= 0 || child_of(p, i, REL_nsubj_pass) >= 0
		|| child_of(p, i, REL_expl) >= 0 || (is_verb(p, i) && is_finite(p, i));
}

static bool is_one(const struct part *p, int i)
{
	return has_lemma(p, i, "one") || has_lemma(p, i, "1");
}

/* "Which are open?" but "Which is open?" */
static bool has_plural_verb(const struct part *p, int verb)
{
	int aux = child_of(p, verb, REL_aux), cop = child_of(p, verb, REL_cop);
	int finite = aux >= 0 ? aux : cop >= 0 ? cop : verb;

	return p->word[finite].tag == TAG_VBP || view_is(p->word[finite].form, "were");
}

/* --- agreement --- */

struct agreement own_agreement(const struct part *p, int i)
{
	const struct node *n = &p->node[i];
	static const char *const many[] = { "Some", "some", "All", "all", "Both", "both", "Most", "most", "Many", "many", NULL };
	struct agreement a = { n->feminine, n->plural || n->respected, n->person };
	int number = child_of(p, i, REL_nummod), number_of = child_of(p, i, REL_nmod);

	if (number >= 0 && !is_one(p, number))
		a.plural = true;
	if (n->pronoun && view_is(n->pronoun->column[PRONOUN_KIND], "determiner"))
		a.plural = n->plural || view_is_any(p->word[i].form, many) || p->word[i].tag != TAG_DT;
	if (p->word[i].tag == TAG_WDT && n->pronoun)
		a.plural = n->plural || has_plural_verb(p, p->word[i].head < 0 || child_of(p, i, REL_cop) >= 0 ? i : p->word[i].head);
	if (n->sense && n->sense->pos == POS_NUM && !is_one(p, i))
		a.plural = true;
	if (number_of >= 0 && (has_lemma(p, child_of(p, number_of, REL_case), "of") || p->word[number_of].tag == TAG_WDT || p->word[number_of].tag == TAG_WP) && ((n->sense && n->sense->pos == POS_NUM)
	    || (n->pronoun && view_is(n->pronoun->column[PRONOUN_KIND], "determiner"))))
		a.feminine = p->node[number_of].feminine;	/* घड़ियों में से दो टूटीं */
	return a;
}

/* What a noun measures: tea of "a cup of tea"; -1: nothing. Its preposition has a row that begins with <. */
static int measured_by(const struct part *p, int i, struct view *post)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		int prep = p->word[c].relation == REL_nmod ? child_of(p, c, REL_case) : -1;
		bool oblique;

		if (prep < 0 || p->node[c].gone)
			continue;
		*post = postposition(p, i, c, prep, &oblique);
		if (view_starts(*post, "<"))
			return c;
	}
	return -1;
}

/* "not X but Y", "X, not Y": the verb agrees with the other one. */
static bool is_denied(const struct part *p, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (has_lemma(p, c, "not") && p->word[c].relation == REL_advmod)
			return child_of(p, i, REL_cop) < 0;
	return false;
}

struct agreement member_agreement(const struct part *p, int i)
{
	return own_agreement(p, i);
}

struct agreement noun_agreement(const struct part *p, int i)
{
	struct agreement a = own_agreement(p, i);
	struct view post;
	int cc = coordinator(p, i);
	int measured = measured_by(p, i, &post);

	if (measured >= 0)
		a = noun_agreement(p, measured);	/* दो घंटे की मेहनत लगी */
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		struct agreement b;

		if (!is_conjunct(p, c) || is_clause(p, c) || is_denied(p, c))
			continue;
		b = own_agreement(p, c);
		if (is_denied(p, i) || (cc >= 0 && (has_lemma(p, cc, "or") || has_lemma(p, cc, "nor")))) {
			a = b;
			continue;
		}
		a.feminine = a.feminine && b.feminine;
		a.plural = true;
		if (b.person == 1)
			a.person = 1;
	}
	return a;
}

/* --- words --- */

void say_post(struct part *p, struct marking m)
{
	struct buf b = { 0 };

	if (!m.post.n) {
		gone(p, m.word, "shown by the case");
		return;
	}
	if (view_is(m.post, "का") || view_ends(m.post, " का") || view_is(m.post, "जितना") || view_ends(m.post, "वाला")
	    || view_is(m.post, "जैसा"))
		hindi_adjective(p->g->hindi, m.post, m.head, m.head.person == 9, &b);	/* 9: of an oblique noun */
	else
		buf_add(&b, m.post);
	say(p, buf_view(&b), m.word);
	buf_release(&b);
}

bool is_possessive(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_PRP_POSS || t == TAG_WP_POSS;
}

/* "This is mine": यह मेरा है. Before a postposition and as the subject it is मेरा वाला. */
static void say_owned(struct part *p, int i, struct marking m)
{
	struct agreement a = m.head;
	struct buf b = { 0 };

	a.person = 3;
	a.plural = a.plural || m.head.person == 9 || (!view_is(m.post, "का") && (m.post.n || m.oblique));
	hindi_pronoun(p->g->hindi, p->node[i].hi, V("का"), a, &b);
	say(p, buf_view(&b), i);
	if (view_is(m.post, "का"))
		m.post = V("");			/* मेरा एक दोस्त */
	else if (!m.head.person)
		say(p, m.post.n || m.oblique ? V("वाले") : V("वाला"), -1);
	say_post(p, m);
	buf_release(&b);
}

/* Mine, yours, theirs: with no noun behind it. */
static bool stands_alone(const struct part *p, int i)
{
	return p->node[i].pronoun && p->word[i].tag == TAG_PRP && view_is(p->node[i].pronoun->column[PRONOUN_KIND], "possessive");
}

void say_pronoun(struct part *p, int i, struct marking m)
{
	const struct node *n = &p->node[i];
	struct view hi = n->hi, post = is_possessive(p, i) ? V("का") : m.post;
	struct marking given = m;
	struct buf b = { 0 };

	if (stands_alone(p, i)) {
		say_owned(p, i, m);
		return;
	}
	if (view_is(post, "का") && m.head.person == 9)
		m.head.plural = true;	/* an oblique masculine has the plural's form: मेरे घर में */
	else if (!view_is(post, "का"))
		m.head = (struct agreement){ n->feminine, n->plural, n->person };
	if (hindi_pronoun(p->g->hindi, hi, post, m.head, &b)) {
		say(p, buf_view(&b), i);
		gone(p, m.word, "part of the pronoun");
	} else {
		say(p, hi, i);
		say_post(p, given);
	}
	buf_release(&b);
}

/* कोई और, कोई भी, यह वाला before a postposition: किसी और को, इस वाले में. */
static void hindi_oblique(const struct part *p, struct view hindi, struct buf *out)
{
	struct view word;

	while (view_next(&hindi, ' ', &word)) {
		hindi_determiner(p->g->hindi, word, (struct agreement){ .person = 3 }, true, out);
		if (hindi.n)
			buf_str(out, " ");
	}
}

static void say_head(struct part *p, int i, bool oblique)
{
	const struct node *n = &p->node[i];
	struct buf b = { 0 };
	int number = child_of(p, i, REL_nummod);
	bool plural = n->plural;

	if (p->word[i].tag == TAG_WDT && n->pronoun && !n->fixed) {
		hindi_determiner(p->g->hindi, n->hi, own_agreement(p, i), oblique, &b);	/* कौन से */
		say(p, buf_view(&b), i);
		buf_release(&b);
		return;
	}
	if (oblique && (n->pronoun || (n->sense && n->sense->pos == POS_PRON && !n->fixed))) {
		hindi_oblique(p, n->hi, &b);
		say(p, buf_view(&b), i);
		buf_release(&b);
		return;
	}
	if (n->fixed || n->pronoun) {
		say(p, n->hi, i);
		return;
	}
	if (number >= 0 && n->habit == 's') {
		plural = false;		/* 5 स्टार्टअप */
	} else if (number >= 0 && (view_is(n->class, "time") || view_is(n->class, "unit"))) {
		oblique = oblique && !plural;		/* एक घंटे में */
		plural = plural && !n->feminine;	/* दो घंटे में, तीन रात तक */
	}
	if (n->sense && n->sense->pos == POS_ADJ)
		hindi_adjective(p->g->hindi, n->hi, (struct agreement){ n->feminine, p->word[i].tag == TAG_NNS, 3 }, oblique, &b);
	else if (n->sense && n->sense->pos == POS_V)
		hindi_verb(p->g->hindi, n->hi, oblique ? VERB_OBLIQUE : VERB_INFINITIVE, (struct agreement){ 0 }, &b);
	else
		hindi_noun(p->g->hindi, n->hi, n->feminine, n->habit ? n->habit : 'h', plural, oblique, &b);
	say(p, buf_view(&b), i);
	buf_release(&b);
}

/* --- the phrase --- */

static void say_behind(struct part *p, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (stands_behind(p, c) && !p->node[c].said)
			say(p, p->node[c].hi, c);
}

static void say_flat(struct part *p, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if ((p->word[c].relation == REL_flat || p->word[c].relation == REL_goeswith) && !p->node[c].said && !p->node[c].gone)
			say(p, p->node[c].hi, c);
}

static void take_relatives(struct part *p, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		bool clause = p->word[c].relation == REL_acl_relcl || (p->word[c].relation == REL_acl && is_finite(p, c));

		if (clause && !p->node[c].said && !p->node[c].busy && p->n_later < (int)(sizeof p->later / sizeof *p->later))
			p->later[p->n_later++] = c;
	}
}

/* What stands behind the head that measures it: एक कप चाय, दो घंटे की मेहनत. */
static bool say_measured(struct part *p, int i, struct marking m)
{
	struct view post;
	int c = measured_by(p, i, &post), prep = c >= 0 ? child_of(p, c, REL_case) : -1;
	struct agreement a;

	if (c < 0 || p->node[c].said || p->node[c].gone)
		return false;
	a = own_agreement(p, c);
	if (m.oblique || m.post.n)
		a.person = 9;
	if (post.n > 1)
		say_post(p, (struct marking){ V("का"), true, a, prep });
	else
		gone(p, prep, "shown by the order");
	say_noun(p, c, m);
	return true;
}

/* A clause that tells which one is meant has no comma before it. */
bool is_restrictive(const struct part *p, int noun, int clause)
{
	for (int k = noun + 1; k < clause; k++)
		if (p->word[k].tag == TAG_COMMA)
			return false;
	return true;
}

/* ऐसा or वह before a noun of which a clause behind the verb will speak. */
void say_announcement(struct part *p, int i, bool oblique)
{
	struct agreement a = own_agreement(p, i);
	bool the = false, other = false;
	struct buf b = { 0 };
	int r = child_of(p, i, REL_acl_relcl);

	if (r < 0 || p->node[r].said || p->node[r].busy || !is_restrictive(p, i, r) || child_of(p, r, REL_cc) > i || p->node[i].pronoun)
		return;
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		if (has_lemma(p, c, "the"))
			the = true;
		else if (p->word[c].relation == REL_det && !has_lemma(p, c, "a") && !has_lemma(p, c, "an"))
			other = true;
		else if (p->word[c].relation == REL_nmod_poss)
			other = true;
	}
	if (!other) {
		hindi_determiner(p->g->hindi, the ? V("वह") : V("ऐसा"), a, oblique, &b);
		say(p, buf_view(&b), -1);
	}
	buf_release(&b);
}

/* Is someone or something told of by a clause that waits for the end? */
static bool is_such(const struct part *p, int i)
{
	int r = child_of(p, i, REL_acl_relcl);

	return r > i && !p->node[r].said && !p->node[r].busy && is_restrictive(p, i, r) && child_of(p, r, REL_cc) < 0
		&& p->word[i].tag == TAG_NN && view_is(p->node[i].pronoun->column[PRONOUN_KIND], "indefinite");
}

/*
 * "something new": कुछ नया, with a postposition किसी नई चीज़ से; "someone new": कोई नया, किसी नए को.
 * "someone who knows": कोई ऐसा व्यक्ति जो, "something that works": कुछ ऐसा जो.
 */
static bool say_something(struct part *p, int i, struct marking m)
{
	const struct node *n = &p->node[i];
	bool thing = n->pronoun && view_starts(n->hi, "कुछ");
	struct agreement a = { thing && m.post.n, false, 3 };
	struct buf b = { 0 };
	bool such;

	if (!n->pronoun || (!thing && !view_starts(n->hi, "कोई")))
		return false;
	such = is_such(p, i);
	if (child_of(p, i, REL_amod) < i && !such)
		return false;
	for (int c = n->first; c >= 0; c = p->node[c].next)
		if (slot_of(p, c) == SLOT_PHRASE && !p->node[c].said && !p->node[c].gone)
			say_modifier(p, i, c, SLOT_PHRASE, a, m.post.n > 0);
	say(p, m.post.n ? V("किसी") : n->hi, i);
	for (int c = n->first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == REL_amod && !p->node[c].said && !p->node[c].gone)
			say_adjective(p, c, a, m.post.n > 0);
	if (such) {
		p->node[i].feminine = a.feminine;
		hindi_determiner(p->g->hindi, V("ऐसा"), a, m.post.n > 0, &b);
		say(p, buf_view(&b), -1);
		buf_release(&b);
	}
	if (thing && m.post.n)
		say(p, V("चीज़"), -1);
	else if (such && !thing)
		say(p, V("व्यक्ति"), -1);
	say_post(p, m);
	take_relatives(p, i);
	return true;
}

/* Also "someone else" and, before a postposition, "which" alone: किसी और को, किसे. */
static bool inflects_as_pronoun(const struct part *p, int i, struct marking m)
{
	const struct node *n = &p->node[i];
	struct buf b = { 0 };
	bool known;

	if (!n->pronoun) {
		known = n->sense && n->sense->pos == POS_PRON && m.post.n && hindi_pronoun(p->g->hindi, n->hi, m.post, m.head, &b);
		buf_release(&b);
		return known;
	}
	return !view_is(n->pronoun->column[PRONOUN_KIND], "determiner") || (p->word[i].tag == TAG_WDT && m.post.n);
}

void say_one(struct part *p, int i, struct marking m)
{
	bool oblique = m.oblique || m.post.n;

	if (p->node[i].said || p->node[i].gone)
		return;
	if (p->node[i].stands_for) {
		int noun = p->node[i].stands_for - 1;
		struct buf b = { 0 };

		static const char *const each[] = { "every", "each", "any", NULL };

		p->node[i].stands_for = 0;	/* for the noun may stand for itself, where there is no relative word */
		hindi_determiner(p->g->hindi, V("जो"), own_agreement(p, noun), oblique, &b);
		say(p, buf_view(&b), noun == i ? -1 : i);
		for (int c = p->node[noun].first; c >= 0; c = p->node[c].next)
			if (p->word[c].relation == REL_det && view_is_any(p->word[c].lemma, each))
				say(p, V("भी"), c);	/* every file you delete: जो भी फाइल */
		buf_release(&b);
		say_noun(p, noun, m);
		return;
	}
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == REL_appos && p->items->at[p->item[i]].kind == ITEM_NAME)
			say_noun(p, c, (struct marking){ .word = -1 });
	if (say_something(p, i, m))
		return;
	say_modifiers(p, i, oblique);
	if (inflects_as_pronoun(p, i, m)) {
		say_pronoun(p, i, m);
	} else if (is_verb(p, i) && p->node[i].pos == POS_V && !p->node[i].busy) {
		say_clause_as(p, i, oblique ? "oblique" : "infinitive", (struct agreement){ 0 });
		say_post(p, m);
	} else {
		struct view whole = p->node[i].hi, measure;
		bool also = p->node[i].pronoun && m.post.n && !view_ends(m.post, "जितना") && view_ends(whole, " भी");

		if (also)
			p->node[i].hi.n -= strlen(" भी");	/* किसी ने भी */
		say_head(p, i, oblique || p->node[i].bound.n || (measured_by(p, i, &measure) >= 0 && measure.n > 1));	/* आधे घंटे की चुप्पी */
		say_flat(p, i);
		if (p->node[i].bound.n)
			say(p, p->node[i].bound, -1);
		if (p->node[i].bound.n && m.post.n && view_is(p->node[i].class, "time"))
			say(p, V("समय"), -1);	/* दो घंटे से ज़्यादा समय में */
		if (!say_measured(p, i, m))
			say_post(p, m);
		if (also)
			say(p, V("भी"), -1);
		p->node[i].hi = whole;
	}
	say_behind(p, i);
	take_relatives(p, i);
}

/* A preposition with its noun may have one word of its own: at first, in general. */
static bool say_whole(struct part *p, int i, struct marking m)
{
	const char *place = m.post.n ? memchr(m.post.p, '~', m.post.n) : NULL;

	if (place) {
		size_t at = (size_t)(place - m.post.p);

		say(p, view_trim(view_cut(m.post, 0, at)), m.word);
		m.post = view_trim(view_cut(m.post, at + 1, m.post.n));
		m.word = -1;
		say_noun(p, i, m);
		return true;
	}
	if (!view_starts(m.post, "="))
		return false;
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		gone(p, c, "part of a phrase");
	say(p, view_cut(m.post, 1, m.post.n), i);
	return true;
}

/* "The founder, a former nurse, answers": the sign behind an apposition. */
static bool closes_with_comma(const struct part *p, int i)
{
	int last = i;

	for (int k = i + 1; k < p->n; k++)
		if (is_under(p, k, i) && p->word[k].tag != TAG_COMMA)
			last = k;
	return last + 2 < p->n && p->word[last + 1].tag == TAG_COMMA && is_under(p, p->word[i].head, p->root);
}

void say_noun(struct part *p, int i, struct marking m)
{
	int last = -1, preconj = child_of(p, i, REL_cc_preconj), both = -1;

	if (say_whole(p, i, m))
		return;
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (is_member(p, c))
			last = c;
	if (has_lemma(p, preconj, "both") && last >= 0)
		both = preconj;		/* रवि और मीरा दोनों */
	else if (preconj >= 0 && !p->node[preconj].gone)
		say(p, p->node[preconj].hi, preconj);
	if (last < 0)
		say_member(p, i, i, m);
	else
		say_members(p, i, last, m, both);
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == REL_appos && !p->node[c].said && !p->node[c].gone) {
			say_sign(p, ",");
			say_noun(p, c, (struct marking){ .word = -1 });
			if (closes_with_comma(p, c))
				say_sign(p, ",");
		}
}
