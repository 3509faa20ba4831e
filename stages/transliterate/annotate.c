/* annotate.c - a document's words: which of them are written anew, and how, where they stand. */
#include "transliterate.h"

#include "format.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <utf8proc.h>

/* Letters of a word that Hindi and English may share by chance. */
enum { SHORT = 3 };

/* The first span of each place is the best. */
void translit_edits(const struct layer_spans *l, struct edits *e)
{
	for (size_t i = 0; i < l->n; i++)
		if (!e->n || l->at[i].begin >= e->at[e->n - 1].end)
			edits_add(e, l->at[i].begin, l->at[i].end, l->at[i].value);
}

/* Each word is looked up once a document, and so is written one way. `own`: the document's spelling of a loan by its English. */
struct work {
	const struct transliterate_state *s;
	const struct document *d;
	struct spans *out;
	struct memo memo;
	struct index own;
	bool hindi;			/* the sentence has words of Hindi */
	size_t typed, written;		/* of the sentence's words of Hindi, those in Latin letters and those in Devanagari */
	size_t begins;			/* the token that begins the sentence */
	size_t mark;			/* the next of the document's marks */
	struct names names;
	enum standing standing;		/* of the token in the name around it, if that is written */
	uint32_t end;			/* of the token's part of that name */
};

/* A loan in Devanagari, to Devanagari: the lexicon's spelling, else the one the document has most. */
static void respell(struct work *w, struct view token, struct answers *a)
{
	struct arena *arena = w->out->arena;
	const struct entry *own;
	struct view english;

	a->n = 0;
	if (house_spelling(&w->s->writer, token, arena, &a->at[0])) {
		a->n = !view_eq(a->at[0].text, token);
		return;
	}
	english = w->own.n ? learn_english(&w->s->writer, token, arena) : V("");
	own = english.n ? index_find(&w->own, english) : NULL;
	if (own && !view_eq(own->value, token))
		a->at[a->n++] = (struct answer){ own->value, FROM_DOCUMENT, 1 };
}

static enum reading reading_of(enum policy p)
{
	return p == POLICY_NAME ? AS_NAME : p == POLICY_HINDI ? AS_HINDI : AS_ENGLISH;
}

/* English -'s and n't: as if there were no apostrophe. False if there is none between letters. */
static bool without_apostrophe(struct view token, struct buf *out)
{
	static const char *const apostrophe[] = { "'", "\u2019" };

	for (size_t i = 0; i < sizeof apostrophe / sizeof *apostrophe; i++) {
		const char *at = memmem(token.p, token.n, apostrophe[i], strlen(apostrophe[i]));
		size_t begin = at ? (size_t)(at - token.p) : 0, end = begin + strlen(apostrophe[i]);

		if (!begin || !is_latin_word(view_cut(token, 0, begin)) || !is_latin_word(view_cut(token, end, token.n)))
			continue;
		buf_add(out, view_cut(token, 0, begin));
		buf_add(out, view_cut(token, end, token.n));
		return true;
	}
	return false;
}

/* naïve, café: letters with accents as letters without. */
static bool without_accents(struct view token, struct buf *out)
{
	utf8proc_uint8_t *plain = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)token.p, (utf8proc_ssize_t)token.n, &plain,
					  UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);

	if (n > 0)
		buf_add(out, (struct view){ (const char *)plain, (size_t)n });
	free(plain);
	return out->n < token.n && 2 * out->n > token.n && is_latin_word(buf_view(out));
}

/* Is it written as one word, and not part by part? */
static bool is_whole(const struct writer *w, struct view token)
{
	if (w->target == TO_ISO || is_latin_word(token) || lexicon_find(&w->lexicon.loan, token))
		return true;
	return w->target != TO_HINDI && (is_devanagari_word(token) || !has_devanagari(token));
}

