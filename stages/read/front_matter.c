/*
 * front_matter.c - the YAML before a note. libyaml says where each value stands; its bytes are never written
 * again except for a prose value that is translated.
 */
#include "read.h"
#include "utf8.h"

#include <string.h>
#include <yaml.h>

static size_t line_end(struct view t, size_t i)
{
	const char *nl = i < t.n ? memchr(t.p + i, '\n', t.n - i) : NULL;

	return nl ? (size_t)(nl - t.p) : t.n;
}

/* A line of exactly these three signs and blanks, as Jekyll reads it. */
static bool is_fence(struct view t, size_t i, const char *signs)
{
	struct view line = view_cut(t, i, line_end(t, i));

	return view_starts(line, signs) && view_trim(view_cut(line, 3, line.n)).n == 0;
}

/* Where the YAML begins and ends and where the body begins; false if the note has no front matter. */
static bool find_front_matter(struct view t, size_t *yaml, size_t *yaml_end, size_t *body)
{
	size_t bom = view_starts(t, "\xef\xbb\xbf") ? 3 : 0, i;

	if (!is_fence(t, bom, "---"))
		return false;
	*yaml = i = line_end(t, bom) + 1;
	for (; i < t.n; i = line_end(t, i) + 1)
		if (is_fence(t, i, "---") || is_fence(t, i, "...")) {
			*yaml_end = i;
			*body = line_end(t, i);
			*body += *body < t.n;
			return true;
		}
	return false;
}

/* libyaml's marks count characters: go on from the last one. */
struct place { struct view yaml; size_t byte, point; };

static size_t byte_of(struct place *p, size_t point)
{
	while (p->point < point && p->byte < p->yaml.n) {
		p->byte += utf8_length(p->yaml.p[p->byte]);
		p->point++;
	}
	return p->byte;
}

static bool is_prose_key(const char *keys, struct view key)
{
	const char *p = keys;

	while (p && *p) {
		size_t n = strcspn(p, ",");

		if (view_eq(view_trim((struct view){ p, n }), key))
			return true;
		p += n + (p[n] == ',');
	}
	return false;
}

/* Indentation and line ends inside a value of several lines read as one blank. */
static void add_breaks(struct view t, size_t begin, size_t end, struct spans *out)
{
	for (size_t i = begin; i < end; i++) {
		size_t e = i;

		while (e < end && byte_in(t.p[e], " \t\r\n"))
			e++;
		if (e > i && memchr(t.p + i, '\n', e - i))
			spans_add(out, LAYER_markup, i, e, "break");
		i = e > i ? e - 1 : i;
	}
}

/* |, > and what may follow them stand before the text of a block scalar. */
static size_t skip_block_header(struct view t, size_t begin, size_t end)
{
	size_t i = line_end(t, begin);

	while (i < end && byte_in(t.p[i], " \t\r\n"))
		i++;
	return i < end ? i : end;
}

/* One top-level entry. Every one becomes a block, so that `note` can find it; only prose is cut into marks. */
static void add_field(struct view t, struct view key, size_t begin, size_t end, yaml_scalar_style_t style, bool prose,
		      struct spans *out)
{
	const char *label = "field";
	struct span *s;

	if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) {
		label = style == YAML_SINGLE_QUOTED_SCALAR_STYLE ? "single_quoted_field" : "double_quoted_field";
		begin++, end--;
	} else if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE) {
		label = "block_field";
		begin = skip_block_header(t, begin, end);
	}
	while (end > begin && byte_in(t.p[end - 1], " \t\r\n"))
		end--;
	s = spans_add(out, LAYER_block, begin, end, label);
	s->value = arena_copy(out->arena, key);
	if (!prose || begin >= end)
		return;
	s->role = ROLE_PROSE;
	add_breaks(t, begin, end, out);
	read_simple_marks(t, begin, end, style == YAML_DOUBLE_QUOTED_SCALAR_STYLE ? MARKS_DOUBLE_QUOTED
			  : style == YAML_SINGLE_QUOTED_SCALAR_STYLE ? MARKS_SINGLE_QUOTED : MARKS_PLAIN, out);
}

struct fields { struct view text; size_t yaml; const char *keys; struct spans *out; struct place at; bool not_a_mapping; };

/* Scalars of the outermost mapping come in turn as key and value; anything deeper is passed over. */
static bool read_fields(yaml_parser_t *p, struct fields *f)
{
	struct buf key = { 0 };
	bool is_key = true, done = false, ok = true;
	int depth = 0;
	yaml_event_t e;

	while (!done && (ok = yaml_parser_parse(p, &e))) {
		bool opens = e.type == YAML_MAPPING_START_EVENT || e.type == YAML_SEQUENCE_START_EVENT;
		bool closes = e.type == YAML_MAPPING_END_EVENT || e.type == YAML_SEQUENCE_END_EVENT;
		size_t begin = f->yaml + byte_of(&f->at, e.start_mark.index);
		size_t end = f->yaml + byte_of(&f->at, e.end_mark.index);

		if (e.type == YAML_SCALAR_EVENT && depth == 1) {
			struct view v = { (char *)e.data.scalar.value, e.data.scalar.length };

			if (is_key)
				buf_clear(&key), buf_add(&key, v);
			else
				add_field(f->text, buf_view(&key), begin, end, e.data.scalar.style,
					  is_prose_key(f->keys, buf_view(&key)) && !e.data.scalar.anchor, f->out);
		} else if (depth == 1 && !is_key && (opens || e.type == YAML_ALIAS_EVENT)) {
			spans_add(f->out, LAYER_block, begin, begin, "collection_field")->value
				= arena_copy(f->out->arena, buf_view(&key));
		}
		if (depth == 0 && (e.type == YAML_SEQUENCE_START_EVENT
				   || (e.type == YAML_SCALAR_EVENT && e.data.scalar.length)))
			f->not_a_mapping = true;
		depth += opens;
		depth -= closes;
		if (depth == 1 && (e.type == YAML_SCALAR_EVENT || e.type == YAML_ALIAS_EVENT || closes))
			is_key = !is_key;
		done = e.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&e);
	}
	buf_release(&key);
	return ok;
}

size_t read_front_matter(const struct document *d, const char *keys, struct spans *out, struct report *r)
{
	size_t yaml, end, body;
	struct fields f = { .text = d->text, .keys = keys, .out = out };
	yaml_parser_t p;

	if (!find_front_matter(d->text, &yaml, &end, &body))
		return view_starts(d->text, "\xef\xbb\xbf") ? 3 : 0;
	spans_add(out, LAYER_block, 0, body, "front_matter");
	f.yaml = yaml;
	f.at.yaml = view_cut(d->text, yaml, end);
	yaml_parser_initialize(&p);
	yaml_parser_set_encoding(&p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&p, (const unsigned char *)d->text.p + yaml, end - yaml);
	if (!read_fields(&p, &f) || f.not_a_mapping) {
		size_t at = yaml + byte_of(&(struct place){ .yaml = f.at.yaml }, p.problem_mark.index);

		warn(r, at, "yaml", "front matter: %s; left as it is", f.not_a_mapping ? "not keys with values" : p.problem ? p.problem : "not YAML");
		/* It is the first block there is; what was found in it is taken back. */
		out->layer[LAYER_block].n = 1;
		out->layer[LAYER_block].at[0].value = V("broken");
		out->layer[LAYER_markup].n = 0;
	}
	yaml_parser_delete(&p);
	return body;
}
