// SPDX-License-Identifier: MIT
// One walk over a page for what it tells of itself.
#include "read/page/tellings.h"
#include "read/page/author.h"
#include "read/page/printed_date.h"
#include "read/page/told_names.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_LINE = 160, LONGEST_NAME = 120 };

typedef struct gathering {
    xc_tellings *out;
    const xc_page_lines *lines;
    const xc_page_words *words;
    xc_arena *arena;
    xc_error *error;
    xc_status status;
    bool has_headline;     // a main heading was met
    size_t since_headline; // letters of text since
} gathering;

static void tell(gathering *g, uint8_t telling, uint8_t rank, xc_slice value) {
    xc_slice *slot = &g->out->values[telling][rank];
    value = xc_slice_trim(value);
    if (slot->len || !value.len || value.len > 2000) {
        return;
    }
    xc_buffer line = {0};
    xc_fold_space(value, &line);
    *slot = xc_arena_copy(g->arena, xc_slice_trim(xc_buffer_slice(&line)));
    if (line.status != XC_OK || !slot->ptr) {
        g->status = xc_fail_memory(g->error);
    }
    xc_buffer_release(&line);
}

static void see_meta(gathering *g, const xmlNode *node) {
    static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
    xc_slice content = xc_attribute(node, "content");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        xc_slice name = xc_attribute(node, keys[i]);
        const xc_told_name *told = xc_meta_told(name);
        if (told) {
            tell(g, told->telling, told->rank, content);
        }
    }
}

static void see_link(gathering *g, const xmlNode *node) {
    if (xc_slice_equal_fold(xc_attribute(node, "rel"), XC_SLICE("canonical"))) {
        tell(g, XC_TELLS_URL, 0, xc_attribute(node, "href"));
    }
}

static void see_script(gathering *g, const xmlNode *node) {
    xc_slice type = xc_attribute(node, "type");
    if (xc_slice_find(type, XC_SLICE("ld+json")) == SIZE_MAX || !node->children ||
        !node->children->content) {
        return;
    }
    g->status = xc_jsonld_read(xc_slice_of((const char *)node->children->content), g->words,
                               g->arena, &g->out->linked, g->error);
}

// What an element that carries a value for machines gives: its attribute, else its words.
static xc_slice value_of(gathering *g, const xmlNode *node) {
    xc_slice value = xc_attribute(node, "content");
    if (!value.len) {
        value = xc_attribute(node, "datetime");
    }
    bool is_short = xc_node_of(node)->letters <= 4 * LONGEST_LINE;
    return value.len || !is_short ? value : xc_node_line(node, g->arena);
}

static bool word_in(xc_slice text, const char *word) {
    xc_slice needle = xc_slice_of(word);
    for (size_t i = 0; i + needle.len <= text.len; i++) {
        if (xc_slice_equal_fold(xc_slice_sub(text, i, i + needle.len), needle)) {
            return true;
        }
    }
    return false;
}

static bool has_digit(xc_slice text) {
    for (size_t i = 0; i < text.len; i++) {
        if (isdigit((unsigned char)text.ptr[i])) {
            return true;
        }
    }
    return false;
}

static bool any_word_in(xc_slice text, const char *const *list) {
    while (*list && !word_in(text, *list)) {
        list++;
    }
    return *list != NULL;
}

static const char *const date_words[] = {"date",  "publish", "posted", "timestamp", "datum",
                                         "fecha", "pubtime", "time",   "data-pub",  NULL};
static const char *const changed_words[] = {"update", "modif", "comment", "related", NULL};
static const char *const author_words[] = {"author", "byline", "autor", "writer", NULL};
static const char *const no_author_words[] = {"comment", "image", "photo", "avatar", NULL};
static const char *const other_author_words[] = {"bio", "date", "title", "box", "meta", NULL};

