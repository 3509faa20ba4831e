/*
 * exact.h - what the rooms that find exact entities share: the word lists, a sentence cut into atoms, and decimal
 * numbers. Words stand in dictionaries/numbers.tsv, units.tsv, currencies.tsv and calendar.tsv, each with a class and a
 * value; the rules know only classes.
 */
#ifndef EXACT_H
#define EXACT_H

#include "image.h"
#include "tag.h"

/* What a word can be to the rules; the names are those of the tables (atoms.c). */
enum class {
	CLASS_NUMBER, CLASS_SCALE, CLASS_SCALE_ALONE, CLASS_SCALE_SHORT, CLASS_MORE, CLASS_HALF_AFTER, CLASS_ONE,
	CLASS_NUMBER_AND, CLASS_RANGE, CLASS_RANGE_AND, CLASS_EMPHASIS, CLASS_EVEN,
	CLASS_ORDINAL, CLASS_ORDINAL_WEAK, CLASS_ORDINAL_END, CLASS_ORDINAL_NOUN, CLASS_ORDINAL_NOT_AFTER,
	CLASS_ORDINAL_NOT_BEFORE,
	CLASS_UNIT, CLASS_PERCENT,
	CLASS_MONEY_SIGN, CLASS_MONEY_WORD, CLASS_MONEY_CODE,
	CLASS_MONTH, CLASS_MONTH_WEAK, CLASS_RELATIVE, CLASS_EITHER, CLASS_STEP, CLASS_AGO, CLASS_HENCE,
	CLASS_REFERENCE, CLASS_PAST, CLASS_FUTURE,
	CLASS_PART, CLASS_PART_LINK, CLASS_PART_AFTER, CLASS_OCLOCK, CLASS_TIME, CLASS_AT, CLASS_MINUTES_PAST,
	CLASS_CLOCK_PAST, CLASS_CLOCK_TO,
	CLASS_QUARTER, CLASS_HALF, CLASS_QUARTER_WORD, CLASS_HALF_WORD, CLASS_FISCAL, CLASS_OF,
	CLASS_DECADE, CLASS_DECADE_END, CLASS_CENTURY, CLASS_BETWEEN, CLASS_YEAR_BEFORE, CLASS_YEAR_MAYBE,
	CLASS_YEAR_AFTER,
	CLASS_YEAR_DETERMINER, CLASS_COUNTED, CLASS_NOT_COUNTED,
	CLASS_VERB, CLASS_VAGUE, CLASS_LABEL, CLASS_NOT_NAME, CLASS_VERSION_WORD, CLASS_VERSION_AFTER,
	CLASSES
};

#define IS(class) (1ull << (class))

/* Words that a number begins with; what shows that a number is one of something. */
#define NUMBER_WORDS (IS(CLASS_NUMBER) | IS(CLASS_MORE) | IS(CLASS_SCALE_ALONE) | IS(CLASS_ONE))
#define MEASURES (IS(CLASS_UNIT) | IS(CLASS_PERCENT) | IS(CLASS_SCALE) | IS(CLASS_SCALE_ALONE) | IS(CLASS_MONEY_WORD))

/* digits times ten to the power of shift; never a double, whose digits would not be those of the text. */
struct decimal { uint64_t digits; int shift; };

/* One meaning of a word or a phrase of several atoms. */
struct sense {
	size_t next;			/* another meaning of what begins with the same word: its number plus one; 0: none */
	enum class class;
	unsigned words;			/* atoms */
	unsigned apart;			/* bit k: a blank may stand before atom k */
	struct view key;		/* folded, atoms parted by blanks */
	struct view as_is;		/* it must be written just so; empty: in any case */
	struct view value;
	struct decimal number;		/* of the value, where that is one */
};

/* The end of a word tells of a class: a future verb, a counted noun. */
struct ending { struct view text; enum class class; };

struct exact {
	struct index word;		/* folded first atom; number: the first of its senses */
	struct sense *sense;
	size_t n, cap;
	struct ending *ending;
	size_t n_endings, cap_endings;
	struct image image;		/* holds all above */
};

/* --- atoms.c --- */

enum atom_kind { ATOM_DIGITS, ATOM_WORD, ATOM_SIGN, ATOM_WHOLE };

/* A run of digits with the stops and commas in it, a run of letters, one sign, or a token that is not cut. */
struct atom {
	struct view text, folded;
	uint32_t begin, end;		/* bytes of the document's text */
	uint8_t kind;
	bool gap;			/* it does not touch what stands before it */
	uint64_t classes;		/* bits IS(class) of all that may begin here */
	const struct sense *senses;
	const struct tag_token *token;
};

