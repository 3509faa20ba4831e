/* senses.c - the sense of a word: by frame, collocation and surroundings, as the cues of en-hi.tsv name them. */
#include "plan.h"

#include <stdio.h>
#include <string.h>

/* --- cues --- */

static bool listed(struct view list, struct view word)
{
	struct view one;

	while (view_next(&list, ',', &one))
		if (view_eq(view_trim(one), word))
			return true;
	return false;
}

/* Is the word, or its class, in the list? */
bool listed_word(const struct part *p, struct view list, int i)
{
	struct view class;

	if (i < 0)
		return false;
	if (listed(list, p->word[i].lemma))
		return true;
	class = bilingual_class(&p->g->words, p->word[i].lemma);
	if (!class.n && view_is(p->items->at[p->item[i]].type, "PER"))
		class = V("person");
	if (!class.n && ((p->word[i].tag == TAG_PRP && !has_lemma(p, i, "it")) || (p->word[i].tag == TAG_WP && has_lemma(p, i, "who"))))
		class = V("person");
	if (!class.n && p->word[i].tag == TAG_CD)
		class = V("number");
	if (!class.n && p->word[i].tag == TAG_WP && has_lemma(p, i, "who"))
		class = V("person");
	if (class.n && listed(list, class))
		return true;
	return listed(list, V("thing")) && !view_is(class, "person") && !view_is(class, "people") && !view_is(class, "kin")
		&& !view_is(class, "animal") && p->word[i].tag != TAG_PRP && p->word[i].tag != TAG_WP && p->word[i].tag != TAG_WDT
		&& p->items->at[p->item[i]].kind == ITEM_WORD;
}

/* A relative word stands for the noun that its clause hangs on. */
static int stands_for(const struct part *p, int i, int clause)
{
	uint8_t t = i < 0 ? TAG_NONE : p->word[i].tag;

	return p->word[clause].relation == REL_acl_relcl && i >= 0 && !has_lemma(p, i, "who") && (t == TAG_WDT || t == TAG_WP || (has_lemma(p, i, "that") && t != TAG_DT))
		? p->word[clause].head : i;
}

static int subject_of(const struct part *p, int i)
{
	int s = child_of(p, i, REL_nsubj);

	return stands_for(p, s >= 0 ? s : child_of(p, i, REL_nsubj_pass), i);
}

/* "We washed and dried the plates": the object that hangs on a later verb of the same row, and no other word between them; -1: none. */
int shared_object(const struct part *p, int i)
{
	static const char *const complete[] = { "eat", "drink", "smoke", "pay", "play", "study", "stop", "wait", "try", "call", "leave", "look", NULL };
	struct senses s = is_verb(p, i) ? bilingual_word(&p->g->words, p->word[i].lemma, POS_V) : (struct senses){ 0 };
	int first = p->word[i].relation == REL_conj && p->word[i].head >= 0 && is_verb(p, p->word[i].head) ? p->word[i].head : i;

	if (!s.n || view_is_any(p->word[i].lemma, complete) || (first == i && !s.at->transitive) || (first < i && child_of(p, first, REL_obj) >= 0)
	    || child_of(p, i, REL_obj) >= 0 || child_of(p, i, REL_aux_pass) >= 0 || p->word[i].tag == TAG_VBN)
		return -1;
	for (int k = i + 1, n = 0; k + 1 < p->n && n < 4; k++, n++) {
		while (k + 1 < p->n && (p->word[k].tag == TAG_COMMA || p->word[k].tag == TAG_CC))
			k++;
		if (p->word[k - 1].tag != TAG_COMMA && p->word[k - 1].tag != TAG_CC)
			return -1;
		if (!is_verb(p, k) || p->word[k].relation != REL_conj || p->word[k].head != first
		    || (p->word[k].tag != p->word[i].tag && p->word[k].tag != TAG_VBN))
			return -1;
		if (child_of(p, k, REL_obj) > k)
			return p->word[k - 1].tag == TAG_CC && child_of(p, k, REL_xcomp) < 0 && child_of(p, k, REL_ccomp) < 0
				&& child_of(p, first, REL_csubj) < 0 ? child_of(p, k, REL_obj) : -1;
	}
	return -1;
}

static int object_of(const struct part *p, int i)
{
	int o = child_of(p, i, REL_obj);

	if (o < 0)
		o = shared_object(p, i);
	return stands_for(p, o >= 0 ? o : child_of(p, i, REL_nsubj_pass), i);
}

