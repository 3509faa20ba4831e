/* quantities.c - how much of what: "some of the houses", "none of the doors", "twice the price", "a 12-hour flight". */
#include "reshape.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const quantities[] = { "some", "most", "many", "several", "all", "both", "half", NULL };

/* "some of the houses": कुछ घर. "all of them": सभी. "8% of users": 8% यूज़र. */
void take_quantity(struct part *p, int i)
{
	int of = i + 1, noun = -1;
	bool percent = view_is(p->items->at[p->item[i]].token, "percent");

	if ((!percent && !view_is_any(p->word[i].lemma, quantities)) || of >= p->n || !has_lemma(p, of, "of"))
		return;
	noun = p->word[of].head;
	if (noun < 0 || p->word[noun].head != i || !is_noun(p, noun) || p->word[noun].tag == TAG_CD || p->word[noun].tag == TAG_WDT
	    || p->word[noun].tag == TAG_WP)
		return;
	if (p->word[noun].tag == TAG_PRP) {
		if (has_lemma(p, i, "all") || has_lemma(p, i, "both")) {
			if (has_lemma(p, noun, "we") || has_lemma(p, noun, "you")) {
				p->node[i].hi = has_lemma(p, noun, "we") ? has_lemma(p, i, "all") ? V("हम सब") : V("हम दोनों")
					: has_lemma(p, i, "all") ? V("आप सब") : V("आप दोनों");
				p->node[i].fixed = p->node[i].plural = p->node[i].human = true;
				p->node[i].pos = POS_N;
				p->node[i].person = 3;
			}
			gone(p, of, "shown by the order");
			gone(p, noun, "shown by the quantity");
		}
		return;
	}
	if (has_lemma(p, of + 1, "this") || has_lemma(p, of + 1, "these") || has_lemma(p, of + 1, "those")
	    || (percent && p->word[noun].tag != TAG_NNS))
		return;			/* इन दवाओं में से कई */
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && k != noun)
			p->word[k].head = noun;
	p->word[noun].head = p->word[i].head;
	p->word[noun].relation = p->word[i].relation;
	p->word[i].head = noun;
	p->word[i].relation = percent ? REL_nummod : REL_det;
	p->word[i].tag = percent ? TAG_CD : TAG_DT;
	p->word[of].relation = REL_fixed;
	gone(p, of, "shown by the order");
}

/* "none of the doors": कोई दरवाज़ा नहीं. */
void take_none(struct part *p, int i)
{
	int noun = has_lemma(p, i, "none") && has_lemma(p, i + 1, "of") ? p->word[i + 1].head : -1;
	size_t rows;

	if (noun < 0 || p->word[noun].head != i || p->word[noun].tag != TAG_NNS || child_of(p, noun, REL_acl_relcl) >= 0 || !has_lemma(p, i + 2, "the")
	    || child_of(p, noun, REL_nummod) >= 0)
		return;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == i && k != noun)
			p->word[k].head = noun;
	for (int k = i + 2; k < noun; k++)
		if (has_lemma(p, k, "the") && p->word[k].head == noun)
			gone(p, k, "article");
	p->word[noun].head = p->word[i].head;
	p->word[noun].relation = p->word[i].relation;
	p->word[noun].tag = TAG_NN;
	p->word[i].tag = TAG_DT;
	p->word[i].head = noun;
	p->word[i].relation = REL_det;
	p->node[i].pronoun = rows_find(&p->g->pronouns, V("no"), &rows);
	p->word[i + 1].relation = REL_fixed;
	gone(p, i + 1, "shown by the order");
	if (p->root == i)
		p->root = noun;
}

/* "How much of the money is left?": पैसे का कितना हिस्सा. "How many of the guests came?": कितने मेहमान. */
void take_share(struct part *p, int i)
{
	int much = i + 1, of = i + 2, noun, verb;

	if (of + 1 >= p->n || !has_lemma(p, i, "how") || !has_lemma(p, of, "of") || (!has_lemma(p, much, "much") && !has_lemma(p, much, "many")))
		return;
	noun = p->word[of].head;
	verb = p->word[much].head;
	if (noun < of || p->word[noun].head != much || verb < 0 || (has_lemma(p, much, "many")
	    && (p->word[noun].tag == TAG_PRP || (p->word[of + 1].tag == TAG_DT && !has_lemma(p, of + 1, "the")))))
		return;			/* उनमें से कितने */
	if (p->word[much].relation == REL_advmod && is_verb(p, verb))
		p->word[much].relation = child_of(p, verb, REL_nsubj) < 0 && child_of(p, verb, REL_nsubj_pass) < 0 ? REL_nsubj : REL_obj;
	if (p->word[noun].tag == TAG_NNS) {
		p->word[noun].head = verb;
		p->word[noun].relation = p->word[much].relation;
		p->word[much].head = noun;
		p->word[much].relation = REL_amod;
		gone(p, of, "shown by the order");
		return;
	}
	p->word[much].tag = TAG_NN;
	p->word[noun].relation = REL_nmod;
	p->node[much].hi = V("कितना हिस्सा");
	p->node[much].fixed = true;
	p->node[much].pos = POS_N;
	p->word[i].head = much;
	p->word[i].relation = REL_fixed;
	gone(p, i, "said with how much");
}

