/*
 * moves.c - the parser's states and moves (arc-hybrid): SHIFT puts the next word on the stack, LEFT hangs the top under the
 * next word, RIGHT hangs it under the word below. The root stands behind the last word, and takes what is left at the end.
 */
#include "analyser.h"

struct state state_begin(void)
{
	struct state s = { .dependent = -1, .head = -1 };
	struct side none = { { -1, -1 }, { 0 }, 0, 0 };

	s.front.left = s.front.right = none;
	return s;
}

/* Only the last word left goes under the root, so that there is one. */
bool state_allows(const struct state *s, size_t n, enum move move)
{
	bool at_end = (size_t)s->front.word == n;

	if (move == SHIFT)
		return !at_end;
	return s->top && (move == RIGHT ? s->top->below != NULL : !at_end || !s->top->below);
}

static const struct node *copy(const struct node *node, struct arena *a)
{
	struct node *p = arena_get(a, sizeof *p);

	*p = *node;
	return p;
}

struct state state_move(const struct state *s, enum move move, struct arena *a)
{
	struct state next = *s;

	next.before = s;
	next.move = (uint8_t)move;
	next.relation = REL_none;
	next.dependent = next.head = -1;
	if (move == SHIFT) {
		struct state blank = state_begin();

		next.front.below = s->top;
		next.top = copy(&next.front, a);
		next.front = blank.front;
		next.front.word = (int16_t)(s->front.word + 1);
		return next;
	}
	next.dependent = s->top->word;
	next.head = move == LEFT ? s->front.word : s->top->below->word;
	next.top = s->top->below;
	return next;
}

/* Dependents come from the inner to the outer. */
static void side_add(struct side *side, int16_t word, uint8_t relation)
{
	side->child[1] = side->child[0];
	side->relation[1] = side->relation[0];
	side->child[0] = word;
	side->relation[0] = relation;
	side->relations |= 1ull << relation;
	side->n = (uint8_t)(side->n + (side->n < 7));
}

void state_relate(struct state *s, enum relation relation, struct arena *a)
{
	s->relation = (uint8_t)relation;
	if (s->move == LEFT) {
		side_add(&s->front.left, s->dependent, s->relation);
	} else {
		struct node top = *s->top;

		side_add(&top.right, s->dependent, s->relation);
		s->top = copy(&top, a);
	}
}

/* --- features --- */

struct collector { uint32_t *to; uint32_t n; };

static inline void add(struct collector *c, uint32_t a, uint32_t b, uint32_t d)
{
	c->to[c->n] = feature_of(c->n, a, b, d);
	c->n++;
}

static inline uint32_t two(uint32_t a, uint32_t b)
{
	return a << 8 | b;
}

static inline uint32_t three(uint32_t a, uint32_t b, uint32_t c)
{
	return a << 16 | b << 8 | c;
}

static uint32_t fold_set(uint64_t set)
{
	return (uint32_t)(set ^ set >> 32);
}

static uint32_t distance(int from, int to)
{
	int d = to - from;

	return d < 5 ? (uint32_t)d : d < 8 ? 5 : d < 14 ? 6 : 7;
}

/* The words that features look at. */
struct view_of_state {
	const struct facts *s0, *s1, *s2, *b0, *b1, *b2;
	const struct node *n0, *n1;
	const struct node *front;
};

static const struct node nothing = { NULL, -1, { { -1, -1 }, { 0 }, 0, 0 }, { { -1, -1 }, { 0 }, 0, 0 } };

/* A word that is not there is the one before the sentence. */
static struct view_of_state look(const struct facts *f, const struct state *s)
{
	const struct node *n0 = s->top ? s->top : &nothing, *n1 = n0->below ? n0->below : &nothing;
	const struct node *n2 = n1->below ? n1->below : &nothing;
	int b = s->front.word;

	return (struct view_of_state){
		f + n0->word, f + n1->word, f + n2->word, f + b, f + b + 1, f + b + 2, n0, n1, &s->front
	};
}

