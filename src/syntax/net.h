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
    NET_AT_ONCE =
        4, // keys are taken so many at once: arrays of keys have room for as many more
    NET_KEYS = NET_FEATURES + NET_AT_ONCE,
    NET_OUTPUTS = 256,
    NET_FIRST = 8,              // outputs that net_first scores
    NET_MARKS = NET_BUCKET * 2, // bytes of a bucket's marks
    NET_PLACE =
        20, // a place: where a bucket's marks are in bytes, behind it 16 bits of the mark
};

typedef struct net {
    uint32_t buckets;
    uint32_t outputs;
    const uint16_t *marks; // [buckets][NET_BUCKET]: what tells a feature, 0 of an empty row
    const int8_t *rows;    // [NET_WIDTH] each
    // How far on in `rows` the next bucket's row lies, and the next row of the same bucket. A
    // bucket's first row is the one that is worth most. A file has bucket after bucket; to be
    // used, the first rows of all stand together: they are what a near cache should hold.
    uint32_t next_bucket, next_row;
    const int16_t *bias;    // [NET_WIDTH]
    const int16_t *weights; // [outputs][NET_WIDTH]
    const int32_t *base;    // [outputs]: what an output has before anything holds
    bool wide;              // this machine has registers of 32 bytes
    // Of such a machine: weights and base of sixteen outputs at a time, side by side.
    const int16_t *columns;
    const int32_t *column_base;
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

// Bytes that net_prepare needs for a net of so many outputs.
size_t net_room(uint32_t outputs);
// Looks at the machine, and makes what its registers want of weights and base.
// @param room net_room bytes, aligned to 64, that live as long as the net
void net_prepare(net *n, void *room);
// Puts the rows of a file in the order of use. @param old a copy of the rows
void net_gather_rows(net *n, const int8_t *old, int8_t *rows);
// Feeding in three steps, so that what lies far off in memory can be asked for while other work
// goes on: expect turns keys into places and asks for what tells features apart there, find looks
// at that and asks for the rows, add reads them.
// @param keys with room for NET_AT_ONCE more than `count`
void net_expect(const net *n, uint64_t *keys, uint32_t count);
void net_find(const net *n, const uint64_t *places, uint32_t count, net_found *found);
void net_add(const net *n, const net_found *found, net_sum *sum);
// The hidden layer: the bias and the given sums, cut off below zero.
void net_cut(const net *n, const net_sum *const *sums, uint32_t count, net_sum *hidden);
// Scores of the first NET_FIRST outputs; what stands for one past the last is not to be read.
void net_first(const net *n, const net_sum *hidden, int32_t scores[NET_FIRST]);
// The best of outputs [first,last), of at least one; the first of equals.
uint32_t net_best(const net *n, const net_sum *hidden, uint32_t first, uint32_t last);

#endif
