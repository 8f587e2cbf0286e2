// SPDX-License-Identifier: MIT
// Saved pages: body, headline, outlet, date, author.
#include "read_file.h"

static const char page[] =
    "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
    "<title>Ferry sinks off the cape | Harbour Times</title>"
    "<meta property=\"og:site_name\" content=\"Harbour Times\">"
    "<link rel=\"canonical\" href=\"https://harbour.example/2021/03/04/ferry\">"
    "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":["
    "{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ana Quill\"},"
    "{\"@type\":[\"NewsArticle\"],\"headline\":\"Ferry sinks\","
    "\"datePublished\":\"2021-03-04T08:15:00+01:00\",\"author\":{\"@id\":\"#p\"}}]}</script>"
    "<style>p{}</style></head><body>"
    "<nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/w\">Weather</a></li></ul></nav>"
    "<div class=\"cookie-banner\"><p>We use cookies to make this site work for you, and you "
    "can refuse all of them.</p></div>"
    "<main><h1>Ferry sinks off the cape</h1>"
    "<div class=\"storyText\"><p>At least 14 people drowned when a ferry sank off the cape "
    "on Thursday morning, the coast guard said.</p>"
    "<h2>Rescue</h2><p>Boats picked up <b>27</b>&nbsp;people<span style=\"display: none\">99"
    "</span> by noon, and the search went on in heavy seas.<br><br>Two of them died in "
    "hospital, doctors said later in the day.</p>"
    "<ul><li>14 drowned before help came to the place.</li><li>2 died later in the hospital "
    "of the town.</li></ul>"
    "<table><tr><th>Port</th><th>Missing</th></tr><tr><td>Ost</td><td>12</td></tr></table>"
    "<h3>Read more</h3><p><a href=\"/1\">Last year's storm killed 300</a></p></div></main>"
    "<div id=\"comments\"><p>I was there and I counted 500 people on that boat, believe me, "
    "whatever they tell you in the papers.</p></div>"
    "<footer><p>Copyright 2021 by the publisher of this paper, all rights reserved in all "
    "countries.</p></footer></body></html>";

// A page as its bytes are, what it declares, and the sentence that it must give.
static void charsets(void **state) {
    (void)state;
    static const char russian[] =
        "\xD0\x92 \xD0\x9E\xD1\x80\xD0\xB5\xD0\xB4\xD1\x83 \xD0\xBF\xD0\xBE"
        "\xD0\xB3\xD0\xB8\xD0\xB1\xD0\xBB\xD0\xB8 27.";
    static const char turkish[] = "\xC5\x9E\xC4\xB1rnak 27.";
    static const struct {
        const char *charset, *sentence, *text;
        size_t replaced;
    } cases[] = {
        {"windows-1251", "\xC2 \xCE\xF0\xE5\xE4\xF3 \xEF\xEE\xE3\xE8\xE1\xEB\xE8 27.", russian,
         0},
        {"koi8-r", "\xF7 \xEF\xD2\xC5\xC4\xD5 \xD0\xCF\xC7\xC9\xC2\xCC\xC9 27.", russian, 0},
        {"windows-1254", "\xDE\xFDrnak 27.", turkish, 0},
        {"iso-8859-9", "\xDE\xFDrnak 27.", turkish, 0},
        // declared wrongly, and a byte of no letter
        {"windows-1251", "\xC5\x9E\xC4\xB1rnak 27.", turkish, 0},
        {"utf-8", "\xC5\x9E\xC4\xB1rnak, \xC5\x9E\xC4\xB1rnak \xFF 27.",
         "\xC5\x9E\xC4\xB1rnak, \xC5\x9E\xC4\xB1rnak \xEF\xBF\xBD 27.", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        xc_buffer bytes = {0};
        xc_buffer_print(
            &bytes, "<html><head><meta charset=%s></head><body><article><p>%s</p></article>",
            cases[i].charset, cases[i].sentence);
        make("charset.html", xc_buffer_slice(&bytes));
        read_file("charset.html", NULL, &read);
        assert_int_equal(read.count, 1);
        assert_slice(read.items[0].text, cases[i].text);
        assert_int_equal(read.items[0].replaced, cases[i].replaced);
        forget(&read);
        xc_buffer_release(&bytes);
    }
}

// Two bytes a letter, with a mark before them and without.
static void sixteen_bits(void **state) {
    (void)state;
    static const char text[] =
        "<html><body><article><p>The flood killed 27 people in Arden.</p>"
        "</article></body></html>";
    for (int marked = 0; marked < 2; marked++) {
        documents read;
        xc_buffer bytes = {0};
        xc_buffer_append(&bytes, marked ? XC_SLICE("\xFF\xFE") : (xc_slice){0});
        for (const char *at = text; *at; at++) {
            xc_buffer_append(&bytes, (xc_slice){at, 1});
            xc_buffer_append(&bytes, (xc_slice){"\0", 1});
        }
        make("sixteen.html", xc_buffer_slice(&bytes));
        read_file("sixteen.html", NULL, &read);
        assert_int_equal(read.count, 1);
        assert_slice(read.items[0].text, "The flood killed 27 people in Arden.");
        forget(&read);
        xc_buffer_release(&bytes);
    }
}

// Pages as they are saved; all say the same sentence, and 99 is what must never count.
static void kinds_of_pages(void **state) {
    (void)state;
    static const char *const cases[] = {
        // AMP
        "<!doctype html><html amp lang=en><head><style amp-custom>p{}</style><script async "
        "src=https://cdn.ampproject.org/v0.js></script></head><body><amp-sidebar id=s "
        "layout=nodisplay><p>99 stories wait for all of our readers today.</p></amp-sidebar>"
        "<article><h1>Flood</h1><amp-img src=a.jpg alt='99 people'></amp-img><p>The flood in "
        "Arden killed 27 people, the mayor said.</p><amp-ad type=x>99 offers</amp-ad>"
        "</article></body></html>",
        // a print view
        "<html><head><title>Flood - print</title></head><body onload='window.print()'><div "
        "class=noprint><a href=/>Back to 99 stories of the day</a></div><h1>Flood</h1><p>The "
        "flood in Arden killed 27 people, the mayor said.</p></body></html>",
        // SingleFile: everything is within the page
        "<html><!-- Page saved with SingleFile --><head><meta charset=utf-8><style>"
        ".sf-hidden{display:none}p::after{content:'99'}</style><link rel=icon "
        "href='data:image/png;base64,iVBORw0KGgo99'></head><body><img "
        "src='data:image/png;base64,iVBORw0KGgo99' alt=99><article><h1>Flood</h1><p>The flood "
        "in Arden killed 27 people, the mayor said.</p><p class=sf-hidden hidden>99 people "
        "were killed, nobody is to read.</p></article></body></html>",
        // text that nobody sees
        "<html><body><article><h1>Flood</h1><p style='display:none'>99 died.</p><p hidden>99 "
        "died.</p><p>The flood in Arden killed <span style='visibility: hidden'>99</span>27 "
        "people, the mayor said.</p><template><p>99 died.</p></template><noscript>99</noscript>"
        "<!-- 99 --><input value=99><p class=sr-only>99 died.</p></article></body></html>",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("kind.html", xc_slice_of(cases[i]));
        read_file("kind.html", NULL, &read);
        assert_int_equal(read.count, 1);
        if (!xc_slice_is(read.items[0].text,
                         "The flood in Arden killed 27 people, the mayor said.")) {
            fail_msg("%s\ngives \"%.*s\"", cases[i], XC_PRINT(read.items[0].text));
        }
        forget(&read);
    }
}

static void page_is_read(void **state) {
    (void)state;
    documents read;
    make("ferry.html", XC_SLICE(page));
    read_file("ferry.html", NULL, &read);
    assert_int_equal(read.count, 1);
    const xc_document *document = &read.items[0];
    assert_slice(document->label, "ferry.html");
    assert_slice(document->title, "Ferry sinks off the cape");
    assert_slice(document->source, "Harbour Times");
    assert_slice(document->published, "2021-03-04T08:15:00+01:00");
    assert_slice(document->author, "Ana Quill");
    assert_slice(document->language, "en");
    assert_slice(document->url, "https://harbour.example/2021/03/04/ferry");
    assert_false(document->title_in_text);
    assert_slice(document->text,
                 "At least 14 people drowned when a ferry sank off the cape on Thursday "
                 "morning, the coast guard said.\n\n"
                 "Rescue\n\n"
                 "Boats picked up 27 people by noon, and the search went on in heavy seas.\n\n"
                 "Two of them died in hospital, doctors said later in the day.\n\n"
                 "14 drowned before help came to the place.\n\n"
                 "2 died later in the hospital of the town.\n\n"
                 "Port | Missing\n\nOst | 12");
    forget(&read);
}

// What is kept and what is not, a paragraph of filler on both sides.
static void bodies(void **state) {
    (void)state;
    static const char filler[] = "The flood reached the old town in the evening, and people "
                                 "carried what they could to the upper floors.";
    static const struct {
        const char *middle, *kept;
    } cases[] = {
        {"<p>Read more: <a href='/1'>another flood</a></p>", ""},
        {"<p>Related: <a href='/1'>another flood</a></p>", ""},
        {"<ul><li><h3><a href='/1'>Another flood</a></h3></li><li><h3><a href='/2'>A third "
         "flood "
         "in this town</a></h3></li></ul>",
         ""},
        {"<p>Officials said <a href='/a'>nine people of the harbour town, among them four "
         "sailors of one ship and two divers,</a> were missing after the night's storm, and "
         "the search went on.</p>",
         "Officials said nine people of the harbour town, among them four sailors of one ship "
         "and two divers, were missing after the night's storm, and the search went on."},
        {"<blockquote class='twitter-tweet'><p>Stay away from the bridge tonight.</p>"
         "</blockquote>",
         "Stay away from the bridge tonight."},
        {"<h2>The bridge</h2><p>It held.</p>", "The bridge\n\nIt held."},
        {"<figure><img src='x'><figcaption>The bridge in 1999.</figcaption></figure>", ""},
        {"<div class='share-bar'><p>Send this story to all of your friends by "
         "letter.</p></div>",
         ""},
        {"<p hidden>Nobody is to see this sentence about 500 people.</p>", ""},
        {"<p>We use cookies and so do our friends, who are many.</p>", ""},
        {"https://flood.example/story", ""},
    };
    xc_outlets *outlets = NULL;
    assert_int_equal(xc_outlets_load(XC_SOURCE_DIR "/claims", &outlets, NULL), XC_OK);
    xc_read_options options = {.outlets = outlets};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_buffer content = {0};
        xc_buffer expected = {0};
        documents read;
        xc_buffer_print(&content, "<html><body><article><p>%s</p>%s<p>%s</p></article>", filler,
                        cases[i].middle, filler);
        xc_buffer_print(&expected, "%s\n\n%s%s%s", filler, cases[i].kept,
                        *cases[i].kept ? "\n\n" : "", filler);
        make("body.html", xc_buffer_slice(&content));
        read_file("body.html", &options, &read);
        assert_int_equal(read.count, 1);
        assert_slice(read.items[0].text, expected.ptr);
        forget(&read);
        xc_buffer_release(&content);
        xc_buffer_release(&expected);
    }
    xc_outlets_free(outlets);
}

// Pages that want to break the reader: it takes them all and gives valid text.
static void hostile_pages(void **state) {
    (void)state;
    static const struct {
        const char *before, *again, *after;
        size_t times;
    } cases[] = {
        {"<html><body>", "<div>", "<p>The river rose by two metres overnight, they said.</p>",
         100000},
        {"<html><body>", "<a><b><i><p>", "x", 20000},
        {"<p>", "</div></p></b>", "", 50000},
        {"<html><body><p class=\"", "ad ", "\">The river rose by two metres.</p>", 300000},
        {"<html><head><script type='application/ld+json'>", "[", "", 100000},
        {"<html><body><table>", "<tr><td>", "1", 5000},
        {"<html><body><p>", "&amp;&#0;&#xD800;&nosuch;", "", 5000},
        {"<html><head><meta charset=utf-16><body><p>", "\xC3\x28\xFF", "", 5000},
        {"<!DOCTYPE html [<!ENTITY a \"", "aaaa", "\">]><p>&a;&a;</p>", 1000},
        {"<html><body>", "<ul><li>", "", 5000},
        {"<html><body><p", " a=1", ">", 500000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_buffer content = {0};
        xc_buffer_text(&content, cases[i].before);
        for (size_t k = 0; k < cases[i].times; k++) {
            xc_buffer_text(&content, cases[i].again);
        }
        xc_buffer_text(&content, cases[i].after);
        documents read;
        make("hostile.html", xc_buffer_slice(&content));
        read_file("hostile.html", NULL, &read);
        assert_true(read.count <= 1);
        forget(&read);
        xc_buffer_release(&content);
    }
}

// Each page cut anywhere is still a page.
static void cut_pages(void **state) {
    (void)state;
    for (size_t length = 1; length < sizeof page; length += 7) {
        documents read;
        make("cut.html", xc_slice_sub(XC_SLICE(page), 0, length));
        read_file("cut.html", NULL, &read);
        assert_true(read.count + (read.opened == XC_SKIPPED) + read.broken >= 1);
        forget(&read);
    }
}

static void deep_text_is_kept(void **state) {
    (void)state;
    xc_buffer content = {0};
    for (int i = 0; i < 600; i++) {
        xc_buffer_text(&content, "<div>");
    }
    xc_buffer_text(&content, "<p>The dam held through the night, engineers said on the radio "
                             "in the morning.</p>");
    documents read;
    make("deep.html", xc_buffer_slice(&content));
    read_file("deep.html", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].text,
                 "The dam held through the night, engineers said on the radio in the morning.");
    forget(&read);
    xc_buffer_release(&content);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(page_is_read), cmocka_unit_test(charsets),
        cmocka_unit_test(sixteen_bits), cmocka_unit_test(kinds_of_pages),
        cmocka_unit_test(bodies),       cmocka_unit_test(hostile_pages),
        cmocka_unit_test(cut_pages),    cmocka_unit_test(deep_text_is_kept),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
