// SPDX-License-Identifier: MIT
// Layouts in which pages, feeds and crawls hold an article: a row each, what must be read of it
// and what must not.
#include "read_file.h"

#include "read/outlet/outlets.h"

typedef struct layout {
    const char *what, *name, *content;
    const char *has[4], *lacks[4];
    const char *published, *wire;
} layout;

#define HEAD "<html lang=\"en\"><head><title>Flood in the valley</title></head><body>"
#define LEAD                                                                                   \
    "<p>The flood of Monday night has killed people in all districts of the valley, the "      \
    "governor said in the morning.</p>"
#define BODY                                                                                   \
    LEAD "<p>Boats went out before dawn to look for those who had climbed on roofs, and the "  \
         "schools of the valley stay shut until the water is gone.</p>"
#define LINES(open, close)                                                                     \
    open "Upper Marsh: 3 killed, 10 hurt" close open                                           \
         "Lower Marsh: 4 killed, 9 hurt" close open "Mill Ford: 5 killed, 8 hurt" close open   \
         "Stone Bridge: 6 killed, 7 hurt" close open "Hay Green: 7 killed, 6 hurt" close open  \
         "Long Barrow: 8 killed, 5 hurt" close

static const layout lists[] = {
    {"one paragraph, then a list in a box of its own", "l.html",
     HEAD "<main><div><h1>Flood in the valley</h1>" LEAD
          "</div><div><ul>" LINES("<li>", "</li>") "</ul></div></main>",
     .has = {"The flood of Monday", "Upper Marsh: 3 killed", "Long Barrow: 8 killed"}},
    {"a paragraph and a list of terms", "l.html",
     HEAD "<article><h1>Flood in the valley</h1>" LEAD
          "<dl>" LINES("<dt>", "</dt>") "</dl>"
                                        "</article>",
     .has = {"The flood of Monday", "Upper Marsh: 3 killed", "Long Barrow: 8 killed"}},
    {"lines that are boxes", "l.html",
     HEAD "<article><h1>Flood in the valley</h1>" LEAD
          "<section>" LINES("<div>", "</div>") "</section></article>",
     .has = {"The flood of Monday", "Upper Marsh: 3 killed", "Long Barrow: 8 killed"}},
    {"a list under a long heading", "l.html",
     HEAD "<div id=c><h1>Flood in the valley</h1>" LEAD "<h2>How many were killed and hurt in "
          "which place of the valley until noon</h2><ol>" LINES("<li>", "</li>") "</ol></div>",
     .has = {"The flood of Monday", "Upper Marsh: 3 killed", "Long Barrow: 8 killed"}},
    {"a page that is a list and nothing else", "l.html",
     HEAD "<nav><a href=/>Home</a></nav><div><h1>Flood</h1><ul>" LINES(
         "<li>", "</li>") "</ul></div><footer><p>Contact us</p></footer>",
     .has = {"Upper Marsh: 3 killed", "Long Barrow: 8 killed"}, .lacks = {"Home", "Contact"}},
    {"a page that is boxes with figures", "l.html",
     HEAD "<div class=content><h1>Flood</h1><div>" LINES("<p>", "</p>") "</div></div>",
     .has = {"Upper Marsh: 3 killed", "Long Barrow: 8 killed"}},
};

static const layout pages[] = {
    {"what stands in an element's shadow", "s.html",
     HEAD
     "<news-story><template shadowrootmode=\"open\"><article><h1>Flood in the valley</h1>" BODY
     "</article></template></news-story><template><p>Nobody sees these words, whatever "
     "they are about, until a script makes use of them.</p></template>",
     .has = {"The flood of Monday", "Boats went out"}, .lacks = {"Nobody sees"}},
    {"the older mark of a shadow", "s.html",
     HEAD "<news-story><template shadowroot=open><article>" BODY "</article></template>",
     .has = {"The flood of Monday", "Boats went out"}},
    {"an offer to subscribe within the article", "o.html",
     HEAD "<article><h1>Flood in the valley</h1>" BODY
          "<p>Get unlimited access to all our stories for £1 a week.</p><p>Already a "
          "subscriber? Log "
          "in to continue reading.</p><p>Subscribe today and cancel anytime.</p></article>",
     .has = {"The flood of Monday", "Boats went out"},
     .lacks = {"unlimited access", "Already a", "cancel anytime"}},
    {"what is said of subscriptions is no offer", "o.html",
     HEAD "<article><h1>Flood in the valley</h1>" BODY
          "<p>Subscriptions to the valley's paper rose to 1,200 in the week after, it said.</p>"
          "</article>",
     .has = {"rose to 1,200"}},
};

