/* choice.c - what speaks for each of a word's rows, and the sum of what that weighs. */
#include "choice.h"

#include "file.h"
#include "transfer.h"

#include <ctype.h>
#include <unistd.h>

enum { SLOTS_MAX = 1 << 20, BAG = 24, ALIGN = 64, UNIT = 32 /* of a weight */ };

/* Kinds of features; their numbers are part of the model. */
enum kind {
	AROUND_TAG = 1, AROUND_RELATION, AROUND_HEAD, AROUND_HEAD_RELATION, AROUND_HEAD_CLASS, AROUND_BEFORE, AROUND_AFTER,
	AROUND_CHILD, AROUND_CHILD_CLASS, AROUND_CASE, AROUND_ARGUMENT, AROUND_ARGUMENT_CLASS, AROUND_PREPOSITION, AROUND_SHAPE, AROUND_BAG,
	AROUND_ALWAYS, AROUND_AFTER_TAG, AROUND_BEFORE_TAG,
	AROUND_NOUN, AROUND_NOUN_CLASS, AROUND_BOTH, AROUND_BOTH_CLASSES, AROUND_HEAD_HINDI, AROUND_NOUN_HINDI, AROUND_DETERMINER, AROUND_OBJECT,
	OWN_CUE = 32, OWN_RANK, OWN_TODAY, OWN_LOAN, OWN_TRANSITIVE, OWN_FRAME, OWN_ENDING, OWN_WORDS, OWN_HINDI, OWN_CUE_OF,
	KEY_WORD = 64, TEXT_ALWAYS, TEXT_WORD, TEXT_PAIR
};

/* --- the file --- */

static bool read_tables(struct choice *c)
{
	const struct choice_header *h = (const void *)c->file.p;

	if (c->file.n < ALIGN || memcmp(h->magic, "pravahsn", 8) || h->version != CHOICE_VERSION || !h->slots || h->slots > SLOTS_MAX)
		return false;
	c->slots = h->slots;
	c->check = (const void *)(c->file.p + ALIGN);
	c->weight = (const void *)(c->check + c->slots);
	return c->file.n == ALIGN + c->slots * (sizeof *c->check + sizeof *c->weight);
}

enum status choice_open(struct choice *c, const char *data, struct report *r)
{
	struct buf path = { 0 };
	enum status rc = OK;

	*c = (struct choice){ 0 };
	buf_addf(&path, "%s/dictionaries/senses.model", data);
	if (!access(path.p, F_OK)) {
		rc = file_map(path.p, &c->file, r);
		if (rc == OK && !read_tables(c))
			rc = fatal(r, "model", "%s is not a model of this version, or damaged", path.p);
	}
	buf_release(&path);
	return rc;
}

void choice_close(struct choice *c)
{
	if (c->file.p)
		file_unmap(c->file);
}

uint32_t choice_place(uint32_t feature, uint32_t slots, uint16_t *check)
{
	*check = (uint16_t)(feature | 1);
	return (uint32_t)((uint64_t)feature * slots >> 32);
}

static int weight_of(const struct choice *c, uint32_t feature)
{
	uint16_t check;
	uint32_t i = choice_place(feature, c->slots, &check);

	for (uint32_t n = 0; n < c->slots && c->check[i]; n++, i = i + 1 < c->slots ? i + 1 : 0)
		if (c->check[i] == check)
			return c->weight[i];
	return 0;
}

/* --- features --- */

static uint32_t mixed(uint64_t a, uint64_t b)
{
	uint64_t h = (a * 0x9e3779b97f4a7c15u ^ b) * 0xff51afd7ed558ccdu;

	h = (h ^ h >> 29) * 0xc4ceb9fe1a85ec53u;
	return (uint32_t)(h >> 32);
}

static uint32_t feature_of(enum kind kind, struct view v)
{
	return mixed((uint64_t)kind, view_hash(v));
}

