// SPDX-License-Identifier: MIT
// Parsing a page, and going about in its tree.
#include "read/page/tree.h"
#include "read/bytes/charset.h"

#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// libxml2 gives up at a depth of 256. Deeper elements are left out here and their text kept.
enum { DEEPEST = 200, DEEPEST_OPEN = 2048, MOST_ATTRIBUTES = 20000 };

typedef struct tag_name {
    const char *name;
    uint8_t tag;
} tag_name;

// Sorted by name.
static const tag_name tags[] = {
    {"a", XC_TAG_A},
    {"address", XC_TAG_BLOCK},
    {"amp-ad", XC_TAG_UNSEEN},
    {"amp-analytics", XC_TAG_UNSEEN},
    {"amp-auto-ads", XC_TAG_UNSEEN},
    {"amp-consent", XC_TAG_UNSEEN},
    {"amp-embed", XC_TAG_UNSEEN},
    {"amp-iframe", XC_TAG_UNSEEN},
    {"amp-image-lightbox", XC_TAG_UNSEEN},
    {"amp-lightbox", XC_TAG_UNSEEN},
    {"amp-sidebar", XC_TAG_UNSEEN},
    {"amp-social-share", XC_TAG_UNSEEN},
    {"amp-sticky-ad", XC_TAG_UNSEEN},
    {"amp-user-notification", XC_TAG_UNSEEN},
    {"article", XC_TAG_ARTICLE},
    {"aside", XC_TAG_ASIDE},
    {"audio", XC_TAG_UNSEEN},
    {"blockquote", XC_TAG_QUOTE},
    {"body", XC_TAG_BODY},
    {"br", XC_TAG_BR},
    {"button", XC_TAG_UNSEEN},
    {"canvas", XC_TAG_UNSEEN},
    {"caption", XC_TAG_BLOCK},
    {"center", XC_TAG_BLOCK},
    {"datalist", XC_TAG_UNSEEN},
    {"dd", XC_TAG_ITEM},
    {"details", XC_TAG_BLOCK},
    {"dialog", XC_TAG_ASIDE},
    {"div", XC_TAG_BLOCK},
    {"dl", XC_TAG_LIST},
    {"dt", XC_TAG_ITEM},
    {"embed", XC_TAG_UNSEEN},
    {"fieldset", XC_TAG_BLOCK},
    {"figcaption", XC_TAG_CAPTION},
    {"figure", XC_TAG_FIGURE},
    {"footer", XC_TAG_ASIDE},
    {"form", XC_TAG_BLOCK},
    {"h1", XC_TAG_HEADING},
    {"h2", XC_TAG_HEADING},
    {"h3", XC_TAG_HEADING},
    {"h4", XC_TAG_HEADING},
    {"h5", XC_TAG_HEADING},
    {"h6", XC_TAG_HEADING},
    {"head", XC_TAG_UNSEEN},
    {"header", XC_TAG_BLOCK},
    {"hr", XC_TAG_BLOCK},
    {"html", XC_TAG_BLOCK},
    {"iframe", XC_TAG_UNSEEN},
    {"input", XC_TAG_UNSEEN},
    {"label", XC_TAG_UNSEEN},
    {"li", XC_TAG_ITEM},
    {"link", XC_TAG_META},
    {"main", XC_TAG_MAIN},
    {"map", XC_TAG_UNSEEN},
    {"menu", XC_TAG_ASIDE},
    {"meta", XC_TAG_META},
    {"nav", XC_TAG_ASIDE},
    {"noframes", XC_TAG_UNSEEN},
    {"noscript", XC_TAG_UNSEEN},
    {"object", XC_TAG_UNSEEN},
    {"ol", XC_TAG_LIST},
    {"optgroup", XC_TAG_UNSEEN},
    {"option", XC_TAG_UNSEEN},
    {"p", XC_TAG_PARAGRAPH},
    {"picture", XC_TAG_UNSEEN},
    {"pre", XC_TAG_PRE},
    {"script", XC_TAG_SCRIPT},
    {"section", XC_TAG_BLOCK},
    {"select", XC_TAG_UNSEEN},
    {"style", XC_TAG_UNSEEN},
    {"summary", XC_TAG_BLOCK},
    {"svg", XC_TAG_UNSEEN},
    {"table", XC_TAG_TABLE},
    {"tbody", XC_TAG_BLOCK},
    {"td", XC_TAG_CELL},
    {"template", XC_TAG_UNSEEN},
    {"textarea", XC_TAG_UNSEEN},
    {"tfoot", XC_TAG_BLOCK},
    {"th", XC_TAG_CELL},
    {"thead", XC_TAG_BLOCK},
    {"time", XC_TAG_TIME},
    {"title", XC_TAG_META},
    {"tr", XC_TAG_ROW},
    {"ul", XC_TAG_LIST},
    {"video", XC_TAG_UNSEEN},
};

