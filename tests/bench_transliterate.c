/*
 * bench_transliterate.c - words of running text in Devanagari, beside ICU's Latin-Devanagari on the same words in the
 * same run, and words that no dictionary has. Prints one line each: name, thousands of words a second (best of the runs).
 *
 *	bench_transliterate DATA-FOLDER FILE	the file has one word a line, in the order of the text
 */
#include "../stages/transliterate/transliterate.h"
#include "file.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unicode/ustring.h>

enum { RUNS = 5, NOTE = 1000, ICU_MAX = 256 };

struct job { const struct writer *writer; UTransliterator *icu; struct view *word; size_t n; };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* As in a note of NOTE words: what it has more than once is looked up once. */
static void running_text(const struct job *j)
{
	const struct context alone = { ALONE, V(""), V("") };

	for (size_t i = 0; i < j->n; i += NOTE) {
		struct arena arena = { 0 };
		struct memo memo = { .arena = &arena };

		for (size_t k = i; k < i + NOTE && k < j->n; k++) {
			bool found;
			struct answers *a = memo_slot(&memo, 0, j->word[k], &found);

			if (!found)
				write_word(j->writer, j->word[k], AS_ENGLISH, &alone, &arena, a);
		}
		memo_release(&memo);
		arena_release(&arena);
	}
}

static void guesses(const struct job *j)
{
	struct guess guess;

	for (size_t i = 0; i < j->n; i++)
		guess_devanagari(&j->writer->model, j->word[i], DOMAIN_LOAN, &guess, 1);
}

static void by_icu(const struct job *j)
{
	for (size_t i = 0; i < j->n; i++) {
		UChar text[ICU_MAX];
		UErrorCode e = U_ZERO_ERROR;
		int32_t n = 0, limit;

		u_strFromUTF8(text, ICU_MAX, &n, j->word[i].p, (int32_t)j->word[i].n, &e);
		limit = n;
		utrans_transUChars(j->icu, text, &n, ICU_MAX, 0, &limit, &e);
	}
}

static void measure(const char *name, void (*run)(const struct job *), const struct job *j)
{
	double best = 1e9;

	for (int i = 0; i < RUNS; i++) {
		double begun = now(), took;

		run(j);
		took = now() - begun;
		best = took < best ? took : best;
	}
	printf("%s\t%zu\t%.1f\n", name, j->n, (double)j->n / best / 1e3);
}

static const struct transliterate_state *open_stage(const char *data)
{
	static const struct option folder = { "data", 0, "DIR", NULL, "" }, best = { "best", 'n', "N", NULL, "" };
	extern const struct stage_ops transliterate_ops;
	struct settings set = { 0 };
	struct report r = { 0 };
	void *state = NULL;

	settings_add_table(&set, transliterate_ops.options);
	settings_add(&set, &folder, data);
	settings_add(&set, &best, "1");
	if (transliterate_ops.open(&set, &state, &r) != OK) {
		fprintf(stderr, "bench_transliterate: %.*s\n", VIEW_ARG(r.at[0].text));
		exit(1);
	}
	return state;	/* never closed: the process ends */
}

/* Each word that the dictionaries lack, once. */
static struct job strange_words(const struct job *all)
{
	struct index seen = { 0 };
	struct job j = *all;

	j.word = memory_get(all->n * sizeof *j.word);
	j.n = 0;
	for (size_t i = 0; i < all->n; i++)
		if (!is_common(&j.writer->lexicon, all->word[i]) && !lexicon_find(&j.writer->lexicon.name, all->word[i])
		    && index_add(&seen, all->word[i]))
			j.word[j.n++] = all->word[i];
	return j;
}

int main(int argc, char **argv)
{
	UErrorCode e = U_ZERO_ERROR;
	struct report r = { 0 };
	struct view text, line;
	struct job all = { 0 }, strange;
	size_t cap = 0;

	if (argc < 3 || file_map(argv[2], &text, &r) != OK)
		return 2;
	while (view_next(&text, '\n', &line)) {
		all.word = memory_grow(all.word, &cap, all.n + 1, sizeof *all.word);
		all.word[all.n++] = line;
	}
	all.writer = &open_stage(argv[1])->writer;
	all.icu = utrans_openU(u"Latin-Devanagari", -1, UTRANS_FORWARD, NULL, 0, NULL, &e);
	strange = strange_words(&all);
	measure("running-text", running_text, &all);
	measure("words-of-no-dictionary", guesses, &strange);
	measure("icu-latin-devanagari", by_icu, &all);
	return 0;
}
