/* front_matter.c - the keys a translated note sets; everything else in the front matter keeps its bytes. */
#include "escape.h"
#include "note.h"
#include "unit.h"
#include "utf8.h"

#include <string.h>

enum { TITLE_MAX = 120 };

static const struct span *front_matter(const struct document *d)
{
	const struct layer_spans *b = &d->layer[LAYER_block];

	return b->n && view_is(b->at[0].label, "front_matter") ? &b->at[0] : NULL;
}

static const struct span *find_field(const struct document *d, const struct span *fm, struct view key)
{
	const struct layer_spans *b = &d->layer[LAYER_block];

	for (size_t i = 1; i < b->n && b->at[i].begin < fm->end; i++)
		if (view_ends(b->at[i].label, "field") && view_eq(b->at[i].value, key))
			return &b->at[i];
	return NULL;
}

/* A value as YAML writes it on one line: plain if it can be. */
static void add_value(struct buf *out, struct view value, bool literal)
{
	if (literal || !yaml_needs_quotes(value)) {
		buf_add(out, value);
		return;
	}
	buf_byte(out, '"');
	escape_add(out, value, (struct escape_place){ .where = ESCAPE_YAML_DOUBLE });
	buf_byte(out, '"');
}

static void edit_add(struct noting *n, size_t begin, size_t end, const struct buf *text)
{
	edits_add(&n->edits, begin, end, arena_copy(&n->arena, buf_view(text)));
}

/* Puts a value where another stood, in the quotes that are there. */
static void replace(struct noting *n, const struct span *field, struct view value, bool literal)
{
	bool one = view_is(field->label, "single_quoted_field"), two = view_is(field->label, "double_quoted_field");
	struct buf b = { 0 };

	if (field->begin == field->end && field->begin && n->d->text.p[field->begin - 1] == ':')
		buf_byte(&b, ' ');
	if (one || two)
		escape_add(&b, value,
			   (struct escape_place){ .where = one ? ESCAPE_YAML_SINGLE : ESCAPE_YAML_DOUBLE });
	else
		add_value(&b, value, literal);
	edit_add(n, field->begin, field->end, &b);
	buf_release(&b);
}

/* Where the closing line begins: new keys go before it. */
static size_t closing_line(const struct document *d, const struct span *fm)
{
	size_t i = fm->end;

	while (i > fm->begin && (d->text.p[i - 1] == '\n' || d->text.p[i - 1] == '\r'))
		i--;
	while (i > fm->begin && d->text.p[i - 1] != '\n')
		i--;
	return i;
}

static const char *newline(const struct document *d, const struct span *fm)
{
	return memchr(d->text.p, '\r', fm->end) ? "\r\n" : "\n";
}

/* `literal`: the value is YAML already (true, or what the user wrote after --set KEY=). */
static void set_key(struct noting *n, const struct span *fm, struct view key, struct view value, bool literal,
		    struct buf *added)
{
	const struct span *field = find_field(n->d, fm, key);

	if (field && view_is(field->label, "collection_field")) {
		warn(n->r, field->begin, "front-matter", "%.*s is not a single value; left as it is", VIEW_ARG(key));
	} else if (field && view_is(field->label, "block_field")) {
		warn(n->r, field->begin, "front-matter", "%.*s is a block of lines; left as it is", VIEW_ARG(key));
	} else if (field && !view_eq(span_text(n->d, field), value)) {
		replace(n, field, value, literal);
	} else if (!field) {
		buf_addf(added, "%.*s: ", VIEW_ARG(key));
		add_value(added, value, literal);
		buf_str(added, newline(n->d, fm));
	}
}

static void set_asked(struct noting *n, const struct span *fm, struct buf *added)
{
	const char *pair;
	size_t i = 0;

	while ((pair = setting_next(n->s->set, "set", &i))) {
		const char *equal = strchr(pair, '=');

		set_key(n, fm, (struct view){ pair, (size_t)(equal - pair) }, view_of(equal + 1), true, added);
	}
}

bool edit_front_matter(struct noting *n)
{
	const struct span *fm = front_matter(n->d);
	struct buf added = { 0 };

	if (!fm)
		return false;
	if (view_is(fm->value, "broken")) {
		warn(n->r, fm->begin, "front-matter", "the front matter is not YAML; its keys stay as they are");
		return true;
	}
	if (n->t.lang.n) {
		set_key(n, fm, V("lang"), n->t.lang, false, &added);
		set_key(n, fm, V("model"), n->t.model, false, &added);
		set_key(n, fm, V("translated"), V("true"), true, &added);
	}
	set_asked(n, fm, &added);
	if (added.n)
		edit_add(n, closing_line(n->d, fm), closing_line(n->d, fm), &added);
	buf_release(&added);
	return true;
}

/* --- a note without front matter --- */

/* What is left of a mark in a title: the inside of code, the escaped sign, an entity as it is. */
static void add_mark_text(struct view label, struct view mark, struct buf *out)
{
	if (view_is(label, "code")) {
		while (mark.n > 1 && mark.p[0] == '`' && mark.p[mark.n - 1] == '`')
			mark = view_cut(mark, 1, mark.n - 1);
		buf_add(out, view_trim(mark));
	} else if (view_is(label, "escape") && mark.n == 2) {
		buf_add(out, view_cut(mark, 1, mark.n));
	} else if (view_is(label, "entity")) {
		buf_add(out, mark);
	}
}

