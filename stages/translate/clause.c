/* clause.c - clauses: who does what in Hindi's order, which case each takes, what the verb agrees with, and what follows. */
#include "transfer.h"

#include <stdio.h>
#include <string.h>

enum { ARGUMENTS_MAX = 48, PATTERN_MAX = 64 };

enum gap_role { GAP_NONE, GAP_SUBJECT, GAP_OBJECT, GAP_OBLIQUE };

/* What a clause is made of; -1 where it has none. */
struct clause {
	int head;			/* the verb, or what stands beside the copula */
	int subject, object, indirect, copula, xcomp, ccomp, csubj, expletive, agent, negation, relative;
	int other[ARGUMENTS_MAX], n_other;
	bool passive, progressive, perfect, past, present, finite, negative, modal_only, does, already;
	char pattern[PATTERN_MAX];
	const char *forced;		/* a pattern that the caller wants, or NULL */
	struct view modal;
	struct agreement subject_agrees, object_agrees, outer_agrees;
	struct view subject_post, object_post;
	struct view frame;
	bool object_bare, stative, correlative, turned;
	bool joined;			/* goes on from the clause before, with its subject, */
	struct view said_as;		/* which that one marked so */
	struct view last_post;		/* how the last of those that go on from this one has marked it */
	struct view subject_said;	/* the pronoun that takes up a correlative subject */
	int gap;			/* the noun that a relative clause hangs on, or -1 */
	enum gap_role role;		/* what the noun is in it, where no relative word says so */
	int gap_prep;			/* and the preposition that it left behind (the bus we waited for), or -1 */
	struct view gap_post;
	struct view early;		/* what is said right behind the subject, for word `early_word`: अक्सर */
	int early_word;
	int top;			/* the word that the clause hangs by: "used" where `head` is "be" of "used to be" */
	int shared_object;		/* said bare in the clause before, or -1 */
	int shared;			/* subject of the clause before, for agreement, or -1 */
	bool asks;			/* a question without a question word: क्या */
	bool contrast;			/* beside the copula: not X but Y */
	bool outer_denied;		/* the trouble is not that X but that Y */
	bool condition, unreal, open;	/* अगर; of what is not so; of what would be so */
	bool lasting;			/* a verb of what lasts: want, know */
	bool reported, wished;		/* what was said, thought, known then: it keeps its own tense; what may or should be so */
	bool until, whether;		/* जब तक; चाहे, भले ही */
	int level;			/* what a figure has risen or fallen to: बढ़कर $3 अरब हो गया; or -1 */
	bool able;			/* V पाना, where the form of the verb is the caller's */
};

static void say_clause(struct part *p, struct clause *c);
static void say_phrase(struct part *p, int i);
static int aside_of(const struct part *p, const struct clause *c, int noun);
static bool tells_more(const struct part *p, int clause, int noun);
static void say_back(struct part *p, struct clause *c);
static bool has_wh(const struct part *p, int i, int depth);
static bool asks(const struct part *p);

static struct clause clause_at(int head)
{
	return (struct clause){ .head = head, .top = head, .subject = -1, .object = -1, .indirect = -1, .copula = -1, .xcomp = -1,
		.ccomp = -1, .csubj = -1, .expletive = -1, .agent = -1, .negation = -1, .relative = -1, .gap = -1, .gap_prep = -1, .shared = -1, .shared_object = -1,
		.level = -1 };
}

/* --- what there is --- */

static bool is_relative_word(const struct part *p, int i)
{
	return p->word[i].tag == TAG_WDT || p->word[i].tag == TAG_WP || p->word[i].tag == TAG_WRB || p->word[i].tag == TAG_WP_POSS
		|| (has_lemma(p, i, "that") && p->word[i].tag != TAG_DT);
}

static void take_tense(struct part *p, struct clause *c, int i)
{
	uint8_t t = p->word[i].tag;

	if (t == TAG_VBD)
		c->past = c->finite = true;
	else if (t == TAG_VBZ || t == TAG_VBP)
		c->present = c->finite = true;
	else if (t == TAG_MD)
		c->finite = true;
}

static void take_auxiliary(struct part *p, struct clause *c, int i)
{
	take_tense(p, c, i);
	gone(p, i, "shown by the verb");
	c->does = c->does || (has_lemma(p, i, "do") && p->word[i].tag != TAG_VB && p->word[i].form.n != 2);
	if (p->word[i].relation == REL_aux_pass)
		c->passive = true;
	else if (p->word[i].tag == TAG_MD || has_lemma(p, i, "need"))
		c->modal = p->word[i].lemma;
	else if (has_lemma(p, i, "have"))
		c->perfect = true;
	else if (has_lemma(p, i, "be"))
		c->progressive = true;
}

static bool is_negation(const struct part *p, int i)
{
	return has_lemma(p, i, "not") || has_lemma(p, i, "n't");
}

/* An adverb right before a predicate adjective tells its degree: it is said with the adjective. */
static bool is_degree(const struct part *p, const struct clause *c, int i)
{
	if (c->copula >= 0 && i + 1 == c->head && p->word[i].tag != TAG_WRB && has_wh(p, i, 0) && !is_verb(p, c->head))
		return true;		/* how much faster it is */
	if (c->copula < 0 || i > c->head || i < c->copula || i < c->subject || is_noun(p, c->head) || is_verb(p, c->head))
		return c->copula >= 0 && i == c->head + 1 && has_lemma(p, i, "enough");
	return c->head - i < 3 && p->node[i].pos == POS_ADV && !p->node[i].negates && p->word[i].tag != TAG_WRB && !has_lemma(p, i, "already")
		&& !has_lemma(p, i, "also");
}

static void take_other(struct clause *c, int i)
{
	if (c->n_other < ARGUMENTS_MAX)
		c->other[c->n_other++] = i;
}

static void take_child(struct part *p, struct clause *c, int i)
{
	switch (p->word[i].relation) {
	case REL_nsubj: case REL_nsubj_pass: case REL_nsubj_outer:
		if (c->subject < 0)
			c->subject = i;
		else
			take_other(c, i);
		c->passive = c->passive || p->word[i].relation == REL_nsubj_pass;
		break;
	case REL_csubj: case REL_csubj_pass: c->csubj = i; break;
	case REL_obj:
		if (c->ccomp < 0 && is_verb(p, i) && is_finite(p, i) && has_wh(p, i, 2))
			c->ccomp = i;		/* "like how she writes" */
		else if (c->object < 0) {
			c->object = i;
		} else if (c->indirect < 0 && c->object > c->head && (p->node[c->object].human || view_is(p->node[c->object].class, "people"))) {
			c->indirect = c->object;	/* it takes a child four seconds: to whom is said first */
			c->object = i;
		} else {
			take_other(c, i);
		}
		break;
	case REL_iobj: c->indirect = i; break;
	case REL_aux: case REL_aux_pass: take_auxiliary(p, c, i); break;
	case REL_cop: take_tense(p, c, i); c->copula = i; break;
	case REL_xcomp:
		if (c->ccomp < 0 && is_finite(p, i) && child_of(p, i, REL_nsubj) >= 0 && has_wh(p, i, 0))
			c->ccomp = i;		/* forgot how late it was */
		else
			c->xcomp = c->xcomp < 0 ? i : c->xcomp;
		break;
	case REL_ccomp: c->ccomp = c->ccomp < 0 ? i : c->ccomp; break;
	case REL_expl: c->expletive = i; break;
	case REL_obl_agent: c->agent = i; break;
	case REL_punct: gone(p, i, "sign"); break;
	case REL_advcl:
		if (has_lemma(p, child_of(p, i, REL_mark), "whether") && c->csubj < 0 && child_of(p, c->head, REL_nsubj) < 0
		    && child_of(p, c->head, REL_nsubj_pass) < 0
		    && (i < c->head ? child_of(p, c->head, REL_expl) < 0 : c->copula >= 0 && has_lemma(p, child_of(p, c->head, REL_expl), "it")))
			c->csubj = i;		/* whether it opens depends on the court; it is not clear whether it is open */
		else if (c->xcomp < 0 && i > c->head && has_lemma(p, c->head, "happen") && has_lemma(p, child_of(p, i, REL_mark), "to"))
			c->xcomp = i;		/* happened to be there */
		else
			take_other(c, i);
		break;
	case REL_advmod:
		if (is_degree(p, c, i) && !is_negation(p, i))
			break;
		if (is_negation(p, i) || (has_lemma(p, i, "no") && c->copula >= 0)) {
			c->negative = true;
			c->negation = i;
			break;
		}
		c->negative = c->negative || p->node[i].negates;
		c->already = c->already || has_lemma(p, i, "already");
		/* fall through */
	default:
		if (c->object < 0 && i < c->head && p->word[i].relation == REL_obl && p->word[i].tag == TAG_WP && child_of(p, i, REL_case) < 0
			 && child_of(p, c->head, REL_fixed) > c->head)
			c->object = i;		/* what are you waiting for */
		else
			take_other(c, i);
		break;
	}
}

static void take_children(struct part *p, struct clause *c, int i)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (!p->node[k].said && !p->node[k].gone)
			take_child(p, c, k);
}

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

static void take_semi_modal(struct part *p, struct clause *c)
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

/* "Had I known, ...", "Were it mine, ...": the verb before its subject says if; -1: there is none. */
static int inverted(const struct part *p, int i)
{
	int s = child_of(p, i, REL_nsubj), v = child_of(p, i, REL_aux) >= 0 ? child_of(p, i, REL_aux) : child_of(p, i, REL_cop);

	if (s < 0 || v < 0 || v > s || child_of(p, i, REL_mark) >= 0)
		return -1;
	return (has_lemma(p, v, "have") && p->word[v].tag == TAG_VBD) || view_is(p->word[v].form, "Were") || has_lemma(p, v, "should") ? v : -1;
}

/* "if you had asked", "if I were rich": what is not so. */
static bool is_unreal(const struct part *p, int i)
{
	int mark = child_of(p, i, REL_mark), aux = child_of(p, i, REL_aux), cop = child_of(p, i, REL_cop);

	if (inverted(p, i) < 0 && (mark < 0 || !has_lemma(p, mark, "if") || p->node[mark].link.n))
		return false;
	return (aux >= 0 && (has_lemma(p, aux, "have") || has_lemma(p, aux, "be")) && p->word[aux].tag == TAG_VBD)
		|| (cop >= 0 && p->word[cop].tag == TAG_VBD);
}

/* "if I were you": only what is not so has were beside one person. */
static bool is_subjunctive_were(const struct part *p, int i)
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

/* --- cases --- */

static bool is_personal(const struct part *p, int i)
{
	const struct node *n = &p->node[i];

	if (n->pronoun && view_is(n->pronoun->column[PRONOUN_KIND], "relative") && has_lemma(p, i, "whatever"))
		return false;		/* जो भी आप चुनें */
	return n->pronoun && !view_is(n->pronoun->column[PRONOUN_KIND], "determiner")
		&& (p->word[i].tag != TAG_PRP || !view_is(n->pronoun->column[PRONOUN_KIND], "possessive"))
		&& !view_is(n->pronoun->column[PRONOUN_KIND], "question") && !view_is(n->hi, "कुछ") && !view_is(n->hi, "सब कुछ");
}

static bool is_definite(const struct part *p, int i)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_nmod_poss || has_lemma(p, k, "the") || has_lemma(p, k, "this") || has_lemma(p, k, "that")
		    || has_lemma(p, k, "these") || has_lemma(p, k, "those"))
			return true;
	return false;
}

/* को: pronouns, persons that are known, persons in general where a verb is done to them. */
static bool wants_ko(const struct part *p, int i)
{
	const struct node *n = &p->node[i];

	if (n->stands_for)
		return wants_ko(p, n->stands_for - 1);
	if (is_personal(p, i))
		return true;
	if (n->pronoun && n->human && view_is(n->pronoun->column[PRONOUN_KIND], "question"))
		return true;		/* किसे बुलाया? */
	if (n->human)
		return p->items->at[p->item[i]].kind == ITEM_NAME || is_definite(p, i) || n->plural;
	return false;
}

/* A person, people or an animal: one who does things. */
static bool is_actor(const struct part *p, int i)
{
	static const char *const actors[] = { "person", "people", "kin", "animal", "name-org", "name-person", NULL };

	return p->node[i].human || view_is_any(p->node[i].class, actors)
		|| view_is_any(bilingual_class(&p->g->words, p->word[i].lemma), actors);
}

static struct view usable(struct view marking)
{
	return view_is(marking, "bare") || view_is(marking, "nom") || view_is(marking, "-") ? V("") : marking;
}

/* Verbs with an object, whatever marks it: समस्या से बचा जा सकता था. */
static bool takes_passive(const struct sense *s)
{
	struct view marking;

	return s->transitive || (frame_find(s->frame, "obj", &marking) && usable(marking).n && !frame_find(s->frame, "subj", &marking)
				 && !view_ends(s->hi, "होना"));
}

/* "was blamed for it": in the passive the object of a verb with its preposition is the preposition's, के लिए. */
static bool governs_object(const struct part *p, const struct clause *c, struct view *marking)
{
	const struct sense *s = p->node[c->head].sense;
	size_t at = s ? s->en.n : 0;
	char name[16];

	while (at > 0 && s->en.p[at - 1] != ' ')
		at--;
	if (!at || s->en.n - at >= sizeof name)
		return false;
	snprintf(name, sizeof name, "%.*s", VIEW_ARG(view_cut(s->en, at, s->en.n)));
	return frame_find(c->frame, name, marking);
}

/* Behind its noun a relative pronoun says what it is: जिसे मैंने देखा; with the noun it is marked as the noun is. */
static bool gap_wants_ko(const struct part *p, const struct clause *c)
{
	return p->node[c->gap].human || (!c->correlative && p->word[c->gap].tag != TAG_WP);
}

/* "makes the phone expensive": फोन को महंगा बनाता है. */
static bool becomes(const struct part *p, const struct clause *c)
{
	return c->xcomp >= 0 && p->node[c->xcomp].pos == POS_ADJ && view_is(p->node[c->head].hi, "बनाना");
}

/* "forced the shop to move": what is to do something itself takes को. */
static bool is_told_to(const struct part *p, const struct clause *c)
{
	return c->xcomp > c->object && c->object > c->head && p->word[c->xcomp].tag == TAG_VB && has_lemma(p, child_of(p, c->xcomp, REL_mark), "to")
		&& p->node[c->xcomp].pos == POS_V;
}

static struct view marker_of_object(const struct part *p, const struct clause *c)
{
	const struct node *n = &p->node[c->object];
	bool is_gap = c->role == GAP_OBJECT && c->object == c->gap;
	bool turned = c->turned && c->subject >= 0 && (!c->subject_post.n || is_actor(p, c->object));
	bool told = (is_gap ? gap_wants_ko(p, c) : wants_ko(p, c->object)) || becomes(p, c) || is_told_to(p, c) || turned;

	if (is_gap || turned || is_told_to(p, c) || is_personal(p, c->object) || p->node[c->object].stands_for || is_verb(p, c->object))
		return told ? V("को") : V("");
	if (n->pronoun && n->human && view_is(n->pronoun->column[PRONOUN_KIND], "question"))
		return V("को");		/* किसे बुलाया? */
	return object_marker(p, c->head, c->object, told);
}

/* "The room feels cold": कमरा ठंडा लगता है; she who feels it takes को. */
static bool seems(const struct part *p, const struct clause *c, struct view marking)
{
	struct view object;
	int subject = c->subject >= 0 ? c->subject : c->shared;

	return view_is(marking, "को") && subject >= 0 && c->xcomp >= 0 && !frame_find(c->frame, "obj", &object)
		&& p->node[c->xcomp].pos == POS_ADJ && !p->node[subject].human && p->word[subject].tag != TAG_PRP && p->word[subject].tag != TAG_CD
		&& view_ends(p->node[c->head].hi, "लगना");
}

