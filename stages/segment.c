/*
 * segment - find the sentences, with ICU's sentence breaks (UAX #29) over the prose of each block. Marks are
 * told from text before ICU sees it: what stands for a word becomes an ideograph, a letter without case, and
 * marks that only wrap words are left out.
 */
#include "stage.h"
#include "prose.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct segment_state { UBreakIterator *sentences; };

/* From byte `plain` of the text ICU sees on, the source goes on at `source`; a mark stands for `width` bytes. */
struct part { size_t plain, source, width; };

struct plain { struct buf text; struct part *at; size_t n, cap; };

/* U+4E00: OLetter in UAX #29, so neither an upper- nor a lower-case neighbour. */
static const char STAND_IN[] = "\xe4\xb8\x80";

static enum status segment_open(const struct settings *set, void **state, struct report *r)
{
	UErrorCode e = U_ZERO_ERROR;
	struct segment_state *s = memory_get(sizeof *s);

	(void)set;
	s->sentences = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &e);
	*state = s;
	return U_FAILURE(e) ? fatal(r, "icu", "no sentence rules: %s", u_errorName(e)) : OK;
}

static void segment_close(void *state)
{
	struct segment_state *s = state;

	ubrk_close(s->sentences);
	free(s);
}

static void add_part(struct plain *p, size_t source, size_t width, struct view text)
{
	p->at = memory_grow(p->at, &p->cap, p->n + 1, sizeof *p->at);
	p->at[p->n++] = (struct part){ p->text.n, source, width };
	buf_add(&p->text, text);
}

static bool is_one_of(struct view label, const char *const *list)
{
	for (; *list; list++)
		if (view_is(label, *list))
			return true;
	return false;
}

/* Says something about the text beside it and is no part of what is said. */
static bool is_outside(const struct span *m)
{
	static const char *const labels[] = { "attribute", "heading_id", "comment", "image_end", NULL };

	return is_one_of(m->label, labels);
}

static void add_mark(struct plain *p, struct view text, const struct span *m)
{
	size_t width = m->end - m->begin;

	if (view_is(m->label, "break"))
		add_part(p, m->begin, width, V(" "));
	else if (width == 2 && (view_is(m->label, "quote") || view_is(m->label, "escape")))
		add_part(p, m->begin, width, view_cut(text, m->begin + 1, m->end));
	else if (view_is(m->label, "hard_break"))
		add_part(p, m->begin, width, V("\n"));
	else if (!m->role && !is_outside(m) && !view_is(m->label, "footnote"))
		add_part(p, m->begin, width, view_of(STAND_IN));
}

/* The prose of one block as ICU is to see it. */
static void make_plain(struct plain *p, const struct document *d, const struct span *block)
{
	struct prose prose;
	struct piece k;

	buf_clear(&p->text);
	p->n = 0;
	prose_begin(&prose, d, block->begin, block->end);
	while (prose_next(&prose, &k))
		if (!k.mark)
			add_part(p, k.begin, 0, view_cut(d->text, k.begin, k.end));
		else if (k.mark->begin == k.begin)	/* not the rest of one that hangs out of another */
			add_mark(p, d->text, k.mark);
}

static const struct part *part_of(const struct plain *p, size_t plain)
{
	size_t lo = 0, hi = p->n;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (p->at[mid].plain <= plain)
			lo = mid;
		else
			hi = mid;
	}
	return &p->at[lo];
}

static size_t source_begin(const struct plain *p, size_t plain)
{
	const struct part *k = part_of(p, plain);

	return k->width ? k->source : k->source + (plain - k->plain);
}

/* Source end of the character that ends at `plain`. */
static size_t source_end(const struct plain *p, size_t plain)
{
	const struct part *k = part_of(p, plain - 1);

	return k->width ? k->source + k->width : k->source + (plain - k->plain);
}

