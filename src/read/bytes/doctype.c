// SPDX-License-Identifier: MIT
// The document type at the start of XML and HTML.
#include "read/bytes/doctype.h"

#include <string.h>

// Where a part ends that begins at the start of the text.
size_t past_mark(xc_slice text, xc_slice mark) {
    size_t at = xc_slice_find(text, mark);
    return at == SIZE_MAX ? text.len : at + mark.len;
}

size_t doctype_length(xc_slice text) {
    if (!xc_slice_starts(text, XC_SLICE("<!DOCTYPE"))) {
        return 0;
    }
    size_t end = past_mark(text, XC_SLICE(">"));
    if (!memchr(text.ptr, '[', end)) {
        return end;
    }
    size_t inner = past_mark(text, XC_SLICE("]"));
    return inner + past_mark(xc_slice_sub(text, inner, text.len), XC_SLICE(">"));
}
