/* predicate.c - the verb of a clause, or what stands beside its copula: which it is, what denies it, and that it is said. */
#include "clause.h"

#include <string.h>

const struct sense *verb_sense(const struct part *p, const struct clause *c)
{
	const struct sense *s = p->node[c->head].sense;

	return c->copula < 0 ? s : NULL;
}

/* "X means Y", "X costs Y": X का मतलब Y है, X की कीमत Y है. */
bool means(const struct part *p, const struct clause *c)
{
	return c->object >= 0 && c->object_bare && (c->subject >= 0 || c->csubj >= 0) && view_ends(p->node[c->head].hi, " होना")
		&& (view_is(c->subject_post, "का") || view_is(c->subject_post, "की"));
}

static struct view verb_word(struct part *p, const struct clause *c)
{
	const struct node *n = &p->node[c->head];
	struct buf b = { 0 };
	struct view out;

	if (c->copula >= 0 && c->forced && p->word[c->head].relation == REL_xcomp && c->shared >= 0 && p->node[c->shared].human)
		return is_noun(p, c->head) && child_of(p, c->head, REL_case) < 0 ? V("बनना") : V("रहना");	/* डॉक्टर बनना चाहती है */
	if (c->copula >= 0)
		return !strcmp(c->pattern, "imperative") ? V("रहना") : V("होना");	/* शांत रहें */
	if (means(p, c))
		return V("होना");
	if (p->word[c->head].tag == TAG_MD)
		return V("करना");	/* जहां आप कर सकते हैं */
	if (n->sense && n->sense->pos == POS_V && n->hi.n && !c->able)
		return n->hi;
	if (n->sense && n->sense->pos == POS_V && n->hi.n) {
		hindi_verb(p->g->hindi, n->hi, VERB_STEM, (struct agreement){ 0 }, &b);
		buf_str(&b, " पाना");
		out = arena_copy(p->arena, buf_view(&b));
		buf_release(&b);
		return out;
	}
	buf_add(&b, n->hi);
	buf_str(&b, c->object >= 0 || c->passive ? " करना" : " होना");
	out = arena_copy(p->arena, buf_view(&b));
	buf_release(&b);
	return out;
}

bool negative_argument(const struct part *p, int i)
{
	if (i < 0)
		return false;
	if (p->node[i].negates && p->node[i].pos == POS_PRON)
		return true;
	if (p->node[i].pronoun && (view_is(p->node[i].pronoun->column[PRONOUN_KIND], "negative")
				   || view_is(p->node[i].pronoun->column[PRONOUN_MORE], "negative")))
		return true;
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if ((p->word[k].relation == REL_nmod_poss && negative_argument(p, k)) || (p->word[k].relation == REL_det && (p->node[k].negates
		    || (p->node[k].pronoun && view_is(p->node[k].pronoun->column[PRONOUN_MORE], "negative")))))
			return true;
	return false;
}

/* "under no law": किसी कानून के तहत ... नहीं; but "with no law" is बिना कानून के, and what is one word in Hindi has its own नहीं. */
static bool negative_oblique(const struct part *p, const struct clause *c)
{
	for (int k = 0; k < c->n_other; k++) {
		int i = c->other[k], prep = p->word[i].relation == REL_obl ? child_of(p, i, REL_case) : -1;
		bool oblique;
		struct view post;

		if (prep < 0 || !negative_argument(p, i) || has_lemma(p, prep, "than"))
			continue;
		post = postposition(p, c->head, i, prep, &oblique);
		if (!view_starts(post, "=") && !view_starts(post, "बिना"))
			return true;
	}
	return false;
}

/* "Shops are open", "Seats are cheap today": what is so for a time, not always; but "Banks are closed on Sundays" is. */
static bool is_for_now(const struct part *p, const struct clause *c)
{
	static const char *const states[] = { "open", "closed", "empty", "full", "ready", "tired", "hungry", "thirsty", "wet", "dry", "free", "busy",
		"available", "missing", "asleep", "awake", "sick", "late", "angry", "broken", "offline", "online", "wrong", "unclear", NULL };
	static const char *const now[] = { "now", "today", "tonight", "currently", "still", "already", "again", NULL };
	bool other = false;

	for (int k = 0; k < c->n_other; k++) {
		if (view_is_any(p->word[c->other[k]].lemma, now))
			return true;
		other = other || p->word[c->other[k]].relation == REL_obl || p->word[c->other[k]].relation == REL_advcl;
	}
	return c->copula >= 0 && !other && p->node[c->head].pos == POS_ADJ && view_is_any(p->word[c->head].lemma, states);
}