#define TABLE(rows)                                                                            \
    HEAD "<article><h1>Flood in the valley</h1>" LEAD "<table>" rows "</table></article>"

static const layout tables[] = {
    {"headers say what is counted", "t.html",
     TABLE("<tr><th>District</th><th>Killed</th><th>Injured</th></tr><tr><td>Upper Marsh</td>"
           "<td>63</td><td>5</td></tr><tr><td>Mill Ford</td><td>1,204</td><td>-</td></tr>"),
     .has = {"The flood of Monday", "Upper Marsh: 63 killed, 5 injured.",
             "Mill Ford: 1,204 killed."}},
    {"headers that are cells, with a date", "t.html",
     TABLE("<tr><td><b>Place</b></td><td>Number of people killed</td><td>Day</td></tr><tr><td>"
           "Upper Marsh</td><td>63</td><td>12 May 2021</td></tr>"),
     .has = {"Upper Marsh, 12 May 2021: 63 people killed."}},
    {"the caption says it", "t.html",
     TABLE("<caption>Deaths by district</caption><tr><th>District</th><th>Number</th></tr><tr>"
           "<td>Upper Marsh</td><td>63</td></tr>"),
     .has = {"Upper Marsh: 63 deaths."}},
    {"two rows of headers", "t.html",
     TABLE("<tr><th rowspan=2>District</th><th colspan=2>Casualties</th></tr><tr><th>Killed"
           "</th><th>Wounded</th></tr><tr><td>Upper Marsh</td><td>63</td><td>5</td></tr>"),
     .has = {"Upper Marsh: 63 killed, 5 wounded."}},
    {"what is counted stands before the figure", "t.html",
     TABLE("<tr><th>Killed</th><td>63</td></tr><tr><th>Missing</th><td>5</td></tr>"),
     .has = {"Killed: 63.", "Missing: 5."}},
    {"a column a place", "t.html",
     TABLE("<tr><th></th><th>Upper Marsh</th><th>Mill Ford</th></tr><tr><th>Killed</th><td>63"
           "</td><td>5</td></tr>"),
     .has = {"Upper Marsh: 63 killed; Mill Ford: 5 killed."}},
    {"a cell of two rows", "t.html",
     TABLE("<tr><th>Province</th><th>District</th><th>Dead</th></tr><tr><td rowspan=2>North"
           "</td><td>Upper Marsh</td><td>63</td></tr><tr><td>Mill Ford</td><td>4</td></tr>"),
     .has = {"North, Upper Marsh: 63 dead.", "North, Mill Ford: 4 dead."}},
    {"years, and letters of soldiers", "t.html",
     TABLE("<tr><th>Year</th><th>KIA</th><th>WIA</th></tr><tr><td>2019</td><td>63</td><td>100"
           "</td></tr>"),
     .has = {"Year 2019: 63 KIA, 100 WIA."}},
    {"figures of sports stay as they are", "t.html",
     TABLE("<tr><th>Team</th><th>Played</th><th>Won</th></tr><tr><td>Marsh FC</td><td>12</td>"
           "<td>9</td></tr>"),
     .has = {"Marsh FC | 12 | 9"}},
    {"a figure over what it counts", "t.html",
     HEAD "<article><h1>Flood in the valley</h1>" LEAD "<div><div><div>63</div><div>hurt</div>"
          "</div><div><div>105</div><div>people missing</div></div></div></article>",
     .has = {"63 hurt", "105 people missing"}},
    {"what is counted over the figure", "t.html",
     HEAD "<article><h1>Flood in the valley</h1>" LEAD "<div><div><p>Killed</p><p>63</p></div>"
          "<div><p>Missing</p><p>5</p></div></div></article>",
     .has = {"Killed: 63", "Missing: 5"}},
    {"spans without end", "t.html",
     TABLE(
         "<tr><th colspan=99999999999>District</th><th rowspan=-1>Killed</th></tr><tr><td>Upper"
         "</td><td>63</td></tr>"),
     .has = {"The flood of Monday"}},
};

