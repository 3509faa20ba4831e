/*
 * reshape.c - what English and Hindi build differently, put right in the tree before words get their senses: "even the cat", "neither ... nor".
 * Dates are in dates.c, numbers in amounts.c, "some of" in quantities.c, turns of a whole clause in turns.c.
 */
#include "reshape.h"

static bool outside(int i, int begin, int end)
{
	return i < begin || i >= end;
}

/* Words [begin, end) become one, said as `hindi`; what hung on them hangs on the one whose head is outside. */
int join(struct part *p, int begin, int end, struct view hindi, const char *class)
{
	int head = -1;

	for (int i = begin; i < end && head < 0; i++)
		if (outside(p->word[i].head, begin, end) && p->word[i].tag != TAG_COMMA)
			head = i;
	if (head < 0)
		return -1;
	for (int i = 0; i < p->n; i++)
		if (outside(i, begin, end) && !outside(p->word[i].head, begin, end) && p->word[i].head >= 0)
			p->word[i].head = head;
	for (int i = begin; i < end; i++)
		if (i != head) {
			p->word[i].head = head;
			p->word[i].relation = REL_fixed;
			gone(p, i, "part of a phrase");
		}
	p->node[head].hi = arena_copy(p->arena, hindi);
	p->node[head].fixed = true;
	p->node[head].class = view_of(class);
	p->node[head].pos = POS_N;
	p->node[head].rule = *class ? class : "joined";
	return head;
}

struct view text_of(const struct part *p, int i)
{
	const struct item *item = &p->items->at[p->item[i]];
	struct senses s = { 0 };

	if (item->kind == ITEM_WORD)
		s = bilingual_word(&p->g->words, p->word[i].lemma, POS_NUM);
	return s.n ? s.at->hi : item->text;
}

/* The noun whose phrase begins at word i: nothing but its own words stand between; -1: none. */
static int phrase_from(const struct part *p, int i)
{
	for (int noun = i; noun < p->n && noun < i + 6; noun++) {
		bool all = is_noun(p, noun) && !outside(p->word[noun].head, 0, p->n + 1);

		for (int k = i; k < noun && all; k++)
			all = p->word[k].head == noun || (p->word[k].head > k && p->word[k].head < noun);
		if (all && (noun + 1 >= p->n || p->word[noun + 1].head != noun || !is_noun(p, noun + 1))
		    && p->word[noun].relation != REL_compound)
			return noun;
		if (p->word[noun].tag == TAG_COMMA || (is_verb(p, noun) && p->word[noun].relation != REL_amod))
			return -1;
	}
	return -1;
}

/* "Even the cat slept": the adverb belongs to the words behind it, not to the verb. */
static void focus(struct part *p, int i)
{
	static const char *const words[] = { "even", "only", NULL };
	int noun, h = p->word[i].head;

	if (!view_is_any(p->word[i].lemma, words) || p->word[i].relation != REL_advmod || h < 0 || i + 1 >= p->n)
		return;
	if (is_noun(p, h) && child_of(p, h, REL_cop) < 0 && child_of(p, h, REL_nsubj) < 0)
		return;
	noun = phrase_from(p, i + 1);
	if (noun >= 0 && noun != h && !is_under(p, noun, i))
		p->word[i].head = noun;
}

/* "It is open on Sundays too": रविवार को भी, what stands before it and not the whole. */
static void focus_before(struct part *p, int i)
{
	static const char *const classes[] = { "weekday", "month", "time", NULL };
	int h = p->word[i].head, noun = i - 1;

	if (!has_lemma(p, i, "too") || p->word[i].relation != REL_advmod || h < 0 || h > i || noun < 1 || p->word[noun].head != h
	    || p->word[noun].relation != REL_obl || child_of(p, noun, REL_case) < 0
	    || (child_of(p, h, REL_cop) < 0 && !view_is_any(bilingual_class(&p->g->words, p->word[noun].lemma), classes)))
		return;
	p->word[i].head = noun;
}

/* A possessive belongs to the noun that follows, whatever the tree says. */
static void mend_possessive(struct part *p, int i)
{
	if (p->word[i].tag == TAG_PRP && p->word[i].relation == REL_nmod_poss)
		p->word[i].tag = TAG_PRP_POSS;	/* her car */
	if (p->word[i].tag != TAG_PRP_POSS || p->word[i].relation == REL_nmod_poss)
		return;
	for (int k = i + 1; k < p->n && k < i + 5; k++)
		if ((p->word[k].tag == TAG_NN || p->word[k].tag == TAG_NNS) && !is_under(p, k, i)) {
			p->word[i].head = k;
			p->word[i].relation = REL_nmod_poss;
			return;
		}
}

