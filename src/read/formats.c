// SPDX-License-Identifier: MIT
// The formats that are read.
#include "read/reader.h"

// Asked in this order; the last takes any text.
static const read_format *const formats[] = {
    &format_office,        // these four by marks that no text has
    &format_archive,       //
    &format_warc,          //
    &format_pdf,           //
    &format_dump,          // two lines of its own
    &format_claims,        // before JSON: its lines are JSON too
    &format_mail,          // by the names in its header
    &format_mailbox,       // the same behind one line more
    &format_feed,          // by its root element
    &format_telegram_page, // by its classes, before other pages
    &format_html,          //
    &format_telegram,      // by its members' names, before other JSON
    &format_json,          //
    &format_split,         // where the user says so
    &format_whatsapp,      // by the figures before its messages
    &format_csv,           // by the names of its columns
    &format_ruled,         // by lines of signs with articles behind them
    &format_markdown,      //
    &format_text,          //
    NULL,
};

xc_status xc_reader_open(const xc_input *input, const xc_read_options *options, xc_reader **out,
                         xc_error *error) {
    return reader_open_input(input, options, formats, out, error);
}
