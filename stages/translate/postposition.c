/* postposition.c - what an English preposition becomes behind a noun: the frame of the word it depends on, or a row of prepositions.tsv. */
#include "transfer.h"

#include <ctype.h>

static bool is_empty_marking(struct view v)
{
	return view_is(v, "bare") || view_is(v, "nom") || view_is(v, "-") || !v.n;
}

static bool listed(struct view list, struct view word)
{
	struct view one;

	while (word.n && view_next(&list, '|', &one))
		if (view_eq(view_trim(one), word))
			return true;
	return false;
}

static bool is_year(struct view v)
{
	return v.n == 4 && (v.p[0] == '1' || v.p[0] == '2') && isdigit((unsigned char)v.p[1]) && isdigit((unsigned char)v.p[2])
		&& isdigit((unsigned char)v.p[3]);
}

/* Is the noun of one of these classes? Those of things that are no words are told by their token. */
static bool of_class(const struct part *p, struct view list, int i)
{
	const struct item *item = &p->items->at[p->item[i]];
	struct view class = p->node[i].class, type = item->type;

	if (!class.n)
		class = bilingual_class(&p->g->words, p->word[i].lemma);
	if (listed(list, class) || (!class.n && item->kind == ITEM_WORD && is_noun(p, i) && listed(list, V("abstract"))))
		return true;
	if (p->node[i].pos == POS_NUM && listed(list, V("number")))
		return true;
	if (item->kind == ITEM_NUMBER && is_year(item->text))
		return listed(list, V("year"));
	if (item->kind == ITEM_NUMBER)
		return listed(list, view_is(item->token, "amount") ? V("money") : view_is(item->token, "percent") ? V("percent")
				    : view_is(item->token, "time") ? V("clock") : view_is(item->token, "date") ? V("date") : V("number"));
	if (view_is(type, "PER") && listed(list, V("name-person")))
		return true;
	if (view_is(type, "LOC") && (listed(list, V("name-place")) || listed(list, V("place"))))
		return true;
	if (view_is(type, "ORG") && listed(list, V("name-org")))
		return true;
	if (p->word[i].tag == TAG_PRP && listed(list, V("pronoun")))
		return true;
	return p->word[i].tag == TAG_VBG && listed(list, V("gerund"));
}

/* Does nothing but an article and the preposition stand with a noun? */
static bool is_alone(const struct part *p, int noun)
{
	for (int c = p->node[noun].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation != REL_case && p->word[c].relation != REL_punct && !has_lemma(p, c, "the") && !has_lemma(p, c, "a"))
			return false;
	return true;
}

/* "two hours", "an hour", "half an hour", "a few days", "years": so much, not which. */
static bool is_counted(const struct part *p, int i)
{
	static const char *const many[] = { "half", "few", "several", "many", "some", "whole", "full", "entire", NULL };
	bool bare = p->word[i].tag == TAG_NNS, told = child_of(p, i, REL_cop) >= 0;

	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		uint8_t r = p->word[c].relation;

		if (has_lemma(p, c, "the") || r == REL_nmod_poss || has_lemma(p, c, "first") || has_lemma(p, c, "last")
		    || (r == REL_case && has_lemma(p, c, "within")))
			return false;
		bare = bare || r == REL_nummod || (!told && (has_lemma(p, c, "a") || has_lemma(p, c, "an"))) || view_is_any(p->word[c].lemma, many);
	}
	return bare;
}

/* Does nothing tell which one is meant? */
static bool is_any(const struct part *p, int noun)
{
	for (int c = p->node[noun].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == REL_nmod_poss || (p->word[c].relation == REL_det && !has_lemma(p, c, "a")))
			return false;
	return p->word[noun].tag != TAG_PRP && p->word[noun].tag != TAG_DT && p->word[noun].tag != TAG_CD;
}

static bool has_modifier(const struct part *p, int noun, struct view list)
{
	for (int c = p->node[noun].first; c >= 0; c = p->node[c].next)
		if (listed(list, p->word[c].lemma))
			return true;
	return false;
}

static bool condition_holds(const struct part *p, struct view one, int head, int noun)
{
	const char *colon = one.n ? memchr(one.p, ':', one.n) : NULL;
	struct view name, list;

	if (view_is(one, "alone"))
		return is_alone(p, noun);
	if (view_is(one, "counted"))
		return head >= 0 && is_counted(p, head);
	if (view_is(one, "any"))
		return is_any(p, noun);
	if (!colon)
		return view_is(one, "-");
	name = view_trim(view_cut(one, 0, (size_t)(colon - one.p)));
	list = view_trim(view_cut(one, (size_t)(colon - one.p) + 1, one.n));
	if (view_is(name, "obj"))
		return of_class(p, list, noun);
	if (view_is(name, "mod"))
		return has_modifier(p, noun, list);
	if (view_is(name, "objlemma"))
		return listed(list, p->word[noun].lemma);
	if (view_is(name, "head"))
		return head >= 0 && listed(list, p->word[head].lemma);
	if (view_is(name, "headclass"))
		return head >= 0 && of_class(p, list, head);
	if (view_is(name, "tense"))
		return head >= 0 && (child_of(p, head, REL_aux) >= 0 && has_lemma(p, child_of(p, head, REL_aux), "have"));
	return false;
}

static bool has_role(const struct part *p, struct view role, int head)
{
	if (view_is(role, "verb"))
		return head >= 0 && is_verb(p, head);
	if (view_is(role, "noun"))
		return head >= 0 && !is_verb(p, head) && p->node[head].pos != POS_ADJ;
	return !view_is(role, "adj") || (head >= 0 && p->node[head].pos == POS_ADJ);
}

