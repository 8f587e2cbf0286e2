// SPDX-License-Identifier: MIT
// A binary heap.
#include "compare/queue.h"

static bool comes_first(const queued_pair *a, const queued_pair *b) {
    if (a->score != b->score) {
        return a->score > b->score;
    }
    return a->one != b->one ? a->one < b->one : a->other < b->other;
}

bool queue_make(claim_queue *queue, size_t expected, xc_arena *arena) {
    *queue = (claim_queue){.capacity = expected, .arena = arena};
    queue->items = xc_arena_array(arena, expected, sizeof *queue->items);
    return queue->items != NULL;
}

bool queue_put(claim_queue *queue, queued_pair pair) {
    queued_pair *grown = xc_arena_grow(queue->arena, &queue->items, queue->count,
                                       &queue->capacity, sizeof *queue->items);
    if (!grown) {
        return false;
    }
    size_t at = queue->count++;
    while (at > 0 && comes_first(&pair, &queue->items[(at - 1) / 2])) {
        queue->items[at] = queue->items[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    queue->items[at] = pair;
    return true;
}

bool queue_take(claim_queue *queue, queued_pair *out) {
    if (queue->count == 0) {
        return false;
    }
    *out = queue->items[0];
    queued_pair last = queue->items[--queue->count];
    size_t at = 0;
    size_t child = 1;
    while (child < queue->count) {
        if (child + 1 < queue->count &&
            comes_first(&queue->items[child + 1], &queue->items[child])) {
            child++;
        }
        if (!comes_first(&queue->items[child], &last)) {
            break;
        }
        queue->items[at] = queue->items[child];
        at = child;
        child = 2 * at + 1;
    }
    queue->items[at] = last;
    return true;
}
