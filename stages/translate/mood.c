/* mood.c - tense and mood: which row of verb-patterns.tsv says a clause's verb. */
#include "clause.h"

#include <stdio.h>
#include <string.h>

/* --- moods that a verb above tells --- */

/* "have to", "be going to", "used to", "be able to": the verb below carries the clause, the one above its mood. */
static const struct { const char *lemma; uint8_t tag; const char *mood, *adverb; } semi_modals[] = {
	{ "have", 0, "have to", "" }, { "go", TAG_VBG, "going to", "" }, { "use", TAG_VBD, "used to", "" }, { "able", 0, "able", "" },
	{ "use", TAG_VBN, "used to", "" }, { "ought", 0, "ought", "" }, { "likely", 0, "likely to", "" },
	{ "unlikely", 0, "unlikely to", "" }, { "suppose", TAG_VBN, "supposed to", "" }, { "about", 0, "about to", "" },
	{ "require", TAG_VBN, "required to", "" },
	{ "sure", TAG_JJ, "will", "ज़रूर" }, { "certain", TAG_JJ, "will", "ज़रूर" }, { "bound", 0, "will", "ज़रूर" }, { "bind", TAG_VBN, "will", "ज़रूर" },
	{ "fail", 0, "able", "" }, { "tend", 0, "", "अक्सर" }, { "happen", 0, "", "संयोग से" },
};

/* The time of a mood: "will have to", "past able"; without a row of its own the mood's bare name serves. */
static void name_mood(const struct part *p, struct clause *c, const char *mood)
{
	const char *time = c->forced ? "subjunctive" : c->perfect ? "perfect" : c->past ? "past" : c->negative ? "not" : "present";
	struct view first = c->modal.n && !c->forced ? c->modal : view_of(time);

	if (has_lemma(p, c->head, "fail")) {
		c->negative = true;	/* वह चल नहीं पाया */
		c->negation = c->head;
	}
	snprintf(c->pattern, sizeof c->pattern, "%.*s%s%s", VIEW_ARG(first), *mood ? " " : "", mood);
	if (!*mood && c->past && has_lemma(p, c->head, "tend"))
		snprintf(c->pattern, sizeof c->pattern, "used to");
	else if (!find_pattern(p, c->pattern))
		snprintf(c->pattern, sizeof c->pattern, "%s", *mood ? mood : c->modal.n ? "future" : "present");
}

/* "You had better wait": better tells the mood. */
static bool is_better(const struct part *p, const struct clause *c, int to)
{
	int better = child_of(p, c->xcomp, REL_advmod);

	if (to >= 0 || !has_lemma(p, c->head, "have") || p->word[c->head].tag != TAG_VBD || p->word[c->xcomp].tag != TAG_VB)
		return false;
	for (int k = p->node[c->head].first; better < 0 && k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_advmod)
			better = k;
	return better >= 0 && p->word[better].tag != TAG_RB && has_lemma(p, better, "good");
}

static void take_mood(struct part *p, struct clause *c, const char *mood)
{
	int x = c->xcomp;

	gone(p, c->copula, "shown by the verb");
	if (!c->forced || !strcmp(c->pattern, "subjunctive")) {
		name_mood(p, c, mood);
		c->modal_only = true;
	} else if (!strcmp(mood, "able")) {
		c->able = true;		/* to be able to see: देख पाने के लिए */
	}
	c->copula = c->xcomp = -1;
	c->progressive = c->passive = false;
	c->head = x;
	take_children(p, c, x);
}

