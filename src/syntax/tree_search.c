// SPDX-License-Identifier: MIT
// Ways into a tree.
#include "crossclaim/syntax.h"

uint32_t xc_tree_find(const xc_tree *tree, uint32_t token) {
    size_t low = 0;
    size_t high = tree->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const xc_node *node = &tree->nodes[middle];
        if (token < node->first_token) {
            high = middle;
        } else if (token >= node->last_token) {
            low = middle + 1;
        } else {
            return (uint32_t)middle;
        }
    }
    return XC_NO_HEAD;
}

uint32_t xc_tree_next(const xc_tree *tree, uint32_t head, uint32_t after) {
    for (uint32_t i = after == XC_NO_HEAD ? 0 : after + 1; i < tree->count; i++) {
        if (tree->nodes[i].head == head && head != XC_NO_HEAD) {
            return i;
        }
    }
    return XC_NO_HEAD;
}
