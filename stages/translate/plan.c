/* plan.c - decides what each word of a part means: phrases first (phrases.c), then senses (senses.c) and how they are said (nodes.c). */
#include "plan.h"

#include <ctype.h>
#include <string.h>

/* --- the tree --- */

struct view lower_form(const struct part *p, int i, char room[LOWER_MAX])
{
	struct view form = p->word[i].form;

	if (form.n >= LOWER_MAX)
		return V("");
	for (size_t k = 0; k < form.n; k++)
		room[k] = (char)tolower((unsigned char)form.p[k]);
	return (struct view){ room, form.n };
}

void gone(struct part *p, int i, const char *why)
{
	if (i >= 0 && !p->node[i].said)
		p->node[i].gone = why;
}

int child_of(const struct part *p, int i, enum relation relation)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == relation)
			return c;
	return -1;
}

bool is_verb(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_VB || t == TAG_VBD || t == TAG_VBP || t == TAG_VBZ || t == TAG_VBG || t == TAG_VBN;
}

bool is_noun(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_NN || t == TAG_NNS || t == TAG_NNP || t == TAG_NNPS || t == TAG_PRP || t == TAG_WP || t == TAG_CD || t == TAG_EX;
}

/* Has the clause of a verb, or of what a copula stands beside, a tense? */
bool is_finite(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	if (t == TAG_VBD || t == TAG_VBP || t == TAG_VBZ)
		return true;
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		uint8_t r = p->word[c].relation, u = p->word[c].tag;

		if ((r == REL_aux || r == REL_aux_pass || r == REL_cop)
		    && (u == TAG_MD || u == TAG_VBD || u == TAG_VBP || u == TAG_VBZ))
			return true;
	}
	return false;
}

void link_children(struct part *p)
{
	for (int i = 0; i < p->n; i++)
		p->node[i].first = p->node[i].next = p->node[i].last = -1;
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (h < 0) {
			p->root = i;
			continue;
		}
		if (p->node[h].last < 0)
			p->node[h].first = i;
		else
			p->node[p->node[h].last].next = i;
		p->node[h].last = i;
	}
}

struct senses by_form(const struct part *p, int i, enum pos pos)
{
	char lower[LOWER_MAX];

	return bilingual_word(&p->g->words, lower_form(p, i, lower), pos);
}

/* --- links and the like --- */

static bool asks_here(const struct part *p, int i)
{
	return p->word[i].tag == TAG_WP || p->word[i].tag == TAG_WRB || p->word[i].tag == TAG_WDT;
}

/* "She is the only carpenter": who a woman is said to be is feminine, too. */
static void match_gender(struct part *p, int i)
{
	struct node *n = &p->node[i];
	int subject = child_of(p, i, REL_cop) >= 0 ? child_of(p, i, REL_nsubj) : -1;

	if (subject < 0 || !n->human || n->pronoun || n->plural || !n->sense || !p->node[subject].human || !p->node[subject].feminine
	    || p->node[subject].plural || view_ends(n->hi, "ा") || view_is(n->class, "kin"))
		return;
	n->feminine = true;
}

/* "..., so we left": it links what follows. */
static void link_so(struct part *p, int i)
{
	bool opens = i == 0 || p->word[i - 1].tag == TAG_COMMA;

	if (!has_lemma(p, i, "so") || !opens || p->node[i].gone || (i + 1 < p->n && is_adjective(p, i + 1)))
		return;
	p->node[i].hi = i + 1 < p->n && asks_here(p, i + 1) ? V("तो") : V("इसलिए");
	p->node[i].fixed = true;
	if (p->word[i].relation == REL_advmod)
		p->word[i].relation = REL_cc;
}

/* Is a clause a question of its own, or what is asked, told, known? */
static bool is_asked(const struct part *p, int clause)
{
	const struct item *last = &p->items->at[p->items->n - 1];
	uint8_t r;

	if (view_is(last->text, "?") || clause < 0 || p->word[clause].head < 0)
		return true;
	r = p->word[clause].relation;
	for (int up = 0; r == REL_conj && up < p->n; up++) {	/* ... why it slipped and who knew */
		clause = p->word[clause].head;
		r = p->word[clause].relation == REL_root ? REL_dep : p->word[clause].relation;
	}
	if (r == REL_advcl && child_of(p, clause, REL_mark) >= 0) {	/* about where it comes from */
		int mark = child_of(p, clause, REL_mark);
		uint8_t next = p->word[mark + 1].tag;

		return p->word[mark].tag == TAG_IN && !has_lemma(p, mark, "than") && !has_lemma(p, mark, "as")
			&& (next == TAG_WRB || next == TAG_WP || next == TAG_WDT || next == TAG_WP_POSS);
	}
	return r == REL_ccomp || r == REL_csubj || r == REL_xcomp || r == REL_obj || r == REL_root;
}

