// SPDX-License-Identifier: MIT
// The workbook's own explanation.
#include "report/table/sheet.h"
#include "report/words.h"

typedef struct page {
    book_sheets *sheets;
    lxw_worksheet *sheet;
    size_t row;
} page;

static void write_line(page *out, xc_slice name, xc_slice text) {
    sheet_text(out->sheets, out->sheet, out->row, 0, name, out->sheets->formats.text);
    sheet_text(out->sheets, out->sheet, out->row, 1, text, out->sheets->formats.wrapped);
    out->row++;
}

static void write_title(page *out, const char *title) {
    out->row++;
    sheet_text(out->sheets, out->sheet, out->row++, 0, xc_slice_of(title),
               out->sheets->formats.title);
}

static void write_count(page *out, const char *name, size_t count) {
    sheet_text(out->sheets, out->sheet, out->row, 0, xc_slice_of(name),
               out->sheets->formats.text);
    sheet_number(out->sheets, out->sheet, out->row++, 1, xc_decimal_of((int64_t)count));
}

static void write_fields(page *out, const char *title, const table_rows *rows) {
    write_title(out, title);
    for (size_t i = 0; i < rows->field_count; i++) {
        write_line(out, xc_slice_of(rows->fields[i].name),
                   xc_slice_of(rows->fields[i].description));
    }
}

void sheet_read_me(book_sheets *sheets, const xc_case_content *content,
                   const report_tables *tables) {
    page out = {sheets, sheet_add(sheets, "Read me"), 0};
    if (!out.sheet) {
        return;
    }
    worksheet_set_column(out.sheet, 0, 0, 24, NULL);
    worksheet_set_column(out.sheet, 1, 1, 90, NULL);
    sheet_text(sheets, out.sheet, 0, 0, XC_SLICE("What news documents claim, compared"),
               sheets->formats.title);
    write_line(&out, XC_SLICE("Groups"),
               XC_SLICE("claims about the same thing, with the verdict "
                        "and the reason for it"));
    write_line(&out, XC_SLICE("Incidents"),
               XC_SLICE("happenings, with the groups that lie in each"));
    write_line(&out, XC_SLICE("Claims"),
               XC_SLICE("every claim with the sentence it stands in"));
    write_line(&out, XC_SLICE("Documents"),
               XC_SLICE("what was read, and what each outlet and "
                        "date rests on"));
    write_line(&out, XC_SLICE("Sources"), XC_SLICE("outlet, address and date, blanks first"));
    write_line(&out, XC_SLICE("Matrix"), XC_SLICE("groups down, sources across"));
    write_title(&out, "Counts");
    write_count(&out, "documents", content->document_count);
    write_count(&out, "claims", content->claim_count);
    write_count(&out, "groups", content->group_count);
    write_count(&out, "incidents", content->incident_count);
    write_count(&out, "skipped inputs", content->counts.skipped);
    write_title(&out, "Verdicts");
    for (int i = 0; i < XC_VERDICTS; i++) {
        sheet_text(sheets, out.sheet, out.row, 0, xc_slice_of(xc_verdict_text((xc_verdict)i)),
                   sheets->formats.verdicts[i]);
        sheet_text(sheets, out.sheet, out.row++, 1, xc_slice_of(verdict_is((xc_verdict)i)),
                   sheets->formats.wrapped);
    }
    write_fields(&out, "Columns of Groups", &tables->groups);
    write_fields(&out, "Columns of Incidents", &tables->incidents);
    write_fields(&out, "Columns of Claims", &tables->claims);
    write_fields(&out, "Columns of Documents", &tables->documents);
    if (content->skip_count) {
        write_title(&out, "Skipped inputs");
    }
    for (size_t i = 0; i < content->skip_count && out.row < SHEET_ROWS; i++) {
        write_line(&out, content->skipped[i].path, content->skipped[i].reason);
    }
}
