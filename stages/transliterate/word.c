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
	while (lexicon_next(&list, '|', &one))
		answer(a, w->best, one, origin, VARIANT);
}

/* What the networks say, behind what is known already. */
static void answer_guesses(const struct writer *w, struct view word, enum domain domain, bool devanagari, struct arena *arena,
			   struct answers *a)
{
	struct guess guess[GUESSES_MAX];
	size_t n;
	float factor = a->n ? BESIDE : 1;

	if (a->n >= w->best)
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

/* Of a loan in Devanagari, as it stands in texts. */
static bool is_plural_kind(enum ending_kind kind)
{
	return kind != ENDING_ENGLISH && kind != ENDING_OBLIQUE_ONE;
}

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
	list = typed ? typed->value : V("-");
	while (lexicon_next(&list, ' ', &one))
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
	const struct entry *e = lexicon_find(&l->said, word);
	struct buf base = { 0 }, text = { 0 };
	bool plural = false;

	for (size_t i = 0; !e && i < l->endings.n; i++)
		if (l->endings.at[i].kind == ENDING_ENGLISH && endings_undo(&l->endings, i, word, &base)) {
			e = lexicon_find(&l->said, buf_view(&base));
			plural = true;
		}
	if (e && plural)
		add_plural(w, e, place, &text);
	else if (e && place == OBLIQUE && lexicon_facts(l, e)->plural == 'h')
		endings_add(&l->endings, ENDING_OBLIQUE_ONE, lexicon_facts(l, e)->gender, e->value, &text);
	else if (e)
		buf_add(&text, e->value);
	if (e)
		*out = (struct answer){ arena_copy(arena, buf_view(&text)), FROM_SAID, SURE };
	buf_release(&base);
	buf_release(&text);
	return e;
}

/* --- one spelling --- */

/* How a loan is spelled, by its English: as the glossary says, else as the lexicon does. */
static struct view spelling_of(const struct lexicon *l, struct view english)
{
	const struct entry *e = lexicon_find(&l->glossary, english);

	if (!e)
		e = index_find(&l->loan, english);
	return e ? e->value : V("");
}

/* The English of a loan in its own spelling or a listed one; empty if it is none. */
static struct view english_of(const struct lexicon *l, struct view word)
{
	const struct entry *back = index_find(&l->glossary_back, word);

	if (!back)
		back = index_find(&l->loan_back, word);
	return back ? back->value : V("");
}

/* Spelled as it should be already? */
static bool is_house(const struct lexicon *l, struct view word)
{
	struct view english = english_of(l, word);

	return english.n && view_eq(spelling_of(l, english), word);
}

/* A plural of a loan that is spelled as it should be: साइन्स of साइन, however near साइंस is. */
static bool is_house_plural(const struct lexicon *l, struct view word)
{
	struct buf base = { 0 };
	bool house = false;

	for (size_t i = 0; i < l->endings.n && !house; i++)
		house = is_plural_kind(l->endings.at[i].kind) && endings_undo(&l->endings, i, word, &base) && is_house(l, buf_view(&base));
	buf_release(&base);
	return house;
}

/* Which of two spellings texts have more: no word gives way to one that is seldomer. */
static bool is_no_rarer(const struct writer *w, struct view word, struct view than, float by)
{
	return word_list_log(&w->model.hindi, word, 0) >= word_list_log(&w->model.hindi, than, 0) + by;
}

/* A guess at a short word must be of a word that is so much more frequent, in logarithms. */
static const float FAR = 3;

/* Code points from which on a word that differs by more than nukta and nasals, or is only guessed, may be another spelling. */
enum { VOWELS_MIN = 5, GUESS_MIN = 5, GUESS_SURE = 7 };

/* The loan whose spelling has the same in common with others as the word. */
static struct view loose_spelling(const struct writer *w, struct view word)
{
	const struct lexicon *l = &w->lexicon;
	struct buf loose = { 0 }, nasal = { 0 }, house = { 0 };
	const struct entry *e;
	struct view found = V("");

