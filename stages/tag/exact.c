/*
 * exact.c - the entities that rules find: addresses, files, code, versions and ordinals here, numbers and dates in the
 * other rooms. At each place the longest find wins.
 */
#include "exact.h"
#include "utf8.h"

#include <stdlib.h>

const char *const entity_name[ENTITY_TYPES] = {
	"PER", "ORG", "LOC", "PRODUCT", "WORK", "EVENT", "LAW",
	"MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "PERIOD", "ORDINAL",
	"VERSION", "URL", "EMAIL", "FILE", "HANDLE", "CODE",
};

struct entity *entities_add(struct entities *e, enum entity_type type, uint32_t begin, uint32_t end, struct view value)
{
	e->at = memory_grow(e->at, &e->cap, e->n + 1, sizeof *e->at);
	e->at[e->n] = (struct entity){ begin, end, type, 1, value };
	return &e->at[e->n++];
}

/* --- addresses, files and code: whole tokens --- */

/* Between blanks: what files end in, files without an end, and folders at the root of a system. */
static const char extensions[] =
	" md txt pdf csv tsv json jsonl yaml yml toml xml html htm css scss js mjs cjs ts jsx tsx vue svelte py"
	" ipynb rb go rs c h cc cpp hpp java kt kts swift scala php pl lua r jl hs ex exs erl clj dart zig nim sh"
	" bash zsh fish bat cmd ps1 vim el sql log conf cfg ini env lock mod sum properties gradle cmake mk tf"
	" tfvars hcl nix proto avsc avro orc graphql plist service tex bib rst adoc srt vtt po pot srx tmx xliff"
	" tmpl j2 erb ejs liquid map snap png jpg jpeg gif svg webp ico mp3 mp4 wav flac mov mkv zip gz tar tgz bz2"
	" xz zst 7z rar doc docx xls xlsx ppt pptx odt epub db sqlite bak tmp exe dll so deb rpm iso bin dat pkl"
	" parquet feather arrow npy npz pt pth onnx gguf safetensors ckpt h5 ttf otf woff woff2 pem crt key csr"
	" patch diff wasm apk ipa jar ";
static const char bare_files[] = " Makefile Dockerfile Jenkinsfile Procfile Vagrantfile Gemfile Rakefile ";
static const char root_folders[] =
	" etc opt var usr home tmp dev proc bin sbin lib mnt srv root boot sys media run snap nix data content"
	" workspace Users Library Volumes Applications System ";

static bool is_listed(struct view v, const char *list)
{
	struct buf word = { 0 };
	bool found;

	if (!v.n || v.n > 16 || memchr(v.p, ' ', v.n))
		return false;
	buf_addf(&word, " %.*s ", VIEW_ARG(v));
	found = strstr(list, word.p) != NULL;
	buf_release(&word);
	return found;
}

/* ~/x, ./x, /etc/x, /x/y.conf, but not a route like /api/users. */
static bool is_rooted(struct view v, struct view end)
{
	struct view rest = v, folder;

	if (view_starts(v, "~/") || view_starts(v, "./") || view_starts(v, "../"))
		return v.n > 2;
	if (!view_starts(v, "/"))
		return false;
	view_next(&rest, '/', &folder);
	view_next(&rest, '/', &folder);
	return is_listed(end, extensions) || is_listed(folder, root_folders);
}

bool is_file_name(struct view v)
{
	struct view end = V("");
	bool path = false;

	for (size_t i = 0; i < v.n; i++) {
		if (byte_in(v.p[i], " ()=<>{}[]|;:'\"$&,#%!?*") || (unsigned char)v.p[i] < ' ')
			return false;
		path = path || v.p[i] == '/';
		if (v.p[i] == '.')
			end = view_cut(v, i + 1, v.n);
		else if (v.p[i] == '/')
			end = V("");
	}
	if (!v.n || v.p[0] == '-')
		return false;
	if (view_ends(v, "/") || is_rooted(v, end))
		return v.n > 2 && (v.p[0] != '/' || is_rooted(v, end));
	if (v.p[0] == '.' && !path)
		return end.n > 1;
	if (path && end.n && end.n <= 12)
		return (end.p[0] >= 'a' && end.p[0] <= 'z') || (end.p[0] >= 'A' && end.p[0] <= 'Z');
	return is_listed(end, extensions) || is_listed(v, bare_files);
}

