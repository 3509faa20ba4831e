/*
 * tokens.c - ICU's break rules cut the text, regular expressions join what is one token after all (2025-11-07, foo(),
 * C++), and the list of abbreviations says which stops belong to the word before them. All three are dictionaries.
 */
#include "segment.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

const char *const token_kind_name[TOKEN_KINDS] = {
	"word", "number", "amount", "percent", "date", "time", "version", "url", "email", "handle", "hashtag", "file",
	"emoji", "punctuation", "symbol", "abbreviation", "code", "other",
};

/* Status of the first cut rule; an abbreviation's tokens and letters at most. */
enum { STATUS_FIRST = 10, CUTS_MAX = 64, SEEN_FIRST = 128, SEEN_MORE = 16, ABBREVIATION_TOKENS = 10, LETTERS_MAX = 40 };

/* --- opening --- */

static const char *const tables[] = { "tokens.tsv", "abbreviations.tsv", NULL };

static UChar *to_utf16(struct view v, int32_t *n)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar *wide = memory_get((v.n + 1) * sizeof *wide);

	u_strFromUTF8(wide, (int32_t)v.n + 1, n, v.p, (int32_t)v.n, &e);
	return wide;
}

static bool find_kind(struct view name, enum token_kind *kind)
{
	for (int i = 0; i < TOKEN_KINDS; i++)
		if (view_is(name, token_kind_name[i])) {
			*kind = (enum token_kind)i;
			return true;
		}
	return false;
}

/* $name is a set above; the longest name that fits. */
static void expand(const struct index *sets, struct view v, struct buf *out)
{
	for (size_t i = 0; i < v.n; i++) {
		const struct entry *e = NULL;
		size_t n = i + 1;

		while (v.p[i] == '$' && n < v.n && (v.p[n] == '_' || ((v.p[n] | 32) >= 'a' && (v.p[n] | 32) <= 'z')))
			n++;
		while (v.p[i] == '$' && n > i + 1 && !(e = index_find(sets, view_cut(v, i + 1, n))))
			n--;
		if (e) {
			buf_add(out, e->value);
			i = n - 1;
		} else {
			buf_byte(out, v.p[i]);
		}
	}
}

/* The rules that are read: cuts as one text, sets by their names. */
struct reading { struct token_rules *t; struct image *image; struct buf cuts; size_t n_cuts; struct index sets; };

static struct view expanded(const struct reading *k, struct view v)
{
	struct buf b = { 0 };
	struct view copy;

	expand(&k->sets, v, &b);
	copy = image_copy(k->image, buf_view(&b));
	buf_release(&b);
	return copy;
}

static const char *add_expression(struct reading *k, const struct row *row)
{
	struct token_rules *t = k->t;
	enum token_kind kind;

	if (!find_kind(row->column[0], &kind))
		return "no token is of this kind";
	t->rule = memory_grow(t->rule, &t->cap, t->n + 1, sizeof *t->rule);
	t->rule[t->n++] = (struct token_rule){ kind, expanded(k, row->column[1]), row->line };
	return NULL;
}

static const char *add_set(struct reading *k, const struct row *row)
{
	struct view text = expanded(k, row->column[2]);
	struct entry *e = index_add(&k->sets, row->column[1]);

	if (e)
		e->value = text;
	return e ? NULL : "this set is there already";
}

static const char *add_row(struct reading *k, const struct row *row)
{
	if (row->n < 3)
		return "columns are missing";
	if (view_is(row->column[0], "set"))
		return add_set(k, row);
	if (!view_is(row->column[0], "break"))
		return add_expression(k, row);
	if (k->n_cuts == CUTS_MAX || !find_kind(row->column[2], &k->t->cut_kind[k->n_cuts]))
		return "no token is of this kind";
	buf_addf(&k->cuts, "%.*s {%zu};\n", VIEW_ARG(row->column[1]), STATUS_FIRST + k->n_cuts);
	k->n_cuts++;
	return NULL;
}

static enum status compile_cuts(const struct reading *k, struct report *r)
{
	UErrorCode e = U_ZERO_ERROR, none = U_ZERO_ERROR;
	UParseError where;
	int32_t n;
	UChar *wide = to_utf16(buf_view(&k->cuts), &n);
	UBreakIterator *cuts = ubrk_openRules(wide, n, NULL, 0, &where, &e);
	char *rules;

