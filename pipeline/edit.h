/* edit.h - what is to be written in the place of some bytes of a text. */
#ifndef EDIT_H
#define EDIT_H

#include "document.h"

/* Bytes [begin, end) are to be written as `text`. */
struct edit { uint32_t begin, end; struct view text; };

struct edits { struct edit *at; size_t n, cap; };

void edits_add(struct edits *, size_t begin, size_t end, struct view text);
void edits_release(struct edits *);

/* Appends the text with the edits made; they are sorted, do not overlap and lie inside it. */
void edits_apply(const struct edits *, struct view text, struct buf *out);

/*
 * Gives a document the edited text: every span and mark place, and every message of the report, moves to where its
 * text is now. What began or ended inside an edit takes in all of the new text. The old text stays in the arena.
 */
void document_rewrite(struct document *, const struct edits *, struct report *);

#endif
