// SPDX-License-Identifier: MIT
// Decisions by the places of their claims among the profiles.
#include "compare/decision/decide.h"

#include "compare/decision/trace.h"
#include "crossclaim/compare.h"

#include <stdlib.h>

static int by_number(const void *a, const void *b) {
    const uint32_t *one = a;
    const uint32_t *other = b;
    return (*one > *other) - (*one < *other);
}

static int by_first(const void *a, const void *b) {
    const decided_verdict *one = a;
    const decided_verdict *other = b;
    if (one->claims[0] != other->claims[0]) {
        return one->claims[0] < other->claims[0] ? -1 : 1;
    }
    return (one->decision > other->decision) - (one->decision < other->decision);
}

// How many of the claims part from the others: those that stand first, or, each from each, all.
// 0 where the decision parts none, or more than a person can have meant.
static size_t parted_of(const xc_decision *decision, const trace *found) {
    xc_decimal number = {.digits = 1};
    bool parts = decision->kind == XC_NOT_HERE || decision->kind == XC_SPLIT;
    bool all = decision->kind == XC_SPLIT && !decision->value.len;
    if (!parts || found->count < 2) {
        return 0;
    }
    if (all) {
        return found->count <= XC_MOST_PARTED ? found->count : 0;
    }
    bool told = !decision->value.len || xc_decimal_parse(decision->value, &number);
    double first = told ? xc_decimal_double(number) : 0;
    return first >= 1 && first <= XC_MOST_PARTED && first < (double)found->count ? (size_t)first
                                                                                 : 0;
}

// How many pairs a decision keeps apart at most.
static size_t pairs_of(const xc_decision *decision, const trace *found) {
    size_t parted = parted_of(decision, found);
    return parted ? parted * found->count : 1;
}

static void put_pair(uint32_t one, uint32_t other, decided_pair *list, size_t *count) {
    if (one != other && one != NO_CLAIM && other != NO_CLAIM) {
        list[(*count)++] = (decided_pair){one, other};
    }
}

static void put_parted(const xc_decision *decision, const trace *found, decisions *out) {
    size_t parted = parted_of(decision, found);
    bool all = parted == found->count;
    for (size_t i = 0; i < parted; i++) {
        for (size_t k = all ? i + 1 : parted; k < found->count; k++) {
            put_pair(found->claims[i], found->claims[k], out->never, &out->never_count);
        }
    }
}

static void put(const xc_decision *decision, const trace *found, decisions *out) {
    if (decision->kind == XC_NOT_HERE || decision->kind == XC_SPLIT) {
        put_parted(decision, found, out);
    } else if (!found->whole) {
        return;
    } else if (decision->kind == XC_SET_VERDICT) {
        qsort(found->claims, found->count, sizeof *found->claims, by_number);
        out->verdicts[out->verdict_count++] =
            (decided_verdict){decision, found->claims, found->count};
    } else if (decision->kind == XC_ALWAYS_SAME) {
        put_pair(found->claims[0], found->claims[1], out->always, &out->always_count);
    } else if (decision->kind == XC_NEVER_SAME) {
        put_pair(found->claims[0], found->claims[1], out->never, &out->never_count);
    }
}

// Where each of the content's claims stands among the profiles.
static uint32_t *places_of(const profiles *all, const xc_case_content *content,
                           xc_arena *arena) {
    uint32_t *places = xc_arena_array(arena, content->claim_count, sizeof *places);
    for (uint32_t i = 0; places && i < all->count; i++) {
        places[all->claims[i].claim - content->claims] = i;
    }
    return places;
}

xc_status decisions_find(const profiles *all, const xc_case_content *content, xc_arena *arena,
                         decisions *out, xc_error *error) {
    size_t count = content->decision_count;
    trace *traces = NULL;
    *out = (decisions){.all = all};
    if (count == 0 || all->count == 0) {
        return XC_OK;
    }
    xc_status status = traces_make(content, arena, &traces, error);
    if (status != XC_OK) {
        return status;
    }
    size_t pairs = 0;
    for (size_t i = 0; i < count; i++) {
        pairs += pairs_of(&content->decisions[i], &traces[i]);
    }
    uint32_t *places = places_of(all, content, arena);
    out->always = xc_arena_array(arena, count, sizeof *out->always);
    out->never = xc_arena_array(arena, pairs, sizeof *out->never);
    out->verdicts = xc_arena_array(arena, count, sizeof *out->verdicts);
    if (!places || !out->always || !out->never || !out->verdicts) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < traces[i].count; k++) {
            uint32_t *claim = &traces[i].claims[k];
            *claim = *claim == NO_CLAIM ? NO_CLAIM : places[*claim];
        }
        if (traces[i].found && !traces[i].undone) {
            put(&content->decisions[i], &traces[i], out);
        }
    }
    qsort(out->verdicts, out->verdict_count, sizeof *out->verdicts, by_first);
    return XC_OK;
}

static bool is_member(const cluster *group, const profiles *all, uint32_t claim) {
    size_t low = 0;
    size_t high = group->count;
    while (low < high) { // members are in the order of the profiles
        size_t middle = low + (high - low) / 2;
        if (group->members[middle] < &all->claims[claim]) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < group->count && group->members[low] == &all->claims[claim];
}

static bool holds_all(const cluster *group, const profiles *all, const decided_verdict *set) {
    for (size_t i = 0; i < set->count; i++) {
        if (!is_member(group, all, set->claims[i])) {
            return false;
        }
    }
    return true;
}

static size_t first_verdict(const decisions *decided, uint32_t claim) {
    size_t low = 0;
    size_t high = decided->verdict_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (decided->verdicts[middle].claims[0] < claim) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const xc_decision *decision_for(const cluster *group, const decisions *decided,
                                const xc_decision **outgrown) {
    const xc_decision *latest = NULL;
    *outgrown = NULL;
    for (size_t i = 0; decided->verdict_count && i < group->count; i++) {
        uint32_t claim = (uint32_t)(group->members[i] - decided->all->claims);
        for (size_t k = first_verdict(decided, claim);
             k < decided->verdict_count && decided->verdicts[k].claims[0] == claim; k++) {
            const decided_verdict *set = &decided->verdicts[k];
            const xc_decision **place = set->count == group->count ? &latest : outgrown;
            if ((!*place || set->decision >= *place) && holds_all(group, decided->all, set)) {
                *place = set->decision;
            }
        }
    }
    *outgrown = latest ? NULL : *outgrown;
    return latest;
}
