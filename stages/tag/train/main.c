/*
 * train-tag - makes dictionaries/tag.model, and reads how well a convention is learned:
 *
 *	train-tag [OPTION]... TOP WORDS PHRASES MODEL CONVENTION...
 *
 * TOP is the project's folder. A CONVENTION is `NAME:LOG:TYPE,TYPE,...:FILE[*TIMES],...[:FILE,...]`: two to the power of LOG
 * buckets, its labels, the CoNLL files to learn them from, and those to test them with.
 */
#include "train.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>

enum { EPOCHS = 6, LOOK_FROM = 3, LOOKS = 4, CONVENTIONS_MAX = 4, LOG_MAX = 24 };
enum { FORGET_WORD = 4, FORGET_NAMES = 3, FORGET_LISTS = 8 };	/* one in so many */
static const struct crf_habits habits = { .rate = 0.1f, .decay = 1e-4f, .largest = 6, .steady = 60000 };

struct task {
	struct tag_convention_header header;
	struct sentences learn;
	struct { struct view name; struct sentences sentences; } test[8];
	size_t n_tests;
	struct crf_learner learner;
	const struct tag_model *model;
	const struct names *names;
	pthread_t thread;
};

/* One sentence, made ready. */
struct ready { struct name_keys keys; struct tag_word *word; uint32_t *feature, *first; size_t cap_word, cap_feature, cap_first; };

static bool one_in(uint64_t *seed, unsigned n)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (*seed >> 33) % n == 0;
}

/*
 * Many names that will be met are in no list and no example: some words are learned from as if they were such, and the
 * lists of some sentences are empty.
 */
static void forget(struct tag_word *w, size_t n, uint64_t *seed)
{
	bool names = one_in(seed, FORGET_NAMES);

	for (size_t i = 0; i < n; i++) {
		if (one_in(seed, FORGET_WORD))
			w[i].hash = 1;
		if (one_in(seed, FORGET_LISTS))
			w[i].facts = (struct tag_facts){ 0 };
		if (names) {
			w[i].begins = w[i].inside = w[i].whole = 0;
			w[i].phrase[0] = w[i].phrase[1] = w[i].phrase[2] = 0;
		}
	}
}

static void make_ready(struct ready *r, const struct task *t, const struct sentence *s, uint64_t *seed)
{
	name_keys_make(&r->keys, s->token, s->n);
	r->word = memory_grow(r->word, &r->cap_word, s->n, sizeof *r->word);
	r->feature = memory_grow(r->feature, &r->cap_feature, s->n * TAG_FEATURES_MAX, sizeof *r->feature);
	r->first = memory_grow(r->first, &r->cap_first, s->n + 1, sizeof *r->first);
	tag_words_make(r->word, s->token, s->n, &r->keys, t->names, t->model);
	if (seed)
		forget(r->word, s->n, seed);
	r->first[0] = 0;
	for (size_t i = 0; i < s->n; i++)
		r->first[i + 1] = r->first[i] + (uint32_t)tag_features(r->word, s->n, i, r->feature + r->first[i]);
}

static void ready_release(struct ready *r)
{
	name_keys_release(&r->keys);
	free(r->word);
	free(r->feature);
	free(r->first);
}

/* --- scores --- */

struct score { size_t right, found, wanted; };

static unsigned type_at(const uint8_t *label, size_t n, size_t i, size_t *end)
{
	unsigned y = label[i];

	*end = i + 1;
	if (y == 0 || y % 2 == 0)
		return 0;
	while (*end < n && label[*end] == y + 1)
		++*end;
	return y;
}

static unsigned bit_of(uint32_t bits)
{
	return bits == UINT32_MAX ? 0 : (unsigned)__builtin_ctz(bits);
}

static void compare(const struct sentence *s, const uint8_t *found, struct score *all, struct score *by)
{
	uint8_t *wanted = memory_get(s->n + 1);
	size_t end, end2;

	for (size_t i = 0; i < s->n; i++)
		wanted[i] = (uint8_t)bit_of(s->wanted[i]);
	for (size_t i = 0; i < s->n; i++) {
		unsigned w = type_at(wanted, s->n, i, &end), f = type_at(found, s->n, i, &end2);

		all->wanted += w > 0;
		all->found += f > 0;
		all->right += w && w == f && end == end2;
		by[w / 2].wanted += w > 0;
		by[f / 2].found += f > 0;
		by[w / 2].right += w && w == f && end == end2;
	}
	free(wanted);
}

