/*
 * items.h - a sentence as the rules engine reads it: words, signs and masked parts in order, and where its marks stand.
 *
 * Every byte of the sentence's prose but blanks is in one item or one mark, so nothing can be lost on the way.
 */
#ifndef ITEMS_H
#define ITEMS_H

#include "engine.h"

enum item_kind {
	ITEM_WORD,	/* English, to be translated */
	ITEM_NAME,	/* stands for itself: a name, an acronym, an address; written as `given` or as it is */
	ITEM_NUMBER,	/* digits and what belongs to them, byte for byte */
	ITEM_MASK,	/* code, maths, Liquid, ...: a mark that takes part in the sentence as a noun */
	ITEM_SIGN	/* punctuation */
};

struct item {
	struct view text;	/* as it stands; of a mask its mark character */
	struct view given;	/* how Hindi writes the name; empty: as it is */
	struct view sound;	/* how the word sounds in Devanagari, if the stage transliterate said so */
	struct view type;	/* of the entity it is, as PER; or empty */
	struct view token;	/* kind of token: "word", "percent", ... */
	uint8_t kind;
	bool blank;		/* a blank stands before it */
	uint32_t begin, end;	/* bytes of the document */
};

/*
 * What stands between items and is none: a mark, or a quotation mark. It stands before item `before`. Two that belong together
 * have each other's index in `pair`; -1: it hangs on the item before it.
 */
struct anchor { struct view text; int before, pair; bool blank, opens; };

struct items {
	struct item *at;
	struct anchor *anchor;
	size_t n, n_anchors;
};

/* Made in the arena. */
void items_read(struct items *, const struct segment *, bool to_hindi, struct arena *);

#endif
