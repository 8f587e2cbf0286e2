// SPDX-License-Identifier: MIT
// The claims of a group: each with its words in their sentence, and where they lead.
#include "crossclaim/base/evidence.h"

#include "report/decided.h"
#include "report/figure.h"
#include "report/page/page.h"
#include "report/withdrawn.h"
#include "report/words.h"

xc_slice page_prefixed(const report_page *page, const char *prefix, xc_slice id) {
    return xc_arena_print(page->arena, "%s%.*s", prefix, XC_PRINT(id));
}

// The sentence with the claim's words apart: what stands before, the words, what comes after.
typedef struct evidence {
    xc_slice before, words, after;
} evidence;

// Where the evidence stands in the text around the claim's words; SIZE_MAX where it does not.
static size_t place_of(xc_slice said, const xc_claim *claim, xc_slice inside) {
    size_t from = claim->start > said.len ? claim->start - said.len : 0;
    for (size_t at = from; at <= claim->start; at++) {
        bool here = xc_slice_equal(xc_slice_sub(inside, at, at + said.len), said);
        if (here && claim->end - at <= said.len) {
            return at;
        }
    }
    return SIZE_MAX;
}

static evidence split_at(xc_slice sentence, size_t start, size_t end) {
    return (evidence){xc_slice_sub(sentence, 0, start), xc_slice_sub(sentence, start, end),
                      xc_slice_sub(sentence, end, sentence.len)};
}

static evidence split_evidence(const xc_claim *claim, xc_slice inside) {
    xc_slice sentence = claim->evidence;
    xc_slice core = xc_evidence_core(sentence);
    if (claim->start >= claim->end || claim->end > inside.len) {
        return (evidence){.before = sentence};
    }
    size_t at = place_of(sentence, claim, inside);
    if (at != SIZE_MAX) {
        return split_at(sentence, claim->start - at, claim->end - at);
    }
    size_t mark = (size_t)(core.ptr - sentence.ptr);
    at = place_of(core, claim, inside);
    if (at != SIZE_MAX) {
        return split_at(sentence, mark + claim->start - at, mark + claim->end - at);
    }
    xc_slice words = xc_slice_sub(inside, claim->start, claim->end);
    size_t found = xc_slice_find(sentence, words);
    return found == SIZE_MAX ? (evidence){.before = sentence}
                             : split_at(sentence, found, found + words.len);
}

// "14 May 2021", "as of 15 May 2021, 12:00", "19 to 20 Sept 2023".
static void write_time(const xc_claim *claim, xc_buffer *out) {
    if (claim->to.len && !claim->from.len) {
        xc_buffer_text(out, "as of ");
    }
    xc_date_words_span(claim->from, claim->to, out);
}

typedef struct row_texts {
    xc_buffer figure, unit, number, published, article_day, time, predicate, decided;
    bool withdrawn;
} row_texts;

static bool has_digit(xc_slice text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9') {
            return true;
        }
    }
    return false;
}

// What the words allow, where they do not say it plainly themselves.
static void write_figure(const xc_claim *claim, xc_slice words, xc_buffer *out) {
    bool any = claim->value.known || claim->low.known || claim->high.known;
    bool plain = claim->qualifier == XC_EXACT || claim->qualifier == XC_ABOUT;
    if (!any || (plain && has_digit(words))) {
        return;
    }
    if (claim->low.known || claim->high.known) {
        figure_bounds((xc_number){0}, claim->low, claim->high, out);
    } else {
        figure_number(claim->value, out);
    }
}

// What is counted, where the words beside it do not say it: "families", "hours".
static void write_unit(const xc_claim *claim, xc_slice words, xc_buffer *out) {
    bool any = claim->value.known || claim->low.known || claim->high.known;
    xc_buffer unit = {0};
    figure_unit(claim->unit, claim->value.known ? claim->value : claim->high, &unit);
    xc_slice told = unit.len ? xc_buffer_slice(&unit) : claim->subject_text;
    xc_slice stem = xc_slice_sub(told, 0, told.len > 3 ? 3 : told.len);
    bool money = has_digit(words) && xc_slice_find(words, XC_SLICE("$")) != SIZE_MAX;
    if (any && told.len && !money && xc_slice_find(words, stem) == SIZE_MAX) {
        xc_buffer_append(out, told);
    }
    xc_buffer_release(&unit);
}

