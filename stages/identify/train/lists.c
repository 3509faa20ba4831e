/* lists.c - how often words occur in English, in Hindi and, by way of Hindi and its romanisations, in Latin letters. */
#include "train.h"
#include "table.h"
#include "utf8.h"

#include <math.h>
#include <stdlib.h>
#include <unicode/uchar.h>

static const char *const texts[] = {
	"md-coop-microsoft", "md-iot-human", "md-opensource.guide", "md-react-docs", "xquad", "tldr", "mozilla-www",
	"chromium-ui", "android-framework",
};
static const char *const corpora[] = {
	"ai-business", "essays", "software", "ml-howto", "notes-structured", "world", "guides", "workplace", "grammar", "notes",
};

/* A word is not taken for English from fewer sightings: texts hold Hindi names, too. */
enum { SEEN_MIN = 2, CORPUS_WEIGHT = 3, USUAL_COUNT = 12, LOAN_COUNT = 12, CHAT_COUNT = 60, OFTEN = 6, LONG_ENOUGH = 12 };

void read_table(const char *folder, const char *name, void (*use)(void *ctx, const struct view *column, size_t n), void *ctx)
{
	struct report r = { 0 };
	struct buf path = { 0 };
	struct table t;
	struct row row;

	buf_addf(&path, "%s/%s", folder, name);
	if (table_open(&t, path.p, &r) != OK) {
		fprintf(stderr, "train: %.*s\n", VIEW_ARG(r.at[0].text));
		exit(1);
	}
	while (table_next(&t, &row))
		use(ctx, row.column, row.n);
	table_close(&t);
	buf_release(&path);
}

static bool is_latin(char c)
{
	return c >= 'a' && c <= 'z';
}

struct tally *lists_get(struct lists *l, struct view key)
{
	struct entry *e = index_find(&l->word, key);

	if (e)
		return &l->tally[e->number];
	e = index_add(&l->word, arena_copy(&l->arena, key));
	e->number = l->n;
	l->tally = memory_grow(l->tally, &l->cap, l->n + 1, sizeof *l->tally);
	l->tally[l->n] = (struct tally){ 0 };
	return &l->tally[l->n++];
}

/* The tally of a word by its key: small letters. */
static struct tally *tally_of(struct lists *l, struct view text)
{
	struct word w;

	word_make(&w, text, V(""));
	return lists_get(l, (struct view){ w.key, w.n });
}

static bool is_word_code(uint32_t c)
{
	return u_isalnum((UChar32)c) || u_getCombiningClass((UChar32)c) || (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK)
		|| c == '\'' || c == 0x2019 || c == '-' || c == '_';
}

void cut_text(struct view v, void (*use)(void *ctx, struct view token), void *ctx)
{
	for (size_t i = 0, k; i < v.n; i = k) {
		k = i;
		while (k < v.n && is_word_code(utf8_code(v.p + k)))
			k += utf8_length(v.p[k]);
		if (k == i) {
			k += utf8_length(v.p[i]);
			if (v.p[i] != ' ' && v.p[i] != '\t')
				use(ctx, view_cut(v, i, k));
		} else {
			use(ctx, view_cut(v, i, k));
		}
	}
}

/* --- texts --- */

struct counting { struct lists *l; bool hindi; uint32_t weight; };

static void count_token(void *ctx, struct view token)
{
	struct counting *c = ctx;
	struct word w;

	word_make(&w, token, V(""));
	if (c->hindi && w.form == FORM_DEVANAGARI)
		lists_get(c->l, (struct view){ w.key, w.n })->hindi += c->weight;
	else if (!c->hindi && w.form == FORM_LATIN)
		lists_get(c->l, (struct view){ w.key, w.n })->english += c->weight;
}

static void count_pair(void *ctx, const struct view *column, size_t n)
{
	struct counting *c = ctx;

	if (n < 2)
		return;
	c->hindi = false;
	cut_text(column[0], count_token, c);
	c->hindi = true;
	cut_text(column[1], count_token, c);
}

static void count_form(void *ctx, const struct view *column, size_t n)
{
	if (n > 1)
		count_token(ctx, column[0]);
}

