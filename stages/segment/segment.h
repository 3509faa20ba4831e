/*
 * segment.h - the rooms of the segment stage:
 *
 *	segment.c	the stage: blocks in, sentences and tokens out
 *	plain.c		the prose of a block as the rules see it, and the way back to the source
 *	tokens.c	words, numbers, addresses, ...: dictionaries/tokens.tsv, abbreviations.tsv
 *	sentences.c	where a sentence ends: dictionaries/sentences.tsv
 *	srx.c		break rules of users: reading and writing SRX
 */
#ifndef SEGMENT_H
#define SEGMENT_H

#include "image.h"
#include "stage.h"

#include <unicode/ubrk.h>
#include <unicode/uregex.h>
#include <unicode/utypes.h>

/* --- plain.c --- */

/* From code unit `plain` of the text the rules see, the source goes on at `source`; a mark stands for `width` bytes. */
struct part { uint32_t plain, source, width; const struct span *mark; };

/*
 * One block in UTF-16, which ICU's rules read. Marks that only wrap words are left out; one that stands for
 * something (code, a formula) is U+FFFC; a hard break is a line feed.
 */
struct plain {
	const struct document *d;
	UChar *text;
	uint32_t *byte;				/* of each code unit, within its part */
	size_t n, cap, cap_byte;
	struct part *part;
	size_t n_parts, cap_parts;
};

enum { MARK_STAND_IN = 0xfffc };

void plain_make(struct plain *, const struct document *, const struct span *block);
void plain_release(struct plain *);

/* Source bytes of code units [from, to), which are not empty. */
uint32_t plain_begin(const struct plain *, size_t from);
uint32_t plain_end(const struct plain *, size_t to);

/* The mark that the stand-in at a code unit is for. */
const struct span *plain_mark(const struct plain *, size_t at);

/* Code units as UTF-8, in a buffer that is cleared first. */
struct view plain_copy(const struct plain *, size_t from, size_t to, struct buf *);

/* --- words that tell where sentences end (sentences.c) --- */

/* Classes of words in sentences.tsv, by what they tell of a stop near them. */
enum word_class {
	CLASS_STARTER, CLASS_SPEECH, CLASS_GOES_ON, CLASS_SMALL_NAME, CLASS_LETTER_NOUN, CLASS_LETTER_NAME, CLASS_MARKED_NAME,
	CLASS_ROMAN, CLASS_LABEL, CLASS_LOOSE, CLASS_TIME_WORD, CLASS_FINITE, CLASS_COUNT
};

struct word_classes { struct arena arena; struct index word; };		/* number: bits 1 << class */

bool class_of_text(const struct word_classes *, struct view word, enum word_class);

/* --- tokens.c --- */

enum token_kind {
	TOKEN_WORD, TOKEN_NUMBER, TOKEN_AMOUNT, TOKEN_PERCENT, TOKEN_DATE, TOKEN_TIME, TOKEN_VERSION, TOKEN_URL,
	TOKEN_EMAIL, TOKEN_HANDLE, TOKEN_HASHTAG, TOKEN_FILE, TOKEN_EMOJI, TOKEN_PUNCTUATION, TOKEN_SYMBOL,
	TOKEN_ABBREVIATION, TOKEN_CODE, TOKEN_OTHER, TOKEN_KINDS
};
extern const char *const token_kind_name[TOKEN_KINDS];

/* What abbreviations.tsv says of one: may a sentence end with it? */
enum abbreviation { ABBREVIATION_NONE, ABBREVIATION_TITLE, ABBREVIATION_INNER, ABBREVIATION_NUMBER, ABBREVIATION_FINAL };

struct token {
	uint32_t from, to;			/* code units of the plain text */
	enum token_kind kind;
	enum abbreviation abbreviation;
	bool apart;				/* a blank stands before it */
};

struct tokens { struct token *at; size_t n, cap; };

/* `text` is the expression with its sets filled in; `line` that of tokens.tsv. */
struct token_rule { enum token_kind kind; struct view text; unsigned long line; };

struct token_rules {
	struct view compiled;			/* break rules as ICU has them */
	enum token_kind cut_kind[64];		/* by rule status */
	struct token_rule *rule;
	size_t n, cap;
	struct index abbreviation;		/* number: enum abbreviation */
	struct image image;			/* holds all above */
	UBreakIterator *cuts;
	URegularExpression **expression;	/* by rule */
	const struct word_classes *classes;
};

enum status tokens_open(struct token_rules *, const struct settings *, struct report *);
void tokens_close(struct token_rules *);

/* ICU's objects are of one thread at a time: every document has its own. */
struct tokenizer { const struct token_rules *rules; UBreakIterator *cuts; URegularExpression **expression; };

bool tokenizer_init(struct tokenizer *, const struct token_rules *);
void tokenizer_release(struct tokenizer *);

/* The tokens of a plain text; false if ICU failed. */
bool tokenize(struct tokenizer *, const struct plain *, struct tokens *);

/* --- srx.c --- */

/* A rule as SRX has them: a text that ends with `before` and goes on with `after` breaks there, or does not. */
struct break_rule { bool breaks; URegularExpression *before, *after; struct view source[2]; };

struct break_rules { struct break_rule *at; size_t n, cap; struct arena arena; };

/* NULL, or what is wrong with it. */
const char *break_rules_add(struct break_rules *, bool breaks, struct view before, struct view after);
void break_rules_close(struct break_rules *);

/* A copy for one thread, for the texts it is begun with; the sources stay borrowed. */
void break_rules_clone(const struct break_rules *from, struct break_rules *to);
void break_rules_begin(struct break_rules *, const struct plain *);

/* What the first rule that fits says of the place before a code unit: 1 break, 0 not, -1 none fits. */
int break_rules_ask(const struct break_rules *, uint32_t place);

enum status srx_read(struct break_rules *, const char *path, struct report *);

/* Our own rules and abbreviations for other programs: as much of them as regular expressions can say. */
void srx_write(const struct break_rules *, const struct word_classes *, const struct index *abbreviations, struct buf *out);

/* --- sentences.c --- */

struct sentence_rules { struct word_classes classes; struct break_rules own; };

enum status sentence_rules_open(struct sentence_rules *, const char *data, struct report *);
void sentence_rules_close(struct sentence_rules *);

/* Where sentences end: indices of their last tokens plus one, in order. */
struct ends { size_t *at; size_t n, cap; };

/* `own` are the rules' own break rules, cloned. */
void find_sentences(const struct sentence_rules *, struct break_rules *own, const struct plain *, const struct tokens *,
		    struct ends *);

#endif
