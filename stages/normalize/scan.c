/*
 * scan.c - one pass over the bytes. A table of column pairs, made from the rules, tells where two characters meet
 * that something may have to be done about; all else is only looked at. Around such a place a window is worked on.
 */
#include "normalize.h"
#include "utf8.h"
#include "words.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

/*
 * How many characters around a place belong to its window where words are spelled; rules look less far. A window that finds no quiet place closes at a blank after this many bytes.
 */
enum { REACH_SPELLING = 48, WINDOW_MAX = 1 << 13 };

/* --- the table --- */

/* About how much of Hindi a column is: signs are met more often than letters, and the letter र, too. */
static size_t weight_of(unsigned column)
{
	uint32_t code = code_of_column(column);

	return is_dependent(code) ? 4 : code == 0x930 ? 6 : 1;
}

static size_t columns_of(const struct rules *r, const struct element *e, uint8_t *fits)
{
	size_t weight = 0;

	for (unsigned c = 0; c < COLUMNS; c++)
		weight += (fits[c] = column_fits(r, e, c)) ? weight_of(c) : 0;
	return weight;
}

static bool is_suspected(const struct normalizer *n, const uint8_t *a, const uint8_t *b)
{
	for (unsigned i = 0; i < COLUMNS; i++)
		for (unsigned k = 0; a[i] && k < COLUMNS; k++)
			if (b[k] && !n->suspicious[i][k])
				return false;
	return true;
}

static void suspect_pair(struct normalizer *n, const uint8_t *a, const uint8_t *b)
{
	for (unsigned i = 0; i < COLUMNS; i++)
		for (unsigned k = 0; a[i] && k < COLUMNS; k++)
			n->suspicious[i][k] |= b[k];
}

static void suspect_doubles(struct normalizer *n, const uint8_t *a)
{
	for (unsigned c = 0; c < COLUMNS; c++)
		n->suspicious[c][c] |= a[c];
}

/* A character outside ASCII and Devanagari that a rule names stands out by itself. */
static bool stands_out(struct normalizer *n, const struct element *e)
{
	if (e->class >= 0 || e->same || column_of(e->code) != COLUMN_OTHER || e->code > 0xffff)
		return false;
	n->plain[e->code / 8] &= (uint8_t)~(1u << e->code % 8);
	return true;
}

/* Of all neighbours in a rule, the two that meet most rarely give it away. */
static void suspect_rule(struct normalizer *n, const struct rule *r)
{
	const struct element *all[3 * PATTERN_MAX];
	uint8_t a[COLUMNS], b[COLUMNS], best_a[COLUMNS], best_b[COLUMNS];
	size_t count = 0, best = SIZE_MAX, size_a, size_b;

	for (const struct pattern *p = &r->before; p <= &r->after; p++)
		for (size_t i = 0; i < p->n; i++)
			all[count++] = &p->at[i];
	for (size_t i = 0; i < r->from.n; i++)
		if (stands_out(n, &r->from.at[i]))
			return;
	memset(best_a, 1, sizeof best_a);
	columns_of(&n->rules, all[0], best_b);
	for (size_t i = 0; i + 1 < count; i++) {
		size_a = columns_of(&n->rules, all[i], a);
		size_b = columns_of(&n->rules, all[i + 1], b);
		if (all[i + 1]->same) {
			suspect_doubles(n, a);
			return;
		}
		if (is_suspected(n, a, b))
			return;
		if (size_a * size_b > best)
			continue;
		best = size_a * size_b;
		memcpy(best_a, a, sizeof a);
		memcpy(best_b, b, sizeof b);
	}
	suspect_pair(n, best_a, best_b);
}

/* Devanagari that NFC changes: by itself, or in the order or company it stands in. */
static void suspect_nfc(struct normalizer *n)
{
	UErrorCode e = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&e);

	for (UChar32 b = 0x900; b < 0x980; b++) {
		bool changes = u_getIntPropertyValue(b, UCHAR_NFC_QUICK_CHECK) == UNORM_NO;
		int class = u_getCombiningClass(b);

		for (unsigned a = 0; a < COLUMNS; a++) {
			UChar32 before = a >= 0x80 && a < COLUMN_OTHER ? (UChar32)(a - 0x80 + 0x900) : 0;
			bool moves = class && (u_getCombiningClass(before) > class || a == COLUMN_OTHER);

			if (changes || moves || unorm2_composePair(nfc, before, b) >= 0)
				n->suspicious[a][column_of((uint32_t)b)] = 1;
		}
	}
}

/* Signs that stand on nothing are told of. */
static void suspect_forms(struct normalizer *n)
{
	for (unsigned a = 0; a < COLUMNS; a++)
		for (unsigned b = 0x80; b < COLUMN_OTHER; b++)
			if (is_dependent(code_of_column(b)) && !may_follow(code_of_column(b), code_of_column(a)))
				n->suspicious[a][b] = 1;
}

