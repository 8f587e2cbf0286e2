// SPDX-License-Identifier: MIT
// What is one word to the tree: a number of several tokens, a date of the calendar, an
// abbreviation with its stop.
#include "syntax/joined.h"

enum { LONGEST_DATE = 7 };

typedef struct joiner {
    const xc_text *text;
    const xc_mentions *mentions;
    uint32_t last_token;   // of the sentence
    size_t quantity, time; // the first ones that do not end before the current token
} joiner;

static bool is_date_token(const xc_token *token) {
    switch ((xc_token_kind)token->kind) {
    case XC_TOKEN_NUMBER:
        return true;
    case XC_TOKEN_WORD:
        return (token->flags & XC_TOKEN_CAPITAL) != 0;
    case XC_TOKEN_PUNCTUATION:
        return token->mark == ',' || token->mark == '.' || token->mark == '-' ||
               token->mark == '/';
    case XC_TOKEN_IDENTIFIER:
    case XC_TOKEN_SYMBOL:
    default:
        return false;
    }
}

// The tokens of a time that are a date: without "on" and "since" before it. Nothing where words
// stand within that a calendar does not have ("24 hours later").
static bool date_span(const joiner *j, const xc_time_mention *time, uint32_t *first) {
    bool number = false;
    uint32_t begin = time->last_token;
    while (begin > time->first_token && is_date_token(&j->text->tokens[begin - 1])) {
        begin--;
        number |= j->text->tokens[begin].kind == XC_TOKEN_NUMBER;
    }
    while (begin < time->last_token && j->text->tokens[begin].kind == XC_TOKEN_PUNCTUATION) {
        begin++;
    }
    *first = begin;
    uint32_t length = time->last_token - begin;
    return number && length > 1 && length <= LONGEST_DATE;
}

// The end of the date that begins at the token, or 0.
static uint32_t date_end(joiner *j, uint32_t token) {
    const xc_mentions *m = j->mentions;
    while (j->time < m->time_count && m->times[j->time].last_token <= token) {
        j->time++;
    }
    if (j->time == m->time_count) {
        return 0;
    }
    const xc_time_mention *time = &m->times[j->time];
    uint32_t first = 0;
    bool starts = time->first_token <= token && time->last_token <= j->last_token &&
                  date_span(j, time, &first) && first == token;
    return starts ? time->last_token : 0;
}

static uint32_t first_at(const joiner *j, uint32_t token, uint32_t byte) {
    while (token < j->last_token && j->text->tokens[token].start < byte) {
        token++;
    }
    return token;
}

// The end of the number that begins at the token, or 0.
static uint32_t number_end(joiner *j, uint32_t token) {
    const xc_mentions *m = j->mentions;
    while (j->quantity < m->quantity_count && m->quantities[j->quantity].last_token <= token) {
        j->quantity++;
    }
    if (j->quantity == m->quantity_count) {
        return 0;
    }
    const xc_quantity *q = &m->quantities[j->quantity];
    uint32_t start = j->text->tokens[token].start;
    if (q->kind == XC_NO_QUANTITY || q->kind == XC_ORDINAL || q->number_start != start ||
        q->number_end <= q->number_start) {
        return 0;
    }
    return first_at(j, token, q->number_end);
}

// "Gen." within a sentence: the stop is the word's own.
static bool takes_stop(const joiner *j, uint32_t token) {
    if (token + 2 >= j->last_token || j->text->tokens[token].kind != XC_TOKEN_WORD) {
        return false;
    }
    const xc_token *stop = &j->text->tokens[token + 1];
    return stop->kind == XC_TOKEN_PUNCTUATION && stop->mark == '.' &&
           stop->end - stop->start == 1 && !(stop->flags & XC_TOKEN_SPACE_BEFORE) &&
           (j->text->tokens[token + 2].kind == XC_TOKEN_WORD ||
            j->text->tokens[token + 2].kind == XC_TOKEN_NUMBER ||
            j->text->tokens[token + 2].mark == ',');
}

size_t join_words(const xc_text *text, const xc_mentions *mentions, const xc_sentence *sentence,
                  xc_node *nodes) {
    static const xc_mentions none = {0};
    joiner j = {.text = text,
                .mentions = mentions ? mentions : &none,
                .last_token = sentence->last_token};
    size_t count = 0;
    // The first mentions of the sentence, by bisection: documents are long.
    for (size_t low = 0, high = j.mentions->quantity_count; low < high; j.quantity = low) {
        size_t middle = low + (high - low) / 2;
        bool before = j.mentions->quantities[middle].last_token <= sentence->first_token;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    for (size_t low = 0, high = j.mentions->time_count; low < high; j.time = low) {
        size_t middle = low + (high - low) / 2;
        bool before = j.mentions->times[middle].last_token <= sentence->first_token;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    for (uint32_t token = sentence->first_token; token < sentence->last_token;) {
        uint32_t date = date_end(&j, token);
        uint32_t number = date ? 0 : number_end(&j, token);
        uint32_t end = date ? date : number ? number : token + 1 + takes_stop(&j, token);
        nodes[count++] = (xc_node){.start = text->tokens[token].start,
                                   .end = text->tokens[end - 1].end,
                                   .first_token = token,
                                   .last_token = end,
                                   .head = XC_NO_HEAD,
                                   .number = number != 0,
                                   .date = date != 0};
        token = end;
    }
    return count;
}
