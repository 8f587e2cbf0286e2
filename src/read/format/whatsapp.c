// SPDX-License-Identifier: MIT
// WhatsApp's export of a chat as text: "[25/09/2023, 10:00:00] Ana: text" or
// "25/09/2023, 10:00 - Ana: text", a message that goes on over several lines.
#include "read/bytes/charset.h"
#include "read/bytes/path_name.h"
#include "read/format/chat.h"

#include <ctype.h>
#include <string.h>

static const size_t largest_chat = (size_t)512 << 20;
// Signs that nobody sees and that the program puts before what it writes itself.
static const xc_slice left_to_right = XC_SLICE_INIT("\xE2\x80\x8E");

// The figures before a message.
typedef struct stamp {
    int parts[3]; // of the date, as they stand
    int hour, minute, second;
    size_t length; // of all up to the sender's name; 0 where the line has none
} stamp;

typedef struct whatsapp_state {
    xc_slice rest; // not yet given
    xc_slice chat; // its name
    bool month_first;
} whatsapp_state;

// ---- the figures before a message ----

static bool take_number(xc_slice *text, size_t most, int *out) {
    size_t length = 0;
    *out = 0;
    while (length < text->len && length < most && isdigit((unsigned char)text->ptr[length])) {
        *out = *out * 10 + (text->ptr[length++] - '0');
    }
    *text = xc_slice_sub(*text, length, text->len);
    return length > 0;
}

static bool take_sign(xc_slice *text, const char *signs) {
    bool found = text->len && strchr(signs, text->ptr[0]) && text->ptr[0];
    *text = xc_slice_sub(*text, found ? 1 : 0, text->len);
    return found;
}

static void skip_space(xc_slice *text) {
    static const xc_slice spaces[] = {XC_SLICE_INIT(" "), XC_SLICE_INIT("\xC2\xA0"),
                                      XC_SLICE_INIT("\xE2\x80\xAF"),
                                      XC_SLICE_INIT("\xE2\x80\x8E")};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces;) {
        bool here = xc_slice_starts(*text, spaces[i]);
        *text = here ? xc_slice_sub(*text, spaces[i].len, text->len) : *text;
        i = here ? 0 : i + 1;
    }
}

// "10:00", "10:00:05", "10:00 pm", "10:00 p. m."
static bool take_time(xc_slice *text, stamp *out) {
    if (!take_number(text, 2, &out->hour) || !take_sign(text, ":.") ||
        !take_number(text, 2, &out->minute)) {
        return false;
    }
    if (take_sign(text, ":.") && !take_number(text, 2, &out->second)) {
        return false;
    }
    skip_space(text);
    char half = text->len ? (char)tolower((unsigned char)text->ptr[0]) : '\0';
    if (half == 'a' || half == 'p') {
        *text = xc_slice_sub(*text, 1, text->len);
        (void)take_sign(text, ".");
        skip_space(text);
        if (!take_sign(text, "mM")) {
            return false;
        }
        (void)take_sign(text, ".");
        out->hour = out->hour % 12 + (half == 'p' ? 12 : 0);
    }
    return out->hour < 24 && out->minute < 60 && out->second < 61;
}

static stamp stamp_of(xc_slice line) {
    static const stamp none = {.length = 0};
    stamp found = {.length = 0};
    xc_slice rest = line;
    skip_space(&rest);
    bool is_boxed = take_sign(&rest, "[");
    for (size_t i = 0; i < 3; i++) {
        if ((i && !take_sign(&rest, "/.-")) || !take_number(&rest, 4, &found.parts[i])) {
            return none;
        }
    }
    (void)take_sign(&rest, ",");
    skip_space(&rest);
    if (!take_time(&rest, &found)) {
        return none;
    }
    skip_space(&rest);
    if (!take_sign(&rest, is_boxed ? "]" : "-") || !xc_slice_starts(rest, XC_SLICE(" "))) {
        return none;
    }
    found.length = (size_t)(rest.ptr - line.ptr) + 1;
    return found;
}

static xc_slice date_of(const stamp *told, bool month_first, xc_arena *arena) {
    enum { HUNDRED = 100, THIS_CENTURY = 2000 };
    bool year_first = told->parts[0] >= HUNDRED;
    int year = told->parts[year_first ? 0 : 2];
    int month = told->parts[year_first || !month_first ? 1 : 0];
    int day = told->parts[year_first ? 2 : month_first ? 1 : 0];
    year += year < HUNDRED ? THIS_CENTURY : 0;
    if (month < 1 || month > 12 || day < 1 || day > xc_month_length(year, month)) {
        return (xc_slice){0};
    }
    return xc_arena_print(arena, "%04d-%02d-%02dT%02d:%02d", year, month, day, told->hour,
                          told->minute);
}

