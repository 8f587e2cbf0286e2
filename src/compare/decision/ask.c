// SPDX-License-Identifier: MIT
// A decision out of what a person asks for: checked, with its evidence, kept, and obeyed.
#include "compare/decision/apply.h"

#include "compare/decision/trace.h"

#include <inttypes.h>

typedef struct asking {
    const xc_case_content *content;
    const xc_decision_request *request;
    xc_arena *arena;
    claim_ids ids;
    bool *is_named;          // for each claim of the content
    const xc_claim **claims; // that the decision names, in order
    size_t count, capacity;
    const xc_group *group; // that is named, or that the claims lie in
} asking;

static xc_status refuse(xc_error *error, const char *what, xc_slice name, const char *mend) {
    return xc_fail(error, XC_USAGE, "%s '%.*s'; %s", what, XC_PRINT(name), mend);
}

static const xc_group *group_of(const xc_case_content *content, xc_slice id) {
    for (size_t i = 0; i < content->group_count; i++) {
        if (xc_slice_equal(content->groups[i].id, id)) {
            return &content->groups[i];
        }
    }
    return NULL;
}

static bool has_member(const xc_group *group, xc_slice claim) {
    for (size_t i = 0; i < group->member_count; i++) {
        if (xc_slice_equal(group->members[i], claim)) {
            return true;
        }
    }
    return false;
}

static const xc_group *group_with(const xc_case_content *content, xc_slice claim) {
    for (size_t i = 0; i < content->group_count; i++) {
        if (has_member(&content->groups[i], claim)) {
            return &content->groups[i];
        }
    }
    return NULL;
}

static xc_status name_claim(asking *a, xc_slice id, xc_error *error) {
    uint32_t found = claim_ids_find(&a->ids, id);
    if (found == NO_CLAIM) {
        return refuse(error, "the case has no claim", id, "ids stand in claims.csv");
    }
    const xc_claim *claim = &a->content->claims[found];
    if (a->is_named[found]) {
        return XC_OK;
    }
    a->is_named[found] = true;
    const xc_claim **at =
        xc_arena_grow(a->arena, &a->claims, a->count, &a->capacity, sizeof(const xc_claim *));
    if (!at) {
        return xc_fail_memory(error);
    }
    *at = claim;
    a->count++;
    return XC_OK;
}

static xc_status name_members(asking *a, const xc_group *group, xc_error *error) {
    xc_status status = XC_OK;
    for (size_t i = 0; status == XC_OK && i < group->member_count; i++) {
        status = name_claim(a, group->members[i], error);
    }
    return status;
}

// The ids that are given, parted by spaces or commas.
static xc_status name_given(asking *a, xc_decision *out, xc_error *error) {
    xc_slice rest = a->request->claims;
    xc_status status = XC_OK;
    while (status == XC_OK && rest.len) {
        size_t end = 0;
        while (end < rest.len && rest.ptr[end] != ' ' && rest.ptr[end] != ',') {
            end++;
        }
        if (end) {
            status = name_claim(a, xc_slice_sub(rest, 0, end), error);
        }
        rest = xc_slice_sub(rest, end < rest.len ? end + 1 : end, rest.len);
    }
    if (status == XC_OK && a->count && !a->group) {
        a->group = group_with(a->content, a->claims[0]->id);
    }
    // Where it was decided: a claim that is left out is in no group any more.
    out->target = a->group ? a->group->id : (xc_slice){0};
    return status;
}

static xc_status name_document(asking *a, xc_decision *out, xc_error *error) {
    const xc_decision_request *request = a->request;
    for (size_t i = 0; i < a->content->document_count; i++) {
        const xc_document *document = &a->content->documents[i];
        if (request->source.len ? xc_slice_equal(document->source, request->source)
                                : xc_slice_equal(document->key, request->document) ||
                                      xc_slice_equal(document->label, request->document)) {
            out->target = request->source.len ? xc_arena_print(a->arena, "source:%.*s",
                                                               XC_PRINT(request->source))
                                              : document->key;
            return out->target.ptr ? XC_OK : xc_fail_memory(error);
        }
    }
    return request->source.len ? refuse(error, "the case has no outlet", request->source,
                                        "names stand in the column source of documents.csv")
                               : refuse(error, "the case has no document", request->document,
                                        "keys and labels stand in documents.csv");
}

static xc_status name_all(asking *a, xc_decision *out, xc_error *error) {
    const xc_decision_request *request = a->request;
    if (request->document.len || request->source.len) {
        return name_document(a, out, error);
    }
    if (request->group.len) {
        a->group = group_of(a->content, request->group);
        if (!a->group) {
            return refuse(error, "the case has no group", request->group,
                          "ids stand in groups.csv");
        }
        out->target = a->group->id;
        return name_members(a, a->group, error);
    }
    return name_given(a, out, error);
}

