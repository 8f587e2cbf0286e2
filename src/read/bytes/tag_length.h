// SPDX-License-Identifier: MIT
/// How long the tag of a page or feed is, told before a parser sees it: libxml2 2.9 compares each
/// attribute of a tag with all before it, and a tag of 80,000 takes it minutes.
#ifndef CROSSCLAIM_READ_BYTES_TAG_LENGTH_H
#define CROSSCLAIM_READ_BYTES_TAG_LENGTH_H

#include "crossclaim/base.h"

/// Attributes that a tag may have; the most on a page that we saw are some dozens.
enum { MOST_ATTRIBUTES = 1000 };

/// Byte offsets from the tag's "<".
typedef struct tag_length {
    size_t surplus; ///< where the attribute after the last allowed one begins; `end` if none
    size_t end;     ///< of its ">", or of the text where none comes
} tag_length;

/// @param text begins with the tag's "<"
tag_length tag_length_of(xc_slice text);

#endif
