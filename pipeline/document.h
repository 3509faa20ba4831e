/*
 * document.h - a document is text that never changes, plus spans that point
 * into it, one sorted array a layer.
 *
 * Ownership: the document owns one arena; its text, labels and values live and
 * die with it. Offsets are bytes here and Unicode code points in records.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "base.h"
#include "report.h"

enum layer {
#define LAYER(name, help) LAYER_##name,
#include "layers.def"
#undef LAYER
	LAYER_COUNT
};
extern const char *const layer_name[LAYER_COUNT];

#define L(name) (1u << LAYER_##name)

/* The longest text one document may have: offsets are 32 bits, memory is bounded. */
#define DOCUMENT_MAX ((size_t)256 << 20)

/* What a span is to its layer: a block that holds prose, a mark that opens or closes a pair. */
enum role { ROLE_NONE, ROLE_PROSE, ROLE_OPEN, ROLE_CLOSE, ROLE_COUNT };
extern const char *const role_name[ROLE_COUNT];

/* Bytes [at, at + n) of a translation's value stand for bytes [begin, end) of the text. */
struct mark_place { uint32_t at, n, begin, end; };

struct span {
	uint32_t begin, end;		/* bytes of document.text, on character boundaries */
	uint8_t layer, role;
	uint16_t level;			/* heading level, list depth, or 0 */
	float score;			/* of a translation, 0 to 1 */
	struct view label;		/* "heading", "link", "memory", ... */
	struct view value;		/* layer's own: see the stage's manual */
	struct view lang;		/* of a translation: BCP 47 */
	const struct mark_place *places;	/* of a translation, in order of `at` */
	size_t n_places;
	void *extra;			/* members of the record we do not know (record.c) */
};

struct layer_spans { struct span *at; size_t n, cap; };

/* Where a stage puts what it found, layer by layer; texts go into the document's arena. */
struct spans { struct layer_spans layer[LAYER_COUNT]; struct arena *arena; };

struct span *spans_add(struct spans *, enum layer, size_t begin, size_t end, const char *label);
void spans_release(struct spans *);

/* Why a document failed; it then travels unchanged to the end of the pipe. */
struct failure { struct view stage, code, message; uint32_t line, column; };

struct document {
	struct arena arena;
	struct view id;			/* the file's name, or "-", or "-:12" for a line */
	struct view text;		/* UTF-8, unless it failed for not being so */
	struct view format;		/* "markdown", "text", "line", "conll", or "brat": a text whose answer is standoff */
	unsigned layers;		/* bits L(...): which layers have been added */
	struct layer_spans layer[LAYER_COUNT];
	struct failure *failure;	/* NULL: fine */
	struct layer_spans foreign;	/* of layers we do not know; only their places count (record.c) */
	void *extra;			/* unknown members of the record (record.c) */
};

void document_release(struct document *);

/* Sets the failure from the last error of a report, if it has one. */
void document_fail(struct document *, const char *stage, const struct report *);

/* Replaces one layer by that of `in`, which gives its spans away; sorts by begin, longest first, stable. */
void document_set_layer(struct document *, enum layer, struct spans *in);

struct view span_text(const struct document *, const struct span *);

/* Index of the first span of a layer that begins at or after a byte. */
size_t layer_from(const struct document *, enum layer, size_t begin);

/*
 * The spans of a layer that are a sentence's own, in order: those in a mark of it (an alt text, a link's title) belong to
 * a sentence of their own, which comes after it.
 */
struct own { const struct layer_spans *spans, *sentences; size_t sentence, inner, next; uint32_t from; };

struct own own_begin(const struct document *, enum layer, size_t sentence);
const struct span *own_next(struct own *);

/* Line and column, both from 1; the column counts code points. */
void document_position(struct view text, size_t at, uint32_t *line, uint32_t *column);

#endif
