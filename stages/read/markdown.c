/*
 * markdown.c - blocks. md4c parses; this file gives each block its place in the source, which md4c does not
 * tell: a block of prose begins and ends with its text, a container begins with its marker.
 */
#include "read.h"

#include <md4c.h>
#include <stdlib.h>
#include <string.h>

/* A block md4c has entered. `span` is its index in out, or NO_SPAN while its place is not known. */
struct open { MD_BLOCKTYPE type; size_t span; unsigned level; bool task; char fence; };

#define NO_SPAN SIZE_MAX

/* Lines without a block (blank, definitions) that may stand before a thematic break. */
enum { RULE_LINES = 64 };

struct builder {
	struct mask m;
	struct spans *out;
	struct spans nested;		/* blocks inside the block of prose at hand */
	struct open *open;
	size_t depth, cap;
	unsigned lists;			/* how deep in lists */
	struct leaf leaf;
	bool in_leaf;
	size_t raw_begin, raw_end;	/* text of a code or HTML block */
	size_t last;			/* masked offset where the last block with a place ended */
	size_t added_holes;		/* so many have become spans */
	size_t next_hole;		/* first definition hole that may still be an item's marker */
	struct event *titles;		/* of reference definitions, used once or often */
	size_t n_titles, cap_titles;
	size_t leaf_titles;		/* those before belong to definitions */
};

static char at(const struct builder *b, size_t i)
{
	return i < b->m.text.n ? b->m.text.p[i] : 0;
}

/* Masked offset of a pointer md4c gave, or SIZE_MAX for its own constants. */
static size_t offset_of(const struct builder *b, const char *p, size_t n)
{
	const char *begin = b->m.text.p;

	return p >= begin && p + n <= begin + b->m.text.n ? (size_t)(p - begin) : SIZE_MAX;
}

static const char *label_of(MD_BLOCKTYPE type)
{
	switch (type) {
	case MD_BLOCK_QUOTE: return "quote";
	case MD_BLOCK_UL: return "list";
	case MD_BLOCK_OL: return "ordered_list";
	case MD_BLOCK_LI: return "item";
	case MD_BLOCK_HR: return "rule";
	case MD_BLOCK_H: return "heading";
	case MD_BLOCK_CODE: return "code";
	case MD_BLOCK_HTML: return "html";
	case MD_BLOCK_TABLE: return "table";
	case MD_BLOCK_TR: return "row";
	case MD_BLOCK_TH: case MD_BLOCK_TD: return "cell";
	default: return "paragraph";
	}
}

static struct span *add_block(struct builder *b, size_t begin, size_t end, const char *label, unsigned level)
{
	struct span *s = spans_add(b->out, LAYER_block, mask_source(&b->m, begin),
				   mask_source_end(&b->m, begin, end), label);

	s->level = (uint16_t)level;
	return s;
}

/* --- containers --- */

static size_t back_over_blanks(const struct builder *b, size_t i)
{
	while (i && (at(b, i - 1) == ' ' || at(b, i - 1) == '\t'))
		i--;
	return i;
}

/* Start of the list marker that ends before i, or i. */
static size_t back_over_marker(const struct builder *b, size_t i, bool task)
{
	size_t e = back_over_blanks(b, i), d;

	if (task && e >= 3 && at(b, e - 1) == ']')
		e = back_over_blanks(b, e - 3);
	if (e && byte_in(at(b, e - 1), "-+*"))
		return e - 1;
	if (e < 2 || !byte_in(at(b, e - 1), ".)"))
		return i;
	for (d = e - 1; d && at(b, d - 1) >= '0' && at(b, d - 1) <= '9';)
		d--;
	return d < e - 1 ? d : i;
}

static size_t container_begin(const struct builder *b, const struct open *o, size_t i)
{
	size_t e;

	if (o->type == MD_BLOCK_LI)
		return back_over_marker(b, i, o->task);
	e = back_over_blanks(b, i);
	if (o->type == MD_BLOCK_TR)
		return e && at(b, e - 1) == '|' ? e - 1 : i;
	if (o->type != MD_BLOCK_QUOTE)
		return i;
	return e && at(b, e - 1) == '>' ? e - 1 : i;
}

