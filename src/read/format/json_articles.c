// SPDX-License-Identifier: MIT
// JSON Lines, and a JSON file that is an article or holds a list of them.
#include "read/bytes/charset.h"
#include "read/format/json_record.h"
#include "read/reader.h"

#include <limits.h>
#include <string.h>

static const size_t largest_json = (size_t)1 << 30;
enum { DEEPEST = 64 };

typedef struct json_state {
    struct json_tokener *tokener;
    record_map map;
    json_object *root;    // of a whole file, or the first line until it is given
    json_object *records; // the list in it; NULL where the root is the article
    bool is_lines;
    long line; // 1-based, of the line read last
} json_state;

static bool sniff(const bytes_sample *sample) {
    xc_slice head = sample->head;
    if (xc_slice_starts(head, XC_SLICE("\xEF\xBB\xBF"))) {
        head = xc_slice_sub(head, 3, head.len);
    }
    head = xc_slice_trim(head);
    xc_slice inner = xc_slice_trim(xc_slice_sub(head, 1, head.len));
    if (!head.len || !inner.len) {
        return false;
    }
    return (head.ptr[0] == '{' && strchr("\"}", inner.ptr[0])) ||
           (head.ptr[0] == '[' && strchr("{]", inner.ptr[0]));
}

static xc_status fail_json(const xc_reader *reader, xc_error *error) {
    const json_state *state = reader->state;
    enum json_tokener_error mistake = json_tokener_get_error(state->tokener);
    bool is_cut = mistake == json_tokener_continue || mistake == json_tokener_success;
    return xc_fail_at(error, XC_SKIPPED, reader->input.path, state->is_lines ? state->line : 0,
                      "not JSON: %s",
                      is_cut ? "it ends too early" : json_tokener_error_desc(mistake));
}

// Feeds one piece; *out is set when a whole value is there and nothing stands behind it.
static void parse(json_state *state, xc_slice piece, json_object **out) {
    *out = NULL;
    if (piece.len > INT_MAX) {
        return;
    }
    json_object *value = json_tokener_parse_ex(state->tokener, piece.ptr, (int)piece.len);
    if (json_tokener_get_error(state->tokener) != json_tokener_success) {
        json_object_put(value);
        return;
    }
    size_t end = json_tokener_get_parse_end(state->tokener);
    if (xc_slice_trim(xc_slice_sub(piece, end, piece.len)).len) {
        json_object_put(value);
        return;
    }
    *out = value;
}

static json_object *list_in(const json_state *state, json_object *object) {
    json_object_object_foreach(object, key, value) {
        (void)key;
        if (json_object_is_type(value, json_type_array) &&
            record_has_text(&state->map, json_object_array_get_idx(value, 0), true)) {
            return value;
        }
    }
    return NULL;
}

// A wrapper such as {"articles": [...]} or {"response": {"results": [...]}}: its first list of
// records with a text.
static json_object *find_list(const json_state *state) {
    if (json_object_is_type(state->root, json_type_array)) {
        return state->root;
    }
    if (!json_object_is_type(state->root, json_type_object) ||
        record_has_text(&state->map, state->root, false)) {
        return NULL;
    }
    json_object *list = list_in(state, state->root);
    if (list) {
        return list;
    }
    json_object_object_foreach(state->root, key, value) {
        (void)key;
        list = json_object_is_type(value, json_type_object) ? list_in(state, value) : NULL;
        if (list) {
            return list;
        }
    }
    return NULL;
}

static xc_status take_line(xc_reader *reader, xc_slice *line, xc_error *error) {
    json_state *state = reader->state;
    xc_slice bytes;
    xc_status status;
    do {
        status = stream_line(&reader->stream, &bytes, error);
        state->line++;
    } while (status == XC_OK && !xc_slice_trim(bytes).len);
    if (status != XC_OK) {
        return status;
    }
    // Kept for one line only: the arena of the reader would grow with the file.
    return charset_decode(bytes, XC_SLICE("utf-8"), reader->arena, line, NULL, error);
}

static xc_status open_whole(xc_reader *reader, xc_slice rest, xc_error *error) {
    json_state *state = reader->state;
    parse(state, rest, &state->root);
    if (!state->root) {
        return fail_json(reader, error);
    }
    state->records = find_list(state);
    return XC_OK;
}

