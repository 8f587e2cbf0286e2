// SPDX-License-Identifier: MIT
// Persons told by a noun or a name.
#include "extract/count/person.h"

enum {
    MOST_MODIFIERS = 7, // words between the article and the noun
    MOST_NAME = 7,      // words of a name with its titles
    MOST_APPOSITION = 8,
    ENDERS = G_BE | G_HAVE | G_DO | G_GET | G_MODAL_PREDICTED | G_MODAL_CONDITIONAL |
             G_NEGATION | G_PREPOSITION | G_CONJUNCTION | G_RELATIVE | G_INCLUDING | G_OF |
             G_TO | G_SUBORDINATE | G_REPORT | G_BY | G_FROM | G_ADVERB | G_FEAR,
};

// The "'s" of "the guard's".
static bool is_genitive(const sentence_scan *scan, uint32_t token) {
    return scan_is_word(scan, token) && (scan_token_at(scan, token)->flags & XC_TOKEN_CLITIC);
}

// A noun for a person at the token. @return how many tokens, 0 for none
static uint32_t noun_at(const sentence_scan *scan, uint32_t token, bool plural,
                        uint16_t *class_at) {
    if (!scan_is_word(scan, token)) {
        return 0;
    }
    xc_phrase_match match = scan_class_words(scan, token, scan->sentence->last_token);
    for (uint32_t i = 0; i < match.payload_count; i++) {
        const class_word *word = &scan->language->class_list[match.payloads[i]];
        if (word->plural == plural &&
            xc_slice_is(scan->rules->classes[word->class_index].unit, "person")) {
            *class_at = word->class_index;
            return match.tokens;
        }
    }
    return 0;
}

// Whether a noun group cannot go on at the token: "a police | car" can.
static bool ends_noun(const sentence_scan *scan, uint32_t token) {
    if (token >= scan->sentence->last_token) {
        return true;
    }
    const xc_token *t = scan_token_at(scan, token);
    if (t->kind == XC_TOKEN_PUNCTUATION) {
        return t->mark != '-' || (t->flags & XC_TOKEN_SPACE_BEFORE);
    }
    int trigger = trigger_at(scan, token);
    return t->kind != XC_TOKEN_WORD || (scan_grammar(scan, token) & ENDERS) || trigger != NONE;
}

// The name that starts at the token: titles, then two words with a capital or more (one behind
// a title), small words like "de" inside. @return the token behind it, 0 for none
static uint32_t name_at(const sentence_scan *scan, uint32_t token, bool introduced) {
    uint32_t capitals = 0;
    uint32_t end = 0;
    bool title = introduced;
    for (uint32_t i = 0; i < MOST_NAME && scan_is_word(scan, token); i++, token++) {
        uint32_t roles = scan_roles(scan, token);
        bool particle = roles & FRAME_PARTICLE;
        bool stop = scan_mark_at(scan, (int64_t)token + 1) == '.';
        if (scan_capital(scan, token) && !scan_capitals(scan, token) &&
            !(scan_grammar(scan, token) & ENDERS)) {
            if ((roles & FRAME_TITLE) && !capitals) {
                title = true;
                token += stop;
                continue;
            }
            uint16_t class_at;
            if (noun_at(scan, token, true, &class_at) ||
                noun_at(scan, token, false, &class_at)) {
                break; // "Serb Police": nouns are no names
            }
            capitals++;
            end = token + 1;
        } else if (particle && capitals) {
            end = token + 1 < scan->sentence->last_token && !scan_capital(scan, token + 1)
                      ? token + 1 // "Tural Islam oghlu"
                      : end;
        } else {
            break;
        }
    }
    return capitals >= 2 || (title && capitals == 1) ? end : 0;
}

// ", 34" ", aged 34" "(34)" behind a name or noun. @return the token behind it
static uint32_t behind_age(const sentence_scan *scan, uint32_t token) {
    char open = scan_mark_at(scan, token);
    if (open != ',' && open != '(') {
        return token;
    }
    uint32_t number = token + 1; // "aged 34", "both 51"
    number += (scan_grammar(scan, number) & (G_ADVERB | G_PRONOUN)) != 0;
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *q = &scan->mentions->quantities[i];
        bool small =
            q->value.known && xc_decimal_compare(q->value.value, xc_decimal_of(120)) < 0;
        if (q->first_token != number || !small ||
            (q->kind != XC_AGE && q->last_token - q->first_token > 1)) {
            continue;
        }
        char close = scan_mark_at(scan, q->last_token);
        bool closed = open == '(' ? close == ')' : close == ',' || close == '.' || close == ';';
        bool ends = closed || ends_noun(scan, q->last_token);
        return !ends ? token : open == '(' && closed ? q->last_token + 1 : q->last_token;
    }
    return token;
}

