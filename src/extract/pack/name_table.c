// SPDX-License-Identifier: MIT
// Names to numbers by open addressing; nearness by edit distance.
#include "extract/pack/name_table.h"

enum { FIRST_SIZE = 64, LONGEST_COMPARED = 64 };

// The slot where a name stands, or the free one where it would.
static named_number *slot_of(const name_table *names, xc_slice name) {
    size_t at = (size_t)xc_hash(name) & (names->size - 1);
    while (names->slots[at].name.ptr && !xc_slice_equal(names->slots[at].name, name)) {
        at = (at + 1) & (names->size - 1);
    }
    return &names->slots[at];
}

static bool grow(name_table *names) {
    name_table larger = {.arena = names->arena,
                         .size = names->size ? names->size * 2 : FIRST_SIZE};
    larger.slots = xc_arena_array(names->arena, larger.size, sizeof *larger.slots);
    if (!larger.slots) {
        return false;
    }
    for (size_t i = 0; i < names->size; i++) {
        if (names->slots[i].name.ptr) {
            *slot_of(&larger, names->slots[i].name) = names->slots[i];
        }
    }
    larger.count = names->count;
    *names = larger;
    return true;
}

uint32_t names_find(const name_table *names, xc_slice name) {
    if (!names->count) {
        return NO_NAME;
    }
    const named_number *slot = slot_of(names, name);
    return slot->name.ptr ? slot->number : NO_NAME;
}

bool names_add(name_table *names, xc_slice name, uint32_t number) {
    if ((names->count + 1) * 2 > names->size && !grow(names)) {
        return false;
    }
    named_number *slot = slot_of(names, name);
    if (!slot->name.ptr) {
        *slot = (named_number){name.ptr ? name : XC_SLICE(""), number};
        names->count++;
    }
    return true;
}

// Insertions, deletions and replacements between two words, row by row.
static size_t distance(xc_slice a, xc_slice b) {
    size_t row[LONGEST_COMPARED + 1];
    for (size_t j = 0; j <= b.len; j++) {
        row[j] = j;
    }
    for (size_t i = 0; i < a.len; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < b.len; j++) {
            size_t best = diagonal + (a.ptr[i] != b.ptr[j]);
            diagonal = row[j + 1];
            best = best < row[j] + 1 ? best : row[j] + 1;
            row[j + 1] = best < diagonal + 1 ? best : diagonal + 1;
        }
    }
    return row[b.len];
}

static void keep_nearer(xc_slice name, xc_slice wanted, size_t *least, xc_slice *nearest) {
    if (name.len > LONGEST_COMPARED || wanted.len > LONGEST_COMPARED) {
        return;
    }
    size_t far = distance(name, wanted);
    bool tie = far == *least && nearest->ptr && xc_slice_compare(name, *nearest) < 0;
    if (far * 3 <= wanted.len + 1 && (far < *least || tie)) {
        *least = far;
        *nearest = name;
    }
}

xc_slice names_nearest(const name_table *names, xc_slice wanted) {
    size_t least = SIZE_MAX;
    xc_slice nearest = {0};
    for (size_t i = 0; i < names->size; i++) {
        if (names->slots[i].name.ptr) {
            keep_nearer(names->slots[i].name, wanted, &least, &nearest);
        }
    }
    return nearest;
}

xc_slice nearest_word(const char *const *words, xc_slice wanted) {
    size_t least = SIZE_MAX;
    xc_slice nearest = {0};
    for (; *words; words++) {
        keep_nearer(xc_slice_of(*words), wanted, &least, &nearest);
    }
    return nearest;
}
