// SPDX-License-Identifier: MIT
// Office documents and books: a written document is one document, a row of a workbook or a chapter
// of a book is one each.
#include "read/bytes/charset.h"
#include "read/format/article_columns.h"
#include "read/office/book.h"
#include "read/office/sheets.h"
#include "read/office/written.h"
#include "read/outlet/outlets.h"
#include "read/page/body.h"
#include "read/page/printed_date.h"

typedef struct office_state {
    package parts;
    const char *name;      // of the format
    const char *main_part; // of a written document; NULL of any other
    bool is_book;
    workbook cells;
    book chapters;
    record_map map;
    size_t sheet, row, chapter; // the next to be given
    int columns[RECORD_FIELDS]; // of that sheet
    bool has_columns;           // of any sheet
} office_state;

static bool sniff(const bytes_sample *sample) {
    bool is_zip = xc_slice_starts(sample->head, XC_SLICE("PK\x03\x04"));
    return package_starts(sample->head) ||
           (is_zip && xc_slice_equal_fold(sample->extension, XC_SLICE(".epub")));
}

// ---- what kind it is ----

static bool has_part(const office_state *state, const char *name) {
    return package_find(&state->parts, xc_slice_of(name)).len > 0;
}

// What the first part of an OpenDocument package says.
static bool is_open(const office_state *state, const char *kind) {
    xc_slice type = package_find(&state->parts, XC_SLICE("mimetype"));
    return xc_slice_find(type, XC_SLICE("opendocument")) != SIZE_MAX &&
           xc_slice_find(type, xc_slice_of(kind)) != SIZE_MAX;
}

static xc_status tell_kind(xc_reader *reader, office_state *state, xc_error *error) {
    xc_arena *arena = reader->arena;
    if (has_part(state, "META-INF/container.xml") && !has_part(state, "content.xml")) {
        state->name = "epub";
        state->is_book = true;
        return book_read(&state->parts, arena, &state->chapters, error);
    }
    if (has_part(state, "word/document.xml")) {
        state->name = "docx";
        state->main_part = "word/document.xml";
        return XC_OK;
    }
    if (is_open(state, "opendocument.text")) {
        state->name = "odt";
        state->main_part = "content.xml";
        return XC_OK;
    }
    if (has_part(state, "xl/workbook.xml")) {
        state->name = "xlsx";
        return workbook_read(&state->parts, arena, &state->cells, error);
    }
    if (is_open(state, "opendocument.spreadsheet")) {
        state->name = "ods";
        return open_sheet_read(&state->parts, arena, &state->cells, error);
    }
    return xc_fail(error, XC_SKIPPED,
                   "an office document that is neither text nor a table (slides, a drawing, an "
                   "older form); save it as PDF, text or HTML");
}

// Stands on the first row behind the header of the next sheet that holds articles.
static bool open_sheet(office_state *state) {
    for (; state->sheet < state->cells.count; state->sheet++) {
        const sheet *each = &state->cells.sheets[state->sheet];
        if (!each->count) {
            continue;
        }
        columns_find(&state->map, each->rows[0].cells, each->rows[0].count, state->columns);
        if (columns_have_text(state->columns)) {
            state->row = 1;
            return true;
        }
    }
    return false;
}

static xc_status open_kind(xc_reader *reader, office_state *state, xc_error *error) {
    xc_status status = tell_kind(reader, state, error);
    if (status != XC_OK || state->main_part) {
        return status;
    }
    if (state->is_book) {
        bool is_locked = !state->chapters.count && state->chapters.protected_count;
        return state->chapters.count
                   ? XC_OK
                   : xc_fail(error, XC_SKIPPED, "%s",
                             is_locked ? "a book that is protected from copying"
                                       : "a book without a chapter");
    }
    return open_sheet(state) ? XC_OK
                             : xc_fail(error, XC_SKIPPED,
                                       "a workbook without a column of articles' texts in the "
                                       "first row of a sheet; name it with --map text=COLUMN");
}

