// SPDX-License-Identifier: MIT
// Crawls (WARC, and ARC before it): each page that was answered with is read as a saved one, with its address.
#include "read/bytes/charset.h"
#include "read/bytes/http_message.h"
#include "read/format/warc_record.h"
#include "read/kind.h"
#include "read/reader.h"

#include <string.h>

enum { FIRST_PART = 64 << 10, KEPT_BUFFER = 8 << 20 };
static const uint64_t largest_record = (uint64_t)256 << 20;

typedef struct warc_state {
    xc_buffer header, block, body; // of the record that is being read
    warc_record record;
    uint64_t left;     // bytes of the block that were not taken
    xc_slice source;   // of the member, into block or body
    xc_reader *member; // the record's document
    warc_use use;
    bool is_arc;  // an older crawl
    bool is_lost; // a record's start has to be looked for
    bool is_over; // the limit of unpacking was passed, and told
    xc_arena *call;
    size_t given;     // documents and skips so far
    bool has_waiting; // the next record was opened already, with this result
    xc_status waiting;
    xc_error waiting_error;
} warc_state;

static bool sniff(const bytes_sample *sample) {
    return content_is_crawl(sample->head);
}

static xc_status open_warc(xc_reader *reader, xc_error *error) {
    warc_state *state = xc_arena_alloc(reader->arena, sizeof *state);
    reader->state = state;
    if (state) {
        state->call = xc_arena_new();
    }
    xc_slice head = {0};
    xc_status status = state && state->call ? stream_peek(&reader->stream, &head, error)
                                            : xc_fail_memory(error);
    if (state && status == XC_OK) {
        state->is_arc = xc_slice_starts(head, XC_SLICE("filedesc:"));
    }
    return status;
}

static void close_member(xc_reader *reader) {
    warc_state *state = reader->state;
    reader_close_member(reader, state->member);
    state->member = NULL;
    // A single large record must not be paid for until the end.
    if (state->block.capacity + state->body.capacity > KEPT_BUFFER) {
        xc_buffer_release(&state->block);
        xc_buffer_release(&state->body);
    }
}

static void close_warc(xc_reader *reader) {
    warc_state *state = reader->state;
    if (state) {
        close_member(reader);
        xc_buffer_release(&state->header);
        xc_buffer_release(&state->block);
        xc_buffer_release(&state->body);
        xc_arena_free(state->call);
    }
}

// ---- the bytes of a record ----

static xc_status take_block(xc_reader *reader, uint64_t most, bool keep, xc_error *error) {
    warc_state *state = reader->state;
    uint64_t wanted = state->left < most ? state->left : most;
    while (wanted) {
        xc_slice piece = {0};
        size_t step = wanted < FIRST_PART ? (size_t)wanted : FIRST_PART;
        xc_status status = stream_take(&reader->stream, step, &piece, error);
        if (status != XC_OK) {
            state->left = 0;
            state->is_lost = true;
            return status == XC_END ? xc_fail(error, XC_SKIPPED,
                                              "the crawl ends within a record; get it again")
                                    : status;
        }
        if (keep) {
            xc_buffer_append(&state->block, piece);
        }
        wanted -= piece.len;
        state->left -= piece.len;
    }
    return state->block.status == XC_OK ? XC_OK : xc_fail_memory(error);
}

static xc_status pass_block(xc_reader *reader, xc_error *error) {
    const warc_state *state = reader->state;
    return take_block(reader, state->left, false, error);
}

// The next header; what stands before it and is none costs one skip.
static xc_status take_header(xc_reader *reader, xc_error *error) {
    warc_state *state = reader->state;
    for (;;) {
        xc_status status = XC_OK;
        if (state->is_lost) {
            xc_slice mark = state->is_arc ? XC_SLICE("http") : XC_SLICE("WARC/");
            status = stream_find(&reader->stream, mark, error);
        }
        if (status == XC_OK) {
            status = warc_record_take(&reader->stream, &state->header, &state->record, error);
        }
        bool was_lost = state->is_lost;
        state->is_lost = status == XC_BAD_INPUT || status == XC_SKIPPED;
        if (status == XC_BAD_INPUT && was_lost) {
            continue;
        }
        if (status == XC_BAD_INPUT) {
            return xc_fail(error, XC_SKIPPED, "the crawl is damaged here: no record starts");
        }
        state->left = state->record.length;
        return status;
    }
}

// ---- what a record is ----

static const char *answers_nothing(int status) {
    if (status == 200 || status == 203) {
        return NULL;
    }
    return status >= 300 && status < 400    ? "redirect"
           : status == 404 || status == 410 ? "page not found"
           : status >= 400                  ? "error page"
                                            : "no whole page";
}

