// SPDX-License-Identifier: MIT
// Newton's method: a row has one bin of each feature, so the Hessian is filled by pairs of bins.
#include "link_fit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FEATURES = 64, MOST_BINS = 32, STEPS = 25 };

typedef struct fit_row {
    double label, weight;
    unsigned at[MOST_FEATURES]; // of each feature's bin among all weights
} fit_row;

typedef struct fit {
    fit_row *rows;
    size_t count, capacity, features, size;
    double penalty;
    double *weights, *gradient, *hessian;
} fit;

static int read_rows(fit *f, FILE *in) {
    char line[1024];
    while (fgets(line, sizeof line, in)) {
        if (f->count == f->capacity) {
            f->capacity = f->capacity ? 2 * f->capacity : 4096;
            fit_row *grown = realloc(f->rows, f->capacity * sizeof *grown);
            if (!grown) {
                return 0;
            }
            f->rows = grown;
        }
        fit_row *row = &f->rows[f->count++];
        char *rest = line;
        row->label = strtod(rest, &rest);
        row->weight = strtod(rest, &rest);
        size_t features = 0;
        for (char *end = rest; features < MOST_FEATURES; rest = end) {
            unsigned long bin = strtoul(rest, &end, 10);
            if (end == rest) {
                break;
            }
            row->at[features] = (unsigned)(features * MOST_BINS + bin % MOST_BINS);
            features++;
        }
        f->features = features;
    }
    f->size = f->features * MOST_BINS;
    return f->count > 0;
}

static void fill(fit *f) {
    memset(f->hessian, 0, f->size * f->size * sizeof *f->hessian);
    for (size_t i = 0; i < f->size; i++) {
        // The first weight is the prior, which nothing holds back.
        double penalty = i == 0 ? 1e-6 : f->penalty;
        f->gradient[i] = -penalty * f->weights[i];
        f->hessian[i * f->size + i] = penalty;
    }
    for (size_t i = 0; i < f->count; i++) {
        const fit_row *row = &f->rows[i];
        double sum = 0;
        for (size_t j = 0; j < f->features; j++) {
            sum += f->weights[row->at[j]];
        }
        double likely = 1 / (1 + exp(-sum));
        double slope = row->weight * (row->label - likely);
        double bend = row->weight * likely * (1 - likely);
        for (size_t j = 0; j < f->features; j++) {
            f->gradient[row->at[j]] += slope;
            for (size_t k = 0; k <= j; k++) {
                f->hessian[row->at[j] * f->size + row->at[k]] += bend;
            }
        }
    }
}

// Solves in place by Cholesky's method; features stand in rising order, so the lower half is full.
static void solve(fit *f) {
    size_t n = f->size;
    double *h = f->hessian;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j <= i; j++) {
            double sum = h[i * n + j];
            for (size_t k = 0; k < j; k++) {
                sum -= h[i * n + k] * h[j * n + k];
            }
            h[i * n + j] = i == j ? sqrt(sum) : sum / h[j * n + j];
        }
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++) {
            f->gradient[i] -= h[i * n + k] * f->gradient[k];
        }
        f->gradient[i] /= h[i * n + i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++) {
            f->gradient[i] -= h[k * n + i] * f->gradient[k];
        }
        f->gradient[i] /= h[i * n + i];
    }
}

static double step(fit *f) {
    double greatest = 0;
    fill(f);
    solve(f);
    for (size_t i = 0; i < f->size; i++) {
        double most = 2; // a step from far away may be too long
        double change = fmax(-most, fmin(most, f->gradient[i]));
        f->weights[i] += change;
        greatest = fmax(greatest, fabs(change));
    }
    return greatest;
}

static void print_weights(const fit *f, FILE *out) {
    double *seen = calloc(f->size, sizeof *seen);
    for (size_t i = 0; seen && i < f->count; i++) {
        for (size_t j = 0; j < f->features; j++) {
            seen[f->rows[i].at[j]] += 1;
        }
    }
    for (size_t i = 0; seen && i < f->size; i++) {
        if (seen[i] > 0) {
            (void)fprintf(out, "%zu %zu %.6f %.0f\n", i / MOST_BINS, i % MOST_BINS,
                          f->weights[i], seen[i]);
        }
    }
    free(seen);
}

int link_fit(double penalty, FILE *in, FILE *out) {
    fit f = {.penalty = penalty};
    int whole = read_rows(&f, in);
    f.weights = calloc(f.size + 1, sizeof *f.weights);
    f.gradient = calloc(f.size + 1, sizeof *f.gradient);
    f.hessian = calloc(f.size * f.size + 1, sizeof *f.hessian);
    whole = whole && f.weights && f.gradient && f.hessian;
    for (int i = 0; whole && i < STEPS && step(&f) > 1e-4; i++) {
    }
    if (whole) {
        print_weights(&f, out);
    }
    free(f.rows);
    free(f.weights);
    free(f.gradient);
    free(f.hessian);
    return whole ? 0 : 3;
}
