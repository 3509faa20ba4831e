/*
 * network.h - rewrites a word letter by letter: a small feed-forward network says, for each letter in turn, which piece of
 * the other script stands for it, having seen the letters around it, their sounds where they are known, and what it wrote
 * last. A beam keeps the likely ways.
 *
 * Words are sequences of units: a code point, with the nukta that follows it. What stands for a letter is a `label`,
 * 0 to LABEL_UNITS units. Windows of letters as input follow Sejnowski and Rosenberg 1987 (NETtalk); the alignment that
 * makes labels is that of Jiampojamarn, Kondrak and Sherif 2007, one letter at a time.
 */
#ifndef NETWORK_H
#define NETWORK_H

#include "base.h"
#include "report.h"

enum {
	NET_RADIUS = 6, SOUND_RADIUS = 3, LABELS_BACK = 2, UNITS_BACK = 4,	/* what it sees, in letters and units */
	NET_HIDDEN = 256, NET_TOP = 128,					/* sizes of its layers */
	NET_UNITS = 40,			/* units of a word; a longer one is not rewritten */
	LABEL_UNITS = 4, LABEL_BYTES = 28,
	NET_TEXT = 256,			/* bytes of a guess, its NUL, too */
	NET_SYMBOLS = 512, NET_DOMAINS = 4, NET_BEAM_MAX = 32,
	NET_CANDIDATES = 256,		/* labels of a letter that count */
};

/* A word as the network sees it: symbols of letters, and of their sounds if it knows sounds. */
struct net_word { uint8_t letter[NET_UNITS]; uint16_t sound[NET_UNITS]; size_t n; int domain; };

struct net_label { char text[LABEL_BYTES]; uint8_t unit[LABEL_UNITS], n; };

/* Sizes of a network's parts; the same header stands in the file. */
struct net_sizes { uint32_t symbols, sounds, labels, units, candidates; };

struct network {
	struct net_sizes size;
	uint8_t symbol[NET_SYMBOLS];		/* of a unit's number; 0: unknown, as is what lies beyond a word's ends */
	uint8_t unit[NET_SYMBOLS];		/* the same for units that are written; 0: none */
	struct net_label *label;
	uint32_t *first;			/* [symbols + 1]: into `candidate` */
	uint16_t *candidate;			/* the labels a letter can have */
	float *weights;				/* all of them; the parts below point into it */
	float *in, *hidden_bias, *top, *top_bias, *out, *out_bias;
};

struct net_guess { char text[NET_TEXT]; float logp; uint16_t label[NET_UNITS]; };

/* --- units --- */

/* The number of the unit at p, below NET_SYMBOLS, and its bytes; 0 for a unit that no network knows. */
unsigned unit_number(const char *p, size_t n, size_t *bytes);

/* Cuts a word into the network's letters; false if it is empty or too long. Sounds are left unknown (0). */
bool net_cut(const struct network *, struct view word, int domain, struct net_word *);

/* --- layout and forward pass, shared with the trainer --- */

size_t net_rows(const struct net_sizes *);		/* rows of `in` */
enum { NET_INPUTS = 2 * NET_RADIUS + 1 + 2 * SOUND_RADIUS + 1 + 1 + LABELS_BACK + UNITS_BACK };

/* The rows of `in` that a letter's surroundings switch on, and those that the past does. */
struct net_past { uint16_t label[LABELS_BACK]; uint8_t unit[UNITS_BACK]; };
size_t net_rows_around(const struct net_sizes *, const struct net_word *, size_t i, uint32_t row[NET_INPUTS]);
size_t net_rows_past(const struct net_sizes *, const struct net_past *, uint32_t row[NET_INPUTS]);
void net_past_add(struct net_past *, uint16_t label, const struct net_label *);
size_t net_weights(const struct net_sizes *);
void net_place(struct network *, float *weights);	/* sets the parts */
void net_release(struct network *);

/*
 * A network in a file: sizes, tables, then weights as bytes, each row with a scale of its own. net_read copies it out of
 * `v`, from *at on, and moves *at behind it; false if it is damaged.
 */
bool net_read(struct network *, struct view v, size_t *at);

/* --- use --- */

/* The n best ways to write the word, best first, probabilities of the same text added up; returns how many. */
size_t net_decode(const struct network *, const struct net_word *, size_t beam, struct net_guess *, size_t n);

/* The logarithm of the probability that the word is written so; a large negative number if it cannot be. */
float net_score(const struct network *, const struct net_word *, struct view text, size_t beam);

#endif
