// SPDX-License-Identifier: MIT
// Feeding a net. The rows lie far apart in memory: all are found first, and asked for, before
// one is read.
#include "syntax/net.h"

#include <string.h>
#if defined __x86_64__
#include <immintrin.h>
#endif

// Which of a bucket's rows bear the mark: two bits a row.
static inline unsigned bear(const uint16_t *marks, uint16_t mark) {
#if defined __x86_64__
    __m128i all = _mm_loadu_si128((const __m128i *)(const void *)marks);
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi16(all, _mm_set1_epi16((short)mark)));
#else
    unsigned found = 0;
    for (unsigned i = 0; i < NET_BUCKET; i++) {
        found |= marks[i] == mark ? 3U << 2 * i : 0;
    }
    return found;
#endif
}

// Sixteen units at a time. A machine with wide registers adds them at once, one without in two
// steps: to the same sums.
typedef int8_t bytes16 __attribute__((vector_size(16)));
typedef int16_t units16 __attribute__((vector_size(32)));

static inline __attribute__((always_inline)) void add_rows(const int8_t *const *rows,
                                                           uint32_t count, int16_t *units) {
    units16 sum[NET_WIDTH / 16];
    memcpy(sum, units, sizeof sum);
    for (uint32_t i = 0; i < count; i++) {
        for (int k = 0; k < NET_WIDTH / 16; k++) {
            bytes16 part;
            memcpy(&part, rows[i] + k * 16, sizeof part);
            sum[k] += __builtin_convertvector(part, units16);
        }
    }
    for (int k = 0; k < NET_WIDTH / 16; k++) {
        sum[k] &= sum[k] > 0;
    }
    memcpy(units, sum, sizeof sum);
}

static inline __attribute__((always_inline)) int32_t product(const int16_t *a,
                                                             const int16_t *b) {
    int32_t sum = 0;
    for (int i = 0; i < NET_WIDTH; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

static inline __attribute__((always_inline)) void score_outputs(const net *n,
                                                                const net_hidden *hidden,
                                                                uint32_t first, uint32_t last,
                                                                int32_t *scores) {
    for (uint32_t o = first; o < last; o++) {
        scores[o - first] =
            n->base[o] + product(hidden->units, n->weights + (size_t)o * NET_WIDTH);
    }
}

#if defined __x86_64__
__attribute__((target("avx2"))) static void add_rows_wide(const int8_t *const *rows,
                                                          uint32_t count, int16_t *units) {
    add_rows(rows, count, units);
}
// Eight sums of an output, side by side.
__attribute__((target("avx2"))) static inline __m256i sums_of(const __m256i *hidden,
                                                              const int16_t *weights) {
    const __m256i *w = (const __m256i *)(const void *)weights;
    __m256i sum = _mm256_madd_epi16(hidden[0], _mm256_loadu_si256(w));
    for (int k = 1; k < NET_WIDTH / 16; k++) {
        sum = _mm256_add_epi32(sum, _mm256_madd_epi16(hidden[k], _mm256_loadu_si256(w + k)));
    }
    return sum;
}

// Four outputs at a time.
__attribute__((target("avx2"))) static void score_outputs_wide(const net *n,
                                                               const net_hidden *hidden,
                                                               uint32_t first, uint32_t last,
                                                               int32_t *scores) {
    __m256i h[NET_WIDTH / 16];
    memcpy(h, hidden->units, sizeof h);
    uint32_t o = first;
    for (; o + 4 <= last; o += 4) {
        const int16_t *w = n->weights + (size_t)o * NET_WIDTH;
        __m256i two = _mm256_hadd_epi32(sums_of(h, w), sums_of(h, w + NET_WIDTH));
        __m256i more =
            _mm256_hadd_epi32(sums_of(h, w + 2 * NET_WIDTH), sums_of(h, w + 3 * NET_WIDTH));
        __m256i four = _mm256_hadd_epi32(two, more);
        __m128i sum =
            _mm_add_epi32(_mm256_castsi256_si128(four), _mm256_extracti128_si256(four, 1));
        __m128i base = _mm_loadu_si128((const __m128i *)(const void *)(n->base + o));
        _mm_storeu_si128((__m128i *)(void *)(scores + (o - first)), _mm_add_epi32(sum, base));
    }
    score_outputs(n, hidden, o, last, scores + (o - first));
}
bool net_wide(void) {
    return __builtin_cpu_supports("avx2");
}
#else
#define add_rows_wide add_rows
#define score_outputs_wide score_outputs
bool net_wide(void) {
    return false;
}
#endif

void net_expect(const net *n, const uint64_t *keys, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        __builtin_prefetch(n->marks + (size_t)net_bucket(keys[i], n->buckets) * NET_BUCKET);
    }
}

void net_feed(const net *n, const uint64_t *keys, uint32_t count, net_hidden *hidden) {
    const int8_t *rows[NET_FEATURES];
    size_t places[NET_FEATURES];
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        places[i] = (size_t)net_bucket(keys[i], n->buckets) * NET_BUCKET;
        __builtin_prefetch(n->marks + places[i]);
    }
    for (uint32_t i = 0; i < count; i++) {
        unsigned borne = bear(n->marks + places[i], net_mark(keys[i]));
        // Written always, counted where there is one: no branch that cannot be foretold.
        rows[found] =
            n->rows + (places[i] + (unsigned)__builtin_ctz(borne | 1U << 16) / 2) * NET_WIDTH;
        __builtin_prefetch(rows[found]);
        found += borne != 0;
    }
    memcpy(hidden->units, n->bias, sizeof hidden->units);
    if (n->wide) {
        add_rows_wide(rows, found, hidden->units);
    } else {
        add_rows(rows, found, hidden->units);
    }
}

void net_scores(const net *n, const net_hidden *hidden, uint32_t first, uint32_t last,
                int32_t *scores) {
    if (n->wide) {
        score_outputs_wide(n, hidden, first, last, scores);
    } else {
        score_outputs(n, hidden, first, last, scores);
    }
}

uint32_t net_best(const net *n, const net_hidden *hidden, uint32_t first, uint32_t last) {
    int32_t scores[NET_OUTPUTS];
    net_scores(n, hidden, first, last, scores);
    int32_t most = scores[0];
    for (uint32_t i = 1; i < last - first; i++) {
        most = scores[i] > most ? scores[i] : most;
    }
    uint32_t best = 0;
    while (scores[best] != most) {
        best++;
    }
    return first + best;
}