/* The argument of a verb, noun or adjective that a preposition marks; -1: none. */
static int argument_of(const struct part *p, int i, struct view preposition)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		int k = child_of(p, c, REL_case);

		if (k < 0)
			k = child_of(p, c, REL_mark);
		if (k >= 0 && view_eq(p->word[k].lemma, preposition))
			return c;
	}
	return -1;
}

static bool in_sentence(const struct part *p, struct view word, int but)
{
	for (int i = 0; i < p->n; i++)
		if (i != but && view_eq(p->word[i].lemma, word))
			return true;
	return false;
}

/* Free words of a cue count a little where they stand in the sentence. */
static int fit_words(const struct part *p, int i, struct view cue)
{
	struct view one;

	while (view_next(&cue, ',', &one)) {
		one = view_trim(one);
		if (one.n > 1 && in_sentence(p, one, i))
			return 1;
	}
	return 0;
}

bool is_adjective(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_JJ || t == TAG_JJR || t == TAG_JJS || t == TAG_RB || t == TAG_RBR
		|| (p->node[i].hi.n && p->node[i].pos == POS_ADJ);	/* कैसा, of reshape.c */
}

/* Does a gerund, or else an adjective, complete the verb: keep running, keep quiet? */
static bool completes_with(const struct part *p, int i, bool gerund)
{
	int x = child_of(p, i, REL_xcomp);

	if (x < 0 && gerund)
		x = child_of(p, i, REL_ccomp) >= 0 ? child_of(p, i, REL_ccomp) : child_of(p, i, REL_obj);
	return x > i && (gerund ? p->word[x].tag == TAG_VBG : is_adjective(p, x));
}

static bool listed_child(const struct part *p, struct view list, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if ((p->word[c].relation == REL_compound || p->word[c].relation == REL_amod || p->word[c].relation == REL_nmod)
		    && listed_word(p, list, c))
			return true;
	return false;
}

/* A cue that nothing learned can outweigh: the construction has one meaning. */
enum { DECIDED = 100 };

/* Does a verb tell what the object does: make him laugh, see her leave? */
static bool completes_object(const struct part *p, int i)
{
	int x = child_of(p, i, REL_xcomp);

	return x > i && object_of(p, i) >= 0 && (p->word[x].tag == TAG_VB || p->word[x].tag == TAG_VBG);
}

enum { STRONG = 4, SURE = 6 };	/* how well a cue holds: a word beside it does, the construction itself */

static int fit_named(const struct part *p, int i, struct view name, struct view list)
{
	size_t rows;
	int at;

	if (listed(list, V("V-ing")) || (listed(list, V("adj")) && !view_is(name, "obj")))
		return completes_with(p, i, listed(list, V("V-ing"))) ? SURE : 0;
	if (view_is(name, "degree"))
		return p->word[i].head >= 0 && is_adjective(p, p->word[i].head) ? STRONG : 0;
	if (view_is(name, "obj") && listed(list, V("adj"))) {
		at = child_of(p, i, REL_xcomp);
		return at >= 0 && is_adjective(p, at) ? STRONG : 0;
	}
	if (view_is(name, "obj"))
		return listed_word(p, list, object_of(p, i)) ? STRONG : 0;
	if (view_is(name, "subj"))
		return listed_word(p, list, subject_of(p, i)) ? STRONG : 0;
	if (view_is(name, "noun"))
		return listed_word(p, list, p->word[i].head) || listed_child(p, list, i) ? STRONG : 0;
	if (view_is(name, "particle")) {
		at = child_of(p, i, REL_compound_prt);
		return at >= 0 && listed(list, p->word[at].lemma) ? STRONG + 1 : 0;
	}
	if (view_is(name, "V")) {
		at = child_of(p, i, REL_xcomp);
		return at >= 0 && listed(list, V("to")) && object_of(p, i) < 0 && has_lemma(p, child_of(p, at, REL_mark), "to") ? DECIDED : 0;
	}
	if (view_is(name, "obj+V"))
		return completes_object(p, i) && (listed(list, V("any")) || listed_word(p, list, object_of(p, i))) ? DECIDED : 0;
	if (view_is(name, "with")) {
		struct view one;

		while (view_next(&list, ',', &one))
			if (argument_of(p, i, view_trim(one)) >= 0)
				return STRONG;
		return 0;
	}
	at = argument_of(p, i, name);
	if (at >= 0)
		return listed_word(p, list, at) ? STRONG + 1 : 0;
	/* A preposition that is not there is no hint; other names (tech, law) are, by their words. */
	return rows_find(&p->g->prepositions, name, &rows) ? 0 : fit_words(p, i, list);
}

