// SPDX-License-Identifier: MIT
// Whether a reviewer's decisions still hold.
#include "crossclaim/compare.h"

#include "compare/decision/trace.h"

// Whether the claims that a verdict was set for are a group, no more and no less.
static bool is_group(const xc_case_content *content, const uint32_t *groups,
                     const trace *found) {
    uint32_t group = found->count ? groups[found->claims[0]] : NO_GROUP;
    for (size_t i = 0; i < found->count; i++) {
        if (groups[found->claims[i]] != group) {
            return false;
        }
    }
    return group != NO_GROUP && content->groups[group].member_count == found->count;
}

static bool is_of_a_group(xc_decision_kind kind) {
    return kind == XC_SET_VERDICT || kind == XC_SETTLED || kind == XC_OPEN_QUESTION;
}

static bool is_of_a_pair(xc_decision_kind kind) {
    return kind == XC_NEVER_SAME || kind == XC_ALWAYS_SAME;
}

bool is_target(xc_slice target, xc_slice document_key, xc_slice source) {
    static const xc_slice prefix = XC_SLICE_INIT("source:");
    return xc_slice_starts(target, prefix)
               ? xc_slice_equal(xc_slice_sub(target, prefix.len, target.len), source)
               : xc_slice_equal(target, document_key);
}

static bool target_is_there(const xc_case_content *content, const xc_decision *decision) {
    for (size_t i = 0; i < content->document_count; i++) {
        if (is_target(decision->target, content->documents[i].key,
                      content->documents[i].source)) {
            return true;
        }
    }
    return decision->kind == XC_UNDO;
}

static xc_standing standing_of(const xc_case_content *content, const xc_decision *decision,
                               const trace *found, bool outgrown) {
    bool needs_all = is_of_a_group(decision->kind) || is_of_a_pair(decision->kind) ||
                     decision->kind == XC_SET_FIELD;
    if (found->undone) {
        return XC_UNDONE;
    }
    if (!found->count) {
        return target_is_there(content, decision) ? XC_STANDS : XC_LOST;
    }
    if (!found->whole) {
        return needs_all || !found->found ? XC_LOST : XC_PARTLY;
    }
    return outgrown ? XC_OUTGROWN : found->moved ? XC_MOVED : XC_STANDS;
}

xc_status xc_decisions_standing(const xc_case_content *content, xc_arena *arena,
                                xc_standing **out, xc_error *error) {
    trace *traces = NULL;
    claim_ids ids;
    *out = xc_arena_array(arena, content->decision_count, sizeof **out);
    if (content->decision_count == 0) {
        return XC_OK;
    }
    uint32_t *groups =
        claim_ids_make(content, arena, &ids) ? claim_ids_groups(&ids, arena) : NULL;
    if (!*out || !groups) {
        return xc_fail_memory(error);
    }
    xc_status status = traces_make(content, arena, &traces, error);
    for (size_t i = 0; i < content->decision_count && status == XC_OK; i++) {
        bool outgrown = is_of_a_group(content->decisions[i].kind) && traces[i].whole &&
                        !is_group(content, groups, &traces[i]);
        (*out)[i] = standing_of(content, &content->decisions[i], &traces[i], outgrown);
    }
    return status;
}

static bool is_on_claim(xc_decision_kind kind) {
    return kind == XC_CONFIRM || kind == XC_REJECT;
}

// A note, or what is said of a group, does not hide what was said of the claim.
static bool gives_way(xc_decision_kind latest, xc_decision_kind to) {
    bool of_group = to == XC_NOTE || to == XC_NAME || to == XC_SETTLED ||
                    to == XC_OPEN_QUESTION || to == XC_SET_VERDICT;
    return !(of_group && (is_on_claim(latest) || latest == XC_SET_FIELD));
}

static void note_decision(const xc_case_content *content, size_t index, const trace *found,
                          xc_claim_state *states) {
    xc_decision_kind kind = content->decisions[index].kind;
    for (size_t k = 0; k < found->count; k++) {
        if (found->claims[k] == NO_CLAIM) {
            continue;
        }
        xc_claim_state *state = &states[found->claims[k]];
        uint32_t number = (uint32_t)index + 1;
        if (!state->latest || gives_way(content->decisions[state->latest - 1].kind, kind)) {
            state->latest = number;
        }
        state->judged = is_on_claim(kind) ? number : state->judged;
        state->corrected = kind == XC_SET_FIELD ? number : state->corrected;
        state->noted = kind == XC_NOTE ? number : state->noted;
        state->of_group = is_of_a_group(kind) ? number : state->of_group;
        state->out = state->judged && content->decisions[state->judged - 1].kind == XC_REJECT;
    }
}

// A document or an outlet that is left out takes its claims with it.
static void note_target(const xc_case_content *content, size_t index, xc_claim_state *states) {
    const xc_decision *decision = &content->decisions[index];
    for (size_t i = 0; is_on_claim(decision->kind) && i < content->claim_count; i++) {
        if (is_target(decision->target, content->claims[i].document_key,
                      content->claims[i].source)) {
            states[i].document_out = decision->kind == XC_REJECT ? (uint32_t)index + 1 : 0;
        }
    }
}

xc_status xc_decisions_claims(const xc_case_content *content, xc_arena *arena,
                              xc_claim_state **out, xc_error *error) {
    trace *traces = NULL;
    xc_standing *standing = NULL;
    *out = xc_arena_array(arena, content->claim_count, sizeof **out);
    if (!*out) {
        return xc_fail_memory(error);
    }
    if (content->decision_count == 0) {
        return XC_OK;
    }
    xc_status status = xc_decisions_standing(content, arena, &standing, error);
    if (status == XC_OK) {
        status = traces_make(content, arena, &traces, error);
    }
    for (size_t i = 0; i < content->decision_count && status == XC_OK; i++) {
        bool holds =
            standing[i] == XC_STANDS || standing[i] == XC_MOVED || standing[i] == XC_PARTLY;
        if (holds && traces[i].count) {
            note_decision(content, i, &traces[i], *out);
        } else if (holds && content->decisions[i].target.len) {
            note_target(content, i, *out);
        }
    }
    for (size_t i = 0; i < content->claim_count && status == XC_OK; i++) {
        (*out)[i].out = (*out)[i].out || (*out)[i].document_out;
    }
    return status;
}

const char *xc_standing_text(xc_standing standing) {
    static const char *const words[] = {
        [XC_STANDS] = "stands", [XC_MOVED] = "moved",   [XC_OUTGROWN] = "outgrown",
        [XC_LOST] = "lost",     [XC_PARTLY] = "partly", [XC_UNDONE] = "undone"};
    return standing <= XC_UNDONE ? words[standing] : "";
}
