// SPDX-License-Identifier: MIT
// One walk over a page for what it tells of itself.
#include "read/page/tellings.h"
#include "read/page/author.h"
#include "read/page/gathering.h"
#include "read/page/headline.h"
#include "read/page/printed_date.h"
#include "read/page/told_names.h"

#include <ctype.h>
#include <string.h>

// A card for networks has words beside its picture: "Written by", and who it was.
static void see_card(gathering *g, xc_slice name, xc_slice content) {
    enum { CARD_RANK = 7 };
    if (xc_slice_equal_fold(name, XC_SLICE("twitter:label1"))) {
        size_t length = page_words_start(g->words, WORD_AUTHOR, content);
        g->card_has_author = length && length == content.len;
    } else if (g->card_has_author && xc_slice_equal_fold(name, XC_SLICE("twitter:data1"))) {
        tell(g, TELLS_AUTHOR, CARD_RANK, content);
    }
}

static void see_meta(gathering *g, const xmlNode *node) {
    static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
    xc_slice content = tree_attribute(node, "content");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        xc_slice name = tree_attribute(node, keys[i]);
        const told_name *told = meta_told(name);
        see_card(g, name, content);
        if (told) {
            tell(g, told->telling, told->rank, content);
        }
    }
}

static void see_link(gathering *g, const xmlNode *node) {
    if (xc_slice_equal_fold(tree_attribute(node, "rel"), XC_SLICE("canonical"))) {
        tell(g, TELLS_URL, 0, tree_attribute(node, "href"));
    }
}

// A copy that a web archive serves says in a script what it is a copy of:
// __wm.wombat("http://example.org:80/a","2012...
static void see_archive(gathering *g, xc_slice script) {
    static const xc_slice call = XC_SLICE_INIT("__wm.wombat(\"");
    enum { ARCHIVE_RANK = 4, LONGEST_SCRIPT = 4096 };
    size_t at = xc_slice_find(xc_slice_sub(script, 0, LONGEST_SCRIPT), call);
    if (at != SIZE_MAX) {
        xc_slice url;
        xc_slice rest;
        (void)xc_slice_cut(xc_slice_sub(script, at + call.len, script.len), '"', &url, &rest);
        tell(g, TELLS_URL, ARCHIVE_RANK, url);
    }
}

static void see_script(gathering *g, const xmlNode *node) {
    if (!node->children || !node->children->content) {
        return;
    }
    xc_slice script = xc_slice_of((const char *)node->children->content);
    if (xc_slice_find(tree_attribute(node, "type"), XC_SLICE("ld+json")) != SIZE_MAX) {
        g->status = jsonld_read(script, g->words, g->arena, &g->out->linked, g->error);
    } else {
        see_archive(g, script);
    }
}

static bool has_digit(xc_slice text) {
    for (size_t i = 0; i < text.len; i++) {
        if (isdigit((unsigned char)text.ptr[i])) {
            return true;
        }
    }
    return false;
}

static const char *const author_words[] = {"author", "byline", "autor", "writer", NULL};
static const char *const no_author_words[] = {"comment", "image", "photo", "avatar", NULL};
static const char *const other_author_words[] = {"bio", "date", "title", "box", "meta", NULL};

// Small visible elements that are named after what they show.
static void see_named(gathering *g, const xmlNode *node) {
    xc_slice class = tree_attribute(node, "class");
    xc_slice id = class.len ? class : tree_attribute(node, "id");
    // Long elements are not looked through: each may stand in another that is called the same.
    if (!id.len || node_of(node)->letters > LONGEST_LINE) {
        return;
    }
    bool dated = any_word_in(id, date_words) && !any_word_in(id, changed_words);
    bool authored = any_word_in(id, author_words) && !any_word_in(id, no_author_words);
    if (!dated && !authored) {
        return;
    }
    xc_slice line = node_line(node, g->arena);
    page_date date;
    if (dated && line.len <= LONGEST_LINE && page_date_find(g->words, line, true, &date)) {
        uint8_t rank = 9;
        line = published_part(g, line, &rank);
        tell(g, TELLS_PUBLISHED, rank, line);
    }
    if (authored && line.len <= LONGEST_NAME) {
        tell(g, TELLS_AUTHOR, any_word_in(id, other_author_words) ? 11 : 9,
             author_clean(g->words, line));
    }
}