static bool is_listed(MD_BLOCKTYPE type)
{
	return type != MD_BLOCK_DOC && type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY;
}

/* A kramdown footnote, definition or abbreviation reads as an item to md4c; its hole says what it is. */
static const char *item_label(struct builder *b, size_t source)
{
	while (b->next_hole < b->m.n_holes && b->m.hole[b->next_hole].begin < source)
		b->next_hole++;
	if (b->next_hole < b->m.n_holes && b->m.hole[b->next_hole].begin == source
	    && b->m.hole[b->next_hole].kind == HOLE_ITEM)
		return b->m.hole[b->next_hole].label;
	return "item";
}

/* The first text inside them gives the containers around it their places, the innermost first. */
static void place_containers(struct builder *b, size_t i)
{
	size_t first = b->depth;
	size_t *begin;

	while (first && b->open[first - 1].span == NO_SPAN)
		first--;
	if (first == b->depth)
		return;
	begin = memory_get((b->depth - first) * sizeof *begin);
	for (size_t k = b->depth; k-- > first;)
		begin[k - first] = i = container_begin(b, &b->open[k], i);
	for (size_t k = first; k < b->depth; k++) {
		struct open *o = &b->open[k];
		const char *label = label_of(o->type);

		o->span = b->out->layer[LAYER_block].n;
		if (!is_listed(o->type))
			continue;
		if (o->type == MD_BLOCK_LI)
			label = item_label(b, mask_source(&b->m, begin[k - first]));
		add_block(b, begin[k - first], begin[k - first], label, o->level);
	}
	free(begin);
}

static void end_container(struct builder *b, const struct open *o)
{
	size_t i = b->last;

	if (o->type == MD_BLOCK_TR && o->span != NO_SPAN) {
		while (at(b, i) == ' ' || at(b, i) == '\t')
			i++;
		b->last = at(b, i) == '|' ? i + 1 : b->last;
	}
	if (o->span != NO_SPAN && is_listed(o->type) && b->last)
		b->out->layer[LAYER_block].at[o->span].end = (uint32_t)mask_source_end(&b->m, b->last - 1, b->last);
}

/* --- holes --- */

/* Those before a source offset, so that spans come nearly sorted. Markers of footnotes and the like are items. */
static void add_holes(struct builder *b, size_t before)
{
	for (; b->added_holes < b->m.n_holes && b->m.hole[b->added_holes].begin < before; b->added_holes++) {
		const struct hole *h = &b->m.hole[b->added_holes];

		if (h->kind != HOLE_ITEM)
			spans_add(b->out, h->kind == HOLE_LINES ? LAYER_block : LAYER_markup, h->begin, h->end, h->label);
	}
}

/* --- titles --- */

static int by_place(const void *a, const void *b)
{
	const struct event *x = a, *y = b;

	return x->begin < y->begin ? -1 : x->begin > y->begin;
}

static void add_title(struct builder *b, const struct event *e)
{
	struct span *s = add_block(b, e->begin, e->end, "title", 0);

	s->role = ROLE_PROSE;
	read_simple_marks(b->m.source, s->begin, s->end, MARKS_TITLE, b->out);
}

/* Titles of links in masked [begin, end); those of reference definitions stay until the end. */
static void add_own_titles(struct builder *b, size_t begin, size_t end)
{
	size_t kept = b->leaf_titles;

	for (size_t k = b->leaf_titles; k < b->n_titles; k++)
		if (b->titles[k].begin >= begin && b->titles[k].begin < end)
			add_title(b, &b->titles[k]);
		else
			b->titles[kept++] = b->titles[k];
	b->leaf_titles = b->n_titles = kept;
}

/* Many links may have given the same title. */
static void add_titles(struct builder *b)
{
	size_t last = SIZE_MAX;

	if (b->n_titles)
		qsort(b->titles, b->n_titles, sizeof *b->titles, by_place);
	for (size_t k = 0; k < b->n_titles; k++) {
		if (b->titles[k].begin != last)
			add_title(b, &b->titles[k]);
		last = b->titles[k].begin;
	}
}

/* --- blocks of prose --- */

