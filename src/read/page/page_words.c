// SPDX-License-Identifier: MIT
// Words of pages, by kind, in any case.
#include "read/page/page_words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { LONGEST_WORD = 64 };

static const char *const kind_names[WORD_KINDS] = {
    [WORD_MONTH] = "month",
    [WORD_YEAR] = "year",
    [WORD_MONTH_SIGN] = "month_sign",
    [WORD_DAY] = "day",
    [WORD_AUTHOR] = "author",
    [WORD_AUTHOR_END] = "author_end",
    [WORD_AUTHOR_TAIL] = "author_tail",
    [WORD_PARTICLE] = "particle",
    [WORD_DESK] = "desk",
    [WORD_ROLE] = "role",
    [WORD_ORGANISATION] = "organisation",
    [WORD_COMPANY] = "company",
    [WORD_COUNTED] = "counted",
    [WORD_NUMBER_OF] = "number_of",
};

bool page_word_byte(char byte) {
    return isalnum((unsigned char)byte) || (byte & 0x80);
}

bool starts_capital(xc_slice text) {
    utf8proc_int32_t letter = 0;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr,
                                               (utf8proc_ssize_t)text.len, &letter);
    return length > 0 && (utf8proc_category(letter) == UTF8PROC_CATEGORY_LU ||
                          utf8proc_category(letter) == UTF8PROC_CATEGORY_LO);
}

// Writes the text in small letters; 0 if it does not fit, or grows or shrinks by that.
static size_t fold(xc_slice text, char out[LONGEST_WORD]) {
    size_t at = 0;
    if (text.len > LONGEST_WORD) {
        return 0;
    }
    while (at < text.len) {
        if (!(text.ptr[at] & 0x80)) {
            out[at] = (char)tolower((unsigned char)text.ptr[at]);
            at++;
            continue;
        }
        utf8proc_int32_t letter = 0;
        utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at,
                                                   (utf8proc_ssize_t)(text.len - at), &letter);
        utf8proc_uint8_t small[4];
        if (length <= 0 || utf8proc_encode_char(utf8proc_tolower(letter), small) != length) {
            return 0;
        }
        memcpy(out + at, small, (size_t)length);
        at += (size_t)length;
    }
    return at;
}

static int by_word(const void *a, const void *b) {
    const page_word *left = a;
    const page_word *right = b;
    return xc_slice_compare(left->word, right->word);
}

static xc_status add(page_words *words, int kind, xc_slice word, int value, xc_arena *arena,
                     xc_error *error) {
    char folded[LONGEST_WORD];
    xc_slice copy = xc_arena_copy(arena, (xc_slice){folded, fold(word, folded)});
    page_word *item = xc_arena_grow(arena, &words->items[kind], words->count[kind],
                                    &words->capacity[kind], sizeof *item);
    if (!copy.ptr || !item) {
        return xc_fail_memory(error);
    }
    *item = (page_word){copy, value};
    words->count[kind]++;
    if (copy.len > words->longest[kind]) {
        words->longest[kind] = copy.len;
    }
    return XC_OK;
}

static int kind_of(xc_slice name) {
    for (int kind = 0; kind < WORD_KINDS; kind++) {
        if (xc_slice_is(name, kind_names[kind])) {
            return kind;
        }
    }
    return -1;
}

static xc_status take_row(page_words *words, const xc_csv *table, size_t row, xc_arena *arena,
                          xc_error *error) {
    const xc_slice *cells = xc_csv_row(table, row);
    int kind = kind_of(cells[0]);
    int value = 0;
    for (size_t i = 0; i < cells[2].len && value < 100; i++) {
        value = isdigit((unsigned char)cells[2].ptr[i]) ? value * 10 + (cells[2].ptr[i] - '0')
                                                        : 100;
    }
    bool is_month = value >= 1 && value <= 12;
    if (kind < 0 || (kind == WORD_MONTH ? !is_month : value != 0)) {
        return xc_fail_at(
            error, XC_BAD_RULE, table->path, table->lines[row],
            "the row needs a kind (month, with a value from 1 to 12, year, "
            "month_sign, day, author, author_end, author_tail, particle, desk, role, "
            "organisation, company, counted, number_of)");
    }
    xc_slice rest = cells[3];
    xc_status status = XC_OK;
    while (rest.len && status == XC_OK) {
        xc_slice word;
        (void)xc_slice_cut(rest, '|', &word, &rest);
        word = xc_slice_trim(word);
        if (word.len) {
            status = add(words, kind, word, value, arena, error);
        }
    }
    return status;
}

xc_status page_words_load(const char *directory, xc_arena *arena, page_words *out,
                          xc_error *error) {
    static const char *const columns[] = {"kind", "language", "value", "words", NULL};
    xc_csv table;
    *out = (page_words){0};
    xc_status status =
        xc_csv_load(directory, "pages/page_words.csv", columns, arena, &table, error);
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        status = take_row(out, &table, i, arena, error);
    }
    for (int kind = 0; kind < WORD_KINDS; kind++) {
        if (out->count[kind]) {
            qsort(out->items[kind], out->count[kind], sizeof(page_word), by_word);
        }
    }
    return status;
}

static int find(const page_words *words, word_kind kind, xc_slice folded) {
    page_word wanted = {folded, 0};
    const page_word *found = folded.len ? bsearch(&wanted, words->items[kind],
                                                  words->count[kind], sizeof wanted, by_word)
                                        : NULL;
    return found ? found->value : -1;
}

int page_word_of(const page_words *words, word_kind kind, xc_slice text) {
    char folded[LONGEST_WORD];
    if (!words || text.len > words->longest[kind]) {
        return -1;
    }
    return find(words, kind, (xc_slice){folded, fold(text, folded)});
}

// A phrase may end where a word does, or with a sign.
static bool ends_at(xc_slice text, size_t at) {
    return at == text.len || !page_word_byte(text.ptr[at]) || !page_word_byte(text.ptr[at - 1]);
}

size_t page_words_start(const page_words *words, word_kind kind, xc_slice text) {
    size_t most = words ? words->longest[kind] : 0;
    for (size_t length = text.len < most ? text.len : most; length > 0; length--) {
        if (ends_at(text, length) &&
            page_word_of(words, kind, xc_slice_sub(text, 0, length)) >= 0) {
            return length;
        }
    }
    return 0;
}

size_t page_words_end(const page_words *words, word_kind kind, xc_slice text) {
    size_t most = words ? words->longest[kind] : 0;
    for (size_t length = text.len < most ? text.len : most; length > 0; length--) {
        size_t start = text.len - length;
        bool begins = start == 0 || text.ptr[start - 1] == ' ' || text.ptr[start - 1] == ',' ||
                      !page_word_byte(text.ptr[start]);
        if (begins && page_word_of(words, kind, xc_slice_sub(text, start, text.len)) >= 0) {
            return length;
        }
    }
    return 0;
}

bool page_words_within(const page_words *words, word_kind kind, xc_slice text) {
    for (size_t i = 0; i < text.len; i++) {
        bool begins =
            page_word_byte(text.ptr[i]) && (i == 0 || !page_word_byte(text.ptr[i - 1]));
        if (begins && page_words_start(words, kind, xc_slice_sub(text, i, text.len)) > 0) {
            return true;
        }
    }
    return false;
}
