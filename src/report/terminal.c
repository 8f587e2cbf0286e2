// SPDX-License-Identifier: MIT
// What `compare` and `review` print.
#include "figure.h"
#include "wrap.h"

#include "crossclaim/report.h"

void xc_report_summary(const xc_case_content *content, xc_buffer *out) {
    xc_buffer_print(out, "%zu documents, %zu claims, %zu groups\n", content->document_count,
                    content->claim_count, content->group_count);
}

void xc_report_review(const xc_case_content *content, const xc_review_options *options,
                      xc_buffer *out) {
    xc_terminal terminal = {out, options->width ? options->width : 80, options->colour};
    for (size_t i = 0; i < content->group_count; i++) {
        xc_terminal_wrap(&terminal, XC_PLAIN, "", 2, content->groups[i].about);
    }
}
