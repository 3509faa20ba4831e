/*
 * plain.c - plain text: paragraphs, label lines such as "Comment:", bullets and numbers become blocks, so
 * that a text can come out as a structured note.
 */
#include "read.h"
#include "utf8.h"

#include <string.h>
#include <unicode/uchar.h>

/* A file with a line longer than this has one paragraph a line; in others, lines are wrapped. */
enum { WRAP_MAX = 120, LABEL_MAX = 48 };

struct line { size_t begin, content, end, next; const char *kind; };

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* Bytes of a bullet or number and the blanks after it, at the beginning of v. */
static size_t marker(struct view v, const char **kind)
{
	static const char *const bullets[] = { "-", "*", "+", "•", "–", "◦", "▪" };
	size_t n = 0;

	for (size_t i = 0; !n && i < sizeof bullets / sizeof *bullets; i++)
		if (view_starts(v, bullets[i]))
			n = strlen(bullets[i]), *kind = "item";
	if (!n) {
		while (n < v.n && n < 4 && u_isdigit((UChar32)utf8_code(v.p + n)))
			n += utf8_length(v.p[n]);
		if (!n || n >= v.n || !byte_in(v.p[n], ".)"))
			return 0;
		n++;
		*kind = "ordered_item";
	}
	if (n >= v.n || !is_blank(v.p[n]))
		return 0;
	while (n < v.n && is_blank(v.p[n]))
		n++;
	return n;
}

/* A short line that ends in a colon and holds no sentence. */
static bool is_label(struct view v)
{
	return v.n > 1 && v.p[v.n - 1] == ':' && utf8_count(v) <= LABEL_MAX && !memmem(v.p, v.n, "।", 3)
		&& !memmem(v.p, v.n, ". ", 2);
}

static struct line next_line(struct view t, size_t i)
{
	const char *nl = memchr(t.p + i, '\n', t.n - i);
	struct line l = { .begin = i, .end = nl ? (size_t)(nl - t.p) : t.n, .kind = "paragraph" };

	l.next = nl ? l.end + 1 : t.n;
	while (l.end > i && is_blank(t.p[l.end - 1]))
		l.end--;
	while (i < l.end && is_blank(t.p[i]))
		i++;
	l.content = i + marker(view_cut(t, i, l.end), &l.kind);
	if (l.content == i && is_label(view_cut(t, i, l.end)))
		l.kind = "label";
	return l;
}

static bool has_long_line(struct view t)
{
	for (size_t i = 0; i < t.n; i = next_line(t, i).next) {
		struct line l = next_line(t, i);

		if (utf8_count(view_cut(t, l.begin, l.end)) > WRAP_MAX)
			return true;
	}
	return false;
}

static void add_block(struct spans *out, size_t begin, size_t end, const char *kind)
{
	if (begin < end)
		spans_add(out, LAYER_block, begin, end, kind)->role = ROLE_PROSE;
}

void read_plain(const struct document *d, struct spans *out)
{
	size_t begin = 0, end = 0;
	bool wrapped = !has_long_line(d->text);
	const char *kind = "paragraph";

	for (size_t i = view_starts(d->text, "\xef\xbb\xbf") ? 3 : 0, next; i < d->text.n; i = next) {
		struct line l = next_line(d->text, i);
		bool joins = wrapped && end > begin && l.content < l.end && !strcmp(l.kind, "paragraph")
			&& strcmp(kind, "label");

		if (joins) {
			spans_add(out, LAYER_markup, end, l.content, "break");
		} else {
			add_block(out, begin, end, kind);
			begin = l.content;
			kind = l.kind;
		}
		end = l.end;
		next = l.next;
	}
	add_block(out, begin, end, kind);
}

void read_line(const struct document *d, struct spans *out)
{
	struct view v = view_trim(d->text);
	size_t begin = (size_t)(v.p - d->text.p);

	add_block(out, begin, begin + v.n, "paragraph");
}

void read_conll(const struct document *d, struct spans *out)
{
	add_block(out, 0, d->text.n, "sentence");
}
