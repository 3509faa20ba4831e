/* clause.c - the whole clause: what is made of it, and what is said in which order up to its verb. */
#include "clause.h"

#include <stdio.h>
#include <string.h>

struct clause clause_at(int head)
{
	return (struct clause){ .head = head, .top = head, .subject = -1, .object = -1, .indirect = -1, .copula = -1, .xcomp = -1,
		.ccomp = -1, .csubj = -1, .expletive = -1, .agent = -1, .negation = -1, .relative = -1, .gap = -1, .gap_prep = -1, .shared = -1, .shared_object = -1,
		.level = -1 };
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

/* "It is clear that ...": यह साफ है कि ... */
static bool follows_clause(const struct part *p, const struct clause *c)
{
	return (c->csubj >= 0 && is_finite(p, c->csubj)) || (c->ccomp >= 0 && c->copula >= 0);
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

void say_hindi_clause(struct part *p, struct clause *c)
{
	struct node *head = &p->node[c->head];

	if (!head->told && p->depth++ < DEPTH_MAX) {
		head->told = true;
		say_whole_clause(p, c);
		p->depth--;
	}
}

void say_clause_as(struct part *p, int i, const char *pattern, struct agreement a)
{
	struct clause c = clause_at(i);

	c.forced = pattern;
	c.outer_agrees = a;
	snprintf(c.pattern, sizeof c.pattern, "%s", pattern);
	say_hindi_clause(p, &c);
	say_back(p, &c);
}
