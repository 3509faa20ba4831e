/* backward_say.c - says the clauses of a Hindi part in English order: links, subject, verb, object, the rest. */
#include "backward_say.h"

void say_english(struct backward_part *p, struct view text, int token)
{
	struct part fake = { .out = p->out, .arena = p->arena };

	if (token != NONE) {
		p->token[token].said = true;
		p->token[token].gone = NULL;
	}
	if (!text.n) {
		if (token != NONE)
			p->token[token].gone = "has no word in English";
		return;
	}
	say(&fake, text, -1);
	p->out->at[p->out->n - 1].item = token == NONE ? -1 : p->token[token].item;
	p->out->at[p->out->n - 1].tight = view_is(text, ",");
}

/* --- roles --- */

struct roles { struct chunk *subject, *object, *recipient, *predicate; bool there, has; };

static bool is_bare(const struct chunk *c)
{
	return (c->kind == CHUNK_NOUN && !c->post && !c->genitive) || (c->kind == CHUNK_VERB && c->verb.role == ROLE_GERUND && !c->post);
}

static bool is_transitive(const struct backward_part *p, const struct verbs *v)
{
	const struct token *t = &p->token[v->main];

	return t->phrase ? t->phrase->transitive : t->chosen >= 0 && t->reading[t->chosen].meaning && t->reading[t->chosen].meaning->transitive;
}

