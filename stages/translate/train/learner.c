/* learner.c - averaged perceptrons: a row of weights for each feature's hash. */
#include "train.h"

#include <math.h>
#include <stdlib.h>

enum { CHANGES_LOG = 26, FEATURES = 256 };

void learner_init(struct learner *l, uint32_t classes, unsigned least)
{
	*l = (struct learner){ .classes = classes, .least = least, .cap = 1u << 16, .time = 1 };
	l->slot = memory_get(l->cap * sizeof *l->slot);
	l->changes = memory_get((size_t)1 << CHANGES_LOG);
}

void learner_release(struct learner *l)
{
	free(l->slot);
	free(l->weight);
	free(l->late);
	free(l->changes);
}

static uint32_t place(const struct learner *l, uint32_t key)
{
	uint32_t i = (key * 2654435761u) & (l->cap - 1);

	while (l->slot[i].key && l->slot[i].key != key)
		i = (i + 1) & (l->cap - 1);
	return i;
}

static void grow(struct learner *l)
{
	struct learner old = *l;

	l->cap *= 2;
	l->slot = memory_get(l->cap * sizeof *l->slot);
	for (uint32_t i = 0; i < old.cap; i++)
		if (old.slot[i].key)
			l->slot[place(l, old.slot[i].key)] = old.slot[i];
	free(old.slot);
}

static uint32_t add_row(struct learner *l)
{
	size_t from, n;

	if (l->rows == l->cap_rows) {
		l->cap_rows = l->cap_rows ? 2 * l->cap_rows : 1u << 14;
		l->weight = realloc(l->weight, (size_t)l->cap_rows * l->classes * sizeof *l->weight);
		l->late = realloc(l->late, (size_t)l->cap_rows * l->classes * sizeof *l->late);
		if (!l->weight || !l->late)
			abort();
		from = (size_t)l->rows * l->classes;
		n = (size_t)l->cap_rows * l->classes - from;
		memset(l->weight + from, 0, n * sizeof *l->weight);
		memset(l->late + from, 0, n * sizeof *l->late);
	}
	return l->rows++;
}

void learner_sum(const struct learner *l, const uint32_t *feature, size_t n, int32_t *sum)
{
	uint32_t at[FEATURES], found = 0;

	memset(sum, 0, l->classes * sizeof *sum);
	for (size_t f = 0; f < n; f++) {
		at[f] = ((feature[f] ? feature[f] : 1) * 2654435761u) & (l->cap - 1);
		__builtin_prefetch(&l->slot[at[f]]);
	}
	for (size_t f = 0; f < n; f++) {
		uint32_t i = at[f], key = feature[f] ? feature[f] : 1;

		while (l->slot[i].key && l->slot[i].key != key)
			i = (i + 1) & (l->cap - 1);
		if (l->slot[i].key) {
			at[found] = l->slot[i].row;
			__builtin_prefetch(l->weight + (size_t)at[found] * l->classes);
			found++;
		}
	}
	for (uint32_t f = 0; f < found; f++) {
		const int16_t *row = l->weight + (size_t)at[f] * l->classes;

		for (unsigned y = 0; y < l->classes; y++)
			sum[y] += row[y];
	}
}

static uint32_t row_of(struct learner *l, uint32_t key)
{
	uint32_t i;

	if (2 * l->rows > l->cap)
		grow(l);
	i = place(l, key);
	if (!l->slot[i].key) {
		l->slot[i].key = key;
		l->slot[i].row = add_row(l);
	}
	return l->slot[i].row;
}

void learner_change(struct learner *l, const uint32_t *feature, size_t n, unsigned y, int by)
{
	for (size_t f = 0; f < n; f++) {
		uint32_t key = feature[f] ? feature[f] : 1, i = place(l, key);
		size_t cell;

		if (!l->slot[i].key) {
			uint8_t *changes = &l->changes[(key * 0x9E3779B1u) >> (32 - CHANGES_LOG)];

			*changes = (uint8_t)(*changes + (*changes < UINT8_MAX));
			if (*changes < l->least)
				continue;
		}
		cell = (size_t)row_of(l, key) * l->classes + y;
		l->weight[cell] = (int16_t)(l->weight[cell] + by);
		l->late[cell] += (float)(by * l->time);
	}
}

/* --- writing --- */

struct ranked { uint32_t key, row; unsigned class; float weight; };

