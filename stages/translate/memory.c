/*
 * memory.c - the translation memory: sentences of the corpus and of the user's own TSV, found by exact match
 * after normalisation (NFC, blanks, quotes). Marks are part of the match, byte for byte; marks that wrap a
 * known sentence or stand before or after it are put back around its translation.
 */
#include "engine.h"
#include "index.h"
#include "table.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Marks taken off a sentence in search of one that is known: more than a few is not a sentence any more. */
enum { PEEL_MAX = 8 };

struct memory {
	struct arena arena;
	struct index known;
	struct table *table;		/* targets borrow from these */
	size_t n_tables, cap_tables;
};

/* --- keys --- */

/* Characters that two spellings of one sentence differ in. */
static const struct { const char *from, *to; } same[] = {
	{ "\xe2\x80\x98", "'" }, { "\xe2\x80\x99", "'" }, { "\xe2\x80\x9c", "\"" }, { "\xe2\x80\x9d", "\"" },
	{ "\xc2\xa0", " " }, { "\t", " " }, { "\n", " " }, { "\r", " " },
};

static size_t add_same(struct buf *b, struct view v)
{
	if (v.p[0] > ' ') {	/* most of a text is letters, and none of those is in the table */
		buf_byte(b, v.p[0]);
		return 1;
	}
	for (size_t k = 0; k < sizeof same / sizeof *same; k++)
		if (view_starts(v, same[k].from)) {
			buf_str(b, same[k].to);
			return strlen(same[k].from);
		}
	buf_add(b, view_cut(v, 0, utf8_length(v.p[0])));
	return utf8_length(v.p[0]);
}

static bool is_ascii(struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if ((unsigned char)v.p[i] >= 0x80)
			return false;
	return true;
}

/* One blank for many, none at the ends, straight quotes, NFC. */
static void make_key(struct view v, struct buf *key)
{
	struct buf b = { 0 };
	utf8proc_uint8_t *nfc = NULL;

	v = view_trim(v);
	for (size_t i = 0; i < v.n;) {
		i += add_same(&b, view_cut(v, i, v.n));
		if (b.n > 1 && b.p[b.n - 1] == ' ' && b.p[b.n - 2] == ' ')
			b.n--;
	}
	buf_clear(key);
	if (!is_ascii(buf_view(&b))
	    && utf8proc_map((const utf8proc_uint8_t *)buf_view(&b).p, (utf8proc_ssize_t)b.n, &nfc,
			    UTF8PROC_STABLE | UTF8PROC_COMPOSE) >= 0)
		buf_str(key, (const char *)nfc);
	else
		buf_add(key, buf_view(&b));
	free(nfc);
	buf_release(&b);
}

/* --- the table --- */

/* The first translation of a sentence counts; files are read in the order of their names, the user's first. */
static void add_pair(struct memory *m, struct view source, struct view target, struct buf *key)
{
	struct entry *e;

	make_key(source, key);
	if (!key->n || index_find(&m->known, buf_view(key)))
		return;
	e = index_add(&m->known, arena_copy(&m->arena, buf_view(key)));
	e->value = view_trim(target);
}

static enum status load(struct memory *m, const char *path, bool to_first, struct report *r)
{
	struct buf key = { 0 };
	struct table *t;
	struct row row;
	enum status rc;

	m->table = memory_grow(m->table, &m->cap_tables, m->n_tables + 1, sizeof *m->table);
	t = &m->table[m->n_tables++];
	rc = table_open(t, path, r);
	while (rc == OK && table_next(t, &row))
		if (row.n == 2)
			add_pair(m, row.column[to_first], row.column[!to_first], &key);
	buf_release(&key);
	return rc;
}

static void memory_close(void *state)
{
	struct memory *m = state;

	for (size_t i = 0; m && i < m->n_tables; i++)
		table_close(&m->table[i]);
	if (!m)
		return;
	free(m->table);
	index_release(&m->known);
	arena_release(&m->arena);
	free(m);
}

static enum status load_corpus(struct memory *m, const char *data, bool to_first, struct report *r)
{
	struct buf folder = { 0 };
	const char **paths;
	size_t n = 0;
	enum status rc;

	buf_addf(&folder, "%s/corpus", data);
	rc = table_list(folder.p, ".tsv", &m->arena, &paths, &n, r);
	for (size_t i = 0; rc == OK && i < n; i++)
		rc = load(m, paths[i], to_first, r);
	buf_release(&folder);
	return rc;
}

/* The corpus has English in its first column and Hindi in its second. */
static enum status memory_open(const struct settings *set, const struct language *to, void **state,
			       struct report *r)
{
	struct memory *m = memory_get(sizeof *m);
	bool to_first = !strcmp(to->tag, "en");
	enum status rc = OK;
	const char *file;
	size_t i = 0;

	*state = m;
	while (rc == OK && (file = setting_next(set, "memory", &i)))
		rc = load(m, file, to_first, r);
	return rc == OK ? load_corpus(m, setting(set, "data"), to_first, r) : rc;
}

/* --- looking up --- */

