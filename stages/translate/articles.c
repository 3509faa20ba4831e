/* articles.c - where "a" is एक, and other small words whose Hindi depends on what surrounds them: any, all, one, each, more. */
#include "transfer.h"

static bool is_denied(const struct part *p, int verb)
{
	for (int c = p->node[verb].first; c >= 0; c = p->node[c].next)
		if (has_lemma(p, c, "not") || p->node[c].negates)
			return true;
	return false;
}

static bool is_told(const struct part *p, int verb)
{
	return p->word[verb].tag == TAG_VBD || child_of(p, verb, REL_aux) >= 0 || child_of(p, verb, REL_aux_pass) >= 0;
}

/* Does "a" bring in something new? So it does in what is told of the past, not in what is true of any: एक सांप देखा. */
static bool is_new(const struct part *p, int noun)
{
	int verb;
	uint8_t r;

	if (p->word[noun].tag == TAG_NNS || p->word[noun].tag == TAG_CD || p->node[noun].gone
	    || child_of(p, noun, REL_cop) >= 0
	    || child_of(p, noun, REL_acl_relcl) >= 0 || view_is(p->node[noun].class, "time")
	    || view_is(p->node[noun].class, "unit"))
		return false;
	while (p->word[noun].relation == REL_conj && p->word[noun].head >= 0)
		noun = p->word[noun].head;
	verb = p->word[noun].head;
	r = p->word[noun].relation;
	return verb >= 0 && is_verb(p, verb) && is_told(p, verb) && !is_denied(p, verb)
		&& (r == REL_nsubj || r == REL_nsubj_pass || r == REL_obj || r == REL_obl || r == REL_obl_agent);
}

/* "There is a temple": एक मंदिर; where it is asked for: कोई मंदिर. */
static bool is_there(const struct part *p, int noun)
{
	int verb = p->word[noun].relation == REL_nsubj ? p->word[noun].head : -1;

	return verb >= 0 && has_lemma(p, verb, "be") && has_lemma(p, child_of(p, verb, REL_expl), "there") && !is_denied(p, verb)
		&& child_of(p, verb, REL_mark) < 0 && child_of(p, noun, REL_acl_relcl) < 0;
}

/* "A parser is a patient reader": एक धैर्यवान पाठक. */
static bool is_told_of(const struct part *p, int noun)
{
	int cop = child_of(p, noun, REL_cop), adjective = child_of(p, noun, REL_amod);

	return cop >= 0 && !is_denied(p, noun) && child_of(p, noun, REL_nsubj) >= 0 && adjective >= 0 && p->word[adjective].tag == TAG_JJ
		&& child_of(p, noun, REL_conj) < 0 && child_of(p, noun, REL_acl_relcl) < 0 && child_of(p, noun, REL_mark) < 0;
}

static int determiner_of(const struct part *p, int noun)
{
	int det = child_of(p, noun, REL_det);

	return det >= 0 ? det : child_of(p, noun, REL_nmod_poss);
}

/* "the two apps": दोनों ऐप; "all three": तीनों. */
static void name_whole(struct part *p, int i)
{
	static const struct { const char *number, *hindi; } all[] = {
		{ "two", "दोनों" }, { "three", "तीनों" }, { "four", "चारों" },
	};
	int noun = p->word[i].relation == REL_nummod ? p->word[i].head : -1, det;
	bool every = i > 0 && (has_lemma(p, i - 1, "all") || has_lemma(p, i - 1, "both"));

	for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
		if (!has_lemma(p, i, all[k].number))
			continue;
		if (every)
			gone(p, i - 1, "said with the number");
		det = noun >= 0 ? determiner_of(p, noun) : -1;
		if (!every && (k > 0 || det != i - 1 || det < 0 || has_lemma(p, det, "a") || p->word[noun].head < 0
			       || view_is(p->node[noun].class, "time") || child_of(p, noun, REL_acl_relcl) >= 0
			       || p->word[i + 1].tag == TAG_JJS))
			continue;
		p->node[i].hi = view_of(all[k].hindi);
		p->node[i].fixed = true;
	}
}