static void add_words(struct collector *c, const struct view_of_state *v)
{
	const struct facts *list[] = { v->s0, v->b0, v->s1, v->b1, v->s2, v->b2 };

	add(c, 1, 0, 0);
	for (int k = 0; k < 6; k++) {
		add(c, list[k]->form, list[k]->tag, 0);
		add(c, list[k]->tag, 0, 0);
		if (k < 4)
			add(c, list[k]->form, 0, 0);
		if (k < 3)
			add(c, list[k]->word.brown, list[k]->tag, 0);
	}
}

static void add_pairs(struct collector *c, const struct facts *x, const struct facts *y)
{
	uint32_t tags = two(x->tag, y->tag);

	add(c, x->form, y->form, tags);
	add(c, x->form, 0, tags);
	add(c, 0, y->form, tags);
	add(c, x->form, y->form, 0);
	add(c, tags, 0, 0);
	add(c, x->word.brown, y->word.brown, tags);
	add(c, x->form, y->word.alike, 0);
	add(c, x->word.alike, y->form, 0);
	add(c, x->word.alike, y->word.alike, tags);
	add(c, x->word.brown & 15, y->word.brown & 15, 0);
	add(c, area(&x->word), area(&y->word), 0);
	add(c, area(&x->word), y->tag, x->tag);
	add(c, x->tag, area(&y->word), y->tag);
}

static void add_tags(struct collector *c, const struct view_of_state *v, const struct facts *f)
{
	uint32_t s0 = v->s0->tag, s1 = v->s1->tag, s2 = v->s2->tag, b0 = v->b0->tag, b1 = v->b1->tag, b2 = v->b2->tag;
	const struct side *l0 = &v->n0->left, *r0 = &v->n0->right, *l1 = &v->n1->left, *r1 = &v->n1->right;
	const struct side *lb = &v->front->left;

	add(c, three(b0, b1, b2), 0, 0);
	add(c, three(s0, b0, b1), 0, 0);
	add(c, three(s1, s0, b0), 0, 0);
	add(c, three(s2, s1, s0), 0, 0);
	add(c, three(s1, s0, b0), b1, 0);
	add(c, three(s0, b0, b1), b2, 0);
	add(c, three(s2, s1, s0), b0, 0);
	add(c, three(s0, b0, f[l0->child[0]].tag), 0, 0);
	add(c, three(s0, b0, f[r0->child[0]].tag), 0, 0);
	add(c, three(s0, b0, f[lb->child[0]].tag), 0, 0);
	add(c, three(s1, s0, f[l1->child[0]].tag), 0, 0);
	add(c, three(s1, s0, f[r1->child[0]].tag), 0, 0);
	add(c, three(s1, s0, f[l0->child[0]].tag), 0, 0);
	add(c, three(s1, s0, f[r0->child[0]].tag), 0, 0);
	add(c, three(s1, s0, f[r0->child[0]].tag), b0, 0);
	add(c, three(s0, f[l0->child[0]].tag, f[l0->child[1]].tag), 0, 0);
	add(c, three(s0, f[r0->child[0]].tag, f[r0->child[1]].tag), 0, 0);
	add(c, three(b0, f[lb->child[0]].tag, f[lb->child[1]].tag), 0, 0);
}

static void add_children(struct collector *c, const struct facts *f, const struct facts *word, const struct side *side)
{
	for (int k = 0; k < CHILDREN; k++) {
		const struct facts *child = f + side->child[k];

		add(c, three(word->tag, child->tag, side->relation[k]), 0, 0);
		if (k == 0) {
			add(c, child->form, word->tag, side->relation[k]);
			add(c, child->form, word->form, side->relation[k]);
		}
	}
	add(c, word->form, side->n, 0);
	add(c, word->tag, side->n, 0);
	add(c, word->form, fold_set(side->relations), 0);
	add(c, word->tag, fold_set(side->relations), 0);
}

