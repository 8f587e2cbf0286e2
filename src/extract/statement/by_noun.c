// SPDX-License-Identifier: MIT
// Statements of nouns: "the ceasefire of 20 September", "a blast on Monday", "Lorvia's
// recognition of the republic".
#include "extract/statement/statement.h"

enum { MOST_NOUN_PHRASE = 10 };

static bool goes_on(const xc_scan *scan, uint32_t token) {
    const xc_token *t = xc_scan_token(scan, token);
    if (xc_scan_in_time(scan, scan->sentence_index, token) || xc_scan_owns(scan, token)) {
        return true;
    }
    if (t->kind == XC_TOKEN_PUNCTUATION) {
        return t->mark == '"' ||
               (xc_scan_joined(scan, token) && (t->mark == '-' || t->mark == '\''));
    }
    uint32_t ends = XC_G_PREPOSITION | XC_G_CONJUNCTION | XC_G_RELATIVE | XC_G_OF | XC_G_BY |
                    XC_G_TO | XC_G_SUBORDINATE;
    return !(xc_scan_grammar(scan, token) & ends) && !xc_ends_phrase(scan, token);
}

// Where the noun's phrase begins: over adjectives, names and times to its determiner.
static uint32_t phrase_start(const xc_scan *scan, uint32_t noun) {
    uint32_t first = noun;
    while (first > scan->sentence->first_token && noun - first < MOST_NOUN_PHRASE &&
           goes_on(scan, first - 1)) {
        first--;
        if ((xc_scan_grammar(scan, first) & XC_G_DETERMINER) && !xc_scan_owns(scan, first)) {
            break;
        }
    }
    return first;
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

// Whose it is: "Lorvia's recognition", "Lorvian shelling".
static xc_span owner_of(const xc_scan *scan, xc_span phrase) {
    for (uint32_t token = phrase.last; token-- > phrase.first + 1;) {
        if (xc_scan_owns(scan, token) &&
            !xc_scan_in_time(scan, scan->sentence_index, token - 1)) {
            return xc_phrase_trim(scan, (xc_span){phrase.first, token});
        }
    }
    return (xc_span){phrase.first, phrase.first};
}

// The number before the noun: "three explosions".
static const xc_quantity *count_in(const xc_scan *scan, xc_span phrase) {
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *quantity = &scan->mentions->quantities[i];
        if (quantity->kind == XC_COUNT && quantity->first_token >= phrase.first &&
            quantity->last_token <= phrase.last) {
            return quantity;
        }
    }
    return NULL;
}

bool xc_say_noun(xc_saying *s) {
    const xc_scan *scan = s->scan;
    if (!(s->forms & XC_NOUN_FORMS) ||
        ((s->forms & XC_VERB_FORMS) &&
         !xc_stands_as_noun(scan, s->word->first, s->word->last))) {
        return false;
    }
    xc_span phrase = {phrase_start(scan, s->word->first), s->word->last};
    const xc_quantity *count = count_in(scan, phrase);
    if (count && !scan->rules->rules[s->rule].counted) {
        return false;
    }
    uint32_t end = sentence_end(scan, s->word->last);
    xc_statement said = {.first = phrase.first, .last = end, .count = count};
    if (count) {
        said.first = count->first_token;
        said.last = s->word->last;
    }
    xc_span owner = owner_of(scan, (xc_span){phrase.first, s->word->first});
    said.subject_first = owner.first;
    said.subject_last = owner.last;
    if (xc_scan_grammar(scan, s->word->last) & (XC_G_OF | XC_G_PREPOSITION)) {
        xc_span object = xc_clause_object(scan, s->word->last, end, true);
        said.object_first = object.first;
        said.object_last = object.last;
    }
    said.time = xc_noun_time(scan, phrase, end);
    if (said.time && !count && said.time->first_token >= phrase.last &&
        said.time->last_token < end) {
        said.last = said.time->last_token;
    }
    xc_verb_group verbs = {.first = phrase.first};
    xc_modality modality = xc_scan_modality(scan, &verbs);
    return xc_statement_add(s, said, modality);
}
