/*
 * sentences.c - what the model learns from: sentences whose tokens may have one label, or, where nothing says which, a
 * few. Romanised Hindi is made from Hindi: every word in one of the ways people write it, hurried spellings included,
 * loans in their English spelling, English phrases between; and once more as a message, small letters and no stops.
 */
#include "train.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

/* How many times the labelled sentences of our own are seen for one time of the rest. */
enum { OWN_TIMES = 8, ROMAN_TIMES = 2, SOME = 4, ENGLISH_TIMES = 3, COMMON = 9, RENAMED_TIMES = 2, TYPES = 7 };

static const char *const types[TYPES] = { "PER", "ORG", "LOC", "PRODUCT", "WORK", "EVENT", "LAW" };

/* Names of one type, each in Latin letters and in Devanagari. */
struct names { struct view (*at)[2]; size_t n, cap; };

/* How a sentence with marked names is read: as it is, with other names in their places, or that and romanised. */
enum naming { NAMES_KEPT, NAMES_OTHER, NAMES_ROMAN };

struct making { struct examples *e; const struct lists *l; uint64_t seed; bool hindi, roman; size_t english; struct names name[TYPES];
	enum naming naming; };

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
	e->at[e->n++] = (struct example){ arena_copy(&e->arena, text), (uint8_t)allowed, 0xff };
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

/* Does a sentence begin? */
static bool begins(const struct making *m)
{
	return m->e->n_sentences && m->e->begin[m->e->n_sentences - 1] == m->e->n;
}

/* --- what word lists say of a token --- */

enum { LISTED = LIST_NAME | LIST_NAME_PART };

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
	lists_look_up(m->l, w);
}

static unsigned labels_of(struct making *m, struct view token)
{
	struct word w;
	unsigned form = (word_make(&w, token, V("")), 0);
	bool first = begins(m);

	lists_look_up(m->l, &w);
	form = w.form == FORM_DEVANAGARI ? devanagari_labels(&w.counts) : w.form == FORM_LATIN ? latin_labels(&w, m->roman, first)
	     : word_make(&w, token, V(""));
	return form;
}

static void add_token(void *ctx, struct view token)
{
	add(ctx, token, labels_of(ctx, token));
}

/* A name in a message is English if English has it, and Hindi if it does not. */
static unsigned unnamed(const struct word *w, bool hindi)
{
	if (!hindi)
		return LABEL(EN);
	return w->counts.english > COMMON || w->capitals ? LABEL(EN)
		: w->counts.lists & (LISTED | LIST_PROPER) ? LABEL(EN) | LABEL(HI_LATN) : LABEL(HI_LATN);
}

/*
 * The sentence made last once more, as a message: small letters and words only. Every other time there are no names among the
 * labels, so that sets without names are learned for, too.
 */
