/* noun.c - noun phrases: determiners, numerals, genitives, adjectives, participles, coordination, postpositions. */
#include "transfer.h"

/* --- agreement --- */

static bool is_conjunct(const struct part *p, int i)
{
	return p->word[i].relation == REL_conj;
}

/* Has a conjunct a subject or tense of its own? */
static bool is_clause(const struct part *p, int i)
{
	return child_of(p, i, REL_nsubj) >= 0 || child_of(p, i, REL_cop) >= 0 || child_of(p, i, REL_nsubj_pass) >= 0
		|| child_of(p, i, REL_expl) >= 0 || (is_verb(p, i) && is_finite(p, i));
}

static int coordinator(const struct part *p, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		int cc = is_conjunct(p, c) ? child_of(p, c, REL_cc) : -1;

		if (cc >= 0)
			return cc;
	}
	return -1;
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

static struct agreement own_agreement(const struct part *p, int i)
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

static void say_post(struct part *p, struct marking m)
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

static bool is_possessive(const struct part *p, int i)
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

static void say_pronoun(struct part *p, int i, struct marking m)
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

/* --- what stands before a noun --- */

static const char *const behind[] = { "भी", "ही", "तक", "तो", NULL };

static bool stands_behind(const struct part *p, int i)
{
	return p->word[i].relation == REL_advmod && view_is_any(p->node[i].hi, behind);
}

static bool is_superlative(const struct part *p, int i)
{
	return p->word[i].tag == TAG_JJS || p->word[i].tag == TAG_RBS;
}

static void say_degree(struct part *p, int i)
{
	static const char *const whole[] = { "more", "less", "fewer", "most", "least", "More", "Less", "Fewer", "Most", "Least", NULL };

	if (view_is_any(p->word[i].form, whole) || view_starts(p->node[i].hi, "सबसे"))
		return;
	if (is_superlative(p, i))
		say(p, V("सबसे"), -1);
}

/* Words of degree that agree: इतनी बड़ी, कितने बड़े. */
static const char *const agreeing[] = { "इतना", "उतना", "जितना", "कितना", "थोड़ा", "दोगुना", "तिगुना", "आधा", NULL };

static void say_degree_word(struct part *p, struct view hindi, struct agreement a, int word)
{
	struct buf b = { 0 };

	if (a.person && view_is_any(hindi, agreeing))
		hindi_adjective(p->g->hindi, hindi, a, false, &b);
	else
		buf_add(&b, hindi);
	say(p, buf_view(&b), word);
	buf_release(&b);
}

static void say_adverbs_of(struct part *p, int i, struct agreement a)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		if (p->word[c].relation != REL_advmod || p->node[c].gone || p->node[c].said || stands_behind(p, c)
		    || has_lemma(p, c, "not") || has_lemma(p, c, "n't"))
			continue;
		say_adverbs_of(p, c, (struct agreement){ 0 });
		if (has_lemma(p, c, "how")) {
			say_degree_word(p, V("कितना"), a.person ? a : (struct agreement){ p->node[i].feminine, p->node[i].plural, 3 }, c);
			if (c > 1 && view_is(p->node[c - 2].link, "no matter"))
				say(p, V("भी"), -1);
		} else if (p->word[c].tag == TAG_RBS || has_lemma(p, c, "most"))
			say(p, V("सबसे"), c);
		else if (has_lemma(p, c, "more"))
			say(p, V("ज़्यादा"), c);
		else
			say_degree_word(p, p->node[c].hi, a, c);
	}
	if (i > 0 && view_is(p->node[i - 1].link, "however ...")) {
		say_degree_word(p, V("कितना"), a, -1);
		say(p, V("भी"), -1);	/* चाहे कितनी भी मेहनत करे */
	}
}

