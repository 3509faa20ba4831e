/* hindi_pronouns.c - pronouns with their postpositions, and determiners, by dictionaries/pronouns.hi.tsv. */
#include "hindi_rules.h"

/* A postposition, and what is behind its first word: के and " लिए". */
struct postposition { struct view first, rest; };

static bool is_in(struct view list, struct view word)
{
	struct view one;

	while (view_next(&list, ' ', &one))
		if (view_eq(one, word))
			return true;
	return false;
}

/* Puts it in place of the +: इस+ joins what can be joined, इस + पर and किसी + do not. */
static void add_oblique(const struct hindi *h, struct view form, struct postposition post, struct buf *out)
{
	const char *plus = memchr(form.p, '+', form.n);
	size_t at = plus ? (size_t)(plus - form.p) : form.n;

	buf_add(out, view_cut(form, 0, at));
	if (at && form.p[at - 1] != ' ' && !is_in(h->joined, post.first))
		buf_byte(out, ' ');
	buf_add(out, post.first);
	buf_add(out, post.rest);
	if (plus)
		buf_add(out, view_cut(form, at + 1, form.n));
}

/* `first` is का, के or की, which gives its vowel to मेरा. */
static void add_genitive(const struct hindi *h, const struct pronoun *p, struct postposition post, struct buf *out)
{
	if (!p->ka.n) {
		add_oblique(h, p->rest, post, out);
		return;
	}
	buf_add(out, view_cut(p->ka, 0, p->ka.n - strlen("ा")));
	buf_add(out, view_cut(post.first, strlen("क"), post.first.n));
	buf_add(out, post.rest);
}

static void add_form(struct view form, struct postposition post, struct buf *out)
{
	buf_add(out, form);
	buf_add(out, post.rest);
}

/* NULL: no pronoun. */
static const struct pronoun *find(const struct hindi *h, struct view word, bool plural)
{
	int i = hindi_known(h, word)->pronoun;

	if (i >= 0 && plural && h->pronoun[i].plural.n)
		i = hindi_known(h, h->pronoun[i].plural)->pronoun;
	return i < 0 ? NULL : &h->pronoun[i];
}

static bool is_genitive(struct view word)
{
	return view_is(word, "का") || view_is(word, "के") || view_is(word, "की");
}

static void add_pronoun(const struct hindi *h, const struct pronoun *p, struct postposition post, struct buf *out)
{
	if (is_in(h->genitive, post.first)) {
		add_genitive(h, p, (struct postposition){ V("के"), V(" ") }, out);
		buf_add(out, post.first);
		buf_add(out, post.rest);
	} else if (is_genitive(post.first)) {
		add_genitive(h, p, post, out);
	} else if (view_is(post.first, "ने") && p->ne.n) {
		add_form(p->ne, post, out);
	} else if (view_is(post.first, "को") && p->ko.n) {
		add_form(p->ko, post, out);
	} else {
		add_oblique(h, p->rest, post, out);
	}
}

bool hindi_pronoun(const struct hindi *h, struct view pronoun, struct view postposition, struct agreement a,
		   struct buf *out)
{
	bool agreeing = view_is(postposition, "का");
	const struct pronoun *p = find(h, pronoun, a.plural && !agreeing);
	struct postposition post = { .rest = postposition };

	if (!p)
		return false;
	if (!postposition.n) {
		hindi_adjective(h, p->direct, a, false, out);
		return true;
	}
	view_next(&postposition, ' ', &post.first);
	post.rest = view_cut(post.rest, post.first.n, post.rest.n);
	if (agreeing)
		post.first = a.feminine ? V("की") : a.plural ? V("के") : V("का");
	add_pronoun(h, p, post, out);
	return true;
}

void hindi_determiner(const struct hindi *h, struct view determiner, struct agreement a, bool oblique, struct buf *out)
{
	int i = hindi_known(h, determiner)->determiner;
	struct view form = i < 0 ? determiner : h->determiner[i].form[2 * oblique + a.plural];

	hindi_adjective(h, form, a, oblique, out);
}
