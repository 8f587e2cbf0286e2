// SPDX-License-Identifier: MIT
// The two passes and their features. What lies far off in memory is asked for two words
// ahead.
#include "syntax/tagger.h"

#include <string.h>

// Templates of the first pass: number (of the model: never changed), and up to three values.
// What the words alone tell.
#define OF_WORDS(X)                                                                            \
    X(1, f->word, 0, 0)                                                                        \
    X(2, f->ending2, 0, 0)                                                                     \
    X(3, f->ending, 0, 0)                                                                      \
    X(4, f->ending4, 0, 0)                                                                     \
    X(5, f->beginning, 0, 0)                                                                   \
    X(6, f->shape, first, 0)                                                                   \
    X(7, f[-1].word, 0, 0)                                                                     \
    X(8, f[1].word, 0, 0)                                                                      \
    X(9, f[-2].word, 0, 0)                                                                     \
    X(10, f[2].word, 0, 0)                                                                     \
    X(14, f[1].ending, 0, 0)                                                                   \
    X(15, f[-1].ending, 0, 0)                                                                  \
    X(16, f[-1].shape, f->shape, 0)                                                            \
    X(17, f[1].shape, f->shape, 0)                                                             \
    X(18, f[-1].word, f->word, 0)                                                              \
    X(19, f->word, f[1].word, 0)                                                               \
    X(22, f[1].ending2, f->ending2, 0)                                                         \
    X(23, f->ending, f->shape, 0)                                                              \
    X(26, f[2].ending, 0, 0)                                                                   \
    X(27, f[1].word, f[2].word, 0)                                                             \
    X(29, f[3].word, 0, 0)                                                                     \
    X(30, f->word, f->shape, 0)

// What the tags before tell.
#define OF_TAGS(X)                                                                             \
    X(11, t[-1], 0, 0)                                                                         \
    X(12, t[-1], t[-2], 0)                                                                     \
    X(13, t[-1], f->word, 0)                                                                   \
    X(20, t[-1], f->ending, 0)                                                                 \
    X(21, t[-1], f[1].word, 0)                                                                 \
    X(24, t[-1], f[1].ending, 0)                                                               \
    X(25, t[-1], f->ending2, f[1].ending2)                                                     \
    X(28, t[-1], t[-2], f->word)

enum { TAG_TEMPLATES = 30 };

uint32_t tag_features(const part_words *part, uint32_t at, uint64_t keys[NET_KEYS]) {
    const word_form *f = part->forms + at;
    const uint8_t *t = part->tags + at;
    bool first = at == PART_MARGIN;
#define IN_PLACE(n, a, b, c) keys[(n)-1] = net_key((n), (a), (b), (c));
    OF_WORDS(IN_PLACE)
    OF_TAGS(IN_PLACE)
#undef IN_PLACE
    return TAG_TEMPLATES;
}

#define NEXT(template, a, b, c) keys[n++] = net_key((template), (a), (b), (c));
static uint32_t features_of_words(const part_words *part, uint32_t at, uint64_t *keys) {
    const word_form *f = part->forms + at;
    bool first = at == PART_MARGIN;
    uint32_t n = 0;
    OF_WORDS(NEXT)
    return n;
}

static uint32_t features_of_tags(const part_words *part, uint32_t at, uint64_t *keys) {
    const word_form *f = part->forms + at;
    const uint8_t *t = part->tags + at;
    uint32_t n = 0;
    OF_TAGS(NEXT)
    return n;
}
#undef NEXT

// A template's number is its place in the list.
uint32_t supertag_features(const part_words *part, uint32_t at, uint64_t keys[NET_KEYS]) {
    const word_form *f = part->forms + at;
    const uint8_t *t = part->tags + at;
    uint32_t n = 0;
#define ADD(a, b, c) (keys[n] = net_key(n + 1, (a), (b), (c)), n++)
    ADD(f->word, 0, 0);
    ADD(f->word, t[0], 0);
    ADD(f->ending, t[0], 0);
    ADD(f->ending2, 0, 0);
    ADD(f->shape, t[-1] == 0, t[0]);
    ADD(t[0], 0, 0);
    ADD(f[-1].word, 0, 0);
    ADD(f[1].word, 0, 0);
    ADD(f[-2].word, 0, 0);
    ADD(f[2].word, 0, 0);
    ADD(f[-3].word, 0, 0);
    ADD(f[3].word, 0, 0);
    ADD(t[-1], 0, 0);
    ADD(t[1], 0, 0);
    ADD(t[-1], t[0], t[1]);
    ADD(t[0], t[1], t[2]);
    ADD(t[-2], t[-1], t[0]);
    ADD(t[-3], 0, 0);
    ADD(t[3], 0, 0);
    ADD(t[1], t[2], t[3]);
    ADD(t[-1], t[-2], t[-3]);
    ADD(t[-4], t[0], 0);
    ADD(t[4], t[0], 0);
    ADD(t[-1], f->word, 0);
    ADD(t[1], f->word, 0);
    ADD(f[-1].word, f->word, 0);
    ADD(f[1].word, f->word, 0);
    ADD(f[-1].word, t[0], t[1]);
    ADD(t[-1], t[0], f[1].word);
    ADD(t[0], t[1], f[2].word);
    ADD(t[0], t[-1], f[-2].word);
    ADD(f->word, t[-1], t[1]);
    ADD(t[0], f[1].word, t[2]);
    ADD(f[-1].ending, f[1].ending, 0);
#undef ADD
    return n;
}