/* A clause or infinitive that stands as an object does, or the gap of a relative clause on an object. */
static bool has_complement(const struct part *p, int i)
{
	return child_of(p, i, REL_ccomp) >= 0 || child_of(p, i, REL_xcomp) >= 0
		|| (p->word[i].relation == REL_acl_relcl && child_of(p, i, REL_nsubj) >= 0 && !is_noun(p, child_of(p, i, REL_nsubj)))
		|| (p->word[i].relation == REL_acl_relcl && child_of(p, i, REL_nsubj) >= 0 && child_of(p, i, REL_obj) < 0
		    && !has_lemma(p, child_of(p, i, REL_nsubj), "that") && !has_lemma(p, child_of(p, i, REL_nsubj), "which")
		    && !has_lemma(p, child_of(p, i, REL_nsubj), "who"));
}

/* "is closed on Sundays", but not "is closed after a year", "is closed automatically". */
static bool is_bare_state(const struct part *p, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		uint8_t r = p->word[c].relation;
		int prep = r == REL_obl ? child_of(p, c, REL_case) : -1;

		if (r == REL_advcl || r == REL_obl_agent || (r == REL_advmod && view_ends(p->word[c].lemma, "ly"))
		    || (r == REL_obl && !has_lemma(p, prep, "on") && !has_lemma(p, prep, "for") && !has_lemma(p, prep, "to")))
			return false;
	}
	return true;
}

/* "is surrounded", "was covered with snow": how things are; what is named must hang on the verb. */
static int fit_state(const struct part *p, int i, struct view names)
{
	int be = child_of(p, i, REL_aux_pass);
	struct view one;

	if (be < 0 || !has_lemma(p, be, "be") || child_of(p, i, REL_aux) >= 0)
		return 0;
	if (!names.n)
		return SURE;
	while (view_next(&names, ',', &one)) {
		one = view_trim(one);
		if (view_is(one, "present") ? p->word[be].tag != TAG_VBD && is_bare_state(p, i)
		    : view_is(one, "complement") ? child_of(p, i, REL_obj) >= 0 || child_of(p, i, REL_xcomp) >= 0 : argument_of(p, i, one) >= 0)
			return SURE;
	}
	return 0;
}

/* "were injured", "was damaged by the flood": nobody did it. */
static int fit_befalls(const struct part *p, int i)
{
	int by = child_of(p, i, REL_obl_agent);

	if (child_of(p, i, REL_aux_pass) < 0)
		return 0;
	return by < 0 || (p->items->at[p->item[by]].kind == ITEM_WORD && listed_word(p, V("thing"), by)) ? SURE : 0;
}

/* How well one cue holds; 0: it does not. */
static int fit_cue(const struct part *p, int i, struct view cue)
{
	const char *colon = cue.n ? memchr(cue.p, ':', cue.n) : NULL;

	cue = view_trim(cue);
	if (view_is(cue, "stative") || view_starts(cue, "stative:"))
		return fit_state(p, i, colon ? view_cut(cue, (size_t)(colon - cue.p) + 1, cue.n) : V(""));
	if (view_is(cue, "befalls"))
		return fit_befalls(p, i);
	if (colon)
		return fit_named(p, i, view_trim(view_cut(cue, 0, (size_t)(colon - cue.p))),
				 view_cut(cue, (size_t)(colon - cue.p) + 1, cue.n));
	if (view_starts(cue, "degree"))
		return p->word[i].head >= 0 && is_adjective(p, p->word[i].head) ? 4 : 0;
	if (view_is(cue, "V-ing") || view_starts(cue, "V-ing:"))
		return completes_with(p, i, true) ? 5 : 0;
	if (view_is(cue, "intr"))
		return object_of(p, i) < 0 && !has_complement(p, i) ? 2 : 0;
	if (view_is(cue, "tr"))
		return object_of(p, i) >= 0 ? 2 : 0;
	if (view_is(cue, "pl"))
		return p->word[i].tag == TAG_NNS ? 2 : 0;
	if (view_is(cue, "passive"))
		return child_of(p, i, REL_aux_pass) >= 0 || (p->word[i].tag == TAG_VBN && p->word[i].relation == REL_acl) ? 2 : 0;
	return fit_words(p, i, cue);
}

