/*
 * train-transliterate - makes dictionaries/transliterate.model, a part at a time; see dictionaries/transliterate.md.
 *
 *	train-transliterate sounds PHONES PART		letters to sounds, from the CMU dictionary as Festival has it
 *	train-transliterate latin TOP DATA PHONES SOUNDS PART	Latin letters to Devanagari; SOUNDS is the part made before
 *	train-transliterate devanagari TOP DATA PART	Devanagari to Latin letters
 *	train-transliterate model SOUNDS LATIN DEVANAGARI HINDI ENGLISH PAIRS MODEL	the parts and the word lists in one
 */
#include "train.h"
#include "file.h"

#include <stdlib.h>

enum { SOUND_EPOCHS = 10, LATIN_EPOCHS = 14, DEVANAGARI_EPOCHS = 14, LABEL_MIN = 3, SOUND_LABEL_MIN = 20, SOUND_BEAM = 4 };

static void learn_part(const struct pairs *p, size_t sounds, unsigned label_min, unsigned epochs, const char *name, const char *path)
{
	struct network net = { 0 };
	size_t n;
	struct lesson *lesson = align(p, sounds, label_min, &net, &n);
	FILE *f = fopen(path, "wb");

	if (!f) {
		perror(path);
		exit(3);
	}
	fprintf(stderr, "train: %s, %zu pairs, %zu lessons, %u symbols, %u labels, %u candidates, %zu weights\n", name, p->n, n,
		net.size.symbols, net.size.labels, net.size.candidates, net_weights(&net.size));
	learn(&net, lesson, n, epochs, name);
	save(&net, f);
	fclose(f);
	free(lesson);
	net_release(&net);
}

static void make_sounds(const char *phones, const char *path)
{
	struct pairs p = { 0 };

	pairs_read_sounds(&p, phones);
	learn_part(&p, 0, SOUND_LABEL_MIN, SOUND_EPOCHS, "sounds", path);
}

/* The sounds of each Latin word that is read as English, as the network of sounds would say them. */
static void add_sounds(struct pairs *p, const struct network *sounds)
{
	struct net_word w;
	struct net_guess g;

	for (size_t i = 0; i < p->n; i++) {
		uint16_t *sound;

		if (p->at[i].domain == DOMAIN_NATIVE || !net_cut(sounds, p->at[i].from, 0, &w) || !net_decode(sounds, &w, SOUND_BEAM, &g, 1))
			continue;
		p->at[i].sound = sound = arena_get(&p->arena, w.n * sizeof *sound);
		for (size_t k = 0; k < w.n; k++)
			sound[k] = (uint16_t)(g.label[k] + 1);
	}
}

static void make_latin(const char *top, const char *data, const char *sounds_path, const char *path)
{
	struct pairs p = { 0 };
	struct network sounds = { 0 };
	struct report r = { 0 };
	struct view file;
	size_t at = 0;

	if (file_map(sounds_path, &file, &r) != OK || !net_read(&sounds, file, &at)) {
		fprintf(stderr, "train: %s is no part of sounds\n", sounds_path);
		exit(3);
	}
	pairs_read(&p, top, data);
	add_sounds(&p, &sounds);
	learn_part(&p, sounds.size.labels + 1, LABEL_MIN, LATIN_EPOCHS, "latin", path);
}

static void make_devanagari(const char *top, const char *data, const char *path)
{
	struct pairs p = { 0 };

	pairs_read(&p, top, data);
	pairs_turn(&p);
	learn_part(&p, 0, LABEL_MIN, DEVANAGARI_EPOCHS, "devanagari", path);
}

static void copy_file(const char *path, FILE *to)
{
	struct report r = { 0 };
	struct view file;

	if (file_map(path, &file, &r) != OK) {
		fprintf(stderr, "train: %.*s\n", VIEW_ARG(r.at[0].text));
		exit(3);
	}
	fwrite(file.p, 1, file.n, to);
	file_unmap(file);
}

static void make_model(char **part, const char *path)
{
	struct model_header h = { "pravahtl", MODEL_VERSION, { 0 } };
	FILE *f = fopen(path, "wb");
	long begun = sizeof h;

	if (!f) {
		perror(path);
		exit(3);
	}
	fwrite(&h, sizeof h, 1, f);
	for (int p = 0; p < PARTS; p++) {
		if (p < PART_HINDI)
			copy_file(part[p], f);
		else
			save_list(part[p], f);
		h.size[p] = (uint32_t)(ftell(f) - begun);
		begun = ftell(f);
	}
	rewind(f);
	fwrite(&h, sizeof h, 1, f);
	if (fclose(f)) {
		perror(path);
		exit(3);
	}
}

int main(int argc, char **argv)
{
	if (argc == 4 && !strcmp(argv[1], "sounds"))
		make_sounds(argv[2], argv[3]);
	else if (argc == 6 && !strcmp(argv[1], "latin"))
		make_latin(argv[2], argv[3], argv[4], argv[5]);
	else if (argc == 5 && !strcmp(argv[1], "devanagari"))
		make_devanagari(argv[2], argv[3], argv[4]);
	else if (argc == 3 + PARTS && !strcmp(argv[1], "model"))
		make_model(argv + 2, argv[2 + PARTS]);
	else
		return fputs("usage: train-transliterate sounds|latin|devanagari|model ...: see main.c\n", stderr), 2;
	return 0;
}
