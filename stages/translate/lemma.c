/*
 * lemma.c - what a form is a form of: the irregular ones are in dictionaries/forms.en.tsv, the others lose their ending.
 * Where an ending leaves a choice (hoping, hopping; axes), the one that our dictionary has is taken.
 */
#include "analyser.h"

#include "file.h"
#include "table.h"

#include <stdlib.h>

enum { KNOWN_LOG = 16, FORMS_LOG = 12, LEMMA_MAX = 64, GUESSES = 6 };

/* Hashes of lemmas with their part of speech; hashes of forms with their tag, and what they are forms of. */
struct form { uint64_t hash; struct view lemma; };
struct lemmas {
	struct table file;
	struct form form[1u << FORMS_LOG];
	uint64_t known[1u << KNOWN_LOG];
	size_t n_forms, n_known;
};

/* A kind of word within a hash; tags of one kind have the same endings. */
enum kind { OTHER, NOUN = 'n', VERB = 'v', ADJECTIVE = 'a' };

static uint64_t hash_of(struct view text, unsigned with)
{
	return (view_hash(text) ^ with) * 0x9E3779B97F4A7C15u | 1;
}

/* Small letters, plain apostrophes; longer words are cut. */
static struct view fold(struct view v, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < v.n && n < LEMMA_MAX; i++)
		if (v.p[i] == '\xe2' && view_starts(view_cut(v, i, v.n), "\u2019")) {
			out[n++] = '\'';
			i += 2;
		} else {
			out[n++] = v.p[i] >= 'A' && v.p[i] <= 'Z' ? (char)(v.p[i] + 32) : v.p[i];
		}
	return (struct view){ out, n };
}

/* --- what is known --- */

static bool is_known(const struct lemmas *l, struct view lemma, enum kind kind)
{
	uint64_t hash = hash_of(lemma, kind);

	for (size_t i = hash >> (64 - KNOWN_LOG); l->known[i]; i = (i + 1) & ((1u << KNOWN_LOG) - 1))
		if (l->known[i] == hash)
			return true;
	return false;
}

static void know(struct lemmas *l, struct view lemma, enum kind kind)
{
	char text[LEMMA_MAX];
	uint64_t hash = hash_of(fold(lemma, text), kind);
	size_t i = hash >> (64 - KNOWN_LOG);

	while (l->known[i] && l->known[i] != hash)
		i = (i + 1) & ((1u << KNOWN_LOG) - 1);
	if (!l->known[i] && l->n_known < 1u << (KNOWN_LOG - 1)) {
		l->known[i] = hash;
		l->n_known++;
	}
}

static enum kind kind_named(struct view v)
{
	if (view_is(v, "adj") || view_is(v, "adv"))
		return ADJECTIVE;
	return view_is(v, "n") ? NOUN : view_is(v, "v") ? VERB : OTHER;
}

/* Of a phrase, the word that changes: a verb's first, a noun's last. */
static struct view changing_word(struct view phrase, enum kind kind)
{
	const char *blank = kind == VERB ? memchr(phrase.p, ' ', phrase.n) : memrchr(phrase.p, ' ', phrase.n);

	if (!blank)
		return phrase;
	if (kind == VERB)
		return view_cut(phrase, 0, (size_t)(blank - phrase.p));
	return view_cut(phrase, (size_t)(blank - phrase.p) + 1, phrase.n);
}

/*
 * The dictionaries are long, and the lexicon reads and checks them whole: here no more than the first two columns is looked at,
 * and a word and kind that the line before had is not looked up again.
 */
static enum status read_known(struct lemmas *l, const char *data, const char *name, struct report *r)
{
	struct view file, rest, line, last = { 0 };
	struct buf path = { 0 };
	enum status rc;

	buf_addf(&path, "%s/dictionaries/%s", data, name);
	rc = file_map(path.p, &file, r);
	buf_release(&path);
	rest = file;
	while (rc == OK && view_next(&rest, '\n', &line)) {
		struct view lemma, kind, columns = line;

		if (!view_next(&columns, '\t', &lemma) || !view_next(&columns, '\t', &kind))
			continue;
		line.n = (size_t)(kind.p + kind.n - line.p);
		if (lemma.n && kind_named(kind) != OTHER && !view_eq(line, last))
			know(l, changing_word(lemma, kind_named(kind)), kind_named(kind));
		last = line;
	}
	file_unmap(file);
	return rc;
}

static const struct form *find_form(const struct lemmas *l, struct view form, enum tag tag)
{
	uint64_t hash = hash_of(form, tag);
	size_t i = hash >> (64 - FORMS_LOG);

	while (l->form[i].hash && l->form[i].hash != hash)
		i = (i + 1) & ((1u << FORMS_LOG) - 1);
	return &l->form[i];
}

