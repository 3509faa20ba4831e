/*
 * sentences.c - where sentences end. Stops are looked at one by one, with what stands around them: brackets and dashes
 * that are open, quotations and who says them, abbreviations, the next word. Rules of the dictionary come first.
 */
#include "segment.h"
#include "table.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

/* How far a bracket, a dash or a quotation's speaker is looked for. */
enum { ASIDE_MAX = 60, DASHES_MAX = 12, SPEAKER_MAX = 7, SPEAKER_MAX_ENGLISH = 4, DEPTH_MAX = 8 };

static const char *const class_names[CLASS_COUNT] = {
	"starter", "speech", "goes-on", "small-name", "letter-noun", "letter-name", "marked-name", "roman", "label", "loose",
	"time-word", "finite",
};

/* --- the dictionary --- */

static const char *add_words(struct word_classes *k, struct view name, struct view words)
{
	struct view word;
	size_t class = 0;

	while (class < CLASS_COUNT && !view_is(name, class_names[class]))
		class++;
	if (class == CLASS_COUNT)
		return "no class has this name";
	while (view_next(&words, ' ', &word)) {
		struct entry *e = index_find(&k->word, word);

		if (!e && word.n)
			e = index_add(&k->word, arena_copy(&k->arena, word));
		if (e)
			e->number |= 1u << class;
	}
	return NULL;
}

enum status sentence_rules_open(struct sentence_rules *s, const char *data, struct report *r)
{
	struct buf path = { 0 };
	struct table t;
	struct row row;
	enum status rc;

	buf_addf(&path, "%s/dictionaries/sentences.tsv", data);
	rc = table_open(&t, path.p, r);
	while (rc == OK && table_next(&t, &row)) {
		const char *why = row.n < 3 ? "columns are missing"
			: view_is(row.column[0], "class") ? add_words(&s->classes, row.column[1], row.column[2])
			: break_rules_add(&s->own, view_is(row.column[0], "break"), row.column[1], row.column[2]);

		if (why)
			rc = fatal(r, "dictionary", "%s:%lu: %s", path.p, row.line, why);
	}
	table_close(&t);
	buf_release(&path);
	return rc;
}

void sentence_rules_close(struct sentence_rules *s)
{
	index_release(&s->classes.word);
	arena_release(&s->classes.arena);
	break_rules_close(&s->own);
}

static bool entry_has(const struct word_classes *k, struct view word, enum word_class c)
{
	const struct entry *e = index_find(&k->word, word);

	return e && e->number & 1u << c;
}

/* A capital at a sentence's beginning does not hide a word. */
bool class_of_text(const struct word_classes *k, struct view word, enum word_class c)
{
	char small[32];

	if (entry_has(k, word, c))
		return true;
	if (!word.n || word.n > sizeof small || word.p[0] < 'A' || word.p[0] > 'Z' || c == CLASS_LETTER_NOUN)
		return false;
	memcpy(small, word.p, word.n);
	small[0] |= 32;
	return entry_has(k, (struct view){ small, word.n }, c);
}

/* --- what stands where --- */

/* The block at work: the sentence it is in begins with token `begin`. */
struct reading {
	const struct sentence_rules *rules;
	struct break_rules *own;
	const struct plain *p;
	const struct token *at;
	size_t n, begin;
	struct { UChar sign; size_t at; } open[DEPTH_MAX];	/* brackets and quotations */
	size_t depth;
	size_t counted;						/* of the sentence's tokens, for what follows */
	bool dash, verb;					/* an odd number of dashes; a verb that ends a clause */
	bool roman;						/* romanised Hindi has been seen */
	struct buf word;
};

static UChar first(const struct reading *k, size_t i)
{
	return i < k->n ? k->p->text[k->at[i].from] : 0;
}

static bool is_sign(const struct reading *k, size_t i, UChar c)
{
	return i < k->n && k->at[i].to == k->at[i].from + 1 && first(k, i) == c;
}

static bool has(struct reading *k, size_t i, enum word_class c)
{
	return i < k->n && class_of_text(&k->rules->classes, plain_copy(k->p, k->at[i].from, k->at[i].to, &k->word), c);
}

static bool is_devanagari(UChar c)
{
	return c >= 0x900 && c < 0x980;
}

static bool is_end_sign(UChar c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x964 || c == 0x965 || c == 0x61f;
}

static bool is_ellipsis(const struct reading *k, size_t i)
{
	UChar c = first(k, i);

	return i < k->n && k->at[i].kind == TOKEN_PUNCTUATION
		&& (c == 0x2026 || (c == '.' && k->at[i].to - k->at[i].from > 1 && k->p->text[k->at[i].to - 1] == '.'));
}

