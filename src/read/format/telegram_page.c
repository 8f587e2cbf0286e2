// SPDX-License-Identifier: MIT
// Telegram's export in HTML (messages.html): the elements are told by their classes.
#include "read/format/chat.h"
#include "read/outlet/outlets.h"
#include "read/page/body.h"
#include "read/page/printed_date.h"

#include <string.h>

static const size_t largest_export = (size_t)256 << 20;

typedef struct telegram_page {
    page_tree tree;
    bool has_tree;
    xmlNodePtr at;   // the next message is looked for from here
    xc_slice chat;   // its name
    xc_slice sender; // of the message before: one who goes on is not named again
} telegram_page;

static bool sniff(const bytes_sample *sample) {
    return xc_slice_find(sample->head, XC_SLICE("class=\"page_wrap\"")) != SIZE_MAX &&
           xc_slice_find(sample->head, XC_SLICE("class=\"history\"")) != SIZE_MAX &&
           xc_slice_find(sample->head, XC_SLICE("class=\"message ")) != SIZE_MAX;
}

// Whether the class attribute has the word.
static bool has_class(const xmlNode *node, const char *word) {
    xc_slice rest =
        node->type == XML_ELEMENT_NODE ? tree_attribute(node, "class") : (xc_slice){0};
    while (rest.len) {
        xc_slice each;
        (void)xc_slice_cut(rest, ' ', &each, &rest);
        if (xc_slice_is(each, word)) {
            return true;
        }
    }
    return false;
}

static xmlNodePtr find_class(xmlNodePtr top, const char *word) {
    xmlNodePtr node = top;
    while (node && !has_class(node, word)) {
        node = node_next(node, top, true);
    }
    return node;
}

static xc_status open_page(xc_reader *reader, xc_error *error) {
    telegram_page *state = xc_arena_alloc(reader->arena, sizeof *state);
    if (!state) {
        return xc_fail_memory(error);
    }
    reader->state = state;
    xc_slice bytes = {0};
    xc_status status = stream_rest(&reader->stream, largest_export, &bytes, error);
    if (status == XC_OK) {
        status = tree_parse(bytes, reader->arena, &state->tree, error);
    }
    if (status != XC_OK) {
        return status;
    }
    state->has_tree = true;
    state->at = state->tree.root;
    xmlNodePtr header = find_class(state->tree.root, "page_header");
    xmlNodePtr name = header ? find_class(header, "text") : NULL;
    state->chat = name ? node_line(name, reader->arena) : (xc_slice){0};
    return XC_OK;
}

// "25.09.2023 10:00:00 UTC+04:00", of the message and not of one that it carries on.
static xc_slice date_of(xmlNodePtr message, xc_arena *arena) {
    static const xc_slice zone = XC_SLICE_INIT("UTC");
    xmlNodePtr node = find_class(message, "date");
    xc_slice told = node ? tree_attribute(node, "title") : (xc_slice){0};
    size_t at = xc_slice_find(told, zone);
    xc_slice local = xc_slice_sub(told, 0, at);
    xc_slice ahead =
        at == SIZE_MAX ? (xc_slice){0} : xc_slice_sub(told, at + zone.len, told.len);
    xc_slice line = xc_arena_print(arena, "%.*s%.*s", XC_PRINT(local), XC_PRINT(ahead));
    page_date date;
    return page_date_find(NULL, line, true, &date) ? page_date_print(&date, arena)
                                                   : (xc_slice){0};
}

// Text with its lines, as the message has them.
static xc_status text_of(const xc_reader *reader, xmlNodePtr node, xc_arena *arena,
                         xc_slice *text, xc_error *error) {
    const telegram_page *state = reader->state;
    page_tree part = state->tree;
    part.body = node;
    return body_whole(&part, outlets_lines(reader->options.outlets), arena, text, error);
}

static xc_status read_message(xc_reader *reader, xmlNodePtr message, xc_slice text,
                              xc_arena *arena, xc_document *out, xc_error *error) {
    telegram_page *state = reader->state;
    xmlNodePtr forwarded = find_class(message, "forwarded");
    xmlNodePtr name = find_class(message, "from_name");
    bool is_own = name && (!forwarded || name != find_class(forwarded, "from_name"));
    if (is_own) {
        state->sender = node_line(name, reader->arena);
    }
    xc_slice id = tree_attribute(message, "id");
    chat_message found = {.chat = state->chat,
                          .sender = xc_slice_equal(state->sender, state->chat) ? (xc_slice){0}
                                                                               : state->sender,
                          .published = date_of(message, arena),
                          .text = text};
    if (xc_slice_starts(id, XC_SLICE("message"))) {
        found.id = xc_slice_sub(id, strlen("message"), id.len);
    }
    xmlNodePtr origin = forwarded ? find_class(forwarded, "from_name") : NULL;
    if (origin && origin->children && origin->children->content) {
        found.forwarded = xc_slice_trim(xc_slice_of((const char *)origin->children->content));
    }
    return chat_document(reader, &found, arena, out, error);
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    telegram_page *state = reader->state;
    while (state->at) {
        xmlNodePtr message = state->at;
        bool is_message = has_class(message, "message") && has_class(message, "default");
        state->at = node_next(message, state->tree.root, !is_message);
        if (!is_message) {
            continue;
        }
        xmlNodePtr node = find_class(message, "text");
        xc_slice text = {0};
        xc_status status = node ? text_of(reader, node, arena, &text, error) : XC_OK;
        if (status != XC_OK) {
            return status;
        }
        if (text.len) {
            return read_message(reader, message, text, arena, out, error);
        }
        reader_ignore(reader, "a message without a text", 1);
    }
    return XC_END;
}

static void close_page(xc_reader *reader) {
    telegram_page *state = reader->state;
    if (state && state->has_tree) {
        tree_free(&state->tree);
    }
}

const read_format format_telegram_page = {
    .name = "telegram", .sniff = sniff, .open = open_page, .next = next, .close = close_page};
