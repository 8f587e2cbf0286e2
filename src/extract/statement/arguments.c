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
    PHRASE_ENDS = G_RELATIVE | G_SUBORDINATE,
    LEADS_IN = G_DETERMINER | G_POSSESSIVE | G_PREPOSITION | G_CONJUNCTION | G_OF | G_BY |
               G_FROM | G_TO | G_ADVERB | G_INCLUDING,
};

// "September 21, 2023", "Yevlakh, Azerbaijan,", "the minister, Ann Lee, resigned": a comma that
// ends nothing.
static bool comma_goes_on(const sentence_scan *scan, uint32_t comma) {
    uint32_t behind = comma + 1;
    if (!scan_in(scan, behind)) {
        return false;
    }
    if (scan_is_time(scan, behind)) {
        while (scan_is_time(scan, behind)) {
            behind++;
        }
        return !scan_owns(scan, behind) && !scan_owns(scan, (int64_t)behind - 1);
    }
    while (scan_capital(scan, behind)) {
        behind++;
    }
    char mark = scan_mark_at(scan, behind);
    return behind > comma + 1 && behind <= comma + 1 + MOST_NAME &&
           (mark == ',' || mark == '.');
}

// Whether a mark ends the clause.
static bool mark_ends(const sentence_scan *scan, uint32_t token) {
    switch (scan_mark_at(scan, token)) {
    case '.':
        return !scan_in(scan, (int64_t)token + 1) || !scan_joined(scan, token + 1);
    case ';':
    case ':':
    case '?':
    case '!':
        return true;
    case ',':
        return !comma_goes_on(scan, token);
    case '-':
        return !scan_joined(scan, token);
    default:
        return false;
    }
}

static bool word_ends(const sentence_scan *scan, uint32_t token) {
    uint32_t grammar = scan_grammar(scan, token);
    if (grammar & G_CONJUNCTION) {
        bool verb = scan_in(scan, (int64_t)token + 1) && ends_phrase(scan, token + 1);
        return verb || (grammar & G_SUBORDINATE);
    }
    if ((grammar & G_PRONOUN) && scan_in(scan, (int64_t)token + 1) &&
        ends_phrase(scan, token + 1)) {
        return true; // "the attack it launched"
    }
    bool noun = scan_grammar(scan, (int64_t)token - 1) & (G_DETERMINER | G_POSSESSIVE);
    return (grammar & (G_RELATIVE | G_SUBORDINATE)) || (token_is_verbal(scan, token) && !noun);
}

uint32_t clause_end(const sentence_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    uint32_t limit = token + MOST_CLAUSE < last ? token + MOST_CLAUSE : last;
    while (token < limit) {
        if (!scan_is_time(scan, token) && (mark_ends(scan, token) || word_ends(scan, token))) {
            break;
        }
        token++;
    }
    return token;
}

xc_span phrase_trim(const sentence_scan *scan, xc_span phrase) {
    while (phrase.first < phrase.last &&
           ((scan_grammar(scan, phrase.first) & LEADS_IN) ||
            scan_token_at(scan, phrase.first)->kind == XC_TOKEN_PUNCTUATION)) {
        phrase.first++;
    }
    while (phrase.first < phrase.last &&
           ((scan_grammar(scan, (int64_t)phrase.last - 1) &
             (G_PREPOSITION | G_CONJUNCTION | G_ADVERB | G_POSSESSIVE)) ||
            scan_token_at(scan, phrase.last - 1)->kind == XC_TOKEN_PUNCTUATION)) {
        phrase.last--;
    }
    return phrase;
}

// Whether a noun phrase that is walked backwards goes on over the token.
static bool in_subject(const sentence_scan *scan, uint32_t token) {
    uint32_t grammar = scan_grammar(scan, token);
    if (scan_is_time(scan, token)) {
        return false;
    }
    char mark = scan_mark_at(scan, token);
    if (scan_token_at(scan, token)->kind == XC_TOKEN_PUNCTUATION) {
        return (mark == '-' || mark == '\'' || mark == '.') && scan_joined(scan, token);
    }
    return !(grammar & PHRASE_ENDS) && !ends_phrase(scan, token);
}

// ", an adviser in Baku,": the token before the insertion that ends before `token`.
static int64_t before_insertion(const sentence_scan *scan, int64_t token) {
    char mark = scan_mark_at(scan, token);
    char open = mark == ')' ? '(' : mark;
    if (mark != ',' && mark != ')' && (mark != '-' || scan_joined(scan, (uint32_t)token))) {
        return token;
    }
    for (int64_t i = token - 1; i >= token - MOST_INSERTED && scan_in(scan, i); i--) {
        if (scan_mark_at(scan, i) == open) {
            return i - 1;
        }
    }
    return token;
}

