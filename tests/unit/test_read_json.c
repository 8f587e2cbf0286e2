// SPDX-License-Identifier: MIT
// Articles as JSON Lines, a JSON list, a JSON object.
#include "read_file.h"

static void lines(void **state) {
    (void)state;
    documents read;
    make("a.jsonl",
         XC_SLICE("{\"text\":\"Six died.\",\"title\":\"Fire\",\"source\":\"The Post\","
                  "\"published\":\"2021-05-06\",\"url\":\"https://p.example/1\"}\n"
                  "\n"
                  "{\"maintext\":\"Nine died.\",\"date_publish\":\"2021-05-07 10:00:00\","
                  "\"source_domain\":\"q.example\",\"authors\":[\"Ana Quill\",\"Bo Reed\"],"
                  "\"document\":\"mine/2\",\"text\":\"\"}\n"
                  "{\"text\": broken}\n"
                  "[1]\n"
                  "{\"title\":\"no text\"}\n"
                  "{\"measure\":\"killed\",\"evidence\":\"Six died.\",\"text\":\"x\"}\n"
                  "{\"content\":[\"One.\",\"Two.\"],\"publisher\":{\"name\":\"R\"},"
                  "\"date\":1620381600}"));
    read_file("a.jsonl", NULL, &read);
    assert_int_equal(read.count, 3);
    assert_int_equal(read.broken, 4);
    assert_int_equal(read.error.line, 4);
    assert_slice(read.items[0].label, "a.jsonl#1");
    assert_slice(read.items[0].text, "Six died.");
    assert_slice(read.items[0].title, "Fire");
    assert_slice(read.items[0].published, "2021-05-06");
    assert_slice(read.items[0].format, "jsonl");
    assert_slice(read.items[1].label, "mine/2");
    assert_slice(read.items[1].author, "Ana Quill, Bo Reed");
    assert_slice(read.items[1].published, "2021-05-07T10:00:00");
    assert_slice(read.items[2].label, "a.jsonl#7");
    assert_slice(read.items[2].text, "One.\n\nTwo.");
    assert_slice(read.items[2].source, "R");
    assert_slice(read.items[2].published, "2021-05-07T10:00:00Z");
    forget(&read);
}

static void one_line_is_single(void **state) {
    (void)state;
    documents read;
    make("one.jsonl", XC_SLICE("{\"text\":\"A\\u0000b \\ud800\"}\n\n"));
    read_file("one.jsonl", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "one.jsonl");
    assert_slice(read.items[0].text, "A\xEF\xBF\xBD"
                                     "b \xEF\xBF\xBD");
    forget(&read);
}

