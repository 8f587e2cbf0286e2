// SPDX-License-Identifier: MIT
// Names in bylines.
#include "page_facts.h"

#include <ctype.h>
#include <string.h>

static const xc_slice openings[] = {
    XC_SLICE_INIT("written by "),    XC_SLICE_INIT("posted by "),
    XC_SLICE_INIT("by: "),           XC_SLICE_INIT("by "),
    XC_SLICE_INIT("author: "),       XC_SLICE_INIT("von "),
    XC_SLICE_INIT("autor: "),        XC_SLICE_INIT("par "),
    XC_SLICE_INIT("por "),           XC_SLICE_INIT("text: "),
    XC_SLICE_INIT("from "),          XC_SLICE_INIT("di "),
    XC_SLICE_INIT("text & fotos: "), XC_SLICE_INIT("veröffentlicht von "),
};

static const char *const ends[] = {
    " | ", " \xE2\x80\xA2 ", " \xC2\xB7 ", " - ", " \xE2\x80\x93 ", " / ", "\n", " ("};

// What stands between a name and its date.
static const xc_slice before_dates[] = {
    XC_SLICE_INIT(" am"),      XC_SLICE_INIT(" on"),        XC_SLICE_INIT(" at"),
    XC_SLICE_INIT(" Stand:"),  XC_SLICE_INIT(" el"),        XC_SLICE_INIT(" le"),
    XC_SLICE_INIT(" Updated"), XC_SLICE_INIT(" Published"), XC_SLICE_INIT(","),
    XC_SLICE_INIT(" |"),
};

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
    // A date or a count behind the name.
    size_t digit = 0;
    while (digit < author.len && !isdigit((unsigned char)author.ptr[digit])) {
        digit++;
    }
    if (digit > 4 && digit < author.len) {
        author = xc_slice_trim(xc_slice_sub(author, 0, digit));
        for (size_t i = 0; i < sizeof before_dates / sizeof *before_dates; i++) {
            if (xc_slice_ends(author, before_dates[i])) {
                author =
                    xc_slice_trim(xc_slice_sub(author, 0, author.len - before_dates[i].len));
            }
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
