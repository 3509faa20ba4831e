/* amounts.c - numbers with what they count: ranges, bounds, rates, distances, numbers behind their nouns. */
#include "reshape.h"

#include <string.h>

bool is_number(const struct part *p, int i)
{
	return i >= 0 && i < p->n && p->items->at[p->item[i]].kind == ITEM_NUMBER;
}

/* "3 to 5 years": 3 से 5 साल. The years carry the whole. */
void join_range(struct part *p, int i)
{
	int noun = i + 3 < p->n ? p->word[i + 2].head : -1;
	struct buf b = { 0 };

	if (i + 2 >= p->n || p->word[i].tag != TAG_CD || !has_lemma(p, i + 1, "to") || p->word[i + 2].tag != TAG_CD
	    || (i > 0 && (has_lemma(p, i - 1, "from") || has_lemma(p, i - 1, "by") || is_verb(p, i - 1))) || p->node[i].gone)
		return;
	if (noun >= i + 3 && (p->word[noun].head == i || !is_under(p, noun, i))) {
		if (p->word[noun].head == i) {
			p->word[noun].head = p->word[i].head;
			p->word[noun].relation = p->word[i].relation;
		}
		p->word[i].head = noun;
		p->word[i].relation = REL_nummod;
	}
	buf_addf(&b, "%.*s से %.*s", VIEW_ARG(text_of(p, i)), VIEW_ARG(text_of(p, i + 2)));
	join(p, i, i + 3, buf_view(&b), "number");
	buf_release(&b);
}

/* "between 50 and 60 people": 50 से 60 लोग. */
void join_between(struct part *p, int i)
{
	int noun = i + 4;
	struct buf b = { 0 };

	if (noun >= p->n || !has_lemma(p, i, "between") || p->word[i + 1].tag != TAG_CD || !has_lemma(p, i + 2, "and") || p->word[i + 3].tag != TAG_CD
	    || p->word[noun].tag != TAG_NNS || p->node[i + 1].gone || p->node[i + 3].gone)
		return;
	buf_addf(&b, "%.*s से %.*s", VIEW_ARG(text_of(p, i + 1)), VIEW_ARG(text_of(p, i + 3)));
	for (int k = i; k < noun; k++)
		p->word[k].head = i + 3;
	p->word[i + 3].head = noun;
	p->word[i + 3].relation = REL_nummod;
	join(p, i, noun, buf_view(&b), "number");
	buf_release(&b);
}

/* A number of one word or two: two million is बीस लाख. */
static void add_number(const struct part *p, int number, int last, struct buf *out)
{
	struct buf key = { 0 };
	struct senses s = { 0 };

	if (last > number) {
		buf_addf(&key, "%.*s %.*s", VIEW_ARG(p->word[number].lemma), VIEW_ARG(p->word[last].lemma));
		s = bilingual_phrase(&p->g->words, buf_view(&key), POS_NUM);
	}
	buf_add(out, s.n ? s.at->hi : text_of(p, number));
	if (last > number && !s.n)
		buf_addf(out, " %.*s", VIEW_ARG(text_of(p, last)));
	buf_release(&key);
}

/* "more than thirty", "over 50" (as an adverb): तीस से ज़्यादा. What the number counts keeps its own preposition. */
void join_bound(struct part *p, int i)
{
	static const char *const above[] = { "more", "More", "greater", "higher", NULL };
	static const char *const below[] = { "less", "Less", "fewer", "Fewer", "lower", NULL };
	static const char *const measures[] = { "time", "unit", NULL };
	bool up = view_is_any(p->word[i].form, above), over = has_lemma(p, i, "over") && p->word[i].tag == TAG_RB;
	int number = over ? i + 1 : i + 2, last = number;
	struct buf b = { 0 };

	if ((!up && !over && !view_is_any(p->word[i].form, below)) || number >= p->n || p->word[number].tag != TAG_CD
	    || p->node[number].gone
	    || (!over && !has_lemma(p, i + 1, "than")))
		return;
	if (number + 1 < p->n && p->word[number + 1].tag == TAG_CD && p->word[number].head == number + 1)
		last = number + 1;	/* 2 अरब से ज़्यादा */
	if (last + 1 < p->n && is_noun(p, last + 1) && p->word[last].head != last + 1 && !is_under(p, last + 1, last))
		return;
	add_number(p, number, last, &b);
	if (last + 1 < p->n && is_noun(p, last + 1) && view_is_any(bilingual_class(&p->g->words, p->word[last + 1].lemma), measures))
		p->node[last + 1].bound = up || over ? V("से ज़्यादा") : V("से कम");	/* दो घंटे से ज़्यादा */
	else
		buf_addf(&b, " से %s", up || over ? "ज़्यादा" : "कम");
	for (int k = i; k < last; k++)
		p->word[k].head = last;
	join(p, i, last + 1, buf_view(&b), "number");
	buf_release(&b);
}

