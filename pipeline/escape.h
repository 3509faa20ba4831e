/* escape.h - keeps a translation's own text from turning into structure where it is put. */
#ifndef ESCAPE_H
#define ESCAPE_H

#include "base.h"

enum escape {
	ESCAPE_NONE,			/* plain text */
	ESCAPE_MARKDOWN,
	ESCAPE_ALT,			/* between ![ and ] */
	ESCAPE_TITLE,			/* a link's title, between quotes or parentheses */
	ESCAPE_HTML,
	ESCAPE_YAML_SINGLE,
	ESCAPE_YAML_DOUBLE,
};

/*
 * Signs that stood as plain text in the source, each with what was on its two sides: the same sign between
 * the same neighbours is plain text in the translation, too, and needs no backslash.
 */
struct literals { bool seen[128][3][3]; };

void literals_find(struct literals *, struct view source);

/*
 * Appends text so that it reads as itself. `line_start`: the text begins a line or block, where `#`, `-` or
 * `1.` would open one; otherwise what is already in `out` counts as its left neighbour. `after` is the byte
 * that will follow, 0 at the end of a line or block. `literals` may be NULL.
 */
struct escape_place { enum escape where; bool line_start; char after; const struct literals *literals; };

void escape_add(struct buf *out, struct view text, struct escape_place);

/* Would this text, written plain, be read by YAML as something else than this one string? */
bool yaml_needs_quotes(struct view text);

#endif
