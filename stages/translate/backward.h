/*
 * backward.h - from Hindi to English: what the rooms of this direction share.
 *
 * A part is a stretch of a sentence without stops. Its tokens get what they may be (backward_words.c) and what they are here
 * (backward_read.c); chunks (backward_chunk.c: noun phrases with their postposition, verb groups, links) are put on a stack, from which a
 * verb takes what belongs to it; clauses are said in English order (backward_say.c). Each token is said by a piece or `gone` with
 * a reason; what neither is, is said at the end.
 */
#ifndef BACKWARD_H
#define BACKWARD_H

#include "english.h"
#include "transfer.h"

/* --- words --- */

enum meaning_pos { MEANS_NOUN, MEANS_ADJECTIVE, MEANS_ADVERB, MEANS_VERB, MEANS_NUMBER };

/* A row of dictionaries/hi-en.tsv. */
struct meaning {
	struct view hi, en;
	size_t next;			/* number of another row of the same key, or NONE */
	uint8_t pos, weight;		/* weight: how common, 0 to 9 */
	bool feminine, transitive;
	char habit;			/* of a noun: c counted, m mass, p plural, u the only one; C: a person */
};

/* A row of dictionaries/hi-function.tsv. */
struct function { struct view hi, en, more; uint8_t kind; size_t line; };
enum function_kind { IS_POST, IS_GENITIVE, IS_PRONOUN, IS_DETERMINER, IS_LINK, IS_ADVERB, IS_PARTICLE, IS_VERB_FORM, IS_ENGLISH,
		     FUNCTION_KINDS };

enum { NONE = -1, READINGS = 12, PHRASE_TOKENS = 5 };

enum hindi_form { FORM_STEM, FORM_PERFECTIVE, FORM_IMPERFECTIVE, FORM_INFINITIVE, FORM_OBLIQUE, FORM_CONJUNCTIVE, FORM_SUBJUNCTIVE,
		  FORM_FUTURE, FORM_IMPERATIVE, FORM_PRESENT, FORM_PAST, FORM_SHOULD, FORM_PROGRESSIVE };

/* What a form may be: of a noun, adjective, ... `meaning`; of a verb also its infinitive, which may have no meaning. */
struct form_reading {
	const struct meaning *meaning;
	struct view infinitive;
	uint8_t pos, form, person;
	bool plural, feminine, oblique;
};

struct backward_words {
	struct table meanings, functions;
	struct meaning *meaning;
	struct function *function;
	size_t n_meanings, n_functions;
	struct index by_form, by_function, begins;	/* keys are folded; begins: most words of a phrase that begins so */
	struct arena keys;
};

struct backward { struct backward_words words; struct english english; };

enum status backward_words_open(struct backward_words *, const char *data, struct report *);
void backward_words_close(struct backward_words *);

/* Spelling that does not tell words apart is taken away: nukta, chandrabindu, half nasals, गये for गए. */
struct view hindi_folded(struct view, struct arena *);
/* The first row of a folded word; others by `next`, or NULL. */
const struct meaning *find_meaning(const struct backward_words *, struct view folded);
const struct meaning *find_meaning_as(const struct backward_words *, struct view folded, enum meaning_pos);
/* Function words of a folded text: they stand together. */
const struct function *find_function(const struct backward_words *, struct view folded, size_t *n);
const struct function *find_function_as(const struct backward_words *, struct view folded, enum function_kind);
size_t phrase_tokens(const struct backward_words *, struct view first);
/* All readings of a folded form, at most READINGS. */
int form_readings(const struct backward_words *, struct view folded, struct form_reading *, struct arena *);

/* --- tokens --- */

enum token_kind { TOKEN_NOUN, TOKEN_ADJECTIVE, TOKEN_ADVERB, TOKEN_NUM, TOKEN_VERB, TOKEN_POST, TOKEN_GENITIVE, TOKEN_PRONOUN,
		  TOKEN_DETERMINER, TOKEN_LINK, TOKEN_PARTICLE, TOKEN_COMMA, TOKEN_OTHER };

struct token {
	struct view folded, english;
	int item, items;		/* the first it stands for, and how many */
	uint8_t kind;
	const struct function *function;
	struct form_reading reading[READINGS];
	int n_readings, chosen;		/* chosen: NONE or the reading it is */
	const struct meaning *phrase;	/* of a verb: what it means with the words before it */
	int phrase_from;		/* the first of these; of these words: the verb, in phrase_of */
	int phrase_of;
	bool name, latin, said;
	const char *gone;
};

/* --- chunks --- */

enum chunk_kind { CHUNK_NOUN, CHUNK_ADVERB, CHUNK_LINK, CHUNK_COMMA, CHUNK_VERB, CHUNK_CLAUSE, CHUNK_OTHER };

enum verb_role { ROLE_FINITE, ROLE_GERUND, ROLE_JOINED, ROLE_MODIFIER, ROLE_WHILE };

/* A verb group. */
struct verbs {
	int main, first, last;
	uint8_t form, tense, role;	/* form of the last but होना; tense: of होना, FORM_STEM where it is not there */
	bool passive, progressive, perfect, negative, plural, feminine, copula, polite;
	bool has, lets;			/* के पास होना; जाने देना */
	uint8_t person;
	const char *modal;		/* can, should, have to, want to, begin to, ... or NULL */
	uint8_t modal_form;
};

struct chunk {
	uint8_t kind;
	int first, last, head;		/* tokens */
	const struct function *post;	/* NULL: none */
	struct view preposition;	/* in English; empty: none */
	bool ergative, dative, genitive, oblique, plural, feminine, pronoun;
	int post_token;
	int adverb;			/* before it: about, only; NONE */
	struct chunk *owner, *other, *modifier, *relative;	/* X का; X और; a participle; who ...: of a noun */
	int link;			/* between it and `other`; NONE: a comma */
	struct verbs verb;
	bool correlative;		/* of a clause with जो that comes first */
	struct chunk **child;		/* of a clause, in Hindi's order */
	int n_children;
	bool comma, said;		/* a comma stands behind it */
};

struct backward_part {
	const struct backward *b;
	const struct items *items;
	struct token *token;
	int n;
	struct pieces *out;
	struct arena *arena;
	struct chunk **stack;
	int height;
	unsigned unknown;
	const char *own;		/* whose अपना is, as the key of a pronoun; NULL: nobody's */
	struct chunk *than;		/* what the predicate is compared with */
	bool negated;			/* the next verb is */
	bool orders;			/* the clause is a request: its object is known */
	bool answers;			/* a clause with जो has been said: its वह is not */
	bool avoids;			/* and it is avoid */
	bool direct;			/* the verb takes what से marks as its object */
	bool person;			/* the last noun that was said is one */
};

void read_tokens(struct backward_part *, const int *item, int n);
/* Reads a verb group that begins at a token; false: none does. */
bool read_verbs(const struct backward_part *, int i, struct verbs *);
void make_chunks(struct backward_part *);
void say_chunks(struct backward_part *);

/* --- backward.c --- */

enum status backward_open(struct backward **, const char *data, struct report *);
void backward_close(struct backward *);
/* Is there a Hindi word? */
bool backward_reads(const struct items *);

/* Says in English the items of a part; `opens`: it begins a sentence. How many words it did not know is added. */
void backward_tell(const struct backward *, const struct items *, const int *item, int n, bool opens, struct pieces *, struct arena *,
		   unsigned *unknown);

/* Has a noun phrase, or one that it belongs to, a relative word? */
bool backward_is_relative(const struct backward_part *, const struct chunk *);

#endif