void take_semi_modal(struct part *p, struct clause *c)
{
	int x = c->xcomp, to = x >= 0 ? child_of(p, x, REL_mark) : -1;

	if (x < 0 || c->object >= 0)
		return;
	if (is_better(p, c, to)) {
		gone(p, c->head, "shown by the verb");
		for (int k = p->node[x].first; k >= 0; k = p->node[k].next)
			if (has_lemma(p, k, "good") && p->word[k].relation == REL_advmod)
				gone(p, k, "shown by the verb");
		take_mood(p, c, "had better");
		return;
	}
	if (to < 0 && has_lemma(p, c->head, "need") && p->word[x].tag == TAG_VB) {
		gone(p, c->head, "shown by the verb");
		take_mood(p, c, "need");	/* need not worry */
		return;
	}
	if (!has_lemma(p, to, "to"))
		return;
	for (size_t k = 0; k < sizeof semi_modals / sizeof *semi_modals; k++) {
		if (!has_lemma(p, c->head, semi_modals[k].lemma)
		    || (semi_modals[k].tag && p->word[c->head].tag != semi_modals[k].tag)
		    || (semi_modals[k].tag == TAG_VBN && !c->passive && !has_lemma(p, c->head, "use")))
			continue;
		if ((has_lemma(p, c->head, "fail") && (c->negative || c->forced)) || (*semi_modals[k].adverb && c->forced))
			return;
		gone(p, to, "shown by the verb");
		if (*semi_modals[k].adverb) {
			c->early = view_of(semi_modals[k].adverb);
			c->early_word = c->head;
		} else if (!has_lemma(p, c->head, "fail")) {
			gone(p, c->head, "shown by the verb");
		}
		take_mood(p, c, semi_modals[k].mood);
		return;
	}
}

/* --- tense --- */

/* Is what could be done something of the past? Not where it is asked for, or what was said or thought then. */
static bool is_of_past(const struct part *p, const struct clause *c)
{
	int above = p->word[c->head].head;

	if (p->word[c->head].relation == REL_ccomp && above >= 0 && !has_lemma(p, above, "see"))
		return false;
	if (c->asks && has_lemma(p, c->subject, "you"))
		return false;
	for (int i = 0; i < p->n; i++)
		if (p->word[i].tag == TAG_VBD || has_lemma(p, i, "ago") || has_lemma(p, i, "yesterday"))
			return true;
	return p->word[c->head].relation == REL_root && c->subject >= 0 && p->word[c->subject].tag == TAG_PRP && !has_lemma(p, c->subject, "you")
		&& !has_lemma(p, c->subject, "it");
}

/* "He would often sit there": what was a habit. */
static bool is_old_habit(const struct part *p, const struct clause *c)
{
	static const char *const often[] = { "often", "sometimes", "usually", "occasionally", "frequently", NULL };

	for (int k = p->node[c->head].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_advmod && view_is_any(p->word[k].lemma, often))
			return p->word[c->head].relation != REL_ccomp && !c->perfect && child_of(p, c->head, REL_advcl) < 0;
	return false;
}

/* "would" and "could" have several meanings; this one's modal, as the rows of verb-patterns.tsv are named. */
static void choose_modal(struct part *p, struct clause *c)
{
	int rather = child_of(p, c->head, REL_advmod);

	if (view_is(c->modal, "could") && !c->perfect && !is_of_past(p, c))
		c->modal = V("can");
	else if (view_is(c->modal, "may") && c->negative && has_lemma(p, c->subject, "you"))
		c->modal = V("can");		/* "you may not enter": it is forbidden */
	else if (view_is(c->modal, "would") && is_old_habit(p, c))
		c->modal = V("used to");
	else if (view_is(c->modal, "would") && has_lemma(p, rather, "rather") && !c->perfect) {
		c->modal = V("rather");
		gone(p, rather, "shown by the verb");
	}
}

/* A modal verb's group, of the rows there are: "could not", "must progressive", "must". */
static void name_modal(struct part *p, struct clause *c)
{
	bool someone = c->subject >= 0 && p->node[c->subject].human && p->node[c->subject].person == 3
		&& !(p->node[c->subject].pronoun && view_is(p->node[c->subject].pronoun->column[PRONOUN_PERSON], "2"));
	const char *aspect = c->progressive ? " progressive" : c->copula < 0 ? "" : someone ? " person" : " copula";
	const char *perfect = c->perfect ? " perfect" : "";

	choose_modal(p, c);
	if (c->negative && !c->perfect) {
		snprintf(c->pattern, sizeof c->pattern, "%.*s not", VIEW_ARG(c->modal));
		if (find_pattern(p, c->pattern))
			return;
	}
	snprintf(c->pattern, sizeof c->pattern, "%.*s%s%s", VIEW_ARG(c->modal), perfect, aspect);
	if (!find_pattern(p, c->pattern))
		snprintf(c->pattern, sizeof c->pattern, "%.*s%s", VIEW_ARG(c->modal), perfect);
}

