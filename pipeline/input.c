/* input.c - reads documents from files, pipes and records, every length capped. */
#include "input.h"
#include "record.h"
#include "utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 1 << 16 };

/* A record is its text with escapes, and spans besides. */
#define RECORD_MAX (DOCUMENT_MAX * 4)

bool input_format_parse(const char *name, enum input_format *f)
{
	static const char *const names[] = { "auto", "markdown", "text", "lines", "records", "conll", "brat" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i], name)) {
			*f = (enum input_format)i;
			return true;
		}
	return false;
}

static bool fill(struct input *in, enum status *rc, struct report *r)
{
	ssize_t n;

	if (in->ended)
		return false;
	if (!in->chunk)
		in->chunk = memory_get(CHUNK);
	do
		n = read(in->fd, in->chunk, CHUNK);
	while (n < 0 && errno == EINTR);
	in->at = 0;
	in->n = n > 0 ? (size_t)n : 0;
	in->ended = n <= 0;
	if (n < 0)
		*rc = fatal(r, "read", "cannot read: %s", strerror(errno));
	return n > 0;
}

static enum status open_next(struct input *in, struct report *r)
{
	struct stat st;

	in->name = *in->files++;
	in->at = in->n = 0;
	in->line = 0;
	in->ended = false;
	in->fd = strcmp(in->name, "-") ? open(in->name, O_RDONLY | O_CLOEXEC) : 0;
	if (in->fd < 0)
		return fatal(r, "open", "cannot open: %s", strerror(errno));
	in->open = true;
	if (!fstat(in->fd, &st) && S_ISDIR(st.st_mode))
		return fatal(r, "open", strcmp(in->name, "-") ? "a folder without notes (.md, .markdown, .txt)" : "cannot read a folder");
	return OK;
}

static void close_file(struct input *in)
{
	if (in->open && in->fd > 0)
		close(in->fd);
	in->open = false;
}

static bool has_suffix(const char *name, const char *suffix)
{
	return view_ends(view_of(name), suffix);
}

/* Names decide; a stream without a name is a record stream if it begins as only JSON does. */
static bool looks_like_records(const struct input *in)
{
	size_t at = in->at;

	if (in->format != INPUT_AUTO)
		return in->format == INPUT_RECORDS;
	if (strcmp(in->name, "-"))
		return has_suffix(in->name, ".jsonl") || has_suffix(in->name, ".ndjson");
	return in->n - at >= 2 && in->chunk[at] == '{' && in->chunk[at + 1] == '"';
}

static bool is_conll(const struct input *in)
{
	return in->format == INPUT_CONLL || (in->format == INPUT_AUTO && has_suffix(in->name, ".conll"));
}

static struct view format_of(const struct input *in)
{
	if (in->format == INPUT_LINES)
		return V("line");
	if (is_conll(in))
		return V("conll");
	if (in->format == INPUT_BRAT)
		return V("brat");
	if (in->format == INPUT_TEXT || (in->format == INPUT_AUTO && has_suffix(in->name, ".txt")))
		return V("text");
	return V("markdown");
}

/* Everything up to the end of the file. */
static enum status read_all(struct input *in, struct buf *b, struct report *r)
{
	enum status rc = OK;

	while (in->at < in->n || fill(in, &rc, r)) {
		buf_add(b, (struct view){ in->chunk + in->at, in->n - in->at });
		in->at = in->n;
	}
	return rc;
}

/* One line without its newline; *found is false at the end of the input. */
static enum status read_line(struct input *in, struct buf *b, bool *found, bool *newline, struct report *r)
{
	enum status rc = OK;

	*found = *newline = false;
	while (!*newline && (in->at < in->n || fill(in, &rc, r))) {
		char *p = in->chunk + in->at, *nl = memchr(p, '\n', in->n - in->at);
		size_t n = nl ? (size_t)(nl - p) : in->n - in->at;

		*found = true;
		*newline = nl != NULL;
		buf_add(b, (struct view){ p, n });
		in->at += n + *newline;
	}
	in->line += *found;
	return rc;
}

static enum status take_text(struct document *d, struct buf *b, struct report *r)
{
	size_t bad;

	d->text = arena_copy(&d->arena, buf_view(b));
	if (b->full)
		return fail(r, NOWHERE, "too-long", "longer than %zu MiB", b->limit >> 20);
	bad = utf8_check(d->text);
	if (bad < d->text.n)
		return fail(r, bad, "utf8", "byte 0x%02x is not UTF-8", (unsigned char)d->text.p[bad]);
	return OK;
}

