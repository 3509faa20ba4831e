/*
 * rules.c - the engine that knows grammar: cuts a sentence into parts, has each analysed and said in Hindi, and puts
 * the parts together with the signs between them.
 */
#include "backward.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>

/* --- state --- */

static void rules_close(void *state)
{
	struct grammar *g = state;

	if (!g)
		return;
	backward_close(g->backward);
	bilingual_close(&g->words);
	choice_close(&g->choice);
	hindi_close(g->hindi);
	analyser_close(g->analyser);
	rows_close(&g->vectors);
	rows_close(&g->causatives);
	rows_close(&g->patterns);
	rows_close(&g->clauses);
	rows_close(&g->prepositions);
	rows_close(&g->pronouns);
	rows_close(&g->given_names);
	free(g);
}

static enum status rules_open(const struct settings *set, const struct language *to, void **state, struct report *r)
{
	struct grammar *g = *state = memory_get(sizeof *g);
	const char *data = setting(set, "data");
	enum status rc;

	if (!strcmp(to->tag, "en"))
		return backward_open(&g->backward, data, r);
	rc = bilingual_open(&g->words, set, r);
	if (rc == OK)
		rc = choice_open(&g->choice, data, r);
	if (rc == OK)
		rc = hindi_open(&g->hindi, data, r);
	if (rc == OK)
		rc = analyser_open(&g->analyser, data, r);
	if (rc == OK)
		rc = rows_open(&g->vectors, data, "vectors.hi.tsv", VECTOR_COLUMNS, r);
	if (rc == OK)
		rc = rows_open(&g->causatives, data, "causatives.hi.tsv", 2, r);
	if (rc == OK)
		rc = rows_open(&g->patterns, data, "verb-patterns.tsv", PATTERN_COLUMNS, r);
	if (rc == OK)
		rc = rows_open(&g->clauses, data, "clauses.tsv", LINK_COLUMNS, r);
	if (rc == OK)
		rc = rows_open(&g->prepositions, data, "prepositions.tsv", PREP_COLUMNS, r);
	if (rc == OK)
		rc = rows_open(&g->given_names, data, "name-words.tsv", NAME_COLUMNS, r);
	return rc == OK ? rows_open(&g->pronouns, data, "pronouns.en-hi.tsv", PRONOUN_COLUMNS, r) : rc;
}

/* --- a sentence --- */

enum { BRACKETS_MAX = 16 };	/* brackets within brackets; what is deeper is told as it stands */

struct telling {
	const struct grammar *g;
	struct items items;
	struct pieces pieces;
	struct arena *arena;
	int depth;		/* of brackets */
	int *close;		/* of each item: the bracket that closes it, or -1 */
	bool *passed;		/* items that are quotation marks, which are anchors now */
	int *word_item;		/* of the part that is being collected */
	int n;
	struct buf *explain;	/* NULL: not asked for */
	int style;
	struct topic topic;
	unsigned words, fallbacks, unknown;
};

static bool is_sign(const struct telling *t, int i, const char *sign)
{
	return t->items.at[i].kind == ITEM_SIGN && view_is(t->items.at[i].text, sign);
}

/* Straight quotes by turns, curly ones by their shape: 1 opens, -1 closes, 0 is none. */
static int quote_side(const struct telling *t, int i, bool open)
{
	if (is_sign(t, i, "\xe2\x80\x9c"))
		return 1;
	if (is_sign(t, i, "\xe2\x80\x9d"))
		return -1;
	return is_sign(t, i, "\"") ? open ? -1 : 1 : 0;
}

