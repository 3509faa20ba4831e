/* run.h - the stage table at work: stages open once, documents run through them. */
#ifndef RUN_H
#define RUN_H

#include "stage.h"

enum { STAGES_MAX = 32 };

/* The stages asked for, and those that may be needed to make what they need. */
struct pipeline {
	const struct stage *want[STAGES_MAX];
	size_t n;
	bool opened[STAGES_MAX];		/* by place in stage_table */
	void *state[STAGES_MAX];
};

/* Called after each stage that ran; for `pravah trace`. */
struct run_hook { void (*after)(void *ctx, const struct stage *, const struct document *); void *ctx; };

/* FATAL: a stage could not open; FAILED: the stages do not fit together. */
enum status pipeline_open(struct pipeline *, const struct settings *, struct report *);
void pipeline_close(struct pipeline *);

/* Is the result bytes for a person (a note, a text) and not a record? `text` says that text came in. */
bool pipeline_gives_bytes(const struct pipeline *, bool text);

/*
 * Runs every wanted stage over the document, after any that adds what is missing, and writes the bytes, if it
 * is to give any, to `out`. A document that fails comes back with document.failure set and no trace of the
 * stage that failed.
 */
enum status pipeline_run(const struct pipeline *, struct document *, bool bytes, struct buf *out,
			 const struct run_hook *, struct report *);

/* Is one result made of all documents'? `printed`: theirs; `out` NULL only asks. */
bool pipeline_gather(const struct pipeline *, struct view printed, struct buf *out);

/* Writes what the last stage knows; false if it has nothing to show. */
bool pipeline_show(const struct pipeline *, struct buf *out);

/* Name of the output file for a document; false if no wanted stage says. */
bool pipeline_name(const struct pipeline *, const struct document *, struct buf *out);

#endif