/* A name for one of many documents in a stream: FILE:LINE. */
static void name_line(const struct input *in, struct document *d)
{
	struct buf id = { 0 };

	buf_addf(&id, "%s:%lu", in->name, in->line);
	d->id = arena_copy(&d->arena, buf_view(&id));
	buf_release(&id);
}

static enum status next_record(struct input *in, struct document *d, struct buf *b, bool *found, struct report *r)
{
	bool newline;
	enum status rc;

	b->limit = RECORD_MAX;
	do {
		buf_clear(b);
		rc = read_line(in, b, found, &newline, r);
	} while (rc == OK && *found && !view_trim(buf_view(b)).n);
	if (rc != OK || !*found)
		return rc;
	name_line(in, d);
	if (b->full)
		return fail(r, NOWHERE, "too-long", "a record longer than %zu MiB", RECORD_MAX >> 20);
	return record_read(buf_view(b), d, r);
}

static enum status next_line(struct input *in, struct document *d, struct buf *b, bool *found, struct origin *o,
			     struct report *r)
{
	bool newline;
	enum status rc = read_line(in, b, found, &newline, r);

	if (rc != OK || !*found)
		return rc;
	name_line(in, d);
	o->newline = newline ? "\n" : "";
	if (b->n && b->p[b->n - 1] == '\r') {
		b->p[--b->n] = 0;
		o->newline = newline ? "\r\n" : "\r";
	}
	return take_text(d, b, r);
}

/* Lines up to an empty one: a sentence, a token a line. */
static enum status next_sentence(struct input *in, struct document *d, struct buf *b, bool *found, struct origin *o,
				 struct report *r)
{
	enum status rc = OK;
	bool newline = true, more = true;
	unsigned long first = in->line + 1, last;

	while (rc == OK && more) {
		size_t n = b->n;

		rc = read_line(in, b, &more, &newline, r);
		*found = *found || more;
		if (more && b->n - n == (b->n > n && b->p[n] == '\r')) {
			o->newline = !newline ? "" : b->n > n ? "\r\n" : "\n";
			if (b->n > n)
				b->p[b->n = n] = 0;
			break;
		}
		if (newline)
			buf_byte(b, '\n');
	}
	if (rc != OK || !*found)
		return rc;
	last = in->line;
	in->line = first;
	name_line(in, d);
	in->line = last;
	return take_text(d, b, r);
}

static enum status next_document(struct input *in, struct document *d, struct origin *o, bool *found,
				 struct report *r)
{
	struct buf b = { .limit = DOCUMENT_MAX };
	enum status rc = OK;

	*o = (struct origin){ .record = in->records, .line = in->format == INPUT_LINES || is_conll(in), .newline = "" };
	d->id = arena_copy(&d->arena, view_of(in->name));
	d->format = format_of(in);
	if (in->records) {
		rc = next_record(in, d, &b, found, r);
	} else if (o->line && is_conll(in)) {
		rc = next_sentence(in, d, &b, found, o, r);
	} else if (o->line) {
		rc = next_line(in, d, &b, found, o, r);
	} else {
		*found = true;
		rc = read_all(in, &b, r);
		if (rc == OK)
			rc = take_text(d, &b, r);
		close_file(in);
	}
	buf_release(&b);
	return rc;
}

/* Opens the next file and looks at its beginning. */
static enum status start(struct input *in, struct report *r)
{
	enum status rc = open_next(in, r);

	in->records = false;
	if (rc == OK && in->format != INPUT_LINES) {
		fill(in, &rc, r);
		in->records = rc == OK && looks_like_records(in);
	}
	return rc;
}

bool input_next(struct input *in, struct document *d, struct origin *o, enum status *rc, struct report *r)
{
	bool found = false;

	*rc = OK;
	while (*rc == OK && !found) {
		if (!in->open && !*in->files)
			return false;
		if (!in->open)
			*rc = start(in, r);
		if (*rc == OK)
			*rc = next_document(in, d, o, &found, r);
		if (*rc == OK && !found)
			close_file(in);
	}
	if (*rc == OK)
		return true;
	if (*rc == FATAL) {
		d->id = arena_copy(&d->arena, view_of(in->name));
		close_file(in);
	}
	document_fail(d, "input", r);
	return true;
}

bool input_is_live(const struct input *in)
{
	struct stat st;

	return in->open && fstat(in->fd, &st) == 0 && !S_ISREG(st.st_mode);
}

void input_release(struct input *in)
{
	close_file(in);
	free(in->chunk);
}
