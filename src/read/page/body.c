// SPDX-License-Identifier: MIT
// Which element of a page holds the article.
#include "read/page/body.h"
#include "read/page/comments.h"

#include <string.h>

// Letters from which a block reads like a sentence; a paragraph without links needs fewer.
enum { PROSE = 60, SHORT_PROSE = 25 };
enum { SHORT_LINE = 8 }; // letters of the shortest line with a figure that is one of a list
enum { BOX = 40 };       // letters of the largest box that holds a figure and what it counts
enum { TEASER = 8, PLAIN = 8 };
enum { LISTED = 40 }; // letters of the shortest list that belongs to an article
enum { MUCH = 5 };    // such lists have at least this part of what the sentences have
enum { LEAD = 40 };   // letters of the shortest standfirst
enum { SCANT = 250 }; // bytes: a body shorter than this is doubted

static size_t letters_of(const char *text) {
    size_t letters = 0;
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        letters += byte > ' ' && (byte & 0xC0) != 0x80;
    }
    return letters;
}

static uint32_t prose_of(const pack_node *facts) {
    bool is_text = facts->tag != TAG_HEADING && facts->tag != TAG_CAPTION;
    bool is_long = facts->own >= PROSE && facts->own_linked * 2 < facts->own;
    bool is_short = facts->tag == TAG_PARAGRAPH && facts->own >= SHORT_PROSE &&
                    facts->own_linked * 4 < facts->own;
    return is_text && (is_long || is_short) ? facts->own : 0;
}

static bool has_figure(const char *text) {
    return strpbrk(text, "0123456789") != NULL;
}

// "Lorvik: 3 killed", in a list, a table, or a line of its own.
static uint32_t plain_of(const pack_node *facts) {
    bool is_listed = facts->tag == TAG_CELL || facts->tag == TAG_ITEM;
    bool is_line = (facts->tag == TAG_BLOCK || facts->tag == TAG_PARAGRAPH) && facts->figures &&
                   facts->own >= SHORT_LINE && !facts->own_linked;
    return is_listed || is_line ? facts->own - facts->own_linked : 0;
}

// "63" over "hurt", each in an element of its own.
static bool is_box(const pack_node *facts) {
    return facts->tag == TAG_BLOCK && facts->letters >= SHORT_LINE && facts->letters <= BOX &&
           facts->boxed && !facts->linked && !facts->prose;
}

static bool is_unseen(const pack_node *facts) {
    return facts->tag == TAG_UNSEEN || facts->tag == TAG_SCRIPT || facts->tag == TAG_META ||
           facts->dropped;
}

// Counts letters from the leaves up. The tree is at most 256 deep.
static void measure(xmlNodePtr node, pack_node *block, bool in_link) {
    pack_node *facts = node_of(node);
    facts->own = facts->own_linked = facts->letters = facts->linked = facts->prose =
        facts->teasers = facts->plain = facts->figures = facts->boxed = facts->headline = 0;
    in_link = in_link || facts->tag == TAG_A;
    block = facts->is_block ? facts : block;
    for (xmlNodePtr child = node->children; child; child = child->next) {
        pack_node *inner = node_of(child);
        if (inner && !is_unseen(inner)) {
            measure(child, block, in_link);
            facts->letters += inner->letters;
            facts->linked += inner->linked;
            facts->prose += inner->prose;
            facts->teasers += inner->teasers;
            facts->plain += inner->plain;
            facts->headline += inner->headline;
            facts->boxed += inner->figures + inner->boxed;
        } else if (child->type == XML_TEXT_NODE && child->content) {
            uint32_t letters = (uint32_t)letters_of((const char *)child->content);
            facts->letters += letters;
            facts->linked += in_link ? letters : 0;
            block->own += letters;
            block->own_linked += in_link ? letters : 0;
            uint32_t figures = has_figure((const char *)child->content);
            block->figures += figures;
        }
    }
    uint32_t prose = facts->is_block ? prose_of(facts) : 0;
    facts->prose += prose;
    facts->headline =
        facts->tag == TAG_HEADING && facts->level == 1 ? facts->letters : facts->headline;
    facts->plain += prose ? 0 : plain_of(facts);
    if (is_box(facts)) {
        facts->plain = facts->letters - facts->prose;
    }
    if (facts->tag == TAG_HEADING && facts->linked * 5 > facts->letters * 4) {
        facts->teasers = facts->letters;
    } else if (facts->tag == TAG_ITEM && facts->prose == 0) {
        facts->teasers = 0; // a list of links within an article is left out line by line
    }
}

