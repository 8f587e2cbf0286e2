// SPDX-License-Identifier: MIT
// What the words around a name say of a place.
#include "extract/place/surroundings.h"

enum {
    LONGEST_NAME = 6,   // words
    MOST_BACK = 9,      // tokens before a name that are looked at
    MOST_MODIFIERS = 5, // words and hyphens before "zone"
    MOST_SMALL = 3,     // words without a role between a preposition and "town of"
};

static uint32_t speaker_parts(const sentence_scan *scan, int64_t token) {
    if (!scan_in(scan, token)) {
        return 0;
    }
    return speaker_noun_at(&scan->language->speakers, scan->text, (size_t)token,
                           scan->sentence->last_token)
        .parts;
}

bool place_is_title(const sentence_scan *scan, int64_t token) {
    return speaker_parts(scan, token) & (PART_PERSON | PART_TITLE | PART_OFFICE);
}

bool place_speaks(const sentence_scan *scan, int64_t token) {
    return speaker_parts(scan, token) != 0;
}

bool place_is_shouted(const sentence_scan *scan) {
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = scan->sentence->first_token + 1; i < scan->sentence->last_token; i++) {
        const xc_token *token = scan_token_at(scan, i);
        if (token->kind == XC_TOKEN_WORD && token->end - token->start > 3) {
            words++;
            capitals += (token->flags & XC_TOKEN_CAPITAL) != 0;
        }
    }
    return words > 2 && capitals * 4 > words * 3;
}

// Whether a word stands there that does a thing of happenings.csv.
static bool has_word(const sentence_scan *scan, int64_t token, uint32_t cue) {
    return scan_is_word(scan, token) && scan_happening(scan, token) & cue;
}

bool place_is_force(const sentence_scan *scan, uint32_t last) {
    return has_word(scan, last, HAPPENING_FORCE);
}

static bool is_kind(const sentence_scan *scan, int64_t token) {
    return scan_roles(scan, token) & (FRAME_PLACE_KIND | FRAME_PLACE_FEATURE);
}

// "'s", which is a token of its own.
static bool is_owner_mark(const sentence_scan *scan, int64_t token) {
    return scan_grammar(scan, token) & G_POSSESSIVE &&
           (scan_token_at(scan, token)->flags & XC_TOKEN_CLITIC);
}

// Back over "Iran's" or "the Croatian" before a name, to the token before them.
static int64_t before_owner(const sentence_scan *scan, int64_t token) {
    token--;
    while (scan_capital(scan, token) && !scan_grammar(scan, token)) {
        token--;
    }
    return token;
}

// Back over "the small village of" before a name: to the token before its first word but for
// the determiner; `token` itself if it says no such thing.
static int64_t before_kind(const sentence_scan *scan, int64_t token) {
    if (!(scan_grammar(scan, token) & G_OF) || !is_kind(scan, token - 1)) {
        return token;
    }
    int64_t at = token - 2;
    if (scan_grammar(scan, at) & G_CONJUNCTION && is_kind(scan, at - 1)) {
        at -= 2; // "town and county of"
    }
    for (int small = 0; small < MOST_SMALL && scan_is_word(scan, at); small++, at--) {
        bool plain = !scan_grammar(scan, at) &&
                     !(scan_roles(scan, at) & (FRAME_LOCATIVE | FRAME_PLACE_HIT));
        if (is_owner_mark(scan, at)) {
            return before_owner(scan, at);
        }
        if (!plain && !(scan_roles(scan, at) & FRAME_DIRECTION)) {
            break;
        }
    }
    return at;
}

// "Department of Education": a body, and no kind of place.
static bool is_office_of(const sentence_scan *scan, int64_t kind) {
    return scan_capital(scan, kind) && place_speaks(scan, kind);
}

// "south of", "miles from", "off the coast of", "the capital of": a place beside or around the
// one that is meant.
static bool is_reference(const sentence_scan *scan, int64_t preposition) {
    uint32_t before = scan_roles(scan, preposition - 1);
    if (before & FRAME_PLACE_BESIDE) {
        return true;
    }
    const xc_mentions *mentions = scan->mentions;
    for (size_t i = scan->first_quantity;
         i < scan->last_quantity && i < mentions->quantity_count; i++) {
        const xc_quantity *quantity = &mentions->quantities[i];
        if (quantity->kind == XC_PHYSICAL && quantity->last_token == preposition) {
            return true;
        }
    }
    return before & (FRAME_DIRECTION | FRAME_PLACE_FEATURE);
}

