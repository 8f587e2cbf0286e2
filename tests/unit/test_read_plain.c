// SPDX-License-Identifier: MIT
// Plain text: single articles, dumps of many, and --split.
#include "read_file.h"

static void single_article(void **state) {
    (void)state;
    documents read;
    make("one.txt", XC_SLICE("\xEF\xBB\xBF\r\nBridge falls in storm\r\n\r\nTwo hurt.\r\n\r\n"));
    read_file("one.txt", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "one.txt");
    assert_slice(read.items[0].title, "Bridge falls in storm");
    assert_slice(read.items[0].text, "Bridge falls in storm\r\n\r\nTwo hurt.");
    assert_true(read.items[0].title_in_text);
    assert_int_equal(read.items[0].key.len, 17);
    forget(&read);
}

static void dump_of_three(void **state) {
    (void)state;
    documents read;
    make("dump.txt", XC_SLICE("Categories\nSaved web pages\n\nFirst\n\nText one.\n\n"
                              "Categories\nSaved web pages\n\nSecond\n\n"
                              "Categories\nof goods were named.\n\n"
                              "Categories\r\nSaved web pages\r\n\r\nThird\r\n"));
    read_file("dump.txt", NULL, &read);
    assert_int_equal(read.count, 3);
    assert_slice(read.items[0].label, "dump.txt#1");
    assert_slice(read.items[0].text, "First\n\nText one.");
    assert_slice(read.items[1].title, "Second");
    assert_slice(read.items[1].text, "Second\n\nCategories\nof goods were named.");
    assert_slice(read.items[2].label, "dump.txt#3");
    assert_slice(read.items[2].text, "Third");
    assert_slice(read.items[2].format, "dump");
    forget(&read);
}

static void split_by_the_user(void **state) {
    (void)state;
    documents read;
    xc_read_options options = {.split = "^=+ *\\d* *=+$"};
    make("many.txt", XC_SLICE("== 1 ==\r\nFirst\r\nBody\r\n== 2 ==\r\nSecond\r\n==\r\n\r\n"));
    read_file("many.txt", &options, &read);
    assert_int_equal(read.count, 2);
    assert_slice(read.items[0].text, "First\r\nBody");
    assert_slice(read.items[1].title, "Second");
    forget(&read);

    options.split = "(unclosed";
    read_file("many.txt", &options, &read);
    assert_int_equal(read.opened, XC_USAGE);
    assert_non_null(strstr(read.error.message, "--split"));
    forget(&read);

    options.split = "(a+)+$";
    make("slow.txt", XC_SLICE("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n"));
    read_file("slow.txt", &options, &read);
    assert_int_equal(read.opened, XC_SKIPPED);
    forget(&read);
}

static void what_is_no_text(void **state) {
    (void)state;
    static const struct {
        const char *name;
        xc_slice content;
        xc_status status;
        const char *reason;
    } cases[] = {
        {"empty.txt", XC_SLICE_INIT(""), XC_SKIPPED, "empty"},
        {"blank.txt", XC_SLICE_INIT(" \n\t\r\n"), XC_SKIPPED, "empty"},
        {"noise", XC_SLICE_INIT("\x01\x02\x00\x03\x00\x00\x05 abc"), XC_SKIPPED, "binary"},
        {"data.xml", XC_SLICE_INIT("<?xml version=\"1.0\"?>\n<rows><row>"), XC_SKIPPED, "XML"},
        {"letter", XC_SLICE_INIT("{\\rtf1 \\ansi Six died.}"), XC_SKIPPED, "RTF"},
        {"numbers.csv", XC_SLICE_INIT("a,b\n1,2\n"), XC_SKIPPED, "table"},
        {"picture", XC_SLICE_INIT("\x89PNG\r\n\x1a\n..."), XC_END, ""},
        {"claims.xlsx", XC_SLICE_INIT("PK\x03\x04zzz"), XC_END, ""},
        {"pages.jsonl",
         XC_SLICE_INIT("{\"format\": \"json-pages-1.0\", \"id\": \"pages\"}\n{}"), XC_END, ""},
        {"datapackage.json", XC_SLICE_INIT("{\"wacz_version\": \"1.1.1\"}"), XC_END, ""},
        {"groups.csv", XC_SLICE_INIT("id,topic,measure,subject,place,from,to,event,about\n"),
         XC_END, ""},
        {"incidents.csv",
         XC_SLICE_INIT("id,name,kind,place,latitude,longitude,from,to,documents,sources\n"),
         XC_END, ""},
        {"filled.csv", XC_SLICE_INIT("document,source,url,published\na,b,c,d\n"), XC_END, ""},
        {"index.html",
         XC_SLICE_INIT("<!DOCTYPE html><html><head><meta name=\"generator\" "
                       "content=\"crossclaim 0.1\">"),
         XC_END, ""},
        {"gone.txt", {NULL, 0}, XC_SKIPPED, "No such file"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        if (cases[i].content.ptr) {
            make(cases[i].name, cases[i].content);
        }
        read_file(cases[i].name, NULL, &read);
        if (read.opened != cases[i].status || !strstr(read.error.message, cases[i].reason)) {
            fail_msg("%s: status %d, \"%s\"", cases[i].name, read.opened, read.error.message);
        }
        forget(&read);
    }
}

// Articles parted by ruled lines, and an article that has some.
static void ruled_lines(void **state) {
    (void)state;
    make("many.txt", XC_SLICE("Bridge falls\n6 May 2021\n\nSix people died.\n\n* * *\nTwo are "
                              "missing.\n-------\nFire in Marsh\nThe Post, 2021-05-07\n\nTwo "
                              "died.\n=======\n"));
    make("one.txt", XC_SLICE("Bridge falls\n6 May 2021\n\nSix people died.\n-------\nTwo are "
                             "missing since Monday.\n"));
    documents read;
    read_file("many.txt", NULL, &read);
    assert_int_equal(read.count, 2);
    assert_slice(read.items[0].label, "many.txt#1");
    assert_slice(read.items[0].text,
                 "Bridge falls\n6 May 2021\n\nSix people died.\n\n* * *\nTwo are missing.");
    assert_slice(read.items[1].title, "Fire in Marsh");
    forget(&read);
    read_file("one.txt", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "one.txt");
    forget(&read);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ruled_lines),     cmocka_unit_test(single_article),
        cmocka_unit_test(dump_of_three),   cmocka_unit_test(split_by_the_user),
        cmocka_unit_test(what_is_no_text),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
