/* features.c - what can be told of a token; the same for training and for use. */
#include "identify.h"
#include "utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

const char *const label_name[LABELS] = { "hi", "en", "loan", "hi-Latn", "name", "number", "code", "other" };

/* How far a word looks for company, and how long a run of letters is a feature. */
enum { COMPANY = 4, COMPANY_WIDE = 12, GRAM_MAX = 5, AFFIX_MAX = 6, SETTLED = 9 };

/* --- the form of a token --- */

struct letters { size_t latin, devanagari, foreign, digits, others; };

static struct letters count_letters(struct view v)
{
	struct letters l = { 0 };

	for (size_t i = 0; i < v.n; i += utf8_length(v.p[i])) {
		UChar32 c = (UChar32)utf8_code(v.p + i);
		UErrorCode e = U_ZERO_ERROR;
		UScriptCode script = c < 0x80 ? USCRIPT_LATIN : uscript_getScript(c, &e);

		if (u_isdigit(c))
			l.digits++;
		else if (script == USCRIPT_DEVANAGARI)
			l.devanagari++;
		else if (!u_isalpha(c))
			l.others += !u_getCombiningClass(c);
		else if (script == USCRIPT_LATIN)
			l.latin++;
		else
			l.foreign++;
	}
	return l;
}

/* config.yaml, max_retries, --dry-run, src/parser.c: what only code is written like. */
static bool is_code(struct view v)
{
	static const char *const extensions[] = { "md", "py", "c", "h", "json", "yaml", "yml", "txt", "csv", "tsv", "html", "css", "sh",
						  "toml", "pdf", "log", NULL };
	const char *dot = v.n ? memrchr(v.p, '.', v.n) : NULL;
	size_t stem = dot ? (size_t)(dot - v.p) : 0, tail = dot ? v.n - stem - 1 : 0;

	for (size_t i = 0; i < v.n; i++)
		if ((unsigned char)v.p[i] >= 0x80)
			return false;
	if (view_starts(v, "--") || view_starts(v, "./") || view_starts(v, "~/") || view_starts(v, "/") || memchr(v.p, '_', v.n))
		return v.n > 2;
	if (dot && memchr(v.p, '@', stem) && v.p[0] != '@')
		return tail > 1;	/* asha@mail.example */
	if (dot && view_is_any(view_cut(v, stem + 1, v.n), extensions))
		return true;	/* README.md, but not Node.js */
	for (size_t i = stem + 1; i < v.n; i++)
		if (!(v.p[i] >= 'a' && v.p[i] <= 'z'))
			return false;
	if (memchr(v.p, '/', stem))
		return tail && tail < 6;
	return stem > 1 && tail > 1 && tail < 6 && v.p[0] > 'Z';
}

/* Q4, FY26, H1, v25: letters that a number carries. */
static bool is_lettered_number(struct view v, const struct letters *l)
{
	size_t i = 0;

	if (!l->digits || l->devanagari || l->foreign || v.p[0] < 'A')
		return false;
	if (byte_in(v.p[0], "vV") && v.p[1] >= '0' && v.p[1] <= '9')
		return l->latin == 1;	/* v2.1 */
	if (l->others)
		return false;
	while (i < v.n && (v.p[i] | 32) >= 'a' && (v.p[i] | 32) <= 'z')
		i++;
	if (!view_is_any(view_cut(v, 0, i), (const char *const[]){ "Q", "H", "FY", "v", "V", "CY", NULL }) || i == v.n)
		return false;
	while (i < v.n && v.p[i] >= '0' && v.p[i] <= '9')
		i++;
	return i == v.n && (v.n < 3 || !byte_in(v.p[0], "QH"));	/* H200 is a name */
}

/* Signs before it do not count. */
static bool begins_with_digit(struct view v)
{
	for (size_t i = 0; i < v.n; i += utf8_length(v.p[i])) {
		UChar32 c = (UChar32)utf8_code(v.p + i);

		if (u_isalnum(c))
			return u_isdigit(c);
	}
	return false;
}

