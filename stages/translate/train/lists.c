/* lists.c - what lists know of words: clusters, the tags Festival's word list gives, parts of speech of our dictionary. */
#include "train.h"

#include "table.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

enum { SPEECH_SETS = 1000, SPEECH_TEXT = 40, RARE = 40 };

struct maker {
	struct weights_file *w;
	struct word_slot *slot;
	size_t n;
	char set[SPEECH_SETS][SPEECH_TEXT];
	uint16_t sets;
};

static void die(const char *path)
{
	fprintf(stderr, "train-translate: cannot read %s\n", path);
	exit(3);
}

/* Keys as facts.c makes them: letters and digits, small. */
static struct view key_of(struct view v, char *key, size_t size)
{
	size_t n = 0;

	for (size_t i = 0; i < v.n && n < size; i++)
		if (isalnum((unsigned char)v.p[i]) || (unsigned char)v.p[i] >= 0x80 || byte_in(v.p[i], "+#&"))
			key[n++] = (char)tolower((unsigned char)v.p[i]);
	return (struct view){ key, n };
}

static struct word_facts *facts_of_key(struct maker *m, struct view v)
{
	char text[64];
	struct view key = key_of(v, text, sizeof text);
	uint16_t check;
	uint32_t i = weights_word_place(view_hash(key), m->w->words, &check);

	while (m->slot[i].check && m->slot[i].check != check)
		i = i + 1 < m->w->words ? i + 1 : 0;
	if (!m->slot[i].check)
		m->n++;
	m->slot[i].check = check;
	if (m->n > m->w->words * 9 / 10)
		die("so many words");
	return &m->slot[i].facts;
}

static bool is_english(struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if (!isalnum((unsigned char)v.p[i]) && !byte_in(v.p[i], "+#&"))
			return false;
	return v.n && v.p[0] != '%';
}

static uint16_t number(struct view v)
{
	char text[16] = { 0 };

	memcpy(text, v.p, v.n < 15 ? v.n : 15);
	return (uint16_t)atoi(text);
}

static void read_clusters(struct maker *m, const char *path)
{
	struct report r = { 0 };
	struct table t;
	struct row row;

	if (table_open(&t, path, &r) != OK)
		die(path);
	while (table_next(&t, &row)) {
		struct word_facts *f;

		if (row.n < 4 || !is_english(row.column[0]) || !(number(row.column[2]) || number(row.column[3])))
			continue;
		f = facts_of_key(m, row.column[0]);
		f->brown = number(row.column[2]);
		f->alike = number(row.column[3]);
	}
	table_close(&t);
}

static uint16_t set_number(struct maker *m, const char *text)
{
	for (uint16_t k = 0; k < m->sets; k++)
		if (!strcmp(m->set[k], text))
			return (uint16_t)(k + 1);
	if (m->sets == SPEECH_SETS)
		return 0;
	strcpy(m->set[m->sets], text);
	return ++m->sets;
}

static uint8_t may_be(const char *tag)
{
	static const struct { const char *tag; uint8_t bit; } list[] = {
		{ "nn", MAY_NN }, { "nns", MAY_NNS }, { "vb", MAY_VB }, { "vbp", MAY_VB }, { "vbz", MAY_VBZ }, { "vbd", MAY_VBD },
		{ "vbn", MAY_VBN }, { "vbg", MAY_VBG }, { "jj", MAY_JJ },
	};

	for (size_t k = 0; k < sizeof list / sizeof *list; k++)
		if (!strcmp(tag, list[k].tag))
			return list[k].bit;
	return 0;
}

/* --- Festival's list --- */

enum { SPEECH_TAGS = 64, SPEECH_WORD = 16 };

/* The least of a tag's numbers is that of a word seen once with it, so that others' tell how often they were. */
struct speech { char name[SPEECH_TAGS][16]; double least[SPEECH_TAGS]; size_t n; };
struct seen { unsigned tag; double log; };

