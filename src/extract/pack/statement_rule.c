// SPDX-License-Identifier: MIT
// A rule that makes claims without a number, out of its YAML mapping: `statement: PREDICATE`.
#include "extract/pack/pack.h"

static void read_needs(pack_yaml *yaml, pack_node list, pack_rule *rule) {
    static const struct {
        const char *name;
        unsigned bit;
    } needs[] = {{"time", NEED_TIME},   {"subject", NEED_SUBJECT}, {"object", NEED_OBJECT},
                 {"actor", NEED_ACTOR}, {"name", NEED_NAME},       {"event", NEED_EVENT}};
    for (size_t i = 0; i < pack_yaml_count(list) && pack_yaml_ok(yaml); i++) {
        pack_node item = pack_yaml_item(yaml, list, i);
        xc_slice word = pack_yaml_text(yaml, item, "a need");
        unsigned bit = 0;
        for (size_t j = 0; j < sizeof needs / sizeof *needs; j++) {
            bit |= xc_slice_is(word, needs[j].name) ? needs[j].bit : 0;
        }
        if (!bit) {
            pack_yaml_fail(yaml, item,
                           "need '%.*s' is unknown; use time, subject, object, "
                           "actor, name or event",
                           XC_PRINT(word));
        }
        rule->needs |= bit;
    }
}

// Words of any part of speech: whoever "surrenders" and whose "surrender" it is say one thing.
static size_t read_words(pack_loader *loader, pack_yaml *yaml, pack_node map, uint32_t rule) {
    static const struct {
        const char *key;
        speech_part part;
    } lists[] = {{"verbs", PART_VERB}, {"nouns", PART_NOUN}, {"adjectives", PART_ADJECTIVE}};
    size_t words = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists && pack_yaml_ok(yaml); i++) {
        pack_node list =
            pack_yaml_list(yaml, pack_yaml_get(yaml, map, lists[i].key), "a rule's words");
        words += pack_yaml_count(list);
        pack_triggers(loader, yaml, list, rule, lists[i].part);
    }
    return words;
}

static void check_keys(pack_yaml *yaml, pack_node map) {
    static const char *const others[] = {"count",   "pattern",     "quantities", "after",
                                         "before",  "attributive", "unless",     "subjects",
                                         "subject", "bare",        "aggregation"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        pack_node node = pack_yaml_get(yaml, map, others[i]);
        if (node) {
            pack_yaml_fail(yaml, node, "'%s' does not go with statement:; remove it",
                           others[i]);
            return;
        }
    }
}

void pack_statement(pack_loader *loader, pack_yaml *yaml, pack_node map, uint32_t index) {
    pack_rule *rule = &loader->rules->rules[index];
    check_keys(yaml, map);
    rule->predicate =
        pack_yaml_text(yaml, pack_yaml_get(yaml, map, "statement"), "'statement'");
    if (pack_yaml_ok(yaml) && !rule->predicate.len) {
        pack_yaml_fail(yaml, map,
                       "'statement' is empty; write the word that its claims are "
                       "compared under");
    }
    pack_node needs = pack_yaml_list(yaml, pack_yaml_get(yaml, map, "needs"), "'needs'");
    read_needs(yaml, needs, rule);
    pack_node contrary = pack_yaml_get(yaml, map, "contrary");
    rule->contrary = pack_yaml_bool(yaml, contrary, false, "'contrary'");
    pack_node announced = pack_yaml_get(yaml, map, "announced");
    rule->announced = pack_yaml_bool(yaml, announced, false, "'announced'");
    pack_node turned = pack_yaml_get(yaml, map, "turned");
    rule->turned = pack_yaml_bool(yaml, turned, false, "'turned'");
    pack_node counted = pack_yaml_get(yaml, map, "counted");
    rule->counted = pack_yaml_bool(yaml, counted, false, "'counted'");
    if (!pack_yaml_ok(yaml)) {
        return;
    }
    if (!read_words(loader, yaml, map, index)) {
        pack_yaml_fail(yaml, map,
                       "the statement has no words; add verbs:, nouns: or adjectives:");
    }
    pack_node with = pack_yaml_list(yaml, pack_yaml_get(yaml, map, "with"), "'with'");
    pack_node by = pack_yaml_list(yaml, pack_yaml_get(yaml, map, "by"), "'by'");
    rule->has_companions = pack_yaml_count(with) + pack_yaml_count(by) > 0;
    if (pack_yaml_ok(yaml)) {
        pack_companions(loader, yaml, with, index, FORM_WITH);
        pack_companions(loader, yaml, by, index, FORM_BY);
    }
}
