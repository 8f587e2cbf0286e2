// SPDX-License-Identifier: MIT
// Claims without a number: the clause around a word of a rule that makes statements.
#ifndef CROSSCLAIM_EXTRACT_STATEMENT_STATEMENT_H
#define CROSSCLAIM_EXTRACT_STATEMENT_STATEMENT_H

#include "extract/count/linking.h"

// Tokens [first,last).
typedef struct xc_span {
    uint32_t first, last;
} xc_span;

// A word of a rule at work.
typedef struct xc_saying {
    xc_scan *scan;
    const xc_occurrence *word;
    uint32_t rule;
    unsigned forms; // of the word under this rule, bits 1 << xc_form
    xc_verb_group verbs;
} xc_saying;

enum {
    XC_VERB_FORMS = 1u << XC_FORM_BASE | 1u << XC_FORM_PRESENT | 1u << XC_FORM_PAST |
                    1u << XC_FORM_PARTICIPLE | 1u << XC_FORM_GERUND,
    XC_NOUN_FORMS = 1u << XC_FORM_SINGULAR | 1u << XC_FORM_PLURAL,
};

static inline bool xc_span_is_empty(xc_span span) {
    return span.first >= span.last;
}

// statement_word.c
bool xc_scan_in(const xc_scan *scan, int64_t token); // whether it is one of the sentence's
bool xc_scan_capital(const xc_scan *scan, int64_t token);
bool xc_scan_joined(const xc_scan *scan, int64_t token); // no space before it
bool xc_scan_owns(const xc_scan *scan, int64_t token);   // the "'s" of "Monday's"
// Whether the words [first,last), which a verb and a noun share, are likely a noun here.
bool xc_stands_as_noun(const xc_scan *scan, uint32_t first, uint32_t last);
// Whether a noun phrase ends before the token, because it is a verb.
bool xc_ends_phrase(const xc_scan *scan, uint32_t token);
// Whether the word is a verb that says something here, finite or with its auxiliaries.
bool xc_is_said(const xc_saying *saying);

// statement_clause.c
// Where the clause ends whose verb or noun ends before the token.
uint32_t xc_clause_end(const xc_scan *scan, uint32_t token);
// Who does it: the noun phrase before a verb group; empty where none stands there.
xc_span xc_clause_subject(const xc_scan *scan, uint32_t verb);
// The subject of the sentence's main clause, for verbs that share it.
xc_span xc_main_subject(const xc_scan *scan, uint32_t verb);
// To whom or what: the noun phrase at the token, within the clause; behind prepositions, too,
// where `far` says so.
xc_span xc_clause_object(const xc_scan *scan, uint32_t token, uint32_t end, bool far);
// The passive's agent, within the clause.
xc_span xc_clause_agent(const xc_scan *scan, uint32_t token, uint32_t end);
// A phrase without determiners before it and prepositions at its ends.
xc_span xc_phrase_trim(const xc_scan *scan, xc_span phrase);

// statement_time.c
// When: the first time that the clause tells behind its verb, before it, or at the head of its
// sentence; NULL for none.
const xc_time_mention *xc_clause_time(const xc_scan *scan, uint32_t first, uint32_t end);
// The time that stands in a noun's phrase ("the 2020 war", "Monday's blast"), beside it ("the
// blast on Monday") or, where it is a subject, in its clause.
const xc_time_mention *xc_noun_time(const xc_scan *scan, xc_span phrase, uint32_t end);

// statement_verb.c, statement_noun.c: @return whether a claim was made
bool xc_say_verb(xc_saying *saying);
bool xc_say_state(xc_saying *saying);
bool xc_say_noun(xc_saying *saying);

// statement_need.c: what a statement tells, of xc_need.
unsigned xc_statement_tells(const xc_scan *scan, const xc_statement *said);

// statement.c
// The word of a statement that begins at the token, or NULL.
const xc_occurrence *xc_saying_at(const xc_scan *scan, uint32_t token);
// The longest phrase of statements that begins at the token.
xc_phrase_match xc_statement_words(const xc_scan *scan, uint32_t token);
// Keeps a statement as a draft if it tells what its rule needs.
bool xc_statement_add(xc_saying *saying, xc_statement said, xc_modality modality);

#endif
