/*
 * rules.c - reads dictionaries/normalize.tsv: classes of characters, and rules that write one short run of
 * characters for another between given neighbours.
 */
#include "normalize.h"
#include "words.h"
#include "table.h"
#include "utf8.h"

#include <stdlib.h>

const char *const profile_name[PROFILE_COUNT] = { "nfc", "clean", "house" };

static const struct { const char *name; guard_function *test; } guards[] = {
	{ "-", NULL },
	{ "visarga-word", guard_visarga_word },
	{ "not-visarga-word", guard_not_visarga_word },
	{ "not-abbreviation", guard_not_abbreviation },
	{ "not-kept", guard_not_kept },
	{ "not-right-to-left", guard_not_right_to_left },
	{ "not-wide", guard_not_wide },
	{ "not-verse", guard_not_verse },
	{ "not-emoticon", guard_not_emoticon },
	{ "not-table", guard_not_table },
};

/* --- classes --- */

static void add_range(struct class *c, uint32_t first, uint32_t last)
{
	c->range = memory_grow(c->range, &c->cap, c->n + 1, sizeof *c->range);
	c->range[c->n++] = (struct range){ first, last };
}

bool class_has(const struct class *c, uint32_t code)
{
	for (size_t i = 0; i < c->n; i++)
		if (code >= c->range[i].first && code <= c->range[i].last)
			return true;
	return false;
}

static int find_class(const struct rules *s, struct view name)
{
	for (size_t i = 0; i < s->n_classes; i++)
		if (view_eq(s->class[i].name, name))
			return (int)i;
	return -1;
}

/* One character, written as itself or as U+XXXX; 0 if there is none. */
static size_t read_code(struct view v, uint32_t *code)
{
	size_t n = 2;

	if (!v.n)
		return 0;
	if (!view_starts(v, "U+")) {
		*code = utf8_code(v.p);
		return utf8_length(v.p[0]);
	}
	for (*code = 0; n < v.n && n < 8 && byte_in(v.p[n], "0123456789ABCDEF"); n++)
		*code = *code * 16 + (uint32_t)(v.p[n] <= '9' ? v.p[n] - '0' : v.p[n] - 'A' + 10);
	return n;
}

/* "a", "a-b", "U+0904-U+0914", "{name}" or "edge". */
static bool add_member(struct rules *s, struct class *c, struct view v)
{
	uint32_t first, last;
	size_t n;
	int k;

	if (view_is(v, "edge")) {
		add_range(c, CODE_EDGE, CODE_EDGE);
		return true;
	}
	if (v.n > 1 && v.p[0] == '{') {
		k = find_class(s, view_cut(v, 1, v.n - 1));
		for (size_t i = 0; k >= 0 && i < s->class[k].n; i++)
			add_range(c, s->class[k].range[i].first, s->class[k].range[i].last);
		return k >= 0;
	}
	n = last = 0;
	n = read_code(v, &first);
	last = first;
	if (n < v.n && v.p[n] == '-')
		n += 1 + read_code(view_cut(v, n + 1, v.n), &last);
	add_range(c, first, last);
	return n == v.n && first <= last && last < CODE_EDGE;
}

static bool add_class(struct rules *s, struct view name, struct view members)
{
	struct class c = { .name = arena_copy(&s->arena, name) };
	struct view member;
	bool ok = true;

	while (view_next(&members, ' ', &member))
		ok = ok && (!member.n || add_member(s, &c, member));
	s->class = memory_grow(s->class, &s->cap_classes, s->n_classes + 1, sizeof *s->class);
	s->class[s->n_classes++] = c;
	return ok;
}

/* --- patterns --- */

static size_t read_element(const struct rules *s, struct view v, struct element *e, bool writes)
{
	const char *close = v.n > 1 && v.p[0] == '{' ? memchr(v.p, '}', v.n) : NULL;
	struct view name = close ? view_cut(v, 1, (size_t)(close - v.p)) : V("");

	*e = (struct element){ .class = -1 };
	if (!close)
		return read_code(v, &e->code);
	if (view_is(name, "=1"))
		e->same = true;
	else if (writes && name.n == 1 && byte_in(name.p[0], "12345"))
		e->class = (int16_t)(name.p[0] - '0');
	else
		e->class = (int16_t)find_class(s, name);
	return e->same || e->class >= 0 ? name.n + 2 : 0;
}

