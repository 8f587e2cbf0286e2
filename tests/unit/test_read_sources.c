// SPDX-License-Identifier: MIT
// The user's table of outlets and dates.
#include "read/outlet/sheet_date.h"
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

static void dates_as_spreadsheets_save_them(void **state) {
    (void)state;
    static const struct {
        const char *cell;
        sheet_order order;
        const char *date; // "" for none, "?" for two readings
    } cases[] = {
        {"2023-09-20", SHEET_UNKNOWN, "2023-09-20"},
        {"2023-09", SHEET_UNKNOWN, "2023-09"},
        {"20/09/2023", SHEET_UNKNOWN, "2023-09-20"},
        {"20/09/23", SHEET_UNKNOWN, "2023-09-20"},
        {"20.09.2023", SHEET_UNKNOWN, "2023-09-20"},
        {"03.04.2023", SHEET_MONTH_FIRST, "2023-04-03"},
        {"20.9.23", SHEET_UNKNOWN, "2023-09-20"},
        {"20-09-2023", SHEET_UNKNOWN, "2023-09-20"},
        {"2023/09/20", SHEET_UNKNOWN, "2023-09-20"},
        {"9/20/2023", SHEET_UNKNOWN, "2023-09-20"},
        {"20 September 2023", SHEET_UNKNOWN, "2023-09-20"},
        {"September 20, 2023", SHEET_UNKNOWN, "2023-09-20"},
        {"20 Sep 2023", SHEET_UNKNOWN, "2023-09-20"},
        {"20/09/2023 17:35", SHEET_UNKNOWN, "2023-09-20T17:35"},
        {"3/3/2023", SHEET_UNKNOWN, "2023-03-03"},
        {"03/04/2023", SHEET_UNKNOWN, "?"},
        {"03/04/2023", SHEET_DAY_FIRST, "2023-04-03"},
        {"03/04/2023", SHEET_MONTH_FIRST, "2023-03-04"},
        {"31/02/2023", SHEET_UNKNOWN, ""},
        {"20/13/2023", SHEET_UNKNOWN, ""},
        {"soon", SHEET_UNKNOWN, ""},
    };
    xc_arena *arena = xc_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_slice date;
        sheet_reading reading =
            sheet_date_read(xc_slice_of(cases[i].cell), cases[i].order, arena, &date);
        xc_slice found = reading == SHEET_TWO_READINGS ? XC_SLICE("?") : date;
        if (!xc_slice_is(found, cases[i].date)) {
            fail_msg("%s is read as \"%.*s\"", cases[i].cell, XC_PRINT(found));
        }
    }
    xc_arena_free(arena);
}

static void a_date_of_two_readings_is_named_and_the_rest_counts(void **state) {
    (void)state;
    make("pages/first.txt", XC_SLICE("First\n"));
    make("pages/second.txt", XC_SLICE("Second\n"));
    make("s.csv", XC_SLICE("document;source;published\r\n"
                           "pages/first.txt;Courier;03/04/2023\r\n"
                           "pages/second.txt;Herald;20 September 2023\r\n"));
    xc_sources *sources;
    xc_error error = {0};
    assert_int_equal(xc_sources_load(in_folder("s.csv"), &sources, &error), XC_OK);
    xc_read_options options = {.sources = sources};
    documents read;
    read_file("pages/first.txt", &options, &read);
    assert_slice(read.items[0].source, "Courier");
    assert_slice(read.items[0].published, "");
    forget(&read);
    read_file("pages/second.txt", &options, &read);
    assert_slice(read.items[0].published, "2023-09-20");
    forget(&read);
    xc_arena *arena = xc_arena_new();
    xc_unread_date *dates;
    assert_int_equal(xc_sources_unread(sources, arena, &dates), 1);
    assert_int_equal(dates[0].line, 2);
    assert_slice(dates[0].text, "03/04/2023");
    assert_true(dates[0].two_readings);
    xc_arena_free(arena);
    xc_sources_free(sources);
}

static void a_column_shows_its_order_and_its_letters(void **state) {
    (void)state;
    static const char rows[] = "document;source;published\r\nfirst.txt;Courier;03/04/2023\r\n"
                               "other.txt;Herald;20/09/2023\r\n";
    char wide[2 * sizeof rows] = {(char)0xFF, (char)0xFE}; // UTF-16, as "Unicode text"
    for (size_t i = 0; i + 1 < sizeof rows; i++) {
        wide[2 + 2 * i] = rows[i];
    }
    make("first.txt", XC_SLICE("First\n"));
    make("s.csv", (xc_slice){wide, 2 * sizeof rows});
    xc_sources *sources;
    xc_error error = {0};
    assert_int_equal(xc_sources_load(in_folder("s.csv"), &sources, &error), XC_OK);
    xc_read_options options = {.sources = sources};
    documents read;
    read_file("first.txt", &options, &read);
    assert_slice(read.items[0].published, "2023-04-03");
    forget(&read);
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
        cmocka_unit_test(dates_as_spreadsheets_save_them),
        cmocka_unit_test(a_date_of_two_readings_is_named_and_the_rest_counts),
        cmocka_unit_test(a_column_shows_its_order_and_its_letters),
        cmocka_unit_test(tables_with_mistakes),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
