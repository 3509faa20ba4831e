/* backward_words.c - Hindi words with their English, found by any of their forms. */
#include "backward.h"

#include "utf8.h"

#include <stdlib.h>

enum { MEANING_HI, MEANING_POS, MEANING_GENDER, MEANING_WEIGHT, MEANING_EN, MEANING_HABIT, MEANING_COLUMNS };
enum { FUNCTION_HI, FUNCTION_KIND, FUNCTION_EN, FUNCTION_MORE, FUNCTION_COLUMNS };

static const char *const pos_names[] = { "n", "adj", "adv", "v", "num", NULL };
static const char *const kind_names[] = { "post", "gen", "pron", "det", "conj", "adv", "part", "verb", "english", NULL };

/* --- spelling --- */

enum { NUKTA = 0x093c, CHANDRABINDU = 0x0901, ANUSVARA = 0x0902, VIRAMA = 0x094d, JOINER = 0x200d, NON_JOINER = 0x200c };

static bool is_nasal_before(uint32_t nasal, uint32_t c)
{
	switch (nasal) {
	case 0x0919: return c >= 0x0915 && c <= 0x0918;
	case 0x091e: return c >= 0x091a && c <= 0x091d;
	case 0x0923: return c >= 0x091f && c <= 0x0922;
	case 0x0928: return c >= 0x0924 && c <= 0x0927;
	case 0x092e: return c >= 0x092a && c <= 0x092d;
	default: return false;
	}
}

static uint32_t without_nukta(uint32_t c)
{
	static const uint32_t bare[] = { 0x0915, 0x0916, 0x0917, 0x091c, 0x0921, 0x0922, 0x092b, 0x092f };

	return c >= 0x0958 && c <= 0x095f ? bare[c - 0x0958] : c;
}

/* The य of गये and गयी, which is not heard, goes at the end of a word. */
static void fold_ending(struct buf *b)
{
	if (b->n < 9)
		return;
	if (view_ends(buf_view(b), "ये") && b->n > 9)
		b->n -= 6, buf_str(b, "ए");
	else if (view_ends(buf_view(b), "यी"))
		b->n -= 6, buf_str(b, "ई");
	else if (view_ends(buf_view(b), "यीं"))
		b->n -= 9, buf_str(b, "ईं");
}

struct view hindi_folded(struct view v, struct arena *a)
{
	struct buf b = { 0 };
	struct view folded;

	for (size_t i = 0, n; i < v.n; i += n) {
		uint32_t c = without_nukta(utf8_code(v.p + i)), next, after;

		n = utf8_length(v.p[i]);
		next = i + n < v.n ? utf8_code(v.p + i + n) : 0;
		after = next == VIRAMA && i + n + 3 < v.n ? without_nukta(utf8_code(v.p + i + n + 3)) : 0;
		if (c == NUKTA || c == JOINER || c == NON_JOINER)
			continue;
		if (after && is_nasal_before(c, after)) {
			utf8_add(&b, ANUSVARA);
			n += 3;
		} else {
			utf8_add(&b, c == CHANDRABINDU ? ANUSVARA : c >= 'A' && c <= 'Z' ? c + 32 : c);
		}
	}
	fold_ending(&b);
	folded = arena_copy(a, buf_view(&b));
	buf_release(&b);
	return folded;
}

/* --- reading the files --- */

static uint8_t named(struct view name, const char *const *names)
{
	uint8_t i = 0;

	while (names[i] && !view_is(name, names[i]))
		i++;
	return i;
}

static void add_begin(struct backward_words *w, struct view key)
{
	struct view rest = key, first = V("");
	size_t n = view_pieces(key, ' ');
	struct entry *e;

	if (n < 2 || !view_next(&rest, ' ', &first))
		return;
	e = index_find(&w->begins, first);
	if (!e)
		e = index_add(&w->begins, first);
	e->number = e->number < n ? n : e->number;
}

static enum status open_rows(struct table *t, const char *data, const char *name, struct report *r)
{
	struct buf path = { 0 };
	enum status rc;

	buf_addf(&path, "%s/dictionaries/%s", data, name);
	rc = table_open(t, path.p, r);
	buf_release(&path);
	return rc;
}