static bool read_pattern(const struct rules *s, struct view v, struct pattern *p, bool writes)
{
	p->n = 0;
	if (view_is(v, "-"))
		return true;
	for (size_t i = 0, n; i < v.n; i += n) {
		if (p->n == PATTERN_MAX)
			return false;
		n = read_element(s, view_cut(v, i, v.n), &p->at[p->n++], writes);
		if (!n)
			return false;
	}
	return true;
}

static bool same_pattern(const struct pattern *from, const struct pattern *to)
{
	int classes = 0;

	if (from->n != to->n)
		return false;
	for (size_t i = 0; i < from->n; i++) {
		classes += from->at[i].class >= 0;
		if (from->at[i].class >= 0 ? to->at[i].class != classes : from->at[i].code != to->at[i].code)
			return false;
	}
	return true;
}

/* --- rules --- */

static void add_to_column(struct rules *s, unsigned column, size_t rule)
{
	s->by_column[column] = memory_grow(s->by_column[column], &s->cap_by_column[column],
					   s->n_by_column[column] + 1, sizeof **s->by_column);
	s->by_column[column][s->n_by_column[column]++] = (uint16_t)rule;
}

bool column_fits(const struct rules *s, const struct element *e, unsigned column)
{
	uint32_t code = code_of_column(column);

	if (e->class < 0)
		return e->same || column_of(e->code) == column;
	if (column != COLUMN_OTHER)
		return class_has(&s->class[e->class], code);
	for (size_t i = 0; i < s->class[e->class].n; i++) {
		struct range r = s->class[e->class].range[i];

		if (column_of(r.first) == COLUMN_OTHER || column_of(r.last) == COLUMN_OTHER
		    || (r.first < 0x900 && r.last > 0x97f))
			return true;
	}
	return false;
}

static void add_rule(struct rules *s, const struct rule *r)
{
	size_t length = r->before.n + r->from.n + r->after.n;

	s->longest = length > s->longest ? length : s->longest;
	s->rule = memory_grow(s->rule, &s->cap, s->n + 1, sizeof *s->rule);
	s->rule[s->n] = *r;
	for (unsigned c = 0; c < COLUMNS; c++)
		if (column_fits(s, &r->from.at[0], c))
			add_to_column(s, c, s->n);
	s->n++;
}

static bool find_guard(struct view name, guard_function **test)
{
	for (size_t i = 0; i < sizeof guards / sizeof *guards; i++)
		if (view_is(name, guards[i].name)) {
			*test = guards[i].test;
			return true;
		}
	return false;
}

enum { RULE_NAME, RULE_PROFILE, RULE_BEFORE, RULE_FROM, RULE_AFTER, RULE_TO, RULE_GUARD, RULE_COLUMNS };

static const char *read_rule(struct rules *s, const struct row *row, struct rule *r)
{
	const struct view *c = row->column;

	if (row->n < RULE_COLUMNS)
		return "columns are missing";
	r->name = c[RULE_NAME];
	if (!read_pattern(s, c[RULE_BEFORE], &r->before, false) || !read_pattern(s, c[RULE_AFTER], &r->after, false)
	    || !read_pattern(s, c[RULE_FROM], &r->from, false) || !read_pattern(s, c[RULE_TO], &r->to, true))
		return "a pattern is too long or names no class";
	if (!r->from.n || r->from.at[0].same)
		return "a rule begins with a character or a class";
	if (!find_guard(c[RULE_GUARD], &r->guard))
		return "no guard has this name";
	r->protects = same_pattern(&r->from, &r->to);
	return NULL;
}

static int find_profile(struct view name)
{
	for (int i = 0; i < PROFILE_COUNT; i++)
		if (view_is(name, profile_name[i]))
			return i;
	return -1;
}

static bool is_named(const struct settings *set, const char *option, struct view name)
{
	const char *value;
	size_t i = 0;

	while ((value = setting_next(set, option, &i)))
		if (view_is(name, value))
			return true;
	return false;
}

bool rule_is_on(const struct settings *set, struct view name, enum profile of_rule, enum profile chosen)
{
	if (is_named(set, "without", name))
		return false;
	return (chosen != PROFILE_NFC && of_rule <= chosen) || is_named(set, "with", name);
}

