/*
 * scan.c - what Jekyll puts into Markdown and a CommonMark parser does not know: Liquid, kramdown's attribute
 * lists, footnotes, definition lists and abbreviations, maths, MDX comments and JSX tags. Each becomes a hole
 * that the parser sees as a word (inside prose), as a blank line (alone on a line) or as a list marker (at the
 * start of a footnote's or definition's text), so that it finds the structure that Jekyll would.
 *
 * Sources: Liquid's tokenizer (a tag ends at the first %} or }}), kramdown's syntax page, pandoc's rule for
 * $...$ (no blank inside the signs, no digit after). One pass; searches that fail are remembered.
 */
#include "read.h"

#include <stdlib.h>
#include <string.h>

enum needle { NEEDLE_TAG, NEEDLE_OUTPUT, NEEDLE_BRACE, NEEDLE_MATHS, NEEDLE_PAREN, NEEDLE_BRACKET, NEEDLE_COMMENT,
	      NEEDLE_MDX, NEEDLE_EXTENSION, NEEDLE_COUNT };

/* Tags whose content is not Markdown; knowledge of Jekyll and its common plug-ins. */
static const char *const opaque_blocks[] = { "highlight", "comment", "mermaid", "plantuml", "katex", "math",
					     "katexmm", "chart", "gist", "style", "schema", "javascript" };

struct scan {
	struct mask *m;
	struct view t;			/* the whole source */
	size_t end, copied;		/* source copied into the mask up to here */
	size_t line;			/* start of the current line */
	size_t blanked;			/* end of the last hole that is alone on its lines */
	size_t paragraph_end;		/* of the paragraph the scan is in; 0: not known */
	size_t none_before[NEEDLE_COUNT];	/* a search that failed up to here need not be made again */
	size_t no_ticks_before[32];	/* the same for runs of 1 to 32 backticks */
	char fence;			/* ` or ~ inside a fenced block */
	size_t fence_length;
	const char *html_end;		/* what ends the HTML block; "" is a blank line */
	bool no_block_end[sizeof opaque_blocks / sizeof *opaque_blocks];
	size_t terms_end;		/* lines before this are terms of a definition list */
	size_t no_terms_before;		/* and lines before this are not, if they come after it */
	bool raw, table, after_text, bars, abbreviation;
};

/* --- the mask --- */

static void mask_shift(struct mask *m, size_t source)
{
	ptrdiff_t shift = (ptrdiff_t)source - (ptrdiff_t)m->copy.n;

	if (m->n_shifts && m->shift[m->n_shifts - 1].shift == shift)
		return;
	m->shift = memory_grow(m->shift, &m->cap_shifts, m->n_shifts + 1, sizeof *m->shift);
	m->shift[m->n_shifts++] = (struct shift){ m->copy.n, shift };
}

/* Is the shift at `i` the one in force at a masked offset? */
static bool is_in_force(const struct mask *m, size_t i, size_t masked)
{
	return m->shift[i].masked <= masked && (i + 1 == m->n_shifts || masked < m->shift[i + 1].masked);
}

/* Offsets come nearly in order: mostly the shift is the last one used or the next. */
static size_t shift_at(struct mask *m, size_t masked)
{
	size_t lo = 0, hi = m->n_shifts;

	if (is_in_force(m, m->last_shift, masked))
		return m->last_shift;
	if (m->last_shift + 1 < hi && is_in_force(m, m->last_shift + 1, masked))
		return ++m->last_shift;
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (m->shift[mid].masked <= masked)
			lo = mid;
		else
			hi = mid;
	}
	return m->last_shift = lo;
}

size_t mask_source(struct mask *m, size_t masked)
{
	size_t i = shift_at(m, masked), next;

	masked = (size_t)((ptrdiff_t)masked + m->shift[i].shift);
	if (i + 1 == m->n_shifts)
		return masked;
	/* Where the mask is longer than the source (widened dashes), stay before what follows. */
	next = (size_t)((ptrdiff_t)m->shift[i + 1].masked + m->shift[i + 1].shift);
	return masked < next ? masked : next;
}

size_t mask_source_end(struct mask *m, size_t begin, size_t end)
{
	size_t last, next;

	if (end <= begin)
		return mask_source(m, begin);
	last = mask_source(m, end - 1) + 1;
	next = mask_source(m, end);
	return last < next ? last : next;
}