static unsigned speech_tag(struct speech *s, const char *name)
{
	unsigned k = 0;

	while (k < s->n && strcmp(s->name[k], name))
		k++;
	if (k == s->n && s->n < SPEECH_TAGS - 1)
		strcpy(s->name[s->n++], name);
	return k;
}

/* ("word" ((nn -8.7) (vb -9.1)) () ): how likely the word is among those of a tag, as a logarithm. */
static size_t read_line(struct speech *s, const char *line, struct view *word, struct seen *seen)
{
	const char *end = strncmp(line, "(\"", 2) ? NULL : strstr(line + 2, "\" (");
	char name[16];
	size_t n = 0;

	if (!end)
		return 0;
	*word = (struct view){ line + 2, (size_t)(end - line - 2) };
	for (const char *p = end; (p = strchr(p + 1, '(')) != NULL && n < SPEECH_WORD;)
		if (sscanf(p, "(%15s %lf)", name, &seen[n].log) == 2)
			seen[n++].tag = speech_tag(s, name);
	return n;
}

/* Of a word's tags those that it has once in RARE times or oftener; an exclamation mark is behind the most frequent. */
static void add_speech(struct maker *m, const struct speech *s, struct view word, const struct seen *seen, size_t n)
{
	double often[SPEECH_WORD], all = 0, most = 0;
	char set[SPEECH_TEXT] = "";
	struct word_facts *w = facts_of_key(m, word);

	for (size_t k = 0; k < n; k++) {
		often[k] = exp(seen[k].log - s->least[seen[k].tag]);
		all += often[k];
		most = often[k] > most ? often[k] : most;
	}
	for (size_t k = 0; k < n; k++) {
		const char *name = s->name[seen[k].tag];

		if (often[k] * RARE < all || strlen(set) + strlen(name) + 2 > SPEECH_TEXT)
			continue;
		w->may |= may_be(name);
		strcat(set, name);
		strcat(set, often[k] < most ? " " : "! ");
	}
	w->speech = set_number(m, set);
}

static void read_speech(struct maker *m, const char *path)
{
	struct seen seen[SPEECH_WORD];
	struct speech s = { .n = 0 };
	struct view word;
	char line[1024];
	FILE *f = fopen(path, "r");

	if (!f)
		die(path);
	for (int pass = 0; pass < 2; pass++, rewind(f))
		while (fgets(line, sizeof line, f)) {
			size_t n = read_line(&s, line, &word, seen);

			for (size_t k = 0; k < n && !pass; k++)
				s.least[seen[k].tag] = fmin(s.least[seen[k].tag], seen[k].log);
			if (n && pass)
				add_speech(m, &s, word, seen, n);
		}
	fclose(f);
}

static void read_dictionary(struct maker *m, const char *path)
{
	static const char *const name[] = { "n", "v", "adj", "adv" };
	struct report r = { 0 };
	struct table t;
	struct row row;

	if (table_open(&t, path, &r) != OK)
		die(path);
	while (table_next(&t, &row))
		for (unsigned k = 0; k < 4; k++)
			if (row.n > 2 && view_is(row.column[1], name[k]))
				facts_of_key(m, row.column[0])->dictionary |= (uint8_t)(1u << k);
	table_close(&t);
}

void lists_read(struct weights_file *w, const char *top, const char *words, const char *poslex)
{
	struct maker *m = memory_get(sizeof *m);
	char path[512];

	w->words = 120000;
	m->w = w;
	w->word = m->slot = memory_get(w->words * sizeof *m->slot);
	read_clusters(m, words);
	read_speech(m, poslex);
	snprintf(path, sizeof path, "%s/dictionaries/en-hi.tsv", top);
	read_dictionary(m, path);
	fprintf(stderr, "train-translate: %zu words in lists, %u sets of tags\n", m->n, m->sets);
	free(m);
}
