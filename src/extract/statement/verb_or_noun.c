// SPDX-License-Identifier: MIT
// Whether a word of a statement is a verb or a noun where it stands. Told by the words beside
// it.
#include "extract/statement/statement.h"

enum {
    MOST_BEFORE = 4, // words before a noun that may belong to it
    FINITE_FORMS = 1u << FORM_PAST | 1u << FORM_PRESENT,
    MAY_BE_NOUNS = STATEMENT_NOUN_FORMS | 1u << FORM_BASE | 1u << FORM_PRESENT,
    NEVER_SUBJECT = G_DETERMINER | G_POSSESSIVE | G_OF,
    DO_VERBS = G_DO | G_TO | G_MODAL_PREDICTED | G_MODAL_CONDITIONAL,
    BE_VERBS = G_BE | G_HAVE | G_GET,
};

// A determiner, possessive, preposition, time or number before it makes a word a noun.
bool stands_as_noun(const sentence_scan *scan, uint32_t first, uint32_t last) {
    if (scan_grammar(scan, last) & G_OF) {
        return true;
    }
    int64_t token = (int64_t)first - 1;
    for (int i = 0; i < MOST_BEFORE && scan_in(scan, token); i++, token--) {
        uint32_t grammar = scan_grammar(scan, token);
        bool pronoun = (grammar & G_PRONOUN) && !(grammar & G_DETERMINER);
        bool lead = (grammar & (NEVER_SUBJECT | G_BY | G_FROM)) ||
                    ((grammar & G_PREPOSITION) && !(grammar & G_TO));
        if ((lead && !pronoun) || scan_is_kind(scan, token, XC_TOKEN_NUMBER) ||
            scan_owns(scan, token) || scan_is_time(scan, (uint32_t)token)) {
            return true;
        }
        if (pronoun || (grammar & (G_TO | G_RELATIVE | G_SUBORDINATE)) ||
            token_is_verbal(scan, (uint32_t)token) ||
            scan_is_kind(scan, token, XC_TOKEN_PUNCTUATION) ||
            (scan_capital(scan, token) && scan_in(scan, token - 1))) {
            return false;
        }
    }
    return !scan_in(scan, token);
}

// "displaced by the storm": a participle that tells of the noun before it.
static bool is_participle(const sentence_scan *scan, uint32_t behind) {
    return scan_grammar(scan, behind) & G_BY;
}

static unsigned starts_of(const sentence_scan *scan, uint32_t token) {
    return phrase_starts_of(scan->language, scan_token_at(scan, token)->word);
}

// "Reports of", "the report": a reporting verb that is a noun, or a piece of a name.
static bool is_report_noun(const sentence_scan *scan, uint32_t token) {
    uint32_t grammar = scan_grammar(scan, token) & G_VERBAL;
    bool past = starts_of(scan, token) & STARTS_PAST;
    bool name = scan_capital(scan, token) && scan_capital(scan, (int64_t)token - 1);
    return grammar == G_REPORT && !past && (name || stands_as_noun(scan, token, token + 1));
}

// The word of a statement or of a count that begins at the token, or NULL.
static const trigger_found *rule_word(const sentence_scan *scan, uint32_t token) {
    const trigger_found *said = saying_at(scan, token);
    int trigger = said ? NONE : trigger_at(scan, token);
    return trigger == NONE ? said : &scan->triggers[trigger];
}

bool ends_phrase(const sentence_scan *scan, uint32_t token) {
    if (token_is_verbal(scan, token)) {
        return !scan_owns(scan, token) && !is_report_noun(scan, token);
    }
    unsigned starts = starts_of(scan, token);
    const trigger_found *word = starts ? rule_word(scan, token) : NULL;
    uint32_t last = word ? word->last : token + 1;
    bool finite = word && trigger_has_form(scan, word, FINITE_FORMS);
    bool past =
        (starts & STARTS_PAST) || (finite && !trigger_has_form(scan, word, MAY_BE_NOUNS));
    if (past) { // but "the armed men", "its disputed region"
        bool tells = scan_grammar(scan, (int64_t)token - 1) & NEVER_SUBJECT;
        return !tells && !is_participle(scan, last);
    }
    return (finite || (starts & STARTS_PRESENT)) && !is_participle(scan, last) &&
           !stands_as_noun(scan, token, last);
}

