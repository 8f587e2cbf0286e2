// SPDX-License-Identifier: MIT
// Cells and tables of the workbook.
#include "report/table/sheet.h"

#include <string.h>

static void keep(book_sheets *sheets, lxw_error error) {
    if (sheets->failed == LXW_NO_ERROR) {
        sheets->failed = error;
    }
}

lxw_worksheet *sheet_add(book_sheets *sheets, const char *name) {
    lxw_worksheet *sheet = workbook_add_worksheet(sheets->workbook, name);
    if (!sheet) {
        keep(sheets, LXW_ERROR_MEMORY_MALLOC_FAILED);
    }
    return sheet;
}

// XML 1.0 has no place for these.
static bool is_forbidden(const unsigned char *s, size_t length) {
    if (length == 1) {
        return s[0] < 0x20 && s[0] != '\t' && s[0] != '\n';
    }
    return length == 3 && s[0] == 0xEF && s[1] == 0xBF && s[2] >= 0xBE; // U+FFFE, U+FFFF
}

static size_t character_length(unsigned char first) {
    return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

// Copies valid UTF-8 without what XML forbids, cut where the format ends.
static const char *cell_text(xc_buffer *scratch, xc_slice text) {
    const unsigned char *s = (const unsigned char *)text.ptr;
    size_t units = 0;
    xc_buffer_clear(scratch);
    xc_buffer_text(scratch, "");
    for (size_t at = 0, length = 0; at < text.len; at += length) {
        length = character_length(s[at]);
        length = length > text.len - at ? text.len - at : length;
        units += length == 4 ? 2 : 1;
        if (units > SHEET_TEXT) {
            xc_buffer_text(scratch, " […cut here, the CSV file has all]");
            break;
        }
        if (!is_forbidden(s + at, length)) {
            xc_buffer_append(scratch, xc_slice_sub(text, at, at + length));
        }
    }
    return scratch->ptr ? scratch->ptr : "";
}

void sheet_text(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                xc_slice text, lxw_format *format) {
    if (text.len) {
        keep(sheets, worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                            cell_text(&sheets->scratch, text), format));
    }
}

void sheet_number(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                  xc_decimal number) {
    const int64_t most_exact = 999999999999999; // a cell keeps 15 digits
    char printed[XC_DECIMAL_PRINTED];
    lxw_format *format =
        xc_decimal_is_integer(number) ? sheets->formats.whole : sheets->formats.number;
    if (number.digits > most_exact || number.digits < -most_exact) {
        size_t length = xc_decimal_print(number, printed);
        sheet_text(sheets, sheet, row, column, (xc_slice){printed, length}, format);
        return;
    }
    keep(sheets, worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                        xc_decimal_double(number), format));
}

void sheet_date(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                xc_slice text) {
    xc_date date;
    if (!xc_date_parse(text, &date) || date.precision < XC_DAY || date.year < 1900) {
        sheet_text(sheets, sheet, row, column, text, sheets->formats.text);
        return;
    }
    lxw_datetime cell = {date.year, date.month, date.day, date.hour, date.minute, date.second};
    bool day = date.precision == XC_DAY;
    keep(sheets, worksheet_write_datetime(sheet, (lxw_row_t)row, (lxw_col_t)column, &cell,
                                          day ? sheets->formats.date : sheets->formats.moment));
}

// What a spreadsheet may open with a click: a plain web address without blanks or quotes.
static bool is_link(xc_slice address) {
    if (address.len > SHEET_LINK_LENGTH || (!xc_slice_starts(address, XC_SLICE("http://")) &&
                                            !xc_slice_starts(address, XC_SLICE("https://")))) {
        return false;
    }
    for (size_t i = 0; i < address.len; i++) {
        unsigned char c = (unsigned char)address.ptr[i];
        if (c <= ' ' || c >= 0x7F || strchr("\"<>\\^`{|}", c)) {
            return false;
        }
    }
    return true;
}

void sheet_address(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                   xc_slice text, size_t *links) {
    if (*links >= SHEET_LINKS || !is_link(text)) {
        sheet_text(sheets, sheet, row, column, text, sheets->formats.text);
        return;
    }
    (*links)++;
    keep(sheets, worksheet_write_url(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                     cell_text(&sheets->scratch, text), sheets->formats.link));
}