/* So does "own", and what stands before 's or ' belongs to the noun behind it. */
static void mend_owner(struct part *p, int i)
{
	bool own = has_lemma(p, i, "own") && p->word[i].tag == TAG_JJ;
	int owner = p->word[i].tag == TAG_POS && i > 0 && is_noun(p, i - 1) ? i - 1 : -1, from = own ? i : owner, k = i + 1;

	if ((!own && owner < 0) || (own && p->word[i].relation == REL_amod) || (owner >= 0
	    && p->word[owner].relation == REL_nmod_poss))
		return;
	while (k < p->n && k < i + 4 && !is_noun(p, k) && (p->word[k].tag == TAG_JJ || p->word[k].tag == TAG_VBN
	    || p->word[k].tag == TAG_VBG))
		k++;
	while (k + 1 < p->n && is_noun(p, k) && is_noun(p, k + 1) && p->word[k].head == k + 1)
		k++;
	if (k >= p->n || !is_noun(p, k) || is_under(p, k, from))
		return;
	p->word[from].head = k;
	p->word[from].relation = own ? REL_amod : REL_nmod_poss;
	if (owner >= 0) {
		p->word[i].head = owner;
		p->word[i].relation = REL_case;
	}
}

/* "Neither the roof nor the walls": न छत, न दीवारें. */
static void pair_negations(struct part *p, int i)
{
	int nor = i + 1;

	while (nor < p->n && !has_lemma(p, nor, "nor"))
		nor++;
	if (!has_lemma(p, i, "neither") || nor >= p->n)
		return;
	p->node[i].hi = p->node[nor].hi = V("न");
	p->node[i].fixed = p->node[nor].fixed = true;
	p->word[i].tag = p->word[nor].tag = TAG_CC;
	if (p->word[i].head > i)
		p->word[i].relation = is_verb(p, p->word[i].head) ? REL_advmod : REL_cc_preconj;
}

/* "No pets, no nails": न पालतू जानवर, न कीलें. Of one that is alone the verb says नहीं. */
static void pair_none(struct part *p, int i)
{
	int n = 0, none[8];

	if (!is_noun(p, i) || p->word[i].relation == REL_conj || i == 0 || child_of(p, i, REL_conj) < 0)
		return;
	for (int k = i; k < p->n; k++) {
		bool member = k == i || (p->word[k].head == i && p->word[k].relation == REL_conj);

		if (!member || n == 8)
			continue;
		none[n] = -1;
		for (int d = k - 1; d >= 0 && none[n] < 0; d--)
			if (has_lemma(p, d, "no") && p->word[d].head == k && p->word[d].relation == REL_det && !p->node[d].gone)
				none[n] = d;
		if (none[n++] < 0)
			return;
	}
	for (int k = 0; n > 1 && k < n; k++) {
		p->node[none[k]].hi = V("न");
		p->node[none[k]].fixed = true;
	}
}

/* "What does it look like?", "What is it like?": यह कैसा दिखता है? */
static void name_likeness(struct part *p, int i)
{
	static const struct sense likeness = { .pos = POS_ADJ };
	int like = p->n - 1, verb, be;

	if (!has_lemma(p, i, "what") || !has_lemma(p, like, "like") || like < i + 3 || i > 1)
		return;
	verb = is_verb(p, like - 1) ? like - 1 : -1;
	be = has_lemma(p, i + 1, "be") ? i + 1 : -1;
	if (verb >= 0) {
		p->word[i].head = verb;
		p->word[i].relation = REL_xcomp;
	} else if (be >= 0) {
		int who = p->word[like].head == i ? -1 : is_under(p, like - 1, i) ? like - 1 : like - 1;

		while (p->word[who].head > be && p->word[who].head < like)
			who = p->word[who].head;
		for (int k = 0; k < p->n; k++)
			if (k != i && (p->word[k].head == i || p->word[k].head == like || p->word[k].head < 0))
				p->word[k].head = k == who ? i : p->word[k].head < 0 || k == be ? i : p->word[k].head;
		p->word[who].head = i;
		p->word[who].relation = REL_nsubj;
		p->word[be].head = i;
		p->word[be].relation = REL_cop;
		p->word[i].head = -1;
		p->word[i].relation = REL_root;
		p->root = i;
	} else {
		return;
	}
	p->word[like].head = i;
	p->word[like].relation = REL_fixed;
	gone(p, like, "said with what");
	p->node[i].hi = V("कैसा");
	p->node[i].sense = &likeness;
	p->node[i].pos = POS_ADJ;
}

