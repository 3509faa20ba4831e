/* backward_noun.c - English noun phrases: articles, what stands before the noun and what behind it. */
#include "backward_say.h"

#include <ctype.h>

/* --- pronouns --- */

enum { PRONOUN_SUBJECT, PRONOUN_OBJECT, PRONOUN_POSSESSIVE, PRONOUN_MINE };

static struct view pronoun_form(const struct backward_part *p, struct view key, int form)
{
	const struct function *f = find_function_as(&p->b->words, hindi_folded(key, p->arena), IS_ENGLISH);
	struct view forms = f ? f->more : key, piece = key;

	for (int i = 0; i <= form; i++)
		if (!view_next(&forms, '|', &piece))
			return key;
	return piece;
}

static void say_pronoun(struct backward_part *p, const struct chunk *c, int form, bool feminine)
{
	struct view key = p->token[c->head].english;

	if (view_is(key, "he") && feminine)
		key = V("she");
	if (view_is(key, "own") && p->own)
		key = view_of(p->own);
	if (view_is(key, "whom") && !c->post)
		form = PRONOUN_SUBJECT;
	if (view_is(key, "who") && form != PRONOUN_POSSESSIVE)
		say_english(p, !p->person ? V("which") : form == PRONOUN_SUBJECT || !c->post ? V("who") : V("whom"), c->head);
	else
		say_english(p, pronoun_form(p, key, form), c->head);
}

/* --- what stands before the noun --- */

static bool is_more(const struct token *t, const char *more)
{
	return t->kind == TOKEN_ADVERB && t->function && view_is(t->function->more, more);
}

static struct view amount(const struct token *t, bool plural)
{
	if (view_is(t->english, "very"))
		return plural ? V("many") : V("much");
	if (view_is(t->english, "less"))
		return plural ? V("fewer") : V("less");
	return t->english;
}

/* बड़ा behind ज़्यादा and सबसे. */
static void say_compared(struct backward_part *p, int adverb, int adjective)
{
	struct buf b = { 0 };

	english_compared(&p->b->english, p->token[adjective].english, is_more(&p->token[adverb], "most"), &b);
	p->token[adverb].gone = "is in the adjective";
	say_english(p, buf_view(&b), adjective);
	buf_release(&b);
}

static void say_before(struct backward_part *p, const struct chunk *c, int from)
{
	for (int k = from; k < c->head; k++) {
		struct token *t = &p->token[k], *next = &p->token[k + 1];

		if (t->phrase_of != NONE)
			continue;
		if ((is_more(t, "more") || is_more(t, "most")) && next->kind == TOKEN_ADJECTIVE
		    && (view_is(t->english, "more") || view_is(t->english, "most"))) {
			say_compared(p, k, k + 1);
			k++;
		} else {
			say_english(p, is_more(t, "deg") || is_more(t, "more") ? next->kind == TOKEN_NOUN ? amount(t, c->plural) : t->english : t->english, k);
		}
	}
}

static bool is_counted(const struct backward_part *p, const struct chunk *c)
{
	const struct token *h = &p->token[c->head];

	return h->kind == TOKEN_NOUN && h->chosen >= 0 && h->reading[h->chosen].meaning
		&& (h->reading[h->chosen].meaning->habit == 'c' || h->reading[h->chosen].meaning->habit == 'C');
}

static bool is_person(const struct backward_part *p, const struct chunk *c)
{
	const struct token *h = &p->token[c->head];

	if (h->name)
		return view_is(p->items->at[h->item].type, "PER");
	if (h->kind == TOKEN_PRONOUN)
		return !view_is(h->english, "this");
	return view_is(h->english, "people") || (h->chosen >= 0 && h->reading[h->chosen].meaning && h->reading[h->chosen].meaning->habit == 'C');
}

