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
    page_tellings *out;
    const page_lines *lines;
    const page_words *words;
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
    fold_space(value, &line);
    *slot = xc_arena_copy(g->arena, xc_slice_trim(xc_buffer_slice(&line)));
    if (line.status != XC_OK || !slot->ptr) {
        g->status = xc_fail_memory(g->error);
    }
    xc_buffer_release(&line);
}

static void see_meta(gathering *g, const xmlNode *node) {
    static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
    xc_slice content = tree_attribute(node, "content");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        xc_slice name = tree_attribute(node, keys[i]);
        const told_name *told = meta_told(name);
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

static void see_script(gathering *g, const xmlNode *node) {
    xc_slice type = tree_attribute(node, "type");
    if (xc_slice_find(type, XC_SLICE("ld+json")) == SIZE_MAX || !node->children ||
        !node->children->content) {
        return;
    }
    g->status = jsonld_read(xc_slice_of((const char *)node->children->content), g->words,
                            g->arena, &g->out->linked, g->error);
}

// What an element that carries a value for machines gives: its attribute, else its words.
static xc_slice value_of(gathering *g, const xmlNode *node) {
    xc_slice value = tree_attribute(node, "content");
    if (!value.len) {
        value = tree_attribute(node, "datetime");
    }
    bool is_short = node_of(node)->letters <= 4 * LONGEST_LINE;
    return value.len || !is_short ? value : node_line(node, g->arena);
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

enum { CHANGED_RANK = 14 };

// The part of a line that tells of the publication, where it tells of a change as well
// ("Updated 25 May 2024 | First published 17 May 2024"); all of it where it tells of one alone.
// @param rank becomes that of changes where no part tells of the publication
static xc_slice published_part(const gathering *g, xc_slice line, uint8_t *rank) {
    if (!line_has(g->lines, LINE_CHANGED, line)) {
        return line;
    }
    xc_slice behind;
    if (line_follow(g->lines, LINE_PUBLISHED, line, &behind)) {
        xc_slice change;
        page_date date;
        if (line_follow(g->lines, LINE_CHANGED, behind, &change)) {
            behind.len = (size_t)(change.ptr - behind.ptr);
        }
        if (page_date_find(g->words, behind, true, &date)) {
            return behind;
        }
    }
    *rank = CHANGED_RANK;
    return line;
}

// The words right before an element, in its line.
static xc_slice words_before(const xmlNode *node) {
    while (node && !node->prev && node_of(node) && !node_of(node)->is_block) {
        node = node->parent;
    }
    const xmlNode *before = node ? node->prev : NULL;
    return before && before->type == XML_TEXT_NODE && before->content
               ? xc_slice_trim(xc_slice_of((const char *)before->content))
               : (xc_slice){0};
}

static void see_time(gathering *g, const xmlNode *node) {
    xc_slice class = tree_attribute(node, "class");
    xc_slice value = value_of(g, node);
    page_date date;
    if (any_word_in(class, changed_words) || !page_date_find(g->words, value, true, &date)) {
        return;
    }
    bool is_marked = any_word_in(class, date_words) || tree_attribute(node, "pubdate").len;
    xc_slice before = words_before(node);
    bool is_change = before.len <= LONGEST_LINE && line_has(g->lines, LINE_CHANGED, before) &&
                     !line_has(g->lines, LINE_PUBLISHED, before);
    tell(g, TELLS_PUBLISHED, is_change ? CHANGED_RANK : is_marked ? 7 : 8, value);
}

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

// Where the site's name is the main heading, the article's is told by its class.
static bool is_headline_class(const xmlNode *node) {
    static const char *const words[] = {"entry-title",    "post-title",   "article-title",
                                        "article__title", "headline",     "entry_title",
                                        "posttitle",      "articletitle", NULL};
    return any_word_in(tree_attribute(node, "class"), words) ||
           xc_slice_is(tree_attribute(node, "itemprop"), "headline");
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
            return node_line(child, g->arena);
        }
    }
    xc_buffer line = {0};
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE ||
            !any_word_in(tree_attribute(child, "class"), beside)) {
            node_text(child, &line);
        }
    }
    xc_buffer folded = {0};
    fold_space(xc_buffer_slice(&line), &folded);
    xc_slice copy = xc_arena_copy(g->arena, xc_slice_trim(xc_buffer_slice(&folded)));
    xc_buffer_release(&line);
    xc_buffer_release(&folded);
    return copy;
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
    bool is_main = facts->level == 1 || is_headline_class(node);
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
        xc_slice line = heading_line(g, node);
        if (line.len && line.len < 500) {
            out->headings[out->heading_count++] = (page_heading){line, is_main, facts->level};
        }
    }
}

enum { NEAR_HEADLINE = 500, LONGEST_DATE = 18 };

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

// A visible line with a date: beside the headline, or said to be the publication's.
static void see_dated(gathering *g, xc_slice line, bool is_near) {
    uint8_t rank = 0;
    xc_slice part = published_part(g, line, &rank);
    if (rank) {
        tell(g, TELLS_PUBLISHED, rank, line);
        return;
    }
    if (part.len < line.len) {
        tell(g, TELLS_PUBLISHED, is_near ? 10 : 11, part);
        return;
    }
    bool is_long = line.len > LONGEST_LINE;
    page_date first;
    bool is_first = page_date_find(g->words, xc_slice_sub(line, 0, LONGEST_DATE), true, &first);
    if (is_near && (line.len <= LONGEST_LINE / 2 || is_first)) {
        tell(g, TELLS_PUBLISHED, 10, line);
    } else if (!is_long && line_has(g->lines, LINE_PUBLISHED, line)) {
        tell(g, TELLS_PUBLISHED, 11, line);
    } else if (!g->has_headline && line.len <= 40) {
        tell(g, TELLS_PUBLISHED, 12, line);
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

// Related stories, comments and footers tell of other pages; <head> is walked although it is
// never text.
static bool is_elsewhere(const xmlNode *node, const pack_node *facts, size_t total) {
    bool is_small = (size_t)facts->letters * 2 < total;
    return facts->is_readers ||
           ((facts->hints & HINT_COMMENTS) && is_small && !node_is(node, "html")) ||
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
    xmlNodePtr node = tree->root;
    size_t total = node_of(tree->body ? tree->body : tree->root)->letters;
    while (node && g.status == XC_OK) {
        const pack_node *facts = node_of(node);
        bool into = facts && !is_elsewhere(node, facts, total);
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
