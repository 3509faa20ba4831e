/*
 * train-translate - makes dictionaries/translate.model:
 *
 *	train-translate TOP TRAIN DEV WORDS POSLEX MODEL [EPOCHS]
 *	train-translate print TREES	trees as they are learned from, their words joined, some varied
 *	train-translate print TREES as-they-are
 *
 * TOP is the project's folder; TRAIN and DEV are UD_English-EWT (treebank.c), WORDS and POSLEX word lists (lists.c).
 */
#include "train.h"

#include <pthread.h>
#include <stdlib.h>

enum { FOLDS = 5, TAG_EPOCHS = 8, PARSER_EPOCHS = 7, LEAST_CHANGES = 3, WAYS = 2, WAY_EPOCHS = 1000 };
enum { TAG_BUCKETS = 38000, MOVE_BUCKETS = 78000, RELATION_BUCKETS = 50000 };

/* In the units of weights: a state that has fallen behind so far has never come back. */
static const float BEHIND = 200;

void shuffle(size_t *order, size_t n, uint64_t seed)
{
	for (size_t i = n; i > 1; i--) {
		size_t k, t = order[i - 1];

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		k = (size_t)(seed >> 33) % i;
		order[i - 1] = order[k];
		order[k] = t;
	}
}

static uint8_t best_tag(const struct learner *l, const uint32_t *feature, size_t n)
{
	int32_t sum[CLASSES_MAX];
	unsigned best = 1;

	learner_sum(l, feature, n, sum);
	for (unsigned y = 2; y < TAG_COUNT; y++)
		best = sum[y] > sum[best] ? y : best;
	return (uint8_t)best;
}

static void learn_tags_of(struct learner *l, const struct sentence *s)
{
	uint32_t feature[TAG_FEATURES_MAX];

	for (size_t i = 0; i < s->n; i++) {
		size_t n = tagging_features(s->facts, i, feature);
		uint8_t tag = best_tag(l, feature, n);

		if (tag != s->word[i].tag) {
			learner_change(l, feature, n, s->word[i].tag, 1);
			learner_change(l, feature, n, tag, -1);
		}
		s->facts[i].tag = tag;
	}
	l->time++;
}

/* Learns from all sentences but those of one fold. */
static void learn_tags(struct learner *l, const struct treebank *bank, size_t but, unsigned way)
{
	size_t *order = memory_get(bank->n * sizeof *order);

	learner_init(l, TAG_COUNT, LEAST_CHANGES);
	for (size_t i = 0; i < bank->n; i++)
		order[i] = i;
	for (unsigned epoch = 0; epoch < TAG_EPOCHS; epoch++) {
		shuffle(order, bank->n, WAY_EPOCHS * way + epoch + 1);
		for (size_t i = 0; i < bank->n; i++)
			if (order[i] % FOLDS != but)
				learn_tags_of(l, &bank->at[order[i]]);
	}
	free(order);
}

/* Gives each fold the tags of a learner that has not seen it. */
static void give_tags(struct weights_file *w, const struct treebank *bank)
{
	for (size_t fold = 0; fold < FOLDS; fold++) {
		struct learner l;

		learn_tags(&l, bank, fold, 0);
		w->tags = learner_weights(&l, TAG_BUCKETS);
		for (size_t i = fold; i < bank->n; i += FOLDS) {
			struct sentence *s = &bank->at[i];
			struct word word[WORDS_MAX];

			memcpy(word, s->word, s->n * sizeof *word);
			for (size_t k = 0; k < s->n; k++)
				word[k].tag = TAG_NONE;
			tagger_run(w, s->facts, word, s->n);
			for (size_t k = 0; k < s->n; k++)
				s->given[k] = word[k].tag;
		}
		learner_release(&l);
	}
}

static void make_facts(const struct weights_file *w, struct treebank *bank)
{
	for (size_t i = 0; i < bank->n; i++)
		bank->at[i].facts = facts_make(w, bank->at[i].word, bank->at[i].n, &bank->arena);
}

/* --- what is learned in several ways, and added up --- */

static struct weights learn_all_tags(const struct treebank *bank)
{
	struct learner l[WAYS];

	for (unsigned way = 0; way < WAYS; way++) {
		learn_tags(&l[way], bank, FOLDS, way);
		if (way)
			learner_add(&l[0], &l[way]);
	}
	return learner_weights(&l[0], TAG_BUCKETS);
}

struct way { struct parser_learner learner; const struct treebank *bank; unsigned epochs, number; pthread_t thread; };

static void *learn_way(void *ctx)
{
	struct way *w = ctx;

	parser_learn(&w->learner, w->bank, w->epochs, w->number);
	return NULL;
}

static void learn_all_parsing(struct weights_file *w, const struct treebank *bank, unsigned epochs)
{
	struct way way[WAYS] = { 0 };

	for (unsigned k = 0; k < WAYS; k++) {
		way[k] = (struct way){ .bank = bank, .epochs = epochs, .number = k };
		if (pthread_create(&way[k].thread, NULL, learn_way, &way[k]))
			exit(3);
	}
	for (unsigned k = 0; k < WAYS; k++) {
		pthread_join(way[k].thread, NULL);
		if (k) {
			learner_add(&way[0].learner.moves, &way[k].learner.moves);
			learner_add(&way[0].learner.relations, &way[k].learner.relations);
		}
	}
	w->moves = learner_move_weights(&way[0].learner.moves, MOVE_BUCKETS);
	w->relations = learner_weights(&way[0].learner.relations, RELATION_BUCKETS);
	w->behind = (int32_t)(BEHIND * WAYS / w->moves.scale);
}

