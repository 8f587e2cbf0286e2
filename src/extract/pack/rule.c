// SPDX-License-Identifier: MIT
// One rule out of its YAML mapping.
#include "extract/pack/pack.h"

#include <string.h>

static const char *const rule_keys[] = {
    "id",       "measure",    "verbs",     "count",    "nouns",       "adjectives",
    "pattern",  "quantities", "after",     "before",   "attributive", "unless",
    "subjects", "subject",    "bare",      "modality", "aggregation", "confidence",
    "matches",  "fails",      "statement", "with",     "by",          "needs",
    "contrary", "announced",  "counted",   "turned",   "where",       NULL};

// The keys that say what kind of rule it is; a statement has its own.
static const char *const kind_keys[] = {
    [RULE_VERBS] = "verbs",           [RULE_NOUNS] = "nouns",
    [RULE_ADJECTIVES] = "adjectives", [RULE_PATTERN] = "pattern",
    [RULE_QUANTITY] = "quantities",   [RULE_STATEMENT] = NULL};

typedef struct rule_reading {
    pack_loader *loader;
    pack_file *file;
    pack_yaml *yaml;
    pack_node map;
    uint32_t index; // of the rule
    pack_rule *rule;
} rule_reading;

static void fail_not_declared(rule_reading *r, pack_node at, const char *what, xc_slice name,
                              const char *section, const name_table *names) {
    xc_slice near = names_nearest(names, name);
    pack_yaml_fail(r->yaml, at, "%s '%.*s' is not declared; declare it under %s%s%.*s%s", what,
                   XC_PRINT(name), section, near.len ? ", or did you mean '" : "",
                   XC_PRINT(near), near.len ? "'?" : "");
}

static void read_name(rule_reading *r) {
    pack_loader *loader = r->loader;
    pack_node node = pack_yaml_need(r->yaml, r->map, "id", "the rule");
    r->rule->id = pack_yaml_name(r->yaml, node, "'id'");
    r->rule->pack = loader->rules->packs[r->file->pack].name;
    r->rule->own = loader->rules->packs[r->file->pack].own;
    r->rule->label = xc_arena_print(loader->arena, "%.*s:%.*s", XC_PRINT(r->rule->pack),
                                    XC_PRINT(r->rule->id));
    if (!r->rule->label.ptr) {
        pack_yaml_fail_memory(r->yaml);
        return;
    }
    if (names_find(&loader->rule_labels, r->rule->label) != NO_NAME) {
        pack_yaml_fail(r->yaml, node, "rule '%.*s' stands twice; give one another id",
                       XC_PRINT(r->rule->id));
    } else if (!names_add(&loader->rule_labels, r->rule->label, r->index)) {
        pack_yaml_fail_memory(r->yaml);
    }
}

static void read_measure(rule_reading *r) {
    pack_node node = pack_yaml_need(r->yaml, r->map, "measure", "the rule");
    xc_slice name = pack_yaml_text(r->yaml, node, "'measure'");
    uint32_t measure = names_find(&r->loader->measures, name);
    if (!pack_yaml_ok(r->yaml)) {
        return;
    }
    if (measure == NO_NAME) {
        fail_not_declared(r, node, "measure", name, "measures:", &r->loader->measures);
        return;
    }
    r->rule->measure = (uint16_t)measure;
    r->loader->rules->packs[r->file->pack].rules++;
}

static void read_kind(rule_reading *r) {
    if (pack_yaml_get(r->yaml, r->map, "statement")) {
        r->rule->kind = RULE_STATEMENT;
        return;
    }
    const char *first = NULL;
    for (int i = RULE_VERBS; kind_keys[i]; i++) {
        pack_node node = pack_yaml_get(r->yaml, r->map, kind_keys[i]);
        if (node && first) {
            pack_yaml_fail(r->yaml, node,
                           "a rule has '%s:' or '%s:', not both; make it two rules", first,
                           kind_keys[i]);
        } else if (node) {
            first = kind_keys[i];
            r->rule->kind = (rule_kind)i;
        }
    }
    if (!first) {
        pack_yaml_fail(r->yaml, r->map,
                       "the rule has no words; add verbs:, nouns:, adjectives:, pattern: or "
                       "quantities:");
    }
}

static void read_role(rule_reading *r) {
    pack_node node = pack_yaml_get(r->yaml, r->map, "count");
    bool verbs = r->rule->kind == RULE_VERBS;
    if (!node && verbs) {
        pack_yaml_fail(
            r->yaml, r->map,
            "the rule has no 'count:'; add count: object (who is counted is what the verb "
            "acts on) or count: subject");
        return;
    }
    if (node && !verbs) {
        pack_yaml_fail(r->yaml, node, "'count' goes with verbs: alone; remove it");
        return;
    }
    xc_slice word = pack_yaml_text(r->yaml, node, "'count'");
    if (xc_slice_is(word, "object")) {
        r->rule->role = COUNT_OBJECT;
    } else if (xc_slice_is(word, "subject")) {
        r->rule->role = COUNT_SUBJECT;
    } else if (verbs) {
        pack_yaml_fail(r->yaml, node, "'count' is '%.*s'; write object or subject",
                       XC_PRINT(word));
    }
}

