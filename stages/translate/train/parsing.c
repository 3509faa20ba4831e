/*
 * parsing.c - learns the parser's moves with the beam the program uses: where the right row of moves falls behind most, its
 * moves gain and those of the best row lose. Relations are learned on the right row.
 */
#include "train.h"

#include <stdlib.h>

enum { BEAM = 4, LEAST_CHANGES = 6, WAY_EPOCHS = 1000 };

struct choice { const struct state *state; int64_t score; enum move move; };

struct task {
	struct parser_learner *l;
	const struct sentence *s;
	const struct facts *f;
	const int16_t *last;
	struct arena arena;
};

/* The right move, as soon as it can be made; `last` is the last dependent of each word. */
static enum move right_move(const struct task *t, const struct state *s)
{
	int n = (int)t->s->n, front = s->front.word, head;

	if (!s->top)
		return SHIFT;
	head = t->s->word[s->top->word].head;
	head = head < 0 ? n : head;
	if (head == front && state_allows(s, t->s->n, LEFT))
		return LEFT;
	if (s->top->below && head == s->top->below->word && t->last[s->top->word] < front)
		return RIGHT;
	return state_allows(s, t->s->n, SHIFT) ? SHIFT : s->top->below ? RIGHT : LEFT;
}

static unsigned best_relation(const struct task *t, const struct state *s, enum move move, uint32_t *feature, size_t *n)
{
	int32_t sum[CLASSES_MAX];
	unsigned best = REL_root + 1;

	*n = relation_features(t->f, s, move, feature);
	learner_sum(&t->l->relations, feature, *n, sum);
	for (unsigned y = best + 1; y < REL_COUNT; y++)
		best = sum[y] > sum[best] ? y : best;
	return best;
}

static struct state *follow(struct task *t, const struct state *from, enum move move, int64_t score, bool right)
{
	struct state *to = arena_get(&t->arena, sizeof *to);
	uint32_t feature[RELATION_FEATURES_MAX];
	size_t n;

	*to = state_move(from, move, &t->arena);
	to->score = score;
	if (move != SHIFT) {
		unsigned relation = REL_root;

		if ((size_t)to->head < t->s->n) {
			unsigned wanted = t->s->word[to->dependent].relation;

			relation = best_relation(t, from, move, feature, &n);
			if (right && relation != wanted) {
				learner_change(&t->l->relations, feature, n, wanted, 1);
				learner_change(&t->l->relations, feature, n, relation, -1);
			}
		}
		state_relate(to, (enum relation)relation, &t->arena);
	}
	return to;
}

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

static void scores_of(const struct task *t, const struct state *s, int32_t *sum)
{
	uint32_t feature[MOVE_FEATURES_MAX];

	learner_sum(&t->l->moves, feature, move_features(t->f, s, feature), sum);
}

/* Steps back from a state until `other` was there, too. */
static void change(struct task *t, const struct state *s, const struct state *other, int by)
{
	uint32_t feature[MOVE_FEATURES_MAX];

	for (; s != other && s->before; s = s->before) {
		size_t n = move_features(t->f, s->before, feature);

		learner_change(&t->l->moves, feature, n, s->move, by);
	}
}

/* The right row beside the beam; a state of the right row that is in the beam is the same object in both. */
struct race { const struct state *beam[BEAM], *right; size_t n; const struct state *worst_best, *worst_right; };

/* Where the right row is out of the beam, or second at the end, and farther behind than before, it is remembered. */
static void look_back(struct race *r, bool at_end)
{
	int64_t behind = r->beam[0]->score - r->right->score;
	bool inside = false;

	for (size_t k = 0; k < r->n; k++)
		inside |= r->beam[k] == r->right;
	if (r->beam[0] == r->right || (inside && !at_end) || behind < 0)
		return;
	if (!r->worst_right || behind > r->worst_best->score - r->worst_right->score) {
		r->worst_right = r->right;
		r->worst_best = r->beam[0];
	}
}

static void step(struct task *t, struct race *r)
{
	enum move wanted = right_move(t, r->right);
	int32_t sum[CLASSES_MAX];
	const struct state *next;
	struct choice best[BEAM];
	size_t n = 0;

	scores_of(t, r->right, sum);
	next = follow(t, r->right, wanted, r->right->score + sum[wanted], true);
	for (size_t k = 0; k < r->n; k++) {
		scores_of(t, r->beam[k], sum);
		for (enum move m = SHIFT; m < MOVES; m++)
			if (state_allows(r->beam[k], t->s->n, m))
				n = keep(best, n, (struct choice){ r->beam[k], r->beam[k]->score + sum[m], m });
	}
	for (size_t k = 0; k < n; k++)
		r->beam[k] = best[k].state == r->right && best[k].move == wanted ? next
			: follow(t, best[k].state, best[k].move, best[k].score, false);
	r->n = n;
	r->right = next;
}

/* Whether nothing was to be learned. */
static bool learn_sentence(struct task *t)
{
	struct state *begin = arena_get(&t->arena, sizeof *begin);
	struct race r = { .beam = { begin }, .right = begin, .n = 1 };
	const struct state *right, *best;

	*begin = state_begin();
	for (size_t k = 1; k <= 2 * t->s->n; k++) {
		step(t, &r);
		look_back(&r, k == 2 * t->s->n);
	}
	if (!r.worst_right)
		return true;
	for (right = r.worst_right, best = r.worst_best; right != best; right = right->before)
		best = best->before;
	change(t, r.worst_right, right, 1);
	change(t, r.worst_best, right, -1);
	return false;
}

static void last_dependents(const struct sentence *s, int16_t *last)
{
	for (size_t i = 0; i < s->n; i++)
		last[i] = -1;
	for (size_t i = 0; i < s->n; i++)
		if (s->word[i].head >= 0)
			last[s->word[i].head] = (int16_t)i;
}

void parser_learn(struct parser_learner *l, const struct treebank *bank, unsigned epochs, unsigned way)
{
	size_t *order = memory_get(bank->n * sizeof *order);

	learner_init(&l->moves, MOVES, LEAST_CHANGES);
	learner_init(&l->relations, REL_COUNT, LEAST_CHANGES);
	for (size_t i = 0; i < bank->n; i++)
		order[i] = i;
	for (unsigned epoch = 0; epoch < epochs; epoch++) {
		size_t whole = 0;

		shuffle(order, bank->n, WAY_EPOCHS * way + epoch + 1);
		for (size_t i = 0; i < bank->n; i++) {
			const struct sentence *s = &bank->at[order[i]];
			int16_t last[WORDS_MAX];
			struct task t = { l, s, s->facts, last, { 0 } };

			last_dependents(s, last);
			whole += learn_sentence(&t);
			arena_release(&t.arena);
			l->moves.time++;
			l->relations.time++;
		}
		fprintf(stderr, "train-translate: parser %u, epoch %u: %.1f%% of sentences whole\n", way + 1, epoch + 1,
			100.0 * (double)whole / (double)bank->n);
	}
	free(order);
}