static void mark_arguments(struct part *p, struct clause *c, const struct row *pattern, const struct sense *s)
{
	struct view subject = pattern->column[PATTERN_SUBJECT], marking;
	bool active = !c->passive || (s && s->pos == POS_V && !s->transitive && (view_starts(s->when, "befalls") || view_starts(s->when, "stative")));

	c->frame = s && s->pos == POS_V ? s->frame : V("");
	c->subject_post = c->object_post = V("");
	if (frame_find(c->frame, "subj", &marking) && active && !seems(p, c, marking))
		c->subject_post = usable(marking);
	else if (view_is(subject, "ne") && active && c->copula < 0 && (s && s->pos == POS_V ? s->ergative : c->object >= 0))
		c->subject_post = V("ने");
	else if (view_is(subject, "ko") && active && c->copula < 0 && c->expletive < 0)
		c->subject_post = V("को");
	if (c->level >= 0)
		c->object_post = V("");	/* दर घटाकर 4% कर दी */
	else if (frame_find(c->frame, "obj", &marking))
		c->object_post = usable(marking);
	else if (c->object >= 0)
		c->object_post = marker_of_object(p, c);
	if (view_is(c->subject_post, "को") && c->subject >= 0 && view_is(p->node[c->head].hi, "लगना") && c->xcomp >= 0
	    && !p->node[c->subject].human && !is_actor(p, c->subject) && !c->forced)
		c->subject_post = V("");		/* सड़क सुरक्षित लगती है */
	if (c->indirect >= 0 && c->object >= 0 && view_is(c->object_post, "को") && !wants_ko(p, c->object))
		c->object_post = V("");		/* बच्चों को संगीत सिखाना */
	if (c->object >= 0 && c->ccomp >= 0 && c->indirect < 0 && p->node[c->object].human && frame_find(c->frame, "to", &marking))
		c->object_post = usable(marking);	/* मतदाताओं से वादा किया कि ... */
	if (c->passive && c->object >= 0 && frame_find(c->frame, "iobj", &marking))
		c->subject_post = usable(marking);	/* ग्राहकों से फीस ली जाती है */
	else if (c->passive && frame_find(c->frame, "obj", &marking))
		c->subject_post = usable(marking);
	else if (c->passive && c->subject >= 0 && s && s->pos == POS_V && s->transitive && p->node[c->subject].human)
		c->subject_post = V("को");
	if (c->passive && c->object >= 0 && !c->turned && governs_object(p, c, &marking))
		c->object_post = usable(marking);
	c->object_bare = !c->object_post.n;
	if (c->copula >= 0 && p->node[c->head].pos == POS_ADJ && p->node[c->head].sense && !c->forced
	    && frame_find(p->node[c->head].sense->frame, "subj", &marking))
		c->subject_post = usable(marking);	/* मुझे यकीन है */
}

/* The gender that a light noun gives its verb: मदद की, कोशिश की. */
static bool light_noun(const struct part *p, struct view verb, bool *feminine)
{
	size_t at = verb.n;

	while (at > 0 && verb.p[at - 1] != ' ')
		at--;
	return at > 1 && bilingual_noun(&p->g->words, view_cut(verb, 0, at - 1), feminine);
}

static bool is_light_plural(struct view verb)
{
	const char *blank = memrchr(verb.p, ' ', verb.n);
	size_t n = blank ? (size_t)(blank - verb.p) : 0;

	return n > strlen("ले") && view_ends(view_cut(verb, 0, n), "े");
}

static struct agreement group_agreement(struct part *p, struct clause *c, struct view verb)
{
	struct agreement a = { false, false, 3 };
	bool feminine = false;
	struct view marking;

	if (c->forced && !strcmp(c->pattern, "infinitive"))
		return a;		/* जवाब देना बंद किया */
	if (c->subject < 0 && c->shared < 0 && c->expletive >= 0 && c->object >= 0 && c->object_bare && c->copula < 0)
		return c->object_agrees;	/* ग्यारह घंटे लगते हैं */
	if (c->subject < 0 && c->shared < 0 && c->expletive >= 0 && c->object < 0 && c->copula < 0
	    && light_noun(p, verb, &feminine))
		return (struct agreement){ feminine, false, 3 };	/* बारिश हुई */
	if (c->subject < 0 && c->expletive >= 0 && c->object < 0 && c->copula < 0 && light_noun(p, verb, &feminine))
		return (struct agreement){ feminine, false, 3 };	/* बारिश हुई */
	if (!c->subject_post.n)
		return c->subject_agrees;
	if (c->copula >= 0 && bilingual_noun(&p->g->words, p->node[c->head].hi, &feminine))
		return (struct agreement){ feminine, false, 3 };	/* उसे दिलचस्पी थी */
	if ((view_is(c->subject_post, "की") || view_is(c->subject_post, "का")) && c->copula < 0 && light_noun(p, p->node[c->head].hi, &feminine))
		return (struct agreement){ feminine, false, 3 };	/* उसकी कीमत ₹50 है */
	if (c->object >= 0 && c->object_bare && !(c->passive && frame_find(c->frame, "as", &marking) && view_is(marking, "bare")))
		return c->object_agrees;	/* but उन्हें राष्ट्रपति चुना गया */
	if (c->object < 0 && c->shared_object >= 0 && !frame_find(c->frame, "obj", &marking))
		return noun_agreement(p, c->shared_object);
	if (frame_find(c->frame, "obj", &marking) && view_is(marking, "की"))
		a.feminine = true;
	else if (frame_find(c->frame, "inf", &marking) && c->xcomp >= 0 && view_ends(marking, "की"))
		a.feminine = true;
	else if (c->xcomp >= 0 && c->object < 0 && frame_find(c->frame, "inf", &marking) && view_is(marking, "V-ना"))
		return a;		/* ताला लगाना याद रखा */
	else if (c->passive && view_is(c->subject_post, "को") && c->object < 0 && view_ends(verb, " करना"))
		return a;		/* उन्हें ट्रेन किया गया */
	else if (view_is(c->object_post, "को") && c->object >= 0 && (view_ends(verb, " करना") || view_ends(verb, " करवाना")))
		return a;		/* उसने मदद की, but उसे ट्रेन किया */
	else if (light_noun(p, verb, &feminine))
		a = (struct agreement){ feminine, is_light_plural(verb) && !feminine, 3 };	/* पैसे दिए */
	return a;
}

/* --- parts of a clause --- */

/* "Having lost the map, ..." */
static bool has_done(const struct part *p, int i)
{
	int aux = child_of(p, i, REL_aux);

	return aux >= 0 && has_lemma(p, aux, "have") && p->word[aux].tag == TAG_VBG;
}

/* The row of what links a clause, or NULL; and the word that does. */
/* Does a clause stand behind the one it belongs to, which says something and does not ask or go into another? */
static bool stands_behind(const struct part *p, int i)
{
	int main = p->word[i].head;

	return main >= 0 && i > main && p->word[i].relation == REL_advcl && is_finite(p, i) && !asks(p)
		&& (p->word[main].relation == REL_root || p->word[main].relation == REL_conj);
}

static bool fits_link(const struct part *p, int i, const struct row *row, const char *form)
{
	if (!view_is(row->column[LINK_FORM], form) && !view_is(row->column[LINK_FORM], "any"))
		return false;
	return !view_is(row->column[LINK_PLACE], "behind") || stands_behind(p, i);
}

static const struct row *find_link(const struct part *p, int i, int *mark_out)
{
	int mark = child_of(p, i, REL_mark);
	const char *form = "finite";
	const struct row *row, *out = NULL;
	size_t n;

	*mark_out = mark;
	if (mark < 0)
		mark = *mark_out = child_of(p, i, REL_case);
	if (mark < 0)
		for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
			if ((p->word[k].tag == TAG_WRB && p->word[k].relation == REL_advmod) || (p->word[k].tag == TAG_WP && view_ends(p->word[k].lemma, "ever")))
				mark = *mark_out = k;
	if (mark < 0 && inverted(p, i) >= 0)
		return rows_find(&p->g->clauses, V("if"), &n);
	if (mark < 0 && is_finite(p, i))
		return NULL;		/* "..., which is no small thing" */
	if (!is_finite(p, i))
		form = p->word[i].tag == TAG_VB ? "to" : "ing";
	row = rows_find(&p->g->clauses, mark < 0 ? has_done(p, i) ? V("having") : V("-") : p->node[mark].link.n ? p->node[mark].link : p->node[mark].sense && p->node[mark].rule
			&& !strcmp(p->node[mark].rule, "phrase") ? p->node[mark].sense->en : p->word[mark].lemma, &n);
	for (size_t k = 0; k < n && !out; k++)
		if (fits_link(p, i, &row[k], form))
			out = &row[k];
	for (size_t k = 0; k < n && !out; k++)
		if (!view_is(row[k].column[LINK_PLACE], "behind"))
			out = &row[k];
	return out;
}

/* What the main clause has before a clause that stays behind it: तब ... जब, but for what a comma parts from it. */
static struct view word_before(const struct part *p, int i)
{
	int mark;
	const struct row *row = p->word[i].relation == REL_advcl && !p->node[i].said && !p->node[i].gone ? find_link(p, i, &mark) : NULL;

	return row && view_is(row->column[LINK_PLACE], "behind") && mark > 0 && p->word[mark - 1].tag != TAG_COMMA ? column_text(row, LINK_ANSWER) : V("");
}

static void say_word_before(struct part *p, const struct clause *c)
{
	for (int k = 0; k < c->n_other && !c->forced; k++)
		if (word_before(p, c->other[k]).n) {
			say(p, word_before(p, c->other[k]), -1);
			return;
		}
}

static bool is_wh(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_WP || t == TAG_WDT || t == TAG_WRB || t == TAG_WP_POSS;
}

/* "how long", "how many times" */
static bool is_wh_phrase(const struct part *p, int i)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].tag == TAG_WRB && p->word[k].relation != REL_mark)
			return true;
	return false;
}

static bool has_wh(const struct part *p, int i, int depth)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if (is_wh(p, k) && !p->node[k].gone && child_of(p, k, REL_acl_relcl) < 0)
			return true;
		if (depth < 3 && r != REL_advcl && r != REL_acl_relcl && r != REL_ccomp && (r != REL_conj || !is_finite(p, k)) && has_wh(p, k, depth + 1))
			return true;
	}
	return is_wh(p, i);
}

/* "before you leave": without a finite verb the same subject is not said twice. */
static void drop_same_subject(struct part *p, int i, const struct clause *main)
{
	int s = child_of(p, i, REL_nsubj), m = main->subject >= 0 ? main->subject : main->shared;

	if (s < 0)
		s = child_of(p, i, REL_nsubj_pass);
	if (s < 0 || !p->node[s].pronoun)
		return;
	if (m >= 0 && p->node[s].antecedent ? p->node[s].antecedent == 1 + m : m >= 0 ? p->node[m].pronoun && view_eq(p->node[m].hi, p->node[s].hi) && view_eq(p->word[m].lemma, p->word[s].lemma) : view_is(p->node[s].hi, "आप")
	    || (view_is(p->node[s].hi, "हम") && has_lemma(p, child_of(p, main->head, REL_discourse), "let")))
		gone(p, s, "the same as the main clause's");
}

/* "depends on what they decide": इस पर निर्भर है कि वे क्या तय करते हैं. The clause waits for the end. */
static bool say_asked(struct part *p, int i, const struct row *row, int mark, struct clause *main)
{
	struct view post = column_text(row, LINK_CLOSE);
	struct buf b = { 0 };
	char name[LOWER_MAX];

	if (!main || mark < 0 || mark > i || p->word[mark].relation != REL_mark || !is_finite(p, i) || !view_is(row->column[LINK_FORM], "ing") || column_text(row, LINK_OPEN).n
	    || (!has_wh(p, i, 0) && !has_lemma(p, mark + 1, "whether")) || p->n_later >= (int)(sizeof p->later / sizeof *p->later))
		return false;
	if (p->word[mark].lemma.n < sizeof name) {
		snprintf(name, sizeof name, "%.*s", VIEW_ARG(p->word[mark].lemma));
		frame_find(main->frame, name, &post);
	}
	if (post.n && !usable(post).n)
		gone(p, mark, "shown by what follows");	/* तय करते हैं कि ... */
	else if (post.n && hindi_pronoun(p->g->hindi, V("यह"), post, (struct agreement){ 0 }, &b))
		say(p, buf_view(&b), mark);
	else
		return false;
	buf_release(&b);
	p->word[i].relation = REL_ccomp;
	p->later[p->n_later++] = i;
	return true;
}

/* "too heavy to lift": what is too heavy is what is lifted, इतना भारी है कि उठाया न जा सके. */
static bool is_done_to(const struct part *p, int i, const struct row *row, int subject)
{
	const struct sense *s = p->node[i].sense;

	return view_ends(row->column[LINK_EN], "... to") && subject >= 0 && child_of(p, i, REL_nsubj) < 0 && child_of(p, i, REL_obj) < 0
		&& child_of(p, i, REL_ccomp) < 0 && child_of(p, i, REL_xcomp) < 0 && s && takes_passive(s) && !is_actor(p, subject)
		&& (p->word[subject].tag != TAG_PRP || has_lemma(p, subject, "it"));
}

/* A linked clause in the verb group and with the words that its row names. */
static void say_linked(struct part *p, int i, const struct row *row, int mark, struct clause *main)
{
	struct clause c = clause_at(i);
	struct view group = column_text(row, LINK_GROUP), close = column_text(row, LINK_CLOSE), first;

	if (say_asked(p, i, row, mark, main))
		return;
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_mark && k != mark && has_lemma(p, k, "to"))
			gone(p, k, "shown by the verb's form");	/* than to hurry */
	if (column_text(row, LINK_OPEN).n)
		say(p, row->column[LINK_OPEN], mark);
	else if (!close.n && (mark < 0 || p->word[mark].tag != TAG_WP))
		gone(p, mark, "shown by the verb's form");
	if (group.n && view_next(&group, ' ', &first)) {
		char name[PATTERN_MAX];

		snprintf(name, sizeof name, "%.*s", VIEW_ARG(first));
		c.forced = find_pattern(p, name) ? find_pattern(p, name)->column[0].p : NULL;
		c.negative = view_is(group, "न");
		snprintf(c.pattern, sizeof c.pattern, "%s", name);
	}
	if (mark >= 0 && close.n)
		p->node[mark].gone = "said behind the clause";
	c.shared = main ? (main->subject >= 0 ? main->subject : main->shared) : -1;
	c.condition = ((mark >= 0 && has_lemma(p, mark, "if")) || view_is(row->column[LINK_EN], "if")) && !view_is(row->column[LINK_OPEN], "मानो");
	c.unreal = is_subjunctive_were(p, i)
		|| (is_unreal(p, i) && (inverted(p, i) >= 0 || (main && (view_is(main->modal, "would") || view_is(main->modal, "could")))));
	c.open = main && view_is(main->modal, "would");
	c.until = view_is(row->column[LINK_OPEN], "जब तक");
	c.whether = view_is(row->column[LINK_OPEN], "चाहे") || view_is(row->column[LINK_OPEN], "भले ही");
	if (c.forced && main && !column_text(row, LINK_OPEN).n && !view_is(row->column[LINK_GROUP], "subjunctive"))
		drop_same_subject(p, i, main);
	if (column_text(row, LINK_OPEN).n && child_of(p, i, REL_nsubj) < 0 && main && main->subject >= 0)
		c.shared = main->subject;
	if (view_ends(row->column[LINK_EN], "... to") && !view_ends(p->node[i].hi, "होना"))
		c.modal = V("can");
	c.passive = main && is_done_to(p, i, row, main->subject);
	say_clause(p, &c);
	if (close.n) {
		if (mark >= 0)
			p->node[mark].gone = NULL;
		say(p, close, mark);
	}
	say_back(p, &c);
}

