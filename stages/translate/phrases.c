/* phrases.c - units of several words, and which word of them stands for all. */
#include "plan.h"

#include <ctype.h>
#include <string.h>

/* Joins lemmas or forms of words [i, i + n): all lemmas, the first one only, the last one only, none. */
enum { KEY_NONE, KEY_FIRST, KEY_LAST, KEY_ALL, KEYS };

static bool ends_in_self(struct view v)
{
	return view_ends(v, "self") || view_ends(v, "selves");
}

static void phrase_key(const struct part *p, int i, int n, int kind, struct buf *key)
{
	buf_clear(key);
	for (int k = 0; k < n; k++) {
		bool lemma = kind == KEY_ALL || (kind == KEY_FIRST && k == 0) || (kind == KEY_LAST && k == n - 1);
		struct view v = lemma ? p->word[i + k].lemma : p->word[i + k].form;

		if (k && (p->word[i + k].tag == TAG_PRP_POSS || ends_in_self(v)))
			v = V("X");
		if (k)
			buf_byte(key, ' ');
		buf_add(key, v);
		for (size_t b = key->n - v.n; b < key->n && !view_is(v, "X"); b++)
			key->p[b] = (char)tolower((unsigned char)key->p[b]);
	}
}

static bool is_own_lemma(const struct part *p, int i)
{
	return view_eq(p->word[i].form, p->word[i].lemma);
}

/* Is the key the same as one of the kinds before it? Words that are their own lemmas make no difference. */
static bool repeats_key(const struct part *p, int i, int n, int kind)
{
	bool first = is_own_lemma(p, i), last = is_own_lemma(p, i + n - 1);

	for (int k = i + 1; k < i + n - 1 && kind == KEY_ALL; k++)
		if (!is_own_lemma(p, k))
			return false;
	return kind == KEY_FIRST ? first : kind == KEY_LAST ? last : kind == KEY_ALL && (first || last);
}

/* The word of a stretch whose head is outside it; -1 if there are several. */
static int head_of(const struct part *p, int i, int n)
{
	int head = -1;

	for (int k = i; k < i + n; k++) {
		int h = p->word[k].head;

		if (h >= i && h < i + n)
			continue;
		if (head >= 0)
			return -1;
		head = k;
	}
	return head;
}

/* "for [at] [least] thirty days": adverbs side by side, of which each hangs on the same word; the last one leads. */
static int last_of_siblings(const struct part *p, int i, int n)
{
	if (has_lemma(p, i, "not") && has_lemma(p, i + 1, "even"))
		return -1;		/* not even bread: ब्रेड भी नहीं */
	for (int k = i; k < i + n; k++)
		if (p->word[k].head != p->word[i].head || p->node[k].first >= 0 || p->word[k].head < i + n
		    || (p->word[k].relation != REL_advmod && (k == i || p->word[k].tag != TAG_JJS)))
			return -1;
	return i + n - 1;
}

static bool inside(int i, int begin, int n)
{
	return i >= begin && i < begin + n;
}

/* Children of the stretch's other words become children of `to`. */
static void gather_children(struct part *p, int i, int n, int to, const char *why)
{
	for (int k = 0; k < p->n; k++)
		if (!inside(k, i, n) && inside(p->word[k].head, i, n))
			p->word[k].head = to;
	for (int k = i; k < i + n; k++)
		if (k != to) {
			p->word[k].head = to;
			p->word[k].relation = REL_fixed;
			gone(p, k, why);
		}
}

/* The first word behind a stretch that hangs on one of its words, or on which one of them hangs; -1: none. */
static int taken_by(const struct part *p, int i, int n)
{
	for (int k = i + n; k < p->n; k++) {
		if (inside(p->word[k].head, i, n) && p->word[k].relation != REL_punct)
			return k;
		for (int w = i; w < i + n; w++)
			if (p->word[w].head == k)
				return k;
	}
	return -1;
}

/* "is based on", "more than", "a film based on": here the words are no preposition, though others of their kind are. */
static bool governs_more(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag, r = p->word[i].relation;

	if (t == TAG_JJR || t == TAG_RBR || ((t == TAG_VBN || t == TAG_VBD) && r != REL_advcl && r != REL_case))
		return true;
	for (int c = 0; c < p->n && is_verb(p, i); c++)
		if (p->word[c].head == i && (p->word[c].relation == REL_aux || p->word[c].relation == REL_aux_pass
					     || p->word[c].relation == REL_cop || p->word[c].relation == REL_nsubj))
			return true;
	return is_verb(p, i) && (t == TAG_VBP || t == TAG_VBZ || t == TAG_VB);
}

