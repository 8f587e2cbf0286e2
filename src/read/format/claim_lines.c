// SPDX-License-Identifier: MIT
// Claims in place of documents: the JSON Lines that `extract` wrote, given back. The lines of
// one document stand together; each such run of lines becomes a document without a text, which
// brings its claims along.
#include "read/bytes/charset.h"
#include "read/format/seen_ids.h"
#include "read/reader.h"

#include <json-c/json.h>
#include <limits.h>
#include <stdarg.h>
#include <string.h>

enum { DEEPEST = 8, MOST_TOLD = 1000 };

// A line that is left out. Told behind the claims that stand around it.
typedef struct line_fault {
    long line;
    xc_slice reason;
} line_fault;

typedef struct claims_state {
    struct json_tokener *tokener;
    json_object *waiting; // the first claim of the next document
    long line;            // 1-based, of the line read last
    xc_error broken;      // why the bytes end, once all before is given
    line_fault *faults;
    size_t fault_count, fault_capacity, told, untold;
    seen_ids seen;
    size_t run; // of lines of one document, from 1
} claims_state;

typedef struct claim_list {
    xc_claim *items;
    size_t count, capacity;
    long earlier; // the line where this document's claims stood before, else 0
} claim_list;

// Whether the line has this key with a string that starts so. White space may stand around the
// colon.
static bool has_member(xc_slice line, xc_slice key, xc_slice start) {
    for (size_t at; (at = xc_slice_find(line, key)) != SIZE_MAX;) {
        line = xc_slice_trim(xc_slice_sub(line, at + key.len, line.len));
        if (xc_slice_starts(line, XC_SLICE(":")) &&
            xc_slice_starts(xc_slice_trim(xc_slice_sub(line, 1, line.len)), start)) {
            return true;
        }
    }
    return false;
}

static bool sniff(const bytes_sample *sample) {
    xc_slice line = {0};
    xc_slice rest = {0};
    (void)xc_slice_cut(xc_slice_trim(sample->head), '\n', &line, &rest);
    return xc_slice_starts(line, XC_SLICE("{")) &&
           has_member(line, XC_SLICE("\"id\""), XC_SLICE("\"c")) &&
           has_member(line, XC_SLICE("\"measure\""), XC_SLICE("\"")) &&
           has_member(line, XC_SLICE("\"evidence\""), XC_SLICE("\""));
}

static xc_status open_claims(xc_reader *reader, xc_error *error) {
    claims_state *state = xc_arena_alloc(reader->arena, sizeof *state);
    reader->state = state;
    if (state) {
        state->tokener = json_tokener_new_ex(DEEPEST);
    }
    return state && state->tokener ? XC_OK : xc_fail_memory(error);
}

// Keeps why the line read last is left out. XC_BAD_INPUT, or XC_NO_MEMORY.
XC_FORMAT_LIKE_PRINTF(3, 4)
static xc_status refuse_line(const xc_reader *reader, xc_error *error, const char *format,
                             ...) {
    claims_state *state = reader->state;
    char reason[160];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    if (state->fault_count - state->told >= MOST_TOLD) {
        state->untold++;
        return XC_BAD_INPUT;
    }
    line_fault *fault = xc_arena_grow(reader->arena, &state->faults, state->fault_count,
                                      &state->fault_capacity, sizeof *fault);
    xc_slice copy = xc_arena_copy(reader->arena, xc_slice_of(reason));
    if (!fault || !copy.ptr) {
        return xc_fail_memory(error);
    }
    *fault = (line_fault){state->line, copy};
    state->fault_count++;
    return XC_BAD_INPUT;
}

static bool has_faults(const claims_state *state) {
    return state->told < state->fault_count || state->untold;
}

static xc_status tell_fault(const xc_reader *reader, xc_error *error) {
    claims_state *state = reader->state;
    static const char what[] = "not a claim as 'crossclaim extract' writes it";
    if (state->told == state->fault_count) {
        size_t untold = state->untold;
        state->untold = 0;
        return xc_fail_at(error, XC_SKIPPED, reader->input.path, state->line,
                          "%s: nor are %zu lines before it", what, untold);
    }
    const line_fault *fault = &state->faults[state->told++];
    if (state->told == state->fault_count) {
        state->told = state->fault_count = 0; // room for the next ones
    }
    return xc_fail_at(error, XC_SKIPPED, reader->input.path, fault->line, "%s: %.*s", what,
                      XC_PRINT(fault->reason));
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

// The next line's object; XC_END after the last, XC_BAD_INPUT where the line is none.
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
        return refuse_line(reader, error, "it has no document");
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

// What the case relies on: an id is made of the document's key and of where the claim stands in
// it, so that no claim can take the place of another document's.
static const char *identity_fault(const xc_claim *claim) {
    char id[XC_ID_LENGTH + 1];
    if (!is_key(claim->document_key)) {
        return claim->document_key.len ? "its document_key is wrong"
                                       : "it has no document_key; extract it anew";
    }
    xc_claim_id(claim->document_key, claim, id);
    return xc_slice_is(claim->id, id)
               ? NULL
               : "its id is not that of its document_key, span and measure";
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
            return refuse_line(reader, error, "its %s is wrong", fields[i].name);
        }
    }
    claim->evidence = xc_evidence_cut(claim->evidence, 0, 0, arena);
    if (!claim->evidence.ptr) {
        return xc_fail_memory(error);
    }
    const char *fault = xc_claim_fault(claim);
    fault = fault ? fault : identity_fault(claim);
    return fault ? refuse_line(reader, error, "%s", fault) : XC_OK;
}

