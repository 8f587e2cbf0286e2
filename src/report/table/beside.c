// SPDX-License-Identifier: MIT
// What a case says of a claim or a group beside the record's own fields.
#include "report/table/table.h"

#include "crossclaim/compare.h"

#include <stdlib.h>
#include <string.h>

typedef struct beside_row {
    xc_slice group, verdict; // of a claim
    xc_slice decision, reviewer, decided, note;
} beside_row;

#define TEXT(field, about)                                                                     \
    { #field, XC_FIELD_TEXT, offsetof(beside_row, field), NULL, NULL, about }

static const xc_field beside_fields[] = {
    TEXT(group, "id of the group that the claim is in"),
    TEXT(verdict, "what the comparison of that group says"),
    TEXT(decision,
         "what a reviewer decided: confirm, reject, set_field, set_verdict, settled ..."),
    TEXT(reviewer, "who decided"),
    TEXT(decided, "when (ISO 8601)"),
    TEXT(note, "the reviewer's note"),
};
enum { BESIDE_FIELDS = sizeof beside_fields / sizeof *beside_fields, OF_A_CLAIM = 2 };

typedef struct membership {
    xc_slice claim;
    size_t group;
} membership;

static int by_claim(const void *a, const void *b) {
    return xc_slice_compare(((const membership *)a)->claim, ((const membership *)b)->claim);
}

// The members of all groups by claim; *count of them. NULL when memory is out.
static membership *list_members(const xc_case_content *content, xc_arena *arena,
                                size_t *count) {
    *count = 0;
    for (size_t i = 0; i < content->group_count; i++) {
        *count += content->groups[i].member_count;
    }
    membership *list = xc_arena_array(arena, *count, sizeof *list);
    size_t at = 0;
    for (size_t i = 0; list && i < content->group_count; i++) {
        for (size_t k = 0; k < content->groups[i].member_count; k++) {
            list[at++] = (membership){content->groups[i].members[k], i};
        }
    }
    if (list && *count) {
        qsort(list, *count, sizeof *list, by_claim);
    }
    return list;
}

static size_t group_of(const membership *list, size_t count, xc_slice claim) {
    membership wanted = {.claim = claim};
    const membership *at = count ? bsearch(&wanted, list, count, sizeof *list, by_claim) : NULL;
    return at ? at->group : SIZE_MAX;
}

static void set_decision(beside_row *row, const xc_case_content *content, uint32_t number) {
    if (number) {
        const xc_decision *decision = &content->decisions[number - 1];
        row->decision = xc_slice_of(xc_decision_kind_text(decision->kind));
        row->reviewer = decision->reviewer;
        row->decided = decision->made;
        row->note = decision->note;
    }
}

// Claims without a decision share the row of their group; those of no group have an empty one.
static bool claim_rows(const xc_case_content *content, const xc_claim_state *states,
                       xc_arena *arena, const void **out) {
    size_t count = 0;
    membership *list = list_members(content, arena, &count);
    beside_row *shared = xc_arena_array(arena, content->group_count + 1, sizeof *shared);
    if (!list || !shared) {
        return false;
    }
    for (size_t i = 0; i < content->group_count; i++) {
        shared[i].group = content->groups[i].id;
        shared[i].verdict = xc_slice_of(xc_verdict_text(content->groups[i].verdict));
    }
    for (size_t i = 0; i < content->claim_count; i++) {
        size_t group = group_of(list, count, content->claims[i].id);
        beside_row *row = &shared[group == SIZE_MAX ? content->group_count : group];
        if (states[i].latest) {
            beside_row *own = xc_arena_alloc(arena, sizeof *own);
            if (!own) {
                return false;
            }
            *own = *row;
            set_decision(own, content, states[i].latest);
            row = own;
        }
        out[i] = row;
    }
    return true;
}

// What was said of the group goes before what was said of one of its claims.
static uint32_t of_group(const xc_claim_state *state) {
    return state->of_group ? state->of_group : state->latest;
}

// The latest decision that holds for one of the group's claims.
static bool group_rows(const xc_case_content *content, const xc_claim_state *states,
                       xc_arena *arena, const void **out) {
    size_t count = 0;
    membership *list = list_members(content, arena, &count);
    beside_row *rows = xc_arena_array(arena, content->group_count, sizeof *rows);
    uint32_t *last = xc_arena_array(arena, content->group_count, sizeof *last);
    if (!list || !rows || !last) {
        return false;
    }
    for (size_t i = 0; i < content->claim_count; i++) {
        uint32_t latest = of_group(&states[i]);
        size_t group = latest ? group_of(list, count, content->claims[i].id) : SIZE_MAX;
        if (group != SIZE_MAX && latest > last[group]) {
            last[group] = latest;
        }
    }
    for (size_t i = 0; i < content->group_count; i++) {
        set_decision(&rows[i], content, last[i]);
        out[i] = &rows[i];
    }
    return true;
}

static bool add_fields(table_rows *rows, size_t from, xc_arena *arena) {
    size_t more = BESIDE_FIELDS - from;
    xc_field *fields = xc_arena_array(arena, rows->field_count + more, sizeof *fields);
    if (!fields) {
        return false;
    }
    memcpy(fields, rows->fields, rows->field_count * sizeof *fields);
    memcpy(fields + rows->field_count, beside_fields + from, more * sizeof *fields);
    rows->beside_from = rows->field_count;
    rows->fields = fields;
    rows->field_count += more;
    return true;
}

xc_status rows_beside(const xc_case_content *content, xc_table table, xc_arena *arena,
                      table_rows *rows, xc_error *error) {
    bool claims = table == XC_TABLE_CLAIMS;
    const void **beside = xc_arena_array(arena, rows->count, sizeof *beside);
    xc_claim_state *states = NULL;
    if (!beside) {
        return xc_fail_memory(error);
    }
    xc_status status = xc_decisions_claims(content, arena, &states, error);
    if (status != XC_OK) {
        return status;
    }
    bool made = claims ? claim_rows(content, states, arena, beside)
                       : group_rows(content, states, arena, beside);
    rows->beside = beside;
    return made && add_fields(rows, claims ? 0 : OF_A_CLAIM, arena) ? XC_OK
                                                                    : xc_fail_memory(error);
}
