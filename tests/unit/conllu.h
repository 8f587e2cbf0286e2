// SPDX-License-Identifier: MIT
// Reads CoNLL-U (https://universaldependencies.org/format.html): words and basic trees. The
// forms are found again in the sentence's `# text`, so that each word knows its bytes there.
#ifndef CROSSCLAIM_TESTS_CONLLU_H
#define CROSSCLAIM_TESTS_CONLLU_H

#include "crossclaim/syntax.h"

#include <stdlib.h>
#include <string.h>

typedef struct conllu_word {
    xc_slice form;
    uint32_t start, end; // bytes in the sentence's text
    uint32_t head;       // from 1; 0 for the root
    xc_class class;
    xc_deprel relation;
} conllu_word;

enum { CONLLU_MOST_WORDS = 200, CONLLU_COLUMNS = 10 };

typedef struct conllu_sentence {
    xc_slice id, text;
    long line; // of its first word
    conllu_word words[CONLLU_MOST_WORDS];
    uint32_t count;
} conllu_sentence;

typedef struct conllu_reader {
    xc_slice rest;
    long line;
} conllu_reader;

static inline xc_slice conllu_line(conllu_reader *reader) {
    xc_slice line;
    (void)xc_slice_cut(reader->rest, '\n', &line, &reader->rest);
    reader->line++;
    return line;
}

static inline bool conllu_comment(xc_slice line, const char *name, xc_slice *out) {
    size_t length = strlen(name);
    if (line.len < length || memcmp(line.ptr, name, length) != 0) {
        return false;
    }
    *out = xc_slice_sub(line, length, line.len);
    return true;
}

static inline uint32_t conllu_number(xc_slice text) {
    uint32_t number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || number > 9999) {
            return UINT32_MAX;
        }
        number = number * 10 + (uint32_t)(text.ptr[i] - '0');
    }
    return text.len ? number : UINT32_MAX;
}

// Why the line is no word of the sentence; NULL where it is one and was added.
static inline const char *conllu_add(conllu_sentence *sentence, xc_slice line) {
    xc_slice columns[CONLLU_COLUMNS];
    xc_slice rest = line;
    for (size_t i = 0; i < CONLLU_COLUMNS; i++) {
        if (!xc_slice_cut(rest, '\t', &columns[i], &rest) && i + 1 < CONLLU_COLUMNS) {
            return "a word has ten columns";
        }
    }
    if (rest.len || sentence->count == CONLLU_MOST_WORDS) {
        return rest.len ? "a word has ten columns" : "too many words";
    }
    uint32_t before = sentence->count ? sentence->words[sentence->count - 1].end : 0;
    conllu_word word = {.form = columns[1],
                        .start = before,
                        .head = conllu_number(columns[6]),
                        .class = xc_class_of(columns[3]),
                        .relation = xc_deprel_of(columns[7])};
    if (word.start < sentence->text.len && sentence->text.ptr[word.start] == ' ') {
        word.start++;
    }
    word.end = word.start + (uint32_t)word.form.len;
    bool space = word.end < sentence->text.len && sentence->text.ptr[word.end] == ' ';
    bool last = word.end == sentence->text.len;
    if (conllu_number(columns[0]) != sentence->count + 1) {
        return "the words are not numbered 1, 2, 3";
    }
    if (word.end > sentence->text.len ||
        !xc_slice_equal(word.form, xc_slice_sub(sentence->text, word.start, word.end))) {
        return "the form does not stand in the text";
    }
    if (!last && space == xc_slice_is(columns[9], "SpaceAfter=No")) {
        return "SpaceAfter is not as in the text";
    }
    if (!word.class || !word.relation || word.head == UINT32_MAX || !columns[2].len) {
        return "an unknown class or relation, no head or no lemma";
    }
    sentence->words[sentence->count++] = word;
    return NULL;
}

// Reads the next sentence.
// @return false at the end, and where *wrong says what is wrong with reader->line
static inline bool conllu_next(conllu_reader *reader, conllu_sentence *out,
                               const char **wrong) {
    *wrong = NULL;
    out->count = 0;
    out->id = out->text = (xc_slice){0};
    while (reader->rest.len) {
        xc_slice line = conllu_line(reader);
        if (!line.len) {
            if (out->count) {
                return true;
            }
        } else if (line.ptr[0] == '#') {
            (void)(conllu_comment(line, "# sent_id = ", &out->id) ||
                   conllu_comment(line, "# text = ", &out->text));
        } else {
            out->line = out->count ? out->line : reader->line;
            *wrong = conllu_add(out, line);
            if (*wrong) {
                return false;
            }
        }
    }
    return out->count > 0;
}

#endif
