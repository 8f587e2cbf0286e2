// SPDX-License-Identifier: MIT
/// Documents in languages that no rule pack is for: they were read and kept, and make no
/// claims.
#ifndef CROSSCLAIM_REPORT_FOREIGN_H
#define CROSSCLAIM_REPORT_FOREIGN_H

#include "crossclaim/report.h"

/// How many there are; appends "de 2, ru 1" to `languages`, the most frequent first.
/// @param arena for what is needed on the way; when memory is out `languages` says so
size_t foreign_documents(const xc_case_content *content, xc_arena *arena, xc_buffer *languages);
/// Whether a document is in such a language.
bool document_is_foreign(const xc_case_content *content, const xc_document *document);

#endif
