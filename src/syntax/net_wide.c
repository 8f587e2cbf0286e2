// SPDX-License-Identifier: MIT
// Feeding a net, and what comes out, with AVX2.
#include "syntax/net_wide.h"

#if NET_HAS_WIDE
#include <immintrin.h>

#define WIDE __attribute__((target("avx2,bmi")))
enum { HALF = NET_WIDTH / 2, PAIRS = NET_WIDTH / 2, EIGHT = 8 };

bool net_can_be_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}

// Four keys at a time; behind the last one it stands again, so that nothing is asked for in vain.
WIDE void net_expect_wide(const net *n, uint64_t *keys, uint32_t count) {
    const __m256i buckets = _mm256_set1_epi64x(n->buckets);
    const __m256i low = _mm256_set1_epi64x(0xFFFF);
    const __m256i one = _mm256_set1_epi64x(1);
    const char *marks = (const char *)n->marks;
    for (uint32_t i = count; count && i % NET_AT_ONCE; i++) {
        keys[i] = keys[count - 1];
    }
    for (uint32_t i = 0; i < count; i += NET_AT_ONCE) {
        __m256i *at = (__m256i *)(void *)(keys + i);
        __m256i key = _mm256_loadu_si256(at);
        __m256i bucket =
            _mm256_srli_epi64(_mm256_mul_epu32(_mm256_srli_epi64(key, 32), buckets), 32);
        __m256i mark = _mm256_and_si256(key, low);
        __m256i none = _mm256_cmpeq_epi64(mark, _mm256_setzero_si256());
        mark = _mm256_or_si256(mark, _mm256_and_si256(none, one));
        _mm256_storeu_si256(at, _mm256_or_si256(_mm256_slli_epi64(bucket, NET_PLACE), mark));
        __builtin_prefetch(marks + (keys[i] >> 16));
        __builtin_prefetch(marks + (keys[i + 1] >> 16));
        __builtin_prefetch(marks + (keys[i + 2] >> 16));
        __builtin_prefetch(marks + (keys[i + 3] >> 16));
    }
}

WIDE void net_find_wide(const net *n, const uint64_t *places, uint32_t count,
                        net_found *found) {
    const char *marks = (const char *)n->marks;
    const size_t next_bucket = n->next_bucket / NET_MARKS;
    const size_t next_row = n->next_row / 2; // of two bits each
    size_t rows = 0;
    for (const uint64_t *end = places + count; places < end; places++) {
        size_t place = *places >> 16;
        __m128i all = _mm_loadu_si128((const __m128i *)(const void *)(marks + place));
        uint32_t borne =
            (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi16(all, _mm_set1_epi16((short)*places)));
        size_t is_there = borne != 0;
        // Written always, counted where there is one: no branch that cannot be foretold. Of none
        // the first row of all is asked for, which is near.
        size_t at = place * next_bucket + _tzcnt_u32(borne) * next_row;
        const int8_t *row = n->rows + (at & ((size_t)0 - is_there));
        found->rows[rows] = row;
        __builtin_prefetch(row);
        rows += is_there;
    }
    found->count = (uint32_t)rows;
}

WIDE static inline __m256i widened(const int8_t *row) {
    return _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)row));
}

WIDE void net_add_wide(const net_found *found, net_sum *out) {
    __m256i low = _mm256_setzero_si256();
    __m256i high = _mm256_setzero_si256();
    for (uint32_t i = 0; i < found->count; i++) {
        low = _mm256_add_epi16(low, widened(found->rows[i]));
        high = _mm256_add_epi16(high, widened(found->rows[i] + HALF));
    }
    _mm256_store_si256((__m256i *)(void *)out->units, low);
    _mm256_store_si256((__m256i *)(void *)(out->units + HALF), high);
}

WIDE static inline __m256i units(const net_sum *sum, int from) {
    return _mm256_load_si256((const __m256i *)(const void *)(sum->units + from));
}

WIDE void net_cut_wide(const net *n, const net_sum *const *sums, uint32_t count,
                       net_sum *hidden) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)n->bias);
    __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(n->bias + HALF));
    for (uint32_t i = 0; i < count; i++) {
        low = _mm256_add_epi16(low, units(sums[i], 0));
        high = _mm256_add_epi16(high, units(sums[i], HALF));
    }
    low = _mm256_max_epi16(low, _mm256_setzero_si256());
    high = _mm256_max_epi16(high, _mm256_setzero_si256());
    _mm256_store_si256((__m256i *)(void *)hidden->units, low);
    _mm256_store_si256((__m256i *)(void *)(hidden->units + HALF), high);
}

