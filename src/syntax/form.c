// SPDX-License-Identifier: MIT
// A word's letters: folded, hashed, and their shape.
#include "syntax/form.h"

#include <string.h>

// FNV-1a: short words, and no more than a multiplication a byte.
static uint32_t hash_of(const char *bytes, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    }
    return hash ^ hash >> 15;
}

// General punctuation (U+2010 to U+201F) as its ASCII likeness, 0 for anything else.
static char plain_mark(unsigned char third) {
    if (third >= 0x90 && third <= 0x95) {
        return '-';
    }
    if (third >= 0x98 && third <= 0x9B) {
        return '\'';
    }
    return third >= 0x9C && third <= 0x9F ? '"' : '\0';
}

size_t form_fold(xc_slice bytes, char out[FORM_LONGEST]) {
    size_t length = 0;
    for (size_t i = 0; i < bytes.len && length < FORM_LONGEST; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        if (c >= 'A' && c <= 'Z') {
            c |= 0x20;
        } else if (c == 0xE2 && i + 2 < bytes.len && (unsigned char)bytes.ptr[i + 1] == 0x80) {
            char mark = plain_mark((unsigned char)bytes.ptr[i + 2]);
            if (mark) {
                c = (unsigned char)mark;
                i += 2;
            }
        } else if (c == '`') {
            c = '\'';
        }
        out[length++] = (char)c;
    }
    return length;
}

enum {
    SHAPE_CAPITAL = 1,
    SHAPE_CAPITALS = 2,
    SHAPE_DIGIT = 4,
    SHAPE_HYPHEN = 8,
    SHAPE_STOP = 16
};

static uint8_t shape_of(xc_slice bytes) {
    bool lower = false;
    unsigned letters = 0;
    uint8_t shape = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        bool capital = c >= 'A' && c <= 'Z';
        lower |= (c >= 'a' && c <= 'z');
        letters += capital;
        if (capital && i == 0) {
            shape |= SHAPE_CAPITAL;
        } else if (c >= '0' && c <= '9') {
            shape |= SHAPE_DIGIT;
        } else if (c == '-' ||
                   (c == 0xE2 && i + 2 < bytes.len && (unsigned char)bytes.ptr[i + 1] == 0x80 &&
                    plain_mark((unsigned char)bytes.ptr[i + 2]) == '-')) {
            shape |= SHAPE_HYPHEN;
        } else if (c == '.') {
            shape |= SHAPE_STOP;
        }
    }
    return !lower && letters >= 2 ? shape | SHAPE_CAPITALS : shape;
}

void case_count(case_counts *counts, xc_slice bytes) {
    uint8_t shape = shape_of(bytes);
    bool word = bytes.len >= 2 && ((unsigned char)bytes.ptr[0] | 0x20) >= 'a' &&
                ((unsigned char)bytes.ptr[0] | 0x20) <= 'z';
    counts->words += word;
    counts->capitals += word && (shape & SHAPE_CAPITALS) != 0;
    // "of" and "the" stay small in headlines.
    counts->capitalised += word && (bytes.len < 4 || (shape & SHAPE_CAPITAL) != 0);
}

letter_case case_of(const case_counts *counts) {
    if (counts->words < 3) {
        return CASE_NORMAL;
    }
    if (counts->capitals * 10 >= counts->words * 9) {
        return CASE_CAPITALS;
    }
    return counts->capitalised * 10 >= counts->words * 9 ? CASE_TITLE : CASE_NORMAL;
}

word_form form_of(xc_slice bytes, form_kind kind, letter_case letters) {
    if (kind != FORM_PLAIN) {
        uint32_t id = kind == FORM_NUMBER ? 1 : 2;
        return (word_form){id, id, id, id, id, (uint8_t)(0x80 | id)};
    }
    char folded[FORM_LONGEST];
    size_t length = form_fold(bytes, folded);
    uint8_t shape = shape_of(bytes);
    if (shape & SHAPE_DIGIT) {
        for (size_t i = 0; i < length; i++) {
            folded[i] = folded[i] >= '1' && folded[i] <= '9' ? '0' : folded[i];
        }
    }
    size_t two = length < 2 ? length : 2;
    size_t three = length < 3 ? length : 3;
    size_t four = length < 4 ? length : 4;
    return (word_form){
        .word = hash_of(folded, length),
        .ending2 = hash_of(folded + length - two, two),
        .ending = hash_of(folded + length - three, three),
        .ending4 = hash_of(folded + length - four, four),
        .beginning = hash_of(folded, three),
        .shape = (uint8_t)(shape | letters << 5),
    };
}
