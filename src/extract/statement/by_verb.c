// SPDX-License-Identifier: MIT
// Statements of verbs ("signed the treaty on Friday") and of states ("is part of the kingdom").
#include "extract/statement/statement.h"

enum {
    MOST_GAP = 12, // tokens between a verb and its companion
    REDUCED_WORDS = 3,
    MOST_APART = 6, // and between a subject and its verb in one span
};

static bool is_companion(const statement_saying *s, xc_phrase_match match, word_form form) {
    for (uint32_t i = 0; i < match.payload_count; i++) {
        const rule_trigger *trigger = &s->scan->language->trigger_list[match.payloads[i]];
        if (trigger->rule == s->rule && trigger->form == form) {
            return true;
        }
    }
    return false;
}

// Whether a noun that a verb of this rule needs beside it stands there: "operation" also in
// "ground operation", which is a phrase of its own.
static bool has_companion(const statement_saying *s, uint32_t first, uint32_t end) {
    for (uint32_t token = first; token < end && token < first + MOST_GAP; token++) {
        if (is_companion(s, statement_words(s->scan, token), FORM_WITH)) {
            return true;
        }
    }
    return false;
}

// "An aid convoy reached the town": the companion is the head of the subject.
static bool is_headed(const statement_saying *s, xc_span subject) {
    for (uint32_t token = subject.first; token < subject.last; token++) {
        xc_phrase_match match = statement_words(s->scan, token);
        if (token + match.tokens == subject.last && is_companion(s, match, FORM_BY)) {
            return true;
        }
    }
    return false;
}

// "launched by the army": a participle without its auxiliary.
static bool is_reduced_passive(const statement_saying *s) {
    return !s->verbs.auxiliary && (s->forms & 1u << FORM_PARTICIPLE) &&
           (scan_grammar(s->scan, s->word->last) & G_BY);
}

// "was forced to surrender", "forced rebels to disarm": done; "wants to sign", "representatives
// to meet": not.
static bool is_intent(const statement_saying *s) {
    const sentence_scan *scan = s->scan;
    if (!s->verbs.infinitive) {
        return false;
    }
    int64_t token = (int64_t)s->word->first - 1;
    for (int i = 0; i < MOST_GAP && scan_in(scan, token); i++, token--) {
        if (scan_grammar(scan, token) & G_CATENATIVE) {
            return false;
        }
        if (scan_token_at(scan, token)->kind == XC_TOKEN_PUNCTUATION) {
            break;
        }
    }
    return true;
}

// "is due to meet", "will meet": told as settled.
static bool is_announced(const statement_saying *s) {
    return s->verbs.predicted || s->verbs.planned || s->verbs.conditional;
}

static xc_modality modality_of(const statement_saying *s) {
    xc_modality modality = scan_modality(s->scan, &s->verbs);
    return modality == XC_ASSERTED && is_intent(s) ? XC_PREDICTED : modality;
}

static void set_subject(told_statement *said, xc_span span) {
    said->subject = span;
}

static void set_object(told_statement *said, xc_span span) {
    said->object = span;
}

bool say_verb(statement_saying *s) {
    const sentence_scan *scan = s->scan;
    const pack_rule *rule = &scan->rules->rules[s->rule];
    if (!saying_is_said(s) || (is_intent(s) && !is_announced(s))) {
        return false;
    }
    uint32_t end = clause_end(scan, s->word->last);
    bool gerund = !s->verbs.auxiliary && (s->forms & 1u << FORM_GERUND);
    xc_span before = gerund ? (xc_span){0} : clause_subject(scan, s->verbs.first);
    bool passive = s->verbs.passive || is_reduced_passive(s);
    told_statement said = {.first = s->verbs.first, .last = end, .negative = s->verbs.negated};
    if (rule->has_companions && !has_companion(s, s->word->last, end) &&
        !is_headed(s, before) && !(passive && has_companion(s, before.first, s->word->first))) {
        return false;
    }
    bool own = !xc_span_is_empty(before);
    if (own && s->verbs.first - before.last <= MOST_APART) {
        said.first = before.first;
    }
    if (!own && !passive) {
        before = main_subject(scan, s->verbs.first);
    }
    if (passive) {
        set_subject(&said, clause_agent(scan, s->word->last, end));
        set_object(&said, before);
    } else {
        set_subject(&said, before);
        bool far = !(rule->needs & NEED_OBJECT);
        set_object(&said, clause_object(scan, s->word->last, end, far));
    }
    said.time = clause_time(scan, said.first, end);
    return statement_add(s, said, modality_of(s));
}

// "a land recognised as part of": a longer phrase tells a state without a form of "be".
static bool has_be(const statement_saying *s) {
    for (uint32_t token = s->verbs.first; token < s->word->first; token++) {
        if ((scan_grammar(s->scan, token) & G_BE) && !scan_owns(s->scan, token)) {
            return true;
        }
    }
    return false;
}

bool say_state(statement_saying *s) {
    const sentence_scan *scan = s->scan;
    if (!(s->forms & 1u << FORM_PLAIN)) {
        return false;
    }
    if (!has_be(s) && s->word->last - s->word->first < REDUCED_WORDS) {
        return false;
    }
    uint32_t end = clause_end(scan, s->word->last);
    xc_span subject = clause_subject(scan, s->verbs.first);
    told_statement said = {.first = s->verbs.first, .last = end, .negative = s->verbs.negated};
    if (!xc_span_is_empty(subject) && s->verbs.first - subject.last <= MOST_APART) {
        said.first = subject.first;
    }
    if (xc_span_is_empty(subject)) {
        subject = main_subject(scan, s->verbs.first);
    }
    xc_span object = clause_object(scan, s->word->last, end, true);
    bool turned = scan->rules->rules[s->rule].turned;
    set_subject(&said, turned ? object : subject);
    set_object(&said, turned ? subject : object);
    said.time = clause_time(scan, said.first, end);
    return statement_add(s, said, modality_of(s));
}