// "Islamic State in Iraq", "University of Kabul", "the government of Syria": in the name of a
// body, or what it is of.
static bool is_in_name(const sentence_scan *scan, int64_t preposition) {
    int64_t before = preposition - 1;
    uint32_t roles = scan_roles(scan, before);
    bool of = scan_grammar(scan, preposition) & G_OF;
    bool capital = scan_capital(scan, before) && before > scan->sentence->first_token;
    bool house = roles & FRAME_FACILITY && !(roles & FRAME_STREET);
    bool body = place_speaks(scan, before) || house;
    return of ? capital || body : capital && (body || roles & FRAME_PLACE_KIND);
}

// "officials from Baku": whose, not where.
static bool is_official(const sentence_scan *scan, int64_t token) {
    return speaker_parts(scan, token) & (PART_WEAK | PART_OFFICE | PART_MOUTHPIECE);
}

// "Speaking from Geneva", "told AFP in Geneva", "a news conference in Geneva": where it was told.
static bool is_of_telling(const sentence_scan *scan, int64_t preposition) {
    int64_t before = preposition - 1;
    if (!scan_in(scan, before)) {
        return false;
    }
    const language_rules *language = scan->language;
    uint32_t cues = speaker_cues(&language->speakers, scan_token_at(scan, before)->word);
    bool heard =
        scan_is_word(scan, before) && !scan_grammar(scan, before) &&
        speaker_cues(&language->speakers, scan_token_at(scan, before - 1)->word) & CUE_TELL;
    return cues & CUE_ANYONE || heard || scan_happening(scan, before) & HAPPENING_TELLING;
}

// The role that a word before a name gives, PLACE_BARE for none.
static place_role role_by(const sentence_scan *scan, int64_t token) {
    uint32_t grammar = scan_grammar(scan, token);
    uint32_t roles = scan_roles(scan, token);
    if (grammar & G_PREPOSITION && is_in_name(scan, token)) {
        return PLACE_BARE;
    }
    if (grammar & G_PREPOSITION && !(grammar & G_OF) && is_of_telling(scan, token)) {
        return PLACE_BARE;
    }
    if (grammar & G_FROM) {
        return is_official(scan, token - 1) ? PLACE_BARE
               : is_reference(scan, token)  ? PLACE_REFERENCE
                                            : PLACE_FROM;
    }
    if (grammar & G_OF) {
        return is_reference(scan, token) ? PLACE_REFERENCE : PLACE_OF;
    }
    if (roles & FRAME_TOWARD) {
        return is_reference(scan, token) ? PLACE_REFERENCE : PLACE_TO;
    }
    if (roles & FRAME_LOCATIVE || roles & FRAME_PLACE_HIT) {
        return PLACE_IN;
    }
    return roles & FRAME_PLACE_LEAVE ? PLACE_FROM : PLACE_BARE;
}

// "the Orlando shooting", "Qeshm Governor".
static bool is_attribute(const sentence_scan *scan, uint32_t last, bool determined, bool one) {
    if (place_is_title(scan, last)) {
        return true;
    }
    bool noun = scan_is_word(scan, last) && !scan_capital(scan, last) &&
                !scan_grammar(scan, last) && (one || !is_kind(scan, last)) &&
                scan_token_at(scan, last)->flags & XC_TOKEN_SPACE_BEFORE;
    return noun && determined;
}

// "Bam was razed", "Aleppo has been heavily shelled".
static bool is_struck(const sentence_scan *scan, uint32_t last) {
    bool passive = false;
    for (uint32_t at = last; at < last + MOST_SMALL; at++) {
        uint32_t grammar = scan_grammar(scan, at);
        if (passive && scan_roles(scan, at) & FRAME_PLACE_HIT) {
            return true;
        }
        passive = passive || grammar & G_BE;
        if (!(grammar & (G_BE | G_HAVE | G_ADVERB))) {
            return false;
        }
    }
    return false;
}

