/*
 * stage.h - what a stage is, and the only header a stage needs.
 *
 * A stage has one of three shapes: rewrite (text to text), annotate (document to spans)
 * or render (document to bytes). It never prints, exits, reads the environment or keeps globals. Its
 * state lives from open to close and is read-only in between, because documents
 * run on all cores.
 */
#ifndef STAGE_H
#define STAGE_H

#include "base.h"
#include "edit.h"
#include "option.h"
#include "report.h"

typedef enum status stage_render(const void *state, const struct document *, struct buf *out, struct report *);

struct stage_ops {
	const struct option *options;	/* NULL: none */
	const char *examples;		/* for --help: command lines, each after two blanks */

	/* Makes the state. FATAL after reporting why; the state may be NULL. */
	enum status (*open)(const struct settings *, void **state, struct report *);
	void (*close)(void *state);

	/*
	 * Exactly one of these three. A rewrite gives sorted edits, their texts in the spans' arena, and spans of the
	 * text as it was; all spans then move to where the new text is. Spans outside the layers a stage declares are refused.
	 */
	enum status (*rewrite)(const void *state, const struct document *, struct edits *, struct spans *out,
			       struct report *);
	enum status (*annotate)(const void *state, const struct document *, struct spans *out, struct report *);
	stage_render *render;

	/* A rewrite or annotate stage's answer when text came in and text should go out; NULL: a record. */
	stage_render *print;

	/*
	 * Makes one result of what was printed for all documents, in any order; tells whether it does so at all, with
	 * `out` NULL. NULL: each document's stands alone.
	 */
	bool (*gather)(const void *state, struct view printed, struct buf *out);

	/* What it knows, in a form that other programs read, for `pravah show`; NULL: nothing. */
	void (*show)(const void *state, struct buf *out);

	/* The name of the file that the rendered document goes to, from the name it came from. */
	void (*name)(const void *state, const struct document *, struct buf *out);
};

struct stage { const char *name, *help; unsigned needs, adds; const struct stage_ops *ops; };

extern const struct stage stage_table[];
extern const size_t stage_count;

const struct stage *stage_find(const char *name);

#endif
