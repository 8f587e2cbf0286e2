// SPDX-License-Identifier: MIT
// Finds the items of one sentence: times by an index, others by bisection.
#include "extract/cascade.h"

static uint32_t value_of(const void *items, size_t index, size_t size, size_t offset) {
    return *(const uint32_t *)(const void *)((const char *)items + index * size + offset);
}

size_t first_from(const void *items, size_t count, size_t size, size_t offset, uint64_t least) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (value_of(items, middle, size, offset) < least) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

index_range range_of_sentence(const void *items, size_t count, size_t size, size_t offset,
                              uint32_t sentence) {
    return (index_range){first_from(items, count, size, offset, sentence),
                         first_from(items, count, size, offset, (uint64_t)sentence + 1)};
}

index_range scan_quantities(const sentence_scan *scan, uint32_t sentence) {
    const xc_mentions *mentions = scan->mentions;
    return range_of_sentence(mentions->quantities, mentions->quantity_count,
                             sizeof *mentions->quantities, offsetof(xc_quantity, sentence),
                             sentence);
}

bool scan_index_times(sentence_scan *scan) {
    size_t sentences = scan->text->sentence_count;
    uint32_t *begins = xc_arena_array(scan->arena, sentences + 1, sizeof *begins);
    size_t time = 0;
    for (size_t i = 0; begins && i <= sentences; i++) {
        while (time < scan->mentions->time_count && scan->mentions->times[time].sentence < i) {
            time++;
        }
        begins[i] = (uint32_t)time; // a time has a token of its own: they are fewer than 2^32
    }
    scan->times_begin = begins;
    return begins != NULL;
}

index_range scan_times(const sentence_scan *scan, uint32_t sentence) {
    return (index_range){scan->times_begin[sentence], scan->times_begin[sentence + 1]};
}

bool scan_in_time(const sentence_scan *scan, uint32_t sentence, uint32_t token) {
    index_range range = scan_times(scan, sentence);
    for (size_t i = range.first; i < range.last; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        if (time->first_token <= token && token < time->last_token) {
            return true;
        }
    }
    return false;
}