static enum form form_of(struct view v, struct view kind, const struct letters *l)
{
	static const char *const numbers[] = { "number", "amount", "percent", "date", "time", "version", NULL };
	static const char *const code[] = { "code", "url", "email", "file", "handle", "hashtag", NULL };
	static const char *const other[] = { "punctuation", "symbol", "emoji", "other", NULL };

	if (view_is_any(kind, code) || memmem(v.p, v.n, "://", 3) || (v.n > 1 && byte_in(v.p[0], "@#") && (l->latin || l->devanagari)))
		return FORM_CODE;
	if (view_is_any(kind, numbers) || is_lettered_number(v, l))
		return FORM_NUMBER;
	if (view_is_any(kind, other))
		return FORM_OTHER;
	if (is_code(v) && l->latin)
		return FORM_CODE;
	if (l->devanagari)
		return FORM_DEVANAGARI;
	if (l->foreign)
		return FORM_FOREIGN;
	if (l->digits && (!l->latin || (l->latin <= 3 && begins_with_digit(v))))
		return FORM_NUMBER;	/* 15k, ~160GB */
	return l->latin ? FORM_LATIN : FORM_OTHER;
}

/* 80B-क्लास: the Devanagari of a mix says what it is; of Raft-आधारित, too. */
static struct view deciding_part(struct view v, const struct letters *l)
{
	size_t i = 0;

	if (!l->devanagari || !(l->latin || l->digits))
		return v;
	while (i < v.n && (unsigned char)v.p[i] < 0x80)
		i += utf8_length(v.p[i]);
	return view_cut(v, i, v.n);
}

static void make_key(struct word *w, struct view v)
{
	w->n = 0;
	for (size_t i = 0; i < v.n; i += utf8_length(v.p[i])) {
		struct buf b = { 0 };
		UChar32 c = u_tolower((UChar32)utf8_code(v.p + i));

		if (c == 0x2019)
			c = '\'';
		if (c < 0x80) {
			if (w->n + 1 >= KEY_MAX)
				break;
			w->key[w->n++] = (char)c;
			continue;
		}
		utf8_add(&b, (uint32_t)c);
		if (w->n + b.n < KEY_MAX) {
			memcpy(w->key + w->n, b.p, b.n);
			w->n += b.n;
		}
		buf_release(&b);
	}
	w->key[w->n] = 0;
}

unsigned word_make(struct word *w, struct view text, struct view kind)
{
	static const unsigned allowed[] = {
		[FORM_LATIN] = LABEL(EN) | LABEL(HI_LATN) | LABEL(NAME),
		[FORM_DEVANAGARI] = LABEL(HI) | LABEL(LOAN) | LABEL(NAME),
		[FORM_FOREIGN] = LABEL(OTHER) | LABEL(NAME), [FORM_NUMBER] = LABEL(NUMBER) | LABEL(NAME),
		[FORM_CODE] = LABEL(CODE), [FORM_OTHER] = LABEL(OTHER),
	};
	struct letters l = count_letters(text);
	UChar32 c = text.n ? (UChar32)utf8_code(text.p) : 0;

	memset(w, 0, sizeof *w);
	w->text = text;
	w->form = text.n ? form_of(text, kind, &l) : FORM_OTHER;
	w->digits = l.digits;
	w->capital = u_isupper(c);
	w->capitals = w->capital && l.latin > 1;
	for (size_t i = 0; i < text.n && w->capitals; i++)
		w->capitals = !(text.p[i] >= 'a' && text.p[i] <= 'z');
	make_key(w, deciding_part(text, &l));
	return allowed[w->form];
}

struct view word_key(const struct word *w)
{
	return (struct view){ w->key, w->n };
}

/* A word that is known well needs no search. */
static bool is_settled(const struct counts *c)
{
	return c->lists & LIST_NATIVE || c->hindi > SETTLED;
}

