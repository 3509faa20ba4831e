/* word.c - see word.h. */
#include "word.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

const char *const target_name[TARGETS] = { "hi", "en", "hi-Latn", "iso15919", "ascii" };
const char *const origin_name[ORIGINS] = { "glossary", "lexicon", "said", "name", "letters", "ending", "document", "rules", "model" };

/* What is known is sure; a variant less so; a guess beside them even less: scores fall in the order of the answers. */
static const float SURE = 1.0f, VARIANT = 0.6f, BESIDE = 0.5f;

bool is_latin_word(struct view word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!((word.p[i] | 0x20) >= 'a' && (word.p[i] | 0x20) <= 'z'))
			return false;
	return word.n > 0;
}

bool has_devanagari(struct view word)
{
	for (size_t i = 0; i < word.n; i += utf8_length(word.p[i])) {
		uint32_t c = utf8_code(word.p + i);

		if (c >= 0x900 && c <= 0x97f && c != 0x964 && c != 0x965)
			return true;
	}
	return false;
}

bool is_acronym(struct view word)
{
	size_t n = word.n > 2 && word.p[word.n - 1] == 's' ? word.n - 1 : word.n;

	for (size_t i = 0; i < n; i++)
		if (word.p[i] < 'A' || word.p[i] > 'Z')
			return false;
	return n > 1;
}

static void answer(struct answers *a, size_t max, struct view text, enum origin origin, float score)
{
	for (size_t i = 0; i < a->n; i++)
		if (view_eq(a->at[i].text, text))
			return;
	if (a->n < max && a->n < GUESSES_MAX)
		a->at[a->n++] = (struct answer){ text, origin, score };
}

static void answer_entry(const struct writer *w, const struct entry *e, enum origin origin, struct answers *a)
{
	struct view list = lexicon_facts(&w->lexicon, e)->variants, one;

	answer(a, w->best, e->value, origin, a->n ? VARIANT : SURE);
	while (view_next(&list, '|', &one))
		answer(a, w->best, one, origin, VARIANT);
}

/* What the networks say, behind what is known already. */
static void answer_guesses(const struct writer *w, struct view word, enum domain domain, bool devanagari, struct arena *arena,
			   struct answers *a)
{
	struct guess guess[GUESSES_MAX];
	size_t n;
	float factor = a->n ? BESIDE : 1;

	if (a->n >= w->best || (a->n && !w->fills))
		return;
	n = devanagari ? guess_devanagari(&w->model, word, domain, guess, w->best) : guess_latin(&w->model, word, domain, guess, w->best);
	for (size_t i = 0; i < n; i++)
		answer(a, w->best, arena_copy(arena, view_of(guess[i].text)), FROM_MODEL, factor * guess[i].score);
}

/* --- memory --- */

struct answers *memo_slot(struct memo *m, unsigned how, struct view word, bool *found)
{
	struct buf key = { 0 };
	struct entry *e;

	buf_byte(&key, (char)how);
	buf_add(&key, word);
	e = index_find(&m->seen, buf_view(&key));
	*found = e;
	if (!e) {
		e = index_add(&m->seen, arena_copy(m->arena, buf_view(&key)));
		e->number = m->n;
		m->answers = memory_grow(m->answers, &m->cap, m->n + 1, sizeof *m->answers);
		m->answers[m->n++] = arena_get(m->arena, sizeof **m->answers);
	}
	buf_release(&key);
	return m->answers[e->number];
}

void memo_release(struct memo *m)
{
	index_release(&m->seen);
	free(m->answers);
}

/* --- English and names to Devanagari --- */

static const struct entry *find_english(const struct writer *w, struct view word, enum reading how, enum origin *origin)
{
	const struct lexicon *l = &w->lexicon;
	const struct index *first = how == AS_NAME ? &l->name : &l->loan, *second = how == AS_NAME ? &l->loan : &l->name;
	const struct entry *e = lexicon_find(&l->glossary, word);

	*origin = FROM_GLOSSARY;
	if (e)
		return e;
	e = lexicon_find(first, word);
	*origin = how == AS_NAME ? FROM_NAME : FROM_LEXICON;
	if (e)
		return e;
	*origin = how == AS_NAME ? FROM_LEXICON : FROM_NAME;
	return lexicon_find(second, word);
}

/* The plural of a loan, where it stands: with -s, or with Hindi's endings if it takes these. */
static void add_plural(const struct writer *w, const struct entry *e, enum place place, struct buf *out)
{
	const struct word_facts *f = lexicon_facts(&w->lexicon, e);

	if ((place == COUNTED && f->plural != 'h') || (place != ALONE && f->plural == '0'))
		buf_add(out, e->value);
	else if (place == ALONE || f->plural != 'h')
		endings_add(&w->lexicon.endings, ENDING_S, f->gender, e->value, out);
	else
		endings_add(&w->lexicon.endings, place == OBLIQUE ? ENDING_OBLIQUE : ENDING_DIRECT, f->gender, e->value, out);
}

