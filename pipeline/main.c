/*
 * main.c - the one main: `pravah` with stages named on its command line, and, under the name pravah-STAGE,
 * that stage alone. A filter is a pipeline of length one.
 */
#include "driver.h"
#include "folder.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_FINE = 0, EXIT_DOCUMENT = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

static const struct option driver_options[] = {
	{ "output", 'o', "PATH", NULL, "write to a file, or into a folder, one note a file" },
	{ "format", 'f', "FORMAT", "auto", "input is markdown, text, lines, conll, brat or records" },
	{ "lines", 0, NULL, NULL, "each line is a text of its own and gives one line" },
	{ "records", 'r', NULL, NULL, "give records even where text came in" },
	{ "jobs", 'j', "N", NULL, "documents at work at once (default: the machine's cores)" },
	{ "data", 'd', "DIR", NULL, "folder that holds corpus and dictionaries" },
	{ "quiet", 'q', NULL, NULL, "no counts and no progress" },
	{ "help", 'h', NULL, NULL, "this text" },
	{ "version", 0, NULL, NULL, "name and version" },
	{ 0 }
};

/* What stages may want to know besides: where the data is, and what else is read in this run. */
static const struct option found_data = { "data", 0, "DIR", NULL, "" };
static const struct option input_name = { "input", 0, "FILE", NULL, "" };
static const struct option found_images = { "images", 0, "DIR", NULL, "" };
static const struct option compiling = { "compile", 0, NULL, NULL, "" };

enum command { RUN, TRACE, SHOW, COMPILE, HELP, STAGES };

struct command_line {
	enum command command;
	struct pipeline pipeline;
	struct settings settings;
	char *files[1 << 16];
	size_t n_files;
};

static const char *const usage =
	"usage: pravah [OPTION]... FILE...             all stages: a note in, the translated note out\n"
	"       pravah STAGE... [OPTION]... [FILE]...  those stages, and any they need\n"
	"       pravah-STAGE [OPTION]... [FILE]...     the same as a program of its own\n"
	"       pravah trace FILE | show STAGE | compile | stages | help [STAGE]\n";

static const char *const examples =
	"\nexamples:\n"
	"  pravah --to hi note.md                     the note in Hindi, on standard output\n"
	"  pravah --to hi -o _posts/ notes/*.md       an archive, one file a note\n"
	"  echo 'We ship every Thursday.' | pravah translate --to hi\n"
	"  pravah read note.md | jq '.spans[]|select(.label==\"heading\")'\n"
	"  pravah trace note.md                       what each stage found\n";

static int usage_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

static int usage_error(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fputs("pravah: ", stderr);
	vfprintf(stderr, fmt, ap);
	fputs("\nTry 'pravah --help'.\n", stderr);
	va_end(ap);
	return EXIT_USAGE;
}

static void print_stages(void)
{
	for (size_t i = 0; i < stage_count; i++)
		printf("  %-12s %s\n", stage_table[i].name, stage_table[i].help);
}

static int help_all(void)
{
	struct buf b = { 0 };

	fputs(usage, stdout);
	puts("\nstages:");
	print_stages();
	option_help(driver_options, &b);
	printf("\noptions:\n%s", b.p);
	for (size_t i = 0; i < stage_count; i++) {
		buf_clear(&b);
		option_help(stage_table[i].ops->options, &b);
		if (b.n)
			printf("\noptions of %s:\n%s", stage_table[i].name, b.p);
	}
	fputs(examples, stdout);
	puts("\nexit status: 0 fine, 1 a document failed, 2 usage, 3 system");
	buf_release(&b);
	return EXIT_FINE;
}

static int help_stage(const struct stage *s)
{
	struct buf b = { 0 };

	printf("usage: pravah-%s [OPTION]... [FILE]...\n%s\n", s->name, s->help);
	option_help(s->ops->options, &b);
	if (b.n)
		printf("\noptions:\n%s", b.p);
	buf_clear(&b);
	option_help(driver_options, &b);
	printf("\noptions of every program:\n%s", b.p);
	if (s->ops->examples)
		printf("\nexamples:\n%s", s->ops->examples);
	buf_release(&b);
	return EXIT_FINE;
}

