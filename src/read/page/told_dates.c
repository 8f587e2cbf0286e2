// SPDX-License-Identifier: MIT
// Dates that a page shows its readers, with how far each is believed.
#include "read/page/gathering.h"
#include "read/page/printed_date.h"
#include "read/page/self_names.h"
#include "read/page/told_names.h"

#include <ctype.h>

const char *const date_words[] = {"date",  "publish", "posted", "timestamp", "datum",
                                  "fecha", "pubtime", "time",   "data-pub",  NULL};
const char *const changed_words[] = {"update", "modif", "comment", "related", NULL};

enum { LAST_RANK = 13, CHANGED_RANK = 14 };

xc_slice published_part(const gathering *g, xc_slice line, uint8_t *rank) {
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

void see_time(gathering *g, const xmlNode *node) {
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

// "29.11.2022 – The plant ..." and "29 November 2022" alone: what opens or closes a text.
static bool is_dateline(xc_slice line) {
    xc_slice opening = xc_slice_sub(line, 0, LONGEST_DATE);
    size_t at = 0;
    while (at < opening.len && !dash_bytes(xc_slice_sub(opening, at, opening.len))) {
        at++;
    }
    return isdigit((unsigned char)line.ptr[0]) &&
           (at < opening.len || line.len <= LONGEST_DATE + 2);
}

void see_dated(gathering *g, xc_slice line, bool is_near) {
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
    } else if (is_first && is_dateline(line)) {
        tell(g, TELLS_PUBLISHED, LAST_RANK, line);
    }
}
