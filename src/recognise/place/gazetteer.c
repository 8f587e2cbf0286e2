// SPDX-License-Identifier: MIT
// Looks names of places up in the compiled file.
#include "recognise/place/gazetteer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const size_t largest = (size_t)1 << 30;

struct xc_gazetteer {
    xc_buffer bytes;
    size_t size;
    const gazetteer_header *header;
    const gazetteer_entry *entries;
    const place_record *places;
    const char *text;
    xc_arena *arena;
};

void xc_gazetteer_close(xc_gazetteer *gazetteer) {
    if (gazetteer) {
        xc_buffer_release(&gazetteer->bytes);
        xc_arena_free(gazetteer->arena);
    }
}

static bool fits(const xc_gazetteer *g) {
    if (g->size < sizeof *g->header ||
        memcmp(g->header->magic, GAZETTEER_MAGIC, sizeof g->header->magic) != 0) {
        return false;
    }
    uint64_t wanted = sizeof *g->header + (uint64_t)g->header->entries * sizeof *g->entries +
                      (uint64_t)g->header->places * sizeof *g->places + g->header->text;
    return wanted == g->size;
}

// Read and not mapped: a file that is shortened while it is mapped (by an installation under way)
// ends the program by a signal.
static xc_status read_index(const char *path, xc_buffer *bytes, xc_error *error) {
    if (access(path, F_OK) != 0 && errno == ENOENT) {
        return XC_END;
    }
    return xc_file_read(path, largest, bytes, error);
}

xc_status xc_gazetteer_open(const char *path, xc_gazetteer **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_gazetteer *g = arena ? xc_arena_alloc(arena, sizeof *g) : NULL;
    if (!g) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    *g = (xc_gazetteer){.arena = arena};
    xc_status status = read_index(path, &g->bytes, error);
    if (status != XC_OK) {
        xc_gazetteer_close(g);
        return status;
    }
    g->size = g->bytes.len;
    g->header = (const void *)g->bytes.ptr;
    if (!fits(g)) {
        xc_gazetteer_close(g);
        return xc_fail_at(error, XC_BAD_INPUT, xc_slice_of(path), 0,
                          "this is no gazetteer of this version; build crossclaim again");
    }
    g->entries = (const void *)(g->header + 1);
    g->places = (const void *)(g->entries + g->header->entries);
    g->text = (const char *)(g->places + g->header->places);
    *out = g;
    return XC_OK;
}

// First entry with the hash; header->entries where there is none.
static size_t find(const xc_gazetteer *g, uint64_t hash) {
    uint32_t end = g->header->begins[(hash >> 48) + 1];
    for (uint32_t i = g->header->begins[hash >> 48]; i < end && i < g->header->entries; i++) {
        if (g->entries[i].hash == hash) {
            return i;
        }
    }
    return g->header->entries;
}

bool place_append(const xc_text *text, size_t token, xc_buffer *name) {
    const xc_token *t = &text->tokens[token];
    if (t->kind != XC_TOKEN_WORD) {
        return false;
    }
    if (name->len) {
        xc_buffer_char(name, ' ');
    }
    if (t->word) {
        xc_buffer_append(name, xc_lexicon_word(text->lexicon, t->word));
        return name->status == XC_OK;
    }
    xc_slice bytes = xc_token_slice(text, token);
    for (size_t i = 0; i < bytes.len; i++) {
        if ((unsigned char)bytes.ptr[i] >= 0x80) {
            xc_arena *arena = xc_arena_new();
            xc_slice folded = {0};
            bool done = arena && xc_fold(bytes, arena, &folded) == XC_OK;
            xc_buffer_append(name, folded);
            xc_arena_free(arena);
            return done && name->status == XC_OK;
        }
    }
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.ptr[i];
        xc_buffer_char(name, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
    }
    return name->status == XC_OK;
}

// "Guinea-Bissau", "Cap d'Antibes", "St. Louis".
static bool joins(const xc_text *text, size_t at, size_t limit) {
    enum { LONGEST_SHORTENED = 2 };
    const xc_token *token = &text->tokens[at];
    if (token->kind != XC_TOKEN_PUNCTUATION || token->flags & XC_TOKEN_SPACE_BEFORE) {
        return false;
    }
    bool shortened = token->mark == '.' && at + 1 < limit &&
                     token[-1].end - token[-1].start <= LONGEST_SHORTENED &&
                     token[-1].flags & XC_TOKEN_CAPITAL && token[1].flags & XC_TOKEN_CAPITAL;
    return token->mark == '-' || token->mark == '\'' || shortened;
}

