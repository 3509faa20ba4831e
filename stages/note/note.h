/*
 * note.h - the rooms of the note stage:
 *
 *	note.c          the stage itself: which shape a document gets, and its file's name
 *	front_matter.c  the keys that change, and front matter for a note that has none
 *	links.c         links to a translated sibling, and heading ids
 *	structure.c     plain text as a structured note
 */
#ifndef NOTE_H
#define NOTE_H

#include "stage.h"
#include "weave.h"

struct note_state {
	bool pin_ids, sibling_links, structured;
	const struct settings *set;	/* for --set, in the order given */
	struct view *sibling;		/* names, without folder and ending, of notes that are or will be there */
	size_t n_siblings, cap_siblings;
	struct arena arena;
};

/* What the translations of a document say of themselves; lang.n 0: there are none. */
struct translated { struct view lang, model; };

struct translated note_translated(const struct document *);

/* A document at work: what will be written differently, in which order it was found. */
struct noting {
	const struct note_state *s;
	const struct document *d;
	struct translated t;
	struct edits edits;
	struct arena arena;		/* of the edits' texts */
	struct report *r;
};

/* Edits to the front matter there is. False if there is none. */
bool edit_front_matter(struct noting *);

/* Front matter for a note without. */
void new_front_matter(const struct noting *, struct buf *out);

/* The plain text of a block, translated where it is, without marks; for titles and ids. */
void plain_text(const struct document *, const struct span *block, bool translated, struct buf *out);

void edit_links(struct noting *);
void edit_heading_ids(struct noting *);

/* "-en" in "2026-02-04-x-en": the language a name ends in, or empty. */
struct view name_language(struct view stem);

/* The last part of a path, without folder and ending. */
struct view name_stem(struct view path);

void write_structured(const struct noting *, struct buf *out);

#endif
