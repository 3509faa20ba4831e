/*
 * image.c - see image.h. Images lie at addresses of their own, far from where the system puts anything; where one is taken
 * all the same (a debugger, a sanitizer), the tables are read.
 */
#include "image.h"
#include "file.h"

#include <link.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unicode/uversion.h>

/* One image after the other from FIRST on, each with so much room, of which only what is used becomes memory. */
static const uintptr_t FIRST = (uintptr_t)1 << 45, ROOM = (uintptr_t)1 << 28;
enum { IMAGES_MAX = 64, ALIGN = 16 };

/*
 * What an image begins with; the result stands right behind it. `check` is of all that follows it, `at` the address, `size`
 * that of the file and `result` that of the result, in bytes.
 */
struct header { char magic[8]; uint64_t check, stamp, at, size, result; };

static const char MAGIC[8] = { 'p', 'r', 'a', 'v', 'a', 'h', 'i', 'm' };

/* --- hashes --- */

static uint64_t stir(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15u;
	return h << 31 | h >> 33;
}

static uint64_t word_at(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	return w;
}

/* Four at a time, which the machine multiplies side by side: all is hashed whenever a program starts. */
static uint64_t hash_bytes(struct view v)
{
	uint64_t a = 1, b = 2, c = 3, d = 4, last = 0;
	size_t i = 0;

	for (; v.n - i >= 32; i += 32) {
		a = stir(a, word_at(v.p + i));
		b = stir(b, word_at(v.p + i + 8));
		c = stir(c, word_at(v.p + i + 16));
		d = stir(d, word_at(v.p + i + 24));
	}
	for (; v.n - i >= 8; i += 8)
		a = stir(a, word_at(v.p + i));
	if (v.n > i)
		memcpy(&last, v.p + i, v.n - i);
	return stir(stir(stir(stir(stir(v.n, a), b), c), d), last);
}

/* --- which program this is --- */

static size_t padded(size_t n)
{
	return (n + 3) & ~(size_t)3;
}

static int find_build_id(struct dl_phdr_info *info, size_t size, void *out)
{
	struct view *id = out;

	(void)size;
	for (size_t i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *h = &info->dlpi_phdr[i];
		const char *p = (const char *)(uintptr_t)(info->dlpi_addr + h->p_vaddr), *end = p + h->p_memsz;

		while (h->p_type == PT_NOTE && (size_t)(end - p) >= sizeof(ElfW(Nhdr))) {
			const ElfW(Nhdr) *note = (const void *)p;

			p += sizeof *note + padded(note->n_namesz);
			if (note->n_type == NT_GNU_BUILD_ID)
				*id = (struct view){ p, note->n_descsz };
			p += padded(note->n_descsz);
		}
	}
	return 1;	/* the program comes first; its libraries are not looked at */
}

/* What the linker wrote into the program to tell it from all others; empty if it did not. */
static struct view build_id(void)
{
	struct view id = V("");

	dl_iterate_phdr(find_build_id, &id);
	return id;
}

/* Of all that an image depends on; 0: of a program that cannot be told from others, so that it has no images. */
static uint64_t stamp_of(const struct image *im, const struct image_plan *plan, struct view also)
{
	struct view id = build_id();
	uint64_t h = stir(hash_bytes(id), hash_bytes(view_of(plan->name)));
	UVersionInfo icu;

	u_getVersion(icu);
	h = stir(h, hash_bytes((struct view){ (const char *)icu, sizeof icu }));
	for (size_t i = 0; i < im->n; i++)
		h = stir(h, hash_bytes(im->source[i].mapped));
	h = stir(h, hash_bytes(also));
	return id.n ? h | 1 : 0;
}

/* --- memory --- */

