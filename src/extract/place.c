// SPDX-License-Identifier: MIT
// Places out of the gazetteer: which of many of one name, and which of many for a claim.
#include "place.h"
#include "crossclaim/base/hash.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_SAME = 64,       // places of one name that are looked at
    LEAD = 12,            // sentences at the beginning that are looked at
    AROUND_CLAIM = 4,     // and on each side of a claim
    SHORTEST = 4,         // bytes of a name of one word
    FARTHEST = 32,        // words between a claim and its place, handicaps counted
    UNKNOWN_WORDS = 4096, // kept of those last met
    LARGE = 300000,       // inhabitants of a city that needs no support
};

// How often what a text names can only lie in a country, by the two letters of its code.
typedef struct votes {
    uint32_t of[26][26];
} votes;

typedef struct candidate {
    uint32_t sentence, first;
    xc_place_match match;
    xc_place_role role;
    bool direction; // "southern" stands before it
    bool supported; // its words or neighbours say that it is a place
} candidate;

typedef struct finder {
    xc_scan scan;
    xc_arena *arena;
    candidate *items;
    size_t count, capacity;
    votes votes;
    xc_buffer scratch;
    uint8_t *begins; // [word]: a begins_name
    size_t word_count;
    uint64_t
        unknown[UNKNOWN_WORDS]; // hashes of words that no lexicon has and no name begins with
} finder;

// Whether a word begins a name, asked once a document: the common words of a text in capitals
// come again and again.
typedef enum begins_name { NOT_ASKED, BEGINS_NONE, BEGINS_SOME } begins_name;

static bool is_capital(const finder *f, int64_t token) {
    if (token < f->scan.sentence->first_token || token >= f->scan.sentence->last_token) {
        return false;
    }
    const xc_token *t = xc_scan_token(&f->scan, (uint32_t)token);
    return t->kind == XC_TOKEN_WORD && (t->flags & XC_TOKEN_CAPITAL);
}

static uint32_t roles_at(const finder *f, int64_t token) {
    if (token < f->scan.sentence->first_token || token >= f->scan.sentence->last_token) {
        return 0;
    }
    return xc_frame_roles(&f->scan.language->frames, f->scan.text->tokens[token].word);
}

// The role that the words before the name give: over "the disputed region of", "southern".
static xc_place_role role_of(const finder *f, uint32_t first) {
    int64_t token = (int64_t)first - 1;
    for (int i = 0; i < 4; i++, token--) {
        uint32_t grammar = xc_scan_grammar(&f->scan, token);
        uint32_t roles = roles_at(f, token);
        if (grammar & XC_G_FROM) {
            return XC_PLACE_FROM;
        }
        if (grammar & XC_G_OF) {
            return XC_PLACE_OF;
        }
        if (roles & XC_FRAME_LOCATIVE) {
            return XC_PLACE_IN;
        }
        bool word = token >= f->scan.sentence->first_token &&
                    xc_scan_token(&f->scan, (uint32_t)token)->kind == XC_TOKEN_WORD;
        if (!word || (!(roles & XC_FRAME_DIRECTION) &&
                      grammar & ~(uint32_t)(XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_ADVERB))) {
            break;
        }
    }
    return XC_PLACE_BARE;
}

// "due to Baku's action": a government more often than a place.
static bool is_owner(const finder *f, uint32_t behind) {
    if (behind >= f->scan.sentence->last_token) {
        return false;
    }
    const xc_token *t = xc_scan_token(&f->scan, behind);
    return t->kind == XC_TOKEN_WORD && !(t->flags & XC_TOKEN_SPACE_BEFORE) &&
           t->end - t->start >= 2;
}

// Whether the name is a piece of a longer one that is no place: "Scott Russell", "Paris
// Agreement".
static bool is_piece(const finder *f, uint32_t first, uint32_t last) {
    int64_t before = (int64_t)first - 1;
    bool sentence_begins = before <= f->scan.sentence->first_token;
    uint32_t grammar = xc_scan_grammar(&f->scan, before);
    bool joined = is_capital(f, before) && !sentence_begins &&
                  !(grammar & (XC_G_PREPOSITION | XC_G_OF | XC_G_DETERMINER | XC_G_FROM |
                               XC_G_TO | XC_G_CONJUNCTION));
    bool shouting = xc_scan_token(&f->scan, first)->flags & XC_TOKEN_CAPITALS;
    return !shouting &&
           (joined ||
            (is_capital(f, last) && !(xc_scan_grammar(&f->scan, last) & XC_G_CONJUNCTION) &&
             xc_scan_token(&f->scan, last)->flags & XC_TOKEN_SPACE_BEFORE));
}