static bool is_stop(const struct reading *k, size_t i)
{
	return i < k->n && k->at[i].kind == TOKEN_PUNCTUATION && (is_end_sign(first(k, i)) || is_ellipsis(k, i));
}

static UChar closer_of(UChar c)
{
	switch (c) {
	case '(': return ')';
	case '[': return ']';
	case '{': return '}';
	case 0x201c: case 0x201e: return 0x201d;
	case 0x2018: return 0x2019;
	case 0xab: return 0xbb;
	case '"': return '"';
	}
	return 0;
}

static bool is_quote(UChar c)
{
	return c == '"' || c == 0x201c || c == 0x201d || c == 0x2018 || c == 0x2019 || c == 0xab || c == 0xbb || c == 0x201e
		|| c == '\'';
}

static bool is_closer(UChar c)
{
	return c == ')' || c == ']' || c == '}' || c == 0x201d || c == 0x2019 || c == 0xbb;
}

/* Brackets and quotations open and close; one that is never closed is forgotten after a while. */
static void follow_pairs(struct reading *k, size_t i)
{
	UChar c = first(k, i), closes;

	while (k->depth && i - k->open[k->depth - 1].at > ASIDE_MAX)
		k->depth--;
	if (k->at[i].kind != TOKEN_PUNCTUATION && k->at[i].kind != TOKEN_SYMBOL)
		return;
	for (size_t d = k->depth; d-- > 0;)
		if (closer_of(k->open[d].sign) == c) {
			k->depth = d;
			return;
		}
	closes = closer_of(c);
	if (closes && k->depth < DEPTH_MAX) {
		k->open[k->depth].sign = c;
		k->open[k->depth++].at = i;
	}
}

/* A quotation that is a part of its clause, a title perhaps: nothing says before it that somebody speaks. */
static bool is_title(struct reading *k, size_t quote)
{
	UChar before = quote > k->begin ? first(k, quote - 1) : ',';

	return before != ',' && before != ':' && before != '-' && before != 0x2014 && before != 0x2013
		&& !is_quote(before) && !has(k, quote - 1, CLASS_SPEECH) && !has(k, quote - 1, CLASS_GOES_ON);
}

/* Does a bracket or quotation stand inside the sentence, which goes on after it? */
static bool is_aside(struct reading *k, UChar sign, size_t at)
{
	return at > k->begin && (!is_quote(sign) || is_title(k, at));
}

static bool in_aside(struct reading *k)
{
	for (size_t d = 0; d < k->depth; d++)
		if (is_aside(k, k->open[d].sign, k->open[d].at))
			return true;
	return false;
}

/* Each token of the sentence is looked at once, however often it is asked. */
static void count_to(struct reading *k, size_t i)
{
	for (; k->counted < i; k->counted++) {
		k->dash = k->dash != is_sign(k, k->counted, 0x2014);
		k->verb = k->verb || (k->at[k->counted].kind == TOKEN_WORD && has(k, k->counted, CLASS_FINITE)
				      && !has(k, k->counted, CLASS_GOES_ON));
	}
}

/* An odd dash before, and one more not far behind: the stop is in an aside between them. */
static bool in_dashes(struct reading *k, size_t stop)
{
	count_to(k, stop);
	for (size_t i = stop + 1; k->dash && i < k->n && i < stop + DASHES_MAX; i++)
		if (first(k, i) == 0x2014)
			return true;
	return false;
}

/* Is that quote, being straight, a closing one? */
static bool closes_quote(const struct reading *k, size_t i)
{
	UChar c = first(k, i);

	if (c == '"' || c == '\'')
		for (size_t d = 0; d < k->depth; d++)
			if (k->open[d].sign == c)
				return true;
	return c == '\'' && (i + 1 == k->n || k->at[i + 1].apart);
}

/* Footnote marks: ¹ or [1], right behind the stop. */
static size_t footnote(const struct reading *k, size_t i)
{
	UChar c = first(k, i);

	if (i >= k->n)
		return 0;
	if (k->at[i].apart)
		c = c == '[' ? c : 0;
	if (c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079))
		return 1;
	return c == '[' && is_sign(k, i, '[') && i + 2 < k->n && k->at[i + 1].kind == TOKEN_NUMBER && is_sign(k, i + 2, ']') ? 3 : 0;
}

/* What closed behind a stop: a quotation; something that stands inside the sentence. */
struct closed { bool quote, aside; };

