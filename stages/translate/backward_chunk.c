/*
 * backward_chunk.c - puts the tokens of a Hindi part together: noun phrases, what verbs take, clauses.
 *
 * Hindi says a head behind all that belongs to it, so a stack is enough: each head takes what stands on top and fits.
 */
#include "backward.h"

#include <ctype.h>

static struct chunk *new_chunk(struct backward_part *p, enum chunk_kind kind, int first, int last)
{
	struct chunk *c = arena_get(p->arena, sizeof *c);

	*c = (struct chunk){ .kind = (uint8_t)kind, .first = first, .last = last, .head = last, .post_token = NONE, .adverb = NONE, .link = NONE };
	return c;
}

static struct chunk *top(const struct backward_part *p, int below)
{
	return p->height > below ? p->stack[p->height - 1 - below] : NULL;
}

static void push(struct backward_part *p, struct chunk *c)
{
	p->stack[p->height++] = c;
}

static bool is_plain_noun(const struct chunk *c)
{
	return c && c->kind == CHUNK_NOUN && !c->post && !c->genitive && !c->comma;
}

/* --- noun phrases --- */

static bool is_joining(const struct backward_part *p, const struct chunk *c)
{
	return c && c->kind == CHUNK_LINK && p->token[c->first].function && view_is(p->token[c->first].function->more, "and");
}

/* क, ख और ग: the last one has the others. */
static void take_others(struct backward_part *p, struct chunk *c)
{
	struct chunk *at = c, *before;

	if (!is_joining(p, top(p, 0)) || !is_plain_noun(top(p, 1)))
		return;
	c->link = top(p, 0)->first;
	p->height--;
	before = top(p, 0);
	at->other = before;
	p->height--;
	while (top(p, 0) && top(p, 0)->kind == CHUNK_COMMA && top(p, 1) && top(p, 1)->kind == CHUNK_NOUN && !top(p, 1)->post && !top(p, 1)->genitive
	       && !top(p, 1)->pronoun) {
		p->height--;
		before->other = top(p, 0);
		before->link = NONE;
		before = before->other;
		before->comma = false;
		p->height--;
	}
}

/* What stands on top and belongs to a noun: X का, participles. */
static void push_noun(struct backward_part *p, struct chunk *c)
{
	for (struct chunk *t = top(p, 0); t; t = top(p, 0)) {
		if (t->kind == CHUNK_NOUN && t->genitive && !c->owner && !c->pronoun && !t->comma)
			c->owner = t;
		else if (t->kind == CHUNK_VERB && t->verb.role == ROLE_MODIFIER && !c->modifier)
			c->modifier = t;
		else if (t->kind == CHUNK_VERB && t->genitive && !c->modifier)
			c->modifier = t;
		else
			break;
		p->height--;
	}
	take_others(p, c);
	push(p, c);
}

static bool is_degree(const struct token *t)
{
	return t->kind == TOKEN_ADVERB && t->function && (view_is(t->function->more, "deg") || view_is(t->function->more, "more")
		|| view_is(t->function->more, "most") || view_is(t->function->more, "pre"));
}

static bool is_nominal(const struct token *t)
{
	return (t->kind == TOKEN_NOUN || t->kind == TOKEN_ADJECTIVE || t->kind == TOKEN_NUM || t->kind == TOKEN_DETERMINER) && t->phrase_of == NONE;
}

static bool is_common(const struct token *t)
{
	return t->chosen >= 0 && t->english.n && !isupper((unsigned char)t->english.p[0]);
}

/* Two nouns are two phrases: the first is a plural, or the second a name that is no person's whom the first describes. */
static bool parts_nouns(const struct token *first, const struct token *second)
{
	if (!is_common(first))
		return first->chosen >= 0 && second->chosen >= 0 && !is_common(second) && !first->latin && !second->latin;
	if (is_common(second))
		return first->reading[first->chosen].plural;
	return first->reading[first->chosen].meaning && first->reading[first->chosen].meaning->habit != 'C';
}

