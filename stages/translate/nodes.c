/* nodes.c - what a word is in Hindi: of its sense, as a loan, a given name, a pronoun; gender, number and person. */
#include "plan.h"

static bool ends_with_any(struct view v, const char *const *endings)
{
	for (; *endings; endings++)
		if (view_ends(v, *endings))
			return true;
	return false;
}

/* The house's guess for loans: hindi-style, Spelling. */
static bool is_feminine_loan(struct view hindi)
{
	static const char *const endings[] = { "शन", "टी", "सी", "इंग", "िंग", "शिप", "कंपनी", "टीम", "सर्विस", NULL };

	return ends_with_any(hindi, endings);
}

static void take_loan(struct part *p, int i)
{
	struct node *n = &p->node[i];
	const struct item *item = &p->items->at[p->item[i]];
	const struct sense *loan = bilingual_loan(&p->g->words, p->word[i].lemma);

	if (loan) {
		n->sense = loan;
		n->rule = "loan";
		return;
	}
	p->unknown++;
	n->hi = item->sound.n ? item->sound : item->text;
	n->fixed = true;
	n->rule = item->sound.n ? "sound" : "unknown";
	n->feminine = is_feminine_loan(n->hi);
	n->plural = p->word[i].tag == TAG_NNS;
}

static void take_given(struct part *p, int i)
{
	struct node *n = &p->node[i];
	const struct item *item = &p->items->at[p->item[i]];

	n->hi = item->given.n ? item->given : item->text;
	n->fixed = true;
	n->human = view_is(item->type, "PER");
	n->plural = n->human;
	n->pos = item->kind == ITEM_NUMBER ? POS_NUM : POS_N;
	n->class = n->human ? V("person") : view_is(item->type, "LOC") ? V("place") : view_is(item->type, "ORG") ? V("people") : V("");
	if (!n->class.n)
		n->class = bilingual_class(&p->g->words, p->word[i].lemma);
	n->feminine = !n->human && (is_feminine_loan(n->hi) || view_is(n->class, "language"));
	n->rule = "name";
}

static void take_pronoun(struct part *p, int i, const struct row *row)
{
	struct node *n = &p->node[i];

	n->pronoun = row;
	n->hi = column_text(row, PRONOUN_HI);
	if (view_is(n->hi, "यह") && p->word[i].tag != TAG_DT && p->word[i].relation != REL_nsubj && p->word[i].relation != REL_nsubj_pass)
		n->hi = V("वह");	/* उसे, उसका, but यह ... है */
	n->person = view_is(row->column[PRONOUN_PERSON], "1") ? 1 : 3;
	n->plural = view_is(row->column[PRONOUN_NUMBER], "p") || view_is(row->column[PRONOUN_PERSON], "2");
	n->feminine = view_is(row->column[PRONOUN_GENDER], "f");
	n->human = view_is(row->column[PRONOUN_MORE], "human");
	n->rule = "pronoun";
	if (p->word[i].tag == TAG_PRP && view_is(row->column[PRONOUN_KIND], "possessive")) {
		n->person = 3;		/* mine is a thing of mine */
		n->plural = n->human = false;
	}
}

static void take_sense(struct part *p, int i)
{
	struct node *n = &p->node[i];

	n->hi = view_starts(n->sense->hi, "-") ? V("") : n->sense->hi;	/* an ending: verb.c makes it */
	n->habit = n->sense->form;
	n->feminine = n->sense->feminine;
	n->fixed = n->fixed || (n->sense->pos == POS_ADV && is_noun(p, i));
	if (n->pos != POS_N || n->sense->pos != POS_N)
		return;
	n->class = bilingual_class(&p->g->words, n->sense->en);
	n->human = view_is(n->class, "person") || view_is(n->class, "kin");
	n->plural = (p->word[i].tag == TAG_NNS || p->word[i].tag == TAG_NNPS)
		&& (n->habit != '0' || (n->sense->loan && !view_eq(p->word[i].lemma, p->word[i].form)));	/* टेस्ट फेल होते हैं, but डेटा है */
}

/* What is had done by others: मरम्मत करना becomes मरम्मत करवाना. */
void take_causative(struct part *p, int i)
{
	struct node *n = &p->node[i];
	struct sense *own;
	const struct row *row;
	struct buf b = { 0 };
	size_t at = n->hi.n, rows;

	while (at > 0 && n->hi.p[at - 1] != ' ')
		at--;
	row = rows_find(&p->g->causatives, view_cut(n->hi, at, n->hi.n), &rows);
	if (!n->sense || n->sense->pos != POS_V || !row)
		return;
	buf_add(&b, view_cut(n->hi, 0, at));
	buf_add(&b, row->column[1]);
	own = arena_get(p->arena, sizeof *own);
	*own = *n->sense;
	own->hi = n->hi = arena_copy(p->arena, buf_view(&b));
	own->transitive = own->ergative = true;
	n->sense = own;
	n->rule = "causative";
	buf_release(&b);
}

static bool takes_pronoun(const struct part *p, int i)
{
	if (p->word[i].relation == REL_mark)
		return false;
	switch (p->word[i].tag) {
	case TAG_PRP: case TAG_PRP_POSS: case TAG_WP: case TAG_WP_POSS: case TAG_DT: case TAG_PDT: case TAG_WDT: return true;
	case TAG_NN: case TAG_JJ: case TAG_JJR: case TAG_RBR: case TAG_JJS: case TAG_IN: return !p->node[i].sense || p->word[i].tag == TAG_NN;
	default: return false;
	}
}

/* Pronouns are looked up as they are written, for their lemmas are those of the nominative. */
static const struct row *find_pronoun(const struct part *p, int i, size_t *n)
{
	char lower[LOWER_MAX];

	return rows_find(&p->g->pronouns, lower_form(p, i, lower), n);
}

void plan_node(struct part *p, int i)
{
	struct node *n = &p->node[i];
	const struct item *item = &p->items->at[p->item[i]];
	const struct row *row;
	size_t rows;

	n->person = 3;
	if (n->gone || n->hi.n)
		return;		/* n->hi: said by reshape.c */
	if (n->pronoun) {
		take_pronoun(p, i, n->pronoun);
		return;
	}
	if (n->sense) {
		choose_phrase(p, i);
		take_sense(p, i);
		return;
	}
	row = find_pronoun(p, i, &rows);
	if (row && item->kind == ITEM_WORD && takes_pronoun(p, i)) {
		take_pronoun(p, i, row);
		return;
	}
	if (item->kind != ITEM_WORD) {
		take_given(p, i);
		return;
	}
	n->sense = is_noun(p, i) ? bilingual_glossary(&p->g->words, p->word[i].lemma) : NULL;
	if (n->sense)
		n->pos = POS_N;
	else
		find_sense(p, i);
	if (!n->sense)
		take_loan(p, i);
	if (n->sense)
		take_sense(p, i);
}