static void say_head(struct backward_part *p, const struct chunk *c)
{
	const struct token *h = &p->token[c->head];
	struct buf b = { 0 };

	if (c->plural && is_counted(p, c))
		english_plural(&p->b->english, h->english, &b);
	else if (c->head > c->first && is_more(h - 1, "most") && h->kind == TOKEN_ADJECTIVE)
		english_compared(&p->b->english, h->english, true, &b);
	else
		buf_add(&b, h->english);
	say_english(p, buf_view(&b), c->head);
	buf_release(&b);
}

/* --- articles --- */

static bool has(const struct backward_part *p, const struct chunk *c, enum token_kind kind)
{
	for (int k = c->first; k < c->head; k++)
		if (p->token[k].kind == kind)
			return true;
	return false;
}

static bool has_superlative(const struct backward_part *p, const struct chunk *c)
{
	static const char *const only[] = { "first", "second", "third", "last", "same", "only", "next", "main", "latest", "final", "entire", "whole", NULL };

	for (int k = c->first; k < c->head; k++)
		if (is_more(&p->token[k], "most") || (p->token[k].kind == TOKEN_ADJECTIVE && view_ends(p->token[k].english, "est")) || (p->token[k].kind == TOKEN_ADJECTIVE && view_is_any(p->token[k].english, only)))
			return true;
	return false;
}

static const char *article(const struct backward_part *p, const struct chunk *c, enum noun_place place, bool possessed, bool of)
{
	const struct token *h = &p->token[c->head];

	if (possessed || has(p, c, TOKEN_DETERMINER) || h->kind != TOKEN_NOUN || h->name || h->latin || !h->english.n)
		return NULL;
	if (h->chosen >= 0 && h->reading[h->chosen].meaning && h->reading[h->chosen].meaning->habit == 'u')
		return "the";
	if (isupper((unsigned char)h->english.p[0]))
		return NULL;
	if (of || has_superlative(p, c))
		return "the";
	if (has(p, c, TOKEN_NUM) || c->plural || !is_counted(p, c))
		return NULL;
	return (place == AS_PREDICATE || place == AS_OBJECT) && !p->orders ? "a" : "the";
}

/* --- possession --- */

/* 50 से ज़्यादा लोग: more than 50 people. */
static bool is_amount(const struct backward_part *p, const struct chunk *c)
{
	return c->preposition.n && p->token[c->head].kind == TOKEN_NUM;
}

/* Does X का go before the noun, as X's? */
static bool goes_before(const struct backward_part *p, const struct chunk *owner)
{
	if (owner->pronoun || is_amount(p, owner))
		return true;
	return !owner->preposition.n && is_person(p, owner) && !owner->owner && !owner->modifier && !owner->other && owner->last - owner->first <= 3;
}

static void say_possessor(struct backward_part *p, struct chunk *owner)
{
	struct piece *last;
	struct buf b = { 0 };

	if (owner->pronoun) {
		say_pronoun(p, owner, PRONOUN_POSSESSIVE, false);
		return;
	}
	if (is_amount(p, owner)) {
		say_with_preposition(p, owner, owner->preposition);
		return;
	}
	say_noun_phrase(p, owner, AS_GOVERNED, false);
	last = &p->out->at[p->out->n - 1];
	buf_add(&b, last->text);
	buf_str(&b, view_ends(last->text, "s") && owner->plural ? "'" : "'s");
	last->text = arena_copy(p->arena, buf_view(&b));
	if (owner->post_token != NONE)
		p->token[owner->post_token].gone = "is in 's";
	buf_release(&b);
}

/* --- phrases --- */

static void say_participle(struct backward_part *p, struct chunk *m)
{
	struct buf b = { 0 };
	const struct verbs *v = &m->verb;

	if (m->genitive) {
		say_english(p, V("to"), m->post_token);
		make_plain(p, v, EN_BASE, &b);
	} else if (v->form == FORM_OBLIQUE || v->form == FORM_IMPERFECTIVE || v->form == FORM_PROGRESSIVE) {
		make_plain(p, v, EN_GERUND, &b);
	} else {
		make_plain(p, v, EN_PARTICIPLE, &b);
	}
	say_english(p, buf_view(&b), v->main);
	account(p, m->first, m->last, "is in the participle");
	say_taken(p, m);
	buf_release(&b);
}

