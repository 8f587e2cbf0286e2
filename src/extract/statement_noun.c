// SPDX-License-Identifier: MIT
// Statements of nouns: "the ceasefire of 20 September", "a blast on Monday".
#include "statement.h"

enum { MOST_NOUN_PHRASE = 8 };

// Where the noun's phrase begins: over adjectives, names and times to its determiner.
static uint32_t phrase_start(const xc_scan *scan, uint32_t noun) {
    uint32_t first = noun;
    while (first > scan->sentence->first_token && noun - first < MOST_NOUN_PHRASE) {
        const xc_token *t = xc_scan_token(scan, first - 1);
        uint32_t grammar = xc_scan_grammar(scan, (int64_t)first - 1);
        bool time = xc_scan_in_time(scan, scan->sentence_index, first - 1);
        bool joined = t->kind == XC_TOKEN_PUNCTUATION && !(t->flags & XC_TOKEN_SPACE_BEFORE) &&
                      (t->mark == '-' || t->mark == '\'');
        bool ends = grammar & (XC_G_PREPOSITION | XC_G_CONJUNCTION | XC_G_RELATIVE | XC_G_OF |
                               XC_G_BY | XC_G_TO | XC_G_REPORT | XC_G_SUBORDINATE);
        if (!time && !joined &&
            (ends || t->kind == XC_TOKEN_PUNCTUATION || xc_token_is_verbal(scan, first - 1))) {
            break;
        }
        first--;
        if (grammar & (XC_G_DETERMINER)) {
            break;
        }
    }
    return first;
}

// "the 2020 war", "the flood of 1953": a year that tells which one.
static const xc_time_mention *year_in(const xc_scan *scan, uint32_t first, uint32_t noun_last) {
    for (uint32_t token = first; token < noun_last + 2; token++) {
        bool behind = token >= noun_last;
        if (token >= scan->sentence->last_token ||
            xc_scan_token(scan, token)->kind != XC_TOKEN_NUMBER ||
            (behind && !(xc_scan_grammar(scan, (int64_t)token - 1) & XC_G_OF))) {
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

// Where the clause ends of which the noun is the subject: behind its verb, too.
static uint32_t sentence_end(const xc_scan *scan, uint32_t noun) {
    uint32_t end = xc_clause_end(scan, noun);
    uint32_t verb = end;
    while (verb < scan->sentence->last_token && verb < end + MOST_NOUN_PHRASE &&
           (xc_token_is_verbal(scan, verb) || (xc_scan_grammar(scan, verb) & XC_G_ADVERB))) {
        verb++;
    }
    return verb > end ? xc_clause_end(scan, verb) : end;
}

bool xc_say_noun(xc_saying *s) {
    const xc_scan *scan = s->scan;
    if (!(s->forms & XC_NOUN_FORMS) ||
        ((s->forms & XC_VERB_FORMS) && !xc_stands_as_noun(scan, s->word))) {
        return false;
    }
    uint32_t first = phrase_start(scan, s->word->first);
    uint32_t end = sentence_end(scan, s->word->last);
    xc_statement said = {.first = first, .last = end};
    xc_span object = {end, end};
    if (xc_scan_grammar(scan, s->word->last) & (XC_G_OF | XC_G_PREPOSITION)) {
        object = xc_clause_object(scan, s->word->last, end);
    }
    said.object_first = object.first;
    said.object_last = object.last;
    said.time = year_in(scan, first, s->word->last);
    said.time = said.time ? said.time : xc_clause_time(scan, first, end);
    return xc_statement_add(s, said, XC_ASSERTED);
}