/* "no faster than that one": not faster. */
static void name_no(struct part *p, int i)
{
	static const char *const bounds[] = { "more", "less", "longer", "fewer", "later", "sooner", NULL };
	int on = i + 1;

	if (!has_lemma(p, i, "no") || on + 1 >= p->n || (p->word[on].tag != TAG_JJR && p->word[on].tag != TAG_RBR)
	    || view_is_any(p->word[on].form, bounds) || !has_lemma(p, on + 1, "than"))
		return;
	p->word[i].lemma = V("not");
	p->word[i].tag = TAG_RB;
	p->word[i].relation = REL_advmod;
}

/* "including tax": what is tagged a verb is a preposition; so is "depending on size". */
static void name_preposition(struct part *p, int i)
{
	int on = i + 1, noun = on < p->n ? p->word[on].head : -1;
	char lower[LOWER_MAX];

	if (p->word[i].tag != TAG_VBG)
		return;
	if (p->word[i].relation == REL_case) {
		p->word[i].lemma = arena_copy(p->arena, lower_form(p, i, lower));
		p->word[i].tag = TAG_IN;
	} else if (has_lemma(p, i, "depend") && has_lemma(p, on, "on") && noun > on && is_noun(p, noun) && p->word[noun].head == i
		   && p->word[i].head >= 0 && p->word[i].head < i && child_of(p, i, REL_aux) < 0) {
		p->word[noun].head = p->word[i].head;
		p->word[noun].relation = REL_obl;
		p->word[on].head = i;
		p->word[on].relation = REL_fixed;
		gone(p, on, "part of the preposition");
		p->word[i].head = noun;
		p->word[i].relation = REL_case;
		p->word[i].lemma = V("depending on");
		p->word[i].tag = TAG_IN;
	}
}

/* "not only X but also Y": न सिर्फ X, बल्कि Y भी. */
static void pair_not_only(struct part *p, int i)
{
	static const char *const only[] = { "only", "just", "merely", "simply", NULL };
	int but = -1, late = i + 1, other;

	if (!has_lemma(p, i, "not") || late >= p->n || !view_is_any(p->word[late].lemma, only))
		return;
	for (int k = late + 2; k < p->n && but < 0; k++)
		if (has_lemma(p, k, "but") && p->word[k].relation == REL_cc)
			but = k;
	if (but < 0 || is_under(p, p->word[late].head, i) || is_noun(p, p->word[but].head))
		return;
	gone(p, i, "said with only");
	p->word[i].head = late;
	p->word[i].relation = REL_fixed;
	p->word[late].lemma = V("only");
	p->node[late].hi = V("न सिर्फ");
	p->node[late].fixed = true;
	p->node[late].pos = POS_ADV;
	p->node[but].hi = V("बल्कि");
	p->node[but].fixed = true;
	other = p->word[but].head;
	if (but + 1 < p->n && has_lemma(p, but + 1, "also") && p->word[but + 1].head == other && !is_verb(p, other)
	    && p->word[other].relation == REL_conj && child_of(p, other, REL_nsubj) < 0)
		p->word[but + 1].head = p->word[other].head;
}

/* "larger than that of Mumbai": मुंबई से बड़ा. */
static void skip_pronoun(struct part *p, int i)
{
	int of = i + 1, y, prep;

	if ((!has_lemma(p, i, "that") && !has_lemma(p, i, "those")) || !has_lemma(p, of, "of") || i == 0)
		return;
	y = p->word[of].head;
	prep = child_of(p, i, REL_case);
	if (y < of || p->word[y].head != i || prep < 0 || (!has_lemma(p, prep, "than") && !has_lemma(p, prep, "as")))
		return;
	p->word[y].head = p->word[i].head;
	p->word[y].relation = p->word[i].relation;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i)
			p->word[k].head = y;
	gone(p, i, "said by what it compares");
	gone(p, of, "said by what it compares");
	p->word[i].head = p->word[of].head = y;
	p->word[i].relation = REL_dep;
}

