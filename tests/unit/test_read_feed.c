// SPDX-License-Identifier: MIT
// Feeds: RSS 2.0, RSS 1.0, Atom.
#include "read_file.h"

#include "read/bytes/tag_length.h"
#include "read/format/feed_mend.h"

typedef struct expected {
    const char *title, *text, *url, *published, *author, *source;
} expected;

static void read_sample(const char *name, documents *out) {
    char path[512];
    (void)snprintf(path, sizeof path, "%s/tests/fuzz/seeds/feed/%s", XC_SOURCE_DIR, name);
    xc_buffer bytes = {0};
    assert_int_equal(xc_file_read(path, 1 << 20, &bytes, NULL), XC_OK);
    make(name, xc_buffer_slice(&bytes));
    xc_buffer_release(&bytes);
    xc_outlets *outlets = NULL;
    assert_int_equal(xc_outlets_load(XC_SOURCE_DIR "/claims", &outlets, NULL), XC_OK);
    read_file(name, &(xc_read_options){.outlets = outlets}, out);
    xc_outlets_free(outlets);
}

static void assert_document(const xc_document *document, const expected *wanted) {
    assert_slice(document->format, "feed");
    assert_slice(document->title, wanted->title);
    assert_slice(document->text, wanted->text);
    assert_slice(document->url, wanted->url);
    assert_slice(document->published, wanted->published);
    assert_slice(document->author, wanted->author);
    assert_slice(document->source, wanted->source);
}

static void rss(void **state) {
    (void)state;
    documents read;
    read_sample("rss.xml", &read);
    assert_int_equal(read.count, 3);
    assert_int_equal(read.broken, 1);
    assert_non_null(strstr(read.error.message, "item 3"));
    static const expected wanted[] = {
        {"Bridge falls & six die",
         "Six people died when the old bridge fell into the river, the mayor said.\n\n"
         "Nobody knows why, café owners said.",
         "https://www.post.example/2021/bridge", "2021-05-06T10:11:12+02:00", "Ana Quill",
         "The Post"},
        {"Flood", "Nine people died in the flood\xC2\xA0of Monday.",
         "https://other.example/flood", "2021-05-07", "Bo Reed", "other.example"},
        {"Taken over", "Ten people died in a fire, firemen said.", "", "", "", "Third Paper"},
    };
    for (size_t i = 0; i < 3; i++) {
        assert_document(&read.items[i], &wanted[i]);
    }
    assert_slice(read.items[0].language, "en");
    assert_slice(read.items[2].label, "rss.xml#4");
    forget(&read);
}

static void atom(void **state) {
    (void)state;
    documents read;
    read_sample("atom.xml", &read);
    assert_int_equal(read.count, 2);
    static const expected wanted[] = {
        {"Bridge falls", "Six people died when the bridge fell.\n\nTwo were children.",
         "https://harbour.example/1", "2021-05-06T10:11:12Z", "Ana Quill", "Harbour News"},
        {"Count < 10", "Fewer than 10 people died.", "https://harbour.example/2",
         "2021-05-07T10:11:12Z", "", "Harbour News"},
    };
    for (size_t i = 0; i < 2; i++) {
        assert_document(&read.items[i], &wanted[i]);
    }
    forget(&read);
}

static void rdf(void **state) {
    (void)state;
    documents read;
    read_sample("rdf.xml", &read);
    assert_int_equal(read.count, 1);
    static const expected wanted = {"Straße",
                                    "Six people died in the Müller tunnel.",
                                    "https://post.example/3",
                                    "2021-05-06T10:11:12+02:00",
                                    "",
                                    "The Post"};
    assert_document(&read.items[0], &wanted);
    assert_slice(read.items[0].label, "rdf.xml");
    forget(&read);
}

// Entities that a feed declares are not followed: not to files, not to the network, not to
// a text of any length.
static void entities(void **state) {
    (void)state;
    documents read;
    read_sample("hostile.xml", &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].text, "Six died.&c;&file;&net; The end.");
    forget(&read);
}

static void repeat(xc_buffer *out, const char *unit, size_t times) {
    for (size_t i = 0; i < times; i++) {
        xc_buffer_text(out, unit);
    }
}

// A parser takes the square of a tag's attributes: of a tag with too many the first ones stay,
// and so does all that stands around it.
static void endless_tags(void **state) {
    (void)state;
    static const struct {
        size_t attributes, kept;
        const char *before, *end;
    } rows[] = {
        {MOST_ATTRIBUTES, MOST_ATTRIBUTES, "<item", ">5 &lt; 6</item>"},
        {MOST_ATTRIBUTES + 1, MOST_ATTRIBUTES, "<item", ">5 &lt; 6</item>"},
        {80000, MOST_ATTRIBUTES, "<item", "/><b a=''>6</b>"},
        {80000, MOST_ATTRIBUTES, "<a b='>'/><item", ">6</item>"},
        {80000, 80000, "<![CDATA[<item", ">6]]>"},
    };
    xc_arena *arena = xc_arena_new();
    assert_non_null(arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_buffer text = {0};
        xc_buffer wanted = {0};
        xc_buffer_text(&text, rows[i].before);
        xc_buffer_text(&wanted, rows[i].before);
        repeat(&text, " a=\"1\"", rows[i].attributes);
        repeat(&wanted, " a=\"1\"", rows[i].kept);
        xc_buffer_text(&text, rows[i].end);
        xc_buffer_text(&wanted, rows[i].end);
        xc_slice out = {0};
        assert_int_equal(feed_mend(xc_buffer_slice(&text), arena, &out, NULL), XC_OK);
        if (!xc_slice_equal(out, xc_buffer_slice(&wanted))) {
            fail_msg("row %zu: %zu bytes, not %zu", i, out.len, wanted.len);
        }
        xc_buffer_release(&text);
        xc_buffer_release(&wanted);
    }
    xc_arena_free(arena);
}

static void broken_feeds(void **state) {
    (void)state;
    static const char *const cases[] = {
        "<rss>",
        "<rss><channel></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<rss><channel><item></item></channel></rss>",
        "<rss \xFF\xFF><channel><item>",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("b.xml", xc_slice_of(cases[i]));
        read_file("b.xml", NULL, &read);
        assert_int_equal(read.count, 0);
        assert_true(read.error.message[0]);
        forget(&read);
    }
    documents read;
    make("cut.xml", XC_SLICE("<rss><channel><title>P</title><item><title>T</title>"
                             "<content:encoded>Six died.</content:encoded>"));
    read_file("cut.xml", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].text, "Six died.");
    forget(&read);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rss),          cmocka_unit_test(atom),
        cmocka_unit_test(rdf),          cmocka_unit_test(entities),
        cmocka_unit_test(endless_tags), cmocka_unit_test(broken_feeds),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
