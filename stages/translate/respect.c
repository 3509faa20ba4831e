/*
 * respect.c - of whom Hindi speaks in the plural: persons that are named, elders and holders of an office, and he and she beside
 * such a person. Also who of them is a woman, and the gender of what "it" and "they" stand for.
 */
#include "transfer.h"

static const char *const honoured[] = {
	"mother", "father", "grandmother", "grandfather", "aunt", "uncle", "mother-in-law", "father-in-law", "parent", "grandparent",
	"great-grandmother", "great-grandfather", "president", "vice president", "minister", "prime minister", "chief minister",
	"finance minister", "chief executive", "ceo", "cto", "cfo", "founder", "co-founder", "cofounder", "mayor", "professor",
	"chairman", "chairwoman", "chairperson", "governor", "senator", "king", "queen", "prince", "princess", "principal",
	"headmaster", "headmistress", "ambassador", "chancellor", "teacher", "saint", "poet", "general", "sir", "madam", NULL
};

/* m, f, or 0 where the given name does not tell. Of those that are not listed most that end in -a are women's. */
static char name_gender(const struct part *p, struct view name)
{
	struct view first;
	const struct row *row;
	size_t n;

	if (!view_next(&name, ' ', &first))
		return 0;
	row = rows_find(&p->g->given_names, first, &n);
	if (row && row->column[NAME_GENDER].n == 1 && row->column[NAME_GENDER].p[0] != '-')
		return row->column[NAME_GENDER].p[0];
	return view_ends(first, "a") ? 'f' : 0;
}

static bool is_named(const struct part *p, int i)
{
	return p->node[i].human && !p->node[i].pronoun && view_is(p->items->at[p->item[i]].type, "PER");
}

static bool is_honoured(const struct part *p, int i)
{
	const struct node *n = &p->node[i];
	char lower[32];
	struct view lemma = n->sense && n->rule && !strcmp(n->rule, "phrase") ? n->sense->en : p->word[i].lemma;

	if (n->gone || n->pronoun || !is_noun(p, i) || lemma.n >= sizeof lower)
		return false;
	for (size_t k = 0; k < lemma.n; k++)
		lower[k] = lemma.p[k] >= 'A' && lemma.p[k] <= 'Z' ? (char)(lemma.p[k] + 32) : lemma.p[k];
	return view_is_any((struct view){ lower, lemma.n }, honoured);
}

static bool is_singular_person(const struct part *p, int i)
{
	const struct node *n = &p->node[i];

	return n->human && !n->gone && !n->pronoun && is_noun(p, i) && p->word[i].tag != TAG_NNS;
}

/* The first word that says he (m) or she (f); -1: none. */
static int find_pronoun_of(const struct part *p, char gender)
{
	for (int i = 0; i < p->n; i++) {
		const struct row *row = p->node[i].pronoun;

		if (row && !p->node[i].gone && row->column[PRONOUN_GENDER].n == 1 && row->column[PRONOUN_GENDER].p[0] == gender
		    && p->node[i].human)
			return i;
	}
	return -1;
}

/* "The founder answers herself": the first person whom nothing else tells is she. */
static void find_woman(struct part *p)
{
	int she = find_pronoun_of(p, 'f'), he = find_pronoun_of(p, 'm');
	int candidate = -1;

	if (she < 0 || he >= 0)
		return;
	for (int i = 0; i < p->n; i++) {
		if (!is_singular_person(p, i))
			continue;
		if (p->node[i].feminine && p->word[i].relation != REL_appos)
			return;
		if (candidate < 0 && (!is_named(p, i) || name_gender(p, p->items->at[p->item[i]].text) != 'm')
		    && (i < she || !is_noun(p, she)) && view_is(p->node[i].class, "person"))
			candidate = i;
	}
	if (candidate >= 0 && candidate < she)
		p->node[candidate].feminine = true;
}

/* He and she are वे beside a person of whom Hindi speaks so. */
static void raise_pronouns(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		struct node *n = &p->node[i];

		if (!n->pronoun || n->gone || !view_is(n->hi, "वह") || !n->human)
			continue;
		n->hi = V("वे");
		n->plural = true;
	}
}

