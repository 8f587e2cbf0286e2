// SPDX-License-Identifier: MIT
// Everything out of a case, in an order that does not depend on how it came in.
#include "store/schema.h"

#include <stddef.h>
#include <stdlib.h>

// Short texts that come again and again (measures, places, units) are kept once.
enum { INTERNED = 4096, LONGEST_INTERNED = 64 };

typedef struct loader {
    xc_case *owner;
    xc_arena *arena;
    xc_case_content *out;
    xc_slice *interned; // INTERNED of them, by hash
    struct numbered {
        int64_t number;
        size_t index;
        size_t first, filled; // where its claims stand in the list, and how many are there
    } * numbers;              // documents by their row's number
} loader;

static xc_slice intern(loader *l, query *q, int column) {
    xc_slice text = query_column(q, column);
    if (text.len == 0 || text.len > LONGEST_INTERNED) {
        return query_copy(q, column, l->arena);
    }
    xc_slice *slot = &l->interned[xc_hash(text) % INTERNED];
    if (!xc_slice_equal(*slot, text)) {
        *slot = query_copy(q, column, l->arena);
    }
    return *slot;
}

static bool read_number(xc_slice text, xc_number *out) {
    *out = (xc_number){0};
    if (text.len == 0) {
        return true;
    }
    out->known = xc_decimal_parse(text, &out->value);
    return out->known;
}

// Reads a record's columns in the order of its field table, from `column` on; fails the query
// where a cell is not what it should be.
// @return the column behind the last one read
static int read_fields(loader *l, query *q, int column, const xc_field *fields, size_t count,
                       void *record) {
    size_t claim_fields = 0;
    bool of_claim = fields == xc_claim_fields(&claim_fields);
    for (size_t i = 0; i < count && q->result == SQLITE_ROW; i++) {
        if (!field_has_column(&fields[i]) || (of_claim && field_is_of_document(&fields[i]))) {
            continue;
        }
        void *at = (char *)record + fields[i].offset;
        bool good = true;
        if (fields[i].kind == XC_FIELD_TEXT) {
            bool unique = of_claim && fields[i].offset == offsetof(xc_claim, id);
            *(xc_slice *)at = unique ? query_copy(q, column, l->arena) : intern(l, q, column);
        } else if (fields[i].kind == XC_FIELD_NUMBER) {
            good = read_number(query_column(q, column), at);
        } else if (fields[i].kind == XC_FIELD_COUNT) {
            int64_t number = query_integer(q, column);
            good = number >= 0;
            *(size_t *)at = good ? (size_t)number : 0;
        } else if (fields[i].kind == XC_FIELD_WORD) {
            int value = fields[i].value(query_column(q, column));
            good = value >= 0;
            *(unsigned *)at = good ? (unsigned)value : 0;
        }
        if (!good) {
            q->result = SQLITE_MISMATCH;
        }
        column++;
    }
    return column;
}

static int by_label(const void *a, const void *b) {
    const xc_document *one = a;
    const xc_document *other = b;
    int order = xc_slice_compare_natural(one->label, other->label);
    return order ? order : xc_slice_compare(one->key, other->key);
}

static int by_number(const void *a, const void *b) {
    const struct numbered *one = a;
    const struct numbered *other = b;
    return (one->number > other->number) - (one->number < other->number);
}

typedef struct loaded_document {
    xc_document document; // first, so that by_label compares it
    int64_t number;
} loaded_document;

static xc_status load_documents(loader *l, xc_error *error) {
    size_t field_count = 0;
    const xc_field *fields = xc_document_fields(&field_count);
    loaded_document *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    query q = query_open(l->owner, l->owner->select_documents);
    while (query_next(&q)) {
        loaded_document *at = xc_arena_grow(l->arena, &items, count, &capacity, sizeof *items);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = (loaded_document){.number = query_integer(&q, 0)};
        at->document.label = query_copy(&q, 1, l->arena);
        at->document.text = query_copy(&q, 2, l->arena);
        at->document.title_in_text = query_integer(&q, 3) != 0;
        at->document.also_at = query_copy(&q, 4, l->arena);
        (void)read_fields(l, &q, 5, fields, field_count, &at->document);
        count++;
    }
    xc_status status = query_close(&q, error);
    if (status != XC_OK || count == 0) {
        return status;
    }
    qsort(items, count, sizeof *items, by_label);
    l->out->documents = xc_arena_array(l->arena, count, sizeof *l->out->documents);
    l->numbers = xc_arena_array(l->arena, count, sizeof *l->numbers);
    if (!l->out->documents || !l->numbers) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        l->out->documents[i] = items[i].document;
        l->numbers[i] = (struct numbered){.number = items[i].number, .index = i};
    }
    l->out->document_count = count;
    qsort(l->numbers, count, sizeof *l->numbers, by_number);
    return XC_OK;
}