void word_look_up(struct word *w, const struct knowledge *k)
{
	find_counts *find = k->find;
	const void *lists = k->lists;
	struct sound full, bones, spelled;

	w->counts = find(lists, w->key, w->n);
	if (w->form == FORM_LATIN) {
		sound_folded(word_key(w), &full);
		sound_thin(&full, &bones);
		w->folded = find(lists, full.text, full.n);
		w->thin = find(lists, bones.text, bones.n);
	}
	if (w->form != FORM_DEVANAGARI)
		return;
	sound_full(word_key(w), &full);
	sound_skeleton(&full, &bones);
	sound_spelled(word_key(w), &spelled);
	w->said = find(lists, full.text, full.n).english;
	w->bones = bones.n > 3 ? find(lists, bones.text, bones.n).english : 0;
	w->spelled = find(lists, spelled.text, spelled.n).english;
	w->roman = find(lists, spelled.text, spelled.n).roman;
	w->found = is_settled(&w->counts) ? (struct spelling_found){ NOT_SOUGHT, 0 } : spell(k->speller, w, k->find_hash, lists);
}

/* --- features --- */

struct list { uint32_t *at; size_t n; };

static uint32_t mix(uint32_t h, uint32_t x)
{
	h = (h ^ x) * 0x9e3779b1u;
	return h ^ h >> 15;
}

static uint32_t hash_bytes(uint32_t h, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)p[i]) * 16777619u;
	return h;
}

static void add(struct list *l, uint32_t template, uint32_t value)
{
	if (l->n < FEATURES_MAX)
		l->at[l->n++] = mix(mix(0x811c9dc5u, template), value);
}

static void add_text(struct list *l, uint32_t template, const char *p, size_t n)
{
	add(l, template, hash_bytes(2166136261u, p, n));
}

/* How much more English than romanised Hindi a word is, -8 to 8; 9: neither knows it. */
static int balance(const struct counts *c)
{
	int b = (int)c->english - (int)c->roman;

	if (!c->english && !c->roman)
		return 9;
	return b < -8 ? -8 : b > 8 ? 8 : b;
}

/* Of a word in use: where its spelling is unknown, that of words spelled nearly so. */
static int word_balance(const struct word *w)
{
	int b = balance(&w->counts);

	return b != 9 ? b : balance(&w->folded);
}

enum { T_WORD = 1, T_FORM, T_PREFIX, T_SUFFIX = T_PREFIX + AFFIX_MAX, T_GRAM = T_SUFFIX + AFFIX_MAX, T_SHAPE = T_GRAM + GRAM_MAX,
       T_LISTS, T_BALANCE, T_COUNTS, T_BEFORE, T_AFTER, T_BEFORE_BALANCE, T_AFTER_BALANCE, T_COMPANY, T_COMPANY_BALANCE,
       T_BOTH_BALANCES, T_SCRIPT, T_HINDI, T_LENGTH, T_NEIGHBOUR_SHAPE, T_PAIR, T_BETWEEN, T_COMPANY_WORD,
       T_SAID, T_BONES, T_SPELLED, T_SOUND, T_FOLDED, T_THIN, T_NEARLY, T_FOUND, T_ALONE, T_COMPANY_WIDE, T_NEIGHBOUR_LISTS, T_NUMBER };

/* Letters, not bytes: `at` gets where each begins. */
static size_t letters_of(const struct word *w, uint8_t at[KEY_MAX + 1])
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i += utf8_length(w->key[i]))
		at[n++] = (uint8_t)i;
	at[n] = (uint8_t)w->n;
	return n;
}

static void add_letters(struct list *l, const struct word *w)
{
	uint8_t at[KEY_MAX + 1];
	size_t n = letters_of(w, at);

	for (size_t k = 1; k <= AFFIX_MAX && k <= n; k++) {
		add_text(l, T_PREFIX + (uint32_t)k - 1, w->key, at[k]);
		add_text(l, T_SUFFIX + (uint32_t)k - 1, w->key + at[n - k], w->n - at[n - k]);
	}
	for (size_t k = 2; k <= GRAM_MAX - 1; k++)
		for (size_t i = 0; i + k <= n && l->n < FEATURES_MAX - 24; i++)
			add_text(l, T_GRAM + (uint32_t)k, w->key + at[i], at[i + k] - at[i]);
	add(l, T_LENGTH, n > 9 ? 9 : (uint32_t)n);
}

