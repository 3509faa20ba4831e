/* names.c - the gazetteer, dictionaries/names.tsv: names in any spelling to one canonical id. */
#include "tag.h"

#include "image.h"
#include "sound.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

/* `begins` has a bit for the first bytes of every key: most tokens begin no name, and are told so at once. */
enum { BEGIN_BYTES = 6, BEGIN_BITS = 1 << 16 };

struct gazetteer {
	struct name *name;
	size_t n, cap;
	struct index key;		/* number: into `name`; value: the surface that was added first */
	uint8_t begins[BEGIN_BITS / 8];
};

/* The user's and the dictionary's; what the first has is not looked for in the second. */
struct names { struct gazetteer own, all; struct image own_image, image; };

/* --- keys --- */

/* é is e: names are typed without. */
static UChar32 plain_letter(UChar32 c)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar part[8];

	if (c < 0xc0 || c >= 0x250 || unorm2_getDecomposition(unorm2_getNFDInstance(&e), c, part, 8, &e) < 1 || U_FAILURE(e))
		return c;
	return part[0];
}

static bool is_kept(UChar32 c)
{
	if (c < 0x80)
		return u_isalnum(c) || c == '+' || c == '#' || c == '&';
	return u_isalnum(c) || u_getCombiningClass(c) || u_hasBinaryProperty(c, UCHAR_ALPHABETIC);
}

/* Letters and digits, small; is any of them not ASCII? */
static bool keep_letters(struct view text, struct buf *out)
{
	bool other = false;

	for (size_t i = 0; i < text.n; i += utf8_length(text.p[i])) {
		UChar32 c = (UChar32)utf8_code(text.p + i);

		c = u_tolower(c < 0x80 ? c : plain_letter(c));
		if (is_kept(c))
			utf8_add(out, (uint32_t)c);
		other = other || c >= 0x80;
	}
	return other;
}

size_t name_key(struct view text, char key[NAME_KEY_MAX])
{
	struct buf kept = { 0 }, loose = { 0 };
	struct view v;
	size_t n;

	if (keep_letters(text, &kept))
		sound_loosen(buf_view(&kept), false, &loose);
	v = loose.n ? buf_view(&loose) : buf_view(&kept);
	for (n = v.n < NAME_KEY_MAX ? v.n : NAME_KEY_MAX; n < v.n && utf8_is_tail(v.p[n]); n--)
		;
	if (n)
		memcpy(key, v.p, n);
	buf_release(&kept);
	buf_release(&loose);
	return n;
}

void name_keys_make(struct name_keys *k, const struct tag_token *token, size_t n)
{
	k->at = memory_grow(k->at, &k->cap_at, n + 1, sizeof *k->at);
	k->text = memory_grow(k->text, &k->cap_text, n * NAME_KEY_MAX + 1, 1);
	k->n = n;
	k->at[0] = 0;
	for (size_t i = 0; i < n; i++)
		k->at[i + 1] = k->at[i] + (uint32_t)name_key(token[i].text, k->text + k->at[i]);
}

void name_keys_release(struct name_keys *k)
{
	free(k->text);
	free(k->at);
}

/* --- the dictionary --- */

static uint32_t begin_bit(struct view key)
{
	return (uint32_t)view_hash(view_cut(key, 0, key.n < BEGIN_BYTES ? key.n : BEGIN_BYTES)) & (BEGIN_BITS - 1);
}

/* A key may be found from any token that holds as much of its beginning as there is. */
static void mark_beginnings(struct gazetteer *g, struct view key)
{
	for (size_t n = 1; n <= BEGIN_BYTES && n <= key.n; n++) {
		uint32_t bit = begin_bit(view_cut(key, 0, n));

		g->begins[bit / 8] |= (uint8_t)(1u << bit % 8);
	}
}

/* The first row that has a surface counts. */
static void add_surface(struct gazetteer *g, struct image *im, struct view surface, size_t number)
{
	char key[NAME_KEY_MAX];
	size_t n = name_key(surface, key);
	struct entry *e = n ? index_find(&g->key, (struct view){ key, n }) : NULL;

	if (!n || e)
		return;
	e = index_add(&g->key, image_copy(im, (struct view){ key, n }));
	e->value = surface;
	e->number = number;
	mark_beginnings(g, e->key);
}

/* आगरे में, कलकत्ते से: a place whose name ends in -ा may have -े before a postposition. */
static void add_oblique(struct gazetteer *g, struct image *im, struct view surface, size_t number)
{
	struct buf b = { 0 };

	if (!view_ends(surface, "ा") || memchr(surface.p, ' ', surface.n))
		return;
	buf_add(&b, view_cut(surface, 0, surface.n - strlen("ा")));
	buf_str(&b, "े");
	add_surface(g, im, image_copy(im, buf_view(&b)), number);
	buf_release(&b);
}

static int find_type(struct view name)
{
	for (int t = 0; t < ENTITY_LEARNED; t++)
		if (view_is(name, entity_name[t]))
			return t;
	return -1;
}

static size_t add_name(struct gazetteer *g, enum entity_type type, struct view id)
{
	g->name = memory_grow(g->name, &g->cap, g->n + 1, sizeof *g->name);
	g->name[g->n] = (struct name){ type, id };
	return g->n++;
}

