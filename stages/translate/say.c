/* say.c - what has been said so far, piece by piece. */
#include "transfer.h"

static struct piece *add_piece(struct part *p, struct view text)
{
	struct pieces *out = p->out;

	if (out->n == out->cap) {
		struct piece *old = out->at;

		out->cap = out->cap ? 2 * out->cap : 64;
		out->at = arena_get(p->arena, out->cap * sizeof *old);
		if (out->n)
			memcpy(out->at, old, out->n * sizeof *old);
	}
	out->at[out->n] = (struct piece){ .text = text, .item = -1 };
	return &out->at[out->n++];
}

/* A postposition stands on each of two nouns, a link in each of two clauses, as often as Hindi wants it. */
static bool is_repeatable(const struct part *p, int i)
{
	uint8_t r = p->word[i].relation;

	return r == REL_case || r == REL_mark || r == REL_cc || r == REL_cc_preconj || r == REL_det || r == REL_fixed;
}

void say(struct part *p, struct view hindi, int word)
{
	struct piece *piece;

	if (word >= 0 && p->node[word].said) {
		if (!is_repeatable(p, word))
			return;		/* nothing is said twice */
		word = -1;
	}
	if (!hindi.n) {
		gone(p, word, "has no word in Hindi");
		return;
	}
	if (word >= 0) {
		p->node[word].said = true;
		p->node[word].gone = NULL;
	}
	piece = add_piece(p, arena_copy(p->arena, hindi));
	piece->item = word < 0 ? -1 : p->item[word];
}

void say_sign(struct part *p, const char *sign)
{
	struct pieces *out = p->out;

	if (!out->n || (out->at[out->n - 1].tight && out->at[out->n - 1].text.n == strlen(sign)))
		return;		/* nothing to stand behind, or a sign is there already */
	add_piece(p, view_of(sign))->tight = true;
}
