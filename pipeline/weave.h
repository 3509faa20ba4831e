/*
 * weave.h - the document's own bytes with every translation in the place of its sentence.
 * Nothing outside a translated sentence is looked at, so nothing there can change.
 */
#ifndef WEAVE_H
#define WEAVE_H

#include "document.h"
#include "report.h"

/* Bytes [begin, end) are to be written as `text`; sorted, not overlapping, outside sentences' own prose. */
struct edit { uint32_t begin, end; struct view text; };

struct edits { struct edit *at; size_t n, cap; };

void edits_add(struct edits *, size_t begin, size_t end, struct view text);
void edits_release(struct edits *);

/* Writes bytes [begin, end). A translation that does not keep its sentence's marks is refused with a warning. */
void weave(const struct document *, size_t begin, size_t end, const struct edits *, struct buf *out, struct report *);

#endif
