// SPDX-License-Identifier: MIT
// Level 3: voice, negation and modality of a verb from the words before it.
#include "extract/count/scope.h"

enum {
    MOST_AUXILIARIES = 10,
    MOST_CLAUSE = 25, // words before a verb group that are looked at for "if" and "feared"
    AUXILIARIES = G_BE | G_HAVE | G_DO | G_GET | G_MODAL_PREDICTED | G_MODAL_CONDITIONAL |
                  G_NEGATION | G_ADVERB | G_TO | G_FEAR | G_PLAN | G_CATENATIVE | G_LEAVE,
};

static void note_auxiliary(verb_group *verbs, uint32_t grammar, bool *reporting) {
    verbs->auxiliary |= (grammar & ~(uint32_t)(G_ADVERB | G_NEGATION)) != 0;
    verbs->negated |= (grammar & G_NEGATION) != 0;
    verbs->feared |= (grammar & G_FEAR) != 0;
    verbs->planned |= (grammar & G_PLAN) != 0;
    verbs->predicted |= (grammar & G_MODAL_PREDICTED) && !(grammar & G_MODAL_CONDITIONAL);
    bool would = (grammar & G_MODAL_CONDITIONAL) && (grammar & G_MODAL_PREDICTED);
    verbs->would |= would;
    verbs->conditional |= (grammar & G_MODAL_CONDITIONAL) && !would;
    *reporting = (grammar & G_REPORT) != 0;
}

// "is believed to house 300": nothing is feared, as in "believed to have died".
static bool believed_to_do(const sentence_scan *scan, int64_t token) {
    return (scan_grammar(scan, token + 1) & G_TO) &&
           !(scan_grammar(scan, token + 2) & (G_HAVE | G_BE));
}

// The token before a time and the words that lead it in.
static int64_t before_time(const sentence_scan *scan, int64_t token) {
    while (scan_in(scan, token) &&
           (scan_is_time(scan, (uint32_t)token) ||
            (scan_grammar(scan, token) & (G_PREPOSITION | G_OF | G_DETERMINER)))) {
        token--;
    }
    return token;
}

verb_group scan_verb_group(const sentence_scan *scan, const trigger_found *occurrence) {
    verb_group verbs = {.first = occurrence->first, .verb = occurrence->first};
    bool reporting = false;
    bool infinitive_seen = false;
    for (int i = 0; i < MOST_AUXILIARIES; i++) {
        int64_t token = (int64_t)verbs.first - 1;
        if (scan_mark_at(scan, token) == '-' && i > 0 &&
            scan_token_at(scan, token - 1)->kind == XC_TOKEN_WORD &&
            token > scan->sentence->first_token &&
            !(scan_token_at(scan, token)->flags & XC_TOKEN_SPACE_BEFORE)) {
            verbs.first -= 2; // "were pre-emptively evacuated"
            continue;
        }
        uint32_t grammar = scan_grammar(scan, token);
        // "were reported killed": a reporting verb counts only with a form of "be" before it
        bool report = (grammar & G_REPORT) && (scan_grammar(scan, token - 1) & G_BE);
        if (scan_in(scan, token) && scan_is_time(scan, (uint32_t)token)) {
            token = before_time(scan, token);
            if (!(scan_grammar(scan, token) & (G_BE | G_HAVE))) {
                break; // "held since May"
            }
            verbs.first = (uint32_t)token + 1; // "were on Monday taken"
            grammar = scan_grammar(scan, token);
        }
        bool counted = group_at(scan, (uint32_t)token) != NONE; // "nobody was hurt"
        if (counted || (!(grammar & AUXILIARIES) && !report)) {
            break;
        }
        if ((grammar & (G_BE | G_GET)) && !infinitive_seen && !reporting) {
            verbs.passive = true;
        }
        if (grammar & G_TO) {
            verbs.infinitive = true;
            infinitive_seen = true; // what stands before "to" is not this verb's own voice
        }
        grammar &= believed_to_do(scan, token) ? ~(uint32_t)G_FEAR : ~0u;
        // "are to release": what is arranged
        verbs.predicted |= (grammar & G_BE) && (scan_grammar(scan, token + 1) & G_TO);
        note_auxiliary(&verbs, grammar, &reporting);
        verbs.first--;
    }
    bool participle = trigger_has_form(scan, occurrence, 1u << FORM_PARTICIPLE);
    verbs.passive = verbs.passive && participle;
    return verbs;
}

