/*
 * structure.c - plain text as a structured note: front matter, label lines as headings, paragraphs apart,
 * bullets and numbers as lists.
 */
#include "escape.h"
#include "note.h"

#include <string.h>

static bool is_item(const struct span *b)
{
	return view_ends(b->label, "item");
}

/* Two items stay together; everything else has a blank line between. */
static void separate(struct buf *out, const struct span *before, const struct span *b)
{
	if (before)
		buf_str(out, is_item(before) && view_eq(before->label, b->label) ? "\n" : "\n\n");
}

static void write_block(const struct noting *n, const struct span *b, unsigned number, struct buf *out)
{
	struct buf text = { 0 };
	struct view v;

	weave(n->d, b->begin, b->end, NULL, &text, n->r);
	v = view_trim(buf_view(&text));
	if (view_is(b->label, "label")) {
		buf_str(out, "### ");
		while (v.n && v.p[v.n - 1] == ':')
			v.n--;
	} else if (view_is(b->label, "item")) {
		buf_str(out, "- ");
	} else if (view_is(b->label, "ordered_item")) {
		buf_addf(out, "%u. ", number);
	}
	escape_add(out, view_trim(v), (struct escape_place){ .where = ESCAPE_MARKDOWN, .line_start = true });
	buf_release(&text);
}

void write_structured(const struct noting *n, struct buf *out)
{
	const struct layer_spans *b = &n->d->layer[LAYER_block];
	const struct span *before = NULL;
	unsigned number = 0;

	new_front_matter(n, out);
	for (size_t i = 0; i < b->n; i++) {
		if (b->at[i].role != ROLE_PROSE)
			continue;
		separate(out, before, &b->at[i]);
		number = view_is(b->at[i].label, "ordered_item") ? number + 1 : 0;
		write_block(n, &b->at[i], number, out);
		before = &b->at[i];
	}
	buf_str(out, "\n");
}
