/*
 * escape.c - escaping for the places a translation can stand: only what would change the
 * structure is escaped, so that ordinary sentences stay as the engine wrote them.
 */
#include "escape.h"

#include <string.h>
#include <yaml.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0;
}

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_punct(char c)
{
	return c > 0x20 && c < 0x7f && !is_alnum(c);
}

/* 0: a blank or an end, 1: punctuation, 2: part of a word; emphasis depends on nothing else. */
static int side(char c)
{
	return is_blank(c) ? 0 : is_punct(c) ? 1 : 2;
}

void literals_find(struct literals *l, struct view t)
{
	memset(l, 0, sizeof *l);
	for (size_t i = 0; i < t.n; i++)
		if (is_punct(t.p[i]))
			l->seen[(int)t.p[i]][side(i ? t.p[i - 1] : 0)][side(i + 1 < t.n ? t.p[i + 1] : 0)] = true;
}

/* Bytes of a list, heading, quote or definition marker that the text would begin with. */
static size_t block_marker(struct view t)
{
	size_t i = 0;
	char next;

	while (i < t.n && i < 9 && t.p[i] >= '0' && t.p[i] <= '9')
		i++;
	if (i)
		return i + 1 < t.n && (t.p[i] == '.' || t.p[i] == ')') && is_blank(t.p[i + 1]) ? i + 1 : 0;
	if (!t.n || !byte_in(t.p[0], "#+-*>=:|~"))
		return 0;
	while (i < t.n && t.p[i] == t.p[0])
		i++;
	next = i < t.n ? t.p[i] : 0;
	if (byte_in(t.p[0], ">|=") || (t.p[0] == '~' && i >= 3) || (byte_in(t.p[0], "-*") && i >= 3))
		return 1;
	return is_blank(next) && t.p[0] != '~' ? 1 : 0;
}

/* A closing bracket that something follows which would make a link, a note or a definition of it. */
static bool opens_link(struct view t, size_t i)
{
	const char *close = memchr(t.p + i, ']', t.n - i);
	char next = close && close + 1 < t.p + t.n ? close[1] : 0;

	return close && (next == '(' || next == '[' || next == ':' || t.p[i + 1] == '^' || close == t.p + i + 2);
}

static bool opens_entity(struct view t, size_t i)
{
	size_t k = i + 1;

	while (k < t.n && k < i + 34 && (t.p[k] == '#' || (is_alnum(t.p[k]) && !((unsigned char)t.p[k] & 0x80))))
		k++;
	return k > i + 1 && k < t.n && t.p[k] == ';';
}

static bool opens_tag(char next)
{
	return (unsigned char)next >= 0x80 || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!' || next == '?';
}

/* Must the character at i have a backslash in Markdown? `before` is its left neighbour, 0 at a start. */
static bool markdown_needs(struct view t, size_t i, char before, char next, enum escape where)
{
	switch (t.p[i]) {
	case '`': return true;
	case '*': return !(is_blank(before) && is_blank(next));
	case '_': return !(is_alnum(before) && is_alnum(next)) && !(is_blank(before) && is_blank(next));
	case '[': return where == ESCAPE_ALT || (i + 1 < t.n && opens_link(t, i));
	case ']': return where == ESCAPE_ALT;
	case '<': return opens_tag(next);
	case '\\': return is_punct(next) || next == 0;
	case '~': return next == '~' || before == '~';
	case '$': return next == '$' || before == '$';
	case '|': return true;		/* kramdown makes a table of it anywhere */
	case '#': return next == 0;	/* the end of a heading */
	case '"': case '\'': case ')': return where == ESCAPE_TITLE;
	default: return false;
	}
}

static bool is_literal(const struct literals *l, char c, char before, char next)
{
	return l && !((unsigned char)c & 0x80) && l->seen[(int)c][side(before)][side(next)];
}