/* Rows of one key are a list; the first in the file is the first. */
static void index_meaning(struct backward_words *w, size_t i)
{
	struct view key = hindi_folded(w->meaning[i].hi, &w->keys);
	struct entry *e = index_add(&w->by_form, key);

	add_begin(w, key);
	if (e) {
		e->number = i;
		return;
	}
	for (size_t k = index_find(&w->by_form, key)->number; ; k = w->meaning[k].next)
		if (w->meaning[k].next == (size_t)NONE) {
			w->meaning[k].next = i;
			return;
		}
}

static enum status read_meanings(struct backward_words *w, const char *data, struct report *r)
{
	enum status rc = open_rows(&w->meanings, data, "hi-en.tsv", r);
	size_t cap = 0;
	struct row row;

	while (rc == OK && table_next(&w->meanings, &row)) {
		if (row.n < MEANING_COLUMNS)
			return fatal(r, "dictionary", "dictionaries/hi-en.tsv:%lu: has %zu columns, not %d", row.line, row.n, MEANING_COLUMNS);
		w->meaning = memory_grow(w->meaning, &cap, w->n_meanings + 1, sizeof *w->meaning);
		w->meaning[w->n_meanings++] = (struct meaning){ .hi = row.column[MEANING_HI], .en = column_text(&row, MEANING_EN),
			.next = (size_t)NONE, .pos = named(row.column[MEANING_POS], pos_names),
			.weight = (uint8_t)(row.column[MEANING_WEIGHT].p[0] - '0'), .feminine = view_is(row.column[MEANING_GENDER], "f"),
			.transitive = view_starts(row.column[MEANING_GENDER], "tr"), .habit = row.column[MEANING_HABIT].p[0] };
	}
	for (size_t i = 0; i < w->n_meanings; i++)
		index_meaning(w, i);
	return rc;
}

static enum status read_functions(struct backward_words *w, const char *data, struct report *r)
{
	enum status rc = open_rows(&w->functions, data, "hi-function.tsv", r);
	size_t cap = 0;
	struct row row;

	while (rc == OK && table_next(&w->functions, &row)) {
		if (row.n < FUNCTION_COLUMNS)
			return fatal(r, "dictionary", "dictionaries/hi-function.tsv:%lu: has %zu columns, not %d", row.line, row.n, FUNCTION_COLUMNS);
		w->function = memory_grow(w->function, &cap, w->n_functions + 1, sizeof *w->function);
		w->function[w->n_functions++] = (struct function){ .hi = hindi_folded(row.column[FUNCTION_HI], &w->keys),
			.en = column_text(&row, FUNCTION_EN), .more = column_text(&row, FUNCTION_MORE),
			.kind = named(row.column[FUNCTION_KIND], kind_names), .line = row.line };
	}
	return rc;
}

static int compare_functions(const void *a, const void *b)
{
	const struct function *f = a, *g = b;
	int by_word = view_compare(f->hi, g->hi);

	return by_word ? by_word : f->line < g->line ? -1 : 1;
}

enum status backward_words_open(struct backward_words *w, const char *data, struct report *r)
{
	enum status rc = read_meanings(w, data, r);

	if (rc == OK)
		rc = read_functions(w, data, r);
	qsort(w->function, w->n_functions, sizeof *w->function, compare_functions);
	for (size_t i = 0; i < w->n_functions; i++) {
		struct entry *e = index_add(&w->by_function, w->function[i].hi);

		if (e)
			e->number = i;
		add_begin(w, w->function[i].hi);
	}
	return rc;
}

void backward_words_close(struct backward_words *w)
{
	table_close(&w->meanings);
	table_close(&w->functions);
	index_release(&w->by_form);
	index_release(&w->by_function);
	index_release(&w->begins);
	arena_release(&w->keys);
	free(w->meaning);
	free(w->function);
}

/* --- finding --- */

const struct meaning *find_meaning(const struct backward_words *w, struct view folded)
{
	const struct entry *e = index_find(&w->by_form, folded);

	return e ? &w->meaning[e->number] : NULL;
}

const struct meaning *find_meaning_as(const struct backward_words *w, struct view folded, enum meaning_pos pos)
{
	const struct meaning *m = find_meaning(w, folded);

	while (m && m->pos != pos)
		m = m->next == (size_t)NONE ? NULL : &w->meaning[m->next];
	return m;
}

const struct function *find_function(const struct backward_words *w, struct view folded, size_t *n)
{
	const struct entry *e = index_find(&w->by_function, folded);
	size_t i = e ? e->number : w->n_functions;

	for (*n = 0; i + *n < w->n_functions && view_eq(w->function[i + *n].hi, folded);)
		++*n;
	return e ? &w->function[i] : NULL;
}

