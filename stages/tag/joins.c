/*
 * joins.c - tokens that hold a name and more: Google's, ex-Google, हैदराबाद-आधारित, दिल्ली-मुंबई, Google/Meta. They are cut
 * before the model sees them; Coca-Cola, GPT-4 and I/O stay whole.
 */
#include "tag.h"

#include "index.h"
#include "table.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum { BEFORE = 1, AFTER = 2 };

struct joins { struct table table; struct index word; };	/* number: BEFORE, AFTER */

enum status joins_open(struct joins **out, const char *data, struct report *r)
{
	struct joins *j = *out = memory_get(sizeof *j);
	struct buf path = { 0 };
	struct row row;
	enum status rc;

	buf_addf(&path, "%s/dictionaries/name-joins.tsv", data);
	rc = table_open(&j->table, path.p, r);
	while (rc == OK && table_next(&j->table, &row)) {
		size_t place = row.n < 2 ? 0 : view_is(row.column[0], "before") ? BEFORE : view_is(row.column[0], "after") ? AFTER : 0;
		struct entry *e = place ? index_find(&j->word, row.column[1]) : NULL;

		e = place && !e ? index_add(&j->word, row.column[1]) : e;
		if (e)
			e->number |= place;
		else
			rc = fatal(r, "dictionary", "%s:%lu: a row is `before` or `after`, and a word", path.p, row.line);
	}
	buf_release(&path);
	return rc;
}

void joins_close(struct joins *j)
{
	if (!j)
		return;
	table_close(&j->table);
	index_release(&j->word);
	free(j);
}

static bool is_join(const struct joins *j, struct view word, size_t place)
{
	const struct entry *e = index_find(&j->word, word);

	return e && e->number & place;
}

/* Letters, a capital first where the script has them, and at least two. */
static bool could_be_name(struct view v)
{
	UChar32 c = v.n ? (UChar32)utf8_code(v.p) : 0;

	return v.n > 1 && u_isalpha(c) && !u_islower(c) && utf8_count(v) > 1;
}

static bool is_name(const struct names *names, struct view word)
{
	struct tag_token token = { .text = word };
	struct name_keys keys = { 0 };
	struct name_match m;
	bool found;

	name_keys_make(&keys, &token, 1);
	found = names_find(names, &keys, &token, 0, 1, &m) && m.capital;
	name_keys_release(&keys);
	return found;
}

/* Where the apostrophe of a possessive stands; the end where there is none. */
static size_t possessive(struct view v)
{
	static const char *const endings[] = { "'s", "’s", "'S", "’S", "s'", "s’" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (view_ends(v, endings[i]) && v.n > strlen(endings[i]) + 1)
			return v.n - strlen(endings[i]) + (endings[i][0] == 's');
	return v.n;
}

static struct tag_token part(const struct tag_token *t, size_t from, size_t to)
{
	return (struct tag_token){ view_cut(t->text, from, to), t->kind, t->begin + (uint32_t)from, t->begin + (uint32_t)to, t->apart && !from };
}

/* One part at hyphens: what is before or after the name, or two names. Returns the number of pieces. */
static size_t cut_hyphen(const struct joins *j, const struct names *names, const struct tag_token *t, struct tag_token *out)
{
	const char *first = memchr(t->text.p, '-', t->text.n), *last = first ? memrchr(t->text.p, '-', t->text.n) : NULL;
	size_t a = first ? (size_t)(first - t->text.p) : 0, b = last ? (size_t)(last - t->text.p) : 0, n = t->text.n;

	out[0] = *t;
	if (!a || b + 1 >= n)
		return 1;
	if (is_join(j, view_cut(t->text, b + 1, n), AFTER)) {
		out[0] = part(t, 0, b);
		out[1] = part(t, b, n);
		return 2;
	}
	if (is_join(j, view_cut(t->text, 0, a), BEFORE) && could_be_name(view_cut(t->text, a + 1, n))) {
		out[0] = part(t, 0, a + 1);
		out[1] = part(t, a + 1, n);
		return 2;
	}
	if (a == b && could_be_name(t->text) && could_be_name(view_cut(t->text, a + 1, n)) && !is_name(names, t->text)
	    && is_name(names, view_cut(t->text, 0, a)) && is_name(names, view_cut(t->text, a + 1, n))) {
		out[0] = part(t, 0, a);
		out[1] = part(t, a, a + 1);
		out[2] = part(t, a + 1, n);
		return 3;
	}
	return 1;
}

size_t joins_cut(const struct joins *j, const struct names *names, const struct tag_token *t, struct tag_token out[JOINS_MAX])
{
	size_t end = possessive(t->text), n = 0, from = 0;
	bool slashes = memchr(t->text.p, '/', end), whole;

	if (t->kind.n && !view_is(t->kind, "word") && !view_is(t->kind, "abbreviation"))
		slashes = false;
	/* Each part must be like a name: I/O, km/h and and/or are not cut. */
	whole = !slashes;
	for (size_t i = 0, begin = 0; i <= end && !whole; i++)
		if (i == end || t->text.p[i] == '/') {
			whole = !could_be_name(view_cut(t->text, begin, i));
			begin = i + 1;
		}
	for (size_t i = 0; i <= end; i++) {
		struct tag_token piece;

		if (i < end && (whole || t->text.p[i] != '/'))
			continue;
		if (n + 5 > JOINS_MAX)
			i = end;
		if (from) {
			out[n++] = part(t, from - 1, from);	/* the slash */
		}
		piece = part(t, from, i);
		n += cut_hyphen(j, names, &piece, out + n);
		from = i + 1;
	}
	if (end < t->text.n)
		out[n++] = part(t, end, t->text.n);
	return n;
}
