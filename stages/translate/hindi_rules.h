/* hindi_rules.h - the rows of dictionaries/paradigms.hi.tsv and pronouns.hi.tsv, as hindi*.c read them. */
#ifndef HINDI_RULES_H
#define HINDI_RULES_H

#include "hindi.h"
#include "index.h"
#include "table.h"

/* What rows make: the forms of verbs come first and have the numbers of enum verb_form. */
enum { MAKES_FUTURE_FEMININE = VERB_COUNT, MAKES_NOUN_M, MAKES_NOUN_F, MAKES_LOAN_M, MAKES_LOAN_F, MAKES_ADJECTIVE,
       MAKES_COUNT };

/* Forms of a noun; the direct singular is the word itself. */
enum { NOUN_PLURAL, NOUN_OBLIQUE, NOUN_OBLIQUE_PLURAL, NOUN_FORMS };

/* Forms of an adjective; the masculine direct singular is the word itself. */
enum { ADJECTIVE_E, ADJECTIVE_FEMININE, ADJECTIVE_FORMS };

enum { RULE_FORMS = 4, CLASSES_MAX = 64 };

/* `end` goes and a form takes its place. `named`: only for words of the class, or the end as a whole word. */
struct rule { struct view end, form[RULE_FORMS]; uint8_t class; bool named, consonant; };

struct rules { struct rule *at; size_t n, cap; };

/* "" where the row has -; `rest` has a + where the postposition goes. */
struct pronoun { struct view direct, plural, ne, ko, ka, rest; };

struct determiner { struct view form[4]; };	/* direct singular and plural, oblique singular and plural */

enum { CLASS_NOUN_M, CLASS_NOUN_F, CLASS_ADJECTIVE, CLASS_NONE };

/* What rows say of a word by its name: classes or 0; places among pronouns and determiners or -1. */
struct known {
	uint8_t class[CLASS_NONE];
	bool agreeing, passive, infinitive;
	int16_t pronoun, determiner;
};

struct hindi {
	struct table paradigms, pronoun_table;
	struct view class[CLASSES_MAX];		/* their names; the first is none */
	size_t n_classes;
	struct rules rules[MAKES_COUNT];
	struct index words;			/* the entry's number is a place in `known` */
	struct known *known;
	struct pronoun *pronoun;
	struct determiner *determiner;
	size_t cap_known, n_pronouns, cap_pronouns, n_determiners, cap_determiners;
	struct view joined, genitive;		/* postpositions, blanks between them */
};

/* What is known of a word; of most nothing. */
const struct known *hindi_known(const struct hindi *, struct view word);

/* Appends a form of one word, or the word itself where no row fits. `class` is the word's own, or 0. */
void rules_make(const struct rules *, uint8_t class, struct view word, size_t form, struct buf *out);

/* The last word of a phrase, or the last part of a word that hyphens join. */
struct view last_piece(struct view, char separator);

#endif
