/*
 * icu_breaks - where plain ICU breaks text, to compare with. For each line of standard input a line: the ends of its
 * sentences (UAX #29), a tab, the ends of its words, all counted in code points.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static void print_breaks(UBreakIterator *breaks, const UChar *text, int32_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	int32_t from = 0, count = 0;

	ubrk_setText(breaks, text, n, &e);
	if (U_FAILURE(e))
		exit(1);
	for (int32_t to; (to = ubrk_next(breaks)) != UBRK_DONE; from = to) {
		count += u_countChar32(text + from, to - from);
		printf(from ? " %d" : "%d", count);
	}
}

int main(void)
{
	UErrorCode e = U_ZERO_ERROR;
	UBreakIterator *sentences = ubrk_open(UBRK_SENTENCE, "", NULL, 0, &e);
	UBreakIterator *words = ubrk_open(UBRK_WORD, "", NULL, 0, &e);
	char *line = NULL;
	size_t cap = 0;
	UChar *text = NULL;

	for (ssize_t n; U_SUCCESS(e) && (n = getline(&line, &cap, stdin)) > 0;) {
		int32_t wide;

		n -= line[n - 1] == '\n';
		text = realloc(text, ((size_t)n + 1) * sizeof *text);
		if (!text)
			return 1;
		u_strFromUTF8(text, (int32_t)n + 1, &wide, line, (int32_t)n, &e);
		print_breaks(sentences, text, wide);
		putchar('\t');
		print_breaks(words, text, wide);
		putchar('\n');
	}
	free(text);
	free(line);
	ubrk_close(words);
	ubrk_close(sentences);
	return U_FAILURE(e);
}
