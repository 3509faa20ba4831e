/* translate - give each sentence in the target language, by the engine that was asked for. */
#include "engine.h"
#include "utf8.h"
#include "weave.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

static const struct option options[] = {
	{ "to", 't', "LANGUAGE", "hi", "translate into this language: hi or en" },
	{ "engine", 'e', "NAMES", "memory,rules", "who translates, in this order: memory (sentences of the corpus), rules (grammar and dictionaries), "
	  "pseudo (for layout checks)" },
	{ "min-confidence", 0, "N", "0", "leave sentences whose translation has a lower confidence than this, 0 to 1, as they are" },
	{ "explain", 0, NULL, NULL, "print how each sentence is translated: its words, their tree, senses and rules" },
	{ "memory", 'm', "FILE", NULL, "also know the pairs of this TSV file: English TAB Hindi" },
	{ 0 }
};

static const struct engine *const engines[] = { &memory_engine, &rules_engine, &pseudo_engine };
static const struct language languages[] = {
	{ "hi", USCRIPT_DEVANAGARI },
	{ "en", USCRIPT_LATIN },
};

enum { ENGINES_MAX = 4 };

/* Engines in the order they are asked, each with its state. */
struct translate_state {
	const struct engine *engine[ENGINES_MAX];
	void *state[ENGINES_MAX];
	size_t n;
	const struct language *to;
	float least;			/* confidence */
	bool explain;
};

static const struct engine *find_engine(struct view name)
{
	for (size_t i = 0; i < sizeof engines / sizeof *engines; i++)
		if (view_is(name, engines[i]->name))
			return engines[i];
	return NULL;
}

static const struct language *find_language(const char *tag)
{
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (!strcmp(languages[i].tag, tag))
			return &languages[i];
	return NULL;
}

static enum status open_engines(struct translate_state *s, const struct settings *set, struct report *r)
{
	struct view names = view_of(setting(set, "engine")), name;
	enum status rc = OK;

	while (rc == OK && view_next(&names, ',', &name)) {
		const struct engine *e = find_engine(name);

		if (!e || s->n == ENGINES_MAX)
			return fail(r, NOWHERE, "engine", "no engine is named %.*s; --engine is memory, rules or pseudo, or several with commas",
				    VIEW_ARG(name));
		s->engine[s->n] = e;
		rc = e->open(set, s->to, &s->state[s->n++], r);
	}
	return rc;
}

/* The confidence asked for; false if it is no number from 0 to 1. */
static bool read_least(const char *text, float *least)
{
	char *end;

	*least = strtof(text, &end);
	return *text && !*end && *least >= 0 && *least <= 1;
}

static enum status translate_open(const struct settings *set, void **state, struct report *r)
{
	const char *to = setting(set, "to"), *least = setting(set, "min-confidence");
	struct translate_state *s;

	if (!find_language(to))
		return fail(r, NOWHERE, "language", "cannot translate into %s; --to is hi or en", to);
	*state = s = memory_get(sizeof *s);
	s->to = find_language(to);
	s->explain = setting(set, "explain");
	if (!read_least(least, &s->least))
		return fail(r, NOWHERE, "confidence", "%s is no confidence; --min-confidence is a number from 0 to 1", least);
	return open_engines(s, set, r);
}

static void translate_close(void *state)
{
	struct translate_state *s = state;

	for (size_t i = 0; s && i < s->n; i++)
		s->engine[i]->close(s->state[i]);
	free(s);
}

/* Are most letters of the unit written in the language's script? */
static bool is_written_in(const struct unit *u, const struct language *l)
{
	size_t in = 0, all = 0;

	for (size_t i = 0; i < u->text.n; i += utf8_length(u->text.p[i])) {
		UChar32 c = (UChar32)utf8_code(u->text.p + i);
		UErrorCode e = U_ZERO_ERROR;

		if (!u_isalpha(c))
			continue;
		all++;
		in += uscript_getScript(c, &e) == l->script;
	}
	return 2 * in > all;
}

struct work {
	const struct translate_state *s;
	const struct document *d;
	struct spans *out;
	struct report *r;
	struct segment *segment;	/* the batch, and where each of it stands */
	struct { uint32_t begin, end; size_t sentence; } *range;
	struct unit *unit;
	size_t n, cap, cap_range, cap_unit;
};

