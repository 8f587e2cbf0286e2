// SPDX-License-Identifier: MIT
// Whether a word of a statement is a verb or a noun where it stands. Told by the words beside
// it.
#include "extract/statement/statement.h"

enum {
    MOST_BEFORE = 4, // words before a noun that may belong to it
    FINITE_FORMS = 1u << XC_FORM_PAST | 1u << XC_FORM_PRESENT,
    MAY_BE_NOUNS = XC_NOUN_FORMS | 1u << XC_FORM_BASE | 1u << XC_FORM_PRESENT,
    NEVER_SUBJECT = XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_OF,
    DO_VERBS = XC_G_DO | XC_G_TO | XC_G_MODAL_PREDICTED | XC_G_MODAL_CONDITIONAL,
    BE_VERBS = XC_G_BE | XC_G_HAVE | XC_G_GET,
};

bool xc_scan_in(const xc_scan *scan, int64_t token) {
    return token >= scan->sentence->first_token && token < scan->sentence->last_token;
}

bool xc_scan_capital(const xc_scan *scan, int64_t token) {
    return xc_scan_in(scan, token) &&
           xc_scan_token(scan, (uint32_t)token)->kind == XC_TOKEN_WORD &&
           (xc_scan_token(scan, (uint32_t)token)->flags & XC_TOKEN_CAPITAL);
}

bool xc_scan_joined(const xc_scan *scan, int64_t token) {
    return xc_scan_in(scan, token) &&
           !(xc_scan_token(scan, (uint32_t)token)->flags & XC_TOKEN_SPACE_BEFORE);
}

bool xc_scan_owns(const xc_scan *scan, int64_t token) {
    return xc_scan_joined(scan, token) &&
           (xc_scan_grammar(scan, token) & (XC_G_POSSESSIVE | XC_G_BE)) &&
           xc_scan_token(scan, (uint32_t)token)->kind == XC_TOKEN_WORD;
}

static bool is_kind(const xc_scan *scan, int64_t token, xc_token_kind kind) {
    return xc_scan_in(scan, token) &&
           xc_scan_token(scan, (uint32_t)token)->kind == (uint8_t)kind;
}

// A determiner, possessive, preposition, time or number before it makes a word a noun.
bool xc_stands_as_noun(const xc_scan *scan, uint32_t first, uint32_t last) {
    if (xc_scan_grammar(scan, last) & XC_G_OF) {
        return true;
    }
    int64_t token = (int64_t)first - 1;
    for (int i = 0; i < MOST_BEFORE && xc_scan_in(scan, token); i++, token--) {
        uint32_t grammar = xc_scan_grammar(scan, token);
        bool pronoun = (grammar & XC_G_PRONOUN) && !(grammar & XC_G_DETERMINER);
        bool lead = (grammar & (NEVER_SUBJECT | XC_G_BY | XC_G_FROM)) ||
                    ((grammar & XC_G_PREPOSITION) && !(grammar & XC_G_TO));
        if ((lead && !pronoun) || is_kind(scan, token, XC_TOKEN_NUMBER) ||
            xc_scan_owns(scan, token) ||
            xc_scan_in_time(scan, scan->sentence_index, (uint32_t)token)) {
            return true;
        }
        if (pronoun || (grammar & (XC_G_TO | XC_G_RELATIVE | XC_G_SUBORDINATE)) ||
            xc_token_is_verbal(scan, (uint32_t)token) ||
            is_kind(scan, token, XC_TOKEN_PUNCTUATION) ||
            (xc_scan_capital(scan, token) && xc_scan_in(scan, token - 1))) {
            return false;
        }
    }
    return !xc_scan_in(scan, token);
}

// "displaced by the storm": a participle that tells of the noun before it.
static bool is_participle(const xc_scan *scan, uint32_t behind) {
    return xc_scan_grammar(scan, behind) & XC_G_BY;
}

static unsigned starts_of(const xc_scan *scan, uint32_t token) {
    return xc_starts_of(scan->language, xc_scan_token(scan, token)->word);
}

// "Reports of", "the report": a reporting verb that is a noun, or a piece of a name.
static bool is_report_noun(const xc_scan *scan, uint32_t token) {
    uint32_t grammar = xc_scan_grammar(scan, token) & XC_G_VERBAL;
    bool past = starts_of(scan, token) & XC_STARTS_PAST;
    bool name = xc_scan_capital(scan, token) && xc_scan_capital(scan, (int64_t)token - 1);
    return grammar == XC_G_REPORT && !past &&
           (name || xc_stands_as_noun(scan, token, token + 1));
}

// The word of a statement or of a count that begins at the token, or NULL.
static const xc_occurrence *rule_word(const xc_scan *scan, uint32_t token) {
    const xc_occurrence *said = xc_saying_at(scan, token);
    int trigger = said ? XC_NONE : xc_trigger_at(scan, token);
    return trigger == XC_NONE ? said : &scan->triggers[trigger];
}

