/* index.h - finds the entry of a word or sentence by its bytes: open addressing, keys borrowed. */
#ifndef INDEX_H
#define INDEX_H

#include "base.h"

struct entry { uint64_t hash; struct view key, value; size_t number; };

/* key.p NULL is a free slot; cap is a power of two. */
struct index { struct entry *slot; size_t n, cap; };

/* The entry of a key, or NULL. */
struct entry *index_find(const struct index *, struct view key);

/* Adds an entry; NULL if the key is there already: the first one counts. Valid until the next one is added. */
struct entry *index_add(struct index *, struct view key);

void index_release(struct index *);

#endif