// A file of one line may be a list with its wrapper; a stream's line is a record.
static bool is_list_on_one_line(xc_reader *reader) {
    const json_state *state = reader->state;
    return state->root && !reader->stream.is_pipe && !xc_slice_is(reader->input.path, "-") &&
           stream_at_end(&reader->stream) && find_list(state);
}

static xc_status open_state(xc_reader *reader, xc_error *error) {
    json_state *state = reader->state;
    xc_slice head = {0};
    xc_slice text = {0};
    xc_status status = stream_peek(&reader->stream, &head, error);
    if (xc_slice_starts(head, XC_SLICE("\xEF\xBB\xBF"))) {
        head = xc_slice_sub(head, 3, head.len);
    }
    head = xc_slice_trim(head);
    bool is_list = head.len && head.ptr[0] == '[';
    if (status == XC_OK && !is_list) {
        status = take_line(reader, &text, error);
        state->is_lines = true;
        if (status == XC_OK) {
            parse(state, text, &state->root);
        }
        if (status == XC_OK && is_list_on_one_line(reader)) {
            state->is_lines = false;
            state->records = find_list(state);
            return XC_OK;
        }
        if (status != XC_OK ||
            json_tokener_get_error(state->tokener) != json_tokener_continue) {
            return status;
        }
        state->is_lines = false; // an object over several lines: the rest belongs to it
    }
    xc_slice bytes = {0};
    if (status == XC_OK) {
        status = stream_rest(&reader->stream, largest_json, &bytes, error);
    }
    if (status == XC_OK) {
        status = charset_decode(bytes, XC_SLICE("utf-8"), reader->arena, &text, NULL, error);
    }
    return status == XC_OK ? open_whole(reader, text, error) : status;
}

static xc_status open_json(xc_reader *reader, xc_error *error) {
    json_state *state = xc_arena_alloc(reader->arena, sizeof *state);
    if (!state) {
        return xc_fail_memory(error);
    }
    reader->state = state;
    xc_status status = record_map_read(reader->options.map, &state->map, error);
    if (status != XC_OK) {
        return status;
    }
    state->tokener = json_tokener_new_ex(DEEPEST);
    return state->tokener ? open_state(reader, error) : xc_fail_memory(error);
}

// A line's object, or the failure that it is.
static xc_status next_line(xc_reader *reader, json_object **record, xc_error *error) {
    json_state *state = reader->state;
    *record = state->root;
    state->root = NULL;
    if (*record) {
        return XC_OK;
    }
    bool was_read = reader->number == 0; // the first line, which is broken
    if (!was_read) {
        xc_arena_mark mark = xc_arena_here(reader->arena);
        xc_slice line = {0};
        xc_status status = take_line(reader, &line, error);
        if (status != XC_OK) {
            return status;
        }
        json_tokener_reset(state->tokener);
        parse(state, line, record);
        xc_arena_rewind(reader->arena, mark);
    }
    return *record ? XC_OK : fail_json(reader, error);
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    json_state *state = reader->state;
    json_object *record = NULL;
    out->format = state->is_lines ? XC_SLICE("jsonl") : XC_SLICE("json");
    if (state->is_lines) {
        xc_status status = next_line(reader, &record, error);
        if (status != XC_OK) {
            return status;
        }
        // What stands behind a line of a stream must not change what the line gives.
        reader->is_single = reader->number == 0 && !reader->stream.is_pipe &&
                            !xc_slice_is(reader->input.path, "-") &&
                            stream_at_end(&reader->stream);
    } else {
        size_t count = state->records ? json_object_array_length(state->records) : 1;
        reader->is_single = count == 1;
        if (reader->number >= count) {
            return XC_END;
        }
        record = state->records ? json_object_array_get_idx(state->records, reader->number)
                                : state->root;
    }
    xc_error reason = {0};
    xc_status status = record_read(record, &state->map, &reader->options, arena, out, &reason);
    if (status != XC_OK) {
        (void)xc_fail_at(error, status, reader->input.path, state->is_lines ? state->line : 0,
                         "%s", reason.message);
    }
    if (state->is_lines) {
        json_object_put(record);
    }
    return status;
}

static void close_json(xc_reader *reader) {
    json_state *state = reader->state;
    if (state && state->tokener) {
        json_object_put(state->root);
        json_tokener_free(state->tokener);
    }
}

const read_format format_json = {
    .name = "json", .sniff = sniff, .open = open_json, .next = next, .close = close_json};
