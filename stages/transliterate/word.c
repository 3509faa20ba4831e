/* word.c - see word.h. */
#include "word.h"

#include "utf8.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>

const char *const target_name[TARGETS] = { "hi", "en", "hi-Latn", "iso15919", "ascii" };
const char *const origin_name[ORIGINS] = { "glossary", "lexicon", "name", "letters", "ending", "document", "rules", "model" };

/* What is known is sure; a variant less so; a guess beside them even less: scores fall in the order of the answers. */
static const float SURE = 1.0f, VARIANT = 0.6f, BESIDE = 0.5f;

bool is_latin_word(struct view word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!((word.p[i] | 0x20) >= 'a' && (word.p[i] | 0x20) <= 'z'))
			return false;
	return word.n > 0;
}

bool has_devanagari(struct view word)
{
	for (size_t i = 0; i < word.n; i += utf8_length(word.p[i])) {
		uint32_t c = utf8_code(word.p + i);

		if (c >= 0x900 && c <= 0x97f && c != 0x964 && c != 0x965)
			return true;
	}
	return false;
}

bool is_acronym(struct view word)
{
	size_t n = word.n > 2 && word.p[word.n - 1] == 's' ? word.n - 1 : word.n;

	for (size_t i = 0; i < n; i++)
		if (word.p[i] < 'A' || word.p[i] > 'Z')
			return false;
	return n > 1;
}

static void answer(struct answers *a, size_t max, struct view text, enum origin origin, float score)
{
	for (size_t i = 0; i < a->n; i++)
		if (view_eq(a->at[i].text, text))
			return;
	if (a->n < max && a->n < GUESSES_MAX)
		a->at[a->n++] = (struct answer){ text, origin, score };
}

static void answer_entry(const struct writer *w, const struct entry *e, enum origin origin, struct answers *a)
{
	struct view list = origin == FROM_GLOSSARY ? V("-") : lexicon_others(&w->lexicon, e), one;

	answer(a, w->best, e->value, origin, a->n ? VARIANT : SURE);
	while (lexicon_next(&list, '|', &one))
		answer(a, w->best, one, origin, VARIANT);
}

/* What the networks say, behind what is known already. */
static void answer_guesses(const struct writer *w, struct view word, enum domain domain, bool devanagari, struct arena *arena,
			   struct answers *a)
{
	struct guess guess[GUESSES_MAX];
	size_t n;
	float factor = a->n ? BESIDE : 1;

	if (a->n >= w->best)
		return;
	n = devanagari ? guess_devanagari(&w->model, word, domain, guess, w->best) : guess_latin(&w->model, word, domain, guess, w->best);
	for (size_t i = 0; i < n; i++)
		answer(a, w->best, arena_copy(arena, view_of(guess[i].text)), FROM_MODEL, factor * guess[i].score);
}

/* --- English and names to Devanagari --- */

static const struct entry *find_english(const struct writer *w, struct view word, enum reading how, enum origin *origin)
{
	const struct lexicon *l = &w->lexicon;
	const struct index *first = how == AS_NAME ? &l->name : &l->loan, *second = how == AS_NAME ? &l->loan : &l->name;
	const struct entry *e = lexicon_find(&l->glossary, word);

	*origin = FROM_GLOSSARY;
	if (e)
		return e;
	e = lexicon_find(first, word);
	*origin = how == AS_NAME ? FROM_NAME : FROM_LEXICON;
	if (e)
		return e;
	*origin = how == AS_NAME ? FROM_LEXICON : FROM_NAME;
	return lexicon_find(second, word);
}

static uint32_t last_code(struct view text)
{
	size_t i = text.n;

	while (i && utf8_is_tail(text.p[--i]))
		;
	return text.n ? utf8_code(text.p + i) : 0;
}

/* What -s is behind a word in Devanagari: गेम्स, फोटोज़, बॉक्सेज़. */
static const char *plural_of(struct view word)
{
	uint32_t c = last_code(word);

	if (c == 0x938 || c == 0x93c || c == 0x936 || c == 0x91a || c == 0x91c)	/* a sibilant: स, ज़, श, च, ज */
		return "ेज़";
	return c >= 0x915 && c <= 0x939 ? "्स" : "ज़";
}

