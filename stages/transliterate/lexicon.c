/* lexicon.c - reads the dictionaries into indexes, both ways. */
#include "lexicon.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>
#include <unicode/uchar.h>

static void to_small(struct view word, struct buf *out)
{
	for (size_t i = 0; i < word.n; i += utf8_length(word.p[i]))
		utf8_add(out, (uint32_t)u_tolower((UChar32)utf8_code(word.p + i)));
}

/* Is it in small letters already? ASCII without capitals is, and what begins as Devanagari does. */
static bool is_small(struct view word)
{
	for (size_t i = 0; i < word.n; i += utf8_length(word.p[i]))
		if ((word.p[i] >= 'A' && word.p[i] <= 'Z') || ((unsigned char)word.p[i] >= 0x80 && (unsigned char)word.p[i] != 0xe0))
			return false;
	return true;
}

const struct entry *lexicon_find(const struct index *x, struct view word)
{
	struct buf small = { 0 };
	const struct entry *e;

	if (is_small(word))
		return index_find(x, word);
	to_small(word, &small);
	e = index_find(x, buf_view(&small));
	buf_release(&small);
	return e;
}

const struct word_facts *lexicon_facts(const struct lexicon *l, const struct entry *e)
{
	return &l->facts[e->number];
}

static struct view small_copy(struct image *im, struct view key)
{
	struct buf small = { 0 };
	struct view copy;

	if (is_small(key))
		return key;	/* a view into the table, which stays */
	to_small(key, &small);
	copy = image_copy(im, buf_view(&small));
	buf_release(&small);
	return copy;
}

/* The first one that is added counts. */
static struct entry *add(struct image *im, struct index *x, struct view key, struct view value)
{
	struct entry *e = key.n && value.n ? index_add(x, small_copy(im, key)) : NULL;

	if (e)
		e->value = value;
	return e;
}

static void add_facts(struct lexicon *l, struct entry *e, struct word_facts facts)
{
	if (!e)
		return;
	e->number = l->n_facts;
	l->facts = memory_grow(l->facts, &l->cap_facts, l->n_facts + 1, sizeof *l->facts);
	l->facts[l->n_facts++] = facts;
}

/* What a reading of the tables needs. */
struct making { struct lexicon *l; struct image *image; const struct word_list *english; };

/* False: the row has too few columns. */
typedef bool read_row(const struct making *, const struct row *);

/* टेस्ट is test rather than taste. */
static void add_back(const struct making *m, struct view word, struct view english)
{
	struct index *x = &m->l->loan_back;
	struct entry *e = index_find(x, word);

	if (!e)
		add(m->image, x, word, english);
	else if (word_list_log(m->english, english, 0) > word_list_log(m->english, e->value, 0))
		e->value = english;
}

static void add_loose(const struct making *m, struct index *x, struct view word)
{
	struct buf loose = { 0 };
	struct entry *e;

	sound_loosen(word, x == &m->l->loan_loose, &loose);
	e = index_find(x, buf_view(&loose));
	if (!e) {
		e = index_add(x, image_copy(m->image, buf_view(&loose)));
		e->value = word;
	} else if (!view_eq(e->value, word)) {
		e->value = V("");
	}
	buf_release(&loose);
}

/* English, Devanagari, gender, plural, variants */
static bool read_loan(const struct making *m, const struct row *row)
{
	struct lexicon *l = m->l;

	if (row->n < 5)
		return false;
	add_facts(l, add(m->image, &l->loan, row->column[0], row->column[1]),
		  (struct word_facts){ column_text(row, 4), row->column[2].n ? row->column[2].p[0] : '-',
				       row->column[3].n ? row->column[3].p[0] : '-' });
	add_back(m, row->column[1], row->column[0]);
	add_loose(m, &l->loan_tight, row->column[1]);
	add_loose(m, &l->loan_loose, row->column[1]);
	return true;
}

/* After all words' own spellings: a variant may be another word's own. */
static bool read_loan_variants(const struct making *m, const struct row *row)
{
	struct view list = column_text(row, 4), one;

	while (view_next(&list, '|', &one))
		add(m->image, &m->l->loan_back, one, row->column[0]);
	return true;
}

/* Latin, Devanagari, gender, variants */
static bool read_name_word(const struct making *m, const struct row *row)
{
	struct lexicon *l = m->l;

	if (row->n < 4)
		return false;
	add_facts(l, add(m->image, &l->name, row->column[0], row->column[1]),
		  (struct word_facts){ column_text(row, 3), '-', 's' });
	add(m->image, &l->name_back, row->column[1], row->column[0]);
	return true;
}

static void note_beginning(struct lexicon *l, struct view name, size_t words)
{
	struct view rest = name, first;
	struct entry *e;

	view_next(&rest, ' ', &first);
	e = index_find(&l->begins, first);
	if (!e)
		e = index_add(&l->begins, first);
	e->number = words > e->number ? words : e->number;
}

