/* calendar.c - dates and periods: 15 अगस्त 1947, कल, Q4 FY26, 2016-19. */
#include "exact.h"

enum { YEAR_FIRST = 1000, YEAR_LAST = 2999, YEAR_SHORT = 45, TENSE_REACH = 40, AGO_MAX = 500 };

static const uint64_t year_before = IS(CLASS_YEAR_BEFORE) | IS(CLASS_YEAR_MAYBE);

/* A day; 0 is what is not said. */
struct day { int32_t year, month, day; };

static void write_year(struct buf *b, int32_t year)
{
	if (year)
		buf_addf(b, "%04d", (int)year);
	else
		buf_str(b, "XXXX");
}

static void write_day(struct buf *b, struct day d)
{
	write_year(b, d.year);
	if (d.month)
		buf_addf(b, "-%02d", (int)d.month);
	if (d.day)
		buf_addf(b, "-%02d", (int)d.day);
}

static int32_t sense_integer(const struct sense *s)
{
	return s->number.shift || s->number.digits > INT16_MAX ? -1 : (int32_t)s->number.digits;
}

/* --- years, months and days --- */

/* Of two digits those that would lie far ahead are of the last century. */
static int32_t whole_year(int32_t year)
{
	return year > 99 ? year : year + (year > YEAR_SHORT ? 1900 : 2000);
}

static bool is_apostrophe(const struct line *l, size_t i)
{
	return (atom_is_sign(l, i, '\'') || (atom_is(l, i, ATOM_SIGN) && view_is(l->at[i].text, "\u2019")))
	    && atom_touches(l, i + 1);
}

/* Four digits, or two after an apostrophe; the atom after it, or i. */
static size_t year_at(const struct line *l, size_t i, int32_t *year)
{
	bool short_year = is_apostrophe(l, i);

	*year = atom_integer(l, i + short_year);
	if (*year < 0 || !ends_here(l, i + short_year + 1) || l->at[i + short_year].folded.n != (short_year ? 2 : 4))
		return i;
	*year = short_year ? whole_year(*year) : *year;
	return *year >= YEAR_FIRST && *year <= YEAR_LAST ? i + short_year + 1 : i;
}

static const struct sense *month_at(const struct line *l, size_t i)
{
	const struct sense *s = sense_at(l, i, CLASS_MONTH);

	s = s ? s : sense_at(l, i, CLASS_MONTH_WEAK);
	return s;
}

/* The atom after a month and the stop of its abbreviation, which is part of it only where digits follow. */
static size_t month_end(const struct line *l, size_t i, const struct sense *s)
{
	i += s->words;
	return i + (atom_is_sign(l, i, '.') && atom_touches(l, i) && atom_is(l, i + 1, ATOM_DIGITS));
}

/* A day in words, सात or "third"; the atom after it, or i. One is not: एक मई. */
static size_t day_word_at(const struct line *l, size_t i, int32_t *day)
{
	const struct sense *ordinal = sense_at(l, i, CLASS_ORDINAL);
	struct number n;

	if (ordinal) {
		*day = sense_integer(ordinal);
		return i + ordinal->words;
	}
	if (!atom_has(l, i, IS(CLASS_NUMBER)) || !number_read(l, i, false, &n) || n.value.shift || n.value.digits < 2
	    || n.value.digits > 31)
		return i;
	*day = (int32_t)n.value.digits;
	return n.end;
}

/* 7, 7th, सात; the atom after it, or i. */
static size_t day_at(const struct line *l, size_t i, int32_t *day)
{
	size_t end = i + 1;

	*day = atom_integer(l, i);
	if (*day < 0)
		end = day_word_at(l, i, day);
	else if (l->at[i].folded.n > 2)
		return i;
	else if (atom_touches(l, end) && atom_has(l, end, IS(CLASS_ORDINAL_END)))
		end++;
	return end > i && *day >= 1 && *day <= 31 ? end : i;
}

/* Is what was read as a day the number of something else: May 5 percent, मार्च 20 लाख, we may 5 times? */
static bool counts_something(const struct line *l, size_t month, size_t end)
{
	bool small = l->at[month].text.p[0] >= 'a' && l->at[month].text.p[0] <= 'z';

	if (small && atom_has(l, month, IS(CLASS_MONTH_WEAK)) && atom_has(l, end, IS(CLASS_COUNTED)))
		return true;
	return atom_has(l, end, MEASURES | IS(CLASS_OCLOCK) | IS(CLASS_PART_AFTER)) || atom_is_sign(l, end, ':')
	    || !ends_here(l, end);
}

/* A year after what was read of a date, with or without a comma; the atom after it, or i. */
static size_t year_after(const struct line *l, size_t i, int32_t *year)
{
	size_t from = i + (atom_is_sign(l, i, ',') && atom_touches(l, i));
	size_t end = year_at(l, from, year);

	if (end == from || is_counted(l, end)) {
		*year = 0;
		return i;
	}
	return end;
}

