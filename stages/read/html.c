/*
 * html.c - prose inside HTML blocks. libxml2 would give a tree, but not the place of every tag in the source,
 * and it mends what it reads; so tags are told from text here, as the HTML standard's tokenizer does, and
 * nothing more is understood of them than which stand inside a sentence.
 */
#include "read.h"

#include <stdio.h>
#include <string.h>

static char at(struct view t, size_t i, size_t end)
{
	return i < end ? t.p[i] : 0;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '.';
}

static size_t after(struct view t, size_t i, size_t end, const char *what)
{
	const char *p = i < end ? memmem(t.p + i, end - i, what, strlen(what)) : NULL;

	return p ? (size_t)(p - t.p) + strlen(what) : end;
}

/* The end of a tag's attributes: the first > outside quotes. */
static size_t attributes_end(struct view t, size_t i, size_t end)
{
	for (; i < end && t.p[i] != '>'; i++)
		if (t.p[i] == '"' || t.p[i] == '\'') {
			const char *q = memchr(t.p + i + 1, t.p[i], end - i - 1);

			if (!q)
				return end;
			i = (size_t)(q - t.p);
		}
	return i < end ? i + 1 : end;
}

size_t html_tag(struct view t, size_t i, size_t end, char name[32], bool *closing)
{
	size_t k = i + 1, n = 0;

	name[0] = 0;
	*closing = at(t, k, end) == '/';
	if (at(t, i, end) != '<')
		return i;
	if (end - i >= 4 && !memcmp(t.p + i, "<!--", 4))
		return after(t, i + 4, end, "-->");
	if (end - i >= 9 && !memcmp(t.p + i, "<![CDATA[", 9))
		return after(t, i + 9, end, "]]>");
	if (at(t, k, end) == '!' || at(t, k, end) == '?')
		return after(t, k, end, ">");
	k += *closing;
	if (!((at(t, k, end) | 32) >= 'a' && (at(t, k, end) | 32) <= 'z'))
		return i;
	for (; is_name(at(t, k, end)); k++)
		if (n < 31)
			name[n++] = (char)(t.p[k] >= 'A' && t.p[k] <= 'Z' ? t.p[k] | 32 : t.p[k]);
	name[n] = 0;
	return attributes_end(t, k, end);
}

static bool is_one_of(const char *name, const char *const *list)
{
	for (; *list; list++)
		if (!strcmp(name, *list))
			return true;
	return false;
}

struct view html_label(const char *name, struct arena *a)
{
	char label[40];

	return arena_copy(a, (struct view){ label, (size_t)snprintf(label, sizeof label, "<%s>", name) });
}

bool html_is_void(const char *name)
{
	static const char *const list[] = { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
					    "source", "track", "wbr", NULL };

	return is_one_of(name, list);
}

bool html_is_block(const char *name)
{
	static const char *const list[] = { "address", "article", "aside", "base", "basefont", "blockquote", "body",
		"caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
		"figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
		"head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav",
		"noframes", "ol", "optgroup", "option", "p", "param", "search", "section", "source", "summary", "table",
		"tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul", NULL };

	return is_one_of(name, list);
}

/* HTML standard, 3.2.5.2.5, phrasing content: these stand inside a sentence. */
static bool is_inline(const char *name)
{
	static const char *const list[] = { "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del",
					    "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark",
					    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
					    "time", "tt", "u", "var", "wbr", NULL };

	return is_one_of(name, list);
}

int html_opaque(const char *name)
{
	static const char *const list[] = { "code", "kbd", "math", "pre", "samp", "script", "style", "svg",
					    "template", "textarea", "tt", "var" };

	for (size_t i = 0; i < sizeof list / sizeof *list; i++)
		if (!strcmp(name, list[i]))
			return (int)i;
	return -1;
}

/* Past the closing tag of an opaque element whose opening tag ends at i. */
size_t html_element_end(struct view t, size_t i, size_t end, const char *name)
{
	char inner[32];
	bool closing;

	while (i < end) {
		const char *p = memmem(t.p + i, end - i, "</", 2);
		size_t e;

		if (!p)
			return SIZE_MAX;
		i = (size_t)(p - t.p);
		e = html_tag(t, i, end, inner, &closing);
		if (!strcmp(inner, name))
			return e;
		i += 2;
	}
	return SIZE_MAX;
}

struct html { struct mask *m; struct spans *out; size_t end; size_t text_begin, text_end; unsigned quotes; bool words; };

static struct span *add(struct html *h, enum layer layer, size_t begin, size_t end, const char *label)
{
	return spans_add(h->out, layer, mask_source(h->m, begin), mask_source_end(h->m, begin, end), label);
}

