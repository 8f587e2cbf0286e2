// SPDX-License-Identifier: MIT
// The page on which a reviewer decides: one group, its claims, its articles, what was decided.
#include "report/decided.h"
#include "report/page/digest.h"
#include "report/page/page.h"
#include "report/said.h"

#include <stdlib.h>
#include <string.h>

typedef struct review_page {
    const xc_case_content *content; // all of the case
    const xc_review_page *options;
    const xc_group *group; // NULL: none is left
    page_template *forms;  // the blocks of review.html
    xc_case_content one;   // the group with its documents
    case_view view;
    report_page page;
    xc_agreements agreements;
    bool *is_member;  // for each claim of `one`
    xc_buffer hidden; // the fields that every form carries
    xc_buffer style, script;
} review_page;

#define REVIEW_WRITE(one, block, fills, out)                                                   \
    template_write((one)->forms, (block), (fills), sizeof(fills) / sizeof *(fills), (out))

// Which documents of the content have a claim of the group.
static void mark_documents(const case_view *view, const xc_group *group, bool *marks) {
    for (size_t i = 0; i < group->member_count; i++) {
        const xc_claim *claim = view_claim(view, group->members[i]);
        const xc_document *document = claim ? view_document(view, claim->document_key) : NULL;
        if (document) {
            marks[document - view->content->documents] = true;
        }
    }
}

// The content of the group alone: its documents with all their claims.
static bool take_group(review_page *one, const case_view *all, xc_arena *arena) {
    const xc_case_content *content = one->content;
    xc_case_content *out = &one->one;
    *out = *content;
    out->document_count = out->claim_count = out->incident_count = out->skip_count = 0;
    out->group_count = one->group ? 1 : 0;
    out->documents = xc_arena_array(arena, content->document_count, sizeof *out->documents);
    out->claims = xc_arena_array(arena, content->claim_count, sizeof *out->claims);
    out->groups = xc_arena_array(arena, 1, sizeof *out->groups);
    bool *marks = xc_arena_array(arena, content->document_count + 1, sizeof *marks);
    if (!out->documents || !out->claims || !out->groups || !marks || !one->group) {
        return out->documents && out->claims && out->groups && marks;
    }
    *out->groups = *one->group;
    mark_documents(all, one->group, marks);
    for (size_t i = 0; i < content->document_count; i++) {
        if (marks[i]) {
            out->documents[out->document_count++] = content->documents[i];
        }
    }
    const xc_document *document = NULL;
    for (size_t i = 0; i < content->claim_count; i++) {
        xc_slice key = content->claims[i].document_key; // claims of one document stand together
        document =
            document && xc_slice_equal(document->key, key) ? document : view_document(all, key);
        if (document && marks[document - content->documents]) {
            out->claims[out->claim_count++] = content->claims[i];
        }
    }
    return true;
}

static xc_status load_parts(review_page *one, xc_arena *arena, xc_error *error) {
    const char *folder = one->options->templates;
    xc_slice report = xc_arena_print(arena, "%s/template.html", folder);
    xc_slice forms = xc_arena_print(arena, "%s/review.html", folder);
    if (!report.ptr || !forms.ptr) {
        return xc_fail_memory(error);
    }
    xc_status status = template_load(report.ptr, arena, &one->page.template, error);
    if (status == XC_OK) {
        status = template_load(forms.ptr, arena, &one->forms, error);
    }
    if (status == XC_OK) {
        status = page_file_read(folder, "style.css", arena, &one->style, error);
    }
    if (status == XC_OK) {
        status = page_file_read(folder, "review.css", arena, &one->style, error);
    }
    return status == XC_OK ? page_file_read(folder, "review.js", arena, &one->script, error)
                           : status;
}

// "http://127.0.0.1:8000/?group=g..."
static xc_slice address_of(const review_page *one, xc_slice group) {
    return group.len
               ? xc_arena_print(one->page.arena, "%.*s/?group=%.*s",
                                XC_PRINT(one->options->address), XC_PRINT(group))
               : xc_arena_print(one->page.arena, "%.*s/", XC_PRINT(one->options->address));
}

static xc_slice id_of(const review_page *one) {
    return one->group ? one->group->id : (xc_slice){0};
}

static void write_hidden(review_page *one) {
    const template_fill fills[] = {
        FILL_TEXT("form", one->options->form), FILL_TEXT("topic", one->options->topic),
        FILL_TEXT("words", one->options->words), FILL_TEXT("id", id_of(one))};
    REVIEW_WRITE(one, "hidden", fills, &one->hidden);
}

