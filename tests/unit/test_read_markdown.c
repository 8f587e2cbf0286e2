// SPDX-License-Identifier: MIT
// Markdown, with and without front matter.
#include "read_file.h"

static void read_sample(const char *name, documents *out) {
    char path[512];
    (void)snprintf(path, sizeof path, "%s/tests/fuzz/seeds/text/%s", XC_SOURCE_DIR, name);
    xc_buffer bytes = {0};
    assert_int_equal(xc_file_read(path, 1 << 20, &bytes, NULL), XC_OK);
    make(name, xc_buffer_slice(&bytes));
    xc_buffer_release(&bytes);
    read_file(name, NULL, out);
}

static void clipped(void **state) {
    (void)state;
    documents read;
    read_sample("clipped.md", &read);
    assert_int_equal(read.count, 1);
    const xc_document *note = &read.items[0];
    assert_slice(note->format, "markdown");
    assert_slice(note->title, "Bridge falls: six die");
    assert_false(note->title_in_text);
    assert_slice(note->url, "https://post.example/2021/bridge");
    assert_slice(note->source, "post.example");
    assert_slice(note->author, "Ana Quill");
    assert_slice(note->published, "2021-05-06");
    assert_slice(note->text, "Bridge falls\n\nThe mayor said that six people died.\n\n\n\n"
                             "- 45 houses were damaged, 12 of them [badly].");
    forget(&read);
}

static void toml(void **state) {
    (void)state;
    documents read;
    read_sample("toml.txt", &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].title, "Flood");
    assert_slice(read.items[0].author, "Ana Quill, Bo Reed");
    assert_slice(read.items[0].source, "The Post");
    assert_slice(read.items[0].published, "2021-05-07T10:11:12Z");
    assert_slice(read.items[0].text, "Nine people died.");
    forget(&read);
}

static void first_lines(void **state) {
    (void)state;
    static const struct {
        const char *name, *content, *title, *text, *format;
    } cases[] = {
        {"a.md", "## Bridge falls\n\n#1 on the list", "Bridge falls",
         "Bridge falls\n\n#1 on the list", "markdown"},
        {"b.md", "\xEF\xBB\xBF---\nlang: en\n---\nSix died.", "Six died.", "Six died.",
         "markdown"},
        // What only looks like front matter is text.
        {"c.txt", "---\nSix died.\n---\nNobody knows.\n", "---",
         "---\nSix died.\n---\nNobody knows.", "text"},
        {"d.txt", "---\nplace: Alda\n\nand so on\n", "---", "---\nplace: Alda\n\nand so on",
         "text"},
        {"e.md", "[open](x and [a](b) ! [", "[open](x and a ! [", "[open](x and a ! [",
         "markdown"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        documents read;
        make(cases[i].name, xc_slice_of(cases[i].content));
        read_file(cases[i].name, NULL, &read);
        assert_int_equal(read.count, 1);
        assert_slice(read.items[0].title, cases[i].title);
        assert_slice(read.items[0].text, cases[i].text);
        assert_slice(read.items[0].format, cases[i].format);
        assert_true(read.items[0].title_in_text);
        forget(&read);
    }
    documents read;
    make("author.md", XC_SLICE("---\nauthor: [[Ana Q\xC3\xBC]\n---\nSix died."));
    read_file("author.md", NULL, &read);
    assert_slice(read.items[0].author, "[Ana Q\xC3\xBC"); // no letter is cut in two
    forget(&read);
    make("f.md", XC_SLICE("---\ntitle: T\n---\n\n"));
    read_file("f.md", NULL, &read);
    assert_int_equal(read.count, 0);
    assert_non_null(strstr(read.error.message, "no text"));
    forget(&read);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(clipped), cmocka_unit_test(toml),
                                       cmocka_unit_test(first_lines)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
