// SPDX-License-Identifier: MIT
/// Written documents (DOCX, ODT) as simple HTML, which is read as a page's article is: headings,
/// paragraphs, lists, tables.
#ifndef CROSSCLAIM_READ_OFFICE_WRITTEN_H
#define CROSSCLAIM_READ_OFFICE_WRITTEN_H

#include "read/office/office_package.h"

/// Appends text as HTML writes it.
void written_escape(xc_slice text, xc_buffer *out);
/// Appends the body of a word/document.xml, or the notes of a word/footnotes.xml. What was
/// deleted with changes tracked is left out.
void written_word(const xmlDoc *document, xc_buffer *out);
/// Appends the body of a content.xml.
void written_open_text(const xmlDoc *document, xc_buffer *out);

#endif