/* "for a year", "less than an hour": एक साल तक, एक घंटे से कम. */
static bool is_measured(const struct part *p, int noun)
{
	static const char *const spans[] = { "second", "minute", "hour", "day", "week", "month", "year",
		"decade", "century", "night", NULL };
	static const char *const links[] = { "for", "in", "within", "than", "after", "over", "about", NULL };
	int prep = child_of(p, noun, REL_case), of = child_of(p, noun, REL_nmod);
	bool filled = of >= 0 && has_lemma(p, child_of(p, of, REL_case), "of");		/* एक हफ्ते की बारिश */

	return view_is_any(p->word[noun].lemma, spans) && p->word[noun].tag == TAG_NN
		&& (filled || (prep >= 0 && view_is_any(p->word[prep].lemma, links)));
}

/* "the two agree": दोनों. */
static void name_two(struct part *p, int i)
{
	if (!has_lemma(p, i, "two") || i == 0 || !has_lemma(p, i - 1, "the") || p->node[i].gone
	    || child_of(p, i, REL_acl_relcl) >= 0 || child_of(p, i, REL_nmod) >= 0 || p->word[i].relation == REL_nummod)
		return;
	p->node[i].hi = V("दोनों");
	p->node[i].fixed = true;
}

/* "the old one", "new ones": पुराना वाला, of the gender of what was named before. */
static void name_one(struct part *p, int i)
{
	static const struct sense one = { .pos = POS_ADJ };
	static const char *const telling[] = { "first", "second", "third", "fourth", "fifth", "last", "next",
		"other", "same", "only", NULL };
	static const char *const plain[] = { "on", "in", "at", "from", "with", "about", "for", "over", NULL };
	struct node *n = &p->node[i];
	int amod = child_of(p, i, REL_amod), before = i - 1;
	size_t rows;

	if (has_lemma(p, i, "one") && amod < 0 && !(i > 0 && has_lemma(p, i - 1, "no")) && child_of(p, i, REL_acl_relcl) > i
	    && child_of(p, i, REL_nummod) < 0 && p->items->at[p->item[i]].kind == ITEM_WORD && !n->gone
	    && (p->word[i].relation != REL_nummod || p->word[i].head < i)) {
		n->pronoun = rows_find(&p->g->pronouns, p->word[i].tag == TAG_NNS ? V("those") : V("that"), &rows);
		n->hi = child_of(p, i, REL_cop) >= 0 ? V("वही") : n->pronoun->column[PRONOUN_HI];	/* वह ... जो */
		n->plural = p->word[i].tag == TAG_NNS;
		n->sense = NULL;
		n->pos = POS_PRON;
		n->fixed = false;
		return;
	}
	if (has_lemma(p, i, "one") && amod < 0 && has_lemma(p, child_of(p, i, REL_det), "the") && child_of(p, i, REL_nmod) > i && !n->gone
	    && child_of(p, child_of(p, i, REL_nmod), REL_case) > i && !has_lemma(p, child_of(p, child_of(p, i, REL_nmod), REL_case), "of")) {
		amod = i;		/* the one on your card: कार्ड वाला */
		if (view_is_any(p->word[child_of(p, child_of(p, i, REL_nmod), REL_case)].lemma, plain))
			gone(p, child_of(p, child_of(p, i, REL_nmod), REL_case), "said with वाला");	/* but उसके बाद वाला */
	}
	if (!has_lemma(p, i, "one") || amod < 0 || amod > i || n->gone || p->items->at[p->item[i]].kind != ITEM_WORD)
		return;
	while (before >= 0 && ((p->word[before].tag != TAG_NN && p->word[before].tag != TAG_NNS) || !p->node[before].sense))
		before--;
	n->hi = (amod < i && view_is_any(p->word[amod].lemma, telling)) || p->word[amod].tag == TAG_VBG ? V("") : V("वाला");
	n->sense = &one;
	n->pronoun = NULL;
	n->fixed = !n->hi.n;		/* the third one: तीसरा */
	n->pos = POS_N;
	n->plural = p->word[i].tag == TAG_NNS;
	n->feminine = before >= 0 && p->node[before].feminine;
	if (child_of(p, i, REL_cop) >= 0 && child_of(p, i, REL_nsubj) >= 0)
		n->feminine = p->node[child_of(p, i, REL_nsubj)].feminine;
}

