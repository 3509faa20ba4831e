/*
 * sound.c - what a Devanagari word sounds like, coarsely, so that it can be found among English words: a loan is
 * written as the English is said. Vowels are one sign, the inherent vowel none; dentals and retroflexes stay apart,
 * because English t and d are ट and ड. The romaniser is for words that are spelled, not said, alike.
 */
#include "sound.h"
#include "utf8.h"

enum { CODES_MAX = 64 };

enum { NUKTA = 0x93c, VIRAMA = 0x94d, FIRST_CONSONANT = 0x915, LAST_CONSONANT = 0x939 };

/* क to ह: U+0915 to U+0939. ज is English z, too. */
static const char sounds[] = "kKgGncCjJnTHDXNt0dQnnpfbBmyrrlllvSSsh";
static const char *const letters[] = {
	"k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n",
	"p", "f", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
};

static bool is_consonant(uint32_t c)
{
	return c >= FIRST_CONSONANT && c <= LAST_CONSONANT;
}

static bool is_nasal(uint32_t c)
{
	return c == 0x901 || c == 0x902;
}

static bool is_labial(uint32_t c)
{
	return c >= 0x92a && c <= 0x92e;
}

/* A matra or an independent vowel, as letters; NULL: neither. */
static const char *vowel(uint32_t c)
{
	switch (c) {
	case 0x905: return "a";
	case 0x906: case 0x93e: return "a";
	case 0x907: case 0x93f: case 0x908: case 0x940: return "i";
	case 0x909: case 0x941: case 0x90a: case 0x942: return "u";
	case 0x90b: case 0x943: return "ri";
	case 0x90d: case 0x90f: case 0x945: case 0x947: case 0x972: return "e";
	case 0x910: case 0x948: return "ai";
	case 0x911: case 0x913: case 0x949: case 0x94b: return "o";
	case 0x914: case 0x94c: return "au";
	}
	return NULL;
}

/* Of a word that is too long, the beginning. */
static size_t codes_of(struct view word, uint32_t code[CODES_MAX])
{
	size_t n = 0;

	for (size_t i = 0; i < word.n && n < CODES_MAX; i += utf8_length(word.p[i]))
		code[n++] = utf8_code(word.p + i);
	return n;
}

static void put(struct sound *s, char c)
{
	if (s->n + 1 < SOUND_MAX && !(c == 'V' && s->n && s->text[s->n - 1] == 'V'))
		s->text[s->n++] = c;
}

void sound_full(struct view word, struct sound *s)
{
	uint32_t code[CODES_MAX];
	size_t n = codes_of(word, code);

	s->n = 0;
	put(s, '~');
	for (size_t i = 0; i < n; i++) {
		if (is_nasal(code[i]))
			put(s, i + 1 < n && is_labial(code[i + 1]) ? 'm' : 'n');
		else if (is_consonant(code[i]))
			put(s, i + 1 < n && code[i + 1] == NUKTA && (code[i] == 0x921 || code[i] == 0x922) ? 'R'
			       : sounds[code[i] - FIRST_CONSONANT]);
		else if (code[i] != 0x905 && vowel(code[i]))
			put(s, 'V');
	}
}

void sound_skeleton(const struct sound *full, struct sound *s)
{
	s->n = 0;
	put(s, '^');
	for (size_t i = 1; i < full->n; i++)
		if (full->text[i] != 'V')
			put(s, full->text[i]);
}

/* Is the inherent vowel said after the consonant at i? Not at the end, nor between two that carry vowels. */
static bool has_schwa(const uint32_t *code, size_t n, size_t i, bool vowel_before)
{
	size_t next = i + 1 + (i + 1 < n && code[i + 1] == NUKTA), after;

	if (next >= n || code[next] == VIRAMA || vowel(code[next]))
		return false;
	if (!is_consonant(code[next]))
		return true;
	after = next + 1 + (next + 1 < n && code[next + 1] == NUKTA);
	return !(vowel_before && after < n && vowel(code[after]));
}

static void put_text(struct sound *s, const char *text)
{
	while (*text)
		put(s, *text++);
}

