/* pairs.c - words in two spellings, from the dictionaries and from texts we may learn from. */
#include "train.h"
#include "table.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

/* What a variant counts beside the word's own spelling, and a name that stands in a list of whole names. */
static const float VARIANT = 0.3f;

struct pair *pairs_add(struct pairs *p, struct view from, struct view to, int domain, float weight)
{
	struct buf small = { 0 };

	for (size_t i = 0; i < from.n; i += utf8_length(from.p[i]))
		utf8_add(&small, (uint32_t)u_tolower((UChar32)utf8_code(from.p + i)));
	p->at = memory_grow(p->at, &p->cap, p->n + 1, sizeof *p->at);
	p->at[p->n] = (struct pair){ arena_copy(&p->arena, buf_view(&small)), arena_copy(&p->arena, to), weight, domain, NULL };
	buf_release(&small);
	return &p->at[p->n++];
}

static void read_table(const char *folder, const char *name, void (*use)(struct pairs *, const struct row *), struct pairs *p)
{
	struct report r = { 0 };
	struct buf path = { 0 };
	struct table t;
	struct row row;

	buf_addf(&path, "%s/%s", folder, name);
	if (table_open(&t, path.p, &r) != OK) {
		fprintf(stderr, "train: %.*s\n", VIEW_ARG(r.at[0].text));
		exit(1);
	}
	while (table_next(&t, &row))
		use(p, &row);
	table_close(&t);
	buf_release(&path);
}

static void add_row(struct pairs *p, struct view latin, struct view word, struct view variants, int domain)
{
	struct view v;

	pairs_add(p, latin, word, domain, 1);
	while (view_next(&variants, '|', &v))
		pairs_add(p, latin, v, domain, VARIANT);
}

static void read_loan(struct pairs *p, const struct row *row)
{
	add_row(p, row->column[0], row->column[1], column_text(row, 4), DOMAIN_LOAN);
}

static void read_name_word(struct pairs *p, const struct row *row)
{
	add_row(p, row->column[0], row->column[1], column_text(row, 3), DOMAIN_NAME);
}

/* Small letters but the first: letters of an acronym are not spelled by their sound. */
static bool is_word(struct view v)
{
	for (size_t i = 1; i < v.n; i++)
		if (v.p[i] < 'a' || v.p[i] > 'z')
			return false;
	return v.n > 2;
}

static void read_name(struct pairs *p, const struct row *row)
{
	static const char *const spelled[] = { "PER", "LOC", "ORG", "PRODUCT", NULL };	/* names of others are translated */
	struct view latin = row->column[1], hindi = row->column[2], a, b;

	if (!view_is_any(row->column[0], spelled) || view_pieces(latin, ' ') != view_pieces(hindi, ' '))
		return;
	while (view_next(&latin, ' ', &a) && view_next(&hindi, ' ', &b))
		if (is_word(a))
			pairs_add(p, a, b, DOMAIN_NAME, 1);
}

/* Dakshina's rows: native word, romanisation, how many wrote it so. */
static void read_native(struct pairs *p, const struct row *row)
{
	pairs_add(p, row->column[1], row->column[0], DOMAIN_NATIVE, 1);
}

static void read_usual(struct pairs *p, const struct row *row)
{
	struct view ways = row->column[1], one;

	for (float weight = 1; view_next(&ways, ' ', &one); weight /= 2)
		pairs_add(p, one, row->column[0], DOMAIN_NATIVE, weight);
}

void pairs_read(struct pairs *p, const char *top, const char *data)
{
	read_table(top, "dictionaries/loans.tsv", read_loan, p);
	read_table(top, "dictionaries/name-words.tsv", read_name_word, p);
	read_table(top, "dictionaries/names.tsv", read_name, p);
	read_table(top, "dictionaries/romanised.hi.tsv", read_usual, p);
	read_table(data, "translit/dakshina.hi.train.tsv", read_native, p);
}

void pairs_turn(struct pairs *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct view from = p->at[i].from;

		p->at[i].from = p->at[i].to;
		p->at[i].to = from;
	}
}

/* --- sounds --- */

/* One character a phone of the CMU dictionary; vowels have one for syllables with stress and one for others. */
static const struct { const char *name; char stressed, plain; } phone[] = {
	{ "aa", 'A', 'a' }, { "ae", 'Q', 'q' }, { "ah", 'U', 'u' }, { "ao", 'O', 'o' }, { "aw", '1', '2' }, { "ax", 'X', 'x' },
	{ "ay", '3', '4' }, { "b", 'b', 'b' }, { "ch", 'C', 'C' }, { "d", 'd', 'd' }, { "dh", 'D', 'D' }, { "eh", 'E', 'e' },
	{ "er", 'R', '5' }, { "ey", '6', '7' }, { "f", 'f', 'f' }, { "g", 'g', 'g' }, { "hh", 'h', 'h' }, { "ih", 'I', 'i' },
	{ "iy", '8', '9' }, { "jh", 'J', 'J' }, { "k", 'k', 'k' }, { "l", 'l', 'l' }, { "m", 'm', 'm' }, { "n", 'n', 'n' },
	{ "ng", 'N', 'N' }, { "ow", '0', '-' }, { "oy", '!', '?' }, { "p", 'p', 'p' }, { "r", 'r', 'r' }, { "s", 's', 's' },
	{ "sh", 'S', 'S' }, { "t", 't', 't' }, { "th", 'T', 'T' }, { "uh", '<', '>' }, { "uw", '(', ')' }, { "v", 'v', 'v' },
	{ "w", 'w', 'w' }, { "y", 'y', 'y' }, { "z", 'z', 'z' }, { "zh", 'Z', 'Z' },
};

static void add_phone(struct buf *sounds, struct view name, bool stressed)
{
	for (size_t i = 0; i < sizeof phone / sizeof *phone; i++)
		if (view_is(name, phone[i].name))
			buf_byte(sounds, stressed ? phone[i].stressed : phone[i].plain);
}

#define SMALL "abcdefghijklmnopqrstuvwxyz"

/* ("able" jj (((ey) 1) ((b ax l) 0))): a syllable's stress stands behind it. */
static void read_sounds(struct pairs *p, char *line)
{
	char *quote = strchr(line, '"'), *end = quote ? strchr(quote + 1, '"') : NULL, *at = end ? strchr(end, '(') : NULL;
	struct buf sounds = { 0 };

	while (at && (at = at + strcspn(at, SMALL)) && *at) {
		size_t n = strspn(at, SMALL);
		const char *stress = at + strcspn(at, "01");

		add_phone(&sounds, (struct view){ at, n }, *stress == '1');
		at += n;
	}
	if (sounds.n && (size_t)(end - quote) == strspn(quote + 1, SMALL) + 1)
		pairs_add(p, (struct view){ quote + 1, (size_t)(end - quote) - 1 }, buf_view(&sounds), 0, 1);
	buf_release(&sounds);
}

void pairs_read_sounds(struct pairs *p, const char *path)
{
	FILE *f = fopen(path, "r");
	char line[1024];

	if (!f) {
		perror(path);
		exit(1);
	}
	while (fgets(line, sizeof line, f))
		read_sounds(p, line);
	fclose(f);
}
