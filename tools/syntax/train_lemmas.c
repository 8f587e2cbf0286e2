// SPDX-License-Identifier: MIT
// From short ends to whole words: an end gets a rule where what most of its words want is not
// what the next shorter end says.
#include "train_lemmas.h"

#include <stdlib.h>
#include <string.h>

// Ends of one letter and more, then whole words. A word of the list of exceptions outvotes a
// treebank, which has its slips.
enum { LEVELS = LEMMA_END + 1, LISTED = 1000 };

typedef struct wish {
    uint32_t key; // of the end
    lemma_rule rule;
    xc_slice word;
    uint8_t tag;
    uint32_t votes;
} wish;

typedef struct lemma_run {
    xc_arena *arena;
    wish *cases; // each word with its tag and rule
    size_t count, capacity;
    lemma_rule *places;
    uint32_t place_count, used;
} lemma_run;

// Strips and adds; false where a word is too far from its lemma.
static bool rule_between(xc_slice word, xc_slice lemma, lemma_rule *rule) {
    size_t same = 0;
    while (same < word.len && same < lemma.len && word.ptr[same] == lemma.ptr[same]) {
        same++;
    }
    *rule = (lemma_rule){.strip = (uint8_t)(word.len - same)};
    if (lemma.len - same > LEMMA_ADDED) {
        return false;
    }
    memcpy(rule->add, lemma.ptr + same, lemma.len - same);
    return true;
}

static bool add_case(lemma_run *r, xc_slice bytes, xc_slice lemma_bytes, uint8_t tag,
                     uint32_t votes) {
    char word[FORM_LONGEST], lemma[FORM_LONGEST];
    xc_slice folded = {word, form_fold(bytes, word)};
    xc_slice base = {lemma, form_fold(lemma_bytes, lemma)};
    lemma_rule rule;
    if (!folded.len || folded.len == FORM_LONGEST || !rule_between(folded, base, &rule)) {
        return true;
    }
    wish *w = xc_arena_grow(r->arena, &r->cases, r->count, &r->capacity, sizeof *w);
    if (!w) {
        return false;
    }
    *w = (wish){
        .rule = rule, .word = xc_arena_copy(r->arena, folded), .tag = tag, .votes = votes};
    r->count++;
    return w->word.ptr != NULL;
}

static int same_rule(const lemma_rule *a, const lemma_rule *b) {
    return a->strip == b->strip ? strcmp(a->add, b->add) : a->strip - b->strip;
}

static int by_key(const void *a, const void *b) {
    const wish *x = a;
    const wish *y = b;
    if (x->key != y->key) {
        return x->key < y->key ? -1 : 1;
    }
    int order = same_rule(&x->rule, &y->rule);
    return order ? order : xc_slice_compare(x->word, y->word);
}

static void put(lemma_run *r, const lemma_rule *rule) {
    uint32_t at = (rule->key * 0x9E3779B9u) & (r->place_count - 1);
    while (r->places[at].key && r->places[at].key != rule->key) {
        at = (at + 1) & (r->place_count - 1);
    }
    if (r->used < r->place_count / 4 * 3) {
        r->used += r->places[at].key == 0;
        r->places[at] = *rule;
    }
}

static uint32_t end_key(const wish *w, uint32_t length) {
    bool whole = length > LEMMA_END;
    if (!whole && length >= w->word.len) {
        return 0;
    }
    return whole ? lemma_key(w->tag, w->word, LEMMA_WHOLE)
                 : lemma_key(w->tag, xc_slice_sub(w->word, w->word.len - length, w->word.len),
                             length);
}

// The rules of one length of ends, given those of the shorter ones.
static void learn_level(lemma_run *r, uint32_t length) {
    const lemma_rules shorter = {r->places, r->place_count};
    for (size_t i = 0; i < r->count; i++) {
        r->cases[i].key = end_key(&r->cases[i], length);
    }
    qsort(r->cases, r->count, sizeof *r->cases, by_key);
    for (size_t i = 0; i < r->count;) {
        size_t end = i;
        size_t best = i;
        uint32_t most = 0;
        while (end < r->count && r->cases[end].key == r->cases[i].key) {
            size_t from = end;
            uint32_t votes = 0;
            while (end < r->count && r->cases[end].key == r->cases[i].key &&
                   same_rule(&r->cases[end].rule, &r->cases[from].rule) == 0) {
                // An end speaks for as many words as have it, a whole word for all its places.
                bool again = end > from && length <= LEMMA_END &&
                             xc_slice_equal(r->cases[end].word, r->cases[end - 1].word);
                votes += again ? 0 : length > LEMMA_END ? r->cases[end].votes : 1;
                end++;
            }
            if (votes > most) {
                most = votes;
                best = from;
            }
        }
        const wish *w = &r->cases[best];
        const lemma_rule *now = lemma_find(&shorter, w->tag, w->word);
        static const lemma_rule nothing = {0};
        uint32_t least = length > LEMMA_END ? 1 : 2;
        if (w->key && most >= least && same_rule(now ? now : &nothing, &w->rule) != 0) {
            lemma_rule rule = w->rule;
            rule.key = w->key;
            put(r, &rule);
        }
        i = end;
    }
}

bool train_lemmas(const gold_corpus *corpus, const tag_list *tags, const lemma_case *more,
                  size_t more_count, xc_arena *arena, lemma_rules *out) {
    lemma_run r = {.arena = arena, .place_count = 1 << 15};
    r.places = xc_arena_array(arena, r.place_count, sizeof *r.places);
    for (size_t i = 0; i < corpus->count; i++) {
        const gold_sentence *s = &corpus->sentences[i];
        for (uint32_t k = 0; k < s->count && !s->teacher; k++) {
            const gold_word *w = &s->words[k];
            bool name = strcmp(tags->names[w->tag][0], "PROPN") == 0;
            if (w->lemma.len && !name && !add_case(&r, w->bytes, w->lemma, w->tag, 1)) {
                return false;
            }
        }
    }
    for (size_t i = 0; i < more_count; i++) {
        if (!add_case(&r, more[i].word, more[i].lemma, more[i].tag, LISTED)) {
            return false;
        }
    }
    for (uint32_t length = 1; r.places && length <= LEVELS; length++) {
        learn_level(&r, length);
    }
    *out = (lemma_rules){r.places, r.place_count};
    return r.places != NULL;
}