bool xc_ends_phrase(const xc_scan *scan, uint32_t token) {
    if (xc_token_is_verbal(scan, token)) {
        return !xc_scan_owns(scan, token) && !is_report_noun(scan, token);
    }
    unsigned starts = starts_of(scan, token);
    const xc_occurrence *word = starts ? rule_word(scan, token) : NULL;
    uint32_t last = word ? word->last : token + 1;
    bool finite = word && xc_trigger_has_form(scan, word, FINITE_FORMS);
    bool past =
        (starts & XC_STARTS_PAST) || (finite && !xc_trigger_has_form(scan, word, MAY_BE_NOUNS));
    if (past) { // but "the armed men", "its disputed region"
        bool tells = xc_scan_grammar(scan, (int64_t)token - 1) & NEVER_SUBJECT;
        return !tells && !is_participle(scan, last);
    }
    return (finite || (starts & XC_STARTS_PRESENT)) && !is_participle(scan, last) &&
           !xc_stands_as_noun(scan, token, last);
}

// "in the disputed region", "of recognised principles": it tells of the noun behind it.
static bool is_attributive(const xc_saying *s) {
    const xc_scan *scan = s->scan;
    int64_t token = (int64_t)s->verbs.first - 1;
    if ((xc_scan_grammar(scan, token) & XC_G_CONJUNCTION) &&
        (xc_scan_grammar(scan, token - 2) & XC_G_DETERMINER)) {
        token -= 2; // "the mountainous and disputed region"
    }
    uint32_t grammar = xc_scan_grammar(scan, token);
    bool phrase = (grammar & (XC_G_PREPOSITION | XC_G_BY | XC_G_FROM)) &&
                  !(grammar & (XC_G_SUBORDINATE | XC_G_TO));
    return (phrase || (grammar & NEVER_SUBJECT) || xc_scan_owns(scan, token)) &&
           !(grammar & (XC_G_RELATIVE | XC_G_PRONOUN));
}

static uint32_t auxiliaries(const xc_saying *s) {
    uint32_t grammar = 0;
    for (uint32_t token = s->verbs.first; token < s->word->first; token++) {
        grammar |= xc_scan_owns(s->scan, token) ? 0 : xc_scan_grammar(s->scan, token);
    }
    return grammar;
}

// What may begin an object: "the harbour", "Gaza", "12 villages".
static bool begins_object(const xc_scan *scan, uint32_t token) {
    uint32_t grammar = xc_scan_grammar(scan, token);
    return (grammar & (XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_PRONOUN)) ||
           xc_scan_capital(scan, token) || is_kind(scan, token, XC_TOKEN_NUMBER) ||
           xc_scan_mark(scan, token) == '"';
}

// A form without auxiliary that may as well be a noun: "attacks", "guarantee".
static bool is_bare_verb(const xc_saying *s) {
    const xc_scan *scan = s->scan;
    uint32_t behind = s->word->last;
    bool phrase = s->word->last - s->word->first > 1;
    if (xc_scan_grammar(scan, (int64_t)s->word->first - 1) & XC_G_CONJUNCTION) {
        return false; // "to allow inspections or sign"
    }
    uint32_t grammar = xc_scan_grammar(scan, behind);
    if (!phrase && ((grammar & (XC_G_OF | XC_G_CONJUNCTION)) ||
                    is_kind(scan, behind, XC_TOKEN_PUNCTUATION))) {
        return xc_scan_mark(scan, behind) == '"' || !xc_scan_in(scan, behind);
    }
    bool base = !(s->forms & 1u << XC_FORM_PRESENT);
    bool plain = is_kind(scan, behind, XC_TOKEN_WORD) && !xc_scan_grammar(scan, behind) &&
                 !xc_ends_phrase(scan, behind);
    if (phrase || begins_object(scan, behind) || (!base && plain)) {
        return !(xc_scan_grammar(scan, (int64_t)s->word->first - 1) & NEVER_SUBJECT);
    }
    return !base && !xc_stands_as_noun(scan, s->word->first, behind);
}

// "after launching", ", killing", "by signing", "is preparing".
static bool is_gerund(const xc_saying *s, uint32_t aux) {
    const xc_scan *scan = s->scan;
    uint32_t before = xc_scan_grammar(scan, (int64_t)s->word->first - 1);
    uint32_t behind = xc_scan_grammar(scan, s->word->last);
    if (aux & XC_G_BE) {
        return true;
    }
    bool noun = (s->forms & XC_NOUN_FORMS) &&
                (behind & (XC_G_PREPOSITION | XC_G_OF | XC_G_FROM | XC_G_BY));
    return !noun && (xc_scan_mark(scan, (int64_t)s->word->first - 1) == ',' ||
                     ((before & (XC_G_PREPOSITION | XC_G_SUBORDINATE | XC_G_BY)) &&
                      !(before & XC_G_OF)));
}

bool xc_is_said(const xc_saying *s) {
    const xc_scan *scan = s->scan;
    uint32_t aux = auxiliaries(s);
    bool past = s->forms & (1u << XC_FORM_PAST | 1u << XC_FORM_PARTICIPLE);
    if (!(s->forms & XC_VERB_FORMS) ||
        (xc_scan_owns(scan, (int64_t)s->word->first - 1) && !past)) {
        return false;
    }
    if (s->forms & 1u << XC_FORM_GERUND) {
        return is_gerund(s, aux);
    }
    if (aux & (DO_VERBS | BE_VERBS)) {
        return past || (s->forms & 1u << XC_FORM_BASE && (aux & DO_VERBS));
    }
    if (past) {
        return !is_attributive(s);
    }
    return is_bare_verb(s);
}
