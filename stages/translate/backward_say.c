/* backward_say.c - says the clauses of a Hindi part in English order: links, subject, verb, object, the rest. */
#include "backward_say.h"

#include <ctype.h>

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

struct roles { struct chunk *subject, *object, *recipient, *predicate, *than; bool there, has; };

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

/* राम का भाई डॉक्टर है: the last noun is the predicate. */
static struct chunk *part_predicate(struct backward_part *p, struct chunk *c)
{
	struct chunk *predicate;

	if (c->kind != CHUNK_NOUN || c->pronoun || c->head == c->first || c->head != c->last || p->token[c->head].kind != TOKEN_NOUN
	    || p->token[c->head].name || p->token[c->head - 1].kind != TOKEN_NOUN || c->modifier || c->relative)
		return NULL;
	predicate = arena_get(p->arena, sizeof *predicate);
	*predicate = (struct chunk){ .kind = CHUNK_NOUN, .first = c->head, .last = c->head, .head = c->head, .post_token = NONE, .adverb = NONE,
		.link = NONE, .plural = c->plural };
	c->head = c->last = c->head - 1;
	return predicate;
}

static bool is_owner(const struct backward_part *p, const struct chunk *c)
{
	const struct token *h = c ? &p->token[c->head] : NULL;

	return h && (c->pronoun || h->name || (h->chosen >= 0 && h->reading[h->chosen].meaning && h->reading[h->chosen].meaning->habit == 'C'));
}

static void take_subject_of_be(struct backward_part *p, struct chunk **bare, int n, struct chunk *dative, struct chunk *near, struct roles *r)
{
	struct chunk *mine = r->object;

	r->object = NULL;
	if (is_owner(p, near) && n) {
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
	} else if (n == 1 && mine && mine->pronoun) {
		r->subject = bare[0];
		r->predicate = mine;
	} else if (n == 1) {
		struct chunk *predicate = near ? NULL : part_predicate(p, bare[0]);

		r->subject = predicate ? bare[0] : NULL;
		r->predicate = predicate ? predicate : bare[0];
	}
}

/* Of these the one whom it befalls, with को in Hindi, is the subject in English. */
static bool befalls(struct view lemma)
{
	static const char *const verbs[] = { "like", "need", "know", "get", "remember", "find out", "feel", "want", "receive", NULL };

	return view_is_any(lemma, verbs);
}

static bool opens_condition(const struct backward_part *p, const struct chunk *c)
{
	return c->n_children && c->child[0]->kind == CHUNK_LINK && view_is(p->token[c->child[0]->first].function->more, "if");
}

/* पुल 1950 में बना: what stands first in the phrase is the subject. */
static struct chunk *part_subject(struct backward_part *p, struct chunk *c)
{
	struct chunk *subject;
	int end = c->head;

	if (c->kind != CHUNK_NOUN || c->pronoun || c->other || !c->preposition.n || c->genitive)
		return NULL;
	if (c->head < c->last && p->token[c->head + 1].kind == TOKEN_NUM)
		end = c->head + 1;
	if (end == c->first || p->token[end - 1].kind != TOKEN_NOUN || view_is(p->token[end - 1].english, "year"))
		return NULL;
	subject = arena_get(p->arena, sizeof *subject);
	*subject = *c;
	subject->head = subject->last = end - 1;
	subject->post = NULL;
	subject->post_token = NONE;
	subject->preposition = V("");
	subject->comma = false;
	c->first = end;
	c->head = end;
	c->owner = c->modifier = NULL;
	return subject;
}

/* A noun that looks the same in the plural is plural if the verb is. */
static void share_number(const struct backward_part *p, struct chunk *c, const struct verbs *v)
{
	const struct token *h;

	if (!c || c->kind != CHUNK_NOUN || c->post || c->pronoun || c->other || !v->plural || v->form == FORM_IMPERATIVE || v->form == FORM_SUBJUNCTIVE)
		return;
	h = &p->token[c->head];
	if (h->kind == TOKEN_NOUN && !h->name && h->chosen >= 0 && !isupper((unsigned char)h->english.p[0]))
		c->plural = true;
}

