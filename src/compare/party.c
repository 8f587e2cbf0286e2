// SPDX-License-Identifier: MIT
// Noun phrases side by side. Where a phrase's head ends is told by the tables ("of", "who").
#include "compare/party.h"

#include "compare/similarity.h"

static bool any_name(const party *p) {
    for (size_t i = 0; i < p->count; i++) {
        if (p->words[i].name) {
            return true;
        }
    }
    return false;
}

xc_status party_of(xc_slice phrase, xc_slice predicate, const vocabulary *v, xc_arena *arena,
                   party *out, xc_error *error) {
    *out = (party){0};
    size_t capacity = 0;
    size_t at = 0;
    bool past_head = false;
    bool aside = false;
    bool stands_in = false; // "the disputed region" may be any that the text named before
    xc_slice word;
    while (words_next(phrase, &at, &word)) {
        uint32_t stem = word_stem(word);
        bool head_end = vocabulary_has_word(v, "head_end", word);
        past_head = past_head || (out->count && head_end);
        aside = past_head && (aside || (head_end && !vocabulary_has_word(v, "part_of", word)));
        if (head_end || vocabulary_has_word(v, "no_party", word) ||
            stem == word_stem(predicate)) {
            continue;
        }
        party_word *item =
            xc_arena_grow(arena, &out->words, out->count, &capacity, sizeof *item);
        if (!item) {
            return xc_fail_memory(error);
        }
        *item = (party_word){stem, word.ptr[0] >= 'A' && word.ptr[0] <= 'Z', aside};
        out->head = past_head ? out->head : out->count;
        stands_in = past_head ? stands_in : vocabulary_has_word(v, "stand_in", word);
        out->count++;
    }
    if (out->count && !any_name(out) && stands_in) {
        out->count = 0;
    }
    return XC_OK;
}

static bool has(const party *p, uint32_t stem) {
    for (size_t i = 0; i < p->count; i++) {
        if (p->words[i].stem == stem) {
            return true;
        }
    }
    return false;
}

static bool is_of(const party *p, uint32_t stem) {
    for (size_t i = 0; i < p->count; i++) {
        if (p->words[i].stem == stem && !p->words[i].aside) {
            return true;
        }
    }
    return false;
}

// "Lorvik officials" are no "Tarn officials".
static bool names_differ(const party *a, const party *b) {
    size_t of_a = 0;
    size_t of_b = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->words[i].name && has(b, a->words[i].stem)) {
            return false;
        }
        of_a += a->words[i].name;
    }
    for (size_t i = 0; i < b->count; i++) {
        of_b += b->words[i].name;
    }
    return of_a && of_b;
}

party_fit parties_compare(const party *a, const party *b) {
    if (!a->count || !b->count) {
        return PARTIES_UNTOLD;
    }
    party_word one = a->words[a->head];
    party_word other = b->words[b->head];
    bool one_met = is_of(b, one.stem);
    bool other_met = is_of(a, other.stem);
    if ((!one_met && !other_met) || names_differ(a, b)) {
        return PARTIES_CLASH;
    }
    return (one_met && one.name) || (other_met && other.name) ? PARTIES_NAMED : PARTIES_MEET;
}