static void whole_files(void **state) {
    (void)state;
    static const struct {
        const char *content;
        size_t count;
        const char *label, *text;
    } cases[] = {
        {"[{\"text\":\"A\"},\n{\"text\":\"B\"}]", 2, "w.json#1", "A"},
        {"{\n \"headline\": \"H\",\n \"body\": \"B\"\n}\n", 1, "w.json", "B"},
        {"{\n\"total\": 2, \"articles\": [{\"content\": \"C\"}]}", 1, "w.json", "C"},
        {"\xEF\xBB\xBF[{\"text\":\"A\"}]", 1, "w.json", "A"},
        {"\xEF\xBB\xBF{\"text\":\"A\"}\n{\"text\":\"B\"}\n", 2, "w.json#1", "A"},
        {"\n\n{\"text\":\"A\"}\n", 1, "w.json", "A"},
        {"{\"content\":\"<p>The mayor said that 30 houses burned down on Sunday.</p>\"}", 1,
         "w.json", "The mayor said that 30 houses burned down on Sunday."},
        {"{\"html\":\"<p>The mayor said that 30 houses burned down on Sunday.</p>\"}", 1,
         "w.json", "The mayor said that 30 houses burned down on Sunday."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("w.json", xc_slice_of(cases[i].content));
        read_file("w.json", NULL, &read);
        if (read.count != cases[i].count) {
            fail_msg("case %zu: %zu read, %s", i, read.count, read.error.message);
        }
        assert_slice(read.items[0].label, cases[i].label);
        assert_slice(read.items[0].text, cases[i].text);
        forget(&read);
    }
}

// As crawlers, extractors and news interfaces write them.
static void names_of_others(void **state) {
    (void)state;
    static const struct {
        const char *content, *text, *title, *published, *source, *url;
    } cases[] = {
        {"{\"maintext\":\"W\",\"title\":\"T\",\"title_page\":null,\"description\":\"D\","
         "\"date_download\":\"2021-01-01\",\"date_publish\":\"2020-02-03 10:11:12\","
         "\"source_domain\":\"q.example\",\"url\":\"https://q.example/a\"}",
         "W", "T", "2020-02-03T10:11:12", "q.example", "https://q.example/a"},
        {"{\"raw_text\":\"R\",\"text\":\"W\",\"title\":\"T\",\"date\":\"2020-02-03\","
         "\"source\":\"https://q.example/a\",\"source-hostname\":\"Q\",\"excerpt\":\"E\"}",
         "W", "T", "2020-02-03", "q.example", "https://q.example/a"},
        {"{\"source_url\":\"https://q.example\",\"url\":\"https://q.example/a\","
         "\"title\":\"T\",\"text\":\"W\",\"publish_date\":1580724672}",
         "W", "T", "2020-02-03T10:11:12Z", "q.example", "https://q.example/a"},
        {"{\"status\":\"ok\",\"articles\":[{\"source\":{\"id\":null,\"name\":\"Q\"},"
         "\"title\":\"T\",\"description\":\"D\",\"url\":\"https://q.example/a\","
         "\"publishedAt\":\"2020-02-03T10:11:12Z\",\"content\":\"W\"}]}",
         "W", "T", "2020-02-03T10:11:12Z", "Q", "https://q.example/a"},
        {"{\"response\":{\"status\":\"ok\",\"results\":[{\"webTitle\":\"T\","
         "\"webPublicationDate\":\"2020-02-03T10:11:12Z\",\"webUrl\":\"https://q.example/a\","
         "\"fields\":{\"bodyText\":\"W\"}}]}}",
         "W", "T", "2020-02-03T10:11:12Z", "q.example", "https://q.example/a"},
        {"{\"_id\":\"7\",\"_source\":{\"headline\":{\"main\":\"T\"},\"body\":\"W\","
         "\"pub_date\":\"2020-02-03T10:11:12+0000\",\"publication\":\"Q\","
         "\"web_url\":\"https://q.example/a\"}}",
         "W", "T", "2020-02-03T10:11:12+00:00", "Q", "https://q.example/a"},
        {"{\"article\":{\"title\":\"T\",\"text\":\"W\",\"date\":\"3 February 2020\"},"
         "\"link\":\"https://q.example/a\",\"newspaper\":\"Q\"}",
         "W", "T", "2020-02-03", "Q", "https://q.example/a"},
        {"{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Q\","
         "\"description\":\"D\",\"items\":[{\"title\":\"T\",\"content_html\":\"<p>One.</p>"
         "<p>Two.</p>\",\"url\":\"https://q.example/a\",\"date_published\":"
         "\"2020-02-03T10:11:12Z\"}]}",
         "One.\n\nTwo.", "T", "2020-02-03T10:11:12Z", "q.example", "https://q.example/a"},
        {"{\"title\":\"T\",\"summary\":\"S\",\"date\":\"2020-02\"}", "S", "T", "2020-02", "",
         ""},
        {"{\"Article Body\":[\"One.\",\"Two.\"],\"headline\":\"T\"}", "One.\n\nTwo.", "T", "",
         "", ""},
    };
    xc_outlets *outlets = NULL;
    assert_int_equal(xc_outlets_load(XC_SOURCE_DIR "/claims", &outlets, NULL), XC_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("n.json", xc_slice_of(cases[i].content));
        read_file("n.json", &(xc_read_options){.outlets = outlets}, &read);
        if (read.count != 1) {
            fail_msg("case %zu: %zu read, %s", i, read.count, read.error.message);
        }
        assert_slice(read.items[0].text, cases[i].text);
        assert_slice(read.items[0].title, cases[i].title);
        assert_slice(read.items[0].published, cases[i].published);
        assert_slice(read.items[0].source, cases[i].source);
        assert_slice(read.items[0].url, cases[i].url);
        forget(&read);
    }
    xc_outlets_free(outlets);
}

static void a_record_may_name_its_archived_copy(void **state) {
    (void)state;
    static const struct {
        const char *content, *archived;
    } cases[] = {
        {"{\"text\":\"W\",\"title\":\"T\",\"archive_url\":\"https://archive.example/1\"}",
         "https://archive.example/1"},
        {"{\"text\":\"W\",\"title\":\"T\",\"url\":\"https://web.archive.org/web/2020/"
         "https://q.example/a\"}",
         "https://web.archive.org/web/2020/https://q.example/a"},
        {"{\"text\":\"W\",\"title\":\"T\",\"url\":\"https://q.example/a\",\"archive\":\"box "
         "7\"}",
         ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("n.json", xc_slice_of(cases[i].content));
        read_file("n.json", &(xc_read_options){0}, &read);
        assert_int_equal(read.count, 1);
        assert_slice(read.items[0].archived, cases[i].archived);
        forget(&read);
    }
}

static void fields_are_mapped(void **state) {
    (void)state;
    documents read;
    xc_read_options options = {.map = "text=story.words, published=when,source=paper"};
    make("m.jsonl", XC_SLICE("{\"story\":{\"words\":\"W\"},\"text\":\"T\",\"when\":\"2020-01\","
                             "\"paper\":\"P\",\"source\":\"S\"}\n"));
    read_file("m.jsonl", &options, &read);
    assert_slice(read.items[0].text, "W");
    assert_slice(read.items[0].published, "2020-01");
    assert_slice(read.items[0].source, "P");
    forget(&read);
    options.map = "txt=body";
    read_file("m.jsonl", &options, &read);
    assert_int_equal(read.opened, XC_USAGE);
    forget(&read);
}

static void hostile_json(void **state) {
    (void)state;
    static const char *const cases[] = {
        "{\"text\":\"cut",
        "[{\"text\":\"A\"},",
        "{\"a\":1}{\"b\":2}",
        "{\"text\":\"\xFF\xFE\"}",
        "[[[[[[",
        "{\"\":\"\"}",
        "[]",
        "{}",
        "{\"text\":{\"name\":{\"name\":1}}}",
        "{\"text\":\"a\"}\n\xFF\xFF\n{",
        "{\"published\":[],\"text\":\"x\"}",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("h.json", xc_slice_of(cases[i]));
        read_file("h.json", NULL, &read);
        assert_true(read.count <= 1);
        forget(&read);
    }
    xc_buffer deep = {0};
    xc_buffer_text(&deep, "{\"text\":");
    for (int i = 0; i < 100000; i++) {
        xc_buffer_text(&deep, "[");
    }
    documents read;
    make("deep.json", xc_buffer_slice(&deep));
    read_file("deep.json", NULL, &read);
    assert_int_equal(read.count, 0);
    forget(&read);
    xc_buffer_release(&deep);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines),
        cmocka_unit_test(one_line_is_single),
        cmocka_unit_test(a_record_may_name_its_archived_copy),
        cmocka_unit_test(whole_files),
        cmocka_unit_test(fields_are_mapped),
        cmocka_unit_test(hostile_json),
        cmocka_unit_test(names_of_others),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
