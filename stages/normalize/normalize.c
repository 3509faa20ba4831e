/* normalize - write the prose of a note in canonical Unicode and clean spelling; nothing else of it is touched. */
#include "normalize.h"
#include "format.h"
#include "prose.h"
#include "utf8.h"
#include "words.h"

#include <stdlib.h>
#include <unicode/uchar.h>

static const struct option options[] = {
	{ "profile", 'p', "NAME", "clean", "nfc, clean (repairs that no reader sees) or house (our own spelling)" },
	{ "without", 0, "RULE", NULL, "leave out a rule of the profile; may be given often" },
	{ "with", 0, "RULE", NULL, "add a rule of another profile; may be given often" },
	{ "repair-mojibake", 0, NULL, NULL, "undo UTF-8 that was read as Windows-1252 (else it is reported)" },
	{ 0 }
};

struct normalize_state { struct normalizer normalizer; struct words words; struct legacy legacy; };

/* A document full of faults says so this often. */
enum { ILL_FORMED_SHOWN = 20 };

/* How many bytes of a line are looked at to tell what it begins with. */
enum { LINE_LOOK = 16 };

static int find_profile(const char *name)
{
	for (int i = 0; i < PROFILE_COUNT; i++)
		if (!strcmp(name, profile_name[i]))
			return i;
	return -1;
}

/* And, so that every run has the same order, by their bytes. */
static int longest_first(const void *a, const void *b)
{
	const struct view *x = a, *y = b;

	return x->n != y->n ? (x->n < y->n) - (x->n > y->n) : memcmp(x->p, y->p, x->n);
}

static void protect_abbreviations(struct normalize_state *s)
{
	const struct index *x = &s->words.abbreviation;
	struct view *all = memory_get((x->n + 1) * sizeof *all);
	size_t n = 0;

	for (size_t i = 0; i < x->cap; i++)
		if (x->slot[i].key.p)
			all[n++] = x->slot[i].key;
	qsort(all, n, sizeof *all, longest_first);
	for (size_t i = 0; i < n; i++)
		rules_protect(&s->normalizer.rules, all[i]);
	free(all);
}

/* Every rule that was named must be there, or the user has mistyped it. */
static enum status check_names(const struct normalize_state *s, const struct settings *set, const char *option, struct report *r)
{
	const char *name;
	size_t i = 0;

	while ((name = setting_next(set, option, &i)))
		if (strcmp(name, "lookalike") && strcmp(name, "nfc") && !index_find(&s->normalizer.rules.name, view_of(name))
		    && !index_find(&s->words.rule, view_of(name)))
			return fail(r, NOWHERE, "rule", "no rule is named %s; see dictionaries/normalize.tsv and spelling.hi.tsv", name);
	return OK;
}

static enum status open_rules(struct normalize_state *s, const struct settings *set, struct report *r)
{
	struct normalizer *n = &s->normalizer;
	const char *data = setting(set, "data");
	struct buf path = { 0 };
	enum status rc;

	buf_addf(&path, "%s/dictionaries/normalize.tsv", data);
	rc = words_open(&s->words, data, set, n->profile, r);	/* reads spelling.hi.tsv only if it may be needed */
	if (rc == OK)
		rc = rules_open(&n->rules, path.p, set, n->profile, r);
	buf_clear(&path);
	buf_addf(&path, "%s/dictionaries/lookalikes.tsv", data);
	if (rc == OK)
		rc = rules_add_lookalikes(&n->rules, path.p, set, n->profile, r);
	if (rc == OK && n->profile != PROFILE_NFC)
		rc = legacy_open(&s->legacy, data, r);
	buf_release(&path);
	if (rc == OK)
		rc = check_names(s, set, "with", r);
	if (rc == OK)
		rc = check_names(s, set, "without", r);
	if (rc != OK)
		return rc;
	if (rule_is_on(set, V("full-stop"), PROFILE_HOUSE, n->profile))
		protect_abbreviations(s);
	n->words = &s->words;
	n->spells = s->words.n > 0;
	scan_open(n);
	return OK;
}

