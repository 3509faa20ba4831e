/* learn.c - how an archive spells its loans: what it might teach. */
#include "transliterate.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

/* A guess that is not likelier than this may be another word. */
static const float CERTAIN = 0.5f;

struct view learn_english(const struct writer *w, struct view loan, struct arena *arena)
{
	const struct entry *e = index_find(&w->lexicon.loan_back, loan);
	struct guess guess;

	if (e)
		return e->value;
	if (!guess_latin(&w->model, loan, DOMAIN_LOAN, &guess, 1) || guess.score < CERTAIN)
		return V("");
	return arena_copy(arena, view_of(guess.text));
}

void learn_print(const struct writer *w, const struct document *d, struct buf *out)
{
	const struct layer_spans *l = &d->layer[LAYER_language];
	struct arena arena = { 0 };
	struct index seen = { 0 };

	for (size_t i = 0; i < l->n; i++) {
		struct view token = span_text(d, &l->at[i]);
		struct entry *e;

		if (!view_is(l->at[i].label, "loan") || find_plural(w, token))
			continue;
		e = index_find(&seen, token);
		if (!e)
			(e = index_add(&seen, token))->value = learn_english(w, token, &arena);
		e->number++;
	}
	for (size_t i = 0; i < seen.cap; i++)
		if (seen.slot[i].key.p && seen.slot[i].value.n)
			buf_addf(out, "%.*s\t%.*s\t%zu\n", VIEW_ARG(seen.slot[i].value), VIEW_ARG(seen.slot[i].key), seen.slot[i].number);
	index_release(&seen);
	arena_release(&arena);
}

/* --- all documents --- */

struct use { struct view english, spelling; size_t times; };
struct uses { struct use *at; size_t n, cap; };

/* Of one word the most frequent spelling first. */
static int by_use(const void *a, const void *b)
{
	const struct use *x = a, *y = b;
	int c = view_compare(x->english, y->english);

	if (c)
		return c;
	return x->times != y->times ? (x->times < y->times) - (x->times > y->times) : view_compare(x->spelling, y->spelling);
}

static int by_spelling(const void *a, const void *b)
{
	const struct use *x = a, *y = b;
	int c = view_compare(x->english, y->english);

	return c ? c : view_compare(x->spelling, y->spelling);
}

static void read_uses(struct view lines, struct uses *u)
{
	struct view line;

	while (view_next(&lines, '\n', &line)) {
		struct use use = { 0 };

		if (!view_next(&line, '\t', &use.english) || !view_next(&line, '\t', &use.spelling) || !line.n)
			continue;
		use.times = strtoul(line.p, NULL, 10);
		u->at = memory_grow(u->at, &u->cap, u->n + 1, sizeof *u->at);
		u->at[u->n++] = use;
	}
}

/* The same spelling from several documents is one use. */
static void add_up(struct uses *u)
{
	size_t n = 0;

	if (u->n)
		qsort(u->at, u->n, sizeof *u->at, by_spelling);
	for (size_t i = 0; i < u->n; i++)
		if (n && !by_spelling(&u->at[n - 1], &u->at[i]))
			u->at[n - 1].times += u->at[i].times;
		else
			u->at[n++] = u->at[i];
	u->n = n;
	if (u->n)
		qsort(u->at, u->n, sizeof *u->at, by_use);
}

static void propose(const struct use *use, size_t n, struct buf *out)
{
	buf_addf(out, "%.*s\t%.*s\t%zu\t", VIEW_ARG(use->english), VIEW_ARG(use->spelling), use->times);
	for (size_t i = 1; i < n; i++)
		buf_addf(out, "%s%.*s %zu", i > 1 ? "|" : "", VIEW_ARG(use[i].spelling), use[i].times);
	buf_str(out, n > 1 ? "\n" : "-\n");
}

void learn_gather(const struct writer *w, struct view lines, struct buf *out)
{
	struct uses u = { 0 };

	read_uses(lines, &u);
	add_up(&u);
	buf_str(out, "# English\tDevanagari\ttimes\tother spellings\n");
	for (size_t i = 0, k; i < u.n; i = k) {
		const struct entry *known = index_find(&w->lexicon.loan, u.at[i].english);
		bool as_known = false;

		for (k = i; k < u.n && !view_compare(u.at[k].english, u.at[i].english); k++)
			as_known = as_known || (known && view_eq(known->value, u.at[k].spelling) && u.at[k].times == u.at[i].times);
		if (!as_known)
			propose(&u.at[i], k - i, out);
	}
	free(u.at);
}