/* "three times as fast", "ten times larger": तीन गुना. */
void name_times(struct part *p, int i)
{
	int number = i - 1, on = i + 1, head;
	bool many = has_lemma(p, number, "many") || has_lemma(p, number, "several");
	struct buf b = { 0 };

	if (p->word[i].tag != TAG_NNS || !has_lemma(p, i, "time") || number < 0 || on >= p->n || (p->word[number].tag != TAG_CD && !many))
		return;
	if (has_lemma(p, on, "as"))
		on++;
	else if (p->word[on].tag != TAG_JJR && p->word[on].tag != TAG_RBR)
		return;
	if (on >= p->n)
		return;
	if (many)
		buf_str(&b, "कई");
	else
		buf_add(&b, text_of(p, number));
	buf_str(&b, " गुना");
	head = join(p, number, i + 1, buf_view(&b), "");
	buf_release(&b);
	if (head < 0 || is_under(p, on, head))
		return;
	p->word[head].head = on;
	p->word[head].relation = REL_advmod;
	p->node[head].pos = POS_ADV;
	p->node[head].rule = "times";
}

/* "as many as 60 people": पूरे 60 लोग. */
void name_as_many(struct part *p, int i)
{
	int number = i + 3;
	bool up = has_lemma(p, i + 1, "many") || has_lemma(p, i + 1, "much");
	struct buf b = { 0 };

	if (number >= p->n || !has_lemma(p, i, "as") || !has_lemma(p, i + 2, "as") || p->word[number].tag != TAG_CD || p->node[number].gone
	    || (!up && !has_lemma(p, i + 1, "few") && !has_lemma(p, i + 1, "little")))
		return;
	buf_addf(&b, "%s %.*s", up ? "पूरे" : "सिर्फ", VIEW_ARG(text_of(p, number)));
	for (int k = i; k < number; k++)
		p->word[k].head = number;
	join(p, i, number + 1, buf_view(&b), "number");
	buf_release(&b);
}

/* "a 12-hour flight": 12 घंटे की फ्लाइट; "an eleven-member jury": ग्यारह सदस्यों वाली जूरी. */
void name_measure(struct part *p, int i)
{
	struct view text = p->items->at[p->item[i]].text, unit;
	const char *hyphen = memchr(text.p, '-', text.n);
	size_t at = hyphen ? (size_t)(hyphen - text.p) : 0;
	struct view number = view_cut(text, 0, at);
	struct senses s, n = bilingual_word(&p->g->words, number, POS_NUM);
	struct sense *own;
	struct buf b = { 0 };
	bool digits = at > 0, one, time, person, old = false;

	for (size_t k = 0; k < at; k++)
		digits = digits && (isdigit((unsigned char)text.p[k]) || text.p[k] == '.');
	unit = at ? view_cut(text, at + 1, text.n) : V("");
	if (view_ends(unit, "-old")) {
		unit.n -= strlen("-old");
		old = p->word[i].head < i || !is_noun(p, p->word[i].head);
	}
	s = at ? bilingual_word(&p->g->words, unit, POS_N) : (struct senses){ 0 };
	if ((!digits && !n.n) || !s.n || (p->word[i].head < i && !old) || p->node[i].gone || p->node[i].hi.n)
		return;
	time = view_is(bilingual_class(&p->g->words, unit), "time") || view_is(bilingual_class(&p->g->words, unit), "unit");
	person = view_is(bilingual_class(&p->g->words, unit), "person");
	if (!time && !person && (bilingual_word(&p->g->words, text, POS_ADJ).n || bilingual_word(&p->g->words, text, POS_N).n))
		return;
	one = view_is(number, "one") || view_is(number, "One") || view_is(number, "1");
	buf_addf(&b, view_is(unit, "bit") ? "%.*s-" : "%.*s ", VIEW_ARG(digits ? number : n.at->hi));
	hindi_noun(p->g->hindi, s.at->hi, s.at->feminine, s.at->form, !one && (!time || !s.at->feminine), !time || one, &b);	/* चालीस पेज का */
	if (old) {
		buf_str(&b, (digits ? atoi(text.p) < 18 : !view_ends(number, "ty")) ? " का बच्चा" : " का व्यक्ति");
		own = arena_get(p->arena, sizeof *own);
		*own = (struct sense){ .en = V("child"), .hi = arena_copy(p->arena, buf_view(&b)), .pos = POS_N, .form = 'h' };
		p->node[i].sense = own;
		p->node[i].pos = POS_N;
		p->node[i].rule = "age";
		buf_release(&b);
		return;
	}
	buf_str(&b, person ? " वाला" : view_is(unit, "bit") ? "" : " का");	/* 32-बिट प्रोसेसर */
	own = arena_get(p->arena, sizeof *own);
	*own = (struct sense){ .en = text, .hi = arena_copy(p->arena, buf_view(&b)), .pos = POS_ADJ };
	p->node[i].sense = own;
	p->node[i].pos = POS_ADJ;
	p->node[i].rule = "measure";
	p->word[i].tag = TAG_JJ;
	p->word[i].relation = REL_amod;
	buf_release(&b);
}

