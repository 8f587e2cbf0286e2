// SPDX-License-Identifier: MIT
// What a page tells of itself, and which telling is believed (the table in docs/reading.md).
#include "read/page/body.h"
#include "read/page/facts.h"
#include "read_file.h"

typedef struct fixture {
    xc_arena *arena;
    page_lines lines;
} fixture;

static int load_lines(void **state) {
    static fixture f;
    f.arena = xc_arena_new();
    *state = &f;
    return page_lines_load(XC_SOURCE_DIR "/claims", f.arena, &f.lines, NULL) == XC_OK ? 0 : -1;
}

static int free_lines(void **state) {
    fixture *f = *state;
    xc_arena_free(f->arena);
    return 0;
}

static page_facts facts_of(fixture *f, const char *page) {
    page_tree tree;
    page_facts facts;
    assert_int_equal(tree_parse(xc_slice_of(page), f->arena, &tree, NULL), XC_OK);
    body_measure(&tree, &f->lines);
    assert_int_equal(page_facts_find(&tree, &f->lines, f->arena, &facts, NULL), XC_OK);
    // Some facts lie in the tree.
    xc_slice *all[] = {&facts.title, &facts.published, &facts.author,
                       &facts.url,   &facts.site,      &facts.language};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        *all[i] = xc_arena_copy(f->arena, *all[i]);
    }
    tree_free(&tree);
    return facts;
}

typedef struct telling {
    const char *markup, *value;
} telling;

// The most believed first. Of each two neighbours both stand in one page, the less believed
// first: the more believed must win.
static void check_order(fixture *f, const telling *all, size_t count, size_t field,
                        const char *around) {
    for (size_t i = 0; i < count; i++) {
        xc_buffer page = {0};
        const char *less = i + 1 < count ? all[i + 1].markup : "";
        xc_buffer_print(&page, "<html><head></head><body>%s%s%s</body></html>", less, around,
                        all[i].markup);
        page_facts facts = facts_of(f, page.ptr);
        xc_slice got = *(const xc_slice *)(const void *)((const char *)&facts + field);
        if (!xc_slice_is(got, all[i].value)) {
            fail_msg("%s\ngives \"%.*s\"", page.ptr, XC_PRINT(got));
        }
        xc_buffer_release(&page);
    }
}
#define CHECK_ORDER(fixture, all, field, around)                                               \
    check_order(fixture, all, sizeof(all) / sizeof *(all), offsetof(page_facts, field), around)

static void order_of_dates(void **state) {
    static const telling all[] = {
        {"<i itemprop=datePublished content=2023-01-01></i>", "2023-01-01"},
        {"<meta property=article:published_time content=2023-01-02>", "2023-01-02"},
        {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":"
         "\"2023-01-03\"}</script>",
         "2023-01-03"},
        {"<meta name=parsely-pub-date content=2023-01-04>", "2023-01-04"},
        {"<meta name=pubdate content=2023-01-05>", "2023-01-05"},
        {"<meta name=dc.date content=2023-01-06>", "2023-01-06"},
        {"<time class=published datetime=2023-01-07></time>", "2023-01-07"},
        {"<time datetime=2023-01-08></time>", "2023-01-08"},
        {"<p class=post-date>9 January 2023</p>", "2023-01-09"},
        {"<h1>The river has risen again</h1><p>10 January 2023</p>", "2023-01-10"},
        {"<meta name=date content=2023-01-11>", "2023-01-11"},
        {"<p>Last updated 12 January 2023</p>", "2023-01-12"},
        {"<meta property=article:modified_time content=2023-01-13>", "2023-01-13"},
    };
    CHECK_ORDER(*state, all, published, "");
}

static void order_of_titles(void **state) {
    static const telling all[] = {
        {"<meta property=og:title content='The first bridge fell'>", "The first bridge fell"},
        {"<meta name=parsely-title content='A second dam burst'>", "A second dam burst"},
        {"<meta name=sailthru.title content='Third river rises'>", "Third river rises"},
        {"<meta name=twitter:title content='Four roads closed'>", "Four roads closed"},
        {"<meta name=dc.title content='Fifth village empty'>", "Fifth village empty"},
        {"<p itemprop=headline>Six schools shut</p>", "Six schools shut"},
        {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":"
         "\"Seventh well dry\"}</script>",
         "Seventh well dry"},
        {"<title>Eight trains stopped</title>", "Eight trains stopped"},
    };
    CHECK_ORDER(*state, all, title, "");
}

