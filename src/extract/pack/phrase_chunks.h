// SPDX-License-Identifier: MIT
// Words of packs as the numbers of the lexicon, each cut and inflected once however many
// phrases it is part of.
#ifndef CROSSCLAIM_EXTRACT_PACK_PHRASE_CHUNKS_H
#define CROSSCLAIM_EXTRACT_PACK_PHRASE_CHUNKS_H

#include "extract/pack/inflection.h"
#include "extract/pack/name_table.h"

enum { XC_MOST_CHUNKS = 16, XC_LONGEST_CHUNK = 8, XC_FORMS = XC_FORM_PLAIN + 1 };

// What stands between two spaces of a phrase; several tokens where it holds marks.
typedef struct xc_chunk {
    xc_slice text;
    const xc_word *words;
    size_t count;
} xc_chunk;

// The forms of a chunk: alternatives for each.
typedef struct xc_chunk_forms {
    xc_chunk *chunks[XC_FORMS];
    size_t count[XC_FORMS];
} xc_chunk_forms;

// Chunks and forms of one language that were met already.
typedef struct xc_chunk_table {
    xc_arena *arena;
    xc_lexicon *lexicon;
    const xc_inflection *inflection;
    xc_names chunk_names, form_names[XC_PARTS];
    xc_chunk *chunks;
    size_t chunk_count, chunk_capacity;
    xc_chunk_forms *forms;
    size_t form_count, form_capacity;
} xc_chunk_table;

void xc_chunks_start(xc_chunk_table *table, xc_arena *arena, xc_lexicon *lexicon,
                     const xc_inflection *inflection);
XC_MUST_CHECK xc_status xc_chunk_find(xc_chunk_table *table, xc_slice text, xc_chunk *out);
// The forms of one part of speech of a chunk; what *out points to lives until the next call.
XC_MUST_CHECK xc_status xc_chunk_inflect(xc_chunk_table *table, xc_part part, xc_slice text,
                                         const xc_chunk_forms **out, xc_error *error);
// Adds the chunks as one phrase. `first`, if not NULL, gets its first word.
XC_MUST_CHECK xc_status xc_chunks_add(xc_phrases *phrases, const xc_chunk *chunks, size_t count,
                                      uint32_t payload, xc_word *first);

#endif