place_around place_look_around(const sentence_scan *scan, uint32_t first, uint32_t last) {
    place_around around = {.role = PLACE_BARE, .direction = first};
    int64_t token = (int64_t)first - 1;
    around.determined = scan_grammar(scan, token) & G_DETERMINER;
    around.one = scan_roles(scan, token) & FRAME_ONE;
    for (int i = 0; i < MOST_BACK && scan_is_word(scan, token); i++) {
        uint32_t roles = scan_roles(scan, token);
        uint32_t grammar = scan_grammar(scan, token);
        int64_t kind = before_kind(scan, token);
        if (kind != token) {
            around.typed |= !is_office_of(scan, token - 1);
            token = kind;
            continue;
        }
        if (roles & FRAME_DIRECTION && token + 1 == around.direction) {
            around.direction = (uint32_t)token--;
            if (scan_mark_at(scan, token) == '-' &&
                scan_roles(scan, token - 1) & FRAME_DIRECTION) {
                around.direction = (uint32_t)(token - 1);
                token -= 2; // "south-eastern"
            }
            continue;
        }
        around.role = role_by(scan, token);
        around.in_name = grammar & G_PREPOSITION && is_in_name(scan, token);
        around.told =
            grammar & G_PREPOSITION && !(grammar & G_OF) && is_of_telling(scan, token);
        if (around.role != PLACE_BARE) {
            around.elsewhere = has_word(scan, token - 1, HAPPENING_ELSEWHERE);
            break;
        }
        if (is_owner_mark(scan, token)) {
            token = before_owner(scan, token);
        } else if (scan_mark_at(scan, token - 1) == '-' && scan_is_word(scan, token - 2) &&
                   !scan_capital(scan, token)) {
            token -= 3; // "rebel-held Idlib"
        } else if (grammar & (G_DETERMINER | G_POSSESSIVE | G_ADVERB) ||
                   roles & FRAME_PLACE_MODIFIER) {
            token--;
        } else {
            break;
        }
    }
    if (around.role == PLACE_BARE && is_struck(scan, last)) {
        around.role = PLACE_IN;
    } else if (around.role != PLACE_BARE) {
        xc_slice word = xc_token_slice(scan->text, (size_t)token);
        around.moved = around.role == PLACE_FROM || xc_slice_equal_fold(word, XC_SLICE("to"));
        around.plain = !around.moved && around.role != PLACE_OF;
    }
    if (has_word(scan, (int64_t)first - 1, HAPPENING_SUBURB)) {
        around.role = PLACE_REFERENCE; // "a suburban Lorvik firm"
    } else if (is_owner_mark(scan, last)) {
        around.role = PLACE_BARE; // "due to Baku's action": a government more often
    } else if (is_attribute(scan, last, around.determined, around.one) &&
               around.role != PLACE_REFERENCE) {
        around.role = PLACE_ATTRIBUTE;
    }
    return around;
}

static bool is_particle(const sentence_scan *scan, uint32_t token) {
    return scan_is_word(scan, token) && !scan_capital(scan, token) &&
           scan_roles(scan, token) & FRAME_PARTICLE;
}

static bool is_hyphen(const sentence_scan *scan, int64_t token) {
    char mark = scan_mark_at(scan, token);
    return (mark == '-' || mark == '\'') &&
           !(scan_token_at(scan, token)->flags & XC_TOKEN_SPACE_BEFORE);
}

static bool is_name_word(const sentence_scan *scan, int64_t token) {
    return scan_capital(scan, token) && !is_owner_mark(scan, token) &&
           !(scan_grammar(scan, token) & (G_PREPOSITION | G_DETERMINER | G_CONJUNCTION | G_BE |
                                          G_REPORT | G_PRONOUN | G_RELATIVE)) &&
           !(scan_roles(scan, token) & FRAME_PLACE_KIND) && !place_is_title(scan, token);
}

// The token of "district" in "Zinbi district", "Bureij refugee camp"; 0 for none.
static uint32_t kind_behind(const sentence_scan *scan, uint32_t last) {
    uint32_t at = last;
    for (int i = 0; i < MOST_MODIFIERS; i++, at++) {
        if (is_kind(scan, at)) {
            return at;
        }
        if (!(scan_roles(scan, at) & FRAME_PLACE_MODIFIER) && !is_hyphen(scan, at)) {
            break;
        }
    }
    return 0;
}

