// SPDX-License-Identifier: MIT
// Any text gives claims whose spans lie in it and whose bounds are in order. A text is made of
// the input in one of two ways, as its first byte says: the bytes as they are, or a word of our
// tables for each three bytes, which reaches the grammar where bytes seldom do.
#include "word_soup.h"

#include "crossclaim/extract.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static xc_rules *rules(void) {
    static xc_rules *loaded;
    xc_error error = {0};
    if (!loaded && xc_rules_load(XC_SOURCE_DIR "/claims", NULL, 0, &loaded, &error) != XC_OK) {
        abort();
    }
    return loaded;
}

static xc_extractor *extractor(void) {
    static xc_extractor *made;
    if (!made) {
        made = xc_extractor_new(rules());
    }
    if (!made) {
        abort();
    }
    return made;
}

static void check(const xc_document *document, const xc_claim *claim) {
    xc_slice within = claim->within == XC_IN_TITLE ? document->title : document->text;
    if (claim->start >= claim->end || claim->end > within.len ||
        claim->id.len != XC_ID_LENGTH) {
        abort();
    }
    const char *evidence = claim->evidence.ptr; // the sentence that the words stand in
    if (evidence >= within.ptr && evidence <= within.ptr + within.len &&
        (within.ptr + claim->start < evidence ||
         within.ptr + claim->end > evidence + claim->evidence.len)) {
        abort();
    }
    if (claim->low.known && claim->high.known &&
        xc_decimal_compare(claim->low.value, claim->high.value) > 0) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static char words[SOUP_MOST];
    if (size == 0) {
        return 0;
    }
    xc_slice text = {(const char *)bytes + 1, size - 1};
    bool spanish = bytes[0] & 2;
    if (bytes[0] & 1) {
        text = word_soup(spanish ? SOUP_ES : SOUP_EN, bytes + 1, size - 1, words);
    }
    xc_document document = {.key = XC_SLICE("daaaaaaaaaaaaaaaa"),
                            .text = text,
                            .language = spanish ? XC_SLICE("es") : XC_SLICE("en"),
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