static void give_days(struct found *f, struct day first, int32_t last, size_t end)
{
	struct buf *b = found_longer(f, ENTITY_DATE, end);

	if (!b)
		return;
	write_day(b, first);
	if (last) {
		first.day = last;
		buf_str(b, "..");
		write_day(b, first);
	}
}

/* A second day of the same month, 7-9 नवंबर; the atom after it, or i. */
static size_t last_day_at(const struct line *l, size_t i, int32_t first, int32_t *last)
{
	size_t end;

	*last = 0;
	if (!joins_range(l, i))
		return i;
	end = day_at(l, i + 1, last);
	if (end > i + 1 && *last > first)
		return end;
	*last = 0;
	return i;
}

/* The year behind a hyphen, of four digits or two; the atom after it, or i. */
static size_t joined_year_at(const struct line *l, size_t i, int32_t *year)
{
	*year = atom_joins(l, i, '-') && atom_is(l, i + 1, ATOM_DIGITS) ? atom_integer(l, i + 1) : -1;
	if (*year >= 0 && ends_here(l, i + 2)
	    && (l->at[i + 1].folded.n == 2 || (*year >= YEAR_FIRST && *year <= YEAR_LAST))) {
		*year = whole_year(*year);
		return i + 2;
	}
	*year = 0;
	return i;
}

/* 15 अगस्त 1947, 7th of November, 7-9 Nov 2025, 15-Aug-25 */
static void find_day_first(const struct line *l, size_t i, struct found *f)
{
	struct day d = { 0 };
	int32_t last;
	const struct sense *month;
	size_t end = day_at(l, i, &d.day), year;

	if (end == i)
		return;
	end = last_day_at(l, end, d.day, &last);
	end += atom_joins(l, end, '-') || (!month_at(l, end) && atom_has(l, end, IS(CLASS_OF)));
	month = month_at(l, end);
	if (!month)
		return;
	d.month = sense_integer(month);
	end = month_end(l, end, month);
	year = joined_year_at(l, end, &d.year);
	end = year > end ? year : year_after(l, end, &d.year);
	give_days(f, d, last, end);
}

/* November 7, 2025; Nov. 7-9 */
static bool find_month_day(const struct line *l, size_t month, size_t month_ends, struct day d, struct found *f)
{
	int32_t last;
	size_t end = day_at(l, month_ends, &d.day);

	if (end == month_ends || !atom_is(l, month_ends, ATOM_DIGITS))
		return false;
	end = last_day_at(l, end, d.day, &last);
	if (counts_something(l, month, end))
		return false;
	end = year_after(l, end, &d.year);
	give_days(f, d, last, end);
	return true;
}

/* The month at the other end of a span of months; "and" needs a word that says so: between May and July. */
static const struct sense *last_month_at(const struct line *l, size_t i, size_t begin)
{
	const struct sense *s;

	if (!joins_range(l, i) && !atom_has(l, i, IS(CLASS_RANGE_AND)))
		return NULL;
	s = sense_at(l, i + 1, CLASS_MONTH);
	s = s ? s : sense_at(l, i + 1, CLASS_MONTH_WEAK);
	if (!s || joins_range(l, i) || (begin && atom_has(l, begin - 1, IS(CLASS_BETWEEN)))
	    || atom_has(l, i + 1 + s->words, IS(CLASS_BETWEEN)))
		return s;
	return NULL;
}

/* जुलाई-सितंबर 2025; the year of a span that begins in the year before is that of its end. */
static bool find_month_span(const struct line *l, size_t begin, size_t i, struct day first, struct found *f)
{
	const struct sense *s = last_month_at(l, i, begin);
	struct day last = { 0 };
	struct buf *b;
	size_t end;

	if (!s)
		return false;
	last.month = sense_integer(s);
	end = year_after(l, month_end(l, i + 1, s), &last.year);
	if (!last.year)
		end = i + 1 + s->words;
	first.year = last.year ? last.year - (first.month > last.month) : 0;
	b = found_longer(f, ENTITY_PERIOD, end);
	if (!b)
		return true;
	write_day(b, first);
	buf_byte(b, '/');
	write_day(b, last);
	return true;
}

/* Do the words around say that a weak month (May, march) is one? */
static bool is_month_alone(const struct line *l, size_t i, const struct sense *s)
{
	bool capital = l->at[i].text.p[0] < 'a' || l->at[i].text.p[0] > 'z';

	if (s->class == CLASS_MONTH)
		return true;
	return (i && capital && atom_has(l, i - 1, year_before | IS(CLASS_STEP)))
	    || atom_has(l, i + s->words, IS(CLASS_YEAR_AFTER));
}

static void find_month(const struct line *l, size_t i, struct found *f)
{
	const struct sense *s = month_at(l, i);
	struct day d = { 0 };
	size_t end;

	if (!s)
		return;
	d.month = sense_integer(s);
	end = month_end(l, i, s);
	if (find_month_day(l, i, end, d, f) || find_month_span(l, i, i + s->words, d, f))
		return;
	end = year_after(l, end + ((atom_joins(l, end, '-') || atom_has(l, end, IS(CLASS_OF)))
				   && year_at(l, end + 1, &d.year) > end + 1), &d.year);
	if (d.year)
		give_days(f, d, 0, end);
	else if (is_month_alone(l, i, s))
		give_days(f, d, 0, i + s->words);
}

