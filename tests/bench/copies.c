// SPDX-License-Identifier: MIT
// Recall and precision over pairs of pages that carry one story, on invented pages:
// `bench_copies PAGES SEED [RECALL PRECISION]`; 1 where either falls below the floor given.
#include "copies.h"

#include "compare/origin.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct page {
    size_t story, origin, number;
} page;

static int by_story(const void *a, const void *b) {
    const page *one = a;
    const page *other = b;
    if (one->story != other->story) {
        return one->story < other->story ? -1 : 1;
    }
    return (one->origin > other->origin) - (one->origin < other->origin);
}

static int by_origin(const void *a, const void *b) {
    const page *one = a;
    const page *other = b;
    return (one->origin > other->origin) - (one->origin < other->origin);
}

// Adds up n(n-1)/2 over runs of equal keys.
static double pairs(const page *items, size_t count, bool story, bool origin) {
    double sum = 0;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && (!story || items[end].story == items[i].story) &&
               (!origin || items[end].origin == items[i].origin)) {
            end++;
        }
        sum += (double)(end - i) * (double)(end - i - 1) / 2;
        i = end;
    }
    return sum;
}

// Which kinds of copy are not found beside the report that they were made of.
static void print_missed(const copies_made *made, const profiles *all) {
    static const char *const names[] = {"report", "round-up",  "whole", "trimmed",
                                        "inside", "reordered", "edited"};
    size_t missed[COPY_KINDS] = {0};
    size_t seen[COPY_KINDS] = {0};
    size_t report = 0;
    for (size_t i = 0; i < made->count; i++) {
        copy_kind kind = made->kinds[i];
        report = kind == REPORT ? i : report;
        seen[kind]++;
        missed[kind] +=
            kind >= WHOLE && all->documents[i].origin != all->documents[report].origin;
    }
    for (copy_kind kind = WHOLE; kind < COPY_KINDS; kind++) {
        (void)printf("%s %zu of %zu missed\n", names[kind], missed[kind], seen[kind]);
    }
}

static int score(const copies_made *made, const profiles *all, xc_arena *arena, double recall,
                 double precision) {
    page *pages = xc_arena_array(arena, made->count, sizeof *pages);
    if (!pages) {
        return 3;
    }
    for (size_t i = 0; i < made->count; i++) {
        pages[i] = (page){made->stories[i], all->documents[i].origin, i};
    }
    qsort(pages, made->count, sizeof *pages, by_story);
    double wanted = pairs(pages, made->count, true, false);
    double right = pairs(pages, made->count, true, true);
    qsort(pages, made->count, sizeof *pages, by_origin);
    double told = pairs(pages, made->count, false, true);
    (void)printf("pages %zu pairs %.0f recall %.4f precision %.4f\n", made->count, wanted,
                 right / wanted, right / told);
    print_missed(made, all);
    return right >= recall * wanted && right >= precision * told ? 0 : 1;
}

static int measure(size_t documents, uint64_t seed, double recall, double precision,
                   xc_arena *arena) {
    copies_made made;
    profiles all;
    xc_error error = {0};
    if (!copies_make(documents, seed, arena, &made)) {
        return 3;
    }
    xc_case_content content = {.documents = made.documents, .document_count = made.count};
    if (profiles_make(&content, arena, &all, &error) != XC_OK) {
        return 3;
    }
    clock_t start = clock();
    if (origins_find(&all, arena, &error) != XC_OK) {
        return 3;
    }
    (void)printf("seconds %.2f\n", (double)(clock() - start) / CLOCKS_PER_SEC);
    return score(&made, &all, arena, recall, precision);
}

int main(int argc, char **argv) {
    xc_arena *arena = xc_arena_new();
    if ((argc != 3 && argc != 5) || !arena) {
        (void)fprintf(stderr, "usage: bench_copies PAGES SEED [RECALL PRECISION]\n");
        xc_arena_free(arena);
        return 2;
    }
    int status = measure((size_t)strtoull(argv[1], NULL, 10), strtoull(argv[2], NULL, 10),
                         argc == 5 ? atof(argv[3]) : 0, argc == 5 ? atof(argv[4]) : 0, arena);
    xc_arena_free(arena);
    return status;
}
