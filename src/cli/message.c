// SPDX-License-Identifier: MIT
// What a user reads on standard error.
#include "cli/message.h"
#include "cli/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

static bool progress_is_shown;
static size_t documents_kept;

static bool has_terminal(void) {
    static int is_terminal = -1;
    if (is_terminal < 0) {
        is_terminal = isatty(STDERR_FILENO);
    }
    return is_terminal > 0;
}

void progress_kept(size_t documents) {
    documents_kept = documents;
}

void progress_show(size_t done, size_t all) {
    if (has_terminal() && all > 1) {
        fprintf(stderr, "\rreading %zu of %zu files", done, all);
        if (documents_kept) {
            fprintf(stderr, ", %zu documents kept", documents_kept);
        }
        fputs("\033[K", stderr);
        progress_is_shown = true;
    }
}

void progress_comparing(size_t documents) {
    if (has_terminal()) {
        fprintf(stderr, "\rcomparing %zu new document%s\033[K", documents,
                documents == 1 ? "" : "s");
        progress_is_shown = true;
    }
}

void progress_clear(void) {
    if (progress_is_shown) {
        fputs("\r\033[K", stderr);
        progress_is_shown = false;
    }
}

void message(const char *format, ...) {
    char text[2048];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    for (char *at = text; *at; at++) { // a message is a line
        *at = *at == '\n' || *at == '\t' ? '?' : *at;
    }
    xc_string_shown(text); // a file's name may carry what would steer the terminal
    progress_clear();
    fprintf(stderr, "crossclaim: %s\n", text);
}

void message_limited(xc_slice rule, size_t sentences) {
    message("rule %.*s: its pattern takes too many steps and was given up in %zu sentence%s; "
            "mend what can match in many ways, such as (a+)+",
            XC_PRINT(rule), sentences, sentences == 1 ? "" : "s");
}

void message_treeless(xc_slice language) {
    message("claims/%.*s has no syntax.model: its sentences are read without trees",
            XC_PRINT(language));
}

int message_failure(const xc_error *error) {
    char text[sizeof error->path + sizeof error->message + 32];
    xc_error_print(error, text, sizeof text);
    message("%s", text);
    return error->status == XC_USAGE ? EXIT_WRONG_USAGE : EXIT_FAILED;
}
