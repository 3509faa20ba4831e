/*
 * normalize.h - the rooms of the normalize stage:
 *
 *	normalize.c	the stage: which bytes of a note are prose, and which edits its format allows
 *	scan.c		the fast pass that finds where something may have to change
 *	window.c	that place as characters: NFC, rules and spelling until nothing changes; edits
 *	rules.c		dictionaries/normalize.tsv: patterns, classes, guards
 *	words.c		word lists: house spelling, abbreviations, visarga words
 *	detect.c	text that was damaged before: mojibake, legacy fonts
 */
#ifndef NORMALIZE_H
#define NORMALIZE_H

#include "index.h"
#include "stage.h"

/* A character of the text at work, and the source bytes [begin, end) it came from. */
struct cell { uint32_t code, begin, end; bool fixed; };

/* Code points are below U+110000; this one stands where a piece of prose begins or ends. */
enum { CODE_EDGE = 0x110000 };

struct words;

/*
 * Columns sort characters for the fast pass: ASCII, Devanagari (U+0900-U+097F), everything else, the edge.
 */
enum { COLUMN_OTHER = 256, COLUMN_EDGE = 257, COLUMNS = 258 };

static inline unsigned column_of(uint32_t code)
{
	return code < 0x80 ? code
	     : code - 0x900 < 0x80 ? code - 0x900 + 0x80
	     : code == CODE_EDGE ? COLUMN_EDGE : COLUMN_OTHER;
}

/* The character of a column that has one; COLUMN_OTHER gives the edge's, which stands for no character. */
static inline uint32_t code_of_column(unsigned column)
{
	return column < 0x80 ? column : column < COLUMN_OTHER ? column - 0x80 + 0x900 : CODE_EDGE;
}

/* A letter or sign of a Devanagari word: not dandas, digits, or the abbreviation sign. */
static inline bool is_word_code(uint32_t code)
{
	return code - 0x900 < 0x64 || code - 0x971 < 0xf;
}

/* What a line of a piece of prose holds somewhere; looked for once, when first asked. */
enum trait { TRAIT_RIGHT_TO_LEFT, TRAIT_WIDE, TRAIT_AVAGRAHA, TRAIT_VERSE };

/* All that guards may look at besides the characters around the place. */
struct surroundings {
	const struct words *words;
	struct view text;
	size_t first, last, at;			/* of the piece; of the place */
	size_t line, line_end;			/* of which the traits are known */
	unsigned traits;
};

/*
 * A guard: is the rule right here? `left` ends before the place, `right` begins with what `from` met; both hold
 * what the window shows of the neighbours.
 */
typedef bool guard_function(struct surroundings *, const struct cell *left, size_t n_left, const struct cell *right,
			    size_t n_right);

/* --- rules.c --- */

/* Longest pattern; how far back a change is felt; how much of what follows a guard is shown. */
enum { PATTERN_MAX = 16, RULE_REACH = 2 * PATTERN_MAX, WINDOW_SEEN = 64 };

/* A character, or one of a class, or the same as the one before. */
struct element { uint32_t code; int16_t class; bool same; };

struct pattern { struct element at[PATTERN_MAX]; size_t n; };

struct class { struct view name; struct range { uint32_t first, last; } *range; size_t n, cap; };

struct rule {
	struct view name;
	struct pattern before, from, after, to;		/* in `to`, class k is what the k-th class of `from` met */
	guard_function *guard;				/* NULL: none */
	bool abbreviation;				/* made by rules_protect() */
	bool protects;					/* writes what it met: no other rule may touch it */
};

struct rules {
	struct arena arena;
	struct class *class;
	struct rule *rule;
	size_t n_classes, cap_classes, n, cap;
	size_t longest;					/* characters that a rule looks at */
	struct index name;				/* of all rules, on or off */
	uint16_t *by_column[COLUMNS];			/* rules by the column of their first character */
	size_t n_by_column[COLUMNS], cap_by_column[COLUMNS];
};

/* Which rules are on: those of a profile and below it, but for those switched on or off by name. */
enum profile { PROFILE_NFC, PROFILE_CLEAN, PROFILE_HOUSE, PROFILE_COUNT };
extern const struct stage_ops normalize_ops;
extern const char *const profile_name[PROFILE_COUNT];

