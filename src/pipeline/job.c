// SPDX-License-Identifier: MIT
// Deep copies of a file's results.
#include "pipeline/job.h"

static xc_status keep_slice(xc_arena *arena, xc_slice *slice) {
    *slice = xc_arena_copy(arena, *slice);
    return slice->ptr ? XC_OK : XC_NO_MEMORY;
}

static xc_status keep_fields(xc_arena *arena, const xc_field *fields, size_t count,
                             void *record) {
    for (size_t i = 0; i < count; i++) {
        if (fields[i].kind == XC_FIELD_TEXT &&
            keep_slice(arena, (xc_slice *)(void *)((char *)record + fields[i].offset)) !=
                XC_OK) {
            return XC_NO_MEMORY;
        }
    }
    return XC_OK;
}

static xc_status keep_claims(xc_arena *arena, const xc_claims *claims, xc_claims *out) {
    size_t count;
    size_t kept_count;
    const xc_field *fields = xc_claim_fields(&count);
    const xc_field *kept = xc_claim_kept_fields(&kept_count);
    out->items = xc_arena_array(arena, claims->count, sizeof *out->items);
    if (!out->items) {
        return XC_NO_MEMORY;
    }
    out->count = claims->count;
    out->refused = claims->refused;
    out->refusal = claims->refusal;
    if (keep_slice(arena, &out->refusal) != XC_OK) {
        return XC_NO_MEMORY;
    }
    for (size_t i = 0; i < claims->count; i++) {
        out->items[i] = claims->items[i];
        if (keep_fields(arena, fields, count, &out->items[i]) != XC_OK ||
            keep_fields(arena, kept, kept_count, &out->items[i]) != XC_OK ||
            keep_slice(arena, &out->items[i].document_key) != XC_OK) {
            return XC_NO_MEMORY;
        }
    }
    return XC_OK;
}

xc_status job_keep(file_job *j, const xc_document *document, const xc_claims *claims) {
    file_result *result =
        xc_arena_grow(j->arena, &j->results, j->count, &j->capacity, sizeof *result);
    if (!result) {
        return XC_NO_MEMORY;
    }
    *result = (file_result){.document = *document};
    size_t count;
    const xc_field *fields = xc_document_fields(&count);
    if (keep_fields(j->arena, fields, count, &result->document) != XC_OK ||
        keep_slice(j->arena, &result->document.text) != XC_OK ||
        keep_slice(j->arena, &result->document.path) != XC_OK ||
        keep_claims(j->arena, claims, &result->claims) != XC_OK) {
        return XC_NO_MEMORY;
    }
    j->count++;
    return XC_OK;
}

xc_status job_keep_skip(file_job *j, xc_slice path, const char *reason) {
    file_result *result =
        xc_arena_grow(j->arena, &j->results, j->count, &j->capacity, sizeof *result);
    if (!result) {
        return XC_NO_MEMORY;
    }
    *result = (file_result){.skipped = true};
    result->path = xc_arena_copy(j->arena, path);
    result->reason = xc_arena_copy(j->arena, xc_slice_of(reason));
    j->count++;
    return result->reason.ptr ? XC_OK : XC_NO_MEMORY;
}
