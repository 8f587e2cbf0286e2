// SPDX-License-Identifier: MIT
// Slices, decimals, dates, arenas, buffers.
#include "crossclaim/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void slices_cut_and_compare(void **state) {
    (void)state;
    xc_slice head;
    xc_slice tail;
    assert_true(xc_slice_cut(XC_SLICE("27 people"), ' ', &head, &tail));
    assert_true(xc_slice_is(head, "27"));
    assert_true(xc_slice_is(tail, "people"));
    assert_false(xc_slice_cut(XC_SLICE("one"), ' ', &head, &tail));
    assert_int_equal(tail.len, 0);
    assert_true(xc_slice_compare_natural(XC_SLICE("page#2"), XC_SLICE("page#10")) < 0);
    assert_true(xc_slice_compare_natural(XC_SLICE("a01"), XC_SLICE("a1")) != 0);
    assert_true(xc_slice_compare_natural(XC_SLICE("a"), XC_SLICE("a1")) < 0);
    assert_int_equal(xc_slice_find(XC_SLICE("abcabd"), XC_SLICE("abd")), 3);
    assert_true(xc_slice_is(xc_slice_trim(XC_SLICE(" \t x \n")), "x"));
}

static void decimals_are_exact(void **state) {
    (void)state;
    static const char *const texts[][2] = {
        {"0", "0"},
        {"-0.50", "-0.5"},
        {"2906", "2906"},
        {"1500000", "1500000"},
        {"0.001", "0.001"},
        {"99.9", "99.9"},
        {"12.30", "12.3"},
        {"-17", "-17"},
        {"007", "7"},
        {"123456789012345678", "123456789012345678"},
        {"1000000000000000000", "1000000000000000000"},
        {"9000000000000000000000000", "9000000000000000000000000"},
        {"0.000", "0"},
        {"-120.0500", "-120.05"}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        xc_decimal value;
        char printed[XC_DECIMAL_PRINTED];
        assert_true(xc_decimal_parse(xc_slice_of(texts[i][0]), &value));
        xc_decimal_print(value, printed);
        assert_string_equal(printed, texts[i][1]);
    }
    static const char *const bad[] = {"",
                                      ".",
                                      "1,5",
                                      "1e5",
                                      "12.3.4",
                                      "1234567890123456789",
                                      "1000000000000000001",
                                      "0.1000000000000000001"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        xc_decimal value;
        assert_false(xc_decimal_parse(xc_slice_of(bad[i]), &value));
    }
}

static xc_decimal decimal(const char *text) {
    xc_decimal value = {0};
    assert_true(xc_decimal_parse(xc_slice_of(text), &value));
    return value;
}

