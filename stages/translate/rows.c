/* rows.c - reads a small dictionary. */
#include "rows.h"

#include <stdlib.h>

enum status rows_open(struct rows *rows, const char *data, const char *name, size_t columns, struct report *r)
{
	struct buf path = { 0 };
	struct row row;
	enum status rc;

	*rows = (struct rows){ 0 };
	buf_addf(&path, "%s/dictionaries/%s", data, name);
	rc = table_open(&rows->table, path.p, r);
	while (rc == OK && table_next(&rows->table, &row)) {
		struct entry *e;

		if (row.n < columns) {
			rc = fatal(r, "dictionary", "%s:%lu: has %zu columns, not %zu", path.p, row.line, row.n, columns);
			break;
		}
		rows->at = memory_grow(rows->at, &rows->cap, rows->n + 1, sizeof *rows->at);
		rows->at[rows->n++] = row;
		e = index_add(&rows->first, row.column[0]);
		if (e)
			e->number = rows->n - 1;
	}
	buf_release(&path);
	return rc;
}

void rows_close(struct rows *rows)
{
	table_close(&rows->table);
	index_release(&rows->first);
	free(rows->at);
	*rows = (struct rows){ 0 };
}

const struct row *rows_find(const struct rows *rows, struct view key, size_t *n)
{
	const struct entry *e = index_find(&rows->first, key);
	size_t i = e ? e->number : rows->n;

	*n = 0;
	while (i + *n < rows->n && view_eq(rows->at[i + *n].column[0], key))
		++*n;
	return *n ? &rows->at[i] : NULL;
}
