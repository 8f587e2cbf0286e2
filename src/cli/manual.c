// SPDX-License-Identifier: MIT
// The table of commands as a manual page.
#include "cli/manual.h"

/// Text of the table as roff: backslashes and dashes kept, no line taken for a request.
static void escaped(xc_buffer *out, const char *text) {
    if (*text == '.' || *text == '\'') {
        xc_buffer_text(out, "\\&");
    }
    for (; *text; text++) {
        if (*text == '\\') {
            xc_buffer_text(out, "\\e");
        } else if (*text == '-') {
            xc_buffer_text(out, "\\-");
        } else {
            xc_buffer_char(out, *text);
        }
    }
}

static void line(xc_buffer *out, const char *before, const char *text, const char *after) {
    xc_buffer_text(out, before);
    escaped(out, text);
    xc_buffer_text(out, after);
}

static void write_option(xc_buffer *out, const option_use *use) {
    const option_row *row = &option_table[use->id];
    xc_buffer_text(out, ".TP\n");
    if (row->letter) {
        xc_buffer_print(out, "\\fB\\-%c\\fR, ", row->letter);
    }
    line(out, "\\fB\\-\\-", row->name, "\\fR");
    if (row->argument) {
        line(out, " \\fI", row->argument, "\\fR");
    }
    line(out, "\n", row->help, use->words ? ": " : "\n");
    if (use->words) {
        line(out, "", use->words, "\n");
    }
}

static void write_command(xc_buffer *out, const cli_command *command) {
    line(out, ".SS \"crossclaim ", command->name, "\"\n");
    line(out, ".B crossclaim ", command->name, " ");
    line(out, "", command->usage, "\n.PP\n");
    line(out, "", command->summary, ".\n");
    if (*command->about) {
        line(out, ".PP\n", command->about, "\n");
    }
    for (size_t i = 0; i < COMMAND_OPTIONS && command->options[i].id != OPTION_NONE; i++) {
        write_option(out, &command->options[i]);
    }
}

static void write_examples(const command_list *commands, xc_buffer *out) {
    xc_buffer_text(out, ".SH EXAMPLES\n");
    for (size_t i = 0; i < commands->count; i++) {
        const cli_command *command = &commands->items[i];
        for (size_t k = 0; k < COMMAND_EXAMPLES && command->examples[k].command; k++) {
            line(out, ".TP\n.B ", command->examples[k].command, "\n");
            line(out, "", command->examples[k].does, "\n");
        }
    }
}

void manual_page(const command_list *commands, xc_buffer *out) {
    xc_buffer_print(out, ".TH CROSSCLAIM 1 \"\" \"crossclaim %s\" \"User Commands\"\n",
                    xc_version());
    xc_buffer_text(out, ".SH NAME\ncrossclaim \\- compares what saved news pages claim\n"
                        ".SH SYNOPSIS\n.B crossclaim\n.I COMMAND\n[\\fIOPTION\\fR]... "
                        "[\\fIINPUT\\fR]...\n.SH DESCRIPTION\n"
                        "Reads saved news pages, finds the figures that they state, and shows "
                        "which of them agree and which contradict each other. Nothing is sent "
                        "over a network. Data goes to standard output, messages to standard "
                        "error.\n.SH COMMANDS\n");
    for (size_t i = 0; i < commands->count; i++) {
        write_command(out, &commands->items[i]);
    }
    write_examples(commands, out);
    xc_buffer_text(out, ".SH ENVIRONMENT\n.TP\n.B CROSSCLAIM_DATA\nthe folder that holds "
                        "claims and reports, if not ../share/crossclaim beside the program\n"
                        ".TP\n.B NO_COLOR\nno colours, where it is set\n"
                        ".SH EXIT STATUS\n.TP\n.B 0\ndone\n.TP\n.B 1\ndone, but some inputs "
                        "were skipped (\\-\\-skips\\-ok makes that 0)\n.TP\n.B 2\nwrong usage\n"
                        ".TP\n.B 3\nfailure\n");
}