// The name of a person who is described in full.
static const xmlNode *name_within(const xmlNode *person) {
    xmlNodePtr node = person->children;
    while (node && !xc_slice_is(tree_attribute(node, "itemprop"), "name")) {
        node = node_next(node, person, true);
    }
    return node;
}

static void see_properties(gathering *g, const xmlNode *node) {
    xc_slice property = tree_attribute(node, "itemprop");
    const told_name *told = property_told(property);
    if (told) {
        const xmlNode *name = told->telling == TELLS_AUTHOR ? name_within(node) : NULL;
        tell(g, told->telling, told->rank, value_of(g, name ? name : node));
    }
    xc_slice rel = tree_attribute(node, "rel");
    if (xc_slice_equal_fold(rel, XC_SLICE("author")) && !node_is(node, "link")) {
        tell(g, TELLS_AUTHOR, 8, author_clean(g->words, node_line(node, g->arena)));
    }
}

static bool is_hidden(const xmlNode *node) {
    static const char *const words[] = {"aural",        "visually",  "sr-only", "screen-reader",
                                        "screenreader", "invisible", NULL};
    return node_of(node)->hints & HINT_HIDDEN ||
           any_word_in(tree_attribute(node, "class"), words);
}

static void see_heading(gathering *g, const xmlNode *node) {
    page_tellings *out = g->out;
    const pack_node *facts = node_of(node);
    bool is_main = facts->level == 1 || headline_is_named(node);
    if (is_hidden(node) || facts->level > 3 || facts->letters >= 500) {
        return;
    }
    if (is_main) {
        g->has_headline = true;
        g->since_headline = 0;
    }
    // Room is kept for main headings, which may come behind menus that are full of small ones.
    size_t most = is_main ? MOST_HEADINGS : MOST_HEADINGS / 2;
    if (out->heading_count < most && (is_main || facts->linked * 2 < facts->letters)) {
        xc_slice line = headline_words(node, g->arena);
        if (line.len && line.len < 500) {
            out->headings[out->heading_count++] = (page_heading){line, is_main, facts->level};
        }
    }
}

enum { NEAR_HEADLINE = 500 };

// "By Ana Quill": beside the headline it is believed more than elsewhere. The name may be a
// link behind the word.
static void see_byline(gathering *g, const xmlNode *node, xc_slice line, bool is_near,
                       bool is_dated) {
    size_t opening = page_words_start(g->words, WORD_AUTHOR, line);
    if (!opening && !(is_near && is_dated)) {
        return;
    }
    xc_slice whole = line;
    const xmlNode *above = node->parent;
    for (int up = 0; up < 3 && opening && whole.len <= opening + 3 && above->parent; up++) {
        size_t letters = node_of(above) ? node_of(above)->letters : SIZE_MAX;
        xc_slice wider = letters < LONGEST_NAME ? node_line(above, g->arena) : line;
        size_t at = xc_slice_find(wider, line);
        whole = at == SIZE_MAX ? line : xc_slice_sub(wider, at, wider.len);
        above = above->parent;
    }
    if (whole.len < LONGEST_NAME) {
        tell(g, TELLS_AUTHOR, is_near ? 10 : 12,
             author_in_line(g->words, whole, is_near, is_dated));
    }
}

static void see_line(gathering *g, const xmlNode *node) {
    xc_slice line = xc_slice_trim(xc_slice_of((const char *)node->content));
    bool is_near = g->has_headline && g->since_headline < NEAR_HEADLINE;
    g->since_headline += line.len;
    bool is_long = line.len > LONGEST_LINE;
    line = is_long && is_near ? xc_slice_sub(line, 0, LONGEST_DATE) : line;
    bool may_date = line.len >= 8 && (is_near || !is_long) && has_digit(line);
    page_date date;
    bool is_dated = may_date && page_date_find(g->words, line, true, &date);
    if (!is_long && line.len < LONGEST_NAME) {
        see_byline(g, node, line, is_near, is_dated);
    }
    if (is_dated) {
        see_dated(g, line, is_near);
    }
}