/* Bytes [begin, end) of a unit's text with every mark as it stands in the note. */
static void spell_out(const struct segment *s, size_t begin, size_t end, struct buf *out)
{
	const struct unit *u = s->unit;

	buf_clear(out);
	for (size_t i = begin, n; i < end; i += n) {
		int k = unit_mark_at(u, u->text.p + i);

		n = utf8_length(u->text.p[i]);
		if (k < 0)
			buf_add(out, view_cut(buf_view(&u->text), i, i + n));
		else
			buf_add(out, view_cut(s->document->text, u->at[k].begin, u->at[k].end));
	}
}

/* Bytes of a link's end up to its title; the corpus may have the title translated. */
static size_t before_title(struct view mark)
{
	const char *quote = mark.n > 2 && mark.p[0] == ']' ? memmem(mark.p, mark.n, " \"", 2) : NULL;

	return quote ? (size_t)(quote - mark.p) : mark.n;
}

/* How much of `rest` is this mark, or 0. */
static size_t mark_length(struct view mark, struct view rest)
{
	size_t n = before_title(mark);
	const char *end;

	if (n > rest.n || memcmp(rest.p, mark.p, n))
		return 0;
	if (n == mark.n)
		return n;
	end = rest.n > n + 2 && !memcmp(rest.p + n, " \"", 2) ? memmem(rest.p + n, rest.n - n, "\")", 2) : NULL;
	return end ? (size_t)(end - rest.p) + 2 : 0;
}

/* The mark not yet used that stands at the beginning of `rest`: the longest; an end only after its beginning. */
static int mark_here(const struct segment *s, const bool *used, struct view rest, size_t *length)
{
	int best = -1;

	*length = 0;
	for (size_t k = 0; k < s->unit->n; k++) {
		const struct mark *m = &s->unit->at[k];
		size_t n;

		if (used[k] || (m->role == ROLE_CLOSE && !used[m->pair]))
			continue;
		n = mark_length(view_cut(s->document->text, m->begin, m->end), rest);
		if (n > *length) {
			*length = n;
			best = (int)k;
		}
	}
	return best;
}

/* A pair's target has the same marks as its source; here they become mark characters again. */
static void take_target(const struct segment *s, struct view target, bool *used, struct buf *out)
{
	for (size_t i = 0, n; i < target.n; i += n) {
		int k = s->unit->n ? mark_here(s, used, view_cut(target, i, target.n), &n) : -1;

		if (k < 0) {
			n = utf8_length(target.p[i]);
			buf_add(out, view_cut(target, i, i + n));
		} else {
			used[k] = true;
			utf8_add(out, UNIT_MARK + (uint32_t)k);
		}
	}
}

/* What is left of a unit once marks around it are taken off; false when there is no such mark. */
static bool peel(const struct unit *u, size_t *begin, size_t *end)
{
	const char *t = u->text.p;
	int first = *end - *begin >= 4 ? unit_mark_at(u, t + *begin) : -1;
	int last = *end - *begin >= 4 ? unit_mark_at(u, t + *end - 4) : -1;

	if (first >= 0 && last >= 0 && u->at[first].pair == last) {
		*begin += 4;
		*end -= 4;
	} else if (last >= 0 && u->at[last].role == ROLE_NONE) {
		*end -= 4;
	} else if (first >= 0 && u->at[first].role == ROLE_NONE) {
		*begin += 4;
	} else {
		return false;
	}
	while (*begin < *end && t[*begin] == ' ')
		++*begin;
	while (*end > *begin && t[*end - 1] == ' ')
		--*end;
	return *begin < *end;
}

/* Marks that were peeled off are not the target's. */
static void use_around(const struct unit *u, size_t begin, size_t end, bool *used)
{
	for (size_t i = 0; i < u->text.n; i += utf8_length(u->text.p[i])) {
		int k = i < begin || i >= end ? unit_mark_at(u, u->text.p + i) : -1;

		if (k >= 0)
			used[k] = true;
	}
}

static void look_up(const struct memory *m, struct segment *s, struct arena *a)
{
	struct view text = buf_view(&s->unit->text);
	struct buf spelled = { 0 }, key = { 0 }, out = { 0 };
	size_t begin = 0, end = text.n, peeled = 0;
	struct entry *e;

	do {
		spell_out(s, begin, end, &spelled);
		make_key(buf_view(&spelled), &key);
		e = index_find(&m->known, buf_view(&key));
	} while (!e && peeled++ < PEEL_MAX && peel(s->unit, &begin, &end));
	if (e) {
		bool *used = memory_get(s->unit->n);

		use_around(s->unit, begin, end, used);
		buf_add(&out, view_cut(text, 0, begin));
		take_target(s, e->value, used, &out);
		buf_add(&out, view_cut(text, end, text.n));
		s->target = arena_copy(a, buf_view(&out));
		s->score = 1;
		free(used);
	}
	buf_release(&spelled);
	buf_release(&key);
	buf_release(&out);
}

static enum status memory_translate(const void *state, struct segment *s, size_t n, struct arena *a, struct report *r)
{
	(void)r;
	for (size_t i = 0; i < n; i++)
		look_up(state, &s[i], a);
	return OK;
}

const struct engine memory_engine = {
	.id = "pravah/memory-" PRAVAH_VERSION,
	.name = "memory",
	.wants_blocks = true,
	.open = memory_open,
	.close = memory_close,
	.translate = memory_translate,
};