bool xc_gazetteer_begins(const xc_gazetteer *gazetteer, xc_slice word) {
    return find(gazetteer, xc_hash(word)) != gazetteer->header->entries;
}

xc_place_match xc_gazetteer_match(const xc_gazetteer *gazetteer, const xc_text *text,
                                  size_t token, size_t limit, xc_buffer *scratch) {
    xc_place_match best = {0};
    xc_buffer_clear(scratch);
    int words = 0;
    for (size_t i = token; i < limit && words < LONGEST_PLACE; i++) {
        if (i > token && joins(text, i, limit)) {
            continue;
        }
        if (!place_append(text, i, scratch)) {
            break;
        }
        words++;
        size_t at = find(gazetteer, xc_hash(xc_buffer_slice(scratch)));
        if (at == gazetteer->header->entries) {
            best.unknown = words == 1;
            break;
        }
        size_t first = at;
        while (at < gazetteer->header->entries &&
               gazetteer->entries[at].hash == gazetteer->entries[first].hash) {
            at += 1;
        }
        // Sorted by place behind the hash: the mark of a longer name is the last one.
        bool longer = gazetteer->entries[at - 1].place == PLACE_PREFIX;
        size_t count = at - first - longer;
        if (count) {
            best = (xc_place_match){
                .tokens = (uint32_t)(i + 1 - token), .first = first, .count = count};
        }
        if (!longer) {
            break;
        }
    }
    return best;
}

xc_place xc_gazetteer_place(const xc_gazetteer *gazetteer, xc_place_match match, size_t index) {
    const gazetteer_entry *entry = &gazetteer->entries[match.first + index];
    uint32_t number = entry->place;
    if (number >= gazetteer->header->places) {
        return (xc_place){0};
    }
    const place_record *place = &gazetteer->places[number];
    bool inside = (uint64_t)place->name_at + place->name_length <= gazetteer->header->text;
    return (xc_place){.name = {gazetteer->text + (inside ? place->name_at : 0),
                               inside ? place->name_length : 0},
                      .country = {place->country, place->country[0] ? 2 : 0},
                      .kind = (xc_place_kind)place->kind,
                      .population = place->population,
                      .latitude = place->latitude,
                      .longitude = place->longitude,
                      .division = place->division,
                      .own = place->own,
                      .common = entry->flags & NAME_COMMON,
                      .demonym = entry->flags & NAME_DEMONYM};
}

// The largest of a match's places that are called so; of equals the first.
static bool largest_called(const xc_gazetteer *gazetteer, xc_place_match match, xc_slice name,
                           xc_slice country, xc_place *out) {
    bool found = false;
    for (size_t i = 0; i < match.count; i++) {
        xc_place place = xc_gazetteer_place(gazetteer, match, i);
        bool called = xc_slice_equal(place.name, name) && !place.demonym &&
                      (!country.len || xc_slice_equal(place.country, country));
        bool larger = !found || (place.own && !out->own) ||
                      (place.own == out->own && place.population > out->population);
        if (called && larger) {
            *out = place;
            found = true;
        }
    }
    return found;
}

xc_status xc_gazetteer_locate(const xc_gazetteer *gazetteer, xc_slice name, xc_slice country,
                              xc_place *out, xc_error *error) {
    *out = (xc_place){0};
    xc_arena *arena = xc_arena_new();
    xc_lexicon *lexicon = xc_lexicon_new(); // without a word: the name is cut, not looked up
    xc_text text = {0};
    xc_status status = arena && lexicon
                           ? xc_text_split(name, lexicon, NULL, arena, &text, error)
                           : xc_fail_memory(error);
    if (status == XC_OK) {
        xc_buffer scratch = {0};
        xc_place_match match =
            xc_gazetteer_match(gazetteer, &text, 0, text.token_count, &scratch);
        bool whole = match.tokens && match.tokens == text.token_count;
        status = scratch.status != XC_OK ? xc_fail_memory(error)
                 : whole && largest_called(gazetteer, match, name, country, out) ? XC_OK
                                                                                 : XC_END;
        xc_buffer_release(&scratch);
    }
    xc_lexicon_free(lexicon);
    xc_arena_free(arena);
    return status;
}
