/* english.c - see english.h. */
#include "english.h"

#include <ctype.h>
#include <stdlib.h>

enum { FORM_WORD, FORM_TAGS, FORM_LEMMA, FORM_COLUMNS };

/* --- what is listed --- */

/* "VBD take": took. The keys are made once all are known, for the buffer moves while it grows. */
static void index_forms(struct english *e, const size_t *end, const struct view *form, size_t n)
{
	size_t begin = 0;

	for (size_t i = 0; i < n; i++) {
		struct entry *new = index_add(&e->by_lemma, view_cut(buf_view(&e->keys), begin, end[i]));

		if (new)
			new->value = form[i];
		begin = end[i];
	}
}

enum status english_open(struct english *e, const char *data, struct report *r)
{
	struct buf path = { 0 };
	struct row row;
	size_t *end = NULL, n = 0, cap_end = 0, cap_form = 0;
	struct view *form = NULL;
	enum status rc;

	*e = (struct english){ 0 };
	buf_addf(&path, "%s/dictionaries/forms.en.tsv", data);
	rc = table_open(&e->forms, path.p, r);
	while (rc == OK && table_next(&e->forms, &row)) {
		if (row.n < FORM_COLUMNS) {
			rc = fatal(r, "dictionary", "%s:%lu: has %zu columns, not %d", path.p, row.line, row.n, FORM_COLUMNS);
			break;
		}
		if (row.column[FORM_WORD].n < 3 || row.column[FORM_WORD].p[0] == '\'')
			continue;	/* clipped: 'd, gon */
		for (struct view tags = row.column[FORM_TAGS], tag; view_next(&tags, '|', &tag); n++) {
			end = memory_grow(end, &cap_end, n + 1, sizeof *end);
			form = memory_grow(form, &cap_form, n + 1, sizeof *form);
			buf_add(&e->keys, tag);
			buf_byte(&e->keys, ' ');
			buf_add(&e->keys, row.column[FORM_LEMMA]);
			end[n] = e->keys.n;
			form[n] = row.column[FORM_WORD];
		}
	}
	index_forms(e, end, form, n);
	free(end);
	free(form);
	buf_release(&path);
	return rc;
}

void english_close(struct english *e)
{
	table_close(&e->forms);
	index_release(&e->by_lemma);
	buf_release(&e->keys);
}

static bool add_listed(const struct english *e, const char *tag, struct view lemma, struct buf *out)
{
	struct buf key = { 0 };
	const struct entry *found;

	buf_addf(&key, "%s %.*s", tag, VIEW_ARG(lemma));
	found = index_find(&e->by_lemma, buf_view(&key));
	if (found)
		buf_add(out, found->value);
	buf_release(&key);
	return found != NULL;
}

/* --- rules of spelling --- */

static bool is_vowel(char c)
{
	return byte_in((char)tolower((unsigned char)c), "aeiou");
}

static bool ends_in_y(struct view w)
{
	return w.n > 1 && w.p[w.n - 1] == 'y' && !is_vowel(w.p[w.n - 2]);
}

static bool hisses(struct view w)
{
	return view_ends(w, "s") || view_ends(w, "x") || view_ends(w, "z") || view_ends(w, "ch") || view_ends(w, "sh");
}

/* stop: stopped. Only where the one vowel is the stressed one, which we know of one syllable and of -fer, -mit, -cur, -gin. */
static bool doubles(struct view w)
{
	static const char *const stressed[] = { "fer", "mit", "cur", "gin", "pel", "trol", "get", "gram", NULL };
	size_t vowels = 0;

	if (w.n < 3 || is_vowel(w.p[w.n - 1]) || byte_in(w.p[w.n - 1], "wxy") || !is_vowel(w.p[w.n - 2]) || is_vowel(w.p[w.n - 3]))
		return false;
	for (size_t i = 0; i < w.n; i++)
		vowels += is_vowel(w.p[i]) && (!i || !is_vowel(w.p[i - 1]));
	if (vowels == 1)
		return !(w.n > 3 && w.p[w.n - 3] == 'u' && w.p[w.n - 4] == 'q') || w.n < 6;
	for (size_t i = 0; stressed[i]; i++)
		if (view_ends(w, stressed[i]) && !view_is(w, "target") && !view_is(w, "budget") && !view_is(w, "offer") && !view_is(w, "suffer")
		    && !view_is(w, "differ") && !view_is(w, "limit") && !view_is(w, "edit") && !view_is(w, "buffer"))
			return true;
	return false;
}

static void add_s(struct view w, struct buf *out)
{
	if (ends_in_y(w)) {
		buf_add(out, view_cut(w, 0, w.n - 1));
		buf_str(out, "ies");
	} else {
		buf_add(out, w);
		buf_str(out, hisses(w) ? "es" : "s");
	}
}