// For sorting: the number, else the nearest bound.
static void write_number(const xc_claim *claim, xc_buffer *out) {
    char printed[XC_DECIMAL_PRINTED];
    xc_number number = claim->value.known ? claim->value
                       : claim->low.known ? claim->low
                                          : claim->high;
    if (number.known) {
        size_t length = xc_decimal_print(number.value, printed);
        xc_buffer_append(out, (xc_slice){printed, length});
    }
}

static void fill_texts(const xc_claim *claim, xc_slice words, row_texts *texts) {
    xc_buffer_clear(&texts->figure);
    xc_buffer_clear(&texts->unit);
    xc_buffer_clear(&texts->number);
    xc_buffer_clear(&texts->published);
    xc_buffer_clear(&texts->article_day);
    xc_buffer_clear(&texts->time);
    xc_buffer_clear(&texts->predicate);
    xc_buffer_clear(&texts->decided);
    write_figure(claim, words, &texts->figure);
    write_unit(claim, words, &texts->unit);
    write_number(claim, &texts->number);
    xc_date_words(xc_slice_sub(claim->published, 0, 10), &texts->article_day);
    if (claim->predicate.len) {
        xc_buffer_print(&texts->predicate, "%s%.*s%s%.*s",
                        xc_slice_is(claim->polarity, "negative") ? "not " : "",
                        XC_PRINT(claim->predicate), claim->object.len ? " " : "",
                        XC_PRINT(claim->object));
    }
    words_moment(claim->published, &texts->published);
    write_time(claim, &texts->time);
}

static const xc_claim_state *state_of(const report_page *page, const xc_claim *claim) {
    return &page->states[claim - page->view->content->claims];
}

void page_decided(const report_page *page, const xc_claim *member, xc_buffer *out) {
    decided_of_group(page->view->content, state_of(page, member), out);
}