static bool is_common_word(const finder *f, uint32_t first, uint32_t last) {
    xc_word word = xc_scan_token(&f->scan, first)->word;
    if (last - first > 1 || !word) {
        return false;
    }
    return xc_grammar_of(f->scan.language, word) != 0 ||
           (xc_frame_roles(&f->scan.language->frames, word) & ~(uint32_t)XC_FRAME_DIRECTION) ||
           xc_speaker_cues(&f->scan.language->speakers, word) ||
           (word < f->scan.language->grammar_count && f->scan.language->starts_trigger[word]);
}

// The count of a country; NULL where the place has none.
static uint32_t *votes_of(finder *f, xc_slice country) {
    if (country.len != 2 || country.ptr[0] < 'A' || country.ptr[0] > 'Z' ||
        country.ptr[1] < 'A' || country.ptr[1] > 'Z') {
        return NULL;
    }
    return &f->votes.of[country.ptr[0] - 'A'][country.ptr[1] - 'A'];
}

static void vote(finder *f, xc_place place, uint32_t times) {
    uint32_t *count = votes_of(f, place.country);
    if (count) {
        *count += times;
    }
}

// Only what can be meant alone says which country the text is about.
static void vote_for(finder *f, const candidate *c) {
    xc_place first = xc_gazetteer_place(f->scan.rules->gazetteer, c->match, 0);
    for (size_t i = 0; i < c->match.count && i < MOST_SAME; i++) {
        xc_place place = xc_gazetteer_place(f->scan.rules->gazetteer, c->match, i);
        if (place.kind == XC_PLACE_COUNTRY || place.own) {
            vote(f, place, 2);
            return;
        }
        if (!xc_slice_equal(place.country, first.country)) {
            return;
        }
    }
    vote(f, first, 1);
}

static xc_status add_candidate(finder *f, uint32_t token, xc_place_match match,
                               xc_error *error) {
    uint32_t last = token + match.tokens;
    candidate *c = xc_arena_grow(f->arena, &f->items, f->count, &f->capacity, sizeof *c);
    if (!c) {
        return xc_fail_memory(error);
    }
    *c = (candidate){.sentence = f->scan.sentence_index, .first = token, .match = match};
    c->role = is_owner(f, last) ? XC_PLACE_BARE : role_of(f, token);
    c->direction = roles_at(f, (int64_t)token - 1) & XC_FRAME_DIRECTION;
    c->supported = c->role != XC_PLACE_BARE;
    f->count++;
    if (!is_common_word(f, token, last)) {
        vote_for(f, c);
    }
    return XC_OK;
}

static xc_place_match match_at(finder *f, uint32_t token) {
    const xc_gazetteer *gazetteer = f->scan.rules->gazetteer;
    xc_word word = xc_scan_token(&f->scan, token)->word;
    if (word && word < f->word_count) {
        if (f->begins[word] == NOT_ASKED) {
            xc_slice folded = xc_lexicon_word(f->scan.text->lexicon, word);
            f->begins[word] =
                xc_gazetteer_begins(gazetteer, folded) ? BEGINS_SOME : BEGINS_NONE;
        }
        if (f->begins[word] == BEGINS_NONE) {
            return (xc_place_match){0};
        }
    }
    uint64_t hash = word ? 0 : xc_hash(xc_token_slice(f->scan.text, token));
    uint64_t *unknown = &f->unknown[hash % UNKNOWN_WORDS];
    if (!word && *unknown == hash) {
        return (xc_place_match){0};
    }
    xc_place_match match = xc_gazetteer_match(gazetteer, f->scan.text, token,
                                              f->scan.sentence->last_token, &f->scratch);
    if (!word && match.unknown) {
        *unknown = hash;
    }
    return match;
}

static xc_status scan_sentence(finder *f, xc_error *error) {
    uint32_t last = f->scan.sentence->last_token;
    xc_range times = xc_scan_times(&f->scan, f->scan.sentence_index);
    bool timed = times.first < times.last;
    for (uint32_t token = f->scan.sentence->first_token; token < last;) {
        xc_place_match match = {0};
        if (is_capital(f, token) &&
            !(timed && xc_scan_in_time(&f->scan, f->scan.sentence_index, token))) {
            match = match_at(f, token);
        }
        if (!match.tokens) {
            token++;
            continue;
        }
        uint32_t end = token + match.tokens;
        bool first = token == f->scan.sentence->first_token;
        bool people = xc_gazetteer_place(f->scan.rules->gazetteer, match, 0).demonym;
        if (!people && !is_piece(f, token, end) && !(first && is_common_word(f, token, end))) {
            xc_status status = add_candidate(f, token, match, error);
            if (status != XC_OK) {
                return status;
            }
        }
        token = end;
    }
    return XC_OK;
}

