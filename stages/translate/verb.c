/* verb.c - verb groups: the pattern of tense, aspect and modality with its forms, negation, light verbs, the passive. */
#include "transfer.h"

const struct row *find_pattern(const struct part *p, const char *name)
{
	size_t n;

	return rows_find(&p->g->patterns, view_of(name), &n);
}

static enum verb_form form_of(struct view name)
{
	for (int f = 0; f < VERB_COUNT; f++)
		if (view_is(name, verb_form_name[f]))
			return (enum verb_form)f;
	return VERB_STEM;
}

/* Where the word begins that takes the endings; नहीं goes before it, but not between a verb and its vector (हो जाना). */
static size_t last_word(struct view verb, bool vector)
{
	static const char *const stems[] = { "हो", "कर", "ले", "दे", "चला", "बना", "आ", "जा", "रख", "बन", "मिल", "चल", "निकल", "चाहिए", NULL };
	size_t at = verb.n, before;

	while (at > 0 && verb.p[at - 1] != ' ')
		at--;
	if (!vector || at < 2)
		return at;
	for (before = at - 1; before > 0 && verb.p[before - 1] != ' ';)
		before--;
	return view_is_any(view_cut(verb, before, at - 1), stems) ? before : at;
}

struct saying { struct part *p; const struct group *g; int word; bool negated; struct view negation; };

static void say_negation(struct saying *s)
{
	if (!s->g->negative || s->negated || !s->negation.n)
		return;
	s->negated = true;
	say(s->p, s->negation, s->g->negation);
}

/* Question words stand right before the verb, but behind what it is made with: ज़रूरत क्यों है. */
static void say_questions(struct saying *s)
{
	for (int k = 0; k < s->g->n_questions; k++)
		if (!s->p->node[s->g->question[k]].said)
			say(s->p, s->p->node[s->g->question[k]].hi, s->g->question[k]);
}

static void say_form_as(struct saying *s, struct view verb, enum verb_form form, struct agreement a)
{
	struct buf b = { 0 };

	hindi_verb(s->p->g->hindi, verb, form, a, &b);
	say(s->p, buf_view(&b), s->word);
	s->word = -1;
	buf_release(&b);
}

static bool asks_when(const struct saying *s)
{
	for (int k = 0; k < s->g->n_questions; k++)
		if (has_lemma(s->p, s->g->question[k], "when") || has_lemma(s->p, s->g->question[k], "where"))
			return true;
	return false;
}

static void say_form(struct saying *s, struct view verb, enum verb_form form)
{
	if (form == VERB_PRESENT && view_is(verb, "चाहिए होना")) {
		say(s->p, V("चाहिए"), s->word);
		s->word = -1;		/* चाहिए, but चाहिए था, चाहिए होगा */
		return;
	}
	say_form_as(s, verb, form, s->g->agree);
}

/* The verb itself: what it is made with first (बंद करना), then नहीं, then the form. */
static void say_main(struct saying *s, enum verb_form form)
{
	struct view verb = s->g->verb;
	size_t at = last_word(verb, true);
	bool feminine;

	if (at > 0 && asks_when(s) && !bilingual_noun(&s->p->g->words, view_cut(verb, 0, at - 1), &feminine))
		say_questions(s);	/* कब बंद होता है, but ज़रूरत क्यों है */
	if (at > 0) {
		say(s->p, view_cut(verb, 0, at - 1), s->word);
		s->word = -1;
	}
	say_questions(s);
	if (at > 0 && s->g->also >= 0)
		say(s->p, s->p->node[s->g->also].hi, s->g->also);	/* साझा भी करता है */
	say_negation(s);
	verb = view_cut(verb, at, verb.n);
	if (s->g->passive) {
		say_form_as(s, verb, VERB_PERFECTIVE, form == VERB_OBLIQUE ? (struct agreement){ false, true, 3 } : s->g->agree);
		verb = V("जाना");		/* काटे जाने से पहले */
	}
	if (form == VERB_INFINITIVE && view_is(s->g->pattern->column[PATTERN_SUBJECT], "bare"))
		say_form_as(s, verb, form, (struct agreement){ .person = 3 });	/* करना पसंद करेंगे */
	else
		say_form(s, verb, form);
	if (!at && s->g->also >= 0)
		say(s->p, s->p->node[s->g->also].hi, s->g->also);	/* लिख भी सकता है */
}

