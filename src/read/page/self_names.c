// SPDX-License-Identifier: MIT
// Names and titles, compared.
#include "read/page/self_names.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_NAME = 160 };

size_t dash_bytes(xc_slice text) {
    static const xc_slice dashes[] = {XC_SLICE_INIT("\xE2\x80\x93"),
                                      XC_SLICE_INIT("\xE2\x80\x94"), XC_SLICE_INIT("-"),
                                      XC_SLICE_INIT("\xE2\x80\xA2"), XC_SLICE_INIT("\xC2\xB7")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (xc_slice_starts(text, dashes[i])) {
            size_t length = dashes[i].len;
            while (length < text.len && text.ptr[length] == ' ') {
                length++;
            }
            return length;
        }
    }
    return 0;
}

bool folds_into(xc_slice text, xc_slice part) {
    for (size_t i = 0; part.len && i + part.len <= text.len; i++) {
        if (xc_slice_equal_fold(xc_slice_sub(text, i, i + part.len), part)) {
            return true;
        }
    }
    return false;
}

// Letters and figures in small letters; 0 if they do not fit.
static size_t letters_of(xc_slice text, char out[LONGEST_NAME]) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (page_word_byte(text.ptr[i])) {
            if (count == LONGEST_NAME) {
                return 0;
            }
            out[count++] = (char)tolower((unsigned char)text.ptr[i]);
        }
    }
    return count;
}

bool same_letters(xc_slice a, xc_slice b) {
    size_t i = 0;
    size_t j = 0;
    for (;;) {
        while (i < a.len && !page_word_byte(a.ptr[i])) {
            i++;
        }
        while (j < b.len && !page_word_byte(b.ptr[j])) {
            j++;
        }
        if (i == a.len || j == b.len) {
            return i == a.len && j == b.len && a.len;
        }
        if (tolower((unsigned char)a.ptr[i++]) != tolower((unsigned char)b.ptr[j++])) {
            return false;
        }
    }
}

bool names_alike(xc_slice a, xc_slice b) {
    return a.len && b.len && (folds_into(a, b) || folds_into(b, a) || same_letters(a, b));
}

// The label of a host that tells whose it is: "post" of "news.post.co.example".
static xc_slice main_label(xc_slice host) {
    xc_slice best = {0};
    xc_slice rest = host;
    xc_slice label;
    while (xc_slice_cut(rest, '.', &label, &rest)) {
        best = label.len >= 4 || !best.len ? label : best;
    }
    return best;
}

bool name_in_host(xc_slice name, xc_slice host) {
    static const size_t shortest = 3;
    static const size_t shortest_label = 4;
    char name_letters[LONGEST_NAME];
    char host_letters[LONGEST_NAME];
    char label_letters[LONGEST_NAME];
    xc_slice own = {name_letters, letters_of(name, name_letters)};
    xc_slice all = {host_letters, letters_of(host, host_letters)};
    xc_slice label = {label_letters, letters_of(main_label(host), label_letters)};
    return (own.len >= shortest && xc_slice_find(all, own) != SIZE_MAX) ||
           (label.len >= shortest_label && own.len <= 2 * label.len &&
            xc_slice_find(own, label) != SIZE_MAX);
}

xc_slice name_without_company(const page_words *words, xc_slice name) {
    for (;;) {
        name = xc_slice_trim(name);
        while (name.len && strchr(",;-", name.ptr[name.len - 1])) {
            name.len--;
        }
        size_t length = page_words_end(words, WORD_COMPANY, name);
        if (!length || length + 2 >= name.len) {
            return xc_slice_trim(name);
        }
        name = xc_slice_sub(name, 0, name.len - length);
    }
}

static const xc_slice separators[] = {
    XC_SLICE_INIT(" | "),
    XC_SLICE_INIT(" - "),
    XC_SLICE_INIT(" \xE2\x80\x93 "),
    XC_SLICE_INIT(" \xE2\x80\x94 "),
    XC_SLICE_INIT(" :: "),
    XC_SLICE_INIT(" : "),
    XC_SLICE_INIT(" \xC2\xBB "),
    XC_SLICE_INIT(" \xC2\xAB "),
    XC_SLICE_INIT(" \xE2\x80\xBA "),
    XC_SLICE_INIT(" \xC2\xB7 "),
    XC_SLICE_INIT(" \xE2\x80\xA2 "),
    XC_SLICE_INIT(" // "),
    XC_SLICE_INIT(" > "),
    XC_SLICE_INIT(" ~ "),
    XC_SLICE_INIT("|"),
    XC_SLICE_INIT("\xE2\x94\x82"), // a bar for drawing boxes
    XC_SLICE_INIT("\xEF\xBD\x9C"), // a wide bar
};

static size_t separator_at(xc_slice text) {
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        if (xc_slice_starts(text, separators[i])) {
            return separators[i].len;
        }
    }
    return 0;
}

size_t title_segments(xc_slice title, xc_slice out[MOST_SEGMENTS]) {
    size_t count = 0;
    size_t start = 0;
    for (size_t i = 0; i < title.len && count + 1 < MOST_SEGMENTS; i++) {
        size_t length = separator_at(xc_slice_sub(title, i, title.len));
        if (length) {
            out[count++] = xc_slice_trim(xc_slice_sub(title, start, i));
            start = i + length;
            i = start - 1;
        }
    }
    out[count++] = xc_slice_trim(xc_slice_sub(title, start, title.len));
    return count;
}
