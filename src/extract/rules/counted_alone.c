// SPDX-License-Identifier: MIT
// Which quantities are claims by themselves: told by the words that stand beside them.
#include "extract/rules/rules.h"

enum { LONGEST_BESIDE = 5 }; // tokens of a phrase that stands before a quantity

typedef struct beside_search {
    const xc_rules *rules;
    const language_rules *language;
    uint32_t rule;
    beside_kind wanted;
} beside_search;

static bool names_rule(const beside_search *search, xc_phrase_match match) {
    for (uint32_t i = 0; i < match.payload_count; i++) {
        const around_words *around = &search->language->around_list[match.payloads[i]];
        if (around->rule == search->rule && around->beside == search->wanted) {
            return true;
        }
    }
    return false;
}

// Whether a phrase ends just before the token.
static bool stands_before(const beside_search *search, const xc_text *text, size_t first,
                          size_t token) {
    for (size_t back = 1; back <= LONGEST_BESIDE && back <= token - first; back++) {
        xc_phrase_match match =
            xc_phrases_match(search->language->around, text, token - back, token);
        if (match.tokens == back && names_rule(search, match)) {
            return true;
        }
    }
    return false;
}

static bool stands_behind(const beside_search *search, const xc_text *text, size_t token,
                          size_t last) {
    if (token >= last) {
        return false;
    }
    xc_phrase_match match = xc_phrases_match(search->language->around, text, token, last);
    return match.tokens && names_rule(search, match);
}

// "six-week conflict", "10 months' blockade": the unit is joined to its number, or a
// possessive, and a word stands behind.
static bool is_attributive(const xc_text *text, const xc_quantity *quantity, size_t last) {
    size_t next = quantity->last_token;
    if (next >= last || text->tokens[next].kind != XC_TOKEN_WORD) {
        return false;
    }
    for (size_t i = quantity->first_token + 1; i < quantity->last_token; i++) {
        const xc_token *token = &text->tokens[i];
        if (token->mark == '-' && !(token->flags & XC_TOKEN_SPACE_BEFORE) &&
            i + 1 == quantity->last_token - 1) {
            return true;
        }
    }
    return false;
}

static bool takes(const xc_rules *rules, const language_rules *language, uint32_t index,
                  const xc_text *text, const xc_quantity *quantity) {
    const pack_rule *rule = &rules->rules[index];
    const xc_sentence *sentence = &text->sentences[quantity->sentence];
    size_t first = quantity->first_token, next = quantity->last_token;
    size_t start = sentence->first_token, end = sentence->last_token;
    if (!(rule->quantities & (1U << quantity->kind))) {
        return false;
    }
    beside_search search = {rules, language, index, RULE_FORBIDS};
    if (stands_before(&search, text, start, first) || stands_behind(&search, text, next, end)) {
        return false;
    }
    if (rule->anywhere || (rule->attributive && is_attributive(text, quantity, end))) {
        return true;
    }
    search.wanted = STANDS_BEFORE;
    if (stands_before(&search, text, start, first)) {
        return true;
    }
    search.wanted = STANDS_BEHIND;
    return stands_behind(&search, text, next, end);
}

const pack_rule *rules_quantity(const xc_rules *rules, const language_rules *language,
                                const xc_text *text, const xc_quantity *quantity) {
    size_t count = language->quantity_rule_count;
    size_t own = count; // a user's rules are the last ones, and come first
    while (own > 0 && rules->rules[language->quantity_rules[own - 1]].own) {
        own--;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t index = language->quantity_rules[(own + i) % count];
        if (takes(rules, language, index, text, quantity)) {
            return &rules->rules[index];
        }
    }
    return NULL;
}
