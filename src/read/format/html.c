// SPDX-License-Identifier: MIT
// Saved pages.
#include "read/format/html.h"
#include "read/outlet/outlets.h"
#include "read/page/body.h"
#include "read/page/facts.h"
#include "read/page/live.h"
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
    out->archived = facts->archived;
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

// A page's own facts, its text, and its entries where it is a live one and `live` is given.
static xc_status read_tree(const page_tree *tree, const page_lines *lines, xc_arena *arena,
                           live_entries *live, xc_document *out, xc_error *error) {
    page_facts facts = {0};
    body_measure(tree, lines);
    size_t shown = body_letters_shown(tree);
    xc_status status = page_facts_find(tree, lines, arena, &facts, error);
    if (status != XC_OK) {
        return status;
    }
    take_facts(&facts, out);
    out->replaced = tree->replaced;
    if (live) {
        status = live_find(tree, lines, arena, live, error);
        if (status != XC_OK || live->count) {
            return status;
        }
        body_measure(tree, lines);
    }
    status = body_find(tree, out->title, lines, arena, &out->text, error);
    // Some pages show their text by a script only, and give it to machines in full.
    if (out->text.len < facts.body.len / 2) {
        out->text = facts.body;
    }
    out->unread = words_unread(shown, out->text);
    return status;
}

static xc_status read_page(xc_slice bytes, const told_facts *told,
                           const xc_read_options *options, xc_arena *arena, live_entries *live,
                           xc_document *out, xc_error *error) {
    page_tree tree;
    xc_status status = tree_parse_told(bytes, told, arena, &tree, error);
    if (status == XC_OK) {
        status = read_tree(&tree, outlets_lines(options->outlets), arena, live, out, error);
        tree_free(&tree);
    }
    return status;
}

xc_status html_read_told(xc_slice bytes, const told_facts *told, const xc_read_options *options,
                         xc_arena *arena, xc_document *out, xc_error *error) {
    return read_page(bytes, told, options, arena, NULL, out, error);
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

// ---- a file ----

// A live page whose entries are given one by one.
typedef struct live_page {
    xc_document whole; // what all entries share
    live_entries entries;
    size_t given;
} live_page;

static xc_status copy_into(xc_arena *arena, xc_slice *const *slices, size_t count,
                           xc_error *error) {
    for (size_t i = 0; i < count; i++) {
        *slices[i] = xc_arena_copy(arena, *slices[i]);
        if (!slices[i]->ptr) {
            return xc_fail_memory(error);
        }
    }
    return XC_OK;
}

// An entry as a document: the page's headline and outlet, its own time, text and place in the page.
static xc_status next_entry(live_page *page, xc_arena *arena, xc_document *out,
                            xc_error *error) {
    if (page->given == page->entries.count) {
        return XC_END;
    }
    const live_entry *entry = &page->entries.items[page->given++];
    *out = page->whole;
    out->text = entry->text;
    out->published = entry->published;
    out->published_basis = XC_BASIS_PAGE;
    if (entry->id.len && out->url.len) {
        out->url = xc_arena_print(arena, "%.*s#%.*s", XC_PRINT(out->url), XC_PRINT(entry->id));
    }
    xc_slice *const slices[] = {&out->title,  &out->source,    &out->wire, &out->url,
                                &out->author, &out->published, &out->text, &out->language};
    return copy_into(arena, slices, sizeof slices / sizeof *slices, error);
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    live_page *page = reader->state;
    if (page) {
        return next_entry(page, arena, out, error);
    }
    xc_slice bytes = {0};
    xc_status status = reader_take_whole(reader, largest_page, &bytes, error);
    if (status != XC_OK || reader->options.keep_live_whole ||
        xc_slice_find(bytes, XC_SLICE("LiveBlogPosting")) == SIZE_MAX) {
        return status == XC_OK
                   ? read_page(bytes, &reader->told, &reader->options, arena, NULL, out, error)
                   : status;
    }
    page = xc_arena_alloc(reader->arena, sizeof *page);
    if (!page) {
        return xc_fail_memory(error);
    }
    status = read_page(bytes, &reader->told, &reader->options, reader->arena, &page->entries,
                       &page->whole, error);
    if (status != XC_OK || !page->entries.count) {
        xc_slice *const slices[] = {&out->title,  &out->source,    &out->wire, &out->url,
                                    &out->author, &out->published, &out->text, &out->language};
        *out = page->whole;
        return status == XC_OK ? copy_into(arena, slices, sizeof slices / sizeof *slices, error)
                               : status;
    }
    reader->state = page;
    reader->is_single = false;
    return next_entry(page, arena, out, error);
}

const read_format format_html = {.name = "html", .sniff = sniff, .next = next};