// "Pingtang and Luodian counties", "Tahiti and Takaroa islands".
static bool is_in_list(const sentence_scan *scan, uint32_t last) {
    uint32_t at = last;
    for (int names = 0; names < MOST_BACK && at < scan->sentence->last_token; names++, at++) {
        char mark = scan_mark_at(scan, at);
        if (is_kind(scan, at)) {
            return at > last && scan_capital(scan, (int64_t)at - 1);
        }
        uint32_t grammar = scan_grammar(scan, at);
        if ((mark != ',' && !scan_capital(scan, at) && !(grammar & G_CONJUNCTION)) ||
            grammar & G_PREPOSITION) {
            return false;
        }
    }
    return false;
}

// The mark in "St. Marys", "Mt. Pleasant".
static bool is_shortened(const sentence_scan *scan, uint32_t at) {
    enum { SHORTENED = 2 };
    const xc_token *mark = scan_token_at(scan, at);
    return scan_mark_at(scan, at) == '.' && !(mark->flags & XC_TOKEN_SPACE_BEFORE) &&
           mark[-1].end - mark[-1].start == SHORTENED && is_name_word(scan, (int64_t)at + 1);
}

// "Lorvik District Attorney": the office has the word, and not the place.
static bool is_office(const sentence_scan *scan, uint32_t kind) {
    return speaker_noun_at(&scan->language->speakers, scan->text, kind,
                           scan->sentence->last_token)
               .tokens > 1;
}

place_form place_form_at(const sentence_scan *scan, uint32_t token) {
    place_form form = {token, token, 0, false};
    bool direction = scan_roles(scan, token) & FRAME_DIRECTION;
    if (!is_name_word(scan, token) || (direction && !is_name_word(scan, (int64_t)token + 1))) {
        return form;
    }
    uint32_t end = scan->sentence->last_token;
    uint32_t at = token + 1;
    for (int words = 1; words < LONGEST_NAME && at < end; words++) {
        uint32_t next = at;
        while (next < end && next < at + 3 && is_particle(scan, next)) {
            next++;
        }
        if (next == at && is_shortened(scan, at)) {
            at = next + 2;
            continue;
        }
        if (next == at && is_hyphen(scan, at)) {
            next++;
            if (!scan_is_word(scan, next) ||
                scan_token_at(scan, next)->flags & XC_TOKEN_SPACE_BEFORE) {
                break;
            }
            const xc_token *part = scan_token_at(scan, next);
            if (scan_mark_at(scan, (int64_t)next - 1) == '-' &&
                !(part->flags & XC_TOKEN_CAPITAL) && part->end - part->start > 2 &&
                !is_particle(scan, next)) {
                break; // "Kurdish-controlled"
            }
            at = next + 1;
            continue;
        }
        if (!is_name_word(scan, next) ||
            (scan_roles(scan, next) & FRAME_PLACE_MODIFIER && kind_behind(scan, next))) {
            break;
        }
        at = next + 1;
    }
    form.last = at;
    form.kind = kind_behind(scan, at);
    if (form.kind && is_office(scan, form.kind)) {
        form.kind = 0;
    }
    form.listed = !form.kind && is_in_list(scan, at);
    return form;
}

bool place_may_end(const sentence_scan *scan, uint32_t last) {
    if (last >= scan->sentence->last_token) {
        return true;
    }
    const xc_token *token = scan_token_at(scan, last);
    if (is_owner_mark(scan, last)) {
        return false;
    }
    if (token->kind != XC_TOKEN_WORD) {
        return token->kind != XC_TOKEN_PUNCTUATION || token->flags & XC_TOKEN_SPACE_BEFORE ||
               token->mark != '-';
    }
    if (token->flags & XC_TOKEN_CAPITAL) {
        return scan_is_time(scan, last);
    }
    return scan_grammar(scan, last) || scan_is_time(scan, last) ||
           phrase_starts_of(scan->language, token->word);
}

bool place_opens_dateline(const sentence_scan *scan, uint32_t first, uint32_t last) {
    uint32_t end = xc_dateline_end(scan->text, scan->sentence_index);
    char behind = scan_mark_at(scan, last);
    return first == scan->sentence->first_token && end > last &&
           (behind == '(' || behind == ',') && scan_mark_at(scan, (int64_t)end - 2) == ')';
}
