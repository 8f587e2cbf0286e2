// SPDX-License-Identifier: MIT
// Loads `frames.csv`.
#include "frame_words.h"

static uint32_t role_named(xc_slice role) {
    static const struct {
        const char *name;
        uint32_t bit;
    } roles[] = {{"title", XC_FRAME_TITLE},
                 {"event", XC_FRAME_EVENT},
                 {"event_modifier", XC_FRAME_EVENT_MODIFIER},
                 {"event_other", XC_FRAME_EVENT_OTHER},
                 {"harm", XC_FRAME_HARM},
                 {"actor", XC_FRAME_ACTOR},
                 {"locative", XC_FRAME_LOCATIVE},
                 {"direction", XC_FRAME_DIRECTION},
                 {"one", XC_FRAME_ONE},
                 {"the", XC_FRAME_THE},
                 {"joins", XC_FRAME_JOINS},
                 {"particle", XC_FRAME_PARTICLE},
                 {"nth", XC_FRAME_NTH},
                 {"truth", XC_FRAME_TRUTH},
                 {"toward", XC_FRAME_TOWARD},
                 {"place_kind", XC_FRAME_PLACE_KIND},
                 {"place_town", XC_FRAME_PLACE_TOWN},
                 {"place_feature", XC_FRAME_PLACE_FEATURE},
                 {"place_head", XC_FRAME_PLACE_HEAD},
                 {"place_modifier", XC_FRAME_PLACE_MODIFIER},
                 {"place_hit", XC_FRAME_PLACE_HIT},
                 {"place_leave", XC_FRAME_PLACE_LEAVE},
                 {"place_beside", XC_FRAME_PLACE_BESIDE},
                 {"facility", XC_FRAME_FACILITY},
                 {"not_place", XC_FRAME_NOT_PLACE},
                 {"name_particle", XC_FRAME_NAME_PARTICLE},
                 {"two", XC_FRAME_TWO},
                 {"three", XC_FRAME_THREE},
                 {"single", XC_FRAME_SINGLE},
                 {"no", XC_FRAME_NO}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (xc_slice_is(role, roles[i].name)) {
            return roles[i].bit;
        }
    }
    return 0;
}

typedef struct marks {
    xc_arena *arena;
    uint32_t *items;
    size_t count, capacity;
} marks;

// Notes a word and its role, two numbers a mark: the lexicon may still grow.
static bool note(marks *m, xc_word word, uint32_t role) {
    uint32_t *place = xc_arena_grow(m->arena, &m->items, m->count, &m->capacity, sizeof *place);
    if (!place || !word) {
        return false;
    }
    *place = word;
    m->count++;
    place = xc_arena_grow(m->arena, &m->items, m->count, &m->capacity, sizeof *place);
    if (place) {
        *place = role;
        m->count++;
    }
    return place != NULL;
}

static bool note_words(marks *m, xc_lexicon *lexicon, xc_slice words, uint32_t role) {
    while (words.len) {
        xc_slice word;
        xc_slice_cut(words, ' ', &word, &words);
        if (word.len && !note(m, xc_lexicon_add(lexicon, word), role)) {
            return false;
        }
    }
    return true;
}

static xc_status load_roles(const char *language_directory, xc_lexicon *lexicon,
                            xc_arena *arena, xc_frame_words *out, xc_error *error) {
    xc_csv table;
    xc_status status =
        xc_csv_load(language_directory, "frames.csv", NULL, arena, &table, error);
    if (status != XC_OK) {
        return status == XC_END ? XC_OK : status;
    }
    marks m = {.arena = arena};
    for (size_t row = 0; row < table.rows; row++) {
        xc_slice role = xc_csv_cell(&table, row, "role");
        uint32_t bit = role_named(role);
        if (!bit) {
            return xc_fail_at(error, XC_BAD_RULE, table.path, table.lines[row],
                              "role '%.*s' is unknown; use one that claims/README.md "
                              "names",
                              XC_PRINT(role));
        }
        if (!note_words(&m, lexicon, xc_csv_cell(&table, row, "words"), bit)) {
            return xc_fail_memory(error);
        }
    }
    out->count = xc_lexicon_count(lexicon) + 1;
    out->roles = xc_arena_array(arena, out->count, sizeof *out->roles);
    if (!out->roles) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < m.count; i += 2) {
        out->roles[m.items[i]] |= m.items[i + 1];
    }
    return XC_OK;
}

static xc_status load_directions(const char *language_directory, xc_lexicon *lexicon,
                                 xc_arena *arena, xc_frame_words *out, xc_error *error) {
    xc_csv table;
    xc_status status =
        xc_csv_load(language_directory, "directions.csv", NULL, arena, &table, error);
    if (status != XC_OK) {
        return status == XC_END ? XC_OK : status;
    }
    xc_direction *directions = xc_arena_array(arena, table.rows + 1, sizeof *directions);
    if (!directions) {
        return xc_fail_memory(error);
    }
    for (size_t row = 0; row < table.rows; row++) {
        directions[row] =
            (xc_direction){xc_lexicon_add(lexicon, xc_csv_cell(&table, row, "word")),
                           xc_csv_cell(&table, row, "adjective")};
        if (!directions[row].word) {
            return xc_fail_memory(error);
        }
    }
    out->directions = directions;
    out->direction_count = table.rows;
    return XC_OK;
}

xc_slice xc_frame_adjective(const xc_frame_words *words, xc_word word) {
    for (size_t i = 0; word && i < words->direction_count; i++) {
        if (words->directions[i].word == word) {
            return words->directions[i].adjective;
        }
    }
    return (xc_slice){0};
}

xc_status xc_frame_words_load(const char *language_directory, xc_lexicon *lexicon,
                              xc_arena *arena, xc_frame_words *out, xc_error *error) {
    *out = (xc_frame_words){0};
    xc_status status = load_directions(language_directory, lexicon, arena, out, error);
    return status == XC_OK ? load_roles(language_directory, lexicon, arena, out, error)
                           : status;
}