static void see_time(gathering *g, const xmlNode *node) {
    xc_slice class = xc_attribute(node, "class");
    xc_slice value = value_of(g, node);
    xc_page_date date;
    if (any_word_in(class, changed_words) || !xc_page_date_find(g->words, value, true, &date)) {
        return;
    }
    bool is_marked = any_word_in(class, date_words) || xc_attribute(node, "pubdate").len;
    tell(g, XC_TELLS_PUBLISHED, is_marked ? 7 : 8, value);
}

// Small visible elements that are named after what they show.
static void see_named(gathering *g, const xmlNode *node) {
    xc_slice class = xc_attribute(node, "class");
    xc_slice id = class.len ? class : xc_attribute(node, "id");
    // Long elements are not looked through: each may stand in another that is called the same.
    if (!id.len || xc_node_of(node)->letters > LONGEST_LINE) {
        return;
    }
    bool dated = any_word_in(id, date_words) && !any_word_in(id, changed_words);
    bool authored = any_word_in(id, author_words) && !any_word_in(id, no_author_words);
    if (!dated && !authored) {
        return;
    }
    xc_slice line = xc_node_line(node, g->arena);
    xc_page_date date;
    if (dated && line.len <= LONGEST_LINE && xc_page_date_find(g->words, line, true, &date)) {
        tell(g, XC_TELLS_PUBLISHED, 9, line);
    }
    if (authored && line.len <= LONGEST_NAME) {
        tell(g, XC_TELLS_AUTHOR, any_word_in(id, other_author_words) ? 11 : 9,
             xc_author_clean(g->words, line));
    }
}

// The name of a person who is described in full.
static const xmlNode *name_within(const xmlNode *person) {
    xmlNodePtr node = person->children;
    while (node && !xc_slice_is(xc_attribute(node, "itemprop"), "name")) {
        node = xc_node_next(node, person, true);
    }
    return node;
}

static void see_properties(gathering *g, const xmlNode *node) {
    xc_slice property = xc_attribute(node, "itemprop");
    const xc_told_name *told = xc_property_told(property);
    if (told) {
        const xmlNode *name = told->telling == XC_TELLS_AUTHOR ? name_within(node) : NULL;
        tell(g, told->telling, told->rank, value_of(g, name ? name : node));
    }
    xc_slice rel = xc_attribute(node, "rel");
    if (xc_slice_equal_fold(rel, XC_SLICE("author")) && !xc_node_is(node, "link")) {
        tell(g, XC_TELLS_AUTHOR, 8, xc_author_clean(g->words, xc_node_line(node, g->arena)));
    }
}

// Where the site's name is the main heading, the article's is told by its class.
static bool is_headline_class(const xmlNode *node) {
    static const char *const words[] = {"entry-title",    "post-title",   "article-title",
                                        "article__title", "headline",     "entry_title",
                                        "posttitle",      "articletitle", NULL};
    return any_word_in(xc_attribute(node, "class"), words) ||
           xc_slice_is(xc_attribute(node, "itemprop"), "headline");
}

// The heading's words without its kicker or subtitle, which pages put into the same element.
static xc_slice heading_line(gathering *g, const xmlNode *node) {
    static const char *const beside[] = {
        "kicker",   "overline", "topline", "dachzeile", "spitzmarke", "roofline", "eyebrow",
        "pretitle", "subtitle", "subline", "subhead",   "label",      NULL};
    while (node->children && !node->children->next && node->children->children) {
        node = node->children;
    }
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && is_headline_class(child)) {
            return xc_node_line(child, g->arena);
        }
    }
    xc_buffer line = {0};
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE ||
            !any_word_in(xc_attribute(child, "class"), beside)) {
            xc_node_text(child, &line);
        }
    }
    xc_buffer folded = {0};
    xc_fold_space(xc_buffer_slice(&line), &folded);
    xc_slice copy = xc_arena_copy(g->arena, xc_slice_trim(xc_buffer_slice(&folded)));
    xc_buffer_release(&line);
    xc_buffer_release(&folded);
    return copy;
}

