// SPDX-License-Identifier: MIT
// crossclaim explain: what is recognised in a text, and why; or why two claims are one thing.
#include "cli/casework.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/workplace.h"
#include "crossclaim/report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct explain_state {
    xc_extractor *extractor;
    xc_slice published;
    bool json, colour;
    xc_buffer out;
} explain_state;

static xc_status explain(explain_state *explaining, xc_slice text, xc_error *error) {
    char key[18] = "";
    xc_document document = {.label = XC_SLICE("text"),
                            .text = text,
                            .published = explaining->published,
                            .format = XC_SLICE("text")};
    xc_document_key(&document, key);
    document.key = xc_slice_of(key);
    xc_explanation explanation;
    xc_status status = xc_explain(explaining->extractor, &document, &explanation, error);
    if (status != XC_OK) {
        return status;
    }
    if (explaining->json) {
        xc_report_explanation_json(&explanation, &explaining->out);
    } else {
        xc_report_explanation_text(&explanation, explaining->colour, &explaining->out);
    }
    return output_flush(&explaining->out, true, error);
}

/// One answer a line, at once: a program at the other end may wait for it.
static xc_status explain_lines(explain_state *explaining, xc_error *error) {
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    xc_status status = XC_OK;
    while (status == XC_OK && (length = getline(&line, &capacity, stdin)) >= 0) {
        xc_slice text = {line, (size_t)length};
        while (text.len && (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == '\r')) {
            text.len--;
        }
        status = explain(explaining, text, error);
    }
    if (status == XC_OK && ferror(stdin)) {
        status = xc_fail(error, XC_IO, "cannot read standard input: %s", strerror(errno));
    }
    free(line);
    return status;
}

static xc_status explain_stdin(explain_state *explaining, xc_error *error) {
    xc_buffer text = {0};
    char block[65536];
    size_t length;
    while ((length = fread(block, 1, sizeof block, stdin)) > 0) {
        xc_buffer_append(&text, (xc_slice){block, length});
    }
    xc_status status = XC_OK;
    if (ferror(stdin)) {
        status = xc_fail(error, XC_IO, "cannot read standard input: %s", strerror(errno));
    } else if (text.status != XC_OK) {
        status = xc_fail_memory(error);
    } else {
        status = explain(explaining, xc_buffer_slice(&text), error);
    }
    xc_buffer_release(&text);
    return status;
}

static xc_status explain_words(explain_state *explaining, const cli_arguments *arguments,
                               xc_error *error) {
    xc_buffer text = {0};
    for (size_t i = 0; i < arguments->input_count; i++) {
        xc_buffer_text(&text, i ? " " : "");
        xc_buffer_text(&text, arguments->inputs[i]);
    }
    xc_status status = text.status != XC_OK
                           ? xc_fail_memory(error)
                           : explain(explaining, xc_buffer_slice(&text), error);
    xc_buffer_release(&text);
    return status;
}

static bool is_date(const char *text) {
    xc_date date;
    if (!text || (xc_date_parse(xc_slice_of(text), &date) && date.precision >= XC_DAY)) {
        return true;
    }
    message("--published takes a date like 2023-09-24, not '%s'", text);
    return false;
}

static bool wants_json(const cli_arguments *arguments) {
    return !xc_slice_is(option_word(arguments, OPTION_FORMAT), "text");
}

static bool wants_colour(void) {
    return isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
}

static xc_status explain_pair(const cli_arguments *arguments, xc_arena *arena,
                              xc_error *error) {
    xc_case_content content;
    xc_link pair;
    xc_buffer out = {0};
    xc_status status = casework_load(arguments->values[OPTION_DB], arena, &content, error);
    if (status == XC_OK) {
        status = xc_link_find(&content, xc_slice_of(arguments->inputs[0]),
                              xc_slice_of(arguments->inputs[1]), arena, &pair, error);
    }
    if (status == XC_OK) {
        if (wants_json(arguments)) {
            xc_report_link_json(&pair, &out);
        } else {
            xc_report_link_text(&pair, wants_colour(), &out);
        }
        status = output_flush(&out, true, error);
    }
    xc_buffer_release(&out);
    return status;
}

static int explain_claims(const cli_arguments *arguments) {
    bool of_text =
        option_given(arguments, OPTION_LINES) || option_given(arguments, OPTION_PUBLISHED);
    if (of_text || arguments->input_count != 2) {
        message("--db takes two claims and no text; see 'crossclaim explain --help'");
        return EXIT_WRONG_USAGE;
    }
    xc_error error = {0};
    xc_arena *arena = xc_arena_new();
    xc_status status = arena ? explain_pair(arguments, arena, &error) : xc_fail_memory(&error);
    xc_arena_free(arena);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}

static xc_status run(const cli_arguments *arguments, const workplace *place, xc_error *error) {
    explain_state explaining = {
        .extractor = xc_extractor_new(place->rules),
        .published = xc_slice_of(arguments->values[OPTION_PUBLISHED]),
        .json = wants_json(arguments),
        .colour = wants_colour(),
    };
    if (!explaining.extractor) {
        return xc_fail_memory(error);
    }
    xc_status status;
    if (option_given(arguments, OPTION_LINES)) {
        status = explain_lines(&explaining, error);
    } else if (arguments->input_count) {
        status = explain_words(&explaining, arguments, error);
    } else {
        status = explain_stdin(&explaining, error);
    }
    for (size_t i = 0; i < xc_rules_count(place->rules); i++) {
        size_t sentences = xc_extractor_limited(explaining.extractor, i);
        if (sentences) {
            message_limited(xc_rules_info(place->rules, i).label, sentences);
        }
    }
    xc_slice treeless = xc_extractor_treeless(explaining.extractor);
    if (treeless.len) {
        message_treeless(treeless);
    }
    xc_buffer_release(&explaining.out);
    xc_extractor_free(explaining.extractor);
    return status;
}

int command_explain(const cli_arguments *arguments) {
    if (option_given(arguments, OPTION_DB)) {
        return explain_claims(arguments);
    }
    if (!is_date(arguments->values[OPTION_PUBLISHED])) {
        return EXIT_WRONG_USAGE;
    }
    if (option_given(arguments, OPTION_LINES) && arguments->input_count) {
        message("--lines reads standard input; leave the text out");
        return EXIT_WRONG_USAGE;
    }
    xc_error error = {0};
    workplace place;
    xc_status status = workplace_open(arguments, NEEDS_RULES, &place, &error);
    if (status == XC_OK) {
        status = run(arguments, &place, &error);
    }
    workplace_close(&place);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}
