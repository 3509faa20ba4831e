/* tag - named entities: names by a model and a gazetteer, amounts, dates and the like by rules. */
#include "tag.h"

#include "utf8.h"

#include <stdlib.h>

static const struct option options[] = {
	{ "types", 0, "LIST", NULL, "give only these types, with commas" },
	{ "gazetteer", 0, "FILE", NULL, "TSV of your own names: type, Latin, Devanagari, aliases, policy, id; it comes first" },
	{ "convention", 0, "NAME", "pravah", "label names as this set does: pravah, il-ner or hiner" },
	{ 0 }
};

struct tag_state {
	struct exact *exact;
	struct names *names;
	struct joins *joins;
	struct tag_model model;
	const struct tag_convention *convention;
	bool own;			/* the convention is ours: rules add what is exact */
	const char *types;
};

/* Does the convention have the type? */
static bool has_type(const struct tag_state *s, struct view name)
{
	for (uint32_t t = 0; t < s->convention->header->types; t++)
		if (view_is(name, s->convention->header->type[t]))
			return true;
	for (int t = ENTITY_LEARNED; t < ENTITY_TYPES && s->own; t++)
		if (view_is(name, entity_name[t]))
			return true;
	return false;
}

static enum status check_types(const struct tag_state *s, struct report *r)
{
	struct view list = view_of(s->types ? s->types : ""), piece;

	if (s->types && !list.n)
		return fail(r, NOWHERE, "option", "--types names none");
	while (view_next(&list, ',', &piece))
		if (!has_type(s, view_trim(piece)))
			return fail(r, NOWHERE, "option", "no type is named %.*s; see pravah-tag(1)", VIEW_ARG(piece));
	for (int t = 0; t < ENTITY_LEARNED && s->own; t++)
		if (strcmp(entity_name[t], s->convention->header->type[t]))
			return fatal(r, "model", "the types of the model are not those of this version");
	return OK;
}

static enum status tag_open(const struct settings *set, void **state, struct report *r)
{
	struct tag_state *s = *state = memory_get(sizeof *s);
	const char *data = setting(set, "data"), *convention = setting(set, "convention");
	struct buf path = { 0 };
	enum status rc = exact_open(&s->exact, set, r);

	s->types = setting(set, "types");
	if (rc == OK)
		rc = names_open(&s->names, set, r);
	if (rc == OK)
		rc = joins_open(&s->joins, data, r);
	buf_addf(&path, "%s/dictionaries/tag.model", data);
	if (rc == OK)
		rc = tag_model_open(&s->model, path.p, r);
	buf_release(&path);
	if (rc != OK)
		return rc;
	s->convention = tag_model_convention(&s->model, view_of(convention));
	s->own = !strcmp(convention, "pravah");
	if (!s->convention)
		return fail(r, NOWHERE, "option", "--convention is pravah, il-ner or hiner, not %s", convention);
	return check_types(s, r);
}

static void tag_close(void *state)
{
	struct tag_state *s = state;

	exact_close(s->exact);
	names_close(s->names);
	joins_close(s->joins);
	tag_model_close(&s->model);
	free(s);
}

/* --- one sentence --- */

/* What is found is kept until all sentences are done: names met in one are remembered in the others. */
struct find { uint32_t begin, end; struct view label, value; float score; bool exact, inner; };

/* From which score on a name is remembered, below which a remembered one may change it, and how sure memory must be. */
static const float SURE = 0.6f, UNSURE = 0.8f, SHARE = 0.7f;

struct work {
	const struct tag_state *s;
	const struct document *d;
	struct arena *arena;
	struct tag_token *given, *token;	/* of the sentence; and cut where a name is joined to more */
	struct tag_word *word;
	uint8_t *label;
	size_t n_given, n, cap_given, cap_token, cap_word, cap_label;
	struct name_keys keys;
	struct crf_chain chain;
	struct entities exact;
	struct find *find;
	size_t n_finds, cap_finds;
	struct tag_memory memory;
};

static void work_release(struct work *w)
{
	free(w->given);
	free(w->token);
	free(w->word);
	free(w->label);
	free(w->exact.at);
	tag_memory_release(&w->memory);
	free(w->find);
	name_keys_release(&w->keys);
	crf_chain_release(&w->chain);
}