static bool is_time(const struct part *p, int i)
{
	const struct node *n = &p->node[i];

	return view_is(n->class, "time") || view_is(n->class, "clock") || view_is(n->class, "weekday") || view_is(n->class, "date")
		|| view_is(n->class, "month") || view_is(p->items->at[p->item[i]].type, "DATE")
		|| view_is(p->items->at[p->item[i]].type, "TIME");
}

static bool is_governed(const struct part *p, const struct clause *c, int i)
{
	int prep = child_of(p, i, REL_case);
	struct view marking;
	char name[32];

	if (prep < 0 || p->word[prep].lemma.n >= sizeof name)
		return false;
	snprintf(name, sizeof name, "%.*s", VIEW_ARG(p->word[prep].lemma));
	return frame_find(c->frame, name, &marking);
}

enum place { PLACE_FRONT, PLACE_TIME, PLACE_INNER, PLACE_OBLIQUE, PLACE_GOVERNED, PLACE_ADVERB, PLACE_WH, PLACE_WH_PHRASE, PLACE_STRESS, PLACE_BACK, PLACE_NONE };

static enum place place_of_clause(const struct part *p, int i)
{
	int mark;
	const struct row *row = find_link(p, i, &mark);

	if (!row || view_is(row->column[LINK_PLACE], "back") || view_is(row->column[LINK_PLACE], "behind"))
		return PLACE_BACK;
	return view_is(row->column[LINK_PLACE], "front") ? PLACE_FRONT : PLACE_INNER;
}

/* These follow what they stress, the last word before the verb. */
static const char *const late_adverbs[] = { "भी", "ही", "तक", "तो", "वापस", "ऊपर", "नीचे", "बाहर", "अंदर", "आगे", "दूर", "साथ", "अलग", "घर",
	NULL };

/* How it is done stands next to the verb, behind the object: दरवाज़ा धीरे से खोलें. Adverbs of time and of the whole clause do not. */
static bool is_manner(const struct part *p, const struct clause *c, int i)
{
	static const char *const manners[] = { "well", "fast", "hard", "together", "alone", "slowly", "quickly", "carefully", "quietly",
		"badly", "correctly", "properly", "gently", "safely", "easily", "clearly", "closely", "loudly", "calmly", "honestly", "politely",
		"automatically", "manually", "directly", "differently", "separately", "twice", NULL };

	return i > c->head && view_is_any(p->word[i].lemma, manners);
}

/* What a relative clause behind its noun begins with: जिसे मैंने देखा, जहां सर्दियां लंबी होती हैं. */
static bool opens_relative(const struct part *p, const struct clause *c, int i)
{
	return c->gap >= 0 && c->relative >= 0 && !c->correlative && i >= 0 && is_under(p, c->relative, i);
}

/* By how much something changes: "by 30%". */
static bool is_measured_by(const struct part *p, const struct clause *c, int i)
{
	const struct item *item = &p->items->at[p->item[i]];
	int prep = child_of(p, i, REL_case);

	return has_lemma(p, prep, "by") && i > c->head && item->kind == ITEM_NUMBER && c->object >= 0
		&& (view_is(item->token, "percent") || view_is(item->token, "amount"));
}

static enum place place_of(const struct part *p, const struct clause *c, int i)
{
	if (opens_relative(p, c, i) && p->word[i].relation != REL_advcl && p->word[i].relation != REL_conj)
		return PLACE_FRONT;
	switch (p->word[i].relation) {
	case REL_advcl: case REL_advcl_relcl: return place_of_clause(p, i);
	case REL_acl_relcl: case REL_parataxis: case REL_conj: case REL_ccomp: case REL_list: return PLACE_BACK;
	case REL_discourse: return view_is(p->node[i].hi, "है ना") ? PLACE_BACK : PLACE_FRONT;
	case REL_cc_preconj:	/* तेज़ और सस्ता दोनों है; वह न अमीर है, न मशहूर */
		return c->copula < 0 ? PLACE_FRONT : has_lemma(p, i, "both") ? PLACE_STRESS : i > c->copula ? PLACE_ADVERB : PLACE_FRONT;
	case REL_cc: case REL_vocative: case REL_mark: return PLACE_FRONT;
	case REL_advmod:
		if (i > 0 && view_is(p->node[i - 1].link, "however ..."))
			return PLACE_ADVERB;
		if (is_wh(p, i))
			return p->node[i].first < 0 && !p->node[i].fixed ? PLACE_WH : PLACE_WH_PHRASE;
		if (is_wh_phrase(p, i))
			return PLACE_WH_PHRASE;
		if (c->subject < 0 && view_is(p->node[i].hi, "भी"))
			return PLACE_ADVERB;
		if (p->node[i].negates && c->subject < 0 && c->shared < 0 && c->copula < 0)
			return PLACE_ADVERB;	/* पहली मीटिंग में कभी न */
		if (i < c->head && (c->subject < 0 || i < c->subject))
			return PLACE_FRONT;
		if (((c->copula >= 0 && i > c->copula) || (c->xcomp >= 0 && is_verb(p, c->xcomp))) && view_is(p->node[i].hi, "भी"))
			return PLACE_STRESS;	/* वह डॉक्टर भी है */
		return view_is_any(p->node[i].hi, late_adverbs) || is_manner(p, c, i) ? PLACE_ADVERB : PLACE_TIME;
	case REL_obl: case REL_nmod: case REL_obl_unmarked: case REL_nmod_unmarked: case REL_dislocated:
		if (i == c->level)
			return PLACE_NONE;
		if (is_measured_by(p, c, i))
			return PLACE_ADVERB;	/* दर 30% बढ़ा दी */
		if (is_governed(p, c, i) && i > c->head)
			return PLACE_GOVERNED;
		if (i < c->head && (c->subject < 0 || i < c->subject))
			return PLACE_FRONT;
		if (view_is(p->node[i].class, "clock"))
			return PLACE_INNER;	/* शुक्रवार को शाम 6 बजे */
		return is_time(p, i) ? PLACE_TIME : PLACE_OBLIQUE;
	default: return PLACE_OBLIQUE;
	}
}

static bool is_nominal_slot(const struct part *p, int i)
{
	switch (p->word[i].relation) {
	case REL_det: case REL_det_predet: case REL_amod: case REL_nmod: case REL_nmod_poss: case REL_nummod: case REL_compound: case REL_acl:
	case REL_acl_relcl: case REL_case: case REL_flat: case REL_appos: case REL_fixed: case REL_goeswith: return true;
	default: return false;
	}
}

/* "however carefully you pack" */
static bool is_however(const struct part *p, int i)
{
	return i > 0 && view_is(p->node[i - 1].link, "however ...");
}

static void say_adverb(struct part *p, int i)
{
	static const char *const whole[] = { "more", "less", "later", "earlier", "sooner", NULL };

	for (int k = p->node[i].first; k >= 0; k = p->node[k].next) {
		int prep = child_of(p, k, REL_case);
		struct marking m = { .word = prep, .head.person = 9 };	/* प्रार्थना के बीच में */

		if (p->node[k].said || p->node[k].gone || p->word[k].relation == REL_punct)
			continue;
		if (p->word[k].relation == REL_obl || p->word[k].relation == REL_nmod || p->word[k].relation == REL_obl_unmarked) {
			if (prep >= 0)
				m.post = postposition(p, i, k, prep, &m.oblique);
			say_noun(p, k, m);
		}
	}
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_advmod && !p->node[k].said && !p->node[k].gone)
			say_adverb(p, k);	/* मुझसे कहीं ज़्यादा */
	if (p->word[i].tag == TAG_RBR && !view_is_any(p->word[i].lemma, whole) && !view_starts(p->node[i].hi, "ज़्यादा") && child_of(p, i, REL_fixed) < 0)
		say(p, V("ज़्यादा"), -1);
	if (is_however(p, i) && has_lemma(p, i, "much")) {
		say(p, V("कितना भी"), i);
		return;
	}
	if (is_however(p, i))
		say(p, view_ends(p->node[i].hi, "ी से") ? V("कितनी भी") : V("कितना भी"), -1);
	say(p, p->node[i].hi, i);
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_conj && !p->node[k].said && !p->node[k].gone) {
			int cc = child_of(p, k, REL_cc);

			if (cc >= 0)
				say(p, p->node[cc].hi, cc);
			say_adverb(p, k);
		}
}

static bool say_front_relative(struct part *p, struct clause *c, int i);

static void say_oblique(struct part *p, struct clause *c, int i)
{
	int prep = child_of(p, i, REL_case);
	struct marking m = { .word = prep };

	if (say_front_relative(p, c, i))
		return;

	if (prep >= 0) {
		m.post = postposition(p, c->head, i, prep, &m.oblique);
		if (view_is(m.post, "का"))
			m.head = c->subject_agrees;	/* ये जूते उसके हैं */
	} else if (p->node[i].cause) {
		m.post = V("से");
	} else if (is_time(p, i)) {
		m.oblique = true;
	}
	say_noun(p, i, m);
}

/* "problem, laminated": a participle told behind a comma of what is no clause. */
static bool is_told_participle(const struct part *p, int i)
{
	int h = p->word[i].head;

	return p->word[i].tag == TAG_VBN && h >= 0 && is_noun(p, h) && child_of(p, i, REL_nsubj) < 0 && child_of(p, i, REL_nsubj_pass) < 0
		&& child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_aux_pass) < 0 && !is_verb(p, h) && child_of(p, h, REL_cop) < 0;
}

/* Neither a verb nor beside a copula, and without a subject. */
static bool is_phrase(const struct part *p, int i)
{
	return !(is_verb(p, i) && p->node[i].pos == POS_V) && child_of(p, i, REL_cop) < 0 && child_of(p, i, REL_nsubj) < 0
		&& child_of(p, i, REL_expl) < 0 && !p->node[i].busy;
}

/* "This is where it ends": यह वह जगह है, जहां ... */
static void say_link_of_question(struct part *p, int i)
{
	int h = p->word[i].head;

	if (p->word[i].relation == REL_advcl_relcl && h >= 0 && p->word[h].tag == TAG_WRB)
		say(p, has_lemma(p, h, "where") ? V("जहां") : has_lemma(p, h, "when") ? V("जब") : V("जिससे"), -1);
}

static void say_argument(struct part *p, struct clause *c, int i)
{
	int mark;
	const struct row *row;

	if (p->node[i].said || p->node[i].gone)
		return;
	switch (p->word[i].relation) {
	case REL_advcl: case REL_advcl_relcl:
		row = find_link(p, i, &mark);
		if (row) {
			say_linked(p, i, row, mark, c);
			return;
		}
		break;
	case REL_advmod: say_adverb(p, i); return;
	case REL_mark:
		if (p->word[i].tag == TAG_TO) {
			gone(p, i, "shown by the verb's form");
			return;
		}
		/* fall through */
	case REL_cc: case REL_discourse: case REL_cc_preconj: say(p, p->node[i].hi, i); return;
	case REL_acl_relcl: say_relative(p, i, p->word[i].head); return;
	case REL_parataxis: case REL_ccomp: case REL_list: {
		struct clause inner = clause_at(i);

		if (is_told_participle(p, i) && p->word[i].relation != REL_ccomp) {
			say_clause_as(p, i, "passive participle", noun_agreement(p, p->word[i].head));
			return;
		}
		if (is_phrase(p, i)) {
			say_phrase(p, i);
			return;
		}
		say_clause(p, &inner);
		say_back(p, &inner);
		return;
	}
	default: break;
	}
	if (is_finite(p, i)) {
		struct clause inner = clause_at(i);

		say_link_of_question(p, i);
		say_clause(p, &inner);
		say_back(p, &inner);
	} else {
		say_oblique(p, c, i);
	}
}

/* What ends in a postposition is part of its clause and has no comma: जाने से पहले. */
static bool is_bare_link(const struct part *p, int i)
{
	int mark;
	const struct row *row = find_link(p, i, &mark);

	return row && view_is(row->column[LINK_OPEN], "-") && !view_is(row->column[LINK_GROUP], "subjunctive");
}

/* What takes up a clause before the main clause: अगर ..., तो ... */
static void say_answer(struct part *p, struct clause *c, int i)
{
	int mark, then = -1;
	const struct row *row = find_link(p, i, &mark);

	say_sign(p, ",");
	if (!row || !column_text(row, LINK_ANSWER).n || !column_text(row, LINK_OPEN).n)
		return;
	for (int k = 0; k < c->n_other; k++)
		if (p->word[c->other[k]].relation == REL_advmod && !p->node[c->other[k]].said
		    && (has_lemma(p, c->other[k], "then") || view_eq(p->node[c->other[k]].hi, row->column[LINK_ANSWER])))
			then = c->other[k];
	say(p, row->column[LINK_ANSWER], then);
}

/* भी of a clause that has nothing but its verb to stress: लिख भी सकता है. Behind the subject it would say that others do it too. */
static bool is_late_focus(const struct part *p, const struct clause *c, int i)
{
	if (!view_is(p->node[i].hi, "भी") || p->word[i].relation != REL_advmod || p->word[i].head != c->head || c->copula >= 0 || c->object >= 0
	    || c->xcomp >= 0 || c->indirect >= 0 || (c->forced && strncmp(c->pattern, "subjunctive", strlen("subjunctive"))) || (c->subject >= 0 && i < c->subject) || i > c->head)
		return false;
	for (int k = 0; k < c->n_other; k++)
		if (c->other[k] != i && p->word[c->other[k]].relation != REL_advmod && !p->node[c->other[k]].gone
		    && place_of(p, c, c->other[k]) != PLACE_BACK && place_of(p, c, c->other[k]) != PLACE_FRONT)
			return false;
	return true;
}

static void say_at(struct part *p, struct clause *c, enum place place)
{
	for (int k = 0; k < c->n_other; k++) {
		int i = c->other[k];
		size_t before = p->out->n;
		int aside;

		if (p->node[i].said || p->node[i].gone || place_of(p, c, i) != place || is_late_focus(p, c, i))
			continue;
		if (c->copula >= 0 && is_nominal_slot(p, i) && place != PLACE_BACK)
			continue;
		aside = place == PLACE_FRONT && is_noun(p, i) ? aside_of(p, c, i) : -1;
		if (aside >= 0)
			p->node[aside].busy = true;	/* then the noun does not have it wait */
		say_argument(p, c, i);
		if (aside >= 0) {
			say_relative(p, aside, i);
			say_sign(p, ",");	/* फिनलैंड में, जहां सर्दियां लंबी होती हैं, ... */
		}
		if (place != PLACE_FRONT || p->out->n == before)
			continue;
		if (p->word[i].relation == REL_advcl && !is_bare_link(p, i))
			say_answer(p, c, i);
		else if (i + 1 < p->n && p->word[i + 1].tag == TAG_COMMA && p->word[i].relation == REL_advmod)
			say_sign(p, ",");
	}
}

/* --- relative words --- */

