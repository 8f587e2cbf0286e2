// SPDX-License-Identifier: MIT
// Times in sentences. The cases stand in data/times.csv, where they can be read and
// added without a compiler.
#include "crossclaim/recognise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

static void check_times(fixture *f, const xc_csv *table, size_t row, int *failures) {
    xc_arena_mark mark = xc_arena_here(f->arena);
    xc_text text = split(f, xc_csv_cell(table, row, "text"));
    xc_mentions mentions = recognise(f, &text, xc_csv_cell(table, row, "published"));
    xc_buffer printed = {0};
    for (size_t i = 0; i < mentions.time_count; i++) {
        print_mention(&text, &mentions.times[i], &printed);
    }
    xc_slice want = xc_csv_cell(table, row, "times");
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
    xc_csv table;
    xc_error error = {0};
    assert_int_equal(xc_csv_load(XC_SOURCE_DIR "/tests/unit/data", "times.csv", NULL, f->arena,
                                 &table, &error),
                     XC_OK);
    assert_true(table.rows >= 150);
    int failures = 0;
    for (size_t i = 0; i < table.rows; i++) {
        check_times(f, &table, i, &failures);
    }
    assert_int_equal(failures, 0);
}

// The date that relative times of an undated text are resolved against.
static void latest_date_is_past_and_full(void **state) {
    fixture *f = *state;
    static const char *const cases[][2] = {
        {"The bridge fell on June 3, 2021.", "2021-06-03"},
        {"Today, 3 June 2021, the bridge fell; it was built on 5 May 1990.", "2021-06-03"},
        {"It was shut from 2 to 5 May 2021.", "2021-05-05"},
        {"It will be rebuilt by 1 May 2030. It fell on 3 June 2021.", "2021-06-03"},
        {"The vote is due on 1 May 2030.", ""},
        {"It fell on June 3. It was built in May 2021.", ""},
        {"It fell on 30 February 2021.", ""},
        {"It fell on Monday, two days after 1 May.", ""},
        {"MADRID, 3 JUN 88 (EFE) -- THE BRIDGE FELL AT 17:35.", "1988-06-03"},
        {"It fell at 2021-06-03T17:35.", "2021-06-03"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_text text = split(f, xc_slice_of(cases[i][0]));
        char printed[XC_DATE_PRINTED];
        xc_date_print(xc_latest_date(f->language, &text), printed);
        if (strcmp(printed, cases[i][1]) != 0) {
            fail_msg("%s: want '%s', got '%s'", cases[i][0], cases[i][1], printed);
        }
    }
}

// Spans lie in their sentences, in order, and never overlap.
static void check_spans(const xc_text *text, const xc_mentions *mentions) {
    for (size_t i = 0; i < mentions->time_count; i++) {
        const xc_time_mention *m = &mentions->times[i];
        assert_true(m->start < m->end && m->end <= text->bytes.len);
        assert_true(m->first_token < m->last_token);
        assert_int_equal(text->tokens[m->first_token].start, m->start);
        assert_int_equal(text->tokens[m->last_token - 1].end, m->end);
        const xc_sentence *sentence = &text->sentences[m->sentence];
        assert_true(m->first_token >= sentence->first_token);
        assert_true(m->last_token <= sentence->last_token);
        if (i > 0) {
            assert_true(mentions->times[i - 1].last_token <= m->first_token);
        }
    }
}

// Every pair and triple of words that times are made of, whatever sense it makes.
static void spans_never_overlap(void **state) {
    fixture *f = *state;
    static const char *const words[] = {
        "Monday", "May",   "24",    "2020", "last",  "two",   "weeks", "ago",  "from",
        "to",     "and",   "of",    "the",  "first", "5pm",   "17:35", "-",    "by",
        "early",  "1990s", "after", ",",    "today", "night", "Q3",    "24/9", "week"};
    static const char *const published[] = {"2020-02-29", "", "0001-01-01", "9999-12-31T23:59",
                                            "2020"};
    enum { DATES = sizeof published / sizeof *published };
    enum { WORDS = sizeof words / sizeof *words };
    for (size_t i = 0; i < (size_t)WORDS * WORDS * WORDS; i++) {
        xc_arena_mark mark = xc_arena_here(f->arena);
        xc_slice bytes =
            xc_arena_print(f->arena, "It fell %s %s %s on 3 May.", words[i % WORDS],
                           words[i / WORDS % WORDS], words[i / WORDS / WORDS]);
        xc_text text = split(f, bytes);
        xc_mentions mentions = recognise(f, &text, xc_slice_of(published[i % DATES]));
        check_spans(&text, &mentions);
        xc_arena_rewind(f->arena, mark);
    }
}

// A reader that looked back to the start for each of them would need hours.
static void long_sentences_are_read_once(void **state) {
    fixture *f = *state;
    static const char *const pieces[] = {
        "Monday to ",       "two days after ", "two days from ", "will Friday ", "12:12 (",
        "1-2/3:4.5 ",       "first week of ",  "between 1 and ", "May ",         "1 day and ",
        "since early May ", "Q3 of ",          "the end of ",    "'90s ",        "2020-"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        xc_arena_mark mark = xc_arena_here(f->arena);
        xc_buffer bytes = {0};
        while (bytes.len < 300000) {
            xc_buffer_text(&bytes, pieces[i]);
        }
        assert_int_equal(bytes.status, XC_OK);
        xc_text text = split(f, xc_buffer_slice(&bytes));
        xc_mentions mentions = recognise(f, &text, XC_SLICE("2020-02-29"));
        check_spans(&text, &mentions);
        xc_buffer_release(&bytes);
        xc_arena_rewind(f->arena, mark);
    }
}

static void expect_bad_table(const char *content, long line) {
    char directory[] = "/tmp/xc-times-XXXXXX";
    assert_non_null(mkdtemp(directory));
    char path[64];
    (void)snprintf(path, sizeof path, "%s/times.csv", directory);
    xc_error error = {0};
    assert_int_equal(xc_file_write(path, xc_slice_of(content), &error), XC_OK);
    xc_lexicon *lexicon = xc_lexicon_new();
    xc_language *language = NULL;
    assert_int_equal(xc_language_load(directory, lexicon, &language, &error), XC_BAD_RULE);
    assert_int_equal(error.line, line);
    assert_null(language);
    xc_lexicon_free(lexicon);
    (void)unlink(path);
    (void)rmdir(directory);
}

static void wrong_tables_are_told_by_line(void **state) {
    (void)state;
    expect_bad_table("kind,word,value,note\nmonth,may,5,weak\nmoon,full,1,\n", 3);
    expect_bad_table("kind,word,value,note\nmonth,,5,weak\n", 2);
    expect_bad_table("kind,word,value,note\nunit,week,weak,\n", 2);
    expect_bad_table("kind,word,value,note\nmonth,may,123456,\n", 2);
    expect_bad_table("kind,word,value,note\nmonth,may,5,feeble\n", 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_are_those_of_the_table),
        cmocka_unit_test(latest_date_is_past_and_full),
        cmocka_unit_test(spans_never_overlap),
        cmocka_unit_test(long_sentences_are_read_once),
        cmocka_unit_test(wrong_tables_are_told_by_line),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
