/*
 * driver.c - a ring of documents: main reads into it, workers run the stages, one writer empties it in
 * order. The ring bounds how many documents are in memory, whatever the length of the input.
 */
#include "driver.h"
#include "record.h"
#include "trace.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { RING_PER_JOB = 4, OUTPUT_MAX_FACTOR = 8 };

struct slot {
	struct document document;
	struct origin origin;
	struct report report;
	struct buf result, name;
	enum status status;
	bool done, wrote, live;
};

struct ring {
	const struct driver *d;
	struct slot *slot;
	size_t n, head, next, tail;	/* head: next to read into; next: to work on; tail: to write */
	bool ended, written, gathers;
	struct buf gathered;
	pthread_mutex_t lock;
	pthread_cond_t change;
	enum status worst;
	struct report total;
	size_t documents;
	time_t begun;
};

/* --- messages --- */

static const char *colour(const char *code)
{
	return isatty(2) && !getenv("NO_COLOR") ? code : "";
}

void driver_print(struct view id, struct view text, const struct report *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct message *m = &r->at[i];
		uint32_t line, column;

		fprintf(stderr, "pravah: %.*s", VIEW_ARG(id));
		if (m->at != NOWHERE) {
			document_position(text, m->at, &line, &column);
			fprintf(stderr, ":%u:%u", line, column);
		}
		fprintf(stderr, "%s%s%s:%s %.*s [%s]\n", id.n ? ": " : "",
			colour(m->warning ? "\033[1;33m" : "\033[1;31m"), m->warning ? "warning" : "error",
			colour("\033[0m"), VIEW_ARG(m->text), m->code);
	}
}

static void print_earlier_failure(const struct document *d)
{
	const struct failure *f = d->failure;

	fprintf(stderr, "pravah: %.*s", VIEW_ARG(d->id));
	if (f->line)
		fprintf(stderr, ":%u:%u", f->line, f->column);
	fprintf(stderr, ": error: failed earlier, in %.*s: %.*s [%.*s]\n", VIEW_ARG(f->stage), VIEW_ARG(f->message),
		VIEW_ARG(f->code));
}

static void add_counts(struct report *total, const struct report *r)
{
	for (int i = 0; i < REPORT_COUNTERS && r->counter[i].name; i++)
		tally(total, r->counter[i].name, r->counter[i].n);
}

static void print_counts(const struct ring *k)
{
	const struct report *r = &k->total;

	if (k->d->quiet || !r->counter[0].name)
		return;
	fprintf(stderr, "pravah: ");
	for (int i = 0; i < REPORT_COUNTERS && r->counter[i].name; i++)
		fprintf(stderr, "%s%zu %s", i ? ", " : "", r->counter[i].n, r->counter[i].name);
	fputc('\n', stderr);
}

/* On a terminal, once a second has passed and results go elsewhere. */
static void print_progress(const struct ring *k, bool last)
{
	if (k->d->quiet || !isatty(2) || isatty(1) || time(NULL) - k->begun < 2)
		return;
	fprintf(stderr, "\r\033[K");
	if (!last)
		fprintf(stderr, "pravah: %zu done", k->documents);
	fflush(stderr);
}

/* --- one document --- */

static void trace_after(void *ctx, const struct stage *s, const struct document *d)
{
	trace_stage(s, d, ctx);
}

/* A line that failed comes out as it was; a record travels on with its error; a note is not written. */
static void give_failed(struct slot *s, bool bytes)
{
	buf_clear(&s->result);
	if (!bytes)
		record_write(&s->document, &s->result);
	else if (s->origin.line)
		buf_add(&s->result, s->document.text);
}

static void work(const struct driver *d, struct slot *s)
{
	bool bytes = pipeline_gives_bytes(d->pipeline, !d->records && !s->origin.record) && !d->trace;
	struct run_hook hook = { trace_after, &s->result };

	s->result.limit = DOCUMENT_MAX * OUTPUT_MAX_FACTOR;
	if (s->status == OK)
		s->status = pipeline_run(d->pipeline, &s->document, bytes, &s->result, d->trace ? &hook : NULL,
					 &s->report);
	if (d->trace)
		return;
	if (s->status != OK)
		give_failed(s, bytes);
	else if (!bytes)
		record_write(&s->document, &s->result);
	if (bytes && s->origin.line)
		buf_str(&s->result, s->origin.newline);
	s->wrote = s->status == OK || s->result.n;
	if (s->wrote && d->output->folder)
		pipeline_name(d->pipeline, &s->document, &s->name);
}

/* --- the ring --- */

static struct slot *slot_at(struct ring *k, size_t i)
{
	return &k->slot[i % k->n];
}

static void *work_on_ring(void *arg)
{
	struct ring *k = arg;

	pthread_mutex_lock(&k->lock);
	for (;;) {
		struct slot *s;

		while (k->next == k->head && !k->ended)
			pthread_cond_wait(&k->change, &k->lock);
		if (k->next == k->head)
			break;
		s = slot_at(k, k->next++);
		pthread_mutex_unlock(&k->lock);
		work(k->d, s);
		pthread_mutex_lock(&k->lock);
		s->done = true;
		pthread_cond_broadcast(&k->change);
	}
	pthread_mutex_unlock(&k->lock);
	return NULL;
}

/* Nothing that comes after a failed write can be saved either: say so and end, whatever input still waits. */
static void stop_writing(struct ring *k, const struct report *r)
{
	print_progress(k, true);
	driver_print(V(""), V(""), r);
	fflush(stderr);
	output_abandon();
	_exit(3);
}