static struct numbered *numbered_of(const loader *l, int64_t number) {
    struct numbered wanted = {.number = number};
    return l->numbers ? bsearch(&wanted, l->numbers, l->out->document_count, sizeof *l->numbers,
                                by_number)
                      : NULL;
}

static int by_place_in_text(const void *a, const void *b) {
    const xc_claim *one = a;
    const xc_claim *other = b;
    if (one->within != other->within) {
        return one->within == XC_IN_TITLE ? -1 : 1;
    }
    if (one->start != other->start) {
        return one->start < other->start ? -1 : 1;
    }
    return xc_slice_compare(one->id, other->id);
}

static void complete_claim(const xc_document *document, xc_claim *claim) {
    claim->document = document->label;
    claim->document_key = document->key;
    claim->source = document->source;
    claim->wire = document->wire;
    claim->url = document->url;
    claim->published = document->published;
}

// How many claims each document has, and from where on: a million claims are held once only.
static xc_status count_claims(loader *l, size_t *total, xc_error *error) {
    size_t *counts = xc_arena_array(l->arena, l->out->document_count + 1, sizeof *counts);
    if (!counts) {
        return xc_fail_memory(error);
    }
    query q = query_open(l->owner, "SELECT document, count(*) FROM claim GROUP BY document");
    while (query_next(&q)) {
        const struct numbered *of = numbered_of(l, query_integer(&q, 0));
        if (!of) {
            q.result = SQLITE_MISMATCH;
            break;
        }
        counts[of->index] = (size_t)query_integer(&q, 1);
    }
    *total = 0;
    for (size_t i = 0; i < l->out->document_count; i++) {
        size_t count = counts[i];
        counts[i] = *total;
        *total += count;
    }
    for (size_t i = 0; i < l->out->document_count; i++) {
        l->numbers[i].first = counts[l->numbers[i].index];
    }
    return query_close(&q, error);
}

static xc_status load_claims(loader *l, xc_error *error) {
    size_t field_count = 0;
    size_t kept_count = 0;
    size_t total = 0;
    const xc_field *fields = xc_claim_fields(&field_count);
    const xc_field *kept = xc_claim_kept_fields(&kept_count);
    if (!l->numbers) { // without documents there are no claims
        return XC_OK;
    }
    xc_status status = count_claims(l, &total, error);
    if (status != XC_OK || total == 0) {
        return status;
    }
    l->out->claims = xc_arena_array(l->arena, total, sizeof *l->out->claims);
    if (!l->out->claims) {
        return xc_fail_memory(error);
    }
    query q = query_open(l->owner, l->owner->select_claims);
    while (query_next(&q) && l->out->claim_count < total) {
        struct numbered *of = numbered_of(l, query_integer(&q, 0));
        if (!of) {
            q.result = SQLITE_MISMATCH;
            break;
        }
        xc_claim *claim = &l->out->claims[of->first + of->filled++];
        int next = read_fields(l, &q, 1, fields, field_count, claim);
        (void)read_fields(l, &q, next, kept, kept_count, claim);
        complete_claim(&l->out->documents[of->index], claim);
        l->out->claim_count++;
    }
    status = query_close(&q, error);
    for (size_t i = 0; i < l->out->document_count && status == XC_OK; i++) {
        if (l->numbers[i].filled) {
            qsort(&l->out->claims[l->numbers[i].first], l->numbers[i].filled, sizeof(xc_claim),
                  by_place_in_text);
        }
    }
    return status;
}

