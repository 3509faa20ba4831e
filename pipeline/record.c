/*
 * record.c - reading and writing records. Reading is jansson's work. Writing is streamed span by span, so
 * that a large document needs its record once in memory and not a tree of millions of nodes besides;
 * jansson still writes every string that needs escaping.
 */
#include "record.h"
#include "utf8.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* --- writing --- */

static int append(const char *p, size_t n, void *out)
{
	buf_add(out, (struct view){ p, n });
	return 0;
}

static bool is_plain(struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if ((unsigned char)v.p[i] < 0x20 || v.p[i] == '"' || v.p[i] == '\\' || v.p[i] == 0x7f)
			return false;
	return true;
}

static void put_string(struct buf *out, struct view v)
{
	json_t *s;

	if (is_plain(v)) {
		buf_byte(out, '"');
		buf_add(out, v);
		buf_byte(out, '"');
		return;
	}
	s = json_stringn_nocheck(v.p, v.n);
	json_dump_callback(s, append, out, JSON_ENCODE_ANY);
	json_decref(s);
}

static void put_member(struct buf *out, const char *name, struct view value)
{
	buf_addf(out, ",\"%s\":", name);
	put_string(out, value);
}

/* The members of an object we keep for others, each after a comma. */
static void put_extra(struct buf *out, json_t *extra)
{
	const char *key;
	json_t *value;

	json_object_foreach(extra, key, value) {
		buf_byte(out, ',');
		put_string(out, view_of(key));
		buf_byte(out, ':');
		json_dump_callback(value, append, out, JSON_ENCODE_ANY | JSON_COMPACT);
	}
}

static void put_places(struct buf *out, const struct span *s, const struct utf8_map *m)
{
	struct utf8_map value;

	utf8_map_init(&value, s->value);
	buf_str(out, ",\"places\":[");
	for (size_t i = 0; i < s->n_places; i++) {
		const struct mark_place *p = &s->places[i];

		buf_addf(out, "%s[%zu,%zu,%zu,%zu]", i ? "," : "", utf8_map_point(&value, p->at),
			 utf8_map_point(&value, p->at + p->n), utf8_map_point(m, p->begin),
			 utf8_map_point(m, p->end));
	}
	buf_byte(out, ']');
	utf8_map_release(&value);
}

static void put_span(struct buf *out, const struct span *s, const struct utf8_map *m)
{
	buf_addf(out, "{\"layer\":\"%s\",\"begin\":%zu,\"end\":%zu", layer_name[s->layer],
		 utf8_map_point(m, s->begin), utf8_map_point(m, s->end));
	if (s->label.n)
		put_member(out, "label", s->label);
	if (s->role)
		put_member(out, "role", view_of(role_name[s->role]));
	if (s->level)
		buf_addf(out, ",\"level\":%u", s->level);
	if (s->value.n)
		put_member(out, "value", s->value);
	if (s->lang.n)
		put_member(out, "lang", s->lang);
	if (s->score > 0)
		buf_addf(out, ",\"score\":%.4g", (double)s->score);
	if (s->n_places)
		put_places(out, s, m);
	put_extra(out, s->extra);
	buf_byte(out, '}');
}

static void set_place(const struct span *s, const struct utf8_map *m)
{
	json_object_set_new(s->extra, "begin", json_integer((json_int_t)utf8_map_point(m, s->begin)));
	json_object_set_new(s->extra, "end", json_integer((json_int_t)utf8_map_point(m, s->end)));
}

static void put_spans(struct buf *out, const struct document *d, json_t *unknown)
{
	struct utf8_map m;
	bool first = true;
	json_t *value;
	size_t i;

	utf8_map_init(&m, d->text);
	for (i = 0; i < d->foreign.n; i++)
		set_place(&d->foreign.at[i], &m);
	buf_str(out, ",\"spans\":[");
	for (int l = 0; l < LAYER_COUNT; l++)
		for (i = 0; i < d->layer[l].n; i++, first = false) {
			if (!first)
				buf_str(out, ",");
			put_span(out, &d->layer[l].at[i], &m);
		}
	json_array_foreach(unknown, i, value) {
		if (!first)
			buf_str(out, ",");
		first = false;
		json_dump_callback(value, append, out, JSON_ENCODE_ANY | JSON_COMPACT);
	}
	buf_byte(out, ']');
	utf8_map_release(&m);
}

