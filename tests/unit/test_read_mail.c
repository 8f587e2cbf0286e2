// SPDX-License-Identifier: MIT
// Pages saved as MHTML, mails and mailboxes.
#include "read_file.h"

static void read_sample(const char *name, documents *out) {
    char path[512];
    (void)snprintf(path, sizeof path, "%s/tests/fuzz/seeds/mail/%s", XC_SOURCE_DIR, name);
    xc_buffer bytes = {0};
    assert_int_equal(xc_file_read(path, 1 << 20, &bytes, NULL), XC_OK);
    make(name, xc_buffer_slice(&bytes));
    xc_buffer_release(&bytes);
    read_file(name, NULL, out);
}

static void saved_page(void **state) {
    (void)state;
    documents read;
    read_sample("page.mhtml", &read);
    assert_int_equal(read.count, 1);
    const xc_document *page = &read.items[0];
    assert_slice(page->label, "page.mhtml");
    assert_slice(page->format, "mhtml");
    assert_slice(page->title, "Bridge falls");
    assert_slice(
        page->text,
        "Six people died when the old bridge fell into the river on Thursday, the mayor said.");
    assert_slice(page->url, "https://post.example/2021/05/06/bridge");
    assert_slice(page->source, "The Post");
    // The date of the header is that of saving.
    assert_slice(page->published, "2021-05-06T10:00:00Z");
    forget(&read);
}

static void part_that_it_starts_with(void **state) {
    (void)state;
    documents read;
    read_sample("start.mht", &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].url, "http://gazeta.example/most.html");
    assert_slice(read.items[0].text,
                 "Шесть человек погибли, когда старый мост обрушился в реку, "
                 "сообщил мэр города.");
    assert_slice(read.items[0].published, "");
    forget(&read);
}

static void letter(void **state) {
    (void)state;
    documents read;
    read_sample("letter.eml", &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].format, "mail");
    assert_slice(read.items[0].title, "Brücke falls");
    assert_slice(read.items[0].text,
                 "Six people died when the Müller bridge fell into the river, the mayor said.");
    assert_slice(read.items[0].published, "2021-05-06T10:11:12+02:00");
    assert_slice(read.items[0].source, ""); // nobody that we know
    forget(&read);
}

static void mailbox_of_two(void **state) {
    (void)state;
    documents read;
    read_sample("two.mbox", &read);
    assert_int_equal(read.count, 2);
    assert_slice(read.items[0].label, "two.mbox#1");
    assert_slice(read.items[0].title, "One");
    assert_slice(read.items[0].text, "Six people died.\n\nFrom the bridge nobody was saved.");
    assert_slice(read.items[1].label, "two.mbox#2");
    assert_slice(read.items[1].text, "Nine people died.");
    assert_slice(read.items[1].published, "2021-05-07T10:11:12+02:00");
    forget(&read);
}