/* "hard to break": तोड़ने में मुश्किल; the adjective's frame says how. */
static void say_infinitive_of(struct part *p, int i)
{
	static const char *const easy[] = { "easy", "hard", "difficult", "simple", "impossible", "cheap", "expensive", "quick", "slow", "safe",
					    "dangerous", "tough", "fast", "good", "nice", "fun", NULL };

	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		int to = child_of(p, c, REL_mark);
		uint8_t r = p->word[c].relation;
		struct view inf = V("");

		if (p->node[c].said || p->node[c].gone || p->node[c].busy || !is_verb(p, c) || (to >= 0 && p->node[to].link.n)
		    || (!has_lemma(p, to, "to") && !(has_lemma(p, i, "worth") && p->word[c].tag == TAG_VBG)) || (r != REL_xcomp && r != REL_ccomp && r != REL_advcl && r != REL_csubj))
			continue;
		gone(p, to, "shown by the verb's form");
		say_clause_as(p, c, "oblique", (struct agreement){ 0 });
		if (to < 0)
			continue;	/* याद रखने लायक */
		if (view_is_any(p->word[i].lemma, easy))
			inf = V("V-ने में");
		else if (!p->node[i].sense || !frame_find(p->node[i].sense->frame, "inf", &inf) || !view_starts(inf, "V-ने "))
			inf = V("V-ने के लिए");
		say(p, view_cut(inf, strlen("V-ने "), inf.n), -1);
	}
}

/* "the boy standing there": how one is, खड़ा हुआ, not what one does. */
static const char *present_participle(const struct part *p, int i)
{
	static const char *const postures[] = { "खड़ा होना", "बैठना", "लेटना", "लटकना", "सोना", NULL };

	return view_is_any(p->node[i].hi, postures) ? "participle" : "active participle";
}

/* What befell it is हुआ, what was done to it गया: गिरी हुई पत्तियां, चुराई गई कार; what is being done जा रहा. */
static const char *past_participle(const struct part *p, int i)
{
	const struct sense *s = p->node[i].sense;
	int being = child_of(p, i, REL_aux_pass);

	if (being >= 0 && p->word[being].tag == TAG_VBG && s && s->transitive && child_of(p, i, REL_case) < 0 && child_of(p, i, REL_mark) < 0)
		return "present passive participle";
	return s && s->pos == POS_V && !s->transitive ? "participle" : "passive participle";
}

void say_adjective(struct part *p, int i, struct agreement a, bool oblique)
{
	const struct node *n = &p->node[i];
	struct buf b = { 0 };

	for (int c = n->first; c >= 0; c = n[0].first >= 0 ? p->node[c].next : -1) {
		int prep = p->word[c].relation == REL_obl || p->word[c].relation == REL_nmod || p->word[c].relation == REL_obl_agent
			? child_of(p, c, REL_case) : -1;
		struct marking m = { .word = prep, .head = a };

		if (p->node[c].said || p->node[c].gone || (prep < 0 && p->word[c].relation != REL_obl_unmarked))
			continue;	/* 40% कम कैश */
		if (prep >= 0)
			m.post = postposition(p, i, c, prep, &m.oblique);
		say_noun(p, c, m);
	}
	say_infinitive_of(p, i);
	say_adverbs_of(p, i, a);
	say_degree(p, i);
	if (is_verb(p, i) && !n->busy && n->sense && n->sense->pos == POS_V) {
		a.plural = a.plural || (oblique && !a.feminine);	/* चुराए गए लैपटॉप पर */
		say_clause_as(p, i, p->word[i].tag == TAG_VBN ? past_participle(p, i) : present_participle(p, i), a);
	} else if (n->pronoun && view_is(n->pronoun->column[PRONOUN_GENDER], "i")) {
		hindi_adjective(p->g->hindi, n->hi, a, oblique, &b);
		say(p, buf_view(&b), i);
	} else if (n->fixed || !n->sense || n->sense->pos == POS_N || n->sense->pos == POS_ADV) {
		say(p, n->hi, i);
	} else {
		hindi_determiner(p->g->hindi, n->hi, a, oblique, &b);
		say(p, buf_view(&b), i);
	}
	buf_release(&b);
	for (int c = n->first; c >= 0; c = p->node[c].next)
		if (is_conjunct(p, c) && !is_clause(p, c) && !p->node[c].said && !p->node[c].gone
		    && (child_of(p, c, REL_case) < 0 || child_of(p, i, REL_cop) < 0)) {	/* "is free, but only for members": say_conjunct() */
			int cc = child_of(p, c, REL_cc);

			if (cc >= 0)
				say(p, p->node[cc].hi, cc);
			else
				say_sign(p, ",");
			say_adjective(p, c, a, oblique);
		}
}

