/* driver.h - runs a pipeline over all documents of the input, on all cores, in order. */
#ifndef DRIVER_H
#define DRIVER_H

#include "input.h"
#include "output.h"
#include "run.h"

struct driver {
	const struct pipeline *pipeline;
	struct input *input;
	struct output *output;
	unsigned jobs;			/* documents at work at once */
	bool records;			/* records out, even where text came in */
	bool trace;			/* what each stage added, instead of the result */
	bool quiet;			/* no counts, no progress */
};

/* The worst that happened to any document. Messages, counts and progress go to standard error. */
enum status driver_run(const struct driver *);

/* "pravah: x.md:3:1: error: text [code]" for every message of a report. */
void driver_print(struct view id, struct view text, const struct report *);

#endif
