// SPDX-License-Identifier: MIT
// The lines of a body: gathered in reading order, and those that are no part of it dropped.
#include "read/page/body.h"
#include "read/page/printed_date.h"
#include "read/page/table_rows.h"

#include <ctype.h>
#include <string.h>

enum { SHORT_LINE = 90, SENTENCE = 60 };

typedef struct gathering {
    xc_arena *arena;
    text_blocks *out;
    xc_buffer line; // of the block being read
    size_t linked;  // letters of it in links
    uint8_t tag, level;
    const page_words *words;
    table_columns *table; // that the row at hand is of; NULL where none counts
    bool failed;
} gathering;

static size_t letters_in(xc_slice text) {
    size_t letters = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        letters += byte > ' ' && (byte & 0xC0) != 0x80;
    }
    return letters;
}

static void end_block(gathering *g) {
    xc_slice text = xc_slice_trim(xc_buffer_slice(&g->line));
    if (text.len) {
        text_block *block = xc_arena_grow(g->arena, &g->out->items, g->out->count,
                                          &g->out->capacity, sizeof *block);
        xc_slice copy = xc_arena_copy(g->arena, text);
        if (block && copy.ptr) {
            *block = (text_block){.text = copy,
                                  .tag = g->tag,
                                  .level = g->level,
                                  .kept = true,
                                  .letters = letters_in(copy),
                                  .linked = g->linked};
            g->out->count++;
        } else {
            g->failed = true;
        }
    }
    g->failed = g->failed || g->line.status != XC_OK;
    xc_buffer_clear(&g->line);
    g->linked = 0;
}

static void add_text(gathering *g, const char *content, bool in_link) {
    size_t before = g->line.len;
    fold_space(xc_slice_of(content), &g->line);
    if (in_link) {
        g->linked += letters_in(xc_slice_sub(xc_buffer_slice(&g->line), before, g->line.len));
    }
}

static void trim_end(xc_buffer *line) {
    while (line->len && line->ptr[line->len - 1] == ' ') {
        line->ptr[--line->len] = '\0';
    }
}

// A second line break in a row ends a paragraph.
static void add_break(gathering *g) {
    trim_end(&g->line);
    if (g->line.len && g->line.ptr[g->line.len - 1] == '\n') {
        end_block(g);
    } else if (g->line.len) {
        xc_buffer_char(&g->line, '\n');
    }
}

// A row of a table of figures: no cell of it has blocks inside.
static bool is_data_row(const xmlNode *row) {
    for (const xmlNode *cell = row->children; cell; cell = cell->next) {
        for (const xmlNode *inner = cell->children; inner; inner = inner->next) {
            const pack_node *facts = node_of(inner);
            if (facts && facts->is_block && facts->letters && cell->type == XML_ELEMENT_NODE &&
                (inner->next || inner->prev)) {
                return false;
            }
        }
    }
    return true;
}

static void gather(gathering *g, xmlNodePtr node, bool in_link, bool in_row);

static void gather_children(gathering *g, xmlNodePtr node, bool in_link, bool in_row) {
    for (xmlNodePtr child = node->children; child && !g->failed; child = child->next) {
        if (child->type == XML_TEXT_NODE && child->content) {
            add_text(g, (const char *)child->content, in_link);
        } else {
            gather(g, child, in_link, in_row);
        }
    }
}

// The line above, for a table without a caption.
static xc_slice line_above(const gathering *g) {
    const text_blocks *out = g->out;
    const text_block *last = out->count ? &out->items[out->count - 1] : NULL;
    bool heads = last && last->letters <= SHORT_LINE &&
                 (last->tag == TAG_HEADING || last->text.ptr[last->text.len - 1] != '.');
    return heads ? last->text : (xc_slice){0};
}

static void gather_table(gathering *g, xmlNodePtr node, bool in_link) {
    table_columns *around = g->table;
    table_columns table = table_open(node, line_above(g), g->words, g->arena);
    g->table = table.words ? &table : NULL;
    gather_children(g, node, in_link, false);
    g->table = around;
}

