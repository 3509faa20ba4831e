/* model.c - opens the model's file; looks words up in its lists. */
#include "model.h"

#include "file.h"

uint32_t word_list_slot(uint64_t hash, uint32_t slots)
{
	return (uint32_t)((hash & 0xffffffff) * slots >> 32);
}

void word_list_check(uint64_t hash, unsigned char check[2])
{
	check[0] = (unsigned char)(hash >> 40);
	check[1] = (unsigned char)(hash >> 52);
}

float word_list_log(const struct word_list *l, struct view word, float unknown)
{
	uint64_t hash = view_hash(word);
	unsigned char check[2];

	word_list_check(hash, check);
	for (uint32_t i = word_list_slot(hash, l->slots), k = 0; l->slots && l->slot[i][2] && k < l->slots; i = (i + 1) % l->slots, k++)
		if (!memcmp(l->slot[i], check, sizeof check))
			return (float)l->slot[i][2] / WORD_LOG_SCALE;
	return unknown;
}

static bool read_list(struct word_list *l, struct view v)
{
	*l = (struct word_list){ (uint32_t)(v.n / sizeof *l->slot), (const void *)v.p };
	return v.n && v.n % sizeof *l->slot == 0;
}

static bool read_part(struct script_model *m, enum part p, struct view v)
{
	struct network *net[] = { &m->sounds, &m->latin, &m->devanagari };
	struct word_list *list[] = { &m->hindi, &m->english, &m->pairs };
	size_t at = 0;

	if (p >= PART_HINDI)
		return read_list(list[p - PART_HINDI], v);
	return net_read(net[p], v, &at) && at == v.n;
}

enum status script_model_open(struct script_model *m, const char *path, unsigned parts, struct report *r)
{
	enum status rc = file_map(path, &m->file, r);
	struct model_header h;
	size_t at = sizeof h;

	if (rc != OK)
		return rc;
	if (m->file.n < sizeof h)
		return fatal(r, "model", "%s is not a model of this version", path);
	memcpy(&h, m->file.p, sizeof h);
	if (memcmp(h.magic, "pravahtl", sizeof h.magic) || h.version != MODEL_VERSION)
		return fatal(r, "model", "%s is not a model of this version", path);
	for (int p = 0; p < PARTS; p++) {
		if (h.size[p] > m->file.n - at || (parts & 1u << p && !read_part(m, (enum part)p, view_cut(m->file, at, at + h.size[p]))))
			return fatal(r, "model", "%s is damaged", path);
		at += h.size[p];
	}
	if (at != m->file.n)
		return fatal(r, "model", "%s is damaged", path);
	if (m->latin.weights && m->sounds.weights && m->latin.size.sounds != m->sounds.size.labels + 1)
		return fatal(r, "model", "the parts of %s do not fit together", path);
	return OK;
}

void script_model_close(struct script_model *m)
{
	net_release(&m->sounds);
	net_release(&m->latin);
	net_release(&m->devanagari);
	file_unmap(m->file);
}
