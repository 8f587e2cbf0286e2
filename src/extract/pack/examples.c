// SPDX-License-Identifier: MIT
// The examples that a rule carries.
#include "extract/pack/pack.h"

enum { MOST_EXAMPLES = 1000, MOST_VALUES = 100 };

static void read_values(xc_loader *loader, xc_yaml *yaml, xc_node value, xc_example *example) {
    size_t count = xc_yaml_is_list(value) ? xc_yaml_count(value) : 1;
    if (!count || count > MOST_VALUES) {
        xc_yaml_fail(yaml, value, "an example wants %zu values; name 1 to %d", count,
                     MOST_VALUES);
        return;
    }
    xc_number *values = xc_arena_array(loader->arena, count, sizeof *values);
    if (!values) {
        xc_yaml_fail_memory(yaml);
        return;
    }
    for (size_t i = 0; i < count && xc_yaml_ok(yaml); i++) {
        xc_node one = xc_yaml_is_list(value) ? xc_yaml_item(yaml, value, i) : value;
        values[i] = xc_yaml_number(yaml, one, "an example's value");
    }
    example->values = values;
    example->value_count = count;
}

// What a statement should tell: words of its subject and object, and whether it is denied.
static void read_said(xc_yaml *yaml, xc_node map, xc_example *example) {
    example->subject =
        xc_yaml_text(yaml, xc_yaml_get(yaml, map, "subject"), "an example's subject");
    example->object =
        xc_yaml_text(yaml, xc_yaml_get(yaml, map, "object"), "an example's object");
    xc_node polarity = xc_yaml_get(yaml, map, "polarity");
    example->polarity = xc_yaml_text(yaml, polarity, "an example's polarity");
    if (polarity && !xc_slice_is(example->polarity, "positive") &&
        !xc_slice_is(example->polarity, "negative")) {
        xc_yaml_fail(yaml, polarity, "polarity is '%.*s'; write positive or negative",
                     XC_PRINT(example->polarity));
    }
}

static void read_match(xc_loader *loader, xc_yaml *yaml, xc_node map, bool statement,
                       xc_example *example) {
    static const char *const counted[] = {"text", "value", "low", "high", NULL};
    static const char *const said[] = {"text", "subject", "object", "polarity", NULL};
    if (!xc_yaml_is_map(map)) {
        xc_yaml_fail(yaml, map, "an example of 'matches' must be {text: \"...\", value: 12}");
        return;
    }
    xc_yaml_check_keys(yaml, map, statement ? said : counted, "an example");
    example->text =
        xc_yaml_text(yaml, xc_yaml_need(yaml, map, "text", "the example"), "an example's text");
    if (statement) {
        read_said(yaml, map, example);
        return;
    }
    xc_node value = xc_yaml_get(yaml, map, "value");
    example->low = xc_yaml_number(yaml, xc_yaml_get(yaml, map, "low"), "'low'");
    example->high = xc_yaml_number(yaml, xc_yaml_get(yaml, map, "high"), "'high'");
    if (!value && !example->low.known && !example->high.known) {
        xc_yaml_fail(yaml, map, "the example has no 'value:', 'low:' or 'high:'; add one");
    }
    read_values(loader, yaml, value, example);
    if (example->value_count > 1 && (example->low.known || example->high.known)) {
        xc_yaml_fail(yaml, map, "'low' and 'high' go with a single value; split the example");
    }
}

static size_t read_list(xc_loader *loader, xc_yaml *yaml, xc_node list, bool fails,
                        bool statement, xc_example *out) {
    for (size_t i = 0; i < xc_yaml_count(list) && xc_yaml_ok(yaml); i++) {
        xc_node item = xc_yaml_item(yaml, list, i);
        xc_example example = {.line = xc_yaml_line(item), .fails = fails};
        if (fails) {
            example.text = xc_yaml_text(yaml, item, "an example of 'fails'");
        } else {
            read_match(loader, yaml, item, statement, &example);
        }
        out[i] = example;
    }
    return xc_yaml_count(list);
}

void xc_pack_examples(xc_loader *loader, xc_yaml *yaml, xc_node map, xc_rule *rule) {
    xc_node matches = xc_yaml_list(yaml, xc_yaml_get(yaml, map, "matches"), "'matches'");
    xc_node fails = xc_yaml_list(yaml, xc_yaml_get(yaml, map, "fails"), "'fails'");
    size_t count = xc_yaml_count(matches) + xc_yaml_count(fails);
    if (count > MOST_EXAMPLES) {
        xc_yaml_fail(yaml, map, "more than %d examples; keep the telling ones", MOST_EXAMPLES);
    }
    xc_example *examples =
        xc_yaml_ok(yaml) ? xc_arena_array(loader->arena, count, sizeof *examples) : NULL;
    if (!examples) {
        if (xc_yaml_ok(yaml)) {
            xc_yaml_fail_memory(yaml);
        }
        return;
    }
    bool statement = rule->kind == XC_RULE_STATEMENT;
    size_t matching = read_list(loader, yaml, matches, false, statement, examples);
    (void)read_list(loader, yaml, fails, true, statement, examples + matching);
    rule->examples = examples;
    rule->example_count = count;
}
