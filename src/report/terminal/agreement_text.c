// SPDX-License-Identifier: MIT
// How far reviewers agree, in words.
#include "report/decided.h"
#include "report/terminal/wrap.h"
#include "report/words.h"

#include "crossclaim/report.h"

#include <math.h>

static xc_slice name_of(xc_slice reviewer) {
    return reviewer.len ? reviewer : XC_SLICE("somebody unnamed");
}

static void write_pair(terminal_text *terminal, const xc_agreement *pair, xc_buffer *line) {
    xc_buffer_clear(line);
    xc_buffer_print(line, "%s: %.*s and %.*s decided on %zu alike of %zu, %.0f %%",
                    pair->matter, XC_PRINT(name_of(pair->one)), XC_PRINT(name_of(pair->other)),
                    pair->same, pair->both, 100.0 * (double)pair->same / (double)pair->both);
    if (isnan(pair->kappa)) {
        xc_buffer_text(line, ", kappa not defined: both said one thing throughout");
    } else {
        xc_buffer_print(line, ", kappa %.2f", pair->kappa);
    }
    terminal_wrap(terminal, STYLE_PLAIN, "", 2, xc_buffer_slice(line));
}

// The sentence that both decided on, and what each said.
static void write_open(terminal_text *terminal, const xc_case_content *content,
                       const xc_disagreement *open, xc_buffer *line) {
    xc_slice first, rest;
    const xc_decision *one = &content->decisions[open->one];
    (void)xc_slice_cut(one->evidence, '\n', &first, &rest);
    (void)xc_slice_cut(first, '\t', &first, &rest);
    terminal_wrap(terminal, STYLE_BOLD, "- ", 2, first);
    const uint32_t both[] = {open->one, open->other};
    for (size_t i = 0; i < 2; i++) {
        xc_buffer_clear(line);
        decided_words(&content->decisions[both[i]], line);
        terminal_wrap(terminal, STYLE_PLAIN, "    ", 6, xc_buffer_slice(line));
    }
}

xc_status xc_report_agreement(const xc_case_content *content, const xc_review_options *options,
                              xc_buffer *out, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    xc_agreements all = {.pair_count = 0};
    xc_buffer line = {0};
    terminal_text terminal = {out, options->width ? options->width : 80, options->colour};
    xc_status status =
        arena ? xc_decisions_agreement(content, arena, &all, error) : xc_fail_memory(error);
    for (size_t i = 0; status == XC_OK && i < all.pair_count; i++) {
        write_pair(&terminal, &all.pairs[i], &line);
    }
    if (status == XC_OK && !all.pair_count) {
        xc_buffer_text(out, "No two reviewers decided on one thing.\n");
    } else if (status == XC_OK && !all.open_count) {
        xc_buffer_text(out, "No disagreement is open.\n");
    }
    for (size_t i = 0; status == XC_OK && i < all.open_count; i++) {
        write_open(&terminal, content, &all.open[i], &line);
    }
    xc_buffer_release(&line);
    xc_arena_free(arena);
    return status;
}
