/* plan.c - decides what each word of a part means: phrases first, then senses by frame, collocation and surroundings. */
#include "transfer.h"

#include "utf8.h"

#include <ctype.h>
#include <stdio.h>

/* --- the tree --- */

struct view lower_form(const struct part *p, int i, char room[LOWER_MAX])
{
	struct view form = p->word[i].form;

	if (form.n >= LOWER_MAX)
		return V("");
	for (size_t k = 0; k < form.n; k++)
		room[k] = (char)tolower((unsigned char)form.p[k]);
	return (struct view){ room, form.n };
}

void gone(struct part *p, int i, const char *why)
{
	if (i >= 0 && !p->node[i].said)
		p->node[i].gone = why;
}

int child_of(const struct part *p, int i, enum relation relation)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if (p->word[c].relation == relation)
			return c;
	return -1;
}

bool is_verb(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_VB || t == TAG_VBD || t == TAG_VBP || t == TAG_VBZ || t == TAG_VBG || t == TAG_VBN;
}

bool is_noun(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_NN || t == TAG_NNS || t == TAG_NNP || t == TAG_NNPS || t == TAG_PRP || t == TAG_WP || t == TAG_CD || t == TAG_EX;
}

/* Has the clause of a verb, or of what a copula stands beside, a tense? */
bool is_finite(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	if (t == TAG_VBD || t == TAG_VBP || t == TAG_VBZ)
		return true;
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		uint8_t r = p->word[c].relation, u = p->word[c].tag;

		if ((r == REL_aux || r == REL_aux_pass || r == REL_cop)
		    && (u == TAG_MD || u == TAG_VBD || u == TAG_VBP || u == TAG_VBZ))
			return true;
	}
	return false;
}

static void link_children(struct part *p)
{
	for (int i = 0; i < p->n; i++)
		p->node[i].first = p->node[i].next = p->node[i].last = -1;
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (h < 0) {
			p->root = i;
			continue;
		}
		if (p->node[h].last < 0)
			p->node[h].first = i;
		else
			p->node[p->node[h].last].next = i;
		p->node[h].last = i;
	}
}

static struct senses by_form(const struct part *p, int i, enum pos pos)
{
	char lower[LOWER_MAX];

	return bilingual_word(&p->g->words, lower_form(p, i, lower), pos);
}

/* --- phrases --- */

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

/* What the tree calls a copula is an auxiliary beside a verb: "were involved", "is growing". */
static void repair_copulas(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (p->word[i].relation != REL_cop || h < i || by_form(p, h, POS_ADJ).n)
			continue;
		if (p->word[h].tag == TAG_VBN)
			p->word[i].relation = REL_aux_pass;
		else if (p->word[h].tag == TAG_VBG && !by_form(p, h, POS_N).n)
			p->word[i].relation = REL_aux;
	}
}

/* The noun right before a relative word, a comma or preposition between them apart; -1: none. */
static int antecedent(const struct part *p, int word)
{
	int k = word - 1;

	if (k > 1 && has_lemma(p, k, "of") && p->word[k - 2].tag == TAG_COMMA)
		k -= 2;			/* "a group, most of whose members" */
	else if (k >= 0 && p->word[k].tag == TAG_IN)
		k--;
	if (k >= 0 && p->word[k].tag == TAG_COMMA)
		k--;
	return k >= 0 && is_noun(p, k) && p->word[k].tag != TAG_PRP ? k : -1;
}

/* "a diary in which she wrote": a clause with a relative word hangs on the noun before it, whatever the tree says. */
static void repair_relatives(struct part *p)
{
	static const uint8_t loose[] = { REL_parataxis, REL_advcl, REL_amod, REL_ccomp, REL_conj, REL_dep, REL_appos, REL_advcl_relcl,
					 REL_xcomp, REL_acl };

	for (int i = 1; i < p->n; i++) {
		uint8_t t = p->word[i].tag;
		int noun, h = p->word[i].head;

		if ((t != TAG_WDT && t != TAG_WP && t != TAG_WP_POSS) || has_lemma(p, i, "what") || (noun = antecedent(p, i)) < 0)
			continue;
		while (h >= 0 && h > i && !is_verb(p, h) && child_of(p, h, REL_cop) < 0 && p->word[h].head > i)
			h = p->word[h].head;
		if (h <= i || p->word[h].head > i || p->word[h].head < 0 || is_under(p, noun, h))
			continue;
		for (size_t k = 0; k < sizeof loose; k++)
			if (p->word[h].relation == loose[k]) {
				p->word[h].head = noun;
				p->word[h].relation = REL_acl_relcl;
				break;
			}
	}
	link_children(p);
}

/* "The farmers for whom it was built get water": the first verb is the one within, when its noun is its subject too. */
static void repair_main(struct part *p)
{
	for (int i = 1; i < p->n; i++) {
		uint8_t t = p->word[i].tag;
		int noun = antecedent(p, i), inner = p->word[i].head, main;

		if ((t != TAG_WDT && t != TAG_WP) || noun < 0 || inner != p->root || inner < i || p->word[noun].head != inner
		    || (p->word[noun].relation != REL_nsubj && p->word[noun].relation != REL_nsubj_pass)
		    || child_of(p, i, REL_case) < 0)
			continue;
		for (main = inner + 1; main < p->n; main++)
			if (p->word[main].head == inner && is_verb(p, main) && p->word[main].tag != TAG_VBG
			    && p->word[main].tag != TAG_VBN && child_of(p, main, REL_mark) < 0 && child_of(p, main, REL_cc) < 0)
				break;
		if (main == p->n)
			continue;
		p->word[main].head = -1;
		p->word[main].relation = REL_root;
		p->word[main].tag = p->word[main].tag == TAG_VB ? TAG_VBP : p->word[main].tag;
		p->word[inner].head = noun;
		p->word[inner].relation = REL_acl_relcl;
		p->word[noun].head = main;
		p->word[noun].relation = REL_nsubj;
		p->root = main;
	}
	link_children(p);
}

