/*
 * unit.h - a translation unit: one sentence as an engine sees it. Prose is text;
 * every inline mark (link end, code, Liquid tag, maths, ...) is one character from a
 * private-use plane, so that an engine moves marks like words and can't touch what is in them.
 */
#ifndef UNIT_H
#define UNIT_H

#include "document.h"

/* The character of mark i is U+100000 + i: always four bytes, the first of them 0xF4. */
enum { UNIT_MARK = 0x100000, UNIT_MARKS_MAX = 0xfff0 };

struct mark {
	uint32_t begin, end;		/* bytes of the document's text */
	enum role role;			/* ROLE_OPEN, ROLE_CLOSE or ROLE_NONE: stands alone */
	int pair;			/* the other end's index, or -1 */
	struct view label;
	struct view write;		/* what to write for it in a translation; empty: its own bytes */
};

struct unit { struct buf text; struct mark *at; size_t n, cap; };

/* Cuts bytes [begin, end) of a document into text and marks. Clears `u` first. */
void unit_build(struct unit *u, const struct document *, size_t begin, size_t end);
void unit_release(struct unit *);

/* The mark whose character is at p, or -1. */
int unit_mark_at(const struct unit *, const char *p);

/* Does the unit hold a letter of any script, so that there is something to translate? */
bool unit_has_letter(const struct unit *);

/*
 * Turns an engine's target (text with mark characters) into a span's value and places, made in the arena.
 * False if a mark is lost, doubled or crossed. Line breaks become blanks: a sentence is never two lines.
 */
bool unit_target(const struct unit *, const struct document *, struct view target, struct arena *, struct span *);

/* Does a translation, which may come from elsewhere, keep every mark of its sentence? */
bool unit_fits(const struct unit *, const struct span *translation);

#endif
