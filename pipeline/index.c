/* index.c - open addressing with linear probing, at most half full; packed, with numbers of entries in the slots. */
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

static struct entry *find_packed(const struct index *x, struct view key)
{
	uint64_t hash = view_hash(key);

	for (size_t i = hash & (x->places - 1); x->place[i]; i = (i + 1) & (x->places - 1)) {
		struct entry *e = &x->slot[x->place[i] - 1];

		if (e->hash == hash && view_eq(e->key, key))
			return e;
	}
	return NULL;
}

struct entry *index_find(const struct index *x, struct view key)
{
	struct entry *e;

	if (!x->n)
		return NULL;
	if (x->place)
		return find_packed(x, key);
	e = slot_of(x, key, view_hash(key));
	return e->key.p ? e : NULL;
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

size_t index_places(const struct index *x)
{
	size_t places = 2;

	while (places < 2 * x->n)
		places *= 2;
	return places;
}

void index_pack(struct index *x, struct entry *to, uint32_t *place)
{
	size_t places = index_places(x), n = 0;

	for (size_t k = 0; k < x->cap; k++) {
		size_t i = x->slot[k].hash & (places - 1);

		if (!x->slot[k].key.p)
			continue;
		while (place[i])
			i = (i + 1) & (places - 1);
		to[n++] = x->slot[k];
		place[i] = (uint32_t)n;
	}
	free(x->slot);
	*x = (struct index){ to, n, n, place, places };
}

void index_release(struct index *x)
{
	if (!x->place)
		free(x->slot);
	*x = (struct index){ 0 };
}
