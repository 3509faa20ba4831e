/*
 * record.h - a document as one line of JSON, the form it has between two programs:
 *
 *	{"id":"x.md","text":"...","meta":{"format":"markdown"},"layers":["block"],
 *	 "spans":[{"layer":"block","begin":0,"end":5,"label":"heading","level":1}]}
 *
 * Offsets are Unicode code points. Members, span members and layers that we do not
 * know travel through unchanged. A failed document has "error" and keeps the rest.
 */
#ifndef RECORD_H
#define RECORD_H

#include "document.h"
#include "report.h"

/* Appends the record and its newline. */
void record_write(const struct document *, struct buf *out);

/* FAILED with a report if the line is not a record; the document then has only its id. */
enum status record_read(struct view line, struct document *, struct report *);

/* Frees what record_read kept for unknown members, then the document. */
void record_release(struct document *);

#endif
