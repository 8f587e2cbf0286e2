// SPDX-License-Identifier: MIT
// Sentences once more, as headlines and captions have them.
#include "corpus.h"

#include <string.h>

typedef enum variant {
    IN_CAPITALS,
    IN_TITLE_CASE,
    WITHOUT_STOP,
    AS_HEADLINE,
    VARIANTS
} variant;

static bool has_dependent(const gold_sentence *s, uint32_t word) {
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->words[i].head == word + 1) {
            return true;
        }
    }
    return false;
}

static bool is_left_out(const gold_sentence *s, uint32_t i, variant how) {
    const gold_word *w = &s->words[i];
    if (has_dependent(s, i) || w->head == 0) {
        return false;
    }
    if (i + 1 == s->count && w->relation == XC_REL_PUNCT) {
        return true;
    }
    return how == AS_HEADLINE && (w->relation == XC_REL_DET || w->relation == XC_REL_AUX_PASS ||
                                  w->relation == XC_REL_COP);
}

static xc_slice recased(xc_arena *arena, xc_slice bytes, variant how) {
    xc_slice out = xc_arena_copy(arena, bytes);
    char *at = (char *)(uintptr_t)out.ptr; // ours: it was copied just now
    for (size_t i = 0; at && i < out.len; i++) {
        bool first = i == 0 && (how == IN_TITLE_CASE || how == AS_HEADLINE) && bytes.len > 3;
        if ((how == IN_CAPITALS || first) && at[i] >= 'a' && at[i] <= 'z') {
            at[i] = (char)(at[i] - 32);
        }
    }
    return out;
}

static bool add_variant(gold_corpus *corpus, const gold_sentence *from, variant how) {
    gold_word *words = xc_arena_array(corpus->arena, from->count, sizeof *words);
    uint32_t *place = xc_arena_array(corpus->arena, from->count + 1, sizeof *place);
    gold_sentence old = *from; // the array may move
    gold_sentence *s = xc_arena_grow(corpus->arena, &corpus->sentences, corpus->count,
                                     &corpus->capacity, sizeof *s);
    if (!words || !place || !s) {
        return false;
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < old.count; i++) {
        bool out = how != IN_CAPITALS && is_left_out(&old, i, how);
        place[i + 1] = out ? 0 : ++count;
        if (!out) {
            words[count - 1] = old.words[i];
            words[count - 1].bytes = recased(corpus->arena, old.words[i].bytes, how);
            words[count - 1].lemma = (xc_slice){0};
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        words[i].head = (uint16_t)place[words[i].head];
    }
    *s = (gold_sentence){
        .words = words, .count = count, .teacher = old.teacher, .fold = old.fold};
    corpus->count += count > 0;
    corpus->words += count;
    return true;
}

bool corpus_vary(gold_corpus *corpus, size_t every) {
    size_t count = corpus->count;
    for (size_t i = 0; i < count; i++) {
        variant how = (variant)(i / every % VARIANTS);
        if (i % every == 0 && !add_variant(corpus, &corpus->sentences[i], how)) {
            return false;
        }
    }
    return true;
}