/* "a lock whose key you tried": the clause hangs on the lock, the key and who tried it within the clause. */
static void repair_whose(struct part *p)
{
	for (int i = 1; i < p->n; i++) {
		int noun = antecedent(p, i), own = p->word[i].head, verb, by;

		if (p->word[i].tag != TAG_WP_POSS || noun < 0 || own <= i || p->word[own].head != noun
		    || p->word[own].relation == REL_acl_relcl)
			continue;
		for (verb = own + 1; verb < p->n; verb++)
			if (is_verb(p, verb) && p->word[verb].head >= own && p->word[verb].head < verb
			    && (p->word[verb].relation == REL_acl_relcl || p->word[verb].relation == REL_acl))
				break;
		if (verb == p->n)
			continue;
		by = p->word[verb].head;
		if (by != own) {
			p->word[by].head = verb;
			p->word[by].relation = REL_nsubj;
			p->word[verb].tag = p->word[verb].tag == TAG_VBN ? TAG_VBD : p->word[verb].tag;
		}
		p->word[own].relation = by != own || child_of(p, verb, REL_nsubj) >= 0 ? REL_obj : REL_nsubj;
		p->word[own].head = verb;
		p->word[verb].head = noun;
		p->word[verb].relation = REL_acl_relcl;
	}
	link_children(p);
}

/* "shows what it did": a question, not a relative clause on what. */
static void repair_questions(struct part *p)
{
	static const char *const asking[] = { "know", "ask", "tell", "show", "say", "see", "explain", "understand", "decide", "learn", "guess",
					      "wonder", "remember", "describe", "forget", "check", "discover", "find", "reveal", NULL };

	for (int i = 1; i < p->n; i++) {
		int r = child_of(p, i, REL_acl_relcl), verb = p->word[i].head;

		if (!has_lemma(p, i, "what") || r < 0 || verb < 0 || !view_is_any(p->word[verb].lemma, asking) || p->word[i].relation != REL_obj)
			continue;
		p->word[r].head = verb;
		p->word[r].relation = REL_ccomp;
		p->word[i].head = r;
		p->word[i].relation = child_of(p, r, REL_nsubj) < 0 ? REL_nsubj : REL_obj;
	}
	link_children(p);
}

/* "What the Auditor Found", alone in its line: a question, क्या. */
static void repair_heading(struct part *p)
{
	int r = p->n > 2 && view_is(p->word[0].form, "What") && p->root == 0 ? child_of(p, 0, REL_acl_relcl) : -1;

	if (r < 0)
		return;
	for (int i = 1; i < p->n; i++)
		if (p->word[i].head == 0 && i != r)
			return;
	p->word[r].head = -1;
	p->word[r].relation = REL_root;
	p->word[0].head = r;
	p->word[0].relation = child_of(p, r, REL_nsubj) < 0 ? REL_nsubj : REL_obj;
	p->root = r;
	link_children(p);
}

/* "What he says is true", where the clause is the subject itself: the word that asks is, and the clause tells of it. */
static void repair_free_subjects(struct part *p)
{
	static const char *const free[] = { "what", "whatever", "whoever", NULL };

	for (int i = 0; i < p->n; i++) {
		int r = p->word[i].head;

		if (p->word[i].tag != TAG_WP || !view_is_any(p->word[i].lemma, free) || r < i
		    || (p->word[r].relation != REL_csubj && p->word[r].relation != REL_csubj_pass)
		    || (p->word[i].relation != REL_obj && p->word[i].relation != REL_nsubj && p->word[i].relation != REL_nsubj_pass))
			continue;
		p->word[i].head = p->word[r].head;
		p->word[i].relation = p->word[r].relation == REL_csubj ? REL_nsubj : REL_nsubj_pass;
		p->word[r].head = i;
		p->word[r].relation = REL_acl_relcl;
	}
	link_children(p);
}

static bool listed_word(const struct part *p, struct view list, int i);

/* Has a verb a row whose frame names this? */
static bool has_frame(const struct part *p, int verb, const char *name, const char *value)
{
	struct senses s = bilingual_word(&p->g->words, p->word[verb].lemma, POS_V);
	struct view found;

	for (size_t k = 0; k < s.n; k++)
		if (frame_find(s.at[k].frame, name, &found) && (!value || view_is(found, value)))
			return true;
	return false;
}

/* "encourage children to read", "heard the dog barking": what the object does hangs on the verb, not on the object. */
static void repair_infinitives(struct part *p)
{
	for (int i = 2; i < p->n; i++) {
		int object = p->word[i].head, verb = object >= 0 ? p->word[object].head : -1;
		bool to = has_lemma(p, child_of(p, i, REL_mark), "to"), acts;

		if (p->word[i].relation != REL_acl || verb < 0 || object > i || verb > object || p->word[object].relation != REL_obj
		    || !is_verb(p, verb) || !(p->word[i].tag == TAG_VBG || (to && is_verb(p, i))))
			continue;
		acts = listed_word(p, V("person,people,kin,animal,name-person,name-org"), object);
		if (to ? (acts && (has_frame(p, verb, "inf", NULL) || has_frame(p, verb, "obj-inf", NULL)))
		    || has_frame(p, verb, "obj-inf", "कि V-गा") : acts && has_frame(p, verb, "inf", "V-ते हुए")) {
			p->word[i].head = verb;
			p->word[i].relation = REL_xcomp;
		}
	}
	for (int i = 2; i < p->n; i++) {
		static const char *const completed[] = { "get", "have", "keep", "want", "need", "like", "see", "find", "leave", "make", "hear",
							 "feel", "consider", "watch", "order", "hold", "set", "wish", NULL };
		int verb = p->word[i].head;

		/* "use a protocol based on it": what was done to the object tells which one it is. */
		if (p->word[i].tag == TAG_VBN && p->word[i].relation == REL_xcomp && verb >= 0 && is_noun(p, i - 1) && p->word[i - 1].head == verb
		    && p->word[i - 1].relation == REL_obj && p->node[i].first >= 0 && !view_is_any(p->word[verb].lemma, completed)) {
			p->word[i].head = i - 1;
			p->word[i].relation = REL_acl;
		}
	}
	link_children(p);
}