static void add_unit_text(const struct document *d, const struct unit *u, struct buf *out)
{
	for (size_t i = 0; i < u->text.n; i++) {
		int m = unit_mark_at(u, u->text.p + i);

		if (m < 0) {
			buf_byte(out, u->text.p[i]);
			continue;
		}
		add_mark_text(u->at[m].label, view_cut(d->text, u->at[m].begin, u->at[m].end), out);
		i += 3;
	}
}

static void add_target_text(const struct document *d, const struct span *t, struct buf *out)
{
	const struct layer_spans *marks = &d->layer[LAYER_markup];
	size_t at = 0;

	for (size_t i = 0; i < t->n_places; i++) {
		const struct mark_place *p = &t->places[i];
		size_t m = layer_from(d, LAYER_markup, p->begin);

		buf_add(out, view_cut(t->value, at, p->at));
		if (m < marks->n && marks->at[m].begin == p->begin)
			add_mark_text(marks->at[m].label, view_cut(d->text, p->begin, p->end), out);
		at = p->at + p->n;
	}
	buf_add(out, view_cut(t->value, at, t->value.n));
}

void plain_text(const struct document *d, const struct span *block, bool translated, struct buf *out)
{
	const struct layer_spans *t = &d->layer[LAYER_translation];
	struct unit u = { 0 };
	size_t at = block->begin;

	for (size_t i = layer_from(d, LAYER_translation, at); translated && i < t->n && t->at[i].begin < block->end; i++) {
		if (t->at[i].begin < at || t->at[i].end > block->end)
			continue;
		unit_build(&u, d, at, t->at[i].begin);
		add_unit_text(d, &u, out);
		add_target_text(d, &t->at[i], out);
		at = t->at[i].end;
	}
	unit_build(&u, d, at, block->end);
	add_unit_text(d, &u, out);
	unit_release(&u);
}

/* A long first sentence becomes a title by its beginning, cut at a blank. */
static void shorten(struct buf *title)
{
	struct view v = view_trim(buf_view(title));
	size_t begin = (size_t)(v.p - buf_view(title).p), points = 0, cut = 0;

	for (size_t i = 0; i < v.n && points <= TITLE_MAX; i += utf8_length(v.p[i]), points++)
		cut = v.p[i] == ' ' ? i : cut;
	if (points <= TITLE_MAX || !cut)
		return;
	title->n = begin + cut;
	buf_str(title, "…");
}

/* The first heading; without one, the first sentence. */
static void make_title(const struct document *d, struct buf *out)
{
	const struct layer_spans *b = &d->layer[LAYER_block];
	const struct span *chosen = NULL;
	struct span first;

	for (size_t i = 0; i < b->n && !(chosen && view_is(chosen->label, "heading")); i++)
		if (b->at[i].role == ROLE_PROSE && !view_is(b->at[i].label, "label")
		    && (!chosen || view_is(b->at[i].label, "heading")))
			chosen = &b->at[i];
	if (!chosen)
		return;
	first = *chosen;
	if (!view_is(chosen->label, "heading") && d->layer[LAYER_sentence].n) {
		size_t i = layer_from(d, LAYER_sentence, first.begin);

		if (i < d->layer[LAYER_sentence].n && d->layer[LAYER_sentence].at[i].end <= first.end)
			first.end = d->layer[LAYER_sentence].at[i].end;
	}
	plain_text(d, &first, true, out);
}

static void add_key(struct buf *out, const char *key, struct view value, bool literal)
{
	buf_addf(out, "%s: ", key);
	add_value(out, value, literal);
	buf_byte(out, '\n');
}

static const char *asked(const struct noting *n, const char *key)
{
	const char *pair, *found = NULL;
	size_t i = 0;

	while ((pair = setting_next(n->s->set, "set", &i)))
		if (!strncmp(pair, key, strlen(key)) && pair[strlen(key)] == '=')
			found = pair + strlen(key) + 1;
	return found;
}

/* The keys the blog's own notes have, in their order; --set changes them or adds to them. */
void new_front_matter(const struct noting *n, struct buf *out)
{
	struct buf title = { 0 };
	struct { const char *key; struct view value; bool literal; } keys[] = {
		{ "audio", V("false"), true }, { "generated", V("true"), true }, { "image", V("false"), true },
		{ "lang", n->t.lang, false }, { "layout", V("post"), false }, { "model", n->t.model, false },
		{ "title", V(""), false }, { "translated", V("true"), true }, { "type", V("note"), false },
	};
	const char *pair;
	size_t i = 0;

	make_title(n->d, &title);
	shorten(&title);
	keys[6].value = view_trim(buf_view(&title));
	buf_str(out, "---\n");
	for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
		const char *value = asked(n, keys[k].key);

		if (value)
			add_key(out, keys[k].key, view_of(value), true);
		else if (keys[k].value.n && (n->t.lang.n || strcmp(keys[k].key, "translated")))
			add_key(out, keys[k].key, keys[k].value, keys[k].literal);
	}
	while ((pair = setting_next(n->s->set, "set", &i))) {
		bool known = false;

		for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
			known = known || (!strncmp(pair, keys[k].key, strlen(keys[k].key))
					  && pair[strlen(keys[k].key)] == '=');
		if (!known)
			buf_addf(out, "%.*s: %s\n", (int)strcspn(pair, "="), pair, strchr(pair, '=') + 1);
	}
	buf_str(out, "---\n\n");
	buf_release(&title);
}