/* Is the token behind a noun part of its phrase? */
static bool continues(const struct backward_part *p, int i)
{
	const struct token *t = &p->token[i], *before = &p->token[i - 1];

	if (!is_nominal(t))
		return is_degree(t) && i + 1 < p->n && is_nominal(&p->token[i + 1]) && before->kind != TOKEN_NOUN;
	if (before->kind != TOKEN_NOUN)
		return true;
	if (t->kind == TOKEN_NUM)
		return p->items->at[t->item].kind == ITEM_NUMBER && (i + 1 == p->n || !is_nominal(&p->token[i + 1]));
	return t->kind == TOKEN_NOUN && !parts_nouns(before, t);
}

static int phrase_end(const struct backward_part *p, int i)
{
	int end = i + 1;

	if (p->token[i].kind == TOKEN_PRONOUN)
		return end;
	while (end < p->n && continues(p, end))
		end++;
	return end;
}

static void set_number(const struct backward_part *p, struct chunk *c)
{
	const struct token *h = &p->token[c->head];
	const struct form_reading *r = h->chosen >= 0 ? &h->reading[h->chosen] : NULL;

	c->plural = r && r->plural && h->kind == TOKEN_NOUN;
	c->feminine = r && r->feminine;
	for (int k = c->first; k < c->head; k++) {
		const struct token *t = &p->token[k];

		if (t->kind == TOKEN_DETERMINER && view_is(t->function->more, "p"))
			c->plural = true;
		else if (t->kind == TOKEN_DETERMINER && view_is(t->function->more, "s"))
			c->plural = false;
		else if (t->kind == TOKEN_NUM && !view_is(t->english, "one") && !view_is(t->english, "1") && !(t->reading[0].meaning
			 && view_ends(t->english, "th")))
			c->plural = true;
	}
	if (c->pronoun)
		c->plural = view_is(h->english, "we") || view_is(h->english, "they") || view_is(h->english, "these") || view_is(h->english, "you");
}

static int skip_only_particles(const struct backward_part *p, int i)
{
	while (i < p->n && p->token[i].kind == TOKEN_PARTICLE && view_is(p->token[i].function->hi, "ही"))
		i++;
	return i;
}

static void set_post(struct backward_part *p, struct chunk *c, struct view english, int token)
{
	c->post_token = token;
	c->ergative = view_is(english, "ne");
	c->dative = view_is(english, "ko");
	if (!c->ergative && !c->dative)
		c->preposition = english;
	(void)p;
}

/* The postposition behind a phrase that ends before `end`; the token behind it all. */
static int take_post(struct backward_part *p, struct chunk *c, int end)
{
	const struct token *t;
	int at = skip_only_particles(p, end);

	if (at >= p->n || (p->token[at].kind != TOKEN_POST && p->token[at].kind != TOKEN_GENITIVE))
		return end;
	t = &p->token[at];
	c->last = at;
	c->post = t->function;
	if (t->kind == TOKEN_GENITIVE) {
		c->genitive = true;
		c->post_token = at;
	} else {
		set_post(p, c, t->english, at);
		c->genitive = view_is(t->function->more, "noun") && at + 1 < p->n && is_nominal(&p->token[at + 1])
			&& (!view_ends(t->english, "than") || p->token[c->head].kind == TOKEN_NUM);
		if (at + 1 < p->n && p->token[at + 1].kind == TOKEN_GENITIVE && c->preposition.n) {
			c->genitive = true;	/* से पहले के साल: the years before */
			p->token[at + 1].gone = "is in the order of words";
			return at + 2;
		}
	}
	return at + 1;
}

static void take_pronoun(struct backward_part *p, struct chunk *c)
{
	const struct token *t = &p->token[c->head];
	struct view more = t->function->more;

	c->pronoun = true;
	if (view_is(more, "gen")) {
		c->genitive = true;
		c->post = t->function;
	} else if (view_starts(more, "post=")) {
		c->post = t->function;
		set_post(p, c, view_cut(more, 5, more.n), NONE);
	}
}

/* मेरे लिए, उसके साथ: the genitive of a pronoun and the rest of a postposition. */
static int take_rest_of_post(struct backward_part *p, struct chunk *c, int end)
{
	struct buf b = { 0 };
	const struct function *f = NULL;

	if (!c->pronoun || !c->genitive || end >= p->n || p->token[end].name)
		return end;
	buf_str(&b, view_ends(p->token[c->head].folded, "ी") ? "की " : "के ");
	buf_add(&b, p->token[end].folded);
	f = find_function_as(&p->b->words, buf_view(&b), IS_POST);
	buf_release(&b);
	if (!f)
		return end;
	c->genitive = false;
	c->post = f;
	c->last = end;
	set_post(p, c, f->en, end);
	return end + 1;
}

