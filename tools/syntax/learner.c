// SPDX-License-Identifier: MIT
// Learning.
#include "learner.h"
#include "key_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_OUTPUTS = 256 };
static const float first_sum = 0.05F; // of squared gradients: bounds the first steps
static const float sure = 0.997F;     // a choice that need not become surer
static const float limit = 4.0F;      // of a weight in a row

typedef struct row {
    float weights[NET_WIDTH];
} row;

struct learner {
    xc_arena *arena;
    key_table *table; // of keys: their counts first, their rows later
    uint64_t random;
    uint32_t outputs, row_count;
    row *rows;
    float *row_sums;
    uint32_t *row_uses;
    float bias[NET_WIDTH], bias_sum;
    float weights[MOST_OUTPUTS][NET_WIDTH], weight_sums[MOST_OUTPUTS];
    float base[MOST_OUTPUTS], base_sums[MOST_OUTPUTS];
    // Of the current step.
    uint32_t active[NET_FEATURES], active_count;
    float sum[NET_WIDTH], hidden[NET_WIDTH];
    float error[MOST_OUTPUTS];
    bool touched[MOST_OUTPUTS], wants;
    double loss;
    uint64_t steps;
};

// xorshift64*: the same numbers everywhere.
uint64_t learner_random(learner *l) {
    l->random ^= l->random >> 12;
    l->random ^= l->random << 25;
    l->random ^= l->random >> 27;
    return l->random * 0x2545F4914F6CDD1Du;
}

static float uniform(learner *l) {
    return (float)(learner_random(l) >> 40) / 16777216.0F;
}

learner *learner_new(uint32_t outputs, uint64_t seed) {
    xc_arena *arena = xc_arena_new();
    learner *l = arena ? xc_arena_alloc(arena, sizeof *l) : NULL;
    if (!l || outputs > MOST_OUTPUTS) {
        xc_arena_free(arena);
        return NULL;
    }
    l->arena = arena;
    l->table = key_table_new(20);
    l->random = seed * 2 + 1;
    l->outputs = outputs;
    if (!l->table) {
        learner_free(l);
        return NULL;
    }
    for (uint32_t o = 0; o < outputs; o++) {
        for (int i = 0; i < NET_WIDTH; i++) {
            l->weights[o][i] = (uniform(l) - 0.5F) * 0.4F;
        }
        l->weight_sums[o] = l->base_sums[o] = first_sum;
    }
    for (int i = 0; i < NET_WIDTH; i++) {
        l->bias[i] = 0.2F;
    }
    l->bias_sum = first_sum;
    return l;
}

void learner_free(learner *l) {
    if (l) {
        key_table_free(l->table);
        xc_arena_free(l->arena);
    }
}

bool learner_count(learner *l, const uint64_t *keys, uint32_t count) {
    key_table_prefetch(l->table, keys, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t *seen = key_table_put(&l->table, keys[i]);
        if (!seen) {
            return false;
        }
        *seen += 1;
    }
    return true;
}

bool learner_begin(learner *l, uint32_t most, uint32_t least) {
    l->table = key_table_keep(l->table, most, least, l->arena, &l->row_uses, &l->row_count);
    if (!l->table) {
        return false;
    }
    l->rows = xc_arena_array(l->arena, l->row_count + 1, sizeof *l->rows);
    l->row_sums = xc_arena_array(l->arena, l->row_count + 1, sizeof *l->row_sums);
    if (!l->rows || !l->row_sums) {
        return false;
    }
    for (uint32_t i = 0; i <= l->row_count; i++) {
        l->row_sums[i] = first_sum;
    }
    return true;
}

uint32_t learner_rows(const learner *l) {
    return l->row_count;
}

void learner_feed(learner *l, const uint64_t *keys, uint32_t count, float drop) {
    l->active_count = 0;
    uint32_t dropped = (uint32_t)(drop * 4294967295.0F);
    key_table_prefetch(l->table, keys, count);
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t *found = key_table_get(l->table, keys[i]);
        if (found && (drop <= 0 || (uint32_t)(learner_random(l) >> 32) >= dropped)) {
            const char *at = (const char *)&l->rows[*found];
            for (size_t k = 0; k < sizeof(row); k += 64) {
                __builtin_prefetch(at + k);
            }
            l->active[l->active_count++] = *found;
        }
    }
    memcpy(l->sum, l->bias, sizeof l->sum);
    for (uint32_t i = 0; i < l->active_count; i++) {
        const float *w = l->rows[l->active[i]].weights;
        for (int k = 0; k < NET_WIDTH; k++) {
            l->sum[k] += w[k];
        }
    }
    for (int k = 0; k < NET_WIDTH; k++) {
        l->hidden[k] = l->sum[k] > 0 ? l->sum[k] : 0;
    }
    memset(l->touched, 0, l->outputs);
    l->wants = false;
}

