// SPDX-License-Identifier: MIT
// crossclaim rules: which packs there are, and whether their examples hold.
#include "cli/message.h"
#include "cli/output.h"
#include "cli/workplace.h"

static void list_packs(const xc_rules *rules, xc_buffer *out) {
    size_t count;
    const xc_pack *packs = xc_rules_packs(rules, &count);
    for (size_t i = 0; i < count; i++) {
        const xc_pack *pack = &packs[i];
        xc_buffer_print(out, "%-16.*s %-3.*s %4zu rules %3zu measures  %.*s\n",
                        XC_PRINT(pack->name), XC_PRINT(pack->language), pack->rules,
                        pack->measures, XC_PRINT(pack->path));
    }
}

static void list_rules(const xc_rules *rules, xc_buffer *out) {
    for (size_t i = 0; i < xc_rules_count(rules); i++) {
        xc_rule_info rule = xc_rules_info(rules, i);
        xc_buffer_print(out,
                        "%.*s:%ld: %.*s:%.*s counts %.*s by %s (%zu examples, %zu against)\n",
                        XC_PRINT(rule.path), rule.line, XC_PRINT(rule.pack), XC_PRINT(rule.id),
                        XC_PRINT(rule.measure), rule.kind, rule.matches, rule.fails);
    }
}

static void tell_failure(const xc_check_failure *failure) {
    message("%.*s:%ld: rule %.*s:%.*s: \"%.*s\" should give %.*s and gives %.*s",
            XC_PRINT(failure->rule.path), failure->line, XC_PRINT(failure->rule.pack),
            XC_PRINT(failure->rule.id), XC_PRINT(failure->text), XC_PRINT(failure->wanted),
            XC_PRINT(failure->got));
}

/// "of these in bridges: 1 rule, 3 examples, 0 failed"
static void tell_own(const xc_rules *rules, const xc_pack *pack,
                     const xc_check_failure *failures, size_t failed, xc_buffer *out) {
    size_t examples = 0;
    size_t failed_here = 0;
    for (size_t i = 0; i < xc_rules_count(rules); i++) {
        xc_rule_info rule = xc_rules_info(rules, i);
        examples += xc_slice_equal(rule.pack, pack->name) ? rule.matches + rule.fails : 0;
    }
    for (size_t i = 0; i < failed; i++) {
        failed_here += xc_slice_equal(failures[i].rule.pack, pack->name);
    }
    xc_buffer_print(out, "of these in %.*s: %zu rule%s, %zu examples, %zu failed\n",
                    XC_PRINT(pack->name), pack->rules, pack->rules == 1 ? "" : "s", examples,
                    failed_here);
}

/// @param failed how many examples did not come out as their rules say
static xc_status check(const workplace *place, xc_buffer *out, size_t *failed,
                       xc_error *error) {
    xc_check_failure *failures;
    size_t examples;
    xc_status status =
        xc_rules_check(place->rules, place->arena, &failures, failed, &examples, error);
    if (status != XC_OK) {
        return status;
    }
    for (size_t i = 0; i < *failed; i++) {
        tell_failure(&failures[i]);
    }
    xc_buffer_print(out, "%zu rules, %zu examples, %zu failed\n", xc_rules_count(place->rules),
                    examples, *failed);
    size_t pack_count;
    const xc_pack *packs = xc_rules_packs(place->rules, &pack_count);
    for (size_t i = 0; i < pack_count; i++) {
        if (packs[i].own) {
            tell_own(place->rules, &packs[i], failures, *failed, out);
        }
    }
    return XC_OK;
}

int command_rules(const cli_arguments *arguments) {
    xc_error error = {0};
    workplace place;
    xc_buffer out = {0};
    size_t failed = 0;
    xc_status status = workplace_open(arguments, NEEDS_RULES, &place, &error);
    if (status == XC_OK && option_given(arguments, OPTION_CHECK)) {
        status = check(&place, &out, &failed, &error);
    } else if (status == XC_OK && option_given(arguments, OPTION_LIST)) {
        list_rules(place.rules, &out);
    } else if (status == XC_OK) {
        list_packs(place.rules, &out);
    }
    if (status == XC_OK) {
        status = output_flush(&out, false, &error);
    }
    int result = status != XC_OK ? message_failure(&error) : failed ? EXIT_FAILED : EXIT_DONE;
    xc_buffer_release(&out);
    workplace_close(&place);
    return result;
}
