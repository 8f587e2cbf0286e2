// SPDX-License-Identifier: MIT
// Parsing a page that may be nested without end.
#include "read/page/tree_parse.h"

#include "crossclaim/base/buffer.h"

#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>

// libxml2 gives up at a depth of 256. Deeper elements are left out here and their text kept.
enum { DEEPEST = 200, DEEPEST_OPEN = 2048 };

// How a parse goes where elements are nested without end.
typedef struct deep_parse {
    size_t left_out; // elements open now that the tree does not hold
    size_t cut_at;   // a byte in or behind the first tag that was too deep; 0: none was
    bool is_flat;    // nothing in the text is too deep any more
} deep_parse;

// Where a line began in what is left out, there is a break.
static void break_line(void *context, const xmlChar *name, bool starts) {
    uint8_t tag = tag_named((const char *)name);
    if (tag_is_block(tag) || (tag == TAG_BR && starts)) {
        xmlSAX2StartElement(context, BAD_CAST "br", NULL);
        xmlSAX2EndElement(context, BAD_CAST "br");
    }
}

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    htmlParserCtxtPtr parser = context;
    deep_parse *deep = parser->_private;
    if (deep->left_out || parser->nodeNr >= DEEPEST) {
        deep->left_out++;
        if (deep->left_out > DEEPEST_OPEN && !deep->is_flat) {
            deep->cut_at = (size_t)parser->input->consumed +
                           (size_t)(parser->input->cur - parser->input->base);
            xmlStopParser(parser); // every further tag would cost the more
        } else {
            break_line(context, name, true);
        }
        return;
    }
    xmlSAX2StartElement(context, name, attributes);
}

static void end_element(void *context, const xmlChar *name) {
    htmlParserCtxtPtr parser = context;
    deep_parse *deep = parser->_private;
    if (deep->left_out) {
        deep->left_out--;
        break_line(context, name, false);
        return;
    }
    xmlSAX2EndElement(context, name);
}

// libxml2 2.9 does not set itself up safely from several threads at once.
static pthread_once_t parser_ready = PTHREAD_ONCE_INIT;

static xmlDocPtr parse_once(xc_slice text, bool is_flat, size_t *cut_at) {
    (void)pthread_once(&parser_ready, xmlInitParser);
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(text.ptr, (int)text.len);
    if (!parser) {
        return NULL;
    }
    deep_parse deep = {.is_flat = is_flat};
    parser->_private = &deep;
    parser->sax->startElement = start_element;
    parser->sax->endElement = end_element;
    (void)htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
    parser->options |= XML_PARSE_HUGE; // depth is limited above, length by the file's
    (void)xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    (void)htmlParseDocument(parser);
    xmlDocPtr document = parser->myDoc;
    parser->myDoc = NULL;
    htmlFreeParserCtxt(parser);
    *cut_at = deep.cut_at;
    return document;
}

static size_t end_of_tag(xc_slice text, size_t at) {
    if (xc_slice_starts(xc_slice_sub(text, at, text.len), XC_SLICE("<!--"))) {
        size_t end = xc_slice_find(xc_slice_sub(text, at + 4, text.len), XC_SLICE("-->"));
        return end == SIZE_MAX ? text.len : at + 4 + end + 3;
    }
    const char *end = memchr(text.ptr + at, '>', text.len - at);
    return end ? (size_t)(end - text.ptr) + 1 : text.len;
}

// What opens a block, or the element whose words nobody sees.
static uint8_t tag_at(xc_slice text, size_t at) {
    char name[12];
    size_t length = 0;
    bool closes = at + 1 < text.len && text.ptr[at + 1] == '/';
    at += closes ? 2 : 1;
    while (at < text.len && length + 1 < sizeof name && isalnum((unsigned char)text.ptr[at])) {
        name[length++] = text.ptr[at++];
    }
    name[length] = '\0';
    return tag_named(name);
}

// The text with no tags from `cut_at` on but breaks.
static void flatten(xc_slice text, size_t cut_at, xc_buffer *out) {
    bool is_seen = true;
    xc_buffer_append(out, xc_slice_sub(text, 0, cut_at));
    xc_buffer_text(out, "<br><br>");
    for (size_t at = cut_at; at < text.len;) {
        const char *open = memchr(text.ptr + at, '<', text.len - at);
        size_t tag = open ? (size_t)(open - text.ptr) : text.len;
        xc_buffer_append(out, is_seen ? xc_slice_sub(text, at, tag) : (xc_slice){0});
        if (tag == text.len) {
            return;
        }
        uint8_t kind = tag_at(text, tag);
        bool closes = tag + 1 < text.len && text.ptr[tag + 1] == '/';
        at = end_of_tag(text, tag);
        if (kind == TAG_SCRIPT ||
            xc_slice_find(xc_slice_sub(text, tag, at), XC_SLICE("style")) < 3) {
            is_seen = closes;
        } else if (kind == TAG_BR || tag_is_block(kind)) {
            xc_buffer_text(out, "<br>");
        }
    }
}

xmlDocPtr tree_parse_text(xc_slice text) {
    size_t cut_at = 0;
    xmlDocPtr document = parse_once(text, false, &cut_at);
    if (document && cut_at) {
        xc_buffer flat = {0};
        const char *tag = memrchr(text.ptr, '<', cut_at < text.len ? cut_at : text.len);
        flatten(text, tag ? (size_t)(tag - text.ptr) : 0, &flat);
        xmlFreeDoc(document);
        bool fits = flat.status == XC_OK && flat.len <= INT_MAX;
        document = fits ? parse_once(xc_buffer_slice(&flat), true, &cut_at) : NULL;
        xc_buffer_release(&flat);
    }
    return document;
}
