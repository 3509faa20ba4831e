/* backward_read.c - what the words of a Hindi part are: phrases, function words, and which of its readings each word has here. */
#include "backward.h"

#include "sound.h"

#include <ctype.h>

/* Verbs that follow the stem of another, or its participle. */
static const char *const helpers[] = { "होना", "जाना", "रहना", "सकना", "चुकना", "देना", "लेना", "पाना", "पड़ना", "पडना", "डालना", "बैठना", "उठना",
				       "रखना", "चाहना", "लगना", NULL };
static const char *const stem_helpers[] = { "जाना", "रहना", "सकना", "चुकना", "देना", "लेना", "पाना", "पडना", "डालना", "बैठना", "उठना", "रखना",
					    "आना", "निकलना", NULL };

/* --- phrases --- */

static bool is_hindi(struct view v)
{
	for (size_t i = 0; i < v.n; i++)
		if ((unsigned char)v.p[i] == 0xe0)
			return true;
	return false;
}

static struct view joined(const struct backward_part *p, const int *item, int n)
{
	struct buf b = { 0 };
	struct view v;

	for (int i = 0; i < n; i++) {
		buf_str(&b, i ? " " : "");
		buf_add(&b, p->items->at[item[i]].text);
	}
	v = hindi_folded(buf_view(&b), p->arena);
	buf_release(&b);
	return v;
}

/* Of a phrase only a noun's readings count, and of one whose last word is inflected. */
static bool is_phrase(const struct backward_part *p, struct view folded, struct token *t)
{
	size_t n;

	t->n_readings = form_readings(&p->b->words, folded, t->reading, p->arena);
	for (int i = 0; i < t->n_readings; i++)
		if (t->reading[i].pos == MEANS_VERB)
			t->reading[i--] = t->reading[--t->n_readings];
	return t->n_readings || find_function(&p->b->words, folded, &n);
}

static int phrase_at(struct backward_part *p, const int *item, int n, struct token *t)
{
	int most = (int)phrase_tokens(&p->b->words, hindi_folded(p->items->at[item[0]].text, p->arena)), words = 1;

	while (words < n && words < PHRASE_TOKENS && p->items->at[item[words]].kind == ITEM_WORD)
		words++;
	for (words = words < most ? words : most; words > 1; words--) {
		*t = (struct token){ .folded = joined(p, item, words) };
		if (is_phrase(p, t->folded, t))
			return words;
	}
	*t = (struct token){ .folded = hindi_folded(p->items->at[item[0]].text, p->arena) };
	t->n_readings = form_readings(&p->b->words, t->folded, t->reading, p->arena);
	return 1;
}

static struct view large(struct view v, struct arena *a)
{
	struct buf b = { 0 };

	buf_add(&b, v);
	if (b.n)
		b.p[0] = (char)toupper((unsigned char)b.p[0]);
	v = arena_copy(a, buf_view(&b));
	buf_release(&b);
	return v;
}

/* What no dictionary has is written in Latin letters, as it sounds. */
static struct view romanised(const struct item *i, struct arena *a)
{
	struct sound s;

	if (i->given.n || i->sound.n)
		return i->given.n ? i->given : i->sound;
	if (!is_hindi(i->text))
		return i->text;
	sound_spelled(i->text, &s);
	return s.n ? arena_copy(a, (struct view){ s.text, s.n }) : i->text;
}

static void name_token(struct token *t, const struct item *i, struct arena *a)
{
	t->name = true;
	t->english = romanised(i, a);
	if (i->type.n && (view_is(i->type, "PER") || view_is(i->type, "LOC") || view_is(i->type, "ORG")))
		t->english = large(t->english, a);
	t->n_readings = 0;
}

/* ओपन-सोर्स: each side by itself. Empty if one is unknown. */
static struct view in_parts(const struct backward_part *p, struct view folded)
{
	struct buf b = { 0 };
	struct view piece, v = V("");

