// SPDX-License-Identifier: MIT
// SpreadsheetML (ECMA-376 part 1, section 18): shared texts, sheets, cells.
#include "read/office/sheets.h"
#include "read/page/tree.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CELLS = 5000000, MOST_SHEETS = 200 };

typedef struct shared_texts {
    xc_slice *items;
    size_t count, capacity;
} shared_texts;

// The texts in an element, without those that say how others are read aloud.
static xc_slice texts_in(const xmlNode *top, xc_arena *arena) {
    xc_buffer text = {0};
    xmlNodePtr node = top->children;
    while (node) {
        bool is_ruby = part_is(node, "rPh");
        for (const xmlNode *t = part_is(node, "t") ? node->children : NULL; t; t = t->next) {
            xc_buffer_append(&text, xc_slice_of((const char *)t->content));
        }
        node = node_next(node, top, !is_ruby);
    }
    xc_slice copy = xc_arena_copy(arena, xc_buffer_slice(&text));
    xc_buffer_release(&text);
    return copy;
}

static xc_status read_shared(const package *all, xc_arena *arena, shared_texts *out,
                             xc_error *error) {
    xmlDocPtr document = NULL;
    xc_status status = package_parse(all, XC_SLICE("xl/sharedStrings.xml"), &document, error);
    const xmlNode *root = part_root(document);
    for (const xmlNode *si = root ? root->children : NULL; si && status == XC_OK;
         si = si->next) {
        if (!part_is(si, "si")) {
            continue;
        }
        xc_slice *item =
            xc_arena_grow(arena, &out->items, out->count, &out->capacity, sizeof *item);
        status = item ? XC_OK : xc_fail_memory(error);
        if (item) {
            *item = texts_in(si, arena);
            out->count++;
        }
    }
    xmlFreeDoc(document);
    return status;
}

// ---- one sheet ----

// 27 of "AB3"; `next` where the cell does not say where it stands.
static size_t column_of(xc_slice reference, size_t next) {
    size_t column = 0;
    size_t letters = 0;
    while (letters < reference.len && letters < 4 &&
           isupper((unsigned char)reference.ptr[letters])) {
        column = column * 26 + (size_t)(reference.ptr[letters] - 'A' + 1);
        letters++;
    }
    return letters ? column - 1 : next;
}

static xc_slice cell_text(const xmlNode *cell, const shared_texts *shared, xc_arena *arena) {
    xc_slice type = part_attribute(cell, "t");
    if (xc_slice_is(type, "inlineStr")) {
        const xmlNode *is = part_child(cell, "is");
        return is ? texts_in(is, arena) : (xc_slice){0};
    }
    const xmlNode *value = part_child(cell, "v");
    xc_slice text = value && value->children
                        ? xc_slice_of((const char *)value->children->content)
                        : (xc_slice){0};
    if (xc_slice_is(type, "s")) {
        size_t index = text.len ? (size_t)strtoul(text.ptr, NULL, 10) : SIZE_MAX;
        return index < shared->count ? shared->items[index] : (xc_slice){0};
    }
    return xc_slice_is(type, "e") ? (xc_slice){0} : xc_arena_copy(arena, text);
}

static xc_status read_row(const xmlNode *node, const shared_texts *shared, workbook *book,
                          sheet_row *row, size_t *cells, xc_error *error) {
    size_t next = 0;
    for (const xmlNode *cell = node->children; cell; cell = cell->next) {
        if (!part_is(cell, "c")) {
            continue;
        }
        size_t column = column_of(part_attribute(cell, "r"), next);
        next = column + 1;
        if (++*cells > MOST_CELLS) {
            return xc_fail(error, XC_SKIPPED, "a workbook with more than %d cells", MOST_CELLS);
        }
        if (!workbook_put(book->arena, row, column, cell_text(cell, shared, book->arena))) {
            return xc_fail_memory(error);
        }
    }
    return XC_OK;
}

static xc_status read_sheet(const package *all, xc_slice name, const shared_texts *shared,
                            workbook *book, size_t *cells, xc_error *error) {
    xmlDocPtr document = NULL;
    xc_status status = package_parse(all, name, &document, error);
    sheet *to = status == XC_OK && document ? workbook_add_sheet(book) : NULL;
    const xmlNode *root = part_root(document);
    const xmlNode *data = root ? part_child(root, "sheetData") : NULL;
    long line = 0;
    for (const xmlNode *node = data ? data->children : NULL; node && to && status == XC_OK;
         node = node->next) {
        if (!part_is(node, "row")) {
            continue;
        }
        xc_slice told = part_attribute(node, "r");
        line = told.len ? strtol(told.ptr, NULL, 10) : line + 1;
        sheet_row row = {.line = line};
        status = read_row(node, shared, book, &row, cells, error);
        if (status == XC_OK && !workbook_keep(book->arena, to, &row)) {
            status = xc_fail_memory(error);
        }
    }
    bool lacks = status == XC_OK && document && !to;
    xmlFreeDoc(document);
    return lacks ? xc_fail_memory(error) : status;
}

// ---- the sheets in order ----

// The part that a sheet's id leads to.
static xc_slice target_of(const xmlDoc *relations, xc_slice id, xc_arena *arena) {
    const xmlNode *root = part_root(relations);
    for (const xmlNode *each = root ? root->children : NULL; each; each = each->next) {
        if (!part_is(each, "Relationship") || !xc_slice_equal(part_attribute(each, "Id"), id)) {
            continue;
        }
        xc_slice target = part_attribute(each, "Target");
        return xc_slice_starts(target, XC_SLICE("/"))
                   ? xc_arena_copy(arena, xc_slice_sub(target, 1, target.len))
                   : xc_arena_print(arena, "xl/%.*s", XC_PRINT(target));
    }
    return (xc_slice){0};
}

static xc_status read_sheets(const package *all, const xmlDoc *document,
                             const xmlDoc *relations, const shared_texts *shared, workbook *out,
                             xc_error *error) {
    const xmlNode *root = part_root(document);
    const xmlNode *settings = root ? part_child(root, "workbookPr") : NULL;
    xc_slice from_1904 = settings ? part_attribute(settings, "date1904") : (xc_slice){0};
    out->from_1904 = xc_slice_is(from_1904, "1") || xc_slice_is(from_1904, "true");
    const xmlNode *list = root ? part_child(root, "sheets") : NULL;
    size_t cells = 0;
    xc_status status = XC_OK;
    for (const xmlNode *each = list ? list->children : NULL;
         each && status == XC_OK && out->count < MOST_SHEETS; each = each->next) {
        if (part_is(each, "sheet")) {
            xc_slice name = target_of(relations, part_attribute(each, "id"), out->arena);
            status = read_sheet(all, name, shared, out, &cells, error);
        }
    }
    return status;
}

xc_status workbook_read(const package *all, xc_arena *arena, workbook *out, xc_error *error) {
    *out = (workbook){.arena = arena};
    shared_texts shared = {0};
    xmlDocPtr document = NULL;
    xmlDocPtr relations = NULL;
    xc_status status = read_shared(all, arena, &shared, error);
    if (status == XC_OK) {
        status = package_parse(all, XC_SLICE("xl/workbook.xml"), &document, error);
    }
    if (status == XC_OK) {
        status = package_parse(all, XC_SLICE("xl/_rels/workbook.xml.rels"), &relations, error);
    }
    if (status == XC_OK) {
        status = read_sheets(all, document, relations, &shared, out, error);
    }
    xmlFreeDoc(relations);
    xmlFreeDoc(document);
    return status;
}
