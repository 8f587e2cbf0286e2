// SPDX-License-Identifier: MIT
/// The columns of a table of articles, found by its header.
#ifndef CROSSCLAIM_READ_FORMAT_ARTICLE_COLUMNS_H
#define CROSSCLAIM_READ_FORMAT_ARTICLE_COLUMNS_H

#include "read/format/article_record.h"

enum { NO_COLUMN = -1 };

/// Finds which column holds which field, by the names that the user gave or by those known.
/// @param columns NO_COLUMN where the table has none
void columns_find(const record_map *map, const xc_slice *header, size_t count,
                  int columns[RECORD_FIELDS]);
/// Whether one of them holds articles' texts.
bool columns_have_text(const int columns[RECORD_FIELDS]);

#endif
