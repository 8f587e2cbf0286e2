// SPDX-License-Identifier: MIT
// OpenDocument text (OASIS ODF 1.3 part 3) as simple HTML. The parser bounds how deep a part is
// nested, so that a function may call itself.
#include "read/office/written.h"

#include <stdlib.h>

enum { MOST_SPACES = 100 };

static void write_within(const xmlNode *node, xc_buffer *out);

static void write_element(const char *tag, const xmlNode *node, xc_buffer *out) {
    xc_buffer_print(out, "<%s>", tag);
    write_within(node, out);
    xc_buffer_print(out, "</%s>\n", tag);
}

// What was deleted with changes tracked, remarks, settings, a table's repeated copies.
static bool is_unseen(const xmlNode *node) {
    static const char *const names[] = {"tracked-changes",
                                        "annotation",
                                        "forms",
                                        "sequence-decls",
                                        "note-citation",
                                        "table-of-content",
                                        "annotation-end",
                                        "title",
                                        "desc",
                                        "alphabetical-index",
                                        NULL};
    size_t i = 0;
    while (names[i] && !part_is(node, names[i])) {
        i++;
    }
    return names[i] != NULL;
}

static void write_heading(const xmlNode *node, xc_buffer *out) {
    xc_slice level = part_attribute(node, "outline-level");
    char digit =
        level.len == 1 && level.ptr[0] >= '1' && level.ptr[0] <= '6' ? level.ptr[0] : '6';
    char tag[] = {'h', digit, '\0'};
    write_element(tag, node, out);
}

static bool write_sign(const xmlNode *node, xc_buffer *out) {
    if (part_is(node, "s") || part_is(node, "tab")) {
        xc_buffer_char(out, ' '); // white space is folded anyway
        return true;
    }
    if (part_is(node, "line-break")) {
        xc_buffer_text(out, "<br>");
        return true;
    }
    return false;
}

// A footnote stands within its sentence.
static void write_note(const xmlNode *node, xc_buffer *out) {
    xc_buffer_text(out, " (");
    for (const xmlNode *p = part_child(part_child(node, "note-body"), "p"); p; p = p->next) {
        write_within(p, out);
    }
    xc_buffer_text(out, ")");
}

static void write_node(const xmlNode *node, xc_buffer *out) {
    static const char *const blocks[][2] = {
        {"p", "p"},           {"table", "table"}, {"table-row", "tr"},
        {"table-cell", "td"}, {"list", "ul"},     {"list-item", "li"},
    };
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        written_escape(xc_slice_of((const char *)node->content), out);
        return;
    }
    if (node->type != XML_ELEMENT_NODE || is_unseen(node) || write_sign(node, out)) {
        return;
    }
    if (part_is(node, "note")) {
        write_note(node, out);
        return;
    }
    if (part_is(node, "p") && part_is(node->parent, "table-cell")) { // a row is one line
        write_within(node, out);
        xc_buffer_char(out, ' ');
        return;
    }
    if (part_is(node, "h")) {
        write_heading(node, out);
        return;
    }
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        if (part_is(node, blocks[i][0])) {
            write_element(blocks[i][1], node, out);
            return;
        }
    }
    write_within(node, out);
}

static void write_within(const xmlNode *node, xc_buffer *out) {
    for (const xmlNode *child = node->children; child && out->status == XC_OK;
         child = child->next) {
        write_node(child, out);
    }
}

void written_open_text(const xmlDoc *document, xc_buffer *out) {
    const xmlNode *root = part_root(document);
    const xmlNode *text = root ? part_child(part_child(root, "body"), "text") : NULL;
    if (text) {
        write_within(text, out);
    }
}
