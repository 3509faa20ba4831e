/* links.c - clauses that belong to a clause: what links them, and what comes behind the verb. */
#include "clause.h"

#include <stdio.h>
#include <string.h>

/* --- linked clauses --- */

/* "Having lost the map, ..." */
static bool has_done(const struct part *p, int i)
{
	int aux = child_of(p, i, REL_aux);

	return aux >= 0 && has_lemma(p, aux, "have") && p->word[aux].tag == TAG_VBG;
}

/* Does a clause stand behind the one it belongs to, which says something and does not ask or go into another? */
static bool stands_behind(const struct part *p, int i)
{
	int main = p->word[i].head;

	return main >= 0 && i > main && p->word[i].relation == REL_advcl && is_finite(p, i) && !asks(p)
		&& (p->word[main].relation == REL_root || p->word[main].relation == REL_conj);
}

static bool fits_link(const struct part *p, int i, const struct row *row, const char *form)
{
	if (!view_is(row->column[LINK_FORM], form) && !view_is(row->column[LINK_FORM], "any"))
		return false;
	return !view_is(row->column[LINK_PLACE], "behind") || stands_behind(p, i);
}

/* The row of what links a clause, or NULL; and the word that does. */
const struct row *find_link(const struct part *p, int i, int *mark_out)
{
	int mark = child_of(p, i, REL_mark);
	const char *form = "finite";
	const struct row *row, *out = NULL;
	size_t n;

	*mark_out = mark;
	if (mark < 0)
		mark = *mark_out = child_of(p, i, REL_case);
	if (mark < 0)
		for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
			if ((p->word[k].tag == TAG_WRB && p->word[k].relation == REL_advmod) || (p->word[k].tag == TAG_WP && view_ends(p->word[k].lemma, "ever")))
				mark = *mark_out = k;
	if (mark < 0 && inverted(p, i) >= 0)
		return rows_find(&p->g->clauses, V("if"), &n);
	if (mark < 0 && is_finite(p, i))
		return NULL;		/* "..., which is no small thing" */
	if (!is_finite(p, i))
		form = p->word[i].tag == TAG_VB ? "to" : "ing";
	row = rows_find(&p->g->clauses, mark < 0 ? has_done(p, i) ? V("having") : V("-") : p->node[mark].link.n ? p->node[mark].link : p->node[mark].sense && p->node[mark].rule
			&& !strcmp(p->node[mark].rule, "phrase") ? p->node[mark].sense->en : p->word[mark].lemma, &n);
	for (size_t k = 0; k < n && !out; k++)
		if (fits_link(p, i, &row[k], form))
			out = &row[k];
	for (size_t k = 0; k < n && !out; k++)
		if (!view_is(row[k].column[LINK_PLACE], "behind"))
			out = &row[k];
	return out;
}

/* What the main clause has before a clause that stays behind it: तब ... जब, but for what a comma parts from it. */
static struct view word_before(const struct part *p, int i)
{
	int mark;
	const struct row *row = p->word[i].relation == REL_advcl && !p->node[i].said && !p->node[i].gone ? find_link(p, i, &mark) : NULL;

	return row && view_is(row->column[LINK_PLACE], "behind") && mark > 0 && p->word[mark - 1].tag != TAG_COMMA ? column_text(row, LINK_ANSWER) : V("");
}

void say_word_before(struct part *p, const struct clause *c)
{
	for (int k = 0; k < c->n_other && !c->forced; k++)
		if (word_before(p, c->other[k]).n) {
			say(p, word_before(p, c->other[k]), -1);
			return;
		}
}

