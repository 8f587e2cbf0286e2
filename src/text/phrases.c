// SPDX-License-Identifier: MIT
// Sequences of words: a trie whose edges lie in one hash table.
#include "text/text_parts.h"

typedef struct edge {
    uint32_t from; // node
    xc_word word;  // 0: an empty slot
    uint32_t to;
} edge;

typedef struct node {
    uint32_t *payloads;
    size_t capacity;
    uint32_t count;
    uint32_t preferred; // how many of them come before the others
    bool leads; // some edge leaves it: most phrases end here, and no edge need be looked for
} node;

struct xc_phrases {
    xc_arena *arena;
    uint32_t *first; // node by first word, 0 for none
    // One bit a word that begins a phrase: most tokens begin none, and the bits of all tables fit
    // a cache that `first` of one alone would fill.
    uint64_t *begins;
    size_t first_count; // a multiple of the bits in one of `begins`
    edge *edges;
    size_t edge_count, slot_count; // a power of two
    node *nodes;                   // [0] is the root
    size_t node_count, node_capacity;
    bool prefers; // see xc_phrases_prefer
};

enum { FIRST_SLOTS = 256, FEW_PAYLOADS = 4, BITS = 64 };

xc_phrases *xc_phrases_new(void) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return NULL;
    }
    xc_phrases *phrases = xc_arena_alloc(arena, sizeof *phrases);
    edge *edges = xc_arena_array(arena, FIRST_SLOTS, sizeof *edges);
    if (!phrases || !edges) {
        xc_arena_free(arena);
        return NULL;
    }
    *phrases = (xc_phrases){.arena = arena, .edges = edges, .slot_count = FIRST_SLOTS};
    node *root =
        xc_arena_grow(arena, &phrases->nodes, 0, &phrases->node_capacity, sizeof *root);
    if (!root) {
        xc_arena_free(arena);
        return NULL;
    }
    *root = (node){0};
    phrases->node_count = 1;
    return phrases;
}

void xc_phrases_free(xc_phrases *phrases) {
    if (phrases) {
        xc_arena_free(phrases->arena);
    }
}

void xc_phrases_prefer(xc_phrases *phrases) {
    phrases->prefers = true;
}

static edge *look(const xc_phrases *phrases, uint32_t from, xc_word word) {
    size_t mask = phrases->slot_count - 1;
    uint64_t key = ((uint64_t)from << 32 | word) * UINT64_C(0x9E3779B97F4A7C15);
    for (size_t i = (size_t)(key >> 32) & mask;; i = (i + 1) & mask) {
        edge *at = &phrases->edges[i];
        if (at->word == 0 || (at->word == word && at->from == from)) {
            return at;
        }
    }
}

static bool widen_edges(xc_phrases *phrases) {
    size_t slots = phrases->slot_count;
    edge *old = phrases->edges;
    edge *wider = xc_arena_array(phrases->arena, slots * 2, sizeof *wider);
    if (!wider) {
        return false;
    }
    phrases->edges = wider;
    phrases->slot_count = slots * 2;
    for (size_t i = 0; i < slots; i++) {
        if (old[i].word) {
            *look(phrases, old[i].from, old[i].word) = old[i];
        }
    }
    return true;
}

static bool widen_first(xc_phrases *phrases, xc_word word) {
    if (word < phrases->first_count) {
        return true;
    }
    size_t wanted = ((size_t)word + 1 + phrases->first_count + BITS - 1) / BITS * BITS;
    uint32_t *wider = xc_arena_array(phrases->arena, wanted, sizeof *wider);
    uint64_t *bits = xc_arena_array(phrases->arena, wanted / BITS, sizeof *bits);
    if (!wider || !bits) {
        return false;
    }
    for (size_t i = 0; i < phrases->first_count; i++) {
        wider[i] = phrases->first[i];
    }
    for (size_t i = 0; i < phrases->first_count / BITS; i++) {
        bits[i] = phrases->begins[i];
    }
    phrases->first = wider;
    phrases->begins = bits;
    phrases->first_count = wanted;
    return true;
}

static bool begins_phrase(const xc_phrases *phrases, xc_word word) {
    return word < phrases->first_count && phrases->begins[word / BITS] >> word % BITS & 1;
}