	while (view_next(&folded, '-', &piece)) {
		struct form_reading r[READINGS];
		int n = form_readings(&p->b->words, piece, r, p->arena), k = 0;

		while (k < n && (r[k].pos == MEANS_VERB || !r[k].meaning))
			k++;
		if (k == n && piece.n) {
			buf_release(&b);
			return v;
		}
		if (piece.n)
			buf_add(&b, r[k].meaning->en);
		if (folded.n)
			buf_byte(&b, '-');
	}
	v = arena_copy(p->arena, buf_view(&b));
	buf_release(&b);
	return v;
}

/* Names that the dictionary has in English: भारत, दक्षिण अफ्रीका. */
static bool is_known_name(const struct backward_part *p, struct token *t)
{
	int n = form_readings(&p->b->words, t->folded, t->reading, p->arena);

	for (int k = 0; k < n; k++)
		if (t->reading[k].pos == MEANS_NOUN && isupper((unsigned char)t->reading[k].meaning->en.p[0])) {
			t->reading[0] = t->reading[k];
			t->n_readings = 1;
			return true;
		}
	return false;
}

/* Is it the name of somebody rather than the word it also is? */
static bool sounds_like_name(const struct item *i)
{
	return i->sound.n && isupper((unsigned char)i->sound.p[0]) && (view_is(i->type, "PER") || view_is(i->type, "LOC"));
}

static void read_phrases(struct backward_part *p, const int *item, int n)
{
	p->token = arena_get(p->arena, (size_t)(n + 1) * sizeof *p->token);
	p->n = 0;
	for (int i = 0; i < n;) {
		const struct item *it = &p->items->at[item[i]];
		struct token *t = &p->token[p->n++];
		int words = 1;

		if (it->kind == ITEM_WORD && is_hindi(it->text)) {
			words = phrase_at(p, item + i, n - i, t);
			if (words == 1 && sounds_like_name(it) && !find_function(&p->b->words, t->folded, &(size_t){ 0 })
			    && !is_known_name(p, t))
				name_token(t, it, p->arena);
		} else {
			*t = (struct token){ .folded = is_hindi(it->text) ? hindi_folded(it->text, p->arena) : it->text };
			if (it->kind != ITEM_NAME || !is_known_name(p, t))
				name_token(t, it, p->arena);
			t->latin = it->kind == ITEM_WORD;
		}
		t->item = item[i];
		t->items = words;
		t->chosen = t->phrase_of = t->phrase_from = NONE;
		i += words;
	}
}

/* --- choosing --- */

static const struct function *function_of(const struct backward_part *p, int i, enum function_kind kind)
{
	return i >= 0 && i < p->n && !p->token[i].name ? find_function_as(&p->b->words, p->token[i].folded, kind) : NULL;
}

static int reading_as(const struct token *t, enum meaning_pos pos)
{
	for (int i = 0; i < t->n_readings; i++)
		if (t->reading[i].pos == pos)
			return i;
	return NONE;
}

static bool ends_clause(const struct backward_part *p, int i)
{
	return i >= p->n || view_is(p->token[i].folded, ",") || function_of(p, i, IS_LINK)
		|| p->items->at[p->token[i].item].kind == ITEM_SIGN;
}

static int skip_particles(const struct backward_part *p, int i)
{
	while (i < p->n && function_of(p, i, IS_PARTICLE))
		i++;
	return i;
}

static bool may_be_verb_of(const struct backward_part *p, int i, const char *const *infinitives)
{
	if (i >= p->n || p->token[i].name)
		return false;
	for (int k = 0; k < p->token[i].n_readings; k++)
		if (p->token[i].reading[k].pos == MEANS_VERB && view_is_any(p->token[i].reading[k].infinitive, infinitives))
			return true;
	return false;
}

static bool joins_stem(const struct backward_part *p, int i)
{
	return i < p->n && (view_is(p->token[i].folded, "कर") || view_is(p->token[i].folded, "के"));
}

