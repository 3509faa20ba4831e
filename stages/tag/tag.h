/*
 * tag.h - the rooms of the tag stage:
 *
 *	tag.c		the stage: tokens of a sentence in, entities out; CoNLL and brat
 *	exact.c		entities that rules find: which of them wins, addresses, files, code, versions, ordinals
 *	atoms.c		tokens cut into digits, words and signs, and what the word lists say of each
 *	numbers.c	numbers in digits and words: 1,20,000, डेढ़ लाख, twenty-five, 10-20M
 *	cldr.c		names of countries, currencies and months, and number words, from ICU
 *	amounts.c	money, percentages, quantities: a number and what it is a number of
 *	calendar.c	dates and periods
 *	clock.c		times of day
 *	names.c		the gazetteer: names of dictionaries/names.tsv, canonical ids, nested names
 *	joins.c		tokens that hold a name and more: ex-Google, हैदराबाद-आधारित
 *	memory.c	names that a document has already had
 *	features.c	what the model is told of a token
 *	model.c		dictionaries/tag.model: word lists and weights
 *	train/		the program that makes the model; no part of pravah
 */
#ifndef TAG_H
#define TAG_H

#include "crf.h"
#include "document.h"
#include "index.h"
#include "stage.h"

enum entity_type {
	ENTITY_PER, ENTITY_ORG, ENTITY_LOC, ENTITY_PRODUCT, ENTITY_WORK, ENTITY_EVENT, ENTITY_LAW,	/* learned */
	ENTITY_MONEY, ENTITY_PERCENT, ENTITY_QUANTITY, ENTITY_DATE, ENTITY_TIME, ENTITY_PERIOD, ENTITY_ORDINAL,
	ENTITY_VERSION, ENTITY_URL, ENTITY_EMAIL, ENTITY_FILE, ENTITY_HANDLE, ENTITY_CODE,		/* exact */
	ENTITY_TYPES, ENTITY_LEARNED = ENTITY_MONEY
};
extern const char *const entity_name[ENTITY_TYPES];

/* A token of a sentence. `kind` is segment's label, empty where tokens came as they were (CoNLL). */
struct tag_token {
	struct view text, kind;
	uint32_t begin, end;		/* bytes of the document's text */
	bool apart;			/* a blank stands before it */
};

/* `value` is that of corpus/README.md: a plain number with its unit, an ISO 8601 date, a canonical name; in an arena. */
struct entity { uint32_t begin, end; enum entity_type type; float score; struct view value; };
struct entities { struct entity *at; size_t n, cap; };

struct entity *entities_add(struct entities *, enum entity_type, uint32_t begin, uint32_t end, struct view value);

/* --- exact.c --- */

struct exact;

/* Reads the dictionaries. FATAL after reporting why; to be closed all the same. */
enum status exact_open(struct exact **, const struct settings *, struct report *);
void exact_close(struct exact *);

/* Finds the exact entities of a sentence, in order, none overlapping another; values go into the arena. */
void exact_find(const struct exact *, const struct tag_token *, size_t n, struct arena *, struct entities *out);

/* --- names.c --- */

enum { NAME_KEY_MAX = 64, NAME_TOKENS_MAX = 8 };

/*
 * What the ways to write one name have in common: small letters and digits, no marks between them, no nukta, one sign
 * for nasals; of what is too long, the beginning. The key of several tokens is those of the tokens in a row, so that
 * GPT-4 and GPT 4 are one. Returns its length.
 */
size_t name_key(struct view text, char key[NAME_KEY_MAX]);

/* One row of dictionaries/names.tsv: `id` is its Wikidata item, or its Latin form where that is not known. */
struct name { enum entity_type type; struct view id; };

struct names;

/* Reads the settings' --gazetteer files, which come first, and the dictionary. */
enum status names_open(struct names **, const struct settings *, struct report *);
void names_close(struct names *);

/* A name in a row of tokens: `capital`: written as the dictionary has it, not all in small letters. */
struct name_match { const struct name *name; uint32_t from, to; bool capital; };

/* A sentence's tokens as keys, one after the other: that of token i is text[at[i]] up to text[at[i + 1]]. */
struct name_keys { char *text; uint32_t *at; size_t n, cap_text, cap_at; };

void name_keys_make(struct name_keys *, const struct tag_token *, size_t n);
void name_keys_release(struct name_keys *);

bool tag_has_capital(struct view);

/* The longest name that begins with a token and has at most `most` of them; false: none does. */
bool names_find(const struct names *, const struct name_keys *, const struct tag_token *, size_t from, size_t most,
		struct name_match *);

/* --- cldr.c --- */

/* The countries of the world, in both languages. */
void cldr_countries(void (*use)(void *ctx, struct view english, struct view hindi), void *ctx);

/* --- joins.c --- */

enum { JOINS_MAX = 16 };

struct joins;

enum status joins_open(struct joins **, const char *data, struct report *);
void joins_close(struct joins *);

