/*
 * treebank.c - reads sentences (form, tag, part of speech, head, relation; a blank line between them) and joins words as the
 * program has them: what hyphens join, sums of money, percents, and words that somebody cut by mistake.
 */
#include "train.h"

#include "table.h"

#include <ctype.h>
#include <stdlib.h>

enum { LINE_MAX_WORDS = 400 };
enum { ORDERS = 2, HEADINGS = 20 };	/* one in so many is made */

/* A line of the file, while words are still being joined: `into` is the word it has become part of. */
struct raw { struct view form, tag, relation; int head, into; };

static enum tag tag_of(struct view text)
{
	for (unsigned t = 1; t < TAG_COUNT; t++)
		if (view_is(text, tag_name[t]))
			return (enum tag)t;
	return view_is(text, "HYPH") ? TAG_COLON : view_is(text, "GW") ? TAG_NN : TAG_FW;
}

static enum relation relation_of(struct view text)
{
	for (unsigned r = 1; r < REL_COUNT; r++)
		if (view_is(text, relation_name[r]))
			return (enum relation)r;
	return REL_dep;
}

static bool is_hyphen(const struct raw *w)
{
	return view_is(w->tag, "HYPH") && view_is(w->form, "-");
}

static bool is_number(const struct raw *w)
{
	return view_is(w->tag, "CD") && w->form.n && isdigit((unsigned char)w->form.p[0]);
}

static bool is_power_of_ten(const struct raw *w)
{
	static const char *const list[] = { "million", "billion", "trillion", "thousand", "m", "bn", "k", NULL };

	return view_is_any(w->form, list);
}

/* Does word i belong with the one before it? */
static bool joins(const struct raw *w, size_t n, size_t i)
{
	const struct raw *a = &w[i - 1], *b = &w[i];

	if (is_hyphen(b))
		return i + 1 < n && !view_is(w[i + 1].tag, ".") && !view_is(a->tag, "-LRB-");
	if (is_hyphen(a))
		return true;
	if (view_is(a->tag, "AFX") && b->form.n && isalpha((unsigned char)b->form.p[0]))
		return b->head == (int)i || a->head == (int)i + 1;
	if (view_is(b->tag, "GW") || view_is(b->relation, "goeswith"))
		return view_is(b->relation, "goeswith");
	if (view_is(a->form, "$") && is_number(b))
		return true;
	if (i > 1 && view_is(w[i - 2].form, "$") && is_number(a) && is_power_of_ten(b))
		return true;
	return view_is(b->form, "%") && is_number(a);
}

/* The word of a joined part whose head is outside of it; the last one, if there are several. */
static size_t top_of(const struct raw *w, size_t from, size_t to)
{
	size_t top = to - 1;
	bool found = false;

	for (size_t i = to; i-- > from;)
		if (!found && (w[i].head <= (int)from || w[i].head > (int)to) && !is_hyphen(&w[i])) {
			top = i;
			found = true;
		}
	return top;
}

static struct view text_of(const struct raw *w, size_t from, size_t to, struct arena *a)
{
	struct buf text = { 0 };
	struct view out;

	for (size_t i = from; i < to; i++)
		buf_add(&text, w[i].form);
	out = arena_copy(a, buf_view(&text));
	buf_release(&text);
	return out;
}

static struct sentence join(struct raw *w, size_t n, struct arena *a)
{
	struct sentence s = { .word = arena_get(a, n * sizeof *s.word) };
	size_t top[LINE_MAX_WORDS];

	for (size_t i = 0; i < n;) {
		size_t to = i + 1, k;
		bool hyphens;

		while (to < n && joins(w, n, to))
			to++;
		k = top[s.n] = top_of(w, i, to);
		hyphens = to > i + 1 && is_hyphen(&w[i + 1]);
		s.word[s.n] = (struct word){ .form = text_of(w, i, to, a), .tag = tag_of(w[k].tag), .relation = relation_of(w[k].relation) };
		if (to > i + 1 && !hyphens && is_number(&w[i]))
			s.word[s.n].tag = view_is(w[to - 1].form, "%") ? TAG_NN : TAG_CD;
		if (view_is(w[i].form, "$") && to > i + 1)
			s.word[s.n].tag = TAG_CD;
		for (; i < to; i++)
			w[i].into = (int)s.n;
		s.n++;
	}
	for (size_t i = 0; i < s.n; i++)
		s.word[i].head = w[top[i]].head ? w[w[top[i]].head - 1].into : -1;
	return s;
}

