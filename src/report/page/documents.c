// SPDX-License-Identifier: MIT
// The documents with their texts; each claim's words are marked and lead back to its row.
#include "report/page/page.h"
#include "report/words.h"

// Claims whose words overlap share one mark.
typedef struct mark {
    size_t start, end;
    size_t first, last; // [first,last) of the document's claims
} mark;

typedef struct marks {
    mark *items;
    size_t count;
} marks;

static marks find_marks(report_page *page, const xc_claim **claims, size_t count,
                        xc_within within, size_t length) {
    marks found = {xc_arena_array(page->arena, count + 1, sizeof(mark)), 0};
    for (size_t i = 0; found.items && i < count; i++) {
        const xc_claim *claim = claims[i];
        if (claim->within != within || claim->start >= claim->end || claim->end > length) {
            continue;
        }
        mark *last = found.count ? &found.items[found.count - 1] : NULL;
        if (last && claim->start < last->end) {
            last->end = claim->end > last->end ? claim->end : last->end;
            last->last = i + 1;
        } else {
            found.items[found.count++] = (mark){claim->start, claim->end, i, i + 1};
        }
    }
    return found;
}

static bool is_shown(const report_page *page, const xc_claim *claim) {
    return page->shown[claim - page->view->content->claims];
}

// The words of one mark; ids stand at its first piece only, where it goes over two paragraphs.
static void write_mark(report_page *page, const xc_claim **claims, const mark *one,
                       xc_slice words, bool first_piece, xc_buffer *out) {
    xc_buffer more = {0};
    xc_slice row = {0};
    for (size_t i = one->first; i < one->last; i++) {
        if (!row.len && is_shown(page, claims[i])) {
            row = page_prefixed(page, "#", claims[i]->id);
        }
        if (first_piece && i > one->first) {
            const template_fill fills[] = {
                FILL_TEXT("id", page_prefixed(page, "t-", claims[i]->id))};
            PAGE_WRITE(page, "anchor", fills, &more);
        }
    }
    const template_fill fills[] = {
        FILL_TEXT("id", first_piece ? page_prefixed(page, "t-", claims[one->first]->id)
                                    : (xc_slice){0}),
        FILL_TEXT("row", row), FILL_MARKUP("more", &more), FILL_TEXT("words", words)};
    PAGE_WRITE(page, "mark", fills, out);
    xc_buffer_release(&more);
}

// Bytes [start,end) of the text, escaped, with their marks.
static void write_marked(report_page *page, const xc_claim **claims, const marks *all,
                         xc_slice text, size_t start, size_t end, xc_buffer *out) {
    size_t at = start;
    for (size_t i = 0; i < all->count && at < end; i++) {
        const mark *one = &all->items[i];
        if (one->end <= at) {
            continue;
        }
        if (one->start >= end) {
            break;
        }
        size_t from = one->start > at ? one->start : at;
        size_t upto = one->end < end ? one->end : end;
        escape_text(xc_slice_sub(text, at, from), out);
        write_mark(page, claims, one, xc_slice_sub(text, from, upto), from == one->start, out);
        at = upto;
    }
    escape_text(xc_slice_sub(text, at, end), out);
}

static void write_paragraphs(report_page *page, const xc_claim **claims, const marks *all,
                             xc_slice text, xc_buffer *out) {
    for (size_t start = 0, end = 0; start < text.len; start = end + 1) {
        for (end = start; end < text.len && text.ptr[end] != '\n'; end++) {
        }
        if (xc_slice_trim(xc_slice_sub(text, start, end)).len == 0) {
            continue;
        }
        xc_buffer words = {0};
        write_marked(page, claims, all, text, start, end, &words);
        const template_fill fills[] = {FILL_MARKUP("words", &words)};
        PAGE_WRITE(page, "paragraph", fills, out);
        xc_buffer_release(&words);
    }
}