/* English plurals of words that are known; `base`: how the ending is undone. */
static bool answer_plural(const struct writer *w, struct view word, enum reading how, struct arena *arena, struct answers *a)
{
	static const struct { const char *ending, *base; } plural[] = { { "ies", "y" }, { "s", "" }, { "es", "" } };

	for (size_t i = 0; i < sizeof plural / sizeof *plural; i++) {
		struct buf base = { 0 }, text = { 0 };
		const struct entry *e;
		enum origin origin;

		if (!view_ends(word, plural[i].ending) || view_ends(word, "ss") || word.n < 4)
			continue;
		buf_add(&base, view_cut(word, 0, word.n - strlen(plural[i].ending)));
		buf_str(&base, plural[i].base);
		e = find_english(w, buf_view(&base), how, &origin);
		if (e) {
			buf_add(&text, e->value);
			buf_str(&text, plural_of(e->value));
			answer(a, w->best, arena_copy(arena, buf_view(&text)), FROM_ENDING, SURE);
		}
		buf_release(&base);
		buf_release(&text);
		if (e)
			return true;
	}
	return false;
}

static void answer_letters(const struct writer *w, struct view word, struct arena *arena, struct answers *a)
{
	size_t n = word.p[word.n - 1] == 's' ? word.n - 1 : word.n;
	struct buf text = { 0 };

	for (size_t i = 0; i < n; i++)
		buf_add(&text, w->lexicon.letter[word.p[i] - 'A']);
	buf_str(&text, n < word.n ? "ज़" : "");
	answer(a, w->best, arena_copy(arena, buf_view(&text)), FROM_LETTERS, SURE);
	buf_release(&text);
}

static void write_english(const struct writer *w, struct view word, enum reading how, struct arena *arena, struct answers *a)
{
	enum origin origin;
	const struct entry *e = find_english(w, word, how, &origin);

	if (e)
		answer_entry(w, e, origin, a);
	else if (is_acronym(word) && w->spells_acronyms)
		answer_letters(w, word, arena, a);
	else
		answer_plural(w, word, how, arena, a);
	answer_guesses(w, word, how == AS_NAME ? DOMAIN_NAME : DOMAIN_LOAN, true, arena, a);
}

static void write_typed(const struct writer *w, struct view word, struct arena *arena, struct answers *a)
{
	const struct entry *e = lexicon_find(&w->lexicon.glossary, word);

	if (e)
		answer_entry(w, e, FROM_GLOSSARY, a);
	e = lexicon_find(&w->lexicon.typed, word);
	if (e)
		answer_entry(w, e, FROM_LEXICON, a);
	answer_guesses(w, word, DOMAIN_NATIVE, true, arena, a);
}

/* --- Devanagari to Latin --- */

/* Endings of Hindi and English on a loan, and the English for them. */
static const struct { const char *hindi, *english; } ending[] = {
	{ "्स", "s" }, { "ेज़", "es" }, { "ज़", "s" }, { "ियों", "ies" }, { "ियां", "ies" }, { "ों", "s" }, { "ें", "s" },
};
enum { ENDINGS = sizeof ending / sizeof *ending };

/* The loan behind an ending; -ियों stands for a final ी, which the lexicon's form has. */
static const struct entry *find_inflected(const struct writer *w, struct view word, size_t *which)
{
	for (size_t i = 0; i < ENDINGS; i++) {
		struct buf base = { 0 };
		const struct entry *e;

		if (!view_ends(word, ending[i].hindi))
			continue;
		buf_add(&base, view_cut(word, 0, word.n - strlen(ending[i].hindi)));
		buf_str(&base, view_starts(view_of(ending[i].hindi), "िय") ? "ी" : "");
		e = index_find(&w->lexicon.loan_back, buf_view(&base));
		buf_release(&base);
		*which = i;
		if (e)
			return e;
	}
	return NULL;
}

static void plural_english(struct view word, struct buf *out)
{
	static const char *const sibilant[] = { "s", "x", "z", "ch", "sh" };
	bool hisses = false;

	for (size_t i = 0; i < sizeof sibilant / sizeof *sibilant; i++)
		hisses = hisses || view_ends(word, sibilant[i]);
	if (view_ends(word, "y") && word.n > 1 && !byte_in(word.p[word.n - 2], "aeiou")) {
		buf_add(out, view_cut(word, 0, word.n - 1));
		buf_str(out, "ies");
	} else {
		buf_add(out, word);
		buf_str(out, hisses ? "es" : "s");
	}
}

