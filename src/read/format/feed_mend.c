// SPDX-License-Identifier: MIT
// What is wrong in many feeds, mended before they are parsed: a parser of XML drops what stands
// behind the first mistake, or all entities after it.
#include "read/format/feed_mend.h"
#include "read/bytes/doctype.h"
#include "read/bytes/tag_length.h"

#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

enum { LONGEST_ENTITY = 12 };

// Bytes of "&name;" or "&#123;" at the start; 0 for an ampersand that stands for itself.
static size_t reference_length(xc_slice text) {
    size_t length = 1;
    bool is_number = text.len > 1 && text.ptr[1] == '#';
    length += is_number;
    size_t start = length;
    while (length < text.len && length < LONGEST_ENTITY &&
           isalnum((unsigned char)text.ptr[length])) {
        length++;
    }
    bool ends = length > start && length < text.len && text.ptr[length] == ';';
    return ends ? length + 1 : 0;
}

static bool is_of_xml(xc_slice name) {
    static const char *const names[] = {"amp", "lt", "gt", "quot", "apos"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (xc_slice_is(name, names[i])) {
            return true;
        }
    }
    return name.ptr[0] == '#';
}

// Writes an entity of HTML as the character that it is; what nobody knows, as it stands.
static size_t mend_reference(xc_slice text, xc_buffer *out) {
    size_t length = reference_length(text);
    if (!length) {
        xc_buffer_text(out, "&amp;");
        return 1;
    }
    xc_slice name = xc_slice_sub(text, 1, length - 1);
    char word[LONGEST_ENTITY + 1] = "";
    memcpy(word, name.ptr, name.len);
    const htmlEntityDesc *known =
        is_of_xml(name) ? NULL : htmlEntityLookup((const xmlChar *)word);
    if (known) {
        xmlChar bytes[8] = {0};
        int written = xmlCopyChar(0, bytes, (int)known->value);
        xc_buffer_append(out, (xc_slice){(const char *)bytes, (size_t)written});
    } else if (is_of_xml(name)) {
        xc_buffer_append(out, xc_slice_sub(text, 0, length));
    } else {
        xc_buffer_text(out, "&amp;");
        return 1;
    }
    return length;
}

static bool is_control(char byte) {
    return (unsigned char)byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r';
}

// The text on its way, copied from `plain` on where it needs no mending.
typedef struct mending {
    xc_slice text;
    xc_buffer out;
    size_t plain, at;
    size_t drop, drop_end; // attributes that are too many for the tag that was seen last
    size_t tag_end;
} mending;

// Leaves out what stands at `at`; what is put in its place is the caller's to write.
static void leave_out(mending *m, size_t length) {
    m->at += length;
    m->plain = m->at;
}

static void flush_plain(mending *m) {
    xc_buffer_append(&m->out, xc_slice_sub(m->text, m->plain, m->at));
}

// Of a tag with too many attributes the first ones stay: they are the feed's, and the parser
// would take minutes for the rest.
static void look_at_tag(mending *m, xc_slice rest) {
    if (m->at < m->tag_end || rest.len < 2 || !isalpha((unsigned char)rest.ptr[1])) {
        return;
    }
    tag_length tag = tag_length_of(rest);
    size_t slash = tag.end < rest.len && rest.ptr[tag.end - 1] == '/';
    m->tag_end = m->at + tag.end;
    m->drop = m->at + tag.surplus;
    m->drop_end = tag.surplus < tag.end ? m->tag_end - slash : m->drop;
}

static void mend_next(mending *m) {
    xc_slice rest = xc_slice_sub(m->text, m->at, m->text.len);
    char first = rest.ptr[0];
    size_t doctype = first == '<' ? doctype_length(rest) : 0;
    if (doctype || is_control(first)) {
        flush_plain(m);
        leave_out(m, doctype ? doctype : 1);
    } else if (first == '&') {
        flush_plain(m);
        leave_out(m, mend_reference(rest, &m->out));
    } else if (first == '<' && xc_slice_starts(rest, XC_SLICE("<![CDATA["))) {
        m->at += past_mark(rest, XC_SLICE("]]>"));
    } else {
        if (first == '<') {
            look_at_tag(m, rest);
        }
        m->at++;
    }
}

xc_status feed_mend(xc_slice text, xc_arena *arena, xc_slice *out, xc_error *error) {
    mending m = {.text = text};
    while (m.at < text.len) {
        if (m.at >= m.drop && m.at < m.drop_end) {
            flush_plain(&m);
            leave_out(&m, m.drop_end - m.at);
        } else {
            mend_next(&m);
        }
    }
    flush_plain(&m);
    *out = xc_arena_copy(arena, xc_buffer_slice(&m.out));
    bool failed = m.out.status != XC_OK || !out->ptr;
    xc_buffer_release(&m.out);
    return failed ? xc_fail_memory(error) : XC_OK;
}
