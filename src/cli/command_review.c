// SPDX-License-Identifier: MIT
// crossclaim review: discrepancies by topic, in the terminal.
#include "cli/casework.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/review_prompt.h"
#include "cli/reviewer.h"
#include "cli/workplace.h"
#include "crossclaim/report.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static unsigned terminal_width(void) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) {
        return size.ws_col;
    }
    return 80;
}

static bool wants_colour(void) {
    const char *refused = getenv("NO_COLOR");
    return isatty(STDOUT_FILENO) && !(refused && *refused);
}

static bool is_asked(const cli_arguments *arguments) {
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) &&
           !option_given(arguments, OPTION_LIST_GROUPS) &&
           !option_given(arguments, OPTION_AGREEMENT) &&
           xc_slice_is(option_word(arguments, OPTION_FORMAT), "text");
}

int command_review(const cli_arguments *arguments) {
    xc_review_options options = {
        .topic = xc_slice_of(arguments->values[OPTION_TOPIC]),
        .verdict = xc_slice_of(arguments->values[OPTION_VERDICT]),
        .source = xc_slice_of(arguments->values[OPTION_SOURCE]),
        .group = xc_slice_of(arguments->input_count ? arguments->inputs[0] : NULL),
        .reviewer = reviewer_name(arguments),
        .colour = wants_colour(),
        .width = terminal_width(),
    };
    if (is_asked(arguments)) {
        return review_ask(arguments, &options);
    }
    xc_error error = {0};
    xc_case_content content;
    xc_buffer out = {0};
    xc_arena *arena = xc_arena_new();
    xc_status status = arena ? XC_OK : xc_fail_memory(&error);
    if (status == XC_OK) {
        const xc_slice *blind =
            option_given(arguments, OPTION_BLIND) ? &options.reviewer : NULL;
        status =
            casework_load_for(arguments->values[OPTION_DB], blind, arena, &content, &error);
    }
    if (status == XC_OK && option_given(arguments, OPTION_AGREEMENT)) {
        status = xc_report_agreement(&content, &options, &out, &error);
        status = status == XC_OK ? output_flush(&out, false, &error) : status;
    } else if (status == XC_OK && xc_slice_is(option_word(arguments, OPTION_FORMAT), "jsonl")) {
        xc_report_review_json(&content, &options, &out);
        status = output_flush(&out, false, &error);
    } else if (status == XC_OK) {
        xc_report_review(&content, &options, &out);
        status = pager_show(&out, &error);
    }
    xc_buffer_release(&out);
    xc_arena_free(arena);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}
