/*
 * reshape.c - what English and Hindi build differently, put right in the tree before words get
 * their senses: dates, times of the day, ranges, decades, numbers behind their nouns, "some of the houses", "even the cat".
 */
#include "transfer.h"

#include <ctype.h>
#include <stdlib.h>

static bool outside(int i, int begin, int end)
{
	return i < begin || i >= end;
}

static bool is_below(const struct part *p, int i, int above)
{
	for (int steps = 0; i >= 0 && steps <= p->n; steps++, i = p->word[i].head)
		if (i == above)
			return true;
	return false;
}

/* Words [begin, end) become one, said as `hindi`; what hung on them hangs on the one whose head is outside. */
static int join(struct part *p, int begin, int end, struct view hindi, const char *class)
{
	int head = -1;

	for (int i = begin; i < end && head < 0; i++)
		if (outside(p->word[i].head, begin, end) && p->word[i].tag != TAG_COMMA)
			head = i;
	if (head < 0)
		return -1;
	for (int i = 0; i < p->n; i++)
		if (outside(i, begin, end) && !outside(p->word[i].head, begin, end) && p->word[i].head >= 0)
			p->word[i].head = head;
	for (int i = begin; i < end; i++)
		if (i != head) {
			p->word[i].head = head;
			p->word[i].relation = REL_fixed;
			gone(p, i, "part of a phrase");
		}
	p->node[head].hi = arena_copy(p->arena, hindi);
	p->node[head].fixed = true;
	p->node[head].class = view_of(class);
	p->node[head].pos = POS_N;
	p->node[head].rule = *class ? class : "joined";
	return head;
}

static struct view text_of(const struct part *p, int i)
{
	const struct item *item = &p->items->at[p->item[i]];
	struct senses s = { 0 };

	if (item->kind == ITEM_WORD)
		s = bilingual_word(&p->g->words, p->word[i].lemma, POS_NUM);
	return s.n ? s.at->hi : item->text;
}

static bool is_number(const struct part *p, int i)
{
	return i >= 0 && i < p->n && p->items->at[p->item[i]].kind == ITEM_NUMBER;
}

/* --- dates and times --- */

/* The value of the digits a number begins with; -1: it begins with none. */
static int value_of(const struct part *p, int i)
{
	struct view v = is_number(p, i) ? p->items->at[p->item[i]].text : V("");

	return v.n && v.n < 8 && isdigit((unsigned char)v.p[0]) ? atoi(v.p) : -1;
}

static bool is_day(const struct part *p, int i)
{
	int value = value_of(p, i);

	return value >= 1 && value <= 31 && p->items->at[p->item[i]].text.n <= 4;
}

static bool is_year(const struct part *p, int i)
{
	int value = value_of(p, i);

	return value >= 1000 && value <= 2200 && p->items->at[p->item[i]].text.n == 4;
}

static bool is_month(const struct part *p, int i)
{
	static const char *const also_words[] = { "March", "May", NULL };
	char lower[LOWER_MAX];
	struct view form = i >= 0 && i < p->n ? p->word[i].form : V("");

	if (!form.n || !isupper((unsigned char)form.p[0]))
		return false;
	if (view_is_any(form, also_words))
		return true;
	return view_is(bilingual_class(&p->g->words, lower_form(p, i, lower)), "month");
}

/* Month i with its day and year: "7 July 1968", "July 7, 1968", "July 1968". Hindi puts the day first. */
static void join_date(struct part *p, int i)
{
	int day = is_day(p, i - 1) ? i - 1 : is_day(p, i + 1) ? i + 1 : -1;
	int year = (day > i ? day : i) + 1, begin = day >= 0 && day < i ? day : i, end;
	struct buf b = { 0 };
	const struct item *item = &p->items->at[p->item[i]];
	struct senses s = bilingual_word(&p->g->words, p->word[i].lemma, POS_N);

	if (year < p->n && p->word[year].tag == TAG_COMMA)
		year++;
	if (!is_year(p, year))
		year = -1;
	end = (year >= 0 ? year : day > i ? day : i) + 1;
	if (day >= 0)
		buf_addf(&b, "%.*s ", VIEW_ARG(text_of(p, day)));
	buf_add(&b, s.n ? s.at->hi : item->given.n ? item->given : item->sound.n ? item->sound : item->text);
	if (year >= 0)
		buf_addf(&b, " %.*s", VIEW_ARG(text_of(p, year)));
	if (end - begin > 1)
		join(p, begin, end, buf_view(&b), day >= 0 ? "date" : "month");
	buf_release(&b);
}

static const char *part_of_day(int hour, bool afternoon)
{
	if (!afternoon)
		return hour >= 4 && hour < 12 ? "सुबह" : "रात";
	return hour == 12 || hour < 4 ? "दोपहर" : hour < 8 ? "शाम" : "रात";
}

/* "6 p.m.": शाम 6 बजे; "10:30" and, behind "at", "6": 6 बजे. */
static void join_clock(struct part *p, int i)
{
	static const char *const am[] = { "am", "a.m.", "a.m", "AM", "A.M.", NULL };
	static const char *const pm[] = { "pm", "p.m.", "p.m", "PM", "P.M.", NULL };
	static const char *const of_clock[] = { "at", "by", "until", "till", "from", "before", "after", "around",
		"about", "since", "to", NULL };
	bool time = view_is(p->items->at[p->item[i]].token, "time");
	int value = value_of(p, i), governor = i > 0 && p->word[i - 1].tag == TAG_IN ? i - 1 : -1;
	struct view next = i + 1 < p->n ? p->word[i + 1].form : V("");
	struct buf b = { 0 };

	if (value < 0 || value > 24)
		return;
	if (view_is_any(next, am) || view_is_any(next, pm)) {
		buf_addf(&b, "%s %.*s बजे", part_of_day(value, view_is_any(next, pm)), VIEW_ARG(text_of(p, i)));
		join(p, i, i + 2, buf_view(&b), "clock");
	} else if (view_is(next, "o'clock") || view_is(next, "o\xe2\x80\x99" "clock")) {
		buf_addf(&b, "%.*s बजे", VIEW_ARG(text_of(p, i)));
		join(p, i, i + 2, buf_view(&b), "clock");
	} else if (time && governor >= 0 && view_is_any(p->word[governor].lemma, of_clock)) {
		buf_addf(&b, "%.*s बजे", VIEW_ARG(text_of(p, i)));
		join(p, i, i + 1, buf_view(&b), "clock");
	}
	buf_release(&b);
}

/* "at eleven", "by 5": an hour, where nothing is counted. */
static void join_hour(struct part *p, int i)
{
	static const char *const hours[] = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
		"ten", "eleven", "twelve",
		"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", NULL };
	bool at = i > 0 && (has_lemma(p, i - 1, "at") || has_lemma(p, i - 1, "by")) && p->word[i - 1].relation == REL_case;
	struct buf b = { 0 };

	if (!at || p->word[i].tag != TAG_CD || child_of(p, i, REL_acl_relcl) >= 0 || p->node[i].hi.n || p->node[i].gone || !view_is_any(p->word[i].lemma, hours)
	    || p->word[i - 1].head != i || p->word[i].head < 0 || !is_verb(p, p->word[i].head)
	    || (has_lemma(p, i - 1, "by") && p->word[i].form.n < 3))
		return;
	buf_addf(&b, "%.*s बजे", VIEW_ARG(text_of(p, i)));
	join(p, i, i + 1, buf_view(&b), "clock");
	buf_release(&b);
}

/* "half past six": साढ़े छह बजे. */
static void join_half(struct part *p, int i)
{
	static const struct { const char *part, *link, *hindi; } parts[] = {
		{ "half", "past", "साढ़े" }, { "quarter", "past", "सवा" }, { "quarter", "to", "पौने" },
	};
	struct buf b = { 0 };
	int begin = i > 0 && has_lemma(p, i - 1, "a") ? i - 1 : i;

	for (size_t k = 0; i + 2 < p->n && k < sizeof parts / sizeof *parts; k++) {
		if (!has_lemma(p, i, parts[k].part) || !has_lemma(p, i + 1, parts[k].link) || p->word[i + 2].tag != TAG_CD)
			continue;
		buf_addf(&b, "%s %.*s बजे", parts[k].hindi, VIEW_ARG(text_of(p, i + 2)));
		join(p, begin, i + 3, buf_view(&b), "clock");
		break;
	}
	buf_release(&b);
}

