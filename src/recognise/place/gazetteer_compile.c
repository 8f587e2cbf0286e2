// SPDX-License-Identifier: MIT
// Compiles `places.csv` into the file that is mapped.
#include "recognise/place/gazetteer.h"

#include <stdlib.h>
#include <string.h>

typedef struct compiler {
    xc_arena *arena;
    const xc_csv *table;
    gazetteer_entry *entries;
    size_t entry_count, entry_capacity;
    place_record *places;
    xc_buffer text, name;
    xc_lexicon *lexicon; // without a word: names are cut, not looked up
    xc_arena *cut;       // of the name in work
    xc_error *error;
} compiler;

static uint8_t kind_named(xc_slice word) {
    static const char *const kinds[] = {"country", "region", "division", "district", "city"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (xc_slice_is(word, kinds[i])) {
            return (uint8_t)(XC_PLACE_COUNTRY + i);
        }
    }
    return 0;
}

static bool add_entry(compiler *c, uint32_t place, uint32_t flags) {
    gazetteer_entry *entry =
        xc_arena_grow(c->arena, &c->entries, c->entry_count, &c->entry_capacity, sizeof *entry);
    if (!entry) {
        return false;
    }
    *entry = (gazetteer_entry){
        .hash = xc_hash(xc_buffer_slice(&c->name)), .place = place, .flags = flags};
    c->entry_count++;
    return true;
}

// A name, cut and folded as a text is, and a mark for each beginning of it.
static bool add_name(compiler *c, xc_slice name, uint32_t place, uint32_t flags) {
    xc_text text = {0};
    xc_arena_reset(c->cut);
    bool done = xc_text_split(name, c->lexicon, NULL, c->cut, &text, c->error) == XC_OK;
    xc_buffer_clear(&c->name);
    size_t words = 0;
    for (size_t i = 0; done && i < text.token_count; i++) {
        if (text.tokens[i].kind == XC_TOKEN_PUNCTUATION) {
            continue;
        }
        if (words && !add_entry(c, PLACE_PREFIX, 0)) {
            done = false;
        }
        if (!place_append(&text, i, &c->name) || ++words > LONGEST_PLACE) {
            words = 0; // a name with a digit, or too long to be one
            break;
        }
    }
    return done && (words == 0 || add_entry(c, place, flags));
}

// Whether a list "Reading|Most" has the name.
static bool is_listed(xc_slice list, xc_slice name) {
    while (list.len) {
        xc_slice item;
        xc_slice_cut(list, '|', &item, &list);
        if (item.len && xc_slice_equal(item, name)) {
            return true;
        }
    }
    return false;
}

static bool add_names(compiler *c, size_t row, const char *column, uint32_t flags) {
    xc_slice common = xc_csv_cell(c->table, row, "common");
    xc_slice names = xc_csv_cell(c->table, row, column);
    bool added = true;
    while (added && names.len) {
        xc_slice name;
        xc_slice_cut(names, '|', &name, &names);
        uint32_t marks = flags | (is_listed(common, name) ? NAME_COMMON : 0);
        added = !name.len || add_name(c, name, (uint32_t)row, marks);
    }
    return added;
}

// Told by country and code, for codes are counted anew in each country.
static uint32_t division_of(const compiler *c, size_t row) {
    xc_slice country = xc_csv_cell(c->table, row, "country");
    xc_slice code = xc_csv_cell(c->table, row, "division");
    if (!country.len || !code.len) {
        return 0;
    }
    uint64_t hash = xc_hash(country) * 31 + xc_hash(code);
    return (uint32_t)(hash ^ hash >> 32) | 1;
}

static float degrees(xc_slice cell) {
    xc_decimal value = {0};
    return xc_decimal_parse(cell, &value) ? (float)xc_decimal_double(value) : 0;
}