/* Is it said, or spelled, as English is? */
static void add_sounds(struct list *l, const struct word *w)
{
	uint32_t length = w->n / 3 > 7 ? 7 : (uint32_t)w->n / 3;

	add(l, T_SAID, w->said * 8u + length);
	add(l, T_BONES, w->bones * 8u + length);
	add(l, T_SPELLED, w->spelled * 256u + w->roman * 8u + (length > 3));
	add(l, T_SOUND, (w->said > 0) + 2u * (w->bones > 0) + 4u * (w->spelled > 0) + 8u * (w->roman > 0) + 16u * length);
	add(l, T_SOUND, 4096 + (w->said > 3) + 2u * (w->bones > 3) + 4u * (w->spelled > 3)
	    + 8u * (w->counts.hindi > 4 ? 2 : w->counts.hindi > 1) + 64u * w->counts.lists);
}

/* Is it nearly a word of romanised Hindi, or of English? */
static void add_nearly(struct list *l, const struct word *w)
{
	uint32_t own = (uint32_t)(balance(&w->counts) + 16), folded = (uint32_t)(balance(&w->folded) + 16),
		 thin = (uint32_t)(balance(&w->thin) + 16), length = w->n > 7 ? 7 : (uint32_t)w->n;

	add(l, T_FOLDED, folded * 8 + length);
	add(l, T_FOLDED, 4096 + w->folded.english / 2u * 16 + w->folded.roman / 2u);
	add(l, T_THIN, thin * 8 + length);
	add(l, T_NEARLY, (own * 32 + folded) * 2 + (w->counts.lists & LIST_DICTIONARY));
	add(l, T_NEARLY, 4096 + (own == 25) * 1024 + folded * 32 + thin);
}

/* In steps of four; 29: worse than that, 30: not sought, 31: none found. */
static uint32_t found_cost(const struct word *w)
{
	return w->found.cost == NOT_SOUGHT ? 30 : w->found.cost == NOT_FOUND ? 31 : w->found.cost > 119 ? 29 : (uint32_t)w->found.cost / 4;
}

/* Is there an English word it may stand for? */
static void add_found(struct list *l, const struct word *w)
{
	uint32_t cost = found_cost(w),
		 length = w->n / 3 > 7 ? 7 : (uint32_t)w->n / 3, hindi = w->counts.hindi > 5 ? 3 : (w->counts.hindi + 1u) / 2;

	add(l, T_FOUND, cost);
	add(l, T_FOUND, 64 + cost * 8 + length);
	add(l, T_FOUND, 4096 + (cost / 2 * 16 + w->found.english) * 4 + hindi);
	add(l, T_FOUND, 65536 + (cost / 2 * 16 + w->counts.lists) * 4 + (w->said > 0) + 2u * (w->spelled > 0));
}

/* A word that stands alone has nothing but itself: what it tells then counts for more, and differently. */
static void add_alone(struct list *l, const struct word *w)
{
	uint32_t cost = found_cost(w),
		 hindi = w->counts.hindi > 6 ? 4 : (w->counts.hindi + 1u) / 2;
	uint8_t at[KEY_MAX + 1];
	size_t n = letters_of(w, at);

	for (size_t k = 1; k <= 3 && k < n; k++)
		add_text(l, T_ALONE, w->key + at[n - k], w->n - at[n - k]);
	add(l, T_ALONE, (cost / 2 * 16 + w->found.english / 2) * 8 + hindi);
	add(l, T_ALONE, 65536 + (cost / 4 * 16 + w->counts.lists) * 8 + hindi);
	add(l, T_ALONE, 131072 + (w->counts.lists * 16 + w->said) * 16u + w->spelled);
	add(l, T_ALONE, 262144 + (w->bones * 16u + w->said) * 16u + hindi);
}

