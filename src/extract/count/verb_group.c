// SPDX-License-Identifier: MIT
// Level 3: voice, negation and modality of a verb from the words before it.
#include "extract/cascade.h"

enum {
    MOST_AUXILIARIES = 10,
    MOST_CLAUSE = 25, // words before a verb group that are looked at for "if" and "feared"
    AUXILIARIES = XC_G_BE | XC_G_HAVE | XC_G_DO | XC_G_GET | XC_G_MODAL_PREDICTED |
                  XC_G_MODAL_CONDITIONAL | XC_G_NEGATION | XC_G_ADVERB | XC_G_TO | XC_G_FEAR |
                  XC_G_PLAN | XC_G_CATENATIVE | XC_G_LEAVE,
};

static void note_auxiliary(xc_verb_group *verbs, uint32_t grammar, bool *reporting) {
    verbs->auxiliary |= (grammar & ~(uint32_t)(XC_G_ADVERB | XC_G_NEGATION)) != 0;
    verbs->negated |= (grammar & XC_G_NEGATION) != 0;
    verbs->feared |= (grammar & XC_G_FEAR) != 0;
    verbs->planned |= (grammar & XC_G_PLAN) != 0;
    verbs->predicted |= (grammar & XC_G_MODAL_PREDICTED) != 0;
    verbs->conditional |= (grammar & XC_G_MODAL_CONDITIONAL) != 0;
    *reporting = (grammar & XC_G_REPORT) != 0;
}

xc_verb_group xc_scan_verb_group(const xc_scan *scan, const xc_occurrence *occurrence) {
    xc_verb_group verbs = {.first = occurrence->first};
    bool reporting = false;
    bool infinitive_seen = false;
    for (int i = 0; i < MOST_AUXILIARIES; i++) {
        int64_t token = (int64_t)verbs.first - 1;
        if (xc_scan_mark(scan, token) == '-' && i > 0 &&
            !(xc_scan_token(scan, (uint32_t)token)->flags & XC_TOKEN_SPACE_BEFORE)) {
            verbs.first -= 2; // "were pre-emptively evacuated"
            continue;
        }
        uint32_t grammar = xc_scan_grammar(scan, token);
        // "were reported killed": a reporting verb counts only with a form of "be" before it
        bool report = (grammar & XC_G_REPORT) && (xc_scan_grammar(scan, token - 1) & XC_G_BE);
        bool counted = xc_group_at(scan, (uint32_t)token) != XC_NONE; // "nobody was hurt"
        if (counted || (!(grammar & AUXILIARIES) && !report)) {
            break;
        }
        if ((grammar & (XC_G_BE | XC_G_GET)) && !infinitive_seen && !reporting) {
            verbs.passive = true;
        }
        if (grammar & XC_G_TO) {
            verbs.infinitive = true;
            infinitive_seen = true; // what stands before "to" is not this verb's own voice
        }
        // "are to release": what is arranged
        verbs.predicted |= (grammar & XC_G_BE) && (xc_scan_grammar(scan, token + 1) & XC_G_TO);
        note_auxiliary(&verbs, grammar, &reporting);
        verbs.first--;
    }
    bool participle = xc_trigger_has_form(scan, occurrence, 1u << XC_FORM_PARTICIPLE);
    verbs.passive = verbs.passive && participle;
    return verbs;
}

// Where a clause ends, going back: what is feared or denied before it says nothing of the verb.
static bool clause_begins(const xc_scan *scan, int64_t token) {
    char mark = xc_scan_mark(scan, token);
    bool coordinated = (xc_scan_grammar(scan, token) & XC_G_CONJUNCTION) &&
                       xc_scan_mark(scan, token - 1) == ',';
    return mark == ';' || mark == ':' || coordinated;
}

// Whether a fear takes in what follows it: "fear that 30 have died", "feared dead"; but not
// "people suspected of an act that killed four".
static bool governs(const xc_scan *scan, int64_t token, int distance) {
    bool that = false; // "fears grew that 30 have died"
    for (int64_t next = token + 1; next <= token + 3; next++) {
        that |= (xc_scan_grammar(scan, next) & XC_G_SUBORDINATE) != 0;
    }
    return distance < 3 || that || (xc_scan_grammar(scan, token + 1) & (XC_G_TO | XC_G_BE));
}

// "no evidence that", "not true that".
static bool denies_truth(const xc_scan *scan, int64_t token) {
    if (token < scan->sentence->first_token ||
        !(xc_frame_roles(&scan->language->frames, scan->text->tokens[token].word) &
          XC_FRAME_TRUTH) ||
        !(xc_scan_grammar(scan, token + 1) & (XC_G_SUBORDINATE | XC_G_RELATIVE | XC_G_OF))) {
        return false;
    }
    for (int64_t before = token - 1; before >= token - 3; before--) {
        bool none = before >= scan->sentence->first_token &&
                    (xc_frame_roles(&scan->language->frames, scan->text->tokens[before].word) &
                     XC_FRAME_NO);
        if (none || (xc_scan_grammar(scan, before) & XC_G_NEGATION)) {
            return true;
        }
    }
    return false;
}

xc_modality xc_scan_modality(const xc_scan *scan, const xc_verb_group *verbs) {
    bool feared = verbs->feared;
    bool denied = false;
    bool conditional = verbs->conditional;
    bool planned = verbs->planned && verbs->infinitive;
    int64_t token = (int64_t)verbs->first - 1;
    for (int i = 0; i < MOST_CLAUSE && !clause_begins(scan, token); i++, token--) {
        uint32_t grammar = xc_scan_grammar(scan, token);
        feared |= (grammar & XC_G_FEAR) && governs(scan, token, i);
        denied |= (grammar & XC_G_DENY) || denies_truth(scan, token);
        conditional |= (grammar & XC_G_IF) != 0;
        planned |= (grammar & XC_G_PLAN) && verbs->infinitive && i < 3;
    }
    if (denied) {
        return XC_DENIED;
    }
    if (feared) {
        return XC_FEARED;
    }
    if (conditional) {
        return XC_CONDITIONAL;
    }
    return verbs->predicted || planned ? XC_PREDICTED : XC_ASSERTED;
}