static struct view without_quotes(struct view v)
{
	size_t a = 0, b = v.n;

	while (a < b && v.p[a] == '`' && v.p[b - 1] == '`' && b - a > 1) {
		a++;
		b--;
	}
	return view_trim(view_cut(v, a, b));
}

/* <https://a.example> */
static struct view without_brackets(struct view v)
{
	return v.n > 2 && v.p[0] == '<' && v.p[v.n - 1] == '>' ? view_cut(v, 1, v.n - 1) : v;
}

/* Stops behind an address that came with them. */
static struct view without_stops(struct view v)
{
	while (v.n && byte_in(v.p[v.n - 1], ".,;:!?)]}'\""))
		v.n--;
	return v;
}

static bool looks_like_email(struct view v)
{
	const char *at = memchr(v.p, '@', v.n);

	return at && at > v.p && memchr(at, '.', (size_t)(v.p + v.n - at)) && !memchr(v.p, '/', v.n);
}

/* Of what segment calls code only a code span is; formulas, tags and images are marks. */
static enum entity_type type_of_whole(struct view kind, struct view text, bool quoted)
{
	static const struct { const char *kind; enum entity_type type; } kinds[] = {
		{ "url", ENTITY_URL }, { "email", ENTITY_EMAIL }, { "handle", ENTITY_HANDLE }, { "file", ENTITY_FILE },
	};

	/* A route of a service looks like a path: /api/users. */
	if (view_is(kind, "file") && view_starts(text, "/") && !is_file_name(text))
		return ENTITY_TYPES;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (view_is(kind, kinds[i].kind))
			return kinds[i].type;
	if (view_is(kind, "code"))
		return !quoted ? ENTITY_TYPES : is_file_name(text) ? ENTITY_FILE : ENTITY_CODE;
	if (kind.n)
		return ENTITY_TYPES;
	if (is_file_name(text) && !memchr(text.p, '@', text.n) && !memmem(text.p, text.n, "://", 3))
		return ENTITY_FILE;
	return text.p[0] == '@' ? ENTITY_HANDLE : looks_like_email(text) ? ENTITY_EMAIL
	     : memchr(text.p, '@', text.n) ? ENTITY_TYPES : ENTITY_URL;
}

/* A path that touches what stands before it is a part of that: $5/month, km/h. */
static bool is_cut_off(const struct line *l, size_t i)
{
	return i && !l->at[i].gap && (l->at[i - 1].kind == ATOM_WORD || l->at[i - 1].kind == ATOM_DIGITS
				      || atom_is_sign(l, i - 1, '/')
				      || atom_has(l, i - 1, IS(CLASS_PERCENT) | IS(CLASS_MONEY_SIGN)));
}

/* A handle goes on behind stops and hyphens, and with its server: @yuki.t, @tunde-okafor, @me@mastodon.social. */
static size_t end_of_handle(const struct line *l, size_t i)
{
	for (;;) {
		bool sign = atom_is_sign(l, i, '.') || atom_is_sign(l, i, '-');
		size_t next = i + sign;

		if (!atom_touches(l, i) || !atom_touches(l, next) || l->at[next].text.p[0] < 0
		    || (sign ? !atom_is(l, next, ATOM_WORD) && !atom_is(l, next, ATOM_DIGITS)
			     : !atom_is(l, next, ATOM_WHOLE) || !byte_in(l->at[next].text.p[0], ".@")))
			return i;
		i = next + 1;
	}
}

/* git@host:folder/name, the address of a repository; the atom after it, or i. */
static size_t end_of_remote(const struct line *l, size_t i)
{
	bool path = false;
	size_t end = i + 2, last = end;

	if (!atom_joins(l, i + 1, ':'))
		return i;
	for (; end < l->n && (end == i + 2 || !l->at[end].gap) && (unsigned char)l->at[end].text.p[0] < 0x80; end++) {
		if (l->at[end].kind != ATOM_SIGN)
			last = end + 1;
		else if (!byte_in(l->at[end].text.p[0], "/-."))
			break;
		path = path || memchr(l->at[end].text.p, '/', l->at[end].text.n);
	}
	return path ? last : i;
}

