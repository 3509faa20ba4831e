/* folder.h - the notes in a folder. */
#ifndef FOLDER_H
#define FOLDER_H

#include "base.h"
#include "report.h"

/*
 * The names, each folder among them replaced by the notes in it and in its folders (.md, .markdown, .txt; not what is hidden,
 * nor Jekyll's _site), sorted. NULL-terminated, in the arena. FATAL if a folder cannot be read or holds none.
 */
enum status folder_expand(char *const *names, size_t n, struct arena *, char ***files, size_t *n_files, struct report *);

#endif
