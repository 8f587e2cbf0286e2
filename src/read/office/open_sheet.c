// SPDX-License-Identifier: MIT
// OpenDocument spreadsheets (OASIS ODF 1.3 part 3, section 9). A few bytes may say that a cell or
// a row is repeated a million times: an empty one is passed over, a row of words is given once.
#include "read/office/sheets.h"
#include "read/page/tree.h"

#include <stdlib.h>

enum { MOST_SHEETS = 200, MOST_CELLS = 5000000 };

static size_t repeats(const xmlNode *node, const char *attribute) {
    xc_slice told = part_attribute(node, attribute);
    unsigned long count = told.len ? strtoul(told.ptr, NULL, 10) : 1;
    return count ? (size_t)count : 1;
}

// A date as it is kept, else the paragraphs that are shown.
static xc_slice cell_text(const xmlNode *cell, xc_arena *arena) {
    xc_slice date = part_attribute(cell, "date-value");
    if (date.len) {
        return xc_arena_copy(arena, date);
    }
    xc_buffer text = {0};
    for (const xmlNode *p = cell->children; p; p = p->next) {
        if (part_is(p, "p")) {
            xmlChar *words = xmlNodeGetContent(p);
            xc_buffer_text(&text, text.len ? "\n\n" : "");
            xc_buffer_append(&text, xc_slice_of((const char *)words));
            xmlFree(words);
        }
    }
    xc_slice copy = xc_arena_copy(arena, xc_buffer_slice(&text));
    xc_buffer_release(&text);
    return copy;
}

static bool read_row(const xmlNode *node, xc_arena *arena, sheet_row *row, size_t *cells) {
    size_t column = 0;
    for (const xmlNode *cell = node->children; cell && column < SHEET_COLUMNS;
         cell = cell->next) {
        if (!part_is(cell, "table-cell") && !part_is(cell, "covered-table-cell")) {
            continue;
        }
        size_t count = repeats(cell, "number-columns-repeated");
        xc_slice text = cell_text(cell, arena);
        count = count < SHEET_COLUMNS - column ? count : SHEET_COLUMNS - column;
        for (size_t i = 0; text.len && i < count; i++) {
            ++*cells;
            if (!workbook_put(arena, row, column + i, text)) {
                return false;
            }
        }
        column += count;
    }
    return true;
}

static xc_status read_table(xmlNodePtr table, workbook *out, size_t *cells, xc_error *error) {
    sheet *to = workbook_add_sheet(out);
    if (!to) {
        return xc_fail_memory(error);
    }
    long line = 1;
    // Rows may stand in groups and among header rows.
    for (xmlNodePtr node = table->children; node;) {
        bool is_row = part_is(node, "table-row");
        if (is_row) {
            sheet_row row = {.line = line};
            if (!read_row(node, out->arena, &row, cells) ||
                !workbook_keep(out->arena, to, &row)) {
                return xc_fail_memory(error);
            }
            if (*cells > MOST_CELLS) {
                return xc_fail(error, XC_SKIPPED, "a workbook with more than %d cells",
                               MOST_CELLS);
            }
            line += (long)repeats(node, "number-rows-repeated");
        }
        node = node_next(node, table, !is_row);
    }
    return XC_OK;
}

xc_status open_sheet_read(const package *all, xc_arena *arena, workbook *out, xc_error *error) {
    *out = (workbook){.arena = arena};
    xmlDocPtr document = NULL;
    xc_status status = package_parse(all, XC_SLICE("content.xml"), &document, error);
    const xmlNode *root = part_root(document);
    const xmlNode *book = root ? part_child(part_child(root, "body"), "spreadsheet") : NULL;
    size_t cells = 0;
    for (xmlNodePtr table = book ? book->children : NULL;
         table && status == XC_OK && out->count < MOST_SHEETS; table = table->next) {
        if (part_is(table, "table")) {
            status = read_table(table, out, &cells, error);
        }
    }
    xmlFreeDoc(document);
    return status;
}
