/* normalize - write the prose of a note in canonical Unicode and clean spelling; nothing else of it is touched. */
#include "normalize.h"
#include "escape.h"
#include "prose.h"
#include "words.h"

#include <stdlib.h>

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

static int find_profile(const char *name)
{
	for (int i = 0; i < PROFILE_COUNT; i++)
		if (!strcmp(name, profile_name[i]))
			return i;
	return -1;
}

static void protect_abbreviations(struct normalize_state *s)
{
	const struct index *x = &s->words.abbreviation;

	for (size_t i = 0; i < x->cap; i++)
		if (x->slot[i].key.p)
			rules_protect(&s->normalizer.rules, x->slot[i].key);
}

/* Every rule that was named must be there, or the user has mistyped it. */
static enum status open_rules(struct normalize_state *s, const struct settings *set, struct report *r)
{
	struct normalizer *n = &s->normalizer;
	const char *data = setting(set, "data");
	struct buf path = { 0 };
	enum status rc;

	buf_addf(&path, "%s/dictionaries/normalize.tsv", data);
	rc = words_open(&s->words, data, set, n->profile, r);
	if (rc == OK)
		rc = rules_open(&n->rules, path.p, set, n->profile, r);
	buf_clear(&path);
	buf_addf(&path, "%s/dictionaries/lookalikes.tsv", data);
	if (rc == OK)
		rc = rules_add_lookalikes(&n->rules, path.p, set, n->profile, r);
	if (rc == OK && n->profile != PROFILE_NFC)
		rc = legacy_open(&s->legacy, data, r);
	buf_release(&path);
	if (rc != OK)
		return rc;
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

/* Would the line begin with a list number now that its first digits are ASCII? */
static bool begins_list(struct view text, const struct edit *e, size_t floor)
{
	size_t i = e->begin, k = e->end;

	if (!e->text.n || !byte_in(e->text.p[e->text.n - 1], "0123456789"))
		return false;
	while (i > floor && text.p[i - 1] != '\n' && !byte_in(text.p[i - 1], " \t>"))
		i--;
	while (k < text.n && ((text.p[k] >= '0' && text.p[k] <= '9') || (unsigned char)text.p[k] >= 0x80))
		k++;
	return (i == floor || text.p[i - 1] == '\n') && k < text.n && byte_in(text.p[k], ".)");
}

/* Signs that mean something where this block stands must not be written there. */
static bool is_allowed(const struct document *d, const struct span *block, const struct edit *e)
{
	struct view old = view_cut(d->text, e->begin, e->end);
	bool quoted = view_is(block->label, "title") || view_ends(block->label, "field");

	if (!view_is(d->format, "markdown"))
		return true;
	if (count_of(e->text, "*_`[]<>|~\\{}$&#") > count_of(old, "*_`[]<>|~\\{}$&#"))
		return false;
	if (quoted && count_of(e->text, "\"'") > count_of(old, "\"'"))
		return false;
	return !begins_list(d->text, e, block->begin);
}

/* Would a plain front-matter value be read as something else? */
static bool breaks_value(const struct document *d, const struct span *block, const struct edits *e, size_t first)
{
	struct view old = span_text(d, block);
	struct buf value = { 0 };
	size_t at = block->begin;
	bool breaks;

	if (!view_is(d->format, "markdown") || !view_is(block->label, "field"))
		return false;
	for (size_t i = first; i < e->n; i++) {
		buf_add(&value, view_cut(d->text, at, e->at[i].begin));
		buf_add(&value, e->at[i].text);
		at = e->at[i].end;
	}
	buf_add(&value, view_cut(d->text, at, block->end));
	breaks = yaml_needs_quotes(buf_view(&value)) && !yaml_needs_quotes(old);
	buf_release(&value);
	return breaks;
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
	bool breaks = f->edits.n > edit && breaks_value(d, block, &f->edits, edit);
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

	prose_begin(&prose, d, block->begin, block->end);
	while (prose_next(&prose, &p))
		if (!p.mark)
			scan(&s->normalizer, d->text, p.begin, p.end, f);
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
