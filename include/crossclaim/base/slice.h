// SPDX-License-Identifier: MIT
/// A slice is a view of bytes that somebody else owns: passed by value, never freed, not ended
/// by NUL. It dies with its owner (an arena, a document, a string literal).
///
///     xc_slice line = XC_SLICE("27 people"), head, tail;
///     xc_slice_cut(line, ' ', &head, &tail);       // "27", "people"
///     printf("%.*s\n", XC_PRINT(head));
#ifndef CROSSCLAIM_BASE_SLICE_H
#define CROSSCLAIM_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Bytes that somebody else owns.
typedef struct xc_slice {
    const char *ptr; ///< NULL only when len is 0
    size_t len;      ///< bytes
} xc_slice;

/// A slice over a string literal.
#define XC_SLICE(literal) ((xc_slice){(literal), sizeof(literal) - 1})
/// The same as an initialiser of static data.
#define XC_SLICE_INIT(literal)                                                                 \
    { (literal), sizeof(literal) - 1 }
/// The two arguments that "%.*s" takes.
#define XC_PRINT(slice) (int)(slice).len, (slice).ptr ? (slice).ptr : ""

#define XC_MUST_CHECK __attribute__((warn_unused_result))
#define XC_FORMAT_LIKE_PRINTF(template, first)                                                 \
    __attribute__((__format__(__printf__, template, first)))

/// The bytes of a NUL-ended string; NULL gives the empty slice.
xc_slice xc_slice_of(const char *string);
/// Bytes [start,end) of the slice; both are cut to its length.
xc_slice xc_slice_sub(xc_slice slice, size_t start, size_t end);
/// The same bytes.
bool xc_slice_equal(xc_slice a, xc_slice b);
/// The bytes of a NUL-ended string.
bool xc_slice_is(xc_slice slice, const char *string);
/// Equal when ASCII letters are taken without their case.
bool xc_slice_equal_fold(xc_slice a, xc_slice b);
/// Bytewise order, a prefix first: < 0, 0, > 0 as memcmp.
int xc_slice_compare(xc_slice a, xc_slice b);
/// Order for people: runs of digits compare as numbers ("page#2" before "page#10"); ties by
/// byte.
int xc_slice_compare_natural(xc_slice a, xc_slice b);
/// Whether its first bytes are the prefix; every slice starts with the empty one.
bool xc_slice_starts(xc_slice slice, xc_slice prefix);
/// Whether its last bytes are the suffix.
bool xc_slice_ends(xc_slice slice, xc_slice suffix);
/// Byte offset of the first `needle`, or SIZE_MAX.
size_t xc_slice_find(xc_slice slice, xc_slice needle);
/// Without leading and trailing ASCII white space.
xc_slice xc_slice_trim(xc_slice slice);
/// Splits at the first `separator`; false, and *head the whole, where there is none.
bool xc_slice_cut(xc_slice slice, char separator, xc_slice *head, xc_slice *tail);

#endif