/* "a lot of X", "in front of X": X takes the place of the stretch, which becomes its determiner or preposition. */
static bool turn_around(struct part *p, int i, int n, enum relation relation)
{
	static const char *const these[] = { "this", "that", "these", "those", NULL };
	int x = taken_by(p, i, n), head = -1;

	for (int k = i; k < i + n && x >= 0; k++)
		if (!inside(p->word[k].head, i, n) && p->word[k].head != x) {
			if (head >= 0)
				return false;
			head = k;
		}
	if (x < 0 || (head >= 0 && (!inside(p->word[x].head, i, n) || governs_more(p, head))))
		return false;
	if (relation == REL_det && (is_verb(p, x) || p->word[x].tag == TAG_JJ))
		return false;
	if (relation == REL_det && has_lemma(p, i + n - 1, "of") && (p->word[x].tag == TAG_PRP || view_is_any(p->word[i + n].lemma, these)))
		return false;		/* उनमें से कुछ */
	if (head >= 0) {
		p->word[x].head = p->word[head].head;
		p->word[x].relation = p->word[head].relation == REL_advmod || p->word[head].relation == REL_advcl ? REL_obl : p->word[head].relation;
	}
	gather_children(p, i, n, x, "part of a phrase");
	p->word[i].head = x;
	p->word[i].relation = (uint8_t)relation;
	p->node[i].gone = NULL;
	return true;
}

static const struct { uint8_t pos, relation; } roles[] = {
	{ POS_ADV, REL_advmod }, { POS_PHR, REL_advmod }, { POS_INT, REL_discourse },
};

static bool fits_phrase(const struct part *p, uint8_t pos, int head, int n)
{
	uint8_t r = p->word[head].relation;

	switch (pos) {
	case POS_PHR: return n == p->n || (n + 1 == p->n && p->word[p->n - 1].tag == TAG_STOP);
	case POS_N: return !is_verb(p, head) || r == REL_compound;
	case POS_V: return is_verb(p, head);
	case POS_ADJ: return !is_verb(p, head) || r == REL_amod;
	default: return true;
	}
}

/* "kept a diary in which ...": of what a clause speaks cannot vanish into the verb. */
static bool has_clause_inside(const struct part *p, int i, int n, int head)
{
	for (int k = 0; k < p->n; k++)
		if ((p->word[k].relation == REL_acl_relcl || p->word[k].relation == REL_acl) && inside(p->word[k].head, i, n) && p->word[k].head != head)
			return true;
	return false;
}

/* "until next Friday": the phrase is a noun to what stands before it. */
static bool has_preposition(const struct part *p, int i, int head)
{
	for (int k = 0; k < i && is_noun(p, head); k++)
		if (p->word[k].head == head && p->word[k].relation == REL_case)
			return true;
	return false;
}

/* A phrase whose words stand together; false if the tree says that they do not belong together. */
static bool take_phrase(struct part *p, int i, int n, const struct sense *s)
{
	int head = head_of(p, i, n);
	int at = head = head < 0 && s->pos == POS_ADV ? last_of_siblings(p, i, n) : head;

	for (int k = i; k < i + n; k++)
		if (p->node[k].gone || p->node[k].hi.n)
			return false;	/* said by reshape.c */
	if (s->pos == POS_PREP || s->pos == POS_DET) {
		if (s->pos == POS_DET && n > 1 && has_lemma(p, i, "not") && has_lemma(p, i + n < p->n ? i + n : -1, "of"))
			return false;	/* one of them, not */
		if (!turn_around(p, i, n, s->pos == POS_PREP ? REL_case : REL_det))
			return false;
		at = i;
	} else {
		if (s->pos == POS_ADV && i + n < p->n && p->word[i + n].tag == TAG_POS && p->word[i + n].head == head)
			return false;	/* this year's phones: इस साल के फोन */
		if (head < 0 || !fits_phrase(p, s->pos, head, n) || s->pos == POS_CONJ || (s->pos == POS_V && has_clause_inside(p, i, n, head)))
			return false;
		for (int k = i; k < head && s->pos == POS_V; k++)
			if (p->word[head].tag == TAG_VBN && (p->word[k].tag == TAG_VBD || p->word[k].tag == TAG_VBZ
							     || (p->word[k].tag == TAG_VBG && has_lemma(p, k, "get"))))
				p->word[head].tag = p->word[k].tag;	/* was born, getting started: the tense is not to be lost */
		gather_children(p, i, n, head, "part of a phrase");
		for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
			if (roles[k].pos == s->pos && p->word[head].head >= 0 && (p->word[head].relation != REL_conj || child_of(p, head, REL_cc) < 0)
			    && (!has_preposition(p, i, head) || view_ends(s->hi, " में")))
				p->word[head].relation = roles[k].relation;
	}
	p->node[at].rule = "phrase";
	if (s->pos == POS_PRON || s->pos == POS_DET) {
		size_t rows;

		p->node[at].pronoun = rows_find(&p->g->pronouns, s->en, &rows);
		if (p->node[at].pronoun)
			return true;
	}
	p->node[at].sense = s;
	p->node[at].pos = s->pos;
	return true;
}

