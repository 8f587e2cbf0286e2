// SPDX-License-Identifier: MIT
// The clause around a verb or noun: subject, object, agent, time, end. Told by closed words and
// marks alone; there is no parser.
#include "statement.h"

enum {
    MOST_CLAUSE = 32, // tokens of a clause behind its verb
    MOST_SUBJECT = 16,
    MOST_OBJECT = 14,
    MOST_INSERTED = 24, // tokens between the commas of an insertion
    MOST_LEAD = 6,      // tokens before a time that leads its sentence
    PHRASE_ENDS = XC_G_RELATIVE | XC_G_SUBORDINATE | XC_G_REPORT | XC_G_BE | XC_G_HAVE |
                  XC_G_DO | XC_G_GET | XC_G_MODAL_PREDICTED | XC_G_MODAL_CONDITIONAL,
    LEADS_IN = XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_PREPOSITION | XC_G_CONJUNCTION |
               XC_G_OF | XC_G_BY | XC_G_FROM | XC_G_TO | XC_G_ADVERB | XC_G_INCLUDING,
};

const xc_occurrence *xc_saying_at(const xc_scan *scan, uint32_t token) {
    for (size_t i = 0; i < scan->saying_count; i++) {
        if (scan->sayings[i].first == token) {
            return &scan->sayings[i];
        }
    }
    return NULL;
}

static bool is_in(const xc_scan *scan, int64_t token) {
    return token >= scan->sentence->first_token && token < scan->sentence->last_token;
}

static bool has_capital(const xc_scan *scan, int64_t token) {
    return is_in(scan, token) && xc_scan_token(scan, (uint32_t)token)->kind == XC_TOKEN_WORD &&
           (xc_scan_token(scan, (uint32_t)token)->flags & XC_TOKEN_CAPITAL);
}

// A determiner, possessive, preposition or number before it makes a word a noun.
bool xc_stands_as_noun(const xc_scan *scan, const xc_occurrence *word) {
    enum { NOUN_LEADS = XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_OF | XC_G_BY | XC_G_FROM };
    int64_t token = (int64_t)word->first - 1;
    for (int i = 0; i < 4 && is_in(scan, token); i++, token--) {
        uint32_t grammar = xc_scan_grammar(scan, token);
        bool time = xc_scan_in_time(scan, scan->sentence_index, (uint32_t)token);
        bool lead =
            (grammar & NOUN_LEADS) || ((grammar & XC_G_PREPOSITION) && !(grammar & XC_G_TO));
        if (time || (lead && !(grammar & XC_G_PRONOUN)) ||
            xc_scan_token(scan, (uint32_t)token)->kind == XC_TOKEN_NUMBER) {
            return true;
        }
        if ((grammar & (PHRASE_ENDS | XC_G_TO | XC_G_PRONOUN | XC_G_CONJUNCTION)) ||
            xc_scan_token(scan, (uint32_t)token)->kind == XC_TOKEN_PUNCTUATION ||
            has_capital(scan, token)) {
            return false;
        }
    }
    return !is_in(scan, token);
}

static bool is_verb(const xc_scan *scan, uint32_t token) {
    const xc_occurrence *word = xc_saying_at(scan, token);
    bool finite = word &&
                  xc_trigger_has_form(scan, word, 1u << XC_FORM_PAST | 1u << XC_FORM_PRESENT) &&
                  !xc_stands_as_noun(scan, word);
    return finite || xc_token_is_verbal(scan, token) || xc_token_is_verb_trigger(scan, token);
}

static bool is_joined(const xc_scan *scan, uint32_t token) {
    return !(xc_scan_token(scan, token)->flags & XC_TOKEN_SPACE_BEFORE);
}

// "September 21, 2023", "Yevlakh, Azerbaijan,": a comma that ends nothing.
static bool comma_goes_on(const xc_scan *scan, uint32_t comma) {
    uint32_t next = comma + 1;
    if (!is_in(scan, next)) {
        return false;
    }
    if (xc_scan_in_time(scan, scan->sentence_index, next)) {
        return true;
    }
    uint32_t behind = next;
    while (has_capital(scan, behind)) {
        behind++;
    }
    bool place = behind > next && behind - next <= 3 && has_capital(scan, (int64_t)comma - 1);
    return place && (xc_scan_mark(scan, behind) == ',' || xc_scan_mark(scan, behind) == '.');
}

