// SPDX-License-Identifier: MIT
// Finds quotations. A mark of one shape for both ends opens or closes by turns; a paragraph
// that goes on with a quotation opens it anew, and what is not closed ends with its paragraph.
#include "extract/speaker/quotation.h"

typedef enum mark_side { OPENS, CLOSES, EITHER } mark_side;

static mark_side side_of(const xc_text *text, size_t token) {
    static const xc_slice opening[] = {XC_SLICE_INIT("\xE2\x80\x9C"),
                                       XC_SLICE_INIT("\xE2\x80\x9E"),
                                       XC_SLICE_INIT("\xC2\xAB")};
    static const xc_slice closing[] = {XC_SLICE_INIT("\xE2\x80\x9D"),
                                       XC_SLICE_INIT("\xC2\xBB")};
    xc_slice bytes = xc_token_slice(text, token);
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
        if (xc_slice_equal(bytes, opening[i])) {
            return OPENS;
        }
    }
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++) {
        if (xc_slice_equal(bytes, closing[i])) {
            return CLOSES;
        }
    }
    return EITHER;
}

// A straight mark in an open quotation: it closes it unless it stands between a full stop and a
// word as a new opening does.
static bool opens_again(const xc_text *text, size_t token) {
    const xc_token *mark = &text->tokens[token];
    bool glued = token + 1 < text->token_count &&
                 !(text->tokens[token + 1].flags & XC_TOKEN_SPACE_BEFORE);
    bool behind_stop = token > 0 && text->tokens[token - 1].mark == '.';
    return (mark->flags & XC_TOKEN_SPACE_BEFORE) && glued && behind_stop;
}

typedef struct finder {
    const xc_text *text;
    xc_arena *arena;
    quoted_passages *out;
    bool open;
    uint32_t first;
} finder;

static bool finish(finder *f, uint32_t last, bool closed) {
    f->open = false;
    quoted_passage *place = xc_arena_grow(f->arena, &f->out->items, f->out->count,
                                          &f->out->capacity, sizeof *place);
    if (!place) {
        return false;
    }
    *place = (quoted_passage){f->first, last, closed};
    f->out->count++;
    return true;
}

static bool take_mark(finder *f, uint32_t token) {
    mark_side side = side_of(f->text, token);
    bool opens = side == OPENS || (side == EITHER && (!f->open || opens_again(f->text, token)));
    if (!opens) {
        return !f->open || finish(f, token + 1, true);
    }
    if (f->open && !finish(f, token, false)) {
        return false;
    }
    f->open = true;
    f->first = token;
    return true;
}

xc_status quotations_find(const xc_text *text, const uint8_t *near, xc_arena *arena,
                          quoted_passages *out, xc_error *error) {
    *out = (quoted_passages){0};
    finder f = {.text = text, .arena = arena, .out = out};
    bool good = true;
    for (size_t i = 0; good && i < text->sentence_count; i++) {
        const xc_sentence *sentence = &text->sentences[i];
        bool new_paragraph = i > 0 && sentence->paragraph != text->sentences[i - 1].paragraph;
        if (new_paragraph && f.open) {
            good = finish(&f, sentence->first_token, false);
        }
        for (uint32_t token = sentence->first_token;
             good && near[i] && token < sentence->last_token; token++) {
            if (text->tokens[token].mark == '"') {
                good = take_mark(&f, token);
            }
        }
    }
    if (good && f.open) {
        good = finish(&f, (uint32_t)text->token_count, false);
    }
    return good ? XC_OK : xc_fail_memory(error);
}

const quoted_passage *quotation_at(const quoted_passages *quotations, uint32_t token) {
    size_t low = 0;
    size_t high = quotations->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (quotations->items[middle].last <= token) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < quotations->count && quotations->items[low].first <= token
               ? &quotations->items[low]
               : NULL;
}