static void say_determiner(struct part *p, int i, struct agreement a, bool oblique)
{
	const struct node *n = &p->node[i];
	struct buf b = { 0 };

	if (!n->fixed && !n->sense && (has_lemma(p, i, "a") || has_lemma(p, i, "an") || has_lemma(p, i, "the"))) {
		gone(p, i, "article");
		return;
	}
	say_adverbs_of(p, i, a);
	if (n->pronoun && view_is(n->pronoun->column[PRONOUN_GENDER], "i"))
		hindi_adjective(p->g->hindi, n->hi, a, oblique, &b);
	else if (n->sense && n->sense->form == 'i')
		hindi_adjective(p->g->hindi, n->hi, a, oblique, &b);
	else if (n->pronoun || n->sense || p->word[i].tag == TAG_WDT)
		hindi_determiner(p->g->hindi, n->hi, a, oblique, &b);
	else
		buf_add(&b, n->hi);
	say(p, buf_view(&b), i);
	buf_release(&b);
}

/* "The sensor's failure was due to its age": what has an owner is seldom the owner itself. */
static bool has_owner(const struct part *p, int noun)
{
	for (int c = p->node[noun].first; c >= 0; c = p->node[c].next) {
		int prep = child_of(p, c, REL_case);

		if ((p->word[c].relation == REL_nmod_poss || (p->word[c].relation == REL_nmod && has_lemma(p, prep, "of")))
		    && !p->node[c].human && !p->node[c].plural && !p->node[c].pronoun)
			return !p->node[noun].class.n;
	}
	return false;
}

/* अपना where the possessor is the subject of the clause the noun stands in. */
static bool is_own(const struct part *p, int i)
{
	struct view possessor = p->node[i].hi;
	int at = p->word[i].head, subject = -1;
	const struct node *s;

	if (!p->node[i].pronoun || p->word[i].tag == TAG_WP_POSS)
		return false;
	for (int up = 0; at >= 0 && up < 6; up++) {
		int h = p->word[at].head;

		if (p->word[at].relation == REL_nsubj || p->word[at].relation == REL_nsubj_pass)
			return false;
		if (h < 0)
			break;
		if (p->word[at].relation == REL_obl_agent)
			return false;
		at = h;
		subject = child_of(p, at, REL_nsubj);
		if (subject < 0 && child_of(p, at, REL_obl_agent) < 0)
			subject = child_of(p, at, REL_nsubj_pass);	/* शहर अपने आमों के लिए जाना जाता है */
		if (subject >= 0 || is_finite(p, at))
			break;
	}
	while (subject < 0 && at >= 0 && p->word[at].relation == REL_conj && is_verb(p, at)) {
		at = p->word[at].head;		/* मैंने लैंप खरीदा और अपनी भतीजी को दिया */
		subject = at >= 0 ? child_of(p, at, REL_nsubj) : -1;
	}
	if (subject < 0)
		return view_is(possessor, "आप") && at >= 0 && p->word[at].tag == TAG_VB;
	if (p->word[at].relation == REL_acl_relcl && (p->word[subject].tag == TAG_WDT || p->word[subject].tag == TAG_WP || has_lemma(p, subject, "that")))
		subject = p->word[at].head;	/* जो अस्पताल अपनी सफाई आउटसोर्स करते हैं */
	s = &p->node[subject];
	if (p->word[i].tag == TAG_PRP_POSS && s->pronoun && p->node[i].pronoun)
		return view_eq(s->pronoun->column[PRONOUN_PERSON], p->node[i].pronoun->column[PRONOUN_PERSON])
			&& view_eq(s->pronoun->column[PRONOUN_NUMBER], p->node[i].pronoun->column[PRONOUN_NUMBER])
			&& view_eq(s->pronoun->column[PRONOUN_GENDER], p->node[i].pronoun->column[PRONOUN_GENDER]);
	if (p->node[i].person == 1 || view_is(possessor, "आप"))
		return false;
	if (has_lemma(p, i, "its"))
		return !s->plural && (!s->human || p->items->at[p->item[subject]].kind == ITEM_WORD) && !s->pronoun
			&& !has_owner(p, subject);
	return s->human || (has_lemma(p, i, "their") && noun_agreement(p, subject).plural);
}

