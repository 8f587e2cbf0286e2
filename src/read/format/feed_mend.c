// SPDX-License-Identifier: MIT
// What is wrong in many feeds, mended before they are parsed: a parser of XML drops what stands
// behind the first mistake, or all entities after it.
#include "read/format/feed_mend.h"
#include "read/bytes/doctype.h"

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

xc_status feed_mend(xc_slice text, xc_arena *arena, xc_slice *out, xc_error *error) {
    xc_buffer mended = {0};
    size_t plain = 0; // where the bytes begin that are copied as they are
    for (size_t i = 0; i < text.len;) {
        xc_slice rest = xc_slice_sub(text, i, text.len);
        size_t doctype = rest.ptr[0] == '<' ? doctype_length(rest) : 0;
        bool is_apart = rest.ptr[0] == '<' && xc_slice_starts(rest, XC_SLICE("<![CDATA["));
        if (rest.ptr[0] != '&' && !doctype && !is_control(rest.ptr[0])) {
            i += is_apart ? past_mark(rest, XC_SLICE("]]>")) : 1;
            continue;
        }
        xc_buffer_append(&mended, xc_slice_sub(text, plain, i));
        i += doctype ? doctype : rest.ptr[0] == '&' ? mend_reference(rest, &mended) : 1;
        plain = i;
    }
    xc_buffer_append(&mended, xc_slice_sub(text, plain, text.len));
    *out = xc_arena_copy(arena, xc_buffer_slice(&mended));
    bool failed = mended.status != XC_OK || !out->ptr;
    xc_buffer_release(&mended);
    return failed ? xc_fail_memory(error) : XC_OK;
}
