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

bool pack_yaml_ok(const pack_yaml *yaml) {
    return yaml->status == XC_OK;
}

long pack_yaml_line(pack_node node) {
    return node ? (long)node->start_mark.line + 1 : 0;
}

void pack_yaml_fail(pack_yaml *yaml, pack_node at, const char *format, ...) {
    if (yaml->status != XC_OK) {
        return;
    }
    char message[sizeof yaml->error->message];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    yaml->status =
        xc_fail_at(yaml->error, XC_BAD_RULE, yaml->path, pack_yaml_line(at), "%s", message);
}

void pack_yaml_fail_memory(pack_yaml *yaml) {
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

static void fail_parse(pack_yaml *yaml, const yaml_parser_t *parser) {
    if (parser->error == YAML_MEMORY_ERROR) {
        pack_yaml_fail_memory(yaml);
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

xc_status pack_yaml_parse(pack_yaml *yaml, xc_slice bytes) {
    const char *too_much = excess(bytes);
    if (too_much) {
        pack_yaml_fail(yaml, NULL, "%s", too_much);
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

void pack_yaml_release(pack_yaml *yaml) {
    if (yaml->loaded) {
        yaml_document_delete(&yaml->document);
        yaml->loaded = false;
    }
}

// libyaml's accessor wants a document that may change.
static pack_node node_at(pack_yaml *yaml, int index) {
    if (++yaml->visited > MOST_VISITED) {
        pack_yaml_fail(yaml, NULL,
                       "too large when its aliases are followed; write fewer of them");
        return NULL;
    }
    return yaml_document_get_node(&yaml->document, index);
}

pack_node pack_yaml_root(pack_yaml *yaml) {
    pack_node root = yaml->loaded ? yaml_document_get_root_node(&yaml->document) : NULL;
    if (!pack_yaml_is_map(root)) {
        pack_yaml_fail(yaml, root, "no pack: begin with 'pack:' and a name");
        return NULL;
    }
    return root;
}

bool pack_yaml_is_map(pack_node node) {
    return node && node->type == YAML_MAPPING_NODE;
}

bool pack_yaml_is_list(pack_node node) {
    return node && node->type == YAML_SEQUENCE_NODE;
}

bool pack_yaml_is_text(pack_node node) {
    return node && node->type == YAML_SCALAR_NODE;
}

size_t pack_yaml_count(pack_node node) {
    if (pack_yaml_is_map(node)) {
        return (size_t)(node->data.mapping.pairs.top - node->data.mapping.pairs.start);
    }
    if (pack_yaml_is_list(node)) {
        return (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
    }
    return 0;
}

pack_node pack_yaml_item(pack_yaml *yaml, pack_node list, size_t index) {
    return pack_yaml_ok(yaml) ? node_at(yaml, list->data.sequence.items.start[index]) : NULL;
}

void pack_yaml_pair(pack_yaml *yaml, pack_node map, size_t index, pack_node *key,
                    pack_node *value) {
    *key = *value = NULL;
    if (pack_yaml_ok(yaml)) {
        *key = node_at(yaml, map->data.mapping.pairs.start[index].key);
        *value = node_at(yaml, map->data.mapping.pairs.start[index].value);
    }
}

static xc_slice scalar(pack_node node) {
    return (xc_slice){(const char *)node->data.scalar.value, node->data.scalar.length};
}

static size_t place_of(const char *const *keys, xc_slice key) {
    size_t i = 0;
    while (keys[i] && !xc_slice_is(key, keys[i])) {
        i++;
    }
    return i;
}

void pack_yaml_check_keys(pack_yaml *yaml, pack_node map, const char *const *keys,
                          const char *what) {
    bool seen[MOST_KEYS] = {0};
    for (size_t i = 0; map && i < pack_yaml_count(map) && pack_yaml_ok(yaml); i++) {
        pack_node key, value;
        pack_yaml_pair(yaml, map, i, &key, &value);
        if (!pack_yaml_is_text(key)) {
            pack_yaml_fail(yaml, key, "a key of %s must be a text", what);
            return;
        }
        xc_slice name = scalar(key);
        size_t place = place_of(keys, name);
        if (!keys[place]) {
            xc_slice near = nearest_word(keys, name);
            pack_yaml_fail(yaml, key, "unknown key '%.*s' in %s; %s%.*s%s", XC_PRINT(name),
                           what, near.len ? "did you mean '" : "claims/README.md has the keys",
                           XC_PRINT(near), near.len ? "'?" : "");
        } else if (seen[place]) {
            pack_yaml_fail(yaml, key, "key '%.*s' stands twice in %s; keep one", XC_PRINT(name),
                           what);
        }
        seen[place] = true;
    }
}

pack_node pack_yaml_get(pack_yaml *yaml, pack_node map, const char *key) {
    for (size_t i = 0; map && i < pack_yaml_count(map) && pack_yaml_ok(yaml); i++) {
        pack_node name, value;
        pack_yaml_pair(yaml, map, i, &name, &value);
        if (pack_yaml_is_text(name) && xc_slice_is(scalar(name), key)) {
            return value;
        }
    }
    return NULL;
}

pack_node pack_yaml_need(pack_yaml *yaml, pack_node map, const char *key, const char *what) {
    pack_node value = pack_yaml_get(yaml, map, key);
    if (map && !value) {
        pack_yaml_fail(yaml, map, "%s has no '%s:'; add it", what, key);
    }
    return value;
}

xc_slice pack_yaml_text(pack_yaml *yaml, pack_node node, const char *what) {
    if (!node || !pack_yaml_ok(yaml)) {
        return (xc_slice){0};
    }
    if (!pack_yaml_is_text(node)) {
        pack_yaml_fail(yaml, node, "%s must be a text, not a %s", what,
                       pack_yaml_is_list(node) ? "list" : "mapping");
        return (xc_slice){0};
    }
    xc_slice text = xc_slice_trim(scalar(node));
    if (!text.len || memchr(text.ptr, '\0', text.len)) {
        pack_yaml_fail(yaml, node, "%s is empty; write it or remove its key", what);
        return (xc_slice){0};
    }
    xc_slice copy = xc_arena_copy(yaml->arena, text);
    if (!copy.ptr) {
        pack_yaml_fail_memory(yaml);
    }
    return copy;
}

xc_slice pack_yaml_name(pack_yaml *yaml, pack_node node, const char *what) {
    xc_slice name = pack_yaml_text(yaml, node, what);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '-') {
            pack_yaml_fail(yaml, node, "%s '%.*s' is no name; use letters, digits, '_' and '-'",
                           what, XC_PRINT(name));
        }
    }
    return pack_yaml_ok(yaml) ? name : (xc_slice){0};
}

bool pack_yaml_bool(pack_yaml *yaml, pack_node node, bool otherwise, const char *what) {
    xc_slice text = pack_yaml_text(yaml, node, what);
    if (!text.len) {
        return otherwise;
    }
    if (!xc_slice_is(text, "true") && !xc_slice_is(text, "false")) {
        pack_yaml_fail(yaml, node, "%s is '%.*s'; write true or false", what, XC_PRINT(text));
    }
    return xc_slice_is(text, "true");
}

xc_number pack_yaml_number(pack_yaml *yaml, pack_node node, const char *what) {
    xc_slice text = pack_yaml_text(yaml, node, what);
    xc_decimal value;
    if (!text.len || xc_slice_is(text, "null") || xc_slice_is(text, "~")) {
        return (xc_number){0};
    }
    if (!xc_decimal_parse(text, &value)) {
        pack_yaml_fail(yaml, node, "%s is '%.*s'; write a plain number such as 1200", what,
                       XC_PRINT(text));
        return (xc_number){0};
    }
    return xc_number_from(value);
}

pack_node pack_yaml_list(pack_yaml *yaml, pack_node node, const char *what) {
    if (!node || !pack_yaml_ok(yaml)) {
        return NULL;
    }
    if (!pack_yaml_is_list(node)) {
        pack_yaml_fail(yaml, node, "%s must be a list, as [one, two]", what);
        return NULL;
    }
    if (!pack_yaml_count(node)) {
        pack_yaml_fail(yaml, node, "%s is an empty list; fill it or remove its key", what);
        return NULL;
    }
    return node;
}

pack_node pack_yaml_map(pack_yaml *yaml, pack_node node, const char *what) {
    if (!node || !pack_yaml_ok(yaml)) {
        return NULL;
    }
    if (!pack_yaml_is_map(node)) {
        pack_yaml_fail(yaml, node, "%s must be a mapping, as 'name: value'", what);
        return NULL;
    }
    return node;
}
