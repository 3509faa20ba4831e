/* trace.h - what a stage added, for a person to read. */
#ifndef TRACE_H
#define TRACE_H

#include "stage.h"

/* One line a span: line:column, layer, label, the text, and what it became. */
void trace_stage(const struct stage *, const struct document *, struct buf *out);

#endif
