// SPDX-License-Identifier: MIT
// How long saved pages take, on one thread and out of memory: read as crossclaim reads them
// (charset, body, metadata, outlet), and parsed by libxml2 alone. What pages.sh prints ratios
// of.
#include "read/format/html.h"
#include "read/outlet/outlets.h"

#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <time.h>

enum { LARGEST_PAGE = 64 << 20, ROUNDS = 3 };

typedef struct pages {
    xc_buffer *items;
    size_t count, bytes;
} pages;

static double now(void) {
    struct timespec time;
    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static xc_status read_all(char **paths, size_t count, xc_arena *arena, pages *out,
                          xc_error *error) {
    out->items = xc_arena_array(arena, count, sizeof *out->items);
    xc_status status = out->items ? XC_OK : xc_fail_memory(error);
    while (status == XC_OK && out->count < count) {
        xc_buffer *page = &out->items[out->count];
        status = xc_file_read(paths[out->count++], LARGEST_PAGE, page, error);
        out->bytes += page->len;
    }
    return status;
}

static xc_status read_as_documents(const pages *all, const xc_read_options *options,
                                   size_t *text, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    xc_status status = arena ? XC_OK : xc_fail_memory(error);
    for (size_t i = 0; status == XC_OK && i < all->count; i++) {
        xc_document document = {0};
        status = html_read(xc_buffer_slice(&all->items[i]), options, arena, &document, error);
        if (status == XC_OK) {
            status = outlets_settle(options->outlets, arena, &document, error);
        }
        *text += document.text.len;
        xc_arena_reset(arena);
    }
    xc_arena_free(arena);
    return status;
}

static void parse_only(const pages *all) {
    for (size_t i = 0; i < all->count; i++) {
        xc_slice page = xc_buffer_slice(&all->items[i]);
        htmlDocPtr parsed = htmlReadMemory(page.ptr, (int)page.len, NULL, NULL,
                                           HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                               HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
        xmlFreeDoc(parsed);
    }
}

// Prints: bytes, pages, seconds of reading, seconds of parsing (the fastest of the rounds).
static xc_status measure(const pages *all, const xc_read_options *options, xc_error *error) {
    double reading = 1e9;
    double parsing = 1e9;
    size_t text = 0;
    xc_status status = XC_OK;
    for (int round = 0; round < ROUNDS && status == XC_OK; round++) {
        double start = now();
        status = read_as_documents(all, options, &text, error);
        double between = now();
        parse_only(all);
        double end = now();
        reading = between - start < reading ? between - start : reading;
        parsing = end - between < parsing ? end - between : parsing;
    }
    if (status == XC_OK && text) {
        printf("%zu %zu %.6f %.6f\n", all->bytes, all->count, reading, parsing);
    }
    return status;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: bench_pages CLAIMS_FOLDER PAGE...\n");
        return 2;
    }
    xc_error error = {0};
    xc_arena *arena = xc_arena_new();
    xc_outlets *outlets = NULL;
    pages all = {0};
    xc_status status = arena ? xc_outlets_load(argv[1], &outlets, &error) : XC_NO_MEMORY;
    if (status == XC_OK) {
        status = read_all(argv + 2, (size_t)argc - 2, arena, &all, &error);
    }
    if (status == XC_OK) {
        xc_read_options options = {.outlets = outlets};
        status = measure(&all, &options, &error);
    }
    if (status != XC_OK) {
        fprintf(stderr, "bench_pages: %s: %s\n", error.path, error.message);
    }
    for (size_t i = 0; i < all.count; i++) {
        xc_buffer_release(&all.items[i]);
    }
    xc_outlets_free(outlets);
    xc_arena_free(arena);
    return status == XC_OK ? 0 : 1;
}
