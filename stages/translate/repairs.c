/*
 * repairs.c - what the weights get wrong in the notes' own register, mended by rule: orders, sentences without a verb, and
 * relations that contradict each other. Tags that came from outside stay.
 */
#include "analyser.h"

static bool is_noun(uint8_t tag)
{
	return tag == TAG_NN || tag == TAG_NNS || tag == TAG_NNP || tag == TAG_NNPS;
}

static bool is_finite(uint8_t tag)
{
	return tag == TAG_VB || tag == TAG_VBD || tag == TAG_VBP || tag == TAG_VBZ || tag == TAG_MD;
}

static bool may_be_verb(const struct facts *f)
{
	return f->word.may & MAY_VB || f->word.dictionary & IN_DICTIONARY_VERB;
}

/* "Copy the files", "Set your status": nothing but a verb stands before an article at the beginning. */
static bool is_order(const struct facts *f, const struct word *w, size_t n)
{
	static const char *const articles[] = {
		"the", "a", "an", "your", "its", "their", "my", "our", "this", "these", "each", "every", NULL
	};

	if (n < 3 || f->style == 2 || !may_be_verb(f) || !view_is_any(w[1].form, articles))
		return false;
	return w->tag == TAG_NN || w->tag == TAG_NNP || w->tag == TAG_JJ || w->tag == TAG_VBP || w->tag == TAG_VBN;
}

/* What a word would be as the verb that a sentence lacks, from the word before it. */
static enum tag verb_tag(const struct facts *f, const struct word *w)
{
	bool one = w[-1].tag == TAG_NN || w[-1].tag == TAG_NNP, many = w[-1].tag == TAG_NNS || w[-1].tag == TAG_NNPS;

	if (w->tag == TAG_NNS && f->word.may & MAY_VBZ && one)
		return TAG_VBZ;
	if ((w->tag == TAG_NN || w->tag == TAG_VBN || w->tag == TAG_JJ) && f->word.may & MAY_VBD && (one || many))
		return TAG_VBD;
	if (w->tag == TAG_NN && f->word.may & MAY_VB && many)
		return TAG_VBP;
	return TAG_NONE;
}

static bool follows_verb(uint8_t tag)
{
	return tag == TAG_DT || tag == TAG_IN || tag == TAG_TO || tag == TAG_PRP || tag == TAG_PRP_POSS || tag == TAG_CD || tag == TAG_RB
		|| tag == TAG_JJ || tag == TAG_RP || tag == TAG_STOP || is_noun(tag);
}

/* A sentence with a stop has a verb: "The price rose.", "Choice rewards suspicion." */
static void find_verb(const struct facts *f, struct word *w, size_t n, const uint8_t *given)
{
	if (n < 4 || w[n - 1].tag != TAG_STOP || f->style == 2)
		return;
	for (size_t i = 0; i < n; i++)
		if (is_finite(w[i].tag))
			return;
	for (size_t i = 1; i + 1 < n; i++) {
		enum tag tag = given[i] ? TAG_NONE : verb_tag(f + i, w + i);

		if (tag != TAG_NONE && follows_verb(w[i + 1].tag)) {
			w[i].tag = (uint8_t)tag;
			return;
		}
	}
}

void repair_tags(struct facts *f, struct word *w, size_t n, const uint8_t *given)
{
	static const char *const whoever[] = { "whoever", "Whoever", "whomever", "Whomever", NULL };

	if (!given[0] && is_order(f, w, n))
		w[0].tag = TAG_VB;
	find_verb(f, w, n, given);
	for (size_t i = 0; i < n; i++) {
		if (!given[i] && view_is_any(w[i].form, whoever))
			w[i].tag = TAG_WP;
		f[i].tag = w[i].tag;
	}
}

/* --- relations --- */

/* A passive has a passive subject, another verb has none; of two objects a pronoun is who gets the other. */
void repair_relations(struct word *w, size_t n)
{
	bool passive[WORDS_MAX] = { false };
	int object[WORDS_MAX];

	memset(object, 0xff, n * sizeof *object);
	for (size_t i = 0; i < n; i++)
		if (w[i].head >= 0 && w[i].relation == REL_aux_pass)
			passive[w[i].head] = true;
	for (size_t i = 0; i < n; i++) {
		int head = w[i].head;

		if (head < 0)
			continue;
		if (w[i].relation == REL_nsubj && passive[head])
			w[i].relation = REL_nsubj_pass;
		else if (w[i].relation == REL_nsubj_pass && !passive[head])
			w[i].relation = REL_nsubj;
		else if (w[i].relation == REL_obj && object[head] > head && w[object[head]].tag == TAG_PRP)
			w[object[head]].relation = REL_iobj;
		if (w[i].relation == REL_obj)
			object[head] = (int)i;
	}
}
