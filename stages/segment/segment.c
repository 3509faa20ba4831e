/*
 * segment - find the sentences and tokens in the prose of a note. What a token is and where a sentence ends is data
 * (tokens.tsv, abbreviations.tsv, sentences.tsv); a sentence never crosses a block, and a mark never splits a token.
 */
#include "segment.h"

#include <stdlib.h>

static const struct option options[] = {
	{ "srx", 0, "FILE", NULL, "break rules of an SRX file, which come first" },
	{ "tokens", 0, NULL, NULL, "print the tokens of each sentence, blanks between" },
	{ 0 }
};

struct segment_state { struct token_rules tokens; struct sentence_rules sentences; bool prints_tokens; };

static enum status segment_open(const struct settings *set, void **state, struct report *r)
{
	struct segment_state *s = memory_get(sizeof *s);
	const char *data = setting(set, "data"), *srx = setting(set, "srx");
	enum status rc = OK;

	*state = s;
	s->prints_tokens = setting(set, "tokens");
	s->tokens.classes = &s->sentences.classes;
	if (srx)
		rc = srx_read(&s->sentences.own, srx, r);
	if (rc == OK)
		rc = sentence_rules_open(&s->sentences, data, r);
	return rc == OK ? tokens_open(&s->tokens, set, r) : rc;
}

static void segment_close(void *state)
{
	struct segment_state *s = state;

	tokens_close(&s->tokens);
	sentence_rules_close(&s->sentences);
	free(s);
}

/* One document's work. */
struct work {
	const struct segment_state *s;
	const struct document *d;
	struct tokenizer tokenizer;
	struct break_rules own;
	struct plain plain;
	struct tokens tokens;
	struct ends ends;
	struct spans *out;
};

/* Marks that open right before a sentence, and close or annotate right after it, belong to it. */
static void take_marks(const struct document *d, size_t floor, size_t ceiling, size_t *begin, size_t *end)
{
	const struct layer_spans *m = &d->layer[LAYER_markup];
	size_t i = layer_from(d, LAYER_markup, *begin), k = layer_from(d, LAYER_markup, *end);

	while (i > 0 && m->at[i - 1].end == *begin && m->at[i - 1].role == ROLE_OPEN && m->at[i - 1].begin >= floor)
		*begin = m->at[--i].begin;
	for (; k < m->n && m->at[k].begin <= *end && m->at[k].end <= ceiling; k++)
		if (m->at[k].begin == *end
		    && (m->at[k].role == ROLE_CLOSE || view_is(m->at[k].label, "footnote")
			|| view_is(m->at[k].label, "attribute")))
			*end = m->at[k].end;
}

static void add_sentences(struct work *w, const struct span *block)
{
	size_t floor = block->begin, from = 0;

	for (size_t i = 0; i < w->ends.n; from = w->ends.at[i++]) {
		size_t begin = plain_begin(&w->plain, w->tokens.at[from].from);
		size_t end = plain_end(&w->plain, w->tokens.at[w->ends.at[i] - 1].to);
		size_t ceiling = w->ends.at[i] < w->tokens.n ? plain_begin(&w->plain, w->tokens.at[w->ends.at[i]].from)
							     : block->end;

		take_marks(w->d, floor, ceiling, &begin, &end);
		spans_add(w->out, LAYER_sentence, begin, end, "");
		floor = end;
	}
}

static bool segment_block(struct work *w, const struct span *block)
{
	plain_make(&w->plain, w->d, block);
	if (!tokenize(&w->tokenizer, &w->plain, &w->tokens))
		return false;
	for (size_t i = 0; i < w->tokens.n; i++)
		spans_add(w->out, LAYER_token, plain_begin(&w->plain, w->tokens.at[i].from),
			  plain_end(&w->plain, w->tokens.at[i].to), token_kind_name[w->tokens.at[i].kind]);
	find_sentences(&w->s->sentences, &w->own, &w->plain, &w->tokens, &w->ends);
	add_sentences(w, block);
	return true;
}

