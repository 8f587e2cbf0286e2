// SPDX-License-Identifier: MIT
// What both kinds of written documents share.
#include "read/office/written.h"

void written_escape(xc_slice text, xc_buffer *out) {
    for (size_t i = 0; i < text.len; i++) {
        switch (text.ptr[i]) {
        case '&':
            xc_buffer_text(out, "&amp;");
            break;
        case '<':
            xc_buffer_text(out, "&lt;");
            break;
        case '>':
            xc_buffer_text(out, "&gt;");
            break;
        default:
            xc_buffer_char(out, text.ptr[i]);
        }
    }
}