static int find_phrase(struct part *p, int i, struct buf *key)
{
	struct view first = p->word[i].lemma;
	size_t most = bilingual_phrase_words(&p->g->words, first);
	char lower[LOWER_MAX];

	if (!most)
		most = bilingual_phrase_words(&p->g->words, lower_form(p, i, lower));
	for (int n = most > (size_t)(p->n - i) ? p->n - i : (int)most; n > 1; n--)
		for (int kind = 0; kind < KEYS; kind++) {
			struct senses s;

			if (repeats_key(p, i, n, kind))
				continue;
			phrase_key(p, i, n, kind, key);
			s = bilingual_phrase(&p->g->words, buf_view(key), POS_NONE);
			for (size_t k = 0; k < s.n; k++)
				if (!s.at[k].when.n || s.n == 1 || k == 0)
					if (take_phrase(p, i, n, &s.at[k]))
						return n;
		}
	return 0;
}

/* "is very fond of tea", "was aware of it": an adjective that is a verb in Hindi, शौकीन होना, पता होना. */
static void take_predicate(struct part *p, int i, struct buf *key)
{
	static const char *const degrees[] = { "too", "enough", "so", "as", NULL };
	int be = child_of(p, i, REL_cop);
	struct senses s;

	if (be < 0 || be > i || p->word[i].tag != TAG_JJ || !has_lemma(p, be, "be") || p->node[be].gone || p->node[i].gone
	    || child_of(p, i, REL_conj) >= 0 || p->word[i].relation == REL_conj || child_of(p, i, REL_xcomp) >= 0
	    || (p->word[be].tag == TAG_VB && child_of(p, i, REL_aux) < 0 && child_of(p, i, REL_mark) < 0))
		return;
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (view_is_any(p->word[c].lemma, degrees))
			return;
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		int prep = c > i ? child_of(p, c, REL_case) >= 0 ? child_of(p, c, REL_case) : child_of(p, c, REL_mark) : -1;
		bool gerund = p->word[c].tag == TAG_VBG;

		if (prep < 0 || p->word[prep].tag == TAG_TO || (!gerund && !is_noun(p, c)) || p->node[prep].gone)
			continue;
		buf_clear(key);
		buf_str(key, "be ");
		buf_add(key, p->word[i].lemma);
		buf_byte(key, ' ');
		buf_add(key, p->word[prep].lemma);
		s = bilingual_phrase(&p->g->words, buf_view(key), POS_V);
		if (!s.n || !view_ends(s.at->hi, "होना") || !frame_find(s.at->frame, "obj", &(struct view){ 0 }) || (gerund && !frame_find(s.at->frame, "inf", &(struct view){ 0 })))
			continue;
		p->word[be].head = p->word[i].head;
		p->word[be].relation = p->word[i].relation;
		for (int k = 0; k < p->n; k++)
			if (p->word[k].head == i && k != be)
				p->word[k].head = be;
		p->word[i].head = be;
		p->word[i].relation = REL_fixed;
		gone(p, i, "part of a phrase");
		gone(p, prep, "part of a phrase");
		p->word[c].relation = gerund ? REL_xcomp : REL_obj;
		if (p->root == i)
			p->root = be;
		p->node[be].sense = s.at;
		p->node[be].pos = POS_V;
		p->node[be].rule = "phrase";
		link_children(p);
		return;
	}
}

/* Verbs with a particle or preposition that may stand apart: "turn the light off", "depend on". */
static bool take_pair(struct part *p, int verb, int other, struct buf *key)
{
	struct senses s;

	buf_clear(key);
	buf_add(key, p->word[verb].lemma);
	buf_byte(key, ' ');
	buf_add(key, p->node[other].sense ? p->node[other].sense->en : p->word[other].lemma);	/* run [out of] */
	s = bilingual_phrase(&p->g->words, buf_view(key), POS_V);
	if (!s.n)
		return false;
	p->node[verb].sense = s.at;
	p->node[verb].pos = POS_V;
	p->node[verb].rule = "phrase";
	return true;
}

