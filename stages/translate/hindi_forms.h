/*
 * hindi_forms.h - every form of a Hindi word and what it may be: what a reader of Hindi looks words up by.
 *
 * Only the form that a word has by itself: कीं, not नहीं कीं. Of several words the forms are those of hindi.h.
 */
#ifndef HINDI_FORMS_H
#define HINDI_FORMS_H

#include "hindi.h"

enum hindi_kind { HINDI_NOUN, HINDI_ADJECTIVE, HINDI_VERB };

/* One thing a form may be. Agreement is told of all, oblique of nouns and adjectives, form of verbs. */
struct hindi_reading { struct agreement agreement; bool oblique; enum verb_form form; };

/* A form with all it may be; both are valid during the call. */
typedef void hindi_form_seen(void *to, struct view form, const struct hindi_reading *, size_t n);

/*
 * Calls `seen` once for each distinct form, in the order of their first readings. Gender and habit are of nouns only;
 * texts also have loans of habit 's' with Hindi's endings (इंजीनियरों), which 'h' gives.
 */
void hindi_forms(const struct hindi *, struct view word, enum hindi_kind, bool feminine, char habit,
		 hindi_form_seen *seen, void *to);

#endif
