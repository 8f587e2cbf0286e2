// SPDX-License-Identifier: MIT
// What the tagger and the parser know of a word by its letters alone. The trainer makes its
// forms here too: one definition.
#ifndef CROSSCLAIM_SYNTAX_FORM_H
#define CROSSCLAIM_SYNTAX_FORM_H

#include "crossclaim/base/slice.h"

// How a sentence uses capitals: where all words have them, they tell nothing.
typedef enum letter_case { CASE_NORMAL, CASE_CAPITALS, CASE_TITLE } letter_case;

typedef struct word_form {
    uint32_t word;   // hash of the folded letters; digits are all 0 ("2,906" is "0,000")
    uint32_t ending; // hash of the last three letters
    uint32_t ending2, ending4;
    uint32_t beginning;
    uint8_t shape; // capitals, digits, hyphens; and the sentence's case
} word_form;

// The bytes of a word that are looked at; a longer one is known by these.
enum { FORM_LONGEST = 48 };

typedef enum form_kind { FORM_PLAIN, FORM_NUMBER, FORM_DATE } form_kind;

// Folds to small letters, straight quotes and plain dashes; gives the length, at most
// FORM_LONGEST.
size_t form_fold(xc_slice bytes, char out[FORM_LONGEST]);
// @param kind FORM_NUMBER and FORM_DATE: several tokens joined into one word
word_form form_of(xc_slice bytes, form_kind kind, letter_case letters);
// Goes over the sentence's words once, before their forms are made.
typedef struct case_counts {
    unsigned words, capitals, capitalised;
} case_counts;
void case_count(case_counts *counts, xc_slice bytes);
letter_case case_of(const case_counts *counts);

#endif
