/* hindi_forms.c - see hindi_forms.h. */
#include "hindi_forms.h"

enum { READINGS_MAX = 96 };

struct cells {
	const struct hindi *hindi;
	struct view word;
	size_t n;
	struct hindi_reading reading[READINGS_MAX];
	size_t begin[READINGS_MAX + 1];		/* of the forms, one behind the other in `text` */
	struct buf text;
};

static void end_cell(struct cells *c, struct hindi_reading reading)
{
	c->reading[c->n++] = reading;
	c->begin[c->n] = c->text.n;
}

static void noun_cells(struct cells *c, bool feminine, char habit)
{
	for (int i = 0; i < 4; i++) {
		struct hindi_reading r = { .agreement = { .feminine = feminine, .plural = i / 2 }, .oblique = i % 2 };

		if (r.agreement.plural && habit == '0')
			return;
		hindi_noun(c->hindi, c->word, feminine, habit, r.agreement.plural, r.oblique, &c->text);
		end_cell(c, r);
	}
}

static void adjective_cells(struct cells *c)
{
	for (int i = 0; i < 8; i++) {
		struct hindi_reading r = { .agreement = { .feminine = i / 4, .plural = i / 2 % 2 }, .oblique = i % 2 };

		hindi_adjective(c->hindi, c->word, r.agreement, r.oblique, &c->text);
		end_cell(c, r);
	}
}

/* --- verbs --- */

enum { BY_GENDER = 1, BY_NUMBER = 2, BY_PERSON = 4 };

static const uint8_t agrees_by[VERB_COUNT] = {
	[VERB_PERFECTIVE] = BY_GENDER | BY_NUMBER, [VERB_PERFECTIVE_LAST] = BY_GENDER | BY_NUMBER,
	[VERB_IMPERFECTIVE] = BY_GENDER | BY_NUMBER, [VERB_IMPERFECTIVE_LAST] = BY_GENDER | BY_NUMBER,
	[VERB_INFINITIVE] = BY_GENDER | BY_NUMBER, [VERB_PAST] = BY_GENDER | BY_NUMBER,
	[VERB_SUBJUNCTIVE] = BY_NUMBER | BY_PERSON, [VERB_PRESENT] = BY_NUMBER | BY_PERSON,
	[VERB_FUTURE] = BY_GENDER | BY_NUMBER | BY_PERSON,
};

/* What a form does not agree by is said once; the forms that end a group where they differ: in the feminine plural. */
static bool is_said(enum verb_form form, struct agreement a)
{
	unsigned by = agrees_by[form];

	if ((form == VERB_PERFECTIVE_LAST || form == VERB_IMPERFECTIVE_LAST) && !(a.feminine && a.plural))
		return false;
	return (by & BY_GENDER || !a.feminine) && (by & BY_NUMBER || !a.plural) && (by & BY_PERSON || a.person == 3);
}

static void verb_cells(struct cells *c, enum verb_form form)
{
	for (int i = 0; i < 12; i++) {
		struct agreement a = { i / 6, i / 3 % 2, (uint8_t)(i % 3 + 1) };

		if (!is_said(form, a))
			continue;
		hindi_verb(c->hindi, c->word, form, a, &c->text);
		end_cell(c, (struct hindi_reading){ .agreement = a, .form = form });
	}
}

/* है and था are of होना alone. */
static void all_verb_cells(struct cells *c)
{
	bool copula = view_is(c->word, "होना") || view_ends(c->word, " होना");

	for (int form = 0; form < VERB_COUNT; form++)
		if (copula || (form != VERB_PRESENT && form != VERB_PAST))
			verb_cells(c, (enum verb_form)form);
}

/* --- telling --- */

static struct view cell_text(const struct cells *c, size_t i)
{
	return view_cut(buf_view(&c->text), c->begin[i], c->begin[i + 1]);
}

static void tell(const struct cells *c, hindi_form_seen *seen, void *to)
{
	bool told[READINGS_MAX] = { false };

	for (size_t i = 0; i < c->n; i++) {
		struct hindi_reading same[READINGS_MAX];
		size_t n = 0;

		if (told[i])
			continue;
		for (size_t k = i; k < c->n; k++)
			if (!told[k] && view_eq(cell_text(c, i), cell_text(c, k))) {
				same[n++] = c->reading[k];
				told[k] = true;
			}
		seen(to, cell_text(c, i), same, n);
	}
}

void hindi_forms(const struct hindi *h, struct view word, enum hindi_kind kind, bool feminine, char habit,
		 hindi_form_seen *seen, void *to)
{
	struct cells c = { .hindi = h, .word = word };

	if (kind == HINDI_NOUN)
		noun_cells(&c, feminine, habit);
	else if (kind == HINDI_ADJECTIVE)
		adjective_cells(&c);
	else
		all_verb_cells(&c);
	tell(&c, seen, to);
	buf_release(&c.text);
}