static xc_status open_office(xc_reader *reader, xc_error *error) {
    office_state *state = xc_arena_alloc(reader->arena, sizeof *state);
    if (!state) {
        return xc_fail_memory(error);
    }
    reader->state = state;
    xc_status status = record_map_read(reader->options.map, &state->map, error);
    if (status == XC_OK) {
        status = package_load(reader, reader->arena, &state->parts, error);
    }
    if (status != XC_OK) {
        return status;
    }
    xc_error failure = {0};
    status = open_kind(reader, state, &failure);
    return status == XC_OK
               ? XC_OK
               : xc_fail_at(error, status, reader->input.path, 0, "%s", failure.message);
}

// ---- texts ----

// The text of simple HTML, and the words of its first heading.
static xc_status read_html(const xc_reader *reader, xc_slice html, xc_arena *arena,
                           xc_document *out, xc_error *error) {
    const page_lines *lines = outlets_lines(reader->options.outlets);
    page_tree tree;
    xc_status status = tree_parse(html, arena, &tree, error);
    if (status != XC_OK) {
        return status;
    }
    for (xmlNodePtr node = tree.root; node && !out->title.len;
         node = node_next(node, tree.root, true)) {
        const pack_node *facts = node_of(node);
        if (facts && facts->tag == TAG_HEADING) {
            out->title = node_line(node, arena);
        }
    }
    status = body_whole(&tree, lines, arena, &out->text, error);
    out->replaced = tree.replaced;
    tree_free(&tree);
    if (status == XC_OK && out->text.len && !out->title.len) {
        xc_slice rest;
        (void)xc_slice_cut(out->text, '\n', &out->title, &rest);
        out->title_in_text = true;
    }
    out->title_in_text = out->title_in_text || xc_slice_starts(out->text, out->title);
    return status;
}

static void tell_date(const xc_reader *reader, xc_slice told, xc_arena *arena,
                      xc_document *out) {
    page_date date;
    if (page_date_find(lines_words(outlets_lines(reader->options.outlets)), told, true,
                       &date)) {
        out->published = page_date_print(&date, arena);
        out->published_basis = XC_BASIS_PAGE;
    }
}

// What the document says of itself. The day that a file was made is no day of publication, unless
// nothing else is known of it; then a reader has it from there as well.
static xc_status tell_written(const xc_reader *reader, xc_arena *arena, xc_document *out,
                              xc_error *error) {
    const office_state *state = reader->state;
    bool is_word = xc_slice_is(xc_slice_of(state->name), "docx");
    xmlDocPtr facts = NULL;
    xc_status status = package_parse(
        &state->parts, is_word ? XC_SLICE("docProps/core.xml") : XC_SLICE("meta.xml"), &facts,
        error);
    if (status == XC_OK) {
        out->title = part_text(facts, "title", arena);
        out->author = part_text(facts, is_word ? "creator" : "initial-creator", arena);
        out->language = xc_slice_sub(part_text(facts, "language", arena), 0, 2);
        tell_date(reader, part_text(facts, is_word ? "created" : "creation-date", arena), arena,
                  out);
    }
    xmlFreeDoc(facts);
    return status;
}

static xc_status write_part(const office_state *state, const char *name, xc_buffer *html,
                            xc_error *error) {
    xmlDocPtr document = NULL;
    xc_status status = package_parse(&state->parts, xc_slice_of(name), &document, error);
    if (document && xc_slice_is(xc_slice_of(state->name), "docx")) {
        written_word(document, html);
    } else if (document) {
        written_open_text(document, html);
    }
    xmlFreeDoc(document);
    return status == XC_OK ? html->status : status;
}

