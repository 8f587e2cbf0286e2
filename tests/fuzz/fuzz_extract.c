// SPDX-License-Identifier: MIT
// Any text gives claims whose spans lie in it and whose bounds are in order.
#include "crossclaim/extract.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static xc_extractor *extractor(void) {
    static xc_extractor *made;
    static xc_rules *rules;
    xc_error error = {0};
    if (!made && xc_rules_load(XC_SOURCE_DIR "/claims", NULL, 0, &rules, &error) == XC_OK) {
        made = xc_extractor_new(rules);
    }
    if (!made) {
        abort();
    }
    return made;
}

static void check(const xc_document *document, const xc_claim *claim) {
    size_t length = claim->within == XC_IN_TITLE ? document->title.len : document->text.len;
    if (claim->start > claim->end || claim->end > length || claim->id.len != XC_ID_LENGTH) {
        abort();
    }
    if (claim->low.known && claim->high.known &&
        xc_decimal_compare(claim->low.value, claim->high.value) > 0) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    xc_document document = {.key = XC_SLICE("daaaaaaaaaaaaaaaa"),
                            .text = {(const char *)bytes, size},
                            .published = XC_SLICE("2023-09-24")};
    xc_claims claims = {0};
    xc_error error = {0};
    if (xc_extract(extractor(), &document, &claims, &error) == XC_OK) {
        for (size_t i = 0; i < claims.count; i++) {
            check(&document, &claims.items[i]);
        }
    }
    return 0;
}
