// SPDX-License-Identifier: MIT
// Evidence is short, holds the claim, is cut at words, and is verbatim between its marks.
#include "crossclaim/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static xc_slice repeat(xc_arena *arena, const char *unit, size_t times) {
    xc_buffer out = {0};
    for (size_t i = 0; i < times; i++) {
        xc_buffer_text(&out, unit);
    }
    xc_slice copy = xc_arena_copy(arena, xc_buffer_slice(&out));
    xc_buffer_release(&out);
    return copy;
}

static size_t characters(xc_slice text) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++) {
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    }
    return count;
}

// Wherever the claim stands in the sentence.
static void check_cuts(xc_arena *arena, xc_slice sentence, size_t claim) {
    for (size_t at = 0; at + claim <= sentence.len; at += 7) {
        if (((unsigned char)sentence.ptr[at] & 0xC0) == 0x80 ||
            (at + claim < sentence.len &&
             ((unsigned char)sentence.ptr[at + claim] & 0xC0) == 0x80)) {
            continue;
        }
        xc_slice cut = xc_evidence_cut(sentence, at, at + claim, arena);
        xc_slice core = xc_evidence_core(cut);
        assert_in_range(characters(cut), 400, XC_EVIDENCE_LENGTH);
        assert_true(xc_slice_find(sentence, core) != SIZE_MAX);
        assert_true(xc_slice_find(core, xc_slice_sub(sentence, at, at + claim)) != SIZE_MAX);
        assert_true(((unsigned char)core.ptr[0] & 0xC0) != 0x80);
    }
}

static void evidence_is_cut_around_the_claim(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    assert_non_null(arena);
    check_cuts(arena, repeat(arena, "boats left the bay ", 60), 12);
    check_cuts(arena, repeat(arena, "ночью лодки ушли из порта ", 60), 20);
    check_cuts(arena, repeat(arena, "é", 900), 2);
    check_cuts(arena, repeat(arena, "x", 900), 400);
    xc_slice brief = repeat(arena, "é", 600);
    xc_slice cut = xc_evidence_cut(brief, 0, 2, arena);
    assert_ptr_equal(cut.ptr, brief.ptr);
    assert_int_equal(cut.len, brief.len);
    xc_arena_free(arena);
}

static void cuts_stand_between_words(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    assert_non_null(arena);
    xc_slice sentence = repeat(arena, "boats left the bay ", 60);
    xc_slice middle = xc_evidence_cut(sentence, 500, 504, arena);
    assert_true(xc_slice_starts(middle, XC_SLICE("…")));
    xc_slice core = xc_evidence_core(middle);
    assert_int_equal(core.len, middle.len - 2 * strlen("…"));
    size_t at = xc_slice_find(XC_SLICE("boats left the bay boats left the bay "),
                              xc_slice_sub(core, 0, 18));
    assert_true(at == 0 || at == 6 || at == 11 || at == 15);
    char last = core.ptr[core.len - 1];
    assert_true(last == 's' || last == 't' || last == 'e' || last == 'y');
    xc_slice first = xc_evidence_cut(sentence, 0, 5, arena);
    assert_true(xc_slice_starts(first, XC_SLICE("boats")));
    xc_slice whole = xc_evidence_cut(sentence, 0, sentence.len, arena);
    assert_in_range(characters(whole), 500, XC_EVIDENCE_LENGTH);
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(evidence_is_cut_around_the_claim),
                                       cmocka_unit_test(cuts_stand_between_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