static void add_whole(const struct making *m, struct view latin, struct view written)
{
	struct lexicon *l = m->l;
	size_t words = view_pieces(latin, ' ');
	struct entry *e = words <= NAME_WORDS_MAX && !index_find(&l->whole, latin) ? index_add(&l->whole, latin) : NULL;

	if (!e)
		return;
	e->value = written;
	note_beginning(l, latin, words);
	if (words == 1 && view_eq(latin, written))
		add(m->image, &l->whole_small, latin, written);
}

const struct entry *lexicon_find_plural(const struct lexicon *l, const struct index *x, struct view word)
{
	const struct entry *e = NULL;
	struct buf base = { 0 };

	for (size_t i = 0; i < l->endings.n && !e; i++)
		if (l->endings.at[i].kind == ENDING_ENGLISH && endings_undo(&l->endings, i, word, &base))
			e = lexicon_find(x, buf_view(&base));
	buf_release(&base);
	return e;
}

bool is_common(const struct lexicon *l, struct view word)
{
	struct view small;
	struct buf copy = { 0 };
	bool common;

	to_small(word, &copy);
	small = buf_view(&copy);
	common = index_find(&l->loan, small) || lexicon_find_plural(l, &l->loan, small);
	buf_release(&copy);
	return common;
}

/*
 * A name of several words gives them one by one, if both scripts have as many. Words of capitals are letters, not words;
 * common ones may be translated in a name: Companies Act, New Delhi.
 */
static void add_words(const struct making *m, struct view latin, struct view hindi)
{
	struct view a, b;

	if (view_pieces(latin, ' ') != view_pieces(hindi, ' '))
		return;
	while (view_next(&latin, ' ', &a) && view_next(&hindi, ' ', &b))
		if (a.n > 2 && u_islower(a.p[1]) && !is_common(m->l, a)) {
			add(m->image, &m->l->name, a, b);
			add(m->image, &m->l->name_back, b, a);
		}
}

/* type, Latin, Devanagari, aliases, policy: which of the two Hindi text has */
static bool read_name(const struct making *m, const struct row *row)
{
	static const char *const spelled[] = { "PER", "LOC", "ORG", "PRODUCT", NULL };	/* names of others are translated */
	struct view aliases = row->n > 3 ? column_text(row, 3) : V(""), alias;

	if (row->n < 5)
		return false;
	if (view_is(row->column[4], "latin")) {
		add_whole(m, row->column[1], row->column[1]);
		while (view_next(&aliases, '|', &alias))
			if (!(alias.p[0] & 0x80))
				add_whole(m, alias, alias);
	} else if (view_is(row->column[0], "PER") || view_is(row->column[0], "LOC")) {
		add_whole(m, row->column[1], row->column[2]);	/* others are translated rather */
	}
	/* Of a person's name an alias may be a part; a place has several names, and letters. */
	while (view_is(row->column[0], "LOC") && view_next(&aliases, '|', &alias))
		if (!(alias.p[0] & 0x80) && !u_isupper(alias.p[alias.n - 1]))
			add_whole(m, alias, row->column[2]);
	if (view_is_any(row->column[0], spelled))
		add_words(m, row->column[1], row->column[2]);
	return true;
}

/* English, Hindi, part of speech, gender: a noun takes Hindi's plurals */
static bool read_said(const struct making *m, const struct row *row)
{
	bool noun;

	if (row->n < 4)
		return false;
	noun = view_is(row->column[2], "noun");
	add_facts(m->l, add(m->image, &m->l->said, row->column[0], row->column[1]),
		  (struct word_facts){ V(""), row->column[3].n ? row->column[3].p[0] : '-', noun ? 'h' : '0' });
	return true;
}

/* English, Hindi */
static bool read_institution(const struct making *m, const struct row *row)
{
	if (row->n < 2)
		return false;
	add(m->image, &m->l->institution, row->column[0], row->column[1]);
	return true;
}

static bool read_ending(const struct making *m, const struct row *row)
{
	return endings_read(&m->l->endings, row);
}

static bool read_letter(const struct making *m, const struct row *row)
{
	if (row->n < 2 || row->column[0].n != 1 || row->column[0].p[0] < 'A' || row->column[0].p[0] > 'Z')
		return false;
	m->l->letter[row->column[0].p[0] - 'A'] = row->column[1];
	return true;
}

static bool is_in_devanagari(struct view text)
{
	return text.n > 2 && utf8_code(text.p) >= 0x900 && utf8_code(text.p) <= 0x97f;
}

static bool read_glossary(const struct making *m, const struct row *row)
{
	if (row->n < 2 || !row->column[0].n || !is_in_devanagari(row->column[1]) || is_in_devanagari(row->column[0]))
		return false;
	add(m->image, &m->l->glossary, row->column[0], row->column[1]);
	add(m->image, &m->l->glossary_back, row->column[1], row->column[0]);
	return true;
}

/* The rows of the i-th table; `then`, if there is one, is called for them when all have been read. */
static enum status read_rows(const struct making *m, size_t i, read_row *use, read_row *then, struct report *r)
{
	struct table again = m->image->source[i].table;
	struct row row;

