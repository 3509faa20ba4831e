/*
 * bench_read.c - reading and writing a note beside two parsers, in one process and by one clock.
 *
 *	bench_read FILE ROUNDS
 *
 * Prints `NAME SECONDS` for each round, the contenders in turn: pravah (a document made, read, written as a note
 * and released), cmark (a tree made and freed; nothing rendered), md4c (the parser that read stands on, with
 * callbacks that do nothing).
 */
#include "run.h"
#include "utf8.h"

#include <cmark.h>
#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct view text;
static struct pipeline pipeline;

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void stop(const char *why)
{
	fprintf(stderr, "bench_read: %s\n", why);
	exit(1);
}

static void open_pipeline(struct settings *s)
{
	struct report r = { 0 };

	for (size_t i = 0; i < stage_count; i++)
		settings_add_table(s, stage_table[i].ops->options);
	pipeline.want[pipeline.n++] = stage_find("read");
	pipeline.want[pipeline.n++] = stage_find("note");
	if (pipeline_open(&pipeline, s, &r) != OK)
		stop("the stages do not open");
	report_release(&r);
}

/* What the program does with a file once its bytes are in memory: copy, check, read, write. */
static void run_pravah(void)
{
	struct document d = { .id = V("x.md"), .format = V("markdown") };
	struct report r = { 0 };
	struct buf out = { 0 };

	d.text = arena_copy(&d.arena, text);
	if (utf8_check(d.text) != d.text.n || pipeline_run(&pipeline, &d, true, &out, NULL, &r) != OK)
		stop("the note fails");
	if (!view_eq(buf_view(&out), text))
		stop("the note did not come back");
	buf_release(&out);
	report_release(&r);
	document_release(&d);
}

static void run_cmark(void)
{
	cmark_node *tree = cmark_parse_document(text.p, text.n, CMARK_OPT_DEFAULT);

	cmark_node_free(tree);
}

static int on_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	(void)type, (void)detail, (void)user;
	return 0;
}

static int on_span(MD_SPANTYPE type, void *detail, void *user)
{
	(void)type, (void)detail, (void)user;
	return 0;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *user)
{
	(void)type, (void)p, (void)n, (void)user;
	return 0;
}

static void run_md4c(void)
{
	MD_PARSER parser = { .flags = MD_DIALECT_GITHUB, .enter_block = on_block, .leave_block = on_block,
			     .enter_span = on_span, .leave_span = on_span, .text = on_text };

	if (md_parse(text.p, (MD_SIZE)text.n, &parser, NULL))
		stop("md4c gives up");
}

static void load(const char *path, struct buf *b)
{
	static char chunk[1 << 16];
	FILE *f = fopen(path, "rb");
	size_t n;

	if (!f)
		stop("cannot open the file");
	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_add(b, (struct view){ chunk, n });
	fclose(f);
	text = buf_view(b);
}

int main(int argc, char **argv)
{
	static const struct { const char *name; void (*run)(void); } contenders[] = {
		{ "pravah", run_pravah }, { "cmark", run_cmark }, { "md4c", run_md4c },
	};
	struct settings s = { 0 };
	struct buf b = { 0 };

	if (argc != 3)
		stop("usage: bench_read FILE ROUNDS");
	load(argv[1], &b);
	open_pipeline(&s);
	for (int round = atoi(argv[2]); round > 0; round--)
		for (size_t i = 0; i < sizeof contenders / sizeof *contenders; i++) {
			double begun = now();

			contenders[i].run();
			printf("%s %.9f\n", contenders[i].name, now() - begun);
		}
	pipeline_close(&pipeline);
	settings_release(&s);
	buf_release(&b);
	return 0;
}