/* "the rise and fall of a brand": what follows belongs to both, and Hindi says it before both. */
static void share_genitive(struct part *p, int i)
{
	int and = i + 1, other = i + 2;

	if (other + 1 >= p->n || !is_noun(p, i) || p->word[and].tag != TAG_CC || p->word[other].head != i
	    || p->word[other].relation != REL_conj || !is_noun(p, other) || !has_lemma(p, other + 1, "of"))
		return;
	for (int k = other + 1; k < p->n; k++)
		if (p->word[k].head == other && p->word[k].relation == REL_nmod)
			p->word[k].head = i;
}

/* "It is worth a day": worth is the preposition of what it is worth, which takes its place. */
static void turn_worth(struct part *p, int i)
{
	int x = has_lemma(p, i, "worth") ? child_of(p, i, REL_obj) : -1;

	if (x < 0 && has_lemma(p, i, "worth"))
		x = child_of(p, i, REL_obl_unmarked) >= 0 ? child_of(p, i, REL_obl_unmarked) : child_of(p, i, REL_nmod_unmarked);
	if (x < i || !is_noun(p, x) || p->word[x].tag == TAG_PRP || p->node[i].gone)
		return;
	p->word[x].head = p->word[i].head;
	p->word[x].relation = p->word[i].relation == REL_acl || p->word[i].relation == REL_amod ? REL_nmod : p->word[i].relation;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && k != x)
			p->word[k].head = x;
	p->word[i].head = x;
	p->word[i].relation = REL_case;
	p->word[i].tag = TAG_IN;
	if (p->root == i)
		p->root = x;
}

/* "It is where bugs hide": वह जगह है, जहां. "That is how it works": यही वह तरीका है, जिससे. */
static void name_place(struct part *p, int i)
{
	static const struct { const char *question, *hindi; } names[] = {
		{ "where", "वह जगह" }, { "how", "वह तरीका" }, { "when", "वह समय" }, { "why", "वह वजह" },
	};
	int subject = child_of(p, i, REL_nsubj);
	const char *name = NULL;

	if (p->word[i].tag != TAG_WRB || child_of(p, i, REL_cop) < 0 || p->node[i].gone)
		return;
	if (child_of(p, i, REL_acl_relcl) >= 0)
		p->word[child_of(p, i, REL_acl_relcl)].relation = REL_advcl_relcl;
	if (child_of(p, i, REL_advcl_relcl) < 0)
		return;
	for (size_t k = 0; k < sizeof names / sizeof *names && !name; k++)
		if (has_lemma(p, i, names[k].question))
			name = names[k].hindi;
	if (!name)
		return;
	p->node[i].hi = view_of(name);
	if (subject >= 0 && (has_lemma(p, subject, "that") || has_lemma(p, subject, "this"))) {
		p->node[subject].hi = V("यही");
		p->node[subject].fixed = true;
	}
	p->node[i].fixed = true;
	p->node[i].pos = POS_N;
	p->node[i].feminine = has_lemma(p, i, "where") || has_lemma(p, i, "why");
}

/* "The north gets rain": where a place or time is named, the adjective is its noun. */
static void take_noun(struct part *p, int i)
{
	static const char *const named[] = { "north", "south", "east", "west", "past", "present",
		"public", "cold", "dark", NULL };
	uint8_t r = p->word[i].relation;

	if (p->word[i].tag == TAG_JJ && (r == REL_nsubj || r == REL_obj || r == REL_obl) && i > 0 && has_lemma(p, i - 1, "the")
	    && p->word[i - 1].head == i && view_is_any(p->word[i].lemma, named))
		p->word[i].tag = TAG_NN;
}

/* "She even cooked dinner", "They washed, dried and folded it": what has a subject and no auxiliary is no participle. */
static void name_past(struct part *p, int i)
{
	int h = p->word[i].head, subject = child_of(p, i, REL_nsubj);
	uint8_t r = p->word[i].relation;
	bool clause = (r == REL_root || r == REL_ccomp || r == REL_conj || r == REL_parataxis) && subject >= 0 && subject < i
		&& child_of(p, i, REL_obl_agent) < 0 && (child_of(p, i, REL_obj) > i || p->word[subject].tag == TAG_PRP);
	bool joined = r == REL_conj && h >= 0 && p->word[h].tag == TAG_VBD && child_of(p, h, REL_aux) < 0 && child_of(p, h, REL_cop) < 0;

	if (p->word[i].tag == TAG_VBN && (clause || joined) && child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_aux_pass) < 0
	    && child_of(p, i, REL_cop) < 0 && (subject < 0 || child_of(p, h < 0 ? i : h, REL_aux) < 0))
		p->word[i].tag = TAG_VBD;
}