static const char *const plain[] = { "करना", "होना", "जाना", "देना", "लेना", NULL };
static const char *const after_stem[] = { "सकना", "चुकना", "पाना", NULL };
static const char *const wants[] = { "चाहना", "पडना", NULL };

/* How well a verb's reading fits what stands round it; less than 0: not at all. */
static int verb_fits(const struct backward_part *p, int i, const struct form_reading *r)
{
	int next = skip_particles(p, i + 1);
	bool helped = may_be_verb_of(p, next, helpers), nominal = reading_as(&p->token[i], MEANS_NOUN) >= 0
		|| reading_as(&p->token[i], MEANS_ADJECTIVE) >= 0;

	if (view_is(r->infinitive, "जानना") && (view_is(p->token[i].folded, "जाना") || view_is(p->token[i].folded, "जाने")
	    || view_is(p->token[i].folded, "जानी")))
		return -1;	/* of जाना */
	if (view_is(p->token[i].folded, "दो") && reading_as(&p->token[i], MEANS_NUMBER) >= 0)
		return ends_clause(p, i + 1) ? 30 : -1;
	if (r->form != FORM_STEM && view_is_any(r->infinitive, plain))
		return 30;
	if (may_be_verb_of(p, next, after_stem))
		return r->form == FORM_STEM ? 40 : 4;
	if ((r->form == FORM_INFINITIVE && may_be_verb_of(p, next, wants) && !(nominal && view_is(p->token[next].folded, "चाहिए"))) || (r->form == FORM_OBLIQUE && i > 0 && p->token[i - 1].kind == TOKEN_NOUN))
		return 30;
	switch (r->form) {
	case FORM_STEM:
		if (view_is(r->infinitive, "करना") && i > 0 && p->token[i - 1].kind == TOKEN_VERB)
			return 20;
		if (may_be_verb_of(p, next, stem_helpers))
			return 30;
		return joins_stem(p, i + 1) ? nominal ? 6 : 25 : -1;
	case FORM_INFINITIVE: case FORM_OBLIQUE:
		return nominal ? helped ? 12 : 4 : 25;
	case FORM_PRESENT: case FORM_PAST: case FORM_SHOULD: case FORM_CONJUNCTIVE:
		return 25;
	case FORM_SUBJUNCTIVE: case FORM_IMPERATIVE:
		return (nominal ? 2 : 12) + 8 * ends_clause(p, next);
	default:
		return (nominal ? 4 : 20) + 12 * (ends_clause(p, next) || helped);
	}
}

static const char *const copulas[] = { "होना", NULL };

static int other_fits(const struct backward_part *p, int i, const struct form_reading *r)
{
	const struct token *next = i + 1 < p->n ? &p->token[i + 1] : NULL;
	int weight = r->meaning ? r->meaning->weight : 0, fits = 8 + weight;
	bool nominal = next && (next->name || reading_as(next, MEANS_NOUN) >= 0 || reading_as(next, MEANS_ADJECTIVE) >= 0)
		&& !function_of(p, i + 1, IS_POST) && !function_of(p, i + 1, IS_GENITIVE);

	if (r->pos == MEANS_ADJECTIVE) {
		int noun = reading_as(&p->token[i], MEANS_NOUN);

		return fits + (nominal && (noun < 0 || p->token[i].reading[noun].meaning->weight <= weight) ? 4 : may_be_verb_of(p, i + 1, copulas) ? 6 : -3);
	}
	if (r->pos == MEANS_NOUN)
		return fits + (function_of(p, i + 1, IS_POST) || function_of(p, i + 1, IS_GENITIVE) ? 8 : 0) - (r->plural ? 1 : 0);
	if (r->pos == MEANS_ADVERB && i > 0 && (p->token[i - 1].kind == TOKEN_GENITIVE || p->token[i - 1].kind == TOKEN_ADJECTIVE
	    || (p->token[i - 1].kind == TOKEN_PRONOUN && view_is(p->token[i - 1].function->more, "gen"))))
		return 0;
	if (r->pos == MEANS_ADVERB)
		return fits + (function_of(p, i + 1, IS_POST) || function_of(p, i + 1, IS_GENITIVE) ? -10 : 0);
	return fits + 6;
}