static void write_token(struct work *w, struct view token, enum policy p, const struct context *c, struct answers *a)
{
	const struct writer *writer = &w->s->writer;
	struct arena *arena = w->out->arena;
	struct buf plain = { 0 };

	if (p == POLICY_LOAN && writer->target == TO_HINDI)
		respell(w, token, a);
	else if (is_whole(writer, token))
		write_word(writer, token, reading_of(p), c, arena, a);
	else if (without_apostrophe(token, &plain) || (buf_clear(&plain), without_accents(token, &plain)))
		write_word(writer, buf_view(&plain), reading_of(p), c, arena, a);
	else
		policy_parts(writer, token, reading_of(p), c, arena, a);
	buf_release(&plain);
}

static void add_spans(struct work *w, size_t begin, size_t end, const struct answers *a)
{
	for (size_t i = 0; i < a->n; i++) {
		struct span *s = spans_add(w->out, LAYER_translit, begin, end, origin_name[a->at[i].origin]);

		s->value = a->at[i].text;
		s->score = a->at[i].score;
	}
}

/* A word of a name is one wherever it is known from. */
static void add_named(struct work *w, size_t begin, size_t end, const struct answers *a)
{
	struct answers named = *a;

	for (size_t i = 0; i < named.n; i++)
		named.at[i].origin = FROM_NAME;
	add_spans(w, begin, end, &named);
}

static void add_one(struct work *w, size_t begin, size_t end, struct answer one)
{
	add_spans(w, begin, end, &(struct answers){ { one }, 1 });
}

/* Token i of a document; empty behind the last one. */
static struct view token_at(const struct document *d, size_t i)
{
	const struct layer_spans *l = &d->layer[LAYER_language];

	return i < l->n ? span_text(d, &l->at[i]) : V("");
}

static enum place place_of(const struct work *w, size_t i)
{
	const struct layer_spans *l = &w->d->layer[LAYER_language];

	if (i && view_is(l->at[i - 1].label, "number") && !view_is(token_at(w->d, i - 1), "1"))
		return COUNTED;
	return is_postposition(&w->s->writer.lexicon.endings, token_at(w->d, i + 1)) ? OBLIQUE : DIRECT;
}

/* The Hindi beside a token: what was written for the one before, and what is there or is likeliest for the one after. */
static struct view hindi_before(const struct work *w, size_t i)
{
	const struct layer_spans *t = &w->out->layer[LAYER_translit];
	const struct span *before = i ? &w->d->layer[LAYER_language].at[i - 1] : NULL;
	struct view text = before ? span_text(w->d, before) : V("");

	if (i == w->begins)
		return V("^");
	for (size_t k = t->n; before && k-- > 0 && t->at[k].begin >= before->begin;)
		if (t->at[k].begin == before->begin)
			text = t->at[k].value;	/* the last one found is the first of its place */
	return text;
}

static struct view hindi_after(const struct work *w, size_t i)
{
	const struct lexicon *l = &w->s->writer.lexicon;
	struct view text = token_at(w->d, i + 1);
	const struct entry *e = text.n && is_latin_word(text) ? lexicon_find(&l->typed, text) : NULL;

	if (view_is(text, "."))
		return V("।");
	return e ? l->way[e->number - 1].word : text;
}

static struct context context_of(const struct work *w, size_t i)
{
	return (struct context){ place_of(w, i), hindi_before(w, i), hindi_after(w, i) };
}

/* The answers to a token; what depends on its neighbours is remembered with these. */
static struct answers *remembered(struct work *w, struct view token, enum policy p, const struct context *c)
{
	struct buf key = { 0 };
	struct answers *a;
	bool found;

	buf_add(&key, token);
	if (p == POLICY_HINDI && depends_on_context(&w->s->writer, token))
		buf_addf(&key, "\t%.*s\t%.*s", VIEW_ARG(c->before), VIEW_ARG(c->after));
	a = memo_slot(&w->memo, (unsigned)p * PLACES + c->place, buf_view(&key), &found);
	if (!found)
		write_token(w, token, p, c, a);
	buf_release(&key);
	return a;
}