static bool has_own(const struct part *p, int i)
{
	for (int c = i < 0 ? -1 : p->node[i].first; c >= 0; c = p->node[c].next)
		if (has_lemma(p, c, "own"))
			return true;
	return false;
}

static void say_possessive(struct part *p, int i, struct agreement head)
{
	struct marking m = { V("का"), true, head, child_of(p, i, REL_case) };
	struct buf b = { 0 };

	if (!is_possessive(p, i) || p->node[i].stands_for) {
		say_noun(p, i, m);	/* जिस देश का ग्रिड */
		return;
	}
	if (has_own(p, p->word[i].head)) {
		gone(p, i, "own says it");
	} else if (is_own(p, i)) {
		hindi_adjective(p->g->hindi, V("अपना"), head, head.person == 9, &b);
		say(p, buf_view(&b), i);
	} else {
		say_pronoun(p, i, m);
	}
	buf_release(&b);
}

/* Before the noun, in Hindi's order: genitives and other phrases, determiners, numbers, participles, adjectives, compounds. */
enum slot { SLOT_NONE, SLOT_FIRST, SLOT_PHRASE, SLOT_DETERMINER, SLOT_NUMBER, SLOT_ADJECTIVE, SLOT_COMPOUND, SLOT_COUNT };

/* "the first ten comments", "three whole weeks": पहले दस कमेंट, पूरे तीन हफ्ते. Such an adjective stands where determiners do. */
static bool goes_before_number(const struct part *p, int i)
{
	static const char *const words[] = { "first", "last", "next", "past", "previous", "other", "same", "second", "third", "only", "coming",
					     "following", "remaining", "final", "top", NULL };
	static const char *const all[] = { "whole", "full", "entire", NULL };
	int number = child_of(p, p->word[i].head, REL_nummod);

	return (number > i && view_is_any(p->word[i].lemma, words)) || (number >= 0 && view_is_any(p->word[i].lemma, all));
}

/* Whose it is stands next to the noun: पक्षियों के बारे में उसकी किताब. Not what is its own: उसकी दवा की शीशी. */
static bool goes_before_owner(const struct part *p, int c)
{
	int i = p->word[c].head, owner = child_of(p, i, REL_nmod_poss), prep = child_of(p, c, REL_case);

	return owner >= 0 && owner < i && prep >= 0 && p->word[prep].tag != TAG_POS && !has_lemma(p, prep, "of");
}

static enum slot slot_of(const struct part *p, int c)
{
	switch (p->word[c].relation) {
	case REL_nmod: case REL_obl: return goes_before_owner(p, c) ? SLOT_FIRST : SLOT_PHRASE;
	case REL_nmod_poss: case REL_nmod_unmarked: case REL_obl_unmarked: return SLOT_PHRASE;
	case REL_acl: return is_finite(p, c) ? SLOT_NONE : SLOT_PHRASE;
	case REL_det: case REL_det_predet: return SLOT_DETERMINER;
	case REL_nummod: return SLOT_NUMBER;
	case REL_amod: return goes_before_number(p, c) ? SLOT_DETERMINER : SLOT_ADJECTIVE;
	case REL_compound: return SLOT_COMPOUND;
	case REL_advmod: return stands_behind(p, c) ? SLOT_NONE : SLOT_DETERMINER;
	default: return SLOT_NONE;
	}
}