// What of a block is gathered: a row of counts as a line of its own.
static void gather_within(gathering *g, xmlNodePtr node, bool in_link) {
    bool is_row = node_of(node)->tag == TAG_ROW;
    bool is_data = is_row && is_data_row(node);
    if (node_of(node)->tag == TAG_TABLE) {
        gather_table(g, node, in_link);
    } else if (!is_row || !g->table || !table_write_row(g->table, node, &g->line)) {
        gather_children(g, node, in_link, is_data);
    }
}

static void gather_block(gathering *g, xmlNodePtr node, bool in_link) {
    const pack_node *facts = node_of(node);
    uint8_t tag = g->tag;
    uint8_t level = g->level;
    end_block(g);
    // What stands in an item, a heading or a quote is that, whatever wraps its words.
    bool is_wrapped = (facts->tag == TAG_BLOCK || facts->tag == TAG_PARAGRAPH) &&
                      (tag == TAG_ITEM || tag == TAG_QUOTE || tag == TAG_HEADING);
    if (!is_wrapped) {
        g->tag = facts->tag;
        g->level = facts->level;
    }
    gather_within(g, node, in_link);
    end_block(g);
    g->tag = tag;
    g->level = level;
}

static void gather(gathering *g, xmlNodePtr node, bool in_link, bool in_row) {
    const pack_node *facts = node_of(node);
    if (!facts || facts->dropped || facts->tag == TAG_UNSEEN || facts->tag == TAG_SCRIPT ||
        facts->tag == TAG_META) {
        return;
    }
    if (facts->tag == TAG_BR) {
        add_break(g);
    } else if (in_row && facts->is_block) {
        bool is_next_cell =
            facts->tag == TAG_CELL && xc_slice_trim(xc_buffer_slice(&g->line)).len;
        trim_end(&g->line);
        xc_buffer_text(&g->line, is_next_cell ? " | " : " ");
        gather_children(g, node, in_link, true);
    } else if (facts->is_block) {
        gather_block(g, node, in_link);
    } else {
        gather_children(g, node, in_link || facts->tag == TAG_A, in_row);
    }
}

// "63" over "hurt", in two boxes, is one line; so is "Hurt" over "63".
static void join_figures(text_blocks *blocks, const page_words *words, gathering *g) {
    size_t kept = 0;
    for (size_t i = 0; blocks->items && i < blocks->count; i++) {
        text_block *now = &blocks->items[i];
        const text_block *next = i + 1 < blocks->count ? now + 1 : NULL;
        bool is_figure =
            next && line_is_number(now->text) && line_is_counted(words, next->text);
        bool is_label = next && line_is_counted(words, now->text) &&
                        line_is_number(next->text) && now->tag != TAG_HEADING;
        if ((is_figure || is_label) && !now->linked && !next->linked) {
            xc_slice joined = xc_arena_print(g->arena, is_label ? "%.*s: %.*s" : "%.*s %.*s",
                                             XC_PRINT(now->text), XC_PRINT(next->text));
            g->failed = g->failed || !joined.ptr;
            now->text = joined;
            now->letters += next->letters;
            now->tag = TAG_BLOCK;
            i++;
        }
        blocks->items[kept++] = *now;
    }
    blocks->count = kept;
}

xc_status blocks_gather(xmlNodePtr top, const page_lines *lines, xc_arena *arena,
                        text_blocks *out, xc_error *error) {
    const page_words *words = lines_words(lines);
    gathering g = {.arena = arena, .out = out, .tag = TAG_BLOCK, .words = words};
    gather_block(&g, top, false);
    join_figures(out, words, &g);
    xc_buffer_release(&g.line);
    return g.failed ? xc_fail_memory(error) : XC_OK;
}

// Equal but for case, punctuation and space.
static bool is_same_line(xc_slice a, xc_slice b) {
    size_t i = 0;
    size_t j = 0;
    for (;;) {
        while (i < a.len && !isalnum((unsigned char)a.ptr[i]) && (a.ptr[i] & 0x80) == 0) {
            i++;
        }
        while (j < b.len && !isalnum((unsigned char)b.ptr[j]) && (b.ptr[j] & 0x80) == 0) {
            j++;
        }
        if (i == a.len || j == b.len) {
            return i == a.len && j == b.len;
        }
        if (tolower((unsigned char)a.ptr[i++]) != tolower((unsigned char)b.ptr[j++])) {
            return false;
        }
    }
}