static bool is_day(struct day d)
{
	return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31 && d.year >= 1;
}

/* Three numbers with the same sign between; a short first number is a day. */
static bool order_day(const struct line *l, size_t i, const int32_t n[3], struct day *d)
{
	if (l->at[i].folded.n == 4) {
		*d = (struct day){ n[0], n[1], n[2] };
		return is_day(*d);
	}
	if (l->at[i + 4].folded.n != 4 && l->at[i + 4].folded.n != 2)
		return false;
	*d = (struct day){ whole_year(n[2]), n[1], n[0] };
	if (!is_day(*d))
		*d = (struct day){ d->year, d->day, d->month };
	return is_day(*d);
}

/* The T of 2025-11-07T14:30 */
static bool is_time_mark(const struct line *l, size_t i)
{
	return atom_touches(l, i) && view_is(l->at[i].folded, "t") && atom_touches(l, i + 1)
	    && atom_is(l, i + 1, ATOM_DIGITS) && atom_is_sign(l, i + 2, ':');
}

/* 7/11/2025, 2025-11-07 */
static void find_numeric(const struct line *l, size_t i, struct found *f)
{
	int32_t n[3];
	struct day d;

	for (size_t k = 0; k < 5; k++) {
		if (!atom_is(l, i + k, k % 2 ? ATOM_SIGN : ATOM_DIGITS) || (k && l->at[i + k].gap))
			return;
		if (k % 2 == 0 && ((n[k / 2] = atom_integer(l, i + k)) < 0 || l->at[i + k].folded.n > 4))
			return;
	}
	if (!byte_in(l->at[i + 1].text.p[0], "/-") || !view_eq(l->at[i + 1].text, l->at[i + 3].text))
		return;
	if (order_day(l, i, n, &d) && (ends_here(l, i + 5) || is_time_mark(l, i + 5)))
		give_days(f, d, 0, i + 5);
}

static bool is_behind_name(const struct line *l, size_t i)
{
	return i && l->at[i].gap && (atom_is_name(l, i - 1) || atom_has(l, i - 1, IS(CLASS_VERSION_WORD)));
}

/* 7.11.2025 is one atom; 2025.11.07 may be a version. */
static void find_dotted(const struct line *l, size_t i, struct found *f)
{
	struct view rest = l->at[i].folded, piece;
	int32_t n[3] = { 0 };
	struct day d;

	if (rest.n < 8 || rest.n > 10 || view_pieces(rest, '.') != 3)
		return;
	for (size_t k = 0; k < 3 && view_next(&rest, '.', &piece); k++)
		for (size_t p = 0; p < piece.n; p++) {
			if (piece.p[p] < '0' || piece.p[p] > '9')
				return;
			n[k] = n[k] * 10 + (piece.p[p] - '0');
		}
	d = (struct day){ n[2], n[1], n[0] };
	if (n[0] >= 1900 && n[0] <= 2100 && rest.n == 0 && l->at[i].folded.n == 10 && !is_behind_name(l, i))
		d = (struct day){ n[0], n[1], n[2] };
	if (is_day(d) && d.year >= YEAR_FIRST && d.year <= YEAR_LAST)
		give_days(f, d, 0, i + 1);
}

/* --- years alone --- */

/* Signs on both sides, or nothing: a cell, "(2019)", "Founded: 2009, Chennai"; not one of a list of numbers. */
static bool is_alone(const struct line *l, size_t i)
{
	if (i && (l->at[i - 1].kind != ATOM_SIGN || !byte_in(l->at[i - 1].text.p[0], "(|:[,;")))
		return false;
	if (i && atom_is_sign(l, i - 1, ',') && i > 1 && l->at[i - 2].kind == ATOM_DIGITS)
		return false;
	return i + 1 >= l->n || (l->at[i + 1].kind == ATOM_SIGN && (byte_in(l->at[i + 1].text.p[0], ")|:],;.!?")
								   || view_is(l->at[i + 1].text, "\u0964")));
}

/* Do the words beside a number say that it is a year? */
static bool is_year(const struct line *l, size_t i, int32_t year)
{
	bool after = atom_has(l, i + 1, IS(CLASS_YEAR_AFTER)), counted = is_counted(l, i + 1);
	bool likely = year >= 1700 && year <= 2100 && year % 1000;

	size_t before = i > 1 && atom_is_dash(l, i - 1) && !l->at[i].gap ? i - 2 : i - 1;

	if (i && atom_has(l, before, IS(CLASS_YEAR_BEFORE)) && year % 100 && !atom_has(l, i + 1, MEASURES))
		counted = false;
	if (atom_is_dash(l, i + 1) && atom_touches(l, i + 2))
		counted = atom_is(l, i + 2, ATOM_DIGITS);
	if (counted)
		return false;
	if (i && atom_has(l, before, year_before) && year >= 1400 && year <= 2100)
		return !after || likely;
	if (i && atom_has(l, i - 1, IS(CLASS_YEAR_DETERMINER)) && likely)
		return true;
	return (after && (likely || year == 2000)) || (likely && is_alone(l, i));
}

