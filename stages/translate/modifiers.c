/* modifiers.c - what stands before a noun: determiners, numerals, genitives, adjectives, participles. */
#include "noun.h"

#include <string.h>

static const char *const behind[] = { "भी", "ही", "तक", "तो", NULL };

bool stands_behind(const struct part *p, int i)
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

enum slot slot_of(const struct part *p, int c)
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

void say_modifier(struct part *p, int i, int c, enum slot slot, struct agreement a, bool oblique)
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
