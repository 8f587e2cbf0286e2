// SPDX-License-Identifier: MIT
// What a reviewer sees.
#include "serve/server.h"

#include <string.h>

void words_answer(served *out, unsigned status, const char *words) {
    xc_buffer_release(&out->body); // also of its failure
    xc_buffer_release(&out->policy);
    xc_buffer_release(&out->asked); // not kept
    out->status = status;
    out->type = "text/plain; charset=utf-8";
    xc_buffer_print(&out->body, "%s\n", words);
    xc_buffer_text(&out->policy, "default-src 'none'; frame-ancestors 'none'");
}

xc_status server_refresh(xc_server *server, xc_error *error) {
    uint64_t revision = 0;
    xc_status status = xc_case_revision(server->case_file, &revision, error);
    if (status != XC_OK) {
        return status;
    }
    if (server->revision != revision || !revision || !server->loaded.arena) {
        loaded_free(&server->loaded);
        const xc_serve_options *options = &server->options;
        status = loaded_read(server->case_file, options->blind ? &options->reviewer : NULL,
                             &server->loaded, error);
        server->revision = status == XC_OK ? revision : 0;
    }
    if (status == XC_OK && server->loaded.stored.uncompared &&
        !comparer_is_busy(server->comparer)) {
        comparer_wake(server->comparer);
    }
    return status;
}

// Groups that are seen blind may be others than those of the case.
static xc_status find_group(xc_server *server, xc_slice id, xc_arena *arena, xc_slice *out,
                            xc_error *error) {
    const xc_case_content *shown = &server->loaded.shown;
    for (size_t i = 0; i < shown->group_count; i++) {
        if (xc_slice_equal(shown->groups[i].id, id)) {
            *out = shown->groups[i].id;
            return XC_OK;
        }
    }
    return xc_case_find_group(server->case_file, id, arena, out, error);
}

// Two pages of the same words, at the same state of the case, are the same.
static void write_asked(const xc_review_page *page, xc_buffer *out) {
    const xc_slice words[] = {page->group, page->topic, page->words, page->message};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        xc_buffer_print(out, "%zu:%.*s", words[i].len, XC_PRINT(words[i]));
    }
}

static xc_status make_page(xc_server *server, xc_review_page *page, xc_arena *arena,
                           served *out, xc_error *error) {
    enum { MOST_WAITING = 60 };
    xc_review_options asked = {
        .topic = page->topic, .words = page->words, .reviewer = page->reviewer};
    xc_slice known = {0};
    xc_status status = loaded_show(&server->loaded, error);
    if (status == XC_OK && page->group.len) {
        status = find_group(server, page->group, arena, &known, error);
    }
    if (status == XC_OK) {
        status = xc_report_review_queue(&server->loaded.shown, &asked, arena, &page->waiting,
                                        &page->left, error);
    }
    if (status != XC_OK) {
        return status;
    }
    page->group = known.len ? known : page->left ? page->waiting[0]->id : known;
    page->waiting_count = page->left < MOST_WAITING ? page->left : MOST_WAITING;
    page->revision = server->revision;
    return xc_report_review_page(&server->loaded.shown, page, &out->body, &out->policy, error);
}

// As it was kept, else made.
static xc_status find_page(xc_server *server, xc_review_page *page, xc_arena *arena,
                           served *out, xc_error *error) {
    write_asked(page, &out->asked);
    xc_status status = server_refresh(server, error);
    if (status != XC_OK) {
        return status;
    }
    page->comparing = comparer_is_busy(server->comparer);
    page_cache_follow(&server->pages, server->revision, page->comparing);
    out->kept = page_cache_find(&server->pages, xc_buffer_slice(&out->asked));
    return out->kept ? XC_OK : make_page(server, page, arena, out, error);
}

void page_answer(xc_server *server, xc_slice group, xc_slice topic, xc_slice words,
                 xc_slice message, served *out) {
    xc_error error = {0};
    xc_arena *arena = xc_arena_new();
    xc_review_page page = {.templates = server->options.templates,
                           .address = xc_slice_of(server->home),
                           .name = server->options.name,
                           .group = group,
                           .form = !server->options.read_only ? xc_slice_of(server->guard.form)
                                                              : (xc_slice){0},
                           .topic = topic,
                           .words = words,
                           .reviewer = server->options.reviewer,
                           .message = message};
    out->status = MHD_HTTP_OK;
    out->type = "text/html; charset=utf-8";
    xc_status status = arena ? find_page(server, &page, arena, out, &error) : XC_NO_MEMORY;
    if (status != XC_OK) {
        words_answer(out, MHD_HTTP_INTERNAL_SERVER_ERROR, error.message);
    }
    xc_arena_free(arena);
}