static bool is_child(const struct chunk *c, const struct chunk *child)
{
	for (int k = 0; k < c->n_children; k++)
		if (c->child[k] == child)
			return true;
	return false;
}

/* The noun phrases of a clause by how they are marked. */
struct marked { struct chunk *bare[32], *ergative, *dative, *near, *place; int n; bool wants_dative; };

static void sort_children(struct backward_part *p, const struct chunk *c, struct marked *m, struct roles *r)
{
	for (int k = 0; k < c->n_children; k++) {
		struct chunk *child = c->child[k];

		if (child->kind == CHUNK_NOUN && child->ergative)
			m->ergative = child;
		else if (child->kind == CHUNK_NOUN && child->dative && !is_time(p, child))
			m->dative = m->dative && !m->wants_dative ? m->dative : child;
		else if (child->kind == CHUNK_NOUN && view_is(child->preposition, "near") && !child->genitive)
			m->near = child;
		else if (child->kind == CHUNK_NOUN && child->preposition.n)
			m->place = child;
		else if (child->kind == CHUNK_NOUN && child->genitive)
			r->object = child;
		else if (is_bare(child) && m->n < 32 && !(is_time(p, child) && c->n_children > 2))
			m->bare[m->n++] = child;
	}
	if (m->n || m->ergative || m->dative || m->near || r->object)
		return;
	for (int k = 0; k < c->n_children && !m->n; k++) {
		m->bare[0] = part_subject(p, c->child[k]);
		m->n = m->bare[0] != NULL;
	}
}

static void find_roles_of_be(struct backward_part *p, const struct chunk *c, struct marked *m, struct roles *r)
{
	const struct chunk *last = c->child[c->n_children - 1];

	take_subject_of_be(p, m->bare, m->n, m->dative, m->near, r);
	if (m->near && !r->has)
		m->place = m->near;
	if (!r->predicate || !m->place)
		return;
	if (p->token[r->predicate->head].kind == TOKEN_ADJECTIVE && view_is(m->place->preposition, "from") && m->place != last)
		r->than = m->place;
	r->there = !r->subject && r->predicate == last && p->token[r->predicate->head].kind == TOKEN_NOUN
		&& r->predicate->kind == CHUNK_NOUN && !r->predicate->pronoun;
}

/* Is the only bare phrase what is done rather than who does it? */
static bool is_done(const struct backward_part *p, const struct chunk *c, const struct marked *m)
{
	const struct verbs *v = &c->verb;

	return is_transitive(p, v) && !v->passive && !m->bare[0]->pronoun && (m->wants_dative || v->form == FORM_PERFECTIVE
		|| v->form == FORM_IMPERATIVE || (v->form == FORM_SUBJUNCTIVE && !opens_condition(p, c)));
}

static void find_roles_of_verb(const struct backward_part *p, const struct chunk *c, struct marked *m, struct roles *r)
{
	const struct verbs *v = &c->verb;
	struct chunk *last = m->n ? m->bare[m->n - 1] : r->object;

	if (m->ergative || (m->dative && (m->wants_dative || befalls(verb_lemma(p, v))))) {
		r->subject = m->ergative ? m->ergative : m->dative;
		m->dative = m->ergative ? m->dative : NULL;
		r->object = last;
	} else if (m->n >= 2) {
		r->subject = m->bare[0];
		r->object = last;
	} else if (!m->n && v->passive && (m->dative || r->object)) {
		r->subject = m->dative ? m->dative : r->object;
		r->object = m->dative ? r->object : NULL;
		m->dative = NULL;
	} else if (m->n) {
		*(is_done(p, c, m) ? &r->object : &r->subject) = m->bare[0];
	}
	if (!r->object && m->dative && !(v->passive && r->subject) && !view_is(verb_lemma(p, v), "seem"))
		r->object = m->dative;
	else
		r->recipient = m->dative;
}