static void read_classes(rule_reading *r) {
    const measure_loader *measure = &r->loader->measure_loading[r->rule->measure];
    pack_node list =
        pack_yaml_list(r->yaml, pack_yaml_get(r->yaml, r->map, "subjects"), "'subjects'");
    if (list) {
        pack_classes(r->loader, r->yaml, list, &r->rule->accepts, &r->rule->accepts_any);
    } else {
        r->rule->accepts = measure->accepts;
        r->rule->accepts_any = measure->accepts_any;
    }
    pack_node node = pack_yaml_get(r->yaml, r->map, "subject");
    r->rule->subject = node ? pack_subject(r->loader, r->yaml, node) : measure->subject;
    r->rule->implied = measure->implied;
    bool persons = xc_slice_is(r->loader->rules->measures[r->rule->measure].unit, "person");
    // A noun says itself what is counted: "closures rose to 50" lacks nothing.
    bool usual = persons || r->rule->kind == RULE_NOUNS || r->rule->kind == RULE_PATTERN;
    r->rule->accepts_bare =
        pack_yaml_bool(r->yaml, pack_yaml_get(r->yaml, r->map, "bare"), usual, "'bare'");
}

static void read_qualities(rule_reading *r) {
    pack_node node = pack_yaml_get(r->yaml, r->map, "modality");
    xc_slice word = pack_yaml_text(r->yaml, node, "'modality'");
    r->rule->modality = node ? xc_modality_of(word) : -1;
    if (node && r->rule->modality < 0) {
        pack_yaml_fail(r->yaml, node,
                       "modality '%.*s' is unknown; use asserted, denied, feared, predicted or "
                       "conditional",
                       XC_PRINT(word));
    }
    node = pack_yaml_get(r->yaml, r->map, "aggregation");
    word = pack_yaml_text(r->yaml, node, "'aggregation'");
    r->rule->aggregation = node ? xc_aggregation_of(word) : -1;
    if (node && r->rule->aggregation <= 0) {
        pack_yaml_fail(r->yaml, node,
                       "aggregation '%.*s' is unknown; use cumulative, new or stock",
                       XC_PRINT(word));
    }
    node = pack_yaml_get(r->yaml, r->map, "confidence");
    r->rule->confidence = pack_yaml_number(r->yaml, node, "'confidence'");
    if (!node) {
        r->rule->confidence = xc_number_from((xc_decimal){8, -1});
    } else if (!r->rule->confidence.known ||
               xc_decimal_compare(r->rule->confidence.value, xc_decimal_of(0)) < 0 ||
               xc_decimal_compare(r->rule->confidence.value, xc_decimal_of(1)) > 0) {
        pack_yaml_fail(r->yaml, node, "'confidence' must be between 0 and 1");
    }
}

static void fail_pattern(rule_reading *r, pack_node at, int code, size_t offset) {
    PCRE2_UCHAR message[128];
    if (pcre2_get_error_message(code, message, sizeof message) < 0) {
        message[0] = '\0';
    }
    pack_yaml_fail(r->yaml, at, "the pattern is wrong at its byte %zu: %s; mend it there",
                   offset, (const char *)message);
}

// A group's number by its name, 0 where there is none.
static uint32_t group_of(const pcre2_code *pattern, const char *name) {
    int number = pcre2_substring_number_from_name(pattern, (PCRE2_SPTR)name);
    return number > 0 ? (uint32_t)number : 0;
}

// A pattern as it is run, over sentences that are straight too: "’" in it is "'". A dash is
// escaped, so that it makes no range between brackets.
static bool straighten_pattern(rule_reading *r, xc_slice text, xc_straight *out) {
    xc_straight straight;
    char *bytes = xc_arena_array(r->loader->arena, 2 * text.len + 1, 1);
    uint32_t *at = xc_arena_array(r->loader->arena, 2 * text.len + 1, sizeof *at);
    if (!bytes || !at || xc_straighten(text, r->loader->arena, &straight) != XC_OK) {
        return false;
    }
    size_t length = 0;
    for (size_t i = 0; i < straight.text.len; i++) {
        size_t origin = xc_straight_origin(&straight, i);
        bool escaped = i > 0 && straight.text.ptr[i - 1] == '\\';
        if (straight.text.ptr[i] == '-' && text.ptr[origin] != '-' && !escaped) {
            at[length] = (uint32_t)origin;
            bytes[length++] = '\\';
        }
        at[length] = (uint32_t)origin;
        bytes[length++] = straight.text.ptr[i];
    }
    at[length] = (uint32_t)text.len;
    *out = (xc_straight){{bytes, length}, at};
    return true;
}