/* --- dictionaries --- */

static void add_spelling(struct lists *l, struct index *x, struct view word, struct view text, uint32_t count)
{
	struct entry *e = index_find(x, word);
	struct spelling *s = arena_get(&l->arena, sizeof *s);

	if (!e) {
		e = index_add(x, arena_copy(&l->arena, word));
		e->number = l->n_first;
		l->first = memory_grow(l->first, &l->cap_first, l->n_first + 1, sizeof *l->first);
		l->first[l->n_first++] = NULL;
	}
	*s = (struct spelling){ arena_copy(&l->arena, text), count, l->first[e->number] };
	l->first[e->number] = s;
}

struct spelling *lists_spellings(const struct lists *l, const struct index *x, struct view word)
{
	const struct entry *e = index_find(x, word);

	return e ? l->first[e->number] : NULL;
}

static void put_on_list(struct tally *t, uint8_t list, uint8_t not_list)
{
	t->lists = (uint8_t)((t->lists | list) & ~not_list);
}

/* Endings that a Hindi or loan word of the lexicon may carry. */
static void add_forms(struct lists *l, struct view word, uint8_t list, uint8_t not_list)
{
	static const char *const endings[] = { "", "ों", "ें", "्स", "ियों", "ियां", "ओं" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		bool long_i = view_ends(word, "ी") && view_starts(view_of(endings[i]), "ि");	/* कंपनी, कंपनियां */
		struct buf b = { 0 };

		buf_add(&b, view_cut(word, 0, word.n - (long_i ? strlen("ी") : 0)));
		buf_str(&b, endings[i]);
		if (!is_latin(b.p[0]))	/* such flags mean other things of Latin words */
			put_on_list(lists_get(l, buf_view(&b)), list, not_list);
		buf_release(&b);
	}
}

/* Of करना: कर, करता, करूंगा. What a vowel ends takes others: खाया, but not all of them; a form too many does no harm. */
static void add_verb_forms(struct lists *l, struct view infinitive)
{
	static const char *const endings[] = { "", "ता", "ते", "ती", "तीं", "ने", "नी", "ा", "े", "ी", "ीं", "ो", "ें", "ूं", "ेगा", "ेगी", "ेंगे",
					       "ूंगा", "ूंगी", "ोगे", "कर", "के", "या", "ए", "ई", "ईं", "ओ", "एगा", "एगी", "एंगे", "ऊंगा", "िए", "इए" };
	struct view stem = view_cut(infinitive, 0, infinitive.n - strlen("ना"));

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		struct buf b = { 0 };

		buf_add(&b, stem);
		buf_str(&b, endings[i]);
		if (stem.n > strlen("क"))
			lists_get(l, buf_view(&b))->lists |= LIST_NATIVE;
		buf_release(&b);
	}
}

struct listing { struct lists *l; uint8_t list; };

static void list_token(void *ctx, struct view token)
{
	struct listing *k = ctx;

	if (token.n > 2)
		add_forms(k->l, token, k->list, 0);
}

/* en, pos, hi, gender, form, frame, when, loan */
static void read_lemma(void *ctx, const struct view *column, size_t n)
{
	struct lists *l = ctx;
	struct listing k = { l, n > 7 && view_is(column[7], "y") ? LIST_LOAN : LIST_NATIVE };

	if (n < 8 || view_is(column[2], "-"))
		return;
	tally_of(l, column[0])->english += SEEN_MIN;
	if (k.list == LIST_LOAN && memchr(column[2].p, ' ', column[2].n))
		return;	/* which of its words is the loan is not said */
	if (!memchr(column[2].p, ' ', column[2].n))
		cut_text(column[2], list_token, &k);
	if (k.list == LIST_NATIVE && column[1].p[0] == 'v' && view_ends(column[2], "ना")
	    && !memchr(column[2].p, ' ', column[2].n))
		add_verb_forms(l, column[2]);
	if (k.list == LIST_LOAN)
		add_spelling(l, &l->english, column[2], column[0], 1);
}

static void name_token(void *ctx, struct view token)
{
	struct listing *k = ctx;

	if (token.n > 1 && (unsigned char)token.p[0] >= 'A')
		tally_of(k->l, token)->lists |= k->list;
}

