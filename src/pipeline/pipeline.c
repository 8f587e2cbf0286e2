// SPDX-License-Identifier: MIT
// Inputs to claims on several threads, handed on in input order.
#include "pipeline/crew.h"

#include <stdio.h>
#include <unistd.h>

typedef struct worker {
    worker_crew *crew;
    xc_extractor *extractor;
    xc_arena *arena; // the document's
    pthread_t thread;
} worker;

// Claims that came in place of the text; what is known of the document now is theirs too.
static xc_claims take_given(const xc_document *document) {
    xc_claims claims = {.items = document->given, .count = document->given_count};
    for (size_t i = 0; i < claims.count; i++) {
        xc_claim *claim = &claims.items[i];
        claim->document_key = document->key;
        claim->source = document->source;
        claim->wire = document->wire;
        claim->url = document->url;
        claim->published = document->published;
    }
    return claims;
}

// What is read with a language's rules is in that language; for the others it is looked up,
// which takes longer than all of the rules.
static xc_status settle_language(worker *w, xc_document *document, xc_error *error) {
    const xc_pipeline *pipeline = w->crew->pipeline;
    xc_slice told = pipeline->rules ? xc_rules_told_language(pipeline->rules,
                                                             document->language, document->text)
                                    : (xc_slice){0};
    if (told.len) {
        document->language = told;
        document->language_told = true;
        return XC_OK;
    }
    return xc_language_tell(pipeline->read.languages, w->arena, document, error);
}

static xc_status finish_document(worker *w, size_t file, xc_document *document,
                                 xc_error *error) {
    worker_crew *c = w->crew;
    xc_claims claims = {0};
    xc_status settled = document->given ? XC_OK : settle_language(w, document, error);
    if (settled != XC_OK) {
        return settled;
    }
    const xc_pipeline *p = c->pipeline;
    if (document->given) {
        claims = take_given(document);
    } else if (!p->text_only && !(p->settled && p->settled(p->context, document))) {
        xc_status status = xc_extract(w->extractor, document, &claims, error);
        if (status != XC_OK) {
            return status;
        }
        if (claims.dated_by_text && document->published_basis == XC_BASIS_NONE) {
            document->published_basis = XC_BASIS_TEXT;
        }
    }
    if (crew_has_turn(c, file)) {
        xc_status status = crew_hand_waiting(c, &c->jobs[file], error);
        return status == XC_OK ? crew_hand_document(c, document, &claims, error) : status;
    }
    xc_status status = job_keep(&c->jobs[file], document, &claims);
    crew_count_kept(c, file);
    return status;
}

static xc_status skip(worker *w, size_t file, const xc_error *error) {
    worker_crew *c = w->crew;
    xc_slice path = error->path[0] ? xc_slice_of(error->path) : c->inputs->items[file].path;
    char reason[sizeof error->message + 32];
    if (error->line) {
        (void)snprintf(reason, sizeof reason, "line %ld: %s", error->line, error->message);
    } else {
        (void)snprintf(reason, sizeof reason, "%s", error->message);
    }
    if (crew_has_turn(c, file)) {
        xc_error none = {0};
        xc_status status = crew_hand_waiting(c, &c->jobs[file], &none);
        crew_hand_skip(c, path, reason);
        return status;
    }
    xc_status status = job_keep_skip(&c->jobs[file], path, reason);
    crew_count_kept(c, file);
    return status;
}

// What an archive or a crawl held and is no document is counted, as on disk.
static void count_ignored(worker_crew *c, size_t file, const xc_reader *reader) {
    size_t reasons = 0;
    const xc_ignored *ignored = xc_reader_ignored(reader, &reasons);
    pthread_mutex_lock(&c->lock);
    for (size_t i = 0; i < reasons; i++) {
        c->counts.ignored += ignored[i].count;
    }
    pthread_mutex_unlock(&c->lock);
    file_job *j = &c->jobs[file];
    j->ignored = xc_arena_array(j->arena, reasons, sizeof *j->ignored);
    j->ignored_count = j->ignored ? reasons : 0; // told where there is memory, counted anyway
    for (size_t i = 0; i < j->ignored_count; i++) {
        j->ignored[i] = ignored[i];
    }
}

// Reads one file to its end. XC_OK unless the whole run has to end.
static xc_status read_file(worker *w, size_t file, xc_error *error) {
    worker_crew *c = w->crew;
    xc_reader *reader = NULL;
    xc_error failure = {0};
    xc_status status =
        xc_reader_open(&c->inputs->items[file], &c->pipeline->read, &reader, &failure);
    if (status == XC_END) {
        pthread_mutex_lock(&c->lock);
        c->counts.ignored++;
        pthread_mutex_unlock(&c->lock);
        return XC_OK;
    }
    if (status == XC_USAGE) { // an option is wrong, for this file as for all others
        if (error) {
            *error = failure;
        }
        return status;
    }
    if (status != XC_OK) {
        return status == XC_NO_MEMORY ? xc_fail_memory(error) : skip(w, file, &failure);
    }
    for (;;) {
        xc_document document = {0};
        failure = (xc_error){0};
        xc_arena_reset(w->arena);
        status = xc_reader_next(reader, w->arena, &document, &failure);
        if (status == XC_END) {
            status = XC_OK;
            break;
        }
        if (status == XC_OK) {
            status = finish_document(w, file, &document, error);
        } else if (status != XC_NO_MEMORY) {
            bool last = status != XC_SKIPPED; // a reader that failed for good gives no more
            status = skip(w, file, &failure);
            if (last) {
                break;
            }
        }
        if (status != XC_OK) {
            break;
        }
    }
    count_ignored(c, file, reader);
    xc_reader_close(reader);
    return status;
}

