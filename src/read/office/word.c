// SPDX-License-Identifier: MIT
// WordprocessingML (ECMA-376 part 1, section 17) as simple HTML. The parser bounds how deep a
// part is nested, so that a function may call itself.
#include "read/office/written.h"

#include <ctype.h>
#include <string.h>

static void write_within(const xmlNode *node, xc_buffer *out);

// The level of a heading's style ("Heading2", "berschrift1", "Title"); 0 of any other.
static int heading_level(const xmlNode *paragraph) {
    static const char *const names[] = {"heading", "berschrift", "titre",     "titolo",
                                        "ttulo",   "kop",        "overskrift"};
    const xmlNode *style = part_child(part_child(paragraph, "pPr"), "pStyle");
    xc_slice name = style ? part_attribute(style, "val") : (xc_slice){0};
    if (xc_slice_equal_fold(name, XC_SLICE("title"))) {
        return 1;
    }
    for (size_t i = 0; name.len && i < sizeof names / sizeof *names; i++) {
        xc_slice word = xc_slice_of(names[i]);
        char last = name.ptr[name.len - 1];
        bool fits = name.len == word.len + 1 && last >= '1' && last <= '6' &&
                    xc_slice_equal_fold(xc_slice_sub(name, 0, word.len), word);
        if (fits) {
            return last - '0';
        }
    }
    return 0;
}

static void write_element(const char *tag, const xmlNode *node, xc_buffer *out) {
    xc_buffer_print(out, "<%s>", tag);
    write_within(node, out);
    xc_buffer_print(out, "</%s>\n", tag);
}

static void write_paragraph(const xmlNode *node, xc_buffer *out) {
    if (part_is(node->parent, "tc")) { // a table's row is one line
        write_within(node, out);
        xc_buffer_char(out, ' ');
        return;
    }
    int level = heading_level(node);
    char tag[] = "h0";
    tag[1] = (char)('0' + level);
    write_element(level ? tag : "p", node, out);
}

// What stands in a run and is no text.
static bool write_sign(const xmlNode *node, xc_buffer *out) {
    static const struct {
        const char *name, *html;
    } signs[] = {
        {"tab", " "}, {"br", "<br>"}, {"cr", "<br>"}, {"noBreakHyphen", "-"}, {"ptab", " "}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (part_is(node, signs[i].name)) {
            xc_buffer_text(out, signs[i].html);
            return true;
        }
    }
    return false;
}

// Deleted words, fields' instructions, a second form of a drawing, notes on settings.
static bool is_unseen(const xmlNode *node) {
    static const char *const names[] = {
        "del",  "moveFrom", "instrText", "Fallback", "pPr",   "rPr",     "tblPr", "tcPr",
        "trPr", "sectPr",   "tblGrid",   "delText",  "sdtPr", "docPart", NULL};
    size_t i = 0;
    while (names[i] && !part_is(node, names[i])) {
        i++;
    }
    return names[i] != NULL;
}

static void write_node(const xmlNode *node, xc_buffer *out) {
    if (node->type != XML_ELEMENT_NODE || is_unseen(node) || write_sign(node, out)) {
        return;
    }
    if (part_is(node, "t")) {
        for (const xmlNode *text = node->children; text; text = text->next) {
            written_escape(xc_slice_of((const char *)text->content), out);
        }
    } else if (part_is(node, "p")) {
        write_paragraph(node, out);
    } else if (part_is(node, "tbl")) {
        write_element("table", node, out);
    } else if (part_is(node, "tr")) {
        write_element("tr", node, out);
    } else if (part_is(node, "tc")) {
        write_element("td", node, out);
    } else {
        write_within(node, out);
    }
}

static void write_within(const xmlNode *node, xc_buffer *out) {
    for (const xmlNode *child = node->children; child && out->status == XC_OK;
         child = child->next) {
        write_node(child, out);
    }
}

void written_word(const xmlDoc *document, xc_buffer *out) {
    for (const xmlNode *node = document ? document->children : NULL; node; node = node->next) {
        write_node(node, out);
    }
}