// Where a clause ends, going back: what is feared or denied before it says nothing of the verb.
static bool clause_begins(const sentence_scan *scan, int64_t token) {
    char mark = scan_mark_at(scan, token);
    bool coordinated =
        (scan_grammar(scan, token) & G_CONJUNCTION) && scan_mark_at(scan, token - 1) == ',';
    return mark == ';' || mark == ':' || coordinated;
}

// Whether a fear takes in what follows it: "fear that 30 have died", "feared dead"; but not
// "people suspected of an act that killed four".
static bool governs(const sentence_scan *scan, int64_t token, int distance) {
    bool that = false; // "fears grew that 30 have died"
    for (int64_t next = token + 1; next <= token + 3; next++) {
        that |= (scan_grammar(scan, next) & G_SUBORDINATE) != 0;
    }
    return distance < 3 || that || (scan_grammar(scan, token + 1) & (G_TO | G_BE));
}

// "no evidence that", "not true that".
static bool denies_truth(const sentence_scan *scan, int64_t token) {
    if (!(scan_roles(scan, token) & FRAME_TRUTH) ||
        !(scan_grammar(scan, token + 1) & (G_SUBORDINATE | G_RELATIVE | G_OF))) {
        return false;
    }
    for (int64_t before = token - 1; before >= token - 3; before--) {
        if ((scan_roles(scan, before) & FRAME_NO) ||
            (scan_grammar(scan, before) & G_NEGATION)) {
            return true;
        }
    }
    return false;
}

// "Ministry to send 2,000 troops": a headline whose only verb is what is to come.
static bool is_headline_plan(const sentence_scan *scan, const verb_group *verbs) {
    uint32_t token = scan->sentence->first_token;
    int own = trigger_at(scan, verbs->verb); // "pleads guilty to killing four" is no plan
    bool gerund =
        own != NONE && trigger_has_form(scan, &scan->triggers[own], 1u << FORM_GERUND);
    if (gerund || !scan->sentence->heading || !verbs->infinitive || token == verbs->first ||
        !(scan_grammar(scan, verbs->first) & G_TO)) {
        return false;
    }
    for (; token < verbs->first; token++) {
        int trigger = trigger_at(scan, token);
        bool verb = trigger != NONE && trigger_has_form(scan, &scan->triggers[trigger],
                                                        1u << FORM_PAST | 1u << FORM_PRESENT |
                                                            1u << FORM_PARTICIPLE);
        if (verb || (scan_grammar(scan, token) & (G_BE | G_HAVE | G_REPORT | G_FAIL))) {
            return false;
        }
    }
    return true;
}

static bool is_inside_group(const sentence_scan *scan, int64_t token) {
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].first < token && token < scan->groups[i].last) {
            return true;
        }
    }
    return false;
}

xc_modality scan_modality(const sentence_scan *scan, const verb_group *verbs) {
    bool feared = verbs->feared;
    bool denied = false;
    bool conditional = verbs->conditional;
    bool said = verbs->would && scope_is_reported(scan, verbs->verb);
    bool planned = (verbs->planned && verbs->infinitive) || is_headline_plan(scan, verbs) ||
                   scope_is_planned(scan, verbs->verb);
    int64_t token = (int64_t)verbs->first - 1;
    for (int i = 0; i < MOST_CLAUSE && !clause_begins(scan, token); i++, token--) {
        uint32_t grammar = scan_grammar(scan, token);
        uint32_t reaching = grammar & (G_FEAR | G_DENY | G_IF);
        if (is_inside_group(scan, token)) {
            grammar &= ~reaching; // "eleven suspected militants were killed"
        }
        bool that = scan_grammar(scan, token + 1) & G_SUBORDINATE; // "fears that"
        if (reaching && !that && !scope_reaches(scan, (uint32_t)token, verbs->verb)) {
            grammar &= ~reaching;
        }
        feared |= (grammar & G_FEAR) && governs(scan, token, i) && !believed_to_do(scan, token);
        denied |= (grammar & G_DENY) || denies_truth(scan, token);
        conditional |= (grammar & G_IF) != 0;
        planned |= (grammar & G_PLAN) && verbs->infinitive && i < 3;
    }
    if (denied) {
        return XC_DENIED;
    }
    if (feared) {
        return XC_FEARED;
    }
    if (conditional || (verbs->would && !said)) {
        return XC_CONDITIONAL;
    }
    return said || verbs->predicted || planned ? XC_PREDICTED : XC_ASSERTED;
}