static void find_roles(struct backward_part *p, const struct chunk *c, struct roles *r)
{
	const struct verbs *v = &c->verb;
	struct marked m = { .wants_dative = v->modal && (!strcmp(v->modal, "should") || !strcmp(v->modal, "have to")) };

	*r = (struct roles){ 0 };
	sort_children(p, c, &m, r);
	if (m.n && v->copula && !is_child(c, m.bare[0]))
		r->subject = m.bare[0];
	else if (v->copula && !m.ergative && !v->modal && !v->passive && c->n_children)
		find_roles_of_be(p, c, &m, r);
	else
		find_roles_of_verb(p, c, &m, r);
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
		return t->function && (view_is(t->function->more, "wh") || view_is(t->function->more, "what"));
	return c->kind == CHUNK_NOUN && ((t->kind == TOKEN_DETERMINER && (view_starts(t->english, "which") || view_starts(t->english, "what")
		|| view_starts(t->english, "how"))) || (t->kind == TOKEN_PRONOUN && (view_is(t->english, "whom") || view_is(t->english, "what"))));
}

bool backward_is_relative(const struct backward_part *p, const struct chunk *c)
{
	if (!c || c->kind != CHUNK_NOUN)
		return false;
	for (int k = c->first; k <= c->last; k++)
		if ((p->token[k].kind == TOKEN_PRONOUN && view_is(p->token[k].english, "who"))
		    || (p->token[k].kind == TOKEN_DETERMINER && (view_starts(p->token[k].folded, "जि") || view_is(p->token[k].folded, "जो"))))
			return true;
	return backward_is_relative(p, c->owner);
}

static struct view preposition_of(const struct backward_part *p, const struct chunk *c)
{
	static const char *const parts[] = { "evening", "morning", "afternoon", NULL };
	static const char *const spans[] = { "year", "month", "century", "decade", NULL };

	if (view_is(c->preposition, "from") && p->direct)
		return V("");
	if (c->kind == CHUNK_NOUN && is_time(p, c) && (view_is(c->preposition, "from") || view_is(c->preposition, "to")))
		return c->plural ? V("for") : view_is(c->preposition, "to") ? V("until") : V("since");
	if (c->preposition.n)
		return c->preposition;
	if (c->dative && is_time(p, c) && p->token[c->first].kind == TOKEN_DETERMINER)
		return V("");
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
	if (view_is(preposition, "from") && p->direct) {
		preposition = V("");
		to = to && !p->avoids;
	}
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
	account(p, c->first, c->last, "is in the verb group");
	buf_release(&b);
	say_taken(p, c);
}

