/* table.c - TSV files, mapped into memory. */
#include "table.h"
#include "file.h"
#include "utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum status table_read(struct table *t, struct view text, const char *path, struct report *r)
{
	size_t bad = utf8_check(text);

	*t = (struct table){ .text = text };
	if (view_starts(text, "\xef\xbb\xbf"))
		t->at = 3;	/* a byte order mark */
	return bad == text.n ? OK : fatal(r, "utf8", "%s: byte %zu is not UTF-8", path, bad);
}

enum status table_open(struct table *t, const char *path, struct report *r)
{
	struct view text;
	enum status rc = file_map(path, &text, r);

	*t = (struct table){ 0 };
	return rc == OK ? table_read(t, text, path, r) : rc;
}

static void split(struct view line, struct row *row)
{
	row->n = 0;
	for (;;) {
		const char *tab = line.n ? memchr(line.p, '\t', line.n) : NULL;
		size_t n = tab && row->n + 1 < TABLE_COLUMNS ? (size_t)(tab - line.p) : line.n;

		row->column[row->n++] = (struct view){ line.p, n };
		if (n == line.n)
			return;
		line = view_cut(line, n + 1, line.n);
	}
}

bool table_next(struct table *t, struct row *row)
{
	while (t->at < t->text.n) {
		const char *p = t->text.p + t->at, *nl = memchr(p, '\n', t->text.n - t->at);
		struct view line = { p, nl ? (size_t)(nl - p) : t->text.n - t->at };

		t->at += line.n + (nl != NULL);
		t->line++;
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		if (!line.n || view_starts(line, "# "))
			continue;
		split(line, row);
		row->line = t->line;
		return true;
	}
	return false;
}

void table_close(struct table *t)
{
	file_unmap(t->text);
	*t = (struct table){ 0 };
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

enum status table_list(const char *folder, const char *suffix, struct arena *a, const char ***paths, size_t *n,
		       struct report *r)
{
	DIR *dir = opendir(folder);
	const char **list = NULL;
	struct dirent *e;
	size_t cap = 0;

	*n = 0;
	if (!dir)
		return fatal(r, "open", "cannot read the folder %s: %s", folder, strerror(errno));
	while ((e = readdir(dir))) {
		struct buf path = { 0 };

		if (!view_ends(view_of(e->d_name), suffix))
			continue;
		buf_addf(&path, "%s/%s", folder, e->d_name);
		list = memory_grow(list, &cap, *n + 1, sizeof *list);
		list[(*n)++] = arena_copy(a, buf_view(&path)).p;
		buf_release(&path);
	}
	closedir(dir);
	if (*n)
		qsort(list, *n, sizeof *list, by_name);
	*paths = arena_get(a, (*n + 1) * sizeof *list);
	if (*n)
		memcpy(*paths, list, *n * sizeof *list);
	free(list);
	return OK;
}