static void choose_reading(struct backward_part *p, int i)
{
	static const uint8_t kinds[] = { TOKEN_NOUN, TOKEN_ADJECTIVE, TOKEN_ADVERB, TOKEN_VERB, TOKEN_NUM };
	struct token *t = &p->token[i];
	int best = -1;

	for (int k = 0; k < t->n_readings; k++) {
		const struct form_reading *r = &t->reading[k];
		int fits = r->pos == MEANS_VERB ? verb_fits(p, i, r) : other_fits(p, i, r);

		if (fits > best) {
			best = fits;
			t->chosen = k;
		}
	}
	if (t->chosen >= 0) {
		t->kind = kinds[t->reading[t->chosen].pos];
		t->english = t->reading[t->chosen].meaning ? t->reading[t->chosen].meaning->en : V("");
	} else {
		struct view parts = in_parts(p, t->folded);

		name_token(t, &p->items->at[t->item], p->arena);
		t->english = parts.n && !isupper((unsigned char)t->english.p[0]) ? parts : t->english;
		t->kind = parts.n ? TOKEN_ADJECTIVE : TOKEN_NOUN;
		p->unknown += !parts.n;
	}
}

/* Could a noun phrase go on here, behind a determiner? */
static bool goes_on(const struct backward_part *p, int i)
{
	size_t n;
	const struct token *t = &p->token[i];
	const struct function *f;

	if (i >= p->n || ends_clause(p, i))
		return false;
	f = t->name ? NULL : find_function(&p->b->words, t->folded, &n);
	if (f && (f->kind == IS_DETERMINER || (f->kind == IS_ADVERB && !view_is(f->more, "mid") && !view_is(f->more, "adv")
	    && !view_is(f->more, "wh"))))
		return true;
	if (f && f->kind == IS_GENITIVE)
		return false;
	if (f && f->kind == IS_PRONOUN)
		return view_is(f->more, "gen");
	if (f && f->kind != IS_VERB_FORM)
		return false;
	return t->name || !t->n_readings || t->reading[0].pos != MEANS_VERB || reading_as(t, MEANS_NOUN) >= 0;
}

static bool is_after_nominal(const struct backward_part *p, int i)
{
	int before = i - 1;

	while (before > 0 && p->token[before].kind == TOKEN_PARTICLE)
		before--;
	return before >= 0 && p->token[before].kind <= TOKEN_VERB && p->token[before].kind != TOKEN_ADVERB ? true
		: before >= 0 && (p->token[before].kind == TOKEN_PRONOUN || p->token[before].kind == TOKEN_ADVERB || p->token[before].kind == TOKEN_DETERMINER);
}

/* की of the noun before it, or that of करना? */
static bool is_done(const struct backward_part *p, int i)
{
	static const char *const behind[] = { "होना", "जाना", NULL };
	int next = skip_particles(p, i + 1);

	return view_is(p->token[i].folded, "की") && (ends_clause(p, next) || may_be_verb_of(p, next, behind));
}

static bool take_function(struct backward_part *p, int i, enum function_kind kind, enum token_kind as)
{
	const struct function *f = function_of(p, i, kind);

	if (!f)
		return false;
	p->token[i].kind = (uint8_t)as;
	p->token[i].function = f;
	p->token[i].english = f->en;
	return true;
}

