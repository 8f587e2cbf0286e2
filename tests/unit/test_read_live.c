// SPDX-License-Identifier: MIT
// Live pages: an entry a document, the oldest first.
#include "read_file.h"

#define SAYS                                                                                   \
    "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Flood "  \
    "live\"}</script>"
#define ENTRY(id, time, text)                                                                  \
    "<div id=" id " class=post><time datetime=" time ">x</time><h3>Entry " id "</h3><p>" text  \
    "</p></div>"
#define HEAD                                                                                   \
    "<html lang=en><head><title>Flood live</title><link rel=canonical "                        \
    "href=https://post.example/live/flood>"
#define ENTRIES                                                                                \
    ENTRY("c", "2021-05-06T12:00:00+02:00",                                                    \
          "Nine people were killed, the mayor of Marsh said.")                                 \
    ENTRY("b", "2021-05-06T11:00:00+02:00",                                                    \
          "Six people were killed, the mayor of Marsh said.")                                  \
    ENTRY("a", "2021-05-06T08:30:00Z", "Three people were killed, the mayor of Marsh said.")

static const char shown[] =
    HEAD SAYS "</head><body><h1>Flood live</h1><main>" ENTRIES "</main></body></html>";
static const char unsaid[] =
    HEAD "</head><body><h1>Flood live</h1><main>" ENTRIES "</main></body></html>";
static const char told[] = HEAD
    "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":["
    "{\"headline\":\"Third\",\"datePublished\":\"2021-05-06T12:00:00Z\",\"articleBody\":\"Nine "
    "died.\"},{\"datePublished\":\"2021-05-06T11:00:00Z\",\"articleBody\":\"Six died.\"},"
    "{\"datePublished\":\"2021-05-06T10:00:00Z\",\"articleBody\":\"Three died.\"}]}</script>"
    "</head><body><h1>Flood live</h1><div id=app></div></body></html>";

static void entries(void **state) {
    (void)state;
    make("live.html", xc_slice_of(shown));
    documents read;
    read_file("live.html", NULL, &read);
    assert_int_equal(read.count, 3);
    assert_slice(read.items[0].label, "live.html#1");
    assert_slice(read.items[0].title, "Flood live");
    assert_slice(read.items[0].published, "2021-05-06T08:30:00Z");
    assert_slice(read.items[0].url, "https://post.example/live/flood#a");
    assert_slice(read.items[0].text,
                 "Entry a\n\nThree people were killed, the mayor of Marsh said.");
    assert_slice(read.items[2].label, "live.html#3");
    assert_slice(read.items[2].published, "2021-05-06T12:00:00+02:00");
    forget(&read);
}

static void told_to_machines(void **state) {
    (void)state;
    make("told.html", xc_slice_of(told));
    documents read;
    read_file("told.html", NULL, &read);
    assert_int_equal(read.count, 3);
    assert_slice(read.items[0].text, "Three died.");
    assert_slice(read.items[2].text, "Third\n\nNine died.");
    forget(&read);
}

static void whole(void **state) {
    (void)state;
    make("live.html", xc_slice_of(shown));
    make("unsaid.html", xc_slice_of(unsaid));
    documents read;
    read_file("live.html", &(xc_read_options){.keep_live_whole = true}, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "live.html");
    assert_non_null(strstr(read.items[0].text.ptr, "Nine people"));
    assert_non_null(strstr(read.items[0].text.ptr, "Three people"));
    forget(&read);
    read_file("unsaid.html", NULL, &read);
    assert_int_equal(read.count, 1);
    forget(&read);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries), cmocka_unit_test(told_to_machines), cmocka_unit_test(whole)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