static void read_name(void *ctx, const struct view *column, size_t n)
{
	for (size_t i = 1; i < 3 && i < n; i++) {
		struct listing k = { ctx, memchr(column[i].p, ' ', column[i].n) ? LIST_NAME_PART : LIST_NAME };

		cut_text(column[i], name_token, &k);
	}
}

/* realize, realise: the list is American, India is not. */
static void add_british(struct lists *l, struct view word)
{
	const char *z = memmem(word.p, word.n, "iz", 2);
	struct buf b = { 0 };

	if (!z || word.n < 6 || z - word.p < 3)
		return;
	buf_add(&b, word);
	b.p[z + 1 - word.p] = 's';
	tally_of(l, buf_view(&b))->lists |= LIST_DICTIONARY;
	buf_release(&b);
}

/* What an English dictionary has is English, however seldom it is seen. */
static void read_words(struct lists *l, const char *path)
{
	FILE *f = fopen(path, "r");
	char line[256];

	if (!f) {
		perror(path);
		exit(1);
	}
	while (fgets(line, sizeof line, f)) {
		struct view v = view_trim(view_of(line));
		bool name = v.n && v.p[0] >= 'A' && v.p[0] <= 'Z';

		if (v.n < 3 || memchr(v.p, '\'', v.n))
			continue;
		tally_of(l, v)->lists |= name ? LIST_PROPER : LIST_DICTIONARY;
		if (!name)
			add_british(l, v);
	}
	fclose(f);
}

/* Word, hi or en */
static void read_origin(void *ctx, const struct view *column, size_t n)
{
	if (n > 1)
		lists_get(ctx, column[0])->origin = view_is(column[1], "en") ? ORIGIN_ENGLISH : ORIGIN_HINDI;
}

static const struct tally *find_tally(const struct lists *l, struct view word)
{
	static const struct tally none;
	const struct entry *e = index_find(&l->word, word);

	return e ? &l->tally[e->number] : &none;
}

bool lists_is_english(const struct lists *l, struct view word)
{
	return find_tally(l, word)->origin == ORIGIN_ENGLISH;
}

struct view lists_top(const struct lists *l, struct view word)
{
	const struct spelling *top = lists_spellings(l, &l->roman, word);

	for (const struct spelling *s = top; s; s = s->next)
		if (s->count > top->count)
			top = s;
	return top ? top->text : V("");
}

/* How often its most usual romanisation is seen in English, whatever that means there; 0: no dictionary has it. */
static uint32_t seen_in_english(const struct lists *l, struct view word)
{
	const struct tally *t = find_tally(l, lists_top(l, word));

	return t->lists & (LIST_DICTIONARY | LIST_PROPER) ? t->english + 1 : 0;
}

/* The set of loans calls English what is merely written like it (hone, mile): a frequent word of Hindi is not. */
enum origin lists_origin(const struct lists *l, struct view word)
{
	const struct tally *t = find_tally(l, word);
	const struct spelling *roman = lists_spellings(l, &l->roman, word);
	bool loan = t->lists & LIST_LOAN, native = t->lists & LIST_NATIVE;
	uint32_t english = roman ? seen_in_english(l, word) : 0;

	if (!t->usual && roman && find_tally(l, lists_top(l, word))->lists & LIST_PROPER && t->lists & (LIST_NAME | LIST_NAME_PART))
		return ORIGIN_ENGLISH;	/* in Latin letters Delhi is no Hindi word */
	if (t->usual || (native && !loan))
		return ORIGIN_HINDI;
	if (native && loan)
		return ORIGIN_UNKNOWN;
	if (loan)
		return ORIGIN_ENGLISH;
	if (!roman)
		return ORIGIN_UNKNOWN;
	return !english || t->hindi > OFTEN * english ? ORIGIN_HINDI : t->hindi < english ? ORIGIN_ENGLISH : ORIGIN_UNKNOWN;
}