const struct function *find_function_as(const struct backward_words *w, struct view folded, enum function_kind kind)
{
	size_t n;
	const struct function *f = find_function(w, folded, &n);

	for (size_t i = 0; i < n; i++)
		if (f[i].kind == kind)
			return &f[i];
	return NULL;
}

size_t phrase_tokens(const struct backward_words *w, struct view first)
{
	const struct entry *e = index_find(&w->begins, first);

	return e ? e->number : 1;
}

/* --- forms --- */

/* What an ending may stand for. A form of a verb has ना behind what stands before its ending. */
struct ending { const char *ending, *lemma; uint8_t pos, form; bool plural, feminine, oblique; };

#define NOUN(ending, lemma, plural, oblique) { ending, lemma, MEANS_NOUN, 0, plural, false, oblique }
#define ADJ(ending, lemma, plural, feminine) { ending, lemma, MEANS_ADJECTIVE, 0, plural, feminine, plural }
#define SHORT(ending, lemma, form, plural) { ending, lemma, MEANS_VERB, FORM_##form, plural, false, false }
#define VERB(ending, form, plural, feminine) { ending, "ना", MEANS_VERB, FORM_##form, plural, feminine, false }

static const struct ending endings[] = {
	NOUN("ों", "", true, true), NOUN("ों", "ा", true, true), NOUN("ों", "े", true, true), NOUN("ियों", "ी", true, true),
	NOUN("ियों", "ि", true, true), NOUN("ियों", "िया", true, true), NOUN("इयों", "ई", true, true), NOUN("ुओं", "ू", true, true),
	NOUN("ओं", "", true, true), NOUN("ओं", "आ", true, true), NOUN("यों", "या", true, true), NOUN("े", "ा", true, false), NOUN("ए", "या", true, false),
	NOUN("ए", "आ", true, false), NOUN("ये", "या", true, false),
	NOUN("ें", "", true, false), NOUN("ियां", "ी", true, false), NOUN("ियां", "ि", true, false), NOUN("यां", "या", true, false),
	NOUN("इयां", "ई", true, false), NOUN("एं", "", true, false), NOUN("ुएं", "ू", true, false), NOUN("एं", "आं", true, false),
	NOUN("्स", "", true, false), NOUN("स", "", true, false), NOUN("ज", "", true, false), NOUN("ेज", "", true, false),
	ADJ("े", "ा", true, false), ADJ("ी", "ा", false, true), ADJ("ए", "या", true, false), ADJ("ई", "या", false, true),
	ADJ("ए", "आ", true, false), ADJ("ई", "आ", false, true), ADJ("वें", "वां", true, false), ADJ("वीं", "वां", false, true),
	VERB("", STEM, false, false), VERB("ा", PERFECTIVE, false, false), VERB("े", PERFECTIVE, true, false),
	VERB("ी", PERFECTIVE, false, true), VERB("ीं", PERFECTIVE, true, true), VERB("या", PERFECTIVE, false, false),
	VERB("ए", PERFECTIVE, true, false), VERB("ई", PERFECTIVE, false, true), VERB("ईं", PERFECTIVE, true, true),
	VERB("ता", IMPERFECTIVE, false, false), VERB("ते", IMPERFECTIVE, true, false), VERB("ती", IMPERFECTIVE, false, true),
	VERB("तीं", IMPERFECTIVE, true, true), VERB("ना", INFINITIVE, false, false), VERB("नी", INFINITIVE, false, true),
	VERB("ने", OBLIQUE, false, false), VERB("कर", CONJUNCTIVE, false, false), VERB("के", CONJUNCTIVE, false, false),
	VERB("ूं", SUBJUNCTIVE, false, false), VERB("ऊं", SUBJUNCTIVE, false, false), VERB("े", SUBJUNCTIVE, false, false),
	VERB("ए", SUBJUNCTIVE, false, false), VERB("ें", SUBJUNCTIVE, true, false), VERB("एं", SUBJUNCTIVE, true, false),
	VERB("ो", IMPERATIVE, true, false), VERB("ओ", IMPERATIVE, true, false), VERB("िए", IMPERATIVE, true, false),
	VERB("इए", IMPERATIVE, true, false),
	SHORT("िया", "ीना", PERFECTIVE, false), SHORT("िए", "ीना", SUBJUNCTIVE, false), SHORT("िएं", "ीना", SUBJUNCTIVE, true),
	SHORT("िएगा", "ीना", FUTURE, false), SHORT("िएंगे", "ीना", FUTURE, true), SHORT("िऊंगा", "ीना", FUTURE, false),
	SHORT("ुआ", "ूना", PERFECTIVE, false), SHORT("ुए", "ूना", PERFECTIVE, true), SHORT("ुएं", "ूना", SUBJUNCTIVE, true),
	SHORT("ुएगा", "ूना", FUTURE, false), SHORT("ुएंगे", "ूना", FUTURE, true),
	VERB("ूंगा", FUTURE, false, false), VERB("ऊंगा", FUTURE, false, false), VERB("ेगा", FUTURE, false, false),
	VERB("एगा", FUTURE, false, false), VERB("ेंगे", FUTURE, true, false), VERB("एंगे", FUTURE, true, false),
	VERB("ोगे", FUTURE, true, false), VERB("ओगे", FUTURE, true, false), VERB("ूंगी", FUTURE, false, true),
	VERB("ऊंगी", FUTURE, false, true), VERB("ेगी", FUTURE, false, true), VERB("एगी", FUTURE, false, true),
	VERB("ेंगी", FUTURE, true, true), VERB("एंगी", FUTURE, true, true), VERB("ोगी", FUTURE, true, true),
};

