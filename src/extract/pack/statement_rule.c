// SPDX-License-Identifier: MIT
// A rule that makes claims without a number, out of its YAML mapping: `statement: PREDICATE`.
#include "extract/pack/pack.h"

static void read_needs(xc_yaml *yaml, xc_node list, xc_rule *rule) {
    static const struct {
        const char *name;
        unsigned bit;
    } needs[] = {{"time", XC_NEED_TIME},     {"subject", XC_NEED_SUBJECT},
                 {"object", XC_NEED_OBJECT}, {"actor", XC_NEED_ACTOR},
                 {"name", XC_NEED_NAME},     {"event", XC_NEED_EVENT}};
    for (size_t i = 0; i < xc_yaml_count(list) && xc_yaml_ok(yaml); i++) {
        xc_node item = xc_yaml_item(yaml, list, i);
        xc_slice word = xc_yaml_text(yaml, item, "a need");
        unsigned bit = 0;
        for (size_t j = 0; j < sizeof needs / sizeof *needs; j++) {
            bit |= xc_slice_is(word, needs[j].name) ? needs[j].bit : 0;
        }
        if (!bit) {
            xc_yaml_fail(yaml, item,
                         "need '%.*s' is unknown; use time, subject, object, "
                         "actor, name or event",
                         XC_PRINT(word));
        }
        rule->needs |= bit;
    }
}

// Words of any part of speech: whoever "surrenders" and whose "surrender" it is say one thing.
static size_t read_words(xc_loader *loader, xc_yaml *yaml, xc_node map, uint32_t rule) {
    static const struct {
        const char *key;
        xc_part part;
    } lists[] = {
        {"verbs", XC_PART_VERB}, {"nouns", XC_PART_NOUN}, {"adjectives", XC_PART_ADJECTIVE}};
    size_t words = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists && xc_yaml_ok(yaml); i++) {
        xc_node list =
            xc_yaml_list(yaml, xc_yaml_get(yaml, map, lists[i].key), "a rule's words");
        words += xc_yaml_count(list);
        xc_pack_triggers(loader, yaml, list, rule, lists[i].part);
    }
    return words;
}

static void check_keys(xc_yaml *yaml, xc_node map) {
    static const char *const others[] = {"count",   "pattern",     "quantities", "after",
                                         "before",  "attributive", "unless",     "subjects",
                                         "subject", "bare",        "aggregation"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        xc_node node = xc_yaml_get(yaml, map, others[i]);
        if (node) {
            xc_yaml_fail(yaml, node, "'%s' does not go with statement:; remove it", others[i]);
            return;
        }
    }
}

void xc_pack_statement(xc_loader *loader, xc_yaml *yaml, xc_node map, uint32_t index) {
    xc_rule *rule = &loader->rules->rules[index];
    check_keys(yaml, map);
    rule->predicate = xc_yaml_text(yaml, xc_yaml_get(yaml, map, "statement"), "'statement'");
    if (xc_yaml_ok(yaml) && !rule->predicate.len) {
        xc_yaml_fail(yaml, map,
                     "'statement' is empty; write the word that its claims are "
                     "compared under");
    }
    xc_node needs = xc_yaml_list(yaml, xc_yaml_get(yaml, map, "needs"), "'needs'");
    read_needs(yaml, needs, rule);
    xc_node contrary = xc_yaml_get(yaml, map, "contrary");
    rule->contrary = xc_yaml_bool(yaml, contrary, false, "'contrary'");
    xc_node announced = xc_yaml_get(yaml, map, "announced");
    rule->announced = xc_yaml_bool(yaml, announced, false, "'announced'");
    xc_node turned = xc_yaml_get(yaml, map, "turned");
    rule->turned = xc_yaml_bool(yaml, turned, false, "'turned'");
    xc_node counted = xc_yaml_get(yaml, map, "counted");
    rule->counted = xc_yaml_bool(yaml, counted, false, "'counted'");
    if (!xc_yaml_ok(yaml)) {
        return;
    }
    if (!read_words(loader, yaml, map, index)) {
        xc_yaml_fail(yaml, map,
                     "the statement has no words; add verbs:, nouns: or adjectives:");
    }
    xc_node with = xc_yaml_list(yaml, xc_yaml_get(yaml, map, "with"), "'with'");
    xc_node by = xc_yaml_list(yaml, xc_yaml_get(yaml, map, "by"), "'by'");
    rule->has_companions = xc_yaml_count(with) + xc_yaml_count(by) > 0;
    if (xc_yaml_ok(yaml)) {
        xc_pack_companions(loader, yaml, with, index, XC_FORM_WITH);
        xc_pack_companions(loader, yaml, by, index, XC_FORM_BY);
    }
}
