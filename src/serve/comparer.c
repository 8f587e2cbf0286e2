// SPDX-License-Identifier: MIT
// One thread that sleeps until groups are behind.
#include "serve/comparer.h"

#include <sys/resource.h>

struct comparer {
    xc_arena *arena; // owns this struct
    const char *path;
    comparer_take take;
    void *context;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    pthread_t thread;
    bool due, busy, ended;
};

static void release(comparer *one) {
    (void)pthread_cond_destroy(&one->wake);
    (void)pthread_mutex_destroy(&one->lock);
    xc_arena_free(one->arena);
}

// The groups of `out` are those that follow its decisions, of `before` those that it had.
static xc_status compare(const char *path, loaded_case *out, xc_case_content *before,
                         xc_error *error) {
    xc_case *case_file = NULL;
    xc_groups groups;
    *out = (loaded_case){.arena = xc_arena_new()};
    xc_status status = out->arena ? xc_case_open(path, XC_CASE_READ, &case_file, error)
                                  : xc_fail_memory(error);
    if (status == XC_OK) {
        status = xc_case_load(case_file, out->arena, &out->stored, error);
    }
    xc_case_close(case_file);
    if (status == XC_OK) {
        status = xc_compare(&out->stored, out->arena, &groups, error);
    }
    if (status == XC_OK) {
        *before = out->stored;
        out->stored.groups = groups.items;
        out->stored.group_count = groups.count;
        out->stored.incidents = groups.incidents;
        out->stored.incident_count = groups.incident_count;
        status = loaded_prepare(out, error);
    }
    return status;
}

static void *run(void *context) {
    comparer *one = context;
    (void)setpriority(PRIO_PROCESS, 0, 10); // of this thread: who decides goes first
    (void)pthread_mutex_lock(&one->lock);
    while (!one->ended) {
        if (!one->due) {
            (void)pthread_cond_wait(&one->wake, &one->lock);
            continue;
        }
        one->due = false;
        one->busy = true;
        (void)pthread_mutex_unlock(&one->lock);
        loaded_case compared;
        xc_case_content before;
        xc_error error = {0};
        xc_status status = compare(one->path, &compared, &before, &error);
        (void)pthread_mutex_lock(&one->lock);
        one->busy = false;
        if (status == XC_OK && !one->ended) {
            one->due = one->take(one->context, &compared, &before) || one->due;
        }
        loaded_free(&compared);
    }
    (void)pthread_mutex_unlock(&one->lock);
    release(one);
    return NULL;
}

xc_status comparer_start(const char *path, comparer_take take, void *context, comparer **out,
                         xc_error *error) {
    xc_arena *arena = xc_arena_new();
    comparer *one = arena ? xc_arena_alloc(arena, sizeof *one) : NULL;
    *out = NULL;
    if (!one) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    *one = (comparer){.arena = arena, .take = take, .context = context};
    one->path = xc_arena_string(arena, xc_slice_of(path));
    (void)pthread_mutex_init(&one->lock, NULL);
    (void)pthread_cond_init(&one->wake, NULL);
    if (!one->path || pthread_create(&one->thread, NULL, run, one) != 0) {
        release(one);
        return xc_fail(error, XC_NO_MEMORY, "cannot start a thread to compare on");
    }
    *out = one;
    return XC_OK;
}

void comparer_lock(comparer *one) {
    if (one) {
        (void)pthread_mutex_lock(&one->lock);
    }
}

void comparer_unlock(comparer *one) {
    if (one) {
        (void)pthread_mutex_unlock(&one->lock);
    }
}

void comparer_wake(comparer *one) {
    if (one) {
        one->due = true;
        (void)pthread_cond_signal(&one->wake);
    }
}

bool comparer_is_busy(const comparer *one) {
    return one && (one->due || one->busy);
}

void comparer_end(comparer *one) {
    if (!one) {
        return;
    }
    pthread_t thread = one->thread;
    (void)pthread_mutex_lock(&one->lock);
    bool busy = one->busy;
    one->ended = true;
    (void)pthread_cond_signal(&one->wake);
    (void)pthread_mutex_unlock(&one->lock);
    if (busy) { // it frees itself, if the program lives that long
        (void)pthread_detach(thread);
    } else {
        (void)pthread_join(thread, NULL);
    }
}