static xc_status add_place(compiler *c, size_t row) {
    xc_slice name = xc_csv_cell(c->table, row, "name");
    xc_slice country = xc_csv_cell(c->table, row, "country");
    uint8_t kind = kind_named(xc_csv_cell(c->table, row, "kind"));
    if (!kind || !name.len || name.len > UINT16_MAX || (country.len != 0 && country.len != 2)) {
        return xc_fail_at(
            c->error, XC_BAD_RULE, c->table->path, c->table->lines[row],
            "a place needs a name, a kind (country, region, division, district or "
            "city) and a country of two letters or none");
    }
    xc_decimal population = {0};
    if (!xc_decimal_parse(xc_csv_cell(c->table, row, "population"), &population)) {
        population = (xc_decimal){0};
    }
    place_record *place = &c->places[row];
    *place = (place_record){
        .name_at = (uint32_t)c->text.len,
        .name_length = (uint16_t)name.len,
        .kind = kind,
        .division = division_of(c, row),
        .own = xc_slice_is(xc_csv_cell(c->table, row, "own"), "yes"),
        .population = (uint32_t)xc_decimal_double(population),
        .latitude = degrees(xc_csv_cell(c->table, row, "latitude")),
        .longitude = degrees(xc_csv_cell(c->table, row, "longitude")),
    };
    if (country.len) {
        memcpy(place->country, country.ptr, 2);
    }
    xc_buffer_append(&c->text, name);
    bool added = add_names(c, row, "name", 0) && add_names(c, row, "alternatives", 0) &&
                 add_names(c, row, "demonyms", NAME_DEMONYM);
    return added ? XC_OK : xc_fail_memory(c->error);
}

static int by_hash(const void *a, const void *b) {
    const gazetteer_entry *first = a;
    const gazetteer_entry *second = b;
    if (first->hash != second->hash) {
        return first->hash < second->hash ? -1 : 1;
    }
    return (first->place > second->place) - (first->place < second->place);
}

static void drop_doubles(compiler *c) {
    if (!c->entry_count) {
        return;
    }
    qsort(c->entries, c->entry_count, sizeof *c->entries, by_hash);
    size_t kept = 0;
    for (size_t i = 0; i < c->entry_count; i++) {
        if (kept == 0 || by_hash(&c->entries[kept - 1], &c->entries[i]) != 0) {
            c->entries[kept++] = c->entries[i];
        }
    }
    c->entry_count = kept;
}

static xc_status write_out(compiler *c, const char *path) {
    gazetteer_header *header = xc_arena_alloc(c->arena, sizeof *header);
    if (!header) {
        return xc_fail_memory(c->error);
    }
    header->entries = (uint32_t)c->entry_count;
    header->places = (uint32_t)c->table->rows;
    header->text = (uint32_t)c->text.len;
    memcpy(header->magic, GAZETTEER_MAGIC, sizeof header->magic);
    for (size_t i = 0; i < c->entry_count; i++) {
        header->begins[(c->entries[i].hash >> 48) + 1]++;
    }
    for (size_t i = 0; i < PLACE_BUCKETS; i++) {
        header->begins[i + 1] += header->begins[i];
    }
    xc_buffer out = {0};
    xc_buffer_append(&out, (xc_slice){(const char *)header, sizeof *header});
    xc_buffer_append(&out,
                     (xc_slice){(const char *)c->entries, c->entry_count * sizeof *c->entries});
    xc_buffer_append(&out,
                     (xc_slice){(const char *)c->places, c->table->rows * sizeof *c->places});
    xc_buffer_append(&out, xc_buffer_slice(&c->text));
    xc_status status = out.status == XC_OK
                           ? xc_file_write(path, xc_buffer_slice(&out), c->error)
                           : xc_fail_memory(c->error);
    xc_buffer_release(&out);
    return status;
}

xc_status xc_gazetteer_compile(const char *directory, const char *table_name, const char *out,
                               xc_error *error) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    xc_csv table = {0};
    compiler c = {.arena = arena,
                  .table = &table,
                  .error = error,
                  .lexicon = xc_lexicon_new(),
                  .cut = xc_arena_new()};
    xc_status status = c.lexicon && c.cut ? XC_OK : xc_fail_memory(error);
    if (status == XC_OK) {
        status = xc_csv_load(directory, table_name, NULL, arena, &table, error);
    }
    if (status == XC_OK) {
        c.places = xc_arena_array(arena, table.rows + 1, sizeof *c.places);
        if (!c.places) {
            (void)xc_fail_memory(error);
            status = XC_NO_MEMORY;
        }
    }
    for (size_t row = 0; status == XC_OK && c.places && row < table.rows; row++) {
        status = add_place(&c, row);
    }
    if (status == XC_OK) {
        drop_doubles(&c);
        status = write_out(&c, out);
    }
    xc_buffer_release(&c.text);
    xc_buffer_release(&c.name);
    xc_lexicon_free(c.lexicon);
    xc_arena_free(c.cut);
    xc_arena_free(arena);
    return status;
}
