// SPDX-License-Identifier: MIT
// Claims in place of documents: the JSON Lines that `extract` wrote, given back. The lines of
// one document stand together; each such run of lines becomes a document without a text, which
// brings its claims along.
#include "read/bytes/charset.h"
#include "read/reader.h"

#include <json-c/json.h>
#include <limits.h>

enum { DEEPEST = 8 };

typedef struct claims_state {
    struct json_tokener *tokener;
    json_object *waiting; // the first claim of the next document
    long line;            // 1-based, of the line read last
    xc_error broken;      // a line behind the claims that were given last
} claims_state;

typedef struct claim_list {
    xc_claim *items;
    size_t count, capacity;
} claim_list;

static bool sniff(const bytes_sample *sample) {
    xc_slice line = {0};
    xc_slice rest = {0};
    (void)xc_slice_cut(sample->head, '\n', &line, &rest);
    return xc_slice_starts(line, XC_SLICE("{\"id\":\"c")) &&
           xc_slice_find(line, XC_SLICE("\"measure\":")) != SIZE_MAX &&
           xc_slice_find(line, XC_SLICE("\"evidence\":")) != SIZE_MAX;
}

static xc_status open_claims(xc_reader *reader, xc_error *error) {
    claims_state *state = xc_arena_alloc(reader->arena, sizeof *state);
    reader->state = state;
    if (state) {
        state->tokener = json_tokener_new_ex(DEEPEST);
    }
    return state && state->tokener ? XC_OK : xc_fail_memory(error);
}

static xc_status fail_line(const xc_reader *reader, const char *reason, xc_error *error) {
    const claims_state *state = reader->state;
    return xc_fail_at(error, XC_SKIPPED, reader->input.path, state->line,
                      "not a claim as 'crossclaim extract' writes it: %s", reason);
}

static xc_slice text_of(json_object *object, const char *key) {
    json_object *value = NULL;
    if (!json_object_object_get_ex(object, key, &value) || !value) {
        return (xc_slice){0};
    }
    const char *text = json_object_get_string(value);
    size_t length = json_object_is_type(value, json_type_string)
                        ? (size_t)json_object_get_string_len(value)
                        : xc_slice_of(text).len;
    return (xc_slice){text, length};
}

// The next line's object; XC_END after the last.
static xc_status take_object(xc_reader *reader, json_object **out, xc_error *error) {
    claims_state *state = reader->state;
    xc_slice bytes = {0};
    xc_slice line = {0};
    do {
        xc_status status = stream_line(&reader->stream, &bytes, error);
        if (status != XC_OK) {
            return status;
        }
        state->line++;
    } while (!xc_slice_trim(bytes).len);
    xc_arena_mark mark = xc_arena_here(reader->arena);
    xc_status status =
        charset_decode(bytes, XC_SLICE("utf-8"), reader->arena, &line, NULL, error);
    if (status != XC_OK) {
        return status;
    }
    json_tokener_reset(state->tokener);
    *out = line.len < INT_MAX ? json_tokener_parse_ex(state->tokener, line.ptr, (int)line.len)
                              : NULL;
    xc_arena_rewind(reader->arena, mark);
    if (!json_object_is_type(*out, json_type_object) || !text_of(*out, "document").len) {
        json_object_put(*out);
        *out = NULL;
        return fail_line(reader, "it has no document", error);
    }
    return XC_OK;
}

// Puts a field's text into the record; false where the text is none of its values.
static bool read_field(const xc_field *field, xc_slice text, xc_claim *claim) {
    void *at = (char *)claim + field->offset;
    xc_number number = {0};
    switch (field->kind) {
    case XC_FIELD_TEXT:
        *(xc_slice *)at = text;
        return true;
    case XC_FIELD_NUMBER:
        number.known = text.len > 0;
        if (number.known && !xc_decimal_parse(text, &number.value)) {
            return false;
        }
        *(xc_number *)at = number;
        return true;
    case XC_FIELD_COUNT:
        if (!xc_decimal_parse(text, &number.value) || !xc_decimal_is_integer(number.value) ||
            xc_decimal_compare(number.value, xc_decimal_of(0)) < 0 ||
            xc_decimal_compare(number.value, xc_decimal_of(UINT32_MAX)) > 0) {
            return false;
        }
        *(size_t *)at = (size_t)xc_decimal_double(number.value); // exact: below 2^53
        return true;
    case XC_FIELD_WORD: {
        int value = field->value(text);
        *(unsigned *)at = (unsigned)value;
        return value >= 0;
    }
    default:
        return false;
    }
}