/* "before you leave": without a finite verb the same subject is not said twice. */
static void drop_same_subject(struct part *p, int i, const struct clause *main)
{
	int s = child_of(p, i, REL_nsubj), m = main->subject >= 0 ? main->subject : main->shared;

	if (s < 0)
		s = child_of(p, i, REL_nsubj_pass);
	if (s < 0 || !p->node[s].pronoun)
		return;
	if (m >= 0 && p->node[s].antecedent ? p->node[s].antecedent == 1 + m : m >= 0 ? p->node[m].pronoun && view_eq(p->node[m].hi, p->node[s].hi) && view_eq(p->word[m].lemma, p->word[s].lemma) : view_is(p->node[s].hi, "आप")
	    || (view_is(p->node[s].hi, "हम") && has_lemma(p, child_of(p, main->head, REL_discourse), "let")))
		gone(p, s, "the same as the main clause's");
}

/* "depends on what they decide": इस पर निर्भर है कि वे क्या तय करते हैं. The clause waits for the end. */
static bool say_asked(struct part *p, int i, const struct row *row, int mark, struct clause *main)
{
	struct view post = column_text(row, LINK_CLOSE);
	struct buf b = { 0 };
	char name[LOWER_MAX];

	if (!main || mark < 0 || mark > i || p->word[mark].relation != REL_mark || !is_finite(p, i) || !view_is(row->column[LINK_FORM], "ing") || column_text(row, LINK_OPEN).n
	    || (!has_wh(p, i, 0) && !has_lemma(p, mark + 1, "whether")) || p->n_later >= (int)(sizeof p->later / sizeof *p->later))
		return false;
	if (p->word[mark].lemma.n < sizeof name) {
		snprintf(name, sizeof name, "%.*s", VIEW_ARG(p->word[mark].lemma));
		frame_find(main->frame, name, &post);
	}
	if (post.n && !usable(post).n)
		gone(p, mark, "shown by what follows");	/* तय करते हैं कि ... */
	else if (post.n && hindi_pronoun(p->g->hindi, V("यह"), post, (struct agreement){ 0 }, &b))
		say(p, buf_view(&b), mark);
	else
		return false;
	buf_release(&b);
	p->word[i].relation = REL_ccomp;
	p->later[p->n_later++] = i;
	return true;
}

/* "too heavy to lift": what is too heavy is what is lifted, इतना भारी है कि उठाया न जा सके. */
static bool is_done_to(const struct part *p, int i, const struct row *row, int subject)
{
	const struct sense *s = p->node[i].sense;

	return view_ends(row->column[LINK_EN], "... to") && subject >= 0 && child_of(p, i, REL_nsubj) < 0 && child_of(p, i, REL_obj) < 0
		&& child_of(p, i, REL_ccomp) < 0 && child_of(p, i, REL_xcomp) < 0 && s && takes_passive(s) && !is_actor(p, subject)
		&& (p->word[subject].tag != TAG_PRP || has_lemma(p, subject, "it"));
}

/* A linked clause in the verb group and with the words that its row names. */
void say_linked(struct part *p, int i, const struct row *row, int mark, struct clause *main)
{
	struct clause c = clause_at(i);
	struct view group = column_text(row, LINK_GROUP), close = column_text(row, LINK_CLOSE), first;

	if (say_asked(p, i, row, mark, main))
		return;
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_mark && k != mark && has_lemma(p, k, "to"))
			gone(p, k, "shown by the verb's form");	/* than to hurry */
	if (column_text(row, LINK_OPEN).n)
		say(p, row->column[LINK_OPEN], mark);
	else if (!close.n && (mark < 0 || p->word[mark].tag != TAG_WP))
		gone(p, mark, "shown by the verb's form");
	if (group.n && view_next(&group, ' ', &first)) {
		char name[PATTERN_MAX];

		snprintf(name, sizeof name, "%.*s", VIEW_ARG(first));
		c.forced = find_pattern(p, name) ? find_pattern(p, name)->column[0].p : NULL;
		c.negative = view_is(group, "न");
		snprintf(c.pattern, sizeof c.pattern, "%s", name);
	}
	if (mark >= 0 && close.n)
		p->node[mark].gone = "said behind the clause";
	c.shared = main ? (main->subject >= 0 ? main->subject : main->shared) : -1;
	c.condition = ((mark >= 0 && has_lemma(p, mark, "if")) || view_is(row->column[LINK_EN], "if")) && !view_is(row->column[LINK_OPEN], "मानो");
	c.unreal = is_subjunctive_were(p, i)
		|| (is_unreal(p, i) && (inverted(p, i) >= 0 || (main && (view_is(main->modal, "would") || view_is(main->modal, "could")))));
	c.open = main && view_is(main->modal, "would");
	c.until = view_is(row->column[LINK_OPEN], "जब तक");
	c.whether = view_is(row->column[LINK_OPEN], "चाहे") || view_is(row->column[LINK_OPEN], "भले ही");
	if (c.forced && main && !column_text(row, LINK_OPEN).n && !view_is(row->column[LINK_GROUP], "subjunctive"))
		drop_same_subject(p, i, main);
	if (column_text(row, LINK_OPEN).n && child_of(p, i, REL_nsubj) < 0 && main && main->subject >= 0)
		c.shared = main->subject;
	if (view_ends(row->column[LINK_EN], "... to") && !view_ends(p->node[i].hi, "होना"))
		c.modal = V("can");
	c.passive = main && is_done_to(p, i, row, main->subject);
	say_hindi_clause(p, &c);
	if (close.n) {
		if (mark >= 0)
			p->node[mark].gone = NULL;
		say(p, close, mark);
	}
	say_back(p, &c);
}

