// SPDX-License-Identifier: MIT
/// Text of strangers on a terminal.
#ifndef CROSSCLAIM_BASE_SHOWN_H
#define CROSSCLAIM_BASE_SHOWN_H

#include "crossclaim/base/buffer.h"

/// A character that a terminal would obey instead of showing: the controls C0 (with white space), DEL
/// and C1, and the marks that turn the direction of a line (Unicode's Bidi_Control).
bool xc_is_control(uint32_t point);
/// Appends the text with "?" for each of them but line ends and tabs, and for each byte that is no
/// UTF-8.
void xc_buffer_shown(xc_buffer *buffer, xc_slice text);
/// The same in place, for what has to be said when there is no memory: it never grows.
/// @param text ends with a NUL
void xc_string_shown(char *text);

#endif
