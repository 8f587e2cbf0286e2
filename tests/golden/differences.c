// SPDX-License-Identifier: MIT
#include "differences.h"

#include <stdio.h>
#include <stdlib.h>

static xc_slice without_commas(xc_slice text, xc_arena *arena) {
    xc_slice copy = xc_arena_copy(arena, text);
    for (size_t i = 0; copy.ptr && i < copy.len; i++) {
        if (copy.ptr[i] == ',' || copy.ptr[i] == '\n') {
            ((char *)(uintptr_t)copy.ptr)[i] = ' ';
        }
    }
    return copy;
}

void difference_note(difference_list *list, const char *kind, xc_slice what,
                     xc_slice difference) {
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? 2 * list->capacity : 64;
        xc_slice *lines = xc_arena_array(list->arena, capacity, sizeof *lines);
        if (!lines) {
            return;
        }
        for (size_t i = 0; i < list->count; i++) {
            lines[i] = list->lines[i];
        }
        list->lines = lines;
        list->capacity = capacity;
    }
    list->lines[list->count++] = xc_arena_print(
        list->arena, "%s,%.*s,%.*s", kind, XC_PRINT(without_commas(what, list->arena)),
        XC_PRINT(without_commas(difference, list->arena)));
}

static xc_slice line_of(const csv_table *known, size_t row, xc_arena *arena) {
    return xc_arena_print(arena, "%.*s,%.*s,%.*s", XC_PRINT(table_cell(known, row, "kind")),
                          XC_PRINT(table_cell(known, row, "what")),
                          XC_PRINT(table_cell(known, row, "difference")));
}

/// Takes the line out of those that are still to be met; each meets one.
static bool take(xc_slice *lines, size_t count, xc_slice line) {
    for (size_t i = 0; i < count; i++) {
        if (lines[i].ptr && xc_slice_equal(lines[i], line)) {
            lines[i] = (xc_slice){0};
            return true;
        }
    }
    return false;
}

static bool write_left(const char *folder, const xc_slice *lines, const bool *met,
                       size_t count) {
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/known.csv", folder);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        return false;
    }
    (void)fputs("kind,what,difference\n", file);
    for (size_t i = 0; i < count; i++) {
        if (met[i]) {
            (void)fprintf(file, "%.*s\n", XC_PRINT(lines[i]));
        }
    }
    return fclose(file) == 0;
}

bool differences_are_known(const difference_list *list, const char *folder, bool shrink) {
    csv_table known;
    if (!table_read(folder, "known.csv", list->arena, &known)) {
        return false;
    }
    xc_slice *lines = xc_arena_array(list->arena, known.count + 1, sizeof *lines);
    xc_slice *open = xc_arena_array(list->arena, known.count + 1, sizeof *open);
    bool *met = xc_arena_array(list->arena, known.count + 1, sizeof *met);
    if (!lines || !open || !met) {
        return false;
    }
    for (size_t i = 0; i < known.count; i++) {
        lines[i] = line_of(&known, i, list->arena);
        open[i] = lines[i];
    }
    bool good = true;
    for (size_t i = 0; i < list->count; i++) {
        if (!take(open, known.count, list->lines[i])) {
            printf("NEW     %.*s\n", XC_PRINT(list->lines[i]));
            good = false;
        }
    }
    size_t mended = 0;
    for (size_t i = 0; i < known.count; i++) {
        met[i] = !open[i].ptr;
        mended += !met[i];
        if (!met[i]) {
            printf("MENDED  %.*s%s\n", XC_PRINT(lines[i]),
                   shrink ? "" : ": take it out of known.csv (--shrink)");
        }
    }
    if (shrink) {
        return write_left(folder, lines, met, known.count) && good;
    }
    return good && mended == 0;
}
