// SPDX-License-Identifier: MIT
// Names in bylines.
#include "page_facts.h"

#include <ctype.h>
#include <string.h>

static const xc_slice openings[] = {
    XC_SLICE_INIT("written by "), XC_SLICE_INIT("posted by "), XC_SLICE_INIT("by: "),
    XC_SLICE_INIT("by "),         XC_SLICE_INIT("author: "),   XC_SLICE_INIT("von "),
    XC_SLICE_INIT("autor: "),     XC_SLICE_INIT("par "),       XC_SLICE_INIT("por "),
    XC_SLICE_INIT("text: "),      XC_SLICE_INIT("from "),      XC_SLICE_INIT("di "),
};

static const char *const ends[] = {
    " | ", " \xE2\x80\xA2 ", " \xC2\xB7 ", " - ", " \xE2\x80\x93 ", " / ", "\n", " ("};

xc_slice xc_author_clean(xc_slice author) {
    author = xc_slice_trim(author);
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        if (xc_slice_equal_fold(xc_slice_sub(author, 0, openings[i].len), openings[i])) {
            author = xc_slice_trim(xc_slice_sub(author, openings[i].len, author.len));
        }
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = xc_slice_find(author, xc_slice_of(ends[i]));
        if (at != SIZE_MAX && at > 2) {
            author = xc_slice_trim(xc_slice_sub(author, 0, at));
        }
    }
    bool is_address = xc_slice_find(author, XC_SLICE("://")) != SIZE_MAX ||
                      (author.len && memchr(author.ptr, '@', author.len));
    bool has_letter = false;
    for (size_t i = 0; i < author.len; i++) {
        has_letter =
            has_letter || isalpha((unsigned char)author.ptr[i]) || author.ptr[i] & 0x80;
    }
    return is_address || !has_letter || author.len > 200 ? (xc_slice){0} : author;
}
