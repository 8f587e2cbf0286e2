// SPDX-License-Identifier: MIT
// Putting inputs into a case.
#include "cli/casework.h"
#include "cli/message.h"
#include "crossclaim/base/memory.h"
#include "crossclaim/compare.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BATCH = 200, TRIES = 60 }; // documents; seconds are xc_case_open's

/// Makes the folder, and those above it where they are missing.
static xc_status make_folder(casework *work, xc_error *error) {
    char *path = xc_arena_string(work->place->arena, xc_slice_of(work->folder));
    if (!path) {
        return xc_fail_memory(error);
    }
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(path, 0777); // what went wrong shows at the last one
        *slash = '/';
    }
    work->folder_was_there = access(path, F_OK) == 0;
    if (!work->folder_was_there && mkdir(path, 0777) != 0) {
        return xc_fail_at(error, XC_IO, xc_slice_of(path), 0,
                          "cannot make the report's folder: %s", strerror(errno));
    }
    return XC_OK;
}

static int by_key(const void *a, const void *b) {
    return xc_slice_compare(*(const xc_slice *)a, *(const xc_slice *)b);
}

// What a person tells of a page takes the place of what the case has, with its claims.
static bool is_settled(const void *context, const xc_document *document) {
    const casework *work = context;
    bool told = document->source_basis == XC_BASIS_SOURCES ||
                document->published_basis == XC_BASIS_SOURCES;
    return !told && work->settled_count &&
           bsearch(&document->key, work->settled, work->settled_count, sizeof *work->settled,
                   by_key) != NULL;
}

/// What the case has before the first document is read. One that cannot be read says so when the
/// first document is put into it.
static xc_status load_settled(casework *work, xc_error *error) {
    xc_case *case_file = NULL;
    xc_error unread = {0};
    xc_status status = XC_OK;
    if (access(work->path, F_OK) != 0 ||
        xc_case_open(work->path, XC_CASE_READ, &case_file, &unread) != XC_OK) {
        return XC_OK;
    }
    if (xc_case_settled(case_file, work->place->arena, &work->settled, &work->settled_count,
                        &unread) != XC_OK) {
        work->settled_count = 0;
        status = unread.status == XC_NO_MEMORY ? xc_fail_memory(error) : XC_OK;
    }
    xc_case_close(case_file);
    return status;
}

/// @param mode in which the case is opened, where it is not open
static xc_status open_and_begin(casework *work, xc_case_mode mode, xc_error *error) {
    bool opens = !work->case_file;
    xc_status status = opens ? xc_case_open(work->path, mode, &work->case_file, error) : XC_OK;
    if (status == XC_OK) {
        status = xc_case_begin(work->case_file, error);
    }
    if (status != XC_OK && opens) {
        xc_case_close(work->case_file);
        work->case_file = NULL;
    }
    return status;
}

/// Another program that adds has the case until its groups are made: each try waits for some seconds.
static xc_status begin_in_turn(casework *work, xc_case_mode mode, xc_error *error) {
    for (int tried = 1;; tried++) {
        xc_error failure = {0};
        xc_status status = open_and_begin(work, mode, &failure);
        if (status != XC_BUSY || tried == TRIES) {
            *error = failure;
            return status;
        }
        if (tried == 1) {
            message("%s is in use by another program: waiting for it", work->path);
        }
    }
}

static xc_status keep_packs(casework *work, xc_error *error) {
    const xc_rules *rules = work->place->rules;
    size_t measure_count, term_count, pack_count;
    const xc_measure *measures = xc_rules_measures(rules, &measure_count);
    const xc_pack *packs = xc_rules_packs(rules, &pack_count);
    const xc_term *terms = xc_rules_terms(rules, &term_count);
    xc_status status = xc_case_set_measures(work->case_file, measures, measure_count, error);
    if (status == XC_OK) {
        status = xc_case_set_terms(work->case_file, terms, term_count, error);
    }
    for (size_t i = 0; status == XC_OK && i < pack_count; i++) {
        uint64_t model = xc_rules_model(rules, packs[i].language);
        status = xc_case_add_pack(work->case_file, packs[i].name, packs[i].language,
                                  packs[i].hash, error);
        if (status == XC_OK && model) { // trees are a part of what the claims were made with
            status = xc_case_add_pack(work->case_file, XC_SLICE("syntax.model"),
                                      packs[i].language, model, error);
        }
    }
    return status;
}

