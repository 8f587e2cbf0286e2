// SPDX-License-Identifier: MIT
// Claims without a number: the clause around a word of a rule that makes statements.
#ifndef CROSSCLAIM_EXTRACT_STATEMENT_STATEMENT_H
#define CROSSCLAIM_EXTRACT_STATEMENT_STATEMENT_H

#include "extract/count/linking.h"

// A word of a rule at work.
typedef struct statement_saying {
    sentence_scan *scan;
    const trigger_found *word;
    uint32_t rule;
    unsigned forms; // of the word under this rule, bits 1 << word_form
    verb_group verbs;
} statement_saying;

enum {
    STATEMENT_VERB_FORMS = 1u << FORM_BASE | 1u << FORM_PRESENT | 1u << FORM_PAST |
                           1u << FORM_PARTICIPLE | 1u << FORM_GERUND,
    STATEMENT_NOUN_FORMS = 1u << FORM_SINGULAR | 1u << FORM_PLURAL,
};

// verb_or_noun.c
// Whether the words [first,last), which a verb and a noun share, are likely a noun here.
bool stands_as_noun(const sentence_scan *scan, uint32_t first, uint32_t last);
// Whether a noun phrase ends before the token, because it is a verb.
bool ends_phrase(const sentence_scan *scan, uint32_t token);
// Whether the word is a verb that says something here, finite or with its auxiliaries.
bool saying_is_said(const statement_saying *saying);

// arguments.c
// Where the clause ends whose verb or noun ends before the token.
uint32_t clause_end(const sentence_scan *scan, uint32_t token);
// Who does it: the noun phrase before a verb group; empty where none stands there.
xc_span clause_subject(const sentence_scan *scan, uint32_t verb);
// The subject of the sentence's main clause, for verbs that share it.
xc_span main_subject(const sentence_scan *scan, uint32_t verb);
// To whom or what: the noun phrase at the token, within the clause; behind prepositions, too,
// where `far` says so.
xc_span clause_object(const sentence_scan *scan, uint32_t token, uint32_t end, bool far);
// The passive's agent, within the clause.
xc_span clause_agent(const sentence_scan *scan, uint32_t token, uint32_t end);
// A phrase without determiners before it and prepositions at its ends.
xc_span phrase_trim(const sentence_scan *scan, xc_span phrase);

// happening_time.c
// When: the first time that the clause tells behind its verb, before it, or at the head of its
// sentence; NULL for none.
const xc_time_mention *clause_time(const sentence_scan *scan, uint32_t first, uint32_t end);
// The time that stands in a noun's phrase ("the 2020 war", "Monday's blast"), beside it ("the
// blast on Monday") or, where it is a subject, in its clause.
const xc_time_mention *noun_time(const sentence_scan *scan, xc_span phrase, uint32_t end);

// by_verb.c, by_noun.c: @return whether a claim was made
bool say_verb(statement_saying *saying);
bool say_state(statement_saying *saying);
bool say_noun(statement_saying *saying);

// worth.c: what a statement tells, of statement_need.
unsigned statement_tells(const sentence_scan *scan, const told_statement *said);

// sayings.c, worth.c
// The word of a statement that begins at the token, or NULL.
const trigger_found *saying_at(const sentence_scan *scan, uint32_t token);
// The longest phrase of statements that begins at the token.
xc_phrase_match statement_words(const sentence_scan *scan, uint32_t token);
// Keeps a statement as a draft if it tells what its rule needs.
bool statement_add(statement_saying *saying, told_statement said, xc_modality modality);

#endif
