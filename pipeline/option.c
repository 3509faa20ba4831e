/* option.c - the option table: parsing and help. */
#include "option.h"

#include <stdlib.h>
#include <string.h>

void settings_add_table(struct settings *s, const struct option *table)
{
	if (table && s->n_tables < TABLES_MAX)
		s->table[s->n_tables++] = table;
}

static const struct option *find(const struct settings *s, struct view name, char letter)
{
	for (size_t t = 0; t < s->n_tables; t++)
		for (const struct option *o = s->table[t]; o->name; o++)
			if (letter ? o->letter == letter : view_is(name, o->name))
				return o;
	return NULL;
}

void settings_add(struct settings *s, const struct option *o, const char *value)
{
	s->given = memory_grow(s->given, &s->cap, s->n + 1, sizeof *s->given);
	s->given[s->n++] = (struct given){ o, value };
}

void settings_release(struct settings *s)
{
	free(s->given);
	*s = (struct settings){ 0 };
}

static int take(struct settings *s, const struct option *o, const char *value, int words)
{
	settings_add(s, o, value);
	return words;
}

/* -o X, -oX, -q; letters of switches may not be run together. */
static int parse_letter(struct settings *s, int argc, char **argv, struct buf *why)
{
	const struct option *o = find(s, V(""), argv[0][1]);

	if (!o || (!o->arg && argv[0][2])) {
		buf_addf(why, "unknown option %s", argv[0]);
		return 0;
	}
	if (!o->arg)
		return take(s, o, "1", 1);
	if (argv[0][2])
		return take(s, o, argv[0] + 2, 1);
	if (argc < 2) {
		buf_addf(why, "option -%c needs %s", o->letter, o->arg);
		return 0;
	}
	return take(s, o, argv[1], 2);
}

int settings_parse(struct settings *s, int argc, char **argv, struct buf *why)
{
	const char *word = argv[0] + 2, *equal;
	const struct option *o;

	if (argv[0][1] != '-')
		return parse_letter(s, argc, argv, why);
	equal = strchr(word, '=');
	o = find(s, equal ? (struct view){ word, (size_t)(equal - word) } : view_of(word), 0);
	if (!o)
		buf_addf(why, "unknown option %s", argv[0]);
	else if (!o->arg && equal)
		buf_addf(why, "option --%s takes no value", o->name);
	else if (o->arg && !equal && argc < 2)
		buf_addf(why, "option --%s needs %s", o->name, o->arg);
	else if (!o->arg)
		return take(s, o, "1", 1);
	else
		return take(s, o, equal ? equal + 1 : argv[1], equal ? 1 : 2);
	return 0;
}

const char *setting_next(const struct settings *s, const char *name, size_t *i)
{
	while (*i < s->n) {
		size_t at = (*i)++;

		if (!strcmp(s->given[at].option->name, name))
			return s->given[at].value;
	}
	return NULL;
}

const char *setting(const struct settings *s, const char *name)
{
	const char *value = NULL, *next;
	const struct option *o = find(s, view_of(name), 0);
	size_t i = 0;

	while ((next = setting_next(s, name, &i)))
		value = next;
	return value ? value : o ? o->fallback : NULL;
}

void option_help(const struct option *table, struct buf *out)
{
	for (const struct option *o = table; o && o->name; o++) {
		struct buf left = { 0 };

		buf_addf(&left, o->letter ? "  -%c, " : "      ", o->letter);
		buf_addf(&left, o->arg ? "--%s %s" : "--%s", o->name, o->arg);
		buf_addf(out, "%-28s %s", buf_view(&left).p, o->help);
		if (o->fallback)
			buf_addf(out, " (default: %s)", o->fallback);
		buf_byte(out, '\n');
		buf_release(&left);
	}
}