static void copy_to(struct scan *s, size_t to)
{
	if (to > s->copied)
		buf_add(&s->m->copy, view_cut(s->t, s->copied, to));
	s->copied = to;
}

static void fill(struct buf *b, char c, size_t n)
{
	for (; n; n--)
		buf_byte(b, c);
}

static void add_hole(struct scan *s, size_t begin, size_t end, const char *label, enum hole_kind kind)
{
	struct mask *m = s->m;

	m->hole = memory_grow(m->hole, &m->cap_holes, m->n_holes + 1, sizeof *m->hole);
	m->hole[m->n_holes++] = (struct hole){ (uint32_t)begin, (uint32_t)end, label, kind };
}

/* Line ends inside a hole or a code span have been passed. */
static size_t pass(struct scan *s, size_t begin, size_t end)
{
	const char *nl = end > begin ? memrchr(s->t.p + begin, '\n', end - begin) : NULL;

	if (nl)
		s->line = (size_t)(nl - s->t.p) + 1;
	return end;
}

/* A hole inside prose: one long word between two signs that mean nothing. */
static size_t word_hole(struct scan *s, size_t begin, size_t end, const char *label)
{
	add_hole(s, begin, end, label, HOLE_WORD);
	copy_to(s, begin);
	fill(&s->m->copy, 'x', end - begin);
	/* Signs at its ends, as it has itself: emphasis beside it depends on them. */
	if (end - begin > 2)
		s->m->copy.p[s->m->copy.n - 1] = s->m->copy.p[s->m->copy.n - (end - begin)] = '%';
	s->copied = end;
	return pass(s, begin, end);
}

/* A hole of its own lines: blanks, line ends kept. */
static size_t blank_hole(struct scan *s, size_t begin, size_t end, const char *label)
{
	add_hole(s, begin, end, label, HOLE_LINES);
	copy_to(s, begin);
	for (size_t i = begin; i < end; i++)
		buf_byte(&s->m->copy, s->t.p[i] == '\n' || s->t.p[i] == '\r' ? s->t.p[i] : ' ');
	s->copied = end;
	return pass(s, begin, end);
}

/* A marker that opens a footnote, definition or abbreviation: the parser sees a list item. */
static size_t item_hole(struct scan *s, size_t begin, size_t end, const char *label)
{
	add_hole(s, begin, end, label, HOLE_ITEM);
	copy_to(s, begin);
	buf_str(&s->m->copy, "- ");
	s->copied = end;
	mask_shift(s->m, end);
	return end;
}

/* --- looking around --- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
	return is_letter(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

static char at(const struct scan *s, size_t i)
{
	return i < s->end ? s->t.p[i] : 0;
}

static size_t line_end(const struct scan *s, size_t i)
{
	const char *nl = i < s->end ? memchr(s->t.p + i, '\n', s->end - i) : NULL;

	return nl ? (size_t)(nl - s->t.p) : s->end;
}

static size_t skip_blanks(const struct scan *s, size_t i)
{
	while (i < s->end && is_blank(s->t.p[i]))
		i++;
	return i;
}

/* Past indentation and quote marks. */
static size_t skip_prefix(const struct scan *s, size_t i)
{
	while (i < s->end && (is_blank(s->t.p[i]) || s->t.p[i] == '>'))
		i++;
	return i;
}

static bool blank_to_line_end(const struct scan *s, size_t i)
{
	i = skip_blanks(s, i);
	return i >= s->end || s->t.p[i] == '\n';
}

static bool only_prefix_before(const struct scan *s, size_t i)
{
	return skip_prefix(s, s->blanked > s->line ? s->blanked : s->line) >= i;
}

/* The next blank line (quote marks count as blank), or the end. */
static size_t paragraph_end(struct scan *s, size_t i)
{
	size_t e = line_end(s, i);

	if (i < s->paragraph_end)
		return s->paragraph_end;
	while (e < s->end) {
		size_t next = skip_prefix(s, e + 1);

		if (next >= s->end || s->t.p[next] == '\n')
			break;
		e = line_end(s, next);
	}
	return s->paragraph_end = e;
}

/* A hole that reaches beyond the paragraph's end ends somewhere in another. */
static void leave_paragraph(struct scan *s, size_t i)
{
	if (i > s->paragraph_end)
		s->paragraph_end = 0;
}