static uint32_t feature_of_two(enum kind kind, uint64_t a, struct view v)
{
	return mixed((uint64_t)kind | a << 8, view_hash(v));
}

struct looking { const struct part *p; struct choice_rows *out; };

static void around(struct looking *l, enum kind kind, struct view v)
{
	if (l->out->n_around < CHOICE_AROUND)
		l->out->around[l->out->n_around++] = feature_of(kind, v);
}

static void around_two(struct looking *l, enum kind kind, uint64_t a, struct view v)
{
	if (l->out->n_around < CHOICE_AROUND)
		l->out->around[l->out->n_around++] = feature_of_two(kind, a, v);
}

/* The class of a noun's meaning, or of a name's kind; "it" and the like have none. */
static struct view class_of(const struct part *p, int i)
{
	const struct item *item = &p->items->at[p->item[i]];
	struct view class = bilingual_class(&p->g->words, p->word[i].lemma);

	if (class.n)
		return class;
	if (item->type.n)
		return item->type;
	if (p->word[i].tag == TAG_PRP)
		return has_lemma(p, i, "it") ? V("it") : V("person");
	return item->kind == ITEM_WORD ? V("") : V("given");
}

static bool is_content(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return p->items->at[p->item[i]].kind == ITEM_WORD && (t == TAG_NN || t == TAG_NNS || t == TAG_JJ || is_verb(p, i));
}

/* Relations differ in passives: what was an object is looked for as one. */
static uint8_t relation_as_seen(const struct part *p, int i)
{
	uint8_t r = p->word[i].relation;

	return r == REL_nsubj_pass ? REL_obj : r;
}

static void look_at_child(struct looking *l, int c)
{
	const struct part *p = l->p;
	uint8_t relation = relation_as_seen(p, c);
	struct view class = class_of(p, c);
	int with = child_of(p, c, REL_case);

	if (relation == REL_punct)
		return;
	if (with < 0)
		with = child_of(p, c, REL_mark);
	if (relation == REL_case) {
		around(l, AROUND_CASE, p->word[c].lemma);
		return;
	}
	if (with >= 0) {
		uint64_t hash = view_hash(p->word[with].lemma);

		around(l, AROUND_PREPOSITION, p->word[with].lemma);
		around_two(l, AROUND_ARGUMENT, hash, p->word[c].lemma);
		around_two(l, AROUND_ARGUMENT_CLASS, hash, class);
		return;
	}
	around_two(l, AROUND_CHILD, relation, p->word[c].lemma);
	around_two(l, AROUND_CHILD_CLASS, relation, class);
}

static void look_at_head(struct looking *l, int i)
{
	const struct part *p = l->p;
	int head = p->word[i].head;
	uint8_t relation = relation_as_seen(p, i);

	around_two(l, AROUND_RELATION, relation, V(""));
	if (head < 0)
		return;
	around(l, AROUND_HEAD, p->word[head].lemma);
	around_two(l, AROUND_HEAD_RELATION, relation, p->word[head].lemma);
	around_two(l, AROUND_HEAD_CLASS, relation, class_of(p, head));
}

/* What a clause is built of, as bits: object, complement, passive, subject, a modal. */
static unsigned shape_of(const struct part *p, int i)
{
	unsigned shape = 0;

	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		switch (p->word[c].relation) {
		case REL_obj: shape |= 1; break;
		case REL_ccomp: case REL_xcomp: shape |= 2; break;
		case REL_nsubj_pass: case REL_aux_pass: shape |= 4; break;
		case REL_nsubj: shape |= 8; break;
		case REL_aux: shape |= p->word[c].tag == TAG_MD ? 16 : 0; break;
		default: break;
		}
	return shape;
}