static void say_others(struct backward_part *p, struct chunk *c, enum noun_place place)
{
	if (!c->other)
		return;
	say_noun_phrase(p, c->other, place, false);
	if (c->link != NONE)
		say_english(p, p->token[c->link].english, c->link);
	else
		say_english(p, V(","), NONE);
}

static void say_behind(struct backward_part *p, struct chunk *c, struct chunk *of)
{
	for (int k = c->head + 1; k <= c->last; k++)
		if (p->token[k].kind == TOKEN_NUM && !p->token[k].said)
			say_english(p, p->token[k].english, k);
	if (of) {
		say_english(p, of->preposition.n ? of->preposition : V("of"), of->post_token);
		say_noun_phrase(p, of, AS_GOVERNED, false);
	}
	if (c->modifier)
		say_participle(p, c->modifier);
	if (c->relative) {
		c->relative->said = true;
		p->person = is_person(p, c);
		say_clause(p, c->relative);
	}
}

/* वर्ष 2015: 2015. 1990 का दशक: the 1990s. */
static bool say_years(struct backward_part *p, struct chunk *c)
{
	struct token *h = &p->token[c->head], *year = c->head < c->last ? h + 1 : NULL;
	struct buf b = { 0 };

	if (view_is(h->english, "year") && c->first == c->head && year && year->kind == TOKEN_NUM) {
		h->gone = "is in the number";
		say_english(p, year->english, c->head + 1);
		return true;
	}
	if (!view_is(h->english, "decade") || !c->owner || p->token[c->owner->head].kind != TOKEN_NUM || c->first != c->head
	    || p->items->at[p->token[c->owner->head].item].kind != ITEM_NUMBER)
		return false;
	buf_add(&b, p->token[c->owner->head].english);
	buf_byte(&b, 's');
	say_english(p, V("the"), c->head);
	say_english(p, buf_view(&b), c->owner->head);
	if (c->owner->post_token != NONE)
		p->token[c->owner->post_token].gone = "is in the years";
	buf_release(&b);
	return true;
}

void say_noun_phrase(struct backward_part *p, struct chunk *c, enum noun_place place, bool feminine)
{
	bool before = c->owner && goes_before(p, c->owner);
	const char *the;
	int from = c->first;

	c->said = true;
	account(p, c->first, c->last, "is in the order of words");
	say_others(p, c, place);
	if (c->pronoun) {
		say_pronoun(p, c, place == AS_SUBJECT ? PRONOUN_SUBJECT : !c->genitive ? PRONOUN_OBJECT
			: place == AS_PREDICATE ? PRONOUN_MINE : PRONOUN_POSSESSIVE, feminine);
		say_behind(p, c, NULL);
		return;
	}
	if (say_years(p, c)) {
		say_behind(p, c, NULL);
		return;
	}
	while (from < c->head && is_more(&p->token[from], "pre"))
		say_english(p, p->token[from].english, from), from++;
	if (before)
		say_possessor(p, c->owner);
	the = article(p, c, place, before, c->owner || c->modifier || c->relative);
	if (the)
		say_english(p, view_of(the), NONE);
	say_before(p, c, from);
	say_head(p, c);
	p->person = is_person(p, c);
	say_behind(p, c, before ? NULL : c->owner);
}

void say_with_preposition(struct backward_part *p, struct chunk *c, struct view preposition)
{
	if (preposition.n)
		say_english(p, preposition, c->post_token);
	say_noun_phrase(p, c, preposition.n ? AS_GOVERNED : AS_OBJECT, false);
}
