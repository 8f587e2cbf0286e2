// SPDX-License-Identifier: MIT
// Crawls: which records are documents, how they are called, what is passed over.
#include "read_file.h"

#include <zlib.h>

typedef struct record {
    const char *type, *url, *media_type, *extra; // further header lines
    const char *block;
} record;

static const char http[] = "application/http; msgtype=response";
#define OK_PAGE(headline, words)                                                               \
    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" PAGE(headline, words)
#define PAGE(headline, words)                                                                  \
    "<html><title>" headline "</title><body><article><h1>" headline "</h1><p>" words           \
    " The inquiry goes on, the ministry said in the evening.</p></article></body></html>"

static void add_record(xc_buffer *out, const record *r) {
    xc_buffer_print(out, "WARC/1.%d\r\nWARC-Type: %s\r\n", out->len % 2 ? 1 : 0, r->type);
    if (r->url) {
        xc_buffer_print(out, "warc-target-uri: %s\r\n", r->url);
    }
    xc_buffer_print(out,
                    "WARC-Date: 2023-02-07T08:00:00Z\r\n%sContent-Type: %s\r\n"
                    "Content-Length: %zu\r\n\r\n%s\r\n\r\n",
                    r->extra ? r->extra : "", r->media_type, strlen(r->block), r->block);
}

static xc_slice bytes_of(const record *records, size_t count) {
    static xc_buffer out;
    xc_buffer_clear(&out);
    for (size_t i = 0; i < count; i++) {
        add_record(&out, &records[i]);
    }
    return xc_buffer_slice(&out);
}

static const record crawl[] = {
    {"warcinfo", NULL, "application/warc-fields", NULL, "software: ours\r\n"},
    {"request", "https://news.example/a", "application/http", NULL, "GET /a HTTP/1.1\r\n\r\n"},
    {"response", "https://news.example/a", http, NULL,
     OK_PAGE("Mine shut", "Four miners were injured in the shaft on Monday.")},
    {"response", "<https://news.example/b>", http, NULL,
     OK_PAGE("Mine open", "Three miners were injured in the shaft on Monday.")},
    {"response", "https://news.example/old", http, NULL,
     "HTTP/1.1 301 Moved\r\nLocation: /a\r\n\r\n"},
    {"response", "https://news.example/gone", http, NULL,
     "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Nothing here.</p>"},
    {"response", "https://news.example/logo", http, NULL,
     "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"},
    {"response", "https://news.example/api", http, NULL,
     "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"likes\":12}"},
    {"response", "https://news.example/robots.txt", http, NULL,
     "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *"},
    {"response", "dns:news.example", "text/dns", NULL, "192.0.2.1"},
    {"revisit", "https://news.example/a", http, NULL, "HTTP/1.1 200 OK\r\n\r\n"},
    {"conversion", "https://news.example/a", "text/plain", NULL, "Four miners were injured."},
    {"resource", "urn:text:https://news.example/a", "text/plain", NULL, "Four miners."},
    {"metadata", "https://news.example/a", "application/warc-fields", NULL, "x: y\r\n"},
    {"resource", "https://news.example/note", "text/plain; charset=windows-1252", NULL,
     "Caf\xE9 owners counted two broken windows."},
};
enum { CRAWL = sizeof crawl / sizeof *crawl };

static void captures_are_documents(void **state) {
    (void)state;
    documents read;
    make("crawl.warc", bytes_of(crawl, CRAWL));
    read_file("crawl.warc", NULL, &read);
    assert_int_equal(read.broken, 0);
    assert_int_equal(read.count, 3);
    assert_slice(read.items[0].label, "crawl.warc#1");
    assert_slice(read.items[0].title, "Mine shut");
    assert_slice(read.items[0].url, "https://news.example/a");
    assert_slice(read.items[0].source, "news.example");
    assert_slice(read.items[0].published, ""); // the date of the capture is none of the page
    assert_slice(read.items[0].captured, "2023-02-07T08:00:00Z");
    assert_slice(read.items[0].format, "html");
    assert_slice(read.items[1].url, "https://news.example/b");
    assert_slice(read.items[2].label, "crawl.warc#3");
    assert_slice(read.items[2].text, "Caf\xC3\xA9 owners counted two broken windows.");
    forget(&read);
}

static void what_is_passed_over_is_counted(void **state) {
    (void)state;
    static const struct {
        const char *reason;
        size_t count;
    } expected[] = {{"redirect", 1},   {"page not found", 1},     {"not of a readable type", 2},
                    {"no article", 1}, {"for machines", 1},       {"revisit", 1},
                    {"conversion", 1}, {"made by the crawler", 1}};
    make("crawl.warc", bytes_of(crawl, CRAWL));
    xc_read_options options = {0};
    xc_input input = {xc_slice_of(in_folder("crawl.warc")), XC_SLICE("crawl.warc")};
    xc_arena *arena = xc_arena_new();
    xc_reader *reader = NULL;
    xc_document document;
    assert_int_equal(xc_reader_open(&input, &options, &reader, NULL), XC_OK);
    while (xc_reader_next(reader, arena, &document, NULL) != XC_END) {
    }
    size_t reasons = 0;
    const xc_ignored *ignored = xc_reader_ignored(reader, &reasons);
    assert_int_equal(reasons, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < reasons; i++) {
        assert_string_equal(ignored[i].reason, expected[i].reason);
        assert_int_equal(ignored[i].count, expected[i].count);
    }
    xc_reader_close(reader);
    xc_arena_free(arena);
}

