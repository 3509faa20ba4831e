/* features.c - what the model is told of a token; the same for training and for use. */
#include "tag.h"

#include "sound.h"
#include "utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* How a token is written. */
enum shape {
	SHAPE_SMALL, SHAPE_CAPITAL, SHAPE_CAPITALS, SHAPE_CAMEL, SHAPE_LETTER, SHAPE_LETTERS_DIGITS, SHAPE_DIGITS, SHAPE_NUMBER,
	SHAPE_SIGN, SHAPE_DEVANAGARI, SHAPE_BOTH, SHAPE_FOREIGN, SHAPE_HYPHEN = 16, SHAPE_STOP = 32
};

enum { SCRIPT_LATIN = 1, SCRIPT_DEVANAGARI = 2, SCRIPT_DIGIT = 4, SCRIPT_FOREIGN = 8 };

struct letters { size_t latin, capitals, small, small_first, devanagari, foreign, digits, signs, hyphens; };

static struct letters count_letters(struct view v)
{
	struct letters l = { 0 };

	for (size_t i = 0; i < v.n; i += utf8_length(v.p[i])) {
		UChar32 c = (unsigned char)v.p[i] < 0x80 ? (UChar32)v.p[i] : (UChar32)utf8_code(v.p + i);
		UErrorCode e = U_ZERO_ERROR;

		if (c == '-' || c == 0x2013)
			l.hyphens++;
		else if (u_isdigit(c))
			l.digits++;
		else if (c >= 0x900 && c < 0x980 && c != 0x964 && c != 0x965)
			l.devanagari++;
		else if (!u_isalpha(c))
			l.signs += !u_getCombiningClass(c);
		else if (c >= 0x250 && uscript_getScript(c, &e) != USCRIPT_LATIN)
			l.foreign++;
		else {
			l.small_first += !l.latin && u_islower(c);
			l.latin++;
			l.capitals += u_isupper(c) != 0;
			l.small += u_islower(c) != 0;
		}
	}
	return l;
}

static unsigned latin_shape(const struct letters *l)
{
	if (l->digits)
		return SHAPE_LETTERS_DIGITS;
	if (!l->capitals)
		return SHAPE_SMALL;
	if (l->latin == 1)
		return SHAPE_LETTER;
	if (!l->small)
		return SHAPE_CAPITALS;
	return l->capitals > 1 || l->small_first ? SHAPE_CAMEL : SHAPE_CAPITAL;
}

static uint8_t shape_of(struct view v, const struct letters *l)
{
	unsigned shape = l->devanagari ? l->latin || l->digits ? SHAPE_BOTH : SHAPE_DEVANAGARI
		: l->foreign ? SHAPE_FOREIGN : l->latin ? latin_shape(l) : !l->digits ? SHAPE_SIGN
		: l->signs ? SHAPE_NUMBER : SHAPE_DIGITS;

	return (uint8_t)(shape | (l->hyphens ? SHAPE_HYPHEN : 0) | (l->latin && view_ends(v, ".") ? SHAPE_STOP : 0));
}

/* --- hashes --- */

struct list { uint32_t *at; size_t n; };

static uint32_t mix(uint32_t h, uint32_t x)
{
	h = (h ^ x) * 0x9e3779b1u;
	return h ^ h >> 15;
}

static uint32_t hash_bytes(const char *p, size_t n)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)(p[i] >= '0' && p[i] <= '9' ? '0' : p[i])) * 16777619u;
	return h;
}

static void add(struct list *l, uint32_t template, uint32_t value)
{
	if (l->n < TAG_FEATURES_MAX)
		l->at[l->n++] = mix(mix(0x811c9dc5u, template), value);
}

/* --- words --- */

/* Words of the other script that sound so: only a word that no list knows needs them. */
static struct tag_facts facts_by_sound(const struct tag_word *w, const struct tag_model *m)
{
	struct sound spelled, folded;

