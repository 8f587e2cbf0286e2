// SPDX-License-Identifier: MIT
// JSON-LD: what schema.org calls an article.
#include "read/page/author.h"
#include "read/page/facts.h"
#include "read/page/json_member.h"

#include <json-c/json.h>
#include <string.h>

enum { DEEPEST = 12, MOST_AUTHORS = 12 };

typedef struct linked_data {
    const page_words *words;
    xc_arena *arena;
    page_facts *facts;
    json_object *root; // where "@id" references are looked up
    bool failed;
} linked_data;

static const char *text_of(json_object *value) {
    return json_object_is_type(value, json_type_string) ? json_object_get_string(value) : NULL;
}

static xc_slice copy(linked_data *data, const char *text) {
    xc_buffer line = {0};
    fold_space(xc_slice_of(text), &line);
    xc_slice kept = xc_arena_copy(data->arena, xc_slice_trim(xc_buffer_slice(&line)));
    data->failed = data->failed || !kept.ptr || line.status != XC_OK;
    xc_buffer_release(&line);
    return kept;
}

static void fill(linked_data *data, xc_slice *field, json_object *value) {
    if (json_object_is_type(value, json_type_array)) {
        value = json_object_array_get_idx(value, 0);
    }
    const char *text = text_of(value);
    if (!field->len && text && *text) {
        *field = copy(data, text);
    }
}

static bool type_is(json_object *object, bool (*fits)(xc_slice type)) {
    json_object *type = json_member(object, "@type");
    if (json_object_is_type(type, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(type); i++) {
            const char *text = text_of(json_object_array_get_idx(type, i));
            if (text && fits(xc_slice_of(text))) {
                return true;
            }
        }
        return false;
    }
    const char *text = text_of(type);
    return text && fits(xc_slice_of(text));
}

static bool is_article(xc_slice type) {
    return xc_slice_ends(type, XC_SLICE("Article")) ||
           xc_slice_ends(type, XC_SLICE("BlogPosting")) || xc_slice_is(type, "Report") ||
           xc_slice_is(type, "SocialMediaPosting");
}

static bool is_page(xc_slice type) {
    return xc_slice_ends(type, XC_SLICE("WebPage")) || xc_slice_is(type, "ItemPage") ||
           xc_slice_is(type, "HowTo") || xc_slice_is(type, "Recipe");
}

static bool is_site(xc_slice type) {
    return xc_slice_is(type, "WebSite");
}

// The object of the graph that a reference {"@id": ...} means.
static json_object *resolve(linked_data *data, json_object *object) {
    const char *id = text_of(json_member(object, "@id"));
    json_object *graph = json_member(data->root, "@graph");
    if (!id || json_member(object, "name") || !json_object_is_type(graph, json_type_array)) {
        return object;
    }
    for (size_t i = 0; i < json_object_array_length(graph) && i < 200; i++) {
        json_object *other = json_object_array_get_idx(graph, i);
        const char *known = text_of(json_member(other, "@id"));
        if (known && strcmp(known, id) == 0 && json_member(other, "name")) {
            return other;
        }
    }
    return object;
}

// A person or organisation: a string, an object with a name, or a list of these.
static void add_names(linked_data *data, json_object *value, bool of_persons,
                      xc_buffer *names) {
    size_t count =
        json_object_is_type(value, json_type_array) ? json_object_array_length(value) : 1;
    for (size_t i = 0; i < count && i < MOST_AUTHORS; i++) {
        json_object *one = json_object_is_type(value, json_type_array)
                               ? json_object_array_get_idx(value, i)
                               : value;
        json_object *name = json_member(resolve(data, one), "name");
        if (json_object_is_type(name, json_type_array)) {
            name = json_object_array_get_idx(name, 0);
        }
        const char *text = text_of(one) ? text_of(one) : text_of(name);
        xc_slice clean = text ? copy(data, text) : (xc_slice){0};
        clean = of_persons ? author_clean(data->words, clean) : clean;
        if (clean.len) {
            xc_buffer_text(names, names->len ? ", " : "");
            xc_buffer_append(names, clean);
        }
    }
}

