// SPDX-License-Identifier: MIT
/// Text for a terminal: wrapped to a width, indented, control characters made visible, in
/// colour where asked. Widths are counted in characters, not bytes.
#ifndef CROSSCLAIM_REPORT_TERMINAL_WRAP_H
#define CROSSCLAIM_REPORT_TERMINAL_WRAP_H

#include "crossclaim/base.h"

typedef struct xc_terminal {
    xc_buffer *out;
    unsigned width; ///< columns
    bool colour;
} xc_terminal;

typedef enum xc_style { XC_PLAIN, XC_BOLD, XC_DIM, XC_RED, XC_BLUE, XC_GREEN } xc_style;

/// Columns that the text takes: wide characters two, combining marks none.
size_t xc_text_columns(xc_slice text);
/// Appends the text on one line, cut to `columns` with "…" where it is longer; runs of white
/// space become a space and control characters "?".
void xc_terminal_cut(xc_terminal *terminal, xc_style style, xc_slice text, size_t columns);
/// Appends paragraphs: `first` before the first line, `indent` spaces before the others.
void xc_terminal_wrap(xc_terminal *terminal, xc_style style, const char *first, size_t indent,
                      xc_slice text);
/// A heading with a line below it.
void xc_terminal_heading(xc_terminal *terminal, xc_slice text, char line);

#endif