static enum tag tag_named(struct view v)
{
	for (unsigned t = 1; t < TAG_COUNT; t++)
		if (view_is(v, tag_name[t]))
			return (enum tag)t;
	return TAG_NONE;
}

static enum status read_forms(struct lemmas *l, const char *data, struct report *r)
{
	struct buf path = { 0 };
	enum status rc;
	struct row row;

	buf_addf(&path, "%s/dictionaries/forms.en.tsv", data);
	rc = table_open(&l->file, path.p, r);
	while (rc == OK && table_next(&l->file, &row)) {
		struct view tags = row.n == 3 ? row.column[1] : V(""), one;

		if (!tags.n)
			rc = fatal(r, "columns", "%s:%lu: there must be a form, tags, a lemma", path.p, row.line);
		while (rc == OK && view_next(&tags, '|', &one)) {
			enum tag tag = tag_named(one);
			struct form *f = (struct form *)(uintptr_t)find_form(l, row.column[0], tag);

			if (tag == TAG_NONE || ++l->n_forms > 1u << (FORMS_LOG - 1))
				rc = fatal(r, "tag", "%s:%lu: no such tag, or too many forms", path.p, row.line);
			else if (!f->hash)
				*f = (struct form){ hash_of(row.column[0], tag), row.column[2] };
		}
	}
	buf_release(&path);
	return rc;
}

enum status lemmas_open(struct lemmas **out, const char *data, struct report *r)
{
	struct lemmas *l = *out = memory_get(sizeof *l);
	enum status rc = read_forms(l, data, r);

	if (rc == OK)
		rc = read_known(l, data, "en-hi.tsv", r);
	return rc == OK ? read_known(l, data, "en-hi.phrases.tsv", r) : rc;
}

void lemmas_close(struct lemmas *l)
{
	if (l)
		table_close(&l->file);
	free(l);
}

/* --- endings --- */

static bool is_vowel(char c)
{
	return byte_in(c, "aeiou");
}

/* What may be left of a form without its ending, the likeliest first. */
struct guesses { char text[GUESSES][LEMMA_MAX + 2]; size_t n[GUESSES], count; };

static void guess(struct guesses *g, struct view stem, const char *ending)
{
	size_t n = strlen(ending), k = g->count++;

	memcpy(g->text[k], stem.p, stem.n);
	memcpy(g->text[k] + stem.n, ending, n);
	g->n[k] = stem.n + n;
}

static bool ends_in_any(struct view v, const char *const *list)
{
	while (*list && !view_ends(v, *list))
		list++;
	return *list;
}

/* Does a stem that we do not know lose an e before -ing and -ed? */
static bool lost_e(struct view stem)
{
	static const char *const yes[] = {
		"v", "c", "u", "iz", "dg", "rg", "ang", "rs", "ns", "ps", "at", "ut", "ag", "as", "is", "os",
		"us", "yz", "ys", "bl", "gl", "pl", "tl", "dl", "fl", "kl", "ir", "ur", "or", "ar", "id", "ud",
		"od", "ad", "in", "ok", "ak", "ik", "op", "ap", "ip", "yp", "um", "am", "im", NULL
	};
	static const char *const no[] = {
		"ss", "eat", "oat", "out", "aid", "oad", "oud", "ead", "ain", "ein", "oin", "air", "our", "oor",
		"ear", "eak", "oak", "ook", "oop", "eap", "oap", "eam", "oam", "aim", "tin", "cin", "din", "lin",
		"rin", "fin", "it", "etor", "itor", "ctor", "avor", "avour", "iar", "olar", "tom", NULL
	};

	return stem.n > 2 && ends_in_any(stem, yes) && !ends_in_any(stem, no);
}

static bool is_doubled(struct view stem)
{
	char c = stem.n > 2 ? stem.p[stem.n - 1] : 0;

	return c && c == stem.p[stem.n - 2] && !is_vowel(c) && !byte_in(c, "y");
}

/* Without -ing, -ed, -er, -est. */
static void guess_stem(struct guesses *g, struct view stem)
{
	bool doubled = is_doubled(stem), kept = doubled && byte_in(stem.p[stem.n - 1], "lszf");

	if (doubled && !kept)
		guess(g, view_cut(stem, 0, stem.n - 1), "");
	if (lost_e(stem))
		guess(g, stem, "e");
	guess(g, stem, "");
	if (!lost_e(stem) && !doubled)
		guess(g, stem, "e");
	if (kept)
		guess(g, view_cut(stem, 0, stem.n - 1), "");
}

