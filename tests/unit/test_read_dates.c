// SPDX-License-Identifier: MIT
// Dates as pages write them.
#include "read/page/printed_date.h"
#include "read_file.h"

static void texts(void **state) {
    (void)state;
    static const struct {
        const char *text, *date;
        bool day_first;
    } cases[] = {
        {"2023-09-24T17:35:00+04:00", "2023-09-24T17:35:00+04:00", true},
        {"2023-09-24T17:35:12.345Z", "2023-09-24T17:35:12Z", true},
        {"2023-09-24 17:35 +0400", "2023-09-24T17:35+04:00", true},
        {"Sun, 24 Sep 2023 13:35:01 GMT", "2023-09-24T13:35:01Z", true},
        {"Published September 4th, 2023 at 5:35 pm", "2023-09-04T17:35", true},
        {"24. Oktober 2023", "2023-10-24", true},
        {"4 de mayo de 2021", "2021-05-04", true},
        {"le 1er ao\xC3\xBBt 2020", "2020-08-01", true},
        {"24.09.2023, 12:05 Uhr", "2023-09-24T12:05", true},
        {"24.09.23", "2023-09-24", true},
        {"03/04/2023", "2023-04-03", true},
        {"03/04/2023", "2023-03-04", false},
        {"13/04/2023", "2023-04-13", false},
        {"20230924", "2023-09-24", true},
        {"12:00 AM, May 1, 2022", "2022-05-01", true},
        {"31 Okt, 2023", "2023-10-31", true},
        {"15 \xD0\xB0\xD0\xB2\xD0\xB3\xD1\x83\xD1\x81\xD1\x82\xD0\xB0 2016, 13:43",
         "2016-08-15T13:43", true}, // Russian
        {"15 \xD0\x90\xD0\xB2\xD0\xB3\xD1\x83\xD1\x81\xD1\x82\xD0\xB0 2016", "2016-08-15",
         true},
        {"25 \xD8\xAF\xD9\x8A\xD8\xB3\xD9\x85\xD8\xA8\xD8\xB1 2020", "2020-12-25",
         true}, // Arabic
        {"2020\xE5\xB9\xB4"
         "7\xE6\x9C\x88"
         "1\xE6\x97\xA5(\xE6\xB0\xB4)",
         "2020-07-01", true}, // Japanese
        {"3 A\xC4\x9Fustos 2021", "2021-08-03", true},
        {"26 | 01 | 2022", "2022-01-26", true},
        {"market 5 2020", "", true},
        {"30 February 2023", "", true},
        {"version 1.2.3 of 2023", "", true},
        {"in May 2023", "", true},
        {"call 555-1234 now", "", true},
        {"", "", true},
    };
    xc_arena *arena = xc_arena_new();
    page_words words;
    assert_int_equal(page_words_load(XC_SOURCE_DIR "/claims", arena, &words, NULL), XC_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page_date date;
        bool found =
            page_date_find(&words, xc_slice_of(cases[i].text), cases[i].day_first, &date);
        xc_slice printed = found ? page_date_print(&date, arena) : (xc_slice){0};
        if (!xc_slice_is(printed, cases[i].date)) {
            fail_msg("\"%s\": %.*s", cases[i].text, XC_PRINT(printed));
        }
    }
    xc_arena_free(arena);
}

static void addresses(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"https://a.example/2023/09/24/flood", "2023-09-24"},
        {"https://a.example/news/2023-9-4-flood.html", "2023-09-04"},
        {"https://a.example/flood-20230924", "2023-09-24"},
        {"https://a.example/flood-120230924", ""},
        {"https://a.example/2023/09/flood", ""},
        {"https://a.example/2023/10/3-questions", ""},
        {"https://a.example/2023/10/3/", "2023-10-03"},
        {"https://a.example/x?d=2023-09-24", ""},
        {"https://a.example/news/2023-09/24/c_1.htm", "2023-09-24"},
        {"https://a.example/news/2023-09-24/c_1.htm", "2023-09-24"},
        {"https://a.example/news/24-09-2023", "2023-09-24"},
        {"https://a.example/news/24-09-2023-flood", ""},
        {"https://a.example/news/24-09-20231", ""},
        {"https://a.example/news/2x-09-2023", ""},
        {"https://a.example/news/9999999999", ""},
        {"https://a.example/news/20191118101245", ""},
        {"", ""},
    };
    xc_arena *arena = xc_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page_date date;
        bool found = page_date_of_url(xc_slice_of(cases[i][0]), &date);
        xc_slice printed = found ? page_date_print(&date, arena) : (xc_slice){0};
        if (!xc_slice_is(printed, cases[i][1])) {
            fail_msg("\"%s\": %.*s", cases[i][0], XC_PRINT(printed));
        }
    }
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(texts), cmocka_unit_test(addresses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
