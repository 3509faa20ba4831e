/* lists.c - a list of words and counts in the form that word_list_log() looks them up in. */
#include "train.h"
#include "table.h"

#include <math.h>
#include <stdlib.h>

static void put_word(unsigned char (*slot)[3], uint32_t slots, struct view word, double count)
{
	uint64_t hash = view_hash(word);
	double log_count = WORD_LOG_SCALE * log(count);
	uint32_t i = word_list_slot(hash, slots);

	while (slot[i][2])
		i = (i + 1) % slots;
	word_list_check(hash, slot[i]);
	slot[i][2] = (unsigned char)(log_count < 1 ? 1 : log_count > 255 ? 255 : log_count);
}

void save_list(const char *path, FILE *f)
{
	struct report r = { 0 };
	struct table t;
	struct row row;
	uint32_t n = 0, slots;
	unsigned char (*slot)[3];

	if (table_open(&t, path, &r) != OK) {
		fprintf(stderr, "train: %.*s\n", VIEW_ARG(r.at[0].text));
		exit(1);
	}
	while (table_next(&t, &row))
		n += row.n == 2;
	table_close(&t);
	slots = n + n / 4 + 1;
	slot = memory_get(slots * sizeof *slot);
	table_open(&t, path, &r);
	while (table_next(&t, &row))
		if (row.n == 2)
			put_word(slot, slots, row.column[0], strtod(row.column[1].p, NULL));
	table_close(&t);
	fwrite(slot, sizeof *slot, slots, f);
	free(slot);
	fprintf(stderr, "train: %s, %u words\n", path, n);
}
