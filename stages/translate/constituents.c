/* constituents.c - what a clause is made of: subject, objects, verbs of form; and what Hindi takes for another of them. */
#include "clause.h"

#include <string.h>

void take_tense(struct part *p, struct clause *c, int i)
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

bool is_negation(const struct part *p, int i)
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

void take_other(struct clause *c, int i)
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

void take_children(struct part *p, struct clause *c, int i)
{
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (!p->node[k].said && !p->node[k].gone)
			take_child(p, c, k);
}

/* A person, people or an animal: one who does things. */
bool is_actor(const struct part *p, int i)
{
	static const char *const actors[] = { "person", "people", "kin", "animal", "name-org", "name-person", NULL };

	return p->node[i].human || view_is_any(p->node[i].class, actors)
		|| view_is_any(bilingual_class(&p->g->words, p->word[i].lemma), actors);
}

/* "rose to $3 billion": बढ़कर $3 अरब हो गया. */
void take_level(const struct part *p, struct clause *c)
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

/* Who does it is the subject in Hindi: "laid by the mayor" is मेयर ने रखा. What it is done to still comes first. */
void turn_active(struct part *p, struct clause *c)
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
void turn_necessity(struct part *p, struct clause *c)
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

/* "It is not the price but the wait": कीमत नहीं, बल्कि इंतज़ार है. */
void take_contrast(const struct part *p, struct clause *c)
{
	int other = child_of(p, c->head, REL_conj);

	if (c->copula < 0 || c->negation < 0 || other < 0 || !is_noun(p, c->head) || !is_noun(p, other)
	    || child_of(p, other, REL_nsubj) >= 0 || child_of(p, other, REL_cop) >= 0 || !has_lemma(p, child_of(p, other, REL_cc), "but"))
		return;
	c->contrast = true;
	c->negative = false;
	c->negation = -1;
}

/* "is visible": दिखाई देता है, दिखाई देगा. An adjective that is a verb's form is said as that verb. */
void take_verb_within(struct part *p, struct clause *c)
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
void take_needed(struct part *p, struct clause *c)
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
