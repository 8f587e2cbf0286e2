// SPDX-License-Identifier: MIT
// Exports of chats and channels: a message a document.
#include "read_file.h"

static const char channel[] =
    "{\"name\":\"Harbour watch\",\"type\":\"public_channel\",\"id\":7,\"messages\":["
    "{\"id\":1,\"type\":\"service\",\"date\":\"2021-05-05T09:00:00\",\"text\":\"\"},"
    "{\"id\":4,\"type\":\"message\",\"date\":\"2021-05-06T10:00:00\",\"date_unixtime\":"
    "\"1620280800\",\"from\":\"Harbour watch\",\"text\":[\"Six people \",{\"type\":\"bold\","
    "\"text\":\"died\"},\" in Marsh.\"],\"text_entities\":[]},"
    "{\"id\":5,\"type\":\"message\",\"date\":\"2021-05-06T11:00:00\",\"date_unixtime\":"
    "\"1620284400\",\"from\":\"Ana\",\"forwarded_from\":\"Hill news\",\"text\":\"Seven "
    "died.\"}]}";

static void telegram(void **state) {
    (void)state;
    make("result.json", xc_slice_of(channel));
    documents read;
    read_file("result.json", NULL, &read);
    assert_int_equal(read.count, 2);
    assert_slice(read.items[0].label, "result.json#4");
    assert_slice(read.items[0].format, "telegram");
    assert_slice(read.items[0].source, "Harbour watch");
    assert_slice(read.items[0].author, "");
    assert_slice(read.items[0].published, "2021-05-06T10:00:00+04:00");
    assert_slice(read.items[0].text, "Six people died in Marsh.");
    assert_slice(read.items[1].author, "Ana");
    assert_slice(read.items[1].wire, "Hill news");
    forget(&read);
}

static void telegram_of_an_account(void **state) {
    (void)state;
    static const char chats[] =
        "{\"chats\":{\"list\":[{\"name\":\"A\",\"id\":1,\"messages\":[]},{\"name\":\"B\","
        "\"id\":2,"
        "\"messages\":[{\"id\":9,\"date\":\"2021-05-06T10:00:00\",\"text\":\"Six died.\","
        "\"text_entities\":[]}]}]}}";
    make("all.json", xc_slice_of(chats));
    documents read;
    read_file("all.json", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "all.json#2-9");
    assert_slice(read.items[0].source, "B");
    assert_slice(read.items[0].published, "2021-05-06T10:00:00");
    forget(&read);
    make("cut.json", XC_SLICE("{\"messages\":[{\"text_entities\":[],\"text\":\"Six"));
    read_file("cut.json", NULL, &read);
    assert_int_equal(read.opened, XC_SKIPPED);
    assert_non_null(strstr(read.error.message, "broken off"));
    forget(&read);
}

#define MESSAGE(id, name, body)                                                                \
    "<div class=\"message default clearfix\" id=\"message" id "\"><div class=\"body\">"        \
    "<div class=\"pull_right date details\" title=\"06.05.2021 10:00:00 UTC+04:00\">10:00"     \
    "</div>" name body "</div></div>"

static void telegram_pages(void **state) {
    (void)state;
    static const char page[] =
        "<!DOCTYPE html><html><body><div class=\"page_wrap\"><div class=\"page_header\"><div "
        "class=\"text bold\">Harbour watch</div></div><div class=\"history\"><div "
        "class=\"message "
        "service\" id=\"message-1\"><div class=\"body details\">6 May 2021</div></div>" MESSAGE(
            "4", "<div class=\"from_name\">Ana</div>",
            "<div class=\"text\">Six people died.<br>Two are missing.</div>")
            MESSAGE("5", "", "<div class=\"text\">Read more</div>") MESSAGE("6", "", "")
                MESSAGE(
                    "7", "",
                    "<div class=\"forwarded body\"><div class=\"from_name\">Hill news <span "
                    "class=\"date\" title=\"05.05.2021 09:00:00 UTC+04:00\">x</span></div>"
                    "<div class=\"text\">Seven died.</div></div>") "</div></div></body></html>";
    make("messages.html", xc_slice_of(page));
    documents read;
    read_file("messages.html", NULL, &read);
    assert_int_equal(read.count, 3);
    assert_slice(read.items[0].label, "messages.html#4");
    assert_slice(read.items[0].source, "Harbour watch");
    assert_slice(read.items[0].author, "Ana");
    assert_slice(read.items[0].published, "2021-05-06T10:00:00+04:00");
    assert_slice(read.items[0].text, "Six people died.\nTwo are missing.");
    assert_slice(read.items[1].author, "Ana"); // goes on
    assert_slice(read.items[1].text, "Read more");
    assert_slice(read.items[2].label, "messages.html#7");
    assert_slice(read.items[2].wire, "Hill news");
    forget(&read);
}

static void whatsapp(void **state) {
    (void)state;
    static const struct {
        const char *name, *text, *chat, *published;
    } cases[] = {
        {"WhatsApp Chat with Harbour watch.txt",
         "25/09/2023, 10:00 - Messages are encrypted.\n25/09/2023, 10:01 - Ana: Six died.\nTwo "
         "are missing.\n25/09/2023, 10:02 - Bo: <Media omitted>\n",
         "Harbour watch", "2023-09-25T10:01"},
        {"WhatsApp-Chat mit Hafen Nord.txt",
         "\xE2\x80\x8E[25.09.23, 10:00:00] Ana: \xE2\x80\x8EMessages are "
         "encrypted.\n[25.09.23, "
         "22:01:00] Ana: Six died.\nTwo are missing.\n",
         "Hafen Nord", "2023-09-25T22:01"},
        {"_chat.txt",
         "9/5/23, 10:00\xE2\x80\xAF"
         "AM - Ana: <Media omitted>\n9/5/23, 10:01\xE2\x80\xAFPM - "
         "Ana: Six died.\nTwo are missing.\n9/25/23, 10:02\xE2\x80\xAFPM - Bo: <Media "
         "omitted>\n",
         "", "2023-09-05T22:01"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        make(cases[i].name, xc_slice_of(cases[i].text));
        documents read;
        read_file(cases[i].name, NULL, &read);
        assert_int_equal(read.count, 1);
        assert_slice(read.items[0].format, "whatsapp");
        assert_slice(read.items[0].source, cases[i].chat);
        assert_slice(read.items[0].author, "Ana");
        assert_slice(read.items[0].published, cases[i].published);
        assert_slice(read.items[0].text, "Six died.\nTwo are missing.");
        forget(&read);
    }
}

// What only looks like one.
static void no_chat(void **state) {
    (void)state;
    make("diary.txt",
         XC_SLICE("25/09/2023, 10:00 - Ana: the only line with a time.\nSix died.\n"));
    make("list.txt", XC_SLICE("25/09/2023 - Six died.\n26/09/2023 - Seven died.\n"));
    make("a.json", XC_SLICE("{\"messages\":[{\"text\":\"Six died.\"}]}"));
    static const char *const names[] = {"diary.txt", "list.txt", "a.json"};
    static const char *const formats[] = {"text", "text", "json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        documents read;
        read_file(names[i], NULL, &read);
        assert_true(read.count <= 1);
        if (read.count) {
            assert_slice(read.items[0].format, formats[i]);
        }
        forget(&read);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(telegram),       cmocka_unit_test(telegram_of_an_account),
        cmocka_unit_test(telegram_pages), cmocka_unit_test(whatsapp),
        cmocka_unit_test(no_chat),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