static int find_relative(const struct part *p, int i, int depth)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;
		int below;

		if (is_relative_word(p, k) && r != REL_mark)
			return k;
		if (depth < 2 && (r == REL_obl || r == REL_nmod || r == REL_nsubj || r == REL_obj || r == REL_nsubj_pass)) {
			below = find_relative(p, k, depth + 1);
			if (below >= 0)
				return below;
		}
	}
	return -1;
}

/* A clause that stands before the other members of a phrase tells of the first alone. */
static struct agreement gap_agreement(const struct part *p, int noun, int clause)
{
	int other = child_of(p, noun, REL_conj);

	return other > clause ? member_agreement(p, noun) : noun_agreement(p, noun);
}

static void make_relative(struct part *p, int word, int noun, struct agreement a)
{
	struct node *n = &p->node[word];

	if (child_of(p, word, REL_fixed) >= 0)
		return;			/* after which: जिसके बाद */
	if (p->word[word].tag == TAG_WRB) {
		n->hi = has_lemma(p, word, "where") ? V("जहां") : has_lemma(p, word, "when") ? V("जब") : has_lemma(p, word, "why") ? V("जिससे") : V("जैसे");
		n->fixed = true;
		return;
	}
	n->hi = p->word[word].tag == TAG_WP_POSS && a.plural ? V("जिन") : V("जो");
	if (!n->pronoun || view_is(n->pronoun->column[PRONOUN_KIND], "determiner"))
		n->pronoun = p->g->pronouns.at;	/* which is a determiner elsewhere: जिसमें, not जो में */
	n->plural = a.plural;
	n->feminine = a.feminine;
	n->human = p->node[noun].human;
	n->person = 3;
}

/* --- the clause --- */

static const struct sense *verb_sense(const struct part *p, const struct clause *c)
{
	const struct sense *s = p->node[c->head].sense;

	return c->copula < 0 ? s : NULL;
}

/* "X means Y", "X costs Y": X का मतलब Y है, X की कीमत Y है. */
static bool means(const struct part *p, const struct clause *c)
{
	return c->object >= 0 && c->object_bare && (c->subject >= 0 || c->csubj >= 0) && view_ends(p->node[c->head].hi, " होना")
		&& (view_is(c->subject_post, "का") || view_is(c->subject_post, "की"));
}

static struct view verb_word(struct part *p, const struct clause *c)
{
	const struct node *n = &p->node[c->head];
	struct buf b = { 0 };
	struct view out;

	if (c->copula >= 0 && c->forced && p->word[c->head].relation == REL_xcomp && c->shared >= 0 && p->node[c->shared].human)
		return is_noun(p, c->head) && child_of(p, c->head, REL_case) < 0 ? V("बनना") : V("रहना");	/* डॉक्टर बनना चाहती है */
	if (c->copula >= 0)
		return !strcmp(c->pattern, "imperative") ? V("रहना") : V("होना");	/* शांत रहें */
	if (means(p, c))
		return V("होना");
	if (p->word[c->head].tag == TAG_MD)
		return V("करना");	/* जहां आप कर सकते हैं */
	if (n->sense && n->sense->pos == POS_V && n->hi.n && !c->able)
		return n->hi;
	if (n->sense && n->sense->pos == POS_V && n->hi.n) {
		hindi_verb(p->g->hindi, n->hi, VERB_STEM, (struct agreement){ 0 }, &b);
		buf_str(&b, " पाना");
		out = arena_copy(p->arena, buf_view(&b));
		buf_release(&b);
		return out;
	}
	buf_add(&b, n->hi);
	buf_str(&b, c->object >= 0 || c->passive ? " करना" : " होना");
	out = arena_copy(p->arena, buf_view(&b));
	buf_release(&b);
	return out;
}

static void find_subject_agreement(struct part *p, struct clause *c)
{
	const struct sense *sense = p->node[c->head].sense;
	bool nobody = c->ccomp >= 0 && sense && frame_find(sense->frame, "subj-inf", &(struct view){ 0 });	/* लगा कि ... */
	int s = c->subject >= 0 ? c->subject : nobody ? -1 : c->shared;

	c->subject_agrees = (struct agreement){ false, false, 3 };
	if (s >= 0)
		c->subject_agrees = noun_agreement(p, s);
	else if (c->gap >= 0 && c->relative < 0)
		c->subject_agrees = gap_agreement(p, c->gap, c->top);
	else if (!strcmp(c->pattern, "imperative"))
		c->subject_agrees.plural = true;
	if (c->subject >= 0 && c->subject == c->relative && c->gap >= 0)
		c->subject_agrees = gap_agreement(p, c->gap, c->top);
	if (c->copula >= 0 && is_noun(p, c->head) && s >= 0 && p->node[s].pronoun && !p->node[s].human && child_of(p, c->head, REL_case) < 0)
		c->subject_agrees = noun_agreement(p, c->head);
	if (c->copula >= 0 && is_noun(p, c->head) && s < 0 && c->csubj >= 0 && child_of(p, c->head, REL_case) < 0)
		c->subject_agrees = noun_agreement(p, c->head);		/* यह सोचना गलती होगी */
	if (c->object >= 0)
		c->object_agrees = c->object == c->relative && c->gap >= 0 ? gap_agreement(p, c->gap, c->top) : noun_agreement(p, c->object);
}

static bool negative_argument(const struct part *p, int i)
{
	if (i < 0)
		return false;
	if (p->node[i].negates && p->node[i].pos == POS_PRON)
		return true;
	if (p->node[i].pronoun && (view_is(p->node[i].pronoun->column[PRONOUN_KIND], "negative")
				   || view_is(p->node[i].pronoun->column[PRONOUN_MORE], "negative")))
		return true;
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if ((p->word[k].relation == REL_nmod_poss && negative_argument(p, k)) || (p->word[k].relation == REL_det && (p->node[k].negates
		    || (p->node[k].pronoun && view_is(p->node[k].pronoun->column[PRONOUN_MORE], "negative")))))
			return true;
	return false;
}

/* "under no law": किसी कानून के तहत ... नहीं; but "with no law" is बिना कानून के, and what is one word in Hindi has its own नहीं. */
static bool negative_oblique(const struct part *p, const struct clause *c)
{
	for (int k = 0; k < c->n_other; k++) {
		int i = c->other[k], prep = p->word[i].relation == REL_obl ? child_of(p, i, REL_case) : -1;
		bool oblique;
		struct view post;

		if (prep < 0 || !negative_argument(p, i) || has_lemma(p, prep, "than"))
			continue;
		post = postposition(p, c->head, i, prep, &oblique);
		if (!view_starts(post, "=") && !view_starts(post, "बिना"))
			return true;
	}
	return false;
}

/* "Shops are open", "Seats are cheap today": what is so for a time, not always; but "Banks are closed on Sundays" is. */
static bool is_for_now(const struct part *p, const struct clause *c)
{
	static const char *const states[] = { "open", "closed", "empty", "full", "ready", "tired", "hungry", "thirsty", "wet", "dry", "free", "busy",
		"available", "missing", "asleep", "awake", "sick", "late", "angry", "broken", "offline", "online", "wrong", "unclear", NULL };
	static const char *const now[] = { "now", "today", "tonight", "currently", "still", "already", "again", NULL };
	bool other = false;

	for (int k = 0; k < c->n_other; k++) {
		if (view_is_any(p->word[c->other[k]].lemma, now))
			return true;
		other = other || p->word[c->other[k]].relation == REL_obl || p->word[c->other[k]].relation == REL_advcl;
	}
	return c->copula >= 0 && !other && p->node[c->head].pos == POS_ADJ && view_is_any(p->word[c->head].lemma, states);
}

static bool is_generic(const struct part *p, const struct clause *c)
{
	int s = c->subject, det = s >= 0 ? child_of(p, s, REL_det) : -1;

	if (is_for_now(p, c))
		return false;

	if (det >= 0 && !c->passive && c->copula < 0 && c->expletive < 0 && child_of(p, s, REL_nmod) < 0 && (has_lemma(p, det, "every") || has_lemma(p, det, "each")))
		return true;
	if (s < 0 || p->word[s].tag != TAG_NNS || c->passive || c->expletive >= 0)
		return false;
	for (int k = p->node[s].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if (r == REL_det || r == REL_nmod_poss || r == REL_nummod || r == REL_acl_relcl || r == REL_nmod)
			return false;
	}
	return true;
}

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
static bool asks(const struct part *p)
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

static const struct row *choose_pattern(struct part *p, struct clause *c)
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

/* "He came and he went", "If you want it, you must ask": the same pronoun is not said again. */
static bool is_repeated(const struct part *p, const struct clause *c, struct marking m)
{
	const struct node *n = &p->node[c->subject];

	return !m.post.n && p->pronoun_said.n && p->word[c->subject].tag == TAG_PRP && n->pronoun
		&& view_eq(p->pronoun_said, n->pronoun->column[PRONOUN_EN]) && n->first < 0;
}

/* "The lake, which freezes, is deep": what is told by the way stands where it does in English, between commas. */
static int aside_of(const struct part *p, const struct clause *c, int noun)
{
	int r = noun < 0 ? -1 : child_of(p, noun, REL_acl_relcl);

	if (r < 0 || c->forced || p->node[r].said || p->node[r].gone || p->node[r].busy || !is_finite(p, r)
	    || is_restrictive(p, noun, r) || tells_more(p, r, noun) || child_of(p, noun, REL_conj) >= 0)
		return -1;
	return r;
}

/* "She came and saw it": वह आई और उसने उसे देखा. What is marked otherwise than before is said again. */
static void say_subject_again(struct part *p, struct clause *c)
{
	static const char *const people[] = { "pronoun", "possessive", NULL };
	const struct node *s = c->shared < 0 ? NULL : &p->node[c->shared];
	struct view hi = c->subject_agrees.plural ? V("वे") : V("वह");
	struct buf b = { 0 };

	if (!c->joined || c->subject >= 0 || !s || c->forced || view_eq(c->subject_post, c->said_as)
	    || (!view_is(c->subject_post, "ने") && !view_is(c->subject_post, "को")))
		return;
	if (s->pronoun && !view_is_any(s->pronoun->column[PRONOUN_KIND], people) && !view_is(s->hi, "जो"))
		return;			/* nobody, who: not the same again */
	if (s->pronoun)
		hi = s->hi;
	if (hindi_pronoun(p->g->hindi, hi, c->subject_post, c->subject_agrees, &b))
		say(p, buf_view(&b), -1);
	buf_release(&b);
}

static void say_subject(struct part *p, struct clause *c)
{
	struct marking m = { .post = c->subject_post, .word = -1 };
	int aside;

	if (c->subject_said.n) {
		struct buf b = { 0 };

		hindi_pronoun(p->g->hindi, c->subject_said, c->subject_post, c->subject_agrees, &b);
		say(p, buf_view(&b), -1);
		buf_release(&b);
		return;
	}
	say_subject_again(p, c);
	if (c->subject < 0 || p->node[c->subject].said || p->node[c->subject].gone)
		return;
	if (c->forced && c->subject >= 0 && !c->passive && !strcmp(c->pattern, "oblique") && (!c->subject_post.n || view_is(c->subject_post, "ने")))
		m.post = p->node[c->subject].human || p->node[c->subject].pronoun ? V("का") : V("");
	if (view_is(m.post, "का") && c->forced)
		m.head = (struct agreement){ false, false, 9 };
	if (c->forced && !m.post.n && !strcmp(c->pattern, "infinitive") && p->word[c->head].relation == REL_csubj
	    && has_lemma(p, child_of(p, c->head, REL_mark), "for"))
		m.post = is_actor(p, c->subject) || p->word[c->subject].tag == TAG_PRP || c->object >= 0 ? V("के लिए") : V("का");
	if (is_repeated(p, c, m)) {
		gone(p, c->subject, "said before");
		return;
	}
	if (!m.post.n && p->word[c->subject].tag == TAG_PRP && p->node[c->subject].pronoun)
		p->pronoun_said = p->node[c->subject].pronoun->column[PRONOUN_EN];
	aside = aside_of(p, c, c->subject);
	if (aside >= 0)
		p->node[aside].busy = true;	/* then the noun does not have it wait */
	say_noun(p, c->subject, m);
	if (aside >= 0) {
		say_relative(p, aside, c->subject);
		say_sign(p, ",");
	}
}

static int infinitive_below(const struct part *p, int i)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (is_verb(p, k) && p->word[k].tag == TAG_VB && has_lemma(p, child_of(p, k, REL_mark), "to") && !p->node[k].said && !p->node[k].busy)
			return k;
	return -1;
}

static void say_object(struct part *p, struct clause *c)
{
	struct marking m = { .post = c->object_post, .word = -1 };
	int prep;

	if (c->object < 0 || p->node[c->object].said || p->node[c->object].gone)
		return;
	if (has_lemma(p, c->object, "it") && c->xcomp >= 0 && p->node[c->xcomp].pos == POS_ADJ && infinitive_below(p, c->xcomp) >= 0) {
		gone(p, c->object, "stands for what follows");
		return;
	}
	if (is_verb(p, c->object) && is_finite(p, c->object))
		return;
	if (view_is(m.post, "का") && view_ends(p->node[c->head].hi, "होना") && !c->subject_post.n)
		m.head = c->subject_agrees;	/* ये जूते उसके हैं, वह इनाम की हकदार है */
	prep = child_of(p, c->object, REL_case);
	if (prep >= 0 && !m.post.n && !p->node[prep].said && !p->node[prep].gone) {
		m.word = prep;		/* up to 40%: 40% तक */
		m.post = postposition(p, c->head, c->object, prep, &m.oblique);
	}
	say_noun(p, c->object, m);
}

/* "safe to eat", "easy to read": खाने के लिए सुरक्षित, पढ़ने में आसान. */
static struct view infinitive_of(const struct node *adjective)
{
	struct view inf;

	if (!adjective->sense || !frame_find(adjective->sense->frame, "inf", &inf))
		return V("V-ने के लिए");
	return view_is(inf, "V-ना") ? V("V-ने में") : inf;
}

static struct view gerund_with(const struct part *p, struct view post)
{
	struct buf b = { 0 };
	struct view out;

	buf_str(&b, "V-ने ");
	buf_add(&b, post);
	out = arena_copy(p->arena, buf_view(&b));
	buf_release(&b);
	return out;
}

/* "was hired to chase monkeys", "set out to save time": such an infinitive says what for. */
static bool is_purpose(const struct part *p, const struct clause *c)
{
	const struct sense *s = p->node[c->head].sense;

	return c->copula < 0 && c->xcomp >= 0 && has_lemma(p, child_of(p, c->xcomp, REL_mark), "to") && s && s->pos == POS_V
		&& (c->passive || (!s->transitive && !view_ends(s->hi, "होना")));
}

static struct view infinitive_form(const struct part *p, const struct clause *c)
{
	struct view inf = V("V-ना");

	if (c->copula >= 0 && p->node[c->head].pos == POS_ADJ && c->expletive < 0 && !has_lemma(p, c->subject, "it"))
		return infinitive_of(&p->node[c->head]);
	if (frame_find(c->frame, "inf", &inf))
		return inf;
	if (c->object < 0 && c->xcomp >= 0 && p->word[c->xcomp].tag == TAG_VBG && frame_find(c->frame, "obj", &inf))
		return usable(inf).n && !view_is(inf, "को") ? gerund_with(p, inf) : V("V-ना");	/* पढ़ने का आनंद लेना */
	return c->object >= 0 || is_purpose(p, c) ? V("V-ने के लिए") : V("V-ना");
}

