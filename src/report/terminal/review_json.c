// SPDX-License-Identifier: MIT
// The review as JSON Lines: a group a line, with its claims.
#include "report/table/table.h"
#include "report/terminal/explanation.h"
#include "report/terminal/review_filter.h"

static bool write_group(const case_view *view, const xc_group *group, xc_arena *arena,
                        xc_buffer *out) {
    size_t count = 0;
    const xc_claim **claims = view_members(view, group, arena, &count);
    if (!claims) {
        return false;
    }
    xc_json json = {out, false};
    xc_json_object(&json);
    group_json_members(&json, group);
    xc_json_key(&json, "evidence");
    xc_json_array(&json);
    for (size_t i = 0; i < count; i++) {
        claim_json(&json, claims[i]);
    }
    xc_json_end_array(&json);
    xc_json_end_object(&json);
    xc_buffer_char(out, '\n');
    return true;
}

void xc_report_review_json(const xc_case_content *content, const xc_review_options *options,
                           xc_buffer *out) {
    case_view view;
    xc_arena *arena = xc_arena_new();
    bool done = arena && view_open(content, arena, &view, NULL) == XC_OK;
    for (size_t i = 0; done && i < content->group_count; i++) {
        xc_arena_mark mark = xc_arena_here(arena);
        if (review_wants(&view, options, &content->groups[i])) {
            done = write_group(&view, &content->groups[i], arena, out);
        }
        xc_arena_rewind(arena, mark);
    }
    if (!done) {
        out->status = XC_NO_MEMORY;
    }
    xc_arena_free(arena);
}
