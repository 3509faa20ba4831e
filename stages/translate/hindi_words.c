/* hindi_words.c - nouns, adjectives and verbs of several words: which words of a phrase change, and how. */
#include "hindi_rules.h"

/* --- what agrees with the word that ends a phrase --- */

/* Is each part of a word, between hyphens, a word that agrees? */
static bool agrees(const struct hindi *h, struct view word)
{
	struct view part;

	while (view_next(&word, '-', &part))
		if (!hindi_known(h, part)->agreeing)
			return false;
	return true;
}

static void add_adjective(const struct hindi *h, struct view word, size_t form, struct buf *out)
{
	const struct rules *rules = &h->rules[MAKES_ADJECTIVE];
	uint8_t class = hindi_known(h, word)->class[CLASS_ADJECTIVE];
	const char *end = word.p + word.n;
	struct view part;

	if (class) {
		rules_make(rules, class, word, form, out);
		return;
	}
	while (view_next(&word, '-', &part)) {
		rules_make(rules, hindi_known(h, part)->class[CLASS_ADJECTIVE], part, form, out);
		if (part.p + part.n < end)
			buf_byte(out, '-');
	}
}

/* The words before the last, each with a blank behind it. In front of an infinitive (बुरा मानना) only का agrees. */
static void add_agreeing(const struct hindi *h, struct view before, struct view last, size_t form, struct buf *out)
{
	bool infinitive = hindi_known(h, last)->infinitive;
	struct view word, next;

	while (view_next(&before, ' ', &word)) {
		struct view rest = before;

		if (!view_next(&rest, ' ', &next))
			next = last;
		if (hindi_known(h, next)->passive || (infinitive ? view_is(word, "का") : agrees(h, word)))
			add_adjective(h, word, form, out);
		else
			buf_add(out, word);
		buf_byte(out, ' ');
	}
}

void hindi_adjective(const struct hindi *h, struct view adjective, struct agreement a, bool oblique, struct buf *out)
{
	struct view last = last_piece(adjective, ' ');
	size_t form = a.feminine ? ADJECTIVE_FEMININE : ADJECTIVE_E;

	if (!a.feminine && !a.plural && !oblique) {
		buf_add(out, adjective);
		return;
	}
	add_agreeing(h, view_cut(adjective, 0, adjective.n - last.n), last, form, out);
	add_adjective(h, last, form, out);
}

/* --- nouns --- */

/* Of नियम-कायदा the last part changes, of ताना-बाना both. */
static void add_noun(const struct hindi *h, struct view word, bool feminine, bool loan, size_t form, struct buf *out)
{
	const struct rules *rules = &h->rules[(loan ? MAKES_LOAN_M : MAKES_NOUN_M) + feminine];
	int gender = feminine ? CLASS_NOUN_F : CLASS_NOUN_M;
	struct view last = hindi_known(h, word)->class[gender] ? word : last_piece(word, '-');

	if (last.n < word.n) {
		struct view first = view_cut(word, 0, word.n - last.n - 1);

		if (!feminine && agrees(h, first))
			add_adjective(h, first, ADJECTIVE_E, out);
		else
			buf_add(out, first);
		buf_byte(out, '-');
	}
	rules_make(rules, hindi_known(h, last)->class[gender], last, form, out);
}

void hindi_noun(const struct hindi *h, struct view noun, bool feminine, char habit, bool plural, bool oblique,
		struct buf *out)
{
	struct view last = last_piece(noun, ' '), before = view_cut(noun, 0, noun.n - last.n);
	bool many = plural && habit != '0';
	size_t form;

	if (!many && !oblique) {
		buf_add(out, noun);
		return;
	}
	if (feminine)
		buf_add(out, before);
	else
		add_agreeing(h, before, last, ADJECTIVE_E, out);
	form = !many ? NOUN_OBLIQUE : oblique ? NOUN_OBLIQUE_PLURAL : NOUN_PLURAL;
	add_noun(h, last, feminine, habit == 's', form, out);
}

/* --- verbs --- */

static size_t cell_by_person(struct agreement a)
{
	if (a.plural)
		return a.person == 2 ? 3 : 2;
	return a.person == 1 ? 0 : 1;
}

/* In तोड़-मरोड़कर and आए-जाएगा what is not of the stem is said once. */
static enum verb_form form_of_first(enum verb_form form)
{
	switch (form) {
	case VERB_CONJUNCTIVE:		return VERB_STEM;
	case VERB_FUTURE:		return VERB_SUBJUNCTIVE;
	case VERB_PERFECTIVE_LAST:	return VERB_PERFECTIVE;
	case VERB_IMPERFECTIVE_LAST:	return VERB_IMPERFECTIVE;
	default:			return form;
	}
}

static void add_verb(const struct hindi *h, struct view word, enum verb_form form, struct agreement a, struct buf *out)
{
	bool by_person = form == VERB_SUBJUNCTIVE || form == VERB_FUTURE || form == VERB_PRESENT;
	size_t cell = by_person ? cell_by_person(a) : 2u * a.feminine + a.plural;
	const struct rules *rules = &h->rules[form == VERB_FUTURE && a.feminine ? MAKES_FUTURE_FEMININE : (int)form];

	if (!view_ends(word, "ना") || word.n == strlen("ना")) {
		buf_add(out, word);
		return;
	}
	rules_make(rules, 0, view_cut(word, 0, word.n - strlen("ना")), cell, out);
}

void hindi_verb(const struct hindi *h, struct view infinitive, enum verb_form form, struct agreement a, struct buf *out)
{
	struct view word = last_piece(infinitive, ' '), last = last_piece(word, '-');

	buf_add(out, view_cut(infinitive, 0, infinitive.n - word.n));
	if (last.n < word.n) {
		add_verb(h, view_cut(word, 0, word.n - last.n - 1), form_of_first(form), a, out);
		buf_byte(out, '-');
	}
	add_verb(h, last, form, a, out);
}
