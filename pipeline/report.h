/*
 * report.h - what a stage has to say. A stage never prints: it reports, and
 * only main prints. One report belongs to one document (or to start-up), so
 * documents on several cores do not mix their messages.
 */
#ifndef REPORT_H
#define REPORT_H

#include "base.h"

/* OK; this document failed; this whole run cannot go on. */
enum status { OK = 0, FAILED = 1, FATAL = 2 };

enum { REPORT_COUNTERS = 8, NOWHERE = UINT32_MAX };

/* One message: `at` is a byte of the document's text, or NOWHERE; `code` is short and stable. */
struct message { bool warning; uint32_t at; const char *code; struct view text; };

struct report {
	struct arena arena;
	struct message *at;
	size_t n, cap;
	struct { const char *name; size_t n; } counter[REPORT_COUNTERS];
};

/* Returns FAILED, so that a stage can `return fail(...)`. */
enum status fail(struct report *, size_t at, const char *code, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
enum status fatal(struct report *, const char *code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void warn(struct report *, size_t at, const char *code, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Adds to a named count that main sums over all documents; `name` must be a string constant. */
void tally(struct report *, const char *name, size_t n);

void report_release(struct report *);

#endif
