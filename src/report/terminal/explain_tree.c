// SPDX-License-Identifier: MIT
// A dependency tree as indented text.
#include "report/terminal/explanation.h"

enum {
    FIRST_COLUMN = 12, // as the other levels have it
    STEP = 2,
    DEEPEST_STEP = 20, // deeper words stand no further to the right: lines have 80 columns
};

// The dependents of a word in the order of the text, as lists.
typedef struct dependents {
    uint32_t *first, *next; // by node; XC_NO_HEAD for none
} dependents;

static bool list_dependents(const xc_tree *tree, xc_arena *arena, dependents *out,
                            uint32_t *root) {
    out->first = xc_arena_array(arena, tree->count, sizeof *out->first);
    out->next = xc_arena_array(arena, tree->count, sizeof *out->next);
    if (!out->first || !out->next) {
        return false;
    }
    for (size_t i = 0; i < tree->count; i++) {
        out->first[i] = out->next[i] = XC_NO_HEAD;
    }
    for (size_t i = tree->count; i-- > 0;) {
        uint32_t head = tree->nodes[i].head;
        if (head == XC_NO_HEAD) {
            *root = (uint32_t)i;
        } else {
            out->next[i] = out->first[head];
            out->first[head] = (uint32_t)i;
        }
    }
    return true;
}

static void show_word(terminal_text *terminal, const xc_text *text, const xc_node *node,
                      size_t depth, xc_buffer *line) {
    static const char first[] = "  tree      ";
    static const char space[] =
        "                                                                ";
    size_t indent = FIRST_COLUMN + STEP * (depth < DEEPEST_STEP ? depth : DEEPEST_STEP);
    xc_slice form = xc_slice_sub(text->bytes, node->start, node->end);
    xc_buffer_clear(line);
    xc_buffer_append(line, form);
    if (!xc_slice_equal_fold(form, node->lemma)) {
        xc_buffer_print(line, " (%.*s)", XC_PRINT(node->lemma));
    }
    xc_buffer_print(line, " %s %s", xc_class_name((xc_class)node->class),
                    xc_deprel_name((xc_deprel)node->relation));
    terminal_wrap(terminal, STYLE_PLAIN, depth ? space + (sizeof space - 1 - indent) : first,
                  indent, xc_buffer_slice(line));
}

void explain_tree(terminal_text *terminal, const xc_text *text, const xc_tree *tree,
                  xc_buffer *line) {
    xc_arena *arena = xc_arena_new();
    dependents lists;
    uint32_t at = XC_NO_HEAD;
    if (!arena || !list_dependents(tree, arena, &lists, &at)) {
        terminal->out->status = XC_NO_MEMORY;
        xc_arena_free(arena);
        return;
    }
    for (size_t depth = 0; at != XC_NO_HEAD;) {
        bool mark = tree->nodes[at].relation == XC_REL_PUNCT;
        if (!mark || lists.first[at] != XC_NO_HEAD) { // marks tell a reader nothing
            show_word(terminal, text, &tree->nodes[at], depth, line);
        }
        if (lists.first[at] != XC_NO_HEAD) {
            at = lists.first[at];
            depth++;
            continue;
        }
        while (at != XC_NO_HEAD && lists.next[at] == XC_NO_HEAD) {
            at = tree->nodes[at].head;
            depth -= depth > 0;
        }
        at = at == XC_NO_HEAD ? at : lists.next[at];
    }
    xc_arena_free(arena);
}
