// SPDX-License-Identifier: MIT
// The features of the two passes. A template's number is its place in the list.
#include "syntax/tagger.h"

#include <string.h>

uint32_t tag_features(const part_words *part, uint32_t at, uint64_t keys[NET_FEATURES]) {
    const word_form *f = part->forms + at;
    uint32_t t1 = part->tags[at - 1];
    uint32_t t2 = part->tags[at - 2];
    uint32_t n = 0;
#define ADD(a, b, c) (keys[n] = net_key(n + 1, (a), (b), (c)), n++)
    ADD(f->word, 0, 0);
    ADD(f->ending2, 0, 0);
    ADD(f->ending, 0, 0);
    ADD(f->ending4, 0, 0);
    ADD(f->beginning, 0, 0);
    ADD(f->shape, part->tags[at - 1] == 0, 0);
    ADD(f[-1].word, 0, 0);
    ADD(f[1].word, 0, 0);
    ADD(f[-2].word, 0, 0);
    ADD(f[2].word, 0, 0);
    ADD(t1, 0, 0);
    ADD(t1, t2, 0);
    ADD(t1, f->word, 0);
    ADD(f[1].ending, 0, 0);
    ADD(f[-1].ending, 0, 0);
    ADD(f[-1].shape, f->shape, 0);
    ADD(f[1].shape, f->shape, 0);
    ADD(f[-1].word, f->word, 0);
    ADD(f->word, f[1].word, 0);
    ADD(t1, f->ending, 0);
    ADD(t1, f[1].word, 0);
    ADD(f[1].ending2, f->ending2, 0);
    ADD(f->ending, f->shape, 0);
    ADD(t1, f[1].ending, 0);
    ADD(t1, f->ending2, f[1].ending2);
    ADD(f[2].ending, 0, 0);
    ADD(f[1].word, f[2].word, 0);
    ADD(t1, t2, f->word);
    ADD(f[3].word, 0, 0);
    ADD(f->word, f->shape, 0);
#undef ADD
    return n;
}

uint32_t supertag_features(const part_words *part, uint32_t at, uint64_t keys[NET_FEATURES]) {
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

void tag_words(const net *tagger, part_words *part) {
    uint64_t keys[NET_FEATURES];
    net_hidden hidden;
    clear_margins(part);
    for (uint32_t at = PART_MARGIN; at < PART_MARGIN + part->count; at++) {
        net_feed(tagger, keys, tag_features(part, at, keys), &hidden);
        part->tags[at] = (uint8_t)(1 + net_best(tagger, &hidden, 0, tagger->outputs));
    }
}

void supertag_words(const net *supertagger, uint32_t tags, part_words *part) {
    uint64_t keys[2][NET_FEATURES]; // of this word and of the next
    net_hidden hidden;
    uint8_t settled[PART_PLACES];
    uint32_t end = PART_MARGIN + part->count;
    uint32_t count = supertag_features(part, PART_MARGIN, keys[PART_MARGIN % 2]);
    for (uint32_t at = PART_MARGIN; at < end; at++) {
        if (at + 1 < end) {
            count = supertag_features(part, at + 1, keys[(at + 1) % 2]);
            net_expect(supertagger, keys[(at + 1) % 2], count);
        }
        net_feed(supertagger, keys[at % 2], count, &hidden);
        settled[at] = (uint8_t)(1 + net_best(supertagger, &hidden, 0, tags));
        part->supertags[at] =
            (uint8_t)(1 + net_best(supertagger, &hidden, tags, supertagger->outputs) - tags);
    }
    memcpy(part->tags + PART_MARGIN, settled + PART_MARGIN, part->count);
}