/* Offset of `what` in [from, to), or SIZE_MAX. A failure is remembered for the same limit. */
static size_t find(struct scan *s, enum needle kind, const char *what, size_t from, size_t to)
{
	const char *p;

	if (from >= to || from < s->none_before[kind])
		return SIZE_MAX;
	p = memmem(s->t.p + from, to - from, what, strlen(what));
	if (p)
		return (size_t)(p - s->t.p);
	s->none_before[kind] = to;
	return SIZE_MAX;
}

/* --- Liquid --- */

static size_t liquid_name(const struct scan *s, size_t i, struct view *name)
{
	i += at(s, i) == '-';
	i = skip_blanks(s, i);
	name->p = s->t.p + i;
	while (is_letter(at(s, i)) || at(s, i) == '_' || is_digit(at(s, i)))
		i++;
	name->n = (size_t)(s->t.p + i - name->p);
	return i;
}

/* End of the {% tag %} or {{ output }} that begins at i, or i. */
static size_t liquid_end(struct scan *s, size_t i)
{
	bool tag = at(s, i + 1) == '%';
	size_t e;

	if (at(s, i) != '{' || (!tag && at(s, i + 1) != '{'))
		return i;
	e = find(s, tag ? NEEDLE_TAG : NEEDLE_OUTPUT, tag ? "%}" : "}}", i + 2, paragraph_end(s, i));
	return e == SIZE_MAX ? i : e + 2;
}

/* End of the {% endNAME %} that matches, or SIZE_MAX. */
static size_t liquid_block_end(struct scan *s, struct view name, size_t from)
{
	while (from < s->end) {
		const char *p = memmem(s->t.p + from, s->end - from, "{%", 2);
		size_t i = p ? (size_t)(p - s->t.p) : s->end;
		struct view end;

		if (!p)
			break;
		from = liquid_name(s, i + 2, &end);
		if (end.n == name.n + 3 && !memcmp(end.p, "end", 3) && !memcmp(end.p + 3, name.p, name.n)) {
			p = memmem(s->t.p + from, s->end - from, "%}", 2);
			return p ? (size_t)(p - s->t.p) + 2 : SIZE_MAX;
		}
	}
	return SIZE_MAX;
}

/* End of the opaque block that the tag `name` opens, or SIZE_MAX. */
static size_t opaque_block_end(struct scan *s, struct view name, size_t from)
{
	size_t k = 0, n = sizeof opaque_blocks / sizeof *opaque_blocks, e;

	while (k < n && !view_is(name, opaque_blocks[k]))
		k++;
	if (k == n || s->no_block_end[k])
		return SIZE_MAX;
	e = liquid_block_end(s, name, from);
	s->no_block_end[k] = e == SIZE_MAX;
	return e;
}

/* End of everything that belongs to the Liquid at i: the tag, or the whole block it opens. */
static size_t liquid_whole(struct scan *s, size_t i)
{
	size_t e = liquid_end(s, i), block;
	struct view name;

	if (e == i || s->t.p[i + 1] != '%')
		return e;
	liquid_name(s, i + 2, &name);
	if (view_is(name, "raw") || view_is(name, "endraw"))
		s->raw = view_is(name, "raw");
	if (s->raw)
		return e;
	block = opaque_block_end(s, name, e);
	return block == SIZE_MAX ? e : block;
}

/* Do tags, and nothing else, stand on the rest of the lines from i on? */
static bool alone_on_lines(struct scan *s, size_t i, size_t e)
{
	if (!only_prefix_before(s, i) || s->html_end || s->table || s->t.p[i + 1] == '{')
		return false;
	for (;;) {
		size_t next;

		e = skip_blanks(s, e);
		if (e >= s->end || s->t.p[e] == '\n')
			return true;
		next = liquid_end(s, e);
		if (next == e)
			return false;
		e = next;
	}
}

static size_t scan_liquid(struct scan *s, size_t i)
{
	size_t e = liquid_whole(s, i);

	if (e == i)
		return i + 1;
	leave_paragraph(s, e);
	if (alone_on_lines(s, i, e))
		return s->blanked = blank_hole(s, i, e, "liquid");
	return word_hole(s, i, e, "liquid");
}

/* --- kramdown and MDX --- */

/* {::comment}...{:/comment}, {::options .../}: end of the extension at i, or i. */
static size_t extension_end(struct scan *s, size_t i)
{
	size_t e = find(s, NEEDLE_BRACE, "}", i, line_end(s, i)), close;

	if (e == SIZE_MAX)
		return i;
	if (s->t.p[e - 1] == '/' || at(s, i + 2) != ':')
		return e + 1;
	close = find(s, NEEDLE_EXTENSION, "{:/", e, s->end);
	if (close == SIZE_MAX)
		return e + 1;
	e = find(s, NEEDLE_BRACE, "}", close, line_end(s, close));
	return e == SIZE_MAX ? i : e + 1;
}