	if (w->key.n < 3 || (w->script != SCRIPT_DEVANAGARI && w->script != SCRIPT_LATIN))
		return (struct tag_facts){ 0 };
	if (w->script == SCRIPT_DEVANAGARI) {
		sound_spelled(w->key, &spelled);
		sound_folded((struct view){ spelled.text, spelled.n }, &folded);
	} else {
		sound_folded(w->key, &folded);
	}
	return tag_model_facts(m, (struct view){ folded.text, folded.n });
}

static void mark_match(struct tag_word *w, size_t n, unsigned types, bool phrase)
{
	for (size_t i = 0; i < n; i++) {
		uint8_t *at = phrase ? w[i].phrase : NULL;

		if (!i)
			*(at ? &at[0] : &w[i].begins) |= (uint8_t)types;
		else
			*(at ? &at[1] : &w[i].inside) |= (uint8_t)types;
	}
	*(phrase ? &w[n - 1].phrase[2] : &w[n - 1].whole) |= (uint8_t)types;
}

static void match_phrases(struct tag_word *w, const struct name_keys *k, size_t i, const struct tag_model *m)
{
	for (size_t to = i + 4 < k->n ? i + 4 : k->n; to > i; to--) {
		unsigned types = k->at[to] == k->at[to - 1] || k->at[to] - k->at[i] < 4 ? 0
			: tag_model_phrase(m, (struct view){ k->text + k->at[i], k->at[to] - k->at[i] });

		if (types) {
			mark_match(w + i, to - i, types, true);
			return;
		}
	}
}

static void match_names(struct tag_word *w, const struct tag_token *token, const struct name_keys *k,
			const struct names *names, const struct tag_model *m)
{
	size_t end = 0;

	for (size_t i = 0; i < k->n; i++) {
		struct name_match match;

		if (w[i].shape == SHAPE_SIGN)
			continue;
		if (i >= end && names_find(names, k, token, i, NAME_TOKENS_MAX, &match)) {
			/* The eighth bit: in small letters, which a name is not. */
			mark_match(w + i, match.to - i, 1u << match.name->type | (match.capital ? 0 : 128), false);
			end = match.to;
		}
		if (w[i].shape != SHAPE_SMALL)
			match_phrases(w, k, i, m);
	}
}

/* Is the sentence in Devanagari, and how much of its Latin has capitals? A headline's capitals say little. */
static uint8_t company(const struct tag_word *w, size_t n)
{
	size_t devanagari = 0, small = 0, capital = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned s = w[i].shape & 15;

		devanagari += s == SHAPE_DEVANAGARI;
		small += s == SHAPE_SMALL;
		capital += s == SHAPE_CAPITAL || s == SHAPE_CAPITALS || s == SHAPE_CAMEL;
	}
	return (uint8_t)((devanagari > small + capital ? 0 : 1) + 2 * (capital > small ? 2 : 3 * capital > small ? 1 : 0)
			 + 8 * (n < 4));
}

/* --- names of several words --- */

enum { REACH = 5, QUOTED_MAX = 9 };

static bool is_capital(const struct tag_word *w)
{
	unsigned s = w->shape & 15;

	return s == SHAPE_CAPITAL || s == SHAPE_CAPITALS || s == SHAPE_CAMEL || s == SHAPE_LETTER || s == SHAPE_LETTERS_DIGITS;
}

/* May a name that has token i go on at token k? Of Latin words, capitals and what stands between them. */
static bool goes_on(const struct tag_word *w, size_t k, bool latin)
{
	if ((w[k].shape & 15) == SHAPE_SIGN)
		return false;
	return !latin || is_capital(&w[k]) || w[k].script != SCRIPT_LATIN || w[k].key.n < 4;
}

