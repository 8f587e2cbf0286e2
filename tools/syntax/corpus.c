// SPDX-License-Identifier: MIT
// Reads CoNLL-U (https://universaldependencies.org/format.html).
#include "corpus.h"
#include "recut.h"

#include "crossclaim/base/buffer.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_FILE = 256 << 20, LONGEST_SENTENCE = 1000 };

typedef struct conllu {
    const char *path;
    long line;
    bool teacher;
    const cutter *cut, *changed;
    tag_list *tags;
    gold_corpus *corpus;
    gold_word words[LONGEST_SENTENCE];
    bool space_after[LONGEST_SENTENCE];
    uint32_t count;
    xc_error *error;
} conllu;

static uint8_t tag_of(tag_list *tags, xc_slice class, xc_slice finer) {
    uint8_t first = 0;
    for (uint32_t i = 1; i <= tags->count; i++) {
        bool same = xc_slice_is(class, tags->names[i][0]);
        if (same && xc_slice_is(finer, tags->names[i][1])) {
            return (uint8_t)i;
        }
        first = same && !first ? (uint8_t)i : first;
    }
    if (tags->closed || tags->count == MOST_TAGS || class.len > 7 || finer.len > 7) {
        return first ? first : 1;
    }
    uint32_t i = ++tags->count;
    memcpy(tags->names[i][0], class.ptr, class.len);
    memcpy(tags->names[i][1], finer.ptr, finer.len);
    return (uint8_t)i;
}

static uint16_t number_of(xc_slice digits) {
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len && digits.ptr[i] >= '0' && digits.ptr[i] <= '9'; i++) {
        value = value * 10 + (uint32_t)(digits.ptr[i] - '0');
    }
    return (uint16_t)value;
}

static bool is_number(xc_slice digits) {
    bool all = digits.len > 0;
    for (size_t i = 0; i < digits.len; i++) {
        all &= digits.ptr[i] >= '0' && digits.ptr[i] <= '9';
    }
    return all;
}

static xc_status take_word(conllu *c, xc_slice line) {
    enum { ID, FORM, LEMMA, CLASS, FINER, FEATURES, HEAD, RELATION, DEPS, MISC, COLUMNS };
    xc_slice cells[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
        if (xc_slice_cut(line, '\t', &cells[i], &line) != (i + 1 < COLUMNS)) {
            return xc_fail_at(c->error, XC_BAD_INPUT, xc_slice_of(c->path), c->line,
                              "this line has not the ten columns of CoNLL-U");
        }
    }
    if (!is_number(cells[ID])) { // a range of words, or a word that is not there
        return XC_OK;
    }
    xc_deprel relation = xc_deprel_of(cells[RELATION]);
    if (!relation) {
        xc_slice base;
        xc_slice_cut(cells[RELATION], ':', &base, &(xc_slice){0});
        relation = xc_deprel_of(base);
    }
    if (!relation || c->count == LONGEST_SENTENCE) {
        return xc_fail_at(c->error, XC_BAD_INPUT, xc_slice_of(c->path), c->line,
                          "no relation is named '%.*s', or the sentence is too long",
                          XC_PRINT(cells[RELATION]));
    }
    c->space_after[c->count] =
        xc_slice_find(cells[MISC], XC_SLICE("SpaceAfter=No")) == SIZE_MAX;
    if (xc_slice_is(cells[LEMMA], "_") && !xc_slice_is(cells[FORM], "_")) {
        cells[LEMMA].len = 0; // not said
    }
    c->words[c->count++] = (gold_word){.bytes = xc_arena_copy(c->corpus->arena, cells[FORM]),
                                       .lemma = xc_arena_copy(c->corpus->arena, cells[LEMMA]),
                                       .tag = tag_of(c->tags, cells[CLASS], cells[FINER]),
                                       .relation = (uint8_t)relation,
                                       .head = number_of(cells[HEAD])};
    return XC_OK;
}

static xc_status end_sentence(conllu *c) {
    if (c->count == 0) {
        return XC_OK;
    }
    if (c->cut) {
        uint8_t number = tag_of(c->tags, XC_SLICE("NUM"), XC_SLICE("CD"));
        uint8_t mark = tag_of(c->tags, XC_SLICE("PUNCT"), XC_SLICE("HYPH"));
        xc_status status =
            recut(c->cut, c->corpus->arena, c->space_after, (recut_tags){number, mark},
                  c->words, &c->count, LONGEST_SENTENCE, c->error);
        if (status != XC_OK) {
            return status;
        }
    }
    bool changes = true;
    if (c->changed) {
        xc_status status = recut_changes(c->changed, c->corpus->arena, c->space_after, c->words,
                                         c->count, &changes, c->error);
        if (status != XC_OK || !changes) {
            c->count = 0;
            return status;
        }
    }
    gold_corpus *corpus = c->corpus;
    gold_sentence *s = xc_arena_grow(corpus->arena, &corpus->sentences, corpus->count,
                                     &corpus->capacity, sizeof *s);
    gold_word *words = xc_arena_array(corpus->arena, c->count, sizeof *words);
    if (!s || !words) {
        return xc_fail_memory(c->error);
    }
    memcpy(words, c->words, c->count * sizeof *words);
    *s = (gold_sentence){.words = words, .count = c->count, .teacher = c->teacher};
    corpus->count++;
    corpus->words += c->count;
    c->count = 0;
    return XC_OK;
}

