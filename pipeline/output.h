/*
 * output.h - where results go: standard output, checked; one file; or a folder, one file a document. A file
 * is written under a temporary name, synced and renamed: there is the old one or the new one, never half.
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "base.h"
#include "report.h"

struct output {
	const char *path;		/* NULL: standard output; a file; or a folder */
	bool folder;
	int fd;				/* of the one file; -1: none */
	uint64_t *name;			/* hashes of the names written into the folder in this run */
	size_t n_names, cap_names;
};

/* Decides from the path what it is: a folder is there already or ends in a slash. Touches nothing. */
void output_init(struct output *, const char *path);

/* Makes the folder, or the one file's temporary. */
enum status output_open(struct output *, struct report *);

/*
 * Writes one result. `name` is the file's name inside a folder; FAILED if this run has written it already or
 * if it is the file `source` that the result was made from. FATAL: the device is full, closed, ...
 */
enum status output_write(struct output *, struct view name, struct view source, struct view data, struct report *);

/* Shows what has been written to standard output so far. */
enum status output_flush(struct report *);

/* Puts the one file in its place, or drops it if nothing was to be written (`keep` false). */
enum status output_close(struct output *, bool keep, struct report *);

/*
 * For the thread that waits for signals: holds back writing and removes a temporary file that is there, so
 * that the process can end. Nothing is written after it.
 */
void output_abandon(void);

#endif