static bool is_asked(const struct part *p)
{
	size_t end = (size_t)p->item[p->n - 1] + 1;

	return end < p->items->n && view_is(p->items->at[end].text, "?");
}

/* Is "any" here one whichever: in what is said, not asked, denied or supposed? */
static bool is_whichever(const struct part *p)
{
	static const char *const others[] = { "not", "n't", "no", "never", "without", "if", "whether", "unless", "hardly", "nobody", "nothing",
					      "none", "neither", "nor", "few", "before", "avoid", "refuse", NULL };

	for (int i = 0; i < p->n; i++)
		if (view_is_any(p->word[i].lemma, others))
			return false;
	return !is_asked(p);
}

static bool is_countable(struct view class)
{
	static const char *const countable[] = { "person", "people", "kin", "animal", "place", "device", "vehicle", "event", "software", NULL };

	return view_is_any(class, countable);
}

/* "in any browser": किसी भी; "all the delay": सारी; "$5 each": हर एक; "too expensive": बहुत. */
static void name_small_words(struct part *p, int i)
{
	struct node *n = &p->node[i];
	int h = p->word[i].head;

	if (n->gone || n->fixed)
		return;
	if (has_lemma(p, i, "any") && p->word[i].relation == REL_det && view_is(n->hi, "कोई") && is_whichever(p))
		n->hi = V("कोई भी");
	if (has_lemma(p, i, "all") && view_is(n->hi, "सभी") && h > i && p->word[h].tag == TAG_NN && !p->node[h].plural
	    && p->word[i].relation != REL_advmod)
		n->hi = V("सारा");
	if (has_lemma(p, i, "few") && view_is(n->hi, "कम ही") && i > 0 && p->word[i - 1].tag != TAG_RB
	    && (p->word[i - 1].tag == TAG_DT || p->word[i - 1].tag == TAG_JJ)) {
		n->hi = V("कुछ");		/* a few, the next few */
		if (has_lemma(p, i - 1, "a"))
			gone(p, i - 1, "article");
	} else if (has_lemma(p, i, "few") && view_is(n->hi, "कम ही") && child_of(p, i, REL_advmod) >= 0) {
		n->hi = V("कम");
	}
	if (has_lemma(p, i, "little") && view_is(n->hi, "थोड़ा") && p->word[i].relation == REL_amod && h == i + 1 && p->word[h].tag == TAG_NN
	    && child_of(p, h, REL_det) < 0 && child_of(p, h, REL_nmod_poss) < 0 && child_of(p, i, REL_advmod) < 0) {
		n->hi = V("बहुत कम");	/* "a little milk" is थोड़ा दूध */
		n->fixed = true;
	}
	if (has_lemma(p, i, "each") && view_is(n->hi, "हर") && (h < 0 || h < i || !is_noun(p, h)))
		n->hi = V("हर एक");
	if (has_lemma(p, i, "some") && p->word[i].relation == REL_det && h > i && p->word[h].tag == TAG_NN && view_is(n->hi, "कुछ")
	    && p->node[h].sense && p->node[h].habit != '0' && is_countable(p->node[h].class) && child_of(p, h, REL_amod) < 0)
		n->hi = V("कोई");	/* by some miracle: किसी चमत्कार से */
	if (has_lemma(p, i, "too") && p->word[i].relation == REL_advmod && h == i + 1 && view_is(n->hi, "भी")
	    && (p->word[h].tag == TAG_JJ || p->word[h].tag == TAG_RB))
		n->hi = V("बहुत");
}