/* A thing of several atoms. */
static size_t add_joined(const struct line *l, size_t i, size_t end, enum entity_type type, struct entities *out)
{
	struct buf text = { 0 };

	for (size_t k = i; k < end; k++)
		buf_add(&text, l->at[k].text);
	entities_add(out, type, l->at[i].begin, l->at[end - 1].end, arena_copy(l->arena, buf_view(&text)));
	buf_release(&text);
	return end;
}

static size_t add_whole(const struct line *l, size_t i, struct entities *out)
{
	const struct atom *a = &l->at[i];
	struct view text = a->token->kind.n ? without_brackets(without_quotes(a->text)) : without_stops(a->text);
	enum entity_type type = text.n ? type_of_whole(a->token->kind, text, view_starts(a->text, "`")) : ENTITY_TYPES;
	uint32_t begin = a->begin;

	if (type == ENTITY_TYPES || ((type == ENTITY_FILE || type == ENTITY_HANDLE) && is_cut_off(l, i)))
		return i + 1;
	if (type == ENTITY_EMAIL && end_of_remote(l, i) > i)
		return add_joined(l, i, end_of_remote(l, i), ENTITY_URL, out);
	if (type == ENTITY_HANDLE && end_of_handle(l, i + 1) > i + 1)
		return add_joined(l, i, end_of_handle(l, i + 1), ENTITY_HANDLE, out);
	if (a->end - a->begin == a->text.n)
		begin += (uint32_t)(text.p - a->text.p);
	entities_add(out, type, begin, a->end - a->begin == a->text.n ? begin + (uint32_t)text.n : a->end,
		     arena_copy(l->arena, text));
	return i + 1;
}

/* Code between backquotes that came as tokens of their own; the atom after it, or i. */
static size_t find_quoted(const struct line *l, size_t i, struct entities *out)
{
	struct buf text = { 0 };
	size_t end = i + 1;
	enum entity_type type;

	while (end < l->n && !atom_is_sign(l, end, '`'))
		end++;
	if (end >= l->n || end == i + 1)
		return i;
	for (size_t k = i + 1; k < end; k++) {
		if (k > i + 1 && l->at[k].gap)
			buf_byte(&text, ' ');
		buf_add(&text, l->at[k].text);
	}
	type = end == i + 2 && l->at[i + 1].kind == ATOM_WHOLE && !view_is(l->at[i + 1].token->kind, "file")
	       ? type_of_whole(l->at[i + 1].token->kind, buf_view(&text), true) : ENTITY_TYPES;
	if (type == ENTITY_TYPES)
		type = is_file_name(buf_view(&text)) ? ENTITY_FILE : ENTITY_CODE;
	entities_add(out, type, l->at[i + 1].begin, l->at[end - 1].end, arena_copy(l->arena, buf_view(&text)));
	buf_release(&text);
	return end + 1;
}

/* --- versions --- */

static size_t stops_in(struct view v)
{
	size_t n = 0;

	for (size_t i = 0; i < v.n; i++) {
		if (v.p[i] == ',')
			return 0;
		n += v.p[i] == '.';
	}
	return n;
}

/* Of a number with one stop: do the words beside it say that it is a version? */
static bool is_version_place(const struct line *l, size_t i, bool seen)
{
	if (atom_has(l, i + 1, MEASURES | IS(CLASS_SCALE_SHORT) | IS(CLASS_COUNTED)) || !ends_here(l, i + 1))
		return false;
	if (i && l->at[i].gap && (atom_is_name(l, i - 1) || atom_has(l, i - 1, IS(CLASS_VERSION_WORD))))
		return true;
	if ((atom_has(l, i + 1, IS(CLASS_RANGE)) || atom_is_dash(l, i + 1)) && atom_is(l, i + 2, ATOM_DIGITS)
	    && stops_in(l->at[i + 2].text) > 1)
		return true;
	return atom_has(l, i + 1, IS(CLASS_VERSION_AFTER))
	    || (seen && (!atom_is(l, i + 1, ATOM_WORD) || atom_has(l, i + 1, IS(CLASS_YEAR_AFTER))));
}

