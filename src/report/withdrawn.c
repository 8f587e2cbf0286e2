// SPDX-License-Identifier: MIT
// A figure is withdrawn wherever it stands: what a page says of it later holds for all of them.
#include "report/withdrawn.h"

#include <ctype.h>

static bool is_letter(xc_slice text, size_t at) {
    return at < text.len && isalnum((unsigned char)text.ptr[at]);
}

static bool has_phrase(xc_slice text, xc_slice phrase) {
    size_t at = phrase.len ? xc_slice_find(text, phrase) : SIZE_MAX;
    return at != SIZE_MAX && !(at && is_letter(text, at - 1)) &&
           !is_letter(text, at + phrase.len);
}

static bool tells(const xc_case_content *content, const xc_claim *claim) {
    for (size_t i = 0; i < content->term_count; i++) {
        const xc_term *term = &content->terms[i];
        if (xc_slice_is(term->kind, "revision") && xc_slice_is(term->value, "old") &&
            has_phrase(claim->evidence, term->word)) {
            return true;
        }
    }
    return false;
}

withdrawn_figures withdrawn_find(const case_view *view, const xc_claim **claims, size_t count) {
    withdrawn_figures found = {.count = 0};
    for (size_t i = 0; i < count && found.count < WITHDRAWN_MOST; i++) {
        if (claims[i]->value.known && tells(view->content, claims[i])) {
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
