// SPDX-License-Identifier: MIT
// The words of a tree's elements.
#include "read/page/tree.h"

void node_text(const xmlNode *top, xc_buffer *out) {
    xmlNodePtr node = (xmlNodePtr)(uintptr_t)top;
    while (node) {
        const pack_node *facts = node_of(node);
        bool seen = !facts || (facts->tag != TAG_UNSEEN && facts->tag != TAG_SCRIPT);
        if (node->type == XML_TEXT_NODE && node->content) {
            xc_buffer_text(out, (const char *)node->content);
        } else if (facts && (facts->is_block || facts->tag == TAG_BR)) {
            xc_buffer_char(out, ' ');
        }
        node = node_next(node, top, seen);
    }
}

// Bytes of a sign that is drawn as a space, or as nothing, at the start of the text; 0 if it
// starts with none. *drawn tells which.
static size_t blank_sign(xc_slice text, bool *drawn) {
    const unsigned char *at = (const unsigned char *)text.ptr;
    *drawn = true;
    if (at[0] == ' ' || (at[0] >= '\t' && at[0] <= '\r')) {
        return 1;
    }
    if (text.len >= 2 && at[0] == 0xC2 && (at[1] == 0xA0 || at[1] == 0xAD)) {
        *drawn = at[1] == 0xA0;
        return 2;
    }
    if (text.len >= 3 && at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x80 && at[2] <= 0x8F) {
        *drawn = at[2] <= 0x8A; // U+2000 to U+200A are spaces, the rest is width-less
        return at[2] == 0x8C || at[2] == 0x8D ? 0 : 3; // joiners shape letters: kept
    }
    bool narrow = text.len >= 3 && at[0] == 0xE2 && at[1] == 0x80 && at[2] == 0xAF;
    bool wide = text.len >= 3 && at[0] == 0xE3 && at[1] == 0x80 && at[2] == 0x80;
    if (narrow || wide) {
        return 3;
    }
    *drawn = false;
    return text.len >= 3 && at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF ? 3 : 0;
}

void fold_space(xc_slice text, xc_buffer *out) {
    size_t start = 0;
    size_t i = 0;
    while (i < text.len) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte > ' ' && byte < 0xC2) {
            i++;
            continue;
        }
        bool drawn = false;
        size_t length = blank_sign(xc_slice_sub(text, i, text.len), &drawn);
        if (!length) {
            i++;
            continue;
        }
        xc_buffer_append(out, xc_slice_sub(text, start, i));
        if (drawn && out->len && out->ptr[out->len - 1] != ' ' &&
            out->ptr[out->len - 1] != '\n') {
            xc_buffer_char(out, ' ');
        }
        i += length;
        start = i;
    }
    xc_buffer_append(out, xc_slice_sub(text, start, i));
}

xc_slice node_line(const xmlNode *node, xc_arena *arena) {
    xc_buffer raw = {0};
    xc_buffer line = {0};
    node_text(node, &raw);
    fold_space(xc_buffer_slice(&raw), &line);
    xc_slice text = {0};
    if (raw.status == XC_OK && line.status == XC_OK) {
        text = xc_arena_copy(arena, xc_slice_trim(xc_buffer_slice(&line)));
    }
    xc_buffer_release(&raw);
    xc_buffer_release(&line);
    return text;
}