/* In 2021 and 2022: a year by the one before it. */
static bool follows_year(const struct line *l, size_t i, int32_t year)
{
	int32_t before;

	if (i < 2 || (!atom_is_sign(l, i - 1, ',') && !atom_has(l, i - 1, IS(CLASS_RANGE_AND))))
		return false;
	return year_at(l, i - 2, &before) == i - 1 && before < year && before >= 1700 && year <= 2100
	    && !atom_is(l, i + 1, ATOM_WORD) && is_year(l, i - 2, before);
}

/* A year, or years of which a later one is known for one by its place: 2026, 2027 और 2028 में. */
static void find_year(const struct line *l, size_t i, struct found *f)
{
	int32_t year, next;

	if (!atom_is(l, i, ATOM_DIGITS) || year_at(l, i, &year) != i + 1)
		return;
	for (size_t k = i, last = 0; k < i + 8; k += 2) {
		next = 0;
		if (year_at(l, k, &next) != k + 1 || next < (int32_t)last)
			return;
		last = (size_t)next;
		if (is_year(l, k, next)) {
			give_days(f, (struct day){ .year = year }, 0, i + 1);
			return;
		}
		if (!atom_is_sign(l, k + 1, ',') && !atom_has(l, k + 1, IS(CLASS_RANGE_AND)))
			break;
	}
	if (follows_year(l, i, year))
		give_days(f, (struct day){ .year = year }, 0, i + 1);
}

static void give_decade(struct found *f, int32_t decade, size_t end)
{
	struct buf *b = found_longer(f, ENTITY_DATE, end);

	if (b)
		buf_addf(b, "%dX", (int)(decade / 10));
}

/* Two digits are of a decade behind a word that says so or another decade: the 90s, 1970s-80s; "a 30s wait" is not. */
static bool is_short_decade(const struct line *l, size_t i)
{
	if (i && atom_has(l, i - 1, IS(CLASS_YEAR_DETERMINER) | year_before))
		return !atom_has(l, i - 1, IS(CLASS_ONE));
	return i > 2 && l->last == i - 1 && atom_is_dash(l, i - 1) && atom_has(l, i - 2, IS(CLASS_DECADE_END))
	    && l->at[i - 3].folded.n == 4;
}

/* 1990s, '90s, 1930 के दशक, नब्बे का दशक */
static void find_decade(const struct line *l, size_t i, struct found *f)
{
	size_t at = i + is_apostrophe(l, i), end = at + 1;
	int32_t year = atom_integer(l, at);
	bool digits = year >= 0;
	struct number n;

	if (!digits) {
		if (at > i || !number_read(l, i, false, &n) || n.value.shift || n.value.digits > 90)
			return;
		year = (int32_t)n.value.digits;
		end = n.end;
	}
	if (year % 10 || (digits && l->at[at].folded.n != (at > i ? 2 : 4) && l->at[at].folded.n != 2))
		return;
	if (year < 100)
		year += year >= 30 ? 1900 : 2000;
	if (atom_has(l, end, IS(CLASS_OF)) && atom_has(l, end + 1, IS(CLASS_DECADE)))
		give_decade(f, year, end + 2);
	else if (atom_has(l, end, IS(CLASS_DECADE)) && digits && l->at[at].folded.n == 4)
		give_decade(f, year, end + 1);
	else if (digits && atom_touches(l, end) && atom_has(l, end, IS(CLASS_DECADE_END)) && ends_here(l, end + 1)
		 && (l->at[at].folded.n == 4 || at > i || is_short_decade(l, i)))
		give_decade(f, year, end + 1);
}

/* --- ordinals, which periods begin with --- */

/* पहली, first, 21st; the atom after it, or i. */
static size_t ordinal_at(const struct line *l, size_t i, int32_t *n)
{
	const struct sense *s = sense_at(l, i, CLASS_ORDINAL);

	s = s ? s : sense_at(l, i, CLASS_ORDINAL_WEAK);
	*n = s ? sense_integer(s) : atom_integer(l, i);
	if (s)
		return i + s->words;
	return *n >= 0 && atom_touches(l, i + 1) && atom_has(l, i + 1, IS(CLASS_ORDINAL_END)) ? i + 2 : i;
}

static void find_century(const struct line *l, size_t i, struct found *f)
{
	int32_t n;
	size_t end = ordinal_at(l, i, &n);
	struct buf *b;

	if (end == i || n < 1 || n > 30)
		return;
	end += atom_is_dash(l, end) && atom_touches(l, end);
	b = atom_has(l, end, IS(CLASS_CENTURY)) ? found_longer(f, ENTITY_DATE, end + 1) : NULL;
	if (b)
		buf_addf(b, "%02dXX", (int)(n - 1));
}

