// SPDX-License-Identifier: MIT
// Checked reading of YAML by libyaml's document interface.
#include "extract/pack/yaml.h"

#include "extract/pack/name_table.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// libyaml looks through all anchors for each new one, and through all open brackets for each
// token: these keep a hostile file from costing more than its size. A pack needs few of either.
enum { MOST_VISITED = 200000, MOST_ANCHORS = 200, DEEPEST = 32, MOST_KEYS = 32 };

bool xc_yaml_ok(const xc_yaml *yaml) {
    return yaml->status == XC_OK;
}

long xc_yaml_line(xc_node node) {
    return node ? (long)node->start_mark.line + 1 : 0;
}

void xc_yaml_fail(xc_yaml *yaml, xc_node at, const char *format, ...) {
    if (yaml->status != XC_OK) {
        return;
    }
    char message[sizeof yaml->error->message];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    yaml->status =
        xc_fail_at(yaml->error, XC_BAD_RULE, yaml->path, xc_yaml_line(at), "%s", message);
}

void xc_yaml_fail_memory(xc_yaml *yaml) {
    if (yaml->status == XC_OK) {
        yaml->status = xc_fail_memory(yaml->error);
    }
}

// Counts what could be an anchor and the deepest nesting that brackets could make. Marks inside
// quoted text count too: the limits leave room for that.
static const char *excess(xc_slice bytes) {
    size_t anchors = 0, depth = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        char byte = bytes.ptr[i];
        bool opens = byte == '[' || byte == '{';
        anchors += byte == '&';
        depth += opens;
        if (depth && (byte == ']' || byte == '}')) {
            depth--;
        }
        if (anchors > MOST_ANCHORS) {
            return "too many anchors; write the lists out";
        }
        if (depth > DEEPEST) {
            return "nested too deeply; close every bracket";
        }
    }
    return NULL;
}

static void fail_parse(xc_yaml *yaml, const yaml_parser_t *parser) {
    if (parser->error == YAML_MEMORY_ERROR) {
        xc_yaml_fail_memory(yaml);
        return;
    }
    const char *problem = parser->problem ? parser->problem : "it cannot be read";
    bool unreadable = parser->error == YAML_READER_ERROR;
    yaml->status = xc_fail_at(yaml->error, XC_BAD_RULE, yaml->path,
                              unreadable ? 0 : (long)parser->problem_mark.line + 1,
                              "not YAML: %s; %s", problem,
                              unreadable ? "save the file as UTF-8 text"
                                         : "check indentation, quotes and brackets there");
}

xc_status xc_yaml_parse(xc_yaml *yaml, xc_slice bytes) {
    const char *too_much = excess(bytes);
    if (too_much) {
        xc_yaml_fail(yaml, NULL, "%s", too_much);
        return yaml->status;
    }
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        return xc_fail_memory(yaml->error);
    }
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.ptr, bytes.len);
    if (!yaml_parser_load(&parser, &yaml->document)) {
        fail_parse(yaml, &parser);
    } else {
        yaml->loaded = true;
    }
    yaml_parser_delete(&parser);
    return yaml->status;
}

void xc_yaml_release(xc_yaml *yaml) {
    if (yaml->loaded) {
        yaml_document_delete(&yaml->document);
        yaml->loaded = false;
    }
}

// libyaml's accessor wants a document that may change.
static xc_node node_at(xc_yaml *yaml, int index) {
    if (++yaml->visited > MOST_VISITED) {
        xc_yaml_fail(yaml, NULL,
                     "too large when its aliases are followed; write fewer of them");
        return NULL;
    }
    return yaml_document_get_node(&yaml->document, index);
}

xc_node xc_yaml_root(xc_yaml *yaml) {
    xc_node root = yaml->loaded ? yaml_document_get_root_node(&yaml->document) : NULL;
    if (!xc_yaml_is_map(root)) {
        xc_yaml_fail(yaml, root, "no pack: begin with 'pack:' and a name");
        return NULL;
    }
    return root;
}

bool xc_yaml_is_map(xc_node node) {
    return node && node->type == YAML_MAPPING_NODE;
}

bool xc_yaml_is_list(xc_node node) {
    return node && node->type == YAML_SEQUENCE_NODE;
}

bool xc_yaml_is_text(xc_node node) {
    return node && node->type == YAML_SCALAR_NODE;
}

