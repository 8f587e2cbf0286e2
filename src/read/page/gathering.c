// SPDX-License-Identifier: MIT
// What is kept on the walk over a page.
#include "read/page/gathering.h"

void tell(gathering *g, uint8_t telling, uint8_t rank, xc_slice value) {
    xc_slice *slot = &g->out->values[telling][rank];
    value = xc_slice_trim(value);
    if (slot->len || !value.len || value.len > 2000) {
        return;
    }
    xc_buffer line = {0};
    fold_space(value, &line);
    *slot = xc_arena_copy(g->arena, xc_slice_trim(xc_buffer_slice(&line)));
    if (line.status != XC_OK || !slot->ptr) {
        g->status = xc_fail_memory(g->error);
    }
    xc_buffer_release(&line);
}

xc_slice value_of(gathering *g, const xmlNode *node) {
    xc_slice value = tree_attribute(node, "content");
    if (!value.len) {
        value = tree_attribute(node, "datetime");
    }
    bool is_short = node_of(node)->letters <= 4 * LONGEST_LINE;
    return value.len || !is_short ? value : node_line(node, g->arena);
}