/* --- relative dates --- */

/* Is what is said of the day past? The nearest word that tells decides, what follows first. */
static bool is_past(const struct line *l, size_t i)
{
	for (size_t k = i + 1; k < l->n && k < i + TENSE_REACH && !atom_is_sign(l, k, ','); k++) {
		if (atom_has(l, k, IS(CLASS_FUTURE)) || word_ends_as(l, k, CLASS_FUTURE))
			return false;
		if (atom_has(l, k, IS(CLASS_PAST)) || word_ends_as(l, k, CLASS_PAST))
			return true;
	}
	for (size_t k = i; k-- > 0 && k + TENSE_REACH > i && l->at[k].kind != ATOM_SIGN;)
		if (atom_has(l, k, IS(CLASS_PAST)))
			return true;
	return false;
}

/* The letter of a unit that the calendar knows, or 0. */
static char unit_letter(const struct sense *s)
{
	static const char *const units[] = { "day", "week", "month", "quarter", "year", "decade", NULL };

	if (!s || !view_is_any(s->value, units))
		return 0;
	return view_is(s->value, "decade") ? 'X' : (char)(s->value.p[0] - 32);
}

/* What the words for fiscal years tell apart: years of money, plain ones, and what stands behind one, FY26E. */
static const char fiscal_year[] = "", calendar_year[] = "calendar", fiscal_mark[] = "mark";

static const struct sense *year_word_at(const struct line *l, size_t i)
{
	const struct sense *s = sense_at(l, i, CLASS_FISCAL);

	return s && (view_is(s->value, fiscal_year) || view_is(s->value, calendar_year)) ? s : NULL;
}

/* last fiscal year, but neither "last fiscal quarter" nor इस वित्त वर्ष 2026 */
static bool find_fiscal_step(const struct line *l, size_t i, const struct sense *step, struct found *f)
{
	const struct sense *s = year_word_at(l, i);
	size_t end = s ? i + s->words : i;
	struct buf *b;

	if (!s || !view_is(s->value, fiscal_year) || !ends_here(l, end) || atom_is(l, end, ATOM_DIGITS)
	    || atom_has(l, end, IS(CLASS_QUARTER_WORD) | IS(CLASS_HALF_WORD) | IS(CLASS_QUARTER) | IS(CLASS_HALF)))
		return false;
	b = found_longer(f, ENTITY_PERIOD, end);
	if (b)
		buf_addf(b, "R%.*sFY", VIEW_ARG(step->value));
	return true;
}

/* next week, पिछले साल; of quarters it is a period. */
static void find_step(const struct line *l, size_t i, struct found *f)
{
	const struct sense *s = sense_at(l, i, CLASS_STEP), *unit;
	struct buf *b;
	char letter;

	if (!s)
		return;
	if (find_fiscal_step(l, i + s->words, s, f))
		return;
	unit = sense_at(l, i + s->words, CLASS_QUARTER_WORD);
	letter = unit ? 'Q' : 0;
	if (!unit) {
		unit = sense_at(l, i + s->words, CLASS_UNIT);
		letter = unit_letter(unit);
	}
	if (!letter || letter == 'D' || letter == 'X' || unit->as_is.n || !ends_here(l, i + s->words + unit->words))
		return;
	b = found_longer(f, letter == 'Q' ? ENTITY_PERIOD : ENTITY_DATE, i + s->words + unit->words);
	if (b)
		buf_addf(b, "R%.*s%c", VIEW_ARG(s->value), letter);
}

/* दो साल पहले, 3 days ago */
static void find_ago(const struct line *l, size_t i, struct found *f)
{
	const struct sense *unit, *to;
	struct amount a;
	struct buf *b;
	char letter;

	if (i && atom_has(l, i - 1, IS(CLASS_REFERENCE)))
		return;
	if (!amount_read(l, i, false, true, &a)) {
		/* a week ago */
		if (!atom_has(l, i, IS(CLASS_ONE)))
			return;
		a = (struct amount){ .low = { 1, 0 }, .end = i + 1 };
	}
	if (a.range)
		return;
	unit = sense_at(l, a.end, CLASS_UNIT);
	letter = unit_letter(unit);
	to = letter ? sense_at(l, a.end + unit->words, CLASS_AGO) : NULL;
	if (letter && !to)
		to = sense_at(l, a.end + unit->words, CLASS_HENCE);
	if (!to || decimal_compare(a.low, (struct decimal){ AGO_MAX, 0 }) > 0)
		return;
	b = found_longer(f, ENTITY_DATE, a.end + unit->words + to->words);
	if (!b)
		return;
	a.low.shift += letter == 'X';
	buf_str(b, to->class == CLASS_AGO ? "R-" : "R+");
	decimal_write(b, a.low);
	buf_byte(b, letter == 'X' ? 'Y' : letter);
}

