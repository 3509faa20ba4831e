/* atoms.c - the word lists of exact entities, and sentences cut into atoms that know what the lists say of them. */
#include "exact.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

static const char *const class_name[CLASSES] = {
	"number", "scale", "scale-alone", "scale-short", "more", "half-after", "one",
	"number-and", "range", "range-and", "emphasis", "even",
	"ordinal", "ordinal-weak", "ordinal-end", "ordinal-noun", "ordinal-not-after", "ordinal-not-before",
	"unit", "percent",
	"money-sign", "money-word", "money-code",
	"month", "month-weak", "relative", "either", "step", "ago", "hence", "reference", "past", "future",
	"part", "part-link", "part-after", "oclock", "time", "at", "minutes-past", "clock-past", "clock-to",
	"quarter", "half", "quarter-word", "half-word", "fiscal", "of",
	"decade", "decade-end", "century", "between", "year-before", "year-maybe", "year-after",
	"year-determiner", "counted", "not-counted",
	"verb", "vague", "label", "not-name", "version-word", "version-after",
};

_Static_assert(CLASSES <= 64, "a class is a bit");

/* --- characters --- */

enum { NUKTA = 0x93c, CANDRABINDU = 0x901, ANUSVARA = 0x902, NON_JOINER = 0x200c, JOINER = 0x200d };

static bool is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0x966 && c <= 0x96f);
}

static bool is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
	if (c >= 0x900 && c < 0x980)
		return c != 0x964 && c != 0x965 && c != 0x970;
	return c == NON_JOINER || c == JOINER || (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK));
}

/* Nukta letters that are one character, U+0958 to U+095F, without their nukta. */
static const uint16_t plain_letter[] = { 0x915, 0x916, 0x917, 0x91c, 0x921, 0x922, 0x92b, 0x92f };

/* Case, nukta, the kind of nasal sign and joiners do not tell words apart; digits become 0 to 9. */
static void fold(struct view v, struct buf *out)
{
	for (size_t i = 0; i < v.n; i += utf8_length(v.p[i])) {
		uint32_t c = utf8_code(v.p + i);

		if (c < 0x80)
			buf_byte(out, c >= 'A' && c <= 'Z' ? (char)(c + 32) : (char)c);
		else if (c >= 0x966 && c <= 0x96f)
			buf_byte(out, (char)('0' + (c - 0x966)));
		else if (c >= 0x958 && c <= 0x95f)
			utf8_add(out, plain_letter[c - 0x958]);
		else if (c == CANDRABINDU)
			utf8_add(out, ANUSVARA);
		else if (c != NUKTA && c != NON_JOINER && c != JOINER)
			buf_add(out, view_cut(v, i, i + utf8_length(v.p[i])));
	}
}

/* --- cutting --- */

static size_t end_of_digits(struct view v, size_t i)
{
	while (i < v.n) {
		bool parts = v.p[i] == '.' || v.p[i] == ',';

		if (parts && i + 1 < v.n && is_digit(utf8_code(v.p + i + 1)))
			i++;
		else if (!is_digit(utf8_code(v.p + i)))
			return i;
		i += utf8_length(v.p[i]);
	}
	return i;
}

static size_t end_of_letters(struct view v, size_t i)
{
	while (i < v.n && is_letter(utf8_code(v.p + i)))
		i += utf8_length(v.p[i]);
	return i;
}

static size_t next_atom(struct view v, size_t i, enum atom_kind *kind)
{
	uint32_t c = utf8_code(v.p + i);

	*kind = is_digit(c) ? ATOM_DIGITS : is_letter(c) ? ATOM_WORD : ATOM_SIGN;
	return *kind == ATOM_DIGITS ? end_of_digits(v, i)
	     : *kind == ATOM_WORD ? end_of_letters(v, i) : i + utf8_length(v.p[i]);
}

/* --- the lists --- */

static bool class_of(struct view name, enum class *class)
{
	for (int i = 0; i < CLASSES; i++)
		if (view_is(name, class_name[i])) {
			*class = (enum class)i;
			return true;
		}
	return false;
}

static void add_ending(struct exact *x, struct image *im, enum class class, struct view text)
{
	struct buf folded = { 0 };

	fold(text, &folded);
	x->ending = memory_grow(x->ending, &x->cap_endings, x->n_endings + 1, sizeof *x->ending);
	x->ending[x->n_endings++] = (struct ending){ image_copy(im, buf_view(&folded)), class };
	buf_release(&folded);
}

