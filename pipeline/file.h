/* file.h - a file's bytes, mapped into memory to be read. */
#ifndef FILE_H
#define FILE_H

#include "base.h"
#include "report.h"

/* FATAL if it cannot be read. An empty file is an empty view. */
enum status file_map(const char *path, struct view *out, struct report *);
void file_unmap(struct view);

#endif
