/* words.c - spelling, abbreviations and visarga words from dictionaries/, and what rules ask about words. */
#include "words.h"
#include "table.h"
#include "utf8.h"

#include <stdlib.h>

enum { WORD_MAX = 256, DANDA_2 = 0x965, VISARGA = 0x903, AVAGRAHA = 0x93d };

/* --- reading --- */

static struct view keep_text(struct words *w, struct view v)
{
	return arena_copy(&w->arena, v);
}

static void set_add(struct words *w, struct index *x, struct view key)
{
	if (!index_find(x, key))
		index_add(x, keep_text(w, key));
}

static int class_of(struct words *w, struct view name)
{
	for (int i = 0; i < w->n_classes; i++)
		if (view_eq(w->class_name[i], name))
			return i;
	if (w->n_classes == ENDING_CLASSES)
		return -1;
	w->class_name[w->n_classes] = keep_text(w, name);
	return w->n_classes++;
}

/* An ending's number and a stem's class are sets of classes: one bit each. */
static const char *add_ending(struct words *w, struct view class, struct view ending)
{
	struct entry *e = index_find(&w->ending, ending);
	int k = class_of(w, class);

	if (k < 0)
		return "too many classes of endings";
	if (!e)
		e = index_add(&w->ending, keep_text(w, ending));
	e->number |= 1u << k;
	if (ending.n > w->longest_ending)
		w->longest_ending = ending.n;
	return NULL;
}

static struct spelling *add_spelling(struct words *w, struct index *x, const struct row *row)
{
	struct view from = row->column[1];
	struct entry *e = index_find(x, from);

	if (e)
		return &w->spelling[e->number];
	e = index_add(x, keep_text(w, from));
	e->number = w->n;
	w->spelling = memory_grow(w->spelling, &w->cap, w->n + 1, sizeof *w->spelling);
	w->spelling[w->n] = (struct spelling){ keep_text(w, row->column[2]), keep_text(w, row->column[3]), 0 };
	return &w->spelling[w->n++];
}

static const char *add_phrase(struct words *w, const struct row *row)
{
	struct view from = row->column[1];
	const char *blank = memchr(from.p, ' ', from.n);
	struct view first = blank ? view_cut(from, 0, (size_t)(blank - from.p)) : from;
	struct entry *e = index_find(&w->phrase_start, first);
	size_t words = 1;

	for (size_t i = 0; i < from.n; i++)
		words += from.p[i] == ' ';
	if (words < 2 || words > PHRASE_WORDS)
		return "a phrase has two to four words";
	if (!e)
		e = index_add(&w->phrase_start, keep_text(w, first));
	e->number = words > e->number ? words : e->number;
	add_spelling(w, &w->phrase, row);
	return NULL;
}

static const char *add_row(struct words *w, const struct row *row)
{
	struct view kind = row->column[0];
	int k;

	if (row->n < 4)
		return "a row has a kind, from, to and rule";
	if (view_is(kind, "ending"))
		return add_ending(w, row->column[1], row->column[2]);
	if (view_is(kind, "phrase"))
		return add_phrase(w, row);
	if (view_is(kind, "keep"))
		set_add(w, &w->keep, row->column[1]);
	else if (view_is(kind, "word"))
		add_spelling(w, &w->whole, row);
	else if ((k = class_of(w, kind)) >= 0)
		add_spelling(w, &w->stem, row)->class |= 1 << k;
	else
		return "too many classes of endings";
	return NULL;
}

static enum status open_list(struct table *t, struct buf *path, const char *data, const char *name, struct report *r)
{
	buf_clear(path);
	buf_addf(path, "%s/dictionaries/%s", data, name);
	return table_open(t, path->p, r);
}

static enum status open_spelling(struct words *w, const char *data, const struct settings *set, enum profile chosen,
				 struct report *r)
{
	struct buf path = { 0 };
	struct table t;
	struct row row;
	const char *why = NULL;
	enum status rc = open_list(&t, &path, data, "spelling.hi.tsv", r);

