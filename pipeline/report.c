/* report.c - collects messages and counts; printing them is main's work. */
#include "report.h"

#include <stdlib.h>
#include <string.h>

/* A document with a fault on every line says so this often, not a million times. */
enum { MESSAGES_MAX = 1000 };

static void report_add(struct report *r, bool warning, size_t at, const char *code, const char *fmt, va_list ap)
{
	struct buf b = { 0 };

	if (r->n == MESSAGES_MAX && warning)
		return;
	buf_addv(&b, fmt, ap);
	r->at = memory_grow(r->at, &r->cap, r->n + 1, sizeof *r->at);
	r->at[r->n++] = (struct message){ warning, (uint32_t)at, code, arena_copy(&r->arena, buf_view(&b)) };
	buf_release(&b);
}

enum status fail(struct report *r, size_t at, const char *code, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report_add(r, false, at, code, fmt, ap);
	va_end(ap);
	return FAILED;
}

enum status fatal(struct report *r, const char *code, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report_add(r, false, NOWHERE, code, fmt, ap);
	va_end(ap);
	return FATAL;
}

void warn(struct report *r, size_t at, const char *code, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report_add(r, true, at, code, fmt, ap);
	va_end(ap);
}

void tally(struct report *r, const char *name, size_t n)
{
	for (int i = 0; i < REPORT_COUNTERS; i++) {
		if (!r->counter[i].name)
			r->counter[i].name = name;
		if (!strcmp(r->counter[i].name, name)) {
			r->counter[i].n += n;
			return;
		}
	}
}

void report_release(struct report *r)
{
	free(r->at);
	arena_release(&r->arena);
	memset(r, 0, sizeof *r);
}