static int number(struct view v)
{
	char text[16] = { 0 };

	memcpy(text, v.p, v.n < 15 ? v.n : 15);
	return atoi(text);
}

/* Every word must come to the root, and one only: joining can make circles of two. */
static bool is_tree(const struct sentence *s)
{
	size_t roots = 0;

	for (size_t i = 0; i < s->n; i++) {
		size_t steps = 0;

		for (int k = (int)i; k >= 0; k = s->word[k].head)
			if (steps++ > s->n)
				return false;
		roots += s->word[i].head < 0;
	}
	return roots == 1;
}

/* --- variations --- */

static unsigned chance(uint64_t *seed, unsigned n)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*seed >> 33) % n;
}

static void drop_stop(struct sentence *s)
{
	const struct word *last = &s->word[s->n - 1];

	if (s->n < 2 || last->tag != TAG_STOP || last->head < 0)
		return;
	for (size_t i = 0; i < s->n; i++)
		if (s->word[i].head == (int)s->n - 1)
			return;
	s->n--;
}

static void set_first(struct word *w, struct arena *a, int (*change)(int))
{
	char *p;

	w->form = arena_copy(a, w->form);
	p = (char *)(uintptr_t)w->form.p;
	if (w->form.n)
		p[0] = (char)change((unsigned char)p[0]);
}

/* Headings write all but the small words with a capital. */
static void capitalise(struct sentence *s, struct arena *a)
{
	for (size_t i = 0; i < s->n; i++) {
		enum tag t = (enum tag)s->word[i].tag;

		if (i == 0 || !(t == TAG_IN || t == TAG_DT || t == TAG_CC || t == TAG_TO || t == TAG_POS))
			set_first(&s->word[i], a, toupper);
	}
}

static void vary(struct sentence *s, struct arena *a, uint64_t *seed)
{
	unsigned k = chance(seed, 100);

	if (chance(seed, 5) == 0)
		drop_stop(s);
	if (k < 6)
		capitalise(s, a);
	else if (k < 12 && s->word[0].tag != TAG_NNP && s->word[0].tag != TAG_NNPS && s->word[0].form.n > 1)
		set_first(&s->word[0], a, tolower);
}

/*
 * Notes have more orders and headings than the treebank: "to copy the files" teaches as "Copy the files.", too, and what a
 * noun has below it as a heading.
 */

enum { PART_LEAST = 2, PART_MOST = 25 };

static bool is_below(const struct word *w, int i, int top)
{
	while (i >= 0 && i != top)
		i = w[i].head;
	return i == top;
}

/* The words below one that stand together and begin behind `from`; false if something else is among them. */
static bool cut_part(const struct sentence *s, int top, int from, struct sentence *part, struct arena *a)
{
	int first = -1, last = -1;

	for (int i = from; i < (int)s->n; i++)
		if (is_below(s->word, i, top)) {
			first = first < 0 ? i : first;
			last = i;
		}
	while (last > top && s->word[last].relation == REL_punct)
		last--;
	part->n = (size_t)(last - first + 1);
	part->word = arena_get(a, (part->n + 1) * sizeof *part->word);
	for (int i = first; i <= last; i++) {
		struct word w = s->word[i];

		if (!is_below(s->word, i, top))
			return false;
		w.head = i == top ? -1 : w.head - first;
		w.relation = i == top ? REL_root : w.relation;
		if (i != top && (w.head < 0 || w.head >= (int)part->n))
			return false;
		part->word[i - first] = w;
	}
	return part->n >= PART_LEAST && part->n <= PART_MOST;
}

static void add_made(struct treebank *t, struct sentence *s)
{
	s->given = arena_get(&t->arena, s->n);
	for (size_t i = 0; i < s->n; i++)
		s->given[i] = s->word[i].tag;
	t->at = memory_grow(t->at, &t->cap, t->n + 1, sizeof *t->at);
	t->at[t->n++] = *s;
}

