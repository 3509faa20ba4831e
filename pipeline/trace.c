/* trace.c - the readable view of a document's spans. */
#include "trace.h"
#include "utf8.h"

#include <string.h>

enum { SHOWN = 72 };

/* Line breaks shown as such, long texts cut in the middle of nothing but characters. */
static void put_text(struct buf *out, struct view v)
{
	size_t shown = 0;

	buf_str(out, " \"");
	for (size_t i = 0, n; i < v.n; i += n) {
		n = utf8_length(v.p[i]);
		if (++shown > SHOWN) {
			buf_str(out, "…");
			break;
		}
		if (v.p[i] == '\n')
			buf_str(out, "\\n");
		else if ((unsigned char)v.p[i] < 0x20 || v.p[i] == 0x7f)
			buf_str(out, "·");
		else
			buf_add(out, view_cut(v, i, i + n));
	}
	buf_byte(out, '"');
}

static void put_span(struct buf *out, const struct document *d, const struct span *s, uint32_t line, uint32_t column)
{
	buf_addf(out, "  %u:%u\t%s", line, column, layer_name[s->layer]);
	if (s->label.n)
		buf_addf(out, " %.*s", VIEW_ARG(s->label));
	if (s->level)
		buf_addf(out, " %u", s->level);
	if (s->role)
		buf_addf(out, " (%s)", role_name[s->role]);
	put_text(out, span_text(d, s));
	if (s->value.n) {
		buf_str(out, s->layer == LAYER_change ? " ←" : " →");
		put_text(out, s->value);
	}
	buf_byte(out, '\n');
}

void trace_stage(const struct stage *stage, const struct document *d, struct buf *out)
{
	if (!stage->adds)
		return;
	buf_addf(out, "%s: %s\n", stage->name, stage->help);
	for (int l = 0; l < LAYER_COUNT; l++) {
		uint32_t line = 1, column, more;
		size_t at = 0;

		for (size_t i = 0; stage->adds & 1u << l && i < d->layer[l].n; i++) {
			const struct span *s = &d->layer[l].at[i];

			/* Count on from the last span's line, so that a long note is walked once. */
			document_position(view_cut(d->text, at, d->text.n), s->begin - at, &more, &column);
			line += more - 1;
			at = s->begin;
			while (at && d->text.p[at - 1] != '\n')
				at--;
			put_span(out, d, s, line, column);
		}
	}
}