/* What follows the digits of a version without a blank: -rc1, -beta.2, b3. */
static size_t version_tail(const struct line *l, size_t i)
{
	size_t end = i;

	/* v2.x; but in v1.0-v2.0 the second is one of its own. */
	if (atom_joins(l, i, '.') && view_is(l->at[i + 1].folded, "x"))
		return i + 2;
	if (atom_joins(l, i, '-') && view_is(l->at[i + 1].folded, "v") && atom_touches(l, i + 2))
		return i;
	if (atom_joins(l, end, '-') && l->at[end + 1].kind != ATOM_SIGN && !stops_in(l->at[end + 1].text))
		end += 2;
	else if (!atom_touches(l, end) || !atom_is(l, end, ATOM_WORD) || l->at[end].text.n > 2)
		return i;
	if ((unsigned char)l->at[end - 1].text.p[0] >= 0x80)
		return i;
	while (atom_touches(l, end) && (atom_is(l, end, ATOM_DIGITS) || atom_joins(l, end, '.')))
		end++;
	return end;
}

enum { VERSION_MAX = 40 };

/* Four numbers below 256 are an address of a machine. */
static bool is_address(struct view v)
{
	struct view piece;
	bool small = view_pieces(v, '.') == 4;

	while (small && view_next(&v, '.', &piece)) {
		int n = 0;

		for (size_t i = 0; i < piece.n && n < 256; i++)
			n = n * 10 + (piece.p[i] - '0');
		small = n < 256;
	}
	return small;
}

static void find_version(const struct line *l, size_t i, bool seen, struct found *f)
{
	bool v = atom_is(l, i, ATOM_WORD) && view_is(l->at[i].folded, "v") && atom_touches(l, i + 1);
	size_t at = i + v, end = at + 1, stops;
	struct buf *b;

	if (!atom_is(l, at, ATOM_DIGITS) || !begins_here(l, i) || (!v && is_address(l->at[at].folded)))
		return;
	stops = l->at[at].text.n > VERSION_MAX ? 0 : stops_in(l->at[at].text);
	if (v ? memchr(l->at[at].text.p, ',', l->at[at].text.n) != NULL
	      : !stops || (stops != 2 && !is_version_place(l, i, seen)) || (i && atom_has(l, i - 1, IS(CLASS_LABEL))))
		return;
	end = stops || v ? version_tail(l, end) : end;
	b = ends_here(l, end) ? found_longer(f, ENTITY_VERSION, end) : NULL;
	for (size_t k = at; b && k < end; k++)
		buf_add(b, l->at[k].kind == ATOM_DIGITS ? l->at[k].folded : l->at[k].text);
}

/* --- ordinals --- */

static void give_ordinal(struct found *f, struct decimal n, size_t end)
{
	struct buf *b = found_longer(f, ENTITY_ORDINAL, end);

	if (b)
		decimal_write(b, n);
}

/* 21st, 18वीं, 3-रा */
static void find_digit_ordinal(const struct line *l, size_t i, struct found *f)
{
	struct decimal n;
	size_t end = i + 1;

	if (!atom_is(l, i, ATOM_DIGITS) || !begins_here(l, i))
		return;
	if (atom_is_sign(l, end, '-') && atom_touches(l, end))
		end++;
	if (atom_touches(l, end) && atom_has(l, end, IS(CLASS_ORDINAL_END)) && ends_here(l, end + 1)
	    && decimal_read(l->at[i].folded, &n) && !n.shift)
		give_ordinal(f, n, end + 1);
}

/* "पहले दिन" counts days, "पहले आया" and "दिन से पहले" do not. */
static bool counts_what_follows(const struct line *l, size_t i, size_t next)
{
	/* पहले 30 कर्मचारियों: the first of so many. */
	if (next + 1 < l->n && l->at[next].kind == ATOM_DIGITS && word_ends_as(l, next + 1, CLASS_ORDINAL_NOUN))
		return true;
	return atom_has(l, next, IS(CLASS_ORDINAL_NOUN)) && !(i && atom_has(l, i - 1, IS(CLASS_REFERENCE)));
}

/* Before a noun, or behind an article: "the third." but neither "at first." nor "a third." */
static bool is_ordinal_place(const struct line *l, const struct sense *s, size_t i, size_t next)
{
	if (i && atom_has(l, i - 1, IS(CLASS_ORDINAL_NOT_AFTER)))
		return false;
	if (next >= l->n || l->at[next].kind == ATOM_SIGN)
		return i && atom_has(l, i - 1, IS(CLASS_YEAR_DETERMINER)) && !atom_has(l, i, IS(CLASS_UNIT))
		    && !(atom_has(l, i - 1, IS(CLASS_ONE)) && s->number.digits > 2);
	return !atom_has(l, next, IS(CLASS_ORDINAL_NOT_BEFORE));
}

