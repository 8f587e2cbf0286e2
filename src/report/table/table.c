// SPDX-License-Identifier: MIT
// A case's content as tables.
#include "report/table/table.h"

#include "crossclaim/compare.h"

#include <stdlib.h>
#include <string.h>

// A document with what the table tells beyond the record; the record's own fields stand first,
// so that their offsets hold.
typedef struct document_row {
    xc_document document;
    size_t claims;
    xc_story story;
} document_row;

typedef struct source_row {
    xc_slice document, source, url, published, wire, kind;
} source_row;

typedef struct decision_row {
    xc_decision decision;
    size_t id;
    xc_slice standing;
} decision_row;

#define TEXT(record, field, about)                                                             \
    { #field, XC_FIELD_TEXT, offsetof(record, field), NULL, NULL, about }

static const xc_field source_fields[] = {
    TEXT(source_row, document, "label of the document; may be a pattern, * matches all"),
    TEXT(source_row, source, "outlet that published it"),
    TEXT(source_row, url, "address"),
    TEXT(source_row, published, "publication date (ISO 8601)"),
    TEXT(source_row, wire, "agency whose copy it carries"),
    TEXT(source_row, kind, "kind of source, in your own words"),
};

static const xc_field decision_id = {"id", XC_FIELD_COUNT, offsetof(decision_row, id),
                                     NULL, NULL,           "number of the decision"};
static const xc_field decision_standing = TEXT(
    decision_row, standing,
    "stands; moved: a claim was found again by its sentence; partly: a claim is gone; not "
    "applied are outgrown: the group has other claims now, lost: a claim is gone, and undone");

// What a document has in its table beside its own fields.
static const xc_field further_fields[] = {
    {"claims", XC_FIELD_COUNT, offsetof(document_row, claims), NULL, NULL,
     "how many claims the document makes"},
    {"also_found_at", XC_FIELD_TEXT, offsetof(document_row, document.also_at), NULL, NULL,
     "labels of its further places, parted by \" | \""},
    {"versions", XC_FIELD_TEXT, offsetof(document_row, document.versions), NULL, NULL,
     "keys of the documents that the outlet had under the same address, with another text"},
    {"origin", XC_FIELD_TEXT, offsetof(document_row, story.origin), NULL, NULL,
     "key of a document; those with the same one carry one story and count once"},
    {"origin_why", XC_FIELD_TEXT, offsetof(document_row, story.why), NULL, NULL,
     "why it is the story of another document, too; empty where it is alone"},
    {"grade", XC_FIELD_TEXT, offsetof(document_row, document.grade), NULL, NULL,
     "how reliable a reviewer finds the source, on their own scale"},
};
enum { FURTHER_FIELDS = sizeof further_fields / sizeof *further_fields };

const void *rows_at(const table_rows *rows, size_t index) {
    return rows->records + index * rows->size;
}

const void *rows_record(const table_rows *rows, size_t index, size_t field) {
    return rows->beside && field >= rows->beside_from ? rows->beside[index]
                                                      : rows_at(rows, index);
}

static int compare_slices(const void *a, const void *b) {
    return xc_slice_compare(*(const xc_slice *)a, *(const xc_slice *)b);
}

// How many of the sorted keys are `key`.
static size_t count_equal(const xc_slice *keys, size_t count, xc_slice key) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (xc_slice_compare(keys[middle], key) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    size_t end = low;
    while (end < count && xc_slice_equal(keys[end], key)) {
        end++;
    }
    return end - low;
}

static xc_status open_documents(const xc_case_content *content, xc_arena *arena,
                                table_rows *out, xc_error *error) {
    size_t base_count = 0;
    const xc_field *base = xc_document_fields(&base_count);
    xc_field *fields = xc_arena_array(arena, base_count + FURTHER_FIELDS, sizeof *fields);
    document_row *rows = xc_arena_array(arena, content->document_count, sizeof *rows);
    xc_slice *keys = xc_arena_array(arena, content->claim_count, sizeof *keys);
    xc_story *stories = NULL;
    if (!fields || !rows || !keys) {
        return xc_fail_memory(error);
    }
    xc_status status = xc_stories_find(content, arena, &stories, error);
    if (status != XC_OK) {
        return status;
    }
    // Columns are appended and none moves: the last of its own fields, `unread`, `archived` and
    // what proves where it came from, are younger than these.
    enum { YOUNGER = 5 };
    size_t older = base_count - YOUNGER;
    memcpy(fields, base, older * sizeof *fields);
    memcpy(fields + older, further_fields, sizeof further_fields);
    memcpy(fields + older + FURTHER_FIELDS, base + older, YOUNGER * sizeof *fields);
    for (size_t i = 0; i < content->claim_count; i++) {
        keys[i] = content->claims[i].document_key;
    }
    if (content->claim_count) {
        qsort(keys, content->claim_count, sizeof *keys, compare_slices);
    }
    for (size_t i = 0; i < content->document_count; i++) {
        rows[i].document = content->documents[i];
        rows[i].story = stories[i];
        rows[i].claims = count_equal(keys, content->claim_count, content->documents[i].key);
    }
    *out = (table_rows){.name = "documents",
                        .is = "what was read, and what each outlet and date rests on",
                        .fields = fields,
                        .field_count = base_count + FURTHER_FIELDS,
                        .records = (const char *)rows,
                        .size = sizeof *rows,
                        .count = content->document_count};
    return XC_OK;
}

static xc_status open_decisions(const xc_case_content *content, xc_arena *arena,
                                table_rows *out, xc_error *error) {
    enum { BEFORE_STANDING = 8 };
    xc_standing *standing = NULL;
    size_t count = 0;
    const xc_field *kept = xc_decision_fields(&count);
    xc_field *fields = xc_arena_array(arena, count + 2, sizeof *fields);
    decision_row *rows = xc_arena_array(arena, content->decision_count, sizeof *rows);
    if (!rows || !fields) {
        return xc_fail_memory(error);
    }
    fields[0] = decision_id;
    memcpy(fields + 1, kept, BEFORE_STANDING * sizeof *fields);
    fields[1 + BEFORE_STANDING] = decision_standing;
    memcpy(fields + 2 + BEFORE_STANDING, kept + BEFORE_STANDING,
           (count - BEFORE_STANDING) * sizeof *fields);
    xc_status status = xc_decisions_standing(content, arena, &standing, error);
    if (status != XC_OK) {
        return status;
    }
    for (size_t i = 0; i < content->decision_count; i++) {
        rows[i].decision = content->decisions[i];
        rows[i].id = (size_t)content->decisions[i].id;
        rows[i].standing = xc_slice_of(xc_standing_text(standing[i]));
    }
    *out = (table_rows){.name = "decisions",
                        .is = "what a reviewer decided",
                        .fields = fields,
                        .field_count = count + 2,
                        .records = (const char *)rows,
                        .size = sizeof *rows,
                        .count = content->decision_count};
    return XC_OK;
}

xc_status rows_open(const xc_case_content *content, xc_table table, xc_arena *arena,
                    table_rows *out, xc_error *error) {
    *out = (table_rows){0};
    switch (table) {
    case XC_TABLE_CLAIMS:
        out->name = "claims";
        out->is = "every claim that a document makes, with the sentence that it stands in";
        out->fields = xc_claim_fields(&out->field_count);
        out->records = (const char *)content->claims;
        out->size = sizeof *content->claims;
        out->count = content->claim_count;
        return rows_beside(content, table, arena, out, error);
    case XC_TABLE_GROUPS:
        out->name = "groups";
        out->is = "claims about the same thing, compared";
        out->fields = xc_group_fields(&out->field_count);
        out->records = (const char *)content->groups;
        out->size = sizeof *content->groups;
        out->count = content->group_count;
        return rows_beside(content, table, arena, out, error);
    case XC_TABLE_INCIDENTS:
        out->name = "incidents";
        out->is = "happenings that documents tell of, with the groups that lie in each";
        out->fields = xc_incident_fields(&out->field_count);
        out->records = (const char *)content->incidents;
        out->size = sizeof *content->incidents;
        out->count = content->incident_count;
        return XC_OK;
    case XC_TABLE_DOCUMENTS:
        return open_documents(content, arena, out, error);
    case XC_TABLE_DECISIONS:
        return open_decisions(content, arena, out, error);
    }
    return xc_fail(error, XC_USAGE, "there is no such table");
}

static source_row source_row_of(const xc_document *document) {
    return (source_row){document->label,     document->source, document->url,
                        document->published, document->wire,   document->kind};
}

static bool has_blank(const xc_document *document) {
    return document->source.len == 0 || document->published.len == 0;
}

xc_status rows_sources(const xc_case_content *content, xc_arena *arena, table_rows *out,
                       xc_error *error) {
    source_row *rows = xc_arena_array(arena, content->document_count, sizeof *rows);
    if (!rows) {
        return xc_fail_memory(error);
    }
    size_t count = 0;
    for (int pass = 0; pass < 2; pass++) { // blanks first, each part in the documents' order
        for (size_t i = 0; i < content->document_count; i++) {
            if (has_blank(&content->documents[i]) == (pass == 0)) {
                rows[count++] = source_row_of(&content->documents[i]);
            }
        }
    }
    *out = (table_rows){
        .name = "sources",
        .is = "outlet, address and date of each document, to be filled in and given back "
              "with --sources",
        .fields = source_fields,
        .field_count = sizeof source_fields / sizeof *source_fields,
        .records = (const char *)rows,
        .size = sizeof *rows,
        .count = count};
    return XC_OK;
}

xc_status tables_open(const xc_case_content *content, xc_arena *arena, report_tables *out,
                      xc_error *error) {
    xc_status status = rows_open(content, XC_TABLE_CLAIMS, arena, &out->claims, error);
    if (status == XC_OK) {
        status = rows_open(content, XC_TABLE_GROUPS, arena, &out->groups, error);
    }
    if (status == XC_OK) {
        status = rows_open(content, XC_TABLE_INCIDENTS, arena, &out->incidents, error);
    }
    if (status == XC_OK) {
        status = rows_open(content, XC_TABLE_DOCUMENTS, arena, &out->documents, error);
    }
    return status == XC_OK ? rows_sources(content, arena, &out->sources, error) : status;
}
