/*
 * sentences.c - what the model learns from: sentences whose tokens may have one label, or, where nothing says which, a
 * few. Romanised Hindi is made from Hindi: every word in one of the ways people write it, hurried spellings included,
 * loans in their English spelling, English phrases between.
 */
#include "train.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

/* How many times the labelled sentences of our own are seen for one time of the rest. */
enum { OWN_TIMES = 4, ROMAN_TIMES = 2, COMMON = 9 };

struct making { struct examples *e; const struct lists *l; uint64_t seed; bool hindi, roman; size_t english; };

/* --- chance, the same in every run --- */

static uint32_t chance(struct making *m, uint32_t n)
{
	m->seed = m->seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(m->seed >> 33) % n;
}

/* --- adding --- */

static void add(struct making *m, struct view text, unsigned allowed)
{
	struct examples *e = m->e;

	e->at = memory_grow(e->at, &e->cap, e->n + 1, sizeof *e->at);
	e->at[e->n++] = (struct example){ arena_copy(&e->arena, text), (uint8_t)allowed };
}

static void end_sentence(struct making *m)
{
	struct examples *e = m->e;

	if (e->n_sentences && e->begin[e->n_sentences - 1] == e->n)
		return;
	e->begin = memory_grow(e->begin, &e->cap_begin, e->n_sentences + 2, sizeof *e->begin);
	if (!e->n_sentences)
		e->begin[e->n_sentences++] = 0;
	e->begin[e->n_sentences++] = e->n;
}

/* --- what word lists say of a token --- */

static unsigned devanagari_labels(const struct counts *c)
{
	bool loan = c->lists & LIST_LOAN, native = c->lists & LIST_NATIVE, name = c->lists & (LIST_NAME | LIST_NAME_PART);

	if (loan && !native)
		return LABEL(LOAN) | (c->lists & LIST_NAME ? LABEL(NAME) : 0);
	if (native && !loan)
		return LABEL(HI);
	if (c->lists & LIST_NAME && c->hindi < 4)
		return LABEL(NAME);
	return name ? LABEL(HI) | LABEL(NAME) : LABEL(HI) | LABEL(LOAN);
}

static unsigned latin_labels(const struct word *w, bool roman, bool first)
{
	const struct counts *c = &w->counts;
	unsigned may = w->capital && !first ? LABEL(NAME) : 0;

	if (w->capital && c->lists & LIST_NAME)
		return c->english > COMMON ? LABEL(NAME) | LABEL(EN) : LABEL(NAME);
	if (w->capitals && w->n < 6)
		return c->english > 4 ? LABEL(EN) : LABEL(EN) | LABEL(NAME);
	if (w->capital && !first && !roman)
		return c->english ? LABEL(NAME) | LABEL(EN) : LABEL(NAME);
	if (!roman)
		return LABEL(EN) | may;
	if (c->english > 3 && c->roman < 2)
		return LABEL(EN) | may;
	if (c->roman > 2 && c->english < 2)
		return LABEL(HI_LATN);
	return LABEL(EN) | LABEL(HI_LATN) | may;
}

static void make_word(struct making *m, struct word *w, struct view token)
{
	word_make(w, token, V(""));
	word_look_up(w, lists_counts, m->l);
}

static unsigned labels_of(struct making *m, struct view token)
{
	struct word w;
	unsigned form = (word_make(&w, token, V("")), 0);
	bool first = m->e->n_sentences && m->e->begin[m->e->n_sentences - 1] == m->e->n;

	word_look_up(&w, lists_counts, m->l);
	form = w.form == FORM_DEVANAGARI ? devanagari_labels(&w.counts) : w.form == FORM_LATIN ? latin_labels(&w, m->roman, first)
	     : word_make(&w, token, V(""));
	return form;
}

static void add_token(void *ctx, struct view token)
{
	add(ctx, token, labels_of(ctx, token));
}

/* --- labelled sets --- */

static int find_label(struct view v)
{
	for (int y = 0; y < LABELS; y++)
		if (view_is(v, label_name[y]))
			return y;
	return -1;
}

/* Odd sentences only: the even ones are the test. */
struct gold { struct making *m; size_t sentence; bool empty; };

static void read_gold(const char *top, const char *name, struct making *m)
{
	struct buf path = { 0 };
	FILE *f;
	char line[4096];
	size_t sentence = 1;

	buf_addf(&path, "%s/corpus/%s", top, name);
	f = fopen(path.p, "r");
	if (!f) {
		perror(path.p);
		exit(1);
	}
	while (fgets(line, sizeof line, f)) {
		char *tab = strchr(line, '\t');
		int y = tab ? find_label(view_trim(view_of(tab + 1))) : -1;

		if (line[0] == '\n') {
			end_sentence(m);
			sentence++;
		} else if (y >= 0 && sentence % 2) {
			add(m, (struct view){ line, (size_t)(tab - line) }, 1u << y);
		}
	}
	end_sentence(m);
	fclose(f);
	buf_release(&path);
}