static void put_failure(struct buf *out, const struct failure *f)
{
	buf_str(out, ",\"error\":{\"stage\":");
	put_string(out, f->stage);
	put_member(out, "code", f->code);
	put_member(out, "message", f->message);
	if (f->line)
		buf_addf(out, ",\"line\":%u,\"column\":%u", f->line, f->column);
	buf_byte(out, '}');
}

static void put_layers(struct buf *out, const struct document *d, json_t *unknown)
{
	const char *comma = "";
	json_t *name;
	size_t i;

	buf_str(out, ",\"layers\":[");
	for (int l = 0; l < LAYER_COUNT; l++)
		if (d->layers & 1u << l) {
			buf_addf(out, "%s\"%s\"", comma, layer_name[l]);
			comma = ",";
		}
	json_array_foreach(unknown, i, name) {
		buf_str(out, comma);
		json_dump_callback(name, append, out, JSON_ENCODE_ANY);
		comma = ",";
	}
	buf_byte(out, ']');
}

void record_write(const struct document *d, struct buf *out)
{
	json_t *extra = d->extra;
	json_t *meta = json_object_get(extra, "meta");

	buf_str(out, "{\"id\":");
	put_string(out, utf8_check(d->id) == d->id.n ? d->id : V("(name is not UTF-8)"));
	if (utf8_check(d->text) == d->text.n && d->text.p) {
		put_member(out, "text", d->text);
		buf_str(out, ",\"meta\":{\"format\":");
		put_string(out, d->format);
		put_extra(out, meta);
		buf_byte(out, '}');
		put_layers(out, d, json_object_get(extra, "layers"));
		put_spans(out, d, json_object_get(extra, "spans"));
	}
	put_extra(out, json_object_get(extra, "members"));
	if (d->failure)
		put_failure(out, d->failure);
	buf_str(out, "}\n");
}

/* --- reading --- */

struct reading { struct document *d; struct utf8_map map; struct spans spans; json_t *unknown, *extras; struct report *r; };

static struct view string_of(struct arena *a, const json_t *v)
{
	return json_is_string(v) ? arena_copy(a, (struct view){ json_string_value(v), json_string_length(v) })
				 : V("");
}

static bool offset_of(const json_t *v, const struct utf8_map *m, uint32_t *byte)
{
	json_int_t n = json_integer_value(v);
	size_t at;

	if (!json_is_integer(v) || n < 0 || (size_t)n > DOCUMENT_MAX || (at = utf8_map_byte(m, (size_t)n)) == SIZE_MAX)
		return false;
	*byte = (uint32_t)at;
	return true;
}

static int index_of(const char *const *names, int n, const json_t *v)
{
	for (int i = 0; json_is_string(v) && i < n; i++)
		if (!strcmp(names[i], json_string_value(v)))
			return i;
	return n;
}

static bool read_place(const struct reading *in, const json_t *v, const struct utf8_map *value, struct mark_place *p)
{
	uint32_t end;

	if (json_array_size(v) != 4 || !offset_of(json_array_get(v, 0), value, &p->at)
	    || !offset_of(json_array_get(v, 1), value, &end) || !offset_of(json_array_get(v, 2), &in->map, &p->begin)
	    || !offset_of(json_array_get(v, 3), &in->map, &p->end) || end < p->at || p->end < p->begin)
		return false;
	p->n = end - p->at;
	return true;
}

static bool read_places(struct reading *in, struct span *s, const json_t *list)
{
	struct mark_place *at = arena_get(&in->d->arena, json_array_size(list) * sizeof *at);
	uint32_t last = 0;
	struct utf8_map m;
	bool ok = true;

	utf8_map_init(&m, s->value);
	s->n_places = json_array_size(list);
	for (size_t i = 0; ok && i < s->n_places; i++) {
		ok = read_place(in, json_array_get(list, i), &m, &at[i]) && at[i].at >= last;
		last = at[i].at + at[i].n;
	}
	utf8_map_release(&m);
	s->places = at;
	return ok;
}