static void say_other(struct saying *s, struct view word, struct view form)
{
	struct buf b = { 0 };

	say_negation(s);
	if (view_is(form, "adjective")) {
		hindi_adjective(s->p->g->hindi, word, s->g->agree, false, &b);
		say(s->p, buf_view(&b), -1);
	} else {
		say_form(s, word, form_of(form));
	}
	buf_release(&b);
}

static bool is_dropped(const struct saying *s, struct view element)
{
	return s->g->negative && view_is(s->g->pattern->column[PATTERN_NEGATION], "drop") && view_is(element, "होना:present")
		&& view_is(s->negation, "नहीं");
}

static void say_element(struct saying *s, struct view element, bool last)
{
	const char *colon = memchr(element.p, ':', element.n);
	struct view word = colon ? view_cut(element, 0, (size_t)(colon - element.p)) : element;
	struct view form = colon ? view_cut(element, (size_t)(colon - element.p) + 1, element.n) : V("");
	enum verb_form f = form_of(form);

	if (last && f == VERB_PERFECTIVE)
		f = VERB_PERFECTIVE_LAST;
	if (last && f == VERB_IMPERFECTIVE)
		f = VERB_IMPERFECTIVE_LAST;
	if (!colon)
		say(s->p, word, -1);
	else if (view_is(word, "V"))
		say_main(s, f);
	else if (last && (f == VERB_PERFECTIVE_LAST || f == VERB_IMPERFECTIVE_LAST))
		say_form(s, word, f);
	else
		say_other(s, word, form);
}

/* The row for what a verb is made with and करना or होना: बंद करना, but not for nouns that have a gender: मदद करना. */
static const struct row *vector_row(const struct part *p, struct view verb, size_t *light)
{
	size_t n, at = last_word(verb, false);
	const struct row *row = rows_find(&p->g->vectors, verb, &n);
	bool feminine;
	struct buf key = { 0 };

	*light = 0;
	if (row || at < 2 || bilingual_noun(&p->g->words, view_cut(verb, 0, at - 1), &feminine))
		return row;
	buf_str(&key, "* ");
	buf_add(&key, view_cut(verb, at, verb.n));
	row = rows_find(&p->g->vectors, buf_view(&key), &n);
	*light = at;
	buf_release(&key);
	return row;
}

bool has_end(const struct part *p, struct view verb)
{
	size_t light;

	return vector_row(p, verb, &light);
}

/* What a pattern says of the verb and on, without the word before it: V:perfective होना:future, of शायद V:perfective होना:future. */
static struct view verb_forms(const struct group *g)
{
	struct view forms = g->pattern->column[PATTERN_FORMS], first = forms;

	if (!view_starts(forms, "V:"))
		view_next(&forms, ' ', &first);
	return view_starts(forms, "V:") ? forms : first;
}

static bool takes_vector(const struct group *g, const struct row *row)
{
	static const char *const whole[] = { "past", "present perfect", "past perfect", "may perfect", "might perfect", "must perfect", NULL };
	static const char *const future[] = { "future", "will", "would", "shall", NULL };
	struct view name = g->pattern->column[PATTERN_NAME], elsewhere = row->column[VECTOR_ELSEWHERE], one;

	if (view_is(elsewhere, "perfect") && !view_ends(name, " perfect"))
		return false;		/* आया, but आ गया है */
	if (view_is_any(name, whole))
		return view_starts(verb_forms(g), "V:perfective");
	while (view_next(&elsewhere, ',', &one))
		if (view_eq(one, name) || (view_is(one, "future") && view_is_any(name, future)))
			return true;
	return false;
}

