// SPDX-License-Identifier: MIT
// The words of a heading, without what page makers put into the same element.
#include "read/page/headline.h"
#include "read/page/told_names.h"

// Where the site's name is the main heading, the article's is told by its class.
bool headline_is_named(const xmlNode *node) {
    static const char *const words[] = {"entry-title",    "post-title",   "article-title",
                                        "article__title", "headline",     "entry_title",
                                        "posttitle",      "articletitle", NULL};
    return any_word_in(tree_attribute(node, "class"), words) ||
           xc_slice_is(tree_attribute(node, "itemprop"), "headline");
}

// A kicker or a subtitle, which may be called "headline" as well ("headline--topline").
static bool is_beside_headline(const xmlNode *node) {
    static const char *const words[] = {
        "kicker",  "overline", "topline",  "toptitle", "dachzeile", "spitzmarke", "roofline",
        "eyebrow", "pretitle", "subtitle", "subline",  "subhead",   "label",      NULL};
    return any_word_in(tree_attribute(node, "class"), words);
}

// The heading's words without its kicker or subtitle, which pages put into the same element.
xc_slice headline_words(const xmlNode *node, xc_arena *arena) {
    while (node->children && !node->children->next && node->children->children) {
        node = node->children;
    }
    xc_slice longest = {0};
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && headline_is_named(child) &&
            !is_beside_headline(child)) {
            xc_slice line = node_line(child, arena);
            longest = line.len > longest.len ? line : longest;
        }
    }
    if (longest.len) {
        return longest;
    }
    xc_buffer line = {0};
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE || !is_beside_headline(child)) {
            node_text(child, &line);
        }
    }
    xc_buffer folded = {0};
    fold_space(xc_buffer_slice(&line), &folded);
    xc_slice copy = xc_arena_copy(arena, xc_slice_trim(xc_buffer_slice(&folded)));
    xc_buffer_release(&line);
    xc_buffer_release(&folded);
    return copy;
}
