// SPDX-License-Identifier: MIT
// Saved pages.
#include "read/format/html.h"
#include "read/outlet/outlets.h"
#include "read/page/body.h"
#include "read/page/facts.h"
#include "read/reader.h"

#include <string.h>

static const size_t largest_page = (size_t)256 << 20;

// Tags of which one stands near the start of any page.
static const xc_slice starts[] = {
    XC_SLICE_INIT("<!doctype html"),
    XC_SLICE_INIT("<html"),
    XC_SLICE_INIT("<head"),
    XC_SLICE_INIT("<body"),
    XC_SLICE_INIT("<title"),
    XC_SLICE_INIT("<meta"),
    XC_SLICE_INIT("<article"),
    XC_SLICE_INIT("<div"),
    XC_SLICE_INIT("<p>"),
    XC_SLICE_INIT("<h1"),
    XC_SLICE_INIT("<section"),
    XC_SLICE_INIT("<table"),
};

static bool has_page_tag(xc_slice text) {
    for (size_t i = 0; i < text.len; i++) {
        for (size_t j = 0; text.ptr[i] == '<' && j < sizeof starts / sizeof *starts; j++) {
            if (xc_slice_equal_fold(xc_slice_sub(text, i, i + starts[j].len), starts[j])) {
                return true;
            }
        }
    }
    return false;
}

static bool is_page_extension(xc_slice extension) {
    return xc_slice_equal_fold(extension, XC_SLICE(".html")) ||
           xc_slice_equal_fold(extension, XC_SLICE(".htm")) ||
           xc_slice_equal_fold(extension, XC_SLICE(".xhtml"));
}

static bool sniff(const bytes_sample *sample) {
    xc_slice head = sample->head;
    if (is_page_extension(sample->extension)) {
        return true;
    }
    if (xc_slice_starts(head, XC_SLICE("\xEF\xBB\xBF"))) {
        head = xc_slice_sub(head, 3, head.len);
    }
    head = xc_slice_sub(xc_slice_trim(head), 0, 2048);
    return head.len && head.ptr[0] == '<' && has_page_tag(head);
}

static void take_facts(const page_facts *facts, xc_document *out) {
    out->title = facts->title;
    out->source = facts->site;
    out->wire = facts->wire;
    out->url = facts->url;
    out->published = facts->published;
    out->published_basis = out->published.len ? XC_BASIS_PAGE : XC_BASIS_NONE;
    out->author = facts->author;
    out->language = facts->language;
}

// Words that the page shows and its text has not, where that makes it doubtful.
static size_t words_unread(size_t shown, xc_slice text) {
    enum { LETTERS_OF_A_WORD = 5, MANY_LETTERS = 500 * LETTERS_OF_A_WORD, TENTH = 10 };
    size_t read = 0;
    for (size_t i = 0; i < text.len; i++) {
        read += (unsigned char)text.ptr[i] > ' ' && ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    }
    bool is_doubtful = shown >= MANY_LETTERS && read * TENTH < shown;
    return is_doubtful ? (shown - read) / LETTERS_OF_A_WORD : 0;
}

xc_status html_read(xc_slice bytes, const xc_read_options *options, xc_arena *arena,
                    xc_document *out, xc_error *error) {
    return html_read_told(bytes, &(told_facts){0}, options, arena, out, error);
}

xc_status html_read_told(xc_slice bytes, const told_facts *told, const xc_read_options *options,
                         xc_arena *arena, xc_document *out, xc_error *error) {
    const page_lines *lines = outlets_lines(options->outlets);
    page_tree tree;
    xc_status status = tree_parse_told(bytes, told, arena, &tree, error);
    if (status != XC_OK) {
        return status;
    }
    page_facts facts = {0};
    body_measure(&tree, lines);
    size_t shown = body_letters_shown(&tree);
    status = page_facts_find(&tree, lines, arena, &facts, error);
    if (status == XC_OK) {
        take_facts(&facts, out);
        out->replaced = tree.replaced;
        status = body_find(&tree, out->title, lines, arena, &out->text, error);
        // Some pages show their text by a script only, and give it to machines in full.
        if (out->text.len < facts.body.len / 2) {
            out->text = facts.body;
        }
        out->unread = words_unread(shown, out->text);
    }
    tree_free(&tree);
    return status;
}

xc_status html_read_part(xc_slice bytes, xc_slice title, const xc_read_options *options,
                         xc_arena *arena, xc_slice *text, xc_error *error) {
    page_tree tree;
    xc_status status = tree_parse(bytes, arena, &tree, error);
    if (status == XC_OK) {
        status = body_all(&tree, title, outlets_lines(options->outlets), arena, text, error);
        tree_free(&tree);
    }
    return status;
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    xc_slice bytes = {0};
    xc_status status = reader_take_whole(reader, largest_page, &bytes, error);
    if (status == XC_OK) {
        status = html_read_told(bytes, &reader->told, &reader->options, arena, out, error);
    }
    return status;
}

const read_format format_html = {.name = "html", .sniff = sniff, .next = next};
