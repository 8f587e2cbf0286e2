// SPDX-License-Identifier: MIT
// Which field of a record is which, and a document out of their values.
#include "read/format/article_record.h"
#include "read/format/html.h"
#include "read/outlet/outlets.h"
#include "read/page/facts.h"
#include "read/page/printed_date.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_NAME = 40 };

// What crawlers, exports and news interfaces call each field, folded; our own name first.
static const char *const text_names[] = {
    "text",        "maintext",       "articletext", "articlebody",  "body",
    "bodytext",    "content",        "fulltext",    "plaintext",    "article",
    "textcontent", "articlecontent", "newscontent", "storycontent", "postcontent",
    "maincontent", "contenttext",    "newstext",    "storytext",    "story",
    "cleantext",   "rawtext",        "paragraphs",  "transcript",   NULL};
static const char *const scant_names[] = {"description", "summary", "excerpt", "leadparagraph",
                                          "abstract",    "snippet", "lead",    NULL};
static const char *const html_names[] = {"html",     "contenthtml", "rawhtml",
                                         "bodyhtml", "articlehtml", "htmlcontent",
                                         "pagehtml", "page",        NULL};
static const char *const title_names[] = {
    "title",     "headline",   "heading",   "articletitle", "newstitle",       "webtitle",
    "posttitle", "storytitle", "maintitle", "headlinetext", "articleheadline", NULL};
static const char *const url_names[] = {
    "url",        "link",        "canonicalurl", "canonical", "permalink", "weburl",
    "articleurl", "articlelink", "pageurl",      "newsurl",   "storyurl",  "originalurl",
    "finalurl",   "href",        "uri",          "sourceurl", NULL};
static const char *const published_names[] = {"published",
                                              "publicationdate",
                                              "publishdate",
                                              "publisheddate",
                                              "datepublished",
                                              "datepublish",
                                              "publishedat",
                                              "publishedon",
                                              "publishtime",
                                              "pubdate",
                                              "datetimepub",
                                              "publicationtime",
                                              "webpublicationdate",
                                              "articledate",
                                              "newsdate",
                                              "postdate",
                                              "date",
                                              "datetime",
                                              "timestamp",
                                              "seendate",
                                              "createdat",
                                              NULL};
static const char *const source_names[] = {
    "source",       "sitename",        "outlet",    "publisher",  "sourcename",
    "publication",  "publicationname", "newspaper", "newsoutlet", "outletname",
    "medianame",    "media",           "provider",  "website",    "site",
    "sourcedomain", "sourcehostname",  "hostname",  "domain",     NULL};
static const char *const author_names[] = {"author",  "authors",    "byline",
                                           "creator", "dccreator",  "writer",
                                           "writers", "authorname", NULL};
static const char *const language_names[] = {
    "language", "lang", "inlanguage", "languagecode", "langcode", "metalang", NULL};

static const char *const archived_names[] = {
    "archived", "archivedurl", "archiveurl", "archivelink", "archive", "waybackurl", NULL};

static const struct {
    record_field field;
    size_t rank; // of the first
    const char *const *names;
} known[] = {
    {RECORD_DOCUMENT, 0, (const char *const[]){"document", NULL}},
    {RECORD_TEXT, 0, text_names},
    {RECORD_TEXT, RECORD_SCANT, scant_names},
    {RECORD_HTML, 0, html_names},
    {RECORD_TITLE, 0, title_names},
    {RECORD_URL, 0, url_names},
    {RECORD_PUBLISHED, 0, published_names},
    {RECORD_SOURCE, 0, source_names},
    {RECORD_AUTHOR, 0, author_names},
    {RECORD_LANGUAGE, 0, language_names},
    {RECORD_WIRE, 0, (const char *const[]){"wire", "agency", "newsagency", NULL}},
    {RECORD_KIND, 0, (const char *const[]){"kind", "sourcekind", NULL}},
    {RECORD_ARCHIVED, 0, archived_names},
};

static const char *const map_words[RECORD_FIELDS] = {
    "document", "text",   "html",     "title", "url",  "published",
    "source",   "author", "language", "wire",  "kind", "archived"};

xc_status record_map_read(const char *map, record_map *out, xc_error *error) {
    *out = (record_map){0};
    xc_slice rest = xc_slice_of(map);
    while (rest.len) {
        xc_slice pair;
        xc_slice field;
        xc_slice name;
        xc_slice_cut(rest, ',', &pair, &rest);
        bool is_known = false;
        bool parted = xc_slice_cut(pair, '=', &field, &name);
        for (size_t i = 0; i < RECORD_FIELDS && parted; i++) {
            if (xc_slice_is(xc_slice_trim(field), map_words[i])) {
                out->names[i] = xc_slice_trim(name);
                is_known = out->names[i].len > 0;
            }
        }
        if (!is_known) {
            return xc_fail(error, XC_USAGE,
                           "--map does not know \"%.*s\"; write text=FIELD,published=FIELD ... "
                           "with document, text, html, title, url, published, source, author, "
                           "language, wire, kind or archived",
                           XC_PRINT(pair));
        }
    }
    return XC_OK;
}

// "Date published", "date_published" and "datePublished" are one name.
static size_t fold(xc_slice name, char out[LONGEST_NAME]) {
    size_t length = 0;
    for (size_t i = 0; i < name.len; i++) {
        char byte = name.ptr[i];
        if (byte && strchr("_- .:", byte)) {
            continue;
        }
        if (length == LONGEST_NAME) {
            return 0;
        }
        out[length++] = (char)tolower((unsigned char)byte);
    }
    return length;
}