/* A name's tokens are names, others are what the lists say. BIO in the second column; empty lines are not seen. */
static void read_bio(void *ctx, const struct view *column, size_t n)
{
	struct making *m = ctx;
	static const char *const named[] = { "PERSON", "LOCATION", "ORGANIZATION", "person", "location", "corporation", "group",
					     "product", "creative-work" };
	bool name = false;

	for (size_t i = 0; n > 1 && i < sizeof named / sizeof *named; i++)
		name = name || view_ends(column[1], named[i]);
	if (n < 2)
		return;
	add(m, column[0], name ? LABEL(NAME) : labels_of(m, column[0]) & ~LABEL(NAME) ? labels_of(m, column[0]) & ~LABEL(NAME)
									      : labels_of(m, column[0]));
	if (view_is(column[0], "।") || view_is(column[0], ".") || view_is(column[0], "?"))
		end_sentence(m);
}

/* Word, hi or en */
static void read_type(void *ctx, const struct view *column, size_t n)
{
	if (n < 2)
		return;
	add(ctx, column[0], view_is(column[1], "en") ? LABEL(LOAN) : LABEL(HI));
	end_sentence(ctx);
}

/* [[surface|TYPE|value]] */
static void read_entities(void *ctx, const struct view *column, size_t n)
{
	static const char *const names[] = { "PER", "ORG", "LOC", "PRODUCT", "WORK", "EVENT", "LAW" };
	struct making *m = ctx;
	struct view v = column[0];

	(void)n;
	while (v.n) {
		const char *open = memmem(v.p, v.n, "[[", 2), *close = open ? memmem(open, v.n - (size_t)(open - v.p), "]]", 2) : NULL;
		struct view plain = close ? view_cut(v, 0, (size_t)(open - v.p)) : v;
		struct view in = close ? (struct view){ open + 2, (size_t)(close - open) - 2 } : V("");
		const char *bar = in.n ? memchr(in.p, '|', in.n) : NULL;
		size_t from, name = 0;

		from = m->e->n;
		cut_text(plain, add_token, m);
		for (size_t i = from; i < m->e->n; i++)	/* every name is marked here */
			if (m->e->at[i].allowed & ~LABEL(NAME))
				m->e->at[i].allowed &= (uint8_t)~LABEL(NAME);
		from = m->e->n;
		for (size_t i = 0; bar && i < sizeof names / sizeof *names; i++)
			name += view_starts((struct view){ bar + 1, in.n - (size_t)(bar - in.p) - 1 }, names[i]);
		if (bar)
			cut_text(view_cut(in, 0, (size_t)(bar - in.p)), add_token, m);
		for (size_t i = from; name && i < m->e->n; i++)
			m->e->at[i].allowed = LABEL(NAME);
		v = close ? view_cut(v, (size_t)(close - v.p) + 2, v.n) : V("");
	}
	end_sentence(m);
}

/* --- romanising --- */

static struct view pick(struct making *m, const struct spelling *s)
{
	uint32_t all = 0, at;
	const struct spelling *k;

	for (k = s; k; k = k->next)
		all += k->count;
	at = chance(m, all ? all : 1);
	for (k = s; k->next && at >= k->count; k = k->next)
		at -= k->count;
	return k->text;
}

static bool is_vowel(char c)
{
	return byte_in(c, "aeiou");
}

/* As people type in a hurry: vowels dropped or doubled, a last a left out, z for s. */
static void hurry(struct making *m, struct view v, struct buf *out)
{
	uint32_t style = chance(m, 4);

	for (size_t i = 0; i < v.n; i++) {
		bool inner = i && i + 1 < v.n;

		if (style == 0 && inner && v.p[i] == 'a' && !is_vowel(v.p[i - 1]) && !is_vowel(v.p[i + 1]) && v.n > 3
		    && chance(m, 2))
			continue;
		if (style == 1 && i && v.p[i] == v.p[i - 1] && is_vowel(v.p[i]))
			continue;
		if (style == 1 && inner && is_vowel(v.p[i]) && v.n > 3 && !chance(m, 4))
			continue;
		buf_byte(out, v.p[i]);
		if (style == 2 && i + 1 == v.n && byte_in(v.p[i], "aiu") && !chance(m, 4))
			buf_byte(out, v.p[i]);
		if (style == 3 && i + 2 == v.n && !chance(m, 6))
			break;
	}
}