/* A sentence. */
struct line {
	const struct exact *exact;
	struct atom *at;
	size_t n, cap;
	size_t last;			/* the atom behind the last thing found, 0 at first */
	struct buf folded;
	struct arena *arena;		/* for values */
};

/* Reads the table of classes, values and words that was opened as the i-th. */
enum status words_read(struct exact *, struct image *, size_t i, struct report *);

/* Adds one form; does the list have it, since words_chain() was last called? */
void words_add(struct exact *, struct image *, enum class, struct view value, struct view form);
bool words_have(const struct exact *, struct view form);

/* After forms were added: makes them found. */
void words_chain(struct exact *);

/* --- cldr.c --- */

/* Adds currencies, months and number words that the tables lack. */
void words_add_cldr(struct exact *, struct image *);

/* --- atoms.c --- */


void line_cut(struct line *, const struct tag_token *, size_t n);
void line_release(struct line *);

/* The longest thing of a class that begins at an atom, or NULL. */
const struct sense *sense_at(const struct line *, size_t i, enum class);

static inline bool atom_has(const struct line *l, size_t i, uint64_t classes)
{
	return i < l->n && (l->at[i].classes & classes);
}

static inline bool atom_is(const struct line *l, size_t i, enum atom_kind kind)
{
	return i < l->n && l->at[i].kind == kind;
}

/* A sign, by its only byte. */
bool atom_is_sign(const struct line *, size_t i, char sign);

/* Does the atom touch the one before it? */
static inline bool atom_touches(const struct line *l, size_t i)
{
	return i && i < l->n && !l->at[i].gap;
}

/* A hyphen or dash; a hyphen or stop that touches what it joins. */
bool atom_is_dash(const struct line *, size_t i);
bool atom_joins(const struct line *, size_t i, char sign);

/* A dash, or a word that joins the ends of a range. */
bool joins_range(const struct line *, size_t i);

/* Is what stands here measured, or by its end a noun that can be counted? */
bool is_counted(const struct line *, size_t i);

/* Is a word of a class by its end? */
bool word_ends_as(const struct line *, size_t i, enum class);

/* Can something begin at this atom, or end before it, rather than be cut out of a word? */
bool begins_here(const struct line *, size_t i);
bool ends_here(const struct line *, size_t i);

/* Does the atom look like the name of something, in Latin letters? */
bool atom_is_name(const struct line *, size_t i);

/* Digits only, as a number below 100,000,000; -1 if it is anything else. */
int32_t atom_integer(const struct line *, size_t i);

/* --- numbers.c --- */

bool decimal_add(struct decimal *, struct decimal);
int decimal_compare(struct decimal, struct decimal);
void decimal_write(struct buf *, struct decimal);
bool decimal_read(struct view text, struct decimal *);

/* A number that ends before atom `end`; `scale` is the power of ten in words that `head` was multiplied by. */
struct number { struct decimal value, head; int scale; size_t end; bool words, implied; };

/* Reads a number in digits or words; `shorts` allows k, M, cr. */
bool number_read(const struct line *, size_t i, bool shorts, struct number *);

/* A number or range with its signs. */
struct amount { struct decimal low, high; bool range, plus, words; char sign; size_t end; };

/* `free` ranges may be joined by words too. */
bool amount_read(const struct line *, size_t i, bool shorts, bool words_join, struct amount *);

/* The sign at an atom that belongs to what follows it: ~ + - or 0. */
char amount_sign(const struct line *, size_t i);

/* Is there a plus behind what ended before atom i? */
bool plus_at(const struct line *, size_t i);

void amount_write(struct buf *, const struct amount *);

/* --- exact.c --- */

/* Has it the form of a path or of a name with an extension, without blanks or calls? */
bool is_file_name(struct view);

/* --- what the rules find --- */

/* An entity from the atom where it was looked for to `end`; empty if end is not beyond it. */
struct found { enum entity_type type; size_t end; struct buf value; };

/* amounts.c, calendar.c, clock.c: look at atom i and give what is longer than what was found there before. */
void find_amount(const struct line *, size_t i, struct found *);
void find_time(const struct line *, size_t i, struct found *);
void find_calendar(const struct line *, size_t i, struct found *);

/* Takes an empty value buffer for a longer find; NULL if this is no longer one. */
struct buf *found_longer(struct found *, enum entity_type, size_t end);

#endif