/* "whatever you choose, keep it": the word is what is chosen, and the clause hangs on the main verb. */
static void turn_concession(struct part *p, int i)
{
	int r = child_of(p, i, REL_acl_relcl), main = p->word[i].head, comma = r;
	uint8_t rel = p->word[i].relation;
	bool asks;

	while (comma >= 0 && comma < p->n && p->word[comma].tag != TAG_COMMA)
		comma++;
	if (r < i || comma <= r || comma >= p->n || main <= comma || child_of(p, i, REL_case) >= 0)
		return;
	asks = p->word[main].tag == TAG_VB || (child_of(p, main, REL_cop) >= 0 && p->word[child_of(p, main, REL_cop)].tag == TAG_VB);
	if ((rel == REL_nsubj && (!asks || child_of(p, main, REL_aux) >= 0)) || rel == REL_nsubj_pass || rel == REL_obj)
		return;
	p->word[r].head = main;
	p->word[r].relation = REL_advcl;
	p->word[i].head = r;
	p->word[i].relation = child_of(p, r, REL_nsubj) >= 0 || child_of(p, r, REL_nsubj_pass) >= 0 ? REL_obj : REL_nsubj;
}

/* "no matter what they say": चाहे वे कुछ भी कहें. */
static void turn_no_matter(struct part *p, int i)
{
	static const struct { const char *word, *hindi; } any[] = {
		{ "what", "कुछ भी" }, { "who", "कोई भी" }, { "where", "कहीं भी" }, { "when", "कभी भी" }, { "which", "कोई भी" },
	};
	int wh = i + 2, clause = wh < p->n ? p->word[wh].head : -1, main = i + 1 < p->n ? p->word[i + 1].head : -1;

	if (wh >= p->n || !has_lemma(p, i, "no") || !has_lemma(p, i + 1, "matter") || main < 0 || main == i)
		return;
	while (clause > wh && !is_verb(p, clause) && child_of(p, clause, REL_cop) < 0 && p->word[clause].head > wh)
		clause = p->word[clause].head;
	if (clause <= wh || clause == main || !is_finite(p, clause) || is_under(p, main, i + 1))
		return;
	p->word[clause].head = main;
	p->word[clause].relation = REL_advcl;
	p->word[i].head = clause;
	p->word[i].relation = REL_mark;
	p->word[i + 1].head = i;
	p->word[i + 1].relation = REL_fixed;
	gone(p, i + 1, "part of a phrase");
	p->node[i].link = V("no matter");
	p->node[i].hi = V("चाहे");
	for (size_t k = 0; k < sizeof any / sizeof *any; k++)
		if (has_lemma(p, wh, any[k].word)) {
			p->node[wh].hi = view_of(any[k].hindi);
			p->node[wh].fixed = true;
		}
}

/* Clauses that say that something does not matter; and "know how to swim", which is तैरना जानना. */
static void repair_concessions(struct part *p)
{
	static const char *const ever[] = { "whatever", "whoever", "whomever", NULL };

	for (int i = 0; i < p->n; i++) {
		int x = p->word[i].head;

		if (p->word[i].tag == TAG_WP && view_is_any(p->word[i].lemma, ever))
			turn_concession(p, i);
		turn_no_matter(p, i);
		if (!has_lemma(p, i, "how") || p->word[i].relation != REL_advmod || x != i + 2 || !has_lemma(p, i + 1, "to") || p->word[x].tag != TAG_VB
		    || p->word[x].head < 0 || p->word[x].head > i || !is_verb(p, p->word[x].head) || (!has_frame(p, p->word[x].head, "inf", "V-ना") && !has_frame(p, p->word[x].head, "how", "V-ना")))
			continue;
		p->word[x].relation = REL_xcomp;
		gone(p, i, "part of what is known or learned");
	}
	link_children(p);
}

static void find_phrases(struct part *p)
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

/* --- senses --- */

static bool listed(struct view list, struct view word)
{
	struct view one;

	while (view_next(&list, ',', &one))
		if (view_eq(view_trim(one), word))
			return true;
	return false;
}

/* Is the word, or its class, in the list? */
static bool listed_word(const struct part *p, struct view list, int i)
{
	struct view class;

	if (i < 0)
		return false;
	if (listed(list, p->word[i].lemma))
		return true;
	class = bilingual_class(&p->g->words, p->word[i].lemma);
	if (!class.n && view_is(p->items->at[p->item[i]].type, "PER"))
		class = V("person");
	if (!class.n && ((p->word[i].tag == TAG_PRP && !has_lemma(p, i, "it")) || (p->word[i].tag == TAG_WP && has_lemma(p, i, "who"))))
		class = V("person");
	if (!class.n && p->word[i].tag == TAG_CD)
		class = V("number");
	if (!class.n && p->word[i].tag == TAG_WP && has_lemma(p, i, "who"))
		class = V("person");
	if (class.n && listed(list, class))
		return true;
	return listed(list, V("thing")) && !view_is(class, "person") && !view_is(class, "people") && !view_is(class, "kin")
		&& !view_is(class, "animal") && p->word[i].tag != TAG_PRP && p->word[i].tag != TAG_WP && p->word[i].tag != TAG_WDT
		&& p->items->at[p->item[i]].kind == ITEM_WORD;
}

/* A relative word stands for the noun that its clause hangs on. */
static int stands_for(const struct part *p, int i, int clause)
{
	uint8_t t = i < 0 ? TAG_NONE : p->word[i].tag;

	return p->word[clause].relation == REL_acl_relcl && i >= 0 && !has_lemma(p, i, "who") && (t == TAG_WDT || t == TAG_WP || (has_lemma(p, i, "that") && t != TAG_DT))
		? p->word[clause].head : i;
}

static int subject_of(const struct part *p, int i)
{
	int s = child_of(p, i, REL_nsubj);

	return stands_for(p, s >= 0 ? s : child_of(p, i, REL_nsubj_pass), i);
}