static void look_around(struct looking *l, int i)
{
	const struct part *p = l->p;
	size_t bag = 0;

	around(l, AROUND_ALWAYS, V(""));
	around_two(l, AROUND_TAG, p->word[i].tag, V(""));
	around_two(l, AROUND_SHAPE, shape_of(p, i), V(""));
	around(l, AROUND_BEFORE, i ? p->word[i - 1].lemma : V(""));
	around(l, AROUND_AFTER, i + 1 < p->n ? p->word[i + 1].lemma : V(""));
	around_two(l, AROUND_BEFORE_TAG, i ? p->word[i - 1].tag : TAG_NONE, V(""));
	around_two(l, AROUND_AFTER_TAG, i + 1 < p->n ? p->word[i + 1].tag : TAG_NONE, V(""));
	look_at_head(l, i);
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		look_at_child(l, c);
	for (int k = 0; k < p->n && bag < BAG; k++)
		if (k != i && is_content(p, k)) {
			around(l, AROUND_BAG, p->word[k].lemma);
			bag++;
		}
}

/* Does the frame say how a clause is said that the verb has, or an argument with a preposition? */
static unsigned frame_fits(const struct part *p, int i, const struct sense *s)
{
	struct view marking;
	unsigned fits = 0;

	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		int with = child_of(p, c, REL_case);
		char name[16] = "";

		if (p->word[c].relation == REL_xcomp)
			fits |= frame_find(s->frame, "inf", &marking) ? 1 : 2;
		if (p->word[c].relation == REL_ccomp)
			fits |= frame_find(s->frame, "that", &marking) ? 4 : 8;
		if (with >= 0 && p->word[with].lemma.n < sizeof name) {
			memcpy(name, p->word[with].lemma.p, p->word[with].lemma.n);
			fits |= frame_find(s->frame, name, &marking) ? 16 : 0;
		}
	}
	return fits;
}

static struct view last_word(struct view v)
{
	size_t n = v.n;

	while (n && v.p[n - 1] != ' ')
		n--;
	return n ? view_cut(v, n, v.n) : V("");
}

static void speak_for(struct looking *l, int i, size_t k, const struct sense *s, int cue, bool today)
{
	uint32_t *to = l->out->own[k];
	unsigned shape = shape_of(l->p, i);
	size_t n = 0;

	to[n++] = feature_of_two(OWN_CUE, (uint64_t)(cue * 4 + (s->when.n ? 1 : 0)), V(""));
	to[n++] = feature_of_two(OWN_RANK, k < 3 ? k : 3, V(""));
	to[n++] = feature_of_two(OWN_TODAY, (uint64_t)(today * 8 + (cue < 7 ? cue : 7)), V(""));
	to[n++] = feature_of_two(OWN_LOAN, (uint64_t)(s->loan * POS_COUNT + s->pos), V(""));
	to[n++] = feature_of(OWN_HINDI, s->hi);
	to[n++] = feature_of_two(OWN_WORDS, (uint64_t)(view_pieces(s->hi, ' ') * POS_COUNT + s->pos), V(""));
	to[n++] = mixed(l->out->key[k], feature_of_two(OWN_CUE_OF, cue > 0, V("")));
	if (s->pos == POS_V) {
		to[n++] = feature_of_two(OWN_TRANSITIVE, (uint64_t)(s->transitive * 32 + (shape & 15)), V(""));
		to[n++] = feature_of_two(OWN_FRAME, frame_fits(l->p, i, s), V(""));
		to[n++] = feature_of_two(OWN_ENDING, shape & 7, last_word(s->hi));
	}
	l->out->n_own[k] = n;
}

static uint32_t word_feature(enum pos pos, struct view en)
{
	return feature_of_two(KEY_WORD, pos, en);
}

static void look(const struct part *p, int i, struct senses s, const int *cue, size_t today, struct choice_rows *out)
{
	struct looking l = { p, out };

	out->n = s.n;
	out->today = today;
	out->n_around = 0;
	out->word = word_feature(s.at->pos, s.at->en);
	look_around(&l, i);
	for (size_t k = 0; k < s.n; k++) {
		out->key[k] = mixed(out->word, view_hash(s.at[k].hi));
		speak_for(&l, i, k, &s.at[k], cue[k], k == today);
	}
}

