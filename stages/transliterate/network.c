/* network.c - see network.h. Sums run in a fixed order, so that a word is written alike on every machine. */
#include "network.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>

enum { NUKTA = 0x93c, BLOCK = 0x900 };

/* --- units --- */

unsigned unit_number(const char *p, size_t n, size_t *bytes)
{
	uint32_t c = utf8_code(p);
	size_t k = utf8_length(*p);

	*bytes = k;
	if (c < 0x80)
		return c;
	if (c < BLOCK || c > BLOCK + 0x7f)
		return 0;
	if (k < n && utf8_code(p + k) == NUKTA) {
		*bytes += utf8_length(p[k]);
		return c - BLOCK + 0x100;
	}
	return c - BLOCK + 0x80;
}

bool net_cut(const struct network *net, struct view word, int domain, struct net_word *w)
{
	*w = (struct net_word){ .domain = domain };
	for (size_t i = 0, bytes; i < word.n; i += bytes) {
		if (w->n == NET_UNITS)
			return false;
		w->letter[w->n++] = net->symbol[unit_number(word.p + i, word.n - i, &bytes)];
	}
	return w->n > 0;
}

/* --- layout --- */

size_t net_rows(const struct net_sizes *s)
{
	return (2 * NET_RADIUS + 1) * s->symbols + (2 * SOUND_RADIUS + 1) * s->sounds + NET_DOMAINS
		+ LABELS_BACK * (s->labels + 1) + UNITS_BACK * s->units;
}

size_t net_rows_around(const struct net_sizes *s, const struct net_word *w, size_t i, uint32_t row[NET_INPUTS])
{
	uint32_t base = 0;
	size_t k = 0;

	for (int o = -NET_RADIUS; o <= NET_RADIUS; o++, base += s->symbols) {
		size_t at = i + (size_t)o;

		row[k++] = base + (at < w->n ? w->letter[at] : 0);
	}
	for (int o = -SOUND_RADIUS; s->sounds && o <= SOUND_RADIUS; o++, base += s->sounds) {
		size_t at = i + (size_t)o;

		row[k++] = base + (at < w->n ? w->sound[at] : 0);
	}
	row[k++] = base + (uint32_t)w->domain;
	return k;
}

/* A label's row is its number and one: 0 is that there was none. */
size_t net_rows_past(const struct net_sizes *s, const struct net_past *past, uint32_t row[NET_INPUTS])
{
	uint32_t base = (uint32_t)((2 * NET_RADIUS + 1) * s->symbols + (2 * SOUND_RADIUS + 1) * s->sounds + NET_DOMAINS);
	size_t k = 0;

	for (int b = 0; b < LABELS_BACK; b++, base += s->labels + 1)
		row[k++] = base + past->label[b];
	for (int b = 0; b < UNITS_BACK; b++, base += s->units)
		row[k++] = base + past->unit[b];
	return k;
}

void net_past_add(struct net_past *past, uint16_t label, const struct net_label *l)
{
	memmove(past->label + 1, past->label, sizeof past->label - sizeof past->label[0]);
	past->label[0] = (uint16_t)(label + 1);
	for (size_t i = 0; i < l->n; i++) {
		memmove(past->unit + 1, past->unit, sizeof past->unit - 1);
		past->unit[0] = l->unit[i];
	}
}

size_t net_weights(const struct net_sizes *s)
{
	return net_rows(s) * NET_HIDDEN + NET_HIDDEN + NET_HIDDEN * NET_TOP + NET_TOP + s->labels * (size_t)NET_TOP + s->labels;
}

void net_place(struct network *net, float *weights)
{
	net->weights = net->in = weights;
	net->hidden_bias = net->in + net_rows(&net->size) * NET_HIDDEN;
	net->top = net->hidden_bias + NET_HIDDEN;
	net->top_bias = net->top + NET_HIDDEN * NET_TOP;
	net->out = net->top_bias + NET_TOP;
	net->out_bias = net->out + net->size.labels * (size_t)NET_TOP;
}

void net_release(struct network *net)
{
	free(net->label);
	free(net->first);
	free(net->candidate);
	free(net->weights);
}

/* --- file --- */

static bool copy(struct view v, size_t *at, void *to, size_t n)
{
	if (n > v.n - *at)
		return false;
	memcpy(to, v.p + *at, n);
	*at += n;
	return true;
}

/* Rows of signed bytes, their scales first. */
static bool read_rows(struct view v, size_t *at, float *to, size_t rows, size_t width)
{
	size_t scales = *at, bytes = *at + rows * sizeof(float);

	if (rows * (sizeof(float) + width) > v.n - *at)
		return false;
	for (size_t r = 0; r < rows; r++) {
		float scale;

		memcpy(&scale, v.p + scales + r * sizeof scale, sizeof scale);
		for (size_t i = 0; i < width; i++)
			to[r * width + i] = scale * (float)(signed char)v.p[bytes + r * width + i];
	}
	*at = bytes + rows * width;
	return true;
}