size_t xc_yaml_count(xc_node node) {
    if (xc_yaml_is_map(node)) {
        return (size_t)(node->data.mapping.pairs.top - node->data.mapping.pairs.start);
    }
    if (xc_yaml_is_list(node)) {
        return (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
    }
    return 0;
}

xc_node xc_yaml_item(xc_yaml *yaml, xc_node list, size_t index) {
    return xc_yaml_ok(yaml) ? node_at(yaml, list->data.sequence.items.start[index]) : NULL;
}

void xc_yaml_pair(xc_yaml *yaml, xc_node map, size_t index, xc_node *key, xc_node *value) {
    *key = *value = NULL;
    if (xc_yaml_ok(yaml)) {
        *key = node_at(yaml, map->data.mapping.pairs.start[index].key);
        *value = node_at(yaml, map->data.mapping.pairs.start[index].value);
    }
}

static xc_slice scalar(xc_node node) {
    return (xc_slice){(const char *)node->data.scalar.value, node->data.scalar.length};
}

static size_t place_of(const char *const *keys, xc_slice key) {
    size_t i = 0;
    while (keys[i] && !xc_slice_is(key, keys[i])) {
        i++;
    }
    return i;
}

void xc_yaml_check_keys(xc_yaml *yaml, xc_node map, const char *const *keys, const char *what) {
    bool seen[MOST_KEYS] = {0};
    for (size_t i = 0; map && i < xc_yaml_count(map) && xc_yaml_ok(yaml); i++) {
        xc_node key, value;
        xc_yaml_pair(yaml, map, i, &key, &value);
        if (!xc_yaml_is_text(key)) {
            xc_yaml_fail(yaml, key, "a key of %s must be a text", what);
            return;
        }
        xc_slice name = scalar(key);
        size_t place = place_of(keys, name);
        if (!keys[place]) {
            xc_slice near = xc_nearest_word(keys, name);
            xc_yaml_fail(yaml, key, "unknown key '%.*s' in %s; %s%.*s%s", XC_PRINT(name), what,
                         near.len ? "did you mean '" : "claims/README.md has the keys",
                         XC_PRINT(near), near.len ? "'?" : "");
        } else if (seen[place]) {
            xc_yaml_fail(yaml, key, "key '%.*s' stands twice in %s; keep one", XC_PRINT(name),
                         what);
        }
        seen[place] = true;
    }
}

xc_node xc_yaml_get(xc_yaml *yaml, xc_node map, const char *key) {
    for (size_t i = 0; map && i < xc_yaml_count(map) && xc_yaml_ok(yaml); i++) {
        xc_node name, value;
        xc_yaml_pair(yaml, map, i, &name, &value);
        if (xc_yaml_is_text(name) && xc_slice_is(scalar(name), key)) {
            return value;
        }
    }
    return NULL;
}

xc_node xc_yaml_need(xc_yaml *yaml, xc_node map, const char *key, const char *what) {
    xc_node value = xc_yaml_get(yaml, map, key);
    if (map && !value) {
        xc_yaml_fail(yaml, map, "%s has no '%s:'; add it", what, key);
    }
    return value;
}

xc_slice xc_yaml_text(xc_yaml *yaml, xc_node node, const char *what) {
    if (!node || !xc_yaml_ok(yaml)) {
        return (xc_slice){0};
    }
    if (!xc_yaml_is_text(node)) {
        xc_yaml_fail(yaml, node, "%s must be a text, not a %s", what,
                     xc_yaml_is_list(node) ? "list" : "mapping");
        return (xc_slice){0};
    }
    xc_slice text = xc_slice_trim(scalar(node));
    if (!text.len || memchr(text.ptr, '\0', text.len)) {
        xc_yaml_fail(yaml, node, "%s is empty; write it or remove its key", what);
        return (xc_slice){0};
    }
    xc_slice copy = xc_arena_copy(yaml->arena, text);
    if (!copy.ptr) {
        xc_yaml_fail_memory(yaml);
    }
    return copy;
}

xc_slice xc_yaml_name(xc_yaml *yaml, xc_node node, const char *what) {
    xc_slice name = xc_yaml_text(yaml, node, what);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '-') {
            xc_yaml_fail(yaml, node, "%s '%.*s' is no name; use letters, digits, '_' and '-'",
                         what, XC_PRINT(name));
        }
    }
    return xc_yaml_ok(yaml) ? name : (xc_slice){0};
}

bool xc_yaml_bool(xc_yaml *yaml, xc_node node, bool otherwise, const char *what) {
    xc_slice text = xc_yaml_text(yaml, node, what);
    if (!text.len) {
        return otherwise;
    }
    if (!xc_slice_is(text, "true") && !xc_slice_is(text, "false")) {
        xc_yaml_fail(yaml, node, "%s is '%.*s'; write true or false", what, XC_PRINT(text));
    }
    return xc_slice_is(text, "true");
}

xc_number xc_yaml_number(xc_yaml *yaml, xc_node node, const char *what) {
    xc_slice text = xc_yaml_text(yaml, node, what);
    xc_decimal value;
    if (!text.len || xc_slice_is(text, "null") || xc_slice_is(text, "~")) {
        return (xc_number){0};
    }
    if (!xc_decimal_parse(text, &value)) {
        xc_yaml_fail(yaml, node, "%s is '%.*s'; write a plain number such as 1200", what,
                     XC_PRINT(text));
        return (xc_number){0};
    }
    return xc_number_from(value);
}

xc_node xc_yaml_list(xc_yaml *yaml, xc_node node, const char *what) {
    if (!node || !xc_yaml_ok(yaml)) {
        return NULL;
    }
    if (!xc_yaml_is_list(node)) {
        xc_yaml_fail(yaml, node, "%s must be a list, as [one, two]", what);
        return NULL;
    }
    if (!xc_yaml_count(node)) {
        xc_yaml_fail(yaml, node, "%s is an empty list; fill it or remove its key", what);
        return NULL;
    }
    return node;
}

xc_node xc_yaml_map(xc_yaml *yaml, xc_node node, const char *what) {
    if (!node || !xc_yaml_ok(yaml)) {
        return NULL;
    }
    if (!xc_yaml_is_map(node)) {
        xc_yaml_fail(yaml, node, "%s must be a mapping, as 'name: value'", what);
        return NULL;
    }
    return node;
}
