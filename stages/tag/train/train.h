/*
 * train.h - makes dictionaries/tag.model. The rooms:
 *
 *	main.c		the recipe: which sentences teach which convention of labels, how often, with what settings
 *	sentences.c	CoNLL files
 *	lists.c		word lists and phrases, hashed
 *	texts.py	annotated sentences as CoNLL
 *	words.py	words and phrases from dictionaries, gazetteers and word embeddings
 *	clusters.py	words that are used alike: embeddings of English words, and k-means
 *	hindi.py	the same of Hindi words, from running text
 */
#ifndef TAG_TRAIN_H
#define TAG_TRAIN_H

#include "../tag.h"
#include "train/crf.h"

/* --- lists.c --- */

/* Reads words.tsv (word, clusters, lists) and phrases.tsv (phrase, types) into tables of a model that is being made. */
void lists_read(struct tag_model *, const char *words, const char *phrases);
void lists_write(const struct tag_model *, FILE *);

/* --- sentences.c --- */

/* Labels of a token as bits: several where a set does not tell. */
struct sentence { struct tag_token *token; uint32_t *wanted; size_t n; };
struct sentences { struct sentence *at; size_t n, cap; struct arena arena; };

/* The type of a name as a convention numbers it, or -1. */
typedef int type_of(const void *ctx, struct view name);

/*
 * Adds a file's sentences `times` times, tokens cut as the stage does. A fourth column tells of labels within the token:
 * `begin-end:LABEL,...`, in bytes.
 */
struct cutter { const struct joins *joins; const struct names *names; };
void sentences_read(struct sentences *, const char *path, unsigned times, const struct cutter *, type_of *, const void *ctx);

#endif
