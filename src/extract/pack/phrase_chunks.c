// SPDX-License-Identifier: MIT
// Chunks of phrases: cut once, inflected once, joined many times.
#include "extract/pack/phrase_chunks.h"

void xc_chunks_start(xc_chunk_table *table, xc_arena *arena, xc_lexicon *lexicon,
                     const xc_inflection *inflection) {
    *table = (xc_chunk_table){.arena = arena, .lexicon = lexicon, .inflection = inflection};
    table->chunk_names.arena = arena;
    for (int part = 0; part < XC_PARTS; part++) {
        table->form_names[part].arena = arena;
    }
}

xc_status xc_chunk_find(xc_chunk_table *table, xc_slice text, xc_chunk *out) {
    uint32_t known = xc_names_find(&table->chunk_names, text);
    if (known != XC_NO_NAME) {
        *out = table->chunks[known];
        return XC_OK;
    }
    xc_word *words = NULL;
    size_t count = 0;
    xc_status status = xc_lexicon_cut(table->lexicon, text, table->arena, &words, &count);
    if (status != XC_OK) {
        return status;
    }
    xc_chunk *chunk = xc_arena_grow(table->arena, &table->chunks, table->chunk_count,
                                    &table->chunk_capacity, sizeof *chunk);
    if (!chunk || !xc_names_add(&table->chunk_names, text, (uint32_t)table->chunk_count)) {
        return XC_NO_MEMORY;
    }
    *chunk = (xc_chunk){text, words, count};
    table->chunk_count++;
    *out = *chunk;
    return XC_OK;
}

static xc_status make_form(xc_chunk_table *table, xc_part part, xc_form form, xc_slice text,
                           xc_chunk_forms *forms, xc_error *error) {
    xc_slice words[XC_MOST_FORMS];
    size_t count = xc_inflect(table->inflection, part, form, text, table->arena, words, error);
    xc_chunk *chunks = xc_arena_array(table->arena, count, sizeof *chunks);
    if (!count || !chunks) {
        return XC_NO_MEMORY;
    }
    xc_status status = XC_OK;
    for (size_t i = 0; status == XC_OK && i < count; i++) {
        status = xc_chunk_find(table, words[i], &chunks[i]);
    }
    forms->chunks[form] = chunks;
    forms->count[form] = count;
    return status;
}

xc_status xc_chunk_inflect(xc_chunk_table *table, xc_part part, xc_slice text,
                           const xc_chunk_forms **out, xc_error *error) {
    static const xc_form first[XC_PARTS] = {XC_FORM_BASE, XC_FORM_SINGULAR, XC_FORM_PLAIN};
    static const xc_form last[XC_PARTS] = {XC_FORM_GERUND, XC_FORM_PLURAL, XC_FORM_PLAIN};
    uint32_t known = xc_names_find(&table->form_names[part], text);
    if (known != XC_NO_NAME) {
        *out = &table->forms[known];
        return XC_OK;
    }
    xc_chunk_forms *forms = xc_arena_grow(table->arena, &table->forms, table->form_count,
                                          &table->form_capacity, sizeof *forms);
    if (!forms || !xc_names_add(&table->form_names[part], text, (uint32_t)table->form_count)) {
        return XC_NO_MEMORY;
    }
    *forms = (xc_chunk_forms){0};
    table->form_count++;
    xc_status status = XC_OK;
    for (xc_form form = first[part]; status == XC_OK && form <= last[part]; form++) {
        status = make_form(table, part, form, text, forms, error);
    }
    *out = forms;
    return status;
}

xc_status xc_chunks_add(xc_phrases *phrases, const xc_chunk *chunks, size_t count,
                        uint32_t payload, xc_word *first) {
    xc_word words[XC_MOST_CHUNKS * XC_LONGEST_CHUNK];
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