// In lanes, so that a compiler that keeps the order of sums can still use vectors.
static float product(const float *restrict a, const float *restrict b) {
    enum { LANES = 16 };
    float lanes[LANES] = {0};
    for (int k = 0; k < NET_WIDTH; k += LANES) {
        for (int i = 0; i < LANES; i++) {
            lanes[i] += a[k + i] * b[k + i];
        }
    }
    for (int half = LANES / 2; half > 0; half /= 2) {
        for (int i = 0; i < half; i++) {
            lanes[i] += lanes[i + half];
        }
    }
    return lanes[0];
}

float learner_score(const learner *l, uint32_t output) {
    return l->base[output] + product(l->hidden, l->weights[output]);
}

void learner_want(learner *l, uint32_t first, uint32_t last, const bool *wanted, float weight) {
    float share[MOST_OUTPUTS];
    float top = -1e30F;
    for (uint32_t o = first; o < last; o++) {
        share[o] = learner_score(l, o);
        top = share[o] > top ? share[o] : top;
    }
    float all = 0;
    float right = 0;
    for (uint32_t o = first; o < last; o++) {
        share[o] = expf(share[o] - top);
        all += share[o];
        right += wanted[o - first] ? share[o] : 0;
    }
    right = right > 1e-20F ? right : 1e-20F;
    l->loss += (double)(weight * logf(all / right));
    l->steps++;
    if (right > sure * all) {
        return; // nothing to learn: most steps of later rounds
    }
    l->wants = true;
    for (uint32_t o = first; o < last; o++) {
        float target = wanted[o - first] ? share[o] / right : 0;
        l->error[o] = weight * (share[o] / all - target);
        l->touched[o] = true;
    }
}

static void learn_outputs(learner *l, float rate, float back[NET_WIDTH]) {
    float square = product(l->hidden, l->hidden);
    for (uint32_t o = 0; o < l->outputs; o++) {
        float e = l->error[o];
        if (!l->touched[o] || (e < 1e-4F && e > -1e-4F)) {
            continue;
        }
        float *w = l->weights[o];
        for (int k = 0; k < NET_WIDTH; k++) {
            back[k] += e * w[k];
        }
        l->weight_sums[o] += e * e * square / NET_WIDTH;
        l->base_sums[o] += e * e;
        float step = rate * e / sqrtf(l->weight_sums[o]);
        for (int k = 0; k < NET_WIDTH; k++) {
            w[k] -= step * l->hidden[k];
        }
        l->base[o] -= rate * e / sqrtf(l->base_sums[o]);
    }
}

static void step_row(float *restrict w, const float *restrict back, float step) {
    for (int k = 0; k < NET_WIDTH; k++) {
        float moved = w[k] - step * back[k];
        moved = moved > limit ? limit : moved;
        w[k] = moved < -limit ? -limit : moved;
    }
}

void learner_learn(learner *l, float rate) {
    float back[NET_WIDTH] = {0};
    if (!l->wants) {
        return;
    }
    learn_outputs(l, rate, back);
    for (int k = 0; k < NET_WIDTH; k++) {
        back[k] = l->sum[k] > 0 ? back[k] : 0;
    }
    float square = product(back, back) / NET_WIDTH;
    if (square < 1e-12F) {
        return;
    }
    for (uint32_t i = 0; i < l->active_count; i++) {
        uint32_t r = l->active[i];
        l->row_sums[r] += square;
        step_row(l->rows[r].weights, back, rate / sqrtf(l->row_sums[r]));
    }
    l->bias_sum += square;
    step_row(l->bias, back, rate / sqrtf(l->bias_sum));
}

double learner_loss(learner *l) {
    double mean = l->steps ? l->loss / (double)l->steps : 0;
    l->loss = 0;
    l->steps = 0;
    return mean;
}

static int16_t rounded(float value, float scale, int most) {
    float scaled = roundf(value * scale);
    scaled = scaled > (float)most ? (float)most : scaled;
    return (int16_t)(scaled < (float)-most ? (float)-most : scaled);
}

// The value that all but a few of the rows' weights stay below.
static float widest(const learner *l) {
    enum { STEPS = 400 };
    uint64_t counts[STEPS + 1] = {0};
    uint64_t all = (uint64_t)l->row_count * NET_WIDTH;
    for (uint32_t i = 0; i < l->row_count; i++) {
        for (int k = 0; k < NET_WIDTH; k++) {
            float size = fabsf(l->rows[i].weights[k]) / limit * STEPS;
            counts[(int)size < STEPS ? (int)size : STEPS]++;
        }
    }
    uint64_t above = 0;
    int at = STEPS;
    while (at > 1 && above + counts[at] < all / 5000) {
        above += counts[at--];
    }
    return (float)(at + 1) / STEPS * limit;
}