/* "the 1940s": 1940 के दशक. */
static void name_decade(struct part *p, int i)
{
	struct view v = is_number(p, i) ? p->items->at[p->item[i]].text : V("");
	struct buf b = { 0 };

	if (v.n < 5 || v.n > 6 || v.p[v.n - 1] != 's' || v.p[3] != '0' || value_of(p, i) < 1000)
		return;
	buf_addf(&b, "%.*s के दशक", VIEW_ARG(view_cut(v, 0, 4)));
	join(p, i, i + 1, buf_view(&b), "year");
	buf_release(&b);
}

/* "the 18th century": 18वीं सदी. The ending follows the noun's gender. */
static void name_ordinal(struct part *p, int i)
{
	static const char *const tails[] = { "st", "nd", "rd", "th", NULL };
	struct view v = is_number(p, i) ? p->items->at[p->item[i]].text : V("");
	struct sense *s;
	struct buf b = { 0 };
	bool ends = false;

	for (size_t k = 0; tails[k] && v.n > 2; k++)
		ends = ends || view_ends(v, tails[k]);
	if (!ends || !isdigit((unsigned char)v.p[v.n - 3]) || p->node[i].gone || p->node[i].hi.n)
		return;
	s = arena_get(p->arena, sizeof *s);
	buf_addf(&b, "%.*sवां", VIEW_ARG(view_cut(v, 0, v.n - 2)));
	*s = (struct sense){ .en = v, .hi = arena_copy(p->arena, buf_view(&b)), .pos = POS_ADJ };
	p->node[i].sense = s;
	p->node[i].pos = POS_ADJ;
	p->node[i].rule = "ordinal";
	if (p->word[i].relation == REL_nummod)
		p->word[i].relation = REL_amod;
	buf_release(&b);
}

/* --- numbers --- */

/* "3 to 5 years": 3 से 5 साल. The years carry the whole. */
static void join_range(struct part *p, int i)
{
	int noun = i + 3 < p->n ? p->word[i + 2].head : -1;
	struct buf b = { 0 };

	if (i + 2 >= p->n || p->word[i].tag != TAG_CD || !has_lemma(p, i + 1, "to") || p->word[i + 2].tag != TAG_CD
	    || (i > 0 && (has_lemma(p, i - 1, "from") || has_lemma(p, i - 1, "by") || is_verb(p, i - 1))) || p->node[i].gone)
		return;
	if (noun >= i + 3 && (p->word[noun].head == i || !is_below(p, noun, i))) {
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
static void join_between(struct part *p, int i)
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
static void join_bound(struct part *p, int i)
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
	if (last + 1 < p->n && is_noun(p, last + 1) && p->word[last].head != last + 1 && !is_below(p, last + 1, last))
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
static void link_up_to(struct part *p, int i)
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
static void link_level(struct part *p, int i)
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
static void link_span(struct part *p, int i)
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
static void keep_behind(struct part *p, int i)
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
static void name_numbered(struct part *p)
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
static void name_rate(struct part *p, int i)
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

/* "four days later", "a year later": चार दिन बाद, एक साल बाद. */
static void name_later(struct part *p, int i)
{
	int unit = i - 1, count = i - 2;
	struct senses s;
	struct buf b = { 0 };
	struct view hi;

	if (!has_lemma(p, i, "later") || count < 0 || p->node[i].gone || p->node[unit].gone
	    || !view_is(bilingual_class(&p->g->words, p->word[unit].lemma), "time")
	    || (p->word[count].tag != TAG_CD && !has_lemma(p, count, "a") && !has_lemma(p, count, "an")))
		return;
	s = bilingual_word(&p->g->words, p->word[unit].lemma, POS_N);
	if (!s.n)
		return;
	hi = s.at->hi;
	buf_addf(&b, "%.*s ", VIEW_ARG(p->word[count].tag == TAG_CD ? text_of(p, count) : V("एक")));
	buf_add(&b, view_ends(hi, "ा") ? view_cut(hi, 0, hi.n - strlen("ा")) : hi);
	buf_addf(&b, "%s बाद", view_ends(hi, "ा") ? "े" : "");
	p->word[unit].head = p->word[count].head = i;
	if (join(p, count, i + 1, buf_view(&b), "time") == i)
		p->word[i].relation = REL_advmod;
	buf_release(&b);
}

/* "300 km away", "two hours away", "4 km long": what measures it belongs to the word behind it. */
static void take_distance(struct part *p, int i)
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

/* "on Mondays": the day, whatever its number and tag. */
static void name_weekday(struct part *p, int i)
{
	struct view form = p->word[i].form, day;
	char lower[LOWER_MAX];

	if (form.n < 7 || form.n >= LOWER_MAX || !view_ends(form, "days"))
		return;
	day = view_cut(lower_form(p, i, lower), 0, form.n - 1);
	if (view_is(bilingual_class(&p->g->words, day), "weekday")) {
		p->word[i].lemma = arena_copy(p->arena, day);
		p->word[i].tag = TAG_NNP;
	}
}

/* --- words that hang elsewhere in Hindi --- */

static const char *const quantities[] = { "some", "most", "many", "several", "all", "both", "half", NULL };

/* "some of the houses": कुछ घर. "all of them": सभी. "8% of users": 8% यूज़र. */
static void take_quantity(struct part *p, int i)
{
	int of = i + 1, noun = -1;
	bool percent = view_is(p->items->at[p->item[i]].token, "percent");

	if ((!percent && !view_is_any(p->word[i].lemma, quantities)) || of >= p->n || !has_lemma(p, of, "of"))
		return;
	noun = p->word[of].head;
	if (noun < 0 || p->word[noun].head != i || !is_noun(p, noun) || p->word[noun].tag == TAG_CD || p->word[noun].tag == TAG_WDT
	    || p->word[noun].tag == TAG_WP)
		return;
	if (p->word[noun].tag == TAG_PRP) {
		if (has_lemma(p, i, "all") || has_lemma(p, i, "both")) {
			if (has_lemma(p, noun, "we") || has_lemma(p, noun, "you")) {
				p->node[i].hi = has_lemma(p, noun, "we") ? has_lemma(p, i, "all") ? V("हम सब") : V("हम दोनों")
					: has_lemma(p, i, "all") ? V("आप सब") : V("आप दोनों");
				p->node[i].fixed = p->node[i].plural = p->node[i].human = true;
				p->node[i].pos = POS_N;
				p->node[i].person = 3;
			}
			gone(p, of, "shown by the order");
			gone(p, noun, "shown by the quantity");
		}
		return;
	}
	if (has_lemma(p, of + 1, "this") || has_lemma(p, of + 1, "these") || has_lemma(p, of + 1, "those")
	    || (percent && p->word[noun].tag != TAG_NNS))
		return;			/* इन दवाओं में से कई */
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && k != noun)
			p->word[k].head = noun;
	p->word[noun].head = p->word[i].head;
	p->word[noun].relation = p->word[i].relation;
	p->word[i].head = noun;
	p->word[i].relation = percent ? REL_nummod : REL_det;
	p->word[i].tag = percent ? TAG_CD : TAG_DT;
	p->word[of].relation = REL_fixed;
	gone(p, of, "shown by the order");
}

/* "none of the doors": कोई दरवाज़ा नहीं. */
static void take_none(struct part *p, int i)
{
	int noun = has_lemma(p, i, "none") && has_lemma(p, i + 1, "of") ? p->word[i + 1].head : -1;
	size_t rows;

	if (noun < 0 || p->word[noun].head != i || p->word[noun].tag != TAG_NNS || child_of(p, noun, REL_acl_relcl) >= 0 || !has_lemma(p, i + 2, "the")
	    || child_of(p, noun, REL_nummod) >= 0)
		return;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && k != noun)
			p->word[k].head = noun;
	for (int k = i + 2; k < noun; k++)
		if (has_lemma(p, k, "the") && p->word[k].head == noun)
			gone(p, k, "article");
	p->word[noun].head = p->word[i].head;
	p->word[noun].relation = p->word[i].relation;
	p->word[noun].tag = TAG_NN;
	p->word[i].tag = TAG_DT;
	p->word[i].head = noun;
	p->word[i].relation = REL_det;
	p->node[i].pronoun = rows_find(&p->g->pronouns, V("no"), &rows);
	p->word[i + 1].relation = REL_fixed;
	gone(p, i + 1, "shown by the order");
	if (p->root == i)
		p->root = noun;
}

