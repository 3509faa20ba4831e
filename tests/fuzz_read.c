/*
 * fuzz_read.c - libFuzzer target: any text, read as Markdown, plain text or one line, through the stages.
 *
 * The first byte chooses: m, t or l is the format, a capital letter turns note's options on. The rest is the
 * text; bytes that are not UTF-8 lose their top bit, so that no mutation is wasted. What must hold:
 *
 *	read | note gives the bytes back
 *	spans lie in the text, on character boundaries, sorted, and those of a layer nest or are apart (marks
 *	may cross where a mark was taken for text by one reader and not by another; strict runs refuse that, too)
 *	a line break inside prose covers only blanks and quote marks, as a translation drops it
 *	a pseudo translation keeps all marks and is UTF-8
 *	PRAVAH_FUZZ_STRICT=1: the translated note has the blocks of the original, in their order
 *	PRAVAH_FUZZ_STRICT=2: and the same code, maths, Liquid and addresses
 */
#include "fuzz_pipeline.h"
#include "run.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { READ, READ_NOTE, PSEUDO, OPTIONS, PIPELINES };

static struct pipeline pipelines[PIPELINES];
static struct settings settings[PIPELINES];
static int strict;

/* --- set-up --- */

static void open_pipeline(int which, const char *const *stages, int argc, char **argv)
{
	fuzz_open(&pipelines[which], &settings[which], stages, argc, argv, "posts/2026-02-04-other-en.md");
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char *const read[] = { "read", NULL }, *const back[] = { "read", "note", NULL };
	static const char *const all[] = { "read", "segment", "translate", "note", NULL };
	static char *pseudo[] = { "--to", "hi", "--engine", "pseudo" };
	static char *more[] = { "--engine=pseudo", "--pin-ids", "--sibling-links", "--structured", "--set", "author=A: b" };

	(void)argc, (void)argv;
	strict = getenv("PRAVAH_FUZZ_STRICT") ? atoi(getenv("PRAVAH_FUZZ_STRICT")) : 0;
	open_pipeline(READ, read, 0, NULL);
	open_pipeline(READ_NOTE, back, 0, NULL);
	open_pipeline(PSEUDO, all, 4, pseudo);
	open_pipeline(OPTIONS, all, 6, more);
	return 0;
}

/* --- saying what is wrong --- */

static void print_text(const char *what, struct view v)
{
	fprintf(stderr, "%s: $'", what);
	for (size_t i = 0; i < v.n; i++) {
		unsigned char c = (unsigned char)v.p[i];

		if (c == '\n')
			fputs("\\n", stderr);
		else if (c < 0x20 || c == 0x7f || c == '\'' || c == '\\')
			fprintf(stderr, "\\x%02x", c);
		else
			fputc(c, stderr);
	}
	fputs("'\n", stderr);
}

static void require(bool ok, const char *what, const struct document *d)
{
	if (ok)
		return;
	fprintf(stderr, "BROKEN: %s (format %.*s)\n", what, VIEW_ARG(d->format));
	print_text("text", d->text);
	abort();
}

/* --- a document --- */

static void make_utf8(char *p, size_t n)
{
	size_t bad = 0;

	while ((bad += utf8_check((struct view){ p + bad, n - bad })) < n)
		p[bad] = (char)(p[bad] & 0x7f);
}

static struct document make_document(struct view text, struct view format)
{
	struct document d = { .id = V("posts/2026-02-04-name-en.md"), .format = format };

	d.text = arena_copy(&d.arena, text);
	make_utf8((char *)(uintptr_t)d.text.p, d.text.n);
	return d;
}

/* Runs a pipeline; nothing a text holds may fail it. */
static struct buf run(int which, struct document *d)
{
	struct buf out = { 0 };
	struct report r = { 0 };
	enum status rc = pipeline_run(&pipelines[which], d, true, &out, NULL, &r);

	for (size_t i = 0; i < r.n; i++)
		if (!strcmp(r.at[i].code, "marks") || !r.at[i].warning)
			require(false, r.at[i].text.p, d);
	require(rc == OK, "a stage failed", d);
	require(out.n <= 64 * d->text.n + 4096, "the output is far longer than the text", d);
	report_release(&r);
	return out;
}

/* --- spans --- */

static bool on_boundary(struct view t, uint32_t at)
{
	return at == t.n || !utf8_is_tail(t.p[at]);
}

static void check_layer(const struct document *d, enum layer layer)
{
	const struct layer_spans *l = &d->layer[layer];
	uint32_t *end = memory_get((l->n + 1) * sizeof *end);
	size_t depth = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct span *s = &l->at[i], *before = i ? s - 1 : NULL;

		require(s->begin <= s->end && s->end <= d->text.n, "a span lies outside the text", d);
		require(on_boundary(d->text, s->begin) && on_boundary(d->text, s->end), "a span cuts a character", d);
		require(!before || before->begin < s->begin || (before->begin == s->begin && before->end >= s->end),
			"a layer is not sorted", d);
		while (depth && end[depth - 1] <= s->begin)
			depth--;
		if (depth && s->end > end[depth - 1] && (strict || layer != LAYER_markup)) {
			fprintf(stderr, "%s %.*s %u-%u\n", layer_name[layer], VIEW_ARG(s->label), s->begin, s->end);
			require(false, "two spans of a layer cross", d);
		}
		end[depth++] = s->end;
	}
	free(end);
}

