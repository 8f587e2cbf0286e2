// SPDX-License-Identifier: MIT
// What the members of a JSON object tell of an article.
#include "read/format/json_record.h"
#include "read/bytes/charset.h"

#include <string.h>

enum { MOST_PARTS = 10000, LONGEST_KEY = 128 };

// Members that some exports keep an article's fields in, one object deep.
static const char *const wrappers[] = {"fields",  "article",    "_source", "metadata", "meta",
                                       "data",    "attributes", "thread",  "story",    "item",
                                       "content", "document",   "doc",     "news",     "body"};

static json_object *member(json_object *object, xc_slice name) {
    char key[LONGEST_KEY];
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

typedef struct found_fields {
    json_object *values[RECORD_FIELDS];
    size_t ranks[RECORD_FIELDS];
} found_fields;

// Takes what is better than what was found so far.
static void gather_members(json_object *object, found_fields *found) {
    json_object_object_foreach(object, key, value) {
        record_field field;
        size_t rank;
        if (is_filled(value) && record_name(xc_slice_of(key), &field, &rank) &&
            (!found->values[field] || rank < found->ranks[field])) {
            found->values[field] = value;
            found->ranks[field] = rank;
        }
    }
}

// An object that holds fields of the article is no field itself.
static void drop_wrapper(json_object *wrapper, found_fields *found) {
    for (size_t i = 0; i < RECORD_FIELDS; i++) {
        if (found->values[i] == wrapper) {
            found->values[i] = NULL;
        }
    }
}

static void gather_wrapped(json_object *record, found_fields *found) {
    for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++) {
        json_object *inner = member(record, xc_slice_of(wrappers[i]));
        found_fields within = {0};
        if (!json_object_is_type(inner, json_type_object)) {
            continue;
        }
        gather_members(inner, &within);
        bool tells = within.values[RECORD_TEXT] || within.values[RECORD_HTML] ||
                     within.values[RECORD_URL] || within.values[RECORD_PUBLISHED] ||
                     within.values[RECORD_SOURCE];
        if (!tells) {
            continue;
        }
        drop_wrapper(inner, found);
        for (size_t field = 0; field < RECORD_FIELDS; field++) {
            bool is_scant = found->values[field] && found->ranks[field] >= RECORD_SCANT &&
                            within.ranks[field] < RECORD_SCANT;
            if (within.values[field] && (!found->values[field] || is_scant)) {
                found->values[field] = within.values[field];
                found->ranks[field] = within.ranks[field];
            }
        }
    }
}

// The record's own members come before those of an object in it; what the user maps, before
// both.
static void find_fields(const record_map *map, json_object *record, found_fields *found) {
    *found = (found_fields){0};
    gather_members(record, found);
    gather_wrapped(record, found);
    for (size_t i = 0; i < RECORD_FIELDS; i++) {
        if (map->names[i].len) {
            json_object *value = find_path(record, map->names[i]);
            found->values[i] = is_filled(value) ? value : NULL;
            found->ranks[i] = 0;
        }
    }
    // A full page is better than a summary of it.
    if (found->values[RECORD_TEXT] && found->ranks[RECORD_TEXT] >= RECORD_SCANT &&
        found->values[RECORD_HTML]) {
        found->values[RECORD_TEXT] = NULL;
    }
}

bool record_has_text(const record_map *map, json_object *record, bool scant) {
    found_fields found;
    if (!json_object_is_type(record, json_type_object)) {
        return false;
    }
    find_fields(map, record, &found);
    return found.values[RECORD_HTML] ||
           (found.values[RECORD_TEXT] && (scant || found.ranks[RECORD_TEXT] < RECORD_SCANT));
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
        f->status =
            charset_decode(bytes, XC_SLICE("utf-8"), f->arena, &text, &f->replaced, f->error);
    }
    return text;
}

static xc_slice string_of(json_object *value) {
    return (xc_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static void append(filling *f, json_object *value, const char *between, xc_buffer *out);

// Strings, lists of strings, and objects that have a name or a text.
static void append(filling *f, json_object *value, const char *between, xc_buffer *out) {
    static const char *const inner[] = {"name", "title", "text",  "paragraph",
                                        "main", "url",   "domain"};
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

// Parts of a text are its paragraphs.
static const char *between_parts(size_t field) {
    return field == RECORD_TEXT ? "\n\n" : field == RECORD_HTML ? "\n" : ", ";
}

xc_status record_read(json_object *record, const record_map *map,
                      const xc_read_options *options, xc_arena *arena, xc_document *out,
                      xc_error *error) {
    if (!json_object_is_type(record, json_type_object)) {
        return xc_fail(error, XC_SKIPPED, "the record is no JSON object");
    }
    if (member(record, XC_SLICE("measure")) && member(record, XC_SLICE("evidence"))) {
        return xc_fail(error, XC_SKIPPED, "a claim, not a document; give it to compare or add");
    }
    filling f = {.arena = arena, .error = error};
    found_fields found;
    xc_slice values[RECORD_FIELDS] = {0};
    find_fields(map, record, &found);
    for (size_t i = 0; i < RECORD_FIELDS; i++) {
        values[i] = text_of(&f, found.values[i], between_parts(i));
    }
    if (f.status == XC_OK) {
        f.status = record_settle(values, options, arena, out, error);
    }
    out->replaced += f.replaced;
    return f.status;
}