static int help(const struct command_line *c)
{
	const struct stage *s = c->pipeline.n == 1 ? c->pipeline.want[0] : NULL;

	if (c->command == HELP && c->n_files && !(s = stage_find(c->files[0])))
		return usage_error("no stage is named %s", c->files[0]);
	return s ? help_stage(s) : help_all();
}

/* --- the command line --- */

static int take_word(struct command_line *c, char *word, bool first)
{
	bool names = !c->n_files && (c->command == RUN || (c->command == SHOW && !c->pipeline.n));
	const struct stage *s = names ? stage_find(word) : NULL;

	if (first && !c->pipeline.n && !strcmp(word, "trace"))
		c->command = TRACE;
	else if (first && !c->pipeline.n && !strcmp(word, "show"))
		c->command = SHOW;
	else if (first && !c->pipeline.n && !strcmp(word, "compile"))
		c->command = COMPILE;
	else if (first && !c->pipeline.n && !strcmp(word, "help"))
		c->command = HELP;
	else if (first && !c->pipeline.n && !strcmp(word, "stages"))
		c->command = STAGES;
	else if (s && c->pipeline.n == STAGES_MAX)
		return usage_error("more than %d stages", STAGES_MAX);
	else if (s)
		c->pipeline.want[c->pipeline.n++] = s;
	else if (c->n_files + 1 == sizeof c->files / sizeof *c->files)
		return usage_error("more than %zu files", c->n_files);
	else
		c->files[c->n_files++] = word;
	return EXIT_FINE;
}

static int parse(struct command_line *c, int argc, char **argv)
{
	bool options = true, first = true;
	int rc = EXIT_FINE;

	for (int i = 1; rc == EXIT_FINE && i < argc;) {
		struct buf why = { 0 };
		int words = 1;

		if (options && !strcmp(argv[i], "--")) {
			options = false;
		} else if (options && argv[i][0] == '-' && argv[i][1]) {
			words = settings_parse(&c->settings, argc - i, argv + i, &why);
			rc = words ? EXIT_FINE : usage_error("%s", why.p);
		} else {
			rc = take_word(c, argv[i], first && options);
			first = false;
		}
		buf_release(&why);
		i += words;
	}
	return rc;
}

/* Is this option the driver's, or one of a stage that will run? */
static bool option_applies(const struct option *o, const struct option *table)
{
	for (; table && table->name; table++)
		if (!strcmp(table->name, o->name))
			return true;
	return false;
}

static unsigned stages_needed(const struct stage *s)
{
	unsigned bits = 1u << (s - stage_table);

	for (size_t i = 0; i < stage_count; i++)
		if (stage_table[i].adds & s->needs)
			bits |= stages_needed(&stage_table[i]);
	return bits;
}

static int check_options(const struct command_line *c)
{
	unsigned runs = 0;

	for (size_t i = 0; i < c->pipeline.n; i++)
		runs |= stages_needed(c->pipeline.want[i]);
	for (size_t i = 0; i < c->settings.n; i++) {
		const struct option *o = c->settings.given[i].option;
		bool ok = option_applies(o, driver_options);

		for (size_t k = 0; k < stage_count; k++)
			ok = ok || (runs & 1u << k && option_applies(o, stage_table[k].ops->options));
		if (!ok)
			return usage_error("--%s is not an option of these stages", o->name);
	}
	return EXIT_FINE;
}

/* Under the name pravah-STAGE the stage is given; otherwise without one, all of them run. */
static int choose_stages(struct command_line *c, const char *program)
{
	const char *dash = strrchr(program, '/');

	dash = dash ? dash + 1 : program;
	if (!strncmp(dash, "pravah-", 7)) {
		if (!(c->pipeline.want[0] = stage_find(dash + 7)))
			return usage_error("no stage is named %s", dash + 7);
		c->pipeline.n = 1;
	}
	return EXIT_FINE;
}

static void add_default_stages(struct command_line *c)
{
	if (c->pipeline.n)
		return;
	for (size_t i = 0; i < stage_count; i++)
		c->pipeline.want[c->pipeline.n++] = &stage_table[i];
}

/* --- what the environment says; stages never look at it --- */

