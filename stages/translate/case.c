/* case.c - which postposition subject and object take, and which of them the verb agrees with. */
#include "clause.h"

#include <stdio.h>
#include <string.h>

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

bool is_definite(const struct part *p, int i)
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

struct view usable(struct view marking)
{
	return view_is(marking, "bare") || view_is(marking, "nom") || view_is(marking, "-") ? V("") : marking;
}

/* Verbs with an object, whatever marks it: समस्या से बचा जा सकता था. */
bool takes_passive(const struct sense *s)
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

void mark_arguments(struct part *p, struct clause *c, const struct row *pattern, const struct sense *s)
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

/* --- agreement --- */

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

struct agreement group_agreement(struct part *p, struct clause *c, struct view verb)
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

void find_subject_agreement(struct part *p, struct clause *c)
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