// The node behind an edge, made if it is new; 0 when memory is out.
static uint32_t step_or_make(xc_phrases *phrases, uint32_t from, xc_word word) {
    if (phrases->edge_count * 2 >= phrases->slot_count && !widen_edges(phrases)) {
        return 0;
    }
    edge *at = look(phrases, from, word);
    if (at->word) {
        return at->to;
    }
    node *fresh = xc_arena_grow(phrases->arena, &phrases->nodes, phrases->node_count,
                                &phrases->node_capacity, sizeof *fresh);
    if (!fresh || phrases->node_count >= UINT32_MAX ||
        (from == 0 && !widen_first(phrases, word))) {
        return 0;
    }
    *fresh = (node){0};
    phrases->nodes[from].leads = true;
    *at = (edge){from, word, (uint32_t)phrases->node_count++};
    phrases->edge_count++;
    if (from == 0) {
        phrases->first[word] = at->to;
        phrases->begins[word / BITS] |= UINT64_C(1) << word % BITS;
    }
    return at->to;
}

xc_status xc_lexicon_cut(xc_lexicon *lexicon, xc_slice phrase, xc_arena *arena, xc_word **words,
                         size_t *count) {
    token_list list = {0};
    *count = 0;
    xc_status status = text_tokenise(phrase, lexicon, arena, &list, NULL);
    if (status != XC_OK) {
        return status;
    }
    *words = xc_arena_array(arena, list.count, sizeof **words);
    if (!*words) {
        return XC_NO_MEMORY;
    }
    for (size_t i = 0; i < list.count; i++) {
        xc_token token = list.tokens[i];
        xc_word word =
            token.mark ? xc_lexicon_add(lexicon, (xc_slice){&token.mark, 1})
                       : xc_lexicon_add(lexicon, xc_slice_sub(phrase, token.start, token.end));
        if (!word) {
            return XC_NO_MEMORY;
        }
        (*words)[i] = word;
    }
    *count = list.count;
    return list.count ? XC_OK : XC_BAD_RULE;
}

xc_status xc_phrases_add_words(xc_phrases *phrases, const xc_word *words, size_t count,
                               uint32_t payload) {
    uint32_t at = 0;
    for (size_t i = 0; i < count; i++) {
        at = step_or_make(phrases, at, words[i]);
        if (!at) {
            return XC_NO_MEMORY;
        }
    }
    node *end = &phrases->nodes[at];
    for (size_t i = 0; i < end->count; i++) {
        if (end->payloads[i] == payload) {
            return XC_OK;
        }
    }
    size_t at_payload = phrases->prefers ? end->preferred++ : end->count;
    // Most phrases stand for one or two things: a small beginning keeps thousands of them
    // small.
    if (!end->capacity) {
        end->payloads = xc_arena_array(phrases->arena, FEW_PAYLOADS, sizeof *end->payloads);
        end->capacity = end->payloads ? FEW_PAYLOADS : 0;
    }
    uint32_t *place = xc_arena_grow(phrases->arena, &end->payloads, end->count, &end->capacity,
                                    sizeof *place);
    if (!place) {
        return XC_NO_MEMORY;
    }
    for (size_t i = end->count++; i > at_payload; i--) {
        end->payloads[i] = end->payloads[i - 1];
    }
    end->payloads[at_payload] = payload;
    return XC_OK;
}

xc_status xc_phrases_add(xc_phrases *phrases, xc_lexicon *lexicon, xc_slice phrase,
                         uint32_t payload) {
    xc_word *words = NULL;
    size_t count = 0;
    xc_status status = xc_lexicon_cut(lexicon, phrase, phrases->arena, &words, &count);
    return status == XC_OK ? xc_phrases_add_words(phrases, words, count, payload) : status;
}

xc_phrase_match xc_phrases_match(const xc_phrases *phrases, const xc_text *text, size_t token,
                                 size_t limit) {
    xc_phrase_match match = {0};
    if (limit > text->token_count) {
        limit = text->token_count;
    }
    if (token >= limit || !begins_phrase(phrases, text->tokens[token].word)) {
        return match;
    }
    uint32_t at = phrases->first[text->tokens[token].word];
    for (size_t i = token; at;) {
        const node *here = &phrases->nodes[at];
        i++;
        if (here->count) {
            match = (xc_phrase_match){(uint32_t)(i - token), here->payloads, here->count};
        }
        if (!here->leads || i >= limit || text->tokens[i].word == 0) {
            break;
        }
        at = look(phrases, at, text->tokens[i].word)->to;
    }
    return match;
}

uint32_t xc_phrases_step(const xc_phrases *phrases, uint32_t place, xc_word word) {
    if (place == 0) {
        return begins_phrase(phrases, word) ? phrases->first[word] : 0;
    }
    return phrases->nodes[place].leads && word ? look(phrases, place, word)->to : 0;
}

xc_phrase_match xc_phrases_at(const xc_phrases *phrases, uint32_t place) {
    const node *here = &phrases->nodes[place];
    return (xc_phrase_match){0, here->payloads, here->count};
}