/* What is left of an object once the members we know are taken out; NULL if nothing. */
static json_t *rest_of(json_t *object, const char *const *known)
{
	json_t *rest = json_copy(object);

	for (; *known; known++)
		json_object_del(rest, *known);
	if (json_object_size(rest))
		return rest;
	json_decref(rest);
	return NULL;
}

/* A span of a layer we do not know: it travels as it is, but where the text is rewritten its place moves, too. */
static void keep_foreign(struct reading *in, json_t *v)
{
	struct layer_spans *l = &in->d->foreign;
	struct span s = { 0 };

	json_array_append(in->unknown, v);
	if (!offset_of(json_object_get(v, "begin"), &in->map, &s.begin) || !offset_of(json_object_get(v, "end"), &in->map, &s.end))
		return;
	s.extra = v;
	l->at = memory_grow(l->at, &l->cap, l->n + 1, sizeof *l->at);
	l->at[l->n++] = s;
}

static enum status read_span(struct reading *in, json_t *v)
{
	static const char *const known[] = { "layer", "begin", "end", "label", "role", "level", "value", "lang",
					     "score", "places", NULL };
	int layer = index_of(layer_name, LAYER_COUNT, json_object_get(v, "layer"));
	json_t *places = json_object_get(v, "places"), *level = json_object_get(v, "level");
	uint32_t begin, end;
	struct span *s;

	if (!json_is_object(v))
		return fail(in->r, NOWHERE, "record", "a span is not an object");
	if (layer == LAYER_COUNT) {
		keep_foreign(in, v);
		return OK;
	}
	if (!offset_of(json_object_get(v, "begin"), &in->map, &begin)
	    || !offset_of(json_object_get(v, "end"), &in->map, &end) || begin > end)
		return fail(in->r, NOWHERE, "record", "a %s span lies outside the text", layer_name[layer]);
	s = spans_add(&in->spans, (enum layer)layer, begin, end, "");
	s->label = string_of(&in->d->arena, json_object_get(v, "label"));
	s->value = string_of(&in->d->arena, json_object_get(v, "value"));
	s->lang = string_of(&in->d->arena, json_object_get(v, "lang"));
	s->role = (uint8_t)index_of(role_name, ROLE_COUNT, json_object_get(v, "role"));
	s->role = s->role == ROLE_COUNT ? ROLE_NONE : s->role;
	s->level = (uint16_t)(json_is_integer(level) ? json_integer_value(level) : 0);
	s->score = (float)json_number_value(json_object_get(v, "score"));
	s->score = s->score > 0 && s->score <= 1 ? s->score : 0;
	if ((s->extra = rest_of(v, known)))
		json_array_append_new(in->extras, s->extra);
	if (places && !read_places(in, s, places))
		return fail(in->r, NOWHERE, "record", "the places of a translation do not fit");
	return OK;
}

static enum status read_spans(struct reading *in, json_t *list)
{
	enum status rc = OK;
	size_t i;
	json_t *v;

	json_array_foreach(list, i, v) {
		rc = read_span(in, v);
		if (rc != OK)
			break;
	}
	for (int l = 0; l < LAYER_COUNT; l++)
		if (rc == OK && in->d->layers & 1u << l)
			document_set_layer(in->d, (enum layer)l, &in->spans);
	return rc;
}

/* A layer counts as added if it is listed or, for records by others, if it has a span. Names we do not know are kept. */
static void read_layers(struct document *d, const json_t *names, const json_t *spans, json_t *unknown)
{
	size_t i;
	json_t *v;

	json_array_foreach(names, i, v) {
		int l = index_of(layer_name, LAYER_COUNT, v);

		if (l < LAYER_COUNT)
			d->layers |= 1u << l;
		else
			json_array_append(unknown, v);
	}
	json_array_foreach(spans, i, v) {
		int l = index_of(layer_name, LAYER_COUNT, json_object_get(v, "layer"));

		d->layers |= l < LAYER_COUNT ? 1u << l : 0;
	}
}