/* Is there a determiner, and which; a possessive counts as one. */
static struct view determiner_of(const struct part *p, int noun)
{
	for (int c = p->node[noun].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == REL_det || p->word[c].relation == REL_nmod_poss || p->word[c].relation == REL_nummod)
			return p->word[c].relation == REL_det ? p->word[c].lemma : view_of(relation_name[p->word[c].relation]);
	return V("");
}

static void look_at_phrase(struct looking *l, struct phrase at)
{
	const struct part *p = l->p;
	struct view noun = p->word[at.noun].lemma, class = class_of(p, at.noun);
	struct view head = at.head >= 0 ? p->word[at.head].lemma : V(""), of_head = at.head >= 0 ? class_of(p, at.head) : V("");
	uint64_t tag = p->word[at.noun].tag, head_tag = at.head >= 0 ? p->word[at.head].tag : TAG_NONE;

	around(l, AROUND_ALWAYS, V(""));
	around(l, AROUND_NOUN, noun);
	around_two(l, AROUND_NOUN_CLASS, tag, class);
	around_two(l, AROUND_TAG, tag | head_tag << 8, V(""));
	around_two(l, AROUND_RELATION, relation_as_seen(p, at.noun), V(""));
	around(l, AROUND_HEAD, head);
	around_two(l, AROUND_HEAD_CLASS, head_tag, of_head);
	around_two(l, AROUND_BOTH, view_hash(head), noun);
	around_two(l, AROUND_BOTH_CLASSES, view_hash(head), class);
	around_two(l, AROUND_BOTH_CLASSES, view_hash(of_head) | 1, noun);
	around(l, AROUND_NOUN_HINDI, last_word(p->node[at.noun].hi));
	around(l, AROUND_DETERMINER, determiner_of(p, at.noun));
	around_two(l, AROUND_BEFORE_TAG, at.noun < at.head, V(""));
	if (at.head < 0)
		return;
	around(l, AROUND_HEAD_HINDI, p->node[at.head].hi);
	around_two(l, AROUND_SHAPE, shape_of(p, at.head), V(""));
	around_two(l, AROUND_OBJECT, view_hash(head), child_of(p, at.head, REL_obj) >= 0 ? p->word[child_of(p, at.head, REL_obj)].lemma : V(""));
}

static void look_at_markers(const struct part *p, struct phrase at, struct senses s, const int *cue, size_t today, struct choice_rows *out)
{
	struct looking l = { p, out };

	out->n = s.n;
	out->today = today;
	out->n_around = 0;
	out->word = word_feature(POS_PREP, s.at->en);
	look_at_phrase(&l, at);
	for (size_t k = 0; k < s.n; k++) {
		out->key[k] = mixed(out->word, view_hash(s.at[k].hi));
		speak_for(&l, at.noun, k, &s.at[k], cue[k], k == today);
	}
}

void choice_features(const struct choice_rows *r, size_t k, struct view style, struct choice_features *out)
{
	uint64_t hash = view_hash(style);

	out->n = 0;
	for (size_t f = 0; f < r->n_around; f++)
		out->at[out->n++] = mixed(r->key[k], r->around[f]);
	for (size_t f = 0; f < r->n_own[k]; f++)
		out->at[out->n++] = r->own[k][f];
	out->styled = out->n;
	out->at[out->n++] = mixed(r->key[k], hash);
	for (size_t f = 0; f < r->n_own[k]; f++)
		out->at[out->n++] = mixed(r->own[k][f], hash);
}

/* --- style --- */