/* A word or phrase as the key of its atoms, appended. */
static void add_key(struct view form, unsigned *words, unsigned *apart, struct buf *key)
{
	enum atom_kind kind;

	*words = *apart = 0;
	for (size_t i = 0, end; i < form.n; i = end) {
		end = next_atom(form, i, &kind);
		if (form.p[i] == ' ') {
			*apart |= 1u << (*words & 31);
			continue;
		}
		if ((*words)++)
			buf_byte(key, ' ');
		fold(view_cut(form, i, end), key);
	}
}

/* "=MB" must be written so; "-ing" is an end of words. */
void words_add(struct exact *x, struct image *im, enum class class, struct view value, struct view form)
{
	bool as_is = form.n > 1 && form.p[0] == '=';
	struct sense s = { .class = class };
	struct buf key = { 0 };

	if (form.n > 1 && form.p[0] == '-') {
		add_ending(x, im, class, view_cut(form, 1, form.n));
		return;
	}
	form = view_cut(form, as_is, form.n);
	add_key(form, &s.words, &s.apart, &key);
	s.key = image_copy(im, buf_view(&key));
	buf_release(&key);
	if (!s.words)
		return;
	s.as_is = image_copy(im, as_is ? form : V(""));
	s.value = image_copy(im, value);
	decimal_read(value, &s.number);
	x->sense = memory_grow(x->sense, &x->cap, x->n + 1, sizeof *x->sense);
	x->sense[x->n++] = s;
}

static const struct sense *first_sense(const struct exact *x, struct view first)
{
	const struct entry *e = index_find(&x->word, first);

	return e ? &x->sense[e->number] : NULL;
}

static const struct sense *next_sense(const struct exact *x, const struct sense *s)
{
	return s->next ? &x->sense[s->next - 1] : NULL;
}

static struct view first_atom(struct view key)
{
	const char *blank = memchr(key.p, ' ', key.n);

	return view_cut(key, 0, blank ? (size_t)(blank - key.p) : key.n);
}

bool words_have(const struct exact *x, struct view form)
{
	const struct sense *s;
	struct buf key = { 0 };
	unsigned words, apart;

	add_key(form, &words, &apart, &key);
	s = first_sense(x, first_atom(buf_view(&key)));
	while (s && !view_eq(s->key, buf_view(&key)))
		s = next_sense(x, s);
	buf_release(&key);
	return s;
}

void words_chain(struct exact *x)
{
	index_release(&x->word);
	for (size_t i = x->n; i-- > 0;) {
		struct view first = first_atom(x->sense[i].key);
		struct entry *e = index_find(&x->word, first);

		x->sense[i].next = e ? e->number + 1 : 0;
		if (!e)
			e = index_add(&x->word, first);
		e->number = i;
	}
}

enum status words_read(struct exact *x, struct image *im, size_t table, struct report *r)
{
	struct row row;

	while (image_row(im, table, &row)) {
		struct view forms = row.n > 2 ? row.column[2] : V(""), form;
		enum class class = CLASSES;

		if (row.n < 3 || !class_of(row.column[0], &class))
			return image_bad_row(im, table, &row, "dictionary", "no such class, or columns are missing", r);
		while (view_next(&forms, '|', &form))
			words_add(x, im, class, column_text(&row, 1), form);
	}
	return OK;
}

/* --- what the lists say of an atom --- */

/* Are the atoms spelled as the list has it, case and all? */
static bool is_written(const struct line *l, size_t i, const struct sense *s)
{
	struct view rest = s->as_is;

	for (size_t k = i; k < i + s->words; k++) {
		struct view text = l->at[k].text;

		while (rest.n && rest.p[0] == ' ')
			rest = view_cut(rest, 1, rest.n);
		if (rest.n < text.n || memcmp(rest.p, text.p, text.n))
			return false;
		rest = view_cut(rest, text.n, rest.n);
	}
	return !rest.n;
}

static bool fits(const struct line *l, size_t i, const struct sense *s)
{
	struct view key = s->key;

	if (l->n - i < s->words)
		return false;
	if (s->as_is.n && !is_written(l, i, s))
		return false;
	for (size_t k = i + 1; k < i + s->words; k++) {
		struct view folded = l->at[k].folded;

		if (l->at[k].gap && !(s->apart >> ((k - i) & 31) & 1))
			return false;
		key = view_cut(key, l->at[k - 1].folded.n + 1, key.n);
		if (key.n < folded.n || memcmp(key.p, folded.p, folded.n)
		    || (key.n > folded.n && key.p[folded.n] != ' '))
			return false;
	}
	return s->words == 1 || key.n == l->at[i + s->words - 1].folded.n;
}