	while (rc == OK && table_next(&t, &row)) {
		bool data_row = view_is(row.column[0], "ending") || view_is(row.column[0], "keep");

		if (row.n >= 4)
			set_add(w, &w->rule, row.column[3]);
		if (data_row || (row.n >= 4 && rule_is_on(set, row.column[3], PROFILE_HOUSE, chosen)))
			why = add_row(w, &row);
		if (why)
			rc = fatal(r, "dictionary", "%s:%lu: %s", path.p, row.line, why);
	}
	table_close(&t);
	buf_release(&path);
	return rc;
}

/* The first column of a list, of the rows whose second column is `only`, if it is given. */
static enum status open_set(struct words *w, struct index *x, const char *data, const char *name, const char *only,
			    struct report *r)
{
	struct buf path = { 0 };
	struct table t;
	struct row row;
	enum status rc = open_list(&t, &path, data, name, r);

	while (rc == OK && table_next(&t, &row))
		if (!only || (row.n > 1 && view_is(row.column[1], only)))
			set_add(w, x, row.column[0]);
	table_close(&t);
	buf_release(&path);
	return rc;
}

/* The names of English letters in Hindi, a class of sentences.tsv. */
static enum status open_letters(struct words *w, const char *data, struct report *r)
{
	struct buf path = { 0 };
	struct table t;
	struct row row;
	enum status rc = open_list(&t, &path, data, "sentences.tsv", r);

	while (rc == OK && table_next(&t, &row)) {
		struct view names = row.n > 2 && view_is(row.column[1], "letter-name") ? row.column[2] : V(""), name;

		while (view_next(&names, ' ', &name))
			set_add(w, &w->letter, name);
	}
	table_close(&t);
	buf_release(&path);
	return rc;
}

enum status words_open(struct words *w, const char *data, const struct settings *set, enum profile chosen,
		       struct report *r)
{
	enum status rc = OK;
	size_t i = 0;

	if (chosen == PROFILE_HOUSE || setting_next(set, "with", &i))
		rc = open_spelling(w, data, set, chosen, r);
	i = 0;
	if (chosen == PROFILE_NFC && !setting_next(set, "with", &i))
		return rc;
	if (rc == OK)
		rc = open_set(w, &w->visarga, data, "visarga.hi.tsv", NULL, r);
	if (rc == OK)
		rc = open_set(w, &w->abbreviation, data, "abbreviations.tsv", "hi", r);
	return rc == OK ? open_letters(w, data, r) : rc;
}

void words_close(struct words *w)
{
	struct index *all[] = { &w->whole, &w->stem, &w->keep, &w->phrase, &w->phrase_start, &w->ending, &w->visarga,
				&w->abbreviation, &w->letter, &w->rule };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		index_release(all[i]);
	free(w->spelling);
	arena_release(&w->arena);
}

/* --- looking up --- */

const struct spelling *words_find(const struct words *w, struct view word, struct view *ending)
{
	const struct entry *e = index_find(&w->whole, word), *end;

	*ending = V("");
	if (index_find(&w->keep, word))
		return NULL;
	if (e)
		return &w->spelling[e->number];
	for (size_t cut = word.n; cut && word.n - cut <= w->longest_ending; cut--) {
		if (cut < word.n && utf8_is_tail(word.p[cut]))
			continue;
		*ending = view_cut(word, cut, word.n);
		if (!(e = index_find(&w->stem, view_cut(word, 0, cut))))
			continue;
		end = ending->n ? index_find(&w->ending, *ending) : NULL;
		if (!ending->n || (end && end->number & (size_t)w->spelling[e->number].class))
			return &w->spelling[e->number];
	}
	return NULL;
}

const struct spelling *words_find_phrase(const struct words *w, struct view phrase)
{
	const struct entry *e = index_find(&w->phrase, phrase);

	return e ? &w->spelling[e->number] : NULL;
}

/* --- guards --- */

