/* detect.c - text that was damaged before it came to us: wrong encodings, old fonts. */
#include "normalize.h"
#include "table.h"
#include "utf8.h"

#include <stdlib.h>

/* --- mojibake --- */

/* Windows-1252, bytes 80-9F, as the Encoding Standard has it. */
static const uint16_t windows_1252[32] = {
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
};

/* The byte that was read as this character, or 0. */
static unsigned byte_of(uint32_t code)
{
	if (code >= 0x80 && code <= 0xff)
		return code;
	for (unsigned i = 0; i < 32; i++)
		if (windows_1252[i] == code)
			return 0x80 + i;
	return 0;
}

/* How many cells from `i` are one character's UTF-8, or 0; *code gets the character. */
static size_t decode(const struct findings *f, size_t i, int32_t *code)
{
	char bytes[4];
	unsigned first = byte_of(f->cell[i].code);
	size_t n = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;

	if (!n || i + n > f->n)
		return 0;
	for (size_t k = 0; k < n; k++)
		bytes[k] = (char)byte_of(f->cell[i + k].code);
	if (utf8_check((struct view){ bytes, n }) < n || (unsigned char)bytes[1] < 0x80)
		return 0;
	*code = (int32_t)utf8_code(bytes);
	return n;
}

bool mojibake(struct findings *f, bool repair, size_t limit)
{
	bool changed = false;
	int32_t code;

	for (size_t i = 0, n; i < f->n; i++) {
		if (f->cell[i].code - 0xc2 > 0x32 || !(n = decode(f, i, &code)))
			continue;
		if (f->cell[i].begin >= f->mojibake_to && f->cell[i].begin < limit) {
			if (!f->n_mojibake++)
				f->mojibake_at = f->cell[i].begin;
			f->mojibake_to = f->cell[i + n - 1].end;
		}
		if (repair) {
			replace_cells(f, i, n, &code, 1, V("mojibake"));
			changed = true;
			continue;
		}
		for (size_t k = i; k < i + n; k++)
			f->cell[k].fixed = true;
		i += n - 1;
	}
	return changed;
}

/* --- legacy fonts --- */

/*
 * How much of a text is looked at, and what is enough: the weights of all gibberish words add up to some, and to a
 * share of all words.
 */
enum { LOOKED_AT = 1 << 16, ENOUGH = 6, ONE_IN = 5 };

static const char *const fonts[] = { "krutidev", "chanakya" };
static const char *const font_names[] = { "Kruti Dev", "Chanakya" };
enum { FONTS = 2 };

enum status legacy_open(struct legacy *l, const char *data, struct report *r)
{
	struct buf path = { 0 };
	struct table t;
	struct row row;
	enum status rc;

	buf_addf(&path, "%s/dictionaries/legacy-fonts.tsv", data);
	rc = table_open(&t, path.p, r);
	while (rc == OK && table_next(&t, &row)) {
		size_t font = row.n > 3 && view_is(row.column[0], fonts[1]);
		struct entry *e = row.n > 3 && !index_find(&l->word, row.column[1])
			? index_add(&l->word, arena_copy(&l->arena, row.column[1])) : NULL;

		if (e)
			e->number = font * 16 + (view_is(row.column[3], "2") ? 2 : 1);
	}
	table_close(&t);
	buf_release(&path);
	return rc;
}

void legacy_close(struct legacy *l)
{
	index_release(&l->word);
	arena_release(&l->arena);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void legacy_detect(const struct legacy *l, struct view text, size_t begin, size_t end, unsigned *seen, struct report *r)
{
	size_t words = 0, weight[FONTS] = { 0 };

	end = end - begin > LOOKED_AT ? begin + LOOKED_AT : end;
	for (size_t i = begin, k; i < end; i = k) {
		const struct entry *e;

		while (i < end && is_blank(text.p[i]))
			i++;
		for (k = i; k < end && !is_blank(text.p[k]); k++)
			;
		words += k > i;
		e = index_find(&l->word, view_cut(text, i, k));
		if (e)
			weight[e->number / 16] += e->number % 16;
	}
	for (unsigned font = 0; font < FONTS; font++)
		if (weight[font] >= ENOUGH && weight[font] * ONE_IN >= words && !(*seen & 1u << font)) {
			*seen |= 1u << font;
			warn(r, begin, "legacy-font", "this looks like Hindi in the old font %s; convert it to Unicode first",
			     font_names[font]);
		}
}
