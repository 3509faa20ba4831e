/* utf8.h - what we need of UTF-8 itself; what characters mean is ICU's and utf8proc's business. */
#ifndef UTF8_H
#define UTF8_H

#include "base.h"

static inline bool utf8_is_tail(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Bytes of the character at p[0], for text known to be valid. */
static inline size_t utf8_length(char c)
{
	unsigned char u = (unsigned char)c;

	return u < 0x80 ? 1 : u < 0xe0 ? 2 : u < 0xf0 ? 3 : 4;
}

/* The code point at p[0], for text known to be valid. */
uint32_t utf8_code(const char *p);

/* Append a code point. */
void utf8_add(struct buf *, uint32_t code);

/* Code points in a valid text. */
size_t utf8_count(struct view);

/* Offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or v.n. */
size_t utf8_check(struct view v);

/*
 * Both ways between byte offsets and code-point offsets, a checkpoint every 256 bytes.
 * utf8_map_byte returns SIZE_MAX for an offset beyond the end.
 */
struct utf8_map { struct view text; uint32_t *at; size_t n; bool ascii; };

void utf8_map_init(struct utf8_map *, struct view text);
size_t utf8_map_point(const struct utf8_map *, size_t byte);
size_t utf8_map_byte(const struct utf8_map *, size_t point);
void utf8_map_release(struct utf8_map *);

#endif
