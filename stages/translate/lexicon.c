/* lexicon.c - reads the bilingual dictionaries. */
#include "lexicon.h"

#include <stdlib.h>

const char *const pos_name[POS_COUNT] = { "", "n", "v", "adj", "adv", "prep", "conj", "det", "pron", "num", "aux", "int", "part",
					  "prefix", "phr" };

enum { COLUMN_EN, COLUMN_POS, COLUMN_HI, COLUMN_GENDER, COLUMN_FORM, COLUMN_FRAME, COLUMN_WHEN, COLUMN_LOAN, COLUMNS };
enum { LOAN_EN, LOAN_HI, LOAN_GENDER, LOAN_PLURAL };
enum { TABLES = 4, GLOSSARIES_MAX = 16 };

static uint8_t pos_of(struct view name)
{
	for (uint8_t i = 1; i < POS_COUNT; i++)
		if (view_is(name, pos_name[i]))
			return i;
	return POS_NONE;
}

static struct sense *add_sense(struct bilingual *b)
{
	b->sense = memory_grow(b->sense, &b->cap_senses, b->n_senses + 1, sizeof *b->sense);
	return &b->sense[b->n_senses++];
}

static void fill_sense(struct sense *s, const struct row *row)
{
	struct view form = column_text(row, COLUMN_FORM), gender = column_text(row, COLUMN_GENDER);

	*s = (struct sense){ .en = row->column[COLUMN_EN], .hi = column_text(row, COLUMN_HI),
		.frame = column_text(row, COLUMN_FRAME), .when = column_text(row, COLUMN_WHEN),
		.pos = pos_of(row->column[COLUMN_POS]), .loan = view_is(row->column[COLUMN_LOAN], "y") };
	s->gendered = gender.n > 0;
	s->feminine = view_is(gender, "f");
	s->transitive = view_starts(form, "tr");
	s->ergative = view_ends(form, ",ne");
	s->form = form.n == 1 ? form.p[0] : 0;
}

/* The number of a lemma's first row; rows of one lemma stand together. */
static void add_key(struct index *index, struct view key, size_t number)
{
	struct entry *e = index_add(index, key);

	if (e)
		e->number = number;
}

static void add_begin(struct bilingual *b, struct view phrase)
{
	struct view rest = phrase, first;
	size_t words = view_pieces(phrase, ' ');
	struct entry *e;

	if (!view_next(&rest, ' ', &first))
		return;
	e = index_find(&b->begins, first);
	if (!e)
		e = index_add(&b->begins, first);
	if (e->number < words)
		e->number = words;
}

static enum status open_table(struct bilingual *b, const char *data, const char *name, struct report *r)
{
	struct buf path = { 0 };
	enum status rc;

	buf_addf(&path, "%s/dictionaries/%s", data, name);
	rc = table_open(&b->table[b->n_tables++], path.p, r);
	buf_release(&path);
	return rc;
}

static enum status read_senses(struct bilingual *b, const char *data, const char *name, struct index *index, struct report *r)
{
	enum status rc = open_table(b, data, name, r);
	struct table *t = &b->table[b->n_tables - 1];
	struct row row;

	while (rc == OK && table_next(t, &row)) {
		struct sense *s;

		if (row.n < COLUMNS)
			return fatal(r, "dictionary", "dictionaries/%s:%lu: has %zu columns, not %d", name, row.line, row.n, COLUMNS);
		s = add_sense(b);
		fill_sense(s, &row);
		add_key(index, s->en, b->n_senses - 1);
		if (index == &b->phrase)
			add_begin(b, s->en);
		if (s->pos == POS_N && s->gendered)
			add_key(&b->gender, s->hi, s->feminine);
	}
	return rc;
}

static enum status read_loans(struct bilingual *b, const char *data, struct report *r)
{
	enum status rc = open_table(b, data, "loans.tsv", r);
	struct table *t = &b->table[b->n_tables - 1];
	struct row row;

	while (rc == OK && table_next(t, &row)) {
		struct sense *s;

		if (row.n <= LOAN_PLURAL)
			continue;
		s = add_sense(b);
		*s = (struct sense){ .en = row.column[LOAN_EN], .hi = row.column[LOAN_HI], .pos = POS_N, .loan = true,
			.gendered = !view_is(row.column[LOAN_GENDER], "-"), .feminine = view_is(row.column[LOAN_GENDER], "f"),
			.form = row.column[LOAN_PLURAL].n ? row.column[LOAN_PLURAL].p[0] : 0 };
		add_key(&b->loan, s->en, b->n_senses - 1);
		if (s->gendered)
			add_key(&b->gender, s->hi, s->feminine);
	}
	return rc;
}

static enum status read_classes(struct bilingual *b, const char *data, struct report *r)
{
	enum status rc = open_table(b, data, "classes.en.tsv", r);
	struct table *t = &b->table[b->n_tables - 1];
	struct row row;

