// SPDX-License-Identifier: MIT
/// What a format has to offer so that its files can be read: one row of the table in formats.c.
#ifndef CROSSCLAIM_READ_READER_H
#define CROSSCLAIM_READ_READER_H

#include "crossclaim/base/sha256.h"
#include "crossclaim/read.h"
#include "read/bytes/unpack.h"
#include "read/told.h"

/// What a format is told by: the first bytes and the name.
typedef struct bytes_sample {
    xc_slice head;      ///< raw, up to 64 KiB
    xc_slice extension; ///< of the file name, with its dot, any case; empty if none
    const xc_read_options *options;
} bytes_sample;

typedef struct read_format {
    const char *name; ///< as documents.csv shows it
    /// Whether the file is of this format.
    bool (*sniff)(const bytes_sample *sample);
    /// Sets reader->state; may read from reader->stream. May be NULL.
    xc_status (*open)(xc_reader *reader, xc_error *error);
    /// The next document's own fields; label, lexicons, sources and key are added afterwards.
    /// @return as xc_reader_next
    xc_status (*next)(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error);
    /// Gives back what is not in reader->arena. May be NULL.
    void (*close)(xc_reader *reader);
    /// An archive: its documents come whole, from readers of its members.
    bool holds_files;
} read_format;

/// The file that an input's documents come from.
typedef struct file_origin {
    xc_slice path; ///< absolute
    char sha256[XC_SHA256_LENGTH + 1];
} file_origin;

/// Reasons of what was passed over, with how many of each.
enum { IGNORED_REASONS = 16 };

struct xc_reader {
    const read_format *const *formats; ///< all there are, NULL-ended
    const read_format *format;
    xc_input input;
    xc_read_options options;
    byte_stream stream;
    xc_arena *arena;   ///< lives as long as the reader
    void *state;       ///< of the format
    size_t number;     ///< documents given so far, broken ones too
    bool gave_members; ///< the last document came whole, from the reader of a member
    bool is_single;    ///< the file holds one document: its label gets no "#N"
    told_facts told;
    unpack_account own_account; ///< of an input
    unpack_account *account; ///< the input's, shared with the archive that this is a member of
    bool is_outermost;       ///< no member: its path can be opened again
    bool is_input; ///< the stream gives the input's own bytes: no member, not unpacked
    const file_origin *origin; ///< of the input, shared with its members; NULL: not asked for
    unsigned depth; ///< archives and compressors around the bytes, 0 for a plain file
    xc_ignored ignored[IGNORED_REASONS];
    size_t ignored_count;
};

/// How deep archives and compressors are opened.
enum { DEEPEST_ARCHIVE = 3 };

/// Opens an input with these formats, NULL-ended: xc_reader_open.
XC_MUST_CHECK xc_status reader_open_input(const xc_input *input, const xc_read_options *options,
                                          const read_format *const *formats, xc_reader **out,
                                          xc_error *error);
/// Opens a member of an archive or a record of a crawl.
/// @param source closed with the reader, also where it fails
/// @param input  copied; its path is for messages
/// @param told   copied
/// @param depth  as in xc_reader
/// @return as xc_reader_open
XC_MUST_CHECK xc_status reader_open_member(xc_reader *outer, byte_source source,
                                           const xc_input *input, const told_facts *told,
                                           unsigned depth, xc_reader **out, xc_error *error);
/// Counts something that is passed over.
/// @param reason a few words that live as long as the program: "redirect"
void reader_ignore(xc_reader *reader, const char *reason, size_t count);
/// Closes the reader of a member; what it passed over counts for the archive.
void reader_close_member(xc_reader *outer, xc_reader *member);

extern const read_format format_archive;
extern const read_format format_claims;
extern const read_format format_csv;
extern const read_format format_dump;
extern const read_format format_feed;
extern const read_format format_html;
extern const read_format format_json;
extern const read_format format_mail;
extern const read_format format_mailbox;
extern const read_format format_markdown;
extern const read_format format_office;
extern const read_format format_pdf;
extern const read_format format_ruled;
extern const read_format format_split;
extern const read_format format_telegram;
extern const read_format format_telegram_page;
extern const read_format format_text;
extern const read_format format_warc;
extern const read_format format_whatsapp;

/// The bytes of a file that holds one document; XC_END after it was given.
XC_MUST_CHECK xc_status reader_take_whole(xc_reader *reader, size_t limit, xc_slice *bytes,
                                          xc_error *error);

#endif