// Scores of the outputs from `output` on, which begins a column block; eight in each of two.
typedef struct scores16 {
    __m256i low, high;
} scores16;

WIDE static inline scores16 score_columns(const net *n, const net_sum *hidden, size_t output) {
    const __m256i *column = (const __m256i *)(const void *)(n->columns + output * NET_WIDTH);
    const __m256i *base = (const __m256i *)(const void *)(n->column_base + output);
    __m256i low = _mm256_load_si256(base);
    __m256i high = _mm256_load_si256(base + 1);
#pragma GCC unroll 4 // not 16: all pairs at once find no room in the registers
    for (int pair = 0; pair < PAIRS; pair++) {
        int32_t two;
        __builtin_memcpy(&two, hidden->units + (size_t)pair * 2, sizeof two);
        __m256i both = _mm256_set1_epi32(two);
        low = _mm256_add_epi32(low, _mm256_madd_epi16(both, column[(size_t)pair * 2]));
        high = _mm256_add_epi32(high, _mm256_madd_epi16(both, column[(size_t)pair * 2 + 1]));
    }
    return (scores16){low, high};
}

WIDE void net_first_wide(const net *n, const net_sum *hidden, int32_t scores[NET_FIRST]) {
    scores16 first = score_columns(n, hidden, 0);
    _mm256_storeu_si256((__m256i *)(void *)scores, first.low);
}

// The best of each of eight lanes so far, and which output it is.
typedef struct bests {
    __m256i scores, outputs;
} bests;

// What is not among [first,last) is never better.
WIDE static inline void take_better(bests *b, __m256i scores, uint32_t output, __m256i before,
                                    __m256i behind) {
    const __m256i lanes = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    __m256i outputs = _mm256_add_epi32(_mm256_set1_epi32((int)output), lanes);
    __m256i counts = _mm256_and_si256(_mm256_cmpgt_epi32(outputs, before),
                                      _mm256_cmpgt_epi32(behind, outputs));
    __m256i better = _mm256_and_si256(counts, _mm256_cmpgt_epi32(scores, b->scores));
    b->scores = _mm256_blendv_epi8(b->scores, scores, better);
    b->outputs = _mm256_blendv_epi8(b->outputs, outputs, better);
}

// The same in each lane: the most, or the least.
WIDE static inline __m256i most_of(__m256i x) {
    x = _mm256_max_epi32(x, _mm256_permute2x128_si256(x, x, 1));
    x = _mm256_max_epi32(x, _mm256_shuffle_epi32(x, 0x4E));
    return _mm256_max_epi32(x, _mm256_shuffle_epi32(x, 0xB1));
}

WIDE static inline __m256i least_of(__m256i x) {
    x = _mm256_min_epi32(x, _mm256_permute2x128_si256(x, x, 1));
    x = _mm256_min_epi32(x, _mm256_shuffle_epi32(x, 0x4E));
    return _mm256_min_epi32(x, _mm256_shuffle_epi32(x, 0xB1));
}

WIDE uint32_t net_best_wide(const net *n, const net_sum *hidden, uint32_t first,
                            uint32_t last) {
    const __m256i never = _mm256_set1_epi32(INT32_MAX);
    const __m256i before = _mm256_set1_epi32((int)first - 1);
    const __m256i behind = _mm256_set1_epi32((int)last);
    bests b = {_mm256_set1_epi32(INT32_MIN), never};
    for (uint32_t o = first / NET_COLUMNS * NET_COLUMNS; o < last; o += NET_COLUMNS) {
        scores16 scores = score_columns(n, hidden, o);
        take_better(&b, scores.low, o, before, behind);
        take_better(&b, scores.high, o + EIGHT, before, behind);
    }
    __m256i best = _mm256_cmpeq_epi32(b.scores, most_of(b.scores));
    b.outputs = least_of(_mm256_blendv_epi8(never, b.outputs, best));
    return (uint32_t)_mm256_cvtsi256_si32(b.outputs);
}
#endif
