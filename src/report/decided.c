// SPDX-License-Identifier: MIT
// Decisions in words for people.
#include "report/decided.h"
#include "crossclaim/report.h"

#include "crossclaim/base/date_words.h"

static const char *deed(const xc_decision *decision) {
    switch (decision->kind) {
    case XC_CONFIRM:
        return "confirmed";
    case XC_REJECT:
        return "left out";
    case XC_SET_FIELD:
        return "corrected";
    case XC_NOTE:
        return "noted";
    case XC_NOT_HERE:
    case XC_NEVER_SAME:
    case XC_SPLIT:
        return "set apart";
    case XC_ALWAYS_SAME:
        return "taken for one thing with another";
    case XC_SET_VERDICT:
        return "verdict decided";
    case XC_NAME:
        return "named";
    case XC_SETTLED:
        return "settled";
    case XC_OPEN_QUESTION:
        return "open question";
    case XC_UNDO:
        return "undone";
    case XC_DECISION_KINDS:
        break;
    }
    return "";
}

void decided_words(const xc_decision *decision, xc_buffer *out) {
    enum { DAY = 10 };
    if (decision->field.len) {
        xc_buffer_print(out, "%.*s ", XC_PRINT(decision->field));
    }
    xc_buffer_text(out, deed(decision));
    if (decision->kind == XC_SET_VERDICT) {
        xc_buffer_print(out, " (%.*s)", XC_PRINT(decision->verdict));
    } else if (decision->kind == XC_SET_FIELD) {
        xc_buffer_print(out, " to \"%.*s\"", XC_PRINT(decision->value));
    }
    if (decision->reviewer.len) {
        xc_buffer_print(out, " by %.*s", XC_PRINT(decision->reviewer));
    }
    if (decision->made.len >= DAY) {
        xc_buffer_text(out, ", ");
        xc_date_words(xc_slice_sub(decision->made, 0, DAY), out);
    }
    if (decision->was.len) {
        xc_buffer_print(out, ", read as \"%.*s\"", XC_PRINT(decision->was));
    }
    if (decision->note.len) {
        xc_buffer_print(out, ": %.*s", XC_PRINT(decision->note));
    }
}

static void add(const xc_case_content *content, uint32_t number, xc_buffer *out) {
    if (number) {
        xc_buffer_text(out, out->len ? "; " : "");
        decided_words(&content->decisions[number - 1], out);
    }
}

void decided_of_claim(const xc_case_content *content, const xc_claim_state *state,
                      xc_buffer *out) {
    add(content, state->judged, out);
    add(content, state->document_out, out);
    add(content, state->corrected, out);
    add(content, state->noted, out);
}

void decided_of_group(const xc_case_content *content, const xc_claim_state *member,
                      xc_buffer *out) {
    add(content, member->of_group, out);
}

static const char *became(xc_standing standing) {
    switch (standing) {
    case XC_OUTGROWN:
        return "its group has other claims now; look again";
    case XC_LOST:
        return "a claim that it was made on is gone; it rests";
    case XC_PARTLY:
        return "a claim that it was made on is gone; it holds for the others";
    default:
        return NULL;
    }
}

xc_status xc_report_changed_decisions(const xc_case_content *content, xc_arena *arena,
                                      xc_slice **lines, size_t *count, xc_error *error) {
    xc_standing *standing = NULL;
    xc_buffer words = {0};
    *count = 0;
    *lines = xc_arena_array(arena, content->decision_count, sizeof **lines);
    if (!*lines) {
        return xc_fail_memory(error);
    }
    xc_status status = xc_decisions_standing(content, arena, &standing, error);
    for (size_t i = 0; status == XC_OK && i < content->decision_count; i++) {
        if (!became(standing[i])) {
            continue;
        }
        xc_buffer_clear(&words);
        xc_buffer_print(&words, "decision %d, ", (int)content->decisions[i].id);
        decided_words(&content->decisions[i], &words);
        xc_buffer_print(&words, ": %s", became(standing[i]));
        (*lines)[*count] = xc_arena_copy(arena, xc_buffer_slice(&words));
        status = (*lines)[(*count)++].ptr ? XC_OK : xc_fail_memory(error);
    }
    xc_buffer_release(&words);
    return status;
}