static int by_size(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	float p = fabsf(x->weight), q = fabsf(y->weight);

	if (p != q)
		return p < q ? 1 : -1;
	return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : (x->class > y->class) - (x->class < y->class);
}

static const float LEAST = 1e-3f;

static float mean(const struct learner *l, uint32_t row, unsigned y)
{
	size_t cell = (size_t)row * l->classes + y;

	return l->weight[cell] - (float)(l->late[cell] / l->time);
}

/* All weights, or of each row the greatest, from the greatest to the least. */
static struct ranked *rank(const struct learner *l, bool rows, size_t *n)
{
	struct ranked *list = NULL;
	size_t cap = 0;

	*n = 0;
	for (uint32_t i = 0; i < l->cap; i++) {
		size_t from = *n;

		for (unsigned y = 0; l->slot[i].key && y < l->classes; y++) {
			struct ranked r = { l->slot[i].key, l->slot[i].row, y, mean(l, l->slot[i].row, y) };

			if (fabsf(r.weight) < LEAST)
				continue;
			list = memory_grow(list, &cap, *n + 1, sizeof *list);
			if (!rows || *n == from)
				list[(*n)++] = r;
			else if (fabsf(r.weight) > fabsf(list[from].weight))
				list[from] = r;
		}
	}
	qsort(list, *n, sizeof *list, by_size);
	return list;
}

/* What a weight's byte is, so that its square is the weight. */
static int8_t root_of(float weight)
{
	long root = lrintf(sqrtf(fabsf(weight)));

	return (int8_t)(weight < 0 ? -root : root);
}

static void put(struct bucket *b, uint16_t check, unsigned class, int8_t weight)
{
	unsigned k = 0;

	while (k < BUCKET && b->check[k] && !(b->check[k] == check && b->class[k] == class))
		k++;
	if (k == BUCKET || b->check[k] || !weight)
		return;
	b->check[k] = check;
	b->class[k] = (uint8_t)class;
	b->weight[k] = weight;
}

/* The greatest come first; those for which their bucket has no place are left out. */
struct weights learner_weights(const struct learner *l, uint32_t buckets)
{
	struct bucket *bucket = memory_get(buckets * sizeof *bucket);
	size_t n;
	struct ranked *list = rank(l, false, &n);
	float unit = fabsf(list[0].weight) / (127 * 127);

	for (size_t i = 0; i < n; i++) {
		uint16_t check;
		uint32_t at = weights_bucket(list[i].key, buckets, &check);

		put(&bucket[at], check, list[i].class, root_of(list[i].weight / unit));
	}
	fprintf(stderr, "train-translate: %zu weights, %u places\n", n, buckets * BUCKET);
	free(list);
	return (struct weights){ buckets, unit, bucket };
}

struct move_weights learner_move_weights(const struct learner *l, uint32_t buckets)
{
	struct move_bucket *bucket = memory_get(buckets * sizeof *bucket);
	size_t n;
	struct ranked *list = rank(l, true, &n);
	float unit = fabsf(list[0].weight) / (127 * 127);

	for (size_t i = 0; i < n; i++) {
		uint16_t check;
		struct move_bucket *b = &bucket[weights_bucket(list[i].key, buckets, &check)];
		unsigned k = 0;

		while (k < MOVE_BUCKET && b->check[k] && b->check[k] != check)
			k++;
		if (k == MOVE_BUCKET || b->check[k])
			continue;
		b->check[k] = check;
		for (unsigned y = 0; y < MOVE_CLASSES; y++)
			b->weight[k][y] = root_of(mean(l, list[i].row, y) / unit);
	}
	fprintf(stderr, "train-translate: moves: %zu rows, %u places\n", n, buckets * MOVE_BUCKET);
	free(list);
	return (struct move_weights){ buckets, unit, bucket };
}

void learner_add(struct learner *l, const struct learner *other)
{
	for (uint32_t i = 0; i < other->cap; i++) {
		uint32_t to;

		if (!other->slot[i].key)
			continue;
		to = row_of(l, other->slot[i].key);
		for (unsigned y = 0; y < l->classes; y++) {
			size_t at = (size_t)to * l->classes + y, from = (size_t)other->slot[i].row * l->classes + y;

			l->weight[at] = (int16_t)(l->weight[at] + other->weight[from]);
			l->late[at] += (float)(other->late[from] / other->time * l->time);
		}
	}
}
