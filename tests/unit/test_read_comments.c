// SPDX-License-Identifier: MIT
// What readers wrote is no part of an article, in whatever layout it stands.
#include "read_file.h"

#include "read/outlet/outlets.h"

typedef struct wrapper {
    const char *open, *close;
} wrapper;

// What pages put around all comments.
static const wrapper lists[] = {
    {"<div id=\"comments\"><h2>12 Comments</h2>", "</div>"},
    {"<section class=\"comment-list\">", "</section>"},
    {"<section><h3>Comments (12)</h3>", "</section>"},
    {"<h2>Comments</h2><div>", "</div>"},
    {"<h3>3 comments on this story</h3>", ""},
    {"<ol class=\"commentlist\">", "</ol>"},
    {"<div itemscope itemtype=\"https://schema.org/UserComments\">", "</div>"},
    {"<div data-component=\"comments\">", "</div>"},
    {"<details><summary>Show comments</summary>", "</details>"},
    {"<comments-thread>", "</comments-thread>"},
    {"<div class=\"x1\"><p><strong>3 responses</strong></p>", "</div>"},
    {"<div aria-label=\"Reader comments\">", "</div>"},
    {"<div><div><span>Comments</span> <span>12</span></div>", "</div>"},
};

// What pages put around each of them.
static const wrapper items[] = {
    {"<div class=\"c\"><b>boat_man</b><p>", "</p><a href=\"#r\">Reply</a></div>"},
    {"<li><article itemscope itemtype=\"http://schema.org/Comment\"><p itemprop=\"text\">",
     "</p></article></li>"},
    {"<div class=\"comment\"><cite>boat_man</cite> <span>says:</span><p>", "</p></div>"},
    {"<div><p><b>boat_man</b> 2 hours ago<br>", "</p><button>Reply</button></div>"},
    {"<div><div><span>boat_man</span></div><div>",
     "</div><div><a>Like</a> <a>Reply</a> <a>Report</a></div></div>"},
};

// Where they stand: in the article, beside it, in the element that holds its paragraphs.
static const wrapper places[] = {
    {"<article><h1>Ferry turns over</h1>%s", "</article>"},
    {"<main><article><h1>Ferry turns over</h1>%s</article>", "</main>"},
    {"<h1>Ferry turns over</h1><div class=\"story\">%s", "</div>"},
};

#define SENTENCES                                                                              \
    "<p>A ferry turned over in the strait on Tuesday and at least 27 people were killed, the " \
    "coast guard said.</p><p>Another 41 people were brought to the hospital of the "           \
    "district, where doctors said that most of them suffered from the cold.</p>"

static const char *const said[] = {
    "I was there and I tell you that 500 people were killed, they hide it as they always do.",
    "My cousin works at the hospital and says that 300 people died before the boats came.",
    "So sad. In my village 900 people are missing and nobody in the capital wants to know.",
};

static void write_page(xc_buffer *page, size_t list, size_t item, size_t place) {
    xc_buffer_clear(page);
    xc_buffer_text(page, "<html lang=en><head><title>Ferry turns over</title></head><body>");
    const char *open = places[place].open;
    const char *hole = strstr(open, "%s");
    xc_buffer_append(page, (xc_slice){open, (size_t)(hole - open)});
    xc_buffer_text(page, SENTENCES);
    xc_buffer_text(page, hole + 2);
    xc_buffer_text(page, lists[list].open);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        xc_buffer_print(page, "%s%s%s", items[item].open, said[i], items[item].close);
    }
    xc_buffer_print(page, "%s%s</body></html>", lists[list].close, places[place].close);
}

static void no_layout_gives_comments(void **state) {
    const xc_outlets *outlets = *state;
    xc_buffer page = {0};
    size_t wrong = 0;
    size_t lists_count = sizeof lists / sizeof *lists;
    size_t items_count = sizeof items / sizeof *items;
    for (size_t i = 0; i < lists_count * items_count * 3; i++) {
        size_t list = i / 3 / items_count;
        size_t item = i / 3 % items_count;
        write_page(&page, list, item, i % 3);
        documents read;
        make("page.html", xc_buffer_slice(&page));
        read_file("page.html", &(xc_read_options){.outlets = outlets}, &read);
        assert_int_equal(read.count, 1);
        xc_slice text = read.items[0].text;
        bool has_article = xc_slice_find(text, XC_SLICE("27 people were killed")) != SIZE_MAX &&
                           xc_slice_find(text, XC_SLICE("Another 41")) != SIZE_MAX;
        bool has_comments = xc_slice_find(text, XC_SLICE("500")) != SIZE_MAX ||
                            xc_slice_find(text, XC_SLICE("300")) != SIZE_MAX ||
                            xc_slice_find(text, XC_SLICE("900")) != SIZE_MAX;
        if (!has_article || has_comments) {
            print_error("%s | %s | %s: %.*s\n", lists[list].open, items[item].open,
                        places[i % 3].open, XC_PRINT(text));
            wrong++;
        }
        forget(&read);
    }
    xc_buffer_release(&page);
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *what, *page, *kept;
} articles[] = {
    {"an opinion whose element is called comment",
     "<body><div class=\"content comment\"><h1>Why ferries sink</h1>" SENTENCES "</div>",
     "Another 41"},
    {"a body that may be commented on",
     "<body class=\"single comments-open\"><div><h1>Ferry</h1>" SENTENCES "</div>",
     "Another 41"},
    {"an article about comments",
     "<body><article><h1>Ferry</h1>" SENTENCES
     "<h2>Comments on the law were mixed in the capital</h2><p>The minister promised a full "
     "inquiry and 12 new boats for the islands by the end of the year.</p></article>",
     "12 new boats"},
    {"a ticker of a match is the outlet's own",
     "<body><div class=\"live-comments\"><h1>Cup final</h1><div class=\"live-comment\"><p>The "
     "first half was quiet in front of 9,000 people in the stadium.</p></div><div "
     "class=\"live-comment\"><p>The second half began with a goal from far outside, 1-0.</p>"
     "</div></div>",
     "9,000"},
    {"a page of comments and nothing else",
     "<body><div id=\"comments\"><p>The letters of this week are about the ferry on which 27 "
     "people were killed.</p></div>",
     "27 people"},
};

static void articles_are_kept(void **state) {
    const xc_outlets *outlets = *state;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        documents read;
        make("page.html", xc_slice_of(articles[i].page));
        read_file("page.html", &(xc_read_options){.outlets = outlets}, &read);
        assert_int_equal(read.count, 1);
        if (xc_slice_find(read.items[0].text, xc_slice_of(articles[i].kept)) == SIZE_MAX) {
            fail_msg("%s: %.*s", articles[i].what, XC_PRINT(read.items[0].text));
        }
        forget(&read);
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
        cmocka_unit_test(no_layout_gives_comments),
        cmocka_unit_test(articles_are_kept),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