	free(wide);
	if (U_FAILURE(e))
		return fatal(r, "dictionary", "%s: break rule %d: %s", k->image->source[0].path, where.line, u_errorName(e));
	n = ubrk_getBinaryRules(cuts, NULL, 0, &none);
	rules = image_get(k->image, (size_t)n);
	ubrk_getBinaryRules(cuts, (uint8_t *)rules, n, &e);
	ubrk_close(cuts);
	k->t->compiled = (struct view){ rules, (size_t)n };
	return U_SUCCESS(e) ? OK : fatal(r, "icu", "ICU cannot give its break rules: %s", u_errorName(e));
}

static enum status read_rules(struct token_rules *t, struct image *im, struct report *r)
{
	struct reading k = { t, im, { 0 }, 0, { 0 } };
	const char *why = NULL;
	struct row row;
	enum status rc = OK;

	while (rc == OK && image_row(im, 0, &row))
		if ((why = add_row(&k, &row)))
			rc = image_bad_row(im, 0, &row, "dictionary", why, r);
	if (rc == OK)
		rc = compile_cuts(&k, r);
	index_release(&k.sets);
	buf_release(&k.cuts);
	return rc;
}

static void read_abbreviations(struct token_rules *t, struct image *im)
{
	static const char *const kinds[] = { "", "title", "inner", "number", "final" };
	struct row row;

	while (image_row(im, 1, &row))
		for (size_t i = 1; i < sizeof kinds / sizeof *kinds; i++) {
			struct entry *e = row.n > 2 && view_is(row.column[2], kinds[i]) ? index_add(&t->abbreviation, row.column[0]) : NULL;

			if (e)
				e->number = i;
		}
}

static enum status make(void *result, struct image *im, const void *context, struct report *r)
{
	struct token_rules *t = result;
	enum status rc = read_rules(t, im, r);

	(void)context;
	if (rc == OK)
		read_abbreviations(t, im);
	t->rule = image_keep(im, t->rule, t->n, sizeof *t->rule);
	image_keep_index(im, &t->abbreviation);
	return rc;
}

/* ICU makes its objects anew: break rules can be kept compiled, expressions cannot. */
static enum status open_objects(struct token_rules *t, const char *data, struct report *r)
{
	UErrorCode e = U_ZERO_ERROR;

	t->cuts = ubrk_openBinaryRules((const uint8_t *)t->compiled.p, (int32_t)t->compiled.n, NULL, 0, &e);
	if (U_FAILURE(e))
		return fatal(r, "icu", "ICU cannot use its break rules: %s", u_errorName(e));
	t->expression = memory_get(t->n * sizeof *t->expression);
	for (size_t i = 0; i < t->n; i++) {
		int32_t n;
		UChar *wide = to_utf16(t->rule[i].text, &n);

		t->expression[i] = uregex_open(wide, n, 0, NULL, &e);
		free(wide);
		if (U_FAILURE(e))
			return fatal(r, "dictionary", "%s/dictionaries/%s:%lu: the regular expression is wrong", data, tables[0],
				     t->rule[i].line);
	}
	return OK;
}

enum status tokens_open(struct token_rules *t, const struct settings *set, struct report *r)
{
	static const struct image_plan plan = { "tokens", tables, offsetof(struct token_rules, image), make };
	enum status rc = image_open(&t->image, &plan, set, NULL, V(""), t, r);

	return rc == OK ? open_objects(t, setting(set, "data"), r) : rc;
}

void tokens_close(struct token_rules *t)
{
	if (t->cuts)
		ubrk_close(t->cuts);
	for (size_t i = 0; t->expression && i < t->n; i++)
		uregex_close(t->expression[i]);
	free(t->expression);
	image_close(&t->image);
}

bool tokenizer_init(struct tokenizer *z, const struct token_rules *rules)
{
	UErrorCode e = U_ZERO_ERROR;

	*z = (struct tokenizer){ rules, ubrk_clone(rules->cuts, &e), NULL };
	return U_SUCCESS(e);
}

void tokenizer_release(struct tokenizer *z)
{
	for (size_t i = 0; z->expression && i < z->rules->n; i++)
		uregex_close(z->expression[i]);
	free(z->expression);
	ubrk_close(z->cuts);
}

/* --- what may be more than the break rules see --- */

static bool is_blank(UChar c)
{
	return u_isUWhiteSpace(c);
}

static bool is_in(UChar c, const char *set)
{
	return c < 0x80 && byte_in((char)c, set);
}

static bool is_hyphen(UChar c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_letter_or_digit(UChar c)
{
	return u_isalnum(c) || c == '_' || c == MARK_STAND_IN || u_getCombiningClass(c)
		|| (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_SC_MASK));
}