static int take_noun(struct backward_part *p, int i)
{
	int end = phrase_end(p, i), head = end - 1;
	struct chunk *c;

	while (head > i && p->token[head].kind != TOKEN_NOUN && p->token[head - 1].kind == TOKEN_NOUN && p->token[head].kind == TOKEN_NUM)
		head--;
	c = new_chunk(p, CHUNK_NOUN, i, end - 1);
	c->head = head;
	if (p->token[i].kind == TOKEN_PRONOUN)
		take_pronoun(p, c);
	end = take_post(p, c, end);
	end = take_rest_of_post(p, c, end);
	set_number(p, c);
	push_noun(p, c);
	return end;
}

/* --- clauses --- */

static bool opens_clause(const struct backward_part *p, const struct chunk *c)
{
	struct view more = c->kind == CHUNK_LINK ? p->token[c->first].function->more : V("");

	return view_is(more, "clause") || view_is(more, "that") || view_is(more, "if") || view_is(more, "then");
}

/* Where the clause of a finite verb begins on the stack. */
static int clause_base(const struct backward_part *p)
{
	int base = p->height;

	while (base > 0) {
		const struct chunk *c = p->stack[base - 1];

		if (c->kind == CHUNK_CLAUSE)
			break;
		base--;
		if (opens_clause(p, c) || backward_is_relative(p, c))
			break;
	}
	return base;
}

static void give_children(struct backward_part *p, struct chunk *c, int base)
{
	c->n_children = p->height - base;
	c->child = arena_get(p->arena, (size_t)(c->n_children + 1) * sizeof *c->child);
	for (int k = 0; k < c->n_children; k++)
		c->child[k] = p->stack[base + k];
	p->height = base;
}

/* A clause with जो that interrupts its main clause goes to the noun before it. */
static bool give_relative(struct backward_part *p, struct chunk *clause)
{
	struct chunk *before = top(p, 0);

	if (!clause->n_children || !backward_is_relative(p, clause->child[0]))
		return false;
	if (before && before->kind == CHUNK_COMMA)
		before = top(p, 1);
	if (!before || before->kind != CHUNK_NOUN || before->relative || before->genitive)
		return false;
	if (top(p, 0)->kind == CHUNK_COMMA)
		p->height--;
	before->relative = clause;
	return true;
}

/* उनका कहना है: they say. */
static void say_of(struct backward_part *p, struct chunk *c)
{
	struct chunk *who = top(p, 0);

	if (!c->verb.modal || strcmp(c->verb.modal, "have to") || c->verb.tense || c->verb.form != FORM_PRESENT || !who || !who->genitive
	    || who->preposition.n)
		return;
	who->genitive = false;
	who->ergative = true;
	c->verb.modal = NULL;
	c->verb.form = FORM_IMPERFECTIVE;
	c->verb.tense = FORM_PRESENT;
}

static void end_clause(struct backward_part *p, const struct verbs *v)
{
	struct chunk *c = new_chunk(p, CHUNK_CLAUSE, v->first, v->last);

	c->verb = *v;
	say_of(p, c);
	give_children(p, c, clause_base(p));
	c->correlative = !p->height && c->n_children && backward_is_relative(p, c->child[0]);
	if (!give_relative(p, c))
		push(p, c);
}

static bool is_transitive(const struct backward_part *p, const struct verbs *v)
{
	const struct token *t = &p->token[v->main];

	return t->phrase ? t->phrase->transitive : t->chosen >= 0 && t->reading[t->chosen].meaning && t->reading[t->chosen].meaning->transitive;
}

static bool moves(const struct backward_part *p, const struct verbs *v)
{
	static const char *const verbs[] = { "जाना", "आना", "लौटना", "पहुंचना", NULL };
	const struct token *t = &p->token[v->main];

	return !t->phrase && t->chosen >= 0 && view_is_any(t->reading[t->chosen].infinitive, verbs);
}

