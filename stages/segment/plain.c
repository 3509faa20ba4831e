/* plain.c - the prose of a block without its marks, in UTF-16, and where each code unit stands in the source. */
#include "segment.h"
#include "prose.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/utf16.h>

static void add_unit(struct plain *p, UChar c, uint32_t byte)
{
	p->text = memory_grow(p->text, &p->cap, p->n + 1, sizeof *p->text);
	p->byte = memory_grow(p->byte, &p->cap_byte, p->n + 1, sizeof *p->byte);
	p->text[p->n] = c;
	p->byte[p->n++] = byte;
}

static void add_code(struct plain *p, uint32_t c, uint32_t byte)
{
	if (c < 0x10000) {
		add_unit(p, (UChar)c, byte);
	} else {
		add_unit(p, U16_LEAD(c), byte);
		add_unit(p, U16_TRAIL(c), byte);
	}
}

static void add_part(struct plain *p, size_t source, size_t width, const struct span *mark, struct view text)
{
	p->part = memory_grow(p->part, &p->cap_parts, p->n_parts + 1, sizeof *p->part);
	p->part[p->n_parts++] = (struct part){ (uint32_t)p->n, (uint32_t)source, (uint32_t)width, mark };
	for (size_t i = 0; i < text.n; i += utf8_length(text.p[i]))
		add_code(p, utf8_code(text.p + i), (uint32_t)i);
}

/* Says something about the text beside it and is no part of what is said. */
static bool is_outside(const struct span *m)
{
	static const char *const labels[] = { "attribute", "heading_id", "comment", "image_end", "footnote", NULL };

	return view_is_any(m->label, labels);
}

/* Entities that are blanks or dashes are so to the rules; any other is a sign of its own. */
static struct view entity(struct view v)
{
	static const char *const blanks[] = { "&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&#160;", NULL };
	static const char *const dashes[] = { "&mdash;", "&ndash;", "&#8212;", "&#8211;", NULL };

	return view_is_any(v, blanks) ? V(" ") : view_is_any(v, dashes) ? V("\xe2\x80\x94") : V("\xe2\x97\x8a");
}

static void add_mark(struct plain *p, struct view text, const struct span *m)
{
	size_t width = m->end - m->begin;

	if (view_is(m->label, "break"))
		add_part(p, m->begin, width, m, V(" "));
	else if (width == 2 && (view_is(m->label, "quote") || view_is(m->label, "escape")))
		add_part(p, m->begin, width, m, view_cut(text, m->begin + 1, m->end));
	else if (view_is(m->label, "hard_break") || view_starts(view_cut(text, m->begin, m->end), "<br"))
		add_part(p, m->begin, width, m, V("\n"));
	else if (view_is(m->label, "entity"))
		add_part(p, m->begin, width, m, entity(view_cut(text, m->begin, m->end)));
	else if (!m->role && !is_outside(m))
		add_part(p, m->begin, width, m, V("\xef\xbf\xbc"));
}

void plain_make(struct plain *p, const struct document *d, const struct span *block)
{
	struct prose prose;
	struct piece k;

	p->d = d;
	p->n = p->n_parts = 0;
	prose_begin(&prose, d, block->begin, block->end);
	while (prose_next(&prose, &k))
		if (!k.mark)
			add_part(p, k.begin, 0, NULL, view_cut(d->text, k.begin, k.end));
		else if (k.mark->begin == k.begin)	/* not the rest of one that hangs out of another */
			add_mark(p, d->text, k.mark);
}

void plain_release(struct plain *p)
{
	free(p->text);
	free(p->byte);
	free(p->part);
}

static const struct part *part_of(const struct plain *p, size_t plain)
{
	size_t lo = 0, hi = p->n_parts;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (p->part[mid].plain <= plain)
			lo = mid;
		else
			hi = mid;
	}
	return &p->part[lo];
}

uint32_t plain_begin(const struct plain *p, size_t from)
{
	const struct part *k = part_of(p, from);

	return k->width ? k->source : k->source + p->byte[from];
}

uint32_t plain_end(const struct plain *p, size_t to)
{
	const struct part *k = part_of(p, to - 1);
	uint32_t at = k->source + p->byte[to - 1];

	return k->width ? k->source + k->width : at + (uint32_t)utf8_length(p->d->text.p[at]);
}

const struct span *plain_mark(const struct plain *p, size_t at)
{
	return part_of(p, at)->mark;
}

struct view plain_copy(const struct plain *p, size_t from, size_t to, struct buf *b)
{
	buf_clear(b);
	for (size_t i = from; i < to;) {
		UChar32 c;

		U16_NEXT(p->text, i, to, c);
		utf8_add(b, U_IS_SURROGATE(c) ? 0xfffd : (uint32_t)c);
	}
	return buf_view(b);
}