/* Quotation marks go where the words between them go, as bold does. */
static void take_quotes(struct telling *t)
{
	struct items *items = &t->items;
	struct anchor *all = arena_get(t->arena, (items->n_anchors + items->n + 1) * sizeof *all);
	int *moved = arena_get(t->arena, (items->n_anchors + 1) * sizeof *moved);
	size_t n = 0, k = 0;
	int open = -1;

	for (int i = 0; i <= (int)items->n; i++) {
		int side = i < (int)items->n ? quote_side(t, i, open >= 0) : 0;

		for (; k < items->n_anchors && items->anchor[k].before <= i; k++) {
			moved[k] = (int)n;
			all[n++] = items->anchor[k];
		}
		if (!side || (side < 0 && open < 0) || (side > 0 && open >= 0))
			continue;
		t->passed[i] = true;
		all[n] = (struct anchor){ items->at[i].text, i, side > 0 ? -1 : -2 - open, items->at[i].blank, side > 0 };
		if (side < 0)
			all[open].pair = -2 - (int)n;
		open = side > 0 ? (int)n : -1;
		n++;
	}
	for (size_t a = 0; a < n; a++)
		all[a].pair = all[a].pair >= 0 ? moved[all[a].pair] : all[a].pair <= -2 ? -2 - all[a].pair : -1;
	items->anchor = all;
	items->n_anchors = n;
}

/* Pairs of quotes and marks that cross would make marks that cross: such quotes stand alone. */
static void part_crossing(struct items *items)
{
	for (size_t a = 0; a < items->n_anchors; a++)
		for (size_t b = a + 1; (int)b <= items->anchor[a].pair; b++) {
			int ea = items->anchor[a].pair, eb = items->anchor[b].pair;
			bool quote = (unsigned char)items->anchor[a].text.p[0] != 0xf4;
			size_t single;

			if (!items->anchor[a].opens || !items->anchor[b].opens || eb < ea)
				continue;
			single = quote ? a : b;
			items->anchor[items->anchor[single].pair].pair = -1;
			items->anchor[items->anchor[single].pair].opens = false;
			items->anchor[single].pair = -1;
			items->anchor[single].opens = false;
		}
}

/* Is it a number word and nothing else? */
static bool is_number_word(const struct bilingual *b, struct view form)
{
	return bilingual_word(b, form, POS_NUM).n && !bilingual_word(b, form, POS_N).n && !bilingual_word(b, form, POS_ADJ).n
		&& !bilingual_word(b, form, POS_PRON).n && !bilingual_word(b, form, POS_ADV).n;
}

static uint8_t forced_tag(const struct bilingual *b, const struct item *i)
{
	switch (i->kind) {
	case ITEM_WORD: return is_number_word(b, i->text) ? TAG_CD : TAG_NONE;
	case ITEM_NUMBER: return TAG_CD;
	case ITEM_NAME: case ITEM_MASK: return TAG_NNP;
	case ITEM_SIGN: return view_is(i->text, ",") ? TAG_COMMA : TAG_SYM;
	default: return TAG_NONE;
	}
}

/* The stop tells the analyser that a sentence is whole, as those it learnt from were; but no word may hang on it. */
static void analyse_with_stop(const struct telling *t, struct word *word, int n, struct view stop)
{
	struct word *with = arena_get(t->arena, (size_t)(n + 1) * sizeof *with);
	bool good = stop.n > 0;

	if (good) {
		memcpy(with, word, (size_t)n * sizeof *with);
		with[n] = (struct word){ .form = stop, .tag = TAG_STOP };
		analyse(t->g->analyser, with, (size_t)n + 1, t->arena);
	}
	for (int i = 0; good && i < n; i++)
		good = with[i].head != n;
	if (good && with[n].head >= 0)
		memcpy(word, with, (size_t)n * sizeof *word);
	else
		analyse(t->g->analyser, word, (size_t)n, t->arena);
}

/* Pieces that stand for an item. */
static int times_said(const struct part *p, int item)
{
	int n = 0;

	for (size_t i = 0; i < p->out->n; i++)
		n += p->out->at[i].item == item;
	return n;
}

