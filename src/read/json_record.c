// SPDX-License-Identifier: MIT
// Which field of a record is which.
#include "json_record.h"
#include "charset.h"
#include "html.h"
#include "page_date.h"

#include <ctype.h>
#include <string.h>

enum { MOST_NAMES = 10, MOST_PARTS = 10000 };

// The first name is ours and stands in the interface; the others are what crawlers and news
// interfaces call it. The first that holds something is taken.
static const char *const names[XC_RECORD_FIELDS][MOST_NAMES] = {
    [XC_RECORD_DOCUMENT] = {"document"},
    [XC_RECORD_TEXT] = {"text", "maintext", "article_text", "articleBody", "body", "content",
                        "full_text", "fulltext", "plain_text"},
    [XC_RECORD_HTML] = {"html", "content_html", "raw_html", "body_html", "page"},
    [XC_RECORD_TITLE] = {"title", "headline", "heading"},
    [XC_RECORD_URL] = {"url", "link", "source_url", "canonical_url", "permalink"},
    [XC_RECORD_PUBLISHED] = {"published", "date", "date_publish", "publish_date", "pubDate",
                             "published_at", "publishedAt", "datePublished", "date_published",
                             "publication_date"},
    [XC_RECORD_SOURCE] = {"source", "sitename", "site_name", "outlet", "publisher",
                          "source_name", "publication", "source_domain", "domain"},
    [XC_RECORD_AUTHOR] = {"author", "authors", "byline", "creator"},
    [XC_RECORD_LANGUAGE] = {"language", "lang", "inLanguage"},
    [XC_RECORD_WIRE] = {"wire", "agency"},
    [XC_RECORD_KIND] = {"kind", "source_kind"},
};

static const char *const map_words[XC_RECORD_FIELDS] = {
    "document", "text",   "html",     "title", "url", "published",
    "source",   "author", "language", "wire",  "kind"};

xc_status xc_record_map_read(const char *map, xc_record_map *out, xc_error *error) {
    *out = (xc_record_map){0};
    xc_slice rest = xc_slice_of(map);
    while (rest.len) {
        xc_slice pair;
        xc_slice field;
        xc_slice name;
        xc_slice_cut(rest, ',', &pair, &rest);
        bool known = false;
        bool parted = xc_slice_cut(pair, '=', &field, &name);
        for (size_t i = 0; i < XC_RECORD_FIELDS && parted; i++) {
            if (xc_slice_is(xc_slice_trim(field), map_words[i])) {
                out->names[i] = xc_slice_trim(name);
                known = out->names[i].len > 0;
            }
        }
        if (!known) {
            return xc_fail(error, XC_USAGE,
                           "--map does not know \"%.*s\"; write text=FIELD,published=FIELD ... "
                           "with document, text, html, title, url, published, source, author, "
                           "language, wire or kind",
                           XC_PRINT(pair));
        }
    }
    return XC_OK;
}

static json_object *member(json_object *object, xc_slice name) {
    char key[128];
    json_object *value = NULL;
    if (name.len >= sizeof key || !json_object_is_type(object, json_type_object)) {
        return NULL;
    }
    memcpy(key, name.ptr, name.len);
    key[name.len] = '\0';
    (void)json_object_object_get_ex(object, key, &value);
    return value;
}

// "meta.date" is the member date of the member meta, unless a member is called just so.
static json_object *find_path(json_object *object, xc_slice path) {
    json_object *value = member(object, path);
    xc_slice head;
    xc_slice tail;
    if (!value && xc_slice_cut(path, '.', &head, &tail)) {
        value = member(object, head);
        return value ? find_path(value, tail) : NULL;
    }
    return value;
}

static bool is_filled(json_object *value) {
    switch (json_object_get_type(value)) {
    case json_type_string:
        return json_object_get_string_len(value) > 0;
    case json_type_array:
        return json_object_array_length(value) > 0;
    case json_type_object:
    case json_type_int:
    case json_type_double:
        return true;
    default:
        return false;
    }
}

static json_object *find(const xc_record_map *map, json_object *record, xc_record_field field) {
    if (map->names[field].len) {
        json_object *value = find_path(record, map->names[field]);
        return is_filled(value) ? value : NULL;
    }
    for (size_t i = 0; i < MOST_NAMES && names[field][i]; i++) {
        json_object *value = member(record, xc_slice_of(names[field][i]));
        if (is_filled(value)) {
            return value;
        }
    }
    return NULL;
}

bool xc_record_has_text(const xc_record_map *map, json_object *record) {
    return json_object_is_type(record, json_type_object) &&
           (find(map, record, XC_RECORD_TEXT) || find(map, record, XC_RECORD_HTML));
}

typedef struct filling {
    xc_arena *arena;
    xc_error *error;
    xc_status status;
    size_t replaced;
} filling;

static xc_slice clean(filling *f, xc_slice bytes) {
    xc_slice text = {0};
    if (f->status == XC_OK) {
        f->status = xc_charset_decode(bytes, XC_SLICE("utf-8"), f->arena, &text, &f->replaced,
                                      f->error);
    }
    return text;
}