/* What speaks for hanging a phrase here or there: the words it could hang under, its preposition, its own head. */
static void add_phrases(struct collector *c, const struct view_of_state *v, const struct facts *f)
{
	const struct facts *first = f + v->n0->left.child[0], *outer = f + v->n0->left.child[1];

	add(c, v->s1->form, first->form, v->s1->tag);
	add(c, v->s1->word.alike, first->form, v->s0->word.alike);
	add(c, v->s1->tag, first->form, v->b0->tag);
	add(c, v->s1->tag, first->form, v->s2->tag);
	add(c, v->s1->word.brown, first->form, v->s0->tag);
	add(c, v->s1->form, outer->form, v->s0->tag);
	add(c, v->s0->form, v->b0->form, v->s1->tag);
	add(c, v->s1->form, v->b0->form, v->s0->tag);
	add(c, v->s1->word.alike, v->b0->form, v->s0->tag);
	add(c, two(v->s0->tag, v->s1->tag), v->b0->form, v->b1->tag);
	add(c, v->b0->form, v->b1->form, v->s0->tag);
	add(c, v->b0->form, two(v->b1->tag, v->b2->tag), two(v->s0->tag, v->s1->tag));
	add(c, v->s0->form, v->s1->form, v->b0->tag);
}

static void add_distances(struct collector *c, const struct view_of_state *v, const struct state *s)
{
	uint32_t d0 = distance(v->n0->word, s->front.word), d1 = distance(v->n1->word, v->n0->word);

	add(c, v->s0->form, d0, 0);
	add(c, v->s0->tag, d0, 1);
	add(c, v->b0->form, d0, 0);
	add(c, v->b0->tag, d0, 1);
	add(c, two(v->s0->tag, v->b0->tag), d0, 0);
	add(c, two(v->s1->tag, v->s0->tag), d1, 0);
	add(c, v->s1->form, d1, 0);
	add(c, three(v->s1->tag, v->s0->tag, v->b0->tag), two(d0, d1), 0);
}

static uint32_t few(int n)
{
	return n < 0 ? 0 : n < 3 ? (uint32_t)n : 3;
}

/* Verbs, commas and stops between two words. */
static uint32_t between(const struct facts *from, const struct facts *to)
{
	int own = from[1].verbs - from->verbs;

	if (!from->form)
		return 0xff;
	return few(to->verbs - from->verbs - own) << 4 | few(to->commas - from->commas) << 2 | few(to->stops - from->stops);
}

/* What a clause has already: a subject, an object, a mark, a copula, an auxiliary, a conjunction. */
static uint32_t clause(const struct node *node)
{
	uint64_t set = node->left.relations | node->right.relations;
	static const uint64_t groups[] = {
		1ull << REL_nsubj | 1ull << REL_nsubj_pass | 1ull << REL_expl | 1ull << REL_csubj,
		1ull << REL_obj | 1ull << REL_ccomp | 1ull << REL_xcomp,
		1ull << REL_mark, 1ull << REL_cop, 1ull << REL_aux | 1ull << REL_aux_pass,
		1ull << REL_cc, 1ull << REL_case, 1ull << REL_punct,
	};
	uint32_t bits = 0;

	for (unsigned k = 0; k < sizeof groups / sizeof *groups; k++)
		bits |= (uint32_t)((set & groups[k]) != 0) << k;
	return bits;
}

static void add_clauses(struct collector *c, const struct view_of_state *v)
{
	uint32_t s0 = clause(v->n0), s1 = clause(v->n1), b0 = clause(v->front);
	uint32_t inner = between(v->s1, v->s0), outer = between(v->s0, v->b0);
	uint32_t tags = two(v->s1->tag, v->s0->tag), next = two(v->s0->tag, v->b0->tag);

	add(c, tags, two(s1, s0), v->b0->tag);
	add(c, tags, two(s1, s0), inner);
	add(c, tags, inner, v->b0->tag);
	add(c, next, two(s0, b0), outer);
	add(c, next, two(s0, b0), v->s1->tag);
	add(c, next, outer, v->s1->tag);
	add(c, v->s0->form, s0, v->b0->tag);
	add(c, v->b0->form, two(s0, s1), tags);
}