static enum status normalize_open(const struct settings *set, void **state, struct report *r)
{
	int profile = find_profile(setting(set, "profile"));
	struct normalize_state *s;

	if (profile < 0)
		return fail(r, NOWHERE, "profile", "no profile is named %s; --profile is nfc, clean or house",
			    setting(set, "profile"));
	*state = s = memory_get(sizeof *s);
	s->normalizer.profile = (enum profile)profile;
	s->normalizer.repairs_mojibake = setting(set, "repair-mojibake");
	return open_rules(s, set, r);
}

static void normalize_close(void *state)
{
	struct normalize_state *s = state;

	rules_close(&s->normalizer.rules);
	words_close(&s->words);
	legacy_close(&s->legacy);
	free(s);
}

/* --- what a block's format allows --- */

static size_t count_of(struct view v, const char *set)
{
	size_t n = 0;

	for (size_t i = 0; i < v.n; i++)
		n += byte_in(v.p[i], set);
	return n;
}

/* Past the marks of quotations and lists that a line begins with; *n counts them. */
static struct view skip_markers(struct view v, size_t *n)
{
	for (*n = 0;; ++*n) {
		size_t i = 0, digits;

		while (i < v.n && byte_in(v.p[i], " \t"))
			i++;
		for (digits = i; digits < v.n && v.p[digits] >= '0' && v.p[digits] <= '9';)
			digits++;
		if (digits > i && digits < v.n && byte_in(v.p[digits], ".)"))
			i = digits;
		if (i + 1 >= v.n || !(v.p[i] == '>' || (byte_in(v.p[i], "-+*.):") && byte_in(v.p[i + 1], " \t"))))
			return view_cut(v, i, v.n);
		v = view_cut(v, i + 1, v.n);
	}
}

/* Does a text begin as a heading, rule, fence, table, tag, definition, task, Liquid or formula does? */
static bool opens_block(struct view v)
{
	size_t hashes = 0;

	while (hashes < v.n && v.p[hashes] == '#')
		hashes++;
	return (hashes && hashes < v.n && byte_in(v.p[hashes], " \t")) || view_starts(v, "---") || view_starts(v, "===")
		|| view_starts(v, "```") || view_starts(v, "~~~") || (v.n && byte_in(v.p[0], "|<[{$"));
}

/* What a line would begin with after the edit: is it built as it was before? */
static bool keeps_line(struct view text, const struct edit *e)
{
	size_t line = e->begin, to = e->end + LINE_LOOK < text.n ? e->end + LINE_LOOK : text.n, marks, marks_now;
	struct buf now = { 0 };
	struct view rest, rest_now;
	bool keeps;

	while (line && text.p[line - 1] != '\n')
		if (e->begin - --line > 2 * LINE_LOOK)
			return true;	/* far from its beginning */
	buf_add(&now, view_cut(text, line, e->begin));
	buf_add(&now, e->text);
	buf_add(&now, view_cut(text, e->end, to));
	rest = skip_markers(view_cut(text, line, to), &marks);
	rest_now = skip_markers(buf_view(&now), &marks_now);
	keeps = marks == marks_now && opens_block(rest) == opens_block(rest_now)
		&& view_starts(rest, "[ ]") == view_starts(rest_now, "[ ]")	/* a task to be done */
		&& to - line - rest.n == now.n - rest_now.n;	/* no more blanks, no fewer */
	buf_release(&now);
	return keeps;
}

/* Blanks at a line's end are a line break if there are two. */
static bool keeps_line_end(struct view text, const struct edit *e)
{
	size_t i = e->end;

	if (!count_of(e->text, " "))
		return true;
	while (i < text.n && text.p[i] != '\n' && u_isUWhiteSpace((UChar32)utf8_code(text.p + i)))
		i += utf8_length(text.p[i]);
	return i < text.n && text.p[i] != '\n';
}

