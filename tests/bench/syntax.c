// SPDX-License-Identifier: MIT
// Times tagging and parsing alone, over all sentences of a text, and prints a hash of the trees:
// the same for every compiler and machine.
#include "crossclaim/syntax.h"
#include "crossclaim/base/hash.h"

#include <stdio.h>
#include <time.h>

typedef struct bench {
    xc_arena *arena;
    xc_lexicon *lexicon;
    xc_language *language;
    xc_splitter *splitter;
    xc_syntax *syntax;
    xc_syntax_work *work;
    uint64_t words, hash;
} bench;

static double seconds(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static uint64_t hash_tree(const xc_tree *tree, uint64_t hash) {
    for (size_t i = 0; i < tree->count; i++) {
        const xc_node *node = &tree->nodes[i];
        const uint32_t facts[] = {node->start, node->end, node->head, node->class,
                                  node->relation};
        hash = xc_hash_seeded((xc_slice){(const char *)facts, sizeof facts}, hash);
        hash = xc_hash_seeded(node->lemma, hash);
    }
    return hash;
}

static xc_status open_all(bench *b, const char *folder, xc_error *error) {
    b->arena = xc_arena_new();
    b->lexicon = xc_lexicon_new();
    b->work = xc_syntax_work_new();
    if (!b->arena || !b->lexicon || !b->work) {
        return xc_fail_memory(error);
    }
    xc_status status = xc_language_load(folder, b->lexicon, &b->language, error);
    if (status == XC_OK) {
        status = xc_splitter_load(folder, b->lexicon, &b->splitter, error);
    }
    return status == XC_OK ? xc_syntax_open(folder, &b->syntax, error) : status;
}

static void close_all(bench *b) {
    xc_syntax_close(b->syntax);
    xc_syntax_work_free(b->work);
    xc_splitter_free(b->splitter);
    xc_language_free(b->language);
    xc_lexicon_free(b->lexicon);
    xc_arena_free(b->arena);
}

static xc_status parse_all(bench *b, xc_slice bytes, double *taken, xc_error *error) {
    xc_text text = {0};
    xc_mentions mentions = {0};
    xc_status status = xc_text_split(bytes, b->lexicon, b->splitter, b->arena, &text, error);
    if (status == XC_OK) {
        status = xc_recognise(b->language, &text, (xc_date){0}, b->arena, &mentions, error);
    }
    xc_arena *trees = xc_arena_new();
    double begin = seconds();
    for (size_t i = 0; status == XC_OK && trees && i < text.sentence_count; i++) {
        xc_tree tree;
        xc_arena_reset(trees);
        status = xc_syntax_parse(b->syntax, b->work, &text, &mentions, i, trees, &tree, error);
        b->words += tree.count;
        b->hash = hash_tree(&tree, b->hash);
    }
    *taken = seconds() - begin;
    xc_arena_free(trees);
    return status;
}

int main(int argc, char **argv) {
    xc_error error = {0};
    xc_buffer file = {0};
    bench b = {0};
    double taken = 0;
    if (argc != 3) {
        (void)fprintf(stderr, "usage: bench_syntax LANGUAGE-FOLDER FILE\n");
        return 2;
    }
    xc_status status = xc_file_read(argv[2], (size_t)1 << 32, &file, &error);
    if (status == XC_OK) {
        status = open_all(&b, argv[1], &error);
    }
    if (status == XC_OK) {
        status = parse_all(&b, xc_buffer_slice(&file), &taken, &error);
    }
    if (status == XC_OK) {
        (void)printf("%llu words, %.2f s: %.2f MB/s, %.2f million words/s; trees %016llx\n",
                     (unsigned long long)b.words, taken, (double)file.len / 1e6 / taken,
                     (double)b.words / 1e6 / taken, (unsigned long long)b.hash);
    } else {
        (void)fprintf(stderr, "bench_syntax: %s\n",
                      status == XC_END ? "no model" : error.message);
    }
    close_all(&b);
    xc_buffer_release(&file);
    return status == XC_OK ? 0 : 3;
}
