/* utf8.c - checking, counting and mapping UTF-8. */
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

enum { STEP = 256 };

uint32_t utf8_code(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	switch (utf8_length(*p)) {
	case 1: return u[0];
	case 2: return (uint32_t)(u[0] & 0x1f) << 6 | (u[1] & 0x3f);
	case 3: return (uint32_t)(u[0] & 0x0f) << 12 | (uint32_t)(u[1] & 0x3f) << 6 | (u[2] & 0x3f);
	default: return (uint32_t)(u[0] & 0x07) << 18 | (uint32_t)(u[1] & 0x3f) << 12
			| (uint32_t)(u[2] & 0x3f) << 6 | (u[3] & 0x3f);
	}
}

void utf8_add(struct buf *b, uint32_t c)
{
	char byte[4];
	size_t n = 0;

	if (c < 0x80) {
		byte[n++] = (char)c;
	} else if (c < 0x800) {
		byte[n++] = (char)(0xc0 | c >> 6);
	} else if (c < 0x10000) {
		byte[n++] = (char)(0xe0 | c >> 12);
		byte[n++] = (char)(0x80 | (c >> 6 & 0x3f));
	} else {
		byte[n++] = (char)(0xf0 | c >> 18);
		byte[n++] = (char)(0x80 | (c >> 12 & 0x3f));
		byte[n++] = (char)(0x80 | (c >> 6 & 0x3f));
	}
	if (c >= 0x80)
		byte[n++] = (char)(0x80 | (c & 0x3f));
	buf_add(b, (struct view){ byte, n });
}

size_t utf8_count(struct view v)
{
	size_t n = 0;

	for (size_t i = 0; i < v.n; i++)
		n += !utf8_is_tail(v.p[i]);
	return n;
}

/* Length of the well-formed sequence at p, 0 if there is none; table 3-7 row by row. */
static size_t sequence(const unsigned char *p, size_t n)
{
	unsigned char lo = 0x80, hi = 0xbf;
	size_t len = p[0] < 0xc2 ? 0 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : p[0] < 0xf5 ? 4 : 0;

	if (!len || n < len)
		return 0;
	if (p[0] == 0xe0)
		lo = 0xa0;
	else if (p[0] == 0xed)
		hi = 0x9f;
	else if (p[0] == 0xf0)
		lo = 0x90;
	else if (p[0] == 0xf4)
		hi = 0x8f;
	if (p[1] < lo || p[1] > hi)
		return 0;
	for (size_t i = 2; i < len; i++)
		if (!utf8_is_tail((char)p[i]))
			return 0;
	return len;
}

static bool eight_ascii(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	return !(w & 0x8080808080808080u);
}

size_t utf8_check(struct view v)
{
	size_t i = 0;

	while (i < v.n) {
		size_t len;

		if (v.n - i >= 8 && eight_ascii(v.p + i)) {
			i += 8;
			continue;
		}
		if ((unsigned char)v.p[i] < 0x80) {
			i++;
			continue;
		}
		if (!(len = sequence((const unsigned char *)v.p + i, v.n - i)))
			return i;
		i += len;
	}
	return v.n;
}

void utf8_map_init(struct utf8_map *m, struct view text)
{
	uint32_t points = 0;

	m->text = text;
	m->n = text.n / STEP + 1;
	m->at = memory_get(m->n * sizeof *m->at);
	for (size_t i = 0; i < m->n; i++) {
		size_t begin = i * STEP, end = begin + STEP < text.n ? begin + STEP : text.n;

		m->at[i] = points;
		points += (uint32_t)utf8_count(view_cut(text, begin, end));
	}
	m->ascii = points == text.n;
}

size_t utf8_map_point(const struct utf8_map *m, size_t byte)
{
	size_t i = byte / STEP;

	return m->ascii ? byte : m->at[i] + utf8_count(view_cut(m->text, i * STEP, byte));
}

size_t utf8_map_byte(const struct utf8_map *m, size_t point)
{
	size_t lo = 0, hi = m->n, byte;

	if (m->ascii)
		return point <= m->text.n ? point : SIZE_MAX;
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (m->at[mid] <= point)
			lo = mid;
		else
			hi = mid;
	}
	point -= m->at[lo];
	byte = lo * STEP;
	while (byte < m->text.n && utf8_is_tail(m->text.p[byte]))
		byte++;
	for (; point && byte < m->text.n; point--)
		byte += utf8_length(m->text.p[byte]);
	return point ? SIZE_MAX : byte;
}

void utf8_map_release(struct utf8_map *m)
{
	free(m->at);
	m->at = NULL;
}
