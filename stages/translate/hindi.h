/*
 * hindi.h - forms of Hindi words: nouns, adjectives, pronouns, verbs, by the paradigms of dictionaries/paradigms.hi.tsv.
 *
 * Words come as dictionaries give them: a noun in the direct singular, an adjective in the masculine singular, a verb
 * in the infinitive. They may be several words: of a verb the last one changes (बंद करना: बंद किया), of a noun the last one and
 * what agrees with it (निकलने का रास्ता: निकलने के रास्ते), of an adjective each that can (देखा गया: देखी गई). Spelling is the house's
 * (गए, नई, कंपनियां, हूं). Nothing is an error: a word of no known kind stays as it is.
 */
#ifndef HINDI_H
#define HINDI_H

#include "base.h"
#include "report.h"

/* What a form agrees with. आप and ये are plural. */
struct agreement { bool feminine, plural; uint8_t person; /* 1, 2 (तुम, तू by number) or 3; 0 is 3 */ };

enum verb_form {
	VERB_STEM,		/* कर */
	VERB_PERFECTIVE,	/* किया किए की कीं: fem. plural is की unless it ends the verb group, see hindi_verb */
	VERB_PERFECTIVE_LAST,	/* किया किए की कीं */
	VERB_IMPERFECTIVE,	/* करता करते करती */
	VERB_IMPERFECTIVE_LAST,	/* करता करते करती करतीं: where no है follows (नहीं करतीं) */
	VERB_INFINITIVE,	/* करना करने करनी: agrees */
	VERB_OBLIQUE,		/* करने */
	VERB_CONJUNCTIVE,	/* करके, जाकर */
	VERB_SUBJUNCTIVE,	/* करूं करे करें करो */
	VERB_FUTURE,		/* करूंगा करेगा करेंगे करोगे */
	VERB_IMPERATIVE,	/* करें: the house's way to ask */
	VERB_REQUEST,		/* कीजिए */
	VERB_FAMILIAR,		/* करो */
	VERB_PRESENT,		/* of होना only: हूं है हैं हो */
	VERB_PAST,		/* of होना only: था थे थी थीं */
	VERB_COUNT
};
extern const char *const verb_form_name[VERB_COUNT];	/* "stem", "perfective", ... as data files name them */

struct hindi;

enum status hindi_open(struct hindi **, const char *data, struct report *);
void hindi_close(struct hindi *);

/* `habit` is the lexicon's column form: 's' plural in -्स, 'h' Hindi's own or unchanged, '0' none: it stays as it is. */
void hindi_noun(const struct hindi *, struct view noun, bool feminine, char habit, bool plural, bool oblique, struct buf *out);

/* Also participles, ordinals in -वां, का, वाला, मेरा, ऐसा, कैसा. An oblique masculine ends in -े. */
void hindi_adjective(const struct hindi *, struct view adjective, struct agreement, bool oblique, struct buf *out);

/* चाहिए has चाहिए (चाहिएं is not the house's) and its past चाहिए था by the caller. */
void hindi_verb(const struct hindi *, struct view infinitive, enum verb_form, struct agreement, struct buf *out);

/*
 * A pronoun with a postposition, "" for the direct case: मैं + को: मुझे; वे + ने: उन्होंने; हम + का: हमारा, agreeing; मैं + के लिए: मेरे लिए;
 * यह + में: इसमें; जो + से: जिससे; कोई + का: किसी का. False, and nothing written, if the word is no pronoun. With का alone it
 * agrees with what is had, otherwise with the pronoun, and a plural is that of the pronoun (जो + से: जिनसे). The plurals of जो,
 * कौन, कोई that have something are asked for as जिन, किन, किन्हीं.
 */
bool hindi_pronoun(const struct hindi *, struct view pronoun, struct view postposition, struct agreement, struct buf *out);

/* A word before a noun, agreeing with it: यह: ये, oblique इस, इन; जो: जिस, जिन; कौन सा: किस, किन; कोई: किसी; others as adjectives. */
void hindi_determiner(const struct hindi *, struct view determiner, struct agreement, bool oblique, struct buf *out);

#endif