/* What ends in a postposition is part of its clause and has no comma: जाने से पहले. */
bool is_bare_link(const struct part *p, int i)
{
	int mark;
	const struct row *row = find_link(p, i, &mark);

	return row && view_is(row->column[LINK_OPEN], "-") && !view_is(row->column[LINK_GROUP], "subjunctive");
}

/* What takes up a clause before the main clause: अगर ..., तो ... */
void say_answer(struct part *p, struct clause *c, int i)
{
	int mark, then = -1;
	const struct row *row = find_link(p, i, &mark);

	say_sign(p, ",");
	if (!row || !column_text(row, LINK_ANSWER).n || !column_text(row, LINK_OPEN).n)
		return;
	for (int k = 0; k < c->n_other; k++)
		if (p->word[c->other[k]].relation == REL_advmod && !p->node[c->other[k]].said
		    && (has_lemma(p, c->other[k], "then") || view_eq(p->node[c->other[k]].hi, row->column[LINK_ANSWER])))
			then = c->other[k];
	say(p, row->column[LINK_ANSWER], then);
}

/* "whether it rains or not": the alternative asks, without क्या. */
static bool has_not(const struct part *p, int i)
{
	int not = child_of(p, i, REL_conj);

	return not >= 0 && is_negation(p, not);
}

/* --- behind the verb --- */

static void say_that(struct part *p, struct clause *c, int i)
{
	struct clause inner = clause_at(i);
	int mark = child_of(p, i, REL_mark);
	bool whether;

	(void)c;
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (p->word[k].relation == REL_mark && k != mark && (p->node[mark].said || has_lemma(p, k, "whether"))) {
			gone(p, mark, "shown by what follows");
			mark = k;
		}
	if (mark >= 0 && p->node[mark].said)
		mark = -1;
	whether = has_lemma(p, mark, "whether") || has_lemma(p, mark, "if");
	inner.reported = told_in_past(p, i);
	if (!whether && wants_subjunctive(p, i, inner.reported)) {
		inner.wished = true;
		inner.forced = "subjunctive";
		snprintf(inner.pattern, sizeof inner.pattern, "subjunctive");
	}
	p->pronoun_said = V("");
	if (has_lemma(p, mark, "to"))
		gone(p, mark, "shown by the verb's form");
	say(p, V("कि"), has_lemma(p, mark, "to") ? -1 : mark);
	if (whether && p->word[i].tag == TAG_VB && !is_finite(p, i)) {
		snprintf(inner.pattern, sizeof inner.pattern, "present supposed to");
		inner.modal_only = true;
		say_hindi_clause(p, &inner);
		say(p, V("या नहीं"), -1);	/* कि जाना है या नहीं */
		say_back(p, &inner);
		return;
	}
	if (whether && !has_not(p, i))
		say(p, V("क्या"), -1);
	say_hindi_clause(p, &inner);
	say_back(p, &inner);
}

