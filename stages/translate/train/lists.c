/* lists.c - what lists know of words: clusters, the tags Festival's word list gives, parts of speech of our dictionary. */
#include "train.h"

#include "table.h"

#include <ctype.h>
#include <stdlib.h>

enum { SPEECH_SETS = 1000, SPEECH_TEXT = 40 };

struct maker { struct weights_file *w; struct word_slot *slot; size_t n; char set[SPEECH_SETS][SPEECH_TEXT]; uint16_t sets; };

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

/* ("word" ((nn -8.7) (vb -9.1)) () ): tags that are at least e^-4 as likely as the best, in their order in the line. */
static void read_speech(struct maker *m, const char *path)
{
	char line[1024];
	FILE *f = fopen(path, "r");

	if (!f)
		die(path);
	for (unsigned t = 1; t < TAG_COUNT; t++) {
		char name[20];

		snprintf(name, sizeof name, "%s.", tag_name[t]);
		for (char *p = name; *p; p++)
			*p = (char)tolower((unsigned char)*p);
		set_number(m, name);
	}
	while (fgets(line, sizeof line, f)) {
		char *end = strncmp(line, "(\"", 2) ? NULL : strstr(line + 2, "\" ("), *p, tag[16], set[SPEECH_TEXT] = "", first[20] = "";
		double best = -1e9, log;

		for (p = end; p && (p = strchr(p + 1, '(')) != NULL;)
			if (sscanf(p, "(%15s %lf)", tag, &log) == 2 && log > best) {
				best = log;
				strcpy(first, tag);
			}
		for (p = end; p && (p = strchr(p + 1, '(')) != NULL;)
			if (sscanf(p, "(%15s %lf)", tag, &log) == 2 && log > best - 4 && strlen(set) + strlen(tag) < SPEECH_TEXT - 8) {
				strcat(set, tag);
				strcat(set, strcmp(tag, first) ? " " : "! ");
			}
		if (end) {
			struct word_facts *w = facts_of_key(m, (struct view){ line + 2, (size_t)(end - line - 2) });

			strcat(first, ".");
			w->speech = set_number(m, set);
			w->likely = (uint8_t)set_number(m, first);
		}
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