/* What chose a word's Hindi, or why it is not said. LOST and TWICE are faults of the engine. */
static const char *account(const struct part *p, int i)
{
	const struct node *n = &p->node[i];

	if (times_said(p, p->item[i]) > 1)
		return "TWICE";
	if (n->said)
		return n->rule ? n->rule : "default";
	return n->gone ? n->gone : "LOST";
}

/* A line for each word: number, form, lemma, tag, head, relation, Hindi, what chose it or why it is not said. */
static void explain_part(const struct part *p, struct buf *out)
{
	for (int i = 0; i < p->n; i++) {
		const struct node *n = &p->node[i];

		buf_addf(out, "%d\t%.*s\t%.*s\t%s\t%d\t%s\t%.*s\t%s\n", i + 1, VIEW_ARG(p->items->at[p->item[i]].text),
			 VIEW_ARG(p->word[i].lemma), tag_name[p->word[i].tag], p->word[i].head + 1, relation_name[p->word[i].relation],
			 VIEW_ARG(n->hi), account(p, i));
	}
}

/* English begins sentences large; a colon or a dash begins none. */
static bool opens_sentence(const struct telling *t)
{
	static const char *const ends[] = { ".", "!", "?", "\"", "\xe2\x80\x9c", NULL };

	return !t->pieces.n || view_is_any(t->pieces.at[t->pieces.n - 1].text, ends);
}

static void say_in_english(struct telling *t)
{
	backward_tell(t->g->backward, &t->items, t->word_item, t->n, opens_sentence(t), &t->pieces, t->arena, &t->unknown);
	t->words += (unsigned)t->n;
	t->n = 0;
	t->word_item = arena_get(t->arena, WORDS_MAX * sizeof *t->word_item);
}

/* A part that says nothing in Hindi, as an article alone (title: A), stays as it is. */
static void say_as_it_is(struct part *p)
{
	for (int i = 0; i < p->n; i++)
		say(p, p->items->at[p->item[i]].text, i);
	p->unknown += (unsigned)p->n;
}

static void say_collected(struct telling *t, struct view stop)
{
	size_t before = t->pieces.n;
	struct part p = { .g = t->g, .items = &t->items, .item = t->word_item, .n = t->n, .out = &t->pieces, .arena = t->arena,
		.style = t->style, .topic = t->topic };

	if (!t->n)
		return;
	if (t->g->backward) {
		say_in_english(t);
		return;
	}
	p.word = arena_get(t->arena, (size_t)t->n * sizeof *p.word);
	p.node = arena_get(t->arena, (size_t)t->n * sizeof *p.node);
	memset(p.node, 0, (size_t)t->n * sizeof *p.node);
	for (int i = 0; i < t->n; i++) {
		const struct item *item = &t->items.at[t->word_item[i]];

		p.word[i] = (struct word){ .form = item->kind == ITEM_MASK ? V("`x`") : item->text, .tag = forced_tag(&t->g->words, item) };
	}
	analyse_with_stop(t, p.word, t->n, stop);
	plan_part(&p);
	say_part(&p);
	t->topic = p.topic;
	if (t->pieces.n == before)
		say_as_it_is(&p);
	if (t->explain)
		explain_part(&p, t->explain);
	t->words += (unsigned)t->n;
	t->fallbacks += p.fallbacks;
	t->unknown += p.unknown;
	t->n = 0;
	t->word_item = arena_get(t->arena, WORDS_MAX * sizeof *t->word_item);
}

static void add_piece(struct telling *t, struct piece piece)
{
	struct part p = { .out = &t->pieces, .arena = t->arena };

	say(&p, piece.text, -1);
	t->pieces.at[t->pieces.n - 1] = piece;
}

/* Does a blank stand behind an item, or behind the marks and quotation marks that follow it? */
static bool has_blank_behind(const struct telling *t, int i)
{
	int next = i + 1;

	while (next < (int)t->items.n && t->passed[next])
		next++;
	for (size_t k = 0; k < t->items.n_anchors; k++)
		if (t->items.anchor[k].before > i && t->items.anchor[k].before <= next && t->items.anchor[k].blank)
			return true;
	return next < (int)t->items.n && t->items.at[next].blank;
}