/* "We washed and dried the plates": the object that hangs on a later verb of the same row, and no other word between them; -1: none. */
static int shared_object(const struct part *p, int i)
{
	static const char *const complete[] = { "eat", "drink", "smoke", "pay", "play", "study", "stop", "wait", "try", "call", "leave", "look", NULL };
	struct senses s = is_verb(p, i) ? bilingual_word(&p->g->words, p->word[i].lemma, POS_V) : (struct senses){ 0 };
	int first = p->word[i].relation == REL_conj && p->word[i].head >= 0 && is_verb(p, p->word[i].head) ? p->word[i].head : i;

	if (!s.n || view_is_any(p->word[i].lemma, complete) || (first == i && !s.at->transitive) || (first < i && child_of(p, first, REL_obj) >= 0)
	    || child_of(p, i, REL_obj) >= 0 || child_of(p, i, REL_aux_pass) >= 0 || p->word[i].tag == TAG_VBN)
		return -1;
	for (int k = i + 1, n = 0; k + 1 < p->n && n < 4; k++, n++) {
		while (k + 1 < p->n && (p->word[k].tag == TAG_COMMA || p->word[k].tag == TAG_CC))
			k++;
		if (p->word[k - 1].tag != TAG_COMMA && p->word[k - 1].tag != TAG_CC)
			return -1;
		if (!is_verb(p, k) || p->word[k].relation != REL_conj || p->word[k].head != first
		    || (p->word[k].tag != p->word[i].tag && p->word[k].tag != TAG_VBN))
			return -1;
		if (child_of(p, k, REL_obj) > k)
			return p->word[k - 1].tag == TAG_CC && child_of(p, k, REL_xcomp) < 0 && child_of(p, k, REL_ccomp) < 0
				&& child_of(p, first, REL_csubj) < 0 ? child_of(p, k, REL_obj) : -1;
	}
	return -1;
}

static int object_of(const struct part *p, int i)
{
	int o = child_of(p, i, REL_obj);

	if (o < 0)
		o = shared_object(p, i);
	return stands_for(p, o >= 0 ? o : child_of(p, i, REL_nsubj_pass), i);
}

/* The argument of a verb, noun or adjective that a preposition marks; -1: none. */
static int argument_of(const struct part *p, int i, struct view preposition)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		int k = child_of(p, c, REL_case);

		if (k < 0)
			k = child_of(p, c, REL_mark);
		if (k >= 0 && view_eq(p->word[k].lemma, preposition))
			return c;
	}
	return -1;
}

static bool in_sentence(const struct part *p, struct view word, int but)
{
	for (int i = 0; i < p->n; i++)
		if (i != but && view_eq(p->word[i].lemma, word))
			return true;
	return false;
}

/* Free words of a cue count a little where they stand in the sentence. */
static int fit_words(const struct part *p, int i, struct view cue)
{
	struct view one;

	while (view_next(&cue, ',', &one)) {
		one = view_trim(one);
		if (one.n > 1 && in_sentence(p, one, i))
			return 1;
	}
	return 0;
}

static bool is_adjective(const struct part *p, int i)
{
	uint8_t t = p->word[i].tag;

	return t == TAG_JJ || t == TAG_JJR || t == TAG_JJS || t == TAG_RB || t == TAG_RBR
		|| (p->node[i].hi.n && p->node[i].pos == POS_ADJ);	/* कैसा, of reshape.c */
}

/* Does a gerund, or else an adjective, complete the verb: keep running, keep quiet? */
static bool completes_with(const struct part *p, int i, bool gerund)
{
	int x = child_of(p, i, REL_xcomp);

	if (x < 0 && gerund)
		x = child_of(p, i, REL_ccomp) >= 0 ? child_of(p, i, REL_ccomp) : child_of(p, i, REL_obj);
	return x > i && (gerund ? p->word[x].tag == TAG_VBG : is_adjective(p, x));
}

static bool listed_child(const struct part *p, struct view list, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next)
		if ((p->word[c].relation == REL_compound || p->word[c].relation == REL_amod || p->word[c].relation == REL_nmod)
		    && listed_word(p, list, c))
			return true;
	return false;
}

/* A cue that nothing learned can outweigh: the construction has one meaning. */
enum { DECIDED = 100 };

/* Does a verb tell what the object does: make him laugh, see her leave? */
static bool completes_object(const struct part *p, int i)
{
	int x = child_of(p, i, REL_xcomp);

	return x > i && object_of(p, i) >= 0 && (p->word[x].tag == TAG_VB || p->word[x].tag == TAG_VBG);
}

enum { STRONG = 4, SURE = 6 };	/* how well a cue holds: a word beside it does, the construction itself */

static int fit_named(const struct part *p, int i, struct view name, struct view list)
{
	size_t rows;
	int at;

	if (listed(list, V("V-ing")) || (listed(list, V("adj")) && !view_is(name, "obj")))
		return completes_with(p, i, listed(list, V("V-ing"))) ? SURE : 0;
	if (view_is(name, "degree"))
		return p->word[i].head >= 0 && is_adjective(p, p->word[i].head) ? STRONG : 0;
	if (view_is(name, "obj") && listed(list, V("adj"))) {
		at = child_of(p, i, REL_xcomp);
		return at >= 0 && is_adjective(p, at) ? STRONG : 0;
	}
	if (view_is(name, "obj"))
		return listed_word(p, list, object_of(p, i)) ? STRONG : 0;
	if (view_is(name, "subj"))
		return listed_word(p, list, subject_of(p, i)) ? STRONG : 0;
	if (view_is(name, "noun"))
		return listed_word(p, list, p->word[i].head) || listed_child(p, list, i) ? STRONG : 0;
	if (view_is(name, "particle")) {
		at = child_of(p, i, REL_compound_prt);
		return at >= 0 && listed(list, p->word[at].lemma) ? STRONG + 1 : 0;
	}
	if (view_is(name, "V")) {
		at = child_of(p, i, REL_xcomp);
		return at >= 0 && listed(list, V("to")) && object_of(p, i) < 0 && has_lemma(p, child_of(p, at, REL_mark), "to") ? DECIDED : 0;
	}
	if (view_is(name, "obj+V"))
		return completes_object(p, i) && (listed(list, V("any")) || listed_word(p, list, object_of(p, i))) ? DECIDED : 0;
	if (view_is(name, "with")) {
		struct view one;

		while (view_next(&list, ',', &one))
			if (argument_of(p, i, view_trim(one)) >= 0)
				return STRONG;
		return 0;
	}
	at = argument_of(p, i, name);
	if (at >= 0)
		return listed_word(p, list, at) ? STRONG + 1 : 0;
	/* A preposition that is not there is no hint; other names (tech, law) are, by their words. */
	return rows_find(&p->g->prepositions, name, &rows) ? 0 : fit_words(p, i, list);
}