static size_t run_before(const struct cell *left, size_t n, bool dots)
{
	size_t k = 0;

	while (k < n && k < WORD_MAX && (is_word_code(left[n - 1 - k].code) || (dots && left[n - 1 - k].code == '.')))
		k++;
	return k;
}

static void add_run(struct buf *b, const struct cell *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		utf8_add(b, at[i].code);
}

static size_t run_after(const struct cell *right, size_t from, size_t n)
{
	size_t k = from;

	while (k < n && k < from + WORD_MAX && is_word_code(right[k].code))
		k++;
	return k - from;
}

/* The word around the place, a visarga in the place of its colon. */
static bool is_visarga_word(const struct words *w, const struct cell *left, size_t n_left, const struct cell *right,
			    size_t n_right)
{
	bool colon_left = n_left && left[n_left - 1].code == ':';
	size_t before = run_before(left, n_left - colon_left, false);
	size_t skip = !colon_left, after = run_after(right, skip, n_right);
	struct buf b = { 0 };
	bool found;

	add_run(&b, left + n_left - colon_left - before, before);
	utf8_add(&b, VISARGA);
	add_run(&b, right + skip, after);
	found = index_find(&w->visarga, buf_view(&b));
	buf_release(&b);
	return found;
}

bool guard_visarga_word(struct surroundings *s, const struct cell *left, size_t n_left, const struct cell *right,
			size_t n_right)
{
	return is_visarga_word(s->words, left, n_left, right, n_right);
}

static bool is_letter(const struct words *w, const struct cell *at, size_t n)
{
	struct buf b = { 0 };
	bool found;

	if (n == 1)
		return true;
	add_run(&b, at, n);
	found = index_find(&w->letter, buf_view(&b));
	buf_release(&b);
	return found;
}

/* Is the letter before the stop one of several: आर.के., आर. के.? */
static bool is_initial(const struct words *w, const struct cell *left, size_t n_left, const struct cell *right, size_t n_right)
{
	size_t own = run_before(left, n_left, false), from, after;

	if (!own || !is_letter(w, left + n_left - own, own))
		return false;
	n_left -= own;
	if (n_left > 1 && left[n_left - 1].code == ' ' && left[n_left - 2].code == '.')
		n_left--;
	if (n_left && left[n_left - 1].code == '.') {
		own = run_before(left, n_left - 1, false);
		if (own && is_letter(w, left + n_left - 1 - own, own))
			return true;
	}
	from = 1 + (n_right > 1 && right[1].code == ' ');
	after = run_after(right, from, n_right);
	return after && from + after < n_right && right[from + after].code == '.' && is_letter(w, right + from, after);
}

bool guard_not_abbreviation(struct surroundings *s, const struct cell *left, size_t n_left, const struct cell *right,
			    size_t n_right)
{
	const struct words *w = s->words;
	size_t before = run_before(left, n_left, true);
	struct buf b = { 0 };
	bool found;

	add_run(&b, left + n_left - before, before);
	buf_byte(&b, '.');
	found = index_find(&w->abbreviation, buf_view(&b)) || is_initial(w, left, n_left, right, n_right);
	buf_release(&b);
	return !found;
}

bool guard_not_kept(struct surroundings *s, const struct cell *left, size_t n_left, const struct cell *right,
		    size_t n_right)
{
	const struct words *w = s->words;
	size_t before = run_before(left, n_left, false);
	struct buf b = { 0 };
	bool found;

	add_run(&b, left + n_left - before, before);
	add_run(&b, right, run_after(right, 0, n_right));
	found = index_find(&w->keep, buf_view(&b));
	buf_release(&b);
	return !found;
}

static bool any_in(const struct cell *at, size_t n, uint32_t first, uint32_t last)
{
	for (size_t i = 0; i < n; i++)
		if (at[i].code >= first && at[i].code <= last)
			return true;
	return false;
}