/* English plurals of words that are known. */
static void answer_plural(const struct writer *w, struct view word, enum reading how, enum place place, struct arena *arena,
			  struct answers *a)
{
	const struct endings *endings = &w->lexicon.endings;
	struct buf base = { 0 }, text = { 0 };
	enum origin origin;

	for (size_t i = 0; i < endings->n && !a->n; i++) {
		const struct entry *e = NULL;

		if (endings->at[i].kind == ENDING_ENGLISH && endings_undo(endings, i, word, &base))
			e = find_english(w, buf_view(&base), how, &origin);
		if (e) {
			add_plural(w, e, place, &text);
			answer(a, w->best, arena_copy(arena, buf_view(&text)), FROM_ENDING, SURE);
		}
	}
	buf_release(&base);
	buf_release(&text);
}

static void answer_letters(const struct writer *w, struct view word, struct arena *arena, struct answers *a)
{
	size_t n = word.p[word.n - 1] == 's' ? word.n - 1 : word.n;
	struct buf text = { 0 };

	for (size_t i = 0; i < n; i++)
		buf_add(&text, w->lexicon.letter[word.p[i] - 'A']);
	buf_str(&text, n < word.n ? "ज़" : "");
	answer(a, w->best, arena_copy(arena, buf_view(&text)), FROM_LETTERS, SURE);
	buf_release(&text);
}

static void write_english(const struct writer *w, struct view word, enum reading how, enum place place, struct arena *arena,
			  struct answers *a)
{
	enum origin origin;
	const struct entry *e = find_english(w, word, how, &origin);

	if (is_acronym(word) && !(e && origin == FROM_GLOSSARY)) {
		if (w->spells_acronyms)
			answer_letters(w, word, arena, a);
		return;
	}
	if (e)
		answer_entry(w, e, origin, a);
	else
		answer_plural(w, word, how, place, arena, a);
	answer_guesses(w, word, how == AS_NAME ? DOMAIN_NAME : DOMAIN_LOAN, true, arena, a);
}

bool depends_on_context(const struct writer *w, struct view word)
{
	const struct entry *e = lexicon_find(&w->lexicon.typed, word);

	return e && w->lexicon.way[e->number - 1].next;
}

/*
 * The logarithm of the probability that `word`, one of the two, has the other beside it: as counted, and as much as LIKE
 * sightings of it would say with any word beside it that is so probable.
 */
static const float LIKE = 20, ANY = 0.003f, WEIGHT = 0.6f, FREQUENT = 0.6f;

static float beside(const struct writer *w, struct view left, struct view right, struct view word)
{
	struct buf pair = { 0 };
	float together, alone;

	if (!left.n || !right.n)
		return 0;
	buf_add(&pair, left);
	buf_byte(&pair, ' ');
	buf_add(&pair, right);
	together = expf(word_list_log(&w->model.pairs, buf_view(&pair), -INFINITY));
	alone = expf(word_list_log(&w->model.pairs, word, -INFINITY));
	buf_release(&pair);
	return logf((together + LIKE * ANY) / (alone + LIKE));
}

/* The ways a typed word may be meant, the likeliest first: naive Bayes on its neighbours. */
static void answer_ways(const struct writer *w, const struct entry *e, const struct context *c, struct answers *a)
{
	const struct way *way = w->lexicon.way;
	struct answers all = { .n = 0 };

	for (size_t i = e->number; i && all.n < GUESSES_MAX; i = way[i - 1].next) {
		struct answer *one = &all.at[all.n++];

		*one = (struct answer){ way[i - 1].word, FROM_LEXICON,
					 FREQUENT * word_list_log(&w->model.hindi, way[i - 1].word, 0) - way[i - 1].cost };
		if (way[e->number - 1].next)
			one->score += WEIGHT * (beside(w, c->before, one->text, one->text) + beside(w, one->text, c->after, one->text));
	}
	for (size_t k = 0; k < all.n; k++) {
		size_t best = 0;

		for (size_t i = 1; i < all.n; i++)
			best = all.at[i].score > all.at[best].score ? i : best;
		answer(a, w->best, all.at[best].text, FROM_LEXICON, a->n ? VARIANT : SURE);
		all.at[best].score = -INFINITY;
	}
}

static void write_typed(const struct writer *w, struct view word, const struct context *c, struct arena *arena, struct answers *a)
{
	const struct entry *e = lexicon_find(&w->lexicon.glossary, word);

	if (e)
		answer_entry(w, e, FROM_GLOSSARY, a);
	e = lexicon_find(&w->lexicon.typed, word);
	if (e)
		answer_ways(w, e, c, a);
	answer_guesses(w, word, DOMAIN_NATIVE, true, arena, a);
}

/* --- Devanagari to Latin --- */

const struct entry *find_plural(const struct writer *w, struct view word)
{
	const struct endings *endings = &w->lexicon.endings;
	const struct entry *e = NULL;
	struct buf base = { 0 };

	for (size_t i = 0; i < endings->n && !e; i++)
		if (is_plural_kind(endings->at[i].kind) && endings_undo(endings, i, word, &base))
			e = index_find(&w->lexicon.loan_back, buf_view(&base));
	buf_release(&base);
	return e;
}

