/* lists.c - tables of words and phrases, found by hash; the trainer's features read them as the program will. */
#include "train.h"

#include "table.h"

#include <stdlib.h>

enum { FILL = 2 };	/* a table has at least twice the places it needs */

static void die(const char *what, const char *path)
{
	fprintf(stderr, "train-tag: %s: %s\n", path, what);
	exit(3);
}

static uint32_t table_size(const char *path)
{
	struct report r = { 0 };
	struct table t;
	struct row row;
	uint32_t n = 0, size = 1;

	if (table_open(&t, path, &r) != OK)
		die("cannot be read", path);
	while (table_next(&t, &row))
		n++;
	table_close(&t);
	while (size < FILL * n)
		size *= 2;
	return size;
}

static uint16_t number(struct view v)
{
	char text[16] = { 0 };

	memcpy(text, v.p, v.n < 15 ? v.n : 15);
	return (uint16_t)atoi(text);
}

static void add_word(struct tag_entry *table, uint32_t size, const struct row *row)
{
	uint16_t check;
	uint32_t i = tag_word_place(view_hash(row->column[0]), &check) & (size - 1);

	for (; tag_is_known(&table[i].facts); i = (i + 1) & (size - 1))
		if (table[i].check == check)
			return;
	table[i].check = check;
	for (int k = 0; k < TAG_CLUSTERS; k++)
		table[i].facts.cluster[k] = number(row->column[1 + k]);
	table[i].facts.lists = number(row->column[1 + TAG_CLUSTERS]);
	table[i].facts.opens = (uint8_t)number(row->column[2 + TAG_CLUSTERS]);
	table[i].facts.ends = (uint8_t)number(row->column[3 + TAG_CLUSTERS]);
}

static void add_phrase(struct tag_phrase *table, uint32_t size, const struct row *row)
{
	uint32_t check, i = tag_phrase_place(view_hash(row->column[0]), &check) & (size - 1);

	while (table[i].hash && (table[i].hash & ~0xffu) != check)
		i = (i + 1) & (size - 1);
	table[i].hash = check | number(row->column[1]) | (table[i].hash & 0xff);
}

void lists_read(struct tag_model *m, const char *words, const char *phrases)
{
	struct tag_header *h = memory_get(sizeof *h);
	struct report r = { 0 };
	struct tag_entry *word;
	struct tag_phrase *phrase;
	struct table t;
	struct row row;

	*h = (struct tag_header){ { 'p', 'r', 'a', 'v', 'a', 'h', 't', 'g' }, TAG_MODEL_VERSION, table_size(words), table_size(phrases), 0 };
	word = memory_get(h->words * sizeof *word);
	phrase = memory_get(h->phrases * sizeof *phrase);
	if (table_open(&t, words, &r) != OK)
		die("cannot be read", words);
	while (table_next(&t, &row))
		if (row.n > 3 + TAG_CLUSTERS)
			add_word(word, h->words, &row);
	table_close(&t);
	if (table_open(&t, phrases, &r) != OK)
		die("cannot be read", phrases);
	while (table_next(&t, &row))
		if (row.n > 1)
			add_phrase(phrase, h->phrases, &row);
	table_close(&t);
	m->header = h;
	m->word = word;
	m->phrase = phrase;
}

void lists_write(const struct tag_model *m, FILE *f)
{
	fwrite(m->header, sizeof *m->header, 1, f);
	fwrite(m->word, sizeof *m->word, m->header->words, f);
	fwrite(m->phrase, sizeof *m->phrase, m->header->phrases, f);
}
