// SPDX-License-Identifier: MIT
// crossclaim extract: claims of the inputs, as JSON Lines.
#include "cli/gather.h"
#include "cli/message.h"
#include "cli/output.h"
#include "crossclaim/report.h"

enum { MOST_KEPT = 128 * 1024 }; // bytes of lines: a long text has megabytes of claims

typedef struct print_state {
    xc_buffer out;
    bool at_once; ///< each document's lines are flushed when it is done
} print_state;

static xc_status print_claims(void *context, const xc_document *document,
                              const xc_claims *claims, xc_error *error) {
    (void)document;
    print_state *printing = context;
    xc_status status = XC_OK;
    for (size_t i = 0; i < claims->count && status == XC_OK; i++) {
        xc_report_claim_json(&claims->items[i], &printing->out);
        if (printing->out.len >= MOST_KEPT) {
            status = output_flush(&printing->out, false, error);
        }
    }
    return status == XC_OK ? output_flush(&printing->out, printing->at_once, error) : status;
}

int command_extract(const cli_arguments *arguments) {
    xc_error error = {0};
    workplace place;
    print_state printing = {.at_once = gather_reads_stdin(arguments)};
    cli_gathering gathering = {
        .place = &place, .prints = true, .document = print_claims, .context = &printing};
    xc_status status = workplace_open(arguments, NEEDS_OUTLETS | NEEDS_RULES, &place, &error);
    if (status == XC_OK) {
        status = gather(arguments, &gathering, &error);
    }
    int result =
        status == XC_OK ? gather_exit_status(arguments, &gathering) : message_failure(&error);
    xc_buffer_release(&printing.out);
    workplace_close(&place);
    return result;
}