static bool is_time(const struct backward_part *p, const struct chunk *c)
{
	static const char *const times[] = { "day", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "year", "month", "week",
		"evening", "morning", "night", "afternoon", "time", "date", "today", "tomorrow", "yesterday", "century", "decade", "January", "February",
		"March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "summer", "winter", NULL };

	return c->kind == CHUNK_NOUN && (view_is_any(p->token[c->head].english, times) || view_is(p->items->at[p->token[c->head].item].type, "DATE"));
}

static void take_subject_of_be(const struct backward_part *p, struct chunk **bare, int n, struct chunk *dative, struct chunk *near, struct roles *r)
{
	(void)p;
	if (near && n) {
		r->subject = near;
		r->object = bare[n - 1];
		r->has = true;
	} else if (dative && n == 1) {
		r->subject = dative;
		r->object = bare[0];
		r->has = true;
	} else if (n >= 2) {
		r->subject = bare[0];
		r->predicate = bare[n - 1];
	} else if (n == 1) {
		r->predicate = bare[0];
	}
}

static void find_roles(const struct backward_part *p, const struct chunk *c, struct roles *r)
{
	struct chunk *bare[32], *ergative = NULL, *dative = NULL, *near = NULL, *place = NULL;
	const struct verbs *v = &c->verb;
	int n = 0;
	bool wants_dative = v->modal && (!strcmp(v->modal, "should") || !strcmp(v->modal, "have to"));

	*r = (struct roles){ 0 };
	for (int k = 0; k < c->n_children; k++) {
		struct chunk *child = c->child[k];

		if (child->kind == CHUNK_NOUN && child->ergative)
			ergative = child;
		else if (child->kind == CHUNK_NOUN && child->dative && !is_time(p, child))
			dative = dative && !wants_dative ? dative : child;
		else if (child->kind == CHUNK_NOUN && view_is(child->preposition, "near"))
			near = child;
		else if (child->kind == CHUNK_NOUN && child->preposition.n)
			place = child;
		else if (child->kind == CHUNK_NOUN && child->genitive)
			r->object = child;
		else if (is_bare(child) && n < 32 && !(is_time(p, child) && c->n_children > 2))
			bare[n++] = child;
	}
	if (v->copula && !ergative && !v->modal && !v->passive) {
		take_subject_of_be(p, bare, n, dative, near, r);
		r->there = !r->subject && r->predicate && place && r->predicate == c->child[c->n_children - 1]
			&& p->token[r->predicate->head].kind == TOKEN_NOUN && r->predicate->kind == CHUNK_NOUN && !r->predicate->pronoun;
		return;
	}
	if (ergative) {
		r->subject = ergative;
		r->object = n ? bare[n - 1] : r->object;
	} else if (wants_dative && dative) {
		r->subject = dative;
		dative = NULL;
		r->object = n ? bare[n - 1] : r->object;
	} else if (n >= 2) {
		r->subject = bare[0];
		r->object = bare[n - 1];
	} else if (n == 1) {
		bool object = is_transitive(p, v) && !v->passive && !bare[0]->pronoun
			&& (wants_dative || v->form == FORM_PERFECTIVE || v->form == FORM_IMPERATIVE || (r->object == NULL && dative && v->form == FORM_SUBJUNCTIVE));

		*(object ? &r->object : &r->subject) = bare[0];
	}
	if (!r->object && dative)
		r->object = dative;
	else
		r->recipient = dative;
}

/* --- order --- */

static bool is_mid(const struct backward_part *p, const struct chunk *c)
{
	const struct token *t = &p->token[c->first];

	return c->kind == CHUNK_ADVERB && t->function && (view_is(t->function->more, "mid") || view_is(t->function->more, "also"));
}

static bool asks(const struct backward_part *p, const struct chunk *c)
{
	const struct token *t = &p->token[c->first];

	if (c->kind == CHUNK_ADVERB)
		return t->function && view_is(t->function->more, "wh");
	return c->kind == CHUNK_NOUN && ((t->kind == TOKEN_DETERMINER && (view_starts(t->english, "which") || view_starts(t->english, "what")
		|| view_starts(t->english, "how"))) || (t->kind == TOKEN_PRONOUN && (view_is(t->english, "whom") || view_is(t->english, "what"))));
}

static bool is_relative(const struct backward_part *p, const struct chunk *c)
{
	if (!c || c->kind != CHUNK_NOUN)
		return false;
	for (int k = c->first; k <= c->last; k++)
		if ((p->token[k].kind == TOKEN_PRONOUN && view_is(p->token[k].english, "who"))
		    || (p->token[k].kind == TOKEN_DETERMINER && view_starts(p->token[k].folded, "जि")))
			return true;
	return is_relative(p, c->owner);
}

static struct view preposition_of(const struct backward_part *p, const struct chunk *c)
{
	static const char *const parts[] = { "evening", "morning", "afternoon", NULL };
	static const char *const spans[] = { "year", "month", "century", "decade", NULL };

	if (c->preposition.n)
		return c->preposition;
	if (c->dative && is_time(p, c)) {
		struct view head = p->token[c->head].english;

		return view_is_any(head, parts) || view_is_any(head, spans) ? V("in") : view_is(head, "night") ? V("at") : V("on");
	}
	return c->dative ? V("to") : c->genitive ? V("of") : V("");
}

static void say_verb_chunk(struct backward_part *p, struct chunk *c, bool to)
{
	struct buf b = { 0 };
	const struct verbs *v = &c->verb;
	struct view preposition = c->preposition;
	bool purpose = view_is(preposition, "for") || c->dative || c->genitive;

	c->said = true;
	if (v->role == ROLE_GERUND && (purpose || (!preposition.n && to))) {
		say_english(p, V("to"), c->post_token);
		make_plain(p, v, EN_BASE, &b);
	} else {
		if (view_is(preposition, "from"))
			preposition = V("by");
		if (preposition.n)
			say_english(p, preposition, c->post_token);
		make_plain(p, v, v->role == ROLE_MODIFIER || (v->role == ROLE_WHILE && v->form == FORM_PERFECTIVE && v->passive) ? EN_PARTICIPLE : EN_GERUND, &b);
	}
	say_english(p, buf_view(&b), v->main);
	buf_release(&b);
	say_taken(p, c);
}

static void say_any(struct backward_part *p, struct chunk *c)
{
	if (c->said)
		return;
	c->said = true;
	switch (c->kind) {
	case CHUNK_NOUN:
		say_with_preposition(p, c, c->ergative ? V("") : preposition_of(p, c));
		break;
	case CHUNK_VERB:
		say_verb_chunk(p, c, true);
		break;
	case CHUNK_CLAUSE:
		say_clause(p, c);
		break;
	case CHUNK_COMMA:
		if (p->out->n && !p->out->at[p->out->n - 1].tight)
			say_english(p, V(","), c->first);
		else
			p->token[c->first].gone = "stands where none is in English";
		break;
	default:
		say_english(p, p->token[c->first].english, c->first);
	}
}

/* What is behind the verb: the object, to whom, and the rest from the verb outwards. */
static void say_rest(struct backward_part *p, struct chunk *c, int from)
{
	for (int k = c->n_children - 1; k >= from; k--)
		if (c->child[k]->kind != CHUNK_COMMA)
			say_any(p, c->child[k]);
	for (int k = from; k < c->n_children; k++)
		if (c->child[k]->kind == CHUNK_COMMA)
			p->token[c->child[k]->first].gone = "stands where none is in English";
}

void say_taken(struct backward_part *p, struct chunk *c)
{
	c->said = true;
	for (int pass = 0; pass < 2; pass++)
		for (int k = c->n_children - 1; k >= 0; k--) {
			struct chunk *child = c->child[k];
			bool object = child->kind == CHUNK_NOUN && (is_bare(child) || child->dative || child->genitive);

			if (child->said || (pass == 0 && !object))
				continue;
			if (object && !is_time(p, child)) {
				child->said = true;
				if (child->post_token != NONE)
					p->token[child->post_token].gone = "marks an object";
				say_noun_phrase(p, child, AS_OBJECT, false);
			} else {
				say_any(p, child);
			}
		}
}

/* --- clauses --- */

static struct agreement_en agreement_of(const struct backward_part *p, const struct chunk *subject, const struct verbs *v)
{
	struct agreement_en a = { .subjectless = !subject, .plural = subject ? subject->plural || (subject->other && subject->kind == CHUNK_NOUN) : v->plural };

	if (subject && subject->pronoun) {
		struct view key = p->token[subject->head].english;

		a.first = view_is(key, "I");
		a.second = view_is(key, "you");
		a.plural = a.plural || (view_is(key, "who") && v->plural);
	} else if (subject && subject->kind == CHUNK_NOUN && !subject->ergative && !subject->dative && v->plural && !v->feminine
		   && p->token[subject->head].kind == TOKEN_NOUN && !p->token[subject->head].name) {
		a.plural = true;
	}
	return a;
}

static void say_subject(struct backward_part *p, struct chunk *c, const struct roles *r)
{
	struct chunk *s = r->subject;

	if (!s || s->said)
		return;
	if (s->post_token != NONE)
		p->token[s->post_token].gone = "marks the subject";
	if (s->kind == CHUNK_VERB)
		say_verb_chunk(p, s, false);
	else
		say_noun_phrase(p, s, AS_SUBJECT, c->verb.feminine && !s->ergative && !s->dative);
}

static void say_mids(struct backward_part *p, struct chunk *c)
{
	for (int k = 0; k < c->n_children; k++)
		if (is_mid(p, c->child[k]))
			say_any(p, c->child[k]);
}

static void say_object(struct backward_part *p, struct chunk *o, enum noun_place place)
{
	if (!o || o->said)
		return;
	if (o->post_token != NONE && !o->preposition.n)
		p->token[o->post_token].gone = "marks the object";
	if (o->kind == CHUNK_VERB)
		say_verb_chunk(p, o, true);
	else
		say_noun_phrase(p, o, place, false);
}

static void say_verb(struct backward_part *p, struct chunk *c, const struct roles *r, struct buf *first, struct buf *rest, bool inverted)
{
	if (r->there)
		say_english(p, V("there"), NONE);
	else if (!r->subject && !inverted && c->verb.form != FORM_IMPERATIVE && c->verb.form != FORM_SUBJUNCTIVE && !c->verb.passive
		 && c->verb.form != FORM_FUTURE && c->verb.copula)
		say_english(p, V("it"), NONE);
	if (!inverted && first->n)
		say_english(p, buf_view(first), c->verb.main);
	say_mids(p, c);
	say_english(p, buf_view(rest), c->verb.main);
}

/* Links first; then what asks or relates, then what stands before the subject. */
static int say_opening(struct backward_part *p, struct chunk *c, const struct roles *r, bool *question)
{
	int k = 0, front;

	for (; k < c->n_children && (c->child[k]->kind == CHUNK_LINK || c->child[k]->kind == CHUNK_COMMA || c->child[k]->kind == CHUNK_OTHER); k++)
		say_any(p, c->child[k]);
	for (int i = k; i < c->n_children; i++)
		if (is_relative(p, c->child[i]) && c->child[i] != r->subject) {
			say_any(p, c->child[i]);
			break;
		}
	for (int i = k; i < c->n_children; i++)
		if (asks(p, c->child[i]) && c->child[i] != r->subject) {
			if (c->child[i]->dative)
				c->child[i]->dative = false;
			say_any(p, c->child[i]);
			*question = true;
			break;
		}
	for (front = k; front < c->n_children && c->child[front] != r->subject; front++)
		;
	if (front == c->n_children)
		for (front = k; front < c->n_children && c->child[front]->comma; front++)
			front += front + 1 < c->n_children && c->child[front + 1]->kind == CHUNK_COMMA;
	for (; k < front && k < c->n_children; k++)
		if (c->child[k] != r->object && c->child[k] != r->predicate && c->child[k] != r->recipient && !is_mid(p, c->child[k]))
			say_any(p, c->child[k]);
	return k;
}

void say_clause(struct backward_part *p, struct chunk *c)
{
	struct roles r;
	struct agreement_en a;
	struct buf first = { 0 }, rest = { 0 };
	bool question = false;
	struct verbs v = c->verb;

	c->said = true;
	find_roles(p, c, &r);
	a = agreement_of(p, r.there ? r.predicate : r.subject, &v);
	say_opening(p, c, &r, &question);
	a.asks = question && r.subject;
	if (r.has)
		v.copula = false;
	make_group(p, &v, &a, &first, &rest);
	if (a.asks && first.n)
		say_english(p, buf_view(&first), v.main);
	say_subject(p, c, &r);
	say_verb(p, c, &r, &first, &rest, a.asks);
	say_object(p, r.predicate, AS_PREDICATE);
	say_object(p, r.object, AS_OBJECT);
	if (r.recipient)
		say_any(p, r.recipient);
	say_rest(p, c, 0);
	buf_release(&first);
	buf_release(&rest);
}

void say_chunks(struct backward_part *p)
{
	for (int i = 0; i < p->height; i++)
		say_any(p, p->stack[i]);
	for (int i = 0; i < p->n; i++)
		if (!p->token[i].said && !p->token[i].gone && p->token[i].kind != TOKEN_POST && p->token[i].kind != TOKEN_GENITIVE
		    && p->token[i].kind != TOKEN_VERB && p->token[i].kind != TOKEN_PARTICLE && p->token[i].kind != TOKEN_COMMA)
			say_english(p, p->token[i].english, i);
}
