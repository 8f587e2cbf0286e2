// SPDX-License-Identifier: MIT
// The clause around a verb or noun: subject, object, agent, time, end. Told by closed words and
// marks alone; there is no parser.
#include "extract/statement/statement.h"

enum {
    MOST_CLAUSE = 32, // tokens of a clause behind its verb
    MOST_SUBJECT = 16,
    MOST_OBJECT = 14,
    MOST_INSERTED = 24, // tokens between the commas of an insertion
    MOST_NAME = 4,
    PHRASE_ENDS = XC_G_RELATIVE | XC_G_SUBORDINATE,
    LEADS_IN = XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_PREPOSITION | XC_G_CONJUNCTION |
               XC_G_OF | XC_G_BY | XC_G_FROM | XC_G_TO | XC_G_ADVERB | XC_G_INCLUDING,
};

// "September 21, 2023", "Yevlakh, Azerbaijan,", "the minister, Ann Lee, resigned": a comma that
// ends nothing.
static bool comma_goes_on(const xc_scan *scan, uint32_t comma) {
    uint32_t behind = comma + 1;
    if (!xc_scan_in(scan, behind)) {
        return false;
    }
    if (xc_scan_in_time(scan, scan->sentence_index, behind)) {
        while (xc_scan_in_time(scan, scan->sentence_index, behind)) {
            behind++;
        }
        return !xc_scan_owns(scan, behind) && !xc_scan_owns(scan, (int64_t)behind - 1);
    }
    while (xc_scan_capital(scan, behind)) {
        behind++;
    }
    char mark = xc_scan_mark(scan, behind);
    return behind > comma + 1 && behind <= comma + 1 + MOST_NAME &&
           (mark == ',' || mark == '.');
}

// Whether a mark ends the clause.
static bool mark_ends(const xc_scan *scan, uint32_t token) {
    switch (xc_scan_mark(scan, token)) {
    case '.':
        return !xc_scan_in(scan, (int64_t)token + 1) || !xc_scan_joined(scan, token + 1);
    case ';':
    case ':':
    case '?':
    case '!':
        return true;
    case ',':
        return !comma_goes_on(scan, token);
    case '-':
        return !xc_scan_joined(scan, token);
    default:
        return false;
    }
}

static bool word_ends(const xc_scan *scan, uint32_t token) {
    uint32_t grammar = xc_scan_grammar(scan, token);
    if (grammar & XC_G_CONJUNCTION) {
        bool verb = xc_scan_in(scan, (int64_t)token + 1) && xc_ends_phrase(scan, token + 1);
        return verb || (grammar & XC_G_SUBORDINATE);
    }
    if ((grammar & XC_G_PRONOUN) && xc_scan_in(scan, (int64_t)token + 1) &&
        xc_ends_phrase(scan, token + 1)) {
        return true; // "the attack it launched"
    }
    bool noun = xc_scan_grammar(scan, (int64_t)token - 1) & (XC_G_DETERMINER | XC_G_POSSESSIVE);
    return (grammar & (XC_G_RELATIVE | XC_G_SUBORDINATE)) ||
           (xc_token_is_verbal(scan, token) && !noun);
}

uint32_t xc_clause_end(const xc_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    uint32_t limit = token + MOST_CLAUSE < last ? token + MOST_CLAUSE : last;
    while (token < limit) {
        if (!xc_scan_in_time(scan, scan->sentence_index, token) &&
            (mark_ends(scan, token) || word_ends(scan, token))) {
            break;
        }
        token++;
    }
    return token;
}

xc_span xc_phrase_trim(const xc_scan *scan, xc_span phrase) {
    while (phrase.first < phrase.last &&
           ((xc_scan_grammar(scan, phrase.first) & LEADS_IN) ||
            xc_scan_token(scan, phrase.first)->kind == XC_TOKEN_PUNCTUATION)) {
        phrase.first++;
    }
    while (phrase.first < phrase.last &&
           ((xc_scan_grammar(scan, (int64_t)phrase.last - 1) &
             (XC_G_PREPOSITION | XC_G_CONJUNCTION | XC_G_ADVERB | XC_G_POSSESSIVE)) ||
            xc_scan_token(scan, phrase.last - 1)->kind == XC_TOKEN_PUNCTUATION)) {
        phrase.last--;
    }
    return phrase;
}

// Whether a noun phrase that is walked backwards goes on over the token.
static bool in_subject(const xc_scan *scan, uint32_t token) {
    uint32_t grammar = xc_scan_grammar(scan, token);
    if (xc_scan_in_time(scan, scan->sentence_index, token)) {
        return false;
    }
    char mark = xc_scan_mark(scan, token);
    if (xc_scan_token(scan, token)->kind == XC_TOKEN_PUNCTUATION) {
        return (mark == '-' || mark == '\'' || mark == '.') && xc_scan_joined(scan, token);
    }
    return !(grammar & PHRASE_ENDS) && !xc_ends_phrase(scan, token);
}

