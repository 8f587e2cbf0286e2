// SPDX-License-Identifier: MIT
/// Office documents and books are zip archives of XML: the parts that hold text, in memory.
/// ECMA-376 (DOCX, XLSX), OASIS OpenDocument 1.3 (ODT, ODS), EPUB 3.3.
#ifndef CROSSCLAIM_READ_OFFICE_PACKAGE_H
#define CROSSCLAIM_READ_OFFICE_PACKAGE_H

#include "read/reader.h"

#include <libxml/tree.h>

typedef struct package_part {
    xc_slice name; ///< path in the package: "word/document.xml"
    xc_slice bytes;
} package_part;

typedef struct package {
    package_part *parts; ///< XML and pages; images and the like are left out
    size_t count, capacity;
    xc_arena *arena;
} package;

/// Whether the first bytes of a zip archive are those of such a package.
bool package_starts(xc_slice head);
/// Reads the parts out of the reader's stream, within its account; nothing is written to disk.
/// @param arena owns what *out points to
/// @return XC_OK, XC_SKIPPED with the reason (damaged, encrypted, too large) or XC_NO_MEMORY
XC_MUST_CHECK xc_status package_load(xc_reader *reader, xc_arena *arena, package *out,
                                     xc_error *error);
/// The part of that name; empty where there is none.
xc_slice package_find(const package *all, xc_slice name);

/// Parses a part as XML. Nothing outside is fetched and no entity is taken in: one that declares
/// entities is refused, as is one nested deeper than libxml2's 256.
/// @param out XC_OK: to be freed by xmlFreeDoc; NULL where the package has no such part
XC_MUST_CHECK xc_status package_parse(const package *all, xc_slice name, xmlDocPtr *out,
                                      xc_error *error);
/// The outermost element; NULL where there is no document.
xmlNodePtr part_root(const xmlDoc *document);
/// Whether it is an element of that name, in whatever namespace.
bool part_is(const xmlNode *node, const char *name);
/// An attribute by its name, in whatever namespace; empty if it has none. Lives as long as the
/// tree.
xc_slice part_attribute(const xmlNode *node, const char *name);
/// The first child element of that name; NULL if it has none.
xmlNodePtr part_child(const xmlNode *node, const char *name);
/// The text in the first element of that name, anywhere in the tree, folded to one line in the
/// arena; empty if there is none.
xc_slice part_text(const xmlDoc *document, const char *name, xc_arena *arena);

#endif
