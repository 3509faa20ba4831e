/* lexicon.c - reads the bilingual dictionaries. */
#include "lexicon.h"

#include <stdlib.h>

const char *const pos_name[POS_COUNT] = { "", "n", "v", "adj", "adv", "prep", "conj", "det", "pron", "num", "aux", "int", "part",
					  "prefix", "phr" };

enum { COLUMN_EN, COLUMN_POS, COLUMN_HI, COLUMN_GENDER, COLUMN_FORM, COLUMN_FRAME, COLUMN_WHEN, COLUMN_LOAN, COLUMNS };
enum { LOAN_EN, LOAN_HI, LOAN_GENDER, LOAN_PLURAL };
enum { GLOSSARIES_MAX = 16 };

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

static void add_begin(struct index *begins, struct view phrase)
{
	struct view rest = phrase, first;
	size_t words = view_pieces(phrase, ' ');
	struct entry *e;

	if (!view_next(&rest, ' ', &first))
		return;
	e = index_find(begins, first);
	if (!e)
		e = index_add(begins, first);
	if (e->number < words)
		e->number = words;
}

static enum status read_senses(struct bilingual *b, struct image *im, size_t table, struct index *index, struct report *r)
{
	struct row row;

	while (image_row(im, table, &row)) {
		struct sense *s;

		if (row.n < COLUMNS)
			return image_bad_row(im, table, &row, "dictionary", "has too few columns", r);
		s = add_sense(b);
		fill_sense(s, &row);
		add_key(index, s->en, b->n_senses - 1);
		if (index == &b->phrase)
			add_begin(&b->begins, s->en);
		if (s->pos == POS_N && s->gendered)
			add_key(&b->gender, s->hi, s->feminine);
	}
	return OK;
}

static void read_loans(struct bilingual *b, struct image *im, size_t table)
{
	struct row row;

	while (image_row(im, table, &row)) {
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
}

static void read_classes(struct bilingual *b, struct image *im, size_t table)
{
	struct row row;

	while (image_row(im, table, &row)) {
		struct entry *e = row.n >= 2 ? index_add(&b->class, row.column[1]) : NULL;

		if (e)
			e->value = row.column[0];
	}
}

static enum status make(void *result, struct image *im, const void *context, struct report *r)
{
	struct bilingual *b = result;
	struct index *const all[] = { &b->word, &b->phrase, &b->begins, &b->loan, &b->gender, &b->class };
	enum status rc = read_senses(b, im, 0, &b->word, r);

	(void)context;
	if (rc == OK)
		rc = read_senses(b, im, 1, &b->phrase, r);
	read_loans(b, im, 2);
	read_classes(b, im, 3);
	b->sense = image_keep(im, b->sense, b->n_senses, sizeof *b->sense);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		image_keep_index(im, all[i]);
	return rc;
}

/* What the user calls things comes before all else: English, Hindi; both as they stand in a dictionary. */
static void read_glossary(struct bilingual *b, size_t table)
{
	struct row row;

	while (image_row(&b->glossaries, table, &row)) {
		struct sense *s;
		bool feminine = false;

		if (row.n < 2)
			continue;
		b->own = memory_grow(b->own, &b->cap_own, b->n_own + 1, sizeof *b->own);
		s = &b->own[b->n_own++];
		*s = (struct sense){ .en = row.column[0], .hi = row.column[1], .pos = POS_N, .form = 'h', .loan = true };
		s->feminine = bilingual_noun(b, s->hi, &feminine) && feminine;
		add_key(&b->own_word, s->en, b->n_own - 1);
		add_begin(&b->own_begins, s->en);
	}
}

static enum status read_glossaries(struct bilingual *b, const struct settings *set, struct report *r)
{
	const char *path;
	size_t i = 0, n = 0;
	enum status rc = OK;

	for (; rc == OK && n < GLOSSARIES_MAX && (path = setting_next(set, "glossary", &i)); n++) {
		rc = image_add_table(&b->glossaries, path, r);
		if (rc == OK)
			read_glossary(b, n);
	}
	return rc;
}

enum status bilingual_open(struct bilingual *b, const struct settings *set, struct report *r)
{
	static const char *const tables[] = { "en-hi.tsv", "en-hi.phrases.tsv", "loans.tsv", "classes.en.tsv", NULL };
	static const struct image_plan plan = { "translate", tables, offsetof(struct bilingual, image), make };
	enum status rc;

	*b = (struct bilingual){ 0 };
	rc = image_open(&b->image, &plan, set, NULL, V(""), b, r);
	return rc == OK ? read_glossaries(b, set, r) : rc;
}

void bilingual_close(struct bilingual *b)
{
	image_close(&b->image);
	image_close(&b->glossaries);
	free(b->own);
	index_release(&b->own_word);
	index_release(&b->own_begins);
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
	const struct entry *e = index_find(&b->own_word, lemma);

	return e ? &b->own[e->number] : NULL;
}

struct senses bilingual_word(const struct bilingual *b, struct view lemma, enum pos pos)
{
	return find(b, &b->word, lemma, pos);
}

struct senses bilingual_phrase(const struct bilingual *b, struct view lemmas, enum pos pos)
{
	const struct sense *own = bilingual_glossary(b, lemmas);

	return own ? (struct senses){ own, 1 } : find(b, &b->phrase, lemmas, pos);
}

const struct sense *bilingual_loan(const struct bilingual *b, struct view lemma)
{
	const struct entry *e = index_find(&b->loan, lemma);

	return e ? &b->sense[e->number] : NULL;
}

size_t bilingual_phrase_words(const struct bilingual *b, struct view lemma)
{
	const struct entry *e = index_find(&b->begins, lemma), *own = index_find(&b->own_begins, lemma);
	size_t n = e ? e->number : 0;

	return own && own->number > n ? own->number : n;
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