static double f1(const struct score *s)
{
	return s->found + s->wanted ? 200.0 * (double)s->right / (double)(s->found + s->wanted) : 0;
}

static void print_scores(const struct task *t, struct view name, const struct score *all, const struct score *by)
{
	double right = 100 * (double)all->right;

	printf("%-8s %-28.*s P %.1f R %.1f F1 %.2f ", t->header.name, VIEW_ARG(name), right / (double)(all->found + !all->found),
	       right / (double)(all->wanted + !all->wanted), f1(all));
	for (unsigned y = 0; y < t->header.types; y++)
		printf(" %s %.1f/%zu", t->header.type[y], f1(&by[y]), by[y].wanted);
	putchar('\n');
	fflush(stdout);
}

static void test_one(const struct task *t, const struct tag_convention *c, struct view name, const struct sentences *all)
{
	struct score total = { 0 }, by[TAG_TYPES_MAX + 1] = { { 0 } };
	struct crf_chain chain = { 0 };
	struct ready r = { 0 };

	for (size_t k = 0; k < all->n; k++) {
		const struct sentence *s = &all->at[k];
		uint8_t *label = memory_get(s->n + 1);

		make_ready(&r, t, s, NULL);
		crf_chain_begin(&chain, s->n);
		for (size_t j = 0; j < s->n; j++)
			crf_score(&c->crf, r.feature + r.first[j], r.first[j + 1] - r.first[j], chain.score + j * CRF_LABELS_MAX);
		crf_best(&chain, &c->crf.steps, c->crf.labels, label);
		compare(s, label, &total, by);
		free(label);
	}
	print_scores(t, name, &total, by);
	ready_release(&r);
	crf_chain_release(&chain);
}

static void test(const struct task *t, const struct tag_convention *c)
{
	for (size_t k = 0; k < t->n_tests; k++)
		test_one(t, c, t->test[k].name, &t->test[k].sentences);
}

/* --- learning --- */

static void *learn(void *ctx)
{
	struct task *t = ctx;
	struct ready r = { 0 };
	uint32_t after[CRF_LABELS_MAX + 1], labels = 1 + 2 * t->header.types, *possible, most = 0;
	size_t n = t->learn.n, *order = memory_get(n * sizeof *order), tokens = 0;
	uint64_t seed = 1;

	tag_label_order(t->header.types, after);
	crf_learner_init(&t->learner, labels, t->header.buckets, after, habits);
	for (size_t i = 0; i < n; i++) {
		order[i] = i;
		most = t->learn.at[i].n > most ? (uint32_t)t->learn.at[i].n : most;
		tokens += t->learn.at[i].n;
	}
	possible = memory_get(most * sizeof *possible);
	memset(possible, 0xff, most * sizeof *possible);
	for (unsigned epoch = 0; epoch < EPOCHS; epoch++) {
		double loss = 0;

		crf_shuffle(order, n, epoch + 1);
		for (size_t i = 0; i < n; i++) {
			const struct sentence *s = &t->learn.at[order[i]];

			make_ready(&r, t, s, &seed);
			loss += crf_learn(&t->learner, &(struct crf_example){ s->n, r.feature, r.first, s->wanted, possible });
			if (epoch >= LOOK_FROM && i % (n / LOOKS + 1) == n / LOOKS)
				crf_learner_look(&t->learner);
		}
		fprintf(stderr, "train-tag: %s: epoch %u, loss %.4f a token\n", t->header.name, epoch + 1, loss / (double)tokens);
		crf_learner_look(&t->learner);
	}
	ready_release(&r);
	free(order);
	free(possible);
	return NULL;
}

static int find_type(const void *ctx, struct view name)
{
	const struct tag_convention_header *h = ctx;

	for (uint32_t t = 0; t < h->types; t++)
		if (view_is(name, h->type[t]))
			return (int)t;
	return -1;
}

