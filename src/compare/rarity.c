// SPDX-License-Identifier: MIT
// Rarity of words, out of the shipped table.
#include "compare/rarity.h"

typedef struct rarity_row {
    const char *stem;
    uint8_t rarity;
} rarity_row;

static const rarity_row rows[] = {
// by stem
#include "compare/word_rarity.inc"
};

uint8_t word_rarity(xc_slice stem) {
    size_t low = 0;
    size_t high = sizeof rows / sizeof *rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = xc_slice_compare(xc_slice_of(rows[middle].stem), stem);
        if (order == 0) {
            return rows[middle].rarity;
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return RAREST;
}