/* Marks that open right before a sentence, and close or annotate right after it, belong to it. */
static void take_marks(const struct document *d, const struct span *block, size_t floor, size_t *begin, size_t *end)
{
	const struct layer_spans *m = &d->layer[LAYER_markup];
	size_t i = layer_from(d, LAYER_markup, *begin), k = layer_from(d, LAYER_markup, *end);

	while (i > 0 && m->at[i - 1].end == *begin && m->at[i - 1].role == ROLE_OPEN && m->at[i - 1].begin >= floor)
		*begin = m->at[--i].begin;
	for (; k < m->n && m->at[k].begin <= *end && m->at[k].end <= block->end; k++)
		if (m->at[k].begin == *end
		    && (m->at[k].role == ROLE_CLOSE || view_is(m->at[k].label, "footnote")
			|| view_is(m->at[k].label, "attribute")))
			*end = m->at[k].end;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void add_sentence(const struct plain *p, const struct document *d, const struct span *block, size_t *floor,
			 size_t from, size_t to, struct spans *out)
{
	size_t begin, end;

	while (from < to && is_space(p->text.p[from]))
		from++;
	while (to > from && is_space(p->text.p[to - 1]))
		to--;
	if (from == to)
		return;
	begin = source_begin(p, from);
	end = source_end(p, to);
	take_marks(d, block, *floor, &begin, &end);
	spans_add(out, LAYER_sentence, begin, end, "");
	*floor = end;
}

static void break_block(UBreakIterator *it, UText *ut, const struct plain *p, const struct document *d,
			const struct span *block, struct spans *out, UErrorCode *e)
{
	size_t floor = block->begin;
	int32_t from = 0, to;

	utext_openUTF8(ut, p->text.p, (int64_t)p->text.n, e);
	ubrk_setUText(it, ut, e);
	if (U_FAILURE(*e))
		return;
	while ((to = ubrk_next(it)) != UBRK_DONE) {
		add_sentence(p, d, block, &floor, (size_t)from, (size_t)to, out);
		from = to;
	}
}

static enum status segment_annotate(const void *state, const struct document *d, struct spans *out, struct report *r)
{
	const struct segment_state *s = state;
	const struct layer_spans *blocks = &d->layer[LAYER_block];
	UErrorCode e = U_ZERO_ERROR;
	UBreakIterator *it = ubrk_clone(s->sentences, &e);
	UText ut = UTEXT_INITIALIZER;
	struct plain p = { 0 };

	for (size_t i = 0; U_SUCCESS(e) && i < blocks->n; i++) {
		if (blocks->at[i].role != ROLE_PROSE)
			continue;
		make_plain(&p, d, &blocks->at[i]);
		if (p.text.n)
			break_block(it, &ut, &p, d, &blocks->at[i], out, &e);
	}
	utext_close(&ut);
	ubrk_close(it);
	buf_release(&p.text);
	free(p.at);
	return U_FAILURE(e) ? fail(r, NOWHERE, "icu", "sentence breaks: %s", u_errorName(e)) : OK;
}

/* One sentence a line, as it stands in the source. */
static enum status segment_print(const void *state, const struct document *d, struct buf *out, struct report *r)
{
	(void)state, (void)r;
	for (size_t i = 0; i < d->layer[LAYER_sentence].n; i++) {
		struct view v = span_text(d, &d->layer[LAYER_sentence].at[i]);

		for (size_t k = 0; k < v.n; k++)
			buf_byte(out, v.p[k] == '\n' || v.p[k] == '\r' ? ' ' : v.p[k]);
		if (!view_is(d->format, "line") || i + 1 < d->layer[LAYER_sentence].n)
			buf_byte(out, view_is(d->format, "line") ? ' ' : '\n');
	}
	return OK;
}

const struct stage_ops segment_ops = {
	.examples = "  pravah segment note.md                     one sentence a line\n"
		    "  pravah read note.md | pravah segment       records\n",
	.open = segment_open,
	.close = segment_close,
	.annotate = segment_annotate,
	.print = segment_print,
};