static void take_token(struct work *w, const struct span *t)
{
	bool apart = !w->n_given || t->begin > w->given[w->n_given - 1].end;
	struct tag_token *given;

	w->given = memory_grow(w->given, &w->cap_given, w->n_given + 1, sizeof *w->given);
	w->token = memory_grow(w->token, &w->cap_token, w->n + JOINS_MAX, sizeof *w->token);
	given = &w->given[w->n_given++];
	*given = (struct tag_token){ span_text(w->d, t), t->label, t->begin, t->end, apart };
	w->n += joins_cut(w->s->joins, w->s->names, given, w->token + w->n);
}

static void take_tokens(struct work *w, size_t sentence)
{
	struct own o = own_begin(w->d, LAYER_token, sentence);
	const struct span *t;

	w->n = w->n_given = 0;
	while ((t = own_next(&o)))
		take_token(w, t);
}

static void add_find(struct work *w, struct find f)
{
	w->find = memory_grow(w->find, &w->cap_finds, w->n_finds + 1, sizeof *w->find);
	w->find[w->n_finds++] = f;
}

/* --- names --- */

static void label_tokens(struct work *w)
{
	const struct crf *crf = &w->s->convention->crf;

	w->word = memory_grow(w->word, &w->cap_word, w->n, sizeof *w->word);
	w->label = memory_grow(w->label, &w->cap_label, w->n, sizeof *w->label);
	name_keys_make(&w->keys, w->token, w->n);
	tag_words_make(w->word, w->token, w->n, &w->keys, w->s->names, &w->s->model);
	crf_chain_begin(&w->chain, w->n);
	for (size_t i = 0; i < w->n; i++) {
		uint32_t feature[TAG_FEATURES_MAX];
		size_t n = tag_features(w->word, w->n, i, feature);

		crf_score(crf, feature, n, w->chain.score + i * CRF_LABELS_MAX);
		if (view_is(w->token[i].kind, "code"))
			w->chain.allowed[i] = CRF_LABEL(0);
	}
	crf_best(&w->chain, &crf->steps, crf->labels, w->label);
	crf_sum_up(&w->chain, &crf->steps, crf->labels);
}

/* A firm and its product of the same name are one entry: Discord, Shopify. */
static bool is_of_type(const struct name *n, struct view type)
{
	static const char *const either[] = { "ORG", "PRODUCT", NULL };

	return view_is(type, entity_name[n->type]) || (view_is_any(type, either) && (n->type == ENTITY_ORG || n->type == ENTITY_PRODUCT));
}

/* The canonical id of a name that the gazetteer has, whole and of this type. */
static struct view id_of(const struct work *w, size_t from, size_t to, struct view type)
{
	struct name_match m;

	if (names_find(w->s->names, &w->keys, w->token, from, to - from, &m) && m.to == to && is_of_type(m.name, type))
		return m.name->id;
	return V("");
}

/* Names in a name: the firm in that of its product, the place in that of a bank. A person has none. */
static void add_inner(struct work *w, size_t from, size_t to, struct view type)
{
	for (size_t i = from; i < to; i++) {
		struct name_match m;
		size_t most = to - from - (i == from);

		if (!names_find(w->s->names, &w->keys, w->token, i, most < to - i ? most : to - i, &m) || !m.capital
		    || view_is(type, entity_name[m.name->type]))
			continue;
		add_find(w, (struct find){ w->token[m.from].begin, w->token[m.to - 1].end, view_of(entity_name[m.name->type]),
					   m.name->id, 1, false, true });
		i = m.to - 1;
	}
}

static struct view key_of(const struct work *w, size_t from, size_t to)
{
	return (struct view){ w->keys.text + w->keys.at[from], w->keys.at[to] - w->keys.at[from] };
}

