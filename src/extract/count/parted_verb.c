// SPDX-License-Identifier: MIT
// Verb phrases that an object parts: "took 12 men into custody", "ordered 300 families to leave".
#include "extract/count/linking.h"

enum {
    MOST_PARTED = 14, // words between a verb and what belongs to it
    CLAUSE_ENDS = G_SUBORDINATE | G_RELATIVE | G_REPORT,
};

// A particle or preposition alone belongs to the verb only where nothing follows for it to
// govern: "rounded 40 men up.", not "rounded 40 men up the hill".
static bool stands_free(const sentence_scan *scan, uint32_t first, uint32_t last) {
    uint32_t grammar = scan_grammar(scan, first);
    if (last - first > 1 || !(grammar & (G_PREPOSITION | G_ADVERB))) {
        return true;
    }
    return last >= scan->sentence->last_token || scan_mark_at(scan, last) ||
           (scan_grammar(scan, last) & (G_CONJUNCTION | G_PREPOSITION | G_SUBORDINATE));
}

// The trigger that covers a token, or NONE.
static int trigger_over(const sentence_scan *scan, uint32_t token) {
    for (size_t i = 0; i < scan->trigger_count; i++) {
        if (scan->triggers[i].first <= token && token < scan->triggers[i].last) {
            return (int)i;
        }
    }
    return NONE;
}

static bool ends_clause(const sentence_scan *scan, uint32_t token) {
    char mark = scan_mark_at(scan, token);
    return mark == ';' || mark == ':' || mark == '.' ||
           (scan_grammar(scan, token) & CLAUSE_ENDS);
}

// The triggers of the phrase whose verb is this word, of rules that count such an object: of
// others the verb alone may ("brought 600 tents to the camp").
static uint32_t triggers_of(const sentence_scan *scan, const xc_phrase_match *tail,
                            xc_word verb, const noun_group *object, uint32_t *out) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < tail->payload_count; i++) {
        const parted_verb *parted = &scan->language->parted_list[tail->payloads[i]];
        if (parted->verb == verb &&
            rule_accepts(
                scan, &scan->rules->rules[scan->language->trigger_list[parted->trigger].rule],
                object)) {
            out[count++] = parted->trigger;
        }
    }
    return count;
}

// Makes of the verb the phrase that it is the head of.
static void set_trigger(sentence_scan *scan, uint32_t verb, const uint32_t *payloads,
                        uint32_t count) {
    int known = trigger_over(scan, verb);
    if (known != NONE && scan->triggers[known].last > verb + 1) {
        return;
    }
    if (known == NONE) {
        known = (int)scan->trigger_count;
        if (!xc_arena_grow(scan->arena, &scan->triggers, scan->trigger_count,
                           &scan->trigger_capacity, sizeof *scan->triggers)) {
            scan->status = XC_NO_MEMORY;
            return;
        }
        scan->trigger_count++;
    }
    scan->triggers[known] = (trigger_found){.first = verb,
                                            .last = verb + 1,
                                            .payloads = payloads,
                                            .payload_count = count,
                                            .group = NONE};
}

static void join_parts(sentence_scan *scan, uint32_t tail_first, const xc_phrase_match *tail) {
    uint32_t *payloads = xc_arena_array(scan->arena, tail->payload_count, sizeof *payloads);
    if (!payloads) {
        scan->status = XC_NO_MEMORY;
        return;
    }
    uint32_t begin = scan->sentence->first_token;
    for (uint32_t token = tail_first; token > begin && tail_first - token < MOST_PARTED;) {
        token--;
        int object = group_after(scan, token + 1);
        bool between = object != NONE && scan->groups[object].first < tail_first;
        uint32_t count = between ? triggers_of(scan, tail, scan_token_at(scan, token)->word,
                                               &scan->groups[object], payloads)
                                 : 0;
        if (count) {
            set_trigger(scan, token, payloads, count);
            return;
        }
        if (ends_clause(scan, token)) {
            return;
        }
    }
}

void scan_parted_verbs(sentence_scan *scan) {
    uint32_t last = scan->sentence->last_token;
    for (uint32_t token = scan->sentence->first_token + 2; token < last; token++) {
        xc_word word = scan_token_at(scan, token)->word;
        if (!(phrase_starts_of(scan->language, word) & STARTS_TAIL)) {
            continue;
        }
        xc_phrase_match tail = xc_phrases_match(scan->language->tails, scan->text, token, last);
        if (tail.tokens && stands_free(scan, token, token + tail.tokens)) {
            join_parts(scan, token, &tail);
        }
    }
}