static xc_status keep_skips(casework *work, xc_error *error) {
    const cli_gathering *gathering = &work->gathering;
    xc_status status = XC_OK;
    for (; status == XC_OK && work->skips_kept < gathering->skip_count; work->skips_kept++) {
        status = xc_case_add_skip(work->case_file, gathering->skipped[work->skips_kept].path,
                                  gathering->skipped[work->skips_kept].reason, error);
    }
    return status;
}

/// What was read so far is in the case for good, its groups are not made yet: another program may
/// put documents in between.
static xc_status keep_batch(casework *work, xc_error *error) {
    xc_status status = keep_packs(work, error);
    if (status == XC_OK) {
        status = keep_skips(work, error);
    }
    if (status == XC_OK) {
        status = xc_case_commit(work->case_file, error);
    }
    if (status != XC_OK) {
        return status;
    }
    work->batched += work->waiting;
    work->waiting = 0;
    progress_kept(work->batched);
    return begin_in_turn(work, XC_CASE_WRITE, error);
}

static xc_status open_case(casework *work, xc_error *error) {
    xc_status made = work->folder ? make_folder(work, error) : XC_OK;
    if (made != XC_OK) {
        return made;
    }
    work->case_was_there = access(work->path, F_OK) == 0;
    xc_status status = begin_in_turn(work, XC_CASE_CREATE, error);
    if (status == XC_OK) { // what another program made meanwhile was there, too
        status = xc_case_load(work->case_file, work->place->arena, &work->before, error);
        work->case_was_there |= work->before.document_count > 0;
    }
    size_t ungrouped = 0;
    if (status == XC_OK) {
        status = xc_ungrouped_count(&work->before, work->place->arena, &ungrouped, error);
    }
    if (ungrouped) {
        message(
            "%s: an earlier run was ended before its groups were made: going on from its %zu "
            "document%s",
            work->path, work->before.document_count,
            work->before.document_count == 1 ? "" : "s");
    }
    return status;
}

static xc_status keep_document(void *context, const xc_document *document,
                               const xc_claims *claims, xc_error *error) {
    casework *work = context;
    if (!work->case_file) {
        xc_status status = open_case(work, error);
        if (status != XC_OK) {
            return status;
        }
    }
    bool added = false;
    xc_status status =
        xc_case_add(work->case_file, document, claims->items, claims->count, &added, error);
    work->added += added;
    work->known += !added;
    work->waiting += added;
    return status == XC_OK && work->resumes && work->waiting == BATCH ? keep_batch(work, error)
                                                                      : status;
}

static bool knows_pack(const xc_case_content *content, const xc_pack *pack) {
    for (size_t i = 0; i < content->pack_count; i++) {
        const xc_pack_record *known = &content->packs[i];
        if (known->hash == pack->hash && xc_slice_equal(known->name, pack->name) &&
            xc_slice_equal(known->language, pack->language)) {
            return true;
        }
    }
    return false;
}

/// A document that the case has keeps the claims that it was read with.
static void warn_of_other_packs(const casework *work) {
    size_t count;
    const xc_pack *packs = xc_rules_packs(work->place->rules, &count);
    for (size_t i = 0; work->case_was_there && work->known && i < count; i++) {
        if (!knows_pack(&work->before, &packs[i])) {
            message(
                "%s was made with other rule packs (not with this '%.*s'): documents that it "
                "has keep their claims; give another -o or --db to have all read anew",
                work->path, XC_PRINT(packs[i].name));
            return;
        }
    }
}

static xc_status keep_counts(casework *work, xc_error *error) {
    xc_status status = keep_skips(work, error);
    return status == XC_OK ? xc_case_add_counts(work->case_file, &work->gathering.counts, error)
                           : status;
}

xc_status casework_run(const cli_arguments *arguments, casework *work, xc_error *error) {
    work->gathering = (cli_gathering){
        .place = work->place, .hashes = true, .document = keep_document, .context = work};
    xc_status status = load_settled(work, error);
    if (status == XC_OK) {
        work->gathering.settled = is_settled;
        status = gather(arguments, &work->gathering, error);
    }
    if (status == XC_OK && work->case_file) {
        status = keep_packs(work, error);
        if (status == XC_OK) {
            status = keep_counts(work, error);
        }
        if (status == XC_OK) {
            warn_of_other_packs(work);
            progress_comparing(work->added);
            status = xc_compare_case(work->case_file, error);
            progress_clear();
        }
    }
    return status;
}

void casework_tell_batches(const casework *work) {
    if (work->batched) {
        message(
            "%zu documents that were read are in the case, in no group yet: the same command "
            "again goes on from there",
            work->batched);
    }
}

xc_status casework_keep(casework *work, xc_error *error) {
    xc_status status =
        xc_memory_was_short() ? xc_fail_memory(error) : xc_case_commit(work->case_file, error);
    work->kept = status == XC_OK;
    return status;
}