/* Blanks, punctuation, and all else: what CommonMark asks of a mark's neighbours. */
static int kind_of(struct view v, bool last)
{
	size_t at = v.n;
	UChar32 c;

	if (!v.n)
		return -1;
	if (last)
		do
			at--;
		while (at && utf8_is_tail(v.p[at]));
	c = (UChar32)utf8_code(v.p + (last ? at : 0));
	return u_isUWhiteSpace(c) ? 0 : u_ispunct(c) || (U_GET_GC_MASK(c) & U_GC_S_MASK) ? 1 : 2;
}

static bool is_markup(char c, const char *but)
{
	return c > ' ' && c < 0x7f && !u_isalnum(c) && !byte_in(c, ".,;?") && !byte_in(c, but);
}

/* A mark, or a sign that may be one, right beside the edit keeps what it is for only if its neighbour is of the same kind. */
static bool keeps_neighbours(const struct document *d, const struct edit *e, struct view old)
{
	char before = e->begin ? d->text.p[e->begin - 1] : 0, after = e->end < d->text.n ? d->text.p[e->end] : 0;

	/* What a character that does not show kept apart may be markup together: < div, ] (, & amp; */
	if (!e->text.n && (is_markup(before, "") || is_markup(after, "!")))
		return false;
	if (byte_in(before, "{}]`$") || byte_in(after, "{}[`$"))
		return e->text.n && kind_of(e->text, false) == 2 && kind_of(e->text, true) == 2;
	if (byte_in(before, "*_~![(`") && kind_of(e->text, false) != kind_of(old, false))
		return false;
	return !byte_in(after, "*_~]()`") || kind_of(e->text, true) == kind_of(old, true);
}

/* Between `](` and `)`: what is no link now may be one with other quotation marks. */
static bool in_parentheses(struct view text, const struct edit *e)
{
	for (size_t i = e->begin; i > 1 && e->begin - i < 8 * LINE_LOOK && text.p[i - 1] != ')' && text.p[i - 1] != '\n'; i--)
		if (text.p[i - 1] == '(' && text.p[i - 2] == ']')
			return true;
	return false;
}

/* Signs that mean something where this block stands must not be written there. */
static bool is_allowed(const struct document *d, const struct span *block, const struct edit *e)
{
	struct view old = view_cut(d->text, e->begin, e->end);
	bool quoted = view_is(block->label, "title") || view_ends(block->label, "field");

	if (!view_is(d->format, "markdown"))
		return true;
	if (count_of(e->text, "*_[]<>~\\{}$&#") != count_of(old, "*_[]<>~\\{}$&#") || count_of(e->text, "|`") > count_of(old, "|`"))
		return false;
	if (quoted && count_of(e->text, "\"'()") != count_of(old, "\"'()"))
		return false;
	if (count_of(e->text, "\"'") != count_of(old, "\"'") && in_parentheses(d->text, e))
		return false;
	return keeps_line(d->text, e) && keeps_line_end(d->text, e) && keeps_neighbours(d, e, old);
}

/* A block that is all gone would take its marks with it. */
static bool leaves_nothing(const struct document *d, const struct span *block, const struct edits *e, size_t first)
{
	size_t at = block->begin;
	bool some = false;

	for (size_t i = first; i < e->n; i++) {
		some = some || view_trim(view_cut(d->text, at, e->at[i].begin)).n || view_trim(e->at[i].text).n;
		at = e->at[i].end;
	}
	return !some && !view_trim(view_cut(d->text, at, block->end)).n;
}

static void drop_changes(struct findings *f, size_t first, const struct edit *e)
{
	size_t kept = first;

	for (size_t i = first; i < f->n_changes; i++)
		if (f->change[i].begin != e->begin)
			f->change[kept++] = f->change[i];
	f->n_changes = kept;
}

/* Takes back what the block's format does not allow, from the given edit and change on. */
static void keep_format(const struct document *d, const struct span *block, struct findings *f, size_t edit,
			size_t change)
{
	bool breaks = f->edits.n > edit && (format_breaks_value(d, block, &f->edits, edit) || format_is_name(d, block)
					    || leaves_nothing(d, block, &f->edits, edit));
	size_t kept = edit;

	for (size_t i = edit; i < f->edits.n; i++)
		if (!breaks && is_allowed(d, block, &f->edits.at[i]))
			f->edits.at[kept++] = f->edits.at[i];
		else
			drop_changes(f, change, &f->edits.at[i]);
	f->edits.n = kept;
}