static bool in_prose(const struct document *d, const struct span *s)
{
	const struct layer_spans *b = &d->layer[LAYER_block];

	for (size_t i = 0; i < b->n; i++)
		if (b->at[i].role == ROLE_PROSE && b->at[i].begin <= s->begin && s->end <= b->at[i].end)
			return true;
	return false;
}

/* A translation writes a break as one blank: whatever else it covered would be lost. */
static void check_breaks(const struct document *d)
{
	const struct layer_spans *m = &d->layer[LAYER_markup];

	for (size_t i = 0; i < m->n; i++) {
		struct view v = span_text(d, &m->at[i]);

		for (size_t k = 0; view_is(m->at[i].label, "break") && k < v.n; k++)
			if (!v.p[k] || !strchr(" \t\r\n\f>", v.p[k])) {
				print_text("break", v);
				require(false, "a break covers more than blanks and quote marks", d);
			}
	}
}

static void check_spans(const struct document *d)
{
	const struct layer_spans *s = &d->layer[LAYER_sentence];

	check_breaks(d);

	for (int l = 0; l < LAYER_COUNT; l++)
		check_layer(d, (enum layer)l);
	for (size_t i = 0; i < s->n; i++)
		require(in_prose(d, &s->at[i]), "a sentence lies outside every block of prose", d);
}

/* --- structure: what must be the same after translation --- */

/* The front matter may be new and may get keys. */
static size_t body_of(const struct document *d)
{
	const struct layer_spans *b = &d->layer[LAYER_block];

	return b->n && view_is(b->at[0].label, "front_matter") ? b->at[0].end : 0;
}

static const struct span *next_of(const struct document *d, enum layer layer, size_t *i)
{
	static const char *const opaque[] = { "code", "maths", "liquid", "autolink" };

	for (; *i < d->layer[layer].n; ++*i) {
		const struct span *s = &d->layer[layer].at[*i];

		if (s->begin < body_of(d))
			continue;
		if (layer == LAYER_block)
			return s;
		for (size_t k = 0; k < sizeof opaque / sizeof *opaque; k++)
			if (view_is(s->label, opaque[k]))
				return s;
	}
	return NULL;
}

static bool is_same(const struct document *a, const struct span *s, const struct document *b, const struct span *t)
{
	if (!s || !t)
		return s == t;
	return view_eq(s->label, t->label) && s->level == t->level
		&& (s->layer == LAYER_block || view_eq(span_text(a, s), span_text(b, t)));
}

static void print_span(const char *what, const struct document *d, const struct span *s)
{
	fprintf(stderr, "%s: ", what);
	if (s)
		fprintf(stderr, "%.*s %u ", VIEW_ARG(s->label), s->level);
	print_text("", s ? span_text(d, s) : V("(none)"));
}

static void compare(const struct document *a, const struct document *b, enum layer layer)
{
	size_t i = 0, k = 0;

	for (;; i++, k++) {
		const struct span *s = next_of(a, layer, &i), *t = next_of(b, layer, &k);

		if (!is_same(a, s, b, t)) {
			print_span("was", a, s);
			print_span("is", b, t);
			print_text("translated", b->text);
			require(false, layer == LAYER_block ? "the translated note has other blocks"
							    : "the translated note has other marks", a);
		}
		if (!s)
			return;
	}
}

static void check_structure(const struct document *d, const struct buf *translated)
{
	struct document again = make_document(buf_view(translated), d->format);
	struct buf none = run(READ, &again);

	compare(d, &again, LAYER_block);
	if (strict > 1)
		compare(d, &again, LAYER_markup);
	buf_release(&none);
	document_release(&again);
}

/* --- the target --- */

static void check_back(struct view text, struct view format)
{
	struct document d = make_document(text, format);
	struct buf out = run(READ_NOTE, &d);

	check_spans(&d);
	require(view_eq(buf_view(&out), d.text), "read | note does not give the bytes back", &d);
	buf_release(&out);
	document_release(&d);
}

static void check_pseudo(struct view text, struct view format, bool options)
{
	struct document d = make_document(text, format);
	struct buf out = run(options ? OPTIONS : PSEUDO, &d);

	check_spans(&d);
	require(utf8_check(buf_view(&out)) == out.n, "the translated note is not UTF-8", &d);
	if (strict && !options && !view_is(format, "text"))
		check_structure(&d, &out);
	buf_release(&out);
	document_release(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct view text = { (const char *)data + 1, n - 1 }, format = V("markdown");

	if (!n)
		return 0;
	if ((data[0] | 32) == 't')
		format = V("text");
	else if ((data[0] | 32) == 'l')
		format = V("line");
	check_back(text, format);
	check_pseudo(text, format, !(data[0] & 32));
	return 0;
}