/* {: .class}, {:toc}, {::extension}: alone on a line, or after what they belong to. */
static size_t scan_attribute(struct scan *s, size_t i)
{
	size_t e = extension_end(s, i);

	if (e == i)
		return i + 1;
	leave_paragraph(s, e);
	if (only_prefix_before(s, i) && blank_to_line_end(s, e))
		return s->blanked = blank_hole(s, i, e, "attribute");
	return word_hole(s, i, e, "attribute");
}

/* {#id} at the end of a heading; blanks, so that closing #s before it are still seen. */
static size_t scan_heading_id(struct scan *s, size_t i)
{
	size_t e = i + 2;

	while (e < i + 200 && at(s, e) && !byte_in(at(s, e), "{}\n"))
		e++;
	if (at(s, e) != '}' || e == i + 2 || !blank_to_line_end(s, e + 1))
		return i + 1;
	blank_hole(s, i, e + 1, "heading_id");
	s->m->hole[s->m->n_holes - 1].kind = HOLE_WORD;
	return e + 1;
}

/* An MDX comment in braces. */
static size_t scan_mdx_comment(struct scan *s, size_t i)
{
	size_t e = find(s, NEEDLE_MDX, "*/}", i, paragraph_end(s, i));

	return e == SIZE_MAX ? i + 1 : word_hole(s, i, e + 3, "comment");
}

static size_t scan_brace(struct scan *s, size_t i)
{
	switch (at(s, i + 1)) {
	case '%': case '{': return scan_liquid(s, i);
	case ':': return scan_attribute(s, i);
	case '#': return scan_heading_id(s, i);
	case '/': return at(s, i + 2) == '*' ? scan_mdx_comment(s, i) : i + 1;
	default: return i + 1;
	}
}

/* JSX that is not HTML: <Step n={2}>. What HTML allows is left to the parser. */
static size_t scan_jsx(struct scan *s, size_t i)
{
	size_t e = i + 1, depth = 0;
	bool braces = false;

	e += at(s, e) == '/';
	if (at(s, e) < 'A' || at(s, e) > 'Z')
		return i + 1;
	for (; e < s->end && e < i + 1000 && s->t.p[e] != '\n' && (depth || s->t.p[e] != '>'); e++) {
		braces = braces || s->t.p[e] == '{';
		depth += s->t.p[e] == '{';
		depth -= s->t.p[e] == '}' && depth;
	}
	return braces && at(s, e) == '>' ? word_hole(s, i, e + 1, "jsx") : i + 1;
}

/* An HTML comment inside prose, also where CommonMark's rules on dashes forbid it; else perhaps JSX. */
static size_t scan_angle(struct scan *s, size_t i)
{
	size_t e;

	if (s->end - i < 4 || memcmp(s->t.p + i, "<!--", 4))
		return scan_jsx(s, i);
	e = find(s, NEEDLE_COMMENT, "-->", i + 4, paragraph_end(s, i));
	return e == SIZE_MAX ? i + 1 : word_hole(s, i, e + 3, "comment");
}

/* [^1] in prose; [#id] at the end of a heading. */
static size_t scan_bracket(struct scan *s, size_t i)
{
	bool note = at(s, i + 1) == '^';
	size_t e = i + 2;

	if (!note && at(s, i + 1) != '#')
		return i + 1;
	while (e < s->end && e < i + 200 && !byte_in(s->t.p[e], " \t\r\n[]"))
		e++;
	if (at(s, e) != ']' || e == i + 2)
		return i + 1;
	if (note)
		return word_hole(s, i, e + 1, "footnote");
	return at(s, skip_prefix(s, s->line)) == '#' && blank_to_line_end(s, e + 1)
		? word_hole(s, i, e + 1, "heading_id") : i + 1;
}

