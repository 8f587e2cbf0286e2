// SPDX-License-Identifier: MIT
// Checked reading of one YAML file. The first mistake is kept, with its line; every call after
// it gives empty results, so that a caller asks once, at the end.
#ifndef CROSSCLAIM_EXTRACT_PACK_YAML_H
#define CROSSCLAIM_EXTRACT_PACK_YAML_H

#include "crossclaim/base.h"
#include <yaml.h>

typedef struct xc_yaml {
    xc_slice path;
    yaml_document_t document;
    bool loaded;     // the document must be deleted
    size_t visited;  // list items and keys looked at: aliases may multiply them
    xc_arena *arena; // owns the texts that are given out
    xc_error *error;
    xc_status status;
} xc_yaml;

typedef const yaml_node_t *xc_node; // NULL: not there

enum { XC_YAML_LARGEST = 1024 * 1024 };

// Parses the bytes of a file. What it holds is freed by xc_yaml_release, also after a failure.
XC_MUST_CHECK xc_status xc_yaml_parse(xc_yaml *yaml, xc_slice bytes);
void xc_yaml_release(xc_yaml *yaml);

// Records a mistake at a node: what is wrong, and the mend.
void xc_yaml_fail(xc_yaml *yaml, xc_node at, const char *format, ...)
    XC_FORMAT_LIKE_PRINTF(3, 4);
void xc_yaml_fail_memory(xc_yaml *yaml);
bool xc_yaml_ok(const xc_yaml *yaml);
long xc_yaml_line(xc_node node);

// The root, which must be a mapping.
xc_node xc_yaml_root(xc_yaml *yaml);
// Refuses a mapping with a key that is not in the list (which ends in NULL), or has one twice.
// @param what names the mapping in messages: "a rule"
void xc_yaml_check_keys(xc_yaml *yaml, xc_node map, const char *const *keys, const char *what);
// The value of a key, NULL where it is missing.
xc_node xc_yaml_get(xc_yaml *yaml, xc_node map, const char *key);
// The same, and a mistake where it is missing.
xc_node xc_yaml_need(xc_yaml *yaml, xc_node map, const char *key, const char *what);
bool xc_yaml_is_map(xc_node node);
bool xc_yaml_is_list(xc_node node);
bool xc_yaml_is_text(xc_node node);
// Number of pairs or items; 0 for NULL.
size_t xc_yaml_count(xc_node node);
xc_node xc_yaml_item(xc_yaml *yaml, xc_node list, size_t index);
void xc_yaml_pair(xc_yaml *yaml, xc_node map, size_t index, xc_node *key, xc_node *value);

// A scalar's text without white space around it; empty after a mistake. `what` names it in
// messages. NULL nodes give the empty slice.
xc_slice xc_yaml_text(xc_yaml *yaml, xc_node node, const char *what);
// As above for names: letters, digits, '_' and '-'.
xc_slice xc_yaml_name(xc_yaml *yaml, xc_node node, const char *what);
bool xc_yaml_bool(xc_yaml *yaml, xc_node node, bool otherwise, const char *what);
// A plain number; unknown where the node is NULL, "null" or "~".
xc_number xc_yaml_number(xc_yaml *yaml, xc_node node, const char *what);
// A list that has items; NULL after a mistake and where the node is NULL.
xc_node xc_yaml_list(xc_yaml *yaml, xc_node node, const char *what);
xc_node xc_yaml_map(xc_yaml *yaml, xc_node node, const char *what);

#endif
