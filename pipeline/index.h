/* index.h - finds the entry of a word or sentence by its bytes: open addressing, keys borrowed. */
#ifndef INDEX_H
#define INDEX_H

#include "base.h"

struct entry { uint64_t hash; struct view key, value; size_t number; };

/*
 * key.p NULL is a free slot; cap is a power of two. Once packed, the slots are the n entries, and `place` leads to
 * them: their numbers plus one where their hashes lead, 0 where there is none.
 */
struct index { struct entry *slot; size_t n, cap; const uint32_t *place; size_t places; };

/* The entry of a key, or NULL. */
struct entry *index_find(const struct index *, struct view key);

/* Adds an entry; NULL if the key is there already: the first one counts. Valid until the next one is added. */
struct entry *index_add(struct index *, struct view key);

/*
 * Moves the entries to an array that has room for all n of them and is not the index's own, found by so many zeros as
 * index_places() says. Nothing can be added then.
 */
void index_pack(struct index *, struct entry *to, uint32_t *place);
size_t index_places(const struct index *);

void index_release(struct index *);

#endif