/* :smile: and :+1:, but not 10:30:00 nor a table's :---: */
static size_t scan_emoji(struct scan *s, size_t i)
{
	bool name = false;
	size_t e = i + 1;

	if (i > 0 && (is_word(s->t.p[i - 1]) || s->t.p[i - 1] == ':'))
		return i + 1;
	for (; e < i + 40 && at(s, e); e++) {
		bool word = is_letter(at(s, e)) || is_digit(at(s, e));

		if (!word && !byte_in(at(s, e), "_+-"))
			break;
		name = name || word;
	}
	return name && at(s, e) == ':' && !is_word(at(s, e + 1)) ? word_hole(s, i, e + 1, "emoji") : i + 1;
}

/* --- addresses --- */

/* Signs at the end of an address that belong to the sentence (GFM 6.9), and the danda. */
static size_t trim_address(const struct scan *s, size_t begin, size_t e)
{
	for (;;) {
		if (e > begin && byte_in(s->t.p[e - 1], "?!.,:;*_~'\""))
			e--;
		else if (e > begin + 3 && view_ends(view_cut(s->t, begin, e), "।"))
			e -= 3;
		else
			return e;
	}
}

/* scheme://rest, with the Liquid that is in it. A ) that was not opened ends it, so that (address) works. */
static size_t address_end(struct scan *s, size_t i)
{
	size_t depth = 0;

	while (i < s->end && !byte_in(s->t.p[i], " \t\r\n<>\"`|[]\\")) {
		size_t liquid = liquid_end(s, i);

		if (s->t.p[i] == ')' && !depth--)
			break;
		depth += s->t.p[i] == '(';
		i = liquid > i ? liquid : i + 1;
	}
	return i;
}

/* After `](`, `]: `, `<` or `="` an address is part of a link, a definition or a tag, and the parser's. */
static bool is_in_mark(const struct scan *s, size_t i)
{
	struct view before = view_cut(s->t, s->line, i);

	return view_ends(before, "](") || view_ends(before, "]: ") || view_ends(before, "]:") || view_ends(before, "<")
		|| view_ends(before, "=\"") || view_ends(before, "='");
}

/*
 * A bare address, from its colon. Jekyll's kramdown leaves it as text, GFM makes a link of it; to us it is a
 * hole, so that no sign in it means anything.
 */
static size_t scan_address(struct scan *s, size_t i)
{
	size_t begin = i, e;

	while (begin > s->line && begin > s->copied && is_letter(s->t.p[begin - 1]))
		begin--;
	if (begin == i || is_in_mark(s, begin))
		return i + 1;
	e = trim_address(s, i + 3, address_end(s, i + 3));
	return e > i + 3 ? word_hole(s, begin, e, "autolink") : i + 1;
}

/* --- maths --- */

static bool looks_like_maths(struct view v)
{
	bool short_name = v.n > 0 && v.n <= 3;

	for (size_t i = 0; i < v.n; i++) {
		if (byte_in(v.p[i], "\\^_={}<>+|*/"))
			return true;
		short_name = short_name && (is_letter(v.p[i]) || is_digit(v.p[i]));
	}
	return short_name && is_letter(v.p[0]);
}

static size_t scan_dollar(struct scan *s, size_t i)
{
	size_t limit = line_end(s, i), e;

	if (at(s, i + 1) == '$') {
		e = find(s, NEEDLE_MATHS, "$$", i + 2, paragraph_end(s, i));
		return e == SIZE_MAX || e == i + 2 ? i + 2 : word_hole(s, i, e + 2, "maths");
	}
	if (i > 0 && is_word(s->t.p[i - 1]))
		return i + 1;
	if (is_blank(at(s, i + 1)))
		return i + 1;
	limit = limit - i > 1000 ? i + 1000 : limit;
	for (e = i + 1; e < limit && s->t.p[e] != '`'; e++)
		if (s->t.p[e] == '$')
			break;
	if (e >= limit || s->t.p[e] != '$' || is_blank(s->t.p[e - 1]) || is_word(at(s, e + 1))
	    || !looks_like_maths(view_cut(s->t, i + 1, e)))
		return i + 1;
	return word_hole(s, i, e + 1, "maths");
}

/* \(...\) and, as MathJax wants it through Markdown, \\(...\\) and \\[...\\]. Any other backslash escapes. */
static size_t scan_backslash(struct scan *s, size_t i)
{
	bool two = at(s, i + 1) == '\\';
	char open = at(s, i + 1 + two);
	const char *close = open == '(' ? (two ? "\\\\)" : "\\)") : open == '[' && two ? "\\\\]" : NULL;
	size_t e;

	if (!close)
		return i + 2;
	e = find(s, open == '(' ? NEEDLE_PAREN : NEEDLE_BRACKET, close, i + 2 + two, paragraph_end(s, i));
	if (e == SIZE_MAX || !(looks_like_maths(view_cut(s->t, i + 2 + two, e)) || !memchr(s->t.p + i, ' ', e - i)))
		return i + 2;
	return word_hole(s, i, e + strlen(close), "maths");
}