// Reads as much of the block as tells what it is. *reason is NULL where it is to be read.
static xc_status look_into(xc_reader *reader, http_message *message, const char **reason,
                           xc_error *error) {
    warc_state *state = reader->state;
    const warc_record *record = &state->record;
    xc_slice type = record->media_type;
    *message = (http_message){.charset = record->charset};
    xc_buffer_clear(&state->block);
    xc_status status = take_block(reader, FIRST_PART, true, error);
    if (status != XC_OK) {
        return status;
    }
    if (xc_slice_equal_fold(type, XC_SLICE("application/http"))) {
        if (!http_read(xc_buffer_slice(&state->block), message)) {
            return xc_fail(error, XC_SKIPPED, "no HTTP response could be found in it");
        }
        *reason = answers_nothing(message->status);
        type = message->type;
    }
    if (!type.len || xc_slice_equal_fold(type, XC_SLICE("application/octet-stream"))) {
        type = record->payload_type.len ? record->payload_type : type;
    }
    state->use = warc_use_of(type);
    if (!*reason && state->use == WARC_NONE) {
        *reason = "not of a readable type";
    }
    return XC_OK;
}

// ---- the document of a record ----

// The file name that a body of that kind would have; what is no HTML after all is told apart by
// its content.
static xc_slice name_of(warc_use use, xc_slice body) {
    xc_slice start = xc_slice_trim(xc_slice_sub(body, 0, 4096));
    bool may_be_page = !start.len || !strchr("{[%", start.ptr[0]);
    return use == WARC_PAGE && may_be_page ? XC_SLICE("page.html") : XC_SLICE("page");
}

static xc_slice path_of(const xc_reader *reader) {
    const warc_state *state = reader->state;
    return xc_arena_print(state->call, "%.*s#%zu", XC_PRINT(reader->input.path),
                          state->given + 1);
}

static xc_status open_body(xc_reader *reader, const http_message *message, xc_slice body,
                           xc_error *error) {
    warc_state *state = reader->state;
    told_facts told = {.charset = message->charset, .name = name_of(state->use, body)};
    xc_slice path = path_of(reader);
    xc_input input = {path, path};
    if (content_is_archive(body) || packing_of(body) != PACKED_NOT) {
        reader_ignore(reader, "not of a readable type", 1);
        return XC_OK;
    }
    xc_status status = charset_decode(state->record.url, XC_SLICE("utf-8"), state->call,
                                      &told.url, NULL, error);
    if (status != XC_OK || !path.ptr) {
        return path.ptr ? status : xc_fail_memory(error);
    }
    state->source = body;
    status = reader_open_member(reader, source_of_memory(&state->source), &input, &told,
                                reader->depth, &state->member, error);
    if (status == XC_END || (status == XC_SKIPPED && state->use == WARC_DATA)) {
        reader_ignore(reader, "no article", 1);
        return XC_OK;
    }
    return status;
}

// Reads the rest of the block and opens what it holds.
static xc_status open_record(xc_reader *reader, const http_message *message, xc_error *error) {
    warc_state *state = reader->state;
    if (state->record.length > largest_record) {
        return xc_fail(error, XC_SKIPPED, "a record larger than %llu MB",
                       (unsigned long long)(largest_record >> 20));
    }
    http_message kept = *message; // its words move with the block when that grows
    kept.coding = xc_arena_copy(state->call, message->coding);
    kept.charset = xc_arena_copy(state->call, message->charset);
    if (!kept.coding.ptr || !kept.charset.ptr) {
        return xc_fail_memory(error);
    }
    xc_slice body = {0};
    bool is_cut = false;
    xc_status status = take_block(reader, state->left, true, error);
    if (status == XC_OK) { // the check sum of a packed record stands behind it
        status = stream_failure(&reader->stream, error);
        state->is_lost = status != XC_OK;
    }
    if (status == XC_OK) {
        xc_slice block = xc_buffer_slice(&state->block);
        status = http_unpack(&kept, xc_slice_sub(block, message->body, block.len),
                             reader->account, &state->body, &body, &is_cut, error);
        state->is_over = status != XC_OK && reader->account->is_exceeded;
    }
    if (status == XC_OK && is_cut && !state->record.truncated.len) {
        return xc_fail(error, XC_SKIPPED, "its body ends too early");
    }
    return status == XC_OK ? open_body(reader, &kept, body, error) : status;
}

// Opens the record that the header is of, or passes it over.
static xc_status open_or_pass(xc_reader *reader, xc_error *error) {
    const warc_state *state = reader->state;
    http_message message = {0};
    const char *reason = warc_passed_over(&state->record);
    xc_status status = XC_OK;
    if (!reason) {
        status = look_into(reader, &message, &reason, error);
    }
    if (status == XC_OK && !reason) {
        return open_record(reader, &message, error);
    }
    if (status == XC_OK && *reason) {
        reader_ignore(reader, reason, 1);
    }
    return status;
}

// A failure is told with the record's number and address.
static xc_status fail_record(const xc_reader *reader, xc_status status, bool has_header,
                             const xc_error *failure, xc_error *error) {
    const warc_state *state = reader->state;
    xc_slice url = has_header ? state->record.url : (xc_slice){0};
    if (!url.len) {
        return xc_fail_at(error, status, path_of(reader), 0, "%s", failure->message);
    }
    return xc_fail_at(error, status, path_of(reader), 0, "%s (%.*s)", failure->message,
                      XC_PRINT(xc_slice_sub(url, 0, 256)));
}