static bool has_english_after(const struct work *w, size_t i)
{
	const struct layer_spans *l = &w->d->layer[LAYER_language];

	return i + 1 < l->n && view_is(l->at[i + 1].label, "en") && is_latin_word(token_at(w->d, i + 1));
}

/* Does an English word stand beside token i, so that both may be one term: weather app, root cause? */
static bool has_english_beside(const struct work *w, size_t i)
{
	const struct layer_spans *l = &w->d->layer[LAYER_language];

	return (i && view_is(l->at[i - 1].label, "en") && is_latin_word(token_at(w->d, i - 1))) || has_english_after(w, i);
}

static bool is_typed_at(const struct work *w, size_t i)
{
	const struct layer_spans *l = &w->d->layer[LAYER_language];

	return i < l->n && view_is(l->at[i].label, "hi-Latn");
}

/*
 * A word among Hindi ones that Hindi has, too (to, is, me, the, kal): it is Hindi if English lacks it; in a sentence with typed
 * Hindi, if it is short and typed Hindi stands beside it or no English follows it, or if it is longer and stands between typed
 * Hindi. Behind a number it may be a unit.
 */
static bool is_typed_hindi(const struct work *w, size_t i, struct view token)
{
	const struct lexicon *l = &w->s->writer.lexicon;
	bool before = i && is_typed_at(w, i - 1), after = is_typed_at(w, i + 1);

	if (!w->hindi || token.n < 2 || !is_latin_word(token) || !lexicon_find(&l->typed, token) || lexicon_find(&l->glossary, token)
	    || (i && view_is(w->d->layer[LAYER_language].at[i - 1].label, "number")))
		return false;
	if (!lexicon_find(&l->loan, token))
		return true;
	if (!w->typed)
		return false;
	return token.n <= SHORT ? before || after || !has_english_after(w, i) : before && after;
}

/* A capital inside a sentence in Devanagari is that of a name, and one that no dictionary has stays. */
static bool is_name_like(const struct work *w, struct view token)
{
	const struct lexicon *l = &w->s->writer.lexicon;

	return token.p[0] >= 'A' && token.p[0] <= 'Z' && is_latin_word(token) && !is_acronym(token) && !is_common(l, token)
		&& !w->s->writer.knows_all_names && !lexicon_find(&l->glossary, token)
		&& !lexicon_find(&l->name, token) && !lexicon_find(&l->said, token);
}

/* 27 km: what follows a number and is no syllable. */
static bool is_unit(const struct work *w, size_t i, struct view token)
{
	return i && view_is(w->d->layer[LAYER_language].at[i - 1].label, "number") && is_latin_word(view_cut(token, 0, 1))
		&& has_no_vowel(token);
}

/* Signs and digits mean something in Markdown: a number that becomes 1. begins a list. */
static bool has_letter(struct view token)
{
	for (size_t i = 0; i < token.n; i += utf8_length(token.p[i]))
		if (u_isalpha((UChar32)utf8_code(token.p + i)))
			return true;
	return false;
}

/* What a token is read as where it stands, were it in no name. */
static enum policy policy_at(const struct work *w, size_t i, struct view token, bool first)
{
	const struct span *language = &w->d->layer[LAYER_language].at[i];
	enum policy p = policy_of(w->s, token, language->label, first);

	if ((p == POLICY_ENGLISH || view_is(language->label, "name")) && is_typed_hindi(w, i, token))
		p = POLICY_HINDI;
	else if (p == POLICY_HINDI && w->typed == 1 && w->written && lexicon_find(&w->s->writer.lexicon.loan, token))
		p = POLICY_ENGLISH;	/* alone among words in Devanagari */
	if ((p == POLICY_ENGLISH || p == POLICY_HINDI) && w->written && !w->s->from && !first && is_name_like(w, token))
		p = POLICY_STAY;
	return p;
}

