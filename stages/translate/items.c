/* items.c - cuts a sentence into items: tokens of the document, parted where English joins words ("don't", "Rao's"). */
#include "items.h"

#include "utf8.h"

#include <ctype.h>

/* Marks that take part in a sentence as a noun does; others hang on the word before them. */
static const char *const noun_marks[] = { "code", "math", "liquid", "autolink", "html", "image", "placeholder", "maths", "shortcode",
					  "expression", NULL };

struct reader {
	const struct segment *segment;
	const struct document *d;
	struct items *out;
	struct arena *arena;
	uint32_t last;		/* end of what has been read */
	size_t next_mark, cap;
	bool to_hindi;		/* Devanagari words stand for themselves */
	int *anchor_of;		/* of each mark */
	struct own entity, translit;
	const struct span *at_entity, *at_translit;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Does a blank stand before a byte of the sentence? */
static bool blank_before(const struct reader *r, uint32_t at)
{
	return at > r->segment->begin && is_blank(r->d->text.p[at - 1]);
}

static struct item *add_item(struct reader *r, uint32_t begin, uint32_t end, enum item_kind kind)
{
	struct item *i;

	if (r->out->n == r->cap) {
		struct item *old = r->out->at;

		r->cap = r->cap ? 2 * r->cap : 64;
		r->out->at = arena_get(r->arena, r->cap * sizeof *old);
		if (r->out->n)
			memcpy(r->out->at, old, r->out->n * sizeof *old);
	}
	i = &r->out->at[r->out->n++];
	*i = (struct item){ .text = view_cut(r->d->text, begin, end), .kind = (uint8_t)kind, .blank = blank_before(r, begin),
		.begin = begin, .end = end };
	r->last = end;
	return i;
}

/* What no token covers is a sign of its own, character by character. */
static void add_gap(struct reader *r, uint32_t end)
{
	while (r->last < end) {
		uint32_t n = (uint32_t)utf8_length(r->d->text.p[r->last]);

		if (is_blank(r->d->text.p[r->last]))
			r->last += n;
		else
			add_item(r, r->last, r->last + n, ITEM_SIGN);
	}
}

static void add_mark(struct reader *r, size_t k)
{
	const struct mark *m = &r->segment->unit->at[k];
	struct buf character = { 0 };
	struct view text;

	utf8_add(&character, UNIT_MARK + (uint32_t)k);
	text = arena_copy(r->arena, buf_view(&character));
	if (m->role == ROLE_NONE && view_is_any(m->label, noun_marks)) {
		struct item *i = add_item(r, m->begin, m->end, ITEM_MASK);

		i->text = text;
		i->token = m->label;
	} else {
		r->anchor_of[k] = (int)r->out->n_anchors;
		r->out->anchor[r->out->n_anchors++] = (struct anchor){ text, (int)r->out->n, m->pair, blank_before(r, m->begin),
			m->role == ROLE_OPEN };
	}
	buf_release(&character);
	r->last = m->end > r->last ? m->end : r->last;
}

/* Marks that begin before a byte. */
static void add_marks(struct reader *r, uint32_t end)
{
	const struct unit *u = r->segment->unit;

	for (; r->next_mark < u->n && u->at[r->next_mark].begin < end; r->next_mark++) {
		add_gap(r, u->at[r->next_mark].begin);
		add_mark(r, r->next_mark);
	}
}

/* The span of a layer that begins at a byte; `at` runs along. */
static const struct span *span_at(struct own *own, const struct span **at, uint32_t begin)
{
	while (*at && (*at)->begin < begin)
		*at = own_next(own);
	return *at && (*at)->begin == begin ? *at : NULL;
}

/* --- words that English writes as one --- */

static bool ends_in(struct view v, const char *tail)
{
	size_t n = strlen(tail);

	if (v.n <= n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (tolower((unsigned char)v.p[v.n - n + i]) != tail[i])
			return false;
	return true;
}

/* Bytes of the clitic at the end: 's 're n't and so on, straight or curly; 0: none. */
static size_t clitic(struct view v)
{
	static const char *const tails[] = { "n't", "n\xe2\x80\x99t", "'s", "\xe2\x80\x99s", "'re", "\xe2\x80\x99re", "'ve",
		"\xe2\x80\x99ve", "'ll", "\xe2\x80\x99ll", "'d", "\xe2\x80\x99""d", "'m", "\xe2\x80\x99m", NULL };

	for (size_t i = 0; tails[i]; i++)
		if (ends_in(v, tails[i]))
			return strlen(tails[i]);
	if (v.n == 6 && ends_in(v, "annot"))
		return 3;
	if (ends_in(v, "s'"))
		return 1;
	return ends_in(v, "s\xe2\x80\x99") ? 3 : 0;
}

static void add_word(struct reader *r, uint32_t begin, uint32_t end, const struct span *translit)
{
	size_t tail = clitic(view_cut(r->d->text, begin, end));
	struct item *i = add_item(r, begin, end - (uint32_t)tail, ITEM_WORD);

	if (translit && !tail)
		i->sound = translit->value;
	if (tail)
		add_item(r, end - (uint32_t)tail, end, ITEM_WORD)->blank = false;
}

/* --- tokens --- */

static const char *const number_tokens[] = { "number", "amount", "percent", "date", "time", "range", "version", "unit", "fraction", NULL };
static const char *const sign_tokens[] = { "punctuation", "symbol", "emoji", "bullet", NULL };
static const char *const word_tokens[] = { "word", "abbreviation", NULL };

/* What has a capital or digit and was left alone by the stage transliterate is a name, an acronym or the like: Hindi has it in Latin. */
static bool has_capital(struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if (isupper((unsigned char)v.p[i]) || (i && isdigit((unsigned char)v.p[i])))
			return true;
	return false;
}

/* A and I are words, too. */
static bool is_word_letter(struct view v)
{
	return view_is(v, "A") || view_is(v, "I");
}

/* A name that Hindi has its own spelling for; a single word must be an entity, for Will and May are words, too. */
static bool is_name(const struct span *translit, const struct span *token, const struct span *entity)
{
	return translit && view_is(translit->label, "name") && (entity || translit->end > token->end);
}

static bool is_devanagari(struct view v)
{
	return v.n > 2 && (unsigned char)v.p[0] == 0xe0 && ((unsigned char)v.p[1] & 0xfc) == 0xa4;
}

static void add_token(struct reader *r, const struct span *t, const struct span *entity, const struct span *translit)
{
	struct view text = span_text(r->d, t);
	struct item *i;

	if (view_is_any(t->label, number_tokens)) {
		i = add_item(r, t->begin, t->end, ITEM_NUMBER);
	} else if (view_is_any(t->label, sign_tokens)) {
		i = add_item(r, t->begin, t->end, ITEM_SIGN);
	} else if (!view_is_any(t->label, word_tokens) || (r->to_hindi && is_devanagari(text))) {
		i = add_item(r, t->begin, t->end, ITEM_NAME);
	} else if (!translit && has_capital(text) && !clitic(text) && !is_word_letter(text)) {
		i = add_item(r, t->begin, t->end, ITEM_NAME);
	} else {
		size_t first = r->out->n;

		add_word(r, t->begin, t->end, translit);
		i = &r->out->at[first];
	}
	i->token = t->label;
	if (entity)
		i->type = entity->label;
}

/* A name that spans several tokens is one item; its tokens are passed over. */
static void add_name(struct reader *r, const struct span *translit, const struct span *entity)
{
	struct item *i = add_item(r, translit->begin, translit->end, ITEM_NAME);

	i->given = translit->value;
	i->token = V("word");
	if (entity)
		i->type = entity->label;
}

static void read_token(struct reader *r, const struct span *t)
{
	const struct span *translit, *entity;

	add_marks(r, t->end);
	if (t->begin < r->last) {
		/* "Marie Curie's": the name is an item already, the clitic of its last token is not */
		if (t->end > r->last && clitic(span_text(r->d, t)) == t->end - r->last)
			add_item(r, r->last, t->end, ITEM_WORD);
		return;
	}
	add_gap(r, t->begin);
	translit = span_at(&r->translit, &r->at_translit, t->begin);
	while (r->at_entity && r->at_entity->end <= t->begin)
		r->at_entity = own_next(&r->entity);
	entity = r->at_entity && r->at_entity->begin <= t->begin ? r->at_entity : NULL;
	if (is_name(translit, t, entity) && !clitic(span_text(r->d, t)))
		add_name(r, translit, entity);
	else
		add_token(r, t, entity, translit);
}

/* Where no Markdown was read (--lines), what stands between backticks is code all the same. */
static void join_code(struct items *items, const struct document *d)
{
	size_t to = 0;

	for (size_t i = 0; i < items->n; i++, to++) {
		size_t end = i + 1;

		items->at[to] = items->at[i];
		if (!view_is(items->at[i].text, "`"))
			continue;
		while (end < items->n && !view_is(items->at[end].text, "`"))
			end++;
		if (end == items->n)
			continue;
		items->at[to].kind = ITEM_NAME;
		items->at[to].token = V("code");
		items->at[to].type = items->at[to].given = V("");
		items->at[to].end = items->at[end].end;
		items->at[to].text = view_cut(d->text, items->at[to].begin, items->at[end].end);
		for (size_t a = 0; a < items->n_anchors; a++)
			if (items->anchor[a].before > (int)to)
				items->anchor[a].before -= items->anchor[a].before > (int)(to + end - i) ? (int)(end - i) : items->anchor[a].before - (int)to;
		i = end;
	}
	items->n = to;
}

static bool is_ratio(const struct items *items, size_t i)
{
	const struct item *at = items->at + i;

	if (i + 2 >= items->n || at->kind != ITEM_NUMBER || !view_is(at[1].text, ":") || at[2].kind != ITEM_NUMBER || at[1].blank || at[2].blank)
		return false;
	for (size_t a = 0; a < items->n_anchors; a++)
		if (items->anchor[a].before == (int)i + 1 || items->anchor[a].before == (int)i + 2)
			return false;
	return true;
}

/* 4.5:1 is one number; its colon ends no part of the sentence. */
static void join_ratios(struct items *items, const struct document *d)
{
	for (size_t i = 0; i < items->n; i++) {
		if (!is_ratio(items, i))
			continue;
		items->at[i].end = items->at[i + 2].end;
		items->at[i].text = view_cut(d->text, items->at[i].begin, items->at[i].end);
		items->n -= 2;
		memmove(&items->at[i + 1], &items->at[i + 3], (items->n - i - 1) * sizeof *items->at);
		for (size_t a = 0; a < items->n_anchors; a++)
			items->anchor[a].before -= items->anchor[a].before > (int)i ? 2 : 0;
	}
}

/* "Laptop A is lighter", "Option A:": a letter that is large behind a word is a name. */
static void find_letters(struct items *items)
{
	for (size_t i = 1; i < items->n; i++) {
		struct item *at = &items->at[i];
		bool last = i + 1 == items->n || at[1].kind == ITEM_SIGN;

		if (at->kind == ITEM_WORD && view_is(at->text, "A") && at[-1].kind == ITEM_WORD
		    && (last || islower((unsigned char)at[1].text.p[0])))
			at->kind = ITEM_NAME;
	}
}

/* "the patients' relatives": an apostrophe that closes no quotation is a word of its own, as 's is. */
static void find_possessives(struct items *items)
{
	bool quoted = false;

	for (size_t i = 0; i + 1 < items->n; i++) {
		struct item *at = &items->at[i];
		bool opening = view_is(at->text, "\xe2\x80\x98") || (view_is(at->text, "'") && at->blank);

		quoted = quoted || opening;
		if (i > 0 && !quoted && at->kind == ITEM_SIGN && !at->blank && at[1].blank && at[1].kind != ITEM_SIGN
		    && (view_is(at->text, "'") || view_is(at->text, "\xe2\x80\x99")) && ends_in(at[-1].text, "s"))
			at->kind = ITEM_WORD;
	}
}

void items_read(struct items *items, const struct segment *s, bool to_hindi, struct arena *a)
{
	struct reader r = { .segment = s, .d = s->document, .out = items, .arena = a, .last = s->begin,
		.to_hindi = to_hindi };
	struct own tokens = own_begin(s->document, LAYER_token, s->sentence);
	const struct span *t;

	r.anchor_of = arena_get(a, (s->unit->n + 1) * sizeof *r.anchor_of);
	*items = (struct items){ .anchor = arena_get(a, (s->unit->n + 1) * sizeof(struct anchor)) };
	r.entity = own_begin(s->document, LAYER_entity, s->sentence);
	r.translit = own_begin(s->document, LAYER_translit, s->sentence);
	r.at_entity = own_next(&r.entity);
	r.at_translit = own_next(&r.translit);
	while ((t = own_next(&tokens)))
		read_token(&r, t);
	add_marks(&r, s->end);
	add_gap(&r, s->end);
	join_code(items, s->document);
	join_ratios(items, s->document);
	find_possessives(items);
	find_letters(items);
	for (size_t k = 0; k < items->n_anchors; k++)
		if (items->anchor[k].pair >= 0)
			items->anchor[k].pair = r.anchor_of[items->anchor[k].pair];
}