/* Where nothing is asked, when and where, who and which link: जब, जहां, जो. */
static void link_question(struct part *p, int i)
{
	struct node *n = &p->node[i];
	int clause = p->word[i].head;

	if (n->gone || (p->word[i].tag != TAG_WRB && p->word[i].tag != TAG_WDT && p->word[i].tag != TAG_WP
	    && (p->word[i].tag != TAG_WP_POSS || antecedent(p, i) < 0)) || has_lemma(p, i, "what") || view_ends(p->word[i].lemma, "ever") || n->fixed)
		return;
	for (int up = 0; up < p->n && clause >= 0 && !is_verb(p, clause) && child_of(p, clause, REL_cop) < 0; up++)
		clause = p->word[clause].head;
	if (is_asked(p, clause))
		return;
	if (p->word[i].tag == TAG_WRB)
		n->hi = has_lemma(p, i, "when") ? V("जब") : has_lemma(p, i, "where") ? V("जहां") : n->hi;
	else
		n->hi = V("जो");
	if (p->word[i].tag == TAG_WDT && p->word[i].relation != REL_det)
		n->pronoun = p->g->pronouns.at;	/* inflects as one: जिसमें */
}

/* "Eat what you like": what a clause right behind it tells of is वह, जो ...; beside the copula वही. */
static void name_free_relative(struct part *p, int i)
{
	static const char *const free[] = { "what", "whatever", "whoever", "whomever", "who", NULL };
	int r = p->word[i].tag == TAG_WP && view_is_any(p->word[i].lemma, free) ? child_of(p, i, REL_acl_relcl) : -1;
	size_t n;

	if (r <= i || p->node[i].gone || !is_under(p, i + 1, r))
		return;
	p->node[i].human = !has_lemma(p, i, "what") && !has_lemma(p, i, "whatever");
	p->node[i].pronoun = rows_find(&p->g->pronouns, p->node[i].human ? V("that") : V("what"), &n);	/* उसे, but वह of things */
	p->node[i].hi = child_of(p, i, REL_cop) >= 0 ? V("वही") : V("वह");
}

/* Words that are said with नहीं at the verb: never is कभी ... नहीं, not a single एक भी ... नहीं. */
static void part_negation(struct part *p, int i)
{
	struct node *n = &p->node[i];

	if ((n->pos == POS_ADV || n->pos == POS_DET || n->pos == POS_PRON) && view_ends(n->hi, " नहीं")) {
		n->hi = view_cut(n->hi, 0, n->hi.n - strlen(" नहीं"));
		n->negates = true;
	}
}

/* Is a word at or under another? A walk of more than all words goes in a circle. */
bool is_under(const struct part *p, int i, int above)
{
	for (int steps = 0; i >= 0 && steps <= p->n; steps++) {
		if (i == above)
			return true;
		i = p->word[i].head;
	}
	return false;
}

void take_place(struct part *p, int i, int other, enum relation below)
{
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == other)
			p->word[k].head = i;
	p->word[i].head = p->word[other].head;
	p->word[i].relation = p->word[other].relation;
	p->word[other].head = i;
	p->word[other].relation = (uint8_t)below;
	if (p->root == other)
		p->root = i;
}

/* Repairs and phrases move words; whatever they did, what is left must be a tree. */
static void keep_tree(struct part *p)
{
	int root = -1;

	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (h >= 0 && !is_under(p, h, i))
			continue;
		p->word[i].head = root;
		if (root >= 0)
			p->word[i].relation = REL_dep;
		else
			root = i;
	}
	link_children(p);
}

/* What only looks like a sign (62%) or a verb of form (BGP is how ...) to the parser would be left out as one: it must be said. */
static void keep_words(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		uint8_t kind = p->items->at[p->item[i]].kind, *r = &p->word[i].relation;
		bool formal = *r == REL_cop || *r == REL_aux || *r == REL_aux_pass || *r == REL_case || *r == REL_cc;

		if ((kind != ITEM_SIGN && *r == REL_punct) || (kind != ITEM_SIGN && kind != ITEM_WORD && formal))
			*r = REL_dep;
	}
}

