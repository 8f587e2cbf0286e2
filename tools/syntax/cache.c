// SPDX-License-Identifier: MIT
// Four bytes a word.
#include "corpus.h"

#include "crossclaim/base/buffer.h"

static size_t words_of(const gold_corpus *corpus) {
    size_t words = 0;
    for (size_t i = 0; i < corpus->count; i++) {
        words += corpus->sentences[i].count;
    }
    return words;
}

bool corpus_cache_read(gold_corpus *corpus, const char *path) {
    xc_buffer file = {0};
    bool fits = xc_file_read(path, SIZE_MAX / 2, &file, NULL) == XC_OK &&
                file.len == 4 * words_of(corpus);
    const char *at = file.ptr;
    for (size_t i = 0; fits && i < corpus->count; i++) {
        for (uint32_t k = 0; k < corpus->sentences[i].count; k++, at += 4) {
            gold_word *w = &corpus->sentences[i].words[k];
            w->predicted = (uint8_t)at[0];
            w->settled = (uint8_t)at[1];
            w->foretold = (uint8_t)at[2];
            w->tag_doubted = (at[3] & 1) != 0;
            w->arc_doubted = (at[3] & 2) != 0;
        }
    }
    xc_buffer_release(&file);
    return fits;
}

bool corpus_cache_write(const gold_corpus *corpus, const char *path, xc_error *error) {
    xc_buffer file = {0};
    for (size_t i = 0; i < corpus->count; i++) {
        for (uint32_t k = 0; k < corpus->sentences[i].count; k++) {
            const gold_word *w = &corpus->sentences[i].words[k];
            char doubts = (char)(w->tag_doubted + 2 * w->arc_doubted);
            const char said[4] = {(char)w->predicted, (char)w->settled, (char)w->foretold,
                                  doubts};
            xc_buffer_append(&file, (xc_slice){said, sizeof said});
        }
    }
    bool done =
        file.status == XC_OK && xc_file_write(path, xc_buffer_slice(&file), error) == XC_OK;
    xc_buffer_release(&file);
    return done;
}
