// SPDX-License-Identifier: MIT
// Phrases that lines of pages start with.
#include "read/page/page_lines.h"

#include <ctype.h>
#include <string.h>

static const char *const kind_words[LINE_KINDS] = {[LINE_CALL] = "call",
                                                   [LINE_NOTICE] = "notice",
                                                   [LINE_ENDING] = "ending",
                                                   [LINE_BYLINE] = "byline",
                                                   [LINE_PUBLISHED] = "published",
                                                   [LINE_CHANGED] = "changed",
                                                   [LINE_OWN] = "own",
                                                   [LINE_COPY] = "copy",
                                                   [LINE_RIGHTS] = "rights",
                                                   [LINE_COMMENTS] = "comments",
                                                   [LINE_REPLY] = "reply",
                                                   [LINE_OFFER] = "offer",
                                                   [LINE_OFFERED] = "offered",
                                                   [LINE_COUNTED] = "counted",
                                                   [LINE_STATEMENT] = "statement"};

static int kind_of(xc_slice word) {
    for (int kind = 0; kind < LINE_KINDS; kind++) {
        if (xc_slice_is(word, kind_words[kind])) {
            return kind;
        }
    }
    return -1;
}

static unsigned two_at(const char *bytes) {
    return (unsigned)(bytes[0] & 31) << 5 | (unsigned)(bytes[1] & 31);
}

static void note_begin(page_lines *lines, int kind, xc_slice phrase) {
    char two[2] = {phrase.ptr[0], phrase.len > 1 ? phrase.ptr[1] : '\0'};
    // What is behind a phrase of one byte may be anything.
    for (int i = 0; i < (phrase.len > 1 ? 1 : 32); i++, two[1]++) {
        unsigned begin = two_at(two);
        lines->begins[begin] |= (uint16_t)(1U << kind);
    }
}

// The next place from `at` on where a phrase of the kind may begin; the text's length if there
// is none. Texts are long, and this looks at each byte of them.
static size_t next_begin(const page_lines *lines, line_kind kind, xc_slice text, size_t at) {
    unsigned bit = 1U << kind;
    while (at + 1 < text.len && !(lines->begins[two_at(text.ptr + at)] & bit)) {
        at++;
    }
    return at;
}

xc_status page_lines_load(const char *directory, xc_arena *arena, page_lines *out,
                          xc_error *error) {
    xc_csv table;
    *out = (page_lines){0};
    xc_status status =
        xc_csv_load(directory, "pages/page_lines.csv", NULL, arena, &table, error);
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        int kind = kind_of(xc_csv_cell(&table, i, "kind"));
        xc_slice starts = xc_csv_cell(&table, i, "starts");
        if (kind < 0 || !starts.len) {
            return xc_fail_at(error, XC_BAD_RULE, table.path, table.lines[i],
                              "the row needs a kind (call, notice, ending, byline, published, "
                              "changed, own, copy, rights, comments, reply, "
                              "offer, offered, statement) and what such lines start with");
        }
        xc_slice *item = xc_arena_grow(arena, &out->items[kind], out->count[kind],
                                       &out->capacity[kind], sizeof *item);
        if (!item) {
            return xc_fail_memory(error);
        }
        *item = starts;
        out->count[kind]++;
        note_begin(out, kind, starts);
    }
    return status == XC_OK ? page_words_load(directory, arena, &out->words, error) : status;
}

static bool folds_at(xc_slice text, size_t at, xc_slice phrase) {
    return text.len - at >= phrase.len &&
           xc_slice_equal_fold((xc_slice){text.ptr + at, phrase.len}, phrase);
}

static bool is_word(char byte) {
    return isalnum((unsigned char)byte) || (byte & 0x80);
}

// Whether a word that the phrase ends with ends in the text too.
static bool ends_word(xc_slice text, size_t end, xc_slice phrase) {
    return end >= text.len || !is_word(phrase.ptr[phrase.len - 1]) || !is_word(text.ptr[end]);
}

bool line_is(const page_lines *lines, line_kind kind, xc_slice line) {
    for (size_t i = 0; lines && i < lines->count[kind]; i++) {
        xc_slice phrase = lines->items[kind][i];
        bool is_whole = phrase.ptr[phrase.len - 1] == '$';
        phrase.len -= is_whole;
        if (folds_at(line, 0, phrase) &&
            (is_whole ? phrase.len == line.len : ends_word(line, phrase.len, phrase))) {
            return true;
        }
    }
    return false;
}

xc_slice line_behind(const page_lines *lines, line_kind kind, xc_slice line) {
    for (size_t i = 0; lines && i < lines->count[kind]; i++) {
        xc_slice phrase = lines->items[kind][i];
        if (folds_at(line, 0, phrase) && ends_word(line, phrase.len, phrase)) {
            return xc_slice_trim(xc_slice_sub(line, phrase.len, line.len));
        }
    }
    return (xc_slice){0};
}

bool line_has(const page_lines *lines, line_kind kind, xc_slice line) {
    for (size_t i = 0; lines && i < lines->count[kind]; i++) {
        xc_slice phrase = lines->items[kind][i];
        for (size_t at = 0; at + phrase.len <= line.len; at++) {
            if (folds_at(line, at, phrase)) {
                return true;
            }
        }
    }
    return false;
}

bool line_follow(const page_lines *lines, line_kind kind, xc_slice text, xc_slice *behind) {
    for (size_t at = 0; lines && at < text.len; at++) {
        at = next_begin(lines, kind, text, at);
        if (at && is_word(text.ptr[at - 1])) {
            continue;
        }
        for (size_t i = 0; i < lines->count[kind]; i++) {
            xc_slice phrase = lines->items[kind][i];
            if (tolower((unsigned char)text.ptr[at]) == phrase.ptr[0] &&
                folds_at(text, at, phrase)) {
                *behind = xc_slice_sub(text, at + phrase.len, text.len);
                return true;
            }
        }
    }
    return false;
}