static enum status read_row(struct rules *s, const struct row *row, const char *path, const struct settings *set,
			    enum profile chosen, struct report *r)
{
	struct rule rule = { 0 };
	const char *why = NULL;
	int profile;

	if (view_is(row->column[0], "class") && row->n == 3) {
		why = add_class(s, row->column[1], row->column[2]) ? NULL : "a class holds what it cannot";
	} else if (row->n < 2 || (profile = find_profile(row->column[RULE_PROFILE])) < 0) {
		why = "no profile has this name";
	} else {
		why = read_rule(s, row, &rule);
		rule.name = arena_copy(&s->arena, row->column[0]);
		if (!index_find(&s->name, rule.name))
			index_add(&s->name, rule.name);
		if (!why && rule_is_on(set, rule.name, (enum profile)profile, chosen))
			add_rule(s, &rule);
	}
	return why ? fatal(r, "dictionary", "%s:%lu: %s", path, row->line, why) : OK;
}

/*
 * What a row of lookalikes.tsv means as rules. A mark stands after Devanagari, a letter between two, a digit beside a
 * Devanagari digit, punctuation at the end of a word.
 */
static const struct { const char *kind, *before, *after; } lookalikes[] = {
	{ "mark", "{deva}", "-" },
	{ "letter", "{deva}", "{deva}" },
	{ "digit", "{devadigit}", "-" },
	{ "digit", "-", "{devadigit}" },
	{ "punctuation", "{deva}", "{no-alnum}" },
};

static enum status read_lookalike(struct rules *s, const struct row *row, const char *path, struct report *r)
{
	const char *why = row->n < 3 ? "columns are missing" : "no lookalike is of this kind";

	for (size_t i = 0; row->n >= 3 && i < sizeof lookalikes / sizeof *lookalikes; i++) {
		struct row as_rule = { { V("lookalike"), V("clean"), view_of(lookalikes[i].before), row->column[0],
					 view_of(lookalikes[i].after), row->column[1], V("-") }, RULE_COLUMNS, row->line };
		struct rule rule = { 0 };

		if (!view_is(row->column[2], lookalikes[i].kind))
			continue;
		why = read_rule(s, &as_rule, &rule);
		if (why)
			break;
		add_rule(s, &rule);
	}
	return why ? fatal(r, "dictionary", "%s:%lu: %s", path, row->line, why) : OK;
}

enum status rules_add_lookalikes(struct rules *s, const char *path, const struct settings *set, enum profile chosen,
				 struct report *r)
{
	struct table t;
	struct row row;
	enum status rc = OK;

	if (!rule_is_on(set, V("lookalike"), PROFILE_CLEAN, chosen))
		return OK;
	rc = table_open(&t, path, r);
	while (rc == OK && table_next(&t, &row))
		rc = read_lookalike(s, &row, path, r);
	table_close(&t);
	return rc;
}

enum status rules_open(struct rules *s, const char *path, const struct settings *set, enum profile chosen,
		       struct report *r)
{
	struct table t;
	struct row row;
	enum status rc = table_open(&t, path, r);

	while (rc == OK && table_next(&t, &row))
		rc = read_row(s, &row, path, set, chosen, r);
	table_close(&t);
	return rc;
}

void rules_protect(struct rules *s, struct view text)
{
	struct rule r = { .name = V("protected"), .protects = true, .abbreviation = true };
	int class = find_class(s, V("no-letter"));

	for (size_t i = 0; i < text.n && r.from.n < PATTERN_MAX; i += utf8_length(text.p[i]))
		r.from.at[r.from.n++] = (struct element){ .code = utf8_code(text.p + i), .class = -1 };
	r.before.at[r.before.n++] = (struct element){ .class = (int16_t)class };
	if (class >= 0)
		add_rule(s, &r);
}

void rules_close(struct rules *s)
{
	for (size_t i = 0; i < s->n_classes; i++)
		free(s->class[i].range);
	for (unsigned c = 0; c < COLUMNS; c++)
		free(s->by_column[c]);
	index_release(&s->name);
	free(s->class);
	free(s->rule);
	arena_release(&s->arena);
}
