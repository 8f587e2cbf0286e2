// SPDX-License-Identifier: MIT
// What the parser looks at: the words on top of the stack and at the front of the buffer, their
// outermost dependents, and pairs and triples of these (after Zhang and Nivre 2011). A
// template's number is its place in the list.
#include "syntax/arc_hybrid.h"

typedef struct view {
    const arc_state *s;
    const part_words *part;
} view;

// Of no word 0, of the root a number that no word has.
static uint32_t word_at(const view *v, uint32_t i) {
    return i > v->s->count ? 0xFFFFFFFFu : i ? v->part->forms[PART_MARGIN - 1 + i].word : 0;
}

static uint32_t ending_at(const view *v, uint32_t i) {
    return i > v->s->count ? 0xFFFFFFFFu : i ? v->part->forms[PART_MARGIN - 1 + i].ending : 0;
}

static uint32_t tag_at(const view *v, uint32_t i) {
    return i > v->s->count ? 0xFF : i ? v->part->tags[PART_MARGIN - 1 + i] : 0;
}

static uint32_t supertag_at(const view *v, uint32_t i) {
    return i > v->s->count ? 0xFF : i ? v->part->supertags[PART_MARGIN - 1 + i] : 0;
}

// Tag and relation of a dependent.
static uint32_t kind_at(const view *v, uint32_t i) {
    return tag_at(v, i) << 8 | v->s->relation[i];
}

static uint32_t few(uint32_t count, uint32_t most) {
    return count < most ? count : most;
}

static uint32_t distance(uint32_t a, uint32_t b) {
    uint32_t d = b - a;
    return d < 5 ? d : d < 8 ? 5 : d < 14 ? 6 : 7;
}

uint32_t arc_features(const arc_state *s, uint64_t keys[NET_FEATURES]) {
    view v = {s, s->part};
    uint32_t s0 = s->stack[2 + s->stack_size];
    uint32_t s1 = s->stack_size > 1 ? s->stack[1 + s->stack_size] : 0;
    uint32_t s2 = s->stack_size > 2 ? s->stack[s->stack_size] : 0;
    s0 = s->stack_size ? s0 : 0;
    uint32_t b0 = s->next;
    uint32_t b1 = b0 < s->count ? b0 + 1 : 0;
    uint32_t b2 = b0 + 1 < s->count ? b0 + 2 : 0;
    uint32_t s0l = s->left[0][s0], s0r = s->right[0][s0];
    uint32_t s1l = s->left[0][s1], s1r = s->right[0][s1];
    uint32_t b0l = s->left[0][b0];
    uint32_t s0w = word_at(&v, s0), s1w = word_at(&v, s1), b0w = word_at(&v, b0);
    uint32_t b1w = word_at(&v, b1), s2w = word_at(&v, s2), b2w = word_at(&v, b2);
    uint32_t s0t = tag_at(&v, s0), s1t = tag_at(&v, s1), s2t = tag_at(&v, s2);
    uint32_t b0t = tag_at(&v, b0), b1t = tag_at(&v, b1), b2t = tag_at(&v, b2);
    uint32_t s0lk = kind_at(&v, s0l), s0rk = kind_at(&v, s0r);
    uint32_t s1lk = kind_at(&v, s1l), s1rk = kind_at(&v, s1r);
    uint32_t b0lk = kind_at(&v, b0l);
    // In a treebank of English the preposition of a noun is its first dependent.
    uint32_t s0lw = word_at(&v, s0l), b0lw = word_at(&v, b0l);
    uint32_t far = distance(s0, b0), near = distance(s1, s0);
    uint32_t n = 0;
#define ADD(a, b, c) (keys[n] = net_key(n + 1, (a), (b), (c)), n++)
    ADD(s0w, 0, 0);
    ADD(s1w, 0, 0);
    ADD(s2w, 0, 0);
    ADD(b0w, 0, 0);
    ADD(b1w, 0, 0);
    ADD(b2w, 0, 0);
    ADD(s0t, 0, 0);
    ADD(s1t, 0, 0);
    ADD(s2t, 0, 0);
    ADD(b0t, 0, 0);
    ADD(b1t, b2t, 0);
    ADD(ending_at(&v, s0), s0t, 0);
    ADD(ending_at(&v, s1), s1t, 0);
    ADD(ending_at(&v, b0), b0t, 0);
    ADD(s0lk, s0lw, 0);
    ADD(s0rk, 0, 0);
    ADD(s1lk, 0, 0);
    ADD(s1rk, 0, 0);
    ADD(b0lk, b0lw, 0);
    ADD(kind_at(&v, s->left[1][s0]), s0t, 0);
    ADD(kind_at(&v, s->right[1][s0]), s0t, 0);
    ADD(kind_at(&v, s->right[1][s1]), s1t, 0);
    ADD(kind_at(&v, s->left[1][b0]), b0t, 0);
    ADD(word_at(&v, s1r), s1rk, 0);
    ADD(word_at(&v, s0r), s0rk, 0);
    ADD(s0w, b0w, 0);
    ADD(s1w, s0w, 0);
    ADD(s0w, b0t, 0);
    ADD(s0t, b0w, 0);
    ADD(s1w, s0t, 0);
    ADD(s1t, s0w, 0);
    ADD(s1w, b0w, 0);
    ADD(s1t, b0t, b1t);
    ADD(s0t, b0t, b1t);
    ADD(s0t, b0w, b1t);
    ADD(s1t, s0t, b0t);
    ADD(s2t, s1t, s0t);
    ADD(s0t, b0t, far);
    ADD(s1t, s0t, near);
    ADD(s1w, s0lw, s0t);
    ADD(s1t, s0lw, s0w);
    ADD(s1t, s0lk, s0t);
    ADD(s1t, s1rk, s0t);
    ADD(s0t, s0rk, b0t);
    ADD(s0t, s0lk, b0t);
    ADD(s0t, b0t, b0lk);
    ADD(s1t, s1lk, s0t);
    ADD(s0w, few(s->lefts[s0], 3), few(s->rights[s0], 3));
    ADD(s1w, few(s->lefts[s1], 3), few(s->rights[s1], 3));
    ADD(b0w, few(s->lefts[b0], 3), 0);
    ADD(s0t, s->left_relations[s0], s->right_relations[s0]);
    ADD(s1t, s->right_relations[s1], s0t);
    ADD(b0t, s->left_relations[b0], s0t);
    ADD(b0w, b1w, s0t);
    ADD(s0w, b1t, b0t);
    ADD(supertag_at(&v, s0), s0t, 0);
    ADD(supertag_at(&v, s1), s1t, 0);
    ADD(supertag_at(&v, b0), b0t, 0);
    ADD(supertag_at(&v, b1), b1t, 0);
    ADD(supertag_at(&v, s0), supertag_at(&v, b0), 0);
    ADD(supertag_at(&v, s0), supertag_at(&v, s1), 0);
    ADD(supertag_at(&v, s2), s2t, 0);
    ADD(supertag_at(&v, s0), b0t, s1t);
#undef ADD
    return n;
}
