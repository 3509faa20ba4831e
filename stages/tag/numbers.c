/*
 * numbers.c - numbers in digits and words, with their powers of ten, and ranges of them: 1,20,000, डेढ़ लाख,
 * twenty-five, 10-20M. They are kept as whole digits with a power of ten, exact up to 18 digits; longer ones are no
 * amounts that a note would hold.
 */
#include "exact.h"
#include "utf8.h"

enum { DIGITS_MAX = 18, SHIFT_MAX = 30, PIECES_MAX = 6, GROUPS_MAX = 5 };

/* --- decimals --- */

static bool times_ten(struct decimal *d)
{
	if (d->digits > UINT64_MAX / 10)
		return false;
	d->digits *= 10;
	d->shift--;
	return true;
}

bool decimal_add(struct decimal *a, struct decimal b)
{
	while (a->shift > b.shift)
		if (!times_ten(a))
			return false;
	while (b.shift > a->shift)
		if (!times_ten(&b))
			return false;
	if (a->digits > UINT64_MAX - b.digits)
		return false;
	a->digits += b.digits;
	return true;
}

/* One that cannot be written with the other's power of ten is the greater. */
int decimal_compare(struct decimal a, struct decimal b)
{
	while (a.shift > b.shift)
		if (!times_ten(&a))
			return a.digits ? 1 : -1;
	while (b.shift > a.shift)
		if (!times_ten(&b))
			return b.digits ? -1 : 1;
	return a.digits < b.digits ? -1 : a.digits > b.digits;
}

void decimal_write(struct buf *b, struct decimal d)
{
	char text[24];
	int n = 0;

	while (d.digits && d.digits % 10 == 0 && d.shift < 0) {
		d.digits /= 10;
		d.shift++;
	}
	do {
		text[n++] = (char)('0' + d.digits % 10);
		d.digits /= 10;
	} while (d.digits);
	while (n <= -d.shift && n < (int)sizeof text)
		text[n++] = '0';
	if (n == 1 && text[0] == '0')
		d.shift = 0;
	for (int i = n; i-- > 0;) {
		buf_byte(b, text[i]);
		if (i && i == -d.shift)
			buf_byte(b, '.');
	}
	for (; d.shift > 0; d.shift--)
		buf_byte(b, '0');
}

/* Commas, or in 1.299,00 stops, part groups of two or three digits, the last of three. */
static bool groups_are_right(struct view v, char comma, char stop)
{
	size_t run = 0, groups = 0;

	for (size_t i = 0; i <= v.n; i++) {
		if (i < v.n && v.p[i] != comma && v.p[i] != stop) {
			run++;
			continue;
		}
		if (groups && (run < 2 || run > 3))
			return false;
		if (i == v.n || v.p[i] == stop)
			return !groups || run == 3;
		groups++;
		if (!run || run > 3)
			return false;
		run = 0;
	}
	return true;
}

bool decimal_read(struct view v, struct decimal *d)
{
	bool dot = false, minus = v.n > 1 && v.p[0] == '-';
	const char *last = memrchr(v.p, ',', v.n);
	char comma = last && memchr(v.p, '.', (size_t)(last - v.p)) ? '.' : ',', stop = comma == '.' ? ',' : '.';

	*d = (struct decimal){ 0 };
	if (!v.n || minus || v.n > 2 * DIGITS_MAX || !groups_are_right(v, comma, stop)
	    || (stop == ',' && v.p + v.n - last > 3))
		return false;
	for (size_t i = 0; i < v.n; i++) {
		if (v.p[i] == comma)
			continue;
		if (v.p[i] == stop) {
			if (dot)
				return false;
			dot = true;
			continue;
		}
		if (v.p[i] < '0' || v.p[i] > '9' || d->digits >= 100000000000000000)
			return false;
		d->digits = d->digits * 10 + (uint64_t)(v.p[i] - '0');
		d->shift -= dot;
	}
	return true;
}

/* --- numbers --- */

static const struct decimal one = { 1, 0 };

static bool is_below(struct decimal d, unsigned limit)
{
	return decimal_compare(d, (struct decimal){ limit, 0 }) < 0;
}

/* English composes its numbers of tens and ones, Hindi has a word for each. */
static bool is_latin(const struct line *l, size_t i)
{
	return (unsigned char)l->at[i].text.p[0] < 0x80;
}

