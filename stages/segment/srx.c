/*
 * srx.c - break rules in the form of SRX 2.0 (a text that ends with `before` and goes on with `after`), applied by
 * ICU's regular expressions; libxml2 reads and writes the files.
 */
#include "segment.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <unicode/ustring.h>

/* How far back from a place a rule's `before` may begin, in UTF-16 code units. */
enum { BEFORE_MAX = 100 };

/* ICU's measure of how long an expression may take, in steps of some ten thousand operations. */
enum { STEPS_MAX = 20 };

static const char SRX[] = "http://www.lisa.org/srx20";

/* --- rules --- */

static URegularExpression *compile(const char *format, struct view v)
{
	struct buf source = { 0 };
	UErrorCode e = U_ZERO_ERROR;
	URegularExpression *x;
	UChar *wide;
	int32_t n;

	buf_addf(&source, format, VIEW_ARG(v));
	wide = memory_get((source.n + 1) * sizeof *wide);
	u_strFromUTF8(wide, (int32_t)source.n + 1, &n, source.p, (int32_t)source.n, &e);
	x = uregex_open(wide, n, 0, NULL, &e);
	free(wide);
	buf_release(&source);
	return U_SUCCESS(e) ? x : NULL;
}

/* An expression by itself, too, or it would borrow our brackets. */
static bool is_whole(struct view v)
{
	URegularExpression *x = compile("%.*s", v.n ? v : V("(?:)"));

	uregex_close(x);
	return x;
}

const char *break_rules_add(struct break_rules *rules, bool breaks, struct view before, struct view after)
{
	struct break_rule r = { .breaks = breaks };

	r.before = is_whole(before) ? compile("(?:%.*s)\\z", before) : NULL;
	r.after = r.before && is_whole(after) ? compile("(?:%.*s)", after) : NULL;
	if (!r.after) {
		uregex_close(r.before);
		return "the regular expression is wrong";
	}
	r.source[0] = arena_copy(&rules->arena, before);
	r.source[1] = arena_copy(&rules->arena, after);
	rules->at = memory_grow(rules->at, &rules->cap, rules->n + 1, sizeof *rules->at);
	rules->at[rules->n++] = r;
	return NULL;
}

void break_rules_clone(const struct break_rules *from, struct break_rules *to)
{
	UErrorCode e = U_ZERO_ERROR;

	*to = (struct break_rules){ .at = memory_get(from->n * sizeof *to->at), .n = from->n };
	for (size_t i = 0; i < from->n; i++) {
		to->at[i] = from->at[i];
		to->at[i].before = uregex_clone(from->at[i].before, &e);
		to->at[i].after = uregex_clone(from->at[i].after, &e);
		/* A user's expression may try without end: then it does not fit. */
		uregex_setTimeLimit(to->at[i].before, STEPS_MAX, &e);
		uregex_setTimeLimit(to->at[i].after, STEPS_MAX, &e);
	}
}

void break_rules_close(struct break_rules *rules)
{
	for (size_t i = 0; i < rules->n; i++) {
		uregex_close(rules->at[i].before);
		uregex_close(rules->at[i].after);
	}
	free(rules->at);
	arena_release(&rules->arena);
}

void break_rules_begin(struct break_rules *rules, const struct plain *p)
{
	UErrorCode e = U_ZERO_ERROR;

	for (size_t i = 0; i < rules->n; i++) {
		uregex_setText(rules->at[i].before, p->text, (int32_t)p->n, &e);
		uregex_setText(rules->at[i].after, p->text, (int32_t)p->n, &e);
	}
}

static bool fits(const struct break_rule *r, int32_t place)
{
	UErrorCode e = U_ZERO_ERROR;
	int32_t from = place > BEFORE_MAX ? place - BEFORE_MAX : 0;

	if (!uregex_lookingAt(r->after, place, &e) || U_FAILURE(e))
		return false;
	uregex_setRegion(r->before, from, place, &e);
	return uregex_findNext(r->before, &e) && U_SUCCESS(e);
}

int break_rules_ask(const struct break_rules *rules, uint32_t place)
{
	for (size_t i = 0; i < rules->n; i++)
		if (fits(&rules->at[i], (int32_t)place))
			return rules->at[i].breaks;
	return -1;
}

/* --- reading --- */

static bool is_element(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && !strcmp((const char *)n->name, name);
}

