// SPDX-License-Identifier: MIT
// What the words around a name say of a place.
#include "extract/place/surroundings.h"

enum {
    LONGEST_NAME = 6,   // words
    MOST_BACK = 9,      // tokens before a name that are looked at
    MOST_MODIFIERS = 5, // words and hyphens before "zone"
    MOST_SMALL = 3,     // words without a role between a preposition and "town of"
};

uint32_t xc_place_roles(const xc_scan *scan, int64_t token) {
    if (token < scan->sentence->first_token || token >= scan->sentence->last_token) {
        return 0;
    }
    return xc_frame_roles(&scan->language->frames, scan->text->tokens[token].word);
}

static uint32_t speaker_parts(const xc_scan *scan, int64_t token) {
    if (token < scan->sentence->first_token || token >= scan->sentence->last_token) {
        return 0;
    }
    return xc_speaker_noun_at(&scan->language->speakers, scan->text, (size_t)token,
                              scan->sentence->last_token)
        .parts;
}

bool xc_place_is_title(const xc_scan *scan, int64_t token) {
    return speaker_parts(scan, token) & (XC_PART_PERSON | XC_PART_TITLE | XC_PART_OFFICE);
}

bool xc_place_speaks(const xc_scan *scan, int64_t token) {
    return speaker_parts(scan, token) != 0;
}

static bool is_word(const xc_scan *scan, int64_t token) {
    return token >= scan->sentence->first_token && token < scan->sentence->last_token &&
           xc_scan_token(scan, (uint32_t)token)->kind == XC_TOKEN_WORD;
}

bool xc_place_is_capital(const xc_scan *scan, int64_t token) {
    return is_word(scan, token) &&
           xc_scan_token(scan, (uint32_t)token)->flags & XC_TOKEN_CAPITAL;
}

bool xc_place_is_shouted(const xc_scan *scan) {
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = scan->sentence->first_token + 1; i < scan->sentence->last_token; i++) {
        const xc_token *token = xc_scan_token(scan, i);
        if (token->kind == XC_TOKEN_WORD && token->end - token->start > 3) {
            words++;
            capitals += (token->flags & XC_TOKEN_CAPITAL) != 0;
        }
    }
    return words > 2 && capitals * 4 > words * 3;
}

static bool is_kind(const xc_scan *scan, int64_t token) {
    return xc_place_roles(scan, token) & (XC_FRAME_PLACE_KIND | XC_FRAME_PLACE_FEATURE);
}

// "'s", which is a token of its own.
static bool is_owner_mark(const xc_scan *scan, int64_t token) {
    if (!is_word(scan, token)) {
        return false;
    }
    const xc_token *t = xc_scan_token(scan, (uint32_t)token);
    return xc_scan_grammar(scan, token) & XC_G_POSSESSIVE &&
           !(t->flags & XC_TOKEN_SPACE_BEFORE) && token > scan->sentence->first_token;
}

// Back over "Iran's" or "the Croatian" before a name, to the token before them.
static int64_t before_owner(const xc_scan *scan, int64_t token) {
    token--;
    while (xc_place_is_capital(scan, token) && !xc_scan_grammar(scan, token)) {
        token--;
    }
    return token;
}

// Back over "the small village of" before a name: to the token before its first word but for
// the determiner; `token` itself if it says no such thing.
static int64_t before_kind(const xc_scan *scan, int64_t token) {
    if (!(xc_scan_grammar(scan, token) & XC_G_OF) || !is_kind(scan, token - 1)) {
        return token;
    }
    int64_t at = token - 2;
    if (xc_scan_grammar(scan, at) & XC_G_CONJUNCTION && is_kind(scan, at - 1)) {
        at -= 2; // "town and county of"
    }
    for (int small = 0; small < MOST_SMALL && is_word(scan, at); small++, at--) {
        bool plain = !xc_scan_grammar(scan, at) &&
                     !(xc_place_roles(scan, at) & (XC_FRAME_LOCATIVE | XC_FRAME_PLACE_HIT));
        if (is_owner_mark(scan, at)) {
            return before_owner(scan, at);
        }
        if (!plain && !(xc_place_roles(scan, at) & XC_FRAME_DIRECTION)) {
            break;
        }
    }
    return at;
}