/* A sign that ends a part, with the blanks it has. A stop at the end of a sentence is a danda. */
static void say_separator(struct telling *t, int i)
{
	const struct item *item = &t->items.at[i];
	bool last = i + 1 == (int)t->items.n;
	struct piece piece = { item->text, i, !item->blank, !last && !has_blank_behind(t, i) };
	int before = i - 1;

	while (before > 0 && (t->passed[before] || is_sign(t, before, ")")))
		before--;
	if (t->g->backward && view_is(item->text, "।"))
		piece.text = V(".");
	else if (!t->g->backward && view_is(item->text, ".") && t->pieces.n && before >= 0
		 && !(i == 1 && t->items.at[0].kind == ITEM_NUMBER))
		piece.text = V("।");
	if (t->pieces.n && t->pieces.at[t->pieces.n - 1].tight && view_is(t->pieces.at[t->pieces.n - 1].text, ","))
		t->pieces.n--;
	add_piece(t, piece);
}

/* Of each bracket that opens, the one that closes it. */
static void pair_brackets(struct telling *t)
{
	int *open = arena_get(t->arena, (t->items.n + 1) * sizeof *open), n = 0;

	t->close = arena_get(t->arena, (t->items.n + 1) * sizeof *t->close);
	for (int i = 0; i < (int)t->items.n; i++) {
		t->close[i] = -1;
		if (is_sign(t, i, "(") || is_sign(t, i, "["))
			open[n++] = i;
		else if (n && (is_sign(t, i, ")") || is_sign(t, i, "]")))
			t->close[open[--n]] = i;
	}
}

static bool is_separator(const struct telling *t, int i)
{
	const struct item *item = &t->items.at[i];

	return item->kind == ITEM_SIGN && !view_is(item->text, ",") && !view_is(item->text, "'") && !view_is(item->text, "&")
		&& !view_is(item->text, "\xe2\x80\x99") && !view_is(item->text, "\xe2\x80\x98");
}

/* "X vs Y": each side is analysed alone, unless what stands before it is a clause. */
static bool is_versus(struct telling *t, int i)
{
	static const char *const words[] = { "vs", "vs.", "versus", NULL };
	struct word *word;
	bool phrase = true;

	if (t->g->backward || !t->n || i + 1 >= (int)t->items.n || !view_is_any(t->items.at[i].text, words))
		return false;
	word = arena_get(t->arena, (size_t)t->n * sizeof *word);
	for (int k = 0; k < t->n; k++)
		word[k] = (struct word){ .form = t->items.at[t->word_item[k]].text, .tag = forced_tag(&t->g->words, &t->items.at[t->word_item[k]]) };
	analyse(t->g->analyser, word, (size_t)t->n, t->arena);
	for (int k = 0; k < t->n; k++)
		phrase = phrase && word[k].relation != REL_nsubj && word[k].relation != REL_nsubj_pass;
	return phrase;
}

static void say_versus(struct telling *t, int i)
{
	struct senses s = bilingual_word(&t->g->words, V("versus"), POS_PREP);

	add_piece(t, (struct piece){ s.n ? s.at->hi : t->items.at[i].text, i, false, false });
	if (t->explain)
		buf_addf(t->explain, "1\t%.*s\tversus\t%s\t0\t%s\t%.*s\tbetween phrases\n", VIEW_ARG(t->items.at[i].text), tag_name[TAG_IN],
			 relation_name[REL_case], VIEW_ARG(s.n ? s.at->hi : t->items.at[i].text));
}

static void tell(struct telling *t, int begin, int end);

