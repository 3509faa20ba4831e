/* table.h - reads the TSV files that people edit: one row a line, `# ` lines are comments. */
#ifndef TABLE_H
#define TABLE_H

#include "base.h"
#include "report.h"

enum { TABLE_COLUMNS = 16 };

struct row { struct view column[TABLE_COLUMNS]; size_t n; unsigned long line; };

/* A column's text, or nothing where `-` stands. */
static inline struct view column_text(const struct row *row, size_t i)
{
	return view_is(row->column[i], "-") ? V("") : row->column[i];
}

/* Holds a file's bytes; rows borrow from it. */
struct table { struct view text; size_t at; unsigned long line; };

/* FATAL if the file cannot be read or is not UTF-8. */
enum status table_open(struct table *, const char *path, struct report *);

/* The same of bytes that were read already; not to be closed. */
enum status table_read(struct table *, struct view text, const char *path, struct report *);

bool table_next(struct table *, struct row *);
void table_close(struct table *);

/* Paths of all files of a folder that end in `suffix`, sorted, each NUL-terminated, in the arena. */
enum status table_list(const char *folder, const char *suffix, struct arena *, const char ***paths, size_t *n,
		       struct report *);

#endif