/* Is where a noun stands what tells which one it is? What is new ("there is a temple behind it", "they saw a bird above it") is just there. */
static bool tells_which(const struct part *p, int i, int c)
{
	int above = p->word[i].head, det = child_of(p, i, REL_det);
	uint8_t r = p->word[i].relation;

	if (!is_noun(p, i) || p->node[i].pos != POS_N || p->node[c].pronoun || view_is(p->node[i].class, "unit")
	    || has_lemma(p, det, "a") || has_lemma(p, det, "an") || (above >= 0 && child_of(p, above, REL_expl) >= 0))
		return false;
	return has_lemma(p, det, "the") || r == REL_nsubj || r == REL_nsubj_pass || r == REL_root;
}

/* Then it takes का: मेज़ के नीचे की मशीनें. */
static struct view attributive(struct view post)
{
	static const struct { const char *place, *with_ka; } places[] = {
		{ "के ऊपर", "के ऊपर का" }, { "के नीचे", "के नीचे का" }, { "के पीछे", "के पीछे का" }, { "के पास", "के पास का" },
		{ "के बगल में", "के बगल का" }, { "के अंदर", "के अंदर का" }, { "के बाहर", "के बाहर का" }, { "के आसपास", "के आसपास का" },
		{ "के सामने", "के सामने का" }, { "से ऊपर", "से ऊपर का" }, { "से नीचे", "से नीचे का" }, { "के भीतर", "के भीतर का" },
	};

	for (size_t k = 0; k < sizeof places / sizeof *places; k++)
		if (view_is(post, places[k].place))
			return view_of(places[k].with_ka);
	return post;
}

static void say_phrase_of(struct part *p, int i, int c, struct agreement a)
{
	int prep = child_of(p, c, REL_case);
	struct marking m = { .word = prep, .head = a };

	if (p->word[c].relation == REL_nmod_poss) {
		say_possessive(p, c, a);
		return;
	}
	if (prep >= 0 && view_is(p->node[i].hi, "वाला") && p->node[prep].gone) {
		say_noun(p, c, (struct marking){ .oblique = true, .word = -1 });
		return;
	}
	if (prep >= 0)
		m.post = postposition(p, i, c, prep, &m.oblique);
	else if (view_is(p->node[c].class, "time"))
		m.oblique = true;	/* हर महीने $12 */
	if (view_is(m.post, "की") || view_is(m.post, "के"))
		m.post = V("का");
	if (tells_which(p, i, c))
		m.post = attributive(m.post);
	if (view_starts(m.post, "<"))
		return;		/* said behind the head: एक कप चाय */
	say_noun(p, c, m);
}

/* "the first person to arrive", "the only one to notice": of several. */
static bool is_ranked(const struct part *p, int i)
{
	static const char *const ranks[] = { "first", "second", "third", "last", "next", "only", NULL };
	struct view inf;

	if (view_is_any(p->word[i].lemma, ranks))
		return true;
	if (!p->node[i].pronoun && (!p->node[i].class.n || view_is(p->node[i].class, "time")))
		return false;		/* सीखने का इकलौता तरीका */
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == REL_amod && view_is_any(p->word[c].lemma, ranks))
			return !p->node[i].sense || !frame_find(p->node[i].sense->frame, "inf", &inf);
	return false;
}

