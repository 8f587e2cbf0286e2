// SPDX-License-Identifier: MIT
// crossclaim add: documents into a case.
#include "cli/casework.h"
#include "cli/message.h"

int command_add(const cli_arguments *arguments) {
    xc_error error = {0};
    workplace place;
    casework work = {.place = &place, .path = arguments->values[OPTION_DB], .resumes = true};
    xc_status status = workplace_open(arguments, NEEDS_OUTLETS | NEEDS_RULES, &place, &error);
    if (status == XC_OK) {
        status = casework_run(arguments, &work, &error);
    }
    if (status == XC_OK && work.case_file) {
        status = casework_keep(&work, &error);
    }
    int result;
    if (status != XC_OK) {
        result = message_failure(&error);
        casework_tell_batches(&work);
    } else if (!work.kept) {
        result = casework_nothing_read(&work);
    } else {
        casework_tell(&work);
        result = gather_exit_status(arguments, &work.gathering);
    }
    casework_release(&work);
    workplace_close(&place);
    return result;
}