// As xc_document_key makes it: 'd' and letters from a to p.
static bool is_key(xc_slice key) {
    bool good = key.len == XC_ID_LENGTH && key.ptr[0] == 'd';
    for (size_t i = 1; i < key.len; i++) {
        good = good && key.ptr[i] >= 'a' && key.ptr[i] <= 'p';
    }
    return good;
}

// A copy of the object's fields in the arena.
static xc_status read_claim(const xc_reader *reader, json_object *object, xc_arena *arena,
                            xc_claim *claim, xc_error *error) {
    size_t count = 0;
    const xc_field *fields = xc_claim_fields(&count);
    *claim = (xc_claim){0};
    for (size_t i = 0; i < count; i++) {
        xc_slice text = xc_arena_copy(arena, text_of(object, fields[i].name));
        if (!text.ptr) {
            return xc_fail_memory(error);
        }
        if (!read_field(&fields[i], text, claim)) {
            char reason[64];
            (void)snprintf(reason, sizeof reason, "its %s is wrong", fields[i].name);
            return fail_line(reader, reason, error);
        }
    }
    if (claim->document_key.len && !is_key(claim->document_key)) {
        return fail_line(reader, "its document_key is wrong", error);
    }
    claim->evidence = xc_evidence_cut(claim->evidence, 0, 0, arena);
    if (!claim->evidence.ptr) {
        return xc_fail_memory(error);
    }
    const char *fault = xc_claim_fault(claim);
    return fault ? fail_line(reader, fault, error) : XC_OK;
}

// Reads claims as long as they are of the first one's document.
static xc_status read_lines(xc_reader *reader, xc_arena *arena, claim_list *list,
                            xc_error *error) {
    claims_state *state = reader->state;
    xc_status status = state->waiting ? XC_OK : take_object(reader, &state->waiting, error);
    while (status == XC_OK) {
        xc_slice name = text_of(state->waiting, "document");
        xc_slice key = text_of(state->waiting, "document_key");
        if (list->count && (!xc_slice_equal(name, list->items[0].document) ||
                            !xc_slice_equal(key, list->items[0].document_key))) {
            return XC_OK;
        }
        xc_claim *claim =
            xc_arena_grow(arena, &list->items, list->count, &list->capacity, sizeof *claim);
        status = claim ? read_claim(reader, state->waiting, arena, claim, error)
                       : xc_fail_memory(error);
        json_object_put(state->waiting);
        state->waiting = NULL;
        if (status == XC_OK) {
            list->count++;
            status = take_object(reader, &state->waiting, error);
        }
    }
    return status == XC_END && list->count ? XC_OK : status;
}

// As read_lines; a broken line is told of once the claims before it are given.
static xc_status read_run(xc_reader *reader, xc_arena *arena, claim_list *list,
                          xc_error *error) {
    claims_state *state = reader->state;
    xc_error failure = state->broken;
    state->broken = (xc_error){0};
    xc_status status =
        failure.status == XC_OK ? read_lines(reader, arena, list, &failure) : failure.status;
    if (status == XC_SKIPPED && list->count) {
        state->broken = failure;
        return XC_OK;
    }
    if (status != XC_OK && error) {
        *error = failure;
    }
    return status;
}

// The key that the claims tell; else what they say tells documents apart, since their text is not
// here.
static xc_status make_key(const claim_list *list, xc_arena *arena, xc_slice *key,
                          xc_error *error) {
    if (list->items[0].document_key.len) {
        *key = list->items[0].document_key;
        return XC_OK;
    }
    xc_slice *parts = xc_arena_array(arena, list->count, 2 * sizeof *parts);
    if (!parts) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < list->count; i++) {
        parts[2 * i] = list->items[i].id;
        parts[2 * i + 1] = list->items[i].evidence;
    }
    char printed[XC_ID_LENGTH + 1];
    xc_id_print('d', xc_hash_slices(parts, 2 * list->count), printed);
    *key = xc_arena_copy(arena, xc_slice_of(printed));
    return key->ptr ? XC_OK : xc_fail_memory(error);
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    claim_list list = {0};
    xc_status status = read_run(reader, arena, &list, error);
    if (status != XC_OK) {
        return status;
    }
    const xc_claim *first = &list.items[0];
    out->label = first->document;
    out->source = first->source;
    out->wire = first->wire;
    out->url = first->url;
    out->published = first->published;
    out->given = list.items;
    out->given_count = list.count;
    return make_key(&list, arena, &out->key, error);
}

static void close_claims(xc_reader *reader) {
    claims_state *state = reader->state;
    if (state) {
        json_object_put(state->waiting);
        if (state->tokener) {
            json_tokener_free(state->tokener);
        }
    }
}

const read_format format_claims = {
    .name = "claims", .sniff = sniff, .open = open_claims, .next = next, .close = close_claims};
