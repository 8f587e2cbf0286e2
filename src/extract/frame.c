// SPDX-License-Identifier: MIT
// Level 5: who says it, where, when, about which event.
#include "cascade.h"

// The time mention of the claim's sentence that stands nearest to its words.
static const xc_time_mention *nearest_time(const xc_scan *scan, const xc_draft *draft) {
    const xc_time_mention *best = NULL;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < scan->mentions->time_count; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        if (time->sentence != draft->sentence || time->duration_only) {
            continue;
        }
        uint32_t distance = time->first_token >= draft->last   ? time->first_token - draft->last
                            : draft->first >= time->last_token ? draft->first - time->last_token
                                                               : 0;
        if (distance < least) {
            least = distance;
            best = time;
        }
    }
    return best;
}

static xc_slice printed(xc_arena *arena, xc_date date) {
    char text[XC_DATE_PRINTED];
    size_t length = xc_date_print(date, text);
    return length ? xc_arena_copy(arena, (xc_slice){text, length}) : (xc_slice){0};
}

xc_status xc_frames_fill(const xc_frame_input *input, xc_claim *claims, const xc_draft *drafts,
                         size_t count, xc_error *error) {
    (void)error;
    for (size_t i = 0; i < count; i++) {
        const xc_time_mention *time = nearest_time(input->scan, &drafts[i]);
        if (time) {
            claims[i].from = printed(input->scan->arena, time->from);
            claims[i].to = printed(input->scan->arena, time->to);
        }
    }
    return XC_OK;
}
