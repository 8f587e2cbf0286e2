// SPDX-License-Identifier: MIT
// Feeding a net, and what comes out. A machine with wide registers takes sixteen units at once,
// one without takes eight: to the same sums.
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

void net_expect(const net *n, uint64_t *keys, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        uint64_t place = (uint64_t)net_bucket(keys[i], n->buckets) * NET_BUCKET;
        __builtin_prefetch(n->marks + place);
        keys[i] = place << 16 | net_mark(keys[i]);
    }
}

void net_find(const net *n, const uint64_t *places, uint32_t count, net_found *found) {
    uint32_t rows = 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t place = (size_t)(places[i] >> 16);
        unsigned borne = bear(n->marks + place, (uint16_t)places[i]);
        // Written always, counted where there is one: no branch that cannot be foretold. Of none
        // the first row of all is asked for, which is near.
        size_t row = place + (unsigned)__builtin_ctz(borne | 1U << 16) / 2;
        row &= (size_t)0 - (borne != 0);
        found->rows[rows] = n->rows + row * NET_WIDTH;
        __builtin_prefetch(found->rows[rows]);
        rows += borne != 0;
    }
    found->count = rows;
}

typedef int8_t bytes8 __attribute__((vector_size(8)));
typedef int16_t units8 __attribute__((vector_size(16)));
enum { EIGHT = 8, EIGHTS = NET_WIDTH / EIGHT };

static void add_rows(const net_found *found, net_sum *out) {
    units8 sum[EIGHTS] = {0};
    for (uint32_t i = 0; i < found->count; i++) {
        for (int k = 0; k < EIGHTS; k++) {
            bytes8 part;
            memcpy(&part, found->rows[i] + (size_t)k * 8, sizeof part);
            sum[k] += __builtin_convertvector(part, units8);
        }
    }
    memcpy(out->units, sum, sizeof sum);
}

static int32_t product(const int16_t *a, const int16_t *b) {
    int32_t sum = 0;
    for (int i = 0; i < NET_WIDTH; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

static void score_outputs(const net *n, const net_sum *hidden, uint32_t first, uint32_t last,
                          int32_t *scores) {
    for (uint32_t o = first; o < last; o++) {
        scores[o - first] =
            n->base[o] + product(hidden->units, n->weights + (size_t)o * NET_WIDTH);
    }
}

// The first of the best, of at least one.
static uint32_t first_best(const int32_t *scores, uint32_t count) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++) {
        best = scores[i] > scores[best] ? i : best;
    }
    return best;
}

#if defined __x86_64__
__attribute__((target("avx2"))) static inline __m256i widened(const int8_t *row) {
    return _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)row));
}

__attribute__((target("avx2"))) static void add_rows_wide(const net_found *found,
                                                          net_sum *out) {
    __m256i low = _mm256_setzero_si256();
    __m256i high = _mm256_setzero_si256();
    for (uint32_t i = 0; i < found->count; i++) {
        low = _mm256_add_epi16(low, widened(found->rows[i]));
        high = _mm256_add_epi16(high, widened(found->rows[i] + NET_WIDTH / 2));
    }
    _mm256_store_si256((__m256i *)(void *)out->units, low);
    _mm256_store_si256((__m256i *)(void *)(out->units + NET_WIDTH / 2), high);
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
                                                               const net_sum *hidden,
                                                               uint32_t first, uint32_t last,
                                                               int32_t *scores) {
    __m256i h[NET_WIDTH / 16];
    const __m128i *units = (const __m128i *)(const void *)hidden->units;
    for (size_t k = 0; k < NET_WIDTH / 16; k++) { // in halves, as net_cut left them
        h[k] =
            _mm256_inserti128_si256(_mm256_castsi128_si256(units[2 * k]), units[2 * k + 1], 1);
    }
    uint32_t o = first;
    for (; o + 4 <= last; o += 4) {
        const int16_t *w = n->weights + (size_t)o * NET_WIDTH;
        __m256i two = _mm256_hadd_epi32(sums_of(h, w), sums_of(h, w + NET_WIDTH));
        __m256i more = _mm256_hadd_epi32(sums_of(h, w + (size_t)2 * NET_WIDTH),
                                         sums_of(h, w + (size_t)3 * NET_WIDTH));
        __m256i four = _mm256_hadd_epi32(two, more);
        __m128i sum =
            _mm_add_epi32(_mm256_castsi256_si128(four), _mm256_extracti128_si256(four, 1));
        __m128i base = _mm_loadu_si128((const __m128i *)(const void *)(n->base + o));
        _mm_storeu_si128((__m128i *)(void *)(scores + (o - first)), _mm_add_epi32(sum, base));
    }
    score_outputs(n, hidden, o, last, scores + (o - first));
}

// Eight scores at a time: the most first, then where it stands.
__attribute__((target("avx2"))) static uint32_t first_best_wide(const int32_t *scores,
                                                                uint32_t count) {
    const __m256i *eights = (const __m256i *)(const void *)scores;
    __m256i most = _mm256_set1_epi32(INT32_MIN);
    for (uint32_t i = 0; i < count; i += 8) {
        most = _mm256_max_epi32(most, _mm256_loadu_si256(eights + i / 8));
    }
    most = _mm256_max_epi32(most, _mm256_permute2x128_si256(most, most, 1));
    most = _mm256_max_epi32(most, _mm256_shuffle_epi32(most, 0x4E));
    most = _mm256_max_epi32(most, _mm256_shuffle_epi32(most, 0xB1));
    for (uint32_t i = 0; i < count; i += 8) {
        __m256i same = _mm256_cmpeq_epi32(most, _mm256_loadu_si256(eights + i / 8));
        unsigned found = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(same));
        if (found) {
            return i + (unsigned)__builtin_ctz(found);
        }
    }
    return 0;
}

bool net_wide(void) {
    return __builtin_cpu_supports("avx2");
}
#else
#define add_rows_wide add_rows
#define score_outputs_wide score_outputs
#define first_best_wide first_best
bool net_wide(void) {
    return false;
}
#endif

void net_add(const net *n, const net_found *found, net_sum *sum) {
    if (n->wide) {
        add_rows_wide(found, sum);
    } else {
        add_rows(found, sum);
    }
}

void net_cut(const net *n, const net_sum *const *sums, uint32_t count, net_sum *hidden) {
    int16_t *restrict units = hidden->units;
    memcpy(units, n->bias, sizeof hidden->units);
    for (uint32_t i = 0; i < count; i++) {
        const int16_t *restrict more = sums[i]->units;
        for (int k = 0; k < NET_WIDTH; k++) {
            units[k] = (int16_t)(units[k] + more[k]);
        }
    }
    for (int k = 0; k < NET_WIDTH; k++) {
        units[k] = units[k] > 0 ? units[k] : 0;
    }
}

void net_scores(const net *n, const net_sum *hidden, uint32_t first, uint32_t last,
                int32_t *scores) {
    if (n->wide) {
        score_outputs_wide(n, hidden, first, last, scores);
    } else {
        score_outputs(n, hidden, first, last, scores);
    }
}

uint32_t net_best(const net *n, const net_sum *hidden, uint32_t first, uint32_t last) {
    int32_t scores[NET_OUTPUTS + EIGHT];
    uint32_t count = last - first;
    net_scores(n, hidden, first, last, scores);
    for (uint32_t i = 0; i < EIGHT; i++) { // the last eight are whole
        scores[count + i] = INT32_MIN;
    }
    return first + (n->wide ? first_best_wide(scores, count) : first_best(scores, count));
}