// ", a farmer" behind a name, closed by a comma or the end. @return the token behind it
static uint32_t behind_apposition(const sentence_scan *scan, uint32_t token,
                                  uint16_t *class_index) {
    if (scan_mark_at(scan, token) != ',' ||
        !(scan_roles(scan, token + 1) & (FRAME_ONE | FRAME_THE))) {
        return token;
    }
    uint16_t told = 0;
    for (uint32_t i = 2; i < MOST_APPOSITION; i++) {
        uint32_t at = token + i;
        char mark = scan_mark_at(scan, at);
        if (at >= scan->sentence->last_token || mark == ',' || mark == '.' || mark == ')') {
            *class_index = *class_index ? *class_index : told;
            return told ? at : token;
        }
        if ((scan_grammar(scan, at) & (G_CONJUNCTION | G_BE | G_RELATIVE)) ||
            (mark && mark != '-')) {
            return token;
        }
        uint32_t length = noun_at(scan, at, false, &told);
        i += length > 1 ? length - 1 : 0;
    }
    return token;
}

// ", Ivan Petrov," behind a noun. @return the token behind the name
static uint32_t behind_name(const sentence_scan *scan, uint32_t token) {
    uint32_t end = scan_mark_at(scan, token) == ',' ? name_at(scan, token + 1, false) : 0;
    char mark = end ? scan_mark_at(scan, end) : 0;
    return mark == ',' || mark == '.' || mark == ';' ? end : token;
}

// The comma that closes ages and appositions goes with them, unless the list goes on behind it.
static uint32_t behind_closing(const sentence_scan *scan, uint32_t plain, uint32_t token) {
    bool closes = token > plain && scan_mark_at(scan, token) == ',';
    uint32_t next = token + 1;
    bool verb =
        closes && next < scan->sentence->last_token &&
        ((scan_grammar(scan, next) & (G_BE | G_HAVE | G_GET | G_MODAL_PREDICTED | G_ADVERB)) ||
         trigger_at(scan, next) != NONE);
    return verb ? next : token;
}

// The class that a plural noun before the name gives: "reporters Ivan Petrov and", "servicemen
// of the army Ivan Petrov and".
static uint16_t class_before(const sentence_scan *scan, uint32_t first) {
    uint16_t class_index = 0;
    for (uint32_t i = 1; i <= 4 && first >= scan->sentence->first_token + i; i++) {
        uint32_t at = first - i;
        uint32_t length = noun_at(scan, at, true, &class_index);
        if (length && at + length <= first) {
            return class_index;
        }
        if (scan_mark_at(scan, at) || trigger_at(scan, at) != NONE ||
            (scan_grammar(scan, at) & (G_BY | G_CONJUNCTION))) {
            return 0;
        }
    }
    return 0;
}

static bool named_person(const sentence_scan *scan, uint32_t token, person_told *out) {
    uint32_t end = name_at(scan, token, false);
    if (!end || is_genitive(scan, end)) {
        return false;
    }
    *out = (person_told){.first = token, .head = {token, end}};
    out->class_index = class_before(scan, token);
    out->led = out->class_index != 0;
    uint32_t behind = behind_age(scan, end);
    behind = behind_apposition(scan, behind, &out->class_index);
    out->last = behind_closing(scan, end, behind);
    return true;
}

// "a local police officer", "his 12-year-old daughter", "serviceman Ivan Petrov".
static bool told_person(const sentence_scan *scan, uint32_t token, person_told *out) {
    uint32_t roles = scan_roles(scan, token);
    bool article = roles & (FRAME_ONE | FRAME_THE);
    bool owned = scan_grammar(scan, token) & G_POSSESSIVE && !is_genitive(scan, token);
    uint32_t at = token + (article || owned);
    uint32_t limit = at + MOST_MODIFIERS;
    uint16_t class_index = 0;
    uint32_t length = 0;
    bool ordinal = scan_roles(scan, at) & FRAME_NTH;
    for (; at < limit && (length = noun_at(scan, at, false, &class_index)) == 0; at++) {
        bool number = at < scan->sentence->last_token &&
                      scan_token_at(scan, at)->kind == XC_TOKEN_NUMBER &&
                      scan_mark_at(scan, (int64_t)at + 1) == '-';
        bool modifier =
            number || scan_mark_at(scan, at) == '-' ||
            (scan_is_word(scan, at) && !(scan_grammar(scan, at) & (ENDERS | G_DETERMINER)));
        // "the wounded guard", but "the raid | killed Sergeant Petrov"
        bool verb = trigger_at(scan, at) != NONE && (at > token + 1 || !(article || owned));
        if (!modifier || verb || group_at(scan, at) != NONE) {
            return false;
        }
    }
    if (!length) {
        return false;
    }
    uint32_t end = at + length;
    uint16_t last_class = class_index;
    while ((length = noun_at(scan, end, false, &last_class)) != 0) { // "a policeman guard"
        class_index = last_class;
        at = end;
        end += length;
    }
    uint32_t name = name_at(scan, end, true);
    if ((!name && !(article || owned)) || (!name && !ends_noun(scan, end)) ||
        is_genitive(scan, name ? name : end)) {
        return false;
    }
    *out = (person_told){.first = token,
                         .head = {at, end},
                         .class_index = class_index,
                         .one = roles & FRAME_ONE,
                         .introduced = name != 0,
                         .ordinal = ordinal};
    end = name ? name : behind_name(scan, end);
    out->last = behind_closing(scan, end, behind_age(scan, end));
    return true;
}

