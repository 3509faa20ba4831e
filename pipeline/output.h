/* output.h - where results go: standard output, checked; or files, each written whole or not at all. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "base.h"
#include "report.h"

struct output {
	const char *path;		/* NULL: standard output; a file; or a folder */
	bool folder;			/* one file a document */
};

/* Decides from the path whether it is a folder; makes it if the path ends in a slash. */
enum status output_open(struct output *, const char *path, struct report *);

/* Writes one result. `name` is the file's name inside a folder. FATAL: the device is full, closed, ... */
enum status output_write(const struct output *, struct view name, struct view data, struct report *);

enum status output_flush(struct report *);

/* Removes the temporary file of a write that a signal cuts short; safe in a signal handler. */
void output_abandon(void);

#endif