/* "Do not force it, or it will break": what happens if not, वरना. */
static bool is_warning(const struct part *p, const struct clause *c, int i, int cc)
{
	static const char *const asked[] = { "imperative", "must", "should", "have to", "will have to", "past have to", NULL };
	int aux = child_of(p, i, REL_aux);

	return has_lemma(p, cc, "or") && !c->asks && view_is_any(view_of(c->pattern), asked) && is_finite(p, i)
		&& (child_of(p, i, REL_nsubj) >= 0 || child_of(p, i, REL_nsubj_pass) >= 0)
		&& !(c->modal.n && aux >= 0 && view_eq(c->modal, p->word[aux].lemma));
}

/* "that X and that Y", "whether X or whether Y": कि X और यह कि Y; क्या X या क्या Y. */
static void say_again(struct part *p, const struct clause *c, int i, int cc)
{
	int mark = child_of(p, i, REL_mark);

	if (has_lemma(p, mark, "whether") && p->word[c->head].relation == REL_ccomp) {
		say(p, V("क्या"), mark);
	} else if (has_lemma(p, mark, "that") && !p->node[mark].link.n && (cc >= 0 || c->outer_denied)
		   && (c->outer_denied || p->word[c->head].relation == REL_ccomp || child_of(p, c->head, REL_mark) >= 0)) {
		say(p, c->outer_denied ? V("यह है कि") : V("यह कि"), mark);
	}
}

static void say_conjunct(struct part *p, struct clause *c, int i)
{
	struct clause inner = clause_at(i);
	int cc = child_of(p, i, REL_cc);

	if (cc >= 0) {
		if (cc > 0 && p->word[cc - 1].tag == TAG_COMMA)
			say_sign(p, ",");
		say(p, is_warning(p, c, i, cc) ? V("वरना") : c->outer_denied && has_lemma(p, cc, "but") ? V("बल्कि") : p->node[cc].hi, cc);
	} else {
		say_sign(p, ",");
	}
	say_again(p, c, i, cc);
	if (is_negation(p, i) && p->node[i].first == (cc >= 0 ? cc : -1) && p->node[i].last == p->node[i].first) {
		say(p, V("नहीं"), i);		/* चाहे बारिश हो या नहीं */
		return;
	}
	inner.reported = c->reported;
	if (!is_verb(p, i) && child_of(p, i, REL_cop) < 0 && is_noun(p, i)) {
		struct marking m = { .word = child_of(p, i, REL_case) };

		if (m.word >= 0)
			m.post = postposition(p, c->head, i, m.word, &m.oblique);
		say_noun(p, i, m);
		return;
	}
	inner.shared = c->subject >= 0 ? c->subject : c->shared;
	if (c->object >= 0 && c->object_bare && p->node[i].shares == 1 + c->object)
		inner.shared_object = c->object;	/* लकड़ी काटी और बेची */
	inner.said_as = c->last_post.n ? c->last_post : c->subject_post;
	inner.joined = true;
	continue_tense(p, c, &inner);
	if (c->forced) {
		inner.negative = c->until && c->negative;	/* जब तक X न हो या Y न हो */
		inner.until = c->until;
		inner.whether = c->whether;
		inner.forced = c->forced;
		snprintf(inner.pattern, sizeof inner.pattern, "%s", c->pattern);
	} else if (!is_finite(p, i) && (p->word[i].tag != TAG_VBG || c->progressive)) {
		inner.modal = c->modal;
		inner.progressive = c->progressive && p->word[i].tag == TAG_VBG;
		inner.past = c->past;
		inner.perfect = c->perfect;
		inner.passive = c->passive && p->word[i].tag == TAG_VBN && child_of(p, i, REL_nsubj) < 0;
		inner.modal_only = c->modal_only || !strcmp(c->pattern, "imperative");
		if (inner.modal_only)
			snprintf(inner.pattern, sizeof inner.pattern, "%s", c->pattern);
	}
	if (c->gap >= 0 && inner.gap < 0 && find_relative(p, i, 0) >= 0)
		inner.gap = c->gap;		/* and in whose name it was borrowed: और जिनके नाम पर */
	say_hindi_clause(p, &inner);
	if (inner.subject < 0)
		c->last_post = inner.subject_post.n ? inner.subject_post : V("-");
	say_back(p, &inner);
}