/* Devanagari, its romanisation, how many people wrote it so. */
static void read_romanisation(void *ctx, const struct view *column, size_t n)
{
	struct lists *l = ctx;

	if (n > 2)
		add_spelling(l, &l->roman, column[0], column[1], (uint32_t)atoi(column[2].p));
}

/* Devanagari, its usual romanisations, the most usual first. */
static void read_usual(void *ctx, const struct view *column, size_t n)
{
	struct lists *l = ctx;
	uint32_t count = USUAL_COUNT;

	lists_get(l, column[0])->lists |= LIST_NATIVE;
	lists_get(l, column[0])->usual = true;
	if (index_find(&l->roman, column[0]))	/* those of a dictionary are fewer, and some are English: bus for बस */
		l->first[index_find(&l->roman, column[0])->number] = NULL;
	for (size_t i = 0, k; n > 1 && i < column[1].n; i = k + 1, count = count > 1 ? count * 2 / 3 : 1) {
		for (k = i; k < column[1].n && column[1].p[k] != ' '; k++)
			;
		add_spelling(l, &l->roman, column[0], view_cut(column[1], i, k), count);
	}
}

/* It is how an English word is written: the count says how sure that is, a list would say that it is a loan wherever it stands. */
static void add_written(struct lists *l, struct view word, uint32_t count)
{
	struct tally *t = lists_get(l, word);

	t->english = t->english > count ? t->english : count;
}

/* Do people who type the word type the English? Nobody may have. */
enum typed { TYPED_NEVER, TYPED_OTHERWISE, TYPED_SO };

static enum typed typed_as(const struct lists *l, struct view word, struct view english)
{
	const struct spelling *s = lists_spellings(l, &l->roman, word);
	enum typed typed = s ? TYPED_OTHERWISE : TYPED_NEVER;

	for (; s; s = s->next)
		if (view_eq(s->text, english))
			typed = TYPED_SO;
	return typed;
}

/*
 * Is it a loan though something else calls it native? What takes Hindi's plurals is settled in Hindi, of the others the
 * lexicon must say so; and nobody may type it as another word (bas and paas are no bus and pass), nor may it be frequent
 * where the English is not: मिल is seldom a mill.
 */
static bool is_sure_loan(const struct lists *l, struct view english, struct view word, bool settled)
{
	const struct tally *t = find_tally(l, word);

	if (t->usual && !(t->lists & LIST_LOAN && view_eq(lists_top(l, word), english)))
		return false;
	return (settled || t->lists & LIST_LOAN) && t->hindi <= OFTEN * (find_tally(l, english)->english + 1);
}

/*
 * What nothing calls native is a loan; but a short word that is no noun may look like Hindi: her हर. Forms are many, and only for
 * the usual spelling.
 */
static void add_loan(struct lists *l, struct view word, struct view english, bool noun, bool forms, uint32_t count)
{
	const struct tally *t = lists_get(l, word);
	enum typed typed = typed_as(l, word, english);

	if (!(t->lists & LIST_NATIVE) && t->origin != ORIGIN_HINDI
	    && (t->origin == ORIGIN_ENGLISH || typed == TYPED_SO || (typed == TYPED_NEVER && (noun || word.n >= LONG_ENOUGH)))) {
		lists_get(l, word)->lists |= LIST_LOAN;
		if (forms)
			add_forms(l, word, LIST_LOAN, 0);
	}
	add_written(l, word, count);
}

/* English, Devanagari, gender, plural, variants. */
static void read_loan(void *ctx, const struct view *column, size_t n)
{
	struct lists *l = ctx;
	uint32_t count = tally_of(l, column[0])->english + SEEN_MIN;
	bool noun = n > 2 && !view_is(column[2], "-"), settled = n > 3 && view_is(column[3], "h");

	if (n < 5)
		return;
	if (is_sure_loan(l, column[0], column[1], settled))
		add_forms(l, column[1], LIST_LOAN, LIST_NATIVE);
	add_loan(l, column[1], column[0], noun, noun, count);
	for (size_t i = 0, k; i < column[4].n && !view_is(column[4], "-"); i = k + 1) {
		for (k = i; k < column[4].n && column[4].p[k] != '|'; k++)
			;
		add_loan(l, view_cut(column[4], i, k), column[0], noun, false, count);
	}
	add_spelling(l, &l->english, column[1], column[0], 1);
	tally_of(l, column[0])->english += settled ? LOAN_COUNT : 1;
}

