// SPDX-License-Identifier: MIT
// Quantities: the table of cases in data/quantities.csv, and properties of any text.
#include "recognise/language_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
    xc_arena *arena, *scratch;
    xc_lexicon *lexicon;
    xc_splitter *splitter;
    xc_language *language;
} fixture;

static int set_up(void **state) {
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    f->arena = xc_arena_new();
    f->scratch = xc_arena_new();
    f->lexicon = xc_lexicon_new();
    const char *folder = XC_SOURCE_DIR "/claims/en";
    xc_error error = {0};
    assert_int_equal(xc_splitter_load(folder, f->lexicon, &f->splitter, &error), XC_OK);
    xc_status status = xc_language_load(folder, f->lexicon, &f->language, &error);
    if (status != XC_OK) {
        print_error("%s:%ld: %s\n", error.path, error.line, error.message);
    }
    assert_int_equal(status, XC_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    fixture *f = *state;
    xc_language_free(f->language);
    xc_splitter_free(f->splitter);
    xc_lexicon_free(f->lexicon);
    xc_arena_free(f->scratch);
    xc_arena_free(f->arena);
    free(f);
    return 0;
}

static xc_mentions recognise(fixture *f, xc_slice bytes, xc_text *text) {
    xc_mentions mentions;
    xc_arena_reset(f->scratch);
    assert_int_equal(xc_text_split(bytes, f->lexicon, f->splitter, f->scratch, text, NULL),
                     XC_OK);
    assert_int_equal(xc_recognise(f->language, text, (xc_date){0}, f->scratch, &mentions, NULL),
                     XC_OK);
    return mentions;
}

// "count further" for an increment.
static void print_kind(xc_buffer *out, const xc_quantity *q) {
    static const char *const names[] = {
        "",         "count", "percent",  "fraction", "money",   "duration", "age",
        "physical", "rate",  "multiple", "change",   "ordinal", "none"};
    xc_buffer_print(out, "%s%s", names[q->kind], q->further ? " further" : "");
}

static void print_number(xc_buffer *out, xc_number number) {
    char printed[XC_DECIMAL_PRINTED] = "";
    if (number.known) {
        xc_decimal_print(number.value, printed);
    }
    xc_buffer_print(out, "%s|", printed);
}

// "words|value|low|high|qualifier|unit|kind|why", as the cells of a row.
static void print_quantity(xc_buffer *out, const xc_text *text, const xc_quantity *q) {
    xc_buffer_append(out, xc_slice_sub(text->bytes, q->start, q->end));
    xc_buffer_char(out, '|');
    if (q->kind == XC_NO_QUANTITY) {
        xc_buffer_print(out, "|||||none|%s", q->why);
        return;
    }
    print_number(out, q->value);
    print_number(out, q->low);
    print_number(out, q->high);
    xc_buffer_print(out, "%s|%.*s|", xc_qualifier_text(q->qualifier), XC_PRINT(q->unit));
    print_kind(out, q);
    xc_buffer_char(out, '|');
}

static void print_row(xc_buffer *out, const xc_csv *table, size_t row) {
    for (size_t column = 1; column < table->columns; column++) {
        xc_buffer_text(out, column > 1 ? "|" : "");
        xc_buffer_append(out, table->cells[row * table->columns + column]);
    }
    xc_buffer_char(out, '\n');
}

// Compares the rows [row,end) of one text with what is found in it.
static bool rows_hold(fixture *f, const xc_csv *table, size_t row, size_t end) {
    xc_text text;
    xc_mentions mentions = recognise(f, xc_csv_cell(table, row, "text"), &text);
    xc_buffer wanted = {0};
    xc_buffer found = {0};
    for (size_t i = row; i < end; i++) {
        if (xc_csv_cell(table, i, "words").len) {
            print_row(&wanted, table, i);
        }
    }
    for (size_t i = 0; i < mentions.quantity_count; i++) {
        print_quantity(&found, &text, &mentions.quantities[i]);
        xc_buffer_char(&found, '\n');
    }
    bool equal = xc_slice_equal(xc_buffer_slice(&wanted), xc_buffer_slice(&found));
    if (!equal) {
        print_error("%.*s:%ld: %.*s\nwanted\n%.*sfound\n%.*s", XC_PRINT(table->path),
                    table->lines[row], XC_PRINT(xc_csv_cell(table, row, "text")),
                    XC_PRINT(xc_buffer_slice(&wanted)), XC_PRINT(xc_buffer_slice(&found)));
    }
    xc_buffer_release(&wanted);
    xc_buffer_release(&found);
    return equal;
}

static void table_of_cases_holds(void **state) {
    fixture *f = *state;
    xc_csv table;
    assert_int_equal(xc_csv_load(XC_SOURCE_DIR "/tests/unit/data", "quantities.csv", NULL,
                                 f->arena, &table, NULL),
                     XC_OK);
    assert_true(table.rows > 300);
    size_t wrong = 0;
    for (size_t row = 0, end = 0; row < table.rows; row = end) {
        xc_slice text = xc_csv_cell(&table, row, "text");
        for (end = row + 1; end < table.rows; end++) {
            if (!xc_slice_equal(xc_csv_cell(&table, end, "text"), text)) {
                break;
            }
        }
        wrong += rows_hold(f, &table, row, end) ? 0 : 1;
    }
    assert_int_equal(wrong, 0);
}

static const char *const below_twenty[] = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                   "fifty", "sixty", "seventy", "eighty", "ninety"};

