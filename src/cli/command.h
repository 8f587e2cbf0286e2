// SPDX-License-Identifier: MIT
/// The table of commands and options. Everything that tells a user about them (--help, the
/// manual page, the shell completion) is printed from it, so that nothing can drift.
/// A new command is a file command_<name>.c and a row in commands.c.
#ifndef CROSSCLAIM_CLI_COMMAND_H
#define CROSSCLAIM_CLI_COMMAND_H

#include "crossclaim/base.h"

/// The exit statuses of the interface page.
enum { EXIT_DONE = 0, EXIT_SKIPPED = 1, EXIT_WRONG_USAGE = 2, EXIT_FAILED = 3 };

typedef enum option_id {
    OPTION_NONE, ///< ends a command's list
    OPTION_AGREEMENT,
    OPTION_BLIND,
    OPTION_CHECK,
    OPTION_CLAIM,
    OPTION_CONFIRM,
    OPTION_DB,
    OPTION_DOCUMENT,
    OPTION_DRY_RUN,
    OPTION_FOLLOW_LINKS,
    OPTION_FORMAT,
    OPTION_FROM,
    OPTION_GROUP,
    OPTION_HELP,
    OPTION_JOBS,
    OPTION_LINES,
    OPTION_LIST,
    OPTION_LIST_GROUPS, ///< --list of a review
    OPTION_MAP,
    OPTION_NAME,
    OPTION_NOT_HERE,
    OPTION_NO_BOM,
    OPTION_NO_SPLIT_LIVE,
    OPTION_NO_TEXT,
    OPTION_ONLY_CONFIRMED,
    OPTION_OPEN,
    OPTION_OPEN_QUESTION,
    OPTION_OUTPUT,
    OPTION_PACKS,
    OPTION_PART, ///< --split of a group, which is another than that of a file
    OPTION_PORT,
    OPTION_PUBLISHED,
    OPTION_READ_ONLY,
    OPTION_REJECT,
    OPTION_REVIEWER,
    OPTION_SET,
    OPTION_SETTLED,
    OPTION_SKIPPED,
    OPTION_SKIPS_OK,
    OPTION_SOURCE,
    OPTION_SOURCES,
    OPTION_SPLIT,
    OPTION_TABLE,
    OPTION_TOPIC,
    OPTION_UNDO,
    OPTION_UNPACK_LIMIT,
    OPTION_VERDICT,
    OPTION_VERSION,
    OPTION_WHY,
    OPTION_WITH,
    OPTIONS,
} option_id;

/// What an option's argument is: what the shell completes, and what is checked.
typedef enum argument_kind {
    ARGUMENT_NONE, ///< a flag
    ARGUMENT_TEXT,
    ARGUMENT_FILE,
    ARGUMENT_FOLDER,
    ARGUMENT_WORD,  ///< one of the words that the command's row lists
    ARGUMENT_COUNT, ///< a whole number from 1
    ARGUMENT_SIZE   ///< bytes: 500M, 20G
} argument_kind;

typedef struct option_row {
    const char *name; ///< without the dashes
    char letter;      ///< of the short form, 0 for none
    argument_kind kind;
    const char *argument; ///< its name in the help, NULL for a flag
    const char *help;     ///< one line
} option_row;

/// An option as one command takes it.
typedef struct option_use {
    option_id id;
    const char *words; ///< of an ARGUMENT_WORD: "csv|jsonl", the default first
    bool required;
} option_use;

typedef struct example {
    const char *command, *does;
} example;

struct cli_arguments;

enum { COMMAND_OPTIONS = 24, COMMAND_EXAMPLES = 4 };

typedef struct cli_command {
    const char *name;
    const char *usage;   ///< what follows the name
    size_t inputs_least; ///< how many words that are no option it takes
    size_t inputs_most;
    const char *summary; ///< one line
    const char *about;   ///< paragraphs, separated by an empty line
    option_use options[COMMAND_OPTIONS];
    example examples[COMMAND_EXAMPLES];
    int (*run)(const struct cli_arguments *arguments); ///< gives an exit status
} cli_command;

typedef struct command_list {
    const cli_command *items;
    size_t count;
} command_list;

/// A command line that has been read and checked.
typedef struct cli_arguments {
    const command_list *commands; ///< all there are
    const cli_command *command;
    const char *values[OPTIONS]; ///< by option_id; NULL where not given, "" for a flag
    const char *const *packs;    ///< each --packs, in order
    size_t pack_count;
    const char *const *inputs; ///< what is no option
    size_t input_count;
} cli_arguments;

extern const option_row option_table[OPTIONS];
extern const command_list command_table;

/// Reads "500M" (K, M, G, T or none, of 1024) as bytes; false where it is no size.
bool option_size(const char *text, uint64_t *bytes);
/// NULL where there is no such command.
const cli_command *command_find(const command_list *commands, const char *name);
/// Reads what follows the command's name. Messages go to standard error.
/// @param argv argv[0] is the command's name; put in order (options first) in place
/// @return false for wrong usage
XC_MUST_CHECK bool arguments_read(const command_list *commands, const cli_command *command,
                                  int argc, char **argv, cli_arguments *out);
void arguments_release(cli_arguments *arguments);
bool option_given(const cli_arguments *arguments, option_id id);
/// The word given for an option, or its default: the first of the command's words.
xc_slice option_word(const cli_arguments *arguments, option_id id);

int command_add(const cli_arguments *arguments);
int command_compare(const cli_arguments *arguments);
int command_decide(const cli_arguments *arguments);
int command_explain(const cli_arguments *arguments);
int command_export(const cli_arguments *arguments);
int command_extract(const cli_arguments *arguments);
int command_help(const cli_arguments *arguments);
int command_merge(const cli_arguments *arguments);
int command_review(const cli_arguments *arguments);
int command_rules(const cli_arguments *arguments);
int command_serve(const cli_arguments *arguments);
int command_verify(const cli_arguments *arguments);
int command_text(const cli_arguments *arguments);

#endif