static xc_slice string_of(json_object *value) {
    return (xc_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static void append(filling *f, json_object *value, const char *between, xc_buffer *out);

// Strings, lists of strings, and objects that have a name or a text.
static void append(filling *f, json_object *value, const char *between, xc_buffer *out) {
    static const char *const inner[] = {"name", "title", "text", "paragraph"};
    switch (json_object_get_type(value)) {
    case json_type_string:
        xc_buffer_text(out, out->len ? between : "");
        xc_buffer_append(out, clean(f, string_of(value)));
        break;
    case json_type_int:
    case json_type_double:
        xc_buffer_text(out, json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN));
        break;
    case json_type_array:
        for (size_t i = 0; i < json_object_array_length(value) && i < MOST_PARTS; i++) {
            json_object *part = json_object_array_get_idx(value, i);
            if (!json_object_is_type(part, json_type_array)) {
                append(f, part, between, out);
            }
        }
        break;
    case json_type_object:
        for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
            json_object *part = member(value, xc_slice_of(inner[i]));
            if (json_object_is_type(part, json_type_string)) {
                append(f, part, between, out);
                break;
            }
        }
        break;
    default:
        break;
    }
}

static xc_slice text_of(filling *f, json_object *value, const char *between) {
    if (!value || f->status != XC_OK) {
        return (xc_slice){0};
    }
    xc_buffer out = {0};
    append(f, value, between, &out);
    xc_slice text = xc_arena_copy(f->arena, xc_buffer_slice(&out));
    if (f->status == XC_OK && (out.status != XC_OK || !text.ptr)) {
        f->status = xc_fail_memory(f->error);
    }
    xc_buffer_release(&out);
    return text;
}

static void lay(filling *f, const xc_record_map *map, json_object *record,
                xc_record_field field, xc_slice *out) {
    xc_slice text = xc_slice_trim(text_of(f, find(map, record, field), ", "));
    if (text.len) {
        *out = text;
    }
}

// A body that starts with a tag is HTML, whatever its field is called.
static bool is_markup(xc_slice text) {
    text = xc_slice_trim(text);
    return text.len > 7 && text.ptr[0] == '<' && isalpha((unsigned char)text.ptr[1]) &&
           xc_slice_find(text, XC_SLICE("</")) != SIZE_MAX;
}

static xc_status read_body(filling *f, const xc_record_map *map, json_object *record,
                           const xc_read_options *options, xc_document *out) {
    xc_slice text = text_of(f, find(map, record, XC_RECORD_TEXT), "\n\n");
    bool is_html = is_markup(text);
    if (f->status == XC_OK && !xc_slice_trim(text).len) {
        text = text_of(f, find(map, record, XC_RECORD_HTML), "\n");
        is_html = true;
    }
    if (f->status != XC_OK) {
        return f->status;
    }
    if (is_html && xc_slice_trim(text).len) {
        f->status = xc_html_read(text, options, f->arena, out, f->error);
    } else {
        out->text = text;
    }
    if (f->status == XC_OK && !xc_slice_trim(out->text).len) {
        f->status = xc_fail(f->error, XC_SKIPPED,
                            "the record has no text; name its field with --map text=FIELD");
    }
    return f->status;
}

static void read_published(filling *f, const xc_record_map *map, json_object *record,
                           xc_document *out) {
    xc_slice told = {0};
    xc_page_date date;
    lay(f, map, record, XC_RECORD_PUBLISHED, &told);
    if (told.len &&
        (xc_page_date_find(told, true, &date) || xc_page_date_of_seconds(told, &date))) {
        out->published = xc_page_date_print(&date, f->arena);
    } else if (told.len && xc_date_parse(told, &date.date)) {
        out->published = told; // a month or a year alone
    }
}

xc_status xc_record_read(json_object *record, const xc_record_map *map,
                         const xc_read_options *options, xc_arena *arena, xc_document *out,
                         xc_error *error) {
    if (!json_object_is_type(record, json_type_object)) {
        return xc_fail(error, XC_SKIPPED, "the record is no JSON object");
    }
    if (member(record, XC_SLICE("measure")) && member(record, XC_SLICE("evidence"))) {
        return xc_fail(error, XC_SKIPPED, "a claim, not a document; give it to compare or add");
    }
    filling f = {.arena = arena, .error = error};
    xc_status status = read_body(&f, map, record, options, out);
    if (status != XC_OK) {
        return status;
    }
    lay(&f, map, record, XC_RECORD_DOCUMENT, &out->label);
    lay(&f, map, record, XC_RECORD_TITLE, &out->title);
    lay(&f, map, record, XC_RECORD_URL, &out->url);
    lay(&f, map, record, XC_RECORD_SOURCE, &out->source);
    lay(&f, map, record, XC_RECORD_AUTHOR, &out->author);
    lay(&f, map, record, XC_RECORD_LANGUAGE, &out->language);
    lay(&f, map, record, XC_RECORD_WIRE, &out->wire);
    lay(&f, map, record, XC_RECORD_KIND, &out->kind);
    read_published(&f, map, record, out);
    out->replaced += f.replaced;
    out->published_basis = out->published.len ? XC_BASIS_PAGE : XC_BASIS_NONE;
    return f.status;
}