size_t move_features(const struct facts *f, const struct state *s, uint32_t *feature)
{
	struct view_of_state v = look(f, s);
	struct collector c = { feature, 0 };

	add_words(&c, &v);
	add_pairs(&c, v.s0, v.b0);
	add_pairs(&c, v.s1, v.s0);
	add_pairs(&c, v.s1, v.b0);
	add_tags(&c, &v, f);
	add_children(&c, f, v.s0, &v.n0->left);
	add_children(&c, f, v.s0, &v.n0->right);
	add_children(&c, f, v.s1, &v.n1->right);
	add_children(&c, f, v.s1, &v.n1->left);
	add_children(&c, f, v.b0, &v.front->left);
	add_phrases(&c, &v, f);
	add_distances(&c, &v, s);
	add_clauses(&c, &v);
	return c.n;
}

static void add_side(struct collector *c, const struct facts *f, const struct facts *word, const struct side *side, uint32_t tags)
{
	for (int k = 0; k < CHILDREN; k++) {
		add(c, tags, side->relation[k], f[side->child[k]].tag);
		add(c, f[side->child[k]].form, tags, 0);
	}
	add(c, word->form, side->relation[0], f[side->child[0]].form);
	add(c, tags, fold_set(side->relations), 0);
	add(c, word->form, fold_set(side->relations), 0);
}

size_t relation_features(const struct facts *f, const struct state *s, enum move move, uint32_t *feature)
{
	const struct node *below = s->top->below ? s->top->below : &nothing;
	const struct node *h = move == LEFT ? &s->front : below, *d = s->top;
	const struct facts *head = f + h->word, *dependent = f + d->word;
	uint32_t tags = three(head->tag, dependent->tag, move);
	uint32_t far = h->word < d->word ? distance(h->word, d->word) : distance(d->word, h->word);
	struct collector c = { feature, 0 };

	add(&c, move, 0, 0);
	add(&c, head->form, move, 0);
	add(&c, dependent->form, move, 0);
	add(&c, head->form, tags, 0);
	add(&c, dependent->form, tags, 0);
	add_pairs(&c, head, dependent);
	add(&c, tags, far, 0);
	add(&c, dependent->form, far, move);
	add(&c, area(&head->word), area(&dependent->word), tags);
	add(&c, tags, head[-1].tag, dependent[-1].tag);
	add(&c, tags, head[1].tag, dependent[1].tag);
	add(&c, tags, dependent[-1].tag, dependent[1].tag);
	add(&c, dependent->form, dependent[1].form, tags);
	add(&c, dependent->form, dependent[-1].form, tags);
	add(&c, dependent->suffix[2], tags, 0);
	add(&c, head->suffix[2], tags, 0);
	add(&c, dependent->shape, head->shape, tags);
	add(&c, tags, f[s->front.word].form, move);
	add(&c, tags, f[s->front.word].tag, f[s->front.word + 1].tag);
	add(&c, tags, f[below->word].tag, 0);
	add_side(&c, f, dependent, &d->left, tags);
	add_side(&c, f, dependent, &d->right, tags);
	add_side(&c, f, head, &h->left, tags);
	add_side(&c, f, head, &h->right, tags);
	add(&c, tags, two(clause(h), clause(d)), 0);
	add(&c, tags, clause(d), between(h->word < d->word ? head : dependent, h->word < d->word ? dependent : head));
	add(&c, dependent->form, clause(d), tags);
	add(&c, head->form, clause(d), tags);
	add(&c, head->form, f[d->left.child[0]].form, tags);
	add(&c, head->word.alike, f[d->left.child[0]].form, dependent->word.alike);
	return c.n;
}
