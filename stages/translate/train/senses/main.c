/*
 * train-senses - makes dictionaries/senses.model:
 *
 *	train-senses TOP PAIRS MODEL [held]
 *
 * TOP is the project's folder. PAIRS has a pair a line: domain, its weight, 1 if it is held back, English, Hindi. How a
 * model that has not seen them does on those held back is printed; the model that is written has learned from all, or with
 * `held` from the others only.
 */
#include "senses.h"

#include "../../transfer.h"
#include "run.h"

#include <stdlib.h>

struct school {
	struct lesson lesson;
	struct pipeline pipeline;
	struct settings settings;
	struct grammar *engine;
	const struct word *part;	/* whose words the pair has already */
	size_t first_word, first_example;
	uint32_t en[WORDS_MAX], hi[WORDS_MAX], words[CHOICE_WORDS];
	size_t n_en;
};

static void die(const char *what)
{
	fprintf(stderr, "train-senses: %s\n", what);
	exit(3);
}

static void die_of(struct report *r)
{
	fprintf(stderr, "train-senses: %.*s\n", VIEW_ARG(r->n ? r->at[r->n - 1].text : V("failed")));
	exit(3);
}

/* --- what the engine sees --- */

static uint32_t english_number(struct lesson *l, struct view lemma)
{
	struct entry *e = index_find(&l->english, lemma);

	if (!e) {
		e = index_add(&l->english, arena_copy(&l->arena, lemma));
		e->number = l->english.n;
	}
	return (uint32_t)e->number;
}

static void take_words(struct school *s, const struct part *p)
{
	if (s->part == p->word)
		return;
	s->part = p->word;
	s->first_word = s->n_en;
	for (int i = 0; i < p->n && s->n_en < WORDS_MAX; i++)
		s->en[s->n_en++] = english_number(&s->lesson, p->word[i].lemma);
}

static void *copied(struct arena *a, const void *from, size_t n)
{
	return memcpy(arena_get(a, n), from, n);
}

/* The last of what is joined: behind it the marker stands. */
static int last_joined(const struct part *p, int i)
{
	int last = i;

	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == REL_conj && c > last)
			last = c;
	return last;
}

/* Markers are chosen anew each time a phrase is looked at. */
static bool is_known(const struct lesson *l, const struct example *e, size_t first)
{
	for (size_t k = first; k < l->n_examples; k++)
		if (l->example[k].behind && l->example[k].word == e->word && l->example[k].rows->word == e->rows->word)
			return true;
	return false;
}

static void watch(void *ctx, const struct part *p, int i, const struct sense *row, const struct choice_rows *r)
{
	struct school *s = ctx;
	struct lesson *l = &s->lesson;
	struct example e = { .pair = l->n_pairs, .row = UNKNOWN_ROW };

	take_words(s, p);
	e.behind = row->pos == POS_PREP;
	i = e.behind ? last_joined(p, i) : i;
	e.word = s->first_word + (size_t)i;
	if (e.word >= s->n_en)
		return;
	if (e.behind)
		e.noun = stems_of_row(l, p->node[i].hi);
	e.rows = (struct choice_rows *)(uintptr_t)r;
	if (e.behind && is_known(l, &e, s->first_example))
		return;
	e.rows = copied(&l->arena, r, offsetof(struct choice_rows, own) + r->n * sizeof *r->own);
	e.stems = arena_get(&l->arena, r->n * sizeof *e.stems);
	for (size_t k = 0; k < r->n; k++)
		e.stems[k] = stems_of_row(l, row[k].hi);
	l->example = memory_grow(l->example, &l->cap_examples, l->n_examples + 1, sizeof *l->example);
	l->example[l->n_examples++] = e;
}

static void open_engine(struct school *s, const char *top)
{
	static const struct option data = { "data", 0, "DIR", NULL, "" };
	static const struct language hindi = { .tag = "hi" };
	struct report r = { 0 };
	void *state;

	for (size_t i = 0; i < stage_count; i++)
		if (stage_table[i].ops->options)
			settings_add_table(&s->settings, stage_table[i].ops->options);
	settings_add(&s->settings, &data, top);
	s->pipeline.want[s->pipeline.n++] = stage_find("transliterate");
	if (pipeline_open(&s->pipeline, &s->settings, &r) != OK || rules_engine.open(&s->settings, &hindi, &state, &r) != OK)
		die_of(&r);
	s->engine = state;
	s->engine->choice.watch = watch;
	s->engine->choice.ctx = s;
}

