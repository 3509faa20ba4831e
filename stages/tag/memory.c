/* memory.c - names that a document has already had. */
#include "tag.h"

#include <stdlib.h>

void tag_memory_add(struct tag_memory *m, struct view key, enum entity_type type, float score)
{
	struct entry *e = index_find(&m->key, key);

	if (!e) {
		e = index_add(&m->key, arena_copy(&m->arena, key));
		e->number = m->n;
		m->weight = memory_grow(m->weight, &m->cap, m->n + 1, sizeof *m->weight);
		memset(m->weight[m->n++], 0, sizeof *m->weight);
	}
	m->weight[e->number][type] += score;
}

bool tag_memory_find(const struct tag_memory *m, struct view key, enum entity_type *type, float *share)
{
	const struct entry *e = m->n ? index_find(&m->key, key) : NULL;
	float all = 0;
	int best = 0;

	if (!e)
		return false;
	for (int t = 0; t < ENTITY_LEARNED; t++) {
		all += m->weight[e->number][t];
		best = m->weight[e->number][t] > m->weight[e->number][best] ? t : best;
	}
	*type = (enum entity_type)best;
	*share = m->weight[e->number][best] / all;
	return true;
}

void tag_memory_release(struct tag_memory *m)
{
	index_release(&m->key);
	arena_release(&m->arena);
	free(m->weight);
}