/* "How much of the money is left?": पैसे का कितना हिस्सा. "How many of the guests came?": कितने मेहमान. */
static void take_share(struct part *p, int i)
{
	int much = i + 1, of = i + 2, noun, verb;

	if (of + 1 >= p->n || !has_lemma(p, i, "how") || !has_lemma(p, of, "of") || (!has_lemma(p, much, "much") && !has_lemma(p, much, "many")))
		return;
	noun = p->word[of].head;
	verb = p->word[much].head;
	if (noun < of || p->word[noun].head != much || verb < 0 || (has_lemma(p, much, "many")
	    && (p->word[noun].tag == TAG_PRP || (p->word[of + 1].tag == TAG_DT && !has_lemma(p, of + 1, "the")))))
		return;			/* उनमें से कितने */
	if (p->word[much].relation == REL_advmod && is_verb(p, verb))
		p->word[much].relation = child_of(p, verb, REL_nsubj) < 0 && child_of(p, verb, REL_nsubj_pass) < 0 ? REL_nsubj : REL_obj;
	if (p->word[noun].tag == TAG_NNS) {
		p->word[noun].head = verb;
		p->word[noun].relation = p->word[much].relation;
		p->word[much].head = noun;
		p->word[much].relation = REL_amod;
		gone(p, of, "shown by the order");
		return;
	}
	p->word[much].tag = TAG_NN;
	p->word[noun].relation = REL_nmod;
	p->node[much].hi = V("कितना हिस्सा");
	p->node[much].fixed = true;
	p->node[much].pos = POS_N;
	p->word[i].head = much;
	p->word[i].relation = REL_fixed;
	gone(p, i, "said with how much");
}

/* The noun whose phrase begins at word i: nothing but its own words stand between; -1: none. */
static int phrase_from(const struct part *p, int i)
{
	for (int noun = i; noun < p->n && noun < i + 6; noun++) {
		bool all = is_noun(p, noun) && !outside(p->word[noun].head, 0, p->n + 1);

		for (int k = i; k < noun && all; k++)
			all = p->word[k].head == noun || (p->word[k].head > k && p->word[k].head < noun);
		if (all && (noun + 1 >= p->n || p->word[noun + 1].head != noun || !is_noun(p, noun + 1))
		    && p->word[noun].relation != REL_compound)
			return noun;
		if (p->word[noun].tag == TAG_COMMA || (is_verb(p, noun) && p->word[noun].relation != REL_amod))
			return -1;
	}
	return -1;
}

/* "Even the cat slept": the adverb belongs to the words behind it, not to the verb. */
static void focus(struct part *p, int i)
{
	static const char *const words[] = { "even", "only", NULL };
	int noun, h = p->word[i].head;

	if (!view_is_any(p->word[i].lemma, words) || p->word[i].relation != REL_advmod || h < 0 || i + 1 >= p->n)
		return;
	if (is_noun(p, h) && child_of(p, h, REL_cop) < 0 && child_of(p, h, REL_nsubj) < 0)
		return;
	noun = phrase_from(p, i + 1);
	if (noun >= 0 && noun != h && !is_below(p, noun, i))
		p->word[i].head = noun;
}

/* "It is open on Sundays too": रविवार को भी, what stands before it and not the whole. */
static void focus_before(struct part *p, int i)
{
	static const char *const classes[] = { "weekday", "month", "time", NULL };
	int h = p->word[i].head, noun = i - 1;

	if (!has_lemma(p, i, "too") || p->word[i].relation != REL_advmod || h < 0 || h > i || noun < 1 || p->word[noun].head != h
	    || p->word[noun].relation != REL_obl || child_of(p, noun, REL_case) < 0
	    || (child_of(p, h, REL_cop) < 0 && !view_is_any(bilingual_class(&p->g->words, p->word[noun].lemma), classes)))
		return;
	p->word[i].head = noun;
}

/* A possessive belongs to the noun that follows, whatever the tree says. */
static void mend_possessive(struct part *p, int i)
{
	if (p->word[i].tag == TAG_PRP && p->word[i].relation == REL_nmod_poss)
		p->word[i].tag = TAG_PRP_POSS;	/* her car */
	if (p->word[i].tag != TAG_PRP_POSS || p->word[i].relation == REL_nmod_poss)
		return;
	for (int k = i + 1; k < p->n && k < i + 5; k++)
		if ((p->word[k].tag == TAG_NN || p->word[k].tag == TAG_NNS) && !is_below(p, k, i)) {
			p->word[i].head = k;
			p->word[i].relation = REL_nmod_poss;
			return;
		}
}

/* So does "own", and what stands before 's or ' belongs to the noun behind it. */
static void mend_owner(struct part *p, int i)
{
	bool own = has_lemma(p, i, "own") && p->word[i].tag == TAG_JJ;
	int owner = p->word[i].tag == TAG_POS && i > 0 && is_noun(p, i - 1) ? i - 1 : -1, from = own ? i : owner, k = i + 1;

	if ((!own && owner < 0) || (own && p->word[i].relation == REL_amod) || (owner >= 0
	    && p->word[owner].relation == REL_nmod_poss))
		return;
	while (k < p->n && k < i + 4 && !is_noun(p, k) && (p->word[k].tag == TAG_JJ || p->word[k].tag == TAG_VBN
	    || p->word[k].tag == TAG_VBG))
		k++;
	while (k + 1 < p->n && is_noun(p, k) && is_noun(p, k + 1) && p->word[k].head == k + 1)
		k++;
	if (k >= p->n || !is_noun(p, k) || is_below(p, k, from))
		return;
	p->word[from].head = k;
	p->word[from].relation = own ? REL_amod : REL_nmod_poss;
	if (owner >= 0) {
		p->word[i].head = owner;
		p->word[i].relation = REL_case;
	}
}

/* "Neither the roof nor the walls": न छत, न दीवारें. */
static void pair_negations(struct part *p, int i)
{
	int nor = i + 1;

	while (nor < p->n && !has_lemma(p, nor, "nor"))
		nor++;
	if (!has_lemma(p, i, "neither") || nor >= p->n)
		return;
	p->node[i].hi = p->node[nor].hi = V("न");
	p->node[i].fixed = p->node[nor].fixed = true;
	p->word[i].tag = p->word[nor].tag = TAG_CC;
	if (p->word[i].head > i)
		p->word[i].relation = is_verb(p, p->word[i].head) ? REL_advmod : REL_cc_preconj;
}

/* "No pets, no nails": न पालतू जानवर, न कीलें. Of one that is alone the verb says नहीं. */
static void pair_none(struct part *p, int i)
{
	int n = 0, none[8];

	if (!is_noun(p, i) || p->word[i].relation == REL_conj || i == 0 || child_of(p, i, REL_conj) < 0)
		return;
	for (int k = i; k < p->n; k++) {
		bool member = k == i || (p->word[k].head == i && p->word[k].relation == REL_conj);

		if (!member || n == 8)
			continue;
		none[n] = -1;
		for (int d = k - 1; d >= 0 && none[n] < 0; d--)
			if (has_lemma(p, d, "no") && p->word[d].head == k && p->word[d].relation == REL_det && !p->node[d].gone)
				none[n] = d;
		if (none[n++] < 0)
			return;
	}
	for (int k = 0; n > 1 && k < n; k++) {
		p->node[none[k]].hi = V("न");
		p->node[none[k]].fixed = true;
	}
}