static struct view text_of(xmlNode *rule, const char *name, struct buf *b)
{
	buf_clear(b);
	for (xmlNode *n = rule->children; n; n = n->next) {
		xmlChar *text = is_element(n, name) ? xmlNodeGetContent(n) : NULL;

		if (text)
			buf_str(b, (const char *)text);
		xmlFree(text);
	}
	return buf_view(b);
}

static enum status read_rule(struct break_rules *rules, xmlNode *n, const char *path, struct report *r)
{
	xmlChar *breaks = xmlGetProp(n, (const xmlChar *)"break");
	struct buf before = { 0 }, after = { 0 };
	const char *why = break_rules_add(rules, !breaks || strcmp((const char *)breaks, "no"),
					  text_of(n, "beforebreak", &before), text_of(n, "afterbreak", &after));

	xmlFree(breaks);
	buf_release(&before);
	buf_release(&after);
	return why ? fatal(r, "srx", "%s:%ld: %s", path, xmlGetLineNo(n), why) : OK;
}

/* Depth first, by the tree's own links: a hostile file may nest deep. */
static xmlNode *next_node(xmlNode *n, const xmlNode *top)
{
	if (n->children && n->type == XML_ELEMENT_NODE)
		return n->children;
	while (n != top && !n->next)
		n = n->parent;
	return n == top ? NULL : n->next;
}

static bool is_srx(const xmlNode *top)
{
	return top && is_element(top, "srx") && (!top->ns || !strcmp((const char *)top->ns->href, SRX));
}

enum status srx_read(struct break_rules *rules, const char *path, struct report *r)
{
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	xmlNode *top = doc ? xmlDocGetRootElement(doc) : NULL;
	enum status rc = OK;

	if (!doc) {
		const xmlError *e = xmlGetLastError();

		return e && e->line ? fatal(r, "srx", "%s:%d: not well-formed XML", path, e->line)
				    : fatal(r, "srx", "%s: cannot be read", path);
	}
	if (!is_srx(top))
		rc = fatal(r, "srx", "%s: not an SRX file", path);
	for (xmlNode *n = top; rc == OK && n; n = next_node(n, top))
		if (is_element(n, "rule"))
			rc = read_rule(rules, n, path, r);
	xmlFreeDoc(doc);
	return rc;
}

/* --- writing --- */

static xmlNode *child(xmlNode *parent, const char *name)
{
	return xmlNewChild(parent, NULL, (const xmlChar *)name, NULL);
}

static void attribute(xmlNode *n, const char *name, const char *value)
{
	xmlNewProp(n, (const xmlChar *)name, (const xmlChar *)value);
}

static void write_rule(xmlNode *list, bool breaks, const char *before, const char *after)
{
	xmlNode *rule = child(list, "rule");

	attribute(rule, "break", breaks ? "yes" : "no");
	xmlNewTextChild(rule, NULL, (const xmlChar *)"beforebreak", (const xmlChar *)before);
	xmlNewTextChild(rule, NULL, (const xmlChar *)"afterbreak", (const xmlChar *)after);
}

static int by_key(const void *a, const void *b)
{
	const struct entry *x = *(const struct entry *const *)a, *y = *(const struct entry *const *)b;
	int order = memcmp(x->key.p, y->key.p, x->key.n < y->key.n ? x->key.n : y->key.n);

	return order ? order : (x->key.n > y->key.n) - (x->key.n < y->key.n);
}

static void add_escaped(struct buf *b, struct view word)
{
	for (size_t i = 0; i < word.n; i++) {
		if (byte_in(word.p[i], "\\.^$*+?()[]{}|"))
			buf_byte(b, '\\');
		buf_byte(b, word.p[i]);
	}
}

/* All entries of an index whose number has one of the bits, sorted. */
static const struct entry **sorted(const struct index *x, size_t bits, size_t *n)
{
	const struct entry **all = memory_get((x->n + 1) * sizeof *all);

	*n = 0;
	for (size_t i = 0; i < x->cap; i++)
		if (x->slot[i].key.p && x->slot[i].number & bits)
			all[(*n)++] = &x->slot[i];
	qsort(all, *n, sizeof *all, by_key);
	return all;
}

/* (?:a|b|c), a word's end behind it. */
static struct view alternatives(const struct word_classes *k, enum word_class c, struct arena *a)
{
	struct buf b = { 0 };
	size_t n;
	const struct entry **all = sorted(&k->word, 1u << c, &n);
	struct view v;

