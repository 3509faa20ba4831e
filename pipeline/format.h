/* format.h - what edits of its prose a note's format does not bear. */
#ifndef FORMAT_H
#define FORMAT_H

#include "edit.h"

/* Is a link found by its text, [text] and [text][]? `open`: the mark that opens it. */
bool format_found_by_text(const struct document *, const struct span *open);

/* Is a block the text of a picture whose address stands elsewhere, under that name? */
bool format_is_name(const struct document *, const struct span *block);

/* Would a front-matter value be read as something else after the edits of it, those from `first` on? */
bool format_breaks_value(const struct document *, const struct span *block, const struct edits *, size_t first);

/* Takes out the edits, sorted, of words inside such texts and values; what letters replace letters needs no more. */
void format_keep(const struct document *, struct edits *);

#endif
