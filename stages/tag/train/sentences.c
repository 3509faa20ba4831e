/* sentences.c - CoNLL files: token, kind, label (`*`: its parts' labels follow); an empty line after a sentence; `?` is a name of a type nobody asked for. */
#include "train.h"

#include "table.h"

#include <stdlib.h>

enum { TOKENS_MAX = 300 };

struct reader { struct tag_token token[TOKENS_MAX]; uint32_t wanted[TOKENS_MAX]; size_t n; };

static void keep(struct sentences *s, const struct reader *r)
{
	struct sentence *to;

	if (!r->n)
		return;
	s->at = memory_grow(s->at, &s->cap, s->n + 1, sizeof *s->at);
	to = &s->at[s->n++];
	to->n = r->n;
	to->token = arena_get(&s->arena, r->n * sizeof *to->token);
	to->wanted = arena_get(&s->arena, r->n * sizeof *to->wanted);
	memcpy(to->token, r->token, r->n * sizeof *to->token);
	memcpy(to->wanted, r->wanted, r->n * sizeof *to->wanted);
}

static uint32_t wanted_of(struct view label, type_of *type, const void *ctx)
{
	int t;

	if (view_is(label, "O"))
		return CRF_LABEL(0);
	t = label.n > 2 ? type(ctx, view_cut(label, 2, label.n)) : -1;
	if (t < 0)
		return UINT32_MAX;	/* anything may be right here */
	return CRF_LABEL((label.p[0] == 'B' ? 1 : 2) + 2 * (unsigned)t);
}

/* The label of bytes [from, to) of a token: of the fourth column, or the token's own, which goes on after the first piece. */
static uint32_t wanted_within(struct view label, struct view parts, size_t from, size_t to, type_of *type, const void *ctx)
{
	struct view part;
	uint32_t wanted;

	while (view_next(&parts, ',', &part)) {
		unsigned begin, end;
		int at;

		if (sscanf(part.p, "%u-%u:%n", &begin, &end, &at) == 2 && begin < to && from < end) {
			wanted = wanted_of(view_cut(part, (size_t)at, part.n), type, ctx);
			return from > begin && wanted != UINT32_MAX && wanted & 0x2aaaaaaau ? wanted << 1 : wanted;
		}
	}
	if (memchr(label.p, ':', label.n))
		return CRF_LABEL(0);
	wanted = wanted_of(label, type, ctx);
	return from && wanted != UINT32_MAX && wanted & 0x2aaaaaaau ? wanted << 1 : wanted;
}

static void read_line(struct reader *r, struct arena *arena, struct view line, const struct cutter *cutter, type_of *type, const void *ctx)
{
	struct view token, kind, label, rest = line;
	struct tag_token given, piece[JOINS_MAX];
	size_t n;

	if (!view_next(&rest, '\t', &token) || r->n + JOINS_MAX > TOKENS_MAX)
		return;
	view_next(&rest, '\t', &kind);
	view_next(&rest, '\t', &label);
	given = (struct tag_token){ .text = arena_copy(arena, token), .kind = arena_copy(arena, kind), .apart = true };
	n = joins_cut(cutter->joins, cutter->names, &given, piece);
	for (size_t i = 0; i < n; i++) {
		r->wanted[r->n] = view_is(label, "*") ? wanted_within(V(":"), rest, piece[i].begin, piece[i].end, type, ctx)
			: wanted_within(label, V(""), piece[i].begin, piece[i].end, type, ctx);
		r->token[r->n++] = piece[i];
	}
}

void sentences_read(struct sentences *s, const char *path, unsigned times, const struct cutter *cutter, type_of *type,
		    const void *ctx)
{
	struct report report = { 0 };
	struct reader *r = memory_get(sizeof *r);
	struct table t;
	struct view line, rest;
	size_t from = s->n, to;

	if (table_open(&t, path, &report) != OK) {
		fprintf(stderr, "train-tag: %s: cannot be read\n", path);
		exit(3);
	}
	for (rest = t.text; rest.n;) {
		const char *end = memchr(rest.p, '\n', rest.n);

		line = view_cut(rest, 0, end ? (size_t)(end - rest.p) : rest.n);
		rest = view_cut(rest, line.n + (end != NULL), rest.n);
		if (view_starts(line, "# "))
			continue;
		if (line.n) {
			read_line(r, &s->arena, line, cutter, type, ctx);
			continue;
		}
		keep(s, r);
		r->n = 0;
	}
	keep(s, r);
	to = s->n;
	for (; times > 1; times--)
		for (size_t i = from; i < to; i++) {
			s->at = memory_grow(s->at, &s->cap, s->n + 1, sizeof *s->at);
			s->at[s->n++] = s->at[i];
		}
	table_close(&t);
	free(r);
}
