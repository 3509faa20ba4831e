/* names.c - names in Latin letters that `tag` found: which words of them are written, several as one. */
#include "transliterate.h"

#include "utf8.h"

#include <unicode/uchar.h>

static bool has_institution(const struct lexicon *l, struct view name)
{
	struct view word;

	while (view_next(&name, ' ', &word))
		if (lexicon_find(&l->institution, word))
			return true;
	return false;
}

/* A place of one English word is that word, such as Earth. Companies and products stay as they are. */
static enum name_words words_of(const struct names *n, const struct span *e)
{
	struct view name = span_text(n->d, e);

	if (view_is(e->label, "PER"))
		return NAME_ALL;
	if (view_is(e->label, "LOC"))
		return view_pieces(name, ' ') > 1 ? NAME_ALL : NAME_UNKNOWN;
	if (!view_is_any(e->label, (const char *const[]){ "ORG", "EVENT", "LAW", "WORK", NULL }))
		return NAME_NONE;
	return has_institution(n->lexicon, name) ? NAME_UNKNOWN : NAME_NONE;
}

static bool is_possessive(struct view tail)
{
	return view_is(tail, "'s") || view_is(tail, "\u2019s");
}

/* An entity within another one comes behind it and ends no later, and so is passed over with it. */
enum standing names_standing(struct names *n, const struct span *token, size_t written, uint32_t *end)
{
	const struct layer_spans *l = &n->d->layer[LAYER_entity];
	const struct span *e;

	while (n->at < l->n && l->at[n->at].end <= token->begin)
		n->at++;
	e = n->at < l->n && l->at[n->at].begin < token->end ? &l->at[n->at] : NULL;
	if (e && e != n->name) {
		n->words = words_of(n, e);
		n->first = written;
	}
	n->name = e;
	*end = token->end;
	if (!e || n->words == NAME_NONE)
		return OUTSIDE;
	if (e->begin > token->begin || token->end <= e->end)
		return e->begin > token->begin ? PARTLY : INSIDE;
	if (!is_possessive(view_cut(n->d->text, e->end, token->end)))
		return PARTLY;
	*end = e->end;
	return INSIDE;
}

/* Letters, hyphens and apostrophes, with a capital at the beginning or behind a hyphen, but none at the end. */
static bool looks_like_name(struct view token)
{
	bool capital = false, begins = true, last = false;

	for (size_t i = 0; i < token.n; i += utf8_length(token.p[i])) {
		UChar32 c = (UChar32)utf8_code(token.p + i);

		if (!u_isalpha(c) && c != '-' && c != '\'' && c != 0x2019)
			return false;
		last = u_isupper(c);
		capital |= begins && last;
		begins = c == '-';
	}
	return capital && !last;
}

bool names_write(const struct names *n, struct view token)
{
	const struct lexicon *l = n->lexicon;
	bool name = lexicon_find(&l->name, token);

	if (!looks_like_name(token) || is_acronym(token) || lexicon_find(&l->glossary, token) || index_find(&l->whole, token))
		return false;
	if (!name && has_no_vowel(token) && !lexicon_find(&l->loan, token))
		return false;
	return name || n->words == NAME_ALL || !(is_common(l, token) || lexicon_find(&l->said, token));
}

/* --- one span a name --- */

/* Where a span's part of the name ends: University's is written as one word, where it is none of the name's own. */
static uint32_t end_in_name(const struct names *n, const struct span *s)
{
	uint32_t end = n->name->end;

	return s->end > end && is_possessive(view_cut(n->d->text, end, s->end)) ? end : s->end;
}

/* What stands for a span in its name, whose last word may tell what it is; empty: it is no part of one. */
static struct view part_of(const struct names *n, const struct span *s, bool literal)
{
	uint32_t end = end_in_name(n, s);
	struct view word = view_cut(n->d->text, s->begin, end);
	const struct entry *e = end == n->name->end && !literal ? lexicon_find(&n->lexicon->institution, word) : NULL;

	return e ? e->value : view_is(s->label, "name") ? s->value : V("");
}

/*
 * The best of each word, with blanks between, or what the dictionary has for all of it where 's hid it from the look-up.
 * False: not all of the name is written.
 */
static bool gather(const struct names *n, const struct layer_spans *l, bool literal, struct buf *value, float *score)
{
	const struct entry *whole = index_find(&n->lexicon->whole, span_text(n->d, n->name));
	uint32_t at = n->name->begin;
	size_t words = 0;

	for (size_t i = n->first; i < l->n; i++) {
		const struct span *s = &l->at[i];
		struct view part;

		if (words && s->begin < at)
			continue;	/* another answer to the same word */
		part = part_of(n, s, literal);
		if (!part.n || !view_is(view_cut(n->d->text, at, s->begin < at ? at : s->begin), words ? " " : ""))
			return false;
		buf_str(value, words++ ? " " : "");
		buf_add(value, part);
		*score = s->score < *score ? s->score : *score;
		at = end_in_name(n, s);
	}
	if (whole) {
		buf_clear(value);
		buf_add(value, whole->value);
	}
	return words > 1 && at == n->name->end;
}

void names_join(const struct names *n, uint32_t end, bool literal, struct spans *out)
{
	struct layer_spans *l = &out->layer[LAYER_translit];
	struct buf value = { 0 };
	float score = 1;

	if (n->name && n->words != NAME_NONE && end >= n->name->end && gather(n, l, literal, &value, &score)) {
		struct span *s;

		l->n = n->first;
		s = spans_add(out, LAYER_translit, n->name->begin, n->name->end, "name");
		s->value = arena_copy(out->arena, buf_view(&value));
		s->score = score;
	}
	buf_release(&value);
}
