/* save.c - a network in the form that net_read() reads: a weight is a byte, and each row has a scale of its own. */
#include "train.h"

#include <math.h>
#include <stdlib.h>

static void put_rows(const float *from, size_t rows, size_t width, FILE *f)
{
	float *scale = memory_get(rows * sizeof *scale);
	signed char *byte = memory_get(rows * width);

	for (size_t r = 0; r < rows; r++) {
		float most = 0;

		for (size_t i = 0; i < width; i++)
			most = fmaxf(most, fabsf(from[r * width + i]));
		scale[r] = most / 127;
		for (size_t i = 0; i < width; i++)
			byte[r * width + i] = (signed char)(most > 0 ? lrintf(from[r * width + i] / scale[r]) : 0);
	}
	fwrite(scale, sizeof *scale, rows, f);
	fwrite(byte, 1, rows * width, f);
	free(scale);
	free(byte);
}

void save(const struct network *net, FILE *f)
{
	const struct net_sizes *s = &net->size;

	fwrite(s, sizeof *s, 1, f);
	fwrite(net->symbol, 1, sizeof net->symbol, f);
	fwrite(net->unit, 1, sizeof net->unit, f);
	fwrite(net->label, sizeof *net->label, s->labels, f);
	fwrite(net->first, sizeof *net->first, s->symbols + 1, f);
	fwrite(net->candidate, sizeof *net->candidate, s->candidates, f);
	fwrite(net->hidden_bias, sizeof(float), NET_HIDDEN, f);
	fwrite(net->top_bias, sizeof(float), NET_TOP, f);
	fwrite(net->out_bias, sizeof(float), s->labels, f);
	put_rows(net->in, net_rows(s), NET_HIDDEN, f);
	put_rows(net->top, NET_HIDDEN, NET_TOP, f);
	put_rows(net->out, s->labels, NET_TOP, f);
}
