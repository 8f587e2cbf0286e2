// SPDX-License-Identifier: MIT
// The small tables out of a case: measures, packs, skipped inputs, counts, decisions.
#include "store/schema.h"

#include <stdlib.h>

static xc_status load_near(xc_case *owner, xc_arena *arena, xc_measure *measure,
                           xc_error *error) {
    xc_slice *near = NULL;
    size_t capacity = 0;
    query q =
        query_open(owner, "SELECT near FROM near_measure WHERE measure = ?1 ORDER BY near");
    query_bind(&q, 1, measure->name);
    while (query_next(&q)) {
        xc_slice *at =
            xc_arena_grow(arena, &near, measure->near_count, &capacity, sizeof *near);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = query_copy(&q, 0, arena);
        measure->near_count++;
    }
    measure->near = near;
    return query_close(&q, error);
}

static xc_status load_measures(xc_case *owner, xc_arena *arena, xc_case_content *out,
                               xc_error *error) {
    size_t capacity = 0;
    query q = query_open(
        owner, "SELECT name, topic, topic_title, \"is\", unit FROM measure ORDER BY name");
    while (query_next(&q)) {
        xc_measure *at = xc_arena_grow(arena, &out->measures, out->measure_count, &capacity,
                                       sizeof *out->measures);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = (xc_measure){.name = query_copy(&q, 0, arena),
                           .topic = query_copy(&q, 1, arena),
                           .topic_title = query_copy(&q, 2, arena),
                           .is = query_copy(&q, 3, arena),
                           .unit = query_copy(&q, 4, arena)};
        out->measure_count++;
    }
    xc_status status = query_close(&q, error);
    for (size_t i = 0; i < out->measure_count && status == XC_OK; i++) {
        status = load_near(owner, arena, &out->measures[i], error);
    }
    return status;
}

// A case of an earlier version that is only read has no such table.
static xc_status load_terms(xc_case *owner, xc_arena *arena, xc_case_content *out,
                            xc_error *error) {
    size_t capacity = 0;
    query q = query_open(owner, "SELECT 1 FROM sqlite_schema WHERE name = 'term'");
    bool present = query_next(&q);
    xc_status status = query_close(&q, error);
    if (status != XC_OK || !present) {
        return status;
    }
    q = query_open(owner, "SELECT kind, word, value FROM term ORDER BY kind, word, value");
    while (query_next(&q)) {
        xc_term *at =
            xc_arena_grow(arena, &out->terms, out->term_count, &capacity, sizeof *out->terms);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = (xc_term){query_copy(&q, 0, arena), query_copy(&q, 1, arena),
                        query_copy(&q, 2, arena)};
        out->term_count++;
    }
    return query_close(&q, error);
}

static xc_status load_packs(xc_case *owner, xc_arena *arena, xc_case_content *out,
                            xc_error *error) {
    size_t capacity = 0;
    query q = query_open(owner,
                         "SELECT name, language, hash FROM pack ORDER BY name, language, hash");
    while (query_next(&q)) {
        xc_pack_record *at =
            xc_arena_grow(arena, &out->packs, out->pack_count, &capacity, sizeof *out->packs);
        xc_slice hash = query_copy(&q, 2, arena);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = (xc_pack_record){.name = query_copy(&q, 0, arena),
                               .language = query_copy(&q, 1, arena),
                               .hash = hash.len ? strtoull(hash.ptr, NULL, 16) : 0};
        out->pack_count++;
    }
    return query_close(&q, error);
}

xc_status xc_case_settled(xc_case *case_file, xc_arena *arena, xc_slice **out, size_t *count,
                          xc_error *error) {
    size_t capacity = 0;
    *out = NULL;
    *count = 0;
    query q = query_open(case_file, "SELECT key FROM document WHERE format <> 'claims' AND NOT"
                                    " EXISTS (SELECT 1 FROM skipped WHERE path = label)"
                                    " ORDER BY key");
    while (query_next(&q)) {
        xc_slice *at = xc_arena_grow(arena, out, *count, &capacity, sizeof **out);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = query_copy(&q, 0, arena);
        ++*count;
    }
    return query_close(&q, error);
}