void sound_spelled(struct view word, struct sound *s)
{
	uint32_t code[CODES_MAX];
	size_t n = codes_of(word, code);
	bool vowel_before = false;

	s->n = 0;
	for (size_t i = 0; i < n; i++) {
		if (is_nasal(code[i])) {
			put(s, i + 1 < n && is_labial(code[i + 1]) ? 'm' : 'n');
		} else if (is_consonant(code[i])) {
			put_text(s, i + 1 < n && code[i + 1] == NUKTA && code[i] == 0x91c ? "z" : letters[code[i] - FIRST_CONSONANT]);
			if (has_schwa(code, n, i, vowel_before)) {
				put(s, 'a');
				vowel_before = true;
			} else {
				vowel_before = false;
			}
		} else if (vowel(code[i])) {
			put_text(s, vowel(code[i]));
			vowel_before = true;
		}
	}
}

/* --- romanised Hindi --- */

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_latin_vowel(char c)
{
	return c && strchr("aeiou", c);
}

/* What the letter c between two others is folded to; 0: nothing. */
static char fold(char before, char c, char after)
{
	switch (c) {
	case 'h':	/* kh, bh, sh; and at the end: yeh. ch is one letter already */
		return !after || (before && strchr("kgtdbpjszc", before)) ? 0 : 'h';
	case 'p': return after == 'h' ? 'f' : 'p';
	case 'w': return 'v';
	case 'z': return 'j';
	case 'q': return 'k';
	case 'c': return after == 'h' ? 'c' : 'k';
	case 'y': return is_latin_vowel(after) ? 'y' : 'i';
	case 'e': return after == 'e' || before == 'e' ? 'i' : 'e';
	case 'o': return after == 'o' || before == 'o' ? 'u' : 'o';
	default: return c;
	}
}

void sound_folded(struct view word, struct sound *s)
{
	s->n = 0;
	put(s, '%');
	for (size_t i = 0; i < word.n; i++) {
		char c = word.p[i];

		if (!is_letter(c))
			continue;
		c = fold(i ? word.p[i - 1] : 0, c, i + 1 < word.n ? word.p[i + 1] : 0);
		if (c == 'x')
			put_text(s, "ks");
		else if (c && c != s->text[s->n - 1])
			put(s, c);
	}
	s->n = s->n > 1 ? s->n : 0;
}

void sound_thin(const struct sound *folded, struct sound *s)
{
	s->n = 0;
	put(s, '&');
	for (size_t i = 1; i < folded->n; i++)
		if (!is_latin_vowel(folded->text[i]) && folded->text[i] != 'h' && folded->text[i] != s->text[s->n - 1])
			put(s, folded->text[i]);
	s->n = s->n > 2 ? s->n : 0;
}

/* --- one spelling for many --- */

/* ङ ञ ण न म with a virama before another consonant are written as anusvara. All of these have three bytes. */
static bool is_half_nasal(struct view word, size_t i)
{
	uint32_t c = utf8_code(word.p + i);
	bool nasal = c == 0x919 || c == 0x91e || c == 0x923 || c == 0x928 || c == 0x92e;

	return nasal && i + 9 <= word.n && utf8_code(word.p + i + 3) == 0x94d && is_consonant(utf8_code(word.p + i + 6));
}

void sound_loosen(struct view word, bool vowels, struct buf *out)
{
	/* What stands for what: the anusvara; long vowels for short, plain ones for open ones. */
	static const struct { uint32_t from, to; } same[] = {
		{ 0x901, 0x902 }, { 0x907, 0x908 }, { 0x909, 0x90a }, { 0x93f, 0x940 }, { 0x941, 0x942 }, { 0x911, 0x906 }, { 0x949, 0x93e },
		{ 0x910, 0x90f }, { 0x948, 0x947 }, { 0x914, 0x913 }, { 0x94c, 0x94b }, { 0x90d, 0x90f }, { 0x945, 0x947 },
	};

	for (size_t i = 0; i < word.n; i += utf8_length(word.p[i])) {
		uint32_t c = utf8_code(word.p + i);

		if (c == 0x93c && !(i > 2 && (view_starts(view_cut(word, i - 3, i), "ड") || view_starts(view_cut(word, i - 3, i), "ढ"))))
			continue;
		if (is_half_nasal(word, i)) {
			utf8_add(out, 0x902);
			i += utf8_length(word.p[i]);
			continue;
		}
		for (size_t k = 0; k < (vowels ? sizeof same / sizeof *same : 1); k++)
			c = c == same[k].from ? same[k].to : c;
		utf8_add(out, c);
	}
}