/* A number word, or tens and ones; the atom after it, or i. */
static size_t read_word(const struct line *l, size_t i, struct decimal *d)
{
	const struct sense *s = sense_at(l, i, CLASS_NUMBER), *ones;
	size_t k;

	if (!s)
		return i;
	*d = s->number;
	i += s->words;
	if (d->shift || d->digits < 20 || d->digits > 90 || d->digits % 10)
		return i;
	k = i + (atom_is_dash(l, i) && atom_touches(l, i) && atom_touches(l, i + 1));
	ones = sense_at(l, k, CLASS_NUMBER);
	if (!ones || ones->number.shift || !ones->number.digits || ones->number.digits > 9 || !is_latin(l, i - 1))
		return i;
	d->digits += ones->number.digits;
	return k + ones->words;
}

/* The groups of three behind a number, which a zero or an apostrophe tells from another number: 10 000, 1'500. */
static size_t read_groups(const struct line *l, size_t i, struct decimal *d)
{
	struct decimal whole = *d;
	bool sure = false;
	size_t end = i;

	for (int k = 0; k < GROUPS_MAX; k++) {
		bool sign = atom_joins(l, end, '\'');
		int32_t n = atom_integer(l, end + sign);

		if (n < 0 || l->at[end + sign].folded.n != 3 || (!sign && !l->at[end].gap))
			break;
		sure = sure || sign || l->at[end + sign].folded.p[0] == '0';
		whole.digits = whole.digits * 1000 + (uint64_t)n;
		end += sign + 1u;
	}
	if (!sure)
		return i;
	*d = whole;
	return end;
}

/* Digits or words without a power of ten; 000 is a group that has lost its number. */
static size_t read_plain(const struct line *l, size_t i, struct decimal *d)
{
	if (!atom_is(l, i, ATOM_DIGITS))
		return read_word(l, i, d);
	if (view_starts(l->at[i].folded, "00") || !decimal_read(l->at[i].folded, d))
		return i;
	return d->digits && !d->shift && l->at[i].folded.n <= 3 ? read_groups(l, i + 1, d) : i + 1;
}

/* What stands before powers of ten: 2, दो, सवा दो, two and a half; nothing before सौ. */
static size_t read_head(const struct line *l, size_t i, struct number *n)
{
	const struct sense *more = sense_at(l, i, CLASS_MORE), *half;
	size_t from = more ? i + more->words : i, end = read_plain(l, from, &n->head);

	n->words = !atom_is(l, from, ATOM_DIGITS);
	n->implied = end == from;
	if (end == from) {
		n->head = one;
		if (sense_at(l, i, CLASS_ONE) && atom_has(l, i + 1, IS(CLASS_SCALE) | IS(CLASS_SCALE_ALONE)))
			end = i + 1;
		else if (!more && !atom_has(l, i, IS(CLASS_SCALE_ALONE)))
			return i;
	}
	if (more) {
		/* पौने is a quarter less: a whole one less and three quarters more. */
		bool less = more->number.digits == 75;

		if (less && n->head.shift == 0 && n->head.digits)
			n->head.digits--;
		if ((n->implied && more->number.digits == 5) || !decimal_add(&n->head, more->number))
			return i;
	}
	half = sense_at(l, end, CLASS_HALF_AFTER);
	if (half && end > from && decimal_add(&n->head, half->number))
		end += half->words;
	return end;
}

/* The powers of ten behind a number, as one. */
static size_t read_scales(const struct line *l, size_t i, bool shorts, bool digits, int *scale)
{
	*scale = 0;
	for (int k = 0; k < PIECES_MAX; k++) {
		const struct sense *s = sense_at(l, i, CLASS_SCALE);

		if (!s)
			s = sense_at(l, i, CLASS_SCALE_ALONE);
		if (!s && shorts && digits && !k)
			s = sense_at(l, i, CLASS_SCALE_SHORT);
		if (!s || (s->class == CLASS_SCALE_SHORT && !ends_here(l, i + s->words)))
			return i;
		i += s->words;
		*scale += (int)s->number.digits;
	}
	return i;
}

/* Adds a piece to what was read before it: 2 lakh 50 thousand, दो सौ पचास, two hundred five thousand. */
static bool add_piece(struct number *n, const struct number *piece, int last)
{
	struct decimal low = piece->head;

	if (piece->scale > last) {
		if (last > 2 || !decimal_add(&n->value, low))
			return false;
		n->value.shift += piece->scale;
		return true;
	}
	low.shift += piece->scale;
	if (piece->scale == last || (piece->scale && !is_below(piece->head, 1000)))
		return false;
	if (!piece->scale && (!piece->words || !n->words || last > 3 || !is_below(piece->head, 100)))
		return false;
	return decimal_add(&n->value, low);
}

