// SPDX-License-Identifier: MIT
// What a case can hold. What is written must be readable again in every format, so what a claim
// has to be is asked once, here, before it is kept.
#include "crossclaim/base/hash.h"
#include "crossclaim/base/record.h"

#include <stddef.h>

// A text that is longer is refused when it is read.
static const uint64_t longest_text = UINT32_MAX;

static bool is_id(xc_slice id) {
    for (size_t i = 1; i < id.len; i++) {
        if (id.ptr[i] < 'a' || id.ptr[i] > 'p') {
            return false;
        }
    }
    return id.len == XC_ID_LENGTH && id.ptr[0] == 'c';
}

static bool is_plain(xc_number number) {
    return !number.known || xc_decimal_is_plain(number.value);
}

static bool in_order(xc_number low, xc_number high) {
    return !low.known || !high.known || xc_decimal_compare(low.value, high.value) <= 0;
}

const char *xc_claim_fault(const xc_claim *claim) {
    if (!is_id(claim->id)) {
        return "its id is none";
    }
    if (claim->part_of.len && !is_id(claim->part_of)) {
        return "what it is part of is no id";
    }
    if (!claim->measure.len) {
        return "it has no measure";
    }
    if (claim->start > claim->end || claim->end > longest_text) {
        return "its span is wrong";
    }
    if (!is_plain(claim->value) || !is_plain(claim->low) || !is_plain(claim->high)) {
        return "numbers go up to 10^18, with 18 digits";
    }
    if (!in_order(claim->low, claim->high)) {
        return "its low is above its high";
    }
    xc_number none = xc_number_of(0);
    xc_number all = xc_number_of(1);
    if (!claim->confidence.known || !is_plain(claim->confidence) ||
        !in_order(none, claim->confidence) || !in_order(claim->confidence, all)) {
        return "its confidence is not from 0 to 1";
    }
    return NULL;
}