/* What was done once and to its end has a vector verb: बंद कर दिया, टूट गया. So has what may come to be: अगर टूट जाए. */
static struct view with_vector(const struct part *p, const struct group *g, const struct sense *sense)
{
	struct buf b = { 0 };
	struct view out = g->verb;
	const struct row *row;
	size_t light;

	if (g->lasts && sense && !sense->transitive && !memchr(g->verb.p, ' ', g->verb.n))
		return out;
	if (!g->may_be && (g->negative || g->n_questions || !view_starts(verb_forms(g), "V:")))
		return out;
	row = vector_row(p, g->verb, &light);
	if (row && (g->may_be ? !view_ends(row->column[VECTOR_HI], " जाना") || view_is(row->column[VECTOR_ELSEWHERE], "perfect") : !takes_vector(g, row)))
		return out;
	if (row && (g->passive || (sense && sense->ergative)) && view_ends(row->column[VECTOR_HI], " जाना"))
		return out;		/* कीमत बदल गई, but उसने कीमत बदली, कीमत बदली गई */
	if (row) {
		buf_add(&b, view_cut(g->verb, 0, light));
		buf_add(&b, row->column[VECTOR_HI]);
		out = arena_copy(p->arena, buf_view(&b));
	}
	buf_release(&b);
	return out;
}

/* Beside नहीं, सकना, रहना, पाना, चुकना a verb has no vector: नहीं भूलता, छोड़ सकते हैं, of भूल जाना, छोड़ देना. */
static bool stands_bare(const struct group *g)
{
	struct view rest = g->pattern->column[PATTERN_FORMS], element;

	while (view_next(&rest, ' ', &element))
		if (view_starts(element, "सकना") || view_starts(element, "रहना") || view_starts(element, "पाना") || view_starts(element, "चुकना"))
			return true;
	return g->negative;
}

static struct view without_vector(const struct part *p, const struct group *g, struct view verb)
{
	const struct rows *rows = &p->g->vectors;
	size_t at = last_word(verb, false);
	struct view tail;
	struct buf b = { 0 };

	if (at < 2 || g->may_be || !stands_bare(g))
		return verb;
	for (at--; at > 0 && verb.p[at - 1] != ' ';)
		at--;
	tail = view_cut(verb, at, verb.n);
	for (size_t k = 0; k < rows->n; k++) {
		struct view simple = rows->at[k].column[VECTOR_VERB];

		if (!view_eq(rows->at[k].column[VECTOR_HI], tail) || view_eq(simple, tail) || view_starts(simple, "*"))
			continue;
		buf_add(&b, view_cut(verb, 0, at));
		buf_add(&b, simple);
		verb = arena_copy(p->arena, buf_view(&b));
		buf_release(&b);
		break;
	}
	return verb;
}

void say_group(struct part *p, int i, const struct group *group)
{
	struct group whole = *group;
	const struct group *g = &whole;
	struct saying s = { p, g, i, false, g->pattern->column[PATTERN_NEGATION] };
	struct view rest = g->pattern->column[PATTERN_FORMS], element;
	size_t left = view_pieces(rest, ' '), dropped;

	whole.verb = without_vector(p, group, with_vector(p, group, p->node[i].sense));
	if (view_is(s.negation, "drop"))
		s.negation = V("नहीं");
	else if (view_is(s.negation, "-"))
		s.negation = V("");
	dropped = view_ends(rest, " होना:present") && is_dropped(&s, V("होना:present"));
	if (view_ends(rest, " होना:perfective") && view_ends(whole.verb, "होना"))
		dropped = 1;			/* फेल हुई रिक्वेस्ट */
	while (left-- > dropped && view_next(&rest, ' ', &element))
		say_element(&s, element, left == dropped);
	if (s.word >= 0)
		say(p, V(""), i);
}
