/* index.c - open addressing with linear probing, at most half full. */
#include "index.h"

#include <stdlib.h>

enum { INDEX_FIRST = 1 << 10 };

static struct entry *slot_of(const struct index *x, struct view key, uint64_t hash)
{
	size_t i = hash & (x->cap - 1);

	while (x->slot[i].key.p && !(x->slot[i].hash == hash && view_eq(x->slot[i].key, key)))
		i = (i + 1) & (x->cap - 1);
	return &x->slot[i];
}

struct entry *index_find(const struct index *x, struct view key)
{
	struct entry *e = x->n ? slot_of(x, key, view_hash(key)) : NULL;

	return e && e->key.p ? e : NULL;
}

static void grow(struct index *x)
{
	struct entry *old = x->slot;
	size_t n = x->cap;

	x->cap = n ? 2 * n : INDEX_FIRST;
	x->slot = memory_get(x->cap * sizeof *x->slot);
	for (size_t i = 0; i < n; i++)
		if (old[i].key.p)
			*slot_of(x, old[i].key, old[i].hash) = old[i];
	free(old);
}

struct entry *index_add(struct index *x, struct view key)
{
	uint64_t hash = view_hash(key);
	struct entry *e;

	if (2 * x->n >= x->cap)
		grow(x);
	e = slot_of(x, key, hash);
	if (e->key.p)
		return NULL;
	*e = (struct entry){ .hash = hash, .key = key.p ? key : V("") };
	x->n++;
	return e;
}

void index_release(struct index *x)
{
	free(x->slot);
	*x = (struct index){ 0 };
}
