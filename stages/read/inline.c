/*
 * inline.c - the marks inside one block of prose.
 *
 * md4c gives the place of every run of text but not of the marks between the runs. What lies between two runs
 * is marks only, so prose is exact by construction; this file says which mark is which by walking each gap
 * together with the events md4c sent for it. A gap that does not read as expected becomes one opaque mark.
 */
#include "read.h"

#include <md4c.h>
#include <stdlib.h>
#include <string.h>

enum { NOT_OPEN = UINT32_MAX };

/* A span that md4c has entered. */
struct entered { int type; uint32_t mark, inside; bool resolved; };

struct walk {
	struct mask *m;
	struct view t;
	struct spans *out;		/* markup goes here */
	struct spans *nested;		/* blocks inside this one (alt texts, titles) here */
	struct entered *stack;
	size_t depth, cap;
	uint32_t region;		/* where a code span or autolink began: no marks inside; NOT_OPEN: none */
	uint32_t image_text, image_end;	/* alt text of the image being read */
	size_t images;			/* how deep in images */
	uint32_t never_closed;		/* opaque elements whose end was sought in vain */
	size_t skip;			/* an HTML element that is opaque ends here */
	size_t limit;			/* the last text of the block ends here */
};

static struct span *add(struct walk *w, enum layer layer, size_t begin, size_t end, const char *label, enum role role)
{
	struct span *s = spans_add(layer == LAYER_block ? w->nested : w->out, layer, mask_source(w->m, begin),
				   mask_source_end(w->m, begin, end), label);

	s->role = (uint8_t)role;
	return s;
}

static struct span *mark(struct walk *w, size_t begin, size_t end, const char *label, enum role role)
{
	return begin < end ? add(w, LAYER_markup, begin, end, label, role) : NULL;
}

/* A line break in prose; what it swallows besides blanks makes it a mark like any other. */
static void break_mark(struct walk *w, size_t begin, size_t end)
{
	struct span *s = mark(w, begin, end, "break", ROLE_NONE);

	if (s)
		s->label = view_of(read_break_label(w->m->source, s->begin, s->end));
}