static void note_closed(struct reading *k, UChar c, struct closed *out)
{
	for (size_t d = k->depth; d-- > 0;)
		if (closer_of(k->open[d].sign) == c) {
			out->aside = out->aside || is_aside(k, k->open[d].sign, k->open[d].at);
			break;
		}
	out->quote = out->quote || is_quote(c);
}

/* What closes behind a stop belongs to its sentence. Returns the token after it. */
static size_t absorb(struct reading *k, size_t i, struct closed *out)
{
	for (size_t n; i < k->n; i += n) {
		UChar c = first(k, i);

		n = footnote(k, i);
		if (n)
			continue;
		n = 1;
		if (k->at[i].kind == TOKEN_EMOJI)
			continue;
		if (k->at[i].kind == TOKEN_PUNCTUATION && !k->at[i].apart && is_stop(k, i)) {
			out->aside = false;	/* (... 2017?). */
			continue;
		}
		if (!(is_closer(c) || closes_quote(k, i)) || (k->at[i].apart && !closes_quote(k, i) && c != 0x201d))
			break;
		note_closed(k, c, out);
		follow_pairs(k, i);
	}
	return i;
}

/* --- decisions --- */

static bool is_small(const struct reading *k, size_t i)
{
	return i < k->n && u_islower(first(k, i));
}

static bool is_capital(const struct reading *k, size_t i)
{
	return i < k->n && u_isupper(first(k, i));
}

/* npm, iPhone: small though a sentence begins with it. */
static bool is_small_name(struct reading *k, size_t i)
{
	const struct token *t = &k->at[i];

	for (uint32_t c = t->from; c < t->to; c++)
		if (k->p->text[c] < 0x80 && byte_in((char)k->p->text[c], "()_."))
			return true;	/* foo(), os.path */
	return has(k, i, CLASS_SMALL_NAME) || (t->to - t->from > 1 && u_islower(k->p->text[t->from])
					       && u_isupper(k->p->text[t->from + 1]))
		|| t->kind == TOKEN_FILE || t->kind == TOKEN_URL || t->kind == TOKEN_CODE;
}

/* Past opening quotes and brackets, at the first word of what may be a new sentence. */
static size_t first_word(const struct reading *k, size_t i)
{
	while (i < k->n && (closer_of(first(k, i)) || first(k, i) == '\'' || first(k, i) == '*' || k->at[i].kind == TOKEN_EMOJI))
		i++;
	return i;
}

/* a or iv */
static bool is_list_letter(const struct reading *k, size_t i)
{
	const struct token *t = &k->at[i];
	uint32_t c = t->from;

	if (t->to - t->from == 1)
		return u_isalpha(k->p->text[c]);
	while (c < t->to && k->p->text[c] < 0x80 && byte_in((char)k->p->text[c], "ivx"))
		c++;
	return c == t->to;
}

/* Can what follows begin a sentence, as far as letters tell? */
static bool may_begin(struct reading *k, size_t i)
{
	size_t word = first_word(k, i);

	if (word == k->n)
		return i < k->n;
	if (is_sign(k, word + 1, ')') && k->at[word].to - k->at[word].from <= 3)
		return true;	/* (b) or b) */
	if (is_sign(k, word + 1, '.') && is_list_letter(k, word))
		return true;	/* ii. */
	if (first(k, word) == ',' || first(k, word) == ';' || first(k, word) == ':')
		return false;
	return !is_small(k, word) || k->roman || k->at[word].kind != TOKEN_WORD || is_small_name(k, word);
}

/* He said, “...: the speaker of the next quotation, not of the last. */
static bool introduces(const struct reading *k, size_t i)
{
	if (first(k, i) == ',' || first(k, i) == ':')
		i++;
	return i < k->n && (closer_of(first(k, i)) && is_quote(first(k, i)));
}

/* “No!” he said, “...: the quotation opened the sentence, so its speaker comes after it. */
static bool begins_with_quote(const struct reading *k)
{
	return is_quote(first(k, k->begin));
}

/* Is there a word of a class among the next tokens, before the sentence ends? */
static bool soon(struct reading *k, size_t i, enum word_class c)
{
	bool english = !is_devanagari(first(k, i)) && !k->roman;
	size_t end = i + (english ? SPEAKER_MAX_ENGLISH : SPEAKER_MAX);

	if (english && is_capital(k, i) && has(k, i, CLASS_STARTER) && !is_sign(k, i, 'I'))
		return false;
	for (; i < end && i < k->n && !is_stop(k, i); i++) {
		if (has(k, i, c))
			return english || begins_with_quote(k) || !introduces(k, i + 1);
		if (is_quote(first(k, i)))
			return false;
	}
	return false;
}

