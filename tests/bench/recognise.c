// SPDX-License-Identifier: MIT
// Sentences, tokens, quantities and times of a file, and nothing else: what speed.sh times
// beside `wc -w`.
#include "crossclaim/recognise.h"

#include <stdio.h>

static xc_status recognise(xc_slice bytes, const char *folder, size_t *found, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    xc_lexicon *lexicon = xc_lexicon_new();
    xc_language *language = NULL;
    xc_splitter *splitter = NULL;
    xc_text text = {0};
    xc_mentions mentions = {0};
    xc_status status = arena && lexicon ? XC_OK : xc_fail_memory(error);
    if (status == XC_OK) {
        status = xc_language_load(folder, lexicon, &language, error);
    }
    if (status == XC_OK) {
        status = xc_splitter_load(folder, lexicon, &splitter, error);
    }
    if (status == XC_OK) {
        status = xc_text_split(bytes, lexicon, splitter, arena, &text, error);
    }
    if (status == XC_OK) {
        const xc_date day = {.year = 2024, .month = 5, .day = 16, .precision = XC_DAY};
        status = xc_recognise(language, &text, day, arena, &mentions, error);
    }
    *found = mentions.quantity_count + mentions.time_count;
    xc_language_free(language);
    xc_splitter_free(splitter);
    xc_lexicon_free(lexicon);
    xc_arena_free(arena);
    return status;
}

int main(int argc, char **argv) {
    xc_error error = {0};
    xc_buffer file = {0};
    size_t found = 0;
    if (argc != 3) {
        (void)fprintf(stderr, "usage: bench_recognise LANGUAGE-FOLDER FILE\n");
        return 2;
    }
    xc_status status = xc_file_read(argv[2], (size_t)1 << 32, &file, &error);
    if (status == XC_OK) {
        status = recognise(xc_buffer_slice(&file), argv[1], &found, &error);
    }
    xc_buffer_release(&file);
    if (status != XC_OK) {
        (void)fprintf(stderr, "bench_recognise: %s\n", error.message);
        return 3;
    }
    (void)printf("%zu\n", found);
    return 0;
}