static uint32_t votes_for(finder *f, xc_slice country) {
    const uint32_t *count = votes_of(f, country);
    return count ? *count : 0;
}

static double weight(finder *f, xc_place place) {
    double known = votes_for(f, place.country);
    double rank = place.kind == XC_PLACE_COUNTRY    ? 20
                  : place.own                       ? 15
                  : place.kind == XC_PLACE_DIVISION ? 0.5
                                                    : 0;
    return rank + 3 * log2(1 + known) + log10(1.0 + place.population);
}

static xc_place choose(finder *f, const candidate *c) {
    xc_place best = xc_gazetteer_place(f->scan.rules->gazetteer, c->match, 0);
    for (size_t i = 1; i < c->match.count && i < MOST_SAME; i++) {
        xc_place place = xc_gazetteer_place(f->scan.rules->gazetteer, c->match, i);
        if (weight(f, place) > weight(f, best)) {
            best = place;
        }
    }
    return best;
}

// A name counts where it needs no support, or has some: a preposition, its country in the text.
static bool is_meant(finder *f, const candidate *c, xc_place place) {
    f->scan.sentence = &f->scan.text->sentences[c->sentence];
    const xc_token *first = xc_scan_token(&f->scan, c->first);
    bool country = place.kind == XC_PLACE_COUNTRY;
    if (c->match.tokens == 1 && first->end - first->start < SHORTEST && !country) {
        return false; // "UN", "II": abbreviations before villages
    }
    if (is_common_word(f, c->first, c->first + c->match.tokens)) {
        return c->role == XC_PLACE_IN || c->role == XC_PLACE_FROM;
    }
    if (place.kind == XC_PLACE_COUNTRY || place.own) {
        return true;
    }
    uint32_t known = votes_for(f, place.country);
    return c->supported ? known > 0 || place.population >= 1000 || place.kind != XC_PLACE_CITY
                        : known > 1 || place.population >= LARGE;
}

// "southern Iran": a part of a country is another place than the whole.
static xc_slice part_of_country(const finder *f, const candidate *c, xc_slice country) {
    xc_slice direction =
        xc_lexicon_word(f->scan.text->lexicon, f->scan.text->tokens[c->first - 1].word);
    xc_slice name =
        xc_arena_print(f->arena, "%.*s %.*s", XC_PRINT(direction), XC_PRINT(country));
    return name.ptr ? name : country;
}

static xc_status keep(finder *f, xc_places *out, xc_error *error) {
    for (size_t i = 0; i < f->count; i++) {
        const candidate *c = &f->items[i];
        xc_place place = choose(f, c);
        if (!is_meant(f, c, place)) {
            continue;
        }
        xc_place_mention *mention =
            xc_arena_grow(f->arena, &out->items, out->count, &out->capacity, sizeof *mention);
        if (!mention) {
            return xc_fail_memory(error);
        }
        *mention = (xc_place_mention){c->sentence, c->first, c->first + c->match.tokens, place,
                                      c->role};
        if (c->direction && place.kind == XC_PLACE_COUNTRY) {
            mention->place.name = part_of_country(f, c, place.name);
            mention->place.kind = XC_PLACE_REGION;
        }
        out->count++;
    }
    return XC_OK;
}

static int by_name(const void *a, const void *b) {
    const xc_place_mention *first = *(const xc_place_mention *const *)a;
    const xc_place_mention *second = *(const xc_place_mention *const *)b;
    int order = xc_slice_compare(first->place.name, second->place.name);
    return order ? order : (first > second) - (first < second);
}

// The place said most, a place in a country before the country; of equals the one said first.
static xc_status find_usual(xc_arena *arena, xc_places *places, xc_error *error) {
    const xc_place_mention **sorted =
        xc_arena_array(arena, places->count + 1, sizeof(xc_place_mention *));
    if (!sorted) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < places->count; i++) {
        sorted[i] = &places->items[i];
    }
    if (places->count) {
        qsort(sorted, places->count, sizeof *sorted, by_name);
    }
    const xc_place_mention *usual = NULL;
    size_t most = 0;
    for (size_t i = 0; i < places->count;) {
        const xc_place_mention *first = sorted[i];
        size_t said = 0;
        for (; i < places->count && xc_slice_equal(sorted[i]->place.name, first->place.name);
             i++) {
            said += sorted[i]->role <= XC_PLACE_OF ? 4 : 1;
        }
        said = first->place.kind == XC_PLACE_COUNTRY ? said : said * 2;
        if (said > most || (said == most && usual && first < usual)) {
            most = said;
            usual = first;
        }
    }
    places->usual = usual ? usual->place : (xc_place){0};
    return XC_OK;
}

