// SPDX-License-Identifier: MIT
// PDF files, by the text that they carry. pdftotext is a program of its own: what a PDF does to
// it cannot harm us, and its licence stays outside.
#include "read/bytes/charset.h"
#include "read/bytes/program.h"
#include "read/format/pdf_text.h"
#include "read/kind.h"
#include "read/outlet/outlets.h"
#include "read/page/facts.h"
#include "read/page/printed_date.h"
#include "read/reader.h"

#include <string.h>

static const size_t largest_pdf = (size_t)256 << 20;
static const size_t most_memory = (size_t)2 << 30;
static const size_t most_text = (size_t)64 << 20;
enum { MOST_SECONDS = 60, FEWEST_LETTERS = 20, DATE_LINES = 12, DATE_LINE = 100 };

static bool sniff(const bytes_sample *sample) {
    return content_is_pdf(sample->head);
}

static const char *reason_of(program_end end, int exit_status) {
    enum { DAMAGED = 1, PROTECTED = 3 };
    switch (end) {
    case PROGRAM_MISSING:
        return "PDF is read by the program pdftotext, which is not there; install "
               "poppler-utils";
    case PROGRAM_TOO_SLOW:
        return "pdftotext takes too long on this PDF; save it as text";
    case PROGRAM_TOO_LONG:
        return "this PDF has more than 64 MB of text; split it";
    case PROGRAM_KILLED:
        return "pdftotext ended early on this PDF, by its fault or for want of memory";
    case PROGRAM_FAILED:
        return exit_status == PROTECTED ? "this PDF is protected by a password"
               : exit_status == DAMAGED ? "this PDF is damaged"
                                        : "pdftotext cannot read this PDF";
    case PROGRAM_DONE:
        break;
    }
    return NULL;
}

static xc_status convert(xc_slice bytes, xc_buffer *printed, xc_error *error) {
    static const char *const words[] = {"pdftotext", "-q", "-enc", "UTF-8", "-eol",
                                        "unix",      "-",  "-",    NULL};
    filter_program program = {
        .words = words, .seconds = MOST_SECONDS, .memory = most_memory, .output = most_text};
    program_end end;
    int exit_status;
    xc_status status = program_run(&program, bytes, printed, &end, &exit_status, error);
    if (status == XC_OK && end != PROGRAM_DONE) {
        status = xc_fail(error, XC_SKIPPED, "%s", reason_of(end, exit_status));
    }
    return status;
}

static bool has_text(xc_slice text) {
    size_t letters = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        letters += byte > ' ' && (byte & 0xC0) != 0x80;
    }
    return letters >= FEWEST_LETTERS;
}

static xc_slice take_paragraph(xc_slice *text) {
    size_t at = xc_slice_find(*text, XC_SLICE("\n\n"));
    xc_slice paragraph = xc_slice_sub(*text, 0, at);
    *text = at == SIZE_MAX ? (xc_slice){0} : xc_slice_sub(*text, at + 2, text->len);
    return paragraph;
}

// A date in one of the short lines at the top is that of the paper.
static void read_date(xc_slice text, const page_words *words, xc_arena *arena,
                      xc_document *out) {
    for (int i = 0; i < DATE_LINES && text.len; i++) {
        xc_slice paragraph = take_paragraph(&text);
        page_date date;
        if (paragraph.len <= DATE_LINE && page_date_find(words, paragraph, true, &date)) {
            out->published = page_date_print(&date, arena);
            out->published_basis = XC_BASIS_PAGE;
            return;
        }
    }
}

// A long address is printed with an ellipsis: its host is told all the same.
static void take_address(xc_slice address, xc_document *out) {
    bool is_cut = xc_slice_ends(address, XC_SLICE("\xE2\x80\xA6")) ||
                  xc_slice_ends(address, XC_SLICE("..."));
    if (is_cut) {
        out->source = url_host(address);
    } else if (url_host(address).len) {
        out->url = address;
    }
}

static xc_status read_pdf(xc_slice bytes, const page_words *words, xc_arena *arena,
                          xc_document *out, xc_error *error) {
    xc_buffer printed = {0};
    xc_slice text = {0};
    xc_slice address = {0};
    xc_status status = convert(bytes, &printed, error);
    if (status == XC_OK) {
        status = charset_decode(xc_buffer_slice(&printed), XC_SLICE("utf-8"), arena, &text,
                                &out->replaced, error);
    }
    if (status == XC_OK) {
        status = pdf_paragraphs(text, arena, &out->text, &address, error);
    }
    xc_buffer_release(&printed);
    if (status == XC_OK && !has_text(out->text)) {
        status = xc_fail(error, XC_SKIPPED,
                         "this PDF has no text, it is a picture of pages; run a text "
                         "recognition (OCR) over it");
    }
    if (status == XC_OK) {
        xc_slice rest = out->text;
        out->title = take_paragraph(&rest);
        out->title_in_text = true;
        take_address(address, out);
        read_date(out->text, words, arena, out);
    }
    return status;
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    xc_slice bytes = {0};
    xc_status status = reader_take_whole(reader, largest_pdf, &bytes, error);
    if (status == XC_OK) {
        xc_error reason = {0};
        status = read_pdf(bytes, lines_words(outlets_lines(reader->options.outlets)), arena,
                          out, &reason);
        if (status != XC_OK) {
            (void)xc_fail_at(error, status == XC_IO ? XC_SKIPPED : status, reader->input.path,
                             0, "%s", reason.message);
            status = status == XC_IO ? XC_SKIPPED : status;
        }
    }
    return status;
}

const read_format format_pdf = {.name = "pdf", .sniff = sniff, .next = next};
