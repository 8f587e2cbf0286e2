// SPDX-License-Identifier: MIT
// What packs and tables say for the comparison of claims: xc_term in base/record.h.
#include "extract/pack/pack.h"

static xc_status add_term(pack_loader *loader, const char *kind, xc_slice word,
                          xc_slice value) {
    xc_rules *rules = loader->rules;
    xc_term *at = xc_arena_grow(loader->arena, &rules->terms, rules->term_count,
                                &loader->term_capacity, sizeof *at);
    if (!at) {
        return xc_fail_memory(loader->error);
    }
    *at = (xc_term){xc_slice_of(kind), word, value};
    rules->term_count++;
    return XC_OK;
}

static xc_status add_row(pack_loader *loader, xc_slice kind, xc_slice word, xc_slice value) {
    const char *name = xc_arena_string(loader->arena, kind);
    return name ? add_term(loader, name, word, value) : xc_fail_memory(loader->error);
}

// Months and weekdays tell to what time a figure belongs where no date is told.
static xc_status add_calendar(pack_loader *loader, const char *directory) {
    static const char *const columns[] = {"kind", "word", "value", "note", NULL};
    xc_csv table;
    xc_status status =
        xc_csv_load(directory, "times.csv", columns, loader->arena, &table, loader->error);
    if (status == XC_END) {
        return XC_OK;
    }
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        const xc_slice *cells = xc_csv_row(&table, i);
        bool weak = xc_slice_is(cells[3], "weak");
        if (xc_slice_is(cells[0], "month")) {
            status = add_term(loader, weak ? "month_name" : "month", cells[1], cells[2]);
        } else if (xc_slice_is(cells[0], "weekday")) {
            status = add_term(loader, weak ? "weekday_name" : "weekday", cells[1], cells[2]);
        }
    }
    return status;
}

xc_status pack_table_terms(pack_loader *loader, const char *directory) {
    static const char *const columns[] = {"kind", "word", "value", NULL};
    xc_csv table;
    xc_status status =
        xc_csv_load(directory, "comparison.csv", columns, loader->arena, &table, loader->error);
    if (status == XC_END) {
        table.rows = 0;
        status = XC_OK;
    }
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        const xc_slice *cells = xc_csv_row(&table, i);
        status = add_row(loader, cells[0], cells[1], cells[2]);
    }
    return status == XC_OK ? add_calendar(loader, directory) : status;
}

static bool is_among(xc_slice word, const char *const *words) {
    for (size_t i = 0; words[i]; i++) {
        if (xc_slice_is(word, words[i])) {
            return true;
        }
    }
    return false;
}

void pack_measure_terms(pack_loader *loader, pack_yaml *yaml, pack_node map, xc_slice measure) {
    static const char *const courses[] = {"grows", "falls", "steady", "lasts", NULL};
    static const char *const keys[] = {"course", "concern"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && pack_yaml_ok(yaml); i++) {
        pack_node node = pack_yaml_get(yaml, map, keys[i]);
        xc_slice value = node ? pack_yaml_text(yaml, node, keys[i]) : (xc_slice){0};
        bool digit = value.len == 1 && value.ptr[0] >= '0' && value.ptr[0] <= '9';
        if (!node || !pack_yaml_ok(yaml)) {
            continue;
        }
        if (i == 0 && !is_among(value, courses)) {
            pack_yaml_fail(yaml, node,
                           "course '%.*s' is unknown; use grows, falls, steady or "
                           "lasts",
                           XC_PRINT(value));
        } else if (i == 1 && !digit) {
            pack_yaml_fail(yaml, node, "concern '%.*s' is no digit from 0 to 9",
                           XC_PRINT(value));
        } else if (add_term(loader, keys[i], measure, value) != XC_OK) {
            pack_yaml_fail_memory(yaml);
        }
    }
    pack_node of_event = pack_yaml_get(yaml, map, "of_event");
    if (pack_yaml_bool(yaml, of_event, false, "'of_event'") && pack_yaml_ok(yaml) &&
        add_term(loader, "of_event", measure, (xc_slice){0}) != XC_OK) {
        pack_yaml_fail_memory(yaml);
    }
}

xc_status pack_resolved_terms(pack_loader *loader) {
    const xc_rules *rules = loader->rules;
    xc_status status = XC_OK;
    for (size_t i = 1; i < rules->class_count && status == XC_OK; i++) {
        const subject_class *of = &rules->classes[i];
        const xc_slice parent = rules->classes[of->parent].name;
        if (of->unit.len) {
            status = add_term(loader, "unit", of->name, of->unit);
        }
        if (status == XC_OK && !xc_slice_equal(of->name, parent)) { // "people/bodies" is people
            status = add_term(loader, "class", of->name, parent);
        }
    }
    for (size_t i = 0; i < rules->combination_count && status == XC_OK; i++) {
        const measure_combination *c = &rules->combinations[i];
        status = add_term(loader, "combines", rules->measures[c->whole].name,
                          rules->measures[c->part].name);
    }
    return status;
}
