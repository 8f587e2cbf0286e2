// SPDX-License-Identifier: MIT
// Parsing a page, and going about in its tree.
#include "read/page/tree.h"
#include "read/bytes/charset.h"
#include "read/bytes/tag_length.h"

#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// libxml2 gives up at a depth of 256. Deeper elements are left out here and their text kept.
enum { DEEPEST = 200, DEEPEST_OPEN = 2048 };

typedef struct tag_name {
    const char *name;
    uint8_t tag;
} tag_name;

// Sorted by name.
static const tag_name tags[] = {
    {"a", TAG_A},
    {"address", TAG_BLOCK},
    {"amp-ad", TAG_UNSEEN},
    {"amp-analytics", TAG_UNSEEN},
    {"amp-auto-ads", TAG_UNSEEN},
    {"amp-consent", TAG_UNSEEN},
    {"amp-embed", TAG_UNSEEN},
    {"amp-iframe", TAG_UNSEEN},
    {"amp-image-lightbox", TAG_UNSEEN},
    {"amp-lightbox", TAG_UNSEEN},
    {"amp-sidebar", TAG_UNSEEN},
    {"amp-social-share", TAG_UNSEEN},
    {"amp-sticky-ad", TAG_UNSEEN},
    {"amp-user-notification", TAG_UNSEEN},
    {"article", TAG_ARTICLE},
    {"aside", TAG_ASIDE},
    {"audio", TAG_UNSEEN},
    {"blockquote", TAG_QUOTE},
    {"body", TAG_BODY},
    {"br", TAG_BR},
    {"button", TAG_UNSEEN},
    {"canvas", TAG_UNSEEN},
    {"caption", TAG_BLOCK},
    {"center", TAG_BLOCK},
    {"datalist", TAG_UNSEEN},
    {"dd", TAG_ITEM},
    {"details", TAG_BLOCK},
    {"dialog", TAG_ASIDE},
    {"div", TAG_BLOCK},
    {"dl", TAG_LIST},
    {"dt", TAG_ITEM},
    {"embed", TAG_UNSEEN},
    {"fieldset", TAG_BLOCK},
    {"figcaption", TAG_CAPTION},
    {"figure", TAG_FIGURE},
    {"footer", TAG_ASIDE},
    {"form", TAG_BLOCK},
    {"h1", TAG_HEADING},
    {"h2", TAG_HEADING},
    {"h3", TAG_HEADING},
    {"h4", TAG_HEADING},
    {"h5", TAG_HEADING},
    {"h6", TAG_HEADING},
    {"head", TAG_UNSEEN},
    {"header", TAG_BLOCK},
    {"hr", TAG_BLOCK},
    {"html", TAG_BLOCK},
    {"iframe", TAG_UNSEEN},
    {"input", TAG_UNSEEN},
    {"label", TAG_UNSEEN},
    {"li", TAG_ITEM},
    {"link", TAG_META},
    {"main", TAG_MAIN},
    {"map", TAG_UNSEEN},
    {"menu", TAG_ASIDE},
    {"meta", TAG_META},
    {"nav", TAG_ASIDE},
    {"noframes", TAG_UNSEEN},
    {"noscript", TAG_UNSEEN},
    {"object", TAG_UNSEEN},
    {"ol", TAG_LIST},
    {"optgroup", TAG_UNSEEN},
    {"option", TAG_UNSEEN},
    {"p", TAG_PARAGRAPH},
    {"picture", TAG_UNSEEN},
    {"pre", TAG_PRE},
    {"script", TAG_SCRIPT},
    {"section", TAG_BLOCK},
    {"select", TAG_UNSEEN},
    {"style", TAG_UNSEEN},
    {"summary", TAG_BLOCK},
    {"svg", TAG_UNSEEN},
    {"table", TAG_TABLE},
    {"tbody", TAG_BLOCK},
    {"td", TAG_CELL},
    {"template", TAG_UNSEEN},
    {"textarea", TAG_UNSEEN},
    {"tfoot", TAG_BLOCK},
    {"th", TAG_CELL},
    {"thead", TAG_BLOCK},
    {"time", TAG_TIME},
    {"title", TAG_META},
    {"tr", TAG_ROW},
    {"ul", TAG_LIST},
    {"video", TAG_UNSEEN},
};

static int by_tag(const void *key, const void *row) {
    return strcasecmp(key, ((const tag_name *)row)->name);
}

