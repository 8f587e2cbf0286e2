// SPDX-License-Identifier: MIT
// crossclaim decide: a reviewer's decision, or a file of them.
#include "cli/casework.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/reviewer.h"
#include "crossclaim/report.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_FILE = 1 << 30 };

// What an option asks for.
typedef struct action_row {
    option_id option;
    xc_decision_kind kind;
} action_row;

static const action_row actions[] = {
    {OPTION_CONFIRM, XC_CONFIRM},   {OPTION_REJECT, XC_REJECT},
    {OPTION_SET, XC_SET_FIELD},     {OPTION_VERDICT, XC_SET_VERDICT},
    {OPTION_NOT_HERE, XC_NOT_HERE}, {OPTION_WITH, XC_ALWAYS_SAME},
    {OPTION_PART, XC_SPLIT},        {OPTION_NAME, XC_NAME},
    {OPTION_SETTLED, XC_SETTLED},   {OPTION_OPEN_QUESTION, XC_OPEN_QUESTION},
    {OPTION_UNDO, XC_UNDO}};
static const option_id targets[] = {OPTION_CLAIM, OPTION_GROUP, OPTION_DOCUMENT, OPTION_SOURCE,
                                    OPTION_FROM};

static size_t count_targets(const cli_arguments *arguments) {
    size_t count = 0;
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        count += option_given(arguments, targets[i]);
    }
    return count;
}

// The one action that is given; a reason alone is a note.
static const action_row *find_action(const cli_arguments *arguments, size_t *count) {
    static const action_row note = {OPTION_WHY, XC_NOTE};
    const action_row *found = option_given(arguments, OPTION_WHY) ? &note : NULL;
    *count = 0;
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        if (option_given(arguments, actions[i].option)) {
            found = &actions[i];
            ++*count;
        }
    }
    return found;
}

static bool read_request(const cli_arguments *arguments, xc_decision_request *out) {
    size_t count = 0;
    const action_row *action = find_action(arguments, &count);
    bool undo = action && action->kind == XC_UNDO;
    if (!action || count > 1) {
        message(
            "decide one thing at a time: --confirm, --reject, --set, --verdict, --not-here, "
            "--with, --split, --name, --settled, --open-question, --undo, or a note with "
            "--why");
        return false;
    }
    if (count_targets(arguments) != !undo) {
        message(
            "decide on one of --claim, --group, --document and --source; --undo takes none");
        return false;
    }
    *out = (xc_decision_request){
        .kind = action->kind,
        .claims = xc_slice_of(arguments->values[OPTION_CLAIM]),
        .group = xc_slice_of(arguments->values[OPTION_GROUP]),
        .document = xc_slice_of(arguments->values[OPTION_DOCUMENT]),
        .source = xc_slice_of(arguments->values[OPTION_SOURCE]),
        .value = xc_slice_of(arguments->values[action->option]),
        .why = xc_slice_trim(xc_slice_of(arguments->values[OPTION_WHY])),
        .reviewer = reviewer_name(arguments),
    };
    if (action->kind == XC_NOTE) {
        out->value = (xc_slice){0};
    }
    if (action->kind == XC_SET_FIELD &&
        !xc_slice_cut(out->value, '=', &out->field, &out->value)) {
        message("--set takes FIELD=VALUE, as value=72 or place=Derna, not '%s'",
                arguments->values[OPTION_SET]);
        return false;
    }
    return true;
}

static xc_status read_file(const char *path, xc_arena *arena, xc_decision **out, size_t *count,
                           xc_error *error) {
    xc_buffer text = {0};
    bool piped = strcmp(path, "-") == 0;
    xc_status status = xc_file_read(piped ? "/dev/stdin" : path, LONGEST_FILE, &text, error);
    xc_slice kept =
        status == XC_OK ? xc_arena_copy(arena, xc_buffer_slice(&text)) : (xc_slice){0};
    if (status == XC_OK) {
        status = xc_decisions_read(kept, xc_slice_of(path), arena, out, count, error);
    }
    xc_buffer_release(&text);
    return status;
}

