/*
 * respect.c - of whom Hindi speaks in the plural: persons that are named, elders and holders of an office, and he and she beside
 * such a person. Also who of them is a woman.
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

void pay_respect(struct part *p)
{
	bool honour = false;

	for (int i = 0; i < p->n; i++) {
		if (is_named(p, i))
			p->node[i].feminine = name_gender(p, p->items->at[p->item[i]].text) == 'f';
		else if (is_honoured(p, i) && (p->word[i].tag != TAG_NNS || p->node[i].habit == '0'))	/* माता-पिता */
			p->node[i].respected = true;
		honour = honour || is_named(p, i) || p->node[i].respected;
	}
	find_woman(p);
	if (honour)
		raise_pronouns(p);
}