static int by_tag(const void *key, const void *row) {
    return strcasecmp(key, ((const tag_name *)row)->name);
}

static uint8_t tag_of(const xmlNode *node) {
    const tag_name *found =
        bsearch(node->name, tags, sizeof tags / sizeof *tags, sizeof *tags, by_tag);
    return found ? found->tag : XC_TAG_OTHER;
}

// Which elements flow within a line.
static bool is_block(uint8_t tag) {
    return tag != XC_TAG_OTHER && tag != XC_TAG_A && tag != XC_TAG_TIME && tag != XC_TAG_BR &&
           tag != XC_TAG_META && tag != XC_TAG_SCRIPT;
}

xc_slice xc_attribute(const xmlNode *node, const char *name) {
    for (const xmlAttr *each = node->properties; each; each = each->next) {
        if (strcasecmp((const char *)each->name, name) == 0) {
            // libxml2 keeps an HTML attribute's value in one text node.
            return each->children ? xc_slice_of((const char *)each->children->content)
                                  : (xc_slice){0};
        }
    }
    return (xc_slice){0};
}

bool xc_node_is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcasecmp((const char *)node->name, name) == 0;
}

xmlNodePtr xc_node_next(xmlNodePtr node, const xmlNode *top, bool into) {
    if (into && node->children && node->type == XML_ELEMENT_NODE) {
        return node->children;
    }
    while (node && node != top && !node->next) {
        node = node->parent;
    }
    return !node || node == top ? NULL : node->next;
}

xc_slice xc_declared_charset(xc_slice bytes) {
    xc_slice head = xc_slice_sub(bytes, 0, 8192);
    static const xc_slice marks[] = {XC_SLICE_INIT("charset="), XC_SLICE_INIT("encoding=")};
    for (size_t m = 0; m < 2; m++) {
        for (size_t i = 0; i + marks[m].len < head.len; i++) {
            if (!xc_slice_equal_fold(xc_slice_sub(head, i, i + marks[m].len), marks[m])) {
                continue;
            }
            size_t start = i + marks[m].len;
            while (start < head.len && strchr("\"' ", head.ptr[start])) {
                start++;
            }
            size_t end = start;
            while (end < head.len && head.ptr[end] && !strchr("\"' ;/>?", head.ptr[end])) {
                end++;
            }
            if (end > start) {
                return xc_slice_sub(head, start, end);
            }
        }
    }
    return (xc_slice){0};
}

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    htmlParserCtxtPtr parser = context;
    size_t *left_out = parser->_private;
    if (*left_out || parser->nodeNr >= DEEPEST) {
        (*left_out)++;
        if (*left_out > DEEPEST_OPEN) {
            xmlStopParser(parser); // nobody's page: every further tag would cost the more
        }
        return;
    }
    xmlSAX2StartElement(context, name, attributes);
}

static void end_element(void *context, const xmlChar *name) {
    htmlParserCtxtPtr parser = context;
    size_t *left_out = parser->_private;
    if (*left_out) {
        (*left_out)--;
        return;
    }
    xmlSAX2EndElement(context, name);
}

// libxml2 2.9 does not set itself up safely from several threads at once.
static pthread_once_t parser_ready = PTHREAD_ONCE_INIT;

static xmlDocPtr parse_text(xc_slice text) {
    (void)pthread_once(&parser_ready, xmlInitParser);
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(text.ptr, (int)text.len);
    if (!parser) {
        return NULL;
    }
    size_t left_out = 0;
    parser->_private = &left_out;
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
    return document;
}

// libxml2 compares each attribute with all before it: a tag of a million would take hours.
static bool has_endless_tag(xc_slice text) {
    const char *end = text.ptr + text.len;
    for (const char *at = text.ptr; at < end && (at = memchr(at, '<', (size_t)(end - at)));) {
        size_t attributes = 0;
        char quote = '\0';
        at++;
        if (at == end || !isalpha((unsigned char)*at)) {
            continue;
        }
        for (; at < end && (quote || *at != '>'); at++) {
            if (quote) {
                quote = *at == quote ? '\0' : quote;
            } else if ((*at == '"' || *at == '\'') && at[-1] == '=') {
                quote = *at;
            } else if (isspace((unsigned char)*at) && !isspace((unsigned char)at[-1])) {
                attributes++;
            }
        }
        if (attributes > MOST_ATTRIBUTES) {
            return true;
        }
    }
    return false;
}