static int fit(const struct part *p, int i, const struct sense *s)
{
	struct view when = s->when, cue;
	int best = 0;

	while (view_next(&when, ';', &cue)) {
		int f = fit_cue(p, i, view_trim(cue));

		if (f > best)
			best = f;
	}
	return best;
}

/* Is a sense one of a certain construction alone: without an object, with a particle or a preposition? */
static bool is_of_construction(const struct sense *s)
{
	struct view when = s->when, cue;
	bool strict = false;

	while (view_next(&when, ';', &cue)) {
		cue = view_trim(cue);
		if (view_is(cue, "intr") || (view_is(cue, "passive") && !s->transitive) || view_is(cue, "befalls") || view_starts(cue, "stative") || view_starts(cue, "with:") || view_starts(cue, "particle:"))
			strict = true;
		else if (!view_starts(cue, "obj:"))
			return false;
	}
	return strict;
}

/* A verb that takes no object has no place for one that is there. */
static bool leaves_object(const struct part *p, int i, const struct sense *s)
{
	struct view marking;

	return s->pos == POS_V && !s->transitive && child_of(p, i, REL_obj) >= 0 && !frame_find(s->frame, "obj", &marking)
		&& !frame_find(s->frame, "subj", &marking);
}

/* --- senses --- */

/* A finite verb without anything that it does something to: "the shop closes", "they won". */
static bool acts_alone(const struct part *p, int i)
{
	uint8_t r = p->word[i].relation;

	return object_of(p, i) < 0 && !has_complement(p, i) && child_of(p, i, REL_aux_pass) < 0
		&& r != REL_acl_relcl && r != REL_acl && r != REL_xcomp && child_of(p, i, REL_nsubj) >= 0;
}

static const struct sense *best_sense(struct part *p, int i, struct senses s)
{
	int cue[CHOICE_ROWS];
	size_t best = 0, told;

	s.n = s.n < CHOICE_ROWS ? s.n : CHOICE_ROWS;
	for (size_t k = 0; k < s.n; k++) {
		cue[k] = fit(p, i, &s.at[k]);
		if (cue[k] > cue[best] || (!k && cue[k])) {
			best = k;
			p->node[i].rule = "cue";
		}
	}
	told = best;
	if (s.n > 1 && cue[best] < DECIDED && choose(&p->g->choice, p, i, s, cue, &best))
		p->node[i].rule = "learned";
	if (s.n && !cue[best] && (s.at[best].when.n > 1 || s.at->pos == POS_N) && cue[told] >= STRONG)
		best = told;	/* of two that ask for company the one that has it */
	if (s.n && s.at->pos == POS_V && best != told && cue[told] && !s.at[told].transitive && !cue[best] && acts_alone(p, i))
		best = told;
	if (s.n && (leaves_object(p, i, &s.at[best])
		    || cue[told] == SURE || (!cue[best] && ((cue[told] > 4 && object_of(p, i) < 0) || is_of_construction(&s.at[best])))))
		best = told;
	for (size_t k = 0; k < s.n && child_of(p, i, REL_aux_pass) < 0 && leaves_object(p, i, &s.at[best]); k++)
		if (!leaves_object(p, i, &s.at[k]) && (cue[k] || s.at[k].when.n < 2))
			best = k;	/* "moved the books": the one that can take them */
	return s.n ? &s.at[best] : NULL;
}

static enum pos pos_of_tag(const struct part *p, int i)
{
	switch (p->word[i].tag) {
	case TAG_NN: case TAG_NNS: case TAG_NNP: case TAG_NNPS: return POS_N;
	case TAG_VB: case TAG_VBD: case TAG_VBP: case TAG_VBZ: case TAG_VBG: case TAG_VBN: return POS_V;
	case TAG_JJ: case TAG_JJR: case TAG_JJS: return POS_ADJ;
	case TAG_RB: case TAG_RBR: case TAG_RBS: case TAG_RP: case TAG_WRB: return POS_ADV;
	case TAG_IN: case TAG_TO: return p->word[i].relation == REL_mark ? POS_CONJ : POS_PREP;
	case TAG_CC: return POS_CONJ;
	case TAG_CD: return POS_NUM;
	case TAG_DT: case TAG_PDT: case TAG_WDT: return POS_DET;
	case TAG_PRP: case TAG_PRP_POSS: case TAG_WP: case TAG_WP_POSS: case TAG_EX: return POS_PRON;
	case TAG_MD: return POS_AUX;
	case TAG_UH: return POS_INT;
	default: return POS_NONE;
	}
}