static const char *basis_is(xc_basis basis) {
    switch (basis) {
    case XC_BASIS_PAGE:
        return "from the page";
    case XC_BASIS_SOURCES:
        return "from your sources file";
    case XC_BASIS_TEXT:
        return "from the text";
    case XC_BASIS_NONE:
        break;
    }
    return "";
}

// A language tag that is safe to write as one.
static xc_slice language_of(const xc_document *document) {
    for (size_t i = 0; i < document->language.len; i++) {
        char c = document->language.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-')) {
            return (xc_slice){0};
        }
    }
    return document->language.len <= 12 ? document->language : (xc_slice){0};
}

static void write_document(report_page *page, size_t index, xc_buffer *out) {
    const xc_document *document = &page->view->content->documents[index];
    xc_arena_mark here = xc_arena_here(page->arena);
    size_t count = 0;
    const xc_claim **claims = page_claims_of(page, document->key, &count);
    xc_buffer title = {0};
    xc_buffer text = {0};
    xc_buffer published = {0};
    xc_buffer claim_count = {0};
    bool shows = page->has_text[index];
    marks in_title =
        find_marks(page, claims, shows ? count : 0, XC_IN_TITLE, document->title.len);
    marks in_text = find_marks(page, claims, shows ? count : 0, XC_IN_TEXT, document->text.len);
    if (!in_title.items || !in_text.items) {
        out->status = XC_NO_MEMORY;
        return;
    }
    write_marked(page, claims, &in_title, document->title, 0, document->title.len, &title);
    if (shows) {
        write_paragraphs(page, claims, &in_text, document->text, &text);
    }
    words_moment(document->published, &published);
    words_count(count, "claim", "claims", &claim_count);
    xc_buffer replaced = {0};
    if (document->replaced) {
        xc_buffer_print(&replaced, "%zu, shown as \xEF\xBF\xBD", document->replaced);
    }
    const template_fill fills[] = {
        FILL_TEXT("id", document->key),
        FILL_TEXT("open", xc_slice_of(page->open_documents ? "yes" : "")),
        FILL_TEXT("label", document->label),
        FILL_TEXT("plain-title", document->title.len ? document->title : document->label),
        FILL_MARKUP("title", &title),
        FILL_TEXT("source", document->source),
        FILL_TEXT("wire", document->wire),
        FILL_TEXT("author", document->author),
        FILL_TEXT("published", xc_buffer_slice(&published)),
        FILL_TEXT("source-basis", xc_slice_of(basis_is(document->source_basis))),
        FILL_TEXT("published-basis", xc_slice_of(basis_is(document->published_basis))),
        FILL_TEXT("url", address_is_web(document->url) ? document->url : (xc_slice){0}),
        FILL_TEXT("address", document->url),
        FILL_TEXT("archived",
                  address_is_web(document->archived) ? document->archived : (xc_slice){0}),
        FILL_TEXT("language", language_of(document)),
        FILL_TEXT("claims", xc_buffer_slice(&claim_count)),
        FILL_TEXT("replaced", xc_buffer_slice(&replaced)),
        FILL_MARKUP("text", &text)};
    PAGE_WRITE(page, "document", fills, out);
    xc_buffer_release(&title);
    xc_buffer_release(&text);
    xc_buffer_release(&published);
    xc_buffer_release(&claim_count);
    xc_buffer_release(&replaced);
    xc_arena_rewind(page->arena, here);
}

void page_documents(report_page *page, xc_buffer *out) {
    size_t count = page->view->content->document_count;
    for (size_t i = 0; i < page->documents_shown; i++) {
        write_document(page, i, out);
    }
    if (page->documents_shown < count) {
        xc_buffer more = {0};
        xc_buffer_print(&more, "%zu more documents stand in documents.csv.",
                        count - page->documents_shown);
        const template_fill fills[] = {FILL_TEXT("text", xc_buffer_slice(&more))};
        PAGE_WRITE(page, "more-documents", fills, out);
        xc_buffer_release(&more);
    }
}
