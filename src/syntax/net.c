// SPDX-License-Identifier: MIT
// Feeding a net, and what comes out. A machine with wide registers takes net_wide.c's way: to the
// same sums.
#include "syntax/net.h"
#include "syntax/net_wide.h"

#include <string.h>

#if !NET_HAS_WIDE // never called: no net is wide
static bool net_can_be_wide(void) {
    return false;
}
#define net_expect_wide(n, keys, count) ((void)0)
#define net_find_wide(n, places, count, found) ((void)0)
#define net_add_wide(found, sum) ((void)0)
#define net_cut_wide(n, sums, count, hidden) ((void)0)
#define net_first_wide(n, hidden, scores) ((void)0)
#define net_best_wide(n, hidden, first, last) (0U)
#endif

static size_t columns_of(uint32_t outputs) {
    return ((size_t)outputs + NET_COLUMNS - 1) / NET_COLUMNS * NET_COLUMNS;
}

size_t net_room(uint32_t outputs) {
    return columns_of(outputs) * (NET_WIDTH * sizeof(int16_t) + sizeof(int32_t));
}

// Units two by two, sixteen outputs side by side: what one instruction multiplies and adds.
void net_prepare(net *n, void *room) {
    size_t columns = columns_of(n->outputs);
    int16_t *at = room;
    int32_t *base = (void *)(at + columns * NET_WIDTH);
    memset(room, 0, net_room(n->outputs));
    memcpy(base, n->base, n->outputs * sizeof *base);
    n->wide = net_can_be_wide();
    n->columns = at;
    n->column_base = base;
    for (size_t block = 0; block < columns; block += NET_COLUMNS) {
        for (size_t pair = 0; pair < NET_WIDTH / 2; pair++) {
            for (size_t o = block; o < block + NET_COLUMNS; o++, at += 2) {
                if (o < n->outputs) {
                    memcpy(at, n->weights + o * NET_WIDTH + pair * 2, 2 * sizeof *at);
                }
            }
        }
    }
}

void net_gather_rows(net *n, const int8_t *old, int8_t *rows) {
    n->next_bucket = NET_WIDTH;
    n->next_row = n->buckets * NET_WIDTH;
    n->rows = rows;
    for (size_t row = 0; row < NET_BUCKET; row++) {
        for (size_t bucket = 0; bucket < n->buckets; bucket++) {
            memcpy(rows, old + (bucket * NET_BUCKET + row) * NET_WIDTH, NET_WIDTH);
            rows += NET_WIDTH;
        }
    }
}

void net_expect(const net *n, uint64_t *keys, uint32_t count) {
    if (n->wide) {
        net_expect_wide(n, keys, count);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint64_t bucket = net_bucket(keys[i], n->buckets);
        __builtin_prefetch(n->marks + bucket * NET_BUCKET);
        keys[i] = bucket << NET_PLACE | net_mark(keys[i]);
    }
}

// Which of a bucket's rows bears the mark, NET_BUCKET where none does.
static uint32_t bearer(const uint16_t *marks, uint16_t mark) {
    uint32_t row = 0;
    while (row < NET_BUCKET && marks[row] != mark) {
        row++;
    }
    return row;
}

void net_find(const net *n, const uint64_t *places, uint32_t count, net_found *found) {
    if (n->wide) {
        net_find_wide(n, places, count, found);
        return;
    }
    found->count = 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t bucket = (size_t)(places[i] >> NET_PLACE);
        uint32_t row = bearer(n->marks + bucket * NET_BUCKET, (uint16_t)places[i]);
        if (row < NET_BUCKET) {
            const int8_t *start = n->rows + bucket * n->next_bucket + (size_t)row * n->next_row;
            __builtin_prefetch(start);
            found->rows[found->count++] = start;
        }
    }
}

typedef int8_t bytes8 __attribute__((vector_size(8)));
typedef int16_t units8 __attribute__((vector_size(16)));
enum { EIGHT = 8, EIGHTS = NET_WIDTH / EIGHT };

void net_add(const net *n, const net_found *found, net_sum *out) {
    if (n->wide) {
        net_add_wide(found, out);
        return;
    }
    units8 sum[EIGHTS] = {0};
    for (uint32_t i = 0; i < found->count; i++) {
        for (int k = 0; k < EIGHTS; k++) {
            bytes8 part;
            memcpy(&part, found->rows[i] + (size_t)k * EIGHT, sizeof part);
            sum[k] += __builtin_convertvector(part, units8);
        }
    }
    memcpy(out->units, sum, sizeof sum);
}

void net_cut(const net *n, const net_sum *const *sums, uint32_t count, net_sum *hidden) {
    if (n->wide) {
        net_cut_wide(n, sums, count, hidden);
        return;
    }
    units8 cut[EIGHTS];
    memcpy(cut, n->bias, sizeof cut);
    for (uint32_t i = 0; i < count; i++) {
        units8 more[EIGHTS];
        memcpy(more, sums[i]->units, sizeof more);
        for (int k = 0; k < EIGHTS; k++) {
            cut[k] += more[k];
        }
    }
    for (int k = 0; k < EIGHTS; k++) {
        cut[k] &= cut[k] > 0;
    }
    memcpy(hidden->units, cut, sizeof cut);
}

static int32_t score(const net *n, const net_sum *hidden, uint32_t output) {
    const int16_t *weights = n->weights + (size_t)output * NET_WIDTH;
    int32_t sum = n->base[output];
    for (int i = 0; i < NET_WIDTH; i++) {
        sum += hidden->units[i] * weights[i];
    }
    return sum;
}

void net_first(const net *n, const net_sum *hidden, int32_t scores[NET_FIRST]) {
    if (n->wide) {
        net_first_wide(n, hidden, scores);
        return;
    }
    for (uint32_t o = 0; o < NET_FIRST; o++) {
        scores[o] = o < n->outputs ? score(n, hidden, o) : 0;
    }
}

uint32_t net_best(const net *n, const net_sum *hidden, uint32_t first, uint32_t last) {
    if (n->wide) {
        return net_best_wide(n, hidden, first, last);
    }
    uint32_t best = first;
    int32_t most = score(n, hidden, first);
    for (uint32_t o = first + 1; o < last; o++) {
        int32_t one = score(n, hidden, o);
        best = one > most ? o : best;
        most = one > most ? one : most;
    }
    return best;
}