static void add_message(struct making *m, bool hindi)
{
	struct examples *e = m->e;
	size_t from = e->begin[e->n_sentences - 2], to = e->n;
	bool named = !chance(m, 2);

	for (size_t i = from; i < to; i++) {
		struct example x = e->at[i];
		struct word w;

		make_word(m, &w, x.text);
		if (w.form != FORM_LATIN)
			continue;
		if (named && x.allowed == LABEL(NAME)) {
			add(m, (struct view){ w.key, w.n }, w.counts.lists & LISTED ? LABEL(NAME) : LABEL(NAME) | unnamed(&w, hindi));
			continue;
		}
		add(m, (struct view){ w.key, w.n }, x.allowed == LABEL(NAME) ? unnamed(&w, hindi) : x.allowed & ~LABEL(NAME));
		if (!named)
			e->at[e->n - 1].choice = LABEL(EN) | LABEL(HI_LATN);
	}
	end_sentence(m);
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

static bool is_named(struct view tag)
{
	static const char *const named[] = { "PERSON", "LOCATION", "ORGANIZATION", "person", "location", "corporation", "group",
					     "product", "creative-work" };
	bool name = false;

	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		name = name || view_ends(tag, named[i]);
	return name;
}

static bool is_stop(struct view v)
{
	return view_is(v, "।") || view_is(v, ".") || view_is(v, "?");
}

/* A name's tokens are names, others are what the lists say. BIO in the second column; empty lines are not seen. */
static void read_bio(void *ctx, const struct view *column, size_t n)
{
	struct making *m = ctx;
	unsigned may;

	if (n < 2)
		return;
	may = labels_of(m, column[0]);
	add(m, column[0], is_named(column[1]) ? LABEL(NAME) : may & ~LABEL(NAME) ? may & ~LABEL(NAME) : may);
	if (is_stop(column[0])) {
		end_sentence(m);
		add_message(m, false);
	}
}

/* Word, hi or en. One in six is English: seen as often as the others it would be found too seldom. */
static void read_type(void *ctx, const struct view *column, size_t n)
{
	bool english = n > 1 && view_is(column[1], "en");

	for (int i = 0; n > 1 && i < (english ? ENGLISH_TIMES : 1); i++) {
		add(ctx, column[0], english ? LABEL(LOAN) : LABEL(HI));
		end_sentence(ctx);
	}
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

/*
 * How people type what is romanised otherwise in a dictionary: '^' and '$' are the ends of the word, '?' before and
 * after a letter says that it stands between consonants.
 */
static const struct { const char *from, *to; } habits[] = {
	{ "aa", "a" }, { "ee", "i" }, { "oo", "u" }, { "?a?", "" }, { "?i?", "" }, { "?u?", "" }, { "?i?", "e" }, { "?u?", "o" },
	{ "i$", "y" }, { "i$", "ee" }, { "e$", "ey" }, { "e$", "y" }, { "a$", "aa" }, { "a$", "ah" }, { "a$", "" }, { "u$", "oo" },
	{ "h$", "" }, { "n$", "" }, { "ai", "e" }, { "ai", "ay" }, { "au", "o" }, { "au", "ou" }, { "v", "w" }, { "w", "v" },
	{ "z", "j" }, { "j", "z" }, { "k", "q" }, { "ph", "f" }, { "f", "ph" }, { "kh", "k" }, { "chh", "ch" }, { "th", "t" },
	{ "sh", "s" }, { "ksh", "x" }, { "e", "ay" }, { "?o?", "u" }, { "?e?", "i" }, { "ye", "e" }, { "^i", "e" }, { "aya", "ya" },
	{ "iya", "ia" }, { "mm", "m" }, { "cc", "c" }, { "tt", "t" }, { "?a?", "aa" }, { "gh", "g" }, { "bh", "b" }, { "dh", "d" },
	{ "^a", "aa" }, { "s", "ss" }, { "b", "bb" }, { "q", "k" }, { "een", "in" }, { "?a?", "u" }, { "?a?", "e" },
};

/* Does a habit's pattern stand at i? How many letters it takes. */
static size_t matches(const char *from, struct view v, size_t i)
{
	bool begin = *from == '^', between = *from == '?';
	size_t n = 0;

	if ((begin && i) || (between && (!i || is_vowel(v.p[i - 1]))))
		return 0;
	for (from += begin || between; *from && *from != '$' && *from != '?'; from++, n++)
		if (i + n >= v.n || v.p[i + n] != *from)
			return 0;
	if ((*from == '$' && i + n != v.n) || (*from == '?' && (i + n >= v.n || is_vowel(v.p[i + n]))))
		return 0;
	return n;
}

/* In a hurry: each habit that fits comes through once in a while. */
static void hurry(struct making *m, struct view v, struct buf *out)
{
	uint32_t rare = v.n > 3 ? 12 : 30;

	for (size_t i = 0, n; i < v.n; i += n) {
		n = 0;
		for (size_t k = 0; k < sizeof habits / sizeof *habits && !n; k++)
			if ((n = matches(habits[k].from, v, i)) && !chance(m, rare))
				buf_str(out, habits[k].to);
			else
				n = 0;
		if (!n)
			buf_byte(out, v.p[i + n++]);
	}
}

/*
 * Sometimes with a capital, names more often. In running text nobody said which words are names: what a list calls one gets a
 * capital only where any word has it, and may be one there.
 */
static void add_roman(struct making *m, struct view word, unsigned allowed)
{
	struct buf b = { 0 };
	bool listed = allowed != LABEL(NAME) && lists_counts(m->l, word.p, word.n).lists & LISTED;

	if (!chance(m, 3))
		buf_add(&b, word);
	else
		hurry(m, word, &b);
	if (b.n && (begins(m) || !listed) && !chance(m, allowed == LABEL(NAME) || begins(m) ? 2 : 12))
		b.p[0] = (char)(b.p[0] >= 'a' && b.p[0] <= 'z' ? b.p[0] - 32 : b.p[0]);
	if (b.n)
		add(m, buf_view(&b), allowed | (listed && b.p[0] < 'a' ? LABEL(NAME) : 0));
	buf_release(&b);
}

/*
 * Some words of English running text, taken from the examples that are there already, or one that messages have. One
 * that stands alone among Hindi is none that Hindi has, too: "to" is English beside English only.
 */
static void add_english(struct making *m)
{
	size_t n = chance(m, 3) ? 1 : 2 + chance(m, 6), from = chance(m, (uint32_t)(m->english - 8));

	if (!chance(m, 12)) {
		add(m, view_of(chat_words[chance(m, CHAT_WORDS)]), LABEL(EN));
		return;
	}
	for (size_t i = from; i < from + n; i++) {
		struct example x = m->e->at[i];
		struct word w;

		make_word(m, &w, x.text);
		if (w.form == FORM_LATIN && x.allowed & LABEL(EN) && (n > 1 || w.counts.english > w.counts.roman + 3))
			add(m, (struct view){ w.key, w.n }, LABEL(EN));
	}
}

/* A stretch of English running text. */
static void add_clause(struct making *m)
{
	size_t n = 4 + chance(m, 12), from = chance(m, (uint32_t)(m->english - 16));

	for (size_t i = from; i < from + n; i++)
		add(m, m->e->at[i].text, m->e->at[i].allowed);
}

/* Of a word no list knows: English if it is spelled so. */
static void add_unsure(struct making *m, struct view roman, bool loan)
{
	struct counts c = lists_counts(m->l, roman.p, roman.n);

	add_roman(m, roman, loan || (c.english > 4 && c.english > c.roman) ? LABEL(EN) : c.english > 1 ? LABEL(EN) | LABEL(HI_LATN)
		  : LABEL(HI_LATN));
}

/* By rule, of a word that nobody wrote down. */
static void add_by_rule(struct making *m, const struct word *w, unsigned allowed)
{
	struct sound s;

	sound_spelled(word_key(w), &s);
	add_roman(m, (struct view){ s.text, s.n }, allowed);
}

/* In the spelling of English. Who is a Hindu or lives in Delhi may be said to be named. */
static void add_english_of(struct making *m, struct view text)
{
	struct counts c = lists_counts(m->l, text.p, text.n);

	add_roman(m, text, c.lists & LIST_PROPER ? LABEL(EN) | LABEL(NAME) : LABEL(EN));
}

static void romanise_word(struct making *m, const struct word *w)
{
	struct view key = { w->key, w->n };
	const struct spelling *english = lists_spellings(m->l, &m->l->english, key);
	const struct spelling *roman = lists_spellings(m->l, &m->l->roman, key);
	enum origin origin = lists_origin(m->l, key);

	if (origin == ORIGIN_ENGLISH || (origin == ORIGIN_UNKNOWN && english && chance(m, 2))) {
		if (english || roman)
			add_english_of(m, english ? english->text : pick(m, roman));
	} else if (roman) {
		if (origin == ORIGIN_HINDI || english)
			add_roman(m, pick(m, roman), LABEL(HI_LATN));
		else
			add_unsure(m, pick(m, roman), false);
	} else if (origin == ORIGIN_HINDI || !(w->said || w->spelled || w->bones)) {
		add_by_rule(m, w, LABEL(HI_LATN));
	}
}

/* A word of the set of romanisations, whatever it is: running text repeats few of them. */
static void add_any_roman(struct making *m)
{
	const struct index *x = &m->l->roman;
	struct word w;
	size_t i;

	do
		i = chance(m, (uint32_t)x->cap);
	while (!x->slot[i].key.p);
	make_word(m, &w, x->slot[i].key);
	romanise_word(m, &w);
}

static void romanise_token(void *ctx, struct view token)
{
	struct making *m = ctx;
	struct word w;

	make_word(m, &w, token);
	if (w.form == FORM_DEVANAGARI)
		romanise_word(m, &w);
	else if (w.form == FORM_LATIN)
		add(m, token, latin_labels(&w, true, false));
	else if (!chance(m, 2))
		add(m, view_is(token, "।") ? V(".") : token, labels_of(m, token));
	if (is_stop(token))
		return;
	if (!chance(m, 7))
		add_english(m);
	if (!chance(m, 8))
		add_any_roman(m);
}

/* A clause of English before or after. */
static void end_romanised(struct making *m)
{
	if (!chance(m, 6))
		add_clause(m);
	end_sentence(m);
	add_message(m, true);
}

static void romanise_pair(void *ctx, const struct view *column, size_t n)
{
	struct making *m = ctx;

	for (int i = 0; n > 1 && i < ROMAN_TIMES; i++) {
		cut_text(column[1], romanise_token, m);
		end_romanised(m);
	}
}

/* One line of many of a big text. */
static void romanise_some(void *ctx, const struct view *column, size_t n)
{
	if (!chance(ctx, SOME))
		romanise_pair(ctx, column, n);
}

static void romanise_bio(void *ctx, const struct view *column, size_t n)
{
	struct making *m = ctx;
	struct word w;

	if (n < 2)
		return;
	make_word(m, &w, column[0]);
	if (w.form == FORM_DEVANAGARI && is_named(column[1]))
		add_by_rule(m, &w, LABEL(NAME));
	else
		romanise_token(m, column[0]);
	if (is_stop(column[0]))
		end_romanised(m);
}

/* --- names in the place of others --- */

static int find_type(struct view v)
{
	for (int t = 0; t < TYPES; t++)
		if (view_is(v, types[t]))
			return t;
	return -1;
}

static void keep_name(struct making *m, int type, struct view latin, struct view devanagari)
{
	struct names *k = &m->name[type];

	k->at = memory_grow(k->at, &k->cap, k->n + 1, sizeof *k->at);
	k->at[k->n][0] = arena_copy(&m->e->arena, latin);
	k->at[k->n++][1] = arena_copy(&m->e->arena, devanagari);
}

/* Type, Latin, Devanagari. */
static void read_name(void *ctx, const struct view *column, size_t n)
{
	int type = n > 2 ? find_type(column[0]) : -1;

	if (type >= 0)
		keep_name(ctx, type, column[1], column[2]);
}

/* Latin, Devanagari, gender: what has one is a person's. */
static void read_name_word(void *ctx, const struct view *column, size_t n)
{
	if (n > 2 && !view_is(column[2], "-"))
		keep_name(ctx, 0, column[0], column[1]);
}

/* What is no name, if anything else is left. */
static unsigned unlike_name(unsigned labels)
{
	return labels & ~LABEL(NAME) ? labels & ~LABEL(NAME) : labels;
}

/* At blanks, commas apart. */
static void add_name(struct making *m, struct view v, unsigned label)
{
	for (size_t i = 0, k; i < v.n; i = k + 1) {
		size_t end;

		for (k = i; k < v.n && v.p[k] != ' '; k++)
			;
		end = k > i + 1 && v.p[k - 1] == ',' ? k - 1 : k;
		if (end == i)
			continue;
		add(m, view_cut(v, i, end), label ? label : unlike_name(labels_of(m, view_cut(v, i, end))));
		if (end < k)
			add(m, view_cut(v, end, k), LABEL(OTHER));
	}
}

/* surface|TYPE|value, the value not always there */
static void add_marked(struct making *m, struct view in)
{
	const char *bar = memchr(in.p, '|', in.n), *end = bar ? memchr(bar + 1, '|', in.n - (size_t)(bar - in.p) - 1) : NULL;
	size_t n = bar ? (size_t)(bar - in.p) : in.n, to = end ? (size_t)(end - in.p) : in.n;
	int type = bar ? find_type(view_cut(in, n + 1, to)) : -1;
	struct view surface = view_cut(in, 0, n);

	if (type >= 0 && m->naming != NAMES_KEPT) {
		bool devanagari = m->naming == NAMES_OTHER && (unsigned char)surface.p[0] >= 0x80;

		surface = m->name[type].at[chance(m, (uint32_t)m->name[type].n)][devanagari];
	}
	add_name(m, surface, type >= 0 ? LABEL(NAME) : 0);
}

/* [[surface|TYPE|value]]: every name is marked. */
static void add_with_names(struct making *m, struct view v)
{
	while (v.n) {
		const char *open = memmem(v.p, v.n, "[[", 2), *close = open ? memmem(open, v.n - (size_t)(open - v.p), "]]", 2) : NULL;
		struct view plain = close ? view_cut(v, 0, (size_t)(open - v.p)) : v;
		size_t from = m->e->n;

		cut_text(plain, m->naming == NAMES_ROMAN ? romanise_token : add_token, m);
		for (size_t i = from; i < m->e->n; i++)
			m->e->at[i].allowed = (uint8_t)unlike_name(m->e->at[i].allowed);
		if (close)
			add_marked(m, (struct view){ open + 2, (size_t)(close - open) - 2 });
		v = close ? view_cut(v, (size_t)(close - v.p) + 2, v.n) : V("");
	}
	end_sentence(m);
}

static void read_entities(void *ctx, const struct view *column, size_t n)
{
	struct making *m = ctx;

	(void)n;
	m->naming = NAMES_KEPT;
	add_with_names(m, column[0]);
	for (int i = 0; i < RENAMED_TIMES && memmem(column[0].p, column[0].n, "[[", 2); i++) {
		m->naming = NAMES_OTHER;
		add_with_names(m, column[0]);
		m->naming = NAMES_ROMAN;
		add_with_names(m, column[0]);
		add_message(m, true);
	}
}

/* --- running text --- */

/* Form, tag. Names are tagged so, and much else that has a capital. */
static void read_tagged(void *ctx, const struct view *column, size_t n)
{
	struct making *m = ctx;
	struct word w;
	unsigned form;

	if (n < 2)
		return;
	form = word_make(&w, column[0], V(""));
	make_word(m, &w, column[0]);
	if (w.form == FORM_LATIN)
		form = !view_starts(column[1], "NNP") ? LABEL(EN) : w.counts.lists & (LIST_DICTIONARY | LIST_PROPER) || w.capitals
			? LABEL(EN) | LABEL(NAME) : LABEL(NAME);
	add(m, column[0], form);
	if (is_stop(column[0])) {
		end_sentence(m);
		add_message(m, false);
	}
}

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
	read_table(data, "ner/wnut17.en.train.conll", read_bio, &m);
	end_sentence(&m);
	read_table(data, "ud/en-ewt.train.tsv", read_tagged, &m);
	end_sentence(&m);
	m.english = e->n;
	read_corpus(&m, top, read_hindi);
	read_table(data, "mt/train/xquad.tsv", read_hindi, &m);
	read_table(data, "lid/deva-loanword.train.tsv", read_type, &m);
	read_table(data, "ner/il-ner.hi.train.conll", read_bio, &m);
	read_table(top, "dictionaries/names.tsv", read_name, &m);
	read_table(top, "dictionaries/name-words.tsv", read_name_word, &m);
	read_table(top, "corpus/entities.txt", read_entities, &m);
	read_table(top, "corpus/mixed.tsv", read_mixed, &m);
	read_corpus(&m, top, romanise_pair);
	read_table(top, "corpus/grammar.tsv", romanise_pair, &m);
	read_table(data, "mt/train/xquad.tsv", romanise_pair, &m);
	read_table(data, "ner/il-ner.hi.train.conll", romanise_bio, &m);
	end_sentence(&m);
	read_table(data, "mt/train/mozilla-www.tsv", romanise_some, &m);
	read_table(data, "mt/train/md-coop-microsoft.tsv", romanise_some, &m);
	for (int i = 0; i < OWN_TIMES; i++) {
		read_gold(top, "languages.hi.conll", &m);
		read_gold(top, "languages.mixed.conll", &m);
	}
	fprintf(stderr, "train: %zu tokens in %zu sentences\n", e->n, e->n_sentences ? e->n_sentences - 1 : 0);
}