// Whether the element stands beside the article, by its tag and by what its class says; one
// that holds much of the page's prose is believed less.
static bool is_beside(const pack_node *facts, uint32_t total) {
    uint64_t percent = total ? (uint64_t)facts->prose * 100 / total : 0;
    if (facts->is_readers) {
        return true;
    }
    if (facts->tag == TAG_BODY || facts->tag == TAG_MAIN ||
        (facts->tag == TAG_ARTICLE && percent > 30)) {
        return false;
    }
    if (facts->tag == TAG_QUOTE) {
        return (facts->hints & HINT_HIDDEN) != 0; // a post in a network is a quotation too
    }
    if (facts->tag == TAG_FIGURE && facts->plain == 0) {
        return percent < 20;
    }
    if (facts->tag == TAG_CAPTION) {
        return percent < 50;
    }
    return (facts->tag == TAG_ASIDE && percent < 50) ||
           ((facts->hints & HINT_HIDDEN) && percent < 50) ||
           ((facts->hints & (HINT_COMMENTS | HINT_SITE)) && percent < 70) ||
           ((facts->hints & HINT_BESIDE) && percent < 30) ||
           ((facts->hints & HINT_CAPTION) && percent < 20) ||
           ((facts->hints & HINT_BYLINE) && facts->letters < 300 && percent < 20);
}

static void drop_beside(xmlNodePtr top, bool by_hints) {
    uint32_t total = node_of(top)->prose;
    xmlNodePtr node = top;
    while (node) {
        pack_node *facts = node_of(node);
        if (facts && node != top && !is_unseen(facts)) {
            facts->dropped = by_hints ? is_beside(facts, total)
                                      : facts->is_readers || facts->tag == TAG_ASIDE ||
                                            facts->tag == TAG_CAPTION;
        }
        node = node_next(node, top, facts && !is_unseen(facts));
    }
}

// The headline is what the body is looked for under: it does not count against it.
static int64_t score_of(const pack_node *facts) {
    int64_t other = (int64_t)facts->letters - facts->prose - facts->plain - facts->headline;
    int64_t score = (int64_t)facts->prose * 2 + facts->plain / PLAIN - other -
                    TEASER * (int64_t)facts->teasers;
    if (facts->hints & HINT_BODY) {
        score += score / 4;
    }
    return score;
}

// The element with the best balance; of a chain of wrappers the innermost.
static xmlNodePtr pick(xmlNodePtr top) {
    xmlNodePtr best = top;
    int64_t most = INT64_MIN;
    for (xmlNodePtr node = top; node;) {
        const pack_node *facts = node_of(node);
        bool is_open = facts && !is_unseen(facts);
        if (is_open && facts->is_block && score_of(facts) >= most) {
            most = score_of(facts);
            best = node;
        }
        node = node_next(node, top, is_open);
    }
    return best;
}

static uint32_t other_of(const pack_node *facts) {
    return facts->letters - facts->prose - facts->plain;
}

// The element around the body that has lists or tables as well, and hardly anything else beside
// them: one paragraph and then a list by district.
static xmlNodePtr with_lists(xmlNodePtr body, const xmlNode *top) {
    xmlNodePtr widest = body;
    for (xmlNodePtr up = body; up != top && up->parent && node_of(up->parent);) {
        up = up->parent;
        const pack_node *wide = node_of(up);
        const pack_node *now = node_of(widest);
        uint32_t listed = wide->plain - now->plain;
        uint32_t other = other_of(wide) - other_of(now);
        bool is_much = listed >= LISTED && listed * MUCH >= now->prose;
        if (is_much && other <= listed && wide->teasers == now->teasers) {
            widest = up;
        }
    }
    return widest;
}

static xc_status write_blocks(const text_blocks *blocks, xc_arena *arena, xc_slice *text,
                              xc_error *error) {
    xc_buffer out = {0};
    for (size_t i = 0; i < blocks->count; i++) {
        if (blocks->items[i].kept) {
            xc_buffer_text(&out, out.len ? "\n\n" : "");
            xc_buffer_append(&out, blocks->items[i].text);
        }
    }
    *text = xc_arena_copy(arena, xc_buffer_slice(&out));
    bool failed = out.status != XC_OK || !text->ptr;
    xc_buffer_release(&out);
    return failed ? xc_fail_memory(error) : XC_OK;
}

