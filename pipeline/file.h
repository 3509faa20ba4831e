/* file.h - a file's bytes, mapped into memory to be read; and written, whole or not at all. */
#ifndef FILE_H
#define FILE_H

#include "base.h"
#include "report.h"

/* FATAL if it cannot be read. An empty file is an empty view. */
enum status file_map(const char *path, struct view *out, struct report *);
void file_unmap(struct view);

/* The same at an address that nothing else has; 0: anywhere. False, and why in errno, if that cannot be. */
bool file_map_at(const char *path, uintptr_t at, struct view *out);

/* Writes a file beside and gives it the name: who has the old one mapped keeps that. */
enum status file_write(const char *path, struct view, struct report *);

#endif