	while (image_row(m->image, i, &row))
		if (!use(m, &row))
			return image_bad_row(m->image, i, &row, "row",
					     "not a row of this file: a column is missing or in a wrong place", r);
	while (then && table_next(&again, &row))
		then(m, &row);
	return OK;
}

/* Adds a way in front of way *to, which is in the list itself or in an entry. */
static void add_way(struct lexicon *l, size_t *to, struct view word, float cost)
{
	size_t next = *to;

	*to = l->n_ways + 1;
	l->way = memory_grow(l->way, &l->cap_ways, l->n_ways + 1, sizeof *l->way);
	l->way[l->n_ways++] = (struct way){ word, cost, next };
}

/*
 * What is typed may stand for several words: rather for the one that has it for its more usual way and is the more frequent
 * one, the rows being in the order of frequency: `main` is मैं before it is में.
 */
static const float NEXT_WAY = 1.5f;

static void add_typed(struct lexicon *l, struct view word, struct view ways, size_t row)
{
	struct view one;
	float cost = logf((float)row);

	for (; view_next(&ways, ' ', &one); cost += NEXT_WAY) {
		struct entry *e = index_find(&l->typed, one);
		size_t *to;

		if (!e)
			(e = index_add(&l->typed, one))->number = 0;
		for (to = &e->number; *to && l->way[*to - 1].cost <= cost; to = &l->way[*to - 1].next)
			;
		add_way(l, to, word, cost);
	}
}

static bool read_typed(const struct making *m, const struct row *row)
{
	struct lexicon *l = m->l;

	if (row->n < 2)
		return false;
	add(m->image, &l->typed_back, row->column[0], row->column[1]);
	add_typed(l, row->column[0], row->column[1], l->typed_back.n);
	return true;
}

static void keep(struct lexicon *l, struct image *im)
{
	struct index *all[] = { &l->loan, &l->loan_back, &l->loan_tight, &l->loan_loose, &l->name, &l->name_back, &l->whole,
				&l->whole_small, &l->begins, &l->said, &l->institution, &l->typed, &l->typed_back };
	struct endings *e = &l->endings;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		image_keep_index(im, all[i]);
	l->facts = image_keep(im, l->facts, l->n_facts, sizeof *l->facts);
	l->way = image_keep(im, l->way, l->n_ways, sizeof *l->way);
	e->at = image_keep(im, e->at, e->n, sizeof *e->at);
	e->postposition = image_keep(im, e->postposition, e->n_postpositions, sizeof *e->postposition);
}

static const char *const tables[] = {
	"loan-endings.tsv", "loans.tsv", "name-words.tsv", "names.tsv", "said-in-hindi.tsv", "institutions.tsv",
	"letter-names.tsv", "romanised.hi.tsv", NULL
};

static enum status make(void *result, struct image *im, const void *english, struct report *r)
{
	static const struct { read_row *use, *then; } reader[] = {
		{ read_ending, NULL }, { read_loan, read_loan_variants }, { read_name_word, NULL }, { read_name, NULL },
		{ read_said, NULL }, { read_institution, NULL }, { read_letter, NULL }, { read_typed, NULL },
	};
	struct making m = { result, im, english };
	enum status rc = OK;

	_Static_assert(sizeof reader / sizeof *reader + 1 == sizeof tables / sizeof *tables, "each table has its reader");
	m.l->facts = memory_grow(NULL, &m.l->cap_facts, 1, sizeof *m.l->facts);
	m.l->facts[m.l->n_facts++] = (struct word_facts){ V(""), '-', '-' };
	for (size_t i = 0; rc == OK && tables[i]; i++)
		rc = read_rows(&m, i, reader[i].use, reader[i].then, r);
	keep(m.l, im);
	return rc;
}

static enum status open_own(struct lexicon *l, const struct settings *set, struct report *r)
{
	const struct making m = { l, &l->own, NULL };
	enum status rc = OK;
	const char *path;
	size_t at = 0, n = 0;

	while (rc == OK && (path = setting_next(set, "glossary", &at))) {
		rc = image_add_table(&l->own, path, r);
		if (rc == OK)
			rc = read_rows(&m, n++, read_glossary, NULL, r);
	}
	image_keep_index(&l->own, &l->glossary);
	image_keep_index(&l->own, &l->glossary_back);
	return rc;
}

enum status lexicon_open(struct lexicon *l, const struct settings *set, const struct word_list *english, struct report *r)
{
	static const struct image_plan plan = { "lexicon", tables, offsetof(struct lexicon, image), make };
	struct view counts = { (const char *)english->slot, english->slots * sizeof *english->slot };
	enum status rc = open_own(l, set, r);

	return rc == OK ? image_open(&l->image, &plan, set, english, counts, l, r) : rc;
}

void lexicon_close(struct lexicon *l)
{
	image_close(&l->image);
	image_close(&l->own);
}
