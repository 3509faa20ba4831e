/* escape.h - keeps a translation's own text from turning into structure where it is put. */
#ifndef ESCAPE_H
#define ESCAPE_H

#include "base.h"

enum escape {
	ESCAPE_NONE,			/* plain text */
	ESCAPE_MARKDOWN,
	ESCAPE_CELL,			/* Markdown inside a table */
	ESCAPE_ALT,			/* between ![ and ] */
	ESCAPE_TITLE,			/* a link's title, between quotes or parentheses */
	ESCAPE_HTML,
	ESCAPE_YAML_SINGLE,
	ESCAPE_YAML_DOUBLE,
};

/*
 * Appends text so that it reads as itself. `line_start`: the text begins a line or block, where `#`, `-`
 * or `1.` would open one; otherwise what is already in `out` counts as its left neighbour.
 */
void escape_add(struct buf *out, struct view text, enum escape, bool line_start);

/* Would this text, written plain, be read by YAML as something else than this one string? */
bool yaml_needs_quotes(struct view text);

#endif