/* "up to 3 users": 3 यूज़र तक. The pair is the preposition of what it counts. */
void link_up_to(struct part *p, int i)
{
	int to = i + 1, noun = has_lemma(p, i, "up") && to < p->n && has_lemma(p, to, "to") ? p->word[to].head : -1;

	if (noun < 0 || p->word[to].relation != REL_case)
		return;
	if (p->word[i].head == noun || (p->word[noun].head != i && to + 1 < p->n && p->word[to + 1].tag == TAG_CD)) {
		p->word[i].head = noun;
		p->word[i].relation = REL_case;
		p->word[to].head = i;
	}
	if (p->word[noun].head != i)
		return;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i)
			p->word[k].head = noun;
	p->word[noun].head = p->word[i].head;
	p->word[noun].relation = p->word[i].relation == REL_advmod ? REL_obl : p->word[i].relation;
	p->word[i].head = to;
	p->word[i].relation = REL_fixed;
}

/* "fell 12% to $31", "grew from 100 to 5,000": what a figure comes to belongs to the verb. */
void link_level(struct part *p, int i)
{
	static const char *const changes[] = { "rise", "fall", "grow", "drop", "jump", "climb", "decline", "slip", "increase", "decrease", "cut", "raise",
		"reduce", "lift", "shrink", "surge", "plunge", "soar", "slide", "dip", "lower", "sink", NULL };
	int y = p->word[i].head, x = y < 0 ? -1 : p->word[y].head, verb = x < 0 ? -1 : p->word[x].head;

	if (!has_lemma(p, i, "to") || p->word[i].relation != REL_case || y < i || x > i || verb < 0 || !is_number(p, y) || !is_number(p, x)
	    || !view_is_any(p->word[verb].lemma, changes) || !is_verb(p, verb))
		return;
	p->word[y].head = verb;
	p->word[y].relation = REL_obl;
}

/* "from Delhi to Agra" as one phrase: the end is a member beside the beginning. */
void link_span(struct part *p, int i)
{
	int begin = p->word[i].head;

	if (!has_lemma(p, i, "from") || p->word[i].relation != REL_case || begin < i)
		return;
	for (int k = begin + 1; k < p->n; k++)
		if (has_lemma(p, k, "to") && p->word[k].relation == REL_case && p->word[k].head > k
		    && p->word[p->word[k].head].head == begin
		    && p->word[p->word[k].head].relation == REL_nmod) {
			p->word[p->word[k].head].relation = REL_conj;
			return;
		}
}

/* "Version 2.0.1", "Day 3", "Q3 2025": a number that follows its noun stays behind it. */
void keep_behind(struct part *p, int i)
{
	int h = p->word[i].head;
	uint8_t r = p->word[i].relation;

	if ((r == REL_nummod || r == REL_nmod_unmarked) && h >= 0 && h + 2 == i && is_number(p, i) && p->word[i - 1].tag == TAG_COMMA) {
		p->word[i].relation = REL_appos;	/* "Homework, 2019" */
		return;
	}
	if ((r == REL_nummod || r == REL_nmod_unmarked) && h >= 0 && h + 1 == i && is_number(p, i) && is_noun(p, h)
	    && p->word[h].tag != TAG_CD
	    && child_of(p, i, REL_case) < 0)
		p->word[i].relation = REL_flat;
}

/* "Degree = signal + friends": a word alone behind such a sign is no verb. */
static void name_operand(struct part *p)
{
	static const char *const signs[] = { "=", "+", "\xc3\x97", "\xe2\x86\x92", NULL };
	int at = p->item[0];

	if (p->n == 1 && at > 0 && p->word[0].tag == TAG_VB && view_is_any(p->items->at[at - 1].text, signs)
	    && bilingual_word(&p->g->words, p->word[0].lemma, POS_N).n)
		p->word[0].tag = TAG_NN;
}

