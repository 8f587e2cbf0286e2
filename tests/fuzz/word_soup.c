// SPDX-License-Identifier: MIT
// The words of the tables, and texts out of them.
#include "word_soup.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct soup_words {
    xc_slice *items;
    size_t count, capacity;
} soup_words;

// What sentences are made of beside words. Glued ones take no space before them.
static const char *const marks[] = {",",
                                    ".",
                                    ";",
                                    ":",
                                    "?",
                                    "!",
                                    "-",
                                    "\xE2\x80\x94",
                                    "\xE2\x80\x93",
                                    "'s",
                                    "\xE2\x80\x99s",
                                    "n't",
                                    "'",
                                    "\"",
                                    "\xE2\x80\x9C",
                                    "\xE2\x80\x9D",
                                    "(",
                                    ")",
                                    "[",
                                    "/",
                                    "%",
                                    "...",
                                    "\n",
                                    "\n\n",
                                    "\xC2\xA0",
                                    "&",
                                    "$",
                                    "\xE2\x82\xAC",
                                    "\xC2\xAD",
                                    "\xE2\x80\xA2"};
static const char *const others[] = {
    "1",    "2",       "3",    "4",           "12",          "27",   "300",    "1,200",
    "2.5",  "1990s",   "2023", "2023-09-24",  "9/11",        "0",    "4-5",    "10:30",
    "007",  "million", "Baku", "Anna Orlova", "Ivan Petrov", "Lima", "Iran",   "U.S.",
    "Mr.",  "Jan",     "the",  "of",          "and",         "were", "killed", "people",
    "said", "that",    "in",   "including",   "them",        "a",    "two",    "wounded",
    "was",  "not",     "to",   "by",          "their",       "who"};

static void add(soup_words *words, xc_arena *arena, xc_slice word) {
    word = xc_slice_trim(word);
    xc_slice *place = NULL;
    if (word.len && word.len < 40) {
        place =
            xc_arena_grow(arena, &words->items, words->count, &words->capacity, sizeof *place);
    }
    if (place) {
        *place = word;
        words->count++;
    }
}

/// Cuts a table into what stands between its commas, bars, quotes and brackets.
static void add_table(soup_words *words, xc_arena *arena, xc_slice text) {
    size_t start = 0;
    for (size_t at = 0; at <= text.len; at++) {
        if (at == text.len || strchr(",|\"[]{}:\n#", text.ptr[at])) {
            add(words, arena, xc_slice_sub(text, start, at));
            start = at + 1;
        }
    }
}

static void add_folder(soup_words *words, xc_arena *arena, const char *folder) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    if (count < 0) {
        abort();
    }
    for (int i = 0; i < count; i++) {
        xc_slice name = xc_slice_of(entries[i]->d_name);
        if (xc_slice_ends(name, XC_SLICE(".csv")) || xc_slice_ends(name, XC_SLICE(".yaml"))) {
            char path[4096];
            xc_buffer content = {0};
            xc_error error = {0};
            (void)snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
            if (xc_file_read(path, 1 << 24, &content, &error) != XC_OK) {
                abort();
            }
            add_table(words, arena, xc_arena_copy(arena, xc_buffer_slice(&content)));
            xc_buffer_release(&content);
        }
        free(entries[i]);
    }
    free((void *)entries);
}

static const soup_words *words_of(soup_language language) {
    static const char *const folders[SOUP_LANGUAGES][2] = {
        {XC_SOURCE_DIR "/claims/en", XC_SOURCE_DIR "/claims/en/packs"},
        {XC_SOURCE_DIR "/claims/es", XC_SOURCE_DIR "/claims/es/packs"}};
    static soup_words words[SOUP_LANGUAGES];
    static xc_arena *arena; // as long as the process
    arena = arena ? arena : xc_arena_new();
    if (!arena) {
        abort();
    }
    for (size_t i = 0; i < 2 && !(i == 0 && words[language].count); i++) {
        add_folder(&words[language], arena, folders[language][i]);
    }
    return &words[language];
}

static xc_slice word_at(const soup_words *words, unsigned kind, unsigned choice) {
    switch (kind) {
    case 0:
        return xc_slice_of(marks[choice % (sizeof marks / sizeof *marks)]);
    case 1:
    case 2:
        return xc_slice_of(others[choice % (sizeof others / sizeof *others)]);
    default:
        return words->items[choice % words->count];
    }
}

xc_slice word_soup(soup_language language, const uint8_t *bytes, size_t size,
                   char out[SOUP_MOST]) {
    const soup_words *words = words_of(language);
    size_t length = 0;
    for (size_t i = 0; i + 2 < size; i += 3) {
        unsigned choice = (unsigned)bytes[i + 1] | (unsigned)bytes[i + 2] << 8;
        xc_slice word = word_at(words, bytes[i] & 7, choice);
        if (length + word.len + 1 > SOUP_MOST) {
            break;
        }
        if (length && !(bytes[i] & 8)) {
            out[length++] = ' ';
        }
        memcpy(out + length, word.ptr, word.len);
        if ((bytes[i] & 48) == 48 && out[length] >= 'a' && out[length] <= 'z') {
            out[length] = (char)(out[length] - 'a' + 'A');
        }
        length += word.len;
    }
    return (xc_slice){out, length};
}
