// SPDX-License-Identifier: MIT
// Loads `frames.csv`.
#include "extract/rules/frame_words.h"

static const char *const role_names[] = {
#define ROLE_NAME(name, written) #written,
    FRAME_ROLES(ROLE_NAME)
#undef ROLE_NAME
        NULL};

static xc_status load_directions(const char *language_directory, xc_lexicon *lexicon,
                                 xc_arena *arena, frame_words *out, xc_error *error) {
    xc_csv table;
    xc_status status =
        xc_csv_load(language_directory, "directions.csv", NULL, arena, &table, error);
    if (status != XC_OK) {
        return status == XC_END ? XC_OK : status;
    }
    direction_word *directions = xc_arena_array(arena, table.rows + 1, sizeof *directions);
    if (!directions) {
        return xc_fail_memory(error);
    }
    for (size_t row = 0; row < table.rows; row++) {
        directions[row] =
            (direction_word){xc_lexicon_add(lexicon, xc_csv_cell(&table, row, "word")),
                             xc_csv_cell(&table, row, "adjective")};
        if (!directions[row].word) {
            return xc_fail_memory(error);
        }
    }
    out->directions = directions;
    out->direction_count = table.rows;
    return XC_OK;
}

xc_slice frame_adjective(const frame_words *words, xc_word word) {
    for (size_t i = 0; word && i < words->direction_count; i++) {
        if (words->directions[i].word == word) {
            return words->directions[i].adjective;
        }
    }
    return (xc_slice){0};
}

xc_status frame_words_load(const char *language_directory, xc_lexicon *lexicon, xc_arena *arena,
                           frame_words *out, xc_error *error) {
    *out = (frame_words){0};
    xc_status status = load_directions(language_directory, lexicon, arena, out, error);
    return status == XC_OK ? word_bits_load(language_directory, "frames.csv", role_names,
                                            lexicon, arena, &out->roles, error)
                           : status;
}