/* A word of a name, in a name in Latin letters; typed Hindi has its own dictionary. False: it is like other words. */
static bool add_name_word(struct work *w, size_t i, enum policy p)
{
	const struct span *language = &w->d->layer[LAYER_language].at[i];
	const struct context alone = { ALONE, V(""), V("") };
	struct view word;
	struct answers *a;

	if (w->standing == OUTSIDE || p == POLICY_HINDI || view_is(language->label, "code"))
		return false;
	word = view_cut(w->d->text, language->begin, w->end);
	if (!names_write(&w->names, word) || (w->standing == PARTLY && is_latin_word(word)))
		return false;
	a = remembered(w, word, POLICY_NAME, &alone);
	(w->standing == INSIDE ? add_named : add_spans)(w, language->begin, w->end, a);
	return a->n;
}

static void add_token(struct work *w, size_t i, bool first)
{
	const struct span *language = &w->d->layer[LAYER_language].at[i];
	struct view token = span_text(w->d, language);
	enum policy p = policy_at(w, i, token, first);
	struct context c;
	struct answers *a;
	struct answer said;

	if (add_name_word(w, i, p))
		return;
	if (p == POLICY_STAY || is_unit(w, i, token) || (view_is(w->d->format, "markdown") && !has_letter(token)))
		return;
	c = context_of(w, i);
	if (w->hindi && !w->s->literal && (p == POLICY_ENGLISH || p == POLICY_NAME)
	    && !lexicon_find(&w->s->writer.lexicon.glossary, token) && !has_english_beside(w, i)
	    && said_in_hindi(&w->s->writer, token, c.place, w->out->arena, &said)) {
		add_one(w, language->begin, language->end, said);
		return;
	}
	a = remembered(w, token, p, &c);
	add_spans(w, language->begin, language->end, a);
}

/* The stop of a sentence that was typed in Latin letters. */
static bool add_danda(struct work *w, size_t i)
{
	const struct layer_spans *l = &w->d->layer[LAYER_language];
	size_t after = i + 1 < l->n ? l->at[i + 1].begin : w->d->text.n;
	bool typed = false;

	if (w->s->writer.target != TO_HINDI || !i || !view_is(token_at(w->d, i), ".") || l->at[i - 1].end != l->at[i].begin
	    || token_at(w->d, i - 1).n < 2 || !has_letter(token_at(w->d, i - 1))
	    || !is_latin_word(view_cut(w->d->text, l->at[i].begin - 1, l->at[i].begin))
	    || !(after > l->at[i].end || after == w->d->text.n))
		return false;
	for (size_t k = i; k-- > 0 && !typed && !view_is_any(token_at(w->d, k), (const char *const[]){ ".", "?", "!", "।", NULL });)
		typed = view_is(l->at[k].label, "hi-Latn");
	if (typed)
		add_one(w, l->at[i].begin, l->at[i].end, (struct answer){ V("।"), FROM_RULES, 1 });
	return typed;
}

/* linux, kubernetes: a name that stays Latin, but not in small letters, unless these are a word. */
static bool add_canonical(struct work *w, const struct span *language)
{
	const struct lexicon *l = &w->s->writer.lexicon;
	struct view token = span_text(w->d, language);
	const struct entry *e = w->s->from || w->s->writer.target != TO_HINDI || lexicon_find(&l->glossary, token) || index_find(&l->loan, token)
		|| index_find(&l->typed, token) ? NULL : index_find(&l->whole_small, token);

	if (e && !view_eq(e->value, token))
		add_one(w, language->begin, language->end, (struct answer){ e->value, FROM_NAME, 1 });
	return e;
}