/* An infinitive, participle or word that completes the verb. */
static void say_complement(struct part *p, struct clause *c)
{
	int x = c->xcomp, mark;
	struct view inf = infinitive_form(p, c);
	struct clause inner;
	static const struct { const char *form, *pattern; } forms[] = {
		{ "V-ना", "infinitive" }, { "V-ने", "oblique" }, { "V-कर", "conjunctive" }, { "V-ते हुए", "while" }, { "V-ता", "habit" }, { "V", "stem" },
	};
	bool be = x >= 0 && child_of(p, x, REL_cop) >= 0 && frame_find(c->frame, "inf", &(struct view){ 0 }) && !view_is(inf, "V-ता");

	if (x < 0 || p->node[x].said || p->node[x].gone)
		return;
	if ((!is_verb(p, x) || (p->node[x].pos == POS_ADJ && p->word[x].tag == TAG_VBN)) && !be) {
		struct agreement a = c->object < 0 ? c->subject_agrees : c->object_bare ? c->object_agrees : (struct agreement){ false, false, 3 };

		gone(p, child_of(p, x, REL_cop), "shown by the verb");
		gone(p, child_of(p, x, REL_mark), "shown by the verb");
		if ((has_lemma(p, c->object, "it") || c->expletive > c->head) && infinitive_below(p, x) >= 0) {
			gone(p, child_of(p, infinitive_below(p, x), REL_mark), "shown by the verb's form");
			say_clause_as(p, infinitive_below(p, x), "infinitive", (struct agreement){ 0 });	/* ढूंढना आसान बनाता है */
		}
		if (p->node[x].pos == POS_ADJ || p->node[x].pos == POS_ADV)
			say_adjective(p, x, a, false);
		else
			say_oblique(p, c, x);
		if (view_is(inf, "V-ने"))
			say(p, V("होने"), -1);	/* चाय को ठंडा होने दें */
		return;
	}
	inner = clause_at(x);
	inner.shared = c->object >= 0 ? c->object : c->subject;
	mark = child_of(p, x, REL_mark);
	gone(p, mark, "shown by the verb's form");
	for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
		size_t n = strlen(forms[k].form);

		if (!view_starts(inf, forms[k].form) || (inf.n > n && inf.p[n] != ' '))
			continue;
		inner.forced = forms[k].pattern;
		inner.outer_agrees = c->subject_agrees;
		snprintf(inner.pattern, sizeof inner.pattern, "%s", forms[k].pattern);
		say_clause(p, &inner);
		if (inf.n > n)
			say(p, view_cut(inf, n + 1, inf.n), -1);
		say_back(p, &inner);
		return;
	}
	inner.forced = "infinitive";
	snprintf(inner.pattern, sizeof inner.pattern, "infinitive");
	say_clause(p, &inner);
	say_back(p, &inner);
}

/* What stands beside a copula. */
static void say_predicate(struct part *p, struct clause *c)
{
	int h = c->head, prep = child_of(p, h, REL_case);
	struct marking m = { .word = prep, .head = c->subject_agrees };

	if (c->copula < 0)
		return;
	if (p->node[h].pos == POS_ADJ || p->node[h].pos == POS_ADV) {
		say_adjective(p, h, c->subject_agrees, false);
		return;
	}
	if (prep >= 0)
		m.post = postposition(p, -1, h, prep, &m.oblique);
	if (view_is(m.post, "का"))
		m.head = c->subject_agrees;	/* घर ₹9 लाख का है */
	if (c->contrast)
		p->node[h].busy = false;	/* the noun says its own नहीं */
	say_noun(p, h, m);
}

static void say_agent(struct part *p, struct clause *c)
{
	int by = c->agent >= 0 ? child_of(p, c->agent, REL_case) : -1;
	struct view post = V("द्वारा"), marking;

	if (c->agent < 0 || p->node[c->agent].said || p->node[c->agent].gone)
		return;
	if (frame_find(c->frame, "by", &marking))
		post = usable(marking);
	else if (!is_actor(p, c->agent) && p->items->at[p->item[c->agent]].kind == ITEM_WORD && p->word[c->agent].tag != TAG_WP)
		post = V("से");		/* बाढ़ से */
	say_noun(p, c->agent, (struct marking){ .post = post, .word = by });
}

static void say_indirect(struct part *p, struct clause *c)
{
	struct view post = V("को"), marking;

	if (c->object < 0 && frame_find(c->frame, "obj", &marking) && usable(marking).n)
		post = marking;		/* उससे पूछें */
	else if (frame_find(c->frame, "iobj", &marking) || (frame_find(c->frame, "to", &marking) && view_is(marking, "से")))
		post = marking;
	if (c->indirect >= 0 && !p->node[c->indirect].said && !p->node[c->indirect].gone)
		say_noun(p, c->indirect, (struct marking){ .post = post, .word = -1 });
}

/* What a verb is made with agrees if it can: रोशनी धीमी की, बच्ची बड़ी हुई. */
static struct view with_agreement(struct part *p, const struct clause *c, struct view verb, struct agreement a)
{
	static const char *const words[] = { "धीमा", "बड़ा", "छोटा", "अच्छा", "ठंडा", "खड़ा", "पूरा", "गीला", "सीधा", "महंगा", "सस्ता", "ऊंचा", "नीचा",
					     "हल्का", "गहरा", "लंबा", "चौड़ा", "गंदा", "नया", "पुराना", "ताज़ा", "काला", "पीला", "इकट्ठा", "दोगुना", "भरा", "ढका", "बना", "बंटा", "जुड़ा", "लगा", NULL };
	size_t at = verb.n;
	struct buf b = { 0 };

	while (at > 0 && verb.p[at - 1] != ' ')
		at--;
	if (!at || c->copula >= 0 || (!view_is_any(view_cut(verb, 0, at - 1), words) && !(c->passive && view_ends(verb, "ा होना"))))
		return verb;
	if (!view_ends(verb, "होना") && !c->passive && !c->forced)
		a = c->object >= 0 && c->object_bare ? c->object_agrees : (struct agreement){ false, false, 3 };
	hindi_adjective(p->g->hindi, view_cut(verb, 0, at - 1), a, false, &b);
	buf_add(&b, view_cut(verb, at - 1, verb.n));
	verb = arena_copy(p->arena, buf_view(&b));
	buf_release(&b);
	return verb;
}

/* Is a passive one of how things are? */
static bool tells_state(const struct sense *s, struct view verb)
{
	static const char *const states[] = { "स्थित होना", "संबंधित होना", "केंद्रित होना", "उपयुक्त होना", "ग्रस्त होना", "बाध्य होना", "आबाद होना", "होना", NULL };

	return !s->transitive && (view_starts(s->when, "stative")
		|| (view_starts(s->when, "passive") && (view_ends(verb, "ा होना") || view_is_any(verb, states))));
}

/* What is so, not what is done: है, not होता है. */
static bool is_stative(const struct part *p, const struct clause *c, struct view verb)
{
	if (c->copula >= 0 || (has_lemma(p, c->head, "be") && view_ends(verb, "होना")) || means(p, c) || view_is(verb, "आधारित होना")
	    || view_is(verb, "मालिक होना"))
		return true;
	if (c->passive && p->node[c->head].sense && tells_state(p->node[c->head].sense, verb))
		return true;		/* पहाड़ियों से घिरा है */
	if (frame_find(c->frame, "event", &(struct view){ 0 }))
		return false;		/* इस पर ₹400 खर्च हुए */
	return view_ends(verb, "होना") && (has_lemma(p, c->head, "belong") || frame_find(c->frame, "subj", &(struct view){ 0 })
					   || frame_find(c->frame, "past", &(struct view){ 0 }));
}

static const struct row *stative_pattern(struct part *p, const struct clause *c, const struct row *pattern)
{
	struct row *own = arena_get(p->arena, sizeof *own);

	*own = *pattern;
	if (!strcmp(c->pattern, "present") && (!is_generic(p, c) || view_is(p->node[c->head].hi, "चाहिए होना")))
		own->column[PATTERN_FORMS] = V("V:present");
	else if (!strcmp(c->pattern, "past"))
		own->column[PATTERN_FORMS] = V("V:past");
	else if (c->expletive >= 0 && c->perfect && !c->modal.n)
		return own;		/* there has been a rise: बढ़ोतरी हुई है */
	else if (!strcmp(c->pattern, "present perfect"))
		own->column[PATTERN_FORMS] = V("रहना:perfective होना:present");
	else if (!strcmp(c->pattern, "past perfect"))
		own->column[PATTERN_FORMS] = V("रहना:perfective होना:past");
	if (view_is(own->column[PATTERN_NEGATION], "drop"))
		own->column[PATTERN_NEGATION] = V("नहीं");
	return own;
}

/* "rose to $3 billion": बढ़कर $3 अरब हो गया. */
static void take_level(const struct part *p, struct clause *c)
{
	static const char *const changes[] = { "बढ़ना", "घटना", "गिरना", "चढ़ना", "उछलना", "बढ़ाना", "घटाना", "कम करना", "कम होना", "लुढ़कना", "सिकुड़ना",
		"कटौती करना", "गिराना", NULL };

	if (c->forced || c->copula >= 0 || !view_is_any(p->node[c->head].hi, changes))
		return;
	for (int k = 0; k < c->n_other; k++) {
		int i = c->other[k], prep = child_of(p, i, REL_case);
		uint8_t r = p->word[i].relation;
		bool figure = p->items->at[p->item[i]].kind == ITEM_NUMBER || p->word[i].tag == TAG_CD
			|| (child_of(p, i, REL_nummod) >= 0 && p->items->at[p->item[i]].kind != ITEM_WORD);

		if (has_lemma(p, prep, "to") && prep > c->head && figure && (r == REL_obl || r == REL_nmod))
			c->level = i;
	}
}

static void say_level(struct part *p, struct clause *c, struct group *g)
{
	struct buf b = { 0 };
	bool done = g->negative || c->progressive;

	hindi_verb(p->g->hindi, view_is(g->verb, "कटौती करना") ? V("घटाना") : g->verb, VERB_CONJUNCTIVE, g->agree, &b);
	say(p, buf_view(&b), c->head);
	buf_release(&b);
	gone(p, child_of(p, c->level, REL_case), "shown by the order");
	say_noun(p, c->level, (struct marking){ .word = -1 });
	if (view_ends(g->verb, "ाना") || view_ends(g->verb, "करना"))
		g->verb = done ? V("करना") : V("कर देना");
	else
		g->verb = done ? V("होना") : V("हो जाना");
}

/* "for eleven hours" */
static bool is_duration(const struct part *p, int i)
{
	return p->word[i].relation == REL_obl && has_lemma(p, child_of(p, i, REL_case), "for") && view_is(p->node[i].class, "time");
}

static void say_verbs(struct part *p, struct clause *c, const struct row *pattern)
{
	struct group g = { .pattern = pattern, .negation = c->negation, .verb = verb_word(p, c), .also = -1 };
	const struct sense *s = verb_sense(p, c);
	int word = c->copula >= 0 ? c->copula : c->head;

	g.negative = c->negative || negative_argument(p, c->subject) || negative_argument(p, c->object) || negative_oblique(p, c);
	g.passive = c->passive && (!s || s->pos != POS_V || takes_passive(s)) && !strstr(c->pattern, "passive participle");
	for (int k = 0; k < c->n_other; k++)
		g.lasts = g.lasts || is_duration(p, c->other[k]);
	g.may_be = !strcmp(c->pattern, "subjunctive") && !g.passive && c->copula < 0 && !has_lemma(p, c->head, "be") && (!g.negative || c->until) && !c->whether;
	if (c->progressive && view_is(g.verb, "हो जाना"))
		g.verb = V("होना");		/* महंगा हो रहा है */
	g.agree = group_agreement(p, c, g.verb);
	g.verb = with_agreement(p, c, g.verb, g.agree);
	if (c->forced && (strstr(c->pattern, "passive participle") || !strcmp(c->pattern, "active participle")
			  || !strcmp(c->pattern, "participle") || !strcmp(c->pattern, "while"))) {
		g.agree = c->outer_agrees;
		g.agree.plural = g.agree.plural && !g.agree.feminine;	/* चुराई गई कारें, not गईं */
		g.verb = with_agreement(p, c, verb_word(p, c), g.agree);	/* खड़ी हुई लड़की */
	}
	for (int k = 0; k < c->n_other && g.n_questions < (int)(sizeof g.question / sizeof *g.question); k++)
		if (place_of(p, c, c->other[k]) == PLACE_WH && p->node[c->other[k]].first < 0 && !p->node[c->other[k]].gone)
			g.question[g.n_questions++] = c->other[k];
	if (c->forced && !strcmp(c->pattern, "habit"))
		g.agree = c->outer_agrees;
	if (c->forced && (!strcmp(c->pattern, "while") || !strcmp(c->pattern, "without") || !strcmp(c->pattern, "timing")))
		g.agree = (struct agreement){ false, true, 3 };
	for (int k = 0; k < c->n_other; k++)
		if (!p->node[c->other[k]].said && is_late_focus(p, c, c->other[k]))
			g.also = c->other[k];
	c->stative = is_stative(p, c, g.verb);
	if (c->stative && !c->forced)
		g.pattern = stative_pattern(p, c, pattern);
	if (c->level >= 0)
		say_level(p, c, &g);
	say_group(p, c->level >= 0 ? -1 : word, &g);
	if (word != c->head && !p->node[c->head].said)
		gone(p, c->head, "has no word in Hindi");
}

/* Who does it is the subject in Hindi: "laid by the mayor" is मेयर ने रखा. What it is done to still comes first. */
static void turn_active(struct part *p, struct clause *c)
{
	const struct sense *s = p->node[c->head].sense;

	if (!c->passive || c->agent < 0 || c->subject < 0 || c->object >= 0 || c->forced || c->gap >= 0 || !s || s->pos != POS_V
	    || (!takes_passive(s) && !frame_find(s->frame, "obj", &(struct view){ 0 })) || !is_actor(p, c->agent))
		return;
	c->object = c->subject;
	c->subject = c->agent;
	c->agent = -1;
	c->passive = false;
	c->turned = true;
	gone(p, child_of(p, c->subject, REL_case), "shown by the case");
}

/* What must be done is said without the passive: रिपोर्ट जमा करनी होगी, not की जानी होगी. */
static void turn_necessity(struct part *p, struct clause *c)
{
	const struct sense *s = p->node[c->head].sense;
	bool needs = (view_is(c->modal, "must") && !c->perfect) || (c->modal_only && strstr(c->pattern, "have to"));

	if (!needs || !c->passive || c->agent >= 0 || c->subject < 0 || c->object >= 0 || c->indirect >= 0 || c->gap >= 0 || !s || s->pos != POS_V
	    || !s->transitive)
		return;
	c->object = c->subject;
	c->subject = -1;
	c->passive = false;
	c->turned = true;
}

/* "The problem is that nobody knows": the copula is not the verb's own, nor is its tense. */
static void leave_outer_copula(struct part *p, struct clause *c)
{
	gone(p, c->copula, "said with what it tells of");
	c->copula = -1;
	c->past = c->present = c->finite = false;
	take_tense(p, c, c->head);
	for (int k = p->node[c->head].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_aux || p->word[k].relation == REL_aux_pass)
			take_tense(p, c, k);
}

/* "What matters is that ...": जो मायने रखता है, वह यह है कि ... */
static bool say_outer_relative(struct part *p, int outer)
{
	int r = child_of(p, outer, REL_acl_relcl);
	struct clause inner = clause_at(r);

	if (r < 0 || p->node[r].said || p->node[r].gone || !is_finite(p, r) || !is_restrictive(p, outer, r))
		return false;
	inner.gap = outer;
	inner.correlative = true;
	p->node[r].busy = true;
	say_clause(p, &inner);
	say_back(p, &inner);
	say_sign(p, ",");
	gone(p, outer, "taken up by the relative pronoun");
	say(p, noun_agreement(p, outer).plural ? V("वे") : V("वह"), -1);
	return true;
}