// Where a text says what it is about: its lead, and around what it claims.
static bool is_looked_at(size_t sentence, const xc_draft *drafts, size_t count, size_t *next) {
    while (*next < count && drafts[*next].sentence + AROUND_CLAIM < sentence) {
        ++*next;
    }
    return sentence < LEAD ||
           (*next < count && drafts[*next].sentence <= sentence + AROUND_CLAIM);
}

xc_status xc_places_find(const xc_scan *scan, const xc_draft *drafts, size_t count,
                         xc_places *out, xc_error *error) {
    *out = (xc_places){0};
    if (!scan->rules->gazetteer) {
        return XC_OK;
    }
    finder *f = xc_arena_alloc(scan->arena, sizeof *f);
    if (!f) {
        return xc_fail_memory(error);
    }
    *f = (finder){.scan = *scan, .arena = scan->arena};
    f->word_count = (size_t)xc_lexicon_count(scan->text->lexicon) + 1;
    f->begins = xc_arena_array(scan->arena, f->word_count, sizeof *f->begins);
    if (!f->begins) {
        return xc_fail_memory(error);
    }
    xc_status status = XC_OK;
    size_t next = 0;
    for (size_t i = 0; i < scan->text->sentence_count && status == XC_OK; i++) {
        if (!is_looked_at(i, drafts, count, &next)) {
            continue;
        }
        f->scan.sentence = &scan->text->sentences[i];
        f->scan.sentence_index = (uint32_t)i;
        status = scan_sentence(f, error);
    }
    if (status == XC_OK) {
        status = keep(f, out, error);
    }
    if (status == XC_OK) {
        status = find_usual(scan->arena, out, error);
    }
    xc_buffer_release(&f->scratch);
    return status;
}

static uint32_t distance(const xc_place_mention *mention, uint32_t token) {
    return mention->first > token   ? mention->first - token
           : mention->last <= token ? token - mention->last + 1
                                    : 0;
}

// The best mention of a sentence; least is best.
static const xc_place_mention *best_in(const xc_places *places, uint32_t sentence,
                                       uint32_t token, xc_place_role worst) {
    static const uint32_t handicap[] = {0, 6, 12, 30}; // words, by role
    const xc_place_mention *best = NULL;
    uint32_t least = FARTHEST;
    xc_range named =
        xc_range_of_sentence(places->items, places->count, sizeof(xc_place_mention),
                             offsetof(xc_place_mention, sentence), sentence);
    for (size_t i = named.first; i < named.last; i++) {
        const xc_place_mention *mention = &places->items[i];
        if (mention->role > worst) {
            continue;
        }
        uint32_t cost = distance(mention, token) + handicap[mention->role] +
                        (mention->first < token ? 3 : 0) +
                        (mention->place.kind == XC_PLACE_COUNTRY ? 6 : 0);
        if (cost < least) {
            least = cost;
            best = mention;
        }
    }
    return best;
}

// A country is where a place of it is that the text is about: "Iran" in a text on Qeshm.
static xc_slice narrowed(const xc_places *places, const xc_place_mention *found) {
    bool inside = found->place.kind == XC_PLACE_COUNTRY &&
                  places->usual.kind != XC_PLACE_COUNTRY &&
                  xc_slice_equal(found->place.country, places->usual.country);
    return inside ? places->usual.name : found->place.name;
}

xc_slice xc_places_of(const xc_scan *scan, const xc_places *places, uint32_t sentence,
                      uint32_t token) {
    const xc_place_mention *found = best_in(places, sentence, token, XC_PLACE_FROM);
    for (uint32_t back = 1; !found && back <= 2 && back <= sentence; back++) {
        bool same = scan->text->sentences[sentence - back].paragraph ==
                    scan->text->sentences[sentence].paragraph;
        found = same ? best_in(places, sentence - back, 0, XC_PLACE_OF) : NULL;
    }
    if (!found && !places->usual.name.len) {
        found = best_in(places, sentence, token, XC_PLACE_BARE);
    }
    return found ? narrowed(places, found) : places->usual.name;
}