static void write_topics(review_page *one, xc_buffer *out) {
    for (size_t i = 0; i < one->content->group_count; i++) {
        xc_slice topic = one->content->groups[i].topic;
        bool told = false;
        for (size_t k = 0; k < i && !told; k++) {
            told = xc_slice_equal(topic, one->content->groups[k].topic);
        }
        if (!told) {
            bool chosen = xc_slice_equal(topic, one->options->topic);
            const template_fill fills[] = {
                FILL_TEXT("topic", topic),
                FILL_TEXT("title", view_topic_title(&one->view, topic)),
                FILL_TEXT("chosen", xc_slice_of(chosen ? "yes" : ""))};
            REVIEW_WRITE(one, "topic-option", fills, out);
        }
    }
}

static void write_acts(review_page *one, xc_buffer *out) {
    size_t count = 0;
    const xc_claim **claims =
        one->group ? view_members(&one->view, &one->one.groups[0], one->page.arena, &count)
                   : NULL;
    for (size_t i = 0; claims && i < count; i++) {
        xc_buffer figure = {0};
        xc_buffer decided = {0};
        said_figure(&one->view, claims[i], &figure);
        decided_of_claim(&one->one, &one->page.states[claims[i] - one->one.claims], &decided);
        const template_fill fills[] = {
            FILL_TEXT("id", claims[i]->id),
            FILL_TEXT("source", view_publisher(&one->view, claims[i])),
            FILL_TEXT("figure", xc_buffer_slice(&figure)),
            FILL_TEXT("in-text", page_shows_words(&one->page, claims[i])
                                     ? page_prefixed(&one->page, "#t-", claims[i]->id)
                                     : (xc_slice){0}),
            FILL_TEXT("decided", xc_buffer_slice(&decided)),
            FILL_MARKUP("hidden", &one->hidden)};
        REVIEW_WRITE(one, "act", fills, out);
        xc_buffer_release(&figure);
        xc_buffer_release(&decided);
    }
}

static bool is_of_group(const review_page *one, xc_slice id) {
    const xc_claim *claim = id.len ? view_claim(&one->view, id) : NULL;
    return claim && one->is_member[claim - one->one.claims];
}

// On the document, or on its outlet ("source:NAME").
static bool is_on_source(xc_slice target, const xc_document *document) {
    const xc_slice outlet = XC_SLICE("source:");
    return xc_slice_starts(target, outlet)
               ? document->source.len &&
                     xc_slice_equal(xc_slice_sub(target, outlet.len, target.len),
                                    document->source)
               : xc_slice_equal(target, document->key);
}

// An outlet's name that a reviewer gave is a document's own: decisions on an outlet go by what was read.
static bool is_renamed(const review_page *one, const xc_document *document) {
    for (size_t i = 0; i < one->content->decision_count; i++) {
        const xc_decision *decision = &one->content->decisions[i];
        if (decision->kind == XC_SET_FIELD && xc_slice_is(decision->field, "source") &&
            is_on_source(decision->target, document)) {
            return true;
        }
    }
    return false;
}

// The documents of the group, each with what may be said of it and of its outlet.
static void write_sources(review_page *one, xc_buffer *out) {
    for (size_t i = 0; one->group && i < one->one.document_count; i++) {
        const xc_document *document = &one->one.documents[i];
        const template_fill fills[] = {
            FILL_TEXT("key", document->key),
            FILL_TEXT("title", xc_document_name(document)),
            FILL_TEXT("source", document->source),
            FILL_TEXT("kind", document->kind),
            FILL_TEXT("outlet", is_renamed(one, document) ? (xc_slice){0} : document->source),
            FILL_TEXT("grade", document->grade),
            FILL_TEXT("published", document->published),
            FILL_MARKUP("hidden", &one->hidden)};
        REVIEW_WRITE(one, "source-act", fills, out);
    }
}

// Whether a decision is about the group, one of its claims or one of its documents.
static bool is_about(const review_page *one, const xc_decision *decision) {
    xc_slice ids = decision->members;
    if (!one->group || is_of_group(one, decision->first) ||
        is_of_group(one, decision->second)) {
        return true;
    }
    for (xc_slice id; ids.len;) {
        (void)xc_slice_cut(ids, ' ', &id, &ids);
        if (is_of_group(one, id)) {
            return true;
        }
    }
    for (size_t i = 0; i < one->one.document_count; i++) {
        if (is_on_source(decision->target, &one->one.documents[i])) {
            return true;
        }
    }
    return xc_slice_equal(decision->target, one->group->id);
}