// What is printed of any number that a record may hold is read back as the same number.
static void decimals_come_back(void **state) {
    (void)state;
    static const struct {
        xc_decimal number;
        bool plain;
    } rows[] = {{{0, 0}, true},
                {{1, 18}, true},
                {{-1, 18}, true},
                {{1, 19}, false},
                {{-1, 19}, false},
                {{11, 17}, false},
                {{999999999999999999, 0}, true},
                {{-999999999999999999, -18}, true},
                {{1, -18}, true},
                {{1, -19}, false},
                {{INT64_MAX, 0}, false},
                {{INT64_MIN, 0}, false},
                {{9, 24}, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char printed[XC_DECIMAL_PRINTED];
        xc_decimal again = {0};
        assert_int_equal(xc_decimal_is_plain(rows[i].number), rows[i].plain);
        xc_decimal_print(rows[i].number, printed);
        bool read = xc_decimal_parse(xc_slice_of(printed), &again);
        assert_true(read || !rows[i].plain);
        assert_true(!read || (again.digits == rows[i].number.digits &&
                              again.exponent == rows[i].number.exponent));
    }
}

static xc_claim claim_with(const char *value, const char *confidence) {
    xc_claim claim = {.id = XC_SLICE("cabcdefghabcdefgh"),
                      .measure = XC_SLICE("killed"),
                      .value = xc_number_from(decimal(value)),
                      .confidence = xc_number_from(decimal(confidence)),
                      .start = 3,
                      .end = 7};
    return claim;
}

static void claims_that_no_case_could_hold(void **state) {
    (void)state;
    xc_claim claim = claim_with("1000000000000000000", "1");
    assert_null(xc_claim_fault(&claim));
    claim.low = xc_number_from(decimal("-0.5"));
    claim.high = claim.value;
    assert_null(xc_claim_fault(&claim));
    claim.high = xc_number_from(decimal("-0.6"));
    assert_non_null(xc_claim_fault(&claim));
    claim = claim_with("9000000000000000000000000", "0.5");
    assert_non_null(xc_claim_fault(&claim));
    claim = claim_with("9", "100000000000000000");
    assert_non_null(xc_claim_fault(&claim));
    claim = claim_with("9", "-0.1");
    assert_non_null(xc_claim_fault(&claim));
    claim = claim_with("9", "1");
    claim.start = 8;
    assert_non_null(xc_claim_fault(&claim));
    claim = claim_with("9", "1");
    claim.id = XC_SLICE("cabcdefghabcdefgz");
    assert_non_null(xc_claim_fault(&claim));
    claim = claim_with("9", "1");
    claim.part_of = XC_SLICE("the first");
    assert_non_null(xc_claim_fault(&claim));
}

static void decimals_reckon(void **state) {
    (void)state;
    xc_decimal out;
    assert_true(xc_decimal_add(decimal("0.1"), decimal("0.2"), &out));
    assert_int_equal(xc_decimal_compare(out, decimal("0.3")), 0);
    assert_true(xc_decimal_multiply(decimal("1.2"), decimal("1000000"), &out));
    assert_int_equal(xc_decimal_compare(out, decimal("1200000")), 0);
    assert_true(xc_decimal_compare(decimal("-5"), decimal("3")) < 0);
    assert_true(xc_decimal_compare((xc_decimal){1, 30}, (xc_decimal){999, 0}) > 0);
    assert_true(xc_decimal_compare((xc_decimal){-1, 30}, (xc_decimal){-999, 0}) < 0);
    assert_false(xc_decimal_multiply((xc_decimal){INT64_MAX, 0}, (xc_decimal){7, 0}, &out));
    // What has no opposite in 64 bits never comes out.
    assert_true(xc_decimal_compare(xc_decimal_negate(xc_decimal_of(INT64_MIN)), out) > 0);
    assert_false(xc_decimal_add((xc_decimal){-INT64_MAX, 0}, (xc_decimal){-1, 0}, &out));
    assert_false(xc_decimal_multiply((xc_decimal){INT64_MIN / 2, 0}, (xc_decimal){2, 0}, &out));
}

static void dates_keep_their_precision(void **state) {
    (void)state;
    static const char *const texts[] = {"2023", "2023-09", "2023-09-24", "2023-09-24T17:35",
                                        "2023-09-24T17:35:09"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        xc_date date;
        char printed[XC_DATE_PRINTED];
        assert_true(xc_date_parse(xc_slice_of(texts[i]), &date));
        assert_int_equal(date.precision, i == 0   ? XC_YEAR
                                         : i == 1 ? XC_MONTH
                                         : i == 2 ? XC_DAY
                                         : i == 3 ? XC_MINUTE
                                                  : XC_SECOND);
        xc_date_print(date, printed);
        assert_string_equal(printed, texts[i]);
    }
    xc_date date;
    assert_false(xc_date_parse(XC_SLICE("2023-13"), &date));
    assert_false(xc_date_parse(XC_SLICE("2023-02-29"), &date));
    assert_true(xc_date_parse(XC_SLICE("2023-09-24T17:35:09+04:00"), &date));
}

static void dates_walk_the_calendar(void **state) {
    (void)state;
    for (int32_t day = -800000; day < 800000; day += 37) {
        xc_date date = xc_date_of_days(day);
        assert_int_equal(xc_date_days(date), day);
    }
    xc_date date;
    assert_true(xc_date_parse(XC_SLICE("2023-09-24"), &date));
    assert_int_equal(xc_date_weekday(date), 6);
    assert_true(xc_date_parse(XC_SLICE("2024-01-31"), &date));
    date = xc_date_add_months(date, 1);
    assert_int_equal(date.day, 29);
    date = xc_date_add_months(date, -14);
    assert_int_equal(date.year * 100 + date.month, 202212);
    assert_true(xc_date_parse(XC_SLICE("2024-02"), &date));
    assert_int_equal(xc_date_last_second(date) - xc_date_first_second(date), 29 * 86400 - 1);
}

static void units_of_time_are_told_once(void **state) {
    static const struct {
        const char *name, *plural;
        int64_t seconds;
        int32_t months;
        double days;
    } rows[] = {{"second", "seconds", 1, 0, 1.0 / 86400},
                {"hour", "hours", 3600, 0, 1.0 / 24},
                {"day", "days", 86400, 0, 1},
                {"week", "weeks", 604800, 0, 7},
                {"month", "months", 0, 1, 30.4375},
                {"quarter", "quarters", 0, 3, 91.3125},
                {"year", "years", 0, 12, 365.25},
                {"decade", "decades", 0, 120, 3652.5},
                {"century", "centuries", 0, 1200, 36525.0}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const xc_time_unit *unit = xc_time_unit_of(xc_slice_of(rows[i].name));
        assert_non_null(unit);
        assert_string_equal(unit->plural, rows[i].plural);
        assert_int_equal(unit->seconds, rows[i].seconds);
        assert_int_equal(unit->months, rows[i].months);
        assert_true(xc_time_unit_days(unit) == rows[i].days);
    }
    assert_null(xc_time_unit_of(XC_SLICE("hours")));
    assert_null(xc_time_unit_of(XC_SLICE("")));
}

static void months_have_names(void **state) {
    static const struct {
        const char *word;
        int month;
    } rows[] = {{"January", 1}, {"SEP", 9}, {"september", 9}, {"Sept", 0}, {"may", 5},
                {"dec", 12},    {"ma", 0},  {"", 0},          {"enero", 0}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(xc_month_of(xc_slice_of(rows[i].word)), rows[i].month);
    }
}

static void zones_are_read(void **state) {
    static const struct {
        const char *text;
        bool known;
        int32_t ahead;
    } rows[] = {
        {"2023-09-24T17:35Z", true, 0},          {"2023-09-24T17:35:10+02:00", true, 7200},
        {"2023-09-24T17:35-0530", true, -19800}, {"2023-09-24T17:35:10.25+09", true, 32400},
        {"2023-09-24T17:35", false, 0},          {"2023-09-24", false, 0},
        {"2023-09-24T17:35 CEST", false, 0},     {"2023-09-24T17:35+99:00", false, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int32_t ahead = 0;
        assert_int_equal(xc_date_zone(xc_slice_of(rows[i].text), &ahead), rows[i].known);
        assert_int_equal(rows[i].known ? ahead : 0, rows[i].ahead);
    }
}

static void arenas_grow_arrays(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    assert_non_null(arena);
    int *items = NULL;
    size_t capacity = 0;
    for (int i = 0; i < 100000; i++) {
        int *at = xc_arena_grow(arena, &items, (size_t)i, &capacity, sizeof *at);
        assert_non_null(at);
        *at = i;
        if (i % 1000 == 0) { // something else in the way makes the array move
            assert_non_null(xc_arena_alloc(arena, 3));
        }
    }
    for (int i = 0; i < 100000; i++) {
        assert_int_equal(items[i], i);
    }
    xc_arena_mark mark = xc_arena_here(arena);
    size_t used = xc_arena_used(arena);
    assert_non_null(xc_arena_alloc(arena, 1 << 22));
    xc_arena_rewind(arena, mark);
    assert_int_equal(xc_arena_used(arena), used);
    assert_null(xc_arena_array(arena, SIZE_MAX, 8));
    xc_arena_free(arena);
}

static void json_escapes(void **state) {
    (void)state;
    xc_buffer out = {0};
    xc_json json = {&out, false};
    xc_json_object(&json);
    xc_json_member(&json, "a", XC_SLICE("q\"\\\n\x01 \xC3\xA9 \xFF \xED\xA0\x80"));
    xc_json_key(&json, "n");
    xc_json_number(&json, (xc_number){{123, -1}, true});
    xc_json_key(&json, "u");
    xc_json_number(&json, (xc_number){0});
    xc_json_key(&json, "l");
    xc_json_array(&json);
    xc_json_integer(&json, -4);
    xc_json_bool(&json, true);
    xc_json_end_array(&json);
    xc_json_end_object(&json);
    assert_string_equal(
        out.ptr,
        "{\"a\":\"q\\\"\\\\\\n\\u0001 \xC3\xA9 \xEF\xBF\xBD "
        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\",\"n\":12.3,\"u\":null,\"l\":[-4,true]}");
    xc_buffer_release(&out);
}

static void ids_are_letters(void **state) {
    (void)state;
    char id[XC_ID_LENGTH + 1];
    xc_id_print('c', 0x0123456789abcdefULL, id);
    assert_string_equal(id, "cabcdefghijklmnop");
    const xc_slice first[] = {XC_SLICE_INIT("ab"), XC_SLICE_INIT("c")};
    const xc_slice second[] = {XC_SLICE_INIT("a"), XC_SLICE_INIT("bc")};
    assert_true(xc_hash_slices(first, 2) != xc_hash_slices(second, 2));
}

// FIPS 180-4's own examples, and a million letters.
static void sha256_is_as_published(void **state) {
    (void)state;
    static const struct {
        const char *bytes, *digest;
    } published[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"}};
    char digest[XC_SHA256_LENGTH + 1];
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        xc_sha256(xc_slice_of(published[i].bytes), digest);
        assert_string_equal(digest, published[i].digest);
    }
    FILE *file = tmpfile();
    assert_non_null(file);
    for (int i = 0; i < 1000000; i++) {
        assert_int_equal(fputc('a', file), 'a');
    }
    assert_int_equal(fflush(file), 0);
    long before = ftell(file);
    assert_true(xc_sha256_file(fileno(file), digest));
    assert_string_equal(digest,
                        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    assert_int_equal(ftell(file), before);
    assert_int_equal(fclose(file), 0);
    assert_false(xc_sha256_file(-1, digest));
    assert_string_equal(digest, "");
}

static void fields_print_every_kind(void **state) {
    (void)state;
    xc_claim claim = {.measure = XC_SLICE("killed"),
                      .value = xc_number_of(27),
                      .start = 5,
                      .qualifier = XC_AT_LEAST};
    xc_buffer scratch = {0};
    size_t count;
    const xc_field *fields = xc_claim_fields(&count);
    assert_int_equal(count, 36);
    for (size_t i = 0; i < count; i++) {
        xc_slice text = xc_field_text(&fields[i], &claim, &scratch);
        if (strcmp(fields[i].name, "value") == 0) {
            assert_true(xc_slice_is(text, "27"));
        } else if (strcmp(fields[i].name, "qualifier") == 0) {
            assert_true(xc_slice_is(text, "at_least"));
        } else if (strcmp(fields[i].name, "low") == 0) {
            assert_int_equal(text.len, 0);
        }
    }
    xc_buffer_release(&scratch);
}

// A buffer that serves for many cells tells at the end whether each of them was whole.
static void a_failure_stays_when_a_buffer_is_emptied(void **state) {
    (void)state;
    xc_buffer buffer = {0};
    xc_buffer_text(&buffer, "first");
    buffer.status = XC_NO_MEMORY;
    xc_buffer_clear(&buffer);
    xc_buffer_text(&buffer, "second");
    assert_int_equal(buffer.len, 0);
    assert_int_equal(buffer.status, XC_NO_MEMORY);
    xc_buffer_release(&buffer);
    assert_int_equal(buffer.status, XC_OK);
}

// Somebody who may write to the folder could lay a link in the way of the temporary name.
static void files_are_not_written_through_links(void **state) {
    (void)state;
    char folder[] = "/tmp/xc-base-XXXXXX";
    char path[64];
    char aside[64];
    char temporary[96];
    xc_buffer bytes = {0};
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/table", folder);
    (void)snprintf(aside, sizeof aside, "%s/aside", folder);
    (void)snprintf(temporary, sizeof temporary, "%s.part-%ld", path, (long)getpid());
    assert_int_equal(xc_file_write(aside, XC_SLICE("theirs"), NULL), XC_OK);
    assert_int_equal(symlink(aside, temporary), 0);
    assert_int_equal(xc_file_write(path, XC_SLICE("ours"), NULL), XC_OK);
    assert_int_equal(xc_file_read(aside, 100, &bytes, NULL), XC_OK);
    assert_true(xc_slice_is(xc_buffer_slice(&bytes), "theirs"));
    assert_int_equal(access(temporary, F_OK), -1);
    assert_int_equal(unlink(path) + unlink(aside) + rmdir(folder), 0);
    xc_buffer_release(&bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_cut_and_compare),
        cmocka_unit_test(decimals_are_exact),
        cmocka_unit_test(decimals_come_back),
        cmocka_unit_test(claims_that_no_case_could_hold),
        cmocka_unit_test(decimals_reckon),
        cmocka_unit_test(a_failure_stays_when_a_buffer_is_emptied),
        cmocka_unit_test(files_are_not_written_through_links),
        cmocka_unit_test(dates_keep_their_precision),
        cmocka_unit_test(dates_walk_the_calendar),
        cmocka_unit_test(zones_are_read),
        cmocka_unit_test(units_of_time_are_told_once),
        cmocka_unit_test(months_have_names),
        cmocka_unit_test(arenas_grow_arrays),
        cmocka_unit_test(json_escapes),
        cmocka_unit_test(ids_are_letters),
        cmocka_unit_test(sha256_is_as_published),
        cmocka_unit_test(fields_print_every_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