static void add_roman(struct making *m, struct view word, unsigned allowed)
{
	struct buf b = { 0 };

	if (chance(m, 3))
		buf_add(&b, word);
	else
		hurry(m, word, &b);
	if (b.n && !chance(m, 12))
		b.p[0] = (char)(b.p[0] >= 'a' && b.p[0] <= 'z' ? b.p[0] - 32 : b.p[0]);
	if (b.n)
		add(m, buf_view(&b), allowed);
	buf_release(&b);
}

/* Some words of English running text, taken from the examples that are there already. */
static void add_english(struct making *m)
{
	size_t n = 1 + chance(m, 6), from = chance(m, (uint32_t)(m->english - 8));

	for (size_t i = from; i < from + n; i++) {
		struct example x = m->e->at[i];
		struct word w;

		word_make(&w, x.text, V(""));
		if (w.form == FORM_LATIN && x.allowed & LABEL(EN))
			add(m, (struct view){ w.key, w.n }, LABEL(EN));
	}
}

/* Of a word no list knows: English if it is spelled so. */
static void add_unsure(struct making *m, struct view roman, bool loan)
{
	struct counts c = lists_counts(m->l, roman.p, roman.n);

	add_roman(m, roman, loan || (c.english > 4 && c.english > c.roman) ? LABEL(EN) : c.english > 1 ? LABEL(EN) | LABEL(HI_LATN)
		  : LABEL(HI_LATN));
}

static void romanise_token(void *ctx, struct view token)
{
	struct making *m = ctx;
	const struct spelling *english = lists_spellings(m->l, &m->l->english, token);
	const struct spelling *roman = lists_spellings(m->l, &m->l->roman, token);
	struct word w;

	make_word(m, &w, token);
	if (english)
		add_roman(m, english->text, LABEL(EN));
	else if (roman && devanagari_labels(&w.counts) == LABEL(HI))
		add_roman(m, pick(m, roman), LABEL(HI_LATN));
	else if (roman)
		add_unsure(m, pick(m, roman), w.counts.lists & LIST_LOAN);
	else if (w.form == FORM_LATIN)
		add(m, token, latin_labels(&w, true, false));
	else if (w.form != FORM_DEVANAGARI && !chance(m, 3))
		add(m, token, labels_of(m, token));
	if (!chance(m, 14))
		add_english(m);
}

static void romanise_pair(void *ctx, const struct view *column, size_t n)
{
	struct making *m = ctx;

	for (int i = 0; n > 1 && i < ROMAN_TIMES; i++) {
		cut_text(column[1], romanise_token, m);
		end_sentence(m);
	}
}

/* --- running text --- */

static void read_english(void *ctx, const struct view *column, size_t n)
{
	if (n < 2)
		return;
	cut_text(column[0], add_token, ctx);
	end_sentence(ctx);
}

static void read_hindi(void *ctx, const struct view *column, size_t n)
{
	if (n < 2)
		return;
	cut_text(column[1], add_token, ctx);
	end_sentence(ctx);
}

static void read_mixed(void *ctx, const struct view *column, size_t n)
{
	struct making *m = ctx;

	if (n < 3)
		return;
	m->roman = view_is(column[0], "roman") || view_is(column[0], "codemix");
	cut_text(column[1], add_token, m);
	end_sentence(m);
	m->roman = false;
}

static void read_corpus(struct making *m, const char *top, void (*use)(void *, const struct view *, size_t))
{
	static const char *const names[] = { "ai-business", "essays", "software", "ml-howto", "notes-structured", "world", "guides",
					     "workplace", "notes" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct buf path = { 0 };

		buf_addf(&path, "corpus/%s.tsv", names[i]);
		read_table(top, path.p, use, m);
		buf_release(&path);
	}
}

void examples_read(struct examples *e, const struct lists *l, const char *top, const char *data)
{
	struct making m = { .e = e, .l = l, .seed = 1 };

	read_corpus(&m, top, read_english);
	read_table(data, "mt/train/xquad.tsv", read_english, &m);
	m.english = e->n;
	read_corpus(&m, top, read_hindi);
	read_table(data, "mt/train/xquad.tsv", read_hindi, &m);
	read_table(data, "lid/deva-loanword.train.tsv", read_type, &m);
	read_table(data, "ner/il-ner.hi.train.conll", read_bio, &m);
	read_table(data, "ner/wnut17.en.train.conll", read_bio, &m);
	read_table(top, "corpus/entities.txt", read_entities, &m);
	read_table(top, "corpus/mixed.tsv", read_mixed, &m);
	read_corpus(&m, top, romanise_pair);
	read_table(data, "mt/train/xquad.tsv", romanise_pair, &m);
	for (int i = 0; i < OWN_TIMES; i++) {
		read_gold(top, "languages.hi.conll", &m);
		read_gold(top, "languages.mixed.conll", &m);
	}
	fprintf(stderr, "train: %zu tokens in %zu sentences\n", e->n, e->n_sentences ? e->n_sentences - 1 : 0);
}
