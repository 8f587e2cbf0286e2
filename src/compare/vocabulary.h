// SPDX-License-Identifier: MIT
/// What the shipped tables and packs say of classes, measures and months (xc_term).
#ifndef CROSSCLAIM_COMPARE_VOCABULARY_H
#define CROSSCLAIM_COMPARE_VOCABULARY_H

#include "crossclaim/base.h"

typedef struct vocabulary {
    const xc_term *terms; ///< by kind, word and value
    size_t count;
    uint64_t *leads; ///< pairs of families that are told of one event, see vocabulary_leads
    size_t lead_count;
} vocabulary;

/// How the figures of a measure go on from one day to the next.
typedef enum course {
    COURSE_GROWS,  ///< a count of what happened: no later count is less
    COURSE_FALLS,  ///< a stock: it may also fall
    COURSE_STEADY, ///< stays what it is: figures of two days are two figures
    COURSE_LASTS   ///< a duration: grows by the days that pass
} course;

/// What a class says of people.
typedef enum class_kind {
    CLASS_ALL,  ///< people without saying which ("people", "refugees", a word of no table)
    CLASS_PART, ///< some of the people: civilians, children
    CLASS_THINGS
} class_kind;

XC_MUST_CHECK xc_status vocabulary_make(const xc_term *terms, size_t count, xc_arena *arena,
                                        vocabulary *out, xc_error *error);
/// The first value that a kind gives for a word; empty where none does.
xc_slice vocabulary_value(const vocabulary *v, const char *kind, xc_slice word);
/// Whether a kind has "one other" or "other one".
bool vocabulary_joins(const vocabulary *v, const char *kind, xc_slice one, xc_slice other);
/// Whether an event of the one family comes of one of the other (`leads_to`); asked of every
/// pair of claims, so that families are told by number: see vocabulary_family.
bool vocabulary_leads(const vocabulary *v, uint32_t one, uint32_t other);
/// 0 for no family.
uint32_t vocabulary_family(xc_slice name);
bool vocabulary_has(const vocabulary *v, const char *kind, xc_slice word);
/// The same of a word as a text has it, whatever its capitals. The tables have no word of over 32 bytes.
bool vocabulary_has_word(const vocabulary *v, const char *kind, xc_slice word);
/// The terms of one kind: `first` to `last`, the last one not included.
void vocabulary_kind(const vocabulary *v, const char *kind, size_t *first, size_t *last);
course vocabulary_course(const vocabulary *v, xc_slice measure);
/// From 0 to 9: what a reviewer looks at first.
int vocabulary_concern(const vocabulary *v, xc_slice measure);
class_kind vocabulary_class(const vocabulary *v, xc_slice subject, xc_slice unit);
/// Whether one class is a part of the other by the tables ("houses" of "buildings").
bool vocabulary_within(const vocabulary *v, xc_slice subject, xc_slice other);

#endif
