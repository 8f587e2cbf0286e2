// SPDX-License-Identifier: MIT
// Decisions out of a file: a table of decisions that was exported, JSON Lines or CSV.
#include "store/schema.h"

#include "crossclaim/base/csv.h"

#include <json-c/json.h>
#include <string.h>

enum { MOST_NESTED = 8 };

typedef struct rows_read {
    xc_arena *arena;
    xc_slice path;
    xc_decision *items;
    size_t count, capacity;
} rows_read;

static xc_status refuse(const rows_read *r, long line, const char *what, xc_error *error) {
    return xc_fail_at(error, XC_BAD_INPUT, r->path, line,
                      "%s; give a file that 'crossclaim "
                      "export --table decisions' has written",
                      what);
}

static xc_decision *next_row(rows_read *r) {
    xc_decision *at =
        xc_arena_grow(r->arena, &r->items, r->count, &r->capacity, sizeof *r->items);
    if (at) {
        *at = (xc_decision){0};
        r->count++;
    }
    return at;
}

// A row has its kind, its time and its key, or it cannot be told from another.
static xc_status check_row(const rows_read *r, const xc_decision *row, bool has_kind, long line,
                           xc_error *error) {
    if (!has_kind) {
        return refuse(r, line, "the row has no 'decision' that this program knows", error);
    }
    bool keyed = row->key.len == XC_ID_LENGTH && row->key.ptr[0] == 'x';
    return keyed && row->made.len ? XC_OK
                                  : refuse(r, line, "the row has no key or no time", error);
}

static bool set_cell(const xc_field *field, xc_decision *row, xc_slice text) {
    void *at = (char *)row + field->offset;
    if (field->kind == XC_FIELD_TEXT) {
        *(xc_slice *)at = text;
        return true;
    }
    int value = field->value(text);
    *(unsigned *)at = value >= 0 ? (unsigned)value : 0;
    return value >= 0;
}

static xc_status read_object(rows_read *r, json_object *object, long line, xc_error *error) {
    size_t count = 0;
    const xc_field *fields = xc_decision_fields(&count);
    xc_decision *row = next_row(r);
    bool has_kind = false;
    for (size_t i = 0; row && i < count; i++) {
        json_object *value = NULL;
        if (!json_object_object_get_ex(object, fields[i].name, &value) ||
            !json_object_is_type(value, json_type_string)) {
            continue;
        }
        xc_slice text =
            xc_arena_copy(r->arena, (xc_slice){json_object_get_string(value),
                                               (size_t)json_object_get_string_len(value)});
        bool good = set_cell(&fields[i], row, text);
        has_kind = has_kind || (fields[i].kind == XC_FIELD_WORD && good);
    }
    return row ? check_row(r, row, has_kind, line, error) : xc_fail_memory(error);
}

static xc_status read_lines(rows_read *r, xc_slice text, xc_error *error) {
    json_tokener *reader = json_tokener_new_ex(MOST_NESTED);
    xc_status status = reader ? XC_OK : xc_fail_memory(error);
    xc_slice line;
    for (long number = 1; status == XC_OK && text.len; number++) {
        (void)xc_slice_cut(text, '\n', &line, &text);
        line = xc_slice_trim(line);
        if (!line.len) {
            continue;
        }
        json_tokener_reset(reader);
        bool fits = line.len < INT32_MAX;
        json_object *object =
            fits ? json_tokener_parse_ex(reader, line.ptr, (int)line.len) : NULL;
        status = object && json_object_is_type(object, json_type_object)
                     ? read_object(r, object, number, error)
                     : refuse(r, number, "the line is no JSON object", error);
        (void)json_object_put(object);
    }
    if (reader) {
        json_tokener_free(reader);
    }
    return status;
}

static xc_status read_sheet(rows_read *r, xc_slice text, xc_error *error) {
    size_t count = 0;
    const xc_field *fields = xc_decision_fields(&count);
    xc_csv sheet;
    xc_status status = xc_csv_parse(text, r->path, XC_CSV_SHEET, r->arena, &sheet, error);
    for (size_t i = 0; status == XC_OK && i < sheet.rows; i++) {
        xc_decision *row = next_row(r);
        bool has_kind = false;
        for (size_t k = 0; row && k < count; k++) {
            bool good = set_cell(&fields[k], row, xc_csv_cell(&sheet, i, fields[k].name));
            has_kind = has_kind || (fields[k].kind == XC_FIELD_WORD && good);
        }
        status =
            row ? check_row(r, row, has_kind, sheet.lines[i], error) : xc_fail_memory(error);
    }
    return status;
}

xc_status xc_decisions_read(xc_slice text, xc_slice path, xc_arena *arena, xc_decision **out,
                            size_t *count, xc_error *error) {
    rows_read r = {.arena = arena, .path = path};
    xc_slice start = xc_slice_trim(text);
    bool lines = start.len && start.ptr[0] == '{';
    xc_status status = !start.len ? XC_OK // a case without decisions
                       : lines    ? read_lines(&r, text, error)
                                  : read_sheet(&r, text, error);
    *out = r.items;
    *count = r.count;
    return status;
}