static xc_status next_written(xc_reader *reader, xc_arena *arena, xc_document *out,
                              xc_error *error) {
    office_state *state = reader->state;
    reader->is_single = true;
    if (reader->number > 0) {
        return XC_END;
    }
    xc_buffer html = {0};
    xc_buffer_text(&html, "<!DOCTYPE html><meta charset=utf-8><body>");
    xc_status status = write_part(state, state->main_part, &html, error);
    static const char *const notes[] = {"word/footnotes.xml", "word/endnotes.xml"};
    for (size_t i = 0; status == XC_OK && i < sizeof notes / sizeof *notes; i++) {
        status = write_part(state, notes[i], &html, error);
    }
    if (status == XC_OK) {
        status = tell_written(reader, arena, out, error);
    }
    if (status == XC_OK) {
        status = read_html(reader, xc_buffer_slice(&html), arena, out, error);
    }
    xc_buffer_release(&html);
    if (status == XC_OK && !xc_slice_trim(out->text).len) {
        return xc_fail(error, XC_SKIPPED, "a document without a text");
    }
    return status;
}

// ---- rows and chapters ----

static xc_status next_row(xc_reader *reader, xc_arena *arena, xc_document *out,
                          xc_error *error) {
    office_state *state = reader->state;
    while (state->sheet < state->cells.count &&
           state->row >= state->cells.sheets[state->sheet].count) {
        state->sheet++;
        if (!open_sheet(state)) {
            return XC_END;
        }
    }
    if (state->sheet >= state->cells.count) {
        return XC_END;
    }
    const sheet_row *row = &state->cells.sheets[state->sheet].rows[state->row++];
    xc_slice values[RECORD_FIELDS] = {0};
    for (size_t i = 0; i < RECORD_FIELDS; i++) {
        int column = state->columns[i];
        if (column != NO_COLUMN && (size_t)column < row->count) {
            values[i] = xc_arena_copy(arena, row->cells[column]); // the reader may go first
            if (!values[i].ptr) {
                return xc_fail_memory(error);
            }
        }
    }
    values[RECORD_PUBLISHED] = workbook_date(&state->cells, values[RECORD_PUBLISHED], arena);
    xc_error reason = {0};
    xc_status status = record_settle(values, &reader->options, arena, out, &reason);
    return status == XC_OK
               ? status
               : xc_fail_at(error, status, reader->input.path, row->line, "%s", reason.message);
}

static xc_status next_chapter(xc_reader *reader, xc_arena *arena, xc_document *out,
                              xc_error *error) {
    office_state *state = reader->state;
    const book *from = &state->chapters;
    while (state->chapter < from->count) {
        *out = (xc_document){0};
        xc_status status =
            read_html(reader, from->chapters[state->chapter++], arena, out, error);
        if (status != XC_OK && status != XC_SKIPPED) {
            return status;
        }
        if (status == XC_SKIPPED || !xc_slice_trim(out->text).len) {
            reader_ignore(reader, "a page of a book without a text", 1);
            continue;
        }
        reader->is_single = from->count == 1;
        out->title = out->title.len ? out->title : xc_arena_copy(arena, from->title);
        out->author = xc_arena_copy(arena, from->author);
        out->source = xc_arena_copy(arena, from->publisher);
        out->language = xc_arena_copy(arena, xc_slice_sub(from->language, 0, 2));
        tell_date(reader, from->published, arena, out);
        return XC_OK;
    }
    if (state->chapters.protected_count) {
        reader_ignore(reader, "protected from copying", state->chapters.protected_count);
        state->chapters.protected_count = 0;
    }
    return XC_END;
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    const office_state *state = reader->state;
    xc_error failure = {0};
    xc_status status = state->main_part ? next_written(reader, arena, out, &failure)
                       : state->is_book ? next_chapter(reader, arena, out, &failure)
                                        : next_row(reader, arena, out, &failure);
    out->format = xc_slice_of(state->name);
    if (status != XC_OK && status != XC_END) {
        (void)xc_fail_at(error, status, reader->input.path, failure.line, "%s",
                         failure.message);
    }
    return status;
}

const read_format format_office = {
    .name = "office", .sniff = sniff, .open = open_office, .next = next};
