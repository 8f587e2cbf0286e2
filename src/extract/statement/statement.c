// SPDX-License-Identifier: MIT
// Level 4: happenings and statements without a number. Verbs and states come first, and nouns
// last, so that "launched an offensive on Monday" is one claim, by its verb.
#include "extract/statement/statement.h"

xc_phrase_match xc_statement_words(const xc_scan *scan, uint32_t token) {
    const xc_language_rules *language = scan->language;
    xc_word word = xc_scan_token(scan, token)->word;
    bool starts = xc_starts_of(language, word) & XC_STARTS_STATEMENT;
    return starts ? xc_phrases_match(language->statements, scan->text, token,
                                     scan->sentence->last_token)
                  : (xc_phrase_match){0};
}

static xc_occurrence occurrence_of(uint32_t token, xc_phrase_match match) {
    return (xc_occurrence){
        token, token + match.tokens, match.payloads, match.payload_count, XC_NONE, false};
}

const xc_occurrence *xc_saying_at(const xc_scan *scan, uint32_t token) {
    for (size_t i = 0; i < scan->saying_count; i++) {
        if (scan->sayings[i].first == token) {
            return &scan->sayings[i];
        }
    }
    return NULL;
}

// "the American Bar Association": a piece of a name says nothing by itself.
static bool is_in_name(const xc_scan *scan, uint32_t first, uint32_t last) {
    return !scan->sentence->heading && last - first == 1 && xc_scan_capital(scan, first) &&
           !(xc_scan_token(scan, first)->flags & XC_TOKEN_CAPITALS) &&
           first > scan->sentence->first_token && xc_scan_capital(scan, last);
}

// "Lorvia-backed": half of a word says nothing by itself.
static bool is_half(const xc_scan *scan, uint32_t first, uint32_t last) {
    bool before = xc_scan_mark(scan, (int64_t)first - 1) == '-' &&
                  xc_scan_joined(scan, first) && xc_scan_joined(scan, (int64_t)first - 1);
    bool behind = xc_scan_mark(scan, last) == '-' && xc_scan_joined(scan, last) &&
                  xc_scan_joined(scan, (int64_t)last + 1);
    return before || behind;
}

static void find_words(xc_scan *scan) {
    uint32_t last = scan->sentence->last_token;
    scan->saying_count = 0;
    for (uint32_t token = scan->sentence->first_token; token < last;) {
        xc_phrase_match match = xc_statement_words(scan, token);
        if (!match.tokens || is_half(scan, token, token + match.tokens) ||
            is_in_name(scan, token, token + match.tokens)) {
            token++;
            continue;
        }
        xc_occurrence *found = xc_arena_grow(scan->arena, &scan->sayings, scan->saying_count,
                                             &scan->saying_capacity, sizeof *found);
        if (!found) {
            scan->status = XC_NO_MEMORY;
            return;
        }
        *found = occurrence_of(token, match);
        scan->saying_count++;
        token += match.tokens;
    }
}

// "killed 12 on Monday" is told already, by its count; "rejected a ceasefire" by its verb.
static bool is_told(const xc_scan *scan, size_t first_draft, const xc_occurrence *word) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        const xc_draft *draft = &scan->drafts[i];
        bool counted =
            !draft->statement && draft->first < word->last && word->first < draft->last;
        if (counted ||
            (draft->trigger_first < word->last && word->first < draft->trigger_last)) {
            return true;
        }
    }
    return false;
}

// "signed the 2015 agreement": one happening, told by its verb; "the agreement was signed",
// too.
static bool is_told_by_verb(const xc_scan *scan, size_t first_draft, const xc_saying *saying) {
    const xc_rule *rule = &scan->rules->rules[saying->rule];
    bool noun = saying->forms & XC_NOUN_FORMS;
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        const xc_statement *said = scan->drafts[i].statement;
        if (!said) {
            continue;
        }
        uint32_t first = saying->word->first;
        bool argument = (said->object_first <= first && first < said->object_last) ||
                        (said->subject_first <= first && first < said->subject_last);
        bool inside = said->first <= first && first < said->last;
        bool same = xc_slice_equal(scan->drafts[i].rule->predicate, rule->predicate);
        if ((noun && argument) || (inside && (same || saying->verbs.infinitive))) {
            return true;
        }
    }
    return false;
}

// "has for decades been ruled": an auxiliary before a phrase that stands inside the verb group.
static xc_verb_group over_insertion(const xc_scan *scan, xc_verb_group verbs) {
    enum { MOST_INSIDE = 4 };
    for (int64_t token = (int64_t)verbs.first - 2;
         verbs.passive && token >= (int64_t)verbs.first - MOST_INSIDE; token--) {
        if ((xc_scan_grammar(scan, token) & XC_G_HAVE) &&
            (xc_scan_grammar(scan, token + 1) & XC_G_PREPOSITION)) {
            verbs.first = (uint32_t)token;
            break;
        }
    }
    return verbs;
}

