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

static const lemma_rule *look_up(const lemma_rules *rules, uint32_t key) {
    uint32_t at = (key * 0x9E3779B9u) & (rules->count - 1);
    while (rules->places[at].key && rules->places[at].key != key) {
        at = (at + 1) & (rules->count - 1);
    }
    return rules->places[at].key ? &rules->places[at] : NULL;
}

const lemma_rule *lemma_find(const lemma_rules *rules, uint8_t tag, xc_slice folded) {
    const lemma_rule *rule = look_up(rules, lemma_key(tag, folded, LEMMA_WHOLE));
    for (size_t length = LEMMA_END; !rule && length > 0; length--) {
        if (length < folded.len) {
            rule = look_up(rules,
                           lemma_key(tag, xc_slice_sub(folded, folded.len - length, folded.len),
                                     (uint32_t)length));
        }
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