/* "Let's look at it": आइए इसे देखें. The verb below is what is asked. */
static void take_let(struct part *p, int i)
{
	int verb = has_lemma(p, i, "let") && i + 1 < p->n && has_lemma(p, i + 1, "we") ? child_of(p, i, REL_xcomp) : -1;

	if (verb < 0 || child_of(p, i, REL_nsubj) >= 0 || !is_verb(p, verb) || verb < i)
		return;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i)
			p->word[k].head = verb;
	p->word[verb].head = p->word[i].head;
	p->word[verb].relation = p->word[i].relation;
	p->word[verb].tag = TAG_VB;
	p->word[i].head = verb;
	p->word[i].relation = REL_discourse;
	p->node[i].hi = V("आइए");
	p->node[i].fixed = true;
	if (p->root == i)
		p->root = verb;
	gone(p, i + 1, "said with let");
}

/* Verb i takes the place of the one above it, which is said with it; what hangs there hangs on i. */
static void take_place(struct part *p, int i, int above)
{
	p->word[i].head = p->word[above].head;
	p->word[i].relation = p->word[above].relation;
	p->word[i].tag = p->word[above].tag;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == above && k != i)
			p->word[k].head = i;
	p->word[above].head = i;
	p->word[above].relation = REL_fixed;
	if (p->root == above)
		p->root = i;
	gone(p, above, "said by the verb");
}

/* Someone who can force others, as far as the word tells. */
static bool is_somebody(const struct part *p, int i)
{
	static const char *const classes[] = { "person", "people", "kin", "name-person", "name-org", NULL };
	static const char *const pronouns[] = { "i", "I", "you", "he", "she", "we", "they", "who", NULL };

	return view_is_any(p->word[i].lemma, pronouns) || view_is_any(bilingual_class(&p->g->words, p->word[i].lemma), classes)
		|| p->items->at[p->item[i]].kind == ITEM_NAME;
}

/* "Salt makes ice melt": नमक से बर्फ पिघलती है. Who makes others do it forces them: उसने मुझे रुकने पर मजबूर किया. */
static void take_made(struct part *p, int i)
{
	int make = p->word[i].head, subject, object;
	bool below = make >= 0 && (p->word[i].relation == REL_xcomp || p->word[i].relation == REL_ccomp);

	if (!below || make > i || !has_lemma(p, make, "make") || !is_verb(p, make) || p->word[i].tag != TAG_VB || child_of(p, i, REL_mark) >= 0
	    || child_of(p, make, REL_aux_pass) >= 0)
		return;
	subject = child_of(p, make, REL_nsubj);
	object = child_of(p, make, REL_obj) >= 0 ? child_of(p, make, REL_obj) : child_of(p, i, REL_nsubj);
	if (object < make || object > i)
		return;
	if (subject < 0 || is_somebody(p, subject)) {
		p->word[make].lemma = V("force");
		p->word[object].head = make;
		p->word[object].relation = REL_obj;
		p->word[i].relation = REL_xcomp;
		return;
	}
	if (has_lemma(p, subject, "nothing") || has_lemma(p, child_of(p, subject, REL_det), "no"))
		return;
	take_place(p, i, make);
	p->word[object].head = i;
	p->word[object].relation = REL_nsubj;
	p->word[subject].relation = REL_obl;
	p->node[subject].cause = true;
}

/* Of "had the roof repaired" the verb that has it done, or -1. A participle that only tells more of the object says so with a possessive. */
static int causer_of(const struct part *p, int i)
{
	int above = p->word[i].head, have = above, object;

	if ((p->word[i].tag != TAG_VBN && p->word[i].tag != TAG_VBD) || above < 0 || above > i)
		return -1;
	if (p->word[i].relation == REL_acl && p->word[above].relation == REL_obj)
		have = p->word[above].head;
	else if (p->word[i].relation != REL_xcomp && p->word[i].relation != REL_ccomp)
		return -1;
	object = have >= 0 ? child_of(p, have, REL_obj) : -1;
	if (have < 0 || object < have || object > i || !(has_lemma(p, have, "have") || has_lemma(p, have, "get")) || child_of(p, have, REL_aux_pass) >= 0
	    || child_of(p, i, REL_nsubj) >= 0 || child_of(p, i, REL_mark) >= 0 || child_of(p, i, REL_aux) >= 0)
		return -1;
	if (p->word[i].relation == REL_acl && child_of(p, object, REL_nmod_poss) < 0 && p->word[object].tag != TAG_PRP)
		return -1;
	return have;
}

/* "They had the roof repaired": उन्होंने छत की मरम्मत करवाई. What is had done is the verb of the clause. */
static void take_caused(struct part *p, int i)
{
	int have = causer_of(p, i);

	if (have < 0)
		return;
	take_place(p, i, have);
	p->node[i].caused = true;
}

/* The verb or predicate of the clause that begins behind word i; -1: none does. */
static int clause_behind(const struct part *p, int i, int from)
{
	for (int k = i + 1; k < p->n; k++)
		if (p->word[k].head < i + 1 && p->word[k].head >= from && (is_verb(p, k) || child_of(p, k, REL_cop) >= 0
									  || child_of(p, k, REL_nsubj) >= 0))
			return k;
	return is_below(p, p->word[from].head, p->word[i].head) && p->word[from].head > i ? p->word[from].head : -1;
}

/* Words [begin, end) that only open the clause of `verb`: they go in front of it, and it takes the place of what they were. */
static void open_with(struct part *p, int begin, int end, int verb, const char *hindi)
{
	int top = join(p, begin, end, view_of(hindi), "");

	if (top < 0)
		return;
	for (int k = 0; k < p->n; k++)
		if (k != verb && p->word[k].head == top && p->word[k].relation != REL_fixed)
			p->word[k].head = verb;
	if (!is_below(p, top, verb)) {
		p->word[verb].head = p->word[top].head;
		p->word[verb].relation = p->word[top].relation == REL_root ? REL_root : REL_parataxis;
	}
	if (p->root == top)
		p->root = verb;
	p->word[top].head = verb;
	p->word[top].relation = REL_discourse;
	p->node[top].rule = "reason";
}

/* "That is why it failed": इसीलिए यह फेल हुआ; "This is because it rained": ऐसा इसलिए है, क्योंकि बारिश हुई. */
static void open_reason(struct part *p, int i)
{
	static const char *const pointing[] = { "this", "that", "which", "it", NULL };
	bool exact = has_lemma(p, i + 2, "exactly") || has_lemma(p, i + 2, "precisely"), why = has_lemma(p, i + 2 + exact, "why");
	int verb;

	if (i + 4 + exact >= p->n || !view_is_any(p->word[i].lemma, pointing) || !has_lemma(p, i + 1, "be") || p->word[i + 1].tag != TAG_VBZ
	    || (!why && (exact || !has_lemma(p, i + 2, "because") || has_lemma(p, i + 3, "of"))) || (why && has_lemma(p, i, "it"))
	    || (i > 0 && p->word[i - 1].tag != TAG_COMMA && p->word[i - 1].tag != TAG_CC))
		return;
	verb = clause_behind(p, i + 2 + exact, i);
	if (verb >= 0)
		open_with(p, i, i + 3 + exact, verb, why ? exact ? "ठीक इसीलिए" : "इसीलिए" : "ऐसा इसलिए है, क्योंकि");
}

