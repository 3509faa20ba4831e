/* fuzz_pipeline.h - what the fuzzers begin with: pipelines opened once, as main opens them. */
#ifndef FUZZ_PIPELINE_H
#define FUZZ_PIPELINE_H

#include "run.h"

#include <stdlib.h>

/* `stages` ends in NULL; argv holds options only; `sibling` is another note of the same run. */
static inline void fuzz_open(struct pipeline *p, struct settings *s, const char *const *stages, int argc, char **argv,
			     const char *sibling)
{
	static const struct option input_name = { "input", 0, "FILE", NULL, "" }, data = { "data", 0, "DIR", NULL, "" };
	struct report r = { 0 };
	struct buf why = { 0 };

	for (size_t i = 0; i < stage_count; i++)
		settings_add_table(s, stage_table[i].ops->options);
	for (int i = 0, words; i < argc; i += words)
		if (!(words = settings_parse(s, argc - i, argv + i, &why)))
			abort();
	settings_add(s, &input_name, sibling);
	settings_add(s, &data, getenv("PRAVAH_DATA") ? getenv("PRAVAH_DATA") : ".");
	for (; *stages; stages++)
		p->want[p->n++] = stage_find(*stages);
	if (pipeline_open(p, s, &r) != OK)
		abort();
	report_release(&r);
}

#endif
