// SPDX-License-Identifier: MIT
// When a happening was: the time of a clause, and of a noun's phrase.
#include "extract/statement/statement.h"

enum {
    MOST_LEAD = 6,   // tokens before a time that leads its sentence
    MOST_BESIDE = 9, // tokens between a noun and the time behind it
};

static bool is_date(const xc_time_mention *time) {
    return !time->duration_only;
}

const xc_time_mention *clause_time(const sentence_scan *scan, uint32_t first, uint32_t end) {
    const xc_time_mention *lead = NULL;
    index_range range = scan_times(scan, scan->sentence_index);
    for (size_t i = range.first; i < range.last; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        if (!is_date(time)) {
            continue;
        }
        if (time->first_token >= first && time->first_token < end) {
            return time;
        }
        if (time->first_token <= scan->sentence->first_token + MOST_LEAD &&
            time->last_token <= first) {
            lead = time;
        }
    }
    return lead;
}

// "the 2020 war", "the flood of 1953": a year that tells which one.
static const xc_time_mention *year_in(const sentence_scan *scan, xc_span phrase) {
    for (uint32_t token = phrase.first; token < phrase.last + 2; token++) {
        bool behind = token >= phrase.last;
        if (token >= scan->sentence->last_token ||
            scan_token_at(scan, token)->kind != XC_TOKEN_NUMBER ||
            (behind && !(scan_grammar(scan, (int64_t)token - 1) & G_OF))) {
            continue;
        }
        xc_date year;
        xc_slice digits = xc_token_slice(scan->text, token);
        if (digits.len == 4 && xc_date_parse(digits, &year)) {
            xc_time_mention *time = xc_arena_alloc(scan->arena, sizeof *time);
            if (time) {
                *time = (xc_time_mention){.first_token = token,
                                          .last_token = token + 1,
                                          .sentence = scan->sentence_index,
                                          .from = year};
            }
            return time;
        }
    }
    return NULL;
}

// Whether the words between a noun and a time leave the time to the noun: no verb, and no other
// happening.
static bool is_beside(const sentence_scan *scan, uint32_t noun, uint32_t time) {
    if (time > noun + MOST_BESIDE) {
        return false;
    }
    for (uint32_t token = noun; token < time; token++) {
        uint32_t grammar = scan_grammar(scan, token);
        // "a speech delivered in May"
        bool told = ends_phrase(scan, token) && !token_is_verbal(scan, token) &&
                    (scan_grammar(scan, (int64_t)token + 1) & G_PREPOSITION);
        if ((!told && (saying_at(scan, token) || ends_phrase(scan, token))) ||
            (grammar & (G_RELATIVE | G_SUBORDINATE | G_CONJUNCTION))) {
            return false;
        }
    }
    return true;
}

// A subject: it begins its sentence, but for a time and a conjunction, or follows a comma.
static bool is_subject(const sentence_scan *scan, uint32_t first) {
    int64_t token = (int64_t)first - 1;
    while (scan_in(scan, token)) {
        char mark = scan_mark_at(scan, token);
        bool lead = scan_is_time(scan, (uint32_t)token) ||
                    (scan_grammar(scan, token) & G_CONJUNCTION) || mark == '"' || mark == ',';
        if (!lead) {
            return (scan_grammar(scan, token) & G_PREPOSITION) &&
                   scan_is_time(scan, (uint32_t)token + 1);
        }
        token--;
    }
    return true;
}

const xc_time_mention *noun_time(const sentence_scan *scan, xc_span phrase, uint32_t end) {
    const xc_time_mention *year = year_in(scan, phrase);
    bool subject = is_subject(scan, phrase.first);
    const xc_time_mention *lead = NULL;
    index_range range = scan_times(scan, scan->sentence_index);
    for (size_t i = range.first; i < range.last && !year; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        if (!is_date(time)) {
            continue;
        }
        bool within = time->first_token >= phrase.first && time->first_token < phrase.last;
        bool behind = time->first_token >= phrase.last && time->first_token < end;
        if (within ||
            (behind && (subject || is_beside(scan, phrase.last, time->first_token)))) {
            return time;
        }
        bool leads = time->first_token <= scan->sentence->first_token + MOST_LEAD &&
                     time->last_token <= phrase.first;
        lead = leads && subject ? time : lead;
    }
    return year ? year : lead;
}