static void add_name(struct work *w, size_t from, size_t to)
{
	const struct tag_convention *c = w->s->convention;
	struct view type = view_of(c->header->type[(w->label[from] - 1) / 2]);
	float score = 1;

	for (size_t i = from; i < to; i++) {
		float p = crf_probability(&w->chain, c->crf.labels, i, w->label[i]);

		score = p < score ? p : score;
	}
	add_find(w, (struct find){ w->token[from].begin, w->token[to - 1].end, type, id_of(w, from, to, type), score, false,
				   false });
	if (w->s->own && score > SURE)
		tag_memory_add(&w->memory, key_of(w, from, to), (enum entity_type)((w->label[from] - 1) / 2), score);
	if (w->s->own && to - from > 1 && !view_is(type, entity_name[ENTITY_PER]))
		add_inner(w, from, to, type);
}

static void find_names(struct work *w)
{
	for (size_t i = 0, to; i < w->n; i = to) {
		to = i + 1;
		if (!w->label[i])
			continue;
		while (to < w->n && w->label[to] && w->label[to] == (w->label[i] - 1) / 2 * 2 + 2)
			to++;
		add_name(w, i, to);
	}
}

/* --- names that the document has elsewhere --- */

/* A word that everybody uses is no name because it was one elsewhere, nor is what is written small. */
static bool may_recur(const struct work *w, size_t from, size_t to)
{
	static const unsigned usual = LIST_COMMON | LIST_FREQUENT | LIST_FUNCTION;
	struct view key = key_of(w, from, to);

	if (key.n < 3 || !tag_has_capital(w->token[from].text))
		return false;
	for (size_t i = from; i < to; i++)
		if (view_is(w->token[i].kind, "code"))
			return false;
	return to - from > 1 || !(tag_model_facts(&w->s->model, key).lists & usual);
}

static struct find *find_at(const struct work *w, size_t first, size_t end, uint32_t begin, uint32_t to)
{
	for (size_t i = first; i < end; i++)
		if (!w->find[i].inner && w->find[i].begin < to && begin < w->find[i].end)
			return &w->find[i];
	return NULL;
}

/* The longest name from a token on that the document has; returns the token behind it, or the next one. */
static size_t recall_at(struct work *w, size_t from, size_t first, size_t last)
{
	for (size_t to = from + NAME_TOKENS_MAX < w->n ? from + NAME_TOKENS_MAX : w->n; to > from; to--) {
		uint32_t begin = w->token[from].begin, end = w->token[to - 1].end;
		enum entity_type type;
		struct view label;
		struct find *f;
		float share;

		if (!tag_memory_find(&w->memory, key_of(w, from, to), &type, &share) || share < SHARE || !may_recur(w, from, to))
			continue;
		label = view_of(entity_name[type]);
		f = find_at(w, first, last, begin, end);
		if (f && !f->exact && f->begin == begin && f->end == end && f->score < UNSURE)
			f->label = label;
		if (!f)
			add_find(w, (struct find){ begin, end, label, id_of(w, from, to, label), share * UNSURE, false, false });
		return to;
	}
	return from + 1;
}

/* The sentence's finds are those from `first` to `last`. */
static void recall(struct work *w, size_t sentence, size_t first, size_t last)
{
	take_tokens(w, sentence);
	name_keys_make(&w->keys, w->token, w->n);
	for (size_t i = 0; i < w->n;)
		i = recall_at(w, i, first, last);
}

/* --- both --- */

static bool is_address(enum entity_type t)
{
	return t == ENTITY_URL || t == ENTITY_EMAIL || t == ENTITY_FILE || t == ENTITY_HANDLE;
}

/*
 * Of a name and what is exact the longer one stands: Google I/O 2025 holds a year. Code and amounts are never part of a
 * name; an address is one only as a whole: vast.ai, Monday.com.
 */
static bool stands_beside(const struct work *w, const struct find *f, const struct entity *e)
{
	bool same = f->begin == e->begin && f->end == e->end, holds = f->begin <= e->begin && f->end >= e->end;
	struct view v = view_cut(w->d->text, e->begin, e->end);

	if (e->type == ENTITY_CODE || e->type == ENTITY_MONEY || e->type == ENTITY_PERCENT || e->type == ENTITY_QUANTITY)
		return false;
	if (is_address(e->type))
		return same && (e->type == ENTITY_URL || e->type == ENTITY_FILE) && !memchr(v.p, '/', v.n);
	return holds && !same;
}

