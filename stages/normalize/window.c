/*
 * window.c - a short stretch of text as characters: composed, rewritten by rules, spelled by the dictionary, again and
 * again until nothing changes, so that doing it twice is doing it once. Every character knows the source bytes
 * it came from; what was applied where becomes the edits.
 */
#include "normalize.h"
#include "utf8.h"
#include "words.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <utf8proc.h>

enum { NUKTA = 0x93c, VIRAMA = 0x94d };

/* Rounds until nothing changes: more than this many only where two dictionary rows undo each other. */
enum { ROUNDS = 8, SORT_SMALL = 32, DECOMPOSED_MAX = 18 };

bool code_is_inert(uint32_t code)
{
	if (code < 0x300)
		return true;
	if (code - 0x900 < 0x80)	/* Devanagari, most of what is asked for: nukta, virama, accents, exclusions */
		return code != NUKTA && code != VIRAMA && code - 0x951 > 3 && code - 0x958 > 7;
	return u_getIntPropertyValue((UChar32)code, UCHAR_NFC_QUICK_CHECK) == UNORM_YES
		&& !u_getCombiningClass((UChar32)code);
}

/* --- what was applied where --- */

static void note_applied(struct findings *f, struct view rule, uint32_t begin, uint32_t end)
{
	f->applied = memory_grow(f->applied, &f->cap_applied, f->n_applied + 1, sizeof *f->applied);
	f->applied[f->n_applied++] = (struct change){ begin, end, rule };
}

void replace_cells(struct findings *f, size_t i, size_t n, const int32_t *codes, size_t n_codes, struct view rule)
{
	uint32_t begin = f->cell[i].begin, end = f->cell[i].end;

	for (size_t k = i; k < i + n; k++) {
		begin = f->cell[k].begin < begin ? f->cell[k].begin : begin;
		end = f->cell[k].end > end ? f->cell[k].end : end;
	}
	f->cell = memory_grow(f->cell, &f->cap, f->n + n_codes, sizeof *f->cell);
	memmove(f->cell + i + n_codes, f->cell + i + n, (f->n - i - n) * sizeof *f->cell);
	for (size_t k = 0; k < n_codes; k++)
		f->cell[i + k] = (struct cell){ (uint32_t)codes[k], begin, end, false };
	f->n = f->n - n + n_codes;
	note_applied(f, rule, begin, end);
}

/* --- NFC --- */

static void sort_few_marks(int32_t *at, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k && u_getCombiningClass(at[k - 1]) > u_getCombiningClass(at[k]); k--) {
			int32_t c = at[k];

			at[k] = at[k - 1];
			at[k - 1] = c;
		}
}

/* Sorts by counting, where somebody piled them up. */
static void sort_many_marks(int32_t *at, size_t n)
{
	size_t count[256] = { 0 }, sum = 0;
	int32_t *sorted = memory_get(n * sizeof *sorted);

	for (size_t i = 0; i < n; i++)
		count[u_getCombiningClass(at[i])]++;
	for (size_t c = 0, here; c < 256; c++, sum += here) {
		here = count[c];
		count[c] = sum;
	}
	for (size_t i = 0; i < n; i++)
		sorted[count[u_getCombiningClass(at[i])]++] = at[i];
	memcpy(at, sorted, n * sizeof *at);
	free(sorted);
}

/* Combining marks are sorted by class, stably. */
static void order_marks(int32_t *at, size_t n)
{
	for (size_t i = 0, k; i < n; i = k + 1) {
		for (k = i; k < n && u_getCombiningClass(at[k]); k++)
			;
		if (k - i > SORT_SMALL)
			sort_many_marks(at + i, k - i);
		else if (k - i > 1)
			sort_few_marks(at + i, k - i);
	}
}

static bool same_codes(const struct cell *cell, const int32_t *codes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (cell[i].code != (uint32_t)codes[i])
			return false;
	return true;
}

