/*
 * fuzz_record.c - libFuzzer target: any bytes as a record, through the stages, and written again.
 *
 * Input that begins with { is a line of JSON. Any other input is a recipe for a record whose spans lie in its
 * text, so that what other programs could say about a text reaches the stages and does not end in the parser:
 *
 *	first byte (ignored), length of the text, the text, then spans of five bytes each:
 *	layer, begin, length, label, and role or, for a translation, which marks it has
 *
 * What must hold: no stage breaks; what record_write wrote record_read reads; the second writing is the first.
 */
#include "fuzz_pipeline.h"
#include "record.h"
#include "run.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { NOTE, OPTIONS, TRANSLATE, SEGMENT, PIPELINES };

static struct pipeline pipelines[PIPELINES];
static struct settings settings[PIPELINES];

static void open_pipeline(int which, const char *const *stages, int argc, char **argv)
{
	fuzz_open(&pipelines[which], &settings[which], stages, argc, argv, "posts/2026-02-04-name-en.md");
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char *const note[] = { "note", NULL }, *const translate[] = { "translate", "note", NULL };
	static const char *const segment[] = { "segment", NULL };
	static char *pseudo[] = { "--engine=pseudo" };
	static char *more[] = { "--engine=pseudo", "--pin-ids", "--sibling-links", "--structured", "--set", "author=A: b" };

	(void)argc, (void)argv;
	open_pipeline(NOTE, note, 1, pseudo);
	open_pipeline(OPTIONS, note, 6, more);
	open_pipeline(TRANSLATE, translate, 1, pseudo);
	open_pipeline(SEGMENT, segment, 0, NULL);
	return 0;
}

static void require(bool ok, const char *what, struct view record)
{
	if (ok)
		return;
	fprintf(stderr, "BROKEN: %s\n%.*s\n", what, VIEW_ARG(record));
	abort();
}

/* --- a record from a recipe --- */

struct recipe { const uint8_t *p; size_t n; };

static unsigned take(struct recipe *r)
{
	return r->n ? r->n--, *r->p++ : 0;
}

static struct view take_text(struct recipe *r, struct arena *a)
{
	size_t n = take(r), bad = 0;
	struct view v;
	char *p;

	n = n < r->n ? n : r->n;
	v = arena_copy(a, (struct view){ (const char *)r->p, n });
	p = (char *)(uintptr_t)v.p;
	r->p += n;
	r->n -= n;
	while ((bad += utf8_check((struct view){ p + bad, n - bad })) < n)
		p[bad] = (char)(p[bad] & 0x7f);
	return v;
}

/* A byte offset in the text, on a boundary. */
static size_t take_place(struct view text, size_t i)
{
	i = i < text.n ? i : text.n;
	while (i < text.n && utf8_is_tail(text.p[i]))
		i++;
	return i;
}

/* A translation's value: up to four marks of those made so far, a letter between them. */
static void add_places(struct document *d, const struct layer_spans *marks, struct span *s, unsigned choice)
{
	struct mark_place *places = arena_get(&d->arena, 4 * sizeof *places);
	struct buf value = { 0 };

	for (unsigned k = 0; k < (choice & 3) && marks->n; k++) {
		const struct span *m = &marks->at[(choice >> 2 ^ k) % marks->n];

		buf_str(&value, choice & 64 ? "*a " : "क");
		places[s->n_places++] = (struct mark_place){ (uint32_t)value.n, m->end - m->begin, m->begin, m->end };
		buf_add(&value, span_text(d, m));
	}
	buf_str(&value, choice & 128 ? ": b" : "");
	s->places = places;
	s->value = arena_copy(&d->arena, buf_view(&value));
	s->lang = V("hi");
	buf_release(&value);
}

