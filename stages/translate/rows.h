/* rows.h - a small dictionary held whole: the rows of a TSV file, found by their first column. */
#ifndef ROWS_H
#define ROWS_H

#include "index.h"
#include "table.h"

struct rows { struct table table; struct row *at; size_t n, cap; struct index first; };

/* Rows of `data`/dictionaries/`name`, each with at least `columns`. Rows of one key stand together. */
enum status rows_open(struct rows *, const char *data, const char *name, size_t columns, struct report *);
void rows_close(struct rows *);

/* The first row of a key and how many there are; n 0: none. */
const struct row *rows_find(const struct rows *, struct view key, size_t *n);

#endif