void casework_release(casework *work) {
    // Another program may have put documents into the case that was made here.
    if (work->case_file && !work->case_was_there && !work->kept) {
        if (xc_case_close_empty(work->case_file)) {
            (void)unlink(work->path);
        }
    } else {
        xc_case_close(work->case_file);
    }
    work->case_file = NULL;
    if (work->folder && !work->kept && !work->folder_was_there) {
        (void)rmdir(work->folder);
    }
}

/// Puts the claims that are in no group into groups.
static xc_status group_anew(casework *work, size_t ungrouped, size_t uncompared,
                            xc_error *error) {
    xc_case_close(work->case_file);
    work->case_file = NULL;
    xc_status status = begin_in_turn(work, XC_CASE_WRITE, error);
    if (status == XC_OK) {
        status = xc_compare_case(work->case_file, error);
    }
    if (status == XC_OK) {
        status = xc_case_commit(work->case_file, error);
    }
    if (status == XC_OK && uncompared) {
        message("%s: %zu decision%s came after its groups were made: compared anew", work->path,
                uncompared, uncompared == 1 ? "" : "s");
    } else if (status == XC_OK) {
        message(
            "%s: an earlier run was ended before its groups were made: %zu claim%s grouped now",
            work->path, ungrouped, ungrouped == 1 ? "" : "s");
    }
    return status;
}

static void tell_ungrouped(const char *path, size_t ungrouped, size_t uncompared) {
    if (uncompared) {
        message("%s: its groups do not follow the last %zu decision%s yet; 'crossclaim compare "
                "--db' compares anew",
                path, uncompared, uncompared == 1 ? "" : "s");
    } else if (ungrouped) {
        message(
            "%s: %zu claim%s in no group, as an earlier run was ended before its groups were "
            "made; 'crossclaim compare --db' groups them",
            path, ungrouped, ungrouped == 1 ? " is" : "s are");
    }
}

xc_status casework_open(casework *work, xc_case_content *content, xc_error *error) {
    xc_arena *arena = work->place->arena;
    xc_error refused = {0};
    // A case of an earlier version is brought up to date; one that may only be read is read.
    bool writes = xc_case_open(work->path, XC_CASE_WRITE, &work->case_file, &refused) == XC_OK;
    xc_status status =
        writes ? XC_OK : xc_case_open(work->path, XC_CASE_READ, &work->case_file, error);
    if (status == XC_OK) {
        status = xc_case_load(work->case_file, arena, content, error);
    }
    size_t ungrouped = 0;
    if (status == XC_OK) {
        status = xc_ungrouped_count(content, arena, &ungrouped, error);
    }
    if (status == XC_OK && (ungrouped || content->uncompared) && writes) {
        status = group_anew(work, ungrouped, content->uncompared, error);
        return status == XC_OK ? xc_case_load(work->case_file, arena, content, error) : status;
    }
    tell_ungrouped(work->path, ungrouped, content->uncompared);
    return status;
}

int casework_nothing_read(const casework *work) {
    message("nothing to compare: no document was read, no report written");
    return work->gathering.skip_count > 0 ? EXIT_SKIPPED : EXIT_FAILED;
}

void casework_tell(const casework *work) {
    const xc_read_counts *counts = &work->gathering.counts;
    message(
        "documents: %zu added, %zu already there; inputs: %zu found, %zu read, %zu ignored, "
        "%zu skipped",
        work->added, work->known, counts->found, counts->read, counts->ignored,
        counts->skipped);
}

xc_status casework_load(const char *path, xc_arena *arena, xc_case_content *content,
                        xc_error *error) {
    return casework_load_for(path, NULL, arena, content, error);
}

xc_status casework_load_for(const char *path, const xc_slice *blind, xc_arena *arena,
                            xc_case_content *content, xc_error *error) {
    xc_case *case_file = NULL;
    xc_status status = xc_case_open(path, XC_CASE_READ, &case_file, error);
    if (status == XC_OK) {
        status = xc_case_load(case_file, arena, content, error);
    }
    size_t ungrouped = 0;
    if (status == XC_OK) {
        status = xc_ungrouped_count(content, arena, &ungrouped, error);
    }
    if (status == XC_OK) {
        tell_ungrouped(path, ungrouped, content->uncompared);
        if (blind) {
            status = xc_decisions_blind(content, *blind, arena, error);
        }
    }
    if (status == XC_OK) {
        status = xc_decisions_apply(content, arena, error);
    }
    xc_case_close(case_file);
    return status;
}
