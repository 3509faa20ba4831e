/* note - write the note: the original bytes with each translated sentence in its place. */
#include "note.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>

static const struct option options[] = {
	{ "pin-ids", 0, NULL, NULL, "give headings the ids they had, so that links to them still work" },
	{ "sibling-links", 0, NULL, NULL, "link to the translated notes of this run and of the folders they go to" },
	{ "set", 's', "KEY=VALUE", NULL, "set a key of the front matter; may be given often" },
	{ "structured", 0, NULL, NULL, "write plain text as a structured note even if nothing is translated" },
	{ 0 }
};

static void note_close(void *state)
{
	struct note_state *s = state;

	arena_release(&s->arena);
	free(s->sibling);
	free(s);
}

static int by_bytes(const void *a, const void *b)
{
	const struct view *x = a, *y = b;
	int c = memcmp(x->p, y->p, x->n < y->n ? x->n : y->n);

	return c ? c : (x->n > y->n) - (x->n < y->n);
}

/* Notes of this run; their translations will stand beside each other. */
static void list_siblings(struct note_state *s, const struct settings *set)
{
	const char *name;
	size_t i = 0;

	while ((name = setting_next(set, "input", &i))) {
		s->sibling = memory_grow(s->sibling, &s->cap_siblings, s->n_siblings + 1, sizeof *s->sibling);
		s->sibling[s->n_siblings++] = name_stem(view_of(name));
	}
	if (s->n_siblings)
		qsort(s->sibling, s->n_siblings, sizeof *s->sibling, by_bytes);
}

static enum status note_open(const struct settings *set, void **state, struct report *r)
{
	struct note_state *s = memory_get(sizeof *s);
	const char *pair;
	size_t i = 0;

	*state = s;
	s->set = set;
	s->pin_ids = setting(set, "pin-ids");
	s->sibling_links = setting(set, "sibling-links");
	s->structured = setting(set, "structured");
	list_siblings(s, set);
	while ((pair = setting_next(set, "set", &i)))
		if (!strchr(pair, '=') || *pair == '=')
			return fail(r, NOWHERE, "set", "--set needs KEY=VALUE, not %s", pair);
	return OK;
}

/* All translations of a run name the same language and engine; the first that can be used speaks for them. */
struct translated note_translated(const struct document *d)
{
	const struct layer_spans *t = &d->layer[LAYER_translation];
	struct translated found = { V(""), V("") };
	struct unit u = { 0 };

	for (size_t i = 0; i < t->n && !found.lang.n; i++) {
		unit_build(&u, d, t->at[i].begin, t->at[i].end);
		if (unit_fits(&u, &t->at[i]))
			found = (struct translated){ t->at[i].lang, t->at[i].label };
	}
	unit_release(&u);
	return found;
}

static int by_begin(const void *a, const void *b)
{
	const struct edit *x = a, *y = b;

	return x->begin != y->begin ? (x->begin < y->begin ? -1 : 1) : (x->end > y->end) - (x->end < y->end);
}

static void write_markdown(struct noting *n, struct buf *out)
{
	size_t i = 0;
	bool changes = n->t.lang.n || setting_next(n->s->set, "set", &i);
	bool has = !changes || edit_front_matter(n);
	size_t bom = view_starts(n->d->text, "\xef\xbb\xbf") ? 3 : 0;

	if (n->s->sibling_links && n->t.lang.n)
		edit_links(n);
	if (n->s->pin_ids)
		edit_heading_ids(n);
	if (n->edits.n)
		qsort(n->edits.at, n->edits.n, sizeof *n->edits.at, by_begin);
	if (!has) {
		buf_add(out, view_cut(n->d->text, 0, bom));
		new_front_matter(n, out);
	}
	weave(n->d, has ? 0 : bom, n->d->text.n, &n->edits, out, n->r);
}

static enum status note_render(const void *state, const struct document *d, struct buf *out, struct report *r)
{
	struct noting n = { .s = state, .d = d, .t = note_translated(d), .r = r };

	if (view_is(d->format, "text") && (n.t.lang.n || n.s->structured))
		write_structured(&n, out);
	else if (view_is(d->format, "markdown"))
		write_markdown(&n, out);
	else
		weave(d, 0, d->text.n, NULL, out, r);
	edits_release(&n.edits);
	arena_release(&n.arena);
	return OK;
}

struct view name_stem(struct view path)
{
	const char *slash = path.n ? memrchr(path.p, '/', path.n) : NULL, *dot;

	if (slash)
		path = view_cut(path, (size_t)(slash - path.p) + 1, path.n);
	dot = path.n ? memrchr(path.p, '.', path.n) : NULL;
	return dot && dot > path.p ? view_cut(path, 0, (size_t)(dot - path.p)) : path;
}

struct view name_language(struct view stem)
{
	struct view tail = stem.n > 3 ? view_cut(stem, stem.n - 3, stem.n) : V("");

	if (tail.n && tail.p[0] == '-' && tail.p[1] >= 'a' && tail.p[1] <= 'z' && tail.p[2] >= 'a' && tail.p[2] <= 'z')
		return tail;
	return V("");
}

/* x-en.md becomes x-hi.md, x.md becomes x-hi.md; plain text that was structured is Markdown now. */
static void note_name(const void *state, const struct document *d, struct buf *out)
{
	const struct note_state *s = state;
	struct translated t = note_translated(d);
	struct view stem = name_stem(d->id), lang = name_language(stem);
	struct view ending = { stem.p + stem.n, (size_t)(d->id.p + d->id.n - stem.p - stem.n) };

	if (t.lang.n) {
		buf_add(out, view_cut(stem, 0, stem.n - lang.n));
		buf_addf(out, "-%.*s", VIEW_ARG(t.lang));
	} else {
		buf_add(out, stem);
	}
	if (view_is(d->format, "text") && (t.lang.n || s->structured))
		buf_str(out, ".md");
	else
		buf_add(out, ending);
}

const struct stage_ops note_ops = {
	.options = options,
	.examples = "  pravah read note.md | pravah note          the same bytes again\n"
		    "  pravah --to hi --pin-ids --set author=Asha -o _posts/ notes/*-en.md\n",
	.open = note_open,
	.close = note_close,
	.render = note_render,
	.name = note_name,
};