/* What is in brackets is told by itself and goes behind the word it stood behind. */
static void tell_brackets(struct telling *t, int open, int close)
{
	struct pieces outer = t->pieces;

	t->pieces = (struct pieces){ 0 };
	add_piece(t, (struct piece){ t->items.at[open].text, open, !t->items.at[open].blank, true });
	t->depth++;
	tell(t, open + 1, close);
	t->depth--;
	add_piece(t, (struct piece){ t->items.at[close].text, close, true, false });
	for (size_t i = 0; i < t->pieces.n; i++) {
		struct piece inner = t->pieces.at[i];
		struct pieces all = t->pieces;

		t->pieces = outer;
		add_piece(t, inner);
		outer = t->pieces;
		t->pieces = all;
	}
	t->pieces = outer;
}

struct bracket { int open, close; };

enum { REMARK_LEAST = 4 };	/* items of a remark, less one */

/* Moves the pieces of a bracket, which stand last, behind the last piece of the item before it. */
static void move_bracket(struct telling *t, size_t first, int open)
{
	struct pieces *all = &t->pieces;
	static const char *const ends[] = { "है", "हैं", "हूं", "था", "थे", "थी", "थीं", NULL };
	size_t n = all->n - first, at = 0;
	struct piece *moved;

	for (int item = open - 1; item >= 0 && !at; item--)
		for (size_t i = 0; i < first; i++)
			if (all->at[i].item == item)
				at = i + 1;
	while (at && at < first && all->at[at].item < 0 && view_is_any(all->at[at].text, ends))
		at++;			/* not within मांगते हैं */
	if (!at || at == first)
		return;
	moved = arena_get(t->arena, n * sizeof *moved);
	memcpy(moved, all->at + first, n * sizeof *moved);
	memmove(all->at + at + n, all->at + at, (first - at) * sizeof *moved);
	memcpy(all->at + at, moved, n * sizeof *moved);
}

/* A remark of some length at the end is on all that was said, and stays there; (1946) is on the word before it. */
static bool is_remark(const struct bracket *b, int last_word)
{
	return b->open > last_word && b->close - b->open > REMARK_LEAST;
}

/* The part that is collected, then the brackets that stood in it. */
static void end_part(struct telling *t, struct bracket *bracket, int *n_brackets, struct view stop)
{
	int last_word = t->n ? t->word_item[t->n - 1] : -1;

	say_collected(t, stop);
	for (int k = 0; k < *n_brackets; k++) {
		size_t first = t->pieces.n;

		tell_brackets(t, bracket[k].open, bracket[k].close);
		if (!is_remark(&bracket[k], last_word))
			move_bracket(t, first, bracket[k].open);
	}
	*n_brackets = 0;
}

/* What the analyser shall see of the sign that ends a part. */
static struct view stop_of(const struct telling *t, int i)
{
	if (is_sign(t, i, ".") || is_sign(t, i, "?") || is_sign(t, i, "!"))
		return t->items.at[i].text;
	return is_sign(t, i, ";") ? V(".") : V("");
}

static void tell(struct telling *t, int begin, int end)
{
	struct bracket *bracket = arena_get(t->arena, (size_t)(end - begin + 1) * sizeof *bracket);
	int n_brackets = 0;

	t->word_item = arena_get(t->arena, WORDS_MAX * sizeof *t->word_item);
	t->n = 0;
	for (int i = begin; i < end; i++) {
		int close = t->depth < BRACKETS_MAX ? t->close[i] : -1;

		if (t->passed[i])
			continue;
		if (close > i && t->n) {
			bracket[n_brackets++] = (struct bracket){ i, close };
			i = close;
		} else if (is_separator(t, i)) {
			end_part(t, bracket, &n_brackets, stop_of(t, i));
			t->word_item = arena_get(t->arena, WORDS_MAX * sizeof *t->word_item);
			say_separator(t, i);
		} else if (i + 1 < end && is_versus(t, i)) {
			end_part(t, bracket, &n_brackets, V(""));
			t->word_item = arena_get(t->arena, WORDS_MAX * sizeof *t->word_item);
			say_versus(t, i);
		} else {
			t->word_item[t->n++] = i;
			if (t->n == WORDS_MAX - 1)
				end_part(t, bracket, &n_brackets, V(""));
		}
	}
	end_part(t, bracket, &n_brackets, V(""));
}

