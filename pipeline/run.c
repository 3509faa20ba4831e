/* run.c - needs and adds: which stages run over a document, and what they may change. */
#include "run.h"

#include <stdlib.h>
#include <string.h>

/* Editors: STAGE(read, ...) in stages.def names struct stage_ops read_ops in stages/read. */
#define STAGE(name, needs, adds, help) extern const struct stage_ops name##_ops;
#include "../stages/stages.def"
#undef STAGE

const struct stage stage_table[] = {
#define STAGE(name, needs, adds, help) { #name, help, needs, adds, &name##_ops },
#include "../stages/stages.def"
#undef STAGE
};
const size_t stage_count = sizeof stage_table / sizeof *stage_table;

const struct stage *stage_find(const char *name)
{
	for (size_t i = 0; i < stage_count; i++)
		if (!strcmp(stage_table[i].name, name))
			return &stage_table[i];
	return NULL;
}

static const struct stage *stage_adding(unsigned layer)
{
	for (size_t i = 0; i < stage_count; i++)
		if (stage_table[i].adds & layer)
			return &stage_table[i];
	return NULL;
}

static size_t place(const struct stage *s)
{
	return (size_t)(s - stage_table);
}

static enum status open_stage(struct pipeline *p, const struct stage *s, const struct settings *set,
			      struct report *r)
{
	enum status rc = OK;

	if (p->opened[place(s)])
		return OK;
	for (int l = 0; rc == OK && l < LAYER_COUNT; l++)
		if (s->needs & 1u << l)
			rc = open_stage(p, stage_adding(1u << l), set, r);
	if (rc != OK)
		return rc;
	if (s->ops->open)
		rc = s->ops->open(set, &p->state[place(s)], r);
	p->opened[place(s)] = rc == OK;
	if (rc != OK && p->state[place(s)])
		s->ops->close(p->state[place(s)]);
	return rc;
}

enum status pipeline_open(struct pipeline *p, const struct settings *set, struct report *r)
{
	enum status rc = OK;

	for (size_t i = 0; i + 1 < p->n; i++)
		if (p->want[i]->ops->render)
			return fail(r, NOWHERE, "order", "%s writes the output and must come last",
				    p->want[i]->name);
	for (size_t i = 0; rc == OK && i < p->n; i++)
		rc = open_stage(p, p->want[i], set, r);
	return rc;
}

void pipeline_close(struct pipeline *p)
{
	for (size_t i = 0; i < stage_count; i++)
		if (p->opened[i] && stage_table[i].ops->close)
			stage_table[i].ops->close(p->state[i]);
}

static bool on_boundary(const struct document *d, uint32_t at)
{
	return at == d->text.n || (d->text.p[at] & 0xc0) != 0x80;
}

static bool fits(const struct document *d, const struct span *s)
{
	return s->begin <= s->end && s->end <= d->text.n && on_boundary(d, s->begin) && on_boundary(d, s->end);
}

/* A stage that breaks its contract is a bug of ours: it fails the document instead of harming it. */
static enum status check_spans(const struct stage *s, const struct document *d, const struct spans *out,
			       struct report *r)
{
	for (int l = 0; l < LAYER_COUNT; l++) {
		if (out->layer[l].n && !(s->adds & 1u << l))
			return fail(r, NOWHERE, "bug", "%s may not add %s", s->name, layer_name[l]);
		for (size_t i = 0; i < out->layer[l].n; i++)
			if (!fits(d, &out->layer[l].at[i]))
				return fail(r, NOWHERE, "bug", "%s made a %s span that does not fit the text", s->name,
					    layer_name[l]);
	}
	return OK;
}

static void take_layers(const struct stage *s, struct document *d, struct spans *out)
{
	for (int l = 0; l < LAYER_COUNT; l++)
		if (s->adds & 1u << l)
			document_set_layer(d, (enum layer)l, out);
}

static enum status annotate(const struct stage *s, const void *state, struct document *d, struct report *r)
{
	struct spans out = { .arena = &d->arena };
	enum status rc = s->ops->annotate(state, d, &out, r);

	if (rc == OK)
		rc = check_spans(s, d, &out, r);
	if (rc == OK)
		take_layers(s, d, &out);
	spans_release(&out);
	return rc;
}

/* Changes of an earlier run are forgotten: they tell of a text that is gone. */
static enum status rewrite(const struct stage *s, const void *state, struct document *d, struct report *r)
{
	struct spans out = { .arena = &d->arena };
	struct edits edits = { 0 };
	enum status rc = s->ops->rewrite(state, d, &edits, &out, r);

	if (rc == OK)
		rc = check_spans(s, d, &out, r);
	if (rc == OK) {
		take_layers(s, d, &out);
		document_rewrite(d, &edits, r);
	}
	edits_release(&edits);
	spans_release(&out);
	return rc;
}

static enum status run_stage(const struct pipeline *p, const struct stage *s, struct document *d, struct buf *out,
			     const struct run_hook *hook, struct report *r)
{
	enum status rc = OK;

	for (int l = 0; rc == OK && l < LAYER_COUNT; l++)
		if (s->needs & ~d->layers & 1u << l)
			rc = run_stage(p, stage_adding(1u << l), d, out, hook, r);
	if (rc != OK)
		return rc;
	rc = s->ops->rewrite ? rewrite(s, p->state[place(s)], d, r)
	   : s->ops->annotate ? annotate(s, p->state[place(s)], d, r)
	   : s->ops->render(p->state[place(s)], d, out, r);
	if (rc == FAILED)
		document_fail(d, s->name, r);
	if (rc == OK && hook)
		hook->after(hook->ctx, s, d);
	return rc;
}

bool pipeline_gives_bytes(const struct pipeline *p, bool text)
{
	const struct stage_ops *last = p->want[p->n - 1]->ops;

	return last->render || (last->print && (text || pipeline_gather(p, V(""), NULL)));
}

bool pipeline_gather(const struct pipeline *p, struct view printed, struct buf *out)
{
	const struct stage *last = p->want[p->n - 1];

	return last->ops->gather && last->ops->gather(p->state[place(last)], printed, out);
}

enum status pipeline_run(const struct pipeline *p, struct document *d, bool bytes, struct buf *out,
			 const struct run_hook *hook, struct report *r)
{
	const struct stage *last = p->want[p->n - 1];
	enum status rc = OK;

	if (d->failure)
		return FAILED;
	for (size_t i = 0; rc == OK && i < p->n; i++)
		rc = run_stage(p, p->want[i], d, out, hook, r);
	if (rc == OK && bytes && last->ops->print)
		rc = last->ops->print(p->state[place(last)], d, out, r);
	if (rc == OK && out->full)
		rc = fail(r, NOWHERE, "too-long", "the output is longer than %zu MiB", out->limit >> 20);
	return rc;
}

bool pipeline_show(const struct pipeline *p, struct buf *out)
{
	const struct stage *last = p->want[p->n - 1];

	if (!last->ops->show)
		return false;
	last->ops->show(p->state[place(last)], out);
	return true;
}

bool pipeline_name(const struct pipeline *p, const struct document *d, struct buf *out)
{
	const struct stage *last = p->want[p->n - 1];

	if (!last->ops->name)
		return false;
	last->ops->name(p->state[place(last)], d, out);
	return true;
}
