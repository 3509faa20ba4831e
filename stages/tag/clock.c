/* clock.c - times of day: शाम 6:04 बजे, 9:30 am, 3 से 5 बजे, half past six. */
#include "exact.h"

/* Minutes since midnight of a clock's face; `exact` with a colon. */
struct clock { int32_t minutes; bool exact; };

static bool two_digits_below(const struct line *l, size_t i, int32_t limit, int32_t *n)
{
	*n = atom_integer(l, i);
	return *n >= 0 && *n < limit && l->at[i].folded.n == 2 && atom_touches(l, i);
}

/* 6:04 */
static size_t clock_digits(const struct line *l, size_t i, struct clock *c)
{
	int32_t hour = atom_integer(l, i), minute, second;

	if (hour < 0 || hour > 24 || l->at[i].folded.n > 2 || !atom_is_sign(l, i + 1, ':') || !atom_touches(l, i + 1)
	    || !two_digits_below(l, i + 2, 60, &minute))
		return i;
	*c = (struct clock){ hour * 60 + minute, true };
	if (!atom_is_sign(l, i + 3, ':') || !atom_touches(l, i + 3))
		return i + 3;
	/* 30.25 seconds */
	if (atom_is(l, i + 4, ATOM_DIGITS) && l->at[i + 4].folded.n > 3 && l->at[i + 4].folded.p[2] == '.')
		return i + 5;
	return two_digits_below(l, i + 4, 60, &second) ? i + 5 : i;
}

/* 6, 9.30, साढ़े छह; the atom after it, or i. */
static size_t clock_at(const struct line *l, size_t i, struct clock *c)
{
	size_t end = clock_digits(l, i, c);
	uint64_t whole = 1;
	struct number n;

	if (end > i || !number_read(l, i, false, &n) || n.scale || n.value.shift > 0 || n.value.shift < -2)
		return end;
	for (int k = n.value.shift; k < 0; k++)
		whole *= 10;
	if (n.value.digits / whole > 24 || (n.implied && whole == 1))
		return i;
	c->exact = false;
	c->minutes = (int32_t)(n.value.digits * 60 / whole);
	if (!n.words && whole == 100 && n.value.digits % 100 < 60 && n.end == i + 1)
		c->minutes = (int32_t)(n.value.digits / 100 * 60 + n.value.digits % 100);
	return n.end;
}

/*
 * The hours of a part of the day, "1 11 12": from one to eleven they are those after noon, and twelve is this hour
 * of the day.
 */
static int32_t hour_of_day(const struct sense *part, int32_t minutes)
{
	int32_t n[3] = { 0 }, hour = minutes / 60;
	struct view rest = part->value, piece;

	for (size_t k = 0; k < 3 && view_next(&rest, ' ', &piece); k++)
		for (size_t p = 0; p < piece.n; p++)
			n[k] = n[k] * 10 + (piece.p[p] - '0');
	if (hour == 12)
		hour = n[2];
	else if (hour >= n[0] && hour <= n[1])
		hour += 12;
	return hour * 60 + minutes % 60;
}