static bool is_hidden(const xmlNode *node) {
    static const char *const words[] = {"aural",        "visually",  "sr-only", "screen-reader",
                                        "screenreader", "invisible", NULL};
    return xc_node_of(node)->hints & XC_HINT_HIDDEN ||
           any_word_in(xc_attribute(node, "class"), words);
}

static void see_heading(gathering *g, const xmlNode *node) {
    xc_tellings *out = g->out;
    const xc_node *facts = xc_node_of(node);
    bool is_main = facts->level == 1 || is_headline_class(node);
    if (is_hidden(node) || facts->level > 3 || facts->letters >= 500) {
        return;
    }
    if (is_main) {
        g->has_headline = true;
        g->since_headline = 0;
    }
    // Room is kept for main headings, which may come behind menus that are full of small ones.
    size_t most = is_main ? XC_MOST_HEADINGS : XC_MOST_HEADINGS / 2;
    if (out->heading_count < most && (is_main || facts->linked * 2 < facts->letters)) {
        xc_slice line = heading_line(g, node);
        if (line.len && line.len < 500) {
            out->headings[out->heading_count++] = (xc_heading){line, is_main, facts->level};
        }
    }
}

enum { NEAR_HEADLINE = 500, LONGEST_DATE = 18 };

// "By Ana Quill": beside the headline it is believed more than elsewhere. The name may be a
// link behind the word.
static void see_byline(gathering *g, const xmlNode *node, xc_slice line, bool is_near,
                       bool is_dated) {
    size_t opening = xc_page_words_start(g->words, XC_WORD_AUTHOR, line);
    if (!opening && !(is_near && is_dated)) {
        return;
    }
    xc_slice whole = line;
    const xmlNode *above = node->parent;
    for (int up = 0; up < 3 && opening && whole.len <= opening + 3 && above->parent; up++) {
        size_t letters = xc_node_of(above) ? xc_node_of(above)->letters : SIZE_MAX;
        xc_slice wider = letters < LONGEST_NAME ? xc_node_line(above, g->arena) : line;
        size_t at = xc_slice_find(wider, line);
        whole = at == SIZE_MAX ? line : xc_slice_sub(wider, at, wider.len);
        above = above->parent;
    }
    if (whole.len < LONGEST_NAME) {
        tell(g, XC_TELLS_AUTHOR, is_near ? 10 : 12,
             xc_author_in_line(g->words, whole, is_near, is_dated));
    }
}

// A visible line with a date: beside the headline, or said to be the publication's.
static void see_dated(gathering *g, xc_slice line, bool is_near) {
    bool is_long = line.len > LONGEST_LINE;
    xc_page_date first;
    bool is_first =
        xc_page_date_find(g->words, xc_slice_sub(line, 0, LONGEST_DATE), true, &first);
    if (is_near && (line.len <= LONGEST_LINE / 2 || is_first)) {
        tell(g, XC_TELLS_PUBLISHED, 10, line);
    } else if (!is_long && xc_line_has(g->lines, XC_LINE_PUBLISHED, line)) {
        tell(g, XC_TELLS_PUBLISHED, 11, line);
    } else if (!g->has_headline && line.len <= 40) {
        tell(g, XC_TELLS_PUBLISHED, 12, line);
    }
}

static void see_line(gathering *g, const xmlNode *node) {
    xc_slice line = xc_slice_trim(xc_slice_of((const char *)node->content));
    bool is_near = g->has_headline && g->since_headline < NEAR_HEADLINE;
    g->since_headline += line.len;
    bool is_long = line.len > LONGEST_LINE;
    line = is_long && is_near ? xc_slice_sub(line, 0, LONGEST_DATE) : line;
    bool may_date = line.len >= 8 && (is_near || !is_long) && has_digit(line);
    xc_page_date date;
    bool is_dated = may_date && xc_page_date_find(g->words, line, true, &date);
    if (!is_long && line.len < LONGEST_NAME) {
        see_byline(g, node, line, is_near, is_dated);
    }
    if (is_dated && xc_line_has(g->lines, XC_LINE_CHANGED, line)) {
        tell(g, XC_TELLS_PUBLISHED, 14, line);
    } else if (is_dated) {
        see_dated(g, line, is_near);
    }
}

