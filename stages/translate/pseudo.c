/*
 * pseudo.c - pseudo-localisation: every letter is replaced by one that looks like it, vowels are doubled so
 * that texts grow by about a third as translations do, and brackets show where a sentence begins and ends.
 * Whatever still looks plain in the result was never given to an engine.
 */
#include "engine.h"
#include "utf8.h"

#include <string.h>

static enum status pseudo_open(const struct settings *set, const struct language *to, void **state, struct report *r)
{
	(void)set, (void)to, (void)state, (void)r;
	return OK;
}

static void pseudo_close(void *state)
{
	(void)state;
}

static const char *const lower[26] = { "á", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "í", "ĵ", "ķ", "ļ", "ɱ",
				       "ñ", "ó", "þ", "ǫ", "ŕ", "š", "ţ", "ú", "ṽ", "ŵ", "ẋ", "ý", "ž" };
static const char *const upper[26] = { "Á", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Í", "Ĵ", "Ķ", "Ļ", "Ṁ",
				       "Ñ", "Ó", "Þ", "Ǫ", "Ŕ", "Š", "Ţ", "Ú", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž" };

static void add_letter(struct buf *b, char c)
{
	const char *look = c >= 'a' ? lower[c - 'a'] : upper[c - 'A'];

	buf_str(b, look);
	if (byte_in(c, "aeiouAEIOU"))
		buf_str(b, look);
}

/* Devanagari consonants get a nukta, independent vowels are doubled; other scripts keep their letters. */
static void add_other(struct buf *b, const char *p, size_t n)
{
	uint32_t c = utf8_code(p);

	buf_add(b, (struct view){ p, n });
	if (c >= 0x0904 && c <= 0x0914)
		buf_add(b, (struct view){ p, n });
	else if (c >= 0x0915 && c <= 0x0939)
		buf_str(b, "\xe0\xa4\xbc");
}

static struct view pseudo_text(struct view t, struct arena *a)
{
	struct buf b = { 0 };
	struct view v;

	buf_str(&b, "⟦");
	for (size_t i = 0, n; i < t.n; i += n) {
		n = utf8_length(t.p[i]);
		if ((t.p[i] >= 'a' && t.p[i] <= 'z') || (t.p[i] >= 'A' && t.p[i] <= 'Z'))
			add_letter(&b, t.p[i]);
		else
			add_other(&b, t.p + i, n);
	}
	buf_str(&b, "⟧");
	v = arena_copy(a, buf_view(&b));
	buf_release(&b);
	return v;
}

static enum status pseudo_translate(const void *state, struct segment *s, size_t n, struct arena *a, struct report *r)
{
	(void)state, (void)r;
	for (size_t i = 0; i < n; i++) {
		s[i].target = pseudo_text(buf_view(&s[i].unit->text), a);
		s[i].score = 0;
	}
	return OK;
}

const struct engine pseudo_engine = {
	.id = "pravah/pseudo-" PRAVAH_VERSION,
	.name = "pseudo",
	.open = pseudo_open,
	.close = pseudo_close,
	.translate = pseudo_translate,
};
