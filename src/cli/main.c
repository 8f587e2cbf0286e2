// SPDX-License-Identifier: MIT
// The program: finds the command's row, reads its options, runs it.
#include "cli/manual.h"
#include "cli/message.h"
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int print(void (*write)(xc_buffer *out)) {
    xc_buffer out = {0};
    xc_error error = {0};
    write(&out);
    xc_status status = output_flush(&out, false, &error);
    xc_buffer_release(&out);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}

static void version(xc_buffer *out) {
    xc_buffer_print(
        out,
        "crossclaim %s\nMIT licence; its data and whose they are: docs/licences.md, "
        "or /usr/share/doc/crossclaim/licences.md\n",
        xc_version());
}

static void help(xc_buffer *out) {
    help_program(&command_table, out);
}

static int print_help_of(const cli_command *command) {
    xc_buffer out = {0};
    xc_error error = {0};
    help_command(command, &out);
    xc_status status = output_flush(&out, false, &error);
    xc_buffer_release(&out);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}

static int run(const cli_command *command, int argc, char **argv) {
    cli_arguments arguments;
    int result = EXIT_WRONG_USAGE;
    if (arguments_read(&command_table, command, argc, argv, &arguments)) {
        if (option_given(&arguments, OPTION_HELP)) {
            result = print_help_of(command);
        } else if (option_given(&arguments, OPTION_VERSION)) {
            result = print(version);
        } else {
            result = command->run(&arguments);
        }
    }
    arguments_release(&arguments);
    return result;
}

// Without the three, the first file that is opened takes the number of one, and is written into
// where words for the user or data are meant. What is closed stays so for our own reading and
// writing: it is held by what cannot be read or written.
static bool hold_streams(void) {
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        if (fcntl(stream, F_GETFD) < 0 && errno == EBADF) {
            int held = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
            if (held != stream) {
                return false;
            }
        }
    }
    return true;
}

int main(int argc, char **argv) {
    if (!hold_streams()) {
        return EXIT_FAILED;
    }
    // A reader that has seen enough (`| head`) ends us without a word, as it does cat.
    (void)signal(SIGPIPE, SIG_DFL);
    if (argc < 2) {
        message("what to do? see 'crossclaim --help'");
        return EXIT_WRONG_USAGE;
    }
    const char *word = argv[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        return output_close(print(help));
    }
    if (strcmp(word, "--version") == 0) {
        return output_close(print(version));
    }
    const cli_command *command = command_find(&command_table, word);
    if (!command) {
        message("'%s' is no command of crossclaim; see 'crossclaim --help'", word);
        return EXIT_WRONG_USAGE;
    }
    return output_close(run(command, argc - 1, argv + 1));
}