static void leaf_add(struct builder *b, struct event e)
{
	b->leaf.at = memory_grow(b->leaf.at, &b->leaf.cap, b->leaf.n + 1, sizeof *b->leaf.at);
	b->leaf.at[b->leaf.n++] = e;
	b->in_leaf = true;
}

/* The block that just closed, or text that stands directly in a tight list's item. */
static void end_leaf(struct builder *b, const struct open *o)
{
	const char *label = o->type == MD_BLOCK_LI ? "paragraph" : label_of(o->type);
	struct layer_spans *nested = &b->nested.layer[LAYER_block];
	size_t begin, end;

	if (!b->in_leaf)
		return;
	nested->n = 0;
	if (leaf_resolve(&b->leaf, &b->m, b->out, &b->nested, &begin, &end)) {
		/* Containers first, so that spans of equal extent nest outside in. */
		place_containers(b, begin);
		add_block(b, begin, end, label, o->type == MD_BLOCK_H ? o->level : 0)->role = ROLE_PROSE;
		for (size_t k = 0; k < nested->n; k++)
			*spans_add(b->out, LAYER_block, 0, 0, "") = nested->at[k];
		add_own_titles(b, begin, end);
		add_holes(b, mask_source(&b->m, end));
		b->last = end;
	}
	b->in_leaf = false;
	b->leaf.n = 0;
}

/* --- blocks that are not prose --- */

static size_t line_start(const struct builder *b, size_t i)
{
	while (i && at(b, i - 1) != '\n')
		i--;
	return i;
}

static size_t line_end(const struct builder *b, size_t i)
{
	const char *nl = i < b->m.text.n ? memchr(b->m.text.p + i, '\n', b->m.text.n - i) : NULL;

	return nl ? (size_t)(nl - b->m.text.p) : b->m.text.n;
}

static bool is_rule(const struct builder *b, size_t i, size_t end, size_t *begin)
{
	size_t n = 0;
	char c = 0;

	for (; i < end; i++) {
		if (at(b, i) == ' ' || at(b, i) == '\t' || at(b, i) == '\r' || (!c && at(b, i) == '>'))
			continue;
		if (c ? at(b, i) != c : !byte_in(at(b, i), "-*_"))
			return false;
		if (!c)
			*begin = i;
		c = at(b, i);
		n++;
	}
	return n >= 3;
}

/* Past a list marker and its blanks, for what stands in an item's first line; i if there is none. */
static size_t after_marker(const struct builder *b, size_t i, size_t end)
{
	size_t e = i;

	while (e < end && byte_in(at(b, e), " \t>"))
		e++;
	i = e;
	while (e < end && at(b, e) >= '0' && at(b, e) <= '9')
		e++;
	if (!byte_in(at(b, e), e == i ? "-+*" : ".)") || !byte_in(at(b, e + 1), " \t"))
		return i;
	return e + 1;
}

/* A thematic break in the line, perhaps after list markers. */
static bool has_rule(const struct builder *b, size_t i, size_t end, size_t *begin)
{
	for (size_t next; !is_rule(b, i, end, begin); i = next)
		if ((next = after_marker(b, i, end)) == i)
			return false;
	return true;
}

/* md4c gives no place for a thematic break: it is the next line after the last block that has one. */
static void end_rule(struct builder *b)
{
	size_t i = b->last, begin, end;

	if (i && at(b, i - 1) != '\n')
		i = line_end(b, i) + 1;
	for (int lines = 0; lines < RULE_LINES && i < b->m.text.n; lines++, i = end + 1) {
		end = line_end(b, i);
		if (has_rule(b, i, end, &begin)) {
			place_containers(b, begin);
			b->last = end;
			return;
		}
	}
}

/* A line that may be a fence: where its run of signs is, how long, how many quote marks before. */
struct fence { size_t at, length, column; unsigned quotes; bool alone; };

static struct fence find_fence(const struct builder *b, size_t line, char sign)
{
	struct fence f = { .at = line, .alone = true };
	size_t end = line_end(b, line), k;