static void add_stop(struct sentence *s, int top)
{
	s->word[s->n++] = (struct word){ .form = V("."), .tag = TAG_STOP, .relation = REL_punct, .head = top };
}

static void add_order(struct treebank *t, const struct sentence *s, int to, uint64_t *seed)
{
	int verb = s->word[to].head, top;
	struct sentence part = { 0 };

	if (verb != to + 1 || s->word[verb].tag != TAG_VB || !cut_part(s, verb, verb, &part, &t->arena))
		return;
	top = 0;
	set_first(&part.word[0], &t->arena, toupper);
	if (chance(seed, 10) < 7)
		add_stop(&part, top);
	add_made(t, &part);
}

static void add_heading(struct treebank *t, const struct sentence *s, int noun, uint64_t *seed)
{
	struct sentence part = { 0 };
	int from = 0;

	for (int i = 0; i < noun; i++)
		if (s->word[i].head == noun && (s->word[i].relation == REL_case || s->word[i].relation == REL_cc || s->word[i].relation == REL_punct))
			from = i + 1;
	if (s->word[noun].head < 0 || !cut_part(s, noun, from, &part, &t->arena) || part.n > 10)
		return;
	set_first(&part.word[0], &t->arena, toupper);
	if (chance(seed, 3) == 0)
		capitalise(&part, &t->arena);
	add_made(t, &part);
}

static void add_parts(struct treebank *t, const struct sentence *s, uint64_t *seed)
{
	for (int i = 0; i < (int)s->n; i++) {
		if (s->word[i].tag == TAG_TO && s->word[i].relation == REL_mark && s->word[i].head >= 0 && chance(seed, ORDERS) == 0)
			add_order(t, s, i, seed);
		if ((s->word[i].tag == TAG_NN || s->word[i].tag == TAG_NNS) && chance(seed, HEADINGS) == 0)
			add_heading(t, s, i, seed);
	}
}

static void add_sentence(struct treebank *t, struct raw *w, size_t n, bool varied, uint64_t *seed)
{
	struct sentence s = join(w, n, &t->arena);

	if (varied)
		vary(&s, &t->arena, seed);
	if (!is_tree(&s)) {
		if (varied)
			return;
		fprintf(stderr, "not a tree\n");
	}
	add_made(t, &s);
	if (varied)
		add_parts(t, &s, seed);
}

void treebank_read(struct treebank *t, const char *path, bool varied)
{
	struct report r = { 0 };
	struct raw w[LINE_MAX_WORDS];
	struct table table;
	struct row row;
	unsigned long last = 0;
	size_t n = 0;
	uint64_t seed = 1;

	if (table_open(&table, path, &r) != OK) {
		fprintf(stderr, "train-translate: cannot read %s\n", path);
		exit(3);
	}
	while (table_next(&table, &row)) {
		if (n && (row.line != last + 1 || n == LINE_MAX_WORDS)) {
			add_sentence(t, w, n, varied, &seed);
			n = 0;
		}
		last = row.line;
		if (row.n >= 5)
			w[n++] = (struct raw){ arena_copy(&t->arena, row.column[0]), row.column[1], row.column[4], number(row.column[3]), 0 };
	}
	if (n)
		add_sentence(t, w, n, varied, &seed);
}

/* --- arcs that cross --- */

static bool crosses(const struct word *w, int i)
{
	int a = i < w[i].head ? i : w[i].head, b = i < w[i].head ? w[i].head : i;

	if (w[i].head < 0)
		return false;
	for (int k = a + 1; k < b; k++)
		if (w[k].head < a || w[k].head > b)
			return true;
	return false;
}

void make_projective(struct word *w, size_t n)
{
	for (bool again = true; again;) {
		int best = -1, shortest = 1 << 20;

		for (int i = 0; i < (int)n; i++) {
			int length = abs(i - w[i].head);

			if (crosses(w, i) && w[w[i].head].head >= 0 && length < shortest) {
				best = i;
				shortest = length;
			}
		}
		again = best >= 0;
		if (again)
			w[best].head = w[w[best].head].head;
	}
}