static bool is_call(const text_block *block, const page_lines *lines) {
    return block->letters <= SHORT_LINE && line_is(lines, LINE_CALL, block->text);
}

enum { LONGEST_OFFER = 300 };

// "Get unlimited access for a week": what reading on costs.
static bool is_offer(const text_block *block, const page_lines *lines) {
    return block->letters <= LONGEST_OFFER && line_is(lines, LINE_OFFER, block->text) &&
           line_has(lines, LINE_OFFERED, block->text);
}

// A paragraph with a sentence outside of its links is one, however many links it has.
static bool is_links(const text_block *block) {
    if (block->tag == TAG_HEADING) {
        return block->linked * 10 > block->letters * 9; // the headline of another story
    }
    return block->linked * 2 > block->letters && (block->letters - block->linked < SENTENCE ||
                                                  block->linked * 10 > block->letters * 8);
}

static void drop_headings(text_blocks *blocks) {
    for (size_t i = blocks->count; i-- > 0;) {
        text_block *block = &blocks->items[i];
        if (block->tag != TAG_HEADING || !block->kept) {
            continue;
        }
        bool has_text = false;
        for (size_t j = i + 1; j < blocks->count && j < i + 8 && !has_text; j++) {
            const text_block *after = &blocks->items[j];
            bool is_next = j == i + 1;
            if (is_next && !after->kept) {
                break; // what it is about was dropped
            }
            if (after->tag == TAG_HEADING && after->level <= block->level) {
                break;
            }
            has_text = after->kept && after->tag != TAG_HEADING;
        }
        block->kept = has_text;
    }
}

// What stands above the first paragraph: the headline again, the date, the byline.
static void drop_top(text_blocks *blocks, const page_lines *lines) {
    for (size_t i = 0; i < blocks->count && i < 15; i++) {
        text_block *block = &blocks->items[i];
        if (block->kept && block->letters > SHORT_LINE) {
            break;
        }
        page_date date;
        bool is_byline = block->letters < 60 && line_is(lines, LINE_BYLINE, block->text);
        bool is_dated = block->letters < 60 && block->tag != TAG_ROW &&
                        page_date_find(lines_words(lines), block->text, true, &date);
        bool is_headline = block->tag == TAG_HEADING && block->level == 1;
        block->kept = block->kept && !is_byline && !is_dated && !is_headline;
    }
}

enum { SHORT_HEADING = 60 };

// The heading of the stories and notes below an article.
static bool is_ending(const text_block *block, const page_lines *lines) {
    // "Related: a story" with its link stands in the midst of articles too.
    bool is_heading = block->tag == TAG_HEADING || block->linked == 0;
    return is_heading && block->letters <= SHORT_HEADING &&
           line_is(lines, LINE_ENDING, block->text);
}

// Everything below such a heading goes, if most of the article is above it.
static void drop_end(text_blocks *blocks, const page_lines *lines) {
    size_t total = 0;
    size_t above = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        total += blocks->items[i].kept ? blocks->items[i].letters : 0;
    }
    bool is_over = false;
    for (size_t i = 0; i < blocks->count; i++) {
        text_block *block = &blocks->items[i];
        is_over = is_over || (above * 10 > total * 7 && is_ending(block, lines));
        above += block->kept ? block->letters : 0;
        block->kept = block->kept && !is_over;
    }
}

void blocks_filter(text_blocks *blocks, xc_slice title, const page_lines *lines) {
    for (size_t i = 0; i < blocks->count; i++) {
        text_block *block = &blocks->items[i];
        bool is_title = i < 12 && title.len && block->tag != TAG_PARAGRAPH &&
                        is_same_line(block->text, title);
        bool is_address = xc_slice_starts(block->text, XC_SLICE("http")) &&
                          !memchr(block->text.ptr, ' ', block->text.len);
        block->kept = !is_title && !is_address && !is_links(block) && !is_call(block, lines) &&
                      !is_offer(block, lines) && !line_is(lines, LINE_NOTICE, block->text) &&
                      block->letters > 1;
    }
    drop_top(blocks, lines);
    drop_end(blocks, lines);
    drop_headings(blocks);
}