static void read_failure(struct document *d, json_t *error)
{
	struct failure *f = arena_get(&d->arena, sizeof *f);

	f->stage = string_of(&d->arena, json_object_get(error, "stage"));
	f->code = string_of(&d->arena, json_object_get(error, "code"));
	f->message = string_of(&d->arena, json_object_get(error, "message"));
	f->line = (uint32_t)json_integer_value(json_object_get(error, "line"));
	f->column = (uint32_t)json_integer_value(json_object_get(error, "column"));
	d->failure = f;
}

/* One object owns all that we keep for others; spans borrow from it. */
static void keep_extra(struct document *d, json_t *root)
{
	static const char *const known[] = { "id", "text", "meta", "layers", "spans", "error", NULL };
	static const char *const known_meta[] = { "format", NULL };
	json_t *members = rest_of(root, known), *meta = rest_of(json_object_get(root, "meta"), known_meta);
	json_t *keep = json_object();

	json_object_set_new(keep, "spans", json_array());
	json_object_set_new(keep, "layers", json_array());
	json_object_set_new(keep, "span members", json_array());
	if (members)
		json_object_set_new(keep, "members", members);
	if (meta)
		json_object_set_new(keep, "meta", meta);
	d->extra = keep;
}

/* Members of the wrong kind are a fault, not something to guess about. */
static const char *wrong_member(const json_t *root)
{
	const json_t *id = json_object_get(root, "id"), *spans = json_object_get(root, "spans");
	const json_t *layers = json_object_get(root, "layers"), *meta = json_object_get(root, "meta");
	const json_t *error = json_object_get(root, "error");

	return id && !json_is_string(id) ? "id" : spans && !json_is_array(spans) ? "spans"
		: layers && !json_is_array(layers) ? "layers" : meta && !json_is_object(meta) ? "meta"
		: error && !json_is_object(error) ? "error" : NULL;
}

static enum status read_text(struct document *d, const json_t *root, struct report *r)
{
	const json_t *text = json_object_get(root, "text");

	if (!json_is_string(text) && !json_object_get(root, "error"))
		return fail(r, NOWHERE, "record", "not a record: it has no \"text\"");
	if (json_string_length(text) > DOCUMENT_MAX)
		return fail(r, NOWHERE, "too-long", "the text is longer than %zu MiB", DOCUMENT_MAX >> 20);
	d->text = json_is_string(text) ? string_of(&d->arena, text) : (struct view){ NULL, 0 };
	d->format = string_of(&d->arena, json_object_get(json_object_get(root, "meta"), "format"));
	d->format = d->format.n ? d->format : V("markdown");
	return OK;
}

static enum status read_root(struct document *d, json_t *root, struct report *r)
{
	json_t *error = json_object_get(root, "error"), *spans = json_object_get(root, "spans");
	struct reading in = { .d = d, .r = r, .spans = { .arena = &d->arena } };
	const char *wrong = wrong_member(root);
	enum status rc;

	if (wrong)
		return fail(r, NOWHERE, "record", "\"%s\" is not what a record has there", wrong);
	if (json_object_get(root, "id"))
		d->id = string_of(&d->arena, json_object_get(root, "id"));
	rc = read_text(d, root, r);
	if (rc != OK)
		return rc;
	if (error)
		read_failure(d, error);
	keep_extra(d, root);
	in.unknown = json_object_get(d->extra, "spans");
	in.extras = json_object_get(d->extra, "span members");
	read_layers(d, json_object_get(root, "layers"), spans, json_object_get(d->extra, "layers"));
	utf8_map_init(&in.map, d->text);
	rc = read_spans(&in, spans);
	utf8_map_release(&in.map);
	spans_release(&in.spans);
	return rc;
}

enum status record_read(struct view line, struct document *d, struct report *r)
{
	json_error_t why;
	json_t *root = json_loadb(line.p, line.n, JSON_ALLOW_NUL, &why);
	enum status rc;

	if (!json_is_object(root)) {
		rc = fail(r, NOWHERE, "record", "not a record: %s (byte %d)", root ? "not an object" : why.text,
			  root ? 0 : why.position);
	} else {
		rc = read_root(d, root, r);
	}
	json_decref(root);
	return rc;
}

void record_release(struct document *d)
{
	json_decref(d->extra);
	document_release(d);
}
