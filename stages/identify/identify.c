/* identify - the language of every token, of every block of prose, and of the document. */
#include "identify.h"

#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

static const struct option options[] = {
	{ "labels", 0, "LIST", NULL, "give only these labels, with commas: for sets that know fewer" },
	{ 0 }
};

/* Letters of one other script from which on a block is said to be written in it. */
enum { FOREIGN_MIN = 3 };

struct identify_state { struct model model; unsigned labels; };

static int find_label(struct view v)
{
	for (int y = 0; y < LABELS; y++)
		if (view_is(v, label_name[y]))
			return y;
	return -1;
}

static enum status read_labels(const char *list, unsigned *labels, struct report *r)
{
	*labels = 0;
	for (const char *p = list; *p; p += strcspn(p, ",") + (p[strcspn(p, ",")] == ',')) {
		struct view name = { p, strcspn(p, ",") };
		int y = find_label(name);

		if (y < 0)
			return fail(r, NOWHERE, "label", "no label is named %.*s", VIEW_ARG(name));
		*labels |= 1u << y;
	}
	return *labels ? OK : fail(r, NOWHERE, "label", "--labels names none");
}

static enum status identify_open(const struct settings *set, void **state, struct report *r)
{
	struct identify_state *s = memory_get(sizeof *s);
	const char *list = setting(set, "labels");
	struct buf path = { 0 };
	enum status rc = OK;

	*state = s;
	s->labels = (1u << LABELS) - 1;
	buf_addf(&path, "%s/dictionaries/identify.model", setting(set, "data"));
	if (list)
		rc = read_labels(list, &s->labels, r);
	if (rc == OK)
		rc = model_open(&s->model, path.p, r);
	buf_release(&path);
	return rc;
}

static void identify_close(void *state)
{
	struct identify_state *s = state;

	model_close(&s->model);
	free(s);
}

/* --- tokens --- */

struct work { struct word *word; unsigned *allowed; uint8_t *label; float *probability; size_t n, cap[4]; };

/* What the token may be, of the labels asked for; what is none of them is English rather than Hindi. */
static unsigned restrict_labels(const struct identify_state *s, unsigned form)
{
	if (form & s->labels)
		return form & s->labels;
	return s->labels & LABEL(EN) ? LABEL(EN) : s->labels;
}

static void add_word(const struct identify_state *s, const struct document *d, const struct span *token, struct work *w)
{
	unsigned form;

	w->word = memory_grow(w->word, &w->cap[0], w->n + 1, sizeof *w->word);
	w->allowed = memory_grow(w->allowed, &w->cap[1], w->n + 1, sizeof *w->allowed);
	w->label = memory_grow(w->label, &w->cap[2], w->n + 1, sizeof *w->label);
	w->probability = memory_grow(w->probability, &w->cap[3], w->n + 1, sizeof *w->probability);
	form = word_make(&w->word[w->n], span_text(d, token), token->label);
	word_look_up(&w->word[w->n], &(struct knowledge){ &s->model, model_counts, model_counts_of, s->model.speller });
	w->word[w->n].first = !w->n;
	w->allowed[w->n++] = restrict_labels(s, form);
}

static void identify_sentence(const struct identify_state *s, const struct document *d, size_t sentence, struct work *w,
			      struct spans *out)
{
	struct own o = own_begin(d, LAYER_token, sentence);
	const struct span *token;

	w->n = 0;
	while ((token = own_next(&o)))
		add_word(s, d, token, w);
	model_label(&s->model, w->word, w->allowed, w->n, w->label, w->probability);
	o = own_begin(d, LAYER_token, sentence);
	for (size_t k = 0; (token = own_next(&o)); k++)
		spans_add(out, LAYER_language, token->begin, token->end, label_name[w->label[k]])->score = w->probability[k];
}

/* --- blocks and the document --- */

/* Letters by what they are evidence for. */
struct votes { size_t hi, en, roman, foreign[USCRIPT_CODE_LIMIT], all_foreign; };

static size_t letters_in(struct view v)
{
	size_t n = 0;

	for (size_t i = 0; i < v.n; i += utf8_length(v.p[i]))
		n += u_hasBinaryProperty((UChar32)utf8_code(v.p + i), UCHAR_ALPHABETIC);	/* vowel signs, too */
	return n;
}

static void vote_foreign(struct view v, struct votes *votes)
{
	for (size_t i = 0; i < v.n; i += utf8_length(v.p[i])) {
		UErrorCode e = U_ZERO_ERROR;
		UChar32 c = (UChar32)utf8_code(v.p + i);
		UScriptCode script = u_isalpha(c) ? uscript_getScript(c, &e) : USCRIPT_COMMON;

		if (script > USCRIPT_INHERITED && script < USCRIPT_CODE_LIMIT && script != USCRIPT_LATIN
		    && script != USCRIPT_DEVANAGARI) {
			votes->foreign[script]++;
			votes->all_foreign++;
		}
	}
}

