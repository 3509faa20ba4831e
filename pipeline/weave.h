/*
 * weave.h - the document's own bytes with every translation in the place of its sentence.
 * Nothing outside a translated sentence is looked at, so nothing there can change.
 */
#ifndef WEAVE_H
#define WEAVE_H

#include "edit.h"

/* Writes bytes [begin, end), with edits that are sorted and lie outside sentences' own prose. A translation that does not keep its sentence's marks is refused with a warning. */
void weave(const struct document *, size_t begin, size_t end, const struct edits *, struct buf *out, struct report *);

#endif