/* "spent a year writing it", "heard someone crying": a gerund that the verb's frame has a form for completes it. */
static void complete_with_gerund(struct part *p, int i)
{
	int verb = p->word[i].head, object = -1;
	struct view inf;

	if (verb >= 0 && verb < i && p->word[i].tag == TAG_VB && p->word[i].relation == REL_advcl && has_lemma(p, child_of(p, i, REL_mark), "to")
	    && p->node[verb].rule && !strcmp(p->node[verb].rule, "phrase") && p->node[verb].sense && child_of(p, verb, REL_xcomp) < 0
	    && frame_find(p->node[verb].sense->frame, "inf", &inf))
		p->word[i].relation = REL_xcomp;	/* feel free to ask */
	if (p->word[i].tag != TAG_VBG || verb < 0 || verb > i || p->word[i - 1].tag == TAG_COMMA || child_of(p, i, REL_mark) >= 0
	    || child_of(p, i, REL_aux) >= 0 || child_of(p, i, REL_case) >= 0)
		return;
	if (p->word[i].relation == REL_acl && p->word[verb].relation == REL_obj) {
		object = verb;
		verb = p->word[verb].head;
	}
	if ((object < 0 && p->word[i].relation != REL_advcl) || !p->node[verb].sense || p->node[verb].sense->pos != POS_V
	    || child_of(p, verb, REL_xcomp) >= 0 || !frame_find(p->node[verb].sense->frame, "inf", &inf)
	    || !view_is(inf, object >= 0 ? "V-ते हुए" : "V-ने में"))
		return;
	p->word[i].head = verb;
	p->word[i].relation = REL_xcomp;
}

/*
 * "We want them to win", "Prices are expected to fall", "He seems to know": who does it is the subject of a clause of its own in Hindi,
 * हम चाहते हैं कि वे जीतें, उम्मीद है कि ..., लगता है कि ... The verb's frame says so: obj-inf=, subj-inf=.
 */
static void turn_infinitives(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		const struct sense *s = is_verb(p, i) ? p->node[i].sense : NULL;
		int x = child_of(p, i, REL_xcomp), to = x >= 0 ? child_of(p, x, REL_mark) : -1, who = -1;
		struct view form;

		if (!s || x < i || !has_lemma(p, to, "to") || !(is_verb(p, x) || child_of(p, x, REL_cop) >= 0))
			continue;
		if (frame_find(s->frame, "obj-inf", &form) && (view_is(form, "कि") || child_of(p, i, REL_aux_pass) < 0))
			who = child_of(p, i, REL_aux_pass) >= 0 ? child_of(p, i, REL_nsubj_pass) : child_of(p, i, REL_obj);
		else if (frame_find(s->frame, "subj-inf", &form) && is_verb(p, x) && p->word[i].tag != TAG_VB)
			who = child_of(p, i, child_of(p, i, REL_nsubj) >= 0 ? REL_nsubj : REL_expl);
		if (who < 0 || who > x || p->word[who].tag == TAG_WP || p->word[who].tag == TAG_WDT)
			continue;
		p->word[who].head = x;
		p->word[who].relation = child_of(p, x, REL_aux_pass) >= 0 ? REL_nsubj_pass : REL_nsubj;
		p->word[x].relation = REL_ccomp;
		if (view_is(form, "कि V-गा")) {
			p->word[to].lemma = V("will");
			p->word[to].tag = TAG_MD;
			p->word[to].relation = REL_aux;
		}
		if (p->word[i].tag == TAG_VBP && who < i)
			p->word[i].tag = TAG_VBZ;	/* nobody does it */
	}
	link_children(p);
}

/* प्लेटें धोईं और सुखाईं: Hindi says what verbs share with the first one. */
static void raise_objects(struct part *p)
{
	bool raised = false;

	for (int i = 0; i < p->n; i++) {
		int o = p->node[i].sense && p->node[i].sense->pos == POS_V && p->node[i].sense->transitive ? shared_object(p, i) : -1;

		if (o < 0 || p->word[p->word[o].head].head != i || !p->node[p->word[o].head].sense || !p->node[p->word[o].head].sense->transitive)
			continue;
		for (int k = i + 1; k < o; k++)
			if (is_verb(p, k) && p->word[k].relation == REL_conj)
				p->node[k].shares = 1 + o;
		p->word[o].head = i;
		raised = true;
	}
	if (raised)
		link_children(p);
}

void plan_part(struct part *p)
{
	keep_words(p);
	mend_made(p);
	link_children(p);
	reshape(p);
	keep_tree(p);
	find_phrases(p);
	keep_tree(p);
	for (int i = 0; i < p->n; i++)
		plan_node(p, i);
	for (int i = 0; i < p->n; i++) {
		match_gender(p, i);
		if (p->node[i].caused)
			take_causative(p, i);
		link_so(p, i);
		link_question(p, i);
		name_free_relative(p, i);
		part_negation(p, i);
	}
	for (int i = 1; i < p->n; i++)
		complete_with_gerund(p, i);
	raise_objects(p);
	keep_tree(p);
	turn_infinitives(p);
	name_articles(p);
	pay_respect(p);
}
