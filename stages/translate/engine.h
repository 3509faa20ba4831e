/*
 * engine.h - what a translation engine is: a batch of segments in, a target for each one it knows. Engines
 * see text with mark characters (unit.h) and must give every mark back; translate.c checks that they do.
 */
#ifndef ENGINE_H
#define ENGINE_H

#include "stage.h"
#include "unit.h"

/* One sentence, or a whole block where the engine wants blocks. */
struct segment {
	const struct document *document;
	const struct unit *unit;
	size_t sentence;		/* its first sentence's index in the layer */
	uint32_t begin, end;		/* bytes of the document's text */
	struct view target;		/* out: text with mark characters; p NULL: the engine does not know it */
	float score;			/* out: 0 to 1 */
	const struct engine *by;	/* whose target it is */
};

/* A language we translate into, and the script (USCRIPT_...) it is written in. */
struct language { const char *tag; int script; };

struct engine {
	const char *id;			/* goes into the note's front matter as its model */
	const char *name;		/* --engine NAME */
	bool wants_blocks;		/* offer blocks of several sentences whole before their sentences */
	bool needs_source;		/* offer nothing that is written in the target language already */
	enum status (*open)(const struct settings *, const struct language *to, void **state, struct report *);
	void (*close)(void *state);
	/* Tells how it comes to a segment's target, for people; NULL: it cannot. */
	void (*explain)(const void *state, const struct segment *, struct buf *out);
	/* Targets are made in the arena. */
	enum status (*translate)(const void *state, struct segment *, size_t n, struct arena *, struct report *);
};

extern const struct engine memory_engine, rules_engine, pseudo_engine;

#endif