/* A clause or infinitive that stands as an object does, or the gap of a relative clause on an object. */
static bool has_complement(const struct part *p, int i)
{
	return child_of(p, i, REL_ccomp) >= 0 || child_of(p, i, REL_xcomp) >= 0
		|| (p->word[i].relation == REL_acl_relcl && child_of(p, i, REL_nsubj) >= 0 && !is_noun(p, child_of(p, i, REL_nsubj)))
		|| (p->word[i].relation == REL_acl_relcl && child_of(p, i, REL_nsubj) >= 0 && child_of(p, i, REL_obj) < 0
		    && !has_lemma(p, child_of(p, i, REL_nsubj), "that") && !has_lemma(p, child_of(p, i, REL_nsubj), "which")
		    && !has_lemma(p, child_of(p, i, REL_nsubj), "who"));
}

/* "is closed on Sundays", but not "is closed after a year", "is closed automatically". */
static bool is_bare_state(const struct part *p, int i)
{
	for (int c = p->node[i].first; c >= 0; c = p->node[c].next) {
		uint8_t r = p->word[c].relation;
		int prep = r == REL_obl ? child_of(p, c, REL_case) : -1;

		if (r == REL_advcl || r == REL_obl_agent || (r == REL_advmod && view_ends(p->word[c].lemma, "ly"))
		    || (r == REL_obl && !has_lemma(p, prep, "on") && !has_lemma(p, prep, "for") && !has_lemma(p, prep, "to")))
			return false;
	}
	return true;
}

/* "is surrounded", "was covered with snow": how things are; what is named must hang on the verb. */
static int fit_state(const struct part *p, int i, struct view names)
{
	int be = child_of(p, i, REL_aux_pass);
	struct view one;

	if (be < 0 || !has_lemma(p, be, "be") || child_of(p, i, REL_aux) >= 0)
		return 0;
	if (!names.n)
		return SURE;
	while (view_next(&names, ',', &one)) {
		one = view_trim(one);
		if (view_is(one, "present") ? p->word[be].tag != TAG_VBD && is_bare_state(p, i)
		    : view_is(one, "complement") ? child_of(p, i, REL_obj) >= 0 || child_of(p, i, REL_xcomp) >= 0 : argument_of(p, i, one) >= 0)
			return SURE;
	}
	return 0;
}

/* "were injured", "was damaged by the flood": nobody did it. */
static int fit_befalls(const struct part *p, int i)
{
	int by = child_of(p, i, REL_obl_agent);

	if (child_of(p, i, REL_aux_pass) < 0)
		return 0;
	return by < 0 || (p->items->at[p->item[by]].kind == ITEM_WORD && listed_word(p, V("thing"), by)) ? SURE : 0;
}

/* How well one cue holds; 0: it does not. */
static int fit_cue(const struct part *p, int i, struct view cue)
{
	const char *colon = cue.n ? memchr(cue.p, ':', cue.n) : NULL;

	cue = view_trim(cue);
	if (view_is(cue, "stative") || view_starts(cue, "stative:"))
		return fit_state(p, i, colon ? view_cut(cue, (size_t)(colon - cue.p) + 1, cue.n) : V(""));
	if (view_is(cue, "befalls"))
		return fit_befalls(p, i);
	if (colon)
		return fit_named(p, i, view_trim(view_cut(cue, 0, (size_t)(colon - cue.p))),
				 view_cut(cue, (size_t)(colon - cue.p) + 1, cue.n));
	if (view_starts(cue, "degree"))
		return p->word[i].head >= 0 && is_adjective(p, p->word[i].head) ? 4 : 0;
	if (view_is(cue, "V-ing") || view_starts(cue, "V-ing:"))
		return completes_with(p, i, true) ? 5 : 0;
	if (view_is(cue, "intr"))
		return object_of(p, i) < 0 && !has_complement(p, i) ? 2 : 0;
	if (view_is(cue, "tr"))
		return object_of(p, i) >= 0 ? 2 : 0;
	if (view_is(cue, "pl"))
		return p->word[i].tag == TAG_NNS ? 2 : 0;
	if (view_is(cue, "passive"))
		return child_of(p, i, REL_aux_pass) >= 0 || (p->word[i].tag == TAG_VBN && p->word[i].relation == REL_acl) ? 2 : 0;
	return fit_words(p, i, cue);
}

static int fit(const struct part *p, int i, const struct sense *s)
{
	struct view when = s->when, cue;
	int best = 0;

	while (view_next(&when, ';', &cue)) {
		int f = fit_cue(p, i, view_trim(cue));

		if (f > best)
			best = f;
	}
	return best;
}

/* Is a sense one of a certain construction alone: without an object, with a particle or a preposition? */
static bool is_of_construction(const struct sense *s)
{
	struct view when = s->when, cue;
	bool strict = false;

	while (view_next(&when, ';', &cue)) {
		cue = view_trim(cue);
		if (view_is(cue, "intr") || (view_is(cue, "passive") && !s->transitive) || view_is(cue, "befalls") || view_starts(cue, "stative") || view_starts(cue, "with:") || view_starts(cue, "particle:"))
			strict = true;
		else if (!view_starts(cue, "obj:"))
			return false;
	}
	return strict;
}

/* A verb that takes no object has no place for one that is there. */
static bool leaves_object(const struct part *p, int i, const struct sense *s)
{
	struct view marking;

	return s->pos == POS_V && !s->transitive && child_of(p, i, REL_obj) >= 0 && !frame_find(s->frame, "obj", &marking)
		&& !frame_find(s->frame, "subj", &marking);
}