static void *work(void *argument) {
    worker *w = argument;
    worker_crew *c = w->crew;
    size_t file = 0;
    while (crew_take_file(c, &file)) {
        xc_error error = {0};
        xc_status status = XC_OK;
        c->jobs[file].arena = xc_arena_new();
        status = c->jobs[file].arena ? read_file(w, file, &error) : xc_fail_memory(&error);
        if (status != XC_OK) {
            crew_end(c, status, &error);
            break;
        }
        crew_pass_turn(c, file);
    }
    return NULL;
}

static unsigned thread_count(const xc_pipeline *pipeline, size_t files) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t threads = pipeline->jobs ? pipeline->jobs : (size_t)(cores > 0 ? cores : 1);
    threads = threads < files ? threads : files;
    return (unsigned)(threads < 1 ? 1 : threads > 256 ? 256 : threads);
}

static bool worker_init(worker *w, worker_crew *c) {
    w->crew = c;
    w->arena = xc_arena_new();
    w->extractor = c->pipeline->text_only ? NULL : xc_extractor_new(c->pipeline->rules);
    return w->arena && (w->extractor || c->pipeline->text_only);
}

// Rules whose patterns were given up, in the order of the packs.
static void tell_limited(const worker_crew *c, const worker *workers, unsigned count) {
    const xc_pipeline *p = c->pipeline;
    if (!p->limited || p->text_only) {
        return;
    }
    for (size_t rule = 0; rule < xc_rules_count(p->rules); rule++) {
        size_t sentences = 0;
        for (unsigned i = 0; i < count; i++) {
            sentences += xc_extractor_limited(workers[i].extractor, rule);
        }
        if (sentences) {
            p->limited(p->context, xc_rules_info(p->rules, rule).label, sentences);
        }
    }
}

static void tell_treeless(const worker_crew *c, const worker *workers, unsigned count) {
    const xc_pipeline *p = c->pipeline;
    for (unsigned i = 0; p->treeless && !p->text_only && i < count; i++) {
        xc_slice language = xc_extractor_treeless(workers[i].extractor);
        if (language.len) {
            p->treeless(p->context, language);
            return;
        }
    }
}

static xc_status run_workers(worker_crew *c, unsigned threads, xc_arena *arena,
                             xc_error *error) {
    worker *workers = xc_arena_array(arena, threads, sizeof *workers);
    unsigned started = 0;
    bool ready = workers != NULL;
    for (unsigned i = 0; ready && i < threads; i++) {
        ready = worker_init(&workers[i], c);
    }
    for (unsigned i = 1; ready && i < threads; i++) { // the caller's own thread is the first
        if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0) {
            break; // fewer threads do the same work
        }
        started = i;
    }
    if (ready) {
        work(&workers[0]);
    }
    for (unsigned i = 1; i <= started; i++) {
        (void)pthread_join(workers[i].thread, NULL);
    }
    if (ready) {
        tell_limited(c, workers, threads);
        tell_treeless(c, workers, threads);
    }
    for (unsigned i = 0; workers && i < threads; i++) {
        xc_extractor_free(workers[i].extractor);
        xc_arena_free(workers[i].arena);
    }
    return ready ? XC_OK : xc_fail_memory(error);
}

static xc_status run_crew(worker_crew *c, xc_arena *arena, xc_error *error) {
    const xc_inputs *inputs = c->inputs;
    unsigned threads = thread_count(c->pipeline, inputs->count);
    c->window = (size_t)threads * 8;
    c->jobs = xc_arena_array(arena, inputs->count ? inputs->count : 1, sizeof *c->jobs);
    if (!c->jobs) {
        return xc_fail_memory(error);
    }
    xc_status status = run_workers(c, threads, arena, error);
    for (size_t i = 0; i < inputs->count; i++) {
        xc_arena_free(c->jobs[i].arena);
    }
    if (status == XC_OK && c->status != XC_OK) {
        *error = c->error;
        status = c->status;
    }
    return status;
}

xc_status xc_pipeline_run(const xc_pipeline *pipeline, const char *const *arguments,
                          size_t count, xc_read_counts *counts, xc_error *error) {
    xc_error ignored = {0};
    error = error ? error : &ignored;
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    xc_inputs inputs = {0};
    xc_status status =
        xc_inputs_list(arguments, count, pipeline->read.follow_links, arena, &inputs, error);
    if (status == XC_OK) {
        worker_crew c = {.pipeline = pipeline, .inputs = &inputs};
        (void)pthread_mutex_init(&c.lock, NULL);
        (void)pthread_cond_init(&c.turn, NULL);
        for (size_t i = 0; i < inputs.skipped_count; i++) {
            xc_slice reason = xc_arena_copy(arena, inputs.skipped[i].reason);
            crew_hand_skip(&c, inputs.skipped[i].path, reason.ptr ? reason.ptr : "");
        }
        status = run_crew(&c, arena, error);
        c.counts.ignored += inputs.ignored;
        c.counts.found = c.counts.read + c.counts.ignored + c.counts.skipped;
        *counts = c.counts;
        (void)pthread_cond_destroy(&c.turn);
        (void)pthread_mutex_destroy(&c.lock);
    }
    xc_arena_free(arena);
    return status;
}