static void read_task(struct task *t, struct view text, const struct cutter *cutter)
{
	struct view part[5] = { { 0 } }, piece;
	char log[4] = { 0 };

	for (int i = 0; i < 5 && view_next(&text, ':', &part[i]); i++)
		;
	memcpy(t->header.name, part[0].p, part[0].n < TAG_NAME_MAX ? part[0].n : TAG_NAME_MAX - 1);
	memcpy(log, part[1].p, part[1].n < 3 ? part[1].n : 3);
	t->header.buckets = 1u << (atoi(log) > 0 && atoi(log) <= LOG_MAX ? atoi(log) : LOG_MAX);
	while (view_next(&part[2], ',', &piece) && t->header.types < TAG_TYPES_MAX)
		memcpy(t->header.type[t->header.types++], piece.p, piece.n < TAG_NAME_MAX ? piece.n : TAG_NAME_MAX - 1);
	while (view_next(&part[3], ',', &piece)) {
		const char *star = memchr(piece.p, '*', piece.n);
		char path[512] = { 0 };

		memcpy(path, piece.p, star ? (size_t)(star - piece.p) : piece.n);
		sentences_read(&t->learn, path, star ? (unsigned)atoi(star + 1) : 1, cutter, find_type, &t->header);
	}
	while (view_next(&part[4], ',', &piece) && t->n_tests < 8) {
		char path[512] = { 0 };

		memcpy(path, piece.p, piece.n);
		t->test[t->n_tests].name = piece;
		sentences_read(&t->test[t->n_tests++].sentences, path, 1, cutter, find_type, &t->header);
	}
}

static void write_task(const struct task *t, FILE *f)
{
	int8_t step[(CRF_LABELS_MAX + 1) * CRF_LABELS_MAX] = { 0 };
	unsigned labels = 1 + 2 * t->header.types;
	struct tag_convention_header h = t->header;

	h.scale = crf_scale(&t->learner);
	fwrite(&h, sizeof h, 1, f);
	crf_write_steps(&t->learner, step);
	fwrite(step, 1, ((labels + 1) * labels + 7) & ~7u, f);
	crf_write_weights(&t->learner, f);
}

static bool learn_all(struct task *task, int n)
{
	for (int i = 0; i < n; i++)
		if (pthread_create(&task[i].thread, NULL, learn, &task[i]))
			return false;
	for (int i = 0; i < n; i++)
		pthread_join(task[i].thread, NULL);
	return true;
}

static bool write_all(const struct task *task, int n, const char *path)
{
	struct tag_header header = *task->model->header;
	struct tag_model model = *task->model;
	FILE *f = fopen(path, "wb");

	if (!f)
		return false;
	header.conventions = (uint32_t)n;
	model.header = &header;
	lists_write(&model, f);
	for (int i = 0; i < n; i++)
		write_task(&task[i], f);
	return !fclose(f);
}

/* As the stage reads them. */
static bool open_dictionaries(const char *top, struct names **names, struct joins **joins, struct report *r)
{
	static const struct option data[] = { { "data", 0, "DIR", NULL, NULL }, { 0 } };
	struct settings set = { 0 };

	settings_add_table(&set, data);
	settings_add(&set, data, top);
	return names_open(names, &set, r) == OK && joins_open(joins, top, r) == OK;
}

int main(int argc, char **argv)
{
	static struct task task[CONVENTIONS_MAX];
	struct report report = { 0 };
	struct tag_model model = { 0 }, made = { 0 };
	struct names *names;
	struct joins *joins;
	int n = argc - 5;

	if (n < 1 || n > CONVENTIONS_MAX) {
		fputs("usage: train-tag TOP WORDS PHRASES MODEL CONVENTION...\n", stderr);
		return 2;
	}
	lists_read(&model, argv[2], argv[3]);
	if (!open_dictionaries(argv[1], &names, &joins, &report))
		return 3;
	for (int i = 0; i < n; i++) {
		read_task(&task[i], view_of(argv[5 + i]), &(struct cutter){ joins, names });
		task[i].model = &model;
		task[i].names = names;
	}
	if (!learn_all(task, n) || !write_all(task, n, argv[4]) || tag_model_open(&made, argv[4], &report) != OK) {
		perror(argv[4]);
		return 3;
	}
	for (int i = 0; i < n; i++) {
		task[i].model = &made;
		test(&task[i], &made.convention[i]);
	}
	return 0;
}
