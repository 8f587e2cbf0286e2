// SPDX-License-Identifier: MIT
// Elements of a feed: names, text, attributes.
#include "read/format/feed_element.h"

#include "crossclaim/base/buffer.h"

// "content" and "encoded" of content:encoded, also where the prefix was never declared.
static void split_name(const xmlNode *node, xc_slice *prefix, xc_slice *local) {
    *prefix = xc_slice_of(node->ns ? (const char *)node->ns->prefix : NULL);
    *local = xc_slice_of((const char *)node->name);
    xc_slice before;
    xc_slice behind;
    if (!prefix->len && xc_slice_cut(*local, ':', &before, &behind)) {
        *prefix = before;
        *local = behind;
    }
}

bool feed_is_called(const xmlNode *node, const char *prefix, const char *local) {
    xc_slice its_prefix;
    xc_slice its_local;
    if (node->type != XML_ELEMENT_NODE) {
        return false;
    }
    split_name(node, &its_prefix, &its_local);
    bool is_plain = !its_prefix.len || xc_slice_is(its_prefix, "atom");
    return xc_slice_is(its_local, local) &&
           (*prefix ? xc_slice_is(its_prefix, prefix) : is_plain);
}

xmlNodePtr feed_child(const xmlNode *parent, const char *prefix, const char *local) {
    for (xmlNodePtr node = parent ? parent->children : NULL; node; node = node->next) {
        if (feed_is_called(node, prefix, local)) {
            return node;
        }
    }
    return NULL;
}

// Entities were mended away, so that there are none to follow.
static void append_text(const xmlNode *top, xc_buffer *out) {
    for (xmlNodePtr node = top->children; node;) {
        bool is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
        if (is_text && node->content) {
            xc_buffer_text(out, (const char *)node->content);
        }
        bool into = node->type == XML_ELEMENT_NODE && node->children;
        xmlNodePtr next = into ? node->children : node->next;
        while (!next && !into) {
            node = node->parent;
            if (node == top) {
                return;
            }
            next = node->next;
        }
        node = next;
    }
}

// Some programs escape a section of CDATA with what it holds: its marks are no text.
static void drop_section_marks(xc_slice text, xc_buffer *out) {
    static const xc_slice opens = XC_SLICE_INIT("<![CDATA[");
    static const xc_slice closes = XC_SLICE_INIT("]]>");
    while (text.len) {
        size_t open = xc_slice_find(text, opens);
        if (open == SIZE_MAX) {
            break;
        }
        xc_buffer_append(out, xc_slice_sub(text, 0, open));
        text = xc_slice_sub(text, open + opens.len, text.len);
        size_t close = xc_slice_find(text, closes);
        xc_buffer_append(out, xc_slice_sub(text, 0, close));
        text = close == SIZE_MAX ? (xc_slice){0}
                                 : xc_slice_sub(text, close + closes.len, text.len);
    }
    xc_buffer_append(out, text);
}

xc_slice feed_text(const xmlNode *node, xc_arena *arena) {
    if (!node) {
        return (xc_slice){0};
    }
    xc_buffer raw = {0};
    xc_buffer out = {0};
    append_text(node, &raw);
    drop_section_marks(xc_buffer_slice(&raw), &out);
    xc_slice text = {0};
    if (raw.status == XC_OK && out.status == XC_OK) {
        text = xc_arena_copy(arena, xc_slice_trim(xc_buffer_slice(&out)));
    }
    xc_buffer_release(&raw);
    xc_buffer_release(&out);
    return text;
}

xc_slice feed_attribute(const xmlNode *node, const char *name, xc_arena *arena) {
    for (const xmlAttr *each = node->properties; each; each = each->next) {
        const xmlNode *value = each->children;
        if (xc_slice_is(xc_slice_of((const char *)each->name), name) && value &&
            value->type == XML_TEXT_NODE) {
            return xc_arena_copy(arena,
                                 xc_slice_trim(xc_slice_of((const char *)value->content)));
        }
    }
    return (xc_slice){0};
}
