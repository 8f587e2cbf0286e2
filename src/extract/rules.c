// SPDX-License-Identifier: MIT
// Classes and languages of compiled rules.
#include "rules.h"

const xc_language_rules *xc_rules_language(const xc_rules *rules, xc_slice language) {
    for (size_t i = 0; i < rules->language_count; i++) {
        if (xc_slice_equal(rules->languages[i].name, language)) {
            return &rules->languages[i];
        }
    }
    return rules->language_count ? &rules->languages[0] : NULL;
}