static const struct sense *best_sense(struct part *p, int i, struct senses s)
{
	int cue[CHOICE_ROWS];
	size_t best = 0, told;

	s.n = s.n < CHOICE_ROWS ? s.n : CHOICE_ROWS;
	for (size_t k = 0; k < s.n; k++) {
		cue[k] = fit(p, i, &s.at[k]);
		if (cue[k] > cue[best] || (!k && cue[k])) {
			best = k;
			p->node[i].rule = "cue";
		}
	}
	told = best;
	if (s.n > 1 && cue[best] < DECIDED && choose(&p->g->choice, p, i, s, cue, &best))
		p->node[i].rule = "learned";
	if (s.n && !cue[best] && (s.at[best].when.n > 1 || s.at->pos == POS_N) && cue[told] >= STRONG)
		best = told;	/* of two that ask for company the one that has it */
	if (s.n && (leaves_object(p, i, &s.at[best])
		    || cue[told] == SURE || (!cue[best] && ((cue[told] > 4 && object_of(p, i) < 0) || is_of_construction(&s.at[best])))))
		best = told;
	for (size_t k = 0; k < s.n && child_of(p, i, REL_aux_pass) < 0 && leaves_object(p, i, &s.at[best]); k++)
		if (!leaves_object(p, i, &s.at[k]) && (cue[k] || s.at[k].when.n < 2))
			best = k;	/* "moved the books": the one that can take them */
	return s.n ? &s.at[best] : NULL;
}

static enum pos pos_of_tag(const struct part *p, int i)
{
	switch (p->word[i].tag) {
	case TAG_NN: case TAG_NNS: case TAG_NNP: case TAG_NNPS: return POS_N;
	case TAG_VB: case TAG_VBD: case TAG_VBP: case TAG_VBZ: case TAG_VBG: case TAG_VBN: return POS_V;
	case TAG_JJ: case TAG_JJR: case TAG_JJS: return POS_ADJ;
	case TAG_RB: case TAG_RBR: case TAG_RBS: case TAG_RP: case TAG_WRB: return POS_ADV;
	case TAG_IN: case TAG_TO: return p->word[i].relation == REL_mark ? POS_CONJ : POS_PREP;
	case TAG_CC: return POS_CONJ;
	case TAG_CD: return POS_NUM;
	case TAG_DT: case TAG_PDT: case TAG_WDT: return POS_DET;
	case TAG_PRP: case TAG_PRP_POSS: case TAG_WP: case TAG_WP_POSS: case TAG_EX: return POS_PRON;
	case TAG_MD: return POS_AUX;
	case TAG_UH: return POS_INT;
	default: return POS_NONE;
	}
}

/* Where a part of speech has no entry, these are asked. */
static const uint8_t instead[POS_COUNT][4] = {
	[POS_N] = { POS_ADJ, POS_NUM, POS_V }, [POS_V] = { POS_N, POS_ADJ }, [POS_ADJ] = { POS_N, POS_ADV, POS_DET, POS_V },
	[POS_ADV] = { POS_ADJ, POS_PREP, POS_CONJ, POS_N }, [POS_PREP] = { POS_CONJ, POS_ADV }, [POS_CONJ] = { POS_PREP, POS_ADV },
	[POS_DET] = { POS_ADJ, POS_PRON, POS_ADV }, [POS_PRON] = { POS_DET, POS_N }, [POS_NUM] = { POS_N }, [POS_INT] = { POS_ADV, POS_N },
	[POS_NONE] = { POS_N, POS_ADJ, POS_ADV, POS_INT },
};

/* "people affected by the leak": a participle that is in the dictionary as an adjective, with the preposition that is there. */
static bool governs_as_adjective(const struct part *p, int i)
{
	struct senses s = by_form(p, i, POS_ADJ);

	for (int c = s.n ? p->node[i].first : -1; c >= 0; c = p->node[c].next) {
		int prep = child_of(p, c, REL_case);
		struct view post;
		char name[LOWER_MAX];

		if (c < i || prep < 0 || p->word[prep].lemma.n >= sizeof name)
			continue;
		snprintf(name, sizeof name, "%.*s", VIEW_ARG(p->word[prep].lemma));
		if (frame_find(s.at->frame, name, &post))
			return true;
	}
	return false;
}

/* "stop working", "tried opening it": a gerund that completes a verb is one, unless the verb says how something is. */
static bool is_done(const struct part *p, int i)
{
	static const char *const stating[] = { "be", "seem", "look", "become", "get", "feel", "remain", "stay", "sound", "appear", "make", "find",
					       "consider", "prove", NULL };
	int verb = p->word[i].head;

	return p->word[i].tag == TAG_VBG && verb >= 0 && is_verb(p, verb) && !view_is_any(p->word[verb].lemma, stating);
}

static void find_sense(struct part *p, int i)
{
	struct node *n = &p->node[i];
	enum pos pos = pos_of_tag(p, i);
	struct senses s;

	n->pos = (uint8_t)pos;
	if ((p->word[i].tag == TAG_VBG || p->word[i].tag == TAG_VBN)
	    && (p->word[i].relation == REL_amod || (p->word[i].relation == REL_xcomp && !is_done(p, i)) || child_of(p, i, REL_cop) >= 0)) {
		s = by_form(p, i, POS_ADJ);
		if (s.n) {
			n->sense = best_sense(p, i, s);
			n->pos = POS_ADJ;
			return;
		}
	}
	if (p->word[i].tag == TAG_VBN && p->word[i].relation == REL_acl && governs_as_adjective(p, i)) {
		n->sense = best_sense(p, i, by_form(p, i, POS_ADJ));
		n->pos = POS_ADJ;
		return;
	}
	s = (struct senses){ 0 };
	if (p->word[i].tag == TAG_JJR || p->word[i].tag == TAG_JJS || p->word[i].tag == TAG_RBR || p->word[i].tag == TAG_RBS)
		s = by_form(p, i, pos);		/* better, best */
	if (!s.n)
		s = bilingual_word(&p->g->words, p->word[i].lemma, pos);
	for (size_t k = 0; !s.n && k < 4 && instead[pos][k]; k++)
		s = bilingual_word(&p->g->words, p->word[i].lemma, instead[pos][k]);
	n->sense = best_sense(p, i, s);
}

