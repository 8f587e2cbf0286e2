// SPDX-License-Identifier: MIT
// Runs the examples that rules carry.
#include "extract/rules/rules.h"

typedef struct checking {
    const xc_rules *rules;
    xc_extractor *extractor;
    xc_arena *arena; // owns the failures
    xc_check_failure *failures;
    size_t count, capacity;
    xc_error *error;
} checking;

static void print_number(xc_buffer *out, xc_number number) {
    char digits[XC_DECIMAL_PRINTED] = "none";
    if (number.known) {
        (void)xc_decimal_print(number.value, digits);
    }
    xc_buffer_text(out, digits);
}

static void print_separator(xc_buffer *out) {
    if (out->len) {
        xc_buffer_text(out, ", ");
    }
}

static bool is_of_measure(const checking *c, const pack_rule *rule, const xc_claim *claim) {
    return xc_slice_equal(claim->measure, c->rules->measures[rule->measure].name);
}

static bool is_of_rule(const pack_rule *rule, const xc_claim *claim) {
    return xc_slice_equal(claim->rule, rule->label);
}

// "12, 4 (killed by casualties:kill)": what the text gave, for a person who mends the rule.
static xc_slice print_claims(const checking *c, const xc_claims *claims) {
    xc_buffer out = {0};
    for (size_t i = 0; i < claims->count; i++) {
        const xc_claim *claim = &claims->items[i];
        print_separator(&out);
        print_number(&out, claim->value);
        xc_buffer_print(&out, " %.*s", XC_PRINT(claim->measure));
        if (claim->low.known || claim->high.known) {
            xc_buffer_text(&out, " [");
            print_number(&out, claim->low);
            xc_buffer_text(&out, " to ");
            print_number(&out, claim->high);
            xc_buffer_text(&out, "]");
        }
        if (claim->predicate.len) {
            xc_buffer_print(&out, " (%.*s / %.*s / %.*s, %.*s)", XC_PRINT(claim->subject_text),
                            XC_PRINT(claim->predicate), XC_PRINT(claim->object),
                            XC_PRINT(claim->polarity));
        }
        xc_buffer_print(&out, " by %.*s", XC_PRINT(claim->rule));
    }
    xc_slice text = out.len ? xc_buffer_slice(&out) : XC_SLICE("no claim");
    xc_slice kept = out.status == XC_OK ? xc_arena_copy(c->arena, text) : (xc_slice){0};
    xc_buffer_release(&out);
    return kept;
}

static xc_slice print_wanted(const checking *c, const pack_rule *rule,
                             const rule_example *example) {
    xc_buffer out = {0};
    for (size_t i = 0; i < example->value_count; i++) {
        print_separator(&out);
        print_number(&out, example->values[i]);
    }
    if (example->fails) {
        xc_buffer_print(&out, "no claim by %.*s", XC_PRINT(rule->label));
    } else if (rule->kind == RULE_STATEMENT) {
        xc_buffer_print(&out, "%.*s / %.*s / %.*s", XC_PRINT(example->subject),
                        XC_PRINT(rule->predicate), XC_PRINT(example->object));
        if (example->polarity.len) {
            xc_buffer_print(&out, ", %.*s", XC_PRINT(example->polarity));
        }
    } else {
        xc_slice measure = c->rules->measures[rule->measure].name;
        xc_buffer_print(&out, " %.*s", XC_PRINT(measure));
    }
    if (example->low.known || example->high.known) {
        xc_buffer_text(&out, " [");
        print_number(&out, example->low);
        xc_buffer_text(&out, " to ");
        print_number(&out, example->high);
        xc_buffer_text(&out, "]");
    }
    xc_slice kept =
        out.status == XC_OK ? xc_arena_copy(c->arena, xc_buffer_slice(&out)) : (xc_slice){0};
    xc_buffer_release(&out);
    return kept;
}

// An example that matches gives claims of its measure with the values wanted, in order. Another
// rule of the measure may have been quicker: packs overlap, and the claim is the same.
static bool matches(const checking *c, const pack_rule *rule, const rule_example *example,
                    const xc_claims *claims) {
    size_t found = 0;
    for (size_t i = 0; i < claims->count; i++) {
        const xc_claim *claim = &claims->items[i];
        if (!is_of_measure(c, rule, claim)) {
            continue;
        }
        if (found == example->value_count ||
            !xc_number_equal(claim->value, example->values[found])) {
            return false;
        }
        if ((example->low.known && !xc_number_equal(claim->low, example->low)) ||
            (example->high.known && !xc_number_equal(claim->high, example->high))) {
            return false;
        }
        found++;
    }
    return found == example->value_count;
}

static bool says(xc_slice wanted, xc_slice got) {
    return !wanted.len || xc_slice_equal_fold(wanted, got);
}

// A statement is found where a claim has the rule's predicate, whichever of its rules made it.
static bool is_said(const checking *c, const pack_rule *rule, const rule_example *example,
                    const xc_claims *claims) {
    for (size_t i = 0; i < claims->count; i++) {
        const xc_claim *claim = &claims->items[i];
        if (is_of_measure(c, rule, claim) &&
            xc_slice_equal(claim->predicate, rule->predicate) &&
            says(example->subject, claim->subject_text) &&
            says(example->object, claim->object) && says(example->polarity, claim->polarity)) {
            return true;
        }
    }
    return false;
}

static bool fails(const pack_rule *rule, const xc_claims *claims) {
    for (size_t i = 0; i < claims->count; i++) {
        if (is_of_rule(rule, &claims->items[i])) {
            return false;
        }
    }
    return true;
}

static xc_status check_example(checking *c, size_t index, const rule_example *example) {
    const pack_rule *rule = &c->rules->rules[index];
    xc_document document = {.text = example->text,
                            .language = c->rules->languages[rule->language].name};
    xc_claims claims;
    xc_status status = xc_extract(c->extractor, &document, &claims, c->error);
    if (status != XC_OK) {
        return status;
    }
    bool good = example->fails                 ? fails(rule, &claims)
                : rule->kind == RULE_STATEMENT ? is_said(c, rule, example, &claims)
                                               : matches(c, rule, example, &claims);
    if (good) {
        return XC_OK;
    }
    xc_check_failure *failure =
        xc_arena_grow(c->arena, &c->failures, c->count, &c->capacity, sizeof *failure);
    if (!failure) {
        return xc_fail_memory(c->error);
    }
    *failure = (xc_check_failure){.rule = xc_rules_info(c->rules, index),
                                  .line = example->line,
                                  .text = example->text,
                                  .wanted = print_wanted(c, rule, example),
                                  .got = print_claims(c, &claims)};
    c->count++;
    return failure->wanted.ptr && failure->got.ptr ? XC_OK : xc_fail_memory(c->error);
}

xc_status xc_rules_check(const xc_rules *rules, xc_arena *arena, xc_check_failure **failures,
                         size_t *failure_count, size_t *example_count, xc_error *error) {
    checking c = {.rules = rules, .arena = arena, .error = error};
    *failure_count = *example_count = 0;
    c.extractor = xc_extractor_new(rules);
    if (!c.extractor) {
        return xc_fail_memory(error);
    }
    xc_status status = XC_OK;
    for (size_t i = 0; status == XC_OK && i < rules->rule_count; i++) {
        const pack_rule *rule = &rules->rules[i];
        for (size_t j = 0; status == XC_OK && j < rule->example_count; j++) {
            status = check_example(&c, i, &rule->examples[j]);
            ++*example_count;
        }
    }
    xc_extractor_free(c.extractor);
    *failures = c.failures;
    *failure_count = c.count;
    return status;
}
