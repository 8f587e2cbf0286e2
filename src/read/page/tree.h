// SPDX-License-Identifier: MIT
/// A saved page as a tree (libxml2's), with what reading needs to know of each element beside
/// it: its kind, what its class says, how much text it holds.
#ifndef CROSSCLAIM_READ_PAGE_TREE_H
#define CROSSCLAIM_READ_PAGE_TREE_H

#include "crossclaim/base.h"

#include "read/told.h"

#include <libxml/tree.h>

typedef enum element_tag {
    TAG_OTHER, ///< an inline element, or one that nobody knows
    TAG_BLOCK, ///< begins a line of its own: div, section ...
    TAG_A,
    TAG_ARTICLE,
    TAG_BODY,
    TAG_BR,
    TAG_CAPTION, ///< figcaption
    TAG_CELL,    ///< td, th
    TAG_FIGURE,
    TAG_HEADING, ///< h1 to h6
    TAG_ITEM,    ///< li, dt, dd
    TAG_LIST,    ///< ul, ol, dl
    TAG_MAIN,
    TAG_META, ///< meta, link, title
    TAG_PARAGRAPH,
    TAG_PRE,
    TAG_QUOTE, ///< blockquote
    TAG_ROW,   ///< tr
    TAG_SCRIPT,
    TAG_TABLE,
    TAG_TIME,
    TAG_UNSEEN, ///< style, template, svg, form controls: never text
    TAG_ASIDE,  ///< nav, footer, aside, form, menu: beside the article
} element_tag;

/// What class, id and role say of an element.
typedef enum element_hint {
    HINT_BESIDE = 1,   ///< not the article: sharing, advertising, tools ...
    HINT_COMMENTS = 2, ///< what readers wrote, related stories
    HINT_BODY = 4,     ///< the article's body
    HINT_BYLINE = 8,
    HINT_CAPTION = 16,
    HINT_HIDDEN = 32,
    HINT_SITE = 64,     ///< what is the same on every page: menus, cookie and newsletter boxes
    HINT_READERS = 128, ///< readers' comments, beside HINT_COMMENTS
} element_hint;

/// Beside each element, reached by its _private.
typedef struct pack_node {
    uint8_t tag;   ///< an element_tag
    uint8_t hints; ///< of element_hint
    bool dropped;  ///< with all that is in it
    bool is_block;
    bool is_readers;     ///< with all in it: what readers wrote (comments.c)
    uint8_t level;       ///< of a heading
    uint32_t own;        ///< letters directly in this block, not in a block inside it
    uint32_t own_linked; ///< of these, in links
    uint32_t letters;    ///< in all of it, white space not counted
    uint32_t linked;
    uint32_t figures;  ///< texts with figures directly in this block
    uint32_t boxed;    ///< the same in what is within it
    uint32_t plain;    ///< letters of cells, items and lines with figures that are no links
    uint32_t prose;    ///< letters in blocks that read like sentences
    uint32_t headline; ///< letters in main headings
    uint32_t teasers;  ///< letters in headings that lead to another page
} pack_node;

typedef struct page_tree {
    xmlDocPtr document;
    xmlNodePtr root, body; ///< NULL where there are none
    size_t replaced;       ///< bytes that became U+FFFD
    xc_slice url;          ///< where it was found; empty if unknown
} page_tree;

/// Parses a page whatever is wrong with it. Nothing outside of it is fetched.
/// @param bytes raw, in any charset
/// @param arena owns the page_nodes
/// @return XC_OK, XC_SKIPPED (no page at all) or XC_NO_MEMORY; after XC_OK give it back by
///         tree_free
XC_MUST_CHECK xc_status tree_parse(xc_slice bytes, xc_arena *arena, page_tree *out,
                                   xc_error *error);
/// The same, where the page came with headers or was found at an address.
XC_MUST_CHECK xc_status tree_parse_told(xc_slice bytes, const told_facts *told, xc_arena *arena,
                                        page_tree *out, xc_error *error);
void tree_free(page_tree *tree);

/// The charset that the page's first bytes declare; empty if none.
xc_slice declared_charset(xc_slice bytes);

/// The element's own record; NULL for text and comments.
static inline pack_node *node_of(const xmlNode *node) {
    return node->type == XML_ELEMENT_NODE ? node->_private : NULL;
}
/// An attribute's value; empty if it has none. Lives as long as the tree.
xc_slice tree_attribute(const xmlNode *node, const char *name);
bool node_is(const xmlNode *node, const char *name);
/// Appends the text of a node and all in it, white space as it stands, unseen elements left
/// out.
void node_text(const xmlNode *node, xc_buffer *out);
/// The same in the arena, white space folded to single spaces and trimmed; empty when memory
/// is out.
xc_slice node_line(const xmlNode *node, xc_arena *arena);
/// Folds white space (also the no-break space) to single spaces and drops marks that nobody
/// sees (soft hyphen, zero-width space).
void fold_space(xc_slice text, xc_buffer *out);
/// The next node in reading order within `top`, into children unless told not; NULL at the
/// end.
xmlNodePtr node_next(xmlNodePtr node, const xmlNode *top, bool into);

/// What the words of a class or id attribute say: element_hint bits.
unsigned element_hints_of(xc_slice words);

#endif
