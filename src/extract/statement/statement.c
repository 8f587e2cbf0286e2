// SPDX-License-Identifier: MIT
// Level 4: happenings and statements without a number. Verbs and states come first, and nouns
// last, so that "launched an offensive on Monday" is one claim, by its verb.
#include "extract/statement/statement.h"

// "the American Bar Association": a piece of a name says nothing by itself.
static bool is_in_name(const sentence_scan *scan, uint32_t first, uint32_t last) {
    return !scan->sentence->heading && last - first == 1 && scan_capital(scan, first) &&
           !(scan_token_at(scan, first)->flags & XC_TOKEN_CAPITALS) &&
           first > scan->sentence->first_token && scan_capital(scan, last);
}

// "Lorvia-backed": half of a word says nothing by itself.
static bool is_half(const sentence_scan *scan, uint32_t first, uint32_t last) {
    bool before = scan_mark_at(scan, (int64_t)first - 1) == '-' && scan_joined(scan, first) &&
                  scan_joined(scan, (int64_t)first - 1);
    bool behind = scan_mark_at(scan, last) == '-' && scan_joined(scan, last) &&
                  scan_joined(scan, (int64_t)last + 1);
    return before || behind;
}

static void find_words(sentence_scan *scan) {
    uint32_t last = scan->sentence->last_token;
    scan->saying_count = 0;
    for (uint32_t token = scan->sentence->first_token; token < last;) {
        xc_phrase_match match = statement_words(scan, token);
        if (!match.tokens || is_half(scan, token, token + match.tokens) ||
            is_in_name(scan, token, token + match.tokens)) {
            token++;
            continue;
        }
        trigger_found *found = xc_arena_grow(scan->arena, &scan->sayings, scan->saying_count,
                                             &scan->saying_capacity, sizeof *found);
        if (!found) {
            scan->status = XC_NO_MEMORY;
            return;
        }
        *found = trigger_of_phrase(token, match);
        scan->saying_count++;
        token += match.tokens;
    }
}

// "killed 12 on Monday" is told already, by its count; "rejected a ceasefire" by its verb.
static bool is_told(const sentence_scan *scan, size_t first_draft, const trigger_found *word) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        const claim_draft *draft = &scan->drafts[i];
        bool counted =
            !draft->statement && draft->first < word->last && word->first < draft->last;
        if (counted ||
            (draft->trigger.first < word->last && word->first < draft->trigger.last)) {
            return true;
        }
    }
    return false;
}

// "signed the 2015 agreement": one happening, told by its verb; "the agreement was signed",
// too.
static bool is_told_by_verb(const sentence_scan *scan, size_t first_draft,
                            const statement_saying *saying) {
    const pack_rule *rule = &scan->rules->rules[saying->rule];
    bool noun = saying->forms & STATEMENT_NOUN_FORMS;
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        const told_statement *said = scan->drafts[i].statement;
        if (!said) {
            continue;
        }
        uint32_t first = saying->word->first;
        bool argument = (said->object.first <= first && first < said->object.last) ||
                        (said->subject.first <= first && first < said->subject.last);
        bool inside = said->first <= first && first < said->last;
        bool same = xc_slice_equal(scan->drafts[i].rule->predicate, rule->predicate);
        if ((noun && argument) || (inside && (same || saying->verbs.infinitive))) {
            return true;
        }
    }
    return false;
}

// "has for decades been ruled": an auxiliary before a phrase that stands inside the verb group.
static verb_group over_insertion(const sentence_scan *scan, verb_group verbs) {
    enum { MOST_INSIDE = 4 };
    for (int64_t token = (int64_t)verbs.first - 2;
         verbs.passive && token >= (int64_t)verbs.first - MOST_INSIDE; token--) {
        if ((scan_grammar(scan, token) & G_HAVE) &&
            (scan_grammar(scan, token + 1) & G_PREPOSITION)) {
            verbs.first = (uint32_t)token;
            break;
        }
    }
    return verbs;
}

// The verb group, without a noun before it that may be an auxiliary elsewhere: "the plan was".
static verb_group verbs_of(const sentence_scan *scan, const trigger_found *word) {
    enum {
        NOUNS_TOO = G_PLAN | G_FEAR | G_CATENATIVE,
        NEVER_NOUNS = G_BE | G_HAVE | G_DO | G_MODAL_PREDICTED | G_ADVERB |
                      G_MODAL_CONDITIONAL | G_NEGATION
    };
    verb_group verbs = over_insertion(scan, scan_verb_group(scan, word));
    uint32_t first = scan_grammar(scan, verbs.first);
    if (verbs.first < word->first && (first & NOUNS_TOO) && !(first & NEVER_NOUNS) &&
        (scan_grammar(scan, (int64_t)verbs.first - 1) & (G_DETERMINER | G_POSSESSIVE))) {
        verbs.first++;
        verbs.planned = verbs.feared = false;
    }
    return verbs;
}

static bool try_rules(sentence_scan *scan, size_t first_draft, const trigger_found *word,
                      bool (*step)(statement_saying *)) {
    uint32_t senses[MOST_SENSES];
    size_t count = scan_senses(scan, word, senses);
    for (size_t i = 0; i < count; i++) {
        statement_saying saying = {.scan = scan,
                                   .word = word,
                                   .rule = senses[i],
                                   .forms = scan_forms(scan, word, senses[i]),
                                   .verbs = verbs_of(scan, word)};
        if (!is_told_by_verb(scan, first_draft, &saying) && step(&saying)) {
            return true;
        }
    }
    return false;
}

// Tries the longest phrase first: "withdrew from the union", else "withdrew".
static void try_phrases(sentence_scan *scan, size_t first_draft, trigger_found word,
                        bool (*step)(statement_saying *)) {
    while (!try_rules(scan, first_draft, &word, step) && word.last - word.first > 1) {
        xc_phrase_match match =
            xc_phrases_match(scan->language->statements, scan->text, word.first, word.last - 1);
        if (!match.tokens) {
            return;
        }
        word = trigger_of_phrase(word.first, match);
    }
}

static bool say_verb_or_state(statement_saying *saying) {
    return say_verb(saying) || say_state(saying);
}

void scan_statements(sentence_scan *scan, size_t first_draft) {
    static bool (*const steps[])(statement_saying *) = {say_verb_or_state, say_noun};
    find_words(scan);
    for (size_t step = 0; step < sizeof steps / sizeof *steps; step++) {
        for (size_t i = 0; i < scan->saying_count && scan->status == XC_OK; i++) {
            if (!is_told(scan, first_draft, &scan->sayings[i])) {
                try_phrases(scan, first_draft, scan->sayings[i], steps[step]);
            }
        }
    }
}