const struct sense *sense_at(const struct line *l, size_t i, enum class class)
{
	const struct sense *best = NULL;

	if (!atom_has(l, i, IS(class)))
		return NULL;
	for (const struct sense *s = l->at[i].senses; s; s = next_sense(l->exact, s))
		if (s->class == class && (!best || s->words > best->words) && fits(l, i, s))
			best = s;
	return best;
}

bool word_ends_as(const struct line *l, size_t i, enum class class)
{
	const struct exact *x = l->exact;

	for (size_t k = 0; atom_is(l, i, ATOM_WORD) && k < x->n_endings; k++) {
		struct view end = x->ending[k].text, word = l->at[i].folded;

		if (x->ending[k].class == class && word.n > end.n && !memcmp(word.p + word.n - end.n, end.p, end.n))
			return true;
	}
	return false;
}

/* --- sentences --- */

static const char *const whole_kinds[] = { "url", "email", "handle", "hashtag", "file", "code", "emoji", NULL };

static bool is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool has_letter(struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if (is_ascii_letter(v.p[i]))
			return true;
	return false;
}

/* Is it no address but numbers beside a sign: @8.5%, react@18.2.0; or the rest of what it touches: 3.35TB/s? */
static bool is_mistaken(const struct line *l, const struct tag_token *t)
{
	const struct atom *last = l->n ? &l->at[l->n - 1] : NULL;
	const char *stop = memrchr(t->text.p, '.', t->text.n);

	if (view_is(t->kind, "handle"))
		return !has_letter(t->text);
	if (view_is(t->kind, "email"))
		return stop && !is_ascii_letter(stop[1]);
	return view_is(t->kind, "file") && view_starts(t->text, "/") && last && !t->apart && last->end == t->begin
	    && (last->kind == ATOM_WORD || last->kind == ATOM_DIGITS);
}

/* Addresses are not cut; where no kind says what a token is, its signs do. */
static bool is_whole(const struct line *l, const struct tag_token *t)
{
	if (t->kind.n)
		return view_is_any(t->kind, whole_kinds) && !is_mistaken(l, t);
	return t->text.n > 3 && (memchr(t->text.p, '@', t->text.n) || view_starts(t->text, "www.")
				 || memmem(t->text.p, t->text.n, "://", 3)
				 || (memchr(t->text.p, '/', t->text.n) && is_file_name(t->text)));
}

static void add_atom(struct line *l, const struct tag_token *t, size_t from, size_t to, enum atom_kind kind)
{
	struct atom *a;
	size_t length = t->end > t->begin ? t->end - t->begin : 0;

	l->at = memory_grow(l->at, &l->cap, l->n + 1, sizeof *l->at);
	a = &l->at[l->n++];
	*a = (struct atom){ .text = view_cut(t->text, from, to), .kind = (uint8_t)kind, .token = t };
	/* A token whose text is not that of its place is one place to all its atoms. */
	a->begin = t->begin + (uint32_t)(length == t->text.n ? from : 0);
	a->end = length == t->text.n ? t->begin + (uint32_t)to : t->end;
	a->gap = l->n == 1 || (!from && (t->apart || a[-1].end != a->begin));
	a->folded.n = l->folded.n;
	if (kind != ATOM_WHOLE)
		fold(a->text, &l->folded);
	a->folded.n = l->folded.n - a->folded.n;
}

/* Digits on both sides of a stop are one number, though segment parts them before some letters: 2.5लाख. */
static void join_digits(struct line *l)
{
	struct atom *a = l->n > 2 ? &l->at[l->n - 3] : NULL;

	if (!a || a[0].kind != ATOM_DIGITS || a[2].kind != ATOM_DIGITS || a[1].gap || a[2].gap || a[1].text.n != 1
	    || !byte_in(a[1].text.p[0], ".,") || a[0].text.p + a[0].text.n != a[1].text.p
	    || a[1].text.p + 1 != a[2].text.p)
		return;
	a->text.n += 1 + a[2].text.n;
	a->folded.n += 1 + a[2].folded.n;
	a->end = a[2].end;
	l->n -= 2;
}