static void read_pattern(rule_reading *r) {
    pack_node node = pack_yaml_get(r->yaml, r->map, "pattern");
    xc_slice text = pack_yaml_text(r->yaml, node, "'pattern'");
    if (!pack_yaml_ok(r->yaml)) {
        return;
    }
    xc_straight straight;
    if (!straighten_pattern(r, text, &straight)) {
        pack_yaml_fail_memory(r->yaml);
        return;
    }
    int code = 0;
    PCRE2_SIZE offset = 0;
    uint32_t options = PCRE2_UTF | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C;
    pcre2_code *pattern = pcre2_compile((PCRE2_SPTR)straight.text.ptr, straight.text.len,
                                        options, &code, &offset, NULL);
    if (!pattern) {
        fail_pattern(r, node, code, xc_straight_origin(&straight, offset));
        return;
    }
    // Owned by the rule from here on: xc_rules_free frees it, also after a failed load.
    r->rule->pattern = pattern;
    r->rule->count_group = group_of(pattern, "count");
    r->rule->subject_group = group_of(pattern, "subject");
    if (!r->rule->count_group) {
        pack_yaml_fail(
            r->yaml, node,
            "the pattern has no group 'count'; name the number's group (?<count>...)");
        return;
    }
    if (pattern_hint_make(straight.text, r->loader->arena, &r->rule->hint) != XC_OK) {
        pack_yaml_fail_memory(r->yaml);
        return;
    }
    r->rule->jit = xc_arena_alloc(r->loader->arena, sizeof *r->rule->jit);
    if (!r->rule->jit || pthread_mutex_init(&r->rule->jit->lock, NULL) != 0) {
        r->rule->jit = NULL;
        pack_yaml_fail_memory(r->yaml);
    }
}

static void read_quantities(rule_reading *r) {
    static const char *const names[] = {"duration", "money", "percent", "fraction", NULL};
    static const unsigned bits[] = {1U << XC_DURATION, 1U << XC_MONEY, 1U << XC_PERCENT,
                                    1U << XC_FRACTION};
    pack_node list =
        pack_yaml_list(r->yaml, pack_yaml_get(r->yaml, r->map, "quantities"), "'quantities'");
    for (size_t i = 0; i < pack_yaml_count(list) && pack_yaml_ok(r->yaml); i++) {
        pack_node item = pack_yaml_item(r->yaml, list, i);
        xc_slice word = pack_yaml_text(r->yaml, item, "a quantity");
        size_t at = 0;
        while (names[at] && !xc_slice_is(word, names[at])) {
            at++;
        }
        if (!names[at]) {
            pack_yaml_fail(
                r->yaml, item,
                "quantity '%.*s' is unknown; use duration, money, percent or fraction",
                XC_PRINT(word));
            return;
        }
        r->rule->quantities |= bits[at];
    }
}

static void read_surroundings(rule_reading *r) {
    static const struct {
        const char *key;
        beside_kind beside;
    } sides[] = {{"after", STANDS_BEFORE}, {"before", STANDS_BEHIND}, {"unless", RULE_FORBIDS}};
    pack_node attributive = pack_yaml_get(r->yaml, r->map, "attributive");
    r->rule->attributive = pack_yaml_bool(r->yaml, attributive, false, "'attributive'");
    r->rule->anywhere = !r->rule->attributive;
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        pack_node list = pack_yaml_list(r->yaml, pack_yaml_get(r->yaml, r->map, sides[i].key),
                                        "a list of words");
        if (list && r->rule->kind == RULE_VERBS && sides[i].beside == RULE_FORBIDS) {
            continue; // read_frame
        }
        if (list && r->rule->kind != RULE_QUANTITY) {
            pack_yaml_fail(r->yaml, list, "'%s' goes with quantities: alone; remove it",
                           sides[i].key);
            return;
        }
        if (list && sides[i].beside != RULE_FORBIDS) {
            r->rule->anywhere = false;
        }
        pack_around(r->loader, r->yaml, list, r->index, sides[i].beside);
    }
}