	while (rc == OK && table_next(t, &row)) {
		struct entry *e = row.n >= 2 ? index_add(&b->class, row.column[1]) : NULL;

		if (e)
			e->value = row.column[0];
	}
	return rc;
}

/* What the user calls things comes before all else: English, Hindi; both as they stand in a dictionary. */
static enum status read_glossary(struct bilingual *b, const char *path, struct report *r)
{
	struct table *t = &b->table[b->n_tables++];
	enum status rc = table_open(t, path, r);
	struct row row;

	while (rc == OK && table_next(t, &row)) {
		struct view en = row.column[0];
		bool feminine = false;
		struct sense *s;

		if (row.n < 2)
			continue;
		s = add_sense(b);
		*s = (struct sense){ .en = en, .hi = row.column[1], .pos = POS_N, .form = 'h', .loan = true, .glossary = true };
		s->feminine = bilingual_noun(b, s->hi, &feminine) && feminine;
		add_key(view_pieces(en, ' ') > 1 ? &b->phrase : &b->glossary, en, b->n_senses - 1);
		if (view_pieces(en, ' ') > 1)
			add_begin(b, en);
	}
	return rc;
}

static enum status read_glossaries(struct bilingual *b, const struct settings *set, struct report *r)
{
	const char *path;
	size_t i = 0, n = 0;
	enum status rc = OK;

	while (rc == OK && n++ < GLOSSARIES_MAX && (path = setting_next(set, "glossary", &i)))
		rc = read_glossary(b, path, r);
	return rc;
}

enum status bilingual_open(struct bilingual *b, const struct settings *set, struct report *r)
{
	const char *data = setting(set, "data");
	enum status rc;

	*b = (struct bilingual){ .table = memory_get((TABLES + GLOSSARIES_MAX) * sizeof *b->table) };
	rc = read_glossaries(b, set, r);
	if (rc == OK)
		rc = read_senses(b, data, "en-hi.tsv", &b->word, r);
	if (rc == OK)
		rc = read_senses(b, data, "en-hi.phrases.tsv", &b->phrase, r);
	if (rc == OK)
		rc = read_loans(b, data, r);
	return rc == OK ? read_classes(b, data, r) : rc;
}

void bilingual_close(struct bilingual *b)
{
	for (size_t i = 0; i < b->n_tables; i++)
		table_close(&b->table[i]);
	free(b->table);
	free(b->sense);
	index_release(&b->word);
	index_release(&b->phrase);
	index_release(&b->begins);
	index_release(&b->loan);
	index_release(&b->gender);
	index_release(&b->class);
	index_release(&b->glossary);
	*b = (struct bilingual){ 0 };
}

static struct senses find(const struct bilingual *b, const struct index *index, struct view lemma, enum pos pos)
{
	const struct entry *e = index_find(index, lemma);
	size_t i = e ? e->number : b->n_senses, n = 0;

	while (i < b->n_senses && pos && b->sense[i].pos != pos && view_eq(b->sense[i].en, lemma))
		i++;
	while (i + n < b->n_senses && (!pos || b->sense[i + n].pos == pos) && view_eq(b->sense[i + n].en, lemma))
		n++;
	return (struct senses){ n ? &b->sense[i] : NULL, n };
}

const struct sense *bilingual_glossary(const struct bilingual *b, struct view lemma)
{
	const struct entry *e = index_find(&b->glossary, lemma);

	return e ? &b->sense[e->number] : NULL;
}

struct senses bilingual_word(const struct bilingual *b, struct view lemma, enum pos pos)
{
	return find(b, &b->word, lemma, pos);
}

struct senses bilingual_phrase(const struct bilingual *b, struct view lemmas, enum pos pos)
{
	return find(b, &b->phrase, lemmas, pos);
}

const struct sense *bilingual_loan(const struct bilingual *b, struct view lemma)
{
	const struct entry *e = index_find(&b->loan, lemma);

	return e ? &b->sense[e->number] : NULL;
}

size_t bilingual_phrase_words(const struct bilingual *b, struct view lemma)
{
	const struct entry *e = index_find(&b->begins, lemma);

	return e ? e->number : 0;
}

bool bilingual_noun(const struct bilingual *b, struct view hindi, bool *feminine)
{
	const struct entry *e = index_find(&b->gender, hindi);

	if (e)
		*feminine = e->number;
	return e;
}

struct view bilingual_class(const struct bilingual *b, struct view lemma)
{
	const struct entry *e = index_find(&b->class, lemma);

	return e ? e->value : V("");
}

bool frame_find(struct view frame, const char *argument, struct view *marking)
{
	struct view one;

	while (view_next(&frame, ';', &one)) {
		const char *equals;

		one = view_trim(one);
		equals = one.n ? memchr(one.p, '=', one.n) : NULL;
		if (!equals || !view_is(view_cut(one, 0, (size_t)(equals - one.p)), argument))
			continue;
		*marking = view_cut(one, (size_t)(equals - one.p) + 1, one.n);
		return true;
	}
	return false;
}