/* A name that is known to be written so or so in Hindi: how many tokens it has; 0 if there is none here. */
static size_t add_name(struct work *w, const struct span *next, size_t n, bool first)
{
	size_t words = 0;
	struct view latin = span_text(w->d, next), language = next->label;
	const struct entry *e;

	if (w->s->writer.target != TO_HINDI || w->s->from || !latin.n || (latin.p[0] & 0x80) || lexicon_find(&w->s->writer.lexicon.glossary, latin))
		return 0;
	e = policy_name(&w->s->writer, w->d, next->begin, next, n, &words);
	/* A word that begins an English sentence may be no name: Apple, Oracle, Rust. */
	if (!e || (words == 1 && first && !w->hindi && !view_is(language, "name") && is_common(&w->s->writer.lexicon, latin)))
		return 0;
	if (!view_eq(e->value, e->key))
		add_one(w, next->begin, next[words - 1].end, (struct answer){ e->value, FROM_NAME, 1 });
	return words;
}

/* --- one spelling a document --- */

struct spelling { struct view english, text; size_t times; };

static int by_english(const void *a, const void *b)
{
	const struct spelling *x = a, *y = b;
	int c = view_compare(x->english, y->english);

	return c ? c : (x->times < y->times) - (x->times > y->times);
}

/* Of the loans the lexicon lacks, the spelling that each has most; the first of them if two have as many. */
static void find_own_spellings(struct work *w)
{
	const struct layer_spans *l = &w->d->layer[LAYER_language];
	struct spelling *at = NULL;
	struct index seen = { 0 };
	size_t n = 0, cap = 0;
	struct answer house;

	for (size_t i = 0; i < l->n; i++) {
		struct view token = span_text(w->d, &l->at[i]);
		struct entry *e = view_is(l->at[i].label, "loan") ? index_find(&seen, token) : NULL;

		if (e)
			at[e->number].times++;
		if (e || !view_is(l->at[i].label, "loan") || house_spelling(&w->s->writer, token, w->out->arena, &house))
			continue;
		index_add(&seen, token)->number = n;
		at = memory_grow(at, &cap, n + 1, sizeof *at);
		at[n++] = (struct spelling){ { 0 }, token, 1 };
	}
	for (size_t i = 0; n > 1 && i < n; i++)
		at[i].english = learn_english(&w->s->writer, at[i].text, w->out->arena);
	if (n > 1)
		qsort(at, n, sizeof *at, by_english);
	for (size_t i = 0; n > 1 && i < n; i++) {
		struct entry *e = at[i].english.n ? index_add(&w->own, at[i].english) : NULL;

		if (e)
			e->value = at[i].text;
	}
	free(at);
	index_release(&seen);
}

/* In plain text, too, what stands between backticks on a line is code: the number of tokens from the first one to the last. */
static size_t code_tokens(const struct document *d, const struct layer_spans *l, size_t i)
{
	if (view_is(d->format, "markdown") || !view_is(token_at(d, i), "`"))
		return 0;
	for (size_t k = i + 1; k < l->n && !memchr(d->text.p + l->at[k - 1].end, '\n', l->at[k].begin - l->at[k - 1].end); k++)
		if (view_is(token_at(d, k), "`"))
			return k - i + 1;
	return 0;
}

/* Blanks that are no ASCII, before a token of the same sentence. */
static void add_gap(struct work *w, size_t i)
{
	const struct layer_spans *l = &w->d->layer[LAYER_language];
	size_t begin = i ? l->at[i - 1].end : 0, end = l->at[i].begin;

	for (size_t k = begin; k < end; k += utf8_length(w->d->text.p[k]))
		if (w->d->text.p[k] & 0x80)
			add_one(w, k, k + utf8_length(w->d->text.p[k]), (struct answer){ V(" "), FROM_RULES, 1 });
}

/* The sentence that token i begins: how much of it is Hindi, in either script. */
static void begin_sentence(struct work *w, size_t i, uint32_t end)
{
	const struct layer_spans *l = &w->d->layer[LAYER_language];

	w->begins = i;
	w->typed = w->written = 0;
	for (; i < l->n && l->at[i].begin < end; i++) {
		w->typed += view_is(l->at[i].label, "hi-Latn");
		w->written += view_is(l->at[i].label, "hi");
	}
	w->hindi = w->s->writer.target == TO_HINDI && !w->s->from && (w->typed || w->written);
}

