// SPDX-License-Identifier: MIT
// Words of the rules that stand in a sentence.
#include "extract/cascade.h"

void xc_scan_triggers(xc_scan *scan) {
    const xc_language_rules *language = scan->language;
    uint32_t last = scan->sentence->last_token;
    scan->trigger_count = 0;
    for (uint32_t token = scan->sentence->first_token; token < last;) {
        xc_word word = xc_scan_token(scan, token)->word;
        if (!(xc_starts_of(language, word) & XC_STARTS_COUNTED)) {
            token++;
            continue;
        }
        xc_phrase_match match = xc_phrases_match(language->triggers, scan->text, token, last);
        if (!match.tokens) {
            token++;
            continue;
        }
        xc_occurrence *occurrence =
            xc_arena_grow(scan->arena, &scan->triggers, scan->trigger_count,
                          &scan->trigger_capacity, sizeof *occurrence);
        if (!occurrence) {
            scan->status = XC_NO_MEMORY;
            return;
        }
        *occurrence = (xc_occurrence){
            token, token + match.tokens, match.payloads, match.payload_count, XC_NONE, false};
        scan->trigger_count++;
        token += match.tokens;
    }
}

int xc_trigger_at(const xc_scan *scan, uint32_t token) {
    for (size_t i = 0; i < scan->trigger_count; i++) {
        if (scan->triggers[i].first == token) {
            return (int)i;
        }
    }
    return XC_NONE;
}

bool xc_trigger_has_form(const xc_scan *scan, const xc_occurrence *occurrence, unsigned forms) {
    for (uint32_t i = 0; i < occurrence->payload_count; i++) {
        if ((forms >> scan->language->trigger_list[occurrence->payloads[i]].form) & 1) {
            return true;
        }
    }
    return false;
}

size_t xc_scan_senses(const xc_scan *scan, const xc_occurrence *occurrence,
                      uint32_t senses[XC_MOST_SENSES]) {
    size_t count = 0;
    for (uint32_t i = 0; i < occurrence->payload_count && count < XC_MOST_SENSES; i++) {
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

unsigned xc_scan_forms(const xc_scan *scan, const xc_occurrence *occurrence, uint32_t rule) {
    unsigned forms = 0;
    for (uint32_t i = 0; i < occurrence->payload_count; i++) {
        const xc_trigger *trigger = &scan->language->trigger_list[occurrence->payloads[i]];
        forms |= trigger->rule == rule ? 1u << trigger->form : 0;
    }
    return forms;
}
