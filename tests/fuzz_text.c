/*
 * fuzz_text.c - libFuzzer target: any text, normalized, cut into sentences and tokens, its languages and entities told.
 *
 * The first byte chooses the profile (n, c, h) and the format: small for a line, a capital for Markdown. Bytes that
 * are not UTF-8 lose their top bit. What must hold:
 *
 *	normalizing twice is normalizing once (in Markdown, three times twice); the result is UTF-8 and not far longer than the text
 *	every change tells a rule, and what stands elsewhere is as it was
 *	tokens lie one after the other, sentences too, and no token crosses a sentence's end
 *	every token of a sentence has one language, with a probability
 *	no entity crosses another, but those of level 1 stand within one; each begins and ends at a character
 */
#include "fuzz_pipeline.h"
#include "utf8.h"

#include <stdio.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { NFC, CLEAN, HOUSE, IDENTIFY, TO_HINDI, TO_TYPED, TAG, PIPELINES };

static struct pipeline pipelines[PIPELINES];
static struct settings settings[PIPELINES];

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char *const normalize[] = { "normalize", NULL }, *const identify[] = { "segment", "identify", NULL },
		*const transliterate[] = { "transliterate", NULL }, *const tag[] = { "tag", NULL };
	static char *to[][2] = { { "--to", "hi" }, { "--to", "hi-Latn" } };
	static char *profile[][2] = { { "--profile", "nfc" }, { "--profile", "clean" }, { "--profile", "house" } };

	(void)argc, (void)argv;
	for (int i = NFC; i <= HOUSE; i++)
		fuzz_open(&pipelines[i], &settings[i], normalize, 2, profile[i], "other.md");
	fuzz_open(&pipelines[IDENTIFY], &settings[IDENTIFY], identify, 0, NULL, "other.md");
	for (int i = 0; i < 2; i++)
		fuzz_open(&pipelines[TO_HINDI + i], &settings[TO_HINDI + i], transliterate, 2, to[i], "other.md");
	fuzz_open(&pipelines[TAG], &settings[TAG], tag, 0, NULL, "other.md");
	return 0;
}

static void require(bool ok, const char *what, struct view text)
{
	if (ok)
		return;
	fprintf(stderr, "BROKEN: %s\ntext: %.*s\n", what, VIEW_ARG(text));
	abort();
}

static struct document make_document(struct view text, struct view format)
{
	struct document d = { .id = V("name.md"), .format = format };
	size_t bad = 0;

	d.text = arena_copy(&d.arena, text);
	while ((bad += utf8_check(view_cut(d.text, bad, d.text.n))) < d.text.n)
		((char *)(uintptr_t)d.text.p)[bad] &= 0x7f;
	return d;
}

static void run(int which, struct document *d)
{
	struct report r = { 0 };
	struct buf out = { 0 };
	struct view before = d->text;

	require(pipeline_run(&pipelines[which], d, false, &out, NULL, &r) == OK, "a stage failed", before);
	report_release(&r);
	buf_release(&out);
}

static int by_source(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	return (x->value.p > y->value.p) - (x->value.p < y->value.p);
}

/* Sorted by what stood there: of two changes at one place, one may be a deletion. */
static void check_changes(const struct document *d, struct view before)
{
	const struct layer_spans *l = &d->layer[LAYER_change];
	struct buf back = { 0 };
	size_t at = 0;

	if (l->n)
		qsort(l->at, l->n, sizeof *l->at, by_source);

	for (size_t i = 0; i < l->n; i++) {
		require(l->at[i].label.n, "a change tells no rule", before);
		if (i && l->at[i].value.p == l->at[i - 1].value.p)
			continue;	/* one change by two rules */
		require(l->at[i].begin >= at, "changes overlap", before);
		buf_add(&back, view_cut(d->text, at, l->at[i].begin));
		buf_add(&back, l->at[i].value);
		at = l->at[i].end;
	}
	buf_add(&back, view_cut(d->text, at, d->text.n));
	require(view_eq(buf_view(&back), before), "the text cannot be had back from its changes", before);
	buf_release(&back);
}