static void a_single_capture_has_no_number(void **state) {
    (void)state;
    documents read;
    make("one.warc", bytes_of(crawl, 3));
    read_file("one.warc", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "one.warc");
    assert_slice(read.items[0].title, "Mine shut");
    forget(&read);
}

static void the_page_knows_its_address_best(void **state) {
    (void)state;
    static const record records[] = {
        {"response", "https://cache.example/x?utm=1", http, NULL,
         "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head>"
         "<link rel=canonical href='https://news.example/2023/02/06/a'></head><body><p>Five "
         "miners were injured in the shaft, the ministry said on Monday.</p></body></html>"},
        {"response", "https://news.example/2023/02/07/b", http, NULL,
         OK_PAGE("Mine", "Six miners were injured in the shaft.")}};
    documents read;
    make("canonical.warc", bytes_of(records, 2));
    read_file("canonical.warc", NULL, &read);
    assert_slice(read.items[0].url, "https://news.example/2023/02/06/a");
    assert_slice(read.items[1].published, "2023-02-07"); // told by its address
    forget(&read);
}

static void cut_records(void **state) {
    (void)state;
    static const record records[] = {
        {"response", "https://news.example/a", http, "WARC-Truncated: length\r\n",
         OK_PAGE("Mine shut", "Four miners were injured in the shaft on Monday.")},
        {"response", "https://news.example/b", http, "WARC-Truncated: time\r\n",
         "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>Mi"},
        {"response", "https://news.example/c", http, NULL,
         "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
         "ff\r\n<p>cut"},
        {"response", "https://news.example/d", http, NULL, "no HTTP at all"},
        {"response", "https://news.example/e", http, NULL,
         OK_PAGE("Mine open", "Three miners were injured in the shaft on Monday.")}};
    documents read;
    make("cut.warc", bytes_of(records, 5));
    read_file("cut.warc", NULL, &read);
    assert_int_equal(read.count, 2);
    assert_int_equal(read.broken, 3);
    assert_string_equal(read.error.message,
                        "cut by the crawler (time) (https://news.example/b)");
    assert_non_null(strstr(read.error.path, "cut.warc#2"));
    assert_slice(read.items[1].label, "cut.warc#5");
    forget(&read);
}

static void damage_costs_one_skip(void **state) {
    (void)state;
    xc_slice whole = bytes_of(crawl, 4);
    xc_buffer bytes = {0};
    size_t third = xc_slice_find(whole, XC_SLICE("WARC-Type: response"));
    xc_buffer_append(&bytes, xc_slice_sub(whole, 0, third));
    xc_buffer_text(&bytes, "\r\n\r\nnoise WARC/ and noise\r\n");
    xc_buffer_append(&bytes, xc_slice_sub(whole, third, whole.len));
    documents read;
    make("noise.warc", xc_buffer_slice(&bytes));
    read_file("noise.warc", NULL, &read);
    assert_int_equal(read.broken, 1);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].title, "Mine open");
    forget(&read);
    make("short.warc", xc_slice_sub(whole, 0, whole.len - 100));
    read_file("short.warc", NULL, &read);
    assert_int_equal(read.broken, 1);
    assert_int_equal(read.count, 1);
    assert_non_null(strstr(read.error.message, "ends within a record"));
    forget(&read);
    xc_buffer_release(&bytes);
}

static xc_buffer gzipped(const record *records, size_t count, size_t damaged) {
    xc_buffer all = {0};
    for (size_t i = 0; i < count; i++) {
        static char member[65536];
        xc_slice plain = bytes_of(&records[i], 1);
        z_stream z = {0};
        assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
        z.next_in = (Bytef *)(uintptr_t)plain.ptr;
        z.avail_in = (uInt)plain.len;
        z.next_out = (Bytef *)member;
        z.avail_out = sizeof member;
        assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
        size_t length = sizeof member - z.avail_out;
        if (i == damaged) {
            member[length - 5] ^= 0x10; // the check sum
        }
        xc_buffer_append(&all, (xc_slice){member, length});
        assert_int_equal(deflateEnd(&z), Z_OK);
    }
    return all;
}

static void packed_record_by_record(void **state) {
    (void)state;
    documents read;
    xc_buffer all = gzipped(crawl, CRAWL, CRAWL);
    make("crawl.warc.gz", xc_buffer_slice(&all));
    read_file("crawl.warc.gz", NULL, &read);
    assert_int_equal(read.count, 3);
    assert_int_equal(read.broken, 0);
    assert_slice(read.items[0].label, "crawl.warc.gz#1");
    forget(&read);
    xc_buffer_release(&all);
    all = gzipped(crawl, CRAWL, 2);
    make("bad.warc.gz", xc_buffer_slice(&all));
    read_file("bad.warc.gz", NULL, &read);
    assert_int_equal(read.count, 2);
    assert_int_equal(read.broken, 1);
    assert_non_null(strstr(read.error.message, "https://news.example/a"));
    assert_slice(read.items[0].title, "Mine open");
    forget(&read);
    xc_buffer_release(&all);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(captures_are_documents),
        cmocka_unit_test(what_is_passed_over_is_counted),
        cmocka_unit_test(a_single_capture_has_no_number),
        cmocka_unit_test(the_page_knows_its_address_best),
        cmocka_unit_test(cut_records),
        cmocka_unit_test(damage_costs_one_skip),
        cmocka_unit_test(packed_record_by_record),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
