// SPDX-License-Identifier: MIT
// HTTP responses as crawls keep them: headers, chunks, content codings.
#include "read_file.h"

#include "read/bytes/http_message.h"

#include <zlib.h>

static void headers(void **state) {
    (void)state;
    static const struct {
        const char *message;
        bool is_response;
        int status;
        const char *type, *charset, *coding;
        bool is_chunked;
    } cases[] = {
        {"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\nx", true, 200,
         "text/html", "UTF-8", "", false},
        {"HTTP/1.0 404\nCONTENT-TYPE:text/plain\n\n", true, 404, "text/plain", "", "", false},
        {"HTTP/1.1 200 OK\r\ncontent-encoding:  gzip \r\nTransfer-Encoding: gzip, "
         "chunked\r\n\r\n",
         true, 200, "", "", "gzip", true},
        {"HTTP/2 200\r\nContent-Type: text/html;boundary=a; Charset='koi8-r'\r\n\r\n", true,
         200, "text/html", "koi8-r", "", false},
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nno colon here\r\n\r\n", true, 200,
         "", "", "", false},
        {"HTTP/1.1 20", false, 0, "", "", "", false},
        {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", false, 0, "", "", "", false},
        {"GET / HTTP/1.1\r\n\r\n", false, 0, "", "", "", false},
        {"", false, 0, "", "", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        http_message read;
        bool is_response = http_read(xc_slice_of(cases[i].message), &read);
        if (is_response != cases[i].is_response) {
            fail_msg("%s: %d", cases[i].message, is_response);
        }
        if (is_response) {
            assert_int_equal(read.status, cases[i].status);
            assert_slice(read.type, cases[i].type);
            assert_slice(read.charset, cases[i].charset);
            assert_slice(read.coding, cases[i].coding);
            assert_int_equal(read.is_chunked, cases[i].is_chunked);
        }
    }
}

static const char text[] = "<p>The mayor said that nine bridges were closed and that two would "
                           "open again within the week.</p>";

static xc_slice packed(int window, size_t cut) {
    static char bytes[1024];
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)text;
    z.avail_in = sizeof text - 1;
    z.next_out = (Bytef *)bytes;
    z.avail_out = sizeof bytes;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    size_t length = sizeof bytes - z.avail_out - cut;
    assert_int_equal(deflateEnd(&z), Z_OK);
    return (xc_slice){bytes, length};
}

static void assert_unpacked(const char *coding, bool is_chunked, xc_slice body,
                            const char *expected, bool expected_cut) {
    http_message message = {.coding = xc_slice_of(coding), .is_chunked = is_chunked};
    unpack_account account = {0};
    xc_buffer out = {0};
    xc_slice plain = {0};
    xc_error error = {0};
    bool is_cut = false;
    xc_status status = http_unpack(&message, body, &account, &out, &plain, &is_cut, &error);
    if (status != XC_OK) {
        assert_non_null(expected);
        assert_non_null(strstr(error.message, expected));
    } else {
        assert_slice(plain, expected);
        assert_int_equal(is_cut, expected_cut);
    }
    xc_buffer_release(&out);
}

static void codings(void **state) {
    (void)state;
    assert_unpacked("", false, xc_slice_of(text), text, false);
    assert_unpacked("identity", false, xc_slice_of(text), text, false);
    assert_unpacked("gzip", false, packed(31, 0), text, false);
    assert_unpacked("X-GZIP", false, packed(31, 0), text, false);
    assert_unpacked("deflate", false, packed(15, 0), text, false);
    assert_unpacked("deflate", false, packed(-15, 0), text, false);
    // stored as it was shown, whatever the headers say
    assert_unpacked("gzip", false, xc_slice_of(text), text, false);
    assert_unpacked("br", false, xc_slice_of(text), text, false);
    assert_unpacked("br", false, XC_SLICE("\x0B\x02"), "coding 'br'", false);
    assert_unpacked("deflate", false, XC_SLICE("\xFF\xFF\xFF"), "damaged", false);
}

static void a_cut_body_gives_its_start(void **state) {
    (void)state;
    http_message message = {.coding = XC_SLICE("gzip")};
    unpack_account account = {0};
    xc_buffer out = {0};
    xc_slice plain = {0};
    bool is_cut = false;
    assert_int_equal(
        http_unpack(&message, packed(31, 20), &account, &out, &plain, &is_cut, NULL), XC_OK);
    assert_true(is_cut);
    assert_true(plain.len > 10 && xc_slice_starts(xc_slice_of(text), plain));
    xc_buffer_release(&out);
}

static void chunks(void **state) {
    (void)state;
    static const struct {
        const char *body, *text;
        bool is_cut;
    } cases[] = {
        {"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "abcde", false},
        {"A\nabcdefghij\n0\n\n", "abcdefghij", false},
        {"3\r\nabc\r\nff\r\nde", "abcde", true},
        {"3\r\nabc\r\n", "abc", true},
        {"3\r\nabc\r\n-1\r\nde", "abc", true},
        {"fffffffffffffffff\r\nabc", "fffffffffffffffff\r\nabc", false},
        {"<p>no chunks</p>", "<p>no chunks</p>", false},
        {"", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_unpacked("", true, xc_slice_of(cases[i].body), cases[i].text, cases[i].is_cut);
    }
    xc_buffer both = {0};
    xc_slice bytes = packed(31, 0);
    for (size_t at = 0; at < bytes.len; at += 7) {
        xc_slice piece = xc_slice_sub(bytes, at, at + 7);
        xc_buffer_print(&both, "%zx\r\n", piece.len);
        xc_buffer_append(&both, piece);
        xc_buffer_text(&both, "\r\n");
    }
    xc_buffer_text(&both, "0\r\n\r\n");
    assert_unpacked("gzip", true, xc_buffer_slice(&both), text, false);
    xc_buffer_release(&both);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers),
        cmocka_unit_test(codings),
        cmocka_unit_test(a_cut_body_gives_its_start),
        cmocka_unit_test(chunks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
