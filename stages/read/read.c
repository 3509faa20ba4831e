/* read - find the blocks, marks and prose of a note. */
#include "read.h"

#include <stdlib.h>
#include <string.h>

static const struct option options[] = {
	{ "prose-keys", 0, "KEYS", "title,description,excerpt", "front-matter keys that hold prose" },
	{ 0 }
};

static enum status read_open(const struct settings *set, void **state, struct report *r)
{
	struct read_state *s = memory_get(sizeof *s);

	(void)r;
	s->prose_keys = setting(set, "prose-keys");
	*state = s;
	return OK;
}

static void read_close(void *state)
{
	free(state);
}

static bool is_punct(char c)
{
	return c > 0x20 && c < 0x7f && !((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'));
}

static size_t entity_end(struct view t, size_t i, size_t end)
{
	size_t k = i + 1;

	while (k < end && k < i + 34 && (t.p[k] == '#' || (t.p[k] >= '0' && t.p[k] <= '9')
					 || ((t.p[k] | 32) >= 'a' && (t.p[k] | 32) <= 'z')))
		k++;
	return k > i + 1 && k < end && t.p[k] == ';' ? k + 1 : i;
}

/* A code span, Liquid tag or HTML tag in text that is otherwise taken as it stands. */
static size_t opaque_end(struct view t, size_t i, size_t end, const char **label)
{
	const char *close = t.p[i] == '`' ? "`" : t.p[i] == '<' ? ">" : i + 1 < end && t.p[i + 1] == '%' ? "%}" : "}}";
	char next = i + 1 < end ? t.p[i + 1] : 0;
	const char *p;

	*label = t.p[i] == '`' ? "code" : t.p[i] == '<' ? "html" : "liquid";
	if (t.p[i] == '<' && !((next | 32) >= 'a' && (next | 32) <= 'z') && next != '/')
		return i;
	if (t.p[i] == '{' && next != '{' && next != '%')
		return i;
	p = i + 1 < end ? memmem(t.p + i + 1, end - i - 1, close, strlen(close)) : NULL;
	return p ? (size_t)(p - t.p) + strlen(close) : i;
}

/* Bytes of a YAML escape in double quotes: \n, \x41, \u0905, \U0001f600. */
static size_t yaml_escape_length(char c)
{
	return c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
}

/* A backslash and what it escapes, or a doubled quote; a "quote" stands for its last byte in what engines see. */
static size_t escape_end(struct view t, size_t i, size_t end, enum marks_in in, const char **label)
{
	char next = i + 1 < end ? t.p[i + 1] : 0;
	size_t n = 0;

	*label = "escape";
	if (in == MARKS_SINGLE_QUOTED && t.p[i] == '\'' && next == '\'') {
		*label = "quote";
		return i + 2;
	}
	if (t.p[i] == '\\' && in == MARKS_TITLE)
		n = is_punct(next) ? 2 : 0;
	else if (t.p[i] == '\\' && in == MARKS_DOUBLE_QUOTED && next)
		n = yaml_escape_length(next);
	if (n && in == MARKS_DOUBLE_QUOTED && (next == '"' || next == '\\'))
		*label = "quote";
	return i + n <= end ? i + n : i;
}

/* scheme://rest from its colon; *begin goes back over the scheme. */
static size_t address_end(struct view t, size_t from, size_t i, size_t end, size_t *begin)
{
	size_t e = i;

	if (end - i < 4 || t.p[i + 1] != '/' || t.p[i + 2] != '/')
		return i;
	while (*begin > from && (t.p[*begin - 1] | 32) >= 'a' && (t.p[*begin - 1] | 32) <= 'z')
		--*begin;
	while (e < end && !byte_in(t.p[e], " \t\r\n<>\"'()[]"))
		e++;
	return e;
}

/* Where spans go: in masked text, offsets are turned back to the source. */
static void add_mark(struct mask *m, size_t begin, size_t end, const char *label, struct spans *out)
{
	if (m)
		spans_add(out, LAYER_markup, mask_source(m, begin), mask_source_end(m, begin, end), label);
	else
		spans_add(out, LAYER_markup, begin, end, label);
}

static void simple_marks(struct mask *m, struct view t, size_t begin, size_t end, enum marks_in in,
			 struct spans *out)
{
	bool no_tick = false;	/* a closing backtick was sought in vain */

	for (size_t i = begin, e; i < end; i = e > i ? e : i + 1) {
		const char *label = "entity";
		size_t from = i;

		e = i;
		if (t.p[i] == '&') {
			e = entity_end(t, i, end);
		} else if (t.p[i] == '\\' || t.p[i] == '\'') {
			e = escape_end(t, i, end, in, &label);
		} else if (t.p[i] == ':') {
			e = address_end(t, begin, i, end, &from);
			label = "autolink";
		} else if (byte_in(t.p[i], "<{") || (t.p[i] == '`' && !no_tick)) {
			e = opaque_end(t, i, end, &label);
			no_tick = no_tick || (e == i && t.p[i] == '`');
		}
		if (e > i)
			add_mark(m, from, e, label, out);
	}
}

void read_simple_marks(struct view t, size_t begin, size_t end, enum marks_in in, struct spans *out)
{
	simple_marks(NULL, t, begin, end, in, out);
}

void read_masked_marks(struct mask *m, size_t begin, size_t end, enum marks_in in, struct spans *out)
{
	simple_marks(m, m->text, begin, end, in, out);
}

const char *read_break_label(struct view t, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++)
		if (!byte_in(t.p[i], " \t\r\n\f>"))
			return "other";
	return "break";
}

static enum status read_annotate(const void *state, const struct document *d, struct spans *out, struct report *r)
{
	const struct read_state *s = state;

	if (view_is(d->format, "line"))
		read_line(d, out);
	else if (view_is(d->format, "conll"))
		read_conll(d, out);
	else if (view_is(d->format, "text") || view_is(d->format, "brat"))
		read_plain(d, out);
	else
		return read_markdown(d, read_front_matter(d, s->prose_keys, out, r), out, r);
	return OK;
}

const struct stage_ops read_ops = {
	.options = options,
	.examples = "  pravah read note.md | jq -r '.spans[]|select(.layer==\"block\")|.label' | sort | uniq -c\n"
		    "  pravah trace note.md\n",
	.open = read_open,
	.close = read_close,
	.annotate = read_annotate,
};