/* "There is a lantern in the drawer": दराज़ में लालटेन है. Where something is belongs to the verb. */
static void place_what_is_there(struct part *p, int i)
{
	static const char *const places[] = { "in", "on", "at", "under", "behind", "near", "inside", "within", "around", "beside", "above",
					      "below", "outside", "beneath", NULL };
	int noun = p->word[i].head, what = noun >= 0 ? p->word[noun].head : -1, be = what >= 0 ? p->word[what].head : -1;
	bool there = false;

	if (p->word[i].relation != REL_case || !view_is_any(p->word[i].lemma, places) || be < 0 || p->word[noun].relation != REL_nmod
	    || p->word[what].relation != REL_nsubj || noun < what || !has_lemma(p, be, "be"))
		return;
	for (int k = 0; k < p->n; k++) {
		there = there || (p->word[k].head == be && p->word[k].relation == REL_expl && has_lemma(p, k, "there"));
		if (p->word[k].head == what && p->word[k].relation == REL_conj && k < noun)
			return;
	}
	if (!there)
		return;
	p->word[noun].head = be;
	p->word[noun].relation = REL_obl;
}

/* "believe that he is twelve": a number or noun with a subject and that is a clause; "those who came had to stand": had tells the time. */
static void name_clause(struct part *p, int i)
{
	uint8_t r = p->word[i].relation;

	if (child_of(p, i, REL_nsubj) < 0)
		return;
	if ((r == REL_obl || r == REL_nmod) && is_verb(p, p->word[i].head) && child_of(p, i, REL_cop) >= 0
	    && has_lemma(p, child_of(p, i, REL_mark), "that"))
		p->word[i].relation = REL_ccomp;
	if (p->word[i].tag == TAG_VBN && has_lemma(p, i, "have") && child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_aux_pass) < 0)
		p->word[i].tag = TAG_VBD;
}

/* "I have been to Delhi": मैं दिल्ली गया हूं. */
static void take_been(struct part *p, int i)
{
	int place = p->word[i].head, to = place > i ? child_of(p, place, REL_case) : -1;

	if (!view_is(p->word[i].form, "been") || p->word[i].relation != REL_cop || !has_lemma(p, to, "to"))
		return;
	p->word[i].head = p->word[place].head;
	p->word[i].relation = p->word[place].relation;
	p->word[i].lemma = V("go");
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == place && (k < i || p->word[k].relation == REL_advcl || p->word[k].relation == REL_punct
						 || p->word[k].relation == REL_advmod || p->word[k].relation == REL_obl))
			p->word[k].head = i;
	p->word[place].head = i;
	p->word[place].relation = REL_obl;
	if (p->root == place)
		p->root = i;
}

void reshape(struct part *p)
{
	tag_question(p);
	name_numbered(p);
	for (int i = 0; i < p->n; i++) {
		name_clause(p, i);
		take_partitive(p, i);
		take_been(p, i);
		take_noun(p, i);
		name_past(p, i);
		turn_worth(p, i);
		name_place(p, i);
		mend_possessive(p, i);
		mend_owner(p, i);
		join_half(p, i);
		join_hour(p, i);
		if (is_month(p, i))
			join_date(p, i);
		if (is_number(p, i) && !p->node[i].gone && !p->node[i].hi.n) {
			join_clock(p, i);
			name_decade(p, i);
			name_ordinal(p, i);
			keep_behind(p, i);
		}
		join_range(p, i);
		join_between(p, i);
		join_bound(p, i);
		link_level(p, i);
		link_span(p, i);
		link_up_to(p, i);
		name_weekday(p, i);
		name_later(p, i);
		take_distance(p, i);
		name_rate(p, i);
		take_quantity(p, i);
		take_none(p, i);
		take_share(p, i);
		float_quantity(p, i);
		place_what_is_there(p, i);
		focus(p, i);
		focus_before(p, i);
		pair_negations(p, i);
		pair_none(p, i);
		take_let_know(p, i);
		take_let(p, i);
		take_cleft(p, i);
		take_cleft_of_place(p, i);
		part_sentence_relative(p, i);
		take_caused(p, i);
		take_made(p, i);
		take_wish(p, i);
		take_thanks(p, i);
		open_reason(p, i);
		name_likeness(p, i);
		name_times(p, i);
		name_no(p, i);
		name_preposition(p, i);
		pair_not_only(p, i);
		skip_pronoun(p, i);
		name_as_many(p, i);
		share_genitive(p, i);
		name_measure(p, i);
	}
}
