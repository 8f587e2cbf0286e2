// SPDX-License-Identifier: MIT
// Feeding a net. The rows lie far apart in memory: all are found first, and asked for, before
// one is read.
#include "syntax/net.h"

#include <string.h>

// The row of a feature, or NULL.
static const int8_t *find_row(const net *n, uint64_t key) {
    uint32_t bucket = net_bucket(key, n->buckets);
    uint16_t mark = net_mark(key);
    const uint16_t *marks = n->marks + (size_t)bucket * NET_BUCKET;
    unsigned found = 0;
    for (unsigned i = 0; i < NET_BUCKET; i++) {
        found |= (unsigned)(marks[i] == mark) << i;
    }
    if (!found) {
        return NULL;
    }
    unsigned slot = (unsigned)__builtin_ctz(found);
    return n->rows + ((size_t)bucket * NET_BUCKET + slot) * NET_WIDTH;
}

static void add_row(int16_t *restrict sum, const int8_t *restrict row) {
    for (int i = 0; i < NET_WIDTH; i++) {
        sum[i] = (int16_t)(sum[i] + row[i]);
    }
}

void net_feed(const net *n, const uint64_t *keys, uint32_t count, net_hidden *hidden) {
    const int8_t *rows[NET_FEATURES];
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        __builtin_prefetch(n->marks + (size_t)net_bucket(keys[i], n->buckets) * NET_BUCKET);
    }
    for (uint32_t i = 0; i < count; i++) {
        const int8_t *row = find_row(n, keys[i]);
        if (row) {
            __builtin_prefetch(row);
            rows[found++] = row;
        }
    }
    memcpy(hidden->units, n->bias, sizeof hidden->units);
    for (uint32_t i = 0; i < found; i++) {
        add_row(hidden->units, rows[i]);
    }
    for (int i = 0; i < NET_WIDTH; i++) {
        hidden->units[i] = hidden->units[i] > 0 ? hidden->units[i] : 0;
    }
}

int32_t net_output(const net *n, const net_hidden *hidden, uint32_t output) {
    const int16_t *weights = n->weights + (size_t)output * NET_WIDTH;
    int32_t sum = n->base[output];
    for (int i = 0; i < NET_WIDTH; i++) {
        sum += hidden->units[i] * weights[i];
    }
    return sum;
}

uint32_t net_best(const net *n, const net_hidden *hidden, uint32_t first, uint32_t last) {
    uint32_t best = first;
    int32_t most = net_output(n, hidden, first);
    for (uint32_t i = first + 1; i < last; i++) {
        int32_t score = net_output(n, hidden, i);
        if (score > most) {
            most = score;
            best = i;
        }
    }
    return best;
}