static void find_relative(const struct line *l, size_t i, struct found *f)
{
	const struct sense *s = sense_at(l, i, CLASS_RELATIVE);
	bool either = !s && (s = sense_at(l, i, CLASS_EITHER)) != NULL;
	size_t end = s ? i + s->words : i;
	struct buf *b = s && ends_here(l, end) && !atom_joins(l, end, '-') ? found_longer(f, ENTITY_DATE, end) : NULL;

	if (b && either)
		buf_str(b, is_past(l, i) ? "R-" : "R+");
	if (b)
		buf_add(b, s->value);
	find_step(l, i, f);
}

/* --- periods --- */

/* A part of a year: Q3, H1, the second half; `sure` if it needs no year beside it. */
struct part_of_year { char kind; int32_t n; bool sure; };

static size_t letter_part_at(const struct line *l, size_t i, struct part_of_year *p)
{
	bool quarter = atom_has(l, i, IS(CLASS_QUARTER));

	if (!quarter && !atom_has(l, i, IS(CLASS_HALF)))
		return i;
	p->n = atom_touches(l, i + 1) ? atom_integer(l, i + 1) : -1;
	p->kind = quarter ? 'Q' : 'H';
	p->sure = quarter;
	return p->n >= 1 && p->n <= (quarter ? 4 : 2) && l->at[i + 1].folded.n == 1 ? i + 2 : i;
}

/* The last quarter of a year that is named, not the one before this: last quarter of 2024. */
static size_t last_part_at(const struct line *l, size_t i, struct part_of_year *p)
{
	const struct sense *step = sense_at(l, i, CLASS_STEP), *s = NULL, *of;
	size_t at = step ? i + step->words : i;

	if (!step || !view_is(step->value, "-1"))
		return i;
	s = sense_at(l, at, CLASS_QUARTER_WORD);
	*p = (struct part_of_year){ s ? 'Q' : 'H', s ? 4 : 2, false };
	s = s ? s : sense_at(l, at, CLASS_HALF_WORD);
	of = s ? sense_at(l, at + s->words, CLASS_OF) : NULL;
	return of && view_is(of->value, "whole") ? at + s->words : i;
}

static size_t part_of_year_at(const struct line *l, size_t i, struct part_of_year *p)
{
	const struct sense *s;
	size_t end = letter_part_at(l, i, p);

	if (end > i)
		return end;
	end = last_part_at(l, i, p);
	if (end > i)
		return end;
	end = ordinal_at(l, i, &p->n);
	if (end == i)
		return i;
	end += atom_is_dash(l, end) && atom_touches(l, end);
	s = sense_at(l, end, CLASS_QUARTER_WORD);
	p->kind = s ? 'Q' : 'H';
	s = s ? s : sense_at(l, end, CLASS_HALF_WORD);
	if (!s || p->n < 1 || p->n > (p->kind == 'Q' ? 4 : 2))
		return i;
	p->sure = view_is(s->value, "alone");
	return end + s->words;
}

/* A year that a part of it may stand beside; fiscal ones are named by the year they end in. */
struct of_year { int32_t year; bool fiscal, named; };

/* 2025-26, 2025, 25-26, 25 behind the word for a fiscal year. */
static size_t fiscal_digits(const struct line *l, size_t i, int32_t *year)
{
	size_t from = i + (atom_is(l, i, ATOM_SIGN) && atom_touches(l, i + 1) && !atom_is_dash(l, i)
			   && year_at(l, i, year) > i);
	int32_t first = atom_integer(l, from), last;
	bool whole = first >= 0 && l->at[from].folded.n == 4;

	*year = 0;
	if (first < 0 || (l->at[from].folded.n != 2 && !whole))
		return i;
	if (!ends_here(l, from + 1)) {
		const struct sense *mark = sense_at(l, from + 1, CLASS_FISCAL);

		if (!mark || !view_is(mark->value, fiscal_mark) || !ends_here(l, from + 2))
			return i;
	}
	*year = whole ? first : 2000 + first;
	last = joins_range(l, from + 1) || atom_is_sign(l, from + 1, '/') ? atom_integer(l, from + 2) : -1;
	if (last < 0 || (l->at[from + 2].folded.n == 4 ? last : *year / 100 * 100 + last) != *year + 1)
		return from + 1;
	(*year)++;
	return from + 3;
}

static size_t of_year_at(const struct line *l, size_t i, struct of_year *y)
{
	const struct sense *s = year_word_at(l, i);
	size_t end;

	*y = (struct of_year){ .fiscal = s && view_is(s->value, fiscal_year), .named = s != NULL };
	if (!s)
		return year_at(l, i, &y->year);
	i += s->words;
	end = fiscal_digits(l, i, &y->year);
	return end > i ? end : i - s->words;
}

static void write_part(struct buf *b, struct of_year y, const struct part_of_year *p)
{
	if (y.fiscal)
		buf_str(b, "FY");
	write_year(b, y.year);
	if (p)
		buf_addf(b, "-%c%d", p->kind, (int)p->n);
}

static void give_part(struct found *f, struct of_year y, const struct part_of_year *p, size_t end)
{
	struct buf *b = found_longer(f, ENTITY_PERIOD, end);

	if (b)
		write_part(b, y, p);
}

