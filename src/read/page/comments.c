// SPDX-License-Identifier: MIT
// Readers' comments, told from the article.
#include "read/page/comments.h"

#include <ctype.h>
#include <string.h>

// Letters of sentences that a page has to have beside its comments: with fewer it is a page of
// comments, and they are what it is about.
enum { ARTICLE = 60 };
enum { LONGEST_HEADING = 60, LONGEST_REPLY = 30, MOST_REPLIES = 256 };

typedef struct marking {
    xmlNodePtr top;
    const page_lines *lines;
    uint32_t before;                  // letters of sentences before the node at hand
    xmlNodePtr replies[MOST_REPLIES]; // what says "Reply", in reading order
    size_t reply_count;
} marking;

static bool is_main_heading(const pack_node *facts) {
    return facts->tag == TAG_HEADING && facts->level == 1;
}

static bool holds_headline(xmlNodePtr top) {
    for (xmlNodePtr node = top; node; node = node_next(node, top, true)) {
        const pack_node *facts = node_of(node);
        if (facts && (is_main_heading(facts) || (facts->hints & HINT_BODY))) {
            return true;
        }
    }
    return false;
}

// Whether several elements in it are called comments as well: then it is a list of them.
static bool is_list_of_comments(xmlNodePtr top) {
    size_t items = 0;
    for (xmlNodePtr node = node_next(top, top, true); node && items < 2;) {
        const pack_node *facts = node_of(node);
        bool is_item = facts && (facts->hints & HINT_READERS) && facts->prose;
        items += is_item;
        node = node_next(node, top, !is_item);
    }
    return items > 1;
}

static bool is_article(const marking *m, xmlNodePtr node) {
    const pack_node *facts = node_of(node);
    const pack_node *all = node_of(m->top);
    return node == m->top || facts->tag == TAG_BODY || all->prose - facts->prose < ARTICLE ||
           holds_headline(node);
}

// By its name. Where it holds most of the page, the name may be the article's ("comment" is
// what some outlets call an opinion): then it has to hold several comments.
static bool is_named(const marking *m, xmlNodePtr node) {
    const pack_node *facts = node_of(node);
    if (!(facts->hints & HINT_READERS) || is_article(m, node)) {
        return false;
    }
    bool is_most = (uint64_t)facts->prose * 10 > (uint64_t)node_of(m->top)->prose * 7;
    return !is_most || (m->before >= 2 * ARTICLE && is_list_of_comments(node));
}

// "Comments (12)", "12 comments": the words alone.
static xc_slice without_figures(xc_slice line) {
    while (line.len && (strchr(" ()[]:.,|#0123456789", line.ptr[0]))) {
        line = xc_slice_sub(line, 1, line.len);
    }
    while (line.len && strchr(" ()[]:.,|#0123456789", line.ptr[line.len - 1])) {
        line.len--;
    }
    return line;
}

static size_t copy_line(const xmlNode *node, char *out, size_t size) {
    xc_buffer raw = {0};
    xc_buffer folded = {0};
    node_text(node, &raw);
    fold_space(xc_buffer_slice(&raw), &folded);
    xc_slice line = xc_slice_trim(xc_buffer_slice(&folded));
    size_t length = line.len < size ? line.len : 0;
    if (length) {
        memcpy(out, line.ptr, length);
    }
    xc_buffer_release(&raw);
    xc_buffer_release(&folded);
    return length;
}

static bool has_digit(xc_slice line) {
    return line.len && (isdigit((unsigned char)line.ptr[0]) ||
                        (line.ptr[line.len - 1] == ')' && line.len > 2));
}

static bool is_heading(const marking *m, const xmlNode *node) {
    const pack_node *facts = node_of(node);
    bool may_be = facts->is_block && facts->letters && facts->letters <= LONGEST_HEADING &&
                  facts->own == facts->letters && !facts->linked;
    char bytes[4 * LONGEST_HEADING];
    size_t length = may_be ? copy_line(node, bytes, sizeof bytes) : 0;
    xc_slice line = {bytes, length};
    xc_slice words = without_figures(line);
    // "3 responses" is such a heading, and "Responses" may be an article's.
    return words.len && (line_is(m->lines, LINE_COMMENTS, words) ||
                         (has_digit(line) && line_is(m->lines, LINE_COUNTED, words)));
}