/* Is it worth asking the expressions, looking at the two characters at a token's end and its first? */
static bool may_go_on(const struct plain *p, uint32_t from, uint32_t to)
{
	UChar first = p->text[from], next = to < p->n ? p->text[to] : ' ';
	UChar second = to + 1 < p->n ? p->text[to + 1] : ' ';

	if (is_in(first, "'.@#~/+-$([") || first == 0x2019 || u_charType(first) == U_CURRENCY_SYMBOL || first >= 0xd800
	    || (first > 0x7f && (u_charType(first) == U_MATH_SYMBOL)))
		return !is_blank(next) && (is_letter_or_digit(next) || is_in(next, "/.~-$_") || is_in(first, "~+-"));
	if ((first == 'v' || first == 'V') && to - from > 1 && u_isdigit(p->text[from + 1]))
		return true;	/* v24 */
	if (!is_letter_or_digit(first) || is_blank(next))
		return false;
	if (u_isdigit(first) || is_in(next, "(["))
		return true;
	if (is_in(next, "+#"))
		return true;
	return is_hyphen(next) || is_letter_or_digit(next)
		|| ((is_in(next, "'/.:&@$%+~") || next == 0x2019) && !is_blank(second));
}

static bool clone_expressions(struct tokenizer *z, const struct plain *p)
{
	UErrorCode e = U_ZERO_ERROR;

	if (!z->expression) {
		z->expression = memory_get(z->rules->n * sizeof *z->expression);
		for (size_t i = 0; i < z->rules->n; i++)
			z->expression[i] = uregex_clone(z->rules->expression[i], &e);
	}
	for (size_t i = 0; i < z->rules->n; i++) {
		uregex_setText(z->expression[i], p->text, (int32_t)p->n, &e);
		uregex_useTransparentBounds(z->expression[i], true, &e);
		uregex_useAnchoringBounds(z->expression[i], false, &e);
	}
	return U_SUCCESS(e);
}

/*
 * Where an expression's token that begins here ends, 0 if it has none. It sees a short piece first, and more only where
 * all of that is its token: in a long run without blanks each place would cost the whole rest otherwise.
 */
static uint32_t match(URegularExpression *x, const struct plain *p, uint32_t from)
{
	uint32_t end = 0;

	for (size_t seen = SEEN_FIRST; end == 0 || end < p->n; seen *= SEEN_MORE) {
		UErrorCode e = U_ZERO_ERROR;
		size_t limit = p->n - from > seen ? from + seen : p->n;

		uregex_setRegion(x, from, (int32_t)limit, &e);
		if (!uregex_lookingAt(x, -1, &e) || U_FAILURE(e))
			return end;
		end = (uint32_t)uregex_end(x, 0, &e);
		if (end < limit)
			return end;
	}
	return end;
}

/* The expression that takes most from here on, if it takes more than the cut. */
static bool join(struct tokenizer *z, const struct plain *p, uint32_t from, uint32_t *to, enum token_kind *kind)
{
	bool found = false;

	for (size_t i = 0; i < z->rules->n; i++) {
		uint32_t end = match(z->expression[i], p, from);

		if (end && (end > *to || (!found && end == *to))) {
			*to = end;
			*kind = z->rules->rule[i].kind;
			found = true;
		}
	}
	return found;
}

/* --- cutting --- */

static void add_token(struct tokens *t, uint32_t from, uint32_t to, enum token_kind kind, bool apart)
{
	t->at = memory_grow(t->at, &t->cap, t->n + 1, sizeof *t->at);
	t->at[t->n++] = (struct token){ from, to, kind, ABBREVIATION_NONE, apart };
}

static bool is_mail(struct view v)
{
	return memchr(v.p, '@', v.n) && !memmem(v.p, v.n, "://", 3);
}

/* What a lone stand-in is for. */
static enum token_kind kind_of_mark(const struct plain *p, uint32_t at)
{
	const struct span *m = plain_mark(p, at);

	if (m && view_is(m->label, "autolink"))
		return is_mail(span_text(p->d, m)) ? TOKEN_EMAIL : TOKEN_URL;
	return m && view_is(m->label, "entity") ? TOKEN_SYMBOL : TOKEN_CODE;
}

