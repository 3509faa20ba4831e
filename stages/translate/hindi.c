/* hindi.c - reads the paradigms and makes forms of single words by them. */
#include "hindi_rules.h"
#include "utf8.h"

#include <stdlib.h>

const char *const verb_form_name[VERB_COUNT] = {
	"stem", "perfective", "perfective-last", "imperfective", "imperfective-last", "infinitive", "oblique",
	"conjunctive", "subjunctive", "future", "imperative", "request", "familiar", "present", "past",
};

static const char *const other_name[MAKES_COUNT - VERB_COUNT] = {
	"future-feminine", "noun-m", "noun-f", "loan-m", "loan-f", "adjective",
};

/* --- reading --- */

static int made_by(struct view name)
{
	for (int i = 0; i < VERB_COUNT; i++)
		if (view_is(name, verb_form_name[i]))
			return i;
	for (int i = VERB_COUNT; i < MAKES_COUNT; i++)
		if (view_is(name, other_name[i - VERB_COUNT]))
			return i;
	return MAKES_COUNT;
}

static const struct known unknown = { .pronoun = -1, .determiner = -1 };

const struct known *hindi_known(const struct hindi *h, struct view word)
{
	const struct entry *e = index_find(&h->words, word);

	return e ? &h->known[e->number] : &unknown;
}

static struct known *known_for(struct hindi *h, struct view word)
{
	struct entry *e = index_find(&h->words, word);

	if (!e) {
		e = index_add(&h->words, word);
		e->number = h->words.n - 1;
		h->known = memory_grow(h->known, &h->cap_known, h->words.n, sizeof *h->known);
		h->known[e->number] = unknown;
	}
	return &h->known[e->number];
}

/* 0: too many. */
static uint8_t class_number(struct hindi *h, struct view name)
{
	size_t i = 1;

	while (i <= h->n_classes && !view_eq(h->class[i], name))
		i++;
	if (i == CLASSES_MAX)
		return 0;
	if (i > h->n_classes)
		h->class[h->n_classes = i] = name;
	return (uint8_t)i;
}

/* False: no such class. */
static bool put_into(struct hindi *h, struct known *k, struct view class)
{
	static const char *const begin[CLASS_NONE] = { "m-", "f-", "adj-" };

	for (int i = 0; i < CLASS_NONE; i++)
		if (view_starts(class, begin[i])) {
			k->class[i] = class_number(h, class);
			return k->class[i] != 0;
		}
	k->agreeing |= view_is(class, "agreeing");
	k->passive |= view_is(class, "passive");
	k->infinitive |= view_is(class, "infinitive");
	return k->agreeing || k->passive || k->infinitive;
}

static bool read_words(struct hindi *h, const struct row *row)
{
	struct view list = row->column[3], word;

	while (view_next(&list, ' ', &word))
		if (!put_into(h, known_for(h, word), row->column[1]))
			return false;
	return true;
}

static bool read_rule(struct hindi *h, const struct row *row)
{
	int made = made_by(row->column[0]);
	struct rules *rules = &h->rules[made];
	struct rule r = { .end = column_text(row, 2) };
	struct view list = column_text(row, 3), form = V("");

	if (made == MAKES_COUNT)
		return false;
	r.consonant = view_is(r.end, "{consonant}");
	r.named = view_starts(r.end, "=");
	if (r.named && !(r.class = class_number(h, row->column[1])))
		return false;
	if (r.named)
		r.end = view_cut(r.end, 1, r.end.n);
	if (r.consonant || view_is(r.end, "-"))
		r.end = V("");
	/* Where a row has one form, all are that. */
	for (size_t i = 0; i < RULE_FORMS; i++) {
		view_next(&list, '|', &form);
		r.form[i] = form;
	}
	rules->at = memory_grow(rules->at, &rules->cap, rules->n + 1, sizeof *rules->at);
	rules->at[rules->n++] = r;
	return true;
}

static enum status read_paradigms(struct hindi *h, const char *data, struct report *r)
{
	struct buf path = { 0 };
	struct row row;
	enum status rc;

	buf_addf(&path, "%s/dictionaries/paradigms.hi.tsv", data);
	rc = table_open(&h->paradigms, path.p, r);
	while (rc == OK && table_next(&h->paradigms, &row))
		if (row.n < 4 || !(view_is(row.column[0], "words") ? read_words(h, &row) : read_rule(h, &row)))
			rc = fatal(r, "row", "%s: line %lu: not a row of paradigms", path.p, row.line);
	buf_release(&path);
	return rc;
}