/* "has lived here for ten years", "since May": it still goes on, दस साल से रह रहा है. What ends when it is done does not. */
static bool still_lasts(const struct part *p, const struct clause *c)
{
	const struct sense *s = p->node[c->head].sense;
	struct view lasting;
	bool counted = c->object >= 0 && child_of(p, c->object, REL_nummod) >= 0;

	if (!c->perfect || c->progressive || c->modal.n || c->negative || c->passive || c->copula >= 0 || !s || s->pos != POS_V)
		return false;
	for (int k = 0; k < c->n_other; k++) {
		int i = c->other[k], prep = child_of(p, i, REL_case);

		if (has_lemma(p, prep, "for") && is_span(p, i) && !has_end(p, s->hi))
			return true;
		if (has_lemma(p, prep, "since") && frame_find(s->frame, "perfect", &lasting) && !counted)
			return true;
	}
	return false;
}

static void name_group(struct part *p, struct clause *c)
{
	const char *time = c->past ? "past" : "present";

	if (still_lasts(p, c))
		c->progressive = true;

	if (c->modal_only)
		return;
	if (c->lasting && c->past && !c->perfect && !c->passive && !c->modal.n && !c->progressive && c->copula < 0) {
		snprintf(c->pattern, sizeof c->pattern, "used to");	/* चाहता था, जानता था */
		return;
	}
	if (c->already && c->perfect && !c->passive && !c->modal.n && !c->progressive && c->copula < 0 && c->past) {
		snprintf(c->pattern, sizeof c->pattern, "already past");
		return;
	}
	if (c->already && c->perfect && !c->past && !c->passive && !c->modal.n && !c->progressive && c->copula < 0) {
		snprintf(c->pattern, sizeof c->pattern, "already");
		return;
	}
	if (c->modal.n && view_is(c->modal, "will") && (c->progressive || c->perfect))
		snprintf(c->pattern, sizeof c->pattern, "future %s", c->perfect ? "perfect" : "progressive");
	else if (c->expletive >= 0 && has_lemma(p, c->head, "be") && view_is(c->modal, "must") && !c->perfect)
		snprintf(c->pattern, sizeof c->pattern, "future");	/* वजह होगी */
	else if (c->modal.n)
		name_modal(p, c);
	else
		snprintf(c->pattern, sizeof c->pattern, "%s%s%s", time, c->perfect ? " perfect" : "", c->progressive ? " progressive" : "");
}

/* --- what is not so --- */

/* "Had I known, ...", "Were it mine, ...": the verb before its subject says if; -1: there is none. */
int inverted(const struct part *p, int i)
{
	int s = child_of(p, i, REL_nsubj), v = child_of(p, i, REL_aux) >= 0 ? child_of(p, i, REL_aux) : child_of(p, i, REL_cop);

	if (s < 0 || v < 0 || v > s || child_of(p, i, REL_mark) >= 0)
		return -1;
	return (has_lemma(p, v, "have") && p->word[v].tag == TAG_VBD) || view_is(p->word[v].form, "Were") || has_lemma(p, v, "should") ? v : -1;
}

/* "if you had asked", "if I were rich": what is not so. */
bool is_unreal(const struct part *p, int i)
{
	int mark = child_of(p, i, REL_mark), aux = child_of(p, i, REL_aux), cop = child_of(p, i, REL_cop);

	if (inverted(p, i) < 0 && (mark < 0 || !has_lemma(p, mark, "if") || p->node[mark].link.n))
		return false;
	return (aux >= 0 && (has_lemma(p, aux, "have") || has_lemma(p, aux, "be")) && p->word[aux].tag == TAG_VBD)
		|| (cop >= 0 && p->word[cop].tag == TAG_VBD);
}