/* The first of some places, as seen from the folder the program is in, that has `inner` in it; NULL: none has. */
static const char *find_beside(char *path, size_t size, const char *const *place, const char *inner)
{
	ssize_t n = readlink("/proc/self/exe", path, size - 64);
	char *slash;

	path[n > 0 ? n : 0] = 0;
	slash = strrchr(path, '/');
	for (; slash && *place; place++) {
		strcpy(slash, *place);
		strcat(slash, inner);
		if (access(path, R_OK))
			continue;
		strcpy(slash, *place);
		return path;
	}
	return NULL;
}

/* In the tree the programs were built in, or where they were installed; images are of the program, not of the data. */
static void find_folders(struct settings *set)
{
	static const char *const data[] = { "/../share/pravah", "/..", "/../..", NULL };
	static const char *const images[] = { "/images", "/../lib/pravah", NULL };
	static char path[2][PATH_MAX];
	const char *found = getenv("PRAVAH_DATA");

	if (!setting(set, "data")) {
		found = found ? found : find_beside(path[0], PATH_MAX, data, "/corpus");
		settings_add(set, &found_data, found ? found : ".");
	}
	if ((found = find_beside(path[1], PATH_MAX, images, "")))
		settings_add(set, &found_images, found);
}

static bool parse_jobs(const char *text, unsigned *jobs)
{
	char *end;
	long n = text ? strtol(text, &end, 10) : sysconf(_SC_NPROCESSORS_ONLN);

	if (n < 1 || n > 1024 || (text && *end))
		return false;
	*jobs = (unsigned)n;
	return true;
}

/* Waits for a signal to end, lets a write finish or removes its temporary file, and ends by that signal. */
static void *end_by_signal(void *set)
{
	int sig;

	if (sigwait(set, &sig))
		return NULL;
	output_abandon();
	signal(sig, SIG_DFL);
	pthread_sigmask(SIG_UNBLOCK, set, NULL);
	raise(sig);
	return NULL;
}

/* A signal that was ignored when we began (nohup) stays so. */
static void catch_signals(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	static sigset_t set;
	pthread_t thread;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct sigaction now;

		if (!sigaction(signals[i], NULL, &now) && now.sa_handler != SIG_IGN)
			sigaddset(&set, signals[i]);
	}
	pthread_sigmask(SIG_BLOCK, &set, NULL);
	if (pthread_create(&thread, NULL, end_by_signal, &set))
		pthread_sigmask(SIG_UNBLOCK, &set, NULL);
	else
		pthread_detach(thread);
}

/* --- running --- */

static int status_of(enum status s)
{
	return s == OK ? EXIT_FINE : s == FAILED ? EXIT_DOCUMENT : EXIT_SYSTEM;
}

static int start_failed(struct report *r, enum status rc)
{
	driver_print(V(""), V(""), r);
	report_release(r);
	return rc == FATAL ? EXIT_SYSTEM : EXIT_USAGE;
}

/* Does the output make sense for the stages and files at hand? */
static int check_output(const struct command_line *c, const struct output *out, bool trace)
{
	const struct stage *last = c->pipeline.want[c->pipeline.n - 1];

	if (trace)
		return EXIT_FINE;
	if (out->folder && !last->ops->name)
		return usage_error("only notes go into a folder; %s gives none", last->name);
	if (c->n_files > 1 && !out->folder && last->ops->render)
		return usage_error("several notes need -o FOLDER/");
	return EXIT_FINE;
}

static int run_stages(struct command_line *c, struct driver *d)
{
	struct report r = { 0 };
	enum status rc = pipeline_open(&c->pipeline, &c->settings, &r);

	if (rc == OK) {
		driver_print(V(""), V(""), &r);
		rc = driver_run(d);
	} else {
		output_close(d->output, false, &r);
		pipeline_close(&c->pipeline);
		return start_failed(&r, rc);
	}
	pipeline_close(&c->pipeline);
	report_release(&r);
	return status_of(rc);
}

static int run_driver(struct command_line *c, struct driver *d)
{
	struct report r = { 0 };
	struct output out;
	enum status rc;
	int wrong;

	output_init(&out, setting(&c->settings, "output"));
	wrong = check_output(c, &out, d->trace);
	if (wrong)
		return wrong;
	rc = output_open(&out, &r);
	if (rc != OK)
		return start_failed(&r, rc);
	d->output = &out;
	return run_stages(c, d);
}