// A paragraph or a subtitle that may introduce the article.
static bool is_lead(const pack_node *facts) {
    bool is_text = facts->tag == TAG_PARAGRAPH || facts->tag == TAG_BLOCK ||
                   (facts->tag == TAG_HEADING && facts->level > 1);
    return is_text && facts->own >= LEAD && facts->own == facts->letters && !facts->linked;
}

// What stands between the headline and the body: the standfirst, often in a box of its own.
static xc_status gather_lead(xmlNodePtr top, xmlNodePtr body, const page_lines *lines,
                             xc_arena *arena, text_blocks *out, xc_error *error) {
    bool is_behind_headline = false;
    size_t taken = 0;
    for (xmlNodePtr node = top; node && node != body;) {
        const pack_node *facts = node_of(node);
        bool is_open = facts && !is_unseen(facts);
        if (is_open && facts->tag == TAG_HEADING && facts->level == 1) {
            is_behind_headline = true;
            is_open = false;
        } else if (is_open && is_behind_headline && is_lead(facts) && taken < 3) {
            xc_status status = blocks_gather(node, lines, arena, out, error);
            if (status != XC_OK) {
                return status;
            }
            taken++;
            is_open = false;
        }
        node = node_next(node, top, is_open);
    }
    return XC_OK;
}

static xc_status extract(xmlNodePtr top, xc_slice title, const page_lines *lines, bool by_hints,
                         xc_arena *arena, xc_slice *text, xc_error *error) {
    text_blocks blocks = {0};
    drop_beside(top, by_hints);
    measure(top, node_of(top), false);
    xmlNodePtr body = with_lists(pick(top), top);
    xc_status status = gather_lead(top, body, lines, arena, &blocks, error);
    if (status == XC_OK) {
        status = blocks_gather(body, lines, arena, &blocks, error);
    }
    if (status != XC_OK) {
        return status;
    }
    blocks_filter(&blocks, title, lines);
    return write_blocks(&blocks, arena, text, error);
}

void body_measure(const page_tree *tree, const page_lines *lines) {
    xmlNodePtr top = tree->body ? tree->body : tree->root;
    measure(top, node_of(top), false);
    comments_mark(top, lines);
}

size_t body_letters_shown(const page_tree *tree) {
    xmlNodePtr top = tree->body ? tree->body : tree->root;
    size_t shown = node_of(top)->letters - node_of(top)->linked;
    for (xmlNodePtr node = top; node;) {
        const pack_node *facts = node_of(node);
        bool is_left_out = facts && facts->is_readers && !is_unseen(facts);
        shown -= is_left_out ? facts->letters - facts->linked : 0;
        node = node_next(node, top, facts && !is_unseen(facts) && !facts->is_readers);
    }
    return shown;
}

xc_status body_find(const page_tree *tree, xc_slice title, const page_lines *lines,
                    xc_arena *arena, xc_slice *text, xc_error *error) {
    xmlNodePtr top = tree->body ? tree->body : tree->root;
    uint32_t prose = node_of(top)->prose;
    xc_status status = extract(top, title, lines, true, arena, text, error);
    // Where next to nothing is left, the page uses our words for something else.
    if (status == XC_OK && text->len < SCANT && text->len < prose / 2) {
        for (xmlNodePtr node = top; node; node = node_next(node, top, true)) {
            if (node_of(node)) {
                node_of(node)->dropped = false;
            }
        }
        measure(top, node_of(top), false);
        status = extract(top, title, lines, false, arena, text, error);
    }
    return status;
}

xc_status body_all(const page_tree *tree, xc_slice title, const page_lines *lines,
                   xc_arena *arena, xc_slice *text, xc_error *error) {
    xmlNodePtr top = tree->body ? tree->body : tree->root;
    text_blocks blocks = {0};
    body_measure(tree, lines);
    drop_beside(top, true);
    xc_status status = blocks_gather(top, lines, arena, &blocks, error);
    if (status != XC_OK) {
        return status;
    }
    blocks_filter(&blocks, title, lines);
    return write_blocks(&blocks, arena, text, error);
}

xc_status body_whole(const page_tree *tree, const page_lines *lines, xc_arena *arena,
                     xc_slice *text, xc_error *error) {
    xmlNodePtr top = tree->body ? tree->body : tree->root;
    text_blocks blocks = {0};
    measure(top, node_of(top), false);
    xc_status status = blocks_gather(top, lines, arena, &blocks, error);
    for (size_t i = 0; i < blocks.count; i++) {
        blocks.items[i].kept = true;
    }
    return status == XC_OK ? write_blocks(&blocks, arena, text, error) : status;
}
