// SPDX-License-Identifier: MIT
/// What a page tells of itself besides its body, and which of several tellings is believed.
/// The order is written down in docs/reading.md.
#ifndef CROSSCLAIM_READ_PAGE_FACTS_H
#define CROSSCLAIM_READ_PAGE_FACTS_H

#include "crossclaim/read.h"
#include "read/page/page_lines.h"
#include "read/page/tree.h"

/// Facts of one article, from a page or a record. Empty where it is silent.
typedef struct page_facts {
    xc_slice title, published, author, url, language;
    xc_slice archived; ///< address of the archive's copy that the page is
    xc_slice site;     ///< the outlet, as the page calls it
    xc_slice wire;     ///< the agency, as the page calls it
    xc_slice body;     ///< the text that the page gives to machines
} page_facts;

/// Finds them in a page.
/// @param lines may be NULL
/// @param arena owns *out
XC_MUST_CHECK xc_status page_facts_find(const page_tree *tree, const page_lines *lines,
                                        xc_arena *arena, page_facts *out, xc_error *error);

/// Reads one script of JSON-LD and fills what *facts lacks; broken JSON changes nothing.
/// @param words may be NULL
XC_MUST_CHECK xc_status jsonld_read(xc_slice script, const page_words *words, xc_arena *arena,
                                    page_facts *facts, xc_error *error);

/// "example.org" of "https://www.example.org/x"; empty if the address has no host.
xc_slice url_host(xc_slice url);
/// The address that a web archive's copy was taken of; any other address as it is.
xc_slice url_of_archived(xc_slice url);
/// Whether it is the address of a web archive's copy.
bool url_is_archived(xc_slice url);

#endif
