// SPDX-License-Identifier: MIT
// Finds the items of one sentence by bisection.
#include "cascade.h"

static uint32_t sentence_of(const void *items, size_t index, size_t size, size_t offset) {
    return *(const uint32_t *)(const void *)((const char *)items + index * size + offset);
}

static size_t first_from(const void *items, size_t count, size_t size, size_t offset,
                         uint64_t sentence) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sentence_of(items, middle, size, offset) < sentence) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

xc_range xc_range_of_sentence(const void *items, size_t count, size_t size, size_t offset,
                              uint32_t sentence) {
    return (xc_range){first_from(items, count, size, offset, sentence),
                      first_from(items, count, size, offset, (uint64_t)sentence + 1)};
}

xc_range xc_scan_times(const xc_scan *scan, uint32_t sentence) {
    return xc_range_of_sentence(scan->mentions->times, scan->mentions->time_count,
                                sizeof(xc_time_mention), offsetof(xc_time_mention, sentence),
                                sentence);
}

bool xc_scan_in_time(const xc_scan *scan, uint32_t sentence, uint32_t token) {
    xc_range range = xc_scan_times(scan, sentence);
    for (size_t i = range.first; i < range.last; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        if (time->first_token <= token && token < time->last_token) {
            return true;
        }
    }
    return false;
}
