// SPDX-License-Identifier: MIT
// The place of a claim's sentence that stands closest to its words, by distance and role.
#include "extract/place/place_options.h"

enum {
    FARTHEST = 60, // words between a claim and its place, handicaps counted
    CLAUSE = 8,    // words that the border of a clause counts
};

// Words between a mention and a claim; the borders of clauses between them count more.
static uint32_t distance(const sentence_scan *scan, const place_mention *mention,
                         uint32_t token) {
    uint32_t first = mention->first > token ? token + 1 : mention->last;
    uint32_t last = mention->first > token ? mention->first : token;
    uint32_t words = 0;
    for (uint32_t i = first; i < last; i++) {
        const xc_token *t = &scan->text->tokens[i];
        uint32_t grammar = grammar_of(scan->language, t->word);
        bool border = grammar & (G_RELATIVE | G_SUBORDINATE | G_REPORT) ||
                      (t->kind == XC_TOKEN_PUNCTUATION && (t->mark == ';' || t->mark == '"'));
        words += border ? CLAUSE : 1;
    }
    return words;
}

// How far a role makes a place, in words.
static uint32_t handicap(const place_mention *mention, xc_place_wish wish) {
    static const uint32_t plain[] = {
        [PLACE_IN] = 0,    [PLACE_TO] = 6,           [PLACE_FROM] = 14,
        [PLACE_OF] = 4,    [PLACE_ATTRIBUTE] = 12,   [PLACE_REFERENCE] = 20,
        [PLACE_BARE] = 26, [PLACE_PEOPLE] = FARTHEST};
    static const uint32_t origin[] = {
        [PLACE_IN] = 2,    [PLACE_TO] = 24,          [PLACE_FROM] = 0,
        [PLACE_OF] = 4,    [PLACE_ATTRIBUTE] = 12,   [PLACE_REFERENCE] = 20,
        [PLACE_BARE] = 26, [PLACE_PEOPLE] = FARTHEST};
    static const uint32_t destination[] = {
        [PLACE_IN] = 2,    [PLACE_TO] = 0,           [PLACE_FROM] = 24,
        [PLACE_OF] = 8,    [PLACE_ATTRIBUTE] = 12,   [PLACE_REFERENCE] = 20,
        [PLACE_BARE] = 26, [PLACE_PEOPLE] = FARTHEST};
    static const uint32_t subject[] = {
        [PLACE_IN] = 4,   [PLACE_TO] = 8,           [PLACE_FROM] = 8,
        [PLACE_OF] = 0,   [PLACE_ATTRIBUTE] = 2,    [PLACE_REFERENCE] = 24,
        [PLACE_BARE] = 0, [PLACE_PEOPLE] = FARTHEST};
    const uint32_t *costs = wish == XC_PLACE_WISH_ORIGIN        ? origin
                            : wish == XC_PLACE_WISH_DESTINATION ? destination
                            : wish == XC_PLACE_WISH_SUBJECT     ? subject
                                                                : plain;
    return costs[mention->role];
}

static uint32_t cost_of(const place_question *question, const place_mention *mention) {
    xc_place_wish wish = question->wish;
    uint32_t token = question->draft->trigger.first;
    uint32_t before = mention->first < token ? 3 : wish == XC_PLACE_WISH_SUBJECT ? 10 : 0;
    return distance(question->scan, mention, token) + handicap(mention, wish) + before +
           (mention->place.kind == XC_PLACE_COUNTRY ? 6 : 0);
}

const place_mention *place_closest(const place_question *question) {
    const text_places *places = question->places;
    const place_mention *best = NULL;
    uint32_t least = FARTHEST;
    index_range named =
        range_of_sentence(places->items, places->count, sizeof(place_mention),
                          offsetof(place_mention, sentence), question->draft->sentence);
    for (size_t i = named.first; i < named.last; i++) {
        const place_mention *mention = &places->items[i];
        if (mention->role == PLACE_PEOPLE || mention->wider ||
            mention->sure == DOUBTFUL_PLACE) {
            continue;
        }
        uint32_t cost = cost_of(question, mention);
        if (cost < least) {
            least = cost;
            best = mention;
        }
    }
    return best;
}

// Whether the sentence says by its words that something is there.
bool place_is_said(const place_mention *mention, xc_place_wish wish) {
    bool moved = mention->role == PLACE_TO && wish == XC_PLACE_WISH_NONE; // to a hospital
    return (mention->role < PLACE_REFERENCE && !moved) || mention->part ||
           (wish == XC_PLACE_WISH_SUBJECT && mention->role == PLACE_BARE);
}
