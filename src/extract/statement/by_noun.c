// SPDX-License-Identifier: MIT
// Statements of nouns: "the ceasefire of 20 September", "a blast on Monday", "Lorvia's
// recognition of the republic".
#include "extract/statement/statement.h"

enum { MOST_NOUN_PHRASE = 10 };

static bool goes_on(const sentence_scan *scan, uint32_t token) {
    const xc_token *t = scan_token_at(scan, token);
    if (scan_is_time(scan, token) || scan_owns(scan, token)) {
        return true;
    }
    if (t->kind == XC_TOKEN_PUNCTUATION) {
        return t->mark == '"' ||
               (scan_joined(scan, token) && (t->mark == '-' || t->mark == '\''));
    }
    uint32_t ends =
        G_PREPOSITION | G_CONJUNCTION | G_RELATIVE | G_OF | G_BY | G_TO | G_SUBORDINATE;
    return !(scan_grammar(scan, token) & ends) && !ends_phrase(scan, token);
}

// Where the noun's phrase begins: over adjectives, names and times to its determiner.
static uint32_t phrase_start(const sentence_scan *scan, uint32_t noun) {
    uint32_t first = noun;
    while (first > scan->sentence->first_token && noun - first < MOST_NOUN_PHRASE &&
           goes_on(scan, first - 1)) {
        first--;
        if ((scan_grammar(scan, first) & G_DETERMINER) && !scan_owns(scan, first)) {
            break;
        }
    }
    return first;
}

// Where the clause ends of which the noun is the subject: behind its verb, too.
static uint32_t sentence_end(const sentence_scan *scan, uint32_t noun) {
    uint32_t end = clause_end(scan, noun);
    uint32_t verb = end;
    while (verb < scan->sentence->last_token && verb < end + MOST_NOUN_PHRASE &&
           (token_is_verbal(scan, verb) || (scan_grammar(scan, verb) & G_ADVERB))) {
        verb++;
    }
    return verb > end ? clause_end(scan, verb) : end;
}

// Whose it is: "Lorvia's recognition", "Lorvian shelling".
static xc_span owner_of(const sentence_scan *scan, xc_span phrase) {
    for (uint32_t token = phrase.last; token-- > phrase.first + 1;) {
        if (scan_owns(scan, token) && !scan_is_time(scan, token - 1)) {
            return phrase_trim(scan, (xc_span){phrase.first, token});
        }
    }
    return (xc_span){phrase.first, phrase.first};
}

// The number before the noun: "three explosions".
static const xc_quantity *count_in(const sentence_scan *scan, xc_span phrase) {
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *quantity = &scan->mentions->quantities[i];
        if (quantity->kind == XC_COUNT && quantity->first_token >= phrase.first &&
            quantity->last_token <= phrase.last) {
            return quantity;
        }
    }
    return NULL;
}

bool say_noun(statement_saying *s) {
    const sentence_scan *scan = s->scan;
    if (!(s->forms & STATEMENT_NOUN_FORMS) ||
        ((s->forms & STATEMENT_VERB_FORMS) &&
         !stands_as_noun(scan, s->word->first, s->word->last))) {
        return false;
    }
    xc_span phrase = {phrase_start(scan, s->word->first), s->word->last};
    const xc_quantity *count = count_in(scan, phrase);
    if (count && !scan->rules->rules[s->rule].counted) {
        return false;
    }
    uint32_t end = sentence_end(scan, s->word->last);
    told_statement said = {.first = phrase.first, .last = end, .count = count};
    if (count) {
        said.first = count->first_token;
        said.last = s->word->last;
    }
    xc_span owner = owner_of(scan, (xc_span){phrase.first, s->word->first});
    said.subject = owner;
    if (scan_grammar(scan, s->word->last) & (G_OF | G_PREPOSITION)) {
        xc_span object = clause_object(scan, s->word->last, end, true);
        said.object = object;
    }
    said.time = noun_time(scan, phrase, end);
    if (said.time && !count && said.time->first_token >= phrase.last &&
        said.time->last_token < end) {
        said.last = said.time->last_token;
    }
    verb_group verbs = {.first = phrase.first};
    xc_modality modality = scan_modality(scan, &verbs);
    return statement_add(s, said, modality);
}
