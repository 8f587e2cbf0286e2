// SPDX-License-Identifier: MIT
// What the parser looks at: the words on top of the stack and at the front of the buffer, their
// outermost dependents, and pairs and triples of these (after Zhang and Nivre 2011). Templates
// stand in groups by what changes them, so that the parser need not look all up at every step.
#include "syntax/arc_hybrid.h"

// Words of a state, their dependents, and what is known of them.
typedef struct view {
    const arc_state *s;
    const part_words *part;
    uint32_t s0, s1, s2, b0, b1, b2;       // words
    uint32_t s0w, s1w, s2w, b0w, b1w, b2w; // their letters
    uint32_t s0t, s1t, s2t, b0t, b1t, b2t; // tags
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

static view view_of(const arc_state *s) {
    view v = {.s = s, .part = s->part, .b0 = s->next};
    v.s0 = s->stack_size ? s->stack[2 + s->stack_size] : 0;
    v.s1 = s->stack_size > 1 ? s->stack[1 + s->stack_size] : 0;
    v.s2 = s->stack_size > 2 ? s->stack[s->stack_size] : 0;
    v.b1 = v.b0 < s->count ? v.b0 + 1 : 0;
    v.b2 = v.b0 + 1 < s->count ? v.b0 + 2 : 0;
    v.s0w = word_at(&v, v.s0), v.s1w = word_at(&v, v.s1), v.s2w = word_at(&v, v.s2);
    v.b0w = word_at(&v, v.b0), v.b1w = word_at(&v, v.b1), v.b2w = word_at(&v, v.b2);
    v.s0t = tag_at(&v, v.s0), v.s1t = tag_at(&v, v.s1), v.s2t = tag_at(&v, v.s2);
    v.b0t = tag_at(&v, v.b0), v.b1t = tag_at(&v, v.b1), v.b2t = tag_at(&v, v.b2);
    return v;
}

// A template: number (of the model: never changed), and up to three values. The k of a word is
// the kind of its outermost dependent on the left (l) or right (r). In a treebank of English the
// preposition of a noun is its first dependent.
#define LEFT_OF(i) (v->s->left[0][i])
#define RIGHT_OF(i) (v->s->right[0][i])
#define LK(i) kind_at(v, LEFT_OF(i))
#define RK(i) kind_at(v, RIGHT_OF(i))
#define SUPERTAG(i) supertag_at(v, i)

// Of s1 alone: its dependents are settled while another word stands on it.
#define BELOW(X)                                                                               \
    X(2, v->s1w, 0, 0)                                                                         \
    X(8, v->s1t, 0, 0)                                                                         \
    X(13, ending_at(v, v->s1), v->s1t, 0)                                                      \
    X(17, LK(v->s1), 0, 0)                                                                     \
    X(18, RK(v->s1), 0, 0)                                                                     \
    X(22, kind_at(v, v->s->right[1][v->s1]), v->s1t, 0)                                        \
    X(24, word_at(v, RIGHT_OF(v->s1)), RK(v->s1), 0)                                           \
    X(49, v->s1w, few(v->s->lefts[v->s1], 3), few(v->s->rights[v->s1], 3))                     \
    X(57, SUPERTAG(v->s1), v->s1t, 0)

// Of s0 and its left dependents, settled when it was shifted, with what it stands on.
#define PUSHED(X)                                                                              \
    X(1, v->s0w, 0, 0)                                                                         \
    X(3, v->s2w, 0, 0)                                                                         \
    X(7, v->s0t, 0, 0)                                                                         \
    X(9, v->s2t, 0, 0)                                                                         \
    X(12, ending_at(v, v->s0), v->s0t, 0)                                                      \
    X(15, LK(v->s0), word_at(v, LEFT_OF(v->s0)), 0)                                            \
    X(20, kind_at(v, v->s->left[1][v->s0]), v->s0t, 0)                                         \
    X(27, v->s1w, v->s0w, 0)                                                                   \
    X(30, v->s1w, v->s0t, 0)                                                                   \
    X(31, v->s1t, v->s0w, 0)                                                                   \
    X(37, v->s2t, v->s1t, v->s0t)                                                              \
    X(39, v->s1t, v->s0t, distance(v->s1, v->s0))                                              \
    X(40, v->s1w, word_at(v, LEFT_OF(v->s0)), v->s0t)                                          \
    X(41, v->s1t, word_at(v, LEFT_OF(v->s0)), v->s0w)                                          \
    X(42, v->s1t, LK(v->s0), v->s0t)                                                           \
    X(43, v->s1t, RK(v->s1), v->s0t)                                                           \
    X(47, v->s1t, LK(v->s1), v->s0t)                                                           \
    X(52, v->s1t, v->s->right_relations[v->s1], v->s0t)                                        \
    X(56, SUPERTAG(v->s0), v->s0t, 0)                                                          \
    X(61, SUPERTAG(v->s0), SUPERTAG(v->s1), 0)                                                 \
    X(62, SUPERTAG(v->s2), v->s2t, 0)

// Of s0 and its right dependents.
#define RIGHTS(X)                                                                              \
    X(16, RK(v->s0), 0, 0)                                                                     \
    X(21, kind_at(v, v->s->right[1][v->s0]), v->s0t, 0)                                        \
    X(25, word_at(v, RIGHT_OF(v->s0)), RK(v->s0), 0)                                           \
    X(48, v->s0w, few(v->s->lefts[v->s0], 3), few(v->s->rights[v->s0], 3))                     \
    X(51, v->s0t, v->s->left_relations[v->s0], v->s->right_relations[v->s0])

// Of the buffer.
#define FRONT(X)                                                                               \
    X(4, v->b0w, 0, 0)                                                                         \
    X(5, v->b1w, 0, 0)                                                                         \
    X(6, v->b2w, 0, 0)                                                                         \
    X(10, v->b0t, 0, 0)                                                                        \
    X(11, v->b1t, v->b2t, 0)                                                                   \
    X(14, ending_at(v, v->b0), v->b0t, 0)                                                      \
    X(58, SUPERTAG(v->b0), v->b0t, 0)                                                          \
    X(59, SUPERTAG(v->b1), v->b1t, 0)

// Of b0 and its left dependents.
#define LEFTS(X)                                                                               \
    X(19, LK(v->b0), word_at(v, LEFT_OF(v->b0)), 0)                                            \
    X(23, kind_at(v, v->s->left[1][v->b0]), v->b0t, 0)                                         \
    X(50, v->b0w, few(v->s->lefts[v->b0], 3), 0)

// Of stack and buffer.
#define MEETING(X)                                                                             \
    X(26, v->s0w, v->b0w, 0)                                                                   \
    X(28, v->s0w, v->b0t, 0)                                                                   \
    X(29, v->s0t, v->b0w, 0)                                                                   \
    X(32, v->s1w, v->b0w, 0)                                                                   \
    X(33, v->s1t, v->b0t, v->b1t)                                                              \
    X(34, v->s0t, v->b0t, v->b1t)                                                              \
    X(35, v->s0t, v->b0w, v->b1t)                                                              \
    X(36, v->s1t, v->s0t, v->b0t)                                                              \
    X(38, v->s0t, v->b0t, distance(v->s0, v->b0))                                              \
    X(54, v->b0w, v->b1w, v->s0t)                                                              \
    X(55, v->s0w, v->b1t, v->b0t)                                                              \
    X(60, SUPERTAG(v->s0), SUPERTAG(v->b0), 0)                                                 \
    X(63, SUPERTAG(v->s0), v->b0t, v->s1t)

// Of stack and buffer, with relations of dependents.
#define NAMED(X)                                                                               \
    X(44, v->s0t, RK(v->s0), v->b0t)                                                           \
    X(45, v->s0t, LK(v->s0), v->b0t)                                                           \
    X(46, v->s0t, v->b0t, LK(v->b0))                                                           \
    X(53, v->b0t, v->s->left_relations[v->b0], v->s0t)

enum { TEMPLATES = 63 };

#define NEXT(t, a, b, c) keys[n++] = net_key((t), (a), (b), (c));
#define GROUP(name, templates)                                                                 \
    static uint32_t name(const view *v, uint64_t *keys) {                                      \
        uint32_t n = 0;                                                                        \
        templates(NEXT) return n;                                                              \
    }
GROUP(below, BELOW)
GROUP(pushed, PUSHED)
GROUP(rights, RIGHTS)
GROUP(front, FRONT)
GROUP(lefts, LEFTS)
GROUP(meeting, MEETING)
GROUP(named, NAMED)

void arc_group_features(const arc_state *state, unsigned groups, arc_keys *out) {
    static uint32_t (*const features[ARC_GROUPS])(const view *, uint64_t *) = {
        meeting, below, pushed, rights, front, lefts, named};
    view v = view_of(state);
    uint32_t n = 0;
    for (int g = 0; g < ARC_GROUPS; g++) {
        out->first[g] = n;
        n += groups >> g & 1 ? features[g](&v, out->keys + n) : 0;
    }
    out->first[ARC_GROUPS] = n;
}

#define IN_PLACE(t, a, b, c) keys[(t)-1] = net_key((t), (a), (b), (c));
uint32_t arc_features(const arc_state *state, uint64_t keys[NET_KEYS]) {
    const view now = view_of(state);
    const view *v = &now;
    BELOW(IN_PLACE)
    PUSHED(IN_PLACE)
    RIGHTS(IN_PLACE)
    FRONT(IN_PLACE)
    LEFTS(IN_PLACE)
    MEETING(IN_PLACE)
    NAMED(IN_PLACE)
    return TEMPLATES;
}