/* "Let me know if it fails": मुझे बताएं. */
static void take_let_know(struct part *p, int i)
{
	int know = has_lemma(p, i, "let") ? child_of(p, i, REL_xcomp) : -1, who;

	if (know < 0)
		know = has_lemma(p, i, "let") ? child_of(p, i, REL_ccomp) : -1;
	if (know != i + 2 || !has_lemma(p, know, "know") || p->word[know].tag != TAG_VB || p->word[i + 1].tag != TAG_PRP)
		return;
	who = i + 1;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == know)
			p->word[k].head = i;
	p->word[i].lemma = V("tell");
	p->word[who].head = i;
	p->word[who].relation = REL_iobj;
	p->word[know].head = i;
	p->word[know].relation = REL_fixed;
	gone(p, know, "said by the verb");
}

/* "It was Meera who found it": मीरा ने ही ढूंढा. */
static void take_cleft(struct part *p, int i)
{
	static const char *const few[] = { "only", "first", "last", "same", "one", "next", "very", NULL };
	static const char *const vague[] = { "kind", "sort", "type", "thing", "way", "place", "part", "point", "one", "reason", "time", "day", "year", "moment",
		"person", "people", "man", "woman", "feature", "word", "answer", NULL };
	int x = p->word[i].head, verb, cop, who = -1;
	bool known;

	if (!has_lemma(p, i, "it") || x < i || (p->word[i].relation != REL_nsubj && p->word[i].relation != REL_expl) || !is_noun(p, x))
		return;
	verb = x + 1 < p->n ? p->word[x + 1].head : -1;
	cop = child_of(p, x, REL_cop);
	known = p->word[x].tag == TAG_NNP || p->word[x].tag == TAG_PRP || child_of(p, x, REL_nmod_poss) >= 0
		|| (has_lemma(p, child_of(p, x, REL_det), "the") && (i == 0 || p->word[i - 1].tag == TAG_CC) && !view_is_any(p->word[x].lemma, vague));
	if (verb < x || p->word[verb].head != x || cop < 0 || cop > x || !known || !is_verb(p, verb) || child_of(p, x, REL_case) >= 0
	    || (child_of(p, x, REL_conj) >= 0 && child_of(p, x, REL_conj) != verb))
		return;
	for (int k = p->node[x].first; k >= 0; k = p->node[k].next)
		if (k != i && k != cop && k != verb && p->word[k].relation != REL_punct
		    && (view_is_any(p->word[k].lemma, few) || p->word[k].tag == TAG_JJS || p->word[k].relation == REL_advmod
			|| p->word[k].relation == REL_aux || p->word[k].relation == REL_nsubj))
			return;
	for (int k = p->node[verb].first; k >= 0 && who < 0; k = p->node[k].next)
		if (k > x && k < verb && (has_lemma(p, k, "who") || has_lemma(p, k, "that"))
		    && (p->word[k].relation == REL_nsubj || p->word[k].relation == REL_obj || p->word[k].relation == REL_nsubj_pass))
			who = k;
	if (who != x + 1)
		return;
	p->word[verb].head = p->word[x].head;
	p->word[verb].relation = p->word[x].relation;
	if (p->root == x)
		p->root = verb;
	p->word[x].head = verb;
	p->word[x].relation = p->word[who].relation;
	p->word[who].relation = p->word[cop].relation = REL_dep;
	p->word[who].head = p->word[cop].head = verb;
	gone(p, who, "said by the stress");
	gone(p, cop, "said by the stress");
	p->word[i].head = x;
	p->word[i].relation = REL_advmod;
	p->node[i].hi = V("ही");
	p->node[i].fixed = true;
	p->node[i].pos = POS_ADV;
}

/* "It was in 1998 that they moved": 1998 में ही. Where, when or how it was belongs to the verb behind that. */
static void take_cleft_of_place(struct part *p, int i)
{
	int x = p->word[i].head, cop = x > i ? child_of(p, x, REL_cop) : -1, verb = -1, that = -1;

	if (!has_lemma(p, i, "it") || cop < i || cop > x || (p->word[x].tag != TAG_RB && child_of(p, x, REL_case) < cop))
		return;
	for (int k = p->node[x].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if (r == REL_aux || (r == REL_advmod && k < x) || (r == REL_nsubj && k != i))
			return;
		if (k > x && (is_verb(p, k) || child_of(p, k, REL_cop) >= 0) && is_finite(p, k) && child_of(p, k, REL_nsubj) > x)
			verb = k;
	}
	for (int k = verb < 0 ? -1 : p->node[verb].first; k >= 0 && that < 0; k = p->node[k].next)
		if (k < verb && has_lemma(p, k, "that") && p->word[k].relation == REL_mark)
			that = k;
	if (that < 0)
		return;
	p->word[verb].head = p->word[x].head;
	p->word[verb].relation = p->word[x].relation;
	if (p->root == x)
		p->root = verb;
	for (int k = p->node[x].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_punct || p->word[k].relation == REL_cc)
			p->word[k].head = verb;
	p->word[x].head = p->word[that].head = p->word[cop].head = verb;
	p->word[x].relation = is_noun(p, x) ? REL_obl : REL_advmod;
	p->word[that].relation = p->word[cop].relation = REL_dep;
	gone(p, that, "said by the stress");
	gone(p, cop, "said by the stress");
	p->word[i].head = x;
	p->word[i].relation = REL_advmod;
	if (!is_noun(p, x)) {
		gone(p, i, "said by the order");
		return;
	}
	p->node[i].hi = V("ही");
	p->node[i].fixed = true;
	p->node[i].pos = POS_ADV;
}

/* "It is small, which makes it fast": what tells of the whole clause follows it, जो उसे तेज़ बनाता है. */
static void part_sentence_relative(struct part *p, int i)
{
	if (p->word[i].relation != REL_advcl_relcl || i < 2 || p->word[i].head > i)
		return;
	for (int k = p->node[i].first; k >= 0 && k < i; k = p->node[k].next)
		if (p->word[k].tag == TAG_WDT && p->word[k - 1].tag == TAG_COMMA
		    && (p->word[k].relation == REL_nsubj || p->word[k].relation == REL_obj || p->word[k].relation == REL_nsubj_pass))
			p->word[i].relation = REL_parataxis;
}

/* "I wish I knew", "I wish you had told me": काश मुझे पता होता. What is wished is the clause. */
static void take_wish(struct part *p, int i)
{
	int clause = has_lemma(p, i, "wish") && p->word[i].tag == TAG_VBP ? child_of(p, i, REL_ccomp) : -1;
	int who = child_of(p, i, REL_nsubj), aux, mark;

	if (clause < i || who < 0 || p->word[i].relation == REL_acl_relcl || (!has_lemma(p, who, "I") && !has_lemma(p, who, "we")))
		return;
	aux = child_of(p, clause, REL_aux) >= 0 ? child_of(p, clause, REL_aux) : child_of(p, clause, REL_cop);
	if (aux >= 0 ? p->word[aux].tag != TAG_VBD && p->word[aux].tag != TAG_MD : p->word[clause].tag != TAG_VBD)
		return;
	mark = child_of(p, clause, REL_mark);
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i)
			p->word[k].head = clause;
	p->word[clause].head = p->word[i].head;
	p->word[clause].relation = p->word[i].relation;
	p->word[i].head = clause;
	p->word[i].relation = REL_discourse;
	p->node[i].hi = V("काश");
	p->node[i].fixed = true;
	if (p->root == i)
		p->root = clause;
	gone(p, who, "said with the wish");
	gone(p, mark, "said with the wish");
}

/* "Thank you for your help": आपकी मदद के लिए धन्यवाद. */
static void take_thanks(struct part *p, int i)
{
	static const struct sense thanks = { .pos = POS_N, .frame = { "inf=V-ने के लिए; for=के लिए", sizeof "inf=V-ने के लिए; for=के लिए" - 1 } };

	if (!has_lemma(p, i, "thank") || i + 1 >= p->n || !has_lemma(p, i + 1, "you") || child_of(p, i, REL_nsubj) >= 0
	    || child_of(p, i, REL_aux) >= 0 || child_of(p, i, REL_mark) >= 0 || p->word[i].tag == TAG_NN || p->word[i + 1].head != i)
		return;
	p->word[i].tag = TAG_NN;
	p->node[i].hi = V("धन्यवाद");
	p->node[i].sense = &thanks;
	p->node[i].fixed = true;
	p->node[i].pos = POS_N;
	gone(p, i + 1, "said with the thanks");
	for (int k = i + 2; k < p->n; k++)
		if (p->word[k].head == i && (p->word[k].relation == REL_obl || p->word[k].relation == REL_advcl))
			p->word[k].relation = p->word[k].relation == REL_obl ? REL_nmod : REL_acl;
}

