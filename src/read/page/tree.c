// SPDX-License-Identifier: MIT
// Parsing a page, and going about in its tree.
#include "read/page/tree.h"
#include "read/bytes/charset.h"
#include "read/bytes/tag_length.h"
#include "read/page/tree_parse.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

// A template that holds what stands in an element's shadow, as saved pages write it, is seen.
static uint8_t tag_of(const xmlNode *node) {
    uint8_t tag = tag_named((const char *)node->name);
    bool is_shadow =
        tag == TAG_UNSEEN && node_is(node, "template") &&
        (tree_attribute(node, "shadowrootmode").len || tree_attribute(node, "shadowroot").len ||
         tree_attribute(node, "shadowmode").len);
    return is_shadow ? TAG_BLOCK : tag;
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

enum { LONGEST_LABEL = 80 };

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

// What is named for machines and for the blind says less, but of comments it tells.
static unsigned readers_hint(xc_slice words) {
    unsigned hints = words.len < LONGEST_LABEL ? element_hints_of(words) : 0;
    return hints & HINT_READERS ? HINT_COMMENTS | HINT_READERS : 0;
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
            hints |= xc_slice_is(value, "articleBody") ? HINT_BODY : readers_hint(value);
        } else if (strcasecmp(name, "itemtype") == 0 || strcasecmp(name, "aria-label") == 0 ||
                   strcasecmp(name, "typeof") == 0 ||
                   strncasecmp(name, "data-", strlen("data-")) == 0) {
            hints |= readers_hint(value);
        }
    }
    if (strchr((const char *)node->name, '-')) { // an element of the page's own
        hints |= readers_hint(xc_slice_of((const char *)node->name));
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
        facts->is_block = tag_is_block(facts->tag);
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
    out->document = text.len ? tree_parse_text(text) : NULL;
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