	for (; f.at < end && at(b, f.at) != sign; f.at++) {
		f.quotes += at(b, f.at) == '>';
		f.alone = f.alone && byte_in(at(b, f.at), " \t>");
	}
	while (f.at + f.length < end && at(b, f.at + f.length) == sign)
		f.length++;
	for (k = f.at + f.length; k < end; k++)
		f.alone = f.alone && byte_in(at(b, k), " \t\r");
	f.column = f.at - line;
	return f;
}

/* Blank but for as many quote marks as the block stands in. */
static bool is_blank_inside(const struct builder *b, size_t line, unsigned quotes)
{
	size_t end = line_end(b, line);

	for (; line < end; line++) {
		if (!byte_in(at(b, line), " \t\r>"))
			return false;
		quotes -= at(b, line) == '>' && quotes;
	}
	return !quotes;
}

/* The fence that opened the block is the last line before its text that is not blank. */
static bool opening_fence(const struct builder *b, char sign, size_t text, struct fence *f)
{
	for (size_t line = line_start(b, text); line;) {
		line = line_start(b, line - 1);
		*f = find_fence(b, line, sign);
		if (f->length >= 3)
			return true;
		if (!is_blank_inside(b, line, 0))
			return false;
	}
	return false;
}

/* A fenced block has its fences, too; blank lines next to them have no text that md4c would place. */
static void take_fences(const struct builder *b, char sign, size_t *begin, size_t *end)
{
	size_t line = *end && at(b, *end - 1) == '\n' ? *end : line_end(b, *end) + 1;
	struct fence open, close;

	if (!opening_fence(b, sign, *begin, &open))
		return;
	*begin = open.at;
	for (; line < b->m.text.n; line = line_end(b, line) + 1) {
		close = find_fence(b, line, sign);
		if (close.length >= open.length && close.alone && close.quotes == open.quotes
		    && close.column + 3 >= open.column) {
			*end = line_end(b, line);
			return;
		}
		if (!is_blank_inside(b, line, open.quotes))
			return;
	}
}

static void end_code(struct builder *b, const struct open *o)
{
	size_t begin = b->raw_begin, end = b->raw_end;

	if (begin == SIZE_MAX)
		return;
	if (o->fence)
		take_fences(b, o->fence, &begin, &end);
	place_containers(b, begin);
	b->last = end;
}

static void end_html(struct builder *b)
{
	unsigned quotes = 0;

	if (b->raw_begin == SIZE_MAX)
		return;
	place_containers(b, b->raw_begin);
	b->last = b->raw_end;
	for (size_t k = 0; k < b->depth; k++)
		quotes += b->open[k].type == MD_BLOCK_QUOTE;
	read_html(&b->m, b->raw_begin, b->raw_end, quotes, b->out);
}

/* --- md4c's callbacks --- */

static struct open *top(struct builder *b)
{
	return &b->open[b->depth - 1];
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct builder *b = user;
	struct open o = { .type = type, .span = NO_SPAN };

	if (b->depth)
		end_leaf(b, top(b));
	b->lists += type == MD_BLOCK_UL || type == MD_BLOCK_OL;
	if (type == MD_BLOCK_H)
		o.level = ((MD_BLOCK_H_DETAIL *)detail)->level;
	else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI)
		o.level = b->lists;
	if (type == MD_BLOCK_LI)
		o.task = ((MD_BLOCK_LI_DETAIL *)detail)->is_task;
	if (type == MD_BLOCK_CODE)
		o.fence = ((MD_BLOCK_CODE_DETAIL *)detail)->fence_char;
	b->raw_begin = SIZE_MAX;
	b->open = memory_grow(b->open, &b->cap, b->depth + 1, sizeof *b->open);
	b->open[b->depth++] = o;
	return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct builder *b = user;

	(void)detail;
	if (type == MD_BLOCK_CODE)
		end_code(b, top(b));
	else if (type == MD_BLOCK_HTML)
		end_html(b);
	else if (type == MD_BLOCK_HR)
		end_rule(b);
	else if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
		struct open o = *top(b);

		b->depth--;	/* its own span is the leaf's */
		end_leaf(b, &o);
		return 0;
	} else {
		end_leaf(b, top(b));
	}
	end_container(b, top(b));
	b->lists -= type == MD_BLOCK_UL || type == MD_BLOCK_OL;
	b->depth--;
	return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	(void)detail;
	leaf_add(user, (struct event){ .kind = EVENT_ENTER, .span = (int)type });
	return 0;
}

