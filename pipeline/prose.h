/*
 * prose.h - walks a block or a sentence: text, mark, text, ... in order, each byte once. What stands inside a
 * mark belongs to the mark.
 */
#ifndef PROSE_H
#define PROSE_H

#include "document.h"

/* Bytes [begin, end): text if `mark` is NULL. A mark that hangs out of the one before it gives only the rest. */
struct piece { uint32_t begin, end; const struct span *mark; };

struct prose { const struct document *d; size_t at, end, next; const struct span *held; };

/* Marks that are not wholly inside bytes [begin, end) are not seen. */
void prose_begin(struct prose *, const struct document *, size_t begin, size_t end);
bool prose_next(struct prose *, struct piece *);

#endif