/* Tokens as given: the first column of every line that is no comment. */
static void take_given(const struct document *d, struct spans *out)
{
	size_t first = SIZE_MAX, last = 0;

	for (size_t i = 0, end, next; i < d->text.n; i = next) {
		const char *nl = memchr(d->text.p + i, '\n', d->text.n - i);

		next = nl ? (size_t)(nl - d->text.p) + 1 : d->text.n;
		for (end = i; end < next && !byte_in(d->text.p[end], "\t\r\n"); end++)
			;
		if (end == i || view_starts(view_cut(d->text, i, next), "# "))
			continue;
		spans_add(out, LAYER_token, i, end, "");
		first = first == SIZE_MAX ? i : first;
		last = end;
	}
	if (first < last)
		spans_add(out, LAYER_sentence, first, last, "");
}

static void release(struct work *w)
{
	tokenizer_release(&w->tokenizer);
	break_rules_close(&w->own);
	plain_release(&w->plain);
	free(w->tokens.at);
	free(w->ends.at);
}

static enum status segment_annotate(const void *state, const struct document *d, struct spans *out, struct report *r)
{
	const struct layer_spans *blocks = &d->layer[LAYER_block];
	struct work w = { .s = state, .d = d, .out = out };
	bool ok;

	if (view_is(d->format, "conll")) {
		take_given(d, out);
		return OK;
	}
	ok = tokenizer_init(&w.tokenizer, &w.s->tokens);

	break_rules_clone(&w.s->sentences.own, &w.own);
	for (size_t i = 0; ok && i < blocks->n; i++)
		ok = blocks->at[i].role != ROLE_PROSE || segment_block(&w, &blocks->at[i]);
	release(&w);
	return ok ? OK : fail(r, NOWHERE, "icu", "ICU could not break the text");
}

static void print_text(struct view v, struct buf *out)
{
	for (size_t k = 0; k < v.n; k++)
		buf_byte(out, v.p[k] == '\n' || v.p[k] == '\r' ? ' ' : v.p[k]);
}

static void print_tokens(const struct document *d, const struct span *sentence, struct buf *out)
{
	const struct layer_spans *t = &d->layer[LAYER_token];
	const char *blank = "";

	for (size_t i = layer_from(d, LAYER_token, sentence->begin); i < t->n && t->at[i].end <= sentence->end; i++) {
		buf_str(out, blank);
		print_text(span_text(d, &t->at[i]), out);
		blank = " ";
	}
}

/* One sentence a line, as it stands in the source or as its tokens. */
static enum status segment_print(const void *state, const struct document *d, struct buf *out, struct report *r)
{
	const struct segment_state *s = state;
	const struct layer_spans *sentences = &d->layer[LAYER_sentence];
	bool line = view_is(d->format, "line");

	(void)r;
	for (size_t i = 0; i < sentences->n; i++) {
		if (s->prints_tokens)
			print_tokens(d, &sentences->at[i], out);
		else
			print_text(span_text(d, &sentences->at[i]), out);
		if (!line || i + 1 < sentences->n)
			buf_byte(out, line ? ' ' : '\n');
	}
	return OK;
}

static void segment_show(const void *state, struct buf *out)
{
	const struct segment_state *s = state;

	srx_write(&s->sentences.own, &s->sentences.classes, &s->tokens.abbreviation, out);
}

const struct stage_ops segment_ops = {
	.options = options,
	.examples = "  pravah segment note.md                     one sentence a line\n"
		    "  pravah segment --tokens note.md            the same, tokens apart\n"
		    "  pravah read note.md | pravah segment       records\n"
		    "  pravah show segment >notes.srx             its rules for other programs\n",
	.open = segment_open,
	.close = segment_close,
	.annotate = segment_annotate,
	.print = segment_print,
	.show = segment_show,
};