/* The nearest word before or at token i that opens names, and the nearest after or at it that ends them. */
static void look_around(struct tag_word *w, size_t n, size_t i)
{
	bool latin = w[i].script == SCRIPT_LATIN;

	if ((w[i].shape & 15) == SHAPE_SIGN || (latin && !is_capital(&w[i]) && w[i].key.n > 3))
		return;
	for (size_t k = i; k < n && k < i + REACH && goes_on(w, k, latin) && !w[i].ends; k++) {
		w[i].ends = w[k].facts.ends;
		w[i].ends_at = (uint8_t)(k - i);
	}
	for (size_t k = i + 1; k-- > 0 && k + REACH > i && goes_on(w, k, latin) && !w[i].opens;) {
		w[i].opens = w[k].facts.opens;
		w[i].opens_at = (uint8_t)(i - k);
	}
}

static void find_heads(struct tag_word *w, size_t n)
{
	for (size_t i = n, last = n; i-- > 0;) {
		if (!is_capital(&w[i]) || w[i].script & SCRIPT_DEVANAGARI)
			continue;
		if (i + 1 >= n || !is_capital(&w[i + 1]) || w[i + 1].script & SCRIPT_DEVANAGARI)
			last = i;
		w[i].head = mix(w[last].hash, (uint32_t)(last - i < 6 ? last - i : 6));
	}
}

static bool is_quote(const struct tag_word *w)
{
	static const char *const quotes[] = { "\"", "“", "”", "‘", "’", "'", "«", "»", "*", "_", "**", NULL };

	return view_is_any(w->text, quotes);
}

static void find_quotations(struct tag_word *w, size_t n)
{
	for (size_t i = 0, open = n; i < n; i++) {
		if (!is_quote(&w[i]))
			continue;
		for (size_t k = open + 1; open < n && i - open - 1 <= QUOTED_MAX && k < i; k++)
			w[k].quoted = (uint8_t)(i - open - 1);
		open = i;
	}
}

void tag_words_make(struct tag_word *w, const struct tag_token *token, size_t n, const struct name_keys *k,
		    const struct names *names, const struct tag_model *m)
{
	for (size_t i = 0; i < n; i++) {
		struct letters l = count_letters(token[i].text);

		w[i] = (struct tag_word){ .text = token[i].text, .key = { k->text + k->at[i], k->at[i + 1] - k->at[i] } };
		w[i].shape = shape_of(token[i].text, &l);
		w[i].script = (uint8_t)((l.latin ? SCRIPT_LATIN : 0) | (l.devanagari ? SCRIPT_DEVANAGARI : 0)
			| (l.digits ? SCRIPT_DIGIT : 0) | (l.foreign ? SCRIPT_FOREIGN : 0));
		w[i].hash = w[i].key.n ? hash_bytes(w[i].key.p, w[i].key.n) : hash_bytes(token[i].text.p, token[i].text.n);
		if (w[i].script & (SCRIPT_LATIN | SCRIPT_DEVANAGARI)) {
			w[i].facts = tag_model_facts(m, w[i].key);
			w[i].sound = facts_by_sound(&w[i], m);
		}
	}
	match_names(w, token, k, names, m);
	for (size_t i = 0; i < n; i++)
		look_around(w, n, i);
	find_heads(w, n);
	find_quotations(w, n);
	for (size_t i = 0, around = company(w, n); i < n; i++)
		w[i].company = (uint8_t)around;
}

/* --- features --- */

/* The numbers are in the model: none changes its own unless a model is made anew. */
enum template {
	T_BIAS = 1, T_WORD, T_BEFORE, T_AFTER, T_BEFORE2, T_AFTER2, T_WITH_BEFORE, T_WITH_AFTER, T_PREFIX, T_SUFFIX, T_SUFFIX_BEFORE,
	T_SUFFIX_AFTER, T_SHAPE, T_SHAPE_BEFORE, T_SHAPE_AFTER, T_SHAPES, T_CLUSTER, T_CLUSTER_BEFORE, T_CLUSTER_AFTER, T_CLUSTERS,
	T_LISTS, T_LISTS_BEFORE, T_LISTS_AFTER, T_NAME, T_NAME_BEFORE, T_NAME_AFTER, T_NAME_SHAPE, T_PHRASE, T_SOUND,
	T_BEFORE_SHAPE = T_SOUND + 2, T_AFTER_SHAPE, T_PAIR_BEFORE, T_PAIR_AFTER, T_COMPANY, T_OPENS, T_ENDS, T_HEAD, T_QUOTED
};