/* जैसे and संबंधी are postpositions between two nouns only. */
static bool take_post(struct backward_part *p, int i)
{
	const struct function *f = function_of(p, i, IS_POST);

	if (f && view_is(f->more, "noun") && !goes_on(p, i + 1))
		return false;
	return take_function(p, i, IS_POST, TOKEN_POST);
}

static bool is_direct(const struct token *t)
{
	return view_is(t->folded, "यह") || view_is(t->folded, "ये");
}

/* यह एक ..., यह सबसे ...: यह is the subject. */
static bool is_function_noun(const struct backward_part *p, int i)
{
	return function_of(p, i, IS_DETERMINER) || function_of(p, i, IS_ADVERB) || function_of(p, i, IS_PRONOUN)
		|| view_starts(p->token[i].folded, "सबसे") || may_be_verb_of(p, skip_particles(p, i + 1), copulas);
}

static bool is_person_word(const struct backward_part *p, int i)
{
	int noun = i < p->n ? reading_as(&p->token[i], MEANS_NOUN) : NONE;

	return noun >= 0 && (p->token[i].reading[noun].meaning->habit == 'C' || view_is(p->token[i].folded, "लोग"));
}

static bool choose_pronoun(struct backward_part *p, int i)
{
	const struct function *pronoun = function_of(p, i, IS_PRONOUN), *det = function_of(p, i, IS_DETERMINER);
	const struct token *t = &p->token[i];
	bool he = (view_is(t->folded, "वह") && !(i > 0 && is_direct(t - 1))) || view_is(t->folded, "वे") || view_is(t->folded, "क्या") || view_is(t->folded, "जिन");

	if (view_is(t->folded, "जो") && !is_person_word(p, i + 1))
		det = NULL;
	if (det && (!pronoun || !he) && goes_on(p, i + 1) && !(is_direct(t) && is_function_noun(p, i + 1)))
		return take_function(p, i, IS_DETERMINER, TOKEN_DETERMINER);
	if (pronoun)
		return take_function(p, i, IS_PRONOUN, TOKEN_PRONOUN);
	return false;
}

static void choose_token(struct backward_part *p, int i)
{
	struct token *t = &p->token[i];
	const struct item *item = &p->items->at[t->item];

	if (item->kind == ITEM_SIGN)
		t->kind = view_is(item->text, ",") ? TOKEN_COMMA : TOKEN_OTHER;
	else if (item->kind == ITEM_NUMBER)
		t->kind = TOKEN_NUM;
	else if (t->name)
		t->kind = TOKEN_NOUN;
	else if (joins_stem(p, i) && i > 0 && p->token[i - 1].kind == TOKEN_VERB
		 && p->token[i - 1].reading[p->token[i - 1].chosen].form == FORM_STEM && view_is(t->folded, "के"))
		take_function(p, i, IS_GENITIVE, TOKEN_PARTICLE);
	else if (is_after_nominal(p, i) && !is_done(p, i) && (take_function(p, i, IS_GENITIVE, TOKEN_GENITIVE) || take_post(p, i)))
		return;
	else if (view_is(t->folded, "और") && i > 0 && (p->token[i - 1].kind == TOKEN_NUM || p->token[i - 1].kind == TOKEN_DETERMINER)
		 && goes_on(p, i + 1) && take_function(p, i, IS_ADVERB, TOKEN_ADVERB))
		return;
	else if (choose_pronoun(p, i) || take_function(p, i, IS_LINK, TOKEN_LINK) || take_function(p, i, IS_PARTICLE, TOKEN_PARTICLE))
		return;
	else if (!(reading_as(t, MEANS_NOUN) >= 0 && is_after_nominal(p, i + 1) && (function_of(p, i + 1, IS_POST) || function_of(p, i + 1, IS_GENITIVE)))
		 && take_function(p, i, IS_ADVERB, TOKEN_ADVERB))
		return;
	else if (!function_of(p, i, IS_VERB_FORM) && (take_post(p, i) || take_function(p, i, IS_GENITIVE, TOKEN_GENITIVE)))
		return;
	else if (t->n_readings == 0 && take_function(p, i, IS_DETERMINER, TOKEN_DETERMINER))
		return;
	else
		choose_reading(p, i);
}

