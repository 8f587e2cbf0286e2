// SPDX-License-Identifier: MIT
// Which groups a review shows.
#include "report/terminal/review_filter.h"

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

bool review_wants(const case_view *view, const xc_review_options *options,
                  const xc_group *group) {
    return (!options->topic.len || xc_slice_equal(group->topic, options->topic)) &&
           (!options->verdict.len ||
            xc_slice_equal(xc_slice_of(xc_verdict_text(group->verdict)), options->verdict)) &&
           (!options->group.len || xc_slice_equal(group->id, options->group)) &&
           (!options->source.len || has_source(view, group, options->source));
}