static void vote(struct view token, struct view label, struct votes *v)
{
	int y = find_label(label);
	size_t n = y == LABEL_NUMBER || y == LABEL_CODE ? 0 : letters_in(token);

	v->hi += y == LABEL_HI || y == LABEL_LOAN ? n : 0;
	v->en += y == LABEL_EN ? n : 0;
	v->roman += y == LABEL_HI_LATN ? n : 0;
	if (y == LABEL_OTHER || y == LABEL_NAME)
		vote_foreign(token, v);
}

static void add_votes(struct votes *to, const struct votes *v)
{
	to->hi += v->hi;
	to->en += v->en;
	to->roman += v->roman;
	to->all_foreign += v->all_foreign;
	for (int i = 0; i < USCRIPT_CODE_LIMIT; i++)
		to->foreign[i] += v->foreign[i];
}

/*
 * Hindi with English words in it is Hindi: romanised Hindi weighs twice what English does beside it. Of another script
 * the tag is "und-" and the script's code (BCP 47).
 */
static struct view winner(const struct votes *v, struct arena *arena)
{
	UScriptCode script = USCRIPT_COMMON;
	struct buf b = { 0 };
	struct view tag;

	for (int i = 0; i < USCRIPT_CODE_LIMIT; i++)
		if (v->foreign[i] > (script ? v->foreign[script] : 0))
			script = (UScriptCode)i;
	if (v->all_foreign >= FOREIGN_MIN && v->all_foreign > v->hi + v->en + v->roman) {
		buf_addf(&b, "und-%s", uscript_getShortName(script));
		tag = arena_copy(arena, buf_view(&b));
		buf_release(&b);
		return tag;
	}
	if (v->hi && 2 * v->hi >= v->en + v->roman)
		return V("hi");
	if (v->roman && 2 * v->roman >= v->en)
		return V("hi-Latn");
	return v->en ? V("en") : v->hi ? V("hi") : V("");
}

static void add_language(struct spans *out, size_t begin, size_t end, struct view tag)
{
	if (tag.n)
		spans_add(out, LAYER_main_language, begin, end, "")->label = tag;
}

static void identify_block(const struct span *block, const struct document *d, struct spans *out, size_t *at,
			   struct votes *all, struct report *r)
{
	const struct layer_spans *l = &out->layer[LAYER_language];
	struct votes *v = memory_get(sizeof *v);
	struct view tag;

	for (; *at < l->n && l->at[*at].begin < block->begin; ++*at)
		;
	for (size_t i = *at; i < l->n && l->at[i].end <= block->end; i++)
		vote(span_text(d, &l->at[i]), l->at[i].label, v);
	tag = winner(v, out->arena);
	add_language(out, block->begin, block->end, tag);
	if (view_starts(tag, "und-"))
		warn(r, block->begin, "script", "this is written in %.*s, which is neither Hindi nor English", (int)tag.n - 4, tag.p + 4);
	add_votes(all, v);
	free(v);
}

static enum status identify_annotate(const void *state, const struct document *d, struct spans *out, struct report *r)
{
	const struct identify_state *s = state;
	const struct layer_spans *sentences = &d->layer[LAYER_sentence], *blocks = &d->layer[LAYER_block];
	struct votes *all = memory_get(sizeof *all);
	struct work w = { 0 };
	size_t at = 0;

	for (size_t i = 0; i < sentences->n; i++)
		identify_sentence(s, d, i, &w, out);
	for (size_t i = 0; i < blocks->n; i++)
		if (blocks->at[i].role == ROLE_PROSE)
			identify_block(&blocks->at[i], d, out, &at, all, r);
	if (d->text.n)
		add_language(out, 0, d->text.n, winner(all, out->arena));
	free(all);
	free(w.word);
	free(w.allowed);
	free(w.label);
	free(w.probability);
	return OK;
}

/*
 * A token a line with its label and probability, an empty line after a sentence; given such lines, without it. Of a
 * line (--lines) one line is made: token/label, blanks between.
 */
static enum status identify_print(const void *state, const struct document *d, struct buf *out, struct report *r)
{
	const struct layer_spans *sentences = &d->layer[LAYER_sentence];
	bool conll = view_is(d->format, "conll"), line = view_is(d->format, "line");

	(void)state, (void)r;
	for (size_t i = 0; i < sentences->n; i++) {
		struct own o = own_begin(d, LAYER_language, i);
		const struct span *l;

		while ((l = own_next(&o))) {
			buf_str(out, line && out->n ? " " : "");
			buf_add(out, span_text(d, l));
			buf_addf(out, "%c%.*s", line ? '/' : '\t', VIEW_ARG(l->label));
			if (!conll && !line)
				buf_addf(out, "\t%.2f", (double)l->score);
			buf_str(out, line ? "" : "\n");
		}
		if (!conll && !line)
			buf_byte(out, '\n');
	}
	return OK;
}

const struct stage_ops identify_ops = {
	.options = options,
	.examples = "  pravah identify note.md                    a token a line: label, probability\n"
		    "  pravah identify --format conll <set.conll  tokens as given, one a line\n",
	.open = identify_open,
	.close = identify_close,
	.annotate = identify_annotate,
	.print = identify_print,
};
