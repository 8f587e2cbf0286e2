// SPDX-License-Identifier: MIT
// A case in a few numbers.
#include "report/overview.h"
#include "report/words.h"

#include <stdlib.h>

static int compare_names(const void *a, const void *b) {
    return xc_slice_compare(*(const xc_slice *)a, *(const xc_slice *)b);
}

static bool count_sources(const xc_case_content *content, xc_arena *arena, case_overview *out) {
    xc_slice *names = xc_arena_array(arena, content->document_count + 1, sizeof *names);
    if (!names) {
        return false;
    }
    for (size_t i = 0; i < content->document_count; i++) {
        const xc_document *document = &content->documents[i];
        names[i] = document->source.len ? document->source : document->label;
        out->without_source += document->source.len == 0;
        out->without_date += document->published.len == 0;
        out->broken += document->replaced > 0;
        out->replaced += document->replaced;
        out->doubtful += document->unread > 0;
    }
    qsort(names, content->document_count, sizeof *names, compare_names);
    for (size_t i = 0; i < content->document_count; i++) {
        out->sources += i == 0 || !xc_slice_equal(names[i], names[i - 1]);
    }
    return true;
}

// The days of publication: the span that the report names, never the time of its making.
static void find_span(const xc_case_content *content, case_overview *out) {
    for (size_t i = 0; i < content->document_count; i++) {
        xc_slice published = content->documents[i].published;
        xc_slice day = xc_slice_sub(published, 0, 10);
        xc_date date;
        if (!published.len || !xc_date_parse(published, &date)) {
            continue;
        }
        if (!out->first.len || xc_slice_compare(day, out->first) < 0) {
            out->first = day;
        }
        if (!out->last.len || xc_slice_compare(day, out->last) > 0) {
            out->last = day;
        }
    }
}

bool overview_make(const xc_case_content *content, xc_arena *arena, case_overview *out) {
    *out = (case_overview){.documents = content->document_count,
                           .claims = content->claim_count,
                           .groups = content->group_count,
                           .counts = content->counts};
    for (size_t i = 0; i < content->group_count; i++) {
        if ((int)content->groups[i].verdict >= 0 && content->groups[i].verdict < XC_VERDICTS) {
            out->verdicts[content->groups[i].verdict]++;
        }
    }
    out->comparisons = out->groups - out->verdicts[XC_SINGLE];
    find_span(content, out);
    return count_sources(content, arena, out);
}

size_t overview_foremost(const xc_case_content *content, const xc_group *out[FOREMOST]) {
    static const xc_verdict order[] = {XC_CONFLICT, XC_UPDATED};
    size_t found = 0;
    for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
        for (size_t i = 0; i < content->group_count && found < FOREMOST; i++) {
            if (content->groups[i].verdict == order[k]) {
                out[found++] = &content->groups[i];
            }
        }
    }
    return found;
}

void overview_write(const case_overview *overview, xc_buffer *out) {
    words_count(overview->documents, "document", "documents", out);
    xc_buffer_text(out, " from ");
    words_count(overview->sources, "source", "sources", out);
    if (overview->first.len) {
        xc_buffer_text(out, ", published ");
        xc_date_words_span(overview->first, overview->last, out);
    }
}
