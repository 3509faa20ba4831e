/* backward_verb.c - English verb groups: can not be seen, has been waiting, did not want to go. */
#include "backward_say.h"

/* A verb of the chain, and the form it asks of the next. */
struct link { struct view lemma; enum english_form next; };

struct chain { struct link link[8]; int n; const char *auxiliary; enum english_form first; };

static void add_link(struct chain *c, const char *lemma, enum english_form next)
{
	if (c->n < 8)
		c->link[c->n++] = (struct link){ view_of(lemma), next };
}

struct view verb_lemma(const struct backward_part *p, const struct verbs *v)
{
	const struct token *t = &p->token[v->main];

	if (v->has || v->lets)
		return v->has ? V("have") : V("let");
	if (t->phrase)
		return t->phrase->en;
	return v->copula ? V("be") : t->english.n ? t->english : V("do");
}

static bool is_past(const struct verbs *v)
{
	return v->tense == FORM_PAST || (v->form == FORM_PERFECTIVE && v->tense == FORM_STEM) || (v->form == FORM_IMPERFECTIVE && v->tense == FORM_STEM
		&& !v->negative);
}

static bool is_future(const struct verbs *v)
{
	return v->form == FORM_FUTURE || v->tense == FORM_FUTURE;
}

static void set_tense(struct chain *c, const struct verbs *v, const struct agreement_en *a)
{
	if (is_future(v))
		c->auxiliary = "will";
	else if (is_past(v))
		c->first = EN_PAST;
	else if (a->orders)
		c->first = EN_BASE;
	else
		c->first = a->plural || a->first || a->second ? EN_BASE : EN_THIRD;
}

static void set_modal(struct chain *c, const struct verbs *v)
{
	if (!v->modal)
		return;
	if (!strcmp(v->modal, "can") && !is_future(v)) {
		c->auxiliary = is_past(v) ? "could" : "can";
	} else if (!strcmp(v->modal, "can")) {
		add_link(c, "be able to", EN_BASE);
	} else if (!strcmp(v->modal, "should")) {
		c->auxiliary = "should";
		if (v->tense == FORM_PAST)
			add_link(c, "have", EN_PARTICIPLE);
	} else {
		add_link(c, v->modal, EN_BASE);
	}
}

static bool is_perfect(const struct verbs *v)
{
	return !v->modal && (v->perfect || (v->form == FORM_PERFECTIVE && (v->tense == FORM_PRESENT || v->tense == FORM_FUTURE))) && !v->copula;
}

static struct chain make_chain(const struct backward_part *p, const struct verbs *v, const struct agreement_en *a)
{
	struct chain c = { .first = EN_THIRD };

	set_tense(&c, v, a);
	set_modal(&c, v);
	if (is_perfect(v))
		add_link(&c, "have", EN_PARTICIPLE);
	if (v->progressive)
		add_link(&c, "be", EN_GERUND);
	if (v->passive)
		add_link(&c, "be", EN_PARTICIPLE);
	c.link[c.n++] = (struct link){ verb_lemma(p, v), EN_BASE };
	return c;
}

static void add_form(const struct backward_part *p, struct view lemma, enum english_form form, const struct agreement_en *a, bool finite,
		     struct buf *out)
{
	bool be = view_is(lemma, "be") || view_starts(lemma, "be ");

	if (out->n)
		buf_byte(out, ' ');
	if (be && finite) {
		buf_str(out, a->orders ? "be" : english_be(form, a->first, a->plural || a->second));
		buf_add(out, view_cut(lemma, 2, lemma.n));
	} else {
		english_verb(&p->b->english, lemma, form, out);
	}
}

/* Words before the subject of a question, and what is behind it. */
void make_group(const struct backward_part *p, const struct verbs *v, const struct agreement_en *a, struct buf *first, struct buf *rest)
{
	struct chain c = make_chain(p, v, a);
	enum english_form form = c.first;
	int i = 0;
	bool splits = view_is(c.link[0].lemma, "be") || view_starts(c.link[0].lemma, "be ") || (c.n > 1 && view_is(c.link[0].lemma, "have"));

	if (c.auxiliary) {
		buf_str(first, c.auxiliary);
		form = EN_BASE;
	} else if (splits && !a->orders) {
		add_form(p, c.link[0].lemma, form, a, true, first);
		form = c.link[0].next;
		i = 1;
	} else if (v->negative || a->asks) {
		buf_str(first, form == EN_PAST ? "did" : form == EN_THIRD ? "does" : "do");
		form = EN_BASE;
	}
	if (v->negative)
		buf_str(first, view_is(buf_view(first), "can") ? "not" : " not");
	for (; i < c.n; i++) {
		add_form(p, c.link[i].lemma, form, a, !first->n, rest);
		form = c.link[i].next;
	}
}

/* to be seen, being seen, seen */
void make_plain(const struct backward_part *p, const struct verbs *v, enum english_form form, struct buf *out)
{
	struct agreement_en a = { 0 };

	if (v->negative)
		buf_str(out, "not");
	if (v->passive && form != EN_PARTICIPLE) {
		add_form(p, V("be"), form, &a, false, out);
		form = EN_PARTICIPLE;
	}
	add_form(p, verb_lemma(p, v), form, &a, false, out);
}