// ---- the chat ----

static xc_slice take_line(xc_slice *text) {
    xc_slice line;
    (void)xc_slice_cut(*text, '\n', &line, text);
    return line;
}

static bool sniff(const bytes_sample *sample) {
    xc_slice head = sample->head;
    head = xc_slice_starts(head, XC_SLICE("\xEF\xBB\xBF")) ? xc_slice_sub(head, 3, head.len)
                                                           : head;
    if (!stamp_of(take_line(&head)).length) {
        return false;
    }
    for (size_t lines = 0; head.len && lines < 100; lines++) {
        if (stamp_of(take_line(&head)).length) {
            return true;
        }
    }
    return false;
}

// "Harbour watch" of " Chat with Harbour watch.txt", in whatever language: what stands behind
// "Chat" and words in small letters.
static xc_slice name_behind(xc_slice rest) {
    rest.len -= path_extension(rest).len;
    while (rest.len) {
        xc_slice word;
        xc_slice after;
        (void)xc_slice_cut(rest, ' ', &word, &after);
        bool is_small = !word.len || islower((unsigned char)word.ptr[0]) ||
                        word.ptr[0] == '-' || xc_slice_equal_fold(word, XC_SLICE("Chat"));
        if (!is_small) {
            return xc_slice_trim(rest);
        }
        rest = after;
    }
    return rest;
}

// The chat's name, which the export puts into the name of the file or of the archive around it.
static xc_slice name_in(xc_slice path) {
    static const xc_slice program = XC_SLICE_INIT("WhatsApp");
    xc_slice name = {0};
    for (size_t at; !name.len && (at = xc_slice_find(path, program)) != SIZE_MAX;) {
        xc_slice rest;
        path = xc_slice_sub(path, at + program.len, path.len);
        (void)xc_slice_cut(path, '/', &rest, &path);
        name = name_behind(rest);
    }
    return name;
}

// Whether the month stands first: one of the dates says so by its day. Where none does, the day
// does.
static bool month_is_first(xc_slice text) {
    enum { MONTHS = 12 };
    while (text.len) {
        stamp told = stamp_of(take_line(&text));
        if (told.length && (told.parts[0] > MONTHS || told.parts[1] > MONTHS)) {
            return told.parts[1] > MONTHS;
        }
    }
    return false;
}

static xc_status open_chat(xc_reader *reader, xc_error *error) {
    whatsapp_state *state = xc_arena_alloc(reader->arena, sizeof *state);
    if (!state) {
        return xc_fail_memory(error);
    }
    reader->state = state;
    xc_slice bytes = {0};
    xc_status status = stream_rest(&reader->stream, largest_chat, &bytes, error);
    if (status == XC_OK) {
        status = charset_decode(bytes, reader->told.charset, reader->arena, &state->rest, NULL,
                                error);
    }
    state->month_first = month_is_first(state->rest);
    state->chat = name_in(reader->input.path);
    return status;
}

// What the program writes itself: "<Media omitted>", or behind the sign that nobody sees.
static bool is_programs(xc_slice text) {
    bool is_bracketed = text.len > 2 && text.ptr[0] == '<' && text.ptr[text.len - 1] == '>' &&
                        !memchr(text.ptr, '\n', text.len);
    return !text.len || is_bracketed || xc_slice_starts(text, left_to_right);
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    enum { LONGEST_NAME = 120 };
    whatsapp_state *state = reader->state;
    while (state->rest.len) {
        xc_slice line = take_line(&state->rest);
        stamp told = stamp_of(line);
        const char *start = line.ptr + told.length;
        const char *end = line.ptr + line.len;
        while (state->rest.len) {
            xc_slice rest = state->rest;
            xc_slice more = take_line(&rest);
            if (stamp_of(more).length) {
                break;
            }
            end = more.ptr + more.len;
            state->rest = rest;
        }
        xc_slice message = {start, (size_t)(end - start)};
        size_t colon = xc_slice_find(xc_slice_sub(message, 0, LONGEST_NAME), XC_SLICE(": "));
        xc_slice text = colon == SIZE_MAX
                            ? (xc_slice){0}
                            : xc_slice_trim(xc_slice_sub(message, colon + 2, message.len));
        if (!told.length || is_programs(text)) {
            reader_ignore(reader, "a message without a text", 1);
            continue;
        }
        xc_slice sender = xc_slice_sub(message, 0, colon);
        chat_message found = {.chat = state->chat,
                              .sender = xc_slice_trim(sender),
                              .published = date_of(&told, state->month_first, arena),
                              .text = text};
        return chat_document(reader, &found, arena, out, error);
    }
    return XC_END;
}

const read_format format_whatsapp = {
    .name = "whatsapp", .sniff = sniff, .open = open_chat, .next = next};