/* Prose of its own in a mark: the alt text of a picture, the title of a link. */
static bool is_own_prose(const struct document *d, const struct span *mark, const struct span *token)
{
	const struct layer_spans *b = &d->layer[LAYER_block];

	for (size_t i = layer_from(d, LAYER_block, mark->begin); i < b->n && b->at[i].begin <= token->begin; i++)
		if (b->at[i].role == ROLE_PROSE && b->at[i].end <= mark->end && b->at[i].end >= token->end)
			return true;
	return false;
}

/* Is a mark (code, a tag, a formula, an entity) inside the token, or the token in it? Tokens come in order. */
static bool meets_mark(struct work *w, const struct span *token)
{
	const struct layer_spans *m = &w->d->layer[LAYER_markup];

	while (w->mark < m->n && m->at[w->mark].end <= token->begin)
		w->mark++;
	for (size_t i = w->mark; i < m->n && m->at[i].begin < token->end; i++)
		if (m->at[i].end > token->begin && m->at[i].end > m->at[i].begin && !is_own_prose(w->d, &m->at[i], token))
			return true;
	return false;
}

/* What the format does not bear, the text of a link that it is found by, say, is not written. */
static void keep_format(const struct document *d, struct spans *out)
{
	struct layer_spans *l = &out->layer[LAYER_translit];
	struct edits e = { 0 };
	size_t n = 0, k = 0;

	translit_edits(l, &e);
	format_keep(d, &e);
	for (size_t i = 0; i < l->n; i++) {
		while (k < e.n && e.at[k].begin < l->at[i].begin)
			k++;
		if (k < e.n && e.at[k].begin == l->at[i].begin)
			l->at[n++] = l->at[i];
	}
	l->n = n;
	edits_release(&e);
}

/* The token, or the tokens of a name, from i on: how many there are. */
static size_t add_word(struct work *w, size_t i, bool first)
{
	const struct layer_spans *l = &w->d->layer[LAYER_language];
	bool named = w->s->writer.target == TO_HINDI && !w->s->from;
	size_t words;

	w->standing = named ? names_standing(&w->names, &l->at[i], w->out->layer[LAYER_translit].n, &w->end) : OUTSIDE;
	words = meets_mark(w, &l->at[i]) ? 1 : add_name(w, &l->at[i], l->n - i, first);
	if (!words) {
		words = 1;
		if (!add_danda(w, i) && !add_canonical(w, &l->at[i]))
			add_token(w, i, first);
	}
	if (named)
		names_join(&w->names, l->at[i + words - 1].end, w->s->literal, w->out);
	return words;
}

void annotate(const struct transliterate_state *s, const struct document *d, struct spans *out)
{
	const struct layer_spans *l = &d->layer[LAYER_language], *sentences = &d->layer[LAYER_sentence];
	struct work w = { .s = s, .d = d, .out = out, .memo.arena = out->arena };
	size_t sentence = 0, words;

	w.names = (struct names){ .lexicon = &s->writer.lexicon, .d = d };
	if (w.s->writer.target == TO_HINDI)
		find_own_spellings(&w);
	for (size_t i = 0; i < l->n; i += words) {
		bool first;

		words = code_tokens(d, l, i);
		if (words)
			continue;
		first = sentence < sentences->n && sentences->at[sentence].begin <= l->at[i].begin;
		if (first)
			begin_sentence(&w, i, sentences->at[sentence].end);
		while (sentence < sentences->n && sentences->at[sentence].begin <= l->at[i].begin)
			sentence++;
		if (w.s->writer.target == TO_ASCII && !view_is(d->format, "markdown"))
			add_gap(&w, i);
		words = add_word(&w, i, first);
	}
	keep_format(d, out);
	memo_release(&w.memo);
	index_release(&w.own);
}
