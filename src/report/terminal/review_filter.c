// SPDX-License-Identifier: MIT
// Which groups a review shows.
#include "report/terminal/review_filter.h"

// Letters of ASCII in either case.
static bool slice_find_fold(xc_slice text, xc_slice words) {
    for (size_t at = 0; at + words.len <= text.len; at++) {
        if (xc_slice_equal_fold(xc_slice_sub(text, at, at + words.len), words)) {
            return true;
        }
    }
    return false;
}

static bool has_source(const case_view *view, const xc_group *group, xc_slice source) {
    for (size_t i = 0; i < group->member_count; i++) {
        const xc_claim *claim = view_claim(view, group->members[i]);
        if (claim && (xc_slice_equal_fold(view_publisher(view, claim), source) ||
                      xc_slice_equal_fold(claim->wire, source))) {
            return true;
        }
    }
    return false;
}

static bool has_words(const case_view *view, const xc_group *group, xc_slice words) {
    if (slice_find_fold(group->about, words) || slice_find_fold(group->reason, words)) {
        return true;
    }
    for (size_t i = 0; i < group->member_count; i++) {
        const xc_claim *claim = view_claim(view, group->members[i]);
        if (claim && (slice_find_fold(claim->evidence, words) ||
                      slice_find_fold(claim->source, words))) {
            return true;
        }
    }
    return false;
}

bool review_wants(const case_view *view, const xc_review_options *options,
                  const xc_group *group) {
    return (!options->topic.len || xc_slice_equal(group->topic, options->topic)) &&
           (!options->verdict.len ||
            xc_slice_equal(xc_slice_of(xc_verdict_text(group->verdict)), options->verdict)) &&
           (!options->group.len || xc_slice_equal(group->id, options->group)) &&
           (!options->words.len || has_words(view, group, options->words)) &&
           (!options->source.len || has_source(view, group, options->source));
}