// The ids and the lines of evidence of the claims that are named.
static xc_status write_claims(const asking *a, xc_decision *out, xc_error *error) {
    xc_buffer ids = {0};
    xc_buffer lines = {0};
    for (size_t i = 0; i < a->count; i++) {
        xc_slice line = xc_decision_evidence(a->claims[i], a->arena);
        xc_buffer_print(&ids, "%s%.*s", i ? " " : "", XC_PRINT(a->claims[i]->id));
        xc_buffer_text(&lines, i ? "\n" : "");
        xc_buffer_append(&lines, line);
    }
    bool good = ids.status == XC_OK && lines.status == XC_OK;
    out->members = good ? xc_arena_copy(a->arena, xc_buffer_slice(&ids)) : (xc_slice){0};
    out->evidence = good ? xc_arena_copy(a->arena, xc_buffer_slice(&lines)) : (xc_slice){0};
    xc_buffer_release(&ids);
    xc_buffer_release(&lines);
    return good ? XC_OK : xc_fail_memory(error);
}

static xc_status needs(bool given, const char *what, xc_error *error) {
    return given ? XC_OK : xc_fail(error, XC_USAGE, "%s", what);
}

static xc_status ask_field(asking *a, xc_decision *out, xc_error *error) {
    const xc_decision_request *request = a->request;
    const char *fault = NULL;
    xc_buffer scratch = {0};
    out->field = request->field;
    out->value = request->value;
    if (out->target.len && !a->count) {
        xc_document document = {0};
        fault = document_correct(&document, request->field, request->value);
    } else if (a->count != 1) {
        return xc_fail(error, XC_USAGE,
                       "a field is corrected of one claim or of one document; "
                       "name one with --claim or --document");
    } else {
        xc_claim claim = *a->claims[0];
        size_t count = 0;
        const xc_field *fields = xc_claim_fields(&count);
        for (size_t i = 0; i < count; i++) {
            if (xc_slice_is(request->field, fields[i].name)) {
                out->was = xc_arena_copy(a->arena, xc_field_text(&fields[i], &claim, &scratch));
            }
        }
        fault = claim_correct(a->content, &claim, request->field, request->value);
        fault = fault ? fault : xc_claim_fault(&claim);
    }
    xc_buffer_release(&scratch);
    return fault ? refuse(error, "cannot correct", request->field, fault) : XC_OK;
}

// One claim, or a group by the first of its members, to be one thing with another.
static xc_status ask_with(asking *a, xc_decision *out, xc_error *error) {
    xc_slice other = a->request->value;
    const xc_group *group = group_of(a->content, other);
    if (!a->count) {
        return xc_fail(error, XC_USAGE, "--with wants a claim or a group on both sides");
    }
    for (; a->count > 1; a->count--) {
        a->is_named[a->claims[a->count - 1] - a->content->claims] = false;
    }
    xc_status status = name_claim(a, group ? group->members[0] : other, error);
    if (status == XC_OK && a->count != 2) {
        status = xc_fail(error, XC_USAGE, "these two are one claim; name two");
    }
    if (status == XC_OK) {
        out->first = a->claims[0]->id;
        out->second = a->claims[1]->id;
    }
    return status;
}

// Claims that part from the rest of their group: they stand first, the others behind them.
static xc_status ask_parted(asking *a, xc_decision *out, xc_error *error) {
    size_t parted = a->count;
    if (!a->group || a->group->member_count < 2) {
        return xc_fail(error, XC_USAGE,
                       "there is nothing to part: the claim stands in no group with others");
    }
    if (parted > XC_MOST_PARTED) {
        return xc_fail(error, XC_USAGE,
                       "these are more claims than can be set apart at once; name up to %d",
                       XC_MOST_PARTED);
    }
    if (a->request->group.len) {
        return XC_OK; // all of the group, each from each
    }
    for (size_t i = 0; i < parted; i++) {
        if (!has_member(a->group, a->claims[i]->id)) {
            return xc_fail(error, XC_USAGE, "these claims do not stand in one group");
        }
    }
    xc_status status = name_members(a, a->group, error);
    if (status == XC_OK && a->count == parted) {
        status = xc_fail(error, XC_USAGE,
                         "these are all claims of the group; leave out those that stay");
    }
    out->value = xc_arena_print(a->arena, "%zu", parted);
    return status;
}

// What only a group can be said to be.
static xc_status ask_group(asking *a, xc_decision *out, xc_error *error) {
    const xc_decision_request *request = a->request;
    if (!request->group.len) {
        return xc_fail(error, XC_USAGE, "this is said of a group; name one with --group");
    }
    out->verdict = request->kind == XC_SET_VERDICT ? request->value : (xc_slice){0};
    out->value = request->kind == XC_NAME ? request->value : (xc_slice){0};
    if (request->kind == XC_SET_VERDICT && xc_verdict_of(request->value) < 0) {
        return refuse(error, "there is no verdict", request->value,
                      "these are: conflict, updated, agree, compatible, single");
    }
    if (request->kind == XC_OPEN_QUESTION) {
        return needs(request->why.len, "an open question wants words; ask it with --why",
                     error);
    }
    return request->kind == XC_NAME ? needs(request->value.len, "a name wants words", error)
                                    : XC_OK;
}

