/* arguments.c - says who does what to whom: subject, object, agent, and what completes the verb. */
#include "clause.h"

#include <stdio.h>
#include <string.h>

/* --- subject and object --- */

/* "He came and he went", "If you want it, you must ask": the same pronoun is not said again. */
static bool is_repeated(const struct part *p, const struct clause *c, struct marking m)
{
	const struct node *n = &p->node[c->subject];

	return !m.post.n && p->pronoun_said.n && p->word[c->subject].tag == TAG_PRP && n->pronoun
		&& view_eq(p->pronoun_said, n->pronoun->column[PRONOUN_EN]) && n->first < 0;
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

void say_subject(struct part *p, struct clause *c)
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

void say_object(struct part *p, struct clause *c)
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

/* --- what completes the verb --- */

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

struct view infinitive_form(const struct part *p, const struct clause *c)
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
void say_complement(struct part *p, struct clause *c)
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
		say_hindi_clause(p, &inner);
		if (inf.n > n)
			say(p, view_cut(inf, n + 1, inf.n), -1);
		say_back(p, &inner);
		return;
	}
	inner.forced = "infinitive";
	snprintf(inner.pattern, sizeof inner.pattern, "infinitive");
	say_hindi_clause(p, &inner);
	say_back(p, &inner);
}

void say_agent(struct part *p, struct clause *c)
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

void say_indirect(struct part *p, struct clause *c)
{
	struct view post = V("को"), marking;

	if (c->object < 0 && frame_find(c->frame, "obj", &marking) && usable(marking).n)
		post = marking;		/* उससे पूछें */
	else if (frame_find(c->frame, "iobj", &marking) || (frame_find(c->frame, "to", &marking) && view_is(marking, "से")))
		post = marking;
	if (c->indirect >= 0 && !p->node[c->indirect].said && !p->node[c->indirect].gone)
		say_noun(p, c->indirect, (struct marking){ .post = post, .word = -1 });
}

/* Pronouns that have a postposition stand early: उसे कल स्टेशन पर देखा. */
void say_pronouns(struct part *p, struct clause *c)
{
	if (c->indirect >= 0 && p->word[c->indirect].tag == TAG_PRP)
		say_indirect(p, c);
	if (c->object >= 0 && c->object_post.n && p->word[c->object].tag == TAG_PRP && child_of(p, c->object, REL_conj) < 0)
		say_object(p, c);
}

/* --- clauses as subjects --- */

/* What an infinitive as a subject takes: पहुंचने में तीन घंटे लगते हैं, पेड़ लगाने पर पैसे खर्च होते हैं. */
struct view post_of_infinitive(const struct part *p, const struct clause *c)
{
	struct view post;

	if (c->copula >= 0 || c->passive || c->csubj < 0 || is_finite(p, c->csubj))
		return V("");
	if (view_is(p->node[c->head].hi, "लगना"))
		return V("में");
	return frame_find(c->frame, "subj", &post) && !view_is(post, "को") ? usable(post) : V("");
}

/* "It would be wrong to think that ...": यह सोचना गलत होगा कि; reaching it takes time: पहुंचने में. */
void say_infinitive_subject(struct part *p, struct clause *c)
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

/* "Whether it opens depends on the court": यह खुलता है या नहीं, यह अदालत पर निर्भर है. */
void say_clause_subject(struct part *p, struct clause *c)
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
	say_hindi_clause(p, &inner);
	say_back(p, &inner);
	if (has_lemma(p, first, "whether"))
		say(p, V("या नहीं"), -1);
	say_sign(p, ",");
	say(p, V("यह"), -1);
}