bool person_at(const sentence_scan *scan, uint32_t token, person_told *out) {
    return told_person(scan, token, out) || named_person(scan, token, out);
}

static bool is_verb(const sentence_scan *scan, uint32_t token) {
    return token < scan->sentence->last_token &&
           ((scan_grammar(scan, token) & (G_BE | G_HAVE | G_GET)) ||
            trigger_at(scan, token) != NONE);
}

static bool is_name_word(const sentence_scan *scan, uint32_t token) {
    return scan_capital(scan, token) && !scan_capitals(scan, token);
}

bool person_may_begin(const sentence_scan *scan, uint32_t token) {
    uint32_t begins = FRAME_ONE | FRAME_THE | FRAME_TWO | FRAME_THREE | FRAME_SINGLE;
    return scan_is_word(scan, token) &&
           ((scan_roles(scan, token) & begins) || is_name_word(scan, token) ||
            is_name_word(scan, token + 1) || (scan_grammar(scan, token) & G_POSSESSIVE));
}

static uint32_t behind_number(const sentence_scan *scan, uint32_t token) {
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *all = &scan->mentions->quantities[i];
        token = all->first_token == token ? all->last_token : token;
    }
    return token;
}

// "one of them", "one of the guards", "one of the two guards": the tokens behind "of". @return the
// token behind them
static uint32_t behind_those(const sentence_scan *scan, uint32_t token, uint16_t *class_index) {
    uint32_t grammar = scan_grammar(scan, token);
    bool those = grammar & (G_PRONOUN | G_RELATIVE);
    bool definite = (scan_roles(scan, token) & FRAME_THE) || (grammar & G_POSSESSIVE);
    if (those && !(grammar & G_DETERMINER)) {
        return token + 1;
    }
    uint32_t noun = behind_number(scan, token + 1);
    uint32_t length = definite ? noun_at(scan, noun, true, class_index) : 0;
    return length ? noun + length : 0;
}

static uint32_t one_of_those(const sentence_scan *scan, uint32_t token, person_told *out) {
    if (!(scan_roles(scan, token) & FRAME_SINGLE) ||
        !(scan_grammar(scan, (int64_t)token + 1) & G_OF)) {
        return 0;
    }
    *out = (person_told){.first = token, .head = {token + 1, token + 1}};
    out->last = behind_those(scan, token + 2, &out->class_index);
    return out->last ? 1 : 0;
}

uint32_t known_few_at(const sentence_scan *scan, uint32_t token, person_told *out) {
    if (one_of_those(scan, token, out)) {
        return 1;
    }
    bool definite = scan_roles(scan, token) & FRAME_THE;
    uint32_t roles = scan_roles(scan, token + definite);
    uint32_t count = roles & FRAME_TWO ? 2 : roles & FRAME_THREE ? 3 : 0;
    bool alone = scan_grammar(scan, token) & G_DETERMINER; // "both", but "the pair"
    if (!count || !(definite || alone)) {
        return 0;
    }
    uint32_t noun = token + definite + 1;
    *out = (person_told){.first = token, .head = {noun, noun}};
    if (!definite && (scan_grammar(scan, noun) & G_OF)) { // "both of the guards"
        out->last = behind_those(scan, noun + 1, &out->class_index);
        return out->last ? count : 0;
    }
    for (uint32_t at = noun; alone && at < noun + 3; at++) {
        if (scan_grammar(scan, at) & G_CONJUNCTION) {
            return 0; // "both confirmed and probable deaths"
        }
    }
    *out = (person_told){.first = token, .head = {noun, noun}, .last = noun};
    uint32_t length = definite ? 0 : noun_at(scan, noun, true, &out->class_index);
    out->head.last = out->last = noun + length;
    bool behind_verb = token > scan->sentence->first_token &&
                       trigger_at(scan, token - 1) != NONE && ends_noun(scan, out->last);
    return behind_verb || is_verb(scan, out->last) ? count : 0;
}