static void see(gathering *g, const xmlNode *node, const xc_node *facts) {
    if (xc_node_is(node, "meta")) {
        see_meta(g, node);
        see_properties(g, node);
    } else if (xc_node_is(node, "link")) {
        see_link(g, node);
    } else if (xc_node_is(node, "title") && !g->out->document_title.len) {
        g->out->document_title = xc_node_line(node, g->arena);
    } else if (xc_node_is(node, "html")) {
        tell(g, XC_TELLS_LANGUAGE, 0, xc_attribute(node, "lang"));
    } else if (facts->tag == XC_TAG_SCRIPT) {
        see_script(g, node);
    } else {
        see_properties(g, node);
        if (facts->tag == XC_TAG_TIME) {
            see_time(g, node);
        } else if (facts->tag == XC_TAG_HEADING) {
            see_heading(g, node);
            see_named(g, node);
        } else if (facts->tag != XC_TAG_BODY) {
            see_named(g, node);
        }
    }
}

// The footer of the page, not of an article in it.
static bool is_page_footer(const xmlNode *node) {
    const xmlNode *above = node->parent;
    return xc_node_is(node, "footer") && above &&
           (xc_node_is(above, "body") || (above->parent && xc_node_is(above->parent, "body")));
}

// Related stories, comments and footers tell of other pages; <head> is walked although it is
// never text.
static bool is_elsewhere(const xmlNode *node, const xc_node *facts, size_t total) {
    bool is_small = (size_t)facts->letters * 2 < total;
    return ((facts->hints & XC_HINT_COMMENTS) && is_small && !xc_node_is(node, "html")) ||
           xc_node_is(node, "svg") || xc_node_is(node, "nav") || is_page_footer(node);
}

// "© 2023 The Post" below a page; beside a picture it is the photographer's.
static void see_copyright(gathering *g, const xmlNode *footer) {
    static const char *const words[] = {"\xC2\xA9", "copyright", NULL};
    xmlNodePtr node = footer->children;
    while (node && !g->out->values[XC_TELLS_SITE][10].len) {
        if (node->type == XML_TEXT_NODE && node->content) {
            xc_slice line = xc_slice_trim(xc_slice_of((const char *)node->content));
            if (line.len < LONGEST_LINE && any_word_in(line, words)) {
                tell(g, XC_TELLS_SITE, 10, line);
            }
        }
        node = xc_node_next(node, footer, true);
    }
}

xc_status xc_tellings_gather(const xc_tree *tree, const xc_page_lines *lines, xc_arena *arena,
                             xc_tellings *out, xc_error *error) {
    *out = (xc_tellings){0};
    gathering g = {.out = out,
                   .lines = lines,
                   .words = xc_lines_words(lines),
                   .arena = arena,
                   .error = error};
    xmlNodePtr node = tree->root;
    size_t total = xc_node_of(tree->body ? tree->body : tree->root)->letters;
    while (node && g.status == XC_OK) {
        const xc_node *facts = xc_node_of(node);
        bool into = facts && !is_elsewhere(node, facts, total);
        if (facts &&
            (is_page_footer(node) ||
             xc_slice_find(xc_attribute(node, "class"), XC_SLICE("copyright")) != SIZE_MAX)) {
            see_copyright(&g, node);
        }
        if (into) {
            see(&g, node, facts);
        } else if (node->type == XML_TEXT_NODE && node->content && xc_node_of(node->parent) &&
                   xc_node_of(node->parent)->tag != XC_TAG_UNSEEN &&
                   xc_node_of(node->parent)->tag != XC_TAG_META) {
            see_line(&g, node);
        }
        node = xc_node_next(node, tree->root, into);
    }
    return g.status;
}