static bool is_generic(const struct part *p, const struct clause *c)
{
	int s = c->subject, det = s >= 0 ? child_of(p, s, REL_det) : -1;

	if (is_for_now(p, c))
		return false;

	if (det >= 0 && !c->passive && c->copula < 0 && c->expletive < 0 && child_of(p, s, REL_nmod) < 0 && (has_lemma(p, det, "every") || has_lemma(p, det, "each")))
		return true;
	if (s < 0 || p->word[s].tag != TAG_NNS || c->passive || c->expletive >= 0)
		return false;
	for (int k = p->node[s].first; k >= 0; k = p->node[k].next) {
		uint8_t r = p->word[k].relation;

		if (r == REL_det || r == REL_nmod_poss || r == REL_nummod || r == REL_acl_relcl || r == REL_nmod)
			return false;
	}
	return true;
}

/* What stands beside a copula. */
void say_predicate(struct part *p, struct clause *c)
{
	int h = c->head, prep = child_of(p, h, REL_case);
	struct marking m = { .word = prep, .head = c->subject_agrees };

	if (c->copula < 0)
		return;
	if (p->node[h].pos == POS_ADJ || p->node[h].pos == POS_ADV) {
		say_adjective(p, h, c->subject_agrees, false);
		return;
	}
	if (prep >= 0)
		m.post = postposition(p, -1, h, prep, &m.oblique);
	if (view_is(m.post, "का"))
		m.head = c->subject_agrees;	/* घर ₹9 लाख का है */
	if (c->contrast)
		p->node[h].busy = false;	/* the noun says its own नहीं */
	say_noun(p, h, m);
}

/* What a verb is made with agrees if it can: रोशनी धीमी की, बच्ची बड़ी हुई. */
static struct view with_agreement(struct part *p, const struct clause *c, struct view verb, struct agreement a)
{
	static const char *const words[] = { "धीमा", "बड़ा", "छोटा", "अच्छा", "ठंडा", "खड़ा", "पूरा", "गीला", "सीधा", "महंगा", "सस्ता", "ऊंचा", "नीचा",
					     "हल्का", "गहरा", "लंबा", "चौड़ा", "गंदा", "नया", "पुराना", "ताज़ा", "काला", "पीला", "इकट्ठा", "दोगुना", "भरा", "ढका", "बना", "बंटा", "जुड़ा", "लगा", NULL };
	size_t at = verb.n;
	struct buf b = { 0 };

	while (at > 0 && verb.p[at - 1] != ' ')
		at--;
	if (!at || c->copula >= 0 || (!view_is_any(view_cut(verb, 0, at - 1), words) && !(c->passive && view_ends(verb, "ा होना"))))
		return verb;
	if (!view_ends(verb, "होना") && !c->passive && !c->forced)
		a = c->object >= 0 && c->object_bare ? c->object_agrees : (struct agreement){ false, false, 3 };
	hindi_adjective(p->g->hindi, view_cut(verb, 0, at - 1), a, false, &b);
	buf_add(&b, view_cut(verb, at - 1, verb.n));
	verb = arena_copy(p->arena, buf_view(&b));
	buf_release(&b);
	return verb;
}

/* Is a passive one of how things are? */
static bool tells_state(const struct sense *s, struct view verb)
{
	static const char *const states[] = { "स्थित होना", "संबंधित होना", "केंद्रित होना", "उपयुक्त होना", "ग्रस्त होना", "बाध्य होना", "आबाद होना", "होना", NULL };

	return !s->transitive && (view_starts(s->when, "stative")
		|| (view_starts(s->when, "passive") && (view_ends(verb, "ा होना") || view_is_any(verb, states))));
}

/* What is so, not what is done: है, not होता है. */
static bool is_stative(const struct part *p, const struct clause *c, struct view verb)
{
	if (c->copula >= 0 || (has_lemma(p, c->head, "be") && view_ends(verb, "होना")) || means(p, c) || view_is(verb, "आधारित होना")
	    || view_is(verb, "मालिक होना"))
		return true;
	if (c->passive && p->node[c->head].sense && tells_state(p->node[c->head].sense, verb))
		return true;		/* पहाड़ियों से घिरा है */
	if (frame_find(c->frame, "event", &(struct view){ 0 }))
		return false;		/* इस पर ₹400 खर्च हुए */
	return view_ends(verb, "होना") && (has_lemma(p, c->head, "belong") || frame_find(c->frame, "subj", &(struct view){ 0 })
					   || frame_find(c->frame, "past", &(struct view){ 0 }));
}