static void ask_lists(struct line *l)
{
	const char *p = l->folded.n ? l->folded.p : "";	/* of signs alone nothing is folded */

	for (size_t i = 0; i < l->n; i++) {
		struct atom *a = &l->at[i];

		a->folded.p = p;
		p += a->folded.n;
		a->senses = a->kind == ATOM_WHOLE || a->kind == ATOM_DIGITS ? NULL : first_sense(l->exact, a->folded);
	}
	for (size_t i = 0; i < l->n; i++)
		for (const struct sense *s = l->at[i].senses; s; s = next_sense(l->exact, s))
			if (!(l->at[i].classes & IS(s->class)) && fits(l, i, s))
				l->at[i].classes |= IS(s->class);
}

void line_cut(struct line *l, const struct tag_token *t, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		enum atom_kind kind;

		if (is_whole(l, &t[k])) {
			add_atom(l, &t[k], 0, t[k].text.n, ATOM_WHOLE);
			continue;
		}
		for (size_t i = 0, end; i < t[k].text.n; i = end) {
			end = next_atom(t[k].text, i, &kind);
			add_atom(l, &t[k], i, end, kind);
			join_digits(l);
		}
	}
	ask_lists(l);
}

void line_release(struct line *l)
{
	free(l->at);
	buf_release(&l->folded);
}

bool atom_is_sign(const struct line *l, size_t i, char sign)
{
	return atom_is(l, i, ATOM_SIGN) && l->at[i].text.n == 1 && l->at[i].text.p[0] == sign;
}

/* Hyphens U+2010 and U+2011, dashes U+2013 and U+2014. */
bool atom_is_dash(const struct line *l, size_t i)
{
	static const char *const dashes[] = { "-", "\u2010", "\u2011", "\u2013", "\u2014", NULL };

	return atom_is(l, i, ATOM_SIGN) && view_is_any(l->at[i].text, dashes);
}

bool atom_joins(const struct line *l, size_t i, char sign)
{
	return atom_is_sign(l, i, sign) && atom_touches(l, i) && atom_touches(l, i + 1);
}

bool joins_range(const struct line *l, size_t i)
{
	return atom_is_dash(l, i) || atom_has(l, i, IS(CLASS_RANGE));
}

bool is_counted(const struct line *l, size_t i)
{
	return atom_has(l, i, MEASURES)
	    || (word_ends_as(l, i, CLASS_COUNTED) && !atom_has(l, i, IS(CLASS_NOT_COUNTED)));
}

bool begins_here(const struct line *l, size_t i)
{
	const struct atom *before = i ? &l->at[i - 1] : NULL;
	bool after_word;

	if (!i || l->at[i].gap)
		return true;
	if (before->kind != ATOM_SIGN)
		return i == l->last && atom_is(l, i, ATOM_DIGITS) && atom_has(l, i - 1, IS(CLASS_UNIT));
	after_word = i > 1 && !before->gap && (atom_is(l, i - 2, ATOM_WORD) || atom_is(l, i - 2, ATOM_DIGITS));
	if (byte_in(before->text.p[0], ".,:/"))
		return before->text.p[0] != '.' && !(after_word && atom_is(l, i - 2, ATOM_DIGITS));
	if (before->text.p[0] == '^')
		return !after_word;
	return !atom_is_dash(l, i - 1) || !after_word || i - 1 == l->last;
}

bool ends_here(const struct line *l, size_t i)
{
	return i >= l->n || l->at[i].gap || l->at[i].kind == ATOM_SIGN || l->at[i].kind == ATOM_WHOLE;
}

int32_t atom_integer(const struct line *l, size_t i)
{
	struct view v;
	int32_t n = 0;

	if (!atom_is(l, i, ATOM_DIGITS) || l->at[i].folded.n > 8)
		return -1;
	v = l->at[i].folded;
	for (size_t k = 0; k < v.n; k++) {
		if (v.p[k] < '0' || v.p[k] > '9')
			return -1;
		n = n * 10 + (v.p[k] - '0');
	}
	return n;
}

/* A capital makes a name, and so do a stop inside (next.js) and the name of a file. */
bool atom_is_name(const struct line *l, size_t i)
{
	struct view v;

	if (atom_is(l, i, ATOM_WHOLE))
		return view_is(l->at[i].token->kind, "file");
	if (!atom_is(l, i, ATOM_WORD) || atom_has(l, i, IS(CLASS_LABEL) | IS(CLASS_NOT_NAME)))
		return false;
	if (i > 1 && atom_joins(l, i - 1, '.') && l->at[i].text.p[0] > 0)
		return true;
	v = l->at[i].text;
	for (size_t k = 0; k < v.n; k++)
		if (v.p[k] >= 'A' && v.p[k] <= 'Z')
			return true;
	return false;
}
