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

const char *break_rules_add(struct break_rules *rules, bool breaks, struct view before, struct view after)
{
	struct break_rule r = { .breaks = breaks };

	r.before = compile("(?:%.*s)\\z", before);
	r.after = r.before ? compile("(?:%.*s)", after) : NULL;
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

		return fatal(r, "srx", "%s:%d: %s", path, e ? e->line : 0, e && e->line ? "not well-formed XML" : "cannot be read");
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

/* Of what an abbreviation's kind means, as much as a regular expression can say. */
static void write_abbreviation(xmlNode *list, struct view word, enum abbreviation kind)
{
	static const char *const after[] = { "", "\\s", "\\s", "\\s*\\p{Nd}", "\\s+[\\p{Ll}]|[,;:)\\]]" };
	struct buf before = { 0 };

	buf_str(&before, "(?<![\\p{L}\\p{M}])");
	for (size_t i = 0; i < word.n; i++) {
		if (byte_in(word.p[i], "\\.^$*+?()[]{}|"))
			buf_byte(&before, '\\');
		buf_byte(&before, word.p[i]);
	}
	write_rule(list, false, before.p, after[kind]);
	buf_release(&before);
}

static int by_key(const void *a, const void *b)
{
	const struct entry *x = *(const struct entry *const *)a, *y = *(const struct entry *const *)b;
	int order = memcmp(x->key.p, y->key.p, x->key.n < y->key.n ? x->key.n : y->key.n);

	return order ? order : (x->key.n > y->key.n) - (x->key.n < y->key.n);
}

static void write_abbreviations(xmlNode *list, const struct index *known)
{
	const struct entry **all = memory_get((known->n + 1) * sizeof *all);
	size_t n = 0;

	for (size_t i = 0; i < known->cap; i++)
		if (known->slot[i].key.p)
			all[n++] = &known->slot[i];
	qsort(all, n, sizeof *all, by_key);
	for (size_t i = 0; i < n; i++)
		write_abbreviation(list, all[i]->key, (enum abbreviation)all[i]->number);
	free(all);
}

static void write_rules(xmlNode *list, const struct break_rules *own, const struct index *abbreviations)
{
	for (size_t i = 0; i < own->n; i++)
		write_rule(list, own->at[i].breaks, own->at[i].source[0].p, own->at[i].source[1].p);
	write_abbreviations(list, abbreviations);
	write_rule(list, false, "(?<![\\p{L}\\p{M}])\\p{Lu}\\.", "\\s+\\p{Lu}");
	write_rule(list, false, "^\\s*\\p{Nd}+\\.", "\\s");
	write_rule(list, true, "[\\u0964\\u0965]+[\"'\\u201d\\u2019\\u00bb)\\]]*", "\\s*");
	write_rule(list, true, "[.!?\\u2026]+[\"'\\u201d\\u2019\\u00bb)\\]]*", "\\s+[\"'\\u201c\\u2018\\u00ab(\\[]*[^\\p{Ll}\\s]");
}

void srx_write(const struct break_rules *own, const struct index *abbreviations, struct buf *out)
{
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
	write_rules(list, own, abbreviations);
	map = child(child(body, "maprules"), "languagemap");
	attribute(map, "languagepattern", "(hi|en).*");
	attribute(map, "languagerulename", "notes");
	xmlDocDumpFormatMemoryEnc(doc, &text, &n, "UTF-8", 1);
	buf_add(out, (struct view){ (const char *)text, (size_t)n });
	xmlFree(text);
	xmlFreeDoc(doc);
}
