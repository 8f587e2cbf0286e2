// SPDX-License-Identifier: MIT
// Loads `speakers.csv` and the names of agencies.
#include "extract/rules/speaker_words.h"

#include "crossclaim/base/csv.h"

typedef struct whole_name {
    xc_slice name, whole;
} whole_name;

// A payload of the phrases: the kind in its low byte, the row's role above.
enum { KIND_BITS = 8 };

static const struct noun_role {
    const char *name;
    uint32_t part;
    unsigned weight;
} noun_roles[] = {{"side", PART_SIDE, 6},
                  {"body", PART_BODY, 5},
                  {"person", PART_PERSON, 4},
                  {"about", PART_ABOUT, 3},
                  {"weak", PART_WEAK, 2},
                  {"post", PART_WEAK | PART_PERSON, 2},
                  {"title", PART_TITLE, 0},
                  {"office", PART_OFFICE | PART_TITLE, 0},
                  {"mouthpiece", PART_MOUTHPIECE, 0},
                  {"source", PART_SOURCE, 0},
                  {"record", PART_SOURCE | PART_RECORD, 0}};

static const struct {
    const char *name;
    uint32_t cue;
} cue_roles[] = {{"say", CUE_SAY},         {"tell", CUE_TELL},
                 {"put", CUE_PUT},         {"count", CUE_COUNT},
                 {"show", CUE_SHOW},       {"cite", CUE_CITE},
                 {"carried", CUE_CARRIED}, {"according", CUE_ACCORDING},
                 {"agent", CUE_AGENT},     {"source", CUE_SOURCE},
                 {"he", CUE_HE},           {"they", CUE_THEY},
                 {"it", CUE_IT},           {"lives", CUE_LIVES},
                 {"issued", CUE_ISSUED},   {"contrast", CUE_CONTRAST},
                 {"between", CUE_BETWEEN}, {"clause", CUE_CLAUSE},
                 {"anyone", CUE_ANYONE},   {"base", CUE_BASE},
                 {"crowd", CUE_CROWD}};

typedef struct loading {
    xc_lexicon *lexicon;
    xc_arena *arena;
    speaker_words *out;
    word_notes cues;
    size_t whole_capacity;
    xc_error *error;
} loading;

static uint32_t cue_named(xc_slice role) {
    for (size_t i = 0; i < sizeof cue_roles / sizeof *cue_roles; i++) {
        if (xc_slice_is(role, cue_roles[i].name)) {
            return cue_roles[i].cue;
        }
    }
    return 0;
}

static int noun_role_named(xc_slice role) {
    for (size_t i = 0; i < sizeof noun_roles / sizeof *noun_roles; i++) {
        if (xc_slice_is(role, noun_roles[i].name)) {
            return (int)i;
        }
    }
    return -1;
}

static xc_status add_cues(loading *l, uint32_t cue, xc_slice words) {
    return word_notes_add(&l->cues, words, cue) ? XC_OK : xc_fail_memory(l->error);
}

static xc_status add_nouns(loading *l, uint32_t payload, xc_slice words) {
    xc_status status = XC_OK;
    while (words.len && status == XC_OK) {
        xc_slice phrase;
        (void)xc_slice_cut(words, '|', &phrase, &words);
        phrase = xc_slice_trim(phrase);
        if (phrase.len) {
            status = xc_phrases_add(l->out->phrases, l->lexicon, phrase, payload);
        }
        if (phrase.len && status == XC_OK && xc_slice_find(phrase, XC_SLICE(" ")) == SIZE_MAX) {
            status = add_cues(l, CUE_NOUN, phrase);
        }
    }
    return status == XC_OK ? status : xc_fail_memory(l->error);
}

static xc_status add_wholes(loading *l, xc_slice whole, xc_slice words) {
    while (words.len) {
        xc_slice name;
        (void)xc_slice_cut(words, '|', &name, &words);
        whole_name *place = xc_arena_grow(l->arena, &l->out->wholes, l->out->whole_count,
                                          &l->whole_capacity, sizeof *place);
        if (!place) {
            return xc_fail_memory(l->error);
        }
        *place = (whole_name){xc_slice_trim(name), whole};
        l->out->whole_count++;
    }
    return XC_OK;
}