/* --- code --- */

/* Code spans are the parser's; here they are only passed by, so that nothing in them is taken for a hole. */
static size_t scan_ticks(struct scan *s, size_t i)
{
	size_t n = 0, to = paragraph_end(s, i);

	while (at(s, i + n) == '`')
		n++;
	if (n > 32 || i < s->no_ticks_before[n - 1])
		return i + n;
	for (size_t e = i + n; e < to;) {
		const char *p = memchr(s->t.p + e, '`', to - e);
		size_t run = 0;

		if (!p)
			break;
		e = (size_t)(p - s->t.p);
		while (at(s, e + run) == '`')
			run++;
		if (run == n)
			return pass(s, i, e + n);
		e += run;
	}
	s->no_ticks_before[n - 1] = to;
	return i + n;
}

/* Past a list marker and its blanks, for a fence that opens inside an item. */
static size_t skip_marker(const struct scan *s, size_t i)
{
	size_t e = i;

	while (is_digit(at(s, e)))
		e++;
	if (e == i ? byte_in(at(s, e), "-+*")
		   : at(s, e) == '.' || at(s, e) == ')')
		return is_blank(at(s, e + 1)) ? skip_prefix(s, e + 1) : i;
	return i;
}

static size_t fence_run(const struct scan *s, size_t i, char c)
{
	size_t n = 0;

	while (at(s, i + n) == c)
		n++;
	return n;
}

/* Opens or closes a fenced block at the line whose content begins at i. True on a fence and between fences. */
static bool see_fence(struct scan *s, size_t i)
{
	char c = at(s, i);
	size_t n = c == '`' || c == '~' ? fence_run(s, i, c) : 0;

	if (s->fence) {
		if (c == s->fence && n >= s->fence_length && blank_to_line_end(s, i + n))
			s->fence = 0;
		return true;
	}
	if (n >= 3 && !(c == '`' && memchr(s->t.p + i + n, '`', line_end(s, i) - i - n))) {
		s->fence = c;
		s->fence_length = n;
	}
	return s->fence;
}

/* --- lines --- */

/* What ends the HTML block that begins at i, "" for a blank line; NULL if none begins (CommonMark 4.6). */
static const char *html_block_end(const struct scan *s, size_t i)
{
	static const struct { const char *open, *close; } kinds[] = {
		{ "<script", "</script>" }, { "<style", "</style>" }, { "<pre", "</pre>" }, { "<!--", "-->" },
		{ "<textarea", "</textarea>" },
	};
	char name[32];
	bool closing;
	size_t e;

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		if (s->end - i >= strlen(kinds[k].open)
		    && !strncasecmp(s->t.p + i, kinds[k].open, strlen(kinds[k].open)))
			return kinds[k].close;
	if (byte_in(at(s, i + 1), "!?"))
		return ">";
	e = html_tag(view_cut(s->t, 0, s->end), i, line_end(s, i), name, &closing);
	if (e == i || strchr(name, ':'))
		return NULL;
	return html_is_block(name) || (!s->after_text && s->t.p[e - 1] == '>' && blank_to_line_end(s, e)) ? "" : NULL;
}

/* Follows HTML blocks from line to line, as CommonMark ends them. */
static void see_html(struct scan *s, size_t i)
{
	size_t e = line_end(s, i);

	if (!s->html_end && at(s, i) == '<')
		s->html_end = html_block_end(s, i);
	if (s->html_end && (*s->html_end ? memmem(s->t.p + i, e - i, s->html_end, strlen(s->html_end)) != NULL : i >= e))
		s->html_end = NULL;
}

/* [^1]: text */
static size_t line_footnote(struct scan *s, size_t i)
{
	size_t e = i + 2;

	if (at(s, i) != '[' || at(s, i + 1) != '^')
		return i;
	while (e < s->end && e < i + 200 && !byte_in(s->t.p[e], " \t\r\n[]"))
		e++;
	if (at(s, e) != ']' || at(s, e + 1) != ':' || e == i + 2)
		return i;
	return item_hole(s, i, skip_blanks(s, e + 2), "footnote_definition");
}

