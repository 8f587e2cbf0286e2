// SPDX-License-Identifier: MIT
// Words of packs as the numbers of the lexicon, each cut and inflected once however many
// phrases it is part of.
#ifndef CROSSCLAIM_EXTRACT_PACK_PHRASE_CHUNKS_H
#define CROSSCLAIM_EXTRACT_PACK_PHRASE_CHUNKS_H

#include "extract/pack/inflection.h"
#include "extract/pack/name_table.h"

enum { MOST_CHUNKS = 16, LONGEST_CHUNK = 8, CHUNK_FORMS = FORM_PLAIN + 1 };

// What stands between two spaces of a phrase; several tokens where it holds marks.
typedef struct phrase_chunk {
    xc_slice text;
    const xc_word *words;
    size_t count;
} phrase_chunk;

// The forms of a chunk: alternatives for each.
typedef struct chunk_forms {
    phrase_chunk *chunks[CHUNK_FORMS];
    size_t count[CHUNK_FORMS];
} chunk_forms;

// Chunks and forms of one language that were met already.
typedef struct chunk_table {
    xc_arena *arena;
    xc_lexicon *lexicon;
    const inflection_table *inflection;
    name_table chunk_names, form_names[NUMBER_PARTS];
    phrase_chunk *chunks;
    size_t chunk_count, chunk_capacity;
    chunk_forms *forms;
    size_t form_count, form_capacity;
} chunk_table;

void chunks_start(chunk_table *table, xc_arena *arena, xc_lexicon *lexicon,
                  const inflection_table *inflection);
XC_MUST_CHECK xc_status chunk_find(chunk_table *table, xc_slice text, phrase_chunk *out);
// The forms of one part of speech of a chunk; what *out points to lives until the next call.
XC_MUST_CHECK xc_status chunk_inflect(chunk_table *table, speech_part part, xc_slice text,
                                      const chunk_forms **out, xc_error *error);
// Adds the chunks as one phrase. `first`, if not NULL, gets its first word.
XC_MUST_CHECK xc_status chunks_add(xc_phrases *phrases, const phrase_chunk *chunks,
                                   size_t count, uint32_t payload, xc_word *first);

#endif