static const struct tag_word nothing = { .shape = 63 };

static const struct tag_word *at(const struct tag_word *w, size_t n, size_t i, int offset)
{
	size_t k = i + (size_t)offset;

	return k < n ? &w[k] : &nothing;	/* before the first, k is huge */
}

static void add_affixes(struct list *l, const struct tag_word *w)
{
	size_t cut[NAME_KEY_MAX + 1], n = 0;

	for (size_t i = 0; i < w->key.n; i += utf8_length(w->key.p[i]))
		cut[n++] = i;
	cut[n] = w->key.n;
	for (size_t k = 1; k <= 5 && k <= n; k++) {
		add(l, T_PREFIX + 100 * (uint32_t)k, hash_bytes(w->key.p, cut[k]));
		add(l, T_SUFFIX + 100 * (uint32_t)k, hash_bytes(w->key.p + cut[n - k], w->key.n - cut[n - k]));
	}
}

static uint32_t suffix(const struct tag_word *w, size_t letters)
{
	size_t i = w->key.n;

	for (size_t k = 0; k < letters && i; k++)
		while (i && utf8_is_tail(w->key.p[--i]))
			;
	return w->key.n ? hash_bytes(w->key.p + i, w->key.n - i) : w->hash;
}

/* What the dictionary says of a token. */
static uint32_t names_of(const struct tag_word *w)
{
	return w->begins | (uint32_t)w->inside << 8 | (uint32_t)w->whole << 16;
}

static uint32_t phrases_of(const struct tag_word *w)
{
	return w->phrase[0] | (uint32_t)w->phrase[1] << 8 | (uint32_t)w->phrase[2] << 16;
}

static void add_lists(struct list *l, const struct tag_word *w, const struct tag_word *before, const struct tag_word *after)
{
	uint32_t own = names_of(w), phrase = phrases_of(w);

	add(l, T_LISTS, w->facts.lists);
	add(l, T_LISTS, mix(w->facts.lists, 1000u + w->shape));
	for (int b = 0; b < 16; b++)
		if (w->facts.lists >> b & 1)
			add(l, T_LISTS, 1u << 20 | (uint32_t)b);
	add(l, T_LISTS_BEFORE, before->facts.lists);
	add(l, T_LISTS_AFTER, after->facts.lists);
	add(l, T_LISTS, mix(mix(before->facts.lists, w->facts.lists), 7));
	add(l, T_LISTS, mix(mix(after->facts.lists, w->facts.lists), 8));
	add(l, T_NAME, own);
	add(l, T_NAME_SHAPE, mix(own, w->shape));
	add(l, T_NAME_SHAPE, mix(mix(own, w->facts.lists), 9));
	add(l, T_NAME_BEFORE, names_of(before));
	add(l, T_NAME_AFTER, names_of(after));
	add(l, T_NAME, mix(mix(own, before->hash), 1));
	add(l, T_NAME, mix(mix(own, after->hash), 2));
	add(l, T_PHRASE, phrase);
	add(l, T_PHRASE, mix(mix(phrase, w->shape), w->facts.lists));
	if (tag_is_known(&w->sound)) {
		add(l, T_SOUND, w->sound.lists);
		add(l, T_SOUND, mix(w->sound.lists, 1000u + (w->facts.lists != 0)));
		add(l, T_SOUND, mix(w->sound.cluster[0], 5));
	}
}