static void find_ordinal(const struct line *l, size_t i, struct found *f)
{
	const struct sense *s = sense_at(l, i, CLASS_ORDINAL);
	bool weak = !s && (s = sense_at(l, i, CLASS_ORDINAL_WEAK)) != NULL;
	size_t next;

	if (!s || !begins_here(l, i) || !ends_here(l, i + s->words))
		return;
	next = i + s->words;
	next += atom_has(l, next, IS(CLASS_EMPHASIS)) || (atom_is_dash(l, next) && atom_touches(l, next));
	if (is_ordinal_place(l, s, i, next) && (!weak || counts_what_follows(l, i, next)))
		give_ordinal(f, s->number, i + s->words);
}

/* --- a sentence --- */

static const uint64_t beginnings = NUMBER_WORDS | IS(CLASS_ORDINAL) | IS(CLASS_ORDINAL_WEAK) | IS(CLASS_MONEY_SIGN)
	| IS(CLASS_MONEY_CODE) | IS(CLASS_MONTH) | IS(CLASS_MONTH_WEAK) | IS(CLASS_RELATIVE) | IS(CLASS_EITHER)
	| IS(CLASS_STEP) | IS(CLASS_PART) | IS(CLASS_TIME)
	| IS(CLASS_QUARTER) | IS(CLASS_QUARTER_WORD) | IS(CLASS_HALF) | IS(CLASS_FISCAL);

static size_t find_at(struct line *l, size_t i, struct found *f, struct entities *out)
{
	bool seen = out->n && out->at[out->n - 1].type == ENTITY_VERSION && out->at[out->n - 1].begin >= l->at[0].begin;

	f->end = 0;
	find_calendar(l, i, f);
	find_time(l, i, f);
	find_amount(l, i, f);
	find_digit_ordinal(l, i, f);
	find_ordinal(l, i, f);
	find_version(l, i, seen, f);
	if (f->end <= i)
		return i + 1;
	entities_add(out, f->type, l->at[i].begin, l->at[f->end - 1].end, arena_copy(l->arena, buf_view(&f->value)));
	l->last = f->end;
	return f->end;
}

void exact_find(const struct exact *x, const struct tag_token *t, size_t n, struct arena *a, struct entities *out)
{
	struct line l = { .exact = x, .arena = a };
	struct found f = { 0 };
	bool quotes = true;

	line_cut(&l, t, n);
	for (size_t i = 0; i < l.n;) {
		bool quote = quotes && atom_is_sign(&l, i, '`');
		size_t end = quote ? find_quoted(&l, i, out) : i;

		quotes = quotes && (!quote || end > i);
		if (end > i) {
			i = end;
		} else if (l.at[i].kind == ATOM_WHOLE) {
			i = add_whole(&l, i, out);
		} else if (l.at[i].kind != ATOM_WORD || atom_has(&l, i, beginnings) || view_is(l.at[i].folded, "v")) {
			i = find_at(&l, i, &f, out);
		} else {
			i++;
		}
	}
	buf_release(&f.value);
	line_release(&l);
}

/* --- opening --- */

static enum status make(void *result, struct image *im, const void *context, struct report *r)
{
	struct exact *x = result;
	enum status rc = OK;

	(void)context;
	for (size_t i = 0; rc == OK && i < im->n; i++)
		rc = words_read(x, im, i, r);
	words_chain(x);
	words_add_cldr(x, im);
	x->sense = image_keep(im, x->sense, x->n, sizeof *x->sense);
	x->ending = image_keep(im, x->ending, x->n_endings, sizeof *x->ending);
	image_keep_index(im, &x->word);
	return rc;
}

enum status exact_open(struct exact **out, const struct settings *set, struct report *r)
{
	static const char *const tables[] = { "numbers.tsv", "units.tsv", "currencies.tsv", "calendar.tsv", NULL };
	static const struct image_plan plan = { "exact", tables, offsetof(struct exact, image), make };
	struct exact *x = *out = memory_get(sizeof *x);

	return image_open(&x->image, &plan, set, NULL, V(""), x, r);
}

void exact_close(struct exact *x)
{
	if (!x)
		return;
	image_close(&x->image);
	free(x);
}