// The latest first; without a group the last of all.
static void write_history(review_page *one, const xc_standing *standing, xc_buffer *out) {
    enum { MOST_SHOWN = 50 };
    size_t shown = 0;
    for (size_t i = one->content->decision_count; i-- > 0 && shown < MOST_SHOWN;) {
        const xc_decision *decision = &one->content->decisions[i];
        if (decision->kind == XC_UNDO || !is_about(one, decision)) {
            continue;
        }
        bool undone = standing[i] == XC_UNDONE;
        bool holds = undone || standing[i] == XC_STANDS || standing[i] == XC_MOVED;
        xc_buffer words = {0};
        decided_words(decision, &words);
        const template_fill fills[] = {
            FILL_TEXT("words", xc_buffer_slice(&words)),
            FILL_TEXT("key", decision->key),
            FILL_TEXT("undone", xc_slice_of(undone ? "yes" : "")),
            FILL_TEXT("undo", xc_slice_of(!undone && one->options->form.len ? "yes" : "")),
            FILL_TEXT("changed", xc_slice_of(holds ? "" : xc_standing_text(standing[i]))),
            FILL_MARKUP("hidden", &one->hidden)};
        REVIEW_WRITE(one, "decision", fills, out);
        xc_buffer_release(&words);
        shown++;
    }
}

// What two reviewers say differently, and no third one has settled.
static void write_disagreements(review_page *one, const xc_agreements *all, xc_buffer *out) {
    enum { MOST_DISAGREEMENTS = 50 };
    for (size_t i = 0; i < all->open_count && i < MOST_DISAGREEMENTS; i++) {
        const xc_decision *first = &one->content->decisions[all->open[i].one];
        const xc_decision *second = &one->content->decisions[all->open[i].other];
        xc_slice sentence, rest;
        xc_buffer words = {0};
        xc_buffer others = {0};
        (void)xc_slice_cut(first->evidence, '\t', &sentence, &rest);
        decided_words(first, &words);
        decided_words(second, &others);
        const template_fill fills[] = {FILL_TEXT("href", address_of(one, first->target)),
                                       FILL_TEXT("sentence", sentence),
                                       FILL_TEXT("one", xc_buffer_slice(&words)),
                                       FILL_TEXT("other", xc_buffer_slice(&others))};
        REVIEW_WRITE(one, "disagreement", fills, out);
        xc_buffer_release(&words);
        xc_buffer_release(&others);
    }
}

static void write_waiting(review_page *one, xc_buffer *out) {
    for (size_t i = 0; i < one->options->waiting_count; i++) {
        const xc_group *group = one->options->waiting[i];
        const template_fill fills[] = {
            FILL_TEXT("href", address_of(one, group->id)), FILL_TEXT("about", group->about),
            FILL_TEXT("verdict", xc_slice_of(xc_verdict_text(group->verdict))),
            FILL_TEXT("sign", xc_slice_of(page_sign(group->verdict)))};
        REVIEW_WRITE(one, "waiting", fills, out);
    }
}

// The group that waits after this one, or before it; round the ends.
static xc_slice neighbour_of(const review_page *one, bool after) {
    const xc_review_page *options = one->options;
    size_t count = options->left;
    for (size_t i = 0; one->group && i < count; i++) {
        if (xc_slice_equal(options->waiting[i]->id, one->group->id)) {
            size_t next = after ? (i + 1) % count : (i + count - 1) % count;
            return next == i ? (xc_slice){0} : address_of(one, options->waiting[next]->id);
        }
    }
    return count ? address_of(one, options->waiting[after ? 0 : count - 1]->id) : (xc_slice){0};
}

