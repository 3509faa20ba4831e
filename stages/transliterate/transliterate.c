/* transliterate - words in the other script: loans and names as they sound, Hindi as it is typed. */
#include "transliterate.h"

#include <stdlib.h>

static const struct option options[] = {
	{ "to", 't', "SCRIPT", "hi", "what to write: hi, en, hi-Latn, iso15919 or ascii" },
	{ "from", 0, "LANG", NULL, "take every word for en, hi or hi-Latn" },
	{ "words", 0, NULL, NULL, "a word a line: print it and its best answers, with tabs between" },
	{ "best", 'n', "N", NULL, "answers to a word: 1 to 16 (--words: 1, records: 3)" },
	{ "scores", 0, NULL, NULL, "with --words: after each answer its score, 0 to 1" },
	{ "names", 0, NULL, NULL, "words are names; in texts also write names that no dictionary has" },
	{ "acronyms", 0, "POLICY", "keep", "keep them in Latin letters, or write their letters' names (letters)" },
	{ "literal", 0, NULL, NULL, "only by sound: no Hindi word for an English one (color कलर, not रंग)" },
	{ "glossary", 0, "FILE", NULL, "TSV of your own: Latin, Devanagari; it wins over all else" },
	{ "learn", 0, NULL, NULL, "propose entries for a glossary from the notes' own spellings" },
	{ 0 }
};

enum { BEST_IN_RECORDS = 3 };

/* --- options --- */

static enum status read_target(const char *name, enum target *out, struct report *r)
{
	for (int t = 0; t < TARGETS; t++)
		if (!strcmp(name, target_name[t])) {
			*out = (enum target)t;
			return OK;
		}
	return fail(r, NOWHERE, "option", "--to is hi, en, hi-Latn, iso15919 or ascii, not %s", name);
}

static enum status read_best(const char *text, bool words, size_t *out, struct report *r)
{
	char *end;
	unsigned long n = text ? strtoul(text, &end, 10) : words ? 1 : BEST_IN_RECORDS;

	if (text && (*end || !n || n > GUESSES_MAX))
		return fail(r, NOWHERE, "option", "--best is a number from 1 to %d, not %s", GUESSES_MAX, text);
	*out = n;
	return OK;
}

static enum status read_options(struct transliterate_state *s, const struct settings *set, struct report *r)
{
	const char *acronyms = setting(set, "acronyms");
	enum status rc = read_target(setting(set, "to"), &s->writer.target, r);

	s->from = setting(set, "from");
	s->words = setting(set, "words");
	s->scores = setting(set, "scores");
	s->learns = setting(set, "learn");
	s->literal = setting(set, "literal");
	s->writer.knows_all_names = setting(set, "names");
	s->writer.spells_acronyms = !strcmp(acronyms, "letters");
	s->writer.fills = setting(set, "best");
	if (rc == OK)
		rc = read_best(setting(set, "best"), s->words, &s->writer.best, r);
	if (rc == OK && s->words && s->learns)
		rc = fail(r, NOWHERE, "option", "--learn reads notes, --words single words: not both");
	if (rc == OK && !s->writer.spells_acronyms && strcmp(acronyms, "keep"))
		rc = fail(r, NOWHERE, "option", "--acronyms is keep or letters, not %s", acronyms);
	if (rc == OK && s->from && strcmp(s->from, "en") && strcmp(s->from, "hi") && strcmp(s->from, "hi-Latn"))
		rc = fail(r, NOWHERE, "option", "--from is en, hi or hi-Latn, not %s", s->from);
	return rc;
}

static UTransliterator *open_rules(const UChar *id, struct report *r)
{
	UErrorCode e = U_ZERO_ERROR;
	UTransliterator *t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &e);

	if (U_FAILURE(e))
		fatal(r, "icu", "ICU lacks its rules of transliteration: %s", u_errorName(e));
	return t;
}

static enum status open_model(struct transliterate_state *s, const struct settings *set, struct report *r)
{
	enum target to = s->writer.target;
	struct buf path = { 0 };
	enum status rc;

	/* A document's own spellings of a loan are told to be one word by their English. */
	buf_addf(&path, "%s/dictionaries/transliterate.model", setting(set, "data"));
	rc = script_model_open(&s->writer.model, path.p, guess_parts(to == TO_HINDI, true), r);
	buf_release(&path);
	if (rc == OK && to == TO_ISO && !(s->writer.iso = open_rules(u"Devanagari-Latin", r)))
		return FATAL;
	if (rc == OK && to == TO_ASCII && !(s->writer.ascii = open_rules(u"Any-Latin; Latin-ASCII; [^\\u0000-\\u007f] Remove", r)))
		return FATAL;
	return rc;
}