/* "The question is whether X": सवाल यह है कि क्या X. The tree has X's verb on top, and both subjects under it. */
static void say_outer(struct part *p, struct clause *c)
{
	int outer = child_of(p, c->head, REL_nsubj_outer), mark = child_of(p, c->head, REL_mark), cop = child_of(p, c->head, REL_cop);
	struct agreement a;
	struct buf b = { 0 };

	if (outer < 0 || c->subject < 0 || p->node[outer].said)
		return;
	a = noun_agreement(p, outer);
	if (!say_outer_relative(p, outer))
		say_noun(p, outer, (struct marking){ .word = -1 });
	say(p, V("यह"), -1);
	c->outer_denied = c->negation >= 0 && c->negation < mark;
	if (c->outer_denied) {
		say(p, V("नहीं"), c->negation);
		c->negative = false;
		c->negation = -1;
	}
	hindi_verb(p->g->hindi, V("होना"), cop >= 0 && p->word[cop].tag == TAG_VBD ? VERB_PAST : VERB_PRESENT, a, &b);
	say(p, buf_view(&b), -1);
	say(p, V("कि"), mark);
	if (has_lemma(p, mark, "whether") || has_lemma(p, mark, "if"))
		say(p, V("क्या"), -1);
	c->subject = child_of(p, c->head, REL_nsubj) >= 0 ? child_of(p, c->head, REL_nsubj) : c->subject;
	if (c->subject == outer)
		c->subject = -1;
	if (is_verb(p, c->head) && cop >= 0 && !has_lemma(p, mark, "to"))
		leave_outer_copula(p, c);
	buf_release(&b);
}

/* "Teams that wait lose": जो टीमें इंतज़ार करती हैं, वे हारती हैं. The subject then is a pronoun. */
static void say_correlative(struct part *p, struct clause *c)
{
	int s = c->subject, r = s >= 0 ? child_of(p, s, REL_acl_relcl) : -1;
	struct clause inner = clause_at(r);
	struct agreement a;

	if (r < 0 || c->forced || c->gap >= 0 || c->expletive >= 0 || negative_argument(p, s) || (p->node[s].pronoun && p->node[s].person != 3)
	    || p->node[s].said || p->node[r].said || p->node[r].gone
	    || !is_restrictive(p, s, r) || child_of(p, s, REL_conj) >= 0 || !is_finite(p, r))
		return;
	say_at(p, c, PLACE_FRONT);	/* इसलिए जो टीमें ..., वे */
	inner.gap = s;
	inner.correlative = true;
	p->node[r].busy = true;
	say_clause(p, &inner);
	say_back(p, &inner);
	say_sign(p, ",");
	gone(p, s, "taken up by the relative pronoun");
	a = noun_agreement(p, s);
	c->subject_said = a.plural ? V("वे") : V("वह");
}

/* "For those who wait, it is late": जो इंतज़ार करते हैं, उनके लिए. The phrase in front is taken up as a subject is. */
static bool say_front_relative(struct part *p, struct clause *c, int i)
{
	int r = child_of(p, i, REL_acl_relcl), prep = child_of(p, i, REL_case);
	struct clause inner = clause_at(r);
	struct agreement a;
	struct view post;
	struct buf b = { 0 };
	bool oblique;

	if (r < 0 || prep < 0 || c->forced || c->gap >= 0 || i > c->head || i > c->subject || p->node[i].pronoun || p->node[i].stands_for
	    || p->node[r].said || p->node[r].gone || !is_finite(p, r) || !is_restrictive(p, i, r) || child_of(p, i, REL_conj) >= 0)
		return false;
	a = noun_agreement(p, i);
	post = postposition(p, c->head, i, prep, &oblique);
	if (!hindi_pronoun(p->g->hindi, a.plural ? V("वे") : V("वह"), post, a, &b))
		return false;
	inner.gap = i;
	inner.correlative = true;
	p->node[r].busy = true;
	say_clause(p, &inner);
	say_back(p, &inner);
	say_sign(p, ",");
	gone(p, i, "taken up by the relative pronoun");
	say(p, buf_view(&b), prep);
	buf_release(&b);
	return true;
}

/* "It is clear that ...": यह साफ है कि ... */
static bool follows_clause(const struct part *p, const struct clause *c)
{
	return (c->csubj >= 0 && is_finite(p, c->csubj)) || (c->ccomp >= 0 && c->copula >= 0);
}

/* Pronouns that have a postposition stand early: उसे कल स्टेशन पर देखा. */
static void say_pronouns(struct part *p, struct clause *c)
{
	if (c->indirect >= 0 && p->word[c->indirect].tag == TAG_PRP)
		say_indirect(p, c);
	if (c->object >= 0 && c->object_post.n && p->word[c->object].tag == TAG_PRP && child_of(p, c->object, REL_conj) < 0)
		say_object(p, c);
}

/* "It is not the price but the wait": कीमत नहीं, बल्कि इंतज़ार है. */
static void take_contrast(const struct part *p, struct clause *c)
{
	int other = child_of(p, c->head, REL_conj);

	if (c->copula < 0 || c->negation < 0 || other < 0 || !is_noun(p, c->head) || !is_noun(p, other)
	    || child_of(p, other, REL_nsubj) >= 0 || child_of(p, other, REL_cop) >= 0 || !has_lemma(p, child_of(p, other, REL_cc), "but"))
		return;
	c->contrast = true;
	c->negative = false;
	c->negation = -1;
}

/* "What has changed since May?": मई के बाद क्या बदला है. First it would ask for yes or no. */
static bool asks_late(const struct part *p, const struct clause *c)
{
	if (c->subject >= 0 && c->gap < 0 && !c->forced && c->copula < 0 && has_lemma(p, c->subject, "nothing"))
		return p->node[c->subject].first < 0 && !c->subject_post.n;	/* देरी के बारे में कुछ नहीं कहा गया */
	return c->subject >= 0 && c->gap < 0 && !c->forced && p->word[c->subject].tag == TAG_WP
		&& p->node[c->subject].first < 0 && !view_is(c->object_post, "का")
		&& (has_lemma(p, c->subject, "what") || has_lemma(p, c->subject, "who"));
}

/* "What is a monad?": मोनाड क्या है? */
static bool names_late(const struct part *p, const struct clause *c)
{
	return asks_late(p, c) && c->copula >= 0 && child_of(p, c->head, REL_case) < 0
		&& (is_noun(p, c->head) || has_lemma(p, c->subject, "what"));
}

/* What an infinitive as a subject takes: पहुंचने में तीन घंटे लगते हैं, पेड़ लगाने पर पैसे खर्च होते हैं. */
static struct view post_of_infinitive(const struct part *p, const struct clause *c)
{
	struct view post;

	if (c->copula >= 0 || c->passive || c->csubj < 0 || is_finite(p, c->csubj))
		return V("");
	if (view_is(p->node[c->head].hi, "लगना"))
		return V("में");
	return frame_find(c->frame, "subj", &post) && !view_is(post, "को") ? usable(post) : V("");
}

/* "It would be wrong to think that ...": यह सोचना गलत होगा कि; reaching it takes time: पहुंचने में. */
static void say_infinitive_subject(struct part *p, struct clause *c)
{
	int i = c->csubj, mark;
	bool did = i >= 0 && view_is(c->subject_post, "ने") && child_of(p, i, REL_ccomp) < 0;	/* अनुवाद करने ने बहुत कुछ सिखाया */
	struct view post = did ? V("ने") : post_of_infinitive(p, c);
	bool takes = post.n > 0;
	bool worth = c->copula >= 0 && view_is(p->node[c->head].hi, "लायक");

	if (i < 0 || p->node[i].said || is_finite(p, i))
		return;
	mark = child_of(p, i, REL_mark);
	gone(p, mark, "shown by the verb's form");
	if (!takes && !worth && child_of(p, i, REL_ccomp) >= 0 && !view_starts(p->node[i].hi, "यह"))
		say(p, V("यह"), -1);
	say_clause_as(p, i, takes || worth ? "oblique" : "infinitive", (struct agreement){ 0 });
	if (takes)
		say(p, post, -1);
}

/* The preposition that a clause leaves behind, or -1: "the bus we waited for", "what you pay for". */
static int stranded(const struct part *p, int i)
{
	static const char *const any_tag[] = { "about", "for", "from", "with", "of", "to", "at", "into", "against", "without", NULL };
	size_t n;

	for (int k = p->node[i].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;
		int below = r == REL_xcomp && is_verb(p, k) ? stranded(p, k) : -1;

		if (below >= 0)
			return below;
		if (k > i && (r == REL_case || r == REL_advmod || r == REL_obl || r == REL_nmod || r == REL_mark) && p->node[k].first < 0
		    && (p->word[k].tag == TAG_IN || p->word[k].tag == TAG_TO || view_is_any(p->word[k].lemma, any_tag))
		    && !p->node[k].gone && !p->node[k].said && rows_find(&p->g->prepositions, p->word[k].lemma, &n))
			return k;
	}
	return -1;
}

/* How a noun that tells when, where, how or why stands in its relative clause: with the noun जिस घर में, alone जहां. */
static const struct { const char *lemma, *class, *word, *post, *alone; } circumstances[] = {
	{ "way", "", "", "से", "जिस तरह" }, { "reason", "", "", "से", "जिस वजह से" }, { "", "time", "", "", "जब" },
	{ "", "month", "", "में", "जब" }, { "", "weekday", "", "को", "जब" }, { "", "", "when", "में", "जब" },
	{ "", "place", "", "में", "जहां" }, { "", "", "where", "में", "जहां" }, { "", "", "why", "से", "जिससे" }, { "", "", "how", "से", "जैसे" },
};

static int circumstance(const struct part *p, int noun, int word)
{
	int n = sizeof circumstances / sizeof *circumstances;

	for (int k = 0; k < n; k++) {
		if (circumstances[k].word[0] ? has_lemma(p, word, circumstances[k].word) : circumstances[k].lemma[0]
		    ? has_lemma(p, noun, circumstances[k].lemma) : view_is(p->node[noun].class, circumstances[k].class))
			return k;
	}
	return -1;
}

/* The verb whose object a relative clause leaves out: its own or that of the infinitive below. */
static int verb_of_gap(const struct part *p, const struct clause *c)
{
	int i = c->head, x = c->xcomp;

	while (i >= 0 && x >= 0 && is_verb(p, x) && child_of(p, i, REL_obj) < 0) {
		i = x;
		x = child_of(p, i, REL_xcomp);
	}
	return i;
}

/* What the noun is in a relative clause that has no word for it: the tool (that) we use, what you need, the day he came. */
static void take_gap(struct part *p, struct clause *c)
{
	const struct sense *s = p->node[c->head].sense;
	int at = circumstance(p, c->gap, c->relative), verb;
	bool oblique;

	c->gap_prep = stranded(p, c->head);
	if (c->relative < 0 && c->subject < 0 && c->csubj < 0) {
		c->role = GAP_SUBJECT;
		c->subject = c->gap;
		c->gap_prep = -1;
		return;
	}
	verb = c->gap_prep >= 0 ? p->word[c->gap_prep].head : verb_of_gap(p, c);
	c->role = GAP_OBLIQUE;
	if (c->gap_prep >= 0) {
		c->gap_post = postposition(p, verb, c->gap, c->gap_prep, &oblique);
		gone(p, c->gap_prep, "said with the relative pronoun");
	} else if (at >= 0 && (c->relative >= 0 || c->object >= 0 || circumstances[at].lemma[0] || !s || !s->transitive)) {
		c->gap_post = view_of(c->correlative ? circumstances[at].post : circumstances[at].alone);
	} else if (verb == c->head && c->object < 0 && c->copula < 0) {
		c->role = GAP_OBJECT;
		c->object = c->gap;
	} else if (!p->node[verb].sense || !frame_find(p->node[verb].sense->frame, "obj", &c->gap_post)) {
		c->gap_post = c->correlative ? V("") : V("को");
	} else {
		c->gap_post = usable(c->gap_post);
	}
}

/* Does a relative word alone tell how the noun stands in the clause? Not when with its noun, nor one whose preposition is left behind. */
static bool tells_role(const struct part *p, const struct clause *c)
{
	if (c->relative < 0)
		return false;
	if (p->word[c->relative].tag == TAG_WRB)
		return !c->correlative || child_of(p, c->relative, REL_fixed) >= 0;
	return c->relative != c->object || stranded(p, c->head) < 0;
}

static void say_gap(struct part *p, struct clause *c)
{
	struct agreement a = c->gap >= 0 ? gap_agreement(p, c->gap, c->top) : (struct agreement){ 0 };
	struct view post = c->role == GAP_SUBJECT ? c->subject_post : c->role == GAP_OBJECT ? c->object_post : c->gap_post;
	bool free = c->gap >= 0 && (p->word[c->gap].tag == TAG_WP || p->node[c->gap].pronoun), alone = view_starts(post, "ज");
	struct buf b = { 0 };

	if (c->role == GAP_NONE)
		return;
	if (c->correlative && !free) {
		p->node[c->gap].stands_for = c->gap + 1;
		say_noun(p, c->gap, (struct marking){ .post = post, .oblique = c->role == GAP_OBLIQUE, .word = -1 });
		return;
	}
	if (view_is(post, "का"))
		hindi_pronoun(p->g->hindi, a.plural ? V("जिन") : V("जो"), post, (struct agreement){ false, false, 3 }, &b);
	else if (!alone)
		hindi_pronoun(p->g->hindi, V("जो"), post, a, &b);
	say(p, alone ? post : buf_view(&b), c->correlative ? c->gap : -1);
	if (free && c->correlative && view_ends(p->word[c->gap].lemma, "ever"))
		say(p, V("भी"), -1);
	buf_release(&b);
}

/* "a lock whose key you tried": of two subjects the one right before the verb is, the relative one is what is done to. */
static void share_subjects(struct part *p, struct clause *c)
{
	int s = c->subject;

	if (c->relative < 0 || s < 0 || c->object >= 0 || c->copula >= 0 || !is_under(p, c->relative, s))
		return;
	for (int k = 0; k < c->n_other; k++)
		if (p->word[c->other[k]].relation == REL_nsubj && c->other[k] > s && c->other[k] < c->head) {
			c->object = s;
			c->subject = c->other[k];
			c->other[k] = c->other[--c->n_other];
			return;
		}
}

/* The relative word of a clause that hangs on a noun. */
static void take_relative(struct part *p, struct clause *c)
{
	if (c->gap < 0)
		return;
	c->relative = find_relative(p, c->head, 0);
	if (c->relative < 0)
		c->relative = find_relative(p, c->top, 0);
	share_subjects(p, c);
	if (!tells_role(p, c)) {
		gone(p, c->relative, "said with its noun");
		if (c->relative == c->object)
			c->object = -1;
		take_gap(p, c);
		c->relative = -1;
		return;
	}
	make_relative(p, c->relative, c->gap, gap_agreement(p, c->gap, c->top));
	if (c->relative >= 0 && c->correlative && p->word[c->relative].tag != TAG_WRB
	    && !p->node[c->gap].pronoun)
		p->node[c->relative].stands_for = c->gap + 1;
}

