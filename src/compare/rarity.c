// SPDX-License-Identifier: MIT
// Rarity of words, out of the shipped table.
#include "compare/rarity.h"

enum { LONGEST_STEM = 8 }; // bytes, the NUL of a row not counted where there is none

typedef struct rarity_row {
    char stem[LONGEST_STEM];
    uint8_t rarity;
} rarity_row;

static const rarity_row rows[] = {
// by stem
#include "compare/word_rarity.inc"
};

// The bytes as one number that is less where the bytes come first.
static uint64_t number_of(const char *stem, size_t length) {
    uint64_t number = 0;
    for (size_t i = 0; i < LONGEST_STEM; i++) {
        number = number << 8 | (i < length ? (unsigned char)stem[i] : 0U);
    }
    return number;
}

uint8_t word_rarity(xc_slice stem) {
    size_t low = 0;
    size_t high = stem.len <= LONGEST_STEM ? sizeof rows / sizeof *rows : 0;
    uint64_t wanted = number_of(stem.ptr, stem.len);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint64_t here = number_of(rows[middle].stem, LONGEST_STEM);
        if (here == wanted) {
            return rows[middle].rarity;
        }
        low = here < wanted ? middle + 1 : low;
        high = here < wanted ? high : middle;
    }
    return RAREST;
}