static void guess_without(struct guesses *g, struct view form, const char *ending, const char *after_i)
{
	size_t n = strlen(ending);

	if (!view_ends(form, ending) || form.n < n + 2 || view_ends(form, "eed"))
		return;
	if (after_i && form.n > n + 2 && form.p[form.n - n - 1] == 'i')
		guess(g, view_cut(form, 0, form.n - n - 1), after_i);
	else
		guess_stem(g, view_cut(form, 0, form.n - n));
}

static void guess_without_s(struct guesses *g, struct view form)
{
	static const char *const hissing[] = { "sses", "xes", "zzes", "ches", "shes", "oes", NULL };
	struct view stem = view_cut(form, 0, form.n - 1);

	if (form.n < 3 || !view_ends(form, "s") || view_ends(form, "us") || view_ends(form, "is"))
		return;
	if (byte_in(form.p[form.n - 2], "s0123456789./"))
		return;
	if (view_ends(form, "ies") && form.n > 4)
		guess(g, view_cut(form, 0, form.n - 3), "y");
	if (ends_in_any(form, hissing))
		guess(g, view_cut(form, 0, form.n - 2), "");
	guess(g, stem, "");
	if (view_ends(form, "ves"))
		guess(g, view_cut(form, 0, form.n - 3), "f");
	if (view_ends(form, "ses") || view_ends(form, "zes"))
		guess(g, view_cut(form, 0, form.n - 2), "");
}

static enum kind kind_of(enum tag tag)
{
	switch (tag) {
	case TAG_NNS: return NOUN;
	case TAG_VBZ: case TAG_VBG: case TAG_VBD: case TAG_VBN: return VERB;
	case TAG_JJR: case TAG_JJS: case TAG_RBR: case TAG_RBS: return ADJECTIVE;
	default: return OTHER;
	}
}

static void guess_all(struct guesses *g, struct view form, enum tag tag)
{
	switch (tag) {
	case TAG_NNS: case TAG_VBZ: guess_without_s(g, form); break;
	case TAG_VBG: guess_without(g, form, "ing", NULL); break;
	case TAG_VBD: case TAG_VBN: guess_without(g, form, "ed", "y"); break;
	case TAG_JJR: case TAG_RBR: guess_without(g, form, "er", "y"); break;
	case TAG_JJS: case TAG_RBS: guess_without(g, form, "est", "y"); break;
	default: break;
	}
}

/* The regular lemma of the last part of a joined word; its other parts stay: "fine-tuned" is of "fine-tune". */
static struct view regular(const struct lemmas *l, struct view form, enum tag tag, char *out)
{
	struct guesses g = { .count = 0 };
	size_t best = 0;

	guess_all(&g, form, tag);
	if (!g.count)
		return form;
	for (size_t k = g.count; k-- > 0;)
		if (is_known(l, (struct view){ g.text[k], g.n[k] }, kind_of(tag)))
			best = k;
	memcpy(out, g.text[best], g.n[best]);
	return (struct view){ out, g.n[best] };
}

static bool is_plain(struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if ((unsigned char)v.p[i] >= 0x80)
			return false;
	return v.n < LEMMA_MAX;
}

struct view lemma_of(const struct lemmas *l, struct view form, enum tag tag, struct arena *a)
{
	char text[LEMMA_MAX], made[LEMMA_MAX + 2], whole[2 * LEMMA_MAX + 2];
	struct view small = fold(form, text), last = small, lemma;
	const struct form *known = find_form(l, small, tag);
	const char *hyphen;

	if (known->hash)
		return known->lemma;
	if (form.n >= LEMMA_MAX)
		return form;
	if (kind_of(tag) == OTHER || !is_plain(small))
		return view_eq(small, form) ? form : arena_copy(a, small);
	hyphen = memrchr(small.p, '-', small.n);
	if (hyphen)
		last = view_cut(small, (size_t)(hyphen - small.p) + 1, small.n);
	known = find_form(l, last, tag);
	lemma = known->hash ? known->lemma : regular(l, last, tag, made);
	if (last.n + (size_t)0 == small.n)
		return view_eq(lemma, form) ? form : arena_copy(a, lemma);
	memcpy(whole, small.p, small.n - last.n);
	memcpy(whole + small.n - last.n, lemma.p, lemma.n < LEMMA_MAX ? lemma.n : LEMMA_MAX);
	return arena_copy(a, (struct view){ whole, small.n - last.n + (lemma.n < LEMMA_MAX ? lemma.n : LEMMA_MAX) });
}
