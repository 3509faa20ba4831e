/* weights.c - opens the model's file, finds rows by hash and adds them up. */
#include "weights.h"

#include "file.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static const uint32_t LARGEST = 1u << 22;

/* Cuts a table off what is left of the file; NULL if it is shorter. */
static const void *take(struct view *rest, size_t n)
{
	const void *p = rest->p;

	n = (n + WEIGHTS_ALIGN - 1) & ~(size_t)(WEIGHTS_ALIGN - 1);
	if (rest->n < n)
		return NULL;
	*rest = view_cut(*rest, n, rest->n);
	return p;
}

static bool read_weights(struct weights *w, uint32_t buckets, float scale, struct view *rest)
{
	if (!buckets || buckets > LARGEST)
		return false;
	*w = (struct weights){ buckets, scale, take(rest, buckets * sizeof *w->bucket) };
	return w->bucket;
}

static bool read_moves(struct move_weights *w, uint32_t buckets, float scale, struct view *rest)
{
	if (!buckets || buckets > LARGEST)
		return false;
	*w = (struct move_weights){ buckets, scale, take(rest, buckets * sizeof *w->bucket) };
	return w->bucket;
}

static bool read_tables(struct weights_file *w)
{
	struct view rest = w->file;
	const struct weights_header *h = take(&rest, sizeof *h);

	if (!h || memcmp(h->magic, "pravahtr", 8) || h->version != WEIGHTS_VERSION || !h->words || h->words > LARGEST)
		return false;
	w->words = h->words;
	w->behind = h->behind;
	w->word = take(&rest, h->words * sizeof *w->word);
	return w->word && read_weights(&w->tags, h->buckets[0], h->scale[0], &rest)
		&& read_moves(&w->moves, h->buckets[1], h->scale[1], &rest)
		&& read_weights(&w->relations, h->buckets[2], h->scale[2], &rest) && !rest.n;
}

enum status weights_open(struct weights_file *w, const char *path, struct report *r)
{
	enum status rc = file_map(path, &w->file, r);

	if (rc == OK && !read_tables(w))
		return fatal(r, "model", "%s is not a model of this version, or damaged", path);
	return rc;
}

void weights_close(struct weights_file *w)
{
	file_unmap(w->file);
}

uint32_t weights_word_place(uint64_t hash, uint32_t slots, uint16_t *check)
{
	*check = (uint16_t)(hash >> 48 | 1);
	return (uint32_t)(((hash ^ hash >> 31) & 0xffffffff) * slots >> 32);
}

uint32_t weights_bucket(uint32_t hash, uint32_t buckets, uint16_t *check)
{
	*check = (uint16_t)(hash | 1);
	return (uint32_t)((uint64_t)hash * buckets >> 32);
}

struct word_facts weights_word(const struct weights_file *w, uint64_t hash)
{
	uint16_t check;
	uint32_t i = weights_word_place(hash, w->words, &check);

	for (uint32_t k = 0; k < w->words && w->word[i].check; k++, i = i + 1 < w->words ? i + 1 : 0)
		if (w->word[i].check == check)
			return w->word[i].facts;
	return (struct word_facts){ 0 };
}

static inline int32_t weight_of(int8_t byte)
{
	return byte * (byte < 0 ? -byte : byte);
}

/* A class that a damaged file may name is one that nobody reads. */
static inline void add_weight(const struct bucket *b, unsigned k, int32_t *sum)
{
	unsigned y = b->class[k] < CLASSES_MAX ? b->class[k] : 0;

	sum[y] += weight_of(b->weight[k]);
}

/* A bit for each of n <= 16 checks that is the one wanted. Two vectors are read, whatever n is: no more than a bucket has. */
static inline unsigned matches(const uint16_t *check, uint16_t wanted, unsigned n)
{
#ifdef __SSE2__
	const __m128i *p = (const void *)check, all = _mm_set1_epi16((short)wanted);
	__m128i low = _mm_cmpeq_epi16(_mm_loadu_si128(p), all), high = _mm_cmpeq_epi16(_mm_loadu_si128(p + 1), all);

	return (unsigned)_mm_movemask_epi8(_mm_packs_epi16(low, high)) & ((1u << n) - 1);
#else
	unsigned bits = 0;

	for (unsigned k = 0; k < n; k++)
		bits |= (unsigned)(check[k] == wanted) << k;
	return bits;
#endif
}

void weights_sum(const struct weights *w, const uint32_t *feature, size_t n, int32_t sum[CLASSES_MAX])
{
	const struct bucket *at[FEATURES_MAX];
	uint16_t check[FEATURES_MAX];

	/* Buckets lie far apart: all are asked for before the first is read. */
	for (size_t f = 0; f < n; f++) {
		at[f] = w->bucket + weights_bucket(feature[f], w->buckets, &check[f]);
		__builtin_prefetch(at[f]);
	}
	memset(sum, 0, CLASSES_MAX * sizeof *sum);
	/* Whether a feature has weights cannot be foreseen, so that four are asked at once. */
	for (size_t f = 0; f < n; f += 4) {
		uint64_t bits = 0;

		for (size_t k = 0; k < 4 && f + k < n; k++)
			bits |= (uint64_t)matches(at[f + k]->check, check[f + k], BUCKET) << BUCKET * k;
		for (; bits; bits &= bits - 1) {
			unsigned at_bit = (unsigned)__builtin_ctzll(bits);

			add_weight(at[f + at_bit / BUCKET], at_bit % BUCKET, sum);
		}
	}
}

_Static_assert(MOVE_CLASSES == 3, "weights_sum_moves() has a sum for each");

void weights_sum_moves(const struct move_weights *w, const uint32_t *feature, size_t n, int32_t sum[MOVE_CLASSES])
{
	const struct move_bucket *at[FEATURES_MAX];
	uint16_t check[FEATURES_MAX];
	int32_t a = 0, b = 0, c = 0;

	for (size_t f = 0; f < n; f++) {
		at[f] = w->bucket + weights_bucket(feature[f], w->buckets, &check[f]);
		__builtin_prefetch(at[f]);
	}
	for (size_t f = 0; f < n; f++) {
		unsigned bits = matches(at[f]->check, check[f], MOVE_BUCKET) | 1u << MOVE_BUCKET;
		const int8_t *row = at[f]->weight[__builtin_ctz(bits)];

		a += weight_of(row[0]);
		b += weight_of(row[1]);
		c += weight_of(row[2]);
	}
	sum[0] = a;
	sum[1] = b;
	sum[2] = c;
}