static void write_latin(const struct writer *w, struct view word, enum reading how, struct arena *arena, struct answers *a)
{
	const struct lexicon *l = &w->lexicon;
	const struct entry *e = index_find(&l->glossary_back, word), *loan = index_find(&l->loan_back, word), *name = index_find(&l->name_back, word);

	if (e)
		answer(a, w->best, e->value, FROM_GLOSSARY, SURE);
	if (how == AS_NAME && name)
		answer(a, w->best, name->value, FROM_NAME, SURE);
	if (loan)
		answer(a, w->best, loan->value, FROM_LEXICON, SURE);
	if (!a->n && (e = find_plural(w, word))) {
		struct buf text = { 0 };

		endings_add(&l->endings, ENDING_ENGLISH, 0, e->value, &text);
		answer(a, w->best, arena_copy(arena, buf_view(&text)), FROM_ENDING, SURE);
		buf_release(&text);
	}
	if (!a->n && name)
		answer(a, w->best, name->value, FROM_NAME, SURE);
	answer_guesses(w, word, how == AS_NAME ? DOMAIN_NAME : DOMAIN_LOAN, false, arena, a);
}

/* Hindi as people type it: loans keep their English spelling. */
static void write_as_typed(const struct writer *w, struct view word, enum reading how, struct arena *arena, struct answers *a)
{
	const struct entry *e = index_find(&w->lexicon.glossary_back, word), *typed = index_find(&w->lexicon.typed_back, word);
	struct view list, one;

	if (e)
		answer(a, w->best, e->value, FROM_GLOSSARY, SURE);
	if (how != AS_HINDI && !typed) {
		write_latin(w, word, how, arena, a);
		return;
	}
	list = typed ? typed->value : V("");
	while (view_next(&list, ' ', &one))
		answer(a, w->best, one, FROM_LEXICON, a->n ? VARIANT : SURE);
	answer_guesses(w, word, DOMAIN_NATIVE, false, arena, a);
}

/* --- by rules --- */

enum { RULE_UNITS = 1024 };

static bool by_rules(const UTransliterator *rules, struct view word, struct arena *arena, struct view *out)
{
	UChar text[RULE_UNITS];
	char utf8[4 * RULE_UNITS];
	UErrorCode e = U_ZERO_ERROR;
	int32_t n = 0, limit, bytes = 0;

	if (word.n > RULE_UNITS / 4)
		return false;
	u_strFromUTF8(text, RULE_UNITS, &n, word.p, (int32_t)word.n, &e);
	limit = n;
	utrans_transUChars(rules, text, &n, RULE_UNITS, 0, &limit, &e);
	u_strToUTF8(utf8, sizeof utf8, &bytes, text, n, &e);
	if (U_FAILURE(e))
		return false;
	*out = arena_copy(arena, (struct view){ utf8, (size_t)bytes });
	return true;
}

static void answer_rules(const struct writer *w, const UTransliterator *rules, struct view word, struct arena *arena, struct answers *a)
{
	struct view text;

	if (by_rules(rules, word, arena, &text) && !view_eq(text, word))
		answer(a, w->best, text, FROM_RULES, SURE);
}

/* --- */

static bool is_ascii(struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if ((unsigned char)v.p[i] >= 0x80)
			return false;
	return true;
}

void write_word(const struct writer *w, struct view word, enum reading how, const struct context *c, struct arena *arena,
		struct answers *a)
{
	a->n = 0;
	if (w->target == TO_HINDI && (is_latin_word(word) || lexicon_find(&w->lexicon.loan, word))) {
		if (how == AS_HINDI)
			write_typed(w, word, c, arena, a);
		else
			write_english(w, word, how, c->place, arena, a);
	} else if (w->target == TO_ENGLISH && has_devanagari(word)) {
		write_latin(w, word, how, arena, a);
	} else if ((w->target == TO_TYPED || w->target == TO_ASCII) && has_devanagari(word)) {
		write_as_typed(w, word, how, arena, a);
	} else if (w->target == TO_ISO && has_devanagari(word)) {
		answer_rules(w, w->iso, word, arena, a);
	}
	if (w->target == TO_ASCII && !a->n && !is_ascii(word))
		answer_rules(w, w->ascii, word, arena, a);
}

bool said_in_hindi(const struct writer *w, struct view word, enum place place, struct arena *arena, struct answer *out)
{
	const struct lexicon *l = &w->lexicon;
	const struct entry *one = lexicon_find(&l->said, word), *e = one ? one : lexicon_find_plural(l, &l->said, word);
	struct buf text = { 0 };

	if (!e)
		return false;
	if (!one)
		add_plural(w, e, place, &text);
	else if (place == OBLIQUE && lexicon_facts(l, e)->plural == 'h')	/* a masculine noun in -ा */
		endings_add(&l->endings, ENDING_OBLIQUE_ONE, lexicon_facts(l, e)->gender, e->value, &text);
	else
		buf_add(&text, e->value);
	*out = (struct answer){ arena_copy(arena, buf_view(&text)), FROM_SAID, SURE };
	buf_release(&text);
	return true;
}