bool rule_is_on(const struct settings *, struct view name, enum profile of_rule, enum profile chosen);

enum status rules_open(struct rules *, const char *path, const struct settings *, enum profile, struct report *);
enum status rules_add_lookalikes(struct rules *, const char *path, const struct settings *, enum profile,
				 struct report *);
void rules_close(struct rules *);
bool class_has(const struct class *, uint32_t code);

/* Adds a rule that protects a text where no letter stands before it. */
void rules_protect(struct rules *, struct view text);

/* Can the element meet a character of this column? */
bool column_fits(const struct rules *, const struct element *, unsigned column);

/* --- scan.c --- */

struct normalizer {
	struct rules rules;
	struct words *words;
	enum profile profile;
	uint8_t suspicious[COLUMNS][COLUMNS];	/* may something have to change where these two meet? */
	uint8_t plain[0x10000 / 8];		/* BMP characters of COLUMN_OTHER that no rule and no NFC touches */
	bool ascii_plain;			/* no two ASCII characters are suspicious */
	size_t reach, reach_back;		/* how many characters after and before a place belong to its window */
	bool spells;				/* every word is to be looked up */
	bool repairs_mojibake;
};

/* Rule `rule` (or "nfc") changed bytes [begin, end) of the text. */
struct change { uint32_t begin, end; struct view rule; };

/* What one run over a document found, and the memory it works in. */
struct findings {
	struct edits edits;
	struct change *change;
	size_t n_changes, cap_changes;
	uint32_t *ill_formed;			/* offsets of signs that stand on nothing */
	size_t n_ill_formed, cap_ill_formed;
	uint32_t mojibake_at, mojibake_to;	/* where the first of it begins, and the last that was counted ends */
	size_t n_mojibake;
	struct arena *arena;			/* of the edits' texts */
	struct surroundings surroundings;	/* of the piece at work */

	/* private: window.c */
	uint32_t checked_to;			/* ill-formed signs before this have been told of */
	uint32_t cell_begin;			/* of the window */
	size_t n_context;			/* cells at the bottom of `left` that stand before the window */
	struct cell *cell, *left, *right;
	size_t n, cap, n_left, cap_left, n_right, cap_right;
	struct change *applied;
	size_t n_applied, cap_applied;
};

void scan_open(struct normalizer *);

/* Normalizes bytes [begin, end) of a text: one piece of prose, or all of a text. */
void scan(const struct normalizer *, struct view text, size_t begin, size_t end, struct findings *);

void findings_release(struct findings *);

/* --- window.c --- */

/* Has a character no part in normalization: it never changes, and what is before it does not change with it? */
bool code_is_inert(uint32_t code);

/* A sign that needs a letter before it; and whether it may stand after this character. */
bool is_dependent(uint32_t code);
bool may_follow(uint32_t code, uint32_t before);

/* Cells [i, i + n) become `codes`, each of which stands for all source bytes of what it replaces. */
void replace_cells(struct findings *, size_t i, size_t n, const int32_t *codes, size_t n_codes, struct view rule);

/*
 * Works on bytes [begin, end) of the piece [first, last). What it finds from `limit` on is left to the next window,
 * which begins at the offset returned: the limit, or where something that crosses it begins. 0: all of it is one
 * change, so that the window must be longer.
 */
struct window { size_t begin, end, first, last, limit; };

size_t window_run(const struct normalizer *, struct view text, const struct window *, struct findings *);

/* --- detect.c --- */

/* Words of Hindi in old fonts, by their gibberish. */
struct legacy { struct arena arena; struct index word; };

enum status legacy_open(struct legacy *, const char *data, struct report *);
void legacy_close(struct legacy *);

/* Warns where bytes [begin, end) of a text are Hindi typed in an old font; once for each font of the set `seen`. */
void legacy_detect(const struct legacy *, struct view text, size_t begin, size_t end, unsigned *seen, struct report *);

/*
 * UTF-8 that was read as Windows-1252 somewhere: counts what begins before `limit`; undone if `repair`, else left for
 * good.
 * True if something changed.
 */
bool mojibake(struct findings *, bool repair, size_t limit);

#endif
