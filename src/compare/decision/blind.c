// SPDX-License-Identifier: MIT
// What a reviewer sees who decides blind: of others' decisions only those on what this one decided,
// too, so that neither leads the other (double coding: Krippendorff 2004, Content Analysis, 11).
#include "crossclaim/compare.h"

#include "compare/decision/trace.h"

enum { ON_CLAIM = 1, ON_FIELD = 2, ON_GROUP = 4, ON_PARTS = 8 };

typedef struct blinded {
    const xc_case_content *content;
    const trace *traces;
    xc_slice reviewer;
    unsigned char *own; // for each claim: the matters that the reviewer decided
    bool *shown;        // for each decision
} blinded;

static unsigned char matter_of(xc_decision_kind kind) {
    switch (kind) {
    case XC_CONFIRM:
    case XC_REJECT:
        return ON_CLAIM;
    case XC_SET_FIELD:
        return ON_FIELD;
    case XC_ALWAYS_SAME:
    case XC_NEVER_SAME:
    case XC_NOT_HERE:
    case XC_SPLIT:
        return ON_PARTS;
    default:
        return ON_GROUP;
    }
}

static bool is_own(const blinded *b, const xc_decision *decision) {
    return xc_slice_equal(decision->reviewer, b->reviewer);
}

static void mark_own(const blinded *b, size_t index) {
    const xc_decision *decision = &b->content->decisions[index];
    const trace *found = &b->traces[index];
    for (size_t i = 0; !found->undone && i < found->count; i++) {
        if (found->claims[i] != NO_CLAIM) {
            b->own[found->claims[i]] |= matter_of(decision->kind);
        }
    }
}

// A field is one matter of several, and so is what is said of a document.
static bool has_own_like(const blinded *b, const xc_decision *other, const trace *found) {
    for (size_t i = 0; i < b->content->decision_count; i++) {
        const xc_decision *own = &b->content->decisions[i];
        const trace *at = &b->traces[i];
        bool like = is_own(b, own) && !at->undone && at->count == found->count &&
                    matter_of(own->kind) == matter_of(other->kind) &&
                    xc_slice_equal(own->field, other->field);
        if (like && (found->count ? at->claims[0] == found->claims[0]
                                  : xc_slice_equal(own->target, other->target))) {
            return true;
        }
    }
    return false;
}

static bool may_be_seen(const blinded *b, size_t index) {
    const xc_decision *decision = &b->content->decisions[index];
    const trace *found = &b->traces[index];
    unsigned char matter = matter_of(decision->kind);
    if (!found->count || matter == ON_FIELD) {
        return has_own_like(b, decision, found);
    }
    for (size_t i = 0; i < found->count; i++) {
        if (found->claims[i] != NO_CLAIM && (b->own[found->claims[i]] & matter)) {
            return true;
        }
    }
    return false;
}

// Who undoes something is seen by those who saw it.
static bool undoes_what_is_shown(const blinded *b, size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (b->shown[i] &&
            xc_slice_equal(b->content->decisions[i].key, b->content->decisions[index].target)) {
            return true;
        }
    }
    return false;
}

static xc_status find_shown(const xc_case_content *content, xc_slice reviewer, xc_arena *arena,
                            bool **out, xc_error *error) {
    trace *traces = NULL;
    xc_status status = traces_make(content, arena, &traces, error);
    blinded b = {.content = content, .traces = traces, .reviewer = reviewer};
    b.own = xc_arena_array(arena, content->claim_count + 1, sizeof *b.own);
    b.shown = xc_arena_array(arena, content->decision_count + 1, sizeof *b.shown);
    if (status != XC_OK || !b.own || !b.shown) {
        return status != XC_OK ? status : xc_fail_memory(error);
    }
    for (size_t i = 0; i < content->decision_count; i++) {
        if (is_own(&b, &content->decisions[i])) {
            mark_own(&b, i);
        }
    }
    for (size_t i = 0; i < content->decision_count; i++) {
        b.shown[i] = is_own(&b, &content->decisions[i]) ||
                     (content->decisions[i].kind == XC_UNDO ? undoes_what_is_shown(&b, i)
                                                            : may_be_seen(&b, i));
    }
    *out = b.shown;
    return XC_OK;
}

xc_status xc_decisions_blind(xc_case_content *content, xc_slice reviewer, xc_arena *arena,
                             xc_error *error) {
    bool *shown = NULL;
    size_t kept = 0;
    xc_groups groups;
    xc_status status = find_shown(content, reviewer, arena, &shown, error);
    for (size_t i = 0; shown && i < content->decision_count; i++) {
        if (shown[i]) {
            content->decisions[kept++] = content->decisions[i];
        }
    }
    if (status != XC_OK || kept == content->decision_count) {
        return status;
    }
    content->decision_count = kept;
    // The groups of the case follow all decisions; these follow what is seen.
    status = xc_compare(content, arena, &groups, error);
    if (status == XC_OK) {
        content->groups = groups.items;
        content->group_count = groups.count;
        content->incidents = groups.incidents;
        content->incident_count = groups.incident_count;
    }
    return status;
}