/* What may stand between a part and its year: of, की, a comma, a hyphen. */
static size_t skip_link(const struct line *l, size_t i)
{
	const struct sense *s = sense_at(l, i, CLASS_OF);

	if (s)
		return i + s->words;
	return i + ((atom_is_sign(l, i, ',') || atom_is_sign(l, i, '-')) && atom_touches(l, i));
}

/* Q1–Q3 2025 is one, of Q2 and Q3 2025 the first has the year of the second. */
static bool find_shared_year(const struct line *l, size_t end, bool fiscal, const struct part_of_year *p,
			     struct found *f)
{
	struct part_of_year last = { 0 };
	struct of_year y;
	size_t to, from, next;
	struct buf *b;

	if (!joins_range(l, end) && !atom_has(l, end, IS(CLASS_RANGE_AND)) && !atom_is_sign(l, end, ','))
		return false;
	to = part_of_year_at(l, end + 1, &last);
	if (to == end + 1 || last.kind != p->kind || last.n <= p->n)
		return false;
	from = skip_link(l, to);
	next = of_year_at(l, from, &y);
	if (next == from || (!y.fiscal && is_counted(l, next)))
		return false;
	y.fiscal = y.fiscal || fiscal;
	if (!joins_range(l, end)) {
		give_part(f, y, p, end);
		return true;
	}
	b = found_longer(f, ENTITY_PERIOD, next);
	if (b) {
		write_part(b, y, p);
		buf_byte(b, '/');
		write_part(b, y, &last);
	}
	return true;
}

/* Q3 FY26, first half of 2027, तीसरी तिमाही, fiscal Q4 2025 */
static void find_part_first(const struct line *l, size_t i, struct found *f)
{
	const struct sense *fiscal = year_word_at(l, i);
	size_t from = fiscal ? i + fiscal->words : i, end, next;
	struct part_of_year p = { 0 };
	struct of_year y;

	end = part_of_year_at(l, from, &p);
	if (end == from || find_shared_year(l, end, fiscal, &p, f))
		return;
	next = of_year_at(l, skip_link(l, end), &y);
	if (next > skip_link(l, end) && (y.fiscal || !is_counted(l, next))) {
		y.fiscal = y.fiscal || fiscal;
		give_part(f, y, &p, next);
	} else if (p.sure && ends_here(l, end) && !atom_is_sign(l, end, '\'')) {
		give_part(f, (struct of_year){ .fiscal = fiscal != NULL }, &p, end);
	}
}

/* 2025 की पहली छमाही, FY26 Q2, FY27 */
static void find_year_first(const struct line *l, size_t i, struct found *f)
{
	struct part_of_year p = { 0 };
	struct of_year y, whole = { .fiscal = true, .named = true };
	size_t end = of_year_at(l, i, &y), from, next;

	if (end == i)
		return;
	/* 2025-26 with a part of it is a fiscal year. */
	if (!y.fiscal && fiscal_digits(l, i, &whole.year) == i + 3
	    && part_of_year_at(l, skip_link(l, i + 3), &p) > skip_link(l, i + 3)) {
		y = whole;
		end = i + 3;
	}
	from = skip_link(l, end);
	next = part_of_year_at(l, from, &p);
	if (next > from && ends_here(l, next))
		give_part(f, y, &p, next);
	else if (y.named)
		give_part(f, y, NULL, end);
}

/* The Q of 3Q25, the QFY of 3QFY25, or 0. */
static char part_letter(const struct line *l, size_t i)
{
	const struct sense *s = sense_at(l, i, CLASS_FISCAL);

	if (s)
		return s->value.n == 1 ? s->value.p[0] : 0;
	return atom_has(l, i, IS(CLASS_HALF)) ? 'H' : atom_has(l, i, IS(CLASS_QUARTER)) ? 'Q' : 0;
}

/* 3Q25, 1H 2026, 4QFY24, 4Q FY24 */
static void find_short_part(const struct line *l, size_t i, struct found *f)
{
	struct part_of_year p = { .kind = part_letter(l, i + 1), .n = atom_integer(l, i) };
	struct of_year y = { 0 };
	size_t end = i + 2;

	if (!atom_touches(l, i + 1) || !p.kind || p.n < 1 || p.n > (p.kind == 'H' ? 2 : 4) || l->at[i].folded.n != 1)
		return;
	y.fiscal = atom_has(l, i + 1, IS(CLASS_FISCAL));
	if (y.fiscal || year_word_at(l, end))
		end = y.fiscal ? fiscal_digits(l, end, &y.year) : of_year_at(l, end, &y);
	else if ((y.year = atom_integer(l, end)) >= 0 && l->at[end].folded.n == (l->at[end].gap ? 4 : 2)
		 && ends_here(l, end + 1))
		end++;
	y.year += y.year < 100 ? 2000 : 0;
	if (end > i + 2)
		give_part(f, y, &p, end);
}