/* After a quotation: is this its speaker, or the rest of the sentence it stands in? */
static bool goes_on(struct reading *k, size_t i)
{
	UChar c = first(k, i);

	if (c == ',' || c == 0x2014 || c == 0x2013 || c == '-' || c == ';' || c == ':')
		return true;
	if (is_quote(c) || closer_of(c))
		return false;
	if (is_small(k, i) && !is_small_name(k, i) && !k->roman)
		return true;
	return has(k, i, CLASS_GOES_ON) || soon(k, i, CLASS_SPEECH);
}

/* Only a number, a letter or "Step 3" so far: it goes with what follows. */
static bool is_label(struct reading *k, size_t stop)
{
	size_t n = stop - k->begin;

	if (n == 2 && has(k, k->begin, CLASS_LABEL))
		return k->at[k->begin + 1].kind == TOKEN_NUMBER || k->at[k->begin + 1].to - k->at[k->begin + 1].from <= 2;
	if (n > 1 && k->at[stop - 1].kind == TOKEN_NUMBER && k->at[stop - 1].to - k->at[stop - 1].from <= 2)
		return first(k, stop - 2) == ':' || first(k, stop - 2) == ',';	/* "three things: 1. ..., 2. ..." */
	return n == 1 && ((k->at[k->begin].kind == TOKEN_NUMBER && k->at[k->begin].to - k->at[k->begin].from <= 3)
			  || is_list_letter(k, k->begin));
}

static bool is_acronym(const struct reading *k, size_t i)
{
	return k->at[i].to - k->at[i].from > 1 && u_isupper(k->p->text[k->at[i].from + 1]);
}

/* Has the sentence had its verb before a token? Hindi ends with it, mostly. */
static bool has_verb(struct reading *k, size_t i)
{
	count_to(k, i);
	return k->verb;
}

static bool after_abbreviation(struct reading *k, size_t i, size_t next)
{
	size_t word = first_word(k, next);

	switch (k->at[i].abbreviation) {
	case ABBREVIATION_TITLE:
	case ABBREVIATION_INNER:
	case ABBREVIATION_NUMBER:
		return false;
	default:
		break;
	}
	if (word == k->n || has(k, word, CLASS_TIME_WORD)
	    || (k->at[word].kind == TOKEN_ABBREVIATION && k->at[word].abbreviation == ABBREVIATION_FINAL && word == next))
		return false;
	if (word > next && is_quote(first(k, next)))
		return true;
	if (is_devanagari(first(k, word)) || k->roman)
		return has(k, word, CLASS_STARTER) || (has_verb(k, i) && !has(k, word, CLASS_GOES_ON));
	if (is_capital(k, word))
		return has(k, word, CLASS_STARTER) || (has(k, i, CLASS_LOOSE) && !is_acronym(k, word));
	return has(k, i, CLASS_LOOSE) && k->at[word].kind == TOKEN_WORD && is_small_name(k, word);
}

/* A stop between two words without a blank: done.Next, हुआ.अब */
static bool is_glued_stop(struct reading *k, size_t stop, size_t next)
{
	const struct token *before = &k->at[stop - 1], *after = &k->at[next];
	UChar last = k->p->text[before->to - 1];

	if (before->kind == TOKEN_NUMBER && after->kind == TOKEN_WORD && after->to - after->from > 1)
		return is_capital(k, next) || is_devanagari(first(k, next));
	if (closer_of(first(k, next)) && !is_quote(first(k, next)) && next + 1 < k->n)
		return before->to - before->from > 2 && is_capital(k, next + 1);
	if (before->kind != TOKEN_WORD || after->kind != TOKEN_WORD || before->to - before->from < 2)
		return before->kind == TOKEN_PUNCTUATION && !is_quote(first(k, next));
	if (is_devanagari(last))
		return is_devanagari(first(k, next)) || is_capital(k, next);
	return u_islower(last) && (is_devanagari(first(k, next))
				   || (is_capital(k, next) && after->to - after->from > 1));
}

static bool after_full_stop(struct reading *k, size_t stop, size_t next)
{
	if (stop == k->begin || is_label(k, stop))
		return false;
	if (!k->at[next].apart && next == stop + 1)
		return is_glued_stop(k, stop, next);
	if (is_devanagari(first(k, stop - 1)) && k->at[next].kind == TOKEN_WORD)
		return true;	/* the case of a Latin word tells nothing in Hindi */
	return may_begin(k, next);
}

static bool after_ellipsis(struct reading *k, size_t stop, size_t next)
{
	size_t word = first_word(k, next);

	if (stop < k->begin + 2 || !k->at[next].apart || word == k->n)
		return false;
	if (is_devanagari(first(k, stop - 1)) || k->roman)
		return has(k, stop - 1, CLASS_FINITE) && !has(k, word, CLASS_GOES_ON);
	return is_capital(k, word);
}