// Moves on to the next record that is to be read.
static xc_status open_next(xc_reader *reader, xc_error *error) {
    warc_state *state = reader->state;
    xc_status status = XC_OK;
    while (status == XC_OK && !state->member) {
        if (state->is_over) {
            return XC_END;
        }
        xc_error failure = {0};
        xc_arena_reset(state->call);
        status = take_header(reader, &failure);
        bool has_header = status == XC_OK;
        if (has_header) {
            status = open_or_pass(reader, &failure);
        }
        if (has_header && state->left && (status == XC_OK || status == XC_SKIPPED)) {
            xc_status passed = pass_block(reader, status == XC_OK ? &failure : NULL);
            status = passed == XC_OK ? status : passed;
        }
        if (status != XC_OK && status != XC_END) {
            return fail_record(reader, status, has_header, &failure, error);
        }
    }
    return status;
}

static xc_status tell(xc_status status, const xc_error *failure, xc_error *error) {
    return xc_fail_at(error, status, xc_slice_of(failure->path), failure->line, "%s",
                      failure->message);
}

static xc_status take_next(xc_reader *reader, xc_error *error) {
    warc_state *state = reader->state;
    if (!state->has_waiting) {
        return open_next(reader, error);
    }
    state->has_waiting = false;
    return state->waiting == XC_END ? XC_END
                                    : tell(state->waiting, &state->waiting_error, error);
}

// ---- documents ----

// Brings the document's text out of the record's memory.
static xc_status keep(xc_document *document, xc_arena *arena, xc_error *error) {
    size_t count = 0;
    const xc_field *fields = xc_document_fields(&count);
    document->text = xc_arena_copy(arena, document->text);
    bool kept = document->text.ptr != NULL;
    for (size_t i = 0; i < count; i++) {
        if (fields[i].kind == XC_FIELD_TEXT) {
            xc_slice *slice = (xc_slice *)(void *)((char *)document + fields[i].offset);
            *slice = xc_arena_copy(arena, *slice);
            kept = kept && slice->ptr;
        }
    }
    return kept ? XC_OK : xc_fail_memory(error);
}

// Whether a crawl's first document is its only one. A stream is not read ahead for it.
static xc_status settle_number(xc_reader *reader, xc_arena *arena, xc_document *out,
                               xc_error *error) {
    warc_state *state = reader->state;
    if (state->given || !state->member->is_single || reader->stream.is_pipe ||
        xc_slice_is(reader->input.path, "-")) {
        reader->is_single = false;
        return XC_OK;
    }
    xc_status status = keep(out, arena, error);
    if (status == XC_OK) {
        close_member(reader);
        state->given = 1;
        state->waiting_error = (xc_error){0};
        state->waiting = open_next(reader, &state->waiting_error);
        state->given = 0;
        state->has_waiting = state->waiting != XC_OK;
        reader->is_single = state->waiting == XC_END;
    }
    return status;
}

// A document of the record that is open, before label, lexicons and key.
static xc_status read_member(xc_reader *reader, xc_arena *arena, xc_document *out,
                             xc_error *error) {
    warc_state *state = reader->state;
    xc_reader *member = state->member;
    xc_error failure = {0};
    *out = (xc_document){0};
    xc_status status = member->format->next(member, arena, out, &failure);
    member->number++;
    if (status == XC_END) {
        return XC_END;
    }
    if (status == XC_OK && !out->text.len && state->record.truncated.len) {
        status = xc_fail(&failure, XC_SKIPPED, "cut by the crawler (%.*s)",
                         XC_PRINT(state->record.truncated));
    }
    if (status != XC_OK) {
        return fail_record(reader, status, true, &failure, error);
    }
    if (!out->format.len) {
        out->format = xc_slice_of(member->format->name);
    }
    out->captured = xc_arena_copy(arena, state->record.date);
    out->record = xc_arena_copy(arena, state->record.id);
    if (!out->url.len) {
        out->url = xc_arena_copy(arena, member->told.url);
    }
    return settle_number(reader, arena, out, error);
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    warc_state *state = reader->state;
    for (;;) {
        xc_error failure = {0};
        xc_status status = state->member ? XC_OK : take_next(reader, &failure);
        if (status == XC_OK && state->member) {
            status = read_member(reader, arena, out, &failure);
        }
        if (status == XC_END && state->member) {
            close_member(reader);
            continue;
        }
        if (status == XC_SKIPPED && state->member && state->use == WARC_DATA) {
            reader_ignore(reader, "no article", 1);
            continue;
        }
        state->given += status != XC_END;
        return status == XC_OK || status == XC_END ? status : tell(status, &failure, error);
    }
}

const read_format format_warc = {
    .name = "warc", .sniff = sniff, .open = open_warc, .next = next, .close = close_warc};