static void spell_below_thousand(xc_buffer *out, int n) {
    if (n >= 100) {
        xc_buffer_print(out, "%s hundred", below_twenty[n / 100]);
        n %= 100;
        if (n) {
            xc_buffer_text(out, " and ");
        } else {
            return;
        }
    }
    if (n >= 20) {
        xc_buffer_text(out, tens[n / 10]);
        if (n % 10) {
            xc_buffer_print(out, "-%s", below_twenty[n % 10]);
        }
        return;
    }
    xc_buffer_text(out, below_twenty[n]);
}

static void spell(xc_buffer *out, int n) {
    if (n >= 1000000) {
        xc_buffer_text(out, "one million");
        return;
    }
    if (n >= 1000) {
        spell_below_thousand(out, n / 1000);
        xc_buffer_text(out, " thousand");
        if (n % 1000) {
            xc_buffer_text(out, n % 1000 < 100 ? " and " : " ");
            spell_below_thousand(out, n % 1000);
        }
        return;
    }
    spell_below_thousand(out, n);
}

// Every number from zero to a million, in words.
static void number_words_read_back(void **state) {
    fixture *f = *state;
    xc_buffer words = {0};
    for (int n = 0; n <= 1000000; n++) {
        xc_buffer_clear(&words);
        spell(&words, n);
        xc_buffer_text(&words, " sheep");
        xc_text text;
        xc_mentions mentions = recognise(f, xc_buffer_slice(&words), &text);
        assert_int_equal(mentions.quantity_count, 1);
        assert_int_equal(
            xc_decimal_compare(mentions.quantities[0].value.value, xc_decimal_of(n)), 0);
        assert_int_equal(mentions.quantities[0].end, words.len - 6);
    }
    xc_buffer_release(&words);
}

static void check_spans(const xc_text *text, const xc_mentions *mentions) {
    uint32_t at = 0;
    for (size_t i = 0; i < mentions->quantity_count; i++) {
        const xc_quantity *q = &mentions->quantities[i];
        assert_true(q->start >= at && q->end > q->start && q->end <= text->bytes.len);
        assert_true(q->number_start >= q->start && q->number_end <= q->end);
        assert_true(q->first_token < q->last_token);
        assert_int_equal(text->tokens[q->first_token].start, q->start);
        assert_int_equal(text->tokens[q->last_token - 1].end, q->end);
        assert_true((q->kind == XC_NO_QUANTITY) == (q->why != NULL));
        at = q->end;
    }
}

