// SPDX-License-Identifier: MIT
// A net with one hidden layer over sparse features: each feature that holds has a row of small
// integers, the hidden layer is the sum of the rows, cut off below zero, and an output is the
// product of the hidden layer with its own row (Botha et al. 2017, "Natural Language Processing
// with Small Feed-Forward Networks"). A sum of integers is the same in any order, on any
// machine.
#ifndef CROSSCLAIM_SYNTAX_NET_H
#define CROSSCLAIM_SYNTAX_NET_H

#include "crossclaim/base/slice.h"

enum {
    NET_WIDTH = 32,    // of the hidden layer
    NET_BUCKET = 8,    // rows that may hold a feature
    NET_FEATURES = 96, // that may hold at once: their sum fits 16 bits
    NET_OUTPUTS = 256,
};

typedef struct net {
    uint32_t buckets;
    uint32_t outputs;
    const uint16_t *marks;  // [buckets][NET_BUCKET]: what tells a feature, 0 of an empty row
    const int8_t *rows;     // [buckets][NET_BUCKET][NET_WIDTH]
    const int16_t *bias;    // [NET_WIDTH]
    const int16_t *weights; // [outputs][NET_WIDTH]
    const int32_t *base;    // [outputs]: what an output has before anything holds
    bool wide;              // this machine has registers of 32 bytes
} net;

// Sums of rows, and the hidden layer they come to (none below zero there).
typedef struct net_sum {
    _Alignas(32) int16_t units[NET_WIDTH];
} net_sum;

// Features whose rows were found.
typedef struct net_found {
    const int8_t *rows[NET_FEATURES];
    uint32_t count;
} net_found;

// A feature's key: its template and up to three values.
static inline uint64_t net_key(uint32_t template, uint64_t a, uint64_t b, uint64_t c) {
    uint64_t h = (a + template * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    h = (h ^ h >> 29 ^ b) * 0xC2B2AE3D27D4EB4Fu;
    h = (h ^ h >> 31 ^ c) * 0x9FB21C651E98DF25u;
    return h ^ h >> 32;
}
static inline uint32_t net_bucket(uint64_t key, uint32_t buckets) {
    return (uint32_t)((key >> 32) * buckets >> 32);
}
// Never 0.
static inline uint16_t net_mark(uint64_t key) {
    uint16_t mark = (uint16_t)key;
    return mark ? mark : 1;
}

bool net_wide(void);
// Feeding in three steps, so that what lies far off in memory can be asked for while other work
// goes on: expect turns keys into places and asks for what tells features apart there, find looks
// at that and asks for the rows, add reads them.
void net_expect(const net *n, uint64_t *keys, uint32_t count);
void net_find(const net *n, const uint64_t *places, uint32_t count, net_found *found);
void net_add(const net *n, const net_found *found, net_sum *sum);
// The hidden layer: the bias and the given sums, cut off below zero.
void net_cut(const net *n, const net_sum *const *sums, uint32_t count, net_sum *hidden);
// Scores of outputs [first,last), at most NET_OUTPUTS.
void net_scores(const net *n, const net_sum *hidden, uint32_t first, uint32_t last,
                int32_t *scores);
// The best of outputs [first,last), the first of equals.
uint32_t net_best(const net *n, const net_sum *hidden, uint32_t first, uint32_t last);

#endif