/* The text between two block-level tags is a block of prose, if it holds more than marks. */
static void end_text(struct html *h)
{
	if (h->text_begin < h->text_end)
		add(h, LAYER_block, h->text_begin, h->text_end, "text")->role = ROLE_PROSE;
	h->text_begin = SIZE_MAX;
	h->text_end = 0;
	h->words = false;
}

static void see_text(struct html *h, size_t begin, size_t end)
{
	if (h->text_begin == SIZE_MAX)
		h->text_begin = begin;
	h->text_end = end;
}

static void inline_tag(struct html *h, size_t begin, size_t end, const char *name, bool closing)
{
	bool alone = html_is_void(name) || html_opaque(name) >= 0 || !*name || h->m->text.p[end - 2] == '/';
	struct span *s = add(h, LAYER_markup, begin, end, "html");

	if (!alone) {
		s->role = closing ? ROLE_CLOSE : ROLE_OPEN;
		s->label = html_label(name, h->out->arena);
	}
	see_text(h, begin, end);
}

/* The rest of the block, if the element is not closed in it. */
static size_t opaque_end(const struct html *h, size_t i, const char *name)
{
	size_t e = html_element_end(h->m->text, i, h->end, name);

	return e == SIZE_MAX ? h->end : e;
}

static size_t see_tag(struct html *h, size_t i)
{
	struct view t = h->m->text;
	char name[32];
	bool closing;
	size_t e = html_tag(t, i, h->end, name, &closing);

	if (e == i) {
		see_text(h, i, i + 1);
		return i + 1;
	}
	if (!closing && html_opaque(name) >= 0 && t.p[e - 2] != '/')
		e = opaque_end(h, e, name);
	if (is_inline(name))
		inline_tag(h, i, e, name, closing);
	else
		end_text(h);
	return e;
}

static size_t see_word(struct html *h, size_t i)
{
	size_t e = i;

	h->words = true;
	while (e < h->end && !byte_in(h->m->text.p[e], "<`]") && !is_space(h->m->text.p[e]))
		e++;
	see_text(h, i, e);
	read_masked_marks(h->m, i, e, MARKS_HTML, h->out);
	return e;
}

/* The quote marks a line begins with, if the block stands in a quote. */
static size_t skip_quotes(const struct html *h, size_t i)
{
	for (unsigned depth = 0; depth < h->quotes; depth++) {
		size_t e = i;

		while (e < h->end && byte_in(h->m->text.p[e], " \t"))
			e++;
		if (at(h->m->text, e, h->end) != '>')
			break;
		i = e + 1;
	}
	return i;
}

static void add_break(struct html *h, size_t begin, size_t end)
{
	struct span *s = add(h, LAYER_markup, begin, end, "break");

	s->label = view_of(read_break_label(h->m->source, s->begin, s->end));
}

/* Line ends and indentation inside prose read as one blank. */
static size_t see_space(struct html *h, size_t i)
{
	size_t e = i;

	while (e < h->end && is_space(h->m->text.p[e])) {
		e++;
		if (h->m->text.p[e - 1] == '\n')
			e = skip_quotes(h, e);
	}
	if (!memchr(h->m->text.p + i, '\n', e - i) || h->text_begin == SIZE_MAX)
		return e;
	/* A tag alone on its line may be what makes the block HTML: the sentence begins after it. */
	if (h->words)
		add_break(h, i, e);
	else
		h->text_begin = SIZE_MAX;
	return e;
}

/* Entities, and what kramdown makes of Markdown inside HTML: code, links, addresses. */
static size_t see_marks(struct html *h, size_t i)
{
	struct view t = h->m->text;
	const char *p = NULL;
	size_t e = i + 1;

	if (t.p[i] == '`' && (p = memchr(t.p + e, '`', h->end - e)))
		e = (size_t)(p - t.p) + 1;
	else if (t.p[i] == ']' && at(t, e, h->end) == '(' && (p = memchr(t.p + e, ')', h->end - e)))
		e = (size_t)(p - t.p) + 1;
	see_text(h, i, e);
	if (p)
		add(h, LAYER_markup, i, e, t.p[i] == '`' ? "code" : "address");
	return e;
}

void read_html(struct mask *m, size_t begin, size_t end, unsigned quotes, struct spans *out)
{
	struct html h = { .m = m, .out = out, .end = end, .text_begin = SIZE_MAX,
			  .quotes = quotes };

	for (size_t i = begin; i < end;) {
		char c = m->text.p[i];

		if (c == '<')
			i = see_tag(&h, i);
		else if (is_space(c))
			i = see_space(&h, i);
		else if (c == '`' || c == ']')
			i = see_marks(&h, i);
		else
			i = see_word(&h, i);
	}
	end_text(&h);
}
