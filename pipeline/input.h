/* input.h - where documents come from: files, standard input, lines, or records of another stage. */
#ifndef INPUT_H
#define INPUT_H

#include "document.h"
#include "report.h"

enum input_format { INPUT_AUTO, INPUT_MARKDOWN, INPUT_TEXT, INPUT_LINES, INPUT_RECORDS, INPUT_CONLL, INPUT_BRAT };

struct input {
	char *const *files;		/* NULL-terminated; "-" is standard input */
	enum input_format format;

	/* private */
	const char *name;
	int fd;
	bool open, ended, records;
	char *chunk;
	size_t at, n;
	unsigned long line;
};

/* What to read next to the text itself: whether it came as a record, and what ended its line. */
struct origin { bool record, line; const char *newline; };

/* False for a format name we do not know. */
bool input_format_parse(const char *name, enum input_format *);

/*
 * Reads the next document; false when there are no more. A document that could not be read has
 * document.failure set and the fault in the report; FATAL in *rc means a fault of the system, not of the text.
 */
bool input_next(struct input *, struct document *, struct origin *, enum status *rc, struct report *);

/* Can more input be waited for, so that what is done should be shown now? */
bool input_is_live(const struct input *);

void input_release(struct input *);

#endif
