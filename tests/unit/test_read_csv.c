// SPDX-License-Identifier: MIT
// Tables of articles: which columns are found, and what row gives what document.
#include "read_file.h"

static void rows(void **state) {
    (void)state;
    documents read;
    make("a.csv",
         XC_SLICE("\xEF\xBB\xBF\"Date published\",Headline,Url,\"Article text\",Other\r\n"
                  "2021-05-06,Fire,https://p.example/1,\"Six died.\r\n\r\nThe mayor, "
                  "\"\"moved\"\", spoke.\",x\r\n"
                  "\r\n"
                  ",,,,\r\n"
                  "\"May 7, 2021 10:00\",Flood,https://p.example/2,Nine died.\r\n"
                  "2021-05-08,No text,https://p.example/3,,\r\n"
                  "2021-05-09,Short row\r\n"
                  "2021-05-10,Last,,Ten died.,x"));
    xc_outlets *outlets = NULL;
    assert_int_equal(xc_outlets_load(XC_SOURCE_DIR "/claims", &outlets, NULL), XC_OK);
    read_file("a.csv", &(xc_read_options){.outlets = outlets}, &read);
    assert_int_equal(read.count, 3);
    assert_int_equal(read.broken, 2);
    assert_int_equal(read.error.line, 8);
    assert_slice(read.items[0].label, "a.csv#1");
    assert_slice(read.items[0].title, "Fire");
    assert_slice(read.items[0].text, "Six died.\r\n\r\nThe mayor, \"moved\", spoke.");
    assert_slice(read.items[0].url, "https://p.example/1");
    assert_slice(read.items[0].published, "2021-05-06");
    assert_slice(read.items[0].format, "csv");
    assert_slice(read.items[1].label, "a.csv#2");
    assert_slice(read.items[1].published, "2021-05-07T10:00");
    assert_slice(read.items[2].label, "a.csv#5");
    assert_slice(read.items[2].text, "Ten died.");
    forget(&read);
    xc_outlets_free(outlets);
}

static void headers(void **state) {
    (void)state;
    static const struct {
        const char *name, *content, *text, *source, *published;
    } cases[] = {
        // As exports of crawlers and collections of news name their columns.
        {"a.csv",
         "id,title,publication,author,date,year,url,content\n1,T,The "
         "Post,A,2016-12-31,2016,,W\n",
         "W", "The Post", "2016-12-31"},
        {"b.csv",
         ",date,author,title,article,url,section,publication\n0,2020-02-03 "
         "10:11:12,A,T,W,https://q.example/a,S,Q\n",
         "W", "Q", "2020-02-03T10:11:12"},
        {"c.csv",
         "authors;date_publish;maintext;source_domain;title\nA;2020-02-03;\"W; "
         "w\";q.example;T\n",
         "W; w", "q.example", "2020-02-03"},
        {"d.tsv", "title\tbody\tpubDate\tsource\nT\tW\tMon, 03 Feb 2020 10:11:12 +0100\tQ\n",
         "W", "Q", "2020-02-03T10:11:12+01:00"},
        {"e.csv",
         "description,html\nshort,<p>The mayor said that 30 houses burned down on "
         "Sunday.</p>\n",
         "The mayor said that 30 houses burned down on Sunday.", "", ""},
        {"f.csv", "title,description\nT,Six died in a fire.\n", "Six died in a fire.", "", ""},
        {"g.csv", "TITLE,TEXT,DATE\rT,W,20200203101112\r", "W", "", "2020-02-03"},
        {"table", "headline,text\nT,W\n", "W", "", ""},
        {"h.csv", "text,source\nW,https://q.example/2020/a\n", "W", "q.example", ""},
        {"i.csv", "url,text\n,\"W\n\n\n\"", "W\n\n\n", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make(cases[i].name, xc_slice_of(cases[i].content));
        read_file(cases[i].name, NULL, &read);
        if (read.count != 1) {
            fail_msg("%s: %zu read, %s", cases[i].name, read.count, read.error.message);
        }
        assert_slice(read.items[0].label, cases[i].name);
        assert_slice(read.items[0].text, cases[i].text);
        assert_slice(read.items[0].source, cases[i].source);
        assert_slice(read.items[0].published, cases[i].published);
        assert_slice(read.items[0].format, "csv");
        forget(&read);
    }
}

static void columns_are_mapped(void **state) {
    (void)state;
    documents read;
    xc_read_options options = {.map = "text=Wortlaut,published=Tag,title=Zeile"};
    make("m.csv", XC_SLICE("Zeile;Wortlaut;Tag;text\nT;W;03.02.2020;x\n"));
    read_file("m.csv", &options, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].text, "W");
    assert_slice(read.items[0].title, "T");
    assert_slice(read.items[0].published, "2020-02-03");
    forget(&read);
    options.map = "text=Absent";
    read_file("m.csv", &options, &read);
    assert_int_equal(read.opened, XC_SKIPPED);
    assert_non_null(strstr(read.error.message, "--map text=COLUMN"));
    forget(&read);
}

static void charsets(void **state) {
    (void)state;
    static const char utf16[] = "\xFF\xFEt\0i\0t\0l\0e\0,\0t\0e\0x\0t\0\n\0M\0\xFC\0,\0W\0\n\0";
    documents read;
    make("u.csv", (xc_slice){utf16, sizeof utf16 - 1});
    read_file("u.csv", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "u.csv");
    assert_slice(read.items[0].title, "M\xC3\xBC");
    forget(&read);
    // The whole file tells the charset that the short cell alone does not.
    make("l.csv", XC_SLICE("title,text\nM\xFCller,Die Stra\xDF"
                           "e f\xFChrte \xFC"
                           "ber eine gro\xDF"
                           "e Br\xFC"
                           "cke, und niemand h\xF6rte davon.\n"));
    read_file("l.csv", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].title, "M\xC3\xBCller");
    forget(&read);
}

static void no_table_of_articles(void **state) {
    (void)state;
    static const char *const cases[] = {
        "year,killed\n2020,5\n",
        "a\n",
        "one line without an end",
        "\"title,text\nA,B\n",
        ",,,\n,,,\n",
        "title,url,seendate,domain\nT,https://q.example/a,20200203T000000Z,q.example\n",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("n.csv", xc_slice_of(cases[i]));
        read_file("n.csv", NULL, &read);
        assert_int_equal(read.opened, XC_SKIPPED);
        assert_int_equal(read.count, 0);
        forget(&read);
    }
    documents read;
    make("open.csv", XC_SLICE("title,text\nA,B\nC,\"D\nE,F\n"));
    read_file("open.csv", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_int_equal(read.broken, 1);
    assert_non_null(strstr(read.error.message, "quote"));
    assert_int_equal(read.error.line, 3);
    forget(&read);
    // A sentence with commas is no header.
    make("essay.txt", XC_SLICE("The title, the text, and the date were lost in the fire of the "
                               "town hall archive.\n"));
    read_file("essay.txt", NULL, &read);
    assert_slice(read.items[0].format, "text");
    forget(&read);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows),
        cmocka_unit_test(headers),
        cmocka_unit_test(columns_are_mapped),
        cmocka_unit_test(charsets),
        cmocka_unit_test(no_table_of_articles),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