/* A phrase of several rows; that it is one, and which part of speech, has been settled. */
static void choose_phrase(struct part *p, int i)
{
	struct node *n = &p->node[i];
	struct senses s = bilingual_phrase(&p->g->words, n->sense->en, n->sense->pos);

	if (!n->rule || strcmp(n->rule, "phrase") || s.n < 2)
		return;
	n->sense = best_sense(p, i, s);
	n->rule = "phrase";
}

/* --- what a node is in Hindi --- */

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
static void take_causative(struct part *p, int i)
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

static void plan_node(struct part *p, int i)
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

static bool asks_here(const struct part *p, int i)
{
	return p->word[i].tag == TAG_WP || p->word[i].tag == TAG_WRB || p->word[i].tag == TAG_WDT;
}

/* "She is the only carpenter": who a woman is said to be is feminine, too. */
static void match_gender(struct part *p, int i)
{
	struct node *n = &p->node[i];
	int subject = child_of(p, i, REL_cop) >= 0 ? child_of(p, i, REL_nsubj) : -1;

	if (subject < 0 || !n->human || n->pronoun || n->plural || !n->sense || !p->node[subject].human || !p->node[subject].feminine
	    || p->node[subject].plural || view_ends(n->hi, "ा") || view_is(n->class, "kin"))
		return;
	n->feminine = true;
}

/* "..., so we left": it links what follows. */
static void link_so(struct part *p, int i)
{
	bool opens = i == 0 || p->word[i - 1].tag == TAG_COMMA;

	if (!has_lemma(p, i, "so") || !opens || p->node[i].gone || (i + 1 < p->n && is_adjective(p, i + 1)))
		return;
	p->node[i].hi = i + 1 < p->n && asks_here(p, i + 1) ? V("तो") : V("इसलिए");
	p->node[i].fixed = true;
	if (p->word[i].relation == REL_advmod)
		p->word[i].relation = REL_cc;
}

/* Is a clause a question of its own, or what is asked, told, known? */
static bool is_asked(const struct part *p, int clause)
{
	const struct item *last = &p->items->at[p->items->n - 1];
	uint8_t r;

	if (view_is(last->text, "?") || clause < 0 || p->word[clause].head < 0)
		return true;
	r = p->word[clause].relation;
	for (int up = 0; r == REL_conj && up < p->n; up++) {	/* ... why it slipped and who knew */
		clause = p->word[clause].head;
		r = p->word[clause].relation == REL_root ? REL_dep : p->word[clause].relation;
	}
	if (r == REL_advcl && child_of(p, clause, REL_mark) >= 0) {	/* about where it comes from */
		int mark = child_of(p, clause, REL_mark);
		uint8_t next = p->word[mark + 1].tag;

		return p->word[mark].tag == TAG_IN && !has_lemma(p, mark, "than") && !has_lemma(p, mark, "as")
			&& (next == TAG_WRB || next == TAG_WP || next == TAG_WDT || next == TAG_WP_POSS);
	}
	return r == REL_ccomp || r == REL_csubj || r == REL_xcomp || r == REL_obj || r == REL_root;
}

/* Where nothing is asked, when and where, who and which link: जब, जहां, जो. */
static void link_question(struct part *p, int i)
{
	struct node *n = &p->node[i];
	int clause = p->word[i].head;

	if (n->gone || (p->word[i].tag != TAG_WRB && p->word[i].tag != TAG_WDT && p->word[i].tag != TAG_WP
	    && (p->word[i].tag != TAG_WP_POSS || antecedent(p, i) < 0)) || has_lemma(p, i, "what") || view_ends(p->word[i].lemma, "ever") || n->fixed)
		return;
	for (int up = 0; up < p->n && clause >= 0 && !is_verb(p, clause) && child_of(p, clause, REL_cop) < 0; up++)
		clause = p->word[clause].head;
	if (is_asked(p, clause))
		return;
	if (p->word[i].tag == TAG_WRB)
		n->hi = has_lemma(p, i, "when") ? V("जब") : has_lemma(p, i, "where") ? V("जहां") : n->hi;
	else
		n->hi = V("जो");
	if (p->word[i].tag == TAG_WDT && p->word[i].relation != REL_det)
		n->pronoun = p->g->pronouns.at;	/* inflects as one: जिसमें */
}

/* "Eat what you like": what a clause right behind it tells of is वह, जो ...; beside the copula वही. */
static void name_free_relative(struct part *p, int i)
{
	static const char *const free[] = { "what", "whatever", "whoever", "whomever", "who", NULL };
	int r = p->word[i].tag == TAG_WP && view_is_any(p->word[i].lemma, free) ? child_of(p, i, REL_acl_relcl) : -1;
	size_t n;

	if (r <= i || p->node[i].gone || !is_under(p, i + 1, r))
		return;
	p->node[i].human = !has_lemma(p, i, "what") && !has_lemma(p, i, "whatever");
	p->node[i].pronoun = rows_find(&p->g->pronouns, p->node[i].human ? V("that") : V("what"), &n);	/* उसे, but वह of things */
	p->node[i].hi = child_of(p, i, REL_cop) >= 0 ? V("वही") : V("वह");
}

/* Words that are said with नहीं at the verb: never is कभी ... नहीं, not a single एक भी ... नहीं. */
static void part_negation(struct part *p, int i)
{
	struct node *n = &p->node[i];

	if ((n->pos == POS_ADV || n->pos == POS_DET || n->pos == POS_PRON) && view_ends(n->hi, " नहीं")) {
		n->hi = view_cut(n->hi, 0, n->hi.n - strlen(" नहीं"));
		n->negates = true;
	}
}

/* Is a word at or under another? A walk of more than all words goes in a circle. */
bool is_under(const struct part *p, int i, int above)
{
	for (int steps = 0; i >= 0 && steps <= p->n; steps++) {
		if (i == above)
			return true;
		i = p->word[i].head;
	}
	return false;
}

