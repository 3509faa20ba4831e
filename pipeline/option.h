/*
 * option.h - one option table serves parsing, --help and the manual page.
 * A stage has a table of its own; the driver has one; an option that two stages
 * share (--to) is one option with one value.
 */
#ifndef OPTION_H
#define OPTION_H

#include "base.h"

struct option {
	const char *name;		/* without the dashes; NULL ends a table */
	char letter;			/* 0: none */
	const char *arg;		/* name of its argument in help; NULL: a switch */
	const char *fallback;		/* value when not given, or NULL */
	const char *help;
};

enum { TABLES_MAX = 16 };

/* Tables in force and what the command line said, in its order. */
struct settings {
	const struct option *table[TABLES_MAX];
	size_t n_tables;
	struct given { const struct option *option; const char *value; } *given;
	size_t n, cap;
};

void settings_add_table(struct settings *, const struct option *table);
void settings_release(struct settings *);

/* Adds a value as if it had been given; the value is borrowed. */
void settings_add(struct settings *, const struct option *, const char *value);

/*
 * Takes one option off the command line (argv[0] begins with '-'). Returns how many words it used, or 0 after
 * writing what is wrong to `why`.
 */
int settings_parse(struct settings *, int argc, char **argv, struct buf *why);

/* The last value given, else the fallback, else NULL. A switch that is on is "1". */
const char *setting(const struct settings *, const char *name);

/* Values of an option that may be given often: *i starts at 0; NULL after the last. */
const char *setting_next(const struct settings *, const char *name, size_t *i);

/* "--engine NAME  help", one option a line, for --help. */
void option_help(const struct option *table, struct buf *out);

#endif