// Whether a mark ends the clause.
static bool mark_ends(const xc_scan *scan, uint32_t token) {
    switch (xc_scan_mark(scan, token)) {
    case '.':
        return !is_in(scan, (int64_t)token + 1) || !is_joined(scan, token + 1);
    case ';':
    case ':':
    case '?':
    case '!':
        return true;
    case ',':
        return !comma_goes_on(scan, token);
    case '-':
        return !is_joined(scan, token);
    default:
        return false;
    }
}

static bool word_ends(const xc_scan *scan, uint32_t token) {
    uint32_t grammar = xc_scan_grammar(scan, token);
    if (grammar & XC_G_CONJUNCTION) {
        bool verb = is_in(scan, (int64_t)token + 1) && is_verb(scan, token + 1);
        return verb || (grammar & XC_G_SUBORDINATE);
    }
    if ((grammar & XC_G_PRONOUN) && is_in(scan, (int64_t)token + 1) &&
        is_verb(scan, token + 1)) {
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
        return (mark == '-' || mark == '\'' || mark == '.') && is_joined(scan, token);
    }
    return !(grammar & PHRASE_ENDS) && !is_verb(scan, token);
}

// ", an adviser in Baku,": the token before the insertion that ends before `token`.
static int64_t before_insertion(const xc_scan *scan, int64_t token) {
    char mark = xc_scan_mark(scan, token);
    char open = mark == ')' ? '(' : mark;
    if (mark != ',' && mark != ')' && (mark != '-' || is_joined(scan, (uint32_t)token))) {
        return token;
    }
    for (int64_t i = token - 1; i >= token - MOST_INSERTED && is_in(scan, i); i--) {
        if (xc_scan_mark(scan, i) == open) {
            return i - 1;
        }
    }
    return token;
}

xc_span xc_clause_subject(const xc_scan *scan, uint32_t verb) {
    int64_t token = before_insertion(scan, (int64_t)verb - 1);
    if (is_in(scan, token) && (xc_scan_grammar(scan, token) & XC_G_RELATIVE) &&
        !(xc_scan_grammar(scan, token) & XC_G_POSSESSIVE)) {
        token--; // "the group, which"
        token -= xc_scan_mark(scan, token) == ',' ? 1 : 0;
    }
    uint32_t last = is_in(scan, token) ? (uint32_t)token + 1 : verb;
    uint32_t first = last;
    while (first > scan->sentence->first_token && last - first < MOST_SUBJECT &&
           in_subject(scan, first - 1)) {
        first--;
    }
    return xc_phrase_trim(scan, (xc_span){first, last});
}

xc_span xc_main_subject(const xc_scan *scan, uint32_t verb) {
    uint32_t token = scan->sentence->first_token;
    while (token < verb && !is_verb(scan, token)) {
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
        return is_joined(scan, token) && !mark_ends(scan, token);
    }
    bool phrase =
        (grammar & (XC_G_PREPOSITION | XC_G_TO | XC_G_BY | XC_G_FROM)) && !(grammar & XC_G_OF);
    return !phrase;
}

xc_span xc_clause_object(const xc_scan *scan, uint32_t token, uint32_t end) {
    while (token < end &&
           ((xc_scan_grammar(scan, token) & LEADS_IN) || xc_scan_mark(scan, token) == '"')) {
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
            return xc_clause_object(scan, token + 1, end);
        }
    }
    return (xc_span){end, end};
}

const xc_time_mention *xc_clause_time(const xc_scan *scan, uint32_t first, uint32_t end) {
    const xc_time_mention *lead = NULL;
    xc_range range = xc_scan_times(scan, scan->sentence_index);
    for (size_t i = range.first; i < range.last; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        if (time->duration_only) {
            continue;
        }
        if (time->first_token >= first && time->first_token < end) {
            return time;
        }
        if (time->first_token <= scan->sentence->first_token + MOST_LEAD &&
            time->last_token <= first) {
            lead = time;
        }
    }
    return lead;
}