/* *[HTML]: text */
static size_t line_abbreviation(struct scan *s, size_t i)
{
	size_t e = line_end(s, i);
	const char *close;

	if (at(s, i) != '*' || at(s, i + 1) != '[')
		return i;
	close = memmem(s->t.p + i, e - i, "]:", 2);
	s->abbreviation = close != NULL;
	return close ? item_hole(s, i, skip_blanks(s, (size_t)(close - s->t.p) + 2), "abbreviation") : i;
}

/* Does a definition begin at `content` in this line? */
static bool is_definition(const struct scan *s, size_t line, size_t content)
{
	return at(s, content) == ':' && is_blank(at(s, content + 1)) && content - line <= 3
		&& !blank_to_line_end(s, content + 1);
}

/* : the definition of the term on the line before */
static size_t line_definition(struct scan *s, size_t i)
{
	return is_definition(s, s->line, i) ? item_hole(s, i, i + 2, "definition") : i;
}

/* The list item that {:toc} on the next line replaces: its text is never seen. */
static size_t line_toc(struct scan *s, size_t i)
{
	size_t content = skip_marker(s, i), e = line_end(s, i), next = skip_blanks(s, e + 1);

	if (content == i || s->end - (next < s->end ? next : s->end) < 6 || memcmp(s->t.p + next, "{:toc", 5))
		return i;
	while (e > content && is_blank(s->t.p[e - 1]))
		e--;
	return e > content ? word_hole(s, content, e, "toc") : i;
}

/* One cell of such a row: blanks, perhaps a colon, dashes, perhaps a colon, blanks. Its end, or i. */
static size_t delimiter_cell(const struct scan *s, size_t i)
{
	size_t e = skip_blanks(s, i), dashes;

	e += at(s, e) == ':';
	dashes = e;
	while (at(s, e) == '-')
		e++;
	if (e == dashes)
		return i;
	return skip_blanks(s, e + (at(s, e) == ':'));
}

/* A row such as |---|:-:| with a bar somewhere. */
static bool is_delimiter_row(const struct scan *s, size_t i)
{
	size_t bars = at(s, i) == '|', cells = 0, e;

	i += bars;
	while ((e = delimiter_cell(s, i)) > i) {
		cells++;
		i = e;
		if (at(s, i) != '|')
			break;
		bars++;
		i = skip_blanks(s, i + 1);
	}
	return bars && cells && blank_to_line_end(s, i);
}

/* The parser sees a blank line, with the line's own prefix, before the line at i. */
static void insert_blank_line(struct scan *s, size_t i, size_t content)
{
	copy_to(s, i);
	buf_add(&s->m->copy, view_cut(s->t, i, content));
	buf_byte(&s->m->copy, '\n');
	mask_shift(s->m, i);
}

/* GFM lets a table follow a paragraph's text; this md4c does not: it sees a blank line between. */
static void part_table(struct scan *s, size_t i, size_t content)
{
	size_t next = line_end(s, content) + 1;

	if (s->after_text && next < s->end && is_delimiter_row(s, skip_prefix(s, next)))
		insert_blank_line(s, i, content);
}

/* The first line from i on, in the same paragraph, that is a definition; SIZE_MAX if there is none. */
static size_t next_definition(struct scan *s, size_t i)
{
	size_t end = paragraph_end(s, i);

	for (size_t line = i; line < end; line = line_end(s, line) + 1)
		if (is_definition(s, line, skip_prefix(s, line)))
			return line;
	return SIZE_MAX;
}

/* Is the line at i a term: does a definition follow in its paragraph? Sought once for many lines. */
static bool is_term(struct scan *s, size_t i)
{
	size_t next;

	if (i < s->terms_end || i < s->no_terms_before)
		return i < s->terms_end;
	next = next_definition(s, i);
	if (next == SIZE_MAX)
		s->no_terms_before = paragraph_end(s, i);
	else
		s->terms_end = next;
	return next != SIZE_MAX && i < next;
}

/* kramdown takes each line before a definition for a term, and an abbreviation's line for the whole of it. */
static void part_lines(struct scan *s, size_t i, size_t content)
{
	if (content >= line_end(s, i)) {
		s->abbreviation = false;
		return;
	}
	if (s->abbreviation || (s->after_text && is_term(s, i)))
		insert_blank_line(s, i, content);
	s->abbreviation = false;
}