static int run(struct command_line *c)
{
	static char stdin_name[] = "-";
	const char *lines = setting(&c->settings, "lines");
	struct input in = { .files = (char *[]){ stdin_name, NULL } };
	struct driver d = { .pipeline = &c->pipeline, .input = &in, .records = setting(&c->settings, "records"),
			    .quiet = setting(&c->settings, "quiet"), .trace = c->command == TRACE };
	struct arena names = { 0 };
	char **files;
	int rc;

	if (!input_format_parse(lines ? "lines" : setting(&c->settings, "format"), &in.format))
		return usage_error("--format is auto, markdown, text, lines, conll, brat or records");
	if (!parse_jobs(setting(&c->settings, "jobs"), &d.jobs))
		return usage_error("--jobs needs a number from 1 to 1024");
	find_folders(&c->settings);
	folder_expand(c->files, c->n_files, &names, &files, &c->n_files);
	if (c->n_files)
		in.files = files;
	for (size_t i = 0; i < c->n_files; i++)
		settings_add(&c->settings, &input_name, files[i]);
	catch_signals();
	rc = run_driver(c, &d);
	input_release(&in);
	arena_release(&names);
	return rc;
}

/* Opens the one stage and writes what it knows. */
static int show(struct command_line *c)
{
	struct report r = { 0 };
	struct buf out = { 0 };
	enum status rc;

	find_folders(&c->settings);
	rc = pipeline_open(&c->pipeline, &c->settings, &r);
	if (rc == OK && !pipeline_show(&c->pipeline, &out))
		rc = fail(&r, NOWHERE, "show", "%s has nothing to show", c->pipeline.want[0]->name);
	pipeline_close(&c->pipeline);
	fwrite(out.p, 1, out.n, stdout);
	buf_release(&out);
	return rc == OK ? EXIT_FINE : start_failed(&r, rc);
}

/* Opens every stage, which then writes what it makes of its dictionaries. */
static int compile(struct command_line *c)
{
	struct report r = { 0 };
	enum status rc;

	find_folders(&c->settings);
	settings_add(&c->settings, &compiling, "1");
	rc = setting(&c->settings, "images") ? pipeline_open(&c->pipeline, &c->settings, &r)
		: fatal(&r, "image", "there is no folder for images beside the program: images, or ../lib/pravah");
	pipeline_close(&c->pipeline);
	return rc == OK ? EXIT_FINE : start_failed(&r, rc);
}

static int finish(int rc)
{
	struct report r = { 0 };

	if (output_flush(&r) == OK && !fclose(stdout))
		return rc;
	driver_print(V(""), V(""), &r);
	report_release(&r);
	return EXIT_SYSTEM;
}

static int dispatch(struct command_line *c)
{
	int rc;

	if (setting(&c->settings, "help") || c->command == HELP)
		return help(c);
	if (setting(&c->settings, "version"))
		return printf("pravah %s\n", PRAVAH_VERSION) < 0;
	if (c->command == STAGES) {
		print_stages();
		return EXIT_FINE;
	}
	if (c->command == COMPILE && c->n_files)
		return usage_error("compile takes no files: it compiles the dictionaries");
	if (c->command != COMPILE && !c->pipeline.n && !c->n_files && isatty(0))
		return fputs(usage, stderr), EXIT_USAGE;
	if (c->command == SHOW && (c->pipeline.n != 1 || c->n_files))
		return usage_error("show needs the name of a stage");
	add_default_stages(c);
	rc = check_options(c);
	if (rc != EXIT_FINE)
		return rc;
	return c->command == SHOW ? show(c) : c->command == COMPILE ? compile(c) : run(c);
}

int main(int argc, char **argv)
{
	static struct command_line c;
	int rc = choose_stages(&c, argv[0]);

	settings_add_table(&c.settings, driver_options);
	for (size_t i = 0; i < stage_count; i++)
		settings_add_table(&c.settings, stage_table[i].ops->options);
	if (rc == EXIT_FINE)
		rc = parse(&c, argc, argv);
	rc = finish(rc == EXIT_FINE ? dispatch(&c) : rc);
	settings_release(&c.settings);
	return rc;
}