/* "Rule one:" looks like something that is asked for. */
void name_numbered(struct part *p)
{
	static const char *const numbered[] = { "rule", "step", "point", "stage", "phase", "part", "level", "track", "option", "case", "file", NULL };

	name_operand(p);
	if (p->n != 2 || p->word[0].tag != TAG_VB || p->word[1].tag != TAG_CD || !view_is_any(p->word[0].lemma, numbered))
		return;
	p->word[0].tag = TAG_NN;
	p->word[1].relation = REL_flat;
}

/* "twice a week", "three times a day": हफ्ते में दो बार. */
static bool name_frequency(struct part *p, int i)
{
	bool times = has_lemma(p, i - 1, "time") && i > 1 && p->word[i - 2].tag == TAG_CD;
	struct senses s = bilingual_word(&p->g->words, p->word[i + 1].lemma, POS_N);
	struct buf b = { 0 };
	int head;

	if (!s.n || (!times && !has_lemma(p, i - 1, "once") && !has_lemma(p, i - 1, "twice")))
		return false;
	buf_add(&b, view_ends(s.at->hi, "ा") ? view_cut(s.at->hi, 0, s.at->hi.n - strlen("ा")) : s.at->hi);
	buf_addf(&b, "%s में %.*s बार", view_ends(s.at->hi, "ा") ? "े" : "",
		 VIEW_ARG(times ? text_of(p, i - 2) : has_lemma(p, i - 1, "once") ? V("एक") : V("दो")));
	head = join(p, i - 1 - times, i + 2, buf_view(&b), "");
	buf_release(&b);
	if (head < 0)
		return false;
	p->word[head].relation = p->word[head].head < 0 ? p->word[head].relation : REL_advmod;
	p->node[head].pos = POS_ADV;
	p->node[head].rule = "how often";
	return true;
}

/* "50 rupees a day": हर दिन 50 रुपये. */
void name_rate(struct part *p, int i)
{
	int h = p->word[i].head;
	struct view class = h >= 0 ? bilingual_class(&p->g->words, p->word[h].lemma) : V("");

	if ((!has_lemma(p, i, "a") && !has_lemma(p, i, "an")) || i == 0 || h != i + 1 || !view_is(class, "time")
	    || child_of(p, h, REL_case) >= 0 || p->word[h].tag == TAG_NNS
	    || (p->word[h].relation != REL_nmod_unmarked && p->word[h].relation != REL_obl_unmarked
	    && p->word[i - 1].tag != TAG_CD)
	    || (!is_noun(p, i - 1) && p->word[i - 1].tag != TAG_SYM && p->word[i - 1].tag != TAG_RB))
		return;
	if (name_frequency(p, i))
		return;
	p->node[i].hi = V("हर");
	p->node[i].fixed = true;
}

/* "300 km away", "two hours away", "4 km long": what measures it belongs to the word behind it. */
void take_distance(struct part *p, int i)
{
	static const char *const sizes[] = { "long", "wide", "tall", "high", "deep", "thick", "old", NULL };
	int unit = i - 1;
	bool size = view_is_any(p->word[i].lemma, sizes) && i > 0 && p->word[i].head == unit && child_of(p, unit, REL_cop) >= 0;

	if ((!has_lemma(p, i, "away") && !size) || unit < 1 || (!is_number(p, unit - 1) && p->word[unit - 1].tag != TAG_CD) || !is_noun(p, unit)
	    || p->node[unit].gone || p->node[i].gone)
		return;
	if (p->word[i].head == unit) {
		p->word[i].head = p->word[unit].head;
		p->word[i].relation = p->word[unit].relation;
		if (p->root == unit)
			p->root = i;
	} else if (p->word[unit].head != p->word[i].head && p->word[unit].head != i) {
		return;
	}
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == unit && p->word[k].relation != REL_nummod && p->word[k].relation != REL_compound && p->word[k].relation != REL_det
		    && p->word[k].relation != REL_amod && k != i)
			p->word[k].head = i;
	p->word[unit].head = i;
	p->word[unit].relation = REL_obl_unmarked;
	if (size)
		p->word[i].tag = TAG_JJ;
}