#define DATED(line) HEAD "<article><h1>Flood in the valley</h1>" line BODY "</article>"

static const layout dates[] = {
    {"changed, then first published", "d.html",
     DATED("<p class=dates>Updated 25 May 2021, 10:00 | First published 17 May 2021</p>"),
     .published = "2021-05-17"},
    {"first published, then changed", "d.html",
     DATED("<p>Published 17 May 2021, 14:30. Last updated 25 May 2021</p>"),
     .published = "2021-05-17T14:30"},
    {"each in an element of its own", "d.html",
     DATED("<p>Updated <time datetime=\"2021-05-25\">25 May</time> | Published <time "
           "datetime=\"2021-05-17\">17 May</time></p>"),
     .published = "2021-05-17"},
    {"named as a date, and a change", "d.html",
     DATED("<div class=date>Updated: 25 May 2021</div><div>Published: 17 May 2021</div>"),
     .published = "2021-05-17"},
    {"a change alone", "d.html", DATED("<p class=date>Updated 25 May 2021</p>"),
     .published = "2021-05-25"},
    {"three tell a day, the address that of the printed issue", "d.html",
     "<html lang=en><head><link rel=canonical href=\"https://post.example/2021/05/27/flood\">"
     "<meta property=\"article:published_time\" content=\"2021-05-17T08:00:00Z\"><script "
     "type=\"application/"
     "ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-05-17T08:"
     "00:00Z\"}</script></head><body><article><h1>Flood</h1><p>By Ana Quill on 5/17/21 at 8:00 "
     "AM</p>" BODY "</article>",
     .published = "2021-05-17T08:00:00Z"},
    {"one tells another day than the address", "d.html",
     "<html lang=en><head><link rel=canonical href=\"https://post.example/2021/05/27/flood\">"
     "<meta property=\"article:published_time\" content=\"2021-05-17T08:00:00Z\"></head><body>"
     "<article><h1>Flood</h1>" BODY "</article>",
     .published = "2021-05-27"},
};

#define SAID "The flood of Monday killed 27 people in the valley, the governor said.\n"

static const layout wires[] = {
    {"a byline", "w.txt", "Flood\n\nBy Reuters\n\n" SAID, .wire = "Reuters"},
    {"a byline of two", "w.txt", "Flood\n\nBy Ana Quill, Associated Press\n\n" SAID,
     .wire = "Associated Press"},
    {"a sign and a year", "w.txt", "Flood\n\n" SAID "\n\xC2\xA9 2021 AFP\n", .wire = "AFP"},
    {"a sentence of rights", "w.txt",
     "Flood\n\n" SAID "\nCopyright 2021 The Associated Press. All rights reserved.\n",
     .wire = "Associated Press"},
    {"in brackets, and a line below", "w.txt",
     "Flood\n\n" SAID "\n(c) Kyodo News\n\nPrinted from the valley's paper\n", .wire = "Kyodo"},
    {"nobody's", "w.txt", "Flood\n\nBy Ana Quill\n\n" SAID "\n\xC2\xA9 2021 The Valley Post\n",
     .wire = ""},
};

#define ITEM(title, words)                                                                     \
    "<rss version=\"2.0\"><channel><title>Valley Post</title><item><title>" title              \
    "</title>" words "</item></channel></rss>"

static const layout feeds[] = {
    {"an escaped section", "f.xml",
     ITEM("Flood", "<description>&lt;![CDATA[&lt;p&gt;Nine people died.&lt;/p&gt;]]&gt;"
                   "</description>"),
     .has = {"Nine people died."}, .lacks = {"CDATA", "]]"}},
    {"one in a section", "f.xml",
     ITEM("Flood", "<description><![CDATA[<![CDATA[<p>Nine people died.</p>]]]]><![CDATA[>]]>"
                   "</description>"),
     .has = {"Nine people died."}, .lacks = {"CDATA", "]]"}},
    {"of plain words", "f.xml",
     ITEM("Flood", "<description>&lt;![CDATA[Nine people died.]]&gt;</description>"),
     .has = {"Nine people died."}, .lacks = {"CDATA", "]]"}},
    {"not closed", "f.xml",
     ITEM("Flood", "<description>&lt;![CDATA[Nine people died.</description>"),
     .has = {"Nine people died."}, .lacks = {"CDATA"}},
    {"two of them", "f.xml",
     ITEM("Flood", "<description>&lt;![CDATA[&lt;p&gt;Nine people died.&lt;/p&gt;]]&gt; "
                   "&lt;![CDATA[&lt;p&gt;Two are missed.&lt;/p&gt;]]&gt;</description>"),
     .has = {"Nine people died.", "Two are missed."}, .lacks = {"CDATA", "]]"}},
    {"of a date", "f.xml",
     ITEM("Flood", "<pubDate>&lt;![CDATA[Mon, 17 May 2021 08:00:00 GMT]]&gt;</pubDate>"
                   "<description>Nine people died.</description>"),
     .published = "2021-05-17T08:00:00Z"},
};