static void write_result(struct ring *k, struct slot *s)
{
	struct report fault = { 0 };
	enum status rc = OK;

	if (k->gathers)
		buf_add(&k->gathered, buf_view(&s->result));
	else if (s->wrote || s->result.n)
		rc = output_write(k->d->output, buf_view(&s->name), s->document.id, buf_view(&s->result), &fault);
	if (rc == OK && s->live)
		rc = output_flush(&fault);
	if (rc == FATAL)
		stop_writing(k, &fault);
	driver_print(s->document.id, V(""), &fault);
	k->written |= rc == OK && s->wrote;
	s->status = rc > s->status ? rc : s->status;
	report_release(&fault);
}

static void show(struct ring *k, struct slot *s)
{
	print_progress(k, true);
	if (s->document.failure && !s->report.n)
		print_earlier_failure(&s->document);
	driver_print(s->document.id, s->document.text, &s->report);
	write_result(k, s);
	add_counts(&k->total, &s->report);
	k->worst = s->status > k->worst ? s->status : k->worst;
	k->documents++;
	print_progress(k, false);
}

static void empty_slot(struct slot *s)
{
	record_release(&s->document);
	report_release(&s->report);
	buf_release(&s->result);
	buf_release(&s->name);
	memset(s, 0, sizeof *s);
}

static void *write_ring(void *arg)
{
	struct ring *k = arg;

	pthread_mutex_lock(&k->lock);
	for (;;) {
		struct slot *s = slot_at(k, k->tail);

		while (!(k->tail < k->head && s->done) && !(k->ended && k->tail == k->head))
			pthread_cond_wait(&k->change, &k->lock);
		if (k->tail == k->head)
			break;
		pthread_mutex_unlock(&k->lock);
		show(k, s);
		empty_slot(s);
		pthread_mutex_lock(&k->lock);
		k->tail++;
		pthread_cond_broadcast(&k->change);
	}
	pthread_mutex_unlock(&k->lock);
	return NULL;
}

static void read_ring(struct ring *k)
{
	bool more = true;

	while (more) {
		struct slot *s;

		pthread_mutex_lock(&k->lock);
		while (k->head - k->tail == k->n)
			pthread_cond_wait(&k->change, &k->lock);
		s = slot_at(k, k->head);
		pthread_mutex_unlock(&k->lock);
		more = input_next(k->d->input, &s->document, &s->origin, &s->status, &s->report);
		s->live = input_is_live(k->d->input);
		pthread_mutex_lock(&k->lock);
		if (more)
			k->head++;
		k->ended = !more;
		pthread_cond_broadcast(&k->change);
		pthread_mutex_unlock(&k->lock);
		if (!more)
			empty_slot(s);
	}
}

static void one_at_a_time(struct ring *k)
{
	struct slot *s = &k->slot[0];

	while (input_next(k->d->input, &s->document, &s->origin, &s->status, &s->report)) {
		s->live = input_is_live(k->d->input);
		work(k->d, s);
		show(k, s);
		empty_slot(s);
	}
	empty_slot(s);
}

static void run_threads(struct ring *k)
{
	pthread_t *worker = memory_get(k->d->jobs * sizeof *worker), writer;
	unsigned n = 0;

	if (pthread_create(&writer, NULL, write_ring, k)) {
		free(worker);
		one_at_a_time(k);
		return;
	}
	while (n < k->d->jobs && !pthread_create(&worker[n], NULL, work_on_ring, k))
		n++;
	if (!n)
		stop_writing(k, &k->total);
	read_ring(k);
	for (unsigned i = 0; i < n; i++)
		pthread_join(worker[i], NULL);
	pthread_join(writer, NULL);
	free(worker);
}

/* The one result of all documents; main has seen to it that it does not go into a folder. */
static void write_gathered(struct ring *k)
{
	struct buf out = { 0 };
	struct report fault = { 0 };

	pipeline_gather(k->d->pipeline, buf_view(&k->gathered), &out);
	if (k->gathered.full)
		fail(&fault, NOWHERE, "too-long", "the notes have more to tell than %zu MiB", k->gathered.limit >> 20);
	else if (output_write(k->d->output, V(""), V(""), buf_view(&out), &fault) == FATAL)
		stop_writing(k, &fault);
	driver_print(V(""), V(""), &fault);
	k->worst = fault.n && k->worst == OK ? FAILED : k->worst;
	k->written = true;
	report_release(&fault);
	buf_release(&out);
	buf_release(&k->gathered);
}

enum status driver_run(const struct driver *d)
{
	struct ring k = { .d = d, .n = d->jobs * RING_PER_JOB, .begun = time(NULL),
			  .gathers = !d->trace && pipeline_gather(d->pipeline, V(""), NULL), .gathered.limit = DOCUMENT_MAX };
	struct report r = { 0 };

	k.slot = memory_get(k.n * sizeof *k.slot);
	pthread_mutex_init(&k.lock, NULL);
	pthread_cond_init(&k.change, NULL);
	if (d->jobs > 1)
		run_threads(&k);
	else
		one_at_a_time(&k);
	print_progress(&k, true);
	if (k.gathers)
		write_gathered(&k);
	if (output_flush(&r) != OK || output_close(d->output, k.written || k.worst == OK, &r) != OK)
		stop_writing(&k, &r);
	print_counts(&k);
	free(k.slot);
	report_release(&k.total);
	return k.worst;
}
