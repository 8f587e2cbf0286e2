// SPDX-License-Identifier: MIT
// Who says what: the figures of each kind of speaker.
#include "report/figure.h"
#include "report/page/page.h"
#include "report/words.h"

typedef struct side {
    xc_number low, high;
    size_t claims;
} side;

static void widen(side *one, xc_number number) {
    if (!number.known) {
        return;
    }
    if (!one->low.known || xc_decimal_compare(number.value, one->low.value) < 0) {
        one->low = number;
    }
    if (!one->high.known || xc_decimal_compare(number.value, one->high.value) > 0) {
        one->high = number;
    }
}

static void write_side(report_page *page, xc_attribution_kind kind, const side *one,
                       xc_buffer *out) {
    xc_buffer span = {0};
    xc_buffer count = {0};
    figure_span(one->low, one->high, &span);
    words_count(one->claims, "claim", "claims", &count);
    const template_fill fills[] = {FILL_TEXT("kind", xc_slice_of(attribution_kind_is(kind))),
                                   FILL_TEXT("span", xc_buffer_slice(&span)),
                                   FILL_TEXT("count", xc_buffer_slice(&count))};
    PAGE_WRITE(page, "side", fills, out);
    xc_buffer_release(&span);
    xc_buffer_release(&count);
}

void page_sides(report_page *page, const xc_claim **claims, size_t count, xc_buffer *out) {
    side sides[XC_ATTRIBUTION_KINDS] = {0};
    size_t kinds = 0;
    for (size_t i = 0; i < count; i++) {
        if (!xc_slice_equal(claims[i]->unit, claims[0]->unit)) {
            return; // hours and years have no least and greatest
        }
        if ((int)claims[i]->attribution_kind < 0 ||
            claims[i]->attribution_kind >= XC_ATTRIBUTION_KINDS) {
            continue;
        }
        side *one = &sides[claims[i]->attribution_kind];
        kinds += one->claims++ == 0;
        if (claims[i]->value.known) {
            widen(one, claims[i]->value);
        } else {
            widen(one, claims[i]->low);
            widen(one, claims[i]->high);
        }
    }
    if (kinds < 2) { // nothing to set side by side
        return;
    }
    for (int kind = 0; kind < XC_ATTRIBUTION_KINDS; kind++) {
        if (sides[kind].low.known) {
            write_side(page, (xc_attribution_kind)kind, &sides[kind], out);
        }
    }
}