static void say_participle_of(struct part *p, int i, int c, struct agreement a)
{
	struct view inf = V("का");
	int mark = child_of(p, c, REL_mark);
	struct buf b = { 0 };

	if (p->node[c].pos == POS_ADJ && p->word[c].tag == TAG_VBN && mark < 0 && child_of(p, c, REL_cop) < 0) {
		say_adjective(p, c, a, a.person == 9);	/* भूकंप से प्रभावित लोग */
		return;
	}
	if (p->word[c].tag == TAG_VBN || p->word[c].tag == TAG_VBD) {
		say_clause_as(p, c, past_participle(p, c), a);
		return;
	}
	if (mark < 0 && p->word[c].tag == TAG_VBG) {
		say_clause_as(p, c, present_participle(p, c), a);
		return;
	}
	gone(p, mark, "shown by the verb's form");
	if (is_ranked(p, i) && is_verb(p, c)) {
		say_clause_as(p, c, "active participle", a);	/* पहुंचने वाला पहला व्यक्ति */
		return;
	}
	say_clause_as(p, c, "oblique", (struct agreement){ 0 });
	if (p->node[i].pronoun)
		inf = V("के लिए");	/* कहने के लिए कुछ */
	else if (p->node[i].sense && frame_find(p->node[i].sense->frame, "inf", &inf) && view_starts(inf, "V-ने "))
		inf = view_cut(inf, strlen("V-ने "), inf.n);
	if (view_is(inf, "का") || view_is(inf, "की") || view_is(inf, "के") || view_starts(inf, "V-"))
		hindi_adjective(p->g->hindi, V("का"), a, a.person == 9, &b);
	else
		buf_add(&b, inf);
	say(p, buf_view(&b), -1);
	buf_release(&b);
}

/* Two nouns that Hindi has of its own are joined by का: पानी की टंकी; loans stand side by side. */
static bool wants_genitive(const struct part *p, int head, int modifier)
{
	const struct sense *h = p->node[head].sense, *m = p->node[modifier].sense;

	return h && m && !h->loan && !m->loan && h->pos == POS_N && m->pos == POS_N;
}

static void say_modifier(struct part *p, int i, int c, enum slot slot, struct agreement a, bool oblique)
{
	struct marking none = { .word = -1 };

	switch (slot) {
	case SLOT_FIRST: case SLOT_PHRASE:
		if (p->word[c].relation == REL_acl)
			say_participle_of(p, i, c, a);
		else
			say_phrase_of(p, i, c, a);
		break;
	case SLOT_DETERMINER:
		if (p->word[c].relation == REL_advmod)
			say_adverbs_of(p, i, a);
		else if (p->word[c].relation == REL_amod)
			say_adjective(p, c, a, oblique);
		else
			say_determiner(p, c, a, oblique);
		break;
	case SLOT_ADJECTIVE:
		say_adjective(p, c, a, oblique);
		break;
	case SLOT_COMPOUND:
		if (wants_genitive(p, i, c))
			none.post = V("का");
		none.head = a;
		say_noun(p, c, none);
		break;
	case SLOT_NUMBER:
		none.word = child_of(p, c, REL_case);
		if (none.word >= 0)
			none.post = postposition(p, i, c, none.word, &none.oblique);	/* दस से ज़्यादा लोग */
		say_noun(p, c, none);
		break;
	default:
		break;
	}
}

static void say_announcement(struct part *p, int i, bool oblique);

void say_modifiers(struct part *p, int i, bool oblique)
{
	struct agreement a = own_agreement(p, i);

	if (oblique)
		a.person = 9;		/* for का: an oblique masculine takes के */
	for (int slot = SLOT_FIRST; slot < SLOT_COUNT; slot++) {
		if (slot == SLOT_DETERMINER)
			say_announcement(p, i, oblique);	/* दिल्ली की वह सड़क जो */
		for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
			if ((int)slot_of(p, c) == slot && !p->node[c].said && !p->node[c].gone)
				say_modifier(p, i, c, (enum slot)slot, a, oblique);
	}
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
static void say_announcement(struct part *p, int i, bool oblique)
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

static void say_one(struct part *p, int i, struct marking m)
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

/* Of a coordinated phrase: the negation of one of its members ("for X, not for Y"), or -1. The clause says its own. */
static int own_negation(const struct part *p, int i)
{
	for (int c = p->node[i].busy ? -1 : p->node[i].first; c >= 0; c = p->node[c].next)
		if (has_lemma(p, c, "not") && p->word[c].relation == REL_advmod && !p->node[c].said && !p->node[c].gone)
			return c;
	return -1;
}

static bool is_member(const struct part *p, int c)
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
static void say_member(struct part *p, int top, int i, struct marking m)
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

/* The members of a phrase, the last one (or each) with the marking. */
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

static void say_members(struct part *p, int i, int last, struct marking m, int both)
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