xc_status xc_case_readings(xc_case *case_file, xc_arena *arena, xc_reading **out, size_t *count,
                           xc_error *error) {
    size_t capacity = 0;
    *out = NULL;
    *count = 0;
    query q = query_open(case_file,
                         "SELECT document.key, read_from.label, read_from.path,"
                         " read_from.record, read_from.bytes_sha256 FROM read_from JOIN"
                         " document ON document.number = read_from.document ORDER BY 3, 2, 4");
    while (query_next(&q)) {
        xc_reading *at = xc_arena_grow(arena, out, *count, &capacity, sizeof **out);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = (xc_reading){query_copy(&q, 0, arena), query_copy(&q, 1, arena),
                           query_copy(&q, 2, arena), query_copy(&q, 3, arena),
                           query_copy(&q, 4, arena)};
        ++*count;
    }
    return query_close(&q, error);
}

static int by_path(const void *a, const void *b) {
    const xc_skip *one = a;
    const xc_skip *other = b;
    int order = xc_slice_compare_natural(one->path, other->path);
    return order ? order : xc_slice_compare(one->reason, other->reason);
}

static xc_status load_skipped(xc_case *owner, xc_arena *arena, xc_case_content *out,
                              xc_error *error) {
    size_t capacity = 0;
    query q = query_open(owner, "SELECT DISTINCT path, reason FROM skipped");
    while (query_next(&q)) {
        xc_skip *at = xc_arena_grow(arena, &out->skipped, out->skip_count, &capacity,
                                    sizeof *out->skipped);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = (xc_skip){query_copy(&q, 0, arena), query_copy(&q, 1, arena)};
        out->skip_count++;
    }
    xc_status status = query_close(&q, error);
    if (status == XC_OK && out->skip_count) {
        qsort(out->skipped, out->skip_count, sizeof *out->skipped, by_path);
    }
    return status;
}

static xc_status load_counts(xc_case *owner, xc_case_content *out, xc_error *error) {
    query q = query_open(owner, "SELECT total(found), total(read), total(ignored),"
                                " total(skipped) FROM run");
    if (query_next(&q)) {
        out->counts = (xc_read_counts){
            .found = (size_t)query_integer(&q, 0),
            .read = (size_t)query_integer(&q, 1),
            .ignored = (size_t)query_integer(&q, 2),
            .skipped = (size_t)query_integer(&q, 3),
        };
    }
    return query_close(&q, error);
}

xc_status load_notes(xc_case *owner, xc_arena *arena, xc_case_content *out, xc_error *error) {
    xc_status status = load_measures(owner, arena, out, error);
    if (status == XC_OK) {
        status = load_terms(owner, arena, out, error);
    }
    if (status == XC_OK) {
        status = load_packs(owner, arena, out, error);
    }
    if (status == XC_OK) {
        status = load_skipped(owner, arena, out, error);
    }
    if (status == XC_OK) {
        status = load_counts(owner, out, error);
    }
    return status == XC_OK ? xc_case_load_decisions(owner, arena, out, error) : status;
}

// A case that no groups were made in has no row.
static const char count_uncompared[] =
    "SELECT count(*) FROM decision WHERE id > (SELECT max(decision) FROM compared)"
    " AND kind NOT IN ('note', 'name', 'settled', 'open_question')";

xc_status xc_case_load_decisions(xc_case *case_file, xc_arena *arena, xc_case_content *content,
                                 xc_error *error) {
    content->decisions = NULL;
    content->decision_count = 0;
    xc_status status = load_decisions(case_file, arena, content, error);
    if (status == XC_OK) {
        query q = query_open(case_file, count_uncompared);
        content->uncompared = query_next(&q) ? (size_t)query_integer(&q, 0) : 0;
        status = query_close(&q, error);
    }
    return status;
}

xc_status inputs_state(xc_case *owner, uint64_t *out, xc_error *error) {
    query q =
        query_open(owner, "SELECT count(*), total(number), max(number), (SELECT count(*) FROM"
                          " claim), (SELECT max(number) FROM claim) FROM document");
    xc_buffer facts = {0};
    if (query_next(&q)) {
        for (int i = 0; i < 5; i++) {
            xc_buffer_print(&facts, "%lld ", (long long)query_integer(&q, i));
        }
    }
    *out = xc_hash(xc_buffer_slice(&facts));
    xc_buffer_release(&facts);
    return query_close(&q, error);
}