	for (size_t i = 0; i < n; i++) {
		buf_str(&b, i ? "|" : "(?:");
		add_escaped(&b, all[i]->key);
	}
	buf_str(&b, n ? ")(?![\\p{L}\\p{M}])" : "(?!)");
	v = arena_copy(a, buf_view(&b));
	buf_release(&b);
	free(all);
	return v;
}

/*
 * One rule from a template: in its two texts S, G, H, F, N and L stand for the classes starter, goes-on, speech,
 * finite, small-name and label, after a percent sign.
 */
struct template { bool breaks; const char *before, *after; };

#define NO_LETTER "(?<![\\p{L}\\p{M}])"
#define CLOSERS "[\"'\\u201d\\u2019\\u00bb)\\]]*"
#define QUOTED "[.!?\\u0964\\u2026]+[\"'\\u201d\\u2019\\u00bb]+"

/* What sentences.c does, as far as it can be said without counting. */
static const struct template before_abbreviations[] = {
	{ false, "(?:^|[.!?\\u0964:]\\s)\\s*(?:\\p{Nd}{1,3}|[a-zA-Z]|[ivx]{1,4})\\.", "\\s" },
	{ false, "[:,]\\s+\\p{Nd}{1,2}\\.", "\\s+[^\\p{Lu}]" },
	{ false, NO_LETTER "%L\\s+(?:\\p{Nd}+|[A-Z])\\.", "\\s" },
	{ false, "[^\\s.!?\\u0964\"\\u201d\\u2019]\\s*\\([^()]{0,90}[.!?\\u0964\\u2026]+[\"\\u201d\\u2019]*", "[^()]{0,90}\\)" },
	{ false, "[^\\s.!?\\u0964\"\\u201d\\u2019\\])]\\s*\\([^()]{0,90}[.!?\\u0964\\u2026]+[\"\\u201d\\u2019]*\\)", "\\s+(?!$)" },
	{ false, "[?!]+", "\\s+[\\u2014\\u2013]" },
	{ false, QUOTED, "\\s*[,;:\\u2014\\u2013\\-]" },
	{ false, QUOTED, "\\s+%G" },
	{ false, QUOTED, "\\s+(?!(?:The|A|He|She|It|They|We|I|Then|But|Nobody)\\s)(?:[^\\s.!?\\u0964\\u201c\"\\u201d]+\\s+){0,4}%H" },
	{ false, "[^\\s,:\\u2014\\u2013\\-\"\\u201c\\u201d\\u2018\\u2019(.!?\\u0964]\\s+[\\u201c\\u2018\"][^\\u201c\"\\u201d\\u2018\\u2019]{1,60}[!?]+[\\u201d\"]",
	  "\\s+[^\\p{Lu}]" },
};

static const struct template after_abbreviations[] = {
	{ false, NO_LETTER "\\p{Lu}\\.", "\\s*(?!%S)\\p{Lu}" },
	{ false, NO_LETTER "(?:\\p{Lu}\\.){2,}", "\\s+(?!%S)" },
	{ false, NO_LETTER "[\\u0905-\\u0939]\\.", "\\s*(?!%S)[\\u0900-\\u097f]" },
	{ false, NO_LETTER "(?:[\\u0900-\\u097f]{1,5}\\.){2,}", "\\s+(?!%S)" },
	{ true, NO_LETTER "%F(?:\\u2026|\\.\\.+)" CLOSERS, "\\s+[^,;]" },
	{ false, "(?:\\u2026|\\.\\.+)" CLOSERS, "\\s+[^\\p{Lu}]" },
	{ true, "[\\u0964\\u0965]+" CLOSERS, "\\s*[^\\s,\\u0964\\u0965\"\\u201d\\u2019\\u00bb)\\]]" },
	{ true, "[.!?\\u2026\\u061f]+" CLOSERS, "\\s+[\"'\\u201c\\u2018\\u00ab(\\[]*(?:[^\\p{Ll}\\s,;:]|%N)" },
	{ true, "\\p{Ll}\\.", "\\p{Lu}\\p{Ll}" },
	{ true, "[\\u0900-\\u097f]{2}[.?!]", "[\\u0904-\\u0939\\p{Lu}]" },
};

