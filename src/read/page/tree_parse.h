// SPDX-License-Identifier: MIT
/// From a page's text to libxml2's tree, however deep its elements are nested.
#ifndef CROSSCLAIM_READ_PAGE_TREE_PARSE_H
#define CROSSCLAIM_READ_PAGE_TREE_PARSE_H

#include "read/page/tree.h"

/// The element_tag that a name makes, whatever its case.
uint8_t tag_named(const char *name);
/// Whether an element of that tag begins a line; the others flow within one.
bool tag_is_block(uint8_t tag);
/// Parses a text of at most INT_MAX bytes. Elements deeper than the tree can be are left out and
/// their text is kept, a line each; nothing outside of the text is fetched.
/// @return to be freed by xmlFreeDoc; NULL where nothing could be read
xmlDocPtr tree_parse_text(xc_slice text);

#endif