/* "What does it look like?", "What is it like?": यह कैसा दिखता है? */
static void name_likeness(struct part *p, int i)
{
	static const struct sense likeness = { .pos = POS_ADJ };
	int like = p->n - 1, verb, be;

	if (!has_lemma(p, i, "what") || !has_lemma(p, like, "like") || like < i + 3 || i > 1)
		return;
	verb = is_verb(p, like - 1) ? like - 1 : -1;
	be = has_lemma(p, i + 1, "be") ? i + 1 : -1;
	if (verb >= 0) {
		p->word[i].head = verb;
		p->word[i].relation = REL_xcomp;
	} else if (be >= 0) {
		int who = p->word[like].head == i ? -1 : is_below(p, like - 1, i) ? like - 1 : like - 1;

		while (p->word[who].head > be && p->word[who].head < like)
			who = p->word[who].head;
		for (int k = 0; k < p->n; k++)
			if (k != i && (p->word[k].head == i || p->word[k].head == like || p->word[k].head < 0))
				p->word[k].head = k == who ? i : p->word[k].head < 0 || k == be ? i : p->word[k].head;
		p->word[who].head = i;
		p->word[who].relation = REL_nsubj;
		p->word[be].head = i;
		p->word[be].relation = REL_cop;
		p->word[i].head = -1;
		p->word[i].relation = REL_root;
		p->root = i;
	} else {
		return;
	}
	p->word[like].head = i;
	p->word[like].relation = REL_fixed;
	gone(p, like, "said with what");
	p->node[i].hi = V("कैसा");
	p->node[i].sense = &likeness;
	p->node[i].pos = POS_ADJ;
}

/* --- comparison --- */

/* "three times as fast", "ten times larger": तीन गुना. */
static void name_times(struct part *p, int i)
{
	int number = i - 1, on = i + 1, head;
	bool many = has_lemma(p, number, "many") || has_lemma(p, number, "several");
	struct buf b = { 0 };

	if (p->word[i].tag != TAG_NNS || !has_lemma(p, i, "time") || number < 0 || on >= p->n || (p->word[number].tag != TAG_CD && !many))
		return;
	if (has_lemma(p, on, "as"))
		on++;
	else if (p->word[on].tag != TAG_JJR && p->word[on].tag != TAG_RBR)
		return;
	if (on >= p->n)
		return;
	if (many)
		buf_str(&b, "कई");
	else
		buf_add(&b, text_of(p, number));
	buf_str(&b, " गुना");
	head = join(p, number, i + 1, buf_view(&b), "");
	buf_release(&b);
	if (head < 0 || is_below(p, on, head))
		return;
	p->word[head].head = on;
	p->word[head].relation = REL_advmod;
	p->node[head].pos = POS_ADV;
	p->node[head].rule = "times";
}

/* "no faster than that one": not faster. */
static void name_no(struct part *p, int i)
{
	static const char *const bounds[] = { "more", "less", "longer", "fewer", "later", "sooner", NULL };
	int on = i + 1;

	if (!has_lemma(p, i, "no") || on + 1 >= p->n || (p->word[on].tag != TAG_JJR && p->word[on].tag != TAG_RBR)
	    || view_is_any(p->word[on].form, bounds) || !has_lemma(p, on + 1, "than"))
		return;
	p->word[i].lemma = V("not");
	p->word[i].tag = TAG_RB;
	p->word[i].relation = REL_advmod;
}

/* "including tax": what is tagged a verb is a preposition; so is "depending on size". */
static void name_preposition(struct part *p, int i)
{
	int on = i + 1, noun = on < p->n ? p->word[on].head : -1;
	char lower[LOWER_MAX];

	if (p->word[i].tag != TAG_VBG)
		return;
	if (p->word[i].relation == REL_case) {
		p->word[i].lemma = arena_copy(p->arena, lower_form(p, i, lower));
		p->word[i].tag = TAG_IN;
	} else if (has_lemma(p, i, "depend") && has_lemma(p, on, "on") && noun > on && is_noun(p, noun) && p->word[noun].head == i
		   && p->word[i].head >= 0 && p->word[i].head < i && child_of(p, i, REL_aux) < 0) {
		p->word[noun].head = p->word[i].head;
		p->word[noun].relation = REL_obl;
		p->word[on].head = i;
		p->word[on].relation = REL_fixed;
		gone(p, on, "part of the preposition");
		p->word[i].head = noun;
		p->word[i].relation = REL_case;
		p->word[i].lemma = V("depending on");
		p->word[i].tag = TAG_IN;
	}
}

/* "not only X but also Y": न सिर्फ X, बल्कि Y भी. */
static void pair_not_only(struct part *p, int i)
{
	static const char *const only[] = { "only", "just", "merely", "simply", NULL };
	int but = -1, late = i + 1, other;

	if (!has_lemma(p, i, "not") || late >= p->n || !view_is_any(p->word[late].lemma, only))
		return;
	for (int k = late + 2; k < p->n && but < 0; k++)
		if (has_lemma(p, k, "but") && p->word[k].relation == REL_cc)
			but = k;
	if (but < 0 || is_below(p, p->word[late].head, i) || is_noun(p, p->word[but].head))
		return;
	gone(p, i, "said with only");
	p->word[i].head = late;
	p->word[i].relation = REL_fixed;
	p->word[late].lemma = V("only");
	p->node[late].hi = V("न सिर्फ");
	p->node[late].fixed = true;
	p->node[late].pos = POS_ADV;
	p->node[but].hi = V("बल्कि");
	p->node[but].fixed = true;
	other = p->word[but].head;
	if (but + 1 < p->n && has_lemma(p, but + 1, "also") && p->word[but + 1].head == other && !is_verb(p, other)
	    && p->word[other].relation == REL_conj && child_of(p, other, REL_nsubj) < 0)
		p->word[but + 1].head = p->word[other].head;
}

/* "larger than that of Mumbai": मुंबई से बड़ा. */
static void skip_pronoun(struct part *p, int i)
{
	int of = i + 1, y, prep;

	if ((!has_lemma(p, i, "that") && !has_lemma(p, i, "those")) || !has_lemma(p, of, "of") || i == 0)
		return;
	y = p->word[of].head;
	prep = child_of(p, i, REL_case);
	if (y < of || p->word[y].head != i || prep < 0 || (!has_lemma(p, prep, "than") && !has_lemma(p, prep, "as")))
		return;
	p->word[y].head = p->word[i].head;
	p->word[y].relation = p->word[i].relation;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i)
			p->word[k].head = y;
	gone(p, i, "said by what it compares");
	gone(p, of, "said by what it compares");
	p->word[i].head = p->word[of].head = y;
	p->word[i].relation = REL_dep;
}

/* "as many as 60 people": पूरे 60 लोग. */
static void name_as_many(struct part *p, int i)
{
	int number = i + 3;
	bool up = has_lemma(p, i + 1, "many") || has_lemma(p, i + 1, "much");
	struct buf b = { 0 };

	if (number >= p->n || !has_lemma(p, i, "as") || !has_lemma(p, i + 2, "as") || p->word[number].tag != TAG_CD || p->node[number].gone
	    || (!up && !has_lemma(p, i + 1, "few") && !has_lemma(p, i + 1, "little")))
		return;
	buf_addf(&b, "%s %.*s", up ? "पूरे" : "सिर्फ", VIEW_ARG(text_of(p, number)));
	for (int k = i; k < number; k++)
		p->word[k].head = number;
	join(p, i, number + 1, buf_view(&b), "number");
	buf_release(&b);
}

