// SPDX-License-Identifier: MIT
// The outlet, as the page calls it.
#include "read/page/site.h"
#include "read/page/self_names.h"

#include <ctype.h>
#include <string.h>

static bool is_figure(char byte) {
    return isdigit((unsigned char)byte);
}

// "The Post, 2023".
static xc_slice without_year(xc_slice name) {
    size_t start = name.len > 6 ? name.len - 4 : 0;
    size_t end = name.len;
    while (start && end > start && is_figure(name.ptr[end - 1])) {
        end--;
    }
    bool is_year = start && end == start && !page_word_byte(name.ptr[start - 1]);
    return is_year ? xc_slice_trim(xc_slice_sub(name, 0, start - 1)) : name;
}

// "© 2012-2023 The Post. All rights reserved" without the sign, the years and what follows.
static xc_slice holder_in(const page_words *words, xc_slice line) {
    size_t sign = xc_slice_find(line, XC_SLICE("\xC2\xA9"));
    line = sign == SIZE_MAX ? line : xc_slice_sub(line, sign, line.len);
    static const char *const openings[] = {"copyright", "\xC2\xA9", "(c)", "&copy;"};
    for (bool again = true; again;) {
        again = false;
        while (line.len && (isdigit((unsigned char)line.ptr[0]) ||
                            strchr(" ,.:-|", line.ptr[0]) || dash_bytes(line))) {
            size_t dash = dash_bytes(line);
            line = xc_slice_sub(line, dash ? dash : 1, line.len);
        }
        for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
            size_t length = strlen(openings[i]);
            if (xc_slice_equal_fold(xc_slice_sub(line, 0, length), xc_slice_of(openings[i]))) {
                line = xc_slice_sub(line, length, line.len);
                again = true;
            }
        }
    }
    xc_slice name;
    xc_slice rest;
    size_t stop = xc_slice_find(line, XC_SLICE(". "));
    xc_slice_cut(stop == SIZE_MAX ? line : xc_slice_sub(line, 0, stop), '|', &name, &rest);
    return name_without_company(words, without_year(name));
}

// "The Post | News from the coast" without what the name is advertised by: the part that the
// address is called like, else the first.
static xc_slice bare_name(const page_words *words, xc_slice name, xc_slice host) {
    xc_slice parts[MOST_SEGMENTS];
    size_t count = title_segments(name, parts);
    size_t best = 0;
    for (size_t i = count; count > 1 && i-- > 0;) {
        best = name_in_host(parts[i], host) ? i : best;
    }
    while (best + 1 < count && parts[best].len < 2) {
        best++;
    }
    return name_without_company(words, without_year(parts[best]));
}

// What stands behind the headline in the tab: the part that the address is called like; else
// the last of three and more, for sections come first; else the first.
static xc_slice site_in_tab(const page_tellings *tellings, const page_words *words,
                            xc_slice host) {
    xc_slice tab = tellings->document_title;
    for (size_t i = 0; i < tellings->heading_count; i++) {
        xc_slice heading = tellings->headings[i].line;
        if (!xc_slice_equal_fold(xc_slice_sub(tab, 0, heading.len), heading)) {
            continue;
        }
        xc_slice parts[MOST_SEGMENTS];
        size_t count = title_segments(xc_slice_sub(tab, heading.len, tab.len), parts);
        if (count < 2 || parts[0].len) {
            continue;
        }
        size_t best = count > 3 ? count - 1 : 1;
        for (size_t k = count; k-- > 1;) {
            best = name_in_host(parts[k], host) ? k : best;
        }
        return name_without_company(words, parts[best]);
    }
    return (xc_slice){0};
}

// An address is no name, and what the address of the page tells is better; nor is a headline.
static bool is_name(const page_tellings *tellings, xc_slice text) {
    static const size_t longest = 80;
    return text.len >= 2 && text.len <= longest && !url_host(text).len &&
           !same_letters(text, tellings->values[TELLS_TITLE][0]) &&
           !same_letters(text, tellings->linked.title);
}

static bool is_bare_host(xc_slice name) {
    return memchr(name.ptr, '.', name.len) && !memchr(name.ptr, ' ', name.len);
}

xc_slice page_site(const page_tellings *tellings, const page_words *words, xc_slice host) {
    const xc_slice *told = tellings->values[TELLS_SITE];
    enum { COPYRIGHT_META = 9, COPYRIGHT_LINE = 10, MOST_TOLD = 14 };
    xc_slice names[MOST_TOLD] = {told[0], tellings->linked.site};
    size_t count = 2;
    for (size_t rank = 1; rank < COPYRIGHT_META; rank++) {
        names[count++] = told[rank];
    }
    names[count++] = site_in_tab(tellings, words, host);
    names[count++] = holder_in(words, told[COPYRIGHT_LINE]);
    names[count++] = holder_in(words, told[COPYRIGHT_META]);
    xc_slice first = {0};
    for (size_t i = 0; i < count; i++) {
        xc_slice name = bare_name(words, names[i], host);
        if (!is_name(tellings, names[i]) || !is_name(tellings, name)) {
            continue;
        }
        // A section's name may be told in the outlet's place; the address settles it. A part of
        // the name that was told is no better.
        bool is_better = !first.len || (!is_bare_host(name) && !folds_into(first, name));
        if (is_better && name_in_host(name, host)) {
            return name;
        }
        first = first.len ? first : name;
    }
    return first;
}