static bool is_first_within(const xmlNode *node, const xmlNode *parent) {
    for (const xmlNode *child = parent->children; child && child != node; child = child->next) {
        const pack_node *facts = node_of(child);
        bool is_text = child->type == XML_TEXT_NODE && child->content &&
                       strspn((const char *)child->content, " \t\r\n") <
                           strlen((const char *)child->content);
        if (is_text || (facts && facts->letters && facts->tag != TAG_UNSEEN)) {
            return false;
        }
    }
    return true;
}

// What the heading stands above: the element that begins with it, or what follows it.
static void mark_below(marking *m, xmlNodePtr heading) {
    uint32_t letters = node_of(heading)->letters;
    xmlNodePtr widest = heading;
    while (widest->parent && widest->parent != m->top && node_of(widest->parent) &&
           is_first_within(widest, widest->parent) && !is_article(m, widest->parent)) {
        widest = widest->parent;
    }
    node_of(widest)->is_readers = true;
    bool is_alone = node_of(widest)->letters < letters + LONGEST_HEADING;
    for (xmlNodePtr next = widest->next; next && is_alone; next = next->next) {
        pack_node *facts = node_of(next);
        if (facts && is_article(m, next)) {
            return;
        }
        if (facts) {
            facts->is_readers = true;
        }
    }
}

// "Reply", also on a button.
static void note_reply(marking *m, xmlNodePtr node) {
    bool may_be = m->reply_count < MOST_REPLIES && node->children && !node->children->next &&
                  node->children->type == XML_TEXT_NODE && node->children->content;
    xc_slice line = may_be ? xc_slice_trim(xc_slice_of((const char *)node->children->content))
                           : (xc_slice){0};
    if (line.len && line.len <= LONGEST_REPLY &&
        line_is(m->lines, LINE_REPLY, without_figures(line))) {
        m->replies[m->reply_count++] = node;
    }
}

static size_t depth_of(const xmlNode *node) {
    size_t depth = 0;
    for (; node; node = node->parent) {
        depth++;
    }
    return depth;
}

// The child, or deeper, of the least element around both in which the first stands; *list is
// that element.
static xmlNodePtr apart_from(xmlNodePtr a, xmlNodePtr b, xmlNodePtr *list) {
    size_t deep_a = depth_of(a);
    size_t deep_b = depth_of(b);
    xmlNodePtr item = a;
    while (a != b) {
        if (deep_a >= deep_b) {
            item = a;
            a = a->parent;
            deep_a--;
        } else {
            b = b->parent;
            deep_b--;
        }
    }
    *list = a;
    return item;
}

static void mark_item(const marking *m, xmlNodePtr item) {
    pack_node *facts = node_of(item);
    if (facts && facts->prose && !is_article(m, item)) {
        facts->is_readers = true;
    }
}

static void mark_replied(marking *m) {
    for (size_t i = 0; i + 1 < m->reply_count; i++) {
        xmlNodePtr list = NULL;
        xmlNodePtr back = NULL;
        xmlNodePtr item = apart_from(m->replies[i], m->replies[i + 1], &list);
        xmlNodePtr next = apart_from(m->replies[i + 1], m->replies[i], &back);
        mark_item(m, item);
        mark_item(m, next);
    }
}

void comments_mark(xmlNodePtr top, const page_lines *lines) {
    marking m = {.top = top, .lines = lines};
    for (xmlNodePtr node = top; node;) {
        pack_node *facts = node_of(node);
        if (facts && facts->tag != TAG_SCRIPT) {
            note_reply(&m, node);
        }
        bool is_open = facts && !facts->is_readers && facts->tag != TAG_QUOTE;
        if (is_open && is_named(&m, node)) {
            facts->is_readers = true;
        } else if (is_open && m.before >= ARTICLE && is_heading(&m, node)) {
            mark_below(&m, node);
        }
        is_open = is_open && !facts->is_readers;
        // What a block says itself; what blocks in it say is met later.
        if (is_open && facts->is_block) {
            m.before +=
                facts->own >= ARTICLE && facts->own_linked * 2 < facts->own ? facts->own : 0;
        }
        node = node_next(node, top, is_open);
    }
    mark_replied(&m);
}