typedef struct ranked {
    float worth;
    uint32_t row;
} ranked;

static int by_worth(const void *a, const void *b) {
    const ranked *x = a;
    const ranked *y = b;
    if (x->worth != y->worth) {
        return x->worth > y->worth ? -1 : 1;
    }
    return x->row < y->row ? -1 : 1;
}

// Rows by what they did in the whole corpus: how often they were there, and how far they moved
// the hidden layer.
static ranked *rank_rows(const learner *l, xc_arena *arena) {
    ranked *order = xc_arena_array(arena, l->row_count + 1, sizeof *order);
    for (uint32_t i = 0; order && i < l->row_count; i++) {
        const float *w = l->rows[i].weights;
        order[i] = (ranked){(float)l->row_uses[i] * product(w, w), i};
    }
    if (order) {
        qsort(order, l->row_count, sizeof *order, by_worth);
    }
    return order;
}

static bool pack_rows(const learner *l, uint32_t buckets, float scale, xc_arena *arena,
                      net *out) {
    uint16_t *marks = xc_arena_array(arena, (size_t)buckets * NET_BUCKET, sizeof *marks);
    enum { LINE = 64 }; // of the cache: rows begin on one
    int8_t *rows = xc_arena_alloc(arena, (size_t)buckets * NET_BUCKET * NET_WIDTH + LINE);
    uint8_t *filled = xc_arena_array(arena, buckets, 1);
    ranked *order = rank_rows(l, arena);
    if (!marks || !rows || !filled || !order) {
        return false;
    }
    rows += (LINE - (uintptr_t)rows % LINE) % LINE;
    // The least worth find no room.
    for (uint32_t r = 0; r < l->row_count; r++) {
        uint32_t i = order[r].row;
        uint64_t key = key_table_key(l->table, i);
        uint32_t bucket = net_bucket(key, buckets);
        bool taken = filled[bucket] == NET_BUCKET;
        for (uint32_t k = 0; k < filled[bucket]; k++) {
            taken |= marks[(size_t)bucket * NET_BUCKET + k] == net_mark(key);
        }
        if (taken) {
            continue;
        }
        size_t place = (size_t)bucket * NET_BUCKET + filled[bucket]++;
        marks[place] = net_mark(key);
        for (int k = 0; k < NET_WIDTH; k++) {
            rows[place * NET_WIDTH + (size_t)k] =
                (int8_t)rounded(l->rows[i].weights[k], scale, 127);
        }
    }
    out->marks = marks;
    out->rows = rows;
    return true;
}

bool learner_pack(const learner *l, uint32_t buckets, xc_arena *arena, net *out) {
    float scale = 127.0F / widest(l);
    int16_t *bias = xc_arena_array(arena, NET_WIDTH, sizeof *bias);
    int16_t *weights = xc_arena_array(arena, (size_t)l->outputs * NET_WIDTH, sizeof *weights);
    int32_t *base = xc_arena_array(arena, l->outputs, sizeof *base);
    enum { LINE = 64 }; // of the cache
    char *room = xc_arena_alloc(arena, net_room(l->outputs) + LINE);
    if (!bias || !weights || !base || !room || !pack_rows(l, buckets, scale, arena, out)) {
        return false;
    }
    float most = 1e-6F;
    for (uint32_t o = 0; o < l->outputs; o++) {
        for (int k = 0; k < NET_WIDTH; k++) {
            most = fmaxf(most, fabsf(l->weights[o][k]));
        }
    }
    float fine = 1000.0F / most;
    for (int k = 0; k < NET_WIDTH; k++) {
        bias[k] = rounded(l->bias[k], scale, 15000);
    }
    for (uint32_t o = 0; o < l->outputs; o++) {
        base[o] = (int32_t)roundf(l->base[o] * scale * fine);
        for (int k = 0; k < NET_WIDTH; k++) {
            weights[(size_t)o * NET_WIDTH + (size_t)k] = rounded(l->weights[o][k], fine, 1000);
        }
    }
    out->buckets = buckets;
    out->outputs = l->outputs;
    out->next_bucket = NET_BUCKET * NET_WIDTH;
    out->next_row = NET_WIDTH;
    out->bias = bias;
    out->weights = weights;
    out->base = base;
    net_prepare(out, room + (LINE - (uintptr_t)room % LINE));
    return true;
}