static void fill_names(linked_data *data, xc_slice *field, json_object *value,
                       bool of_persons) {
    if (field->len || !value) {
        return;
    }
    xc_buffer names = {0};
    add_names(data, value, of_persons, &names);
    *field = xc_arena_copy(data->arena, xc_buffer_slice(&names));
    data->failed = data->failed || names.status != XC_OK || !field->ptr;
    xc_buffer_release(&names);
}

// Kept with its lines; some sites write it as HTML, which is of no use here.
static void fill_body(linked_data *data, json_object *value) {
    const char *text = text_of(value);
    if (data->facts->body.len || !text || strstr(text, "</")) {
        return;
    }
    xc_slice rest = xc_slice_of(text);
    xc_buffer body = {0};
    while (rest.len) {
        xc_slice line;
        xc_slice_cut(rest, '\n', &line, &rest);
        line = xc_slice_trim(line);
        xc_buffer_text(&body, body.len && line.len ? "\n\n" : "");
        fold_space(line, &body);
    }
    data->facts->body = xc_arena_copy(data->arena, xc_slice_trim(xc_buffer_slice(&body)));
    data->failed = data->failed || !data->facts->body.ptr || body.status != XC_OK;
    xc_buffer_release(&body);
}

static void read_article(linked_data *data, json_object *object) {
    page_facts *facts = data->facts;
    fill(data, &facts->title, json_member(object, "headline"));
    fill(data, &facts->published, json_member(object, "datePublished"));
    fill(data, &facts->language, json_member(object, "inLanguage"));
    fill(data, &facts->url, json_member(object, "url"));
    fill_body(data, json_member(object, "articleBody"));
    fill_names(data, &facts->author, json_member(object, "author"), true);
    fill_names(data, &facts->site, json_member(object, "publisher"), false);
    fill_names(data, &facts->wire, json_member(object, "sourceOrganization"), false);
}

typedef void (*visitor)(linked_data *data, json_object *object);

static void visit(linked_data *data, json_object *value, int depth, visitor see) {
    if (depth > DEEPEST || data->failed) {
        return;
    }
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value) && i < 200; i++) {
            visit(data, json_object_array_get_idx(value, i), depth + 1, see);
        }
    } else if (json_object_is_type(value, json_type_object)) {
        see(data, value);
        visit(data, json_member(value, "@graph"), depth + 1, see);
        visit(data, json_member(value, "mainEntity"), depth + 1, see);
        visit(data, json_member(value, "mainEntityOfPage"), depth + 1, see);
    }
}

static void see_article(linked_data *data, json_object *object) {
    if (type_is(object, is_article)) {
        read_article(data, object);
    }
}

static void see_page(linked_data *data, json_object *object) {
    if (type_is(object, is_page)) {
        fill(data, &data->facts->published, json_member(object, "datePublished"));
        fill_names(data, &data->facts->site, json_member(object, "publisher"), false);
    } else if (type_is(object, is_site)) {
        fill(data, &data->facts->site, json_member(object, "name"));
    }
}

// Old pages wrap the script for parsers that know no CDATA.
static xc_slice unwrap(xc_slice script) {
    size_t start = 0;
    while (start < script.len && script.ptr[start] != '{' && script.ptr[start] != '[') {
        start++;
    }
    if (xc_slice_starts(xc_slice_sub(script, start, script.len), XC_SLICE("[CDATA["))) {
        return unwrap(xc_slice_sub(script, start + strlen("[CDATA["), script.len));
    }
    return xc_slice_sub(script, start, script.len);
}

xc_status jsonld_read(xc_slice script, const page_words *words, xc_arena *arena,
                      page_facts *facts, xc_error *error) {
    script = unwrap(script);
    if (!script.len || script.len > (size_t)8 << 20) {
        return XC_OK;
    }
    struct json_tokener *tokener = json_tokener_new_ex(64);
    if (!tokener) {
        return xc_fail_memory(error);
    }
    json_object *root = json_tokener_parse_ex(tokener, script.ptr, (int)script.len);
    linked_data data = {.words = words, .arena = arena, .facts = facts, .root = root};
    visit(&data, root, 0, see_article);
    visit(&data, root, 0, see_page);
    json_object_put(root);
    json_tokener_free(tokener);
    return data.failed ? xc_fail_memory(error) : XC_OK;
}