/* Every number that is used to find something must lead to something. */
static bool is_sound(const struct network *net)
{
	const struct net_sizes *s = &net->size;

	for (size_t i = 0; i < NET_SYMBOLS; i++)
		if (net->symbol[i] >= s->symbols || net->unit[i] >= s->units)
			return false;
	for (size_t i = 0; i < s->labels; i++) {
		if (net->label[i].n > LABEL_UNITS || !memchr(net->label[i].text, 0, LABEL_BYTES))
			return false;
		for (size_t k = 0; k < LABEL_UNITS; k++)
			if (net->label[i].unit[k] >= s->units)
				return false;
	}
	for (size_t i = 0; i < s->candidates; i++)
		if (net->candidate[i] >= s->labels)
			return false;
	for (size_t i = 0; i < s->symbols; i++)
		if (net->first[i] > net->first[i + 1])
			return false;
	return net->first[s->symbols] <= s->candidates;
}

enum { SYMBOLS_MAX = 255, LABELS_MAX = 8192, CANDIDATES_ALL = 65536 };

bool net_read(struct network *net, struct view v, size_t *at)
{
	struct net_sizes *s = &net->size;

	if (!copy(v, at, s, sizeof *s) || !s->symbols || s->symbols > SYMBOLS_MAX || s->units > SYMBOLS_MAX || s->sounds > LABELS_MAX
	    || s->labels > LABELS_MAX || s->candidates > CANDIDATES_ALL)
		return false;
	net->label = memory_get(s->labels * sizeof *net->label);
	net->first = memory_get((s->symbols + 1) * sizeof *net->first);
	net->candidate = memory_get(s->candidates * sizeof *net->candidate);
	net_place(net, memory_get(net_weights(s) * sizeof(float)));
	return copy(v, at, net->symbol, sizeof net->symbol) && copy(v, at, net->unit, sizeof net->unit)
		&& copy(v, at, net->label, s->labels * sizeof *net->label)
		&& copy(v, at, net->first, (s->symbols + 1) * sizeof *net->first)
		&& copy(v, at, net->candidate, s->candidates * sizeof *net->candidate)
		&& copy(v, at, net->hidden_bias, NET_HIDDEN * sizeof(float)) && copy(v, at, net->top_bias, NET_TOP * sizeof(float))
		&& copy(v, at, net->out_bias, s->labels * sizeof(float))
		&& read_rows(v, at, net->in, net_rows(s), NET_HIDDEN) && read_rows(v, at, net->top, NET_HIDDEN, NET_TOP)
		&& read_rows(v, at, net->out, s->labels, NET_TOP) && is_sound(net);
}

/* --- forward --- */

static void add_rows(const struct network *net, const uint32_t *row, size_t n, float *sum)
{
	for (size_t k = 0; k < n; k++) {
		const float *from = net->in + (size_t)row[k] * NET_HIDDEN;

		for (size_t j = 0; j < NET_HIDDEN; j++)
			sum[j] += from[j];
	}
}

/* Eight sums side by side: the compiler may use vectors without changing their order. */
static float dot(const float *a, const float *b)
{
	float lane[8] = { 0 };

	for (size_t i = 0; i < NET_TOP; i += 8)
		for (size_t k = 0; k < 8; k++)
			lane[k] += a[i + k] * b[i + k];
	return ((lane[0] + lane[4]) + (lane[1] + lane[5])) + ((lane[2] + lane[6]) + (lane[3] + lane[7]));
}

/* The logarithms of the candidates' probabilities, `around` being the sum of a letter's own rows. */
static void score_candidates(const struct network *net, const float *around, const struct net_past *past,
			     const uint16_t *candidate, size_t n, float *logp)
{
	uint32_t row[NET_INPUTS];
	float hidden[NET_HIDDEN], top[NET_TOP], most = -INFINITY, sum = 0;

	memcpy(hidden, around, sizeof hidden);
	add_rows(net, row, net_rows_past(&net->size, past, row), hidden);
	memcpy(top, net->top_bias, sizeof top);
	for (size_t j = 0; j < NET_HIDDEN; j++) {
		const float *from = net->top + j * NET_TOP, h = hidden[j];

		for (size_t t = 0; h > 0 && t < NET_TOP; t++)
			top[t] += h * from[t];
	}
	for (size_t t = 0; t < NET_TOP; t++)
		top[t] = top[t] > 0 ? top[t] : 0;
	for (size_t c = 0; c < n; c++) {
		logp[c] = dot(top, net->out + (size_t)candidate[c] * NET_TOP) + net->out_bias[candidate[c]];
		most = logp[c] > most ? logp[c] : most;
	}
	for (size_t c = 0; c < n; c++)
		sum += expf(logp[c] - most);
	sum = most + logf(sum);
	for (size_t c = 0; c < n; c++)
		logp[c] -= sum;
}

/* --- beam --- */

/* A way so much less likely than the best one does not come back. */
static const float NEVER = -1e9f, HOPELESS = 6;

struct way { struct net_guess guess; struct net_past past; size_t bytes; };
struct beam { struct way at[NET_BEAM_MAX]; size_t n; };

/* A step to be taken from way `from` with a label: kept apart, so that only those that stay are copied. */
struct step { float logp; uint16_t from, label; };