/* ? and ! */
static bool after_call(struct reading *k, size_t stop, size_t next)
{
	if (is_sign(k, next, 0x2014) || is_sign(k, next, 0x2013) || in_dashes(k, stop))
		return false;
	if (stop > k->begin && has(k, stop - 1, CLASS_MARKED_NAME) && first(k, stop) == '!' && !has(k, next, CLASS_STARTER))
		return false;
	return may_begin(k, next);
}

/* Does a sentence end behind this stop? `next` is the first token after all that closes with it. */
static bool ends(struct reading *k, size_t stop, size_t next, const struct closed *closed)
{
	int own;

	if (next == k->n)
		return true;
	own = break_rules_ask(k->own, k->at[next - 1].to);
	if (own >= 0)
		return own;
	if (in_aside(k) || (closed->aside && !(is_capital(k, next) && closed->quote && !is_sign(k, next, 'I'))))
		return false;
	if (closed->quote && goes_on(k, next))
		return false;
	if (k->at[stop].kind == TOKEN_ABBREVIATION)
		return after_abbreviation(k, stop, next);
	if (is_ellipsis(k, stop))
		return after_ellipsis(k, stop, next);
	if (is_sign(k, stop, '.'))
		return after_full_stop(k, stop, next);
	if (first(k, stop) == 0x964 || first(k, stop) == 0x965)
		return !is_label(k, stop) && first(k, next) != ',';
	return after_call(k, stop, next);
}

/* ॥ or ।। */
static bool is_double_danda(const struct reading *k, size_t i)
{
	return i < k->n && (first(k, i) == 0x965 || (first(k, i) == 0x964 && k->at[i].to - k->at[i].from == 2));
}

/* A verse's number between double dandas belongs to the verse. */
static size_t verse_number(const struct reading *k, size_t stop, size_t next)
{
	if (is_double_danda(k, stop) && next < k->n && k->at[next].kind == TOKEN_NUMBER && is_double_danda(k, next + 1))
		return next + 2;
	return next;
}

static bool line_breaks(const struct plain *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (p->text[i] == '\n')
			return true;
	return false;
}

static void end_at(struct reading *k, struct ends *out, size_t i)
{
	if (i == k->begin)
		return;
	out->at = memory_grow(out->at, &out->cap, out->n + 1, sizeof *out->at);
	out->at[out->n++] = i;
	k->begin = k->counted = i;
	k->dash = k->verb = false;
}

/* One stop or abbreviation, with all that closes behind it; returns the token to go on with. */
static size_t look_at(struct reading *k, size_t i, struct ends *out)
{
	struct closed closed = { false, false };
	size_t next;

	if (k->at[i].kind == TOKEN_ABBREVIATION && is_stop(k, i + 1) && !k->at[i + 1].apart)
		return i + 1;	/* the stop itself decides */
	next = absorb(k, i + 1, &closed);
	if (verse_number(k, i, next) > next)
		next = absorb(k, verse_number(k, i, next), &closed);
	if (ends(k, i, next, &closed))
		end_at(k, out, next);
	return next;
}

/* A rule of the user's may break behind any sign. */
static void ask_own(struct reading *k, size_t i, struct ends *out)
{
	if (k->own->n && k->at[i].kind == TOKEN_PUNCTUATION && break_rules_ask(k->own, k->at[i].to) == 1)
		end_at(k, out, i + 1);
}

void find_sentences(const struct sentence_rules *rules, struct break_rules *own, const struct plain *p,
		    const struct tokens *t, struct ends *out)
{
	struct reading k = { .rules = rules, .own = own, .p = p, .at = t->at, .n = t->n };

	out->n = 0;
	break_rules_begin(own, p);
	for (size_t i = 0; i < t->n; i++)
		k.roman = k.roman || (t->at[i].kind == TOKEN_WORD && p->text[t->at[i].from] < 0x80 && has(&k, i, CLASS_ROMAN));
	for (size_t i = 0; i < t->n;) {
		if (i && line_breaks(p, t->at[i - 1].to, t->at[i].from)) {
			end_at(&k, out, i);
			k.depth = 0;
		}
		if (is_stop(&k, i) || t->at[i].kind == TOKEN_ABBREVIATION) {
			i = look_at(&k, i, out);
			continue;
		}
		follow_pairs(&k, i);
		ask_own(&k, i++, out);
	}
	end_at(&k, out, t->n);
	buf_release(&k.word);
}