/* Latin, Devanagari. A word that is a name and something else is known as that already. */
static void read_name_word(void *ctx, const struct view *column, size_t n)
{
	struct lists *l = ctx;
	struct tally *t;

	if (n < 2)
		return;
	t = tally_of(l, column[0]);
	t->lists |= t->lists & LIST_DICTIONARY ? LIST_NAME_PART : LIST_NAME;
	t = lists_get(l, column[1]);
	if (!(t->lists & (LIST_NATIVE | LIST_LOAN)))
		t->lists |= LIST_NAME;
}

/* The sound of a phone of the CMU dictionary; see sound.c. */
static char sound_of_phone(struct view p, bool last)
{
	static const struct { const char *phone; char sound; } table[] = {
		{ "b", 'b' }, { "ch", 'c' }, { "d", 'D' }, { "dh", 'd' }, { "f", 'f' }, { "g", 'g' }, { "hh", 'h' }, { "jh", 'j' },
		{ "k", 'k' }, { "l", 'l' }, { "m", 'm' }, { "n", 'n' }, { "ng", 'n' }, { "p", 'p' }, { "r", 'r' }, { "s", 's' },
		{ "sh", 'S' }, { "t", 'T' }, { "th", '0' }, { "v", 'v' }, { "w", 'v' }, { "y", 'y' }, { "z", 'j' }, { "zh", 'j' },
		{ "er", 'r' }, { "ah", 0 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (view_is(p, table[i].phone))
			return table[i].sound;
	return view_is(p, "ax") && !last ? 0 : 'V';
}

/* ("aardvark" nil (((aa r d) 1) ((v aa r k) 1))) */
static void read_phones(struct lists *l, char *line)
{
	char *quote = strchr(line, '"'), *end = quote ? strchr(quote + 1, '"') : NULL, *p = end ? strchr(end, '(') : NULL;
	struct sound full = { "~", 1 }, bones;
	const struct entry *e = p ? index_find(&l->word, (struct view){ quote + 1, (size_t)(end - quote) - 1 }) : NULL;
	const struct tally *t = e ? &l->tally[e->number] : NULL;
	uint32_t count = !t ? 0 : t->lists & LIST_DICTIONARY ? t->english + 1 : t->english >= SEEN_MIN ? t->english : 0;

	if (!count)
		return;
	while ((p = p + strcspn(p, "abcdefghijklmnopqrstuvwxyz")) && *p) {
		size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyz");
		bool last = !p[n + strcspn(p + n, "abcdefghijklmnopqrstuvwxyz")];
		char c = sound_of_phone((struct view){ p, n }, last), before = full.text[full.n - 1];

		if (c && !(c == 'V' && before == 'V') && full.n + 2 < SOUND_MAX)
			full.text[full.n++] = c;
		if (n == 2 && !memcmp(p, "ng", 2) && strncmp(p + n, " k", 2) && strncmp(p + n, " g", 2))
			full.text[full.n++] = 'g';
		p += n;
	}
	sound_skeleton(&full, &bones);
	lists_get(l, (struct view){ full.text, full.n })->english += count;
	if (bones.n > 3)
		lists_get(l, (struct view){ bones.text, bones.n })->english += count;
}

static void read_dictionary_of_phones(struct lists *l, const char *path)
{
	FILE *f = fopen(path, "r");
	char line[1024];

	if (!f) {
		perror(path);
		exit(1);
	}
	while (fgets(line, sizeof line, f))
		read_phones(l, line);
	fclose(f);
}

/* A Hindi word's count, shared out among the ways it is romanised. */
static void count_roman(struct lists *l)
{
	for (size_t i = 0; i < l->roman.cap; i++) {
		struct view word = l->roman.slot[i].key;
		enum origin origin = word.p ? lists_origin(l, word) : ORIGIN_ENGLISH;
		const struct spelling *s = word.p ? lists_spellings(l, &l->roman, word) : NULL;
		float count = (1 + (float)find_tally(l, word)->hindi) / (origin == ORIGIN_UNKNOWN ? 2 : 1);
		uint32_t all = 0;

		for (const struct spelling *k = s; k; k = k->next)
			all += k->count;
		/* A loan's romanisation is its English: no evidence for Hindi. */
		for (; s && origin != ORIGIN_ENGLISH; s = s->next)
			tally_of(l, s->text)->roman += count * (float)s->count / (float)all;
	}
}

/* The counts of keys that many spellings share are those of all the words that have them. */
static void count_nearly(struct lists *l)
{
	size_t n = 0, cap = l->word.cap;
	struct view *key = memory_get(cap * sizeof *key);

	for (size_t i = 0; i < cap; i++)
		if (l->word.slot[i].key.p && is_latin(l->word.slot[i].key.p[0]))
			key[n++] = l->word.slot[i].key;
	for (size_t i = 0; i < n; i++) {
		struct tally t = *lists_get(l, key[i]), *to;
		struct sound folded, thin;
		struct word w;

		word_make(&w, key[i], V(""));
		sound_folded(word_key(&w), &folded);
		sound_thin(&folded, &thin);
		t.english = t.english >= SEEN_MIN || t.lists & LIST_DICTIONARY ? t.english + (t.lists & LIST_DICTIONARY) : 0;
		for (int k = 0; k < 2; k++) {
			struct sound *s = k ? &thin : &folded;

			if (!s->n || (!t.english && t.roman < 1))
				continue;
			to = lists_get(l, (struct view){ s->text, s->n });
			to->english += t.english;
			to->roman += t.roman;
		}
	}
	free(key);
}

/* What messages are full of and texts lack: short forms of English words, and letters that stand for names. */
const char *const chat_words[CHAT_WORDS] = {
	"u", "ur", "r", "plz", "pls", "thx", "thanx", "tnx", "btw", "lol", "omg", "gud", "gm", "gn", "frnd",
	"frnds", "msg", "bro", "sis", "mam", "sir", "madam", "fb", "insta", "rt", "dm", "dp", "bf", "gf", "fav",
	"wtf", "tbh", "idk", "lmao", "govt", "dept", "pm", "cm", "mp", "mla", "bjp", "rss", "cbi", "cbse", "icse",
	"ipl", "bcci", "icc", "ias", "ips", "neet", "upsc", "ssc", "gst", "rbi", "isro", "obc", "nrc", "caa", "rti",
	"tv", "atm", "otp", "sim", "km", "kg", "id", "vip", "usa", "uk", "uae", "bday", "hbd", "congrats", "pic",
	"pics", "vid", "vids", "whatsapp", "youtube", "twitter", "tweet", "tweets", "trp", "dr", "mr", "mrs", "ok",
	"okay", "hey", "hello", "oh", "wow", "hmm", "yes", "god", "star", "fan", "fans", "cute", "luv", "coz",
	"bcz", "bcoz", "cuz", "abt", "wid", "wat", "wht", "ppl", "nd", "dat", "dis", "gr8", "b4", "2day", "tmrw",
};

static void count_chat(struct lists *l)
{
	for (size_t i = 0; i < CHAT_WORDS; i++)
		tally_of(l, view_of(chat_words[i]))->english += CHAT_COUNT;
}

static void index_hashes(struct lists *l)
{
	for (size_t i = 0; i < l->word.cap; i++) {
		struct view key = l->word.slot[i].key;
		uint64_t hash = key.p ? view_hash(key) : 0;
		struct entry *e = NULL;

		if (key.p && is_latin(key.p[0]) && l->tally[l->word.slot[i].number].lists & LIST_DICTIONARY)
			e = index_add(&l->hash, arena_copy(&l->arena, (struct view){ (const char *)&hash, sizeof hash }));
		if (e)
			e->value = key;
	}
}

void lists_read(struct lists *l, const char *top, const char *data, const char *lexicon, const char *phones, const char *words)
{
	struct buf path = { 0 };
	struct counting c = { l, false, 1 };

	for (int i = 1; i <= 6; i++) {
		buf_clear(&path);
		buf_addf(&path, "en-hi.%d.tsv", i);
		read_table(lexicon, path.p, read_lemma, l);
	}
	read_table(lexicon, "names-orgs-products.tsv", read_name, l);
	read_table(lexicon, "names-people-places.tsv", read_name, l);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		buf_clear(&path);
		buf_addf(&path, "mt/train/%s.tsv", texts[i]);
		read_table(data, path.p, count_pair, &c);
	}
	c.weight = CORPUS_WEIGHT;
	for (size_t i = 0; i < sizeof corpora / sizeof *corpora; i++) {
		buf_clear(&path);
		buf_addf(&path, "corpus/%s.tsv", corpora[i]);
		read_table(top, path.p, count_pair, &c);
	}
	c = (struct counting){ l, false, 1 };
	read_table(data, "ud/en-ewt.train.tsv", count_form, &c);
	read_table(data, "translit/dakshina.hi.train.tsv", read_romanisation, l);
	read_table(top, "dictionaries/romanised.hi.tsv", read_usual, l);
	read_table(data, "lid/deva-loanword.train.tsv", read_origin, l);
	read_table(top, "dictionaries/loans.tsv", read_loan, l);
	read_words(l, words);
	read_table(top, "dictionaries/name-words.tsv", read_name_word, l);
	count_chat(l);
	count_roman(l);
	count_nearly(l);
	read_dictionary_of_phones(l, phones);
	index_hashes(l);
	speller_learn(&l->speller, l);
	buf_release(&path);
}

static uint8_t log_count(double n)
{
	int k = n < 1 ? 0 : 1 + (int)log2(n);

	return (uint8_t)(k > LOG_MAX ? LOG_MAX : k);
}

struct counts lists_counts(const void *lists, const char *key, size_t n)
{
	const struct lists *l = lists;
	const struct entry *e = index_find(&l->word, (struct view){ key, n });
	const struct tally *t = e ? &l->tally[e->number] : NULL;

	if (!t)
		return (struct counts){ 0 };
	return (struct counts){ t->english >= SEEN_MIN ? log_count(t->english) : t->lists & LIST_DICTIONARY && is_latin(key[0]),
				log_count(t->roman), log_count(t->hindi), t->lists };
}

static struct counts counts_of_hash(const void *lists, uint64_t hash)
{
	const struct lists *l = lists;
	const struct entry *e = index_find(&l->hash, (struct view){ (const char *)&hash, sizeof hash });

	return e ? lists_counts(l, e->value.p, e->value.n) : (struct counts){ 0 };
}

void lists_look_up(const struct lists *l, struct word *w)
{
	word_look_up(w, &(struct knowledge){ l, lists_counts, counts_of_hash, &l->speller });
}

static bool is_worth_it(struct counts c)
{
	return c.english || c.roman || c.lists || c.hindi > 2;
}

/* Open addressing, as model_counts() looks it up. */
void lists_write(const struct lists *l, FILE *f, struct model_header *h)
{
	struct model_word *slot;
	size_t n = 0;

	for (size_t i = 0; i < l->word.cap; i++)
		n += l->word.slot[i].key.p && is_worth_it(lists_counts(l, l->word.slot[i].key.p, l->word.slot[i].key.n));
	for (h->words = 1; h->words * 7 < n * 8;)
		h->words *= 2;
	slot = memory_get(h->words * sizeof *slot);
	for (size_t i = 0; i < l->word.cap; i++) {
		struct view key = l->word.slot[i].key;
		struct counts c = key.p ? lists_counts(l, key.p, key.n) : (struct counts){ 0 };
		uint32_t hash = key.p ? model_hash(view_hash(key)) : 0, k = hash & (h->words - 1);

		if (!key.p || !is_worth_it(c))
			continue;
		while (slot[k].counts && slot[k].check != hash >> 16)
			k = (k + 1) & (h->words - 1);
		slot[k] = (struct model_word){ (uint16_t)(hash >> 16), counts_pack(c) };
	}
	fprintf(stderr, "train: %zu words in %u places\n", n, h->words);
	if (f)
		fwrite(slot, sizeof *slot, h->words, f);
	free(slot);
}
