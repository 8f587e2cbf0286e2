// SPDX-License-Identifier: MIT
// A figure is withdrawn wherever it stands: what a page says of it later holds for all of them.
#include "report/withdrawn.h"

#include "crossclaim/compare.h"

withdrawn_figures withdrawn_find(const case_view *view, const xc_claim **claims, size_t count) {
    withdrawn_figures found = {.count = 0};
    for (size_t i = 0; i < count && found.count < WITHDRAWN_MOST; i++) {
        if (claims[i]->value.known && xc_claim_withdraws(view->content, claims[i])) {
            found.tellers[found.count++] = claims[i];
        }
    }
    return found;
}

bool withdrawn_has(const withdrawn_figures *figures, const xc_claim *claim) {
    for (size_t i = 0; i < figures->count; i++) {
        if (claim->value.known && xc_slice_equal(figures->tellers[i]->unit, claim->unit) &&
            xc_decimal_compare(figures->tellers[i]->value.value, claim->value.value) == 0) {
            return true;
        }
    }
    return false;
}