static uint32_t shape(const struct word *w)
{
	return (uint32_t)w->capital | (uint32_t)w->capitals << 1 | (uint32_t)w->digits << 2 | (uint32_t)w->first << 3
		| (uint32_t)w->form << 4;
}

/* Sum of the balances around a word, and how many words of Devanagari are there. */
static void company(const struct word *w, size_t n, size_t i, int *sum, size_t *devanagari)
{
	size_t from = i > COMPANY ? i - COMPANY : 0, to = i + COMPANY + 1 < n ? i + COMPANY + 1 : n;

	*sum = 0;
	*devanagari = 0;
	for (size_t k = from; k < to; k++) {
		int b = word_balance(&w[k]);

		*devanagari += w[k].form == FORM_DEVANAGARI;
		if (k != i && w[k].form == FORM_LATIN && b != 9)
			*sum += b < -4 ? -4 : b > 4 ? 4 : b;
	}
}

/* What a word of company is: none, unknown, romanised Hindi, either, English, of Devanagari, no word. */
static uint32_t side(const struct word *w)
{
	int b = w && w->form == FORM_LATIN ? word_balance(w) : 0;

	if (!w)
		return 0;
	if (w->form != FORM_LATIN)
		return w->form == FORM_DEVANAGARI ? 5 : 6;
	return b == 9 ? 1 : b < -2 ? 2 : b < 3 ? 3 : 4;
}

/* A word that both languages have (to, is, me, the, so) is told by the words next to it. */
static void add_between(struct list *l, const struct word *w, const struct word *before, const struct word *after)
{
	uint32_t own = hash_bytes(2166136261u, w->key, w->n);

	if (w->unseen || w->form != FORM_LATIN || w->counts.english < 2 || w->counts.roman < 2)
		return;
	add(l, T_BETWEEN, mix(own, side(before) * 8 + side(after)));
	if (before)
		add(l, T_PAIR, mix(own, hash_bytes(2166136261u, before->key, before->n)));
	if (after)
		add(l, T_PAIR, mix(hash_bytes(2166136261u, after->key, after->n), own));
}

/* Which language leads in a wider company, in steps from 0, Hindi, to 6; 7: neither is there. */
static uint32_t leader(const struct word *w, size_t n, size_t i)
{
	size_t from = i > COMPANY_WIDE ? i - COMPANY_WIDE : 0, to = i + COMPANY_WIDE + 1 < n ? i + COMPANY_WIDE + 1 : n;
	uint32_t seen[8] = { 0 }, hindi, english;

	for (size_t k = from; k < to; k++)
		seen[k == i ? 0 : side(&w[k])]++;
	hindi = seen[2];
	english = seen[4];
	return hindi + english ? english * 6 / (hindi + english) : 7;
}

static void add_company(struct list *l, const struct word *w, size_t n, size_t i, int own)
{
	uint32_t lead = leader(w, n, i);

	add(l, T_COMPANY_WIDE, lead * 64 + (uint32_t)(own + 16));
	if (!w[i].unseen)
		add(l, T_COMPANY_WIDE, mix(lead + 4096, hash_bytes(2166136261u, w[i].key, w[i].n)));
}

static void add_neighbour(struct list *l, const struct word *w, uint32_t word, uint32_t weight, int own)
{
	int b = w ? word_balance(w) : 10;

	add_text(l, word, w ? w->key : "", w ? w->n : 0);
	add(l, weight, (uint32_t)(b + 16));
	add(l, T_BOTH_BALANCES, (uint32_t)((b + 16) * 64 + own + 16) * 2 + (word == T_AFTER));
	add(l, T_NEIGHBOUR_SHAPE, (w ? shape(w) : 255) * 2 + (word == T_AFTER));
}

