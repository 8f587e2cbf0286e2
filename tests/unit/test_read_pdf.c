// SPDX-License-Identifier: MIT
// PDF: paragraphs out of printed lines, and what is said where no text can be had.
#include "read/bytes/program.h"
#include "read/format/pdf_text.h"
#include "read_file.h"

// A page of lines; readers of PDF find the objects without the table of their places.
#define PDF(page)                                                                              \
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"                                   \
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"                                       \
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"                    \
    "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"                                                \
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"                           \
    "4 0 obj<<>>stream\nBT /F 11 Tf 60 700 Td 14 TL " page " ET\nendstream endobj\n"           \
    "trailer<</Root 1 0 R>>\n%%EOF\n"

static void paragraphs(void **state) {
    (void)state;
    static const struct {
        const char *printed, *text, *address;
    } cases[] = {
        {"Bridge falls\n6 May 2021\n\nSix people died when the old bridge fell into the river "
         "on\n"
         "Thursday, the mayor said. Rescue teams were evacu-\nated. It was the well-known "
         "bridge.\n"
         "The well-\nknown engineer spoke.\n",
         "Bridge falls\n\n6 May 2021\n\nSix people died when the old bridge fell into the "
         "river on "
         "Thursday, the mayor said. Rescue teams were evacuated. It was the well-known "
         "bridge.\n\n"
         "The well-known engineer spoke.",
         ""},
        // A paragraph goes on over the page's end; heads, feet and numbers of pages do not.
        {"The Post\n\nSix people died when the bridge fell into the river, and a\n\n1\n\f"
         "The Post\n\nhospital took the nine who were hurt.\n\n2\n\f"
         "The Post\n\nThe third page has a sentence of its own.\n\n3\n\f",
         "Six people died when the bridge fell into the river, and a hospital took the nine "
         "who "
         "were hurt.\n\nThe third page has a sentence of its own.",
         ""},
        {"5/7/21, 9:14 AM                The Post\n\nBridge falls\n\nSix died.\n\n"
         "https://post.example/2021/bridge\n\n1/1\n\n\f",
         "Bridge falls\n\nSix died.", "https://post.example/2021/bridge"},
        {"Displaced people were counted in three towns that week:\n\xE2\x80\xA2 1,200 in Alda\n"
         "\xE2\x80\xA2 300 in Bern who\nhad come on foot\n",
         "Displaced people were counted in three towns that week:\n\n\xE2\x80\xA2 1,200 in "
         "Alda\n\n"
         "\xE2\x80\xA2 300 in Bern who had come on foot",
         ""},
        {"", "", ""},
        {"\f\f\n\f", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_arena *arena = xc_arena_new();
        xc_slice text;
        xc_slice address;
        assert_int_equal(
            pdf_paragraphs(xc_slice_of(cases[i].printed), arena, &text, &address, NULL), XC_OK);
        assert_slice(text, cases[i].text);
        assert_slice(address, cases[i].address);
        xc_arena_free(arena);
    }
}

static bool has_pdftotext(void) {
    return system("command -v pdftotext >/dev/null") == 0; // NOLINT(cert-env33-c)
}

static void files(void **state) {
    (void)state;
    if (!has_pdftotext()) {
        skip();
    }
    static const struct {
        const char *content, *text, *reason;
    } cases[] = {
        {PDF("(Flood report) Tj T* T* (7 May 2021) Tj T* T* (Nine people died in the flood.) "
             "Tj"),
         "Flood report\n\n7 May 2021\n\nNine people died in the flood.", ""},
        {PDF("0 0 m"), "", "recognition"},
        {"%PDF-1.4\nnothing that a reader could use", "", "PDF"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("report.pdf", xc_slice_of(cases[i].content));
        read_file("report.pdf", NULL, &read);
        assert_int_equal(read.count, *cases[i].text != '\0');
        if (read.count) {
            assert_slice(read.items[0].text, cases[i].text);
            assert_slice(read.items[0].title, "Flood report");
            assert_slice(read.items[0].published, "2021-05-07");
            assert_slice(read.items[0].format, "pdf");
            assert_slice(read.items[0].label, "report.pdf");
        } else {
            assert_non_null(strstr(read.error.message, cases[i].reason));
        }
        forget(&read);
    }
}

static void program_is_missing(void **state) {
    (void)state;
    char path[4096];
    (void)snprintf(path, sizeof path, "%s", getenv("PATH"));
    (void)setenv("PATH", folder, 1);
    documents read;
    make("report.pdf", XC_SLICE(PDF("(Six died.) Tj")));
    read_file("report.pdf", NULL, &read);
    (void)setenv("PATH", path, 1);
    assert_int_equal(read.count, 0);
    assert_non_null(strstr(read.error.message, "poppler-utils"));
    forget(&read);
}

static void limits_of_programs(void **state) {
    (void)state;
    static const struct {
        const char *words[4];
        program_end end;
        const char *output;
    } cases[] = {
        {{"cat", NULL}, PROGRAM_DONE, "abc"},
        {{"true", NULL}, PROGRAM_DONE, ""},
        {{"false", NULL}, PROGRAM_FAILED, ""},
        {{"sleep", "30", NULL}, PROGRAM_TOO_SLOW, ""},
        {{"yes", NULL}, PROGRAM_TOO_LONG, NULL},
        {{"sh", "-c", "kill -9 $$", NULL}, PROGRAM_KILLED, ""},
        {{"no-such-program", NULL}, PROGRAM_MISSING, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        filter_program program = {.words = cases[i].words,
                                  .seconds = 1,
                                  .memory = (size_t)1 << 30,
                                  .output = 1 << 20};
        xc_buffer output = {0};
        program_end end;
        int exit_status;
        assert_int_equal(
            program_run(&program, XC_SLICE("abc"), &output, &end, &exit_status, NULL), XC_OK);
        if (end != cases[i].end) {
            fail_msg("%s: ends as %d", cases[i].words[0], end);
        }
        if (cases[i].output) {
            assert_slice(xc_buffer_slice(&output), cases[i].output);
        }
        xc_buffer_release(&output);
    }
}

// More than a socket holds, both ways at once.
static void large_input(void **state) {
    (void)state;
    xc_buffer input = {0};
    for (int i = 0; i < 500000; i++) {
        xc_buffer_text(&input, "0123456789\n");
    }
    static const char *const words[] = {"cat", NULL};
    filter_program program = {
        .words = words, .seconds = 60, .memory = (size_t)1 << 30, .output = (size_t)16 << 20};
    xc_buffer output = {0};
    program_end end;
    int exit_status;
    assert_int_equal(
        program_run(&program, xc_buffer_slice(&input), &output, &end, &exit_status, NULL),
        XC_OK);
    assert_int_equal(end, PROGRAM_DONE);
    assert_true(xc_slice_equal(xc_buffer_slice(&input), xc_buffer_slice(&output)));
    xc_buffer_release(&input);
    xc_buffer_release(&output);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs),         cmocka_unit_test(files),
        cmocka_unit_test(program_is_missing), cmocka_unit_test(limits_of_programs),
        cmocka_unit_test(large_input),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