static xc_status ask_undo(const asking *a, xc_decision *out, xc_error *error) {
    xc_slice asked = a->request->value;
    trace *traces = NULL;
    xc_status status = traces_make(a->content, a->arena, &traces, error);
    for (size_t i = 0; status == XC_OK && i < a->content->decision_count; i++) {
        const xc_decision *decision = &a->content->decisions[i];
        char number[24];
        (void)snprintf(number, sizeof number, "%" PRId64, decision->id);
        if (!xc_slice_equal(decision->key, asked) && !xc_slice_is(asked, number)) {
            continue;
        }
        out->target = decision->key;
        return traces[i].undone ? refuse(error, "already undone is", asked,
                                         "undo the decision that undid it")
                                : XC_OK;
    }
    return status == XC_OK ? refuse(error, "the case has no decision", asked,
                                    "keys and numbers stand in 'export --table decisions'")
                           : status;
}

static xc_status ask_kind(asking *a, xc_decision *out, xc_error *error) {
    switch (a->request->kind) {
    case XC_SET_FIELD:
        return ask_field(a, out, error);
    case XC_ALWAYS_SAME:
    case XC_NEVER_SAME:
        return ask_with(a, out, error);
    case XC_NOT_HERE:
    case XC_SPLIT:
        return ask_parted(a, out, error);
    case XC_SET_VERDICT:
    case XC_NAME:
    case XC_SETTLED:
    case XC_OPEN_QUESTION:
        return ask_group(a, out, error);
    case XC_NOTE:
        return needs(a->request->why.len, "a note wants words; give them with --why", error);
    default:
        return XC_OK;
    }
}

static xc_status ask(asking *a, xc_decision *out, xc_error *error) {
    const xc_decision_request *request = a->request;
    *out = (xc_decision){
        .kind = request->kind, .note = request->why, .reviewer = request->reviewer};
    if (request->kind == XC_UNDO) {
        return ask_undo(a, out, error);
    }
    xc_status status = name_all(a, out, error);
    if (status == XC_OK && !a->count && !out->target.len) {
        status =
            xc_fail(error, XC_USAGE, "decide on what? name a claim, a group or a document");
    }
    if (status == XC_OK) {
        status = ask_kind(a, out, error);
    }
    bool pair = request->kind == XC_ALWAYS_SAME || request->kind == XC_NEVER_SAME;
    if (status == XC_OK && a->count) {
        status = write_claims(a, out, error);
    }
    out->members = !pair ? out->members : (xc_slice){0};
    return status;
}

bool xc_decision_bears_on_groups(xc_decision_kind kind) {
    return kind != XC_NOTE && kind != XC_NAME && kind != XC_SETTLED && kind != XC_OPEN_QUESTION;
}

xc_status xc_decide(xc_case *case_file, const xc_case_content *content,
                    const xc_decision_request *request, xc_arena *arena, xc_decision *out,
                    xc_error *error) {
    xc_decision_request asked = *request;
    xc_slice group = {0};
    xc_status status = XC_OK;
    if (request->group.len && !group_of(content, request->group)) {
        status = xc_case_find_group(case_file, request->group, arena, &group, error);
        asked.group = group.len ? group : request->group;
    }
    asking a = {.content = content, .request = &asked, .arena = arena};
    a.is_named = xc_arena_array(arena, content->claim_count + 1, sizeof *a.is_named);
    if (status == XC_OK && (!a.is_named || !claim_ids_make(content, arena, &a.ids))) {
        status = xc_fail_memory(error);
    }
    if (status == XC_OK) {
        status = ask(&a, out, error);
    }
    if (status == XC_OK) {
        status = xc_case_stamp(case_file, arena, out, error);
    }
    return status == XC_OK ? xc_case_keep_decision(case_file, out, error) : status;
}

xc_status xc_case_decide_alone(xc_case *case_file, const xc_decision_request *request,
                               xc_arena *arena, xc_decision *out, xc_error *error) {
    xc_case_content content;
    xc_status status = xc_case_load(case_file, arena, &content, error);
    if (status == XC_OK && request->blind) {
        status = xc_decisions_blind(&content, request->reviewer, arena, error);
    }
    return status == XC_OK ? xc_decide(case_file, &content, request, arena, out, error)
                           : status;
}

xc_status xc_case_decide(xc_case *case_file, const xc_decision_request *request,
                         xc_arena *arena, xc_decision *out, xc_error *error) {
    xc_status status = xc_case_decide_alone(case_file, request, arena, out, error);
    return status == XC_OK && xc_decision_bears_on_groups(out->kind)
               ? xc_compare_case(case_file, error)
               : status;
}
