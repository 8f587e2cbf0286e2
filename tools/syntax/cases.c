// SPDX-License-Identifier: MIT
// The forms of `irregular.csv` as Penn tags.
#include "cases.h"

#include "crossclaim/base/csv.h"

#include <string.h>

static const struct form_tag {
    const char *form, *finer;
} form_tags[] = {
    {"past", "VBD"},    {"participle", "VBN"}, {"gerund", "VBG"},
    {"present", "VBZ"}, {"plural", "NNS"},
};

static bool add(lemma_cases *out, xc_arena *arena, xc_slice words, xc_slice lemma,
                uint8_t tag) {
    bool more = true;
    while (more) {
        xc_slice word;
        more = xc_slice_cut(words, '|', &word, &words);
        lemma_case *c =
            xc_arena_grow(arena, &out->items, out->count, &out->capacity, sizeof *c);
        if (!c) {
            return false;
        }
        *c = (lemma_case){xc_slice_trim(word), lemma, tag};
        out->count++;
    }
    return true;
}

xc_status cases_load(const char *directory, const tag_list *tags, xc_arena *arena,
                     lemma_cases *out, xc_error *error) {
    static const char *const columns[] = {"lemma", "form", "word", NULL};
    xc_csv table;
    xc_status status = xc_csv_load(directory, "irregular.csv", columns, arena, &table, error);
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        const xc_slice *cells = xc_csv_row(&table, i);
        for (size_t f = 0; f < sizeof form_tags / sizeof *form_tags; f++) {
            for (uint32_t tag = 1; tag <= tags->count; tag++) {
                if (xc_slice_is(cells[1], form_tags[f].form) &&
                    strcmp(tags->names[tag][1], form_tags[f].finer) == 0 &&
                    !add(out, arena, cells[2], cells[0], (uint8_t)tag)) {
                    return xc_fail_memory(error);
                }
            }
        }
    }
    return status == XC_END ? XC_OK : status;
}