static xc_status take_row(loading *l, const xc_csv *table, size_t row) {
    xc_slice role = xc_csv_cell(table, row, "role");
    xc_slice of = xc_csv_cell(table, row, "of");
    xc_slice words = xc_csv_cell(table, row, "words");
    uint32_t cue = cue_named(role);
    int noun = noun_role_named(role);
    int kind = of.len ? xc_attribution_kind_of(of) : XC_OTHER;
    if (xc_slice_is(role, "whole")) {
        return add_wholes(l, of, words);
    }
    if (!cue && noun < 0) {
        return xc_fail_at(l->error, XC_BAD_RULE, table->path, table->lines[row],
                          "role '%.*s' is unknown; use one that claims/README.md names",
                          XC_PRINT(role));
    }
    if (kind < 0) {
        return xc_fail_at(l->error, XC_BAD_RULE, table->path, table->lines[row],
                          "'%.*s' is no kind of speaker; use one that claims/README.md names",
                          XC_PRINT(of));
    }
    xc_status status = XC_OK;
    if (noun >= 0) {
        status = add_nouns(l, (uint32_t)noun << KIND_BITS | (uint32_t)kind, words);
    }
    if (status != XC_OK || !cue) {
        return status;
    }
    xc_slice spaced = xc_arena_copy(l->arena, words);
    if (!spaced.ptr) {
        return xc_fail_memory(l->error);
    }
    while (spaced.len) {
        xc_slice word;
        (void)xc_slice_cut(spaced, '|', &word, &spaced);
        status = status == XC_OK ? add_cues(l, cue, word) : status;
    }
    return status;
}

static xc_status add_agencies(loading *l, const char *language_directory) {
    xc_csv table;
    xc_status status = xc_csv_load(language_directory, "../world/agencies.csv", NULL, l->arena,
                                   &table, l->error);
    if (status == XC_END) {
        return XC_OK;
    }
    uint32_t body = (uint32_t)noun_role_named(XC_SLICE("body")) << KIND_BITS;
    for (size_t row = 0; status == XC_OK && row < table.rows; row++) {
        status = add_nouns(l, body | XC_AGENCY, xc_csv_cell(&table, row, "names"));
    }
    return status;
}

xc_status speaker_words_load(const char *language_directory, xc_lexicon *lexicon,
                             xc_arena *arena, speaker_words *out, xc_error *error) {
    *out = (speaker_words){.phrases = xc_phrases_new()};
    if (!out->phrases) {
        return xc_fail_memory(error);
    }
    xc_csv table;
    xc_status status =
        xc_csv_load(language_directory, "speakers.csv", NULL, arena, &table, error);
    if (status != XC_OK) {
        return status == XC_END ? XC_OK : status;
    }
    loading l = {.lexicon = lexicon, .arena = arena, .out = out, .error = error};
    l.cues = (word_notes){.lexicon = lexicon, .arena = arena};
    for (size_t row = 0; status == XC_OK && row < table.rows; row++) {
        status = take_row(&l, &table, row);
    }
    if (status == XC_OK) {
        status = add_agencies(&l, language_directory);
    }
    if (status == XC_OK && !word_notes_finish(&l.cues, &out->cues)) {
        status = xc_fail_memory(error);
    }
    return status;
}

void speaker_words_release(speaker_words *words) {
    xc_phrases_free(words->phrases);
}

speaker_noun speaker_noun_at(const speaker_words *words, const xc_text *text, size_t token,
                             size_t limit) {
    speaker_noun noun = {.kind = XC_OTHER};
    xc_phrase_match match = xc_phrases_match(words->phrases, text, token, limit);
    noun.tokens = match.tokens;
    for (uint32_t i = 0; i < match.payload_count; i++) {
        const struct noun_role *role = &noun_roles[match.payloads[i] >> KIND_BITS];
        noun.parts |= role->part;
        if (role->weight > noun.weight) {
            noun.weight = role->weight;
            noun.kind = (xc_attribution_kind)(match.payloads[i] & ((1u << KIND_BITS) - 1));
        }
    }
    return noun;
}

xc_slice speaker_whole_name(const speaker_words *words, xc_slice name) {
    for (size_t i = 0; i < words->whole_count; i++) {
        if (xc_slice_equal_fold(words->wholes[i].name, name)) {
            return words->wholes[i].whole;
        }
    }
    return name;
}