static bool read_pronoun(struct hindi *h, const struct row *row)
{
	const struct view *c = row->column;

	if (row->n < 8)
		return false;
	known_for(h, c[1])->pronoun = (int16_t)h->n_pronouns;
	h->pronoun = memory_grow(h->pronoun, &h->cap_pronouns, h->n_pronouns + 1, sizeof *h->pronoun);
	h->pronoun[h->n_pronouns++] = (struct pronoun){ c[2], column_text(row, 3), column_text(row, 4),
							column_text(row, 5), column_text(row, 6), c[7] };
	return true;
}

static bool read_determiner(struct hindi *h, const struct row *row)
{
	const struct view *c = row->column;

	if (row->n < 6)
		return false;
	known_for(h, c[1])->determiner = (int16_t)h->n_determiners;
	h->determiner = memory_grow(h->determiner, &h->cap_determiners, h->n_determiners + 1, sizeof *h->determiner);
	h->determiner[h->n_determiners++] = (struct determiner){ { c[2], c[3], c[4], c[5] } };
	return true;
}

static bool read_pronoun_row(struct hindi *h, const struct row *row)
{
	if (view_is(row->column[0], "pronoun"))
		return read_pronoun(h, row);
	if (view_is(row->column[0], "determiner"))
		return read_determiner(h, row);
	if (row->n < 2)
		return false;
	if (view_is(row->column[0], "joined"))
		h->joined = row->column[1];
	else if (view_is(row->column[0], "genitive"))
		h->genitive = row->column[1];
	else
		return false;
	return true;
}

static enum status read_pronouns(struct hindi *h, const char *data, struct report *r)
{
	struct buf path = { 0 };
	struct row row;
	enum status rc;

	buf_addf(&path, "%s/dictionaries/pronouns.hi.tsv", data);
	rc = table_open(&h->pronoun_table, path.p, r);
	while (rc == OK && table_next(&h->pronoun_table, &row))
		if (!read_pronoun_row(h, &row))
			rc = fatal(r, "row", "%s: line %lu: not a row of pronouns", path.p, row.line);
	buf_release(&path);
	return rc;
}

enum status hindi_open(struct hindi **out, const char *data, struct report *r)
{
	struct hindi *h = memory_get(sizeof *h);
	enum status rc = read_paradigms(h, data, r);

	if (rc == OK)
		rc = read_pronouns(h, data, r);
	if (rc != OK) {
		hindi_close(h);
		h = NULL;
	}
	*out = h;
	return rc;
}

void hindi_close(struct hindi *h)
{
	if (!h)
		return;
	for (int i = 0; i < MAKES_COUNT; i++)
		free(h->rules[i].at);
	index_release(&h->words);
	free(h->known);
	free(h->pronoun);
	free(h->determiner);
	table_close(&h->paradigms);
	table_close(&h->pronoun_table);
	free(h);
}

/* --- one word --- */

struct view last_piece(struct view v, char separator)
{
	const char *p = v.n ? memrchr(v.p, separator, v.n) : NULL;

	return p ? view_cut(v, (size_t)(p + 1 - v.p), v.n) : v;
}

static bool ends_in(struct view word, struct view end)
{
	return word.n >= end.n && !memcmp(word.p + word.n - end.n, end.p, end.n);
}

/* Devanagari's letters, with nukta or without. */
static bool ends_in_consonant(struct view word)
{
	size_t i = word.n;
	uint32_t c;

	while (i && utf8_is_tail(word.p[--i]))
		;
	c = word.n ? utf8_code(word.p + i) : 0;
	return (c >= 0x915 && c <= 0x939) || c == 0x93c;
}

static bool fits(const struct rule *r, struct view word, uint8_t class)
{
	if (r->named)
		return (r->class == class && ends_in(word, r->end)) || (r->end.n && view_eq(word, r->end));
	return r->consonant ? ends_in_consonant(word) : ends_in(word, r->end);
}

void rules_make(const struct rules *rules, uint8_t class, struct view word, size_t form, struct buf *out)
{
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *r = &rules->at[i];

		if (!fits(r, word, class))
			continue;
		buf_add(out, view_cut(word, 0, word.n - r->end.n));
		buf_add(out, r->form[form]);
		return;
	}
	buf_add(out, word);
}