/* The first bytes of Latin letters, Devanagari and quotation marks in UTF-8, read as Windows-1252. */
static void suspect_mojibake(struct normalizer *n)
{
	static const uint32_t first[] = { 0xc2, 0xc3, 0xc4, 0xc5, 0xd0, 0xd1, 0xe0, 0xe2, 0xf0 };

	for (size_t i = 0; i < sizeof first / sizeof *first; i++)
		n->plain[first[i] / 8] &= (uint8_t)~(1u << first[i] % 8);
}

static bool is_inert_range(uint32_t c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xe000 && c <= 0xf8ff);
}

void scan_open(struct normalizer *n)
{
	for (uint32_t c = 0x80; c < 0x10000; c++)
		if (is_inert_range(c) || code_is_inert(c))
			n->plain[c / 8] |= (uint8_t)(1u << c % 8);
	suspect_nfc(n);
	if (n->profile != PROFILE_NFC) {
		suspect_forms(n);
		suspect_mojibake(n);
	}
	for (size_t i = 0; i < n->rules.n; i++)
		if (!n->rules.rule[i].protects)
			suspect_rule(n, &n->rules.rule[i]);
	n->reach_back = 2 * n->rules.longest;
	n->reach = n->spells && n->reach_back < REACH_SPELLING ? REACH_SPELLING : n->reach_back;
	n->ascii_plain = true;
	for (unsigned a = 0; a < 0x80; a++)
		for (unsigned b = 0; b < 0x80; b++)
			n->ascii_plain = n->ascii_plain && !n->suspicious[a][b];
}

/* --- the pass --- */

static bool is_plain(const struct normalizer *n, uint32_t code)
{
	return code < 0x10000 ? n->plain[code / 8] >> code % 8 & 1 : code_is_inert(code);
}

static unsigned column_at(const char *p)
{
	return column_of(utf8_code(p));
}

static bool is_word_column(unsigned c)
{
	return is_word_code(code_of_column(c));
}

/* Does a known phrase of up to `words` words begin with the word [begin, p)? */
static bool phrase_begins(const struct words *w, const char *begin, const char *p, const char *end, size_t words)
{
	while (--words && end - p > 1 && *p == ' ') {
		for (p++; p < end && is_word_column(column_at(p)); p += utf8_length(*p))
			;
		if (words_find_phrase(w, (struct view){ begin, (size_t)(p - begin) }))
			return true;
	}
	return false;
}

/* Is this word, or a phrase that begins with it, written otherwise? */
static bool word_differs(const struct normalizer *n, const char *begin, const char *p, const char *end)
{
	struct view word = { begin, (size_t)(p - begin) }, ending;
	const struct entry *start = index_find(&n->words->phrase_start, word);

	return words_find(n->words, word, &ending) || (start && phrase_begins(n->words, begin, p, end, start->number));
}

/* Past ASCII, eight bytes at a time, where no two of its characters are suspicious. */
static const char *skip_ascii(const char *p, const char *end)
{
	uint64_t eight;

	while (end - p >= 8) {
		memcpy(&eight, p, 8);
		if (eight & 0x8080808080808080u)
			break;
		p += 8;
	}
	while (p < end && (unsigned char)*p < 0x80)
		p++;
	return p;
}

/* Where to look next, what stands before it, where its word begins, and where the piece ends. */
struct place { const char *at; unsigned before; const char *word, *last; };

/* The word that ends at p: is it to be spelled otherwise? Keeps track of where words begin. */
static bool ends_misspelled(const struct normalizer *n, struct place *s, const char *p, unsigned before, unsigned c)
{
	bool was = is_word_column(before), is = is_word_column(c);

	if (was && !is && s->word && word_differs(n, s->word, p, s->last))
		return true;
	if (was != is)
		s->word = is ? p : NULL;
	return false;
}

/* Past Devanagari that is not suspicious, four bytes looked at for each three. */
static const char *skip_devanagari(const struct normalizer *n, const char *p, const char *end, unsigned *before)
{
	const uint8_t *row = n->suspicious[*before];
	uint32_t four;

	for (; end - p >= 4; p += 3) {
		unsigned char b[4];

		memcpy(b, p, 4);
		four = b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16;
		if ((four & 0xfeff) != 0xa4e0)
			break;
		four = 0x80 | (four >> 2 & 0x40) | (four >> 16 & 0x3f);
		if (row[four])
			break;
		*before = four;
		row = n->suspicious[four];
	}
	return p;
}

/*
 * Goes on to the first character that is suspicious beside the one before it; its place is left in `s`. False: there is
 * none before `end`.
 */
static bool find_suspicious(const struct normalizer *n, struct place *s, const char *end)
{
	const char *p = s->at;
	unsigned before = s->before, c;

	for (; p < end; before = c) {
		size_t length = utf8_length(*p);

		c = length == 1 ? (unsigned char)*p : column_of(utf8_code(p));
		if (n->suspicious[before][c] || (c == COLUMN_OTHER && !is_plain(n, utf8_code(p)))
		    || (n->spells && ends_misspelled(n, s, p, before, c)))
			break;
		p += length;
		if (n->spells)
			continue;
		if (c < 0x80 && n->ascii_plain && p < end && (unsigned char)*p < 0x80) {
			p = skip_ascii(p, end);
			c = (unsigned char)p[-1];
		}
		p = skip_devanagari(n, p, end, &c);
	}
	s->at = p;
	s->before = before;
	return p < end;
}