/* type, Latin, Devanagari, aliases, policy, Wikidata item; the last three may be left out in a user's file */
static bool read_name(struct gazetteer *g, struct image *im, const struct row *row)
{
	int type = row->n > 2 ? find_type(row->column[0]) : -1;
	struct view latin, hindi, aliases, alias;
	size_t number;

	if (type < 0)
		return false;
	latin = column_text(row, 1);
	hindi = column_text(row, 2);
	number = add_name(g, (enum entity_type)type, row->n > 5 && column_text(row, 5).n ? row->column[5] : latin);
	add_surface(g, im, latin, number);
	add_surface(g, im, hindi, number);
	if (type == ENTITY_LOC)
		add_oblique(g, im, hindi, number);
	for (aliases = row->n > 3 ? column_text(row, 3) : V(""); view_next(&aliases, '|', &alias);)
		add_surface(g, im, alias, number);
	return true;
}

struct countries { struct gazetteer *to; struct image *image; };

static void add_country(void *ctx, struct view english, struct view hindi)
{
	const struct countries *c = ctx;
	char key[NAME_KEY_MAX];
	size_t number;

	if (index_find(&c->to->key, (struct view){ key, name_key(english, key) }))
		return;
	english = image_copy(c->image, english);
	number = add_name(c->to, ENTITY_LOC, english);
	add_surface(c->to, c->image, english, number);
	add_surface(c->to, c->image, image_copy(c->image, hindi), number);
}

static enum status read_names(struct gazetteer *g, struct image *im, size_t table, struct report *r)
{
	struct row row;

	while (image_row(im, table, &row))
		if (!read_name(g, im, &row))
			return image_bad_row(im, table, &row, "dictionary", "columns are missing, or the type is unknown", r);
	return OK;
}

static void keep(struct gazetteer *g, struct image *im)
{
	g->name = image_keep(im, g->name, g->n, sizeof *g->name);
	image_keep_index(im, &g->key);
}

static enum status make(void *result, struct image *im, const void *context, struct report *r)
{
	struct gazetteer *g = result;
	enum status rc = read_names(g, im, 0, r);

	(void)context;
	if (rc == OK)
		cldr_countries(add_country, &(struct countries){ g, im });
	keep(g, im);
	return rc;
}

static enum status open_own(struct names *s, const struct settings *set, struct report *r)
{
	enum status rc = OK;
	const char *path;
	size_t at = 0, n = 0;

	while (rc == OK && (path = setting_next(set, "gazetteer", &at))) {
		rc = image_add_table(&s->own_image, path, r);
		if (rc == OK)
			rc = read_names(&s->own, &s->own_image, n++, r);
	}
	keep(&s->own, &s->own_image);
	return rc;
}

enum status names_open(struct names **out, const struct settings *set, struct report *r)
{
	static const char *const tables[] = { "names.tsv", NULL };
	static const struct image_plan plan = { "names", tables, sizeof(struct gazetteer), make };
	struct names *s = *out = memory_get(sizeof *s);
	enum status rc = open_own(s, set, r);

	return rc == OK ? image_open(&s->image, &plan, set, NULL, V(""), &s->all, r) : rc;
}

void names_close(struct names *s)
{
	if (!s)
		return;
	image_close(&s->own_image);
	image_close(&s->image);
	free(s);
}

/* --- names in sentences --- */

/* Of a script that has no capitals, every letter is one. */
bool tag_has_capital(struct view v)
{
	for (size_t i = 0; i < v.n; i += utf8_length(v.p[i])) {
		UChar32 c = (UChar32)utf8_code(v.p + i);

		if (u_isalpha(c) && !u_islower(c))
			return true;
	}
	return false;
}

static bool is_spelled_so(const struct entry *e, const struct tag_token *token, size_t from, size_t to)
{
	if (!tag_has_capital(e->value))
		return true;
	for (size_t i = from; i < to; i++)
		if (tag_has_capital(token[i].text))
			return true;
	return false;
}

static bool may_begin(const struct gazetteer *g, uint32_t bit)
{
	return g->begins[bit / 8] >> bit % 8 & 1;
}

bool names_find(const struct names *s, const struct name_keys *k, const struct tag_token *token, size_t from, size_t most,
		struct name_match *out)
{
	struct view first = { k->text + k->at[from], k->at[from + 1] - k->at[from] };
	uint32_t bit = begin_bit(first);

	if (!first.n || !(may_begin(&s->own, bit) || may_begin(&s->all, bit)))
		return false;
	if (most > NAME_TOKENS_MAX)
		most = NAME_TOKENS_MAX;
	for (size_t to = from + most < k->n ? from + most : k->n; to > from; to--) {
		struct view key = { first.p, k->at[to] - k->at[from] };
		const struct entry *own, *e;

		if (key.n > NAME_KEY_MAX || k->at[to] == k->at[to - 1])
			continue;
		own = index_find(&s->own.key, key);
		e = own ? own : index_find(&s->all.key, key);
		if (!e)
			continue;
		*out = (struct name_match){ &(own ? s->own.name : s->all.name)[e->number], (uint32_t)from, (uint32_t)to,
					    is_spelled_so(e, token, from, to) };
		return true;
	}
	return false;
}