static void add_span(struct document *d, struct recipe *r, struct spans *all)
{
	static const char *const labels[] = {
		"", "paragraph", "heading", "cell", "alt", "title", "text", "field", "single_quoted_field",
		"double_quoted_field", "block_field", "collection_field", "front_matter", "label", "item",
		"ordered_item", "link", "liquid", "code", "break", "hard_break", "escape", "heading_id",
		"attribute", "footnote", "strong", "emphasis",
	};
	enum layer layer = (enum layer)(take(r) % LAYER_COUNT);
	size_t begin = take_place(d->text, take(r)), end = take_place(d->text, begin + take(r));
	const char *label = labels[take(r) % (sizeof labels / sizeof *labels)];
	unsigned choice = take(r);
	struct span *s = spans_add(all, layer, begin, end, label);

	s->role = (uint8_t)(choice % ROLE_COUNT);
	s->level = (uint16_t)(choice & 7);
	if (layer == LAYER_block)
		s->value = choice & 64 ? V("title") : choice & 32 ? V("lang") : V("");
	else if (layer == LAYER_markup)
		s->value = choice & 64 ? V("][x]") : V("");
	else if (layer == LAYER_translation)
		add_places(d, &all->layer[LAYER_markup], s, choice);
}

static void write_recipe(struct recipe *r, struct buf *line)
{
	static const struct view formats[] = { V("markdown"), V("text"), V("line") };
	struct document d = { .id = V("x-en.md"), .format = formats[take(r) % 3] };
	struct spans all = { .arena = &d.arena };

	d.text = take_text(r, &d.arena);
	while (r->n)
		add_span(&d, r, &all);
	for (int l = 0; l < LAYER_COUNT; l++)
		if (all.layer[l].n)
			document_set_layer(&d, (enum layer)l, &all);
	record_write(&d, line);
	spans_release(&all);
	document_release(&d);
}

/* --- what the programs do with a record --- */

/* As the input does: a record that cannot be read travels on as one that failed. */
static enum status read_record(struct view line, struct document *d)
{
	struct report r = { 0 };
	enum status rc;

	*d = (struct document){ .id = V("-:1") };
	rc = record_read(line, d, &r);
	if (rc != OK) {
		require(r.n > 0, "a record failed and nothing says why", line);
		d->failure = arena_get(&d->arena, sizeof *d->failure);
		*d->failure = (struct failure){ V("input"), view_of(r.at[0].code), arena_copy(&d->arena, r.at[0].text), 0, 0 };
	}
	report_release(&r);
	return rc;
}

/* Written, read and written again, it is the same. */
static void check_stable(const struct document *d)
{
	struct buf first = { 0 }, second = { 0 };
	struct document again;

	record_write(d, &first);
	require(!memchr(first.p, '\n', first.n - 1), "a record of several lines", buf_view(&first));
	require(read_record(buf_view(&first), &again) == OK, "a record we wrote cannot be read", buf_view(&first));
	require(!again.failure == !d->failure, "a failure came or went", buf_view(&first));
	record_write(&again, &second);
	require(view_eq(buf_view(&first), buf_view(&second)), "the second writing differs", buf_view(&first));
	record_release(&again);
	buf_release(&first);
	buf_release(&second);
}

static void check_stages(struct view line, int which)
{
	struct document d;
	struct buf out = { .limit = 1 << 26 };
	struct report r = { 0 };
	bool bytes = pipeline_gives_bytes(&pipelines[which], false);

	if (read_record(line, &d) == OK)
		pipeline_run(&pipelines[which], &d, bytes, &out, NULL, &r);
	require(utf8_check(buf_view(&out)) == out.n, "a note that is not UTF-8", line);
	if (!bytes || d.failure || which == TRANSLATE)
		check_stable(&d);
	record_release(&d);
	report_release(&r);
	buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf line = { 0 };

	if (n && data[0] != '{')
		write_recipe(&(struct recipe){ data, n }, &line);
	else
		buf_add(&line, (struct view){ (const char *)data, n });
	for (int i = 0; i < PIPELINES; i++)
		check_stages(buf_view(&line), i);
	buf_release(&line);
	return 0;
}