size_t choice_words(struct view text, uint32_t out[CHOICE_WORDS])
{
	char word[32];
	size_t length = 0, n = 0;
	uint64_t before = 0;

	out[n++] = feature_of(TEXT_ALWAYS, V(""));
	for (size_t i = 0; i <= text.n && n + 2 <= CHOICE_WORDS; i++) {
		if (i < text.n && isalpha((unsigned char)text.p[i])) {
			if (length < sizeof word)
				word[length++] = (char)tolower((unsigned char)text.p[i]);
		} else if (length) {
			struct view v = { word, length };

			out[n++] = feature_of(TEXT_WORD, v);
			out[n++] = feature_of_two(TEXT_PAIR, before << 8, v);
			before = view_hash(v) >> 16;
			length = 0;
		}
	}
	return n;
}

int choice_likeness(const struct choice *c, struct view text)
{
	uint32_t feature[CHOICE_WORDS];
	size_t n = c->slots ? choice_words(text, feature) : 0;
	int sum = 0;

	for (size_t f = 0; f < n; f++)
		sum += weight_of(c, feature[f]);
	return sum;
}

/* Beyond a likeness of two it is certain. */
int choice_style(int likeness)
{
	int style = (likeness + 2 * UNIT) * CHOICE_STYLE_MOST / (4 * UNIT);

	return style < 0 ? 0 : style > CHOICE_STYLE_MOST ? CHOICE_STYLE_MOST : style;
}

/* --- choosing --- */

static int sum_of(const struct choice *c, const struct choice_rows *r, size_t k, int style)
{
	struct choice_features feature;
	int sum = 0, styled = 0;
	uint16_t check;

	choice_features(r, k, V(CHOICE_STYLE), &feature);
	/* Places lie far apart: all are asked for before the first is read. */
	for (size_t f = 0; f < feature.n; f++)
		__builtin_prefetch(c->check + choice_place(feature.at[f], c->slots, &check));
	for (size_t f = 0; f < feature.styled; f++)
		sum += weight_of(c, feature.at[f]);
	for (size_t f = feature.styled; f < feature.n; f++)
		styled += weight_of(c, feature.at[f]);
	return CHOICE_STYLE_MOST * sum + style * styled;
}

/* The words of grammar are chosen by grammar. */
static bool is_learned(const struct sense *s)
{
	static const char *const grammar[] = { "be", "have", "do", NULL };

	return s->pos == POS_V ? !view_is_any(s->en, grammar) : s->pos == POS_N || s->pos == POS_ADJ || s->pos == POS_ADV;
}

static bool knows(const struct choice *c, uint32_t word)
{
	return c->slots && weight_of(c, word);
}

static bool find_best(const struct choice *c, const struct part *p, const struct choice_rows *r, int stays, size_t *best)
{
	int most = 0;

	if (!knows(c, r->word))
		return false;
	for (size_t k = 0; k < r->n; k++) {
		int sum = sum_of(c, r, k, p->style) + (k == r->today ? stays * UNIT * p->style : 0);

		if (!k || sum > most) {
			most = sum;
			*best = k;
		}
	}
	return true;
}

bool choose(const struct choice *c, const struct part *p, int i, struct senses s, const int *cue, size_t *best)
{
	struct choice_rows r;

	if (!is_learned(s.at) || (!c->watch && !knows(c, word_feature(s.at->pos, s.at->en))))
		return false;
	look(p, i, s, cue, *best, &r);
	if (c->watch)
		c->watch(c->ctx, p, i, s.at, &r);
	return find_best(c, p, &r, CHOICE_STAYS, best);
}

bool choose_marker(const struct choice *c, const struct part *p, struct phrase at, struct senses s, const int *cue, size_t *best)
{
	struct choice_rows r;

	if (!c->watch && !knows(c, word_feature(POS_PREP, s.at->en)))
		return false;
	look_at_markers(p, at, s, cue, *best, &r);
	if (c->watch)
		c->watch(c->ctx, p, at.noun, s.at, &r);
	return find_best(c, p, &r, CHOICE_MARKER_STAYS, best);
}
