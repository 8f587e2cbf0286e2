// SPDX-License-Identifier: MIT
// The lexicons of outlets and agencies, loaded and looked up.
#include "read/outlet/outlets.h"
#include "read/page/facts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static int by_key_and_order(const void *a, const void *b) {
    size_t left = ((const outlet_name *)a)->order;
    size_t right = ((const outlet_name *)b)->order;
    int order = xc_slice_compare(((const outlet_name *)a)->key, ((const outlet_name *)b)->key);
    return order ? order : left < right ? -1 : left > right;
}

static bool add(outlet_names *list, xc_slice key, xc_slice name, xc_arena *arena) {
    outlet_name *item =
        xc_arena_grow(arena, &list->items, list->count, &list->capacity, sizeof *item);
    if (!item) {
        return false;
    }
    *item = (outlet_name){xc_arena_copy(arena, key), name, list->count};
    list->count++;
    return item->key.ptr != NULL;
}

static bool add_folded(outlet_names *list, xc_slice key, xc_slice name, xc_arena *arena) {
    char folded[LONGEST_OUTLET_NAME];
    return add(list, (xc_slice){folded, outlet_fold(key, folded)}, name, arena);
}

// Adds each part of a cell.
static bool add_parts(outlet_names *list, xc_slice cell, char separator, bool folds,
                      xc_slice name, xc_arena *arena) {
    bool done = true;
    while (cell.len && done) {
        xc_slice part;
        xc_slice_cut(cell, separator, &part, &cell);
        part = xc_slice_trim(part);
        if (part.len) {
            done = folds ? add_folded(list, part, name, arena) : add(list, part, name, arena);
        }
    }
    return done;
}

// Of equal keys the row that stands first in the file stays.
static void sort(outlet_names *list) {
    if (!list->count) {
        return;
    }
    qsort(list->items, list->count, sizeof *list->items, by_key_and_order);
    size_t kept = 1;
    for (size_t i = 1; i < list->count; i++) {
        if (!xc_slice_equal(list->items[i].key, list->items[kept - 1].key)) {
            list->items[kept++] = list->items[i];
        }
    }
    list->count = kept;
}

// So that a long text is looked through once.
static void mark_beginnings(xc_outlets *outlets) {
    for (size_t i = 0; i < outlets->says.count; i++) {
        xc_slice phrase = outlets->says.items[i].key;
        if (phrase.len >= PHRASE_BEGINNING) {
            unsigned begins = outlet_beginning(phrase.ptr);
            outlets->says_begin[begins / 64] |= UINT64_C(1) << (begins % 64);
        }
    }
}

static xc_status load_outlets(xc_outlets *outlets, const char *directory, xc_error *error) {
    xc_csv table;
    xc_status status =
        xc_csv_load(directory, "world/outlets.csv", NULL, outlets->arena, &table, error);
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        xc_slice name = xc_csv_cell(&table, i, "name");
        xc_slice domains = xc_csv_cell(&table, i, "domains");
        xc_slice names = xc_csv_cell(&table, i, "names");
        xc_slice says = xc_csv_cell(&table, i, "says");
        xc_slice speakers = xc_csv_cell(&table, i, "speakers");
        xc_arena *arena = outlets->arena;
        if (!name.len) {
            return xc_fail_at(error, XC_BAD_RULE, table.path, table.lines[i],
                              "an outlet needs a name");
        }
        bool done = add_folded(&outlets->names, name, name, arena) &&
                    add_parts(&outlets->names, names, '|', true, name, arena) &&
                    add_parts(&outlets->hosts, domains, ' ', false, name, arena) &&
                    add_parts(&outlets->says, says, '|', false, name, arena) &&
                    add_parts(&outlets->speakers, speakers, '|', false, name, arena);
        status = done ? XC_OK : xc_fail_memory(error);
    }
    return status;
}

static xc_status load_agencies(xc_outlets *outlets, const char *directory, xc_error *error) {
    xc_csv table;
    xc_status status =
        xc_csv_load(directory, "world/agencies.csv", NULL, outlets->arena, &table, error);
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        xc_slice name = xc_csv_cell(&table, i, "name");
        xc_slice names = xc_csv_cell(&table, i, "names");
        bool done = add(&outlets->agencies, name, name, outlets->arena) &&
                    add_parts(&outlets->agencies, names, '|', false, name, outlets->arena);
        status = done ? XC_OK : xc_fail_memory(error);
    }
    return status;
}

static xc_status load(xc_outlets *outlets, const char *directory, xc_error *error) {
    xc_status status = load_outlets(outlets, directory, error);
    if (status == XC_OK) {
        status = load_agencies(outlets, directory, error);
    }
    if (status == XC_OK) {
        status = page_lines_load(directory, outlets->arena, &outlets->lines, error);
    }
    if (status == XC_END) {
        status = xc_fail_at(error, XC_IO, xc_slice_of(directory), 0,
                            "a table of its folders world and pages is missing; install "
                            "the folder as it came");
    }
    if (status == XC_OK && outlets->says.count > MOST_SAYS) {
        status = xc_fail_at(error, XC_BAD_RULE, xc_slice_of(directory), 0,
                            "world/outlets.csv has more than %d phrases in `says`", MOST_SAYS);
    }
    mark_beginnings(outlets);
    sort(&outlets->names);
    sort(&outlets->hosts);
    sort(&outlets->agencies);
    return status;
}