static bool cut(struct tokenizer *z, const struct plain *p, struct tokens *out)
{
	UErrorCode e = U_ZERO_ERROR;
	bool apart = false, cloned = false;
	uint32_t from = 0, to;
	int32_t next;

	ubrk_setText(z->cuts, p->text, (int32_t)p->n, &e);
	for (next = ubrk_next(z->cuts); U_SUCCESS(e) && next != UBRK_DONE; from = to) {
		int32_t rule = ubrk_getRuleStatus(z->cuts) - STATUS_FIRST;
		enum token_kind kind = rule >= 0 && rule < CUTS_MAX ? z->rules->cut_kind[rule] : TOKEN_OTHER;

		to = (uint32_t)next;
		if (is_blank(p->text[from])) {
			apart = true;
			next = ubrk_next(z->cuts);
			continue;
		}
		if (may_go_on(p, from, to)) {
			if (!cloned && !(cloned = clone_expressions(z, p)))
				return false;
			join(z, p, from, &to, &kind);
		}
		if (kind == TOKEN_CODE && p->text[from] == MARK_STAND_IN)
			kind = kind_of_mark(p, from);
		add_token(out, from, to, kind, apart);
		apart = false;
		next = to == (uint32_t)next ? ubrk_next(z->cuts) : to < p->n ? ubrk_following(z->cuts, (int32_t)to) : UBRK_DONE;
	}
	return U_SUCCESS(e);
}

/* --- abbreviations --- */

static bool is_text(const struct plain *p, const struct token *t, const char *s)
{
	size_t n = strlen(s);

	for (size_t i = 0; i < n; i++)
		if (t->from + i >= t->to || p->text[t->from + i] != (unsigned char)s[i])
			return false;
	return t->to - t->from == n;
}

/* A stop, or one of the signs that are written for it after a Devanagari abbreviation. */
static bool is_stop(const struct plain *p, const struct token *t)
{
	UChar c = p->text[t->from];

	return t->to == t->from + 1 && (c == '.' || c == 0x970 || c == 0x966);
}

static bool is_capital(const struct plain *p, const struct token *t)
{
	return t->to == t->from + 1 && u_isupper(p->text[t->from]) && p->text[t->from] < 0x250;
}

static bool has_class(const struct token_rules *r, const struct plain *p, const struct token *t, enum word_class c)
{
	struct buf b = { 0 };
	bool has = class_of_text(r->classes, plain_copy(p, t->from, t->to, &b), c);

	buf_release(&b);
	return has;
}

static bool is_devanagari(const struct plain *p, const struct token *t)
{
	return p->text[t->from] >= 0x900 && p->text[t->from] < 0x980;
}

/* A letter, as initials have them: J, one of Devanagari, or the Devanagari name of an English one. */
static bool is_letter(const struct token_rules *r, const struct plain *p, const struct token *t)
{
	return is_capital(p, t) || (is_devanagari(p, t) && (t->to == t->from + 1 || has_class(r, p, t, CLASS_LETTER_NAME)));
}

/* Part of a dotted short form: कृ.पृ.उ. */
static bool is_short(const struct plain *p, const struct token *t)
{
	return t->kind == TOKEN_WORD && is_devanagari(p, t) && t->to - t->from <= 5;
}

static size_t dotted_short_form(const struct plain *p, const struct tokens *t, size_t i)
{
	size_t k = i;

	while (k + 1 < t->n && (k == i || !t->at[k].apart) && is_short(p, &t->at[k]) && !t->at[k + 1].apart
	       && is_text(p, &t->at[k + 1], "."))
		k += 2;
	return k - i >= 4 ? k - i : 0;
}

/* INC. is Inc. in a line of capitals. */
static const struct entry *find_abbreviation(const struct token_rules *r, struct view v)
{
	const struct entry *e = index_find(&r->abbreviation, v);
	char small[LETTERS_MAX];

	if (e || v.n < 3 || v.n > sizeof small || v.p[1] < 'A' || v.p[1] > 'Z')
		return e;
	for (size_t i = 0; i < v.n; i++)
		small[i] = i && v.p[i] >= 'A' && v.p[i] <= 'Z' ? (char)(v.p[i] | 32) : v.p[i];
	return index_find(&r->abbreviation, (struct view){ small, v.n });
}

/* Tokens of the longest known abbreviation that begins here, 0 if there is none. */
static size_t known_abbreviation(const struct token_rules *r, const struct plain *p, const struct tokens *t, size_t i,
				 enum abbreviation *kind)
{
	struct buf b = { 0 };
	size_t best = 0;

	for (size_t k = i; k < t->n && k < i + ABBREVIATION_TOKENS && t->at[k].to - t->at[i].from < LETTERS_MAX; k++) {
		const struct entry *e;

		if (k > i && t->at[k].apart)
			break;
		if (!is_stop(p, &t->at[k]) && p->text[t->at[k].to - 1] != 0x966)
			continue;
		e = find_abbreviation(r, plain_copy(p, t->at[i].from, t->at[k].to, &b));
		if (e) {
			best = k + 1 - i;
			*kind = (enum abbreviation)e->number;
		}
	}
	buf_release(&b);
	return best;
}