static void what_is_told_as_a_mail(void **state) {
    (void)state;
    static const struct {
        const char *content, *format;
    } cases[] = {
        {"From: a@b.example\nSubject: S\nDate: 6 May 2021\n\nSix died.\n", "mail"},
        {"Content-Type: text/plain\nMIME-Version: 1.0\n\nSix died.\n", "mail"},
        {"Date: 6 May 2021\nSource: The Post\n\nSix died.\n", "text"},
        {"Note: six people died.\n\nNothing else.\n", "text"},
        {"From Monday on the bridge is closed.\n\nSix died.\n", "text"},
        {"From: the mayor\nwho said: To: all\nSubject: S\nDate: D\n\nSix died.\n", "text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("letter", xc_slice_of(cases[i].content));
        read_file("letter", NULL, &read);
        assert_int_equal(read.count, 1);
        assert_slice(read.items[0].format, cases[i].format);
        forget(&read);
    }
}

static void hostile_mail(void **state) {
    (void)state;
    static const char *const cases[] = {
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n",
        "MIME-Version: 1.0\nContent-Type: multipart/related\n\n",
        "MIME-Version: 1.0\nContent-Type: image/png\n\nabc",
        "MIME-Version: 1.0\nContent-Type: text/html; charset=nonsense\n\n<p>",
        "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!",
        "From: \nSubject: \xFF\nDate: never\nMIME-Version: 1.0\n\n",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make("h.eml", xc_slice_of(cases[i]));
        read_file("h.eml", NULL, &read);
        assert_int_equal(read.count, 0);
        assert_true(read.error.message[0]);
        forget(&read);
    }
    xc_buffer deep = {0};
    for (int i = 0; i < 20000; i++) {
        xc_buffer_print(&deep,
                        "MIME-Version: 1.0\nContent-Type: multipart/mixed; "
                        "boundary=b%d\n\n--b%d\n",
                        i, i);
    }
    documents read;
    make("deep.eml", xc_buffer_slice(&deep));
    read_file("deep.eml", NULL, &read);
    assert_int_equal(read.count, 0);
    forget(&read);
    xc_buffer_release(&deep);
}

#define CARRIES(text)                                                                          \
    "From: Ana <ana@post.example>\nTo: b@c.example\nSubject: Reports\nDate: Thu, 06 May 2021 " \
    "10:11:12 +0200\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"    \
    "Content-Type: text/plain\n\n" text "\n--x\nContent-Type: text/plain; name=../../a.txt\n"  \
    "Content-Disposition: attachment\n\nSix people died in Marsh.\n--x\nContent-Type: "        \
    "image/png; name=a.png\n\nx\n--x\nContent-Type: application/pgp; "                         \
    "name=signature.asc\n\nx\n"                                                                \
    "--x\nContent-Type: message/rfc822\n\nFrom: Bo <bo@hill.example>\nTo: a@b.example\n"       \
    "Subject: Hill\nDate: Wed, 05 May 2021 10:11:12 +0200\n\nTwo people died in "              \
    "Hill.\n--x--\n"

static void what_a_mail_carries(void **state) {
    (void)state;
    make("letter.eml", XC_SLICE(CARRIES("See below.")));
    documents read;
    read_file("letter.eml", NULL, &read);
    assert_int_equal(read.count, 3);
    assert_slice(read.items[0].label, "letter.eml");
    assert_slice(read.items[1].label, "letter.eml/a.txt");
    assert_slice(read.items[1].text, "Six people died in Marsh.");
    assert_slice(read.items[2].label, "letter.eml/forwarded.eml");
    assert_slice(read.items[2].title, "Hill");
    forget(&read);
    // One that says nothing itself is no loss.
    make("empty.eml", XC_SLICE(CARRIES("")));
    read_file("empty.eml", NULL, &read);
    assert_int_equal(read.count, 2);
    assert_int_equal(read.broken, 0);
    forget(&read);
}

// What a mail carries does not number the mails behind it anew.
static void mails_that_carry(void **state) {
    (void)state;
    make("two.mbox", XC_SLICE("From a Thu May  6 10:11:12 2021\n" CARRIES(
                         "One.") "\nFrom a Thu May  6 10:11:13 2021\nFrom: a@b.example\nTo: "
                                 "b@c.example\nSubject: Two\n\nTwo died.\n"));
    documents read;
    read_file("two.mbox", NULL, &read);
    static const char *const labels[] = {"two.mbox#1", "two.mbox#1/a.txt",
                                         "two.mbox#1/forwarded.eml", "two.mbox#2"};
    assert_int_equal(read.count, sizeof labels / sizeof *labels);
    for (size_t i = 0; i < read.count; i++) {
        assert_slice(read.items[i].label, labels[i]);
    }
    forget(&read);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_mail_carries),
        cmocka_unit_test(mails_that_carry),
        cmocka_unit_test(saved_page),
        cmocka_unit_test(part_that_it_starts_with),
        cmocka_unit_test(letter),
        cmocka_unit_test(mailbox_of_two),
        cmocka_unit_test(what_is_told_as_a_mail),
        cmocka_unit_test(hostile_mail),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