#define ANSWER                                                                                 \
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><title>Flood</title><article><p>" \
    "Nine people died in the flood, the governor said on Monday.</p></article></html>"
#define LENGTH "162"

static const layout crawls[] = {
    {"version 1", "c.arc",
     "filedesc://c.arc 0.0.0.0 20210517080000 text/plain 66\n1 0 Post\nURL IP-address "
     "Archive-date Content-type Archive-length\n\nhttp://post.example/a 127.0.0.1 "
     "20210517080000 text/html " LENGTH "\n" ANSWER "\n",
     .has = {"Nine people died"}, .lacks = {"HTTP", "filedesc", "<p>"}},
    {"a wrong length of the first record", "c.arc",
     "filedesc://c.arc 0.0.0.0 20210517080000 text/plain 99\n1 0 Post\nURL IP-address "
     "Archive-date Content-type Archive-length\n\nhttp://post.example/a 127.0.0.1 "
     "20210517080000 text/html " LENGTH "\n" ANSWER "\n",
     .has = {"Nine people died"}, .lacks = {"HTTP", "filedesc", "<p>"}},
    {"version 2", "c.arc",
     "filedesc://c.arc 0.0.0.0 20210517080000 text/plain 200 - - 0 c.arc 120\n2 0 Post\nURL "
     "IP-address Archive-date Content-type Result-code Checksum Location Offset Filename "
     "Archive-length\n\nhttp://post.example/a 127.0.0.1 20210517080000 text/html 200 - - 190 "
     "c.arc " LENGTH "\n" ANSWER "\n",
     .has = {"Nine people died"}, .lacks = {"HTTP", "filedesc", "<p>"}},
    {"an address with a space, and a name looked up", "c.arc",
     "filedesc://c.arc 0.0.0.0 20210517080000 text/plain 66\n1 0 Post\nURL IP-address "
     "Archive-date Content-type Archive-length\n\ndns:post.example 127.0.0.1 20210517080000 "
     "text/dns 9\n127.0.0.1\nhttp://post.example/a b 127.0.0.1 20210517080000 text/html " LENGTH
     "\n" ANSWER "\n",
     .has = {"Nine people died"}, .lacks = {"HTTP", "dns", "<p>"}},
    {"what the crawler tells of itself in XML", "c.arc",
     "filedesc://c.arc 0.0.0.0 20210517080000 text/plain 80\n1 1 Post\nURL IP-address "
     "Archive-date Content-type Archive-length\n<arcmetadata/>\nhttp://post.example/a "
     "127.0.0.1 20210517080000 text/html " LENGTH "\n" ANSWER "\n",
     .has = {"Nine people died"}, .lacks = {"HTTP", "arcmetadata", "<p>"}},
};

static bool holds(xc_slice text, const char *words) {
    return xc_slice_find(text, xc_slice_of(words)) != SIZE_MAX;
}

static void check(const xc_outlets *outlets, const layout *row) {
    documents read;
    make(row->name, xc_slice_of(row->content));
    read_file(row->name, &(xc_read_options){.outlets = outlets}, &read);
    if (read.count != 1 || read.broken) {
        fail_msg("%s: %zu documents, %zu broken: %s", row->what, read.count, read.broken,
                 read.error.message);
    }
    const xc_document *document = &read.items[0];
    for (size_t i = 0; i < sizeof row->has / sizeof *row->has; i++) {
        if (row->has[i] && !holds(document->text, row->has[i])) {
            fail_msg("%s lacks \"%s\": %.*s", row->what, row->has[i], XC_PRINT(document->text));
        }
        if (row->lacks[i] && holds(document->text, row->lacks[i])) {
            fail_msg("%s has \"%s\": %.*s", row->what, row->lacks[i], XC_PRINT(document->text));
        }
    }
    if (row->published && !xc_slice_is(document->published, row->published)) {
        fail_msg("%s: published %.*s", row->what, XC_PRINT(document->published));
    }
    if (row->wire && !xc_slice_is(document->wire, row->wire)) {
        fail_msg("%s: wire %.*s", row->what, XC_PRINT(document->wire));
    }
    forget(&read);
}

