// SPDX-License-Identifier: MIT
// Whose dollars a bare "$" means.
#include "recognise/quantity/currency.h"

enum { MOST_SHARED = 16 }; // names of money that countries share

// What the text tells of one shared name.
typedef struct told {
    xc_slice shared, code;
    bool several;
} told;

static told *told_of(told *all, size_t *count, xc_slice shared) {
    for (size_t i = 0; i < *count; i++) {
        if (xc_slice_equal(all[i].shared, shared)) {
            return &all[i];
        }
    }
    if (*count == MOST_SHARED) {
        return NULL;
    }
    all[*count] = (told){.shared = shared};
    return &all[(*count)++];
}

void currency_settle(xc_quantity *quantities, const money_names *money, size_t count) {
    told all[MOST_SHARED];
    size_t names = 0;
    for (size_t i = 0; i < count; i++) {
        told *name = told_of(all, &names, money[i].word->shared);
        if (!name || money[i].word->bare) {
            continue;
        }
        name->several |= name->code.len && !xc_slice_equal(name->code, money[i].word->unit);
        name->code = money[i].word->unit;
    }
    for (size_t i = 0; i < count; i++) {
        const told *name = told_of(all, &names, money[i].word->shared);
        if (!money[i].word->bare) {
            continue;
        }
        xc_quantity *quantity = &quantities[money[i].quantity];
        bool one = name && name->code.len && !name->several;
        if (one && xc_slice_equal(quantity->unit, money[i].word->unit)) {
            quantity->unit = name->code;
        }
        quantity->assumed = !one;
    }
}