/* "Her brothers are both doctors": उसके दोनों भाई. The quantity belongs to the subject before it. */
void float_quantity(struct part *p, int i)
{
	int h = p->word[i].head, subject = -1;
	bool again = i + 1 < p->n && (has_lemma(p, i + 1, "of") || has_lemma(p, i + 1, "the") || p->word[i + 1].tag == TAG_CD
				      || p->word[i + 1].tag == TAG_DT || p->word[i + 1].tag == TAG_PRP_POSS);

	if ((!has_lemma(p, i, "both") && !has_lemma(p, i, "all")) || h <= i || again
	    || (p->word[i].relation != REL_advmod && p->word[i].relation != REL_det && p->word[i].relation != REL_cc_preconj))
		return;
	for (int k = 0; k < i; k++)
		if (p->word[k].head == h && (p->word[k].relation == REL_nsubj || p->word[k].relation == REL_nsubj_pass))
			subject = k;
	if (subject < 0 || (p->word[subject].tag != TAG_NNS && p->word[subject].tag != TAG_PRP))
		return;
	for (int k = 0; k < p->n; k++)
		if (p->word[k].head == h && p->word[k].relation == REL_conj)
			return;		/* both soft and sweet */
	p->word[i].head = subject;
	p->word[i].relation = REL_det;
	p->word[i].tag = TAG_DT;
}

/* "two sons, one of whom is a doctor": जिनमें से एक. The clause is one on the noun before the comma, and what is counted hangs on the number. */
void take_partitive(struct part *p, int i)
{
	int of = i + 1, which = i + 2, noun = i - 2, verb;

	if (noun < 0 || which + 1 >= p->n || p->word[i - 1].tag != TAG_COMMA || !has_lemma(p, of, "of") || !is_noun(p, noun)
	    || (!has_lemma(p, which, "which") && !has_lemma(p, which, "whom") && !has_lemma(p, which, "who")))
		return;
	verb = p->word[which].head == i ? p->word[i].head : p->word[which].head;
	if (verb <= which || verb == p->root)
		return;
	if (p->word[which].head != i) {
		uint8_t r = p->word[which].relation;

		p->word[i].relation = r == REL_nsubj || r == REL_nsubj_pass || r == REL_obj ? r : child_of(p, verb, REL_nsubj) < 0 ? REL_nsubj : REL_obj;
		p->word[i].head = verb;
		p->word[which].head = i;
		p->word[which].relation = REL_nmod;
	}
	p->word[of].head = which;
	p->word[of].relation = REL_case;
	if (p->word[i].tag != TAG_CD)
		p->word[of].lemma = p->word[of].form = V("among");	/* "most of" would be ज़्यादातर of the whole phrase */
	for (int up = p->word[noun].head; up >= 0 && up < i && is_noun(p, up) && p->word[noun].relation != REL_nsubj; up = p->word[noun].head)
		noun = up;
	p->word[verb].head = noun;
	p->word[verb].relation = REL_acl_relcl;
}