/* Both lists are in order; `first` is the sentence's first find. */
static void merge(struct work *w, size_t first)
{
	size_t kept = first, from = 0;
	uint32_t dropped = 0;		/* what is in a name that does not stand goes with it */

	for (size_t i = first; i < w->n_finds; i++) {
		bool stands = !(w->find[i].inner && w->find[i].begin < dropped);

		while (from < w->exact.n && w->exact.at[from].end <= w->find[i].begin)
			from++;
		for (size_t k = from; k < w->exact.n && w->exact.at[k].begin < w->find[i].end; k++)
			stands = stands && stands_beside(w, &w->find[i], &w->exact.at[k]);
		if (stands)
			w->find[kept++] = w->find[i];
		else
			dropped = w->find[i].end > dropped ? w->find[i].end : dropped;
	}
	w->n_finds = kept;
	for (size_t k = 0, i = first; k < w->exact.n; k++) {
		const struct entity *e = &w->exact.at[k];

		while (i < kept && (w->find[i].end <= e->begin || w->find[i].inner))
			i++;
		if (i >= kept || w->find[i].begin >= e->end)
			add_find(w, (struct find){ e->begin, e->end, view_of(entity_name[e->type]), e->value, e->score, true, false });
	}
}

static void tag_sentence(struct work *w, size_t sentence)
{
	size_t first = w->n_finds;

	take_tokens(w, sentence);
	if (!w->n)
		return;
	label_tokens(w);
	find_names(w);
	w->exact.n = 0;
	if (w->s->own)
		exact_find(w->s->exact, w->given, w->n_given, w->arena, &w->exact);
	merge(w, first);
}

static bool is_asked_for(const char *types, struct view label)
{
	struct view list = view_of(types ? types : ""), piece;

	if (!types)
		return true;
	while (view_next(&list, ',', &piece))
		if (view_eq(view_trim(piece), label))
			return true;
	return false;
}

static enum status tag_annotate(const void *state, const struct document *d, struct spans *out, struct report *r)
{
	const struct tag_state *s = state;
	struct work w = { .s = s, .d = d, .arena = out->arena };
	size_t n = d->layer[LAYER_sentence].n, *first = memory_get((n + 1) * sizeof *first);

	(void)r;
	for (size_t i = 0; i < n; i++) {
		tag_sentence(&w, i);
		first[i + 1] = w.n_finds;
	}
	for (size_t i = 0; i < n && n > 1 && w.memory.n; i++)
		recall(&w, i, first[i], first[i + 1]);
	free(first);
	for (size_t i = 0; i < w.n_finds; i++) {
		const struct find *f = &w.find[i];
		struct span *e;

		if (!is_asked_for(s->types, f->label))
			continue;
		e = spans_add(out, LAYER_entity, f->begin, f->end, "");
		e->label = f->label;
		e->value = f->value;
		e->score = f->score;
		e->level = f->inner;
	}
	work_release(&w);
	return OK;
}

/* --- answers --- */

/* Tokens as given, each with its label: B- where an entity begins, I- where it goes on, O. */
static void print_conll(const struct document *d, struct buf *out)
{
	const struct layer_spans *tokens = &d->layer[LAYER_token], *entities = &d->layer[LAYER_entity];
	size_t k = 0;
	uint32_t began = UINT32_MAX;

	for (size_t i = 0; i < tokens->n; i++) {
		const struct span *t = &tokens->at[i];

		while (k < entities->n && (entities->at[k].end <= t->begin || entities->at[k].level))
			k++;
		buf_add(out, span_text(d, t));
		if (k < entities->n && entities->at[k].begin < t->end) {
			buf_addf(out, "\t%c-%.*s\n", began == entities->at[k].begin ? 'I' : 'B', VIEW_ARG(entities->at[k].label));
			began = entities->at[k].begin;
		} else {
			buf_str(out, "\tO\n");
		}
	}
}

/* Surfaces are printed on one line. */
static void add_surface(struct buf *out, struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if (v.p[i] != '\r')
			buf_byte(out, v.p[i] == '\n' || v.p[i] == '\t' ? ' ' : v.p[i]);
}

