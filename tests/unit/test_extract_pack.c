// SPDX-License-Identifier: MIT
// The shipped packs load.
#include "crossclaim/extract.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void shipped_packs_load(void **state) {
    (void)state;
    xc_rules *rules = NULL;
    xc_error error = {0};
    xc_status status = xc_rules_load(XC_SOURCE_DIR "/claims", NULL, 0, &rules, &error);
    if (status != XC_OK) {
        char message[1200];
        xc_error_print(&error, message, sizeof message);
        fail_msg("%s", message);
    }
    assert_true(xc_rules_count(rules) > 0);
    xc_rules_free(rules);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(shipped_packs_load)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
