// SPDX-License-Identifier: MIT
/// Reading: from what the user named to clean documents with outlet, date and text.
///
/// The inputs are first listed (folders walked, names sorted), then each file is opened by the
/// reader that its content asks for and gives its documents one by one. A file is the unit that
/// threads share out.
///
///     xc_inputs inputs;
///     xc_inputs_list(paths, count, arena, &inputs, &error);
///     for (size_t i = 0; i < inputs.count; i++) {
///         xc_reader *reader;
///         if (xc_reader_open(&inputs.items[i], &options, &reader, &error) != XC_OK) continue;
///         while ((status = xc_reader_next(reader, arena, &document, &error)) != XC_END) ...
///         xc_reader_close(reader);
///     }
#ifndef CROSSCLAIM_READ_H
#define CROSSCLAIM_READ_H

#include "crossclaim/base.h"

/// One file to read.
typedef struct xc_input {
    xc_slice path;  ///< to open; "-" is standard input
    xc_slice label; ///< what its documents are called, before "#N"
} xc_input;

/// The files that a run will read.
typedef struct xc_inputs {
    xc_input *items; ///< by label, naturally ordered within each argument
    size_t count;
    xc_skip *skipped; ///< named but missing, without permission, not a file ...
    size_t skipped_count;
    size_t ignored; ///< hidden files, `_files` folders, images, scripts, our own outputs
} xc_inputs;

/// Lists the files behind the arguments; a missing or forbidden one is in `skipped`, no
/// failure.
/// @param follow_links whether links in a folder that lead out of it are followed; else they are
///                     in `skipped`
/// @param arena        owns all of *out
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_inputs_list(const char *const *arguments, size_t count,
                                       bool follow_links, xc_arena *arena, xc_inputs *out,
                                       xc_error *error);

/// Lexicons of outlets and agencies (`claims/world/outlets.csv`, `claims/world/agencies.csv`):
/// read-only once loaded.
typedef struct xc_outlets xc_outlets;
/// Reads both tables.
/// @param out freed by xc_outlets_free
/// @return XC_OK, XC_BAD_RULE, XC_IO (no such folder) or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_outlets_load(const char *claims_directory, xc_outlets **out,
                                        xc_error *error);
/// NULL is allowed.
void xc_outlets_free(xc_outlets *outlets);

/// What languages are told by (`claims/world/languages.csv` and the fingerprints of
/// libexttextcat): read-only once loaded.
typedef struct xc_languages xc_languages;
/// @param out freed by xc_languages_free
/// @return XC_OK; XC_IO where the fingerprints are not installed: reading goes on without, and
///         takes the language that a page states; XC_BAD_RULE or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_languages_load(const char *claims_directory, xc_languages **out,
                                          xc_error *error);
/// NULL is allowed.
void xc_languages_free(xc_languages *languages);
/// Settles the language of a document that a reader gave: what it states is kept where its text
/// may be that, else what the text looks like is taken. A text too short to tell changes
/// nothing.
/// @param languages may be NULL: then what is stated stands
/// @param arena     the document's
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_language_tell(const xc_languages *languages, xc_arena *arena,
                                         xc_document *document, xc_error *error);

/// What a user's `--sources FILE.csv` tells. Any number of threads may share it.
typedef struct xc_sources xc_sources;
/// Reads the sheet; its columns are document (a path or glob, which it must have), source, url,
/// published, wire and kind, in any order.
/// @param out freed by xc_sources_free
/// @return XC_OK, XC_BAD_INPUT (no such column ...), XC_IO, XC_LIMIT or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_sources_load(const char *path, xc_sources **out, xc_error *error);
/// NULL is allowed.
void xc_sources_free(xc_sources *sources);
/// Lines of rows that matched no document so far; call when all documents are read.
/// @return how many; *lines (in the arena) holds their 1-based line numbers, *patterns their
/// globs
size_t xc_sources_unmatched(const xc_sources *sources, xc_arena *arena, long **lines,
                            xc_slice **patterns);

/// A cell of `published` that no date could be taken from; the rest of its row counts.
typedef struct xc_unread_date {
    long line;         ///< 1-based
    xc_slice text;     ///< what stands there
    bool two_readings; ///< 03/04/2023, and no other row shows which part is the day
} xc_unread_date;
/// @return how many; *out is in the arena
size_t xc_sources_unread(const xc_sources *sources, xc_arena *arena, xc_unread_date **out);

/// All zero is a good default.
typedef struct xc_read_options {
    const xc_outlets *outlets;
    const xc_sources *sources;
    const xc_languages *languages; ///< for what pages and records call theirs
    const char *map;   ///< "text=body,published=date": field names of JSON Lines; may be NULL
    const char *split; ///< PCRE2 regex of the line between articles; may be NULL
    /// Most bytes to unpack out of one input; 0: 1 GB, or 400 times its size where that is
    /// more.
    uint64_t unpack_limit;
    bool follow_links; ///< links in a folder that lead out of it
    bool hashes; ///< documents tell the SHA-256 of their file and of their text, and its path
    bool keep_live_whole; ///< a live page is one document, and not one an entry
} xc_read_options;

/// An input that is open; of one thread.
typedef struct xc_reader xc_reader;

/// Opens a file by its content.
/// @param options outlive the reader
/// @param out     closed by xc_reader_close
/// @return XC_OK; XC_END for a file that is ignored (an image, our own report);
///         XC_SKIPPED with the reason in *error for one that should be readable and is not;
///         XC_USAGE where an option is wrong, for this file as for all others; XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_reader_open(const xc_input *input, const xc_read_options *options,
                                       xc_reader **out, xc_error *error);
/// The next document.
/// @param arena owns what *out points to; may be reset once the document is done with
/// @return XC_OK; XC_END after the last; XC_SKIPPED where one record is broken (call again);
///         anything else where the input gives no more: XC_LIMIT, XC_NO_MEMORY ...
XC_MUST_CHECK xc_status xc_reader_next(xc_reader *reader, xc_arena *arena, xc_document *out,
                                       xc_error *error);
/// What an archive or a crawl held and is no document: images, redirects ...
typedef struct xc_ignored {
    const char *reason; ///< lives as long as the program
    size_t count;
} xc_ignored;
/// What was passed over so far, by reason; owned by the reader.
const xc_ignored *xc_reader_ignored(const xc_reader *reader, size_t *count);
/// NULL is allowed.
void xc_reader_close(xc_reader *reader);

#endif