static void write_all(review_page *one, const xc_standing *standing, xc_buffer *out) {
    const xc_review_page *options = one->options;
    xc_buffer parts[8] = {{0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}};
    char left[24], revision[24];
    (void)snprintf(left, sizeof left, "%zu", options->left);
    (void)snprintf(revision, sizeof revision, "%llu", (unsigned long long)options->revision);
    write_hidden(one);
    page_groups(&one->page, &parts[0]);
    page_documents(&one->page, &parts[1]);
    write_acts(one, &parts[2]);
    write_history(one, standing, &parts[3]);
    write_waiting(one, &parts[4]);
    write_topics(one, &parts[5]);
    write_disagreements(one, &one->agreements, &parts[6]);
    write_sources(one, &parts[7]);
    const template_fill fills[] = {
        FILL_TEXT("left", xc_slice_of(left)),
        FILL_TEXT("revision", xc_slice_of(revision)),
        FILL_TEXT("case", options->name),
        FILL_TEXT("reviewer", options->reviewer),
        FILL_TEXT("form", options->form),
        FILL_TEXT("message", options->message),
        FILL_TEXT("comparing", xc_slice_of(options->comparing ? "yes" : "")),
        FILL_TEXT("words", options->words),
        FILL_TEXT("id", id_of(one)),
        FILL_TEXT("home", address_of(one, (xc_slice){0})),
        FILL_TEXT("here", address_of(one, id_of(one))),
        FILL_TEXT("next", neighbour_of(one, true)),
        FILL_TEXT("previous", neighbour_of(one, false)),
        FILL_MARKUP("hidden", &one->hidden),
        FILL_MARKUP("style", &one->style),
        FILL_MARKUP("script", &one->script),
        FILL_MARKUP("group", &parts[0]),
        FILL_MARKUP("documents", &parts[1]),
        FILL_MARKUP("acts", &parts[2]),
        FILL_MARKUP("history", &parts[3]),
        FILL_MARKUP("waiting", &parts[4]),
        FILL_MARKUP("topics", &parts[5]),
        FILL_MARKUP("disagreements", &parts[6]),
        FILL_MARKUP("sources", &parts[7])};
    REVIEW_WRITE(one, "page", fills, out);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        out->status = parts[i].status != XC_OK ? parts[i].status : out->status;
        xc_buffer_release(&parts[i]);
    }
}

static const xc_group *group_named(const xc_case_content *content, xc_slice id) {
    for (size_t i = 0; i < content->group_count; i++) {
        if (xc_slice_equal(content->groups[i].id, id)) {
            return &content->groups[i];
        }
    }
    return NULL;
}

static bool mark_members(review_page *one, xc_arena *arena) {
    one->is_member = xc_arena_array(arena, one->one.claim_count + 1, sizeof *one->is_member);
    for (size_t i = 0; one->is_member && one->group && i < one->group->member_count; i++) {
        const xc_claim *claim = view_claim(&one->view, one->group->members[i]);
        if (claim) {
            one->is_member[claim - one->one.claims] = true;
        }
    }
    return one->is_member;
}

static xc_status open_page(review_page *one, xc_arena *arena, xc_standing **standing,
                           xc_error *error) {
    case_view all;
    xc_claim_state *states = NULL;
    xc_status status = view_open(one->content, arena, &all, error);
    if (status == XC_OK && !take_group(one, &all, arena)) {
        status = xc_fail_memory(error);
    }
    if (status == XC_OK) {
        status = view_open(&one->one, arena, &one->view, error);
    }
    if (status == XC_OK && !mark_members(one, arena)) {
        status = xc_fail_memory(error);
    }
    if (status == XC_OK) {
        status = xc_decisions_standing(one->content, arena, standing, error);
    }
    if (status == XC_OK && one->content->decision_count) {
        status = xc_decisions_agreement(one->content, arena, &one->agreements, error);
    }
    if (status == XC_OK) {
        status = xc_decisions_claims(&one->one, arena, &states, error);
        one->page.states = states;
    }
    if (status == XC_OK) {
        status = load_parts(one, arena, error);
    }
    if (status == XC_OK && !page_prepare(&one->page)) {
        status = xc_fail_memory(error);
    }
    return status;
}

// Only the page's own style and script, and its own server.
static void write_policy(const review_page *one, xc_buffer *out) {
    xc_buffer_text(out, "default-src 'none'; style-src '");
    digest_source(xc_buffer_slice(&one->style), out);
    xc_buffer_text(out, "'; script-src '");
    digest_source(xc_buffer_slice(&one->script), out);
    xc_buffer_text(out, "'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                        " frame-ancestors 'none'");
}

xc_status xc_report_review_page(const xc_case_content *content, const xc_review_page *options,
                                xc_buffer *out, xc_buffer *policy, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    xc_report_options report = {.templates = options->templates};
    review_page one = {.content = content, .options = options};
    one.group = group_named(content, options->group);
    one.page = (report_page){
        .view = &one.view, .options = &report, .arena = arena, .open_documents = true};
    xc_standing *standing = NULL;
    xc_status status = open_page(&one, arena, &standing, error);
    if (status == XC_OK) {
        write_all(&one, standing, out);
        write_policy(&one, policy);
        const char *mistake = *template_mistake(one.forms)
                                  ? template_mistake(one.forms)
                                  : template_mistake(one.page.template);
        status = *mistake               ? xc_fail(error, XC_BAD_INPUT, "reports/: %s", mistake)
                 : out->status == XC_OK ? XC_OK
                                        : xc_fail_memory(error);
    }
    xc_buffer_release(&one.hidden);
    xc_buffer_release(&one.style);
    xc_buffer_release(&one.script);
    xc_arena_free(arena);
    return status;
}
