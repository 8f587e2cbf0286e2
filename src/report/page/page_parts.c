// SPDX-License-Identifier: MIT
// What several parts of the page ask.
#include "report/page/page.h"

xc_status page_file_read(const char *templates, const char *name, xc_arena *arena,
                         xc_buffer *out, xc_error *error) {
    enum { MOST_BYTES = 1 << 20 };
    xc_slice path = xc_arena_print(arena, "%s/%s", templates, name);
    return path.ptr ? xc_file_read(path.ptr, MOST_BYTES, out, error) : xc_fail_memory(error);
}

xc_slice page_place(double at, char out[24]) {
    int length = snprintf(out, 24, "%.1f", at);
    bool is_whole = length > 2 && out[length - 1] == '0';
    return (xc_slice){out, length > 0 ? (size_t)(is_whole ? length - 2 : length) : 0};
}

xc_slice page_keep(const report_page *page, xc_buffer *words) {
    xc_slice kept = xc_arena_copy(page->arena, xc_buffer_slice(words));
    xc_buffer_release(words);
    return kept;
}

const xc_claim **page_claims_of(const report_page *page, xc_slice key, size_t *count) {
    size_t low = 0;
    size_t high = page->view->content->claim_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (xc_slice_compare(page->by_document[middle]->document_key, key) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    size_t end = low;
    while (end < page->view->content->claim_count &&
           xc_slice_equal(page->by_document[end]->document_key, key)) {
        end++;
    }
    *count = end - low;
    return page->by_document + low;
}

bool page_shows_words(const report_page *page, const xc_claim *claim) {
    const xc_document *document = view_document(page->view, claim->document_key);
    if (!document) {
        return false;
    }
    xc_slice inside = claim->within == XC_IN_TITLE ? document->title : document->text;
    return page->has_text[document - page->view->content->documents] &&
           claim->start < claim->end && claim->end <= inside.len;
}

const char *page_sign(xc_verdict verdict) {
    static const char *const signs[XC_VERDICTS] = {[XC_CONFLICT] = "≠",
                                                   [XC_UPDATED] = "↗",
                                                   [XC_AGREE] = "=",
                                                   [XC_COMPATIBLE] = "≈",
                                                   [XC_SINGLE] = "1"};
    return (int)verdict >= 0 && verdict < XC_VERDICTS ? signs[verdict] : "";
}
