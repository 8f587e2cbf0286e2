// SPDX-License-Identifier: MIT
// Words of the rules that stand in a sentence.
#include "extract/tokens.h"

enum {
    // Forms that nouns share. A participle behind a number is a verb: "three dead, 20 hurt".
    NOUNLIKE_FORMS = 1u << FORM_BASE | 1u << FORM_PRESENT | 1u << FORM_GERUND,
};

// "remain | in custody": words of a rule that begin inside another's and end behind it.
static void add_overlapping(sentence_scan *scan, uint32_t first, uint32_t length) {
    uint32_t last = scan->sentence->last_token;
    for (uint32_t token = first + 1; token < first + length; token++) {
        unsigned starts = phrase_starts_of(scan->language, scan_token_at(scan, token)->word);
        xc_phrase_match match =
            starts & STARTS_COUNTED
                ? xc_phrases_match(scan->language->triggers, scan->text, token, last)
                : (xc_phrase_match){0};
        if (token + match.tokens <= first + length) {
            continue;
        }
        trigger_found *inside = xc_arena_grow(scan->arena, &scan->triggers, scan->trigger_count,
                                              &scan->trigger_capacity, sizeof *inside);
        if (!inside) {
            scan->status = XC_NO_MEMORY;
            return;
        }
        *inside = trigger_of_phrase(token, match);
        inside->overlapping = true;
        scan->trigger_count++;
        return;
    }
}

void scan_triggers(sentence_scan *scan) {
    const language_rules *language = scan->language;
    uint32_t last = scan->sentence->last_token;
    scan->trigger_count = 0;
    for (uint32_t token = scan->sentence->first_token; token < last;) {
        xc_word word = scan_token_at(scan, token)->word;
        if (!(phrase_starts_of(language, word) & STARTS_COUNTED)) {
            token++;
            continue;
        }
        xc_phrase_match match = xc_phrases_match(language->triggers, scan->text, token, last);
        if (!match.tokens) {
            token++;
            continue;
        }
        trigger_found *occurrence =
            xc_arena_grow(scan->arena, &scan->triggers, scan->trigger_count,
                          &scan->trigger_capacity, sizeof *occurrence);
        if (!occurrence) {
            scan->status = XC_NO_MEMORY;
            return;
        }
        *occurrence = trigger_of_phrase(token, match);
        scan->trigger_count++;
        add_overlapping(scan, token, match.tokens);
        token += match.tokens;
    }
}

int trigger_at(const sentence_scan *scan, uint32_t token) {
    for (size_t i = 0; i < scan->trigger_count; i++) {
        if (scan->triggers[i].first == token) {
            return (int)i;
        }
    }
    return NONE;
}

bool trigger_has_form(const sentence_scan *scan, const trigger_found *occurrence,
                      unsigned forms) {
    for (uint32_t i = 0; i < occurrence->payload_count; i++) {
        if ((forms >> scan->language->trigger_list[occurrence->payloads[i]].form) & 1) {
            return true;
        }
    }
    return false;
}

size_t scan_senses(const sentence_scan *scan, const trigger_found *occurrence,
                   uint32_t senses[MOST_SENSES]) {
    size_t count = 0;
    for (uint32_t i = 0; i < occurrence->payload_count && count < MOST_SENSES; i++) {
        uint32_t rule = scan->language->trigger_list[occurrence->payloads[i]].rule;
        size_t at = 0;
        while (at < count && senses[at] != rule) {
            at++;
        }
        if (at == count) {
            senses[count++] = rule;
        }
    }
    return count;
}

unsigned scan_forms(const sentence_scan *scan, const trigger_found *occurrence, uint32_t rule) {
    unsigned forms = 0;
    for (uint32_t i = 0; i < occurrence->payload_count; i++) {
        const rule_trigger *trigger = &scan->language->trigger_list[occurrence->payloads[i]];
        forms |= trigger->rule == rule ? 1u << trigger->form : 0;
    }
    return forms;
}

static bool has_article(const xc_tree *tree, uint32_t node) {
    uint32_t child = xc_tree_next(tree, node, XC_NO_HEAD);
    while (child != XC_NO_HEAD && tree->nodes[child].relation != XC_REL_DET) {
        child = xc_tree_next(tree, node, child);
    }
    return child != XC_NO_HEAD;
}

static bool may_be_noun(const sentence_scan *scan, const trigger_found *occurrence) {
    return occurrence->last - occurrence->first == 1 &&
           !trigger_has_form(scan, occurrence, ~(unsigned)NOUNLIKE_FORMS);
}

// "The Red Cross", "two camps": a verb's form that is a noun here.
static bool is_noun_of(const sentence_scan *scan, const xc_tree *tree,
                       const trigger_found *occurrence) {
    uint32_t node = xc_tree_find(tree, occurrence->first);
    if (node == XC_NO_HEAD || !may_be_noun(scan, occurrence)) {
        return false;
    }
    unsigned class = tree->nodes[node].class;
    bool named = (class == XC_CLASS_PROPN || class == XC_CLASS_NOUN) &&
                 scan_capital(scan, occurrence->first) &&
                 occurrence->first > scan->sentence->first_token && !scan->sentence->heading &&
                 !trigger_has_form(scan, occurrence, ~(1u << FORM_BASE)); // "a Level 2 station"
    for (size_t i = scan->first_quantity; i < scan->last_quantity && !named; i++) {
        if (scan->mentions->quantities[i].first_token == occurrence->last) {
            return false; // "Landslide kills 30" by a tree that has two nouns there
        }
    }
    bool compound = tree->nodes[node].relation == XC_REL_COMPOUND; // "public housing tenants"
    if (trigger_has_form(scan, occurrence, 1u << FORM_GERUND) && !compound &&
        ((scan_grammar(scan, occurrence->last) & G_OF) || !has_article(tree, node))) {
        return false; // "the freeing of nine sailors", but "the border crossing"
    }
    return class == XC_CLASS_NOUN || class == XC_CLASS_PROPN;
}

// "the return of 3,000 refugees": a noun that says what its verb does, and not "a house of nine".
static bool names_what_is_done(const sentence_scan *scan, const xc_tree *tree,
                               const trigger_found *occurrence) {
    uint32_t node = xc_tree_find(tree, occurrence->first);
    bool thing = scan_class_words(scan, occurrence->first, occurrence->last).tokens;
    return !thing && trigger_has_form(scan, occurrence, 1u << FORM_BASE) &&
           (scan_roles(scan, (int64_t)tree->nodes[node].first_token - 1) & FRAME_THE) &&
           xc_tree_next(tree, node, node) != XC_NO_HEAD;
}

void triggers_drop_nouns(sentence_scan *scan) {
    bool doubtful = false;
    for (size_t i = 0; i < scan->trigger_count; i++) {
        doubtful |= may_be_noun(scan, &scan->triggers[i]);
    }
    const xc_tree *tree = doubtful ? scan_tree(scan) : NULL;
    size_t kept = 0;
    for (size_t i = 0; tree && i < scan->trigger_count; i++) {
        trigger_found *found = &scan->triggers[i];
        bool noun = is_noun_of(scan, tree, found);
        found->nominal = noun && names_what_is_done(scan, tree, found);
        if (!noun || found->nominal) {
            scan->triggers[kept++] = *found;
        }
    }
    scan->trigger_count = tree ? kept : scan->trigger_count;
}