static void add_rows(struct list *l, const struct tag_word *w)
{
	if (w->opens) {
		add(l, T_OPENS, w->opens * 8u + w->opens_at);
		add(l, T_OPENS, mix(w->opens * 8u + w->opens_at, 1000u + w->shape));
	}
	if (w->ends) {
		add(l, T_ENDS, w->ends * 8u + w->ends_at);
		add(l, T_ENDS, mix(w->ends * 8u + w->ends_at, 1000u + w->shape));
	}
	if (w->opens && w->ends)
		add(l, T_OPENS, mix(w->opens * 8u + w->opens_at, 4096u + w->ends * 8u + w->ends_at));
	if (w->head)
		add(l, T_HEAD, w->head);
	if (w->quoted) {
		add(l, T_QUOTED, w->quoted);
		add(l, T_QUOTED, 64u + w->shape);
	}
}

static void add_clusters(struct list *l, const struct tag_word *w, const struct tag_word *before,
			 const struct tag_word *after)
{
	for (uint32_t k = 0; k < TAG_CLUSTERS; k++) {
		add(l, T_CLUSTER, w->facts.cluster[k] * 4u + k);
		add(l, T_CLUSTER_BEFORE, before->facts.cluster[k] * 4u + k);
		add(l, T_CLUSTER_AFTER, after->facts.cluster[k] * 4u + k);
	}
	add(l, T_CLUSTER, mix(w->facts.cluster[0], 1000u + w->shape));
	add(l, T_CLUSTERS, mix(w->facts.cluster[0], before->facts.cluster[0]));
	add(l, T_CLUSTERS, mix(mix(w->facts.cluster[0], after->facts.cluster[0]), 1));
}

static void add_shapes(struct list *l, const struct tag_word *w, const struct tag_word *before,
		       const struct tag_word *after, bool first)
{
	add(l, T_SHAPE, w->shape);
	add(l, T_SHAPE, 64u + w->shape * 2u + first);
	add(l, T_SHAPE_BEFORE, before->shape);
	add(l, T_SHAPE_AFTER, after->shape);
	add(l, T_SHAPES, before->shape * 64u + w->shape);
	add(l, T_SHAPES, 1u << 16 | w->shape * 64u | after->shape);
	add(l, T_SHAPES, 1u << 20 | before->shape * 4096u | w->shape * 64u | after->shape);
	add(l, T_BEFORE_SHAPE, mix(before->hash, w->shape));
	add(l, T_AFTER_SHAPE, mix(after->hash, w->shape));
}

size_t tag_features(const struct tag_word *w, size_t n, size_t i, uint32_t out[TAG_FEATURES_MAX])
{
	struct list l = { out, 0 };
	const struct tag_word *own = &w[i], *before = at(w, n, i, -1), *after = at(w, n, i, 1), *before2 = at(w, n, i, -2),
		*after2 = at(w, n, i, 2);

	add(&l, T_BIAS, 0);
	add(&l, T_WORD, own->hash);
	add(&l, T_WORD, mix(own->hash, 1000u + own->shape));
	add(&l, T_BEFORE, before->hash);
	add(&l, T_AFTER, after->hash);
	add(&l, T_BEFORE2, before2->hash);
	add(&l, T_AFTER2, after2->hash);
	add(&l, T_WITH_BEFORE, mix(before->hash, own->hash));
	add(&l, T_WITH_AFTER, mix(own->hash, after->hash));
	add(&l, T_PAIR_BEFORE, mix(mix(before2->hash, before->hash), own->shape));
	add(&l, T_PAIR_AFTER, mix(mix(after->hash, after2->hash), own->shape));
	add(&l, T_SUFFIX_BEFORE, suffix(before, 3));
	add(&l, T_SUFFIX_AFTER, suffix(after, 3));
	add(&l, T_COMPANY, own->company * 64u + own->shape);
	add_shapes(&l, own, before, after, i == 0);
	add_lists(&l, own, before, after);
	add_clusters(&l, own, before, after);
	add_rows(&l, own);
	add_affixes(&l, own);
	return l.n;
}
