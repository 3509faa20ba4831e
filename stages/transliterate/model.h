/*
 * model.h - dictionaries/transliterate.model: three networks and three word lists. In front of them stands how many bytes
 * each of them has.
 */
#ifndef MODEL_H
#define MODEL_H

#include "network.h"

enum part { PART_SOUNDS, PART_LATIN, PART_DEVANAGARI, PART_HINDI, PART_ENGLISH, PART_PAIRS, PARTS };

enum { MODEL_VERSION = 1 };
struct model_header { char magic[8]; uint32_t version; uint32_t size[PARTS]; };

/* Which readers of a word the networks tell apart: a loan or English word, a name, a Hindi word. */
enum domain { DOMAIN_LOAN, DOMAIN_NAME, DOMAIN_NATIVE };

/*
 * Words and how frequent they are, without the words: slot view_hash() leads to holds two bytes to tell the word by and
 * the logarithm of its count; 0 is a free slot. About one strange word in 5000 is taken for one of the list.
 */
struct word_list { uint32_t slots; const unsigned char (*slot)[3]; };
enum { WORD_LOG_SCALE = 8 };		/* steps of the logarithm's unit */

struct script_model {
	struct view file;
	struct network sounds, latin, devanagari;
	struct word_list hindi, english, pairs;	/* pairs: words with a blank between, and single words, by plain counts */
};

/* Opens the parts asked for, bits 1 << PART_... */
enum status script_model_open(struct script_model *, const char *path, unsigned parts, struct report *);
void script_model_close(struct script_model *);

/* Of a word's hash: where its slot may first be, and the bytes that tell it. */
uint32_t word_list_slot(uint64_t hash, uint32_t slots);
void word_list_check(uint64_t hash, unsigned char check[2]);

/* The logarithm of a word's count in a hundred million words, or `unknown`. */
float word_list_log(const struct word_list *, struct view word, float unknown);

#endif