/* 2025Q3 */
static void find_year_and_part(const struct line *l, size_t i, struct found *f)
{
	struct of_year y = { .year = atom_integer(l, i) };
	struct part_of_year p = { 0 };
	size_t end;

	if (y.year < 1900 || y.year > 2100 || !atom_touches(l, i + 1))
		return;
	end = letter_part_at(l, i + 1, &p);
	if (end > i + 1 && ends_here(l, end))
		give_part(f, y, &p, end);
}

/* 2020-03 is a month where it is no span of years; 03/2020 */
static void find_month_digits(const struct line *l, size_t i, struct found *f)
{
	bool slash = atom_joins(l, i + 1, '/');
	struct day d = { .year = atom_integer(l, slash ? i + 2 : i), .month = atom_integer(l, slash ? i : i + 2) };

	if ((!slash && !atom_joins(l, i + 1, '-')) || d.year < 1900 || d.year > 2100 || d.month < 1 || d.month > 12
	    || l->at[slash ? i : i + 2].folded.n != 2 || !ends_here(l, i + 3) || (!slash && d.month > d.year % 100)
	    || (atom_is(l, i + 3, ATOM_SIGN) && atom_touches(l, i + 3) && atom_touches(l, i + 4)))
		return;
	give_days(f, d, 0, i + 3);
}

/* May two years be a span: by what joins them and what stands around? */
static bool joins_years(const struct line *l, size_t i, size_t end)
{
	if (atom_is_dash(l, i + 1))
		return atom_touches(l, i + 1) == atom_touches(l, i + 2);
	if (atom_has(l, i + 1, IS(CLASS_RANGE)))
		return (i && atom_has(l, i - 1, IS(CLASS_BETWEEN) | year_before)) || !atom_is(l, end, ATOM_WORD)
		    || atom_has(l, end, IS(CLASS_BETWEEN) | IS(CLASS_YEAR_AFTER));
	return atom_has(l, i + 1, IS(CLASS_RANGE_AND))
	    && ((i && atom_has(l, i - 1, IS(CLASS_BETWEEN))) || atom_has(l, end, IS(CLASS_BETWEEN)));
}

/* 2016-19, 2016 and 2019 */
static void find_years(const struct line *l, size_t i, struct found *f)
{
	int32_t first, last;
	struct buf *b;

	if (year_at(l, i, &first) != i + 1 || first < 1500 || first > 2100)
		return;
	last = atom_integer(l, i + 2);
	if (last < 0 || !ends_here(l, i + 3) || !joins_years(l, i, i + 3) || is_counted(l, i + 3))
		return;
	if (l->at[i + 2].folded.n == 2 && atom_is_dash(l, i + 1))
		last += first / 100 * 100;
	if (last <= first || last > 2100 || (atom_joins(l, i + 3, '-') && atom_is(l, i + 4, ATOM_DIGITS)))
		return;
	b = found_longer(f, ENTITY_PERIOD, i + 3);
	if (b)
		buf_addf(b, "%04d/%04d", (int)first, (int)last);
}

/* --- all of them --- */

static const uint64_t period = IS(CLASS_QUARTER) | IS(CLASS_HALF) | IS(CLASS_ORDINAL) | IS(CLASS_ORDINAL_WEAK)
	| IS(CLASS_FISCAL) | IS(CLASS_STEP);

static void find_from_number(const struct line *l, size_t i, struct found *f)
{
	find_day_first(l, i, f);
	find_decade(l, i, f);
	find_century(l, i, f);
	find_ago(l, i, f);
	if (!atom_is(l, i, ATOM_DIGITS))
		return;
	find_numeric(l, i, f);
	find_dotted(l, i, f);
	find_year(l, i, f);
	find_years(l, i, f);
	find_short_part(l, i, f);
	find_year_and_part(l, i, f);
	find_month_digits(l, i, f);
}

void find_calendar(const struct line *l, size_t i, struct found *f)
{
	bool number = atom_is(l, i, ATOM_DIGITS) || atom_has(l, i, NUMBER_WORDS);
	bool year_inside = i >= 2 && atom_is_dash(l, i - 1) && atom_has(l, i - 2, year_before);

	if (!begins_here(l, i) && !year_inside)
		return;
	if (atom_has(l, i, IS(CLASS_MONTH) | IS(CLASS_MONTH_WEAK)))
		find_month(l, i, f);
	if (atom_has(l, i, IS(CLASS_RELATIVE) | IS(CLASS_EITHER) | IS(CLASS_STEP)))
		find_relative(l, i, f);
	if (number)
		find_from_number(l, i, f);
	else if (is_apostrophe(l, i))
		find_decade(l, i, f);
	if (atom_has(l, i, IS(CLASS_ORDINAL))) {
		find_century(l, i, f);
		find_day_first(l, i, f);
	}
	if (number || atom_has(l, i, period))
		find_part_first(l, i, f);
	if (atom_is(l, i, ATOM_DIGITS) || atom_has(l, i, IS(CLASS_FISCAL)) || atom_is(l, i, ATOM_SIGN))
		find_year_first(l, i, f);
}