// A claim stands once in its document, whose lines stand together. All of a document may come
// again, as where a page was found at two places.
static xc_status check_seen(const xc_reader *reader, const xc_claim *claim, claim_list *list,
                            xc_error *error) {
    claims_state *state = reader->state;
    uint64_t hash = 0;
    seen_id *slot = seen_find(&state->seen, claim->document_key, reader->arena, &hash);
    if (slot && !slot->hash) {
        seen_mark(&state->seen, slot, hash, state->line, state->run);
    } else if (slot && slot->run != state->run) {
        list->earlier = slot->line;
    }
    slot = slot ? seen_find(&state->seen, claim->id, reader->arena, &hash) : NULL;
    if (!slot) {
        return xc_fail_memory(error);
    }
    if (slot->hash && slot->run == state->run) {
        return refuse_line(reader, error, "its id stands in line %ld already", slot->line);
    }
    if (!slot->hash && list->earlier) {
        return refuse_line(
            reader, error,
            "the claims of its document stand in line %ld; keep the lines of one "
            "document together",
            list->earlier);
    }
    if (slot->hash) {
        slot->run = state->run;
    } else {
        seen_mark(&state->seen, slot, hash, state->line, state->run);
    }
    return XC_OK;
}

// Reads the object that waits into the list.
static xc_status take_claim(const xc_reader *reader, xc_arena *arena, claim_list *list,
                            xc_error *error) {
    claims_state *state = reader->state;
    xc_claim *claim =
        xc_arena_grow(arena, &list->items, list->count, &list->capacity, sizeof *claim);
    xc_status status =
        claim ? read_claim(reader, state->waiting, arena, claim, error) : xc_fail_memory(error);
    if (claim && status == XC_OK) {
        status = check_seen(reader, claim, list, error);
    }
    list->count += status == XC_OK;
    json_object_put(state->waiting);
    state->waiting = NULL;
    return status;
}

// Reads claims as long as they are of the first one's document. A line that is wrong costs
// itself: those around it are of one document.
static xc_status read_lines(xc_reader *reader, xc_arena *arena, claim_list *list,
                            xc_error *error) {
    claims_state *state = reader->state;
    state->run++;
    for (;;) {
        xc_status status = state->waiting ? XC_OK : take_object(reader, &state->waiting, error);
        if (status == XC_OK) {
            xc_slice name = text_of(state->waiting, "document");
            xc_slice key = text_of(state->waiting, "document_key");
            if (list->count && (!xc_slice_equal(name, list->items[0].document) ||
                                !xc_slice_equal(key, list->items[0].document_key))) {
                return XC_OK;
            }
            status = take_claim(reader, arena, list, error);
        }
        if (status == XC_BAD_INPUT && !list->count) {
            return tell_fault(reader, error);
        }
        if (status != XC_OK && status != XC_BAD_INPUT) {
            return status == XC_END && list->count ? XC_OK : status;
        }
    }
}

// As read_lines; lines left out, and bytes that broke off, are told once the claims before are
// given.
static xc_status read_run(xc_reader *reader, xc_arena *arena, claim_list *list,
                          xc_error *error) {
    claims_state *state = reader->state;
    if (has_faults(state)) {
        return tell_fault(reader, error);
    }
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

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    claim_list list = {0};
    xc_status status = read_run(reader, arena, &list, error);
    if (status != XC_OK) {
        return status;
    }
    if (!list.items) { // a run that is read has a claim
        return xc_fail_memory(error);
    }
    const xc_claim *first = &list.items[0];
    out->label = first->document;
    out->source = first->source;
    out->wire = first->wire;
    out->url = first->url;
    out->published = first->published;
    out->key = first->document_key;
    out->given = list.items;
    out->given_count = list.count;
    return XC_OK;
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