/* "Whether it opens depends on the court": यह खुलता है या नहीं, यह अदालत पर निर्भर है. */
static void say_clause_subject(struct part *p, struct clause *c)
{
	static const char *const openers[] = { "whether", "that", "how", "why", "when", "where", NULL };
	int i = c->csubj, first = i;
	struct clause inner = clause_at(i);

	if (i < 0 || i > c->head || c->forced || c->expletive >= 0 || p->node[i].said || !is_finite(p, i))
		return;
	for (int k = i; k >= 0; k--)
		if (is_under(p, k, i))
			first = k;
	if (!view_is_any(p->word[first].lemma, openers))
		return;
	gone(p, child_of(p, i, REL_mark), "shown by what takes it up");
	say_clause(p, &inner);
	say_back(p, &inner);
	if (has_lemma(p, first, "whether"))
		say(p, V("या नहीं"), -1);
	say_sign(p, ",");
	say(p, V("यह"), -1);
}

/* Up to the subject. */
static void say_front(struct part *p, struct clause *c)
{
	say_clause_subject(p, c);
	if (c->expletive >= 0 && has_lemma(p, c->expletive, "it") && follows_clause(p, c))
		say(p, V("यह"), c->expletive);
	else if (c->expletive >= 0)
		gone(p, c->expletive, "stands for what follows");
	say_gap(p, c);
	if (c->gap >= 0 && c->relative >= 0 && c->subject >= 0 && is_under(p, c->relative, c->subject))
		say_subject(p, c);	/* जो राय बनाने से पहले कोड पढ़ता है */
	else if (c->gap >= 0 && c->relative >= 0 && c->object >= 0 && is_under(p, c->relative, c->object))
		say_object(p, c);
	say_at(p, c, PLACE_FRONT);
	if (c->asks)
		say(p, V("क्या"), -1);
	if (c->expletive >= 0 && !has_lemma(p, c->expletive, "it")) {
		say_at(p, c, PLACE_TIME);	/* कमरे में सन्नाटा था */
		say_at(p, c, PLACE_OBLIQUE);
	}
	if (c->turned)
		say_object(p, c);
	if (!asks_late(p, c))
		say_subject(p, c);
}

/* What is known stands before where and how it is done: किताब मेज़ पर रखी, but मेज़ पर एक किताब रखी. */
static bool is_known_object(const struct part *p, const struct clause *c)
{
	int o = c->object, later = o;

	if (o < 0 || !is_noun(p, o) || !is_definite(p, o) || child_of(p, o, REL_acl_relcl) >= 0
	    || (!c->object_bare && !view_is(c->object_post, "को")) || frame_find(c->frame, "subj", &(struct view){ 0 }))
		return false;			/* what takes का stays with its noun: घोषणा करना */
	for (int k = 0; k < c->n_other; k++)
		if (c->other[k] > later && place_of(p, c, c->other[k]) == PLACE_OBLIQUE)
			later = c->other[k];
	return later > o;
}

/* Between subject and verb. */
static void say_middle(struct part *p, struct clause *c)
{
	say_word_before(p, c);
	if (c->early.n)
		say(p, c->early, c->early_word);
	if (means(p, c))
		say_infinitive_subject(p, c);	/* फेल होने का मतलब देरी है */
	if (means(p, c))
		say(p, view_cut(p->node[c->head].hi, 0, p->node[c->head].hi.n - strlen(" होना")), -1);
	if (c->csubj >= 0 && c->csubj < c->head && (c->object > c->head || c->indirect > c->head) && c->copula < 0 && c->expletive < 0 && !post_of_infinitive(p, c).n)
		say_infinitive_subject(p, c);	/* देर तक जागना मुझे बीमार बना देता है */
	say_pronouns(p, c);
	say_at(p, c, PLACE_TIME);
	say_at(p, c, PLACE_INNER);
	if (is_known_object(p, c))
		say_object(p, c);
	say_at(p, c, PLACE_OBLIQUE);
	say_agent(p, c);
	say_indirect(p, c);
	if (post_of_infinitive(p, c).n)
		say_infinitive_subject(p, c);	/* पहुंचने में तीन घंटे लगते हैं */
	if (view_starts(c->object_post, "क") && !view_is(c->object_post, "को")
	    && view_is(infinitive_form(p, c), "V-ने में"))
		say_complement(p, c);	/* चाबी ढूंढने में उसकी मदद की */
	if (c->object_post.n) {
		say_object(p, c);
		say_at(p, c, PLACE_GOVERNED);
	} else {
		say_at(p, c, PLACE_GOVERNED);
		say_object(p, c);
	}
	if (asks_late(p, c) && !names_late(p, c))
		say_subject(p, c);
	say_at(p, c, PLACE_ADVERB);
	say_infinitive_subject(p, c);
	if (c->forced && (!strcmp(c->pattern, "oblique") || !strcmp(c->pattern, "without")) && c->ccomp >= 0 && c->object < 0 && is_finite(p, c->ccomp))
		say(p, V("यह"), -1);	/* यह जानने के लिए कि ... */
	say_complement(p, c);
	say_at(p, c, PLACE_WH_PHRASE);
	say_predicate(p, c);
	say_at(p, c, PLACE_STRESS);
	if (names_late(p, c))
		say_subject(p, c);
}

/* "Prices have risen, but wages have not": nothing but the verb of form is left, लेकिन वेतन नहीं. */
static bool is_cut_short(const struct part *p, const struct clause *c)
{
	static const char *const forms[] = { "have", "do", "be", "will", "would", "can", "could", "should", "must", NULL };

	if (!c->negative || c->negation < 0 || c->subject < 0 || c->gap >= 0 || c->object >= 0 || c->xcomp >= 0 || c->ccomp >= 0 || c->csubj >= 0
	    || c->copula >= 0 || c->forced || c->asks || !view_is_any(p->word[c->head].lemma, forms) || c->expletive >= 0)
		return false;
	for (int k = 0; k < c->n_other; k++)
		if (p->word[c->other[k]].relation != REL_advmod && p->word[c->other[k]].relation != REL_cc)
			return false;
	return p->word[c->head].relation == REL_conj || (p->word[c->head].relation == REL_root && p->item[0] > 0);
}

/* "is visible": दिखाई देता है, दिखाई देगा. An adjective that is a verb's form is said as that verb. */
static void take_verb_within(struct part *p, struct clause *c)
{
	struct node *n = &p->node[c->head];
	struct sense *own;
	struct buf b = { 0 };

	if (c->copula < 0 || n->pos != POS_ADJ || !n->sense || n->sense->pos != POS_ADJ || !view_ends(n->hi, "ता") || !memchr(n->hi.p, ' ', n->hi.n))
		return;
	own = arena_get(p->arena, sizeof *own);
	*own = *n->sense;
	buf_add(&b, view_cut(n->hi, 0, n->hi.n - strlen("ता")));
	buf_str(&b, "ना");
	n->hi = own->hi = arena_copy(p->arena, buf_view(&b));
	own->pos = POS_V;
	own->transitive = own->ergative = false;
	n->sense = own;
	n->pos = POS_V;
	buf_release(&b);
	gone(p, c->copula, "shown by the verb");
	c->copula = -1;
	own->frame = V("past=V-ता था");
	p->word[c->head].tag = c->modal.n ? TAG_VB : c->past ? TAG_VBD : TAG_VBZ;
	for (int k = n->first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_advmod && !p->node[k].said && !p->node[k].gone && k != c->negation)
			take_other(c, k);
}

/* "I want a room", "She needs a lawyer": मुझे कमरा चाहिए. Of a noun some verbs are said otherwise, as their frame's `noun` tells. */
static void take_needed(struct part *p, struct clause *c)
{
	static const char *const moods[] = { "will", "would", "may", "might", NULL };
	struct node *n = &p->node[c->head];
	int o = c->object, s = c->subject >= 0 ? c->subject : c->shared;
	struct view noun;
	struct sense *own;

	if (o < 0 || s < 0 || c->copula >= 0 || c->passive || c->perfect || c->progressive || c->modal_only || c->xcomp >= 0 || c->ccomp >= 0
	    || (c->modal.n && !view_is_any(c->modal, moods)) || (c->forced && !(c->condition && !strcmp(c->pattern, "subjunctive")))
	    || p->word[o].tag == TAG_PRP || is_verb(p, o) || view_ends(p->word[o].lemma, "ever") || c->negative || negative_argument(p, o) || negative_argument(p, s)
	    || !n->sense || !frame_find(n->sense->frame, "noun", &noun))
		return;
	own = arena_get(p->arena, sizeof *own);
	*own = *n->sense;
	own->hi = n->hi = noun;
	own->frame = V("subj=को; obj=bare");
	own->transitive = own->ergative = false;
	n->sense = own;
	c->forced = NULL;	/* अगर आपको चाय चाहिए */
}

static void say_whole_clause(struct part *p, struct clause *c)
{
	const struct row *pattern;
	int h = c->head;

	take_tense(p, c, h);
	if (p->word[h].tag == TAG_MD)
		c->modal = p->word[h].lemma;	/* "as fast as you can": what is done was said before */
	if (is_verb(p, h) && c->gap < 0 && p->node[h].gone)
		return;
	p->node[h].busy = true;
	take_children(p, c, h);
	take_semi_modal(p, c);
	take_verb_within(p, c);
	take_contrast(p, c);
	c->unreal = c->unreal || has_lemma(p, child_of(p, h, REL_discourse), "wish");
	take_relative(p, c);
	take_level(p, c);
	turn_active(p, c);
	turn_necessity(p, c);
	take_needed(p, c);
	say_outer(p, c);
	pattern = choose_pattern(p, c);
	find_subject_agreement(p, c);
	say_correlative(p, c);
	mark_arguments(p, c, pattern, verb_sense(p, c));
	if (is_cut_short(p, c)) {
		c->subject_post = V("");
		gone(p, h, "said before");
		say_front(p, c);
		say_middle(p, c);
		say(p, V("नहीं"), c->negation);
		return;
	}
	say_front(p, c);
	say_middle(p, c);
	say_verbs(p, c, pattern);
}

static void say_clause(struct part *p, struct clause *c)
{
	struct node *head = &p->node[c->head];

	if (!head->told && p->depth++ < DEPTH_MAX) {
		head->told = true;
		say_whole_clause(p, c);
		p->depth--;
	}
}

/* Is the clause that clause i hangs on one of the past? Verbs that only keep what was say so of another time. */
static bool told_in_past(const struct part *p, int i)
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
static bool wants_subjunctive(const struct part *p, int i, bool past)
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

/* "whether it rains or not": the alternative asks, without क्या. */
static bool has_not(const struct part *p, int i)
{
	int not = child_of(p, i, REL_conj);

	return not >= 0 && is_negation(p, not);
}

static void say_that(struct part *p, struct clause *c, int i)
{
	struct clause inner = clause_at(i);
	int mark = child_of(p, i, REL_mark);
	bool whether;

	(void)c;
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_mark && k != mark && (p->node[mark].said || has_lemma(p, k, "whether"))) {
			gone(p, mark, "shown by what follows");
			mark = k;
		}
	if (mark >= 0 && p->node[mark].said)
		mark = -1;
	whether = has_lemma(p, mark, "whether") || has_lemma(p, mark, "if");
	inner.reported = told_in_past(p, i);
	if (!whether && wants_subjunctive(p, i, inner.reported)) {
		inner.wished = true;
		inner.forced = "subjunctive";
		snprintf(inner.pattern, sizeof inner.pattern, "subjunctive");
	}
	p->pronoun_said = V("");
	if (has_lemma(p, mark, "to"))
		gone(p, mark, "shown by the verb's form");
	say(p, V("कि"), has_lemma(p, mark, "to") ? -1 : mark);
	if (whether && p->word[i].tag == TAG_VB && !is_finite(p, i)) {
		snprintf(inner.pattern, sizeof inner.pattern, "present supposed to");
		inner.modal_only = true;
		say_clause(p, &inner);
		say(p, V("या नहीं"), -1);	/* कि जाना है या नहीं */
		say_back(p, &inner);
		return;
	}
	if (whether && !has_not(p, i))
		say(p, V("क्या"), -1);
	say_clause(p, &inner);
	say_back(p, &inner);
}

/* "Do not force it, or it will break": what happens if not, वरना. */
static bool is_warning(const struct part *p, const struct clause *c, int i, int cc)
{
	static const char *const asked[] = { "imperative", "must", "should", "have to", "will have to", "past have to", NULL };
	int aux = child_of(p, i, REL_aux);

	return has_lemma(p, cc, "or") && !c->asks && view_is_any(view_of(c->pattern), asked) && is_finite(p, i)
		&& (child_of(p, i, REL_nsubj) >= 0 || child_of(p, i, REL_nsubj_pass) >= 0)
		&& !(c->modal.n && aux >= 0 && view_eq(c->modal, p->word[aux].lemma));
}

/* "that X and that Y", "whether X or whether Y": कि X और यह कि Y; क्या X या क्या Y. */
static void say_again(struct part *p, const struct clause *c, int i, int cc)
{
	int mark = child_of(p, i, REL_mark);

	if (has_lemma(p, mark, "whether") && p->word[c->head].relation == REL_ccomp) {
		say(p, V("क्या"), mark);
	} else if (has_lemma(p, mark, "that") && !p->node[mark].link.n && (cc >= 0 || c->outer_denied)
		   && (c->outer_denied || p->word[c->head].relation == REL_ccomp || child_of(p, c->head, REL_mark) >= 0)) {
		say(p, c->outer_denied ? V("यह है कि") : V("यह कि"), mark);
	}
}

/* "has rewritten it, tested it": the parts after the first have no auxiliary of their own. */
static void continue_tense(struct part *p, const struct clause *c, const struct clause *inner)
{
	int i = inner->head;
	const struct sense *s = p->node[i].sense;
	bool done = c->passive && s && s->pos == POS_V && s->transitive && child_of(p, i, REL_obj) < 0 && child_of(p, i, REL_ccomp) < 0
		&& child_of(p, i, REL_xcomp) < 0;

	if ((c->perfect || done) && !c->progressive && !c->forced && p->word[i].tag == TAG_VBD && child_of(p, i, REL_nsubj) < 0
	    && child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_cop) < 0)
		p->word[i].tag = TAG_VBN;
}

static void say_conjunct(struct part *p, struct clause *c, int i)
{
	struct clause inner = clause_at(i);
	int cc = child_of(p, i, REL_cc);

	if (cc >= 0) {
		if (cc > 0 && p->word[cc - 1].tag == TAG_COMMA)
			say_sign(p, ",");
		say(p, is_warning(p, c, i, cc) ? V("वरना") : c->outer_denied && has_lemma(p, cc, "but") ? V("बल्कि") : p->node[cc].hi, cc);
	} else {
		say_sign(p, ",");
	}
	say_again(p, c, i, cc);
	if (is_negation(p, i) && p->node[i].first == (cc >= 0 ? cc : -1) && p->node[i].last == p->node[i].first) {
		say(p, V("नहीं"), i);		/* चाहे बारिश हो या नहीं */
		return;
	}
	inner.reported = c->reported;
	if (!is_verb(p, i) && child_of(p, i, REL_cop) < 0 && is_noun(p, i)) {
		struct marking m = { .word = child_of(p, i, REL_case) };

		if (m.word >= 0)
			m.post = postposition(p, c->head, i, m.word, &m.oblique);
		say_noun(p, i, m);
		return;
	}
	inner.shared = c->subject >= 0 ? c->subject : c->shared;
	if (c->object >= 0 && c->object_bare && p->node[i].shares == 1 + c->object)
		inner.shared_object = c->object;	/* लकड़ी काटी और बेची */
	inner.said_as = c->last_post.n ? c->last_post : c->subject_post;
	inner.joined = true;
	continue_tense(p, c, &inner);
	if (c->forced) {
		inner.negative = c->until && c->negative;	/* जब तक X न हो या Y न हो */
		inner.until = c->until;
		inner.whether = c->whether;
		inner.forced = c->forced;
		snprintf(inner.pattern, sizeof inner.pattern, "%s", c->pattern);
	} else if (!is_finite(p, i) && (p->word[i].tag != TAG_VBG || c->progressive)) {
		inner.modal = c->modal;
		inner.progressive = c->progressive && p->word[i].tag == TAG_VBG;
		inner.past = c->past;
		inner.perfect = c->perfect;
		inner.passive = c->passive && p->word[i].tag == TAG_VBN && child_of(p, i, REL_nsubj) < 0;
		inner.modal_only = c->modal_only || !strcmp(c->pattern, "imperative");
		if (inner.modal_only)
			snprintf(inner.pattern, sizeof inner.pattern, "%s", c->pattern);
	}
	if (c->gap >= 0 && inner.gap < 0 && find_relative(p, i, 0) >= 0)
		inner.gap = c->gap;		/* and in whose name it was borrowed: और जिनके नाम पर */
	say_clause(p, &inner);
	if (inner.subject < 0)
		c->last_post = inner.subject_post.n ? inner.subject_post : V("-");
	say_back(p, &inner);
}