static void normalize_block(const struct normalize_state *s, const struct document *d, const struct span *block,
			    struct findings *f, unsigned *fonts, struct report *r)
{
	size_t edit = f->edits.n, change = f->n_changes;
	struct prose prose;
	struct piece p;
	bool in_label = false;

	prose_begin(&prose, d, block->begin, block->end);
	while (prose_next(&prose, &p)) {
		if (p.mark && view_is(p.mark->label, "link"))
			in_label = p.mark->role == ROLE_OPEN && format_found_by_text(d, p.mark);
		else if (!p.mark && !in_label)
			scan(&s->normalizer, d->text, p.begin, p.end, f);
	}
	keep_format(d, block, f, edit, change);
	if (s->legacy.word.n)
		legacy_detect(&s->legacy, d->text, block->begin, block->end, fonts, r);
}

/* --- what is given --- */

static int by_place(const void *a, const void *b)
{
	const struct edit *x = a, *y = b;

	return (x->begin > y->begin) - (x->begin < y->begin);
}

/* Blocks inside marks of others come after them; spans of a strange record overlap: the first edit counts. */
static void sort_edits(struct edits *e)
{
	size_t n = 0;

	if (e->n)
		qsort(e->at, e->n, sizeof *e->at, by_place);
	for (size_t i = 0; i < e->n; i++)
		if (!n || e->at[i].begin >= e->at[n - 1].end)
			e->at[n++] = e->at[i];
	e->n = n;
}

static void tell(const struct findings *f, bool repaired, struct report *r)
{
	for (size_t i = 0; i < f->n_ill_formed && i < ILL_FORMED_SHOWN; i++)
		warn(r, f->ill_formed[i], "ill-formed", "a Devanagari sign without a letter to stand on");
	if (f->n_ill_formed > ILL_FORMED_SHOWN)
		warn(r, NOWHERE, "ill-formed", "%zu more such signs", f->n_ill_formed - ILL_FORMED_SHOWN);
	if (f->n_mojibake && !repaired)
		warn(r, f->mojibake_at, "mojibake", "%zu character%s of UTF-8 read as Windows-1252; --repair-mojibake undoes it",
		     f->n_mojibake, f->n_mojibake > 1 ? "s" : "");
	if (f->edits.n)
		tally(r, "places normalized", f->edits.n);
}

static enum status normalize_rewrite(const void *state, const struct document *d, struct edits *edits, struct spans *out,
				     struct report *r)
{
	const struct normalize_state *s = state;
	const struct layer_spans *blocks = &d->layer[LAYER_block];
	struct findings f = { .arena = out->arena };
	unsigned fonts = 0;

	for (size_t i = 0; i < blocks->n; i++)
		if (blocks->at[i].role == ROLE_PROSE)
			normalize_block(s, d, &blocks->at[i], &f, &fonts, r);
	sort_edits(&f.edits);
	for (size_t i = 0; i < f.n_changes; i++) {
		struct span *c = spans_add(out, LAYER_change, f.change[i].begin, f.change[i].end, "");

		c->label = f.change[i].rule;
		c->value = view_cut(d->text, f.change[i].begin, f.change[i].end);
	}
	tell(&f, s->normalizer.repairs_mojibake, r);
	*edits = f.edits;
	f.edits = (struct edits){ 0 };
	findings_release(&f);
	return OK;
}

static enum status normalize_print(const void *state, const struct document *d, struct buf *out, struct report *r)
{
	(void)state, (void)r;
	buf_add(out, d->text);
	return OK;
}

const struct stage_ops normalize_ops = {
	.options = options,
	.examples = "  pravah normalize note.md                   the note, its prose cleaned\n"
		    "  pravah normalize --profile house --lines   one line in, one line out\n"
		    "  pravah normalize --without glide -p house note.md\n",
	.open = normalize_open,
	.close = normalize_close,
	.rewrite = normalize_rewrite,
	.print = normalize_print,
};