/* "too tired to argue", "old enough to vote": इतना ... कि, of a predicate or of how something is done. */
static void link_degree(struct part *p, int i)
{
	bool too = has_lemma(p, i, "too");
	int how = too ? i + 1 : i - 1, to = too ? i + 2 : i + 1, does, main, s;

	if ((!too && !has_lemma(p, i, "enough")) || how < 0 || to >= p->n || !has_lemma(p, to, "to") || p->word[to].relation != REL_mark
	    || (p->word[how].tag != TAG_JJ && p->word[how].tag != TAG_RB && p->word[how].tag != TAG_VBN) || p->node[how].gone
	    || (p->word[i].head != how && p->word[i].head != p->word[how].head))
		return;
	does = p->word[to].head;
	main = child_of(p, how, REL_cop) >= 0 ? how : p->word[how].head;
	if (does < to || main < 0 || main > to || p->word[does].tag != TAG_VB || child_of(p, does, REL_cop) >= 0
	    || child_of(p, does, REL_conj) >= 0 || child_of(p, does, REL_aux_pass) >= 0 || p->word[how].relation == REL_amod
	    || p->word[does].head != main || (main != how && !is_verb(p, main)))
		return;
	s = child_of(p, main, REL_nsubj);
	if (s < 0 || p->word[main].relation == REL_acl_relcl || child_of(p, main, REL_expl) >= 0 || child_of(p, main, REL_csubj) >= 0)
		return;
	p->word[does].relation = REL_advcl;
	p->node[to].link = too ? V("too ... to") : V("enough ... to");
	p->node[i].hi = view_ends(p->node[how].hi, "ी से") ? V("इतनी") : V("इतना");
	p->node[i].pos = POS_ADV;
	p->node[i].pronoun = NULL;
}

/* "They all agree": वे सभी. */
static void name_all(struct part *p, int i)
{
	int h = p->word[i].head;
	struct buf b = { 0 };

	if (p->word[i].relation != REL_det || h < 0 || h > i || p->word[h].tag != TAG_PRP || p->node[i].gone || p->node[h].gone)
		return;
	buf_addf(&b, "%.*s %.*s", VIEW_ARG(p->node[h].hi), VIEW_ARG(p->node[i].hi));
	p->node[h].hi = arena_copy(p->arena, buf_view(&b));
	gone(p, i, "said with the pronoun");
	buf_release(&b);
}

/* "She is 12 years old": वह 12 साल की है. */
static void name_age(struct part *p, int i)
{
	static const struct sense age = { .hi = { "का", sizeof "का" - 1 }, .pos = POS_ADJ };
	int years = child_of(p, i, REL_obl_unmarked), who = child_of(p, i, REL_nsubj);

	if (years < 0)
		years = child_of(p, i, REL_nmod_unmarked);
	if (!has_lemma(p, i, "old") || years < 0 || who < 0 || !p->node[who].human || p->word[years].tag != TAG_NNS)
		return;
	p->node[i].sense = &age;
	p->node[i].hi = age.hi;
	p->node[i].pos = POS_ADJ;
	p->node[i].fixed = false;
}

/* "one more meeting": एक और मीटिंग. */
static void name_more(struct part *p, int i)
{
	struct node *n = &p->node[i];

	if (i == 0 || p->word[i].tag != TAG_JJR || (!view_is(p->word[i].form, "more") && !view_is(p->word[i].form, "More"))
	    || p->word[i - 1].tag != TAG_CD || p->word[i].head < i || p->word[i].relation != REL_amod || n->gone)
		return;
	n->hi = V("और");
	n->fixed = true;
	n->pronoun = NULL;
}

void name_articles(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		name_small_words(p, i);
		link_degree(p, i);
		name_whole(p, i);
		name_one(p, i);
		name_two(p, i);
		name_age(p, i);
		name_all(p, i);
		name_more(p, i);
	}
	for (int i = 0; i < p->n; i++) {
		if ((!has_lemma(p, i, "a") && !has_lemma(p, i, "an")) || p->word[i].relation != REL_det || p->node[i].fixed
		    || p->node[i].gone || p->node[i].sense || (i + 1 < p->n && has_lemma(p, i + 1, "single"))
		    || p->word[i].head < 0 || (!is_new(p, p->word[i].head) && !is_measured(p, p->word[i].head)
		    && !is_there(p, p->word[i].head) && !is_told_of(p, p->word[i].head)))
			continue;
		p->node[i].hi = is_asked(p) && (is_there(p, p->word[i].head) || (p->word[p->word[i].head].relation == REL_obj
				&& has_lemma(p, p->word[p->word[i].head].head, "have"))) ? V("कोई") : V("एक");
		p->node[i].fixed = true;
	}
}