/* Is there a word to translate at all? */
static bool has_words(const struct items *items)
{
	for (size_t i = 0; i < items->n; i++)
		if (items->at[i].kind == ITEM_WORD || items->at[i].kind == ITEM_NAME)
			return true;
	return false;
}

/* Hindi typed in Latin letters is no English: most of the words decide. */
static bool is_english(const struct segment *s)
{
	struct own own = own_begin(s->document, LAYER_language, s->sentence);
	const struct span *word;
	int english = 0, hindi = 0;

	while ((word = own_next(&own))) {
		english += view_is(word->label, "en");
		hindi += view_is(word->label, "hi-Latn") || view_is(word->label, "hi");
	}
	return hindi <= english;
}

/*
 * How likely a translation comes within chrF2 50 of one made by hand: a logistic of what had no place in the clause and of words
 * that no dictionary knows, fitted to 9,469 sentences of the corpus (stages/translate.md, Confidence).
 */
static float confidence(const struct telling *t)
{
	double words = t->words ? t->words : 1, left = t->fallbacks / words, unknown = t->unknown / words;
	double z = 0.32 - 4.94 * left - 2.90 * unknown - (t->fallbacks ? 0.42 : 0);

	return 1 / (1 + expf(-(float)z));
}

static void translate_segment(const struct grammar *g, struct segment *s, struct arena *a, int style, struct buf *explain)
{
	struct arena scratch = { 0 };
	struct telling t = { .g = g, .arena = &scratch, .style = style, .explain = explain };
	struct buf out = { 0 };

	items_read(&t.items, s, !g->backward, &scratch);
	if (g->backward ? backward_reads(&t.items) : has_words(&t.items) && is_english(s)) {
		t.passed = arena_get(&scratch, (t.items.n + 1) * sizeof *t.passed);
		memset(t.passed, 0, (t.items.n + 1) * sizeof *t.passed);
		take_quotes(&t);
		part_crossing(&t.items);
		pair_brackets(&t);
		tell(&t, 0, (int)t.items.n);
		compose(&t.items, &t.pieces, &out);
		s->target = arena_copy(a, buf_view(&out));
		s->score = g->backward ? 1 - (float)(t.fallbacks + t.unknown) / (float)(t.words + 1) : confidence(&t);
	}
	buf_release(&out);
	arena_release(&scratch);
}

/* A document has one style from end to end. */
static int style_of(const struct grammar *g, const struct segment *s, size_t n)
{
	int likeness = 0;

	for (size_t i = 0; i < n; i++)
		likeness += choice_likeness(&g->choice, buf_view(&s[i].unit->text));
	return choice_style(likeness);
}

static enum status rules_translate(const void *state, struct segment *s, size_t n, struct arena *a, struct report *r)
{
	int style = style_of(state, s, n);

	(void)r;
	for (size_t i = 0; i < n; i++)
		translate_segment(state, &s[i], a, style, NULL);
	return OK;
}

static void rules_explain(const void *state, const struct segment *s, struct buf *out)
{
	struct arena arena = { 0 };
	struct segment copy = *s;

	buf_add(out, view_cut(s->document->text, s->begin, s->end));
	buf_byte(out, '\n');
	translate_segment(state, &copy, &arena, style_of(state, s, 1), out);
	buf_add(out, copy.target);
	buf_addf(out, "\t%.2f\n\n", (double)copy.score);
	arena_release(&arena);
}

const struct engine rules_engine = {
	.id = "pravah/rules-" PRAVAH_VERSION,
	.name = "rules",
	.needs_source = true,
	.open = rules_open,
	.close = rules_close,
	.explain = rules_explain,
	.translate = rules_translate,
};