static const struct { char letter; enum word_class class; } letters[] = {
	{ 'S', CLASS_STARTER }, { 'G', CLASS_GOES_ON }, { 'H', CLASS_SPEECH }, { 'F', CLASS_FINITE }, { 'N', CLASS_SMALL_NAME },
	{ 'L', CLASS_LABEL },
};

enum { LETTERS = sizeof letters / sizeof *letters };

/* What is written, and the classes it is written with. */
struct writing { xmlNode *list; struct view class[LETTERS]; };

static void fill_in(const struct writing *w, const char *template, struct buf *out)
{
	buf_clear(out);
	for (const char *p = template; *p; p++) {
		size_t i = 0;

		while (*p == '%' && i < LETTERS && letters[i].letter != p[1])
			i++;
		if (*p != '%' || i == LETTERS) {
			buf_byte(out, *p);
			continue;
		}
		buf_add(out, w->class[i]);
		p++;
	}
}

static void write_templates(const struct writing *w, const struct template *t, size_t n)
{
	struct buf before = { 0 }, after = { 0 };

	for (size_t i = 0; i < n; i++) {
		fill_in(w, t[i].before, &before);
		fill_in(w, t[i].after, &after);
		write_rule(w->list, t[i].breaks, before.p, after.p);
	}
	buf_release(&before);
	buf_release(&after);
}

/* Of what an abbreviation's kind means, as much as a regular expression can say. */
static void write_abbreviation(const struct writing *w, struct view word, enum abbreviation kind, bool loose)
{
	static const char *const after[] = { "", "", "", "\\s*[\\p{Nd}IVXivx]", "\\s+(?!%S)|[,;:)\\]]" };
	struct buf before = { 0 }, text = { 0 };

	buf_str(&before, NO_LETTER);
	add_escaped(&before, word);
	fill_in(w, loose && kind == ABBREVIATION_FINAL ? "\\s+(?!\\p{Lu}|%S|%N)|[,;:)\\]]" : after[kind], &text);
	write_rule(w->list, false, before.p, text.n ? text.p : "");
	buf_release(&before);
	buf_release(&text);
}

static void write_rules(struct writing *w, const struct break_rules *own, const struct word_classes *classes,
			const struct index *abbreviations)
{
	size_t n;
	const struct entry **all = sorted(abbreviations, SIZE_MAX, &n);

	for (size_t i = 0; i < own->n; i++)
		write_rule(w->list, own->at[i].breaks, own->at[i].source[0].p, own->at[i].source[1].p);
	write_templates(w, before_abbreviations, sizeof before_abbreviations / sizeof *before_abbreviations);
	for (size_t i = 0; i < n; i++)
		write_abbreviation(w, all[i]->key, (enum abbreviation)all[i]->number,
				   class_of_text(classes, all[i]->key, CLASS_LOOSE));
	write_templates(w, after_abbreviations, sizeof after_abbreviations / sizeof *after_abbreviations);
	free(all);
}

void srx_write(const struct break_rules *own, const struct word_classes *classes, const struct index *abbreviations,
	       struct buf *out)
{
	struct writing w = { 0 };
	struct arena arena = { 0 };
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *top = xmlNewNode(NULL, (const xmlChar *)"srx"), *header, *body, *list, *map;
	xmlChar *text = NULL;
	int n = 0;

	xmlDocSetRootElement(doc, top);
	xmlSetNs(top, xmlNewNs(top, (const xmlChar *)SRX, NULL));
	attribute(top, "version", "2.0");
	header = child(top, "header");
	attribute(header, "segmentsubflows", "yes");
	attribute(header, "cascade", "no");
	body = child(top, "body");
	list = child(child(body, "languagerules"), "languagerule");
	attribute(list, "languagerulename", "notes");
	w.list = list;
	for (int i = 0; i < LETTERS; i++)
		w.class[i] = alternatives(classes, letters[i].class, &arena);
	write_rules(&w, own, classes, abbreviations);
	arena_release(&arena);
	map = child(child(body, "maprules"), "languagemap");
	attribute(map, "languagepattern", "(hi|en).*");
	attribute(map, "languagerulename", "notes");
	xmlDocDumpFormatMemoryEnc(doc, &text, &n, "UTF-8", 1);
	buf_add(out, (struct view){ (const char *)text, (size_t)n });
	xmlFree(text);
	xmlFreeDoc(doc);
}