/* Repairs and phrases move words; whatever they did, what is left must be a tree. */
static void keep_tree(struct part *p)
{
	int root = -1;

	for (int i = 0; i < p->n; i++) {
		int h = p->word[i].head;

		if (h >= 0 && !is_under(p, h, i))
			continue;
		p->word[i].head = root;
		if (root >= 0)
			p->word[i].relation = REL_dep;
		else
			root = i;
	}
	link_children(p);
}

/* What only looks like a sign (62%) or a verb of form (BGP is how ...) to the parser would be left out as one: it must be said. */
static void keep_words(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		uint8_t kind = p->items->at[p->item[i]].kind, *r = &p->word[i].relation;
		bool formal = *r == REL_cop || *r == REL_aux || *r == REL_aux_pass || *r == REL_case || *r == REL_cc;

		if ((kind != ITEM_SIGN && *r == REL_punct) || (kind != ITEM_SIGN && kind != ITEM_WORD && formal))
			*r = REL_dep;
	}
}

/* "spent a year writing it", "heard someone crying": a gerund that the verb's frame has a form for completes it. */
static void complete_with_gerund(struct part *p, int i)
{
	int verb = p->word[i].head, object = -1;
	struct view inf;

	if (verb >= 0 && verb < i && p->word[i].tag == TAG_VB && p->word[i].relation == REL_advcl && has_lemma(p, child_of(p, i, REL_mark), "to")
	    && p->node[verb].rule && !strcmp(p->node[verb].rule, "phrase") && p->node[verb].sense && child_of(p, verb, REL_xcomp) < 0
	    && frame_find(p->node[verb].sense->frame, "inf", &inf))
		p->word[i].relation = REL_xcomp;	/* feel free to ask */
	if (p->word[i].tag != TAG_VBG || verb < 0 || verb > i || p->word[i - 1].tag == TAG_COMMA || child_of(p, i, REL_mark) >= 0
	    || child_of(p, i, REL_aux) >= 0 || child_of(p, i, REL_case) >= 0)
		return;
	if (p->word[i].relation == REL_acl && p->word[verb].relation == REL_obj) {
		object = verb;
		verb = p->word[verb].head;
	}
	if ((object < 0 && p->word[i].relation != REL_advcl) || !p->node[verb].sense || p->node[verb].sense->pos != POS_V
	    || child_of(p, verb, REL_xcomp) >= 0 || !frame_find(p->node[verb].sense->frame, "inf", &inf)
	    || !view_is(inf, object >= 0 ? "V-ते हुए" : "V-ने में"))
		return;
	p->word[i].head = verb;
	p->word[i].relation = REL_xcomp;
}

/*
 * "We want them to win", "Prices are expected to fall", "He seems to know": who does it is the subject of a clause of its own in Hindi,
 * हम चाहते हैं कि वे जीतें, उम्मीद है कि ..., लगता है कि ... The verb's frame says so: obj-inf=, subj-inf=.
 */
static void turn_infinitives(struct part *p)
{
	for (int i = 0; i < p->n; i++) {
		const struct sense *s = is_verb(p, i) ? p->node[i].sense : NULL;
		int x = child_of(p, i, REL_xcomp), to = x >= 0 ? child_of(p, x, REL_mark) : -1, who = -1;
		struct view form;

		if (!s || x < i || !has_lemma(p, to, "to") || !(is_verb(p, x) || child_of(p, x, REL_cop) >= 0))
			continue;
		if (frame_find(s->frame, "obj-inf", &form) && (view_is(form, "कि") || child_of(p, i, REL_aux_pass) < 0))
			who = child_of(p, i, REL_aux_pass) >= 0 ? child_of(p, i, REL_nsubj_pass) : child_of(p, i, REL_obj);
		else if (frame_find(s->frame, "subj-inf", &form) && is_verb(p, x) && p->word[i].tag != TAG_VB)
			who = child_of(p, i, child_of(p, i, REL_nsubj) >= 0 ? REL_nsubj : REL_expl);
		if (who < 0 || who > x || p->word[who].tag == TAG_WP || p->word[who].tag == TAG_WDT)
			continue;
		p->word[who].head = x;
		p->word[who].relation = child_of(p, x, REL_aux_pass) >= 0 ? REL_nsubj_pass : REL_nsubj;
		p->word[x].relation = REL_ccomp;
		if (view_is(form, "कि V-गा")) {
			p->word[to].lemma = V("will");
			p->word[to].tag = TAG_MD;
			p->word[to].relation = REL_aux;
		}
		if (p->word[i].tag == TAG_VBP && who < i)
			p->word[i].tag = TAG_VBZ;	/* nobody does it */
	}
	link_children(p);
}

/* प्लेटें धोईं और सुखाईं: Hindi says what verbs share with the first one. */
static void raise_objects(struct part *p)
{
	bool raised = false;

	for (int i = 0; i < p->n; i++) {
		int o = p->node[i].sense && p->node[i].sense->pos == POS_V && p->node[i].sense->transitive ? shared_object(p, i) : -1;

		if (o < 0 || p->word[p->word[o].head].head != i || !p->node[p->word[o].head].sense || !p->node[p->word[o].head].sense->transitive)
			continue;
		for (int k = i + 1; k < o; k++)
			if (is_verb(p, k) && p->word[k].relation == REL_conj)
				p->node[k].shares = 1 + o;
		p->word[o].head = i;
		raised = true;
	}
	if (raised)
		link_children(p);
}

void plan_part(struct part *p)
{
	keep_words(p);
	mend_made(p);
	link_children(p);
	reshape(p);
	keep_tree(p);
	find_phrases(p);
	keep_tree(p);
	for (int i = 0; i < p->n; i++)
		plan_node(p, i);
	for (int i = 0; i < p->n; i++) {
		match_gender(p, i);
		if (p->node[i].caused)
			take_causative(p, i);
		link_so(p, i);
		link_question(p, i);
		name_free_relative(p, i);
		part_negation(p, i);
	}
	for (int i = 1; i < p->n; i++)
		complete_with_gerund(p, i);
	raise_objects(p);
	keep_tree(p);
	turn_infinitives(p);
	name_articles(p);
	pay_respect(p);
}