/* --- what it and they stand for --- */

static bool is_subject(const struct part *p, int i)
{
	return p->word[i].relation == REL_nsubj || p->word[i].relation == REL_nsubj_pass;
}

/* "It is clear that", "it takes a week to", "it is time to", "it was the envelope that": stands for what follows, or for nothing. */
static bool stands_for_clause(const struct part *p, int i)
{
	int h = p->word[i].head;

	if (h >= 0 && is_noun(p, h))
		return child_of(p, h, REL_acl) >= 0 || child_of(p, h, REL_acl_relcl) >= 0 || has_lemma(p, child_of(p, h, REL_det), "the");
	return h < 0 || has_lemma(p, h, "turn") || child_of(p, h, REL_ccomp) >= 0 || child_of(p, h, REL_csubj) >= 0 || has_lemma(p, h, "take")
		|| view_is(p->node[h].class, "weather") || (child_of(p, h, REL_cop) >= 0 && child_of(p, h, REL_xcomp) >= 0);
}

static bool can_be_meant(const struct part *p, int i, bool many)
{
	static const char *const never[] = { "time", "clock", "weekday", "date", "month", "unit", "year", "number", NULL };
	const struct node *n = &p->node[i];

	if (n->gone || view_is_any(n->class, never) || noun_agreement(p, i).plural != many)
		return false;
	if (n->pronoun)
		return n->feminine && has_lemma(p, i, many ? "they" : "it");
	return is_noun(p, i) && n->pos == POS_N && (many || !n->human);
}

/* What a pronoun stands for: the nearest subject before it, else the nearest object, else the nearest noun; -1: none. */
static int find_meant(const struct part *p, int i, bool many)
{
	int object = -1, other = -1;

	for (int k = i - 1; k >= 0; k--) {
		uint8_t r = p->word[k].relation;

		if (!can_be_meant(p, k, many))
			continue;
		if (is_subject(p, k))
			return k;
		if (r == REL_obj && object < 0)
			object = k;
		else if (other < 0 && (r == REL_obl || r == REL_root))
			other = k;
	}
	return object >= 0 ? object : other;
}

/* What the next part can take up: the subject of this one, or its object. */
static void keep_topic(struct part *p)
{
	int one = find_meant(p, p->n, false), many = find_meant(p, p->n, true);

	if (one >= 0) {
		p->topic.thing = true;
		p->topic.feminine_thing = noun_agreement(p, one).feminine;
	}
	if (many >= 0) {
		p->topic.things = true;
		p->topic.feminine_things = noun_agreement(p, many).feminine;
	}
}

/* "They burn the stubble because it burns": पराली जलाते हैं, क्योंकि वह जलती है. Without anything before it, it is यह. */
static void find_antecedents(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		struct node *n = &p->node[i];
		bool they = has_lemma(p, i, "they"), known;
		int meant;

		if (!n->pronoun || n->gone || !is_subject(p, i) || !(they || has_lemma(p, i, "it")) || p->word[i].tag != TAG_PRP
		    || (!they && stands_for_clause(p, i)))
			continue;
		meant = find_meant(p, i, they);
		known = meant >= 0 || (they ? p->topic.things : p->topic.thing);
		if (!known)
			continue;
		n->antecedent = 1 + meant;
		n->feminine = meant >= 0 ? noun_agreement(p, meant).feminine : they ? p->topic.feminine_things : p->topic.feminine_thing;
		if (!they)
			n->hi = V("वह");
	}
	keep_topic(p);
}

void pay_respect(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		if (is_named(p, i))
			p->node[i].feminine = name_gender(p, p->items->at[p->item[i]].text) == 'f';
		else if (is_honoured(p, i) && (p->word[i].tag != TAG_NNS || p->node[i].habit == '0'))	/* माता-पिता */
			p->node[i].respected = true;
		p->topic.honour = p->topic.honour || is_named(p, i) || p->node[i].respected;
	}
	find_woman(p);
	if (p->topic.honour)
		raise_pronouns(p);
	find_antecedents(p);
}
