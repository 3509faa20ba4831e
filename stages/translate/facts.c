/* facts.c - what the tagger's and the parser's features see of a word. */
#include "analyser.h"

enum { FORM_MAX = 64 };
enum { MASK_FORM = 1, NUMBER_FORM, ROOT_FORM, MONEY_FORM, PERCENT_FORM };	/* forms that stand for many */

/* Characters of print that have a plain sign in the sentences learned from. */
static const struct { const char *from, *to; } plain[] = {
	{ "\u2018", "'" }, { "\u2019", "'" }, { "\u201c", "\"" }, { "\u201d", "\"" }, { "\u2013", "-" }, { "\u2014", "--" },
	{ "\u2212", "-" }, { "\u2026", "..." }, { "\u2011", "-" }, { "\u00d7", "x" }, { "``", "\"" }, { "''", "\"" },
};

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return is_upper(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0xc3;
}

/* Code, links and formulas: in backticks, or one character of plane 16. */
static bool is_mask(struct view form)
{
	return view_starts(form, "\xf4") || (form.n > 2 && form.p[0] == '`' && form.p[1] != '`');
}

/* Small letters, plain signs, no more than FORM_MAX bytes. */
static size_t fold(struct view form, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < form.n && n + 4 < FORM_MAX;) {
		struct view rest = view_cut(form, i, form.n);
		size_t k = 0;

		while (k < sizeof plain / sizeof *plain && !view_starts(rest, plain[k].from))
			k++;
		if (k < sizeof plain / sizeof *plain) {
			size_t length = strlen(plain[k].to);

			memcpy(out + n, plain[k].to, length);
			n += length;
			i += strlen(plain[k].from);
		} else {
			out[n++] = is_upper(form.p[i]) ? (char)(form.p[i] + 32) : form.p[i];
			i++;
		}
	}
	return n;
}

static uint32_t short_hash(const char *p, size_t n)
{
	uint64_t h = view_hash((struct view){ p, n });

	return (uint32_t)(h ^ h >> 32) | 8;
}

static uint32_t kind_of(char c)
{
	if (is_upper(c))
		return 1;
	if (is_letter(c))
		return 2;
	return is_digit(c) ? 3 : c == '-' ? 4 : c == '.' ? 5 : c == '\'' ? 6 : 7;
}

/* Kinds of characters, runs of a kind as one; and whether it is long. */
static uint32_t shape_of(struct view form)
{
	uint32_t shape = 0, last = 0;

	for (size_t i = 0; i < form.n; i++) {
		uint32_t kind = kind_of(form.p[i]);

		if (kind != last && shape < 1u << 24)
			shape = shape << 3 | kind;
		last = kind;
	}
	return shape << 1 | (form.n > 3);
}

static uint8_t capital_of(struct view form)
{
	bool upper = false, lower = false;

	for (size_t i = 0; i < form.n; i++) {
		upper |= is_upper(form.p[i]);
		lower |= is_letter(form.p[i]) && !is_upper(form.p[i]);
	}
	return !upper ? lower : lower || form.n == 1 ? 2 : 3;
}

/* How a sentence is written behind its first word: in headings most long words have capitals. */
static uint8_t style_of(const struct facts *f, size_t n)
{
	size_t count[4] = { 0 };

	for (size_t i = 1; i < n; i++)
		count[f[i].capital] += f[i].capital != 1 || f[i].shape & 1;
	if (!count[1])
		return count[2] > count[3] ? 2 : count[3] ? 3 : 0;
	return count[2] || count[3] ? 4 : 1;
}

static bool is_number(const char *p, size_t n)
{
	bool digit = false;

	for (size_t i = 0; i < n; i++) {
		if (!is_digit(p[i]) && !byte_in(p[i], ".,:/-"))
			return false;
		digit |= is_digit(p[i]);
	}
	return digit;
}

/* A sum that begins with its sign may end in letters: $4.2bn. */
static bool is_money(const char *p, size_t n)
{
	static const char *const sign[] = { "$", "us$", "\u20b9", "\u20ac", "\u00a3", "\u00a5", "rs." };

	for (size_t k = 0; k < sizeof sign / sizeof *sign; k++) {
		size_t length = strlen(sign[k]);

		if (n > length && !memcmp(p, sign[k], length) && is_digit(p[length]))
			return true;
	}
	return false;
}

/* What a form is to features: sums, percents and numbers are one each, but years. */
static uint32_t form_of(const char *p, size_t n)
{
	if (is_money(p, n))
		return MONEY_FORM;
	if (n > 1 && p[n - 1] == '%' && is_number(p, n - 1))
		return PERCENT_FORM;
	if (is_number(p, n) && !(n == 4 && (p[0] == '1' || p[0] == '2')))
		return NUMBER_FORM;
	return short_hash(p, n);
}

/* The key under which lists have a word: letters and digits. */
static uint64_t list_key(const char *p, size_t n)
{
	char key[FORM_MAX];
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (is_letter(p[i]) || is_digit(p[i]) || byte_in(p[i], "+#&"))
			key[k++] = p[i];
	return view_hash((struct view){ key, k });
}

/* What follows the last hyphen tells most of a joined word. */
static struct word_facts look_up(const struct weights_file *w, const char *p, size_t n)
{
	struct word_facts facts = weights_word(w, list_key(p, n));
	const char *hyphen = memrchr(p, '-', n);

	if (!facts.brown && !facts.speech && hyphen && hyphen > p)
		return weights_word(w, list_key(hyphen, n - (size_t)(hyphen - p)));
	return facts;
}

static struct facts facts_of(const struct weights_file *w, struct view form)
{
	struct facts f = { .shape = 1 };
	char text[FORM_MAX];
	size_t n;

	if (is_mask(form))
		return (struct facts){ .form = MASK_FORM, .shape = MASK_FORM };
	n = fold(form, text);
	f.shape = shape_of(form);
	f.capital = capital_of(form);
	f.form = form_of(text, n);
	if (f.form == MONEY_FORM || f.form == PERCENT_FORM)
		return (struct facts){ .form = f.form, .shape = f.form };
	f.prefix = short_hash(text, n < 3 ? n : 3);
	for (size_t k = 0; k < SUFFIXES; k++)
		f.suffix[k] = n > k ? short_hash(text + n - k - 1, k + 1) : 0;
	f.word = look_up(w, text, n);
	return f;
}

struct facts *facts_make(const struct weights_file *w, const struct word *word, size_t n, struct arena *a)
{
	struct facts *f = arena_get(a, (n + 2 * FACTS_BEYOND) * sizeof *f);

	memset(f, 0, (n + 2 * FACTS_BEYOND) * sizeof *f);
	f += FACTS_BEYOND;
	for (size_t i = 0; i < n; i++)
		f[i] = facts_of(w, word[i].form);
	for (size_t i = 0; i < n; i++)
		f[i].style = i ? f[0].style : style_of(f, n);
	f[n].form = ROOT_FORM;
	f[n].tag = TAG_ROOT;
	return f;
}

static bool is_verb(uint8_t tag)
{
	return (tag >= TAG_VB && tag <= TAG_VBZ) || tag == TAG_MD || tag == TAG_VBN;
}

void facts_count(struct facts *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		f[i + 1].verbs = (uint16_t)(f[i].verbs + is_verb(f[i].tag));
		f[i + 1].commas = (uint16_t)(f[i].commas + (f[i].tag == TAG_COMMA || f[i].tag == TAG_CC));
		f[i + 1].stops = (uint16_t)(f[i].stops + (f[i].tag == TAG_COLON || f[i].tag == TAG_STOP || f[i].tag == TAG_LEFT));
	}
}
