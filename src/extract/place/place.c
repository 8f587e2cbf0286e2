// SPDX-License-Identifier: MIT
// Places out of a text, and which of them a claim is about.
#include "extract/place/place.h"

#include "extract/place/candidates.h"

enum {
    LEAD = 12,        // sentences at the beginning that are looked at
    AROUND_CLAIM = 4, // and on each side of a claim
};

// Where a text says what it is about: its lead, and around what it claims.
static bool is_looked_at(size_t sentence, const claim_draft *drafts, size_t count,
                         size_t *next) {
    while (*next < count && drafts[*next].sentence + AROUND_CLAIM < sentence) {
        ++*next;
    }
    return sentence < LEAD ||
           (*next < count && drafts[*next].sentence <= sentence + AROUND_CLAIM);
}

// Whether a claim of the sentence is about a movement.
static bool is_moving(const place_finder *f, const claim_draft *drafts, size_t count,
                      size_t next) {
    for (; next < count && drafts[next].sentence <= f->scan.sentence_index; next++) {
        xc_place_wish wish = f->scan.rules->measures[drafts[next].measure].place;
        if (drafts[next].sentence == f->scan.sentence_index &&
            (wish == XC_PLACE_WISH_ORIGIN || wish == XC_PLACE_WISH_DESTINATION)) {
            return true;
        }
    }
    return false;
}

static xc_status scan_text(place_finder *f, const claim_draft *drafts, size_t count,
                           xc_error *error) {
    xc_status status = XC_OK;
    size_t next = 0;
    for (size_t i = 0; i < f->scan.text->sentence_count && status == XC_OK; i++) {
        if (is_looked_at(i, drafts, count, &next)) {
            place_finder_sentence(f, (uint32_t)i);
            f->moving = is_moving(f, drafts, count, next);
            status = place_scan(f, error);
        }
    }
    return status;
}

xc_status places_find(const sentence_scan *scan, const claim_draft *drafts, size_t count,
                      text_places *out, xc_error *error) {
    *out = (text_places){0};
    if (!scan->rules->gazetteer) {
        return XC_OK;
    }
    place_finder *f = xc_arena_alloc(scan->arena, sizeof *f);
    if (!f) {
        return xc_fail_memory(error);
    }
    *f = (place_finder){.scan = *scan};
    f->word_count = (size_t)xc_lexicon_count(scan->text->lexicon) + 1;
    f->begins = xc_arena_array(scan->arena, f->word_count, sizeof *f->begins);
    if (!f->begins) {
        return xc_fail_memory(error);
    }
    xc_status status = scan_text(f, drafts, count, error);
    if (status == XC_OK) {
        status = place_choose_all(f, out, error);
    }
    if (status == XC_OK) {
        status = place_name_all(f, out, error);
    }
    xc_buffer_release(&f->scratch);
    return status;
}
