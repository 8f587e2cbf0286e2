// SPDX-License-Identifier: MIT
// Review on a terminal: a group, a prompt, a decision that is kept at once.
#include "cli/review_prompt.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/reviewer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct prompt {
    xc_case *case_file;
    const xc_review_options *options;
    xc_slice reviewer;
    xc_arena *kept;   // what lives as long as the review
    xc_slice *passed; // ids of groups that wait, a claim of each
    size_t passed_count, passed_capacity;
    xc_slice current; // a claim of the group that is asked about; empty: the next one
    xc_arena *arena;  // of one turn
    xc_case_content content;
    const xc_group *group;
    size_t left;
    size_t saved;
    bool blind;
    bool behind; // groups do not follow what was decided
    char *line;
    size_t capacity;
} prompt;

static xc_status load(prompt *p, xc_error *error) {
    xc_arena_reset(p->arena);
    xc_status status = xc_case_load(p->case_file, p->arena, &p->content, error);
    if (status == XC_OK && p->blind) {
        status = xc_decisions_blind(&p->content, p->reviewer, p->arena, error);
    }
    return status == XC_OK ? xc_decisions_apply(&p->content, p->arena, error) : status;
}

static bool has_member(const xc_group *group, xc_slice claim) {
    for (size_t i = 0; i < group->member_count; i++) {
        if (xc_slice_equal(group->members[i], claim)) {
            return true;
        }
    }
    return false;
}

static bool is_passed(const prompt *p, const xc_group *group) {
    for (size_t i = 0; i < p->passed_count; i++) {
        if (has_member(group, p->passed[i])) {
            return true;
        }
    }
    return false;
}

// The group that was asked about before, else the first that waits.
static xc_status choose(prompt *p, xc_error *error) {
    const xc_group **queue = NULL;
    size_t count = 0;
    p->group = NULL;
    p->left = 0;
    xc_status status =
        xc_report_review_queue(&p->content, p->options, p->arena, &queue, &count, error);
    for (size_t i = 0; status == XC_OK && i < count; i++) {
        if (!is_passed(p, queue[i])) {
            p->left++;
            p->group = p->group ? p->group : queue[i];
        }
    }
    for (size_t i = 0; p->current.len && i < p->content.group_count; i++) {
        if (has_member(&p->content.groups[i], p->current)) {
            p->group = &p->content.groups[i];
        }
    }
    return status;
}

static xc_status show(prompt *p, xc_error *error) {
    xc_buffer out = {0};
    xc_review_options options = *p->options;
    options.topic = options.verdict = options.source = (xc_slice){0};
    options.group = p->group->id;
    options.numbered = true;
    xc_report_review(&p->content, &options, &out);
    xc_status status = output_flush(&out, true, error);
    xc_buffer_release(&out);
    return status;
}

// Words of a failure, in lines of the terminal's width.
static void say(const prompt *p, const char *text) {
    size_t width = p->options->width ? p->options->width : 80;
    xc_slice rest = xc_slice_of(text);
    while (rest.len) {
        size_t end = rest.len + 2 <= width ? rest.len : width - 2;
        while (end < rest.len && end > 1 && rest.ptr[end] != ' ') {
            end--;
        }
        printf("  %.*s\n", (int)end, rest.ptr);
        rest = xc_slice_trim(xc_slice_sub(rest, end, rest.len));
    }
}

static bool ask(prompt *p, xc_slice *line) {
    printf("%zu left. a c r e s m v n o u q, ? for help, Enter for the next > ", p->left);
    (void)fflush(stdout);
    ssize_t length = getline(&p->line, &p->capacity, stdin);
    *line = (xc_slice){p->line, length > 0 ? (size_t)length : 0};
    return length > 0;
}

static bool pass(prompt *p, xc_slice claim) {
    xc_slice *at =
        xc_arena_grow(p->kept, &p->passed, p->passed_count, &p->passed_capacity, sizeof *at);
    if (at) {
        *at = xc_arena_copy(p->kept, claim);
        p->passed_count++;
    }
    p->current = (xc_slice){0};
    return at && at->ptr;
}

// The reviewer's last decision that stands; empty where there is none.
static xc_slice last_of(const prompt *p) {
    xc_standing *standing = NULL;
    if (xc_decisions_standing(&p->content, p->arena, &standing, NULL) != XC_OK) {
        return (xc_slice){0};
    }
    for (size_t i = p->content.decision_count; i-- > 0;) {
        const xc_decision *decision = &p->content.decisions[i];
        if (standing[i] != XC_UNDONE && decision->kind != XC_UNDO &&
            xc_slice_equal(decision->reviewer, p->reviewer)) {
            return decision->key;
        }
    }
    return (xc_slice){0};
}

