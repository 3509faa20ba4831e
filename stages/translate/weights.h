/*
 * weights.h - dictionaries/translate.model: what is known of words, and the weights of features for the tagger, for the
 * parser's moves and for the relations.
 *
 * A feature is a hash, and what weighs is a feature and a class. Weights lie in buckets, a line of the cache each: a feature
 * has one bucket, and its weights are those there that have its check. All numbers are little-endian.
 */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include "base.h"
#include "report.h"

enum { WEIGHTS_VERSION = 6, WEIGHTS_TABLES = 3, WEIGHTS_ALIGN = 64 };
enum { BUCKET = 16, MOVE_BUCKET = 12, MOVE_CLASSES = 3, CLASSES_MAX = 56, FEATURES_MAX = 160 };

struct weights_header {
	char magic[8];				/* "pravahtr" */
	uint32_t version, words, buckets[WEIGHTS_TABLES];
	float scale[WEIGHTS_TABLES];
	int32_t behind;
};

/* What lists know of a word: clusters, 0 for none; the tags it can have, as a number for
 * each set of them and as bits. */
struct word_facts { uint16_t brown, alike, speech; uint8_t may, dictionary; };
enum { MAY_NN = 1, MAY_NNS = 2, MAY_VB = 4, MAY_VBZ = 8, MAY_VBD = 16, MAY_VBN = 32, MAY_VBG = 64, MAY_JJ = 128 };
enum { IN_DICTIONARY_NOUN = 1, IN_DICTIONARY_VERB = 2, IN_DICTIONARY_ADJECTIVE = 4, IN_DICTIONARY_ADVERB = 8 };
struct word_slot { uint16_t check; struct word_facts facts; };	/* check 0: free */

/* A check of 0 is a free place. A weight is its byte's square with the byte's sign. */
struct bucket { uint16_t check[BUCKET]; uint8_t class[BUCKET]; int8_t weight[BUCKET]; };
struct weights { uint32_t buckets; float scale; const struct bucket *bucket; };

/* Moves are few, and looked for most: a check stands for the weights of all. The row behind the last is that of no feature. */
struct move_bucket { uint16_t check[MOVE_BUCKET]; int8_t weight[MOVE_BUCKET + 1][MOVE_CLASSES]; uint8_t none; };
struct move_weights { uint32_t buckets; float scale; const struct move_bucket *bucket; };

struct weights_file {
	struct view file;
	uint32_t words;
	const struct word_slot *word;
	struct weights tags, relations;
	struct move_weights moves;
	int32_t behind;		/* the parser drops states that fall behind by more */
};

enum status weights_open(struct weights_file *, const char *path, struct report *);
void weights_close(struct weights_file *);

/* Nothing but zeros for a word that no list has. */
struct word_facts weights_word(const struct weights_file *, uint64_t hash);

/* Where a hash is looked for, and what stands for it there. */
uint32_t weights_bucket(uint32_t hash, uint32_t buckets, uint16_t *check);
uint32_t weights_word_place(uint64_t hash, uint32_t slots, uint16_t *check);

/* Adds up the weights of n <= FEATURES_MAX features for each class. */
void weights_sum(const struct weights *, const uint32_t *feature, size_t n, int32_t sum[CLASSES_MAX]);
void weights_sum_moves(const struct move_weights *, const uint32_t *feature, size_t n, int32_t sum[MOVE_CLASSES]);

#endif