	lexicon_loosen(word, true, &loose);
	e = index_find(&l->loan_loose, buf_view(&loose));
	if (e && e->value.n) {
		lexicon_loosen(word, false, &nasal);
		lexicon_loosen(e->value, false, &house);
		if (view_eq(buf_view(&nasal), buf_view(&house)) || (utf8_count(word) >= VOWELS_MIN && is_no_rarer(w, e->value, word, 0)))
			found = spelling_of(l, index_find(&l->loan_back, e->value)->value);
	}
	buf_release(&loose);
	buf_release(&nasal);
	buf_release(&house);
	return found;
}

/* Levenshtein's distance in code points, of words of up to DISTANCE_MAX; a longer one is far from all. */
enum { DISTANCE_MAX = 32 };

static size_t distance(struct view a, struct view b)
{
	size_t row[DISTANCE_MAX + 1], na = utf8_count(a), nb = utf8_count(b);

	if (na > DISTANCE_MAX || nb > DISTANCE_MAX)
		return DISTANCE_MAX;
	for (size_t j = 0; j <= nb; j++)
		row[j] = j;
	for (size_t i = 0, at = 0; i < na; i++, at += utf8_length(a.p[at])) {
		size_t before = row[0]++;

		for (size_t j = 1, bt = 0; j <= nb; bt += utf8_length(b.p[bt]), j++) {
			size_t best = before + (utf8_code(a.p + at) != utf8_code(b.p + bt));

			before = row[j];
			best = row[j] + 1 < best ? row[j] + 1 : best;
			row[j] = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
		}
	}
	return row[nb];
}

/* Spellings of one loan differ little: by one sign in four. */
static bool is_near(struct view a, struct view b)
{
	struct buf x = { 0 }, y = { 0 };
	bool near;

	lexicon_loosen(a, true, &x);
	lexicon_loosen(b, true, &y);
	near = distance(buf_view(&x), buf_view(&y)) * 4 <= utf8_count(buf_view(&y));
	buf_release(&x);
	buf_release(&y);
	return near;
}

/* A loan that no list has in this spelling: the one that it is read as in English, if that is spelled nearly so. */
static struct view guessed_spelling(const struct writer *w, struct view word)
{
	struct guess guess;
	const struct entry *loan = NULL;

	if (utf8_count(word) >= GUESS_MIN && guess_latin(&w->model, word, DOMAIN_LOAN, &guess, 1))
		loan = index_find(&w->lexicon.loan, view_of(guess.text));
	return loan && is_near(word, loan->value) && is_no_rarer(w, loan->value, word, utf8_count(word) < GUESS_SURE ? FAR : 0) ? spelling_of(&w->lexicon, loan->key) : V("");
}

/* The house's spelling of a word without an ending; empty if it is not known for a loan. */
static struct view base_spelling(const struct writer *w, struct view word)
{
	struct view english = english_of(&w->lexicon, word), house = english.n ? spelling_of(&w->lexicon, english) : V("");

	if (house.n && (lexicon_find(&w->lexicon.glossary, english) || is_no_rarer(w, house, word, 0)))
		return house;
	return loose_spelling(w, word);
}

/* A plural, its ending kept. */
static struct view plural_spelling(const struct writer *w, struct view word, struct arena *arena)
{
	const struct endings *endings = &w->lexicon.endings;
	struct buf base = { 0 }, text = { 0 };
	struct view found = V("");

	for (size_t i = 0; i < endings->n && !found.n; i++) {
		if (!is_plural_kind(endings->at[i].kind) || !endings_undo(endings, i, word, &base))
			continue;
		found = base_spelling(w, buf_view(&base));
		found = found.n && endings_redo(endings, i, found, &text) ? arena_copy(arena, buf_view(&text)) : V("");
	}
	buf_release(&base);
	buf_release(&text);
	return found;
}

bool house_spelling(const struct writer *w, struct view word, struct arena *arena, struct answer *out)
{
	*out = (struct answer){ word, FROM_LEXICON, SURE };
	if (is_house(&w->lexicon, word) || is_house_plural(&w->lexicon, word))
		return true;
	out->text = base_spelling(w, word);
	if (!out->text.n)
		*out = (struct answer){ plural_spelling(w, word, arena), FROM_ENDING, SURE };
	if (!out->text.n)
		*out = (struct answer){ guessed_spelling(w, word), FROM_MODEL, SURE };
	return out->text.n;
}