/* Cuts a token that holds a name and more; returns the number of pieces, at least 1. */
size_t joins_cut(const struct joins *, const struct names *, const struct tag_token *, struct tag_token out[JOINS_MAX]);

/* --- memory.c --- */

/*
 * What a document tells of its own names: for each name that was found, by key, how much speaks for each type. A name once
 * met is found again where its sentence alone tells too little.
 */
struct tag_memory { struct index key; float (*weight)[ENTITY_LEARNED]; size_t n, cap; struct arena arena; };

void tag_memory_add(struct tag_memory *, struct view key, enum entity_type, float score);

/* The type that most speaks for, and that share of all that speaks; false: the document has no such name. */
bool tag_memory_find(const struct tag_memory *, struct view key, enum entity_type *, float *share);
void tag_memory_release(struct tag_memory *);

/* --- features.c --- */

enum { TAG_FEATURES_MAX = 128 };

/* Lists that words are in. */
enum tag_list {
	LIST_GIVEN_NAME = 1, LIST_FAMILY_NAME = 2, LIST_PLACE = 4, LIST_PLACE_PART = 8, LIST_COMMON = 16, LIST_FREQUENT = 32,
	LIST_CAPITAL = 64, LIST_COMPANY_PART = 128, LIST_PRODUCT_PART = 256, LIST_NOUN = 512, LIST_VERB = 1024,
	LIST_ADJECTIVE = 2048, LIST_FUNCTION = 4096
};

/* What the word lists say of a word: `cluster` are sets of words used alike, by several measures, 0: none. */
enum { TAG_CLUSTERS = 4 };
struct tag_facts {
	uint16_t cluster[TAG_CLUSTERS], lists;
	uint8_t opens, ends;		/* bits of types of names of several words that begin, or end, with it */
};

/* A token as the model sees it. */
struct tag_word {
	struct view text;
	struct view key;		/* in a struct name_keys */
	struct tag_facts facts, sound;	/* of the word, and of words of the other script that sound like it */
	uint32_t hash;			/* of the key, digits as 0 */
	uint8_t opens, ends;		/* names that may run here: what opened and ended, and how far off, 0: nothing */
	uint8_t opens_at, ends_at;
	uint8_t quoted;			/* in a short quotation: its length, else 0 */
	uint32_t head;			/* of a row of Latin words with capitals: the hash of the last one, with what is left to it */
	uint8_t shape, script, company;	/* how it is written, in which script; and what stands around it is like */
	uint8_t begins, inside, whole;	/* names of the dictionary: bits of types of those that begin, go on, end here */
	uint8_t phrase[3];		/* the same of the model's own lists */
};

struct tag_model;

/* Fills in words; `word` has room for n. */
void tag_words_make(struct tag_word *word, const struct tag_token *, size_t n, const struct name_keys *, const struct names *,
		    const struct tag_model *);

/* Hashes of what is true of word i, to be taken modulo the number of buckets. */
size_t tag_features(const struct tag_word *, size_t n, size_t i, uint32_t out[TAG_FEATURES_MAX]);

/* --- model.c --- */

/*
 * The file: this header, words, phrases, then for each convention of labels its header, steps and weights. All numbers
 * little-endian. Labels are 0 for none and for type t 1 + 2t where it begins, 2 + 2t where it goes on.
 */
enum { TAG_MODEL_VERSION = 1, TAG_TYPES_MAX = 15, TAG_NAME_MAX = 16 };

struct tag_header { char magic[8]; uint32_t version, words, phrases, conventions; };
struct tag_entry { uint16_t check; struct tag_facts facts; };		/* facts all 0: free */
struct tag_phrase { uint32_t hash; };					/* lower 8 bits: types; 0: free */
struct tag_convention_header { char name[TAG_NAME_MAX], type[TAG_TYPES_MAX][TAG_NAME_MAX]; uint32_t types, buckets; float scale; };

struct tag_convention { const struct tag_convention_header *header; struct crf crf; };

struct tag_model {
	struct view file;
	const struct tag_header *header;
	const struct tag_entry *word;
	const struct tag_phrase *phrase;
	struct tag_convention *convention;
};

enum status tag_model_open(struct tag_model *, const char *path, struct report *);
void tag_model_close(struct tag_model *);

/* False of an empty place in the table of words. */
bool tag_is_known(const struct tag_facts *);

struct tag_facts tag_model_facts(const struct tag_model *, struct view key);
unsigned tag_model_phrase(const struct tag_model *, struct view key);	/* bits of types */

/* The convention of a name, or NULL. */
const struct tag_convention *tag_model_convention(const struct tag_model *, struct view name);

/* Places of tables: of a key's view_hash(). */
uint32_t tag_word_place(uint64_t hash, uint16_t *check);
uint32_t tag_phrase_place(uint64_t hash, uint32_t *check);

/* Sets of labels that may follow each of those of so many types. */
void tag_label_order(unsigned types, uint32_t after[CRF_LABELS_MAX + 1]);

#endif
