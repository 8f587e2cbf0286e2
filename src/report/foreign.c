// SPDX-License-Identifier: MIT
// Documents in languages without rules.
#include "report/foreign.h"

#include <stdlib.h>

typedef struct tally {
    xc_slice language;
    size_t count;
} tally;

static bool has_pack(const xc_case_content *content, xc_slice language) {
    for (size_t i = 0; i < content->pack_count; i++) {
        if (xc_slice_equal(content->packs[i].language, language)) {
            return true;
        }
    }
    return false;
}

bool document_is_foreign(const xc_case_content *content, const xc_document *document) {
    return document->language.len && !has_pack(content, document->language);
}

static void count(tally *tallies, size_t *kinds, xc_slice language) {
    size_t i = 0;
    while (i < *kinds && !xc_slice_equal(tallies[i].language, language)) {
        i++;
    }
    *kinds += i == *kinds;
    tallies[i].language = language;
    tallies[i].count++;
}

static int most_frequent_first(const void *a, const void *b) {
    const tally *one = a;
    const tally *other = b;
    if (one->count != other->count) {
        return one->count < other->count ? 1 : -1;
    }
    return xc_slice_compare(one->language, other->language);
}

size_t foreign_documents(const xc_case_content *content, xc_arena *arena,
                         xc_buffer *languages) {
    tally *tallies = xc_arena_array(arena, content->document_count + 1, sizeof *tallies);
    size_t kinds = 0;
    size_t all = 0;
    if (!tallies) {
        languages->status = XC_NO_MEMORY;
        return 0;
    }
    for (size_t i = 0; content->pack_count && i < content->document_count; i++) {
        const xc_document *document = &content->documents[i];
        if (document_is_foreign(content, document)) {
            count(tallies, &kinds, document->language);
            all++;
        }
    }
    qsort(tallies, kinds, sizeof *tallies, most_frequent_first);
    for (size_t i = 0; i < kinds; i++) {
        xc_buffer_print(languages, "%s%.*s %zu", i ? ", " : "", XC_PRINT(tallies[i].language),
                        tallies[i].count);
    }
    return all;
}