/* -ed, -er, -est: try: tried, wide: wider. */
static void add_e(struct view w, const char *ending, struct buf *out)
{
	if (ends_in_y(w)) {
		buf_add(out, view_cut(w, 0, w.n - 1));
		buf_byte(out, 'i');
	} else {
		buf_add(out, view_ends(w, "e") ? view_cut(w, 0, w.n - 1) : w);
		if (doubles(w))
			buf_byte(out, w.p[w.n - 1]);
	}
	buf_str(out, ending);
}

static void add_ing(struct view w, struct buf *out)
{
	if (view_ends(w, "ie")) {
		buf_add(out, view_cut(w, 0, w.n - 2));
		buf_byte(out, 'y');
	} else {
		bool silent = view_ends(w, "e") && w.n > 2 && !view_ends(w, "ee") && !view_ends(w, "oe") && !view_ends(w, "ye");

		buf_add(out, silent ? view_cut(w, 0, w.n - 1) : w);
		if (doubles(w))
			buf_byte(out, w.p[w.n - 1]);
	}
	buf_str(out, "ing");
}

/* --- words --- */

const char *english_be(enum english_form form, bool first, bool plural)
{
	switch (form) {
	case EN_BASE: return first && !plural ? "am" : plural ? "are" : "is";
	case EN_THIRD: return "is";
	case EN_PAST: return plural ? "were" : "was";
	case EN_PARTICIPLE: return "been";
	default: return "being";
	}
}

static void add_one_verb(const struct english *e, struct view w, enum english_form form, struct buf *out)
{
	static const char *const tag[] = { "VB", "VBZ", "VBD", "VBN", "VBG" };

	if (form == EN_BASE) {
		buf_add(out, w);
		return;
	}
	if (add_listed(e, tag[form], w, out))
		return;
	if (form == EN_PARTICIPLE && add_listed(e, "VBD", w, out))
		return;
	if (form == EN_THIRD && view_ends(w, "o")) {
		buf_add(out, w);
		buf_str(out, "es");
	} else if (form == EN_THIRD) {
		add_s(w, out);
	} else if (form == EN_GERUND) {
		add_ing(w, out);
	} else {
		add_e(w, "ed", out);
	}
}

void english_verb(const struct english *e, struct view lemma, enum english_form form, struct buf *out)
{
	struct view rest = lemma, first = V("");

	view_next(&rest, ' ', &first);
	if (view_is(first, "be"))
		buf_str(out, form == EN_BASE ? "be" : english_be(form, false, false));
	else
		add_one_verb(e, first, form, out);
	buf_add(out, view_cut(lemma, first.n, lemma.n));
}

void english_plural(const struct english *e, struct view lemma, struct buf *out)
{
	size_t end = lemma.n, begin;

	for (size_t i = 1; i + 4 < lemma.n; i++)
		if (view_starts(view_cut(lemma, i, lemma.n), " of ") || view_starts(view_cut(lemma, i, lemma.n), " in ")) {
			end = i;
			break;
		}
	for (begin = end; begin > 0 && lemma.p[begin - 1] != ' ';)
		begin--;
	buf_add(out, view_cut(lemma, 0, begin));
	if (!add_listed(e, "NNS", view_cut(lemma, begin, end), out))
		add_s(view_cut(lemma, begin, end), out);
	buf_add(out, view_cut(lemma, end, lemma.n));
}

static size_t syllables(struct view w)
{
	size_t n = 0;

	for (size_t i = 0; i < w.n; i++)
		n += (is_vowel(w.p[i]) || w.p[i] == 'y') && (!i || !is_vowel(w.p[i - 1]));
	return n - (n > 1 && view_ends(w, "e"));
}

void english_compared(const struct english *e, struct view w, bool superlative, struct buf *out)
{
	size_t n = syllables(w);

	if (add_listed(e, superlative ? "JJS" : "JJR", w, out))
		return;
	if (n == 1 || (n == 2 && (ends_in_y(w) || view_ends(w, "ow") || view_ends(w, "le")))) {
		add_e(w, superlative ? "est" : "er", out);
	} else {
		buf_str(out, superlative ? "most " : "more ");
		buf_add(out, w);
	}
}

bool english_wants_an(struct view w)
{
	static const char *const vowels[] = { "hour", "honest", "honor", "honour", "heir", NULL };
	static const char *const not[] = { "uni", "use", "usu", "uti", "eu", "one", "once", "ura", "ufo", NULL };
	struct buf small = { 0 };
	bool an;

	for (size_t i = 0; i < w.n && i < 8; i++)
		buf_byte(&small, (char)tolower((unsigned char)w.p[i]));
	an = small.n && (is_vowel(small.p[0]) || small.p[0] == '8');
	for (size_t i = 0; vowels[i] && small.n; i++)
		an = an || view_starts(buf_view(&small), vowels[i]);
	for (size_t i = 0; not[i] && small.n; i++)
		if (view_starts(buf_view(&small), not[i]) && !view_starts(buf_view(&small), "unim") && !view_starts(buf_view(&small), "unin"))
			an = false;
	buf_release(&small);
	return an;
}
