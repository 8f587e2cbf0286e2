// SPDX-License-Identifier: MIT
// Phrases of pages, and the words of their makers.
#include "read/page/author.h"
#include "read/page/facts.h"
#include "read/page/page_lines.h"
#include "read/page/tree.h"
#include "read_file.h"

static void phrases(void **state) {
    (void)state;
    make("lines/pages/page_words.csv",
         XC_SLICE("kind,language,value,words\nmonth,en,5,may\nauthor,en,,by|text by\n"));
    make("lines/pages/page_lines.csv",
         XC_SLICE("kind,language,starts\ncall,en,read more\ncall,en,close$\n"
                  "own,en,edited by\n"));
    xc_arena *arena = xc_arena_new();
    page_lines lines;
    assert_int_equal(page_lines_load(in_folder("lines"), arena, &lines, NULL), XC_OK);
    static const struct {
        const char *line;
        bool is_call;
    } cases[] = {
        {"READ MORE about it", true},
        {"Read moreover", false},
        {"Close", true},
        {"Close to the river", false},
        {"", false},
        {"We read more", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (line_is(&lines, LINE_CALL, xc_slice_of(cases[i].line)) != cases[i].is_call) {
            fail_msg("%s", cases[i].line);
        }
    }
    xc_slice behind;
    assert_true(line_follow(&lines, LINE_OWN, XC_SLICE("x Edited by Us."), &behind));
    assert_slice(behind, " Us.");
    assert_false(line_follow(&lines, LINE_OWN, XC_SLICE("unedited by Us"), &behind));
    assert_false(line_is(NULL, LINE_CALL, XC_SLICE("Read more")));

    xc_error error = {0};
    make("bad/pages/page_words.csv", XC_SLICE("kind,language,value,words\nmonth,en,13,may\n"));
    make("bad/pages/page_lines.csv", XC_SLICE("kind,language,starts\ncalls,en,read more\n"));
    assert_int_equal(page_lines_load(in_folder("bad"), arena, &lines, &error), XC_BAD_RULE);
    assert_int_equal(error.line, 2);
    page_words words;
    error = (xc_error){0};
    assert_int_equal(page_words_load(in_folder("bad"), arena, &words, &error), XC_BAD_RULE);
    assert_int_equal(error.line, 2);
    assert_int_equal(page_words_load(in_folder("none"), arena, &words, &error), XC_END);
    xc_arena_free(arena);
}

static void class_words(void **state) {
    (void)state;
    static const struct {
        const char *words;
        unsigned hints;
    } cases[] = {
        {"article-body", HINT_BODY},
        {"ArticleBody main", HINT_BODY},
        {"relatedStories", HINT_COMMENTS},
        {"c-share__list", HINT_BESIDE},
        {"sr-only", HINT_HIDDEN},
        {"cookie-banner", HINT_SITE | HINT_BESIDE},
        {"aboutauthor", HINT_BESIDE},
        {"wp-caption", HINT_CAPTION},
        {"header shadow adapt", 0},
        {"", 0},
        // what the article is about
        {"post category-comment tag-related post_tag-kommentar", 0},
        {"post category-town comments", HINT_COMMENTS | HINT_READERS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned hints = element_hints_of(xc_slice_of(cases[i].words));
        if (hints != cases[i].hints) {
            fail_msg("%s: %u", cases[i].words, hints);
        }
    }
}

static void names_of_authors(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"By Ana Quill", "Ana Quill"},
        {"Written by Ana Quill | The Post", "Ana Quill"},
        {"Von Ana Quill am 3. Mai", "Ana Quill"},
        {"Ana Quill 8 January 2020, 3:51 pm", "Ana Quill"},
        {"Ana Quill on Monday, September 4", "Ana Quill"},
        {"| Autor: Ana Quill", "Ana Quill"},
        {"Text von Ana Quill Fotos von Jo Bon", "Ana Quill"},
        {"Ana Quill, Staff Writer", "Ana Quill"},
        {"Ana Quill Updated 3 hours ago", "Ana Quill"},
        {"Ana At-Turi", "Ana At-Turi"},
        {"quill7", "quill7"},
        {"Por Ana Quill y Jo Bon", "Ana Quill y Jo Bon"},
        {"Autor:", ""},
        {"https://post.example/ana", ""},
        {"ana@post.example", ""},
        {"ana[at]post.example", ""},
        {"--", ""},
    };
    xc_arena *arena = xc_arena_new();
    page_words words;
    assert_int_equal(page_words_load(XC_SOURCE_DIR "/claims", arena, &words, NULL), XC_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_slice(author_clean(&words, xc_slice_of(cases[i][0])), cases[i][1]);
    }
    static const struct {
        const char *text;
        bool is_names;
    } names[] = {
        {"Ana Quill", true},          {"Ana Quill and Jo van Bon", true},
        {"Ana Quill, dpa", true},     {"Ana", false},
        {"Harbour Institute", false}, {"Ana Quill fell into the river", false},
        {"Ana Quill 2", false},       {"", false},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (author_is_names(&words, xc_slice_of(names[i].text)) != names[i].is_names) {
            fail_msg("%s", names[i].text);
        }
    }
    xc_arena_free(arena);
    assert_slice(url_host(XC_SLICE("https://www.post.example:80/x?y")), "post.example");
    assert_slice(url_host(XC_SLICE("/x//y")), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(phrases), cmocka_unit_test(class_words),
                                       cmocka_unit_test(names_of_authors)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