// In which frame a verb that counts means this: "carried 300 migrants" of a boat.
static void read_frame(rule_reading *r) {
    pack_node by = pack_yaml_list(r->yaml, pack_yaml_get(r->yaml, r->map, "by"), "'by'");
    pack_node bars =
        pack_yaml_list(r->yaml, pack_yaml_get(r->yaml, r->map, "unless"), "'unless'");
    pack_node where = pack_yaml_get(r->yaml, r->map, "where");
    if (r->rule->kind != RULE_VERBS) {
        pack_node wrong = r->rule->kind == RULE_STATEMENT || by ? by : NULL;
        wrong = r->rule->kind == RULE_STATEMENT ? where : wrong ? wrong : where;
        if (wrong && pack_yaml_ok(r->yaml)) {
            pack_yaml_fail(r->yaml, wrong, "'%s' goes with verbs: alone; remove it",
                           wrong == where ? "where" : "by");
        }
        return;
    }
    r->rule->has_companions = pack_yaml_count(by) > 0;
    r->rule->has_bars = pack_yaml_count(bars) > 0;
    r->rule->wants_place = where != 0;
    xc_slice word = pack_yaml_text(r->yaml, where, "'where'");
    if (where && pack_yaml_ok(r->yaml) && !xc_slice_is(word, "place")) {
        pack_yaml_fail(r->yaml, where, "'where' is '%.*s'; write place", XC_PRINT(word));
    }
    if (pack_yaml_ok(r->yaml)) {
        pack_companions(r->loader, r->yaml, by, r->index, FORM_BY);
        pack_companions(r->loader, r->yaml, bars, r->index, FORM_BAR);
    }
}

static void keep_index(rule_reading *r, uint32_t **list, size_t *count, size_t *capacity) {
    uint32_t *entry = xc_arena_grow(r->loader->arena, list, *count, capacity, sizeof *entry);
    if (!entry) {
        pack_yaml_fail_memory(r->yaml);
        return;
    }
    *entry = r->index;
    ++*count;
}

static void read_words(rule_reading *r) {
    language_rules *language = &r->loader->rules->languages[r->rule->language];
    language_loader *loading = &r->loader->language_loading[r->rule->language];
    if (r->rule->kind == RULE_STATEMENT) {
        pack_statement(r->loader, r->yaml, r->map, r->index);
    } else if (r->rule->kind == RULE_PATTERN) {
        read_pattern(r);
        keep_index(r, &loading->patterns, &language->pattern_count, &loading->pattern_capacity);
        language->patterns = loading->patterns;
    } else if (r->rule->kind == RULE_QUANTITY) {
        read_quantities(r);
        keep_index(r, &loading->quantity_rules, &language->quantity_rule_count,
                   &loading->quantity_rule_capacity);
        language->quantity_rules = loading->quantity_rules;
    } else {
        const char *key = kind_keys[r->rule->kind];
        pack_node list =
            pack_yaml_list(r->yaml, pack_yaml_get(r->yaml, r->map, key), "a rule's words");
        speech_part part = (speech_part)(r->rule->kind - RULE_VERBS + PART_VERB);
        pack_triggers(r->loader, r->yaml, list, r->index, part);
    }
}

static void read_rule(pack_loader *loader, pack_file *file, pack_node map) {
    xc_rules *rules = loader->rules;
    pack_yaml *yaml = &file->yaml;
    if (rules->rule_count == MOST_RULES) {
        pack_yaml_fail(yaml, map, "more than %d rules; load fewer packs", MOST_RULES);
        return;
    }
    pack_rule *rule = xc_arena_grow(loader->arena, &rules->rules, rules->rule_count,
                                    &loader->rule_capacity, sizeof *rule);
    if (!rule) {
        pack_yaml_fail_memory(yaml);
        return;
    }
    *rule = (pack_rule){
        .path = yaml->path, .line = pack_yaml_line(map), .language = file->language};
    rule_reading r = {loader, file, yaml, map, (uint32_t)rules->rule_count++, rule};
    static void (*const steps[])(rule_reading *) = {
        read_name,      read_measure, read_kind,         read_role, read_classes,
        read_qualities, read_words,   read_surroundings, read_frame};
    pack_yaml_check_keys(yaml, map, rule_keys, "a rule");
    for (size_t i = 0; i < sizeof steps / sizeof *steps && pack_yaml_ok(yaml); i++) {
        steps[i](&r);
    }
    if (pack_yaml_ok(yaml)) {
        pack_examples(loader, yaml, map, rule);
    }
}

void pack_rules(pack_loader *loader, pack_file *file, pack_node root) {
    pack_yaml *yaml = &file->yaml;
    pack_node list = pack_yaml_list(yaml, pack_yaml_get(yaml, root, "rules"), "'rules'");
    for (size_t i = 0; i < pack_yaml_count(list) && pack_yaml_ok(yaml); i++) {
        pack_node map = pack_yaml_map(yaml, pack_yaml_item(yaml, list, i), "a rule");
        if (map) {
            read_rule(loader, file, map);
        }
    }
}
