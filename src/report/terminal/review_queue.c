// SPDX-License-Identifier: MIT
// Which groups a reviewer is asked about, and in which order.
#include "report/terminal/review_filter.h"

#include "crossclaim/compare.h"

#include <string.h>

typedef struct queue_state {
    const case_view *view;
    const xc_claim_state *states;
    const bool *changed; // for each claim: a decision on it has other evidence now
    bool any_changed;
    const bool *disputed; // for each claim: two others disagree, and a third one settles
} queue_state;

static bool is_decided(const queue_state *q, const xc_group *group) {
    const xc_case_content *content = q->view->content;
    for (size_t i = 0; q->disputed && i < group->member_count; i++) {
        const xc_claim *claim = view_claim(q->view, group->members[i]);
        if (claim && q->disputed[claim - content->claims]) {
            return false;
        }
    }
    const xc_claim *first = group->member_count ? view_claim(q->view, group->members[0]) : NULL;
    uint32_t number = first && q->states ? q->states[first - content->claims].of_group : 0;
    return number && content->decisions[number - 1].kind != XC_OPEN_QUESTION;
}

static bool has_changed(const queue_state *q, const xc_group *group) {
    for (size_t i = 0; q->any_changed && i < group->member_count; i++) {
        const xc_claim *claim = view_claim(q->view, group->members[i]);
        if (claim && q->changed && q->changed[claim - q->view->content->claims]) {
            return true;
        }
    }
    return false;
}

// Marks the claims of decisions that were made on other evidence than there is now.
static bool mark_changed(const case_view *view, const xc_standing *standing, bool *changed) {
    const xc_case_content *content = view->content;
    bool any = false;
    for (size_t i = 0; i < content->decision_count; i++) {
        xc_slice ids = content->decisions[i].members;
        bool other =
            standing[i] == XC_OUTGROWN || standing[i] == XC_PARTLY || standing[i] == XC_LOST;
        for (xc_slice id; other && ids.len;) {
            (void)xc_slice_cut(ids, ' ', &id, &ids);
            const xc_claim *claim = view_claim(view, id);
            if (claim) {
                changed[claim - content->claims] = any = true;
            }
        }
    }
    return any;
}

// The open disagreements of two others are first asked of a third reviewer.
static xc_status mark_disputes(queue_state *q, xc_slice reviewer, bool *changed,
                               xc_arena *arena, xc_error *error) {
    const xc_case_content *content = q->view->content;
    xc_agreements all;
    if (!reviewer.len) {
        return XC_OK;
    }
    xc_status status = xc_decisions_agreement(content, arena, &all, error);
    bool *disputed = status == XC_OK && all.open_count
                         ? xc_arena_array(arena, content->claim_count, sizeof *disputed)
                         : NULL;
    for (size_t i = 0; disputed && i < all.open_count; i++) {
        const xc_decision *one = &content->decisions[all.open[i].one];
        const xc_decision *other = &content->decisions[all.open[i].other];
        bool own = xc_slice_equal(one->reviewer, reviewer) ||
                   xc_slice_equal(other->reviewer, reviewer);
        xc_slice ids = own ? (xc_slice){0} : one->members;
        for (xc_slice id; ids.len;) {
            (void)xc_slice_cut(ids, ' ', &id, &ids);
            const xc_claim *claim = view_claim(q->view, id);
            if (claim) {
                disputed[claim - content->claims] = changed[claim - content->claims] = true;
                q->any_changed = true;
            }
        }
    }
    q->disputed = disputed;
    return status;
}

static xc_status open_queue(const case_view *view, xc_slice reviewer, xc_arena *arena,
                            queue_state *out, xc_error *error) {
    xc_claim_state *states = NULL;
    xc_standing *standing = NULL;
    bool *changed = xc_arena_array(arena, view->content->claim_count, sizeof *changed);
    if (!changed) {
        return xc_fail_memory(error);
    }
    xc_status status = xc_decisions_claims(view->content, arena, &states, error);
    if (status == XC_OK) {
        status = xc_decisions_standing(view->content, arena, &standing, error);
    }
    bool any = status == XC_OK && mark_changed(view, standing, changed);
    *out = (queue_state){view, states, changed, any, NULL};
    return status == XC_OK ? mark_disputes(out, reviewer, changed, arena, error) : status;
}

xc_status xc_report_review_queue(const xc_case_content *content,
                                 const xc_review_options *options, xc_arena *arena,
                                 const xc_group ***out, size_t *count, xc_error *error) {
    case_view view = {.content = content};
    queue_state q = {.view = &view};
    *count = 0;
    *out = xc_arena_array(arena, content->group_count, sizeof(const xc_group *));
    if (!*out) {
        return xc_fail_memory(error);
    }
    xc_status status = view_open(content, arena, &view, error);
    if (status == XC_OK) {
        status = open_queue(&view, options->reviewer, arena, &q, error);
    }
    for (int pass = 0; status == XC_OK && pass < 2; pass++) {
        for (size_t i = 0; i < content->group_count; i++) {
            const xc_group *group = &content->groups[i];
            bool asked = options->group.len || options->verdict.len;
            bool changed = has_changed(&q, group);
            bool wanted = review_wants(&view, options, group) &&
                          (asked || group->verdict != XC_SINGLE || changed) &&
                          (options->group.len || !is_decided(&q, group));
            if (wanted && changed == (pass == 0)) {
                (*out)[(*count)++] = group;
            }
        }
    }
    return status;
}