static void check_normalize(int profile, struct view text, struct view format)
{
	struct document d = make_document(text, format), again;
	struct view before = d.text;

	run(profile, &d);
	require(utf8_check(d.text) == d.text.n, "not UTF-8", before);
	require(d.text.n <= 4 * before.n + 64, "far longer", before);
	check_changes(&d, before);
	again = make_document(d.text, format);
	run(profile, &again);
	if (!view_eq(again.text, d.text) && view_is(format, "markdown")) {
		/* A repair may show the reader of Markdown prose where there was none: the next time is the last. */
		document_release(&d);
		d = again;
		again = make_document(d.text, format);
		run(profile, &again);
	}
	require(view_eq(again.text, d.text), "normalizing again changes it", before);
	document_release(&again);
	document_release(&d);
}

/* Blocks inside marks (alt texts) have tokens inside a token: what begins inside is passed over. */
static void check_tokens(const struct document *d)
{
	const struct layer_spans *t = &d->layer[LAYER_token], *l = &d->layer[LAYER_language];

	for (size_t i = 0; i < t->n; i++) {
		require(t->at[i].begin < t->at[i].end, "an empty token", d->text);
		require(t->at[i].label.n || !strcmp(d->format.p, "conll"), "a token of no kind", d->text);
	}
	for (size_t i = 1; i < t->n; i++)
		require(t->at[i].begin >= t->at[i - 1].end || t->at[i].end <= t->at[i - 1].end || view_is(d->format, "markdown"),
			"tokens overlap", d->text);
	for (size_t i = 0; i < l->n; i++)
		require(l->at[i].score >= 0 && l->at[i].score <= 1.001f, "no probability", d->text);
	if (view_is(d->format, "line"))
		require(l->n == t->n, "a token without a language", d->text);
}

static void check_identify(struct view text, struct view format)
{
	struct document d = make_document(text, format);

	run(IDENTIFY, &d);
	check_tokens(&d);
	document_release(&d);
}

/* Words are written in place of words, and the text with them in place is text. */
static void check_transliterate(int which, struct view text, struct view format)
{
	struct document d = make_document(text, format);
	const struct layer_spans *t = &d.layer[LAYER_translit];
	struct report r = { 0 };
	struct buf out = { 0 };

	require(pipeline_run(&pipelines[which], &d, true, &out, NULL, &r) == OK, "a stage failed", text);
	require(utf8_check(buf_view(&out)) == out.n, "what came out is not UTF-8", text);
	for (size_t i = 0; i < t->n; i++) {
		require(t->at[i].begin < t->at[i].end && t->at[i].value.n, "nothing for something", text);
		require(!i || t->at[i].begin >= t->at[i - 1].end || t->at[i].begin == t->at[i - 1].begin, "words overlap", text);
	}
	report_release(&r);
	buf_release(&out);
	document_release(&d);
}

/* An alt text's entities may stand inside what is one in the sentence around it, in Markdown. */
static void check_tag(struct view text, struct view format)
{
	struct document d = make_document(text, format);
	const struct layer_spans *e = &d.layer[LAYER_entity];
	uint32_t end = 0;

	run(TAG, &d);
	for (size_t i = 0; i < e->n; i++) {
		const struct span *s = &e->at[i];

		require(s->begin < s->end && s->end <= d.text.n && s->label.n, "an entity of nothing", text);
		require(!utf8_is_tail(d.text.p[s->begin]) && (s->end == d.text.n || !utf8_is_tail(d.text.p[s->end])),
			"an entity cuts a character", text);
		require(s->score >= 0 && s->score <= 1.001f, "no probability", text);
		if (s->level)
			require(s->end <= end, "a name in a name goes on behind it", text);
		else
			require(s->begin >= end || view_is(format, "markdown"), "entities overlap", text);
		end = s->level ? end : s->end;
	}
	document_release(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct view text = { (const char *)data + 1, n - 1 };
	struct view format = n && !(data[0] & 32) ? V("markdown") : V("line");
	char c = n ? (char)(data[0] | 32) : 0;

	if (!n)
		return 0;
	check_normalize(c == 'n' ? NFC : c == 'h' ? HOUSE : CLEAN, text, format);
	check_identify(text, format);
	check_tag(text, format);
	check_transliterate(c < 'n' ? TO_TYPED : TO_HINDI, text, format);
	return 0;
}
