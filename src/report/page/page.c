// SPDX-License-Identifier: MIT
// The page: its parts put together.
#include "report/page/page.h"
#include "report/page/digest.h"
#include "report/words.h"

#include "crossclaim/base/version.h"

#include <stdlib.h>

typedef struct page_files {
    xc_buffer style, script;
} page_files;

static xc_status load_files(report_page *page, page_files *files, xc_error *error) {
    const char *folder = page->options->templates;
    xc_slice path = xc_arena_print(page->arena, "%s/template.html", folder);
    if (!path.ptr) {
        return xc_fail_memory(error);
    }
    xc_status status = template_load(path.ptr, page->arena, &page->template, error);
    if (status == XC_OK) {
        status = page_file_read(folder, "style.css", page->arena, &files->style, error);
    }
    // one script, in the order in which its parts stand on each other
    static const char *const scripts[] = {"script.js", "save.js"};
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts && status == XC_OK; i++) {
        status = page_file_read(folder, scripts[i], page->arena, &files->script, error);
    }
    return status;
}

static int compare_places(const void *a, const void *b) {
    const xc_claim *first = *(const xc_claim *const *)a;
    const xc_claim *second = *(const xc_claim *const *)b;
    int order = xc_slice_compare(first->document_key, second->document_key);
    if (order == 0) {
        order = (second->within == XC_IN_TITLE) - (first->within == XC_IN_TITLE);
    }
    if (order == 0) {
        order = (first->start > second->start) - (first->start < second->start);
    }
    return order ? order : xc_slice_compare(first->id, second->id);
}

// About as many bytes as the group will take on the page.
static size_t size_of(const report_page *page, const xc_group *group) {
    enum { GROUP_BYTES = 750, CLAIM_BYTES = 560, ROW_BYTES = 360 };
    size_t bytes = GROUP_BYTES + group->about.len * 2 + group->reason.len;
    for (size_t i = 0; i < group->member_count; i++) {
        const xc_claim *claim = view_claim(page->view, group->members[i]);
        if (claim) {
            bytes += CLAIM_BYTES + claim->evidence.len + claim->url.len + claim->source.len +
                     claim->attribution.len + (group->member_count > 1 ? ROW_BYTES : 0);
        }
    }
    return bytes;
}

// How many groups fit, in the order of their ranks.
static void choose_groups(report_page *page) {
    const xc_case_content *content = page->view->content;
    size_t bytes = 0;
    for (size_t i = 0; i < content->group_count; i++) {
        bytes += size_of(page, &content->groups[i]);
        if (bytes > PAGE_GROUP_BYTES) {
            return;
        }
        page->groups_shown++;
    }
}

// How many documents fit, and which texts.
static void choose_documents(report_page *page) {
    enum { FRAME_BYTES = 1400, MARK_BYTES = 200 }; // what stands around a text, and a mark
    const xc_case_content *content = page->view->content;
    size_t bytes = 0;
    for (size_t i = 0; i < content->document_count; i++) {
        const xc_document *document = &content->documents[i];
        size_t claims = 0;
        (void)page_claims_of(page, document->key, &claims);
        size_t frame = FRAME_BYTES + document->title.len * 2;
        size_t text = document->text.len + document->text.len / 8 + claims * MARK_BYTES;
        if (bytes + frame > PAGE_DOCUMENT_BYTES) {
            return;
        }
        bytes += frame;
        page->documents_shown++;
        if (document->text.len && !page->options->no_text &&
            bytes + text <= PAGE_DOCUMENT_BYTES) {
            page->has_text[i] = true;
            bytes += text;
        }
    }
}

bool page_prepare(report_page *page) {
    const xc_case_content *content = page->view->content;
    size_t claims = content->claim_count;
    page->by_document = xc_arena_array(page->arena, claims + 1, sizeof(const xc_claim *));
    page->shown = xc_arena_array(page->arena, claims + 1, sizeof *page->shown);
    page->has_text =
        xc_arena_array(page->arena, content->document_count + 1, sizeof *page->has_text);
    if (!page->by_document || !page->shown || !page->has_text) {
        return false;
    }
    for (size_t i = 0; i < claims; i++) {
        page->by_document[i] = &content->claims[i];
    }
    qsort(page->by_document, claims, sizeof(const xc_claim *), compare_places);
    choose_groups(page);
    choose_documents(page);
    return true;
}

