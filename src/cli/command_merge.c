// SPDX-License-Identifier: MIT
// crossclaim merge: documents and decisions of another case into this one.
#include "cli/casework.h"
#include "cli/message.h"
#include "crossclaim/compare.h"

typedef struct merging {
    xc_case *into;
    xc_arena *arena;
    xc_case_content before, other;
    size_t documents, decisions; // that are new here
} merging;

// The claims of a document stand side by side, in the order of the documents.
static xc_status merge_documents(merging *m, xc_error *error) {
    xc_status status = XC_OK;
    size_t first = 0;
    for (size_t i = 0; status == XC_OK && i < m->other.document_count; i++) {
        const xc_document *document = &m->other.documents[i];
        size_t end = first;
        while (end < m->other.claim_count &&
               xc_slice_equal(m->other.claims[end].document_key, document->key)) {
            end++;
        }
        bool added = false;
        status =
            xc_case_add(m->into, document, m->other.claims + first, end - first, &added, error);
        m->documents += added;
        first = end;
    }
    return status;
}

static xc_status merge_decisions(merging *m, xc_error *error) {
    xc_status status = XC_OK;
    for (size_t i = 0; status == XC_OK && i < m->other.decision_count; i++) {
        xc_decision decision = m->other.decisions[i];
        bool added = false;
        decision.id = 0; // its number was of the other case
        status = xc_case_add_decision(m->into, &decision, &added, error);
        m->decisions += added;
    }
    return status;
}

static bool knows_measure(const xc_case_content *content, xc_slice name) {
    for (size_t i = 0; i < content->measure_count; i++) {
        if (xc_slice_equal(content->measures[i].name, name)) {
            return true;
        }
    }
    return false;
}

// What this case declares itself stays; what only the other's packs know comes along.
static xc_status merge_packs(merging *m, xc_error *error) {
    xc_status status = XC_OK;
    for (size_t i = 0; status == XC_OK && i < m->other.measure_count; i++) {
        if (!knows_measure(&m->before, m->other.measures[i].name)) {
            status = xc_case_set_measures(m->into, &m->other.measures[i], 1, error);
        }
    }
    for (size_t i = 0; status == XC_OK && i < m->other.pack_count; i++) {
        const xc_pack_record *pack = &m->other.packs[i];
        status = xc_case_add_pack(m->into, pack->name, pack->language, pack->hash, error);
    }
    return status;
}

static xc_status tell(const merging *m, xc_error *error) {
    xc_case_content after;
    xc_slice *lines = NULL;
    size_t count = 0;
    xc_status status = xc_case_load(m->into, m->arena, &after, error);
    if (status == XC_OK) {
        status =
            xc_changes_tell(&m->before, &after, m->documents, m->arena, &lines, &count, error);
    }
    message("%zu document%s and %zu decision%s added", m->documents,
            m->documents == 1 ? "" : "s", m->decisions, m->decisions == 1 ? "" : "s");
    for (size_t i = 0; status == XC_OK && i < count; i++) {
        message("%.*s", XC_PRINT(lines[i]));
    }
    return status;
}

static xc_status merge(const cli_arguments *arguments, merging *m, xc_error *error) {
    xc_case *other = NULL;
    xc_status status = xc_case_open(arguments->inputs[0], XC_CASE_READ, &other, error);
    if (status == XC_OK) { // as it was read: corrections come with their decisions
        status = xc_case_load(other, m->arena, &m->other, error);
    }
    xc_case_close(other);
    if (status == XC_OK) {
        status = xc_case_open(arguments->values[OPTION_DB], XC_CASE_WRITE, &m->into, error);
    }
    if (status == XC_OK) {
        status = xc_case_begin(m->into, error);
    }
    if (status == XC_OK) {
        status = xc_case_load(m->into, m->arena, &m->before, error);
    }
    if (status == XC_OK) {
        status = merge_packs(m, error);
    }
    if (status == XC_OK) {
        status = merge_documents(m, error);
    }
    if (status == XC_OK) {
        status = merge_decisions(m, error);
    }
    if (status == XC_OK) {
        status = xc_compare_case(m->into, error);
    }
    if (status == XC_OK) {
        status = xc_case_commit(m->into, error);
    }
    return status == XC_OK ? tell(m, error) : status;
}

int command_merge(const cli_arguments *arguments) {
    xc_error error = {0};
    merging m = {.arena = xc_arena_new()};
    xc_status status = m.arena ? merge(arguments, &m, &error) : xc_fail_memory(&error);
    xc_case_close(m.into);
    xc_arena_free(m.arena);
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}
