// SPDX-License-Identifier: MIT
// crossclaim export: one table of a case.
#include "cli/casework.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/workplace.h"
#include "crossclaim/report.h"

#include <unistd.h>

typedef struct word_value {
    const char *word;
    int value;
} word_value;

static const word_value tables[] = {
    {"claims", XC_TABLE_CLAIMS},       {"groups", XC_TABLE_GROUPS},
    {"documents", XC_TABLE_DOCUMENTS}, {"decisions", XC_TABLE_DECISIONS},
    {"incidents", XC_TABLE_INCIDENTS}, {NULL, 0}};
static const word_value formats[] = {
    {"csv", XC_CSV}, {"jsonl", XC_JSONL}, {"xlsx", XC_XLSX}, {NULL, 0}};

/// The command line has been checked against the same words: the first is the default.
static int value_of(const word_value *values, xc_slice word) {
    for (; values->word; values++) {
        if (xc_slice_is(word, values->word)) {
            return values->value;
        }
    }
    return 0;
}

static xc_status write_rows(const cli_arguments *arguments, const xc_case_content *content,
                            FILE *stream, xc_error *error) {
    xc_table table = (xc_table)value_of(tables, option_word(arguments, OPTION_TABLE));
    xc_table_format format =
        (xc_table_format)value_of(formats, option_word(arguments, OPTION_FORMAT));
    return option_given(arguments, OPTION_ONLY_CONFIRMED)
               ? xc_report_confirmed(content, table, format, stream, error)
               : xc_report_table(content, table, format, stream, error);
}

static xc_status write_table(const cli_arguments *arguments, const xc_case_content *content,
                             xc_error *error) {
    const char *path = arguments->values[OPTION_OUTPUT];
    if (!path) {
        return write_rows(arguments, content, stdout, error);
    }
    output_file file;
    xc_status status = output_file_open(path, &file, error);
    if (status != XC_OK) {
        return status;
    }
    status = write_rows(arguments, content, file.stream, error);
    return output_file_close(&file, status, error);
}

static bool is_workbook_for_terminal(const cli_arguments *arguments) {
    return xc_slice_is(option_word(arguments, OPTION_FORMAT), "xlsx") &&
           !option_given(arguments, OPTION_OUTPUT) && isatty(STDOUT_FILENO);
}

int command_export(const cli_arguments *arguments) {
    if (is_workbook_for_terminal(arguments)) {
        message("a workbook is nothing to read in a terminal; write it with -o FILE.xlsx");
        return EXIT_WRONG_USAGE;
    }
    xc_error error = {0};
    xc_case_content content;
    xc_arena *arena = xc_arena_new();
    xc_status status = arena ? XC_OK : xc_fail_memory(&error);
    if (status == XC_OK) {
        status = casework_load(arguments->values[OPTION_DB], arena, &content, &error);
    }
    if (status == XC_OK) {
        status = write_table(arguments, &content, &error);
    }
    xc_arena_free(arena);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}