// "south of", "miles from", "off the coast of", "the capital of": a place beside or around the
// one that is meant.
static bool is_reference(const xc_scan *scan, int64_t preposition) {
    uint32_t before = xc_place_roles(scan, preposition - 1);
    if (before & XC_FRAME_PLACE_BESIDE) {
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
    return before & (XC_FRAME_DIRECTION | XC_FRAME_PLACE_FEATURE);
}

// "Islamic State in Iraq", "University of Kabul", "the government of Syria": in the name of a
// body, or what it is of.
static bool is_in_name(const xc_scan *scan, int64_t preposition) {
    int64_t before = preposition - 1;
    uint32_t roles = xc_place_roles(scan, before);
    bool of = xc_scan_grammar(scan, preposition) & XC_G_OF;
    bool capital = xc_place_is_capital(scan, before) && before > scan->sentence->first_token;
    bool body = xc_place_speaks(scan, before) || roles & XC_FRAME_FACILITY;
    return of ? capital || body : capital && (body || roles & XC_FRAME_PLACE_KIND);
}

// "officials from Baku": whose, not where.
static bool is_official(const xc_scan *scan, int64_t token) {
    return speaker_parts(scan, token) & (XC_PART_WEAK | XC_PART_OFFICE | XC_PART_MOUTHPIECE);
}

// The role that a word before a name gives, XC_PLACE_BARE for none.
static xc_place_role role_by(const xc_scan *scan, int64_t token) {
    uint32_t grammar = xc_scan_grammar(scan, token);
    uint32_t roles = xc_place_roles(scan, token);
    if (grammar & XC_G_PREPOSITION && is_in_name(scan, token)) {
        return XC_PLACE_BARE;
    }
    if (grammar & XC_G_FROM) {
        return is_official(scan, token - 1) ? XC_PLACE_BARE
               : is_reference(scan, token)  ? XC_PLACE_REFERENCE
                                            : XC_PLACE_FROM;
    }
    if (grammar & XC_G_OF) {
        return is_reference(scan, token) ? XC_PLACE_REFERENCE : XC_PLACE_OF;
    }
    if (roles & XC_FRAME_TOWARD) {
        return is_reference(scan, token) ? XC_PLACE_REFERENCE : XC_PLACE_TO;
    }
    if (roles & XC_FRAME_LOCATIVE || roles & XC_FRAME_PLACE_HIT) {
        return XC_PLACE_IN;
    }
    return roles & XC_FRAME_PLACE_LEAVE ? XC_PLACE_FROM : XC_PLACE_BARE;
}

// "the Orlando shooting", "Qeshm Governor".
static bool is_attribute(const xc_scan *scan, uint32_t last, bool determined, bool one) {
    if (xc_place_is_title(scan, last)) {
        return true;
    }
    bool noun = is_word(scan, last) && !xc_place_is_capital(scan, last) &&
                !xc_scan_grammar(scan, last) && (one || !is_kind(scan, last)) &&
                xc_scan_token(scan, last)->flags & XC_TOKEN_SPACE_BEFORE;
    return noun && determined;
}

// "Bam was razed", "Aleppo has been heavily shelled".
static bool is_struck(const xc_scan *scan, uint32_t last) {
    bool passive = false;
    for (uint32_t at = last; at < last + MOST_SMALL; at++) {
        uint32_t grammar = xc_scan_grammar(scan, at);
        if (passive && xc_place_roles(scan, at) & XC_FRAME_PLACE_HIT) {
            return true;
        }
        passive = passive || grammar & XC_G_BE;
        if (!(grammar & (XC_G_BE | XC_G_HAVE | XC_G_ADVERB))) {
            return false;
        }
    }
    return false;
}

xc_place_around xc_place_look_around(const xc_scan *scan, uint32_t first, uint32_t last) {
    xc_place_around around = {.role = XC_PLACE_BARE, .direction = first};
    int64_t token = (int64_t)first - 1;
    around.determined = xc_scan_grammar(scan, token) & XC_G_DETERMINER;
    around.one = xc_place_roles(scan, token) & XC_FRAME_ONE;
    for (int i = 0; i < MOST_BACK && is_word(scan, token); i++) {
        uint32_t roles = xc_place_roles(scan, token);
        uint32_t grammar = xc_scan_grammar(scan, token);
        int64_t kind = before_kind(scan, token);
        if (kind != token) {
            around.typed = true;
            token = kind;
            continue;
        }
        if (roles & XC_FRAME_DIRECTION && token + 1 == around.direction) {
            around.direction = (uint32_t)token--;
            if (xc_scan_mark(scan, token) == '-' &&
                xc_place_roles(scan, token - 1) & XC_FRAME_DIRECTION) {
                around.direction = (uint32_t)(token - 1);
                token -= 2; // "south-eastern"
            }
            continue;
        }
        around.role = role_by(scan, token);
        if (around.role != XC_PLACE_BARE) {
            break;
        }
        if (is_owner_mark(scan, token)) {
            token = before_owner(scan, token);
        } else if (xc_scan_mark(scan, token - 1) == '-' && is_word(scan, token - 2) &&
                   !xc_place_is_capital(scan, token)) {
            token -= 3; // "rebel-held Idlib"
        } else if (grammar & (XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_ADVERB) ||
                   roles & XC_FRAME_PLACE_MODIFIER) {
            token--;
        } else {
            break;
        }
    }
    if (around.role == XC_PLACE_BARE && is_struck(scan, last)) {
        around.role = XC_PLACE_IN;
    } else if (around.role != XC_PLACE_BARE) {
        xc_slice word = xc_token_slice(scan->text, (size_t)token);
        around.moved =
            around.role == XC_PLACE_FROM || xc_slice_equal_fold(word, XC_SLICE("to"));
        around.plain = !around.moved && around.role != XC_PLACE_OF;
    }
    if (is_owner_mark(scan, last)) {
        around.role = XC_PLACE_BARE; // "due to Baku's action": a government more often
    } else if (is_attribute(scan, last, around.determined, around.one) &&
               around.role != XC_PLACE_REFERENCE) {
        around.role = XC_PLACE_ATTRIBUTE;
    }
    return around;
}

static bool is_particle(const xc_scan *scan, uint32_t token) {
    return is_word(scan, token) && !xc_place_is_capital(scan, token) &&
           xc_place_roles(scan, token) & (XC_FRAME_NAME_PARTICLE | XC_FRAME_PARTICLE);
}

static bool is_hyphen(const xc_scan *scan, int64_t token) {
    char mark = xc_scan_mark(scan, token);
    return (mark == '-' || mark == '\'') &&
           !(xc_scan_token(scan, (uint32_t)token)->flags & XC_TOKEN_SPACE_BEFORE);
}

static bool is_name_word(const xc_scan *scan, int64_t token) {
    return xc_place_is_capital(scan, token) && !is_owner_mark(scan, token) &&
           !(xc_scan_grammar(scan, token) &
             (XC_G_PREPOSITION | XC_G_DETERMINER | XC_G_CONJUNCTION | XC_G_BE | XC_G_REPORT |
              XC_G_PRONOUN | XC_G_RELATIVE)) &&
           !(xc_place_roles(scan, token) & XC_FRAME_PLACE_KIND) &&
           !xc_place_is_title(scan, token);
}

// The token of "district" in "Zinbi district", "Bureij refugee camp"; 0 for none.
static uint32_t kind_behind(const xc_scan *scan, uint32_t last) {
    uint32_t at = last;
    for (int i = 0; i < MOST_MODIFIERS; i++, at++) {
        if (is_kind(scan, at)) {
            return at;
        }
        if (!(xc_place_roles(scan, at) & XC_FRAME_PLACE_MODIFIER) && !is_hyphen(scan, at)) {
            break;
        }
    }
    return 0;
}

// "Pingtang and Luodian counties", "Tahiti and Takaroa islands".
static bool is_in_list(const xc_scan *scan, uint32_t last) {
    uint32_t at = last;
    for (int names = 0; names < MOST_BACK && at < scan->sentence->last_token; names++, at++) {
        char mark = xc_scan_mark(scan, at);
        if (is_kind(scan, at)) {
            return at > last && xc_place_is_capital(scan, (int64_t)at - 1);
        }
        if (mark != ',' && !xc_place_is_capital(scan, at) &&
            !(xc_scan_grammar(scan, at) & XC_G_CONJUNCTION)) {
            return false;
        }
    }
    return false;
}

xc_place_form xc_place_form_at(const xc_scan *scan, uint32_t token) {
    xc_place_form form = {token, token, 0, false};
    bool direction = xc_place_roles(scan, token) & XC_FRAME_DIRECTION;
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
        if (next == at && is_hyphen(scan, at)) {
            next++;
            if (!is_word(scan, next) ||
                xc_scan_token(scan, next)->flags & XC_TOKEN_SPACE_BEFORE) {
                break;
            }
            const xc_token *part = xc_scan_token(scan, next);
            if (xc_scan_mark(scan, (int64_t)next - 1) == '-' &&
                !(part->flags & XC_TOKEN_CAPITAL) && part->end - part->start > 2 &&
                !is_particle(scan, next)) {
                break; // "Kurdish-controlled"
            }
            at = next + 1;
            continue;
        }
        if (!is_name_word(scan, next) ||
            (xc_place_roles(scan, next) & XC_FRAME_PLACE_MODIFIER && kind_behind(scan, next))) {
            break;
        }
        at = next + 1;
    }
    form.last = at;
    form.kind = kind_behind(scan, at);
    form.listed = !form.kind && is_in_list(scan, at);
    return form;
}

bool xc_place_may_end(const xc_scan *scan, uint32_t last) {
    if (last >= scan->sentence->last_token) {
        return true;
    }
    const xc_token *token = xc_scan_token(scan, last);
    if (is_owner_mark(scan, last)) {
        return false;
    }
    if (token->kind != XC_TOKEN_WORD) {
        return token->kind != XC_TOKEN_PUNCTUATION || token->flags & XC_TOKEN_SPACE_BEFORE ||
               token->mark != '-';
    }
    if (token->flags & XC_TOKEN_CAPITAL) {
        return xc_scan_in_time(scan, scan->sentence_index, last);
    }
    return xc_scan_grammar(scan, last) || xc_scan_in_time(scan, scan->sentence_index, last) ||
           xc_starts_of(scan->language, token->word);
}