/* GFM is content with one dash a column; this md4c wants three. */
static size_t widen_delimiters(struct scan *s, size_t i)
{
	size_t end = line_end(s, i);

	copy_to(s, i);
	while (i < end) {
		size_t run = fence_run(s, i, '-');

		if (run)
			fill(&s->m->copy, '-', run < 3 ? 3 : run);
		else
			buf_byte(&s->m->copy, s->t.p[i]);
		i += run ? run : 1;
		mask_shift(s->m, i);
	}
	s->copied = end;
	return end;
}

static size_t begin_line(struct scan *s, size_t i)
{
	static size_t (*const kinds[])(struct scan *, size_t) = { line_footnote, line_abbreviation, line_definition,
								  line_toc };
	size_t content = skip_prefix(s, i);

	s->line = i;
	if (see_fence(s, s->fence ? content : skip_marker(s, content)))
		return s->after_text = false, line_end(s, i);
	see_html(s, content);
	if (s->bars && !s->table && is_delimiter_row(s, content))
		return s->table = true, widen_delimiters(s, content);
	s->bars = !s->html_end && memchr(s->t.p + content, '|', line_end(s, content) - content);
	s->table = s->table && content < line_end(s, i);
	if (s->bars && !s->table)
		part_table(s, i, content);
	else if (!s->html_end)
		part_lines(s, i, content);
	s->after_text = content < line_end(s, i) && at(s, content) != '#';
	if (s->html_end)
		return i;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		size_t e = kinds[k](s, content);

		if (e > content)
			return e;
	}
	return i;
}

/* Inside <script>, <pre> and the like. */
static bool raw_html(const struct scan *s)
{
	return s->html_end && s->html_end[0] == '<';
}

static size_t scan_special(struct scan *s, size_t i)
{
	switch (s->t.p[i]) {
	case '{': return scan_brace(s, i);
	case '`': return s->html_end ? i + 1 : scan_ticks(s, i);
	case '\\': return scan_backslash(s, i);
	case '$': return raw_html(s) ? i + 1 : scan_dollar(s, i);
	case '[': return raw_html(s) ? i + 1 : scan_bracket(s, i);
	case '<': return s->html_end ? scan_jsx(s, i) : scan_angle(s, i);
	case ':': return at(s, i + 1) == '/' && at(s, i + 2) == '/' ? scan_address(s, i) : scan_emoji(s, i);
	default: return i + 1;
	}
}

/* The next newline or special character from i on. */
static size_t next_stop(const struct scan *s, size_t i)
{
	static const bool stop[256] = { ['\n'] = 1, ['{'] = 1, ['`'] = 1, ['\\'] = 1, ['$'] = 1, ['['] = 1,
					['<'] = 1, [':'] = 1 };

	while (i < s->end && !stop[(unsigned char)s->t.p[i]])
		i++;
	return i;
}

static bool is_lone_return(const char *p, const char *end)
{
	return *p == '\r' && (p + 1 == end || p[1] != '\n');
}

static bool has_lone_return(struct view t)
{
	const char *p = t.p, *end = t.p + t.n;

	while (p < end && (p = memchr(p, '\r', (size_t)(end - p))) && !is_lone_return(p, end))
		p++;
	return p && p < end;
}

/* A return that ends a line by itself is one to the parser, too; in the mask it is a line feed. */
static void end_lines_alike(struct buf *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (is_lone_return(b->p + i, b->p + b->n))
			b->p[i] = '\n';
}

void mask_init(struct mask *m, struct view source, size_t begin)
{
	struct scan s = { .m = m, .t = source, .end = source.n, .copied = begin };
	size_t i = begin;
	bool lone;

	*m = (struct mask){ .source = source };
	mask_shift(m, begin);
	if (i < s.end)
		i = begin_line(&s, i);
	while ((i = next_stop(&s, i)) < s.end) {
		if (s.t.p[i] == '\n')
			i = i + 1 < s.end ? begin_line(&s, i + 1) : s.end;
		else
			i = scan_special(&s, i);
	}
	m->text = view_cut(source, begin, source.n);
	lone = has_lone_return(m->text);
	if (!m->n_holes && !m->copy.n && !lone)
		return;
	copy_to(&s, source.n);
	if (lone)
		end_lines_alike(&m->copy);
	m->text = buf_view(&m->copy);
}

void mask_release(struct mask *m)
{
	buf_release(&m->copy);
	free(m->hole);
	free(m->shift);
	*m = (struct mask){ 0 };
}
