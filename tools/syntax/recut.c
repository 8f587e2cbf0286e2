// SPDX-License-Identifier: MIT
// Lines up two ways of cutting the same bytes.
#include "recut.h"

#include "crossclaim/base/buffer.h"
#include "syntax/joined.h"

#include <string.h>

typedef struct aligner {
    const gold_word *old;
    uint32_t old_count;
    uint32_t *starts; // of the old words in the text
    const xc_text *text;
    const xc_node *nodes;
    uint32_t node_count;
    uint32_t *place; // [old]: the new word that stands for it, from 0
    recut_tags tags;
    gold_word *out;
} aligner;

// The old word of [first,last) whose head is outside.
static uint32_t head_of(const aligner *a, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i++) {
        if (a->old[i].head < first + 1 || a->old[i].head > last) {
            return i;
        }
    }
    return first;
}

static bool any_number(const aligner *a, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i++) {
        if (a->old[i].tag == a->tags.number) {
            return true;
        }
    }
    return false;
}

static bool is_mark(const aligner *a, uint32_t node) {
    uint8_t kind = a->text->tokens[a->nodes[node].first_token].kind;
    return kind == XC_TOKEN_PUNCTUATION || kind == XC_TOKEN_SYMBOL;
}

// Old words [first,last) are the bytes of new words [from,to). Heads are old ones still, but of
// what hangs within: that is said by `inside`.
static void take_group(aligner *a, uint32_t first, uint32_t last, uint32_t from, uint32_t to,
                       uint32_t *inside) {
    uint32_t head = head_of(a, first, last);
    uint32_t main = to - 1;
    while (to - from > 1 && main > from && is_mark(a, main)) {
        main--;
    }
    for (uint32_t i = first; i < last; i++) {
        a->place[i] = main;
    }
    for (uint32_t n = from; n < to; n++) {
        const xc_node *node = &a->nodes[n];
        gold_word *w = &a->out[n];
        *w = a->old[head];
        w->bytes = xc_slice_sub(a->text->bytes, node->start, node->end);
        bool several = node->last_token - node->first_token > 1;
        w->kind = node->date ? FORM_DATE : node->number && several ? FORM_NUMBER : FORM_PLAIN;
        inside[n] = UINT32_MAX;
        if (w->kind == FORM_NUMBER && any_number(a, first, last)) {
            w->tag = a->tags.number;
        }
        if (to - from > 1 || last - first > 1) {
            w->lemma = (xc_slice){0};
        }
        if (n != main) {
            inside[n] = main;
            w->relation = is_mark(a, n) ? XC_REL_PUNCT : XC_REL_COMPOUND;
            w->tag = is_mark(a, n) ? a->tags.mark : w->tag;
        }
    }
}

static uint32_t old_end(const aligner *a, uint32_t i) {
    return a->starts[i] + (uint32_t)a->old[i].bytes.len;
}

static void align(aligner *a, uint32_t *inside) {
    uint32_t first = 0;
    uint32_t from = 0;
    while (first < a->old_count && from < a->node_count) {
        uint32_t last = first + 1;
        uint32_t to = from + 1;
        for (;;) { // until both end at the same byte, or a blank parts them
            if (to < a->node_count && a->nodes[to].start < old_end(a, last - 1)) {
                to++;
            } else if (last < a->old_count && a->starts[last] < a->nodes[to - 1].end) {
                last++;
            } else {
                break;
            }
        }
        take_group(a, first, last, from, to, inside);
        first = last;
        from = to;
    }
    for (; first < a->old_count; first++) {
        a->place[first] = a->node_count - 1;
    }
}

static void set_heads(const aligner *a, const uint32_t *inside) {
    for (uint32_t n = 0; n < a->node_count; n++) {
        gold_word *w = &a->out[n];
        if (inside[n] != UINT32_MAX) {
            w->head = (uint16_t)(inside[n] + 1);
        } else if (w->head) {
            w->head = (uint16_t)(a->place[w->head - 1] + 1);
        }
    }
}

xc_status recut(const cutter *cut, xc_arena *arena, const bool *space_after, recut_tags tags,
                gold_word *words, uint32_t *count, uint32_t most, xc_error *error) {
    xc_buffer joined = {0};
    uint32_t *starts = xc_arena_array(arena, *count, sizeof *starts);
    for (uint32_t i = 0; starts && i < *count; i++) {
        starts[i] = (uint32_t)joined.len;
        xc_buffer_append(&joined, words[i].bytes);
        if (space_after[i]) {
            xc_buffer_char(&joined, ' ');
        }
    }
    xc_slice bytes = xc_arena_copy(arena, xc_buffer_slice(&joined));
    xc_buffer_release(&joined);
    if (!starts || !bytes.ptr) {
        return xc_fail_memory(error);
    }
    xc_text text;
    xc_mentions mentions;
    xc_status status = xc_text_split(bytes, cut->lexicon, NULL, arena, &text, error);
    if (status == XC_OK) {
        status = xc_recognise(cut->language, &text, (xc_date){0}, arena, &mentions, error);
    }
    if (status != XC_OK) {
        return status;
    }
    xc_sentence whole = {.last_token = (uint32_t)text.token_count};
    size_t room = text.token_count + *count + 1;
    xc_node *nodes = xc_arena_array(arena, room, sizeof *nodes);
    uint32_t *inside = xc_arena_array(arena, room, sizeof *inside);
    uint32_t *place = xc_arena_array(arena, room, sizeof *place);
    gold_word *out = xc_arena_array(arena, room, sizeof *out);
    if (!nodes || !inside || !place || !out) {
        return xc_fail_memory(error);
    }
    aligner a = {.old = words,
                 .old_count = *count,
                 .starts = starts,
                 .text = &text,
                 .nodes = nodes,
                 .place = place,
                 .tags = tags,
                 .out = out};
    a.node_count = (uint32_t)join_words(&text, &mentions, &whole, nodes);
    if (a.node_count == 0 || a.node_count > most) {
        return XC_OK; // the treebank's words will do
    }
    align(&a, inside);
    set_heads(&a, inside);
    memcpy(words, out, a.node_count * sizeof *words);
    *count = a.node_count;
    return XC_OK;
}

xc_status recut_changes(const cutter *cut, xc_arena *arena, const bool *space_after,
                        const gold_word *words, uint32_t count, bool *changes,
                        xc_error *error) {
    uint32_t room = 4 * count + 64;
    uint32_t now = count;
    gold_word *copy = xc_arena_array(arena, room, sizeof *copy);
    if (!copy) {
        return xc_fail_memory(error);
    }
    memcpy(copy, words, count * sizeof *copy);
    xc_status status = recut(cut, arena, space_after, (recut_tags){0}, copy, &now, room, error);
    *changes = now != count;
    for (uint32_t i = 0; !*changes && i < count; i++) {
        *changes = !xc_slice_equal(copy[i].bytes, words[i].bytes);
    }
    return status;
}