static xc_status take_file(const cli_arguments *arguments, xc_case *case_file, xc_arena *arena,
                           size_t *fresh, size_t *known, xc_error *error) {
    const char *path = arguments->values[OPTION_FROM];
    xc_decision *rows = NULL;
    size_t count = 0;
    xc_status status = read_file(path, arena, &rows, &count, error);
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        bool added = false;
        rows[i].id = 0; // a number is of its case
        status = xc_case_add_decision(case_file, &rows[i], &added, error);
        *fresh += added;
        *known += !added;
    }
    if (status == XC_OK && *fresh) {
        status = xc_compare_case(case_file, error);
    }
    return status;
}

// What became of the groups, a line each on standard error.
static xc_status tell_changes(const xc_case_content *before, xc_case *case_file,
                              xc_arena *arena, xc_error *error) {
    xc_case_content after;
    xc_slice *lines = NULL;
    size_t count = 0;
    xc_status status = xc_case_load(case_file, arena, &after, error);
    if (status == XC_OK) {
        status = xc_changes_tell(before, &after, 0, arena, &lines, &count, error);
    }
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        message("%.*s", XC_PRINT(lines[i]));
    }
    return status;
}

// The row as 'export --table decisions' has it.
static xc_status print_decision(xc_case *case_file, xc_arena *arena, xc_slice key,
                                xc_error *error) {
    xc_case_content content;
    xc_status status = xc_case_load(case_file, arena, &content, error);
    return status == XC_OK ? xc_report_decision(&content, key, stdout, error) : status;
}

static xc_status decide(const cli_arguments *arguments, const xc_decision_request *request,
                        xc_case *case_file, xc_arena *arena, xc_error *error) {
    xc_case_content before;
    xc_decision made = {0};
    size_t fresh = 0;
    size_t known = 0;
    bool from = option_given(arguments, OPTION_FROM);
    bool dry = option_given(arguments, OPTION_DRY_RUN);
    xc_status status = xc_case_begin(case_file, error);
    if (status == XC_OK) {
        status = xc_case_load(case_file, arena, &before, error);
    }
    if (status == XC_OK) {
        status = from ? take_file(arguments, case_file, arena, &fresh, &known, error)
                      : xc_case_decide(case_file, request, arena, &made, error);
        fresh += !from;
    }
    if (status == XC_OK && !dry) { // kept before it is told
        status = xc_case_commit(case_file, error);
    }
    if (status == XC_OK && from) {
        message("%zu decision%s added, %zu already there", fresh, fresh == 1 ? "" : "s", known);
    }
    if (status == XC_OK && fresh) {
        status = tell_changes(&before, case_file, arena, error);
    }
    if (status == XC_OK && made.key.len) {
        status = print_decision(case_file, arena, made.key, error);
    }
    if (status == XC_OK && dry) {
        message("nothing was kept (--dry-run)");
    }
    return status;
}

int command_decide(const cli_arguments *arguments) {
    xc_decision_request request = {0};
    bool from = option_given(arguments, OPTION_FROM);
    size_t count = 0;
    if (from && (count_targets(arguments) > 1 || find_action(arguments, &count))) {
        message("--from takes the decisions of a file; leave out what else is asked");
        return EXIT_WRONG_USAGE;
    }
    if (!from && !read_request(arguments, &request)) {
        return EXIT_WRONG_USAGE;
    }
    xc_error error = {0};
    xc_case *case_file = NULL;
    xc_arena *arena = xc_arena_new();
    xc_status status = arena ? XC_OK : xc_fail_memory(&error);
    if (status == XC_OK) {
        status = xc_case_open(arguments->values[OPTION_DB], XC_CASE_WRITE, &case_file, &error);
    }
    if (status == XC_OK) {
        status = decide(arguments, &request, case_file, arena, &error);
    }
    xc_case_close(case_file);
    xc_arena_free(arena);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}
