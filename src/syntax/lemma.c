// SPDX-License-Identifier: MIT
// Looks up the rule for a word's end.
#include "syntax/lemma.h"

#include <string.h>

bool lemma_take(const void *bytes, size_t size, lemma_rules *out) {
    size_t count = size / sizeof *out->places;
    *out = (lemma_rules){bytes, (uint32_t)count};
    if (count == 0 || (count & (count - 1)) != 0 || count * sizeof *out->places != size) {
        return false;
    }
    bool free_place = false;
    for (size_t i = 0; i < count; i++) {
        free_place |= out->places[i].key == 0;
        if (!memchr(out->places[i].add, '\0', sizeof out->places[i].add)) {
            return false;
        }
    }
    return free_place;
}

uint32_t lemma_key(uint8_t tag, xc_slice end, uint32_t length) {
    uint32_t hash = 2166136261u ^ (tag * 0x9E3779B9u) ^ length << 8;
    for (size_t i = 0; i < end.len; i++) {
        hash = (hash ^ (unsigned char)end.ptr[i]) * 16777619u;
    }
    hash ^= hash >> 15;
    return hash ? hash : 1;
}

static uint32_t home_of(const lemma_rules *rules, uint32_t key) {
    return (key * 0x9E3779B9u) & (rules->count - 1);
}

static const lemma_rule *look_up(const lemma_rules *rules, uint32_t key) {
    uint32_t at = home_of(rules, key);
    while (rules->places[at].key && rules->places[at].key != key) {
        at = (at + 1) & (rules->count - 1);
    }
    return rules->places[at].key ? &rules->places[at] : NULL;
}

// All places are asked for before the first is looked at: most words have a short ending's rule.
const lemma_rule *lemma_find(const lemma_rules *rules, uint8_t tag, xc_slice folded) {
    uint32_t keys[LEMMA_END + 1] = {lemma_key(tag, folded, LEMMA_WHOLE)};
    uint32_t count = 1;
    for (size_t length = LEMMA_END; length > 0; length--) {
        if (length < folded.len) {
            keys[count++] = lemma_key(
                tag, xc_slice_sub(folded, folded.len - length, folded.len), (uint32_t)length);
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        __builtin_prefetch(&rules->places[home_of(rules, keys[i])]);
    }
    const lemma_rule *rule = NULL;
    for (uint32_t i = 0; i < count && !rule; i++) {
        rule = look_up(rules, keys[i]);
    }
    return rule;
}

size_t lemma_write(const lemma_rule *rule, xc_slice folded,
                   char out[FORM_LONGEST + LEMMA_ADDED]) {
    size_t kept = folded.len;
    size_t added = 0;
    if (rule && rule->strip <= folded.len && (rule->add[0] || rule->strip < folded.len)) {
        kept -= rule->strip;
        added = strlen(rule->add);
        memcpy(out + kept, rule->add, added);
    }
    memcpy(out, folded.ptr, kept);
    return kept + added;
}
