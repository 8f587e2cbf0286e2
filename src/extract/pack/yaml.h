// SPDX-License-Identifier: MIT
// Checked reading of one YAML file. The first mistake is kept, with its line; every call after
// it gives empty results, so that a caller asks once, at the end.
#ifndef CROSSCLAIM_EXTRACT_PACK_YAML_H
#define CROSSCLAIM_EXTRACT_PACK_YAML_H

#include "crossclaim/base.h"
#include <yaml.h>

typedef struct pack_yaml {
    xc_slice path;
    yaml_document_t document;
    bool loaded;     // the document must be deleted
    size_t visited;  // list items and keys looked at: aliases may multiply them
    xc_arena *arena; // owns the texts that are given out
    xc_error *error;
    xc_status status;
} pack_yaml;

typedef const yaml_node_t *pack_node; // NULL: not there

enum { YAML_LARGEST = 1024 * 1024 };

// Parses the bytes of a file. What it holds is freed by pack_yaml_release, also after a
// failure.
XC_MUST_CHECK xc_status pack_yaml_parse(pack_yaml *yaml, xc_slice bytes);
void pack_yaml_release(pack_yaml *yaml);

// Records a mistake at a node: what is wrong, and the mend.
void pack_yaml_fail(pack_yaml *yaml, pack_node at, const char *format, ...)
    XC_FORMAT_LIKE_PRINTF(3, 4);
void pack_yaml_fail_memory(pack_yaml *yaml);
bool pack_yaml_ok(const pack_yaml *yaml);
long pack_yaml_line(pack_node node);

// The root, which must be a mapping.
pack_node pack_yaml_root(pack_yaml *yaml);
// Refuses a mapping with a key that is not in the list (which ends in NULL), or has one twice.
// @param what names the mapping in messages: "a rule"
void pack_yaml_check_keys(pack_yaml *yaml, pack_node map, const char *const *keys,
                          const char *what);
// The value of a key, NULL where it is missing.
pack_node pack_yaml_get(pack_yaml *yaml, pack_node map, const char *key);
// The same, and a mistake where it is missing.
pack_node pack_yaml_need(pack_yaml *yaml, pack_node map, const char *key, const char *what);
bool pack_yaml_is_map(pack_node node);
bool pack_yaml_is_list(pack_node node);
bool pack_yaml_is_text(pack_node node);
// Number of pairs or items; 0 for NULL.
size_t pack_yaml_count(pack_node node);
pack_node pack_yaml_item(pack_yaml *yaml, pack_node list, size_t index);
void pack_yaml_pair(pack_yaml *yaml, pack_node map, size_t index, pack_node *key,
                    pack_node *value);

// A scalar's text without white space around it; empty after a mistake. `what` names it in
// messages. NULL nodes give the empty slice.
xc_slice pack_yaml_text(pack_yaml *yaml, pack_node node, const char *what);
// As above for names: letters, digits, '_' and '-'.
xc_slice pack_yaml_name(pack_yaml *yaml, pack_node node, const char *what);
bool pack_yaml_bool(pack_yaml *yaml, pack_node node, bool otherwise, const char *what);
// A plain number; unknown where the node is NULL, "null" or "~".
xc_number pack_yaml_number(pack_yaml *yaml, pack_node node, const char *what);
// A list that has items; NULL after a mistake and where the node is NULL.
pack_node pack_yaml_list(pack_yaml *yaml, pack_node node, const char *what);
pack_node pack_yaml_map(pack_yaml *yaml, pack_node node, const char *what);

#endif
