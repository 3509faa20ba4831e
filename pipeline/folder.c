/* folder.c - see folder.h. */
#include "folder.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 64 };

struct list { char **at; size_t n, cap; struct arena *arena; };

static void add(struct list *l, struct view name)
{
	l->at = memory_grow(l->at, &l->cap, l->n + 1, sizeof *l->at);
	l->at[l->n++] = (char *)arena_copy(l->arena, name).p;
}

static bool is_folder(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

static bool is_note(const char *name)
{
	return view_ends(view_of(name), ".md") || view_ends(view_of(name), ".markdown") || view_ends(view_of(name), ".txt");
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_folder(struct list *l, const char *folder, int depth)
{
	DIR *dir = depth < DEPTH_MAX ? opendir(folder) : NULL;
	struct dirent *e;

	if (!dir)
		add(l, view_of(folder));
	while (dir && (e = readdir(dir))) {
		struct buf path = { 0 };

		if (e->d_name[0] == '.' || !strcmp(e->d_name, "_site"))
			continue;
		buf_addf(&path, "%s%s%s", folder, view_ends(view_of(folder), "/") ? "" : "/", e->d_name);
		if (is_folder(path.p))
			add_folder(l, path.p, depth + 1);
		else if (is_note(e->d_name))
			add(l, buf_view(&path));
		buf_release(&path);
	}
	if (dir)
		closedir(dir);
}

void folder_expand(char *const *names, size_t n, struct arena *arena, char ***files, size_t *n_files)
{
	struct list l = { .arena = arena };

	for (size_t i = 0; i < n; i++) {
		size_t begin = l.n;

		if (is_folder(names[i]))
			add_folder(&l, names[i], 0);
		if (l.n > begin)
			qsort(l.at + begin, l.n - begin, sizeof *l.at, by_name);
		else
			add(&l, view_of(names[i]));
	}
	*n_files = l.n;
	*files = arena_get(arena, (l.n + 1) * sizeof **files);
	if (l.n)
		memcpy(*files, l.at, l.n * sizeof **files);
	(*files)[l.n] = NULL;
	free(l.at);
}