// The ids that a statement gives for a group or an incident.
static xc_status load_ids(loader *l, const char *sql, xc_slice of, const xc_slice **out,
                          size_t *count, xc_error *error) {
    xc_slice *ids = NULL;
    size_t capacity = 0;
    query q = query_open(l->owner, sql);
    query_bind(&q, 1, of);
    while (query_next(&q)) {
        xc_slice *at = xc_arena_grow(l->arena, &ids, *count, &capacity, sizeof *ids);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = query_copy(&q, 0, l->arena);
        ++*count;
    }
    *out = ids;
    return query_close(&q, error);
}

static xc_status load_members(loader *l, xc_group *group, xc_error *error) {
    xc_status status =
        load_ids(l, "SELECT claim FROM member WHERE claim_group = ?1 ORDER BY position",
                 group->id, &group->members, &group->member_count, error);
    return status == XC_OK
               ? load_ids(l,
                          "SELECT claim FROM doubtful WHERE claim_group = ?1 ORDER BY position",
                          group->id, &group->doubtful, &group->doubtful_count, error)
               : status;
}

static xc_status load_related(loader *l, xc_group *group, xc_error *error) {
    xc_relation *related = NULL;
    size_t capacity = 0;
    query q = query_open(l->owner, "SELECT other, difference FROM relation"
                                   " WHERE claim_group = ?1 ORDER BY position");
    query_bind(&q, 1, group->id);
    while (query_next(&q)) {
        xc_relation *at =
            xc_arena_grow(l->arena, &related, group->related_count, &capacity, sizeof *related);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at =
            (xc_relation){.group = query_copy(&q, 0, l->arena), .difference = intern(l, &q, 1)};
        group->related_count++;
    }
    group->related = related;
    return query_close(&q, error);
}

static xc_status load_groups(loader *l, xc_error *error) {
    size_t field_count = 0;
    const xc_field *fields = xc_group_fields(&field_count);
    xc_group *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    query q = query_open(l->owner, l->owner->select_groups);
    while (query_next(&q)) {
        xc_group *at = xc_arena_grow(l->arena, &items, count, &capacity, sizeof *items);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = (xc_group){.rank = query_integer(&q, 0)};
        (void)read_fields(l, &q, 1, fields, field_count, at);
        count++;
    }
    xc_status status = query_close(&q, error);
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        status = load_members(l, &items[i], error);
        if (status == XC_OK) {
            status = load_related(l, &items[i], error);
        }
    }
    l->out->groups = items;
    l->out->group_count = count;
    return status;
}

static xc_status load_incidents(loader *l, xc_error *error) {
    size_t field_count = 0;
    const xc_field *fields = xc_incident_fields(&field_count);
    xc_incident *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    query q = query_open(l->owner, l->owner->select_incidents);
    while (query_next(&q)) {
        xc_incident *at = xc_arena_grow(l->arena, &items, count, &capacity, sizeof *items);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        *at = (xc_incident){0};
        (void)read_fields(l, &q, 1, fields, field_count, at);
        count++;
    }
    xc_status status = query_close(&q, error);
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        status = load_ids(l, "SELECT id FROM claim_group WHERE incident = ?1 ORDER BY rank, id",
                          items[i].id, &items[i].groups, &items[i].group_count, error);
    }
    l->out->incidents = items;
    l->out->incident_count = count;
    return status;
}

xc_status xc_case_load(xc_case *case_file, xc_arena *arena, xc_case_content *out,
                       xc_error *error) {
    *out = (xc_case_content){0};
    loader l = {.owner = case_file, .arena = arena, .out = out};
    l.interned = xc_arena_array(arena, INTERNED, sizeof *l.interned);
    if (!l.interned) {
        return xc_fail_memory(error);
    }
    // One snapshot, though another program may be adding.
    xc_status status = step_begin(case_file, error);
    if (status != XC_OK) {
        return status;
    }
    status = load_documents(&l, error);
    if (status == XC_OK) {
        status = load_versions(out, arena, error);
    }
    if (status == XC_OK) {
        status = load_claims(&l, error);
    }
    if (status == XC_OK) {
        status = load_groups(&l, error);
    }
    if (status == XC_OK) {
        status = load_incidents(&l, error);
    }
    if (status == XC_OK) {
        status = load_notes(case_file, arena, out, error);
    }
    if (status == XC_OK) {
        status = inputs_state(case_file, &out->inputs, error);
    }
    return step_end(case_file, status, error);
}
