/* parser.c - the best row of moves: at each step the few best states go on. */
#include "analyser.h"

enum { BEAM = 4 };

struct choice { const struct state *state; int64_t score; int32_t margin; enum move move; };

static enum relation best_relation(const struct weights_file *w, const struct facts *f, const struct state *s,
				   enum move move)
{
	uint32_t feature[RELATION_FEATURES_MAX];
	int32_t sum[CLASSES_MAX];
	unsigned best = REL_root + 1;

	weights_sum(&w->relations, feature, relation_features(f, s, move, feature), sum);
	for (unsigned y = best + 1; y < REL_COUNT; y++)
		best = sum[y] > sum[best] ? y : best;
	return (enum relation)best;
}

/* Keeps the best BEAM choices in order; of equal ones the first stays. */
static size_t keep(struct choice *best, size_t n, struct choice c)
{
	size_t at = n;

	if (n == BEAM && best[n - 1].score >= c.score)
		return n;
	if (n == BEAM)
		at--;
	else
		n++;
	for (; at > 0 && best[at - 1].score < c.score; at--)
		best[at] = best[at - 1];
	best[at] = c;
	return n;
}

/* How much a move is ahead of the next best; nothing is next to one that must be made. */
static int32_t margin_of(const struct state *s, size_t n, enum move move, const int32_t *sum)
{
	int32_t other = INT32_MIN;

	for (enum move m = SHIFT; m < MOVES; m++)
		if (m != move && state_allows(s, n, m) && sum[m] > other)
			other = sum[m];
	return other == INT32_MIN ? INT32_MAX : sum[move] - other;
}

static size_t add_choices(const struct weights_file *w, const struct facts *f, const struct state *s, size_t n,
			  struct choice *best, size_t n_best)
{
	uint32_t feature[MOVE_FEATURES_MAX];
	int32_t sum[MOVE_CLASSES];

	weights_sum_moves(&w->moves, feature, move_features(f, s, feature), sum);
	for (enum move m = SHIFT; m < MOVES; m++)
		if (state_allows(s, n, m))
			n_best = keep(best, n_best, (struct choice){ s, s->score + sum[m], margin_of(s, n, m, sum), m });
	return n_best;
}

static void follow(const struct weights_file *w, const struct facts *f, size_t n, const struct choice *c,
		   struct state *to, struct arena *a)
{
	*to = state_move(c->state, c->move, a);
	to->score = c->score;
	to->margin = c->margin;
	if (c->move != SHIFT)
		state_relate(to, (size_t)to->head == n ? REL_root : best_relation(w, f, c->state, c->move), a);
}

void parser_run(const struct weights_file *w, struct facts *f, struct word *word, size_t n)
{
	struct arena arena = { 0 };
	struct state *beam = arena_get(&arena, sizeof *beam);
	size_t n_beam = 1;

	facts_count(f, n);
	*beam = state_begin();
	for (size_t step = 0; step < 2 * n; step++) {
		struct choice best[BEAM];
		struct state *next;
		size_t n_best = 0;

		for (size_t k = 0; k < n_beam; k++)
			n_best = add_choices(w, f, &beam[k], n, best, n_best);
		while (n_best > 1 && best[0].score - best[n_best - 1].score > w->behind)
			n_best--;
		next = arena_get(&arena, n_best * sizeof *next);
		for (size_t k = 0; k < n_best; k++)
			follow(w, f, n, &best[k], &next[k], &arena);
		beam = next;
		n_beam = n_best;
	}
	for (const struct state *s = beam; s; s = s->before)
		if (s->dependent >= 0) {
			word[s->dependent].head = (size_t)s->head == n ? -1 : s->head;
			word[s->dependent].relation = s->relation;
			word[s->dependent].margin = (float)s->margin * w->moves.scale;
		}
	arena_release(&arena);
}
