// SPDX-License-Identifier: MIT
// Takes files, keeps their order, hands their results on.
#include "pipeline/crew.h"

#include <stdio.h>

// A large file that is not the next in line stops when so many bytes wait.
static const size_t most_kept = (size_t)48 << 20;

void crew_end(worker_crew *c, xc_status status, const xc_error *error) {
    pthread_mutex_lock(&c->lock);
    if (c->status == XC_OK) {
        c->status = status;
        c->error = *error;
        if (c->error.status == XC_OK) {
            (void)xc_fail(&c->error, status, "%s", xc_status_text(status));
        }
    }
    pthread_cond_broadcast(&c->turn);
    pthread_mutex_unlock(&c->lock);
}

// The document is read and counted as such; what of it was left out is told beside it.
static void tell_refused(const xc_pipeline *p, xc_slice label, const xc_claims *claims) {
    enum { MOST_WORDS = 256 };
    char reason[MOST_WORDS];
    if (claims->refused && p->skipped) {
        (void)snprintf(reason, sizeof reason, "%zu claim%s of it alone, %.*s", claims->refused,
                       claims->refused == 1 ? "" : "s", XC_PRINT(claims->refusal));
        p->skipped(p->context, label, reason);
    }
}

xc_status crew_hand_document(worker_crew *c, const xc_document *document,
                             const xc_claims *claims, xc_error *error) {
    const xc_pipeline *p = c->pipeline;
    c->counts.read++;
    tell_refused(p, document->label, claims);
    return p->document ? p->document(p->context, document, claims, error) : XC_OK;
}

void crew_hand_skip(worker_crew *c, xc_slice path, const char *reason) {
    c->counts.skipped++;
    if (c->pipeline->skipped) {
        c->pipeline->skipped(c->pipeline->context, path, reason);
    }
}

xc_status crew_hand_waiting(worker_crew *c, file_job *j, xc_error *error) {
    xc_status status = XC_OK;
    for (size_t i = 0; i < j->count && status == XC_OK; i++) {
        const file_result *result = &j->results[i];
        if (result->skipped) {
            crew_hand_skip(c, result->path, result->reason.ptr);
        } else {
            status = crew_hand_document(c, &result->document, &result->claims, error);
        }
    }
    j->count = 0;
    j->capacity = 0;
    j->results = NULL;
    if (j->arena) {
        xc_arena_reset(j->arena);
    }
    pthread_mutex_lock(&c->lock);
    c->kept -= j->kept;
    j->kept = 0;
    pthread_mutex_unlock(&c->lock);
    return status;
}

void crew_count_kept(worker_crew *c, size_t file) {
    file_job *j = &c->jobs[file];
    size_t used = xc_arena_used(j->arena);
    size_t most = c->pipeline->waiting ? c->pipeline->waiting : most_kept;
    pthread_mutex_lock(&c->lock);
    c->kept += used - j->kept;
    j->kept = used;
    while (c->status == XC_OK && c->kept > most && c->handed != file) {
        pthread_cond_wait(&c->turn, &c->lock);
    }
    pthread_mutex_unlock(&c->lock);
}

bool crew_has_turn(worker_crew *c, size_t file) {
    pthread_mutex_lock(&c->lock);
    bool mine = c->handed == file;
    pthread_mutex_unlock(&c->lock);
    return mine;
}

static void hand_ignored(worker_crew *c, size_t file) {
    const file_job *j = &c->jobs[file];
    for (size_t i = 0; c->pipeline->ignored && i < j->ignored_count; i++) {
        c->pipeline->ignored(c->pipeline->context, c->inputs->items[file].label,
                             &j->ignored[i]);
    }
}

bool crew_take_file(worker_crew *c, size_t *file) {
    pthread_mutex_lock(&c->lock);
    while (c->status == XC_OK && c->next < c->inputs->count &&
           c->next >= c->handed + c->window) {
        pthread_cond_wait(&c->turn, &c->lock);
    }
    bool taken = c->status == XC_OK && c->next < c->inputs->count;
    if (taken) {
        *file = c->next++;
    }
    pthread_mutex_unlock(&c->lock);
    return taken;
}

void crew_pass_turn(worker_crew *c, size_t file) {
    xc_error error = {0};
    pthread_mutex_lock(&c->lock);
    c->jobs[file].finished = true;
    bool mine = c->handed == file;
    while (mine && c->status == XC_OK && c->handed < c->inputs->count &&
           c->jobs[c->handed].finished) {
        file_job *j = &c->jobs[c->handed];
        pthread_mutex_unlock(&c->lock); // the turn is ours: nobody else touches this job
        hand_ignored(c, c->handed);
        xc_status status = crew_hand_waiting(c, j, &error);
        xc_arena_free(j->arena);
        j->arena = NULL;
        if (status != XC_OK) {
            crew_end(c, status, &error);
            return; // the turn stays here: nothing more is handed on
        }
        if (c->pipeline->progress) {
            c->pipeline->progress(c->pipeline->context, c->handed + 1, c->inputs->count);
        }
        pthread_mutex_lock(&c->lock);
        c->handed++;
        pthread_cond_broadcast(&c->turn);
    }
    pthread_mutex_unlock(&c->lock);
}