xc_status corpus_read(const char *path, const cutter *cut, const cutter *changed, bool teacher,
                      tag_list *tags, gold_corpus *corpus, xc_error *error) {
    xc_buffer file = {0};
    xc_status status = xc_file_read(path, LONGEST_FILE, &file, error);
    conllu *c = xc_arena_alloc(corpus->arena, sizeof *c);
    if (status == XC_OK && !c) {
        status = xc_fail_memory(error);
    }
    if (status != XC_OK) {
        xc_buffer_release(&file);
        return status;
    }
    *c = (conllu){.path = path,
                  .teacher = teacher,
                  .cut = cut,
                  .changed = changed,
                  .tags = tags,
                  .corpus = corpus,
                  .error = error};
    xc_slice rest = xc_buffer_slice(&file);
    while (status == XC_OK && rest.len) {
        xc_slice line;
        xc_slice_cut(rest, '\n', &line, &rest);
        c->line++;
        if (line.len == 0) {
            status = end_sentence(c);
        } else if (line.ptr[0] != '#') {
            status = take_word(c, line);
        }
    }
    status = status == XC_OK ? end_sentence(c) : status;
    xc_buffer_release(&file);
    return status;
}

void corpus_close_tags(tag_list *tags, uint32_t least, gold_corpus *corpus) {
    memset(tags->counts, 0, sizeof tags->counts);
    for (size_t i = 0; i < corpus->count; i++) {
        for (uint32_t k = 0; k < corpus->sentences[i].count; k++) {
            tags->counts[corpus->sentences[i].words[k].tag]++;
        }
    }
    uint8_t renamed[MOST_TAGS + 1] = {0};
    tag_list kept = {.closed = true};
    for (uint32_t i = 1; i <= tags->count; i++) {
        if (tags->counts[i] >= least) {
            kept.count++;
            memcpy(kept.names[kept.count], tags->names[i], sizeof kept.names[0]);
            kept.counts[kept.count] = tags->counts[i];
            renamed[i] = (uint8_t)kept.count;
        }
    }
    for (uint32_t i = 1; i <= tags->count; i++) { // a rare one: its class's most frequent
        for (uint32_t k = 1; !renamed[i] && k <= kept.count; k++) {
            if (strcmp(kept.names[k][0], tags->names[i][0]) == 0) {
                renamed[i] = (uint8_t)k;
                for (uint32_t m = k + 1; m <= kept.count; m++) {
                    bool same = strcmp(kept.names[m][0], tags->names[i][0]) == 0;
                    if (same && kept.counts[m] > kept.counts[renamed[i]]) {
                        renamed[i] = (uint8_t)m;
                    }
                }
            }
        }
        renamed[i] = renamed[i] ? renamed[i] : 1;
    }
    for (size_t i = 0; i < corpus->count; i++) {
        for (uint32_t k = 0; k < corpus->sentences[i].count; k++) {
            gold_word *w = &corpus->sentences[i].words[k];
            w->tag = renamed[w->tag];
        }
    }
    *tags = kept;
}

static uint32_t supertag_key(const gold_sentence *s, uint32_t word) {
    const gold_word *w = &s->words[word];
    return 2u * w->relation + (w->head > word + 1);
}

void corpus_number_supertags(gold_corpus *corpus, uint32_t least, tag_list *tags) {
    uint32_t counts[2 * XC_RELATIONS] = {0};
    uint8_t numbers[2 * XC_RELATIONS] = {0};
    for (size_t i = 0; i < corpus->count; i++) {
        for (uint32_t k = 0; k < corpus->sentences[i].count; k++) {
            counts[supertag_key(&corpus->sentences[i], k)]++;
        }
    }
    tags->supertags = 1;
    for (uint32_t key = 0; key < 2 * XC_RELATIONS; key++) {
        numbers[key] = counts[key] >= least ? (uint8_t)++tags->supertags : 1;
    }
    for (size_t i = 0; i < corpus->count; i++) {
        for (uint32_t k = 0; k < corpus->sentences[i].count; k++) {
            corpus->sentences[i].words[k].supertag =
                numbers[supertag_key(&corpus->sentences[i], k)];
        }
    }
}

void corpus_forms(gold_corpus *corpus) {
    for (size_t i = 0; i < corpus->count; i++) {
        gold_sentence *s = &corpus->sentences[i];
        case_counts counts = {0};
        for (uint32_t k = 0; k < s->count; k++) {
            case_count(&counts, s->words[k].bytes);
        }
        for (uint32_t k = 0; k < s->count; k++) {
            s->words[k].form = form_of(s->words[k].bytes, s->words[k].kind, case_of(&counts));
        }
    }
}
