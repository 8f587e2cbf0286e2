// SPDX-License-Identifier: MIT
// Places out of a text, and which of them a claim is about.
#include "extract/place/place.h"

#include "extract/place/candidates.h"

enum {
    LEAD = 12,        // sentences at the beginning that are looked at
    AROUND_CLAIM = 4, // and on each side of a claim
    FARTHEST = 60,    // words between a claim and its place, handicaps counted
    BACK = 3,         // sentences that are looked back for where people came to
    CLAUSE = 8,       // words that the border of a clause counts
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
    xc_buffer_release(&f->scratch);
    return status;
}

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
    static const uint32_t plain[] = {0, 6, 14, 4, 12, 20, 26, FARTHEST};
    static const uint32_t origin[] = {2, 24, 0, 4, 12, 20, 26, FARTHEST};
    static const uint32_t destination[] = {2, 0, 24, 8, 12, 20, 26, FARTHEST};
    static const uint32_t subject[] = {4, 8, 8, 0, 2, 24, 0, FARTHEST};
    const uint32_t *costs = wish == XC_PLACE_WISH_ORIGIN        ? origin
                            : wish == XC_PLACE_WISH_DESTINATION ? destination
                            : wish == XC_PLACE_WISH_SUBJECT     ? subject
                                                                : plain;
    return costs[mention->role];
}

// The best mention of a sentence.
static const place_mention *best_in(const sentence_scan *scan, const text_places *places,
                                    uint32_t sentence, uint32_t token, xc_place_wish wish,
                                    uint32_t farthest) {
    const place_mention *best = NULL;
    uint32_t least = farthest;
    index_range named = range_of_sentence(places->items, places->count, sizeof(place_mention),
                                          offsetof(place_mention, sentence), sentence);
    for (size_t i = named.first; i < named.last; i++) {
        const place_mention *mention = &places->items[i];
        if (mention->role == PLACE_PEOPLE || mention->wider) {
            continue;
        }
        uint32_t cost = distance(scan, mention, token) + handicap(mention, wish) +
                        (mention->first < token          ? 3
                         : wish == XC_PLACE_WISH_SUBJECT ? 10
                                                         : 0) +
                        (mention->place.kind == XC_PLACE_COUNTRY ? 6 : 0);
        if (cost < least) {
            least = cost;
            best = mention;
        }
    }
    return best;
}

// A country is where a place of it is that the text is about: "Iran" in a text on Qeshm.
static xc_slice narrowed(const text_places *places, const place_mention *found) {
    bool inside = found->place.kind == XC_PLACE_COUNTRY && !found->part &&
                  place_is_inside(found->place, places->usual);
    return inside ? places->usual.name : found->place.name;
}

// Whether the sentence says by its words that something is there.
static bool is_said(const place_mention *mention, xc_place_wish wish) {
    bool moved = mention->role == PLACE_TO && wish == XC_PLACE_WISH_NONE; // to a hospital
    return (mention->role < PLACE_REFERENCE && !moved) || mention->part ||
           (wish == XC_PLACE_WISH_SUBJECT && mention->role == PLACE_BARE);
}

// Where people came to when the text last said so: "2,100 of them have been registered".
static const place_mention *reached_before(const sentence_scan *scan, const text_places *places,
                                           uint32_t sentence) {
    for (uint32_t back = 1; back <= BACK && back <= sentence; back++) {
        uint32_t first = scan->text->sentences[sentence - back].first_token;
        const place_mention *found =
            best_in(scan, places, sentence - back, first, XC_PLACE_WISH_DESTINATION, FARTHEST);
        if (found) {
            return found->role <= PLACE_TO ? found : NULL;
        }
    }
    return NULL;
}

// "It killed 612 people": about what the sentence before says. "He said" is not.
static bool refers_back(const sentence_scan *scan, uint32_t sentence) {
    const xc_sentence *here = &scan->text->sentences[sentence];
    const xc_token *tokens = scan->text->tokens;
    if (here->paragraph != here[-1].paragraph || here->last_token < here->first_token + 2) {
        return false;
    }
    uint32_t first = grammar_of(scan->language, tokens[here->first_token].word);
    uint32_t second = grammar_of(scan->language, tokens[here->first_token + 1].word);
    return first & G_PRONOUN && !(second & G_REPORT);
}

xc_slice text_places_of(const sentence_scan *scan, const text_places *places, uint32_t sentence,
                        uint32_t token, xc_place_wish wish) {
    const place_mention *found = best_in(scan, places, sentence, token, wish, FARTHEST);
    if (found && places->usual.name.len && !is_said(found, wish)) {
        found = NULL;
    }
    if (!found && sentence && refers_back(scan, sentence)) {
        uint32_t end = scan->text->sentences[sentence - 1].last_token;
        found = best_in(scan, places, sentence - 1, end, wish, FARTHEST);
        found = found && found->role < PLACE_ATTRIBUTE ? found : NULL;
    }
    if (!found && wish == XC_PLACE_WISH_DESTINATION) {
        found = reached_before(scan, places, sentence);
    }
    if (!found && wish == XC_PLACE_WISH_STATED) {
        return (xc_slice){0};
    }
    return found ? narrowed(places, found) : places->usual.name;
}
