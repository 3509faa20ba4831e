/*
 * spelling.c - the one spelling of a loan in Devanagari: what is known, what differs in nukta, nasals and vowels only, and
 * what reads as the same English word.
 */
#include "word.h"

#include "utf8.h"

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

/* Which of two spellings texts have more, `by` so much in logarithms: no word gives way to one that is seldomer. */
static bool is_no_rarer(const struct writer *w, struct view word, struct view than, float by)
{
	return word_list_log(&w->model.hindi, word, 0) >= word_list_log(&w->model.hindi, than, 0) + by;
}

/* A guess at a short word must be of a word that is so much more frequent, in logarithms. */
static const float FAR = 3;

/* Code points from which on a word that differs by more than nukta and nasals, or is only guessed, may be another spelling. */
enum { VOWELS_MIN = 5, GUESS_MIN = 5, GUESS_SURE = 7 };

/* The loan whose spelling has the same in common with others as the word; `x` says what. */
static struct view common_spelling(const struct writer *w, const struct index *x, struct view word)
{
	struct buf key = { 0 };
	const struct entry *e;

	sound_loosen(word, x == &w->lexicon.loan_loose, &key);
	e = index_find(x, buf_view(&key));
	buf_release(&key);
	return e ? e->value : V("");
}

/* A difference in nukta and nasals is none of words; one in vowels may be. */
static struct view loose_spelling(const struct writer *w, struct view word)
{
	const struct lexicon *l = &w->lexicon;
	struct view house = common_spelling(w, &l->loan_tight, word);

	if (!house.n) {
		house = common_spelling(w, &l->loan_loose, word);
		if (utf8_count(word) < VOWELS_MIN || !is_no_rarer(w, house, word, 0))
			return V("");
	}
	return house.n ? spelling_of(l, index_find(&l->loan_back, house)->value) : V("");
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

	sound_loosen(a, true, &x);
	sound_loosen(b, true, &y);
	near = distance(buf_view(&x), buf_view(&y)) * 4 <= utf8_count(buf_view(&y));
	buf_release(&x);
	buf_release(&y);
	return near;
}

static bool begins_with(struct view word, struct view stem)
{
	return word.n > stem.n && !memcmp(word.p, stem.p, stem.n);
}

/* A loan that no list has in this spelling: the one that it is read as in English, if that is spelled nearly so. */
static struct view guessed_spelling(const struct writer *w, struct view word)
{
	struct guess guess;
	const struct entry *loan = NULL;

	if (utf8_count(word) >= GUESS_MIN && guess_latin(&w->model, word, DOMAIN_LOAN, &guess, 1))
		loan = index_find(&w->lexicon.loan, view_of(guess.text));
	/* मशीनी is of मशीन, but not मशीन. */
	if (!loan || begins_with(word, loan->value) || !is_near(word, loan->value)
	    || !is_no_rarer(w, loan->value, word, utf8_count(word) < GUESS_SURE ? FAR : 0))
		return V("");
	return spelling_of(&w->lexicon, loan->key);
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
	*out = (struct answer){ word, FROM_LEXICON, 1 };
	if (is_house(&w->lexicon, word) || is_house_plural(&w->lexicon, word))
		return true;
	out->text = base_spelling(w, word);
	if (!out->text.n)
		*out = (struct answer){ plural_spelling(w, word, arena), FROM_ENDING, 1 };
	if (!out->text.n)
		*out = (struct answer){ guessed_spelling(w, word), FROM_MODEL, 1 };
	return out->text.n;
}