/* Names stand together. */
static void add_lists_around(struct list *l, const struct word *w, size_t n, size_t i)
{
	uint32_t own = w[i].counts.lists | (uint32_t)w[i].capital << 4, around[2] = { 32, 32 };

	if (i)
		around[0] = w[i - 1].counts.lists | (uint32_t)w[i - 1].capital << 4;
	if (i + 1 < n)
		around[1] = w[i + 1].counts.lists | (uint32_t)w[i + 1].capital << 4;
	add(l, T_NEIGHBOUR_LISTS, own * 64 + around[0]);
	add(l, T_NEIGHBOUR_LISTS, 4096 + own * 64 + around[1]);
}

/* Node.js 22, iPhone 17: a number may belong to the name before it. */
static void add_number(struct list *l, const struct word *w, size_t i)
{
	const struct word *before = i ? &w[i - 1] : NULL;
	uint32_t whole = w[i].digits && !memchr(w[i].text.p, '.', w[i].text.n);

	add(l, T_NUMBER, whole * 8 + (w[i].n > 5 ? 5 : (uint32_t)w[i].n));
	if (!before)
		return;
	add(l, T_NUMBER, 64 + (shape(before) * 2 + whole) * 16 + before->counts.lists);
	add_text(l, T_BEFORE, before->key, before->n);
}

static void add_context(struct list *l, const struct word *w, size_t n, size_t i)
{
	int own = balance(&w[i].counts), sum;
	size_t devanagari;

	add_neighbour(l, i ? &w[i - 1] : NULL, T_BEFORE, T_BEFORE_BALANCE, own);
	add_neighbour(l, i + 1 < n ? &w[i + 1] : NULL, T_AFTER, T_AFTER_BALANCE, own);
	company(w, n, i, &sum, &devanagari);
	sum = sum < -12 ? -4 : sum > 12 ? 4 : sum / 3;
	add(l, T_COMPANY, (uint32_t)(sum + 8));
	add(l, T_COMPANY_BALANCE, (uint32_t)((sum + 8) * 64 + own + 16));
	if (!w[i].unseen)
		add(l, T_COMPANY_WORD, hash_bytes((uint32_t)(sum + 8), w[i].key, w[i].n));
	add_between(l, &w[i], i ? &w[i - 1] : NULL, i + 1 < n ? &w[i + 1] : NULL);
	if (w[i].form == FORM_LATIN)
		add_company(l, w, n, i, own);
	add_lists_around(l, w, n, i);
	add(l, T_SCRIPT, devanagari > 2 ? 2 : (uint32_t)devanagari);
	add(l, T_SCRIPT, 16 + shape(&w[i]) * 4 + (devanagari > 2 ? 2 : (uint32_t)devanagari));
}

size_t features(const struct word *w, size_t n, size_t i, uint32_t out[FEATURES_MAX])
{
	struct list l = { out, 0 };
	const struct counts *c = &w[i].counts;

	add(&l, T_FORM, (uint32_t)w[i].form);
	if (w[i].form == FORM_NUMBER)
		add_number(&l, w, i);
	if (w[i].form != FORM_LATIN && w[i].form != FORM_DEVANAGARI)
		return l.n;
	if (!w[i].unseen)
		add_text(&l, T_WORD, w[i].key, w[i].n);
	add(&l, T_SHAPE, shape(&w[i]));
	add(&l, T_LISTS, (uint32_t)c->lists + (uint32_t)w[i].form * 16);
	add(&l, T_LISTS, (uint32_t)c->lists * 64 + shape(&w[i]) + 4096);
	add(&l, T_HINDI, (uint32_t)(c->hindi > 6 ? 6 : c->hindi) * 16 + c->lists);
	add(&l, T_BALANCE, (uint32_t)(balance(c) + 16));
	add(&l, T_COUNTS, (uint32_t)(c->english / 3 * 8 + c->roman / 3));
	if (w[i].form == FORM_DEVANAGARI)
		add_sounds(&l, &w[i]);
	else
		add_nearly(&l, &w[i]);
	if (w[i].form == FORM_DEVANAGARI)
		add_found(&l, &w[i]);
	if (n == 1 && w[i].form == FORM_DEVANAGARI)
		add_alone(&l, &w[i]);
	add_context(&l, w, n, i);
	add_letters(&l, &w[i]);
	return l.n;
}
