// SPDX-License-Identifier: MIT
// The options, and reading a command line by the table of commands.
#include "cli/command.h"
#include "cli/message.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { JOBS_MOST = 1024 };

const option_row option_table[OPTIONS] = {
    [OPTION_AGREEMENT] = {"agreement", 0, ARGUMENT_NONE, NULL,
                          "how far reviewers agree, and on what they do not"},
    [OPTION_BLIND] = {"blind", 0, ARGUMENT_NONE, NULL,
                      "show others' decisions only on what you decided, too"},
    [OPTION_CHECK] = {"check", 0, ARGUMENT_NONE, NULL,
                      "run the examples that every rule carries"},
    [OPTION_CLAIM] = {"claim", 0, ARGUMENT_TEXT, "ID",
                      "the claim that it is about (or several, parted by commas)"},
    [OPTION_CONFIRM] = {"confirm", 0, ARGUMENT_NONE, NULL, "it says what was read in it"},
    [OPTION_DB] = {"db", 0, ARGUMENT_FILE, "CASE", "the case file"},
    [OPTION_DOCUMENT] = {"document", 0, ARGUMENT_TEXT, "ID",
                         "the document, by its key or its label"},
    [OPTION_DRY_RUN] = {"dry-run", 0, ARGUMENT_NONE, NULL,
                        "show what would be decided, and keep nothing"},
    [OPTION_FOLLOW_LINKS] = {"follow-links", 0, ARGUMENT_NONE, NULL,
                             "read also what links in a folder lead to outside of it"},
    [OPTION_FORMAT] = {"format", 0, ARGUMENT_WORD, "FORMAT", "how to print"},
    [OPTION_FROM] = {"from", 0, ARGUMENT_FILE, "FILE",
                     "decisions that 'export --table decisions' wrote; - for standard input"},
    [OPTION_GROUP] = {"group", 0, ARGUMENT_TEXT, "ID", "the group that it is about"},
    [OPTION_HELP] = {"help", 'h', ARGUMENT_NONE, NULL, "show this help"},
    [OPTION_JOBS] = {"jobs", 'j', ARGUMENT_COUNT, "N", "threads to use (one a core)"},
    [OPTION_LINES] = {"lines", 0, ARGUMENT_NONE, NULL,
                      "read one text a line from standard input, answer each at once"},
    [OPTION_LIST] = {"list", 0, ARGUMENT_NONE, NULL, "list every rule with its file and line"},
    [OPTION_LIST_GROUPS] = {"list", 0, ARGUMENT_NONE, NULL, "print, and ask nothing"},
    [OPTION_MAP] = {"map", 0, ARGUMENT_TEXT, "FIELDS",
                    "field names of your JSON or CSV: text=body,published=date"},
    [OPTION_NAME] = {"name", 0, ARGUMENT_TEXT, "TEXT", "what the group is called"},
    [OPTION_NOT_HERE] = {"not-here", 0, ARGUMENT_NONE, NULL,
                         "the claim does not belong in its group"},
    [OPTION_NO_BOM] = {"no-bom", 0, ARGUMENT_NONE, NULL, "no byte-order mark in the CSV files"},
    [OPTION_NO_SPLIT_LIVE] = {"no-split-live", 0, ARGUMENT_NONE, NULL,
                              "read a live page as one document, not one an entry"},
    [OPTION_NO_TEXT] = {"no-text", 0, ARGUMENT_NONE, NULL,
                        "leave the articles' texts out of the report"},
    [OPTION_ONLY_CONFIRMED] = {"only-confirmed", 0, ARGUMENT_NONE, NULL,
                               "only claims that a reviewer confirmed, and their groups"},
    [OPTION_OPEN] = {"open", 0, ARGUMENT_NONE, NULL, "start the browser"},
    [OPTION_OPEN_QUESTION] = {"open-question", 0, ARGUMENT_NONE, NULL,
                              "the group is open; the question for a colleague is in --why"},
    [OPTION_OUTPUT] = {"output", 'o', ARGUMENT_FILE, "PATH", "where to write"},
    [OPTION_PACKS] = {"packs", 0, ARGUMENT_FOLDER, "DIR",
                      "a folder of your own rule packs (may be given again)"},
    [OPTION_PART] = {"split", 0, ARGUMENT_NONE, NULL,
                     "these claims part from their group; of a group, each from each"},
    [OPTION_PORT] = {"port", 0, ARGUMENT_TEXT, "N", "where to listen (any free port)"},
    [OPTION_PUBLISHED] =
        {"published", 0, ARGUMENT_TEXT, "DATE",
         "the date (YYYY-MM-DD) that \"yesterday\" and the like are told from"},
    [OPTION_READ_ONLY] = {"read-only", 0, ARGUMENT_NONE, NULL, "take no decisions"},
    [OPTION_REJECT] = {"reject", 0, ARGUMENT_NONE, NULL,
                       "it is left out of the comparison; of a document, all its claims"},
    [OPTION_REVIEWER] =
        {"reviewer", 0, ARGUMENT_TEXT, "NAME",
         "who decides (else CROSSCLAIM_REVIEWER, else the name you log in with)"},
    [OPTION_SET] = {"set", 0, ARGUMENT_TEXT, "FIELD=VALUE",
                    "correct a field of the claim; of a document its kind, grade, source, url, "
                    "published or wire"},
    [OPTION_SETTLED] = {"settled", 0, ARGUMENT_NONE, NULL, "the group needs no further look"},
    [OPTION_SKIPPED] = {"skipped", 0, ARGUMENT_NONE, NULL,
                        "list what could not be read, with the reason"},
    [OPTION_SKIPS_OK] = {"skips-ok", 0, ARGUMENT_NONE, NULL,
                         "exit with 0 also where inputs were skipped"},
    [OPTION_SOURCE] = {"source", 0, ARGUMENT_TEXT, "NAME",
                       "only groups that this outlet has a part in"},
    [OPTION_SOURCES] = {"sources", 0, ARGUMENT_FILE, "FILE.csv",
                        "outlets, addresses and dates that the pages do not tell"},
    [OPTION_SPLIT] = {"split", 0, ARGUMENT_TEXT, "REGEX",
                      "the line between articles where one file holds several"},
    [OPTION_TABLE] = {"table", 0, ARGUMENT_WORD, "TABLE", "which table"},
    [OPTION_UNDO] = {"undo", 0, ARGUMENT_TEXT, "ID",
                     "take a decision back, by its key or number"},
    [OPTION_UNPACK_LIMIT] = {"unpack-limit", 0, ARGUMENT_SIZE, "SIZE",
                             "most to unpack out of one input: 500M, 20G"},
    [OPTION_TOPIC] = {"topic", 0, ARGUMENT_TEXT, "TOPIC", "only groups of this topic"},
    [OPTION_VERDICT] = {"verdict", 0, ARGUMENT_WORD, "VERDICT", "only groups of this verdict"},
    [OPTION_VERSION] = {"version", 0, ARGUMENT_NONE, NULL, "show the version"},
    [OPTION_WHY] = {"why", 0, ARGUMENT_TEXT, "TEXT", "the reason; alone it is a note"},
    [OPTION_WITH] = {"with", 0, ARGUMENT_TEXT, "ID",
                     "the two are about one thing: claims, or groups"},
};

