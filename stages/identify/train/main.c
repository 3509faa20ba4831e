/*
 * train-identify - makes dictionaries/identify.model:
 *
 *	train-identify TOP DATA LEXICON PHONES WORDS MODEL
 *
 * TOP is the project's folder, DATA the measuring data, LEXICON the word lists, PHONES the CMU dictionary as Festival
 * has it, WORDS a list of English words, SCOWL's, names with capitals; see dictionaries/identify.md.
 */
#include "train.h"

#include <stdlib.h>

enum { EPOCHS = 5 };

int main(int argc, char **argv)
{
	static struct lists lists;
	static struct examples examples;
	FILE *f;

	if (argc != 7) {
		fputs("usage: train-identify TOP DATA LEXICON PHONES WORDS MODEL\n", stderr);
		return 2;
	}
	lists_read(&lists, argv[1], argv[2], argv[3], argv[4], argv[5]);
	examples_read(&examples, &lists, argv[1], argv[2]);
	f = fopen(argv[6], "wb");
	if (!f) {
		perror(argv[6]);
		return 3;
	}
	learn_labels(&examples, &lists, EPOCHS, f);
	return fclose(f) ? 3 : 0;
}