xc_status xc_outlets_load(const char *claims_directory, xc_outlets **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_outlets *outlets = arena ? xc_arena_alloc(arena, sizeof *outlets) : NULL;
    if (!outlets) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    outlets->arena = arena;
    xc_status status = load(outlets, claims_directory, error);
    if (status != XC_OK) {
        xc_arena_free(arena);
        return status;
    }
    *out = outlets;
    return XC_OK;
}

void xc_outlets_free(xc_outlets *outlets) {
    if (outlets) {
        xc_arena_free(outlets->arena);
    }
}

static bool is_host(xc_slice name) {
    return name.len && memchr(name.ptr, '.', name.len) && !memchr(name.ptr, ' ', name.len);
}

static xc_slice settle_source(const xc_outlets *outlets, const xc_document *document) {
    xc_slice host = url_host(document->url);
    xc_slice known = outlet_of_host(outlets, host);
    if (known.len) {
        return known;
    }
    xc_slice told = document->source;
    if (is_host(told)) {
        xc_slice other = url_host(told);
        known = outlet_of_host(outlets, other.len ? other : told);
    }
    // A host that is not in the lexicon is another outlet of perhaps the same name.
    if (!known.len && told.len && !host.len) {
        known = outlet_of_name(outlets, told);
    }
    return known.len ? known : told.len ? told : host;
}

static bool is_same_name(xc_slice a, xc_slice b) {
    char left[LONGEST_OUTLET_NAME];
    char right[LONGEST_OUTLET_NAME];
    return xc_slice_equal((xc_slice){left, outlet_fold(a, left)},
                          (xc_slice){right, outlet_fold(b, right)});
}

// An American station's own dateline: "(WXYZ)", "(KXYZ-TV)".
static bool is_call_sign(xc_slice name) {
    if (name.len < 3 || (name.ptr[0] != 'K' && name.ptr[0] != 'W')) {
        return false;
    }
    size_t letters = 0;
    while (letters < name.len && isupper((unsigned char)name.ptr[letters])) {
        letters++;
    }
    return letters <= 4 && (letters == name.len || name.ptr[letters] == '-');
}

static bool is_in_host(xc_slice name, xc_slice url) {
    char folded[LONGEST_OUTLET_NAME];
    char host[LONGEST_OUTLET_NAME];
    xc_slice part = {folded, outlet_fold(name, folded)};
    xc_slice whole = {host, outlet_fold(url_host(url), host)};
    return part.len && xc_slice_find(whole, part) != SIZE_MAX;
}

// The lexicon's name where it has one; else an agency that the page or the dateline names.
static xc_slice settle_wire(const xc_outlets *outlets, const xc_document *document) {
    xc_slice told = agency_of_name(outlets, document->wire);
    if (!told.len) {
        told = agency_of_text(outlets, document->text);
    }
    if (!told.len) {
        told = agency_of_name(outlets, document->author);
    }
    if (told.len) {
        bool is_own = xc_slice_equal(agency_of_name(outlets, document->source), told);
        return is_own ? (xc_slice){0} : told;
    }
    told = document->wire.len ? document->wire : agency_of_dateline(document->text);
    xc_slice known = outlet_of_name(outlets, told);
    bool is_own = is_same_name(told, document->source) || is_call_sign(told) ||
                  is_in_host(told, document->url) ||
                  (known.len && xc_slice_equal(known, document->source));
    return is_own ? (xc_slice){0} : told;
}

static void settle(const xc_outlets *outlets, xc_document *document) {
    document->source = settle_source(outlets, document);
    document->source_basis = document->source.len ? XC_BASIS_PAGE : XC_BASIS_NONE;
    if (!document->source.len) {
        document->source = outlet_of_text(outlets, document->title, document->text);
        document->source_basis = document->source.len ? XC_BASIS_TEXT : XC_BASIS_NONE;
    }
    document->wire = settle_wire(outlets, document);
}

xc_status outlets_settle(const xc_outlets *outlets, xc_arena *arena, xc_document *document,
                         xc_error *error) {
    if (outlets) {
        settle(outlets, document);
    } else if (!document->source.len) {
        document->source = url_host(document->url);
    }
    if (!outlets) {
        document->source_basis = document->source.len ? XC_BASIS_PAGE : XC_BASIS_NONE;
    }
    document->source = xc_arena_copy(arena, document->source);
    document->wire = xc_arena_copy(arena, document->wire);
    return document->source.ptr && document->wire.ptr ? XC_OK : xc_fail_memory(error);
}
