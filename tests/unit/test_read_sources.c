// SPDX-License-Identifier: MIT
// The user's table of outlets and dates.
#include "read/outlet/sources.h"
#include "read_file.h"

static void globs_match(void **state) {
    (void)state;
    static const struct {
        const char *pattern, *text;
        bool matches;
    } cases[] = {
        {"*", "", true},
        {"*.html", "a/b.html", true},
        {"a*c", "abcd", false},
        {"a?c", "abc", true},
        {"a*b*c", "a/x/b/y/c", true},
        {"", "a", false},
        {"[1].txt", "[1].txt", true},
        {"**a", "bbba", true},
        {"?", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool matches = glob_matches(xc_slice_of(cases[i].pattern), xc_slice_of(cases[i].text));
        if (matches != cases[i].matches) {
            fail_msg("%s on %s", cases[i].pattern, cases[i].text);
        }
    }
}

static void rows_are_laid_over(void **state) {
    (void)state;
    make("pages/first.txt", XC_SLICE("First\n"));
    make("dump.txt", XC_SLICE("Categories\nSaved web pages\n\nOne\n\n"
                              "Categories\nSaved web pages\n\nTwo\n"));
    make("s.csv", XC_SLICE("\xEF\xBB\xBF"
                           "Document;Source;URL;Published;wire\r\n"
                           "dump.txt#2;\"The \"\"Post\"\"\";;2021-02-03;AP\r\n"
                           "pages/*;Globbed;https://example.org/x;;\r\n"
                           "pages/first.txt;Too late;;;\r\n"
                           "dump.txt;Dump;;2020;\r\n"
                           ";;;;\r\n"
                           "nobody.txt;X;;;\r\n"));
    xc_sources *sources;
    xc_error error = {0};
    assert_int_equal(xc_sources_load(in_folder("s.csv"), &sources, &error), XC_OK);
    xc_read_options options = {.sources = sources};
    documents read;
    read_file("dump.txt", &options, &read);
    assert_slice(read.items[0].source, "Dump");
    assert_slice(read.items[0].published, "2020");
    assert_slice(read.items[1].source, "The \"Post\"");
    assert_slice(read.items[1].wire, "AP");
    assert_int_equal(read.items[1].published_basis, XC_BASIS_SOURCES);
    forget(&read);
    read_file("pages/first.txt", &options, &read);
    assert_slice(read.items[0].source, "Globbed");
    assert_slice(read.items[0].url, "https://example.org/x");
    assert_int_equal(read.items[0].published_basis, XC_BASIS_NONE);
    forget(&read);

    xc_arena *arena = xc_arena_new();
    long *lines;
    xc_slice *patterns;
    assert_int_equal(xc_sources_unmatched(sources, arena, &lines, &patterns), 2);
    assert_int_equal(lines[0], 4);
    assert_slice(patterns[1], "nobody.txt");
    assert_int_equal(lines[1], 7);
    xc_arena_free(arena);
    xc_sources_free(sources);
}

static void tables_with_mistakes(void **state) {
    (void)state;
    static const struct {
        xc_slice content;
        long line;
        const char *message;
    } cases[] = {
        {XC_SLICE_INIT(""), 1, "header"},
        {XC_SLICE_INIT("file,source\na,b\n"), 1, "document"},
        {XC_SLICE_INIT("document,published\na,\nb,24/09/2023\n"), 3, "2023-09-24"},
        {XC_SLICE_INIT("document,source\n\"a\nb\",x\n\"c,y\n"), 4, "quote"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        make("bad.csv", cases[i].content);
        xc_sources *sources;
        xc_error error = {0};
        assert_int_equal(xc_sources_load(in_folder("bad.csv"), &sources, &error), XC_BAD_INPUT);
        assert_null(sources);
        if (error.line != cases[i].line || !strstr(error.message, cases[i].message)) {
            fail_msg("case %zu: line %ld: %s", i, error.line, error.message);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(globs_match),
        cmocka_unit_test(rows_are_laid_over),
        cmocka_unit_test(tables_with_mistakes),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