/* One starter and all that may change with it. Returns how many cells it is now. */
static size_t compose_run(struct findings *f, size_t i, size_t n, bool *changed)
{
	int32_t few[4 * DECOMPOSED_MAX], *codes = n > 4 ? memory_get(n * DECOMPOSED_MAX * sizeof *codes) : few;
	size_t n_codes = 0;
	utf8proc_ssize_t composed;
	int last = 0;

	for (size_t k = 0; k < n; k++)
		n_codes += (size_t)utf8proc_decompose_char((int32_t)f->cell[i + k].code, codes + n_codes, DECOMPOSED_MAX,
							   UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &last);
	order_marks(codes, n_codes);
	composed = utf8proc_normalize_utf32(codes, (utf8proc_ssize_t)n_codes, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	n_codes = composed > 0 ? (size_t)composed : 0;
	if (n_codes && (n_codes != n || !same_codes(f->cell + i, codes, n))) {
		replace_cells(f, i, n, codes, n_codes, V("nfc"));
		*changed = true;
		n = n_codes;
	}
	if (codes != few)
		free(codes);
	return n;
}

static bool compose(struct findings *f)
{
	bool changed = false;

	for (size_t i = 0, k; i < f->n; i = k) {
		for (k = i + 1; k < f->n && !code_is_inert(f->cell[k].code); k++)
			;
		if (k > i + 1 || !code_is_inert(f->cell[i].code))
			k = i + compose_run(f, i, k - i, &changed);
	}
	return changed;
}

/* --- rules --- */

struct sides { const struct normalizer *n; struct findings *f; bool at_begin, at_end; };

/* A character before an offset of the source, or of what an edit made of it. */
struct backwards { struct view text; const struct edits *edits; size_t edit, at, in_edit, first; };

static void begin_backwards(struct backwards *b, struct view text, const struct edits *e, size_t at, size_t first)
{
	*b = (struct backwards){ text, e, e->n, at, 0, first };
	while (b->edit && e->at[b->edit - 1].begin >= at)
		b->edit--;
}

static bool step_backwards(struct backwards *b, uint32_t *code)
{
	while (!b->in_edit && b->edit && b->edits->at[b->edit - 1].end == b->at && b->at > b->first) {
		b->in_edit = b->edits->at[b->edit - 1].text.n;
		b->at = b->edits->at[--b->edit].begin;
	}
	if (b->in_edit) {
		const char *p = b->edits->at[b->edit].text.p;

		do
			b->in_edit--;
		while (utf8_is_tail(p[b->in_edit]));
		*code = utf8_code(p + b->in_edit);
		return true;
	}
	if (b->at <= b->first)
		return false;
	do
		b->at--;
	while (b->at > b->first && utf8_is_tail(b->text.p[b->at]));
	*code = utf8_code(b->text.p + b->at);
	return true;
}

static void push(struct cell **at, size_t *n, size_t *cap, struct cell c)
{
	*at = memory_grow(*at, cap, *n + 1, sizeof **at);
	(*at)[(*n)++] = c;
}

/* The k-th cell from the place: k >= 0 to the right, k < 0 to the left; false beyond what is known. */
static bool cell_at(const struct sides *s, ptrdiff_t k, struct cell *c)
{
	const struct findings *f = s->f;
	size_t n = k < 0 ? (size_t)-k : (size_t)k + 1;

	if (n <= (k < 0 ? f->n_left : f->n_right)) {
		*c = k < 0 ? f->left[f->n_left - n] : f->right[f->n_right - n];
		return true;
	}
	*c = (struct cell){ .code = CODE_EDGE };
	return n == (k < 0 ? f->n_left : f->n_right) + 1 && (k < 0 ? s->at_begin : s->at_end);
}

static bool fits(const struct sides *s, const struct pattern *p, ptrdiff_t from, bool writes)
{
	struct cell c, last = { 0 };

	for (size_t i = 0; i < p->n; i++, last = c) {
		const struct element *e = &p->at[i];

		if (!cell_at(s, from + (ptrdiff_t)i, &c) || (writes && c.fixed))
			return false;
		if (e->same ? c.code != last.code
		    : e->class >= 0 ? !class_has(&s->n->rules.class[e->class], c.code) : c.code != e->code)
			return false;
	}
	return true;
}

static bool guard_agrees(const struct sides *s, const struct rule *r)
{
	struct findings *f = s->f;
	struct cell right[WINDOW_SEEN];
	size_t n = f->n_right < WINDOW_SEEN ? f->n_right : WINDOW_SEEN;

	for (size_t i = 0; i < n; i++)
		right[i] = f->right[f->n_right - 1 - i];
	f->surroundings.at = right[0].begin;
	return r->guard(&f->surroundings, f->left, f->n_left, right, n);
}

static bool rule_fits(const struct sides *s, const struct rule *r)
{
	return fits(s, &r->from, 0, true) && fits(s, &r->before, -(ptrdiff_t)r->before.n, false)
		&& fits(s, &r->after, (ptrdiff_t)r->from.n, false) && (!r->guard || guard_agrees(s, r));
}

static const struct rule *find_rule(const struct sides *s, bool protecting)
{
	const struct rules *rules = &s->n->rules;
	unsigned column = column_of(s->f->right[s->f->n_right - 1].code);

	for (size_t i = 0; i < rules->n_by_column[column]; i++)
		if ((!protecting || rules->rule[rules->by_column[column][i]].abbreviation)
		    && rule_fits(s, &rules->rule[rules->by_column[column][i]]))
			return &rules->rule[rules->by_column[column][i]];
	return NULL;
}

/* What `from` met for its k-th class, from 1. */
static uint32_t met(const struct rule *r, const struct cell *taken, int k)
{
	for (size_t i = 0; i < r->from.n; i++)
		if (r->from.at[i].class >= 0 && --k == 0)
			return taken[i].code;
	return 0xfffd;
}

static void pass(struct findings *f, bool fixed)
{
	struct cell c = f->right[--f->n_right];

	c.fixed = c.fixed || fixed;
	push(&f->left, &f->n_left, &f->cap_left, c);
}

static void step_back(struct findings *f)
{
	for (size_t i = 0; i < RULE_REACH && f->n_left > f->n_context; i++)
		push(&f->right, &f->n_right, &f->cap_right, f->left[--f->n_left]);
}

static void rewrite(struct findings *f, const struct rule *r)
{
	struct cell taken[PATTERN_MAX];
	uint32_t begin = UINT32_MAX, end = 0;

	for (size_t i = 0; i < r->from.n; i++) {
		taken[i] = f->right[--f->n_right];
		begin = taken[i].begin < begin ? taken[i].begin : begin;
		end = taken[i].end > end ? taken[i].end : end;
	}
	for (size_t i = r->to.n; i-- > 0;) {
		const struct element *e = &r->to.at[i];
		uint32_t code = e->class >= 0 ? met(r, taken, e->class) : e->code;

		push(&f->right, &f->n_right, &f->cap_right, (struct cell){ code, begin, end, false });
	}
	note_applied(f, r->name, begin, end);
	step_back(f);
}

/* What stands before the window now: rules and guards look at it, none writes there. True if it is all there is. */
static bool load_context(struct findings *f, struct view text, const struct window *w)
{
	struct cell seen[WINDOW_SEEN];
	struct backwards b;
	size_t n = 0;
	bool more = true;

	begin_backwards(&b, text, &f->edits, w->begin, w->first);
	while (n < WINDOW_SEEN && (more = step_backwards(&b, &seen[n].code))) {
		seen[n].begin = seen[n].end = (uint32_t)w->begin;
		seen[n++].fixed = true;
	}
	f->n_left = f->n_context = 0;
	while (n)
		push(&f->left, &f->n_left, &f->cap_left, seen[--n]);
	f->n_context = f->n_left;
	return !more;
}

/*
 * Left to right; after a change a few characters back, so that what it made meets the rules, too. `protecting`: only those
 * that keep abbreviations from being spelled as words.
 */
static bool apply_rules(const struct sides *s, bool protecting)
{
	struct findings *f = s->f;
	size_t budget = 64 + 16 * f->n;
	bool changed = false;

	f->n_left = f->n_context;
	f->n_right = 0;
	for (size_t i = f->n; i-- > 0;)
		push(&f->right, &f->n_right, &f->cap_right, f->cell[i]);
	while (f->n_right) {
		const struct rule *r = budget ? find_rule(s, protecting) : NULL;

		if (!r) {
			pass(f, false);
		} else if (r->protects) {
			for (size_t i = 0; i < r->from.n; i++)
				pass(f, true);
		} else {
			rewrite(f, r);
			changed = true;
			budget--;
		}
	}
	f->n = 0;
	for (size_t i = f->n_context; i < f->n_left; i++)
		push(&f->cell, &f->n, &f->cap, f->left[i]);
	return changed;
}

/* --- spelling --- */

static size_t word_end(const struct findings *f, size_t i)
{
	while (i < f->n && is_word_code(f->cell[i].code))
		i++;
	return i;
}

static void spell_out(const struct findings *f, size_t begin, size_t end, struct buf *b)
{
	buf_clear(b);
	for (size_t i = begin; i < end; i++)
		utf8_add(b, f->cell[i].code);
}

static size_t put_spelling(struct findings *f, size_t begin, size_t end, const struct spelling *s, struct view ending)
{
	struct buf b = { 0 };
	int32_t *codes;
	size_t n = 0;

	buf_add(&b, s->to);
	buf_add(&b, ending);
	codes = memory_get(b.n * sizeof *codes);
	for (size_t i = 0; i < b.n; i += utf8_length(b.p[i]))
		codes[n++] = (int32_t)utf8_code(b.p + i);
	replace_cells(f, begin, end - begin, codes, n, s->rule);
	free(codes);
	buf_release(&b);
	return begin + n;
}

/* Where the longest known phrase that begins with this word ends, or 0. */
static size_t find_phrase(const struct words *w, const struct findings *f, size_t begin, size_t end, size_t words,
			  const struct spelling **found)
{
	struct buf b = { 0 };
	size_t best = 0;

	while (--words && end + 1 < f->n && f->cell[end].code == ' ' && is_word_code(f->cell[end + 1].code)) {
		const struct spelling *s;

		end = word_end(f, end + 1);
		spell_out(f, begin, end, &b);
		if ((s = words_find_phrase(w, buf_view(&b)))) {
			*found = s;
			best = end;
		}
	}
	buf_release(&b);
	return best;
}

static bool any_fixed(const struct findings *f, size_t begin, size_t end)
{
	while (begin < end && !f->cell[begin].fixed)
		begin++;
	return begin < end;
}

/* One word or phrase; returns where to go on. */
static size_t spell_word(const struct words *w, struct findings *f, size_t begin, size_t end, struct buf *word,
			 bool *changed)
{
	const struct spelling *s = NULL;
	const struct entry *start;
	struct view ending = V("");
	size_t phrase = 0;

	if (any_fixed(f, begin, end))
		return end;
	spell_out(f, begin, end, word);
	start = index_find(&w->phrase_start, buf_view(word));
	if (start)
		phrase = find_phrase(w, f, begin, end, start->number, &s);
	if (phrase)
		end = phrase;
	else
		s = words_find(w, buf_view(word), &ending);
	if (!s)
		return end;
	*changed = true;
	return put_spelling(f, begin, end, s, ending);
}

static bool spell(const struct sides *side)
{
	struct findings *f = side->f;
	struct buf word = { 0 };
	bool changed = false;

	for (size_t i = 0, end; i < f->n; i = end) {
		end = word_end(f, i);
		if (end == i)
			end = i + 1;
		else
			end = spell_word(side->n->words, f, i, end, &word, &changed);
	}
	buf_release(&word);
	return changed;
}

/* --- what is still wrong --- */

static bool is_consonant(uint32_t c)
{
	return (c >= 0x915 && c <= 0x939) || (c >= 0x958 && c <= 0x95f) || (c >= 0x978 && c <= 0x97f);
}

static bool is_vowel(uint32_t c)
{
	return (c >= 0x904 && c <= 0x914) || c == 0x960 || c == 0x961 || (c >= 0x972 && c <= 0x977) || c == 0x950;
}

static bool is_sign(uint32_t c)
{
	return c == 0x93a || c == 0x93b || (c >= 0x93e && c <= 0x94c) || c == 0x94e || c == 0x94f
		|| (c >= 0x955 && c <= 0x957) || c == 0x962 || c == 0x963;
}

bool is_dependent(uint32_t c)
{
	return c == NUKTA || c == VIRAMA || is_sign(c) || (c >= 0x900 && c <= 0x903);
}

/* Syllables are (C nukta? virama)* C nukta? sign? nasal?, or V nasal?. */
bool may_follow(uint32_t c, uint32_t before)
{
	bool on_letter = is_consonant(before) || before == NUKTA;

	if (c == NUKTA)
		return is_consonant(before) || is_vowel(before);
	if (c == VIRAMA || is_sign(c))
		return on_letter;
	return on_letter || is_vowel(before) || is_sign(before) || before == 0x93d;
}

static void check_form(struct findings *f, size_t to)
{
	for (size_t i = 0; i < f->n && f->cell[i].begin < to; i++) {
		uint32_t c = f->cell[i].code, at = f->cell[i].begin;
		uint32_t before = i ? f->cell[i - 1].code : f->n_context ? f->left[f->n_context - 1].code : CODE_EDGE;

		if (!is_dependent(c) || may_follow(c, before) || at < f->checked_to)
			continue;
		f->checked_to = at + 1;
		f->ill_formed = memory_grow(f->ill_formed, &f->cap_ill_formed, f->n_ill_formed + 1,
					    sizeof *f->ill_formed);
		f->ill_formed[f->n_ill_formed++] = at;
	}
}

/* --- edits --- */

static int by_begin(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	return x->begin != y->begin ? (x->begin > y->begin) - (x->begin < y->begin)
				    : (x->end < y->end) - (x->end > y->end);
}

static void add_change(struct findings *f, size_t first, uint32_t begin, uint32_t end, struct view rule)
{
	for (size_t i = first; i < f->n_changes; i++)
		if (view_eq(f->change[i].rule, rule))
			return;
	f->change = memory_grow(f->change, &f->cap_changes, f->n_changes + 1, sizeof *f->change);
	f->change[f->n_changes++] = (struct change){ begin, end, rule };
}

/* Cells from *cell on that came from bytes [begin, end) are what stands there now. */
static void add_edit(struct findings *f, struct view text, size_t *cell, const struct change *applied, size_t n)
{
	uint32_t begin = applied[0].begin, end = applied[0].end;
	size_t first = f->n_changes;
	struct buf b = { 0 };

	for (size_t i = 1; i < n; i++)
		end = applied[i].end > end ? applied[i].end : end;
	while (*cell < f->n && f->cell[*cell].begin < begin)
		++*cell;
	for (; *cell < f->n && f->cell[*cell].end <= end; ++*cell)
		utf8_add(&b, f->cell[*cell].code);
	if (!view_eq(buf_view(&b), view_cut(text, begin, end))) {
		edits_add(&f->edits, begin, end, arena_copy(f->arena, buf_view(&b)));
		for (size_t i = 0; i < n; i++)
			add_change(f, first, begin, end, applied[i].rule);
	}
	buf_release(&b);
}

/* Returns where the next window is to begin. */
static size_t add_edits(struct findings *f, struct view text, size_t limit)
{
	size_t cell = 0;

	if (f->n_applied)
		qsort(f->applied, f->n_applied, sizeof *f->applied, by_begin);
	for (size_t i = 0, k; i < f->n_applied; i = k) {
		uint32_t begin = f->applied[i].begin, end = f->applied[i].end;

		for (k = i + 1; k < f->n_applied && f->applied[k].begin < end; k++)
			end = f->applied[k].end > end ? f->applied[k].end : end;
		if (end > limit)
			return begin == f->cell_begin ? 0 : begin < limit ? begin : limit;
		add_edit(f, text, &cell, f->applied + i, k - i);
	}
	return limit;
}

static void load_cells(struct findings *f, struct view text, const struct window *w)
{
	f->n = f->n_applied = 0;
	f->cell_begin = (uint32_t)w->begin;
	for (size_t i = w->begin, length; i < w->end; i += length) {
		length = utf8_length(text.p[i]);
		push(&f->cell, &f->n, &f->cap, (struct cell){ utf8_code(text.p + i), (uint32_t)i,
							      (uint32_t)(i + length), false });
	}
}

/* In house spelling words come first: their rows know more than the rules do. */
size_t window_run(const struct normalizer *n, struct view text, const struct window *w, struct findings *f)
{
	struct sides s = { n, f, load_context(f, text, w), w->end == w->last };
	bool changed = true;
	size_t next;

	load_cells(f, text, w);
	for (int round = 0; changed && round < ROUNDS; round++) {
		changed = n->profile != PROFILE_NFC && mojibake(f, n->repairs_mojibake, w->limit);
		changed = compose(f) || changed;
		if (n->spells) {
			apply_rules(&s, true);
			changed = spell(&s) || changed;
		}
		changed = apply_rules(&s, false) || changed;
	}
	next = add_edits(f, text, w->limit);
	if (n->profile != PROFILE_NFC && next)
		check_form(f, next);
	return next;
}