static void order_of_authors(void **state) {
    static const telling all[] = {
        {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":"
         "\"Ana One\"}}</script>",
         "Ana One"},
        {"<meta name=byl content='By Bo Two'>", "Bo Two"},
        {"<meta name=parsely-author content='Cy Three'>", "Cy Three"},
        {"<meta name=sailthru.author content='Di Four'>", "Di Four"},
        {"<meta name=author content='Ed Five'>", "Ed Five"},
        {"<meta name=og:author content='Flo Six'>", "Flo Six"},
        {"<meta name=dc.creator content='Gus Seven'>", "Gus Seven"},
        {"<p itemprop=author>Hal Eight</p>", "Hal Eight"},
        {"<p><a rel=author href=/i>Ida Nine</a></p>", "Ida Nine"},
        {"<p class=byline>Jo Ten</p>", "Jo Ten"},
        {"<h1>The river has risen again</h1><p>By Kit Eleven</p>", "Kit Eleven"},
    };
    // The headline's neighbourhood has an end.
    CHECK_ORDER(*state, all, author, "");
}

static void order_of_outlets(void **state) {
    static const telling all[] = {
        {"<meta property=og:site_name content='First Post'>", "First Post"},
        {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"publisher\":"
         "{\"name\":\"Second Times\"}}</script>",
         "Second Times"},
        {"<meta name=cre content='Third Herald'>", "Third Herald"},
        {"<meta name=dc.publisher content='Fourth Star'>", "Fourth Star"},
        {"<meta name=application-name content='Fifth Echo'>", "Fifth Echo"},
        {"<meta name=apple-mobile-web-app-title content='Sixth Mail'>", "Sixth Mail"},
        {"<meta name=publisher content='Seventh Sun Ltd'>", "Seventh Sun"},
        {"<title>The river has risen - Eighth Voice</title><h1>The river has risen</h1>",
         "Eighth Voice"},
        {"<footer>\xC2\xA9 2019-2023 Ninth Furrow GmbH. All rights reserved.</footer>",
         "Ninth Furrow"},
        {"<meta name=copyright content='Tenth Bell'>", "Tenth Bell"},
    };
    CHECK_ORDER(*state, all, site, "");
}

static void order_of_addresses(void **state) {
    static const telling all[] = {
        {"<link rel=canonical href=https://a.example/1>", "https://a.example/1"},
        {"<meta property=og:url content=https://a.example/2>", "https://a.example/2"},
        {"<meta name=parsely-link content=https://a.example/3>", "https://a.example/3"},
        {"<meta name=twitter:url content=https://a.example/4>", "https://a.example/4"},
        {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"url\":"
         "\"https://a.example/5\"}</script>",
         "https://a.example/5"},
    };
    CHECK_ORDER(*state, all, url, "");
}

static void order_of_languages(void **state) {
    static const telling all[] = {
        {"<meta property=og:locale content=fr_FR>", "fr"},
        {"<meta http-equiv=content-language content=de>", "de"},
        {"<meta name=dc.language content=it>", "it"},
    };
    CHECK_ORDER(*state, all, language, "");
    assert_slice(facts_of(*state, "<html lang=tr-TR><meta property=og:locale content=az>"
                                  "<body>x")
                     .language,
                 "tr");
}

typedef struct page_case {
    const char *page, *value;
} page_case;