/* "if I were you": only what is not so has were beside one person. */
bool is_subjunctive_were(const struct part *p, int i)
{
	int s = child_of(p, i, REL_nsubj), v = child_of(p, i, REL_cop) >= 0 ? child_of(p, i, REL_cop) : child_of(p, i, REL_aux);

	return is_unreal(p, i) && s >= 0 && v >= 0 && view_is(p->word[v].form, "were") && p->word[s].tag == TAG_PRP
		&& (has_lemma(p, s, "I") || has_lemma(p, s, "he") || has_lemma(p, s, "she") || has_lemma(p, s, "it"));
}

static bool has_unreal_condition(const struct part *p, const struct clause *c)
{
	for (int k = 0; k < c->n_other; k++)
		if (p->word[c->other[k]].relation == REL_advcl && is_unreal(p, c->other[k]))
			return true;
	return false;
}

/* Of a clause that wants the subjunctive: what keeps its own tense or mood in Hindi, and how the others say theirs. */
static void name_subjunctive(struct part *p, struct clause *c)
{
	const char *name = "subjunctive";
	bool passive_past = c->past && !c->perfect;

	if (c->unreal && view_is(c->modal, "could"))
		name = c->perfect ? "could perfect" : "irrealis can";
	else if (view_is(c->modal, "can") || view_is(c->modal, "could") || view_is(c->modal, "may") || view_is(c->modal, "might"))
		name = "subjunctive can";
	else if (c->unreal)
		name = c->perfect ? "counterfactual" : c->progressive ? "irrealis progressive" : "irrealis";
	else if (c->modal.n && !view_is(c->modal, "will") && !view_is(c->modal, "would") && !(c->condition && view_is(c->modal, "should")))
		name = NULL;
	else if (c->condition && (c->perfect || (c->progressive && c->present) || (c->copula >= 0 && c->present && !c->whether)))
		name = NULL;
	else if (passive_past && (c->condition || has_lemma(p, child_of(p, c->head, REL_mark), "until")) && !c->open)
		name = NULL;
	else if (c->perfect || (c->past && c->wished && c->copula < 0 && !c->progressive))
		name = "subjunctive perfect";
	else if (c->progressive)
		name = "subjunctive progressive";
	if (name) {
		snprintf(c->pattern, sizeof c->pattern, "%s", name);
		return;
	}
	c->forced = NULL;
	name_group(p, c);
}

/* A verb without a subject that opens its clause asks, though the tagger may call it a present. */
static bool looks_imperative(const struct part *p, const struct clause *c)
{
	if (p->word[c->copula < 0 ? c->head : c->copula].tag == TAG_VB)
		return true;
	if (c->copula >= 0 || p->word[c->head].tag != TAG_VBP || p->word[c->head].relation == REL_acl_relcl || c->gap >= 0 || c->csubj >= 0 || c->expletive >= 0)
		return false;
	for (int k = p->node[c->head].first; k >= 0 && k < c->head; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if (r != REL_advmod && r != REL_advcl && r != REL_cc && r != REL_punct && r != REL_discourse)
			return false;
	}
	return true;
}

static bool is_imperative(const struct part *p, const struct clause *c)
{
	return c->subject < 0 && c->csubj < 0 && c->expletive < 0 && !c->modal.n && !c->modal_only && c->shared < 0 && child_of(p, c->head, REL_mark) < 0 && !c->past
		&& !c->perfect && (!c->does || p->word[c->head].tag == TAG_VB) && looks_imperative(p, c);
}

/* --- which row --- */

/* "How to leave a job": नौकरी कैसे छोड़ें. */
static bool is_how_to(const struct part *p, const struct clause *c)
{
	return p->word[c->head].tag == TAG_VB && c->subject < 0 && c->copula < 0 && has_lemma(p, child_of(p, c->head, REL_mark), "to")
		&& has_wh(p, c->head, 2);
}

static bool is_year(const struct part *p, int i)
{
	const struct item *item = &p->items->at[p->item[i]];

	return item->kind == ITEM_NUMBER && item->text.n == 4;
}

