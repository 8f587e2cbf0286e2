// SPDX-License-Identifier: MIT
// crossclaim text: what was read of each document.
#include "cli/gather.h"
#include "cli/message.h"
#include "cli/output.h"
#include "crossclaim/report.h"

#include <unistd.h>

typedef struct print_state {
    xc_buffer out;
    bool json, at_once, is_terminal;
} print_state;

static void print_field(xc_buffer *out, const char *name, xc_slice value) {
    if (value.len) {
        xc_buffer_print(out, "%s: ", name);
        xc_buffer_append(out, value);
        xc_buffer_char(out, '\n');
    }
}

/// A terminal would obey controls that stand in the texts.
static void show(xc_buffer *out) {
    xc_buffer shown = {0};
    xc_buffer_shown(&shown, xc_buffer_slice(out));
    shown.status = out->status == XC_OK ? shown.status : out->status;
    xc_buffer_release(out);
    *out = shown;
}

/// For people: the facts a line each, an empty line, the text, an empty line.
static void print_words(const xc_document *document, xc_buffer *out) {
    print_field(out, "document", document->label);
    print_field(out, "source", document->source);
    print_field(out, "wire", document->wire);
    print_field(out, "published", document->published);
    print_field(out, "author", document->author);
    print_field(out, "url", document->url);
    print_field(out, "title", document->title);
    xc_buffer_char(out, '\n');
    xc_buffer_append(out, document->text);
    xc_buffer_text(out, "\n\n");
}

static xc_status print_document(void *context, const xc_document *document,
                                const xc_claims *claims, xc_error *error) {
    (void)claims;
    print_state *printing = context;
    if (printing->json) {
        xc_report_document_json(document, &printing->out);
    } else {
        print_words(document, &printing->out);
        if (printing->is_terminal) {
            show(&printing->out);
        }
    }
    return output_flush(&printing->out, printing->at_once, error);
}

static xc_status print_nothing(void *context, const xc_document *document,
                               const xc_claims *claims, xc_error *error) {
    (void)context, (void)document, (void)claims, (void)error;
    return XC_OK;
}

/// --skipped: what could not be read is the data here, a line each: input, tab, reason.
static xc_status print_skipped(const cli_gathering *gathering, bool json, xc_error *error) {
    xc_buffer out = {0};
    for (size_t i = 0; i < gathering->skip_count; i++) {
        const xc_skip *skip = &gathering->skipped[i];
        if (json) {
            xc_json line = {.out = &out};
            xc_json_object(&line);
            xc_json_member(&line, "document", skip->path);
            xc_json_member(&line, "reason", skip->reason);
            xc_json_end_object(&line);
            xc_buffer_char(&out, '\n');
        } else {
            xc_buffer_append(&out, skip->path);
            xc_buffer_char(&out, '\t');
            xc_buffer_append(&out, skip->reason);
            xc_buffer_char(&out, '\n');
        }
    }
    if (isatty(STDOUT_FILENO)) {
        show(&out);
    }
    xc_status status = output_flush(&out, false, error);
    xc_buffer_release(&out);
    return status;
}

int command_text(const cli_arguments *arguments) {
    xc_error error = {0};
    workplace place;
    print_state printing = {.json = xc_slice_is(option_word(arguments, OPTION_FORMAT), "jsonl"),
                            .at_once = gather_reads_stdin(arguments),
                            .is_terminal = isatty(STDOUT_FILENO)};
    bool skipped_only = option_given(arguments, OPTION_SKIPPED);
    cli_gathering gathering = {.place = &place,
                               .text_only = true,
                               .tells_ignored = skipped_only,
                               .prints = true,
                               .lists_skipped = skipped_only,
                               .document = skipped_only ? print_nothing : print_document,
                               .context = &printing};
    xc_status status = workplace_open(arguments, NEEDS_OUTLETS, &place, &error);
    if (status == XC_OK) {
        status = gather(arguments, &gathering, &error);
    }
    if (status == XC_OK && skipped_only) {
        status = print_skipped(&gathering, printing.json, &error);
        const xc_read_counts *counts = &gathering.counts;
        message("%zu found, %zu read, %zu ignored, %zu skipped", counts->found, counts->read,
                counts->ignored, counts->skipped);
    }
    int result =
        status == XC_OK ? gather_exit_status(arguments, &gathering) : message_failure(&error);
    xc_buffer_release(&printing.out);
    workplace_close(&place);
    return result;
}
