// SPDX-License-Identifier: MIT
// Lists of words and points that are wrong: the message names the file and the line.
#include "extract/rules/counting_words.h"
#include "extract/rules/frame_words.h"
#include "extract/rules/happening_words.h"
#include "extract/rules/place_points.h"
#include "extract/rules/speaker_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

typedef xc_status list_loader(const char *folder, xc_error *error);

static xc_status load_speakers(const char *folder, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    xc_lexicon *lexicon = xc_lexicon_new();
    speaker_words words;
    xc_status status = speaker_words_load(folder, lexicon, arena, &words, error);
    speaker_words_release(&words);
    xc_lexicon_free(lexicon);
    xc_arena_free(arena);
    return status;
}

static xc_status load_frames(const char *folder, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    xc_lexicon *lexicon = xc_lexicon_new();
    frame_words words;
    xc_status status = frame_words_load(folder, lexicon, arena, &words, error);
    xc_lexicon_free(lexicon);
    xc_arena_free(arena);
    return status;
}

typedef xc_status (*bits_loader)(const char *, xc_lexicon *, xc_arena *, word_bits *,
                                 xc_error *);

static xc_status load_bits(bits_loader load, const char *folder, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    xc_lexicon *lexicon = xc_lexicon_new();
    word_bits words;
    xc_status status = load(folder, lexicon, arena, &words, error);
    xc_lexicon_free(lexicon);
    xc_arena_free(arena);
    return status;
}

static xc_status load_happenings(const char *folder, xc_error *error) {
    return load_bits(happening_words_load, folder, error);
}

static xc_status load_counting(const char *folder, xc_error *error) {
    return load_bits(counting_words_load, folder, error);
}

static xc_status load_points(const char *folder, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    place_points points;
    xc_status status = place_points_load(folder, arena, &points, error);
    xc_arena_free(arena);
    return status;
}

static const struct {
    const char *file;
    list_loader *load;
    const char *text;
    long line; // 0: it loads
    const char *message;
} lists[] = {
    {"speakers.csv", load_speakers, "role,of,words\nsay,,said|noted\nbody,medical,clinic\n", 0,
     ""},
    {"speakers.csv", load_speakers, "role,of,words\nsay,,said\nshout,,yelled\n", 3,
     "role 'shout' is unknown; use one that claims/README.md names"},
    {"speakers.csv", load_speakers, "role,of,words\nbody,weather,forecaster\n", 2,
     "'weather' is no kind of speaker; use one that claims/README.md names"},
    {"speakers.csv", load_speakers, "role,of,words\n\nsay,,said,noted\n", 3,
     "quote a cell that holds a comma"},
    {"speakers.csv", load_speakers, "role,of,words\nsay,,\"said\n", 2, "quot"},
    {"frames.csv", load_frames, "role,words\nevent,flood\nplace_town,village\n", 0, ""},
    {"frames.csv", load_frames, "role,words\nevent,flood\nweather,rain\n", 3,
     "role 'weather' is unknown; use one that claims/README.md names"},
    {"happenings.csv", load_happenings, "role,words\nsince,since\nrecord,worst\n", 0, ""},
    {"happenings.csv", load_happenings, "role,words\nsince,since\nweather,rain\n", 3,
     "role 'weather' is unknown; use one that claims/README.md names"},
    {"counting.csv", load_counting, "role,words\nwith,with\ngives,put puts\n", 0, ""},
    {"counting.csv", load_counting, "role,words\nwith,with\nweather,rain\n", 3,
     "role 'weather' is unknown; use one that claims/README.md names"},
    {"place_points.csv", load_points, "feature,bin,points\nnear,6,-45\nsize,0,12\n", 0, ""},
    {"place_points.csv", load_points, "feature,bin,points\nnear,0,4\nweather,0,4\n", 3,
     "no feature, bin and points of this version"},
    {"place_points.csv", load_points, "feature,bin,points\nnear,7,4\n", 2,
     "make the file with tools/place_points.py"},
    {"place_points.csv", load_points, "feature,bin,points\nnear,0,4.5\n", 2, "no feature"},
    {"place_points.csv", load_points, "feature,bin,points\nnear,0,99999999999\n", 2,
     "no feature"},
};

static void a_wrong_list_is_told_by_file_and_line(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        char folder[] = "/tmp/crossclaim-lists-XXXXXX";
        assert_non_null(mkdtemp(folder));
        char path[64];
        (void)snprintf(path, sizeof path, "%s/%s", folder, lists[i].file);
        xc_error error = {0};
        assert_int_equal(xc_file_write(path, xc_slice_of(lists[i].text), &error), XC_OK);
        xc_status status = lists[i].load(folder, &error);
        (void)unlink(path);
        (void)rmdir(folder);
        bool loads = !lists[i].line;
        bool told = error.line == lists[i].line && strstr(error.path, lists[i].file) &&
                    strstr(error.message, lists[i].message);
        if (loads ? status != XC_OK : status != XC_BAD_RULE || !told) {
            fail_msg("list %zu: wanted \"%s\", got status %d \"%s:%ld: %s\"", i,
                     lists[i].message, (int)status, error.path, error.line, error.message);
        }
    }
}

// Whoever writes a list looks its roles up there, as the message says.
static void every_role_is_described(void **state) {
    (void)state;
    static const char *const roles[] = {
#define ROLE_NAME(name, written) "`" #written "`",
        FRAME_ROLES(ROLE_NAME) HAPPENING_ROLES(ROLE_NAME)
#undef ROLE_NAME
    };
    xc_buffer readme = {0};
    xc_error error = {0};
    assert_int_equal(xc_file_read(XC_SOURCE_DIR "/claims/README.md", 1 << 20, &readme, &error),
                     XC_OK);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (xc_slice_find(xc_buffer_slice(&readme), xc_slice_of(roles[i])) == SIZE_MAX) {
            fail_msg("claims/README.md does not describe %s", roles[i]);
        }
    }
    xc_buffer_release(&readme);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wrong_list_is_told_by_file_and_line),
        cmocka_unit_test(every_role_is_described),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
