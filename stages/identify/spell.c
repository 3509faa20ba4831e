/*
 * spell.c - the English word that a Devanagari word is most likely written for: every letter of it was learned to stand
 * for some Latin letters at some cost, and of the ways through, a beam keeps the cheap ones that begin a word of
 * the dictionary. What begins one is told by a filter of the hashes of all beginnings (Bloom 1970).
 */
#include "identify.h"
#include "utf8.h"

enum { VIRAMA = 0x94d, NUKTA = 0x93c, BLOCK = 0x900, BEAM = 24, NEVER = 1 << 20, FREQUENCY = 4 };

struct way { uint64_t hash; int cost; };
struct beam { struct way at[BEAM]; size_t n; };

static bool is_consonant(uint32_t c)
{
	return (c >= 0x915 && c <= 0x939) || (c >= 0x958 && c <= 0x95f);
}

static bool is_sign(uint32_t c)
{
	return (c >= 0x93a && c <= 0x94f && c != 0x93d) || (c >= 0x955 && c <= 0x957);
}

size_t spell_units(const char *key, size_t n, uint8_t unit[KEY_MAX])
{
	size_t k = 0;

	for (size_t i = 0; i < n && k + 2 < KEY_MAX;) {
		uint32_t c = utf8_code(key + i), after;

		i += utf8_length(key[i]);
		after = i < n ? utf8_code(key + i) : 0;
		if (c == VIRAMA || c == NUKTA || c < BLOCK || c > BLOCK + 0x7f)
			continue;
		unit[k++] = (uint8_t)(c - BLOCK);
		if (after == NUKTA)
			after = i + utf8_length(key[i]) < n ? utf8_code(key + i + utf8_length(key[i])) : 0;
		if (is_consonant(c) && !is_sign(after))
			unit[k++] = after ? SPELL_INHERENT : SPELL_LAST;
	}
	if (k && unit[k - 1] != SPELL_LAST)
		unit[k++] = SPELL_END;
	return k;
}

bool spell_is_sound(const struct speller *s)
{
	for (size_t i = 0; i < SPELL_UNITS * SPELL_UNITS; i++) {
		struct spell_range r = s->range[i / SPELL_UNITS][i % SPELL_UNITS];

		if (r.first + r.n > SPELL_CHUNKS)
			return false;
	}
	return true;
}

uint64_t spell_hash(uint64_t h, char c)
{
	return (h ^ (unsigned char)c) * 0x100000001b3u;
}

void spell_bits(uint64_t h, uint32_t bit[2])
{
	bit[0] = (uint32_t)(h ^ h >> 29) & (SPELL_BITS - 1);
	bit[1] = (uint32_t)(h >> 17 ^ h >> 41) & (SPELL_BITS - 1);
}

static bool begins_word(const struct speller *s, uint64_t h)
{
	uint32_t bit[2];

	spell_bits(h, bit);
	return s->filter[bit[0] >> 3] >> (bit[0] & 7) & 1 && s->filter[bit[1] >> 3] >> (bit[1] & 7) & 1;
}

static void keep(struct beam *b, struct way w)
{
	size_t worst = 0;

	for (size_t i = 0; i < b->n; i++) {
		if (b->at[i].hash == w.hash) {
			b->at[i].cost = w.cost < b->at[i].cost ? w.cost : b->at[i].cost;
			return;
		}
		worst = b->at[i].cost > b->at[worst].cost ? i : worst;
	}
	if (b->n < BEAM)
		b->at[b->n++] = w;
	else if (w.cost < b->at[worst].cost)
		b->at[worst] = w;
}

static void go_on(const struct speller *s, const struct beam *from, const struct spell_chunk *c, struct beam *to)
{
	for (size_t i = 0; i < from->n; i++) {
		struct way w = { from->at[i].hash, from->at[i].cost + c->cost };

		for (size_t k = 0; k < sizeof c->text && c->text[k]; k++)
			w.hash = spell_hash(w.hash, c->text[k]);
		if (!c->text[0] || begins_word(s, w.hash))
			keep(to, w);
	}
}

struct spelling_found spell(const struct speller *s, const struct word *w, find_hash *find, const void *lists)
{
	struct spelling_found best = { .cost = NEVER };
	struct beam beam[2] = { { .at = { { SPELL_START, 0 } }, .n = 1 } };
	uint8_t unit[KEY_MAX];
	size_t n = spell_units(w->key, w->n, unit);

	for (size_t i = 0; i < n; i++) {
		struct spell_range r = s->range[unit[i]][i + 1 < n ? unit[i + 1] : 0];
		struct beam *to = &beam[(i + 1) % 2];

		to->n = 0;
		for (uint32_t c = 0; c < r.n; c++)
			go_on(s, &beam[i % 2], &s->chunk[r.first + c], to);
	}
	for (size_t i = 0; i < beam[n % 2].n; i++) {
		struct counts c = find(lists, beam[n % 2].at[i].hash);
		int cost = beam[n % 2].at[i].cost + FREQUENCY * (LOG_MAX - c.english);

		if (c.english && c.lists & LIST_DICTIONARY && cost < best.cost)
			best = (struct spelling_found){ cost, c.english };
	}
	best.cost = best.cost == NEVER || !n ? NOT_FOUND : best.cost / (int)n;
	return best;
}
