/* dates.c - dates, times of the day, decades and centuries, put right in the tree. */
#include "reshape.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

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

bool is_month(const struct part *p, int i)
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
void join_date(struct part *p, int i)
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
void join_clock(struct part *p, int i)
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
void join_hour(struct part *p, int i)
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
void join_half(struct part *p, int i)
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
void name_decade(struct part *p, int i)
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
void name_ordinal(struct part *p, int i)
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

/* "four days later", "a year later": चार दिन बाद, एक साल बाद. */
void name_later(struct part *p, int i)
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

/* "on Mondays": the day, whatever its number and tag. */
void name_weekday(struct part *p, int i)
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