/* --- verbs of several words: ध्यान देना --- */

static const struct meaning *verb_phrase(const struct backward_part *p, int from, int to, struct view infinitive)
{
	struct buf b = { 0 };
	const struct meaning *m;

	for (int k = from; k < to; k++) {
		if (p->token[k].kind == TOKEN_PARTICLE)
			continue;
		buf_add(&b, p->token[k].folded);
		buf_byte(&b, ' ');
	}
	buf_add(&b, hindi_folded(infinitive, p->arena));
	m = find_meaning_as(&p->b->words, buf_view(&b), MEANS_VERB);
	buf_release(&b);
	return m;
}

static bool is_part_of_phrase(const struct token *t)
{
	return t->kind == TOKEN_NOUN || t->kind == TOKEN_ADJECTIVE || t->kind == TOKEN_ADVERB || t->kind == TOKEN_POST || t->kind == TOKEN_VERB;
}

/* पुराना है says no more than its words; पसंद है does. */
static bool is_lexical(const struct form_reading *r, const struct meaning *m)
{
	static const char *const verbs[] = { "like", "need", "know", "remember", "believe", "die", "be born", "matter", "rain", "exist", NULL };
	bool copula = view_is(r->infinitive, "होना") && (r->form == FORM_PRESENT || r->form == FORM_PAST || r->form == FORM_FUTURE
		|| r->form == FORM_SUBJUNCTIVE || r->form == FORM_IMPERFECTIVE);

	return !copula || view_is_any(m->en, verbs);
}

static void take_phrase(struct backward_part *p, int i)
{
	struct token *t = &p->token[i];
	int from = i;
	const struct form_reading *r = &t->reading[t->chosen];

	for (int words = 0; from > 0 && words < 3; words++) {
		const struct meaning *m;

		from--;
		while (from > 0 && p->token[from].kind == TOKEN_PARTICLE)
			from--;
		if (!is_part_of_phrase(&p->token[from]) || p->token[from].phrase_of != NONE)
			break;
		m = verb_phrase(p, from, i, r->infinitive);
		if (m && (!is_lexical(r, m) || ((view_is(m->en, "work") || view_is(m->en, "go home")) && from > 0 && p->token[from - 1].kind == TOKEN_PRONOUN)))
			m = NULL;
		if (m) {
			t->phrase = m;
			t->phrase_from = from;
		}
	}
	for (int k = t->phrase_from; t->phrase && k < i; k++)
		if (p->token[k].kind != TOKEN_PARTICLE)
			p->token[k].phrase_of = i;
}

void read_tokens(struct backward_part *p, const int *item, int n)
{
	read_phrases(p, item, n);
	for (int i = 0; i < p->n; i++)
		choose_token(p, i);
	for (int i = 0; i < p->n; i++)
		if (p->token[i].kind == TOKEN_VERB)
			take_phrase(p, i);
}

/* --- verb groups --- */

static const struct form_reading *verb_at(const struct backward_part *p, int i)
{
	return i >= 0 && i < p->n && p->token[i].kind == TOKEN_VERB && p->token[i].phrase_of == NONE && !p->token[i].phrase
		? &p->token[i].reading[p->token[i].chosen] : NULL;
}

struct group_reading { const struct backward_part *p; struct verbs *v; int at; bool done; };

static void go_on(struct group_reading *g, const struct form_reading *r, int at)
{
	g->v->form = r->form;
	g->v->plural = r->plural;
	g->v->feminine = r->feminine;
	g->v->person = r->person;
	g->v->last = g->at = at;
}

static void set_modal(struct group_reading *g, const char *modal, const struct form_reading *r, int at)
{
	g->v->modal = modal;
	go_on(g, r, at);
}

