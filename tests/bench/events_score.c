// SPDX-License-Identifier: MIT
// Pairs of claims that share a group, found and true.
#include "events.h"

#include "crossclaim/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct row {
    uint64_t claim, truth, found;
} row;

typedef struct rows {
    row *items;
    size_t count, capacity;
} rows;

static int by_claim(const void *a, const void *b) {
    const row *one = a;
    const row *other = b;
    return (one->claim > other->claim) - (one->claim < other->claim);
}
static int by_truth(const void *a, const void *b) {
    const row *one = a;
    const row *other = b;
    if (one->truth != other->truth) {
        return one->truth < other->truth ? -1 : 1;
    }
    return (one->found > other->found) - (one->found < other->found);
}
static int by_found(const void *a, const void *b) {
    const row *one = a;
    const row *other = b;
    return (one->found > other->found) - (one->found < other->found);
}

static bool read_rows(const char *path, xc_arena *arena, rows *out) {
    char line[256];
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        xc_slice claim;
        xc_slice group;
        row *at = xc_arena_grow(arena, &out->items, out->count, &out->capacity, sizeof *at);
        if (!at || !xc_slice_cut(xc_slice_trim(xc_slice_of(line)), ',', &claim, &group)) {
            break;
        }
        *at = (row){.claim = xc_hash(claim), .truth = xc_hash(group)};
        out->count++;
    }
    return file && fclose(file) == 0;
}

// The groups as `export --table groups --format jsonl` writes them: each line's id and members.
static bool read_groups(const char *path, xc_arena *arena, rows *out) {
    char *line = NULL;
    size_t size = 0;
    FILE *file = fopen(path, "r");
    while (file && getline(&line, &size, file) > 0) {
        uint64_t group = xc_hash(xc_slice_of(line));
        const char *at = strstr(line, "\"members\":[");
        for (at = at ? strchr(at, '[') : NULL; at && (at = strchr(at, '"')); at++) {
            xc_slice id = {at + 1, strcspn(at + 1, "\"")};
            row *slot =
                xc_arena_grow(arena, &out->items, out->count, &out->capacity, sizeof *slot);
            if (!slot) {
                break;
            }
            *slot = (row){.claim = xc_hash(id), .truth = group};
            out->count++;
            at = id.ptr + id.len;
        }
    }
    free(line);
    return file && fclose(file) == 0;
}

// Adds up n(n-1)/2 over runs of equal keys.
static double pairs(const row *items, size_t count, bool truth, bool found) {
    double sum = 0;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && (!truth || items[end].truth == items[i].truth) &&
               (!found || items[end].found == items[i].found)) {
            end++;
        }
        sum += (double)(end - i) * (double)(end - i - 1) / 2;
        i = end;
    }
    return sum;
}

int events_score(const char *truth_path, const char *groups_path) {
    xc_arena *arena = xc_arena_new();
    rows truth = {0};
    rows found = {0};
    if (!arena || !read_rows(truth_path, arena, &truth) ||
        !read_groups(groups_path, arena, &found) || truth.count == 0 || found.count == 0) {
        (void)fprintf(stderr, "bench_events: nothing to compare\n");
        xc_arena_free(arena);
        return 3;
    }
    qsort(found.items, found.count, sizeof(row), by_claim);
    for (size_t i = 0; i < truth.count; i++) {
        const row *at =
            bsearch(&truth.items[i], found.items, found.count, sizeof(row), by_claim);
        truth.items[i].found = at ? at->truth : xc_hash_seeded(XC_SLICE("none"), i);
    }
    qsort(truth.items, truth.count, sizeof(row), by_truth);
    double wanted = pairs(truth.items, truth.count, true, false);
    double right = pairs(truth.items, truth.count, true, true);
    qsort(truth.items, truth.count, sizeof(row), by_found);
    double told = pairs(truth.items, truth.count, false, true);
    (void)printf("claims %zu precision %.4f recall %.4f F1 %.4f\n", truth.count, right / told,
                 right / wanted, 2 * right / (told + wanted));
    xc_arena_free(arena);
    return 0;
}