void *image_get(struct image *im, size_t n)
{
	n = (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	im->used += n;
	return im->room && im->used <= ROOM ? im->room + im->used - n : arena_get(&im->arena, n);
}

struct view image_copy(struct image *im, struct view v)
{
	char *p = image_get(im, v.n + 1);

	if (v.n)
		memcpy(p, v.p, v.n);
	p[v.n] = 0;
	return (struct view){ p, v.n };
}

void *image_keep(struct image *im, void *array, size_t n, size_t item)
{
	void *kept = n ? image_get(im, n * item) : NULL;

	if (n)
		memcpy(kept, array, n * item);
	free(array);
	return kept;
}

void image_keep_index(struct image *im, struct index *x)
{
	size_t n = index_places(x) * sizeof(uint32_t);
	uint32_t *place = image_get(im, n);

	memset(place, 0, n);
	index_pack(x, image_get(im, x->n * sizeof(struct entry)), place);
}

/* --- tables --- */

static enum status map_table(struct image *im, const char *path, struct report *r)
{
	struct source *s;

	im->source = memory_grow(im->source, &im->cap, im->n + 1, sizeof *im->source);
	s = &im->source[im->n++];
	*s = (struct source){ .path = arena_copy(&im->arena, view_of(path)).p };
	return file_map(s->path, &s->mapped, r);
}

/* In an image that will be written, the texts are its own. */
static enum status read_table(struct image *im, struct source *s, struct report *r)
{
	return table_read(&s->table, im->room ? image_copy(im, s->mapped) : s->mapped, s->path, r);
}

enum status image_add_table(struct image *im, const char *path, struct report *r)
{
	enum status rc = map_table(im, path, r);

	return rc == OK ? read_table(im, &im->source[im->n - 1], r) : rc;
}

enum status image_bad_row(const struct image *im, size_t i, const struct row *row, const char *code, const char *why,
			  struct report *r)
{
	return fatal(r, code, "%s:%lu: %s", im->source[i].path, row->line, why);
}

static enum status map_tables(struct image *im, const struct image_plan *plan, const char *data, struct report *r)
{
	enum status rc = OK;

	for (const char *const *name = plan->tables; rc == OK && *name; name++) {
		struct buf path = { 0 };

		buf_addf(&path, "%s/dictionaries/%s", data, *name);
		rc = map_table(im, path.p, r);
		buf_release(&path);
	}
	return rc;
}

static void unmap_tables(struct image *im)
{
	for (size_t i = 0; i < im->n; i++)
		file_unmap(im->source[i].mapped);
	free(im->source);
	im->source = NULL;
	im->n = im->cap = 0;
}

/* --- images --- */

/* Is it an image of these tables, this program and this result? */
static bool fits(struct view file, uint64_t stamp, size_t result)
{
	const struct header *h = (const void *)file.p;

	return file.n >= sizeof *h && !memcmp(h->magic, MAGIC, sizeof MAGIC) && h->stamp == stamp && h->size == file.n
		&& h->result == result && file.n - sizeof *h >= result;
}

static uint64_t check_of(struct view file)
{
	return hash_bytes(view_cut(file, offsetof(struct header, stamp), file.n));
}

/* What is mapped in the end counts: another file may have got the name since its header was read. */
static bool load(struct image *im, const char *path, uint64_t stamp, void *result, size_t size)
{
	struct view head, file = V("");
	const struct header *h;
	bool good = file_map_at(path, 0, &head) && fits(head, stamp, size);

	good = good && file_map_at(path, ((const struct header *)(const void *)head.p)->at, &file);
	file_unmap(head);
	h = (const void *)file.p;
	good = good && fits(file, stamp, size) && h->at == (uintptr_t)h && h->check == check_of(file);
	if (!good) {
		file_unmap(file);
		return false;
	}
	memcpy(result, h + 1, size);
	im->file = file;
	return true;
}

/* Room for an image where no other has its own: all are made in one run. */
static char *reserve(void)
{
	for (uintptr_t at = FIRST; at < FIRST + IMAGES_MAX * ROOM; at += ROOM) {
		char *p = mmap((void *)at, ROOM, PROT_READ | PROT_WRITE,
			       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);

		if (p == (char *)at)
			return p;
		if (p != MAP_FAILED)
			munmap(p, ROOM);	/* an old kernel, to which the address is but a hint */
	}
	return NULL;
}

static enum status make(struct image *im, const struct image_plan *plan, const void *context, void *result,
			struct report *r)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < im->n; i++)
		rc = read_table(im, &im->source[i], r);
	return rc == OK ? plan->make(result, im, context, r) : rc;
}

static enum status make_file(struct image *im, const struct image_plan *plan, const void *context, uint64_t stamp,
			     const char *path, struct report *r)
{
	struct header *h;
	enum status rc;

	im->room = stamp ? reserve() : NULL;
	if (!im->room)
		return fatal(r, "image", "%s", stamp ? "no room for an image in this address space" : "this program has no build id");
	h = image_get(im, sizeof *h + plan->size);
	rc = make(im, plan, context, h + 1, r);
	if (rc != OK)
		return rc;
	if (im->used > ROOM)
		return fatal(r, "image", "%s: too large", path);
	*h = (struct header){ .stamp = stamp, .at = (uintptr_t)h, .size = im->used, .result = plan->size };
	memcpy(h->magic, MAGIC, sizeof MAGIC);
	h->check = check_of((struct view){ im->room, im->used });
	return file_write(path, (struct view){ im->room, im->used }, r);
}

enum status image_open(struct image *im, const struct image_plan *plan, const struct settings *set, const void *context,
		       struct view also, void *result, struct report *r)
{
	const char *folder = setting(set, "images");
	struct buf path = { 0 };
	enum status rc = map_tables(im, plan, setting(set, "data"), r);
	uint64_t stamp = rc == OK && folder ? stamp_of(im, plan, also) : 0;

	buf_addf(&path, "%s/%s.image", folder ? folder : "", plan->name);
	if (rc == OK && setting(set, "compile")) {
		rc = make_file(im, plan, context, stamp, path.p, r);
		if (rc == OK)
			memcpy(result, im->room + sizeof(struct header), plan->size);
	} else if (rc == OK && stamp && load(im, path.p, stamp, result, plan->size)) {
		unmap_tables(im);
	} else if (rc == OK) {
		rc = make(im, plan, context, result, r);
	}
	buf_release(&path);
	return rc;
}

void image_close(struct image *im)
{
	unmap_tables(im);
	file_unmap(im->file);
	if (im->room)
		munmap(im->room, ROOM);
	arena_release(&im->arena);
}