static void add_reading(struct form_reading *out, int *n, struct form_reading r)
{
	if (*n < READINGS)
		out[(*n)++] = r;
}

/* Their perfective is listed, and करे and जाए are none. */
static const char *const irregular[] = { "करना", "जाना", "होना", "देना", "लेना", NULL };

static void read_ending(const struct backward_words *w, struct view folded, const struct ending *e, struct form_reading *out, int *n,
			struct arena *a)
{
	struct buf lemma = { 0 };
	const struct meaning *m;

	if (!view_ends(folded, e->ending) || folded.n <= strlen(e->ending))
		return;
	buf_add(&lemma, view_cut(folded, 0, folded.n - strlen(e->ending)));
	buf_str(&lemma, e->lemma);
	m = find_meaning_as(w, buf_view(&lemma), (enum meaning_pos)e->pos);
	if (m && !(e->form == FORM_PERFECTIVE && view_is_any(buf_view(&lemma), irregular)))
		add_reading(out, n, (struct form_reading){ m, arena_copy(a, buf_view(&lemma)), e->pos, e->form,
			view_ends(folded, "ूंगा") || view_ends(folded, "ूं") || view_ends(folded, "ऊं") ? 1 : 3,
			e->plural, e->feminine || m->feminine, e->oblique });
	buf_release(&lemma);
}

/* दिया is of देना: perfective.m */
static void read_listed(const struct backward_words *w, const struct function *f, struct form_reading *out, int *n)
{
	static const char *const names[] = { "stem", "perfective", "imperfective", "infinitive", "oblique", "conjunctive", "subjunctive",
		"future", "imperative", "present", "past", "should", NULL };
	struct view more = f->more, form = V(""), who = V("");

	view_next(&more, '.', &form);
	view_next(&more, '.', &who);
	add_reading(out, n, (struct form_reading){ find_meaning_as(w, f->en, MEANS_VERB), f->en, MEANS_VERB, named(form, names),
		view_is(who, "1") ? 1 : 3, view_ends(who, "p"), view_starts(who, "f"), false });
}

int form_readings(const struct backward_words *w, struct view folded, struct form_reading *out, struct arena *a)
{
	const struct meaning *m = find_meaning(w, folded);
	size_t functions;
	const struct function *f = find_function(w, folded, &functions);
	int n = 0;
	bool listed = false;

	for (size_t i = 0; i < functions; i++)
		if (f[i].kind == IS_VERB_FORM) {
			read_listed(w, &f[i], out, &n);
			listed = true;
		}
	for (; m; m = m->next == (size_t)NONE ? NULL : &w->meaning[m->next])
		if (m->pos != MEANS_VERB)
			add_reading(out, &n, (struct form_reading){ m, folded, m->pos, 0, 3, false, m->feminine, false });
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (!listed || endings[i].pos != MEANS_VERB)
			read_ending(w, folded, &endings[i], out, &n, a);
	return n;
}
