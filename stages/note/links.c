/* links.c - what points at a note or into it: links between notes, and the ids of headings. */
#include "note.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

/* --- links to siblings --- */

static bool is_sibling(const struct note_state *s, struct view stem)
{
	size_t lo = 0, hi = s->n_siblings;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		struct view v = s->sibling[mid];
		int c = memcmp(v.p, stem.p, v.n < stem.n ? v.n : stem.n);

		if (!c && v.n == stem.n)
			return true;
		if (c < 0 || (!c && v.n < stem.n))
			lo = mid + 1;
		else
			hi = mid;
	}
	return false;
}

static bool is_stem_char(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/*
 * Every word in [begin, end) that is the stem of a note of this run, such as 2026-02-04-x-en in (x/2026-02-04-x-en.md#a)
 * or in {% post_url 2026-02-04-x-en %}, gets the target language at its end.
 */
static void edit_stems(struct noting *n, size_t begin, size_t end, struct view from)
{
	struct view t = n->d->text;

	for (size_t i = begin; i < end;) {
		size_t e = i;

		while (e < end && is_stem_char(t.p[e]))
			e++;
		if (e > i + from.n && view_ends(view_cut(t, i, e), from.p) && is_sibling(n->s, view_cut(t, i, e)))
			edits_add(&n->edits, e - from.n + 1, e, n->t.lang);
		i = e + 1;
	}
}

static bool leads_outside(struct view v)
{
	return memmem(v.p, v.n, "://", 3) != NULL;
}

void edit_links(struct noting *n)
{
	const struct layer_spans *m = &n->d->layer[LAYER_markup];
	struct view from = name_language(name_stem(n->d->id));
	char tail[8];

	if (!from.n || view_eq(view_cut(from, 1, from.n), n->t.lang))
		return;
	snprintf(tail, sizeof tail, "%.*s", VIEW_ARG(from));
	for (size_t i = 0; i < m->n; i++) {
		const struct span *s = &m->at[i];
		bool link = (view_is(s->label, "link") && s->role == ROLE_CLOSE) || view_is(s->label, "liquid");

		/* A Liquid tag in a link's address is seen with the link. */
		if (!link || leads_outside(span_text(n->d, s))
		    || (i && view_is(s->label, "liquid") && m->at[i - 1].end >= s->end))
			continue;
		edit_stems(n, s->begin, s->end, view_of(tail));
	}
}

/* --- heading ids --- */

/* How often each id has been given: an open-addressed table, at most half full. */
struct id { struct view text; size_t times; };

struct ids { struct id *at; size_t n, cap; struct arena arena; };

/*
 * The id kramdown's GFM parser gives: lower case, only letters, digits, blanks, - and _, blanks to -.
 * Source: kramdown-parser-gfm, generate_gfm_header_id.
 */
static void make_id(struct view text, struct buf *out)
{
	for (size_t i = 0; i < text.n; i += utf8_length(text.p[i])) {
		UChar32 c = u_tolower((UChar32)utf8_code(text.p + i));

		if (c == ' ')
			buf_byte(out, '-');
		else if (c == '-' || c == '_' || u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK)
			utf8_add(out, (uint32_t)c);
	}
}

static struct id *id_place(struct id *table, size_t cap, struct view text)
{
	size_t i = view_hash(text) & (cap - 1);

	while (table[i].text.p && !view_eq(table[i].text, text))
		i = (i + 1) & (cap - 1);
	return &table[i];
}

static void grow_ids(struct ids *ids)
{
	size_t cap = ids->cap ? 2 * ids->cap : 64;
	struct id *table;

	if (2 * ids->n < ids->cap)
		return;
	table = memory_get(cap * sizeof *table);
	for (size_t i = 0; i < ids->cap; i++)
		if (ids->at[i].text.p)
			*id_place(table, cap, ids->at[i].text) = ids->at[i];
	free(ids->at);
	ids->at = table;
	ids->cap = cap;
}

/* A second "intro" is intro-1. */
static void number_id(struct ids *ids, struct buf *id)
{
	struct id *place;

	grow_ids(ids);
	place = id_place(ids->at, ids->cap, buf_view(id));
	if (!place->times) {
		place->text = arena_copy(&ids->arena, buf_view(id));
		ids->n++;
	}
	if (place->times++)
		buf_addf(id, "-%zu", place->times - 1);
}

/* What kramdown accepts in {#...}. */
static bool can_be_pinned(struct view id)
{
	for (size_t i = 0; i < id.n; i++)
		if (!((id.p[i] | 32) >= 'a' && (id.p[i] | 32) <= 'z') && (i == 0 || !(is_stem_char(id.p[i]) && !(id.p[i] & 0x80))))
			return false;
	return id.n > 0;
}

/* End of the heading's line, blanks left out; `own_id` if an id or attribute list is there already. */
static size_t heading_end(const struct document *d, const struct span *h, bool *own_id)
{
	const struct layer_spans *m = &d->layer[LAYER_markup];
	struct view t = d->text;
	const char *nl = memchr(t.p + h->end, '\n', t.n - h->end);
	size_t end = nl ? (size_t)(nl - t.p) : t.n, next = nl ? end + 1 : end;

	*own_id = t.n - next >= 2 && !memcmp(t.p + next, "{:", 2);
	for (size_t i = layer_from(d, LAYER_markup, h->begin); i < m->n && m->at[i].begin < end; i++)
		*own_id = *own_id || view_is(m->at[i].label, "heading_id") || view_is(m->at[i].label, "comment");
	while (end > h->end && byte_in(t.p[end - 1], " \t\r"))
		end--;
	return end;
}

void edit_heading_ids(struct noting *n)
{
	const struct layer_spans *b = &n->d->layer[LAYER_block];
	struct ids ids = { 0 };

	for (size_t i = 0; i < b->n; i++) {
		struct buf text = { 0 }, id = { 0 }, pin = { 0 };
		bool own_id;
		size_t end;

		if (!view_is(b->at[i].label, "heading"))
			continue;
		end = heading_end(n->d, &b->at[i], &own_id);
		plain_text(n->d, &b->at[i], false, &text);
		make_id(view_trim(buf_view(&text)), &id);
		number_id(&ids, &id);
		if (!own_id && can_be_pinned(buf_view(&id))) {
			buf_addf(&pin, " {#%s}", id.p);
			edits_add(&n->edits, end, end, arena_copy(&n->arena, buf_view(&pin)));
		}
		buf_release(&text);
		buf_release(&id);
		buf_release(&pin);
	}
	free(ids.at);
	arena_release(&ids.arena);
}