// "in the disputed region", "of recognised principles": it tells of the noun behind it.
static bool is_attributive(const statement_saying *s) {
    const sentence_scan *scan = s->scan;
    int64_t token = (int64_t)s->verbs.first - 1;
    if ((scan_grammar(scan, token) & G_CONJUNCTION) &&
        (scan_grammar(scan, token - 2) & G_DETERMINER)) {
        token -= 2; // "the mountainous and disputed region"
    }
    uint32_t grammar = scan_grammar(scan, token);
    bool phrase =
        (grammar & (G_PREPOSITION | G_BY | G_FROM)) && !(grammar & (G_SUBORDINATE | G_TO));
    return (phrase || (grammar & NEVER_SUBJECT) || scan_owns(scan, token)) &&
           !(grammar & (G_RELATIVE | G_PRONOUN));
}

static uint32_t auxiliaries(const statement_saying *s) {
    uint32_t grammar = 0;
    for (uint32_t token = s->verbs.first; token < s->word->first; token++) {
        grammar |= scan_owns(s->scan, token) ? 0 : scan_grammar(s->scan, token);
    }
    return grammar;
}

// What may begin an object: "the harbour", "Gaza", "12 villages".
static bool begins_object(const sentence_scan *scan, uint32_t token) {
    uint32_t grammar = scan_grammar(scan, token);
    return (grammar & (G_DETERMINER | G_POSSESSIVE | G_PRONOUN)) || scan_capital(scan, token) ||
           scan_is_kind(scan, token, XC_TOKEN_NUMBER) || scan_mark_at(scan, token) == '"';
}

// A form without auxiliary that may as well be a noun: "attacks", "guarantee".
static bool is_bare_verb(const statement_saying *s) {
    const sentence_scan *scan = s->scan;
    uint32_t behind = s->word->last;
    bool phrase = s->word->last - s->word->first > 1;
    if (scan_grammar(scan, (int64_t)s->word->first - 1) & G_CONJUNCTION) {
        return false; // "to allow inspections or sign"
    }
    uint32_t grammar = scan_grammar(scan, behind);
    if (!phrase && ((grammar & (G_OF | G_CONJUNCTION)) ||
                    scan_is_kind(scan, behind, XC_TOKEN_PUNCTUATION))) {
        return scan_mark_at(scan, behind) == '"' || !scan_in(scan, behind);
    }
    bool base = !(s->forms & 1u << FORM_PRESENT);
    bool plain = scan_is_kind(scan, behind, XC_TOKEN_WORD) && !scan_grammar(scan, behind) &&
                 !ends_phrase(scan, behind);
    if (phrase || begins_object(scan, behind) || (!base && plain)) {
        return !(scan_grammar(scan, (int64_t)s->word->first - 1) & NEVER_SUBJECT);
    }
    return !base && !stands_as_noun(scan, s->word->first, behind);
}

// "after launching", ", killing", "by signing", "is preparing".
static bool is_gerund(const statement_saying *s, uint32_t aux) {
    const sentence_scan *scan = s->scan;
    uint32_t before = scan_grammar(scan, (int64_t)s->word->first - 1);
    uint32_t behind = scan_grammar(scan, s->word->last);
    if (aux & G_BE) {
        return true;
    }
    bool noun =
        (s->forms & STATEMENT_NOUN_FORMS) && (behind & (G_PREPOSITION | G_OF | G_FROM | G_BY));
    return !noun && (scan_mark_at(scan, (int64_t)s->word->first - 1) == ',' ||
                     ((before & (G_PREPOSITION | G_SUBORDINATE | G_BY)) && !(before & G_OF)));
}

bool saying_is_said(const statement_saying *s) {
    const sentence_scan *scan = s->scan;
    uint32_t aux = auxiliaries(s);
    bool past = s->forms & (1u << FORM_PAST | 1u << FORM_PARTICIPLE);
    if (!(s->forms & STATEMENT_VERB_FORMS) ||
        (scan_owns(scan, (int64_t)s->word->first - 1) && !past)) {
        return false;
    }
    if (s->forms & 1u << FORM_GERUND) {
        return is_gerund(s, aux);
    }
    if (aux & (DO_VERBS | BE_VERBS)) {
        return past || (s->forms & 1u << FORM_BASE && (aux & DO_VERBS));
    }
    if (past) {
        return !is_attributive(s);
    }
    return is_bare_verb(s);
}