static bool add_segment(struct work *w, size_t sentence, size_t begin, size_t end)
{
	struct unit u = { 0 };

	unit_build(&u, w->d, begin, end);
	if (!unit_has_letter(&u) || u.n > UNIT_MARKS_MAX) {
		unit_release(&u);
		return false;
	}
	w->segment = memory_grow(w->segment, &w->cap, w->n + 1, sizeof *w->segment);
	w->range = memory_grow(w->range, &w->cap_range, w->n + 1, sizeof *w->range);
	w->unit = memory_grow(w->unit, &w->cap_unit, w->n + 1, sizeof *w->unit);
	w->unit[w->n] = u;
	w->range[w->n].begin = (uint32_t)begin;
	w->range[w->n].end = (uint32_t)end;
	w->range[w->n].sentence = sentence;
	w->n++;
	return true;
}

/* Segments that have no target yet go to one engine, and what it makes of them comes back. */
static enum status ask_engine(struct work *w, size_t e)
{
	const struct engine *engine = w->s->engine[e];
	struct segment *ask = memory_get((w->n + 1) * sizeof *ask);
	size_t *from = memory_get((w->n + 1) * sizeof *from), n = 0;
	enum status rc;

	for (size_t i = 0; i < w->n; i++)
		if (!w->segment[i].target.p && !(engine->needs_source && is_written_in(&w->unit[i], w->s->to))) {
			from[n] = i;
			ask[n++] = w->segment[i];
		}
	rc = engine->translate(w->s->state[e], ask, n, w->out->arena, w->r);
	for (size_t k = 0; k < n; k++) {
		ask[k].by = engine;
		w->segment[from[k]] = ask[k];
	}
	free(from);
	free(ask);
	return rc;
}

/* `blocks`: only engines that want whole blocks are asked. */
static enum status run_engines(struct work *w, bool blocks)
{
	enum status rc = OK;

	for (size_t i = 0; i < w->n; i++)
		w->segment[i] = (struct segment){ .document = w->d, .unit = &w->unit[i], .sentence = w->range[i].sentence,
			.begin = w->range[i].begin, .end = w->range[i].end };
	for (size_t e = 0; rc == OK && e < w->s->n; e++)
		if (!blocks || w->s->engine[e]->wants_blocks)
			rc = ask_engine(w, e);
	return rc;
}

static void clear_batch(struct work *w)
{
	for (size_t i = 0; i < w->n; i++)
		unit_release(&w->unit[i]);
	w->n = 0;
}

/* Adds the translation if it keeps all marks; the engine's word is not enough. */
static bool add_translation(struct work *w, size_t i)
{
	struct span s = { .layer = LAYER_translation, .begin = w->range[i].begin, .end = w->range[i].end };

	if (!w->segment[i].target.p || w->segment[i].score < w->s->least)
		return false;
	if (!unit_target(&w->unit[i], w->d, w->segment[i].target, w->out->arena, &s)) {
		warn(w->r, s.begin, "marks", "the translation loses or crosses a mark; the sentence stays as it is");
		return false;
	}
	s.label = view_of(w->segment[i].by->id);
	s.lang = view_of(w->s->to->tag);
	s.score = w->segment[i].score;
	*spans_add(w->out, LAYER_translation, 0, 0, "") = s;
	return true;
}

/* Sentences [*from, *to) of a block's own, without those of blocks nested in it. */
static size_t own_sentences(const struct document *d, const struct span *block, size_t *first, size_t *end)
{
	const struct layer_spans *s = &d->layer[LAYER_sentence];
	size_t n = 0;

	*first = *end = 0;
	for (size_t i = layer_from(d, LAYER_sentence, block->begin); i < s->n && s->at[i].begin < block->end; i++) {
		if (s->at[i].end > block->end || (n && s->at[i].begin < *end))
			continue;
		*first = n++ ? *first : s->at[i].begin;
		*end = s->at[i].end;
	}
	return n;
}

/* Blocks of several sentences, whole. Those the engine knows are done; `done` gets their ends by begin. */
static enum status translate_blocks(struct work *w, struct spans *done)
{
	const struct layer_spans *b = &w->d->layer[LAYER_block];
	enum status rc;

