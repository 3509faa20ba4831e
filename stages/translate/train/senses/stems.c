/* stems.c - cuts Hindi into words and takes off what inflection adds, so that a row's word is found in a translation. */
#include "senses.h"

#include "utf8.h"

/* Longest first; what is left has two letters or signs at least. */
static const char *const endings[] = { "ताओं", "इयों", "ियों", "ियां", "एंगे", "एंगी", "ाओं", "ाएं", "ुओं", "ुएं", "ेंगे", "ेंगी", "ऊंगा", "ूंगा", "ूंगी", "इएगा", "िएगा",
	"कर", "एगा", "एगी", "ेगा", "ेगी", "इए", "िए", "ता", "ती", "ते", "ना", "नी", "ने", "ये", "यी", "या", "ओं", "एं", "ए", "ई", "ओ", "ों", "ें", "ीं", "ां", "ा", "ी", "े", "ि", "ु", "ू", NULL };

/* Forms that endings do not explain. */
static const char *const irregular[][2] = {
	{ "किया", "कर" }, { "किए", "कर" }, { "किये", "कर" }, { "कीं", "कर" }, { "कीजिए", "कर" }, { "करके", "कर" }, { "करें", "कर" }, { "करे", "कर" },
	{ "दिया", "दे" }, { "दिए", "दे" }, { "दिये", "दे" }, { "दी", "दे" }, { "दीं", "दे" }, { "दें", "दे" }, { "दूं", "दे" }, { "दीजिए", "दे" }, { "देना", "दे" },
	{ "देता", "दे" }, { "देते", "दे" }, { "देती", "दे" }, { "देने", "दे" }, { "देनी", "दे" }, { "देगा", "दे" }, { "देगी", "दे" }, { "देंगे", "दे" }, { "देकर", "दे" },
	{ "लिया", "ले" }, { "लिये", "ले" }, { "ली", "ले" }, { "लीं", "ले" }, { "लें", "ले" }, { "लूं", "ले" }, { "लीजिए", "ले" }, { "लेना", "ले" },
	{ "लेता", "ले" }, { "लेते", "ले" }, { "लेती", "ले" }, { "लेने", "ले" }, { "लेनी", "ले" }, { "लेगा", "ले" }, { "लेगी", "ले" }, { "लेंगे", "ले" }, { "लेकर", "ले" },
	{ "गया", "जा" }, { "गए", "जा" }, { "गये", "जा" }, { "गई", "जा" }, { "गयी", "जा" }, { "गईं", "जा" }, { "जाना", "जा" }, { "जाता", "जा" }, { "जाते", "जा" },
	{ "जाती", "जा" }, { "जाने", "जा" }, { "जाए", "जा" }, { "जाएं", "जा" }, { "जाएगा", "जा" }, { "जाएगी", "जा" }, { "जाएंगे", "जा" }, { "जाकर", "जा" },
	{ "हुआ", "हो" }, { "हुए", "हो" }, { "हुई", "हो" }, { "हुईं", "हो" }, { "है", "हो" }, { "हैं", "हो" }, { "था", "हो" }, { "थे", "हो" }, { "थी", "हो" },
	{ "थीं", "हो" }, { "होना", "हो" }, { "होता", "हो" }, { "होते", "हो" }, { "होती", "हो" }, { "होने", "हो" }, { "होगा", "हो" }, { "होगी", "हो" },
	{ "होंगे", "हो" }, { "होकर", "हो" }, { "हूं", "हो" }, { "का", "का" }, { "के", "का" }, { "की", "का" }, { "आया", "आ" }, { "आए", "आ" }, { "आई", "आ" },
	{ "आना", "आ" }, { "आता", "आ" }, { "आते", "आ" }, { "आती", "आ" }, { "आने", "आ" }, { "आएगा", "आ" }, { "नई", "नया" }, { "नए", "नया" }, { "नयी", "नया" },
	{ "नये", "नया" }, { "लिए", "लिए" }, { "में", "में" }, { NULL, NULL }
};

/* What says nothing of a row's meaning when it stands beside other words. */
static const char *const light[] = { "कर", "हो", "दे", "ले", "जा", "का", "से", "में", "पर", "को", "ने", NULL };

static bool is_letter(uint32_t c)
{
	return (c >= 0x900 && c <= 0x963) || (c >= 0x970 && c <= 0x97f) || (c < 0x80 && (c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9');
}

/* Writers differ about dots below and about the moon. */
static void add_letter(struct buf *b, uint32_t c)
{
	static const uint32_t plain[][2] = { { 0x958, 0x915 }, { 0x959, 0x916 }, { 0x95a, 0x917 }, { 0x95b, 0x91c }, { 0x95c, 0x921 },
		{ 0x95d, 0x922 }, { 0x95e, 0x92b }, { 0x901, 0x902 } };

	if (c == 0x93c || c == 0x200c || c == 0x200d)
		return;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		c = c == plain[i][0] ? plain[i][1] : c;
	if (c >= 'A' && c <= 'Z')
		c |= 32;
	utf8_add(b, c);
}

static struct view stem(struct view word)
{
	for (size_t i = 0; irregular[i][0]; i++)
		if (view_is(word, irregular[i][0]))
			return view_of(irregular[i][1]);
	for (size_t i = 0; endings[i]; i++)
		if (view_ends(word, endings[i]) && utf8_count(view_cut(word, 0, word.n - strlen(endings[i]))) >= 2)
			return view_cut(word, 0, word.n - strlen(endings[i]));
	return word;
}

uint32_t stem_number(struct lesson *l, struct view text)
{
	struct entry *e = index_find(&l->hindi, text);

	if (!e) {
		e = index_add(&l->hindi, arena_copy(&l->arena, text));
		e->number = l->hindi.n;
	}
	return (uint32_t)e->number;
}

void stems_of(struct lesson *l, struct view text, uint32_t *out, size_t *n)
{
	struct buf word = { 0 };
	size_t room = *n;

	*n = 0;
	for (size_t i = 0; i <= text.n; i += i < text.n ? utf8_length(text.p[i]) : 1) {
		uint32_t c = i < text.n ? utf8_code(text.p + i) : ' ';

		if (is_letter(c) || c == 0x200c || c == 0x200d) {
			add_letter(&word, c);
		} else if (word.n) {
			if (*n < room)
				out[(*n)++] = stem_number(l, stem(buf_view(&word)));
			buf_clear(&word);
		}
	}
	buf_release(&word);
}

struct stems stems_of_row(struct lesson *l, struct view hindi)
{
	struct stems s = { 0 };
	size_t n = STEMS_MAX;

	stems_of(l, hindi, s.at, &n);
	s.n = (uint8_t)n;
	for (size_t k = 0; k < n; k++) {
		bool carries = true;

		for (size_t i = 0; light[i]; i++)
			carries &= s.at[k] != stem_number(l, view_of(light[i]));
		s.carries |= (uint8_t)(carries << k);
	}
	if (!s.carries)
		s.carries = (uint8_t)((1u << n) - 1);
	return s;
}
