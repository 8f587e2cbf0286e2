// SPDX-License-Identifier: MIT
// A decision out of a form.
#include "serve/server.h"

static void fill_request(const xc_server *server, const form_fields *fields, int kind,
                         xc_decision_request *out) {
    *out = (xc_decision_request){.kind = (xc_decision_kind)kind,
                                 .claims = form_value(fields, "claims"),
                                 .group = form_value(fields, "group"),
                                 .document = form_value(fields, "document"),
                                 .source = form_value(fields, "outlet"),
                                 .field = form_value(fields, "field"),
                                 .value = form_value(fields, "value"),
                                 .why = form_value(fields, "why"),
                                 .reviewer = server->options.reviewer};
}

// A small case is compared with the decision, a large one behind it.
static xc_status decide_and_compare(xc_server *server, const xc_decision_request *request,
                                    xc_arena *arena, xc_decision *made, bool *whole,
                                    xc_error *error) {
    const xc_case_content *stored = &server->loaded.stored;
    xc_status status = server_refresh(server, error);
    if (status == XC_OK) {
        status = xc_decide(server->case_file, stored, request, arena, made, error);
    }
    *whole = status == XC_OK && xc_decision_bears_on_groups(made->kind) &&
             stored->claim_count <= XC_COMPARED_AT_ONCE;
    return *whole ? xc_compare_case(server->case_file, error) : status;
}

// What is loaded follows the decision; where it cannot, it is loaded anew.
static void follow(xc_server *server, const xc_decision *made, bool whole) {
    uint64_t revision = 0;
    xc_error unused = {0};
    xc_status status = xc_case_revision(server->case_file, &revision, &unused);
    bool alone = revision >> 32 == server->revision >> 32; // nobody else wrote meanwhile
    alone = alone && !server->options.blind;               // more may be seen now
    if (status == XC_OK && !whole && alone) {
        status = loaded_add(&server->loaded, made, &unused);
        server->revision = status == XC_OK ? revision : 0;
    } else {
        server->revision = 0;
    }
    if (!whole && xc_decision_bears_on_groups(made->kind)) {
        server->loaded.stored.uncompared++;
        comparer_wake(server->comparer);
    }
}

// In a transaction of its own, which is on disk when this returns.
static xc_status decide(xc_server *server, const xc_decision_request *request, xc_arena *arena,
                        xc_decision *made, xc_error *error) {
    bool whole = false;
    xc_status status = xc_case_begin(server->case_file, error);
    if (status != XC_OK) {
        return status;
    }
    status = decide_and_compare(server, request, arena, made, &whole, error);
    if (status == XC_OK) {
        status = xc_case_commit(server->case_file, error);
    }
    if (status == XC_OK) {
        follow(server, made, whole);
        return status;
    }
    if (status != XC_OK) {
        xc_error unused = {0};
        xc_status undone = xc_case_roll_back(server->case_file, &unused);
        (void)undone; // the first failure is what is told
    }
    return status;
}

// A group that needs no further look makes room for the next one.
static bool leads_on(xc_decision_kind kind) {
    return kind == XC_SETTLED || kind == XC_SET_VERDICT;
}

static void escape_query(xc_slice text, xc_buffer *out) {
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        xc_buffer_print(out, plain ? "%c" : "%%%02X", c);
    }
}

// See other (303): reloading the page that follows does not decide again.
static void lead_to(const xc_server *server, const form_fields *fields, bool on, served *out) {
    out->status = MHD_HTTP_SEE_OTHER;
    out->type = "text/plain; charset=utf-8";
    xc_buffer_print(&out->location, "%s/?", server->home);
    if (!on) {
        xc_buffer_text(&out->location, "group=");
        escape_query(form_value(fields, "shown"), &out->location);
    }
    xc_buffer_text(&out->location, "&topic=");
    escape_query(form_value(fields, "topic"), &out->location);
    xc_buffer_text(&out->location, "&q=");
    escape_query(form_value(fields, "q"), &out->location);
    xc_buffer_text(&out->location, "&saved=1");
}

static void answer(xc_server *server, xc_slice body, xc_arena *arena, served *out) {
    form_fields fields;
    xc_error error = {0};
    xc_decision_request request;
    xc_decision made;
    if (form_read(body, arena, &fields, &error) != XC_OK) {
        words_answer(out, MHD_HTTP_BAD_REQUEST, error.message);
        return;
    }
    int kind = xc_decision_kind_of(form_value(&fields, "kind"));
    if (!guard_is_word(server->guard.form, form_value(&fields, "form"))) {
        words_answer(out, MHD_HTTP_FORBIDDEN,
                     "Refused: the form is not of this server's run. Load the page again.");
        return;
    }
    if (kind < 0) {
        words_answer(out, MHD_HTTP_BAD_REQUEST, "There is no such decision.");
        return;
    }
    fill_request(server, &fields, kind, &request);
    xc_status status = decide(server, &request, arena, &made, &error);
    if (status == XC_OK) {
        lead_to(server, &fields, leads_on(made.kind), out);
    } else if (status == XC_USAGE) {
        page_answer(server, form_value(&fields, "shown"), form_value(&fields, "topic"),
                    form_value(&fields, "q"), xc_slice_of(error.message), out);
        out->status = out->status == MHD_HTTP_OK ? MHD_HTTP_UNPROCESSABLE_CONTENT : out->status;
    } else {
        words_answer(out, MHD_HTTP_INTERNAL_SERVER_ERROR, error.message);
    }
}

void deed_answer(xc_server *server, xc_slice body, served *out) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        words_answer(out, MHD_HTTP_INTERNAL_SERVER_ERROR, "Out of memory.");
        return;
    }
    answer(server, body, arena, out);
    xc_arena_free(arena);
}
