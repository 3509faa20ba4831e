/* folder.h - the notes in a folder. */
#ifndef FOLDER_H
#define FOLDER_H

#include "base.h"

/*
 * The names, each folder among them replaced by the notes in it and in its folders (.md, .markdown, .txt; not what is hidden,
 * nor Jekyll's _site), sorted. A folder that cannot be read, or holds none, stays: whoever opens it says so.
 * NULL-terminated, in the arena.
 */
void folder_expand(char *const *names, size_t n, struct arena *, char ***files, size_t *n_files);

#endif