/* Does a clause say of something else when it was: in 1990, yesterday, the previous owner? */
static bool is_dated(const struct part *p, int i, int depth)
{
	static const char *const before[] = { "previous", "previously", "former", "formerly", "earlier", "originally", "once", "ago", "yesterday",
					      "last", "then", "when", "before", NULL };

	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (view_is_any(p->word[k].lemma, before) || is_year(p, k)
		    || (depth < 2 && is_dated(p, k, depth + 1)))
			return true;
	return false;
}

/* "She said that it was late": उसने कहा कि देर हो गई है. What held while it was said is told as it was said. */
static void take_reported(const struct part *p, struct clause *c)
{
	const struct sense *s = verb_sense(p, c);
	struct view marking;
	bool state = c->copula >= 0 || has_lemma(p, c->head, "be") || c->progressive || (s && (frame_find(s->frame, "past", &marking)
				   || (frame_find(s->frame, "subj", &marking) && view_ends(s->hi, "होना"))));

	if (!c->reported || c->forced || is_dated(p, c->head, 0))
		return;
	if (view_is(c->modal, "could") && !c->perfect)
		c->modal = V("can");
	if (!c->past || c->perfect || !state || c->modal_only)
		return;
	c->past = false;
	c->present = true;
}

/* Does the part end in a question mark, quotation marks and brackets apart? */
bool asks(const struct part *p)
{
	for (size_t i = (size_t)p->item[p->n - 1] + 1; i < p->items->n; i++) {
		if (view_is(p->items->at[i].text, "?"))
			return true;
		if (p->items->at[i].kind != ITEM_SIGN || view_is(p->items->at[i].text, ".") || view_is(p->items->at[i].text, ";"))
			return false;
	}
	return false;
}

static bool is_now(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_VBZ || t == TAG_VBP || (t == TAG_MD && !has_lemma(p, i, "would") && !has_lemma(p, i, "could") && !has_lemma(p, i, "might"));
}

/* "Could you send it?", "It is a tool that a school could use": could is past only where what it belongs to is. */
static bool could_be_now(const struct part *p, const struct clause *c)
{
	int above = p->word[c->head].head;

	while (above >= 0 && !is_verb(p, above) && child_of(p, above, REL_cop) < 0)
		above = p->word[above].head;
	if (above < 0)
		return asks(p);
	if (is_now(p, above))
		return true;
	for (int k = p->node[above].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if ((r == REL_aux || r == REL_aux_pass || r == REL_cop) && is_now(p, k))
			return true;
	}
	return p->word[above].tag == TAG_VB && child_of(p, above, REL_aux) < 0 && child_of(p, above, REL_mark) < 0;
}

/* "They know when to stop": वे जानते हैं कि कब रुकना है. */
static bool is_told_below(const struct part *p, const struct clause *c)
{
	return p->word[c->head].relation == REL_ccomp || p->word[c->head].relation == REL_xcomp || p->word[c->head].relation == REL_advcl;
}

/* "They met every Sunday", "He always paid late": what was done again and again is told with ता था. */
static bool is_repeated_past(const struct part *p, const struct clause *c)
{
	static const char *const habits[] = { "always", "usually", "often", "sometimes", "normally", "generally", "rarely", "seldom", NULL };

	if (!c->past || c->perfect || c->progressive || c->passive || c->copula >= 0 || c->expletive >= 0 || c->modal.n || !verb_sense(p, c))
		return false;
	for (int k = 0; k < c->n_other; k++) {
		int i = c->other[k], det = child_of(p, i, REL_det);

		if (p->word[i].relation == REL_advmod && view_is_any(p->word[i].lemma, habits))
			return true;
		if ((p->word[i].relation == REL_obl || p->word[i].relation == REL_obl_unmarked || p->word[i].relation == REL_nmod_unmarked)
		    && is_time(p, i) && (has_lemma(p, det, "every") || (view_is(p->node[i].class, "weekday") && view_ends(p->word[i].form, "s"))))
			return true;
	}
	return false;
}

