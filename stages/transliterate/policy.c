/* policy.c - what is written in the other script, and what stays as it is. */
#include "transliterate.h"

#include "utf8.h"

#include <unicode/uchar.h>

/* iPhone, OpenAI, H100: not one word of small letters with perhaps a capital first. */
static bool has_inner_capital(struct view word)
{
	for (size_t i = 1; i < word.n; i++)
		if (word.p[i] >= 'A' && word.p[i] <= 'Z')
			return true;
	return false;
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

bool has_no_vowel(struct view word)
{
	for (size_t i = 0; i < word.n; i++)
		if (byte_in(word.p[i], "aeiouyAEIOUY"))
			return false;
	return true;
}

/* To be spelled by its letters, if acronyms are; else it stays. */
static enum policy of_acronym(const struct writer *w)
{
	return w->spells_acronyms ? POLICY_ENGLISH : POLICY_STAY;
}

static enum policy of_name(const struct transliterate_state *s, struct view word)
{
	const struct lexicon *l = &s->writer.lexicon;

	if (index_find(&l->whole, word) || has_inner_capital(word))
		return POLICY_STAY;
	if (lexicon_find(&l->glossary, word) || lexicon_find(&l->name, word) || lexicon_find(&l->loan, word) || s->writer.knows_all_names)
		return POLICY_NAME;
	return POLICY_STAY;
}

/* A word of Latin letters, to be written in Devanagari. */
static enum policy of_latin(const struct transliterate_state *s, struct view word, struct view language, bool first)
{
	const struct entry *whole = index_find(&s->writer.lexicon.whole, word);

	if (lexicon_find(&s->writer.lexicon.glossary, word))
		return POLICY_ENGLISH;
	if (is_acronym(word))
		return of_acronym(&s->writer);
	if (word.n == 1 && !view_is(word, "a") && !view_is(word, "I"))
		return POLICY_STAY;
	if (has_no_vowel(word) && !index_find(&s->writer.lexicon.typed, word) && !lexicon_find(&s->writer.lexicon.loan, word))
		return POLICY_STAY;
	if (has_inner_capital(word) || (whole && !first && view_eq(whole->value, word)))
		return POLICY_STAY;
	if (view_is(language, "hi-Latn"))
		return POLICY_HINDI;
	if (view_is(language, "name"))
		return of_name(s, word);
	return view_is(language, "en") ? POLICY_ENGLISH : POLICY_STAY;
}

/* So long a word that is spelled nearly as a loan is that loan, even where identify takes it for Hindi. */
enum { SURE_LENGTH = 7 };

static bool is_long_loan(const struct lexicon *l, struct view word)
{
	struct buf loose = { 0 };
	bool found;

	if (utf8_count(word) < SURE_LENGTH)
		return false;
	sound_loosen(word, true, &loose);
	found = index_find(&l->loan_back, word) || index_find(&l->loan_loose, buf_view(&loose));
	buf_release(&loose);
	return found;
}

static enum policy of_devanagari(const struct transliterate_state *s, struct view token, struct view language)
{
	if (index_find(&s->writer.lexicon.glossary_back, token))
		return POLICY_LOAN;
	if (s->writer.target == TO_ISO || s->writer.target == TO_ASCII)
		return view_is(language, "loan") ? POLICY_LOAN : view_is(language, "name") ? POLICY_NAME : POLICY_HINDI;
	if (view_is(language, "loan") || (view_is(language, "hi") && is_long_loan(&s->writer.lexicon, token)))
		return POLICY_LOAN;
	if (s->writer.target == TO_HINDI)
		return POLICY_STAY;
	if (view_is(language, "name"))
		return POLICY_NAME;
	return s->writer.target == TO_TYPED ? POLICY_HINDI : POLICY_STAY;
}

static bool begins_latin(struct view token)
{
	for (size_t i = 0; i < token.n; i++)
		if (u_isalpha((unsigned char)token.p[i]) && (unsigned char)token.p[i] < 0x80)
			return true;
	return false;
}

enum policy policy_of(const struct transliterate_state *s, struct view token, struct view language, bool first)
{
	if (view_ends(token, ".") && begins_latin(token))
		return s->writer.target == TO_ASCII ? POLICY_HINDI : POLICY_STAY;	/* an abbreviation */
	if (view_is(language, "code"))
		return POLICY_STAY;
	if (view_is(language, "number"))
		return s->writer.target == TO_ISO || s->writer.target == TO_ASCII ? POLICY_HINDI : POLICY_STAY;
	if (s->from && (is_latin_word(token) || has_devanagari(token)))
		language = view_of(!strcmp(s->from, "hi") && is_latin_word(token) ? "other" : s->from);
	if (s->writer.target == TO_HINDI && is_latin_word(token))
		return of_latin(s, token, language, first);
	if (has_devanagari(token) && !begins_latin(token))
		return of_devanagari(s, token, language);
	if (s->writer.target == TO_ASCII)
		return POLICY_HINDI;
	return s->writer.target == TO_HINDI && begins_latin(token) ? POLICY_ENGLISH : POLICY_STAY;
}

const struct entry *policy_name(const struct writer *w, const struct document *d, size_t begin, const struct span *next, size_t n,
				size_t *words)
{
	const struct entry *longest = index_find(&w->lexicon.begins, span_text(d, next)), *found = NULL;

	for (size_t k = 0; longest && k < n && k < longest->number; k++) {
		const struct entry *e;

		if (k && !view_is(view_cut(d->text, next[k - 1].end, next[k].begin), " "))
			break;
		e = index_find(&w->lexicon.whole, view_cut(d->text, begin, next[k].end));
		if (e) {
			found = e;
			*words = k + 1;
		}
	}
	return found;
}

/* --- parts --- */

static bool is_latin_byte(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Where the part that begins at byte i ends: letters of one script; i itself where none of the script to be changed is. */
static size_t part_end(const struct writer *w, struct view token, size_t i)
{
	if (w->target == TO_HINDI) {
		while (i < token.n && is_latin_byte(token.p[i]))
			i++;
		return i;
	}
	while (i < token.n && has_devanagari(view_cut(token, i, i + utf8_length(token.p[i]))))
		i += utf8_length(token.p[i]);
	return i;
}

static bool is_digit_at(struct view v, size_t i)
{
	return i < v.n && v.p[i] >= '0' && v.p[i] <= '9';
}

/* What is written is a part of small letters, perhaps a capital first, and no digit beside it. */
static bool part_stays(const struct writer *w, struct view token, enum reading how, bool mixed, size_t begin, size_t end)
{
	struct view part = view_cut(token, begin, end);

	if (lexicon_find(&w->lexicon.glossary, part))
		return false;
	if (is_capital(part.p[0]) && mixed && how != AS_NAME && !is_acronym(part))
		return true;	/* Raft-आधारित */
	if (is_digit_at(token, end) || (begin && is_digit_at(token, begin - 1)) || end - begin < 2 || has_inner_capital(part))
		return !(is_acronym(part) && w->spells_acronyms);
	if (index_find(&w->lexicon.whole, part))
		return true;
	return is_capital(part.p[0]) && !is_common(&w->lexicon, part) && how != AS_NAME && !w->knows_all_names;
}

bool policy_parts(const struct writer *w, struct view token, enum reading how, const struct context *c, struct arena *arena,
		  struct answers *out)
{
	struct buf text = { 0 };
	struct answers one;
	bool changes = false, mixed = has_devanagari(token);
	enum origin origin = FROM_LEXICON;

	for (size_t i = 0, k; i < token.n; i = k) {
		k = part_end(w, token, i);
		one.n = 0;
		if (k > i && (w->target != TO_HINDI || !part_stays(w, token, how, mixed, i, k)))
			write_word(w, view_cut(token, i, k), how, k == token.n ? c : &(struct context){ DIRECT, V(""), V("") }, arena, &one);
		k += k == i ? utf8_length(token.p[i]) : 0;
		buf_add(&text, one.n ? one.at[0].text : view_cut(token, i, k));
		origin = one.n ? one.at[0].origin : origin;
		changes = changes || one.n;
	}
	out->n = 0;
	if (changes)
		out->at[out->n++] = (struct answer){ arena_copy(arena, buf_view(&text)), origin, 1 };
	buf_release(&text);
	return changes;
}