// A decision in a transaction of its own; what makes no sense is said and asked again.
static xc_status decide(prompt *p, xc_decision_request *request, bool *done, xc_error *error) {
    xc_decision made;
    request->reviewer = p->reviewer;
    request->blind = p->blind;
    xc_status status = xc_case_begin(p->case_file, error);
    if (status == XC_OK) {
        bool large = p->content.claim_count > XC_COMPARED_AT_ONCE; // nobody waits for it
        status = large ? xc_case_decide_alone(p->case_file, request, p->arena, &made, error)
                       : xc_case_decide(p->case_file, request, p->arena, &made, error);
        p->behind =
            p->behind || (large && status == XC_OK && xc_decision_bears_on_groups(made.kind));
    }
    *done = status == XC_OK;
    if (status == XC_USAGE) {
        say(p, error->message);
        *error = (xc_error){0};
        return xc_case_roll_back(p->case_file, error);
    }
    if (status == XC_OK) {
        status = xc_case_commit(p->case_file, error);
    }
    if (status == XC_OK) {
        p->saved++;
        printf("  saved: %s (u undoes it)\n\n", xc_decision_kind_text(made.kind));
    }
    return status;
}

static xc_status answer(prompt *p, const typed_line *typed, xc_error *error) {
    xc_decision_request request = typed->request;
    xc_slice claim = p->group->members[0];
    bool done = false;
    if (typed->act == TYPED_UNDO && !request.value.len) {
        request.value = last_of(p);
    }
    if (typed->act == TYPED_UNDO && !request.value.len) {
        printf("  nothing of yours to undo\n");
        return XC_OK;
    }
    xc_status status = decide(p, &request, &done, error);
    if (status == XC_OK && done) {
        p->current = (xc_slice){0};
        if (!typed->leaves && typed->act != TYPED_UNDO) {
            p->current = xc_arena_copy(p->kept, claim);
        }
        if (typed->leaves && !pass(p, claim)) {
            status = xc_fail_memory(error);
        }
    }
    return status;
}

// One group and one answer.
static xc_status turn(prompt *p, bool *leave, xc_error *error) {
    xc_slice line;
    typed_line typed = {.act = TYPED_HELP};
    xc_status status = show(p, error);
    while (status == XC_OK && (typed.act == TYPED_HELP || typed.act == TYPED_WRONG)) {
        if (!ask(p, &line)) {
            *leave = true;
            return XC_OK;
        }
        typed_read(line, p->group, &typed);
        if (typed.act == TYPED_HELP) {
            (void)fputs(typed_help, stdout);
        } else if (typed.act == TYPED_WRONG) {
            printf("  that is written %s\n", typed.wrong);
        }
    }
    *leave = typed.act == TYPED_QUIT;
    if (status == XC_OK && typed.act == TYPED_NEXT && !pass(p, p->group->members[0])) {
        status = xc_fail_memory(error);
    }
    bool decides = typed.act == TYPED_DECISION || typed.act == TYPED_UNDO;
    return status == XC_OK && decides ? answer(p, &typed, error) : status;
}

static xc_status run(prompt *p, xc_error *error) {
    bool leave = false;
    xc_status status = XC_OK;
    while (status == XC_OK && !leave) {
        status = load(p, error);
        if (status == XC_OK) {
            status = choose(p, error);
        }
        if (status == XC_OK && !p->group) {
            printf("Nothing is left to decide.\n");
            break;
        }
        if (status == XC_OK) {
            status = turn(p, &leave, error);
        }
    }
    if (status == XC_OK) {
        printf("%zu decision%s saved.%s\n", p->saved, p->saved == 1 ? "" : "s",
               p->behind ? " The case is large: 'crossclaim compare --db' compares it anew."
                         : "");
    }
    return status;
}

int review_ask(const cli_arguments *arguments, const xc_review_options *options) {
    xc_error error = {0};
    prompt p = {.options = options,
                .reviewer = reviewer_name(arguments),
                .blind = option_given(arguments, OPTION_BLIND),
                .kept = xc_arena_new(),
                .arena = xc_arena_new()};
    xc_status status = p.kept && p.arena ? XC_OK : xc_fail_memory(&error);
    if (status == XC_OK) {
        status =
            xc_case_open(arguments->values[OPTION_DB], XC_CASE_WRITE, &p.case_file, &error);
    }
    if (status == XC_OK) {
        status = run(&p, &error);
    }
    xc_case_close(p.case_file);
    free(p.line);
    xc_arena_free(p.kept);
    xc_arena_free(p.arena);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}