/* "the rise and fall of a brand": what follows belongs to both, and Hindi says it before both. */
static void share_genitive(struct part *p, int i)
{
	int and = i + 1, other = i + 2;

	if (other + 1 >= p->n || !is_noun(p, i) || p->word[and].tag != TAG_CC || p->word[other].head != i
	    || p->word[other].relation != REL_conj || !is_noun(p, other) || !has_lemma(p, other + 1, "of"))
		return;
	for (int k = other + 1; k < p->n; k++)
		if (p->word[k].head == other && p->word[k].relation == REL_nmod)
			p->word[k].head = i;
}

/* "a 12-hour flight": 12 घंटे की फ्लाइट; "an eleven-member jury": ग्यारह सदस्यों वाली जूरी. */
static void name_measure(struct part *p, int i)
{
	struct view text = p->items->at[p->item[i]].text, unit;
	const char *hyphen = memchr(text.p, '-', text.n);
	size_t at = hyphen ? (size_t)(hyphen - text.p) : 0;
	struct view number = view_cut(text, 0, at);
	struct senses s, n = bilingual_word(&p->g->words, number, POS_NUM);
	struct sense *own;
	struct buf b = { 0 };
	bool digits = at > 0, one, time, person, old = false;

	for (size_t k = 0; k < at; k++)
		digits = digits && (isdigit((unsigned char)text.p[k]) || text.p[k] == '.');
	unit = at ? view_cut(text, at + 1, text.n) : V("");
	if (view_ends(unit, "-old")) {
		unit.n -= strlen("-old");
		old = p->word[i].head < i || !is_noun(p, p->word[i].head);
	}
	s = at ? bilingual_word(&p->g->words, unit, POS_N) : (struct senses){ 0 };
	if ((!digits && !n.n) || !s.n || (p->word[i].head < i && !old) || p->node[i].gone || p->node[i].hi.n)
		return;
	time = view_is(bilingual_class(&p->g->words, unit), "time") || view_is(bilingual_class(&p->g->words, unit), "unit");
	person = view_is(bilingual_class(&p->g->words, unit), "person");
	if (!time && !person && (bilingual_word(&p->g->words, text, POS_ADJ).n || bilingual_word(&p->g->words, text, POS_N).n))
		return;
	one = view_is(number, "one") || view_is(number, "One") || view_is(number, "1");
	buf_addf(&b, view_is(unit, "bit") ? "%.*s-" : "%.*s ", VIEW_ARG(digits ? number : n.at->hi));
	hindi_noun(p->g->hindi, s.at->hi, s.at->feminine, s.at->form, !one && (!time || !s.at->feminine), !time || one, &b);	/* चालीस पेज का */
	if (old) {
		buf_str(&b, (digits ? atoi(text.p) < 18 : !view_ends(number, "ty")) ? " का बच्चा" : " का व्यक्ति");
		own = arena_get(p->arena, sizeof *own);
		*own = (struct sense){ .en = V("child"), .hi = arena_copy(p->arena, buf_view(&b)), .pos = POS_N, .form = 'h' };
		p->node[i].sense = own;
		p->node[i].pos = POS_N;
		p->node[i].rule = "age";
		buf_release(&b);
		return;
	}
	buf_str(&b, person ? " वाला" : view_is(unit, "bit") ? "" : " का");	/* 32-बिट प्रोसेसर */
	own = arena_get(p->arena, sizeof *own);
	*own = (struct sense){ .en = text, .hi = arena_copy(p->arena, buf_view(&b)), .pos = POS_ADJ };
	p->node[i].sense = own;
	p->node[i].pos = POS_ADJ;
	p->node[i].rule = "measure";
	p->word[i].tag = TAG_JJ;
	p->word[i].relation = REL_amod;
	buf_release(&b);
}

/* "It is worth a day": worth is the preposition of what it is worth, which takes its place. */
static void turn_worth(struct part *p, int i)
{
	int x = has_lemma(p, i, "worth") ? child_of(p, i, REL_obj) : -1;

	if (x < 0 && has_lemma(p, i, "worth"))
		x = child_of(p, i, REL_obl_unmarked) >= 0 ? child_of(p, i, REL_obl_unmarked) : child_of(p, i, REL_nmod_unmarked);
	if (x < i || !is_noun(p, x) || p->word[x].tag == TAG_PRP || p->node[i].gone)
		return;
	p->word[x].head = p->word[i].head;
	p->word[x].relation = p->word[i].relation == REL_acl || p->word[i].relation == REL_amod ? REL_nmod : p->word[i].relation;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && k != x)
			p->word[k].head = x;
	p->word[i].head = x;
	p->word[i].relation = REL_case;
	p->word[i].tag = TAG_IN;
	if (p->root == i)
		p->root = x;
}

/* "It is where bugs hide": वह जगह है, जहां. "That is how it works": यही वह तरीका है, जिससे. */
static void name_place(struct part *p, int i)
{
	static const struct { const char *question, *hindi; } names[] = {
		{ "where", "वह जगह" }, { "how", "वह तरीका" }, { "when", "वह समय" }, { "why", "वह वजह" },
	};
	int subject = child_of(p, i, REL_nsubj);
	const char *name = NULL;

	if (p->word[i].tag != TAG_WRB || child_of(p, i, REL_cop) < 0 || p->node[i].gone)
		return;
	if (child_of(p, i, REL_acl_relcl) >= 0)
		p->word[child_of(p, i, REL_acl_relcl)].relation = REL_advcl_relcl;
	if (child_of(p, i, REL_advcl_relcl) < 0)
		return;
	for (size_t k = 0; k < sizeof names / sizeof *names && !name; k++)
		if (has_lemma(p, i, names[k].question))
			name = names[k].hindi;
	if (!name)
		return;
	p->node[i].hi = view_of(name);
	if (subject >= 0 && (has_lemma(p, subject, "that") || has_lemma(p, subject, "this"))) {
		p->node[subject].hi = V("यही");
		p->node[subject].fixed = true;
	}
	p->node[i].fixed = true;
	p->node[i].pos = POS_N;
	p->node[i].feminine = has_lemma(p, i, "where") || has_lemma(p, i, "why");
}

/* "The north gets rain": where a place or time is named, the adjective is its noun. */
static void take_noun(struct part *p, int i)
{
	static const char *const named[] = { "north", "south", "east", "west", "past", "present",
		"public", "cold", "dark", NULL };
	uint8_t r = p->word[i].relation;

	if (p->word[i].tag == TAG_JJ && (r == REL_nsubj || r == REL_obj || r == REL_obl) && i > 0 && has_lemma(p, i - 1, "the")
	    && p->word[i - 1].head == i && view_is_any(p->word[i].lemma, named))
		p->word[i].tag = TAG_NN;
}

/* "She even cooked dinner", "They washed, dried and folded it": what has a subject and no auxiliary is no participle. */
static void name_past(struct part *p, int i)
{
	int h = p->word[i].head, subject = child_of(p, i, REL_nsubj);
	uint8_t r = p->word[i].relation;
	bool clause = (r == REL_root || r == REL_ccomp || r == REL_conj || r == REL_parataxis) && subject >= 0 && subject < i
		&& child_of(p, i, REL_obl_agent) < 0 && (child_of(p, i, REL_obj) > i || p->word[subject].tag == TAG_PRP);
	bool joined = r == REL_conj && h >= 0 && p->word[h].tag == TAG_VBD && child_of(p, h, REL_aux) < 0 && child_of(p, h, REL_cop) < 0;

	if (p->word[i].tag == TAG_VBN && (clause || joined) && child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_aux_pass) < 0
	    && child_of(p, i, REL_cop) < 0 && (subject < 0 || child_of(p, h < 0 ? i : h, REL_aux) < 0))
		p->word[i].tag = TAG_VBD;
}