/* A clause that कि opens has no comma before it. */
static bool opens_with_that(const struct part *p, int i)
{
	int mark;
	const struct row *row = p->word[i].relation == REL_advcl ? find_link(p, i, &mark) : NULL;

	return row && view_is(row->column[LINK_OPEN], "कि");
}

/* "wants to know why it slipped": the clause waits for the end of the one with the tense, जानना चाहता है कि ... */
static bool waits(const struct part *p, const struct clause *c)
{
	uint8_t r = p->word[c->head].relation;
	int above = p->word[c->head].head;

	if (above >= 0 && r == REL_acl && c->ccomp >= 0)
		above = p->word[above].head;	/* जानने का तरीका है कि ... */
	if (r == REL_advcl && above >= 0 && child_of(p, above, REL_ccomp) >= 0)
		return false;
	return c->forced && above >= 0 && p->node[above].busy && (r == REL_xcomp || r == REL_csubj || r == REL_acl || r == REL_advcl)
		&& p->n_later < (int)(sizeof p->later / sizeof *p->later);
}

static void say_that_behind(struct part *p, struct clause *c, int i)
{
	if (i < 0 || p->node[i].said || p->node[i].gone)
		return;
	if (waits(p, c))
		p->later[p->n_later++] = i;
	else
		say_that(p, c, i);
}

static void say_later(struct part *p, struct clause *c)
{
	while (p->n_later > 0) {
		int r = p->later[0];

		p->n_later--;
		memmove(p->later, p->later + 1, (size_t)p->n_later * sizeof *p->later);
		if (p->node[r].said)
			continue;
		if (p->word[r].relation == REL_ccomp || p->word[r].relation == REL_csubj)
			say_that(p, c, r);
		else
			say_relative(p, r, p->word[r].head);
	}
}

/* "but not Y", of a phrase that stands before the verb. */
static void say_contrast(struct part *p)
{
	int i = p->contrast - 1, cc, not;

	if (i < 0)
		return;
	p->contrast = 0;
	say_sign(p, ",");
	cc = child_of(p, i, REL_cc);
	if (cc >= 0)
		say(p, p->node[cc].hi, cc);
	not = -1;
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (is_negation(p, k))
			not = k;
	if (not >= 0)
		p->node[not].gone = "said behind it";
	say_noun(p, i, (struct marking){ .post = p->contrast_post, .oblique = p->contrast_post.n > 0, .head = p->contrast_head, .word = -1 });
	say(p, V("नहीं"), not);
}

static bool is_later(const struct part *p, int i)
{
	for (int k = 0; k < p->n_later; k++)
		if (p->later[k] == i)
			return true;
	return false;
}

/* What comes behind the verb: that-clauses, reasons, relative clauses that waited, further clauses. */
static void say_back(struct part *p, struct clause *c)
{
	say_contrast(p);
	say_that_behind(p, c, c->ccomp);
	say_that_behind(p, c, c->csubj);
	if (!waits(p, c))
		say_later(p, c);
	for (int k = 0; k < c->n_other; k++) {
		int i = c->other[k];

		if (p->node[i].said || p->node[i].gone || place_of(p, c, i) != PLACE_BACK || is_later(p, i))
			continue;
		if (p->word[i].relation == REL_conj) {
			say_conjunct(p, c, i);
		} else {
			if (!opens_with_that(p, i) && !word_before(p, i).n)
				say_sign(p, ",");
			say_argument(p, c, i);
		}
	}
}

/* "the reason that the deadline moved": nothing in the clause is left out, so it does not tell which noun is meant but what it says. */
static bool is_whole(const struct part *p, int clause, int noun)
{
	const struct sense *s = p->node[clause].sense;

	return find_relative(p, clause, 0) < 0 && stranded(p, clause) < 0 && circumstance(p, noun, -1) < 0
		&& (child_of(p, clause, REL_nsubj) >= 0 || child_of(p, clause, REL_nsubj_pass) >= 0) && child_of(p, clause, REL_xcomp) < 0
		&& child_of(p, clause, REL_ccomp) < 0
		&& (child_of(p, clause, REL_obj) >= 0 || child_of(p, clause, REL_cop) >= 0 || child_of(p, clause, REL_nsubj_pass) >= 0
		    || (s && !s->transitive));
}

/* A clause behind a comma or with "and" that has no relative word is none on the noun, whatever the tree says. */
static bool tells_more(const struct part *p, int clause, int noun)
{
	return find_relative(p, clause, 0) < 0 && child_of(p, clause, REL_mark) < 0 && p->word[noun].tag != TAG_WP
		&& (child_of(p, clause, REL_cc) > noun || !is_restrictive(p, noun, clause))
		&& (child_of(p, clause, REL_nsubj) >= 0 || child_of(p, clause, REL_nsubj_pass) >= 0);
}

/* The verb at the head of the clause that a noun stands in. */
static int verb_above(const struct part *p, int noun)
{
	int i = noun;

	for (int up = 0; up < 6 && i >= 0 && !(is_verb(p, i) && p->node[i].busy); up++)
		i = p->word[i].head;
	return i;
}

/* "Choose a bank that does not charge fees", "a designer who can write": one that is sought, not known, is told of in the subjunctive. */
static bool is_sought(const struct part *p, int clause, int noun)
{
	static const char *const seeking[] = { "want", "need", "look", "seek", "search", "prefer", "require", NULL };
	int above = verb_above(p, noun), aux = child_of(p, clause, REL_aux), cop = child_of(p, clause, REL_cop), det = child_of(p, noun, REL_det);
	bool can = aux >= 0 && (has_lemma(p, aux, "can") || has_lemma(p, aux, "could"));
	bool one = det >= 0 && (has_lemma(p, det, "a") || has_lemma(p, det, "an") || has_lemma(p, det, "any"));
	int tense = aux >= 0 ? aux : cop >= 0 ? cop : clause;

	if (above < 0 || (!one && (!can || det >= 0 || p->word[noun].tag != TAG_NNS)) || !is_restrictive(p, noun, clause)
	    || (!can && p->word[tense].tag != TAG_VBZ && p->word[tense].tag != TAG_VBP))
		return false;
	return view_is_any(p->word[above].lemma, seeking) || (p->word[above].tag == TAG_VB && child_of(p, above, REL_nsubj) < 0
		&& child_of(p, above, REL_aux) < 0 && child_of(p, above, REL_mark) < 0);
}

void say_relative(struct part *p, int clause, int noun)
{
	struct clause c = clause_at(clause);
	int mark;
	const struct row *row = find_link(p, clause, &mark);

	c.gap = noun;
	p->pronoun_said = V("");
	if (p->word[clause].relation == REL_acl_relcl && tells_more(p, clause, noun)) {
		struct clause plain = clause_at(clause);
		int cc = child_of(p, clause, REL_cc);

		if (cc < 1 || p->word[cc - 1].tag == TAG_COMMA)
			say_sign(p, ",");
		say_clause(p, &plain);
		say_back(p, &plain);
		return;
	}
	if (p->word[clause].relation == REL_acl || (mark >= 0 && has_lemma(p, mark, "that") && is_whole(p, clause, noun))) {
		c.gap = -1;
		c.reported = told_in_past(p, clause);
		say(p, V("कि"), mark);
	} else if (!is_restrictive(p, noun, clause)) {
		say_sign(p, ",");
	}
	if (c.gap >= 0 && mark >= 0 && row && !has_lemma(p, mark, "that") && find_relative(p, clause, 0) < 0) {
		say_linked(p, clause, row, mark, NULL);
		return;
	}
	if (c.gap >= 0 && is_sought(p, clause, noun)) {
		c.forced = "subjunctive";
		snprintf(c.pattern, sizeof c.pattern, "subjunctive");
	}
	say_clause(p, &c);
	say_back(p, &c);
}

void say_clause_as(struct part *p, int i, const char *pattern, struct agreement a)
{
	struct clause c = clause_at(i);

	c.forced = pattern;
	c.outer_agrees = a;
	snprintf(c.pattern, sizeof c.pattern, "%s", pattern);
	say_clause(p, &c);
	say_back(p, &c);
}

/* --- a part --- */

/* A word that only joins others, and they are said already: alone it would say nothing. */
static bool is_hanging(const struct part *p, int i)
{
	int h = p->word[i].head;
	uint8_t r = p->word[i].relation, t = p->word[i].tag;

	if (h < 0 || !(p->node[h].said || p->node[h].gone))
		return false;
	return r == REL_case || r == REL_cc || r == REL_mark || r == REL_expl || t == TAG_IN || t == TAG_CC || t == TAG_EX
		|| (t == TAG_DT && p->word[i].relation == REL_det && has_lemma(p, i, "that"));
}

/* Words that have no place of their own in Hindi. */
static bool is_silent(const struct part *p, int i)
{
	uint8_t r = p->word[i].relation, t = p->word[i].tag;

	return p->items->at[p->item[i]].kind == ITEM_SIGN || p->node[i].pos == POS_AUX || t == TAG_TO || r == REL_cop || r == REL_aux
		|| r == REL_aux_pass || t == TAG_POS || has_lemma(p, i, "the") || has_lemma(p, i, "a") || has_lemma(p, i, "an") || is_hanging(p, i);
}

/* A clause or phrase that nothing above has said, whole; what is still left of it comes word by word. */
static void say_left_over(struct part *p, int i)
{
	int prep = child_of(p, i, REL_case);
	struct marking m = { .word = prep };

	p->fallbacks++;
	p->node[i].rule = "left over";
	if (!p->node[i].busy && (is_verb(p, i) || child_of(p, i, REL_cop) >= 0 || child_of(p, i, REL_nsubj) >= 0)) {
		struct clause c = clause_at(i);

		if (is_verb(p, i) && !is_finite(p, i)) {
			c.forced = "infinitive";
			snprintf(c.pattern, sizeof c.pattern, "infinitive");
		}
		say_clause(p, &c);
		say_back(p, &c);
	} else if (is_noun(p, i) && p->node[i].pos == POS_N) {
		if (prep >= 0)
			m.post = postposition(p, p->word[i].head, i, prep, &m.oblique);
		if (!view_starts(m.post, "<"))
			say_noun(p, i, m);
	}
	if (!p->node[i].said && !p->node[i].gone)
		say(p, p->node[i].hi, i);
}

/* What nothing above has said, in the order of the source: never silence. */
static void say_rest(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (p->node[i].said || p->node[i].gone)
			continue;
		if (is_silent(p, i))
			gone(p, i, "has no word in Hindi");
		else if (h < 0 || p->node[h].said || p->node[h].gone)
			say_left_over(p, i);
	}
	for (int i = 0; i < p->n; i++)
		if (!p->node[i].said && !p->node[i].gone) {
			if (is_silent(p, i)) {
				gone(p, i, "has no word in Hindi");
				continue;
			}
			p->fallbacks++;
			p->node[i].rule = "left over";
			say(p, p->node[i].hi, i);
		}
}

/* What is no clause: a phrase with all that belongs to it. */
static void say_phrase(struct part *p, int i)
{
	struct clause c = clause_at(i);
	int prep = child_of(p, i, REL_case), not = -1;
	struct marking m = { .word = prep };

	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (is_negation(p, k) && (p->node[i].pos == POS_N || p->node[i].pos == POS_ADJ || p->node[i].pos == POS_ADV))
			not = k;
		else if (!is_nominal_slot(p, k) && p->word[k].relation != REL_conj && p->word[k].relation != REL_punct)
			take_other(&c, k);
	if (prep >= 0)
		m.post = postposition(p, -1, i, prep, &m.oblique);
	if (not >= 0)
		p->node[not].gone = "said behind it";
	say_at(p, &c, PLACE_FRONT);
	if (p->node[i].pos == POS_ADJ)
		say_adjective(p, i, (struct agreement){ 0 }, false);
	else if (p->node[i].pos == POS_ADV)
		say_adverb(p, i);
	else
		say_noun(p, i, m);
	if (not >= 0 && !p->node[not].said)
		say(p, V("नहीं"), not);
	say_back(p, &c);
}

/* "Employee-owned": a participle of no known verb that stands for a whole line. */
static bool is_bare_participle(const struct part *p, int i)
{
	return p->word[i].tag == TAG_VBN && (!p->node[i].sense || p->node[i].sense->pos != POS_V) && child_of(p, i, REL_nsubj) < 0
		&& child_of(p, i, REL_nsubj_pass) < 0 && child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_aux_pass) < 0
		&& child_of(p, i, REL_cop) < 0;
}

/* A gerund or participle that stands for a whole line is no clause: "Getting help", "Deprecated in 2.0". */
static void force_fragment(struct part *p, struct clause *c)
{
	uint8_t tag = p->word[c->head].tag;
	const char *pattern = tag == TAG_VBG ? "infinitive" : tag == TAG_VBN ? "passive participle" : NULL;

	for (int k = p->node[c->head].first; pattern && k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if (r == REL_nsubj || r == REL_nsubj_pass || r == REL_aux || r == REL_aux_pass || r == REL_cop || r == REL_expl || r == REL_csubj)
			pattern = NULL;
	}
	if (!pattern || (p->node[c->head].sense && p->node[c->head].sense->pos != POS_V))
		return;
	if (tag == TAG_VBN && p->node[c->head].sense && !p->node[c->head].sense->transitive)
		pattern = "participle";	/* बेहतर हुआ */
	c->forced = pattern;
	snprintf(c->pattern, sizeof c->pattern, "%s", pattern);
}

/* Does "isn't it?" end it? reshape.c made है ना of that. */
static bool has_tag(const struct part *p)
{
	return p->n > 2 && view_is(p->node[p->n - 3].hi, "है ना");
}

void say_part(struct part *p)
{
	int r = p->root;

	if (is_bare_participle(p, r))
		p->node[r].pos = POS_ADJ;
	if (p->node[r].sense && p->node[r].sense->pos == POS_PHR) {
		say(p, p->node[r].hi, r);	/* आप कहां रहते हैं? */
	} else if ((is_verb(p, r) && p->node[r].pos != POS_ADJ) || child_of(p, r, REL_cop) >= 0 || child_of(p, r, REL_nsubj) >= 0) {
		struct clause c = clause_at(r);

		c.asks = asks(p) && !has_wh(p, r, 0) && !has_tag(p);
		force_fragment(p, &c);
		say_clause(p, &c);
		say_back(p, &c);
	} else {
		p->fragment = true;
		say_phrase(p, r);
	}
	say_rest(p);
}
