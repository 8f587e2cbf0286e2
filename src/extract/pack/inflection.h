// SPDX-License-Identifier: MIT
// Forms of words by a language's tables: `inflection.csv` (part,form,ending,replacement: the
// first row whose ending fits) and `irregular.csv` (lemma,form,word), which comes first.
#ifndef CROSSCLAIM_EXTRACT_PACK_INFLECTION_H
#define CROSSCLAIM_EXTRACT_PACK_INFLECTION_H

#include "extract/rules/rules.h"

typedef enum speech_part { PART_VERB, PART_NOUN, PART_ADJECTIVE, NUMBER_PARTS } speech_part;

enum { MOST_FORMS = 12 };

typedef struct inflection_table inflection_table;

// Reads the tables of a language's folder; either may be missing: words are then used as they
// stand.
// @param arena owns the result
XC_MUST_CHECK xc_status inflection_load(const char *language_directory, xc_arena *arena,
                                        inflection_table **out, xc_error *error);
// Whether the list of exceptions has a lemma.
bool inflection_knows(const inflection_table *inflection, xc_slice lemma);
// The words of one form of a lemma, of which several may be alternatives. The part of the lemma
// that changes is its first word for a verb ("shut down"), its last one for a noun.
// @param arena owns the words
// @return how many there are; 0 also when memory is out (*error then says so)
size_t inflect_word(const inflection_table *inflection, speech_part part, word_form form,
                    xc_slice lemma, xc_arena *arena, xc_slice out[MOST_FORMS], xc_error *error);

#endif
