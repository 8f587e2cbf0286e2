// SPDX-License-Identifier: MIT
// Long sentences shortened around a claim.
#include "crossclaim/base/evidence.h"

enum { LONGEST_WORD = 40 }; // bytes looked through for a word's end

static const xc_slice mark = XC_SLICE_INIT("…");

static bool begins_character(char c) {
    return ((unsigned char)c & 0xC0) != 0x80;
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

static size_t count_characters(xc_slice text) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++) {
        count += begins_character(text.ptr[i]);
    }
    return count;
}

// `count` characters before the byte `at`.
static size_t step_back(xc_slice text, size_t at, size_t count) {
    while (at > 0 && count > 0) {
        at--;
        count -= begins_character(text.ptr[at]);
    }
    return at;
}

// `count` characters behind the byte `at`.
static size_t step_on(xc_slice text, size_t at, size_t count) {
    while (at < text.len && (count > 0 || !begins_character(text.ptr[at]))) {
        count -= begins_character(text.ptr[at]);
        at++;
    }
    return at;
}

// The next begin of a word between two bytes; the first one where no word begins near it.
static size_t word_begin(xc_slice text, size_t from, size_t to) {
    size_t farthest = from + LONGEST_WORD < to ? from + LONGEST_WORD : to;
    for (size_t at = from; from > 0 && at < farthest; at++) {
        if (is_space(text.ptr[at - 1]) && !is_space(text.ptr[at])) {
            return at;
        }
    }
    return from;
}

// The last end of a word between two bytes; the second one where no word ends near it.
static size_t word_end(xc_slice text, size_t from, size_t to) {
    size_t farthest = from + LONGEST_WORD < to ? to - LONGEST_WORD : from;
    for (size_t at = to; to < text.len && at > farthest; at--) {
        if (is_space(text.ptr[at]) && !is_space(text.ptr[at - 1])) {
            return at;
        }
    }
    return to;
}

xc_slice xc_evidence_cut(xc_slice sentence, size_t start, size_t end, xc_arena *arena) {
    if (sentence.len <= XC_EVIDENCE_LENGTH ||
        count_characters(sentence) <= XC_EVIDENCE_LENGTH) {
        return sentence;
    }
    start = start < sentence.len ? start : sentence.len;
    end = end < start ? start : end < sentence.len ? end : sentence.len;
    const size_t most = XC_EVIDENCE_LENGTH - 2; // the marks
    size_t words = count_characters(xc_slice_sub(sentence, start, end));
    size_t room = words < most ? most - words : 0;
    size_t before = count_characters(xc_slice_sub(sentence, 0, start));
    size_t behind = count_characters(xc_slice_sub(sentence, end, sentence.len));
    size_t left = before < room / 2 ? before : room / 2;
    size_t right = behind < room - left ? behind : room - left;
    left = before < room - right ? before : room - right;
    size_t from = word_begin(sentence, step_back(sentence, start, left), start);
    size_t whole =
        words < most ? step_on(sentence, end, right) : step_on(sentence, start, most);
    size_t to = word_end(sentence, words < most ? end : start, whole);
    return xc_arena_print(arena, "%s%.*s%s", from > 0 ? mark.ptr : "",
                          XC_PRINT(xc_slice_sub(sentence, from, to)),
                          to < sentence.len ? mark.ptr : "");
}

xc_slice xc_evidence_core(xc_slice evidence) {
    size_t from = xc_slice_starts(evidence, mark) ? mark.len : 0;
    size_t to = evidence.len;
    if (to >= from + mark.len &&
        xc_slice_equal(xc_slice_sub(evidence, to - mark.len, to), mark)) {
        to -= mark.len;
    }
    return xc_slice_sub(evidence, from, to);
}