bool record_name(xc_slice name, record_field *field, size_t *rank) {
    char folded[LONGEST_NAME];
    xc_slice wanted = {folded, fold(name, folded)};
    for (size_t i = 0; wanted.len && i < sizeof known / sizeof *known; i++) {
        for (size_t j = 0; known[i].names[j]; j++) {
            if (xc_slice_is(wanted, known[i].names[j])) {
                *field = known[i].field;
                *rank = known[i].rank + j;
                return true;
            }
        }
    }
    return false;
}

static bool has_tag(xc_slice text, const char *const *tags, size_t count) {
    for (size_t i = 0; i < text.len; i++) {
        const char *found = memchr(text.ptr + i, '<', text.len - i);
        if (!found) {
            return false;
        }
        i = (size_t)(found - text.ptr);
        for (size_t j = 0; j < count; j++) {
            xc_slice tag = xc_slice_of(tags[j]);
            if (xc_slice_equal_fold(xc_slice_sub(text, i, i + tag.len), tag)) {
                return true;
            }
        }
    }
    return false;
}

// Whether a text is HTML, whatever its field is called: by a tag at its start, or by one that
// parts lines anywhere.
static bool is_markup(xc_slice text) {
    static const char *const tags[] = {"</p>", "<br>", "<br/>", "<br />", "<p>", "</div>"};
    text = xc_slice_trim(text);
    bool starts = text.len > 7 && text.ptr[0] == '<' && isalpha((unsigned char)text.ptr[1]) &&
                  xc_slice_find(text, XC_SLICE("</")) != SIZE_MAX;
    return starts || has_tag(text, tags, sizeof tags / sizeof *tags);
}

static bool is_whole_page(xc_slice text) {
    static const char *const tags[] = {"<!doctype", "<html", "<head", "<body"};
    return has_tag(xc_slice_sub(text, 0, 4096), tags, sizeof tags / sizeof *tags);
}

static xc_status read_body(const xc_slice *values, const xc_read_options *options,
                           xc_arena *arena, xc_document *out, xc_error *error) {
    xc_slice text = values[RECORD_TEXT];
    bool is_html = is_markup(text);
    if (!xc_slice_trim(text).len) {
        text = values[RECORD_HTML];
        is_html = true;
    }
    xc_status status = XC_OK;
    if (is_html && xc_slice_trim(text).len) {
        status = is_whole_page(text) ? html_read(text, options, arena, out, error)
                                     : html_read_part(text, values[RECORD_TITLE], options,
                                                      arena, &out->text, error);
    } else {
        out->text = text;
    }
    if (status == XC_OK && !xc_slice_trim(out->text).len) {
        status = xc_fail(error, XC_SKIPPED,
                         "the record has no text; name its field with --map text=FIELD");
    }
    return status;
}

static bool is_digits(xc_slice text) {
    for (size_t i = 0; i < text.len; i++) {
        if (!isdigit((unsigned char)text.ptr[i])) {
            return false;
        }
    }
    return true;
}

static void read_published(xc_slice told, const page_words *words, xc_arena *arena,
                           xc_document *out) {
    page_date date;
    if (told.len == 14 && is_digits(told)) {
        told = xc_slice_sub(told, 0, 8); // year to second without a sign between
    }
    if (page_date_find(words, told, true, &date) || page_date_of_seconds(told, &date)) {
        out->published = page_date_print(&date, arena);
    } else if (xc_date_parse(told, &date.date)) {
        out->published = told; // a month or a year alone
    }
}

static bool is_address(xc_slice text) {
    return xc_slice_starts(text, XC_SLICE("http://")) ||
           xc_slice_starts(text, XC_SLICE("https://"));
}

// Some exports keep the article's address as its source.
static void settle_source(xc_document *out) {
    if (!is_address(out->source)) {
        return;
    }
    xc_slice host = url_host(out->source);
    if (!out->url.len) {
        out->url = out->source;
    }
    out->source = host;
}

// Told beside the article's own address, or in its place.
static void settle_archived(xc_slice told, xc_document *out) {
    if (is_address(told)) {
        out->archived = told;
    } else if (url_is_archived(out->url)) {
        out->archived = out->url;
    }
}

static void lay(xc_slice value, xc_slice *out) {
    value = xc_slice_trim(value);
    if (value.len) {
        *out = value;
    }
}

void record_tell(const xc_slice values[RECORD_FIELDS], const page_words *words, xc_arena *arena,
                 xc_document *out) {
    lay(values[RECORD_DOCUMENT], &out->label);
    lay(values[RECORD_TITLE], &out->title);
    lay(values[RECORD_URL], &out->url);
    lay(values[RECORD_SOURCE], &out->source);
    lay(values[RECORD_AUTHOR], &out->author);
    lay(values[RECORD_LANGUAGE], &out->language);
    lay(values[RECORD_WIRE], &out->wire);
    lay(values[RECORD_KIND], &out->kind);
    settle_source(out);
    settle_archived(xc_slice_trim(values[RECORD_ARCHIVED]), out);
    read_published(xc_slice_trim(values[RECORD_PUBLISHED]), words, arena, out);
    out->published_basis = out->published.len ? XC_BASIS_PAGE : XC_BASIS_NONE;
}

xc_status record_settle(const xc_slice values[RECORD_FIELDS], const xc_read_options *options,
                        xc_arena *arena, xc_document *out, xc_error *error) {
    xc_status status = read_body(values, options, arena, out, error);
    if (status == XC_OK) {
        record_tell(values, lines_words(outlets_lines(options->outlets)), arena, out);
    }
    return status;
}
