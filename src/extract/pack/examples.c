// SPDX-License-Identifier: MIT
// The examples that a rule carries.
#include "extract/pack/pack.h"

enum { MOST_EXAMPLES = 1000, MOST_VALUES = 100 };

static void read_values(pack_loader *loader, pack_yaml *yaml, pack_node value,
                        rule_example *example) {
    size_t count = pack_yaml_is_list(value) ? pack_yaml_count(value) : 1;
    if (!count || count > MOST_VALUES) {
        pack_yaml_fail(yaml, value, "an example wants %zu values; name 1 to %d", count,
                       MOST_VALUES);
        return;
    }
    xc_number *values = xc_arena_array(loader->arena, count, sizeof *values);
    if (!values) {
        pack_yaml_fail_memory(yaml);
        return;
    }
    for (size_t i = 0; i < count && pack_yaml_ok(yaml); i++) {
        pack_node one = pack_yaml_is_list(value) ? pack_yaml_item(yaml, value, i) : value;
        values[i] = pack_yaml_number(yaml, one, "an example's value");
    }
    example->values = values;
    example->value_count = count;
}

// What a statement should tell: words of its subject and object, and whether it is denied.
static void read_said(pack_yaml *yaml, pack_node map, rule_example *example) {
    example->subject =
        pack_yaml_text(yaml, pack_yaml_get(yaml, map, "subject"), "an example's subject");
    example->object =
        pack_yaml_text(yaml, pack_yaml_get(yaml, map, "object"), "an example's object");
    pack_node polarity = pack_yaml_get(yaml, map, "polarity");
    example->polarity = pack_yaml_text(yaml, polarity, "an example's polarity");
    if (polarity && !xc_slice_is(example->polarity, "positive") &&
        !xc_slice_is(example->polarity, "negative")) {
        pack_yaml_fail(yaml, polarity, "polarity is '%.*s'; write positive or negative",
                       XC_PRINT(example->polarity));
    }
}

static void read_match(pack_loader *loader, pack_yaml *yaml, pack_node map, bool statement,
                       rule_example *example) {
    static const char *const counted[] = {"text", "value", "low", "high", NULL};
    static const char *const said[] = {"text", "subject", "object", "polarity", NULL};
    if (!pack_yaml_is_map(map)) {
        pack_yaml_fail(yaml, map, "an example of 'matches' must be {text: \"...\", value: 12}");
        return;
    }
    pack_yaml_check_keys(yaml, map, statement ? said : counted, "an example");
    example->text = pack_yaml_text(yaml, pack_yaml_need(yaml, map, "text", "the example"),
                                   "an example's text");
    if (statement) {
        read_said(yaml, map, example);
        return;
    }
    pack_node value = pack_yaml_get(yaml, map, "value");
    example->low = pack_yaml_number(yaml, pack_yaml_get(yaml, map, "low"), "'low'");
    example->high = pack_yaml_number(yaml, pack_yaml_get(yaml, map, "high"), "'high'");
    if (!value && !example->low.known && !example->high.known) {
        pack_yaml_fail(yaml, map, "the example has no 'value:', 'low:' or 'high:'; add one");
    }
    read_values(loader, yaml, value, example);
    if (example->value_count > 1 && (example->low.known || example->high.known)) {
        pack_yaml_fail(yaml, map, "'low' and 'high' go with a single value; split the example");
    }
}

static size_t read_list(pack_loader *loader, pack_yaml *yaml, pack_node list, bool fails,
                        bool statement, rule_example *out) {
    for (size_t i = 0; i < pack_yaml_count(list) && pack_yaml_ok(yaml); i++) {
        pack_node item = pack_yaml_item(yaml, list, i);
        rule_example example = {.line = pack_yaml_line(item), .fails = fails};
        if (fails) {
            example.text = pack_yaml_text(yaml, item, "an example of 'fails'");
        } else {
            read_match(loader, yaml, item, statement, &example);
        }
        out[i] = example;
    }
    return pack_yaml_count(list);
}

void pack_examples(pack_loader *loader, pack_yaml *yaml, pack_node map, pack_rule *rule) {
    pack_node matches = pack_yaml_list(yaml, pack_yaml_get(yaml, map, "matches"), "'matches'");
    pack_node fails = pack_yaml_list(yaml, pack_yaml_get(yaml, map, "fails"), "'fails'");
    size_t count = pack_yaml_count(matches) + pack_yaml_count(fails);
    if (count > MOST_EXAMPLES) {
        pack_yaml_fail(yaml, map, "more than %d examples; keep the telling ones",
                       MOST_EXAMPLES);
    }
    rule_example *examples =
        pack_yaml_ok(yaml) ? xc_arena_array(loader->arena, count, sizeof *examples) : NULL;
    if (!examples) {
        if (pack_yaml_ok(yaml)) {
            pack_yaml_fail_memory(yaml);
        }
        return;
    }
    bool statement = rule->kind == RULE_STATEMENT;
    size_t matching = read_list(loader, yaml, matches, false, statement, examples);
    (void)read_list(loader, yaml, fails, true, statement, examples + matching);
    rule->examples = examples;
    rule->example_count = count;
}