static bool is_stem(const struct group_reading *g)
{
	const struct token *t = &g->p->token[g->at];

	return g->v->form == FORM_STEM || (g->v->form == FORM_SUBJUNCTIVE && view_is(t->folded, "हो"));
}

/* The auxiliary behind a stem: कर रहा, कर सकता, कर चुका, कर दिया. */
static bool behind_stem(struct group_reading *g, const struct form_reading *r, int at)
{
	if (view_is(r->infinitive, "रहना") && r->form == FORM_PERFECTIVE) {
		go_on(g, r, at);
		g->v->form = FORM_PROGRESSIVE;
		g->v->progressive = true;
	} else if (view_is(r->infinitive, "सकना") || view_is(r->infinitive, "पाना")) {
		set_modal(g, "can", r, at);
	} else if (view_is(r->infinitive, "चुकना")) {
		go_on(g, r, at);
		g->v->perfect = true;
	} else if (view_is(r->infinitive, "करना") && r->form == FORM_STEM) {
		go_on(g, r, at);
		g->v->form = FORM_CONJUNCTIVE;
	} else if (view_is_any(r->infinitive, stem_helpers)) {
		go_on(g, r, at);
	} else {
		return false;
	}
	return true;
}

static bool behind_infinitive(struct group_reading *g, const struct form_reading *r, int at)
{
	if (r->form == FORM_SHOULD)
		set_modal(g, "should", r, at);
	else if (view_is(r->infinitive, "पड़ना") || view_is(r->infinitive, "पडना"))
		set_modal(g, "have to", r, at);
	else if (view_is(r->infinitive, "चाहना"))
		set_modal(g, "want to", r, at);
	else if (view_is(r->infinitive, "होना") && r->form >= FORM_FUTURE && g->v->form != FORM_OBLIQUE)
		set_modal(g, "have to", r, at);
	else if (view_is(r->infinitive, "देना") && g->v->form == FORM_OBLIQUE && g->at == g->v->main) {
		g->v->lets = true;
		go_on(g, r, at);
	} else if (view_is(r->infinitive, "लगना") && g->v->form == FORM_OBLIQUE)
		set_modal(g, "begin to", r, at);
	else
		return false;
	return true;
}

static bool is_tense(const struct form_reading *r)
{
	return view_is(r->infinitive, "होना") && (r->form == FORM_PRESENT || r->form == FORM_PAST || r->form == FORM_FUTURE || r->form == FORM_SUBJUNCTIVE);
}

/* कर दिया गया: these keep the passive of the verb before them. */
static const char *const giving[] = { "देना", "लेना", "रखना", "डालना", NULL };

static bool behind_participle(struct group_reading *g, const struct form_reading *r, int at)
{
	const struct form_reading *main = verb_at(g->p, g->v->main);
	bool moves = main && (view_is(main->infinitive, "चलना") || view_is(main->infinitive, "होना"));

	if (is_tense(r)) {
		g->v->tense = r->form;
		g->v->plural = g->v->plural || r->plural;
		g->v->feminine = g->v->feminine || r->feminine;
		g->v->person = r->person;
		g->v->last = at;
		g->done = true;
	} else if (g->v->form == FORM_PERFECTIVE && view_is(r->infinitive, "जाना") && (g->at == g->v->main
		   || may_be_verb_of(g->p, g->at, giving))) {
		g->v->passive = !moves;
		go_on(g, r, at);
	} else if (view_is(r->infinitive, "रहना") && g->v->form == FORM_IMPERFECTIVE) {
		go_on(g, r, at);
	} else if (view_is(r->infinitive, "होना") && r->form == FORM_PERFECTIVE) {
		g->v->last = g->at = at;
		g->v->role = ROLE_MODIFIER;
		g->v->passive = g->v->passive || g->v->form == FORM_PERFECTIVE;
	} else {
		return false;
	}
	return true;
}