static bool ends_suspicious(const struct normalizer *n, const struct place *s)
{
	return n->suspicious[s->before][COLUMN_EDGE]
		|| (n->spells && s->word && word_differs(n, s->word, s->at, s->at));
}

/* A window begins before a character that neither joins the one before it nor goes on with a word. */
static bool may_begin(const char *p)
{
	uint32_t code = utf8_code(p);

	return code_is_inert(code) && !is_word_code(code);
}

static const char *step_back(const char *p, const char *floor)
{
	do
		p--;
	while (p > floor && utf8_is_tail(*p));
	return p;
}

static const char *window_begin(const struct normalizer *n, const char *p, const char *floor)
{
	for (size_t i = n->reach_back; i && p > floor; i--)
		p = step_back(p, floor);
	while (p > floor && !may_begin(p))
		p = step_back(p, floor);
	return p;
}

static const char *go_on(const char *p, const char *end, size_t characters)
{
	while (characters-- && p < end)
		p += utf8_length(*p);
	return p;
}

static const char *go_back(const char *p, const char *floor, size_t characters)
{
	while (characters-- && p > floor)
		p = step_back(p, floor);
	return p;
}

static const char *quiet_place(const struct normalizer *n, const char *p, const char *end)
{
	p = go_on(p, end, n->reach);
	while (p < end && !may_begin(p))
		p += utf8_length(*p);
	return p;
}

/* The window ends where nothing suspicious has been seen for as far as rules reach; *quiet: it has been found. */
static const char *window_end(const struct normalizer *n, struct place *s, const char *begin, const char *end, size_t most,
			      bool *quiet)
{
	const char *to = quiet_place(n, s->at, end);

	for (*quiet = false; !*quiet && (size_t)(to - begin) < most;) {
		s->before = s->at < end ? column_at(s->at) : COLUMN_EDGE;
		if (!is_word_column(s->before) || !s->word)
			s->word = is_word_column(s->before) ? s->at : NULL;
		s->at = go_on(s->at, end, 1);
		*quiet = !find_suspicious(n, s, to);
		if (!*quiet)
			to = quiet_place(n, s->at, end);
	}
	return to;
}

static struct window make_window(const struct normalizer *n, struct place s, const char *text, const char *floor,
				 const char *first, const char *last, size_t most)
{
	const char *from = window_begin(n, s.at, floor), *to;
	bool quiet;
	struct window w = { .begin = (size_t)(from - text), .first = (size_t)(first - text), .last = (size_t)(last - text) };

	to = window_end(n, &s, from, last, most, &quiet);
	w.limit = w.end = (size_t)(to - text);
	if (!quiet && to < last) {
		to = go_back(to, from, 2 * n->reach);
		while (to > from && !may_begin(to))
			to = step_back(to, from);
		if (to > from)
			w.limit = (size_t)(to - text);
	}
	return w;
}

/* Works on the place; returns where to go on looking. *floor: what is before it is settled. */
static const char *settle(const struct normalizer *n, struct view text, const struct place *s, const char **floor,
			  const char *first, const char *last, struct findings *f)
{
	size_t next = 0, edits;
	struct window w;

	for (size_t most = WINDOW_MAX; !next; most *= 4) {
		w = make_window(n, *s, text.p, *floor, first, last, most);
		next = window_run(n, text, &w, f);
	}
	edits = f->edits.n;
	if (edits && text.p + f->edits.at[edits - 1].end > *floor)
		*floor = text.p + f->edits.at[edits - 1].end;
	return text.p + next;
}

/* Where the word begins that ends here, NULL if none does or it is settled. */
static const char *word_before(const char *p, const char *floor)
{
	const char *begin = p;

	while (begin > floor && is_word_column(column_at(step_back(begin, floor))))
		begin = step_back(begin, floor);
	return begin < p ? begin : NULL;
}

void scan(const struct normalizer *n, struct view text, size_t begin, size_t end, struct findings *f)
{
	const char *first = text.p + begin, *last = text.p + end, *floor = first;
	struct place s = { .at = first, .before = COLUMN_EDGE, .last = last };

	f->checked_to = 0;
	f->surroundings = (struct surroundings){ .words = n->words, .text = text, .first = begin, .last = end };
	while (find_suspicious(n, &s, last) || (s.at > floor && ends_suspicious(n, &s))) {
		const char *next = settle(n, text, &s, &floor, first, last, f);

		if (next == last)
			break;
		if (next <= s.at)	/* seen, and nothing came of it */
			next = go_on(s.at, last, 1);
		s = (struct place){ .at = next, .before = column_at(step_back(next, first)), .last = last };
		s.word = n->spells ? word_before(next, floor) : NULL;
	}
}

void findings_release(struct findings *f)
{
	edits_release(&f->edits);
	free(f->change);
	free(f->ill_formed);
	free(f->cell);
	free(f->left);
	free(f->right);
	free(f->applied);
}