// A claim as a row of a table ("row") or as a comparison of its own ("single").
static void write_claim(report_page *page, const xc_group *group, const xc_claim *claim,
                        row_texts *texts, const char *block, const xc_buffer *related,
                        xc_buffer *out) {
    const xc_document *document = view_document(page->view, claim->document_key);
    xc_slice inside = {0};
    if (document) {
        inside = claim->within == XC_IN_TITLE ? document->title : document->text;
    }
    evidence said = split_evidence(claim, inside);
    bool *shown = &page->shown[claim - page->view->content->claims];
    bool own = claim->attribution.len == 0;
    fill_texts(claim, said.words, texts);
    decided_of_claim(page->view->content, state_of(page, claim), &texts->decided);
    const template_fill fills[] = {
        FILL_TEXT("id", *shown ? (xc_slice){0} : claim->id),
        FILL_TEXT("source", view_publisher(page->view, claim)),
        FILL_TEXT("wire", claim->wire),
        FILL_TEXT("unit", xc_buffer_slice(&texts->unit)),
        FILL_TEXT("number", xc_buffer_slice(&texts->number)),
        FILL_TEXT("when", claim->to.len     ? claim->to
                          : claim->from.len ? claim->from
                                            : claim->published),
        FILL_TEXT("article-day", xc_buffer_slice(&texts->article_day)),
        FILL_TEXT("published", xc_buffer_slice(&texts->published)),
        FILL_TEXT("day", xc_slice_sub(claim->published, 0, 10)),
        FILL_TEXT("figure", xc_buffer_slice(&texts->figure)),
        FILL_TEXT("predicate", xc_buffer_slice(&texts->predicate)),
        FILL_TEXT("time", xc_buffer_slice(&texts->time)),
        FILL_TEXT("attribution", claim->attribution),
        FILL_TEXT("speaks-for", claim->speaks_for),
        FILL_TEXT("via", claim->via),
        FILL_TEXT("kind", own ? (xc_slice){0}
                              : xc_slice_of(attribution_kind_is(claim->attribution_kind))),
        FILL_TEXT("modality", claim->modality == XC_ASSERTED
                                  ? (xc_slice){0}
                                  : xc_slice_of(xc_modality_text(claim->modality))),
        FILL_TEXT("withdrawn", xc_slice_of(texts->withdrawn ? "yes" : "")),
        FILL_TEXT("before", said.before),
        FILL_TEXT("words", said.words),
        FILL_TEXT("after", said.after),
        FILL_TEXT("headline", xc_slice_of(claim->within == XC_IN_TITLE ? "yes" : "")),
        FILL_TEXT("in-text", page_shows_words(page, claim)
                                 ? page_prefixed(page, "#t-", claim->id)
                                 : (xc_slice){0}),
        FILL_TEXT("url", address_is_web(claim->url) ? claim->url : (xc_slice){0}),
        FILL_TEXT("archived", document && address_is_web(document->archived)
                                  ? document->archived
                                  : (xc_slice){0}),
        FILL_TEXT("decided", xc_buffer_slice(&texts->decided)),
        FILL_TEXT("group", group->id),
        FILL_TEXT("href", page_prefixed(page, "#", group->id)),
        FILL_TEXT("topic", group->topic),
        FILL_TEXT("measure", group->measure),
        FILL_TEXT("place", group->place),
        FILL_TEXT("from", group->from.len ? group->from : group->to),
        FILL_TEXT("to", group->to.len ? group->to : group->from),
        FILL_TEXT("about", group->about),
        FILL_MARKUP("related", related)};
    PAGE_WRITE(page, block, fills, out);
    *shown = true;
}

static void release_texts(row_texts *texts) {
    xc_buffer_release(&texts->figure);
    xc_buffer_release(&texts->unit);
    xc_buffer_release(&texts->number);
    xc_buffer_release(&texts->published);
    xc_buffer_release(&texts->article_day);
    xc_buffer_release(&texts->time);
    xc_buffer_release(&texts->predicate);
    xc_buffer_release(&texts->decided);
}

void page_rows(report_page *page, const xc_group *group, const xc_claim **claims, size_t count,
               xc_buffer *out) {
    row_texts texts = {.figure = {0}};
    xc_buffer none = {0};
    withdrawn_figures gone = withdrawn_find(page->view, claims, count);
    for (size_t i = 0; i < count; i++) {
        texts.withdrawn = withdrawn_has(&gone, claims[i]);
        write_claim(page, group, claims[i], &texts, "row", &none, out);
    }
    release_texts(&texts);
}

void page_single(report_page *page, const xc_group *group, const xc_claim *claim,
                 const xc_buffer *related, xc_buffer *out) {
    row_texts texts = {.figure = {0}};
    write_claim(page, group, claim, &texts, "single", related, out);
    release_texts(&texts);
}

void page_left_out(report_page *page, xc_buffer *out) {
    const xc_case_content *content = page->view->content;
    static const xc_group none = {.id = {0}};
    row_texts texts = {.figure = {0}};
    xc_buffer rows = {0};
    xc_buffer count = {0};
    xc_buffer nothing = {0};
    size_t left_out = 0;
    for (size_t i = 0; i < content->claim_count; i++) {
        if (page->states[i].out) {
            write_claim(page, &none, &content->claims[i], &texts, "row", &nothing, &rows);
            left_out++;
        }
    }
    if (left_out) {
        words_count(left_out, "claim", "claims", &count);
        const template_fill fills[] = {FILL_TEXT("count", xc_buffer_slice(&count)),
                                       FILL_MARKUP("rows", &rows)};
        PAGE_WRITE(page, "left-out", fills, out);
    }
    xc_buffer_release(&count);
    xc_buffer_release(&rows);
    release_texts(&texts);
}