// ", an adviser in Baku,": the token before the insertion that ends before `token`.
static int64_t before_insertion(const xc_scan *scan, int64_t token) {
    char mark = xc_scan_mark(scan, token);
    char open = mark == ')' ? '(' : mark;
    if (mark != ',' && mark != ')' && (mark != '-' || xc_scan_joined(scan, (uint32_t)token))) {
        return token;
    }
    for (int64_t i = token - 1; i >= token - MOST_INSERTED && xc_scan_in(scan, i); i--) {
        if (xc_scan_mark(scan, i) == open) {
            return i - 1;
        }
    }
    return token;
}

// "on Saturday accused": the token before a time that stands before a verb.
static int64_t before_time(const xc_scan *scan, int64_t token) {
    int64_t before = token;
    while (xc_scan_in(scan, before) &&
           xc_scan_in_time(scan, scan->sentence_index, (uint32_t)before)) {
        before--;
    }
    while (before < token &&
           (xc_scan_grammar(scan, before) & (XC_G_PREPOSITION | XC_G_ADVERB))) {
        before--;
    }
    return before;
}

// "part of the kingdom but for decades": what follows the conjunction is no subject, and what
// stands before it belongs to another verb.
static xc_span own_part(const xc_scan *scan, xc_span phrase) {
    for (uint32_t token = phrase.last; token-- > phrase.first;) {
        if ((xc_scan_grammar(scan, token) & XC_G_CONJUNCTION) && token + 1 < phrase.last &&
            (xc_scan_grammar(scan, (int64_t)token + 1) & (XC_G_PREPOSITION | XC_G_FROM))) {
            return (xc_span){phrase.last, phrase.last};
        }
    }
    return phrase;
}

// "In Geneva the ministers": without the phrase that leads in.
static xc_span without_lead(const xc_scan *scan, xc_span phrase) {
    if (!(xc_scan_grammar(scan, phrase.first) & (XC_G_PREPOSITION | XC_G_FROM))) {
        return phrase;
    }
    for (uint32_t token = phrase.first + 2; token < phrase.last; token++) {
        if ((xc_scan_grammar(scan, token) & XC_G_DETERMINER) &&
            !(xc_scan_grammar(scan, (int64_t)token - 1) &
              (XC_G_PREPOSITION | XC_G_OF | XC_G_CONJUNCTION | XC_G_BY | XC_G_FROM))) {
            return (xc_span){token, phrase.last};
        }
    }
    return phrase;
}

xc_span xc_clause_subject(const xc_scan *scan, uint32_t verb) {
    int64_t token = before_insertion(scan, before_time(scan, (int64_t)verb - 1));
    if ((xc_scan_grammar(scan, token) & XC_G_RELATIVE) &&
        !(xc_scan_grammar(scan, token) & XC_G_POSSESSIVE)) {
        token--; // "the group, which"
        token -= xc_scan_mark(scan, token) == ',' ? 1 : 0;
    }
    uint32_t last = xc_scan_in(scan, token) ? (uint32_t)token + 1 : verb;
    uint32_t first = last;
    while (first > scan->sentence->first_token && last - first < MOST_SUBJECT &&
           in_subject(scan, first - 1)) {
        first--;
    }
    return xc_phrase_trim(scan, without_lead(scan, own_part(scan, (xc_span){first, last})));
}

xc_span xc_main_subject(const xc_scan *scan, uint32_t verb) {
    uint32_t token = scan->sentence->first_token;
    while (token < verb && !xc_ends_phrase(scan, token)) {
        token++;
    }
    return token < verb ? xc_clause_subject(scan, token) : (xc_span){verb, verb};
}

static bool in_object(const xc_scan *scan, uint32_t token) {
    uint32_t grammar = xc_scan_grammar(scan, token);
    if (xc_scan_in_time(scan, scan->sentence_index, token)) {
        return false;
    }
    if (xc_scan_token(scan, token)->kind == XC_TOKEN_PUNCTUATION) {
        return xc_scan_joined(scan, token) && !mark_ends(scan, token);
    }
    bool phrase =
        (grammar & (XC_G_PREPOSITION | XC_G_TO | XC_G_BY | XC_G_FROM)) && !(grammar & XC_G_OF);
    return !phrase && !xc_ends_phrase(scan, token);
}

xc_span xc_clause_object(const xc_scan *scan, uint32_t token, uint32_t end, bool far) {
    enum {
        LEADS_NEAR = XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_ADVERB,
    };
    uint32_t leads = far ? LEADS_IN : LEADS_NEAR;
    while (token < end && (xc_scan_mark(scan, token) == '"' ||
                           xc_scan_in_time(scan, scan->sentence_index, token) ||
                           ((xc_scan_grammar(scan, token) & leads) &&
                            !(xc_scan_grammar(scan, token) & ~leads & XC_G_PREPOSITION)))) {
        token++;
    }
    xc_span object = {token, token};
    while (object.last < end && object.last - token < MOST_OBJECT &&
           in_object(scan, object.last)) {
        object.last++;
    }
    return xc_phrase_trim(scan, object);
}

xc_span xc_clause_agent(const xc_scan *scan, uint32_t token, uint32_t end) {
    for (; token < end; token++) {
        if (xc_scan_grammar(scan, token) & XC_G_BY) {
            return xc_clause_object(scan, token + 1, end, true);
        }
    }
    return (xc_span){end, end};
}