static bool take_next(struct group_reading *g, int at)
{
	const struct form_reading *r = verb_at(g->p, at);
	const struct token *t = at < g->p->n ? &g->p->token[at] : NULL;

	if (t && is_stem(g) && view_is(t->folded, "के") && t->kind == TOKEN_PARTICLE) {
		g->v->form = FORM_CONJUNCTIVE;
		g->v->last = g->at = at;
		return true;
	}
	if (t && t->kind == TOKEN_PARTICLE && g->v->form == FORM_OBLIQUE && t->function && view_starts(t->function->more, "wala")) {
		g->v->role = ROLE_MODIFIER;
		g->v->last = g->at = at;
		g->done = true;
		return true;
	}
	if (!r)
		return false;
	if (is_stem(g))
		return behind_stem(g, r, at);
	if (g->v->form == FORM_INFINITIVE || g->v->form == FORM_OBLIQUE)
		return behind_infinitive(g, r, at);
	if (g->v->form == FORM_PERFECTIVE || g->v->form == FORM_IMPERFECTIVE || g->v->form == FORM_PROGRESSIVE || g->v->form == FORM_SHOULD)
		return behind_participle(g, r, at);
	return false;
}

static bool negates(const struct token *t)
{
	return t->kind == TOKEN_PARTICLE && t->function && view_is(t->function->more, "neg");
}

/* Does a noun phrase go on behind the group, so that its participle describes the noun? */
static bool describes(const struct backward_part *p, int last)
{
	const struct token *t = last + 1 < p->n ? &p->token[last + 1] : NULL;

	return t && t->phrase_of == NONE && (t->kind == TOKEN_NOUN || t->kind == TOKEN_ADJECTIVE);
}

static void set_role(const struct backward_part *p, struct verbs *v)
{
	if (v->role == ROLE_MODIFIER && v->tense)
		v->role = ROLE_FINITE;
	else if (v->form == FORM_CONJUNCTIVE)
		v->role = ROLE_JOINED;
	else if ((v->form == FORM_INFINITIVE || v->form == FORM_OBLIQUE) && v->role != ROLE_MODIFIER && !v->modal)
		v->role = ROLE_GERUND;
	else if (v->form == FORM_PERFECTIVE && !v->tense && v->role == ROLE_FINITE && describes(p, v->last))
		v->role = ROLE_MODIFIER;
	else if (v->form == FORM_IMPERFECTIVE && !v->tense && v->plural && v->role == ROLE_FINITE && describes(p, v->last))
		v->role = ROLE_WHILE;
	if (v->role == ROLE_MODIFIER && !describes(p, v->last))
		v->role = ROLE_WHILE;
}

bool read_verbs(const struct backward_part *p, int i, struct verbs *v)
{
	const struct form_reading *r = p->token[i].kind == TOKEN_VERB ? &p->token[i].reading[p->token[i].chosen] : NULL;
	struct group_reading g = { .p = p, .v = v, .at = i };

	*v = (struct verbs){ .main = i, .first = i, .last = i, .person = 3 };
	if (!r)
		return false;
	go_on(&g, r, i);
	v->copula = view_is(r->infinitive, "होना") && !p->token[i].phrase;
	if (is_tense(r) && r->form != FORM_SUBJUNCTIVE)
		v->tense = r->form;
	else
		v->tense = FORM_STEM;
	while (!g.done && !(is_tense(r) && v->tense && v->copula)) {
		int at = g.at + 1;

		if (take_next(&g, at))
			continue;
		while (at < p->n && p->token[at].kind == TOKEN_PARTICLE && (!p->token[at].function || !view_starts(p->token[at].function->more, "wala")))
			at++;
		if (at == g.at + 1 || !take_next(&g, at))
			break;
	}
	for (int k = v->first; k <= v->last; k++)
		v->negative = v->negative || negates(&p->token[k]);
	set_role(p, v);
	return true;
}