#define TEST_OF(table)                                                                         \
    static void table##_are_read(void **state) {                                               \
        for (size_t i = 0; i < sizeof(table) / sizeof *(table); i++) {                         \
            check(*state, &(table)[i]);                                                        \
        }                                                                                      \
    }
TEST_OF(lists)
TEST_OF(pages)
TEST_OF(tables)
TEST_OF(dates)
TEST_OF(wires)
TEST_OF(feeds)
TEST_OF(crawls)

// Nested deeper than the tree can be, and than an honest page is: every word is kept, a line of
// its own where the page has one.
static void endless_nesting_is_read(void **state) {
    static const size_t depths[] = {300, 3000, 30000};
    for (size_t i = 0; i < sizeof depths / sizeof *depths; i++) {
        documents read;
        xc_buffer page = {0};
        xc_buffer_text(&page, HEAD "<h1>Flood</h1>" LEAD);
        for (size_t k = 0; k < depths[i]; k++) {
            xc_buffer_text(&page, "<div>");
        }
        xc_buffer_text(&page, "<script>var hidden = '99';</script><p>Nine people died in the "
                              "lower valley, doctors said.</p><p>Two are missed in the upper "
                              "valley, doctors said.</p>");
        make("deep.html", xc_buffer_slice(&page));
        read_file("deep.html", &(xc_read_options){.outlets = *state}, &read);
        assert_int_equal(read.count, 1);
        assert_true(holds(read.items[0].text, "The flood of Monday"));
        if (!holds(read.items[0].text, "doctors said.\n\nTwo are missed")) {
            fail_msg("%zu deep: %.*s", depths[i], XC_PRINT(read.items[0].text));
        }
        assert_false(holds(read.items[0].text, "hidden"));
        forget(&read);
        xc_buffer_release(&page);
    }
}

// A page that shows much and gives next to nothing says so; an article among links does not.
static void doubtful_pages_are_told(void **state) {
    static const struct {
        const char *line;
        size_t times;
        bool doubtful;
    } cases[] = {
        {"<div><span>one of many short</span> <i>labels</i></div>", 400, true},
        {"<div><span>one of many short</span> <i>labels</i></div>", 40, false},
        {"<div><a href=/x>one of many short labels, a link</a></div>", 900, false},
        {BODY, 40, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        xc_buffer page = {0};
        xc_buffer_text(&page, HEAD "<article><h1>Flood</h1>" BODY "</article><div>");
        for (size_t k = 0; k < cases[i].times; k++) {
            xc_buffer_text(&page, cases[i].line);
        }
        make("page.html", xc_buffer_slice(&page));
        read_file("page.html", &(xc_read_options){.outlets = *state}, &read);
        assert_int_equal(read.count, 1);
        if ((read.items[0].unread > 0) != cases[i].doubtful) {
            fail_msg("case %zu: %zu", i, read.items[0].unread);
        }
        forget(&read);
        xc_buffer_release(&page);
    }
}

static int set_up(void **state) {
    static xc_outlets *outlets;
    if (make_folder(state) != 0 ||
        xc_outlets_load(XC_SOURCE_DIR "/claims", &outlets, NULL) != XC_OK) {
        return -1;
    }
    *state = outlets;
    return 0;
}

static int tear_down(void **state) {
    xc_outlets_free(*state);
    return remove_folder(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_read),          cmocka_unit_test(tables_are_read),
        cmocka_unit_test(pages_are_read),          cmocka_unit_test(dates_are_read),
        cmocka_unit_test(wires_are_read),          cmocka_unit_test(feeds_are_read),
        cmocka_unit_test(crawls_are_read),         cmocka_unit_test(endless_nesting_is_read),
        cmocka_unit_test(doubtful_pages_are_told),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