static void see(gathering *g, const xmlNode *node, const pack_node *facts) {
    if (node_is(node, "meta")) {
        see_meta(g, node);
        see_properties(g, node);
    } else if (node_is(node, "link")) {
        see_link(g, node);
    } else if (node_is(node, "title") && !g->out->document_title.len) {
        g->out->document_title = node_line(node, g->arena);
    } else if (node_is(node, "html")) {
        tell(g, TELLS_LANGUAGE, 0, tree_attribute(node, "lang"));
    } else if (facts->tag == TAG_SCRIPT) {
        see_script(g, node);
    } else {
        see_properties(g, node);
        if (facts->tag == TAG_TIME) {
            see_time(g, node);
        } else if (facts->tag == TAG_HEADING) {
            see_heading(g, node);
            see_named(g, node);
        } else if (facts->tag != TAG_BODY) {
            see_named(g, node);
        }
    }
}

// The footer of the page, not of an article in it.
static bool is_page_footer(const xmlNode *node) {
    const xmlNode *above = node->parent;
    return node_is(node, "footer") && above &&
           (node_is(above, "body") || (above->parent && node_is(above->parent, "body")));
}

static const xmlNode *find_only_headline(xmlNodePtr root) {
    const xmlNode *found = NULL;
    for (xmlNodePtr node = root; node; node = node_next(node, root, true)) {
        const pack_node *facts = node_of(node);
        if (facts && facts->tag == TAG_HEADING && facts->level == 1 && facts->letters) {
            if (found) {
                return NULL;
            }
            found = node;
        }
    }
    return found;
}

// Whether the page's one main heading stands in it: what it is called is the article then.
static bool holds_headline(const gathering *g, const xmlNode *node) {
    const xmlNode *above = g->only_headline;
    while (above && above != node) {
        above = above->parent;
    }
    return above != NULL;
}

// Related stories, comments and footers tell of other pages; <head> is walked although it is
// never text.
static bool is_elsewhere(const gathering *g, const xmlNode *node, const pack_node *facts,
                         size_t total) {
    bool is_small = (size_t)facts->letters * 2 < total;
    return facts->is_readers ||
           ((facts->hints & HINT_COMMENTS) && is_small && !node_is(node, "html") &&
            !holds_headline(g, node)) ||
           node_is(node, "svg") || node_is(node, "nav") || is_page_footer(node);
}

// "© 2023 The Post" below a page; beside a picture it is the photographer's.
static void see_copyright(gathering *g, const xmlNode *footer) {
    static const char *const words[] = {"\xC2\xA9", "copyright", NULL};
    xmlNodePtr node = footer->children;
    while (node && !g->out->values[TELLS_SITE][10].len) {
        if (node->type == XML_TEXT_NODE && node->content) {
            xc_slice line = xc_slice_trim(xc_slice_of((const char *)node->content));
            if (line.len < LONGEST_LINE && any_word_in(line, words)) {
                tell(g, TELLS_SITE, 10, line);
            }
        }
        node = node_next(node, footer, true);
    }
}

xc_status tellings_gather(const page_tree *tree, const page_lines *lines, xc_arena *arena,
                          page_tellings *out, xc_error *error) {
    *out = (page_tellings){0};
    gathering g = {.out = out,
                   .lines = lines,
                   .words = lines_words(lines),
                   .arena = arena,
                   .error = error};
    g.only_headline = find_only_headline(tree->root);
    xmlNodePtr node = tree->root;
    size_t total = node_of(tree->body ? tree->body : tree->root)->letters;
    while (node && g.status == XC_OK) {
        const pack_node *facts = node_of(node);
        bool into = facts && !is_elsewhere(&g, node, facts, total);
        if (facts &&
            (is_page_footer(node) ||
             xc_slice_find(tree_attribute(node, "class"), XC_SLICE("copyright")) != SIZE_MAX)) {
            see_copyright(&g, node);
        }
        if (into) {
            see(&g, node, facts);
        } else if (node->type == XML_TEXT_NODE && node->content && node_of(node->parent) &&
                   node_of(node->parent)->tag != TAG_UNSEEN &&
                   node_of(node->parent)->tag != TAG_META) {
            see_line(&g, node);
        }
        node = node_next(node, tree->root, into);
    }
    return g.status;
}