static void headlines(void **state) {
    static const page_case cases[] = {
        // what the outlet puts around it
        {"<meta property=og:site_name content='The Post'><title>Bridge falls in storm | The "
         "Post</title>",
         "Bridge falls in storm"},
        {"<meta property=og:site_name content='The Post'><title>The Post - Bridge falls in "
         "storm</title>",
         "Bridge falls in storm"},
        {"<link rel=canonical href=https://newfurrow.example/1><title>New Furrow \xC2\xBB "
         "Archive \xC2\xBB Bridge falls in the storm</title><h1>New Furrow</h1>",
         "Bridge falls in the storm"},
        {"<meta property=og:site_name content='We Are Post'><meta property=og:title "
         "content='We Are Post'><title>Who we are</title><h1>Bridge falls in storm</h1>",
         "Bridge falls in storm"},
        // of several headings
        {"<meta property=og:title content='Weather: Bridge falls in storm'><h1>News</h1>"
         "<h2>Bridge falls in storm</h2>",
         "Weather: Bridge falls in storm"},
        {"<meta property=og:title content='Weather - Bridge falls in storm'><h1>News of the "
         "day</h1><h2>Bridge falls in storm</h2>",
         "Bridge falls in storm"},
        {"<title>Storm news</title><h1 class=sr-only>Storm news menu</h1><h1>Bridge falls in "
         "storm</h1>",
         "Bridge falls in storm"},
        {"<meta property=og:title content='Why it fell'><h1 class=entry-title>The bridge and "
         "the long night</h1><h2>Other</h2>",
         "The bridge and the long night"},
        {"<meta property=og:title content='Bridges - all of them'><title>Bridges - all of "
         "them</title><h1>Bridges in northern towns</h1><h1>Bridges in southern towns</h1>",
         "Bridges - all of them"},
        // a kicker in the same element
        {"<title>x</title><h1><span class=topic>Storm</span><span class=headline>Bridge falls "
         "at night</span></h1>",
         "Bridge falls at night"},
        {"<title>x</title><h1><span class='headline headline--topline'>Storm over the "
         "coast</span><span class='headline headline--colon'>: </span><span class='headline "
         "headline--1'>Bridge falls at night</span></h1>",
         "Bridge falls at night"},
        {"<title>x</title><h1 class=entry-title><span class=entry-title__toptitle>Storm over "
         "the coast</span> Bridge falls at night</h1>",
         "Bridge falls at night"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page_facts facts = facts_of(*state, cases[i].page);
        if (!xc_slice_is(facts.title, cases[i].value)) {
            fail_msg("%s\ngives \"%.*s\"", cases[i].page, XC_PRINT(facts.title));
        }
    }
}

// More than what is near a headline.
#define PROSE                                                                                  \
    "<p>The bridge over the river fell at night, the council of the town said, and nobody "    \
    "was "                                                                                     \
    "on it. The road had been shut an hour before, when the water rose over its piers.</p>"    \
    "<p>Engineers who came at dawn found two of the piers washed away and the third leaning. " \
    "They said that the bridge had been looked at in spring and that nothing was found then, " \
    "and that the next one would stand higher over the water than this one ever did.</p>"

static void dates(void **state) {
    static const page_case cases[] = {
        // one moment on two clocks: the outlet's own is kept
        {"<meta property=article:published_time content=2023-05-05T02:10:07Z><meta "
         "name=sailthru.date content='2023-05-04 21:10:07'>",
         "2023-05-04T21:10:07-05:00"},
        {"<meta property=article:published_time content=2023-05-04T22:10:07+00:00><meta "
         "name=pubdate content=2023-05-05T02:10:07+04:00>",
         "2023-05-05T02:10:07+04:00"},
        {"<meta property=article:published_time content=2023-05-05T02:10:07Z><meta "
         "name=sailthru.date content='2023-05-04 21:10:09'>",
         "2023-05-05T02:10:07Z"},
        // the address
        {"<link rel=canonical href=https://a.example/2023/05/04/x><meta "
         "property=article:published_time content=2023-05-05T01:00:00Z>",
         "2023-05-04"},
        {"<link rel=canonical href=https://a.example/2023/05/04/x><meta "
         "property=article:published_time content=2023-05-09T01:00:00Z><script "
         "type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-05-09\"}"
         "</script>",
         "2023-05-09T01:00:00Z"},
        {"<link rel=canonical "
         "href=https://web.archive.org/web/20230609010101/https://a.example/x><p class=date>4 "
         "May 2023",
         "2023-05-04"},
        // American English
        {"<html lang=en-US><body><p class=date>05/04/2023", "2023-05-04"},
        {"<html lang=en-GB><body><p class=date>05/04/2023", "2023-04-05"},
        {"<nav><p class=date>4 May 2023</nav>", ""},
        // what stands around the main heading is the article, whatever it is called
        {"<div class=teaser><p class=date>4 May 2023</p><h1>Bridge falls</h1></div>" PROSE,
         "2023-05-04"},
        {"<h1>Bridge falls</h1>" PROSE "<div class=teaser><p class=date>4 May 2023</div>", ""},
        // what opens or closes the text, where nothing else tells
        {"<h1>Bridge falls</h1>" PROSE PROSE "<p>04.05.2023 \xE2\x80\x93 The river was high.",
         "2023-05-04"},
        {"<h1>Bridge falls</h1>" PROSE PROSE "<p>Ana Quill<br>4 May 2023</p>", "2023-05-04"},
        {"<h1>Bridge falls</h1>" PROSE PROSE "<p>Last edited 4 May 2023</p>", "2023-05-04"},
        // a web archive's copy says in a script what it is a copy of
        {"<script>__wm.wombat(\"http://a.example:80/2023-05/04/c_1.htm\",\"20230609010101\");"
         "</script><h1>Bridge falls</h1>",
         "2023-05-04"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page_facts facts = facts_of(*state, cases[i].page);
        if (!xc_slice_is(facts.published, cases[i].value)) {
            fail_msg("%s\ngives \"%.*s\"", cases[i].page, XC_PRINT(facts.published));
        }
    }
}

static void authors(void **state) {
    static const page_case cases[] = {
        {"<meta name=author content='The Post'><meta property=og:site_name content='The Post'>"
         "<p class=byline>By Ana Quill",
         "Ana Quill"},
        {"<meta name=author content='Harbour Institute - News'><p class=byline>Ana Quill",
         "Ana Quill"},
        {"<meta name=author content='editorial team'><p class=byline>Ana Quill", "Ana Quill"},
        {"<meta name=author content='editorial team'>", "editorial team"},
        {"<meta name=author content='Ana Quill'><p itemprop=author>Ana Quill and Jo de Bon",
         "Ana Quill and Jo de Bon"},
        {"<p itemprop=author itemscope><b itemprop=jobTitle>Reporter</b> <i itemprop=name>Ana "
         "Quill</i>",
         "Ana Quill"},
        {"<h1>The bridge</h1><p>04.05.2023 | 13:10 Uhr | Ana Quill</p>", "Ana Quill"},
        {"<h1>The bridge</h1><p>4 May 2023 by Ana Quill</p>", "Ana Quill"},
        // a card for networks
        {"<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ana "
         "Quill'>",
         "Ana Quill"},
        {"<meta name=twitter:label1 content='Reading time'><meta name=twitter:data1 content='4 "
         "minutes'>",
         ""},
        {"<meta name=author content=anaquill><p class=byline>By Ana Quill", "Ana Quill"},
        {"<p class=author>Redaktion</p>", "Redaktion"},
        {"<p class=author>Updated</p>", ""},
        {"<h1>The bridge</h1><p><b>Autorin:</b> Ana Quill, Redakteurin</p>", "Ana Quill"},
        {"<p class=author>Ana Quill, Post staff writer</p>", "Ana Quill"},
        {"<script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":"
         "[{\"@id\":\"#a\"},{\"name\":\"Jo Bon\"}]},{\"@id\":\"#a\",\"name\":\"Ana Quill\"}]}"
         "</script>",
         "Ana Quill, Jo Bon"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page_facts facts = facts_of(*state, cases[i].page);
        if (!xc_slice_is(facts.author, cases[i].value)) {
            fail_msg("%s\ngives \"%.*s\"", cases[i].page, XC_PRINT(facts.author));
        }
    }
}

static void outlets(void **state) {
    static const page_case cases[] = {
        {"<meta property=og:site_name content='The Post | News from the coast'>", "The Post"},
        {"<meta property=og:site_name content=Culture><meta name=application-name content='The "
         "Furrow - News'><link rel=canonical href=https://thefurrow.example/culture/1>",
         "The Furrow"},
        {"<title>Bridge falls | World | Politics | The Post</title><h1>Bridge falls</h1>",
         "The Post"},
        {"<title>Bridge falls | The Post - News</title><h1>Bridge falls</h1>", "The Post"},
        {"<meta name=application-name content='Bridge falls'><meta property=og:title "
         "content='Bridge falls'>",
         ""},
        {"<figure>\xC2\xA9 Ana Quill</figure>", ""},
        {"<div class=copyright>\xC2\xA9 Harbour Post, S.A. Todos los derechos.</div>",
         "Harbour Post"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page_facts facts = facts_of(*state, cases[i].page);
        if (!xc_slice_is(facts.site, cases[i].value)) {
            fail_msg("%s\ngives \"%.*s\"", cases[i].page, XC_PRINT(facts.site));
        }
    }
    // Who takes a story over names its origin as canonical.
    assert_slice(facts_of(*state, "<link rel=canonical href=https://origin.example/1><meta "
                                  "property=og:url content=https://copy.example/2>")
                     .url,
                 "https://copy.example/2");
    assert_slice(facts_of(*state,
                          "<link rel=canonical "
                          "href=https://web.archive.org/web/2023id_/http://a.example/x>")
                     .url,
                 "http://a.example/x");
}

static void archived_copies(void **state) {
    static const char copy[] = "https://web.archive.org/web/2023/http://a.example/x";
    assert_slice(facts_of(*state, "<link rel=canonical href=https://web.archive.org/web/2023/"
                                  "http://a.example/x>")
                     .archived,
                 copy);
    // one that is named beside the page's own address is still what was opened
    assert_slice(facts_of(*state, "<link rel=canonical href=http://a.example/x><meta "
                                  "property=og:url content=https://web.archive.org/web/2023/"
                                  "http://a.example/x>")
                     .archived,
                 copy);
    assert_slice(facts_of(*state, "<link rel=canonical href=http://a.example/x>").archived, "");
    assert_slice(
        facts_of(*state, "<link rel=canonical href=http://archive.example/x>").archived, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_of_dates),
        cmocka_unit_test(order_of_titles),
        cmocka_unit_test(order_of_authors),
        cmocka_unit_test(order_of_outlets),
        cmocka_unit_test(order_of_addresses),
        cmocka_unit_test(archived_copies),
        cmocka_unit_test(order_of_languages),
        cmocka_unit_test(headlines),
        cmocka_unit_test(dates),
        cmocka_unit_test(authors),
        cmocka_unit_test(outlets),
    };
    return cmocka_run_group_tests(tests, load_lines, free_lines);
}