/* What a group or a phrase has no word of its own for. */
void account(struct backward_part *p, int first, int last, const char *why)
{
	for (int k = first; k <= last; k++)
		if (!p->token[k].said && !p->token[k].gone && (p->token[k].kind == TOKEN_VERB || p->token[k].kind == TOKEN_POST
		    || p->token[k].kind == TOKEN_GENITIVE || p->token[k].kind == TOKEN_PARTICLE))
			p->token[k].gone = why;
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
		if (!p->answers && p->out->n && !p->out->at[p->out->n - 1].tight)
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

/* English verbs whose object Hindi marks with से. */
static bool takes_from(struct view lemma)
{
	static const char *const verbs[] = { "avoid", "meet", "ask", "marry", "request", "face", "fight", "leave", "tell", "match", "refuse", NULL };

	return view_is_any(lemma, verbs);
}

/* Where somebody goes. */
static bool is_goal(struct backward_part *p, const struct verbs *v, const struct chunk *o)
{
	static const char *const moves[] = { "go", "come", "return", "travel", "walk", "fly", "go back", "come back", NULL };

	if (!o || o->kind != CHUNK_NOUN)
		return false;
	if (view_is(p->token[o->head].folded, "घर") && o->first == o->head && !o->owner && view_is_any(verb_lemma(p, v), moves)) {
		p->token[o->head].english = V("home");
		p->token[o->head].latin = true;
		return false;
	}
	return !o->post && p->token[o->head].kind == TOKEN_NOUN && view_is_any(verb_lemma(p, v), moves) && !v->passive
		&& !(view_is(p->token[o->head].english, "home") && !o->owner);
}

/* X से मिलना is to meet X, मिलना to get. */
static void fit_verb(struct backward_part *p, const struct chunk *c)
{
	struct token *t = &p->token[c->verb.main];

	if (t->phrase || t->chosen < 0 || !view_is(t->reading[t->chosen].infinitive, "मिलना"))
		return;
	for (int k = 0; k < c->n_children; k++)
		if (c->child[k]->kind == CHUNK_NOUN && view_is(c->child[k]->preposition, "from"))
			t->english = V("meet");
}

void say_taken(struct backward_part *p, struct chunk *c)
{
	c->said = true;
	fit_verb(p, c);
	p->direct = takes_from(verb_lemma(p, &c->verb));
	p->avoids = view_is(verb_lemma(p, &c->verb), "avoid");
	for (int pass = 0; pass < 2; pass++)
		for (int k = c->n_children - 1; k >= 0; k--) {
			struct chunk *child = c->child[k];
			bool object = child->kind == CHUNK_NOUN && (is_bare(child) || child->dative || child->genitive);

			if (child->said || (pass == 0 && !object))
				continue;
			if (object && is_goal(p, &c->verb, child))
				say_english(p, V("to"), NONE);
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
	struct agreement_en a = { .orders = !subject && (v->form == FORM_IMPERATIVE || v->form == FORM_SUBJUNCTIVE) && !v->tense && !v->modal, .plural = subject ? subject->plural || (subject->other && subject->kind == CHUNK_NOUN) : v->plural };

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

/* Whose अपना is. */
static const char *owner_key(const struct backward_part *p, const struct chunk *s, const struct agreement_en *a, bool feminine)
{
	static const char *const keys[] = { "I", "we", "you", "he", "they", NULL };

	if (a->orders)
		return "you";
	if (!s || s->kind != CHUNK_NOUN)
		return a->plural ? "they" : "he";
	for (int i = 0; keys[i]; i++)
		if (s->pronoun && view_is(p->token[s->head].english, keys[i]))
			return i == 3 && feminine ? "she" : keys[i];
	if (a->plural)
		return "they";
	if (p->token[s->head].name || (p->token[s->head].chosen >= 0 && p->token[s->head].reading[p->token[s->head].chosen].meaning
	    && p->token[s->head].reading[p->token[s->head].chosen].meaning->habit == 'C') || s->pronoun)
		return feminine ? "she" : "he";
	return "it";
}

static void say_subject(struct backward_part *p, struct chunk *c, const struct roles *r)
{
	struct chunk *s = r->subject;

	if (!s || s->said)
		return;
	if (p->answers && !c->correlative && s->pronoun && !s->other && !s->relative) {
		p->answers = false;
		s->said = true;
		p->token[s->head].gone = "answers the one who";
		return;
	}
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

static const char *const impersonal[] = { "seem", "rain", "snow", NULL };

/* What is compared: बड़ा behind X से is bigger. */
static void say_predicate(struct backward_part *p, const struct roles *r)
{
	struct token *t;
	struct buf b = { 0 };

	if (r->than) {
		t = &p->token[r->predicate->head];
		english_compared(&p->b->english, t->english, false, &b);
		t->english = arena_copy(p->arena, buf_view(&b));
		buf_release(&b);
	}
	say_object(p, r->predicate, AS_PREDICATE);
	if (r->than && !r->than->said) {
		say_english(p, V("than"), r->than->post_token);
		say_noun_phrase(p, r->than, AS_GOVERNED, false);
	}
}

static void say_verb(struct backward_part *p, struct chunk *c, const struct roles *r, struct buf *first, struct buf *rest, bool inverted)
{
	if (r->there)
		say_english(p, V("there"), NONE);
	else if (!r->subject && !inverted && c->verb.plural && c->verb.copula)
		say_english(p, V("there"), NONE);
	else if (!r->subject && !inverted && c->verb.form != FORM_IMPERATIVE && c->verb.form != FORM_SUBJUNCTIVE
		 && (c->verb.copula || c->verb.passive || view_is_any(verb_lemma(p, &c->verb), impersonal)))
		say_english(p, V("it"), NONE);
	if (!inverted && first->n)
		say_english(p, buf_view(first), c->verb.main);
	say_mids(p, c);
	say_english(p, buf_view(rest), c->verb.main);
	account(p, c->verb.first, c->verb.last, "is in the verb group");
}

/* जो लड़का: the boy who. */
static void say_correlative(struct backward_part *p, struct chunk *c)
{
	struct token *t = &p->token[c->first];

	if (c->kind != CHUNK_NOUN || c->owner)
		return;
	c->said = true;
	p->answers = true;
	if (c->pronoun) {
		say_english(p, V("the one who"), c->head);
		return;
	}
	if (c->preposition.n)
		say_english(p, c->preposition, c->post_token);
	else if (c->post_token != NONE)
		p->token[c->post_token].gone = "is in the link";
	t->english = V("the");
	for (int k = c->first; k <= c->head; k++)
		say_english(p, p->token[k].english, k);
	say_english(p, p->token[c->head].chosen >= 0 && p->token[c->head].reading[p->token[c->head].chosen].meaning
		&& p->token[c->head].reading[p->token[c->head].chosen].meaning->habit == 'C' ? V("who") : V("that"), NONE);
}

/* Links first; then what asks or relates, then what stands before the subject. */
static int say_opening(struct backward_part *p, struct chunk *c, const struct roles *r, bool *question)
{
	int k = 0, front;

	for (; k < c->n_children && (c->child[k]->kind == CHUNK_LINK || c->child[k]->kind == CHUNK_COMMA || c->child[k]->kind == CHUNK_OTHER); k++)
		say_any(p, c->child[k]);
	for (int i = k; i < c->n_children; i++)
		if (backward_is_relative(p, c->child[i]) && c->correlative) {
			say_correlative(p, c->child[i]);
			break;
		} else if (backward_is_relative(p, c->child[i]) && c->child[i] != r->subject) {
			if (c->child[i] == r->object)
				c->child[i]->dative = false;
			say_any(p, c->child[i]);
			break;
		}
	for (int i = k; i < c->n_children; i++)
		if (asks(p, c->child[i]) && c->child[i] != r->subject) {
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

/* कल is tomorrow or yesterday; क्या that opens a clause only asks. */
static void fit_adverb(const struct backward_part *p, struct token *t, const struct verbs *v, bool first, bool *question)
{
	(void)p;
	if (view_is(t->folded, "कल"))
		t->english = v->form == FORM_FUTURE || v->tense == FORM_FUTURE || v->progressive || v->form == FORM_SUBJUNCTIVE ? V("tomorrow") : V("yesterday");
	if (view_is(t->folded, "क्या") && first && t->function && view_is(t->function->more, "what")) {
		t->english = V("");
		*question = true;
	}
}

/* कोई नहीं: nobody. */
static void negate_pronouns(struct backward_part *p, const struct roles *r, struct verbs *v)
{
	struct chunk *s = r->subject, *o = r->object;

	if (v->negative && s && s->pronoun && view_is(p->token[s->head].english, "someone")) {
		p->token[s->head].english = V("no one");
		v->negative = false;
	} else if (v->negative && o && o->pronoun && view_is(p->token[o->head].english, "something")) {
		p->token[o->head].english = V("anything");
	}
}

/* घर जाकर सोया: went home and slept. */
static void say_joined(struct backward_part *p, struct chunk *c, const struct verbs *v, const struct agreement_en *a)
{
	for (int k = 0; k < c->n_children; k++) {
		struct chunk *child = c->child[k];
		struct verbs with = *v;
		struct buf first = { 0 }, rest = { 0 };

		if (child->said || child->kind != CHUNK_VERB || child->verb.role != ROLE_JOINED)
			continue;
		with.main = child->verb.main;
		with.negative = child->verb.negative;
		with.copula = with.passive = with.has = false;
		make_group(p, &with, a, &first, &rest);
		if (first.n)
			say_english(p, buf_view(&first), with.main);
		say_english(p, buf_view(&rest), with.main);
		account(p, child->first, child->last, "is in the verb group");
		say_taken(p, child);
		say_english(p, V("and"), NONE);
		buf_release(&first);
		buf_release(&rest);
	}
}

/* Who does what, and what that says of the verb group. */
static struct agreement_en plan_clause(struct backward_part *p, struct chunk *c, struct roles *r, struct verbs *v, bool *question)
{
	struct agreement_en a;

	fit_verb(p, c);
	find_roles(p, c, r);
	share_number(p, r->subject && r->subject->ergative ? r->object : r->subject ? r->subject : r->predicate, v);
	a = agreement_of(p, r->there ? r->predicate : r->subject, v);
	if (r->predicate && r->subject && a.plural && p->token[r->predicate->head].kind == TOKEN_NOUN)
		r->predicate->plural = true;
	for (int k = 0; k < c->n_children; k++)
		if (c->child[k]->kind == CHUNK_ADVERB)
			fit_adverb(p, &p->token[c->child[k]->first], v, k == 0, question);
	v->has = r->has;
	if (opens_condition(p, c) && (v->form == FORM_FUTURE || v->tense == FORM_FUTURE))
		v->form = v->tense = FORM_PRESENT;
	p->orders = a.orders;
	negate_pronouns(p, r, v);
	return a;
}

static void say_behind_verb(struct backward_part *p, struct chunk *c, const struct roles *r, struct verbs *v)
{
	p->direct = takes_from(verb_lemma(p, v));
	p->avoids = view_is(verb_lemma(p, v), "avoid");
	say_predicate(p, r);
	if (is_goal(p, v, r->object) && !r->object->said)
		say_english(p, V("to"), NONE);
	say_object(p, r->object, AS_OBJECT);
	if (v->lets) {
		v->lets = false;
		say_english(p, verb_lemma(p, v), v->main);
	}
	if (r->recipient)
		say_any(p, r->recipient);
	say_rest(p, c, 0);
	p->direct = false;
}

void say_clause(struct backward_part *p, struct chunk *c)
{
	struct buf first = { 0 }, rest = { 0 };
	struct verbs v = c->verb;
	struct roles r;
	bool question = false;
	struct agreement_en a = plan_clause(p, c, &r, &v, &question);

	c->said = true;
	say_opening(p, c, &r, &question);
	a.asks = question && r.subject;
	make_group(p, &v, &a, &first, &rest);
	p->own = owner_key(p, r.subject, &a, v.feminine && r.subject && !r.subject->ergative);
	if (a.asks && first.n)
		say_english(p, buf_view(&first), v.main);
	say_subject(p, c, &r);
	if ((r.subject || a.orders) && !a.asks && !v.lets)
		say_joined(p, c, &v, &a);
	say_verb(p, c, &r, &first, &rest, a.asks);
	say_behind_verb(p, c, &r, &v);
	buf_release(&first);
	buf_release(&rest);
}

void say_chunks(struct backward_part *p)
{
	for (int i = 0; i < p->height; i++)
		say_any(p, p->stack[i]);
	for (int i = 0; i < p->n; i++)
		if (!p->token[i].said && !p->token[i].gone)
			say_english(p, p->token[i].english, i);
}
