// SPDX-License-Identifier: MIT
// What a reviewer sees who decides blind: of others' decisions only those on what this one decided,
// too, so that neither leads the other (double coding: Krippendorff 2004, Content Analysis, 11).
#include "crossclaim/compare.h"

#include "compare/decision/trace.h"

#include <stdlib.h>

enum { ON_CLAIM = 1, ON_FIELD = 2, ON_GROUP = 4, ON_PARTS = 8 };

// What a decision is on, to be found among those of the reviewer.
typedef struct subject {
    xc_slice field, target; // the target where no claims are named
    size_t count;
    uint32_t claim; // the first
    unsigned char matter;
} subject;

typedef struct keyed {
    xc_slice key;
    size_t decision;
} keyed;

typedef struct blinded {
    const xc_case_content *content;
    const trace *traces;
    xc_slice reviewer;
    unsigned char *own; // for each claim: the matters that the reviewer decided
    bool *shown;        // for each decision
    subject *subjects;  // of the reviewer's decisions, sorted
    size_t subject_count;
    keyed *keys; // of all decisions, sorted
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
static subject subject_of(const xc_decision *decision, const trace *found) {
    return (subject){.field = decision->field,
                     .target = found->count ? (xc_slice){0} : decision->target,
                     .count = found->count,
                     .claim = found->count ? found->claims[0] : NO_CLAIM,
                     .matter = matter_of(decision->kind)};
}

static int by_subject(const void *a, const void *b) {
    const subject *one = a;
    const subject *other = b;
    int order = (one->matter > other->matter) - (one->matter < other->matter);
    order = order ? order : (one->count > other->count) - (one->count < other->count);
    order = order ? order : (one->claim > other->claim) - (one->claim < other->claim);
    order = order ? order : xc_slice_compare(one->field, other->field);
    return order ? order : xc_slice_compare(one->target, other->target);
}

static bool has_own_like(const blinded *b, const xc_decision *other, const trace *found) {
    subject wanted = subject_of(other, found);
    return b->subject_count &&
           bsearch(&wanted, b->subjects, b->subject_count, sizeof wanted, by_subject);
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

static int by_key(const void *a, const void *b) {
    const keyed *one = a;
    const keyed *other = b;
    return xc_slice_compare(one->key, other->key);
}

// Who undoes something is seen by those who saw it.
static bool undoes_what_is_shown(const blinded *b, size_t index) {
    keyed wanted = {.key = b->content->decisions[index].target};
    const keyed *found =
        bsearch(&wanted, b->keys, b->content->decision_count, sizeof wanted, by_key);
    return found && found->decision < index && b->shown[found->decision];
}

static bool prepare(blinded *b, xc_arena *arena) {
    const xc_case_content *content = b->content;
    size_t count = content->decision_count;
    b->own = xc_arena_array(arena, content->claim_count + 1, sizeof *b->own);
    b->shown = xc_arena_array(arena, count + 1, sizeof *b->shown);
    b->subjects = xc_arena_array(arena, count + 1, sizeof *b->subjects);
    b->keys = xc_arena_array(arena, count + 1, sizeof *b->keys);
    if (!b->own || !b->shown || !b->subjects || !b->keys) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const xc_decision *decision = &content->decisions[i];
        b->keys[i] = (keyed){decision->key, i};
        if (is_own(b, decision)) {
            mark_own(b, i);
        }
        if (is_own(b, decision) && !b->traces[i].undone) {
            b->subjects[b->subject_count++] = subject_of(decision, &b->traces[i]);
        }
    }
    qsort(b->keys, count, sizeof *b->keys, by_key);
    qsort(b->subjects, b->subject_count, sizeof *b->subjects, by_subject);
    return true;
}

static xc_status find_shown(const xc_case_content *content, xc_slice reviewer, xc_arena *arena,
                            bool **out, xc_error *error) {
    trace *traces = NULL;
    xc_status status = traces_make(content, arena, &traces, error);
    blinded b = {.content = content, .traces = traces, .reviewer = reviewer};
    if (status != XC_OK || !prepare(&b, arena)) {
        return status != XC_OK ? status : xc_fail_memory(error);
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
