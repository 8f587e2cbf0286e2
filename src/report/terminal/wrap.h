// SPDX-License-Identifier: MIT
/// Text for a terminal: wrapped to a width, indented, control characters made visible, in
/// colour where asked. Widths are counted in characters, not bytes.
#ifndef CROSSCLAIM_REPORT_TERMINAL_WRAP_H
#define CROSSCLAIM_REPORT_TERMINAL_WRAP_H

#include "crossclaim/base.h"

typedef struct terminal_text {
    xc_buffer *out;
    unsigned width; ///< columns
    bool colour;
} terminal_text;

typedef enum terminal_style {
    STYLE_PLAIN,
    STYLE_BOLD,
    STYLE_DIM,
    STYLE_RED,
    STYLE_BLUE,
    STYLE_GREEN
} terminal_style;

/// Columns that the text takes: wide characters two, combining marks none.
size_t text_columns(xc_slice text);
/// Appends the text on one line, cut to `columns` with "…" where it is longer; runs of white
/// space become a space and control characters "?".
void terminal_cut(terminal_text *terminal, terminal_style style, xc_slice text, size_t columns);
/// Appends paragraphs: `first` before the first line, `indent` spaces before the others.
void terminal_wrap(terminal_text *terminal, terminal_style style, const char *first,
                   size_t indent, xc_slice text);
/// A heading with a line below it.
void terminal_heading(terminal_text *terminal, xc_slice text, char line);

#endif
