// SPDX-License-Identifier: MIT
// The bytes of a token.
#include "text/text_parts.h"

xc_slice xc_token_slice(const xc_text *text, size_t token) {
    return xc_slice_sub(text->bytes, text->tokens[token].start, text->tokens[token].end);
}