static unsigned find_traits(struct view line)
{
	unsigned traits = 0;
	size_t dandas = 0;

	for (size_t i = 0; i < line.n; i += utf8_length(line.p[i])) {
		uint32_t c = utf8_code(line.p + i);

		if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff))
			traits |= 1u << TRAIT_RIGHT_TO_LEFT;
		else if ((c >= 0x3040 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3))
			traits |= 1u << TRAIT_WIDE;
		else if (c == AVAGRAHA)
			traits |= 1u << TRAIT_AVAGRAHA;
		dandas += c == DANDA_2;
	}
	return traits | (dandas > 1 ? 1u << TRAIT_VERSE : 0);
}

static bool line_has(struct surroundings *s, enum trait t)
{
	if (s->at < s->line || s->at >= s->line_end) {
		const char *first = s->text.p + s->first, *at = s->text.p + s->at;
		const char *before = at > first ? memrchr(first, '\n', (size_t)(at - first)) : NULL;
		const char *after = memchr(at, '\n', s->last - s->at);

		s->line = before ? (size_t)(before - s->text.p) + 1 : s->first;
		s->line_end = after ? (size_t)(after - s->text.p) + 1 : s->last + 1;
		s->traits = find_traits(view_cut(s->text, s->line, after ? s->line_end : s->last));
	}
	return s->traits & 1u << t;
}

/* A word all alone is not taken for a label, nor Sanskrit (ऽ) for Hindi with a typing error. */
bool guard_not_visarga_word(struct surroundings *s, const struct cell *left, size_t n_left, const struct cell *right,
			    size_t n_right)
{
	if (n_right == 1 && run_before(left, n_left, false) == n_left)
		return false;
	if (line_has(s, TRAIT_AVAGRAHA))
		return false;
	return !is_visarga_word(s->words, left, n_left, right, n_right);
}

/* Direction marks are of use only beside Hebrew, Arabic and their like. */
bool guard_not_right_to_left(struct surroundings *s, const struct cell *left, size_t n_left, const struct cell *right,
			     size_t n_right)
{
	(void)left, (void)n_left, (void)right, (void)n_right;
	return !line_has(s, TRAIT_RIGHT_TO_LEFT);
}

/* Wide forms are at home beside Han, Kana and Hangul. */
bool guard_not_wide(struct surroundings *s, const struct cell *left, size_t n_left, const struct cell *right,
		    size_t n_right)
{
	(void)left, (void)n_left, (void)right, (void)n_right;
	return !line_has(s, TRAIT_WIDE);
}

/* Verses end in double dandas, mostly two of them around a number. */
bool guard_not_verse(struct surroundings *s, const struct cell *left, size_t n_left, const struct cell *right, size_t n_right)
{
	size_t near_left = n_left < 4 ? n_left : 4, near_right = n_right < 5 ? n_right : 5;

	return !line_has(s, TRAIT_VERSE) && !any_in(left + n_left - near_left, near_left, '0', '9')
		&& !any_in(right, near_right, '0', '9');
}

bool guard_not_emoticon(struct surroundings *s, const struct cell *left, size_t n_left, const struct cell *right,
			size_t n_right)
{
	(void)s, (void)left, (void)n_left;
	return n_right < 3 || right[2].code >= 0x80 || !byte_in((char)right[2].code, ")(-DPpoO/\\|*:'");
}

/* A bar with a blank before it, or none at all. */
static bool has_cell_edge(const struct cell *at, size_t n, bool from_edge)
{
	for (size_t i = 0; i < n; i++)
		if (at[i].code == '|' && (i ? at[i - 1].code == ' ' : from_edge))
			return true;
	return false;
}

/* Is another bar near that stands apart, as the edges of a table's cells do? */
bool guard_not_table(struct surroundings *s, const struct cell *left, size_t n_left, const struct cell *right, size_t n_right)
{
	size_t bar = 0;

	(void)s;
	while (bar < n_right && right[bar].code != '|')
		bar++;
	while (bar < n_right && right[bar].code == '|')
		bar++;
	return !has_cell_edge(left, n_left, true) && !has_cell_edge(right + bar, n_right - bar, false);
}