const struct row *choose_pattern(struct part *p, struct clause *c)
{
	const struct row *row;
	struct view past;

	if (view_is(c->modal, "would") && has_unreal_condition(p, c))
		c->perfect = true;
	c->lasting = verb_sense(p, c) && frame_find(verb_sense(p, c)->frame, "past", &past) && !view_ends(verb_sense(p, c)->hi, "होना");
	take_reported(p, c);
	c->lasting = c->lasting || is_repeated_past(p, c);
	if (view_is(c->modal, "could") && !c->perfect && !c->negative && !c->unreal && could_be_now(p, c))
		c->modal = V("can");
	if (c->forced && !strcmp(c->pattern, "subjunctive"))
		name_subjunctive(p, c);
	else if (c->forced && c->open && !strcmp(c->pattern, "had to"))
		snprintf(c->pattern, sizeof c->pattern, "subjunctive have to");
	else if (c->unreal && !c->forced && !c->modal_only)
		name_subjunctive(p, c);
	else if (!c->forced && (is_imperative(p, c) || is_how_to(p, c)))
		snprintf(c->pattern, sizeof c->pattern, "%s", is_how_to(p, c) && is_told_below(p, c) ? "supposed to" : "imperative");
	else if (!c->forced)
		name_group(p, c);
	row = find_pattern(p, c->pattern);
	if (!row)
		row = find_pattern(p, "present");
	if (c->negation >= 0 && view_is(row->column[PATTERN_NEGATION], "-"))
		gone(p, c->negation, "shown by the verb");
	return row;
}

/* --- clauses below --- */

/* Is the clause that clause i hangs on one of the past? Verbs that only keep what was say so of another time. */
bool told_in_past(const struct part *p, int i)
{
	static const char *const keeping[] = { "remember", "recall", "forget", NULL };
	int above = p->word[i].head, aux, cop;

	if (above >= 0 && view_is_any(p->word[above].lemma, keeping))
		return false;
	while (above >= 0 && !is_finite(p, above))
		above = p->word[above].head;
	if (above < 0)
		return false;
	aux = child_of(p, above, REL_aux);
	cop = child_of(p, above, REL_cop);
	if (aux < 0)
		aux = child_of(p, above, REL_aux_pass);
	return p->word[aux >= 0 ? aux : cop >= 0 ? cop : above].tag == TAG_VBD;
}

/* "It is vital that she comes", "He asked that we wait": the word that the clause hangs on wants the subjunctive. */
bool wants_subjunctive(const struct part *p, int i, bool past)
{
	int above = p->word[i].head, aux = child_of(p, i, REL_aux);
	struct view mood;

	if (above >= 0 && p->node[above].sense && frame_find(p->node[above].sense->frame, "obj-inf", &mood)
	    && has_lemma(p, child_of(p, i, REL_mark), "to"))
		return view_is(mood, "कि V-ए");
	if (above < 0 || !p->node[above].sense || !frame_find(p->node[above].sense->frame, "that", &mood)
	    || (aux >= 0 && p->word[aux].tag == TAG_MD))
		return false;
	if (view_is(mood, "कि V-ए"))
		return true;
	return view_is(mood, "कि (V-ए)") && (p->word[i].tag == TAG_VB || (past && p->word[i].tag == TAG_VBP));
}

/* "has rewritten it, tested it": the parts after the first have no auxiliary of their own. */
void continue_tense(struct part *p, const struct clause *c, const struct clause *inner)
{
	int i = inner->head;
	const struct sense *s = p->node[i].sense;
	bool done = c->passive && s && s->pos == POS_V && s->transitive && child_of(p, i, REL_obj) < 0 && child_of(p, i, REL_ccomp) < 0
		&& child_of(p, i, REL_xcomp) < 0;

	if ((c->perfect || done) && !c->progressive && !c->forced && p->word[i].tag == TAG_VBD && child_of(p, i, REL_nsubj) < 0
	    && child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_cop) < 0)
		p->word[i].tag = TAG_VBN;
}