static const struct row *stative_pattern(struct part *p, const struct clause *c, const struct row *pattern)
{
	struct row *own = arena_get(p->arena, sizeof *own);

	*own = *pattern;
	if (!strcmp(c->pattern, "present") && (!is_generic(p, c) || view_is(p->node[c->head].hi, "चाहिए होना")))
		own->column[PATTERN_FORMS] = V("V:present");
	else if (!strcmp(c->pattern, "past"))
		own->column[PATTERN_FORMS] = V("V:past");
	else if (c->expletive >= 0 && c->perfect && !c->modal.n)
		return own;		/* there has been a rise: बढ़ोतरी हुई है */
	else if (!strcmp(c->pattern, "present perfect"))
		own->column[PATTERN_FORMS] = V("रहना:perfective होना:present");
	else if (!strcmp(c->pattern, "past perfect"))
		own->column[PATTERN_FORMS] = V("रहना:perfective होना:past");
	if (view_is(own->column[PATTERN_NEGATION], "drop"))
		own->column[PATTERN_NEGATION] = V("नहीं");
	return own;
}

static void say_level(struct part *p, struct clause *c, struct group *g)
{
	struct buf b = { 0 };
	bool done = g->negative || c->progressive;

	hindi_verb(p->g->hindi, view_is(g->verb, "कटौती करना") ? V("घटाना") : g->verb, VERB_CONJUNCTIVE, g->agree, &b);
	say(p, buf_view(&b), c->head);
	buf_release(&b);
	gone(p, child_of(p, c->level, REL_case), "shown by the order");
	say_noun(p, c->level, (struct marking){ .word = -1 });
	if (view_ends(g->verb, "ाना") || view_ends(g->verb, "करना"))
		g->verb = done ? V("करना") : V("कर देना");
	else
		g->verb = done ? V("होना") : V("हो जाना");
}

/* "for eleven hours" */
static bool is_duration(const struct part *p, int i)
{
	return p->word[i].relation == REL_obl && has_lemma(p, child_of(p, i, REL_case), "for") && view_is(p->node[i].class, "time");
}

void say_verbs(struct part *p, struct clause *c, const struct row *pattern)
{
	struct group g = { .pattern = pattern, .negation = c->negation, .verb = verb_word(p, c), .also = -1 };
	const struct sense *s = verb_sense(p, c);
	int word = c->copula >= 0 ? c->copula : c->head;

	g.negative = c->negative || negative_argument(p, c->subject) || negative_argument(p, c->object) || negative_oblique(p, c);
	g.passive = c->passive && (!s || s->pos != POS_V || takes_passive(s)) && !strstr(c->pattern, "passive participle");
	for (int k = 0; k < c->n_other; k++)
		g.lasts = g.lasts || is_duration(p, c->other[k]);
	g.may_be = !strcmp(c->pattern, "subjunctive") && !g.passive && c->copula < 0 && !has_lemma(p, c->head, "be") && (!g.negative || c->until) && !c->whether;
	if (c->progressive && view_is(g.verb, "हो जाना"))
		g.verb = V("होना");		/* महंगा हो रहा है */
	g.agree = group_agreement(p, c, g.verb);
	g.verb = with_agreement(p, c, g.verb, g.agree);
	if (c->forced && (strstr(c->pattern, "passive participle") || !strcmp(c->pattern, "active participle")
			  || !strcmp(c->pattern, "participle") || !strcmp(c->pattern, "while"))) {
		g.agree = c->outer_agrees;
		g.agree.plural = g.agree.plural && !g.agree.feminine;	/* चुराई गई कारें, not गईं */
		g.verb = with_agreement(p, c, verb_word(p, c), g.agree);	/* खड़ी हुई लड़की */
	}
	for (int k = 0; k < c->n_other && g.n_questions < (int)(sizeof g.question / sizeof *g.question); k++)
		if (place_of(p, c, c->other[k]) == PLACE_WH && p->node[c->other[k]].first < 0 && !p->node[c->other[k]].gone)
			g.question[g.n_questions++] = c->other[k];
	if (c->forced && !strcmp(c->pattern, "habit"))
		g.agree = c->outer_agrees;
	if (c->forced && (!strcmp(c->pattern, "while") || !strcmp(c->pattern, "without") || !strcmp(c->pattern, "timing")))
		g.agree = (struct agreement){ false, true, 3 };
	for (int k = 0; k < c->n_other; k++)
		if (!p->node[c->other[k]].said && is_late_focus(p, c, c->other[k]))
			g.also = c->other[k];
	c->stative = is_stative(p, c, g.verb);
	if (c->stative && !c->forced)
		g.pattern = stative_pattern(p, c, pattern);
	if (c->level >= 0)
		say_level(p, c, &g);
	say_group(p, c->level >= 0 ? -1 : word, &g);
	if (word != c->head && !p->node[c->head].said)
		gone(p, c->head, "has no word in Hindi");
}
