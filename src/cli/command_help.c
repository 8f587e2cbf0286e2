// SPDX-License-Identifier: MIT
// crossclaim help: the table of commands for people, for man and for bash.
#include "cli/manual.h"
#include "cli/message.h"
#include "cli/output.h"

/// Appends the text with lines of at most 79 columns, each indented.
static void wrap(xc_buffer *out, const char *text, size_t indent) {
    size_t column = 0;
    for (const char *word = text; *word;) {
        const char *end = word;
        while (*end && *end != ' ') {
            end++;
        }
        size_t length = (size_t)(end - word);
        if (column && column + 1 + length > 79) {
            xc_buffer_char(out, '\n');
            column = 0;
        }
        if (!column) {
            xc_buffer_print(out, "%*s", (int)indent, "");
            column = indent;
        } else {
            xc_buffer_char(out, ' ');
            column++;
        }
        xc_buffer_append(out, (xc_slice){word, length});
        column += length;
        word = *end ? end + 1 : end;
    }
    xc_buffer_char(out, '\n');
}

void help_program(const command_list *commands, xc_buffer *out) {
    xc_buffer_print(out,
                    "crossclaim %s: compares what saved news pages claim\n\n"
                    "usage: crossclaim COMMAND [OPTION]... [INPUT]...\n\ncommands:\n",
                    xc_version());
    for (size_t i = 0; i < commands->count; i++) {
        xc_buffer_print(out, "  %-9s %s\n", commands->items[i].name,
                        commands->items[i].summary);
    }
    xc_buffer_text(out, "\nto start with:\n"
                        "  crossclaim compare saved-pages -o out\n\n"
                        "'crossclaim COMMAND --help' tells a command's options. Exit status: 0 "
                        "done,\n1 done but inputs were skipped, 2 wrong usage, 3 failure.\n"
                        "The whole manual: crossclaim help --format roff | man -l -\n");
}

static void help_option(const option_use *use, xc_buffer *out) {
    const option_row *row = &option_table[use->id];
    char name[64];
    char letter[8] = "    ";
    if (row->letter) {
        (void)snprintf(letter, sizeof letter, "-%c, ", row->letter);
    }
    (void)snprintf(name, sizeof name, "%s--%s%s%s", letter, row->name, row->argument ? " " : "",
                   row->argument ? row->argument : "");
    xc_buffer_print(out, "  %-24s %s", name, row->help);
    if (use->words) {
        xc_buffer_print(out, ": %s", use->words);
    }
    xc_buffer_char(out, '\n');
}

void help_command(const cli_command *command, xc_buffer *out) {
    xc_buffer_print(out, "usage: crossclaim %s %s\n\n%s\n\n", command->name, command->usage,
                    command->summary);
    if (*command->about) {
        wrap(out, command->about, 0);
        xc_buffer_char(out, '\n');
    }
    xc_buffer_text(out, "options:\n");
    for (size_t i = 0; i < COMMAND_OPTIONS && command->options[i].id != OPTION_NONE; i++) {
        help_option(&command->options[i], out);
    }
    help_option(&(option_use){.id = OPTION_HELP}, out);
    for (size_t i = 0; i < COMMAND_EXAMPLES && command->examples[i].command; i++) {
        xc_buffer_print(out, "%s  %s\n", i ? "" : "\nexamples:\n",
                        command->examples[i].command);
        wrap(out, command->examples[i].does, 6);
    }
}

int command_help(const cli_arguments *arguments) {
    xc_buffer out = {0};
    xc_slice format = option_word(arguments, OPTION_FORMAT);
    if (arguments->input_count) {
        const cli_command *command = command_find(arguments->commands, arguments->inputs[0]);
        if (!command) {
            message("there is no command '%s'; see 'crossclaim --help'", arguments->inputs[0]);
            return EXIT_WRONG_USAGE;
        }
        help_command(command, &out);
    } else if (xc_slice_is(format, "roff")) {
        manual_page(arguments->commands, &out);
    } else if (xc_slice_is(format, "bash")) {
        completion_bash(arguments->commands, &out);
    } else {
        help_program(arguments->commands, &out);
    }
    xc_error error = {0};
    xc_status status = output_flush(&out, false, &error);
    xc_buffer_release(&out);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}
