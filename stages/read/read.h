/*
 * read.h - the rooms of the read stage:
 *
 *	read.c          the stage itself: which reader for which format
 *	front_matter.c  YAML front matter and the prose in it
 *	scan.c          what Jekyll adds to Markdown (Liquid, kramdown, maths): holes in the text
 *	markdown.c      blocks, through md4c
 *	inline.c        marks inside one block of prose, from md4c's text offsets
 *	html.c          prose inside HTML blocks
 *	plain.c         plain text: paragraphs, labels, bullets
 *
 * All offsets named "source" are bytes of the document. md4c reads a masked copy in which holes are filled
 * with something inert; offsets in it are named "masked" and turned back with mask_source().
 */
#ifndef READ_H
#define READ_H

#include "stage.h"

struct read_state { const char *prose_keys; };

/* A piece of the source that no Markdown parser may look into. */
enum hole_kind { HOLE_WORD, HOLE_LINES, HOLE_ITEM };	/* inside prose; lines of its own; a list-like marker */

struct hole { uint32_t begin, end; const char *label; enum hole_kind kind; };

/* From masked offset `masked` on, source offset = masked + shift. */
struct shift { size_t masked; ptrdiff_t shift; };

struct mask {
	struct view source;		/* the whole document */
	struct view text;		/* what md4c reads: the body, masked */
	struct buf copy;
	struct hole *hole;
	size_t n_holes, cap_holes;
	struct shift *shift;
	size_t n_shifts, cap_shifts, last_shift;
};

/* Finds the holes in source bytes [begin, end) and makes the masked text. */
void mask_init(struct mask *, struct view source, size_t begin);
void mask_release(struct mask *);
size_t mask_source(struct mask *, size_t masked);

/* Source end of masked [begin, end): one past its last byte, which is not where the next one begins if bytes are masked away. */
size_t mask_source_end(struct mask *, size_t begin, size_t end);

/*
 * Front matter: adds its block and one block for every prose value; returns where the body begins. With
 * broken YAML the front matter is one opaque block and a warning says why.
 */
size_t read_front_matter(const struct document *, const char *prose_keys, struct spans *out, struct report *);

enum status read_markdown(const struct document *, size_t body, struct spans *out, struct report *);
void read_plain(const struct document *, struct spans *out);
void read_line(const struct document *, struct spans *out);

/* A token a line, as public sets have them: one sentence, which segment takes as it is. */
void read_conll(const struct document *, struct spans *out);

/* Prose and tags of an HTML block, masked offsets [begin, end), `quotes` deep in block quotes. */
void read_html(struct mask *, size_t begin, size_t end, unsigned quotes, struct spans *out);

/*
 * If a tag, comment or declaration begins at masked offset `at`, its end; else `at`. `name` gets the element's
 * name in lower case, empty for a comment; *closing tells </name>.
 */
size_t html_tag(struct view text, size_t at, size_t end, char name[32], bool *closing);
bool html_is_void(const char *name);

/* The label of a tag that is one of a pair: <name>, in the arena. */
struct view html_label(const char *name, struct arena *);

/* CommonMark 4.6, condition 6: a line that begins with such a tag begins an HTML block. */
bool html_is_block(const char *name);

/* An element that holds no prose (code, script, ...): a number below 32; -1 for any other. */
int html_opaque(const char *name);

/* Past </name>, sought from `at` on; SIZE_MAX if there is none. */
size_t html_element_end(struct view text, size_t at, size_t end, const char *name);

/* Marks in text that is not parsed as Markdown: escapes, entities, code, tags, addresses. What escapes there depends. */
enum marks_in { MARKS_HTML, MARKS_TITLE, MARKS_PLAIN, MARKS_SINGLE_QUOTED, MARKS_DOUBLE_QUOTED };

void read_simple_marks(struct view source, size_t begin, size_t end, enum marks_in, struct spans *out);

/* The same in masked text, where holes are inert; offsets are masked. */
void read_masked_marks(struct mask *, size_t begin, size_t end, enum marks_in, struct spans *out);

/* "break" if source bytes [begin, end) are blanks, line ends and quote marks; else "other": nothing may be lost in a blank. */
const char *read_break_label(struct view source, size_t begin, size_t end);

/* --- one block of prose (inline.c) --- */

enum event_kind { EVENT_ENTER, EVENT_LEAVE, EVENT_TEXT, EVENT_HTML, EVENT_ENTITY, EVENT_SOFT_BREAK, EVENT_HARD_BREAK };

struct event {
	enum event_kind kind;
	int span;			/* MD_SPANTYPE of an enter or leave */
	uint32_t begin, end;		/* masked offsets of text */
	bool unplaced_title;		/* a leave: it has a title of which md4c gave a copy, not the place */
};

struct leaf { struct event *at; size_t n, cap; };

/*
 * Turns what md4c said of one block into markup (in `out`), and alt and title blocks (in `nested`). False if md4c gave no position at all;
 * else the block's prose is masked [*begin, *end).
 */
bool leaf_resolve(const struct leaf *, struct mask *, struct spans *out, struct spans *nested, size_t *begin,
		  size_t *end);

#endif
