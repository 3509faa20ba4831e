/* amounts.c - money, percentages and quantities: a number and what it is a number of. */
#include "exact.h"

struct buf *found_longer(struct found *f, enum entity_type type, size_t end)
{
	if (end <= f->end)
		return NULL;
	f->type = type;
	f->end = end;
	buf_clear(&f->value);
	return &f->value;
}

static void give_money(struct found *f, const struct sense *s, const struct amount *a, size_t end)
{
	struct amount whole = *a;
	struct buf *b = found_longer(f, ENTITY_MONEY, end);
	int cents = 0;

	if (!b)
		return;
	/* "INR/100" is a hundredth of a rupee. */
	for (size_t i = 0; i < s->value.n; i++)
		cents += s->value.p[i] == '0';
	whole.low.shift -= cents;
	whole.high.shift -= cents;
	buf_add(b, view_cut(s->value, 0, 3));
	buf_byte(b, ' ');
	amount_write(b, &whole);
}

/*
 * After a currency sign a word joins two numbers only where what follows cannot be counted: ₹500 से 1000 तक, but not
 * ₹500 से 10 लोग.
 */
static bool joins_money(const struct line *l, size_t i, const struct amount *a)
{
	struct amount whole;

	if (atom_has(l, a->end, IS(CLASS_RANGE_AND)))
		return false;
	return amount_read(l, i, true, true, &whole) && whole.range
	    && (!atom_is(l, whole.end, ATOM_WORD)
		|| atom_has(l, whole.end, IS(CLASS_YEAR_AFTER) | IS(CLASS_NOT_COUNTED)));
}

/* The sign or code of a currency, then the number. */
static void find_money_before(const struct line *l, size_t i, char sign, struct found *f)
{
	const struct sense *s = sense_at(l, i, CLASS_MONEY_SIGN);
	struct amount a;
	size_t from;

	if (!s)
		s = sense_at(l, i, CLASS_MONEY_CODE);
	if (!s)
		return;
	from = i + s->words;
	if (!sign && (sign = amount_sign(l, from)) != 0)
		from++;
	if (!amount_read(l, from, true, false, &a) || (s->class == CLASS_MONEY_CODE && a.words))
		return;
	if (!a.range && joins_money(l, from, &a))
		amount_read(l, from, true, true, &a);
	if (!ends_here(l, a.end))
		return;
	a.sign = sign;
	a.plus = plus_at(l, a.end);
	give_money(f, s, &a, a.end + a.plus);
}

/* 5-year, 10-महीने, एक ही दिन, 20M+ users: the atom at which the unit stands. */
static size_t skip_to_unit(const struct line *l, struct amount *a)
{
	size_t i = a->end;

	if (plus_at(l, i)) {
		a->plus = true;
		return i + 1;
	}
	if (atom_joins(l, i, '-'))
		return i + 1;
	return i + (a->words && !a->range && atom_has(l, i, IS(CLASS_EMPHASIS)));
}

static const struct sense *unit_at(const struct line *l, size_t i, enum class class)
{
	const struct sense *s = sense_at(l, i, class);

	if (!s || ends_here(l, i + s->words))
		return s;
	/* 2h30m */
	return view_is(s->value, "hour") && atom_is(l, i + s->words, ATOM_DIGITS)
	    && atom_has(l, i + s->words + 1, IS(CLASS_UNIT)) ? s : NULL;
}

/* The sign of a currency behind a number: it touches it, or no other number follows. */
static const struct sense *sign_behind(const struct line *l, size_t i)
{
	const struct sense *s = unit_at(l, i, CLASS_MONEY_SIGN);
	size_t end = s ? i + s->words : i;

	if (!s || atom_touches(l, i))
		return s;
	if (atom_is(l, end, ATOM_DIGITS) || atom_has(l, end, IS(CLASS_NUMBER)))
		return NULL;
	return atom_is(l, i, ATOM_SIGN) ? s : NULL;
}

static void give_percent(struct found *f, const struct amount *a, size_t end)
{
	struct buf *b = found_longer(f, ENTITY_PERCENT, end);

	if (b)
		amount_write(b, a);
}

static void give_quantity(struct found *f, struct view unit, const struct amount *a, size_t end)
{
	struct buf *b = found_longer(f, ENTITY_QUANTITY, end);

	if (!b)
		return;
	amount_write(b, a);
	buf_byte(b, ' ');
	buf_add(b, unit);
}

/* "Not for one day": एक दिन भी. */
static bool is_emphatic(const struct line *l, const struct amount *a, size_t end)
{
	return a->words && !a->range && a->low.digits == 1 && a->low.shift == 0 && atom_has(l, end, IS(CLASS_EVEN));
}

/* A number behind a name may be the name's own, so it begins no range: iOS 18 and 5 GB. */
static bool is_of_name(const struct line *l, size_t i)
{
	return i && l->at[i].gap && atom_is_name(l, i - 1);
}

/* The m of 1h 20m is no length. */
static bool is_minutes(const struct line *l, size_t i, const struct sense *s)
{
	const struct sense *before = i && l->last == i ? sense_at(l, i - 1, CLASS_UNIT) : NULL;

	return before && view_is(s->value, "m") && view_is(before->value, "hour");
}

/* The number, then what it is a number of. */
static void find_unit_after(const struct line *l, size_t i, char sign, bool shorts, struct found *f)
{
	const struct sense *s;
	struct amount a;
	size_t unit, end;

	if (!amount_read(l, i, shorts, !is_of_name(l, i), &a))
		return;
	a.sign = sign;
	unit = skip_to_unit(l, &a);
	s = sense_at(l, unit, CLASS_PERCENT);
	if (!s)
		s = unit_at(l, unit, CLASS_UNIT);
	if (s && s->class == CLASS_UNIT && a.words && s->as_is.n == 1)
		return;
	if (!s)
		s = unit_at(l, unit, CLASS_MONEY_WORD);
	if (!s)
		s = unit_at(l, unit, CLASS_MONEY_CODE);
	if (!s)
		s = sign_behind(l, unit);
	if (!s)
		return;
	end = unit + s->words;
	if (!a.plus && plus_at(l, end)) {
		a.plus = true;
		end++;
	}
	if (s->class == CLASS_PERCENT)
		give_percent(f, &a, end);
	else if (s->class != CLASS_UNIT)
		give_money(f, s, &a, end);
	else if (!is_emphatic(l, &a, end))
		give_quantity(f, is_minutes(l, i, s) ? V("minute") : s->value, &a, end);
}

void find_amount(const struct line *l, size_t i, struct found *f)
{
	char sign = amount_sign(l, i);

	if (!begins_here(l, i))
		return;
	i += sign != 0;
	find_money_before(l, i, sign, f);
	if (!atom_is(l, i, ATOM_DIGITS) && !atom_has(l, i, NUMBER_WORDS))
		return;
	find_unit_after(l, i, sign, false, f);
	find_unit_after(l, i, sign, true, f);
}
