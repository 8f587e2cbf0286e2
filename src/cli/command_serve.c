// SPDX-License-Identifier: MIT
// crossclaim serve: review in the browser.
#include "cli/message.h"
#include "cli/reviewer.h"
#include "cli/workplace.h"
#include "crossclaim/serve.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

// false where it is no port.
static bool read_port(const char *text, unsigned *out) {
    char *end = NULL;
    *out = 0;
    if (!text) {
        return true;
    }
    errno = 0;
    unsigned long port = strtoul(text, &end, 10);
    *out = (unsigned)port;
    return errno == 0 && end != text && !*end && text[0] != '-' && port >= 1 && port <= 65535;
}

static void open_browser(const char *address) {
    char command[] = "xdg-open";
    char *words[] = {command, (char *)(uintptr_t)address, NULL};
    pid_t child = 0;
    int number = posix_spawnp(&child, command, NULL, NULL, words, environ);
    if (number != 0) {
        message("cannot start a browser (xdg-open: %s); open the address by hand",
                strerror(number));
    }
}

// Until somebody interrupts it.
static void wait_for_end(const sigset_t *signals) {
    int number = 0;
    while (sigwait(signals, &number) != 0) {
    }
}

static xc_status print_address(const char *address, xc_error *error) {
    bool printed = printf("%s\n", address) > 0 && fflush(stdout) == 0;
    return printed ? XC_OK
                   : xc_fail(error, XC_IO, "cannot print the address: %s", strerror(errno));
}

static xc_status serve(const cli_arguments *arguments, xc_serve_options *options,
                       xc_error *error) {
    xc_case *case_file = NULL;
    xc_server *server = NULL;
    const char *address = NULL;
    sigset_t signals;
    (void)sigemptyset(&signals);
    (void)sigaddset(&signals, SIGINT);
    (void)sigaddset(&signals, SIGTERM);
    (void)sigaddset(&signals, SIGHUP);
    (void)sigprocmask(SIG_BLOCK, &signals, NULL); // the server's thread has the same mask
    (void)signal(SIGPIPE, SIG_IGN);
    xc_status status =
        xc_case_open(arguments->values[OPTION_DB],
                     options->read_only ? XC_CASE_READ : XC_CASE_WRITE, &case_file, error);
    if (status == XC_OK) {
        status = xc_server_start(case_file, options, &server, &address, error);
    }
    if (status == XC_OK) {
        status = print_address(address, error);
    }
    if (status == XC_OK && option_given(arguments, OPTION_OPEN)) {
        open_browser(address);
    }
    if (status == XC_OK) {
        wait_for_end(&signals);
    }
    xc_server_end(server);
    xc_case_close(case_file);
    return status;
}

int command_serve(const cli_arguments *arguments) {
    xc_serve_options options = {.name = xc_slice_of(arguments->values[OPTION_DB]),
                                .reviewer = reviewer_name(arguments),
                                .blind = option_given(arguments, OPTION_BLIND),
                                .read_only = option_given(arguments, OPTION_READ_ONLY)};
    if (!read_port(arguments->values[OPTION_PORT], &options.port)) {
        message("--port takes a number from 1 to 65535, not '%s'",
                arguments->values[OPTION_PORT]);
        return EXIT_WRONG_USAGE;
    }
    xc_error error = {0};
    workplace place;
    xc_status status = workplace_open(arguments, NEEDS_FOLDERS, &place, &error);
    if (status == XC_OK) {
        options.templates = place.templates;
        status = serve(arguments, &options, &error);
    }
    workplace_close(&place);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}