/* A letter's name may end a sentence as well (हां जी.), where a verb or postposition stands before it. */
static bool in_clause(const struct token_rules *r, const struct plain *p, const struct token *before)
{
	return before && has_class(r, p, before, CLASS_FINITE);
}

/* J.K. or आर.के., written together: how many tokens. One letter alone only before another or a name. */
static size_t initials(const struct token_rules *r, const struct plain *p, const struct tokens *t, size_t i,
		       const struct token *before, enum abbreviation *kind)
{
	size_t k = i, letters = 0;

	while (k + 1 < t->n && (k == i || !t->at[k].apart) && is_letter(r, p, &t->at[k]) && !t->at[k + 1].apart
	       && is_text(p, &t->at[k + 1], ".")) {
		k += 2;
		letters++;
	}
	*kind = letters > 1 && is_capital(p, &t->at[i]) ? ABBREVIATION_FINAL : ABBREVIATION_TITLE;
	if (letters != 1)
		return k - i;
	if (before && has_class(r, p, before, CLASS_LETTER_NOUN) && t->at[i].apart)
		return 0;
	if (is_devanagari(p, &t->at[i]) && k < t->n && t->at[k].apart && !has_class(r, p, &t->at[k], CLASS_STARTER)
	    && (t->at[i].to == t->at[i].from + 1 || (i + 4 < t->n && has_class(r, p, &t->at[i], CLASS_LETTER_NAME)
						     && !has_class(r, p, &t->at[i], CLASS_FINITE)
						     && !has_class(r, p, &t->at[k], CLASS_GOES_ON) && !in_clause(r, p, before))))
		return 2;
	if (k < t->n && t->at[k].apart && is_capital(p, &t->at[i])
	    && u_isupper(p->text[t->at[k].from]) && !has_class(r, p, &t->at[k], CLASS_STARTER))
		return 2;
	if (k + 1 < t->n && is_letter(r, p, &t->at[k]) && is_text(p, &t->at[k + 1], "."))
		return 2;
	return before && before->kind == TOKEN_ABBREVIATION && before->abbreviation == ABBREVIATION_TITLE
		&& !is_capital(p, &t->at[i]) ? 2 : 0;
}

static bool number_follows(const struct plain *p, const struct tokens *t, size_t i)
{
	uint32_t k = i < t->n ? t->at[i].from : 0;

	if (i >= t->n || t->at[i].kind == TOKEN_PUNCTUATION)
		return false;
	while (k < t->at[i].to && is_in(p->text[k], "IVXivx"))	/* vol. iv */
		k++;
	return u_isdigit(p->text[t->at[i].from]) || t->at[i].kind == TOKEN_NUMBER || k == t->at[i].to;
}

/* Stops that belong to the word before them join it. */
static void merge_abbreviations(const struct token_rules *r, const struct plain *p, struct tokens *t)
{
	size_t n = 0;

	for (size_t i = 0, k; i < t->n; i += k) {
		const struct token *before = n ? &t->at[n - 1] : NULL;
		struct token *to = &t->at[n++];
		enum abbreviation kind = ABBREVIATION_NONE, other = ABBREVIATION_NONE;

		k = t->at[i].kind == TOKEN_PUNCTUATION ? 0 : known_abbreviation(r, p, t, i, &kind);
		if (k && kind == ABBREVIATION_NUMBER && !number_follows(p, t, i + k))
			k = 0;
		if (t->at[i].kind == TOKEN_WORD) {
			size_t letters = initials(r, p, t, i, before, &other);

			if (letters > k) {
				k = letters;
				kind = other;
			}
			letters = dotted_short_form(p, t, i);
			if (letters > k) {
				k = letters;
				kind = ABBREVIATION_FINAL;
			}
		}
		*to = t->at[i];
		if (k) {
			to->to = t->at[i + k - 1].to;
			to->kind = TOKEN_ABBREVIATION;
			to->abbreviation = kind;
		}
		k = k ? k : 1;
	}
	t->n = n;
}

bool tokenize(struct tokenizer *z, const struct plain *p, struct tokens *out)
{
	out->n = 0;
	if (!p->n)
		return true;
	if (!cut(z, p, out))
		return false;
	merge_abbreviations(z->rules, p, out);
	return true;
}
