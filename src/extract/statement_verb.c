// SPDX-License-Identifier: MIT
// Statements of verbs ("signed the treaty on Friday") and of states ("is part of the kingdom").
#include "statement.h"

enum { MOST_GAP = 12 }; // tokens between a verb and its companion

static bool is_companion(const xc_saying *s, xc_phrase_match match) {
    for (uint32_t i = 0; i < match.payload_count; i++) {
        const xc_trigger *trigger = &s->scan->language->trigger_list[match.payloads[i]];
        if (trigger->rule == s->rule && trigger->form == XC_FORM_COMPANION) {
            return true;
        }
    }
    return false;
}

// Whether a noun that a verb of this rule needs beside it stands there: "operation" also in
// "ground operation", which is a phrase of its own.
static bool has_companion(const xc_saying *s, uint32_t first, uint32_t end) {
    for (uint32_t token = first; token < end && token < first + MOST_GAP; token++) {
        if (is_companion(s, xc_statement_words(s->scan, token))) {
            return true;
        }
    }
    return false;
}

// "An aid convoy reached the town": the companion is the head of the subject.
static bool is_headed(const xc_saying *s, xc_span subject) {
    for (uint32_t token = subject.first; token < subject.last; token++) {
        xc_phrase_match match = xc_statement_words(s->scan, token);
        if (token + match.tokens == subject.last && is_companion(s, match)) {
            return true;
        }
    }
    return false;
}

// "launched by the army": a participle without its auxiliary.
static bool is_reduced_passive(const xc_saying *s) {
    return !s->verbs.auxiliary && (s->forms & 1u << XC_FORM_PARTICIPLE) &&
           (xc_scan_grammar(s->scan, s->word->last) & XC_G_BY);
}

// Whether the verb says that something happened or is so: not "to sign", not "the attack".
static bool is_finite(const xc_saying *s) {
    const xc_scan *scan = s->scan;
    uint32_t before = xc_scan_grammar(scan, (int64_t)s->word->first - 1);
    if (!(s->forms & XC_VERB_FORMS)) {
        return false;
    }
    if (s->verbs.auxiliary) {
        return true;
    }
    if (s->forms & 1u << XC_FORM_GERUND) { // "after launching", ", killing"
        return xc_scan_mark(scan, (int64_t)s->word->first - 1) == ',' ||
               (before & (XC_G_PREPOSITION | XC_G_SUBORDINATE | XC_G_BY));
    }
    bool bare = (s->forms & 1u << XC_FORM_BASE) && !(s->forms & 1u << XC_FORM_PAST);
    uint32_t behind = xc_scan_grammar(scan, s->word->last);
    bool takes_object =
        s->word->last - s->word->first > 1 || (behind & (XC_G_DETERMINER | XC_G_POSSESSIVE));
    return !(before & (XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_OF)) &&
           (takes_object || !(s->forms & XC_NOUN_FORMS || bare) ||
            !xc_stands_as_noun(scan, s->word));
}

// "agreed to disarm", "was forced to surrender": done; "plans to sign": not.
static bool is_intent(const xc_saying *s) {
    const xc_verb_group *verbs = &s->verbs;
    if (!verbs->infinitive) {
        return false;
    }
    for (uint32_t token = verbs->first; token < s->word->first; token++) {
        if (xc_scan_grammar(s->scan, token) & XC_G_CATENATIVE) {
            return false;
        }
    }
    return true;
}

static xc_modality modality_of(const xc_saying *s) {
    xc_modality modality = xc_scan_modality(s->scan, &s->verbs);
    return modality == XC_ASSERTED && is_intent(s) ? XC_PREDICTED : modality;
}

static void set_subject(xc_statement *said, xc_span span) {
    said->subject_first = span.first;
    said->subject_last = span.last;
}

static void set_object(xc_statement *said, xc_span span) {
    said->object_first = span.first;
    said->object_last = span.last;
}

bool xc_say_verb(xc_saying *s) {
    const xc_scan *scan = s->scan;
    const xc_rule *rule = &scan->rules->rules[s->rule];
    if (!is_finite(s)) {
        return false;
    }
    uint32_t end = xc_clause_end(scan, s->word->last);
    xc_span before = xc_clause_subject(scan, s->verbs.first);
    bool passive = s->verbs.passive || is_reduced_passive(s);
    xc_statement said = {.first = s->verbs.first, .last = end, .negative = s->verbs.negated};
    if (rule->has_companions && !has_companion(s, s->word->last, end) &&
        !is_headed(s, before) && !(passive && has_companion(s, before.first, s->word->first))) {
        return false;
    }
    bool own = !xc_span_is_empty(before) && before.last <= s->verbs.first;
    if (own && s->verbs.first - before.last <= 1) {
        said.first = before.first;
    }
    if (!own && !passive) {
        before = xc_main_subject(scan, s->verbs.first);
    }
    if (passive) {
        set_subject(&said, xc_clause_agent(scan, s->word->last, end));
        set_object(&said, before);
    } else {
        set_subject(&said, before);
        set_object(&said, xc_clause_object(scan, s->word->last, end));
    }
    said.time = xc_clause_time(scan, said.first, end);
    return xc_statement_add(s, said, modality_of(s));
}

bool xc_say_state(xc_saying *s) {
    const xc_scan *scan = s->scan;
    if (!(s->forms & 1u << XC_FORM_PLAIN)) {
        return false;
    }
    uint32_t end = xc_clause_end(scan, s->word->last);
    xc_span subject = xc_clause_subject(scan, s->verbs.first);
    xc_statement said = {.first = s->verbs.first, .last = end, .negative = s->verbs.negated};
    if (!xc_span_is_empty(subject) && s->verbs.first - subject.last <= 1) {
        said.first = subject.first;
    }
    set_subject(&said, subject);
    set_object(&said, xc_clause_object(scan, s->word->last, end));
    said.time = xc_clause_time(scan, said.first, end);
    return xc_statement_add(s, said, modality_of(s));
}