static void read_english(struct school *s, struct view english)
{
	struct document d = { .id = V("-"), .format = V("line") };
	struct report r = { 0 };
	struct buf none = { 0 };

	d.text = arena_copy(&d.arena, english);
	s->n_en = 0;
	if (pipeline_run(&s->pipeline, &d, false, &none, NULL, &r) != OK)
		die_of(&r);
	for (size_t i = 0; i < d.layer[LAYER_sentence].n; i++) {
		const struct span *at = &d.layer[LAYER_sentence].at[i];
		struct unit u = { 0 };
		struct segment g = { .document = &d, .unit = &u, .sentence = i, .begin = at->begin, .end = at->end };

		s->part = NULL;
		unit_build(&u, &d, at->begin, at->end);
		if (unit_has_letter(&u) && u.n <= UNIT_MARKS_MAX)
			rules_engine.translate(s->engine, &g, 1, &d.arena, &r);
		unit_release(&u);
	}
	report_release(&r);
	document_release(&d);
}

/* --- pairs --- */

static uint8_t domain_number(struct lesson *l, const struct row *row)
{
	char weight[16] = "";
	size_t d = 0;

	while (d < l->n_domains && !view_is(row->column[0], l->domain[d].name))
		d++;
	if (d == DOMAINS_MAX || row->column[0].n >= sizeof l->domain->name)
		die("too many domains");
	if (d == l->n_domains) {
		memcpy(weight, row->column[1].p, row->column[1].n < 15 ? row->column[1].n : 15);
		memcpy(l->domain[d].name, row->column[0].p, row->column[0].n);
		l->domain[l->n_domains++].weight = strtof(weight, NULL);
	}
	return (uint8_t)d;
}

static void take_pair(struct school *s, const struct row *row)
{
	struct lesson *l = &s->lesson;
	struct pair p = { .domain = domain_number(l, row), .held = view_is(row->column[2], "1") };
	size_t first = s->first_example = l->n_examples;

	read_english(s, row->column[3]);
	p.n_en = s->n_en;
	p.n_hi = WORDS_MAX;
	stems_of(l, row->column[4], s->hi, &p.n_hi);
	p.en = copied(&l->arena, s->en, p.n_en * sizeof *p.en);
	p.hi = copied(&l->arena, s->hi, p.n_hi * sizeof *p.hi);
	p.n_words = choice_words(row->column[3], s->words);
	p.words = copied(&l->arena, s->words, p.n_words * sizeof *p.words);
	for (size_t i = first; i < l->n_examples; i++)
		l->example[i].weight = l->domain[p.domain].weight;
	l->pair = memory_grow(l->pair, &l->cap_pairs, l->n_pairs + 1, sizeof *l->pair);
	l->pair[l->n_pairs++] = p;
}

static void read_pairs(struct school *s, const char *path)
{
	struct report r = { 0 };
	struct table t;
	struct row row;

	s->lesson.do_stem = stem_number(&s->lesson, V("कर"));
	s->lesson.of_stem = stem_number(&s->lesson, V("का"));
	if (table_open(&t, path, &r) != OK)
		die_of(&r);
	while (table_next(&t, &row))
		if (row.n == 5)
			take_pair(s, &row);
	table_close(&t);
}

int main(int argc, char **argv)
{
	static struct school s;
	struct learned *m;
	bool held = argc == 5 && !strcmp(argv[4], "held");

	if (argc != 4 && !held)
		die("usage: train-senses TOP PAIRS MODEL [held]");
	open_engine(&s, argv[1]);
	read_pairs(&s, argv[2]);
	align(&s.lesson);
	m = learn(&s.lesson, false);
	learned_print(m, &s.lesson);
	if (!held) {
		learned_release(m);
		m = learn(&s.lesson, true);
	}
	if (!learned_write(m, &s.lesson, argv[3]))
		die("cannot write the model");
	learned_release(m);
	return 0;
}