static void write_clock(struct buf *b, int32_t minutes)
{
	buf_addf(b, "%02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
}

/* छह बजकर दस मिनट; the atom after the minutes, or i. */
static size_t minutes_past(const struct line *l, size_t i, struct clock *c)
{
	struct number n;
	const struct sense *unit;

	if (!atom_has(l, i, IS(CLASS_MINUTES_PAST)) || !number_read(l, i + 1, false, &n) || n.value.shift
	    || n.value.digits > 59)
		return i;
	unit = sense_at(l, n.end, CLASS_UNIT);
	if (!unit || !view_is(unit->value, "minute"))
		return i;
	c->minutes += (int32_t)n.value.digits;
	return n.end + unit->words;
}

/* 2025-11-07T14:30 */
static bool follows_date(const struct line *l, size_t i)
{
	return i > 1 && atom_touches(l, i) && atom_touches(l, i - 1) && view_is(l->at[i - 1].folded, "t")
	    && atom_is(l, i - 2, ATOM_DIGITS);
}

/* The +05:30 of 2025-11-07T14:30:00+05:30 is no time of its own. */
static bool is_offset(const struct line *l, size_t i)
{
	if (!i || !atom_touches(l, i) || (!atom_is_sign(l, i - 1, '+') && !atom_is_dash(l, i - 1)))
		return false;
	for (size_t k = i - 1; k && k + 7 > i && atom_touches(l, k); k--)
		if (follows_date(l, k))
			return true;
	return false;
}

/* One time or two with what they share: 3 से 5 बजे is a span, but from 10:00 to 11:00 each is whole. */
struct times { struct clock first, last; bool span; size_t end; };

static bool times_at(const struct line *l, size_t i, struct times *t)
{
	size_t end;

	*t = (struct times){ 0 };
	t->end = clock_at(l, i, &t->first);
	if (t->end == i)
		return false;
	if (joins_range(l, t->end) && !follows_date(l, i)) {
		end = clock_at(l, t->end + 1, &t->last);
		t->span = end > t->end + 1 && (!t->first.exact || (t->last.exact && atom_is_dash(l, t->end)));
		t->end = t->span ? end : t->end;
	}
	return true;
}

static void give_times(struct found *f, const struct times *t, const struct sense *part, size_t end)
{
	struct buf *b = found_longer(f, ENTITY_TIME, end);

	if (!b)
		return;
	write_clock(b, part ? hour_of_day(part, t->first.minutes) : t->first.minutes);
	if (t->span) {
		buf_str(b, "..");
		write_clock(b, part ? hour_of_day(part, t->last.minutes) : t->last.minutes);
	}
}

static bool span_goes_on(const struct line *l, size_t i)
{
	return atom_has(l, i, IS(CLASS_RANGE)) && atom_has(l, i + 1, IS(CLASS_PART));
}

/* 3:45 min and 1:30 hrs are no times of day, 18:30 hrs is one. */
static bool lasts(const struct sense *unit, struct clock c)
{
	return c.exact && (view_is(unit->value, "minute") || (view_is(unit->value, "hour") && c.minutes < 600));
}

/* What stands behind a time: बजे, am, 10 बजे रात; सुबह 8 से रात 10 needs nothing, and `goes_on` tells of its end. */
static void find_time_end(const struct line *l, struct times t, const struct sense *part, bool goes_on, struct found *f)
{
	const struct sense *oclock = sense_at(l, t.end, CLASS_OCLOCK), *after, *unit = sense_at(l, t.end, CLASS_UNIT);
	size_t end = t.end + (oclock ? oclock->words : 0), past = minutes_past(l, t.end, &t.first);

	if (!part && !oclock && past == t.end && unit && lasts(unit, t.first))
		return;
	end = past > t.end ? past : end;
	after = part || atom_has(l, t.end - 1, IS(CLASS_VERB)) ? NULL : sense_at(l, end, CLASS_PART_AFTER);
	if (!part && !after && oclock)
		after = sense_at(l, end, CLASS_PART);
	if (after && ends_here(l, end + after->words))
		give_times(f, &t, after, end + after->words);
	else if (oclock || past > t.end || t.first.exact || (part && (goes_on || span_goes_on(l, t.end))))
		give_times(f, &t, part, end);
}

/* half past six, a quarter to nine, ten past five in the evening */
static void find_spoken_time(const struct line *l, size_t i, struct found *f)
{
	size_t at = i + atom_has(l, i, IS(CLASS_ONE));
	const struct sense *quarter = sense_at(l, at, CLASS_QUARTER_WORD);
	bool to = atom_has(l, at + 1, IS(CLASS_CLOCK_TO)) && quarter;
	struct number minutes = { .value = { 25, -2 } }, hour;
	struct times t = { 0 };

	if ((!quarter && !number_read(l, at, false, &minutes)) || (!to && !atom_has(l, at + 1, IS(CLASS_CLOCK_PAST)))
	    || !number_read(l, at + 2, false, &hour) || hour.value.shift || hour.value.digits > 12)
		return;
	if (minutes.value.shift == -1)
		minutes.value = (struct decimal){ 30, 0 };
	else if (minutes.value.shift)
		minutes.value = (struct decimal){ 15, 0 };
	if (minutes.value.digits > 59)
		return;
	t.first.minutes = (int32_t)hour.value.digits * 60 + (to ? -1 : 1) * (int32_t)minutes.value.digits;
	t.first.exact = true;
	t.end = hour.end;
	if (t.first.minutes >= 0)
		find_time_end(l, t, NULL, false, f);
}

static void find_told_time(const struct line *l, size_t i, struct found *f)
{
	const struct sense *part = sense_at(l, i, CLASS_PART), *s = sense_at(l, i, CLASS_TIME);
	size_t from = part ? i + part->words : i;
	bool goes_on = i && atom_has(l, i - 1, IS(CLASS_RANGE)) && l->last == i - 1;
	struct times t;
	struct buf *b;

	if (s && i && atom_has(l, i - 1, IS(CLASS_AT)) && ends_here(l, i + s->words)) {
		b = found_longer(f, ENTITY_TIME, i + s->words);
		if (b)
			buf_add(b, s->value);
	}
	if (part)
		from += atom_has(l, from, IS(CLASS_PART_LINK));
	if (!times_at(l, from, &t))
		return;
	find_time_end(l, t, part, goes_on, f);
}

void find_time(const struct line *l, size_t i, struct found *f)
{
	static const uint64_t spoken = IS(CLASS_CLOCK_PAST) | IS(CLASS_CLOCK_TO);

	if ((!begins_here(l, i) && !follows_date(l, i)) || is_offset(l, i))
		return;
	if (atom_is(l, i, ATOM_DIGITS) || atom_has(l, i, NUMBER_WORDS | IS(CLASS_PART) | IS(CLASS_TIME)))
		find_told_time(l, i, f);
	if (atom_has(l, i + 1, spoken) || atom_has(l, i + 2, spoken))
		find_spoken_time(l, i, f);
}
