// SPDX-License-Identifier: MIT
/// Elements of a feed, found by name whether or not their prefix was declared.
#ifndef CROSSCLAIM_READ_FORMAT_FEED_ELEMENT_H
#define CROSSCLAIM_READ_FORMAT_FEED_ELEMENT_H

#include "crossclaim/base/arena.h"

#include <libxml/tree.h>

/// Whether the element is called so; `prefix` "" stands for none and for Atom's own.
bool feed_is_called(const xmlNode *node, const char *prefix, const char *local);
/// The first child that is called so; NULL for none, and of NULL.
xmlNodePtr feed_child(const xmlNode *parent, const char *prefix, const char *local);
/// The text in an element, trimmed; empty for NULL.
xc_slice feed_text(const xmlNode *node, xc_arena *arena);
/// An attribute's value, trimmed; empty for none.
xc_slice feed_attribute(const xmlNode *node, const char *name, xc_arena *arena);

#endif