// The verb group, without a noun before it that may be an auxiliary elsewhere: "the plan was".
static xc_verb_group verbs_of(const xc_scan *scan, const xc_occurrence *word) {
    enum {
        NOUNS_TOO = XC_G_PLAN | XC_G_FEAR | XC_G_CATENATIVE,
        NEVER_NOUNS = XC_G_BE | XC_G_HAVE | XC_G_DO | XC_G_MODAL_PREDICTED | XC_G_ADVERB |
                      XC_G_MODAL_CONDITIONAL | XC_G_NEGATION
    };
    xc_verb_group verbs = over_insertion(scan, xc_scan_verb_group(scan, word));
    uint32_t first = xc_scan_grammar(scan, verbs.first);
    if (verbs.first < word->first && (first & NOUNS_TOO) && !(first & NEVER_NOUNS) &&
        (xc_scan_grammar(scan, (int64_t)verbs.first - 1) &
         (XC_G_DETERMINER | XC_G_POSSESSIVE))) {
        verbs.first++;
        verbs.planned = verbs.feared = false;
    }
    return verbs;
}

static bool try_rules(xc_scan *scan, size_t first_draft, const xc_occurrence *word,
                      bool (*step)(xc_saying *)) {
    uint32_t senses[XC_MOST_SENSES];
    size_t count = xc_scan_senses(scan, word, senses);
    for (size_t i = 0; i < count; i++) {
        xc_saying saying = {.scan = scan,
                            .word = word,
                            .rule = senses[i],
                            .forms = xc_scan_forms(scan, word, senses[i]),
                            .verbs = verbs_of(scan, word)};
        if (!is_told_by_verb(scan, first_draft, &saying) && step(&saying)) {
            return true;
        }
    }
    return false;
}

// Tries the longest phrase first: "withdrew from the union", else "withdrew".
static void try_phrases(xc_scan *scan, size_t first_draft, xc_occurrence word,
                        bool (*step)(xc_saying *)) {
    while (!try_rules(scan, first_draft, &word, step) && word.last - word.first > 1) {
        xc_phrase_match match =
            xc_phrases_match(scan->language->statements, scan->text, word.first, word.last - 1);
        if (!match.tokens) {
            return;
        }
        word = occurrence_of(word.first, match);
    }
}

static bool say_verb_or_state(xc_saying *saying) {
    return xc_say_verb(saying) || xc_say_state(saying);
}

void xc_scan_statements(xc_scan *scan, size_t first_draft) {
    static bool (*const steps[])(xc_saying *) = {say_verb_or_state, xc_say_noun};
    find_words(scan);
    for (size_t step = 0; step < sizeof steps / sizeof *steps; step++) {
        for (size_t i = 0; i < scan->saying_count && scan->status == XC_OK; i++) {
            if (!is_told(scan, first_draft, &scan->sayings[i])) {
                try_phrases(scan, first_draft, scan->sayings[i], steps[step]);
            }
        }
    }
}

// Opinions and announcements of intent are no statements.
static bool is_worth(const xc_saying *saying, const xc_rule *rule, const xc_statement *said,
                     xc_modality modality) {
    unsigned told = xc_statement_tells(saying->scan, said);
    bool future = modality == XC_PREDICTED || modality == XC_CONDITIONAL;
    bool tells = said->count || (rule->needs & ~told) == 0;
    return modality != XC_FEARED && (!future || rule->announced) && tells;
}

bool xc_statement_add(xc_saying *saying, xc_statement said, xc_modality modality) {
    xc_scan *scan = saying->scan;
    const xc_rule *rule = &scan->rules->rules[saying->rule];
    modality = rule->modality >= 0 ? (xc_modality)rule->modality : modality;
    if (!is_worth(saying, rule, &said, modality)) {
        return false;
    }
    xc_statement *kept = xc_arena_alloc(scan->arena, sizeof *kept);
    xc_draft *draft = xc_arena_grow(scan->arena, &scan->drafts, scan->draft_count,
                                    &scan->draft_capacity, sizeof *draft);
    if (!kept || !draft) {
        scan->status = XC_NO_MEMORY;
        return false;
    }
    *kept = said;
    kept->negative = (said.negative != rule->contrary) != (modality == XC_DENIED);
    *draft = (xc_draft){.rule = rule,
                        .statement = kept,
                        .quantity = said.count,
                        .sentence = scan->sentence_index,
                        .first = saying->word->first,
                        .last = saying->word->last,
                        .head_first = said.subject_first,
                        .head_last = said.subject_last,
                        .trigger_first = saying->word->first,
                        .trigger_last = saying->word->last,
                        .measure = rule->measure,
                        .modality = modality,
                        .part_of = XC_NONE,
                        .confidence = 60};
    scan->draft_count++;
    return true;
}
