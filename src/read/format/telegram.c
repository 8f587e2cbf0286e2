// SPDX-License-Identifier: MIT
// Telegram's export in JSON (result.json): one chat, or an account's list of chats.
// https://core.telegram.org/import-export
#include "read/bytes/charset.h"
#include "read/format/chat.h"
#include "read/page/json_member.h"
#include "read/page/printed_date.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 64 };
static const size_t largest_export = (size_t)512 << 20;

typedef struct telegram_state {
    struct json_tokener *tokener;
    json_object *root;
    json_object *chats; // NULL where the root is the one chat
    size_t chat, message;
} telegram_state;

static bool sniff(const bytes_sample *sample) {
    xc_slice head = xc_slice_trim(sample->head);
    return xc_slice_starts(head, XC_SLICE("{")) &&
           xc_slice_find(head, XC_SLICE("\"messages\"")) != SIZE_MAX &&
           (xc_slice_find(head, XC_SLICE("\"date_unixtime\"")) != SIZE_MAX ||
            xc_slice_find(head, XC_SLICE("\"text_entities\"")) != SIZE_MAX);
}

static xc_slice text_of(json_object *object, const char *name) {
    json_object *value = json_member(object, name);
    return json_object_is_type(value, json_type_string)
               ? (xc_slice){json_object_get_string(value),
                            (size_t)json_object_get_string_len(value)}
               : (xc_slice){0};
}

static xc_status open_export(xc_reader *reader, xc_error *error) {
    telegram_state *state = xc_arena_alloc(reader->arena, sizeof *state);
    if (!state) {
        return xc_fail_memory(error);
    }
    reader->state = state;
    xc_slice bytes = {0};
    xc_slice text = {0};
    xc_status status = stream_rest(&reader->stream, largest_export, &bytes, error);
    if (status == XC_OK) {
        status = charset_decode(bytes, XC_SLICE("utf-8"), reader->arena, &text, NULL, error);
    }
    if (status != XC_OK) {
        return status;
    }
    state->tokener = json_tokener_new_ex(DEEPEST);
    if (!state->tokener) {
        return xc_fail_memory(error);
    }
    state->root = json_tokener_parse_ex(state->tokener, text.ptr, (int)text.len);
    if (!state->root) {
        return xc_fail_at(error, XC_SKIPPED, reader->input.path, 0,
                          "a chat's export that is broken off; export it again");
    }
    json_object *list = json_member(json_member(state->root, "chats"), "list");
    state->chats = json_object_is_type(list, json_type_array) ? list : NULL;
    return XC_OK;
}

// Words, or a list of words and of links, names, bold words among them.
static void write_text(json_object *text, xc_buffer *out) {
    if (json_object_is_type(text, json_type_string)) {
        xc_buffer_append(out, (xc_slice){json_object_get_string(text),
                                         (size_t)json_object_get_string_len(text)});
        return;
    }
    size_t count =
        json_object_is_type(text, json_type_array) ? json_object_array_length(text) : 0;
    for (size_t i = 0; i < count; i++) {
        json_object *part = json_object_array_get_idx(text, i);
        xc_buffer_append(out, json_object_is_type(part, json_type_string)
                                  ? (xc_slice){json_object_get_string(part),
                                               (size_t)json_object_get_string_len(part)}
                                  : text_of(part, "text"));
    }
}

// "2023-09-25T10:00:00" on the exporter's clock, with the zone that the moment beside it tells.
static xc_slice moment(json_object *message, xc_arena *arena) {
    page_date date;
    if (!page_date_find(NULL, text_of(message, "date"), true, &date)) {
        return (xc_slice){0};
    }
    xc_slice seconds = text_of(message, "date_unixtime");
    if (seconds.len) {
        static const long long day = 86400;
        static const long long farthest = 15LL * 3600;
        long long here = (long long)xc_date_days(date.date) * day + date.date.hour * 3600LL +
                         date.date.minute * 60LL + date.date.second;
        long long ahead = here - strtoll(seconds.ptr, NULL, 10);
        long long size = ahead < 0 ? -ahead : ahead;
        if (size < farthest) {
            (void)snprintf(date.zone, sizeof date.zone, "%c%02d:%02d", ahead < 0 ? '-' : '+',
                           (int)(size / 3600), (int)(size / 60 % 60));
        }
    }
    return page_date_print(&date, arena);
}

static xc_status read_message(const xc_reader *reader, json_object *chat, json_object *message,
                              xc_slice text, xc_arena *arena, xc_document *out,
                              xc_error *error) {
    const telegram_state *state = reader->state;
    xc_slice name = text_of(chat, "name");
    xc_slice sender = text_of(message, "from");
    json_object *id = json_member(message, "id");
    chat_message found = {.chat = name,
                          .sender = xc_slice_equal(sender, name) ? (xc_slice){0} : sender,
                          .forwarded = text_of(message, "forwarded_from"),
                          .published = moment(message, arena),
                          .text = text};
    if (id && state->chats) {
        found.id =
            xc_arena_print(arena, "%s-%s", json_object_get_string(json_member(chat, "id")),
                           json_object_get_string(id));
    } else if (id) {
        found.id = xc_slice_of(json_object_get_string(id));
    }
    return chat_document(reader, &found, arena, out, error);
}

static json_object *chat_at_hand(const telegram_state *state) {
    if (!state->chats) {
        return state->chat == 0 ? state->root : NULL;
    }
    return state->chat < json_object_array_length(state->chats)
               ? json_object_array_get_idx(state->chats, state->chat)
               : NULL;
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    telegram_state *state = reader->state;
    for (json_object *chat = chat_at_hand(state); chat; chat = chat_at_hand(state)) {
        json_object *messages = json_member(chat, "messages");
        size_t count = json_object_is_type(messages, json_type_array)
                           ? json_object_array_length(messages)
                           : 0;
        if (state->message >= count) {
            state->chat++;
            state->message = 0;
            continue;
        }
        json_object *message = json_object_array_get_idx(messages, state->message++);
        xc_buffer text = {0};
        write_text(json_member(message, "text"), &text);
        bool has_text = xc_slice_trim(xc_buffer_slice(&text)).len > 0;
        xc_status status = XC_OK;
        if (has_text) {
            status = text.status == XC_OK
                         ? read_message(reader, chat, message, xc_buffer_slice(&text), arena,
                                        out, error)
                         : xc_fail_memory(error);
        } else {
            reader_ignore(reader, "a message without a text", 1);
        }
        xc_buffer_release(&text);
        if (has_text) {
            return status;
        }
    }
    return XC_END;
}

static void close_export(xc_reader *reader) {
    telegram_state *state = reader->state;
    if (state && state->tokener) {
        json_object_put(state->root);
        json_tokener_free(state->tokener);
    }
}

const read_format format_telegram = {.name = "telegram",
                                     .sniff = sniff,
                                     .open = open_export,
                                     .next = next,
                                     .close = close_export};
