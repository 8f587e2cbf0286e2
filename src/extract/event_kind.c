// SPDX-License-Identifier: MIT
// Of which kind a happening is by the noun that names it, and where such a noun names none.
#include "extract/event.h"

#include "extract/statement/statement.h"
#include "extract/tokens.h"

// Back over a hyphen: "cease-fire".
static int64_t word_before(const sentence_scan *scan, uint32_t token) {
    return (int64_t)token - (scan_mark_at(scan, (int64_t)token - 1) == '-' ? 2 : 1);
}

// "fire chief", "riot police": whose name it is a part of. Not "the storm authorities".
static bool is_in_body(const sentence_scan *scan, uint32_t noun) {
    return speaker_noun_at(&scan->language->speakers, scan->text, noun,
                           scan->sentence->last_token)
               .tokens > 1;
}

bool event_happens(const sentence_scan *scan, uint32_t noun) {
    uint32_t before = scan_happening(scan, word_before(scan, noun));
    bool shots = scan_happening(scan, noun) & HAPPENING_SHOTS && before & HAPPENING_FIRE;
    return !shots && !(before & HAPPENING_FIGURE) && !is_in_body(scan, noun);
}

// The predicate of the rule whose noun is the words [first, noun]; empty where there is none.
static xc_slice predicate_of(const sentence_scan *scan, uint32_t first, uint32_t noun) {
    xc_phrase_match match =
        xc_phrases_match(scan->language->statements, scan->text, first, noun + 1);
    for (uint32_t i = 0; first + match.tokens == noun + 1 && i < match.payload_count; i++) {
        const rule_trigger *trigger = &scan->language->trigger_list[match.payloads[i]];
        if ((1u << trigger->form) & STATEMENT_NOUN_FORMS) {
            return scan->rules->rules[trigger->rule].predicate;
        }
    }
    return (xc_slice){0};
}

xc_slice event_kind(const sentence_scan *scan, uint32_t first, uint32_t noun) {
    for (; first <= noun; first++) {
        xc_slice predicate = predicate_of(scan, first, noun);
        if (predicate.len) {
            return predicate;
        }
    }
    return xc_token_slice(scan->text, noun);
}

void event_kinds_settle(const sentence_scan *scan, event_words *events) {
    for (size_t i = 0; i < events->count; i++) {
        event_mention *mention = &events->items[i];
        xc_word word = scan->text->tokens[mention->token].word;
        for (size_t k = i; mention->bare && word && k > 0; k--) {
            const event_mention *fuller = &events->items[k - 1];
            if (!fuller->bare && scan->text->tokens[fuller->token].word == word) {
                mention->kind = fuller->kind;
                break;
            }
        }
    }
}
