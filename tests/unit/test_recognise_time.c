// SPDX-License-Identifier: MIT
// Times in sentences. The cases stand in test_recognise_time.csv, where they can be read and
// added without a compiler.
#include "crossclaim/recognise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
    xc_arena *arena;
    xc_lexicon *lexicon;
    xc_splitter *splitter;
    xc_language *language;
} fixture;

static int set_up(void **state) {
    static fixture f;
    xc_error error = {0};
    f.arena = xc_arena_new();
    f.lexicon = xc_lexicon_new();
    assert_non_null(f.arena);
    assert_non_null(f.lexicon);
    const char *language = XC_SOURCE_DIR "/claims/en";
    assert_int_equal(xc_splitter_load(language, f.lexicon, &f.splitter, &error), XC_OK);
    xc_status status = xc_language_load(language, f.lexicon, &f.language, &error);
    if (status != XC_OK) {
        fail_msg("%s:%ld: %s", error.path, error.line, error.message);
    }
    *state = &f;
    return 0;
}

static int tear_down(void **state) {
    fixture *f = *state;
    if (!f) {
        return 0;
    }
    xc_language_free(f->language);
    xc_splitter_free(f->splitter);
    xc_lexicon_free(f->lexicon);
    xc_arena_free(f->arena);
    return 0;
}

static xc_text split(fixture *f, xc_slice bytes) {
    xc_text text;
    xc_error error = {0};
    assert_int_equal(xc_text_split(bytes, f->lexicon, f->splitter, f->arena, &text, &error),
                     XC_OK);
    return text;
}

static xc_mentions recognise(fixture *f, const xc_text *text, xc_slice published) {
    xc_mentions mentions;
    xc_error error = {0};
    xc_date reference = {0};
    if (published.len) {
        assert_true(xc_date_parse(published, &reference));
    }
    assert_int_equal(xc_recognise(f->language, text, reference, f->arena, &mentions, &error),
                     XC_OK);
    return mentions;
}

// "words = from..to", as the head of the table explains.
static void print_mention(const xc_text *text, const xc_time_mention *m, xc_buffer *out) {
    char from[XC_DATE_PRINTED];
    char to[XC_DATE_PRINTED];
    size_t from_length = xc_date_print(m->from, from);
    size_t to_length = xc_date_print(m->to, to);
    xc_slice words = xc_slice_sub(text->bytes, m->start, m->end);
    xc_buffer_print(out, "%s%.*s = ", out->len ? "; " : "", XC_PRINT(words));
    if (!from_length && !to_length) {
        xc_buffer_text(out, "?");
    } else if (m->as_of) {
        xc_buffer_print(out, "as of %s", to);
    } else {
        bool dots = to_length || m->open;
        xc_buffer_print(out, "%s%s%s", from, dots ? ".." : "", to);
    }
}

static void check_times(fixture *f, const xc_word_table *table, size_t row, int *failures) {
    xc_arena_mark mark = xc_arena_here(f->arena);
    xc_text text = split(f, xc_word_table_cell(table, row, "text"));
    xc_mentions mentions = recognise(f, &text, xc_word_table_cell(table, row, "published"));
    xc_buffer printed = {0};
    for (size_t i = 0; i < mentions.time_count; i++) {
        print_mention(&text, &mentions.times[i], &printed);
    }
    xc_slice want = xc_word_table_cell(table, row, "times");
    if (!xc_slice_equal(xc_buffer_slice(&printed), want)) {
        print_error("line %ld: %.*s\n  want %.*s\n  got  %.*s\n", table->lines[row],
                    XC_PRINT(text.bytes), XC_PRINT(want), XC_PRINT(xc_buffer_slice(&printed)));
        (*failures)++;
    }
    xc_buffer_release(&printed);
    xc_arena_rewind(f->arena, mark);
}

static void times_are_those_of_the_table(void **state) {
    fixture *f = *state;
    xc_word_table table;
    xc_error error = {0};
    assert_int_equal(xc_word_table_load(XC_SOURCE_DIR "/tests/unit", "test_recognise_time.csv",
                                        f->arena, &table, &error),
                     XC_OK);
    assert_true(table.rows >= 50);
    int failures = 0;
    for (size_t i = 0; i < table.rows; i++) {
        check_times(f, &table, i, &failures);
    }
    assert_int_equal(failures, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_are_those_of_the_table),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