static uint8_t tag_of(const xmlNode *node) {
    const tag_name *found =
        bsearch(node->name, tags, sizeof tags / sizeof *tags, sizeof *tags, by_tag);
    return found ? found->tag : TAG_OTHER;
}

// Which elements flow within a line.
static bool is_block(uint8_t tag) {
    return tag != TAG_OTHER && tag != TAG_A && tag != TAG_TIME && tag != TAG_BR &&
           tag != TAG_META && tag != TAG_SCRIPT;
}

xc_slice tree_attribute(const xmlNode *node, const char *name) {
    for (const xmlAttr *each = node->properties; each; each = each->next) {
        if (strcasecmp((const char *)each->name, name) == 0) {
            // libxml2 keeps an HTML attribute's value in one text node.
            return each->children ? xc_slice_of((const char *)each->children->content)
                                  : (xc_slice){0};
        }
    }
    return (xc_slice){0};
}

bool node_is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcasecmp((const char *)node->name, name) == 0;
}

xmlNodePtr node_next(xmlNodePtr node, const xmlNode *top, bool into) {
    if (into && node->children && node->type == XML_ELEMENT_NODE) {
        return node->children;
    }
    while (node && node != top && !node->next) {
        node = node->parent;
    }
    return !node || node == top ? NULL : node->next;
}

xc_slice declared_charset(xc_slice bytes) {
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

static bool has_endless_tag(xc_slice text) {
    const char *end = text.ptr + text.len;
    for (const char *at = text.ptr; at < end && (at = memchr(at, '<', (size_t)(end - at)));) {
        if (at + 1 == end || !isalpha((unsigned char)at[1])) {
            at++;
            continue;
        }
        tag_length tag = tag_length_of((xc_slice){at, (size_t)(end - at)});
        if (tag.surplus < tag.end) {
            return true;
        }
        at += tag.end;
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
            return HINT_BESIDE;
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
            hints |= element_hints_of(value);
        } else if (strcasecmp(name, "style") == 0) {
            hints |= style_hides(value) ? HINT_HIDDEN : 0;
        } else if (strcasecmp(name, "hidden") == 0) {
            hints |= HINT_HIDDEN;
        } else if (strcasecmp(name, "role") == 0) {
            hints |= role_hints(value);
        } else if (strcasecmp(name, "itemprop") == 0) {
            hints |= xc_slice_is(value, "articleBody") ? HINT_BODY : 0;
        }
    }
    return hints;
}

static xc_status add_facts(page_tree *tree, xc_arena *arena, xc_error *error) {
    for (xmlNodePtr node = tree->root; node; node = node_next(node, tree->root, true)) {
        if (node->type != XML_ELEMENT_NODE) {
            continue;
        }
        pack_node *facts = xc_arena_alloc(arena, sizeof *facts);
        if (!facts) {
            return xc_fail_memory(error);
        }
        node->_private = facts;
        facts->tag = tag_of(node);
        facts->is_block = is_block(facts->tag);
        facts->hints = (uint8_t)hints_of(node);
        if (facts->tag == TAG_HEADING) {
            facts->level = (uint8_t)(node->name[1] - '0');
        }
        if (facts->tag == TAG_BODY && !tree->body) {
            tree->body = node;
        }
    }
    return XC_OK;
}

xc_status tree_parse(xc_slice bytes, xc_arena *arena, page_tree *out, xc_error *error) {
    return tree_parse_told(bytes, &(told_facts){0}, arena, out, error);
}

xc_status tree_parse_told(xc_slice bytes, const told_facts *told, xc_arena *arena,
                          page_tree *out, xc_error *error) {
    *out = (page_tree){.url = xc_arena_copy(arena, told->url)};
    xc_slice text = {0};
    xc_slice charset = told->charset.len ? told->charset : declared_charset(bytes);
    xc_status status = charset_decode(bytes, charset, arena, &text, &out->replaced, error);
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
        tree_free(out);
        return xc_fail(error, XC_SKIPPED, "no page could be found in it");
    }
    status = add_facts(out, arena, error);
    if (status != XC_OK) {
        tree_free(out);
    }
    return status;
}

void tree_free(page_tree *tree) {
    if (tree->document) {
        xmlFreeDoc(tree->document);
    }
    *tree = (page_tree){0};
}