/* A clause that कि opens has no comma before it. */
static bool opens_with_that(const struct part *p, int i)
{
	int mark;
	const struct row *row = p->word[i].relation == REL_advcl ? find_link(p, i, &mark) : NULL;

	return row && view_is(row->column[LINK_OPEN], "कि");
}

/* "wants to know why it slipped": the clause waits for the end of the one with the tense, जानना चाहता है कि ... */
static bool waits(const struct part *p, const struct clause *c)
{
	uint8_t r = p->word[c->head].relation;
	int above = p->word[c->head].head;

	if (above >= 0 && r == REL_acl && c->ccomp >= 0)
		above = p->word[above].head;	/* जानने का तरीका है कि ... */
	if (r == REL_advcl && above >= 0 && child_of(p, above, REL_ccomp) >= 0)
		return false;
	return c->forced && above >= 0 && p->node[above].busy && (r == REL_xcomp || r == REL_csubj || r == REL_acl || r == REL_advcl)
		&& p->n_later < (int)(sizeof p->later / sizeof *p->later);
}

static void say_that_behind(struct part *p, struct clause *c, int i)
{
	if (i < 0 || p->node[i].said || p->node[i].gone)
		return;
	if (waits(p, c))
		p->later[p->n_later++] = i;
	else
		say_that(p, c, i);
}

static void say_later(struct part *p, struct clause *c)
{
	while (p->n_later > 0) {
		int r = p->later[0];

		p->n_later--;
		memmove(p->later, p->later + 1, (size_t)p->n_later * sizeof *p->later);
		if (p->node[r].said)
			continue;
		if (p->word[r].relation == REL_ccomp || p->word[r].relation == REL_csubj)
			say_that(p, c, r);
		else
			say_relative(p, r, p->word[r].head);
	}
}

/* "but not Y", of a phrase that stands before the verb. */
static void say_contrast(struct part *p)
{
	int i = p->contrast - 1, cc, not;

	if (i < 0)
		return;
	p->contrast = 0;
	say_sign(p, ",");
	cc = child_of(p, i, REL_cc);
	if (cc >= 0)
		say(p, p->node[cc].hi, cc);
	not = -1;
	for (int k = p->node[i].first; k >= 0; k = p->node[k].next)
		if (is_negation(p, k))
			not = k;
	if (not >= 0)
		p->node[not].gone = "said behind it";
	say_noun(p, i, (struct marking){ .post = p->contrast_post, .oblique = p->contrast_post.n > 0, .head = p->contrast_head, .word = -1 });
	say(p, V("नहीं"), not);
}

static bool is_later(const struct part *p, int i)
{
	for (int k = 0; k < p->n_later; k++)
		if (p->later[k] == i)
			return true;
	return false;
}

/* What comes behind the verb: that-clauses, reasons, relative clauses that waited, further clauses. */
void say_back(struct part *p, struct clause *c)
{
	say_contrast(p);
	say_that_behind(p, c, c->ccomp);
	say_that_behind(p, c, c->csubj);
	if (!waits(p, c))
		say_later(p, c);
	for (int k = 0; k < c->n_other; k++) {
		int i = c->other[k];

		if (p->node[i].said || p->node[i].gone || place_of(p, c, i) != PLACE_BACK || is_later(p, i))
			continue;
		if (p->word[i].relation == REL_conj) {
			say_conjunct(p, c, i);
		} else {
			if (!opens_with_that(p, i) && !word_before(p, i).n)
				say_sign(p, ",");
			say_argument(p, c, i);
		}
	}
}
