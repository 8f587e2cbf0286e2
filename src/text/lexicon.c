// SPDX-License-Identifier: MIT
// The numbers of words: an open-addressed table from folded bytes to 1, 2, 3 ...
#include "text_internal.h"

#include <string.h>

typedef struct slot {
    uint32_t hash; // high half of the word's hash: most misses end here
    xc_word word;  // 0: empty
} slot;

struct xc_lexicon {
    xc_arena *arena;
    slot *slots;
    size_t slot_count; // a power of two
    xc_slice *words;   // [word - 1]
    size_t count, capacity;
};

enum { FIRST_SLOTS = 4096 };

xc_lexicon *xc_lexicon_new(void) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return NULL;
    }
    xc_lexicon *lexicon = xc_arena_alloc(arena, sizeof *lexicon);
    slot *slots = xc_arena_array(arena, FIRST_SLOTS, sizeof *slots);
    if (!lexicon || !slots) {
        xc_arena_free(arena);
        return NULL;
    }
    *lexicon = (xc_lexicon){.arena = arena, .slots = slots, .slot_count = FIRST_SLOTS};
    return lexicon;
}

void xc_lexicon_free(xc_lexicon *lexicon) {
    if (lexicon) {
        xc_arena_free(lexicon->arena);
    }
}

// The slot that holds the folded word, or the empty one where it belongs.
static slot *look(const xc_lexicon *lexicon, xc_slice folded, uint64_t hash) {
    size_t mask = lexicon->slot_count - 1;
    uint32_t high = (uint32_t)(hash >> 32);
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        slot *at = &lexicon->slots[i];
        if (at->word == 0 ||
            (at->hash == high && xc_slice_equal(lexicon->words[at->word - 1], folded))) {
            return at;
        }
    }
}

static bool widen(xc_lexicon *lexicon) {
    slot *slots = xc_arena_array(lexicon->arena, lexicon->slot_count * 2, sizeof *slots);
    if (!slots) {
        return false;
    }
    lexicon->slots = slots;
    lexicon->slot_count *= 2;
    for (size_t i = 0; i < lexicon->count; i++) {
        uint64_t hash = xc_hash(lexicon->words[i]);
        *look(lexicon, lexicon->words[i], hash) =
            (slot){(uint32_t)(hash >> 32), (xc_word)(i + 1)};
    }
    return true;
}

xc_word xc_lexicon_add(xc_lexicon *lexicon, xc_slice word) {
    char buffer[XC_WORD_LIMIT];
    size_t length = xc_fold_into(word, buffer, sizeof buffer);
    xc_slice folded = {buffer, length == SIZE_MAX ? 0 : length};
    if (folded.len == 0 || lexicon->count >= UINT32_MAX - 1) {
        return 0;
    }
    if (lexicon->count * 2 >= lexicon->slot_count && !widen(lexicon)) {
        return 0;
    }
    uint64_t hash = xc_hash(folded);
    slot *at = look(lexicon, folded, hash);
    if (at->word) {
        return at->word;
    }
    xc_slice copy = xc_arena_copy(lexicon->arena, folded);
    xc_slice *entry = copy.ptr ? xc_arena_grow(lexicon->arena, &lexicon->words, lexicon->count,
                                               &lexicon->capacity, sizeof *entry)
                               : NULL;
    if (!entry) {
        return 0;
    }
    *entry = copy;
    lexicon->count++;
    *at = (slot){(uint32_t)(hash >> 32), (xc_word)lexicon->count};
    return at->word;
}

xc_word xc_lexicon_find(const xc_lexicon *lexicon, xc_slice word) {
    char buffer[XC_WORD_LIMIT];
    size_t length = xc_fold_into(word, buffer, sizeof buffer);
    if (length == SIZE_MAX || length == 0) {
        return 0;
    }
    xc_slice folded = {buffer, length};
    return look(lexicon, folded, xc_hash(folded))->word;
}

xc_slice xc_lexicon_word(const xc_lexicon *lexicon, xc_word word) {
    return word == 0 || word > lexicon->count ? (xc_slice){0} : lexicon->words[word - 1];
}

uint32_t xc_lexicon_count(const xc_lexicon *lexicon) {
    return (uint32_t)lexicon->count;
}
