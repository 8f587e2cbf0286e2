// SPDX-License-Identifier: MIT
// Tables: what is a cell, a row, a comment and a mistake.
#include "crossclaim/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void print_cells(const xc_csv *csv, xc_buffer *out) {
    for (size_t row = 0; row < csv->rows; row++) {
        xc_buffer_print(out, "%ld:", csv->lines[row]);
        for (size_t i = 0; i < csv->columns; i++) {
            xc_buffer_print(out, "%s%.*s", i ? "|" : "", XC_PRINT(xc_csv_row(csv, row)[i]));
        }
        xc_buffer_text(out, " ");
    }
}

// Each row with the line on which it starts, its cells parted by bars.
static void rows_are_read(void **state) {
    (void)state;
    static const struct {
        xc_csv_kind kind;
        const char *text, *rows;
    } cases[] = {
        {XC_CSV_LEXICON, "a,b\n1,2\n3,4\n", "2:1|2 3:3|4 "},
        {XC_CSV_LEXICON,
         "\xEF\xBB\xBF"
         "a,b\r\n 1 ,2\r\n",
         "2:1|2 "},
        {XC_CSV_LEXICON, "# why\na,b\n\n#1,2\n,\n3,4", "6:3|4 "},
        {XC_CSV_LEXICON, "a,b\n\"1,\n#2\",\"say \"\"3\"\"\"\n4,5\n",
         "2:1,\n#2|say \"3\" 4:4|5 "},
        {XC_CSV_SHEET, "a,b\n#1,2\n", "2:#1|2 "},
        {XC_CSV_SHEET, "a;b,c\td;e\n1;2,3\td;4\n", "2:1|2,3\td|4 "},
        {XC_CSV_SHEET, "a\tb\n1\n2\t3\t4\n", "2:1| 3:2|3 "},
        {XC_CSV_SHEET, "a,b\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_arena *arena = xc_arena_new();
        xc_buffer rows = {0};
        xc_csv csv;
        assert_int_equal(xc_csv_parse(xc_slice_of(cases[i].text), XC_SLICE("t.csv"),
                                      cases[i].kind, arena, &csv, NULL),
                         XC_OK);
        print_cells(&csv, &rows);
        if (!xc_slice_is(xc_buffer_slice(&rows), cases[i].rows)) {
            fail_msg("%s\ngives %.*s", cases[i].text, XC_PRINT(xc_buffer_slice(&rows)));
        }
        xc_buffer_release(&rows);
        xc_arena_free(arena);
    }
}

static void mistakes_are_told(void **state) {
    (void)state;
    static const struct {
        xc_csv_kind kind;
        const char *text;
        xc_status status;
        long line;
    } cases[] = {
        {XC_CSV_LEXICON, "a,b\n1,2\n3,4,5\n", XC_BAD_RULE, 3},
        {XC_CSV_LEXICON, "a,b\n1\n", XC_BAD_RULE, 2},
        {XC_CSV_LEXICON, "# nothing\n", XC_BAD_RULE, 1},
        {XC_CSV_SHEET, "a,b\n1,2\n\"3,4\n5,6\n", XC_BAD_INPUT, 3},
        {XC_CSV_SHEET, "a,b\n1,\"2\"3\n", XC_BAD_INPUT, 2},
        {XC_CSV_SHEET, "", XC_BAD_INPUT, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_arena *arena = xc_arena_new();
        xc_error error = {0};
        xc_csv csv;
        xc_status status = xc_csv_parse(xc_slice_of(cases[i].text), XC_SLICE("t.csv"),
                                        cases[i].kind, arena, &csv, &error);
        if (status != cases[i].status || error.line != cases[i].line) {
            fail_msg("%s: status %d in line %ld", cases[i].text, status, error.line);
        }
        xc_arena_free(arena);
    }
}

static void columns_come_in_the_order_asked_for(void **state) {
    (void)state;
    static const char *const wanted[] = {"part", "form", "word", NULL};
    xc_arena *arena = xc_arena_new();
    xc_error error = {0};
    xc_csv csv;
    assert_int_equal(xc_file_write("csv_order.csv", XC_SLICE("word,part,form\nw,p,f\n"), NULL),
                     XC_OK);
    assert_int_equal(xc_csv_load(".", "csv_order.csv", wanted, arena, &csv, &error), XC_OK);
    assert_true(xc_slice_is(xc_csv_row(&csv, 0)[0], "p"));
    assert_true(xc_slice_is(xc_csv_row(&csv, 0)[2], "w"));
    assert_true(xc_slice_is(xc_csv_cell(&csv, 0, "Form"), "f"));
    assert_int_equal(xc_csv_cell(&csv, 0, "none").len, 0);

    assert_int_equal(xc_csv_load(".", "csv_order.csv", &wanted[1], arena, &csv, &error),
                     XC_BAD_RULE);
    assert_non_null(strstr(error.message, "unknown column 'part'"));
    error = (xc_error){0};
    static const char *const more[] = {"part", "form", "word", "sense", NULL};
    assert_int_equal(xc_csv_load(".", "csv_order.csv", more, arena, &csv, &error), XC_BAD_RULE);
    assert_non_null(strstr(error.message, "missing column 'sense'"));
    assert_int_equal(xc_csv_load(".", "csv_none.csv", wanted, arena, &csv, &error), XC_END);
    assert_int_equal(remove("csv_order.csv"), 0);
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_read),
        cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(columns_come_in_the_order_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