bool option_given(const cli_arguments *arguments, option_id id) {
    return arguments->values[id] != NULL;
}

static const option_use *use_of(const cli_command *command, option_id id) {
    for (size_t i = 0; i < COMMAND_OPTIONS && command->options[i].id != OPTION_NONE; i++) {
        if (command->options[i].id == id) {
            return &command->options[i];
        }
    }
    return NULL;
}

xc_slice option_word(const cli_arguments *arguments, option_id id) {
    if (arguments->values[id]) {
        return xc_slice_of(arguments->values[id]);
    }
    const option_use *use = use_of(arguments->command, id);
    xc_slice first = {0}, rest;
    if (use && use->words) {
        (void)xc_slice_cut(xc_slice_of(use->words), '|', &first, &rest);
    }
    return first;
}

static bool is_listed(const char *words, const char *word) {
    xc_slice rest = xc_slice_of(words), head;
    bool more = true;
    while (more) {
        more = xc_slice_cut(rest, '|', &head, &rest);
        if (xc_slice_is(head, word)) {
            return true;
        }
    }
    return false;
}

static bool is_count(const char *text) {
    char *end;
    errno = 0;
    long count = strtol(text, &end, 10);
    return errno == 0 && end != text && *end == '\0' && count >= 1 && count <= JOBS_MOST;
}

bool option_size(const char *text, uint64_t *bytes) {
    static const char letters[] = "KMGT";
    char *end;
    errno = 0;
    unsigned long long size = strtoull(text, &end, 10);
    if (errno != 0 || end == text || text[0] == '-' || size == 0) {
        return false;
    }
    const char *letter = *end ? strchr(letters, toupper((unsigned char)*end)) : NULL;
    for (const char *at = letters; letter && at <= letter; at++) {
        if (__builtin_mul_overflow(size, 1024, &size)) {
            return false;
        }
    }
    *bytes = size;
    return end[letter ? 1 : 0] == '\0';
}

/// "csv|jsonl|xlsx" as "csv, jsonl or xlsx".
static void print_choice(const char *words, char *out, size_t size) {
    size_t length = 0;
    for (; *words && length + sizeof " or " < size; words++) {
        const char *joint = *words != '|' ? "" : strchr(words + 1, '|') ? ", " : " or ";
        if (*joint) {
            length = (size_t)(stpcpy(out + length, joint) - out);
        } else {
            out[length++] = *words;
        }
    }
    out[length] = '\0';
}

