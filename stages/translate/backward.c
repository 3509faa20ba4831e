/* backward.c - a part of a Hindi sentence in English. */
#include "backward.h"

#include <ctype.h>
#include <stdlib.h>

enum status backward_open(struct backward **out, const char *data, struct report *r)
{
	struct backward *b = *out = memory_get(sizeof *b);
	enum status rc;

	*b = (struct backward){ 0 };
	rc = backward_words_open(&b->words, data, r);
	return rc == OK ? english_open(&b->english, data, r) : rc;
}

void backward_close(struct backward *b)
{
	if (!b)
		return;
	backward_words_close(&b->words);
	english_close(&b->english);
	free(b);
}

bool backward_reads(const struct items *items)
{
	for (size_t i = 0; i < items->n; i++)
		for (size_t k = 0; k < items->at[i].text.n && items->at[i].kind != ITEM_MASK; k++)
			if ((unsigned char)items->at[i].text.p[k] == 0xe0)
				return true;
	return false;
}

static void begin_large(struct piece *piece, struct arena *a)
{
	struct buf b = { 0 };

	buf_add(&b, piece->text);
	if (b.n && islower((unsigned char)b.p[0]))
		b.p[0] = (char)toupper((unsigned char)b.p[0]);
	piece->text = arena_copy(a, buf_view(&b));
	buf_release(&b);
}

static void set_articles(struct pieces *pieces, size_t from)
{
	for (size_t i = from; i + 1 < pieces->n; i++)
		if ((view_is(pieces->at[i].text, "a") || view_is(pieces->at[i].text, "such a")) && english_wants_an(pieces->at[i + 1].text))
			pieces->at[i].text = view_is(pieces->at[i].text, "a") ? V("an") : V("such an");
}

void backward_tell(const struct backward *b, const struct items *items, const int *item, int n, bool opens, struct pieces *out,
		   struct arena *a, unsigned *unknown)
{
	struct backward_part p = { .b = b, .items = items, .out = out, .arena = a };
	size_t from = out->n;

	read_tokens(&p, item, n);
	make_chunks(&p);
	say_chunks(&p);
	set_articles(out, from);
	if (opens && out->n > from)
		begin_large(&out->at[from], a);
	*unknown += p.unknown;
}