static void add_markdown(struct buf *out, struct view t, struct escape_place at)
{
	size_t marker = at.line_start ? block_marker(t) : 0;
	char before = at.line_start || !out->n ? 0 : out->p[out->n - 1];

	for (size_t i = 0; i < t.n; i++) {
		char next = i + 1 < t.n ? t.p[i + 1] : at.after;
		bool needs = markdown_needs(t, i, before, next, at.where)
			&& !(is_literal(at.literals, t.p[i], before, next) && t.p[i] != '`');

		if (t.p[i] == '{' && byte_in(next, "{%:#") && !is_literal(at.literals, '{', before, next)) {
			buf_str(out, "&#123;");		/* Liquid and kramdown know no backslash */
		} else if (t.p[i] == '&' && opens_entity(t, i)) {
			buf_str(out, "&amp;");
		} else {
			if ((marker && i + 1 == marker) || needs)
				buf_byte(out, '\\');
			buf_byte(out, t.p[i]);
		}
		before = t.p[i];
	}
}

static void add_html(struct buf *out, struct view t)
{
	for (size_t i = 0; i < t.n; i++) {
		char next = i + 1 < t.n ? t.p[i + 1] : 0;

		if (t.p[i] == '<')
			buf_str(out, "&lt;");
		else if (t.p[i] == '&' && opens_entity(t, i))
			buf_str(out, "&amp;");
		else if (t.p[i] == '{' && byte_in(next, "{%"))
			buf_str(out, "&#123;");
		else
			buf_byte(out, t.p[i]);
	}
}

static void add_yaml(struct buf *out, struct view t, bool doubled)
{
	for (size_t i = 0; i < t.n; i++) {
		if (doubled && (t.p[i] == '"' || t.p[i] == '\\'))
			buf_byte(out, '\\');
		else if (!doubled && t.p[i] == '\'')
			buf_byte(out, '\'');
		buf_byte(out, t.p[i]);
	}
}

void escape_add(struct buf *out, struct view t, struct escape_place at)
{
	switch (at.where) {
	case ESCAPE_NONE: buf_add(out, t); break;
	case ESCAPE_HTML: add_html(out, t); break;
	case ESCAPE_YAML_SINGLE: add_yaml(out, t, false); break;
	case ESCAPE_YAML_DOUBLE: add_yaml(out, t, true); break;
	default: add_markdown(out, t, at);
	}
}

/* Words that YAML 1.1, which Jekyll reads, takes for booleans or nothing. */
static bool is_yaml_word(struct view t)
{
	static const char *const words[] = { "y", "n", "yes", "no", "true", "false", "on", "off", "null", "~" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == t.n && !strncasecmp(words[i], t.p, t.n))
			return true;
	return false;
}

/* Numbers and dates: only digits and the signs that stand in them. */
static bool is_yaml_number(struct view t)
{
	size_t i = 0;

	while (i < t.n && byte_in(t.p[i], "0123456789+-.,:_eExXoTZ/ "))
		i++;
	return i == t.n && t.n && strpbrk(t.p, "0123456789") != NULL;
}

/* libyaml decides; only what it does not resolve itself (plain words and numbers) is looked at here. */
bool yaml_needs_quotes(struct view t)
{
	struct buf line = { 0 };
	yaml_parser_t p;
	yaml_event_t e;
	bool same = false, more = true;

	if (!t.n || is_yaml_word(t) || is_yaml_number(t))
		return true;
	/* 0x1F, .inf, :symbol: one word that begins as YAML's other kinds of values do. */
	if (byte_in(t.p[0], "0123456789+-.:") && !memchr(t.p, ' ', t.n))
		return true;
	buf_str(&line, "k: ");
	buf_add(&line, t);
	yaml_parser_initialize(&p);
	yaml_parser_set_input_string(&p, (const unsigned char *)line.p, line.n);
	for (int scalars = 0; more && yaml_parser_parse(&p, &e); yaml_event_delete(&e)) {
		more = e.type != YAML_STREAM_END_EVENT;
		if (e.type == YAML_SCALAR_EVENT && ++scalars == 2)
			same = e.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
				&& view_eq(t, (struct view){ (char *)e.data.scalar.value, e.data.scalar.length });
	}
	same = same && p.error == YAML_NO_ERROR;
	yaml_parser_delete(&p);
	buf_release(&line);
	return !same;
}
