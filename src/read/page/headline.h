// SPDX-License-Identifier: MIT
/// The words of a heading, without what page makers put into the same element.
#ifndef CROSSCLAIM_READ_PAGE_HEADLINE_H
#define CROSSCLAIM_READ_PAGE_HEADLINE_H

#include "read/page/tree.h"

/// Whether its class or property says that it is the article's headline, whatever its level.
bool headline_is_named(const xmlNode *node);
/// Its words in one line, without a kicker or a subtitle; empty when memory is out.
xc_slice headline_words(const xmlNode *node, xc_arena *arena);

#endif