/* Where a part of speech has no entry, these are asked. */
static const uint8_t instead[POS_COUNT][4] = {
	[POS_N] = { POS_ADJ, POS_NUM, POS_V }, [POS_V] = { POS_N, POS_ADJ }, [POS_ADJ] = { POS_N, POS_ADV, POS_DET, POS_V },
	[POS_ADV] = { POS_ADJ, POS_PREP, POS_CONJ, POS_N }, [POS_PREP] = { POS_CONJ, POS_ADV }, [POS_CONJ] = { POS_PREP, POS_ADV },
	[POS_DET] = { POS_ADJ, POS_PRON, POS_ADV }, [POS_PRON] = { POS_DET, POS_N }, [POS_NUM] = { POS_N }, [POS_INT] = { POS_ADV, POS_N },
	[POS_NONE] = { POS_N, POS_ADJ, POS_ADV, POS_INT },
};

/* "people affected by the leak": a participle that is in the dictionary as an adjective, with the preposition that is there. */
static bool governs_as_adjective(const struct part *p, int i)
{
	struct senses s = by_form(p, i, POS_ADJ);

	for (int c = s.n ? p->node[i].first : -1; c >= 0; c = p->node[c].next) {
		int prep = child_of(p, c, REL_case);
		struct view post;
		char name[LOWER_MAX];

		if (c < i || prep < 0 || p->word[prep].lemma.n >= sizeof name)
			continue;
		snprintf(name, sizeof name, "%.*s", VIEW_ARG(p->word[prep].lemma));
		if (frame_find(s.at->frame, name, &post))
			return true;
	}
	return false;
}

/* "stop working", "tried opening it": a gerund that completes a verb is one, unless the verb says how something is. */
static bool is_done(const struct part *p, int i)
{
	static const char *const stating[] = { "be", "seem", "look", "become", "get", "feel", "remain", "stay", "sound", "appear", "make", "find",
					       "consider", "prove", NULL };
	int verb = p->word[i].head;

	return p->word[i].tag == TAG_VBG && verb >= 0 && is_verb(p, verb) && !view_is_any(p->word[verb].lemma, stating);
}

void find_sense(struct part *p, int i)
{
	struct node *n = &p->node[i];
	enum pos pos = pos_of_tag(p, i);
	struct senses s;

	n->pos = (uint8_t)pos;
	if ((p->word[i].tag == TAG_VBG || p->word[i].tag == TAG_VBN)
	    && (p->word[i].relation == REL_amod || (p->word[i].relation == REL_xcomp && !is_done(p, i)) || child_of(p, i, REL_cop) >= 0)) {
		s = by_form(p, i, POS_ADJ);
		if (s.n) {
			n->sense = best_sense(p, i, s);
			n->pos = POS_ADJ;
			return;
		}
	}
	if (p->word[i].tag == TAG_VBN && p->word[i].relation == REL_acl && governs_as_adjective(p, i)) {
		n->sense = best_sense(p, i, by_form(p, i, POS_ADJ));
		n->pos = POS_ADJ;
		return;
	}
	s = (struct senses){ 0 };
	if (p->word[i].tag == TAG_JJR || p->word[i].tag == TAG_JJS || p->word[i].tag == TAG_RBR || p->word[i].tag == TAG_RBS)
		s = by_form(p, i, pos);		/* better, best */
	if (!s.n)
		s = bilingual_word(&p->g->words, p->word[i].lemma, pos);
	for (size_t k = 0; !s.n && k < 4 && instead[pos][k]; k++)
		s = bilingual_word(&p->g->words, p->word[i].lemma, instead[pos][k]);
	n->sense = best_sense(p, i, s);
}

/* A phrase of several rows; that it is one, and which part of speech, has been settled. */
void choose_phrase(struct part *p, int i)
{
	struct node *n = &p->node[i];
	struct senses s = bilingual_phrase(&p->g->words, n->sense->en, n->sense->pos);

	if (!n->rule || strcmp(n->rule, "phrase") || s.n < 2)
		return;
	n->sense = best_sense(p, i, s);
	n->rule = "phrase";
}