static bool is_date_column(const xc_field *field) {
    static const char *const names[] = {"published", "from", "to", "made", "decided"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(field->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_long(const xc_field *field) {
    static const char *const names[] = {"evidence", "reason", "about", "title"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(field->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

enum { MOST_COLUMNS = 128 };

static double width_of(const xc_field *field) {
    if (is_long(field)) {
        return strcmp(field->name, "evidence") == 0 || strcmp(field->name, "reason") == 0 ? 70
                                                                                          : 40;
    }
    switch (field->kind) {
    case XC_FIELD_NUMBER:
    case XC_FIELD_COUNT:
        return 11;
    case XC_FIELD_WORD:
        return 14;
    case XC_FIELD_TEXT:
    case XC_FIELD_RELATED:
    case XC_FIELD_MEMBERS:
    case XC_FIELD_DOUBTFUL:
    case XC_FIELD_GROUPS:
        break;
    }
    return is_date_column(field) ? 17 : 20;
}

static void write_cell(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                       const xc_field *field, const void *record, size_t *links) {
    const char *at = (const char *)record + field->offset;
    if (field->kind == XC_FIELD_NUMBER) {
        const xc_number *number = (const void *)at;
        if (number->known) {
            sheet_number(sheets, sheet, row, column, number->value);
        }
        return;
    }
    if (field->kind == XC_FIELD_COUNT) {
        const size_t *count = (const void *)at;
        sheet_number(sheets, sheet, row, column, xc_decimal_of((int64_t)*count));
        return;
    }
    xc_slice text = xc_field_text(field, record, &sheets->value);
    int verdict = strcmp(field->name, "verdict") == 0 ? xc_verdict_of(text) : -1;
    if (verdict >= 0) {
        sheet_text(sheets, sheet, row, column, text, sheets->formats.verdicts[verdict]);
    } else if (is_date_column(field)) {
        sheet_date(sheets, sheet, row, column, text);
    } else if (strcmp(field->name, "url") == 0) {
        sheet_address(sheets, sheet, row, column, text, links);
    } else {
        sheet_text(sheets, sheet, row, column, text,
                   is_long(field) ? sheets->formats.wrapped : sheets->formats.text);
    }
}

// A row is as high as its longest cell: a spreadsheet that opens the file need not work it out,
// and those that do not show one line of ten.
static size_t lines_of(const xc_field *field, xc_slice text) {
    size_t letters = 0;
    for (size_t i = 0; i < text.len; i++) {
        letters += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    }
    return is_long(field) ? (size_t)((double)letters / (width_of(field) * 0.95)) + 1 : 1;
}

static void set_height(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t lines) {
    const double line = 15;
    const double highest = 405; // of what a spreadsheet allows
    double height = line * (double)lines;
    keep(sheets,
         worksheet_set_row(sheet, (lxw_row_t)row, height < highest ? height : highest, NULL));
}

// What is printed: the columns that people read, as many as stay legible on a sheet of A4.
static void set_print_area(book_sheets *sheets, lxw_worksheet *sheet, const table_rows *rows,
                           const size_t *columns, size_t count, size_t last_row) {
    const double widest = 190;
    double widths[MOST_COLUMNS] = {0};
    for (size_t f = 0; f < count; f++) {
        widths[columns[f]] = width_of(&rows->fields[f]);
    }
    double width = 0;
    size_t shown = 0;
    while (shown < count && width + widths[shown] <= widest) {
        width += widths[shown++];
    }
    worksheet_set_paper(sheet, 9); // A4
    if (shown) {
        keep(sheets,
             worksheet_print_area(sheet, 0, 0, (lxw_row_t)last_row, (lxw_col_t)(shown - 1)));
    }
}

void sheet_finish(book_sheets *sheets, lxw_worksheet *sheet, size_t rows, size_t columns,
                  size_t frozen_columns) {
    worksheet_freeze_panes(sheet, 1, (lxw_col_t)frozen_columns);
    if (columns) {
        keep(sheets,
             worksheet_autofilter(sheet, 0, 0, (lxw_row_t)rows, (lxw_col_t)(columns - 1)));
    }
    keep(sheets, worksheet_repeat_rows(sheet, 0, 0));
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
}

static void write_part(book_sheets *sheets, lxw_worksheet *sheet, const table_rows *rows,
                       size_t first, size_t last) {
    size_t columns[MOST_COLUMNS] = {0};
    size_t count = rows->field_count < MOST_COLUMNS ? rows->field_count : MOST_COLUMNS;
    rows_reading_order(rows, count, columns);
    size_t links = 0;
    for (size_t f = 0; f < count; f++) {
        size_t column = columns[f];
        keep(sheets, worksheet_set_column(sheet, (lxw_col_t)column, (lxw_col_t)column,
                                          width_of(&rows->fields[f]), NULL));
        sheet_text(sheets, sheet, 0, column, xc_slice_of(rows->fields[f].name),
                   sheets->formats.header);
    }
    for (size_t i = first; i < last; i++) {
        size_t lines = 1;
        for (size_t f = 0; f < count; f++) {
            const void *record = rows_record(rows, i, f);
            write_cell(sheets, sheet, i - first + 1, columns[f], &rows->fields[f], record,
                       &links);
            if (is_long(&rows->fields[f])) {
                size_t needs = lines_of(
                    &rows->fields[f], xc_field_text(&rows->fields[f], record, &sheets->value));
                lines = needs > lines ? needs : lines;
            }
        }
        set_height(sheets, sheet, i - first + 1, lines);
    }
    set_print_area(sheets, sheet, rows, columns, count, last - first);
    sheet_finish(sheets, sheet, last - first, count, 1);
}

void sheet_table(book_sheets *sheets, const char *name, const table_rows *rows) {
    const size_t most = SHEET_ROWS - 1;
    char title[40];
    for (size_t first = 0, part = 1; first == 0 || first < rows->count; first += most, part++) {
        if (part == 1) {
            (void)snprintf(title, sizeof title, "%s", name);
        } else {
            (void)snprintf(title, sizeof title, "%s %zu", name, part);
        }
        lxw_worksheet *sheet = sheet_add(sheets, title);
        if (!sheet) {
            return;
        }
        size_t last = rows->count - first > most ? first + most : rows->count;
        write_part(sheets, sheet, rows, first, last);
    }
}