/* Standoff as brat reads it: offsets in code points, cut where a line ends; the value as a note. */
static void print_brat(const struct document *d, struct buf *out)
{
	const struct layer_spans *entities = &d->layer[LAYER_entity];
	struct utf8_map map;

	utf8_map_init(&map, d->text);
	for (size_t i = 0; i < entities->n; i++) {
		const struct span *e = &entities->at[i];

		buf_addf(out, "T%zu\t%.*s %zu", i + 1, VIEW_ARG(e->label), utf8_map_point(&map, e->begin));
		for (uint32_t k = e->begin; k < e->end; k++)
			if (d->text.p[k] == '\n')
				buf_addf(out, " %zu;%zu", utf8_map_point(&map, k - (d->text.p[k - 1] == '\r')), utf8_map_point(&map, k + 1));
		buf_addf(out, " %zu\t", utf8_map_point(&map, e->end));
		add_surface(out, span_text(d, e));
		buf_byte(out, '\n');
		if (e->value.n)
			buf_addf(out, "#%zu\tAnnotatorNotes T%zu\t%.*s\n", i + 1, i + 1, VIEW_ARG(e->value));
	}
	utf8_map_release(&map);
}

/* The line with its entities marked: [[surface|TYPE]] or [[surface|TYPE|value]]. */
static void print_line(const struct document *d, struct buf *out)
{
	const struct layer_spans *entities = &d->layer[LAYER_entity];
	uint32_t at = 0;

	for (size_t i = 0; i < entities->n; i++) {
		const struct span *e = &entities->at[i];

		if (e->begin < at)
			continue;
		buf_add(out, view_cut(d->text, at, e->begin));
		buf_addf(out, "[[%.*s|%.*s", VIEW_ARG(span_text(d, e)), VIEW_ARG(e->label));
		if (e->value.n)
			buf_addf(out, "|%.*s", VIEW_ARG(e->value));
		buf_str(out, "]]");
		at = e->end;
	}
	buf_add(out, view_cut(d->text, at, d->text.n));
}

/* An entity a line: where (file:line:column), type, surface, value, score. */
static void print_list(const struct document *d, struct buf *out)
{
	const struct layer_spans *entities = &d->layer[LAYER_entity];
	uint32_t at = 0, line = 1, column = 1;

	for (size_t i = 0; i < entities->n; i++) {
		const struct span *e = &entities->at[i];

		for (; at < e->begin; at++) {
			line += d->text.p[at] == '\n';
			column = d->text.p[at] == '\n' ? 1 : column + !utf8_is_tail(d->text.p[at]);
		}
		if (!view_is(d->id, "-"))
			buf_addf(out, "%.*s:", VIEW_ARG(d->id));
		buf_addf(out, "%u:%u\t%.*s\t", line, column, VIEW_ARG(e->label));
		add_surface(out, span_text(d, e));
		buf_addf(out, "\t%.*s\t%.2f\n", VIEW_ARG(e->value), (double)e->score);
	}
}

static enum status tag_print(const void *state, const struct document *d, struct buf *out, struct report *r)
{
	(void)state, (void)r;
	if (view_is(d->format, "conll"))
		print_conll(d, out);
	else if (view_is(d->format, "brat"))
		print_brat(d, out);
	else if (view_is(d->format, "line"))
		print_line(d, out);
	else
		print_list(d, out);
	return OK;
}

const struct stage_ops tag_ops = {
	.options = options,
	.examples = "  pravah tag note.md                        an entity a line: where, type, surface, value, score\n"
		    "  pravah tag --lines <sentences.txt         the lines, with [[surface|TYPE|value]] in place\n"
		    "  pravah tag --types MONEY,DATE archive/    only these, of all notes of a folder\n"
		    "  pravah tag --format conll <set.conll      tokens as given, one a line, with BIO labels\n"
		    "  pravah tag --format brat note.txt         standoff for the brat annotation tool\n",
	.open = tag_open,
	.close = tag_close,
	.annotate = tag_annotate,
	.print = tag_print,
};