static enum status transliterate_open(const struct settings *set, void **state, struct report *r)
{
	struct transliterate_state *s = memory_get(sizeof *s);
	enum status rc = read_options(s, set, r);

	*state = s;
	if (rc == OK)
		rc = open_model(s, set, r);
	return rc == OK ? lexicon_open(&s->writer.lexicon, set, &s->writer.model.english, r) : rc;
}

static void transliterate_close(void *state)
{
	struct transliterate_state *s = state;

	lexicon_close(&s->writer.lexicon);
	script_model_close(&s->writer.model);
	if (s->writer.iso)
		utrans_close(s->writer.iso);
	if (s->writer.ascii)
		utrans_close(s->writer.ascii);
	free(s);
}

static enum status transliterate_annotate(const void *state, const struct document *d, struct spans *out, struct report *r)
{
	const struct transliterate_state *s = state;

	(void)r;
	if (!s->words && !s->learns)
		annotate(s, d, out);
	return OK;
}

/* --- what is printed --- */

static enum reading word_reading(const struct transliterate_state *s, struct view word)
{
	const char *from = s->from ? s->from : is_latin_word(word) || s->writer.target == TO_ENGLISH ? "en" : "hi";

	if (s->writer.knows_all_names)
		return AS_NAME;
	return !strcmp(from, "en") || (!strcmp(from, "hi") && s->writer.target == TO_ENGLISH) ? AS_ENGLISH : AS_HINDI;
}

static void print_word(const struct transliterate_state *s, struct view line, struct memo *memo, struct buf *out)
{
	struct view word = view_trim(line);
	enum reading how = word_reading(s, word);
	bool found, cr = view_ends(line, "\r");
	struct answers *a = memo_slot(memo, how, word, &found);

	if (!found)
		write_word(&s->writer, word, how, &(struct context){ ALONE, V(""), V("") }, memo->arena, a);
	buf_add(out, view_cut(line, 0, line.n - cr));
	for (size_t i = 0; i < a->n; i++) {
		buf_addf(out, "\t%.*s", VIEW_ARG(a->at[i].text));
		if (s->scores)
			buf_addf(out, "\t%.3f", (double)a->at[i].score);
	}
	buf_str(out, cr ? "\r" : "");
}

static void print_words(const struct transliterate_state *s, struct view text, struct buf *out)
{
	struct arena arena = { 0 };
	struct memo memo = { .arena = &arena };

	while (text.n) {
		const char *end = memchr(text.p, '\n', text.n);
		struct view line = view_cut(text, 0, end ? (size_t)(end - text.p) : text.n);

		print_word(s, line, &memo, out);
		buf_str(out, end ? "\n" : "");
		text = view_cut(text, line.n + (end != NULL), text.n);
	}
	memo_release(&memo);
	arena_release(&arena);
}

static enum status transliterate_print(const void *state, const struct document *d, struct buf *out, struct report *r)
{
	const struct transliterate_state *s = state;
	struct edits e = { 0 };

	(void)r;
	if (s->words) {
		print_words(s, d->text, out);
	} else if (s->learns) {
		learn_print(&s->writer, d, out);
	} else {
		translit_edits(&d->layer[LAYER_translit], &e);
		edits_apply(&e, d->text, out);
	}
	edits_release(&e);
	return OK;
}

static bool transliterate_gather(const void *state, struct view printed, struct buf *out)
{
	const struct transliterate_state *s = state;

	if (s->learns && out)
		learn_gather(&s->writer, printed, out);
	return s->learns;
}

const struct stage_ops transliterate_ops = {
	.options = options,
	.examples = "  echo distribution | pravah transliterate --to hi\n"
		    "  pravah transliterate --words -n 5 --from hi-Latn <words\n"
		    "  pravah transliterate --to en --words --scores <loans\n"
		    "  pravah transliterate --learn archive/ >mine.tsv      then: --glossary mine.tsv\n",
	.open = transliterate_open,
	.close = transliterate_close,
	.annotate = transliterate_annotate,
	.print = transliterate_print,
	.gather = transliterate_gather,
};