static void clear_margins(part_words *part) {
    static const word_form none = {0};
    for (uint32_t i = 0; i < PART_MARGIN; i++) {
        uint32_t after = PART_MARGIN + part->count + i;
        part->forms[i] = part->forms[after] = none;
        part->tags[i] = part->tags[after] = 0;
        part->supertags[i] = part->supertags[after] = 0;
    }
}

// Features of words of a part, on their way from memory: keys of a word made, its rows found.
typedef struct ahead {
    uint64_t keys[2][NET_KEYS];
    uint32_t counts[2];
    net_found found[2];
} ahead;

typedef uint32_t features_at(const part_words *part, uint32_t at, uint64_t *keys);

static void ask(const net *n, const part_words *part, features_at *features, uint32_t at,
                ahead *a) {
    if (at < PART_MARGIN + part->count) {
        a->counts[at % 2] = features(part, at, a->keys[at % 2]);
        net_expect(n, a->keys[at % 2], a->counts[at % 2]);
    }
}

static void find(const net *n, const part_words *part, uint32_t at, ahead *a) {
    if (at < PART_MARGIN + part->count) {
        net_find(n, a->keys[at % 2], a->counts[at % 2], &a->found[at % 2]);
    }
}

static void begin(const net *n, const part_words *part, features_at *features, ahead *a) {
    ask(n, part, features, PART_MARGIN, a);
    ask(n, part, features, PART_MARGIN + 1, a);
    find(n, part, PART_MARGIN, a);
}

// Finds the next word's rows, and asks for the word behind it.
static void go_on(const net *n, const part_words *part, features_at *features, uint32_t at,
                  ahead *a) {
    find(n, part, at + 1, a);
    ask(n, part, features, at + 2, a);
}

void tag_words(const net *tagger, part_words *part) {
    ahead a;
    net_found found;
    uint64_t keys[NET_KEYS];
    net_sum of_words, of_tags, hidden;
    const net_sum *const sums[] = {&of_words, &of_tags};
    clear_margins(part);
    begin(tagger, part, features_of_words, &a);
    for (uint32_t at = PART_MARGIN; at < PART_MARGIN + part->count; at++) {
        uint32_t count = features_of_tags(part, at, keys);
        net_expect(tagger, keys, count);
        go_on(tagger, part, features_of_words, at, &a);
        net_find(tagger, keys, count, &found);
        net_add(tagger, &a.found[at % 2], &of_words);
        net_add(tagger, &found, &of_tags);
        net_cut(tagger, sums, 2, &hidden);
        part->tags[at] = (uint8_t)(1 + net_best(tagger, &hidden, 0, tagger->outputs));
    }
}

void supertag_words(const net *supertagger, uint32_t tags, part_words *part) {
    ahead a;
    net_sum sum, hidden;
    const net_sum *const sums[] = {&sum};
    uint8_t settled[PART_PLACES];
    begin(supertagger, part, supertag_features, &a);
    for (uint32_t at = PART_MARGIN; at < PART_MARGIN + part->count; at++) {
        go_on(supertagger, part, supertag_features, at, &a);
        net_add(supertagger, &a.found[at % 2], &sum);
        net_cut(supertagger, sums, 1, &hidden);
        settled[at] = (uint8_t)(1 + net_best(supertagger, &hidden, 0, tags));
        part->supertags[at] =
            (uint8_t)(1 + net_best(supertagger, &hidden, tags, supertagger->outputs) - tags);
    }
    memcpy(part->tags + PART_MARGIN, settled + PART_MARGIN, part->count);
}
