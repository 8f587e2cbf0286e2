// SPDX-License-Identifier: MIT
// Compiled rules: what callers may ask of them, and their end.
#include "extract/rules/rules.h"

static bool combines(const xc_rules *rules, uint16_t whole, uint16_t part) {
    for (size_t i = 0; i < rules->combination_count; i++) {
        if (rules->combinations[i].whole == whole && rules->combinations[i].part == part) {
            return true;
        }
    }
    return false;
}

uint16_t rules_combined(const xc_rules *rules, uint16_t first, uint16_t second) {
    for (size_t i = 0; i < rules->combination_count; i++) {
        uint16_t whole = rules->combinations[i].whole;
        if ((whole == first || combines(rules, whole, first)) &&
            (whole == second || combines(rules, whole, second))) {
            return whole;
        }
    }
    return NO_MEASURE;
}

void xc_rules_free(xc_rules *rules) {
    if (!rules) {
        return;
    }
    for (size_t i = 0; i < rules->rule_count; i++) {
        pcre2_code_free(rules->rules[i].pattern);
        if (rules->rules[i].jit) {
            (void)pthread_mutex_destroy(&rules->rules[i].jit->lock);
        }
    }
    for (size_t i = 0; i < rules->language_count; i++) {
        language_rules *language = &rules->languages[i];
        xc_language_free(language->recogniser);
        xc_splitter_free(language->splitter);
        xc_syntax_close(language->syntax);
        xc_phrases_free(language->triggers);
        xc_phrases_free(language->tails);
        xc_phrases_free(language->beside);
        xc_phrases_free(language->statements);
        xc_phrases_free(language->class_words);
        xc_phrases_free(language->around);
        speaker_words_release(&language->speakers);
    }
    xc_gazetteer_close(rules->gazetteer);
    xc_phrases_free(rules->silent.triggers); // all six are one
    xc_lexicon_free(rules->lexicon);
    xc_arena_free(rules->arena);
}

const xc_measure *xc_rules_measures(const xc_rules *rules, size_t *count) {
    *count = rules->measure_count;
    return rules->measures;
}

const xc_term *xc_rules_terms(const xc_rules *rules, size_t *count) {
    *count = rules->term_count;
    return rules->terms;
}

uint64_t xc_rules_model(const xc_rules *rules, xc_slice language) {
    for (size_t i = 0; i < rules->language_count; i++) {
        const language_rules *at = &rules->languages[i];
        if (xc_slice_equal(at->name, language)) {
            return at->syntax ? xc_syntax_hash(at->syntax) : 0;
        }
    }
    return 0;
}

const xc_pack *xc_rules_packs(const xc_rules *rules, size_t *count) {
    *count = rules->pack_count;
    return rules->packs;
}

size_t xc_rules_count(const xc_rules *rules) {
    return rules->rule_count;
}

static const char *kind_name(rule_kind kind) {
    switch (kind) {
    case RULE_VERBS:
        return "verbs";
    case RULE_NOUNS:
        return "nouns";
    case RULE_ADJECTIVES:
        return "adjectives";
    case RULE_PATTERN:
        return "pattern";
    case RULE_QUANTITY:
        return "quantities";
    case RULE_STATEMENT:
        return "statement";
    }
    return "";
}

xc_rule_info xc_rules_info(const xc_rules *rules, size_t index) {
    const pack_rule *rule = &rules->rules[index];
    xc_rule_info info = {
        .pack = rule->pack,
        .id = rule->id,
        .label = rule->label,
        .measure = rules->measures[rule->measure].name,
        .kind = kind_name(rule->kind),
        .path = rule->path,
        .line = rule->line,
    };
    for (size_t i = 0; i < rule->example_count; i++) {
        *(rule->examples[i].fails ? &info.fails : &info.matches) += 1;
    }
    return info;
}
