/*
 * cldr.c - what ICU knows of both languages from Unicode's CLDR: names of countries, of currencies, of months, and number
 * words. Our own tables are read first and win; these add what they lack.
 */
#include "exact.h"

#include <stdio.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/unum.h>
#include <unicode/uregion.h>
#include <unicode/ustring.h>

enum { TEXT_MAX = 128, MONTHS = 12, NUMBERS = 100 };

static const char *const locales[] = { "en", "hi" };

/* UTF-8 of a text of ICU's; empty if it has no room. */
static struct view to_utf8(const UChar *text, int32_t n, char out[TEXT_MAX])
{
	UErrorCode e = U_ZERO_ERROR;
	int32_t length = 0;

	u_strToUTF8(out, TEXT_MAX, &length, text, n, &e);
	return U_SUCCESS(e) ? (struct view){ out, (size_t)length } : V("");
}

/* --- countries --- */

/* Both names of a region; false of those that are no names: "Congo - Kinshasa", "Hong Kong SAR China". */
static bool name_region(ULocaleDisplayNames *const names[2], const char *code, char text[2][TEXT_MAX], struct view out[2])
{
	for (int k = 0; k < 2; k++) {
		UErrorCode e = U_ZERO_ERROR;
		UChar name[TEXT_MAX];
		int32_t n = uldn_regionDisplayName(names[k], code, name, TEXT_MAX, &e);

		out[k] = U_SUCCESS(e) ? to_utf8(name, n, text[k]) : V("");
		if (!out[k].n || memchr(out[k].p, '(', out[k].n) || memmem(out[k].p, out[k].n, " - ", 3)
		    || memmem(out[k].p, out[k].n, " SAR ", 5) || view_is(out[k], code))
			return false;
	}
	return true;
}

void cldr_countries(void (*use)(void *ctx, struct view english, struct view hindi), void *ctx)
{
	UErrorCode e = U_ZERO_ERROR;
	UEnumeration *codes = uregion_getAvailable(URGN_TERRITORY, &e);
	ULocaleDisplayNames *names[2] = { uldn_open("en", ULDN_STANDARD_NAMES, &e), uldn_open("hi", ULDN_STANDARD_NAMES, &e) };
	char text[2][TEXT_MAX];
	struct view name[2];
	const char *code;

	while (U_SUCCESS(e) && (code = uenum_next(codes, NULL, &e)))
		if (strlen(code) == 2 && name_region(names, code, text, name))
			use(ctx, name[0], name[1]);
	uldn_close(names[0]);
	uldn_close(names[1]);
	uenum_close(codes);
}

/* --- words of the rules --- */

/* The tables win: what they have, they have with all its meanings. */
static void add(struct exact *x, struct image *im, enum class class, struct view value, struct view form)
{
	if (form.n && !words_have(x, form))
		words_add(x, im, class, value, form);
}

static void add_currencies(struct exact *x, struct image *im, const char *locale)
{
	UErrorCode e = U_ZERO_ERROR;
	UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &e);
	const UChar *code;

	while (U_SUCCESS(e) && (code = uenum_unext(codes, NULL, &e))) {
		static const char *const counts[] = { "one", "other" };
		char value[TEXT_MAX], text[TEXT_MAX];
		struct view iso = to_utf8(code, 3, value);

		for (int k = 0; k < 2; k++) {
			UErrorCode bad = U_ZERO_ERROR;
			int32_t n = 0;
			const UChar *name = ucurr_getPluralName(code, locale, NULL, counts[k], &n, &bad);

			if (U_SUCCESS(bad) && n > 3)
				add(x, im, CLASS_MONEY_WORD, iso, to_utf8(name, n, text));
		}
	}
	uenum_close(codes);
}

static void add_months(struct exact *x, struct image *im, const char *locale)
{
	UErrorCode e = U_ZERO_ERROR;
	UDateFormat *f = udat_open(UDAT_NONE, UDAT_FULL, locale, NULL, 0, NULL, 0, &e);

	for (int m = 0; m < MONTHS && U_SUCCESS(e); m++) {
		char value[TEXT_MAX], text[TEXT_MAX];
		UChar name[TEXT_MAX];
		int32_t n = udat_getSymbols(f, UDAT_MONTHS, m, name, TEXT_MAX, &e);

		snprintf(value, sizeof value, "%d", m + 1);
		if (U_SUCCESS(e) && n > 3)
			add(x, im, CLASS_MONTH, view_of(value), to_utf8(name, n, text));
	}
	udat_close(f);
}

static void add_numbers(struct exact *x, struct image *im)
{
	UErrorCode e = U_ZERO_ERROR;
	UNumberFormat *f = unum_open(UNUM_SPELLOUT, NULL, 0, "hi", NULL, &e);

	for (int k = 2; k < NUMBERS && U_SUCCESS(e); k++) {
		char value[TEXT_MAX], text[TEXT_MAX];
		UChar name[TEXT_MAX];
		int32_t n = unum_format(f, k, name, TEXT_MAX, NULL, &e);

		snprintf(value, sizeof value, "%d", k);
		if (U_SUCCESS(e))
			add(x, im, CLASS_NUMBER, view_of(value), to_utf8(name, n, text));
	}
	unum_close(f);
}

void words_add_cldr(struct exact *x, struct image *im)
{
	for (size_t k = 0; k < sizeof locales / sizeof *locales; k++) {
		add_currencies(x, im, locales[k]);
		add_months(x, im, locales[k]);
	}
	add_numbers(x, im);
	words_chain(x);
}
