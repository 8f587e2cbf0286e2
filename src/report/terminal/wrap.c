// SPDX-License-Identifier: MIT
// Text for a terminal.
#include "report/terminal/wrap.h"

#include <string.h>
#include <utf8proc.h>

// Of "Select Graphic Rendition" (ECMA-48).
static const char *const style_codes[] = {
    [STYLE_PLAIN] = "",   [STYLE_BOLD] = "1",  [STYLE_DIM] = "2",
    [STYLE_RED] = "1;31", [STYLE_BLUE] = "34", [STYLE_GREEN] = "32"};

// The code point at the start of the bytes; a broken byte is taken as one character.
static uint32_t read_character(xc_slice text, size_t *length) {
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr,
                                              (utf8proc_ssize_t)text.len, &point);
    *length = bytes > 0 ? (size_t)bytes : 1;
    return bytes > 0 ? (uint32_t)point : (uint32_t)'?';
}

// What is shown in the place of a control has a column.
static size_t character_columns(uint32_t point) {
    int columns = utf8proc_charwidth((utf8proc_int32_t)point);
    return columns > 0 ? (size_t)columns : xc_is_control(point);
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

size_t text_columns(xc_slice text) {
    size_t columns = 0;
    for (size_t at = 0, length = 0; at < text.len; at += length) {
        columns += character_columns(read_character(xc_slice_sub(text, at, text.len), &length));
    }
    return columns;
}

static void start_style(terminal_text *terminal, terminal_style style) {
    if (terminal->colour && style != STYLE_PLAIN) {
        xc_buffer_print(terminal->out, "\033[%sm", style_codes[style]);
    }
}

static void end_style(terminal_text *terminal, terminal_style style) {
    if (terminal->colour && style != STYLE_PLAIN) {
        xc_buffer_text(terminal->out, "\033[0m");
    }
}

// Appends characters up to `columns`; gives the bytes used.
static size_t append_visible(xc_buffer *out, xc_slice text, size_t columns, size_t *used) {
    size_t at = 0;
    size_t length = 0;
    *used = 0;
    for (; at < text.len; at += length) {
        xc_slice rest = xc_slice_sub(text, at, text.len);
        uint32_t point = read_character(rest, &length);
        size_t width = character_columns(point);
        if (*used + width > columns) {
            break;
        }
        *used += width;
        if (is_space(rest.ptr[0])) {
            xc_buffer_char(out, ' ');
        } else if (xc_is_control(point)) {
            xc_buffer_char(out, '?');
        } else {
            xc_buffer_append(out, xc_slice_sub(rest, 0, length));
        }
    }
    return at;
}

void terminal_cut(terminal_text *terminal, terminal_style style, xc_slice text,
                  size_t columns) {
    size_t used = 0;
    start_style(terminal, style);
    if (text_columns(text) <= columns) {
        (void)append_visible(terminal->out, text, columns, &used);
    } else if (columns) {
        (void)append_visible(terminal->out, text, columns - 1, &used);
        xc_buffer_text(terminal->out, "…");
    }
    end_style(terminal, style);
}

static xc_slice next_word(xc_slice *text) {
    size_t start = 0;
    while (start < text->len && is_space(text->ptr[start])) {
        start++;
    }
    size_t end = start;
    while (end < text->len && !is_space(text->ptr[end])) {
        end++;
    }
    xc_slice word = xc_slice_sub(*text, start, end);
    *text = xc_slice_sub(*text, end, text->len);
    return word;
}

static void new_line(terminal_text *terminal, terminal_style style, size_t indent) {
    end_style(terminal, style);
    xc_buffer_print(terminal->out, "\n%*s", (int)indent, "");
    start_style(terminal, style);
}

// A word that is wider than a line is broken where the line ends.
static size_t append_word(terminal_text *terminal, terminal_style style, size_t indent,
                          xc_slice word, size_t column) {
    size_t used = 0;
    for (;;) {
        size_t room = terminal->width > column + 1 ? terminal->width - column : 2;
        size_t taken = append_visible(terminal->out, word, room, &used);
        column += used;
        word = xc_slice_sub(word, taken, word.len);
        if (word.len == 0) {
            return column;
        }
        new_line(terminal, style, indent);
        column = indent;
    }
}

void terminal_wrap(terminal_text *terminal, terminal_style style, const char *first,
                   size_t indent, xc_slice text) {
    size_t column = text_columns(xc_slice_of(first));
    bool at_start = true;
    xc_buffer_text(terminal->out, first);
    start_style(terminal, style);
    for (xc_slice word = next_word(&text); word.len; word = next_word(&text)) {
        size_t columns = text_columns(word);
        if (!at_start && column + 1 + columns > terminal->width) {
            new_line(terminal, style, indent);
            column = indent;
        } else if (!at_start) {
            xc_buffer_char(terminal->out, ' ');
            column++;
        }
        column = append_word(terminal, style, indent, word, column);
        at_start = false;
    }
    end_style(terminal, style);
    xc_buffer_char(terminal->out, '\n');
}

void terminal_heading(terminal_text *terminal, xc_slice text, char line) {
    terminal_wrap(terminal, STYLE_BOLD, "", 0, text);
    size_t columns = text_columns(text);
    columns = columns > terminal->width ? terminal->width : columns;
    for (size_t i = 0; i < columns; i++) {
        xc_buffer_char(terminal->out, line);
    }
    xc_buffer_char(terminal->out, '\n');
}