static bool style_hides(xc_slice style) {
    static const xc_slice ways[] = {XC_SLICE_INIT("display:none"),
                                    XC_SLICE_INIT("visibility:hidden")};
    char plain[256];
    size_t length = 0;
    for (size_t i = 0; i < style.len && length < sizeof plain; i++) {
        if (!isspace((unsigned char)style.ptr[i])) {
            plain[length++] = (char)tolower((unsigned char)style.ptr[i]);
        }
    }
    return xc_slice_find((xc_slice){plain, length}, ways[0]) != SIZE_MAX ||
           xc_slice_find((xc_slice){plain, length}, ways[1]) != SIZE_MAX;
}

static unsigned role_hints(xc_slice role) {
    static const char *const beside[] = {"navigation", "complementary", "banner", "contentinfo",
                                         "search",     "dialog",        "alert",  "menu",
                                         "menubar",    "toolbar"};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        if (xc_slice_is(role, beside[i])) {
            return XC_HINT_BESIDE;
        }
    }
    return 0;
}

static unsigned hints_of(const xmlNode *node) {
    unsigned hints = 0;
    for (const xmlAttr *each = node->properties; each; each = each->next) {
        const char *name = (const char *)each->name;
        xc_slice value =
            each->children ? xc_slice_of((const char *)each->children->content) : (xc_slice){0};
        if (strcasecmp(name, "class") == 0 || strcasecmp(name, "id") == 0) {
            hints |= xc_hints_of(value);
        } else if (strcasecmp(name, "style") == 0) {
            hints |= style_hides(value) ? XC_HINT_HIDDEN : 0;
        } else if (strcasecmp(name, "hidden") == 0) {
            hints |= XC_HINT_HIDDEN;
        } else if (strcasecmp(name, "role") == 0) {
            hints |= role_hints(value);
        } else if (strcasecmp(name, "itemprop") == 0) {
            hints |= xc_slice_is(value, "articleBody") ? XC_HINT_BODY : 0;
        }
    }
    return hints;
}

static xc_status add_facts(xc_tree *tree, xc_arena *arena, xc_error *error) {
    for (xmlNodePtr node = tree->root; node; node = xc_node_next(node, tree->root, true)) {
        if (node->type != XML_ELEMENT_NODE) {
            continue;
        }
        xc_node *facts = xc_arena_alloc(arena, sizeof *facts);
        if (!facts) {
            return xc_fail_memory(error);
        }
        node->_private = facts;
        facts->tag = tag_of(node);
        facts->is_block = is_block(facts->tag);
        facts->hints = (uint8_t)hints_of(node);
        if (facts->tag == XC_TAG_HEADING) {
            facts->level = (uint8_t)(node->name[1] - '0');
        }
        if (facts->tag == XC_TAG_BODY && !tree->body) {
            tree->body = node;
        }
    }
    return XC_OK;
}

xc_status xc_tree_parse(xc_slice bytes, xc_arena *arena, xc_tree *out, xc_error *error) {
    return xc_tree_parse_told(bytes, &(xc_told){0}, arena, out, error);
}

xc_status xc_tree_parse_told(xc_slice bytes, const xc_told *told, xc_arena *arena, xc_tree *out,
                             xc_error *error) {
    *out = (xc_tree){.url = xc_arena_copy(arena, told->url)};
    xc_slice text = {0};
    xc_slice charset = told->charset.len ? told->charset : xc_declared_charset(bytes);
    xc_status status = xc_charset_decode(bytes, charset, arena, &text, &out->replaced, error);
    if (status != XC_OK || !out->url.ptr) {
        return status != XC_OK ? status : xc_fail_memory(error);
    }
    if (text.len && has_endless_tag(text)) {
        return xc_fail(error, XC_SKIPPED, "a tag has more than %d attributes", MOST_ATTRIBUTES);
    }
    if (text.len > INT_MAX) {
        return xc_fail(error, XC_SKIPPED, "the page is larger than 2 GB");
    }
    out->document = text.len ? parse_text(text) : NULL;
    out->root = out->document ? xmlDocGetRootElement(out->document) : NULL;
    if (!out->root) {
        xc_tree_free(out);
        return xc_fail(error, XC_SKIPPED, "no page could be found in it");
    }
    status = add_facts(out, arena, error);
    if (status != XC_OK) {
        xc_tree_free(out);
    }
    return status;
}

void xc_tree_free(xc_tree *tree) {
    if (tree->document) {
        xmlFreeDoc(tree->document);
    }
    *tree = (xc_tree){0};
}