static bool row_holds(const struct part *p, const struct row *row, int head, int noun)
{
	struct view when = row->column[PREP_WHEN], one;

	if (!has_role(p, row->column[PREP_ROLE], head))
		return false;
	while (view_next(&when, ';', &one))
		if (!condition_holds(p, view_trim(one), head, noun))
			return false;
	return true;
}

static bool from_frame(const struct part *p, int head, struct view preposition, struct view *out)
{
	char name[32];

	if (head < 0 || !p->node[head].sense || preposition.n >= sizeof name)
		return false;
	memcpy(name, preposition.p, preposition.n);
	name[preposition.n] = 0;
	return frame_find(p->node[head].sense->frame, name, out) && !view_starts(*out, "V-");
}

/* "for two years", "for a week", "for hours": how long. */
bool is_span(const struct part *p, int noun)
{
	static const char *const units[] = { "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "night", "generation", NULL };
	int det = child_of(p, noun, REL_det);

	return view_is_any(p->word[noun].lemma, units) && ((p->word[noun].tag == TAG_NNS && det < 0) || child_of(p, noun, REL_nummod) >= 0
		|| has_lemma(p, det, "a") || has_lemma(p, det, "an"));
}

/* --- what was learned --- */

/* A postposition alone, not a phrase with places in it (~, =, <) or a verb's form. */
static bool is_plain(struct view v)
{
	return !is_empty_marking(v) && !view_is(v, "bare") && !view_starts(v, "V-") && !memchr(v.p, '~', v.n) && !memchr(v.p, '=', v.n)
		&& !memchr(v.p, '<', v.n);
}

/* A row that asks for a word holds only beside that word; what it asks of classes others may have learned better. */
static bool is_candidate(const struct part *p, const struct row *row, int head, int noun)
{
	struct view when = row->column[PREP_WHEN], one;

	if (!is_plain(column_text(row, PREP_HI)) || !has_role(p, row->column[PREP_ROLE], head))
		return false;
	while (view_next(&when, ';', &one)) {
		one = view_trim(one);
		if (!view_starts(one, "obj:") && !view_starts(one, "headclass:") && !condition_holds(p, one, head, noun))
			return false;
	}
	return true;
}

static size_t find_marker(const struct sense *list, size_t n, struct view hi)
{
	size_t k = 0;

	while (k < n && !view_eq(list[k].hi, hi))
		k++;
	return k;
}

enum { CUE_OTHER, CUE_DEFAULT, CUE_ROW, CUE_FRAME };

/* What the tables say is the first of the candidates. */
static struct view learned_marker(const struct part *p, struct phrase at, struct view lemma, struct view told, int told_by)
{
	struct sense list[CHOICE_ROWS] = { { .en = lemma, .hi = told, .pos = POS_PREP } };
	int cue[CHOICE_ROWS] = { told_by };
	size_t n = 1, rows, best = 0;
	const struct row *row = rows_find(&p->g->prepositions, lemma, &rows);

	for (size_t k = 0; k < rows && n < CHOICE_ROWS; k++) {
		struct view hi = column_text(&row[k], PREP_HI);

		if (is_candidate(p, &row[k], at.head, at.noun) && find_marker(list, n, hi) == n)
			list[n++] = (struct sense){ .en = lemma, .hi = hi, .pos = POS_PREP };
	}
	if (n > 1)
		choose_marker(&p->g->choice, p, at, (struct senses){ list, n }, cue, &best);
	return list[best].hi;
}

struct view object_marker(const struct part *p, int verb, int object, bool told)
{
	const struct sense list[] = { { .en = V("(object)"), .pos = POS_PREP }, { .en = V("(object)"), .hi = V("को"), .pos = POS_PREP } };
	const int cue[2] = { 0 };
	size_t best = told;

	choose_marker(&p->g->choice, p, (struct phrase){ verb, object, -1 }, (struct senses){ list, 2 }, cue, &best);
	return list[best].hi;
}

/* --- all together --- */

static struct view preposition_lemma(const struct part *p, int i)
{
	const struct node *n = &p->node[i];

	return n->link.n ? n->link : n->pos == POS_PREP && n->sense && n->sense->pos == POS_PREP ? n->sense->en : p->word[i].lemma;
}

/* What frames and tables say, and which of them. */
static struct view told_marker(const struct part *p, struct phrase at, struct view lemma, int *by)
{
	struct view out;
	size_t n;
	const struct row *row = rows_find(&p->g->prepositions, lemma, &n);

	*by = CUE_FRAME;
	if (!(view_is(lemma, "for") && is_span(p, at.noun)) && from_frame(p, at.head, lemma, &out))
		return out;
	for (size_t k = 0; k < n; k++)
		if (row_holds(p, &row[k], at.head, at.noun)) {
			*by = view_is(row[k].column[PREP_WHEN], "-") ? CUE_DEFAULT : CUE_ROW;
			return row[k].column[PREP_HI];
		}
	*by = CUE_OTHER;
	return p->node[at.preposition].sense && p->node[at.preposition].sense->pos == POS_PREP ? p->node[at.preposition].sense->hi : V("");
}

struct view postposition(const struct part *p, int head, int noun, int preposition, bool *oblique)
{
	struct phrase at = { head, noun, preposition };
	struct view lemma = preposition_lemma(p, preposition);
	int by;
	struct view out = told_marker(p, at, lemma, &by);

	if (is_plain(out) && !is_verb(p, noun))
		out = learned_marker(p, at, lemma, out, by);
	*oblique = by == CUE_FRAME ? !is_empty_marking(out) : !view_is(out, "bare");
	return is_empty_marking(out) ? V("") : out;
}