// "on Saturday accused": the token before a time that stands before a verb.
static int64_t before_time(const sentence_scan *scan, int64_t token) {
    int64_t before = token;
    while (scan_in(scan, before) && scan_is_time(scan, (uint32_t)before)) {
        before--;
    }
    while (before < token && (scan_grammar(scan, before) & (G_PREPOSITION | G_ADVERB))) {
        before--;
    }
    return before;
}

// "part of the kingdom but for decades": what follows the conjunction is no subject, and what
// stands before it belongs to another verb.
static xc_span own_part(const sentence_scan *scan, xc_span phrase) {
    for (uint32_t token = phrase.last; token-- > phrase.first;) {
        if ((scan_grammar(scan, token) & G_CONJUNCTION) && token + 1 < phrase.last &&
            (scan_grammar(scan, (int64_t)token + 1) & (G_PREPOSITION | G_FROM))) {
            return (xc_span){phrase.last, phrase.last};
        }
    }
    return phrase;
}

// "In Geneva the ministers": without the phrase that leads in.
static xc_span without_lead(const sentence_scan *scan, xc_span phrase) {
    if (!(scan_grammar(scan, phrase.first) & (G_PREPOSITION | G_FROM))) {
        return phrase;
    }
    for (uint32_t token = phrase.first + 2; token < phrase.last; token++) {
        if ((scan_grammar(scan, token) & G_DETERMINER) &&
            !(scan_grammar(scan, (int64_t)token - 1) &
              (G_PREPOSITION | G_OF | G_CONJUNCTION | G_BY | G_FROM))) {
            return (xc_span){token, phrase.last};
        }
    }
    return phrase;
}

xc_span clause_subject(const sentence_scan *scan, uint32_t verb) {
    int64_t token = before_insertion(scan, before_time(scan, (int64_t)verb - 1));
    if ((scan_grammar(scan, token) & G_RELATIVE) &&
        !(scan_grammar(scan, token) & G_POSSESSIVE)) {
        token--; // "the group, which"
        token -= scan_mark_at(scan, token) == ',' ? 1 : 0;
    }
    uint32_t last = scan_in(scan, token) ? (uint32_t)token + 1 : verb;
    uint32_t first = last;
    while (first > scan->sentence->first_token && last - first < MOST_SUBJECT &&
           in_subject(scan, first - 1)) {
        first--;
    }
    return phrase_trim(scan, without_lead(scan, own_part(scan, (xc_span){first, last})));
}

xc_span main_subject(const sentence_scan *scan, uint32_t verb) {
    uint32_t token = scan->sentence->first_token;
    while (token < verb && !ends_phrase(scan, token)) {
        token++;
    }
    return token < verb ? clause_subject(scan, token) : (xc_span){verb, verb};
}

static bool in_object(const sentence_scan *scan, uint32_t token) {
    uint32_t grammar = scan_grammar(scan, token);
    if (scan_is_time(scan, token)) {
        return false;
    }
    if (scan_token_at(scan, token)->kind == XC_TOKEN_PUNCTUATION) {
        return scan_joined(scan, token) && !mark_ends(scan, token);
    }
    bool phrase = (grammar & (G_PREPOSITION | G_TO | G_BY | G_FROM)) && !(grammar & G_OF);
    return !phrase && !ends_phrase(scan, token);
}

xc_span clause_object(const sentence_scan *scan, uint32_t token, uint32_t end, bool far) {
    enum {
        LEADS_NEAR = G_DETERMINER | G_POSSESSIVE | G_ADVERB,
    };
    uint32_t leads = far ? LEADS_IN : LEADS_NEAR;
    while (token < end && (scan_mark_at(scan, token) == '"' || scan_is_time(scan, token) ||
                           ((scan_grammar(scan, token) & leads) &&
                            !(scan_grammar(scan, token) & ~leads & G_PREPOSITION)))) {
        token++;
    }
    xc_span object = {token, token};
    while (object.last < end && object.last - token < MOST_OBJECT &&
           in_object(scan, object.last)) {
        object.last++;
    }
    return phrase_trim(scan, object);
}

xc_span clause_agent(const sentence_scan *scan, uint32_t token, uint32_t end) {
    for (; token < end; token++) {
        if (scan_grammar(scan, token) & G_BY) {
            return clause_object(scan, token + 1, end, true);
        }
    }
    return (xc_span){end, end};
}