/* "You have read it, haven't you?": आपने इसे पढ़ा है, है ना? Without the verb of form nothing is left to ask. */
static void tag_question(struct part *p)
{
	int aux = p->n - 3, not = p->n - 2, who = p->n - 1;

	if (p->n < 6 || p->word[who].tag != TAG_PRP || !has_lemma(p, not, "not") || p->word[aux - 1].tag != TAG_COMMA
	    || p->word[aux].relation == REL_root)
		return;
	for (int i = 0; i < p->n; i++)
		if (p->word[i].head >= aux)
			p->word[i].head = i >= aux ? aux : p->root;
	p->word[aux].head = p->root;
	p->word[aux].relation = REL_discourse;
	p->node[aux].hi = V("है ना");
	p->node[aux].fixed = true;
	gone(p, not, "part of what asks");
	gone(p, who, "part of what asks");
}

/* "There is a lantern in the drawer": दराज़ में लालटेन है. Where something is belongs to the verb. */
static void place_what_is_there(struct part *p, int i)
{
	static const char *const places[] = { "in", "on", "at", "under", "behind", "near", "inside", "within", "around", "beside", "above",
					      "below", "outside", "beneath", NULL };
	int noun = p->word[i].head, what = noun >= 0 ? p->word[noun].head : -1, be = what >= 0 ? p->word[what].head : -1;
	bool there = false;

	if (p->word[i].relation != REL_case || !view_is_any(p->word[i].lemma, places) || be < 0 || p->word[noun].relation != REL_nmod
	    || p->word[what].relation != REL_nsubj || noun < what || !has_lemma(p, be, "be"))
		return;
	for (int k = 0; k < p->n; k++) {
		there = there || (p->word[k].head == be && p->word[k].relation == REL_expl && has_lemma(p, k, "there"));
		if (p->word[k].head == what && p->word[k].relation == REL_conj && k < noun)
			return;
	}
	if (!there)
		return;
	p->word[noun].head = be;
	p->word[noun].relation = REL_obl;
}

/* "Her brothers are both doctors": उसके दोनों भाई. The quantity belongs to the subject before it. */
static void float_quantity(struct part *p, int i)
{
	int h = p->word[i].head, subject = -1;
	bool again = i + 1 < p->n && (has_lemma(p, i + 1, "of") || has_lemma(p, i + 1, "the") || p->word[i + 1].tag == TAG_CD
				      || p->word[i + 1].tag == TAG_DT || p->word[i + 1].tag == TAG_PRP_POSS);

	if ((!has_lemma(p, i, "both") && !has_lemma(p, i, "all")) || h <= i || again
	    || (p->word[i].relation != REL_advmod && p->word[i].relation != REL_det && p->word[i].relation != REL_cc_preconj))
		return;
	for (int k = 0; k < i; k++)
		if (p->word[k].head == h && (p->word[k].relation == REL_nsubj || p->word[k].relation == REL_nsubj_pass))
			subject = k;
	if (subject < 0 || (p->word[subject].tag != TAG_NNS && p->word[subject].tag != TAG_PRP))
		return;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == h && p->word[k].relation == REL_conj)
			return;		/* both soft and sweet */
	p->word[i].head = subject;
	p->word[i].relation = REL_det;
	p->word[i].tag = TAG_DT;
}

/* "two sons, one of whom is a doctor": जिनमें से एक. The clause is one on the noun before the comma, and what is counted hangs on the number. */
static void take_partitive(struct part *p, int i)
{
	int of = i + 1, which = i + 2, noun = i - 2, verb;

	if (noun < 0 || which + 1 >= p->n || p->word[i - 1].tag != TAG_COMMA || !has_lemma(p, of, "of") || !is_noun(p, noun)
	    || (!has_lemma(p, which, "which") && !has_lemma(p, which, "whom") && !has_lemma(p, which, "who")))
		return;
	verb = p->word[which].head == i ? p->word[i].head : p->word[which].head;
	if (verb <= which || verb == p->root)
		return;
	if (p->word[which].head != i) {
		uint8_t r = p->word[which].relation;

		p->word[i].relation = r == REL_nsubj || r == REL_nsubj_pass || r == REL_obj ? r : child_of(p, verb, REL_nsubj) < 0 ? REL_nsubj : REL_obj;
		p->word[i].head = verb;
		p->word[which].head = i;
		p->word[which].relation = REL_nmod;
	}
	p->word[of].head = which;
	p->word[of].relation = REL_case;
	if (p->word[i].tag != TAG_CD)
		p->word[of].lemma = p->word[of].form = V("among");	/* "most of" would be ज़्यादातर of the whole phrase */
	for (int up = p->word[noun].head; up >= 0 && up < i && is_noun(p, up) && p->word[noun].relation != REL_nsubj; up = p->word[noun].head)
		noun = up;
	p->word[verb].head = noun;
	p->word[verb].relation = REL_acl_relcl;
}

/* "believe that he is twelve": a number or noun with a subject and that is a clause; "those who came had to stand": had tells the time. */
static void name_clause(struct part *p, int i)
{
	uint8_t r = p->word[i].relation;

	if (child_of(p, i, REL_nsubj) < 0)
		return;
	if ((r == REL_obl || r == REL_nmod) && is_verb(p, p->word[i].head) && child_of(p, i, REL_cop) >= 0
	    && has_lemma(p, child_of(p, i, REL_mark), "that"))
		p->word[i].relation = REL_ccomp;
	if (p->word[i].tag == TAG_VBN && has_lemma(p, i, "have") && child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_aux_pass) < 0)
		p->word[i].tag = TAG_VBD;
}

/* "I have been to Delhi": मैं दिल्ली गया हूं. */
static void take_been(struct part *p, int i)
{
	int place = p->word[i].head, to = place > i ? child_of(p, place, REL_case) : -1;

	if (!view_is(p->word[i].form, "been") || p->word[i].relation != REL_cop || !has_lemma(p, to, "to"))
		return;
	p->word[i].head = p->word[place].head;
	p->word[i].relation = p->word[place].relation;
	p->word[i].lemma = V("go");
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == place && (k < i || p->word[k].relation == REL_advcl || p->word[k].relation == REL_punct
						 || p->word[k].relation == REL_advmod || p->word[k].relation == REL_obl))
			p->word[k].head = i;
	p->word[place].head = i;
	p->word[place].relation = REL_obl;
	if (p->root == place)
		p->root = i;
}

void reshape(struct part *p)
{
	tag_question(p);
	name_numbered(p);
	for (int i = 0; i < p->n; i++) {
		name_clause(p, i);
		take_partitive(p, i);
		take_been(p, i);
		take_noun(p, i);
		name_past(p, i);
		turn_worth(p, i);
		name_place(p, i);
		mend_possessive(p, i);
		mend_owner(p, i);
		join_half(p, i);
		join_hour(p, i);
		if (is_month(p, i))
			join_date(p, i);
		if (is_number(p, i) && !p->node[i].gone && !p->node[i].hi.n) {
			join_clock(p, i);
			name_decade(p, i);
			name_ordinal(p, i);
			keep_behind(p, i);
		}
		join_range(p, i);
		join_between(p, i);
		join_bound(p, i);
		link_level(p, i);
		link_span(p, i);
		link_up_to(p, i);
		name_weekday(p, i);
		name_later(p, i);
		take_distance(p, i);
		name_rate(p, i);
		take_quantity(p, i);
		take_none(p, i);
		take_share(p, i);
		float_quantity(p, i);
		place_what_is_there(p, i);
		focus(p, i);
		focus_before(p, i);
		pair_negations(p, i);
		pair_none(p, i);
		take_let_know(p, i);
		take_let(p, i);
		take_cleft(p, i);
		take_cleft_of_place(p, i);
		part_sentence_relative(p, i);
		take_caused(p, i);
		take_made(p, i);
		take_wish(p, i);
		take_thanks(p, i);
		open_reason(p, i);
		name_likeness(p, i);
		name_times(p, i);
		name_no(p, i);
		name_preposition(p, i);
		pair_not_only(p, i);
		skip_pronoun(p, i);
		name_as_many(p, i);
		share_genitive(p, i);
		name_measure(p, i);
	}
}

/* --- articles --- */

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