/* Does a verb that is not finite take the chunk on top? */
static bool is_taken(const struct backward_part *p, const struct chunk *c, const struct verbs *v, int *objects)
{
	if (!c || c->comma)
		return false;
	if (c->kind == CHUNK_ADVERB)
		return true;
	if (c->kind == CHUNK_VERB)
		return v->role != ROLE_JOINED && !c->genitive && c->verb.role == ROLE_GERUND;
	if (c->kind != CHUNK_NOUN || c->ergative || backward_is_relative(p, c))
		return false;
	if (c->genitive)
		return p->token[v->main].phrase != NULL || v->role == ROLE_GERUND || v->passive;
	if (c->preposition.n)
		return true;
	if (c->dative)
		return is_transitive(p, v) && !(*objects & 2) && (*objects |= 2);
	if (c->pronoun && !p->token[c->head].function->more.n && c->head == c->last)
		return false;
	return (is_transitive(p, v) || moves(p, v) || (v->copula && p->token[c->head].kind == TOKEN_ADJECTIVE)) && !*objects && (*objects |= 1);
}

static void set_taken(struct backward_part *p, struct chunk *c)
{
	int base = p->height, objects = 0;

	while (base > 0 && is_taken(p, p->stack[base - 1], &c->verb, &objects))
		base--;
	if (c->verb.role == ROLE_JOINED && base > 0 && base == p->height && p->stack[base - 1]->kind == CHUNK_ADVERB)
		base--;
	give_children(p, c, base);
}

static int take_verb(struct backward_part *p, int i)
{
	struct verbs v;
	struct chunk *c;
	int end;

	if (!read_verbs(p, i, &v)) {
		push(p, new_chunk(p, CHUNK_OTHER, i, i));
		return i + 1;
	}
	end = v.last + 1;
	v.negative = v.negative || p->negated;
	p->negated = false;
	if (v.role == ROLE_FINITE) {
		end_clause(p, &v);
		return end;
	}
	c = new_chunk(p, CHUNK_VERB, i, v.last);
	c->verb = v;
	set_taken(p, c);
	if (v.role == ROLE_GERUND)
		end = take_post(p, c, end);
	push(p, c);
	return end;
}

static int take_particle(struct backward_part *p, int i)
{
	struct token *t = &p->token[i];
	struct view more = t->function ? t->function->more : V("");
	struct view english = t->function ? t->function->en : V("");

	if (view_is(more, "neg")) {
		t->gone = "is in the verb group";
		p->negated = true;
	} else if (!english.n || view_starts(more, "wala")) {
		t->gone = "has no word in English";
	} else {
		push(p, new_chunk(p, CHUNK_ADVERB, i, i));
	}
	return i + 1;
}

static int take_chunk(struct backward_part *p, int i)
{
	struct token *t = &p->token[i];

	if (t->phrase_of != NONE) {
		t->gone = "is in the verb";
		return i + 1;
	}
	switch (t->kind) {
	case TOKEN_COMMA:
		if (top(p, 0) && top(p, 0)->kind != CHUNK_LINK)
			top(p, 0)->comma = true;
		push(p, new_chunk(p, CHUNK_COMMA, i, i));
		return i + 1;
	case TOKEN_LINK:
		push(p, new_chunk(p, CHUNK_LINK, i, i));
		return i + 1;
	case TOKEN_PARTICLE:
		return take_particle(p, i);
	case TOKEN_VERB:
		return take_verb(p, i);
	case TOKEN_ADVERB:
		if (is_degree(t) && i + 1 < p->n && (is_nominal(&p->token[i + 1]) || (is_degree(&p->token[i + 1]) && i + 2 < p->n && is_nominal(&p->token[i + 2]))))
			return take_noun(p, i);
		push(p, new_chunk(p, CHUNK_ADVERB, i, i));
		return i + 1;
	case TOKEN_POST: case TOKEN_GENITIVE: case TOKEN_OTHER:
		push(p, new_chunk(p, CHUNK_OTHER, i, i));
		return i + 1;
	default:
		return take_noun(p, i);
	}
}

void make_chunks(struct backward_part *p)
{
	p->stack = arena_get(p->arena, (size_t)(p->n + 1) * sizeof *p->stack);
	for (int i = 0; i < p->n;)
		i = take_chunk(p, i);
}
