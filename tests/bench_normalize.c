/*
 * bench_normalize.c - normalizing a text in memory, beside ICU's and utf8proc's own NFC of the same text in the same
 * run. Prints one line a tool: name, bytes a second (best of the runs), in millions.
 *
 *	bench_normalize DATA-FOLDER FILE
 */
#include "../stages/normalize/normalize.h"
#include "../stages/normalize/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <fcntl.h>
#include <time.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <utf8proc.h>

enum { RUNS = 7 };

struct job { struct view text; const struct stage_ops *stage; const struct normalizer *normalizer; UChar *wide, *out; int32_t n_wide; struct buf *narrow; };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* UTF-8 in, UTF-8 out. */
static size_t by_pravah(const struct job *j)
{
	struct arena arena = { 0 };
	struct findings f = { .arena = &arena };

	scan(j->normalizer, j->text, 0, j->text.n, &f);
	buf_clear(j->narrow);
	edits_apply(&f.edits, j->text, j->narrow);
	findings_release(&f);
	arena_release(&arena);
	return j->narrow->n;
}

static size_t by_icu(const struct job *j)
{
	UErrorCode e = U_ZERO_ERROR;

	return (size_t)unorm2_normalize(unorm2_getNFCInstance(&e), j->wide, j->n_wide, j->out, 2 * j->n_wide + 16, &e);
}

static size_t by_utf8proc(const struct job *j)
{
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)j->text.p, (utf8proc_ssize_t)j->text.n, &out,
					  UTF8PROC_STABLE | UTF8PROC_COMPOSE);

	free(out);
	return (size_t)n;
}

static void measure(const char *name, size_t (*run)(const struct job *), const struct job *j)
{
	double best = 1e9;

	for (int i = 0; i < RUNS; i++) {
		double begun = now(), took;

		if (!run(j))
			exit(1);
		took = now() - begun;
		best = took < best ? took : best;
	}
	printf("%s\t%.1f\n", name, (double)j->text.n / best / 1e6);
}

static struct normalizer *open_profile(const char *data, const char *profile)
{
	static const struct option named = { "profile", 0, "NAME", NULL, "" }, folder = { "data", 0, "DIR", NULL, "" };
	struct settings set = { 0 };
	struct report r = { 0 };
	void *state = NULL;

	settings_add_table(&set, normalize_ops.options);
	settings_add(&set, &folder, data);
	settings_add(&set, &named, profile);
	if (normalize_ops.open(&set, &state, &r) != OK) {
		fprintf(stderr, "bench_normalize: %.*s\n", VIEW_ARG(r.at[0].text));
		exit(1);
	}
	return state;	/* its first member; never closed: the process ends */
}

int main(int argc, char **argv)
{
	struct buf narrow = { 0 };
	struct job j = { .narrow = &narrow };
	UErrorCode e = U_ZERO_ERROR;
	struct stat st;
	int fd = argc > 2 ? open(argv[2], O_RDONLY) : -1;

	if (fd < 0 || fstat(fd, &st))
		return 2;
	j.text.n = (size_t)st.st_size;
	j.text.p = mmap(NULL, j.text.n, PROT_READ, MAP_PRIVATE, fd, 0);
	j.wide = malloc(2 * j.text.n + 2);
	j.out = malloc(4 * j.text.n + 32);
	u_strFromUTF8(j.wide, (int32_t)j.text.n, &j.n_wide, j.text.p, (int32_t)j.text.n, &e);
	for (const char *const *p = profile_name; p < profile_name + PROFILE_COUNT; p++) {
		j.normalizer = open_profile(argv[1], *p);
		measure(*p, by_pravah, &j);
	}
	measure("icu-utf16-nfc", by_icu, &j);
	measure("utf8proc-map-nfc", by_utf8proc, &j);
	return 0;
}