// Only the one style and the one script that stand in the page may act; nothing is loaded.
static void write_policy(const page_files *files, xc_buffer *out) {
    xc_buffer_text(out, "default-src 'none'; style-src '");
    digest_source(xc_buffer_slice(&files->style), out);
    xc_buffer_text(out, "'; script-src '");
    digest_source(xc_buffer_slice(&files->script), out);
    xc_buffer_text(out, "'; base-uri 'none'; form-action 'none'");
}

static void write_page(report_page *page, const page_files *files, xc_buffer *out) {
    xc_buffer policy = {0};
    xc_buffer generator = {0};
    xc_buffer title = {0};
    xc_buffer parts[9] = {{0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}};
    write_policy(files, &policy);
    xc_buffer_print(&generator, "crossclaim %s", xc_version());
    words_count(page->view->content->document_count, "document", "documents", &title);
    xc_buffer_text(&title, " compared");
    page_groups(page, &parts[0]);
    page_contents(page, &parts[1]);
    page_documents(page, &parts[2]);
    page_top(page, &parts[3]);
    page_outlets(page, &parts[4]);
    page_timelines(page, &parts[5]);
    page_left_out(page, &parts[6]);
    page_maps(page, &parts[7]);
    page_made(page, xc_buffer_slice(&generator), &parts[8]);
    const template_fill fills[] = {FILL_TEXT("policy", xc_buffer_slice(&policy)),
                                   FILL_TEXT("generator", xc_buffer_slice(&generator)),
                                   FILL_TEXT("title", xc_buffer_slice(&title)),
                                   FILL_MARKUP("style", &files->style),
                                   FILL_MARKUP("script", &files->script),
                                   FILL_MARKUP("groups", &parts[0]),
                                   FILL_MARKUP("contents", &parts[1]),
                                   FILL_MARKUP("documents", &parts[2]),
                                   FILL_MARKUP("top", &parts[3]),
                                   FILL_MARKUP("outlets", &parts[4]),
                                   FILL_MARKUP("timelines", &parts[5]),
                                   FILL_MARKUP("left-out", &parts[6]),
                                   FILL_MARKUP("maps", &parts[7]),
                                   FILL_MARKUP("made", &parts[8])};
    PAGE_WRITE(page, "page", fills, out);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].status != XC_OK) {
            out->status = parts[i].status;
        }
        xc_buffer_release(&parts[i]);
    }
    xc_buffer_release(&policy);
    xc_buffer_release(&generator);
    xc_buffer_release(&title);
}

static xc_status finish(const report_page *page, const xc_buffer *out, xc_error *error) {
    if (*template_mistake(page->template)) {
        return xc_fail(error, XC_BAD_INPUT, "reports/template.html: %s",
                       template_mistake(page->template));
    }
    return out->status == XC_OK ? XC_OK : xc_fail_memory(error);
}

xc_status page_bytes(const xc_case_content *content, const xc_report_options *options,
                     xc_buffer *out, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    case_view view;
    page_files files = {{0}, {0}};
    report_page page = {.view = &view, .options = options, .arena = arena};
    xc_status status = view_open(content, arena, &view, error);
    if (status == XC_OK) {
        status = load_files(&page, &files, error);
    }
    xc_claim_state *states = NULL;
    if (status == XC_OK) {
        status = xc_decisions_claims(content, arena, &states, error);
        page.states = states;
    }
    if (status == XC_OK) {
        status = page_prepare(&page) ? XC_OK : xc_fail_memory(error);
    }
    if (status == XC_OK) {
        write_page(&page, &files, out);
        status = finish(&page, out, error);
    }
    xc_buffer_release(&files.style);
    xc_buffer_release(&files.script);
    xc_arena_free(arena);
    return status;
}