/* Does the verb's row tell what follows the noun of this preposition (learn from: से), so that it stays one? */
static bool keeps_preposition(const struct part *p, int verb, int preposition)
{
	struct view marking, frame = p->node[verb].sense->frame;
	char name[16] = "";

	if (p->word[preposition].lemma.n >= sizeof name || frame_find(frame, "obj", &marking))
		return false;
	memcpy(name, p->word[preposition].lemma.p, p->word[preposition].lemma.n);
	return frame_find(frame, name, &marking);
}

/* "worked for forty years": how long, how much is no argument of a verb with a preposition. */
static bool is_measure(const struct part *p, int i)
{
	static const char *const measures[] = { "time", "unit", "number", "clock", "weekday", "month", NULL };

	return p->word[i].tag == TAG_CD || view_is_any(bilingual_class(&p->g->words, p->word[i].lemma), measures);
}

static bool has_intransitive(const struct part *p, int verb)
{
	struct senses s = bilingual_word(&p->g->words, p->word[verb].lemma, POS_V);

	for (size_t k = 0; k < s.n; k++)
		if (view_starts(s.at[k].when, "intr"))
			return true;
	return false;
}

static void find_pairs(struct part *p, int verb, struct buf *key)
{
	struct node before = p->node[verb];

	for (int c = p->node[verb].first; c >= 0; c = p->node[c].next) {
		int prep = p->word[c].relation == REL_obl ? child_of(p, c, REL_case) : -1;

		if (p->word[c].relation == REL_compound_prt && take_pair(p, verb, c, key)) {
			gone(p, c, "part of a phrase");
			return;
		}
		if (prep >= 0 && prep > verb && child_of(p, verb, REL_obj) < 0 && !is_measure(p, c) && take_pair(p, verb, prep, key)) {
			if (!keeps_preposition(p, verb, prep)) {
				gone(p, prep, "part of a phrase");
				p->word[c].relation = REL_obj;
			} else if (p->node[verb].sense->transitive && p->word[verb].tag != TAG_VBN && has_intransitive(p, verb)) {
				p->node[verb] = before;	/* the hall filled with noise */
			}
			return;
		}
	}
}

/* "even if", "so that", "as soon as": words that link a clause together are one mark of it. */
static bool take_link(struct part *p, int i, int n, struct view key)
{
	int mark = -1, head, above;
	size_t rows;
	const struct row *row = rows_find(&p->g->clauses, key, &rows);

	if (!row)
		return false;
	for (int k = i; k < i + n; k++)
		if (p->word[k].head >= i + n && (mark < 0 || p->word[k].relation == REL_mark))
			mark = k;
	if (mark < 0)
		return false;
	head = p->word[mark].head;
	above = p->word[head].head;
	if ((i + n < p->n && has_lemma(p, i + n, "of")) || (is_noun(p, head) && p->word[head].relation == REL_obl))
		return false;		/* in case of fire, instead of a refund */
	if (above >= i && above < i + n) {	/* the clause hangs on "soon", and that on the main verb */
		p->word[head].head = p->word[above].head;
		p->word[head].relation = REL_advcl;
	}
	gather_children(p, i, n, mark, "part of what links the clause");
	p->word[mark].head = head;
	p->word[mark].relation = REL_mark;
	p->node[mark].link = row->column[0];
	return true;
}

static int find_link_words(struct part *p, int i, struct buf *key)
{
	for (int n = 4; n > 1; n--) {
		if (i + n > p->n)
			continue;
		phrase_key(p, i, n, KEY_NONE, key);
		if (take_link(p, i, n, buf_view(key)))
			return n;
	}
	return 0;
}

void find_phrases(struct part *p)
{
	struct buf key = { 0 };

	mend_tree(p);
	repair_copulas(p);
	repair_relatives(p);
	repair_main(p);
	repair_whose(p);
	repair_questions(p);
	repair_heading(p);
	repair_free_subjects(p);
	repair_infinitives(p);
	repair_concessions(p);

	for (int i = 0; i < p->n;) {
		int n = find_link_words(p, i, &key);

		if (!n && p->items->at[p->item[i]].kind == ITEM_WORD)
			n = find_phrase(p, i, &key);
		i += n ? n : 1;
	}
	link_children(p);
	for (int i = 0; i < p->n; i++)
		take_predicate(p, i, &key);
	for (int i = 0; i < p->n; i++)
		if (is_verb(p, i) && !p->node[i].sense && !p->node[i].gone)
			find_pairs(p, i, &key);
	buf_release(&key);
}