	for (size_t i = 0; i < b->n; i++) {
		size_t first, end;

		if (b->at[i].role == ROLE_PROSE && own_sentences(w->d, &b->at[i], &first, &end) > 1)
			add_segment(w, 0, first, end);
	}
	rc = run_engines(w, true);
	for (size_t i = 0; rc == OK && i < w->n; i++)
		if (add_translation(w, i))
			spans_add(done, LAYER_translation, w->range[i].begin, w->range[i].end, "");
	tally(w->r, "sentence(s) translated", done->layer[LAYER_translation].n);
	clear_batch(w);
	return rc;
}

/* Inside a mark of a done block (an alt text, a title) a sentence is still its own. */
static bool is_done(const struct document *d, const struct layer_spans *done, size_t *k, const struct span *s)
{
	size_t m;

	while (*k < done->n && done->at[*k].end <= s->begin)
		++*k;
	if (*k == done->n || done->at[*k].begin > s->begin)
		return false;
	m = layer_from(d, LAYER_markup, s->begin + 1);
	while (m > 0 && d->layer[LAYER_markup].at[m - 1].begin >= done->at[*k].begin) {
		const struct span *mark = &d->layer[LAYER_markup].at[--m];

		if (mark->begin < s->begin && mark->end >= s->end)
			return false;
	}
	return true;
}

static void count(struct work *w, size_t i)
{
	bool offered = w->segment[i].target.p != NULL;

	if (add_translation(w, i))
		tally(w->r, "sentence(s) translated", 1);
	else if (offered && w->segment[i].score < w->s->least)
		tally(w->r, "below the confidence asked for and left as they are", 1);
	else if (offered)
		tally(w->r, "refused and left as they are", 1);
	else if (is_written_in(&w->unit[i], w->s->to))
		tally(w->r, "already in the target language", 1);
	else
		tally(w->r, "unknown and left as they are", 1);
}

static enum status translate_sentences(struct work *w, const struct spans *done)
{
	const struct layer_spans *s = &w->d->layer[LAYER_sentence];
	size_t k = 0;
	enum status rc;

	for (size_t i = 0; i < s->n; i++)
		if (!is_done(w->d, &done->layer[LAYER_translation], &k, &s->at[i]))
			add_segment(w, i, s->at[i].begin, s->at[i].end);
	rc = run_engines(w, false);
	for (size_t i = 0; rc == OK && i < w->n; i++)
		count(w, i);
	clear_batch(w);
	return rc;
}

static enum status translate_annotate(const void *state, const struct document *d, struct spans *out,
				      struct report *r)
{
	struct work w = { .s = state, .d = d, .out = out, .r = r };
	struct spans done = { 0 };
	enum status rc = translate_blocks(&w, &done);

	if (rc == OK)
		rc = translate_sentences(&w, &done);
	clear_batch(&w);
	free(w.segment);
	free(w.range);
	free(w.unit);
	spans_release(&done);
	return rc;
}

static void explain(const struct translate_state *s, const struct document *d, struct buf *out)
{
	const struct layer_spans *sentences = &d->layer[LAYER_sentence];

	for (size_t i = 0; i < sentences->n; i++) {
		struct unit u = { 0 };
		struct segment one = { .document = d, .unit = &u, .sentence = i, .begin = sentences->at[i].begin,
				       .end = sentences->at[i].end };

		unit_build(&u, d, one.begin, one.end);
		for (size_t e = 0; e < s->n && unit_has_letter(&u); e++)
			if (s->engine[e]->explain)
				s->engine[e]->explain(s->state[e], &one, out);
		unit_release(&u);
	}
}

static enum status translate_print(const void *state, const struct document *d, struct buf *out, struct report *r)
{
	const struct translate_state *s = state;

	if (s->explain)
		explain(s, d, out);
	else
		weave(d, 0, d->text.n, NULL, out, r);
	return OK;
}

const struct stage_ops translate_ops = {
	.options = options,
	.examples = "  echo 'We ship every Thursday.' | pravah translate --to hi\n"
		    "  pravah translate --lines --to hi < sentences.en > sentences.hi\n"
		    "  pravah --engine pseudo note.md             see what a translation does to the layout\n",
	.open = translate_open,
	.close = translate_close,
	.annotate = translate_annotate,
	.print = translate_print,
};