/* --- scores --- */

struct scores { size_t words, tags, arcs, attached, related, by[REL_COUNT], right[REL_COUNT], found[REL_COUNT]; };

static void count(struct scores *c, const struct word *wanted, const struct word *found, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool same = wanted[i].head == found[i].head;

		c->words++;
		c->tags += wanted[i].tag == found[i].tag;
		if (wanted[i].relation == REL_punct)
			continue;
		c->arcs++;
		c->attached += same;
		c->related += same && wanted[i].relation == found[i].relation;
		c->by[wanted[i].relation]++;
		c->found[found[i].relation]++;
		c->right[wanted[i].relation] += same && wanted[i].relation == found[i].relation;
	}
}

static void print_scores(const char *name, const struct scores *c, bool all)
{
	printf("%s: tags %.2f, heads %.2f, relations %.2f (%zu words)\n", name, 100.0 * (double)c->tags / (double)c->words,
	       100.0 * (double)c->attached / (double)c->arcs, 100.0 * (double)c->related / (double)c->arcs, c->words);
	for (unsigned y = 1; all && y < REL_COUNT; y++)
		if (c->by[y] > 20)
			printf("\t%-14s %5zu  P %.1f  R %.1f\n", relation_name[y], c->by[y], 100.0 * (double)c->right[y] / (double)(c->found[y] + !c->found[y]),
			       100.0 * (double)c->right[y] / (double)c->by[y]);
}

static void test(const struct weights_file *w, const struct treebank *bank, bool right_tags, bool all)
{
	struct scores c = { 0 };

	for (size_t i = 0; i < bank->n; i++) {
		const struct sentence *s = &bank->at[i];
		struct word word[WORDS_MAX];

		memcpy(word, s->word, s->n * sizeof *word);
		for (size_t k = 0; k < s->n && !right_tags; k++)
			word[k].tag = TAG_NONE;
		analysis_run(w, s->facts, word, s->n);
		count(&c, s->word, word, s->n);
	}
	print_scores(right_tags ? "right tags" : "own tags", &c, all);
}

static void put(const void *p, size_t n, FILE *f)
{
	static const char none[WEIGHTS_ALIGN];

	fwrite(p, 1, n, f);
	fwrite(none, 1, -n & (WEIGHTS_ALIGN - 1), f);
}

static bool write_model(const struct weights_file *w, const char *path)
{
	struct weights_header h = { { 'p', 'r', 'a', 'v', 'a', 'h', 't', 'r' }, WEIGHTS_VERSION, w->words,
		{ w->tags.buckets, w->moves.buckets, w->relations.buckets }, { w->tags.scale, w->moves.scale, w->relations.scale }, w->behind };
	FILE *f = fopen(path, "wb");

	if (!f)
		return false;
	put(&h, sizeof h, f);
	put(w->word, w->words * sizeof *w->word, f);
	put(w->tags.bucket, w->tags.buckets * sizeof *w->tags.bucket, f);
	put(w->moves.bucket, w->moves.buckets * sizeof *w->moves.bucket, f);
	put(w->relations.bucket, w->relations.buckets * sizeof *w->relations.bucket, f);
	return !fclose(f);
}

static int print_trees(const char *path, bool varied)
{
	struct treebank bank = { 0 };

	treebank_read(&bank, path, varied);
	for (size_t i = 0; i < bank.n; i++) {
		const struct sentence *s = &bank.at[i];

		for (size_t k = 0; k < s->n; k++)
			printf("%.*s\t%s\t%d\t%s\n", (int)s->word[k].form.n, s->word[k].form.p, tag_name[s->word[k].tag], s->word[k].head + 1,
			       relation_name[s->word[k].relation]);
		putchar('\n');
	}
	return fflush(stdout) ? 3 : 0;
}

int main(int argc, char **argv)
{
	struct weights_file w = { 0 }, made = { 0 };
	struct treebank train = { 0 }, dev = { 0 };
	struct report r = { 0 };

	if (argc > 2 && !strcmp(argv[1], "print"))
		return print_trees(argv[2], argc == 3);
	if (argc < 7) {
		fputs("usage: train-translate TOP TRAIN DEV WORDS POSLEX MODEL [EPOCHS]\n", stderr);
		return 2;
	}
	lists_read(&w, argv[1], argv[4], argv[5]);
	treebank_read(&train, argv[2], true);
	treebank_read(&dev, argv[3], false);
	make_facts(&w, &train);
	make_facts(&w, &dev);
	give_tags(&w, &train);
	w.tags = learn_all_tags(&train);
	for (size_t i = 0; i < train.n; i++) {
		make_projective(train.at[i].word, train.at[i].n);
		for (size_t k = 0; k < train.at[i].n; k++)
			train.at[i].facts[k].tag = train.at[i].given[k];
		facts_count(train.at[i].facts, train.at[i].n);
	}
	learn_all_parsing(&w, &train, argc > 7 ? (unsigned)atoi(argv[7]) : PARSER_EPOCHS);
	if (!write_model(&w, argv[6]) || weights_open(&made, argv[6], &r) != OK) {
		perror(argv[6]);
		return 3;
	}
	test(&made, &dev, false, true);
	test(&made, &dev, true, false);
	return 0;
}