static void write_latin(const struct writer *w, struct view word, enum reading how, struct arena *arena, struct answers *a)
{
	const struct lexicon *l = &w->lexicon;
	const struct entry *e = index_find(&l->glossary_back, word), *loan = index_find(&l->loan_back, word), *name = index_find(&l->name_back, word);
	size_t which;

	if (e)
		answer(a, w->best, e->value, FROM_GLOSSARY, SURE);
	if (how == AS_NAME && name)
		answer(a, w->best, name->value, FROM_NAME, SURE);
	if (loan)
		answer(a, w->best, loan->value, FROM_LEXICON, SURE);
	else if (how != AS_NAME && name)
		answer(a, w->best, name->value, FROM_NAME, SURE);
	if (!a->n && (e = find_inflected(w, word, &which))) {
		struct buf text = { 0 };

		plural_english(e->value, &text);
		answer(a, w->best, arena_copy(arena, buf_view(&text)), FROM_ENDING, SURE);
		buf_release(&text);
	}
	answer_guesses(w, word, how == AS_NAME ? DOMAIN_NAME : DOMAIN_LOAN, false, arena, a);
}

/* Hindi as people type it: loans keep their English spelling. */
static void write_as_typed(const struct writer *w, struct view word, enum reading how, struct arena *arena, struct answers *a)
{
	const struct entry *e = index_find(&w->lexicon.glossary_back, word), *typed = index_find(&w->lexicon.typed_back, word);
	struct view list, one;

	if (e)
		answer(a, w->best, e->value, FROM_GLOSSARY, SURE);
	if (how != AS_HINDI && !typed) {
		write_latin(w, word, how, arena, a);
		return;
	}
	list = typed ? typed->value : V("-");
	while (lexicon_next(&list, ' ', &one))
		answer(a, w->best, one, FROM_LEXICON, a->n ? VARIANT : SURE);
	answer_guesses(w, word, DOMAIN_NATIVE, false, arena, a);
}

/* --- by rules --- */

enum { RULE_UNITS = 1024 };

static bool by_rules(const UTransliterator *rules, struct view word, struct arena *arena, struct view *out)
{
	UChar text[RULE_UNITS];
	char utf8[4 * RULE_UNITS];
	UErrorCode e = U_ZERO_ERROR;
	int32_t n = 0, limit, bytes = 0;

	if (word.n > RULE_UNITS / 4)
		return false;
	u_strFromUTF8(text, RULE_UNITS, &n, word.p, (int32_t)word.n, &e);
	limit = n;
	utrans_transUChars(rules, text, &n, RULE_UNITS, 0, &limit, &e);
	u_strToUTF8(utf8, sizeof utf8, &bytes, text, n, &e);
	if (U_FAILURE(e))
		return false;
	*out = arena_copy(arena, (struct view){ utf8, (size_t)bytes });
	return true;
}

static void answer_rules(const struct writer *w, const UTransliterator *rules, struct view word, struct arena *arena, struct answers *a)
{
	struct view text;

	if (by_rules(rules, word, arena, &text) && !view_eq(text, word))
		answer(a, w->best, text, FROM_RULES, SURE);
}

/* --- */

static bool is_ascii(struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if ((unsigned char)v.p[i] >= 0x80)
			return false;
	return true;
}

void write_word(const struct writer *w, struct view word, enum reading how, struct arena *arena, struct answers *a)
{
	a->n = 0;
	if (w->target == TO_HINDI && is_latin_word(word)) {
		if (how == AS_HINDI)
			write_typed(w, word, arena, a);
		else
			write_english(w, word, how, arena, a);
	} else if (w->target == TO_ENGLISH && has_devanagari(word)) {
		write_latin(w, word, how, arena, a);
	} else if ((w->target == TO_TYPED || w->target == TO_ASCII) && has_devanagari(word)) {
		write_as_typed(w, word, how, arena, a);
	} else if (w->target == TO_ISO && has_devanagari(word)) {
		answer_rules(w, w->iso, word, arena, a);
	}
	if (w->target == TO_ASCII && !a->n && !is_ascii(word))
		answer_rules(w, w->ascii, word, arena, a);
}

bool house_spelling(const struct writer *w, struct view word, struct arena *arena, struct answer *out)
{
	const struct lexicon *l = &w->lexicon;
	const struct entry *back = index_find(&l->loan_back, word), *loan;
	size_t which = ENDINGS;
	struct buf text = { 0 };

	if (!back)
		back = find_inflected(w, word, &which);
	loan = back ? index_find(&l->loan, back->value) : NULL;
	if (!loan)
		return false;
	buf_add(&text, loan->value);
	if (which < ENDINGS && view_starts(view_of(ending[which].hindi), "िय") && last_code(loan->value) == 0x940)
		text.n -= strlen("ी");
	buf_str(&text, which < ENDINGS ? ending[which].hindi : "");
	*out = (struct answer){ arena_copy(arena, buf_view(&text)), which < ENDINGS ? FROM_ENDING : FROM_LEXICON, SURE };
	buf_release(&text);
	return true;
}
