/* prose.c - the one walk over text and marks. */
#include "prose.h"

void prose_begin(struct prose *p, const struct document *d, size_t begin, size_t end)
{
	*p = (struct prose){ d, begin, end, layer_from(d, LAYER_markup, begin), NULL };
}

/* The next mark that holds bytes from `at` on, or NULL. */
static const struct span *next_mark(struct prose *p)
{
	const struct layer_spans *marks = &p->d->layer[LAYER_markup];

	for (; p->next < marks->n && marks->at[p->next].begin < p->end; p->next++) {
		const struct span *m = &marks->at[p->next];

		if (m->end > p->at && m->end <= p->end && m->end > m->begin) {
			p->next++;
			return m;
		}
	}
	return NULL;
}

static bool give(struct prose *p, struct piece *out, size_t end, const struct span *mark)
{
	*out = (struct piece){ (uint32_t)p->at, (uint32_t)end, mark };
	p->at = end;
	return true;
}

bool prose_next(struct prose *p, struct piece *out)
{
	const struct span *m = p->held;

	p->held = NULL;
	if (p->at >= p->end)
		return false;
	if (!m)
		m = next_mark(p);
	if (!m)
		return give(p, out, p->end, NULL);
	if (m->begin <= p->at)
		return give(p, out, m->end, m);
	p->held = m;
	return give(p, out, m->begin, NULL);
}
