// SPDX-License-Identifier: MIT
// Chunks of phrases: cut once, inflected once, joined many times.
#include "extract/pack/phrase_chunks.h"

void chunks_start(chunk_table *table, xc_arena *arena, xc_lexicon *lexicon,
                  const inflection_table *inflection) {
    *table = (chunk_table){.arena = arena, .lexicon = lexicon, .inflection = inflection};
    table->chunk_names.arena = arena;
    for (int part = 0; part < NUMBER_PARTS; part++) {
        table->form_names[part].arena = arena;
    }
}

xc_status chunk_find(chunk_table *table, xc_slice text, phrase_chunk *out) {
    uint32_t known = names_find(&table->chunk_names, text);
    if (known != NO_NAME) {
        *out = table->chunks[known];
        return XC_OK;
    }
    xc_word *words = NULL;
    size_t count = 0;
    xc_status status = xc_lexicon_cut(table->lexicon, text, table->arena, &words, &count);
    if (status != XC_OK) {
        return status;
    }
    phrase_chunk *chunk = xc_arena_grow(table->arena, &table->chunks, table->chunk_count,
                                        &table->chunk_capacity, sizeof *chunk);
    if (!chunk || !names_add(&table->chunk_names, text, (uint32_t)table->chunk_count)) {
        return XC_NO_MEMORY;
    }
    *chunk = (phrase_chunk){text, words, count};
    table->chunk_count++;
    *out = *chunk;
    return XC_OK;
}

static xc_status make_form(chunk_table *table, speech_part part, word_form form, xc_slice text,
                           chunk_forms *forms, xc_error *error) {
    xc_slice words[MOST_FORMS];
    size_t count =
        inflect_word(table->inflection, part, form, text, table->arena, words, error);
    phrase_chunk *chunks = xc_arena_array(table->arena, count, sizeof *chunks);
    if (!count || !chunks) {
        return XC_NO_MEMORY;
    }
    xc_status status = XC_OK;
    for (size_t i = 0; status == XC_OK && i < count; i++) {
        status = chunk_find(table, words[i], &chunks[i]);
    }
    forms->chunks[form] = chunks;
    forms->count[form] = count;
    return status;
}

xc_status chunk_inflect(chunk_table *table, speech_part part, xc_slice text,
                        const chunk_forms **out, xc_error *error) {
    static const word_form first[NUMBER_PARTS] = {
        [PART_VERB] = FORM_BASE, [PART_NOUN] = FORM_SINGULAR, [PART_ADJECTIVE] = FORM_PLAIN};
    static const word_form last[NUMBER_PARTS] = {
        [PART_VERB] = FORM_GERUND, [PART_NOUN] = FORM_PLURAL, [PART_ADJECTIVE] = FORM_PLAIN};
    uint32_t known = names_find(&table->form_names[part], text);
    if (known != NO_NAME) {
        *out = &table->forms[known];
        return XC_OK;
    }
    chunk_forms *forms = xc_arena_grow(table->arena, &table->forms, table->form_count,
                                       &table->form_capacity, sizeof *forms);
    if (!forms || !names_add(&table->form_names[part], text, (uint32_t)table->form_count)) {
        return XC_NO_MEMORY;
    }
    *forms = (chunk_forms){0};
    table->form_count++;
    xc_status status = XC_OK;
    for (word_form form = first[part]; status == XC_OK && form <= last[part]; form++) {
        status = make_form(table, part, form, text, forms, error);
    }
    *out = forms;
    return status;
}

xc_status chunks_add(xc_phrases *phrases, const phrase_chunk *chunks, size_t count,
                     uint32_t payload, xc_word *first) {
    xc_word words[MOST_CHUNKS * LONGEST_CHUNK];
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        if (length + chunks[i].count > sizeof words / sizeof *words) {
            return XC_LIMIT;
        }
        for (size_t j = 0; j < chunks[i].count; j++) {
            words[length++] = chunks[i].words[j];
        }
    }
    if (!length) {
        return XC_BAD_RULE;
    }
    if (first) {
        *first = words[0];
    }
    return xc_phrases_add_words(phrases, words, length, payload);
}
