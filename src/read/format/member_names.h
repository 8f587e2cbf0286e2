// SPDX-License-Identifier: MIT
/// Which members of an archive are passed over, by the rules that hold for a folder on disk:
/// hidden ones, and the folder of parts beside a page; and those that are no file of it.
#ifndef CROSSCLAIM_READ_FORMAT_MEMBER_NAMES_H
#define CROSSCLAIM_READ_FORMAT_MEMBER_NAMES_H

#include "crossclaim/base.h"

typedef struct hash_set {
    uint64_t *slots; ///< open addressing, 0 for an empty one
    size_t count, capacity;
} hash_set;

typedef struct member_names {
    hash_set pages;   ///< paths of pages, without their extension
    hash_set passed;  ///< folders that were counted already
    bool is_whole;    ///< all names are known, not only those met so far
    bool has_crawl;   ///< a WARC in the folder "archive"
    bool has_package; ///< a "datapackage.json": with the former it is a WACZ
} member_names;

/// Brings a name into the form of a label: "/" between parts, no ".", valid UTF-8.
/// @param out in the arena; empty for the archive's own root
/// @return XC_OK, XC_SKIPPED where the name leads out of the archive, or XC_NO_MEMORY
XC_MUST_CHECK xc_status member_name(xc_slice name, xc_arena *arena, xc_slice *out,
                                    xc_error *error);
/// Learns a file's name.
/// @param arena lives as long as the names
XC_MUST_CHECK xc_status member_names_add(member_names *names, xc_slice name, xc_arena *arena,
                                         xc_error *error);

typedef enum member_use {
    MEMBER_READ,
    MEMBER_IGNORED, ///< counts as one
    MEMBER_PASSED,  ///< in a folder that was counted already
    MEMBER_UNSURE,  ///< all names have to be known first
} member_use;

/// What to do with a file or folder of that name.
XC_MUST_CHECK xc_status member_names_use(member_names *names, xc_slice name, bool is_folder,
                                         xc_arena *arena, member_use *use, xc_error *error);
/// Whether the file of a WACZ goes with its crawl and is none itself: an index, a list of
/// pages.
bool member_is_of_crawl(xc_slice name);

#endif
