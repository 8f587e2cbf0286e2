// SPDX-License-Identifier: MIT
// The numbers of words: an open-addressed table from folded bytes to 1, 2, 3 ...
#include "text/text_parts.h"

#include <string.h>

// What tells words apart. ASCII words of up to 16 bytes, which nearly all are, fit in it whole;
// of others it holds a hash, and the bytes are compared too.
typedef struct key {
    uint64_t head, tail;
    uint32_t length; // 0: hashed
} key;

typedef struct slot {
    key key;
    xc_word word; // 0: empty
} slot;

struct xc_lexicon {
    xc_arena *arena;
    slot *slots;
    size_t slot_count; // a power of two
    xc_slice *words;   // [word - 1]
    size_t count, capacity;
};

// Room for the words of the packs that come along: they are not put in anew while they load.
enum { FIRST_SLOTS = 32768 };

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

enum { SHORT = 16 };

static uint64_t load(const char *bytes, size_t count) {
    uint64_t value = 0;
    memcpy(&value, bytes, count);
    return value;
}

// Eight ASCII bytes with their capitals made small.
static uint64_t lower(uint64_t bytes) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t from_a = bytes + (0x80 - 'A') * ones;     // high bit: 'A' or more
    uint64_t past_z = bytes + (0x80 - 'Z' - 1) * ones; // high bit: more than 'Z'
    return bytes | ((from_a & ~past_z & (0x80 * ones)) >> 2);
}

// The key of a word of up to 16 bytes, read in two overlapping loads; false if it is not ASCII.
static bool short_key(xc_slice word, key *out) {
    size_t length = word.len;
    uint64_t head;
    uint64_t tail = 0;
    if (length >= 8) {
        head = load(word.ptr, 8);
        tail = load(word.ptr + length - 8, 8);
    } else if (length >= 4) {
        head = load(word.ptr, 4);
        tail = load(word.ptr + length - 4, 4);
    } else {
        head = load(word.ptr, 1);
        tail = length > 1 ? load(word.ptr + length - 2, 2) : 0;
    }
    if ((head | tail) & UINT64_C(0x8080808080808080)) {
        return false;
    }
    *out = (key){lower(head), lower(tail), (uint32_t)length};
    return true;
}

static key hashed_key(xc_slice folded) {
    uint64_t hash = xc_hash(folded);
    return (key){hash, folded.len, 0};
}

// The slot that holds the word, or the empty one where it belongs.
static slot *look(const xc_lexicon *lexicon, key wanted, xc_slice folded) {
    size_t mask = lexicon->slot_count - 1;
    uint64_t mixed =
        (wanted.head ^ (wanted.tail * UINT64_C(0xC2B2AE3D27D4EB4F)) ^ wanted.length) *
        UINT64_C(0x9E3779B97F4A7C15);
    for (size_t i = (size_t)(mixed >> 32) & mask;; i = (i + 1) & mask) {
        slot *at = &lexicon->slots[i];
        if (at->word == 0) {
            return at;
        }
        if (at->key.head == wanted.head && at->key.tail == wanted.tail &&
            at->key.length == wanted.length &&
            (wanted.length || xc_slice_equal(lexicon->words[at->word - 1], folded))) {
            return at;
        }
    }
}

static key key_of(xc_slice folded) {
    key out;
    return folded.len <= SHORT && short_key(folded, &out) ? out : hashed_key(folded);
}

static bool widen(xc_lexicon *lexicon) {
    slot *slots = xc_arena_array(lexicon->arena, lexicon->slot_count * 2, sizeof *slots);
    if (!slots) {
        return false;
    }
    lexicon->slots = slots;
    lexicon->slot_count *= 2;
    for (size_t i = 0; i < lexicon->count; i++) {
        key word_key = key_of(lexicon->words[i]);
        *look(lexicon, word_key, lexicon->words[i]) = (slot){word_key, (xc_word)(i + 1)};
    }
    return true;
}

xc_word xc_lexicon_add(xc_lexicon *lexicon, xc_slice word) {
    char buffer[WORD_LIMIT];
    size_t length = fold_into(word, buffer, sizeof buffer);
    xc_slice folded = {buffer, length == SIZE_MAX ? 0 : length};
    if (folded.len == 0 || lexicon->count >= UINT32_MAX - 1) {
        return 0;
    }
    if (lexicon->count * 2 >= lexicon->slot_count && !widen(lexicon)) {
        return 0;
    }
    key word_key = key_of(folded);
    slot *at = look(lexicon, word_key, folded);
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
    *at = (slot){word_key, (xc_word)lexicon->count};
    return at->word;
}

xc_word xc_lexicon_find(const xc_lexicon *lexicon, xc_slice word) {
    key word_key;
    if (word.len - 1 < SHORT && short_key(word, &word_key)) { // not empty, and short
        return look(lexicon, word_key, word)->word;
    }
    char buffer[WORD_LIMIT];
    size_t length = fold_into(word, buffer, sizeof buffer);
    if (length == SIZE_MAX || length == 0) {
        return 0;
    }
    xc_slice folded = {buffer, length};
    return look(lexicon, key_of(folded), folded)->word;
}

xc_slice xc_lexicon_word(const xc_lexicon *lexicon, xc_word word) {
    if (word == 0 || word > lexicon->count) {
        return (xc_slice){0};
    }
    return lexicon->words[word - 1];
}

uint32_t xc_lexicon_count(const xc_lexicon *lexicon) {
    return (uint32_t)lexicon->count;
}