static char at(const struct walk *w, size_t i)
{
	return i < w->t.n ? w->t.p[i] : 0;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *label_of(int type)
{
	switch (type) {
	case MD_SPAN_EM: return "emphasis";
	case MD_SPAN_STRONG: return "strong";
	case MD_SPAN_DEL: return "strikethrough";
	case MD_SPAN_A: return "link";
	case MD_SPAN_IMG: return "image";
	default: return "code";
	}
}

/* Bytes of an emphasis delimiter at `i`, 0 if there is none. */
static size_t delimiter(const struct walk *w, int type, size_t i)
{
	char c = at(w, i);

	if (type == MD_SPAN_DEL)
		return c == '~' ? 1 + (at(w, i + 1) == '~') : 0;
	if (c != '*' && c != '_')
		return 0;
	return type == MD_SPAN_EM ? 1 : at(w, i + 1) == c ? 2 : 0;
}

/* Past blanks, one line end and the next line's indentation and quote marks. */
static size_t skip_break(const struct walk *w, size_t i, size_t to)
{
	while (i < to && (at(w, i) == ' ' || at(w, i) == '\t' || at(w, i) == '\\'))
		i++;
	i += i < to && at(w, i) == '\r';
	i += i < to && at(w, i) == '\n';
	while (i < to && (at(w, i) == ' ' || at(w, i) == '\t' || at(w, i) == '>'))
		i++;
	return i;
}

static void push(struct walk *w, int type, size_t mark_at, size_t inside, bool resolved)
{
	w->stack = memory_grow(w->stack, &w->cap, w->depth + 1, sizeof *w->stack);
	w->stack[w->depth++] = (struct entered){ type, (uint32_t)mark_at, (uint32_t)inside, resolved };
}

/* --- links and images --- */

static size_t skip_space(const struct walk *w, size_t i)
{
	while (is_blank(at(w, i)))
		i++;
	return i;
}

/* Past the closing sign of something quoted, backslashes minded. */
static size_t skip_quoted(const struct walk *w, size_t i, char close)
{
	while (i < w->t.n && at(w, i) != close)
		i += at(w, i) == '\\' ? 2 : 1;
	return i + 1;
}

static size_t skip_destination(const struct walk *w, size_t i)
{
	size_t depth = 0;

	if (at(w, i) == '<')
		return skip_quoted(w, i + 1, '>');
	for (; i < w->t.n && !is_blank(at(w, i)); i++) {
		if (at(w, i) == '\\')
			i++;
		else if (at(w, i) == ')' && !depth--)
			break;
		else if (at(w, i) == '(')
			depth++;
	}
	return i;
}

struct tail { size_t end, title, title_end; bool by_label; };

/* (destination "title") at i */
static struct tail inline_tail(const struct walk *w, size_t i)
{
	struct tail t = { 0 };

	i = skip_space(w, skip_destination(w, skip_space(w, i + 1)));
	if (byte_in(at(w, i), "\"'(")) {
		char close = at(w, i) == '(' ? ')' : at(w, i);

		t.title = i + 1;
		i = skip_quoted(w, i + 1, close);
		t.title_end = i - 1;
		i = skip_space(w, i);
	}
	t.end = at(w, i) == ')' ? i + 1 : 0;
	return t;
}

/* What follows the text of a link or image, from its `]`; end 0 if it does not read as such. */
static struct tail link_tail(const struct walk *w, size_t i, size_t to)
{
	struct tail t = { 0 };

	if (at(w, i) != ']')
		return t;
	if (i + 1 < to && at(w, i + 1) == '(')
		return inline_tail(w, i + 1);
	t.end = i + 1;
	t.by_label = true;
	if (i + 1 < to && at(w, i + 1) == '[') {
		t.by_label = at(w, i + 2) == ']';
		t.end = skip_quoted(w, i + 2, ']');
	}
	return t;
}

static void add_title(struct walk *w, size_t begin, size_t end)
{
	struct span *s;

	if (begin >= end || end > w->t.n)
		return;
	s = add(w, LAYER_block, begin, end, "title", ROLE_PROSE);
	read_simple_marks(w->m->source, s->begin, s->end, MARKS_TITLE, w->out);
}

/* Labels match whatever blanks and line ends are in them. */
static void add_label(struct buf *b, struct view label)
{
	for (size_t i = 0; i < label.n; i++)
		if (!is_blank(label.p[i]))
			buf_byte(b, label.p[i]);
		else if (b->p[b->n - 1] != ' ')
			buf_byte(b, ' ');
}

/* [text] and [text][] name their target by their text: once that is translated, the label must be kept. */
static void set_label(struct walk *w, struct span *s, size_t inside, size_t close)
{
	struct buf b = { 0 };
	size_t begin = mask_source(w->m, inside), end = mask_source(w->m, close);

	buf_str(&b, "][");
	add_label(&b, view_trim(view_cut(w->m->source, begin, end)));
	buf_byte(&b, ']');
	s->value = arena_copy(w->out->arena, buf_view(&b));
	buf_release(&b);
}

static size_t leave_link(struct walk *w, const struct entered *e, size_t i, size_t to, const struct event *ev)
{
	struct tail t = link_tail(w, i, to);
	bool image = e->type == MD_SPAN_IMG;
	struct span *s;

	if (!t.end || t.end > to)
		return 0;
	s = mark(w, i, t.end, image ? "image_end" : "link", image ? ROLE_NONE : ROLE_CLOSE);
	if (t.by_label)
		set_label(w, s, e->inside, i);
	if (t.title && ev->unplaced_title)
		add_title(w, t.title, t.title_end);
	return t.end;
}

static void add_image(struct walk *w, const struct entered *e, size_t end)
{
	mark(w, e->mark, end, "image", ROLE_NONE);
	if (w->image_text < w->image_end)
		add(w, LAYER_block, w->image_text, w->image_end, "alt", ROLE_PROSE);
}

/* --- the gap between two runs of text --- */

static size_t enter_span(struct walk *w, int type, size_t i, size_t to)
{
	size_t n;

	if (w->region != NOT_OPEN) {
		push(w, type, i, i, false);
		return i;
	}
	if (type == MD_SPAN_CODE || (type == MD_SPAN_A && at(w, i) != '[')) {
		w->region = (uint32_t)i;
		push(w, type, i, to, true);
		return to;
	}
	n = type == MD_SPAN_A ? 1 : type == MD_SPAN_IMG ? 2 : delimiter(w, type, i);
	push(w, type, i, i + n, n > 0 && i + n <= to);
	if (!n || i + n > to)
		return i;
	if (type == MD_SPAN_IMG && !w->images++) {
		w->image_text = NOT_OPEN;
		w->image_end = 0;
	} else if (type != MD_SPAN_IMG) {
		mark(w, i, i + n, label_of(type), ROLE_OPEN);
	}
	return i + n;
}

static size_t leave_region(struct walk *w, const struct entered *e, size_t i, size_t to)
{
	if (e->type == MD_SPAN_CODE) {
		while (i < to && at(w, i) != '`')
			i++;
		while (i < to && at(w, i) == '`')
			i++;
	} else {
		i += at(w, w->region) == '<' && i < to && at(w, i) == '>';
	}
	mark(w, w->region, i, e->type == MD_SPAN_CODE ? "code" : "autolink", ROLE_NONE);
	w->region = NOT_OPEN;
	return i;
}

static size_t leave_span(struct walk *w, const struct event *ev, size_t i, size_t to)
{
	struct entered e = w->depth ? w->stack[--w->depth] : (struct entered){ .resolved = false };
	size_t end;

	if (e.resolved && w->region == e.mark && (e.type == MD_SPAN_CODE || e.type == MD_SPAN_A))
		return leave_region(w, &e, i, to);
	if (!e.resolved || w->region != NOT_OPEN)
		return i;
	if (e.type == MD_SPAN_A || e.type == MD_SPAN_IMG) {
		end = leave_link(w, &e, i, to, ev);
		if (e.type == MD_SPAN_IMG && !--w->images && end)
			add_image(w, &e, end);
		return end ? end : i;
	}
	end = i + delimiter(w, e.type, i);
	if (end > to)
		return i;
	mark(w, i, end, label_of(e.type), ROLE_CLOSE);
	return end;
}

/* What no event explains: a backslash before an escaped character, a line's indentation, or a surprise. */
static void leftover(struct walk *w, size_t i, size_t to, const struct event *next)
{
	size_t k = i;

	if (i >= to)
		return;
	while (k < to && (is_blank(at(w, k)) || at(w, k) == '>'))
		k++;
	break_mark(w, i, k);
	if (k < to && at(w, k) == '\\' && k + 1 == to && next && next->kind == EVENT_TEXT && next->end > next->begin)
		mark(w, k, to + 1, "escape", ROLE_NONE);
	else
		mark(w, k, to, "other", ROLE_NONE);
}

static size_t walk_event(struct walk *w, const struct event *e, size_t i, size_t to)
{
	size_t end = i;

	switch (e->kind) {
	case EVENT_ENTER: return enter_span(w, e->span, i, to);
	case EVENT_LEAVE: return leave_span(w, e, i, to);
	case EVENT_SOFT_BREAK:
	case EVENT_HARD_BREAK:
		end = skip_break(w, i, to);
		if (w->region == NOT_OPEN && e->kind == EVENT_SOFT_BREAK)
			break_mark(w, i, end);
		else if (w->region == NOT_OPEN)
			mark(w, i, end, "hard_break", ROLE_NONE);
		return end;
	default: return i;
	}
}

/* Events [a, b) have no place of their own; they lie in masked [i, to). Returns where they end. */
static size_t walk_gap(struct walk *w, const struct leaf *f, size_t a, size_t b, size_t i, size_t to)
{
	for (; a < b; a++)
		i = walk_event(w, &f->at[a], i, to);
	return i;
}

/* --- runs of text --- */

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_host(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || byte_in(c, ".-_+%");
}

/* name@host.domain, from the @; with what stands before it, such as mailto: */
static size_t mail_mark(struct walk *w, size_t begin, size_t i, size_t end)
{
	size_t from = i, to = i + 1;

	while (from > begin && (is_host(at(w, from - 1)) || at(w, from - 1) == ':'))
		from--;
	while (to < end && is_host(at(w, to)))
		to++;
	while (to > i && byte_in(at(w, to - 1), ".-_"))
		to--;
	if (from == i || to <= i + 1 || !memchr(w->t.p + i, '.', to - i))
		return i + 1;
	mark(w, from, to, "autolink", ROLE_NONE);
	return to;
}

/* www.host.domain/path, from its beginning */
static size_t www_mark(struct walk *w, size_t i, size_t end)
{
	size_t to = i;

	if (end - i < 6 || memcmp(w->t.p + i, "www.", 4) || (i && is_host(at(w, i - 1))))
		return i + 1;
	while (to < end && !is_blank(at(w, to)) && !byte_in(at(w, to), "<>\"()[]"))
		to++;
	while (to > i && byte_in(at(w, to - 1), "?!.,:;*_~'"))
		to--;
	mark(w, i, to, "autolink", ROLE_NONE);
	return to;
}

/* <name ...> or </name ...> on one line: JSX and tags that are not quite HTML. */
static size_t tag_mark(struct walk *w, size_t i, size_t end)
{
	size_t e = i + 1 + (at(w, i + 1) == '/');
	const char *close = is_letter(at(w, e)) ? memchr(w->t.p + e, '>', end - e) : NULL;

	if (!close)
		return i + 1;
	e = (size_t)(close - w->t.p) + 1;
	mark(w, i, e, "html", ROLE_NONE);
	return e;
}

/* What the parser takes for text but no engine may touch. */
static void find_lookalikes(struct walk *w, size_t begin, size_t end)
{
	static const bool stop[256] = { ['@'] = 1, ['w'] = 1, ['<'] = 1 };
	bool tags = memchr(w->t.p + begin, '>', end - begin) != NULL;

	for (size_t i = begin; i < end;) {
		while (i < end && !stop[(unsigned char)w->t.p[i]])
			i++;
		if (i < end && w->t.p[i] == '@')
			i = mail_mark(w, begin, i, end);
		else if (i < end && w->t.p[i] == 'w')
			i = www_mark(w, i, end);
		else if (i < end)
			i = tags ? tag_mark(w, i, end) : i + 1;
	}
}

/* Past the end of <code>...</code> and its like, or `end` of the tag itself. */
static size_t opaque_element(struct walk *w, const char *name, size_t end)
{
	uint32_t kind = 1u << html_opaque(name);
	size_t e = w->never_closed & kind ? SIZE_MAX : html_element_end(w->t, end, w->limit, name);

	w->never_closed |= e == SIZE_MAX ? kind : 0;
	return e == SIZE_MAX ? end : e;
}

static size_t html_mark(struct walk *w, size_t begin, size_t end)
{
	bool closing;
	char name[32];
	size_t e = html_tag(w->t, begin, end, name, &closing);
	bool alone = e != end || !*name || html_is_void(name) || w->t.p[end - 2] == '/';
	struct span *s;

	if (!alone && !closing && html_opaque(name) >= 0 && (e = opaque_element(w, name, end)) > end) {
		mark(w, begin, e, "html", ROLE_NONE);
		return w->skip = e;
	}
	s = mark(w, begin, end, "html", alone ? ROLE_NONE : closing ? ROLE_CLOSE : ROLE_OPEN);
	if (s && !alone)
		s->label = html_label(name, w->out->arena);
	return end;
}

/* md4c sends a tag that spans lines in pieces: go on to its end. */
static size_t html_pieces(struct walk *w, const struct leaf *f, size_t *k)
{
	const struct event *e = &f->at[*k];
	size_t end = e->end, next = *k;

	while (end > e->begin && at(w, end - 1) != '>' && ++next < f->n) {
		if (f->at[next].kind == EVENT_HTML)
			end = f->at[next].end;
		else if (f->at[next].kind != EVENT_SOFT_BREAK)
			return e->end;
	}
	if (next < f->n && at(w, end - 1) == '>')
		*k = next;
	return end;
}

static size_t walk_known(struct walk *w, const struct leaf *f, size_t *k)
{
	const struct event *e = &f->at[*k];
	size_t end = e->end;

	if (w->images && e->kind == EVENT_TEXT && w->region == NOT_OPEN) {
		w->image_text = w->image_text == NOT_OPEN ? e->begin : w->image_text;
		w->image_end = e->end;
	}
	if (w->region != NOT_OPEN)
		return end;
	if (e->kind == EVENT_HTML) {
		end = html_mark(w, e->begin, html_pieces(w, f, k));
	} else if (e->kind == EVENT_ENTITY) {
		mark(w, e->begin, end, "entity", ROLE_NONE);
	} else {
		find_lookalikes(w, e->begin, end);
	}
	return end;
}

/* --- the whole block --- */

static bool is_known(const struct event *e)
{
	return e->kind == EVENT_TEXT || e->kind == EVENT_HTML || e->kind == EVENT_ENTITY;
}

/* Where the marks before the first run begin: each enter read backwards from it. */
static size_t first_mark(const struct walk *w, const struct leaf *f, size_t k, size_t i)
{
	if (i && at(w, i - 1) == '\\' && f->at[k].kind == EVENT_TEXT)
		i--;
	while (k-- > 0) {
		const struct event *e = &f->at[k];
		size_t n = 0;

		if (e->kind != EVENT_ENTER)
			return i;
		if (e->span == MD_SPAN_CODE) {
			size_t b = i;

			while (b && is_blank(at(w, b - 1)))
				b--;
			while (b && at(w, b - 1) == '`')
				b--, n = i - b;
		} else if (e->span == MD_SPAN_A) {
			n = i && (at(w, i - 1) == '[' || at(w, i - 1) == '<');
		} else if (e->span == MD_SPAN_IMG) {
			n = i > 1 && at(w, i - 1) == '[' ? 2 : 0;
		} else if (e->span == MD_SPAN_DEL) {
			n = i > 1 && at(w, i - 1) == '~' ? 1 + (at(w, i - 2) == '~') : 0;
		} else {
			n = e->span == MD_SPAN_EM ? 1 : 2;
			n = i >= n && delimiter(w, e->span, i - n) ? n : 0;
		}
		i -= n;
	}
	return i;
}

bool leaf_resolve(const struct leaf *f, struct mask *m, struct spans *out, struct spans *nested, size_t *begin,
		  size_t *end)
{
	struct walk w = { .m = m, .t = m->text, .out = out, .nested = nested, .region = NOT_OPEN };
	size_t k = 0, gap = 0, i;

	while (k < f->n && !is_known(&f->at[k]))
		k++;
	if (k == f->n)
		return false;
	i = *begin = first_mark(&w, f, k, f->at[k].begin);
	for (size_t e = f->n; e-- > k && !w.limit;)
		w.limit = is_known(&f->at[e]) ? f->at[e].end : 0;
	for (; k < f->n; k++) {
		if (!is_known(&f->at[k]) || f->at[k].begin < w.skip)
			continue;
		if (w.skip > i)
			gap = k, i = w.skip;
		if (f->at[k].begin < i)
			i = f->at[k].begin;
		i = walk_gap(&w, f, gap, k, i, f->at[k].begin);
		if (w.region == NOT_OPEN)
			leftover(&w, i, f->at[k].begin, &f->at[k]);
		i = walk_known(&w, f, &k);
		gap = k + 1;
	}
	*end = walk_gap(&w, f, gap, f->n, i, m->text.n);
	free(w.stack);
	return true;
}