/* A link or image without text has a place all the same: the bracket before its address. */
static void place_empty(struct builder *b, const MD_ATTRIBUTE *address)
{
	size_t i = offset_of(b, address->text, address->size);

	if (!b->leaf.n || b->leaf.at[b->leaf.n - 1].kind != EVENT_ENTER || i == SIZE_MAX)
		return;
	while (i && byte_in(at(b, i - 1), "< \t("))
		i--;
	if (i && at(b, i - 1) == ']')
		leaf_add(b, (struct event){ .kind = EVENT_TEXT, .begin = (uint32_t)i - 1, .end = (uint32_t)i - 1 });
}

/* Titles are gathered, because many links may share the one of a reference definition. */
static bool keep_title(struct builder *b, const MD_ATTRIBUTE *title)
{
	size_t i = offset_of(b, title->text, title->size);

	if (i == SIZE_MAX)
		return false;
	b->titles = memory_grow(b->titles, &b->cap_titles, b->n_titles + 1, sizeof *b->titles);
	b->titles[b->n_titles++] = (struct event){ .begin = (uint32_t)i, .end = (uint32_t)(i + title->size) };
	return true;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct builder *b = user;
	struct event e = { .kind = EVENT_LEAVE, .span = (int)type };
	const MD_ATTRIBUTE *title = NULL;

	if (type == MD_SPAN_A) {
		place_empty(b, &((MD_SPAN_A_DETAIL *)detail)->href);
		title = &((MD_SPAN_A_DETAIL *)detail)->title;
	} else if (type == MD_SPAN_IMG) {
		place_empty(b, &((MD_SPAN_IMG_DETAIL *)detail)->src);
		title = &((MD_SPAN_IMG_DETAIL *)detail)->title;
	}
	if (title && title->size)
		e.unplaced_title = !keep_title(b, title);
	leaf_add(b, e);
	return 0;
}

static void raw_text(struct builder *b, size_t i, size_t n)
{
	if (i == SIZE_MAX)
		return;
	if (b->raw_begin == SIZE_MAX)
		b->raw_begin = i;
	b->raw_end = i + n;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *user)
{
	struct builder *b = user;
	size_t i = offset_of(b, p, n);
	struct event e = { .kind = EVENT_TEXT, .begin = (uint32_t)i, .end = (uint32_t)(i + n) };

	if (top(b)->type == MD_BLOCK_CODE || top(b)->type == MD_BLOCK_HTML) {
		raw_text(b, i, n);
		return 0;
	}
	if (type == MD_TEXT_SOFTBR || (type == MD_TEXT_HTML && i == SIZE_MAX))
		e.kind = EVENT_SOFT_BREAK;
	else if (type == MD_TEXT_BR)
		e.kind = EVENT_HARD_BREAK;
	else if (i == SIZE_MAX)
		return 0;	/* a line end inside a code span */
	else if (type == MD_TEXT_HTML)
		e.kind = EVENT_HTML;
	else if (type == MD_TEXT_ENTITY || type == MD_TEXT_NULLCHAR)
		e.kind = EVENT_ENTITY;
	leaf_add(b, e);
	return 0;
}

/* --- the whole body --- */

enum status read_markdown(const struct document *d, size_t body, struct spans *out, struct report *r)
{
	/* Without GFM's bare addresses: md4c's search for them takes the square of their number. */
	MD_PARSER parser = { .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS, .enter_block = enter_block, .leave_block = leave_block,
			     .enter_span = enter_span, .leave_span = leave_span, .text = text };
	struct builder b = { .out = out, .nested = { .arena = out->arena } };
	int rc;

	mask_init(&b.m, d->text, body);
	rc = md_parse(b.m.text.p, (MD_SIZE)b.m.text.n, &parser, &b);
	add_titles(&b);
	add_holes(&b, SIZE_MAX);
	mask_release(&b.m);
	free(b.open);
	free(b.leaf.at);
	free(b.titles);
	spans_release(&b.nested);
	return rc ? fail(r, NOWHERE, "markdown", "the Markdown parser gave up") : OK;
}