static bool value_is_right(const option_row *option, const option_use *use, const char *value) {
    if (!value) {
        return true;
    }
    if (use && use->words && !is_listed(use->words, value)) {
        char choice[128];
        print_choice(use->words, choice, sizeof choice);
        message("--%s takes %s, not '%s'", option->name, choice, value);
        return false;
    }
    if ((option->kind == ARGUMENT_FILE || option->kind == ARGUMENT_FOLDER) && !*value) {
        message("--%s takes a path, not ''", option->name);
        return false;
    }
    uint64_t size;
    if (option->kind == ARGUMENT_SIZE && !option_size(value, &size)) {
        message("--%s takes a size as 500M or 20G, not '%s'", option->name, value);
        return false;
    }
    if (option->kind == ARGUMENT_COUNT && !is_count(value)) {
        message("--%s takes a whole number from 1 to %d, not '%s'", option->name, JOBS_MOST,
                value);
        return false;
    }
    return true;
}

/// The options of one command in the form of getopt_long; `val` is the option_id.
static void getopt_rows(const cli_command *command, struct option longs[OPTIONS + 1],
                        char letters[2 * OPTIONS + 2]) {
    size_t count = 0, length = 0;
    letters[length++] = ':';
    for (option_id id = OPTION_NONE + 1; id < OPTIONS; id++) {
        if (id != OPTION_HELP && id != OPTION_VERSION && !use_of(command, id)) {
            continue;
        }
        const option_row *row = &option_table[id];
        int has_argument = row->kind == ARGUMENT_NONE ? no_argument : required_argument;
        longs[count++] = (struct option){row->name, has_argument, NULL, (int)id};
        if (row->letter) {
            letters[length++] = row->letter;
            if (has_argument == required_argument) {
                letters[length++] = ':';
            }
        }
    }
    longs[count] = (struct option){0};
    letters[length] = '\0';
}

static option_id id_of(int value) {
    if (value < OPTIONS) {
        return (option_id)value;
    }
    for (option_id id = OPTION_NONE + 1; id < OPTIONS; id++) {
        if (option_table[id].letter == value) {
            return id;
        }
    }
    return OPTION_NONE;
}

static void refuse(const cli_command *command, char **argv, int found) {
    const char *word = argv[optind - 1];
    if (found == ':') {
        message("%s wants an argument; see 'crossclaim %s --help'", word, command->name);
    } else if (optopt > OPTIONS) {
        message("'%s' has no option -%c; see 'crossclaim %s --help'", command->name, optopt,
                command->name);
    } else {
        message("'%s' has no option %s; see 'crossclaim %s --help'", command->name, word,
                command->name);
    }
}

static bool is_complete(const cli_arguments *arguments) {
    const cli_command *command = arguments->command;
    for (size_t i = 0; i < COMMAND_OPTIONS && command->options[i].id != OPTION_NONE; i++) {
        const option_use *use = &command->options[i];
        if (use->required && !arguments->values[use->id]) {
            message("%s wants --%s %s; see 'crossclaim %s --help'", command->name,
                    option_table[use->id].name, option_table[use->id].argument, command->name);
            return false;
        }
    }
    if (arguments->input_count < command->inputs_least) {
        message("%s what? name saved pages, a folder of them, or '-' for standard input",
                command->name);
        return false;
    }
    if (arguments->input_count > command->inputs_most) {
        message("'%s' does not go with '%s'; see 'crossclaim %s --help'",
                arguments->inputs[command->inputs_most], command->name, command->name);
        return false;
    }
    return true;
}

const cli_command *command_find(const command_list *commands, const char *name) {
    for (size_t i = 0; i < commands->count; i++) {
        if (strcmp(commands->items[i].name, name) == 0) {
            return &commands->items[i];
        }
    }
    return NULL;
}

bool arguments_read(const command_list *commands, const cli_command *command, int argc,
                    char **argv, cli_arguments *out) {
    struct option longs[OPTIONS + 1];
    char letters[2 * OPTIONS + 2];
    getopt_rows(command, longs, letters);
    *out = (cli_arguments){.commands = commands, .command = command};
    const char **packs = calloc((size_t)argc + 1, sizeof *packs);
    if (!packs) {
        message("out of memory");
        return false;
    }
    out->packs = packs;
    opterr = 0;
    int found;
    while ((found = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        if (found == '?' || found == ':') {
            refuse(command, argv, found);
            return false;
        }
        option_id id = id_of(found);
        if (!value_is_right(&option_table[id], use_of(command, id), optarg)) {
            return false;
        }
        out->values[id] = optarg ? optarg : "";
        if (id == OPTION_PACKS) {
            packs[out->pack_count++] = optarg;
        }
    }
    out->inputs = (const char *const *)argv + optind;
    out->input_count = (size_t)(argc - optind);
    return option_given(out, OPTION_HELP) || option_given(out, OPTION_VERSION) ||
           is_complete(out);
}

void arguments_release(cli_arguments *arguments) {
    free((void *)arguments->packs);
    *arguments = (cli_arguments){0};
}