static void spans_never_overlap(void **state) {
    static const char *const pieces[] = {
        "5",       "12",   "2,906",   "one",    "two",   "hundred",  "thousand", "and",
        "a",       "half", "third",   "more",   "than",  "at least", "between",  "to",
        "-",       "or",   "$",       "%",      "km",    "year",     "old",      "about",
        "people",  "from", "2020",    "in",     "of",    "-",        ".",        ",",
        "/",       ":",    "no",      "dozens", "twice", "5am",      "1st",      "½",
        "million", "m",    "per",     "day",    "minus", "another",  "point",    "odd",
        "(",       ")",    "several", "few",    "'s",    "+"};
    fixture *f = *state;
    uint32_t seed = 7;
    xc_buffer out = {0};
    for (int round = 0; round < 20000; round++) {
        xc_buffer_clear(&out);
        for (int i = 0; i < 14; i++) {
            seed = seed * 1664525u + 1013904223u;
            xc_buffer_text(&out, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
            xc_buffer_text(&out, seed & 0x4000 ? "" : " ");
        }
        xc_text text;
        xc_mentions mentions = recognise(f, xc_buffer_slice(&out), &text);
        check_spans(&text, &mentions);
    }
    xc_buffer_release(&out);
}

// Repeats the piece to at least `size` bytes and gives the lookups that it takes.
static size_t steps_of(fixture *f, const char *piece, size_t size) {
    xc_buffer text_bytes = {0};
    while (text_bytes.len < size) {
        xc_buffer_text(&text_bytes, piece);
    }
    xc_text text;
    xc_mentions mentions = recognise(f, xc_buffer_slice(&text_bytes), &text);
    check_spans(&text, &mentions);
    size_t steps = 0;
    assert_int_equal(
        find_quantities(f->language->quantities, &text, f->scratch, &mentions, &steps, NULL),
        XC_OK);
    xc_buffer_release(&text_bytes);
    return steps;
}

// Ten times the text takes about ten times the lookups, whatever it is made of. (Where cutting
// it into tokens were not linear, a megabyte would not end before the test is stopped.)
static void work_grows_with_length(void **state) {
    static const char *const pieces[] = {"7",
                                         "7 ",
                                         "1,",
                                         "1-",
                                         "1/2/",
                                         "1:",
                                         "more than ",
                                         "one hundred ",
                                         "thousand million ",
                                         "between 5 and ",
                                         "half of a ",
                                         "1 hour and ",
                                         "5 km and 3 ",
                                         "point one ",
                                         "a couple of ",
                                         "$",
                                         "$5-",
                                         "at least ",
                                         "12 in ",
                                         "one of ",
                                         "a ",
                                         "No. 5 ",
                                         "a-",
                                         "a.",
                                         "'",
                                         ".)",
                                         "x\n",
                                         "\"",
                                         "5' ",
                                         "one and a half and ",
                                         "from 5 to ",
                                         "up ",
                                         "5 Old ",
                                         "123 ",
                                         "up from "};
    enum { MEGABYTE = 1000000 };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t less = steps_of(f, pieces[i], 10000);
        size_t more = steps_of(f, pieces[i], 100000);
        if (more > less * 11 + 1000) {
            fail_msg("\"%s\": %zu lookups, then %zu", pieces[i], less, more);
        }
    }
    (void)steps_of(f, "7", MEGABYTE);
    (void)steps_of(f, "more than ", MEGABYTE);
    (void)steps_of(f, "one hundred and ", MEGABYTE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_of_cases_holds),
        cmocka_unit_test(number_words_read_back),
        cmocka_unit_test(spans_never_overlap),
        cmocka_unit_test(work_grows_with_length),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
