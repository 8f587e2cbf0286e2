// SPDX-License-Identifier: MIT
// The end of a tag, its quoted values skipped, and how many attributes it has until there.
#include "read/bytes/tag_length.h"

#include <ctype.h>

tag_length tag_length_of(xc_slice text) {
    size_t attributes = 0;
    size_t surplus = 0;
    size_t at = 1;
    char quote = '\0';
    for (; at < text.len && (quote || text.ptr[at] != '>'); at++) {
        char c = text.ptr[at];
        char before = text.ptr[at - 1];
        if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if ((c == '"' || c == '\'') && before == '=') {
            quote = c;
        } else if (isspace((unsigned char)c) && !isspace((unsigned char)before) &&
                   ++attributes == MOST_ATTRIBUTES + 1) {
            surplus = at;
        }
    }
    return (tag_length){surplus ? surplus : at, at};
}
