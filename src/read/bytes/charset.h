// SPDX-License-Identifier: MIT
/// From bytes in any charset to valid UTF-8 without NUL.
#ifndef CROSSCLAIM_READ_BYTES_CHARSET_H
#define CROSSCLAIM_READ_BYTES_CHARSET_H

#include "crossclaim/base.h"

/// Bytes of the longest valid UTF-8 prefix (NUL counts as valid).
size_t utf8_valid_prefix(xc_slice bytes);

/// Decodes by byte-order mark, else as UTF-8 if the bytes are that, else as declared, else as
/// guessed. What no charset explains, and NUL, becomes U+FFFD.
/// @param declared  charset that the bytes claim to be in; empty if none
/// @param arena     owns *out where it is not a part of `bytes`
/// @param replaced  raised by the number of U+FFFD put in; may be NULL
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status charset_decode(xc_slice bytes, xc_slice declared, xc_arena *arena,
                                       xc_slice *out, size_t *replaced, xc_error *error);

/// The charset that bytes which are no UTF-8 are probably in; empty where memory is out.
xc_slice charset_guess(xc_slice bytes, xc_arena *arena);

/// Whether the bytes are UTF-16 without a byte-order mark (every other byte of Latin text is
/// NUL): 'l' little-endian, 'b' big-endian, 0 no.
char charset_bare_utf16(xc_slice bytes);

#endif
