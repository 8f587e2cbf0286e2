// SPDX-License-Identifier: MIT
/// What a format has to offer so that its files can be read: one row of the table in reader.c.
#ifndef CROSSCLAIM_READ_READER_H
#define CROSSCLAIM_READ_READER_H

#include "crossclaim/read.h"
#include "stream.h"

/// What a format is told by: the first bytes and the name.
typedef struct xc_sample {
    xc_slice head;      ///< raw, up to 64 KiB
    xc_slice extension; ///< of the file name, with its dot, any case; empty if none
    const xc_read_options *options;
} xc_sample;

typedef struct xc_format {
    const char *name; ///< as documents.csv shows it
    /// Whether the file is of this format.
    bool (*sniff)(const xc_sample *sample);
    /// Sets reader->state; may read from reader->stream. May be NULL.
    xc_status (*open)(xc_reader *reader, xc_error *error);
    /// The next document's own fields; label, lexicons, sources and key are added afterwards.
    /// @return as xc_reader_next
    xc_status (*next)(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error);
    /// Gives back what is not in reader->arena. May be NULL.
    void (*close)(xc_reader *reader);
} xc_format;

struct xc_reader {
    const xc_format *format;
    xc_input input;
    xc_read_options options;
    xc_stream stream;
    xc_arena *arena; ///< lives as long as the reader
    void *state;     ///< of the format
    size_t number;   ///< documents given so far, broken ones too
    bool is_single;  ///< the file holds one document: its label gets no "#N"
};

extern const xc_format xc_format_claims;
extern const xc_format xc_format_csv;
extern const xc_format xc_format_dump;
extern const xc_format xc_format_html;
extern const xc_format xc_format_json;
extern const xc_format xc_format_mail;
extern const xc_format xc_format_mailbox;
extern const xc_format xc_format_split;
extern const xc_format xc_format_text;

#endif
