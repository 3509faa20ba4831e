/* guess.c - see guess.h. */
#include "guess.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>
#include <unicode/uchar.h>

enum { BEAM = 16, SOUND_BEAM = 4, BACK_BEAM = 6 };

/*
 * What is added to a proposal's logarithm: so much of its word's logarithm, `unknown` standing for a word that the list
 * lacks, and so much of the logarithm of the way back. Found by trying, on Dakshina's development words and on a tenth of the
 * project's own loans and names that networks for this purpose had not seen.
 */
struct mix { float frequency, unknown, back; };
static const struct mix to_devanagari[] = {
	[DOMAIN_LOAN] = { 0.3f, -2.3f, 0 }, [DOMAIN_NAME] = { 0.4f, -2.3f, 0 }, [DOMAIN_NATIVE] = { 0.8f, -3.5f, 0.6f },
};
static const struct mix to_latin[] = {
	[DOMAIN_LOAN] = { 0.8f, -3.5f, 0 }, [DOMAIN_NAME] = { 0.8f, -3.5f, 0 }, [DOMAIN_NATIVE] = { 0, 0, 0 },
};

unsigned guess_parts(bool devanagari, bool latin)
{
	unsigned back = 1u << PART_DEVANAGARI;

	return (devanagari ? 1u << PART_SOUNDS | 1u << PART_LATIN | 1u << PART_HINDI | 1u << PART_PAIRS | back : 0)
		| (latin ? 1u << PART_DEVANAGARI | 1u << PART_ENGLISH : 0);
}

static int by_score(const void *a, const void *b)
{
	const struct guess *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return strcmp(x->text, y->text);
}

/* Logarithms to shares of 1; best first. */
static size_t settle(struct guess *all, size_t n, struct guess *out, size_t max)
{
	float sum = 0;

	qsort(all, n, sizeof *all, by_score);
	for (size_t i = n; i-- > 0;) {
		all[i].score = expf(all[i].score - all[0].score);
		sum += all[i].score;
	}
	n = n < max ? n : max;
	for (size_t i = 0; i < n; i++) {
		out[i] = all[i];
		out[i].score /= sum;
	}
	return n;
}

static float way_back(const struct network *net, const char *text, int domain, struct view word)
{
	struct net_word w;

	return net_cut(net, view_of(text), domain, &w) ? net_score(net, &w, word, BACK_BEAM) : -1e9f;
}

/* No word is empty or begins with a sign that stands on a letter. */
static bool is_word(const char *text)
{
	uint32_t c = *text ? utf8_code(text) : 0;

	return c && !(c >= 0x900 && c <= 0x903) && !(c >= 0x93a && c <= 0x94f && c != 0x93d);
}

/* A way back that there is not is only very unlikely. */
static const float BACK_LEAST = -30;

static size_t choose(const struct network *net, const struct net_word *w, const struct word_list *words, const struct network *back,
		     const struct mix *mix, struct view word, struct guess *out, size_t max)
{
	struct net_guess *way = memory_get(BEAM * sizeof *way);
	struct guess all[BEAM];
	size_t ways = net_decode(net, w, BEAM, way, BEAM), n = 0;

	for (size_t i = 0; i < ways; i++) {
		struct guess *g = &all[n];

		if (!is_word(way[i].text))
			continue;
		memcpy(g->text, way[i].text, sizeof g->text);
		g->score = way[i].logp;
		if (mix->frequency > 0)
			g->score += mix->frequency * word_list_log(words, view_of(way[i].text), mix->unknown);
		if (mix->back > 0)
			g->score += mix->back * fmaxf(BACK_LEAST, way_back(back, way[i].text, w->domain, word));
		n++;
	}
	free(way);
	return settle(all, n, out, max);
}

static void add_sounds(const struct script_model *m, struct view word, struct net_word *w)
{
	struct net_word letters;
	struct net_guess g;

	if (!net_cut(&m->sounds, word, 0, &letters) || !net_decode(&m->sounds, &letters, SOUND_BEAM, &g, 1))
		return;
	for (size_t i = 0; i < w->n; i++)
		w->sound[i] = (uint16_t)(g.label[i] + 1);
}

/* The word in small letters, of 1 byte each; false if it is no such word. */
static bool small_letters(struct view word, char out[NET_UNITS])
{
	if (word.n > NET_UNITS)
		return false;
	for (size_t i = 0; i < word.n; i++) {
		out[i] = (char)u_tolower((unsigned char)word.p[i]);
		if (out[i] < 'a' || out[i] > 'z')
			return false;
	}
	return word.n > 0;
}

size_t guess_devanagari(const struct script_model *m, struct view word, enum domain domain, struct guess *out, size_t n)
{
	char letters[NET_UNITS];
	struct view small = { letters, word.n };
	struct net_word w;

	if (!small_letters(word, letters) || !net_cut(&m->latin, small, domain, &w))
		return 0;
	if (domain != DOMAIN_NATIVE)
		add_sounds(m, small, &w);
	return choose(&m->latin, &w, &m->hindi, &m->devanagari, &to_devanagari[domain], small, out, n);
}

bool is_devanagari_word(struct view word)
{
	for (size_t i = 0; i < word.n; i += utf8_length(word.p[i])) {
		uint32_t c = utf8_code(word.p + i);

		if (c < 0x900 || c > 0x963)
			return false;
	}
	return word.n > 0;
}

size_t guess_latin(const struct script_model *m, struct view word, enum domain domain, struct guess *out, size_t n)
{
	struct net_word w;

	if (!is_devanagari_word(word) || !net_cut(&m->devanagari, word, domain, &w))
		return 0;
	return choose(&m->devanagari, &w, &m->english, NULL, &to_latin[domain], word, out, n);
}