static int by_logp(const void *a, const void *b)
{
	const struct step *x = a, *y = b;

	if (x->logp != y->logp)
		return x->logp > y->logp ? -1 : 1;
	return x->from != y->from ? x->from - y->from : x->label - y->label;
}

/* Two ways to the same text, with the same past, are one. */
static bool merge(struct beam *b, const struct way *w)
{
	for (size_t i = 0; i < b->n; i++) {
		struct way *o = &b->at[i];

		if (o->bytes == w->bytes && !memcmp(o->guess.text, w->guess.text, w->bytes) && !memcmp(&o->past, &w->past, sizeof o->past)) {
			float more = o->guess.logp > w->guess.logp ? o->guess.logp : w->guess.logp;
			float less = o->guess.logp > w->guess.logp ? w->guess.logp : o->guess.logp;

			o->guess.logp = more + log1pf(expf(less - more));
			return true;
		}
	}
	return false;
}

static void take(const struct network *net, const struct way *from, const struct step *s, size_t i, struct beam *to)
{
	const struct net_label *l = &net->label[s->label];
	size_t n = strlen(l->text);
	struct way *w = &to->at[to->n];

	if (from->bytes + n >= NET_TEXT)
		return;
	*w = *from;
	memcpy(w->guess.text + w->bytes, l->text, n + 1);
	w->bytes += n;
	w->guess.label[i] = s->label;
	w->guess.logp = s->logp;
	net_past_add(&w->past, s->label, l);
	to->n += !merge(to, w);
}

/* Can this label be written where `at` bytes of `wanted` are? Anything can where nothing is wanted. */
static bool fits(const struct net_label *l, struct view wanted, size_t at)
{
	size_t n = strlen(l->text);

	return !wanted.p || (at + n <= wanted.n && !memcmp(wanted.p + at, l->text, n));
}

static void go_on(const struct network *net, const struct net_word *w, size_t i, struct view wanted, size_t beam,
		  const struct beam *from, struct beam *to)
{
	const uint16_t *candidate = net->candidate + net->first[w->letter[i]];
	size_t n = net->first[w->letter[i] + 1] - net->first[w->letter[i]], steps = 0;
	struct step step[NET_BEAM_MAX * NET_CANDIDATES];
	uint32_t row[NET_INPUTS];
	float around[NET_HIDDEN], logp[NET_CANDIDATES], best = NEVER;

	n = n < NET_CANDIDATES ? n : NET_CANDIDATES;
	memcpy(around, net->hidden_bias, sizeof around);
	add_rows(net, row, net_rows_around(&net->size, w, i, row), around);
	for (size_t k = 0; k < from->n; k++)
		best = from->at[k].guess.logp > best ? from->at[k].guess.logp : best;
	for (size_t k = 0; k < from->n; k++) {
		if (from->at[k].guess.logp < best - HOPELESS)
			continue;
		score_candidates(net, around, &from->at[k].past, candidate, n, logp);
		for (size_t c = 0; c < n; c++)
			if (fits(&net->label[candidate[c]], wanted, from->at[k].bytes))
				step[steps++] = (struct step){ from->at[k].guess.logp + logp[c], (uint16_t)k, candidate[c] };
	}
	qsort(step, steps, sizeof *step, by_logp);
	to->n = 0;
	for (size_t s = 0; s < steps && to->n < beam; s++)
		take(net, &from->at[step[s].from], &step[s], i, to);
}

static int by_guess(const void *a, const void *b)
{
	const struct net_guess *x = a, *y = b;

	if (x->logp != y->logp)
		return x->logp > y->logp ? -1 : 1;
	return strcmp(x->text, y->text);
}

/* The ways through the word; the same text is one guess. */
static size_t run(const struct network *net, const struct net_word *w, struct view wanted, size_t beam,
		  struct net_guess *guess, size_t max)
{
	struct beam b[2];
	struct net_guess all[NET_BEAM_MAX];
	size_t n = 0;

	memset(&b[0].at[0], 0, sizeof b[0].at[0]);
	b[0].n = 1;
	for (size_t i = 0; i < w->n; i++)
		go_on(net, w, i, wanted, beam, &b[i % 2], &b[(i + 1) % 2]);
	for (size_t i = 0; i < b[w->n % 2].n; i++) {
		const struct way *way = &b[w->n % 2].at[i];
		size_t k = 0;

		if (wanted.p && way->bytes != wanted.n)
			continue;
		while (k < n && strcmp(all[k].text, way->guess.text))
			k++;
		if (k == n)
			all[n++] = way->guess;
		else
			all[k].logp += log1pf(expf(way->guess.logp - all[k].logp));
	}
	qsort(all, n, sizeof *all, by_guess);
	n = n < max ? n : max;
	memcpy(guess, all, n * sizeof *all);
	return n;
}

size_t net_decode(const struct network *net, const struct net_word *w, size_t beam, struct net_guess *guess, size_t n)
{
	return run(net, w, (struct view){ 0 }, beam, guess, n);
}

float net_score(const struct network *net, const struct net_word *w, struct view text, size_t beam)
{
	struct net_guess g;

	return run(net, w, text, beam, &g, 1) ? g.logp : NEVER;
}