static bool read_piece(const struct line *l, size_t i, bool shorts, struct number *n)
{
	size_t end = read_head(l, i, n);

	if (end == i && !(n->implied && atom_has(l, i, IS(CLASS_SCALE_ALONE))))
		return false;
	n->end = read_scales(l, end, shorts, !n->words, &n->scale);
	n->value = n->head;
	n->value.shift += n->scale;
	return n->end > i && n->value.shift <= SHIFT_MAX;
}

bool number_read(const struct line *l, size_t i, bool shorts, struct number *n)
{
	int last;

	*n = (struct number){ .implied = true };
	if (!read_piece(l, i, shorts, n) || (n->implied && i && atom_has(l, i - 1, IS(CLASS_VAGUE))))
		return false;
	last = n->scale;
	for (int k = 0; k < PIECES_MAX && last >= 2; k++) {
		struct number piece = { 0 }, sum = *n;
		size_t from = n->end + (sense_at(l, n->end, CLASS_NUMBER_AND) != NULL);

		if (!read_piece(l, from, false, &piece) || piece.implied || !l->at[from].gap
		    || !add_piece(&sum, &piece, last))
			break;
		sum.end = piece.end;
		sum.scale = 0;
		last = piece.scale > last ? last : piece.scale;
		*n = sum;
	}
	return true;
}

/* --- ranges and signs --- */

char amount_sign(const struct line *l, size_t i)
{
	static const struct { const char *text; char sign; } signs[] = {
		{ "~", '~' }, { "+", '+' }, { "-", '-' }, { "\u2212", '-' },
	};

	if (!atom_is(l, i, ATOM_SIGN) || !atom_touches(l, i + 1))
		return 0;
	if (i && !l->at[i].gap && (l->at[i - 1].kind != ATOM_SIGN || atom_has(l, i - 1, IS(CLASS_PERCENT))))
		return 0;
	for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
		if (view_is(l->at[i].text, signs[k].text))
			return signs[k].sign;
	return 0;
}

bool plus_at(const struct line *l, size_t i)
{
	return atom_is_sign(l, i, '+') && !l->at[i].gap && (i + 1 >= l->n || l->at[i + 1].gap
							    || l->at[i + 1].kind == ATOM_SIGN);
}

/* The atom after what joins the ends of a range, or i. In "2 -3 hours" a dash joins, but 2 and -3% may be two cells. */
static size_t join_end(const struct line *l, size_t i, bool words_join)
{
	if (atom_is_dash(l, i))
		return atom_touches(l, i) == atom_touches(l, i + 1)
		    || (atom_is_sign(l, i, '-') && atom_is(l, i - 1, ATOM_DIGITS)
			&& !atom_has(l, i + 2, IS(CLASS_PERCENT))) ? i + 1 : i;
	return words_join && atom_has(l, i, IS(CLASS_RANGE) | IS(CLASS_RANGE_AND)) ? i + 1 : i;
}

/* दो तीन दिन: two small numbers in words that only follow each other. */
static bool may_be_side_by_side(const struct line *l, const struct number *a, const struct number *b)
{
	return a->words && b->words && !a->implied && !b->implied && !a->scale && is_below(a->head, 51)
	    && a->head.shift == 0 && b->head.shift == 0 && l->at[a->end].gap && !is_latin(l, a->end);
}

/* The power of ten behind the second number is the first one's too: 90-110 करोड़. */
static void share_scale(struct amount *a, const struct number *low, const struct number *high)
{
	if (low->scale || !high->scale || high->implied || decimal_compare(low->head, high->head) >= 0)
		return;
	a->low.shift += high->scale;
}

bool amount_read(const struct line *l, size_t i, bool shorts, bool words_join, struct amount *a)
{
	struct number low, high;
	size_t to;

	*a = (struct amount){ 0 };
	if (!number_read(l, i, shorts, &low))
		return false;
	a->low = low.value;
	a->words = low.words;
	a->end = low.end;
	to = join_end(l, low.end, words_join);
	if (!number_read(l, to, shorts, &high) || (to == low.end && !may_be_side_by_side(l, &low, &high)))
		return true;
	share_scale(a, &low, &high);
	a->range = decimal_compare(a->low, high.value) < 0;
	if (a->range) {
		a->high = high.value;
		a->end = high.end;
	} else {
		a->low = low.value;
	}
	return true;
}

void amount_write(struct buf *b, const struct amount *a)
{
	if (a->sign)
		buf_byte(b, a->sign);
	decimal_write(b, a->low);
	if (a->range) {
		buf_str(b, "..");
		decimal_write(b, a->high);
	}
	if (a->plus)
		buf_byte(b, '+');
}
